"""Export the sentence encoder: `python -m training.sense.export [--weights FILE] [--beside FOLDER] [--to FOLDER]`.

It shares vocabulary and word embeddings with the tagger whose files it is put beside; into another folder (`--to`) the
embeddings are copied. Writes the graph with weights of eight bits and checks that quantised and full network agree.
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
from quellenlage.linking.sense import WIDTH, cut
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
    parser.add_argument("--weights", type=Path, default=Path("training/work-sense/refined.pt"))
    parser.add_argument("--beside", type=Path, default=_SHIPPED, help="folder of the tagger's files")
    parser.add_argument("--to", type=Path, help="another folder for the encoder")
    given = parser.parse_args(arguments)
    base = load_base()
    network, pieces = with_words_of(given.beside, base, load_network(base, given.weights))
    texts = [wording.words for event in worded_events() for wording in event.wordings]
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        write_words(network.word, made / WORDS)
        if (made / WORDS).read_bytes() != (given.beside / WORDS).read_bytes():
            raise SystemExit(f"{given.beside / WORDS} holds other embeddings; export the tagger anew")
        write_sense(network, made / SENSE)
        agreed = agreement(network, SenseEngine(made), pieces, texts[:: max(1, len(texts) // _PROBES)])
        print("cosines of the senses and sides of quantised and full network: {:.4f}, {:.4f}".format(*agreed))
        if min(agreed) < _LEAST_AGREEMENT:
            raise SystemExit(f"quantised and full network agree by less than {_LEAST_AGREEMENT}")
        to = given.to or given.beside
        to.mkdir(parents=True, exist_ok=True)
        for name in (SENSE, WORDS):
            (to / name).write_bytes((made / name).read_bytes())
        print(f"{to / SENSE}: {(to / SENSE).stat().st_size / 1e6:.1f} MB")


def load_network(base: BaseEncoder, weights: Path) -> SenseNetwork:
    """The network with a checkpoint's weights. Raises as `checkpoints.restored`."""
    return restored(SenseNetwork(base), weights, "python -m training.sense.train, then training.sense.refine")


def with_words_of(folder: Path, base: BaseEncoder, network: SenseNetwork) -> tuple[SenseNetwork, Pieces]:
    """The network with the vocabulary that the tagger in a folder has, and that vocabulary."""
    told = json.loads((folder / PARTICULARS).read_text(encoding="utf-8"))
    places = {piece: index for index, piece in enumerate(base.pieces)}
    weights = network.word.weight.detach()[[places[piece] for piece in told["pieces"]]]
    network.word = nn.Embedding(*weights.shape, _weight=weights)
    return network, Pieces(told["pieces"], told["scores"], {int(point): text for point, text in told["normal"].items()})


@torch.no_grad()
def agreement(full: SenseNetwork, engine: SenseEngine, pieces: Pieces, texts: Sequence[str]) -> tuple[float, float]:
    """Mean cosines of the senses and of the sides that both give."""
    found = []
    for text in texts:
        ids = np.array([cut(pieces, text)])
        ours, theirs = full(torch.from_numpy(ids)), torch.from_numpy(engine.encode(ids))
        parts = (slice(None, WIDTH), slice(WIDTH, None))
        found.append([functional.cosine_similarity(ours[:, part], theirs[:, part]).item() for part in parts])
    sense, side = np.mean(found, axis=0)
    return float(sense), float(side)


if __name__ == "__main__":
    main(sys.argv[1:])
