"""Where an export goes: to stdout, or into a file that is there as a whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quellenlage.errors import SettingsError

_STDOUT = "-"


@contextmanager
def delivered(output: str | None, *, is_binary: bool = False) -> Iterator[BinaryIO]:
    """A stream to write to: stdout where no output or "-" is named. A file takes its name when the block ends well; an
    earlier file of this name stays as it was until then.

    Raises SettingsError where the file cannot be written, and for binary data that would go to a terminal.
    """
    if output is None or output == _STDOUT:
        if is_binary and sys.stdout.isatty():
            raise SettingsError("this format is not for a terminal; name a file with --output")
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output).expanduser().resolve()  # a link keeps leading to its file
    if path.exists() and not path.is_file():
        raise SettingsError(f"{output}: is no file; choose another with --output")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise _not_writable(output, error) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(_mode(path))
        part.replace(path)
    except OSError as error:
        raise _not_writable(output, error) from error
    finally:
        part.unlink(missing_ok=True)


def deliver(text: str, output: str | None) -> None:
    """The text as UTF-8; a lone surrogate becomes an escape, which JSON reads back."""
    with delivered(output) as stream:
        stream.write(text.encode("utf-8", errors="backslashreplace"))


def say_exported(what: str, of: str | None = None) -> None:
    """How much was written, on stderr: nothing is cut off in silence."""
    print(f"quellenlage: {what} exported{f' ({of})' if of else ''}", file=sys.stderr)


def plural(number: int, noun: str) -> str:
    """ "1 row", "2 rows"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _mode(path: Path) -> int:
    """The rights of the file that is replaced; those of any new file where there was none."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _not_writable(output: str, error: OSError) -> SettingsError:
    return SettingsError(f"{output}: cannot be written ({error.strerror}); choose another with --output")
