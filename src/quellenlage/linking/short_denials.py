"""Short denials: sentences that tell no more than that somebody denies ("Die Stadt wies das zurück.").

The tagger finds no content in them and is right: they have none of their own. What is denied stands before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.linking.answers import ANNOUNCED, announced_by
from quellenlage.linking.names import looks_like_person, words_of
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
        (statement.attribution.content[0].block, who)
        for statement in reading.statements
        if (who := announced_by(statement, reading))
    }
    return tuple(
        _statement(reading, sentence, who)
        for sentence, who in _denying(reading)
        if (sentence.block, who.text) not in announcing and not any(sentence.overlaps(span) for span in covered)
    )


def _denying(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Sentences that tell of a denial, each with the words for who denies."""
    for block in reading.article.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for start, end in ranges_of(block.text):
            found = ANNOUNCED.fullmatch(block.text[start:end].strip())
            if found:
                begin, who = start + found.start("who"), found["who"].rstrip(",")
                yield (
                    reading.article.span(block.index, start, end),
                    reading.article.span(block.index, begin, begin + len(who)),
                )


def _statement(reading: Reading, sentence: Span, who: Span) -> Statement:
    attribution = Attribution(Kind.REPORTED, (sentence,), (), (who,), 1.0)
    cls = _class_of(who.text)
    speaker = Source(source_id(reading.article.id, who.text, cls), who.text, cls, (who,))
    key = statement_id(reading.article.id, attribution.content, (), attribution.source)
    return Statement(key, attribution, speaker, (), _DENIED)


def _class_of(who: str) -> SourceClass:
    if looks_like_person(who):
        return SourceClass.PERSON
    roles = [role for role in map(find_role, words_of(who)) if role is not None]
    if roles and roles[-1].cls is not RoleClass.PERSON:
        return SourceClass(roles[-1].cls.value)
    return SourceClass.UNNAMED if roles else SourceClass.ORGANISATION
