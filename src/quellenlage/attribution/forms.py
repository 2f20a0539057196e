"""How a source's words refer: the forms of a mention, and pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quellenlage.model.statement import SourceClass


class Form(StrEnum):
    """How a mention refers: by pronoun, by name, by a definite description, or without naming anyone."""

    PRONOUN = "pronoun"
    NAME = "name"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Mention:
    """A source's words, taken apart.

    `name` is the phrase without its article, in the nominative where that can be told; `cls` its class as far as its
    words tell; `gender` "m", "f", "n" or None; `head` its head noun; `generic` is true where a definite head stands
    alone ("das Unternehmen") and so must point back to a name; `titles` are the roles that a person has in the article.
    """

    form: Form
    name: str
    cls: SourceClass
    gender: str | None = None
    plural: bool = False
    head: str = ""
    generic: bool = False
    titles: frozenset[str] = frozenset()


_MASCULINE = "er ihm ihn sein seine seiner seinen seinem seines dieser letzterer he him his himself"
_FEMININE = "sie ihr ihre ihrer ihren ihrem ihres letztere she her hers herself"
_NEUTER = "es dieses das it its"
_PLURAL = "ihnen beide wir uns unser unsere they them their we our us both"
_OPEN = (
    "man one you diese der die dem eigenen eigener eigene ich mir mich mein meine meiner darin i me my who which that"
)
_PRONOUNS: dict[str, tuple[str | None, bool]] = {
    word: (gender, plural)
    for words, gender, plural in (
        (_MASCULINE, "m", False),
        (_FEMININE, "f", False),
        (_NEUTER, "n", False),
        (_PLURAL, None, True),
        (_OPEN, None, False),
    )
    for word in words.split()
}


def pronoun(bare: str) -> Mention | None:
    """The mention that is nothing but a pronoun."""
    if bare.lower() not in _PRONOUNS or (len(bare) > 1 and bare.isupper()):  # "US" is no pronoun
        return None
    gender, plural = _PRONOUNS[bare.lower()]
    return Mention(Form.PRONOUN, bare, SourceClass.PERSON, gender, plural, bare.lower())
