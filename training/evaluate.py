"""Measure the tagger on the development splits: `python -m training.evaluate [--weights FILE | --model FOLDER]`.

Without an argument the shipped model is measured. Prints Wikinews dev and gold/dev by those corpora's own scorers,
SpkAtt dev (Match-F1) and test (cue tokens), PolNeAR dev (end to end).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quellenlage.language.engine import Engine, load_engine
from quellenlage.language.pieces import Pieces
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.tagging import Tagger
from quellenlage.tagging.asking import Network
from quellenlage.tagging.candidates import Candidate, find_candidates
from quellenlage.tagging.chunking import encode
from quellenlage.tagging.labels import Role
from training.corpora.annotated import Annotated
from training.corpora.polnear import read_polnear
from training.corpora.spkatt import read_spkatt
from training.corpora.wikinews import read_wikinews
from training.encoder import load_base
from training.quotes import quotes
from training.running import TorchNetwork, load_network
from training.scores import CuedScores

_SHARED = Path("../shared")


def main(arguments: Sequence[str]) -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--weights", type=Path, help="a checkpoint, run by torch")
    parser.add_argument("--model", type=Path, help="a folder of exported files")
    parser.add_argument("--only", nargs="+", choices=("wikinews", "gold", "spkatt", "polnear"))
    parser.add_argument("--limit", type=int, default=None, help="texts of each corpus")
    parser.add_argument("--write", type=Path, help="a file to write the tables to as well, for the model card")
    given = parser.parse_args(arguments)
    network, pieces = _network(given.weights, given.model)
    tables = {"wikinews": wikinews, "gold": gold, "spkatt": spkatt, "polnear": polnear}
    written: list[str] = []
    for name in given.only or tables:
        begun = time.perf_counter()
        words, table = tables[name](network, pieces, given.limit)
        written.append(f"== {name}\n{table}")
        print(written[-1], f"{words} words in {time.perf_counter() - begun:.0f} s", sep="\n", flush=True)
    if given.write is not None:
        given.write.write_text("\n".join(written) + "\n", encoding="utf-8")


def _network(weights: Path | None, model: Path | None) -> tuple[Network, Pieces]:
    if weights is not None:
        base = load_base()
        return TorchNetwork(load_network(base, weights)), base.vocabulary()
    engine = Engine(model) if model is not None else load_engine()
    return engine, engine.pieces


def wikinews(network: Network, pieces: Pieces, limit: int | None) -> tuple[int, str]:
    """Wikinews dev by its scorer; returns the number of words read and the table."""
    folder = _SHARED / "corpora/wikinews-quotes"
    texts = list(read_wikinews(folder, "dev"))[:limit]
    with tempfile.TemporaryDirectory() as out:
        gold, found = Path(out) / "gold.jsonl", Path(out) / "found.jsonl"
        lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()[: len(texts)]
        gold.write_text("\n".join(lines), encoding="utf-8")
        rows = [json.dumps({"id": t.name, "quotes": quotes(t.passage, candidates(network, pieces, t))}) for t in texts]
        found.write_text("\n".join(rows), encoding="utf-8")
        return _words(texts), _score(folder / "score.py", gold, found)


def candidates(network: Network, pieces: Pieces, text: Annotated) -> list[Candidate]:
    """What the network finds in an annotated text, in that text's scheme."""
    return find_candidates(network, encode(text.passage, pieces), text.scheme)


def gold(network: Network, pieces: Pieces, limit: int | None) -> tuple[int, str]:
    """gold/dev by its scorer; the speaker is the source's or antecedent's own words."""
    tagger = Tagger(network, pieces)
    words = 0
    with tempfile.TemporaryDirectory() as out:
        pairs: list[Path] = []
        for path in sorted((_SHARED / "gold/dev").glob("*.article.json"))[:limit]:
            article = gold_article(json.loads(path.read_text(encoding="utf-8")))
            found = Path(out) / path.name
            found.write_text(json.dumps(statements(tagger.tag(article)), ensure_ascii=False), encoding="utf-8")
            pairs += [path.with_name(path.name.replace(".article.", ".gold.")), found]
            words += sum(len(block.text.split()) for block in article.blocks)
        return words, _score(_SHARED / "gold/score.py", *pairs)


def gold_article(raw: dict[str, Any]) -> Article:
    """An article whose blocks are plain strings."""
    blocks = [Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(raw["blocks"])]
    return Article(raw["id"], tuple(blocks), Language(raw["lang"]))


def statements(found: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions in the contract's shape, nobody resolved."""

    def joined(spans: Iterable[Span]) -> str:
        return " ".join(span.text for span in spans)

    rows: list[dict[str, Any]] = []
    before = ""
    for one in found:
        speaker = joined(one.source) or joined(one.antecedent) or ("" if one.cue else before)
        before = speaker or before
        rows.append(
            {
                "kind": one.kind,
                "content": [span.text for span in one.content],
                "cue": [span.text for span in one.cue],
                "source": [span.text for span in one.source],
                "speaker": speaker,
                "via": [span.text for span in one.relays],
                "confidence": one.confidence,
            }
        )
    return rows


def spkatt(network: Network, pieces: Pieces, limit: int | None) -> tuple[int, str]:
    """SpkAtt: dev with Match-F1, test cue tokens."""
    folder = _SHARED / "corpora/spkatt-2023/data"
    dev, test = list(read_spkatt(folder, "dev"))[:limit], list(read_spkatt(folder, "test"))[:limit]
    scores = _cued(network, pieces, dev)
    table = f"dev Match-F1 joint {scores.match_f1:.1f}  {_line(scores)}"
    cues = _cued(network, pieces, test).cue_tokens.f1
    return _words(dev) + _words(test), f"{table}\ntest cue tokens {cues:.1f}"


def polnear(network: Network, pieces: Pieces, limit: int | None) -> tuple[int, str]:
    """PolNeAR dev, end to end."""
    texts = list(read_polnear(_SHARED / "corpora/polnear/data", "dev"))[:limit]
    scores = _cued(network, pieces, texts)
    return _words(texts), f"dev {_line(scores)}"


def _cued(network: Network, pieces: Pieces, texts: Sequence[Annotated]) -> CuedScores:
    scores = CuedScores()
    for text in texts:
        scores.add(text.statements, candidates(network, pieces, text))
    return scores


def _line(scores: CuedScores) -> str:
    roles = (Role.CONTENT, Role.SOURCE, Role.CUE)
    tokens = "  ".join(f"{role.name.lower()} {scores.tokens[role].f1:.1f}" for role in roles)
    spans = "  ".join(f"{role.name.lower()} {scores.spans[role].f1:.1f}" for role in roles)
    return f"cue tokens {scores.cue_tokens.f1:.1f}\ntokens end to end: {tokens}\nexact spans: {spans}"


def _words(texts: Iterable[Annotated]) -> int:
    return sum(len(text.passage.words) for text in texts)


def _score(scorer: Path, *files: Path) -> str:
    """What a corpus's scorer prints. Raises CalledProcessError where it fails."""
    done = subprocess.run([sys.executable, scorer, *files], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main(sys.argv[1:])
