"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no failure: how long an example takes is measured in benchmarks/, not here.
settings.register_profile("quellenlage", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quellenlage")
