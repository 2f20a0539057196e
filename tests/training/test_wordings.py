"""The corpus of wordings: every file is of the form, and no two claims of an event share a line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from training.claims.wordings import worded_events


def test_every_claim_is_told_at_least_twice_and_no_line_stands_under_two() -> None:
    events = list(worded_events())
    assert len(events) > 600
    for event in events:
        claims = Counter(each.claim for each in event.wordings if each.claim and not each.denies)
        assert min(claims.values()) > 1, event.title
        lines = Counter(each.words for each in event.wordings)
        assert max(lines.values()) == 1, f"{event.title}: {lines.most_common(1)}"


def test_titles_tell_events_apart() -> None:
    titles = Counter(event.title for event in worded_events())
    assert max(titles.values()) == 1, titles.most_common(3)


def test_what_is_none_of_the_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("= Brand\n# a | ein Brand\nde Es brennt\nfr Ça brûle\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.txt, line 4"):
        list(worded_events(tmp_path))
