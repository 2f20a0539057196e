"""Sketch: what a comparison needs of a statement or assertion, small enough to be kept by the million.

One sketch is about 2 kB: two vectors of 512 bytes, one of 256, one of 64, and a list of short values as JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from quellenlage.linking import encoder, sense
from quellenlage.linking.encoder import Vector
from quellenlage.linking.terms import Known, Term, known

_RARE, _RAREST = 17.0, 40.0  # rarities from which a name tells one event from another, and from which more says no more
_TOPIC = 12  # terms
_SENSE, _SIDE = 2 * encoder.WIDTH, 2 * encoder.WIDTH + sense.WIDTH  # where these vectors begin
_TOLD = _SIDE + sense.SIDE  # bytes before the list
_PREFIX = 8  # letters; what inflection and compounding leave


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure: its value, the upper end of its range or None, the stem of what is counted, and its words."""

    value: float
    high: float | None
    unit: str
    basis: str
    words: str


@dataclass(frozen=True, slots=True)
class When:
    """A time: first and last day that it covers as ordinals (None: open or not resolved), its value, its words."""

    first: int | None
    last: int | None
    value: str
    words: str


@dataclass(frozen=True)
class Sketch:
    """One statement or assertion in its article. No slots: what is reckoned once is kept beside its fields.

    `order` is its block and place in it, `number` its place among the article's statements and assertions, `day` the
    day of publication as an ordinal. `denies` means that its speaker denies what the other fields tell of; `negated`
    that the content itself is negated; `denial` the words of either. `stance` are the marks of `stance.MARKS`. `back`
    holds the words that point at the statement before, which the other fields are then those of. `rejected` are figures
    of which it says that it was another one, their words with those by which it does. `speaker` is empty
    where nobody is named. `around` are the terms that the article is about. `meaning` is the general encoder's vector,
    `context` that of the article's opening, `sense` and `side` are those of the encoder trained on paraphrases.
    """

    article: str
    language: str
    order: tuple[int, int]
    number: int
    day: int | None
    asserted: bool
    denies: bool
    negated: bool
    denial: str
    back: str
    stance: tuple[bool, ...]
    speaker: str
    speaker_terms: tuple[Term, ...]
    terms: tuple[Term, ...]
    around: tuple[Term, ...]
    amounts: tuple[Amount, ...]
    rejected: tuple[Amount, ...]
    times: tuple[When, ...]
    meaning: Vector
    context: Vector
    sense: Vector
    side: Vector

    @property
    def is_negative(self) -> bool:
        """Whether it says that something is not so."""
        return self.denies or self.negated

    @property
    def topic(self) -> tuple[Term, ...]:
        """Those of `around` that say most."""
        return self.around[:_TOPIC]

    @cached_property
    def names(self) -> dict[str, float]:
        """The rare names of the statement and its article, by their beginnings, with their rarities."""
        found: dict[str, float] = {}
        for term in (*self.around, *self.terms):
            if term.named and term.weight >= _RARE:
                start = term.stem[:_PREFIX]
                found[start] = max(found.get(start, 0.0), min(term.weight, _RAREST))
        return found

    @cached_property
    def known(self) -> Known:
        """What the statement and its article speak of."""
        return known((*self.terms, *self.topic, *self.speaker_terms))

    def pack(self) -> bytes:
        """The sketch as bytes that `unpack` reads."""
        figures = (self.amounts, self.rejected)
        values = [
            self.article,
            self.language,
            self.order,
            self.number,
            self.day,
            [int(self.asserted), int(self.denies), int(self.negated)],
            list(map(int, self.stance)),
            [self.denial, self.back, self.speaker],
            _flat(self.speaker_terms),
            _flat(self.terms),
            _flat(self.around),
            [[[one.value, one.high, one.unit, one.basis, one.words] for one in each] for each in figures],
            [[one.first, one.last, one.value, one.words] for one in self.times],
        ]
        told = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        vectors = (self.meaning, self.context, self.sense, self.side)
        return b"".join([*(vector.tobytes() for vector in vectors), told])


@lru_cache(maxsize=4096)
def unpack(data: bytes) -> Sketch:
    """The sketch that was packed; kept a while, since one is compared with many."""
    told = json.loads(data[_TOLD:].decode("utf-8", "surrogatepass"))
    (article, language, order, number, day, marks, stance, words, speaker_terms, terms, around, figures, times) = told
    asserted, denies, negated = map(bool, marks)
    denial, back, speaker = words
    return Sketch(
        article=article,
        language=language,
        order=(order[0], order[1]),
        number=number,
        day=day,
        asserted=asserted,
        denies=denies,
        negated=negated,
        denial=denial,
        back=back,
        stance=tuple(map(bool, stance)),
        speaker=speaker,
        speaker_terms=_terms(speaker_terms),
        terms=_terms(terms),
        around=_terms(around),
        amounts=tuple(Amount(*each) for each in figures[0]),
        rejected=tuple(Amount(*each) for each in figures[1]),
        times=tuple(When(*each) for each in times),
        meaning=np.frombuffer(data, np.int8, encoder.WIDTH),
        context=np.frombuffer(data, np.int8, encoder.WIDTH, encoder.WIDTH),
        sense=np.frombuffer(data, np.int8, sense.WIDTH, _SENSE),
        side=np.frombuffer(data, np.int8, sense.SIDE, _SIDE),
    )


def _flat(terms: tuple[Term, ...]) -> list[str | int]:
    """Stems and rarities in turn; a negative rarity marks a name."""
    return [value for one in terms for value in (one.stem, round(-one.weight if one.named else one.weight))]


def _terms(flat: list[str | int]) -> tuple[Term, ...]:
    pairs = zip(flat[::2], flat[1::2], strict=True)
    return tuple(Term(str(stem), abs(float(weight)), float(weight) < 0) for stem, weight in pairs)
