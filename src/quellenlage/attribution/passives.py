"""Sources of sentences in which the speaker is not the subject, put right by the words around cue and source.

"Der Offizier wurde von den Senatoren gefragt" is the senators' question, "in Regierungskreisen wird gewarnt" the
circles' warning, "dass Moskau Holm gebeten habe" the government's request, and "an deren Zuverlässigkeit sie zweifeln
soll" is hearsay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.gazetteer import find_metonym, find_outlet, find_role, find_state
from quellenlage.gazetteer.institutions import find_institution
from quellenlage.language.passage import sentence_at
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Span

_ASKED = re.compile(
    r"(?:an)?gefragt|gebeten|aufgefordert|befragt|ersucht|gedrängt|ermahnt|asked|urged|told|pressed|warned|requested"
)
"""Participles of verbs whose object is the one spoken to."""
_PASSIVE = re.compile(
    r" (?:wurden?|wird|werden|worden|was|were|is|are|been)\b"
    r"(?: (?!(?:von|durch|by|to|and|but|who|und|aber|oder)\b)[\w-]+){0,6}?"
    r"(?: (?:von|durch|by) (?P<by>[^,;:„“\"]{3,60}?))?"
    r"(?: (?:im|am|in|auf|nach|bei|vor|on|at) [^,;:„“\"]{2,40}?)?"
    r"(?: (?:dazu|danach|darum|dabei|again|repeatedly|explicitly))? "
)
"""What stands between the subject of a passive and its participle."""
_BY_BEHIND = re.compile(
    r" by (?!(?:e?mail|phone|letter|text)\b)"
    r"(?P<by>(?:(?:the|a|an|his|her|their) )?(?:[a-z]+ ){0,2}[\w'’-]+(?: [A-Z][\w'’-]+)*)"
    r"(?=,? (?:whether|if|what|why|how|that|to|about|for|not)\b)"
)
_CIRCLES = re.compile(
    r"\b(?:[Ii]n|[Aa]us|[Uu]nter) (?P<who>(?:[a-zäöüß]+n )?"
    r"(?!\w*(?:[Ll]and|[Ww]ahl|[Ss]tadt|[Ss]trom|[Bb]lut)kreis)[A-ZÄÖÜ]?[\w-]*[Kk]reisen?"
    r"(?: (?:der|des|von) [A-ZÄÖÜ][\w-]+)?)(?= (?:heißt|hieß|wird|werde|wurde|ist|war)\b)"
)
_HEARSAY = re.compile(r" (?P<cue>soll|sollen)(?=[,.;]|$)")
_STATE = re.compile(
    r"(?:\w* )?(?:haben|sein|worden|zweifeln|wissen|glauben|fürchten|hoffen|erwägen|planen|liegen|leben)"
)
"""Infinitives that tell how things are; others with "soll" are mostly orders and plans ("vorschlagen soll")."""


_LAST_VERB = re.compile(r" (?:hat|habe|haben|hatten?|hätten?)\b")
"""What ends a German clause whose subject and object stand side by side."""


def turned(article: Article, one: Attribution) -> Attribution:
    """The attribution with the source that its sentence really has."""
    if not one.cue:
        return one
    if not one.source:
        return replace(one, source=_circles(article, one))
    return _hearsay(article, _asking(article, _asked(article, one)))


def _asked(article: Article, one: Attribution) -> Attribution:
    """With whoever asks instead of the one who is asked; with nobody where the sentence does not say who."""
    source, cue = one.source[-1], _participle(one)
    if cue is None or source.block != cue.block or source.end >= cue.start:
        return one
    text = article.blocks[source.block].text
    if text[: source.start].lower().endswith(("von ", "durch ", "by ")):
        return one
    passive = _PASSIVE.fullmatch(text, source.end, cue.start)
    if passive is None or text.startswith((" haben", " hat"), cue.end):
        return one
    behind = _BY_BEHIND.match(text, cue.end)
    found = next((match for match in (passive, behind) if match is not None and match["by"]), None)
    return replace(one, source=(article.span(source.block, *found.span("by")),) if found else ())


def _participle(one: Attribution) -> Span | None:
    """The word of the cue that asks somebody something, where it has one."""
    return next((span for span in one.cue if _ASKED.fullmatch(span.text.split()[-1].lower())), None)


def _asking(article: Article, one: Attribution) -> Attribution:
    """With the first of two parties that stand side by side, who asks the second: "dass Moskau Holm gebeten habe"."""
    cue = _participle(one)
    if cue is None or len(one.source) != 1 or not _LAST_VERB.match(article.blocks[cue.block].text, cue.end):
        return one
    span = one.source[0]
    first, _, second = span.text.partition(" ")
    if find_metonym(first) is None and find_state(first) is None:
        return one
    whole = any(find(span.text) is not None for find in (find_outlet, find_institution, find_role))
    if whole or not second[:1].isupper():
        return one
    return replace(one, source=(article.span(span.block, span.start, span.start + len(first)),))


def _circles(article: Article, one: Attribution) -> tuple[Span, ...]:
    """The circles in which something is said: "in Regierungskreisen wird gewarnt"."""
    cue = one.cue[0]
    begin, _ = sentence_at(article.blocks[cue.block].text, cue.start)
    match = _CIRCLES.search(article.blocks[cue.block].text, begin, cue.start)
    if match is None:
        return ()
    found = article.span(cue.block, *match.span("who"))
    return () if any(found.overlaps(span) for span in one.content) else (found,)


def _hearsay(article: Article, one: Attribution) -> Attribution:
    """As hearsay where the clause ends in "soll" right behind its verb: whoever it is about says nothing."""
    if not one.source:
        return one
    cue, source = one.cue[-1], one.source[0]
    text = article.blocks[cue.block].text
    soll = _HEARSAY.match(text, cue.end)
    if soll is None or len(one.cue) > 1 or source.block != cue.block or source.start > cue.start:
        return one
    inside = article.span(cue.block, source.start, cue.end)
    if any(not inside.overlaps(span) for span in one.content) or not _STATE.fullmatch(cue.text):
        return one
    return replace(one, content=(inside,), cue=(article.span(cue.block, *soll.span("cue")),), source=())
