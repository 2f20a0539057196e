"""A series as a chart: what is drawn for each bound, who has which shape, and that it can be drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from lxml import etree

from claimed import head_of
from invented import make_article, make_reading
from quellenlage.model.claim import Appearance
from quellenlage.model.figure import Bound, Figure
from quellenlage.model.series import Point, Series
from quellenlage.model.statement import Polarity, Source, SourceClass
from quellenlage.model.text import Language, Span
from quellenlage.web.charts import (
    NARROW,
    PAPER,
    THEMED,
    WIDE,
    Palette,
    begins_at_zero,
    draw_png,
    draw_svg,
    specification,
    voices,
)

READING = make_reading(make_article())


def point(
    who: str,
    value: float,
    low: float | None,
    high: float | None,
    *,
    bound: Bound = Bound.EXACT,
    upper: float | None = None,
    day: date | None = date(2031, 3, 4),
    denied: bool = False,
) -> Point:
    polarity = Polarity.DENIED if denied else Polarity.ASSERTED
    statement = replace(
        READING.statements[0],
        speaker=Source(who, who, SourceClass.PERSON),
        qualification=replace(READING.statements[0].qualification, polarity=polarity),
    )
    figure = Figure(Span(1, 5, 19, "mehr als 4000 Häuser"), value, bound, "Häuser", upper)
    return Point(figure, Appearance(statement, head_of(READING.article, "damm.html")), low, high, day, day)


SERIES = Series(
    "Häuser",
    None,
    (
        point("Jorun Hallwig", 4000, 4000, None, bound=Bound.AT_LEAST),
        point("Wesperwerke", 2600, None, 2600, bound=Bound.AT_MOST),
        point("Enno Barth", 3000, 2500, 3500, bound=Bound.ABOUT, denied=True),
        point("Jorun Hallwig", 4100, 4100, 4400, upper=4400, day=date(2031, 3, 6)),
        point("Enno Barth", 3900, 3900, 3900, day=None),
    ),
    ((0, 1), (0, 2)),
)


def rows(series: Series = SERIES, language: Language = Language.ENGLISH) -> list[dict[str, object]]:
    values: list[dict[str, object]] = specification(series, language, PAPER, WIDE)["data"]["values"]
    return values


def test_an_open_side_is_told_from_an_interval() -> None:
    assert [(row["from"], row["to"], row["open"]) for row in rows()] == [
        (4000, 4000, "up"),
        (2600, 2600, "down"),
        (2500, 3500, ""),
        (4100, 4400, ""),
        (3900, 3900, ""),
    ]


def test_what_is_written_beside_a_point() -> None:
    assert [row["says"] for row in rows()] == ["≥ 4,000", "≤ 2,600", "≈ 3,000 (denied)", "4,100–4,400", "3,900"]
    assert [row["against"] for row in rows()] == ["2, 3", "1", "1", "", ""]
    assert [row["when"] for row in rows()] == ["2031-03-04", "", "", "2031-03-06", "time unknown"]


def test_large_numbers_are_written_in_millions() -> None:
    large = Series("Euro", None, (point("Enno Barth", 2_500_000, 2_500_000, None, bound=Bound.AT_LEAST),))
    chart = specification(large, Language.GERMAN, PAPER, WIDE)
    assert chart["title"]["text"] == "Mio. Euro"
    assert chart["data"]["values"][0]["says"] == "≥ 2,5"
    assert chart["data"]["values"][0]["value"] == 2_500_000


def test_each_source_has_a_shape_of_its_own_and_those_heard_least_share_one() -> None:
    many = Series("Häuser", None, tuple(point(f"Zeugin {n % 9}", 10 + n, 10 + n, 10 + n) for n in range(15)))
    found = dict.fromkeys((voice.name, voice.rank) for voice in voices(many, Language.ENGLISH))
    assert sorted(rank for _, rank in found) == [0, 1, 2, 3, 4, 5, 6, 6, 6]
    assert {name for name, rank in found if rank < 6} == {f"Zeugin {n}" for n in range(6)}


@pytest.mark.parametrize(
    ("values", "zero"), [((10, 4000), True), ((3900, 4000), False), ((-5, 4000), False), ((7, 7), False)]
)
def test_the_axis_begins_at_zero_where_the_values_are_not_far_from_it(values: tuple[float, ...], zero: bool) -> None:
    series = Series("Häuser", None, tuple(point("Enno Barth", value, value, value) for value in values))
    assert begins_at_zero(series) is zero
    low, high = (
        specification(series, Language.ENGLISH, PAPER, WIDE)["encoding"]["x"]["scale"][f"domain{end}"]
        for end in ("Min", "Max")
    )
    assert low <= min(values) < high
    assert max(values) < high


@pytest.mark.parametrize("layout", [WIDE, NARROW], ids=["wide", "narrow"])
def test_it_is_drawn_with_every_name_and_without_style_attributes(layout: object) -> None:
    drawn = draw_svg(
        specification(SERIES, Language.GERMAN, THEMED, WIDE if layout is WIDE else NARROW), Language.GERMAN
    )
    words = etree.fromstring(drawn).xpath("//*[local-name()='text']/text()")
    for voice in voices(SERIES, Language.GERMAN):
        assert any(voice.name in each for each in words)
    assert "2.000" in words
    assert "style=" not in drawn
    assert "var(--source-1)" in drawn


def test_a_chart_for_a_file_is_a_picture() -> None:
    assert draw_png(specification(SERIES, Language.ENGLISH, PAPER, WIDE), Language.ENGLISH).startswith(b"\x89PNG")


def test_what_a_page_says_stays_text() -> None:
    wicked = Series("<b>Häuser", None, (point("</svg><script>alert(1)</script>", 3, 3, 3),))
    chart = specification(wicked, Language.ENGLISH, THEMED, WIDE)
    tree = etree.fromstring(draw_svg(chart, Language.ENGLISH))
    assert tree.xpath("//*[local-name()='script' or local-name()='b']") == []
    assert json.loads(json.dumps(chart)) == chart


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [PAPER])
def test_colours_can_be_told_from_their_ground(palette: Palette) -> None:
    for colour in (palette.ink, palette.quiet, *palette.sources):
        assert contrast(colour, palette.ground) >= 4.5
    assert all(one != other for one, other in pairwise(palette.sources))
