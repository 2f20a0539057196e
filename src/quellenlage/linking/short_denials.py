"""Short denials: sentences that tell no more than that somebody denies ("Die Stadt wies das zurück.").

The tagger finds no content in them and is right: they have none of their own. What is denied stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.answers import ANNOUNCED, announcing_sentence
from quellenlage.linking.names import PRONOUN, looks_like_person, words_of
from quellenlage.linking.negation import negates_somewhere
from quellenlage.linking.sentences import ranges_of
from quellenlage.model.ids import source_id, statement_id
from quellenlage.model.statement import (
    Attribution,
    Kind,
    Polarity,
    Qualification,
    Reading,
    Source,
    SourceClass,
    Statement,
)
from quellenlage.model.text import BlockKind, Span

_DENIED = replace(Qualification(), polarity=Polarity.DENIED)
_JOINING = re.compile(r"(?:doch|aber|auch|und|nur|but|and|yet|so|even) ", re.IGNORECASE)
_NOBODY = (
    re.compile(  # who denies is not told, or nobody does: what is denied can come first, too ("Dem widersprach …")
        r"(?:niemand|keine[rs]?|nobody|no one|none|man|dem|diesem|dieser|dies|dagegen|dabei|damit|wer|this|that)\b",
        re.IGNORECASE,
    )
)
_ARTICLE = re.compile(r"^(?:an?|the|eine?|der|die|das) ", re.IGNORECASE)
_RECIPROCAL = re.compile(r"\b(?:sich|einander|each other|one another|itself|themselves)\b", re.IGNORECASE)


def short_denials(reading: Reading) -> tuple[Statement, ...]:
    """Such sentences of the body as statements of those who deny: the whole sentence is the content, and has no cue.

    Left out is what another statement covers, and what only announces one ("Die Stadt widersprach: …").
    """
    covered = [
        span
        for statement in reading.statements
        for span in (*statement.attribution.content, *statement.attribution.cue)
    ]
    announcing = {
        (statement.attribution.content[0].block, announcing_sentence(statement, reading))
        for statement in reading.statements
    }
    return tuple(
        _statement(reading, sentence, who)
        for sentence, who in _denying(reading)
        if (sentence.block, sentence.text.strip()) not in announcing
        and not any(sentence.overlaps(span) for span in covered)
    )


def is_short_denial(statement: Statement) -> bool:
    """Whether a statement is one of these: it stands in no reading, and is no claim of its own."""
    attribution = statement.attribution
    return attribution.kind is Kind.REPORTED and not attribution.cue and statement.qualification == _DENIED


def _denying(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Sentences that tell of a denial, each with the words for who denies."""
    for block in reading.article.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for start, end in ranges_of(block.text):
            found = ANNOUNCED.fullmatch(block.text[start:end].strip())
            if found is None:
                continue
            first = found.start("who")
            joining = _JOINING.match(found["who"])
            first += joining.end() if joining else 0
            who, told = found.string[first : found.end("who")].rstrip(","), found.string[found.end("who") :]
            if not (PRONOUN.match(who) or _NOBODY.match(who) or negates_somewhere(told) or _RECIPROCAL.search(told)):
                begin = start + first
                yield (
                    reading.article.span(block.index, start, end),
                    reading.article.span(block.index, begin, begin + len(who)),
                )


def _statement(reading: Reading, sentence: Span, who: Span) -> Statement:
    attribution = Attribution(Kind.REPORTED, (sentence,), (), (who,), 1.0)
    cls = _class_of(who.text)
    name = _ARTICLE.sub("", who.text)
    speaker = Source(source_id(reading.article.id, name, cls), name, cls, (who,))
    key = statement_id(reading.article.id, attribution.content, (), attribution.source)
    return Statement(key, attribution, speaker, (), _DENIED)


def _class_of(who: str) -> SourceClass:
    if looks_like_person(who):
        return SourceClass.PERSON
    roles = [role for role in map(find_role, words_of(who)) if role is not None]
    if roles and roles[-1].cls is not RoleClass.PERSON:
        return SourceClass(roles[-1].cls.value)
    return SourceClass.UNNAMED if roles else SourceClass.ORGANISATION
