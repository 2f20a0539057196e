"""Opens one input: a path or standard input. What comes out is the page exactly as it was stored, save for gzip."""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path

from quellenlage.errors import UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.model.text import Page

LARGEST_PAGE = 50 * 1024 * 1024
"""Bytes after decompression. Real news pages stay below 3 MB; the limit is a guard against bombs and wrong files."""

_GZIP = b"\x1f\x8b"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
)
_HEAD = 4_096
_MOST_CONTROLS = 0.02  # share of control characters up to which bytes still count as text
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MARKUP = re.compile(rb"<!doctype\s+html|<html|<head|<body|<article|<div|<p[\s>]|<meta\s|<h1", re.IGNORECASE)
_SUFFIXES = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".json": "application/json"}


def open_page(name: str, *, url: str | None = None) -> Page:
    """The page stored at path `name`, or standard input where `name` is "-"; gzip is recognised by its first bytes.

    Raises UnreadablePage: missing, a directory, no permission, empty, binary, or larger than LARGEST_PAGE.
    """
    return make_page(name, _read_bytes(name), url=url)


def make_page(name: str, data: bytes, *, url: str | None = None) -> Page:
    """The page of these bytes, called `name`, as `open_page` makes it of a file's. Raises UnreadablePage."""
    if data.startswith(_GZIP):
        data = _gunzip(name, data)
    if len(data) > LARGEST_PAGE:
        raise _too_large(name)
    if not data.strip():
        raise UnreadablePage(name, Fault(FaultKind.EMPTY))
    if _is_binary(data):
        raise UnreadablePage(name, Fault(FaultKind.BINARY))
    return Page(name=name, data=data, media=_media(name, data), url=url)


def _read_bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LARGEST_PAGE + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST_PAGE + 1)
    except FileNotFoundError:
        fault = Fault(FaultKind.NOT_THERE)
    except IsADirectoryError:
        fault = Fault(FaultKind.DIRECTORY)
    except PermissionError:
        fault = Fault(FaultKind.FORBIDDEN)
    except (OSError, ValueError) as error:
        fault = Fault(FaultKind.UNOPENED, (str(getattr(error, "strerror", None) or error),))
    raise UnreadablePage(name, fault)


def _gunzip(name: str, data: bytes) -> bytes:
    """All gzip members together. A cut-off stream gives what it holds, as a cut-off page does."""
    out = bytearray()
    while data.startswith(_GZIP):
        stream = zlib.decompressobj(wbits=31)
        try:
            out += stream.decompress(data, LARGEST_PAGE + 1 - len(out))
        except zlib.error:
            if not out:
                raise UnreadablePage(name, Fault(FaultKind.DAMAGED_GZIP)) from None
            break
        if len(out) > LARGEST_PAGE:
            raise _too_large(name)
        data = stream.unused_data
    return bytes(out)


def _too_large(name: str) -> UnreadablePage:
    megabytes = LARGEST_PAGE // (1024 * 1024)
    return UnreadablePage(name, Fault(FaultKind.TOO_LARGE, (str(megabytes),)))


def _is_binary(data: bytes) -> bool:
    if data.startswith(_BINARY):
        return True
    head = data[:_HEAD]
    if data.startswith(_BOMS) or _looks_like_utf16(head):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head)


def _looks_like_utf16(head: bytes) -> bool:
    """Text of the Latin script in UTF-16 without a byte order mark: every second byte is zero."""
    even, odd = head[0::2], head[1::2]
    return max(even.count(0), odd.count(0)) > 0.8 * len(odd) and min(even.count(0), odd.count(0)) < 0.05 * len(odd)


def _media(name: str, data: bytes) -> str:
    """By content first, then by suffix: saved pages often carry the wrong one."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"{") and _is_json(data):
        return "application/json"
    if head.startswith(b"<") and _MARKUP.search(head):
        return "text/html"
    suffixes = [suffix.lower() for suffix in Path(name).suffixes if suffix.lower() != ".gz"]
    return _SUFFIXES.get(suffixes[-1] if suffixes else "", "text/plain")


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False
