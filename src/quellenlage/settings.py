"""One frozen Settings, read at the edges (command line, web) and nowhere else: stages take arguments."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quellenlage.model.text import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the ledger lies (a path, or an address with `://`), which language labels are written in, and who judges
    (None where nobody knows)."""

    ledger: str
    ui_language: Language
    user: str | None = None


def read_settings(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Settings:
    """Settings from the environment.

    `QUELLENLAGE_LEDGER` names the ledger; without it, it is a file in the user's data directory. Labels are German
    where the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, in POSIX order) is, otherwise English. `QUELLENLAGE_USER` says
    who judges; without it, it is the name that the system knows.
    """
    ledger = environ.get("QUELLENLAGE_LEDGER") or str(data_directory(environ, platform) / "ledger.sqlite")
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    names = ("QUELLENLAGE_USER", "LOGNAME", "USER", "USERNAME")
    user = next((environ[name] for name in names if environ.get(name)), None)
    return Settings(ledger, Language.GERMAN if locale.lower().startswith("de") else Language.ENGLISH, user)


def data_directory(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where programs keep a user's data: XDG base directories, macOS and Windows each by their own convention."""
    home = Path(environ.get("HOME") or Path.home())
    if platform == "win32":
        base = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "quellenlage"
