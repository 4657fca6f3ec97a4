"""The main happenings of an article."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Date, Event, Name, Statement
from runut.text import View


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The main events of one article in the order of the text."""
    return ()
