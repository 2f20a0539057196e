"""Claims over many articles: what linking finds, what people judge, and what is derived from both.

Three layers, each made from the one above, never the other way round:

1. traces    what of an article can be found again elsewhere, with the keys under which it is looked for
2. links     two traces with their relation, a score and reasons: proposed by the machine, a pure function of the two
   judgements    the same said by a person; later ones supersede, nothing is overwritten
3. claims    appearances that say the same, their origins, denials and drift: derived, thrown away, computed again
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from quellenlage.model.reason import Reason
from quellenlage.model.statement import SourceClass, Statement
from quellenlage.model.text import Language, Moment, Span


class TraceKind(StrEnum):
    """A statement, a sentence that the outlet asserts by itself, or a passage that may be copied."""

    STATEMENT = "statement"
    ASSERTION = "assertion"
    PASSAGE = "passage"

    @property
    def counterparts(self) -> frozenset[TraceKind]:
        """The kinds that it is compared with: passages with passages; no assertion with another, since a claim needs
        a statement, which each of them meets by itself."""
        if self is TraceKind.PASSAGE:
            return frozenset({TraceKind.PASSAGE})
        if self is TraceKind.ASSERTION:
            return frozenset({TraceKind.STATEMENT})
        return frozenset({TraceKind.STATEMENT, TraceKind.ASSERTION})


@dataclass(frozen=True, slots=True)
class Trace:
    """What of an article can be found again. `id` is the statement's id, or that of the place of the words.

    `keys` (signed, 64 bits) are looked up for equality: two traces that share none are never compared. They depend on
    the trace alone, never on what else is in the ledger, so the order of adding changes nothing. `data` is what a
    comparison needs, in a form that only linking reads. `statement` is set for what an outlet says by itself; all
    others are kept in the reading.
    """

    kind: TraceKind
    id: str
    article: str
    keys: frozenset[int]
    data: bytes
    statement: Statement | None = None
    glance: bytes = field(default=b"", compare=False)


Met = Sequence[tuple[Collection[int], Collection[int]]]
"""Which of some traces share a key with which of others, by their places in two lists: each of the first with each of
the second. A pair may be told more than once."""


class Relation(StrEnum):
    """How two traces stand to each other."""

    SAME = "same"  # two statements or assertions of one claim
    CONTRADICTS = "contradicts"  # about the same matter, not both true: a denial, or another figure of another party
    COPIES = "copies"  # two passages of one text


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of two traces as the machine proposes it; `left` < `right`. `score` is a probability (0..1)."""

    left: str
    right: str
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]

    @property
    def denier(self) -> str | None:
        """The end that says of the other one that it is not so; None where neither does."""
        if self.relation is not Relation.CONTRADICTS:
            return None
        return next((reason.statement for reason in self.reasons if reason.statement), None)


class Verdict(StrEnum):
    """What a person says of statements, or of an earlier judgement."""

    SAME = "same"  # the statements of all sides are one claim
    DIFFERENT = "different"  # statements of different sides are not
    UNDO = "undo"  # the judgement `undoes` holds no longer


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on statements, or on an earlier judgement. Never changed, only superseded.

    `sides` holds ids of statements, each side the statements of a claim as they were then. Of two judgements on a pair
    of statements the one recorded later holds.
    """

    id: str
    verdict: Verdict
    sides: tuple[tuple[str, ...], ...]
    by: str
    at: datetime
    note: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """The article that an appearance stands in, without its text. `page` is what the input was called."""

    id: str
    page: str
    language: Language
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    agencies: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One statement of a claim in one article. An assertion has no cue and no source; its speaker is of class none."""

    statement: Statement
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article that stand in another as well."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that two articles share. `source` is the article copied from, None where neither is (both have it from
    `agency`, or from somebody unknown). `share` is the part of the copying article's words (0..1)."""

    source: str | None
    copies: tuple[str, ...]
    agency: str | None
    passages: tuple[tuple[Passage, Passage], ...]
    share: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A party that could know by itself, with the appearances (statement ids) that go back to it.

    `certain` is False where it is not known whether it is another one of the claim's origins. Each reason says why an
    appearance counts here and not as an origin of its own.
    """

    name: str
    cls: SourceClass
    appearances: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()
    certain: bool = True


class DriftKind(StrEnum):
    """What changed from one appearance to the next."""

    FIGURE = "figure"
    UNIT = "unit"
    BOUND = "bound"
    PERIOD = "period"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Drift:
    """A change between two appearances (statement ids) of a claim, with the words before and after."""

    before_id: str
    after_id: str
    what: DriftKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same. `id` is the smallest of its statements' ids; every other one finds it, too.

    `origins` are the most likely ones; `fewest` and `most` frame their number where something is not known. `denials`
    are statements of others that contradict it, `denied_by` the parties who make them, by name, each once; `circles`
    names of outlets that cite each other in a circle, `copies` what of the articles is shared text.
    """

    id: str
    text: str
    appearances: tuple[Appearance, ...]
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    fewest: int = 0
    most: int = 0
    denials: tuple[Appearance, ...] = ()
    denied_by: tuple[str, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    drift: tuple[Drift, ...] = ()
    judgements: tuple[Judgement, ...] = field(default=())
    copies: tuple[Copy, ...] = ()
