"""What the user calls a ledger in PostgreSQL, taken apart: `postgresql://user:password@host:port/database?schema=name`.

What is left out is taken from the environment, as every PostgreSQL client does (PGUSER, PGPASSWORD, PGHOST, PGPORT,
PGDATABASE), else the server on this machine. A host that is a path is the folder of a Unix socket.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from quellenlage.errors import LedgerError

SCHEMES = ("postgresql", "postgres")
_PORT = 5432
_SCHEMA = "quellenlage"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a ledger in PostgreSQL is. `str` leaves the password out."""

    user: str
    password: str | None
    host: str
    port: int
    database: str
    schema: str

    @property
    def socket(self) -> str | None:
        """The Unix socket, where the host is the folder that it lies in."""
        return str(PurePosixPath(self.host) / f".s.PGSQL.{self.port}") if self.host.startswith("/") else None

    def __str__(self) -> str:
        return f"postgresql://{self.user}@{self.host}:{self.port}/{self.database}?schema={self.schema}"


def parse_address(text: str, environ: Mapping[str, str]) -> Address:
    """The address in these words. Raises LedgerError where they are none."""
    try:
        parts = urlsplit(text)
        asked = parse_qs(parts.query, strict_parsing=bool(parts.query))
        port = parts.port
    except ValueError as error:
        raise LedgerError(f"{_without_password(text)} is no address of a database ({error})") from error
    unknown = sorted(set(asked) - {"schema", "host"})
    if unknown:
        raise LedgerError(f"{_without_password(text)} asks for {unknown[0]!r}; an address knows schema= and host=")
    user = unquote(parts.username or "") or environ.get("PGUSER") or getpass.getuser()
    return Address(
        user=user,
        password=unquote(parts.password) if parts.password is not None else environ.get("PGPASSWORD"),
        host=_host(parts, asked) or environ.get("PGHOST") or "localhost",
        port=port or int(environ.get("PGPORT") or _PORT),
        database=unquote(parts.path.strip("/")) or environ.get("PGDATABASE") or user,
        schema=asked.get("schema", [_SCHEMA])[0],
    )


def _host(parts: SplitResult, asked: Mapping[str, list[str]]) -> str:
    return asked.get("host", [unquote(parts.hostname or "")])[0]


def _without_password(text: str) -> str:
    before, at, after = text.rpartition("@")
    scheme, separator, login = before.partition("://")
    return f"{scheme}{separator}{login.partition(':')[0]}{at}{after}" if at else text
