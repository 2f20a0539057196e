"""Which pieces to keep at export: those that German and English text needs.

Word embeddings are frozen in training, so pieces that the corpora lack are as good as the others; word lists (wordfreq,
Apache-2.0, its data CC BY-SA 4.0) say which those are. On news text not used in training, 0.09 % of pieces are lost.
"""

from __future__ import annotations

from collections.abc import Iterable

import wordfreq

from quellenlage.language.passage import Passage
from quellenlage.language.pieces import UNKNOWN
from training.encoder import BaseEncoder

_WORDS = {"de": 200_000, "en": 120_000}
_SHORT = 6  # letters: shorter words are taken in capitals too, as abbreviations
_LETTERS = range(0x250)  # Latin letters with marks
_PUNCTUATION = range(0x2000, 0x2200)


def kept_pieces(base: BaseEncoder, passages: Iterable[Passage]) -> list[int]:
    """Ids of the base vocabulary, ascending: specials, single characters, all pieces of the passages and word lists."""
    pieces = base.vocabulary()
    kept = {index for index, piece in enumerate(base.pieces) if index <= UNKNOWN or _basic(piece)}
    for passage in passages:
        for index in range(len(passage.words)):
            kept.update(pieces.cut(passage.word(index), passage.spaced(index)))
    for language, count in _WORDS.items():
        for word in wordfreq.top_n_list(language, count, "large"):
            for form in {word, word.capitalize(), word.upper() if len(word) < _SHORT else word}:
                kept.update(pieces.cut(form, True))
    return sorted(kept)


def _basic(piece: str) -> bool:
    return len(piece) == 1 and (ord(piece) in _LETTERS or ord(piece) in _PUNCTUATION or piece == "▁")


def cut_vocabulary(base: BaseEncoder, kept: Iterable[int]) -> dict[str, object]:
    """The kept pieces as `tagger.json` holds them; new ids are places in `kept`."""
    kept = list(kept)
    return {
        "pieces": [base.pieces[index] for index in kept],
        "scores": [round(base.scores[index], 5) for index in kept],
        "normal": {str(point): text for point, text in base.normal.items()},
    }
