"""Encoders that have not seen a scenario, for whoever learns from the features of its statements.

The shipped encoder has learned from all scenarios of corpora/origins/dev, so that it knows their claims better than
those of anything new. Weights learned from such features would trust them too much. `training.sense.refine --without`
makes encoders of parts of the scenarios; `unseen` puts in the place of the shipped one that which has not seen a
scenario, as it was exported (`python -m training.sense.export --weights .../without-0.pt --to .../without-0`).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from quellenlage.language.engine import SENSE, SenseEngine
from quellenlage.linking import sense

FOLDS = 2
WORK = Path("training/work-sense")


def fold_of(scenario: str) -> int:
    """The part that a scenario belongs to, by its name."""
    return zlib.crc32(scenario.encode()) % FOLDS


@contextmanager
def unseen(scenario: str) -> Iterator[None]:
    """Senses inside are of the encoder that has not seen this scenario. Raises SystemExit where it is not there."""
    with sense.using(encoder_without(fold_of(scenario))):
        yield


@cache
def encoder_without(fold: int) -> SenseEngine:
    """The encoder of all other parts. Raises SystemExit where it is not there."""
    folder = WORK / f"without-{fold}"
    if not (folder / SENSE).exists():
        raise SystemExit(f"{folder / SENSE} is missing; see training/README.md for the commands that make it")
    return SenseEngine(folder)
