"""Train the sentence encoder of linking: `python -m training.sense.train`. Called again, it goes on.

Learns from the events of corpora/wordings: within a step, the senses of the wordings of one claim are drawn together
and away from all other lines (a supervised contrastive loss, Khosla et al. 2020), and of the pairs inside an event
their cosine must tell which say the same. A claim and its denial are neither: that cosine is left alone, and the one of
their sides must tell them from two wordings of the claim. Every sixteenth event is held back; how well its pairs are
told is printed and logged after each round. `training.sense.refine` goes on from there.

Writes to the work folder: `run.pt` (to go on from), `model.pt` (weights), `log.jsonl` (one object every 20 steps).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quellenlage.language.pieces import UNKNOWN, Pieces
from quellenlage.linking.sense import WIDTH, cut
from training.checkpoints import load, save, trained
from training.claims.wordings import WordedEvent, worded_events
from training.encoder import BaseEncoder, load_base
from training.network import PADDING
from training.sense.network import SenseNetwork

HELD = 16
"""Of so many events one is held back."""

LOSSES = ("contrast", "pairs", "sides")

_ROUNDS = 8
_EVENTS = 6  # of a step
_RATE, _FASTER = 1e-4, 3.0  # of the layers; what is new learns so many times as fast
_LEAST_RATE = 0.02  # share of the top rate at the end
_WARM_UP = 20  # steps
_DECAY = 0.01
_CLIP = 1.0
_BLANKED = 0.08  # share of pieces
_TEMPERATURE = 0.06
_PAIRS_COUNT, _SAME_COUNTS = 2.0, 2.0  # weight of the loss of pairs; of a pair that says the same
_SIDES_COUNT = 2.0  # weight of the loss of sides
_SPREAD = 4  # pieces by which the lengths of texts encoded at once may differ
_LOG_EVERY = 20  # steps


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts as piece ids (texts, length), their events, and of each pair whether both say the same, whether one denies
    the other, and whether their senses are left alone (so are those of a claim and its denial)."""

    ids: Tensor
    events: Tensor
    same: Tensor
    opposed: Tensor
    left_out: Tensor


def main(arguments: Sequence[str]) -> None:
    """Train to the end, from where an earlier call stopped."""
    parser = argparse.ArgumentParser(prog="python -m training.sense.train", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("training/work-sense"), help="folder of the run")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    Run(given.work, load_base(), list(worded_events()), given.rounds).go_on()


class Run:
    """A network in training, with everything that a checkpoint holds."""

    def __init__(self, work: Path, base: BaseEncoder, events: Sequence[WordedEvent], rounds: int) -> None:
        torch.manual_seed(1)
        work.mkdir(parents=True, exist_ok=True)
        self.work, self.rounds = work, rounds
        self.pieces = base.vocabulary()
        self.held, self.seen = parted(events)
        self.network = SenseNetwork(base)
        self.optimiser = optimiser(self.network)
        self.step, self.round = 0, 0
        state = load(work / "run.pt")
        if state is not None:
            self.network.load_state_dict(state["weights"], strict=False)
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.round = state["step"], state["round"]

    def go_on(self) -> None:
        """All rounds that are left; a round that was broken off begins anew."""
        while self.round < self.rounds:
            self._round()
            self.round += 1
            pairs, sides = told_apart(self.network, self.pieces, self.held)
            self._log({"round": self.round, "held": pairs, "sides_held": sides})
            weights = trained(self.network)
            state = {"weights": weights, "optimiser": self.optimiser.state_dict(), "step": self.step}
            save(self.work / "run.pt", **state, round=self.round)
            save(self.work / "model.pt", weights=weights)

    def _round(self) -> None:
        torch.manual_seed(self.round)  # so that a run that was stopped ends as one that was not
        order = random.Random(self.round).sample(self.seen, len(self.seen))
        steps = len(order) // _EVENTS
        losses: list[tuple[float, ...]] = []
        begun, pieces = time.perf_counter(), 0
        for index in range(steps):
            done = (self.round + index / steps) / self.rounds
            rate = _RATE * rising_and_falling(self.step, done)
            batch = batched(self.pieces, order[index * _EVENTS : (index + 1) * _EVENTS])
            losses.append(learn(self.network, self.optimiser, batch, rate))
            pieces += int((batch.ids != PADDING).sum())
            self.step += 1
            if self.step % _LOG_EVERY == 0:
                told = dict(zip(LOSSES, np.mean(losses[-_LOG_EVERY:], axis=0), strict=True))
                speed = pieces / (time.perf_counter() - begun)
                self._log({"step": self.step, **told, "pieces_a_second": speed})

    def _log(self, told: dict[str, object]) -> None:
        line = json.dumps({name: round(float(v), 4) if isinstance(v, float) else v for name, v in told.items()})
        print(line, flush=True)
        with (self.work / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def parted(events: Sequence[WordedEvent]) -> tuple[list[WordedEvent], list[WordedEvent]]:
    """The events that are held back, and those that are learned from."""
    held = [event for index, event in enumerate(events) if index % HELD == HELD - 1]
    return held, [event for index, event in enumerate(events) if index % HELD != HELD - 1]


def optimiser(network: SenseNetwork) -> torch.optim.AdamW:
    """Of the layers, and of what is new."""
    layers = [value for name, value in network.named_parameters() if name.startswith("layers")]
    others = [v for n, v in network.named_parameters() if v.requires_grad and not n.startswith("layers")]
    return torch.optim.AdamW([{"params": layers}, {"params": others}], lr=_RATE, weight_decay=_DECAY, fused=True)


def rising_and_falling(step: int, done: float) -> float:
    """The part of the top rate after so many steps, when that part of the run is `done`."""
    return min(1.0, (step + 1) / _WARM_UP) * max(_LEAST_RATE, 1 - done)


def learn(network: SenseNetwork, teaching: torch.optim.AdamW, batch: Batch, rate: float) -> tuple[float, ...]:
    """One step at a rate; the losses, in the order of LOSSES."""
    for group, factor in zip(teaching.param_groups, (1.0, _FASTER), strict=True):
        group["lr"] = rate * factor
    network.train()
    blanked = (torch.rand(batch.ids.shape) < _BLANKED) & (batch.ids > UNKNOWN)
    vectors = encoded(network, torch.where(blanked, UNKNOWN, batch.ids))
    senses, sides = vectors[:, :WIDTH], vectors[:, WIDTH:]
    near = senses @ senses.T
    contrast = _contrast(near, batch)
    pairs = _pairs(near * network.slope + network.offset, batch)
    opposed = _sides(sides @ sides.T * network.side_slope + network.side_offset, batch)
    teaching.zero_grad()
    (contrast + _PAIRS_COUNT * pairs + _SIDES_COUNT * opposed).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
    teaching.step()
    return contrast.item(), pairs.item(), opposed.item()


def batched(pieces: Pieces, events: Sequence[WordedEvent]) -> Batch:
    """The wordings of some events. Those without a claim say something of their own."""
    told = [(index, wording) for index, event in enumerate(events) for wording in event.wordings]
    cuts = [cut(pieces, wording.words) for _, wording in told]
    ids = torch.full((len(cuts), max(map(len, cuts))), PADDING)
    for row, found in enumerate(cuts):
        ids[row, : len(found)] = torch.tensor(found)
    at = torch.tensor([index for index, _ in told])
    names = [(index, w.claim) if w.claim else (index, row) for row, (index, w) in enumerate(told)]
    number = {name: place for place, name in enumerate(dict.fromkeys(names))}
    claims = torch.tensor([number[name] for name in names])
    denies = torch.tensor([w.denies for _, w in told])
    unsaid = torch.tensor([not w.claim and not events[index].complete for index, w in told])
    of_one = claims[:, None] == claims
    alike = denies[:, None] == denies
    itself = torch.eye(len(told), dtype=torch.bool)
    opposed = of_one & ~alike
    unknown = (at[:, None] == at) & unsaid[:, None] & unsaid
    return Batch(ids, at, of_one & alike & ~itself, opposed, opposed | itself | unknown)


def encoded(network: SenseNetwork, ids: Tensor) -> Tensor:
    """The vectors of texts (texts, width), those of about one length at once."""
    lengths = (ids != PADDING).sum(1)
    groups = list(_of_one_length(lengths))
    with torch.autocast("cpu", torch.bfloat16):
        found = [network(ids[group, : int(lengths[group].max())]) for group in groups]
    return torch.cat(found)[torch.argsort(torch.cat(groups))]


def _of_one_length(lengths: Tensor) -> Iterator[Tensor]:
    order = torch.argsort(lengths)
    start = 0
    for end in range(1, len(order) + 1):
        if end == len(order) or lengths[order[end]] > lengths[order[start]] + _SPREAD:
            yield order[start:end]
            start = end


def _contrast(near: Tensor, batch: Batch) -> Tensor:
    """Mean over the pairs that say the same: how far the pair stands out from all that say something else."""
    scaled = near / _TEMPERATURE
    others = torch.logsumexp(scaled.masked_fill(batch.same | batch.left_out, -torch.inf), 1, keepdim=True)
    result: Tensor = (torch.logaddexp(scaled, others) - scaled)[batch.same].mean()
    return result


def _pairs(odds: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of the pairs inside events."""
    inside = (batch.events[:, None] == batch.events) & ~batch.left_out
    same = batch.same[inside].float()
    return functional.binary_cross_entropy_with_logits(odds[inside], same, 1 + (_SAME_COUNTS - 1) * same)


def _sides(odds: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of the pairs of which one denies the other and of those that say the same, both alike in weight."""
    kinds = [functional.softplus(sign * odds[pairs]) for sign, pairs in ((-1, batch.same), (1, batch.opposed))]
    means = [losses.mean() for losses in kinds if len(losses)]
    return torch.stack(means).mean() if means else odds.new_zeros(())


@torch.no_grad()
def told_apart(network: SenseNetwork, pieces: Pieces, events: Sequence[WordedEvent]) -> tuple[float, float]:
    """Average precision of the pairs inside events by the cosine of their senses, denials left out; and how probable it
    is that two wordings of a claim lie nearer by their sides than a claim and its denial (nan where none is there)."""
    network.eval()
    near, same, alike, opposed = [], [], [], []
    for event in events:
        batch = batched(pieces, [event])
        vectors = encoded(network, batch.ids)
        senses, sides = vectors[:, :WIDTH] @ vectors[:, :WIDTH].T, vectors[:, WIDTH:] @ vectors[:, WIDTH:].T
        upper = torch.triu(torch.ones_like(batch.same), 1)
        known = upper & ~batch.left_out
        near.append(senses[known].numpy())
        same.append(batch.same[known].numpy())
        alike.append(sides[upper & batch.same].numpy())
        opposed.append(sides[upper & batch.opposed].numpy())
    right, wrong = np.concatenate(alike), np.concatenate(opposed)
    sides_told = float((right[:, None] > wrong).mean()) if len(right) and len(wrong) else float("nan")
    return average_precision(np.concatenate(near), np.concatenate(same)), sides_told


def average_precision(near: np.ndarray, same: np.ndarray) -> float:
    """Mean precision at every pair that says the same, the nearest pairs first."""
    right = same[np.argsort(-near, kind="stable")]
    precision = right.cumsum() / np.arange(1, len(right) + 1)
    return float(precision[right].mean())


if __name__ == "__main__":
    main(sys.argv[1:])
