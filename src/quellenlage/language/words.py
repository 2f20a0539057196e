"""Words and punctuation marks of a text, as half-open ranges of code points."""

from __future__ import annotations

import re

Range = tuple[int, int]

_WORD = re.compile(
    r"""
      \d+(?:[.,:]\d+)*                              # 4000, 35.100, 3,5, 18:30
    | [A-Za-z](?:\.[A-Za-z])+\.?                    # U.S., z.B., d.h.
    | ['’](?:s|re|ve|ll|d|m|t)\b                    # English clitics: the source in "Smith's claim" is "Smith"
    | [^\W_]+(?:(?:[-‑]|[*:_](?=inn))[^\W_]+)*      # words, compounds with hyphens, Bürger:innen, Kritiker*innen
    | \S                                            # any other mark stands alone
    """,
    re.VERBOSE,
)


def find_words(text: str) -> tuple[Range, ...]:
    """Words and marks of `text` in order; everything between them is white space. No word crosses white space."""
    return tuple(match.span() for match in _WORD.finditer(text))
