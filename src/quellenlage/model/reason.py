"""Reason: why two things belong together or apart, as a kind with names; what it says in words, rendering knows.

A reason is kept as values and not as a sentence, so that the German and the English interface say the same, and so that
programs can count kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ReasonKind(StrEnum):
    """Every kind of reason, with what its details are. `rendering.reasons` has the words of each, in both languages."""

    # Two statements say the same, or contradict each other.
    MEANING = "meaning"  # how near in meaning, 0..1 ("0.82")
    SAME_WORDS = "same_words"  # the words
    SAME_FIGURE = "same_figure"  # the figure ("22.000 Fahrzeuge")
    SAME_NAME = "same_name"  # the name of a place, person or thing
    SAME_TIME = "same_time"  # the time
    SAME_SPEAKER = "same_speaker"  # the speaker
    OTHER_FIGURE = "other_figure"  # one figure, the other
    OTHER_NAME = "other_name"  # one name, the other
    OTHER_TIME = "other_time"  # one time, the other
    OTHER_MEASURE = "other_measure"  # one unit or measure, the other
    DENIAL = "denial"  # the words that deny
    REFERS_BACK = "refers_back"  # the words that point at the statement before
    # Text of one article stands in another.
    SHARED_TEXT = "shared_text"  # how much of the copying article ("84 %")
    CREDIT = "credit"  # the agency credited, the outlet that credits it
    EARLIER = "earlier"  # the outlet that had it first, when
    CONTAINED = "contained"  # the outlet with the longer text
    # Appearances go back to one party.
    SAME_PARTY = "same_party"  # the party, as named there
    SPEAKS_FOR = "speaks_for"  # who speaks, the institution
    SAME_DOCUMENT = "same_document"  # the document
    CITES = "cites"  # who cites, who is cited
    COPIED = "copied"  # who copied, from whom, when that was published
    HIDDEN_AGENCY = "hidden_agency"  # who does not credit it, the agency
    SAME_UNNAMED = "same_unnamed"  # the description there, the first publisher
    OWN_OBSERVATION = "own_observation"  # the outlet whose people saw it
    NOBODY_NAMED = "nobody_named"  # the outlet that names nobody
    UNCLEAR = "unclear"  # the two who may be one party


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of a kind, with its `details` in the order that the kind says, each in words or names of the pages."""

    kind: ReasonKind
    details: tuple[str, ...] = ()
