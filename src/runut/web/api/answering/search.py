"""Search."""

from __future__ import annotations

from runut.web.api.answering import paging
from runut.web.api.answering.articles import summary
from runut.web.api.operations import Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import Match, SearchHit, SearchPage


def find(call: Call) -> Reply:
    """A page of hits, the best first."""
    given = dict(call.arguments)
    text, limit = given.pop("q"), given.pop("limit")
    given.pop("cursor")
    offset = paging.place(call) or 0
    try:
        found = call.desk.search(text, **given, limit=limit, offset=offset)
    except ValueError as error:
        raise Problem("bad-parameter", str(error), {"parameter": "q"}) from None
    hits = tuple(
        SearchHit(
            kind=hit.kind,
            ref=hit.ref,
            article=summary(hit.article),
            story=hit.story,
            text=hit.text,
            start=hit.start,
            end=hit.end,
            matches=tuple(Match(start=s.start, end=s.end) for s in hit.spans),
        )
        for hit in found.hits
    )
    end = offset + len(hits)
    cursor, headers = paging.following(call, end if hits and end < found.total else None)
    return Reply(content=SearchPage(total=found.total, hits=hits, next=cursor), headers=headers)
