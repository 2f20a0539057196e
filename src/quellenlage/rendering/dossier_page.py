"""A dossier as one self-contained HTML page, for the screen and for paper. No script, nothing fetched.

The page carries its own content security policy: but for its own style sheet, known by its hash, it may load nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from quellenlage.model.claim import Claim
from quellenlage.model.text import Language
from quellenlage.rendering.dossier import Dossier, Entry, Line, Section, compile_dossier


def claim_to_html(claim: Claim, language: Language) -> str:
    """The receipt of a claim, with labels in this language."""
    dossier = compile_dossier(claim, language)
    return "\n".join(
        [
            _head(dossier),
            "<body>\n<main>",
            f"<header><h1{_lang(dossier.title, language)}>{escape(dossier.title.text)}</h1>",
            f'<p class="summary">{escape(dossier.summary)}</p></header>',
            *(_section(section, dossier) for section in dossier.sections),
            f"</main>\n<footer>{escape(dossier.foot)} Quellenlage.</footer>\n</body>\n</html>\n",
        ]
    )


def content_security_policy() -> str:
    """The policy under which the page shows as it should; a server that sends one can send this."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(dossier: Dossier) -> str:
    return (
        f'<!doctype html>\n<html lang="{dossier.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(content_security_policy())}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(dossier.title.text)}</title>\n<style>{_style()}</style>\n</head>"
    )


@cache
def _style() -> str:
    room = files("quellenlage.rendering")
    return "".join(room.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "dossier.css"))


def _section(section: Section, dossier: Dossier) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>"
    if not section.entries:
        return f"<section>{heading}<p>{escape(dossier.nothing)}</p></section>"
    tag = "ol" if section.is_numbered else "ul"
    entries = "\n".join(_entry(entry, dossier.language) for entry in section.entries)
    return f"<section>{heading}\n<{tag}>\n{entries}\n</{tag}></section>"


def _entry(entry: Entry, language: Language) -> str:
    lines = "".join(f"<p{_words(line)}{_lang(line, language)}>{_linked(line)}</p>" for line in entry.lines)
    return f"<li><h3>{escape(entry.title)}</h3>{lines}</li>"


def _words(line: Line) -> str:
    """The exact words of a page stand out from what is said about them."""
    return ' class="words"' if line.language else ""


def _linked(line: Line) -> str:
    text = escape(line.text)
    return f'<a href="{escape(line.address)}" rel="noreferrer">{text}</a>' if line.address else text


def _lang(line: Line, language: Language) -> str:
    return f' lang="{line.language}"' if line.language and line.language is not language else ""
