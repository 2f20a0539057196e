"""The tagger: an article in, its attributions out, in text order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.language.engine import load_engine
from quellenlage.language.passage import Passage
from quellenlage.language.pieces import Pieces
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, BlockKind, Span
from quellenlage.tagging.asking import Network
from quellenlage.tagging.candidates import find_candidates
from quellenlage.tagging.chunking import encode
from quellenlage.tagging.decoding import Drawn, draw
from quellenlage.tagging.forms import find_by_form
from quellenlage.tagging.labels import Scheme

_UNTOLD = frozenset({BlockKind.CREDIT, BlockKind.EMBED, BlockKind.FURNITURE})
"""Kinds of blocks that say nothing of the article's own."""

_LEAST = 1e-6  # confidences nearer to 0 or 1 have no useful log odds


@dataclass(frozen=True, slots=True)
class _Laid:
    """The told blocks of an article laid end to end: the passage, and index and beginning of each block in it."""

    passage: Passage
    indices: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> _Laid:
        told = [block for block in article.blocks if block.kind not in _UNTOLD and block.text.strip()]
        # a line break inside a block would look like the next block, and stays one code point
        texts = [block.text.replace("\n", " ") for block in told]
        starts: list[int] = []
        at = 0
        for text in texts:
            starts.append(at)
            at += len(text) + 1
        return cls(Passage.of("\n".join(texts)), tuple(block.index for block in told), tuple(starts))


class Tagger:
    """Finds who said what with a trained network and its vocabulary.

    `calibration` is slope and offset of the line from raw to true log odds of a confidence (Platt 1999).
    """

    def __init__(self, network: Network, pieces: Pieces, calibration: tuple[float, float] = (1.0, 0.0)) -> None:
        self._network = network
        self._pieces = pieces
        self._calibration = calibration

    def tag(self, article: Article) -> tuple[Attribution, ...]:
        """Attributions of all blocks but credits, embeds and furniture, in text order."""
        laid = _Laid.of(article)
        if not laid.passage.words:
            return ()
        candidates = find_candidates(self._network, encode(laid.passage, self._pieces), Scheme.HOUSE)
        found = [self._attribution(article, laid, one) for one in draw(laid.passage, candidates)]
        return tuple(sorted((*found, *find_by_form(article, found)), key=_place))

    def _attribution(self, article: Article, laid: _Laid, one: Drawn) -> Attribution:
        def spans(words: Sequence[int]) -> tuple[Span, ...]:
            return tuple(_spans(article, laid, words))

        return Attribution(
            kind=one.kind,
            content=spans(one.content),
            cue=spans(one.cue),
            source=spans(one.source),
            confidence=calibrated(one.confidence, self._calibration),
            antecedent=spans(one.antecedent),
            relays=spans(one.relays),
        )


def _place(one: Attribution) -> list[tuple[int, int]]:
    return [(span.block, span.start) for span in (*one.content, *one.cue)]


def calibrated(raw: float, calibration: tuple[float, float]) -> float:
    """A raw confidence as a probability."""
    slope, offset = calibration
    certain = min(max(raw, _LEAST), 1 - _LEAST)
    return 1 / (1 + math.exp(-(slope * math.log(certain / (1 - certain)) + offset)))


def _spans(article: Article, laid: _Laid, words: Sequence[int]) -> Iterator[Span]:
    """Neighbouring words of one block as one span."""
    start = end = -1
    block = 0
    last = -2
    for word in words:
        low, high = laid.passage.words[word]
        while block + 1 < len(laid.starts) and laid.starts[block + 1] <= low:
            if start >= 0:
                yield article.span(laid.indices[block], start, end)
                start = -1
            block += 1
        if start >= 0 and word != last + 1:
            yield article.span(laid.indices[block], start, end)
            start = -1
        if start < 0:
            start = low - laid.starts[block]
        end, last = high - laid.starts[block], word
    if start >= 0:
        yield article.span(laid.indices[block], start, end)


@cache
def load_tagger(threads: int = 0) -> Tagger:
    """The tagger with the shipped model, `threads` as of `Engine`. Raises ModelError where the model files are missing
    or damaged."""
    engine = load_engine(threads)
    return Tagger(engine, engine.pieces, engine.calibration)
