"""Clients of the interface for programs."""

from __future__ import annotations

import pytest

from client import Client


@pytest.fixture
def client(workbench: str) -> Client:
    """A client that only looks."""
    return Client(workbench)


@pytest.fixture
def own_client(own_workbench: str) -> Client:
    """A client with a ledger of its own."""
    return Client(own_workbench)
