"""Correcting: a form over a line of an account, with what a person can judge of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.comparing import corrections
from runut.desk import Asked, Standing
from runut.exports import judged
from runut.exports.passages import Sources, showable
from runut.masking import COVER
from runut.model import Account, Judgement
from runut.store import Conflict
from runut.web import links, matters, rendering, showing, signing
from runut.web.errors import Missing, Wrong
from runut.web.links import DeskLinks
from runut.web.matters import Matter
from runut.web.pages.account import elsewhere
from runut.web.security import read_form

if TYPE_CHECKING:
    from runut.desk import Desk

# Where the account page tells of a layer.
SECTION = {
    "figures": "figures",
    "statements": "statements",
    "events": "timeline",
    "dates": "timeline",
    "names": "names",
    "reports": "families",
}

# A value of a field is no longer, as the form says (characters).
LONGEST_VALUE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a form held; `leaves` are the members that are to leave, `beside` what the subjects are put beside."""

    act: str = ""
    chosen: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    beside: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    why: str = ""
    sees: int | None = None


def show(request: Request) -> Response:
    """The form over the subjects that the address names."""
    story = request.path_params["story"]
    if (moved := elsewhere(request, story)) is not None:
        return moved
    ids = request.query_params.getlist("subject")
    if not ids and (report := request.query_params.get("report")):
        return _listing(request, story, report)
    return _page(request, story, ids, None, None)


def _listing(request: Request, story: str, report: str) -> Response:
    """All that was found in one report, each with the way to its form."""
    account = showing.told(request, story).account
    sources = _sources(request, account, story)
    if report not in sources.reports:
        raise Missing("finding", report)
    forms = DeskLinks(story)
    return rendering.page(
        request,
        "correct_report.j2",
        citation=sources.cite_report(report),
        title=showable(sources.reports[report].title or sources.wording("page.untitled")),
        found=matters.within(account, sources, report),
        correct=forms.correct,
    )


async def save(request: Request) -> Response:
    """Keep what was judged, and lead back to the account."""
    async with read_form(request) as form:
        given, ids = _given(form), _texts(form, "of")
    return await run_in_threadpool(_save, request, request.path_params["story"], ids, given)


def _save(request: Request, story: str, ids: Sequence[str], given: Given) -> Response:
    desk: Desk = request.app.state.desk
    account = desk.account(story, fresh=False)
    # What the form told of, as it told it: a name that was covered there is no change.
    seen = showing.show(request, account).account
    matter = matters.find(seen, _sources(request, seen, story), ids)
    try:
        asked = _asked(matter, given, account)
        rows = desk.judge_all(story, asked, by=given.by, why=given.why, sees=given.sees)
    except Conflict as conflict:
        return _page(request, story, ids, given, conflict)
    except Wrong as wrong:
        return _page(request, story, ids, given, wrong)
    except ValueError as error:
        return _page(request, story, ids, given, Wrong("", "other", reason=str(error)))
    if request.app.state.worker:
        from runut.desk import jobs

        jobs.ask_catch_up(desk.store, tell=(story,))
    undo = f"/judgements/{','.join(row.judgement.id for row in rows)}/undo"
    done = rendering.after(request, _back(story, matter), "desk.correcting.done", undo=undo)
    return signing.keep(done, request, given.by)


def _back(story: str, matter: Matter) -> str:
    return f"{links.story(story)}#{SECTION[matter.layer]}"


def _texts(form: FormData, name: str) -> tuple[str, ...]:
    return tuple(value for value in form.getlist(name) if isinstance(value, str))


def _given(form: FormData) -> Given:
    texts = {name: _line(value) for name, value in form.items() if isinstance(value, str)}
    sees = texts.get("sees", "")
    return Given(
        act=texts.get("act", ""),
        chosen=_texts(form, "subject"),
        leaves=_texts(form, "leaves"),
        beside=texts.get("beside", ""),
        values={name.removeprefix("field-"): value for name, value in texts.items() if name.startswith("field-")},
        by=texts.get("by", "")[: signing.LONGEST],
        why=texts.get("why", "")[: signing.LONGEST_REASON],
        sees=int(sees) if sees.isdecimal() and len(sees) < 16 else None,
    )


def _line(text: str) -> str:
    """What was written, on one line."""
    return "".join(c if c.isprintable() else " " for c in text).strip()


def _asked(matter: Matter, given: Given, account: Account) -> list[Asked]:
    """What a form asks; raises Wrong for what it leaves out or cannot be."""
    if given.act not in matter.acts:
        raise Wrong("", "no_act")
    if not given.by:
        raise Wrong("by", "no_name")
    if not given.why:
        raise Wrong("why", "no_reason")
    if given.act in ("split", "part"):
        members = tuple(m.id for m in matter.members)
        leaves = tuple(i for i in members if i in given.leaves)
        stay = tuple(i for i in members if i not in given.leaves)
        if not leaves or not stay:
            raise Wrong("leaves", "all_leave" if leaves else "none_leaves")
        return [Asked(act=given.act, subjects=leaves, others=stay)]
    chosen = tuple(s.id for s in matter.subjects if s.id in given.chosen)
    if not chosen:
        raise Wrong("subject", "none_chosen")
    if given.act == "set":
        return _set(matter, given, chosen)
    if given.act in ("merge", "join"):
        return [Asked(act=given.act, subjects=(*chosen, *_beside(given, account, matter)))]
    return [Asked(act=given.act, subjects=chosen)]


def _set(matter: Matter, given: Given, chosen: tuple[str, ...]) -> list[Asked]:
    """A judgement for each field that was changed."""
    out = []
    for told in matter.fields:
        value = given.values.get(told.name, told.now)
        if value == told.now:
            continue
        try:
            if COVER in value or len(value) > LONGEST_VALUE:
                raise ValueError(value)
            corrections.check(matter.layer, told.name, value)
        except ValueError:
            kind = "number" if told.name == "number" else "day" if told.name in corrections.DAYS else "value"
            raise Wrong(told.name, kind, value=value[:80]) from None
        out.append(Asked(act="set", subjects=chosen, field=told.name, value=value))
    if not out:
        raise Wrong("", "nothing_set")
    return out


def _beside(given: Given, account: Account, matter: Matter) -> tuple[str, ...]:
    """The ids of what the subjects are put beside: of a group all its members, of a name the only entity that bears it."""
    if matter.layer != "names":
        if given.beside not in {choice.value for choice in matter.beside}:
            raise Wrong("beside", "nothing_beside")
        return matters.group_of(account, matter.layer, given.beside)
    if not given.beside:
        raise Wrong("beside", "nothing_beside")
    wanted, own = given.beside.casefold(), {s.id for s in matter.subjects}
    others = [e for e in account.entities if e.id not in own]
    found = [e.id for e in others if e.name.casefold() == wanted] or [
        e.id for e in others if wanted in (e.id, *(a.casefold() for a in e.aliases))
    ]
    if len(found) != 1:
        raise Wrong("beside", "several_so" if found else "nobody_so", name=given.beside[:80])
    return (found[0],)


def _page(
    request: Request, story: str, ids: Sequence[str], given: Given | None, problem: Wrong | Conflict | None
) -> Response:
    desk: Desk = request.app.state.desk
    shown = showing.told(request, story)
    account, cover = shown.account, shown.cover
    sources = _sources(request, account, story)
    matter = matters.find(account, sources, ids)
    sees = desk.store.read(lambda view: view.last_judgement())
    if given is None:
        alone = len(matter.subjects) == 1
        given = Given(
            chosen=tuple(s.id for s in matter.subjects) if alone else (),
            leaves=tuple(s.id for s in matter.subjects) if alone and matter.layer != "names" else (),
            by=signing.who(request),
        )
    return rendering.page(
        request,
        "correct.j2",
        status=200 if problem is None else 409 if isinstance(problem, Conflict) else 400,
        here=f"{links.story(story)}/correct?{urlencode([('subject', i) for i in ids])}",
        story=story,
        title=showable(account.story.title or sources.wording("page.untitled")),
        matter=matter,
        given=given,
        sees=sees,
        earlier=[s for s in desk.judgements(story) if _names_any(s, matter.ids)],
        judged=sources.judged,
        cover=cover,
        other=problem.judgement if isinstance(problem, Conflict) else None,
        who=judged.who(problem.judgement) if isinstance(problem, Conflict) else "",
        wrong=problem if isinstance(problem, Wrong) else None,
        back=_back(story, matter),
        report=f"{links.story(story)}/correct?report={ids[0]}" if matter.layer == "reports" else "",
    )


def _sources(request: Request, account: Account, story: str) -> Sources:
    w = rendering.words(rendering.language_of(request)[0])
    return Sources(account, w, links=DeskLinks(story, correct=False))


def _names_any(standing: Standing, ids: Iterable[str]) -> bool:
    told: list[Judgement] = [standing.row.judgement, *([standing.undoes] if standing.undoes else [])]
    return not {s.id for j in told for s in (*j.subjects, *j.others)}.isdisjoint(ids)


routes = [
    Route("/stories/{story}/correct", show, methods=["GET"]),
    Route("/stories/{story}/correct", save, methods=["POST"]),
]
