"""Rules that join by who the parties are: by name, by what they are, by who speaks for whom, by general names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.linking.groups import Groups, Join
from quellenlage.linking.identity import same_party, stem_words
from quellenlage.linking.institutions import institution, institution_of_office
from quellenlage.linking.names import akin, person_words, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass

_MANAGED = frozenset(  # kinds of institutions that have a chief executive or a manager, as companies have
    "hospital bank insurer utility airport railway club association foundation institute museum theatre union".split()
) | {
    "care home",
    "weather service",
    "environmental group",
    "rights group",
    "aid group",
    "consumer association",
    "farmers' association",
    "chamber of commerce",
    "medical association",
    "health insurance",
    "transit authority",
    "water board",
    "road authority",
}
_AUTHORITIES = frozenset({"authority"})


def named(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """The same party by name, by what it is, by who speaks for it."""
    by_party: dict[Party, Voice] = {}
    for voice in groups.voices:
        first = by_party.setdefault(voice.party, voice)
        reason = same_party(first.party, voice.party) if first is not voice else None
        if reason is not None:
            yield first, voice, reason
    parties = list(by_party.items())
    for i, (party, voice) in enumerate(parties):
        for other_party, other in parties[:i]:
            reason = same_party(other_party, party)
            if reason is not None:
                yield other, voice, reason


def speaking(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """A body, and somebody in office who is named in the sentence in which it speaks."""
    bodies = [v for v in groups.voices if v.party.cls is SourceClass.ORGANISATION and not v.party.person]
    people = [v for v in groups.voices if v.party.person and v.party.institution]
    for body in bodies:
        for person in people:
            if stands_around(person.party, body.around) or _is_told_with(body.party, person):
                yield body, person, Reason(ReasonKind.SPEAKS_FOR, (person.party.name, body.party.name))


def _is_told_with(body: Party, person: Voice) -> bool:
    """Whether somebody in office, of what stays open, speaks in a sentence that has the whole name of a body."""
    told, stems = body.institution, {stem(word) for word in words_of(person.around)}
    open_ = person.party.is_official and person.party.institution.is_vague
    return open_ and bool(told.marks) and all(any(akin(mark, word) for word in stems) for mark in told.marks)


def documents(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Papers that are told only by what they are: in the same words ("an internal paper", "the planning paper"), or in
    another language, where no words can be the same."""
    papers = [v for v in groups.voices if v.party.cls is SourceClass.DOCUMENT]
    for i, voice in enumerate(papers):
        for other in papers[:i]:
            vague = voice.party.is_vague and other.party.is_vague
            translated = voice.head.language is not other.head.language
            told = voice.party.is_vague or other.party.is_vague
            shared = stem_words(voice.party.name) & stem_words(other.party.name)
            if (vague and shared) or (translated and told):
                yield other, voice, Reason(ReasonKind.SAME_NAME, (voice.party.name,))


def general(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """ "The company", "a spokeswoman": the one that the article names as well; for a name that tells nothing at all,
    also the only one that anybody names."""
    for voice in groups.voices:
        own = groups.members(voice)
        if not all(_is_general(other.party) for other in own):
            continue
        fitting = [
            members[0]
            for members in groups.all()
            if members != own and any(_can_be_meant(voice.party, other.party) for other in members)
        ]
        named = [first for first in fitting if any(_is_named_in(v.party, voice) for v in groups.members(first))]
        alone = fitting if len(fitting) == 1 and _is_alone(voice.party) else []
        for target in named if len(named) == 1 else alone:
            kind = ReasonKind.SPEAKS_FOR if voice.party.is_official else ReasonKind.NAMED_IN_FULL
            yield target, voice, Reason(kind, (voice.party.name, target.called))


def _is_general(party: Party) -> bool:
    """Whether a body, a paper or an official is told without a name of the institution."""
    if party.is_official:
        return party.institution.is_general
    body = party.cls in {SourceClass.ORGANISATION, SourceClass.GROUP} and bool(party.institution)
    return party.is_vague or (body and not party.person and party.institution.is_general)


def _is_alone(party: Party) -> bool:
    """Whether a claim has one party of the kind at most: "the company", "a spokeswoman", "the hospital"."""
    kinds = party.institution.kinds
    return party.is_vague or (party.is_official and party.institution.is_vague) or (bool(kinds) and kinds <= _MANAGED)


def _can_be_meant(general: Party, named: Party) -> bool:
    """Whether a general name can mean a party: of one kind, or a body whose kind its name does not tell."""
    told, kinds = named.institution, general.institution.kinds
    if general.cls is SourceClass.DOCUMENT or named.cls is SourceClass.DOCUMENT:
        return general.cls is named.cls and not named.is_vague
    if not told or named.cls is SourceClass.OUTLET or named.is_withheld or (named.person and not named.is_official):
        return False
    if general.is_official and general.institution.is_vague:
        clear = told.kinds - general.institution.kinds
        named_at_all = named.is_official or not (named.person and told.is_vague)
        return named_at_all and (not kinds or clear <= _MANAGED)
    fits = (
        bool(kinds & told.kinds)
        or not told.kinds
        or kinds <= _AUTHORITIES
        or ("company" in kinds and told.kinds <= _MANAGED)
        or ("company" in told.kinds and kinds <= _MANAGED)
    )
    return bool(kinds) and fits


def _is_named_in(party: Party, voice: Voice) -> bool:
    """Whether an article's text names a party that it tells only vaguely at the place of the voice."""
    wanted = party.institution.marks | ({stem(person_words(party.person)[-1])} if party.person else set())
    if any(akin(mark, word) for mark in wanted for word in voice.article_stems):
        return True
    told = party.institution
    return not wanted and not told.is_vague and told.may_be(institution(voice.around))


def stands_around(party: Party, text: str) -> bool:
    """Whether the words around a statement name a party, or what it is."""
    stems = {stem(word) for word in words_of(text)}
    if party.person:
        return stem(person_words(party.person)[-1]) in stems
    if any(akin(mark, word) for mark in party.institution.marks for word in stems):
        return True
    told = party.institution
    return not told.is_vague and (told.may_be(institution(text)) or told.may_be(institution_of_office(text)))
