"""Comparing two statements or assertions: their relation, how probable it is, and the reasons."""

from __future__ import annotations

from dataclasses import replace

from quellenlage.linking import denying
from quellenlage.linking.copies import compare_passages
from quellenlage.linking.deciding import Chances, decide
from quellenlage.linking.encoder import likeness
from quellenlage.linking.features import agreeing, features, overlapping, same_speaker, same_unit, unmatched
from quellenlage.linking.garbling import garbled
from quellenlage.linking.sketch import Amount, Sketch, unpack
from quellenlage.linking.terms import related
from quellenlage.model.claim import Link, Relation, Trace, TraceKind
from quellenlage.model.reason import Reason, ReasonKind

WORTH_KEEPING = 0.1
"""The least probability of a link; below the half it is no proposal, but counts where clusters are made."""

DENIED = 0.4
"""The least probability of a denial, as learned (`denying`): most of those named are expected ones."""

_SURER = 2  # times as probable as that both say the same must a denial be, since it takes the pair apart
_CONTRADICTION = 0.5
_SHARED_THINGS = 3  # names given as a reason


def compare(one: Trace, other: Trace) -> Link | None:
    """The link of two traces, None where they have nothing to do with each other. Pure, and the order does not matter.

    Those of kinds that are no counterparts have nothing to do with each other.
    """
    if other.kind not in one.kind.counterparts:
        return None
    return compare_passages(one, other) if one.kind is TraceKind.PASSAGE else _compare_statements(one, other)


def _compare_statements(one: Trace, other: Trace) -> Link | None:
    left, right = (one, other) if one.id < other.id else (other, one)
    here, there = unpack(left.data), unpack(right.data)
    pair = features(here, there)
    chances = decide(pair)
    denial = _denial(left.id, right.id, here, there, pair)
    if here.denies != there.denies or (denial and denial.score >= _SURER * chances.same):
        return denial  # what somebody denies is not the same as what it denies
    chances = max(chances, Chances(garbled(here, there), 0.0), key=lambda each: each.same)
    if chances.same + chances.contradicts < WORTH_KEEPING:
        return None
    against = _against(here, there, left.id, right.id)
    kinds = {reason.kind for reason in against}
    if not kinds & {ReasonKind.DENIAL, ReasonKind.OTHER_FIGURE}:
        chances = Chances(chances.same + chances.contradicts, 0.0)
    elif _rejection(here, there) or (ReasonKind.OTHER_FIGURE in kinds and _two_parties(here, there)):
        agreed = decide(features(here, replace(there, amounts=here.amounts)))  # one matter, had they said one figure
        chances = Chances(0.0, agreed.same)
    if chances.contradicts >= _CONTRADICTION and chances.contradicts > chances.same:
        return Link(left.id, right.id, Relation.CONTRADICTS, round(chances.contradicts, 3), against)
    if chances.same < WORTH_KEEPING:
        return None
    return Link(left.id, right.id, Relation.SAME, round(chances.same, 3), (*_for(here, there), *against))


def _denial(left: str, right: str, here: Sketch, there: Sketch, pair: tuple[float, ...]) -> Link | None:
    """That one says that what the other says is not so; `pair` are the features of both.

    As probably as was learned; where a verb says that one denies something, also as probably as both would say the
    same, had nobody denied it, as if they stood in two articles: the denial of what stands before it is one all the
    same. Who denies a thing does not contradict who says that it was not.
    """
    if here.denies != there.denies and here.is_negative == there.is_negative:
        return None
    forth, back = denying.chances(here, there, pair)
    chance, denial = max((forth, here), (back, there), key=lambda each: each[0])
    if here.denies != there.denies:
        agreed = decide(features(here, replace(there, article="", denies=here.denies, negated=here.negated))).same
        if agreed >= max(chance, _CONTRADICTION):
            chance, denial = agreed, here if here.denies else there
    if chance < DENIED:
        return None
    kind, words = (ReasonKind.DENIAL, denial.denial) if denial.denial else (ReasonKind.OPPOSES, denial.speaker)
    told = Reason(kind, (words, left if denial is here else right))
    others = (reason for reason in _against(here, there, left, right) if reason.kind is not ReasonKind.DENIAL)
    return Link(left, right, Relation.CONTRADICTS, round(chance, 3), (told, *others))


def _rejection(one: Sketch, other: Sketch) -> tuple[Sketch, str] | None:
    """The one that rejects a figure of the other ("not the 640 million"), without telling one of its figures, and the
    words; None where neither does."""
    if any(agreeing(a, b) for a in one.amounts for b in other.amounts):
        return None
    for denial, told in ((one, other), (other, one)):
        for figure in denial.rejected:
            if any(agreeing(figure, each) and _may_count_the_same(figure, each) for each in told.amounts):
                return denial, figure.words
    return None


def _may_count_the_same(one: Amount, other: Amount) -> bool:
    return not one.unit or not other.unit or same_unit(one, other)


def _two_parties(one: Sketch, other: Sketch) -> bool:
    """Whether two statements are of speakers with different names."""
    return bool(one.speaker and other.speaker) and not same_speaker(one, other)


def _for(one: Sketch, other: Sketch) -> tuple[Reason, ...]:
    near = max(likeness(one.meaning, other.meaning), likeness(one.sense, other.sense))
    found = [Reason(ReasonKind.MEANING, (f"{near:.2f}",))]
    figures = [a for a in one.amounts if any(agreeing(a, b) for b in other.amounts)]
    found += [Reason(ReasonKind.SAME_FIGURE, (figure.words,)) for figure in figures[:1]]
    times = [a for a in one.times if any(overlapping(a, b) for b in other.times)]
    found += [Reason(ReasonKind.SAME_TIME, (time.words,)) for time in times[:1]]
    things = [t for t in one.terms if t.named and any(related(t.stem, each.stem) for each in other.terms)]
    things.sort(key=lambda term: (-term.weight, term.stem))
    found += [Reason(ReasonKind.SAME_THING, (term.stem,)) for term in things[:_SHARED_THINGS]]
    if one.speaker and same_speaker(one, other):
        found.append(Reason(ReasonKind.SAME_SPEAKER, (one.speaker,)))
    return tuple(found)


def _against(one: Sketch, other: Sketch, left: str, right: str) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if one.is_negative != other.is_negative:
        told = (one.denial, left) if one.is_negative else (other.denial, right)
        found.append(Reason(ReasonKind.DENIAL, told))
    elif rejection := _rejection(one, other):
        sketch, words = rejection
        found.append(Reason(ReasonKind.DENIAL, (words, left if sketch is one else right)))
    for back in filter(None, (one.back, other.back)):
        found.append(Reason(ReasonKind.REFERS_BACK, (back,)))
    pairs = [(a, b) for a in one.amounts for b in other.amounts]
    if pairs and not any(agreeing(a, b) for a, b in pairs):
        a, b = next(((a, b) for a, b in pairs if same_unit(a, b)), pairs[0])
        kind = ReasonKind.OTHER_FIGURE if same_unit(a, b) else ReasonKind.OTHER_MEASURE
        found.append(Reason(kind, (a.words, b.words)))
    if one.times and other.times and not any(overlapping(a, b) for a in one.times for b in other.times):
        found.append(Reason(ReasonKind.OTHER_TIME, (one.times[0].words, other.times[0].words)))
    here, there = unmatched(one, other), unmatched(other, one)
    if here and there and one.language == other.language:
        found.append(Reason(ReasonKind.OTHER_THING, (here[0].stem, there[0].stem)))
    return tuple(found)
