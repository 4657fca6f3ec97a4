"""Persons, organisations and places, linked within one article."""

from __future__ import annotations

from runut.lang import Language
from runut.model import Article, Credits, Name
from runut.text import View


def find(article: Article, view: View, credits: Credits, language: Language) -> tuple[Name, ...]:
    """The names of one article, each with all its mentions."""
    return ()
