"""Passages: how a stretch of a report is cited and excerpted, and what those are called who stand in it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from runut.exports.wording import Wording
from runut.model import Account, Entity, Framing, Report, Speaker

# What is passed on with --excerpts shows at most this much of a text in one piece (characters).
EXCERPT = 300
_UNSHOWABLE = re.compile("[\x00\ud800-\udfff]")


class Stretch(Protocol):
    """Anything of an article with a start and an end: a finding, a Place, a mention."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage within its sentence, at most EXCERPT characters together."""

    before: str
    hit: str
    after: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line comes from: `text` is "Kompas, 12/8 14.05, par. 3", `href` leads to the passage, `hint` is told on hovering."""

    text: str
    href: str
    hint: str
    excerpt: Excerpt


def showable(text: str) -> str:
    """A text as a page can hold it: what no page can hold becomes U+FFFD, character for character."""
    return _UNSHOWABLE.sub("\ufffd", text)


def readable(text: str) -> str:
    """A passage as a line shows it, with the entities decoded that a scraper left in the text."""
    return showable(html.unescape(text))


def web_address(url: str | None) -> str:
    """The address when it leads to a web page, else "": a report never chooses another scheme."""
    return url if url and url.startswith(("https://", "http://")) else ""


def anchor(place: Stretch) -> str:
    """The id of a passage in the page."""
    return f"p-{place.article}-{place.start}-{place.end}"


class Sources:
    """The reports of an account as things to cite from."""

    def __init__(self, account: Account, wording: Wording, *, excerpts: bool = False) -> None:
        self.reports: Mapping[str, Report] = {r.id: r for r in account.articles}
        self.entities: Mapping[str, Entity] = {e.id: e for e in account.entities}
        self._wording = wording
        self._excerpts = excerpts
        # A citation names the year only where the reports are of more than one.
        self._years = len({r.published[:4] for r in account.articles if r.published}) > 1
        self._starts = {r.id: [s.start for s in r.sentences] for r in account.articles}

    def outlet(self, article: str) -> str:
        """The name that a report goes by: its outlet, else what its file is called."""
        report = self.reports[article]
        return showable(report.outlet or report.source.replace("\\", "/").rsplit("/", 1)[-1]) or self._wording(
            "cite.nameless"
        )

    def published(self, article: str) -> str:
        """When a report was published, short; "" where that is not known."""
        return self._wording.day(self.reports[article].published, weekday=False, year=self._years)

    def speaker(self, speaker: Speaker | None) -> str:
        """Who said it, by the name of the entity where it is known; "" for nobody."""
        if speaker is None:
            return ""
        entity = self.entities.get(speaker.entity or "")
        return showable(entity.name if entity else speaker.name or speaker.text or "")

    def target(self, framing: Framing) -> str:
        """What the terms of a framing are for."""
        entity = self.entities.get(framing.target)
        return showable(entity.name if entity else framing.target)

    def cite(self, place: Stretch, hint: str = "") -> Citation:
        """The citation of a stretch; `hint` tells more on hovering (the rule, say)."""
        parts = (self.outlet(place.article), self.published(place.article), self._position(place))
        return Citation(
            text=", ".join(filter(None, parts)),
            href=f"#a-{place.article}" if self._excerpts else f"#{anchor(place)}",
            hint=showable(hint),
            excerpt=self.excerpt(place),
        )

    def cite_report(self, article: str) -> Citation:
        """The citation of a whole report."""
        return Citation(
            text=", ".join(filter(None, (self.outlet(article), self.published(article)))),
            href=f"#a-{article}",
            hint="",
            excerpt=Excerpt("", "", ""),
        )

    def _position(self, place: Stretch) -> str:
        report = self.reports[place.article]
        for span in report.credits:
            if span.start <= place.start < span.end:
                return self._wording("cite.title" if span.kind == "title" else "cite.credits")
        if any(start <= place.start < end for start, end, _ in report.furniture):
            return self._wording("cite.outside")
        k = bisect_right(self._starts[place.article], place.start) - 1
        return self._wording("cite.paragraph", n=report.sentences[k].paragraph + 1) if k >= 0 else ""

    def excerpt(self, place: Stretch) -> Excerpt:
        """The stretch and as much of its sentences as EXCERPT leaves room for, cut at words."""
        report = self.reports[place.article]
        text, starts = report.text, self._starts[place.article]
        start, end = place.start, place.end
        if end - start >= EXCERPT:
            return Excerpt("", clipped(readable(text[start:end])), "")
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        left = report.sentences[first].start if first >= 0 else start
        right = max(report.sentences[last].end, end) if last >= 0 else end
        room = EXCERPT - (end - start)
        after = min(right - end, max(room // 2, room - (start - left)))
        before = min(start - left, room - after)
        head = text[start - before : start]
        tail = text[end : end + after]
        if before < start - left:
            head = "… " + head.partition(" ")[2]
        if after < right - end:
            tail = tail.rpartition(" ")[0] + " …"
        return Excerpt(readable(head), readable(text[start:end]), readable(tail))


def clipped(text: str, most: int = EXCERPT) -> str:
    """A text cut at a word, with `…`, when it is longer than `most` characters."""
    if len(text) <= most:
        return text
    head = text[: most - 2]
    return (head.rpartition(" ")[0] or head) + " …"
