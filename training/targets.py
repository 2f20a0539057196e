"""What the network is to answer on a chunk: classes of its words, and statements to ask for with their roles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quellenlage.language.pieces import Pieces
from quellenlage.tagging.chunking import Chunk, Encoded, chunks, encode
from quellenlage.tagging.labels import BEGINS, CONTINUES, CUED, CUELESS, Head, Role, Scheme, Trigger
from quellenlage.tagging.windows import Window, window
from training.corpora.annotated import Annotated, Labelled, Words, runs

IGNORED = -100
"""Label of places that do not count in the loss."""

_ASK_CONTENT = 0.5  # share of statements asked for by their content too
_SHORTENED = 0.3  # share of those asked by a content cut short, as the heads will find it
_MOST_CUT = 2  # words cut off at either end

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A chunk with its labels: `heads` is (heads, pieces), `statements` those that begin in its core."""

    scheme: Scheme
    encoded: Encoded
    chunk: Chunk
    heads: Labels
    statements: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A window with the role of each of its pieces (pieces,), `IGNORED` where no word begins, and the kind."""

    window: Window
    roles: Labels
    kind: int


def examples(annotated: Annotated, pieces: Pieces) -> list[Example]:
    """All chunks of an annotated text."""
    encoded = encode(annotated.passage, pieces)
    labels = _word_labels(annotated)
    return [_example(annotated, encoded, chunk, labels) for chunk in chunks(encoded)]


def _example(annotated: Annotated, encoded: Encoded, chunk: Chunk, labels: Labels) -> Example:
    heads = np.full((len(Head), len(chunk.ids)), IGNORED, np.int64)
    core = np.asarray(chunk.core)
    heads[:, [chunk.position(word) for word in chunk.core]] = labels[:, core]
    near = tuple(s for s in annotated.statements if any(w in chunk.core for words in s.roles.values() for w in words))
    return Example(annotated.scheme, encoded, chunk, heads, near)


def _word_labels(annotated: Annotated) -> Labels:
    """Classes of every word for every head: (heads, words)."""
    labels = np.zeros((len(Head), len(annotated.passage.words)), np.int64)
    for statement in annotated.statements:
        _mark(labels[Head.CUE], statement.words(Role.CUE))
        content = statement.words(Role.CONTENT)
        if content:
            start = CUED if statement.words(Role.CUE) else CUELESS
            labels[Head.START, content[0]] = max(labels[Head.START, content[0]], start)
    for statement in sorted(annotated.statements, key=lambda s: -len(s.words(Role.CONTENT))):
        content = statement.words(Role.CONTENT)
        for head in (Head.CONTENT, Head.INNER):
            if not labels[head, list(content)].any():
                _mark(labels[head], content)
                break
    return labels


def _mark(labels: Labels, words: Words) -> None:
    for run in runs(words):
        labels[list(run)] = CONTINUES
        labels[run[0]] = BEGINS


def questions(example: Example, rng: random.Random) -> list[Question]:
    """Windows to ask on a chunk; which run of a split cue or content triggers is left to chance."""
    asked: list[Question] = []
    for statement in example.statements:
        for trigger, words in _triggers(statement, rng):
            if words[0] in example.chunk.core:
                found = window(example.encoded, example.chunk, trigger, words)
                kind = IGNORED if statement.kind is None else statement.kind
                asked.append(Question(found, _role_labels(example.chunk, found, statement), kind))
    return asked


def _triggers(statement: Labelled, rng: random.Random) -> list[tuple[Trigger, Words]]:
    cue, content = statement.words(Role.CUE), statement.words(Role.CONTENT)
    found: list[tuple[Trigger, Words]] = []
    if cue:
        found.append((Trigger.CUE, rng.choice(runs(cue))))
    elif content:
        found.append((Trigger.START, content[:1]))
    if content and rng.random() < _ASK_CONTENT:
        run = rng.choice(runs(content))
        if len(run) > 2 * _MOST_CUT and rng.random() < _SHORTENED:
            run = run[rng.randint(0, _MOST_CUT) : len(run) - rng.randint(0, _MOST_CUT)]
        found.append((Trigger.CONTENT, run))
    return found


_PRECEDENCE: Sequence[Role] = (
    Role.CONTENT,
    Role.SOURCE,
    Role.ADDRESSEE,
    Role.PARTICLE,
    Role.RELAY,
    Role.TOPIC,
    Role.EVIDENCE,
    Role.CUE,
)  # later ones win where an annotation gives a word two roles


def _role_labels(chunk: Chunk, found: Window, statement: Labelled) -> Labels:
    labels = np.full(found.end - found.start, IGNORED, np.int64)
    role_of = {word: role for role in _PRECEDENCE for word in statement.words(role)}
    for word, position in zip(chunk.words, chunk.positions, strict=True):
        if found.start <= position < found.end:
            labels[position - found.start] = role_of.get(word, Role.NONE)
    return labels
