"""Names whole that the tagger cut in two: an article from its noun, an outlet's name from its end.

"Der" is the source and "Molkerei" in the content; "the" and "Rattle" are the source and "Daily" a relay; "Faber der" is
the source and "dpa" a relay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.gazetteer import RoleClass, find_outlet, find_role
from quellenlage.gazetteer.outlet_names import find_outlet_names
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_DETERMINERS = frozenset("der die das dem den ein eine einer einem the a an".split())
_RELATIVE = frozenset("der die das dem den".split())
_TO_OUTLET = re.compile(
    r"\b[A-ZÄÖÜ0-9][\w-]* (?P<to>(?:de[rm]|unsere[rm]|diese[rm]|eine[rm])(?: [A-ZÄÖÜ][\w-]+){0,2})$"
)
"""Somebody and the beginning of whom he or she spoke to."""
_DETERMINER = re.compile(rf"^(?:{'|'.join(_DETERMINERS)}) ", re.IGNORECASE)
_OPENING = frozenset('„“"»«‚‘')
_TO_MARK = re.compile(r"(?: [A-ZÄÖÜ][\w-]*){1,3}(?=[“”\"«»‘’])")
_PHRASE = re.compile(
    r" (?P<adjectives>(?:[a-zäöüß-]+(?:e|en|er|es|em) ){0,2})"
    r"[„“\"»‚‘]?(?P<noun>[A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ][\w-]*)*(?: (?:der|des) [A-ZÄÖÜ][\w-]*)?"
    r"|[a-z]+(?= |[.,;:]|$))[“”\"«‘’]?"
)
"""What stands behind an article: adjectives as in German, and names, or a word."""
_GAP = re.compile(r"^[\s,]*")


def with_whole_names(article: Article, attribution: Attribution) -> Attribution:
    """The attribution with the names of its source and relays as the sentence has them."""
    return _joined(article, _in_marks(article, _behind_article(article, attribution)))


def names_outlet(text: str) -> bool:
    """Whether an outlet, or a word for one, is in a name."""
    roles = (find_role(word.strip('„“”"»«')) for word in text.split())
    return bool(find_outlet_names(text)) or any(role is not None and role.cls is RoleClass.OUTLET for role in roles)


def _behind_article(article: Article, one: Attribution) -> Attribution:
    """With the noun of a source that the tagger cut off behind its article, "der dpa" in "der dpa zufolge".

    Where it left that in the content, without it there ("der" and "Küstenwache gerettet"); and without an article whose
    noun is the cue's, where others are named ("nach einem Bericht der Allgemeinen").
    """
    for span in one.source:
        whole = _with_noun(article, span)
        rest = tuple(each for each in one.source if each != span)
        if whole == span:
            continue
        if not any(whole.overlaps(cue) for cue in one.cue):
            others = tuple(each for each in rest if not whole.overlaps(each))
            one = _named(article, one, _with(one, whole, others), whole)
        elif rest:
            one = replace(one, source=rest)
    return one


def _with(one: Attribution, whole: Span, others: tuple[Span, ...]) -> Attribution:
    """With a whole name: the relay's where the tagger took its noun for one and others are named, else the source's."""
    relays = tuple(relay for relay in one.relays if not whole.overlaps(relay))
    if others and len(relays) < len(one.relays):
        return replace(one, source=others, relays=tuple(sorted((*relays, whole), key=_order)))
    return replace(one, source=tuple(sorted((*others, whole), key=_order)), relays=relays)


def _in_marks(article: Article, one: Attribution) -> Attribution:
    """With relays whole that the tagger cut off inside their quotation marks: "Lemsetaler" of „Lemsetaler Anzeiger“."""
    for index, span in enumerate(one.relays):
        text = article.blocks[span.block].text
        rest = _TO_MARK.match(text, span.end) if text[span.start - 1 : span.start] in _OPENING else None
        if rest:
            whole = article.span(span.block, span.start, rest.end())
            relays = (*one.relays[:index], whole, *one.relays[index + 1 :])
            one = _named(article, one, replace(one, relays=relays), whole)
    return one


def _joined(article: Article, one: Attribution) -> Attribution:
    """With the name of an outlet whole where the tagger took its beginning for the source and its end for a relay: "die
    Nachrichtenagentur" and "dpa" are the source, of "Faber der" and "dpa" Faber is."""
    for span in one.source:
        for relay in one.relays:
            start = _outlet_from(span, relay)
            if start is not None:
                whole = article.span(span.block, start, _end_of_name(one, relay))
                others = tuple(each for each in one.source if each != span and not whole.overlaps(each))
                relays = tuple(each for each in one.relays if not whole.overlaps(each))
                if start > span.start:
                    others, relays = (article.span(span.block, span.start, start - 1), *others), (*relays, whole)
                else:
                    others = (whole, *others)
                return replace(one, source=tuple(sorted(others, key=_order)), relays=tuple(sorted(relays, key=_order)))
    return one


def _outlet_from(span: Span, relay: Span) -> int | None:
    """Where in a source an outlet's name begins that goes on in the relay right behind it; None where none does."""
    if relay.block != span.block or relay.start != span.end + 1 or not _is_name(relay.text):
        return None
    told = _TO_OUTLET.search(span.text)
    if told:
        kinds = told["to"].split()[1:]
        fits = all(names_outlet(word) or word.endswith("en") for word in kinds)
        return span.start + told.start("to") if fits else None
    known = names_outlet(span.text.split()[-1]) or find_outlet(f"{_DETERMINER.sub('', span.text)} {relay.text}")
    return span.start if known else None


def _end_of_name(one: Attribution, relay: Span) -> int:
    """The end of a relay, with what of the source stands right behind it."""
    end = relay.end
    for each in sorted(one.source, key=_order):
        end = each.end if each.block == relay.block and each.start == end + 1 else end
    return end


def _is_name(text: str) -> bool:
    return text[0].isupper() or find_outlet(text) is not None


def _named(article: Article, before: Attribution, one: Attribution, name: Span) -> Attribution:
    """The attribution without a name in its content that belongs to somebody; as before where nothing were left."""
    content = tuple(cut for piece in one.content for cut in _behind(article, piece, name))
    return replace(one, content=content) if content else before


def _order(span: Span) -> tuple[int, int]:
    return span.block, span.start


def _with_noun(article: Article, span: Span) -> Span:
    """An article alone, with the noun phrase behind it; anything else as it is, and "der" of a relative clause."""
    text, word = article.blocks[span.block].text, span.text.lower()
    if word not in _DETERMINERS or (word in _RELATIVE and text[: span.start].endswith(", ")):
        return span
    match = _PHRASE.match(text, span.end)
    if match is None or not _DETERMINERS.isdisjoint(match["adjectives"].split()):
        return span
    noun = match["noun"]
    if not (noun[0].isupper() or find_outlet(noun) or find_role(noun)):  # "Der hat am Montag"
        return span
    return article.span(span.block, span.start, match.end())


def _behind(article: Article, piece: Span, whole: Span) -> tuple[Span, ...]:
    """What is left of a piece of content where a source reaches into its beginning."""
    if piece.block != whole.block or not whole.start < piece.start < whole.end:
        return (piece,)
    left = _GAP.sub("", article.blocks[piece.block].text[whole.end : piece.end])
    return (article.span(piece.block, piece.end - len(left), piece.end),) if left else ()
