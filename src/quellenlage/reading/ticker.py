"""The times of a live ticker's entries, from what the page declares for each and from the times shown in the flow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from quellenlage.model.text import Moment
from quellenlage.reading.blocks import Part
from quellenlage.reading.declared import Declared, plain
from quellenlage.reading.headline import key
from quellenlage.reading.moments import parse_stamp

_FEWEST = 2  # entries from which times in the flow make a ticker; one is the article's own date
_OPENING = 50


def time_entries(parts: Sequence[Part], declared: Declared) -> None:
    """Gives every part of a ticker the time of its entry; parts before the first entry and other pages stay untimed."""
    told = _told(declared)
    starts = {place: moment for place, part in enumerate(parts) if (moment := _start(part, told)) is not None}
    if len(starts) < _FEWEST:
        return
    current: Moment | None = None
    for place, part in enumerate(parts):
        current = starts.get(place, current)
        part.time = current


def _start(part: Part, told: dict[str, Moment]) -> Moment | None:
    """The time of the entry that begins with this part. A day alone is no entry's time."""
    stamp = parse_stamp(part.chunk.stamp)
    if isinstance(stamp, datetime):
        return stamp
    return told.get(key(part.text)[:_OPENING]) if told else None


def _told(declared: Declared) -> dict[str, Moment]:
    updates: Any = declared.article.get("liveBlogUpdate")
    told: dict[str, Moment] = {}
    for update in updates if isinstance(updates, list) else [updates]:
        moment = parse_stamp(update.get("datePublished")) if isinstance(update, dict) else None
        if moment is None:
            continue
        opening = plain(update.get("headline")) or plain(update.get("articleBody"))
        if opening:
            told.setdefault(key(opening)[:_OPENING], moment)
    return told
