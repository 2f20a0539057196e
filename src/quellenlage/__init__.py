"""Quellenlage: a source ledger for news."""
