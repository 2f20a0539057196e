"""Stance: what of a statement can show that it speaks against another one, whoever that is."""

from __future__ import annotations

import re

from quellenlage.linking.answers import FALSE, announced_by, content_of, declines, is_bare, points_back, told_by
from quellenlage.linking.institutions import holds_office
from quellenlage.linking.negation import negates_somewhere, negation_in
from quellenlage.linking.rejecting import words_told
from quellenlage.model.statement import Polarity, Reading, SourceClass, Statement

MARKS = (
    "negates",
    "negates_somewhere",
    "denies",
    "calls_false",
    "is_bare",
    "points_back",
    "is_announced",
    "counters",
    "official",
    "of_body",
    "of_person",
    "of_unnamed",
    "of_nobody",
    "quoted",
)
"""One name for each mark of `stance`, in order."""

_FALSE = re.compile(rf"\b{FALSE}\b", re.IGNORECASE)
_COUNTERS = re.compile(  # cues of those who answer something
    r"\b(?:(?:wies|weist|weisen|wiesen)\b|zurück|widers?pr|dementi|bestr[ie]|entgegn|konter|insist|beharr|beteuer|versicher"
    r"|maintain|reject|dismiss|disput|den(?:y|ied|ies)|contradict|counter|swear|schwör|bleib|repeat|wiederhol"
    r"|stellt(?:e|en)? klar|betont|stress|snap|answer|antwort)",
    re.IGNORECASE,
)


def stance(statement: Statement, reading: Reading) -> tuple[bool, ...]:
    """The marks of a statement of this reading, in the order of MARKS."""
    content, cue = content_of(statement), " ".join(span.text for span in statement.attribution.cue)
    cls = statement.speaker.cls
    return (
        bool(negation_in(words_told(statement))),
        negates_somewhere(content),
        statement.qualification.polarity is Polarity.DENIED and not declines(statement),
        _FALSE.search(content) is not None or _FALSE.search(cue) is not None,
        is_bare(content),
        points_back(statement, reading),
        bool(announced_by(statement, reading)),
        _COUNTERS.search(cue) is not None,
        holds_office(told_by(statement)),
        cls is SourceClass.ORGANISATION,
        cls is SourceClass.PERSON,
        cls is SourceClass.UNNAMED,
        not statement.speaker.name,
        statement.attribution.kind.is_quoted,
    )
