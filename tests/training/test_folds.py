"""Which encoder a scenario's features are learned from: one that has not seen it, or none."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks.scenarios import OWN, find_scenarios
from training.sense import folds

from quellenlage.language.engine import SENSE, WORDS
from quellenlage.linking import sense


def test_senses_inside_are_of_the_part_without_the_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folds, "WORK", tmp_path)
    folds.encoder_without.cache_clear()
    beside = tmp_path / f"without-{folds.fold_of('lorsund')}"
    beside.mkdir()
    for name in (SENSE, WORDS):
        shutil.copy(str(files("quellenlage.language") / "model" / name), beside / name)
    words = "Die Fähre lag im Hafen."
    ((shipped, _),) = sense.senses([words])
    with folds.unseen("lorsund"):
        ((unseen, _),) = sense.senses([words])
    assert unseen is not shipped and unseen.tolist() == shipped.tolist()  # the same file here, asked anew
    folds.encoder_without.cache_clear()


def test_an_encoder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folds, "WORK", tmp_path)
    folds.encoder_without.cache_clear()
    with pytest.raises(SystemExit, match=r"sense\.onnx is missing; see training/README\.md"), folds.unseen("lorsund"):
        pass


def test_scenarios_are_in_every_part() -> None:
    names = [folder.name for folder in find_scenarios([OWN / "dev"])]
    assert {folds.fold_of(name) for name in names} == set(range(folds.FOLDS))
