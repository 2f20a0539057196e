"""Where an article names its organisations, speaking or not: what "the company" and "it" can point back to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quellenlage.attribution.forms import Form, Mention
from quellenlage.attribution.mentions import parse_mention
from quellenlage.attribution.names import Names
from quellenlage.gazetteer import RoleClass, find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.model.statement import SourceClass
from quellenlage.model.text import Block, Language

Place = tuple[Mention, int, int]
"""A mention, the block and the code point where it stands."""

_NAME = r"[A-ZÄÖÜ][\w&-]+"
_BEHIND_NOUN = re.compile(
    rf"\b(?:[Dd](?:er|ie|as|em|en|es)|[Tt]he|[a-zäöü]+e[rnms]?) (?P<noun>{_NAME}) (?P<name>{_NAME}(?: {_NAME})?)"
    rf"|\b(?P<english>[a-z]+) (?P<called>{_NAME}(?: {_NAME})*)"
)
_FIRM = re.compile(rf"\b(?P<name>{_NAME}(?: {_NAME}){{0,2}}) (?:GmbH|AG|SE|KG|Inc|Corp|Ltd|plc|PLC|LLC)\b")
_SHORT = re.compile(r"(?<![\w.-])[A-ZÄÖÜ]{3,6}(?![\w.])")
_FEW = 2
"""Times that a short form must stand in an article to be one of its organisations."""


def named_organisations(blocks: Iterable[Block], names: Names, language: Language) -> Iterator[Place]:
    """Every place where an organisation is named: behind a noun for what it is, by a name that speaks elsewhere in the
    article, by its firm, by a short form."""
    blocks = list(blocks)
    yield from _introduced(blocks, language)
    known = {mention.name: mention for mention in _known(blocks, names, language)}
    for name, mention in known.items():
        pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?:['’]?s)?(?![\w-])")
        for block in blocks:
            yield from ((mention, block.index, match.start()) for match in pattern.finditer(block.text))


def _introduced(blocks: Iterable[Block], language: Language) -> Iterator[Place]:
    """Organisations that a noun introduces: "Der Umweltverband Flussbund", "the builder Ostrand"."""
    for block in blocks:
        for match in _BEHIND_NOUN.finditer(block.text):
            role, name = find_role(match["noun"] or match["english"]), match["name"] or match["called"]
            spoken = match["english"] is None or (role is not None and role.language == language is Language.ENGLISH)
            if spoken and role is not None and role.cls is RoleClass.ORGANISATION and role.number != "pl":
                mention = Mention(Form.NAME, name, SourceClass.ORGANISATION, role.gender, head=role.form)
                yield mention, block.index, match.start()


def _known(blocks: Iterable[Block], names: Names, language: Language) -> Iterator[Mention]:
    for source in names.sources:
        mention = parse_mention(source, names, language)
        if mention.form is Form.NAME and mention.cls is SourceClass.ORGANISATION and _is_proper(mention.name):
            yield mention
    text = "\n".join(block.text for block in blocks)
    shorts = re.findall(_SHORT, text)
    for short in dict.fromkeys(shorts):
        if shorts.count(short) >= _FEW and short not in names.long_forms and _is_proper(short):
            yield Mention(Form.NAME, short, SourceClass.ORGANISATION, "n")
    for match in _FIRM.finditer(text):
        yield Mention(Form.NAME, match["name"], SourceClass.ORGANISATION, "n")


def _is_proper(name: str) -> bool:
    """Whether a name is an organisation's own, and no state, outlet, or noun."""
    role = find_role(name)
    common = role is not None and " " not in name
    return (
        name[:1].isupper()
        and not common
        and find_outlet(name) is None
        and (find_state(name) is None or find_institution(name) is not None)
    )
