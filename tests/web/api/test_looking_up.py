"""What is looked up comes as described, page by page, and only when it is new."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from client import Client
from quellenlage import settling
from quellenlage.ledger import Query, open_view
from quellenlage.rendering.claim_records import claim_record
from quellenlage.web import Desk
from workbench import serving

LISTS = ["/articles", "/statements", "/figures", "/sources", "/series", "/claims", "/judgements", "/reviews",
         "/reviews/queue"]  # fmt: skip


@pytest.mark.parametrize("path", [*LISTS, "/search"])
def test_lists_are_as_the_document_says(client: Client, path: str) -> None:
    answer = client.ask(f"/api/v1{path}?limit=25" + ("&q=Damm" if path == "/search" else ""))
    assert (answer.status, client.faults(path, answer)) == (200, [])
    assert len(answer.json()["items"]) <= answer.json()["total"]


def test_every_article_is_as_the_document_says(client: Client) -> None:
    for row in client.follow("/articles"):
        answer = client.ask(f"/api/v1/articles/{row['id']}")
        assert client.faults("/articles/{article}", answer) == []
        assert (len(answer.json()["statements"]), answer.json()["article"]["outlet"]) == (
            row["statements"],
            row["outlet"],
        )


def test_spans_of_entries_quote_their_article(client: Client) -> None:
    for entry in client.get("/statements?limit=40")["items"]:
        blocks = client.get(f"/articles/{entry['article']['id']}")["article"]["blocks"]
        for span in entry["content"] + entry["cue"]:
            assert blocks[span["block"]]["text"][span["start"] : span["end"]] == span["text"]


def test_places_of_a_search_quote_the_blocks_beside_them(client: Client) -> None:
    found = client.get("/search?q=talsperre")
    assert found["total"] > 1
    for article in found["items"]:
        texts = {block["index"]: block["text"] for block in article["blocks"]}
        assert article["places"]
        for span in article["places"]:
            assert texts[span["block"]][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("path", ["/articles", "/statements", "/figures", "/sources", "/claims", "/reviews/queue"])
def test_pages_together_are_the_whole_list(client: Client, path: str) -> None:
    together = client.follow(f"{path}?limit=23&lang=de")
    assert len(together) == client.get(f"{path}?lang=de&limit=1")["total"] > 0
    keys = [str(sorted((name, str(value)) for name, value in entry.items())) for entry in together]
    assert len(set(keys)) == len(keys)


def test_the_next_page_is_named_in_the_header_as_well(client: Client) -> None:
    answer = client.ask("/api/v1/statements?limit=2&class=unnamed&lang=de")
    assert answer.headers["Link"] == f'<{answer.json()["next"]}>; rel="next"'
    assert "class=unnamed" in answer.json()["next"]
    assert all(each["speaker"]["class"] == "unnamed" for each in client.ask(answer.json()["next"]).json()["items"])


def test_a_claim_is_found_by_any_of_its_statements(client: Client) -> None:
    claim = client.get("/claims?limit=1")["items"][0]
    other = claim["appearances"][-1]["statement"]
    answer = client.ask(f"/api/v1/claims/{other}")
    assert answer.headers["Content-Location"] == f"/api/v1/claims/{claim['id']}"
    assert answer.json() == claim
    assert client.faults("/claims/{claim}", answer) == []


def test_claims_are_those_that_the_command_line_writes(client: Client, examples: Path) -> None:
    view = open_view(str(examples))
    expected = settling.claims(view, Query(text="damm", limit=3), least=2)
    view.close()
    found = client.get("/claims?text=damm&limit=3&appearances=2")
    assert found["total"] == expected.total > 0
    assert found["items"] == [claim_record(claim) for claim in expected.items]


def test_the_stored_page_comes_to_the_byte_and_never_runs(client: Client) -> None:
    row = next(row for row in client.follow("/articles") if row["page"] == "03-hohenfurter-rundblick.html")
    answer = client.ask(f"/api/v1/articles/{row['id']}/page")
    stored = Path(__file__).parents[3] / "examples" / "pages" / row["page"]
    assert answer.data == stored.read_bytes()
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Content-Disposition"] == "attachment"


@pytest.mark.parametrize("path", ["/articles", "/claims?limit=3", "/judgements"])
def test_an_answer_that_is_there_already_is_not_sent_again(client: Client, path: str) -> None:
    first = client.ask(f"/api/v1{path}")
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.ask(f"/api/v1{path}", If_None_Match=f'"other", W/{first.headers["ETag"]}')
    assert (again.status, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    elsewhere = client.ask("/api/v1/articles/" + "0" * 20, If_None_Match=first.headers["ETag"])
    assert elsewhere.status == 404


def test_a_judgement_makes_every_answer_new(own_client: Client) -> None:
    before = own_client.ask("/api/v1/claims?limit=2")
    claim = before.json()["items"][0]["id"]
    assert own_client.post("/judgements", {"act": "confirm", "claim": claim}).status == 201
    after = own_client.ask("/api/v1/claims?limit=2", If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert after.headers["ETag"] != before.headers["ETag"]


@pytest.mark.parametrize("path", ["/articles?limit=2", "/claims?limit=1", "/nowhere", "/articles?limit=0"])
def test_head_is_get_without_the_body(client: Client, path: str) -> None:
    got, headed = (client.ask(f"/api/v1{path}", method) for method in ("GET", "HEAD"))
    assert (headed.status, headed.data) == (got.status, b"")
    assert {**got.headers, "date": ""} == {**headed.headers, "date": ""}


def test_without_a_ledger_the_problem_says_so(tmp_path: Path) -> None:
    with serving(Desk(str(tmp_path / "none.sqlite"))) as address:
        client = Client(address)
        answer = client.ask("/api/v1/articles")
        assert (answer.status, client.faults("/articles", answer)) == (503, [])
        assert answer.json()["type"] == "urn:quellenlage:problem:ledger"
        assert "quellenlage add" in answer.json()["detail"]


def test_a_claim_is_exported_in_every_format(client: Client) -> None:
    claim = client.get("/claims?limit=1")["items"][0]["id"]
    (forms,) = (
        client.document["components"]["schemas"][parameter["schema"]["$ref"].rpartition("/")[2]]["enum"]
        if "$ref" in parameter["schema"]
        else parameter["schema"]["enum"]
        for parameter in client.document["paths"]["/claims/{claim}/exports/{form}"]["get"]["parameters"]
        if parameter["name"] == "form"
    )
    described = client.document["paths"]["/claims/{claim}/exports/{form}"]["get"]["responses"]["200"]["content"]
    assert len(forms) >= 10
    for form in forms:
        answer = client.ask(f"/api/v1/claims/{claim}/exports/{form}")
        assert (answer.status, answer.headers["Content-Type"].partition(";")[0] in described) == (200, True)
        assert answer.data
    assert client.ask(f"/api/v1/claims/{claim}/exports/docx").status == 422
    german = client.ask(f"/api/v1/claims/{claim}/exports/markdown?lang=de").data.decode()
    assert german != client.ask(f"/api/v1/claims/{claim}/exports/markdown?lang=en").data.decode()


@pytest.mark.parametrize("path", ["/figures", "/statements", "/series"])
def test_a_unit_narrows_what_is_looked_up(client: Client, path: str) -> None:
    unit = client.get("/figures")["items"][0]["unit"]
    found = client.get(f"/figures?unit={quote(unit)}")
    assert {each["unit"].casefold() for each in found["items"]} == {unit.casefold()}
    narrowed = client.get(f"{path}?unit={quote(unit)}")
    assert narrowed["total"] < client.get(path)["total"]
    assert client.get(f"{path}?unit=Kamele")["total"] == 0
