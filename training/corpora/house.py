"""Articles in the house scheme: `NAME.article.json` with blocks, `NAME.gold.json` with statements as strings.

Strings are found again in the text: contents in the block they are said to stand in and the two after it, cue and
source at their nearest place. A statement without cue borrows the source that its speaker had last, and relays
(`via`) are found by the words of their names: both are what the role head is to point at.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quellenlage.language.passage import Passage
from quellenlage.language.words import Range
from quellenlage.tagging.labels import KINDS, QUOTE_TYPES, Role, Scheme
from training.corpora.annotated import Annotated, Labelled, Words, covered, runs

_AHEAD = 2  # blocks after its own in which a statement's strings may stand
_INSIDE_CONTENT = 300  # code points by which a cue or source inside the content counts as farther away
_RELAY_BACK, _RELAY_AHEAD = 2, 1  # sentences around a statement in which its relays are looked for
_NAME_WORD = re.compile(r"\w+")
_ARTICLES = frozenset("der die das den dem des ein eine einer einem einen the a an".split())


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The article's blocks joined by line breaks, and where each begins."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def join(cls, blocks: Sequence[str]) -> _Blocks:
        starts: list[int] = []
        at = 0
        for block in blocks:
            starts.append(at)
            at += len(block) + 1
        return cls("\n".join(blocks), tuple(starts), tuple(s + len(b) for s, b in zip(starts, blocks, strict=True)))

    def occurrences(self, string: str, first: int, last: int) -> list[Range]:
        """Places of a string in blocks [first, last], at word borders where there are such."""
        low = self.starts[max(0, first)]
        high = self.ends[min(last, len(self.ends) - 1)]
        places = [(m.start(), m.end()) for m in re.finditer(re.escape(string), self.text[:high]) if m.start() >= low]
        return [place for place in places if self._whole(place)] or places

    def _whole(self, place: Range) -> bool:
        start, end = place
        inner = self.text[start - 1 : start + 1] if start else ""
        outer = self.text[end - 1 : end + 1]
        return not (inner.isalnum() and len(inner) == 2) and not (outer.isalnum() and len(outer) == 2)


def read_house(folder: Path) -> Iterator[Annotated]:
    """Articles of a folder that have both files, by name; one that does not fit its gold is left out and said so."""
    for path in sorted(folder.glob("*.article.json")):
        gold = path.with_name(path.name.replace(".article.json", ".gold.json"))
        if not gold.exists():
            continue
        name = path.name.removesuffix(".article.json")
        try:
            blocks = json.loads(path.read_text(encoding="utf-8"))["blocks"]
            yield parse_article(name, blocks, json.loads(gold.read_text(encoding="utf-8")))
        except (ValueError, KeyError) as error:
            print(f"left out {name}: {error}", file=sys.stderr)


def parse_article(name: str, texts: Sequence[str], gold: Sequence[dict[str, Any]]) -> Annotated:
    """One article. Raises ValueError where a statement's content cannot be found in its blocks."""
    blocks = _Blocks.join(texts)
    passage = Passage.of(blocks.text)
    found = [(_place(blocks, passage, statement), statement) for statement in gold]
    statements: list[Labelled] = []
    for roles, statement in found:
        if not roles[Role.CONTENT]:
            continue
        if not roles[Role.CUE] and not roles[Role.SOURCE] and statement["speaker"]:
            roles[Role.SOURCE] = _borrowed(roles[Role.CONTENT], statement["speaker"], found)
        roles[Role.RELAY] = _relays(passage, roles, statement["via"])
        kind = len(QUOTE_TYPES) + KINDS.index(statement["kind"])
        statements.append(Labelled({role: words for role, words in roles.items() if words}, kind))
    return Annotated(name, Scheme.HOUSE, passage, tuple(statements))


def _place(blocks: _Blocks, passage: Passage, statement: dict[str, Any]) -> dict[Role, Words]:
    """Words of content, cue and source."""
    block = statement["p"]
    content: list[Range] = []
    for string in statement["content"]:
        places = blocks.occurrences(string, block, block + _AHEAD)
        if not places:
            raise ValueError(f"content not found in block {block}: {string!r}")
        after = [place for place in places if not content or place[0] >= content[-1][1]]
        content.append((after or places)[0])
    cue = _nearest(blocks, block, statement["cue"], content, content)
    source = _nearest(blocks, block, statement["source"], cue or content, content)
    return {
        Role.CONTENT: covered(passage, content),
        Role.CUE: covered(passage, cue),
        Role.SOURCE: covered(passage, source),
    }


def _nearest(
    blocks: _Blocks, block: int, strings: Iterable[str], near: Sequence[Range], content: Sequence[Range]
) -> list[Range]:
    """The occurrence of each string that is nearest to `near`, preferably outside the content."""

    def distance(place: Range) -> int:
        gap = min(max(start - place[1], place[0] - end, 0) for start, end in near)
        inside = any(start < place[1] and place[0] < end for start, end in content)
        return gap + _INSIDE_CONTENT * inside

    found: list[Range] = []
    for string in strings:
        places = blocks.occurrences(string, block - 1, block + _AHEAD)
        if places:
            found.append(min(places, key=distance))
    return found


def _borrowed(content: Words, speaker: str, found: Iterable[tuple[dict[Role, Words], dict[str, Any]]]) -> Words:
    """The last mention of the speaker as a source before the content, else the first one after."""
    mentions = [
        roles[Role.SOURCE]
        for roles, statement in found
        if statement["speaker"] == speaker and roles[Role.CUE] and roles[Role.SOURCE]
    ]
    before = [words for words in mentions if words[0] <= content[0]]
    after = [words for words in mentions if words[0] > content[0]]
    return max(before, default=()) or min(after, default=())


def _relays(passage: Passage, roles: dict[Role, Words], via: Iterable[str]) -> Words:
    """Words that name a relay, nearest to the cue, outside the statement's other roles."""
    anchor = (roles[Role.CUE] or roles[Role.CONTENT])[0]
    home = next(index for index, sentence in enumerate(passage.sentences) if anchor in sentence)
    low = passage.sentences[max(0, home - _RELAY_BACK)].start
    high = passage.sentences[min(len(passage.sentences) - 1, home + _RELAY_AHEAD)].stop
    taken = {word for role in (Role.CUE, Role.SOURCE, Role.CONTENT) for word in roles[role]}
    found: set[int] = set()
    for name in via:
        found |= set(_mention(passage, [w for w in range(low, high) if w not in taken], name, anchor))
    return tuple(sorted(found))


def _mention(passage: Passage, words: Sequence[int], name: str, anchor: int) -> Words:
    """The run of words that shares most words with a name (at least half), nearest to the anchor."""
    parts = {part.lower() for part in _NAME_WORD.findall(name)} - _ARTICLES
    initials = "".join(part[0] for part in _NAME_WORD.findall(name) if part[0].isupper())

    def named(word: int) -> bool:
        text = passage.word(word)
        return any(part.lower() in parts for part in _NAME_WORD.findall(text)) or (
            len(initials) > 1 and text == initials
        )

    best: tuple[float, int, Words] = (0.0, 0, ())
    for run in runs(word for word in words if named(word)):
        shared = {part.lower() for word in run for part in _NAME_WORD.findall(passage.word(word))} & parts
        share = 1.0 if passage.word(run[0]) == initials else len(shared) / max(1, len(parts))
        best = max(best, (share, -abs(run[0] - anchor), run))
    return best[2] if best[0] >= 0.5 else ()
