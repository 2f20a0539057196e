"""Found claims held against the truth of the simulated world, on a sample of its events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.claim_scores import Clusters, Share
from benchmarks.world import Truth, Written
from quellenlage import settling
from quellenlage.ledger import View
from quellenlage.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Scored:
    """What came out. `in_range`: claims whose true number of origins lies between the fewest and the most found."""

    clusters: Clusters = field(default_factory=Clusters)
    origins: Share = field(default_factory=Share)
    in_range: Share = field(default_factory=Share)

    def __add__(self, other: Scored) -> Scored:
        return Scored(self.clusters + other.clusters, self.origins + other.origins, self.in_range + other.in_range)


class Sample:
    """Remembers what is true of every Nth event."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._written: dict[str, list[Written]] = defaultdict(list)

    def add(self, written: Written) -> None:
        """Keeps the article if its event is in the sample."""
        if int(written.event[1:]) % self._every == 0:
            self._written[written.event].append(written)

    def score(self, view: View) -> Scored:
        """Everything in the sample so far."""
        return sum((score_event(each, view) for each in self._written.values()), Scored())


def score_event(articles: Iterable[Written], view: View) -> Scored:
    """The claims of one event. A place that is found in no claim stands alone."""
    articles = list(articles)
    ids = [statement.id for each in articles for statement in each.reading.statements]
    of_event = dict.fromkeys(claim for each in ids for claim in view.claims_with(each))
    claims = {claim: settling.claim(view, claim) for claim in of_event}
    places = [(each.reading.article.id, truth) for each in articles for truth in each.truths]
    found = [_claim_at(article, truth, claims.values()) for article, truth in places]
    sizes = Counter(truth.claim for _, truth in places)
    both = Counter(
        (truth.claim, claim.id) for (_, truth), claim in zip(places, found, strict=True) if claim is not None
    )
    precision = recall = 0.0
    for (_, truth), claim in zip(places, found, strict=True):
        right = both[truth.claim, claim.id] if claim else 1
        precision += right / max(right, len(claim.appearances)) if claim else 1
        recall += right / sizes[truth.claim]
    scored = Scored(Clusters(precision, recall, len(places)))
    for key in sizes:
        scored += _score_origins(key, [truth for _, truth in places], both, claims)
    return scored


def _claim_at(article: str, truth: Truth, claims: Iterable[Claim]) -> Claim | None:
    for claim in claims:
        for appearance in claim.appearances:
            spans = appearance.statement.attribution.content
            if appearance.article.id == article and any(span.overlaps(truth.span) for span in spans):
                return claim
    return None


def _score_origins(
    key: str, truths: Iterable[Truth], both: Counter[tuple[str, str]], claims: dict[str, Claim]
) -> Scored:
    known = {truth.origin for truth in truths if truth.claim == key} - {None}
    number = max(1, len(known))
    standing = max((pair for pair in both if pair[0] == key), key=lambda pair: (both[pair], pair), default=None)
    claim = claims[standing[1]] if standing else None
    exact = claim is not None and len(claim.origins) == number
    within = claim is not None and claim.fewest <= number <= claim.most
    return Scored(origins=Share(int(exact), 1), in_range=Share(int(within), 1))
