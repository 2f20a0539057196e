"""The tagger measured on the development splits, each corpus in its own scheme and by its own scorer where it has one.

Nothing here needs more than the package, numpy and scipy: any network will do, the shipped one or a checkpoint.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from quellenlage.language.passage import Passage
from quellenlage.language.pieces import Pieces
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Block, BlockKind, Language, Span
from quellenlage.tagging import Tagger
from quellenlage.tagging.asking import Network
from quellenlage.tagging.candidates import Candidate, find_candidates
from quellenlage.tagging.chunking import encode
from quellenlage.tagging.labels import Role, Scheme, Trigger
from training.corpora.annotated import Annotated, Labelled, runs
from training.corpora.layer import house_kind, read_layer
from training.corpora.polnear import polnear_texts, read_polnear
from training.corpora.spkatt import read_spkatt
from training.corpora.wikinews import read_wikinews, wikinews_texts
from training.cueless import CuelessScore
from training.quotes import quotes
from training.scorers import Scored, score_gold, score_quotes
from training.scores import CuedScores

_TAGGED = ("statements F1", "content", "cue", "source", "kind")
"""What the tagger alone decides of a statement in the house scheme."""

_LEAST_SURE = {Scheme.POLNEAR: 0.5}
"""Raw confidence from which a statement is given, by scheme. PolNeAR's annotators left out much that the network takes
for a statement; contents, sources and exact spans gain half a point (chosen on one half of dev, held on the other)."""

T = TypeVar("T")
Watch = Callable[[Sequence[T]], Iterable[T]]
"""Goes through a sequence; whoever wants to show how far it has come hands one in."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Words read, a table to print, and the figures of it by name: percent, or counts."""

    words: int
    table: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measuring:
    """What is measured, on which material: `shared` holds `corpora` and `gold`, `limit` is the texts of each split."""

    network: Network
    pieces: Pieces
    shared: Path
    limit: int | None = None
    watch: Watch[Any] = iter

    def wikinews(self) -> Measured:
        """Wikinews dev by its scorer, and its quotes without a cue apart."""
        folder = self.shared / "corpora/wikinews-quotes"
        texts = list(read_wikinews(folder, "dev"))[: self.limit]
        lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()[: len(texts)]
        cueless = CuelessScore()
        rows: list[str] = []
        for text, line in zip(self.watch(texts), lines, strict=True):
            document = json.loads(line)
            found = quotes(text.passage, self._candidates(text))
            cueless.add([token for sentence in document["sentences"] for token in sentence], document["quotes"], found)
            rows.append(json.dumps({"id": text.name, "quotes": found}))
        with tempfile.TemporaryDirectory() as out:
            gold, answers = Path(out) / "gold.jsonl", Path(out) / "found.jsonl"
            gold.write_text("\n".join(lines), encoding="utf-8")
            answers.write_text("\n".join(rows), encoding="utf-8")
            scored = score_quotes(folder / "score.py", gold, answers)
        table = f"{scored.table}\nquotes without a cue: quote F1 {cueless.f1:.1f}"
        return Measured(_words(texts), table, {**scored.values, "quote F1 without a cue": cueless.f1})

    def gold(self) -> Measured:
        """gold/dev by its scorer; the speaker is the source's or antecedent's own words."""
        tagger = Tagger(self.network, self.pieces)
        words = 0
        with tempfile.TemporaryDirectory() as out:
            pairs: list[Path] = []
            for path in self.watch(sorted((self.shared / "gold/dev").glob("*.article.json"))[: self.limit]):
                article = gold_article(json.loads(path.read_text(encoding="utf-8")))
                found = Path(out) / path.name
                found.write_text(json.dumps(_wire(tagger.tag(article)), ensure_ascii=False), encoding="utf-8")
                pairs += [path.with_name(path.name.replace(".article.", ".gold.")), found]
                words += sum(len(block.text.split()) for block in article.blocks)
            scored = score_gold(self.shared / "gold/score.py", pairs)
        return Measured(words, scored.table, _of_tagger(scored))

    def layers(self) -> Measured:
        """The house scheme on development texts of Wikinews quotes and PolNeAR, by the gold scorer."""
        corpora = self.shared / "corpora"
        german = read_layer("wikinews-dev", wikinews_texts(corpora / "wikinews-quotes", "dev"))
        english = read_layer("polnear-dev", polnear_texts(corpora / "polnear/data", "dev"))
        texts = [*(("de", text) for text in german), *(("en", text) for text in english)][: self.limit]
        tagger = Tagger(self.network, self.pieces)
        with tempfile.TemporaryDirectory() as out:
            pairs: list[Path] = []
            for number, (language, text) in enumerate(self.watch(texts)):
                article = gold_article({"id": text.name, "blocks": text.passage.text.split("\n"), "lang": language})
                gold, found = Path(out) / f"{number}.gold.json", Path(out) / f"{number}.found.json"
                gold.write_text(json.dumps([_gold(text.passage, one) for one in text.statements]), encoding="utf-8")
                found.write_text(json.dumps(_wire(tagger.tag(article))), encoding="utf-8")
                pairs += [gold, found]
            scored = score_gold(self.shared / "gold/score.py", pairs)
        table = "\n".join(scored.table.splitlines()[:2])
        return Measured(_words(text for _, text in texts), table, _of_tagger(scored))

    def spkatt(self) -> Measured:
        """SpkAtt: dev with Match-F1, test cue tokens."""
        folder = self.shared / "corpora/spkatt-2023/data"
        dev, test = (list(read_spkatt(folder, split))[: self.limit] for split in ("dev", "test"))
        scores = self._cued(dev)
        cues = self._cued(test).cue_tokens.f1
        table = f"dev Match-F1 joint {scores.match_f1:.1f}  {_lines(scores)}\ntest cue tokens {cues:.1f}"
        return Measured(_words((*dev, *test)), table, {"Match-F1": scores.match_f1, "cue tokens F1, test": cues})

    def polnear(self) -> Measured:
        """PolNeAR dev, end to end."""
        texts = list(read_polnear(self.shared / "corpora/polnear/data", "dev"))[: self.limit]
        scores = self._cued(texts)
        values = {f"{role.name.lower()} F1": scores.tokens[role].f1 for role in (Role.CONTENT, Role.SOURCE)}
        values |= {
            f"exact {role.name.lower()} F1": scores.spans[role].f1 for role in (Role.SOURCE, Role.CUE, Role.CONTENT)
        }
        return Measured(_words(texts), f"dev {_lines(scores)}", values)

    def _candidates(self, text: Annotated) -> list[Candidate]:
        return find_candidates(self.network, encode(text.passage, self.pieces), text.scheme)

    def _cued(self, texts: Sequence[Annotated]) -> CuedScores:
        """Scores in a scheme whose statements all have a cue: only those are asked for."""
        scores = CuedScores()
        for text in self.watch(texts):
            least = _LEAST_SURE.get(text.scheme, 0.0)
            cued = (one for one in self._candidates(text) if one.found.trigger is Trigger.CUE)
            scores.add(text.statements, [one for one in cued if one.confidence >= least])
        return scores


def _of_tagger(scored: Scored) -> dict[str, float]:
    return {name: scored.values[name] for name in _TAGGED}


def gold_article(raw: Mapping[str, Any]) -> Article:
    """An article whose blocks are plain strings."""
    blocks = [Block(i, BlockKind.PARAGRAPH, text, f"/blocks/{i}") for i, text in enumerate(raw["blocks"])]
    return Article(raw["id"], tuple(blocks), Language(raw["lang"]))


def _gold(passage: Passage, one: Labelled) -> dict[str, Any]:
    """A statement as the gold scorer reads it, with what the tagger does not decide left empty. The source of one
    without a cue stands elsewhere, and is no source of it in the scheme."""

    def strings(role: Role) -> list[str]:
        found = runs(one.words(role))
        return [passage.text[passage.words[run[0]][0] : passage.words[run[-1]][1]] for run in found]

    cue = strings(Role.CUE)
    left = {"speaker": "", "speaker_class": "", "via": [], "polarity": "+", "certainty": "certain", "figures": []}
    return {
        "content": strings(Role.CONTENT),
        "cue": cue,
        "source": strings(Role.SOURCE) if cue else [],
        "kind": house_kind(one),
        **left,
    }


def _wire(found: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions in the contract's shape, nobody resolved."""
    rows: list[dict[str, Any]] = []
    before = ""
    for one in found:
        speaker = _joined(one.source) or _joined(one.antecedent) or ("" if one.cue else before)
        before = speaker or before
        rows.append(
            {
                "kind": one.kind,
                "content": list(_texts(one.content)),
                "cue": list(_texts(one.cue)),
                "source": list(_texts(one.source)),
                "speaker": speaker,
                "via": list(_texts(one.relays)),
                "confidence": one.confidence,
            }
        )
    return rows


def _texts(spans: Iterable[Span]) -> Iterator[str]:
    return (span.text for span in spans)


def _joined(spans: Iterable[Span]) -> str:
    return " ".join(_texts(spans))


def _lines(scores: CuedScores) -> str:
    roles = (Role.CONTENT, Role.SOURCE, Role.CUE)
    tokens = "  ".join(f"{role.name.lower()} {scores.tokens[role].f1:.1f}" for role in roles)
    spans = "  ".join(f"{role.name.lower()} {scores.spans[role].f1:.1f}" for role in roles)
    return f"cue tokens {scores.cue_tokens.f1:.1f}\ntokens end to end: {tokens}\nexact spans: {spans}"


def _words(texts: Iterable[Annotated]) -> int:
    return sum(len(text.passage.words) for text in texts)
