"""Go on training the sentence encoder with scenarios: `python -m training.sense.refine [--without FOLD]`.

Takes the weights that `training.sense.train` has left in the work folder. Each step holds some scenarios of
corpora/origins/dev, as their pages are read, and some events of corpora/wordings, so that nothing of these is lost: in
scenarios held out the average precision of pairs rises from .45 to .49. Writes `refined.pt`, or `without-FOLD.pt` where
one half of the scenarios is left out, to judge of those what the encoder is worth, and so that what learns from their
features (`training.claims`) does not take them from an encoder that knows them (`folds`).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from quellenlage.language.pieces import Pieces
from training.checkpoints import save, trained
from training.claims.scenarios import worded
from training.claims.wordings import WordedEvent, worded_events
from training.encoder import load_base
from training.sense.export import load_network
from training.sense.folds import FOLDS, fold_of
from training.sense.network import SenseNetwork
from training.sense.rounding import rounded
from training.sense.train import (
    LOSSES,
    batched,
    learn,
    optimiser,
    parted,
    rising_and_falling,
    told_apart,
)

_ROUNDS = 10
_RATE = 5e-5
_SCENARIOS, _EVENTS = 3, 5  # of a step
_UNSAID = 30  # statements of a scenario without a claim in one step
_LOG_EVERY = 10  # steps


def main(arguments: Sequence[str]) -> None:
    """Train, print how well what was held back is told, and write the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m training.sense.refine",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--work", type=Path, default=Path("training/work-sense"), help="folder of the run")
    parser.add_argument("--without", type=int, choices=range(FOLDS), help="leave out this part of the scenarios")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    base = load_base()
    network, pieces = load_network(base, given.work / "model.pt"), base.vocabulary()
    scenarios = list(worded())
    held = [each for each in scenarios if fold_of(each.title) == given.without]
    seen = [each for each in scenarios if each not in held]
    _, events = parted(list(worded_events()))
    with rounded(network):
        for told in _refined(network, pieces, seen, events):
            print(told, flush=True)
        if held:
            told_of = "{} scenarios held back: average precision {:.3f}, denials told by their sides {:.3f}"
            print(told_of.format(len(held), *told_apart(network, pieces, held)))
    name = "refined.pt" if given.without is None else f"without-{given.without}.pt"
    save(given.work / name, weights=trained(network))


def _refined(
    network: SenseNetwork, pieces: Pieces, scenarios: Sequence[WordedEvent], events: Sequence[WordedEvent]
) -> Iterator[str]:
    """Trains to the end; the losses, now and then."""
    chosen, teaching = random.Random(1), optimiser(network)
    each_round = len(scenarios) // _SCENARIOS
    steps = _ROUNDS * each_round
    losses = []
    for step in range(steps):
        if step % each_round == 0:
            order = chosen.sample(scenarios, len(scenarios))
        place = step % each_round * _SCENARIOS
        some = [_part(each, chosen) for each in order[place : place + _SCENARIOS]]
        batch = batched(pieces, [*some, *chosen.sample(events, _EVENTS)])
        losses.append(learn(network, teaching, batch, _RATE * rising_and_falling(step, step / steps)))
        if (step + 1) % _LOG_EVERY == 0:
            means = np.mean(losses[-_LOG_EVERY:], axis=0)
            told = ", ".join(f"{name} {value:.3f}" for name, value in zip(LOSSES, means, strict=True))
            yield f"step {step + 1} of {steps}: {told}"


def _part(scenario: WordedEvent, chosen: random.Random) -> WordedEvent:
    """Its claims, and some of what else is said."""
    claimed = [each for each in scenario.wordings if each.claim]
    others = [each for each in scenario.wordings if not each.claim]
    some = chosen.sample(others, min(_UNSAID, len(others)))
    return WordedEvent(scenario.title, (*claimed, *some), complete=False)


if __name__ == "__main__":
    main(sys.argv[1:])
