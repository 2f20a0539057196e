"""Plain text, and blocks given as JSON: lines typed by their words and their neighbours.

The rules that look at neighbours come from how pages are saved as text: a caption stands above its credit, a pull quote
repeats words of the body and has its speaker's line below, a number box is a number and the rest of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from quellenlage.model.text import BlockKind
from quellenlage.reading.credits import credited_by, is_picture_credit
from quellenlage.reading.draft import Draft
from quellenlage.reading.headline import key
from quellenlage.reading.lines import (
    ends_sentence,
    flag_in,
    is_byline,
    is_date_line,
    is_embed_line,
    is_flag_value,
    is_list_line,
    is_number,
    is_number_box,
    is_page_line,
    is_quoted,
)

_LONGEST_HEADLINE = 220
_LONGEST_HEADING = 140
_LONGEST_CAPTION = 300
_LONGEST_QUESTION = 90
_LONGEST_QUOTE = 400
_LONGEST_SPEAKER = 140
_LONGEST_TITLE = 60
_ABOUT_CONTENT = re.compile(
    r"\b(?:inhalte?|beitrag|empf\w+|redaktion\w*|extern\w*|fremd\w*|anbieter\w*|content|post|embed\w*|recommended"
    r"|external)\b",
    re.IGNORECASE,
)
_KICKER_WORDS = 3
_QUOTE_WORDS = 4  # a pull quote repeats at least so many words of the body
_QUOTED_PART = re.compile(r"[„“\"»«]([^„“”\"»«]{15,})[“”\"«»]")
_TWO_SENTENCES = re.compile(r"[a-zäöüß]{2}[.!?]\s+[A-ZÄÖÜ„\"»]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its locator."""

    text: str
    locator: str


def lines_of(text: str) -> list[Line]:
    """The non-empty lines of a text file, each trimmed, located by code points (RFC 5147)."""
    lines: list[Line] = []
    place = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = place + raw.index(bare)
            lines.append(Line(bare, f"char={start},{start + len(bare)}"))
        place += len(raw)
    return lines


def drafts_of(lines: Sequence[Line]) -> list[Draft]:
    """A draft for every line, in order, none left out."""
    drafts = [Draft(_alone(text), text, line.locator) for line in lines for text in [line.text.strip()]]
    _flags(drafts)
    _captions(drafts)
    _placeholders(drafts)
    _number_boxes(drafts)
    _head(drafts)
    _pull_quotes(drafts)
    _headings(drafts)
    for draft, line in zip(drafts, lines, strict=True):
        draft.text = line.text
    return drafts


def _alone(text: str) -> BlockKind:
    """What a line is by its words alone."""
    if not text or is_page_line(text):
        return BlockKind.FURNITURE
    if is_embed_line(text):
        return BlockKind.EMBED
    if credited_by(text) is not None or is_picture_credit(text):
        return BlockKind.CREDIT
    if is_date_line(text) or is_byline(text):
        return BlockKind.FURNITURE
    return BlockKind.LIST_ITEM if is_list_line(text) else BlockKind.PARAGRAPH


def _flags(drafts: Sequence[Draft]) -> None:
    """The bare value below a script variable's name belongs to it."""
    for before, draft in pairwise(drafts):
        if flag_in(before.text) and is_flag_value(draft.text):
            draft.kind = BlockKind.FURNITURE


def _captions(drafts: Sequence[Draft]) -> None:
    for before, draft in pairwise(drafts):
        if draft.kind is BlockKind.CREDIT and is_picture_credit(draft.text) and _may_be_caption(before):
            before.kind = BlockKind.CAPTION
            draft.of = before


def _may_be_caption(draft: Draft) -> bool:
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_CAPTION or not ends_sentence(text):
        return False
    return not _TWO_SENTENCES.search(text) or len(text) < _LONGEST_CAPTION / 2


def _placeholders(drafts: Sequence[Draft]) -> None:
    """The title of a placeholder for external content stands right above its text."""
    for draft, after in pairwise(drafts):
        if after.kind is BlockKind.EMBED and draft.kind is BlockKind.PARAGRAPH and _may_be_title(draft):
            draft.kind = BlockKind.EMBED


def _may_be_title(draft: Draft) -> bool:
    return (
        len(draft.text) <= _LONGEST_TITLE and not ends_sentence(draft.text) and bool(_ABOUT_CONTENT.search(draft.text))
    )


def _number_boxes(drafts: Sequence[Draft]) -> None:
    for draft, after in pairwise(drafts):
        if (
            draft.kind is BlockKind.PARAGRAPH
            and is_number_box(draft.text, after.text)
            and after.kind is BlockKind.PARAGRAPH
            and len(after.text) < _LONGEST_CAPTION
        ):
            draft.kind = after.kind = BlockKind.FACT_BOX
            after.of = draft


def _head(drafts: Sequence[Draft]) -> None:
    """Kicker, headline and summary: the first lines that are not furniture or captions.

    Names of the site and of its sections are shorter than headlines: they stand above it, the last one is its kicker.
    """
    lines = [draft for draft in drafts if draft.kind is BlockKind.PARAGRAPH]
    titles = list(takewhile(_may_be_headline, lines))
    if not titles:
        return
    place = next((place for place, title in enumerate(titles) if _is_full(title)), 0)
    for draft in titles[:place]:
        draft.kind = BlockKind.FURNITURE
    if place and not _is_site_name(titles[place - 1], titles):
        titles[place - 1].kind = BlockKind.KICKER
    headline, rest = titles[place], lines[place + 1 :]
    headline.kind = BlockKind.HEADLINE
    while rest and key(rest[0].text) == key(headline.text):
        rest.pop(0).kind = BlockKind.HEADLINE
    after = drafts.index(headline) + 1
    if rest and after < len(drafts) and rest[0] is drafts[after] and _is_set_apart(drafts, after):
        rest[0].kind = BlockKind.SUMMARY


def _is_full(title: Draft) -> bool:
    return len(title.text.split()) > _KICKER_WORDS


def _is_site_name(title: Draft, titles: Sequence[Draft]) -> bool:
    return title is titles[0] and len(titles) > 2


def _may_be_headline(draft: Draft) -> bool:
    text = draft.text
    return (
        len(text) <= _LONGEST_HEADLINE
        and (not ends_sentence(text) or text.endswith(("?", "!", "“", '"', "”", "«")))
        and not is_number(text)
    )


def _is_set_apart(drafts: Sequence[Draft], place: int) -> bool:
    """Whether something of the page stands between this line and the text: a date, a byline, a picture."""
    draft = drafts[place]
    following = drafts[place + 1] if place + 1 < len(drafts) else None
    apart = (BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.CREDIT)
    return ends_sentence(draft.text) and following is not None and following.kind in apart


def _pull_quotes(drafts: Sequence[Draft]) -> None:
    quoted = [
        key(part)
        for draft in drafts
        if draft.kind is BlockKind.PARAGRAPH and not is_quoted(draft.text)
        for part in _QUOTED_PART.findall(draft.text)
    ]
    for place, draft in enumerate(drafts):
        if draft.kind is not BlockKind.PARAGRAPH or len(draft.text) > _LONGEST_QUOTE:
            continue
        after = drafts[place + 1] if place + 1 < len(drafts) else None
        repeated = _repeats(draft, quoted)
        if not repeated and not (is_quoted(draft.text) and after is not None and _is_speaker_line(after)):
            continue
        draft.kind = BlockKind.QUOTE
        if after is not None and _is_speaker_line(after):
            after.kind, after.of = BlockKind.CAPTION, draft


def _repeats(draft: Draft, quoted: Sequence[str]) -> bool:
    words = key(draft.text)
    return (
        len(words.split()) >= _QUOTE_WORDS
        and any(words in part for part in quoted)
        and not _QUOTED_PART.search(draft.text[1:-1])
    )


def _is_speaker_line(draft: Draft) -> bool:
    """A name with an office, no sentence: "Anna Ahorn, Sprecherin des Ministeriums"."""
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or len(text) > _LONGEST_SPEAKER or ends_sentence(text):
        return False
    words = text.lstrip("–—- ").split()
    named = len(words) >= 2 and words[0][:1].isupper() and words[1][:1].isupper()
    return named and ("," in text or len(words) <= 4 or text.startswith(("–", "—", "-")))


def _headings(drafts: Sequence[Draft]) -> None:
    """Short lines without an end of sentence, between running text."""
    for place, draft in enumerate(drafts):
        if draft.kind is not BlockKind.PARAGRAPH or len(draft.text) > _LONGEST_HEADING:
            continue
        open_end = not ends_sentence(draft.text)
        question = (
            draft.text.endswith(("?", "!")) and len(draft.text) <= _LONGEST_QUESTION and not is_quoted(draft.text)
        )
        if (open_end or question) and place + 1 < len(drafts) and _heads(drafts[place + 1]):
            draft.kind = BlockKind.HEADING


def _heads(after: Draft) -> bool:
    return after.kind in (
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.EMBED,
        BlockKind.CAPTION,
        BlockKind.QUOTE,
        BlockKind.FACT_BOX,
    )
