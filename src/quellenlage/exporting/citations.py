"""Citation: an article as it is cited, perhaps with the words quoted from it.

What is not known stays out of every format. When the page was last looked at is an argument.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quellenlage.exporting.nodes import words_of
from quellenlage.exporting.tables import on_one_line
from quellenlage.model.statement import Statement
from quellenlage.model.text import Article, day_of

_KEY = re.compile(r"[^a-z0-9]+")
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Citation:
    """An article, with the statement whose words are quoted from it, if any."""

    article: Article
    quoted: Statement | None = None

    @property
    def key(self) -> str:
        """What a bibliography calls it: outlet, year and the first digits of the article's id."""
        outlet = _KEY.sub("", (self.article.outlet or "").lower().translate(_SPELT))
        year = str(self.published.year) if self.published else ""
        return f"{outlet}{year}-{self.article.id[:10]}".removeprefix("-")

    @property
    def published(self) -> date | None:
        """The day on which it was published, by the page's own clock."""
        return day_of(self.article.published) if self.article.published else None

    def seen(self, accessed: date | None) -> date | None:
        """The day on which the page was last looked at; a page without an address cannot have been."""
        return accessed if self.article.url else None

    @property
    def quotation(self) -> str | None:
        """The words quoted, exactly as they stand in the article."""
        return on_one_line(words_of(self.quoted.attribution.content)) if self.quoted else None

    @property
    def note(self) -> str | None:
        """The words quoted with who says them, through whom: "Talblatt → zwei Ingenieure: sei der Riss älter"."""
        if self.quoted is None:
            return None
        path = " → ".join(source.name for source in (*self.quoted.via, self.quoted.speaker) if source.name)
        return ": ".join(part for part in (on_one_line(path), self.quotation) if part)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts; `family` alone where it is one word."""

    given: str
    particle: str
    family: str


def split_name(name: str) -> PersonName:
    """A name in parts, by BibTeX's rule (Patashnik 1988, "BibTeXing"): the particle goes from the first to the last
    word in lower case, the family name is what follows, else the last word. One of two words is not recognised."""
    words = on_one_line(name).split(" ")
    small = [index for index, word in enumerate(words[:-1]) if word[:1].islower()]
    first, end = (small[0], small[-1] + 1) if small else (len(words) - 1, len(words) - 1)
    return PersonName(" ".join(words[:first]), " ".join(words[first:end]), " ".join(words[end:]))
