"""The language of an article."""

from __future__ import annotations

from runut.model import Article


def find(article: Article) -> str:
    """The ISO 639-1 code of the article's language."""
    return article.language or "id"
