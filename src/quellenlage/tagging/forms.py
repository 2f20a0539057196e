"""Statements by their form alone, where the network finds nothing: assumptions in the impersonal passive ("für Februar
wird von 40 Fällen ausgegangen") and what somebody resolves or consents to ("hatten sich vorgenommen, zu bauen").

Nobody speaks there, or nobody is seen to speak; the verb comes last, and the content has no sign of its own. Only
sentences in which the network found nothing are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Attribution, Kind
from quellenlage.model.text import Article, BlockKind, Span

_CONFIDENCE = 0.9
"""Of such sentences in the training texts of the house scheme and its layers all are annotated."""
_BODIES = frozenset({BlockKind.PARAGRAPH, BlockKind.SUMMARY})
_SOMEBODY = ("Von ", "Vom ", "Durch ")
"""How a passive begins that says who assumes."""
_LONGEST = 600
"""Code points of the longest sentence that is looked at."""
_BELIEF = re.compile(
    r"\b(?:wird|werde|wurde)\b(?: (?!(?:von|vom|durch|nicht|kaum|nie)\b)[\w-]+){0,4}? "
    r"(?P<cue>davon ausgegangen|vermutet|befürchtet|gemutmaßt|spekuliert), (?P<what>dass [^„“\"]+?)[.!]?$"
    r"|\b[Ii]t (?:is|was|has been) (?:(?!not )\w+ly )?"
    r"(?P<believed>believed|thought|assumed|feared|understood|estimated|alleged) (?P<that>that [^,„“\"]+?)[.!]?$"
)
_COUNTED = re.compile(
    r"^(?:Es|(?P<head>[^,]*?)) ?\b(?:wird|werde|wurde) (?P<what>(?:(?!nicht\b)[\w-]+ ){0,3}?von [^,]*?\d[^,]*?) "
    r"(?P<cue>ausgegangen)[.!]?$"
    r"|^(?P<whole>[^,]+?) (?:wird|werden|wurden?) (?P<amount>(?:(?!nicht\b)[\w-]+ ){0,2}?auf (?!Platz\b|Rang\b)"
    r"(?:[a-zäöüß]+ ){0,3}\d[\d.,]*(?: bis \d[\d.,]*)? (?:[\w-]+ ?){1,3}) (?P<estimate>geschätzt|beziffert)[.!]?$"
)
_PREPOSITIONS = "Zu|Am|An|Im|In|Bei|Nach|Vor|Seit|Auf|Mit|Für|Unter|Dazu|Dabei|Bislang|Deshalb|Daher|Niemand|Keine[rs]?"
_WHO = (
    r"(?:[Dd](?:er|ie|as) |[Ee]ine? )?(?:[a-zäöüß]+e[nr]? )?"
    rf"(?!(?:{_PREPOSITIONS})\b)[A-ZÄÖÜ][\w-]*(?:(?: und)?(?: seine| ihre| die)? [A-ZÄÖÜ][\w-]*)*|[Ee]r|[Ss]ie"
)
_RESOLVED = re.compile(
    rf"(?:^(?P<first>{_WHO}) )?\b(?:hat|haben|hatten?) (?P<reflexive>sich)(?: (?P<later>{_WHO}))?"
    r"(?: (?!(?:nicht|niemand|keine?r?|nie|kaum)\b)[^ ,;:„“\"]+){0,8}?"
    r"(?: (?P<to>zu (?:[a-zäöüß]+ ){0,2}[A-ZÄÖÜ][\w-]+))? (?P<cue>vorgenommen|bereit erklärt)"
    r"(?:, (?P<what>[^–]{0,200}? (?:zu [a-zäöüß]+|[a-zäöüß]{1,20}zu[a-zäöüß]{1,20}en)"
    r"(?: und [^–,]{0,120}? zu [a-zäöüß]+)?))?"
    r"(?=[.!, –]|$)"
)


def find_by_form(article: Article, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions in the sentences of paragraphs that `found` does not touch, in text order."""
    touched = [span for one in found for span in (*one.content, *one.cue, *one.source)]
    for block in article.blocks:
        if block.kind not in _BODIES:
            continue
        for start, end in sentence_ranges(block.text):
            sentence = article.span(block.index, start, end)
            if end - start <= _LONGEST and not any(sentence.overlaps(span) for span in touched):
                yield from _in_sentence(article, block.index, start, end)


def _in_sentence(article: Article, block: int, start: int, end: int) -> Iterator[Attribution]:
    sentence = article.blocks[block].text[start:end].rstrip()

    def spans(match: re.Match[str], *groups: str) -> tuple[Span, ...]:
        places = [match.span(group) for group in groups if match[group]]
        return tuple(article.span(block, start + low, start + high) for low, high in places)

    belief, counted, resolved = _BELIEF.search(sentence), _COUNTED.match(sentence), _RESOLVED.search(sentence)
    if sentence.startswith(_SOMEBODY):
        return
    if belief is not None:
        yield _attribution(Kind.INDIRECT, spans(belief, "what", "that"), spans(belief, "cue", "believed"))
    elif counted is not None:
        content = spans(counted, "head", "what", "whole", "amount")
        yield _attribution(Kind.REPORTED, content, spans(counted, "cue", "estimate"))
    elif resolved is not None and (resolved["first"] or resolved["later"]) and (resolved["to"] or resolved["what"]):
        content = spans(resolved, "to", "what")
        source = spans(resolved, "later", "first")[:1]
        yield _attribution(Kind.REPORTED, content, spans(resolved, "reflexive", "cue"), source)


def _attribution(
    kind: Kind, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...] = ()
) -> Attribution:
    return Attribution(kind=kind, content=content, cue=cue, source=source, confidence=_CONFIDENCE)
