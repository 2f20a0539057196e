"""Measures on annotated passages: token F1 end to end, exact spans, and SpkAtt's Match-F1.

Match-F1 is that of the shared task SpkAtt-2023 (Ehrmanntraut 2023): precision and recall are sums over the best one to
one assignment of annotations, each pair weighed by the share of its role tokens in common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

from quellenlage.tagging.candidates import Candidate
from quellenlage.tagging.labels import Role
from training.corpora.annotated import Labelled

Roles = Mapping[Role, tuple[int, ...]]


@dataclass(slots=True)
class Count:
    """True positives, false positives, false negatives."""

    both: float = 0
    extra: float = 0
    lost: float = 0

    def add(self, gold: set[object], found: set[object]) -> None:
        """Count two sets against each other."""
        self.both += len(gold & found)
        self.extra += len(found - gold)
        self.lost += len(gold - found)

    @property
    def f1(self) -> float:
        """F1 in percent."""
        return 200 * self.both / max(1, 2 * self.both + self.extra + self.lost)


@dataclass(slots=True)
class CuedScores:
    """Scores of statements with cues, added up over passages."""

    tokens: dict[Role, Count] = field(default_factory=lambda: {role: Count() for role in Role})
    spans: dict[Role, Count] = field(default_factory=lambda: {role: Count() for role in Role})
    cue_tokens: Count = field(default_factory=Count)
    match: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, gold: Sequence[Labelled], found: Sequence[Candidate]) -> None:
        """Score one passage."""
        expected = [statement.roles for statement in gold if statement.words(Role.CUE)]
        given = [one.roles for one in found if one.words(Role.CUE)]
        self.cue_tokens.add(_all(expected, Role.CUE), _all(given, Role.CUE))
        pairs = _paired(expected, given)
        alone = set(range(len(expected))) - {i for i, _ in pairs}
        extra = set(range(len(given))) - {j for _, j in pairs}
        both = [(expected[i], given[j]) for i, j in pairs]
        for left, right in both + [(expected[i], {}) for i in alone] + [({}, given[j]) for j in extra]:
            for role in Role:
                self.tokens[role].add(set(left.get(role, ())), set(right.get(role, ())))
                self.spans[role].add(_span(left, role), _span(right, role))
        self._add_match(expected, given)

    def _add_match(self, gold: Sequence[Roles], found: Sequence[Roles]) -> None:
        one = [{(role, word) for role, words in roles.items() for word in words} for roles in gold]
        other = [{(role, word) for role, words in roles.items() for word in words} for roles in found]
        common = np.array([[len(a & b) for b in other] for a in one], float).reshape(len(one), len(other))
        recall = common / np.array([max(1, len(a)) for a in one], float).reshape(-1, 1)
        precision = common / np.array([max(1, len(b)) for b in other], float).reshape(1, -1)
        for place, shares in ((0, recall), (2, precision)):
            self.match[place] += float(shares[linear_sum_assignment(-shares)].sum())
        self.match[1] += len(one)
        self.match[3] += len(other)

    @property
    def match_f1(self) -> float:
        """Match-F1 over all roles in percent."""
        recall, precision = self.match[0] / max(1, self.match[1]), self.match[2] / max(1, self.match[3])
        return 200 * precision * recall / max(1e-9, precision + recall)


def _all(statements: Sequence[Roles], role: Role) -> set[object]:
    return {word for roles in statements for word in roles.get(role, ())}


def _span(roles: Roles, role: Role) -> set[object]:
    words = roles.get(role, ())
    return {words} if words else set()


def _paired(gold: Sequence[Roles], found: Sequence[Roles]) -> list[tuple[int, int]]:
    """Statements that share cue words, by the greatest overlap of cues, then of contents."""
    if not gold or not found:
        return []

    def shared(one: Roles, other: Roles, role: Role) -> int:
        return len(set(one.get(role, ())) & set(other.get(role, ())))

    cues = np.array([[shared(g, f, Role.CUE) for f in found] for g in gold], float)
    contents = np.array([[shared(g, f, Role.CONTENT) for f in found] for g in gold], float)
    rows, columns = linear_sum_assignment(-(cues + 0.001 * contents))
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if cues[i, j]]
