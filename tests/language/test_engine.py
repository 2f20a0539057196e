"""The door to the inference engine: errors that say what to do, and the shipped model itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from quellenlage.errors import ModelError
from quellenlage.language.engine import (
    ASKER,
    FORMAT,
    PARTICULARS,
    READER,
    WORDS,
    Engine,
    SenseEngine,
    load_engine,
    load_sense,
)
from quellenlage.linking.sense import SIDE, WIDTH


def test_missing_files_are_named(tmp_path: Path) -> None:
    (tmp_path / READER).touch()
    with pytest.raises(ModelError, match=rf"{WORDS}, {ASKER}, {PARTICULARS}; reinstall"):
        Engine(tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    for name in (READER, WORDS, ASKER):
        (tmp_path / name).touch()
    (tmp_path / PARTICULARS).write_text(json.dumps({"format": 0}), encoding="utf-8")
    with pytest.raises(ModelError, match="format 0"):
        Engine(tmp_path)


def test_damaged_files_are_said(tmp_path: Path) -> None:
    told = {"format": FORMAT, "pieces": list("abcdef"), "scores": [0.0] * 6, "normal": {}, "calibration": [1.0, 0.0]}
    (tmp_path / PARTICULARS).write_text(json.dumps(told), encoding="utf-8")
    for name in (READER, WORDS, ASKER):
        (tmp_path / name).write_bytes(b"no graph")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Engine(tmp_path)


def test_the_shipped_model_answers_in_the_shapes_agreed() -> None:
    engine = load_engine()
    rows = np.array([[0, 5, 6, 2], [0, 7, 8, 2]])
    states, heads = engine.read(rows, np.zeros(2, np.int64))
    assert states.shape[:2] == heads.shape[:2] == rows.shape
    marks = np.array([[0, 1, 0, 0], [0, 2, 0, 0]])
    roles, kinds = engine.ask(states, marks, np.zeros(2, np.int64))
    assert roles.shape[:2] == rows.shape
    assert len(kinds) == 2


def test_a_sentence_encoder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"sense\.onnx cannot be loaded .*; reinstall"):
        SenseEngine(tmp_path)


def test_the_shipped_sentence_encoder_answers_with_a_row_a_text() -> None:
    vectors = load_sense().encode(np.array([[0, 5, 6, 2], [0, 7, 8, 2]]))
    assert vectors.shape == (2, WIDTH + SIDE) and not np.array_equal(vectors[0], vectors[1])
