"""Events of the simulated world, with what near misses they have: the same fact of another event on the same days.

Another seed than the benchmark's, and only some kinds of events, so that what the benchmark measures on the others is
not learned by heart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from benchmarks.world import Truth, Written, articles
from benchmarks.world.events import measures

from quellenlage.linking.assertions import Qualify, assertions
from quellenlage.model.statement import Reading, Statement
from training.claims.events import Event, Labelled

SEED = 7
KINDS = ("cuts", "fire", "flood", "protest")
"""Those learned from; crash, leak and outbreak are left for the benchmark."""
_RIVAL = "/rival"
_ONE_IN = 4  # events of the further days


def as_events(qualify: Qualify, days: int, further: int = 0) -> Iterator[Event]:
    """The events that begin on the first days, and some of those of so many further days; cut off at the end."""
    written: dict[str, list[Written]] = defaultdict(list)
    world = articles(SEED)
    first = next(world)
    end = _day(first) + days + further
    for each in (first, *takewhile(lambda each: _day(each) < end, world)):
        written[each.event].append(each)
    for number, (key, found) in enumerate(written.items()):
        if _day(found[0]) >= _day(first) + days and number % _ONE_IN:
            continue
        facts = {truth.claim.split("/")[1] for each in found for truth in each.truths}
        if any(facts & measures()[kind].keys() for kind in KINDS):
            yield _event(key, found, qualify)


def _day(each: Written) -> int:
    published = each.reading.article.published
    assert published is not None
    return published.toordinal()


def _event(key: str, found: list[Written], qualify: Qualify) -> Event:
    title = f"simulated {key}"
    readings: list[Reading] = []
    labels: dict[str, Labelled] = {}
    for each in found:
        statements = (*each.reading.statements, *assertions(each.reading, qualify))
        readings.append(Reading(each.reading.article, each.reading.sources, statements))
        for statement in statements:
            labels[statement.id] = Labelled(statement, title, _claim(statement, each.truths), denies=False)
    claims = {label.claim for label in labels.values()}
    rivals = frozenset(frozenset((claim, claim.removesuffix(_RIVAL))) for claim in claims if claim.endswith(_RIVAL))
    return Event(title, tuple(readings), labels, rivals)


def _claim(statement: Statement, truths: tuple[Truth, ...]) -> str:
    """The claim of the words, "" where they say nothing of any."""
    content = statement.attribution.content
    return next((truth.claim for truth in truths if any(span.overlaps(truth.span) for span in content)), "")
