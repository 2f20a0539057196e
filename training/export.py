"""Export a checkpoint for use: `python -m training.export [--weights FILE] [--to FOLDER]`.

Cuts the vocabulary to the pieces that German and English text needs, writes the word embeddings and the two graphs with
weights of eight bits, and checks that quantised and full network agree.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from torch import nn

from quellenlage.language.engine import ASKER, FORMAT, PARTICULARS, READER, SENSE, WORDS, Engine
from quellenlage.language.passage import Passage
from quellenlage.tagging.asking import Network as AnyNetwork
from quellenlage.tagging.asking import ask, read
from quellenlage.tagging.chunking import encode
from quellenlage.tagging.labels import Scheme
from quellenlage.tagging.triggers import cues
from training.corpora.reading import read_training
from training.encoder import load_base
from training.graphs import write_asker, write_reader, write_words
from training.network import Network
from training.running import TorchNetwork, load_network
from training.settings import load_settings
from training.vocabulary import cut_vocabulary, kept_pieces

_LEAST_AGREEMENT = 0.995  # share of words to which quantised and full network give the same role
_SHIPPED = Path("src/quellenlage/language/model")
_RAW = (1.0, 0.0)  # confidences as they are, until `training.calibrate` has measured them
_PROBES = 12  # texts on which agreement is checked


def main(arguments: Sequence[str]) -> None:
    """Export, check, and put the files in place."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("--settings", type=Path, default=Path(__file__).with_name("settings.toml"))
    parser.add_argument("--weights", type=Path, help="the checkpoint; by default the last of the settings' run")
    parser.add_argument("--to", type=Path, default=_SHIPPED)
    given = parser.parse_args(arguments)
    settings = load_settings(given.settings)
    base = load_base()
    network = load_network(base, given.weights or settings.work / "model.pt")
    texts = [text for name, folder in settings.corpora.items() for text in read_training(name, folder)]
    kept = kept_pieces(base, (text.passage for text in texts))
    weights = network.word.weight.detach()[kept]
    network.word = nn.Embedding(len(kept), weights.shape[1], _weight=weights)
    with tempfile.TemporaryDirectory() as folder:
        export(network, cut_vocabulary(base, kept), Path(folder))
        probes = [text.passage for text in texts[:: max(1, len(texts) // _PROBES)]]
        agreed = agreement(TorchNetwork(network, half=False), Engine(Path(folder)), probes)
        print(f"{len(kept)} pieces; roles that quantised and full network share: {100 * agreed:.2f} %")
        if agreed < _LEAST_AGREEMENT:
            raise SystemExit(f"quantised and full network differ by more than {100 * (1 - _LEAST_AGREEMENT):.1f} %")
        given.to.mkdir(parents=True, exist_ok=True)
        (given.to / SENSE).unlink(missing_ok=True)  # made for other word embeddings; training.sense.export comes next
        for path in Path(folder).iterdir():
            shutil.copy(path, given.to / path.name)
            print(f"{given.to / path.name}: {path.stat().st_size / 1e6:.1f} MB")


def export(network: Network, vocabulary: dict[str, object], folder: Path) -> None:
    """Write the graphs of a network, whose word embeddings are those of the vocabulary, and the vocabulary."""
    write_words(network.word, folder / WORDS)
    write_reader(network, folder / READER)
    write_asker(network, folder / ASKER)
    told = {"format": FORMAT, "calibration": _RAW, **vocabulary}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    (folder / PARTICULARS).write_text(text, encoding="utf-8")


def agreement(full: AnyNetwork, engine: Engine, passages: Sequence[Passage]) -> float:
    """Share of window words to which both give the same role, asked from the cues that the full network sees."""
    same = total = 0
    for passage in passages:
        encoded = encode(passage, engine.pieces)
        parts, others = read(full, encoded, Scheme.HOUSE), read(engine, encoded, Scheme.HOUSE)
        asked = [(i, found) for i, part in enumerate(parts) for found in cues(part.chunk, part.probabilities)]
        ours = ask(full, [(parts[i], found) for i, found in asked], Scheme.HOUSE)
        theirs = ask(engine, [(others[i], found) for i, found in asked], Scheme.HOUSE)
        for one, other in zip(ours, theirs, strict=True):
            same += int((one.roles.argmax(-1) == other.roles.argmax(-1)).sum())
            total += len(one.words)
    return same / max(1, total)


if __name__ == "__main__":
    main(sys.argv[1:])
