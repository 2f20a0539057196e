"""Triggers read out of probabilities."""

import numpy as np

from quellenlage.language.passage import Passage
from quellenlage.tagging.chunking import Chunk, chunks, encode
from quellenlage.tagging.labels import BEGINS, CLASSES, CONTINUES, CUELESS, Head, Trigger
from quellenlage.tagging.triggers import Floats, contents, cueless, cues
from word_network import pieces_of

_TEXT = "Sie kündigte gestern an dass es reiche"


def _chunk() -> Chunk:
    (chunk,) = chunks(encode(Passage.of(_TEXT), pieces_of([_TEXT])))
    return chunk


def _probabilities(chunk: Chunk, head: Head, classes: dict[int, dict[int, float]]) -> Floats:
    """Outside everywhere but at the words given, which have these classes; what is left of 1 is outside."""
    found = np.zeros((len(chunk.ids), len(Head), CLASSES), np.float32)
    found[..., 0] = 1
    for word, shares in classes.items():
        for kind, share in shares.items():
            found[chunk.position(word), head, kind] = share
        found[chunk.position(word), head, 0] = 1 - sum(shares.values())
    return found


def test_neighbouring_cue_words_are_one_trigger_unless_one_begins_anew() -> None:
    chunk = _chunk()
    found = cues(chunk, _probabilities(chunk, Head.CUE, {1: {BEGINS: 0.9}, 2: {CONTINUES: 0.8}, 3: {BEGINS: 0.7}}))
    assert [(one.words, one.trigger) for one in found] == [((1, 2), Trigger.CUE), ((3,), Trigger.CUE)]


def test_an_unsure_word_ends_a_run() -> None:
    chunk = _chunk()
    found = cues(chunk, _probabilities(chunk, Head.CUE, {1: {BEGINS: 0.9}, 2: {CONTINUES: 0.3}, 3: {CONTINUES: 0.6}}))
    assert [one.words for one in found] == [(1,), (3,)]


def test_a_content_must_be_sure_on_the_whole() -> None:
    chunk = _chunk()
    unsure = {word: {CONTINUES: 0.55} for word in (4, 5, 6)}
    assert list(contents(chunk, _probabilities(chunk, Head.CONTENT, unsure))) == []
    (one,) = contents(chunk, _probabilities(chunk, Head.INNER, {word: {CONTINUES: 0.9} for word in (4, 5, 6)}))
    assert (one.words, one.trigger) == ((4, 5, 6), Trigger.CONTENT)


def test_only_starts_without_cue_are_triggers() -> None:
    chunk = _chunk()
    (one,) = cueless(chunk, _probabilities(chunk, Head.START, {0: {CUELESS: 0.6}, 4: {1: 0.9}}))
    assert (one.words, one.trigger) == ((0,), Trigger.START)
