"""What people have reviewed, in the form in which articles are annotated by hand: for training and for measuring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quellenlage.model.figure import Figure
from quellenlage.model.review import Review, ReviewVerdict
from quellenlage.model.statement import Reading, Statement
from quellenlage.model.text import Span
from quellenlage.model.wire import JSON, figure_to_wire


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article (`id`, `lang`, `blocks` as strings) with its annotation (a list of statements).

    `complete` says whether each statement that the machine found was reviewed. What it did not find at all, nobody was
    asked about.
    """

    article: JSON
    statements: list[JSON]
    complete: bool


def gold_article(reading: Reading, reviews: Mapping[str, Review]) -> GoldArticle:
    """The statements of a reading that were accepted or corrected, in the order of the page.

    `reviews` are those that hold, by statement. What was rejected, or not reviewed, is left out.
    """
    found = {statement.id: statement for statement in reading.statements}
    kept = [
        statement
        for key, review in reviews.items()
        if (statement := review.corrected or (found.get(key) if review.verdict is ReviewVerdict.ACCEPT else None))
    ]
    article = reading.article
    return GoldArticle(
        article={
            "id": article.id,
            "lang": article.language.value,
            "blocks": [block.text for block in article.blocks],
        },
        statements=[gold_statement(statement) for statement in sorted(kept, key=_place)],
        complete=found.keys() <= reviews.keys(),
    )


def gold_statement(statement: Statement) -> JSON:
    """A statement as it is annotated: by its words, and the index `p` of the block that its content begins in."""
    said, qualified = statement.attribution, statement.qualification
    return {
        "p": said.content[0].block,
        "content": _words(said.content),
        "cue": _words(said.cue),
        "source": _words(said.source),
        "speaker": statement.speaker.name,
        "speaker_class": statement.speaker.cls.value,
        "kind": said.kind.value,
        "via": [voice.name for voice in statement.via],
        "polarity": qualified.polarity.value,
        "certainty": qualified.certainty.value,
        "figures": [_figure(figure) for figure in qualified.figures],
    }


def _figure(figure: Figure) -> JSON:
    """`high` stands in ranges alone, `period` is empty where none is named."""
    wire = figure_to_wire(figure)
    ends = {"value": wire["value"]} if figure.high is None else {"value": wire["value"], "high": wire["high"]}
    return {"text": wire["text"], **ends, "bound": wire["bound"], "unit": wire["unit"], "period": wire["period"] or ""}


def _words(spans: Iterable[Span]) -> list[str]:
    return [span.text for span in spans]


def _place(statement: Statement) -> tuple[int, int]:
    first = statement.attribution.content[0]
    return first.block, first.start
