"""Charts: a series as one Vega-Lite specification, and that drawn as SVG and PNG. Sizes are in pixels."""

from quellenlage.web.charts.drawing import bundle, can_draw, draw_png, draw_svg, version
from quellenlage.web.charts.palette import PAPER, THEMED, Palette
from quellenlage.web.charts.rows import conflicts, days, is_denied
from quellenlage.web.charts.sources import Voice, voices
from quellenlage.web.charts.specification import NARROW, WIDE, Layout, begins_at_zero, specification

__all__ = [
    "NARROW",
    "PAPER",
    "THEMED",
    "WIDE",
    "Layout",
    "Palette",
    "Voice",
    "begins_at_zero",
    "bundle",
    "can_draw",
    "conflicts",
    "days",
    "draw_png",
    "draw_svg",
    "is_denied",
    "specification",
    "version",
    "voices",
]
