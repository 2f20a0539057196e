"""Examples put together: rounds of all corpora in their shares, batches of like length, arrays for one step."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from quellenlage.language.pieces import PAD
from training.targets import IGNORED, Example, Question, questions

_STEP, _ROWS = 32, 8  # lengths and numbers of windows are rounded up to these, or memory creeps up with every new shape
_JITTER = 24  # pieces by which the order of lengths is shaken


@dataclass(frozen=True, slots=True)
class Batch:
    """One step. Chunk tensors are (rows, length), head labels (heads, rows, length), window tensors (windows, length).

    `rows`, `starts`, `ends` and `window_scheme` are (windows,), the last few empty; `marks`, `roles` as long as
    the widest window, rounded as `network.gather` does; `kinds` is (windows,).
    """

    ids: Tensor
    scheme: Tensor
    heads: Tensor
    rows: Tensor
    starts: Tensor
    ends: Tensor
    window_scheme: Tensor
    marks: Tensor
    roles: Tensor
    kinds: Tensor


def rounded(length: int) -> int:
    """The next multiple of 32."""
    return (length + _STEP - 1) // _STEP * _STEP


def shares(corpora: Mapping[str, Sequence[Example]], mix: Mapping[str, float], number: int, seed: int) -> list[Example]:
    """Examples of round `number`: of each corpus its share, going on where the last round stopped.

    A share above 1 repeats the corpus within the round.
    """
    chosen: list[Example] = []
    for name, share in mix.items():
        examples = corpora.get(name, ())
        if not examples:
            continue
        count = round(share * len(examples))
        for place in range(number * count, (number + 1) * count):
            lap, index = divmod(place, len(examples))
            chosen.append(examples[_order(len(examples), f"{seed} {name} {lap}")[index]])
    return chosen


_orders: dict[tuple[int, str], list[int]] = {}


def _order(size: int, seed: str) -> list[int]:
    """A shuffled order that is the same whenever it is asked for, so that a stopped run goes on alike."""
    if (size, seed) not in _orders:
        order = list(range(size))
        random.Random(seed).shuffle(order)
        _orders[size, seed] = order
    return _orders[size, seed]


def grouped(examples: Sequence[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like length whose padded size stays under `pieces`, in random order."""
    ordered = sorted(examples, key=lambda e: len(e.chunk.ids) + rng.random() * _JITTER)
    groups: list[list[Example]] = []
    for example in ordered:
        if groups and rounded(len(example.chunk.ids)) * (len(groups[-1]) + 1) <= pieces:
            groups[-1].append(example)
        else:
            groups.append([example])
    rng.shuffle(groups)
    return groups


def batch(examples: Sequence[Example], most: int, rng: random.Random) -> Batch:
    """Tensors of one step, with at most `most` windows."""
    asked = [(row, question) for row, example in enumerate(examples) for question in questions(example, rng)]
    if len(asked) > most:
        asked = rng.sample(asked, most)
    length = rounded(max(len(example.chunk.ids) for example in examples))
    ids = np.full((len(examples), length), PAD, np.int64)
    heads = np.full((examples[0].heads.shape[0], len(examples), length), IGNORED, np.int64)
    for row, example in enumerate(examples):
        ids[row, : len(example.chunk.ids)] = example.chunk.ids
        heads[:, row, : len(example.chunk.ids)] = example.heads
    scheme = np.array([example.scheme for example in examples], np.int64)
    return Batch(torch.from_numpy(ids), torch.from_numpy(scheme), torch.from_numpy(heads), *_windows(examples, asked))


def _windows(examples: Sequence[Example], asked: Sequence[tuple[int, Question]]) -> tuple[Tensor, ...]:
    width = rounded(max((q.window.end - q.window.start for _, q in asked), default=_STEP))
    empty = -len(asked) % _ROWS
    marks = np.zeros((len(asked) + empty, width), np.int64)
    roles = np.full((len(asked) + empty, width), IGNORED, np.int64)
    for index, (row, question) in enumerate(asked):
        found = question.window
        places = [examples[row].chunk.position(word) - found.start for word in found.words]
        marks[index, places] = found.trigger
        roles[index, : len(question.roles)] = question.roles
    plain = (
        [row for row, _ in asked],
        [q.window.start for _, q in asked],
        [q.window.end for _, q in asked],
        [examples[row].scheme for row, _ in asked],
    )
    rows, starts, ends, scheme = (torch.tensor(values + [0] * empty, dtype=torch.long) for values in plain)
    kinds = torch.tensor([q.kind for _, q in asked] + [IGNORED] * empty, dtype=torch.long)
    return rows, starts, ends, scheme, torch.from_numpy(marks), torch.from_numpy(roles), kinds
