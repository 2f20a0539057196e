"""Passages: the sentences of an article's body as something that may stand in other articles as well.

A passage is looked for by MinHash (Broder, "On the resemblance and containment of documents", 1997) over pairs of
neighbouring words: each key joins the smallest hashes of three permutations, ten keys a passage. Two sentences that
share two thirds of their pairs meet with 97 %, ones that share a tenth with 1 %, whatever else is in the ledger.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np

from quellenlage.language.passage import sentence_ranges
from quellenlage.language.words import find_words
from quellenlage.model.claim import Trace, TraceKind
from quellenlage.model.ids import content_id
from quellenlage.model.statement import Reading
from quellenlage.model.text import Block, BlockKind, Span

Pair = tuple[str, str]

_BODY = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
_FEWEST_WORDS = 5  # shorter sentences are everybody's
_BANDS, _ROWS = 10, 3
_QUOTATION = re.compile(r"„[^“”]*(?:[“”]|$)|“[^”]*(?:”|$)|»[^«]*(?:«|$)|«[^»]*(?:»|$)|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True)
class PassageText:
    """What a passage's trace holds. `words` are folded, without marks; `quoted` says of each whether it stands inside
    quotation marks, where two articles agree because they quote the same person."""

    span: Span
    words: tuple[str, ...]
    quoted: tuple[bool, ...]

    @cached_property
    def pairs(self) -> frozenset[Pair]:
        """Pairs of neighbouring words."""
        return frozenset(pairwise(self.words))

    @cached_property
    def own_pairs(self) -> frozenset[Pair]:
        """Pairs of neighbouring words of which neither is quoted."""
        marked = list(zip(self.words, self.quoted, strict=True))
        return frozenset((a, b) for (a, p), (b, q) in pairwise(marked) if not p and not q)


def passage_traces(reading: Reading) -> tuple[Trace, ...]:
    """One trace for each sentence of the body with at least five words, in text order."""
    article = reading.article
    return tuple(
        _trace(article.id, span, quotations)
        for block in article.blocks
        if block.kind in _BODY
        for span, quotations in _sentences(block)
    )


@lru_cache(maxsize=8_192)
def open_passage(data: bytes) -> PassageText:
    """The passage that `passage_traces` put into a trace's data."""
    block, start, end, text, quotations = json.loads(data)
    words, quoted = [], []
    for first, last in find_words(text):
        if text[first].isalnum():
            words.append(text[first:last].casefold())
            quoted.append(any(low <= first < high for low, high in quotations))
    return PassageText(Span(block, start, end, text), tuple(words), tuple(quoted))


def _sentences(block: Block) -> Iterator[tuple[Span, list[tuple[int, int]]]]:
    """Sentences with the quotations in them, as half-open code points of the sentence."""
    quotations = [match.span() for match in _QUOTATION.finditer(block.text)]
    for start, end in sentence_ranges(block.text):
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in quotations if a < end and start < b]
        yield Span(block.index, start, end, block.text[start:end]), inside


def _trace(article: str, span: Span, quotations: list[tuple[int, int]]) -> Trace:
    data = json.dumps([span.block, span.start, span.end, span.text, quotations], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    key = content_id("passage/1", [article, span.block, span.start, span.end])
    return Trace(TraceKind.PASSAGE, key, article, _keys(open_passage(data)), data)


def _keys(passage: PassageText) -> frozenset[int]:
    if len(passage.words) < _FEWEST_WORDS:
        return frozenset()
    hashes = np.fromiter((_hash("\0".join(pair)) for pair in passage.pairs), np.uint64)
    factors, offsets = _permutations()
    smallest = ((hashes[:, None] >> 3) * factors + offsets).min(axis=0).reshape(_BANDS, _ROWS)
    return frozenset(_hash(f"passage {band} {row.tobytes().hex()}", signed=True) for band, row in enumerate(smallest))


@lru_cache(maxsize=1)
def _permutations() -> tuple[np.ndarray, np.ndarray]:
    """Odd factors and offsets of the hash functions; fixed for ever, since keys are compared over years."""
    numbers = [_hash(f"permutation {i}") for i in range(2 * _BANDS * _ROWS)]
    return np.array(numbers[::2], np.uint64) | np.uint64(1), np.array(numbers[1::2], np.uint64)


def _hash(text: str, *, signed: bool = False) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=signed)
