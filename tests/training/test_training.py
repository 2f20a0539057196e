"""A whole training in small: a tiny encoder, invented articles, a run that is stopped and goes on, an export."""

# ruff: noqa: E402 - what needs the training extra is imported after asking for it

from __future__ import annotations

import json
from pathlib import Path

import pytest

for _needed in ("torch", "onnx", "wordfreq"):
    pytest.importorskip(_needed, reason="the training extra is not installed")

import torch
from tests.training.tiny import tiny_base
from training.export import agreement, export
from training.running import TorchNetwork, load_network
from training.settings import Optimiser, Phase, TrainingSettings
from training.train import Run
from training.vocabulary import cut_vocabulary

from quellenlage.language.engine import Engine
from quellenlage.language.passage import Passage

_BLOCKS = ["Rita Holm sagte , der Hafen bleibe offen .", "Man werde nichts schließen . Die Fähre fährt ."]
_GOLD = [
    {
        "p": 0,
        "content": ["der Hafen bleibe offen"],
        "cue": ["sagte"],
        "source": ["Rita Holm"],
        "speaker": "Rita Holm",
        "kind": "indirect",
        "via": [],
    }
]


def _settings(tmp_path: Path, rounds: int) -> TrainingSettings:
    folder = tmp_path / "articles"
    folder.mkdir(exist_ok=True)
    for name in "abcd":
        (folder / f"{name}.article.json").write_text(json.dumps({"blocks": _BLOCKS}), encoding="utf-8")
        (folder / f"{name}.gold.json").write_text(json.dumps(_GOLD), encoding="utf-8")
    optimiser = Optimiser(0.01, 1.0, 0.01, 1.0, 0.0, 5, 64, 16, 0.5)
    mix = {"gold": 1.0}
    phases = (Phase("first", 9.0, rounds, 1.0, 1.0, mix), Phase("second", 9.0, rounds, 1.0, 0.1, mix, 1.0))
    return TrainingSettings(1, 1, tmp_path / "work", 9.0, {"gold": folder}, optimiser, phases)


def _log(settings: TrainingSettings) -> list[dict[str, float]]:
    return [json.loads(line) for line in (settings.work / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def test_losses_fall_and_the_export_agrees(tmp_path: Path) -> None:
    settings = _settings(tmp_path, 30)
    base = tiny_base(word for block in _BLOCKS for word in block.split())
    Run(settings, base).train()
    first, *_, last = _log(settings)
    assert last["cue"] < first["cue"] / 2
    assert last["role"] < first["role"] / 2
    network = load_network(base, settings.work / "model.pt")
    export(network, cut_vocabulary(base, range(len(base.pieces))), tmp_path)
    shared = agreement(TorchNetwork(network, half=False), Engine(tmp_path), [Passage.of("\n".join(_BLOCKS))])
    assert shared > 0.9


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    settings = _settings(tmp_path, 3)
    base = tiny_base(word for block in _BLOCKS for word in block.split())
    stopped = Run(settings, base)
    stopped.train()
    again = Run(settings, base)
    assert again.progress == stopped.progress
    assert again.progress.phase == len(settings.phases)
    for name, weights in stopped.network.state_dict().items():
        assert torch.equal(weights, again.network.state_dict()[name]), name
