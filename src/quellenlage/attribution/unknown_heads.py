"""Heads that no list knows: a role by its ending, a proper name, a document, or a group."""

from __future__ import annotations

import re

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, POSSESSIVE, SINGULAR, Phrase
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language

_PERSON_NOUN = re.compile(
    r"[\w-]*(?:[a-zäöüß](?:er|erin|loge|login|ist|istin|ant|antin|ent|entin|eur|eurin|or|orin)|[Jj]ährige[rn]?)"
)
"""Endings of German nouns for people; they decide only after a singular article and where no list knows the noun."""
_HANDLE = re.compile(r"@\w+|[A-Za-z]*[a-z]{3}[a-z_]*\d+")
"""How somebody is called in a network: "@tidewatch", "harbourmaster88"."""
_AGE = re.compile(r"\d{1,3}(?:,.*)?")
_AGED = re.compile(r"\d+-(?:[Jj]ährige[rn]?|[Yy]ear-[Oo]ld)")
_FEMININE_NOUN = re.compile(r"[\w-]*[a-zäöüß]{3}in")
_ENGLISH_PERSON = re.compile(r"[a-z-]+(?:er|or|ant|ent|ist|ian|man|woman|ee|old)")
_ONE = frozenset("ein eine einer einem einen eines a an one".split())
_GROUP_WORDS = frozenset(
    "viele einige manche mehrere andere alle man teil teile hälfte many some others several most everyone".split()
)


def unknown_head(phrase: Phrase, name: str, language: Language) -> Mention:
    """A head that no list knows: a role by its ending, a proper name, or after an indefinite article nobody known."""
    if _HANDLE.fullmatch(name):  # of whom English goes on as "they"
        return Mention(Form.NAME, name, SourceClass.PERSON, plural=language is Language.ENGLISH, head=name)
    if _AGE.fullmatch(phrase.apposition) and not phrase.determiner and phrase.head[:1].isupper():  # "Jade, 14"
        return Mention(Form.NAME, phrase.core, SourceClass.PERSON, head=phrase.head)
    determined = phrase.determiner in SINGULAR or phrase.determiner == "die"
    person = _person_ending(phrase, language)
    if _AGED.fullmatch(phrase.head) and determined and not phrase.name:  # "die 38-Jährige", "the 67-year-old"
        gender = "m" if phrase.head.endswith("er") else "f" if phrase.determiner == "die" else None
        return Mention(Form.DEFINITE, name, SourceClass.UNNAMED, gender, False, phrase.head, True)
    if person and phrase.name and phrase.determiner not in INDEFINITE:  # "der Rapper Nachtschatten"
        return Mention(Form.NAME, " ".join(phrase.name), SourceClass.PERSON, None, head=phrase.head)
    if person and determined:
        definite = phrase.determiner in DEFINITE | POSSESSIVE
        form = Form.DEFINITE if definite else Form.INDEFINITE
        gender = None if person == "u" else person
        return Mention(form, name, SourceClass.UNNAMED, gender, False, phrase.head, definite and not phrase.tail)
    if language is Language.GERMAN and _is_plural_people(phrase):
        form = Form.DEFINITE if phrase.determiner else Form.INDEFINITE
        return Mention(form, name, SourceClass.GROUP, plural=True, head=phrase.head)
    if phrase.determiner in _ONE and phrase.head.lower() not in _GROUP_WORDS:
        return Mention(Form.INDEFINITE, name, SourceClass.DOCUMENT, head=phrase.head)
    if phrase.determiner in INDEFINITE or phrase.head[:1].islower() or phrase.head.lower() in _GROUP_WORDS:
        return Mention(Form.INDEFINITE, name, SourceClass.GROUP, plural=not determined, head=phrase.head)
    return Mention(Form.NAME, name, SourceClass.ORGANISATION, head=phrase.head)


def _person_ending(phrase: Phrase, language: Language) -> str | None:
    """Gender ("m", "f" or "u") where the ending of an unknown head speaks for a person, else None."""
    if language is Language.ENGLISH:
        return "u" if phrase.head[:1].islower() and _ENGLISH_PERSON.fullmatch(phrase.head) else None
    if phrase.determiner in {"eine", "einer", "die", "der"} and _FEMININE_NOUN.fullmatch(phrase.head):
        return "f"
    if not _PERSON_NOUN.fullmatch(phrase.head) or phrase.determiner == "die":
        return None
    return "u" if phrase.head.endswith("e") else "m"


def _is_plural_people(phrase: Phrase) -> bool:
    """ "die Demoskopen", "Mitarbeitende": people by the plural of an unknown noun."""
    if phrase.determiner in {"die", "den"}:
        return phrase.head.endswith(("en", "innen")) and not phrase.name
    return not phrase.determiner and phrase.head.endswith("ende")
