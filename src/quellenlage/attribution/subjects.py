"""The subject that a sentence opens with, for pronouns that point at nobody who has a name."""

from __future__ import annotations

import re

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.text import Article, Span

_OPENING = re.compile(
    r"[„“\"»]?(?P<phrase>(?:Der|Die|Das|Ein|Eine|The|A|An)(?: (?!(?:und|and)\b)[a-zäöü][\w-]+){0,3}"
    r"(?: [A-ZÄÖÜ][\w-]+){1,3})(?= [a-zäöü(,])|(?P<english>(?:The|A|An)(?: [a-z][\w-]+){1,3}?)"
    r"(?= (?:has|had|have|is|was|were|will|said|says|told)\b)"
)


_NAMED = re.compile(
    rf"(?:{_OPENING.pattern}|(?P<name>[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+){{0,3}})"
    r"(?= (?:hat|haben|ist|sind|[a-z]+t|[a-z]+en|has|had|have) ))"
)


def subject_of(article: Article, block: int, start: int) -> Span | None:
    """The phrase that opens the sentence around a place, where it ends before that place; None where none is clear."""
    text = article.blocks[block].text
    around = [one for one in sentence_ranges(text) if one[0] <= start][-1:]
    match = _NAMED.match(text, *around[0]) if around else None
    if match is None:
        return None
    group = next(name for name in ("phrase", "english", "name") if match[name])
    return article.span(block, *match.span(group)) if match.end(group) <= start else None


_BEFORE_RELATIVE = re.compile(
    r"(?<![\w-])(?P<phrase>(?:(?:[Dd](?:er|ie|as|em|en)|[Ee]in(?:e[rmns]?)?) )?(?:[a-zäöüß]+e[nrms]? ){0,2}"
    r"[„“\"»]?[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w-]+)*[“”\"«]?), (?:(?:aus|von|in|mit|nach|bei) )?$"
)


def noun_before(article: Article, block: int, start: int) -> Span | None:
    """The noun phrase that a German relative pronoun at a place belongs to; None where none stands right before it."""
    match = _BEFORE_RELATIVE.search(article.blocks[block].text[:start])
    return article.span(block, *match.span("phrase")) if match else None


def subject_before(article: Article, block: int, start: int) -> Span | None:
    """The phrase that opens the sentence before the one at a place, in the same block; None where none is clear."""
    text = article.blocks[block].text
    before = [one for one in sentence_ranges(text) if one[0] <= start][-2:-1]
    if not before:
        return None
    match = _OPENING.match(text, *before[0])
    if match is None:
        return None
    return article.span(block, *match.span("phrase" if match["phrase"] else "english"))
