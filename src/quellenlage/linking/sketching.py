"""Sketching: what of a reading's statements and assertions can be recognised elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quellenlage.language.passage import sentence_ranges
from quellenlage.linking.answers import declines
from quellenlage.linking.encoder import Vector, encode
from quellenlage.linking.negation import negation_in
from quellenlage.linking.proper import proper_names
from quellenlage.linking.rejecting import figures_rejected, figures_told, words_told
from quellenlage.linking.sense import senses
from quellenlage.linking.sketch import Amount, Sketch, When
from quellenlage.linking.stance import stance
from quellenlage.linking.terms import Term, stem_of, terms
from quellenlage.model.figure import Figure
from quellenlage.model.statement import Kind, Polarity, Reading, SourceClass, Statement
from quellenlage.model.text import Article, BlockKind, Moment, Span, day_of
from quellenlage.model.time import TimeReference

_ABOUT = 40  # terms kept of what an article is about
_NAME_COUNTS = 2  # times as much as another word
_RAREST = 25.0  # compounds are rarer than names, and say no more
_OPENING_COUNTS, _OPENING_BLOCKS = 2, 4  # times as much, in so many first blocks
_OPENING = 300  # characters of its beginning that say what it is about
_FEWEST_TERMS = 3  # a content of fewer is read in its sentence
_DURATION = re.compile(r"P(?P<unit>T?)(?P<number>\d+)(?P<letter>[YMWDHS])")
_LASTING = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_NAMELESS = (SourceClass.NONE, SourceClass.GROUP)
# What a denial calls the thing that it denies, where it does not repeat it.
_POINTERS = frozenset(
    stem_of(word)
    for word in (
        "Bericht Berichte Berichterstattung Darstellung Vorwurf Vorwürfe Behauptung Behauptungen Angabe Angaben "
        "Aussage Aussagen Meldung Meldungen Anschuldigung Gerüchte Spekulation Spekulationen "
        "report reports claim claims allegation allegations accusation accusations statement account rumours charge"
    ).split()
)


def sketches(reading: Reading, statements: Sequence[Statement]) -> tuple[Sketch, ...]:
    """One sketch for each of `statements`, all of them of this reading, in order."""
    article = reading.article
    names = proper_names(article)
    around = _around(article, names)
    ordered = sorted(statements, key=_place)
    wordings = {each.id: wording(article, each) for each in statements}
    about = {each.id: _antecedent(each, ordered, wordings) or each for each in statements}
    texts = [wordings[about[each.id].id] for each in statements]
    opening, *meanings = encode([_opening(article), *texts])
    number = {each.id: place for place, each in enumerate(ordered)}
    return tuple(
        _sketch(reading, each, number[each.id], about[each.id], words, names, around, (meaning, opening, *sensed))
        for each, words, meaning, sensed in zip(statements, texts, meanings, senses(texts), strict=True)
    )


def wording(article: Article, statement: Statement) -> str:
    """The words that say what is claimed: the content, or its sentence where the content alone says too little."""
    said = statement.attribution
    content = " ".join(span.text for span in said.content)
    if said.kind is not Kind.REPORTED and len(terms(content)) >= _FEWEST_TERMS:
        return content
    return _sentence_without_source(article, statement) or content


def is_asserted(statement: Statement) -> bool:
    """Whether nobody is cited for it: its outlet says so by itself."""
    return not statement.attribution.cue and statement.speaker.cls is SourceClass.NONE


def _sketch(
    reading: Reading,
    each: Statement,
    number: int,
    about: Statement,
    words: str,
    names: frozenset[str],
    around: tuple[Term, ...],
    vectors: tuple[Vector, Vector, Vector, Vector],
) -> Sketch:
    """The sketch of a statement that speaks `about` another or itself; `vectors`: meaning, context, sense, side."""
    article, qualified = reading.article, each.qualification
    content = " ".join(span.text for span in each.attribution.content)
    negation = negation_in(words_told(each)) if about is each else ""
    denies = qualified.polarity is Polarity.DENIED and not declines(each)
    cue = " ".join(span.text for span in each.attribution.cue)
    return Sketch(
        article=article.id,
        language=article.language.value,
        order=_place(each),
        number=number,
        day=_day(article.published),
        asserted=is_asserted(each),
        denies=denies,
        negated=bool(negation),
        denial=cue if denies else negation,
        back="" if about is each else content,
        stance=stance(each, reading),
        speaker="" if each.speaker.cls in _NAMELESS else each.speaker.name,
        speaker_terms=terms(each.speaker.name, names),
        terms=terms(words, names),
        around=around,
        amounts=tuple(_amounts(about)),
        rejected=tuple(replace(_amount(figure), words=words) for figure, words in figures_rejected(about).items()),
        times=tuple(_when(time) for time in about.qualification.times),
        meaning=vectors[0],
        context=vectors[1],
        sense=vectors[2],
        side=vectors[3],
    )


def _antecedent(each: Statement, ordered: Sequence[Statement], wordings: dict[str, str]) -> Statement | None:
    """The statement just before that a bare denial denies ("bestreitet das", "denied the report"), if it is one."""
    content = " ".join(span.text for span in each.attribution.content)
    if each.qualification.polarity is not Polarity.DENIED or any(t.stem not in _POINTERS for t in terms(content)):
        return None
    before = [one for one in ordered if _place(one) < _place(each) and one.speaker.id != each.speaker.id]
    telling = [one for one in before if len(terms(wordings[one.id])) >= _FEWEST_TERMS]
    return telling[-1] if telling else None


def _sentence_without_source(article: Article, statement: Statement) -> str:
    said = statement.attribution
    first = said.content[0]
    text = article.blocks[first.block].text
    inside = [each for each in sentence_ranges(text) if any(_within(span, first.block, each) for span in said.content)]
    if not inside:
        return ""
    start, end = inside[0][0], inside[-1][1]
    for span in sorted(said.source, key=lambda span: span.start, reverse=True):
        if span.block == first.block and start <= span.start and span.end <= end:
            text = text[: span.start] + text[span.end :]
            end -= span.end - span.start
    return " ".join(text[start:end].split())


def _within(span: Span, block: int, sentence: tuple[int, int]) -> bool:
    return span.block == block and sentence[0] < span.end and span.start < sentence[1]


def _place(statement: Statement) -> tuple[int, int]:
    return (statement.attribution.content[0].block, statement.attribution.content[0].start)


def _around(article: Article, names: frozenset[str]) -> tuple[Term, ...]:
    """The terms that the article is about: rare ones that it repeats, names before other words."""
    weights: Counter[str] = Counter()
    known: dict[str, Term] = {}
    for block in article.blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.CAPTION):
            continue
        for term in terms(block.text, names):
            counts = (_NAME_COUNTS if term.named else 1) * (_OPENING_COUNTS if block.index < _OPENING_BLOCKS else 1)
            weights[term.stem] += int(10 * min(term.weight, _RAREST) * counts)
            known.setdefault(term.stem, term)
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_ABOUT]
    return tuple(known[stem] for stem in best)


def _opening(article: Article) -> str:
    body = (block.text for block in article.blocks if block.kind in (BlockKind.SUMMARY, BlockKind.PARAGRAPH))
    return f"{article.headline or ''} {next(body, '')}"[:_OPENING]


def _amounts(statement: Statement) -> Iterator[Amount]:
    """The figures, and how long something lasts as one ("drei Wochen lang"), where it is none of them already."""
    figures = statement.qualification.figures
    yield from map(_amount, figures_told(statement))
    for time in statement.qualification.times:
        lasting = _DURATION.fullmatch(time.value)
        if lasting and int(lasting["number"]) > 1 and not any(time.span.overlaps(figure.span) for figure in figures):
            unit = stem_of(_LASTING[lasting["unit"] + lasting["letter"]])
            yield Amount(float(lasting["number"]), None, unit, "", time.span.text)


def _amount(figure: Figure) -> Amount:
    basis = figure.basis.value if figure.basis else ""
    return Amount(figure.value or 0.0, figure.high, stem_of(figure.unit), basis, figure.span.text)


def _when(time: TimeReference) -> When:
    return When(_day(time.start), _day(time.end), time.value, time.span.text)


def _day(moment: Moment | None) -> int | None:
    return None if moment is None else day_of(moment).toordinal()
