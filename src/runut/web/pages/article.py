"""The page of a report: its text with all that was found in it, in layers that can be switched without script."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.desk import Desk
from runut.exports.marking import LAYERS, SHOWN_AT_FIRST
from runut.exports.passages import Citation, Sources, showable
from runut.exports.sections import texts
from runut.model import Account
from runut.store import StoryRow, View
from runut.web import links, rendering, showing
from runut.web.errors import Missing
from runut.web.links import DeskLinks

# Stretches that one address may light up.
MOST_ASKED = 50


def show(request: Request) -> Response:
    """A report; `at=START-END,…` lights stretches up, `layers=figures,names` chooses the layers shown at first."""
    desk: Desk = request.app.state.desk
    id_ = request.path_params["article"]
    try:
        article = desk.article(id_)
    except KeyError:
        raise Missing("article", id_) from None
    account, story, title = _told(request, id_)
    shown = showing.show(request, account)
    account = shown.account
    w = rendering.words(rendering.language_of(request)[0])
    sources = Sources(account, w, links=DeskLinks(story or "", correct=bool(story)))
    layers = request.query_params.get("layers")
    return rendering.page(
        request,
        "article.j2",
        account=account,
        shown=shown,
        t=texts.alone(sources, id_, _asked(request.query_params.get("at", ""), len(article.text))),
        layers=LAYERS,
        switched=SHOWN_AT_FIRST if layers is None else frozenset(layers.split(",")),
        story=story and links.story(story),
        story_title=showable((account.story.title if shown.masked else title) or w("page.untitled")),
        fix=sources.links.correct(id_),
        kin=_kin(account, sources, id_),
        part="part" in request.query_params,
    )


def _told(request: Request, id_: str) -> tuple[Account, str | None, str | None]:
    """The account that marks a report: that of its story where it was told, else one of it alone; with the story and its title."""
    desk: Desk = request.app.state.desk

    def look(view: View) -> tuple[str | None, StoryRow | None]:
        story = view.story_of(id_)
        return story, view.story(story) if story else None

    story, row = desk.store.read(look)
    if story and row and row.told_version is not None:
        account: Account = desk.account(story, fresh=False)
        if any(report.id == id_ for report in account.articles):
            return account, story, account.story.title
    return _alone(request, id_), story, row.title if row else None


def _alone(request: Request, id_: str) -> Account:
    from runut import comparing, telling

    desk: Desk = request.app.state.desk
    return telling.tell(comparing.compare([desk.reading(id_)], desk.using["id"]), ())


def _asked(at: str, length: int) -> list[tuple[int, int]]:
    """The stretches of `120-140,200-210` that lie in a text of this length; what is none is passed over."""
    out = []
    for part in at.split(",")[:MOST_ASKED]:
        start, _, end = part.partition("-")
        if start.isdecimal() and end.isdecimal() and int(start[:9]) < int(end[:9]) <= length:
            out.append((int(start[:9]), int(end[:9])))
    return out


def _kin(account: Account, sources: Sources, id_: str) -> tuple[Citation, ...]:
    """The other reports that rest on the same item."""
    family = next((f for f in account.families if id_ in f.articles), None)
    return tuple(sources.cite_report(a) for a in family.articles if a != id_) if family else ()


routes = [Route("/articles/{article}", show)]
