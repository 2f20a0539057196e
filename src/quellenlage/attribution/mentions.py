"""What a source says of itself: the words of a source span, taken apart.

"Hafenmeisterin Jorun Talvik" names a person, "das Nachrichtenportal Nordblick" an outlet, "der Minister" points back,
"zwei Beamte im Umfeld" stays unnamed, "er" is a pronoun. Only the head of the phrase counts: "ein Sprecher von Anna
Berg" is a spokesman.
"""

from __future__ import annotations

import re

from quellenlage.attribution.bodies import named_outlet, named_state
from quellenlage.attribution.descriptions import described
from quellenlage.attribution.forms import Form, Mention, pronoun
from quellenlage.attribution.joint import named_together
from quellenlage.attribution.names import Names
from quellenlage.attribution.people import named_people
from quellenlage.attribution.phrases import SAYING_NOUNS, cut_phrase, trimmed
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Language

_SUBJECTS = frozenset("er sie ich wir he she they".split())
_OBJECTS = frozenset({"ihm", "ihn", "ihnen", "sich", "mir", "uns"})
_TOLD = ("der ", "dem ", "the ")
_SAYING = SAYING_NOUNS + "|Einschätzungen"
_SAYINGS_OF = re.compile(
    rf"(?:(?P<short>[\w.]+)-(?:{_SAYING})|(?:{_SAYING}) (?P<long>(?:des|der|einer|eines|von|vom|mehrerer|zweier) .+))"
)
_SHARE = re.compile(
    r"(?:\w+ )?(?:\d[\d.,]*|\w+) ?(?:Prozent|percent|per cent|%)|(?:\w+) (?:out of|von|in) (?:ten|\d+|zehn) \w+",
    re.IGNORECASE,
)
"""A share of many: "71 Prozent der Befragten", "seven out of ten staff"."""
_ONE_OF = re.compile(r"(?:[Ee]ine[rs]?|[Oo]ne|[Bb]oth|[Tt]wo) (?:der|dieser|of the|of them|of these)\b.*")


def parse_mention(text: str, names: Names, language: Language) -> Mention:
    """Take a source's words apart with what the article itself introduces (`names`)."""
    bare = trimmed(text)
    alone = pronoun(bare)
    if alone is not None:
        return alone
    first, _, more = bare.partition(" ")
    if first.lower() in _SUBJECTS and more.startswith(_TOLD):  # "er der Zeitung": the speaker and whom he told it
        return parse_mention(first, names, language)
    if more and first.lower() in _OBJECTS:  # "ihm seine Berater": whom it was said to, and who said it
        return parse_mention(more, names, language)
    if language is Language.GERMAN and _ONE_OF.fullmatch(bare):  # "einer der beiden"
        return Mention(Form.INDEFINITE, bare, SourceClass.UNNAMED, head=bare)
    prefix = _SAYINGS_OF.fullmatch(bare)
    if prefix:  # "US-Angaben", "Angaben einer Sprecherin": whose they are
        return parse_mention(prefix["short"] or prefix["long"], names, language)
    if _SHARE.match(bare):
        return Mention(Form.INDEFINITE, bare, SourceClass.GROUP, plural=True)
    if language is Language.ENGLISH:
        bare = re.sub(r"['’]s$", "", bare)
    phrase = cut_phrase(bare, language)
    return (
        named_together(bare, names, lambda part: parse_mention(part, names, language))
        or named_people(bare, phrase, names)
        or named_outlet(bare, phrase, names)
        or named_state(phrase, language)
        or described(phrase, names, language)
    )
