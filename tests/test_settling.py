"""Linking goes on past an article with which the program makes a mistake."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from invented import make_article, make_page, make_reading
from quellenlage import settling
from quellenlage.errors import LinkingError
from quellenlage.ledger import open_ledger
from quellenlage.model.claim import Trace
from quellenlage.model.statement import Reading

NOW = datetime(2031, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an article of which no traces can be made."""
    poison, traces = make_article().id, settling.traces

    def stumble(reading: Reading, qualify: object) -> tuple[Trace, ...]:
        if reading.article.id == poison:
            raise IndexError("no such place")
        return traces(reading, qualify)  # type: ignore[arg-type]

    monkeypatch.setattr(settling, "traces", stumble)
    return poison


def test_all_others_are_linked_and_it_goes_on_waiting(tmp_path: Path, stumbling: str) -> None:
    with closing(open_ledger(str(tmp_path / "ledger.sqlite"))) as ledger:
        articles = (make_article(), make_article("https://talblatt.example/damm", "Talblatt"))
        for article in articles:
            ledger.record(make_page(f"{article.outlet}.html"), make_reading(article), recorded_at=NOW)
        linked: list[str] = []
        with pytest.raises(LinkingError, match=r"could not be linked: .*\.html \(IndexError: no such place\)"):
            linked.extend(settling.link(ledger))
        assert linked == [article.id for article in articles if article.id != stumbling]
        assert settling.waiting(ledger) == 1
        assert ledger.unlinked(settling.VERSION) == (stumbling,)
