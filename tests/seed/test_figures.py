"""The figures of the seed page, its promises, and what it says more surely in one place than in another."""

from __future__ import annotations

from collections import Counter

import pytest

from quellenlage.model.figure import Basis, Bound
from quellenlage.model.statement import Certainty, Distance, SourceClass
from quellenlage.model.text import BlockKind
from quellenlage.model.time import Fulfilment
from seed.lookup import Seed, chain_of, content_of

# --- Figures


@pytest.mark.parametrize(
    ("value", "words", "bound", "unit", "speaker"),
    [
        (4000, "mehr als 4000", Bound.AT_LEAST, "Panzer", "USA"),
        (13_000, "insgesamt 13.000", Bound.EXACT, "Panzer", "Christopher Cavoli"),
        (250_000, "bis zu 250.000", Bound.AT_MOST, "Tote", "Nato-Beamter"),
    ],
)
def test_figures_have_bound_unit_and_speaker(
    seed: Seed, value: int, words: str, bound: Bound, unit: str, speaker: str
) -> None:
    figure = seed.figure(value, seed.block(words))
    assert (figure.bound, figure.unit, figure.high) == (bound, unit, None)
    assert any(speaker in one.speaker.name for one, other in seed.figures(value) if other == figure)


@pytest.mark.parametrize(("value", "bound"), [(900_000, Bound.ABOUT), (600_000, Bound.AT_LEAST)])
def test_casualties_have_their_bounds(seed: Seed, value: int, bound: Bound) -> None:
    assert {figure.bound for _, figure in seed.figures(value)} == {bound}


def test_casualties_of_one_month_are_a_flow(seed: Seed) -> None:
    figure = seed.figure(35_100, seed.block("35.100"))
    assert figure.bound is Bound.AT_LEAST
    assert figure.period is not None
    assert "Februar" in figure.period.text


@pytest.mark.parametrize(
    "value",
    [35_100, 600_000],
)
def test_casualties_are_called_by_their_noun(seed: Seed, value: int) -> None:
    assert {figure.unit for _, figure in seed.figures(value)} == {"Verluste"}


def test_killed_or_wounded_soldiers_are_counted(seed: Seed) -> None:
    assert {figure.unit for _, figure in seed.figures(900_000)} == {"Soldaten"}


def test_a_running_total_and_one_as_of_a_date(seed: Seed) -> None:
    tanks = seed.figure(4000, seed.block("mehr als 4000"))
    casualties = seed.figure(600_000, seed.block("600.000"))
    assert tanks.period is not None
    assert casualties.as_of is not None
    assert (tanks.period.text, tanks.basis) == ("bislang", Basis.TOTAL)
    assert (casualties.period, casualties.as_of.text, casualties.basis) == (None, "Ende Oktober 2024", Basis.TOTAL)


def test_the_day_of_saying_is_no_period(seed: Seed) -> None:
    assert seed.figure(250_000, seed.block("bis zu 250.000")).period is None


def test_a_stock_is_nearly_anothers(seed: Seed) -> None:
    figures = seed.statement("entspreche beinahe").qualification.figures
    assert [(figure.value, figure.bound) for figure in figures] == [(None, Bound.NEARLY)]


def test_dead_and_casualties_are_not_mixed(seed: Seed) -> None:
    dead = {figure.unit for statement, figure in seed.figures(250_000) if "Toten" in content_of(statement)}
    others = {figure.unit for value in (900_000, 600_000) for _, figure in seed.figures(value)}
    assert dead == {"Tote"}
    assert not dead & others


def test_the_definition_is_nobodys_statement(seed: Seed) -> None:
    definition = seed.block("immer getötete")
    assert [one for one in seed.reading.statements if one.attribution.content[0].block == definition.index]
    assert not [one for one in seed.reading.statements if "immer getötete" in content_of(one)]


def test_no_figure_is_told_twice_in_one_place(seed: Seed) -> None:
    told = Counter(figure.span for statement in seed.reading.statements for figure in statement.qualification.figures)
    assert told
    assert set(told.values()) == {1}


# --- Promises, deadlines, conditions


def test_an_announcement_is_a_commitment_with_its_time(seed: Seed) -> None:
    statement = next(one for one in seed.statements("in dieser Woche") if one.speaker.name == "Donald Trump")
    commitment = statement.qualification.commitment
    assert commitment is not None
    assert [span.text for span in commitment.cue] == ["angekündigt"]
    assert commitment.due is not None
    assert (commitment.due.span.text, commitment.due.start) == ("in dieser Woche", None)


def test_the_campaign_promise_is_a_commitment_that_was_not_kept(seed: Seed) -> None:
    commitment = seed.statement("binnen kürzester Zeit").qualification.commitment
    assert commitment is not None
    assert commitment.outcome is not None
    assert commitment.fulfilment is Fulfilment.BROKEN
    assert commitment.outcome.text.startswith("Dieses Versprechen")


def test_the_campaign_promise_is_told_at_a_distance(seed: Seed) -> None:
    statement = seed.statement("binnen kürzester Zeit")
    assert chain_of(statement) == [("Donald Trump", "person")]
    assert statement.qualification.stance.distance is Distance.DISTANCING


def test_the_plan_has_a_deadline(seed: Seed) -> None:
    commitment = seed.statement("April oder Mai").qualification.commitment
    assert commitment is not None
    assert commitment.due is not None
    assert "Mai" in commitment.due.span.text


def test_readiness_and_its_conditions(seed: Seed) -> None:
    block = seed.block("im März")
    speakers = {one.speaker.name for one in seed.statements(block=block) if "Dynamik" not in content_of(one)}
    assert speakers == {"Wladimir Putin"}


# --- What is said more surely in one place than in the other


def test_the_text_hedges_what_the_advisers_say(seed: Seed) -> None:
    hedged = [
        [span.text for span in one.qualification.hedges]
        for one in seed.statements("Telefonat mit dem")
        if one.qualification.certainty is Certainty.PROBABLE
    ]
    assert hedged == [["offenbar"]]


def test_the_headline_hedges_what_the_advisers_say(seed: Seed) -> None:
    (headline,) = seed.of_kind(BlockKind.HEADLINE)
    assert [span.text for span in seed.statement("Putin", block=headline).qualification.hedges] == ["offenbar"]


def test_the_heading_about_tanks_is_hearsay_at_a_distance_and_exact(seed: Seed) -> None:
    heading = seed.block("soll 4000 Panzer")
    statement = seed.statement("4000", block=heading)
    assert statement.speaker.cls is SourceClass.NONE
    assert statement.qualification.stance.distance is Distance.DISTANCING
    assert seed.figure(4000, heading).bound is Bound.EXACT
