"""Found statements against gold ones, by the gold scorer's rule: which is which, and what is wrong with each pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.speakers import same_name

_WORD = re.compile(r"\w+")
_LEAST = 0.5  # token F1 of contents from which two statements are one

Statement = Mapping[str, Any]
"""A gold label, or a statement of the contract's JSON."""


def paired(gold: Sequence[Statement], found: Sequence[Statement]) -> list[tuple[int, int]]:
    """Indices of gold and found statements that are one, greedily by the token F1 of their contents."""
    one, other = ([_words(statement["content"]) for statement in side] for side in (gold, found))
    order = sorted(((_f1(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)), reverse=True)
    left, right = set(range(len(one))), set(range(len(other)))
    pairs: list[tuple[int, int]] = []
    for worth, i, j in order:
        if worth < _LEAST:
            break
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs)


def differences(gold: Statement, found: Statement) -> list[str]:
    """Names of what is wrong with a found statement: parts whose words differ, labels, figures."""
    wrong = [part for part in ("content", "cue", "source") if _words(gold[part]) != _words(found[part])]
    speaker = found["speaker"] or {"name": "", "class": "none"}
    labels = {
        "speaker": same_name(gold["speaker"], speaker["name"] or ""),
        "class": gold["speaker_class"] == speaker["class"],
        "kind": gold["kind"] == found["kind"],
        "via": _same_names(gold["via"], [relay["name"] for relay in found["via"]]),
        "polarity": gold["polarity"] == found["polarity"],
        "certainty": gold["certainty"] == found["certainty"],
        "figures": _figures(gold["figures"]) == _figures(found["figures"]),
    }
    return wrong + [name for name, right in labels.items() if not right]


def _words(texts: Iterable[str | Mapping[str, Any]]) -> list[str]:
    strings = (text if isinstance(text, str) else text["text"] for text in texts)
    return [word.lower() for string in strings for word in _WORD.findall(string)]


def _f1(one: Sequence[str], other: Sequence[str]) -> float:
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if common else 0.0


def _same_names(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(map(same_name, one, other))


def _figures(figures: Iterable[Mapping[str, Any]]) -> Counter[tuple[float, float, str]]:
    return Counter((float(f["value"] or 0), float(f.get("high") or f["value"] or 0), str(f["bound"])) for f in figures)
