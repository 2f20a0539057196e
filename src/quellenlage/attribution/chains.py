"""Through whom a statement came: everyone between the article's own outlet and the speaker, outermost first.

Five signs are used: a statement inside another one's content; somebody named as passing it on, by the tagger or as an
outlet in the same sentence ("sagte er der dpa", "wie der Sender berichtet"); a sentence that says on whom somebody
relies; a report that somebody shares; and a chain carried on from the speaker's statement just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.attribution.citations import Citation, Sharing, find_citations, find_sharings
from quellenlage.attribution.inner_sources import inner_source
from quellenlage.attribution.speakers import NOBODY, Resolver, Voice
from quellenlage.gazetteer import RoleClass, find_outlet, find_role
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.language.passage import Passage
from quellenlage.model.statement import Attribution, SourceClass
from quellenlage.model.text import Article, BlockKind, Span

_OUTLET_NOUN = re.compile(
    r"\b(?:[Dd](?:er|em|as|ie)|[Tt]he) "
    r"(?:Sender|Zeitung|Magazin|Nachrichtenmagazin|Nachrichtenagentur|Agentur|Blatt|Portal|Nachrichtenportal"
    r"|newspaper|broadcaster|news agency|agency|magazine|outlet|news site|network)\b"
    r"|\b[Dd]iese[rs]?(?= (?:schrieb|schreibt|berichtet|berichtete|meldet|meldete|zitiert|zitierte)\b)"
)
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.KICKER})
"""A heading states a chain too shortly to end one."""
_CARRY_BLOCKS = 2
"""A speaker's chain goes on over at most this many blocks."""


@dataclass(frozen=True, slots=True)
class Chained:
    """An attribution with its speaker and chain."""

    attribution: Attribution
    speaker: Voice
    via: tuple[Voice, ...]


def chain(article: Article, attributions: Sequence[Attribution], resolver: Resolver) -> tuple[Chained, ...]:
    """Speaker and chain of every attribution, in the order given (text order)."""
    done: list[Chained] = []
    citations, sharings = list(find_citations(article)), list(find_sharings(article))
    for index, attribution in enumerate(attributions):
        while citations and _comes_before(citations[0], attribution):
            resolver.cite(citations.pop(0))
        outer = _enclosing(attribution, attributions[:index], done)
        speaker, passing = _behind_outlet(article, attribution, resolver, nested=outer is not None)
        relays = (*passing, *_relays(article, attribution, resolver)) or _carried(article, attribution, speaker, done)
        inner = (*_shared(attribution, sharings, resolver), *_around(outer), *relays)
        citing = resolver.citing(attribution, inner[0] if inner else speaker)
        via = _without_repeats((*citing, *inner), speaker, article.outlet)
        done.append(Chained(attribution, speaker, via))
    return tuple(done)


def _behind_outlet(
    article: Article, attribution: Attribution, resolver: Resolver, *, nested: bool
) -> tuple[Voice, tuple[Voice, ...]]:
    """The speaker, and the outlet that only passes on where the sentence names whom it relies on."""
    speaker = resolver.resolve(attribution, nested=nested)
    if speaker.cls is SourceClass.OUTLET and speaker.mentions:
        for sentence in _sentences_of(article, attribution):
            inner = inner_source(article, sentence, speaker.mentions[0])
            voice = resolver.resolve_anew(attribution, inner, nested=nested) if inner is not None else None
            if voice is not None and voice.name and not _same_party(voice.name, speaker.name):
                return voice, (speaker,)
    return speaker, ()


def _comes_before(citation: Citation, attribution: Attribution) -> bool:
    first = min((span.block, span.start) for span in _core(attribution))
    return (citation.cited.block, citation.cited.start) < first


def _shared(attribution: Attribution, sharings: Sequence[Sharing], resolver: Resolver) -> tuple[Voice, ...]:
    """Who only passed on the report that an attribution is told in, and the report."""
    first = attribution.content[0]
    for one in sharings:
        if one.block == first.block and one.start <= first.start and first.end <= one.end:
            passing = resolver.mention((resolver.person_in(one.sharing) or one.sharing,))
            report = Voice(one.report.text, SourceClass.DOCUMENT, (one.report,))
            if find_outlet_names(one.report.text, resolver.outlets):
                report = resolver.mention((one.report,)) or report
            return (passing, report) if passing is not None and passing.name else (report,)
    return ()


def _enclosing(attribution: Attribution, before: Sequence[Attribution], done: Sequence[Chained]) -> Chained | None:
    """The innermost earlier statement whose content holds this one's content and source."""
    holding = [
        chained
        for other, chained in zip(before, done, strict=True)
        if _size(other) > _size(attribution) and all(_inside(span, other.content) for span in _core(attribution))
    ]
    return min(holding, key=lambda chained: _size(chained.attribution), default=None)


def _core(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    yield from attribution.source
    yield from attribution.cue


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(c.block == span.block and c.start <= span.start and span.end <= c.end for c in content)


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _around(outer: Chained | None) -> tuple[Voice, ...]:
    if outer is None:
        return ()
    return (*outer.via, outer.speaker) if outer.speaker.name else outer.via


def _relays(article: Article, attribution: Attribution, resolver: Resolver) -> tuple[Voice, ...]:
    """Those whom the tagger marked as relays, and outlets that stand in the sentence of cue and source."""
    marked = [resolver.mention((span,)) for span in attribution.relays]
    named = [resolver.mention((span,)) for span in _outlets_beside(article, attribution, resolver.outlets)]
    voices = [voice for voice in (*marked, *named) if voice is not None and _is_named(voice)]
    return tuple(voice for voice in voices if not any(_is_part(voice, other) for other in voices))


def _is_part(voice: Voice, other: Voice) -> bool:
    """Whether a relay is only a piece of another one's name ("clerk" beside "committee's clerk")."""
    own, whole = (set(re.findall(r"\w+", one.name.lower())) for one in (voice, other))
    return own < whole and voice.cls is not SourceClass.OUTLET


def _is_named(voice: Voice) -> bool:
    """Whether a relay has a name: "the agency", of whom nothing more is known, is none."""
    role = find_role(voice.name)
    bare = role is not None and role.cls is RoleClass.OUTLET and role.lemma.lower() == voice.name.lower()
    return bool(voice.name) and not bare and voice.cls is not SourceClass.GROUP


def _outlets_beside(article: Article, attribution: Attribution, outlets: frozenset[str]) -> Iterator[Span]:
    """Outlets in the sentence of the cue, by name or as "der Sender", outside content and source."""
    taken = (*attribution.content, *attribution.source)
    for block, begin, end in _sentences_of(article, attribution):
        text = article.blocks[block].text
        named = [(begin + start, begin + stop) for start, stop in find_outlet_names(text[begin:end], outlets)]
        described = [match.span() for match in _OUTLET_NOUN.finditer(text, begin, end)]
        for start, stop in sorted((*named, *(one for one in described if not _introduces(one, named)))):
            span = article.span(block, start, stop)
            if not any(span.block == t.block and span.start < t.end and t.start < span.end for t in taken):
                yield span


def _sentences_of(article: Article, attribution: Attribution) -> list[tuple[int, int, int]]:
    """Block and code points of the sentences that hold the cue and the content's beginning, in text order."""
    anchors = (*attribution.content[:1], *attribution.cue[:1]) if attribution.cue else ()
    return sorted({(one.block, *_sentence_around(article.blocks[one.block].text, one.start)) for one in anchors})


def _introduces(noun: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
    """Whether a noun such as "der Sender" only stands before a name ("der Sender Radio Lemstal")."""
    return any(noun[1] <= start <= noun[1] + 2 for start, _ in named)


def _sentence_around(text: str, position: int) -> tuple[int, int]:
    passage = Passage.of(text)
    for sentence in passage.sentences:
        start, end = passage.words[sentence.start][0], passage.words[sentence.stop - 1][1]
        if position < end:
            return start, end
    return 0, len(text)


def _carried(article: Article, attribution: Attribution, speaker: Voice, done: Sequence[Chained]) -> tuple[Voice, ...]:
    """The chain of the same speaker's last statement, while the speaker goes on nearby."""
    if speaker.name == NOBODY.name:
        return ()
    block = attribution.content[0].block
    for previous in reversed(done):
        if block - previous.attribution.content[0].block > _CARRY_BLOCKS:
            return ()
        heading = article.blocks[previous.attribution.content[0].block].kind in _HEADINGS
        if previous.speaker.name == speaker.name and not heading:
            return tuple(Voice(voice.name, voice.cls) for voice in previous.via)
    return ()


def _without_repeats(via: Sequence[Voice], speaker: Voice, outlet: str | None) -> tuple[Voice, ...]:
    """Each party once, neither the speaker nor the article's own outlet among them."""
    kept: dict[str, Voice] = {}
    for voice in via:
        if not _same_party(voice.name, speaker.name) and not (outlet and _same_party(voice.name, outlet)):
            kept.setdefault(_party(voice.name), voice)
    return tuple(kept.values())


def _same_party(one: str, other: str) -> bool:
    return _party(one) == _party(other)


def _party(name: str) -> str:
    outlet = find_outlet(name)
    return outlet.name if outlet is not None else name.casefold()
