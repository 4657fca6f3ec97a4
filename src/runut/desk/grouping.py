"""Grouping: what was read into stories, at the cost of the stories that the new reports touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from runut import codec
from runut.comparing import stories
from runut.comparing.stories import Added, Standing
from runut.model import Sketch
from runut.store import SketchRow, View, Writer

# Where the new ones are at least this share of all, grouping all at once costs less than adding.
MANY = 0.25


def regroup(view: View) -> Added | None:
    """What becomes of the stories with the reports that are in none yet; None where there are none such."""
    fresh = {article: codec.unpack(data, Sketch) for article, data in view.unplaced()}
    if not fresh:
        return None
    # a report that stands in a story and is not placed was read anew and tells other things now
    if len(fresh) < MANY * view.article_count() and not view.homes(fresh):
        try:
            return stories.add(fresh.values(), _Archive(view))
        except ValueError:  # links of another version: all are found anew
            pass
    sketches = [codec.unpack(row.data, Sketch) for row in view.sketches()]
    return stories.add_all(sketches, view.homes(s.article for s in sketches))


def keep(added: Added, writer: Writer) -> None:
    """Put the outcome into a store."""
    writer.put_stories(added.stories, added.changes, gone=added.gone)
    writer.put_links((s.article, codec.links_to_bytes(s.bands, s.links)) for s in added.standings)


class _Archive:
    """The reports of a store that stand in stories."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._data: dict[str, bytes] = {}

    def of_days(self, first: int, last: int) -> Iterator[Standing]:
        return self._standing(self._view.sketches(from_day=_day(first), to_day=_day(last)))

    def undated(self) -> Iterator[Standing]:
        return self._standing(self._view.sketches(undated=True))

    def of_stories(self, stories: Iterable[str]) -> Iterator[Standing]:
        return self._standing(self._view.sketches(stories=stories))

    def sketches(self, articles: Iterable[str]) -> Mapping[str, Sketch]:
        return {a: codec.unpack(self._data[a], Sketch) for a in articles}

    def story_of(self, article: str) -> str | None:
        return self._view.story_of(article)

    def _standing(self, rows: Iterable[SketchRow]) -> Iterator[Standing]:
        for row in rows:
            if row.links is not None:
                self._data[row.article] = row.data
                keys, links = codec.links_from_bytes(row.links)
                day = date.fromisoformat(row.day).toordinal() if row.day else 0
                yield Standing(article=row.article, day=day, bands=keys, links=links, story=row.story)


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
