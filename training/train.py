"""Train the tagger: `python -m training.train [--without CORPUS ...] [--work FOLDER]`. Called again, it goes on.

Writes to the work folder: `run.pt` (to go on from), `model.pt` (weights: the mean over the ends of phases, before there
is one the present ones), `log.jsonl` (one object every 20 steps: phase, step, minutes, rate, losses, pieces a second).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from training.batches import batch, grouped, shares
from training.checkpoints import Average, Progress, Weights, load, mixed, save, trained
from training.corpora.reading import read_training
from training.encoder import BaseEncoder, load_base
from training.losses import losses
from training.network import Network
from training.settings import Phase, TrainingSettings, load_settings
from training.targets import Example, examples

_LOG_EVERY = 20  # steps
_AVERAGE_EVERY = 10  # steps
_BETAS = (0.9, 0.98)  # a short memory of squares: runs are short and rates change fast


class Run:
    """A network in training, with everything that a checkpoint holds."""

    def __init__(self, settings: TrainingSettings, base: BaseEncoder) -> None:
        self.settings = settings
        settings.work.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(settings.seed)
        torch.set_num_threads(settings.threads)
        self.pieces = base.vocabulary()
        self.network = Network(base, settings.optimiser.dropout)
        self.optimiser = _optimiser(self.network, settings)
        self.average = Average()
        self.ends: list[tuple[float, Weights]] = []  # shares and mean weights of the phases that are over
        self.progress = Progress()
        self._recent: deque[dict[str, float]] = deque(maxlen=_LOG_EVERY)
        self._resume()

    @property
    def path(self) -> Path:
        """The checkpoint."""
        return self.settings.work / "run.pt"

    def _resume(self) -> None:
        state = load(self.path)
        if state is not None:
            self.network.load_state_dict(state["weights"], strict=False)
            self.optimiser.load_state_dict(state["optimiser"])
            self.average.sums, self.average.count = state["average"], state["averaged"]
            self.ends = state["ends"]
            self.progress = state["progress"]
            print(f"going on at step {self.progress.step}, phase {self.progress.phase}", flush=True)

    def save(self) -> None:
        """Write the checkpoint and the weights to use."""
        weights = trained(self.network)
        state = {"weights": weights, "optimiser": self.optimiser.state_dict()}
        averages = {"average": self.average.sums, "averaged": self.average.count, "ends": self.ends}
        save(self.path, progress=self.progress, **averages, **state)
        save(self.path.with_name("model.pt"), weights=mixed(self.ends) or weights, progress=self.progress)

    def read(self) -> dict[str, list[Example]]:
        """All corpora in use, cut into labelled chunks."""
        corpora: dict[str, list[Example]] = {}
        for name, folder in self.settings.corpora.items():
            texts = read_training(name, folder)
            corpora[name] = [example for text in texts for example in examples(text, self.pieces)]
            print(f"corpus {name}: {len(texts)} texts, {len(corpora[name])} chunks", flush=True)
        return corpora

    def train(self) -> None:
        """Run the phases that are left."""
        while self.progress.phase < len(self.settings.phases):
            phase = self.settings.phases[self.progress.phase]
            self._phase(phase)
            if phase.share:
                self.ends.append((phase.share, self.average.mean()))
            self.average = Average()
            self.progress = Progress(phase=self.progress.phase + 1, step=self.progress.step)
            self.save()

    def _phase(self, phase: Phase) -> None:
        saved = time.monotonic()
        for groups in self._rounds(phase):
            before = time.process_time()
            done = self._done(phase, len(groups))
            if done >= 1:
                return
            self._step(phase, groups[self.progress.group], done)
            self.progress.group += 1
            self.progress.step += 1
            self.progress.phase_step += 1
            self.progress.seconds += (time.process_time() - before) / self.settings.threads
            if time.monotonic() - saved > 60 * self.settings.checkpoint_minutes:
                self.save()
                saved = time.monotonic()

    def _rounds(self, phase: Phase) -> Iterator[list[list[Example]]]:
        """The groups of the present round, once for every step in it; then those of the next one.

        Corpora are read anew for each round, since they may grow during a run.
        """
        while self.progress.round < phase.rounds:
            corpora = self.read()
            seed = f"{self.settings.seed} {self.progress.phase} {self.progress.round}"
            chosen = shares(corpora, phase.mix, self.progress.round, self.settings.seed + self.progress.phase)
            groups = grouped(chosen, self.settings.optimiser.pieces, random.Random(seed))
            while self.progress.group < len(groups):
                yield groups
            self.progress.round += 1
            self.progress.group = 0

    def _done(self, phase: Phase, groups: int) -> float:
        """The share of the phase that is over: by time or by rounds, whichever is more."""
        rounds = (self.progress.round + self.progress.group / groups) / phase.rounds
        return max(rounds, self.progress.seconds / 60 / phase.minutes)

    def _rate(self, phase: Phase, done: float) -> float:
        """The encoder's learning rate: a straight line over the phase, after a warm-up from where the last ended."""
        index = self.progress.phase
        before = self.settings.phases[index - 1].final_rate if index else 0.0
        warm = min(1.0, (self.progress.phase_step + 1) / self.settings.optimiser.warm_up_steps)
        line = phase.first_rate + (phase.final_rate - phase.first_rate) * done
        return self.settings.optimiser.rate * (before + (line - before) * warm)

    def _step(self, phase: Phase, group: Sequence[Example], done: float) -> None:
        begun = time.monotonic()
        options = self.settings.optimiser
        rate = self._rate(phase, done)
        for parameters in self.optimiser.param_groups:
            parameters["lr"] = rate * parameters["factor"]
        step = batch(group, options.windows, random.Random(f"{self.settings.seed} {self.progress.step}"))
        self.network.train()
        with torch.autocast("cpu", torch.bfloat16):
            loss, parts = losses(self.network, step)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), options.clip)
        self.optimiser.step()
        self.optimiser.zero_grad()
        if phase.share and done >= options.average_from and self.progress.step % _AVERAGE_EVERY == 0:
            self.average.add(trained(self.network))
        self._recent.append({**parts, "pieces_a_second": step.ids.numel() / (time.monotonic() - begun)})
        if self.progress.step % _LOG_EVERY == 0:
            self._log(done, rate)

    def _log(self, done: float, rate: float) -> None:
        progress = self.progress
        names = sorted({name for parts in self._recent for name in parts})
        means = {name: _mean([parts[name] for parts in self._recent if name in parts]) for name in names}
        line = {"phase": progress.phase, "round": progress.round, "step": progress.step, "done": done, "rate": rate}
        text = json.dumps({**line, "minutes": progress.seconds / 60, **means}, default=float)
        with (self.settings.work / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(text + "\n")
        print(text, flush=True)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _optimiser(network: Network, settings: TrainingSettings) -> torch.optim.Optimizer:
    """AdamW in three groups: encoder matrices, head matrices (faster), and vectors (no decay)."""
    options = settings.optimiser
    encoder: list[torch.nn.Parameter] = []
    heads: list[torch.nn.Parameter] = []
    vectors: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if parameter.ndim < 2:
            vectors.append(parameter)
        elif name.startswith(("layers.", "place.")):
            encoder.append(parameter)
        else:
            heads.append(parameter)
    groups = [
        {"params": encoder, "factor": 1.0, "weight_decay": options.weight_decay},
        {"params": heads, "factor": options.heads_factor, "weight_decay": options.weight_decay},
        {"params": vectors, "factor": 1.0, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, options.rate, betas=_BETAS, fused=True)


def main(arguments: Sequence[str]) -> None:
    """Train as the settings file says."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--without", nargs="+", default=(), metavar="CORPUS", help="corpora to leave out")
    parser.add_argument("--work", type=Path, help="folder for checkpoints and the log, instead of the file's")
    given = parser.parse_args(arguments)
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    Run(load_settings(given.settings, without=given.without, work=given.work), load_base()).train()


if __name__ == "__main__":
    main(sys.argv[1:])
