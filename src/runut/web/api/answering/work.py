"""Jobs, what was passed over, and how the desk itself is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from runut import __version__
from runut.web.api.operations import BASE, Call, Reply
from runut.web.api.problems import KINDS, Problem
from runut.web.api.records import Asked, Health, JobTold, KindTold, ProblemKinds, SkippedPage, SkippedThing

if TYPE_CHECKING:
    from runut.store.records import JobRow


def ask_links(call: Call) -> Reply:
    """Have pages fetched and added."""
    from runut.desk import jobs

    return accepted(jobs.ask_links(call.desk.store, call.body.urls))


def accepted(job: str) -> Reply:
    """The answer where a job does the work."""
    location = f"{BASE}/jobs/{job}"
    return Reply(
        content=Asked(job=job, location=location), status=202, headers={"Location": location, "Retry-After": "1"}
    )


def get_job(call: Call) -> Reply:
    """How far a job is, and what came of it."""
    return Reply(content=_told(_job(call)))


def cancel_job(call: Call) -> Reply:
    """Have a job stop at the next article; what it has taken in stays."""
    row = _job(call)
    if row.state not in ("queued", "running"):
        raise Problem("job-ended", f"its state is {row.state}")
    with call.desk.store.writing() as writer:
        writer.ask_cancel(row.id)
    return Reply(content=_told(_job(call)), status=202)


def list_skipped(call: Call) -> Reply:
    """What gave no article, the latest first."""
    with call.desk.store.reading() as view:
        rows = view.skipped(job=call.arguments["job"], limit=call.arguments["limit"])
    return Reply(
        content=SkippedPage(skipped=tuple(msgspec.convert(r, SkippedThing, from_attributes=True) for r in rows))
    )


def tell_health(call: Call) -> Reply:
    """That the desk answers and reaches its store."""
    with call.desk.store.reading() as view:
        view.last_change()
    return Reply(content=Health(status="ok", version=__version__))


def tell_openapi(call: Call) -> Reply:
    """The document of this desk: with its token, where it wants one."""
    from runut.web import api

    return Reply(content=api.document(secured=call.state.token is not None))


def list_problems(call: Call) -> Reply:
    """Every kind of problem, and what to do."""
    told = tuple(KindTold(name=k.name, status=k.status, title=k.title, todo=k.todo) for k in KINDS.values())
    return Reply(content=ProblemKinds(problems=told))


def _job(call: Call) -> JobRow:
    with call.desk.store.reading() as view:
        row = view.job(call.arguments["id"])
    if row is None:
        raise Problem("not-found", f"no job {call.arguments['id']}")
    return row


def _told(row: JobRow) -> JobTold:
    return JobTold(
        id=row.id,
        kind=row.kind,
        state=row.state,  # type: ignore[arg-type]
        done=row.done,
        of=row.of,
        message=row.message,
        asked_at=row.asked_at,
        changed_at=row.changed_at,
        result=msgspec.json.decode(row.result) if row.result else None,
    )
