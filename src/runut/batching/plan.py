"""What a batch does: its inputs cut into numbered chunks, and its options. The same for any number of workers and for any engine."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from runut import codec
from runut._version import __version__
from runut.intake import pieces, remote
from runut.intake.pieces import Input, Piece
from runut.model import FurnitureProfile, Skipped
from runut.pipeline import LAYERS

CHUNK = 500
"""Records in a chunk: what a kill costs at most, times the workers."""
# What stories are made from; without them a sketch would be another one.
SKETCHED = ("names", "dates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How articles are read and which tables are written; two runs with equal options and inputs write equal tables."""

    layers: tuple[str, ...] = LAYERS
    text: bool = True
    stories: bool = True
    anchor: str | None = None
    furniture_profile: FurnitureProfile | None = None
    chunk: int = CHUNK

    @property
    def read(self) -> frozenset[str]:
        """The layers that must be read: those asked for, and those that stories are made from."""
        return frozenset(self.layers) | (frozenset(SKETCHED) if self.stories else frozenset())

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that every chunk writes."""
        return ("articles", *self.layers, *(("sketches",) if self.stories else ()), "skipped")

    def to_jsonable(self) -> dict[str, Any]:
        """The options as the manifest holds them, a furniture profile by its id."""
        profile = self.furniture_profile
        return {
            "layers": list(self.layers),
            "text": self.text,
            "stories": self.stories,
            "anchor": self.anchor,
            "furniture_profile": None if profile is None else codec.profile_id(profile),
            "chunk": self.chunk,
        }


@dataclass(frozen=True, slots=True)
class Plan:
    """The inputs of a batch in order, with what gave none, the options, and what carries it out."""

    inputs: tuple[Input | Skipped, ...]
    options: Options
    engine: str = "local"

    @property
    def files(self) -> tuple[Input, ...]:
        """The inputs that are there."""
        return tuple(i for i in self.inputs if isinstance(i, Input))

    @property
    def left(self) -> tuple[Skipped, ...]:
        """What was named and is no input, with the reason."""
        return tuple(i for i in self.inputs if isinstance(i, Skipped))

    @property
    def octets(self) -> int:
        """Bytes of all inputs, as they lie there."""
        return sum(i.size for i in self.files)

    def to_jsonable(self) -> dict[str, Any]:
        """What a run is: the same only for the same version, inputs and options."""
        return {
            "version": __version__,
            "engine": self.engine,
            "options": self.options.to_jsonable(),
            "inputs": [{"path": i.path, "size": i.size, "state": i.state} for i in self.files],
        }

    def chunks(self) -> Iterator[Piece]:
        """The chunks in order; `Piece.number` counts them from 0."""
        return pieces.split(self.inputs, units=self.options.chunk)


def make(sources: Iterable[str], options: Options, engine: str = "local") -> Plan:
    """The plan for these paths, folders, globs and addresses; raises ValueError for standard input, which cannot be read again."""
    given = list(sources)
    if "-" in given:
        raise ValueError("a batch reads files, not standard input: after a stop it could not be read again")
    return Plan(tuple(pieces.inputs(given)), options, engine)


def check_apart(out: str, sources: Sequence[str]) -> None:
    """Raise ValueError where what is written would lie in a folder that is read, or in no folder."""
    if remote.is_remote(out):
        raise ValueError(f"{out}: tables are written into a folder here; write one and copy it there")
    inside = os.path.realpath(out)
    for source in sources:
        if os.path.isdir(source) and os.path.commonpath([os.path.realpath(source), inside]) == os.path.realpath(source):
            raise ValueError(f"{out} lies in {source}, which is read; write somewhere else")
