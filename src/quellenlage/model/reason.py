"""Reason: why two things belong together or apart, as a kind with names; what it says in words, rendering knows.

A reason is kept as values and not as a sentence, so that the German and the English interface say the same, and so that
programs can count kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReasonKind(StrEnum):
    """Every kind of reason; what `Reason.names` holds is in brackets. `rendering.reasons` has the words of each."""

    # why two statements say the same, or contradict each other
    MEANING = "meaning"  # [how near in meaning, "0.82"]
    SAME_FIGURE = "same_figure"  # [the figure, "22.000 Fahrzeuge"]
    SAME_THING = "same_thing"  # [the place, person or thing that both name]
    SAME_TIME = "same_time"  # [the time]
    SAME_SPEAKER = "same_speaker"  # [the speaker]
    OTHER_FIGURE = "other_figure"  # [one figure, the other]
    OTHER_THING = "other_thing"  # [one name, the other]
    OTHER_TIME = "other_time"  # [one time, the other]
    OTHER_MEASURE = "other_measure"  # [one unit or measure, the other]
    DENIAL = "denial"  # [the words that deny, the statement (by its id) that they are of]
    OPPOSES = "opposes"  # [who says the opposite or tells it otherwise, the statement (by its id)]
    REFERS_BACK = "refers_back"  # [the words that point at the statement before]
    # why one text was copied from another
    SHARED_WORDS = "shared_words"  # [number of words that both have outside quotation marks]
    CREDITS = "credits"  # [outlet, agency that its text is credited to]
    LACKS_CREDIT = "lacks_credit"  # [outlet whose text is the agency's, agency]
    CITES = "cites"  # [outlet, outlet that it names as its source]
    EARLIER = "earlier"  # [outlet, its time, outlet, its time]
    CONTAINS = "contains"  # [outlet with the longer text, outlet with the cut one]
    LATER_VERSION = "later_version"  # [outlet]: one outlet's text, written again
    # why an appearance counts with an origin
    SAME_NAME = "same_name"  # [name]
    SPEAKS_FOR = "speaks_for"  # [person, institution]
    AUTHOR_OF = "author_of"  # [author, document]
    NAMED_IN_FULL = "named_in_full"  # [short or general name, name in the same article]
    MAY_MEAN = "may_mean"  # [description, name]: nothing speaks against that the name is meant
    SAME_UNNAMED = "same_unnamed"  # [first publisher]: an unnamed source of the same first publisher
    PASSED_ON = "passed_on"  # [who passes it on, whom it goes back to]
    SAME_WORDS = "same_words"  # [name, name]: quoted with the same words
    COPIED = "copied"  # [outlet or agency that the words were copied from]
    SAME_ARTICLE = "same_article"  # [outlet]: said in one article with no other source
    SUMS_UP = "sums_up"  # [outlet]: its headline goes back to whom the text below names
    SECOND_HAND = "second_hand"  # [outlet, name]: the outlet does not say that it spoke to the source itself
    LIKELY_ONE = "likely_one"  # [name, name, how probably, "0.71"]: by all that is told of them, most likely one
    NOBODY_NAMED = "nobody_named"  # [outlet]: names no source for what others had said before
    OWN_REPORTING = "own_reporting"  # [outlet]: its people saw, counted or read it
    CIRCLE = "circle"  # [outlets that cite each other]: who knew is unknown
    PERHAPS_ONE = "perhaps_one"  # [name, name]: may be the same party; nothing shows it


_OF_ONE = frozenset({ReasonKind.DENIAL, ReasonKind.OPPOSES})
UNSURE = frozenset({ReasonKind.MAY_MEAN, ReasonKind.SECOND_HAND, ReasonKind.LIKELY_ONE})
"""Why an appearance most likely counts with an origin, and may be another one."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of a kind, with the names or numbers that fill it, in the order that the kind says."""

    kind: ReasonKind
    names: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """What of `names` is for people to read."""
        return self.names[:1] if self.kind in _OF_ONE else self.names

    @property
    def statement(self) -> str:
        """The statement (its id) that it is of; "" where it is of both, or of none."""
        return self.names[-1] if self.kind in _OF_ONE and len(self.names) > 1 else ""
