"""The Vega-Lite specification of a series.

Time runs downwards, a row for each figure, so that no source's name ever lies on another's; values run to the right.
A bound is drawn as the interval that it leaves: an arrow where one side is open, a line between caps where both are
known. Sources differ in shape and colour. A wide chart has its words in columns, a narrow one above each row.
"""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.model.series import Series
from quellenlage.model.text import Language
from quellenlage.model.wire import JSON
from quellenlage.rendering.labels import label
from quellenlage.rendering.phrases import shown
from quellenlage.web.charts.palette import SHAPES, Palette
from quellenlage.web.charts.rows import rows_of
from quellenlage.web.charts.sources import voices

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_ROOM = 0.06  # of the values' spread, left free below
_FROM_ZERO = 0.6  # of the highest value: where the lowest is below, the axis begins at zero
_OPEN = 26  # how far an arrow reaches
_ALL = slice(None)
_BAND = 1  # the layer of the row in hand, the only one that the pointer meets
_BESIDE = 12  # where the words for a value begin, from the end of its interval
_GRID_EVERY = 90


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of a chart: `plot`, how wide the plot is; `step`, how high a row; `shift`, how far below the middle
    of its row a point lies; `when` and `who`, where these words begin, from the plot; `name`, how wide a name may be;
    `says`, what is left free on the right for the words beside the highest value."""

    plot: int
    step: int
    shift: int
    when: int
    who: int
    name: int
    says: int


WIDE = Layout(plot=560, step=30, shift=0, when=-425, who=-255, name=245, says=180)
NARROW = Layout(plot=330, step=50, shift=9, when=0, who=0, name=320, says=110)


def specification(
    series: Series,
    language: Language,
    palette: Palette,
    layout: Layout,
    *,
    rows: slice = _ALL,
    moving: bool = False,
) -> JSON:
    """The chart of a series, or of some of its rows.

    `moving` is for a page with Vega: the reader drags and zooms the axis, and singles out a source by a click. Without,
    the drawing has no ids, so that two can stand on one page.
    """
    low, highest = _span(series)
    high = low + (highest - low) * layout.plot / (layout.plot - layout.says)
    scale, magnitude = _magnitude(highest, language)
    layers = [*_lines(palette, layout), *_intervals(palette, series, language, layout), *_words(palette, layout)]
    if moving:
        _let_move(layers)
    basis = label(f"basis.{series.basis.value}", language) if series.basis else ""
    unit = " ".join(part for part in (magnitude, shown(series.unit)) if part)
    return {
        "$schema": SCHEMA,
        "width": layout.plot,
        "height": {"step": layout.step},
        "title": {"text": " · ".join(part for part in (unit, basis) if part), "anchor": "start", "frame": "group"},
        "params": [{"name": "hot", "value": 0}],
        "data": {"values": rows_of(series, language, scale, rows)},
        "encoding": {
            "y": {"field": "number", "type": "ordinal", "axis": None},
            "x": {
                "field": "value",
                "type": "quantitative",
                "title": None,
                "scale": {"domainMin": low, "domainMax": high, "nice": False, "zero": False},
                "axis": {
                    "labelExpr": f"format(datum.value / {scale:.0f}, ',~r')",
                    "tickCount": layout.plot // _GRID_EVERY,
                },
            },
        },
        "layer": layers,
        "config": _config(palette),
    }


def begins_at_zero(series: Series) -> bool:
    """Whether the axis of values begins at zero."""
    return _span(series)[0] == 0


def _span(series: Series) -> tuple[float, float]:
    """The values that the axis spans."""
    ends = [
        end
        for point in series.points
        for end in (point.figure.value, point.figure.high, point.low, point.high)
        if end is not None
    ]
    low, high = min(ends), max(ends)
    room = _ROOM * (high - low) or _ROOM * abs(high) or 1.0
    return (low - room if low < 0 or low > _FROM_ZERO * high else 0.0), high if high > low else high + room


def _magnitude(high: float, language: Language) -> tuple[float, str]:
    """What the chart's numbers are divided by, and the word for it."""
    for scale, german, english in ((1e9, "Mrd.", "billion"), (1e6, "Mio.", "million")):
        if high >= scale:
            return scale, german if language is Language.GERMAN else english
    return 1.0, ""


def _let_move(layers: list[JSON]) -> None:
    """Lets the reader drag and zoom the values, and choose a source by a click on a row."""
    for layer in layers:  # words and lines in columns of their own stay whole
        layer["mark"] = {**layer["mark"], "clip": "value" not in layer["encoding"].get("x", {})}
    drawn = [layer for layer in layers if "field" in layer["encoding"]["color"]]
    for layer in drawn:
        layer["encoding"]["opacity"] = {"condition": {"param": "chosen", "value": 1}, "value": 0.15}
    axis = {"type": "interval", "encodings": ["x"], "zoom": "wheel![event.ctrlKey]"}
    drawn[0]["params"] = [{"name": "axis", "select": axis, "bind": "scales"}]
    chosen = {"type": "point", "fields": ["source"], "toggle": False}
    layers[_BAND]["params"] = [{"name": "chosen", "select": chosen}]


def _lines(palette: Palette, layout: Layout) -> list[JSON]:
    """A line before each day, and the row in hand."""
    half = layout.step / 2
    return [
        {
            "transform": [{"filter": "datum.when != '' && datum.number > 1"}],
            "mark": {"type": "rule", "yOffset": -half, "strokeWidth": 1},
            "encoding": {"x": {"value": layout.when}, "x2": {"value": layout.plot}, "color": {"value": palette.line}},
        },
        {
            "mark": {"type": "rule", "strokeWidth": layout.step - 2, "opacity": 0},
            "encoding": {
                "x": {"value": layout.when},
                "x2": {"value": layout.plot},
                "color": {"value": palette.line},
                "opacity": {"condition": {"test": "datum.number == hot", "value": 0.55}, "value": 0},
            },
        },
    ]


def _intervals(palette: Palette, series: Series, language: Language, layout: Layout) -> list[JSON]:
    ranks = sorted({voice.rank for voice in voices(series, language)})
    names = [*SHAPES, "circle"]
    colour: JSON = {
        "field": "rank",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": ranks, "range": [palette.sources[rank] for rank in ranks]},
    }
    shape = {**colour, "scale": {"domain": ranks, "range": [names[rank] for rank in ranks]}}
    at: JSON = {"yOffset": layout.shift}
    line = {"type": "rule", "strokeWidth": 2, **at}
    cap = {"type": "tick", "orient": "vertical", "size": 11, "thickness": 2, **at}
    point = {"type": "point", "size": 90, "strokeWidth": 2.2, "opacity": 1, **at}
    closed = "datum.open == '' && datum.from < datum.to"
    layers = [
        _layer(closed, line, x="from", x2="to"),
        _layer(closed, cap, x="from"),
        _layer(closed, cap, x="to"),
        *_arrow("up", "triangle-right", _OPEN, at),
        *_arrow("down", "triangle-left", -_OPEN, at),
        _layer("!datum.denied", {**point, "filled": True}, shape),
        _layer("!datum.denied && datum.end > datum.value", {**point, "filled": True}, shape, x="end"),
        _layer("datum.denied", {**point, "filled": False}, shape),
    ]
    for layer in layers:
        layer["encoding"]["color"] = colour
    return layers


def _layer(which: str, mark: JSON, shape: JSON | None = None, **fields: str) -> JSON:
    """A layer for some of the points, at the value or where `fields` say."""
    encoding: JSON = {
        channel: {"field": field, "title": None, **({"type": "quantitative"} if channel == "x" else {})}
        for channel, field in fields.items()
    }
    if shape:
        encoding["shape"] = shape
    return {"transform": [{"filter": which}], "mark": mark, "encoding": encoding}


def _arrow(side: str, head: str, reach: int, at: JSON) -> tuple[JSON, JSON]:
    """From the value towards the side that is open."""
    which = f"datum.open == '{side}'"
    return (
        _layer(which, {"type": "rule", "strokeWidth": 2, "x2Offset": reach, **at}, x2="value"),
        _layer(
            which, {"type": "point", "shape": head, "filled": True, "size": 60, "xOffset": reach, "opacity": 1, **at}
        ),
    )


def _words(palette: Palette, layout: Layout) -> list[JSON]:
    """When, who, how much, and what it cannot be right together with."""
    beside = {"xOffset": {"expr": f"(datum.open == 'up' ? {_OPEN} : 0) + {_BESIDE}"}, "yOffset": layout.shift}
    to = {"x": {"field": "to", "type": "quantitative", "title": None}}
    who = {"x": {"value": layout.who}}
    if layout is NARROW:
        head = "(datum.when == '' ? '' : datum.when + ' · ') + datum.source"
        above = {"limit": layout.name, "yOffset": -layout.shift - 5}
        return [
            _text(palette.ink, f"datum.number + ' · ' + {head}", who, above),
            _text(palette.ink, "datum.says + (datum.against == '' ? '' : ' ≠')", to, beside),
        ]
    against = "(datum.against == '' ? '' : ' · ≠ ' + datum.against)"
    return [
        _text(palette.quiet, "datum.when", {"x": {"value": layout.when}}, {}),
        _text(palette.ink, "datum.number + ' · ' + datum.source", who, {"limit": layout.name}),
        _text(palette.ink, f"datum.says + {against}", to, beside),
    ]


def _text(colour: str, words: str, where: JSON, mark: JSON) -> JSON:
    return {
        "transform": [{"calculate": words, "as": "text"}],
        "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, **mark},
        "encoding": {**where, "text": {"field": "text", "type": "nominal"}, "color": {"value": colour}},
    }


def _config(palette: Palette) -> JSON:
    return {
        "aria": False,  # its words would be English, and the table says the same
        "mark": {"aria": False},
        "background": palette.ground,
        "font": "system-ui, sans-serif",
        "view": {"stroke": None},
        "title": {"color": palette.ink, "fontSize": 13, "fontWeight": 600, "offset": 12},
        "axis": {
            "labelColor": palette.quiet,
            "labelFontSize": 12,
            "gridColor": palette.line,
            "domainColor": palette.quiet,
            "tickColor": palette.quiet,
        },
    }
