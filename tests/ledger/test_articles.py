"""What every ledger says of its articles as a whole: rows and facets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from invented import PUBLISHED, make_article, make_page, make_reading
from quellenlage.ledger import ArticleRow, Count, Ledger, Query, Sort
from quellenlage.model.statement import Kind, SourceClass
from quellenlage.model.text import Access, AccessState, Language, Moment

NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)


def add(
    ledger: Ledger,
    name: str,
    *,
    published: Moment | None = None,
    statements: int = 4,
    outlet: str | None = "Nordlicht",
    language: Language = Language.GERMAN,
    access: AccessState = AccessState.METERED,
    at: datetime = NOW,
) -> str:
    """Records an article with the first of the invented statements; its id."""
    article = make_article(url=f"https://nordlicht.example/{name}", outlet=outlet, published=published)
    reading = make_reading(replace(article, language=language, access=Access(access)))
    ledger.record(
        make_page(f"{name}.html"), replace(reading, statements=reading.statements[:statements]), recorded_at=at
    )
    return article.id


def names(ledger: Ledger, query: Query) -> list[str]:
    return [(row.article.file or "").removesuffix(".html") for row in ledger.articles(query).items]


def test_a_row_says_what_there_is_to_know_before_an_article_is_opened(ledger: Ledger) -> None:
    key = add(ledger, "damm", published=PUBLISHED)
    (row,) = ledger.articles(Query()).items
    assert row == ArticleRow(row.article, ("Mika Sandorn",), NOW, statements=4, unnamed=1, figures=2)
    assert (row.article.id, row.article.outlet, row.article.published) == (key, "Nordlicht", PUBLISHED)
    assert (row.article.language, row.article.access) == (Language.GERMAN, AccessState.METERED)


def test_the_newest_come_first_and_those_without_a_time_last(ledger: Ledger) -> None:
    add(ledger, "morning", published=datetime.fromisoformat("2031-03-04T07:51:00.5+01:00"))
    add(ledger, "undated")
    add(ledger, "evening", published=datetime(2031, 3, 4, 19))
    add(ledger, "day", published=date(2031, 3, 4))
    add(ledger, "next", published=date(2031, 3, 5))
    assert names(ledger, Query()) == ["next", "evening", "morning", "day", "undated"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.RECORDED, ["four", "none", "two"]),
        (Sort.STATEMENTS, ["four", "two", "none"]),
        (Sort.UNNAMED, ["four", "two", "none"]),
        (Sort.FIGURES, ["four", "two", "none"]),
        (Sort.PUBLISHED, ["two", "four", "none"]),
    ],
)
def test_articles_in_every_order(ledger: Ledger, sort: Sort, expected: list[str]) -> None:
    add(ledger, "two", statements=2, published=date(2031, 3, 9))
    add(ledger, "none", statements=0, published=date(2031, 3, 7))
    add(ledger, "four", statements=4, published=date(2031, 3, 8))
    assert names(ledger, Query(sort=sort)) == expected


def test_a_new_reading_counts_in_place_of_the_old(ledger: Ledger) -> None:
    add(ledger, "damm", statements=1)
    add(ledger, "other")
    add(ledger, "damm", statements=4, at=NOW + timedelta(days=1))
    rows = ledger.articles(Query(sort=Sort.RECORDED)).items
    assert [(row.article.file, row.statements) for row in rows] == [("damm.html", 4), ("other.html", 4)]
    assert rows[0].recorded_at == NOW + timedelta(days=1)
    assert ledger.facets(Query()).classes[0].number == 2
    assert ledger.statements(Query(kind=Kind.DIRECT)).total == 2
    assert ledger.sources(Query(source="hallwig")).items[0].articles == 2


def test_conditions_on_statements_ask_for_articles_that_have_one(ledger: Ledger) -> None:
    add(ledger, "one", statements=1)
    add(ledger, "two", statements=2)
    assert names(ledger, Query(cls=SourceClass.UNNAMED)) == ["two"]
    assert names(ledger, Query(source="talblatt")) == ["two"]
    assert names(ledger, Query(kind=Kind.DIRECT, text="häuser")) == ["two", "one"]
    assert names(ledger, Query(cls=SourceClass.UNNAMED, kind=Kind.DIRECT)) == []


def test_facets_divide_articles_and_statements(ledger: Ledger) -> None:
    add(ledger, "one", published=date(2031, 3, 4))
    add(ledger, "two", published=date(2031, 3, 30), access=AccessState.OPEN)
    add(ledger, "three", published=date(2031, 4, 1), outlet="Talblatt", language=Language.ENGLISH, statements=2)
    add(ledger, "four", outlet=None, statements=0)
    found = ledger.facets(Query())
    assert found.outlets == (Count("Nordlicht", 2), Count(None, 1), Count("Talblatt", 1))
    assert found.languages == (Count(Language.GERMAN, 3), Count(Language.ENGLISH, 1))
    assert found.access == (Count(AccessState.METERED, 3), Count(AccessState.OPEN, 1))
    assert found.months == (Count("2031-04", 1), Count("2031-03", 2), Count(None, 1))
    assert found.kinds == (Count(Kind.INDIRECT, 5), Count(Kind.DIRECT, 3), Count(Kind.REPORTED, 2))
    assert found.classes == (
        Count(SourceClass.PERSON, 3),
        Count(SourceClass.UNNAMED, 3),
        Count(SourceClass.NONE, 2),
        Count(SourceClass.ORGANISATION, 2),
    )


def test_facets_are_of_what_is_asked_for(ledger: Ledger) -> None:
    add(ledger, "one", published=date(2031, 3, 4))
    add(ledger, "two", outlet="Talblatt", statements=1)
    assert ledger.facets(Query(cls=SourceClass.UNNAMED)).outlets == (Count("Nordlicht", 1),)
    assert ledger.facets(Query(cls=SourceClass.UNNAMED)).kinds == (Count(Kind.INDIRECT, 1),)
    assert ledger.facets(Query(outlet_name="Talblatt")).classes == (Count(SourceClass.PERSON, 1),)
    assert ledger.facets(Query(text="riss")).classes == (
        Count(SourceClass.ORGANISATION, 1),
        Count(SourceClass.UNNAMED, 1),
    )
    assert ledger.facets(Query(outlet="nirgends")).months == ()
