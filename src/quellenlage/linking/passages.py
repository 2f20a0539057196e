"""Passages: the sentences of an article's body as something that may stand in other articles as well.

A passage is looked for by MinHash (Broder, "On the resemblance and containment of documents", 1997) over pairs of
neighbouring words: ten times the smallest hashes of three permutations are joined, for keys. Two sentences that
share two thirds of their pairs meet with 97 %, ones that share a tenth with 1 %, whatever else is in the ledger.
Long ones meet at any time, short ones with whatever is published within some weeks: many an event is told in the same
few words as another of its kind, so that over the years they would meet ever more.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from quellenlage.language.passage import sentence_ranges
from quellenlage.language.words import find_words
from quellenlage.linking.keys import WEEKS, spans
from quellenlage.model.claim import Trace, TraceKind
from quellenlage.model.ids import content_id
from quellenlage.model.statement import Reading
from quellenlage.model.text import Block, BlockKind, Span, day_of

Pair = tuple[str, str]

_BODY = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_FEWEST_WORDS = 5  # shorter sentences are everybody's
_ANYTIME_WORDS = 12  # of a long one: so many could be evidence of a copy by themselves
_BANDS, _ROWS = 10, 3
_QUOTATION = re.compile(r"„[^“”]*(?:[“”]|$)|“[^”]*(?:”|$)|»[^«]*(?:«|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True, slots=True)
class PassageText:
    """What a passage's trace holds. `words` are folded, without marks; `quoted` says of each whether it stands inside
    quotation marks, where two articles agree because they quote the same person; `pairs` are of neighbouring words."""

    span: Span
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    pairs: frozenset[Pair]

    @property
    def own_pairs(self) -> frozenset[Pair]:
        """Pairs of neighbouring words of which neither is quoted."""
        if not any(self.quoted):
            return self.pairs
        marked = list(zip(self.words, self.quoted, strict=True))
        return frozenset((a, b) for (a, p), (b, q) in pairwise(marked) if not p and not q)


def passage_traces(reading: Reading) -> tuple[Trace, ...]:
    """One trace for each sentence of the body with at least five words, in text order."""
    article = reading.article
    day = None if article.published is None else day_of(article.published).toordinal()
    return tuple(
        _trace(article.id, day, span, quotations)
        for block in article.blocks
        if block.kind in _BODY
        for span, quotations in _sentences(block)
    )


@lru_cache(maxsize=4_096)
def open_passage(data: bytes) -> PassageText:
    """The passage that `passage_traces` put into a trace's data."""
    block, start, end, text, quotations = json.loads(data)
    words, quoted = [], []
    for first, last in find_words(text):
        if text[first].isalnum():
            words.append(text[first:last].casefold())
            quoted.append(any(low <= first < high for low, high in quotations))
    return PassageText(Span(block, start, end, text), tuple(words), tuple(quoted), frozenset(pairwise(words)))


def _sentences(block: Block) -> Iterator[tuple[Span, list[tuple[int, int]]]]:
    """Sentences with the quotations in them, as half-open code points of the sentence."""
    quotations = [match.span() for match in _QUOTATION.finditer(block.text)]
    for start, end in sentence_ranges(block.text):
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in quotations if a < end and start < b]
        yield Span(block.index, start, end, block.text[start:end]), inside


def _trace(article: str, day: int | None, span: Span, quotations: list[tuple[int, int]]) -> Trace:
    data = json.dumps([span.block, span.start, span.end, span.text, quotations], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    key = content_id("passage/1", [article, span.block, span.start, span.end])
    return Trace(TraceKind.PASSAGE, key, article, _keys(open_passage(data), day), data)


def _keys(passage: PassageText, day: int | None) -> frozenset[int]:
    if len(passage.words) < _FEWEST_WORDS:
        return frozenset()
    hashes = np.fromiter((_hash("\0".join(pair)) for pair in passage.pairs), np.uint64)
    factors, offsets = _permutations()
    smallest = ((hashes[:, None] >> 3) * factors + offsets).min(axis=0).reshape(_BANDS, _ROWS)
    bands = [f"{band} {row.tobytes().hex()}" for band, row in enumerate(smallest)]
    found = [f"passage {when} {band}" for when in spans(day, WEEKS) for band in bands]
    if len(passage.words) >= _ANYTIME_WORDS:
        found += [f"passage {band}" for band in bands]
    return frozenset(_hash(each, signed=True) for each in found)


@lru_cache(maxsize=1)
def _permutations() -> tuple[np.ndarray, np.ndarray]:
    """Odd factors and offsets of the hash functions; fixed for ever, since keys are compared over years."""
    numbers = [_hash(f"permutation {i}") for i in range(2 * _BANDS * _ROWS)]
    return np.array(numbers[::2], np.uint64) | np.uint64(1), np.array(numbers[1::2], np.uint64)


def _hash(text: str, *, signed: bool = False) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=signed)
