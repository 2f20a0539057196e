"""The second opinions: the body that a page declares, and trafilatura where the own finding is weak."""

from __future__ import annotations

import json

from quellenlage.model.text import Article, BlockKind, Page
from quellenlage.reading import read

TEXT = (
    "Wer in Altenbruch bauen will, braucht Geduld, und zwar mehr davon, als man einem Menschen zumuten sollte.",
    "Die Gemeinde hat in drei Jahren elf Genehmigungen erteilt, obwohl sie doppelt so viele Anträge bekommen hat.",
    "Bürgermeisterin Ruth Ahrendt nennt das gründlich. Man kann es auch anders nennen, und viele im Ort tun das.",
    "Dabei wäre Platz genug: Hinter der alten Mühle liegen seit Jahren vier Hektar brach, voll erschlossen und leer.",
    "Am Ende wird der Ort sich entscheiden müssen, ob er wachsen will oder nur älter werden, beides geht nicht.",
    "Bis dahin ziehen die Jungen weiter nach Langsand, wo man schneller baut und wo die Fähre wieder fährt.",
)
NOTICE = "Alle Texte auf dieser Seite dürfen nur mit Zustimmung des Verlags weiterverbreitet werden, auch in Auszügen."


def article(body: str, head: str = "") -> Article:
    page = f"<html lang=de><head><title>Bauen braucht Geduld</title>{head}</head><body>{body}</body></html>"
    return read(Page("page.html", page.encode(), "text/html"))


def paragraphs(found: Article) -> list[str]:
    return [block.text for block in found.blocks if block.kind is BlockKind.PARAGRAPH]


def marked(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_an_opinion_piece_is_no_discussion() -> None:
    found = article(f"<div class=kommentar><h1>Bauen braucht Geduld</h1>{marked(TEXT)}</div><div><p>{NOTICE}</p></div>")
    assert paragraphs(found) == list(TEXT)


def test_trafilatura_is_asked_where_the_own_finding_is_weak() -> None:
    found = article(
        f"<h1>Bauen braucht Geduld</h1><article><div class=forum>{marked(TEXT)}</div></article><p>{NOTICE}</p>"
    )
    assert paragraphs(found) == list(TEXT)


def test_the_declared_body_says_where_the_text_ends() -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": "Bauen braucht Geduld", "articleBody": " ".join(TEXT)})
    head = f'<script type="application/ld+json">{node}</script>'
    body = f"<h1>Bauen braucht Geduld</h1><div>{marked((*TEXT, NOTICE))}</div>"
    assert paragraphs(article(body, head)) == list(TEXT)
    assert paragraphs(article(body)) == [*TEXT, NOTICE]


def test_the_declared_body_says_where_the_text_is() -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(TEXT)})
    head = f'<script type="application/ld+json">{node}</script>'
    letters = marked(tuple(f"Dazu schreibt uns eine Leserin aus dem Ort, was viele denken: {text}" for text in TEXT))
    body = f"<h1>Bauen braucht Geduld</h1><div>{marked(TEXT)}</div><section>{letters}{marked((NOTICE,))}</section>"
    assert paragraphs(article(body, head)) == list(TEXT)
