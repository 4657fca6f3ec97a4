"""Taking in: the only code that opens what is given."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from os import PathLike
from types import MappingProxyType
from typing import Any

from runut import codec
from runut.intake import files, formats
from runut.intake.articles import writable
from runut.intake.records import from_record, unread_day
from runut.model import Article, Skipped

__all__ = ["GIVEN_TWICE", "Source", "from_record", "name_lastingly", "take_in", "unread_day"]

Source = str | PathLike[str] | Mapping[str, Any] | Article
"""A path (file, folder, glob, `-` for standard input), a record, or an Article."""
_RECORD = "record"
# Digits of the hash in a name; they only tell reports of one and the same text apart.
_NAMED = 8
GIVEN_TWICE = "given twice"
"""How the reason begins why a thing that came before gives no article again."""
Kept = Mapping[bytes, str]
"""The ids of reports that are kept from earlier, by what they tell (`codec.told_by`)."""


def take_in(
    sources: Iterable[Source], *, repeated: bool = False, lasting: bool = False, kept: Kept = MappingProxyType({})
) -> Iterator[Article | Skipped]:
    """Every article of the sources, in order, and a `Skipped` for each thing that gave none.

    Files are read record by record, so that one of any length needs little memory. The same file, or the same text from the same
    place, is taken once; so is, unless `repeated`, what another record of the same address tells alike to the letter, here or under
    another id among the `kept`. With `lasting`, for what is kept, reports that have no place of their own are called by what they tell.
    """
    opened: set[str] = set()
    taken: set[str] = set()
    told: set[bytes] = set()
    named: Counter[bytes] = Counter()
    count = 0
    for given in sources:
        if isinstance(given, Mapping):
            count += 1
        for item in _from(given, count, opened):
            if isinstance(item, Article):
                # nothing without an address is compared by what it tells
                words = codec.told_by(item) if item.url or lasting else b""
                if lasting and (place := _passing(given, item)):
                    named[words] += 1
                    item = name_lastingly(item, place, named[words])
                if item.id in taken:
                    item = Skipped(source=item.source, reason=GIVEN_TWICE)
                elif item.url and words in told and not repeated:
                    item = Skipped(source=item.source, reason=f"{GIVEN_TWICE}: all as in a record before")
                elif item.url and kept.get(words, item.id) != item.id:
                    item = Skipped(source=item.source, reason=f"{GIVEN_TWICE}: all as in a report that is kept")
                else:
                    taken.add(item.id)
                    told.add(words)
            yield item


def name_lastingly(article: Article, place: str, again: int = 1) -> Article:
    """The article, called by what it tells: the same whenever and in whatever order it comes. `again`: the how manieth that tells so."""
    source = f"{place}#{codec.told_by(article).hex()[:_NAMED]}" + (f"-{again}" if again > 1 else "")
    return replace(article, source=source, id=codec.article_id(source, article.text))


def _passing(given: object, article: Article) -> str | None:
    """What an article without a place of its own came by: a number in a list or a stream is another report's the next time."""
    if isinstance(given, Mapping):
        return _RECORD if article.url is None else None
    return files.STDIN if given == files.STDIN else None


def _from(given: object, number: int, opened: set[str]) -> Iterator[Article | Skipped]:
    if isinstance(given, Article):
        yield given
    elif isinstance(given, Mapping):
        yield from_record(given, otherwise=f"{_RECORD}#{number}")
    elif isinstance(given, str | PathLike):
        path = os.fspath(given)
        if not isinstance(path, str):
            path = os.fsdecode(path)
        for found in [path] if path == files.STDIN else files.find(path):
            if isinstance(found, Skipped):
                yield found
            elif (identity := files.identity_of(found)) in opened:
                yield Skipped(source=writable(found), reason=GIVEN_TWICE)
            else:
                opened.add(identity)
                yield from formats.read(found)
    else:
        yield Skipped(source=repr(given)[:80], reason=f"{type(given).__name__}: no path, record or Article")
