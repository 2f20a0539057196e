"""A page in, an article out: markup, metadata, typed blocks, plain text, access."""

from quellenlage.reading.article import read
from quellenlage.reading.opening import open_page

__all__ = ["open_page", "read"]
