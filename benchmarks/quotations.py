"""Direct quotations and their speakers beside textacy and sayswho: `python -m benchmarks.peers [SHARED] [--limit N]`.

All read the same English texts in the same run: gold/dev and PolNeAR's development articles, in SHARED (`../shared`
unless said). Every quotation of a text (four words or more between quotation marks) that the annotators attribute to
somebody should be found: half of its words or more lie in a content. One that nobody is said to have said should not.
The speaker is right where it is the annotated source by the gold scorer's rule for names. Printed are precision,
recall and F1, the share of speakers right, F1 of both together, the share of all annotated statements found (which
direct quotations are but a part of), and words read a second, models loaded. The peers get an environment of their own
below `build/peers`; what cannot be installed is said and left out.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import track
from rich.table import Table
from training.corpora.polnear import read_polnear

from benchmarks.environments import PeerError, peer_python
from benchmarks.gold import load_gold
from benchmarks.speakers import same_name
from benchmarks.statements import read_blocks
from quellenlage.model.text import Language
from quellenlage.tagging.labels import Role
from quellenlage.tagging.quotations import find_quotations
from quellenlage.tagging.tagging import load_tagger

_SCRIPT = Path(__file__).parent / "peers" / "quotations.py"
_WORD = re.compile(r"\w+")
_LEAST = 4  # words of a quotation; textacy and sayswho pass over shorter ones, which are mostly names and titles
_HALF = 0.5

Answer = tuple[str, str]
"""A content and its speaker, as a system gives them."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its statements: places of the content's words among all words, and names that are right for its
    speaker."""

    text: str
    statements: tuple[tuple[frozenset[int], tuple[str, ...]], ...]


@dataclass(slots=True)
class Tally:
    """What one system got right over all texts."""

    both: int = 0
    extra: int = 0
    lost: int = 0
    speakers: int = 0
    statements: int = 0
    found: int = 0

    def add(self, text: Annotated, answers: Sequence[Answer]) -> None:
        """Count one text."""
        words = [match[0].lower() for match in _WORD.finditer(text.text)]
        placed = [(place(content, words), speaker) for content, speaker in answers]
        told = {word for content, _ in placed for word in content}
        said = {word for content, _ in text.statements for word in content}
        for quotation in quotations(text.text):
            wanted, given = (len(quotation & one) >= _HALF * len(quotation) for one in (said, told))
            self.both += wanted and given
            self.extra += given and not wanted
            self.lost += wanted and not given
            if wanted and given:
                _, speaker = max(placed, key=lambda one: len(quotation & one[0]))
                right = {name for content, names in text.statements if content & quotation for name in names}
                self.speakers += any(same_name(name, speaker) for name in right)
        self.statements += len(text.statements)
        self.found += sum(len(content & told) >= _HALF * len(content) for content, _ in text.statements)

    def row(self) -> list[float]:
        """Precision, recall, F1, speakers right, F1 of quotation and speaker, statements found; percent."""
        given, wanted = max(1, self.both + self.extra), max(1, self.both + self.lost)
        f1 = 200 * self.both / (given + wanted)
        right = 100 * self.speakers / max(1, self.both)
        share = 100 * self.found / max(1, self.statements)
        return [100 * self.both / given, 100 * self.both / wanted, f1, right, f1 * right / 100, share]


def quotations(text: str) -> list[frozenset[int]]:
    """Places of the words of each quotation of a text."""
    found = (covered(text, [span]) for span in find_quotations(text))
    return [words for words in found if len(words) >= _LEAST]


def covered(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Places, among all words of a text, of those that lie in spans of code points."""
    wanted = list(spans)
    return frozenset(
        index
        for index, match in enumerate(_WORD.finditer(text))
        if any(start <= match.start() < end for start, end in wanted)
    )


def place(content: str, words: Sequence[str]) -> Set[int]:
    """Where the words of a content stand first in a text; nowhere where they don't stand in a row. A content in pieces
    has a line break between them."""
    found: set[int] = set()
    for piece in content.split("\n"):
        wanted = [match[0].lower() for match in _WORD.finditer(piece)]
        size = len(wanted)
        starts = (i for i in range(len(words) - size + 1) if wanted and words[i : i + size] == wanted)
        if (start := next(starts, None)) is not None:
            found.update(range(start, start + size))
    return found


def main(arguments: Sequence[str]) -> None:
    """Read with everybody, count, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--limit", type=int, default=None, help="texts of each of the two")
    given = parser.parse_args(arguments)
    sets = {
        "gold/dev, English": list(_gold(given.shared))[: given.limit],
        "PolNeAR dev": list(_polnear(given.shared))[: given.limit],
    }
    texts = [text for some in sets.values() for text in some]
    everybody = {"quellenlage": _ours(texts)}
    try:
        everybody |= _theirs(texts)
    except PeerError as error:
        print(error, file=sys.stderr)
    for name, answer in everybody.items():
        if answer["refused"]:
            print(f"{name} refused {answer['refused']} paragraphs", file=sys.stderr)
    words = sum(len(_WORD.findall(text.text)) for text in texts)
    console = Console()
    first = 0
    for title, some in sets.items():
        tallies = {name: _tally(some, one["found"][first : first + len(some)]) for name, one in everybody.items()}
        console.print(_quality(f"{title}, {len(some)} texts", tallies))
        first += len(some)
    console.print(_speed(words, {name: one["seconds"] for name, one in everybody.items()}))


def _gold(shared: Path) -> Iterator[Annotated]:
    """The English articles of gold/dev, their blocks as lines."""
    for gold in load_gold(shared / "gold" / "dev"):
        if gold.article.language is not Language.ENGLISH:
            continue
        starts = [0]
        for block in gold.article.blocks:
            starts.append(starts[-1] + len(block.text) + 1)
        text = "\n".join(block.text for block in gold.article.blocks)
        statements = tuple(
            (
                covered(text, [(starts[s.block] + s.start, starts[s.block] + s.end) for s in placed.content]),
                tuple(filter(None, (label["speaker"], " ".join(label["source"])))),
            )
            for label, placed in zip(gold.labels, gold.attributions, strict=True)
            if placed is not None
        )
        yield Annotated(text, statements)


def _polnear(shared: Path) -> Iterator[Annotated]:
    for one in read_polnear(shared / "corpora/polnear/data", "dev"):
        passage = one.passage
        statements = tuple(
            (
                covered(passage.text, [passage.words[word] for word in statement.words(Role.CONTENT)]),
                (" ".join(passage.word(word) for word in statement.words(Role.SOURCE)),),
            )
            for statement in one.statements
        )
        yield Annotated(passage.text, statements)


def _ours(texts: Sequence[Annotated]) -> dict[str, Any]:
    """Our answer in the shape of the peers' ones: each text through the whole program with its lines as blocks."""
    load_tagger()
    console = Console(stderr=True)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        found = [
            answers(read_blocks(text.text.split("\n"), Path(scratch))["statements"])
            for text in track(texts, "reading", console=console, transient=True, disable=not console.is_terminal)
        ]
    return {"found": found, "seconds": time.perf_counter() - began, "refused": 0}


def answers(statements: Iterable[dict[str, Any]]) -> list[Answer]:
    """Contents and speakers as written: at the statement, else where the same speaker was last written as a source."""
    written: dict[str, str] = {}
    found: list[Answer] = []
    for statement in statements:
        speaker = statement["speaker"] or {"id": "", "name": ""}
        source = " ".join(span["text"] for span in statement["source"])
        name = source or written.get(speaker["id"]) or speaker["name"] or ""
        written[speaker["id"]] = name
        found.append(("\n".join(span["text"] for span in statement["content"]), name))
    return found


def _theirs(texts: Sequence[Annotated]) -> dict[str, Any]:
    """What the peers found. Raises PeerError where they cannot be installed or fail."""
    given = json.dumps([text.text for text in texts])
    command = [str(peer_python("quotations")), str(_SCRIPT)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeerError(f"textacy and sayswho failed: {done.stderr.strip().splitlines()[-1]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _tally(texts: Sequence[Annotated], answers: Sequence[Sequence[Answer]]) -> Tally:
    tally = Tally()
    for text, found in zip(texts, answers, strict=True):
        tally.add(text, found)
    return tally


def _quality(title: str, tallies: dict[str, Tally]) -> Table:
    drawn = Table("", title=title, title_justify="left", box=SIMPLE_HEAD)
    for column in ("P", "R", "F1", "speaker right", "both F1", "statements"):
        drawn.add_column(column, justify="right", no_wrap=True)
    for name, tally in tallies.items():
        drawn.add_row(name, *(f"{value:.1f}" for value in tally.row()))
    return drawn


def _speed(words: int, seconds: dict[str, float]) -> Table:
    drawn = Table("", title="Speed, models loaded", title_justify="left", box=SIMPLE_HEAD)
    for column in ("words a second", "times ours"):
        drawn.add_column(column, justify="right")
    for name, spent in seconds.items():
        drawn.add_row(name, f"{words / spent:.0f}", f"{seconds['quellenlage'] / spent:.2f}")
    return drawn
