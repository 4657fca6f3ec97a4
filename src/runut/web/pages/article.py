"""The page of a report: its text with all that was found in it, in layers that can be switched without script."""

from __future__ import annotations

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.desk import Desk
from runut.exports.marking import LAYERS, SHOWN_AT_FIRST
from runut.exports.passages import Citation, Sources, showable
from runut.exports.sections import texts
from runut.exports.wording import Wording
from runut.model import Account
from runut.store import ArticleRow
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
    (row,) = desk.store.read(lambda view: view.article_rows(ids=[id_]))
    account, story, title = showing.account_of(request, id_)
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
        added=_added(row, w),
        unread=row.unread_why is not None,
    )


def _asked(at: str, length: int) -> list[tuple[int, int]]:
    """The stretches of `120-140,200-210` that lie in a text of this length; what is none is passed over."""
    out = []
    for part in at.split(",")[:MOST_ASKED]:
        start, _, end = part.partition("-")
        if start.isdecimal() and end.isdecimal() and int(start[:9]) < int(end[:9]) <= length:
            out.append((int(start[:9]), int(end[:9])))
    return out


def _added(row: ArticleRow, w: Wording) -> str:
    """When a report was taken in, by the clock of this machine, and how."""
    at = datetime.fromisoformat(row.added_at).astimezone()
    return f"{w.day(at.isoformat(timespec='minutes'), weekday=False)} ({w.label('desk.origin', row.origin)})"


def _kin(account: Account, sources: Sources, id_: str) -> tuple[Citation, ...]:
    """The other reports that rest on the same item."""
    family = next((f for f in account.families if id_ in f.articles), None)
    return tuple(sources.cite_report(a) for a in family.articles if a != id_) if family else ()


routes = [Route("/articles/{article}", show)]
