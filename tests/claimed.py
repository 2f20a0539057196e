"""A claim made by hand, with everything that can be known of one: three outlets, a chain, a denial, a judgement."""

from __future__ import annotations

from datetime import UTC, date, datetime

from invented import find, make_article, make_reading
from linked import assertion
from quellenlage.model.claim import (
    Appearance,
    ArticleHead,
    Claim,
    Copy,
    Drift,
    DriftKind,
    Link,
    Origin,
    Passage,
    Relation,
    Verdict,
)
from quellenlage.model.judging import make_judgement
from quellenlage.model.reason import Reason, ReasonKind
from quellenlage.model.statement import Reading, SourceClass
from quellenlage.model.text import Article, Moment

JUDGED_AT = datetime(2031, 3, 6, 9, 30, tzinfo=UTC)


def head_of(article: Article, page: str) -> ArticleHead:
    """The article without its text."""
    return ArticleHead(
        id=article.id,
        page=page,
        language=article.language,
        url=article.url,
        outlet=article.outlet,
        headline=article.headline,
        agencies=article.agencies,
        published=article.published,
        modified=article.modified,
    )


def make_readings() -> tuple[Reading, Reading, Reading]:
    """The invented reading of three outlets: to the minute, on a day, and without outlet, address or time."""

    def reading(url: str | None, outlet: str | None, published: Moment | None) -> Reading:
        return make_reading(make_article(url, outlet, published))

    return (
        reading(
            "https://nordlicht.example/damm?id=7&s=1", "Nordlicht", datetime.fromisoformat("2031-03-04T07:51+01:00")
        ),
        reading("https://talblatt.example/damm", "Talblatt", date(2031, 3, 5)),
        reading(None, None, None),
    )


def make_claim() -> Claim:
    """Two outlets quote the mayor, a third has the engineers through the Talblatt, who asserts it, too; one denies."""
    first, second, third = make_readings()
    heads = [head_of(each.article, f"pages/{number}.html") for number, each in enumerate((first, second, third), 1)]
    asserted = assertion(second, "Damm an der Wesper hält wohl nicht")
    appearances = (
        Appearance(first.statements[0], heads[0]),
        Appearance(second.statements[0], heads[1]),
        Appearance(asserted, heads[1]),
        Appearance(third.statements[1], heads[2]),
    )
    one, two, own, chained = (each.statement.id for each in appearances)
    denial = Appearance(first.statements[2], heads[0])
    shared = "Damm an der Wesper hält wohl nicht"
    passages = tuple(Passage(each.article.id, find(each.article, shared)) for each in (first, second))
    left, right = sorted((one, two))
    return Claim(
        id=min(one, two, own, chained),
        text="Wir räumen mehr als 4000 Häuser",
        appearances=appearances,
        links=(Link(left, right, Relation.SAME, 0.9, (Reason(ReasonKind.SAME_SPEAKER, ("Jorun Hallwig",)),)),),
        origins=(
            Origin(
                "Jorun Hallwig",
                SourceClass.PERSON,
                (one, two, own),
                (Reason(ReasonKind.SAME_NAME, ("Jorun Hallwig",)), Reason(ReasonKind.COPIED, ("Nordlicht",))),
            ),
            Origin("zwei Ingenieure", SourceClass.UNNAMED, (chained,), certain=False),
        ),
        fewest=1,
        most=2,
        denials=(denial,),
        circles=(("Talblatt", "Nordlicht"),),
        drift=(
            Drift(one, two, DriftKind.FIGURE, "mehr als 4000", "4000"),
            Drift(two, own, DriftKind.HEDGE, "", "wohl"),
        ),
        judgements=(
            make_judgement(Verdict.SAME, ((one,), (two,)), by="Mika Sandorn", at=JUDGED_AT, note="dieselbe Rede"),
        ),
        copies=(
            Copy(
                first.article.id,
                (second.article.id,),
                "dpa",
                (passages,),
                0.4,
                (Reason(ReasonKind.SHARED_WORDS, ("14",)),),
            ),
        ),
    )
