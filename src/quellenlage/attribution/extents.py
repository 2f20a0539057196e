"""Contents that run on into the main clause, cut where their own clause ends; and contents without their own verb.

"Die Einschätzung des Amts, dass der Deich hält, stehe im Einklang mit …" says of the office only that the dyke holds.
In "Holm solle sich erklären" the mood carries the report on: "solle" is the content's verb and no cue, as "soll" is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quellenlage.language.passage import sentence_at
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article

_NOUN_OPENS = re.compile(r"(?:Der|Die|Das|Diese[rs]?|Seine|Ihre) (?:[a-zäöüß]+ ){0,2}$")
_CLAUSE = re.compile(r"dass |ob |wonach ")
_MAIN_VERB = re.compile(
    r", (?=(?:ist|sind|sei|seien|war|waren|hat|haben|habe|hatte|wird|werde|wurde|steht|stehe|stand|gilt|gelte|bleibt"
    r"|bleibe|deckt|decke|geht|gehe|passt|passe|beruht|beruhe|widerspricht|widerspreche|sorgt|sorge|stößt|stoße|stieß)\b)"
)
"""Where the main clause goes on behind its subject; a comma stands before its verb."""


def within_clause(article: Article, one: Attribution) -> Attribution:
    """The attribution without the main clause in its content, and what follows it, where the noun of its cue is that
    clause's subject (German: the comma before the verb tells)."""
    content = one.content[0]
    if len(one.cue) != 1 or not one.cue[0].text[:1].isupper():
        return one
    cue, text = one.cue[0], article.blocks[content.block].text
    begin, _ = sentence_at(text, cue.start)
    opens = cue.block == content.block and _NOUN_OPENS.fullmatch(text, begin, cue.start) is not None
    if not opens or not _CLAUSE.match(text, content.start):
        return one
    verb = _MAIN_VERB.search(text, content.start, content.end)
    if verb is None:
        return one
    return replace(one, content=(article.span(content.block, content.start, verb.start()),))


def with_mood(article: Article, one: Attribution) -> Attribution:
    """The attribution without a cue where that is the first subjunctive of "sollen" alone, which is the content's."""
    if one.source or [span.text for span in one.cue] != ["solle"]:
        return one
    cue, first, last = one.cue[0], one.content[0], one.content[-1]
    if not first.block == cue.block == last.block:
        return one
    start, end = min(first.start, cue.start), max(last.end, cue.end)
    return replace(one, cue=(), content=(article.span(cue.block, start, end),))
