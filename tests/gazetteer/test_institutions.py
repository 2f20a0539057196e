import pytest

from quellenlage.gazetteer.institutions import body_of_state, find_institution


@pytest.mark.parametrize("name", ["EZB", "Europäischen Zentralbank", "European Central Bank"])
def test_an_institution_is_found_under_each_of_its_names(name: str) -> None:
    found = find_institution(name)
    assert found is not None
    assert found.name == "Europäische Zentralbank"


def test_an_unknown_name_is_no_institution() -> None:
    assert find_institution("Deichverband Lemstal") is None


def test_a_state_has_one_army_by_whatever_noun() -> None:
    assert body_of_state("französische Armee") == body_of_state("Frankreichs Militär") == ("FR", "army")
    assert body_of_state("Armee") is None
    assert body_of_state("") is None
