"""Speakers, classes and chains on gold attributions: how far resolution gets where the tagger makes no mistake.

    python -m benchmarks.speakers GOLD_FOLDER [--errors]

Prints the share of statements whose speaker, class and chain are right, by the scorer's own rule for names, and with
`--errors` every statement that is wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.gold import load_gold
from quellenlage.attribution import resolve
from quellenlage.gazetteer import find_outlet

_ARTICLES = {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "the", "a", "an"}


def main(folder: str, *options: str) -> None:
    count = compare(Path(folder), tell_errors="--errors" in options)
    n = count["all"]
    print(
        f"statements {n}  speaker {100 * count['speaker'] / n:.1f}  class {100 * count['class'] / n:.1f}  "
        f"via {100 * count['via'] / n:.1f}  chains {count['chain found']}/{count['chained']}  "
        f"false chains {count['false chain']}"
    )


def compare(folder: Path, tell_errors: bool = False) -> Counter[str]:
    """How many statements of a folder there are ("all") and have each label right."""
    count: Counter[str] = Counter()
    for gold in load_gold(folder):
        order = sorted((i for i, a in enumerate(gold.attributions) if a), key=lambda i: _place(gold.attributions[i]))
        article = replace(gold.article, outlet=_outlet(gold.article.id))
        found = resolve(article, [gold.attributions[i] for i in order])
        for i, statement in zip(order, found.statements, strict=True):
            label = gold.labels[i]
            right = {
                "speaker": same_name(label["speaker"], statement.speaker.name),
                "class": label["speaker_class"] == statement.speaker.cls,
                "via": len(label["via"]) == len(statement.via)
                and all(same_name(a, b.name) for a, b in zip(label["via"], statement.via, strict=True)),
            }
            count.update(k for k, v in right.items() if v)
            count["all"] += 1
            count["chained"] += bool(label["via"])
            count["chain found"] += bool(label["via"]) and right["via"]
            count["false chain"] += not label["via"] and bool(statement.via)
            if tell_errors and not all(right.values()):
                wrong = " ".join(k for k, v in right.items() if not v)
                print(
                    f"{gold.article.id[:18]:18} {wrong:18} | cue {label['cue']} src {label['source']} | "
                    f"want {label['speaker']!r} {label['speaker_class']} {label['via']} | "
                    f"got {statement.speaker.name!r} {statement.speaker.cls} {[v.name for v in statement.via]}"
                )
    return count


def _outlet(article_id: str) -> str | None:
    """The outlet's name as the file name tells it: "de_BerlinerZeitung_2024_04_30" is the Berliner Zeitung."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", article_id.split("_")[1]) if "_" in article_id else ""
    outlet = find_outlet(spaced) or find_outlet(spaced.replace(" ", ""))
    return outlet.name if outlet else spaced or None


def _place(attribution) -> tuple[int, int]:
    return min((s.block, s.start) for s in attribution.content)


def same_name(a: str, b: str) -> bool:
    """The gold scorer's rule: equal words, or one's words among the other's, articles left out."""
    one, other = ({w for w in re.findall(r"\w+", x.lower()) if w not in _ARTICLES} for x in (a, b))
    return one == other or (bool(one and other) and (one <= other or other <= one))


if __name__ == "__main__":
    main(*sys.argv[1:])
