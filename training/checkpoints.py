"""The state of a run on disk: written whole or not at all, so that a run killed at any time goes on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

_FROZEN = "word.weight"


@dataclass(slots=True)
class Progress:
    """Where a run stands. `step` counts over the run, `phase_step` in the phase, `group` in the round; `seconds` are
    spent in the phase."""

    phase: int = 0
    round: int = 0
    group: int = 0
    step: int = 0
    phase_step: int = 0
    seconds: float = 0.0


class Average:
    """The mean of the weights over the last part of a run."""

    def __init__(self) -> None:
        self.sums: dict[str, Tensor] = {}
        self.count = 0

    def add(self, weights: dict[str, Tensor]) -> None:
        """Take one more state into the mean."""
        self.count += 1
        for name, value in weights.items():
            if name in self.sums:
                self.sums[name] += value
            else:
                self.sums[name] = value.clone()

    def mean(self) -> dict[str, Tensor]:
        """The mean; empty where nothing was added."""
        return {name: value / self.count for name, value in self.sums.items()}


def trained(network: torch.nn.Module) -> dict[str, Tensor]:
    """The weights that training changes."""
    return {name: value.detach() for name, value in network.state_dict().items() if name != _FROZEN}


def save(path: Path, **state: Any) -> None:
    """Write beside and rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    torch.save({key: asdict(value) if isinstance(value, Progress) else value for key, value in state.items()}, beside)
    beside.replace(path)


def load(path: Path) -> dict[str, Any] | None:
    """The last state, None where there is none."""
    if not path.exists():
        return None
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    state["progress"] = Progress(**state["progress"])
    return state
