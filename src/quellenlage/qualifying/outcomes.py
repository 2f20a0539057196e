"""What became of a commitment, where the text itself says so close by: "Das Versprechen wurde nicht gehalten"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.gazetteer.table import builtin_table, rows, values
from quellenlage.language.passage import sentence_ranges
from quellenlage.model.statement import Attribution
from quellenlage.model.text import Article, Language, Span
from quellenlage.model.time import Fulfilment
from quellenlage.qualifying.wording import Range, blanked

_SENTENCES_AFTER = 2
_KINDS = ("promise", "deadline", "aim")
_POINTING = {  # what a noun must stand behind to mean what was said before
    Language.GERMAN: r"(?:dies(?:e[rsmn]?)?|de[rmsn]|das|die|sein(?:e[rmn]?)?|ihr(?:e[rmn]?)?|jene[rsmn]?)",
    Language.ENGLISH: r"(?:this|that|the|these|those|his|her|its|their)",
}
_DEMONSTRATIVE = {
    Language.GERMAN: r"(?:diese[rsmn]?|dies)",
    Language.ENGLISH: r"(?:this|that|these|those)",
}
_GIVEN = {  # nouns that say by themselves that somebody committed
    Language.GERMAN: r"(?:Wahlv|V)ersprechens?|Zusagen?|Zusicherung(?:en)?|Ankündigung(?:en)?|Drohung(?:en)?|Gelöbnis",
    Language.ENGLISH: r"promises?|pledges?|vows?|commitments?|threats?",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a commitment was kept, and the words that say so."""

    fulfilment: Fulfilment
    words: Span


def outcome_of(article: Article, attribution: Attribution) -> Outcome | None:
    """What the text says became of the commitment, in its own sentence or the two that follow in the block.

    A sentence counts where it names the commitment again by a noun that points back, with a verb of keeping or
    breaking, in the past; or where it says that nothing came of it. None where none does, or they contradict.
    """
    if not attribution.content:
        return None
    block = attribution.content[-1].block
    text = _without_content(article, attribution, block)
    found = [
        outcome
        for start, end in _around(text, attribution.content[-1].end)
        if (outcome := _told(article, block, text[start:end], start))
    ]
    return found[0] if len({outcome.fulfilment for outcome in found}) == 1 else None


def promise_after(article: Article, attribution: Attribution) -> Span | None:
    """The noun by which the next sentence calls the content a promise ("Dieses Versprechen …"), where the content is
    the last thing said before it; else None."""
    if not attribution.content:
        return None
    last, language = attribution.content[-1], article.language
    text = article.blocks[last.block].text
    following = [span for span in sentence_ranges(text) if span[0] >= last.end]
    if not following or text[last.end : following[0][0]].strip(" .!\"'“”«»„‘’\u00a0"):
        return None
    pattern = re.compile(rf"(?<!\w)(?i:{_DEMONSTRATIVE[language]})\s(?P<noun>{_GIVEN[language]})(?!\w)")
    match = pattern.search(text, *following[0])
    return article.span(last.block, *match.span("noun")) if match else None


def _without_content(article: Article, attribution: Attribution, block: int) -> str:
    return blanked(
        article.blocks[block].text, [(span.start, span.end) for span in attribution.content if span.block == block]
    )


def _around(text: str, position: int) -> tuple[Range, ...]:
    """The sentence that ends at or after a position and those that follow it."""
    return tuple(span for span in sentence_ranges(text) if span[1] >= position)[: 1 + _SENTENCES_AFTER]


def _told(article: Article, block: int, sentence: str, start: int) -> Outcome | None:
    """What one sentence, that starts at a code point of the block, tells."""
    language = article.language
    if sentence.rstrip("\"'“”«» ").endswith("?"):
        return None
    nothing = _pattern(language, "nothing").search(sentence)
    if nothing:
        return Outcome(Fulfilment.BROKEN, article.span(block, start + nothing.start(), start + nothing.end()))
    if _pattern(language, "open").search(sentence):
        return None
    told = [outcome for kind in _KINDS if (outcome := _told_of(article, block, sentence, start, kind))]
    return told[0] if len(told) == 1 else None


def _told_of(article: Article, block: int, sentence: str, start: int, kind: str) -> Outcome | None:
    """What became of a promise, deadline or aim that the sentence points back to."""
    language = article.language
    noun = _noun(language, kind).search(sentence)
    broken, kept = (_pattern(language, role, kind).search(sentence) for role in ("broken", "kept"))
    verb = broken or kept
    if noun is None or verb is None:
        return None
    negation = _pattern(language, "negation").search(sentence)
    if broken and negation:
        return None
    fulfilment = Fulfilment.BROKEN if broken or negation else Fulfilment.KEPT
    places = [match.span() for match in (noun, verb, negation) if match]
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    return Outcome(fulfilment, article.span(block, start + first, start + last))


@lru_cache(maxsize=8)
def _noun(language: Language, kind: str) -> re.Pattern[str]:
    """A noun behind a word that points back, an adjective between them or not."""
    return re.compile(rf"(?<!\w)(?i:{_POINTING[language]})\s(?:\w+\s)?(?:{_forms(language, 'noun', kind)})(?!\w)")


@lru_cache(maxsize=32)
def _pattern(language: Language, role: str, kind: str = "") -> re.Pattern[str]:
    flags = "(?i)" if role == "nothing" else ""
    return re.compile(rf"{flags}(?<!\w)(?:{_forms(language, role, kind)})(?!\w)")


def _forms(language: Language, role: str, kind: str) -> str:
    forms = [
        form
        for row in rows(builtin_table("outcomes.tsv", __package__))
        if (row["language"], row["role"], row["of"]) == (language.value, role, kind)
        for form in values(row["words"])
    ]
    parts = (
        re.escape(form).replace(r"\*", r"\w*").replace("'", "['’]") for form in sorted(forms, key=len, reverse=True)
    )
    return "|".join(part.replace(r"\ …\ ", r"\s(?:[^.;:]*\s)?").replace(r"\ ", r"\s") for part in parts)
