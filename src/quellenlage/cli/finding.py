"""From what the user calls an article or a statement to the one that is meant."""

from __future__ import annotations

from quellenlage.errors import SettingsError
from quellenlage.ledger import Query, View
from quellenlage.model.statement import Statement
from quellenlage.model.text import Article

_SHOWN = 3  # ids that a message names


def find_article(view: View, given: str) -> str:
    """The id of the article of this file, address or id. Raises SettingsError where there is none, or more than one."""
    found = [row.article.id for row in view.articles(Query(article=given)).items]
    if not found:
        raise SettingsError(
            f"{given}: no article of this file, address or id is in the ledger; `quellenlage add` adds it"
        )
    if len(found) > 1:
        ids = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise SettingsError(f"{given}: {len(found)} articles; give the id of one ({ids})")
    return found[0]


def find_statement(view: View, given: str) -> tuple[Statement, Article]:
    """The statement (or assertion) whose id begins so, with its article. Raises SettingsError where there is none, or
    more than one."""
    start = given.lower()
    traces = [
        trace for claim in view.claims_with(start) for trace in view.claim(claim).traces if trace.id.startswith(start)
    ]
    if not traces:
        raise SettingsError(f"{given}: no statement has this id; `quellenlage statements` shows them")
    if len(traces) > 1:
        raise SettingsError(f"{given}: {len(traces)} statements' ids begin so; give more digits")
    (trace,) = traces
    reading = view.reading(trace.article)
    return trace.statement or next(each for each in reading.statements if each.id == trace.id), reading.article
