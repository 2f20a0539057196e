"""The layout of the network's outputs: what each class of each head means. Training and inference share it."""

from __future__ import annotations

from enum import IntEnum

from quellenlage.model.statement import Kind


class Scheme(IntEnum):
    """Whose annotation scheme the network is to follow: each corpus draws cues and contents in its own way."""

    SPKATT = 0
    POLNEAR = 1
    WIKINEWS = 2
    HOUSE = 3

    @property
    def lets_cues_stand_alone(self) -> bool:
        """Whether a cue may be a statement without content: 2157 of the 5399 in SpkAtt's training speeches are, at
        most 2 of 19833 in the other corpora."""
        return self is Scheme.SPKATT


class Head(IntEnum):
    """The heads over a chunk, each with three classes a word."""

    CUE = 0  # outside, begins, continues
    START = 1  # outside, first word of a content with a cue, first word of a content without one
    CONTENT = 2  # outside, begins, continues
    INNER = 3  # the same for contents inside other contents


OUTSIDE, BEGINS, CONTINUES = 0, 1, 2
"""Classes of every head but START."""

CUED, CUELESS = 1, 2
"""Classes of START besides OUTSIDE."""

CLASSES = 3


class Trigger(IntEnum):
    """What a statement is asked from: the mark put on the trigger's words in its window (0 is unmarked)."""

    CUE = 1
    START = 2
    CONTENT = 3


MARKS = len(Trigger) + 1


class Role(IntEnum):
    """What a word in the window is to the statement of its trigger."""

    NONE = 0
    CUE = 1
    SOURCE = 2
    CONTENT = 3
    ADDRESSEE = 4
    PARTICLE = 5
    RELAY = 6
    TOPIC = 7
    EVIDENCE = 8


QUOTE_TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
"""The Wikinews scheme's kinds: the first classes of the kind head."""

KINDS = tuple(Kind)
"""The house scheme's kinds: the classes of the kind head after `QUOTE_TYPES`."""

KIND_CLASSES = len(QUOTE_TYPES) + len(KINDS)
