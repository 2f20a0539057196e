"""Whether an outlet's own people saw, counted or heard what it tells."""

from __future__ import annotations

import re
from functools import lru_cache

from quellenlage.linking.outlets import without_article
from quellenlage.linking.sentences import ranges_of, sentence_around, sentence_before
from quellenlage.model.statement import Reading, Statement

_OWN = re.compile(
    r"(?:die|der) Redaktion\b|(?:\w+ )?(?:Reporter|Korrespondent|Fotograf)(?:in|innen|en)? (?:unserer|dieser) Zeitung"
    r"|\b(?:unser(?:e[nmr]?)?|dieser Zeitung|dieses Mediums|our)\b(?: \w+){0,2}? ?"
    r"(?:reporter|korrespondent|redakt|fotograf|journalist|mitarbeiter|team|zähl|correspondent|staff|newsroom|photographer)",
    re.IGNORECASE,
)
_OWN_PEOPLE = re.compile(  # who see for themselves what the next sentence tells
    r"\b[Uu]nser(?:e[nm]?)? (?:Reporter|Korrespondent|Fotograf|Team|Redakteur)(?:in)?\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|photographers?)\b"
)
_FINDS = (
    r"(?:zählte|sah|maß|beobachtete|ermittelte|verglich|wertete|counted|measured|saw|timed|watched|compared|tested)\b"
)
_FOUND = r"\b(?:nach)?(?:gezählt|gemessen|beobachtet|ermittelt|berechnet|errechnet|verglichen|ausgewertet|ausgezählt)\b"
_OBSERVED = re.compile(
    r"\b(?:zählten?|sah(?:en)?|beobachteten?|hörten?) unser\w* \w+"
    r"|\bunser\w* (?:[A-ZÄÖÜ]\S+ ){1,3}(?:zählte|sah|beobachtete|hörte|hat|haben|war|waren)\b"
    r"|\b(?:nach|laut) (?:unsere[rn]|eigene[rn]) (?:eigenen )?(?:Zählung|Auswertung|Berechnung|Messung|Beobachtung)"
    r"|\b[Bb]y (?:our|my) (?:own )?(?:count|tally|reckoning)\b"
    r"|\b[Nn]ach meiner (?:eigenen )?(?:Zählung|Messung|Rechnung)\b"
    r"|\b[Bb]y my own (?:\w+ )?\w+"
    r"|\b(?:round|on|under|in|from|at|off|up) my (?:own )?(?!view|opinion|mind|case|time)\w+"
    r"|\bI (?:\w+ )?(?:saw|heard|smelled|smelt|felt|watched|noticed|timed|recorded)\b"
    r"|\bich (?:\w+ ){0,8}(?:gesehen|gehört|gerochen|beobachtet|sah|hörte|roch|zählte)\b|\bmit eigenen Augen\b"
    r"|\b(?:I|we) (?:have )?(?:counted|measured)\b|\b(?:ich|wir) (?:habe|haben) [^.;]*(?:gezählt|gemessen)\b"
    r"|\b[Oo]ur (?:own )?(?:count|tally|analysis)\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?|team|crew|staff|photographers?|people) "
    r"(?:has |have )?(?:counted|saw|seen|watched|heard|measured)\b"
    rf"|\b(?:[Dd]ie|[Uu]nsere) Redaktion (?:selbst )?{_FINDS}|\b(?:hat|haben) (?:die|unsere) Redaktion\b[^.;]*{_FOUND}"
    r"|\b(?:Drohnen?|Kameras?|Aufnahmen?|Fotos?|Bilder|Videos?) unserer (?:Redaktion|Zeitung)\b"
    rf"|\b[Tt]his (?:news)?(?:paper|site) (?:has |have )?{_FINDS}|\b[Oo]ur (?:own )?(?:drone|cameras?|footage)\b"
    r"|\b[Ii]n unsere[rnm] (?:Redaktion|Räumen|Studio)\b"
    r"|\b(?:[Ii]n|to|into|at) our (?:newsroom|offices?|studios?|desk)\b"
)
_OUTLET_FINDS = r"\b{outlet} (?:(?:itself|has|had|selbst) )*" + _FINDS
_NAMED_PEOPLE = (  # of an outlet by its name: "the Sentinel's photographer", "die Reporterin des Talkuriers"
    r"\b{outlet}(?:['’]s?) (?:own )?(?:reporters?|correspondents?|photographers?)\b"
    r"|\b(?:Reporter|Fotograf|Korrespondent)(?:in|innen|en)? (?:des|der|von|vom) (?:\S+ )?{outlet}s?\b"
    r"|\b{outlet}-(?:Reporter|Fotograf|Korrespondent)"
    r"|\b(?:[Rr]eporters?|correspondents?|photographers?) (?:of|from|for) the (?:\S+ )?{outlet}\b"
)
_OUR = re.compile(r"\b(?:unser(?:e[nmr]?)?|our) $")  # that the tagger left out of a source
_REPORTER = 40  # characters behind a source that was cut short ("unser") in which its noun stands


def is_own(statement: Statement, reading: Reading | None) -> bool:
    """Whether the source is the outlet's own reporter ("unsere Reporterin", "our correspondent"), or the outlet itself
    tells what they saw or counted."""
    attribution = statement.attribution
    if not attribution.source and not attribution.cue and reading is not None:
        carried_on = bool(statement.speaker.name) or attribution.kind.is_quoted
        return not carried_on and is_observed(statement, reading)
    for span in attribution.source:
        text = span.text
        if reading is not None:
            block = reading.article.blocks[span.block].text
            own = _OUR.search(block, 0, span.start)
            text = block[own.start() if own else span.start : span.end + _REPORTER]
        if _OWN.match(text):
            return True
    return False


def is_observed(statement: Statement, reading: Reading) -> bool:
    """Whether what an outlet asserts by itself is told as seen or counted by its own people."""
    around = sentence_around(statement, reading)
    outlet, before = reading.article.outlet, sentence_before(statement, reading)
    if _OBSERVED.search(around) or (outlet and _begins_with(_OUTLET_FINDS, without_article(outlet), around)):
        return True
    texts = (around, before)
    return any(_OWN_PEOPLE.search(t) or (outlet and _begins_with(_NAMED_PEOPLE, outlet.split()[-1], t)) for t in texts)


def _begins_with(pattern: str, outlet: str, text: str) -> bool:
    """Whether one of the sentences of a text begins with what a pattern tells of an outlet of this name."""
    told = _told(pattern, outlet)
    return any(told.search(text[start:end][: len(outlet) + _REPORTER]) for start, end in ranges_of(text))


@lru_cache(maxsize=4096)
def _told(pattern: str, outlet: str) -> re.Pattern[str]:
    return re.compile(pattern.format(outlet=re.escape(outlet)))
