"""Who is meant where an article describes somebody without a name: "the company", "her lawyer", "a spokesman".

Whoever is described is most likely one of those whom other articles name, so each description goes to the party that
fits it best, if there is one such. What a description and a party tell may rule each other out; then it stays alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quellenlage.linking.groups import Groups, Join
from quellenlage.linking.identity import can_be_one_paper
from quellenlage.linking.institutions import institution
from quellenlage.linking.names import akin, person_words, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.roles import are_known
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass

_NO, _POSSIBLE, _LIKELY, _NAMED = range(4)
"""How well a party fits a description: not at all; nothing speaks against it; they tell the same; the article of the
description names the party."""
_PRIVATE = frozenset(  # kinds of bodies that "the company" can mean, and "the authority" cannot
    "company hospital bank insurer utility airport railway club association foundation institute museum theatre union "
    "university school church party organisers".split()
) | {"care home", "environmental group", "rights group", "aid group", "consumer association", "works council"}
_VAGUE = frozenset({"authority", "association", "commission"})
_COMPANY, _AUTHORITY = frozenset({"company"}), frozenset({"authority"})
_AUTHORS = re.compile(
    r"\b(?:Autor(?:en|innen)?|Verfasser|Gutachter|Prüfer|Forscher|Experten|authors?|auditors?|reviewers?|examiners?"
    r"|researchers?|inspectors?|experts?)\b"
)
_EXPERTISE = re.compile(
    r"gutachten|studie|bericht|untersuchung|analyse|entwurf|report|study|review|audit|draft|analysis", re.IGNORECASE
)
_BODIES = frozenset({SourceClass.ORGANISATION, SourceClass.GROUP})


def documents(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Two papers on one matter are one, unless their authors cannot be."""
    papers = [v for v in groups.voices if v.party.cls is SourceClass.DOCUMENT]
    for i, voice in enumerate(papers):
        for other in papers[:i]:
            if can_be_one_paper(voice.party, other.party):
                yield other, voice, Reason(ReasonKind.SAME_NAME, (voice.party.name,))
    yield from _authors(groups, papers)


def _authors(groups: Groups, papers: Sequence[Voice]) -> Iterator[Join]:
    """Authors without a name ("the experts") and the only paper, which is one of experts."""
    if len({groups.of(paper) for paper in papers}) != 1 or not any(_EXPERTISE.search(p.party.name) for p in papers):
        return
    for voice in groups.voices:
        party = voice.party
        nameless = party.is_withheld and not party.institution and groups.of(voice) != groups.of(papers[0])
        if nameless and party.is_definite and _AUTHORS.search(party.name):
            yield papers[0], voice, Reason(ReasonKind.AUTHOR_OF, (party.name, papers[0].party.name))


def described(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Each description and the one party that fits it best."""
    for voice in groups.voices:
        own = groups.members(voice)
        if not all(_is_description(other.party) for other in own):
            continue
        rated = [(max(_fit(voice, other) for other in found), found[0]) for found in groups.all() if found != own]
        best = max((fit for fit, _ in rated), default=_NO)
        fitting = [first for fit, first in rated if fit is best]
        if best and len(fitting) == 1:
            yield fitting[0], voice, Reason(_kind(voice.party, best), (voice.party.name, fitting[0].called))


def _kind(party: Party, fit: int) -> ReasonKind:
    if fit == _POSSIBLE:
        return ReasonKind.MAY_MEAN
    return ReasonKind.SPEAKS_FOR if party.is_official else ReasonKind.NAMED_IN_FULL


def _is_description(party: Party) -> bool:
    """Whether a party is told by what it is alone, as somebody who can be known."""
    if not party.name or party.is_own or not party.institution.is_general:
        return False
    if party.cls is SourceClass.DOCUMENT:
        return True
    if party.is_official or party.person:
        return party.is_official
    if party.cls is SourceClass.UNNAMED:
        return party.is_definite
    return party.cls in _BODIES and (bool(party.institution) or (party.is_definite and not party.roles))


def _fit(voice: Voice, other: Voice) -> int:
    """How well the party of another appearance fits the description in one."""
    one, party = voice.party, other.party
    if not party.name or party.is_own or party.cls is SourceClass.OUTLET or other.of_press:
        return _NO
    if one.person and party.person:
        shared = one.institution.kinds & party.institution.kinds
        return _NAMED if shared and party.is_official and _is_named_in(party, voice) else _NO
    if party.cls is SourceClass.DOCUMENT:
        return _NO
    if party.is_withheld and not party.institution:
        return _NO
    if one.cls is SourceClass.DOCUMENT:
        return _fit_of_paper(voice, other)
    fit = _fit_of_people(voice, other) if one.cls is SourceClass.UNNAMED else _fit_of_bodies(one, party)
    any_body = one.cls is not SourceClass.UNNAMED and one.institution.is_vague
    return _NAMED if (fit or any_body) and _is_named_in(party, voice) else fit


def _fit_of_paper(voice: Voice, other: Voice) -> int:
    """A paper whose author is described ("the carrier's annual report"), or from which another article says that the
    party has it ("prosecutors said in a court filing")."""
    kinds, told = voice.party.institution.kinds, other.party.institution.kinds
    if kinds and (kinds & told or not told) and _is_named_in(other.party, voice):
        return _NAMED
    noun = stem(words_of(voice.party.name)[-1])
    beside = noun in map(stem, words_of(other.around)) and other.party.cls in _BODIES
    return _LIKELY if voice.party.is_definite and beside else _NO


def _fit_of_people(voice: Voice, other: Voice) -> int:
    """Somebody known by a role alone ("her lawyer") and a person, who must not have another role."""
    one, party = voice.party, other.party
    if not party.person:
        return _NO
    if one.roles & party.roles:
        return _LIKELY
    translated = voice.head.language is not other.head.language
    clear = all(are_known(roles) for roles in (one.roles, party.roles)) if translated else one.roles and party.roles
    return _NO if clear else _POSSIBLE


def _fit_of_bodies(one: Party, party: Party) -> int:
    """A body or its spokesperson, and a body or one of its people, whose kinds must not differ."""
    kinds, told = one.institution.kinds, party.institution.kinds
    states = one.institution.states, party.institution.states
    if (party.person and not (party.is_official or party.institution)) or (all(states) and not states[0] & states[1]):
        return _NO
    if kinds & told:
        return _LIKELY if one.institution.may_be(party.institution) or party.institution.marks else _NO
    if not kinds and one.cls is SourceClass.GROUP and not told <= _PRIVATE | _VAGUE:
        return _NO
    if not kinds or not told:
        return _POSSIBLE if kinds <= _PRIVATE | _VAGUE else _NO
    if kinds <= _COMPANY or told <= _COMPANY:
        return _POSSIBLE if (kinds | told) <= _PRIVATE | _COMPANY else _NO
    if kinds <= _AUTHORITY or told <= _AUTHORITY:
        return _POSSIBLE if not (kinds | told) & _PRIVATE else _NO
    return _NO


def _is_named_in(party: Party, voice: Voice) -> bool:
    """Whether an article's text names a party that it only describes at the place of the voice."""
    wanted = party.institution.marks | ({stem(person_words(party.person)[-1])} if party.person else set())
    if any(akin(mark, word) for mark in wanted for word in voice.article_stems):
        return True
    told = party.institution
    return not wanted and not told.is_vague and told.may_be(institution(voice.around))
