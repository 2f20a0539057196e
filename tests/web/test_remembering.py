"""Derived claims are kept while nothing changes of what they were derived from, and not a moment longer."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from quellenlage import judging, settling
from quellenlage.ledger import Query, open_ledger
from quellenlage.web import Desk
from quellenlage.web.remembering import A_PAGE, known_claims, remember_first


def test_claims_are_derived_once_until_something_changes_of_them(own_ledger: Path) -> None:
    desk = Desk(str(own_ledger))
    with closing(open_ledger(str(own_ledger))) as ledger:
        first, *others = settling.claims(ledger, Query(limit=3), least=2, known=known_claims(desk)).items
        again = settling.claims(ledger, Query(limit=3), least=2, known=known_claims(desk)).items
        assert all(one is other for one, other in zip((first, *others), again, strict=True))
        judging.confirm(ledger, first.id, judging.Signature("Kai Brandt", datetime(2031, 4, 2, tzinfo=UTC)))
        now, *same = settling.claims(ledger, Query(limit=3), least=2, known=known_claims(desk)).items
        assert [judgement.by for judgement in now.judgements] == ["Kai Brandt"]
        assert all(one is other for one, other in zip(others, same, strict=True))


def test_what_is_seen_first_is_derived_before_anybody_asks(own_ledger: Path, tmp_path: Path) -> None:
    remember_first(Desk(str(own_ledger)))
    with closing(open_ledger(str(own_ledger))) as ledger:
        first = ledger.claims(Query(limit=A_PAGE)).items
    assert known_claims(Desk(str(own_ledger))).keys() == {entry.id for entry in first}
    remember_first(Desk(str(tmp_path / "nowhere.sqlite")))  # what is wrong with it, whoever asks for it is told


def test_every_ledger_has_a_memory_of_its_own(own_ledger: Path, tmp_path: Path) -> None:
    known = known_claims(Desk(str(own_ledger)))
    with closing(open_ledger(str(own_ledger))) as ledger:
        settling.claims(ledger, Query(limit=1), known=known)
    assert known
    assert known_claims(Desk(str(tmp_path / "another.sqlite"))) == {}
    assert known_claims(Desk(str(own_ledger))) is known
