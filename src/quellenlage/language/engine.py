"""The only door to the inference engine: onnxruntime with the shipped model files.

A model folder holds `reader.onnx` (chunks to states and head logits), `asker.onnx` (windows to roles and kinds),
`sense.onnx` (a text to a vector), `words.bin` (word embeddings, which reader and sense share) and `tagger.json`
(`format`, the cut vocabulary as `pieces`, `scores` and `normal` by code point, and the `calibration` of confidences as
slope and offset).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from quellenlage.errors import ModelError
from quellenlage.language.pieces import Pieces

FORMAT = 2
READER, ASKER, PARTICULARS = "reader.onnx", "asker.onnx", "tagger.json"
SENSE, WORDS = "sense.onnx", "words.bin"

_SLOW_FUSION = "SkipLayerNormFusion"
"""What the engine makes of a sum and its normalisation takes four times as long as the two do (onnxruntime 1.32)."""

_Floats = npt.NDArray[np.float32]
_Integers = npt.NDArray[np.int64]


class Engine:
    """The trained network, run by onnxruntime. `threads` 0 leaves the number to the engine.

    `calibration` is slope and offset of the straight line from raw to true log odds of a confidence.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load a model folder. Raises ModelError where a file is missing, damaged or of another format."""
        missing = [name for name in (READER, WORDS, ASKER, PARTICULARS) if not (folder / name).is_file()]
        if missing:
            raise ModelError(f"model files missing in {folder}: {', '.join(missing)}; reinstall, or run `make model`")
        try:
            told = _told(folder)
            self.pieces = _pieces(told)
            slope, offset = told["calibration"]
            self.calibration = (float(slope), float(offset))
            self._reader = _session(folder / READER, threads)
            self._asker = _session(folder / ASKER, threads)
        except ModelError:
            raise
        except Exception as error:  # the engine's own errors share no class
            raise ModelError(f"model files in {folder} cannot be loaded ({error}); reinstall") from error

    def read(self, ids: _Integers, scheme: _Integers) -> tuple[_Floats, _Floats]:
        """Piece ids (rows, length), none of them padding, and schemes (rows) to states (rows, length, hidden) and head
        logits."""
        states, logits = self._reader.run(None, {"ids": ids, "scheme": scheme})
        return states, logits

    def ask(self, states: _Floats, marks: _Integers, scheme: _Integers) -> tuple[_Floats, _Floats]:
        """Window states (rows, length, hidden), none of them padding, their marks (rows, length) and schemes (rows) to
        role and kind logits."""
        roles, kinds = self._asker.run(None, {"states": states, "marks": marks, "scheme": scheme})
        return roles, kinds


class SenseEngine:
    """The sentence encoder, run by onnxruntime in one thread: texts are short, and links are made side by side."""

    def __init__(self, folder: Path) -> None:
        """Load it from a model folder. Raises ModelError where its file is missing or damaged."""
        try:
            self._session = _session(folder / SENSE, threads=1)
        except Exception as error:  # the engine's own errors share no class
            raise ModelError(f"{folder / SENSE} cannot be loaded ({error}); reinstall") from error

    def encode(self, ids: _Integers) -> _Floats:
        """Piece ids (texts, length), none of them padding, to vectors (texts, width), the sense and then the side of
        each: only the direction of either means anything. The graph takes at most `quellenlage.linking.sense.LONGEST`
        pieces a text."""
        (vectors,) = self._session.run(None, {"ids": ids})
        result: _Floats = vectors
        return result


def _told(folder: Path) -> dict[str, Any]:
    """What the model folder tells of itself. Raises ModelError where it has another format."""
    told: dict[str, Any] = json.loads((folder / PARTICULARS).read_text(encoding="utf-8"))
    if told["format"] != FORMAT:
        raise ModelError(f"model in {folder} has format {told['format']}, not {FORMAT}; reinstall")
    return told


def _pieces(told: dict[str, Any]) -> Pieces:
    return Pieces(told["pieces"], told["scores"], {int(point): text for point, text in told["normal"].items()})


def _session(path: Path, threads: int) -> Any:
    import onnxruntime  # late: most commands never need it, and it takes a while to load

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that wait in a loop take the processor from other work, at twice the processor time.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOW_FUSION]
    )


def load_engine(threads: int = 0) -> Engine:
    """The shipped model, loaded once for each number of threads. Raises ModelError where its files are missing or
    damaged."""
    return _loaded(threads)


@cache
def _loaded(threads: int) -> Engine:
    """`load_engine`: a cache of its own would hold one engine for `threads=0` and another where it is left out."""
    with as_file(files("quellenlage.language") / "model") as folder:
        return Engine(folder, threads)


@cache
def load_pieces() -> Pieces:
    """The shipped model's vocabulary alone. Raises ModelError where its file is missing or damaged."""
    with as_file(files("quellenlage.language") / "model") as folder:
        try:
            return _pieces(_told(folder))
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{folder / PARTICULARS} cannot be loaded ({error}); reinstall") from error


@cache
def load_sense() -> SenseEngine:
    """The shipped sentence encoder, loaded once. Raises ModelError where its file is missing or damaged."""
    with as_file(files("quellenlage.language") / "model") as folder:
        return SenseEngine(folder)
