"""A store filled for the tests of search: read, indexed and grouped as told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runut import codec, face
from runut.desk import indexing
from runut.desk.queries import parse
from runut.desk.reading import find_rows
from runut.desk.searching import Hits, search
from runut.lang import Language
from runut.model import Reading, Skipped, StoryArticle, StoryGroup
from runut.store import Store


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
            writer.put_reading(reading.article.id, made_by="test", data=data, findings=find_rows(reading))
            writer.put_documents(reading.article.id, indexer.documents(reading))


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
