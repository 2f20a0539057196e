"""The words by which an appearance says whose word it is, and whether they tell less than those before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.linking.institutions import institution
from quellenlage.linking.names import person_words, stem, words_of
from quellenlage.linking.naming import stands_around
from quellenlage.linking.papers import is_paper
from quellenlage.linking.parties import Party
from quellenlage.linking.voices import Voice
from quellenlage.model.statement import SourceClass

_NOUNS = r"(?: [A-ZÄÖÜ][\w-]+)+"
_BEHIND = re.compile(
    rf"(?:[Nn]ach|[Ll]aut|[Aa]usweislich|[Gg]emäß)(?:{_NOUNS})?"
    rf"(?: (?:de[rsmn]|die|das|eine[srm]?|vo[nm]|[a-zäöüß]+e[nrms]))*{_NOUNS}"
    r"|(?:de[rsm] )?[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)* zufolge|[Aa]ccording to [^,.;]{3,60}"
)
_NOBODY_SAYS = re.compile(r"\b(?:h(?:eiß|ieß)t? es|it (?:is|was|has been|had been)|man)\b", re.IGNORECASE)
_POINTED = re.compile(r"(?:Das|Dies|So|That|This)\b[^.;!?]*")

_DEFINITE = re.compile(r"(?:the|its|their|his|her|de[rsmn]|die|das|dessen|deren|ihre?|seine?)\w{0,2} ", re.IGNORECASE)
_INDEFINITE = re.compile(r"eine[mnrs]?", re.IGNORECASE)
_SHORT = 3  # letters of words that tell nothing of a source


@dataclass(frozen=True, slots=True)
class Attributed:
    """`words` as on the page, "" where nobody is named; `names` says whether they name somebody who can be found."""

    words: str
    names: bool = False


def attributed(voice: Voice) -> Attributed:
    """Whose word an appearance says it is."""
    statement = voice.appearance.statement
    source = " ".join(span.text for span in statement.attribution.source)
    if source and voice.party.cls is not SourceClass.NONE:
        named = bool(voice.party.person) or not (
            voice.party.is_withheld or statement.speaker.cls is SourceClass.UNNAMED
        )
        told = source if _is_told_by(source, voice.party.name) else voice.party.name
        return Attributed(told, named and not voice.party.is_vague)
    if voice.party.name:  # carried on from the sentence before
        return Attributed(voice.party.name, not voice.party.is_withheld and not voice.party.is_vague)
    return Attributed(_beside(voice))


def _is_told_by(source: str, name: str) -> bool:
    """Whether the words beside the cue are those for the party itself: no pronoun, no outlet that passes it on."""
    return not name or not {stem(word) for word in words_of(source)}.isdisjoint(stem(word) for word in words_of(name))


def _beside(voice: Voice) -> str:
    """An attribution around an assertion that the reading took for the outlet's own words."""
    content = " ".join(span.text for span in voice.appearance.statement.attribution.content)
    following = voice.around.removeprefix(content).strip()
    pointed = _POINTED.match(following) if following and following != voice.around else None
    if pointed:
        return pointed.group()
    found = _BEHIND.search(voice.around)
    return found.group() if found else ""


def loss(before: Voice, after: Voice) -> tuple[str, str] | None:
    """The words before and after, where an attribution was dropped or made vaguer; None where it was not."""
    one, other = attributed(before), attributed(after)
    if not one.words:
        return None
    party = before.party
    if party.is_own and other.words:
        return None  # the outlet is the source itself, and named
    if not other.words:
        said = after.appearance.statement.attribution
        somebody = said.source and said.cue and not _NOBODY_SAYS.search(after.around)
        return None if somebody or stands_around(party, after.around) else (one.words, "")
    if not after.party.name and _takes_up(party, other.words):
        return None
    if not party.person and after.party.is_official and not after.party.institution.is_vague:
        return None  # the institution is named all the same
    if _is_known(other.words) and after.party.institution and not after.party.person:
        return None
    outlet_alone = after.party.cls is SourceClass.OUTLET and party.cls is not SourceClass.OUTLET
    if one.names and (outlet_alone or not other.names) and not _still_named(before, after):
        return one.words, other.words
    if not (after.party.is_withheld and (party.is_withheld or not party.name)):
        return None
    same_language = before.head.language is after.head.language
    vaguer = _differ if same_language else _tells_less
    return (one.words, other.words) if vaguer(one.words, other.words) else None


def _takes_up(party: Party, words: str) -> bool:
    """Whether words around an assertion are for the same body ("nach Feuerwehrangaben"), or for a paper where the party
    is one."""
    if party.cls is SourceClass.DOCUMENT:
        return any(map(is_paper, words_of(words)))
    return not party.institution.is_vague and party.institution.may_be(institution(words))


def _is_known(words: str) -> bool:
    """Whether words take up somebody whom the article told of before ("the company", "its owner", "die Behörde")."""
    return _DEFINITE.match(words) is not None


def _tells_less(one: str, other: str) -> bool:
    """Whether words in another language are so few that they cannot tell what the others told."""
    telling = [sum(len(word) > _SHORT + 1 for word in words_of(text)) for text in (one, other)]
    return 0 < telling[1] <= telling[0] - 2


def _still_named(before: Voice, after: Voice) -> bool:
    """Whether the article names the party somewhere else: by surname, or with half the words of a name."""
    party = before.party
    names = (word for word in words_of(party.name) if word[:1].isupper())
    wanted = {stem(person_words(party.person)[-1])} if party.person else {stem(word) for word in names}
    return 2 * len(wanted & after.article_stems) >= len(wanted)


def _differ(one: str, other: str) -> bool:
    a, b = (
        {stem(word) for word in words_of(text) if len(word) > _SHORT and not _INDEFINITE.fullmatch(word)}
        for text in (one, other)
    )
    return bool(b) and not a <= b
