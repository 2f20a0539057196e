"""What an article tells of a source that it does not name: how many, what they are, where they belong, why unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from quellenlage.attribution.phrases import DEFINITE, INDEFINITE, Phrase, cut_phrase, joined
from quellenlage.gazetteer import find_role
from quellenlage.language.passage import Passage
from quellenlage.model.statement import Anonymity
from quellenlage.model.text import Article, Language, Span

_NUMBERS = {
    **dict.fromkeys("ein eine einer einem einen eines one a an".split(), 1),
    **dict.fromkeys("zwei two beide beiden both".split(), 2),
    **dict.fromkeys("drei three".split(), 3),
    **dict.fromkeys("vier four".split(), 4),
    **dict.fromkeys("fünf five".split(), 5),
    **dict.fromkeys("sechs six".split(), 6),
    **dict.fromkeys("sieben seven".split(), 7),
    **dict.fromkeys("acht eight".split(), 8),
    **dict.fromkeys("neun nine".split(), 9),
    **dict.fromkeys("zehn ten".split(), 10),
    **dict.fromkeys("elf eleven".split(), 11),
    **dict.fromkeys("zwölf twelve".split(), 12),
}
_OPENING = frozenset({*DEFINITE, *INDEFINITE, *_NUMBERS, "mit", "nahe", "dem"})
_QUANTITIES = frozenset("number handful couple group dozen half reihe gruppe handvoll paar dutzend anzahl".split())
"""Nouns that count vaguely: "a number of officials", "ein paar Beamte"."""
_SAYS_NOTHING = frozenset(
    "quelle quellen kreis kreise kreisen person personen people source sources someone jemand angaben "
    "angabe aussagen aussage".split()
)
"""Heads that only say that somebody spoke."""
_PRONOUNS = frozenset("er sie es ihm ihr ihn ihnen he she they him them it wer who dieser diese".split())
_PLACE_OPENS = {
    Language.GERMAN: frozenset("in im bei beim aus am des der eines einer innerhalb von vom".split()),
    Language.ENGLISH: frozenset("in at from within inside of for".split()),
}
_PLACE_ENDS = frozenset("who which that familiar close speaking with on about mit für über nach seit zu".split())

_ALLOWED = r"(?:befugt|berechtigt|autorisiert|ermächtigt)"
_GERMAN_REASONS = (
    r"unter (?:der|dem) (?:Bedingung|Maßgabe|Voraussetzung|Schutz|Mantel|Siegel)(?: der| von)? "
    r"(?:Anonymität|Verschwiegenheit)",
    r"unter (?:der )?(?:Zusicherung|Zusage) (?:von |der )?Anonymität",
    r"unter der (?:Bedingung|Voraussetzung), [^,.;]{0,60}?(?:anonym|genannt|Namen)[^,.;]{0,40}",
    # "die anonym bleiben wollen", "weil sie nicht befugt sind, öffentlich zu sprechen"
    r"(?:die|der|das|welche[rs]?|weil|da)\s(?:[^,.;()]{0,60}\s)?(?:anonym bl|ungenannt bl|namentlich nicht gen|"
    r"nicht (?:mit Namen |beim Namen |namentlich )?gen|nicht namentlich|(?:ihre|seine)n? Namen nicht|"
    rf"nicht (?:dazu )?{_ALLOWED})[^,.;()]{{0,80}}(?:, [^,.;()]{{0,60}}\szu\s\w+)?",
    rf"(?:ist|sind|war|waren) nicht (?:dazu )?{_ALLOWED}(?:, [^,.;()]{{0,60}}\szu\s\w+)?",
    r"(?:die|der)\s(?:[^,.;()]{0,30}\s)?(?:bat|baten|gebeten hatten?)[^,.;()]{0,20}, "
    r"(?:[^,.;()]{0,40}\s)?(?:anonym|genannt|ungenannt)\s[^,.;()]{0,20}",
    r"(?:will|wollen|wollte|wollten|möchte|möchten)\s(?:[^,.;()]{0,40}\s)?"
    r"(?:anonym bleiben|ungenannt bleiben|(?:nicht|namentlich nicht|nicht namentlich) genannt werden)",
)
_BECAUSE = (
    r"(?: (?:because|for fear|out of fear|citing|given|to (?:discuss|describe|speak|talk|share))\b[^,.;()]{0,120}?)?"
)
_ENGLISH_REASONS = (
    r"(?:who )?(?:(?:have|has|had|all|both|only) )?(?:(?:sp(?:eak|ok)|talk)\w* )?"
    rf"on (?:the )?condition (?:of anonymity|(?:that )?[^,.;()]{{0,30}}(?:named|identified)){_BECAUSE}",
    r"(?:who )?(?:ask\w*|request\w*|wish\w*|want\w*|prefer\w*|declin\w*|refus\w*|did(?: not|n['’]t) want)"
    rf" (?:not )?to (?:be (?:named|identified)|remain anonymous|give (?:his|her|their) names?){_BECAUSE}",
    rf"(?:who )?(?:request\w*|ask\w* for|(?:was|were) granted) anonymity{_BECAUSE}",
    r"(?:(?:who|because (?:he|she|they)) )?(?:(?:is|are|was|were|has|have|had)(?: not|n['’]t)|not)(?: been)? "
    r"(?:authori[sz]ed|permitted|allowed) to (?:speak|talk|comment|discuss)\b[^,.;()]{0,80}?",
    rf"(?:who )?(?:speaking|spoke|talked) anonymously{_BECAUSE}",
)
_ENDS_BEFORE = r"(?=[,.;()]|\s(?:said|says|told|tells|added|wrote)\b|$)"
_REASON = {
    Language.GERMAN: re.compile(rf"(?<!\w)(?:{'|'.join(_GERMAN_REASONS)})", re.IGNORECASE),
    Language.ENGLISH: re.compile(rf"(?<!\w)(?:{'|'.join(_ENGLISH_REASONS)}){_ENDS_BEFORE}", re.IGNORECASE),
}


def anonymity_of(name: str, mentions: Sequence[Span], article: Article) -> Anonymity:
    """What `article` tells of the unnamed source `name`, by its name and mentions. What it does not tell is None."""
    phrases = [_counted_out(text, article.language) for text in (name, *(span.text for span in mentions))]
    return Anonymity(
        next((number for number in map(_count, phrases) if number is not None), None),
        next((head for head in map(_position, phrases) if head is not None), None),
        next((place for phrase in phrases if (place := _place(phrase, article.language))), None),
        _reason(mentions, article),
    )


def _counted_out(text: str, language: Language) -> Phrase:
    """The phrase, or what a vague quantity in it counts: "officials" for "a number of officials"."""
    first, _, rest = text.partition(" ")
    if first.lower() in _OPENING:  # a capital that only begins the sentence
        text = f"{first.lower()} {rest}"
    phrase = cut_phrase(text, language)
    if phrase.head.lower() in _QUANTITIES and (phrase.tail or phrase.name):
        return cut_phrase(
            joined([*phrase.name, *(word for word in phrase.tail if word not in ("of", "von"))]), language
        )
    return phrase


def _count(phrase: Phrase) -> int | None:
    """The number given; "several" and "a few" give none."""
    words = [phrase.determiner, *phrase.modifiers[:1]]
    if any(word.lower() in {"paar", "few", *_QUANTITIES} for word in phrase.modifiers):
        return None
    digits = next((int(word) for word in words if re.fullmatch(r"[1-9]\d?", word)), None)
    return digits or next((_NUMBERS[word.lower()] for word in reversed(words) if word.lower() in _NUMBERS), None)


def _position(phrase: Phrase) -> str | None:
    """The head noun, where it says more than that there is a source."""
    head = phrase.head
    if head.lower() in _SAYS_NOTHING | _PRONOUNS or not re.fullmatch(r"[^\W\d_][\w.*:’'-]*", head):
        return None
    return head if find_role(head) is not None or head[:1].isupper() or phrase.determiner else None


def _place(phrase: Phrase, language: Language) -> str | None:
    """The part of what hangs on the head that names a place, a body or a circle: "in der Regierung"."""
    tail = phrase.tail
    for start, word in enumerate(tail):
        if word in _PLACE_OPENS[language] and len(tail) > start + 1:
            return joined((word, *takewhile(lambda one: one not in _PLACE_ENDS, tail[start + 1 :]))) or None
    return None


def _reason(mentions: Sequence[Span], article: Article) -> Span | None:
    """The words, in a sentence that mentions the source, that say why it is not named."""
    for mention in mentions:
        passage = Passage.of(article.blocks[mention.block].text)
        for sentence in passage.sentences:
            start, end = passage.words[sentence.start][0], passage.words[sentence[-1]][1]
            if start <= mention.start < end:
                regions = ((mention.end, end), (mention.start, mention.end), (start, mention.start))
                for region in regions:
                    found = _REASON[article.language].search(passage.text, *region)
                    if found is not None:
                        return _trimmed(article, mention.block, *found.span())
    return None


def _trimmed(article: Article, block: int, start: int, end: int) -> Span:
    text = article.blocks[block].text[start:end]
    return article.span(block, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
