"""The corpora's own scorers: programs beside the corpora, run as they are, whose printed tables are read back."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NUMBER = r" +([\d.]+)"
_GOLD = {
    "statements F1": rf"^statements .* F1{_NUMBER}",
    "content": rf"^spans .* content{_NUMBER}",
    "cue": rf"^spans .* cue{_NUMBER}",
    "source": rf"^spans .* source{_NUMBER}",
    "speaker": rf"^labels .* speaker{_NUMBER}",
    "class": rf"^labels .* class{_NUMBER}",
    "kind": rf"^labels .* kind{_NUMBER}",
    "via": rf"^labels .* via{_NUMBER}",
    "polarity": rf"^labels .* polarity{_NUMBER}",
    "certainty": rf"^labels .* certainty{_NUMBER}",
    "chains found": rf"^labels .* chains found{_NUMBER}/",
    "figures F1": rf"^figures .* F1{_NUMBER}",
    "who said what F1": r"^who-said-what .*: ([\d.]+)",
}
_QUOTES = {f"{part} F1": rf"^{part} .* F1{_NUMBER}" for part in ("quote", "speaker", "cue")}


@dataclass(frozen=True, slots=True)
class Scored:
    """What a scorer printed, and the figures of it by name, in percent unless they are counts."""

    table: str
    values: Mapping[str, float]


def score_gold(scorer: Path, files: Sequence[Path]) -> Scored:
    """Statements against gold articles: gold file, found file, and so on, by `gold/score.py`."""
    return _score(scorer, files, _GOLD)


def score_quotes(scorer: Path, gold: Path, found: Path) -> Scored:
    """Quotes against the Wikinews corpus by its scorer."""
    return _score(scorer, (gold, found), _QUOTES)


def _score(scorer: Path, files: Iterable[Path], patterns: Mapping[str, str]) -> Scored:
    """Run a scorer. Raises CalledProcessError where it fails, ValueError where its table has another form."""
    done = subprocess.run([sys.executable, scorer, *files], stdout=subprocess.PIPE, text=True, check=True)
    return Scored(done.stdout.strip(), read_table(done.stdout, patterns))


def read_table(table: str, patterns: Mapping[str, str]) -> dict[str, float]:
    """Figures out of a printed table, each by a pattern with one group. Raises ValueError where one is not there."""
    values: dict[str, float] = {}
    for name, pattern in patterns.items():
        found = re.search(pattern, table, re.MULTILINE)
        if found is None:
            raise ValueError(f"the scorer's table has no {name!r}; its form has changed: {table!r}")
        values[name] = float(found[1])
    return values
