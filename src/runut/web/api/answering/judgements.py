"""Judgements of persons: listed, made, taken back."""

from __future__ import annotations

from runut.desk import jobs
from runut.desk.records import NoSuchStory
from runut.store.errors import Conflict
from runut.web.api.answering import paging, stories
from runut.web.api.operations import Call, Reply
from runut.web.api.problems import Problem
from runut.web.api.records import JudgementPage, Kept


def list_all(call: Call) -> Reply:
    """A page of judgements in the order in which they were kept."""
    story, limit = call.arguments["story"], call.arguments["limit"]
    after = paging.place(call) or 0
    with call.desk.store.reading() as view:
        articles = None if story is None else view.members(stories.present(call, story))
        rows = view.judgements(articles=articles, after_seq=after, limit=limit + 1, persons=True)
    shown = rows[:limit]
    cursor, headers = paging.following(call, shown[-1].seq if len(rows) > len(shown) else None)
    kept = tuple(Kept(seq=row.seq, at=row.at, judgement=row.judgement) for row in shown)
    return Reply(content=JudgementPage(judgements=kept, next=cursor), headers=headers)


def add(call: Call) -> Reply:
    """Keep a judgement; it stands in the account once that is told anew."""
    given = call.body
    try:
        row = call.desk.judge(
            given.story,
            given.act,
            given.subjects,
            others=given.others,
            by=given.by,
            why=given.why,
            field=given.field,
            value=given.value,
            sees=given.sees,
        )
    except NoSuchStory:
        raise Problem("not-found", f"no story {given.story}") from None
    except Conflict as conflict:
        raise _told(conflict) from None
    except ValueError as error:
        raise Problem("bad-body", str(error)) from None
    jobs.ask_catch_up(call.desk.store)
    return Reply(content=Kept(seq=row.seq, at=row.at, judgement=row.judgement), status=201)


def undo(call: Call) -> Reply:
    """Keep a judgement that takes another back."""
    id_ = call.arguments["id"]
    with call.desk.store.reading() as view:
        if view.judgement(id_) is None:
            raise Problem(
                "not-found",
                f"no judgement {id_} of a person is kept; what a rule put together is parted by `split` or `part`",
            )
    try:
        row = call.desk.undo(id_, call.body.by, call.body.why)
    except Conflict as conflict:
        raise _told(conflict) from None
    except ValueError as error:
        raise Problem("bad-body", str(error)) from None
    jobs.ask_catch_up(call.desk.store)
    return Reply(content=Kept(seq=row.seq, at=row.at, judgement=row.judgement), status=201)


def _told(conflict: Conflict) -> Problem:
    other = {"seq": conflict.seq, "judgement": conflict.judgement}
    return Problem("conflict", str(conflict), {"other": other})
