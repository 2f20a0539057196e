"""Fitting small networks: what no line divides is told apart, and what does not count is not learned."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training extra is not installed")

from training.claims.networks import fit

from quellenlage.linking.networks import probabilities, stacked

RNG = np.random.default_rng(1)
ROWS = RNG.uniform(-1, 1, size=(40_000, 2)) * [1, 100]
EITHER = (ROWS[:, 0] * ROWS[:, 1] > 0).astype(np.int64)


def test_what_no_line_divides_is_told_apart() -> None:
    network = fit(ROWS, EITHER, np.ones(len(ROWS)), (16, 16, 2))
    assert (probabilities(stacked([network]), ROWS).argmax(axis=1) == EITHER).mean() > 0.95


def test_what_does_not_count_is_not_learned() -> None:
    wrong = np.arange(len(ROWS)) % 2 == 0
    labels = np.where(wrong, 1 - EITHER, EITHER)
    network = fit(ROWS, labels, np.where(wrong, 0.0, 1.0), (16, 16, 2))
    assert (probabilities(stacked([network]), ROWS).argmax(axis=1) == EITHER).mean() > 0.9


def test_one_seed_gives_one_network_and_another_another() -> None:
    first, again, other = (fit(ROWS[:200], EITHER[:200], np.ones(200), (4, 2), seed) for seed in (0, 0, 1))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_what_was_always_the_same_says_nothing() -> None:
    constant = np.hstack([ROWS[:2000], np.full((2000, 1), 3.0)])
    network = fit(constant, EITHER[:2000], np.ones(2000), (4, 2))
    assert max(np.abs(layer).max() for layer in network) < 100
