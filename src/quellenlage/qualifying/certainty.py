"""How sure the speaker claims to be: words in the content and in the cue, and questions.

Kept apart from how the reporter stands to it ("angeblich", "behauptete"): nothing here looks at that distance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows
from quellenlage.model.statement import Attribution, Certainty, Polarity
from quellenlage.model.text import Article, Language, Span
from quellenlage.qualifying.gaps import gaps_of
from quellenlage.qualifying.polarity import polarity_of

_NEAR = 60  # so many code points from the cue on, a hedge is still one of the saying
_MARK = re.compile(r"[.,;:!?\"„“”«»]")
_HEAD = 30  # "scope: head" counts only where it opens the content
_ORDER = (Certainty.UNKNOWN, Certainty.PROBABLE, Certainty.POSSIBLE)
_SUBORDINATE = {
    Language.GERMAN: re.compile(
        r"(?:damit|wenn|falls|weil|obwohl|während|sodass|bevor|nachdem|wie|was|wo|wohin|womit|worin|wodurch|um|"
        r"(?:(?:in|an|mit|von|bei|aus|auf|für|durch|gegen|unter|über|nach|zu) )?"
        r"(?:der|die|das|den|dem|deren|dessen|denen|welche[rsnm]?)(?! [A-ZÄÖÜ]))(?!\w)"  # before a noun: an article
    ),
    Language.ENGLISH: re.compile(
        r"(?:if|because|although|though|while|so that|before|after|unless|who|whom|whose|which|when|where|as)(?!\w)",
        re.IGNORECASE,
    ),
}
_CLAUSE_START = re.compile(r"[,;:–—]\s+")
_QUESTION_OPENS = {
    Language.GERMAN: re.compile(r"ob(?!\w)", re.IGNORECASE),
    Language.ENGLISH: re.compile(
        r"whether(?!\w)|(?:how|why|where|when)\s(?:did|do|does|is|are|was|were|can|could|will|would|should)(?!\w)",
        re.IGNORECASE,
    ),
}
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“„‘'(]|- )[A-Z](?=[a-z])(?!ay\s\d)")
_CLOSING = "\"'„“”‚‘’»«›‹ )"


@dataclass(frozen=True, slots=True)
class Assurance:
    """Certainty of a content, the likelihood range (0..1) that its words stand for, and the words themselves."""

    certainty: Certainty
    likelihood: tuple[float, float] | None = None
    hedges: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Expression:
    certainty: Certainty
    likelihood: tuple[float, float] | None
    scope: str


@dataclass(frozen=True, slots=True)
class _Hit:
    span: Span
    expression: _Expression


def assurance_of(article: Article, attribution: Attribution) -> Assurance:
    """How sure the speaker is of the content, by the words inside it and between its pieces, else by the cue.

    Hedges between cue and content ("warnen offenbar vor …") weaken the report alone, so they are kept but decide
    nothing.
    """
    found, beside = _by_words(article, attribution), _beside(article, attribution)
    return replace(found, hedges=(*beside, *found.hedges)) if beside else found


def _by_words(article: Article, attribution: Attribution) -> Assurance:
    language = article.language
    hits = _content_hits(article, attribution)
    if _is_question(article, attribution):
        return Assurance(Certainty.UNKNOWN, None, tuple(h.span for h in hits))
    asked = [] if _is_request(attribution, language) else _cue_hits(article, attribution)
    if any(hit.expression.certainty is Certainty.UNKNOWN for hit in asked):
        return Assurance(Certainty.UNKNOWN, None, tuple(h.span for h in (*asked, *hits)))
    for found in (hits, asked):
        if any(hit.expression.scope != "phrase" for hit in found):
            return _strongest(found)
    opens = attribution.content and _QUESTION_OPENS[language].match(attribution.content[0].text)
    if polarity_of(article, attribution) is Polarity.DENIED:
        opens = None  # "disputed whether": denied, not asked
    return Assurance(Certainty.UNKNOWN if opens else Certainty.CERTAIN, None, tuple(h.span for h in hits))


def _content_hits(article: Article, attribution: Attribution) -> list[_Hit]:
    """Hits in the content and in the gaps between its pieces, in text order. A gap opens no content."""
    spans = [(span, False) for span in attribution.content] + [(gap, True) for gap in gaps_of(article, attribution)]
    found = [
        hit
        for span, is_gap in spans
        for hit in _hits(article, span, "content")
        if _counts(article, hit, span) and not (is_gap and hit.expression.scope == "head")
    ]
    return sorted(found, key=lambda hit: (hit.span.block, hit.span.start))


def _beside(article: Article, attribution: Attribution) -> tuple[Span, ...]:
    """Hedges in the few words between the cue and the content that follows it."""
    for cue in reversed(attribution.cue):
        for content in attribution.content:
            if content.block == cue.block and cue.end < content.start <= cue.end + _NEAR:
                between = article.span(cue.block, cue.end, content.start)
                return () if _MARK.search(between.text) else tuple(h.span for h in _hits(article, between, "content"))
    return ()


def _strongest(hits: list[_Hit]) -> Assurance:
    deciding = [hit.expression for hit in hits if hit.expression.scope != "phrase"]
    certainty = min((expression.certainty for expression in deciding), key=_ORDER.index)
    ranges = {e.likelihood for e in deciding if e.certainty is certainty and e.likelihood is not None}
    return Assurance(certainty, ranges.pop() if len(ranges) == 1 else None, tuple(hit.span for hit in hits))


def _is_request(attribution: Attribution, language: Language) -> bool:
    """Whether somebody asks for something ("asked for help"), not whether it is so."""
    return (
        language is Language.ENGLISH
        and bool(attribution.content)
        and re.match(r"(?:for|to)(?!\w)", attribution.content[0].text) is not None
    )


def _is_question(article: Article, attribution: Attribution) -> bool:
    """Whether the content ends in a question mark."""
    if not attribution.content:
        return False
    last = attribution.content[-1]
    rest = last.text[-1:] + article.blocks[last.block].text[last.end : last.end + 3]
    return rest.strip(_CLOSING).startswith("?") or last.text.rstrip(_CLOSING).endswith("?")


def _cue_hits(article: Article, attribution: Attribution) -> list[_Hit]:
    """Hits in the cue, read as one phrase with its parts in order ("schloss … aus")."""
    if not attribution.cue:
        return []
    parts: list[tuple[int, Span]] = []
    phrase = ""
    for span in attribution.cue:
        parts.append((len(phrase), span))
        phrase += span.text + " "
    found: list[_Hit] = []
    for start, end, expression in _matches(phrase, article.language, "cue"):
        touched = [span for offset, span in parts if offset < end and start < offset + len(span.text)]
        found.extend(_Hit(span, expression) for span in touched)
    return found


def _hits(article: Article, span: Span, place: str) -> Iterator[_Hit]:
    for start, end, expression in _matches(span.text, article.language, place):
        yield _Hit(article.span(span.block, span.start + start, span.start + end), expression)


def _matches(text: str, language: Language, place: str) -> Iterator[tuple[int, int, _Expression]]:
    expressions, pattern = _lexicon(language, place)
    for match in pattern.finditer(_fold(text, language)):
        expression = expressions[int(match.lastgroup[1:])] if match.lastgroup else None
        if expression is not None and expression.certainty is not Certainty.CERTAIN:
            yield match.start(), match.end(), expression


def _fold(text: str, language: Language) -> str:
    """The text in small letters; in English only where a sentence starts, so that "May" stays a month."""
    if language is Language.GERMAN:
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return re.sub(r"(?<!\w)I(?!\w)", "i", _SENTENCE_START.sub(lambda match: match.group().lower(), text))


def _counts(article: Article, hit: _Hit, content: Span) -> bool:
    scope = hit.expression.scope
    start = hit.span.start - content.start
    if scope == "head":
        return start < _HEAD
    return scope != "main" or not _is_subordinate(content.text, start, article.language)


def _is_subordinate(text: str, position: int, language: Language) -> bool:
    """Whether a position lies in a clause that hangs on another inside the content."""
    boundaries = [match.end() for match in _CLAUSE_START.finditer(text, 0, position)]
    return bool(boundaries) and _SUBORDINATE[language].match(text, boundaries[-1]) is not None


@lru_cache(maxsize=8)
def _lexicon(language: Language, place: str) -> tuple[list[_Expression], re.Pattern[str]]:
    """All expressions of a place as one pattern, longest first, each in a group of its own."""
    entries = [
        row
        for row in rows(builtin_table("certainty.tsv", __package__))
        if row["language"] == language.value and row["place"] in (place, "any")
    ]
    entries.sort(key=lambda row: len(row["expression"]), reverse=True)
    expressions, parts = [], []
    for number, row in enumerate(entries):
        likelihood = (float(row["low"]) / 100, float(row["high"]) / 100) if row["low"] else None
        expressions.append(_Expression(Certainty(row["certainty"]), likelihood, row["scope"]))
        parts.append(f"(?P<e{number}>{_pattern(row['expression'])})")
    return expressions, re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w])")


def _pattern(expression: str) -> str:
    escaped = re.escape(expression).replace(r"\*", r"\w*").replace("'", "['’]")
    return escaped.replace(r"\ …\ ", r"\s+(?:[^\s,.;]+\s+){0,4}").replace(r"\ ", r"\s+")
