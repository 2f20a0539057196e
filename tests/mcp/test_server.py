"""The MCP server as a program of its own, asked by the package's own client."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from invented import make_article, make_page, make_reading
from mcp import Client, MCPError, StdioServerParameters, stdio_client
from quellenlage import settling
from quellenlage.ledger import open_ledger

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
ADDRESS = "https://talblatt.example/riss"
TOOLS = {"search", "articles", "article", "statements", "figures", "sources", "claims", "claim"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two outlets with the same invented article, linked."""
    path = tmp_path_factory.mktemp("mcp") / "ledger.sqlite"
    with closing(open_ledger(str(path))) as store:
        for article in (make_article(), make_article(ADDRESS, "Talblatt")):
            store.record(make_page(f"{article.outlet}.html"), make_reading(article), recorded_at=NOW)
        for _ in settling.link(store):
            pass
    return path


def asked(ledger: Path, ask: Callable[[Client], Awaitable[Any]]) -> Any:
    """What a client that asks so is answered by a server of its own."""
    arguments = ["-m", "quellenlage", "mcp", "--ledger", str(ledger)]

    async def run() -> Any:
        async with Client(stdio_client(StdioServerParameters(command=sys.executable, args=arguments))) as client:
            return await ask(client)

    return asyncio.run(run())


def called(ledger: Path, tool: str, **arguments: object) -> Any:
    """The record that a tool answers with."""
    result = asked(ledger, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    return result.structured_content


def test_every_tool_only_reads_and_says_what_it_is_for(ledger: Path) -> None:
    tools = asked(ledger, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    parameters = [each for tool in tools for each in tool.input_schema.get("properties", {}).values()]
    assert all("description" in each for each in parameters)


def test_what_is_found_can_be_cited(ledger: Path) -> None:
    async def ask(client: Client) -> tuple[Any, Any]:
        found = await client.call_tool("statements", {"text": "häuser", "outlet": "Talblatt"})
        (entry,) = found.structured_content["items"]
        return entry, await client.read_resource(f"quellenlage://articles/{entry['article']['id']}")

    entry, resource = asked(ledger, ask)
    assert entry["article"]["url"] == ADDRESS
    (span,) = entry["content"]
    (line,) = (line for line in resource.contents[0].text.splitlines() if line.startswith(f"[{span['block']}] "))
    assert line.partition("] ")[2][span["start"] : span["end"]] == span["text"] == "Wir räumen mehr als 4000 Häuser"


def test_lists_say_how_many_there_are_and_go_on(ledger: Path) -> None:
    async def ask(client: Client) -> list[Any]:
        pages, after = [], None
        while not pages or after:
            result = await client.call_tool("statements", {"limit": 3, "after": after})
            pages.append(result.structured_content)
            after = pages[-1]["next"]
        return pages

    pages = asked(ledger, ask)
    assert [len(page["items"]) for page in pages] == [3, 3, 2]
    assert {page["total"] for page in pages} == {8}
    assert len({item["id"] for page in pages for item in page["items"]}) == 8


def test_search_article_sources_and_figures(ledger: Path) -> None:
    async def ask(client: Client) -> dict[str, Any]:
        questions = {
            "search": {"words": "damm"},
            "articles": {"outlet": "nordlicht"},
            "article": {"article": make_article().id},
            "sources": {"cls": "unnamed"},
            "figures": {"text": "häuser", "limit": 1},
        }
        return {tool: (await client.call_tool(tool, given)).structured_content for tool, given in questions.items()}

    found = asked(ledger, ask)
    assert found["search"]["items"][0]["places"][0]["text"] == "Damm"
    assert found["articles"]["items"][0]["statements"] == 4
    assert len(found["article"]["statements"]) == 4
    assert [each["name"] for each in found["sources"]["items"]] == ["zwei Ingenieure"]
    assert (found["figures"]["total"], found["figures"]["items"][0]["value"]) == (2, 4000)


def test_a_claim_is_found_by_any_of_its_statements(ledger: Path) -> None:
    found = called(ledger, "claims", text="häuser", limit=1)
    assert found["unlinked"] == 0
    (claim,) = found["items"]
    assert len(claim["appearances"]) == 2
    assert called(ledger, "claim", claim=claim["appearances"][1]["statement"]) == claim


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("article", {"article": "nobody"}, "no article has the id nobody"),
        ("claim", {"claim": "f" * 20}, "no claim has a statement with this id"),
        ("statements", {"after": "xyz"}, "no cursor"),
        ("statements", {"limit": 1000}, "limit"),
        ("search", {"words": "?"}, "word"),
    ],
)
def test_what_goes_wrong_is_told(ledger: Path, tool: str, arguments: dict[str, object], words: str) -> None:
    result = asked(ledger, lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    assert words in result.content[0].text


def test_an_unknown_resource_is_an_error(ledger: Path) -> None:
    async def ask(client: Client) -> None:
        with pytest.raises(MCPError, match="no article"):
            await client.read_resource("quellenlage://articles/nobody")

    asked(ledger, ask)


def test_without_a_ledger_it_does_not_start(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "quellenlage", "mcp", "--ledger", str(tmp_path / "none.sqlite")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout) == (3, "")
    assert "quellenlage add" in run.stderr


def test_without_the_package_it_says_how_to_get_it(ledger: Path) -> None:
    hidden = "import sys; sys.modules['mcp'] = None; from quellenlage.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", hidden, "mcp", "--ledger", str(ledger)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "pip install 'quellenlage[mcp]'" in run.stderr
