"""Which format a file has, and its reader."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import TypeVar, cast

from runut.intake import decoding, files, html, json, mail, parquet, table, text, warc
from runut.intake.articles import writable
from runut.intake.files import File, Position, Unreadable
from runut.intake.units import Capture, Line, Record, Unit, Whole
from runut.model import Article, Skipped

T = TypeVar("T")
# Formats that are read as a whole, and those that are split into records first.
WHOLE: dict[str, Callable[[File], Iterator[Article | Skipped]]] = {
    "text": text.read,
    "html": html.read,
    "mail": mail.read,
    "json": json.read,
}
SPLIT: dict[str, Callable[[File], Iterator[Unit]]] = {
    "lines": json.split,
    "table": table.split,
    "parquet": parquet.split,
    "warc": warc.split,
}
# Pages of an archive that are read with the file opened once.
CAPTURES = 64
# How a file begins, white space left out.
_HTML = re.compile(
    r"(?:<!--[^>]{0,500}>\s{0,99})?(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype html|html|head|body)\b", re.I
)
_XML = re.compile(r"<(?:\?xml|rss|feed|rdf)\b", re.I)
_JSON = re.compile(r"\{\s{0,99}[\"}]|\[\s{0,99}[\[{\]]")


def read(path: str) -> Iterator[Article | Skipped]:
    """Every article of a file, or why there is none; what breaks off midway gives what came before and the reason."""
    return _to_the_end(path, _read(path))


def split(path: str, position: Position | None = None) -> Iterator[Unit]:
    """The units of a file in order, for `read_units` to read; what breaks off midway gives what came before and the reason.

    `position` follows how far the file has been read.
    """
    return _to_the_end(path, _split(path, position))


def read_units(units: Iterable[Unit]) -> Iterator[Article | Skipped]:
    """Every article of some units, in their order, as `read` gives them for the whole file."""
    for path, run in groupby(units, lambda unit: unit.path if isinstance(unit, Capture) else None):
        if path is not None:
            while captures := cast(list[Capture], list(islice(run, CAPTURES))):
                yield from _to_the_end(path, warc.read(captures))
            continue
        for unit in run:
            if isinstance(unit, Line | Record):
                yield _guarded(unit)
            elif isinstance(unit, Whole):
                yield from read(unit.path)
            elif isinstance(unit, Article | Skipped):
                yield unit


def _read(path: str) -> Iterator[Article | Skipped]:
    with files.opened(path) as file:
        form = _format(file)
        yield from read_units(_to_the_end(path, SPLIT[form](file))) if form in SPLIT else WHOLE[form](file)


def _split(path: str, position: Position | None) -> Iterator[Unit]:
    with files.opened(path, position) as file:
        form = _format(file)
        if form in SPLIT:
            yield from SPLIT[form](file)
        elif path == files.STDIN:
            yield from WHOLE[form](file)
        else:
            yield Whole(file.source, path)


def _to_the_end(path: str, items: Iterator[T]) -> Iterator[T | Skipped]:
    """The items of a file, and if they break off the reason."""
    count = 0
    try:
        for item in items:
            count += not isinstance(item, Skipped)
            yield item
    except Unreadable as error:
        reason = str(error)
    except UnicodeDecodeError as error:
        reason = f"broken {error.encoding.upper()}"
    except OSError as error:
        reason = f"cannot be opened: {error.strerror or error}"
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # one file never stops the rest; parsers in Rust panic outside of Exception
        reason = f"could not be read: {type(error).__name__}: {error}"
    else:
        return
    before = f"; {count} record{'' if count == 1 else 's'} came before that" if count else ""
    yield Skipped(source=writable(path), reason=reason + before)


def _guarded(unit: Line | Record) -> Article | Skipped:
    try:
        return json.read_record(unit)
    except Exception as error:  # one record never stops the rest
        return Skipped(source=unit.source, reason=f"could not be read: {type(error).__name__}: {error}")


def _format(file: File) -> str:
    """The format by the file's name, else by how the file begins."""
    if file.head.removeprefix(codecs.BOM_UTF8).startswith(mail.SAVED):
        return "mail"
    named = files.form_of(file.suffix, file.head)
    if named == "text" and mail.is_sent(file.head.decode(decoding.guess_encoding(file.head), "replace")):
        return "mail"
    if named:
        return _lines_or(named, file)
    head = file.head.decode(decoding.guess_encoding(file.head), "replace").lstrip()
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        raise Unreadable("XML, a feed perhaps, which is not read here; save the pages it names")
    if mail.is_mail(head):
        return "mail"
    if mail.is_box(head):
        raise Unreadable("a box of several mails; save each as .eml")
    if _JSON.match(head):
        return _lines_or("json", file)
    return "table" if table.find_delimiter(head.partition("\n")[0].rstrip("\r")) else "text"


def _lines_or(named: str, file: File) -> str:
    return "lines" if named == "json" and json.has_lines(file) else named
