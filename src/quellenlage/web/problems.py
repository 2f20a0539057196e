"""What can go wrong, for programs: problem documents (RFC 9457), and the one table from errors to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.responses import JSONResponse
from fastapi.responses import Response as Answer

from quellenlage.errors import (
    LedgerError,
    LinkingError,
    ModelError,
    NewerLedger,
    PageError,
    QuellenlageError,
    QueryError,
    ReviewError,
    SettingsError,
)
from quellenlage.web.wording import later as _

MEDIA = "application/problem+json"
_URN = "urn:quellenlage:problem:"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the end of its URN, its HTTP status, its title, and what to do."""

    name: str
    status: int
    title: str
    advice: str

    @property
    def type(self) -> str:
        """What the problem is known by; it never changes."""
        return _URN + self.name


TOKEN = Kind("token", 401, _("The token is missing"), _("Send it as a bearer token."))
FOREIGN = Kind("foreign", 403, _("Sent from another site"), _("Nothing was changed."))
NOT_FOUND = Kind("not-found", 404, _("There is no such thing"), _("Look at the address; ids come from lists."))
METHOD = Kind("method", 405, _("Not to be asked in this way"), _("The header Allow names the methods there are."))
CONFLICT = Kind("conflict", 409, _("This cannot be judged so"), _("Look at the claim as it is now."))
JOB = Kind("job", 409, _("The job is in another state"), _("Look at the job as it is now."))
MEDIA_TYPE = Kind("media-type", 415, _("Not sent as JSON"), _("Send JSON, with the content type application/json."))
HOST = Kind("host", 421, _("Not known by this name"), _("Ask for the workbench by its own name."))
INVALID = Kind("invalid", 422, _("Not of the form asked for"), _("Each of `errors` says where, and what is wrong."))
BAD_PAGE = Kind("page", 422, _("The page cannot be read"), _("The detail says why, and what to do about it."))
QUERY = Kind("query", 400, _("The question makes no sense"), _("Start a list without `after`; search for words."))
REVIEW = Kind("review", 400, _("The review does not fit the article"), _("Quote the article, with the place."))
REQUEST = Kind("request", 400, _("This cannot be done so"), _("The detail says what to do about it."))
MODEL = Kind("model", 500, _("The installed model cannot be used"), _("Install the program again."))
INTERNAL = Kind("internal", 500, _("A mistake in the program"), _("It is in the program's log; please report it."))
LEDGER = Kind("ledger", 503, _("The ledger cannot be used"), _("The detail says why, and what to do about it."))
NEWER = Kind("newer-ledger", 503, _("The ledger is of a newer program"), _("Update the program."))

KINDS = (  # of one status the most general first
    REQUEST, QUERY, REVIEW, TOKEN, FOREIGN, NOT_FOUND, METHOD, CONFLICT, JOB, MEDIA_TYPE, HOST, INVALID, BAD_PAGE,
    INTERNAL, MODEL, LEDGER, NEWER,
)  # fmt: skip
_OF_ERRORS: Mapping[type[QuellenlageError], Kind] = {
    PageError: BAD_PAGE,
    ModelError: MODEL,
    SettingsError: REQUEST,
    QueryError: QUERY,
    ReviewError: REVIEW,
    LinkingError: INTERNAL,
    LedgerError: LEDGER,
    NewerLedger: NEWER,
}
"""An error not named here is of its nearest ancestor's kind."""


def kind_of(error: QuellenlageError) -> Kind:
    """The kind of problem that an error is."""
    return next(_OF_ERRORS[cls] for cls in type(error).__mro__ if cls in _OF_ERRORS)


def kind_with(status: int) -> Kind:
    """The kind that an HTTP status alone stands for: the most general one of it."""
    return next((kind for kind in KINDS if kind.status == status), REQUEST if status < 500 else INTERNAL)


def problem(
    kind: Kind,
    detail: str,
    *,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """The problem as an answer. `errors` are the single faults of what was sent."""
    body: dict[str, Any] = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": detail}
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(body, kind.status, dict(headers or {}), media_type=MEDIA)
