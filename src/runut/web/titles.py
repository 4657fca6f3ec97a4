"""What a story or report without a title is called: its first words."""

from __future__ import annotations

from collections.abc import Iterable

from runut.model import Account
from runut.store import StoryRow, View

# The longest opening that stands in place of a title, in characters; only so much of a text is looked through for it.
OPENING, LOOKED_THROUGH = 90, 10_000


def opening(text: str) -> str:
    """The first words of a text; "" where it has none."""
    line = next(filter(None, map(str.strip, text[:LOOKED_THROUGH].splitlines())), "")
    return line if len(line) <= OPENING else line[:OPENING].rsplit(" ", 1)[0] + " …"


def of_account(account: Account) -> str | None:
    """The title of an account's story, else the first words of its first report as the account has them."""
    return account.story.title or (opening(account.articles[0].text) if account.articles else None)


def of_stories(view: View, rows: Iterable[StoryRow], *, masked: bool) -> dict[str, str]:
    """Titles of stories by id: of those without one the first words of their first report; no title where that has none either.

    Where names are to be covered, a story that was never told gives no words of its reports: nobody knows yet which names they are.
    """
    titles: dict[str, str] = {}
    first: dict[str, str] = {}
    for row in rows:
        if row.title:
            titles[row.id] = row.title
        elif row.told_version is not None or not masked:
            first |= dict.fromkeys(view.members(row.id)[:1], row.id)
    for id_, article in view.articles(first).items():
        if words := opening(article.text):
            titles[first[id_]] = words
    return titles
