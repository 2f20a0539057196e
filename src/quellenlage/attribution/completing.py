"""Spans that the tagger cut short, completed to the whole name that they stand in.

"Lemsetaler" of "Lemsetaler Anzeiger" becomes the outlet's name, "Berg" of "Anna Berg" the person's; a bare
"zweier" its noun ("zweier Beamter"); a bare "Darstellung" or "Angaben" becomes its owner's words ("des Betriebs");
a noun gets the determiner before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.attribution.names import Names
from quellenlage.attribution.phrases import SAYING_NOUNS
from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_SAYING = re.compile(rf"(?:(?:den|der|dem|die|Den|Der) )?(?:{SAYING_NOUNS}|Schätzung|Aussage|Meinung)")
_IN_CUE = re.compile(
    r"(?P<source>[A-ZÄÖÜ][\w.-]*)[“”\"«]?-(?:Angaben|Informationen|Recherchen?|Berichte?n?|Einschätzung|Schätzungen)\b"
)
_BARE = re.compile(
    r"(?:zwei|zweier|drei|dreier|eine?|einer|eines|einem|einen|der|die|das|dem|des|an?|the|two|three)", re.I
)
_DETERMINER = re.compile(r"\b(?:[Dd](?:er|ie|as|em|en|es)|[Ee]in(?:e[rmns]?)?|[Tt]he|[Aa]n?) $")
_NOUN = re.compile(r"(?: [a-zäöü]+e[nrs]?)*(?: [A-ZÄÖÜ][\w-]+)+(?: (?:aus|in|im|bei) (?:dem |der )?[A-ZÄÖÜ][\w-]+)?")
_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}(?:e|en|er|em|es)")
_SURNAME = re.compile(r" (?P<name>[A-ZÄÖÜ][\w-]+)")
_OWNER = re.compile(r" (?:des|der|von|vom|einer|eines|mehrerer|zweier)(?: [a-zäöü]+e[nrs]?)*(?: [A-ZÄÖÜ][\w-]+)+")


def source_in_cue(article: Article, attribution: Attribution) -> tuple[Span, ...]:
    """The source that a cue holds as the first part of a compound: "Tagblatt" in "nach Tagblatt-Informationen"."""
    for span in attribution.cue if not attribution.source else ():
        found = _IN_CUE.search(span.text)
        if found:
            start, end = (span.start + found.start("source"), span.start + found.end("source"))
            return (article.span(span.block, start, end),)
    return ()


def completed(article: Article, names: Names, span: Span) -> Span:
    """The span, or the whole name or owner that it is part of, with the determiner before it: "dem Bericht" points
    back at a report, "Bericht" does not."""
    whole = _whole(article, names, span)
    has_one = _BARE.fullmatch(whole.text.split()[0])
    before = None if has_one else _DETERMINER.search(article.blocks[whole.block].text[: whole.start])
    return article.span(whole.block, before.start(), whole.end) if before else whole


def _whole(article: Article, names: Names, span: Span) -> Span:
    text = article.blocks[span.block].text
    if _SAYING.fullmatch(span.text):
        owner = _OWNER.match(text, span.end)
        return article.span(span.block, owner.start() + 1, owner.end()) if owner else span
    if _BARE.fullmatch(span.text):
        noun = _NOUN.match(text, span.end)
        return article.span(span.block, span.start, noun.end()) if noun else span
    if _ADJECTIVE.fullmatch(span.text):
        noun = _NOUN.match(text, span.end)
        said = noun is not None and any(_SAYING.fullmatch(word) for word in noun.group().split())
        return article.span(span.block, span.start, noun.end()) if noun and not said else span
    role = find_role(span.text.split()[-1])
    behind = _SURNAME.match(text, span.end) if role is not None and role.cls is RoleClass.PERSON else None
    if behind is not None and names.person(behind["name"]) is not None:
        return article.span(span.block, span.start, behind.end())
    for start, end in _whole_names(article, names, span):
        if start < span.end and span.start < end and (start < span.start or span.end < end):
            inside = start <= span.start and span.end <= end
            return article.span(span.block, *((start, end) if inside else (min(start, span.start), max(end, span.end))))
    return span


def _whole_names(article: Article, names: Names, span: Span) -> Iterator[tuple[int, int]]:
    yield from find_outlet_names(article.blocks[span.block].text, names.outlets)
    for place in names.occurrences:
        if place.block == span.block:
            yield place.start, place.end
