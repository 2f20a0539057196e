"""A workbench that answers on loopback, and what axe says of its pages."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from quellenlage.web import Desk, create_app


@contextmanager
def serving(desk: Desk) -> Iterator[str]:
    """The address (without a slash at the end) at which a workbench answers meanwhile."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as `serve` does
        listening.listen()  # whoever asks before the server is up waits
        server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page, one line each (WCAG 2.1 A and AA, and best practices)."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['help']} at {[node['target'] for node in each['nodes']][:3]}" for each in found]
