"""Whatever goes wrong is a problem document of a kind that is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from client import Client
from quellenlage import errors
from quellenlage.errors import PageError, QuellenlageError
from quellenlage.faults import Fault, FaultKind
from quellenlage.web import Desk
from quellenlage.web.problems import KINDS, kind_of
from workbench import serving

NOBODY = "0" * 20


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nowhere", "not-found"),
        (f"/articles/{NOBODY}", "not-found"),
        (f"/articles/{NOBODY}/page", "not-found"),
        (f"/claims/{NOBODY}", "not-found"),
        (f"/judgements/{NOBODY}", "not-found"),
        ("/articles/damm.html", "invalid"),
        ("/articles?limit=101", "invalid"),
        ("/articles?since=yesterday", "invalid"),
        ("/articles?since=0", "invalid"),
        ("/articles?until=2031-W10", "invalid"),
        ("/statements?outlets=Nordlicht", "invalid"),
        ("/statements?class=king", "invalid"),
        ("/search", "invalid"),
        ("/search?q=%21%3F", "query"),
        ("/articles?after=xyz", "query"),
        ("/judgements?after=xyz", "query"),
        ("/jobs?after=-1", "query"),
        ("/jobs?after=99999999999999999999", "query"),
        ("/jobs/1", "not-found"),
        ("/jobs/0", "invalid"),
        ("/jobs?state=lost", "invalid"),
    ],
)
def test_problems_of_asking(client: Client, path: str, kind: str) -> None:
    answer = client.ask(f"/api/v1{path}")
    found = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (found["type"], found["status"]) == (f"urn:quellenlage:problem:{kind}", answer.status)
    assert client.faults("/claims/{claim}" if kind == "not-found" else "/articles", answer) == []


def test_a_fault_says_where_it_is(client: Client) -> None:
    found = client.ask("/api/v1/articles?limit=none&colour=red").json()["errors"]
    assert [(fault["where"], fault["name"]) for fault in found] == [("query", "limit"), ("query", "colour")]
    sent = client.post("/judgements", {"act": "merge", "claims": [NOBODY, "damm"]}).json()["errors"]
    assert [(fault["where"], fault["name"]) for fault in sent] == [("body", "/merge/claims/1")]


def test_what_is_sent_must_be_json(client: Client) -> None:
    body = {"act": "confirm", "claim": NOBODY}
    for media in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""):
        answer = client.ask("/api/v1/judgements", "POST", body, Content_Type=media)
        assert (answer.status, answer.json()["type"]) == (415, "urn:quellenlage:problem:media-type")
    assert client.ask("/api/v1/judgements", "POST", body, Content_Type="Application/JSON; charset=utf-8").status == 409


def test_other_methods_are_told_which_there_are(client: Client) -> None:
    answer = client.ask("/api/v1/judgements", "DELETE")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert client.ask("/api/v1/articles", "PUT").headers["Allow"] == "GET, HEAD"


def test_other_sites_and_other_names_are_refused_in_the_same_form(client: Client) -> None:
    foreign = client.ask("/api/v1/judgements", "POST", {}, Origin="https://elsewhere.example")
    assert (foreign.status, foreign.json()["type"]) == (403, "urn:quellenlage:problem:foreign")
    assert client.faults("/judgements", foreign, "post") == []
    renamed = client.ask("/api/v1/articles", Host="elsewhere.example")
    assert (renamed.status, client.faults("/articles", renamed)) == (421, [])


def test_the_token_is_asked_for_and_described(examples: Path) -> None:
    with serving(Desk(str(examples), token="secret")) as address:
        client = Client(address, Authorization="Bearer secret")
        assert client.document["security"] == [{"token": []}]
        assert client.get("/articles")["total"]
        answer = client.ask("/api/v1/articles", Authorization="Bearer other")
        assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert client.faults("/articles", answer) == []


def test_every_error_is_of_a_kind() -> None:
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, QuellenlageError) and error is not QuellenlageError:
            made = error("page.html", Fault(FaultKind.EMPTY)) if issubclass(error, PageError) else error("went wrong")
            assert kind_of(made) in KINDS


def test_kinds_are_known_by_their_own_names() -> None:
    assert len({kind.type for kind in KINDS}) == len(KINDS)
