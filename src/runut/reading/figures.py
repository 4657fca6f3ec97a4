"""Counts and amounts, with bounds, measure, what is counted and who says so."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Date, Figure, Name, Statement
from runut.text import View


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Figure, ...]:
    """The figures of one article in the order of the text."""
    return ()
