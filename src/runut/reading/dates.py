"""Days, periods and clock times, placed on the calendar."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date
from runut.text import View


def find_full(article: Article, view: View, credits: Credits, language: Language) -> tuple[Date, ...]:
    """The dates that need no anchor: those that name day, month and year."""
    return ()


def find(article: Article, view: View, credits: Credits, anchor: Anchor, language: Language) -> tuple[Date, ...]:
    """All dates of one article, relative ones counted from `anchor.day`."""
    return ()
