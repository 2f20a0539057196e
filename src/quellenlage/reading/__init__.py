"""A page in, an article out: markup, metadata, typed blocks, plain text, access."""

from quellenlage.reading.article import read
from quellenlage.reading.opening import make_page, open_page

__all__ = ["make_page", "open_page", "read"]
