"""What is said, by whom, passed on by whom."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Date, Name, Statement
from runut.text import View


def find(
    article: Article, view: View, credits: Credits, names: tuple[Name, ...], dates: tuple[Date, ...], language: Language
) -> tuple[Statement, ...]:
    """The statements of one article in the order of the text."""
    return ()
