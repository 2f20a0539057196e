"""Several who speak as one: "die Stadt und der Bauernverband", "Ministerin Aksu Demir and the union"."""

from __future__ import annotations

import re
from collections.abc import Callable

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.names import Names
from quellenlage.attribution.phrases import DEFINITE
from quellenlage.gazetteer import find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.model.statement import SourceClass

_PARTS = re.compile(
    r"(?:[Ss]owohl )?(?P<left>.+?),?(?P<link> und | and | sowie | als auch | wie auch | as well as )"
    r"(?:auch )?(?P<right>.+)"
)
_HANGING = re.compile(r" (?:für|of|for|on|over|über) ")
"""What follows may belong to the same list: "für Busse und Bahnen"."""
_LONE = re.compile(r"(?:er|sie|he|she) ?", re.IGNORECASE)


def named_together(bare: str, names: Names, parse: Callable[[str], Mention]) -> Mention | None:
    """The mention of two parties joined by "und"; None where the words are one name or one party alone.

    They have the class of the first that is no person, so that a minister and her ministry speak as an organisation.
    """
    match = _PARTS.fullmatch(bare)
    if match is None or _LONE.fullmatch(match["left"]) or "," in bare or bare.endswith(")"):
        return None
    left, right = match["left"], match["right"]
    if _HANGING.search(left) or not (_stands_alone(left, names) and _stands_alone(right, names)):
        return None
    parts = [parse(left), parse(right)]
    if all(part.cls is SourceClass.GROUP and part.form is Form.INDEFINITE for part in parts):
        return None  # "Nutzerinnen und Nutzer" are one group, under their own words
    if parts[0].cls is SourceClass.UNNAMED and parts[1].cls is SourceClass.PERSON:
        return None  # "der Anwalt und Dissident Ayman Sheib" is one person
    cls = next((part.cls for part in parts if part.cls is not SourceClass.PERSON), SourceClass.PERSON)
    link = " and " if match["link"] in {" and ", " as well as "} else " und "
    return Mention(Form.NAME, link.join(part.name for part in parts), cls, plural=True)


def _stands_alone(part: str, names: Names) -> bool:
    """Whether words name a party by themselves: by a determiner, or as somebody known."""
    first, _, rest = part.partition(" ")
    if part.endswith("-"):
        return False
    if first.lower() in DEFINITE and rest:
        return True
    known = (find_state(part), find_institution(part), find_outlet(part), names.person(part), find_role(part))
    return any(one is not None for one in known)
