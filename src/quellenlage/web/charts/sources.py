"""Who speaks in a series, and which shape and colour each has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from quellenlage.model.series import Series
from quellenlage.model.text import Language
from quellenlage.rendering.phrases import speaker_name
from quellenlage.web.charts.palette import SHAPES

_OTHERS = "circle"


@dataclass(frozen=True, slots=True)
class Voice:
    """A source in a series. `rank` is the place of its shape and colour; those heard least share the last."""

    name: str
    rank: int

    @property
    def shape(self) -> str:
        """Its shape in Vega's words."""
        return tuple(SHAPES)[self.rank] if self.rank < len(SHAPES) else _OTHERS

    @property
    def outline(self) -> str:
        """Its shape as a path around the origin."""
        return SHAPES[self.shape]


def voices(series: Series, language: Language) -> tuple[Voice, ...]:
    """Who speaks, for each point. Those heard most have a shape of their own, in the order in which they begin."""
    names = [speaker_name(point.appearance.statement.speaker, language) for point in series.points]
    number = Counter(names)
    most = {name for name, _ in number.most_common(len(SHAPES))}
    ranks = {name: rank for rank, name in enumerate(name for name in number if name in most)}
    return tuple(Voice(name, ranks.get(name, len(SHAPES))) for name in names)
