"""Faults in words: every kind in both languages, with the same names in both."""

from __future__ import annotations

import string

import pytest

from quellenlage import faults
from quellenlage.faults import Fault, FaultKind
from quellenlage.model.text import Language
from quellenlage.rendering.faults import _GERMAN, fault_phrase


def places(words: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_is_said_in_both_languages_with_what_to_do(kind: FaultKind) -> None:
    english, german = faults._ENGLISH[kind], _GERMAN[kind]
    assert places(english) == places(german)
    fault = Fault(kind, ("12", "x"))
    assert kind is FaultKind.UNEXPECTED or fault_phrase(fault, Language.GERMAN) != fault_phrase(fault, Language.ENGLISH)
    for language in Language:
        assert ("; " in fault_phrase(fault, language)) is (kind is not FaultKind.UNEXPECTED)


def test_names_from_outside_cannot_steer_a_screen() -> None:
    fault = Fault(FaultKind.REFUSED, ("418", "tea\x1b[2J"))
    for language in Language:
        assert "\x1b" not in fault_phrase(fault, language)
