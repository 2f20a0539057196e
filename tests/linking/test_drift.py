"""What changes on the way from one article to the next, with the words before and after."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from linking.press import ORGANISATION, OUTLET, PERSON, UNNAMED, Press
from quellenlage.linking.drift import find_drift
from quellenlage.linking.joining import grouped
from quellenlage.model.claim import Copy, Drift
from quellenlage.model.statement import Kind
from quellenlage.model.text import Language

FIRST = "Rund 4.000 Bäume sind umgestürzt, sagte Försterin Ida Wolke."


def changes(press: Press, copies: Sequence[Copy]) -> tuple[Drift, ...]:
    return find_drift(grouped(press.in_order(), copies, press.readings), copies)


def drift(press: Press) -> set[tuple[str, str, str]]:
    return {(d.what.value, d.before, d.after) for d in changes(press, press.copies())}


def first(press: Press) -> str:
    page = press.page("Talblatt", 0, FIRST)
    return press.said(page, "Rund 4.000 Bäume sind umgestürzt", "Ida Wolke", PERSON, source="Försterin Ida Wolke")


def test_another_number_another_unit_and_no_source_any_more() -> None:
    press = Press()
    before = first(press)
    page = press.page("Mittagsblatt", 3, "40.000 Häuser sind umgestürzt!")
    after = press.said(page, "40.000 Häuser sind umgestürzt")
    found = changes(press, press.copies())
    assert {(d.before_id, d.after_id) for d in found} == {(before, after)}
    assert drift(press) == {
        ("figure", "Rund 4.000 Bäume", "40.000 Häuser"),
        ("unit", "Bäume", "Häuser"),
        ("attribution", "Försterin Ida Wolke", ""),
    }


def test_a_bound_that_turns_to_the_other_side() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Mehr als 300 Häuser seien leer, sagte Enno Barth.")
    press.said(one, "Mehr als 300 Häuser seien leer", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Fast 300 Häuser seien leer, sagte Enno Barth.")
    press.said(two, "Fast 300 Häuser seien leer", "Enno Barth", PERSON)
    assert drift(press) == {("bound", "Mehr als 300 Häuser", "Fast 300 Häuser")}


def test_the_same_number_of_people_in_another_state() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Drei Menschen werden vermisst, sagte Enno Barth.")
    press.said(one, "Drei Menschen werden vermisst", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Drei Menschen starben, sagte Enno Barth.")
    press.said(two, "Drei Menschen starben", "Enno Barth", PERSON)
    assert drift(press) == {("unit", "vermisst", "starben")}


def test_a_hedge_that_is_lost_and_comes_back_with_the_correction() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Die Brücke könnte ein Jahr gesperrt bleiben, sagte Ingenieur Enno Barth.")
    press.said(one, "Die Brücke könnte ein Jahr gesperrt bleiben", "Enno Barth", PERSON)
    two = press.page("Mittagsblatt", 1, "Die Brücke bleibt ein Jahr dicht, sagt Enno Barth.")
    press.said(two, "Die Brücke bleibt ein Jahr dicht", "Enno Barth", PERSON)
    words = "Die Brücke könnte ein Jahr dicht bleiben, sagt Enno Barth."
    three = press.page(
        "Mittagsblatt", 5, words, "Berichtigung: In einer ersten Fassung fehlte ein Wort.", headline="Neu"
    )
    press.said(three, "Die Brücke könnte ein Jahr dicht bleiben", "Enno Barth", PERSON)
    assert drift(press) == {
        ("hedge", "Die Brücke könnte ein Jahr gesperrt bleiben", "Die Brücke bleibt ein Jahr dicht"),
        ("hedge", "Die Brücke bleibt ein Jahr dicht", "Die Brücke könnte ein Jahr dicht bleiben"),
    }


def test_a_named_person_becomes_somebody() -> None:
    press = Press()
    first(press)
    page = press.page("Nordlicht", 2, "Rund 4.000 Bäume sind umgestürzt, sagte eine Försterin dem Talblatt.")
    press.said(
        page, "Rund 4.000 Bäume sind umgestürzt", "Försterin", UNNAMED, source="eine Försterin", via=["Talblatt"]
    )
    assert drift(press) == {("attribution", "Försterin Ida Wolke", "eine Försterin")}


def test_a_name_that_stands_elsewhere_in_the_article_is_not_lost() -> None:
    press = Press()
    first(press)
    words = "Försterin Ida Wolke war gestern im Wald."
    page = press.page("Nordlicht", 2, words, "Rund 4.000 Bäume sind umgestürzt, sagte sie dem Talblatt.")
    press.said(page, "Rund 4.000 Bäume sind umgestürzt", "Ida Wolke", PERSON, source="sie", via=["Talblatt"])
    assert drift(press) == set()


def test_an_attribution_in_the_next_sentence_is_one() -> None:
    press = Press()
    first(press)
    page = press.page("Nordlicht", 2, "Rund 4.000 Bäume sind umgestürzt. Das sagte Försterin Ida Wolke dem Talblatt.")
    press.said(page, "Rund 4.000 Bäume sind umgestürzt")
    assert drift(press) == set()


def test_words_changed_in_copied_text() -> None:
    press = Press()
    words = "Der alte Speicher am Hafen wird vom Frühjahr an für {} umgebaut und {}, sagte Enno Barth am Freitag."
    for hour, outlet, what, then in ((0, "Talblatt", "Familien", "verkauft"), (1, "Nordlicht", "Gäste", "vermietet")):
        page = press.page(outlet, hour, words.format(what, then))
        press.said(page, words.format(what, then).removesuffix(", sagte Enno Barth am Freitag."), "Enno Barth", PERSON)
    assert drift(press) == {("wording", "Familien … verkauft", "Gäste … vermietet")}


def test_a_headline_is_held_against_the_text_below_it() -> None:
    press = Press()
    page = press.page("Talblatt", 0, "Der Damm halte wohl nicht, sagte Enno Barth.", headline="Damm hält nicht")
    press.said(page, "Der Damm halte wohl nicht", "Enno Barth", PERSON)
    press.headline_said(page, "Enno Barth", PERSON)
    assert drift(press) == {("hedge", "Der Damm halte wohl nicht", "Damm hält nicht")}


def test_the_cited_outlet_comes_before_the_earliest() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "30 Boote fehlen, sagte Enno Barth.")
    press.said(one, "30 Boote fehlen", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "40 Boote fehlen, sagte Enno Barth.")
    cited = press.said(two, "40 Boote fehlen", "Enno Barth", PERSON)
    three = press.page("Elbkurier", 2, "Nach einem Bericht des Nordlichts fehlen 50 Boote.")
    citing = press.said(three, "fehlen 50 Boote", "Nordlicht", OUTLET, source="des Nordlichts")
    hops = {(d.before_id, d.after_id) for d in changes(press, ()) if d.what == "figure"}
    assert (cited, citing) in hops


def test_other_things_counted_in_another_language() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Elf Fenster seien zerbrochen, sagte Enno Barth.")
    press.said(one, "Elf Fenster seien zerbrochen", "Enno Barth", PERSON)
    two = press.page("The Sentinel", 1, "Eleven doors were broken, Enno Barth said.", language=Language.ENGLISH)
    press.said(two, "Eleven doors were broken", "Enno Barth", PERSON)
    assert drift(press) == {("unit", "Fenster", "doors")}


def test_a_translated_unit_is_none() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Elf Fahrzeuge seien zerbeult, sagte Enno Barth.")
    press.said(one, "Elf Fahrzeuge seien zerbeult", "Enno Barth", PERSON)
    two = press.page("The Sentinel", 1, "Eleven cars were dented, Enno Barth said.", language=Language.ENGLISH)
    press.said(two, "Eleven cars were dented", "Enno Barth", PERSON)
    assert drift(press) == set()


def test_thousands_garble_no_number() -> None:
    press = Press()
    first(press)
    page = press.page("Nordlicht", 1, "Tausende Bäume sind umgestürzt, sagte Försterin Ida Wolke am Abend.")
    press.said(page, "Tausende Bäume sind umgestürzt", "Ida Wolke", PERSON, source="Försterin Ida Wolke")
    assert drift(press) == set()


def test_what_is_only_considered_becomes_a_fact() -> None:
    press = Press()
    english = Language.ENGLISH
    one = press.page("The Sentinel", 0, "The mill is considering closing, Enno Barth said.", language=english)
    press.said(one, "The mill is considering closing", "Enno Barth", PERSON)
    two = press.page("Ostrau Post", 1, "The mill will close, Enno Barth said.", language=english)
    press.said(two, "The mill will close", "Enno Barth", PERSON)
    assert {what for what, _, _ in drift(press)} == {"hedge"}


def test_a_definite_name_takes_up_who_was_named() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Der Kessel sei dicht, teilten die Wesperwerke mit.")
    press.said(one, "Der Kessel sei dicht", "Wesperwerke", PERSON, source="die Wesperwerke")
    two = press.page("Nordlicht", 1, "Der Kessel sei dicht, teilte das Unternehmen mit.")
    press.said(two, "Der Kessel sei dicht", "Unternehmen", ORGANISATION, source="das Unternehmen")
    assert not [each for each in drift(press) if each[0] == "attribution"]


def changed(one: str, other: str) -> set[str]:
    """The kinds of changes between what one man said in two outlets."""
    press = Press()
    for hour, outlet, content in ((0, "Talblatt", one), (3, "Mittagsblatt", other)):
        page = press.page(outlet, hour, f"{content}, sagte Enno Barth.")
        press.said(page, content, "Enno Barth", PERSON)
    return {what for what, _, _ in drift(press)}


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("600 Anhänger standen am Tor", "600 Fans standen am Tor", set()),
        ("61.000 Kundendaten sind weg", "61.000 Kundensätze sind weg", set()),
        ("Elf Arbeiter kamen in drei Kliniken", "Elf Arbeiter sind verletzt, drei Menschen sind tot", set()),
        ("9.400 Haushalte waren ohne Strom", "9.400 Menschen waren ohne Strom", {"unit"}),
        ("9.400 Haushalte waren ohne Strom", "94.000 Menschen waren ohne Strom", {"figure", "unit"}),
        ("14 Gebäude wurden durchsucht", "An 14 Orten wurde gesucht", set()),
        ("48 Kilogramm Käse fehlten", "48 Kilo Käse fehlten", set()),
        ("Vier Menschen starben", "40 Menschen wurden verletzt", {"figure", "unit"}),
        ("Der Streik kostet 12 Millionen Euro am Tag", "Der Streik kostet 12 Millionen Euro pro Woche", {"unit"}),
        ("Der Streik kostet 12 Millionen Euro am Tag", "Der Streik kostet 12 Millionen Euro täglich", set()),
        ("Es könnten bis zu 90 Liter sein", "Es sind 90 Liter", {"hedge"}),
        ("Es sind bis zu 90 Liter", "Es sind mehr als 90 Liter", {"bound"}),
        ("Es waren 90 Liter", "Es waren höchstens 90 Liter", set()),
        ("Der Rat ermittelt gegen mutmaßliche Diebe", "Der Rat ermittelt gegen Diebe", set()),
    ],
)
def test_what_a_change_misleads_about(one: str, other: str, kinds: set[str]) -> None:
    assert changed(one, other) == kinds


def test_hearsay_that_becomes_a_fact_has_lost_its_hedge() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Der Fahrer soll drei Wochen fort gewesen sein.")
    press.said(one, "Der Fahrer soll drei Wochen fort gewesen sein")
    two = press.page("Mittagsblatt", 1, "Der Fahrer war drei Wochen fort.")
    press.said(two, "Der Fahrer war drei Wochen fort")
    three = press.page("Nordlicht", 2, "Der Fahrer soll drei Wochen fort gewesen sein, heißt es.")
    press.said(three, "Der Fahrer soll drei Wochen fort gewesen sein")
    assert [(d.before, d.after) for d in changes(press, ()) if d.what == "hedge"] == [
        ("Der Fahrer soll drei Wochen fort gewesen sein", "Der Fahrer war drei Wochen fort")
    ]


def test_who_names_nobody_is_held_against_the_first_of_the_claim() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "14 Gebäude wurden durchsucht, sagte Enno Barth.")
    first_id = press.said(one, "14 Gebäude wurden durchsucht", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "14 Häuser wurden durchsucht, sagte Ida Wolke.")
    press.said(two, "14 Häuser wurden durchsucht", "Ida Wolke", PERSON)
    three = press.page("Mittagsblatt", 2, "40 Gebäude wurden durchsucht!")
    last = press.said(three, "40 Gebäude wurden durchsucht")
    hops = {(d.before_id, d.after_id) for d in changes(press, ()) if d.what == "figure"}
    assert hops == {(first_id, last)}


def test_an_attribution_to_the_body_for_which_somebody_spoke_is_none_lost() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Elf Menschen seien verletzt, sagte Feuerwehrsprecherin Pia Wenke.")
    press.said(one, "Elf Menschen seien verletzt", "Pia Wenke", PERSON, source="Feuerwehrsprecherin Pia Wenke")
    two = press.page("Nordlicht", 1, "Elf Menschen wurden nach Feuerwehrangaben verletzt.")
    press.said(two, "Elf Menschen wurden nach Feuerwehrangaben verletzt")
    assert drift(press) == set()


def test_what_is_no_sentence_has_lost_no_hedge() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Das Werk könnte 2.400 Stellen streichen, sagte Enno Barth.")
    press.said(one, "Das Werk könnte 2.400 Stellen streichen", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Enno Barth sprach von 2.400 Stellen.")
    press.said(two, "von 2.400 Stellen", "Enno Barth", PERSON, cue="sprach", kind=Kind.REPORTED)
    assert drift(press) == set()
