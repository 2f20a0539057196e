"""A person's version of a statement: as fields of a form, and from these fields back, or what is wrong with them.

Words are given a line each, exactly as they stand in the blocks at hand. Words that stand there more than once say
which ones they are by a number at the end of the line: "sagte [2]" are the second ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from quellenlage.model.ids import source_id
from quellenlage.model.statement import Certainty, Kind, Polarity, Source, SourceClass, Statement
from quellenlage.model.text import Block, Language, Span
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import shown

T = TypeVar("T")
Translate = Callable[[str], str]
_NUMBERED = re.compile(r"(.+) \[(\d{1,4})\]")
_CLASSED = re.compile(r"(.*\S)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a form holds of a statement: content, cue, source and chain as lines, the labels by their keys."""

    content: str
    cue: str
    source: str
    speaker: str
    cls: str
    chain: str
    kind: str
    polarity: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a person's version may draw on: the article's id and outlet, the blocks at hand, the sources known there.

    `language` is that of the form.
    """

    article: str
    outlet: str | None
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    language: Language


class _Misfit(ValueError):
    """A field that cannot be taken as it is, in words for the person who filled it in."""


def fields_of(statement: Statement, ground: Ground) -> Fields:
    """The statement as a form holds it."""
    said, qualified = statement.attribution, statement.qualification
    return Fields(
        content="\n".join(_line(span, ground.blocks) for span in said.content),
        cue="\n".join(_line(span, ground.blocks) for span in said.cue),
        source="\n".join(_line(span, ground.blocks) for span in said.source),
        speaker=shown(statement.speaker.name),
        cls=statement.speaker.cls.value,
        chain="\n".join(
            f"{shown(each.name)} ({label(f'class.{each.cls}', ground.language)})" for each in statement.via
        ),
        kind=said.kind.value,
        polarity=qualified.polarity.value,
        certainty=qualified.certainty.value,
    )


def correct(found: Statement, given: Fields, ground: Ground, _: Translate) -> tuple[Statement | None, dict[str, str]]:
    """The statement as the fields have it, or None with what is wrong, by the names of fields.

    Figures stay as far as they stand in the content; a likelihood goes with the certainty that it is of.
    """
    wrong: dict[str, str] = {}

    def taken(field: str, take: Callable[[], T]) -> T | None:
        try:
            return take()
        except _Misfit as misfit:
            wrong[field] = str(misfit)
            return None

    content = taken("content", lambda: _content(given.content, ground, _))
    cue = taken("cue", lambda: _spans(given.cue, ground, _))
    source = taken("source", lambda: _spans(given.source, ground, _))
    speaker = taken("speaker", lambda: _speaker(found.speaker, given, ground, _))
    via = taken("chain", lambda: _chain(found, given, ground, _))
    if content is None or cue is None or source is None or speaker is None or via is None:
        return None, wrong
    attribution = replace(found.attribution, kind=Kind(given.kind), content=content, cue=cue, source=source)
    qualified = found.qualification
    certainty = Certainty(given.certainty)
    qualification = replace(
        qualified,
        polarity=Polarity(given.polarity),
        certainty=certainty,
        likelihood=qualified.likelihood if certainty is qualified.certainty else None,
        figures=tuple(each for each in qualified.figures if any(_covers(span, each.span) for span in content)),
    )
    return replace(found, attribution=attribution, speaker=speaker, via=via, qualification=qualification), {}


def _line(span: Span, blocks: Sequence[Block]) -> str:
    words = shown(span.text)
    places = list(_places(words, blocks))
    if len(places) < 2:
        return words
    return f"{words} [{[(place.block, place.start) for place in places].index((span.block, span.start)) + 1}]"


def _named(source: Source, language: Language) -> str:
    return f"{shown(source.name)} ({label(f'class.{source.cls}', language)})"


def _content(lines: str, ground: Ground, _: Translate) -> tuple[Span, ...]:
    spans = _spans(lines, ground, _)
    if not spans:
        raise _Misfit(_("A statement has a content. Where nobody says anything, reject it."))
    return spans


def _spans(lines: str, ground: Ground, _: Translate) -> tuple[Span, ...]:
    """The words given, in the order of the page."""
    spans = [_span(line.strip(), ground.blocks, _) for line in lines.splitlines() if line.strip()]
    spans.sort(key=lambda span: (span.block, span.start))
    for one, other in pairwise(spans):
        if one.overlaps(other):
            raise _Misfit(_("“%(words)s” and “%(others)s” overlap.") % {"words": one.text, "others": other.text})
    return tuple(spans)


def _span(line: str, blocks: Sequence[Block], _: Translate) -> Span:
    places = list(_places(line, blocks))
    if len(places) == 1:
        return places[0]
    if places:
        told = _("“%(words)s” stands there %(number)s times. Add words, or [1] for the first, [2] for the second …")
        raise _Misfit(told % {"words": line, "number": len(places)})
    numbered = _NUMBERED.fullmatch(line)
    places = list(_places(numbered[1], blocks)) if numbered else []
    if numbered and 1 <= int(numbered[2]) <= len(places):
        return places[int(numbered[2]) - 1]
    raise _Misfit(_("“%(words)s” does not stand there. Copy the words exactly, a line each.") % {"words": line})


def _places(words: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Where the words stand, in the form in which they are shown, which is as long as the page's own."""
    for block in blocks:
        text = shown(block.text)
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            yield Span(block.index, start, end, block.text[start:end])
            start = text.find(words, start + 1)


def _speaker(found: Source, given: Fields, ground: Ground, _: Translate) -> Source:
    name, cls = given.speaker.strip(), SourceClass(given.cls)
    if (name, cls) == (shown(found.name), found.cls):
        return found
    if bool(name) is (cls is SourceClass.NONE):
        raise _Misfit(_("Give a name, or say that nobody is named; not both."))
    return _source(name, cls, ground)


def _chain(found: Statement, given: Fields, ground: Ground, _: Translate) -> tuple[Source, ...]:
    via = tuple(_relay(line.strip(), ground, _) for line in given.chain.splitlines() if line.strip())
    told = _("The chain has neither the speaker nor the article's own outlet: %(name)s.")
    for name in {given.speaker.strip(), ground.outlet} & {source.name for source in via}:
        raise _Misfit(told % {"name": name})
    unchanged = [(each.name, each.cls) for each in via] == [(shown(each.name), each.cls) for each in found.via]
    return found.via if unchanged else via


def _relay(line: str, ground: Ground, _: Translate) -> Source:
    """Somebody of the chain: what it is stands in brackets, or is known from the article."""
    classed = _CLASSED.fullmatch(line)
    cls = _class(classed[2]) if classed else None
    if classed and cls:
        return _source(classed[1], cls, ground)
    known = {source.cls for source in ground.sources if source.name == line}
    if len(known) != 1:
        outlet = label("class.outlet", ground.language)
        raise _Misfit(_("Say in brackets what it is: %(name)s (%(cls)s).") % {"name": line, "cls": outlet})
    return _source(line, known.pop(), ground)


def _class(word: str) -> SourceClass | None:
    """The class of this key or label, in either language."""
    for cls in SourceClass:
        words = {cls.value, *(label(f"class.{cls}", language).casefold() for language in Language)}
        if cls is not SourceClass.NONE and word.strip().casefold() in words:
            return cls
    return None


def _source(name: str, cls: SourceClass, ground: Ground) -> Source:
    return Source(source_id(ground.article, name, cls), name, cls)


def _covers(span: Span, inner: Span) -> bool:
    return span.block == inner.block and span.start <= inner.start and inner.end <= span.end
