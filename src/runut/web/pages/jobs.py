"""Jobs: how far they are, what came of them, and stopping or repeating one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from runut.desk import jobs
from runut.desk.jobs import Left, Progress
from runut.exports.passages import showable
from runut.exports.wording import Wording
from runut.store import View
from runut.web import links, rendering, showing, titles, whys
from runut.web.errors import Missing
from runut.web.security import read_form

# So many rows of a table are shown; a file of thousands of records has more.
SHOWN = 300


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was taken in; `why` says why it could not be read, if it could not."""

    href: str
    title: str
    outlet: str
    is_new: bool
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one story; without a link those that are in none, under words that say why."""

    title: str
    href: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A job of the list."""

    href: str
    kind: str
    state: str
    when: str
    counts: str


def show_all(request: Request) -> Response:
    """The jobs that were asked for last."""
    w = _words(request)
    rows = [
        Row(f"/jobs/{job.id}", _kind(job, w), _state(job, w), ago(job.asked_at, w), _counts(job, w))
        for job in jobs.recent(request.app.state.desk.store)
    ]
    return rendering.page(request, "jobs.j2", rows=rows, worker=request.app.state.worker)


def show(request: Request) -> Response:
    """One job; the page asks for itself again until it has ended."""
    w = _words(request)
    store = request.app.state.desk.store
    job = _job(request)
    last = job.now
    outcome = last.outcome
    with store.reading() as view:
        groups = _groups(request, view, job, w)
        story = view.story(now) if job.story and (now := view.story_now(job.story)) else None
    cover = showing.covers(request, [story.id]).get(story.id, str) if story else str
    return rendering.page(
        request,
        "job.j2",
        job=job,
        last=last,
        stage=_stage(last, w),
        state=_state(job, w),
        kind=_kind(job, w),
        counts=_counts(job, w),
        groups=groups,
        more=max(0, len(outcome.new) + len(outcome.known) - SHOWN),
        left=[(left.source, *_why(left, w)) for left in outcome.left[:SHOWN]],
        left_more=max(0, len(outcome.left) - SHOWN),
        story=story,
        story_title=showable(cover((story.title if story else None) or w("page.untitled"))),
        story_href=links.story(story.id) if story else "",
        again=job.ended and jobs.can_repeat(job),
        worker=request.app.state.worker,
    )


async def stop(request: Request) -> Response:
    """Stop a job at the next article."""
    async with read_form(request):
        job = await run_in_threadpool(_job, request)
        stopped = await run_in_threadpool(jobs.cancel, request.app.state.desk.store, job.id)
    return rendering.after(request, f"/jobs/{job.id}", "desk.jobs.stopping" if stopped else "desk.jobs.had_ended")


async def repeat(request: Request) -> Response:
    """Ask again for what a job did not do."""
    async with read_form(request):
        job = await run_in_threadpool(_job, request)
        again = await run_in_threadpool(jobs.repeat, request.app.state.desk.store, job.id)
    return RedirectResponse(f"/jobs/{again}", 303)


def ago(at: str, w: Wording) -> str:
    """How long ago a time of the store was, in words."""
    seconds = max(0, int((datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds()))
    for unit, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length:
            return w(f"desk.jobs.ago.{unit}", count=seconds // length)
    return w("desk.jobs.ago.now")


def _job(request: Request) -> Progress:
    id_ = request.path_params["id"]
    job = jobs.progress_of(request.app.state.desk.store, id_)
    if job is None:
        raise Missing("job", id_)
    return job


def _words(request: Request) -> Wording:
    return rendering.words(rendering.language_of(request)[0])


def _groups(request: Request, view: View, job: Progress, w: Wording) -> list[Group]:
    """What was taken in, by stories, those first in which most is new; then what is in none."""
    outcome = job.now.outcome
    new = frozenset(outcome.new)
    ids = (*outcome.new, *outcome.known)[:SHOWN]
    homes: dict[str | None, list[Report]] = {}
    unread: list[Report] = []
    rows = sorted(view.article_rows(ids=ids, limit=None), key=lambda row: row.seq)
    texts = view.articles([row.id for row in rows if not row.title])
    covers = showing.covers(request, {row.story for row in rows if row.story})
    for row in rows:
        cover = covers.get(row.story or "")
        title = row.title or titles.opening(texts[row.id].text)
        # An address has names in many spellings: where one is to be covered, none is told.
        outlet = row.outlet or (row.source if cover is None else w("cite.nameless"))
        title = showable(cover(title) if cover else title)
        report = Report(links.article(row.id), title, outlet, row.id in new, row.unread_why or "")
        (unread if report.why else homes.setdefault(row.story, [])).append(report)
    waiting = homes.pop(None, [])
    groups = []
    masked = showing.is_masked(request)
    called = titles.of_stories(view, filter(None, (view.story(id_ or "") for id_ in homes)), masked=masked)
    for id_, reports in homes.items():
        cover = covers.get(id_ or "", str)
        title = showable(cover(called.get(id_ or "") or w("page.untitled")))
        groups.append(Group(title, links.story(id_ or ""), tuple(reports)))
    groups.sort(key=lambda group: -sum(report.is_new for report in group.reports))
    if waiting:
        groups.append(Group(w("desk.jobs.ungrouped" if job.ended else "desk.jobs.reading"), "", tuple(waiting)))
    if unread:
        groups.append(Group(w("desk.jobs.unread"), "", tuple(unread)))
    return groups


def _kind(job: Progress, w: Wording) -> str:
    given = job.now.outcome
    if job.kind == jobs.CATCH_UP and (given.new or given.known or given.left):
        return w("desk.jobs.kind.added")
    return w(f"desk.jobs.kind.{job.kind}")


def _state(job: Progress, w: Wording) -> str:
    last = job.now
    if last.state == "done" and last.outcome.left and not last.outcome.new and not last.outcome.known:
        return w("desk.jobs.state.nothing")
    return w(f"desk.jobs.state.{last.state}")


def _stage(job: Progress, w: Wording) -> str:
    """What is done now, in words; that it waits where it has not begun."""
    key = f"desk.jobs.stage.{job.stage.replace(' ', '_')}"
    if job.state == "queued":
        return w("desk.jobs.stage.queued")
    return w(key) if job.stage and key in w.words else w("desk.jobs.stage.begun")


def _counts(job: Progress, w: Wording) -> str:
    outcome = job.now.outcome
    counted = (("new", outcome.new), ("known", outcome.known), ("left", outcome.left))
    return " · ".join(w(f"desk.jobs.count.{key}", count=w.digits(len(given))) for key, given in counted if given)


def _why(left: Left, w: Wording) -> tuple[str, str]:
    """Why something gave no article, and the language of these words."""
    key = f"desk.refused.{left.key}"
    if left.key == "no_article":
        return whys.told(str(left.parts.get("detail", left.reason)), w)
    if left.key and key in w.words:
        try:
            return w(key, **left.parts), w.lang
        except (KeyError, IndexError, ValueError):
            return left.reason, "en"
    return whys.told(left.reason, w)


routes = [
    Route("/jobs", show_all, methods=["GET"]),
    Route("/jobs/{id}", show, methods=["GET"]),
    Route("/jobs/{id}/stop", stop, methods=["POST"]),
    Route("/jobs/{id}/again", repeat, methods=["POST"]),
]
