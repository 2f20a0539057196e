"""The scenarios of corpora/origins/dev as events: their pages as the reader reads them, labels from expected.json.

A trace is labelled with the claim whose expected words it shares most; all others of the body are claims of their own,
those of headlines, captions and summaries are left out, since the scenarios do not say what they are. Two of which
neither is of an expected claim may say the same all the same: the events are not `complete`.

The sentence encoder learns from them, too (`worded`). Whoever learns from features of a scenario's statements takes
them from an encoder that has not seen it (`training.sense.folds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scenarios import OWN, Scenario, find_scenarios, likeness, load_scenario

from quellenlage.linking.assertions import assertions
from quellenlage.linking.sketching import wording
from quellenlage.model.statement import Polarity, Reading, Statement
from quellenlage.model.text import BlockKind
from quellenlage.pipeline import extract_inputs
from quellenlage.qualifying import qualify
from training.claims.events import Event, Labelled
from training.claims.wordings import WordedEvent, Wording

_UNLABELLED = (BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUMMARY, BlockKind.CAPTION, BlockKind.HEADING)


def as_events() -> Iterator[Event]:
    """Each scenario as an event."""
    for folder in find_scenarios([OWN / "dev"]):
        scenario = load_scenario(folder)
        readings = dict(read(scenario.pages))
        labels: dict[str, Labelled] = {}
        for page, reading in readings.items():
            labels.update(_labels(scenario, page, reading))
        yield Event(scenario.name, tuple(readings.values()), labels, frozenset(), complete=False)


def worded() -> Iterator[WordedEvent]:
    """Each scenario as the words of its statements, each once, by which linking compares them.

    A denial whose words are those of the claim ("denied that the alarm was silent") is left out.
    """
    for event in as_events():
        found: dict[str, Wording] = {}
        for reading in event.readings:
            for statement in reading.statements:
                label = event.labels.get(statement.id)
                if label and not (label.denies and statement.qualification.polarity is Polarity.DENIED):
                    words = wording(reading.article, statement)
                    found.setdefault(words, Wording(words, reading.article.language, label.claim, label.denies))
        yield WordedEvent(event.title, tuple(found.values()), complete=False)


def read(pages: Sequence[Path]) -> Iterator[tuple[str, Reading]]:
    """The names of pages, each with the page as it is read, what its outlet asserts among the statements; one that
    cannot be read is left out."""
    for page, outcome in zip(pages, extract_inputs(map(str, pages)), strict=True):
        if (reading := outcome.reading) is not None:
            statements = (*reading.statements, *assertions(reading, qualify))
            yield page.name, Reading(reading.article, reading.sources, statements)


def _labels(scenario: Scenario, page: str, reading: Reading) -> dict[str, Labelled]:
    found: dict[str, tuple[float, Labelled]] = {}
    for claim in scenario.claims:
        for denies, places in ((False, claim.appearances), (True, claim.denials)):
            for place in places:
                rated = [(likeness(place.text, text_of(s)), s) for s in reading.statements if place.page == page]
                best, statement = max(rated, key=lambda pair: pair[0], default=(0.0, None))
                if statement and best > found.get(statement.id, (0.0, None))[0]:
                    found[statement.id] = (best, Labelled(statement, scenario.name, claim.id, denies))
    labels = {key: labelled for key, (_, labelled) in found.items()}
    for statement in reading.statements:
        kind = reading.article.blocks[statement.attribution.content[0].block].kind
        if statement.id not in labels and kind not in _UNLABELLED:
            labels[statement.id] = Labelled(statement, scenario.name, "", False)
    return labels


def text_of(statement: Statement) -> str:
    """The words of a content."""
    return " ".join(span.text for span in statement.attribution.content)
