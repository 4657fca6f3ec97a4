"""A store filled for the tests of search: read, indexed and grouped as told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runut import codec, face
from runut.desk import indexing
from runut.desk.queries import parse
from runut.desk.searching import Hits, search
from runut.lang import Language
from runut.model import Reading, Skipped, StoryArticle, StoryGroup
from runut.store import Store
from runut.store.records import FindingRow


def read(records: Iterable[Mapping[str, str]], using: Mapping[str, Language]) -> list[Reading]:
    """The readings of some articles, in their order."""
    readings = []
    for item in face.read_all(records, using=using):
        assert not isinstance(item, Skipped), item
        readings.append(item)
    return readings


def fill(store: Store, readings: Iterable[Reading], using: Mapping[str, Language]) -> None:
    """Keep and index some articles."""
    indexer = indexing.Indexer(using)
    with store.writing() as writer:
        for reading in readings:
            writer.add_articles([reading.article], origin="file")
            data = codec.reading_to_bytes(reading)
            writer.put_reading(reading.article.id, made_by="test", data=data, findings=findings(reading))
            writer.put_documents(reading.article.id, indexer.documents(reading))


def findings(reading: Reading) -> list[FindingRow]:
    """The rows that lists and search read."""
    article = reading.article.id
    rows = [
        FindingRow(
            id=s.id,
            article=article,
            layer="statements",
            start=s.start,
            end=s.end,
            text=s.text,
            name=s.speaker.name if s.speaker else None,
            day=s.said_on,
        )
        for s in reading.statements
    ]
    rows += [
        FindingRow(
            id=f.id,
            article=article,
            layer="figures",
            start=f.start,
            end=f.end,
            text=f.text,
            name=f.measure,
            low=f.low,
            high=f.high,
            day=f.as_of,
        )
        for f in reading.figures
    ]
    for name in reading.names:
        first = name.mentions[0]
        rows.append(
            FindingRow(
                id=name.id,
                article=article,
                layer="names",
                start=first.start,
                end=first.end,
                text=first.text,
                name=name.name,
            )
        )
    return rows


def group(store: Store, story: str, readings: Iterable[Reading]) -> None:
    """Put articles in a story."""
    articles = tuple(StoryArticle(id=r.article.id, source=r.article.source) for r in readings)
    with store.writing() as writer:
        writer.put_stories([StoryGroup(id=story, title=None, first=None, last=None, articles=articles)])


def find(store: Store, query: str, using: Mapping[str, Language], limit: int = 50, offset: int = 0) -> Hits:
    """What a query finds in a store."""
    parsed = parse(query, using)
    with store.reading() as view:
        return search(view, parsed, limit=limit, offset=offset)
