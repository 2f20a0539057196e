"""From candidates to attributions in the house scheme: one statement a sentence, whole quotations, trimmed spans.

What is done here is what the annotation guidelines fix by rule; all else is the network's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quellenlage.language.passage import Passage
from quellenlage.model.statement import Kind
from quellenlage.tagging.candidates import Candidate, overlap
from quellenlage.tagging.labels import KINDS, Role
from quellenlage.tagging.quotations import MARKS, find_quotations, quoted

_ALL_QUOTED = 0.97  # share of a content's letters in quotation marks from which it is direct
_SOME_QUOTED = 0.02
_UNMARKED_DIRECT = 0.8  # probability from which a content without marks is direct (interviews)
_LEAST_QUOTED = 0.5  # share of a quoted sentence that must be content for the rest to be taken in
_SCRAP = 4  # words: shorter pieces of another sentence are no statement, unless they are half of it
_DOUBLED = 0.3  # overlap with another statement above which a split-off sentence falls away

_OPENERS = {"(": ")", "[": "]", "{": "}"}
_EDGE = frozenset(",;:–—-") | frozenset(")]}([{")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A statement as words of a passage, every tuple ascending; the shape of an Attribution before its spans."""

    kind: Kind
    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: tuple[int, ...]
    antecedent: tuple[int, ...]
    relays: tuple[int, ...]
    confidence: float


_LEAST_LETTERS = 3
"""A content without any word of this length ("an", "es") says nothing."""


def draw(passage: Passage, candidates: Iterable[Candidate]) -> list[Drawn]:
    """Statements in text order."""
    inside = quoted(passage.text)
    quotations = [_words(passage, start, end) for start, end in find_quotations(passage.text)]
    sentence_of = [index for index, sentence in enumerate(passage.sentences) for _ in sentence]
    drawn: list[Drawn] = []
    for one in split([completed(c, passage, quotations, sentence_of) for c in candidates], passage, sentence_of):
        content = trimmed(passage, one.content, inside)
        if any(len(passage.word(word)) >= _LEAST_LETTERS for word in content):
            drawn.append(_drawn(passage, one, content, inside, sentence_of))
    return sorted(drawn, key=lambda one: (one.content, one.cue))


def _words(passage: Passage, start: int, end: int) -> range:
    return passage.covered(start, end)


def completed(one: Candidate, passage: Passage, quotations: Sequence[range], sentence_of: Sequence[int]) -> Candidate:
    """Take in the rest of a quoted sentence whose larger part is content, if no other role claims it."""
    content = set(one.content)
    claimed = {word for role, words in one.roles.items() if role is not Role.CONTENT for word in words}
    for quotation in quotations:
        if not quotation or one.content[-1] < quotation.start or one.content[0] >= quotation.stop:
            continue
        for index in range(sentence_of[quotation.start], sentence_of[quotation.stop - 1] + 1):
            sentence = passage.sentences[index]
            part = range(max(sentence.start, quotation.start), min(sentence.stop, quotation.stop))
            have = sum(word in content for word in part)
            if _LEAST_QUOTED * len(part) <= have < len(part) and not claimed & set(part):
                content |= set(part)
    return replace(one, roles={**one.roles, Role.CONTENT: tuple(sorted(content))})


def split(candidates: Iterable[Candidate], passage: Passage, sentence_of: Sequence[int]) -> list[Candidate]:
    """One statement a sentence: further sentences become statements without a cue, carried on from the same source."""
    whole: list[Candidate] = []
    further: list[Candidate] = []
    for one in candidates:
        parts: dict[int, list[int]] = {}
        for word in one.content:
            parts.setdefault(sentence_of[word], []).append(word)
        home = _home(one, parts, sentence_of)
        for index, words in parts.items():
            scrap = len(words) < _SCRAP and 2 * len(words) < len(passage.sentences[index])
            if index == home:
                whole.append(replace(one, roles={**one.roles, Role.CONTENT: tuple(words)}))
            elif not scrap:
                further.append(replace(one, roles={**one.roles, Role.CONTENT: tuple(words), Role.CUE: ()}))
    for one in further:
        if not any(overlap(one.content, other.content) > _DOUBLED for other in whole):
            whole.append(one)
    return whole


def _home(one: Candidate, parts: dict[int, list[int]], sentence_of: Sequence[int]) -> int:
    """The sentence that keeps the cue: the cue's own, else the trigger's, else the one nearest to the cue."""
    cue = one.words(Role.CUE)
    for word in (*cue, *one.found.words):
        if sentence_of[word] in parts:
            return sentence_of[word]
    near = sentence_of[cue[0]] if cue else min(parts)
    return min(parts, key=lambda index: (abs(index - near), index))


def _drawn(
    passage: Passage, one: Candidate, content: tuple[int, ...], inside: bytearray, sentence_of: Sequence[int]
) -> Drawn:
    cue = _bare(passage, one.words(Role.CUE))
    source = _bare(passage, one.words(Role.SOURCE))
    here = {sentence_of[word] for word in content}
    named_here = bool(cue) or (bool(source) and {sentence_of[word] for word in source} <= here)
    return Drawn(
        kind=kind_of(passage, one, content, inside),
        content=content,
        cue=cue,
        source=source if named_here else (),
        antecedent=() if named_here else source,
        relays=_bare(passage, one.words(Role.RELAY)),
        confidence=one.confidence,
    )


def kind_of(passage: Passage, one: Candidate, content: Sequence[int], inside: bytearray) -> Kind:
    """Quotation marks decide direct and mixed, the network the rest."""
    letters = [at for word in content for at in range(*passage.words[word]) if passage.text[at].isalnum()]
    share = sum(inside[at] for at in letters) / max(1, len(letters))
    if share > _ALL_QUOTED:
        return Kind.DIRECT
    if share > _SOME_QUOTED:
        return Kind.MIXED
    chance = dict(zip(KINDS, map(float, one.kinds), strict=True))
    if chance[Kind.DIRECT] > _UNMARKED_DIRECT:
        return Kind.DIRECT
    return max((Kind.INDIRECT, Kind.REPORTED), key=lambda kind: chance[kind])


def trimmed(passage: Passage, words: Sequence[int], inside: bytearray) -> tuple[int, ...]:
    """Content without what the guidelines leave out at the ends of each of its pieces: quotation marks that enclose
    it or have no partner in it, commas, dashes, and the final full stop."""
    kept: list[int] = []
    for piece in _pieces(passage, words):
        first, last = 0, len(piece)
        while first < last and _loose(passage, piece[first:last], 0, inside):
            first += 1
        while first < last and _loose(passage, piece[first:last], -1, inside):
            last -= 1
        if any(passage.word(word)[0].isalnum() for word in piece[first:last]):
            kept.extend(piece[first:last])
    return tuple(kept)


def _pieces(passage: Passage, words: Sequence[int]) -> list[list[int]]:
    """Runs of neighbouring words in one paragraph."""
    pieces: list[list[int]] = [[word] for word in words[:1]]
    for before, word in pairwise(words):
        if word == before + 1 and "\n" not in passage.text[passage.words[before][1] : passage.words[word][0]]:
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return pieces


def _loose(passage: Passage, piece: Sequence[int], edge: int, inside: bytearray) -> bool:
    """Whether the first (edge 0) or last (edge -1) word of a piece is a mark to leave out."""
    mark = passage.word(piece[edge])
    if mark in MARKS:
        inner = [word for word in piece if passage.word(word)[0].isalnum()]
        all_quoted = all(inside[passage.words[word][0]] for word in inner)
        partners = sum(passage.word(word) in MARKS for word in piece)
        return all_quoted or partners % 2 == 1
    if mark == ".":
        return edge == -1
    if mark in "([{":
        return _OPENERS[mark] not in map(passage.word, piece)
    if mark in ")]}":
        return not any(_OPENERS.get(passage.word(word)) == mark for word in piece)
    return mark in _EDGE


def _bare(passage: Passage, words: Sequence[int]) -> tuple[int, ...]:
    """Words of a cue or source without marks at the ends of their runs, but with what closes a bracket of theirs."""
    kept: list[int] = []
    for piece in _pieces(passage, words):
        solid = [index for index, word in enumerate(piece) if any(map(str.isalnum, passage.word(word)))]
        if solid:
            run = piece[solid[0] : solid[-1] + 1]
            kept += [*run, *_closing(passage, run)]
    return tuple(kept)


def _closing(passage: Passage, run: Sequence[int]) -> tuple[int, ...]:
    """The word right behind a run that closes a bracket opened in it ("Petra Lind (52)")."""
    marks = [passage.word(word) for word in run]
    after = run[-1] + 1
    if after == len(passage.words) or "\n" in passage.text[passage.words[run[-1]][1] : passage.words[after][0]]:
        return ()
    closes = any(marks.count(mark) > marks.count(end) and passage.word(after) == end for mark, end in _OPENERS.items())
    return (after,) if closes else ()
