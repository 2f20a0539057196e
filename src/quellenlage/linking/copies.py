"""Copies: articles that share text, and where it comes from.

Words inside quotation marks are no evidence: two reporters may quote the same woman. Nor is a single short sentence,
which anybody may write. What counts are pairs of neighbouring words outside quotation marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from quellenlage.linking.direction import Side, agencies_of, direct
from quellenlage.linking.passages import PassageText, open_passage
from quellenlage.model.claim import ArticleHead, Copy, Link, Passage, Relation, Trace
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.text import Span

_SAME_SENTENCE = 0.6  # of the shorter sentence's pairs; edited agency sentences keep more, chance keeps fewer
_FEWEST_SHARED = 4  # pairs of words that two passages must share at all
_EVIDENCE = 12  # words outside quotation marks that two articles must share in one sentence
_EVIDENCE_MANY = 10  # the same where they stand in several sentences


def compare_passages(one: Trace, other: Trace) -> Link | None:
    """A COPIES link where two sentences are one text, edited or cut. Its score is the shared part of the shorter
    sentence's word pairs; its reason tells how many words outside quotation marks both have."""
    if one.article == other.article:
        return None
    a, b = open_passage(one.data), open_passage(other.data)
    shared = a.pairs & b.pairs
    share = len(shared) / max(1, min(len(a.pairs), len(b.pairs)))
    if len(shared) < _FEWEST_SHARED or share < _SAME_SENTENCE:
        return None
    left, right = sorted((one.id, other.id))
    reason = Reason(ReasonKind.SHARED_WORDS, (str(_own_words(a, b)),))
    return Link(left, right, Relation.COPIES, round(share, 4), (reason,))


def _own_words(a: PassageText, b: PassageText) -> int:
    return len({word for pair in a.own_pairs & b.own_pairs for word in pair})


def find_copies(heads: Mapping[str, ArticleHead], passages: Sequence[Trace], links: Sequence[Link]) -> tuple[Copy, ...]:
    """Every two articles that share enough text, with the guess of who copied from whom; sorted by their ids.

    `passages` are all passages of the articles in `heads`, `links` the COPIES links among them.
    """
    traces = {trace.id: trace for trace in passages}
    pairs: dict[tuple[str, str], list[tuple[Trace, Trace, Link]]] = defaultdict(list)
    for link in links:
        if link.left in traces and link.right in traces:
            one, other = sorted((traces[link.left], traces[link.right]), key=lambda trace: trace.article)
            pairs[one.article, other.article].append((one, other, link))
    enough = {pair: matches for pair, matches in sorted(pairs.items()) if _is_evidence(matches)}
    texts: dict[str, list[PassageText]] = defaultdict(list)
    for trace in passages:
        texts[trace.article].append(open_passage(trace.data))
    behind = _agencies(heads, enough)
    return tuple(_copy(heads, texts, behind, pair, matches) for pair, matches in enough.items())


def _is_evidence(matches: Iterable[tuple[Trace, Trace, Link]]) -> bool:
    words = [int(link.reasons[0].names[0]) for _, _, link in matches]
    return sum(words) >= (_EVIDENCE_MANY if sum(count > 2 for count in words) > 1 else _EVIDENCE)


def _agencies(heads: Mapping[str, ArticleHead], pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The agencies behind each article: its own credits, else those of the articles that share its text."""
    credited = {article: agencies_of(head) for article, head in heads.items()}
    behind = dict(credited)
    for one, other in pairs:
        for article, neighbour in ((one, other), (other, one)):
            if not credited[article]:
                behind[article] |= credited[neighbour]
    return behind


def _copy(
    heads: Mapping[str, ArticleHead],
    texts: Mapping[str, Sequence[PassageText]],
    behind: Mapping[str, frozenset[str]],
    pair: tuple[str, str],
    matches: Sequence[tuple[Trace, Trace, Link]],
) -> Copy:
    passages = sorted((_passages(one, other) for one, other, _ in matches), key=_place)
    sides = [
        _side(heads[article], texts[article], behind[article], [found[i] for found in passages])
        for i, article in enumerate(pair)
    ]
    guess = direct(*sides)
    if guess.source == pair[1]:
        passages = sorted(((after, before) for before, after in passages), key=_place)
    copies = tuple(article for article in pair if article != guess.source)
    shared = sum(int(link.reasons[0].names[0]) for _, _, link in matches)
    reasons = (Reason(ReasonKind.SHARED_WORDS, (str(shared),)), *guess.reasons)
    share = _share(texts[copies[-1]], {after.span for _, after in passages})
    return Copy(guess.source, copies, guess.agency, tuple(passages), share, reasons)


def _side(head: ArticleHead, texts: Sequence[PassageText], agencies: frozenset[str], shared: Sequence[Passage]) -> Side:
    blocks = {passage.span.block for passage in shared}
    beside = " ".join(text.span.text for text in texts if text.span.block in blocks)
    return Side(head, agencies, agencies_of(head), beside, sum(len(text.words) for text in texts))


def _passages(one: Trace, other: Trace) -> tuple[Passage, Passage]:
    return Passage(one.article, open_passage(one.data).span), Passage(other.article, open_passage(other.data).span)


def _place(pair: tuple[Passage, Passage]) -> tuple[int, int, int, int]:
    return (pair[0].span.block, pair[0].span.start, pair[1].span.block, pair[1].span.start)


def _share(texts: Sequence[PassageText], shared: Collection[Span]) -> float:
    words = sum(len(text.words) for text in texts)
    return round(sum(len(text.words) for text in texts if text.span in shared) / max(1, words), 4)
