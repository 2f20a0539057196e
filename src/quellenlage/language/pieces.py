"""Subword pieces: unigram segmentation of single words by Viterbi (Kudo 2018), as the base encoder was trained on.

A piece never crosses white space, so that words can be cut one by one and remembered: word and pieces stay aligned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""Ids of the special pieces in every vocabulary."""

_SPACE = "▁"
_SPACES = re.compile(f"[ {_SPACE}]+")
_UNKNOWN_PENALTY = 10.0  # below the least likely piece, as in SentencePiece
_LONGEST_TEXT = 200  # characters looked at and
_LONGEST_WORD = 12  # pieces kept of one word; longer ones are addresses and noise


class Pieces:
    """A vocabulary of pieces with log probabilities and a normalisation by code point."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], normal: Mapping[int, str]) -> None:
        """`pieces[i]` has id `i` and log probability `scores[i]`; the first four are special, never found in text."""
        self._ids = {piece: index for index, piece in enumerate(pieces) if index > UNKNOWN}
        self._scores = [float(score) for score in scores]
        self._normal = dict(normal)
        self._longest = max(map(len, self._ids))
        self._unknown = min(self._scores[UNKNOWN + 1 :]) - _UNKNOWN_PENALTY
        self._cache: dict[tuple[str, bool], tuple[int, ...]] = {}

    def cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Ids of a word's pieces, 1 to 12 of them; `spaced`: white space or the beginning of the text is before it."""
        key = (word, spaced)
        found = self._cache.get(key)
        if found is None:
            normal = _SPACES.sub(_SPACE, word[:_LONGEST_TEXT].translate(self._normal))
            ids = self._best(_SPACE + normal if spaced else normal)
            found = self._cache[key] = tuple(ids[:_LONGEST_WORD]) or (UNKNOWN,)
        return found

    def cost(self, word: str) -> float:
        """Negative log probability of a word with white space before it, natural logarithm."""
        return -sum(self._scores[piece] for piece in self.cut(word, spaced=True))

    def _best(self, text: str) -> list[int]:
        """The most likely segmentation; neighbouring unknown characters become one piece."""
        length = len(text)
        score = [0.0] + [float("-inf")] * length
        step: list[tuple[int, int]] = [(0, UNKNOWN)] * (length + 1)
        for start in range(length):
            here = score[start]
            single = False
            for end in range(start + 1, min(length, start + self._longest) + 1):
                piece = self._ids.get(text[start:end])
                if piece is None:
                    continue
                single = single or end == start + 1
                if here + self._scores[piece] > score[end]:
                    score[end], step[end] = here + self._scores[piece], (start, piece)
            if not single and here + self._unknown > score[start + 1]:
                score[start + 1], step[start + 1] = here + self._unknown, (start, UNKNOWN)
        return _walk_back(step, length)


def _walk_back(step: Sequence[tuple[int, int]], end: int) -> list[int]:
    ids: list[int] = []
    while end > 0:
        end, piece = step[end]
        if not (ids and piece == UNKNOWN == ids[-1]):
            ids.append(piece)
    return ids[::-1]
