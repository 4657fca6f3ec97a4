"""Taking in: the only code that opens what is given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from os import PathLike
from typing import Any

from runut.intake import files, formats
from runut.intake.articles import writable
from runut.intake.records import from_record
from runut.model import Article, Skipped

__all__ = ["Source", "from_record", "take_in"]

Source = str | PathLike[str] | Mapping[str, Any] | Article
"""A path (file, folder, glob, `-` for standard input), a record, or an Article."""


def take_in(sources: Iterable[Source], *, repeated: bool = False) -> Iterator[Article | Skipped]:
    """Every article of the sources, in order, and a `Skipped` for each thing that gave none.

    Files are read record by record, so that one of any length needs little memory. The same file, or the same text from the same
    place, is taken once; so is, unless `repeated`, what another record of the same address tells alike to the letter.
    """
    opened: set[str] = set()
    taken: set[str] = set()
    told: set[int] = set()
    count = 0
    for given in sources:
        if isinstance(given, Mapping):
            count += 1
        for item in _from(given, count, opened):
            if isinstance(item, Article):
                words = _told_by(item)
                if item.id in taken:
                    item = Skipped(source=item.source, reason="given twice")
                elif item.url and words in told and not repeated:
                    item = Skipped(source=item.source, reason="given twice: all as in a record before")
                else:
                    taken.add(item.id)
                    told.add(words)
            yield item


def _told_by(article: Article) -> int:
    """The same for records that are alike in all they tell, their address among it."""
    told = (article.url, article.sha256, article.title, article.outlet, article.published, article.authors)
    return int.from_bytes(sha256(repr(told).encode("utf-8", "surrogatepass")).digest()[:12])


def _from(given: object, number: int, opened: set[str]) -> Iterator[Article | Skipped]:
    if isinstance(given, Article):
        yield given
    elif isinstance(given, Mapping):
        yield from_record(given, otherwise=f"record#{number}")
    elif isinstance(given, str | PathLike):
        path = os.fspath(given)
        if not isinstance(path, str):
            path = os.fsdecode(path)
        for found in [path] if path == files.STDIN else files.find(path):
            if isinstance(found, Skipped):
                yield found
            elif (identity := files.identity_of(found)) in opened:
                yield Skipped(source=writable(found), reason="given twice")
            else:
                opened.add(identity)
                yield from formats.read(found)
    else:
        yield Skipped(source=repr(given)[:80], reason=f"{type(given).__name__}: no path, record or Article")
