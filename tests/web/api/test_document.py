"""The OpenAPI document describes the interface truly: held against it by Schemathesis, on a real server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from client import Client
from quellenlage.web import Desk
from quellenlage.web.turn import Turn
from workbench import serving

CONFIG = Path(__file__).with_name("schemathesis.toml")


def operations(client: Client) -> Iterator[tuple[str, str, Any]]:
    for path, methods in client.document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_schemathesis_finds_nothing(own_ledger: Path, tmp_path: Path) -> None:
    """Positive and negative, all checks; HEAD, which is GET without its body, has a test of its own."""
    turn = Turn(str(own_ledger))
    assert turn.take()  # so that nothing is fetched of what is handed in
    with serving(Desk(str(own_ledger), user="Hanna Ritter")) as address:
        _run_schemathesis(address, tmp_path)
    turn.give_back()


def _run_schemathesis(own_workbench: str, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("schemathesis")
    document = f"{own_workbench}/api/v1/openapi.json"
    run = subprocess.run(
        [program, "--config-file", CONFIG, "run", document, "--no-color", "--exclude-method", "HEAD"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-20_000:]


def test_each_operation_says_what_it_is_and_has_limits(client: Client) -> None:
    names = [operation["operationId"] for _, _, operation in operations(client)]
    assert len(set(names)) == len(names)
    for path, _, operation in operations(client):
        assert operation["summary"]
        for parameter in operation.get("parameters", ()):
            assert parameter["description"], (path, parameter["name"])
            schema = next(
                each for each in parameter["schema"].get("anyOf", [parameter["schema"]]) if each.get("type") != "null"
            )
            if schema.get("type") == "integer":
                assert {"minimum", "maximum"} <= schema.keys()


def test_every_answer_with_a_body_has_a_schema_and_every_other_status_too(client: Client) -> None:
    for path, method, operation in operations(client):
        for status, answer in operation["responses"].items():
            has_body = method != "head" and status not in ("204", "304")
            assert ("content" in answer) is has_body, (path, method, status)


def test_examples_are_of_their_schemas(client: Client) -> None:
    seen = set()
    for _, _, operation in operations(client):
        for answer in operation["responses"].values():
            for content in answer.get("content", {}).values():
                if "example" in content:
                    schema = {**content["schema"], "components": client.document["components"]}
                    Draft202012Validator(schema).validate(content["example"])
                    seen.add(content["schema"]["$ref"])
    assert len(seen) == 15
