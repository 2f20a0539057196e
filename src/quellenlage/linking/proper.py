"""Which words of an article are proper names: what survives translation, and tells one event from another.

English shows it by a capital within a sentence. German writes every noun so; there a name is what stands bare after a
preposition ("in Unterwendel") or beside another capital ("Corinna Haberland") and never has an article ("die Brücke").
An office before a name ("Landrätin Corinna Haberland") is none, and neither is a given name, which thousands bear.
"""

from __future__ import annotations

import re

from quellenlage.gazetteer import find_role
from quellenlage.gazetteer.given_names import given_name
from quellenlage.linking.terms import opens, stem_of
from quellenlage.model.text import Article, BlockKind, Language

_CAPITAL = re.compile(r"(?<![\w-])[A-ZÄÖÜ][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEFORE = re.compile(r"(\w+)[ \u00a0„“\"»«]+\Z")
_COUNTED = re.compile(r"\d[ \u00a0]\w+[ \u00a0]+\Z")  # "20 Tonnen Salat"
_AFTER = re.compile(r"[ \u00a0][A-ZÄÖÜ][^\W\d_]+")
_BARE = frozenset("in bei aus nach von vor über um gegen mit für durch zwischen und laut".split())
_ARTICLES = frozenset(
    "der die das den dem des ein eine einem einen einer eines kein keine keinen im am zum zur vom beim ins ans sein "
    "seine seinen seiner ihr ihre ihren ihrer unser unsere dieser diese dieses diesen diesem jeder jede jedes alle "
    "allen viele mehrere einige zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
)
_TEXT = frozenset(BlockKind) - {BlockKind.FURNITURE, BlockKind.CREDIT, BlockKind.EMBED}


def proper_names(article: Article) -> frozenset[str]:
    """The stems of the words that are written as names."""
    bare: set[str] = set()
    common: set[str] = set()
    for block in article.blocks:
        if block.kind not in _TEXT:
            continue
        for match in _CAPITAL.finditer(block.text):
            kind = _english if article.language is Language.ENGLISH else _german
            verdict = not _is_shared(block.text, match) and kind(block.text, match)
            if verdict is not None:
                (bare if verdict else common).add(stem_of(match.group()))
    return frozenset(bare - common)


def _is_shared(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands before a name and is none by itself: an office or a given name."""
    word = match.group()
    return bool(_AFTER.match(text, match.end())) and (given_name(word) is not None or find_role(word) is not None)


def _english(text: str, match: re.Match[str]) -> bool | None:
    """True within a sentence, None where a capital is due anyway."""
    return None if opens(text, match.start()) else True


def _german(text: str, match: re.Match[str]) -> bool | None:
    """True for a bare word where names stand, False after an article, None where nothing shows it."""
    before = _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    word = before.group(1) if before else ""
    if word.lower() in _ARTICLES or word.isdigit():
        return False
    if word in _BARE or _AFTER.match(text, match.end()):
        return True
    if word[:1].isupper() and not opens(text, match.start()):
        return _COUNTED.search(text[max(0, match.start() - 30) : match.start()]) is None or None
    return None
