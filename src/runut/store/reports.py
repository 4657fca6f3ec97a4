"""The part of the store that holds articles, their readings, findings and sketches, and what gave no article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, or_, select, update

from runut.codec import content_id, told_by
from runut.model import Article, Skipped
from runut.store.columns import limited, within
from runut.store.records import ArticleRow, FindingRow, SketchRow, SkippedRow
from runut.store.rows import Keeping, Viewing, chunks
from runut.store.schema import articles, readings, sketches, skipped, story_articles, texts
from runut.store.schema import findings as finding_rows

_TAKEN = ("id", "source", "sha256", "title", "outlet", "url", "published", "authors", "language", "page_sha256")
_LISTED = ("seq", "id", "source", "sha256", "title", "outlet", "url", "published", "language", "added_at", "origin")
_FOUND = ("id", "article", "layer", "start", "end", "text", "name", "low", "high", "day", "data")
_DAY = 10  # characters of a day
_STREAMED = 500  # sketches at a time


class ReportsView(Viewing):
    """What was taken in and read."""

    __slots__ = ()

    def article(self, id: str) -> Article | None:
        """An article with its text; None where there is none of this id."""
        return self.articles([id]).get(id)

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Articles by their ids, in the order of these; ids of none are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Article] = {}
        for some in chunks(wanted):
            for row in self._connection.execute(_whole().where(articles.c.id.in_(some))):
                found[row.id] = _article(row)
        return {id: found[id] for id in wanted if id in found}

    def article_rows(
        self,
        *,
        ids: Iterable[str] | None = None,
        story: str | None = None,
        outlet: str | None = None,
        published_from: str | None = None,
        published_to: str | None = None,
        before_seq: int | None = None,
        limit: int | None = 100,
    ) -> list[ArticleRow]:
        """Articles without their texts, last added first.

        `published_from` and `published_to` are days, both included; an article that names no day is in no such range. The next page is
        asked for with `before_seq`, the `seq` of the last row. `limit` None: all.
        """
        query = (
            select(
                *(articles.c[name] for name in _LISTED),
                articles.c.size,
                story_articles.c.story,
                articles.c.made_by,
                articles.c.unread_why,
            )
            .join(story_articles, story_articles.c.article == articles.c.id, isouter=True)
            .order_by(articles.c.seq.desc())
            .limit(limited(limit))
        )
        day = func.substr(articles.c.published, 1, _DAY)
        if story is not None:
            query = query.where(story_articles.c.story == story)
        if outlet is not None:
            query = query.where(articles.c.outlet == outlet)
        if published_from is not None:
            query = query.where(day >= published_from)
        if published_to is not None:
            query = query.where(day <= published_to)
        if before_seq is not None:
            query = query.where(articles.c.seq < within(before_seq))
        if ids is None:
            return [_article_row(row) for row in self._connection.execute(query)]
        found = [
            _article_row(row)
            for some in chunks(dict.fromkeys(ids))
            for row in self._connection.execute(query.where(articles.c.id.in_(some)))
        ]
        return sorted(found, key=lambda row: -row.seq)[: limited(limit)]

    def same_url(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Of these articles those whose address others have that were kept before, with the ids of these, the last kept first."""
        rows = {row.id: row for row in self.article_rows(ids=ids, limit=None) if row.url}
        alike: dict[str, list[tuple[int, str]]] = {}
        for some in chunks(dict.fromkeys(row.url for row in rows.values())):
            query = select(articles.c.seq, articles.c.id, articles.c.url).where(articles.c.url.in_(some))
            for seq, id_, url in self._connection.execute(query.order_by(articles.c.seq.desc())):
                alike.setdefault(url, []).append((seq, id_))
        found = {id_: tuple(other for seq, other in alike[row.url or ""] if seq < row.seq) for id_, row in rows.items()}
        return {id_: before for id_, before in found.items() if before}

    def article_count(self) -> int:
        """How many articles there are."""
        return self._connection.execute(select(func.count()).select_from(articles)).scalar_one()

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets named and how many articles each has, the most first."""
        count = func.count()
        query = select(articles.c.outlet, count).where(articles.c.outlet.is_not(None)).group_by(articles.c.outlet)
        return [(row[0], row[1]) for row in self._connection.execute(query.order_by(count.desc(), articles.c.outlet))]

    def unread(self, made_by: str, limit: int | None = 100) -> list[Article]:
        """Articles that `made_by`, a version, has neither read nor found unreadable, first added first."""
        query = _whole().where(_unread(made_by)).order_by(articles.c.seq).limit(limited(limit))
        return [_article(row) for row in self._connection.execute(query)]

    def unread_count(self, made_by: str) -> int:
        """How many articles `unread` would give."""
        return self._connection.execute(select(func.count()).select_from(articles).where(_unread(made_by))).scalar_one()

    def reading(self, article: str) -> bytes | None:
        """The reading of an article, None where it has none."""
        return self.readings([article]).get(article)

    def readings(self, ids: Iterable[str], made_by: str | None = None) -> dict[str, bytes]:
        """Readings by the ids of their articles; with `made_by` only those of this version."""
        out: dict[str, bytes] = {}
        for some in chunks(dict.fromkeys(ids)):
            query = select(readings.c.article, readings.c.data).where(readings.c.article.in_(some))
            if made_by is not None:
                query = query.where(readings.c.made_by == made_by)
            out.update((row[0], row[1]) for row in self._connection.execute(query))
        return out

    def findings(
        self,
        *,
        article: str | None = None,
        layer: str | None = None,
        name: str | None = None,
        limit: int | None = 1000,
    ) -> list[FindingRow]:
        """Findings of one article, layer or name, each article's in the order of its reading; `limit` None: all."""
        query = select(*(finding_rows.c[field] for field in _FOUND)).order_by(
            finding_rows.c.article, finding_rows.c.place
        )
        for column, value in (
            (finding_rows.c.article, article),
            (finding_rows.c.layer, layer),
            (finding_rows.c.name, name),
        ):
            if value is not None:
                query = query.where(column == value)
        return [
            FindingRow(**dict(zip(_FOUND, row, strict=True)))
            for row in self._connection.execute(query.limit(limited(limit)))
        ]

    def sketches(
        self,
        *,
        from_day: str | None = None,
        to_day: str | None = None,
        undated: bool = False,
        stories: Iterable[str] | None = None,
    ) -> Iterator[SketchRow]:
        """Sketches in the order of day and article, those without a day last; all of them where nothing is asked.

        `from_day` and `to_day` are both included; `undated` gives those without a day alone, `stories` those of these stories alone.
        """
        query = (
            select(sketches.c.article, sketches.c.day, sketches.c.data, sketches.c.links, story_articles.c.story)
            .join(story_articles, story_articles.c.article == sketches.c.article, isouter=True)
            .order_by(sketches.c.day.is_(None), sketches.c.day, sketches.c.article)
        )
        if undated:
            query = query.where(sketches.c.day.is_(None))
        if from_day is not None:
            query = query.where(sketches.c.day >= from_day)
        if to_day is not None:
            query = query.where(sketches.c.day <= to_day)
        found: Iterable[Any]
        if stories is None:
            found = self._connection.execute(query.execution_options(yield_per=_STREAMED))
        else:
            some: list[Any] = [
                row
                for part in chunks(dict.fromkeys(stories))
                for row in self._connection.execute(query.where(story_articles.c.story.in_(part)))
            ]
            found = sorted(some, key=lambda row: (row.day is None, row.day or "", row.article))
        for row in found:
            yield SketchRow(article=row.article, day=row.day, data=row.data, links=row.links, story=row.story)

    def unplaced(self, limit: int | None = None) -> list[tuple[str, bytes]]:
        """Articles that were sketched and not grouped yet, with their sketches."""
        query = select(sketches.c.article, sketches.c.data).where(sketches.c.links.is_(None))
        return [
            (r[0], r[1]) for r in self._connection.execute(query.order_by(sketches.c.article).limit(limited(limit)))
        ]

    def skipped(self, *, job: str | None = None, limit: int | None = 1000) -> list[SkippedRow]:
        """What gave no article, the last first; that of one job where it is given."""
        query = select(skipped).order_by(skipped.c.seq.desc()).limit(limited(limit))
        if job is not None:
            query = query.where(skipped.c.job == job)
        return [
            SkippedRow(seq=row.seq, at=row.at, source=row.source, reason=row.reason, job=row.job)
            for row in self._connection.execute(query)
        ]


class ReportsWriter(Keeping, ReportsView):
    """Taking in and reading."""

    __slots__ = ()

    def add_articles(self, new: Iterable[Article], *, origin: str) -> list[tuple[str, bool]]:
        """Keep articles; their ids in the order given, each with whether it was new. Those that are kept already stay as they are.

        One with an address that tells all as another that is kept is that one.
        """
        given = list(new)
        known: set[str] = set()
        for some in chunks({a.id for a in given}):
            known.update(self._connection.execute(select(articles.c.id).where(articles.c.id.in_(some))).scalars())
        told = self._told([a for a in given if a.url and a.id not in known])
        known.update(told.values())
        out: list[tuple[str, bool]] = []
        taken: list[Article] = []
        for article in given:
            same = told.setdefault(told_by(article), article.id) if article.url else article.id
            if article.id in known or same in known:
                out.append((article.id if article.id in known else same, False))
            else:
                out.append((article.id, True))
                known.add(article.id)
                taken.append(article)
        if taken:
            at = self._now()
            rows = [
                {name: getattr(a, name) for name in _TAKEN} | {"size": len(a.text), "added_at": at, "origin": origin}
                for a in taken
            ]
            self._connection.execute(insert(articles), rows)
            self._connection.execute(insert(texts), [{"article": a.id, "text": a.text} for a in taken])
        return out

    def _told(self, new: list[Article]) -> dict[bytes, str]:
        """The ids of the articles that are kept with the texts of these, by what they tell; of several alike the first."""
        out: dict[bytes, str] = {}
        for some in chunks(dict.fromkeys(a.sha256 for a in new)):
            columns = (articles.c[name] for name in ("seq", *_TAKEN))
            found = self._connection.execute(select(*columns).where(articles.c.sha256.in_(some))).all()
            for row in sorted(found, key=lambda row: int(row.seq)):
                out.setdefault(told_by(_article(row, "")), row.id)
        return out

    def put_reading(self, article: str, *, made_by: str, data: bytes, findings: Iterable[FindingRow]) -> None:
        """Keep the reading of an article and its findings, in place of what was there; raises KeyError for no article of this id."""
        self._mark(article, made_by, None)
        self._clear(article)
        self._connection.execute(insert(readings), [{"article": article, "made_by": made_by, "data": data}])
        rows = [
            {field: getattr(row, field) for field in _FOUND} | {"article": article, "place": place}
            for place, row in enumerate(findings)
        ]
        if rows:
            self._connection.execute(insert(finding_rows), rows)

    def put_unreadable(self, article: str, *, made_by: str, why: str) -> None:
        """Keep why an article could not be read; raises KeyError for no article of this id."""
        self._mark(article, made_by, why)
        self._clear(article)

    def _mark(self, article: str, made_by: str, why: str | None) -> None:
        marked = update(articles).where(articles.c.id == article).values(made_by=made_by, unread_why=why)
        if not self._connection.execute(marked).rowcount:
            raise KeyError(article)

    def _clear(self, article: str) -> None:
        self._connection.execute(delete(readings).where(readings.c.article == article))
        self._connection.execute(delete(finding_rows).where(finding_rows.c.article == article))

    def put_sketch(self, article: str, day: str | None, data: bytes) -> None:
        """Keep the sketch of an article; one that is new or other than it was has no links yet."""
        row = self._connection.execute(
            select(sketches.c.day, sketches.c.data).where(sketches.c.article == article)
        ).one_or_none()
        if row is None:
            self._connection.execute(insert(sketches), [{"article": article, "day": day, "data": data}])
        elif (row.day, row.data) != (day, data):
            self._connection.execute(
                update(sketches).where(sketches.c.article == article).values(day=day, data=data, links=None)
            )

    def put_links(self, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep what grouping found of sketches, by their articles."""
        linked = [{"of": article, "found": links} for article, links in rows]
        if linked:
            put = update(sketches).where(sketches.c.article == bindparam("of")).values(links=bindparam("found"))
            self._connection.execute(put, linked)

    def note_skipped(self, items: Iterable[Skipped], *, job: str | None = None) -> None:
        """Keep what gave no article, and why; the same thing for the same reason once."""
        rows = {
            content_id("skipped", item.source, item.reason, job): {
                "source": item.source,
                "reason": item.reason,
                "job": job,
            }
            for item in items
        }
        for some in chunks(list(rows)):
            known = self._connection.execute(select(skipped.c.key).where(skipped.c.key.in_(some))).scalars()
            for key in set(known):
                del rows[key]
        if rows:
            at = self._now()
            self._connection.execute(insert(skipped), [row | {"key": key, "at": at} for key, row in rows.items()])


def _unread(made_by: str) -> Any:
    return or_(articles.c.made_by.is_(None), articles.c.made_by != made_by)


def _whole() -> Select[Any]:
    columns = (articles.c[name] for name in _TAKEN)
    return select(*columns, texts.c.text).join(texts, texts.c.article == articles.c.id)


def _article(row: Any, text: str | None = None) -> Article:
    return Article(text=row.text if text is None else text, **{name: getattr(row, name) for name in _TAKEN})


def _article_row(row: Any) -> ArticleRow:
    return ArticleRow(
        **{name: getattr(row, name) for name in _LISTED},
        size=row.size,
        story=row.story,
        read=row.made_by is not None and row.unread_why is None,
        unread_why=row.unread_why,
    )
