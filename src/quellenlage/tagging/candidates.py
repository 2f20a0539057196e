"""Candidates: what an answer says about each word, and which answers speak of the same statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from quellenlage.tagging.asking import Answer, Network, ReadChunk, ask, read
from quellenlage.tagging.chunking import Chunk, Encoded
from quellenlage.tagging.labels import Role, Scheme, Trigger
from quellenlage.tagging.triggers import Floats, Found, contents, cueless, cues

_SAME = 0.4  # overlap of contents (intersection over union) from which two candidates are one statement
_ALIKE = 0.8  # overlap from which two cues that stand close are one
_CLOSE = 3  # words
_APART = 0.3  # overlap up to which a content alone is a statement of its own
_SHORT_RUN = 3  # words: shorter fragments of a content count only beside a short content
_SMALL_SHARE = 0.25  # of the longest fragment
_RELAY = 0.4  # probability from which a word without another role names a relay; they are rare and seldom likelier
_HOLE = 2  # words left out between two of a role that belong to it all the same


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement as one trigger sees it: the words of each role, all ascending.

    `confidence` is the trigger's probability times the mean probability of the roles given.
    """

    found: Found
    roles: Mapping[Role, tuple[int, ...]]
    confidence: float
    quote_types: Floats
    kinds: Floats

    def words(self, role: Role) -> tuple[int, ...]:
        """The words of a role, empty where it has none."""
        return self.roles.get(role, ())

    @property
    def content(self) -> tuple[int, ...]:
        """The words of the content."""
        return self.words(Role.CONTENT)


def find_candidates(network: Network, encoded: Encoded, scheme: Scheme) -> list[Candidate]:
    """All statements of a passage, merged: from cues, then from starts without a cue, then from contents left over."""
    parts = read(network, encoded, scheme)
    first = [(part, found) for part in parts for found in (*cues(*_seen(part)), *cueless(*_seen(part)))]
    kept = merged(_answered(network, first, scheme))
    covered = {word for one in kept for word in one.content}
    rest = [
        (part, found) for part in parts for found in contents(*_seen(part)) if _share(found.words, covered) <= _APART
    ]
    for one in merged(_answered(network, rest, scheme)):
        if not any(overlap(one.content, other.content) > _APART for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.content, one.words(Role.CUE)))


def _answered(network: Network, asked: Sequence[tuple[ReadChunk, Found]], scheme: Scheme) -> list[Candidate]:
    """The candidates that are statements in the scheme: those with content, and cues alone where it lets them stand."""
    found = [candidate(answer) for answer in ask(network, asked, scheme)]
    alone = scheme.lets_cues_stand_alone
    return [one for one in found if one.content or (alone and one.found.trigger is Trigger.CUE)]


def _seen(part: ReadChunk) -> tuple[Chunk, Floats]:
    return part.chunk, part.probabilities


def candidate(answer: Answer) -> Candidate:
    """Give each word its most likely role; the trigger of a cue always is cue."""
    best = answer.roles.argmax(-1)
    best[(best == Role.NONE) & (answer.roles[:, Role.RELAY] >= _RELAY)] = Role.RELAY
    roles: dict[Role, list[int]] = {}
    certain: list[float] = []
    for index, word in enumerate(answer.words):
        role = Role(int(best[index]))
        if answer.found.trigger is Trigger.CUE and word in answer.found.words:
            role = Role.CUE
        if role is not Role.NONE:
            roles.setdefault(role, []).append(word)
            certain.append(float(answer.roles[index, role]))
    other = {word for role, words in roles.items() if role is not Role.CONTENT for word in words}
    content = _smooth(roles.get(Role.CONTENT, []), other)
    given = {role: tuple(words) for role, words in roles.items()} | {Role.CONTENT: content}
    if Role.SOURCE in roles:
        sure = dict(zip(answer.words, answer.roles[:, Role.SOURCE].tolist(), strict=True))
        claimed = {word for role, words in given.items() if role is not Role.SOURCE for word in words}
        given[Role.SOURCE] = _one_mention(roles[Role.SOURCE], claimed, sure)
    confidence = answer.found.probability * (sum(certain) / len(certain) if certain else 0.0)
    return Candidate(answer.found, given, confidence, answer.quote_types, answer.kinds)


def _smooth(words: Sequence[int], claimed: Set[int]) -> tuple[int, ...]:
    """Close small holes in a content and leave out stray words far from its larger part."""
    runs = _closed_runs(words, claimed)
    longest = max(map(len, runs), default=0)
    kept = [run for run in runs if len(run) >= _SHORT_RUN or len(run) >= _SMALL_SHARE * longest]
    return tuple(word for run in kept for word in run)


def _one_mention(words: Sequence[int], claimed: Set[int], sure: Mapping[int, float]) -> tuple[int, ...]:
    """The surest of several mentions of a source: who says something is named once (in 1409 of 1413 gold cases)."""

    def mean(run: list[int]) -> float:
        return sum(sure[word] for word in run) / len(run)

    surest = max(_closed_runs(words, claimed), key=mean)
    return tuple(surest)


def _closed_runs(words: Sequence[int], claimed: Set[int]) -> list[list[int]]:
    """Neighbouring words together, small holes between them closed where no other role claims them."""
    runs: list[list[int]] = []
    for word in words:
        hole = range(runs[-1][-1] + 1, word) if runs else range(0)
        if runs and len(hole) <= _HOLE:
            runs[-1].extend(inner for inner in hole if inner not in claimed)
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each statement.

    Of candidates that agree the surest stays, unless a later one claims its trigger as a part of a longer cue.
    """
    kept: list[Candidate] = []
    order = sorted(candidates, key=lambda one: (one.found.trigger, -one.confidence))
    for one in order:
        place = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if place is None:
            kept.append(one)
        elif one.found.trigger is Trigger.CUE:
            kept[place] = _joined(one, kept[place])
    return [_own_cue(one, kept) for one in kept]


def _same(one: Candidate, other: Candidate) -> bool:
    """Whether a candidate tells what an earlier one, of the same kind of trigger or a stronger, already tells."""
    shared = overlap(one.content, other.content)
    if one.found.trigger is not Trigger.CUE or other.found.trigger is not Trigger.CUE:
        return shared > _SAME
    mine, others = _claims(one, other), _claims(other, one)
    return (mine and others) or ((mine or others) and shared > _SAME) or (_near(one, other) and shared > _ALIKE)


def _claims(one: Candidate, other: Candidate) -> bool:
    """Whether one has the other's trigger in its cue."""
    return set(other.found.words) <= set(one.words(Role.CUE))


def _near(one: Candidate, other: Candidate) -> bool:
    """Whether two triggers stand so close that they are one cue ("nach", "Angaben")."""
    first, second = one.found.words, other.found.words
    return max(first[0] - second[-1], second[0] - first[-1]) <= _CLOSE


def _joined(one: Candidate, other: Candidate) -> Candidate:
    """What two candidates of one statement say together: the first that claims the other's trigger has it right."""
    if _claims(other, one):
        return other
    if _claims(one, other):
        return replace(one, confidence=max(one.confidence, other.confidence))
    cue = tuple(sorted({*other.words(Role.CUE), *one.found.words}))
    roles = {role: tuple(word for word in words if word not in one.found.words) for role, words in other.roles.items()}
    return replace(other, roles={**roles, Role.CUE: cue})


def _own_cue(one: Candidate, kept: Sequence[Candidate]) -> Candidate:
    """A word that triggered another statement is no part of this one's cue."""
    others = {
        word for other in kept if other is not one and other.found.trigger is Trigger.CUE for word in other.found.words
    }
    cue = tuple(word for word in one.words(Role.CUE) if word in one.found.words or word not in others)
    return replace(one, roles={**one.roles, Role.CUE: cue})


def overlap(one: Sequence[int], other: Sequence[int]) -> float:
    """Intersection over union of two ascending series of words, 0 where both are empty."""
    if not one or not other or one[-1] < other[0] or other[-1] < one[0]:
        return 0.0
    first, second = set(one), set(other)
    return len(first & second) / len(first | second)


def _share(words: Sequence[int], covered: set[int]) -> float:
    return sum(word in covered for word in words) / len(words)
