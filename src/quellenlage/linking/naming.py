"""The rule that joins by who the parties are: by name, by what they are, by who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.linking.groups import Groups, Join
from quellenlage.linking.identity import same_party
from quellenlage.linking.institutions import institution, institution_of_office
from quellenlage.linking.names import akin, person_words, same_person, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass


def named(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """The same party by name, by what it is, by who speaks for it."""
    by_party: dict[Party, Voice] = {}
    for voice in groups.voices:
        first = by_party.setdefault(voice.party, voice)
        reason = same_party(first.party, voice.party) if first is not voice else None
        if reason is not None:
            yield first, voice, reason
    yield from _on_paper(groups)
    parties = list(by_party.items())
    for i, (party, voice) in enumerate(parties):
        for other_party, other in parties[:i]:
            reason = same_party(other_party, party)
            if reason is not None:
                yield other, voice, reason


def _on_paper(groups: Groups) -> Iterator[Join]:
    """Whoever reads out a document in one article says it on the strength of that in another, too."""
    people = [v for v in groups.voices if v.party.person]
    for voice in groups.voices:
        speaker = voice.appearance.statement.speaker
        if voice.party.cls is SourceClass.DOCUMENT and speaker.cls is SourceClass.PERSON and speaker.name:
            for other in people:
                if other.party.person and same_person(other.party.person, speaker.name):
                    yield other, voice, Reason(ReasonKind.SAME_NAME, (speaker.name,))


def stands_around(party: Party, text: str) -> bool:
    """Whether the words around a statement name a party, or what it is."""
    stems = {stem(word) for word in words_of(text)}
    if party.person:
        return stem(person_words(party.person)[-1]) in stems
    if any(akin(mark, word) for mark in party.institution.marks for word in stems):
        return True
    told = party.institution
    return not told.is_vague and (told.may_be(institution(text)) or told.may_be(institution_of_office(text)))
