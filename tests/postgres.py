"""A real PostgreSQL server for the tests: of this machine's packages, on the loopback, in a folder of its own.

It is started when the first test asks for it and ends with the process. Its default collation is German, so that a
query which relies on the order of code points without saying so shows.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

_PACKAGED = Path("/usr/lib/postgresql")


def new_ledger() -> str:
    """The address of a ledger that is not there yet. Skips the test where there is no PostgreSQL, but not in CI."""
    return f"{server()}?schema=ledger_{uuid4().hex}"


@cache
def server() -> str:
    """The address of the server's database."""
    programs = _programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is missing: .ci/run installs it")
        pytest.skip("needs PostgreSQL's server: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="quellenlage-postgres-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses root
    if user:
        shutil.chown(folder, user)
    port = _free_port()
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), *arguments]
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL, timeout=120)

    order = ("--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=de")
    run("initdb", "-D", str(data), "-U", "ledger", "--auth=trust", "--no-sync", *order)
    options = f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options)
    atexit.register(run, "pg_ctl", "stop", "-D", str(data), "-m", "immediate")
    return f"postgresql://ledger@127.0.0.1:{port}/postgres"


def _programs() -> Path | None:
    found = shutil.which("initdb")
    return Path(found).parent if found else max(_PACKAGED.glob("*/bin"), default=None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
