"""Hops: for each appearance of a claim the one it was taken from, as far as the pages tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.linking.direction import before
from quellenlage.linking.groups import Groups
from quellenlage.linking.names import stem, words_of
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy

_SAME_HEADLINE = 0.5  # of the words of two headlines together: one article, written on


def find_hops(groups: Groups, copies: Sequence[Copy]) -> Iterator[tuple[Voice, Voice]]:
    """Pairs of an appearance and the one that came of it.

    The one before is, in this order: the text below a headline, the outlet's earlier version, the outlet that is cited,
    the text copied from, the earliest appearance of the same origin.
    """
    told = (voice for voice in groups.voices if not voice.retracts)
    voices = sorted(told, key=lambda voice: (voice.order, *_place(voice)))
    for voice in voices:
        parent = (
            _text_below(voice, voices)
            or _earlier_version(voice, voices)
            or _cited(voice, groups)
            or _copied_from(voice, voices, copies)
            or _earliest(voice, groups, voices)
        )
        if parent is not None:
            yield parent, voice


def _place(voice: Voice) -> tuple[int, int]:
    content = voice.appearance.statement.attribution.content
    return (content[0].block, content[0].start) if content else (0, 0)


def _text_below(voice: Voice, voices: Sequence[Voice]) -> Voice | None:
    if not voice.is_headline:
        return None
    return next((v for v in voices if v.head.id == voice.head.id and not v.is_headline), None)


def _earlier_version(voice: Voice, voices: Sequence[Voice]) -> Voice | None:
    """The last version before this one: the same address, or the same outlet with nearly the same headline, or with a
    note that this one corrects an earlier one."""
    versions = [v for v in voices if v.head.id != voice.head.id and _is_earlier(v, voice) and _is_one_text(v, voice)]
    return max(versions, key=lambda v: v.order, default=None)


def _is_earlier(one: Voice, other: Voice) -> bool:
    return before(one.head.published, other.head.published) or before(one.head.modified, other.head.modified)


def _is_one_text(one: Voice, other: Voice) -> bool:
    if one.head.url and one.head.url == other.head.url:
        return True
    a, b = ({stem(word) for word in words_of(voice.head.headline or "")} for voice in (one, other))
    same_outlet = bool(one.head.outlet) and one.head.outlet == other.head.outlet
    return same_outlet and (other.corrects or len(a & b) > _SAME_HEADLINE * len(a | b))


def _cited(voice: Voice, groups: Groups) -> Voice | None:
    group = groups.of(voice)
    cited = [groups.voices[i] for i in voice.cited if groups.of(groups.voices[i]) == group]
    return min(cited, key=lambda v: (v.is_headline, v.retracts, v.order, *_place(v)), default=None)


def _copied_from(voice: Voice, voices: Sequence[Voice], copies: Sequence[Copy]) -> Voice | None:
    """The same words in the article copied from, or in one that credits the agency."""
    for copy in copies:
        if voice.head.id not in copy.copies:
            continue
        for passages in copy.passages:
            if not any(voice.stands_in(passage) for passage in passages):
                continue
            credited = (
                {article for article in copy.copies if article != voice.head.id} if copy.agency else {copy.source}
            )
            for other in voices:
                credits = copy.agency is None or copy.agency in other.head.agencies
                if other.head.id in credited and credits and any(other.stands_in(passage) for passage in passages):
                    return other
    return None


def _earliest(voice: Voice, groups: Groups, voices: Sequence[Voice]) -> Voice | None:
    """The earliest appearance of the same origin, or of the claim where the page names nobody whose it could be. One
    that names somebody comes before one of which it is not known that it is earlier."""
    own = [v for v in voices if not voice.party.name or groups.of(v) == groups.of(voice)]
    own = [v for v in own if v.head.id != voice.head.id and not before(voice.head.published, v.head.published)]
    first = min(own, key=lambda v: (v.order, v.is_headline, *_place(v)), default=None)
    if first is None or not first.head.published:
        return None
    named = [v for v in own if v.party.name and not before(first.head.published, v.head.published)]
    if not first.party.name and named:
        return min(named, key=lambda v: (v.order, v.is_headline, *_place(v)))
    if not first.party.name and voice.party.name and not before(first.head.published, voice.head.published):
        return None
    return first if voice.order > first.order or (first.party.name and not voice.party.name) else None
