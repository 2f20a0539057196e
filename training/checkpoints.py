"""The state of a run on disk: written whole or not at all, so that a run killed at any time goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor

_FROZEN = "word.weight"

Module = TypeVar("Module", bound=torch.nn.Module)

Weights = dict[str, Tensor]
"""Trained tensors by name."""


@dataclass(slots=True)
class Progress:
    """Where a run stands. `step` counts over the run, `phase_step` in the phase, `group` in the round; `seconds` are
    processor seconds of each thread in the phase."""

    phase: int = 0
    round: int = 0
    group: int = 0
    step: int = 0
    phase_step: int = 0
    seconds: float = 0.0


class Average:
    """The mean of the weights over the last part of a phase."""

    def __init__(self) -> None:
        self.sums: Weights = {}
        self.count = 0

    def add(self, weights: Weights) -> None:
        """Take one more state into the mean."""
        self.count += 1
        for name, value in weights.items():
            if name in self.sums:
                self.sums[name] += value
            else:
                self.sums[name] = value.clone()

    def mean(self) -> Weights:
        """The mean; empty where nothing was added."""
        return {name: value / self.count for name, value in self.sums.items()}


def mixed(ends: Sequence[tuple[float, Weights]]) -> Weights:
    """The mean of weights in their shares; empty where there are none.

    The ends of two falls of the rate lie in one basin, and the mean is better than either (Izmailov et al. 2018).
    """
    total = sum(share for share, _ in ends)
    names = ends[0][1] if ends else ()
    return {name: sum((weights[name] * (share / total) for share, weights in ends), torch.zeros(())) for name in names}


def trained(network: torch.nn.Module) -> Weights:
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
    if "progress" in state:
        state["progress"] = Progress(**state["progress"])
    return state


def restored(network: Module, path: Path, made_by: str) -> Module:
    """The network with a checkpoint's weights, to be run.

    Raises FileNotFoundError where there is none, naming the command that makes it, ValueError where it is of another
    network.
    """
    state = load(path)
    if state is None:
        raise FileNotFoundError(f"no weights at {path}; train first: {made_by}")
    missing = network.load_state_dict(state["weights"], strict=False)
    if missing.unexpected_keys or missing.missing_keys != [_FROZEN]:
        raise ValueError(f"weights of another network: {missing}")
    return network.eval()
