"""Links: where the lines of the desk's pages lead."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from runut.exports.passages import Links, Stretch


def passage(article: str, start: int, end: int) -> str:
    """To a stretch of a report, which its page lights up and the browser scrolls to."""
    return f"/articles/{quote(article, safe='')}?at={start}-{end}#p-{article}-{start}-{end}"


def passages(article: str, spans: list[tuple[int, int]]) -> str:
    """To several stretches of a report at once; the browser scrolls to the first."""
    at = ",".join(f"{start}-{end}" for start, end in spans)
    start, end = spans[0]
    return f"/articles/{quote(article, safe='')}?at={at}#p-{article}-{start}-{end}"


def article(id_: str) -> str:
    """To a report."""
    return f"/articles/{quote(id_, safe='')}"


def story(id_: str) -> str:
    """To a story."""
    return f"/stories/{quote(id_, safe='')}"


def inside(address: str, otherwise: str = "/") -> str:
    """An address of this server as it was asked for; for any other `otherwise`."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else otherwise


class DeskLinks(Links):
    """The lines of a story's pages: reports have pages of their own, names too, and each line can be judged.

    `short` pages leave what is folded away to the pages of their sections.
    """

    keys = "desk.account.keys"

    def __init__(self, story_id: str, *, correct: bool = True, short: bool = False) -> None:
        self._story = story(story_id)
        self._correct = correct
        self._short = short

    def more(self, section: str) -> str:
        """To the page of a section."""
        return f"{self._story}/{section}" if self._short else ""

    def passage(self, place: Stretch) -> str:
        """To a stretch of a report."""
        # Thousands a page: ids of reports are hexadecimal, and need no quoting.
        return f"/articles/{place.article}?at={place.start}-{place.end}#p-{place.article}-{place.start}-{place.end}"

    def report(self, article_id: str) -> str:
        """To a whole report."""
        return article(article_id)

    def entity(self, id_: str) -> str:
        """To all that is told of a name in the story."""
        return f"{self._story}/entities/{quote(id_, safe='')}"

    def correct(self, *ids: str) -> str:
        """To where a person can judge these findings, entities or reports."""
        return f"{self._story}/correct?{urlencode([('subject', i) for i in ids])}" if self._correct and ids else ""
