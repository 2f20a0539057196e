"""The configuration of a run, read from one TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the run: name, limits, the shares of the top rate it begins and ends with, the share of each corpus in
    a round."""

    name: str
    minutes: float
    rounds: int
    first_rate: float
    final_rate: float
    mix: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Optimiser:
    """Rates, sizes and limits of a step; see the comments in settings.toml."""

    rate: float
    heads_factor: float
    weight_decay: float
    clip: float
    dropout: float
    warm_up_steps: int
    pieces: int
    windows: int
    average_from: float


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """One run. `corpora` maps each corpus in use to its folder."""

    seed: int
    threads: int
    work: Path
    checkpoint_minutes: float
    corpora: Mapping[str, Path]
    optimiser: Optimiser
    phases: tuple[Phase, ...]


def load_settings(path: Path) -> TrainingSettings:
    """Read a TOML file. Raises KeyError or TypeError where an entry is missing or unknown."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return TrainingSettings(
        seed=raw["seed"],
        threads=raw["threads"],
        work=Path(raw["work"]),
        checkpoint_minutes=raw["checkpoint_minutes"],
        corpora={name: Path(entry["folder"]) for name, entry in raw["corpora"].items() if entry["use"]},
        optimiser=Optimiser(**raw["optimiser"]),
        phases=tuple(Phase(**phase) for phase in raw["phases"]),
    )
