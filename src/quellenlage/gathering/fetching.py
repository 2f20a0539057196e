"""One page from its address. The only door to urllib3: trafilatura brings it anyway, and one request needs no more.

We say who we are, ask robots.txt of every host on the way, and take no more than a page's worth of bytes and time.
"""

from __future__ import annotations

import time
from importlib.metadata import version
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from quellenlage.errors import UnreadablePage
from quellenlage.faults import Fault, FaultKind
from quellenlage.gathering.robots import is_allowed
from quellenlage.model.text import Page

AGENT = "quellenlage"
"""Our product token: what a group in robots.txt calls us."""

_LARGEST = 50 * 2**20  # bytes of a page, unpacked
_LARGEST_ROBOTS = 500 * 2**10  # RFC 9309, section 2.5
_PATIENCE = 60.0  # seconds for one address, redirects and robots.txt included
_TIMEOUT = urllib3.Timeout(connect=10.0, read=20.0)
_REDIRECTS = 5
_MEDIA = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/json": "application/json",
}


def fetch(url: str) -> Page:
    """The page at an http or https address, redirects followed. Raises UnreadablePage.

    `url` of the page is where it was found in the end; `charset` what the server said.
    """
    agent = f"{AGENT}/{version('quellenlage')} (a source ledger for news; one page at its reader's request)"
    with urllib3.PoolManager(headers={"User-Agent": agent, "Accept-Encoding": "gzip"}) as pool:
        try:
            return _Errand(pool, url, time.monotonic() + _PATIENCE).run()
        except (HTTPError, ValueError) as error:
            raise UnreadablePage(url, Fault(FaultKind.UNREACHABLE, (_plain(error),))) from error


class _Errand:
    """One address, from the first request to the page."""

    def __init__(self, pool: urllib3.PoolManager, url: str, deadline: float) -> None:
        self._pool = pool
        self._name = url
        self._deadline = deadline
        self._robots: dict[str, str] = {}  # by scheme and host

    def run(self) -> Page:
        url = self._name
        for _ in range(_REDIRECTS + 1):
            self._check_robots(url)
            with self._request(url) as response:
                target = response.get_redirect_location()
                if not target:
                    return self._page(url, response)
            url = urldefrag(urljoin(url, target)).url
        raise self._failure(FaultKind.REDIRECTS, _REDIRECTS)

    def _page(self, url: str, response: urllib3.BaseHTTPResponse) -> Page:
        if response.status != 200:
            raise self._failure(FaultKind.REFUSED, response.status, response.reason or "")
        media, charset = _content_type(response.headers.get("Content-Type", "text/html"))
        if media not in _MEDIA:
            raise self._failure(FaultKind.NO_PAGE, media) if media else self._failure(FaultKind.NO_TYPE)
        data = self._body(response, _LARGEST)
        if len(data) > _LARGEST:
            raise self._failure(FaultKind.DOWNLOAD_TOO_LARGE, _LARGEST // 2**20)
        if not data:
            raise self._failure(FaultKind.NO_CONTENT)
        return Page(self._name, data, _MEDIA[media], url, charset)

    def _check_robots(self, url: str) -> None:
        """RFC 9309, section 2.3.1: no robots.txt allows everything, one that cannot be had allows nothing."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise self._failure(FaultKind.NO_ADDRESS, url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._fetch_robots(host)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        if not is_allowed(self._robots[host], AGENT, path):
            raise self._failure(FaultKind.ROBOTS, parts.netloc)

    def _fetch_robots(self, host: str) -> str:
        url = f"{host}/robots.txt"
        for _ in range(_REDIRECTS + 1):
            with self._request(url) as response:
                target = response.get_redirect_location()
                if response.status == 200:
                    return self._body(response, _LARGEST_ROBOTS)[:_LARGEST_ROBOTS].decode("utf-8", "replace")
                if not target:
                    return "" if response.status < 500 else "User-agent: *\nDisallow: /"
            url = urljoin(url, target)
        return ""

    def _request(self, url: str) -> urllib3.BaseHTTPResponse:
        self._check_time()
        return self._pool.request("GET", url, timeout=_TIMEOUT, redirect=False, retries=False, preload_content=False)

    def _body(self, response: urllib3.BaseHTTPResponse, largest: int) -> bytes:
        """At most one chunk more than `largest` bytes, unpacked as they come, so that a bomb never unfolds."""
        data = bytearray()
        for chunk in response.stream(2**16, decode_content=True):
            data += chunk
            if len(data) > largest:
                break
            self._check_time()
        return bytes(data)

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            raise self._failure(FaultKind.SLOW, round(_PATIENCE))

    def _failure(self, kind: FaultKind, *names: object) -> UnreadablePage:
        return UnreadablePage(self._name, Fault(kind, tuple(map(str, names))))


def _content_type(header: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header."""
    media, *parameters = (part.strip() for part in header.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value:
            return media.lower(), value.strip("\"' ")
    return media.lower(), None


def _plain(error: Exception) -> str:
    """urllib3 nests the cause in addresses of objects; the innermost message is what a person can use."""
    cause: BaseException = error
    while cause.__cause__ or cause.__context__:
        cause = cause.__cause__ or cause.__context__ or cause
    return " ".join(str(cause).split()) or type(error).__name__
