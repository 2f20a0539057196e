"""Gist: the words that say what a few words are about, in a form that inflection leaves alone. Needs no vocabulary."""

from __future__ import annotations

from functools import lru_cache

from quellenlage.linking.names import fold, words_of

_BEGINNING = 5  # letters by which two words are forms of one ("demand", "demanded")
_SHORTEST = 4  # letters of a word that tells something
_SAYS_NOTHING = frozenset(
    "habe haben hatte hatten sein seien sind waren wurde wurden werde werden worden wird eine einen einer einem eines "
    "keine keinen keiner nicht nichts dass auch aber oder nach beim durch uber unter dieser diese diesem diesen dort "
    "noch mehr sich ihre ihren seine seinen unser unsere unserer rund etwa fast knapp mindestens "
    "their there these those which would could should about after before being have been were never that this with "
    "from they what when where other into than then some only also will does more very your ours around least".split()
)


@lru_cache(maxsize=8192)
def gist(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that tell something; numbers do not."""
    return frozenset(
        folded[:_BEGINNING]
        for folded in map(fold, words_of(text))
        if len(folded) >= _SHORTEST and folded not in _SAYS_NOTHING and not folded[0].isdigit()
    )
