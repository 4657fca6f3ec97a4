"""JSON and JSON Lines: one record, a list, a wrapped list, one record a line, records one after another, or a broken mix of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from runut.intake import decoding
from runut.intake.files import MAX_DOCUMENT_BYTES, MAX_LINE, File, Unreadable
from runut.intake.records import find_records, from_record
from runut.model import Article, Skipped

LINES = (".jsonl", ".ndjson")
# What may stand between two records. newspaper4k closes its list after every item, so brackets count for nothing.
_BETWEEN = re.compile(r"[\s,\[\]]*")
_SOLID = re.compile(r"\S")
_NEXT = re.compile(r"\n\{")
# After so many broken records a document is given up: each may be read to its end before it shows.
MAX_BROKEN = 100
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class _Broken:
    """A stretch where a record should be and none can be read."""

    why: str


def read(file: File) -> Iterator[Article | Skipped]:
    """Every record as an article; one that cannot be read is `Skipped`, and the rest goes on.

    A record is called `path#N`, the Nth from 1; the one record of a `.json` file just `path`.
    """
    failure: Unreadable | None = None
    if _has_lines(file):
        values, listed = _from_lines(file.lines()), file.suffix in LINES
    else:
        try:
            data = file.read(MAX_DOCUMENT_BYTES)
        except Unreadable as error:
            if not error.data:
                raise
            data, failure = error.data, error
        text = decoding.decode(data)
        first = _SOLID.search(text)
        values, listed = _walk(text), first is not None and first[0] == "["
    yield from _number(_unwrapped(values), file.source, listed)
    if failure is not None:
        raise failure


def _number(records: Iterable[tuple[Any, bool]], source: str, listed: bool) -> Iterator[Article | Skipped]:
    """The records as articles, numbered when they stand in a list or are several: so each waits for the next."""
    waiting: Any = None
    number = 0
    for record, wrapped in records:
        if number:
            yield _article(waiting, f"{source}#{number}")
        waiting, number, listed = record, number + 1, listed or wrapped
    if number:
        yield _article(waiting, f"{source}#{number}" if listed or number > 1 else source)
    else:
        yield Skipped(source=source, reason="no record in it")


def _article(record: Any, source: str) -> Article | Skipped:
    if isinstance(record, _Broken):
        return Skipped(source=source, reason=record.why)
    if not isinstance(record, Mapping):
        return Skipped(source=source, reason=f"JSON, but no record: {_KINDS.get(type(record), 'a number')}")
    if str(record.get("schema", "")).startswith("runut/"):
        return Skipped(source=source, reason="made by Runut, no report")
    return from_record(record, source)


_KINDS = {str: "a string", bool: "true or false", type(None): "null", list: "a list"}


def _has_lines(file: File) -> bool:
    """Whether the first line that holds anything holds a whole record, and more follows or the name says that there are lines."""
    text = file.head.decode(decoding.guess_encoding(file.head), "replace").lstrip()
    first, end, _ = text.partition("\n")
    if not end:
        return file.suffix in LINES and len(file.head) > 1
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return file.suffix in LINES and first.rstrip() not in ("{", "[")
    return True


def _from_lines(lines: Iterable[str | None]) -> Iterator[Any]:
    for line in lines:
        if line is None:
            yield _Broken(f"a line of more than {MAX_LINE:,} characters")
        elif not line.isspace():
            yield from _walk(line)


def _walk(text: str) -> Iterator[Any]:
    """The values in a text, one after another; where one is broken, on from the next line that opens a record."""
    at, broken = _skip(text, 0), 0
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield _Broken(_why(error))
            broken += 1
            if broken == MAX_BROKEN:
                yield _Broken(f"given up after {MAX_BROKEN} broken records")
                return
            at = _resume(text, at)
        else:
            yield value
        at = _skip(text, at)


def _why(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "no valid JSON: nested too deep"
    if isinstance(error, json.JSONDecodeError):
        message = error.msg.removesuffix(" at")
        return f"no valid JSON: {message} at line {error.lineno}, column {error.colno}"
    return f"no valid JSON: {error}"


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _resume(text: str, at: int) -> int:
    match = _NEXT.search(text, at + 1)
    return match.start() + 1 if match else len(text)


def _unwrapped(values: Iterable[Any]) -> Iterator[tuple[Any, bool]]:
    for value in values:
        made_here = isinstance(value, Mapping) and str(value.get("schema", "")).startswith("runut/")
        inner = None if made_here else find_records(value)
        if inner is None:
            yield value, False
        else:
            for record in inner:
                yield record, True
