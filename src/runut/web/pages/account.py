"""The page of a story: its account, living; what changed since the last look; and whether it is being told anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from runut.desk import Desk, Difference, NoSuchStory
from runut.exports.page import Page
from runut.exports.passages import Citation, Sources, showable, web_address
from runut.exports.wording import Wording
from runut.masking import RULES
from runut.model import Account
from runut.web import links, rendering, showing, titles
from runut.web.asked import number
from runut.web.errors import Missing
from runut.web.links import DeskLinks
from runut.web.looks import Look
from runut.web.showing import Shown

# A story of so many reports is told while its reader waits, unless others are being told already; a larger one by the worker.
TOLD_AT_ONCE = 12
# The sections of an account with their templates; each has a page of its own.
SECTIONS = {
    "figures": "figures.j2",
    "statements": "statements.j2",
    "timeline": "timeline.j2",
    "families": "families.j2",
    "framing": "wording.j2",
    "names": "names.j2",
    "notes": "notes.j2",
}
# An account of so many findings is shown whole on one page; of a larger one what is folded away stands on the sections' pages.
SHOWN_WHOLE = 600


@dataclass(frozen=True, slots=True)
class Changed:
    """Something that changed since a version, and where it is told now."""

    kind: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Protected:
    """A name that may not be told: by which rule, why, and where; `name` is "" where it is covered."""

    name: str
    rule: str
    why: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A report of the story, as its list shows it."""

    citation: Citation
    title: str
    url: str
    tags: tuple[str, ...]


def show(request: Request) -> Response:
    """The account of a story; `since` is the version from which changes are told, otherwise that of the look before."""
    desk: Desk = request.app.state.desk
    story = request.path_params["story"]
    if (moved := elsewhere(request, story)) is not None:
        return moved
    state = desk.state(story)
    w = rendering.words(rendering.language_of(request)[0])
    waits = state.stale and request.app.state.worker and (state.size > TOLD_AT_ONCE or desk.is_telling)
    if waits:
        _ask(request, story)
        if state.version is None:
            return rendering.page(request, "waiting.j2", status=202, story=story, size=state.size)
    shown = showing.told(request, story, fresh=not waits, state=state)
    account = shown.account
    version = (shown.state and shown.state.version) or 1
    look = Look(request, "runut_seen", version, path=links.story(story))
    since = _since(request, version, look)
    size = len(account.figures) + len(account.statements) + len(account.events)
    page = Page(account, w, links=DeskLinks(story, short=size > SHOWN_WHOLE))
    days = dict.fromkeys(day for day in (account.story.first, account.story.last) if day)
    return look.keep(
        rendering.page(
            request,
            "account.j2",
            story=story,
            version=version,
            since=since,
            changed=_changed(desk.changes(story, since), shown, page.sources, w) if since else (),
            waits=waits,
            account=account,
            page=page,
            shown=shown,
            protected=_protected(shown, page.sources, w),
            title=showable(titles.of_account(account) or w("page.untitled")),
            period=" – ".join(w.day(day) for day in days),
            sections=SECTIONS,
            reports=_listed(account, page.sources, w),
        )
    )


def section(request: Request) -> Response:
    """One section of an account, whole."""
    story = request.path_params["story"]
    if (moved := elsewhere(request, story)) is not None:
        return moved
    account = showing.told(request, story).account
    w = rendering.words(rendering.language_of(request)[0])
    name = request.url.path.rpartition("/")[2]
    return rendering.page(
        request,
        "section.j2",
        story=story,
        account=account,
        page=Page(account, w, links=DeskLinks(story)),
        title=showable(titles.of_account(account) or w("page.untitled")),
        name=name,
        template=SECTIONS[name],
        sections=SECTIONS,
    )


def elsewhere(request: Request, story: str) -> Response | None:
    """To the same page of the story that has these reports now, where that is another; raises Missing where there never was one."""
    now = present(request, story)
    if now == story:
        return None
    rest = request.url.path.removeprefix(links.story(story))
    return RedirectResponse(links.story(now) + rest + (f"?{request.url.query}" if request.url.query else ""), 307)


def present(request: Request, story: str) -> str:
    """The story that has the reports of this one now; raises Missing where there never was one."""
    try:
        now: str = request.app.state.desk.story_now(story)
    except NoSuchStory:
        raise Missing("story", story) from None
    return now


def _ask(request: Request, story: str) -> None:
    """Have the worker tell a story anew; asking again while it is waiting changes nothing."""
    from runut.desk import jobs

    jobs.ask_catch_up(request.app.state.desk.store, tell=(story,))


def _since(request: Request, version: int, look: Look) -> int | None:
    """The version from which changes are told; None where there is nothing to tell them from."""
    asked = number(request.query_params.get("since", ""))
    since = look.since if asked is None else asked
    return since if since is not None and 0 < since < version else None


def _changed(differences: Iterable[Difference], shown: Shown, sources: Sources, w: Wording) -> tuple[Changed, ...]:
    return tuple(
        Changed(
            d.kind,
            showable(shown.cover(w.either(d.text, d.english))),
            sources.cite_all(p for p in d.evidence if p.article in sources.reports),
        )
        for d in differences
    )


def _protected(shown: Shown, sources: Sources, w: Wording) -> tuple[Protected, ...]:
    """What was covered, then what asks somebody to look."""
    covered = [(m.rule, "", m.why, m.english, m.places) for m in shown.account.masking]
    looked = [(f.rule, f.name, f.why, f.english, f.evidence) for f in shown.flags if not f.masked]
    return tuple(
        Protected(
            name=showable(name),
            rule=w.either(*RULES[rule]),
            why=showable(w.either(why, english)),
            citations=sources.cite_all(places),
        )
        for rule, name, why, english, places in (*covered, *looked)
    )


def _listed(account: Account, sources: Sources, w: Wording) -> tuple[Listed, ...]:
    """The reports, the newest first."""
    in_order = sorted(account.articles, key=lambda r: (r.published or "", r.id), reverse=True)
    return tuple(
        Listed(
            citation=sources.cite_report(r.id),
            title=showable(r.title or titles.opening(r.text) or w("page.untitled")),
            url=web_address(r.url),
            tags=(w("report.off_story"),) if r.id in sources.off else (),
        )
        for r in in_order
    )


async def state(request: Request) -> Response:
    """Whether there is a newer account than the page has, for its script to ask now and then."""
    desk: Desk = request.app.state.desk
    story = await run_in_threadpool(present, request, request.path_params["story"])
    now = await run_in_threadpool(desk.state, story)
    return JSONResponse({"story": story, "version": now.version, "stale": now.stale, "size": now.size})


routes = [
    Route("/stories/{story}", show),
    Route("/stories/{story}/state", state),
    *(Route(f"/stories/{{story}}/{name}", section) for name in SECTIONS),
]
