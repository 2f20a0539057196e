"""Learn the decision from invented events, contrasts, scenarios, a simulated world: `python -m training.claims.learn`.

A few small networks (`networks`) tell three classes (different, same, contradicts) by the features of a pair. The
written events say how the same is told in other words; the simulated ones, whose sentences are few, count less and
bring what the others lack: other events of the same days that look alike. That world is larger than what can be
compared as a whole: of more days, the first ones too, pairs of two events are taken that a first decision mistook
(bootstrapping: Sung and Poggio 1998). The first look at a pair (`linking.sifting`), a smaller network, is learned from
the links that the decision makes, and passes nearly all of them. Every figure printed but those of the first look is by
cross-validation over events: an event is judged by weights that were learned from the others. `--write` puts the
weights of all events into the package.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from benchmarks.claim_scores import Clusters, b_cubed

from quellenlage.linking import glancing
from quellenlage.linking.comparing import WORTH_KEEPING
from quellenlage.linking.encoder import likenesses
from quellenlage.linking.features import NAMES, features
from quellenlage.linking.keys import keys
from quellenlage.linking.networks import Floats, Network, probabilities, scores, stacked
from quellenlage.linking.sifting import foreign, passing
from quellenlage.linking.sketch import Sketch
from quellenlage.linking.sketching import is_asserted, sketches
from quellenlage.linking.weights import CLASSES
from quellenlage.model.claim import Link, Relation, TraceKind
from quellenlage.model.clusters import find_clusters, pulls
from quellenlage.model.judging import Verdicts
from quellenlage.qualifying import qualify
from training.claims import contrasts, scenarios, simulated
from training.claims.events import Event, Labelled, events
from training.claims.networks import fit
from training.sense.folds import unseen

WEIGHTS = Path(__file__).parents[2] / "src" / "quellenlage" / "linking" / "data" / "weights.json"
FOLDS = 6
STRANGERS = 3000  # pairs of two written events
SIMULATED = 0.3  # weight of a pair of the simulated world
DAYS, MORE_DAYS, FAR_DAYS = 2, 8, 32  # of that world: compared as a whole, looked through, and so in part
MET = 0.1  # weight of a pair found by looking through
FAR_ONES = 0.2  # part of those further apart than MORE_DAYS that is looked at
TAKEN = 0.3  # the least probability, of both kinds of links, of a mistake
AT_ONCE = 256  # statements
MEMBERS, FEWER = 4, 2  # networks in the package, and for cross-validation
UNITS, FIRST_UNITS = (48, 48, len(CLASSES)), (16, 2)  # by layer, of the decision's networks and of the first look's
PASSED, LOOKED_AT = 0.995, 0.998  # of the right links of written events, by the first look; by one for looking through
DIGITS = 4  # of a weight in the package

_VECTORS, _DENYING = ("meaning", "sense"), ("denial_differs", "negation_differs")

Drawn = tuple[str, Sketch]
"""A statement's id and its sketch."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs with their features (rows, features), what is seen of them at once, classes and events."""

    ids: list[tuple[str, str]]
    rows: Floats
    looks: Floats
    classes: npt.NDArray[np.int64]
    events: list[str]
    weights: Floats

    def joined(self, other: Pairs) -> Pairs:
        """Both, in order."""
        return Pairs(
            self.ids + other.ids,
            np.vstack([self.rows, other.rows]),
            np.vstack([self.looks, other.looks]),
            np.concatenate([self.classes, other.classes]),
            self.events + other.events,
            np.concatenate([self.weights, other.weights]),
        )

    def part(self, chosen: npt.NDArray[np.bool_]) -> Pairs:
        """Those that are chosen."""
        places = np.flatnonzero(chosen)
        return Pairs(
            [self.ids[place] for place in places],
            self.rows[chosen],
            self.looks[chosen],
            self.classes[chosen],
            [self.events[place] for place in places],
            self.weights[chosen],
        )


def main() -> None:
    """Cross-validate, print, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    wanted = parser.parse_args()
    found = [*events(qualify), *contrasts.as_events(qualify), *scenarios.as_events()]
    pairs = all_pairs(found, list(simulated.as_events(qualify, DAYS)))
    met, mistaken = looked_through(pairs, list(simulated.as_events(qualify, MORE_DAYS, FAR_DAYS)))
    pairs = pairs.joined(met.part(mistaken))
    predicted = cross_validated(pairs)
    for line in (*report(pairs, predicted), *cluster_report(found, pairs, predicted)):
        print(line)
    networks = decision(pairs, MEMBERS)
    first = fit_first(pairs.joined(met.part(~mistaken)), networks, PASSED)
    if wanted.write:
        write(networks, first)


def all_pairs(written: list[Event], world: list[Event]) -> Pairs:
    """Every pair inside an event, some of two written events, and those of two simulated ones that are looked at."""
    everything = (*written, *world)
    drawn = {event.title: sketched(event) for event in everything}
    labels = {key: label for event in everything for key, label in event.labels.items()}
    counting = {event.title: SIMULATED for event in world}
    ids, rows, classes, titles = [], [], [], []
    strangers: list[Drawn] = []

    def add(one: Drawn, other: Drawn, title: str, rivals: frozenset[frozenset[str]] = frozenset()) -> None:
        if not (one[1].asserted and other[1].asserted):
            ids.append((one[0], other[0]))
            rows.append(features(one[1], other[1]))
            classes.append(relation(labels[one[0]], labels[other[0]], rivals))
            titles.append(title)

    for event in everything:
        for one, other in itertools.combinations(drawn[event.title], 2):
            if event.complete or labels[one[0]].claim or labels[other[0]].claim:
                add(one, other, event.title, event.rivals)
    chosen = random.Random(5)
    for _ in range(STRANGERS):
        here, there = chosen.sample(sorted(event.title for event in written), 2)
        one, (key, sketch) = chosen.choice(drawn[here]), chosen.choice(drawn[there])
        stranger = f"{key} beside {one[0]}", replace(sketch, day=one[1].day)  # else the day would tell them apart
        labels[stranger[0]] = labels[key]
        strangers.append(stranger)
        add(one, stranger, here)
    for (here, one), (_, other) in neighbours({event.title: drawn[event.title] for event in world}):
        add(one, other, here)
    weights = np.array([counting.get(title, 1.0) for title in titles])
    looks = seen_at_once(ids, dict([*itertools.chain.from_iterable(drawn.values()), *strangers]))
    return Pairs(ids, np.array(rows), looks, np.array(classes), titles, weights)


def seen_at_once(ids: list[tuple[str, str]], sketched: dict[str, Sketch]) -> Floats:
    """What the first look sees of each pair."""
    places = {key: place for place, key in enumerate(sketched)}
    glances = glancing.opened([glancing.glance(sketch, asserted=sketch.asserted) for sketch in sketched.values()])
    found = np.zeros((len(ids), len(glancing.NAMES)))
    having: dict[str, list[int]] = defaultdict(list)
    for row, (one, _) in enumerate(ids):
        having[one].append(row)
    for key, rows in having.items():
        one, others = glances[places[key]], glances[[places[ids[row][1]] for row in rows]]
        found[rows] = glancing.look(one, others, *(likenesses(one[name][None], others[name])[0] for name in _VECTORS))
    return found


def neighbours(drawn: dict[str, list[Drawn]]) -> Iterator[tuple[tuple[str, Drawn], tuple[str, Drawn]]]:
    """Pairs of two events that share a key and are not foreign, each with its event, in a fixed order."""
    everything = [(title, one) for title in sorted(drawn) for one in drawn[title]]
    having: dict[int, list[int]] = defaultdict(list)
    for index, (_, (_, sketch)) in enumerate(everything):
        for key in keys(sketch):
            having[key].append(index)
    met = {pair for found in having.values() for pair in itertools.combinations(found, 2)}
    for i, j in sorted(met):
        (here, (_, one)), (there, (_, other)) = everything[i], everything[j]
        cosines = (likenesses(getattr(one, name)[None], getattr(other, name)[None])[0] for name in _VECTORS)
        if here != there and not foreign(*cosines)[0]:
            yield everything[i], everything[j]


def looked_through(pairs: Pairs, world: list[Event]) -> tuple[Pairs, npt.NDArray[np.bool_]]:
    """Pairs of two events that share a key and pass a first look, and which of them a decision would link.

    Both have learned from `pairs` alone.
    """
    networks = decision(pairs, FEWER)
    first = fit_first(pairs, networks, LOOKED_AT)
    everything = [(event.title, *one) for event in world for one in sketched(event)]
    known = [keys(sketch) for *_, sketch in everything]
    glances = [glancing.glance(sketch, asserted=sketch.asserted) for *_, sketch in everything]
    chosen = random.Random(11)
    met: list[tuple[int, int]] = []
    for start in range(0, len(everything), AT_ONCE):
        ones, others = glances[start : start + AT_ONCE], glances[start:]
        for i, j in passing(first, ones, others, [(range(len(ones)), range(len(others)))]):
            one, other = start + i, start + j
            meet = i < j and everything[one][0] != everything[other][0] and not known[one].isdisjoint(known[other])
            if meet and (_days(everything[one][-1], everything[other][-1]) <= MORE_DAYS or chosen.random() < FAR_ONES):
                met.append((one, other))
    ids = [(everything[one][1], everything[other][1]) for one, other in met]
    rows = np.array([features(everything[one][-1], everything[other][-1]) for one, other in met])
    looks = seen_at_once(ids, {key: sketch for _, key, sketch in everything})
    titles = [everything[one][0] for one, _ in met]
    found = Pairs(ids, rows, looks, np.zeros(len(met), dtype=np.int64), titles, np.full(len(met), MET))
    return found, 1 - probabilities(stacked(networks), rows)[:, 0] >= TAKEN


def _days(one: Sketch, other: Sketch) -> int:
    return abs((one.day or 0) - (other.day or 0))


def sketched(event: Event) -> list[Drawn]:
    """The id and sketch of every statement of an event; those of a scenario by an encoder that has not seen it."""
    with nullcontext() if event.complete else unseen(event.title):
        return _sketched(event)


def _sketched(event: Event) -> list[Drawn]:
    return [
        (statement.id, sketch)
        for reading in event.readings
        for statement, sketch in zip(reading.statements, sketches(reading, reading.statements), strict=True)
        if statement.id in event.labels
    ]


def relation(one: Labelled, other: Labelled, rivals: frozenset[frozenset[str]]) -> int:
    """The class of a pair of one event, as an index into CLASSES."""
    if one.event != other.event or not one.claim or not other.claim:
        return 0
    if one.claim != other.claim:
        return 2 if frozenset((one.claim, other.claim)) in rivals and not one.denies and not other.denies else 0
    return 2 if one.denies != other.denies else 1


def cross_validated(pairs: Pairs) -> Floats:
    """Probabilities (pairs, classes) of every pair by weights that never saw its event."""
    titles = sorted(set(pairs.events))
    fold = np.array([titles.index(title) % FOLDS for title in pairs.events])
    result = np.zeros((len(fold), len(CLASSES)))
    for index in range(FOLDS):
        seen = fold != index
        result[~seen] = probabilities(stacked(decision(pairs.part(seen), FEWER)), pairs.rows[~seen])
    return result


def decision(pairs: Pairs, members: int) -> list[Network]:
    """Networks that learned from the pairs."""
    return [fit(pairs.rows, pairs.classes, pairs.weights, UNITS, seed) for seed in range(members)]


def undenied(rows: Floats) -> Floats:
    """The features as if nobody had denied anything, by which a denial is linked with what it denies."""
    found = rows.copy()
    found[np.ix_(rows[:, NAMES.index("denial_differs")] == 1, [NAMES.index(name) for name in _DENYING])] = 0
    return found


def fit_first(pairs: Pairs, networks: list[Network], share: float) -> Network:
    """A network over what is seen at once, whose one unit says 0 or more of what the decision would link, so that this
    share of the right links passes.

    It learns to pass denials, too, of which another decision is made (`denials`).
    """
    chances = probabilities(stacked(networks), undenied(pairs.rows))
    links = 1 - chances[:, 0] >= WORTH_KEEPING
    near = ~foreign(*(pairs.looks[:, glancing.NAMES.index(name)] for name in _VECTORS))
    worth = links | (pairs.classes == CLASSES.index("contradicts"))
    *hidden, last = fit(pairs.looks[near], worth[near].astype(int), pairs.weights[near], FIRST_UNITS)
    network = tuple(layer.round(DIGITS) for layer in (*hidden, last[1:] - last[:1]))
    apart = pairs.looks[:, glancing.NAMES.index("same_article")] == 0  # the others pass anyway, most of them
    right = near & links & (pairs.classes > 0) & (pairs.weights == 1) & apart
    rated = scores(network, pairs.looks)[:, 0]
    least = np.quantile(rated[right], 1 - share)
    network[-1][:, 0] -= least.round(DIGITS)
    passed = near & (rated >= least)
    against = worth & ~links
    print(
        f"first look: {passed.sum()} of {len(near)} pairs pass, {(passed & right).sum()} of {right.sum()} right links,"
        f" {(passed & against).sum()} of {against.sum()} other contradictions"
    )
    return network


def report(pairs: Pairs, predicted: Floats) -> list[str]:
    """Counts, precision and recall of each class where the most probable class is taken."""
    drawn = pairs.weights != MET  # the others were chosen for being hard
    chosen, classes = predicted.argmax(axis=1)[drawn], pairs.classes[drawn]
    lines = [f"{len(classes)} pairs of {len(set(pairs.events))} events, and {np.sum(~drawn)} mistaken ones"]
    for index, name in enumerate(CLASSES):
        right = int(((chosen == index) & (classes == index)).sum())
        precision = right / max(1, int((chosen == index).sum()))
        recall = right / max(1, int((classes == index).sum()))
        number = int((classes == index).sum())
        lines.append(f"{name:12} {number:6} pairs, precision {precision:.3f}, recall {recall:.3f}")
    return lines


def cluster_report(found: list[Event], pairs: Pairs, predicted: Floats) -> list[str]:
    """B-cubed of the claims that `find_clusters` makes of the links, for all events and the scenarios alone."""
    lines = []
    chances = {frozenset(ids): row for ids, row in zip(pairs.ids, predicted, strict=True)}
    for group in ([event for event in found if len(event.readings) > 5], *([e] for e in found if len(e.labels) > 40)):
        total = Clusters()
        for event in group:
            known = [each for each in event.labels if event.labels[each].claim and not event.labels[each].denies]
            links = [
                link for one, other in itertools.combinations(event.labels, 2) for link in linked(chances, one, other)
            ]
            kinds = {
                key: TraceKind.ASSERTION if is_asserted(label.statement) else TraceKind.STATEMENT
                for key, label in event.labels.items()
            }
            number = {
                each: index
                for index, c in enumerate(find_clusters(kinds, pulls(links), Verdicts(())))
                for each in c.members
            }
            gold = [(event.title, event.labels[each].claim) for each in known]
            total += b_cubed(gold, [(event.title, number[each]) for each in known])
        precision, recall, f1 = total.means
        name = group[0].title if len(group) == 1 else f"{len(group)} events"
        lines.append(f"{name:16} claims B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    return lines


def linked(chances: dict[frozenset[str], Floats], one: str, other: str) -> list[Link]:
    """The link of a pair by the networks alone, without the rules of comparing."""
    row = chances.get(frozenset((one, other)))
    ends = sorted((one, other))
    if row is None or row[1] < WORTH_KEEPING or row[2] > row[1]:
        return []
    return [Link(ends[0], ends[1], Relation.SAME, float(row[1]), ())]


def write(networks: list[Network], first: Network) -> None:
    """The weights as the package reads them."""
    told = {
        "made": "python -m training.claims.learn --write",
        "features": list(NAMES),
        "first_features": list(glancing.NAMES),
        "classes": list(CLASSES),
        "first": [layer.round(DIGITS).tolist() for layer in first],
        "decision": [[layer.round(DIGITS).tolist() for layer in network] for network in networks],
    }
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
