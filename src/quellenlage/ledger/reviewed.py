"""What people have reviewed, article by article."""

from __future__ import annotations

from collections.abc import Iterator

from quellenlage.ledger.protocols import View
from quellenlage.model.gold import GoldArticle, gold_article
from quellenlage.model.review import Review, reviews_holding


def reviewed_gold(view: View) -> Iterator[GoldArticle]:
    """Each article of which a statement has a review that holds, in the order of their first reviews.

    An accepted statement that the article's newest reading does not have is left out; a corrected one stays.
    """
    by_article: dict[str, dict[str, Review]] = {}
    for statement, review in reviews_holding(view.reviews()).items():
        by_article.setdefault(review.article, {})[statement] = review
    for article, reviews in by_article.items():
        yield gold_article(view.reading(article), reviews)
