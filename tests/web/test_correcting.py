"""A person's version of a statement: fields and back, and which fields cannot be taken."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from invented import make_reading
from quellenlage.ledger import Query, open_view
from quellenlage.model.statement import Certainty, Reading, SourceClass, Statement
from quellenlage.model.text import Language
from quellenlage.web.correcting import Fields, Ground, correct, fields_of
from quellenlage.web.findings import around

READING = make_reading()
HOUSES = READING.statements[0]


def ground(reading: Reading, statement: Statement, language: Language = Language.ENGLISH) -> Ground:
    article = reading.article
    return Ground(article.id, article.outlet, around(statement, article), reading.sources, language)


def wrong(given: Fields) -> dict[str, str]:
    right, told = correct(HOUSES, given, ground(READING, HOUSES), str)
    assert right is None
    return told


@pytest.mark.parametrize("language", list(Language))
def test_fields_that_nobody_changed_are_the_same_statement(examples: Path, language: Language) -> None:
    with closing(open_view(str(examples))) as view:
        articles = dict.fromkeys(entry.article.id for entry in view.statements(Query()).items)
        for reading in map(view.reading, articles):
            for statement in reading.statements:
                known = ground(reading, statement, language)
                assert correct(statement, fields_of(statement, known), known, str) == (statement, {})


def test_words_that_stand_there_twice_need_a_number() -> None:
    block = READING.article.blocks[HOUSES.attribution.content[0].block]
    known = replace(ground(READING, HOUSES), blocks=(block,))
    given = replace(fields_of(HOUSES, known), cue="e")
    assert "[2] for the second" in wrong(given)["cue"]
    right, _ = correct(HOUSES, replace(given, cue="e [2]"), known, str)
    assert right is not None
    assert right.attribution.cue[0].start == block.text.index("e", block.text.index("e") + 1)
    assert "does not stand there" in wrong(replace(given, cue="e [9999]"))["cue"]


def test_what_goes_with_other_words_goes_when_these_change() -> None:
    known = ground(READING, HOUSES)
    given = fields_of(HOUSES, known)
    assert HOUSES.qualification.figures
    first = given.content.split()[0]
    right, _ = correct(HOUSES, replace(given, content=first, certainty="possible"), known, str)
    assert right is not None
    assert (right.qualification.figures, right.qualification.likelihood) == ((), None)
    assert right.qualification.certainty is Certainty.POSSIBLE
    assert right.speaker == HOUSES.speaker


def test_nothing_is_guessed() -> None:
    given = fields_of(HOUSES, ground(READING, HOUSES))
    assert set(wrong(replace(given, content=" \n"))) == {"content"}
    assert set(wrong(replace(given, cls=SourceClass.NONE.value))) == {"speaker"}
    assert set(wrong(replace(given, speaker=""))) == {"speaker"}
    assert set(wrong(replace(given, chain="Irgendwer"))) == {"chain"}
    assert set(wrong(replace(given, chain=f"{given.speaker} (Person)"))) == {"chain"}
    words = given.content.split("\n")[0]
    assert "overlap" in wrong(replace(given, content=f"{words}\n{words.split()[0]} {words.split()[1]}"))["content"]
