"""Derived claims are kept while nothing changes in their ledger, and not a moment longer."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from quellenlage import judging, settling
from quellenlage.ledger import Query, open_ledger
from quellenlage.web import Desk
from quellenlage.web.remembering import known_claims


def test_claims_are_derived_once_until_something_changes(own_ledger: Path) -> None:
    desk = Desk(str(own_ledger))
    with closing(open_ledger(str(own_ledger))) as ledger:
        first = settling.claims(ledger, Query(limit=3), least=2, known=known_claims(desk, ledger)).items
        again = settling.claims(ledger, Query(limit=3), least=2, known=known_claims(desk, ledger)).items
        assert all(one is other for one, other in zip(first, again, strict=True))
        judging.confirm(ledger, first[0].id, judging.Signature("Kai Brandt", datetime(2031, 4, 2, tzinfo=UTC)))
        assert known_claims(desk, ledger) == {}
        now = settling.claim(ledger, first[0].id, known=known_claims(desk, ledger))
        assert [judgement.by for judgement in now.judgements] == ["Kai Brandt"]


def test_every_ledger_has_a_memory_of_its_own(own_ledger: Path, tmp_path: Path) -> None:
    with closing(open_ledger(str(own_ledger))) as ledger:
        known = known_claims(Desk(str(own_ledger)), ledger)
        known |= {claim.id: claim for claim in settling.claims(ledger, Query(limit=1)).items}
        assert known_claims(Desk(str(tmp_path / "another.sqlite")), ledger) == {}
        assert known_claims(Desk(str(own_ledger)), ledger) is known
