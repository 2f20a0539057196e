"""A ledger of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quellenlage.ledger import Ledger
from stores import STORES


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with closing(STORES[request.param](tmp_path)) as store:
        yield store
