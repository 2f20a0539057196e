"""The net: the only room that opens a socket."""
