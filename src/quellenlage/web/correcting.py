"""A person's version of a statement: as fields of a form, and from these fields back, or what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from quellenlage.model.ids import source_id
from quellenlage.model.statement import Certainty, Kind, Polarity, Source, SourceClass, Statement
from quellenlage.model.text import Block, Language, Span
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import shown
from quellenlage.web.correcting_figures import (
    FigureFields,
    Row,
    Rows,
    TimeFields,
    figure_fields,
    read_figure,
    read_time,
    rows_read,
    time_fields,
)
from quellenlage.web.quoting import Misfit, Translate, lines_of, spans_of

T = TypeVar("T")
_CLASSED = re.compile(r"(.*\S)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a form holds of a statement: content, cue, source and chain as lines, the labels by their keys.

    `figures` and `times` are rows, None where the form has none: then they stay, as far as the content has them.
    """

    content: str
    cue: str
    source: str
    speaker: str
    cls: str
    chain: str
    kind: str
    polarity: str
    certainty: str
    figures: tuple[FigureFields, ...] | None = None
    times: tuple[TimeFields, ...] | None = None


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


def fields_of(statement: Statement, ground: Ground) -> Fields:
    """The statement as a form holds it."""
    said, qualified = statement.attribution, statement.qualification
    return Fields(
        content=lines_of(said.content, ground.blocks),
        cue=lines_of(said.cue, ground.blocks),
        source=lines_of(said.source, ground.blocks),
        speaker=shown(statement.speaker.name),
        cls=statement.speaker.cls.value,
        chain="\n".join(
            f"{shown(each.name)} ({label(f'class.{each.cls}', ground.language)})" for each in statement.via
        ),
        kind=said.kind.value,
        polarity=qualified.polarity.value,
        certainty=qualified.certainty.value,
        figures=tuple(figure_fields(each, ground.blocks, ground.language) for each in qualified.figures),
        times=tuple(time_fields(each, ground.blocks, ground.language) for each in qualified.times),
    )


def correct(found: Statement, given: Fields, ground: Ground, _: Translate) -> tuple[Statement | None, dict[str, str]]:
    """The statement as the fields have it, or None with what is wrong, by the names of fields.

    A likelihood goes with the certainty that it is of.
    """
    wrong: dict[str, str] = {}

    def taken(field: str, take: Callable[[], T]) -> T | None:
        try:
            return take()
        except Misfit as misfit:
            wrong[field] = str(misfit)
            return None

    content = taken("content", lambda: _content(given.content, ground, _))
    cue = taken("cue", lambda: spans_of(given.cue, ground.blocks, _))
    source = taken("source", lambda: spans_of(given.source, ground.blocks, _))
    speaker = taken("speaker", lambda: _speaker(found.speaker, given, ground, _))
    via = taken("chain", lambda: _chain(found, given, ground, _))
    qualified = found.qualification
    rows = Rows(ground.blocks, ground.language, _, content or ())
    kept = fields_of(found, ground)
    figures, wrong_figures = rows_read(
        qualified.figures, _given(given.figures, kept.figures), figure_fields, read_figure, rows
    )
    times, wrong_times = rows_read(qualified.times, _given(given.times, kept.times), time_fields, read_time, rows)
    if content is not None:  # else all words would be said to stand outside it
        wrong |= {f"figure-{number}": told for number, told in wrong_figures.items()}
        wrong |= {f"time-{number}": told for number, told in wrong_times.items()}
    if content is None or cue is None or source is None or speaker is None or via is None or wrong:
        return None, wrong
    attribution = replace(found.attribution, kind=Kind(given.kind), content=content, cue=cue, source=source)
    certainty = Certainty(given.certainty)
    qualification = replace(
        qualified,
        polarity=Polarity(given.polarity),
        certainty=certainty,
        likelihood=qualified.likelihood if certainty is qualified.certainty else None,
        figures=figures,
        times=times,
    )
    return replace(found, attribution=attribution, speaker=speaker, via=via, qualification=qualification), {}


def _given(rows: tuple[Row, ...] | None, kept: tuple[Row, ...] | None) -> tuple[Row, ...]:
    return (kept or ()) if rows is None else rows


def _content(lines: str, ground: Ground, _: Translate) -> tuple[Span, ...]:
    spans = spans_of(lines, ground.blocks, _)
    if not spans:
        raise Misfit(_("A statement has a content. Where nobody says anything, reject it."))
    return spans


def _speaker(found: Source, given: Fields, ground: Ground, _: Translate) -> Source:
    name, cls = given.speaker.strip(), SourceClass(given.cls)
    if (name, cls) == (shown(found.name), found.cls):
        return found
    if bool(name) is (cls is SourceClass.NONE):
        raise Misfit(_("Give a name, or say that nobody is named; not both."))
    return _source(name, cls, ground)


def _chain(found: Statement, given: Fields, ground: Ground, _: Translate) -> tuple[Source, ...]:
    via = tuple(_relay(line.strip(), ground, _) for line in given.chain.splitlines() if line.strip())
    told = _("The chain has neither the speaker nor the article's own outlet: %(name)s.")
    for name in {given.speaker.strip(), ground.outlet} & {source.name for source in via}:
        raise Misfit(told % {"name": name})
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
        raise Misfit(_("Say in brackets what it is: %(name)s (%(cls)s).") % {"name": line, "cls": outlet})
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
