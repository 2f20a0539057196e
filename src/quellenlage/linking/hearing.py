"""Who is heard in the appearances of one claim: a voice for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from quellenlage.gazetteer import OutletKind, RoleClass, find_outlet, find_role, find_state
from quellenlage.linking.citing import cited_by
from quellenlage.linking.identity import same_party
from quellenlage.linking.names import capitalised, words_of
from quellenlage.linking.naming import stands_around
from quellenlage.linking.outlets import can_be_outlet, names_outlet
from quellenlage.linking.parties import NOBODY, Party
from quellenlage.linking.sentences import paragraph_until, sentence_around
from quellenlage.linking.speaking import party_of
from quellenlage.linking.voices import Voice
from quellenlage.model.claim import Appearance, ArticleHead
from quellenlage.model.statement import Kind, Reading, SourceClass, Statement
from quellenlage.model.text import BlockKind, Span

_MEDIA = re.compile(
    r"(?:\w*medien(?:berichten?)?|presse(?:berichten?)?|\w*zeitungen|berichten?|media(?: (?:reports?|outlets?))?"
    r"|press(?: reports)?|newspapers|(?:news )?reports)$",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(?:Berichtigung|Korrektur|Richtigstellung|Correction|Clarification)\b"
    r"|\b(?:früheren?|ersten?|vorigen|ursprünglichen) (?:Fassung|Version)\b|\b(?:earlier|previous) version\b"
)
_RETRACTED = re.compile(
    r"(?:früheren?|ersten?|vorigen|ursprünglichen) (?:Fassung|Version)|(?:earlier|previous) version|\b(?:we|wir)\b",
    re.I,
)
_TELLS = re.compile(  # verbs by which a content tells who else found or said it
    r"\b(?:beziffer|gezählt|zusammengezählt|gemessen|ermittelt|festgestellt|nachgewiesen|errechne|berechne|gemeldet|meldete"
    r"|angegeben|vorgetragen|übermittelt|von d(?:en|em|er) [^,;.]* (?:spricht|sprechen|sprach)\b"
    r"|counted|measured|detected|calculated|reckoned|estimated|put (?:it|the)|according to"
    r"|told (?:him|her|them|me|us)\b)",
    re.IGNORECASE,
)
_THINKS = re.compile(  # verbs of what goes on in somebody's head
    r"\b(?:denk|dacht|erwäg|erwog|überleg|weiß\b|wuss?te|wissen\b|gewusst|ahn|know|knew|think|thought|consider|mull|weigh)"
    r"|\bmade up\b",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:ha(?:be|ben|t|tte|tten)|has|have|had)\b.*\b(?:gefunden|angetroffen|entdeckt|found|discovered)\b"
)
_SUBJECT = 5  # words at the beginning of a content in which its subject stands
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser)(?:e[mnrs]?)? |(?:his|her|their|its|our) ", re.IGNORECASE)
_SELF = re.compile(r"(?:ich|wir|i|we)\b", re.IGNORECASE)
_DEEDS = (  # what a body does, and others tell of it in other words
    re.compile(
        r"\b(?:demand|seek|sought|ask(?:s|ed|ing)?\b|request|forder|geforder|verlang|bat\b|bitte[nt]\b|gebeten)", re.I
    ),
    re.compile(
        r"\b(?:order(?:s|ed|ing)?\b|instruct|command(?:s|ed)?\b|anordn|ordnete|angeordnet|befahl|befehl|befohl|anweis)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:threat|droh|gedroht)", re.IGNORECASE),
    re.compile(r"\b(?:plan(?:t|te|en|s|ned|ning)?\b|geplant|offer|biete[nt]?\b|bot\b|angebot)", re.IGNORECASE),
)
_HEADLINES = frozenset({BlockKind.HEADLINE, BlockKind.KICKER})


def voices_of(appearances: Sequence[Appearance], readings: Mapping[str, Reading]) -> tuple[Voice, ...]:
    """A voice for each appearance, in order. `appearances` are sorted by time."""
    heads = {appearance.article.id: appearance.article for appearance in appearances}
    order = {article: i for i, article in enumerate(heads)}
    corrections = {article: _corrects(reading) for article, reading in readings.items()}
    stems = {article: _stems(readings[article]) for article in heads if article in readings}
    voices = []
    for index, (appearance, party) in enumerate(zip(appearances, _parties(appearances, readings, heads), strict=True)):
        article, statement = appearance.article.id, appearance.statement
        reading = readings.get(article)
        around = sentence_around(statement, reading) if reading is not None else ""
        via = (relay.name for relay in statement.via if not statement.speaker.name)
        told = (statement.speaker.name, *via, *(span.text for span in statement.attribution.source))
        media = any(_MEDIA.search(name) for name in told) or _is_some_outlet(party)
        cited = cited_by(appearance, party, around, appearances) if not party.is_own else ()
        party = _publisher_itself(party, around, (appearances[i].article for i in cited))
        voices.append(
            Voice(
                index=index,
                appearance=appearance,
                party=party,
                around=around,
                order=order[article],
                is_headline=_is_headline(statement, reading),
                corrects=corrections.get(article, False),
                retracts=_retracts(statement, reading),
                paragraph=paragraph_until(statement, reading) if reading is not None else "",
                article_stems=stems.get(article, frozenset()),
                cited=cited,
                media=media and not cited,
                of_press=not party.is_own and _is_of_press(party, heads.values()),
            )
        )
    return tuple(voices)


def _parties(
    appearances: Sequence[Appearance], readings: Mapping[str, Reading], heads: Mapping[str, ArticleHead]
) -> list[Party]:
    """The party of each appearance. Where one statement holds another of the same article, the inner speaker counts:
    the councillor who reads aloud what the report says, and nobody called "I" in the words of a quotation."""
    parties = []
    for appearance in appearances:
        article = appearance.article.id
        reading = readings.get(article)
        press = [other for other in readings.values() if other is not reading]
        outlets = [head for head in heads.values() if head.outlet != appearance.article.outlet or not head.outlet]
        retracts = _retracts(appearance.statement, reading)
        parties.append(NOBODY if retracts else party_of(appearance, reading, press, outlets))
    named = tuple(parties)
    for i, appearance in enumerate(appearances):
        on_paper = parties[i].cls is SourceClass.DOCUMENT
        acts = not parties[i].person and not on_paper and _only_acts(appearance, appearances)
        if acts or _is_told_of(named[i], appearance, zip(named, appearances, strict=True)):
            parties[i] = NOBODY
    for i, outer in enumerate(appearances):
        for j, inner in enumerate(appearances):
            if i == j or outer.article.id != inner.article.id or not _holds(outer.statement, inner.statement):
                continue
            source = " ".join(span.text for span in inner.statement.attribution.source)
            acts = inner.statement.attribution.kind is Kind.REPORTED and parties[j].cls is not SourceClass.DOCUMENT
            if _SELF.match(source) or _POSSESSIVE.match(source) or (acts and parties[i].name):
                parties[j] = parties[i]
            elif parties[j].name and outer.statement.speaker.name in {relay.name for relay in inner.statement.via}:
                parties[i] = parties[j]
    return [_found_by(party, each, parties) for party, each in zip(parties, appearances, strict=True)]


def _found_by(party: Party, appearance: Appearance, parties: Sequence[Party]) -> Party:
    """The one party of whom a content tells that it found or said this ("that Reuther has counted 46 million, he calls
    …"): it counts, and not who tells so."""
    content = " ".join(span.text for span in appearance.statement.attribution.content)
    if _FOUND.search(content):  # by the subject alone: what was found at somebody's was found by another
        content = " ".join(content.split()[:_SUBJECT])
    elif not _TELLS.search(content):
        return party
    if not party.name or party.is_own:
        return party
    told = [other for other in parties if _can_tell(other) and _is_named(other, content)]
    one = all(same_party(told[0], other) for other in told[1:])
    return told[0] if told and one and party not in told else party


def _is_told_of(party: Party, appearance: Appearance, others: Iterable[tuple[Party, Appearance]]) -> bool:
    """Whether somebody only thinks or knows ("the mayor thinks of resigning") what others tell of that party."""
    attribution = appearance.statement.attribution
    if attribution.kind is not Kind.REPORTED or not any(_THINKS.search(span.text) for span in attribution.cue):
        return False
    contents = (o.statement.attribution.content for told, o in others if told.name != party.name)
    return bool(party.name) and any(stands_around(party, span.text) for content in contents for span in content)


def _is_named(party: Party, content: str) -> bool:
    """Whether a content names a party, or the body of which somebody is an official."""
    return stands_around(party, content) or (party.is_official and stands_around(replace(party, person=None), content))


def _can_tell(party: Party) -> bool:
    return bool(party.person) or (party.cls is SourceClass.ORGANISATION and not party.institution.is_vague)


def _only_acts(appearance: Appearance, others: Sequence[Appearance]) -> bool:
    """Whether a body or group does what others tell on somebody's word: its deed is the news, not its testimony."""
    attribution = appearance.statement.attribution
    if attribution.kind is not Kind.REPORTED:
        return False
    told = [o.statement.attribution.content for o in others if o.statement is not appearance.statement]
    deeds = [deed for deed in _DEEDS if any(deed.search(span.text) for span in attribution.cue)]
    return any(deed.search(span.text) for deed in deeds for content in told for span in content)


def _holds(outer: Statement, inner: Statement) -> bool:
    wide, narrow = outer.attribution.content, inner.attribution.content
    return wide != narrow and bool(narrow) and all(any(_covers(w, n) for w in wide) for n in narrow)


def _covers(wide: Span, narrow: Span) -> bool:
    return wide.block == narrow.block and wide.start <= narrow.start and narrow.end <= wide.end


def _corrects(reading: Reading) -> bool:
    return any(_tells_correction(block.text) for block in reading.article.blocks)


@lru_cache(maxsize=4096)
def _tells_correction(text: str) -> bool:
    return _CORRECTION.search(text) is not None


def _retracts(statement: Statement, reading: Reading | None) -> bool:
    """Whether a note of correction repeats what an earlier version had said."""
    content = statement.attribution.content
    if reading is None or not content or not _tells_correction(reading.article.blocks[content[0].block].text):
        return False
    text, sources = reading.article.blocks[content[0].block].text, statement.attribution.source
    found = (_RETRACTED.search(text, span.start) for span in sources)
    beside = any(match is not None and match.start() <= span.end for match, span in zip(found, sources, strict=True))
    return beside or _RETRACTED.search(statement.speaker.name) is not None


def _is_headline(statement: Statement, reading: Reading | None) -> bool:
    content = statement.attribution.content
    return reading is not None and bool(content) and reading.article.blocks[content[0].block].kind in _HEADLINES


def _publisher_itself(party: Party, around: str, cited: Iterable[ArticleHead]) -> Party:
    """The outlet where a party is only its report ("Bericht des Talkuriers"), also where the name was cut short."""
    if party.cls is SourceClass.OUTLET or party.person or party.is_withheld:
        return party
    start = around.find(party.name) if party.name else -1
    for head in cited:
        named = around[start : start + len(party.name) + len(head.outlet or "") + 2] if start >= 0 else party.name
        if head.outlet and names_outlet(named, head.outlet):
            return Party(head.outlet, SourceClass.OUTLET)
    return party


def _is_some_outlet(party: Party) -> bool:
    """Whether a party is an outlet without a name ("a British newspaper", "der Sender")."""
    role = find_role(party.name) if party.cls is SourceClass.OUTLET and not party.is_own else None
    named = (word for word in words_of(party.name)[:-1] if word[:1].isupper() and find_state(word) is None)
    return role is not None and role.cls is RoleClass.OUTLET and not any(named)


def _is_of_press(party: Party, heads: Iterable[ArticleHead]) -> bool:
    """Whether a party is an agency, or the outlet of one of the articles."""
    outlet = find_outlet(party.name)
    agency = outlet is not None and outlet.kind is OutletKind.AGENCY
    return party.cls is SourceClass.OUTLET and (agency or any(can_be_outlet(party.name, head) for head in heads))


def _stems(reading: Reading) -> frozenset[str]:
    texts = (block.text for block in reading.article.blocks if block.kind is not BlockKind.FURNITURE)
    return frozenset().union(*map(capitalised, texts))
