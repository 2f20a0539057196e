"""The sentence encoder's training in small: what is learned, a run that goes on, an export; and the corpus it reads."""

# ruff: noqa: E402 - what needs the training extra is imported after asking for it

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

for _needed in ("torch", "onnx"):
    pytest.importorskip(_needed, reason="the training extra is not installed")

import torch
from tests.training.tiny import tiny_base
from training.claims.wordings import WordedEvent, Wording
from training.graphs import write_sense, write_words
from training.sense.export import agreement, load_network
from training.sense.train import HELD, Run, batched, precision_of_pairs

from quellenlage.language.engine import SENSE, WORDS, SenseEngine
from quellenlage.language.pieces import Pieces
from quellenlage.model.text import Language

# Each claim in words of its own: only training can bring those of one together.
_WORDS = {claim: [f"{claim}{number}" for number in range(6)] for claim in "abcd"}


def _event(number: int) -> WordedEvent:
    pairs = ((claim, pair) for claim, words in _WORDS.items() for pair in itertools.combinations(words, 2))
    chosen = [each for index, each in enumerate(pairs) if (index + number) % 3]
    return WordedEvent(
        str(number), tuple(Wording(" ".join(pair), Language.GERMAN, claim, False) for claim, pair in chosen)
    )


def _run(work: Path, rounds: int) -> Run:
    base = tiny_base(word for words in _WORDS.values() for word in words)
    return Run(work, base, [_event(number) for number in range(2 * HELD)], rounds)


def test_words_of_one_claim_come_together_and_the_export_agrees(tmp_path: Path) -> None:
    run = _run(tmp_path, 40)
    before = precision_of_pairs(run.network, run.pieces, run.held)
    run.go_on()
    assert precision_of_pairs(run.network, run.pieces, run.held) > before + 0.2
    base = tiny_base(word for words in _WORDS.values() for word in words)
    network = load_network(base, tmp_path / "model.pt")
    write_words(network.word, tmp_path / WORDS)
    write_sense(network, tmp_path / SENSE)
    pieces = Pieces(base.pieces, base.scores, base.normal)
    assert agreement(network, SenseEngine(tmp_path), pieces, ["a0 a1", "b2", "c3 d4 a5"]) > 0.98


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    stopped = _run(tmp_path, 1)
    stopped.go_on()
    again = _run(tmp_path, 2)
    assert (again.round, again.step) == (stopped.round, stopped.step)
    for name, weights in stopped.network.state_dict().items():
        assert torch.equal(weights, again.network.state_dict()[name]), name


def test_a_denial_says_neither_the_same_nor_something_else() -> None:
    lines = [("a0 a1", "a", False), ("a2", "a", False), ("a3", "a", True), ("b0", "b", False), ("c0", "", False)]
    event = WordedEvent("x", tuple(Wording(words, Language.GERMAN, claim, denies) for words, claim, denies in lines))
    batch = batched(tiny_base(word for words in _WORDS.values() for word in words).vocabulary(), [event])
    same = {(0, 1), (1, 0)}
    left_out = {(0, 2), (2, 0), (1, 2), (2, 1)} | {(n, n) for n in range(5)}
    assert {tuple(pair) for pair in batch.same.nonzero().tolist()} == same
    assert {tuple(pair) for pair in batch.left_out.nonzero().tolist()} == left_out
