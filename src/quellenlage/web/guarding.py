"""Who may ask what: host names, the token, requests sent by other sites, and the headers that bind the browser.

A request that changes something and that a browser sends from another site is refused by its own headers
(`Sec-Fetch-Site`, else `Origin`), which no page can forge; a program that sends neither is no browser. The method is
the one of Go's `http.CrossOriginProtection` (Valsorda 2025). Only known host names are answered, so that no foreign
name can be pointed at this machine (DNS rebinding).
"""

from __future__ import annotations

import hmac
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quellenlage.web.desk import Desk
from quellenlage.web.problems import kind_with, problem

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_COOKIE = "quellenlage_token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing inline, nothing from any other host."""
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers what may not pass by itself, and lets the rest through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _without_port(host) not in self._desk.hosts:
            return _refused(scope, 421, f"no workbench is called {host}; see `quellenlage serve --help`")
        if scope["method"] not in _SAFE and _is_foreign(headers, host):
            return _refused(scope, 403, "sent from another site, so nothing was changed")
        return self._without_token(scope, headers) if self._desk.token else None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """None for who has the token; whoever brings it in the address gets it as a cookie."""
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        cookie = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if self._is_token(cookie.value if cookie else "") or self._is_token(bearer):
            return None
        if self._is_token(asked.pop("token", "")):
            answer = RedirectResponse(f"{scope['path']}?{urlencode(asked)}".rstrip("?"), 303)
            answer.set_cookie(_COOKIE, self._desk.token or "", httponly=True, samesite="strict")
            return answer
        return _refused(scope, 401, "this workbench asks for its token: add ?token=… to the address")

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._desk.token or "").encode())


def _refused(scope: Scope, status: int, words: str) -> Response:
    """Plain words; a problem document for programs."""
    if scope["path"].startswith("/api/"):
        return problem(kind_with(status), words, headers={"WWW-Authenticate": "Bearer"} if status == 401 else None)
    return PlainTextResponse(words, status)


def _without_port(host: str) -> str:
    return host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host


def _is_foreign(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != host
