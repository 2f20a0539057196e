"""The outlet's name as the page gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element as Element

from quellenlage.gazetteer import find_outlet
from quellenlage.reading.declared import Declared, plain
from quellenlage.reading.flow import tidy

_SEPARATOR = re.compile(r"\s+(?:[|»•·›*—–-]|::)\s+")
_LED = re.compile(r"(?P<name>[^:]{3,40}): ")
"""A title that begins with the outlet: "Moorside FM: Former waiter …"."""
_HOME = re.compile(r"(?:\.?/)?(?:index\.html?)?")
_NO_NAMES = frozenset("home start startseite news nachrichten politik aktuell live".split())
_SHORTEST = 4  # letters of a part of an address that tells a name ("co", "www" do not)
_ENDS = re.compile(r"\s*(?:$|[,|·–.])")
_ARTICLE = re.compile(r"^(?:the|der|die|das)\s", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z0-9]+")
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_COPYRIGHT = re.compile(r"^(?:©|\(c\)|Copyright)?\W*(?:\d{4}\W*)?", re.IGNORECASE)


def find_outlet_name(declared: Declared, root: Element) -> str | None:
    """Site name, else publisher, else what stands at the end or the beginning of the title, if it is an outlet known by
    name or the page calls itself so elsewhere; None where none is given."""
    named = declared.first("og:site_name", "application-name") or _publisher(declared)
    return named or _from_title(declared, root)


def _publisher(declared: Declared) -> str | None:
    named: Any = declared.resolve(declared.article.get("publisher"))
    for node in (named, declared.publisher):
        if isinstance(node, list):
            node = node[0] if node else None
        name = plain(node.get("name")) if isinstance(node, dict) else plain(node)
        if name:
            return name
    return None


def _from_title(declared: Declared, root: Element) -> str | None:
    title = declared.title or ""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and find_outlet(parts[-1]):
        return parts[-1]
    led = _LED.match(title)
    told = [*(parts[-1:] + parts[:1] if len(parts) > 1 else []), *([led["name"]] if led else [])]
    told = [name for name in told if name.strip() and name.casefold() not in _NO_NAMES]
    if not told:
        return None
    host = re.sub(r"^\w+://|[/:].*$", "", declared.canonical or "")
    sites = {_squeezed(label) for label in host.split(".")[:-1] if len(label) >= _SHORTEST}
    own = [text.casefold() for text in _own_names(host, root)]
    for name in told:
        if sites & _addressed(name) or any(_begins(text, name.casefold()) for text in own):
            return name
    return None


def _begins(text: str, name: str) -> bool:
    """Whether a text is a name, or begins with it as with a name of its own ("moorside fm, the old creamery")."""
    return text.startswith(name) and _ENDS.match(text[len(name) :]) is not None


def _addressed(name: str) -> set[str]:
    """A name as an address may have it: "The Daily Lamp" as "dailylamp", "Acker & Stall" as "ackerundstall"."""
    told = [name.replace("&", word) for word in ("und", "and", "")]
    return {_squeezed(each) for each in told} | {_squeezed(_ARTICLE.sub("", each)) for each in told}


def _squeezed(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold().translate(_SPELT)))


def _own_names(host: str, root: Element) -> Iterator[str]:
    """What a page calls itself beside its title: the link to its front page, its footer."""
    for link in root.iter("a"):
        address = (link.get("href") or "#").strip()
        if _HOME.fullmatch(address) or (host and address.rstrip("/").endswith(f"//{host}")):
            yield _text(link) or next((image.get("alt") or "" for image in link.iter("img")), "")
    for footer in root.iter("footer"):
        yield _COPYRIGHT.sub("", _text(footer))


def _text(element: Element) -> str:
    return tidy("".join(map(str, element.itertext())))
