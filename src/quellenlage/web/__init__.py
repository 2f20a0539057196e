"""The workbench: a local website over one ledger, to read, check, correct and cite. German and English."""

from quellenlage.web.app import create_app
from quellenlage.web.desk import Desk

__all__ = ["Desk", "create_app"]
