"""Candidates in the Wikinews scheme: quotes as the corpus's scorer reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from quellenlage.language.passage import Passage
from quellenlage.tagging.candidates import Candidate, overlap
from quellenlage.tagging.decoding import completed
from quellenlage.tagging.labels import QUOTE_TYPES, Role, Trigger
from quellenlage.tagging.quotations import find_quotations
from training.corpora.annotated import runs

_LEAST_NESTED = 2  # words of a quotation inside an indirect quote that make it a quote of its own
_HAVE = 0.6  # overlap from which such a quotation is found already


def quotes(passage: Passage, candidates: Sequence[Candidate]) -> list[dict[str, Any]]:
    """Quotes with spans of code points; the scheme annotates direct quotations inside indirect quotes again."""
    marked = [passage.covered(start, end) for start, end in find_quotations(passage.text)]
    sentence_of = [index for index, sentence in enumerate(passage.sentences) for _ in sentence]
    whole = [completed(one, passage, marked, sentence_of) for one in candidates]
    found = [_quote(passage, one, sentence_of) for one in whole]
    nested: list[dict[str, Any]] = []
    for one, quote in zip(whole, found, strict=True):
        if quote["type"] == "Direct":
            continue
        for inner in marked:
            words = [word for word in inner if passage.word(word)[0].isalnum()]
            held = bool(inner) and {inner[0], inner[-1]} <= set(one.content)
            if held and len(words) >= _LEAST_NESTED and not any(overlap(inner, o.content) > _HAVE for o in whole):
                nested.append({**quote, "quote": _spans(passage, inner), "addressee": [], "type": "Direct"})
    return found + nested


def _quote(passage: Passage, one: Candidate, sentence_of: Sequence[int]) -> dict[str, Any]:
    kind = QUOTE_TYPES[int(np.argmax(one.quote_types))]
    content, cue, source = list(one.content), one.words(Role.CUE), one.words(Role.SOURCE)
    if kind == "Reported":  # the whole clause, speaker and verb included
        near = [w for w in (*source, *cue) if sentence_of[content[0]] <= sentence_of[w] <= sentence_of[content[-1]]]
        content = list(range(min([*content, *near]), max([*content, *near]) + 1))
        cue = cue if one.found.trigger is Trigger.CUE else ()
    return {
        "quote": _spans(passage, content),
        "speaker": _spans(passage, source),
        "cue": _spans(passage, cue),
        "frame": [],
        "addressee": _spans(passage, one.words(Role.ADDRESSEE)),
        "type": kind,
    }


def _spans(passage: Passage, words: Sequence[int]) -> list[list[int]]:
    return [[passage.words[run[0]][0], passage.words[run[-1]][1]] for run in runs(words)]
