"""Articles: added, listed, got."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from runut.desk import jobs
from runut.web.api.answering import paging
from runut.web.api.operations import BASE, Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import Added, Articles, ArticleSummary, ArticleTold

if TYPE_CHECKING:
    from runut.store.records import ArticleRow


def add(call: Call) -> Reply:
    """Take the records in; they are in the store when the answer is given, read and grouped after it."""
    records = call.raw if isinstance(call.raw, list) else [call.raw]
    taken = call.desk.take_in(records, origin="api")
    if not taken.new and not taken.known:
        raise Problem("nothing-taken", "; ".join(s.reason for s in taken.skipped[:5]), {"skipped": taken.skipped})
    job = jobs.ask_catch_up(call.desk.store) if taken.new else None
    content = Added(new=taken.new, known=taken.known, skipped=taken.skipped, job=job)
    ids = (*taken.new, *taken.known)
    headers = {"Location": f"{BASE}/articles/{ids[0]}"} if len(ids) == 1 else {}
    return Reply(content=content, status=201 if taken.new else 200, headers=headers)


def list_all(call: Call) -> Reply:
    """A page of articles, what was added last first."""
    given = call.arguments
    with call.desk.store.reading() as view:
        rows = view.article_rows(
            story=given["story"],
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
