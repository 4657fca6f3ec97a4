"""Showing: the account of a story as its reader wants it, with protected names covered or not."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from runut.desk import Desk, StoryState
from runut.lang import Language
from runut.masking import Flag, cover_words, flag, mask
from runut.model import Account, Anchor, Article, Credits, Reading, Report
from runut.store import StoryRow, View

MASK = "runut_mask"
# Accounts are kept decoded as long as their reports are no more than this together: some 100 kB of memory a report, and reading one of
# 200 reports out of the store takes as long as showing it.
KEPT = 1_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """An account as it is shown; `flags` are the names that may not be told, empty where nothing is `masked`.

    `state` is how its story stands, None for a report that stands alone. `cover` covers them in words that are told of it elsewhere.
    `back` is the address of the page, to come back to when names are shown the other way.
    """

    account: Account
    masked: bool
    flags: tuple[Flag, ...]
    cover: Callable[[str], str]
    back: str
    state: StoryState | None = None


class Accounts:
    """The accounts that were shown last, as they came out of the store and with names covered; safe to use from many threads."""

    def __init__(self) -> None:
        self._plain: _Last[Account] = _Last()
        self._covered: _Last[tuple[Account, tuple[Flag, ...], Callable[[str], str]]] = _Last()

    def of(self, desk: Desk, story: str, *, fresh: bool, state: StoryState | None = None) -> tuple[Account, StoryState]:
        """The account of a story, as `Desk.account`, and how the story stands with it; `state` is how it stood just now, where known."""
        before = state or desk.state(story)
        known = None if before.key is None or (fresh and before.stale) else self._plain.get(before.key)
        if known is not None:
            return known, before
        told = desk.account(story, fresh=fresh)
        after = desk.state(story)
        # Where it is another by now, nobody can say which of the two this is.
        if before.key is not None and after.key == before.key:
            self._plain.keep(before.key, told, len(told.articles))
        return told, after

    def covered(
        self, account: Account, languages: Mapping[str, Language]
    ) -> tuple[Account, tuple[Flag, ...], Callable[[str], str]]:
        """The account with its protected names covered, which they are, and what covers them in other words."""
        known = self._covered.get(account.sha256)
        if known is None:
            language = languages["id"]
            flags = flag(account, language)
            known = mask(account, flags, language), flags, cover_words(account, flags, language)
            self._covered.keep(account.sha256, known, len(account.articles))
        return known


class _Last(Generic[T]):
    """The last things of a kind by key, so many that they weigh no more than KEPT together."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[T, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> T | None:
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: str, thing: T, weight: int) -> None:
        with self._lock:
            self._kept[key] = (thing, weight)
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and sum(w for _, w in self._kept.values()) > KEPT:
                self._kept.popitem(last=False)


def told(request: Request, story: str, *, fresh: bool = False, state: StoryState | None = None) -> Shown:
    """The account of a story; `fresh` as for `Desk.account`, `state` is how the story stood just now, where known."""
    accounts: Accounts = request.app.state.accounts
    account, now = accounts.of(request.app.state.desk, story, fresh=fresh, state=state)
    return replace(show(request, account), state=now)


def show(request: Request, account: Account) -> Shown:
    """An account as the reader of this request wants it."""
    masked = is_masked(request)
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "mask"]
    back = request.url.path + (f"?{urlencode(kept)}" if kept else "")
    if not masked:
        return Shown(account, False, (), str, back)
    accounts: Accounts = request.app.state.accounts
    covered, flags, cover = accounts.covered(account, request.app.state.desk.using)
    return Shown(covered, True, flags, cover, back)


def is_masked(request: Request) -> bool:
    """Whether names are to be covered: as this very request says (`mask=on`, for itself alone), else as the browser keeps it."""
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


def covers(request: Request, stories: Iterable[str]) -> Mapping[str, Callable[[str], str]]:
    """As `Desk.covers`, what covers protected names in words told of stories in lists; empty where the reader wants none covered."""
    desk: Desk = request.app.state.desk
    return desk.covers(stories) if is_masked(request) else {}


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
        accounts: Accounts = request.app.state.accounts
        account, _ = accounts.of(desk, story, fresh=False)
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
    return telling.tell(comparing.compare([reading], desk.using["id"]), (), desk.using["id"])


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
