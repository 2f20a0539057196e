"""Which encoder tells the same claim from a near miss: `python -m training.claims.encoders`.

Held against each other on pairs.tsv: the sentence encoder, and the tagger's own states (mean over a sentence). For
every group all pairs of same-claim sentences and all pairs of one of them with another kind; printed is the area under
the ROC curve (the probability that a same pair lies nearer than a different one), by kind of near miss.
"""

from __future__ import annotations

import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from quellenlage.language.engine import load_engine
from quellenlage.language.passage import Passage
from quellenlage.linking.encoder import encode
from training.claims.contrasts import SAME, groups

Vectors = npt.NDArray[np.float32]


def main() -> None:
    """Measure both and print one line for each kind."""
    for name, encoder in (("sentence encoder", sentence_encoder), ("tagger's states", tagger_states)):
        near = likenesses(encoder)
        print(f"{name}: {rate(encoder):.0f} sentences a second")
        for kind in sorted(near):
            if kind != "same":
                print(f"  same above {kind:10} {area(near['same'], near[kind]):.3f}  ({len(near[kind])} pairs)")
        others = [value for kind, values in near.items() if kind != "same" for value in values]
        print(f"  same above all        {area(near['same'], others):.3f}  ({len(near['same'])} same pairs)")


def likenesses(encoder: Callable[[Sequence[str]], Vectors]) -> dict[str, list[float]]:
    """Cosines by kind: "same" (all same-claim pairs, also of two languages), and each kind of near miss."""
    found: dict[str, list[float]] = defaultdict(list)
    for group in groups():
        vectors = encoder([sentence for *_, sentence in group])
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        for (i, (kind, *_)), (j, (other, *_)) in itertools.combinations(enumerate(group), 2):
            cosine = float(vectors[i] @ vectors[j])
            if kind in SAME:
                found["same" if other in SAME else other].append(cosine)
    return found


def area(high: Sequence[float], low: Sequence[float]) -> float:
    """Area under the ROC curve."""
    return float(np.mean([[(h > w) + 0.5 * (h == w) for w in low] for h in high]))


def sentence_encoder(texts: Sequence[str]) -> Vectors:
    """The encoder in the package."""
    return encode(texts).astype(np.float32)


def tagger_states(texts: Sequence[str]) -> Vectors:
    """Mean of the tagger's states over the pieces of each sentence, without the special ones."""
    engine = load_engine()
    rows = []
    for text in texts:
        passage = Passage.of(text)
        words = range(len(passage.words))
        pieces = [0, *(p for i in words for p in engine.pieces.cut(passage.word(i), passage.spaced(i))), 2]
        states, _ = engine.read(np.array([pieces], np.int64), np.zeros(1, np.int64))
        rows.append(states[0, 1:-1].mean(axis=0))
    return np.stack(rows)


def rate(encoder: Callable[[Sequence[str]], Vectors]) -> float:
    """Sentences a second, once loaded."""
    texts = [sentence for group in groups() for *_, sentence in group]
    encoder(texts[:1])
    start = time.perf_counter()
    encoder(texts)
    return len(texts) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
