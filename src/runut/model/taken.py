"""The records of what was taken in: articles, and what gave none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report as it was taken in.

    `text` is kept to the character; `id` is a content id of `source` and `text`; `sha256` is of the text in UTF-8.
    `published` is the day (`2022-01-07`) or the minute (`2022-01-07T17:10+07:00`, offset only where one was given) that the
    metadata names, else None; it is never read out of the text here.
    """

    id: str
    source: str
    text: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    page_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something given that gave no article, and why, in words an editor understands."""

    source: str
    reason: str
