"""The rules by which appearances go back to one party, from the surest to the weakest, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from quellenlage.linking.citing import Voice, publisher_of, voices_of
from quellenlage.linking.direction import before, names_outlet
from quellenlage.linking.groups import Groups
from quellenlage.linking.identity import same_party, stem_words
from quellenlage.linking.institutions import institution, institution_of_office
from quellenlage.linking.names import akin, fold, person_words, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.model.claim import Appearance, Copy
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import Kind, Reading, SourceClass

Join = tuple[Voice, Voice, Reason]

_SAME_QUOTATION = 0.8  # of the shorter quotation's words
_LONG_QUOTATION = 5  # words; shorter ones are said by many
_MANAGED = frozenset(  # kinds of institutions that have a chief executive or a manager, as companies have
    "hospital bank insurer utility airport railway club association foundation institute museum theatre".split()
) | {"care home", "weather service"}
_AUTHORITIES = frozenset({"authority"})
_QUOTED = frozenset({Kind.DIRECT, Kind.MIXED})
_NAMELESS = frozenset({SourceClass.OUTLET, SourceClass.UNNAMED, SourceClass.GROUP, SourceClass.NONE})


def grouped(appearances: Sequence[Appearance], copies: Sequence[Copy], readings: Mapping[str, Reading]) -> Groups:
    """The appearances of a claim, those of one party together.

    `appearances` are sorted by time; `readings` are those of their articles, by id.
    """
    groups = Groups(voices_of(appearances, readings))
    for rule in _RULES:
        for one, other, reason in rule(groups, copies):
            groups.join(one, other, reason)
    return groups


def _copied(groups: Groups, copies: Sequence[Copy]) -> Iterator[Join]:
    """Words that one article has from the other, or both from an agency."""
    outlets = {voice.head.id: voice.outlet for voice in groups.voices}
    for copy in copies:
        for passages in copy.passages:
            one, other = ([v for v in groups.voices if v.stands_in(passage)] for passage in passages)
            origin = copy.agency or outlets.get(copy.source or passages[0].article, "")
            yield from ((a, b, Reason(ReasonKind.COPIED, (origin,))) for a in one for b in other)


def _named(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
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


def _speaking(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """A body, and somebody in office who is named in the sentence in which it speaks."""
    bodies = [v for v in groups.voices if v.party.cls is SourceClass.ORGANISATION and not v.party.person]
    people = [v for v in groups.voices if v.party.person and v.party.institution]
    for body in bodies:
        for person in people:
            if stands_around(person.party, body.around):
                yield body, person, Reason(ReasonKind.SPEAKS_FOR, (person.party.name, body.party.name))


def _documents(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
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


def _quoted(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """The same words in quotation marks are one person's, whatever the pages call her."""
    quotations = [(voice, _quotation(voice)) for voice in groups.voices]
    long = [(voice, words) for voice, words in quotations if len(words) >= _LONG_QUOTATION]
    for i, (voice, words) in enumerate(long):
        for other, others in long[:i]:
            if len(words & others) >= _SAME_QUOTATION * min(len(words), len(others)):
                yield other, voice, Reason(ReasonKind.SAME_WORDS, (_called(other), _called(voice)))


def _quotation(voice: Voice) -> frozenset[str]:
    attribution = voice.appearance.statement.attribution
    quoted = attribution.content if attribution.kind in _QUOTED else ()
    return frozenset(fold(word) for span in quoted for word in words_of(span.text))


def _cited(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """An outlet that is cited has it from its own source; whoever cites it adds none, unless it names another."""
    for voice in groups.voices:
        targets = sorted((groups.voices[i] for i in voice.cited), key=lambda v: v.party.cls is not voice.party.cls)
        if not _is_nameless(voice.party):
            continue
        withheld = [t for t in targets if t.party.is_withheld or t.party.person]
        for target in (withheld if voice.party.is_withheld and withheld else targets)[:1]:
            yield target, voice, Reason(ReasonKind.PASSED_ON, (voice.outlet, _called(target)))


def _is_nameless(party: Party) -> bool:
    """Whether a party is nobody that could be told from others: an outlet, unnamed people, "the authority", nobody."""
    if party.person or party.is_own:
        return False
    return party.cls in _NAMELESS or not party.name or party.is_vague


def _general(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
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
        alone = fitting if len(fitting) == 1 and _is_vague(voice.party) else []
        for target in named if len(named) == 1 else alone:
            kind = ReasonKind.SPEAKS_FOR if voice.party.is_official else ReasonKind.NAMED_IN_FULL
            yield target, voice, Reason(kind, (voice.party.name, _called(target)))


def _is_general(party: Party) -> bool:
    """Whether a body, a paper or an official is told without a name of the institution."""
    if party.is_official:
        return party.institution.is_general
    body = party.cls in {SourceClass.ORGANISATION, SourceClass.GROUP} and bool(party.institution)
    return party.is_vague or (body and not party.person and party.institution.is_general)


def _is_vague(party: Party) -> bool:
    return party.is_vague or (party.is_official and party.institution.is_vague)


def _can_be_meant(general: Party, named: Party) -> bool:
    """Whether a general name can mean a party: of one kind, or a body whose kind its name does not tell."""
    told, kinds = named.institution, general.institution.kinds
    if general.cls is SourceClass.DOCUMENT or named.cls is SourceClass.DOCUMENT:
        return general.cls is named.cls and not named.is_vague
    if not told or named.cls is SourceClass.OUTLET or named.is_withheld or (named.person and not named.is_official):
        return False
    if general.is_official and general.institution.is_vague:
        clear = told.kinds - general.institution.kinds
        return not (named.person and told.is_vague) and (not kinds or clear <= _MANAGED)
    fits = (
        bool(kinds & told.kinds)
        or not told.kinds
        or kinds <= _AUTHORITIES
        or ("company" in kinds and told.kinds <= _MANAGED)
    )
    return bool(kinds) and fits


def _is_named_in(party: Party, voice: Voice) -> bool:
    """Whether an article's text names a party that it tells only vaguely at the place of the voice."""
    wanted = party.institution.marks | ({stem(person_words(party.person)[-1])} if party.person else set())
    if any(akin(mark, word) for mark in wanted for word in voice.article_stems):
        return True
    told = party.institution
    return not wanted and not told.is_vague and told.may_be(institution(voice.around))


def _media(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """ "According to media reports": whatever other outlets had reported before."""
    for voice in groups.voices:
        earlier = [
            v for v in groups.voices if v.outlet != voice.outlet and before(v.head.published, voice.head.published)
        ]
        if voice.media and earlier:
            yield earlier[0], voice, Reason(ReasonKind.PASSED_ON, (voice.outlet, _called(earlier[0])))


def _unnamed(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Unnamed sources of one first publisher are one, unless one article tells two of them apart; and so is what is
    said on the word of that publisher alone."""
    withheld = [v for v in groups.voices if v.party.name and (v.party.is_withheld or _is_cited_outlet(v.party))]
    for i, voice in enumerate(withheld):
        for other in withheld[:i]:
            told_apart = voice.head.id == other.head.id and voice.party.name != other.party.name
            publishers = [
                v.party.name if _is_cited_outlet(v.party) else publisher_of(v, groups.voices) for v in (voice, other)
            ]
            if _same_outlet(*publishers) and not told_apart:
                yield other, voice, Reason(ReasonKind.SAME_UNNAMED, (publishers[0],))


def _is_cited_outlet(party: Party) -> bool:
    return party.cls is SourceClass.OUTLET and not party.is_own


def _same_outlet(one: str, other: str) -> bool:
    return one == other or names_outlet(one, other) or names_outlet(other, one)


def _in_one_article(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Where an article gives one party for a claim, what it says besides without a name is that party's."""
    for voice in groups.voices:
        if not voice.party.name:
            named = {groups.of(v): v for v in groups.voices if v.head.id == voice.head.id and v.party.name}
            if len(named) == 1:
                yield next(iter(named.values())), voice, Reason(ReasonKind.SAME_ARTICLE, (voice.outlet,))


def _without_source(groups: Groups, _: Sequence[Copy]) -> Iterator[Join]:
    """Whoever names nobody adds no origin: it is that of a party around the words, else of whoever said it first.

    A pronoun that nobody could resolve names nobody either, but who is quoted with words of one's own was somebody.
    """
    for voice in groups.voices:
        somebody = voice.party.cls is not SourceClass.NONE
        if voice.party.name or (somebody and voice.appearance.statement.attribution.kind in _QUOTED):
            continue
        others = [v for v in groups.voices if v.party.name] or [v for v in groups.voices if v is not voice]
        beside = [v for v in others if stands_around(v.party, voice.around)]
        earlier = [v for v in others if not before(voice.head.published, v.head.published)]
        for target in (beside or earlier or others)[:1]:
            yield target, voice, Reason(ReasonKind.NOBODY_NAMED, (voice.outlet,))


def stands_around(party: Party, text: str) -> bool:
    """Whether the words around a statement name a party, or what it is."""
    stems = {stem(word) for word in words_of(text)}
    if party.person:
        return stem(person_words(party.person)[-1]) in stems
    if any(akin(mark, word) for mark in party.institution.marks for word in stems):
        return True
    told = party.institution
    return not told.is_vague and (told.may_be(institution(text)) or told.may_be(institution_of_office(text)))


def _called(voice: Voice) -> str:
    return voice.party.name or voice.outlet


_RULES: tuple[Callable[[Groups, Sequence[Copy]], Iterator[Join]], ...] = (
    _copied,
    _named,
    _speaking,
    _documents,
    _quoted,
    _cited,
    _general,
    _media,
    _unnamed,
    _in_one_article,
    _without_source,
)
