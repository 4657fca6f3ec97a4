"""Articles: added, listed, got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from runut import codec, intake
from runut.desk import jobs
from runut.intake.published import FIRST_YEAR, LAST_YEAR
from runut.model import Article, Skipped
from runut.web.api.answering import paging, stories
from runut.web.api.operations import BASE, Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import Added, Articles, ArticleSummary, ArticleTold, Note, SameUrl

if TYPE_CHECKING:
    from runut.store.records import ArticleRow

# Characters shown of a day that was not understood.
_SHOWN = 60


def add(call: Call) -> Reply:
    """Take the records in; they are in the store when the answer is given, read and grouped after it."""
    records = call.raw if isinstance(call.raw, list) else [call.raw]
    single, twice = _once(records)
    taken = call.desk.take_in(single, origin="api")
    skipped = (*taken.skipped, *twice)
    if not taken.new and not taken.known:
        raise Problem("nothing-taken", "; ".join(s.reason for s in skipped[:5]), {"skipped": skipped})
    job = jobs.ask_catch_up(call.desk.store) if taken.new else None
    content = Added(
        new=taken.new,
        known=taken.known,
        skipped=skipped,
        job=job,
        same_url=_same_url(call, taken.new),
        notes=tuple(_notes(records)),
    )
    ids = (*taken.new, *taken.known)
    headers = {"Location": f"{BASE}/articles/{ids[0]}"} if len(ids) == 1 else {}
    return Reply(content=content, status=201 if taken.new else 200, headers=headers)


def _once(records: list[Any]) -> tuple[list[Any], tuple[Skipped, ...]]:
    """The records without those that tell all as one before: one without an address is no second report here, as in a request after."""
    seen: set[bytes] = set()
    single: list[Any] = []
    twice: list[Skipped] = []
    for number, record in enumerate(records, 1):
        item = intake.from_record(record, otherwise=f"record#{number}") if isinstance(record, Mapping) else None
        told = codec.told_by(item) if isinstance(item, Article) and item.url is None else None
        if told is not None and told in seen:
            twice.append(Skipped(source=f"record#{number}", reason=f"{intake.GIVEN_TWICE}: all as in a record before"))
            continue
        if told is not None:
            seen.add(told)
        single.append(record)
    return single, tuple(twice)


def _same_url(call: Call, new: tuple[str, ...]) -> tuple[SameUrl, ...]:
    """The new articles whose addresses others have that were kept before them."""
    if not new:
        return ()
    with call.desk.store.reading() as view:
        found = view.same_url(new)
    return tuple(SameUrl(article=id_, before=found[id_]) for id_ in new if id_ in found)


def _notes(records: list[Any]) -> Iterator[Note]:
    """What of the records was not understood, though nothing is wrong with their texts."""
    for number, record in enumerate(records):
        if isinstance(record, Mapping) and (given := intake.unread_day(record)) is not None:
            shown = given if len(given) <= _SHOWN else given[:_SHOWN] + "…"
            note = f"{shown!r} tells no day from {FIRST_YEAR} to {LAST_YEAR}: the article is kept without one"
            yield Note(record=number, field="published", note=note)


def list_all(call: Call) -> Reply:
    """A page of articles, what was added last first."""
    given = call.arguments
    story = None if given["story"] is None else stories.present(call, given["story"])
    with call.desk.store.reading() as view:
        rows = view.article_rows(
            story=story,
            outlet=given["outlet"],
            published_from=given["published_from"],
            published_to=given["published_to"],
            before_seq=paging.place(call),
            limit=given["limit"] + 1,
        )
    shown = rows[: given["limit"]]
    cursor, headers = paging.following(call, shown[-1].seq if len(rows) > len(shown) else None)
    return Reply(content=Articles(articles=tuple(map(summary, shown)), next=cursor), headers=headers)


def get(call: Call) -> Reply:
    """An article with its text."""
    id_ = call.arguments["id"]
    with call.desk.store.reading() as view:
        rows = view.article_rows(ids=[id_])
        article = view.article(id_) if rows else None
    if article is None:
        raise Problem("not-found", f"no article {id_}")
    (row,) = rows
    told = ArticleTold(
        article=article,
        added_at=row.added_at,
        origin=row.origin,
        story=row.story,
        read=row.read,
        unread_why=row.unread_why,
    )
    return Reply(content=told)


def get_reading(call: Call) -> Reply:
    """All findings of an article: the reading that is kept, else one made now."""
    id_ = call.arguments["id"]
    try:
        return Reply(content=call.desk.reading(id_))
    except KeyError:
        raise Problem("not-found", f"no article {id_}") from None
    except ValueError as error:
        raise Problem("unreadable", str(error)) from None


def summary(row: ArticleRow) -> ArticleSummary:
    """A row of the store as the API tells it."""
    return msgspec.convert(row, ArticleSummary, from_attributes=True)
