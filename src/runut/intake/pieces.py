"""The same intake for many processes: files in order, split into pieces that any of them can read by itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from runut.intake import files, formats
from runut.intake.articles import writable
from runut.intake.units import Line, Record, Unit, Whole
from runut.model import Article, Skipped

UNITS = 500
"""Units a piece."""
MAX_CHARACTERS = 8 << 20
"""Characters of text that the units of a piece hold together before it is closed early."""
# A file up to this size is read by whoever reads its piece; the parent does not open it.
SMALL_BYTES = 1 << 16
# A document of records up to this size is taken apart by the parent, where one of them ends its worker.
MAX_UNFOLDED = 1 << 24


@dataclass(frozen=True, slots=True)
class Input:
    """A file: its path, its size in bytes (0 where that is not told), and what changes when the file does."""

    path: str
    size: int
    state: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some units in their order, the piece's number from 0, and how many bytes of the inputs they stand for."""

    number: int
    units: tuple[Unit, ...]
    octets: int


def inputs(sources: Iterable[str | os.PathLike[str]]) -> list[Input | Skipped]:
    """The files that paths, folders, globs and stores name, in order, each once; what is none is `Skipped`."""
    listed: list[Input | Skipped] = []
    known: set[str] = set()
    for source in sources:
        given = os.fspath(source)
        for found in [given] if given == files.STDIN else files.find(given):
            if isinstance(found, Skipped):
                listed.append(found)
            elif (identity := files.identity_of(found)) in known:
                listed.append(Skipped(source=writable(found), reason="given twice"))
            else:
                known.add(identity)
                listed.append(Input(found, *files.size_and_state(found)))
    return listed


def split(listed: Iterable[Input | Skipped], *, units: int = UNITS) -> Iterator[Piece]:
    """Pieces of at most `units` units each, the same for the same inputs; small files are not opened, lines not parsed."""
    number, waiting, characters, octets = 0, list[Unit](), 0, 0
    for item in listed:
        size = item.size if isinstance(item, Input) else 0
        done = 0
        for unit, at in _units_of(item):
            waiting.append(unit)
            characters += _length(unit)
            octets, done = octets + max(0, min(at, size) - done), max(done, min(at, size))
            if len(waiting) == units or characters >= MAX_CHARACTERS:
                yield Piece(number, tuple(waiting), octets)
                number, waiting, characters, octets = number + 1, [], 0, 0
        octets += size - done
    if waiting or octets:
        yield Piece(number, tuple(waiting), octets)


def narrow(piece: Piece, start: int, stop: int) -> Piece:
    """The piece with only these of its units."""
    return replace(piece, units=piece.units[start:stop])


def read_piece(piece: Piece) -> Iterator[Article | Skipped]:
    """Every article of a piece, in order, and a `Skipped` for each thing that gave none."""
    return formats.read_units(piece.units)


def where(unit: Unit) -> str:
    """What a unit is called, to say that reading it failed."""
    return unit.source


def unfold(unit: Unit) -> tuple[Unit, ...]:
    """The records of a file of records that is one unit for being small; any other unit as it is."""
    if not isinstance(unit, Whole):
        return (unit,)
    records = tuple(formats.split(unit.path))
    if records and not isinstance(records[0], Whole):
        return records
    is_json = files.SUFFIXES.get(files.suffix_of(unit.path)) == "json"
    if is_json and files.size_and_state(unit.path)[0] <= MAX_UNFOLDED:
        return tuple(formats.read(unit.path))
    return (unit,)


def _units_of(item: Input | Skipped) -> Iterator[tuple[Unit, int]]:
    """The units of an input, and how many of its bytes had been read at each."""
    if isinstance(item, Skipped):
        yield item, 0
        return
    form = files.SUFFIXES.get(files.suffix_of(item.path))
    if item.path != files.STDIN and (form in files.PAGES or 0 < item.size <= SMALL_BYTES):
        yield Whole(writable(item.path), item.path), item.size
        return
    position = files.Position()
    for unit in formats.split(item.path, position):
        yield unit, position.at


def _length(unit: Unit) -> int:
    if isinstance(unit, Line):
        return len(unit.text)
    if isinstance(unit, Record):
        return sum(len(value) for value in unit.fields.values() if isinstance(value, str))
    return len(unit.text) if isinstance(unit, Article) else 0
