"""Learn which origins are one that the rules keep apart: `python -m training.claims.parties [--write]`.

From the scenarios of corpora/origins/dev, whose detail.json names the origins of every appearance. Their pages are read
and linked as the program does it, once as they are and once with the claims judged by the author, so that there are
examples of both; of each claim the rules (`linking.joining`) group the appearances, and every pair of groups left is an
example: one, if an origin is common to both. Groups of which nothing is annotated teach nothing. A logistic regression
with a penalty on the squares (ridge), fitted by Newton's method. What is printed is by cross-validation over scenarios:
how many claims have the right number of origins by the rules alone and with what was learned from the other scenarios.
`--write` puts the weights of all scenarios into the package.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path, PurePath
from typing import Any

import numpy as np
from benchmarks.claim_scores import Index
from benchmarks.judged import judgements
from benchmarks.origins import linked, read_pages
from benchmarks.scenarios import OWN, find_scenarios, load_parties, load_scenario

from quellenlage.linking import Material, by_rules
from quellenlage.linking.merging import NAMES, are_apart, features, merge, nearness, side_of
from quellenlage.linking.networks import Floats
from quellenlage.linking.voices import Voice
from quellenlage.settling import materials
from training.sense.folds import unseen

WEIGHTS = Path(__file__).parents[2] / "src" / "quellenlage" / "linking" / "data" / "merging.json"
FOLDS = 10
RIDGE = 50.0
DIGITS = 4

Parties = Mapping[str, frozenset[str]]
"""The origins of each annotated statement, by its id."""


@dataclass(frozen=True, slots=True)
class Example:
    """A claim that stands for an expected one. `parties` are the origins of its appearances of that claim."""

    scenario: str
    judged: bool
    origins: int
    material: Material
    parties: Parties

    def pairs(self) -> Iterator[tuple[tuple[float, ...], bool]]:
        """The numbers of every pair of annotated groups, and whether the two are one."""
        groups, _ = by_rules(self.material)
        sides = [(side_of(members), self._parties_of(members)) for members in groups.all()]
        near = nearness(self.material.links)
        for (one, here), (other, there) in combinations(sides, 2):
            if here and there and not are_apart(one, other):
                yield features(one, other, near), bool(here & there)

    def _parties_of(self, members: Sequence[Voice]) -> frozenset[str]:
        ids = (voice.appearance.statement.id for voice in members)
        return frozenset().union(*(self.parties.get(each, frozenset()) for each in ids))

    def is_right(self, weights: Floats | None) -> bool:
        """Whether it has the expected number of origins, by the rules alone where no weights are given."""
        groups, _ = by_rules(self.material)
        if weights is not None:
            merge(groups, self.material.links, weights)
        return len(groups.all()) == self.origins


def main() -> None:
    """Cross-validate, print, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    wanted = parser.parse_args()
    found = [example for folder in find_scenarios([OWN / "dev"]) for example in examples(folder)]
    for line in report(found):
        print(line)
    weights = learn(found).round(DIGITS)
    told = dict(zip(("bias", *NAMES), weights.tolist(), strict=True))
    print(*(f"{name} {weight:+.2f}" for name, weight in told.items()), sep="  ")
    if wanted.write:
        made = {"made": "python -m training.claims.parties --write", "weights": told}
        WEIGHTS.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def examples(folder: Path) -> Iterator[Example]:
    """The claims of a scenario that stand for expected ones, found by the program and judged by the author."""
    scenario, told = load_scenario(folder), load_parties(folder)
    outcomes = read_pages(scenario.pages)
    for judged in (False, True):
        with unseen(scenario.name), linked(outcomes, judgements(scenario, outcomes) if judged else ()) as ledger:
            found = {each.id: each for each in materials(ledger)}
        index = Index([_record(each) for each in found.values()])
        for expected in scenario.claims:
            if (standing := index.standing_for(expected)) is None:
                continue
            parties: dict[str, frozenset[str]] = {}
            for place in expected.appearances:
                if (each := index.find(place)) is not None:
                    statement = each[0]["statement"]
                    parties[statement] = parties.get(statement, frozenset()) | told[expected.id, place]
            yield Example(scenario.name, judged, expected.origins, found[standing["id"]], parties)


def _record(material: Material) -> dict[str, Any]:
    """As much of the JSON of `quellenlage claims` as it takes to find statements."""
    places = [
        {
            "statement": each.statement.id,
            "page": PurePath(each.article.page).name,
            "content": [span.text for span in each.statement.attribution.content],
        }
        for each in material.appearances
    ]
    return {"id": material.id, "appearances": places}


def learn(found: Sequence[Example]) -> Floats:
    """The weights (1 + features), the bias first, for numbers as they are."""
    pairs = [pair for example in found for pair in example.pairs()]
    rows = np.array([numbers for numbers, _ in pairs])
    wanted = np.array([float(one) for _, one in pairs])
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1  # of what is always the same nothing can be learned
    weights = regress(np.hstack([np.ones((len(rows), 1)), (rows - middle) / spread]), wanted)
    weights[1:] /= spread
    weights[0] -= weights[1:] @ middle
    return weights


def regress(rows: Floats, wanted: Floats) -> Floats:
    """The weights of a logistic regression over rows, by Newton's method; the first column's has no penalty."""
    penalty = np.full(rows.shape[1], RIDGE)
    penalty[0] = 0
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - wanted) + penalty * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def report(found: Sequence[Example]) -> Iterator[str]:
    """Right numbers of origins, each scenario by weights that were learned from others."""
    names = sorted({example.scenario for example in found})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    weights = [learn([e for e in found if fold[e.scenario] != number]) for number in range(FOLDS)]
    for judged in (False, True):
        mine = [example for example in found if example.judged is judged]
        rules = sum(example.is_right(None) for example in mine)
        right = sum(example.is_right(weights[fold[example.scenario]]) for example in mine)
        pairs = [one for example in mine for _, one in example.pairs()]
        whose = "judged by the author" if judged else "found by the program"
        yield (
            f"claims {whose}: {rules} of {len(mine)} numbers of origins right by the rules, {right} with what was"
            f" learned; {sum(pairs)} of {len(pairs)} pairs are one"
        )


if __name__ == "__main__":
    main()
