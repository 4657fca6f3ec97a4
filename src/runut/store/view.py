"""A view of a store and a writer to it: each one transaction."""

from __future__ import annotations

from collections.abc import Iterable

from runut.store import searching
from runut.store.grouped import StoriesView, StoriesWriter
from runut.store.judged import JudgementsView, JudgementsWriter
from runut.store.reports import ReportsView, ReportsWriter
from runut.store.work import WorkView, WorkWriter


class View(ReportsView, StoriesView, JudgementsView, WorkView):
    """A store as it was at one moment, while others write on."""

    __slots__ = ()

    def search(self, wanted: searching.Wanted, *, limit: int = 20, offset: int = 0) -> list[searching.Match]:
        """The documents that have what is wanted, best first."""
        return searching.search(self._connection, wanted, limit=limit, offset=offset)

    def count(self, wanted: searching.Wanted) -> dict[str, int]:
        """How many documents of each kind have what is wanted."""
        return searching.count(self._connection, wanted)

    def indexed(self, ids: Iterable[str]) -> dict[str, searching.Indexed]:
        """What was indexed of articles, by their ids."""
        return searching.indexed(self._connection, ids)


class Writer(View, ReportsWriter, StoriesWriter, JudgementsWriter, WorkWriter):
    """A view that also writes: all that it writes is kept together, or nothing."""

    __slots__ = ()

    def put_documents(self, article: str, documents: Iterable[searching.Document]) -> None:
        """Keep what search finds of an article, in place of what was there."""
        searching.put_documents(self._connection, article, documents)
