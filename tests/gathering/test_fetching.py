"""One page from its address, against a real server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quellenlage.errors import UnreadablePage
from quellenlage.gathering import fetch, fetching

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}
PAGE = "<h1>Müllabfuhr</h1>".encode("latin-1")


class Site:
    """A small web site: an answer for each path, and the requests that came."""

    def __init__(self, server: ThreadingHTTPServer, answers: dict[str, Answer], agents: list[str]) -> None:
        self.address = f"http://127.0.0.1:{server.server_address[1]}"
        self.answers = answers
        self.agents = agents


@pytest.fixture
def site() -> Iterator[Site]:
    answers: dict[str, Answer] = {}
    agents: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            agents.append(self.headers["User-Agent"])
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield Site(server, answers, agents)
        finally:
            server.shutdown()
            thread.join()


def test_a_page_comes_with_its_bytes_its_address_and_the_servers_charset(site: Site) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    page = fetch(f"{site.address}/a")
    assert (page.name, page.url) == (f"{site.address}/a", f"{site.address}/a")
    assert (page.data, page.media, page.charset) == (PAGE, "text/html", "ISO-8859-1")


def test_we_say_who_we_are_to_robots_and_to_the_page(site: Site) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    fetch(f"{site.address}/a")
    assert len(site.agents) == 2
    assert all(agent.startswith("quellenlage/") for agent in site.agents)


def test_redirects_are_followed_and_the_final_address_is_kept(site: Site) -> None:
    site.answers["/old"] = (301, {"Location": "/new?x=1#part"}, b"")
    site.answers["/new?x=1"] = (200, HTML, PAGE)
    page = fetch(f"{site.address}/old")
    assert (page.name, page.url) == (f"{site.address}/old", f"{site.address}/new?x=1")


def test_packed_pages_are_unpacked(site: Site) -> None:
    site.answers["/a"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert fetch(f"{site.address}/a").data == PAGE


@pytest.mark.parametrize("path", ["/private/a", "/to-private"])
def test_robots_is_obeyed_also_behind_a_redirect(site: Site, path: str) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private")
    site.answers["/to-private"] = (302, {"Location": "/private/a"}, b"")
    site.answers["/private/a"] = (200, HTML, PAGE)
    with pytest.raises(UnreadablePage, match=r"robots\.txt"):
        fetch(f"{site.address}{path}")


def test_a_robots_that_cannot_be_had_forbids(site: Site) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    site.answers["/a"] = (200, HTML, PAGE)
    with pytest.raises(UnreadablePage, match=r"robots\.txt"):
        fetch(f"{site.address}/a")


def _bomb() -> Answer:
    return 200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(2**21))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda: (404, {}, b""), "answered 404"),
        (lambda: (200, {"Content-Type": "image/png"}, PAGE), "is image/png"),
        (lambda: (200, HTML, b""), "is empty"),
        (lambda: (302, {"Location": "/a"}, b""), "redirects more than"),
        (lambda: (302, {"Location": "file:///etc/hosts"}, b""), "no address of a page"),
        (_bomb, "larger than"),
    ],
)
def test_what_is_no_page_is_said_in_one_line_that_names_it(
    site: Site, monkeypatch: pytest.MonkeyPatch, answer: Callable[[], Answer], reason: str
) -> None:
    monkeypatch.setattr(fetching, "_LARGEST", 2**20)
    site.answers["/a"] = answer()
    with pytest.raises(UnreadablePage, match=reason) as caught:
        fetch(f"{site.address}/a")
    assert str(caught.value).startswith(f"{site.address}/a: ")
    assert "; " in caught.value.reason
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/a", "http://", "http://no host/", "http://[::1"])
def test_an_address_with_nobody_behind_it_is_an_unreadable_page(url: str) -> None:
    with pytest.raises(UnreadablePage):
        fetch(url)
