"""A reading as one self-contained HTML page: the text with its statements marked, the receipts beside it.

No script, no font, no picture, nothing fetched: the page can be filed, mailed and opened offline. A mark and its
receipt point at each other by links, so it works with a keyboard and a screen reader, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files

from quellenlage.model.statement import Certainty, Polarity, Reading, Statement
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.rendering.labels import counted, label
from quellenlage.rendering.marking import Mark, content_marks, first_places, pieces
from quellenlage.rendering.phrases import (
    article_facts,
    blocks_of,
    chain,
    circumstances,
    figure_phrase,
    headline,
    marks,
    moment_phrase,
    shown,
    source_class,
    speaker_name,
    words,
)

_TAGS = {
    BlockKind.HEADLINE: "h1",
    BlockKind.HEADING: "h2",
    BlockKind.QUOTE: "blockquote",
    BlockKind.TABLE: "pre",
}


def readings_to_html(readings: Iterable[Reading], language: Language) -> Iterator[str]:
    """The page in parts: head, one section an article, foot."""
    style = files("quellenlage.rendering").joinpath("page.css").read_text(encoding="utf-8")
    yield (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Quellenlage</title>\n<style>\n{style}</style>\n</head>\n<body>"
    )
    for number, reading in enumerate(readings, start=1):
        yield _article(reading, f"a{number}", language)
    yield f"<footer>{escape(label('how_made', language))} Quellenlage.</footer>\n</body>\n</html>"


def _article(reading: Reading, key: str, language: Language) -> str:
    article = reading.article
    told = [block for block in article.blocks if block.kind is not BlockKind.FURNITURE]
    firsts = first_places(reading.statements, told)
    is_headed = any(block.kind is BlockKind.HEADLINE for block in article.blocks)
    rows = (_row(block, reading, firsts, key, language) for block in told)
    return "\n".join(
        [
            f'<main lang="{article.language}" id="{key}">',
            f'<header lang="{language}">',
            *([] if is_headed else [f"<h1>{escape(headline(article.headline, language))}</h1>"]),
            f"<p>{escape(' · '.join(article_facts(article, language)))}</p>",
            *([f"<p>{_address(article)}</p>"] if article.url else []),
            f"<p>{counted(len(reading.statements), 'statement', language)}</p>",
            "</header>",
            *rows,
            "</main>",
        ]
    )


def _address(article: Article) -> str:
    url = shown(article.url or "")
    if not url.startswith(("http://", "https://")):  # nothing that a click could run
        return escape(url)
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>'


def _row(block: Block, reading: Reading, firsts: Mapping[int, Span], key: str, language: Language) -> str:
    """A block of the text, and beside it the receipts of the statements whose content begins there."""
    tag = _TAGS.get(block.kind, "p")
    text = f'<{tag} class="{block.kind}">{_marked(block, reading.statements, firsts, key)}</{tag}>'
    time = f'<p class="time" lang="{language}">{moment_phrase(block.time, language)}</p>' if block.time else ""
    items = "".join(
        _receipt(number, reading.statements[number - 1], reading.article, key, language)
        for number, span in firsts.items()
        if span.block == block.index
    )
    beside = f'<ol lang="{language}">{items}</ol>' if items else ""
    return f'<div class="row"><div class="text">{time}{text}</div><aside>{beside}</aside></div>'


def _marked(block: Block, statements: Iterable[Statement], firsts: Mapping[int, Span], key: str) -> str:
    """The block's text, each piece of a content linked to the receipt of the innermost statement it belongs to."""
    told: list[str] = []
    for piece in pieces(block.text, content_marks(block, statements, firsts.items())):
        text = escape(shown(piece.text))
        if piece.inside:
            numbers = "".join(_number(mark, key) for mark in piece.begins)
            depth = min(len(piece.inside), 3)
            text = f'{numbers}<a class="mark d{depth}" href="#{key}-s{piece.inside[-1].number}">{text}</a>'
        told.append(text)
    return "".join(told)


def _number(mark: Mark, key: str) -> str:
    """The statement's number before a piece of its content; its receipt points back at the first piece."""
    return f'<sup id="{key}-m{mark.number}">{mark.number}</sup>' if mark.is_first else f"<sup>{mark.number}</sup>"


def _receipt(number: int, statement: Statement, article: Article, key: str, language: Language) -> str:
    said, qualified = statement.attribution, statement.qualification
    doubtful = qualified.certainty is not Certainty.CERTAIN or qualified.polarity is Polarity.DENIED
    lines = [
        f"<b>{escape(speaker_name(statement.speaker, language))}</b> "
        f'<span class="class">{escape(source_class(statement.speaker, language))}</span>'
    ]
    if statement.via:
        lines.append(f'<span class="chain">{escape(chain(statement, article.outlet, language))}</span>')
    lines += [f"<span>= {escape(figure_phrase(figure, language))}</span>" for figure in qualified.figures]
    notes = " · ".join(circumstances(statement, language))
    lines += [f'<span class="marks">{escape(notes)}</span>'] if notes else []
    surely = escape(" · ".join(marks(statement, language)))
    lines.append(f'<span class="{"doubtful" if doubtful else "marks"}">{surely}</span>')
    cue = f"<q>{escape(words(said.cue))}</q> · " if said.cue else ""
    place = f"{label('block', language)} {blocks_of(statement)}"
    confidence = f"{label('model_confidence', language)} {round(100 * said.confidence)} %"
    lines.append(f'<span class="marks">{cue}{place} · {confidence}</span>')
    back = f'<a class="number" href="#{key}-m{number}">{number}</a>'
    return f'<li id="{key}-s{number}">{back}{"".join(f"<div>{line}</div>" for line in lines)}</li>'
