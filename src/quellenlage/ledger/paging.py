"""Cursors: where a listing goes on.

They keep the last entry's place in the order, not how many came before, so that what is added meanwhile moves nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Sequence

from quellenlage.errors import QueryError
from quellenlage.ledger.connection import ALL
from quellenlage.ledger.entries import Listing, T
from quellenlage.ledger.query import Query

Key = str | int | float


def cursor(listing: str, keys: Sequence[Key]) -> str:
    """An opaque word for the place after an entry with these keys in the listing's order."""
    written = json.dumps([listing, *keys], separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def place(listing: str, after: str, types: Sequence[type[Key]]) -> tuple[Key, ...]:
    """The keys in a cursor. Raises QueryError where it is damaged, or of a listing in another order."""
    try:
        written = base64.b64decode(after + "=" * (-len(after) % 4), altchars=b"-_", validate=True)
        name, *keys = json.loads(written)
    except (binascii.Error, UnicodeDecodeError, ValueError, TypeError):
        name, keys = None, []
    if name != listing or len(keys) != len(types) or not all(map(_is_of, keys, types)):
        raise QueryError(f"{after!r} is no cursor of this listing; ask for its beginning, without one")
    return tuple(keys)


def one_more(limit: int | None) -> int:
    """How many rows to fetch, so that it is known whether some follow."""
    return ALL if limit is None else limit + 1


def listed(name: str, query: Query, total: int, found: Sequence[tuple[tuple[Key, ...], T]]) -> Listing[T]:
    """The entries up to the limit, each found with its keys in the listing's order."""
    kept = found[: query.limit]
    following = cursor(name, kept[-1][0]) if kept and len(kept) < len(found) else None
    return Listing(tuple(entry for _, entry in kept), total, following)


def page_of(
    name: str,
    query: Query,
    found: Iterable[tuple[tuple[Key, ...], T]],
    types: Sequence[type[Key]],
    *,
    descending: bool = False,
) -> Listing[T]:
    """The page asked for of all entries, each with its keys, by which they are put in order here."""
    ordered = sorted(found, key=lambda each: each[0], reverse=descending)
    rest = ordered
    if query.after is not None:
        after = place(name, query.after, types)
        rest = [(keys, entry) for keys, entry in ordered if (keys < after if descending else keys > after)]
    return listed(name, query, len(ordered), rest)


def _is_of(key: object, wanted: type[Key]) -> bool:
    return type(key) is wanted or (wanted is float and type(key) is int)
