"""The net: the only room that opens a socket. One page at a time, at its reader's request, as robots.txt allows."""

from quellenlage.gathering.fetching import fetch

__all__ = ["fetch"]
