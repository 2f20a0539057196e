"""What a page declares about itself for machines: schema.org nodes (JSON-LD), meta tags, title, language.

Evidence, not proof: these marks are often wrong, stale or broken. They are gathered here and weighed elsewhere.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import _Element as Element

from quellenlage.reading.flow import tidy

Node = dict[str, Any]

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|Satirical|Opinion|Analysis)", re.IGNORECASE)
_NEWS_TYPE = re.compile(r"News|Report|LiveBlog|Opinion|Analysis|Satirical", re.IGNORECASE)
_COMMENT_MARKS = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_NESTED_IN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
_DEEPEST = 12

# For JSON that stays broken: single fields can still be read.
_FIELD = r'"%s"\s*:\s*"((?:[^"\\]|\\.)*)"'
_LOOSE_TEXT = ("headline", "datePublished", "dateModified", "description", "isAccessibleForFree")
_LOOSE_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything declared: `article` the merged schema.org node of the page's article (empty where there is none),
    `nodes` all nodes by their `@id`, `meta` the contents of meta tags by lower-case name, in page order."""

    article: Node = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    meta: dict[str, list[str]] = field(default_factory=dict)
    title: str | None = None
    language: str | None = None
    canonical: str | None = None
    publisher: Node = field(default_factory=dict)

    def first(self, *names: str) -> str | None:
        """The first non-empty meta content under the first of `names` that has one."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return None

    def text(self, key: str) -> str | None:
        """A text property of the article node, entities and markup undone."""
        return plain(self.article.get(key))

    def resolve(self, value: Any) -> Any:
        """A node given only as a reference, looked up; anything else as it is."""
        if isinstance(value, dict) and "name" not in value and value.get("@id") in self.nodes:
            return self.nodes[value["@id"]]
        return value


def declared_by(root: Element) -> Declared:
    """What the page under `root` declares. Never raises: broken JSON is mended or read field by field."""
    nodes: list[Node] = []
    meta: dict[str, list[str]] = {}
    title: str | None = None
    canonical: str | None = None
    for element in root.iter("script", "meta", "title", "link"):
        match element.tag:
            case "meta":
                name = element.get("property") or element.get("name") or element.get("itemprop")
                if name:
                    meta.setdefault(name.strip().lower(), []).append(tidy(element.get("content") or ""))
            case "script" if "ld+json" in (element.get("type") or "").lower():
                nodes.extend(_nodes_in(element.text or ""))
            case "title" if title is None:
                title = tidy(element.text or "") or None
            case "link" if (element.get("rel") or "").lower() == "canonical":
                canonical = (element.get("href") or "").strip() or canonical
    articles = sorted(filter(_is_article, nodes), key=_is_lesser)
    return Declared(
        article=_merged(articles),
        nodes={str(node["@id"]): node for node in reversed(nodes) if "@id" in node and "name" in node},
        meta=meta,
        title=title,
        language=root.get("lang") or next(iter(meta.get("content-language") or meta.get("og:locale") or ()), None),
        canonical=canonical,
        publisher=next((node for node in nodes if _is_publisher(node)), {}),
    )


def plain(value: Any) -> str | None:
    """A JSON-LD text value as readers would see it, or None."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    text = value
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^<>]*>", " ", text)
    return tidy(text) or None


def types_of(node: Node) -> str:
    """The node's types as one text."""
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _nodes_in(source: str) -> Iterator[Node]:
    if not source.strip():
        return
    try:
        tree = _parsed(source)
    except (ValueError, RecursionError):
        loose = _loose_node(source)
        if loose:
            yield loose
        return
    yield from _flattened(tree, _DEEPEST)


def _parsed(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except ValueError:
        pass
    stripped = _COMMENT_MARKS.sub("", _COMMENT_MARKS.sub("", source.strip())).strip()
    mended = _TRAILING_COMMA.sub("", stripped).rstrip(";")
    try:
        return json.loads(mended, strict=False)
    except ValueError:
        if "&quot;" not in mended:
            raise
    return json.loads(html.unescape(mended), strict=False)


def _loose_node(source: str) -> Node | None:
    if not _ARTICLE_TYPE.search(source[:20_000]):
        return None
    node: Node = {"@type": "NewsArticle" if "NewsArticle" in source else "Article"}
    for key in _LOOSE_TEXT:
        found = re.search(_FIELD % key, source)
        if found:
            node[key] = _unescaped(found.group(1))
    authors = [{"name": _unescaped(name)} for name in _LOOSE_AUTHOR.findall(source)]
    if authors:
        node["author"] = authors
    return node if len(node) > 1 else None


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _flattened(tree: Any, depth: int) -> Iterator[Node]:
    if depth == 0:
        return
    if isinstance(tree, list):
        for part in tree:
            yield from _flattened(part, depth - 1)
    elif isinstance(tree, dict):
        yield tree
        for key in _NESTED_IN:
            if key in tree:
                yield from _flattened(tree[key], depth - 1)
        for key in ("author", "publisher", "creator"):
            if isinstance(tree.get(key), dict) and "@id" in tree[key] and "name" in tree[key]:
                yield tree[key]


def _is_article(node: Node) -> bool:
    return bool(_ARTICLE_TYPE.search(types_of(node)))


def _is_publisher(node: Node) -> bool:
    return "Organization" in types_of(node) and bool(node.get("name"))


def _is_lesser(node: Node) -> tuple[bool, bool]:
    """News types first, then nodes that name a date."""
    return not _NEWS_TYPE.search(types_of(node)), not node.get("datePublished")


def _merged(articles: list[Node]) -> Node:
    """The first article, with what it lacks taken from others of the same headline (pages declare one article
    twice)."""
    if not articles:
        return {}
    first = dict(articles[0])
    name = plain(first.get("headline"))
    for other in articles[1:]:
        if name is None or plain(other.get("headline")) in (name, None):
            for key, value in other.items():
                if not first.get(key):
                    first[key] = value
    return first
