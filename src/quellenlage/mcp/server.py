"""The server: its tools and resources over one ledger. Nothing here writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from typing import Annotated, Any, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from quellenlage import settling
from quellenlage.errors import QuellenlageError
from quellenlage.judging import find_claim
from quellenlage.ledger import Listing, Query, View, open_view
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON, reading_to_wire
from quellenlage.rendering.claim_records import claim_record
from quellenlage.rendering.records import (
    article_record,
    figure_record,
    found_record,
    source_record,
    statement_record,
)

T = TypeVar("T")
_INSTRUCTIONS = """\
A ledger of news articles: who said what, on whose authority, how surely, with which figures. It asserts nothing as
true or false; certainty is what a speaker claims. Many articles on one claim may go back to one origin: see `claims`.
Lists say the whole number under `total` and are cut to `limit`; go on with `after` set to their `next`.
To cite, give the article's outlet, headline, published and url, and quote `text` of a span exactly: a span is a
half-open range of Unicode code points in the block of that number, whose text is in the resource
quellenlage://articles/{id}.
"""
_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_MOST = 50
_MOST_CLAIMS = 10

Words = Annotated[str | None, Field(description="Words in what is said (letters' case does not matter).")]
SourceName = Annotated[str | None, Field(description="Part of the name of the speaker or of anyone in the chain.")]
Class = Annotated[SourceClass | None, Field(description="Class of the speaker.")]
Outlet = Annotated[str | None, Field(description="Part of the outlet's name.")]
Article = Annotated[str | None, Field(description="An article's id, address or file name.")]
Lang = Annotated[Language | None, Field(description="Language of the article.")]
Since = Annotated[date | None, Field(description="Published on this day or later.")]
Until = Annotated[date | None, Field(description="Published on this day or before.")]
Limit = Annotated[int, Field(ge=1, le=_MOST, description="At most so many entries.")]
After = Annotated[str | None, Field(description="`next` of an earlier answer to the same question, to go on.")]


def create_server(ledger: str) -> MCPServer:
    """The server over the ledger at this address, which is opened for each call."""
    server = MCPServer("quellenlage", instructions=_INSTRUCTIONS, version=version("quellenlage"), log_level="WARNING")
    for tool in _tools(ledger):
        server.add_tool(tool, annotations=_READS)

    @server.resource(
        "quellenlage://articles/{article}",
        name="article text",
        description="An article's blocks, each on a line of its own after its number.",
        mime_type="text/plain",
    )
    def text(article: str) -> str:
        with closing(open_view(ledger)) as view:
            try:
                blocks = view.reading(article).article.blocks
            except KeyError:
                raise ResourceNotFoundError(f"no article has the id {article}") from None
        return "\n".join(f"[{block.index}] {block.text}" for block in blocks)

    return server


def _tools(ledger: str) -> Iterator[Callable[..., dict[str, Any]]]:
    def search(
        words: Annotated[str, Field(description='Words that all must stand in the article, or a "phrase".')],
        outlet: Outlet = None,
        lang: Lang = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 10,
        after: After = None,
    ) -> dict[str, Any]:
        """Search the text of all articles. German compounds, inflected forms and umlauts in any spelling are found."""
        query = Query(outlet=outlet, language=lang, since=since, until=until, limit=limit, after=after)
        with _reading(ledger) as view:
            return _listed(view.search(words, query), found_record)

    yield search

    def articles(
        outlet: Outlet = None,
        lang: Lang = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 20,
        after: After = None,
    ) -> dict[str, Any]:
        """List articles, the newest first, with how many statements each has and how many of unnamed sources."""
        query = Query(outlet=outlet, language=lang, since=since, until=until, limit=limit, after=after)
        with _reading(ledger) as view:
            return _listed(view.articles(query), article_record)

    yield articles

    def article(article: Annotated[str, Field(description="The article's id.")]) -> dict[str, Any]:
        """Read one article: its blocks, its sources, and every statement with speaker, chain, certainty and figures."""
        with _reading(ledger) as view:
            try:
                return reading_to_wire(view.reading(article))
            except KeyError:
                raise ToolError(f"no article has the id {article}; `articles` lists them") from None

    yield article

    for noun, find, record, description in _SAID:
        yield _said_tool(ledger, noun, find, record, description)

    def claims(
        text: Words = None,
        source: SourceName = None,
        outlet: Outlet = None,
        lang: Lang = None,
        since: Since = None,
        until: Until = None,
        appearances: Annotated[int, Field(ge=1, description="In at least so many places.")] = 1,
        limit: Annotated[int, Field(ge=1, le=_MOST_CLAIMS, description="At most so many claims.")] = 3,
        after: After = None,
    ) -> dict[str, Any]:
        """List what articles claim, those in most articles first: every place where it stands, its independent origins
        with reasons, denials, and how it changed. `unlinked` articles are not in it yet."""
        query = Query(source=source, text=text, outlet=outlet, language=lang, since=since, until=until)
        with _reading(ledger) as view:
            found = settling.claims(view, replace(query, limit=limit, after=after), least=appearances)
            return {**_listed(found, claim_record), "unlinked": settling.waiting(view)}

    yield claims

    def claim(
        claim: Annotated[str, Field(description="The claim's id, or the id of one of its statements.")],
    ) -> dict[str, Any]:
        """Read one claim with all its receipts."""
        with _reading(ledger) as view:
            return claim_record(settling.claim(view, find_claim(view, claim)))

    yield claim


def _said_tool(
    ledger: str,
    noun: str,
    find: Callable[[View, Query], Listing[T]],
    record: Callable[[T], JSON],
    description: str,
) -> Callable[..., dict[str, Any]]:
    """A tool that lists what hangs on statements. All of these share their conditions."""

    def tool(
        text: Words = None,
        source: SourceName = None,
        cls: Class = None,
        outlet: Outlet = None,
        article: Article = None,
        lang: Lang = None,
        since: Since = None,
        until: Until = None,
        limit: Limit = 10,
        after: After = None,
    ) -> dict[str, Any]:
        query = Query(source, cls, None, text, outlet, article, lang, since, until, limit=limit, after=after)
        with _reading(ledger) as view:
            return _listed(find(view, query), record)

    tool.__name__, tool.__doc__ = noun, description
    return tool


_SAID: tuple[tuple[str, Callable[[View, Query], Listing[Any]], Callable[[Any], JSON], str], ...] = (
    ("statements", lambda view, query: view.statements(query), statement_record, "List statements: who said what."),
    ("figures", lambda view, query: view.figures(query), figure_record, "List figures, with whose they are."),
    (
        "sources",
        lambda view, query: view.sources(query),
        source_record,
        "List who speaks and who relays, by written name, most statements first. `source` and `cls` are of the entry.",
    ),
)


def _listed(listing: Listing[T], record: Callable[[T], JSON]) -> dict[str, Any]:
    return {"total": listing.total, "next": listing.next, "items": [record(item) for item in listing.items]}


@contextmanager
def _reading(ledger: str) -> Iterator[View]:
    """The ledger for one call; what goes wrong is told to who asked."""
    try:
        with closing(open_view(ledger)) as view:
            yield view
    except QuellenlageError as error:
        raise ToolError(str(error)) from None
