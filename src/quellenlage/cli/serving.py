"""`quellenlage serve`: the workbench."""

from __future__ import annotations

import secrets
import socket
import sys
import threading
from typing import Annotated

import typer

from quellenlage.cli.options import LedgerAddress
from quellenlage.ledger import open_ledger
from quellenlage.settings import read_settings

_PORT = 8471


def serve_command(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen on; another one than this asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, metavar="N", help="Port to listen on; 0 for any.")] = _PORT,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name under which it may be asked for as well.", show_default=False),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="QUELLENLAGE_TOKEN",
            help="What everyone must know who comes; made up where needed.",
            show_default=False,
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    ledger: LedgerAddress = None,
) -> None:
    """Open the workbench: read, check, correct and cite what the ledger holds, in a browser.

    It answers on this machine alone unless another address is named. It asks no other host for anything but the
    pages that you add by their address.

    \b
    Examples:
      quellenlage serve --open
      quellenlage serve --ledger build/demo.sqlite --port 9000
      quellenlage serve --host 0.0.0.0 --name desk.example
    """
    import uvicorn

    from quellenlage.web import Desk, create_app
    from quellenlage.web.app import spare_the_collector
    from quellenlage.web.desk import LOOPBACK
    from quellenlage.web.remembering import remember_first

    settings = read_settings()
    address = ledger or settings.ledger
    open_ledger(address).close()  # made, or brought up to this version, before anybody looks
    is_private = host in LOOPBACK
    asked = token if token or is_private else secrets.token_urlsafe(16)
    desk = Desk(address, settings.user, (*LOOPBACK, host, *(name or ())), asked)
    server = uvicorn.Server(uvicorn.Config(create_app(desk), host=host, port=port, log_level="warning"))
    listening = server.config.bind_socket()
    # Heads and bodies are written apart; without this, a body waits until the other side has confirmed its head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.listen()  # whoever asks before the server is up waits for it
    place = f"http://{host}:{listening.getsockname()[1]}/" + (f"?token={asked}" if asked else "")
    print(f"Quellenlage is open at {place}", flush=True)
    print("quellenlage: Ctrl-C ends it", file=sys.stderr)
    if browser:
        typer.launch(place)
    spare_the_collector()
    threading.Thread(target=remember_first, args=[desk], daemon=True).start()
    server.run(sockets=[listening])
