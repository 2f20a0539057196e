"""Whom the words of a source point at: names mean themselves, pronouns and descriptions somebody named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.attribution.antecedents import Antecedents
from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.mentions import parse_mention
from quellenlage.attribution.names import Names
from quellenlage.attribution.subjects import noun_before, subject_before, subject_of
from quellenlage.attribution.voices import Voice
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Article, Span

_OWN = frozenset({"eigenen", "eigener", "eigene", "own"})
_RELATIVES = frozenset("der die das dem den who which that".split())
_REPORT = re.compile(r"(?:medien|zeitungs|presse)?berichte?n?|recherchen?|artikel|reports?|investigation")
"""Reports that some outlet made, named or not where they are mentioned."""
_AUTHORED = frozenset("des der von vom zu über of by from on about".split())
"""Words behind a report that say whose or of what it is, so that no outlet need be looked for."""


class Pointing:
    """Finds whom mentions mean in one article, given everyone named in it so far."""

    def __init__(self, article: Article, names: Names, antecedents: Antecedents) -> None:
        self._article = article
        self._names = names
        self._antecedents = antecedents

    def meant(self, mention: Mention, place: Span, said: Sequence[Span] = ()) -> Voice | None:
        """Whom a mention at a place means, the source of what is `said`; None where a pronoun stays open."""
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, place, said)
        reporter = self._reporter(mention)
        if reporter is not None:
            return reporter
        if mention.form is Form.DEFINITE:
            found = self._antecedents.described(mention, place.block, place.start)
            if found is not None:
                return Voice(found.name, found.cls)
        return Voice(mention.name, mention.cls)

    def _reporter(self, mention: Mention) -> Voice | None:
        """The outlet behind a report: the one that the phrase names, else the only one that the article names."""
        words = [word for word in mention.name.split() if _REPORT.fullmatch(word.lower())]
        if not words or mention.cls not in {SourceClass.DOCUMENT, SourceClass.OUTLET}:
            return None
        named = find_outlet_names(mention.name, self._names.outlets)
        if len(named) == 1:
            outlet = parse_mention(mention.name[slice(*named[0])], self._names, self._article.language)
            return Voice(outlet.name, SourceClass.OUTLET)
        bare = not named and not _AUTHORED & set(mention.name.split())
        found = self._antecedents.reporting_outlet() if bare else None
        return Voice(found.name, found.cls) if found is not None else None

    def _pronoun(self, mention: Mention, place: Span, said: Sequence[Span]) -> Voice | None:
        if mention.head in _OWN:
            return self._owner(place)
        if self.is_relative(place):
            return self._belonging(place)
        found = self._antecedents.pronoun(mention, place.block, place.start, said)
        return Voice(found.name, found.cls) if found is not None else self._subject(mention, place)

    def is_relative(self, place: Span) -> bool:
        """Whether a source is a pronoun that opens a relative clause; elsewhere it points back ("Doch der schwieg")."""
        text = self._article.blocks[place.block].text[: place.start]
        return place.text.lower() in _RELATIVES and re.search(r", (?:\w+ )?$", text) is not None

    def _owner(self, place: Span) -> Voice | None:
        """Whose "eigene Angaben" they are: the subject's of the sentence, else of whoever was named last."""
        subject = subject_of(self._article, place.block, place.start)
        if subject is not None:
            return self.meant(parse_mention(subject.text, self._names, self._article.language), subject)
        found = self._antecedents.in_sentence(place.block, place.start)
        found = found or self._antecedents.last(place.block, place.start)
        return Voice(found.name, found.cls) if found is not None else None

    def _belonging(self, place: Span) -> Voice | None:
        """Whom a relative pronoun means: whoever is named right before it."""
        found = self._antecedents.beside(place.block, place.start)
        if found is not None:
            return Voice(found.name, found.cls)
        noun = noun_before(self._article, place.block, place.start)
        if noun is None:
            return None
        return self.meant(parse_mention(noun.text, self._names, self._article.language), noun)

    def _subject(self, pronoun: Mention, place: Span) -> Voice | None:
        """Whom the subject of the sentence before means, where it agrees with a pronoun that fits no name."""
        span = subject_before(self._article, place.block, place.start)
        if span is None or not self._antecedents.is_open(pronoun, place.block, place.start):
            return None
        subject = parse_mention(span.text, self._names, self._article.language)
        if subject.plural != pronoun.plural or pronoun.gender is None or subject.gender not in {pronoun.gender, None}:
            return None
        return self.meant(subject, span)
