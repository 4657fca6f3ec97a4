"""Search."""

from __future__ import annotations

from runut.desk.queries import QueryError
from runut.web.api.answering import paging, stories
from runut.web.api.answering.articles import summary
from runut.web.api.operations import Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import Match, SearchHit, SearchPage


def find(call: Call) -> Reply:
    """A page of hits, the best first."""
    given = call.arguments
    offset = paging.place(call) or 0
    if given["story"] is not None:
        stories.present(call, given["story"])
    try:
        found = call.desk.search(
            given["q"],
            kinds=_listed(given["kind"]),
            outlets=_listed(given["outlet"]),
            speakers=_listed(given["speaker"]),
            measures=_listed(given["measure"]),
            stories=_listed(given["story"]),
            from_day=given["from"],
            to_day=given["to"],
            limit=given["limit"],
            offset=offset,
        )
    except QueryError as error:
        if error.of is not None:
            raise Problem("bad-parameter", f"{error.of}: {error}", {"parameter": error.of}) from None
        raise Problem("bad-query", str(error), {"parameter": "q", "at": error.at}) from None
    hits = tuple(
        SearchHit(
            kind=hit.kind,
            ref=hit.ref,
            name=hit.finding.name if hit.finding else None,
            day=hit.day,
            article=summary(hit.article),
            story=hit.story,
            title=hit.title,
            text=hit.text,
            start=hit.start,
            end=hit.end,
            matches=tuple(Match(start=s.start, end=s.end) for s in hit.spans),
            title_spans=tuple(Match(start=start, end=end) for start, end in hit.title_spans),
        )
        for hit in found.hits
    )
    end = offset + len(hits)
    cursor, headers = paging.following(call, end if hits and end < found.total else None)
    return Reply(
        content=SearchPage(total=found.total, by_kind=dict(found.by_kind), hits=hits, next=cursor), headers=headers
    )


def _listed(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)
