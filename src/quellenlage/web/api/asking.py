"""What can be asked for: conditions, paging, ids. An unknown parameter is refused, so that no slip of the pen lists
everything."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import Header, Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from quellenlage.ledger import Query
from quellenlage.ledger.query import Sort
from quellenlage.model.statement import Kind, SourceClass
from quellenlage.model.text import AccessState, Language
from quellenlage.web.api.answering import Refused
from quellenlage.web.api.schema_base import ID_PATTERN
from quellenlage.web.problems import MEDIA_TYPE
from quellenlage.web.wording import later as _

_LONGEST = 200  # code points of a name or of words
_LONGEST_ADDRESS = 2_000
MOST = 100  # entries on a page
MOST_CLAIMS = 25  # deriving one costs some 20 ms

ArticleId = Annotated[str, Path(pattern=ID_PATTERN, description=_("An article's id."))]
ClaimId = Annotated[str, Path(pattern=ID_PATTERN, description=_("A claim's id, or that of one of its statements."))]
JudgementId = Annotated[str, Path(pattern=ID_PATTERN, description=_("A judgement's id."))]
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_Words = Annotated[str | None, Field(min_length=1, max_length=_LONGEST)]


def _day(text: str) -> date:
    """By RFC 3339 alone: Python also reads weeks, and pydantic seconds since 1970."""
    if not _DAY.fullmatch(text):
        raise ValueError("write a day as 2031-03-04")
    return date.fromisoformat(text)


_Day = Annotated[date | None, BeforeValidator(_day, json_schema_input_type=date)]


class Paging(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=MOST, description=_("At most so many entries."))
    after: str | None = Field(
        None,
        min_length=1,
        max_length=_LONGEST_ADDRESS,
        description=_("Where to go on; taken from `next`, never made up."),
    )


class OfArticles(Paging):
    """Conditions on articles."""

    outlet: _Words = Field(None, description=_("Part of an outlet's name."))
    article: str | None = Field(
        None, min_length=1, max_length=_LONGEST_ADDRESS, description=_("An article's id, address, or file name.")
    )
    lang: Language | None = Field(None, description=_("Language of the article."))
    access: AccessState | None = Field(None, description=_("Access state of the article."))
    since: _Day = Field(None, description=_("Published on this day or later."))
    until: _Day = Field(None, description=_("Published on this day or before."))
    undated: bool = Field(False, description=_("Only articles without a published time."))

    def query(self) -> Query:
        """The conditions, for the ledger."""
        return Query(
            outlet=self.outlet,
            article=self.article,
            language=self.lang,
            access=self.access,
            since=self.since,
            until=self.until,
            undated=self.undated,
            limit=self.limit,
            after=self.after,
        )


class OfStatements(OfArticles):
    """Conditions on statements and their articles."""

    source: _Words = Field(None, description=_("Part of the name of the speaker or of anyone in the chain."))
    cls: SourceClass | None = Field(None, alias="class", description=_("Class of the speaker."))
    kind: Kind | None = Field(None, description=_("How it is reported."))
    text: _Words = Field(None, description=_("Words in the content."))
    unit: _Words = Field(None, description=_("Unit of a figure in the content, as it is written, whole."))

    def query(self) -> Query:
        """The conditions, for the ledger."""
        return replace(
            super().query(), source=self.source, cls=self.cls, kind=self.kind, text=self.text, unit=self.unit
        )


class OfRows(OfStatements):
    """Conditions on articles with at least one statement that meets those on statements, and their order."""

    sort: Sort = Field(Sort.PUBLISHED, description=_("What the articles are ordered by, the newest or most first."))

    def query(self) -> Query:
        """The conditions, for the ledger."""
        return replace(super().query(), sort=self.sort)


class OfClaims(OfStatements):
    """Conditions that must all hold of one place where the claim stands."""

    limit: int = Field(10, ge=1, le=MOST_CLAIMS, description=_("At most so many entries."))
    appearances: int = Field(1, ge=1, le=1_000_000, description=_("In at least so many places."))


def needs_json(content_type: Annotated[str, Header(include_in_schema=False)] = "") -> None:
    """Raises Refused where what was sent is not JSON."""
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Refused(MEDIA_TYPE, f"{content_type or 'no content type'}; send application/json")
