"""Denials: who says that a claim is not so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from quellenlage.linking.answers import announced_by, answers, declines
from quellenlage.linking.identity import same_party
from quellenlage.linking.institutions import institution_of_office
from quellenlage.linking.introductions import office_in
from quellenlage.linking.parties import Party
from quellenlage.linking.short_denials import short_denials
from quellenlage.linking.speaking import party_of
from quellenlage.model.claim import Appearance, Link
from quellenlage.model.statement import Polarity, Reading, Statement

NEARLY = 0.9
"""A denial counts for the claim that it denies most surely, and for others that it denies nearly as surely."""

_ARTICLE = re.compile(r"^(?:an?|the|eine?|der|die) ", re.IGNORECASE)


def find_denials(
    appearances: Sequence[Appearance],
    others: Sequence[Appearance],
    readings: Mapping[str, Reading],
) -> tuple[Appearance, ...]:
    """Statements outside the claim that deny one inside it, by article and place.

    `others` are those that a link shows (`surely_denying`), `readings` are of the claim's articles: answers in them are
    found without a link. Nobody denies who only declines to comment, nor by what somebody says who makes the claim,
    unless the page calls it a denial.
    """
    inside = {appearance.statement.id for appearance in appearances}
    denying = {other.statement.id: other for other in others if not declines(other.statement)}
    short = {article: short_denials(readings[article]) for article in {a.article.id for a in appearances} & {*readings}}
    for appearance in appearances:
        article = appearance.article.id
        for statement in answers(appearance.statement, readings[article], short[article]) if article in short else ():
            if statement.id not in inside:
                denying.setdefault(statement.id, Appearance(statement, appearance.article))
    makers = {appearance.statement.speaker.name for appearance in appearances} - {""}
    found = (
        denial
        for denial in denying.values()
        if denial.statement.speaker.name not in makers or denial.statement.qualification.polarity is Polarity.DENIED
    )
    return tuple(sorted(found, key=_place))


def surely_denying(links: Iterable[Link], surest: Mapping[str, float]) -> tuple[Link, ...]:
    """Of links by which others deny a claim's statements those that count.

    `surest` has for each denier how surely it denies what it denies most surely, whatever that is.
    """
    return tuple(link for link in links if link.denier and link.score >= NEARLY * surest.get(link.denier, 0.0))


def name_deniers(denials: Sequence[Appearance], readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """Who denies, each party once: an institution under its own name where a page gives it, however many speak for it;
    somebody who speaks for one with the office, or with whom the page says to deny; "" is somebody whom no page names.
    """
    groups: list[list[tuple[Party, str]]] = []
    for denial in denials:
        reading = readings.get(denial.article.id)
        party = party_of(denial, reading)
        told = party, _with_office(party, denial.statement, reading)
        fitting = (group for group in groups if any(same_party(party, other) for other, _ in group))
        group = next(fitting, None)
        if group is None:
            groups.append([told])
        else:
            group.append(told)
    clearest = (min(group, key=lambda each: _clearness(each[0])) for group in groups)
    return tuple(dict.fromkeys(name for _, name in clearest))


def _clearness(party: Party) -> tuple[bool, bool, bool]:
    return not party.name, party.is_vague, bool(party.person)


def _with_office(party: Party, statement: Statement, reading: Reading | None) -> str:
    if _ARTICLE.match(party.name) and statement.speaker.name[:1].isupper():
        return statement.speaker.name  # "the club" for one that the article names
    if reading is None or not (party.person and party.is_official):
        return party.name
    office = _ARTICLE.sub("", office_in(reading, party.name))
    announced = announced_by(statement, reading)
    if announced and party.name not in announced and not institution_of_office(office).marks:
        office = announced
    return f"{party.name} ({office})" if office else party.name


def _place(appearance: Appearance) -> tuple[str, str, int, int]:
    content = appearance.statement.attribution.content
    block, start = (content[0].block, content[0].start) if content else (0, 0)
    return (str(appearance.article.published or ""), appearance.article.id, block, start)
