"""Export the sentence encoder: `python -m training.sense.export [--weights FILE] [--to FOLDER]`.

The folder must hold the tagger's files, whose vocabulary and word embeddings the encoder shares. Writes the graph with
weights of eight bits and checks that quantised and full network agree.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from quellenlage.language.engine import PARTICULARS, SENSE, WORDS, SenseEngine
from quellenlage.language.pieces import Pieces
from quellenlage.linking.sense import cut
from training.checkpoints import restored
from training.claims.wordings import worded_events
from training.encoder import BaseEncoder, load_base
from training.graphs import write_sense, write_words
from training.sense.network import SenseNetwork

_SHIPPED = Path("src/quellenlage/language/model")
_LEAST_AGREEMENT = 0.98  # mean cosine of the vectors of quantised and full network
_PROBES = 200  # texts on which agreement is checked


def main(arguments: Sequence[str]) -> None:
    """Export, check, and put the file in place."""
    parser = argparse.ArgumentParser(prog="python -m training.sense.export", description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("training/work-sense/model.pt"))
    parser.add_argument("--to", type=Path, default=_SHIPPED, help="folder of the tagger's files")
    given = parser.parse_args(arguments)
    base = load_base()
    network, pieces = with_words_of(given.to, base, load_network(base, given.weights))
    texts = [wording.words for event in worded_events() for wording in event.wordings]
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        write_words(network.word, beside / WORDS)
        if (beside / WORDS).read_bytes() != (given.to / WORDS).read_bytes():
            raise SystemExit(f"{given.to / WORDS} holds other embeddings; export the tagger anew")
        write_sense(network, beside / SENSE)
        agreed = agreement(network, SenseEngine(beside), pieces, texts[:: max(1, len(texts) // _PROBES)])
        print(f"cosine of the vectors of quantised and full network: {agreed:.4f}")
        if agreed < _LEAST_AGREEMENT:
            raise SystemExit(f"quantised and full network agree by less than {_LEAST_AGREEMENT}")
        written = given.to / SENSE
        written.write_bytes((beside / SENSE).read_bytes())
        print(f"{written}: {written.stat().st_size / 1e6:.1f} MB")


def load_network(base: BaseEncoder, weights: Path) -> SenseNetwork:
    """The network with a checkpoint's weights. Raises as `checkpoints.restored`."""
    return restored(SenseNetwork(base), weights, "python -m training.sense.train")


def with_words_of(folder: Path, base: BaseEncoder, network: SenseNetwork) -> tuple[SenseNetwork, Pieces]:
    """The network with the vocabulary that the tagger in a folder has, and that vocabulary."""
    told = json.loads((folder / PARTICULARS).read_text(encoding="utf-8"))
    places = {piece: index for index, piece in enumerate(base.pieces)}
    weights = network.word.weight.detach()[[places[piece] for piece in told["pieces"]]]
    network.word = nn.Embedding(*weights.shape, _weight=weights)
    return network, Pieces(told["pieces"], told["scores"], {int(point): text for point, text in told["normal"].items()})


@torch.no_grad()
def agreement(full: SenseNetwork, engine: SenseEngine, pieces: Pieces, texts: Sequence[str]) -> float:
    """Mean cosine of the vectors that both give."""
    found = []
    for text in texts:
        ids = np.array([cut(pieces, text)])
        theirs = torch.from_numpy(engine.encode(ids))
        found.append(functional.cosine_similarity(full(torch.from_numpy(ids)), theirs).item())
    return float(np.mean(found))


if __name__ == "__main__":
    main(sys.argv[1:])
