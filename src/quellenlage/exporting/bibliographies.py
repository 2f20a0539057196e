"""Citations for programs that keep references: CSL JSON, BibTeX, RIS.

`accessed` is the day on which the pages were last looked at; without it none is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote

from quellenlage.exporting.citations import Citation, PersonName, split_name
from quellenlage.exporting.nodes import known
from quellenlage.exporting.tables import on_one_line
from quellenlage.model.wire import JSON

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}
_TEX_SPECIAL = re.compile(r"[\\{}^~$&#_%]")


def citations_to_csl(citations: Sequence[Citation], accessed: date | None = None) -> str:
    """CSL JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html): a list of items."""
    return json.dumps([_csl(each, accessed) for each in citations], ensure_ascii=False, indent=2) + "\n"


def citations_to_bibtex(citations: Sequence[Citation], accessed: date | None = None) -> str:
    """BibTeX, in UTF-8. `url` and `urldate` are biblatex's; `@misc` where no outlet is known."""
    return "\n".join(_bibtex(each, accessed) for each in citations)


def citations_to_ris(citations: Sequence[Citation], accessed: date | None = None) -> str:
    """RIS, type NEWS, lines that end in CR LF."""
    return "".join(f"{line}\r\n" for each in citations for line in _ris(each, accessed))


def _csl(citation: Citation, accessed: date | None) -> JSON:
    article = citation.article
    return known(
        {
            "id": citation.key,
            "type": "article-newspaper",
            "title": article.headline and on_one_line(article.headline),
            "author": [_csl_name(split_name(author)) for author in article.authors],
            "container-title": article.outlet and on_one_line(article.outlet),
            "issued": _csl_date(citation.published),
            "accessed": _csl_date(citation.seen(accessed)),
            "URL": article.url and safe_url(article.url),
            "language": article.language.value,
            "note": citation.note,
        }
    )


def _csl_name(name: PersonName) -> JSON:
    if not name.given and not name.particle:
        return {"literal": name.family}
    return known({"family": name.family, "given": name.given, "non-dropping-particle": name.particle})


def _csl_date(day: date | None) -> JSON | None:
    return None if day is None else {"date-parts": [[day.year, day.month, day.day]]}


def _bibtex(citation: Citation, accessed: date | None) -> str:
    article, day, seen = citation.article, citation.published, citation.seen(accessed)
    fields = {
        "author": " and ".join(_bibtex_name(split_name(author)) for author in article.authors),
        "title": article.headline and f"{{{_tex(article.headline)}}}",
        "journal": article.outlet and _tex(article.outlet),
        "year": str(day.year) if day else None,
        "month": _MONTHS[day.month - 1] if day else None,
        "day": str(day.day) if day else None,
        "url": article.url and safe_url(article.url),
        "urldate": seen.isoformat() if seen else None,
        "language": {"de": "german", "en": "english"}[article.language],
        "note": citation.note and _tex(citation.note),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    kind = "article" if article.outlet else "misc"
    return "\n".join([f"@{kind}{{{citation.key},", *lines, "}", ""])


def _bibtex_name(name: PersonName) -> str:
    """ "von der Lehn, Anna"; a single word in braces, so that it stays one."""
    family = _tex(" ".join(part for part in (name.particle, name.family) if part))
    return f"{family}, {_tex(name.given)}" if name.given else f"{{{family}}}"


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda match: _TEX[match[0]], on_one_line(text))


def _ris(citation: Citation, accessed: date | None) -> Iterable[str]:
    article, day, seen = citation.article, citation.published, citation.seen(accessed)
    fields: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("ID", citation.key),
        *(("AU", _ris_name(split_name(author))) for author in article.authors),
        ("TI", article.headline),
        ("T2", article.outlet),
        ("PY", str(day.year) if day else None),
        ("DA", f"{day:%Y/%m/%d}/" if day else None),
        ("UR", article.url and safe_url(article.url)),
        ("Y2", f"{seen:%Y/%m/%d}/" if seen else None),
        ("LA", article.language.value),
        ("N1", citation.note),
    ]
    yield from (f"{tag}  - {on_one_line(value)}" for tag, value in fields if value)
    yield "ER  - "


def _ris_name(name: PersonName) -> str:
    family = " ".join(part for part in (name.particle, name.family) if part)
    return f"{family}, {name.given}" if name.given else family


def safe_url(url: str) -> str:
    """The address with what ends one in some format (blanks, brackets, braces, bars) percent-encoded."""
    return quote(on_one_line(url).replace(" ", "%20"), safe=":/?#@!$&'()*+,;=%~-._")
