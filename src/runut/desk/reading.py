"""Reading what was taken in: each article by itself, in one process or several, into what the store keeps of it."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from runut import codec, lang, pipeline
from runut._version import __version__
from runut.comparing import anchors, stories
from runut.desk import indexing
from runut.lang import Language
from runut.model import Article, Figure, Name, Reading, Statement
from runut.store import FindingRow, Writer
from runut.store.searching import Document

MADE_BY = f"runut {__version__}"
"""What readings and accounts were made by: those of another version are made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is kept of one article that was read; where it could not be, `why` and nothing else."""

    article: str
    source: str
    why: str | None = None
    data: bytes = b""
    findings: tuple[FindingRow, ...] = ()
    day: str | None = None
    sketch: bytes = b""
    documents: tuple[Document, ...] = ()

    def keep(self, writer: Writer) -> None:
        """Put it into a store."""
        if self.why is not None:
            writer.put_unreadable(self.article, made_by=MADE_BY, why=self.why)
            return
        writer.put_reading(self.article, made_by=MADE_BY, data=self.data, findings=self.findings)
        writer.put_sketch(self.article, self.day, self.sketch)
        writer.put_documents(self.article, self.documents)


class Reader:
    """What reading needs, loaded once."""

    def __init__(self, using: Mapping[str, Language] | None = None) -> None:
        self._using = using or {code: lang.load(code) for code in lang.codes()}
        self._indexer = indexing.Indexer(self._using)

    def read(self, article: Article) -> Read:
        """All that is kept of an article, which is read by itself; one that cannot be read stops nothing."""
        try:
            return self._read(article)
        except Exception as error:
            return Read(article=article.id, source=article.source, why=f"{type(error).__name__}: {error}")

    def _read(self, article: Article) -> Read:
        first = pipeline.glance(article, self._using)
        reading = pipeline.read(first, anchors.settle([first], None, self._using)[article.id], self._using)
        sketch = stories.sketch(reading, self._using["id"])
        at = stories.place(sketch)
        return Read(
            article=article.id,
            source=article.source,
            data=codec.reading_to_bytes(reading),
            findings=tuple(find_rows(reading)),
            day=date.fromordinal(at).isoformat() if at else None,
            sketch=codec.pack(sketch),
            documents=tuple(self._indexer.documents(reading, first.view)),
        )


def find_rows(reading: Reading) -> Iterator[FindingRow]:
    """The findings of a reading as lists ask for them; a name once, where it stands first."""
    article = reading.article.id
    for name in reading.names:
        yield _name_row(name, article)
    for statement in reading.statements:
        yield _statement_row(statement, reading.anchor.day)
    for figure in reading.figures:
        yield _figure_row(figure)
    for d in reading.dates:
        id_ = codec.finding_id(article, "date", d.start, d.end)
        yield FindingRow(
            id=id_, article=article, layer="dates", start=d.start, end=d.end, text=d.text, name=d.value, day=d.value
        )
    for e in reading.events:
        yield FindingRow(
            id=e.id, article=article, layer="events", start=e.start, end=e.end, text=e.text, name=e.type, day=e.date
        )


def _name_row(name: Name, article: str) -> FindingRow:
    first = name.mentions[0]
    return FindingRow(
        id=name.id,
        article=article,
        layer="names",
        start=first.start,
        end=first.end,
        text=first.text,
        name=name.name,
        data=name.type.encode(),
    )


def _statement_row(statement: Statement, day: str | None) -> FindingRow:
    speaker = statement.speaker
    return FindingRow(
        id=statement.id,
        article=statement.article,
        layer="statements",
        start=statement.start,
        end=statement.end,
        text=statement.text,
        name=(speaker.name or speaker.text) if speaker else None,
        day=statement.said_on or day,
    )


def _figure_row(figure: Figure) -> FindingRow:
    return FindingRow(
        id=figure.id,
        article=figure.article,
        layer="figures",
        start=figure.start,
        end=figure.end,
        text=figure.text,
        name=figure.measure,
        low=_bound(figure.low),
        high=_bound(figure.high),
        day=figure.as_of,
    )


def _bound(value: int | float | None) -> float | None:
    """A bound as databases keep it: none that is larger than any float."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


@contextmanager
def readers(using: Mapping[str, Language], workers: int) -> Iterator[Callable[[Iterable[Article]], Iterator[Read]]]:
    """A function that reads articles in their order, in so many processes (1: in this one)."""
    if workers == 1:
        reader = Reader(using)
        yield lambda articles: map(reader.read, articles)
        return
    context = get_context("spawn")  # a process that shares a store's open files with this one could take its locks away
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start) as pool:

        def read(articles: Iterable[Article]) -> Iterator[Read]:
            given = list(articles)
            size = -(-len(given) // workers)
            parts: list[Future[list[Read]]] = [
                pool.submit(_read_all, given[n : n + size]) for n in range(0, len(given), size)
            ]
            for part in parts:
                yield from part.result()

        yield read


_OF_WORKER: list[Reader] = []
"""The one of a worker process; empty in all others."""


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who reads the store, who lets these end what they have
    _OF_WORKER.append(Reader())
    gc.freeze()
    gc.disable()  # reading leaves few cycles behind, and looking for them takes a tenth of the time


def _read_all(articles: list[Article]) -> list[Read]:
    done = [_OF_WORKER[0].read(a) for a in articles]
    gc.collect(1)
    return done
