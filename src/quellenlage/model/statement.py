"""Attribution, Source, Statement, Reading: who said what, on whose authority."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.figure import Figure
from quellenlage.model.text import Article, Span
from quellenlage.model.time import Commitment, TimeReference


class Kind(StrEnum):
    """How the content is reported: in quotation marks, as a clause, partly quoted, or as a phrase."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    REPORTED = "reported"

    @property
    def is_quoted(self) -> bool:
        """Whether the content has words in quotation marks."""
        return self in {Kind.DIRECT, Kind.MIXED}


class SourceClass(StrEnum):
    """What a source is. `none` means that nobody is named (hearsay)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    NONE = "none"


class Polarity(StrEnum):
    """Whether the speaker asserts the content or denies it."""

    ASSERTED = "+"
    DENIED = "-"


class Certainty(StrEnum):
    """How sure the speaker claims to be of the content (not: how far the reporter believes it)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Distance(StrEnum):
    """How the reporter stands to what is reported, apart from how sure the speaker is."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"


class Mood(StrEnum):
    """The mood of the content's verb. Konjunktiv I only reports; Konjunktiv II can also doubt (German)."""

    INDICATIVE = "indicative"
    KONJUNKTIV_1 = "konjunktiv_1"
    KONJUNKTIV_2 = "konjunktiv_2"


@dataclass(frozen=True, slots=True)
class Stance:
    """The reporter's distance with the words that show it, and the content's mood (None in English and in phrases)."""

    distance: Distance = Distance.NEUTRAL
    marks: tuple[Span, ...] = ()
    mood: Mood | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the tagger found: content, cue and source as spans, in order, before anybody is resolved.

    Each role is a tuple because German cues split ("kündigte … an") and contents are interrupted. `cue` and `source`
    are empty where the report is carried by mood or quotation marks alone. `antecedent` is then the mention before or
    after from which the speaker carries on, where the tagger found one. `relays` are mentions of those who pass the
    statement on ("der dpa", "Bloomberg"), in text order. `confidence` is a probability (0..1).
    """

    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    confidence: float
    antecedent: tuple[Span, ...] = ()
    relays: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What an article tells of a source that it does not name, each in its own words or None.

    `count` is how many people they are, where a number is given; `position` what they are ("Beamte", "officials");
    `place` where they belong ("in der Regierung", "at the bank"); `reason` why they are not named.
    """

    count: int | None = None
    position: str | None = None
    place: str | None = None
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that speaks in an article, with every mention found of it.

    `anonymity` is set for the class `unnamed` alone.
    """

    id: str
    name: str
    cls: SourceClass
    mentions: tuple[Span, ...] = ()
    anonymity: Anonymity | None = None


@dataclass(frozen=True, slots=True)
class Qualification:
    """What one attribution claims, and how it is reported.

    `likelihood` is a probability range (low, high). `said` is when it was said, `times` are the times that the content
    speaks of, in text order.
    """

    polarity: Polarity = Polarity.ASSERTED
    certainty: Certainty = Certainty.CERTAIN
    likelihood: tuple[float, float] | None = None
    hedges: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    stance: Stance = Stance()
    said: TimeReference | None = None
    times: tuple[TimeReference, ...] = ()
    commitment: Commitment | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with its speaker, its source chain (`via`, outermost first) and its qualification.

    `via` holds neither the article's own outlet nor the speaker.
    """

    id: str
    attribution: Attribution
    speaker: Source
    via: tuple[Source, ...] = ()
    qualification: Qualification = Qualification()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the sources and statements found in it: the result of `extract`, one page, no ledger."""

    article: Article
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
