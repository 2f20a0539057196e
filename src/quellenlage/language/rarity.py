"""How rare a word is, without a list of words: by the pieces that the trained network's vocabulary cuts it into.

The vocabulary is a unigram language model (Kudo 2018): every piece has a log probability, learned from text in many
languages. Common words are one likely piece ("Polizei" 13), names and compounds several unlikely ones ("Haberland" 22,
"Kressfeld" 34). Inverse document frequency without documents, so it never depends on what else has been read.
"""

from __future__ import annotations

from functools import lru_cache

from quellenlage.language.engine import load_pieces


@lru_cache(maxsize=65_536)
def rarity(word: str) -> float:
    """Negative log probability (natural) of a word; about 10 for the commonest, above 20 for names and compounds."""
    return load_pieces().cost(word)
