"""Origins that the rules keep apart and that are most likely one: learned from how two of them stand to each other.

The rules (`joining`) know names, offices and papers; where they find nothing, two parties stay two. Of such pairs in
the written scenarios more than a third are one all the same. A logistic regression over nineteen numbers of a pair
says how likely that is; training/claims/parties.py learns it. What it joins has the reason `likely_one`, and the number
of origins stays a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from quellenlage.linking.groups import Groups, are_told_apart, clearest
from quellenlage.linking.identity import are_two
from quellenlage.linking.names import akin, person_words, stem, words_of
from quellenlage.linking.networks import Floats, stored
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Link, Relation
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass, Statement

NAMES = (
    "bodies",
    "nameless",
    "own",
    "withheld",
    "quoted",
    "citing",
    "named_in_article",
    "named_in_paragraph",
    "named_in_sentence",
    "one_cites_other",
    "same_article",
    "two_in_article",
    "same_name",
    "same_speaker",
    "same_mark",
    "same_kind",
    "other_kind",
    "other_figure",
    "link",
)
"""One name for each number of `features`, in order."""

LIKELY = 0.5
"""Mean probability from which origins are taken for one."""

_TELLING = 4  # letters of a word that two names share by no chance
_FIGURE = re.compile(r"\d[\d.,]*")

Near = Mapping[frozenset[str], float]
"""How probably two statements say the same, by their ids."""


def merge(groups: Groups, links: Sequence[Link], weights: Floats | None = None) -> None:
    """Joins the groups that are most likely one party, the likeliest first (average linkage of their probabilities).

    `links` are those between the appearances. `weights` (1 + features), a bias first, are those of the package unless
    given. Raises ModelError where the package's are of other features.
    """
    found = groups.all()
    if len(found) < 2:
        return
    sums, apart = _chances(found, nearness(links), _weights() if weights is None else weights)
    sizes = np.ones(len(found))
    while len(found) > 1:
        means = np.where(apart, 0, sums / np.outer(sizes, sizes))
        i, j = divmod(int(means.argmax()), len(found))  # the first of equal ones, so that i < j
        if means[i, j] < LIKELY:
            return
        names = (_called(found[i]), _called(found[j]), f"{means[i, j]:.2f}")
        groups.unite(found[i][0], found[j][0], Reason(ReasonKind.LIKELY_ONE, names))
        found[i] = found[i] + found.pop(j)
        sums[i], sizes[i], apart[i] = sums[i] + sums[j], sizes[i] + sizes[j], apart[i] | apart[j]
        sums[:, i], apart[:, i] = sums[:, i] + sums[:, j], apart[:, i] | apart[:, j]
        sums = np.delete(np.delete(sums, j, 0), j, 1)
        apart = np.delete(np.delete(apart, j, 0), j, 1)
        sizes = np.delete(sizes, j)


def _chances(found: Sequence[Sequence[Voice]], near: Near, weights: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """The probability that two groups are one party, and whether they must stay two, as each does with itself."""
    sides = [side_of(members) for members in found]
    chances, apart = np.zeros((len(sides), len(sides))), np.eye(len(sides), dtype=np.bool_)
    for i, one in enumerate(sides):
        for j, other in enumerate(sides[:i]):
            chances[i, j] = chances[j, i] = probability(weights, features(one, other, near))
            apart[i, j] = apart[j, i] = are_apart(one, other)
    return chances, apart


def are_apart(one: Side, other: Side) -> bool:
    """Whether the pages tell of two parties, so that nothing else counts."""
    if any(are_two(a, b) for a in one.parties for b in other.parties):
        return True
    return any(are_told_apart(a, b) for a in one.members for b in other.members)


def probability(weights: Floats, numbers: Sequence[float]) -> float:
    """What a logistic regression says of one row of numbers; `weights` has one more, the bias first."""
    return float(1 / (1 + np.exp(-weights[0] - weights[1:] @ np.array(numbers))))


@cache
def _weights() -> Floats:
    told = stored("merging", {"weights": ("bias", *NAMES)})
    return np.array(list(told["weights"].values()))


def nearness(links: Iterable[Link]) -> Near:
    """The scores of the links that say that two statements are of one claim."""
    return {frozenset((link.left, link.right)): link.score for link in links if link.relation is Relation.SAME}


def _called(members: Sequence[Voice]) -> str:
    return clearest(members).name or members[0].called


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of the appearances of one group together; all words are stems.

    `capitals` are the capitalised words of its parties, `article`, `paragraph` and `sentence` the words around it,
    `names` and `speakers` the longer words of who is named, `marks` and `kinds` those of institutions.
    """

    members: tuple[Voice, ...]
    leading: Party
    parties: frozenset[Party]
    capitals: frozenset[str]
    article: frozenset[str]
    paragraph: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str]
    speakers: frozenset[str]
    marks: frozenset[str]
    kinds: frozenset[str]
    figures: frozenset[str]


def side_of(members: Sequence[Voice]) -> Side:
    """All that the regression asks of one group."""
    parties = frozenset(voice.party for voice in members)
    told = [voice.appearance.statement for voice in members]
    contents = [span.text for statement in told for span in statement.attribution.content]
    names = [_telling_name(party) for party in parties]
    institutions = [told for party in parties for told in (party.institution, party.introduced)]
    return Side(
        members=tuple(members),
        leading=clearest(members),
        parties=parties,
        capitals=_stems(names, capitals=True),
        article=frozenset().union(*(voice.article_stems for voice in members)),
        paragraph=_stems(voice.paragraph for voice in members),
        sentence=_stems(voice.around for voice in members),
        names=_stems(names, least=_TELLING),
        speakers=_stems(map(_telling_speaker, told), least=_TELLING),
        marks=frozenset(mark for each in institutions for mark in each.marks) | _stems(map(_surname, parties)),
        kinds=frozenset(kind for each in institutions for kind in each.kinds),
        figures=frozenset(figure for text in contents for figure in _FIGURE.findall(text)),
    )


def _telling_name(party: Party) -> str:
    """What a party can be known by: of a person the surname alone, since many have one given name."""
    return _surname(party) or party.name


def _telling_speaker(statement: Statement) -> str:
    name = statement.speaker.name
    return words_of(name)[-1] if statement.speaker.cls is SourceClass.PERSON and words_of(name) else name


def _surname(party: Party) -> str:
    named = party.person is not None and person_words(party.person)
    return words_of(party.person or "")[-1] if named else ""


def _stems(texts: Iterable[str], *, capitals: bool = False, least: int = 1) -> frozenset[str]:
    words = (word for text in texts for word in words_of(text))
    return frozenset(stem(word) for word in words if len(word) >= least and (word[:1].isupper() or not capitals))


def features(one: Side, other: Side, near: Near) -> tuple[float, ...]:
    """The numbers that the regression weighs, in the order of NAMES; symmetric.

    What can be true of each of the two counts 0 to 2, what can be true of the pair 0 or 1.
    """
    pairs = [(a, b) for a in one.members for b in other.members]
    nameless = _of_each(one, other, lambda side: all(not party.name for party in side.parties))
    in_article = any(a.head.id == b.head.id for a, b in pairs)
    numbers = (
        _of_each(one, other, lambda side: side.leading.cls is SourceClass.ORGANISATION),
        nameless,
        _of_each(one, other, lambda side: any(party.is_own for party in side.parties)),
        _of_each(one, other, lambda side: all(party.is_withheld for party in side.parties)),
        _of_each(one, other, _is_quoted),
        _of_each(one, other, lambda side: any(voice.cited for voice in side.members)),
        bool(one.capitals & other.article) + bool(other.capitals & one.article),
        bool(one.capitals & other.paragraph) + bool(other.capitals & one.paragraph),
        bool(one.capitals & other.sentence) + bool(other.capitals & one.sentence),
        any(a.index in b.cited or b.index in a.cited for a, b in pairs),
        in_article,
        in_article and not nameless,
        bool(one.names & other.names),
        bool(one.speakers & other.speakers),
        any(akin(a, b) for a in one.marks for b in other.marks),
        bool(one.kinds & other.kinds),
        bool(one.kinds and other.kinds and not one.kinds & other.kinds),
        bool(one.figures and other.figures and not one.figures & other.figures),
        max(near.get(frozenset((a.appearance.statement.id, b.appearance.statement.id)), 0.0) for a, b in pairs),
    )
    return tuple(map(float, numbers))


def _of_each(one: Side, other: Side, is_true: Callable[[Side], bool]) -> int:
    return is_true(one) + is_true(other)


def _is_quoted(side: Side) -> bool:
    return any(voice.appearance.statement.attribution.kind.is_quoted for voice in side.members)
