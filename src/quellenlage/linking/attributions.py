"""The words by which an appearance says whose word it is, and whether they tell less than those before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quellenlage.linking.citing import Voice
from quellenlage.linking.names import person_words, stem, words_of
from quellenlage.model.statement import SourceClass

_BEHIND = re.compile(
    r"(?:,? ?(?:(?:[Nn]ach|[Ll]aut|[Ss]o|[Ww]ie|[Aa]ccording to|[Aa]s) [^,.;]{3,80}|[^,.;]{3,60} zufolge))(?=[,.;]|$)"
)
_POINTED = re.compile(r"(?:Das|Dies|So|That|This)\b[^.!?]*")


@dataclass(frozen=True, slots=True)
class Attributed:
    """`words` as on the page, "" where nobody is named; `names` says whether they name somebody who can be found."""

    words: str
    names: bool = False


def attributed(voice: Voice) -> Attributed:
    """Whose word an appearance says it is."""
    statement = voice.appearance.statement
    source = " ".join(span.text for span in statement.attribution.source)
    if source and (voice.party.name or statement.speaker.cls is not SourceClass.NONE):
        named = bool(voice.party.person) or not (
            voice.party.is_withheld or statement.speaker.cls is SourceClass.UNNAMED
        )
        told = source if _tells_name(source) or not voice.party.name else voice.party.name
        return Attributed(told, named and not voice.party.is_vague)
    if voice.party.name:  # carried on from the sentence before
        return Attributed(voice.party.name, not voice.party.is_withheld and not voice.party.is_vague)
    return Attributed(_beside(voice))


def _tells_name(source: str) -> bool:
    return any(word[:1].isupper() for word in words_of(source)) or len(words_of(source)) > 1


def _beside(voice: Voice) -> str:
    """An attribution around an assertion that the reading took for the outlet's own words."""
    content = " ".join(span.text for span in voice.appearance.statement.attribution.content)
    following = voice.around.removeprefix(content).strip()
    pointed = _POINTED.match(following) if following and following != voice.around else None
    if pointed:
        return pointed.group()
    found = _BEHIND.search(content)
    return found.group().strip(" ,") if found and re.search(r"[A-ZÄÖÜ]", found.group()) else ""


def loss(before: Voice, after: Voice) -> tuple[str, str] | None:
    """The words before and after, where an attribution was dropped or made vaguer; None where it was not."""
    one, other = attributed(before), attributed(after)
    if not one.words:
        return None
    if not other.words:
        return one.words, ""
    party = before.party
    outlet_alone = after.party.cls is SourceClass.OUTLET and party.cls is not SourceClass.OUTLET
    if one.names and (outlet_alone or not other.names) and not _still_named(before, after):
        return one.words, other.words
    same_language = before.head.language is after.head.language
    if party.is_withheld and after.party.is_withheld and same_language and _differ(one.words, other.words):
        return one.words, other.words
    return None


def _still_named(before: Voice, after: Voice) -> bool:
    """Whether the article names the party somewhere else."""
    party = before.party
    wanted = {stem(person_words(party.person)[-1])} if party.person else set(party.institution.marks)
    if not wanted:
        return True
    return any(mark == word or mark.endswith(word) for mark in wanted for word in after.article_stems)


def _differ(one: str, other: str) -> bool:
    a, b = ({stem(word) for word in words_of(text) if len(word) > 3} for text in (one, other))
    return bool(b) and not a <= b
