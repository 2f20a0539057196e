"""Whether an outlet's own people saw, counted or heard what it tells."""

from __future__ import annotations

import re

from quellenlage.linking.sentences import sentence_around, sentence_before
from quellenlage.model.statement import Reading, Statement

_OWN = re.compile(
    r"\b(?:unser(?:e[nmr]?)?|dieser Zeitung|dieses Mediums|our)\b(?: \w+){0,2}? ?"
    r"(?:reporter|korrespondent|redakt|fotograf|journalist|mitarbeiter|team|zähl|correspondent|staff|newsroom|photographer)",
    re.IGNORECASE,
)
_OWN_PEOPLE = re.compile(  # who see for themselves what the next sentence tells
    r"\b[Uu]nser(?:e[nm]?)? (?:Reporter|Korrespondent|Fotograf|Team|Redakteur)(?:in)?\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|photographers?)\b"
)
_OBSERVED = re.compile(
    r"\b(?:zählten?|sah(?:en)?|beobachteten?|hörten?) unser\w* \w+"
    r"|\bunser\w* (?:[A-ZÄÖÜ]\S+ ){1,3}(?:zählte|sah|beobachtete|hörte|hat|haben|war|waren)\b"
    r"|\b(?:nach|laut) (?:unsere[rn]|eigene[rn]) (?:eigenen )?(?:Zählung|Auswertung|Berechnung|Messung|Beobachtung)"
    r"|\b[Bb]y our (?:own )?(?:count|tally|reckoning)|\b[Oo]ur (?:own )?(?:count|tally|analysis)\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|crew|staff|photographers?|people) "
    r"(?:has |have )?(?:counted|saw|seen|watched|heard|measured)\b"
    r"|\b[Ii]n unsere[rn] (?:Redaktion|Räumen)\b|\b[Ii]n our (?:newsroom|offices?)\b"
)
_NAMED_PEOPLE = (  # of an outlet by its name: "the Sentinel's photographer", "die Reporterin des Talkuriers"
    r"\b{outlet}(?:['’]s?) (?:own )?(?:reporters?|correspondents?|photographers?)\b"
    r"|\b(?:Reporter|Fotograf|Korrespondent)(?:in|en)? (?:des|der|von|vom) (?:\S+ )?{outlet}s?\b"
)
_REPORTER = 40  # characters behind a source that was cut short ("unser") in which its noun stands


def is_own(statement: Statement, reading: Reading | None) -> bool:
    """Whether the source is the outlet's own reporter ("unsere Reporterin", "our correspondent"), or the outlet itself
    tells what they saw or counted."""
    if not statement.attribution.source and not statement.attribution.cue and reading is not None:
        return is_observed(statement, reading)
    for span in statement.attribution.source:
        text = span.text
        if reading is not None:
            text = reading.article.blocks[span.block].text[span.start : span.end + _REPORTER]
        if _OWN.match(text):
            return True
    return False


def is_observed(statement: Statement, reading: Reading) -> bool:
    """Whether what an outlet asserts by itself is told as seen or counted by its own people."""
    around = sentence_around(statement, reading)
    if _OBSERVED.search(around) or _names_own_people(around, reading.article.outlet):
        return True
    return _OWN_PEOPLE.search(sentence_before(statement, reading)) is not None


def _names_own_people(around: str, outlet: str | None) -> bool:
    """Whether a sentence begins with a journalist of the outlet, by its name or the last word of it."""
    if not outlet or not outlet.split():
        return False
    written = re.escape(outlet.split()[-1])
    return re.search(_NAMED_PEOPLE.format(outlet=written), around[: len(outlet) + _REPORTER]) is not None
