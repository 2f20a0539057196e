"""A text cut into words and sentences: what the tagger reads and what the training corpora are brought to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quellenlage.language.sentences import find_sentences
from quellenlage.language.words import Range, find_words


@dataclass(frozen=True, slots=True)
class Passage:
    """Text with its words (ranges of code points) and sentences (ranges of word indices).

    A line break in the text separates paragraphs; `opening` holds the indices of sentences that open one.
    """

    text: str
    words: tuple[Range, ...]
    sentences: tuple[range, ...]
    opening: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Passage:
        """Cut `text` by the rules of this room."""
        words = find_words(text)
        return cls.cut(text, words, find_sentences(text, words))

    @classmethod
    def cut(cls, text: str, words: tuple[Range, ...], sentences: tuple[range, ...]) -> Passage:
        """Take words and sentences as a corpus gives them."""
        opening = frozenset(
            index
            for index, sentence in enumerate(sentences)
            if index == 0 or "\n" in text[words[sentence.start - 1][1] : words[sentence.start][0]]
        )
        return cls(text, words, sentences, opening)

    def word(self, index: int) -> str:
        """The characters of one word."""
        start, end = self.words[index]
        return self.text[start:end]

    def spaced(self, index: int) -> bool:
        """Whether white space or a beginning stands before the word."""
        return index == 0 or self.words[index - 1][1] < self.words[index][0]

    def covered(self, start: int, end: int) -> range:
        """Indices of the words that share a code point with [start, end)."""
        first = _first(self.words, start)
        last = first
        while last < len(self.words) and self.words[last][0] < end:
            last += 1
        return range(first, last)


@lru_cache(maxsize=2048)
def sentence_ranges(text: str) -> tuple[Range, ...]:
    """Half-open code points of the sentences of `text`. Kept, since one article asks for its blocks again and again."""
    passage = Passage.of(text)
    return tuple((passage.words[one.start][0], passage.words[one.stop - 1][1]) for one in passage.sentences)


def _first(words: tuple[Range, ...], start: int) -> int:
    """Index of the first word that ends after `start`, by bisection."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle][1] <= start:
            low = middle + 1
        else:
            high = middle
    return low


def sentence_at(text: str, position: int) -> Range:
    """The sentence (code points) around a position; the whole text where it lies between sentences."""
    return next(((start, end) for start, end in sentence_ranges(text) if start <= position < end), (0, len(text)))
