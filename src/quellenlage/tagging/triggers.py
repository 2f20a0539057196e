"""Triggers: the words from which statements are asked, read out of the probabilities of the heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quellenlage.tagging.chunking import Chunk
from quellenlage.tagging.labels import BEGINS, CONTINUES, CUELESS, OUTSIDE, Head, Trigger

Floats = npt.NDArray[np.float32]

_CUE = 0.5
_CUELESS = 0.4
_CONTENT = 0.5  # of each word; the mean of a run must reach _CONTENT_MEAN
_CONTENT_MEAN = 0.65


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger's words and the probability that they are one."""

    trigger: Trigger
    words: tuple[int, ...]
    probability: float


def cues(chunk: Chunk, probabilities: Floats) -> Iterator[Found]:
    """Runs of cue words in the chunk's core. `probabilities` is (pieces, heads, classes)."""
    for words, certain in _runs(chunk, probabilities[:, Head.CUE], _CUE):
        yield Found(Trigger.CUE, words, max(certain))


def cueless(chunk: Chunk, probabilities: Floats) -> Iterator[Found]:
    """First words of contents without a cue."""
    for word in chunk.core:
        probability = float(probabilities[chunk.position(word), Head.START, CUELESS])
        if probability >= _CUELESS:
            yield Found(Trigger.START, (word,), probability)


def contents(chunk: Chunk, probabilities: Floats) -> Iterator[Found]:
    """Runs of content words, outer and inner ones."""
    for head in (Head.CONTENT, Head.INNER):
        for words, certain in _runs(chunk, probabilities[:, head], _CONTENT):
            mean = sum(certain) / len(certain)
            if mean >= _CONTENT_MEAN:
                yield Found(Trigger.CONTENT, words, mean)


def _runs(chunk: Chunk, classes: Floats, least: float) -> Iterator[tuple[tuple[int, ...], list[float]]]:
    """Runs of words that are not outside with at least this probability, and those probabilities."""
    words: list[int] = []
    certain: list[float] = []
    for word in chunk.core:
        of_word = classes[chunk.position(word)]
        probability = 1.0 - float(of_word[OUTSIDE])
        if words and (probability < least or of_word[BEGINS] >= of_word[CONTINUES]):
            yield tuple(words), certain
            words, certain = [], []
        if probability >= least:
            words.append(word)
            certain.append(probability)
    if words:
        yield tuple(words), certain
