"""Names: who says what over time in a story, under which names and roles; and a name across the stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.desk import Desk, Named, Utterance
from runut.desk.queries import QueryError
from runut.exports.page import Page
from runut.exports.passages import Citation, Sources, readable, showable
from runut.model import Entity, EntityMention, Report
from runut.web import links, rendering, showing
from runut.web.errors import Missing
from runut.web.links import DeskLinks
from runut.web.pages.account import elsewhere

# Mentions cited of one report; its page marks all of them.
MENTIONS = 6
# Characters of a name that is looked for.
MOST_ASKED = 200


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something said, with its day, and the report that has it."""

    day: str
    words: str
    form: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A report that names somebody: how it does, how often, and where first."""

    report: Citation
    forms: str
    count: int
    citations: tuple[Citation, ...]


def show(request: Request) -> Response:
    """An entity of a story."""
    story, id_ = request.path_params["story"], request.path_params["entity"]
    if (moved := elsewhere(request, story)) is not None:
        return moved
    account = showing.told(request, story).account
    w = rendering.words(rendering.language_of(request)[0])
    page = Page(account, w, links=DeskLinks(story))
    entity = page.sources.entities.get(id_)
    if entity is None:
        raise Missing("entity", id_)
    return rendering.page(
        request,
        "entity.j2",
        account=account,
        page=page,
        story=story,
        story_title=showable(account.story.title or w("page.untitled")),
        entity=page.names.row(id_),
        said=page.voices.over_time(id_),
        mentioned=_mentioned(entity, page.sources),
    )


def _mentioned(entity: Entity, sources: Sources) -> tuple[Mentioned, ...]:
    """The reports that name an entity, the oldest first."""
    named: dict[str, list[EntityMention]] = {}
    for m in sorted(entity.mentions, key=lambda m: (m.article, m.start)):
        named.setdefault(m.article, []).append(m)
    in_order = sorted(named, key=lambda a: (sources.reports[a].published or "9", a))
    return tuple(
        Mentioned(
            report=sources.cite_report(article),
            forms=showable(" · ".join(dict.fromkeys(" ".join(m.text.split()) for m in named[article]))),
            count=len(named[article]),
            citations=sources.cite_all(named[article][:MENTIONS]),
        )
        for article in in_order
    )


def across(request: Request) -> Response:
    """The names over all stories that `q` finds; with `name` all that a speaker of this very name says."""
    desk: Desk = request.app.state.desk
    w = rendering.words(rendering.language_of(request)[0])
    query = request.query_params.get("q", "").strip()[:MOST_ASKED]
    name = request.query_params.get("name", "").strip()[:MOST_ASKED]
    found: list[Named] = []
    wrong = ""
    try:
        found = _told(request, desk.names(query))
    except QueryError as error:
        wrong = w.either(error.why, error.english)
    told = desk.said_by(name) if name else []
    covered = showing.covered(request, (u.statement.article for u in told))
    said = [
        Spoken(
            day=w.day(u.day, weekday=False),
            words=readable(_words(u, covered)),
            form=u.statement.form,
            where=showable(", ".join(filter(None, (u.outlet, _title(u, covered))))) or w("cite.nameless"),
            href=links.passage(u.statement.article, u.statement.start, u.statement.end),
        )
        for u in told
    ]
    return rendering.page(
        request,
        "names_found.j2",
        query=query,
        name=showable(name),
        found=found,
        said=said,
        wrong=wrong,
        link=links.story,
    )


def _told(request: Request, found: list[Named]) -> list[Named]:
    """The names that may be told where the reader wants names covered, with the titles of stories covered.

    A story that covers the name is not told beside it, and a name that every story of it covers is left out.
    """
    covers = showing.covers(request, {story for named in found for story, _ in named.stories})
    if not covers:
        return found
    out = []
    for named in found:
        bare = [(s, title) for s, title in named.stories if covers.get(s, str)(named.name) == named.name]
        hidden = len(named.stories) - len(bare)
        if hidden and hidden == named.story_count:
            continue
        stories = tuple((s, title and covers.get(s, str)(title)) for s, title in bare)
        out.append(replace(named, stories=stories, story_count=named.story_count - hidden))
    return out


def _words(said: Utterance, covered: Mapping[str, Report]) -> str:
    """The words of a statement, with names covered where they are to be."""
    statement = said.statement
    report = covered.get(statement.article)
    return report.text[statement.start : statement.end] if report else statement.text


def _title(said: Utterance, covered: Mapping[str, Report]) -> str | None:
    report = covered.get(said.statement.article)
    return report.title if report else said.title


routes = [
    Route("/stories/{story}/entities/{entity}", show),
    Route("/names", across),
]
