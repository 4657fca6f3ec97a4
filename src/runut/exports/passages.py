"""Passages: how a stretch of a report is cited and excerpted, and what those are called who stand in it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from runut.exports.judged import Judged
from runut.exports.wording import Wording
from runut.model import Account, Entity, Event, Moment, Place, Report, Speaker
from runut.text.excerpts import around, is_ended

# What is passed on with --excerpts shows at most this much of a text in one piece (characters).
EXCERPT = 300
# A figure is shown with so much of its sentence before and behind it: enough to read what it counts (`merugikan negara Rp 3 miliar`).
BEFORE, BEHIND = 50, 25
_UNSHOWABLE = re.compile("[\x00\ud800-\udfff]")


class Stretch(Protocol):
    """Anything of an article with a start and an end: a finding, a Place, a mention."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def line_of(moment: Moment) -> str:
    """The words of a line of the timeline, with `…` where they were cut off at a comma."""
    words = moment.text.rstrip()
    return words if is_ended(words) or not words.endswith((",", ";")) else f"{words} …"


def telling(moment: Moment) -> tuple[Place, ...]:
    """The passages that tell what a line of the timeline tells."""
    return moment.evidence[: moment.telling or None]


def beside(moment: Moment) -> tuple[Place, ...]:
    """The passages that stand with a line of the timeline and tell something else of its day."""
    return moment.evidence[moment.telling :] if moment.telling else ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage within its sentence, at most EXCERPT characters together."""

    before: str
    hit: str
    after: str


NO_EXCERPT = Excerpt("", "", "")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a line comes from: `text` is "Kompas, 12/8 14.05, par. 3", `href` leads to the passage, `hint` is told on hovering.

    `excerpt` is empty where the page has the full texts.
    """

    text: str
    href: str
    hint: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with where it says something: its name, and the citation of each place."""

    name: str
    citations: tuple[Citation, ...]


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


class Links:
    """Where the lines of a page lead; here to places in the page itself, which knows of no other page.

    `keys` names the words that tell what keys do there.
    """

    keys = "notes.keys"

    def passage(self, place: Stretch) -> str:
        """To a stretch of a report."""
        return f"#{anchor(place)}"

    def report(self, article: str) -> str:
        """To a whole report."""
        return f"#a-{article}"

    def more(self, section: str) -> str:
        """To the page that holds a whole section; "" where this page holds it."""
        return ""

    def entity(self, id_: str) -> str:
        """To all that is told of a name; "" where there is no such page."""
        return ""

    def correct(self, *ids: str) -> str:
        """To where a person can judge these findings, entities or reports; "" where nobody can."""
        return ""


class Sources:
    """The reports of an account as things to cite from; `off` are those of another event, `judged` what persons have ruled."""

    def __init__(
        self, account: Account, wording: Wording, *, excerpts: bool = False, links: Links | None = None
    ) -> None:
        self.account = account
        self.wording = wording
        self.excerpts = excerpts
        self.links = links or Links()
        self.reports: Mapping[str, Report] = {r.id: r for r in account.articles}
        self.entities: Mapping[str, Entity] = {e.id: e for e in account.entities}
        self.off = frozenset(o.article for o in account.off_story)
        self.judged = Judged(account, wording)
        self._families = {a: f.id for f in account.families for a in f.articles}
        # A citation names the year only where the reports are of more than one.
        self._years = len({r.published[:4] for r in account.articles if r.published}) > 1
        self._names: dict[str, str] = {}
        self._starts = {r.id: [s.start for s in r.sentences] for r in account.articles}

    def outlet(self, article: str) -> str:
        """The name that a report goes by: its outlet, else what its file is called."""
        report = self.reports[article]
        return showable(report.outlet or report.source.replace("\\", "/").rsplit("/", 1)[-1]) or self.wording(
            "cite.nameless"
        )

    def published(self, article: str) -> str:
        """When a report was published, short; "" where that is not known."""
        return self.wording.day(self.reports[article].published, weekday=False, year=self._years)

    def speaker(self, speaker: Speaker | None) -> str:
        """Who said it, by the name of the entity where it is known; "" for nobody."""
        if speaker is None:
            return ""
        entity = self.entities.get(speaker.entity or "")
        return showable(entity.name if entity else speaker.name or speaker.text or "")

    def called(self, entity_or_words: str | None) -> str:
        """The name of an entity by its id; words that are no id as they are, "" for None."""
        entity = self.entities.get(entity_or_words or "")
        return showable(entity.name if entity else entity_or_words or "")

    def rule(self, rule: str) -> str:
        """The rule that made a line, in words for its hint; "" where none is named."""
        return f"{self.wording('rule')} {rule}" if rule else ""

    def shown(self, text: str) -> str:
        """Words of a report as a line shows them."""
        return readable(clipped(text) if self.excerpts else text)

    def independent(self, articles: Iterable[str]) -> int:
        """How many of the reports rest on nothing that another of them rests on."""
        return len({self._families.get(a, a) for a in articles})

    def support(
        self, articles: Iterable[str], reports: int = 0, independent: int = 0, names: Iterable[str] = ()
    ) -> str:
        """How many reports carry a line and on how many sources it rests, counted where it is not told; `names` say it by name."""
        held = frozenset(articles)
        return self.wording.support(
            reports or len(held), independent or self.independent(held), [showable(name) for name in names]
        )

    def cite_all(self, places: Iterable[Stretch], rule: str = "") -> tuple[Citation, ...]:
        """The citations of stretches, each once."""
        once = {(p.article, p.start, p.end): p for p in places}
        hint = self.rule(rule)
        return tuple(self.cite(p, hint) for p in once.values())

    def by_outlet(self, places: Iterable[Stretch]) -> tuple[Outlet, ...]:
        """The stretches by outlet, those with most first."""
        groups: dict[str, list[Stretch]] = {}
        for place in places:
            groups.setdefault(self.outlet(place.article), []).append(place)
        ordered = sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0].casefold()))
        return tuple(Outlet(name, self.cite_all(told)) for name, told in ordered)

    def cite(self, place: Stretch, hint: str = "") -> Citation:
        """The citation of a stretch; `hint` tells more on hovering (the rule, say)."""
        position = self._position(place)
        return Citation(
            text=f"{self._named(place.article)}, {position}" if position else self._named(place.article),
            href=self.links.report(place.article) if self.excerpts else self.links.passage(place),
            hint=showable(hint),
            excerpt=self.excerpt(place) if self.excerpts else NO_EXCERPT,
        )

    def cite_report(self, article: str) -> Citation:
        """The citation of a whole report."""
        return Citation(
            text=self._named(article),
            href=self.links.report(article),
            hint="",
            excerpt=NO_EXCERPT,
        )

    def _named(self, article: str) -> str:
        """Outlet and time of a report, asked for once a citation."""
        known = self._names.get(article)
        if known is None:
            known = ", ".join(filter(None, (self.outlet(article), self.published(article))))
            self._names[article] = known
        return known

    def _position(self, place: Stretch) -> str:
        report = self.reports[place.article]
        for span in report.credits:
            if span.start <= place.start < span.end:
                return self.wording("cite.title" if span.kind == "title" else "cite.credits")
        if any(start <= place.start < end for start, end, _ in report.furniture):
            return self.wording("cite.outside")
        k = bisect_right(self._starts[place.article], place.start) - 1
        return self.wording("cite.paragraph", n=report.sentences[k].paragraph + 1) if k >= 0 else ""

    def quote(self, place: Stretch) -> str:
        """The words of a stretch, cut where they are longer than an excerpt."""
        return readable(clipped(self.reports[place.article].text[place.start : place.end]))

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

    def setting(self, place: Stretch) -> Excerpt:
        """The stretch with a few words of its sentence on both sides, cut at words."""
        text, sentences = self.reports[place.article].text, self.reports[place.article].sentences
        k = bisect_right(self._starts[place.article], place.start) - 1
        if k < 0 or place.start >= sentences[k].end:
            return Excerpt("", readable(text[place.start : place.end]), "")
        within = (sentences[k].start, sentences[k].end)
        return Excerpt(*map(readable, around(text, within, place.start, place.end, BEFORE, BEHIND)))


def clipped(text: str, most: int = EXCERPT) -> str:
    """A text cut at a word, with `…`, when it is longer than `most` characters."""
    if len(text) <= most:
        return text
    head = text[: most - 2]
    return (head.rpartition(" ")[0] or head) + " …"


def stretch_of(account: Account, event: Event, words: str | None) -> Stretch:
    """Where words of an event's clause or sentence stand; the clause where they do not."""
    report = next(r for r in account.articles if r.id == event.article)
    if words:
        around = next((s for s in report.sentences if s.start <= event.start < s.end), event)
        for start, end in ((event.start, event.end), (around.start, max(around.end, event.end))):
            at = report.text.find(words, start, end)
            if at >= 0:
                return Place(article=event.article, start=at, end=at + len(words), text=words)
    return event
