"""Dates as pages write them. Nothing is completed that is not there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from quellenlage.model.text import Moment
from quellenlage.reading.moments import find_moment, more_exact, parse_stamp

BERLIN = timezone(timedelta(hours=1))
SUMMER = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-03-04T06:12:00+01:00", datetime(2025, 3, 4, 6, 12, tzinfo=BERLIN)),
        ("2025-03-04T06:12:00+0100", datetime(2025, 3, 4, 6, 12, tzinfo=BERLIN)),
        ("2025-03-04 06:12:30 +01:00", datetime(2025, 3, 4, 6, 12, 30, tzinfo=BERLIN)),
        ("2025-03-04T06:12Z", datetime(2025, 3, 4, 6, 12, tzinfo=UTC)),
        ("2025-03-04T06:12:00.123456789Z", datetime(2025, 3, 4, 6, 12, 0, 123456, tzinfo=UTC)),
        ("2025-03-04T06:12", datetime(2025, 3, 4, 6, 12)),
        ("2025-03-04", date(2025, 3, 4)),
        ("2025-13-04", None),
        ("0001-01-01T00:00:00", None),
        ("PT2M53S", None),
        ("", None),
        (None, None),
        (20250304, None),
    ],
)
def test_stamps(text: object, moment: Moment | None) -> None:
    assert parse_stamp(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Stand: 22.04.2024, 06:00 Uhr", datetime(2024, 4, 22, 6, 0)),
        ("22.4.24", date(2024, 4, 22)),
        ("Do 25.04.24 | 14:07 Uhr | Von Anna Ahorn", datetime(2024, 4, 25, 14, 7)),
        ("Samstag, 3. Mai 2025 um 8.30 Uhr", datetime(2025, 5, 3, 8, 30)),
        ("1. Jänner 2025", date(2025, 1, 1)),
        ("5. März 2025, 7:51 Uhr (MEZ)", datetime(2025, 3, 5, 7, 51, tzinfo=BERLIN)),
        ("27 April 2024", date(2024, 4, 27)),
        ("Published April 3rd, 2023 at 2:23 PM", datetime(2023, 4, 3, 14, 23)),
        ("January 28, 2025 12:05 am", datetime(2025, 1, 28, 0, 5)),
        ("Updated 9 July 2024, 19:07 CEST", datetime(2024, 7, 9, 19, 7, tzinfo=SUMMER)),
        ("10.09.2020", date(2020, 9, 10)),
        ("Stand:", None),
        ("Heute, 12:37 Uhr", None),
        ("31.02.2024", None),
        ("Version 1.2.2024.5 erschien nie", None),
        ("im Mai sagte sie nichts", None),
    ],
)
def test_written_dates(text: str, moment: Moment | None) -> None:
    assert find_moment(text) == moment


def test_a_day_is_completed_by_the_same_day_only() -> None:
    day, exact = date(2024, 4, 22), datetime(2024, 4, 22, 6, 0, tzinfo=SUMMER)
    assert more_exact(day, exact) == exact
    assert more_exact(day, exact + timedelta(days=3)) == day
    assert more_exact(exact, day) == exact
    assert more_exact(None, day) == day
    assert more_exact(day, None) == day
