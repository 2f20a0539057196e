"""Single features of a pair of sketches."""

from __future__ import annotations

import pytest
from tests.linking.told import traced

from quellenlage.linking.features import NAMES, features
from quellenlage.linking.sketch import unpack

HEAD = "Holmer Bote | de | 2026-03-02 | Brand auf der Wiebke | Auf der Fähre Wiebke hat es gebrannt."
OTHER = "Küstenkurier | de | 2026-03-02 | Feuer auf Fähre | Auf der Wiebke brach ein Feuer aus."


def feature(name: str, one: str, other: str) -> float:
    said = "a | Reederei Holm | organisation | indirect | [{}], teilte die Reederei Holm mit."
    here, there = (unpack(traced(head, said.format(text))[0].data) for head, text in ((HEAD, one), (OTHER, other)))
    found = features(here, there)
    assert found == features(there, here)
    return found[NAMES.index(name)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Es gebe zwei Tote und neun Verletzte", "Es gebe zwei Tote und fünf Verletzte", 1.0),
        ("Es gebe zwei Tote und neun Verletzte", "Es gebe zwei Tote und neun Verletzte", 0.0),
        ("Es gebe zwei Tote und neun Verletzte", "Es gebe zwei Tote", 0.0),
        ("Es gebe zwei Tote und neun Verletzte", "Es gebe drei Tote und fünf Verletzte", 0.0),
        ("Es gebe zwei Tote und neun Verletzte", "Es gebe zwei Tote, und 40 Boote seien im Einsatz", 0.0),
    ],
)
def test_a_figure_that_differs_beside_one_that_agrees(one: str, other: str, expected: float) -> None:
    assert feature("figure_clash_beside", one, other) == expected
