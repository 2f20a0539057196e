"""Denials: who says that a claim is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quellenlage.linking.names import fold, words_of
from quellenlage.linking.sentences import ranges_of
from quellenlage.model.claim import Appearance, Link, Relation
from quellenlage.model.reason import ReasonKind
from quellenlage.model.statement import Polarity, Reading, Statement
from quellenlage.model.text import Span

_BEGINNING = 6  # letters by which two words are forms of one ("demand", "demanded")
_ANNOUNCED = re.compile(
    r"[^,.;:!?]{2,60}? (?:widerspr[aioe]chen|widersprach|widerspricht|dementier(?:t|te|en|ten)"
    r"|(?:bestreite[tn]|bestritt|bestritten) (?:das|dies)"
    r"|(?:weist|wies|weisen|wiesen) (?:das|dies|d(?:en|ie) (?:Berichte?|Darstellung|Vorw[uü]rfe?)) zurück"
    r"|(?:denied|denies|deny|disputed?s?|reject(?:ed|s)?|contradict(?:ed|s)?) (?:it|this|that|the (?:report|claims?)))"
    r"(?: \w+){0,3}[.!:]"
)
_DENYING = frozenset({ReasonKind.DENIAL, ReasonKind.REFERS_BACK})


def find_denials(
    appearances: Sequence[Appearance],
    links: Sequence[Link],
    others: Mapping[str, Appearance],
    readings: Mapping[str, Reading],
) -> tuple[Appearance, ...]:
    """Statements outside the claim that deny one inside it, by article and place.

    `links` are all that touch the claim's appearances, `others` the statements at their far ends, `readings` those of
    their articles. A rival figure contradicts as well, but denies nothing. In an article that holds the claim, a denial
    is also what follows it closely and is announced as one ("The company denied it.").
    """
    inside = {appearance.statement.id for appearance in appearances}
    denying: dict[str, Appearance] = {}
    for link in links:
        if link.relation is not Relation.CONTRADICTS:
            continue
        for far, near in ((link.left, link.right), (link.right, link.left)):
            if far in others and far not in inside and near in inside and _denies(link, others[far]):
                denying[far] = others[far]
    for appearance in appearances:
        reading = readings.get(appearance.article.id)
        for statement in _answers(appearance.statement, reading) if reading is not None else ():
            if statement.id not in inside:
                denying.setdefault(statement.id, Appearance(statement, appearance.article))
    return tuple(sorted(denying.values(), key=_place))


def _answers(told: Statement, reading: Reading) -> Iterator[Statement]:
    """Statements of others that follow one in its paragraph or the next and deny it: by their own verb and with a word
    that both have, or behind a sentence that says no more than that somebody denies it."""
    if not told.attribution.content:
        return
    last = told.attribution.content[-1]
    for statement in reading.statements:
        first = next(iter(statement.attribution.content), None)
        if first is None or (first.block, first.start) <= (last.block, last.end) or first.block > last.block + 1:
            continue
        if statement.speaker.name and statement.speaker.name == told.speaker.name:
            continue
        denied = statement.qualification.polarity is Polarity.DENIED
        if (denied and first.block == last.block and _share_a_word(told, statement)) or _is_announced(first, reading):
            yield statement


def _is_announced(content: Span, reading: Reading) -> bool:
    """Whether the sentence before in the paragraph, or the words before a colon, only say that somebody denies it."""
    text = reading.article.blocks[content.block].text[: content.start].rstrip(' „“"‘‚')
    before = [text[slice(*each)] for each in ranges_of(text)]
    return bool(before) and _ANNOUNCED.fullmatch(before[-1].strip()) is not None


def _share_a_word(one: Statement, other: Statement) -> bool:
    beginnings = [
        {
            fold(word)[:_BEGINNING]
            for span in each.attribution.content
            for word in words_of(span.text)
            if len(word) >= _BEGINNING
        }
        for each in (one, other)
    ]
    return bool(beginnings[0] & beginnings[1])


def _denies(link: Link, far: Appearance) -> bool:
    told = any(reason.kind in _DENYING for reason in link.reasons)
    return told or far.statement.qualification.polarity is Polarity.DENIED


def _place(appearance: Appearance) -> tuple[str, str, int, int]:
    content = appearance.statement.attribution.content
    block, start = (content[0].block, content[0].start) if content else (0, 0)
    return (str(appearance.article.published or ""), appearance.article.id, block, start)
