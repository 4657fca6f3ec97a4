"""What of an article's text is page and not report."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Furniture


def find(article: Article, language: Language) -> tuple[Furniture, ...]:
    """Stretches of page furniture and repeated blocks, in order, not overlapping."""
    return ()
