"""Outlets by name: whether words name one, in any case, in full or in short, or by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from quellenlage.gazetteer import OutletKind, find_outlet
from quellenlage.linking.names import fold, words_of
from quellenlage.model.claim import ArticleHead

_SHORTEST_ADDRESS = 6  # letters of a name in an address that is no chance in a text
_SHORTEST_FIRST = 5  # letters of a first word that can stand for the whole name
_ARTICLES = frozenset({"The", "Der", "Die", "Das"})
_LIKE_AN_OUTLET = re.compile(r"[A-ZÄÖÜ]\w+(?:bote|kurier|blatt|post|zeitung|anzeiger|echo|funk|rundschau|spiegel)")


@lru_cache(maxsize=1024)
def agencies_of(head: ArticleHead) -> frozenset[str]:
    """The agencies whose text an article holds by its own credit, itself among them where an agency publishes it."""
    outlet = find_outlet(head.outlet) if head.outlet else None
    own = {head.outlet} if head.outlet and outlet is not None and outlet.kind is OutletKind.AGENCY else set()
    return frozenset({*head.agencies, *own})


def names_outlet(text: str, outlet: str | None) -> bool:
    """Whether `text` names an outlet, in any German case, in full or in short ("the Courier", "der Inselbote")."""
    return outlet is not None and _within(outlet).search(text) is not None


def mentions(text: str, head: ArticleHead) -> bool:
    """Whether `text` names the outlet of an article, or the address of one without a name."""
    return names_outlet(text, head.outlet or _named_in_address(head))


def can_be_outlet(name: str, head: ArticleHead) -> bool:
    """Whether what is known to be the name of an outlet can be that of an article's, in full or by its first word."""
    first = next((word for word in (head.outlet or "").split() if word not in _ARTICLES), "")
    return is_outlet(name, head) or (len(first) >= _SHORTEST_FIRST and name == first)


def is_outlet(name: str, head: ArticleHead) -> bool:
    """Whether a name is that of an article's outlet and nothing else."""
    outlet = head.outlet or _named_in_address(head)
    return outlet is not None and _alone(outlet).fullmatch(name) is not None


def without_article(outlet: str) -> str:
    """The name of an outlet without an article that belongs to it ("The Sentinel")."""
    first, _, others = outlet.partition(" ")
    return others if others and first in _ARTICLES else outlet


@lru_cache(maxsize=4096)
def _within(outlet: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_forms(outlet)})(?!\w)")


@lru_cache(maxsize=4096)
def _alone(outlet: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[Tt]he |[Dd](?:er|ie|as|em|en) )?(?:{_forms(outlet)})")


def _named_in_address(head: ArticleHead) -> str | None:
    """The name that an address gives an outlet ("www.talblatt.example" -> "Talblatt"); None where it is too short."""
    host = re.sub(r"^\w+://(?:www\.)?|[/:].*$", "", head.url or "").partition(".")[0]
    return host.replace("-", " ").title() if len(host) >= _SHORTEST_ADDRESS else None


def _forms(outlet: str) -> str:
    """A pattern for all that an outlet is called."""
    words = without_article(outlet).split()
    stems = [re.escape(word) if word.isupper() or len(word) < 4 else _inflected(word) for word in words]
    forms = [" ".join(stems)]
    if len(words) > 1:
        forms.append(rf"[Tt]he {re.escape(words[-1])}")
    if len(words) > 1 and _LIKE_AN_OUTLET.fullmatch(words[0]):
        forms.append(stems[0])
    return "|".join(forms)


def _inflected(word: str) -> str:
    """A pattern for a word in any case: "Kuriers", and for adjectives "Kressfelder", "Neuen"."""
    bare = re.escape(re.sub(r"e[rnms]?$", "", word))
    return rf"(?:{re.escape(word)}(?:e?s|n|’s|'s)?|{bare}e[rnms]?)"


def publishes(head: ArticleHead, names: Iterable[str]) -> bool:
    """Whether one of some names is that of the article's outlet, of its address, or of an agency that it credits."""
    names = tuple(name for name in names if name)
    if any(names_outlet(name, head.outlet) for name in names):
        return True
    address = _address(head.url or "")
    if any(len(_slug(name)) >= _SHORTEST_ADDRESS and _slug(name) in address for name in names):
        return True
    return bool(agencies_of(head) & set(names)) and names[-1] in agencies_of(head)


@lru_cache(maxsize=4096)
def _address(url: str) -> str:
    return fold(re.sub(r"^\w+://|/.*$", "", url)).replace("-", "").replace(".", "")


@lru_cache(maxsize=4096)
def _slug(name: str) -> str:
    return "".join(fold(word) for word in words_of(name))
