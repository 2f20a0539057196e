"""The configuration of a run, read from one TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the run: name, limits, the shares of the top rate it begins and ends with, the share of each corpus in
    a round, and its own share in the final weights."""

    name: str
    minutes: float
    rounds: int
    first_rate: float
    final_rate: float
    mix: Mapping[str, float]
    share: float = 0.0


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


def load_settings(path: Path, *, without: Collection[str] = (), work: Path | None = None) -> TrainingSettings:
    """Read a TOML file, leaving out the corpora `without`; `work` replaces the folder that the file names.

    Raises KeyError or TypeError where an entry is missing or unknown, ValueError for a corpus that is not in the file.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = sorted(set(without) - set(raw["corpora"]))
    if unknown:
        raise ValueError(f"no corpus {', '.join(unknown)} in {path}; it has {', '.join(raw['corpora'])}")
    return TrainingSettings(
        seed=raw["seed"],
        threads=raw["threads"],
        work=work or Path(raw["work"]),
        checkpoint_minutes=raw["checkpoint_minutes"],
        corpora={name: Path(entry["folder"]) for name, entry in raw["corpora"].items() if name not in without},
        optimiser=Optimiser(**raw["optimiser"]),
        phases=tuple(Phase(**phase) for phase in raw["phases"]),
    )
