"""Outlets and states by name: "das Portal Nordblick", "the Courier", "US-Angaben"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.names import Names
from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, Phrase, trimmed
from quellenlage.gazetteer import RoleClass, find_outlet, find_role, find_state
from quellenlage.gazetteer.outlet_names import is_outlet_name
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language

_PEOPLES = frozenset({"PS"})
"""Where no one government speaks for all, the adjective of a cue ("palästinensische Angaben") means the people."""


def named_outlet(bare: str, phrase: Phrase, names: Names) -> Mention | None:
    """An outlet by name, or by what follows a noun for outlets ("das Portal Nordblick", "der Sender „Südwelle“")."""
    if phrase.determiner in INDEFINITE:
        return None
    nouns = [i for i, word in enumerate(phrase.modifiers) if word.islower() and _is_outlet_noun(word)]
    behind = " ".join((*phrase.modifiers[nouns[-1] + 1 :], phrase.head)) if nouns else ""
    if behind[:1].isupper():  # "the daily Harbour Courant"
        return Mention(Form.NAME, behind, SourceClass.OUTLET)
    called = " ".join(phrase.name)
    first = [called] if called and _is_outlet_noun(phrase.head) and find_outlet(called) is not None else []
    for text in (*first, _without_article(bare), phrase.full, phrase.core, called):
        name = trimmed(text)
        known = find_outlet(name) if name else None
        if known is not None:
            return Mention(Form.NAME, _uninflected(name, (known.name, *known.aliases)), SourceClass.OUTLET)
        longer = names.outlet(name) if name else None
        if name and (longer is not None or name in names.outlets or is_outlet_name(name)):
            return Mention(Form.NAME, longer or name, SourceClass.OUTLET)
    return None


def _uninflected(name: str, forms: Iterable[str]) -> str:
    """The form of an outlet's name that `name` inflects ("der Deutschen Presse-Agentur"), else `name` itself."""
    return next((form for form in forms if _stem(form) == _stem(name)), name)


def _stem(name: str) -> str:
    return re.sub(r"(?<=\w{3})(?:e[nrms]?|s)\b", "", name)


def _is_outlet_noun(word: str) -> bool:
    role = find_role(word)
    return word in {"daily", "weekly"} or (role is not None and role.cls is RoleClass.OUTLET)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return trimmed(rest) if rest and first.lower() in DEFINITE | INDEFINITE else text


def named_state(phrase: Phrase, language: Language) -> Mention | None:
    """A state by name, or by the adjective that a cue like "US-Angaben" leaves of it; "die Amerikaner" are a group."""
    state = find_state(phrase.core)
    if state is None:
        return None
    if state.code in _PEOPLES and state.demonyms and language is Language.GERMAN and not phrase.core[:1].isupper():
        return Mention(Form.NAME, state.demonyms[0], SourceClass.GROUP, plural=True)
    named = phrase.core[:1].isupper() and find_role(phrase.core) is None
    name = phrase.core if named else (state.name_de if language is Language.GERMAN else state.name_en)
    if name == "US" and language is Language.GERMAN:  # left over from "US-Angaben"
        name = "USA"
    return Mention(Form.NAME, name, SourceClass.ORGANISATION, "n")
