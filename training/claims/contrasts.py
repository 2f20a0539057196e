"""Groups of sentences with small differences: the same claim in other words and another language, and near misses.

Every line of pairs.tsv becomes an article of one statement; `as_events` makes an event of every group, whose claims are
named by kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quellenlage.linking.assertions import Qualify
from training.claims.events import Event, Labelled, reading_of

_PAIRS = Path(__file__).parent / "pairs.tsv"
SAME = ("base", "reworded", "translated")
AGAINST = ("negated", "denied")
_SAYS = {"de": "Es hieß, [{}].", "en": "[{}], people said."}


def groups() -> Iterator[list[tuple[str, str, str]]]:
    """Each group as (kind, language, sentence), the base first."""
    group: list[tuple[str, str, str]] = []
    for line in _PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, language, sentence = line.split("\t")
        if kind == "base" and group:
            yield group
            group = []
        group.append((kind, language, sentence))
    yield group


def as_events(qualify: Qualify) -> Iterator[Event]:
    """Each group as an event; a rival figure contradicts the base, and so does a denial."""
    for group in groups():
        title = group[0][2]
        readings, labels = [], {}
        for number, (kind, language, sentence) in enumerate(group):
            claim = "a" if kind in (*SAME, *AGAINST) else kind
            line = f"{claim} | | group | indirect | {_SAYS[language].format(sentence)}"
            reading, _ = reading_of(f"Outlet {number} | {language} | 2025-05-05 | {sentence} | ", [line], qualify)
            readings.append(reading)
            labels[reading.statements[0].id] = Labelled(reading.statements[0], title, claim, kind in AGAINST)
        yield Event(title, tuple(readings), labels, frozenset([frozenset(("a", "rival"))]))
