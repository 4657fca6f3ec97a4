"""One chunk read: from its raw records to the rows of all tables. The same function for every engine."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

import pyarrow as pa

from runut import lang, pipeline
from runut.batching import tables
from runut.batching.plan import Options
from runut.batching.tables import Row
from runut.comparing import anchors, stories
from runut.intake import GIVEN_TWICE, pieces
from runut.intake.pieces import Piece
from runut.lang import Language
from runut.model import Article, Reading, Skipped
from runut.reading.furniture import recurring

# Processor seconds that one article may take; the longest that is taken in (2,000,000 characters) takes about 10.
PATIENCE = 300

# A reason tells what is particular behind one of these.
_PARTICULAR = re.compile(r": |; | \(")
_NUMBER = re.compile(r"(?<![A-Za-z])\d[\d.,]*")  # no letter before it: s3 is a name


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of a chunk: `taken` things in it, of which some are rows of `articles` and the others rows of `skipped`."""

    tables: Mapping[str, pa.Table]
    taken: int


def reader(options: Options) -> Callable[[Article], Reading]:
    """A function that reads an article as the options want it; it loads all languages, which takes a second."""
    languages = {code: lang.load(code) for code in lang.codes()}
    known = recurring.settle(options.furniture_profile)
    wanted = None if options.read == frozenset(pipeline.LAYERS) else options.read

    def read(article: Article) -> Reading:
        first = pipeline.glance(article, languages, known)
        anchor = anchors.settle([first], options.anchor, languages)[article.id]
        return pipeline.read(first, anchor, languages, wanted)

    return read


def work(piece: Piece, options: Options, read: Callable[[Article], Reading], indonesian: Language) -> Worked:
    """Read all articles of a chunk; one that fails stands in `skipped`, and so does one whose id came before in this chunk."""
    return gather(pieces.read_piece(piece), options, read, indonesian)


def gather(
    items: Iterable[Article | Skipped],
    options: Options,
    read: Callable[[Article], Reading],
    indonesian: Language,
) -> Worked:
    """The tables of these articles."""
    rows: dict[str, list[Row]] = {name: [] for name in options.tables}
    taken = 0
    ids: set[str] = set()
    for item in items:
        taken += 1
        if isinstance(item, Article):
            if item.id in ids:
                rows["skipped"].append(skipped_row(Skipped(source=item.source, reason=GIVEN_TWICE)))
                continue
            ids.add(item.id)
            try:
                with _patience():
                    reading = read(item)
                    own = tables.rows_of(reading, text=options.text)
                    if options.stories:
                        own["sketches"] = [tables.sketch_row(stories.sketch(reading, indonesian))]
            except Exception as error:  # one article never stops the rest
                reason = f"could not be read: {type(error).__name__}: {error}"
                rows["skipped"].append(skipped_row(Skipped(source=item.source, reason=reason)))
                continue
            for name, found in own.items():
                if name in rows:
                    rows[name] += found
        else:
            rows["skipped"].append(skipped_row(item))
    return Worked({name: tables.made(name, found) for name, found in rows.items()}, taken)


def skipped_row(skipped: Skipped) -> Row:
    """The row of a thing that gave no article; `kind` is its reason without what is particular to it."""
    return skipped.source, _NUMBER.sub("N", _PARTICULAR.split(skipped.reason, maxsplit=1)[0]), skipped.reason


def without(table: pa.Table, name: str, ids: set[str]) -> pa.Table:
    """A table without the rows of these articles."""
    column = table.column("id" if name == "articles" else "article")
    kept = pa.array([i not in ids for i in column.to_pylist()], pa.bool_())
    return table.filter(kept)


@contextmanager
def _patience() -> Iterator[None]:
    """Raise TimeoutError in work that takes more than PATIENCE seconds of the processor, where the system can tell."""
    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGVTALRM) is not _give_up:
        yield
        return
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _give_up(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"it took more than {PATIENCE} s of the processor")


def be_patient() -> None:
    """Let `work` give up on an article that takes too long; once, in the main thread of a process."""
    if hasattr(signal, "SIGVTALRM"):
        signal.signal(signal.SIGVTALRM, _give_up)
