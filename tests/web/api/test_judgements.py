"""Judging through the interface does what the command line does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from client import Client
from quellenlage.web import Desk
from workbench import serving


def big(client: Client) -> Any:
    """The claim that stands in most articles."""
    return client.get("/claims?limit=1")["items"][0]


def test_two_claims_become_one_and_two_again(own_client: Client) -> None:
    one, other = own_client.get("/claims?limit=2")["items"]
    total = own_client.get("/claims?limit=1")["total"]
    answer = own_client.post("/judgements", {"act": "merge", "claims": [one["id"], other["id"]], "note": "one flood"})
    assert (answer.status, own_client.faults("/judgements", answer, "post")) == (201, [])
    made = answer.json()
    assert (made["verdict"], made["by"], made["note"]) == ("same", "Hanna Ritter", "one flood")
    assert own_client.ask(answer.headers["Location"]).json() == made
    assert own_client.get("/claims?limit=1")["total"] == total - 1
    merged = own_client.get(f"/claims/{other['id']}")
    assert len(merged["appearances"]) == len(one["appearances"]) + len(other["appearances"])
    assert own_client.post("/judgements", {"act": "undo", "judgement": made["id"], "by": "Mika"}).status == 201
    assert own_client.get("/claims?limit=2")["items"] == [one, other]
    assert [each["verdict"] for each in own_client.follow("/judgements?limit=1")] == ["same", "undo"]


def test_a_statement_is_split_off(own_client: Client) -> None:
    claim = big(own_client)
    last = claim["appearances"][-1]["statement"]
    answer = own_client.post("/judgements", {"act": "split", "claim": claim["id"], "statements": [last]})
    assert answer.status == 201
    kept = own_client.get(f"/claims/{claim['appearances'][0]['statement']}")
    assert last not in {each["statement"] for each in kept["appearances"]}
    assert [each["id"] for each in kept["judgements"]] == [answer.json()["id"]]


def test_what_cannot_be_judged_so_is_a_conflict(own_client: Client) -> None:
    claim = big(own_client)
    ids = [each["statement"] for each in claim["appearances"]]
    for act in (
        {"act": "merge", "claims": ids[:2]},
        {"act": "split", "claim": claim["id"], "statements": ids},
        {"act": "split", "claim": claim["id"], "statements": ["0" * 20]},
        {"act": "confirm", "claim": "0" * 20},
        {"act": "undo", "judgement": "0" * 20},
    ):
        answer = own_client.post("/judgements", act)
        assert (answer.status, answer.json()["type"]) == (409, "urn:quellenlage:problem:conflict")
        assert own_client.faults("/judgements", answer, "post") == []
    assert own_client.get("/judgements")["total"] == 0


def test_somebody_must_judge(own_ledger: Path) -> None:
    with serving(Desk(str(own_ledger))) as address:
        client = Client(address)
        confirm = {"act": "confirm", "claim": big(client)["id"]}
        assert client.post("/judgements", confirm).status == 400
        assert client.post("/judgements", {**confirm, "by": "Mika Sandorn"}).json()["by"] == "Mika Sandorn"
