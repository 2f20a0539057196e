"""Drift: what changes when a claim is passed on, with the exact words before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from quellenlage.linking.attributions import loss
from quellenlage.linking.groups import Groups
from quellenlage.linking.hops import find_hops
from quellenlage.linking.measures import figure_drift
from quellenlage.linking.names import fold, words_of
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy, Drift, DriftKind
from quellenlage.model.statement import Certainty, Kind, Mood

_THOUGHT_ABOUT = re.compile(
    r"\b(?:(?:is|are|was|were) (?:considering|weighing|mulling|thinking)|erwäg(?:t|en|e|ten?)|überleg(?:t|en|e|ten?)"
    r"|denk(?:t|en|e)\b.*\bnach|prüf(?:t|en|e),? ob)\b"
)
_ADJECTIVE = re.compile(
    r"(?:mutmaßlich|angeblich|vermeintlich|vermutlich|möglich|wahrscheinlich)e[mnrs]?"
    r"|suspected|alleged|supposed|potential|possible|presumed",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:soll(?:en)?|reportedly|allegedly|angeblich|dem Vernehmen nach"
    r"|(?:is|are|was|were) (?:said|reported|thought) to)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:of|from|for|about|to|on|with|against|at|von|auf|für|über|mit|gegen|an|um|vor|zu[mr]?)\b", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\bwould\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:unser\w*|our)\b", re.IGNORECASE)
_REPORTING = frozenset({Mood.KONJUNKTIV_1, Mood.KONJUNKTIV_2})
_GAP = " … "
_SURENESS = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}


def find_drift(groups: Groups, copies: Sequence[Copy]) -> tuple[Drift, ...]:
    """Every change along every hop, sorted by the ids of the statements.

    `groups` are the claim's appearances as `joining` groups them, `copies` those among their articles.
    """
    found = [
        Drift(one.appearance.statement.id, other.appearance.statement.id, what, before, after)
        for one, other in find_hops(groups, copies)
        for what, before, after in _changes(one, other, copies)
    ]
    return tuple(sorted(found, key=lambda drift: (drift.before_id, drift.after_id, drift.what)))


def _changes(one: Voice, other: Voice, copies: Sequence[Copy]) -> Iterator[tuple[DriftKind, str, str]]:
    a, b = one.appearance.statement, other.appearance.statement
    hedge = _is_hedged(one) != _is_hedged(other) or (_is_hearsay(one) and _is_plain(other))
    for change in figure_drift(a, b, same_language=one.head.language is other.head.language):
        if not (hedge and change[0] is DriftKind.BOUND):  # "could be up to 90", "are 90": one weakening lost, not two
            yield change
    if hedge and not (_is_fragment(one) or _is_fragment(other)):
        yield DriftKind.HEDGE, _content(one), _content(other)
    lost = loss(one, other) if not other.is_headline else None
    if lost is not None and not _OWN.search(lost[1]):
        yield DriftKind.ATTRIBUTION, *lost
    articles = {one.head.id, other.head.id}
    for copy in copies:
        for passages in copy.passages if articles <= {*copy.copies, copy.source} else ():
            if all(any(voice.stands_in(passage) for passage in passages) for voice in (one, other)):
                yield from _wording(_content(one), _content(other))
                return


def _is_hedged(voice: Voice) -> bool:
    """Whether the content is given as less than certain, weakened by a word, or only thought about; an adjective that
    weakens one noun in it ("mutmaßliche Täter", "wegen möglicher Keime") does not."""
    told = voice.appearance.statement.qualification
    if _THOUGHT_ABOUT.search(_content(voice)):
        return True
    if told.hedges and all(_ADJECTIVE.fullmatch(hedge.text) for hedge in told.hedges):
        return False
    return bool(told.hedges) or _SURENESS[told.certainty] < _SURENESS[Certainty.CERTAIN]


def _is_fragment(voice: Voice) -> bool:
    """Whether what is reported is no sentence ("pointed to a risk"): nothing in it can say how sure it is."""
    told = voice.appearance.statement.attribution
    return told.kind is Kind.REPORTED and _PREPOSITION.match(_content(voice)) is not None


def _is_hearsay(voice: Voice) -> bool:
    """Whether the outlet only passes on what it has heard, by the verb or a word for it ("soll", "reportedly")."""
    cue = " ".join(span.text for span in voice.appearance.statement.attribution.cue)
    return _HEARSAY.search(cue) is not None or _HEARSAY.search(_content(voice)) is not None


def _is_plain(voice: Voice) -> bool:
    """Whether the content is told as a fact: not weakened, not heard, not on the word of somebody unnamed, in no mood
    that only reports or supposes."""
    stance = voice.appearance.statement.qualification.stance
    supposed = stance.mood in _REPORTING or _SUPPOSED.search(_content(voice)) is not None
    return not (supposed or voice.party.is_withheld or _is_hedged(voice) or _is_hearsay(voice))


def _content(voice: Voice) -> str:
    return _GAP.join(span.text for span in voice.appearance.statement.attribution.content)


def _wording(before: str, after: str) -> Iterator[tuple[DriftKind, str, str]]:
    """The words that differ between two versions of one text, in order; nothing where only marks do."""
    a, b = words_of(before), words_of(after)
    matcher = SequenceMatcher(None, [fold(word) for word in a], [fold(word) for word in b], autojunk=False)
    changed = [(a[i1:i2], b[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]
    if changed:
        lost, new = (_GAP.join(" ".join(side[i]) for side in changed if side[i]) for i in (0, 1))
        yield DriftKind.WORDING, lost, new
