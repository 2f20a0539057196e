"""The page the project grew from, read once by the whole program.

The page itself may not be stored here, so it is read from ../shared, and the tests point into it by names, numbers and
snippets alone. What does not work yet is a strict expected failure: it says why, and has to go on the day it works.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.pipeline import extract_inputs
from seed.lookup import Seed, network_events

PAGE = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


@pytest.fixture(scope="session")
def seed() -> Seed:
    if not PAGE.is_file():
        pytest.skip("needs ../shared/seed/article.txt beside the repository")
    with network_events() as network:
        (outcome,) = extract_inputs([str(PAGE)])
    if outcome.reading is None:
        raise RuntimeError(f"the seed page cannot be read: {outcome.failure}")
    return Seed(PAGE.read_text(encoding="utf-8"), outcome.reading, tuple(network))
