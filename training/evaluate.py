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

from quellenlage.attribution.asking import Network
from quellenlage.attribution.candidates import Candidate, find_candidates
from quellenlage.attribution.chunking import encode
from quellenlage.attribution.labels import Role
from quellenlage.attribution.tagging import Tagger
from quellenlage.language.engine import Engine, load_engine
from quellenlage.language.pieces import Pieces
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
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
    given = parser.parse_args(arguments)
    network, pieces = _network(given.weights, given.model)
    tables = {"wikinews": wikinews, "gold": gold, "spkatt": spkatt, "polnear": polnear}
    for name in given.only or tables:
        begun = time.perf_counter()
        print(f"== {name}", flush=True)
        words = tables[name](network, pieces, given.limit)
        print(f"{words} words in {time.perf_counter() - begun:.0f} s", flush=True)


def _network(weights: Path | None, model: Path | None) -> tuple[Network, Pieces]:
    if weights is not None:
        base = load_base()
        return TorchNetwork(load_network(base, weights)), base.vocabulary()
    engine = Engine(model) if model is not None else load_engine()
    return engine, engine.pieces


def wikinews(network: Network, pieces: Pieces, limit: int | None) -> int:
    """Wikinews dev by its scorer; returns the number of words read."""
    folder = _SHARED / "corpora/wikinews-quotes"
    texts = list(read_wikinews(folder, "dev"))[:limit]
    with tempfile.TemporaryDirectory() as out:
        gold, found = Path(out) / "gold.jsonl", Path(out) / "found.jsonl"
        lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()[: len(texts)]
        gold.write_text("\n".join(lines), encoding="utf-8")
        rows = [json.dumps({"id": t.name, "quotes": quotes(t.passage, candidates(network, pieces, t))}) for t in texts]
        found.write_text("\n".join(rows), encoding="utf-8")
        _score(folder / "score.py", gold, found)
    return _words(texts)


def candidates(network: Network, pieces: Pieces, text: Annotated) -> list[Candidate]:
    """What the network finds in an annotated text, in that text's scheme."""
    return find_candidates(network, encode(text.passage, pieces), text.scheme)


def gold(network: Network, pieces: Pieces, limit: int | None) -> int:
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
        _score(_SHARED / "gold/score.py", *pairs)
    return words


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


def spkatt(network: Network, pieces: Pieces, limit: int | None) -> int:
    """SpkAtt: Match-F1 on dev, cue tokens on test."""
    folder = _SHARED / "corpora/spkatt-2023/data"
    dev, test = list(read_spkatt(folder, "dev"))[:limit], list(read_spkatt(folder, "test"))[:limit]
    scores = _cued(network, pieces, dev)
    print(f"dev Match-F1 joint {scores.match_f1:.1f}  cue tokens {scores.cue_tokens.f1:.1f}  {_line(scores)}")
    print(f"test cue tokens {_cued(network, pieces, test).cue_tokens.f1:.1f}")
    return _words(dev) + _words(test)


def polnear(network: Network, pieces: Pieces, limit: int | None) -> int:
    """PolNeAR dev, end to end."""
    texts = list(read_polnear(_SHARED / "corpora/polnear/data", "dev"))[:limit]
    scores = _cued(network, pieces, texts)
    print(f"dev cue tokens {scores.cue_tokens.f1:.1f}  {_line(scores)}")
    return _words(texts)


def _cued(network: Network, pieces: Pieces, texts: Sequence[Annotated]) -> CuedScores:
    scores = CuedScores()
    for text in texts:
        scores.add(text.statements, candidates(network, pieces, text))
    return scores


def _line(scores: CuedScores) -> str:
    roles = (Role.CONTENT, Role.SOURCE, Role.CUE)
    tokens = "  ".join(f"{role.name.lower()} {scores.tokens[role].f1:.1f}" for role in roles)
    spans = "  ".join(f"{role.name.lower()} {scores.spans[role].f1:.1f}" for role in roles)
    return f"tokens end to end: {tokens}; exact spans: {spans}"


def _words(texts: Iterable[Annotated]) -> int:
    return sum(len(text.passage.words) for text in texts)


def _score(scorer: Path, *files: Path) -> None:
    done = subprocess.run([sys.executable, scorer, *files], capture_output=True, text=True, check=False)
    print(done.stdout.strip() or done.stderr.strip())


if __name__ == "__main__":
    main(sys.argv[1:])
