"""A person's version of the figures and times in a statement: as rows of a form, and from these back.

A row that nobody changed is the figure or time that it was made of; one without words is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from quellenlage.model.figure import Basis, Bound, Figure
from quellenlage.model.text import Block, Language, Span
from quellenlage.model.time import TimeReference
from quellenlage.web.quoting import Misfit, Translate, find_span, line_of, span_of

T = TypeVar("T", Figure, TimeReference)
Row = TypeVar("Row", "FigureFields", "TimeFields")
_NUMBER = {
    Language.GERMAN: re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?"),
    Language.ENGLISH: re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?"),
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:\d\d:\d\d|[A-Z]{2}))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTHS = re.compile(r"(\d{4})(?:-(?:(\d\d)|Q([1-4])))?")
_UNPLACED = re.compile(
    r"(?=.*X)[\dX]{4}(?:-[\dXWQ]{2,3}(?:-[\dX]{1,2})?)?|P\d+[YMWD]|PT\d+[HM]|(?:PAST|PRESENT|FUTURE)_REF"
)


@dataclass(frozen=True, slots=True)
class FigureFields:
    """A row for a figure: words as lines, numbers as they are written, labels by their keys."""

    words: str = ""
    value: str = ""
    high: str = ""
    bound: str = Bound.EXACT.value
    unit: str = ""
    counted: str = ""
    period: str = ""
    as_of: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class TimeFields:
    """A row for a time: its words, and its TIMEX3 value."""

    words: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """What rows are read with: the blocks at hand, the language of the form, its words, the content."""

    blocks: tuple[Block, ...]
    language: Language
    translate: Translate
    content: tuple[Span, ...] = ()

    def within(self, line: str) -> Span:
        """The place of a line's words, in the content. Raises Misfit."""
        _ = self.translate
        span = span_of(line.strip(), self.blocks, _)
        if not is_within(span, self.content):
            raise Misfit(_("“%(words)s” does not stand in the content.") % {"words": line.strip()})
        return span


def figure_fields(figure: Figure, blocks: Sequence[Block], language: Language) -> FigureFields:
    """The figure as a row."""
    return FigureFields(
        words=line_of(figure.span, blocks),
        value=_written(figure.value, language),
        high=_written(figure.high, language),
        bound=figure.bound.value,
        unit=figure.unit,
        counted=line_of(figure.counted, blocks),
        period=line_of(figure.period, blocks),
        as_of=line_of(figure.as_of, blocks),
        basis=figure.basis.value if figure.basis else "",
    )


def time_fields(time: TimeReference, blocks: Sequence[Block], _language: Language) -> TimeFields:
    """The time as a row."""
    return TimeFields(line_of(time.span, blocks), time.value)


def rows_read(
    found: Sequence[T],
    given: Sequence[Row],
    fields: Callable[[T, Sequence[Block], Language], Row],
    read: Callable[[Row, Rows], T],
    rows: Rows,
) -> tuple[tuple[T, ...], dict[int, str]]:
    """What the rows say, in the order of the page, and what is wrong with them, by their number.

    A figure or time that nobody changed goes without a word where the content no longer has it.
    """
    _ = rows.translate
    known = {fields(each, rows.blocks, rows.language): each for each in found}
    right: list[T] = []
    wrong: dict[int, str] = {}
    for number, row in enumerate(given):
        if not row.words.strip():
            continue
        try:
            each = known.get(row) or read(row, rows)
            clash = next((other for other in right if other.span.overlaps(each.span)), None)
            if clash and not (each in found and clash in found):
                told = _("“%(words)s” and “%(others)s” overlap.")
                raise Misfit(told % {"words": clash.span.text, "others": each.span.text})
        except Misfit as misfit:
            wrong[number] = str(misfit)
            continue
        if is_within(each.span, rows.content):
            right.append(each)
    return tuple(sorted(right, key=lambda each: (each.span.block, each.span.start))), wrong


def read_figure(row: FigureFields, rows: Rows) -> Figure:
    """The figure that a row says. Raises Misfit."""
    _ = rows.translate
    value, high = (_number(each, rows) for each in (row.value, row.high))
    if high is not None and (value is None or high <= value):
        raise Misfit(_("The upper end of a range is higher than its lower end."))
    return Figure(
        span=rows.within(row.words),
        value=value,
        bound=Bound(row.bound),
        unit=row.unit.strip(),
        high=high,
        period=find_span(row.period, rows.blocks, _),
        as_of=find_span(row.as_of, rows.blocks, _),
        basis=Basis(row.basis) if row.basis else None,
        counted=find_span(row.counted, rows.blocks, _),
    )


def read_time(row: TimeFields, rows: Rows) -> TimeReference:
    """The time that a row says; its days follow from its value. Raises Misfit."""
    _ = rows.translate
    value = row.value.strip()
    days = _days(value)
    if days is None and not _UNPLACED.fullmatch(value):
        told = _("“%(value)s” is no time. Write 2031-03-04, 2031-W10, 2031-03, 2031-Q1, 2031 or P3M.")
        raise Misfit(told % {"value": value})
    return TimeReference(rows.within(row.words), value, *(days or (None, None)))


def is_within(inner: Span, content: Sequence[Span]) -> bool:
    """Whether the content has all of it."""
    return any(span.block == inner.block and span.start <= inner.start and inner.end <= span.end for span in content)


def _written(value: float | None, language: Language) -> str:
    """All digits, none grouped, with the language's decimal sign."""
    if value is None:
        return ""
    text = f"{Decimal(repr(value)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") if language is Language.GERMAN else text


def _number(written: str, rows: Rows) -> float | None:
    """The number in a field, None where it is empty. Raises Misfit."""
    _ = rows.translate
    text = "".join(written.split())
    if not text:
        return None
    number = _NUMBER[rows.language].fullmatch(text)
    if not number:
        example = "1250,5" if rows.language is Language.GERMAN else "1250.5"
        told = _("“%(number)s” is no number; write it like %(example)s.")
        raise Misfit(told % {"number": written.strip(), "example": example})
    return float(f"{re.sub('[.,]', '', number[1])}.{number[2] or 0}")


def _days(value: str) -> tuple[date, date] | None:
    """The first and the last day of a TIMEX3 value that names a day, week, month, quarter or year."""
    try:
        if day := _DAY.fullmatch(value):
            return (date(*map(int, day.groups())),) * 2
        if week := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + timedelta(days=6)
        if months := _MONTHS.fullmatch(value):
            first, last = (int(months[2]),) * 2 if months[2] else _quarter(months[3])
            year, month = divmod(int(months[1]) * 12 + last, 12)
            return date(int(months[1]), first, 1), date(year, month + 1, 1) - timedelta(days=1)
    except ValueError:
        return None
    return None


def _quarter(number: str | None) -> tuple[int, int]:
    return (3 * int(number) - 2, 3 * int(number)) if number else (1, 12)
