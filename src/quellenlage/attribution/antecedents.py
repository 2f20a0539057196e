"""Whom a pronoun or a bare description can point back to: everyone named so far, with the place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.introductions import Person
from quellenlage.attribution.kinds import can_be
from quellenlage.attribution.names import Names
from quellenlage.attribution.organisations import named_organisations
from quellenlage.attribution.people import mention_of
from quellenlage.gazetteer import OutletKind, find_outlet
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Article, Block, Span

_REACH = 3
"""Blocks back in which an antecedent of a pronoun may stand."""
_RELATIVE = re.compile(r"[\w’'“”\"«]{0,3}, (?:(?:aus|von|in|mit|nach|bei|with|of|from) )?")
"""What stands between a name, with its case ending, and a relative pronoun."""
_DEMONSTRATIVES = frozenset({"diese", "dieser", "dieses"})
_THINGS = frozenset({SourceClass.ORGANISATION, SourceClass.OUTLET, SourceClass.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody named at a place. `spoke` is true where the words are the source of a statement."""

    name: str
    cls: SourceClass
    mention: Mention
    block: int
    start: int
    spoke: bool = True

    @property
    def place(self) -> tuple[int, int]:
        """Block and code point, in reading order."""
        return self.block, self.start


class Antecedents:
    """Everyone named in one article: people and outlets anywhere in the text, other sources as they are resolved."""

    def __init__(self, article: Article, names: Names) -> None:
        self._length = len(article.blocks)
        self._people = names.people
        self._own = article.outlet
        self._texts = {block.index: block.text for block in article.blocks}
        named = (
            *_people(names),
            *_outlets(article.blocks, names),
            *_organisations(article, names),
            *_abbreviated(article.blocks, names.long_forms),
        )
        self._all = sorted(named, key=lambda one: one.place)

    def add(self, antecedent: Antecedent) -> None:
        """Remember a resolved source."""
        self._all.append(antecedent)
        self._all.sort(key=lambda one: one.place)

    def pronoun(self, mention: Mention, block: int, start: int, said: Sequence[Span] = ()) -> Antecedent | None:
        """Whom a personal pronoun means: the one fitting antecedent of the nearest sentence that has any.

        Whom a speaker names in what is `said` is somebody else.
        """
        outside = (one for one in self._before(block, start) if not any(_stands_in(one, span) for span in said))
        fitting = [one for one in outside if _agrees(mention, one)]
        if mention.head in _DEMONSTRATIVES:  # "diese schrieb": the one named last
            return fitting[-1] if fitting else None
        return self._nearest(fitting)

    def is_open(self, mention: Mention, block: int, start: int) -> bool:
        """Whether nobody at all fits a pronoun; where several do, it means none of the others."""
        return not any(_agrees(mention, one) for one in self._before(block, start))

    def described(self, mention: Mention, block: int, start: int) -> Antecedent | None:
        """Whom a definite description means: someone introduced with the same head, else, where the head alone says
        nothing, the nearest of its class."""
        titled = [person for person in self._people if _bears(person, mention)]
        if len(titled) == 1:
            return _person(titled[0], block, start)
        before = list(self._before(block, start, reach=self._length))
        alike = [one for one in before if _same_head(mention, one)]
        plain = mention.generic or " " not in mention.name or mention.cls is SourceClass.UNNAMED
        if alike and plain:
            return alike[-1]
        if not mention.generic:
            return self._speaking(mention, block, start)
        found = self._nearest([one for one in self._before(block, start) if _fits(mention, one)])
        if found is None and mention.cls is SourceClass.OUTLET and not _is_agency(mention.head):
            return self.reporting_outlet()
        return found

    def _speaking(self, mention: Mention, block: int, start: int) -> Antecedent | None:
        """The person speaking in this block, of whom a fuller description says more ("die Professorin aus Lemstal")."""
        if mention.form is not Form.DEFINITE or mention.cls is not SourceClass.UNNAMED or "precher" in mention.head:
            return None
        spoke = [one for one in self._before(block, start, reach=0) if one.spoke]
        return spoke[-1] if spoke and mention.gender is not None and _fits(mention, spoke[-1]) else None

    def reporting_outlet(self) -> Antecedent | None:
        """The only outlet that the article names besides its own and the agencies: the one behind "a report"."""
        named: dict[str, Antecedent] = {}
        for one in self._all:
            outlet = find_outlet(one.name) if one.cls is SourceClass.OUTLET else None
            if outlet is not None and outlet.kind is not OutletKind.AGENCY:
                named.setdefault(outlet.name, one)
        home = find_outlet(self._own) if self._own else None
        others = [one for name, one in named.items() if home is None or name != home.name]
        return others[0] if len(others) == 1 else None

    def in_sentence(self, block: int, start: int) -> Antecedent | None:
        """The first one named in the sentence around a place: the subject that "own" belongs to."""
        sentence = self._sentence(block, start)
        same = [one for one in self._all if one.block == block and self._sentence(block, one.start) == sentence]
        return same[0] if same else None

    def last(self, block: int, start: int) -> Antecedent | None:
        """The one named last before a place, where no other stands beside it in that sentence."""
        return self._nearest(list(self._before(block, start)))

    def beside(self, block: int, start: int) -> Antecedent | None:
        """The one named right before a relative pronoun: "der Verband, der"."""
        before = [one for one in self._before(block, start, reach=0) if one.block == block]
        text = self._texts[block]
        near = [one for one in before if _RELATIVE.fullmatch(text, one.start + len(one.mention.name), start)]
        return near[-1] if near else None

    def _before(self, block: int, start: int, reach: int = _REACH) -> Iterator[Antecedent]:
        return (one for one in self._all if (block - reach, 0) <= one.place < (block, start))

    def _nearest(self, fitting: Sequence[Antecedent]) -> Antecedent | None:
        """Of the last sentence with a fitting one: the only one, else the only one of them that spoke, else none."""
        groups = [list(group) for _, group in groupby(fitting, key=self._at)]
        if not groups:
            return None
        last = groups[-1]
        for choice in (last, [one for one in last if one.spoke]):
            if len({one.name for one in choice}) == 1:
                return choice[-1]
        spoke = [one for one in fitting if one.spoke]
        return spoke[-1] if spoke and spoke[-1].name in {one.name for one in last} else None

    def _at(self, antecedent: Antecedent) -> tuple[int, int]:
        return antecedent.block, self._sentence(antecedent.block, antecedent.start)

    def _sentence(self, block: int, start: int) -> int:
        return sum(begin <= start for begin, _ in sentence_ranges(self._texts[block]))


def _stands_in(one: Antecedent, span: Span) -> bool:
    return one.block == span.block and span.start <= one.start < span.end


def _bears(person: Person, mention: Mention) -> bool:
    """Whether a person has the office of a description, also by a longer word: the "US-General" is the
    "US-Luftwaffengeneral"."""
    head = mention.head.lower()
    forms = {re.sub(rf"(?:{ending})$", "", head) for ending in ("", "s", "es", "n", "en")}
    whose, _, office = head.rpartition("-")
    office = re.sub(r"e?s$", "", office)
    longer = any(title.startswith(whose + "-") and title.endswith(office) for title in person.titles)
    return bool(forms & person.titles) or (bool(whose) and not mention.plural and longer)


def _people(names: Names) -> Iterator[Antecedent]:
    return (_person(place.person, place.block, place.start) for place in names.occurrences)


def _person(person: Person, block: int, start: int) -> Antecedent:
    return Antecedent(person.name, SourceClass.PERSON, mention_of(person), block, start, spoke=False)


def _outlets(blocks: Iterable[Block], names: Names) -> Iterator[Antecedent]:
    for block in blocks:
        for start, end in find_outlet_names(block.text, names.outlets):
            mention = Mention(Form.NAME, block.text[start:end], SourceClass.OUTLET)
            yield Antecedent(mention.name, SourceClass.OUTLET, mention, block.index, start, spoke=False)


def _organisations(article: Article, names: Names) -> Iterator[Antecedent]:
    for mention, block, start in named_organisations(article.blocks, names, article.language):
        yield Antecedent(mention.name, SourceClass.ORGANISATION, mention, block, start, spoke=False)


def _abbreviated(blocks: Iterable[Block], long_forms: Mapping[str, str]) -> Iterator[Antecedent]:
    """Organisations that the article introduces with a short form in brackets, wherever the short form stands."""
    for short, name in long_forms.items():
        if find_outlet(short) is not None:
            continue
        mention = Mention(Form.NAME, name, SourceClass.ORGANISATION, "n")
        for block in blocks:
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", block.text):
                yield Antecedent(name, SourceClass.ORGANISATION, mention, block.index, match.start(), spoke=False)


def _agrees(pronoun: Mention, antecedent: Antecedent) -> bool:
    if pronoun.plural:
        return antecedent.mention.plural and antecedent.cls is not SourceClass.DOCUMENT
    if pronoun.head == "darin":
        return antecedent.cls in {SourceClass.DOCUMENT, SourceClass.OUTLET}
    if pronoun.gender == "n":
        return antecedent.cls in _THINGS
    if antecedent.mention.plural:
        return False
    if pronoun.head in _DEMONSTRATIVES:
        return antecedent.cls is SourceClass.OUTLET or (antecedent.spoke and antecedent.cls is not SourceClass.DOCUMENT)
    if pronoun.gender is None:
        return antecedent.spoke
    if antecedent.cls in {SourceClass.PERSON, SourceClass.UNNAMED}:
        return antecedent.mention.gender in {pronoun.gender, None}
    return antecedent.spoke and antecedent.mention.gender == pronoun.gender


def _fits(description: Mention, antecedent: Antecedent) -> bool:
    if description.plural != antecedent.mention.plural:
        return False
    if description.cls is SourceClass.UNNAMED:
        genders = {description.gender, antecedent.mention.gender}
        return antecedent.cls is SourceClass.PERSON and (None in genders or len(genders) == 1)
    if description.cls is SourceClass.OUTLET:
        return antecedent.cls is SourceClass.OUTLET and _is_agency(antecedent.name) == _is_agency(description.head)
    if description.cls is not antecedent.cls:
        return False
    return description.cls is not SourceClass.ORGANISATION or can_be(
        description.head, antecedent.name, antecedent.mention.head
    )


def _is_agency(name: str) -> bool:
    """Whether a name or noun is an agency's, as far as that is known."""
    outlet = find_outlet(name)
    return "agen" in name.lower() or (outlet is not None and outlet.kind is OutletKind.AGENCY)


def _same_head(description: Mention, antecedent: Antecedent) -> bool:
    """Whether the antecedent bears the description's role ("der Minister" after "Verkehrsminister Karl Wenders")."""
    head = description.head.lower()
    if not head or description.plural != antecedent.mention.plural:
        return False
    short, _, noun = description.head.rpartition("-")
    if noun and f"({short})" in antecedent.name and description.cls is antecedent.cls:  # "der IfW-Bericht"
        return True
    heads = {antecedent.mention.head.lower(), *antecedent.mention.titles} - {""}
    return any(other.endswith(head) or head.endswith(other) for other in heads)
