"""Who speaks on the seed page, through whom, and who is meant."""

from __future__ import annotations

import pytest

from quellenlage.model.statement import Certainty, Kind, Mood, SourceClass
from quellenlage.model.text import BlockKind
from seed.lookup import Seed, chain_of, content_of, not_yet, words_for

NBC = ("NBC News", "outlet")
DMITRIJEW = ("Kirill Dmitrijew", "person")
CAVOLI = ("Christopher Cavoli", "person")
ISW = ("Institut for the Study of War (ISW)", "organisation")
LIKELY = (0.55, 0.8)
"""What the analytic standards of the US intelligence community mean by "likely": 55 to 80 percent (ICD 203)."""


# --- Who speaks through whom


def test_the_president_speaks_through_the_broadcaster(seed: Seed) -> None:
    statement = next(one for one in seed.statements("in dieser Woche") if one.speaker.name == "Donald Trump")
    assert chain_of(statement) == [NBC, ("Donald Trump", "person")]


def test_the_broadcaster_relies_on_two_unnamed_officials(seed: Seed) -> None:
    unnamed = seed.source("zwei Quellen")
    assert unnamed.cls is SourceClass.UNNAMED
    assert unnamed.anonymity is not None
    assert (unnamed.anonymity.count, unnamed.anonymity.place) == (2, "in der Regierung")
    assert any(
        [name for name, _ in chain_of(one)][:2] == [NBC[0], unnamed.name] for one in seed.statements("Telefonat mit")
    )


def test_the_envoy_speaks_through_a_wire_agency(seed: Seed) -> None:
    body = seed.block("Agentur AFP", BlockKind.PARAGRAPH)
    assert chain_of(seed.statement("eine positive Dynamik", block=body)) == [("AFP", "outlet"), DMITRIJEW]


@pytest.mark.parametrize("value", [250_000, 900_000])
def test_an_unnamed_official_speaks_through_another_agency(seed: Seed, value: int) -> None:
    official = seed.source("Nato-Beamter")
    assert official.cls is SourceClass.UNNAMED
    assert official.anonymity is not None
    assert official.anonymity.position == "Nato-Beamter"
    chains = [chain_of(statement) for statement, _ in seed.figures(value)]
    assert [("dpa", "outlet"), (official.name, "unnamed")] in chains


def test_the_agency_only_passes_the_official_on(seed: Seed) -> None:
    assert {statement.speaker.name for statement in seed.reading.statements} & {"dpa", "AFP", "Bloomberg"} == set()


def test_the_institute_cites_a_news_service_that_cites_people_in_moscow(seed: Seed) -> None:
    statement = seed.statement("ein akzeptables Friedensabkommen")
    institute, service, people = chain_of(statement)
    assert (institute, service) == (ISW, ("Bloomberg", "outlet"))
    assert people[1] == "unnamed"
    assert people[0].endswith("Quellen in Moskau")
    anonymity = statement.speaker.anonymity
    assert anonymity is not None
    assert (anonymity.count, anonymity.place) == (None, "in Moskau")


def test_the_sources_in_moscow_say_one_thing(seed: Seed) -> None:
    block = seed.block("Agentur Bloomberg")
    statement = seed.statement("fortzusetzen", block=block)
    assert statement.speaker.cls is SourceClass.UNNAMED
    assert "akzeptables" in content_of(statement)


def test_the_request_comes_through_the_post_and_the_report(seed: Seed) -> None:
    chains = [chain_of(statement) for statement in seed.statements("einige der Sanktionen")]
    assert [DMITRIJEW, ("Medienbericht", "document")] in [chain[:-1] for chain in chains]


def test_the_request_is_moscows(seed: Seed) -> None:
    chains = [chain_of(statement) for statement in seed.statements("einige der Sanktionen")]
    assert [DMITRIJEW, ("Medienbericht", "document"), ("Moskau", "organisation")] in chains


def test_the_request_is_one_statement(seed: Seed) -> None:
    assert len(seed.statements("einige der Sanktionen")) == 1


@pytest.mark.parametrize("words", ["erhebliche Zugeständnisse", "längeren Krieges", "sehr hohen Preis"])
def test_the_threat_assessment_speaks_as_a_document(seed: Seed, words: str) -> None:
    institute, document = chain_of(seed.statement(words))
    assert institute == ISW
    assert document[0].startswith("jährliche Bedrohungsanalyse 2025")
    assert document[1] == "document"


@pytest.mark.parametrize(("words", "likelihood"), [("längeren Krieges", LIKELY), ("militärischen Operationen", LIKELY)])
def test_probably_is_a_range(seed: Seed, words: str, likelihood: tuple[float, float]) -> None:
    qualification = seed.statement(words).qualification
    assert qualification.certainty is Certainty.PROBABLE
    assert qualification.likelihood == likelihood
    assert [span.text for span in qualification.hedges] == ["wahrscheinlich"]


def test_two_assessments_that_agree_have_an_author_each(seed: Seed) -> None:
    office = {one.speaker.name for one in seed.statements("ukrainische Kapitulation")}
    institute = {one.speaker.name for one in seed.statements("laufenden Verhandlungen nutze")}
    assert all("ODNI" in name for name in office)
    assert institute == {ISW[0]}


def test_what_both_assessments_say_is_no_hearsay(seed: Seed) -> None:
    assert seed.statement("enormer Verluste").speaker.cls is not SourceClass.NONE


def test_government_circles_warn(seed: Seed) -> None:
    speaker = seed.statement("lediglich auf Zeit").speaker
    assert speaker.cls in (SourceClass.GROUP, SourceClass.UNNAMED)
    assert speaker.name.startswith("westliche")


@pytest.mark.parametrize(
    ("words", "description"),
    [
        ("lediglich auf Zeit", "westliche Regierungskreise"),
        ("900.000", "ranghoher Nato-Beamter"),
    ],
)
def test_unnamed_sources_are_described_in_full(seed: Seed, words: str, description: str) -> None:
    assert {one.speaker.name for one in seed.statements(words)} == {description}


def test_what_the_sources_in_moscow_know_is_kept(seed: Seed) -> None:
    assert seed.statement("akzeptables").speaker.name.startswith("mit der Angelegenheit")


def test_doubts_about_reliability_are_hearsay(seed: Seed) -> None:
    assert seed.statement("Zuverlässigkeit").speaker.cls is SourceClass.NONE


@not_yet("the canvassing is not tagged, and a description never points ahead to a name")
def test_the_confidant_who_canvasses_is_the_envoy(seed: Seed) -> None:
    assert seed.statement("teilweise Aufhebung").speaker.name == DMITRIJEW[0]


# --- Who goes on speaking, and who is meant


@pytest.mark.parametrize("words", ["entspreche beinahe", "13.000 Panzern", "Effekt hinsichtlich", "Streitkräfte seien"])
def test_the_general_speaks_at_first_hand(seed: Seed, words: str) -> None:
    assert chain_of(seed.statement(words)) == [CAVOLI]


def test_the_general_is_carried_on_by_the_mood_alone(seed: Seed) -> None:
    statement = seed.statement("Streitkräfte seien")
    assert (statement.attribution.cue, statement.attribution.source) == ((), ())
    assert statement.qualification.stance.mood is Mood.KONJUNKTIV_1
    assert chain_of(statement) == [CAVOLI]


def test_the_generals_answer_is_his_own_words(seed: Seed) -> None:
    statement = seed.statement("Effekt hinsichtlich")
    assert statement.attribution.kind is Kind.DIRECT
    assert statement.qualification.stance.mood is Mood.KONJUNKTIV_2


def test_the_general_points_out_what_the_institute_writes_too(seed: Seed) -> None:
    speakers = {statement.speaker.name for statement in seed.statements("Granaten, Marschflugkörpern")}
    assert speakers == {CAVOLI[0], ISW[0]}


def test_the_senators_ask(seed: Seed) -> None:
    statement = seed.statement("welche Konsequenzen")
    assert statement.qualification.certainty is Certainty.UNKNOWN
    assert chain_of(statement) == [("Senatoren", "group")]


@pytest.mark.parametrize("words", ["Meinungsverschiedenheiten in verschiedenen", "nach unserem Verständnis"])
def test_the_envoy_is_carried_on_by_the_mood_and_by_quotation_marks(seed: Seed, words: str) -> None:
    assert chain_of(seed.statement(words)) == [("AFP", "outlet"), DMITRIJEW]


@pytest.mark.parametrize("words", ["des Flugverkehrs", "dieser Angelegenheit", "weitere Treffen", "konstruktiv"])
def test_the_envoy_goes_on_in_the_next_paragraph(seed: Seed, words: str) -> None:
    assert seed.statement(words).speaker.name == DMITRIJEW[0]


@pytest.mark.parametrize("words", ["des Flugverkehrs", "dieser Angelegenheit", "weitere Treffen", "konstruktiv"])
def test_the_envoy_goes_on_through_the_agency(seed: Seed, words: str) -> None:
    assert chain_of(seed.statement(words)) == [("AFP", "outlet"), DMITRIJEW]


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("die amerikanische Non-Profit-Organisation", "Study of War"),
        ("Der US-Präsident", "Donald Trump"),
        ("Putins Sondergesandter", "Kirill Dmitrijew"),
        ("einem Medienbericht", "NBC News"),
        ("Diese", "Bloomberg"),
        ("Dem ODNI-Bericht", "Bedrohungsanalyse"),
    ],
)
def test_descriptions_are_resolved(seed: Seed, description: str, name: str) -> None:
    assert description in words_for(seed.source(name))


def test_the_officer_is_nobody_but_the_general(seed: Seed) -> None:
    assert "Offizier" in seed.text
    officers = {source.name for source in seed.reading.sources if any("Offizier" in word for word in words_for(source))}
    assert officers <= {CAVOLI[0]}
    assert not [source for source in seed.reading.sources if "Offizier" in source.name]


def test_the_broadcaster_is_resolved(seed: Seed) -> None:
    names = {source.name for source in seed.reading.sources if source.cls is SourceClass.OUTLET}
    assert {name for name in names if name.startswith("NBC") or "Sender" in name} == {NBC[0]}


def test_a_plural_pronoun_is_not_the_broadcaster(seed: Seed) -> None:
    speaker = seed.statement("dauerhaftes Friedensabkommen").speaker
    assert speaker.cls is SourceClass.GROUP
    assert "Trump" in speaker.name


def test_headline_and_text_have_the_same_advisers(seed: Seed) -> None:
    advisers = {source.name for source in seed.reading.sources if "Berater" in source.name}
    assert "Berater" in advisers
    assert {name for name in advisers if "Trump" not in name} == {"Berater"}


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("Donald Trump", SourceClass.PERSON),
        ("Kirill Dmitrijew", SourceClass.PERSON),
        ("Christopher Cavoli", SourceClass.PERSON),
        ("Study of War", SourceClass.ORGANISATION),
        ("Nato-Beamter", SourceClass.UNNAMED),
        ("NBC News", SourceClass.OUTLET),
        ("AFP", SourceClass.OUTLET),
        ("dpa", SourceClass.OUTLET),
        ("Bloomberg", SourceClass.OUTLET),
        ("Bedrohungsanalyse", SourceClass.DOCUMENT),
    ],
)
def test_each_source_is_one_and_has_its_class(seed: Seed, name: str, cls: SourceClass) -> None:
    assert seed.source(name).cls is cls
