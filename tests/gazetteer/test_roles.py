"""Role nouns in their forms, compounds and phrases."""

from __future__ import annotations

import pytest

from quellenlage.gazetteer import find_role
from quellenlage.gazetteer.table import builtin_table, rows

ROLES = [
    ("Minister", "person", None, "m"),
    ("Ministerin", "person", "sg", "f"),
    ("Ministerinnen", "person", "pl", "f"),
    ("Ministern", "person", "pl", "m"),
    ("Ministers", "person", "sg", "m"),
    ("Regierungssprecherin", "person", "sg", "f"),
    ("Präsident", "person", "sg", "m"),
    ("Vizepräsidenten", "person", None, "m"),
    ("Abgeordneter", "person", "sg", "m"),
    ("Abgeordnete", "person", None, None),
    ("ein ranghoher Nato-Beamter", "unnamed", "sg", "m"),
    ("Quellen", "unnamed", "pl", "f"),
    ("Regierungskreise", "unnamed", "pl", None),
    ("Verteidigungsministerium", "organisation", "sg", "n"),
    ("Außenministeriums", "organisation", "sg", "n"),
    ("Landeskriminalamt", "organisation", "sg", "n"),
    ("Gewerkschaft", "organisation", "sg", "f"),
    ("US-Sender", "outlet", None, "m"),
    ("Nachrichtenagentur", "outlet", "sg", "f"),
    ("Jahresbericht", "document", "sg", "m"),
    ("Gesetzentwürfe", "document", "pl", "m"),
    ("Leute", "group", "pl", None),
    ("spokesman", "person", "sg", "m"),
    ("Spokeswoman", "person", "sg", "f"),
    ("senators", "person", "pl", None),
    ("two US officials", "unnamed", "pl", None),
    ("people familiar with", "unnamed", "pl", None),
    ("foreign ministry", "organisation", "sg", None),
    ("think tank", "organisation", "sg", None),
    ("news agency", "outlet", "sg", None),
    ("annual report", "document", "sg", None),
]


@pytest.mark.parametrize(("text", "cls", "number", "gender"), ROLES)
def test_a_role_is_found(text: str, cls: str, number: str | None, gender: str | None) -> None:
    role = find_role(text)
    assert role is not None
    assert (role.cls, role.number, role.gender) == (cls, number, gender)


@pytest.mark.parametrize("text", ["", " ", "Garten", "Montag", "gestern", "Papierfabrik", "yesterday", "ver"])
def test_no_role(text: str) -> None:
    assert find_role(text) is None


def test_the_head_of_a_compound_names_the_lemma() -> None:
    role = find_role("Finanzministerinnen")
    assert role is not None
    assert role.lemma == "Ministerin"


def test_the_singulars_and_plurals_of_the_table_are_found() -> None:
    table = [row for row in rows(builtin_table("roles.tsv")) if row["declension"] != "adj"]
    forms = {(form, row["language"]) for row in table for form in (row["singular"], row["plural"])}
    assert len(forms) >= 600
    for form, _ in forms:
        assert find_role(form) is not None, form
