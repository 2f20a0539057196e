"""Through whom a statement came: everyone between the article's own outlet and the speaker, outermost first.

The signs used: a statement inside another one's content; somebody named as passing it on in the same sentence
(`relays`); an outlet that names whom it relies on (`inner_sources`); a sentence that says who relies on whom, or who
shares a report (`citations`); and a chain carried on from the speaker's statement just before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.attribution.carrying import is_told_in_quotes, late_sources, stands_out
from quellenlage.attribution.citations import Citation, Sharing, find_citations, find_sharings, only_shares
from quellenlage.attribution.inner_sources import inner_source
from quellenlage.attribution.relays import find_relays, sentences_of
from quellenlage.attribution.speakers import Resolver
from quellenlage.attribution.voices import NOBODY, Voice
from quellenlage.gazetteer import find_outlet, find_site
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.model.statement import Attribution, SourceClass
from quellenlage.model.text import Article, Span

_CARRY_BLOCKS = 2
"""A speaker's chain goes on over at most this many blocks."""


@dataclass(frozen=True, slots=True)
class Chained:
    """An attribution with its speaker and chain; `nested` where it stands in another one's content, `shares` where it
    is nothing but the sharing of a report that speaks itself."""

    attribution: Attribution
    speaker: Voice
    via: tuple[Voice, ...]
    nested: bool = False
    shares: bool = False


def chain(article: Article, attributions: Sequence[Attribution], resolver: Resolver) -> tuple[Chained, ...]:
    """Speaker and chain of every attribution, in the order given (text order)."""
    done: list[Chained] = []
    citations, sharings = list(find_citations(article)), list(find_sharings(article))
    late = late_sources(article, attributions)
    for index, attribution in enumerate(attributions):
        while citations and _comes_before(citations[0], attribution):
            resolver.cite(citations.pop(0))
        outer = _enclosing(attribution, done)
        inside = outer is not None or is_told_in_quotes(article, attribution)
        speaker, passing = _behind_outlet(article, attribution, resolver, late.get(index, ()), inside)
        relays = (*passing, *find_relays(article, attribution, resolver)) or _carried(
            article, attribution, speaker, done
        )
        inner = (*_shared(attribution, sharings, resolver), *_around(outer), *relays)
        citing = resolver.citing(attribution, inner[0] if inner else speaker)
        via = _without_repeats((*citing, *inner), speaker, article.outlet)
        told = outer is not None and outer.speaker.name not in {"", speaker.name}
        nested = told or (outer is None and inside)
        done.append(Chained(attribution, speaker, via, nested, only_shares(attribution, sharings)))
    return tuple(done)


def _behind_outlet(
    article: Article, attribution: Attribution, resolver: Resolver, late: tuple[Span, ...], nested: bool
) -> tuple[Voice, tuple[Voice, ...]]:
    """The speaker, and the outlet that only passes on where the sentence names whom it relies on."""
    speaker = resolver.resolve(attribution, late=late, nested=nested)
    if speaker.cls is SourceClass.OUTLET and speaker.mentions:
        for sentence in sentences_of(article, attribution):
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


def _enclosing(attribution: Attribution, done: Sequence[Chained]) -> Chained | None:
    """The innermost earlier statement whose content holds this one's content and source."""
    holding = [
        chained
        for chained in done
        if content_size(chained.attribution) > content_size(attribution)
        and all(_inside(span, chained.attribution.content) for span in _core(attribution))
    ]
    return min(holding, key=lambda chained: content_size(chained.attribution), default=None)


def _core(attribution: Attribution) -> Iterator[Span]:
    yield from attribution.content
    yield from attribution.source
    yield from attribution.cue


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(c.block == span.block and c.start <= span.start and span.end <= c.end for c in content)


def content_size(attribution: Attribution) -> int:
    """Code points of the content."""
    return sum(span.end - span.start for span in attribution.content)


def _around(outer: Chained | None) -> tuple[Voice, ...]:
    if outer is None:
        return ()
    return (*outer.via, outer.speaker) if outer.speaker.name else outer.via


def _carried(article: Article, attribution: Attribution, speaker: Voice, done: Sequence[Chained]) -> tuple[Voice, ...]:
    """The chain of the same speaker's last statement, while the speaker goes on nearby."""
    block = attribution.content[0].block
    if speaker.name == NOBODY.name or stands_out(article.blocks[block]):
        return ()
    for previous in reversed(done):
        if block - previous.attribution.content[0].block > _CARRY_BLOCKS:
            return ()
        heading = stands_out(article.blocks[previous.attribution.content[0].block])
        if previous.speaker.name == speaker.name and not heading and not previous.nested:
            return tuple(Voice(voice.name, voice.cls) for voice in previous.via)
    return ()


def _without_repeats(via: Sequence[Voice], speaker: Voice, outlet: str | None) -> tuple[Voice, ...]:
    """Each party once, neither the speaker nor the article's own outlet among them."""
    kept: list[Voice] = []
    others = [speaker.name, *([outlet] if outlet else [])]
    for voice in via:
        known = any(_is_within(voice.name, one.name) or _same_party(voice.name, one.name) for one in kept)
        if not known and not any(_same_party(voice.name, name) for name in others):
            kept.append(voice)
    return tuple(kept)


def _same_party(one: str, other: str) -> bool:
    return _party(one) == _party(other)


def _is_within(one: str, other: str) -> bool:
    """Whether one relay's name holds the other's: "Kanal Grenzwacht24" and "Grenzwacht24" are one."""
    first, second = (f" {name.casefold()} " for name in (one, other))
    return first in second or second in first


def _party(name: str) -> str:
    outlet = find_outlet(name) or find_site(name)
    return outlet.name if outlet is not None else name.casefold()
