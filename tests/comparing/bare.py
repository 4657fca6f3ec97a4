"""Readings made by hand, with nothing in them but what a test gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from runut import codec, lang, text
from runut.model import Anchor, Article, Credits, Mention, Name, Reading
from runut.reading import names

INDONESIAN = lang.load("id")


def reading(article: Article, day: str | None = None, **found: Any) -> Reading:
    """A reading of an article of this day in which only `found` is found (`statements=…`, `figures=…`)."""
    empty = dict.fromkeys(
        ("furniture", "sentences", "quotations", "names", "dates", "statements", "figures", "events"), ()
    )
    return Reading(
        article=article,
        language="id",
        anchor=Anchor(day=day, origin="metadata" if day else None),
        credits=Credits(),
        **(empty | found),
    )


def named(body: str, source: str) -> Reading:
    """A report of this text of which only the names are read."""
    article = Article(id=codec.article_id(source, body), source=source, text=body, sha256=codec.sha256(body))
    return reading(article, names=names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN))


def naming(report: Reading, type_: str, *said: str) -> Reading:
    """The report with these words of it, each where it first stands, as names of a type."""
    body = report.article.text
    found = tuple(
        Name(
            id=word,
            type=type_,
            name=word,
            mentions=(Mention(start=at, end=at + len(word), text=word, rule="test"),),
        )
        for word in said
        for at in [body.index(word)]
    )
    return replace(report, names=found)
