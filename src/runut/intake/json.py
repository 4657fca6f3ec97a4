"""JSON and JSON Lines: one record, a list, a wrapped list, one record a line, records one after another, or a broken mix of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from runut.intake import decoding
from runut.intake.articles import MADE_HERE
from runut.intake.files import MAX_DOCUMENT_BYTES, MAX_LINE, File, Unreadable
from runut.intake.records import WRAPPERS, find_records, from_record, key_of
from runut.intake.units import Line, Record
from runut.model import Article, Skipped

LINES = (".jsonl", ".ndjson")
# What may stand between two records. newspaper4k closes its list after every item, so brackets count for nothing.
_BETWEEN = re.compile(r"[\s,\[\]]*")
_SOLID = re.compile(r"\S")
_NEXT = re.compile(r"\n\{")
# After so many broken records a document is given up: each may be read to its end before it shows.
MAX_BROKEN = 100
# Python makes no integer of more digits; in a field that nobody reads one stands for nothing.
MOST_DIGITS = 4_300


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) <= MOST_DIGITS else float("-inf" if digits[0] == "-" else "inf")


_DECODER = json.JSONDecoder(parse_int=_integer)
_RECORD = msgspec.json.Decoder(dict[str, msgspec.Raw])


@dataclass(frozen=True, slots=True)
class _Broken:
    """A stretch where a record should be and none can be read."""

    why: str


@dataclass(frozen=True, slots=True)
class _Unread:
    """A line that holds one record."""

    text: str


def split(file: File) -> Iterator[Line | Record | Skipped]:
    """The records of JSON Lines, not yet read; a record is called `path#N`, the Nth from 1."""
    return _number(_from_lines(file.lines()), file.source, file.suffix in LINES)


def read(file: File) -> Iterator[Article | Skipped]:
    """Every record of a document as an article; one that cannot be read is `Skipped`, and the rest goes on.

    A record is called `path#N`, the Nth from 1; the one record of a `.json` file just `path`.
    """
    failure: Unreadable | None = None
    try:
        data = file.read(MAX_DOCUMENT_BYTES)
    except Unreadable as error:
        if not error.data:
            raise
        data, failure = error.data, error
    text = decoding.decode(data)
    first = _SOLID.search(text)
    for unit in _number(_unwrapped(_walk(text)), file.source, first is not None and first[0] == "["):
        yield unit if isinstance(unit, Skipped) else read_record(unit)
    if failure is not None:
        raise failure


def read_record(unit: Line | Record) -> Article | Skipped:
    """The article of one record."""
    if isinstance(unit, Record):
        return from_record(unit.fields, unit.source)
    made = _unit_of(next(_walk(unit.text)), unit.source)
    return made if isinstance(made, Skipped) else from_record(made.fields, unit.source)


def _number(records: Iterable[tuple[Any, bool]], source: str, listed: bool) -> Iterator[Line | Record | Skipped]:
    """The records, numbered when they stand in a list or are several: so each waits for the next."""
    waiting: Any = None
    number = 0
    try:
        for record, wrapped in records:
            if number:
                yield _unit_of(waiting, f"{source}#{number}")
            waiting, number, listed = record, number + 1, listed or wrapped
    except (Unreadable, UnicodeDecodeError):  # more was to come, and what waits is whole
        if number:
            yield _unit_of(waiting, f"{source}#{number}")
        raise
    if number:
        yield _unit_of(waiting, f"{source}#{number}" if listed or number > 1 else source)
    else:
        yield Skipped(source=source, reason="no record in it")


def _unit_of(record: Any, source: str) -> Any:
    """A `Line` where nothing but a line is known yet, else a `Record`, or why it is none."""
    if isinstance(record, _Unread):
        return Line(source, record.text)
    if isinstance(record, _Broken):
        return Skipped(source=source, reason=record.why)
    if not isinstance(record, Mapping):
        return Skipped(source=source, reason=f"JSON, but no record: {_KINDS.get(type(record), 'a number')}")
    if str(record.get("schema", "")).startswith("runut/"):
        return Skipped(source=source, reason=MADE_HERE)
    return Record(source, record)


_KINDS = {str: "a string", bool: "true or false", type(None): "null", list: "a list"}


def has_lines(file: File) -> bool:
    """Whether the first line that holds anything holds a whole record, and more follows or the name says that there are lines."""
    text = file.head.decode(decoding.guess_encoding(file.head), "replace").lstrip()
    first, end, _ = text.partition("\n")
    if not end:
        return file.suffix in LINES and len(file.head) > 1
    try:
        _DECODER.decode(first)
    except (ValueError, RecursionError):
        return file.suffix in LINES and first.rstrip() not in ("{", "[")
    return True


def _from_lines(lines: Iterable[str | None]) -> Iterator[tuple[Any, bool]]:
    for line in lines:
        if line is None:
            yield _Broken(f"a line of more than {MAX_LINE:,} characters"), False
        elif _holds_one(line):
            yield _Unread(line), False
        elif not line.isspace():
            yield from _unwrapped(_walk(line))


def _holds_one(line: str) -> bool:
    """Whether a line is one record and no list of several, told without making its values."""
    try:
        fields = _RECORD.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return False
    return not any(key_of(name) in WRAPPERS for name in fields)


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
