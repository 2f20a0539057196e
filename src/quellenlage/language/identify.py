"""Which language a text is in.

Two measures, the cheap one first: the share of function words that only one of the languages spoken here has, and,
where
that does not settle it, py3langid's naive Bayes model over byte n-grams (Lui and Baldwin 2012, "langid.py"). The model
takes half
a second to load, so it is loaded only when it is needed.
"""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4_000  # code points; more text does not change the answer
_ENOUGH_WORDS = 25
_CLEAR_SHARE = 0.12  # share of function words in running text; headlines and name lists stay below it
_CLEAR_LEAD = 5  # times as many as of any other language
_SURE = 0.9  # the model's probability, calibrated for length

_FUNCTION_WORDS = {
    "de": frozenset(
        "und nicht ist das für mit auf dem den sich auch wird wurde werden eine einen einer eines zu zum zur nach bei"
        " von dass aber oder wie noch nur hat haben sind war durch über vor aus einem".split()
    ),
    "en": frozenset(
        "the of and to was that with for is it as by from at this have has had not are be been his her they which"
        " who will would their said but or an".split()
    ),
}


def identify(text: str) -> str | None:
    """ISO 639-1 code of the language that `text` is in, or None where it is too short or too mixed to tell."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    return _by_function_words(words) or _by_model(sample)


def _by_function_words(words: list[str]) -> str | None:
    if len(words) < _ENOUGH_WORDS:
        return None
    counts = {code: sum(word in known for word in words) for code, known in _FUNCTION_WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    others = max(count for code, count in counts.items() if code != best)
    clear = counts[best] >= _CLEAR_SHARE * len(words) and counts[best] >= _CLEAR_LEAD * others
    return best if clear else None


def _by_model(sample: str) -> str | None:
    code, probability = _model().classify(sample)
    return code if probability >= _SURE else None


@cache
def _model():  # type: ignore[no-untyped-def]  # the package's own class is not exported under a public name
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
