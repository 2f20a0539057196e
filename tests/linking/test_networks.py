"""Small networks in numpy: what a layer does, and several at once as each by itself."""

from __future__ import annotations

import numpy as np
import pytest

from quellenlage.linking.networks import probabilities, scores, stacked

# Exclusive or: one unit counts the ones, the other those above one; the last takes the second twice away.
EITHER = (np.array([[0.0, 1, 1], [-1, 1, 1]]), np.array([[0.0, 1, -2]]))
ROWS = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])


def test_hidden_layers_are_cut_off_at_zero_and_the_last_is_not() -> None:
    assert scores(EITHER, ROWS)[:, 0].tolist() == [0, 1, 1, 0]
    assert scores(EITHER, -ROWS[3:])[:, 0].tolist() == [0]
    assert scores(EITHER[1:], ROWS)[:, 0].tolist() == [0, -2, 1, -1]


def test_several_networks_at_once_say_the_mean_of_each_by_itself() -> None:
    rng = np.random.default_rng(1)
    networks = [(rng.normal(size=(4, 3)), rng.normal(size=(3, 5))) for _ in range(3)]
    alone = [probabilities(stacked([network]), ROWS) for network in networks]
    found = probabilities(stacked(networks), ROWS)
    assert found == pytest.approx(np.mean(alone, axis=0))
    assert found.shape == (4, 3) and found.sum(axis=1) == pytest.approx(np.ones(4))
