"""People's judgements on claims: from what somebody points at to a judgement in the ledger.

The command line and the workbench judge alike, by these functions. What a judgement does to claims, a ledger knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quellenlage.errors import SettingsError
from quellenlage.ledger import Ledger, View
from quellenlage.model.claim import Judgement, Verdict
from quellenlage.model.judging import make_judgement


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, when (aware), and the words that say why, if any."""

    by: str
    at: datetime
    note: str | None = None


def find_claim(view: View, given: str) -> str:
    """The id of the claim meant: the beginning of a statement's id will do.

    Raises SettingsError where there is none, or more than one.
    """
    found = view.claims_with(given.lower())
    if not found:
        raise SettingsError(f"{given}: no claim has a statement with this id; `quellenlage claims` lists them")
    if len(found) > 1:
        raise SettingsError(f"{given}: {len(found)} claims have statements whose ids begin so; give more digits")
    return found[0]


def merge(ledger: Ledger, claims: Sequence[str], signature: Signature) -> Judgement:
    """Says that several claims are one. Raises SettingsError where they are already, or one is not there."""
    found = list(dict.fromkeys(find_claim(ledger, each) for each in claims))
    if len(found) < 2:
        raise SettingsError("these are one claim already; name two claims or more")
    return _record(ledger, Verdict.SAME, tuple(_members(ledger, each) for each in found), signature)


def split(ledger: Ledger, claim: str, statements: Sequence[str], signature: Signature) -> Judgement:
    """Says that some statements of a claim (by their ids or the beginnings of these) are another one.

    Raises SettingsError where one is not of the claim, or where none is left.
    """
    members = _members(ledger, find_claim(ledger, claim))
    taken = tuple(sorted({_statement(members, each) for each in statements}))
    kept = tuple(each for each in members if each not in taken)
    if not taken:
        raise SettingsError("no statement is named; name at least one")
    if not kept:
        raise SettingsError("these are all statements of the claim; leave at least one")
    return _record(ledger, Verdict.DIFFERENT, (kept, taken), signature)


def confirm(ledger: Ledger, claim: str, signature: Signature) -> Judgement:
    """Says that all statements of a claim are one, as proposed. Raises SettingsError where it is not there."""
    return _record(ledger, Verdict.SAME, (_members(ledger, find_claim(ledger, claim)),), signature)


def undo(ledger: Ledger, judgement: str, signature: Signature) -> Judgement:
    """Takes back a judgement (by its id or the beginning of it). Raises SettingsError where there is not just one."""
    undone = _the_one(
        [each.id for each in ledger.judgements()],
        judgement,
        none="no judgement has this id",
        several="judgements begin so",
        advice="`quellenlage judge list` lists them",
    )
    return _record(ledger, Verdict.UNDO, (), signature, undoes=undone)


def _record(
    ledger: Ledger,
    verdict: Verdict,
    sides: tuple[tuple[str, ...], ...],
    signature: Signature,
    undoes: str | None = None,
) -> Judgement:
    judgement = make_judgement(verdict, sides, by=signature.by, at=signature.at, note=signature.note, undoes=undoes)
    ledger.judge(judgement)
    return judgement


def _members(view: View, claim: str) -> tuple[str, ...]:
    return tuple(trace.id for trace in view.claim(claim).traces)


def _statement(members: Sequence[str], given: str) -> str:
    return _the_one(
        members,
        given,
        none="no statement of the claim begins so",
        several="statements of the claim begin so",
        advice="`quellenlage claim` shows their ids",
    )


def _the_one(ids: Sequence[str], given: str, *, none: str, several: str, advice: str) -> str:
    """The id that begins as `given`. Raises SettingsError, in these words, where none or several do."""
    found = [each for each in ids if each.startswith(given.lower())]
    if len(found) != 1:
        raise SettingsError(f"{given}: {f'{len(found)} {several}' if found else none}; {advice}")
    return found[0]
