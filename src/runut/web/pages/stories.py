"""The list of stories: newest change first, with what came since the last look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runut.desk import Desk
from runut.desk.reading import MADE_BY
from runut.exports.passages import showable
from runut.exports.wording import Wording
from runut.store import ChangeRow, StoryRow, View
from runut.web import asked, links, rendering, showing, titles
from runut.web.looks import Look

SHOWN = 50
# Changes that are looked through for what is new; who was away longer is told that there is more.
CHANGES = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """A story of the list; `news` says what became of it since the last look."""

    href: str
    title: str
    period: str
    size: str
    news: tuple[str, ...]


def show(request: Request) -> Response:
    """The stories, those that changed last first; `q` looks for words of their titles."""
    desk: Desk = request.app.state.desk
    w = rendering.words(rendering.language_of(request)[0])
    query = request.query_params.get("q", "").strip()[:200]
    rows: list[StoryRow] = desk.stories(
        before=asked.number(request.query_params.get("before", "")), limit=SHOWN + 1, query=query or None
    )
    more = rows[SHOWN - 1].seq if len(rows) > SHOWN else None

    def glance(view: View) -> tuple[Look, list[ChangeRow], int, int, dict[str, str]]:
        look = Look(request, "runut_looked", view.last_change())
        changes = [] if look.since is None else view.changes(since_seq=look.since, limit=CHANGES)
        called = titles.of_stories(view, rows[:SHOWN], masked=showing.is_masked(request))
        return look, changes, view.article_count(), view.unread_count(MADE_BY), called

    covers = showing.covers(request, (row.id for row in rows))
    look, changes, reports, unread, called = desk.store.read(glance)
    news: dict[str, list[ChangeRow]] = {}
    for change in changes:
        news.setdefault(change.story, []).append(change)
    return look.keep(
        rendering.page(
            request,
            "stories.j2",
            rows=[
                _row(row, called.get(row.id), news.get(row.id, []), w, covers.get(row.id, str)) for row in rows[:SHOWN]
            ],
            query=query,
            more=more,
            reports=reports,
            unread=unread,
            changed=len(news) if look.since is not None else None,
        )
    )


def _row(row: StoryRow, title: str | None, changes: list[ChangeRow], w: Wording, cover: Callable[[str], str]) -> Row:
    days = dict.fromkeys(day for day in (row.first, row.last) if day)
    return Row(
        href=links.story(row.id),
        title=showable(cover(title or w("page.untitled"))),
        period=" – ".join(w.day(day, weekday=False) for day in days),
        size=" · ".join(
            (
                w("desk.stories.size", reports=row.size, outlets=row.outlets),
                *([w("desk.stories.independent", count=row.independent)] if row.independent is not None else []),
            )
        ),
        news=tuple(_news(changes, w)),
    )


def _news(changes: list[ChangeRow], w: Wording) -> list[str]:
    """What became of a story, in words: new, or how many reports came, and whether it took in or left others."""
    kinds = {change.kind for change in changes}
    came = len({article for change in changes for article in change.articles})
    told = []
    if "new" in kinds:
        told.append(w("desk.stories.new"))
    elif came:
        told.append(w("desk.stories.came", count=came))
    told += [w(f"desk.stories.{kind}") for kind in ("merged", "split") if kind in kinds]
    return told


routes = [Route("/", show)]
