"""How the interface answers: JSON with an ETag, nothing but 304 where the client has it already, lists with the address
of the next page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Header, Request
from fastapi.responses import Response

from quellenlage.errors import QueryError
from quellenlage.ledger import Listing, View
from quellenlage.model.undoing import Act
from quellenlage.model.wire import JSON
from quellenlage.settling import Known
from quellenlage.web.desk import Reading, desk_of
from quellenlage.web.problems import NOT_FOUND, Kind
from quellenlage.web.remembering import known_claims
from quellenlage.web.wording import later as _

T = TypeVar("T")
ActT = TypeVar("ActT", bound=Act)
CACHING = "private, no-cache"
"""Kept by the client alone, and asked about before it is used again."""
_DIGITS = 32


class Unchanged(Exception):
    """The client has this answer already."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class Refused(Exception):
    """The question has no answer, for a reason that is no error of the program."""

    def __init__(self, kind: Kind, detail: str) -> None:
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the ledger, and how its answer is written."""

    request: Request
    ledger: View
    tag: str

    @property
    def known(self) -> Known:
        """The claims that were derived before, to be used and added to."""
        return known_claims(desk_of(self.request))

    def find(self, look_up: Callable[[str], T], key: str) -> T:
        """What has this id. Raises Refused where nothing has."""
        try:
            return look_up(key)
        except KeyError:
            raise Refused(NOT_FOUND, f"nothing here has the id {key}") from None

    def answer(self, record: JSON, headers: Mapping[str, str] | None = None) -> Response:
        """A record."""
        return self.send(_written(record), "application/json", headers)

    def list(self, listing: Listing[T], record: Callable[[T], JSON]) -> Response:
        """A page of a list."""
        return self.answer(*_page(self.request, listing, record))

    def send(self, body: bytes, media: str, headers: Mapping[str, str] | None = None) -> Response:
        """Anything else. `media` is the whole content type."""
        return Response(body, 200, {"Content-Type": media, **caching(self.tag), **(headers or {})})


@dataclass(frozen=True, slots=True)
class AskedNow:
    """A question about what no state of the ledger tells: its tag is known by the answer alone."""

    request: Request
    has: str | None

    def answer(self, record: JSON, headers: Mapping[str, str] | None = None) -> Response:
        """A record."""
        body = _written(record)
        tag = tag_of(self.request, hashlib.sha256(body).hexdigest())
        refuse_unchanged(tag, self.has)
        return Response(body, 200, {**caching(tag), **(headers or {})}, "application/json")

    def list(self, listing: Listing[T], record: Callable[[T], JSON]) -> Response:
        """A page of a list."""
        return self.answer(*_page(self.request, listing, record))


def _page(request: Request, listing: Listing[T], record: Callable[[T], JSON]) -> tuple[JSON, dict[str, str]]:
    """The body and the headers of a page of a list."""
    following = None
    if listing.next is not None:
        asked = [pair for pair in parse_qsl(request.url.query) if pair[0] != "after"]
        following = f"{request.url.path}?{urlencode([*asked, ('after', listing.next)])}"
    headers = {} if following is None else {"Link": f'<{following}>; rel="next"'}
    return {"total": listing.total, "next": following, "items": [record(item) for item in listing.items]}, headers


def page_of_acts(acts: Sequence[ActT], limit: int, after: str | None) -> Listing[ActT]:
    """What people did, after the act with this id. Raises QueryError where there is none."""
    ids = [act.id for act in acts]
    if after is not None and after not in ids:
        raise QueryError(f"{after!r} is no cursor of this list; ask for its beginning, without one")
    start = 0 if after is None else ids.index(after) + 1
    page = acts[start : start + limit]
    return Listing(tuple(page), len(acts), page[-1].id if start + limit < len(acts) else None)


def created(record: JSON, address: str) -> Response:
    """What was made, and where it is."""
    return _made(record, address, 201)


def accepted(record: JSON, address: str) -> Response:
    """What will be done, and where it says how far it is."""
    return _made(record, address, 202)


def _made(record: JSON, address: str, status: int) -> Response:
    return Response(_written(record), status, {"Location": address, "Cache-Control": "no-store"}, "application/json")


def caching(tag: str) -> dict[str, str]:
    """The headers that let a client keep an answer."""
    return {"ETag": tag, "Cache-Control": CACHING}


def tag_of(request: Request, state: str) -> str:
    """The ETag of an address at this state of what it is about. A new version of the program may answer otherwise."""
    parts = "\n".join((version("quellenlage"), state, request.url.path, request.url.query))
    return f'"{hashlib.sha256(parts.encode()).hexdigest()[:_DIGITS]}"'


def refuse_unchanged(tag: str, has: str | None) -> None:
    """Raises Unchanged where the client (by its If-None-Match) has the answer with this tag (RFC 9110, 13.1.2)."""
    if tag in {each.strip().removeprefix("W/") for each in (has or "").split(",")}:
        raise Unchanged(tag)


IfNoneMatch = Annotated[
    str | None,
    Header(description=_("ETags of answers that are there already; if one is still right, the answer is 304.")),
]


def _asked(request: Request, ledger: Reading, if_none_match: IfNoneMatch = None) -> Asked:
    tag = tag_of(request, ledger.state())
    refuse_unchanged(tag, if_none_match)
    return Asked(request, ledger, tag)


def _asked_now(request: Request, if_none_match: IfNoneMatch = None) -> AskedNow:
    return AskedNow(request, if_none_match)


Ask = Annotated[Asked, Depends(_asked)]
"""A question to the ledger."""
AskNow = Annotated[AskedNow, Depends(_asked_now)]
"""A question about what is going on."""


def _written(record: JSON) -> bytes:
    """In UTF-8; what it cannot hold (half a surrogate pair) becomes the escape that JSON reads back."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
