"""Who cites whom: the outlets among the appearances of one claim that an appearance names as where it has it from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.linking.direction import before
from quellenlage.linking.names import stem, words_of
from quellenlage.linking.outlets import names_outlet, publishes
from quellenlage.linking.parties import Party
from quellenlage.linking.sentences import sentence_around
from quellenlage.linking.speaking import party_of
from quellenlage.model.claim import Appearance, ArticleHead, Passage
from quellenlage.model.statement import Reading, SourceClass, Statement
from quellenlage.model.text import BlockKind

_MEDIA = re.compile(
    r"(?:\w*medien(?:berichten?)?|presse(?:berichten?)?|\w*zeitungen|berichten?|media(?: (?:reports?|outlets?))?"
    r"|press(?: reports)?|newspapers|(?:news )?reports)$",
    re.IGNORECASE,
)


_CORRECTION = re.compile(
    r"^\W*(?:Berichtigung|Korrektur|Richtigstellung|Correction|Clarification)\b"
    r"|\b(?:früheren?|ersten?|vorigen|ursprünglichen) (?:Fassung|Version)\b|\b(?:earlier|previous) version\b"
)
_HEADLINES = frozenset({BlockKind.HEADLINE, BlockKind.KICKER})


@dataclass(frozen=True, slots=True)
class Voice:
    """One appearance with its party.

    `order` counts the articles by time; `corrects` says whether its article corrects an earlier version. `around` is
    its sentence and the next one, if that points back; `article_stems` are the stems of its article's capitalised
    words; `cited` are the indices of voices whose outlet it names, `media` whether it names only "media".
    """

    index: int
    appearance: Appearance
    party: Party
    around: str
    order: int
    is_headline: bool
    corrects: bool
    article_stems: frozenset[str] = frozenset()
    cited: tuple[int, ...] = ()
    media: bool = False

    @property
    def head(self) -> ArticleHead:
        """The article it stands in."""
        return self.appearance.article

    def stands_in(self, passage: Passage) -> bool:
        """Whether its words are among those of a passage."""
        content = self.appearance.statement.attribution.content
        return self.head.id == passage.article and any(span.overlaps(passage.span) for span in content)

    @property
    def outlet(self) -> str:
        """What a reader knows the article by."""
        return self.head.outlet or self.head.page

    @property
    def called(self) -> str:
        """Its party by name, its outlet where it names nobody."""
        return self.party.name or self.outlet


def voices_of(appearances: Sequence[Appearance], readings: Mapping[str, Reading]) -> tuple[Voice, ...]:
    """A voice for each appearance, in order. `appearances` are sorted by time."""
    order = {article: i for i, article in enumerate(dict.fromkeys(a.article.id for a in appearances))}
    voices = []
    for index, appearance in enumerate(appearances):
        reading = readings.get(appearance.article.id)
        party = party_of(appearance, reading, [r for r in readings.values() if r is not reading])
        around = sentence_around(appearance.statement, reading) if reading is not None else ""
        statement = appearance.statement
        told = (statement.speaker.name, *(span.text for span in statement.attribution.source))
        media = any(_MEDIA.search(name) for name in told)
        cited = tuple(_cited(appearance, party, around, appearances)) if not party.is_own else ()
        party = _publisher_itself(party, (appearances[i].article.outlet for i in cited))
        stems = _stems(reading) if reading is not None else frozenset()
        place = order[appearance.article.id]
        headline = _is_headline(appearance.statement, reading)
        corrects = reading is not None and any(_CORRECTION.search(block.text) for block in reading.article.blocks)
        cites_media = media and not cited
        voices.append(Voice(index, appearance, party, around, place, headline, corrects, stems, cited, cites_media))
    return tuple(voices)


def _is_headline(statement: Statement, reading: Reading | None) -> bool:
    content = statement.attribution.content
    return reading is not None and bool(content) and reading.article.blocks[content[0].block].kind in _HEADLINES


def _publisher_itself(party: Party, outlets: Iterable[str | None]) -> Party:
    """The outlet where a party is only its report ("Bericht des Talkuriers")."""
    for outlet in outlets:
        if outlet and party.cls is not SourceClass.OUTLET and not party.person and names_outlet(party.name, outlet):
            return Party(outlet, SourceClass.OUTLET) if not party.is_withheld else party
    return party


def _stems(reading: Reading) -> frozenset[str]:
    texts = (block.text for block in reading.article.blocks if block.kind is not BlockKind.FURNITURE)
    return frozenset(stem(word) for text in texts for word in words_of(text) if word[:1].isupper())


def publisher_of(voice: Voice, voices: Sequence[Voice]) -> str:
    """The outlet that spoke to the source itself, as far as the page tells: the innermost one cited, else its own."""
    if voice.cited:
        return voices[voice.cited[-1]].outlet
    outlets = [source.name for source in voice.appearance.statement.via if source.cls is SourceClass.OUTLET]
    return outlets[-1] if outlets else voice.outlet


def _cited(appearance: Appearance, party: Party, around: str, all_: Sequence[Appearance]) -> Iterator[int]:
    """Appearances of other outlets that this one names, none of them later than it."""
    named = [*(source.name for source in appearance.statement.via), party.name]
    for index, other in enumerate(all_):
        if other.article.outlet == appearance.article.outlet and other.article.outlet:
            continue
        if other.article.id == appearance.article.id or before(appearance.article.published, other.article.published):
            continue
        if publishes(other.article, named) or names_outlet(around, other.article.outlet):
            yield index


def find_circles(voices: Sequence[Voice]) -> tuple[tuple[str, ...], ...]:
    """Outlets that cite each other in a circle, by name, sorted; each circle once, in the order of its names.

    "Media report" counts as citing those outlets that had cited this one before.
    """
    cites: dict[str, set[str]] = {}
    for voice in voices:
        cites.setdefault(voice.outlet, set()).update(voices[i].outlet for i in voice.cited)
    for voice in voices:
        if voice.media:
            earlier = (v for v in voices if not before(voice.head.published, v.head.published))
            back = {v.outlet for v in earlier if voice.outlet in cites[v.outlet]}
            cites[voice.outlet] |= back
    reach = {outlet: _reachable(cites, outlet) for outlet in cites}
    circles = {
        tuple(sorted({outlet, *(o for o in reach[outlet] if outlet in reach.get(o, ()))}))
        for outlet in cites
        if outlet in reach[outlet]
    }
    return tuple(sorted(circles))


def _reachable(cites: Mapping[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    open_ = list(cites[start])
    while open_:
        outlet = open_.pop()
        if outlet not in found:
            found.add(outlet)
            open_.extend(cites.get(outlet, ()))
    return found
