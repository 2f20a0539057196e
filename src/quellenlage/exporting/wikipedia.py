"""Citations as templates of Wikipedia: {{Internetquelle}} in German, {{cite news}} in English.

https://de.wikipedia.org/wiki/Vorlage:Internetquelle, https://en.wikipedia.org/wiki/Template:Cite_news
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from quellenlage.exporting.bibliographies import safe_url
from quellenlage.exporting.citations import Citation, split_name
from quellenlage.exporting.tables import on_one_line

# What begins or ends something in wikitext: a link, a template, a tag, an entity, a signature, a magic word, italics.
_SPECIAL = re.compile(r"[\[\]{}|<>&~]|__|''+")

Field = tuple[str, str | None]


def citations_to_internetquelle(citations: Sequence[Citation], accessed: date | None = None) -> str:
    """{{Internetquelle}}, one a line. The template wants `abruf`: who leaves out `accessed` has to add it."""
    return "".join(f"{_template('Internetquelle', _german(each, accessed))}\n" for each in citations)


def citations_to_cite_news(citations: Sequence[Citation], accessed: date | None = None) -> str:
    """{{cite news}}, one a line, with the agency that the text is credited to."""
    return "".join(f"{_template('cite news', _english(each, accessed))}\n" for each in citations)


def _german(citation: Citation, accessed: date | None) -> list[Field]:
    article, day, seen = citation.article, citation.published, citation.seen(accessed)
    return [
        ("autor", _wikitext(", ".join(article.authors))),
        ("url", article.url and safe_url(article.url).replace("'", "%27")),
        ("titel", _wikitext(article.headline)),
        ("werk", _wikitext(article.outlet)),
        ("datum", day.isoformat() if day else None),
        ("abruf", seen.isoformat() if seen else None),
        ("sprache", article.language.value),
        ("zitat", _wikitext(citation.quotation)),
    ]


def _english(citation: Citation, accessed: date | None) -> list[Field]:
    article, day, seen = citation.article, citation.published, citation.seen(accessed)
    return [
        *_english_names(article.authors),
        ("title", _wikitext(article.headline)),
        ("url", article.url and safe_url(article.url).replace("'", "%27")),
        ("work", _wikitext(article.outlet)),
        ("agency", _wikitext(", ".join(article.agencies))),
        ("date", day.isoformat() if day else None),
        ("access-date", seen.isoformat() if seen else None),
        ("language", article.language.value),
        ("quote", _wikitext(citation.quotation)),
    ]


def _english_names(authors: Sequence[str]) -> list[Field]:
    found: list[Field] = []
    for number, author in enumerate(authors, start=1):
        name = split_name(author)
        family = " ".join(part for part in (name.particle, name.family) if part)
        if name.given:
            found += [(f"last{number}", _wikitext(family)), (f"first{number}", _wikitext(name.given))]
        else:
            found.append((f"author{number}", _wikitext(family)))
    return found


def _template(name: str, fields: Sequence[Field]) -> str:
    return f"{{{{{name} {' '.join(f'|{field}={value}' for field, value in fields if value)}}}}}"


def _wikitext(text: str | None) -> str | None:
    """The text such that it is shown as it stands."""
    return text and _SPECIAL.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), on_one_line(text))
