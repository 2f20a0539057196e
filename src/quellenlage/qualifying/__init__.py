"""Qualifying: what a speaker's words claim. Polarity, certainty, figures."""

from quellenlage.qualifying.qualify import qualify

__all__ = ["qualify"]
