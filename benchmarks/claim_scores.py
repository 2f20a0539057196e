"""Found claims held against expected ones: pure functions of a scenario and the JSON of `quellenlage claims`.

An expected appearance is found in the predicted appearance of its page with the most words in common. Claims are
compared as clusterings of the expected appearances by B-cubed (Bagga and Baldwin 1998); one that is not found stands
alone. The predicted claim that holds most of an expected claim's appearances stands for it in all that follows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.scenarios import ExpectedClaim, ExpectedDrift, Place, Scenario, likeness, words

Wire = dict[str, Any]

CHANGES = ("figure", "unit", "hedge", "attribution", "wording")
_COARSER = {"bound": "figure", "period": "figure"}
"""Changes that the scenarios do not tell apart."""
_SHORTEST = 4
"""Letters of the shortest word by which two names can be the same."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"

    @property
    def rate(self) -> float:
        """The share as a number, 1 of nothing."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Clusters:
    """B-cubed, summed over `items`."""

    precision: float = 0.0
    recall: float = 0.0
    items: int = 0

    def __add__(self, other: Clusters) -> Clusters:
        return Clusters(self.precision + other.precision, self.recall + other.recall, self.items + other.items)

    @property
    def means(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision, recall = self.precision / max(1, self.items), self.recall / max(1, self.items)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


@dataclass(slots=True)
class Scores:
    """What came out for one scenario or several, and a line for each error."""

    found: Share = Share()
    clusters: Clusters = Clusters()
    origins: Share = Share()
    in_range: Share = Share()
    denials: Share = Share()
    denials_found: Share = Share()
    denials_placed: Share = Share()
    denials_inside: Share = Share()
    drift: dict[str, Share] = field(default_factory=dict)
    drift_found: Share = Share()
    not_same: Share = Share()
    errors: list[str] = field(default_factory=list)

    def add(self, other: Scores) -> None:
        """Takes in the scores of another scenario."""
        self.found += other.found
        self.clusters += other.clusters
        self.origins += other.origins
        self.in_range += other.in_range
        self.denials += other.denials
        self.denials_found += other.denials_found
        self.denials_placed += other.denials_placed
        self.denials_inside += other.denials_inside
        for what, share in other.drift.items():
            self.drift[what] = self.drift.get(what, Share()) + share
        self.drift_found += other.drift_found
        self.not_same += other.not_same
        self.errors += other.errors


def score(scenario: Scenario, claims: Sequence[Wire]) -> Scores:
    """Everything that is measured of one scenario."""
    index = Index(claims)
    scores = Scores()
    _score_appearances(scenario, index, scores)
    for claim in scenario.claims:
        chosen = index.standing_for(claim)
        _score_origins(claim, chosen, scores)
        _score_denials(claim, chosen, index, scores)
        _score_drift(claim, chosen, scores)
    for one, other in scenario.not_same:
        left, right = index.claim_of(one), index.claim_of(other)
        together = left is not None and left is right
        scores.not_same += Share(int(together), 1)
        if together:
            scores.errors.append(f"not the same, yet together: {one.text!r} / {other.text!r}")
    return scores


class Index:
    """Finds predicted appearances and their claims by place."""

    def __init__(self, claims: Sequence[Wire]) -> None:
        self.claims = claims
        self._by_page: dict[str, list[tuple[str, Wire, Wire]]] = {}
        for claim in claims:
            for each in claim["appearances"]:
                text = " ".join(each["content"])
                self._by_page.setdefault(each["page"], []).append((text, each, claim))

    def find(self, place: Place) -> tuple[Wire, Wire] | None:
        """The predicted appearance at a place with its claim."""
        candidates = self._by_page.get(place.page, [])
        rated = [(likeness(place.text, text), -len(text), each["statement"]) for text, each, _ in candidates]
        if not rated or max(rated)[0] == 0:
            return None
        _, each, claim = candidates[rated.index(max(rated))]
        return each, claim

    def claim_of(self, place: Place) -> Wire | None:
        found = self.find(place)
        return found[1] if found else None

    def standing_for(self, claim: ExpectedClaim) -> Wire | None:
        """The predicted claim with most of the appearances; of several the one with fewest others."""
        found = [each for place in claim.appearances if (each := self.claim_of(place)) is not None]
        held = Counter(each["id"] for each in found)
        return max(found, key=lambda each: (held[each["id"]], -len(each["appearances"]), each["id"]), default=None)


def _score_appearances(scenario: Scenario, index: Index, scores: Scores) -> None:
    gold: list[Hashable] = []
    predicted: list[Hashable] = []
    for claim in scenario.claims:
        held: dict[str, list[str]] = {}
        for place in claim.appearances:
            found = index.claim_of(place)
            gold.append(claim.id)
            predicted.append(found["id"] if found else (place.page, place.text))
            scores.found += Share(int(found is not None), 1)
            if found is None:
                scores.errors.append(f"{claim.id} not found: {place.page}: {place.text!r}")
            else:
                held.setdefault(found["id"], []).append(f"{place.page[:2]}: {place.text}")
        if len(held) > 1:
            pieces = " | ".join(" + ".join(each) for each in held.values())
            scores.errors.append(f"{claim.id} in {len(held)} pieces: {pieces}")
    scores.clusters = b_cubed(gold, predicted)
    meant: dict[Hashable, set[Hashable]] = {}
    for one, other in zip(gold, predicted, strict=True):
        meant.setdefault(other, set()).add(one)
    scores.errors += [f"one claim of {', '.join(sorted(map(str, s)))}" for s in meant.values() if len(s) > 1]


def b_cubed(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> Clusters:
    """B-cubed of two clusterings of the same items, each as the items' cluster names."""
    sizes, found = Counter(gold), Counter(predicted)
    both = Counter(zip(gold, predicted, strict=True))
    precision = sum(count * count / found[other] for (_, other), count in both.items())
    recall = sum(count * count / sizes[one] for (one, _), count in both.items())
    return Clusters(precision, recall, len(gold))


def _score_origins(claim: ExpectedClaim, chosen: Wire | None, scores: Scores) -> None:
    right = chosen is not None and chosen["independent_origins"] == claim.origins
    scores.origins += Share(int(right), 1)
    within = chosen is not None and chosen["fewest"] <= claim.origins <= chosen["most"]
    scores.in_range += Share(int(within), 1)
    if not right:
        pages = {each["statement"]: each["page"][:2] for each in chosen["appearances"]} if chosen else {}
        named = " | ".join(_told_origin(each, pages) for each in (chosen["origins"] if chosen else []))
        counted = chosen["independent_origins"] if chosen else "no claim"
        scores.errors.append(f"{claim.id} has {claim.origins} origins, counted {counted}: {named}")


def _told_origin(origin: Wire, pages: dict[str, str]) -> str:
    where = ", ".join(pages.get(statement, "?") for statement in origin["appearances"])
    return f"{origin['name']} [{where}] ({'; '.join(origin['reasons'])})"


def _score_denials(claim: ExpectedClaim, chosen: Wire | None, index: Index, scores: Scores) -> None:
    named = chosen["denied_by"] if chosen else []
    for name in claim.denied_by:
        known = any(same_name(name, each) for each in named)
        scores.denials += Share(int(known), 1)
        if not known:
            scores.errors.append(f"{claim.id} denied by {name}, found: {named}")
    at_place = _deniers(claim, chosen)
    for name in named:
        right = any(same_name(name, each) for each in (*claim.denied_by, *at_place))
        scores.denials_found += Share(int(right), 1)
        if not right:
            scores.errors.append(f"{claim.id} is not denied by {name}")
    given = [(each["page"], " ".join(each["content"])) for each in (chosen["denials"] if chosen else [])]
    for place in claim.denials:
        found = any(page == place.page and likeness(place.text, text) for page, text in given)
        scores.denials_placed += Share(int(found), 1)
        if not found:
            scores.errors.append(f"{claim.id} denied at {place.page}: {place.text!r}")
        inside = chosen is not None and index.claim_of(place) is chosen
        scores.denials_inside += Share(int(inside), 1)
        if inside:
            scores.errors.append(f"{claim.id} holds its own denial: {place.text!r}")


def _deniers(claim: ExpectedClaim, chosen: Wire | None) -> set[str]:
    """Who is said to deny it where a denial is expected: a spokesperson counts, whatever the name."""
    given = chosen["denials"] if chosen else []
    return {
        each["speaker"]
        for each in given
        for place in claim.denials
        if each["page"] == place.page and likeness(place.text, " ".join(each["content"]))
    }


def same_name(one: str, other: str) -> bool:
    """Whether two names share a word, endings aside: "des Verkehrsministeriums" and "Verkehrsministerium"."""
    left, right = ([word for word in words(name) if len(word) >= _SHORTEST] or words(name) for name in (one, other))
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _score_drift(claim: ExpectedClaim, chosen: Wire | None, scores: Scores) -> None:
    pages = {each["statement"]: each["page"] for each in chosen["appearances"]} if chosen else {}
    found = [
        (pages.get(each["from"]), pages.get(each["to"]), _COARSER.get(each["what"], each["what"]))
        for each in (chosen["drift"] if chosen else [])
    ]
    for drift in claim.drift:
        known = (drift.before_page, drift.after_page, drift.what) in found
        scores.drift[drift.what] = scores.drift.get(drift.what, Share()) + Share(int(known), 1)
        if not known:
            scores.errors.append(f"{claim.id} {_told(drift)}; found: {_found_drift(chosen, pages)}")
    meant = {(each.before_page, each.after_page, each.what) for each in claim.drift}
    counted = {each for each in found if each[2] in CHANGES and each[2] != "wording"}
    scores.drift_found += Share(len(counted & meant), len(counted))
    scores.errors += [
        f"{claim.id} no drift of {what} from {str(a)[:2]} to {str(b)[:2]}"
        for a, b, what in sorted(counted - meant, key=str)
    ]


def _told(drift: ExpectedDrift) -> str:
    pages = f"from {drift.before_page[:2]} to {drift.after_page[:2]}"
    return f"drift of {drift.what} {pages}: {drift.before!r} -> {drift.after!r}"


def _found_drift(chosen: Wire | None, pages: dict[str, str]) -> str:
    drifts = chosen["drift"] if chosen else []
    return (
        "; ".join(
            f"{each['what']} {pages.get(each['from'], '?')[:2]}>{pages.get(each['to'], '?')[:2]}" for each in drifts
        )
        or "none"
    )
