"""What a search asks for, where it is found, and how well. The definition for every store; SQL only finds faster.

Each word must stand somewhere in the article, also as a part of another word and in another inflection: it is looked
for by its Snowball stem (Porter 1980, 2001). Words in quotation marks must stand side by side as they are. A word of
one or two letters is looked for as a whole word. A number is found as it is written here and there: 4000, 4.000,
4,000, 4 000.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

import snowballstemmer

from quellenlage.errors import QueryError
from quellenlage.ledger.entries import ArticleRow, FoundEntry
from quellenlage.ledger.query import content_words
from quellenlage.ledger.spelling import grouped, has_umlauts, searchable, searchable_with_places, spellings, ungrouped
from quellenlage.model.statement import Reading
from quellenlage.model.text import Article, Block, BlockKind, Language, Span

_PIECES = re.compile(r"[\"“”„»«]([^\"“”„»«]*)[\"“”„»«]|(\S+?)(?=[\"“”„»«\s]|$)")
_NO_LETTERS = re.compile(r"[\W_]+")
_PART_OF_A_WORD = 3  # letters; what is shorter stands in too many words
_SHORTEST_STEM = 4
_STEMMERS = {Language.GERMAN: "german", Language.ENGLISH: "english"}


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a search. One of `forms` must be in the searchable text; `typed` are these in full, for
    marking what goes on like the word that was typed."""

    forms: tuple[str, ...]
    typed: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Whether it stands in a searchable text."""
        return any(form in text for form in self.forms)


@dataclass(frozen=True, slots=True)
class Texts:
    """The searchable texts of an article: its headline, the contents of its statements, its other blocks."""

    headline: str
    stated: str
    body: str


def parse(text: str, language: Language | None) -> tuple[Term, ...]:
    """The terms of a search, stemmed in the language, or in all. Raises QueryError where it has no letter or digit."""
    strict = has_umlauts(text)
    terms = tuple(
        term
        for match in _PIECES.finditer(ungrouped(text))
        if (term := _phrase(match[1]) if match[2] is None else _word(match[2], language, strict))
    )
    if not terms:
        raise QueryError(f"{text!r} has no word to search for; give one, or several, or a phrase in quotation marks")
    return terms


def texts(reading: Reading) -> Texts:
    """What of a reading is searched in: everything but furniture."""
    article = reading.article
    headlines = {block.text: None for block in article.blocks if block.kind is BlockKind.HEADLINE}
    if article.headline:
        headlines[article.headline] = None
    body = (block.text for block in _searched(article) if block.kind is not BlockKind.HEADLINE)
    return Texts(_joined(headlines), _joined(map(content_words, reading.statements)), _joined(body))


def rank(terms: Iterable[Term], found: Texts) -> int | None:
    """0 where all terms stand in the headline, 1 where all stand in what somebody says, 2 elsewhere; None: not all."""
    asked = tuple(terms)
    for number, text in enumerate((found.headline, found.stated)):
        if all(term.is_in(text) for term in asked):
            return number
    whole = "\n".join((found.headline, found.stated, found.body))
    return 2 if all(term.is_in(whole) for term in asked) else None


def found(row: ArticleRow, article: Article, terms: Iterable[Term]) -> FoundEntry:
    """The entry of an article in which the terms stand."""
    there = places(terms, article)
    holding = {span.block for span in there}
    return FoundEntry(row, there, tuple(block for block in article.blocks if block.index in holding))


def places(terms: Iterable[Term], article: Article) -> tuple[Span, ...]:
    """Where the terms stand, in order; what overlaps is one place."""
    asked = tuple(terms)
    return tuple(
        article.span(block.index, start, end)
        for block in _searched(article)
        if any(term.is_in(searchable(block.text)) for term in asked)  # quick; finding places goes letter by letter
        for start, end in _merged(_ranges(asked, block.text))
    )


def _searched(article: Article) -> Iterator[Block]:
    return (block for block in article.blocks if block.kind is not BlockKind.FURNITURE)


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(map(searchable, parts))  # no term holds a line's end, so none goes over from part to part


def _phrase(text: str) -> Term | None:
    words = searchable(text)
    forms = tuple(dict.fromkeys((words, grouped(words))))
    return Term(forms, forms) if words.strip() else None


def _word(text: str, language: Language | None, strict: bool) -> Term | None:
    word = searchable(text)
    *before, last = word.split() or [""]
    if not last:
        return None
    if before:  # "EU-Gipfel": as it is, from a word's beginning to the last part's stem
        return Term((f" {' '.join((*before, _stem(last, last, language)))}",), (word.rstrip(),))
    if last.isdecimal() and (apart := grouped(word)) != word:
        return Term((last, apart), (last, apart))
    if len(last) < _PART_OF_A_WORD:
        forms = (word,) if strict else tuple(f" {each} " for each in spellings(last))
        return Term(forms, forms)
    spelled = (lambda each: (each,)) if strict else spellings
    return Term(spelled(_stem(last, text, language)), spelled(last))


def _stem(word: str, written: str, language: Language | None) -> str:
    """The beginning of the searchable word that its stem covers: the shortest, where the language is not known."""
    asked = _STEMMERS if language is None else (language,)
    letters = _NO_LETTERS.sub("", unicodedata.normalize("NFC", written)).casefold()
    ends = [_covered(word, _stemmed(letters, each)) for each in asked]
    return word[: max(min(ends), min(_SHORTEST_STEM, len(word)))]


def _covered(word: str, stem: str) -> int:
    """How much of the word its stem is. Stemmers write umlauts as vowels, and may write an ending anew."""
    known = _without_umlauts(searchable(stem).strip())
    beginnings = [_without_umlauts(word[:end]) for end in range(len(word) + 1)]
    if known in beginnings:
        return beginnings.index(known)
    return max(end for end, beginning in enumerate(beginnings) if known.startswith(beginning))


def _without_umlauts(word: str) -> str:
    return re.sub("([aou])e", r"\1", word)


def _stemmed(word: str, language: Language) -> str:
    stem: str = _stemmer(language).stemWord(word)
    return stem.removesuffix("i") if language is Language.ENGLISH else stem  # "casualti" for -ty and -ties


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


def _ranges(terms: Iterable[Term], text: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of the text's code points at which the terms stand."""
    folded, origins = searchable_with_places(text)
    for term in terms:
        for form in term.forms:
            start = folded.find(form)
            while start >= 0:
                end = max(start + len(form), *(start + _shared(typed, folded[start:]) for typed in term.typed), 0)
                first, last = start + (form[0] == " "), end - 1 - (folded[end - 1] == " ")
                yield origins[first], _end_of(text, origins[last])
                start = folded.find(form, start + 1)


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _end_of(text: str, last: int) -> int:
    """The end of what a reader sees as the character at `last`: with the marks on it."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _merged(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current
