"""A claim unfolded for its page: appearances numbered, origins lettered, changes put together by hop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase

from quellenlage.linking import is_short_denial
from quellenlage.model.claim import Appearance, Claim, Copy, Drift, DriftKind, Link, Origin
from quellenlage.model.reason import UNSURE, Reason
from quellenlage.model.text import Language
from quellenlage.rendering.differences import Change, Piece, are_alike, differences
from quellenlage.rendering.phrases import words

_WORDED = frozenset({DriftKind.HEDGE, DriftKind.WORDING})


@dataclass(frozen=True, slots=True)
class Place:
    """An appearance with its number on the page (from 1, by time) and the letter of its origin ("" without one).

    `pieces` are its words, those marked as added that the claim's words do not have; None where it says it in other
    words altogether. `repeated` is True where it stands in the very words of the claim.
    """

    number: int
    appearance: Appearance
    letter: str
    pieces: tuple[Piece, ...] | None
    repeated: bool
    language: Language

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.appearance.statement.id

    @property
    def outlet(self) -> str:
        """The outlet's name, "" where it is unknown."""
        return self.appearance.article.outlet or ""


@dataclass(frozen=True, slots=True)
class Lettered:
    """An origin with its letter and the places that go back to it."""

    letter: str
    origin: Origin
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One change along a hop; `pieces` is the way from one wording to the other, where wording is what changed and both
    are alike."""

    drift: Drift
    pieces: tuple[Piece, ...] | None


@dataclass(frozen=True, slots=True)
class Hop:
    """From one place to the one that has it from there, with what changed."""

    before: Place
    after: Place
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A claim with everything that its page refers to by number or letter."""

    claim: Claim
    language: Language
    places: tuple[Place, ...]
    origins: tuple[Lettered, ...]
    hops: tuple[Hop, ...]

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({place.appearance.article.id for place in self.places})

    def of_article(self, article: str) -> tuple[Place, ...]:
        """The places in one article."""
        return tuple(place for place in self.places if place.appearance.article.id == article)

    @property
    def unsure(self) -> tuple[tuple[str, Reason], ...]:
        """What counts with an origin (by its letter) and may be another one, with the reason."""
        return tuple((o.letter, reason) for o in self.origins for reason in o.origin.reasons if reason.kind in UNSURE)

    @property
    def silent_first(self) -> bool:
        """Whether the range is open for who named nobody and was first, besides what is unsure."""
        return self.claim.most > len(self.origins) + len(self.unsure)

    @property
    def pairs(self) -> tuple[Link, ...]:
        """The links between its places, the surest first; those with its denials are no reason for it."""
        inside = {place.id for place in self.places}
        among = (link for link in self.claim.links if {link.left, link.right} <= inside)
        return tuple(sorted(among, key=lambda link: -link.score))

    def is_claim(self, denial: Appearance) -> bool:
        """Whether a denial is a claim of its own, and not a sentence that only tells of one."""
        return not is_short_denial(denial.statement)

    def against(self, denial: Appearance) -> tuple[Link, ...]:
        """The links of a denial with its places, the surest first; none where its article announces it."""
        touching = (link for link in self.claim.links if denial.statement.id in (link.left, link.right))
        return tuple(sorted(touching, key=lambda link: -link.score))

    def ends(self, link: Link) -> tuple[Place, Place]:
        """The two places of a link, the earlier first."""
        one, other = (place for place in self.places if place.id in (link.left, link.right))
        return one, other

    def between(self, copy: Copy) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """The places in the text copied from (none where it is unknown), and those in the copies."""
        source = self.of_article(copy.source) if copy.source else ()
        return source, tuple(place for article in copy.copies for place in self.of_article(article))


def unfold(claim: Claim) -> Unfolded:
    """Numbers, letters and hops of a claim."""
    letters = {statement: letter for letter, origin in _lettered(claim.origins) for statement in origin.appearances}
    language = _language(claim)
    places = tuple(
        _place(number, appearance, letters.get(appearance.statement.id, ""), claim.text, language)
        for number, appearance in enumerate(claim.appearances, start=1)
    )
    by_id = {place.id: place for place in places}
    origins = tuple(
        Lettered(letter, origin, tuple(place for place in places if place.id in origin.appearances))
        for letter, origin in _lettered(claim.origins)
    )
    return Unfolded(claim, language, places, origins, tuple(_hops(claim.drift, by_id)))


def _lettered(origins: Sequence[Origin]) -> Iterator[tuple[str, Origin]]:
    """A to Z, then AA, AB, …"""
    for number, origin in enumerate(origins):
        more, last = divmod(number, len(ascii_uppercase))
        yield (ascii_uppercase[more - 1] if more else "") + ascii_uppercase[last], origin


def _language(claim: Claim) -> Language:
    """That of the article whose words the claim has."""
    return next(
        (each.article.language for each in claim.appearances if _content(each) == claim.text),
        claim.appearances[0].article.language,
    )


def _content(appearance: Appearance) -> str:
    return " ".join(span.text for span in appearance.statement.attribution.content)


def _place(number: int, appearance: Appearance, letter: str, text: str, language: Language) -> Place:
    said = words(appearance.statement.attribution.content)
    repeated = _content(appearance) == text
    alike = appearance.article.language is language and are_alike(text, said)
    pieces = tuple(each for each in differences(text, said) if each.change is not Change.REMOVED) if alike else None
    return Place(number, appearance, letter, pieces, repeated, appearance.article.language)


def _hops(drift: Sequence[Drift], places: Mapping[str, Place]) -> Iterator[Hop]:
    known = sorted(
        (each for each in drift if each.before_id in places and each.after_id in places),
        key=lambda each: (places[each.after_id].number, places[each.before_id].number),
    )
    for (before, after), found in groupby(known, key=lambda each: (each.before_id, each.after_id)):
        one, other = places[before], places[after]
        yield Hop(one, other, tuple(_step(each, one, other) for each in found))


def _step(drift: Drift, before: Place, after: Place) -> Step:
    if drift.what not in _WORDED:
        return Step(drift, None)
    one, other = (words(each.appearance.statement.attribution.content) for each in (before, after))
    return Step(drift, differences(one, other) if are_alike(one, other) else None)
