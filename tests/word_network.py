"""A network in which every word has one meaning: small enough to see through, real enough to run the whole tagger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from quellenlage.language.pieces import UNKNOWN, Pieces
from quellenlage.language.words import find_words
from quellenlage.model.statement import Kind
from quellenlage.tagging.labels import BEGINS, CLASSES, CUELESS, KIND_CLASSES, KINDS, Head, Role

Floats = npt.NDArray[np.float32]
_SURE = 9.0


def pieces_of(texts: Iterable[str]) -> Pieces:
    """A vocabulary in which each word of the texts is one piece, with and without space before."""
    words = sorted({text[start:end] for text in texts for start, end in find_words(text)})
    vocabulary = ["<s>", "<pad>", "</s>", "<unk>", *words, *("▁" + word for word in words)]
    return Pieces(vocabulary, [-1.0] * len(vocabulary), {})


class WordNetwork:
    """Cues and roles by word. Words in `starts` begin contents without a cue; all contents are of one kind."""

    def __init__(
        self, pieces: Pieces, roles: Mapping[str, Role], starts: Iterable[str] = (), kind: Kind = Kind.INDIRECT
    ) -> None:
        self._roles = {i: role for word, role in roles.items() for i in _ids(pieces, word)}
        self._starts = {i for word in starts for i in _ids(pieces, word)}
        self._kind = kind

    def read(self, ids: npt.NDArray[np.int64], scheme: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
        assert len(scheme) == len(ids)
        logits = np.zeros((*ids.shape, len(Head), CLASSES), np.float32)
        logits[..., 0] = _SURE / 2
        for place in np.ndindex(*ids.shape):
            if self._roles.get(int(ids[place])) is Role.CUE:
                logits[(*place, Head.CUE, BEGINS)] = _SURE
            if int(ids[place]) in self._starts:
                logits[(*place, Head.START, CUELESS)] = _SURE
        return ids[..., None].astype(np.float32), logits.reshape(*ids.shape, -1)

    def ask(self, states: Floats, marks: npt.NDArray[np.int64], scheme: npt.NDArray[np.int64]) -> tuple[Floats, Floats]:
        assert states.shape[:2] == marks.shape and len(scheme) == len(states)
        roles = np.zeros((*states.shape[:2], len(Role)), np.float32)
        for place in np.ndindex(*states.shape[:2]):
            roles[(*place, self._roles.get(int(states[(*place, 0)]), Role.NONE))] = _SURE
        kinds = np.zeros((len(states), KIND_CLASSES), np.float32)
        kinds[:, KIND_CLASSES - len(KINDS) + KINDS.index(self._kind)] = _SURE
        return roles, kinds


def _ids(pieces: Pieces, word: str) -> list[int]:
    return [i for spaced in (True, False) for i in pieces.cut(word, spaced) if i > UNKNOWN]
