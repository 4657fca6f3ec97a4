"""Who a figure comes from, which day it is of, and where."""

from __future__ import annotations

from dataclasses import replace

from runut.lang import Language
from runut.model import Article, Date, Figure, Name, Speaker, Statement
from runut.text import View


def attribute(
    article: Article,
    view: View,
    figures: list[Figure],
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Figure, ...]:
    """The figures with statement, speaker, day and place; one for each span, in the order of the text."""
    seen: set[str] = set()
    out = []
    for figure in sorted(figures, key=lambda f: (f.number.start, f.start)):
        if figure.id in seen:
            continue
        seen.add(figure.id)
        out.append(figure)
    return tuple(out)
