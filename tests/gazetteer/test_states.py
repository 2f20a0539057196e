"""States by name, adjective and people; metonyms apart."""

from __future__ import annotations

import pytest

from quellenlage.gazetteer import find_metonym, find_state, states

STATES = [
    ("US", "US"),
    ("USA", "US"),
    ("den Vereinigten Staaten", "US"),
    ("the United States", "US"),
    ("amerikanischen", "US"),
    ("US-amerikanische", "US"),
    ("den Amerikanern", "US"),
    ("französische", "FR"),
    ("französisches", "FR"),
    ("French", "FR"),
    ("der Ukraine", "UA"),
    ("Polens", "PL"),
    ("Russia's", "RU"),
    ("deutscher", "DE"),
    ("der Demokratischen Republik Kongo", "CD"),
    ("Schweizer", "CH"),
    ("Iraner", "IR"),
]


@pytest.mark.parametrize(("text", "code"), STATES)
def test_a_state_is_found(text: str, code: str) -> None:
    state = find_state(text)
    assert state is not None
    assert state.code == code


@pytest.mark.parametrize("text", ["", "Moskau", "Kreml", "us", "russischer Wein", "Hessen", "bayerisch", "der"])
def test_no_state(text: str) -> None:
    assert find_state(text) is None


@pytest.mark.parametrize(
    ("place", "code"), [("Kreml", "RU"), ("Washington", "US"), ("Downing Street", "GB"), ("Bern", "CH")]
)
def test_places_that_stand_for_governments(place: str, code: str) -> None:
    state = find_metonym(place)
    assert state is not None
    assert state.code == code


def test_a_state_is_no_metonym_of_itself() -> None:
    assert find_metonym("Frankreich") is None


def test_codes_are_unique_and_names_found() -> None:
    assert len({state.code for state in states()}) == len(states())
    for state in states():
        for name in (state.name_de, state.name_en):
            assert find_state(name) == state
