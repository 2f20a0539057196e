"""Who passes a statement on by words of their own, that no list of outlets is needed for.

A sentence that says who reports the one before ("Das schreibt der Morgenbote."), a survey that was asked in, a
newspaper that has seen a document, a spokesman through whom somebody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_REPORTS = re.compile(
    r" *(?:Das|Dies|Darüber|So) (?:schreib(?:t|en)|schrieb(?:en)?|berichte(?:te|ten|t|n)|melde(?:te|ten|t|n)|will)\b"
    r"(?: \w+){0,2}? (?:(?:der|die|das) )?[^.]{0,60}"
)
"""A sentence that only says who tells the one before."""
_ASKED = re.compile(
    r"\b[Ii]n (?P<survey>(?:an?|the|one|einer|dieser|der) (?:[\w-]+ ){0,2}?"
    r"(?:poll|survey|study|[\w-]*[Uu]mfrage|[\w-]*[Bb]efragung|Studie))\b"
)
_SHARE = re.compile(r"\d[\d.,]* ?(?:%|Prozent|percent|per cent)|\w+ (?:out of|von) \w+")
_SEEN = re.compile(r"(?:seen|obtained|reviewed|viewed) by (?:the (?:newspaper |broadcaster )?)?$")
_THROUGH = re.compile(
    r"\b(?:[Üü]ber|[Dd]urch) (?:sein|ihr)e?[nr]? (?P<german>\w+)|\b[Tt]hrough (?:his|her|their) (?P<english>[a-z]+)\b"
)


def find_passing(
    article: Article, one: Attribution, sentences: list[tuple[int, int, int]], outlets: frozenset[str]
) -> Iterator[Span]:
    """The words for whoever passes an attribution on; `sentences` are those of its cue and content."""
    yield from _seen_by(article, one, outlets)
    for block, begin, end in sentences:
        text = article.blocks[block].text
        yield from _reported_next(article, block, end, outlets)
        asked = _ASKED.search(text, begin, end)
        if asked and one.source and _SHARE.match(one.source[0].text):
            yield article.span(block, *asked.span("survey"))
        through = _THROUGH.search(text, begin, end)
        group = through and ("german" if through["german"] else "english")
        role = find_role(through[group]) if through and group else None
        if through and group and role is not None and role.cls in {RoleClass.PERSON, RoleClass.UNNAMED}:
            yield article.span(block, *through.span(group))


def _reported_next(article: Article, block: int, end: int, outlets: frozenset[str]) -> Iterator[Span]:
    """The outlet that the next sentence says has reported this one."""
    text = article.blocks[block].text
    match = _REPORTS.match(text, end)
    if match is None:
        return
    for start, stop in find_outlet_names(match.group(), outlets):
        yield article.span(block, match.start() + start, match.start() + stop)


def _seen_by(article: Article, one: Attribution, outlets: frozenset[str]) -> Iterator[Span]:
    """The outlet that has seen the document which speaks: "emails seen by the Gazette"."""
    for span in one.source:
        for start, stop in find_outlet_names(span.text, outlets):
            if _SEEN.search(span.text[:start]):
                yield article.span(span.block, span.start + start, span.start + stop)
