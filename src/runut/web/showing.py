"""Showing: the account of a story as its reader wants it, with protected names covered or not."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from runut.desk import Desk
from runut.lang import Language
from runut.masking import Flag, flag, mask
from runut.model import Account, Anchor, Article, Credits, Reading, Report
from runut.store import StoryRow, View

MASK = "runut_mask"
# Covered accounts that are kept: covering one of 200 reports takes as long as showing it.
COVERED = 16


@dataclass(frozen=True, slots=True)
class Shown:
    """An account as it is shown; `flags` are the names that may not be told, empty where nothing is `masked`.

    `switch` is the address of the same page the other way.
    """

    account: Account
    masked: bool
    flags: tuple[Flag, ...]
    switch: str


class Coverings:
    """Accounts with their protected names covered, the last of them kept; safe to use from many threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Account, tuple[Flag, ...]]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, account: Account, languages: Mapping[str, Language]) -> tuple[Account, tuple[Flag, ...]]:
        """The account with its protected names covered, and which they are."""
        with self._lock:
            known = self._kept.get(account.sha256)
            if known is not None:
                self._kept.move_to_end(account.sha256)
                return known
        flags = flag(account, languages["id"])
        covered = mask(account, flags, languages["id"]), flags
        with self._lock:
            self._kept[account.sha256] = covered
            while len(self._kept) > COVERED:
                self._kept.popitem(last=False)
        return covered


def told(request: Request, story: str, *, fresh: bool = False) -> Shown:
    """The account of a story; `fresh` as for `Desk.account`."""
    desk: Desk = request.app.state.desk
    return show(request, desk.account(story, fresh=fresh))


def show(request: Request, account: Account) -> Shown:
    """An account as the reader of this request wants it."""
    masked = is_masked(request)
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "mask"]
    switch = f"{request.url.path}?{urlencode([*kept, ('mask', 'off' if masked else 'on')])}"
    if not masked:
        return Shown(account, False, (), switch)
    coverings: Coverings = request.app.state.coverings
    covered, flags = coverings.of(account, request.app.state.desk.using)
    return Shown(covered, True, flags, switch)


def is_masked(request: Request) -> bool:
    """Whether names are to be covered: as this very request says (`mask=on`), else as the browser keeps it."""
    asked = request.query_params.get("mask")
    return (asked if asked in ("on", "off") else request.cookies.get(MASK)) == "on"


def covered(request: Request, articles: Iterable[str]) -> Mapping[str, Report]:
    """These reports with their protected names covered, every offset as it was; empty where the reader wants none covered."""
    if not is_masked(request):
        return {}
    out: dict[str, Report] = {}
    for article in dict.fromkeys(articles):
        if article not in out:
            account, _, _ = account_of(request, article)
            out.update((report.id, report) for report in show(request, account).account.articles)
    return out


def account_of(request: Request, article: str) -> tuple[Account, str | None, str | None]:
    """The account that marks a report: that of its story where it was told, else one of it alone; with the story and its title.

    Raises KeyError for no such report.
    """
    desk: Desk = request.app.state.desk

    def look(view: View) -> tuple[str | None, StoryRow | None]:
        story = view.story_of(article)
        return story, view.story(story) if story else None

    story, row = desk.store.read(look)
    if story and row and row.told_version is not None:
        account: Account = desk.account(story, fresh=False)
        if any(report.id == article for report in account.articles):
            return account, story, account.story.title
    return _alone(request, article), story, row.title if row else None


def _alone(request: Request, article: str) -> Account:
    from runut import comparing, telling

    desk: Desk = request.app.state.desk
    try:
        reading = desk.reading(article)
    except ValueError:
        reading = _unread(desk.article(article))
    return telling.tell(comparing.compare([reading], desk.using["id"]), ())


def _unread(article: Article) -> Reading:
    """A reading in which nothing was found, of an article that could not be read."""
    return Reading(
        article=article,
        language=article.language or "id",
        anchor=Anchor(),
        furniture=(),
        credits=Credits(title=article.title, outlet=article.outlet),
        sentences=(),
        quotations=(),
        names=(),
        dates=(),
        statements=(),
        figures=(),
        events=(),
    )
