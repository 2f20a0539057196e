"""Bytes to text. Pages say how they are encoded, and are often wrong about it.

Order: byte order mark, what the transport said, what the page says, UTF-8, detection. Whatever is declared, bytes that
are valid UTF-8 with characters beyond ASCII are UTF-8 (the chance that other text looks so is negligible), and single
bytes that are not valid UTF-8 are read as windows-1252, the encoding they come from on nearly all European pages.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4_096
_SAMPLE = 65_536
# Encodings in which German and English text is met, in the names of the detector.
_CANDIDATES = ["utf_8", "cp1252", "iso8859_15", "cp1250", "mac_roman", "cp437", "cp850", "utf_16", "utf_32"]
# The encoding standard of the web reads these labels as windows-1252
# (https://encoding.spec.whatwg.org/#names-and-labels).
_LATIN = {"ascii", "iso8859-1", "cp1252"}


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of `data`; `charset` is what the transport said. Never raises: unreadable bytes become U+FFFD."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if _is_utf8(data):
        return data.decode("utf-8", "replace")
    declared = _codec(charset) or _codec(_declared(data))
    name = declared or _utf16(data[:_HEAD]) or _detected(data)
    if name == "utf-8":
        return data.decode("utf-8", _WINDOWS)
    if name in _LATIN:
        name = "cp1252"
    return data.decode(name, "replace")


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8, but for a last character cut off; NULs speak against it."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return data.count(0, 0, _HEAD) == 0


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return found.group(1).decode("ascii", "replace") if found else None


def _codec(label: str | None) -> str | None:
    try:
        info = codecs.lookup(label.strip()) if label else None
    except LookupError:
        return None
    # A label that could be read in the page's own bytes cannot be UTF-16 or UTF-32; neither may codecs that are not
    # text.
    if info is None or info.name.startswith(("utf-16", "utf-32")) or not getattr(info, "_is_text_encoding", True):
        return None
    return info.name


def _utf16(head: bytes) -> str | None:
    if head[1::2].count(0) > 0.8 * len(head[1::2]):
        return "utf-16-le"
    if head[0::2].count(0) > 0.8 * len(head[0::2]):
        return "utf-16-be"
    return None


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return codecs.lookup(best.encoding).name if best else "cp1252"


def _from_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS = "quellenlage-windows"
codecs.register_error(_WINDOWS, _from_windows)
