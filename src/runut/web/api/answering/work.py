"""Jobs, what was passed over, and how the desk itself is."""

from __future__ import annotations

import msgspec

from runut import __version__
from runut.desk import jobs
from runut.model import Skipped
from runut.web.api.operations import BASE, Call, Reply
from runut.web.api.problems import KINDS, Problem
from runut.web.api.records import Asked, Health, JobTold, KindTold, ProblemKinds, SkippedPage, SkippedThing


def ask_links(call: Call) -> Reply:
    """Have pages fetched and added."""
    try:
        return accepted(jobs.ask_links(call.desk.store, call.body.urls))
    except ValueError as error:
        raise Problem("bad-body", str(error)) from None


def accepted(job: str) -> Reply:
    """The answer where a job does the work."""
    location = f"{BASE}/jobs/{job}"
    return Reply(
        content=Asked(job=job, location=location), status=202, headers={"Location": location, "Retry-After": "1"}
    )


def get_job(call: Call) -> Reply:
    """How far a job is, and what came of it."""
    return Reply(content=_told(call))


def cancel_job(call: Call) -> Reply:
    """Have a job stop at the next article; what it has taken in stays."""
    told = _told(call)
    if not jobs.cancel(call.desk.store, told.id):
        raise Problem("job-ended", f"its state is {told.state}")
    return Reply(content=_told(call), status=202)


def list_skipped(call: Call) -> Reply:
    """What gave no article, the latest first."""
    job = call.arguments["job"]
    with call.desk.store.reading() as view:
        if job is not None and view.job(job) is None:
            raise Problem("not-found", f"no job {job}")
        rows = view.skipped(job=job, limit=call.arguments["limit"])
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


def _told(call: Call) -> JobTold:
    job = jobs.progress_of(call.desk.store, call.arguments["id"])
    if job is None:
        raise Problem("not-found", f"no job {call.arguments['id']}")
    return JobTold(
        id=job.id,
        kind=job.kind,
        state=job.state,  # type: ignore[arg-type]
        ended=job.ended,
        stage=job.stage,
        done=job.done,
        of=job.of,
        problem=job.problem,
        asked_at=job.asked_at,
        changed_at=job.changed_at,
        then=job.then.id if job.then else None,
        story=job.story,
        new=job.outcome.new,
        known=job.outcome.known,
        skipped=tuple(Skipped(source=left.source, reason=left.reason) for left in job.outcome.left),
    )
