"""Learn which statement denies which: `python -m training.claims.denials [--write]`.

From the scenarios of corpora/origins/dev, whose detail.json says where each claim is denied. Every statement of a
scenario's pages is held against every annotated appearance of a claim that it is not of, if the two stand near each
other or are of one matter; it denies it where its author says so. Small networks, several of which are averaged, as for
the decision (`learn`). What is printed is by cross-validation over scenarios: how many of the claims' expected denials
are found, and how many are named in all, where a denial counts for the claim that it denies most surely. `--write` puts
the networks of all scenarios into the package.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from benchmarks.scenarios import OWN, Place, find_scenarios, likeness, load_scenario

from quellenlage.linking.comparing import DENIED
from quellenlage.linking.denials import NEARLY
from quellenlage.linking.denying import NAMES, numbers
from quellenlage.linking.encoder import likeness as cosine
from quellenlage.linking.features import features
from quellenlage.linking.networks import Floats, Network, probabilities, stacked
from quellenlage.linking.sifting import FOREIGN, FOREIGN_SENSE, NEAR
from quellenlage.linking.sketch import Sketch
from quellenlage.linking.sketching import sketches
from quellenlage.model.statement import Reading, Statement
from training.claims.networks import fit
from training.claims.scenarios import read, text_of
from training.sense.folds import unseen

WEIGHTS = Path(__file__).parents[2] / "src" / "quellenlage" / "linking" / "data" / "denying.json"
FOLDS = 6
MEMBERS, FEWER = 4, 2  # networks in the package, and for cross-validation
UNITS = (48, 48, 2)
ROUNDS, AT_ONCE = 24, 512
DIGITS = 4

Drawn = tuple[str, Statement, Sketch]
"""A statement with the name of its page and its sketch."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Statements held against appearances: their numbers (rows), whether the one denies the other, and for each row the
    scenario, the claim, and the statement that may deny it."""

    rows: Floats
    denies: npt.NDArray[np.int64]
    of: list[tuple[str, str, str]]

    def part(self, chosen: npt.NDArray[np.bool_]) -> Pairs:
        """Those that are chosen."""
        return Pairs(self.rows[chosen], self.denies[chosen], [self.of[place] for place in np.flatnonzero(chosen)])


def main() -> None:
    """Cross-validate, print, and write the networks if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the networks into the package")
    wanted = parser.parse_args()
    pairs = all_pairs(find_scenarios([OWN / "dev"]))
    for line in report(pairs, cross_validated(pairs)):
        print(line)
    if wanted.write:
        networks = learn(pairs, MEMBERS)
        told = {
            "made": "python -m training.claims.denials --write",
            "features": list(NAMES),
            "networks": [[layer.round(DIGITS).tolist() for layer in network] for network in networks],
        }
        WEIGHTS.write_text(json.dumps(told) + "\n", encoding="utf-8")


def all_pairs(folders: Sequence[Path]) -> Pairs:
    """Every statement of each scenario against every appearance of its claims that is near enough."""
    rows: list[tuple[float, ...]] = []
    denies: list[int] = []
    of: list[tuple[str, str, str]] = []
    for folder in folders:
        for row, denied, claim, statement in _pairs(folder):
            rows.append(row)
            denies.append(denied)
            of.append((folder.name, claim, statement))
    return Pairs(np.array(rows), np.array(denies, dtype=np.int64), of)


def _pairs(folder: Path) -> Iterator[tuple[tuple[float, ...], bool, str, str]]:
    scenario = load_scenario(folder)
    with unseen(scenario.name):
        drawn = [each for page, reading in read(scenario.pages) for each in _drawn(page, reading)]
    for claim in scenario.claims:
        appearances = {one[1].id: one for place in claim.appearances if (one := _find(place, drawn))}
        denials = {one[1].id for place in claim.denials if (one := _find(place, drawn))}
        for _, _, sketch in appearances.values():
            for _, statement, other in drawn:
                if statement.id not in appearances and _are_near(other, sketch):
                    row = numbers(other, sketch, features(other, sketch))
                    yield row, statement.id in denials, claim.id, statement.id


def _drawn(page: str, reading: Reading) -> list[Drawn]:
    drawn = zip(reading.statements, sketches(reading, reading.statements), strict=True)
    return [(page, *each) for each in drawn]


def _find(place: Place, drawn: Sequence[Drawn]) -> Drawn | None:
    """The statement at a place, the shortest of those that are as good."""
    rated = [
        (likeness(place.text, text := text_of(each[1])), -len(text), each) for each in drawn if each[0] == place.page
    ]
    best = max(rated, key=lambda each: each[:2], default=(0.0, 0, None))
    return best[2] if best[0] else None


def _are_near(one: Sketch, other: Sketch) -> bool:
    if one.article == other.article and abs(one.order[0] - other.order[0]) <= NEAR:
        return True
    return cosine(one.meaning, other.meaning) >= FOREIGN or cosine(one.sense, other.sense) >= FOREIGN_SENSE


def learn(pairs: Pairs, members: int) -> list[Network]:
    """Networks that learned from the pairs."""
    counting = np.ones(len(pairs.rows))
    return [
        fit(pairs.rows, pairs.denies, counting, UNITS, seed, rounds=ROUNDS, at_once=AT_ONCE) for seed in range(members)
    ]


def cross_validated(pairs: Pairs) -> Floats:
    """The probability of every pair by networks that never saw its scenario."""
    names = sorted({scenario for scenario, _, _ in pairs.of})
    fold = np.array([names.index(scenario) % FOLDS for scenario, _, _ in pairs.of])
    result = np.zeros(len(fold))
    for index in range(FOLDS):
        seen = fold != index
        result[~seen] = probabilities(stacked(learn(pairs.part(seen), FEWER)), pairs.rows[~seen])[:, 1]
    return result


def report(pairs: Pairs, predicted: Floats) -> Iterator[str]:
    """Denials of claims found and named."""
    surest: dict[tuple[str, str, str], float] = defaultdict(float)
    expected = {key for key, denies in zip(pairs.of, pairs.denies, strict=True) if denies}
    for key, chance in zip(pairs.of, predicted, strict=True):
        surest[key] = max(surest[key], float(chance))
    best: dict[tuple[str, str], float] = defaultdict(float)
    for (scenario, _, statement), chance in surest.items():
        best[scenario, statement] = max(best[scenario, statement], chance)
    yield f"{len(pairs.rows)} pairs, {len(expected)} denials of claims"
    for least in sorted({0.3, 0.4, 0.5, DENIED}):
        named = {key for key, p in surest.items() if p >= least and p >= NEARLY * best[key[0], key[2]]}
        yield f"from {least} on: {len(named & expected)} found, {len(named)} named"


if __name__ == "__main__":
    main()
