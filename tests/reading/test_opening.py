"""Opening inputs: what is read, what is refused, and what the refusal says."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from quellenlage.errors import UnreadablePage
from quellenlage.reading import open_page
from quellenlage.reading.opening import LARGEST_PAGE

HTML = b"<!DOCTYPE html><html><body><p>Der Damm bei Unterwesp hat gehalten.</p></body></html>"


def stored(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def refused(name: str) -> str:
    with pytest.raises(UnreadablePage) as caught:
        open_page(name)
    assert caught.value.name == name
    assert "\n" not in str(caught.value)
    assert "; " in caught.value.reason
    return caught.value.reason


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("page.html", HTML, "text/html"),
        ("page.txt", HTML, "text/html"),
        ("page.txt", b"\xef\xbb\xbf  \n" + HTML, "text/html"),
        ("page.html", b"Der Damm hat gehalten.", "text/html"),
        ("page.txt", b"Der Damm hat gehalten.", "text/plain"),
        ("page", b"Der Damm hat gehalten.", "text/plain"),
        ("page.json", b'{"blocks": ["Der Damm hat gehalten."]}', "application/json"),
        ("page.txt", b'{"blocks": ["Der Damm hat gehalten."]}', "application/json"),
        ("page.txt", b"{nichts davon ist JSON}", "text/plain"),
        ("page.txt", "Der Damm hält.".encode("utf-16"), "text/plain"),
    ],
)
def test_media_by_content_first_then_by_suffix(tmp_path: Path, name: str, data: bytes, media: str) -> None:
    page = open_page(stored(tmp_path, name, data), url="https://uferbote.example/1")
    assert (page.media, page.data, page.url) == (media, data, "https://uferbote.example/1")


def test_gzip_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    page = open_page(stored(tmp_path, "page.html", gzip.compress(HTML)))
    assert (page.data, page.media) == (HTML, "text/html")


def test_the_suffix_before_gz_counts(tmp_path: Path) -> None:
    assert open_page(stored(tmp_path, "page.html.gz", gzip.compress(b"Damm"))).media == "text/html"


def test_members_of_gzip_belong_together(tmp_path: Path) -> None:
    assert open_page(stored(tmp_path, "page.gz", gzip.compress(HTML[:20]) + gzip.compress(HTML[20:]))).data == HTML


def test_cut_off_gzip_gives_what_it_holds(tmp_path: Path) -> None:
    whole = HTML + os.urandom(9_000).hex().encode()
    page = open_page(stored(tmp_path, "page.gz", gzip.compress(whole)[:-2_000]))
    assert page.data and whole.startswith(page.data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML)))
    page = open_page("-")
    assert (page.name, page.data) == ("-", HTML)


def test_missing(tmp_path: Path) -> None:
    assert "does not exist" in refused(str(tmp_path / "nirgends.html"))


def test_directory(tmp_path: Path) -> None:
    assert "directory" in refused(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    name = stored(tmp_path, "page.html", HTML)
    Path(name).chmod(0)
    assert "permissions" in refused(name)


def test_a_name_that_cannot_be_a_path() -> None:
    assert refused("seite\0.html")


@pytest.mark.parametrize("data", [b"", b" \n\t ", gzip.compress(b"")])
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert "empty" in refused(stored(tmp_path, "page.html", data))


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 8, b"a\0b\0\0\0c" * 99])
def test_binary(tmp_path: Path, data: bytes) -> None:
    assert "binary" in refused(stored(tmp_path, "page.html", data))


def test_too_large(tmp_path: Path) -> None:
    assert "larger than 50 MB" in refused(stored(tmp_path, "page.txt", b"a " * (LARGEST_PAGE // 2 + 1)))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + bytes(1 << 20) * 0 + b"a" * (LARGEST_PAGE + 1), 9)
    assert len(bomb) < LARGEST_PAGE / 100
    assert "larger than 50 MB" in refused(stored(tmp_path, "page.html.gz", bomb))


def test_damaged_gzip(tmp_path: Path) -> None:
    assert "damaged" in refused(stored(tmp_path, "page.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 40))
