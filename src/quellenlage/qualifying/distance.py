"""How the reporter stands to what is reported, apart from how sure the speaker is of it.

The distance shows in the saying words ("behauptete", "räumte ein"), in words beside them ("zu Unrecht", "without
evidence"), in hearsay "soll" and "will … haben", in scare quotes, and in a Konjunktiv II where the Konjunktiv I would
have been distinct ("er hätte" for "er habe"). "Sie hätten" only replaces the indistinct "sie haben", as in the usage of
the news agencies, and shows nothing. What is said in quotation marks is the speaker's own and never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quellenlage.model.statement import Attribution, Distance, Kind, Mood, Stance
from quellenlage.model.text import Article, Language, Span
from quellenlage.qualifying.cues import Place, find_cues
from quellenlage.qualifying.mood import FiniteVerb, finite_verb
from quellenlage.qualifying.scare_quotes import scare_quotes
from quellenlage.qualifying.wording import blanked, own_words, quoted, sentence_around

_Mark = tuple[Distance, Span]

_NOT_SETTLED = re.compile(
    r"(?<!\w)(?:nicht|nie|niemals|kein\w*|weder|könnten?|not|never|no|neither|may|might|could)(?!\w)|n['’]t(?!\w)", re.I
)
"""Before an endorsing word, it settles nothing: "has not confirmed", "may have known"."""
_PARTICIPLE = r"\w{0,20}(?:ge|be|ver|er|ent|zer|miss|über|unter|ier)\w{0,20}(?:t|en)"
_PERFECT_INFINITIVE = re.compile(rf"(?<!\w){_PARTICIPLE}(?:\s+worden)?\s+(?:haben|sein)(?!\w)")
_PERFECT_CLAUSE = re.compile(rf"(?:{_PARTICIPLE}|worden|gewesen)(?:\s+(?:hätte|wäre|wären))?")
_PAST_INFINITIVE = re.compile(rf"(?<!\w)(?:{_PARTICIPLE}\s+haben|(?:{_PARTICIPLE}\s+worden|gewesen)\s+sein)(?!\w)")
"""Hearsay for sure: "soll … vertreten sein" may also be a plan."""
_HEARSAY = re.compile(r"(?<!\w)(?:soll|sollen)(?!\w)")
_CLAIM_OF_SELF = re.compile(r"will|wollen|wollte|wollten", re.I)
_CONDITION = re.compile(
    r"(?<!\w)(?:wenn|falls|sofern|sonst|ansonsten|andernfalls|dann|ohne|gern|gerne|lieber|besser|beinahe|fast|würden?|"
    r"könnten?|sollte|am liebsten|eigentlich|theoretisch|als ob)(?!\w)",
    re.I,
)
_WISH = re.compile(r"w[uü]nsch|hoff|fürcht|träum|möcht|bezweif", re.I)
_OTHER_USES = frozenset({"werden", "können", "müssen", "dürfen", "mögen", "sollen", "wollen", "lassen", "brauchen"})
"""Verbs whose Konjunktiv II is mostly a condition, a possibility, an advice or a wish."""


def stance_of(article: Article, attribution: Attribution) -> Stance:
    """Distance, the words that show it, and the mood of the content's verb. Pure.

    Where marks of both kinds meet, distancing outweighs endorsing; `marks` hold the words of the prevailing kind.
    """
    verb = _verb(article, attribution)
    marks = [
        *_in_cue(article, attribution),
        *_beside(article, attribution),
        *_in_content(article, attribution),
        *_in_mood(article, attribution, verb),
    ]
    mood = verb[0].mood if verb and attribution.kind is not Kind.REPORTED else None
    for distance in (Distance.DISTANCING, Distance.ENDORSING):
        spans = {span for kind, span in marks if kind is distance}
        if spans:
            return Stance(distance, tuple(sorted(spans, key=lambda s: (s.block, s.start, s.end))), mood)
    return Stance(mood=mood)


def _in_cue(article: Article, attribution: Attribution) -> Iterator[_Mark]:
    """Marks among the saying words, read as one phrase with its parts in order ("räumte … ein")."""
    phrase, parts = _joined((span.text, span) for span in attribution.cue)
    unsettled = bool(attribution.cue) and _is_unsettled(article, attribution.cue[0])
    for match in find_cues(phrase, article.language, Place.CUE):
        if match.distance is Distance.ENDORSING and (unsettled or _NOT_SETTLED.search(phrase, 0, match.end)):
            continue
        for offset, span in parts:
            if offset < match.end and match.start < offset + len(span.text):
                yield match.distance, span
    if article.language is Language.GERMAN and _PERFECT_INFINITIVE.search(_text(article, attribution)):
        for span in attribution.cue:
            if _CLAIM_OF_SELF.fullmatch(span.text) or span.text in ("sollte", "sollten"):
                yield Distance.DISTANCING, span


def _is_unsettled(article: Article, cue: Span) -> bool:
    """Whether one of the two words before a cue denies it or leaves it open ("hat nicht bestätigt")."""
    before = article.blocks[cue.block].text[: cue.start].split()[-2:]
    return _NOT_SETTLED.search(" ".join(before)) is not None


def _beside(article: Article, attribution: Attribution) -> Iterator[_Mark]:
    """Marks in the sentence of the cue, outside all contents and quotations."""
    if not attribution.cue:
        return
    cue = attribution.cue[0]
    start, end = sentence_around(article, cue)
    text = article.blocks[cue.block].text
    inside = [(span.start, span.end) for span in attribution.content if span.block == cue.block]
    for match in find_cues(blanked(text, (*inside, *quoted(text)))[start:end], article.language, Place.BESIDE):
        found = article.span(cue.block, start + match.start, start + match.end)
        between = text[min(found.end, cue.end) : max(found.start, cue.start)]
        if found.text.count(" ") or not re.search(r"[,;:]", between):  # a lone adverb belongs to the verb of its clause
            yield match.distance, found


def _in_content(article: Article, attribution: Attribution) -> Iterator[_Mark]:
    """Marks in the reporter's own words of the content, and scare quotes."""
    if attribution.kind is Kind.DIRECT:
        return
    for span in attribution.content:
        own = own_words(article, span)
        places = [(m.distance, m.start, m.end) for m in find_cues(own, article.language, Place.CONTENT)]
        if article.language is Language.GERMAN and _PAST_INFINITIVE.search(own):
            places += [(Distance.DISTANCING, *found.span()) for found in _HEARSAY.finditer(own)]
        for distance, start, end in places:
            yield distance, article.span(span.block, span.start + start, span.start + end)
    for span in scare_quotes(article, attribution):
        yield Distance.DISTANCING, span


def _in_mood(article: Article, attribution: Attribution, found: tuple[FiniteVerb, Span] | None) -> Iterator[_Mark]:
    """A Konjunktiv II that replaces a distinct Konjunktiv I, and that no condition or wish explains."""
    if found is None or attribution.kind not in (Kind.INDIRECT, Kind.MIXED):
        return
    verb, place = found
    if verb.mood is not Mood.KONJUNKTIV_2 or verb.verb in _OTHER_USES:
        return
    replaces_distinct = not verb.word.small.endswith("n") or verb.verb == "sein"
    wished = any(_WISH.search(span.text) for span in attribution.cue)
    if replaces_distinct and not wished and not _CONDITION.search(_text(article, attribution)) and _reports(verb):
        yield Distance.DISTANCING, place


def _reports(verb: FiniteVerb) -> bool:
    """Whether a Konjunktiv II reports, not supposes: in the perfect, after "dass", or of a person ("er wäre")."""
    words = verb.clause.words
    at = words.index(verb.word)
    beside = {word.small for word in words[max(0, at - 1) : at + 2]}
    ending = " ".join(word.small for word in words[-2:])
    return (
        words[0].small in ("dass", "daß")
        or _PERFECT_CLAUSE.fullmatch(words[-1].small) is not None
        or _PERFECT_CLAUSE.fullmatch(ending) is not None
        or bool(beside & {"er", "sie"})
    )


def _verb(article: Article, attribution: Attribution) -> tuple[FiniteVerb, Span] | None:
    """The content's finite verb with its place; in a partly quoted content the reporter's own verb first."""
    if article.language is not Language.GERMAN:
        return None
    readings = [[(span.text, span) for span in attribution.content]]
    if attribution.kind is Kind.MIXED:
        readings.insert(0, [(own_words(article, span), span) for span in attribution.content])
    for pieces in readings:
        text, parts = _joined(pieces)
        verb = finite_verb(text)
        if verb is not None:
            offset, span = max((part for part in parts if part[0] <= verb.word.start), key=lambda part: part[0])
            start = span.start + verb.word.start - offset
            return verb, article.span(span.block, start, start + len(verb.word.text))
    return None


def _joined(pieces: Iterable[tuple[str, Span]]) -> tuple[str, list[tuple[int, Span]]]:
    """Pieces as one text, and where in it each span begins."""
    text = ""
    parts: list[tuple[int, Span]] = []
    for piece, span in pieces:
        parts.append((len(text), span))
        text += piece + " "
    return text, parts


def _text(article: Article, attribution: Attribution) -> str:
    """The content as one text, in the reporter's own words where it is not all quoted."""
    if attribution.kind is Kind.DIRECT:
        return " ".join(span.text for span in attribution.content)
    return " ".join(own_words(article, span) for span in attribution.content)
