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
from training.sense.network import SenseNetwork
from training.sense.rounding import rounded
from training.sense.train import HELD, Run, batched, encoded, learn, optimiser, told_apart

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
    before, _ = told_apart(run.network, run.pieces, run.held)
    run.go_on()
    after, _ = told_apart(run.network, run.pieces, run.held)
    assert after > before + 0.2
    base = tiny_base(word for words in _WORDS.values() for word in words)
    network = load_network(base, tmp_path / "model.pt")
    write_words(network.word, tmp_path / WORDS)
    write_sense(network, tmp_path / SENSE)
    pieces = Pieces(base.pieces, base.scores, base.normal)
    assert min(agreement(network, SenseEngine(tmp_path), pieces, ["a0 a1", "b2", "c3 d4 a5"])) > 0.98


def test_rounding_leaves_weights_that_the_export_takes_as_they_are(tmp_path: Path) -> None:
    run = _run(tmp_path, 1)
    batch = batched(run.pieces, run.seen[:4])
    with rounded(run.network):
        learn(run.network, run.optimiser, batch, 1e-3)
        inside = encoded(run.network.eval(), batch.ids)
    for layer in run.network.layers:
        for linear in (layer.qkv, layer.out, layer.widen, layer.narrow):
            steps = linear.weight / (linear.weight.abs().amax(1, keepdim=True) / 127)
            assert torch.allclose(steps, steps.round(), atol=1e-3)
    outside = encoded(run.network, batch.ids)
    assert not torch.equal(inside, outside)  # states are rounded inside alone
    assert torch.nn.functional.cosine_similarity(inside, outside).min() > 0.9


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    stopped = _run(tmp_path, 1)
    stopped.go_on()
    again = _run(tmp_path, 2)
    assert (again.round, again.step) == (stopped.round, stopped.step)
    for name, weights in stopped.network.state_dict().items():
        assert torch.equal(weights, again.network.state_dict()[name]), name


def test_a_denial_comes_to_lie_on_the_other_side() -> None:
    claims, denials = ([f"{letter}{number}" for number in range(6)] for letter in "ad")
    base = tiny_base([*claims, *denials])
    told = [(f"{claims[n]} {claims[n - 1]}", False) for n in range(6)] + [(f"{denials[n]}", True) for n in range(6)]
    event = WordedEvent("x", tuple(Wording(words, Language.GERMAN, "a", denies) for words, denies in told))
    network, pieces = SenseNetwork(base), base.vocabulary()
    teaching = optimiser(network)
    for _ in range(40):
        learn(network, teaching, batched(pieces, [event]), 1e-2)
    _, sides = told_apart(network, pieces, [event])
    assert sides > 0.9


def test_of_an_event_that_is_not_complete_two_lines_without_a_claim_may_say_the_same() -> None:
    lines = tuple(
        Wording(words, Language.GERMAN, claim, False) for words, claim in (("a0", "c1"), ("b0", ""), ("c0", ""))
    )
    vocabulary = tiny_base(word for words in _WORDS.values() for word in words).vocabulary()
    batch = batched(vocabulary, [WordedEvent("x", lines, complete=False)])
    assert {tuple(pair) for pair in batch.left_out.nonzero().tolist()} == {(1, 2), (2, 1)} | {(n, n) for n in range(3)}
    assert not batch.opposed.any()


def test_a_denial_says_neither_the_same_nor_something_else() -> None:
    lines = [("a0 a1", "a", False), ("a2", "a", False), ("a3", "a", True), ("b0", "b", False), ("c0", "", False)]
    event = WordedEvent("x", tuple(Wording(words, Language.GERMAN, claim, denies) for words, claim, denies in lines))
    batch = batched(tiny_base(word for words in _WORDS.values() for word in words).vocabulary(), [event])
    same = {(0, 1), (1, 0)}
    left_out = {(0, 2), (2, 0), (1, 2), (2, 1)} | {(n, n) for n in range(5)}
    assert {tuple(pair) for pair in batch.same.nonzero().tolist()} == same
    assert {tuple(pair) for pair in batch.opposed.nonzero().tolist()} == {(0, 2), (2, 0), (1, 2), (2, 1)}
    assert {tuple(pair) for pair in batch.left_out.nonzero().tolist()} == left_out
