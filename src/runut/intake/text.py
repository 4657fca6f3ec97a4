"""A plain text file: one article, its text the whole file."""

from __future__ import annotations

from collections.abc import Iterator

from runut.intake import articles, decoding
from runut.intake.files import MAX_PAGE_BYTES, File
from runut.model import Article, Skipped


def read(file: File) -> Iterator[Article | Skipped]:
    """The article, line ends as they stand; only a byte order mark is no part of it."""
    yield articles.make(file.source, decoding.decode(file.read(MAX_PAGE_BYTES)))
