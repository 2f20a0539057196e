"""How many parties that could know stand behind a claim: who is one with whom, and who adds nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linking.press import DOCUMENT, GROUP, ORGANISATION, OUTLET, PERSON, UNNAMED, Press
from linking.press import NONE as NOBODY
from quellenlage.linking.joining import grouped
from quellenlage.linking.origins import Origins, trace_origins
from quellenlage.model.reason import ReasonKind
from quellenlage.model.statement import Kind
from quellenlage.model.text import Language

ENGLISH = Language.ENGLISH


def traced(press: Press) -> Origins:
    return trace_origins(grouped(press.in_order(), press.copies(), press.readings))


def kinds(origins: Origins) -> set[ReasonKind]:
    return {reason.kind for origin in origins.origins for reason in origin.reasons}


def head_and_body(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Damm sei dicht, sagte Jorun Talvik, Leiterin der Wesperwerke, am Montag.")
    press.said(one, "Der Damm sei dicht", "Jorun Talvik", PERSON, source="Jorun Talvik, Leiterin der Wesperwerke")
    two = press.page("Nordlicht", 1, "Laut den Wesperwerken ist der Damm dicht.")
    press.said(two, "ist der Damm dicht", "Wesperwerke", ORGANISATION, source="den Wesperwerken", cue="Laut")
    three = press.page("Elbkurier", 2, "Der Damm ist dicht, erklärte Wesperwerke-Sprecher Mats Oldehus.")
    press.said(three, "Der Damm ist dicht", "Mats Oldehus", PERSON, source="Wesperwerke-Sprecher Mats Oldehus")


def ministry_and_minister_in_two_languages(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Umweltministerium teilte mit, das Wasser sei sauber.")
    press.said(one, "das Wasser sei sauber", "Umweltministerium", ORGANISATION, source="Das Umweltministerium")
    two = press.page("The Sentinel", 1, "Environment Minister Kaja Morell said the water was clean.", language=ENGLISH)
    press.said(two, "the water was clean", "Kaja Morell", PERSON, source="Environment Minister Kaja Morell")


def coastguard_in_two_languages(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Boot sei leer, teilte die Küstenwache mit.")
    press.said(one, "Das Boot sei leer", "Küstenwache", ORGANISATION, source="die Küstenwache")
    two = press.page("The Sentinel", 1, "The boat was empty, the coastguard said.", language=ENGLISH)
    press.said(two, "The boat was empty", "coastguard", GROUP, source="the coastguard")


def document_and_author(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Büro Kranich & Söhne riet schon damals zum Abriss.")
    press.said(one, "zum Abriss", "Büro Kranich & Söhne", ORGANISATION, source="Das Büro Kranich & Söhne")
    two = press.page("Nordlicht", 1, "Im Gutachten von Kranich habe der Abriss gestanden, sagte Stadträtin Ida Wolke.")
    press.said(two, "Im Gutachten von Kranich habe der Abriss gestanden", "Ida Wolke", PERSON)


def unnamed_source_of_one_publisher(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Linie werde stillgelegt, sagte ein Beamter dem Talblatt.")
    press.said(one, "Die Linie werde stillgelegt", "Beamter", UNNAMED, source="ein Beamter")
    words = "The line will be closed, Talblatt reported, citing a person familiar with the plans."
    two = press.page("The Sentinel", 2, words, language=ENGLISH)
    press.said(two, "The line will be closed", "Talblatt", OUTLET, cue="reported")
    three = press.page("Elbkurier", 3, "Die Linie wird stillgelegt, wie das Talblatt aus Regierungskreisen erfuhr.")
    press.said(three, "Die Linie wird stillgelegt", "Regierungskreise", UNNAMED, source="Regierungskreisen")


def eyewitness_named_and_unnamed(press: Press) -> None:
    words = "Der Turm hat geschwankt und dann war alles voller Staub"
    one = press.page("Talblatt", 0, f"„{words}“, sagte Glaser Enno Barth.")
    press.said(one, words, "Enno Barth", PERSON, source="Glaser Enno Barth", kind=Kind.DIRECT)
    two = press.page("Nordlicht", 1, f"„{words}“, sagte ein Handwerker.")
    press.said(two, words, "Handwerker", UNNAMED, source="ein Handwerker", kind=Kind.DIRECT)


def own_observation_and_who_cites_it(press: Press) -> None:
    one = press.page("Talblatt", 0, "Vor der Halle standen 300 Leute, wie unsere Reporterin beobachtete.")
    press.said(one, "Vor der Halle standen 300 Leute", "Reporterin", UNNAMED, source="unsere Reporterin")
    two = press.page("Nordlicht", 1, "Laut Talblatt standen vor der Halle 300 Leute.")
    press.said(two, "standen vor der Halle 300 Leute", "Talblatt", OUTLET)


def agency_text_without_credit(press: Press) -> None:
    wire = "Im Hafen von Ostrau sind in der Nacht zum Freitag vierzehn Fischerboote vollständig ausgebrannt."
    rest = "Der Schaden liegt bei mehreren Hunderttausend Euro, die Boote waren nur zum Teil versichert."
    one = press.page("Talblatt", 0, wire, f"{rest} Das sagte Hafenmeister Tilo Kranz.", agencies=("dpa",))
    press.said(one, rest[:-1], "Tilo Kranz", PERSON, source="Hafenmeister Tilo Kranz")
    two = press.page("Nordlicht", 1, rest, wire)
    press.said(two, rest[:-1])


def authority_named_elsewhere_in_the_article(press: Press) -> None:
    one = press.page("Talblatt", 0, "Nach Angaben des Wasserwerks Ostrau ist der Druck normal.")
    press.said(one, "ist der Druck normal", "Wasserwerk Ostrau", ORGANISATION, source="des Wasserwerks Ostrau")
    two = press.page("Nordlicht", 1, "Das Wasserwerk Ostrau hat geprüft.", "Der Druck sei normal, so die Behörde.")
    press.said(two, "Der Druck sei normal", "Behörde", ORGANISATION, source="die Behörde")


def nobody_named_after_others(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der See sei gesperrt, sagte Bürgermeister Ole Brandt.")
    press.said(one, "Der See sei gesperrt", "Ole Brandt", PERSON)
    two = press.page("Nordlicht", 5, "Der See ist gesperrt.")
    press.said(two, "Der See ist gesperrt")


def commission_in_two_languages_and_its_head(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Zentrale Wahlkommission gab eine Beteiligung von 58 Prozent bekannt.")
    press.said(one, "eine Beteiligung von 58 Prozent", "Zentrale Wahlkommission", ORGANISATION)
    words = "Turnout was 58 percent, the head of the Central Election Commission said."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    name = "head of the Central Election Commission"
    press.said(two, "Turnout was 58 percent", name, UNNAMED, source=f"the {name}")


def court_in_two_languages(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Damm sei abzureißen, entschied das Verwaltungsgericht Ostrau.")
    press.said(one, "Der Damm sei abzureißen", "Verwaltungsgericht Ostrau", ORGANISATION)
    words = "The dam must be torn down, the administrative court in Ostrau ruled."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    press.said(two, "The dam must be torn down", "administrative court in Ostrau", ORGANISATION)


def document_by_an_author_and_the_author(press: Press) -> None:
    words = "Nine wells were poisoned, a report by the water inspector found."
    one = press.page("The Sentinel", 0, words, language=ENGLISH)
    press.said(one, "Nine wells were poisoned", "report by the water inspector", DOCUMENT)
    two = press.page("Ostrau Post", 1, "According to the water inspector nine wells were poisoned.", language=ENGLISH)
    press.said(two, "nine wells were poisoned", "water inspector", UNNAMED)


def report_read_aloud(press: Press) -> None:
    """Who reads aloud what a paper says adds nobody."""
    one = press.page("Talblatt", 0, "Das Gutachten nennt den Turm baufällig.")
    press.said(one, "den Turm baufällig", "Gutachten", DOCUMENT)
    words = "Das Gutachten nenne den Turm baufällig, las Stadträtin Ida Wolke vor."
    two = press.page("Nordlicht", 1, words)
    press.said(two, "Das Gutachten nenne den Turm baufällig", "Ida Wolke", PERSON, source="Stadträtin Ida Wolke")
    press.said(two, "den Turm baufällig", "Gutachten", DOCUMENT, source="Das Gutachten", via=["Ida Wolke"])


def headline_whose_subject_only_acts(press: Press) -> None:
    one = press.page(
        "Talblatt", 0, "Die Bande verlange eine Million, sagte ein Ermittler dem Talblatt.", headline="Bande"
    )
    press.said(one, "Die Bande verlange eine Million", "Ermittler", UNNAMED, source="ein Ermittler")
    press.headline_said(one, "Bande", ORGANISATION)


def deed_that_others_tell_on_somebodys_word(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Bande verlange eine Million, sagte ein Ermittler dem Talblatt.")
    press.said(one, "Die Bande verlange eine Million", "Ermittler", UNNAMED, source="ein Ermittler")
    two = press.page("Nordlicht", 1, "Gauner verlangen eine Million.")
    press.said(two, "eine Million", "Gauner", ORGANISATION, cue="verlangen", kind=Kind.REPORTED)


def unnamed_source_told_of_without_contact(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Kran habe gewackelt, sagte eine Kranführerin dem Talblatt.")
    press.said(one, "Der Kran habe gewackelt", "Kranführerin", UNNAMED, source="eine Kranführerin")
    two = press.page("Nordlicht", 3, "Laut einer Kranführerin hat der Kran gewackelt.")
    press.said(two, "hat der Kran gewackelt", "Kranführerin", UNNAMED, source="einer Kranführerin")


def correction_repeats_what_was_wrong(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es seien 400 Kisten, sagte Enno Barth.")
    press.said(one, "Es seien 400 Kisten", "Enno Barth", PERSON)
    note = "Korrektur: In einer früheren Fassung hieß es, es seien 4000 Kisten."
    two = press.page("Nordlicht", 5, "Es sind 400 Kisten, sagte Enno Barth.", note)
    press.said(two, "Es sind 400 Kisten", "Enno Barth", PERSON)
    press.said(two, "es seien 4000 Kisten", "früheren Fassung", DOCUMENT)


def outlet_known_by_its_address(press: Press) -> None:
    one = press.page("", 0, "Es habe geknallt, sagte Enno Barth.", url="https://www.talblatt-online.example/1")
    press.said(one, "Es habe geknallt", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Es habe geknallt, sagte ein Rentner der Seite Talblatt Online.")
    press.said(two, "Es habe geknallt", "Rentner", UNNAMED, source="ein Rentner")


def outlets_that_have_it_from_each_other(press: Press) -> None:
    """A circle beside somebody who could know is no origin of its own."""
    one = press.page("Talblatt", 0, "Das Werk schließe, sagte Betriebsrätin Ida Wolke.")
    press.said(one, "Das Werk schließe", "Ida Wolke", PERSON)
    two = press.page("Elbkurier", 2, "Das Werk schließt, wie das Nordlicht berichtet.")
    press.said(two, "Das Werk schließt", "Nordlicht", OUTLET)
    three = press.page("Nordlicht", 3, "Das Werk schließt, wie der Elbkurier berichtet.")
    press.said(three, "Das Werk schließt", "Elbkurier", OUTLET)


def speaker_within_the_content(press: Press) -> None:
    one = press.page("Talblatt", 0, "In der Halle stünden 40 Kisten, sagte Enno Barth.")
    press.said(one, "In der Halle stünden 40 Kisten", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Es seien 40 Kisten, wiederholte Barth auf Nachfrage.")
    press.said(two, "Es seien 40 Kisten, wiederholte Barth auf Nachfrage", "Ida Wolke", PERSON, source="")


def _in_two_languages(press: Press, german: str, english: str) -> None:
    one = press.page("Talblatt", 0, f"Dreißig Lager meldet: {german}.")
    press.said(one, "Dreißig Lager", german, ORGANISATION)
    two = press.page("The Sentinel", 1, f"Thirty camps were reported by: {english}.", language=ENGLISH)
    press.said(two, "Thirty camps", english, ORGANISATION)


def government_of_a_state(press: Press) -> None:
    _in_two_languages(press, "französische Regierung", "French government")


def central_bank_by_its_letters(press: Press) -> None:
    _in_two_languages(press, "EZB", "European Central Bank")


def commission_and_its_report(press: Press) -> None:
    one = press.page("Talblatt", 0, "Laut Bericht des Untersuchungsausschusses fehlten 40 Akten.")
    press.said(one, "fehlten 40 Akten", "Bericht des Untersuchungsausschusses", DOCUMENT)
    two = press.page("The Sentinel", 1, "Forty files were missing, the committee found.", language=ENGLISH)
    press.said(two, "Forty files were missing", "committee", ORGANISATION)


def head_told_beside_the_body_that_counted(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Vogelbund Ostrau zählte 90 Störche, sagte Geschäftsführer Tilo Kranz.")
    words = "Der Vogelbund Ostrau zählte 90 Störche"
    press.said(one, words, "Tilo Kranz", PERSON, source="Geschäftsführer Tilo Kranz")
    two = press.page("The Sentinel", 1, "The conservation group Vogelbund Ostrau counted 90 storks.", language=ENGLISH)
    press.said(two, "counted 90 storks", "conservation group Vogelbund Ostrau", ORGANISATION)


def name_with_the_body_behind_it(press: Press) -> None:
    one = press.page("The Sentinel", 0, "The quay is closed, said Enno Barth.", language=ENGLISH)
    press.said(one, "The quay is closed", "Enno Barth", PERSON)
    two = press.page("Ostrau Post", 1, "The quay is closed, Enno Barth of the dockers' union said.", language=ENGLISH)
    press.said(two, "The quay is closed", "Enno Barth of the dockers' union", ORGANISATION)


def report_named_by_its_author_elsewhere(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Bericht der Prüfkommission ist da.", "Es fehlten 40 Akten, heißt es darin.")
    press.said(one, "Es fehlten 40 Akten", "Bericht", DOCUMENT, source="darin")
    two = press.page("The Sentinel", 1, "Forty files were missing, the commission found.", language=ENGLISH)
    press.said(two, "Forty files were missing", "commission", ORGANISATION)


def role_in_two_languages(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es habe keine Warnung gegeben, sagte Fährkapitän Wolf Ahlers.")
    press.said(one, "Es habe keine Warnung gegeben", "Wolf Ahlers", PERSON, source="Fährkapitän Wolf Ahlers")
    two = press.page("The Sentinel", 1, "There was no warning, the captain said.", language=ENGLISH)
    press.said(two, "There was no warning", "captain", UNNAMED, source="the captain")


def body_that_only_one_can_mean(press: Press) -> None:
    one = press.page("The Sentinel", 0, "Sales fell, the retailer Hallam Brothers said.", language=ENGLISH)
    press.said(one, "Sales fell", "Hallam Brothers", ORGANISATION, source="the retailer Hallam Brothers")
    two = press.page("Ostrau Post", 1, "Sales were down, chief executive Moira Kell told analysts.", language=ENGLISH)
    press.said(two, "Sales were down", "Moira Kell", PERSON, source="chief executive Moira Kell")
    three = press.page("Talblatt", 2, "Der Umsatz sank, hieß es aus dem Unternehmen.")
    press.said(three, "Der Umsatz sank", "Unternehmen", ORGANISATION, source="dem Unternehmen")


def two_people_of_one_body(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Schaden sei groß, sagte Silvan Kunges von der Gewerkschaft Ostrau.")
    press.said(one, "Der Schaden sei groß", "Silvan Kunges", PERSON, source="Silvan Kunges von der Gewerkschaft Ostrau")
    two = press.page("The Sentinel", 1, "The damage was great, Ocke Fasold of the Ostrau union said.", language=ENGLISH)
    press.said(two, "The damage was great", "Ocke Fasold", PERSON, source="Ocke Fasold of the Ostrau union")


def director_of_the_body_told_before(press: Press) -> None:
    words = "The Harbour Fraud Office opened its file in May, said Helen Marchbanks, its director."
    one = press.page("The Sentinel", 0, words, language=ENGLISH)
    press.said(one, "opened its file in May", "Helen Marchbanks", PERSON, source="Helen Marchbanks, its director")
    words = "The Harbour Fraud Office had opened its file in May, it confirmed."
    two = press.page("Ostrau Post", 1, words, language=ENGLISH)
    press.said(two, "had opened its file in May", "Harbour Fraud Office", ORGANISATION)


def papers_under_two_names(press: Press) -> None:
    words = "Tubs went to five countries, a notice in the alert system seen by The Sentinel shows."
    one = press.page("The Sentinel", 0, words, language=ENGLISH)
    press.said(one, "Tubs went to five countries", "notice in the alert system seen by The Sentinel", DOCUMENT)
    two = press.page("Talblatt", 1, "Nach einem Eintrag im Warnsystem ging der Käse in fünf Länder.")
    press.said(
        two, "ging der Käse in fünf Länder", "Eintrag im Warnsystem", DOCUMENT, source="einem Eintrag im Warnsystem"
    )


def authority_in_a_compound(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Mann war unbewaffnet, sagte Polizeichefin Ida Wolke.")
    press.said(one, "Der Mann war unbewaffnet", "Ida Wolke", PERSON, source="Polizeichefin Ida Wolke")
    two = press.page("Nordlicht", 1, "Nach Polizeiangaben trug er keine Waffe.")
    press.said(two, "trug er keine Waffe", "Polizeiangaben", DOCUMENT, source="Polizeiangaben")


def newspaper_without_a_name(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es flossen drei Millionen, sagte eine Ermittlerin dem Talblatt.")
    press.said(one, "Es flossen drei Millionen", "Ermittlerin", UNNAMED, source="eine Ermittlerin")
    two = press.page("Nordlicht", 1, "Es flossen drei Millionen, berichtet eine Zeitung.")
    press.said(two, "Es flossen drei Millionen", "Zeitung", OUTLET, source="eine Zeitung")


def witness_who_speaks_to_a_paper(press: Press) -> None:
    """The paper that is spoken to is no part of the speaker's name."""
    one = press.page(
        "The Bulletin", 0, "The sprinklers never came on, Tobin Marsh told the Bulletin.", language=ENGLISH
    )
    press.said(one, "The sprinklers never came on", "Tobin Marsh", PERSON)
    two = press.page("Talblatt", 1, "Die Sprinkler gingen nie an, sagte ein Häftling dem Bulletin.")
    press.said(two, "Die Sprinkler gingen nie an", "Häftling dem Bulletin", ORGANISATION, via=["The Bulletin"])


def paper_that_another_page_tells_of(press: Press) -> None:
    one = press.page("The Sentinel", 0, "He had drunk wine, prosecutors said in a filing.", language=ENGLISH)
    press.said(one, "He had drunk wine", "prosecutors", GROUP, source="prosecutors")
    two = press.page("Ostrau Post", 1, "He drank wine, according to the filing.", language=ENGLISH)
    press.said(two, "He drank wine", "filing", DOCUMENT, source="the filing")


def office_of_somebody(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Brücke bleibe zu, sagte Landrätin Karla Oest.")
    press.said(one, "Die Brücke bleibe zu", "Karla Oest", PERSON, source="Landrätin Karla Oest")
    two = press.page("Nordlicht", 1, "Die Brücke bleibt zu, heißt es aus dem Büro von Landrätin Oest.")
    press.said(two, "Die Brücke bleibt zu", "Büro von Landrätin Oest", ORGANISATION)


def records_read_out_and_told_again(press: Press) -> None:
    words = "Phone records show that the alarm came at nine, said prosecutor Ida Wolke."
    one = press.page("The Sentinel", 0, words, language=ENGLISH)
    inner = "the alarm came at nine"
    press.said(one, f"Phone records show that {inner}", "Ida Wolke", PERSON, source="prosecutor Ida Wolke")
    press.said(one, inner, "records", DOCUMENT, cue="show", via=["Ida Wolke"])
    two = press.page("Talblatt", 1, "Um neun Uhr kam der Alarm, bestätigte Staatsanwältin Ida Wolke.")
    press.said(two, "Um neun Uhr kam der Alarm", "Ida Wolke", PERSON, source="Staatsanwältin Ida Wolke")


def name_behind_the_role(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Blut sei rein, sagte Anna Berg.")
    press.said(one, "Das Blut sei rein", "Anna Berg", PERSON)
    words = "The blood was clean, the agency reported on Friday, quoting the director, Anna Berg."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    press.said(two, "The blood was clean", "agency", ORGANISATION, source="the agency", cue="reported")


def paper_seen_by_a_newspaper(press: Press) -> None:
    words = "The budget was cut, according to an internal budget paper seen by The Sentinel."
    one = press.page("The Sentinel", 0, words, language=ENGLISH)
    press.said(one, "The budget was cut", "internal budget paper seen by The Sentinel", OUTLET)
    two = press.page("Talblatt", 1, "Der Etat wurde gekürzt, geht aus dem Haushaltspapier hervor.")
    press.said(two, "Der Etat wurde gekürzt", "Haushaltspapier", DOCUMENT, source="dem Haushaltspapier")


def found_by_another_who_is_told_of(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Schulden lägen bei 46 Millionen, sagte Verwalter Falk Reuter.")
    press.said(one, "Die Schulden lägen bei 46 Millionen", "Falk Reuter", PERSON, source="Verwalter Falk Reuter")
    two = press.page("Nordlicht", 1, "Dass Reuter 46 Millionen errechnet hat, hält Gerd Kern für Unsinn.")
    press.said(two, "Dass Reuter 46 Millionen errechnet hat", "Gerd Kern", PERSON)


def spokesman_of_the_body_that_acts(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Geld werde gesperrt, teilte das Innenministerium mit.")
    press.said(one, "Das Geld werde gesperrt", "Innenministerium", ORGANISATION, source="das Innenministerium")
    words = "The interior ministry is blocking the money, a spokesman, Jan Ziegler, said."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    told = "a spokesman, Jan Ziegler"
    press.said(two, "The interior ministry is blocking the money", "Jan Ziegler", PERSON, source=told)


def spokeswoman_of_the_body_before_a_place(press: Press) -> None:
    one = press.page("Talblatt", 0, "Elf seien verletzt, sagte Brandamtmann Jo Harms.")
    press.said(one, "Elf seien verletzt", "Jo Harms", PERSON, source="Brandamtmann Jo Harms")
    words = "Elf Arbeiter hat die Feuerwehr in drei Kliniken gebracht, wie ihre Sprecherin Pia Wenke sagte."
    two = press.page("Nordlicht", 1, words)
    content = "Elf Arbeiter hat die Feuerwehr in drei Kliniken gebracht"
    press.said(two, content, "Pia Wenke", PERSON, source="ihre Sprecherin Pia Wenke")


def doctors_of_one_association(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es seien 600, sagte Mattis Brem vom Ärzteverband im Morgenradio.")
    press.said(one, "Es seien 600", "Mattis Brem vom Ärzteverband", ORGANISATION)
    two = press.page("The Sentinel", 1, "It is 600, the association of physicians estimates.", language=ENGLISH)
    press.said(two, "It is 600", "association of physicians", ORGANISATION, source="the association of physicians")


ONE: tuple[Callable[[Press], None], ...] = (
    head_and_body,
    ministry_and_minister_in_two_languages,
    coastguard_in_two_languages,
    document_and_author,
    unnamed_source_of_one_publisher,
    eyewitness_named_and_unnamed,
    own_observation_and_who_cites_it,
    agency_text_without_credit,
    authority_named_elsewhere_in_the_article,
    nobody_named_after_others,
    commission_in_two_languages_and_its_head,
    court_in_two_languages,
    document_by_an_author_and_the_author,
    report_read_aloud,
    headline_whose_subject_only_acts,
    deed_that_others_tell_on_somebodys_word,
    unnamed_source_told_of_without_contact,
    correction_repeats_what_was_wrong,
    outlet_known_by_its_address,
    outlets_that_have_it_from_each_other,
    speaker_within_the_content,
    government_of_a_state,
    central_bank_by_its_letters,
    commission_and_its_report,
    head_told_beside_the_body_that_counted,
    name_with_the_body_behind_it,
    report_named_by_its_author_elsewhere,
    role_in_two_languages,
    body_that_only_one_can_mean,
    two_people_of_one_body,
    director_of_the_body_told_before,
    papers_under_two_names,
    authority_in_a_compound,
    newspaper_without_a_name,
    witness_who_speaks_to_a_paper,
    paper_that_another_page_tells_of,
    office_of_somebody,
    records_read_out_and_told_again,
    name_behind_the_role,
    paper_seen_by_a_newspaper,
    found_by_another_who_is_told_of,
    spokesman_of_the_body_that_acts,
    spokeswoman_of_the_body_before_a_place,
    doctors_of_one_association,
)


@pytest.mark.parametrize("told", ONE, ids=lambda told: told.__name__)
def test_one_party_is_one_origin(told: Callable[[Press], None]) -> None:
    press = Press()
    told(press)
    found = traced(press)
    assert [len(origin.appearances) for origin in found.origins] == [len(press.appearances)], found
    assert found.fewest == len(found.origins) == 1
    assert found.origins[0].reasons


def two_witnesses(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es habe geknallt, sagte Enno Barth.", "Es habe gekracht, sagte Ida Wolke.")
    press.said(one, "Es habe geknallt", "Enno Barth", PERSON)
    press.said(one, "Es habe gekracht", "Ida Wolke", PERSON)


def two_of_one_surname(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es habe geknallt, sagte Enno Barth.")
    press.said(one, "Es habe geknallt", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Es habe gekracht, sagte Ida Barth.")
    press.said(two, "Es habe gekracht", "Ida Barth", PERSON)


def company_and_authority(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Tank sei leer, erklärte Firmensprecherin Ida Wolke.")
    press.said(one, "Der Tank sei leer", "Ida Wolke", PERSON, source="Firmensprecherin Ida Wolke")
    two = press.page("Nordlicht", 1, "Nach Unterlagen des Landkreises ist der Tank leer.")
    press.said(two, "ist der Tank leer", "Unterlagen des Landkreises", DOCUMENT)


def police_of_two_towns(press: Press) -> None:
    one = press.page("Talblatt", 0, "Die Straße sei frei, teilte die Polizei Ostrau mit.")
    press.said(one, "Die Straße sei frei", "Polizei Ostrau", ORGANISATION, source="die Polizei Ostrau")
    two = press.page("Nordlicht", 1, "Die Straße sei frei, teilte die Polizei Hallwig mit.")
    press.said(two, "Die Straße sei frei", "Polizei Hallwig", ORGANISATION, source="die Polizei Hallwig")


def outlet_cited_that_had_it_from_somebody_else(press: Press) -> None:
    """Whoever cites an outlet but names another person brings in that person."""
    one = press.page("Talblatt", 0, "Der Zug sei pünktlich gewesen, sagte Enno Barth.")
    press.said(one, "Der Zug sei pünktlich gewesen", "Enno Barth", PERSON)
    two = press.page("Nordlicht", 1, "Der Zug war pünktlich, sagte Schaffnerin Ida Wolke dem Talblatt.")
    press.said(two, "Der Zug war pünktlich", "Ida Wolke", PERSON, source="Schaffnerin Ida Wolke", via=["Talblatt"])


def courts_of_two_kinds(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Vertrag sei nichtig, entschied das Landgericht.")
    press.said(one, "Der Vertrag sei nichtig", "Landgericht", ORGANISATION)
    two = press.page("The Sentinel", 1, "The contract was void, the labour court ruled.", language=ENGLISH)
    press.said(two, "The contract was void", "labour court", ORGANISATION)


def own_counts_of_two_outlets(press: Press) -> None:
    one = press.page("Talblatt", 0, "Am Tor standen 300 Leute, wie unsere Reporterin sah.")
    press.said(one, "Am Tor standen 300 Leute", "Reporterin", UNNAMED, source="unsere Reporterin")
    two = press.page("Nordlicht", 1, "Am Tor zählte unser Team 290 Leute.")
    press.said(two, "Am Tor zählte unser Team 290 Leute")


def governments_of_two_states(press: Press) -> None:
    _in_two_languages(press, "französische Regierung", "Polish government")


def mayor_and_waterworks(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Strom sei ausgefallen, sagte Bürgermeisterin Karla Oest.")
    press.said(one, "Der Strom sei ausgefallen", "Karla Oest", PERSON, source="Bürgermeisterin Karla Oest")
    two = press.page("Nordlicht", 1, "Der Strom fiel aus, bestätigten die Stadtwerke.")
    press.said(two, "Der Strom fiel aus", "Stadtwerke", ORGANISATION, source="die Stadtwerke")


def captain_and_pilot(press: Press) -> None:
    one = press.page("Talblatt", 0, "Es gab keine Warnung, sagte die Lehrerin Ute Brands.")
    press.said(one, "Es gab keine Warnung", "Ute Brands", PERSON, source="die Lehrerin Ute Brands")
    two = press.page("The Sentinel", 1, "There was no warning, the captain said.", language=ENGLISH)
    press.said(two, "There was no warning", "captain", UNNAMED, source="the captain")


def spokesman_and_own_reporter_told_of_before(press: Press) -> None:
    one = press.page("Talblatt", 0, "Das Wasser war trüb, sagte Sprecher Mats Oldehus.")
    press.said(one, "Das Wasser war trüb", "Mats Oldehus", PERSON, source="Sprecher Mats Oldehus")
    two = press.page("Nordlicht", 1, "Unsere Reporterin hat das Wasser geprüft. Es lief trüb aus dem Hahn.")
    press.said(two, "Es lief trüb aus dem Hahn")


def photographer_of_the_outlet_by_its_name(press: Press) -> None:
    one = press.page("Talblatt", 0, "Der Ruderer war auf dem See, sagte Angler Enno Barth.")
    press.said(one, "Der Ruderer war auf dem See", "Enno Barth", PERSON, source="Angler Enno Barth")
    words = "The Sentinel's photographer, Una Carr, followed the rower across the lake."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    press.said(two, words[:-1])


def somebody_who_is_only_spoken_of(press: Press) -> None:
    one = press.page("Talblatt", 0, "Er schulde nichts, sagte Falk Reuter.")
    press.said(one, "Er schulde nichts", "Falk Reuter", PERSON)
    two = press.page("Nordlicht", 1, "Reuter schulde nichts, sagte Gerd Kern.")
    press.said(two, "Reuter schulde nichts", "Gerd Kern", PERSON)


def office_of_a_body_and_somebody_else(press: Press) -> None:
    one = press.page("The Sentinel", 0, "The case is closed, the prosecutor's office said.", language=ENGLISH)
    press.said(one, "The case is closed", "prosecutor's office", ORGANISATION, source="the prosecutor's office")
    two = press.page("Talblatt", 1, "Der Fall sei erledigt, sagte Enno Barth.")
    press.said(two, "Der Fall sei erledigt", "Enno Barth", PERSON)


TWO: tuple[Callable[[Press], None], ...] = (
    two_witnesses,
    two_of_one_surname,
    company_and_authority,
    police_of_two_towns,
    outlet_cited_that_had_it_from_somebody_else,
    courts_of_two_kinds,
    own_counts_of_two_outlets,
    governments_of_two_states,
    mayor_and_waterworks,
    captain_and_pilot,
    spokesman_and_own_reporter_told_of_before,
    photographer_of_the_outlet_by_its_name,
    somebody_who_is_only_spoken_of,
    office_of_a_body_and_somebody_else,
)


@pytest.mark.parametrize("told", TWO, ids=lambda told: told.__name__)
def test_two_parties_stay_two(told: Callable[[Press], None]) -> None:
    press = Press()
    told(press)
    found = traced(press)
    assert (found.fewest, len(found.origins), found.most) == (2, 2, 2)


def test_unnamed_people_of_two_publishers_may_be_the_same() -> None:
    press = Press()
    for hour, outlet in enumerate(("Talblatt", "Nordlicht")):
        page = press.page(outlet, hour, f"Das Werk schließe, sagte ein Mitarbeiter der Zeitung {outlet}.")
        press.said(page, "Das Werk schließe", "Mitarbeiter", UNNAMED, source="ein Mitarbeiter")
    found = traced(press)
    assert (found.fewest, len(found.origins), found.most) == (1, 2, 2)
    assert ReasonKind.PERHAPS_ONE in kinds(found)


def test_a_circle_is_named_and_nobody_knew() -> None:
    press = Press()
    one = press.page("Talblatt", None, "Das Werk schließt, wie der Elbkurier berichtet.")
    press.said(one, "Das Werk schließt", "Elbkurier", OUTLET)
    two = press.page("Elbkurier", None, "Das Werk schließt, wie das Talblatt berichtet.")
    press.said(two, "Das Werk schließt", "Talblatt", OUTLET)
    found = traced(press)
    assert found.circles == (("Elbkurier", "Talblatt"),)
    assert [(origin.name, origin.certain) for origin in found.origins] == [("", False)]
    assert (found.fewest, found.most) == (0, 1)


def test_media_reports_lead_back_to_who_reported_first_and_close_the_circle() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Das Werk schließe, sagte eine Betriebsrätin dem Talblatt.")
    press.said(one, "Das Werk schließe", "Betriebsrätin", UNNAMED, source="eine Betriebsrätin")
    two = press.page("Elbkurier", 2, "Das Werk schließt, wie das Talblatt berichtet.")
    press.said(two, "Das Werk schließt", "Talblatt", OUTLET)
    three = press.page("Talblatt", 9, "Medienberichten zufolge schließt das Werk.")
    press.said(three, "schließt das Werk", "Medienberichte", GROUP, source="Medienberichten")
    found = traced(press)
    assert len(found.origins) == 1
    assert found.circles == (("Elbkurier", "Talblatt"),)


def test_hearsay_alone_has_no_certain_origin() -> None:
    press = Press()
    page = press.page("Talblatt", 0, "Das Werk soll bald schließen.")
    press.said(page, "Das Werk soll bald schließen", "", NOBODY)
    found = traced(press)
    assert (found.fewest, len(found.origins), found.most) == (0, 1, 1)


def test_who_says_it_first_without_a_source_may_know_by_itself() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Der See ist gesperrt.")
    press.said(one, "Der See ist gesperrt")
    two = press.page("Nordlicht", 5, "Der See sei gesperrt, sagte Bürgermeister Ole Brandt.")
    press.said(two, "Der See sei gesperrt", "Ole Brandt", PERSON)
    found = traced(press)
    assert (found.fewest, len(found.origins), found.most) == (1, 1, 2)


def test_who_is_only_described_may_be_another() -> None:
    press = Press()
    role_in_two_languages(press)
    three = press.page("Nordlicht", 2, "Es gab keine Warnung, so ihr Anwalt.")
    press.said(three, "Es gab keine Warnung", "Anwalt", UNNAMED, source="ihr Anwalt")
    found = traced(press)
    assert len(found.origins) == 2, "a lawyer is no captain"
    press = Press()
    one = press.page("Talblatt", 0, "Es gab keine Warnung, sagte Wolf Ahlers.")
    press.said(one, "Es gab keine Warnung", "Wolf Ahlers", PERSON)
    two = press.page("The Sentinel", 1, "There was no warning, the captain said.", language=ENGLISH)
    press.said(two, "There was no warning", "captain", UNNAMED, source="the captain")
    found = traced(press)
    assert (found.fewest, len(found.origins), found.most) == (1, 1, 2)
    assert ReasonKind.MAY_MEAN in kinds(found)


def test_unnamed_people_whom_one_article_tells_apart_stay_two_also_where_others_take_them_together() -> None:
    press = Press()
    one = press.page(
        "Talblatt", 0, "Die Anlage stand, sagt ein Schichtführer dem Talblatt.", "Sie stand, sagt eine Köchin."
    )
    press.said(one, "Die Anlage stand", "Schichtführer", UNNAMED, source="ein Schichtführer")
    press.said(one, "Sie stand", "Köchin", UNNAMED, source="eine Köchin")
    words = "The unit stood still, two employees told Talblatt."
    two = press.page("The Sentinel", 1, words, language=ENGLISH)
    press.said(two, "The unit stood still", "two employees", GROUP, source="two employees", via=["Talblatt"])
    assert len(traced(press).origins) == 2


def test_a_group_that_nobody_met_is_among_the_people_whom_others_name() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Der Zug fuhr zu schnell, sagte Fahrgast Mareike Tölle dem Talblatt.")
    press.said(one, "Der Zug fuhr zu schnell", "Mareike Tölle", PERSON, source="Fahrgast Mareike Tölle")
    two = press.page("Nordlicht", 1, "Der Zug war zu schnell, sagte Schüler Jonas Pehlke dem Nordlicht.")
    press.said(two, "Der Zug war zu schnell", "Jonas Pehlke", PERSON, source="Schüler Jonas Pehlke")
    three = press.page("Elbkurier", 2, "Reisende hatten berichtet, der Zug sei gerast.")
    press.said(three, "der Zug sei gerast", "Reisende", GROUP, source="Reisende", cue="berichtet")
    found = traced(press)
    assert (len(found.origins), found.most) == (2, 3)


def test_circles_that_an_outlet_cites_are_somebody() -> None:
    press = Press()
    one = press.page("Talblatt", 0, "Die Brücke bleibt zu, sagte Ministerin Pia Holm.")
    press.said(one, "Die Brücke bleibt zu", "Pia Holm", PERSON, source="Ministerin Pia Holm")
    two = press.page("Nordlicht", 1, "Die Brücke bleibe zu, erfuhr das Nordlicht aus Kreisen der Baufirma.")
    press.said(two, "Die Brücke bleibe zu", "Nordlicht", OUTLET, source="das Nordlicht", cue="erfuhr")
    assert {origin.name for origin in traced(press).origins} == {"Pia Holm", "Kreisen der Baufirma"}


def test_who_only_thinks_of_it_is_no_source_of_what_others_tell() -> None:
    press = Press()
    one = press.page(
        "Talblatt", 0, "Wie der Nachtkurier berichtet, denkt Bürgermeister Tom Berg über seinen Rücktritt nach."
    )
    press.said(
        one,
        "über seinen Rücktritt",
        "Tom Berg",
        PERSON,
        source="Bürgermeister Tom Berg",
        cue="denkt",
        kind=Kind.REPORTED,
    )
    two = press.page("Nordlicht", 1, "Tom Berg stehe vor dem Rücktritt, sagte Ratsfrau Ida Wolke.")
    press.said(two, "Tom Berg stehe vor dem Rücktritt", "Ida Wolke", PERSON, source="Ratsfrau Ida Wolke")
    assert [origin.name for origin in traced(press).origins] == ["Ida Wolke"]
