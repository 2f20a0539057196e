"""Scare quotes: quotation marks around a single word that the reporter uses but will not own.

A quoted predicate ("der Plan sei „absurd“") only gives the speaker's word. The reporter's distance shows where the
word is part of a noun phrase that goes on in the reporter's own words: „giftige“ Impfstoffe, die „Spezialoperation“.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.gazetteer import find_outlet
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, Language, Span
from quellenlage.qualifying.wording import quoted

_BESIDE = 60  # characters before and behind that can matter
_SINGLE = re.compile(r"[^\w\s]([^\W\d_](?:[\w-]*\w)?)[,.]?[^\w\s]")
_DEFINITE = {
    Language.GERMAN: re.compile(
        r"(?<!\w)(?:der|die|das|den|dem|des|diese[rsmn]?|seine[rsmn]?|ihre[rsmn]?|deren|dessen)\s+$", re.IGNORECASE
    ),
    Language.ENGLISH: re.compile(r"(?<!\w)(?:the|this|that|these|those|his|her|its|their)\s+$", re.IGNORECASE),
}
_GERMAN_ATTRIBUTE = re.compile(r"[a-zäöüß]\w*e[nrsm]?")
_NOUN_BEHIND = re.compile(r"\s+(?:[a-zäöüß]\w*e[nrsm]?\s+)?[A-ZÄÖÜ]")
_ARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:an?|the|this|that|these|those|his|her|its|their|of|for|with)\s+$", re.IGNORECASE
)
_NO_NOUN = frozenset(
    "a an the and or but of in on at to for with by from as because if that which who when while is are was were has "
    "have had will would could should about after before during instead".split()
)
_NAMING = re.compile(
    r"(?:be)?nann?t|nenn|bezeichn|titul|heißt|call|dub|describ|label|brand|term|lob|würdig|prais|begriff|wort|stichwort",
    re.IGNORECASE,
)


def scare_quotes(article: Article, attribution: Attribution) -> Iterator[Span]:
    """The words in scare quotes, quotation marks included, inside a content that is not direct speech."""
    if attribution.kind is Kind.DIRECT or _NAMING.search(" ".join(span.text for span in attribution.cue)):
        return
    for span in attribution.content:
        text = article.blocks[span.block].text
        for start, end in quoted(text):
            if span.start <= start and end <= span.end and _is_scare(article, text, start, end):
                yield article.span(span.block, start, end)


def _is_scare(article: Article, text: str, start: int, end: int) -> bool:
    match = _SINGLE.fullmatch(text, start, end)
    if match is None:
        return False
    word, before, after = match[1], text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    if find_outlet(word) is not None or after[:1] in ("-", "‑"):
        return False
    if article.language is Language.GERMAN:
        if _GERMAN_ATTRIBUTE.fullmatch(word):
            return _NOUN_BEHIND.match(after) is not None
        return (
            word[0].isupper() and _is_disowned(article, word) and _DEFINITE[Language.GERMAN].search(before) is not None
        )
    if not word[0].islower() or word.endswith("ly"):
        return False
    behind = re.match(r"\s+([a-z]+)", after)
    if behind and behind[1] not in _NO_NOUN:
        return _ARTICLE_BEFORE.search(before) is not None
    return (
        _DEFINITE[Language.ENGLISH].search(before) is not None
        or re.search(r"[A-Z]\w+(?:i|an|ish|ese)\s+$", before) is not None
    )


def _is_disowned(article: Article, word: str) -> bool:
    """Whether the article never uses the word without quotation marks: what it does use, it owns (a name, a term)."""
    plain = re.compile(rf"(?<![\w„“\"»«‚‘]){re.escape(word)}(?![\w“”\"«»‘’])")
    return not any(plain.search(block.text) for block in article.blocks)
