"""Markdown (CommonMark, GitHub's tables): a reading as a numbered list, a claim as a dossier, entries as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from quellenlage.model.claim import Claim
from quellenlage.model.statement import Reading, Statement
from quellenlage.model.text import Article, Language
from quellenlage.rendering.dossier import Line, compile_dossier
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import (
    article_facts,
    blocks_of,
    chain,
    circumstances,
    figure_phrase,
    headline,
    marks,
    quoted,
    shown,
    source_class,
    speaker_name,
)

# What could begin or end a Markdown construct inside a line, or an HTML tag or entity.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")

_OPENING = re.compile(r"^(\s*\d*)([.)=-])")  # what at the beginning of a line could open a list or make a heading


def reading_to_markdown(reading: Reading, language: Language) -> str:
    """The article's facts, then each statement in the order of the page."""
    article = reading.article
    lines = [f"# {escaped(headline(article.headline, language))}", ""]
    lines += [escaped(" · ".join(article_facts(article, language))), ""]
    if article.url:
        lines += [f"<{article.url}>" if _is_plain(article.url) else escaped(shown(article.url)), ""]
    if not reading.statements:
        lines += [label("no_statements", language), ""]
    for number, statement in enumerate(reading.statements, start=1):
        lines += _statement(number, statement, article, language)
    return "\n".join([*lines, f"*{label('how_made', language)}*", ""])


def claim_to_markdown(claim: Claim, language: Language) -> str:
    """The receipt of a claim: each section as a list, what belongs to an entry indented under it."""
    dossier = compile_dossier(claim, language)
    lines = [f"# {escaped(dossier.title.text)}", "", escaped(dossier.summary), ""]
    for section in dossier.sections:
        lines += [f"## {escaped(section.heading)}", ""]
        for number, entry in enumerate(section.entries, start=1):
            bullet = f"{number}." if section.is_numbered else "-"
            lines.append(f"{bullet} **{escaped(entry.title)}**")
            lines += [f"{' ' * len(bullet)} - {_linked(line)}" for line in entry.lines]
        lines += [""] if section.entries else [escaped(dossier.nothing), ""]
    return "\n".join([*lines, f"*{dossier.foot}*", ""])


def rows_to_markdown(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """A table, line by line; the names of the first row's cells are its head. No rows, no table."""
    for number, row in enumerate(rows):
        if number == 0:
            yield _row(row)
            yield _row(["---"] * len(row))
        yield _row("" if cell is None else escaped(shown(str(cell))) for cell in row.values())


def escaped(text: str) -> str:
    """The text such that Markdown shows it as it stands."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _statement(number: int, statement: Statement, article: Article, language: Language) -> list[str]:
    cls = source_class(statement.speaker, language)
    speaker = f"**{escaped(speaker_name(statement.speaker, language))}**" + (f" ({cls})" if cls else "")
    details = [", ".join([*marks(statement, language), f"{label('block', language)} {blocks_of(statement)}"])]
    if statement.via:
        details.insert(0, chain(statement, article.outlet, language))
    details += [figure_phrase(figure, language) for figure in statement.qualification.figures]
    details += circumstances(statement, language)
    indent = " " * (len(str(number)) + 2)
    return [
        f"{number}. {speaker}: {escaped(quoted(statement, language))}",
        *(f"{indent}- {escaped(detail)}" for detail in details),
        "",
    ]


def _linked(line: Line) -> str:
    return f"[{escaped(line.text)}](<{line.address}>)" if line.address else escaped(line.text)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_plain(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>]+", url) is not None
