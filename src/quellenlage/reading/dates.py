"""When the article was published and last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quellenlage.model.text import Moment
from quellenlage.reading.html import HtmlReading
from quellenlage.reading.lines import is_date_line
from quellenlage.reading.moments import find_moment, more_exact, parse_stamp
from quellenlage.reading.vocabulary import Role

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "publish-date",
    "pubdate",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "article.published",
    "citation_online_date",
)
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "last-modified",
    "og:updated_time",
    "dcterms.modified",
)
_CHANGED = re.compile(r"\b(?:aktualisiert|stand|updated?|modified|geändert|letzte änderung)\b", re.IGNORECASE)
_HEADER = 14  # chunks before the text in which a visible date is looked for


def dates_from_html(reading: HtmlReading) -> tuple[Moment | None, Moment | None]:
    """(published, modified): schema.org node, then meta tags, then `time` elements and visible dates around the
    headline.
    A source that says the same day more exactly completes one that gives only the day."""
    declared = reading.declared
    published = _first(declared.article.get(name) for name in ("datePublished", "dateCreated", "uploadDate"))
    published = more_exact(published, _first(text for name in _PUBLISHED for text in declared.meta.get(name, ())))
    modified = _first([declared.article.get("dateModified")])
    modified = more_exact(modified, _first(text for name in _MODIFIED for text in declared.meta.get(name, ())))
    if published is None:
        shown, changed = _visible(reading)
        published, modified = shown, modified or changed
    return published, modified


def dates_from_lines(lines: Sequence[str]) -> tuple[Moment | None, Moment | None]:
    """(published, modified) from lines that are dates: the first one is when it was published, unless it says
    otherwise."""
    return _sorted((line, find_moment(line)) for line in lines if is_date_line(line))


def _first(texts: Iterable[object]) -> Moment | None:
    for text in texts:
        moment = parse_stamp(text) or (find_moment(text) if isinstance(text, str) else None)
        if moment is not None:
            return moment
    return None


def _visible(reading: HtmlReading) -> tuple[Moment | None, Moment | None]:
    body = reading.body
    head = reading.chunks[max(0, body.first - _HEADER) : body.first + 2]
    dated = [chunk for chunk in head if chunk.stamp or is_date_line(chunk.text) or body.roles(chunk) & Role.BYLINE]
    found = [(chunk.text, parse_stamp(chunk.stamp) or find_moment(chunk.text)) for chunk in dated]
    if not any(moment for _, moment in found):
        tail = reading.chunks[body.last + 1 : body.last + 1 + _HEADER]
        found = [
            (chunk.text, parse_stamp(chunk.stamp) or find_moment(chunk.text))
            for chunk in tail
            if is_date_line(chunk.text)
        ]
    return _sorted(found)


def _sorted(dated: Iterable[tuple[str, Moment | None]]) -> tuple[Moment | None, Moment | None]:
    published = modified = None
    for text, moment in dated:
        if moment is None:
            continue
        if _CHANGED.search(text):
            modified = modified or moment
        else:
            published = published or moment
    # A page whose only date is that of its last state was published then or earlier: readers take it for its date.
    return (published or modified), (modified if published else None)
