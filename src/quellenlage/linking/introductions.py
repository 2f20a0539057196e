"""How articles introduce a person: the name, and the office told before or behind it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from quellenlage.gazetteer import RoleClass, find_role
from quellenlage.gazetteer.given_names import given_name
from quellenlage.linking.institutions import holds_office, institution, institution_of_office, united
from quellenlage.linking.names import looks_like_person, stem, words_of
from quellenlage.linking.parties import Party
from quellenlage.linking.roles import roles_in
from quellenlage.linking.sentences import ranges_of
from quellenlage.model.statement import Reading, Source, SourceClass
from quellenlage.model.text import BlockKind

TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Herr|Frau)\.? [A-ZÄÖÜ]")
"""A name behind a form of address."""
_BODY_WITH_ARTICLE = re.compile(r" von (?:der|dem|den) (?P<body>.+)")  # but not "von der Leyen"
_BODY_BEHIND = re.compile(r"(?<=\w) (?:of|from|at|vom|des) ")
_OF_BODY = re.compile(r"(?:(?:of|von) (?P<article>the |der |dem )?|vom ) ?")
_BEFORE_NAME = 7  # words before a name that may introduce the person
_AFTER_NAME = re.compile(
    r"^(?:, (?P<apposition>[^,.;:!?“”\"]{3,80})| (?P<of>(?:von|vom|of|from|at|bei) [^,.;:!?]{3,60}))"
)
_SENTENCES = 2  # before a spokesman in which the body that speaks is named
_SUBJECT = 4  # words at the beginning of a sentence that may name the body that acts
_HEADS = re.compile(  # "Irena Tolm, who heads the civil protection service"
    r", (?:who (?:now )?(?:heads|leads|runs|chairs|directs) (?:the )?(?P<english>[^,.;:]{3,60})"
    r"|(?:der|die) (?:das|die|den) (?P<german>[A-ZÄÖÜ][^,.;:]{2,60}) (?:leitet|führt))"
)
_POSSESSED = re.compile(r"(?:its|their|ihre?[nrs]?|seine?[nrs]?|deren|dessen)\b")
_ACRONYM = re.compile(r"(?<![\w-])(?P<body>[A-ZÄÖÜ]{3,})-[A-ZÄÖÜ][a-zäöü]+")  # "IWT-Forscher"
_CAPITALS = re.compile(r"[A-ZÄÖÜ][\w’'-]+(?: (?:(?:and|of|for|und|für|des|der|the) )?[A-ZÄÖÜ][\w-]+)*")
_PREPOSITION = re.compile(r"\b(?:in|im|an|am|auf|aus|bei|zu|zu[mr]|nach|mit|vo[nm]|to|from|at|with|by|of) (?:\w+ )?$")
_TEXT = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION})


def tells_person(words: str) -> bool:
    """Whether words for a source can be those for a human being ("the mayor", "coastguard spokesman Enno Barth")."""
    roles = [role.cls for role in map(find_role, words_of(words)) if role is not None]
    return looks_like_person(words) or holds_office(words) or RoleClass.PERSON in roles


def person(name: str, source: Source, reading: Reading | None, press: Collection[Reading]) -> Party:
    bearer = bare_name(name)
    surname = stem(words_of(bearer)[-1])
    told = (mention.text for mention in source.mentions)
    phrases = {text for text in told if surname in map(stem, words_of(text)) or tells_person(text)}
    if reading is not None:
        phrases |= set(_introductions(words_of(bearer)[-1], bearer, reading))
    for other in press:
        phrases |= set(_introductions(bearer, bearer, other))
    bare = [_without_name(phrase, bearer) for phrase in sorted(phrases)]
    bare = [_OF_BODY.sub("Sprecher von ", phrase) if _is_body(phrase, bare) else phrase for phrase in bare]
    bare += [f"Sprecher von {match['body']}" for phrase in bare for match in _ACRONYM.finditer(phrase)]
    return Party(
        name,
        SourceClass.PERSON,
        bare_name(name),
        united(institution_of_office(phrase) for phrase in bare),
        united(institution(phrase) for phrase in bare),
        any(holds_office(phrase) for phrase in bare),
        roles=frozenset().union(*map(roles_in, bare)),
    )


def _is_body(phrase: str, told: Collection[str]) -> bool:
    """Whether what stands behind a name is a body for which the person speaks: it has an article, or it has a kind or a
    name of several words, as places seldom have, and nothing else is told of the person."""
    match = _OF_BODY.match(phrase)
    if match is None:
        return False
    if match["article"] or phrase.startswith("vom"):
        return True
    body = institution(phrase)
    return (bool(body.kinds) or len(body.marks) > 1) and not any(map(roles_in, told))


def office_in(reading: Reading, name: str) -> str:
    """The words by which an article introduces somebody as the head or the voice of an institution ("Sprecherin der
    Talwerke"), the longest of them; those of the institution where only that is told; "" where neither is."""
    bearer = bare_name(name)
    told = (_without_name(phrase, name) for phrase in _introductions(words_of(bearer)[-1], bearer, reading))
    texts = [block.text for block in reading.article.blocks]
    written = (_as_written(phrase, texts) for phrase in told if holds_office(phrase))
    return max(written, key=lambda phrase: (len(phrase), phrase), default="")


def _as_written(phrase: str, texts: Sequence[str]) -> str:
    """What of an introduction, put together of an office and its body, stands in the texts."""
    if any(phrase in text for text in texts):
        return "" if _POSSESSED.match(phrase.casefold()) else phrase
    body = phrase.rpartition(" von ")[2]
    return body if any(body in text for text in texts) else ""


def bare_name(name: str) -> str:
    """The name without a role before it ("passenger Ailsa Marrick") and a body behind it ("… of the union")."""
    behind = _BODY_WITH_ARTICLE.search(name)
    name = name[: behind.start()] if behind and institution(behind["body"]).kinds else name
    words = words_of(_BODY_BEHIND.split(name)[0])
    capitals = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    known = (i for i in range(len(words) - 1) if looks_like_person(" ".join(words[i : i + 2])))
    return " ".join(_without_titles(words[next(known, capitals) :]))


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    titled = words[:1] and TITLED.match(" ".join(words)) is not None
    return words[1:] if titled else words


def _introductions(written: str, name: str, reading: Reading) -> Iterator[str]:
    """What an article says of a person right before and behind the name as `written`, wherever it stands."""
    surname = re.escape(written)
    for block in reading.article.blocks:
        if written not in block.text or block.kind not in _TEXT or not surname:
            continue
        for match in re.finditer(rf"\b{surname}(?:s|'s|’s)?\b", block.text):
            told = block.text[: match.start()]
            before = re.split(r"[.;:!?“”„\"]", told)[-1].split()[-_BEFORE_NAME:]
            found = list(_before(before, name))
            behind = _AFTER_NAME.match(block.text[match.end() :])
            if behind:
                found.append(behind["apposition"] or behind["of"])
            heads = _HEADS.match(block.text[match.end() :])
            if heads:
                found.append(f"Chef von {heads['english'] or heads['german']}")
            yield from found
            if any(map(_POSSESSED.match, found)):
                yield from (f"{phrase} von {body}" for phrase in found for body in _last_body(told))
            for phrase in found:
                if holds_office(phrase) and not institution_of_office(phrase):
                    yield from (f"{phrase} von {body}" for body in _speaking_body(told, reading))


def _speaking_body(text: str, reading: Reading) -> Iterator[str]:
    """The body that the last sentences of a text speak of first: whose voice is a spokesman of whom nothing else is
    told."""
    bodies = {source.name for source in reading.sources if source.cls is SourceClass.ORGANISATION} - {""}
    for start, end in reversed(ranges_of(text)[-_SENTENCES:]):
        found = {body: re.search(rf"\b{re.escape(body)}\b", text[start:end]) for body in bodies}
        named = sorted((match.start(), body) for body, match in found.items() if match)
        subject = " ".join(text[start:end].split()[:_SUBJECT])
        if named or institution(subject).kinds:
            yield named[0][1] if named else subject
            return


def _last_body(text: str) -> Iterator[str]:
    """The body that a text names last: whose "its director" is."""
    bodies = [m for m in _CAPITALS.finditer(text) if institution(m.group()).kinds and not looks_like_person(m.group())]
    acting = [body for body in bodies if not _PREPOSITION.search(text[: body.start()])]
    yield from [body.group() for body in (acting or bodies)[-1:]]


def _before(words: list[str], name: str) -> Iterator[str]:
    """The noun phrase that ends before the name: capitalised words and what joins them, back to an article or verb."""
    own = set(words_of(name))
    phrase: list[str] = []
    for place, word in enumerate(reversed(words)):
        bare = word.strip(",()")
        if not place and len(own) == 1 and given_name(bare):
            continue
        joins = bare.lower() in {"des", "der", "von", "vom", "für", "of", "the", "for", "und", "and", "bei", "im", "am"}
        if bare in own:
            continue
        if not (bare[:1].isupper() or joins or institution_of_office(bare) or institution(bare) or find_role(bare)):
            if _POSSESSED.fullmatch(bare):
                phrase.insert(0, bare)
            break
        phrase.insert(0, bare)
    if phrase:
        yield " ".join(phrase)


def _without_name(phrase: str, name: str) -> str:
    own = {stem(word) for word in words_of(name)}
    return " ".join(word for word in words_of(phrase) if stem(word) not in own)
