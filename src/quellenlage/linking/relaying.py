"""Rules that join by the way that a statement came: copied, quoted, cited, carried on, passed on without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quellenlage.linking.citing import publisher_of
from quellenlage.linking.direction import before
from quellenlage.linking.groups import Groups, Join
from quellenlage.linking.identity import stem_words
from quellenlage.linking.names import fold, stem, words_of
from quellenlage.linking.naming import stands_around
from quellenlage.linking.outlets import names_outlet
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Copy
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import SourceClass

_SAME_QUOTATION = 0.8  # of the shorter quotation's words
_LONG_QUOTATION = 5  # words; shorter ones are said by many
_TELLING = 5  # letters of a word that says what somebody is or does
_CONTACT = re.compile(
    r"\b(?:uns|unser(?:e[mnrs]?)?|us|our|reporters|Journalisten|dieser Zeitung|anonym\w*|anonymity|namenlos"
    r"|(?:not|nicht) (?:to be |be )?(?:named|genannt|identified))\b"
)
_ANYBODY = frozenset({"insider", "whistleblower", "informant", "mole", stem("source")})
"""Roles of anybody who does not want to be named."""
_NAMELESS = frozenset({SourceClass.OUTLET, SourceClass.UNNAMED, SourceClass.GROUP, SourceClass.NONE})


def copied(groups: Groups, copies: Sequence[Copy]) -> Iterator[Join]:
    """Words that one article has from the other, or both from an agency."""
    outlets = {voice.head.id: voice.outlet for voice in groups.voices}
    told: dict[str, list[Voice]] = defaultdict(list)
    for voice in groups.voices:
        told[voice.head.id].append(voice)
    for copy in copies:
        for passages in copy.passages:
            one, other = ([v for v in told[passage.article] if v.stands_in(passage)] for passage in passages)
            origin = copy.agency or outlets.get(copy.source or passages[0].article, "")
            yield from ((a, b, Reason(ReasonKind.COPIED, (origin,))) for a in one for b in other)


def quoted(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """The same words in quotation marks are one person's, whatever the pages call her."""
    quotations = [(voice, _quotation(voice)) for voice in groups.voices]
    long = [(voice, words) for voice, words in quotations if len(words) >= _LONG_QUOTATION]
    for i, (voice, words) in enumerate(long):
        for other, others in long[:i]:
            if len(words & others) >= _SAME_QUOTATION * min(len(words), len(others)):
                yield other, voice, Reason(ReasonKind.SAME_WORDS, (other.called, voice.called))


def _quotation(voice: Voice) -> frozenset[str]:
    attribution = voice.appearance.statement.attribution
    quoted = attribution.content if attribution.kind.is_quoted else ()
    return frozenset(fold(word) for span in quoted for word in words_of(span.text))


def cited(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """An outlet that is cited has it from its own source; whoever cites it adds none, unless it names another."""
    for voice in groups.voices:
        targets = sorted((groups.voices[i] for i in voice.cited), key=lambda v: v.party.cls is not voice.party.cls)
        if not _is_nameless(voice.party):
            continue
        withheld = [t for t in targets if t.party.is_withheld or t.party.person]
        for target in (withheld if voice.party.is_withheld and withheld else targets)[:1]:
            yield target, voice, Reason(ReasonKind.PASSED_ON, (voice.outlet, target.called))


def _is_nameless(party: Party) -> bool:
    """Whether a party is nobody that could be told from others: an outlet, unnamed people, "the authority", nobody."""
    if party.person or party.is_own:
        return False
    return party.cls in _NAMELESS or not party.name or party.is_vague


def media(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """ "According to media reports": whatever other outlets had reported before."""
    for voice in groups.voices:
        earlier = [
            v for v in groups.voices if v.outlet != voice.outlet and before(v.head.published, voice.head.published)
        ]
        if voice.media and earlier:
            yield earlier[0], voice, Reason(ReasonKind.PASSED_ON, (voice.outlet, earlier[0].called))


def unnamed(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Unnamed sources of one first publisher are one, unless one article tells two of them apart; and so is what is
    said on the word of that publisher alone."""
    withheld = [v for v in groups.voices if v.party.name and (v.party.is_withheld or _is_cited_outlet(v.party))]
    for i, voice in enumerate(withheld):
        for other in withheld[:i]:
            publishers = [
                v.party.name if _is_cited_outlet(v.party) else publisher_of(v, groups.voices) for v in (voice, other)
            ]
            if _same_outlet(*publishers):
                yield other, voice, Reason(ReasonKind.SAME_UNNAMED, (publishers[0],))


def _is_cited_outlet(party: Party) -> bool:
    return party.cls is SourceClass.OUTLET and not party.is_own


def _same_outlet(one: str, other: str) -> bool:
    return one == other or names_outlet(one, other) or names_outlet(other, one)


def in_one_article(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Where an article gives one party for a claim, what it says besides without a name is that party's."""
    for voice in groups.voices:
        if not voice.party.name:
            named = {groups.of(v): v for v in groups.voices if v.head.id == voice.head.id and v.party.name}
            if len(named) == 1:
                yield next(iter(named.values())), voice, Reason(ReasonKind.SAME_ARTICLE, (voice.outlet,))


def headlines(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """A headline sums up the text below it and goes back to whom that names, whoever acts in its own words."""
    for voice in groups.voices:
        below = [v for v in groups.voices if v.head.id == voice.head.id and not v.is_headline]
        if voice.is_headline and below and groups.of(voice) not in {groups.of(v) for v in below}:
            yield below[0], voice, Reason(ReasonKind.SUMS_UP, (voice.outlet,))


def second_hand(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Unnamed people of whom an outlet does not say that it spoke to them: those of whom others had told before.

    They are the unnamed ones of others, if there is only one whom these call the same, or only one at all; else
    somebody whom others name and call the same, or for a group ("passengers") any of the people whom others name.
    """
    for voice in groups.voices:
        if not voice.party.is_withheld or _spoke_itself(voice) or len(groups.members(voice)) > 1:
            continue
        earlier = [v for v in groups.voices if v.order < voice.order and groups.of(v) != groups.of(voice)]
        unnamed = [v for v in earlier if v.party.is_withheld and not _have_other_roles(v.party, voice.party)]
        alike = [v for v in unnamed if _are_called_alike(v, voice)]
        for found in (alike, unnamed):
            first = {groups.of(v): v for v in reversed(found)}
            if len(first) == 1:
                yield found[0], voice, Reason(ReasonKind.SECOND_HAND, (voice.outlet, voice.called))
                break
        else:
            people = [v for v in earlier if v.party.person and not v.party.is_official]
            group = voice.party.cls is SourceClass.GROUP and not voice.party.institution
            called = people if group else [v for v in people if v.party.roles & voice.party.roles]
            if called:
                yield called[0], voice, Reason(ReasonKind.SECOND_HAND, (voice.outlet, voice.called))


def _spoke_itself(voice: Voice) -> bool:
    """Whether an article says that its own people spoke to the source, or quotes words of its own."""
    told = _CONTACT.search(voice.around) or names_outlet(voice.around, voice.head.outlet)
    return bool(told) or voice.appearance.statement.attribution.kind.is_quoted


def _have_other_roles(one: Party, other: Party) -> bool:
    told = [party.roles - _ANYBODY for party in (one, other)]
    return all(told) and told[0].isdisjoint(told[1])


def _are_called_alike(one: Voice, other: Voice) -> bool:
    a, b = ({w for w in stem_words(v.party.name) if len(w) >= _TELLING} | v.party.roles for v in (one, other))
    return bool(a & b)


def without_source(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Whoever names nobody adds no origin: it is that of a party around the words, else of whoever said it first.

    A pronoun that nobody could resolve names nobody either, but who is quoted with words of one's own was somebody.
    So do outlets that know it from each other.
    """
    for voice in groups.voices:
        own = groups.members(voice)
        press = voice.of_press and all(v.of_press or _names_nobody(v) for v in own)
        known = any(v.party.name and not v.of_press for v in own if v is not voice)
        if known or not (_names_nobody(voice) or press):
            continue
        named = [v for v in groups.voices if v.party.name and v not in own and not v.of_press]
        others = named if press else named or [v for v in groups.voices if v is not voice]
        beside = [v for v in others if stands_around(v.party, voice.around)]
        earlier = [v for v in others if not before(voice.head.published, v.head.published)]
        for target in (beside or earlier or others)[:1]:
            yield target, voice, Reason(ReasonKind.NOBODY_NAMED, (voice.outlet,))


def _names_nobody(voice: Voice) -> bool:
    somebody = voice.party.cls is not SourceClass.NONE
    quoted = somebody and voice.appearance.statement.attribution.kind.is_quoted
    return not voice.party.name and not quoted
