"""Judgements: all that persons ruled, as it stands; taken back, carried out as a file and in again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut import judging
from runut.desk import NoSuchStory, Standing
from runut.exports import judged
from runut.exports.passages import clipped, readable
from runut.exports.wording import Wording
from runut.model import Subject
from runut.web import links, rendering, showing, signing
from runut.web.asked import number
from runut.web.errors import Missing
from runut.web.security import read_form

if TYPE_CHECKING:
    from runut.desk import Desk

# Judgements on one page, and the largest file of them that is read (bytes).
SHOWN = 100
MOST_BYTES = 16 << 20
# So many bad lines of a file are told, and so much of the words that a judgement is about.
MOST_TOLD, SHORT = 20, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A judgement as the list shows it."""

    id: str
    done: str
    about: str
    told: str
    state: str
    note: str
    story: str
    title: str
    seq: int


def show(request: Request) -> Response:
    """The list: of one story, of one person, the last first."""
    return _page(request)


def _page(request: Request, wrong: list[str] | None = None) -> Response:
    desk: Desk = request.app.state.desk
    w = rendering.words(rendering.language_of(request)[0])
    story, by = request.query_params.get("story") or None, request.query_params.get("by", "").strip()
    before = number(request.query_params.get("before", ""))
    try:
        standings = desk.judgements(story, by=by or None, before=before, limit=SHOWN + 1)
        persons = desk.judges(story)
    except NoSuchStory:
        raise Missing("story", story or "") from None
    shown, more = standings[:SHOWN], len(standings) > SHOWN
    row = None
    if story:
        row = desk.store.read(lambda view: view.story(desk.story_now(story)))
    covers = showing.covers(request, {s.story for s in shown if s.story} | ({row.id} if row else set()))
    kept = [(name, value) for name, value in (("story", story), ("by", by)) if value]
    return rendering.page(
        request,
        "judgements.j2",
        status=400 if wrong else 200,
        here=f"/judgements?{urlencode([*kept, *([('before', before)] if before is not None else [])])}".rstrip("?"),
        lines=[_line(s, w, covers.get(s.story or "", str)) for s in shown],
        more=f"/judgements?{urlencode([*kept, ('before', shown[-1].row.seq)])}" if more else "",
        file="/judgements.jsonl" + (f"?{urlencode([('story', story)])}" if story else ""),
        story=row,
        story_title=covers.get(row.id, str)(row.title or w("page.untitled")) if row else "",
        by=by,
        persons=persons,
        wrong=wrong,
        most=MOST_BYTES >> 20,
    )


def _line(standing: Standing, w: Wording, cover: Callable[[str], str]) -> Line:
    judgement = standing.row.judgement
    about = standing.undoes or judgement
    done = judged.done(judgement, w)
    return Line(
        id=judgement.id,
        done=cover(f"{done} ({judged.done(about, w)})" if standing.undoes else done),
        about=_words(about.subjects, cover) + (f" | {_words(about.others, cover)}" if about.others else ""),
        told=readable(cover(judged.told(judgement, w))),
        state=standing.state,
        note=readable(cover(w.either(standing.note, standing.english))),
        story=standing.story or "",
        title=readable(cover(standing.title or w("page.untitled"))),
        seq=standing.row.seq,
    )


def _words(subjects: tuple[Subject, ...], cover: Callable[[str], str]) -> str:
    words = dict.fromkeys(readable(" ".join(cover(s.text or s.id).split())) for s in subjects)
    return " · ".join(f"“{clipped(text, SHORT)}”" for text in words)


def file(request: Request) -> Response:
    """The judgements as the file that `runut account --judgements` replays."""
    story = request.query_params.get("story") or None
    try:
        lines = request.app.state.desk.export_judgements(story)
    except NoSuchStory:
        raise Missing("story", story or "") from None
    return Response(
        "".join(f"{line}\n" for line in lines),
        media_type="application/x-ndjson; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="putusan.jsonl"'},
    )


async def take_in(request: Request) -> Response:
    """Keep the judgements of a file; none where a line of it is none."""
    async with read_form(request, limit=MOST_BYTES, files=1) as form:
        given = form.get("file")
        data = await given.read() if isinstance(given, UploadFile) else b""
    return await run_in_threadpool(_taken, request, data)


def _taken(request: Request, data: bytes) -> Response:
    w = rendering.words(rendering.language_of(request)[0])
    desk: Desk = request.app.state.desk
    if not data.strip():
        return _page(request, [w("desk.judgements.no_file")])
    try:
        new, known = desk.import_judgements(judging.lines_of(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return _page(request, [w("desk.judgements.no_text")])
    except ValueError as error:
        told = str(error).split("; line ")
        lines = [told[0], *(f"line {line}" for line in told[1:])]
        more = [w("desk.judgements.more_wrong", count=len(lines) - MOST_TOLD)] if len(lines) > MOST_TOLD else []
        return _page(request, [*(clipped(line, 300) for line in lines[:MOST_TOLD]), *more])
    _tell_anew(request)
    return rendering.after(request, "/judgements", "desk.judgements.taken", new=new, known=known)


async def undo(request: Request) -> Response:
    """Take back one judgement or several, and lead back."""
    async with read_form(request) as form:
        texts = {name: value.strip() for name, value in form.items() if isinstance(value, str)}
    return await run_in_threadpool(_undone, request, texts)


def _undone(request: Request, texts: dict[str, str]) -> Response:
    desk: Desk = request.app.state.desk
    w = rendering.words(rendering.language_of(request)[0])
    ids = request.path_params["ids"].split(",")
    back = links.inside(texts.get("back", ""), "/judgements")
    why = texts.get("why", "")[: signing.LONGEST_REASON] or w("desk.judgements.undo.why")
    by = (texts.get("by") or signing.who(request))[: signing.LONGEST]
    if not by:  # nobody signs with another's name
        if (
            lost := desk.store.read(lambda view: next((i for i in ids if view.judgement(i) is None), None))
        ) is not None:
            raise Missing("judgement", lost)
        return rendering.page(request, "undo.j2", status=400, here=back, ids=",".join(ids), back=back)
    try:
        rows = desk.undo_all(ids, by=by, why=why)
    except KeyError as error:
        raise Missing("judgement", str(error.args[0])) from None
    _tell_anew(request)
    again = f"/judgements/{','.join(row.judgement.id for row in rows)}/undo"
    done = rendering.after(request, back, "desk.judgements.undone", undo=again)
    return signing.keep(done, request, by)


def _tell_anew(request: Request) -> None:
    if request.app.state.worker:
        from runut.desk import jobs

        jobs.ask_catch_up(request.app.state.desk.store)


routes = [
    Route("/judgements", show, methods=["GET"]),
    Route("/judgements.jsonl", file, methods=["GET"]),
    Route("/judgements/import", take_in, methods=["POST"]),
    Route("/judgements/{ids}/undo", undo, methods=["POST"]),
]
