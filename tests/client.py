"""A client of the interface for programs: plain HTTP, every answer held against the OpenAPI document."""

from __future__ import annotations

import json
from typing import Any

import urllib3
from jsonschema import Draft202012Validator

Answer = urllib3.BaseHTTPResponse
_PATIENCE = 60.0  # seconds, for a busy machine


class Client:
    """Asks one workbench."""

    def __init__(self, workbench: str, **headers: str) -> None:
        self._origin = workbench
        self._headers = headers
        self.document = self.ask("/api/v1/openapi.json").json()

    def ask(self, address: str, method: str = "GET", body: object = None, **headers: str) -> Answer:
        """An answer as it is. Addresses are those that answers hold, `/api/v1/…`; headers have `_` for `-`."""
        sent = {name.replace("_", "-"): value for name, value in (self._headers | headers).items()}
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        return urllib3.request(
            method, self._origin + address, body=data, headers=sent, redirect=False, retries=False, timeout=_PATIENCE
        )

    def get(self, path: str, **headers: str) -> Any:
        """The record at `/api/v1` + path."""
        answer = self.ask(f"/api/v1{path}", **headers)
        assert answer.status == 200, answer.data
        return answer.json()

    def post(self, path: str, body: object) -> Answer:
        """What sending a record to `/api/v1` + path is answered with."""
        return self.ask(f"/api/v1{path}", "POST", body)

    def follow(self, path: str) -> list[Any]:
        """All entries of a list, from page to page."""
        page = self.get(path)
        items = page["items"]
        while page["next"]:
            answer = self.ask(page["next"])
            assert answer.status == 200
            page = answer.json()
            items += page["items"]
        return items

    def faults(self, template: str, answer: Answer, method: str = "get") -> list[str]:
        """What is wrong with an answer by the document; `template` is a path as it stands there."""
        described = self.document["paths"][template][method]["responses"][str(answer.status)]
        media = answer.headers["Content-Type"].partition(";")[0]
        schema = {**described["content"][media]["schema"], "components": self.document["components"]}
        Draft202012Validator.check_schema(schema)
        found = Draft202012Validator(schema).iter_errors(answer.json())
        missing = [name for name, of in described.get("headers", {}).items() if of.get("required")]
        return [f"{error.json_path}: {error.message}" for error in found] + [
            f"no {name}" for name in missing if name not in answer.headers
        ]
