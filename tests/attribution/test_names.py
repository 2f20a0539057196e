"""People and long forms of abbreviations as an article introduces them (all invented)."""

from quellenlage.attribution.names import find_names
from quellenlage.model.text import Article, Block, BlockKind, Language


def article(*texts: str) -> Article:
    blocks = tuple(Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(texts))
    return Article("a", blocks, Language.GERMAN)


def test_full_names_are_found_with_gender_and_particles() -> None:
    names = find_names(article("Ministerin Ursula von der Aue traf Karl Wenders und J. P. Martin Holt jr. in Bern."))
    assert [(p.name, p.gender) for p in names.people][:2] == [("Ursula von der Aue", "f"), ("Karl Wenders", "m")]


def test_a_surname_leads_to_the_one_person_who_bears_it() -> None:
    names = find_names(article("Anna Berg und Karl Wenders kamen.", "Berg sprach zuerst, Bergs Mann schwieg."))
    assert names.person("Berg") == names.person("Anna Berg")
    assert [o.person.surname for o in names.occurrences] == ["Berg", "Wenders", "Berg", "Berg"]


def test_a_surname_that_two_people_bear_leads_to_nobody() -> None:
    assert find_names(article("Anna Berg und Karl Berg kamen.")).person("Berg") is None


def test_a_full_stop_at_the_end_does_not_belong_to_the_name() -> None:
    assert [p.name for p in find_names(article("So sprach Anna Berg. Karl Wenders nickte.")).people] == [
        "Anna Berg",
        "Karl Wenders",
    ]


def test_long_forms_are_taken_from_brackets() -> None:
    names = find_names(article("Das meldet das Institut für Wasserbau (IfW). Laut IfW steigt der Pegel."))
    assert names.long_forms == {"IfW": "Institut für Wasserbau (IfW)"}


def test_an_object_behind_an_office_is_no_name() -> None:
    found = find_names(article("Kritiker warfen der Ministerin Panikmache vor, sagte die Ministerin Talvik."))
    assert [p.name for p in found.people] == ["Talvik"]


def test_what_opens_a_sentence_is_no_name() -> None:
    found = find_names(article("Viele Betroffene, darunter ein Pfarrer, kamen.", "Wenn man Wert darauf legt, geht es."))
    assert found.people == ()


def test_a_surname_with_an_arabic_article_belongs_to_the_name() -> None:
    names = find_names(article("Der Anwalt Achmed al-Taral traf Ayman Sheran ad-Nur.", "Taral schwieg, Sheran sprach."))
    assert [p.name for p in names.people] == ["Achmed al-Taral", "Ayman Sheran ad-Nur"]
    assert [o.person.surname for o in names.occurrences] == ["Taral", "Sheran", "Taral", "Sheran"]


def test_a_company_behind_a_role_is_no_person() -> None:
    blocks = (Block(0, BlockKind.PARAGRAPH, "Password manager LockBay reported a theft.", "/blocks/0"),)
    assert find_names(Article("a", blocks, Language.ENGLISH)).people == ()


def test_a_month_is_no_given_name() -> None:
    assert find_names(article("Das Amt traf im August Arbeiter ohne Maske an.")).people == ()
    assert [p.name for p in find_names(article("Am Tor stand August Sander.")).people] == ["August Sander"]


def test_where_somebody_stands_is_no_part_of_the_name() -> None:
    names = find_names(article("So rief es Anna Anita von der Ladefläche herab."))
    assert [p.name for p in names.people] == ["Anna Anita"]
