"""Who denies a claim: in links, in answers that point back or negate, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linking.press import NONE, ORGANISATION, PERSON, UNNAMED, Press
from quellenlage.linking.denials import find_denials, name_deniers, surely_denying
from quellenlage.linking.short_denials import short_denials
from quellenlage.model.claim import Appearance, Link, Relation
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import Polarity
from quellenlage.model.text import Language

GERMAN, ENGLISH = Language.GERMAN, Language.ENGLISH
TOLD = {GERMAN: "Das Werk in Ostrau schließe im Mai", ENGLISH: "The mill in Ostrau will close in May"}
STEWARD = {GERMAN: "eine Betriebsrätin", ENGLISH: "a shop steward"}
BETWEEN = "Am Tor wuchs Löwenzahn."


def told(language: Language, *paragraphs: str) -> Press:
    """An article that begins with the claim, on an unnamed woman's word."""
    press = Press()
    first = f"{TOLD[language]}, {'so' if language is GERMAN else 'according to'} {STEWARD[language]}."
    page = press.page("Talblatt", 0, first, *paragraphs, language=language)
    press.said(page, TOLD[language], "steward", UNNAMED, source=STEWARD[language])
    return press


def denials(press: Press) -> tuple[Appearance, ...]:
    """The denials of the claim that is the first thing said; the rest stands in the same article."""
    claim, *others = press.appearances
    (article,) = press.readings
    statements = (claim.statement, *(other.statement for other in others))
    press.readings[article] = replace(press.readings[article], statements=statements)
    return find_denials([claim], [], press.readings)


def is_answered(language: Language, text: str, content: str, cue: str, *between: str) -> bool:
    """Whether the content, said by somebody else in a paragraph after the claim's, denies it."""
    press = told(language, *between, text)
    (article,) = press.readings.values()
    press.said(article.article, content, "Wesperwerke", ORGANISATION, source="", cue=cue)
    return bool(denials(press))


@pytest.mark.parametrize(
    ("language", "text", "content", "cue"),
    [
        (GERMAN, "Die Wesperwerke wiesen das zurück: Alles bleibe offen.", "Alles bleibe offen", "wiesen das zurück"),
        (GERMAN, "Der Konzern widerspricht. Alles bleibe offen, hieß es.", "Alles bleibe offen", "hieß es"),
        (GERMAN, "Die Firma stellt das anders dar. Man stelle ein, hieß es.", "Man stelle ein", "hieß es"),
        (GERMAN, "Die Wesperwerke nannten den Bericht falsch: Man stelle ein.", "Man stelle ein", ""),
        (GERMAN, "„Das stimmt nicht“, erklärten die Wesperwerke.", "Das stimmt nicht", "erklärten"),
        (GERMAN, "Die Darstellung sei frei erfunden, sagte Ida Wolke.", "Die Darstellung sei frei erfunden", "sagte"),
        (GERMAN, "Davon könne keine Rede sein, sagte Ida Wolke.", "Davon könne keine Rede sein", "sagte"),
        (GERMAN, "Die Wesperwerke dementierten den Bericht.", "den Bericht", "dementierten"),
        (GERMAN, "Das Werk in Ostrau schließe nicht, sagte Ida Wolke.", "Das Werk in Ostrau schließe nicht", "sagte"),
        (ENGLISH, "The company denied the report. All jobs are safe, it said.", "All jobs are safe", "said"),
        (ENGLISH, "The company called the claims nonsense: all jobs are safe.", "all jobs are safe", ""),
        (ENGLISH, '"That is simply not true," Ida Wolke said.', "That is simply not true", "said"),
        (ENGLISH, "Nothing of the kind was planned, Ida Wolke said.", "Nothing of the kind was planned", "said"),
        (ENGLISH, "The company rejected the claim.", "the claim", "rejected"),
        (ENGLISH, "The mill in Ostrau will not close, Ida Wolke said.", "The mill in Ostrau will not close", "said"),
        (ENGLISH, "The company denied that the mill would close.", "that the mill would close", "denied"),
    ],
)
def test_an_answer_denies_what_was_told_before(language: Language, text: str, content: str, cue: str) -> None:
    assert is_answered(language, text, content, cue)


@pytest.mark.parametrize(
    ("language", "text", "content", "cue"),
    [
        (GERMAN, "Die Wesperwerke lehnten eine Stellungnahme zum Werk ab.", "eine Stellungnahme zum Werk", "lehnten"),
        (GERMAN, "Das Werk in Ostrau sei alt, sagte Ida Wolke.", "Das Werk in Ostrau sei alt", "sagte"),
        (GERMAN, "Das ist wahr, sagte Ida Wolke.", "Das ist wahr", "sagte"),
        (GERMAN, "Es regne nicht mehr, sagte Ida Wolke.", "Es regne nicht mehr", "sagte"),
        (ENGLISH, "The company refused to comment on the mill.", "to comment on the mill", "refused"),
        (ENGLISH, "It rained no longer, Ida Wolke said.", "It rained no longer", "said"),
        (ENGLISH, "The company confirmed the report. Work ends soon, it said.", "Work ends soon", "said"),
    ],
)
def test_what_denies_nothing(language: Language, text: str, content: str, cue: str) -> None:
    assert not is_answered(language, text, content, cue)


def test_a_denial_is_found_behind_another_paragraph_by_a_word_that_both_have() -> None:
    text = "Der Konzern wies das zurück: Das Werk bleibe offen."
    assert is_answered(GERMAN, text, "Das Werk bleibe offen", "wies das zurück", BETWEEN)
    assert not is_answered(GERMAN, text, "Das Werk bleibe offen", "wies das zurück", *[BETWEEN] * 4)


def test_a_denial_denies_what_is_nearest() -> None:
    press = told(GERMAN, "Die Pumpe am Werk leckt, sagte Enno Barth.", "Die Firma widerspricht. Das Werk sei dicht.")
    (reading,) = press.readings.values()
    press.said(reading.article, "Die Pumpe am Werk leckt", "Enno Barth", PERSON)
    press.said(reading.article, "Das Werk sei dicht", "Firma", ORGANISATION, source="Die Firma")
    assert denials(press) == ()


def test_two_who_deny_the_same_do_not_deny_each_other() -> None:
    press = Press()
    words = ("Das Werk in Ostrau schließe nicht, sagte Ida Wolke.", "In Ostrau schließe kein Werk, sagte Enno Barth.")
    page = press.page("Talblatt", 0, *words)
    press.said(page, "Das Werk in Ostrau schließe nicht", "Ida Wolke", PERSON)
    press.said(page, "In Ostrau schließe kein Werk", "Enno Barth", PERSON)
    assert denials(press) == ()


def denying(denial: str, told: str, score: float) -> Link:
    """The link by which one statement denies another."""
    one, other = sorted((denial, told))
    return Link(one, other, Relation.CONTRADICTS, score, (Reason(ReasonKind.DENIAL, ("nicht", denial)),))


def test_an_institution_and_its_spokeswoman_deny_once() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Das Innenministerium bestreitet das.")
    press.said(one, "das", "Innenministerium", ORGANISATION, source="Das Innenministerium")
    two = press.page("Nordlicht", 1, "Das Werk sei dicht, sagte Ida Wolke, Sprecherin des Innenministeriums.")
    press.said(two, "Das Werk sei dicht", "Ida Wolke", PERSON)
    assert name_deniers(press.in_order(), press.readings) == ("Innenministerium",)


def test_who_speaks_for_a_body_is_named_with_the_office() -> None:
    press = Press()
    page = press.page("Nordlicht", 1, "Talwerke-Sprecherin Ida Wolke widersprach. Das Werk sei dicht, sagte Wolke.")
    press.said(page, "Das Werk sei dicht", "Ida Wolke", PERSON, source="Wolke")
    nobody = press.page("Talblatt", 2, "Das Werk sei nicht dicht, hieß es.")
    press.said(nobody, "Das Werk sei nicht dicht", "", NONE)
    assert name_deniers(press.in_order(), press.readings) == ("Ida Wolke (Talwerke-Sprecherin)", "")


def test_a_rival_figure_denies_nothing() -> None:
    reasons = (Reason(ReasonKind.OTHER_FIGURE, ("4.000", "700")),)
    assert Link("rival", "said", Relation.CONTRADICTS, 0.9, reasons).denier is None
    assert denying("denial", "said", 0.9).denier == "denial"


@pytest.mark.parametrize(("elsewhere", "denies"), [(0.95, False), (0.85, True)])
def test_a_denial_counts_for_what_it_denies_most_surely(elsewhere: float, denies: bool) -> None:
    assert bool(surely_denying([denying("denial", "said", 0.8)], {"denial": max(0.8, elsewhere)})) is denies


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Die Stadt wies das zurück.", "Stadt"),
        ("Das Ministerium widersprach.", "Ministerium"),
        ("Doch die Stadt widersprach dieser Darstellung.", "Stadt"),
        ("The company denies it.", "company"),
        ("The returning officer, Ada Brill, has denied it.", ""),
        ("The returning officer, Ada Brill, denies it.", "returning officer, Ada Brill"),
        ("Dem widersprach die Stadt.", ""),
        ("Niemand widersprach.", ""),
        ("Nobody disagreed.", ""),
        ("Die Stadt widersprach dem nicht.", ""),
        ("Die Zeugen widersprechen sich.", ""),
        ("Er widersprach.", ""),
        ("Das dementierte ein Sprecher.", ""),
    ],
)
def test_sentences_that_only_tell_that_somebody_denies(sentence: str, who: str) -> None:
    press = told(GERMAN, sentence)
    (reading,) = press.readings.values()
    assert "".join(denial.speaker.name for denial in short_denials(reading)) == who


def test_a_short_denial_denies_what_stands_before_it() -> None:
    press = told(GERMAN, "Die Stadt wies das zurück.")
    (found,) = denials(press)
    assert found.statement.attribution.content[0].text == "Die Stadt wies das zurück."
    assert name_deniers([found], press.readings) == ("Stadt",)


def test_what_only_announces_a_denial_is_none_besides() -> None:
    press = told(GERMAN, "Die Behörde, der das Werk gehört, widersprach. Alles bleibe offen, hieß es.")
    (reading,) = press.readings.values()
    press.said(reading.article, "Alles bleibe offen", "Behörde", ORGANISATION, source="")
    (found,) = denials(press)
    assert found.statement.attribution.content[0].text == "Alles bleibe offen"


def test_who_declines_to_comment_denies_nothing_by_a_link() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Das Werk sei alt, sagte Ida Wolke.")
    press.said(one, "Das Werk sei alt", "Ida Wolke", PERSON)
    two = press.page("Nordlicht", 1, "Die Wesperwerke lehnten eine Stellungnahme zum Werk ab.")
    press.said(two, "eine Stellungnahme zum Werk", "Wesperwerke", ORGANISATION, source="", cue="lehnten")
    claim, other = press.appearances
    denied = replace(other.statement.qualification, polarity=Polarity.DENIED)
    other = replace(other, statement=replace(other.statement, qualification=denied))
    assert find_denials([claim], [other], {}) == ()


def test_an_office_is_told_in_the_words_of_the_page() -> None:
    press = Press()
    text = "The only firm on site was Tolm Pipes. Its director, Ada Tolm, denied that a flange was opened."
    page = press.page("Talblatt", 0, text, language=ENGLISH)
    press.said(page, "that a flange was opened", "Ada Tolm", PERSON, source="Ada Tolm", cue="denied")
    (name,) = name_deniers(press.in_order(), press.readings)
    assert name.startswith("Ada Tolm")
    assert name.removeprefix("Ada Tolm").strip(" ()") in text
