"""Copies: articles that share text, and where it comes from.

Words inside quotation marks are no evidence: two reporters may quote the same woman. Nor is a single short sentence,
which anybody may write. What counts are pairs of neighbouring words outside quotation marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from quellenlage.linking.direction import Side, direct
from quellenlage.linking.outlets import agencies_of
from quellenlage.linking.passages import PassageText, open_passage
from quellenlage.model.claim import ArticleHead, Copy, Link, Passage, Relation, Trace
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.text import Span

_SAME_SENTENCE = 0.6  # of the shorter sentence's pairs; edited agency sentences keep more, chance keeps fewer
_FEWEST_SHARED = 4  # pairs of words that two passages must share at all
_EVIDENCE = 12  # words outside quotation marks that two articles must share
_NEARLY_ALL = 0.75  # of the pairs where all of them stand in one sentence
_HOUSE_LINE = 3  # further articles of its own outlet in which a line stands that is the outlet's
_VERSION = 0.3  # of the words that two articles of one outlet share where one is a version of the other


_Match = tuple[Trace, Trace, Link]


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
    links = _without_house_lines(heads, traces, links)
    pairs: dict[tuple[str, str], list[_Match]] = defaultdict(list)
    for link in links:
        one, other = sorted((traces[link.left], traces[link.right]), key=lambda trace: trace.article)
        pairs[one.article, other.article].append((one, other, link))
    enough = {pair: matches for pair, matches in sorted(pairs.items()) if _is_evidence(matches)}
    texts: dict[str, list[PassageText]] = defaultdict(list)
    copied = {article for pair in enough for article in pair}
    for trace in passages:
        if trace.article in copied:
            texts[trace.article].append(open_passage(trace.data))
    behind = _agencies(heads, enough)
    copies = (_copy(heads, texts, behind, pair, matches) for pair, matches in enough.items())
    return tuple(copy for copy in copies if not _is_of_one_outlet(copy) or _is_version(copy))


def _without_house_lines(
    heads: Mapping[str, ArticleHead], traces: Mapping[str, Trace], links: Sequence[Link]
) -> list[Link]:
    """The links but those of lines that an outlet puts into several articles; they say nothing of who copied whom."""
    held: dict[str, set[str]] = defaultdict(set)
    known = [link for link in links if link.left in traces and link.right in traces]
    for link in known:
        one, other = traces[link.left], traces[link.right]
        if heads[one.article].outlet and heads[one.article].outlet == heads[other.article].outlet:
            held[one.id].add(other.article)
            held[other.id].add(one.article)
    return [link for link in known if max(len(held[link.left]), len(held[link.right])) < _HOUSE_LINE]


def _is_of_one_outlet(copy: Copy) -> bool:
    return any(reason.kind is ReasonKind.LATER_VERSION for reason in copy.reasons)


def _is_version(copy: Copy) -> bool:
    """Whether one outlet's articles share more than a line that stands under all of them."""
    return copy.share >= _VERSION and len(copy.passages) > 1


def _is_evidence(matches: Iterable[_Match]) -> bool:
    """Whether so many words outside quotation marks are no chance; a sentence that fits two others counts once."""
    best: dict[str, tuple[int, float]] = {}
    for one, _, link in matches:
        best[one.id] = max(best.get(one.id, (0, 0.0)), (int(link.reasons[0].names[0]), link.score))
    told = [(words, score) for words, score in best.values() if words >= _FEWEST_SHARED]
    enough = sum(words for words, _ in told) >= _EVIDENCE
    return enough and (len(told) > 1 or max(score for _, score in told) >= _NEARLY_ALL)


def _agencies(heads: Mapping[str, ArticleHead], pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The agencies behind each article: its own credits, else those of the articles that share its text."""
    credited = {article: agencies_of(head) for article, head in heads.items()}
    behind = dict(credited)
    for one, other in pairs:
        own = heads[one].outlet is not None and heads[one].outlet == heads[other].outlet
        for article, neighbour in ((one, other), (other, one)):
            if not credited[article] and not own:
                behind[article] |= credited[neighbour]
    return behind


def _copy(
    heads: Mapping[str, ArticleHead],
    texts: Mapping[str, Sequence[PassageText]],
    behind: Mapping[str, frozenset[str]],
    pair: tuple[str, str],
    matches: Sequence[_Match],
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
    spans = {(found.article, found.span) for both in passages for found in both}
    share = max(_share(article, texts[article], spans) for article in copies)
    return Copy(guess.source, copies, guess.agency, tuple(passages), share, reasons)


def _side(head: ArticleHead, texts: Sequence[PassageText], agencies: frozenset[str], shared: Sequence[Passage]) -> Side:
    blocks = {passage.span.block for passage in shared}
    beside = " ".join(text.span.text for text in texts if text.span.block in blocks)
    return Side(head, agencies, agencies_of(head), beside, sum(len(text.words) for text in texts))


def _passages(one: Trace, other: Trace) -> tuple[Passage, Passage]:
    return Passage(one.article, open_passage(one.data).span), Passage(other.article, open_passage(other.data).span)


def _place(pair: tuple[Passage, Passage]) -> tuple[int, int, int, int]:
    return (pair[0].span.block, pair[0].span.start, pair[1].span.block, pair[1].span.start)


def _share(article: str, texts: Sequence[PassageText], shared: Collection[tuple[str, Span]]) -> float:
    words = sum(len(text.words) for text in texts)
    return round(sum(len(text.words) for text in texts if (article, text.span) in shared) / max(1, words), 4)
