"""What a report says of itself: headline, dateline, outlet, day, writers, sources."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Furniture


def find(article: Article, furniture: tuple[Furniture, ...], language: Language) -> Credits:
    """The credits of one article."""
    return Credits(title=article.title, outlet=article.outlet)
