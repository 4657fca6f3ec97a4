"""The timeline: one best sentence a line, which days are told of most, and the happenings that several reports tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from runut.exports.judged import Sign
from runut.exports.passages import Citation, Sources, beside, line_of, readable, showable, telling
from runut.model import Event, Happening, Moment, Party, Place

# Days named as those told of most.
DAYS_RANKED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the timeline: its best sentence, what is known of its other days, the `wordings` of those who tell the same, and what
    `others` tell of the day.
    """

    day: str
    kind: str
    text: str
    goes_on: str
    times: tuple[str, ...]
    support: str
    citations: tuple[Citation, ...]
    wordings: tuple[tuple[str, tuple[Citation, ...]], ...]
    others: tuple[tuple[str, tuple[Citation, ...]], ...]


@dataclass(frozen=True, slots=True)
class DayRank:
    """A day with how many tell of it; `href` leads to its lines, "" where the timeline has none."""

    day: str
    href: str
    support: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How some reports put a happening, and which."""

    status: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event, or a happening that several reports tell: the fullest words, and how each report puts it."""

    day: str
    text: str
    type: str
    who: str
    place: str
    support: str
    standings: tuple[Standing, ...]
    wordings: tuple[tuple[str, Citation], ...]
    about: tuple[str, ...]
    why: str
    rule: str
    signs: tuple[Sign, ...]
    ids: tuple[str, ...]


class Days:
    """What happened, was said and was reported, by day."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording
        self._account = sources.account
        self._events = {e.id: e for e in sources.account.events}
        self._figures = {f.id: f for f in sources.account.figures}

    def timeline(self) -> tuple[tuple[str, str, tuple[Line, ...]], ...]:
        """The moments by day: the day's anchor, its words, its lines."""
        moments = sorted(self._account.timeline, key=lambda m: m.date[:10])
        return tuple(
            (_anchor(day), self._wording.day(day), tuple(self._line(m, day) for m in told))
            for day, told in groupby(moments, key=_group)
        )

    def _line(self, moment: Moment, day: str) -> Line:
        w = self._wording
        sentences = self._sentences(moment, telling(moment))
        first = self._sources.shown(moment.text)
        citations = sentences.pop(first, None) or [c for told in sentences.values() for c in told][:1]
        times = (
            ("event", "happened", moment.happened),
            ("said", "said", moment.said),
            ("reported", "published", moment.published),
        )
        return Line(
            day=w.day(moment.date) if moment.date != day else "",
            kind=moment.kind,
            text=first,
            goes_on=line_of(moment)[len(moment.text.rstrip()) :],
            times=tuple(
                w(f"time.{name}", day=w.day(value, weekday=False, year=False))
                for kind, name, value in times
                if value and kind != moment.kind and value[:10] != moment.date[:10]
            ),
            support=self._sources.support((p.article for p in telling(moment)), moment.reports, moment.independent),
            citations=tuple(citations),
            wordings=tuple((text, tuple(told)) for text, told in sentences.items()),
            others=tuple((text, tuple(told)) for text, told in self._sentences(moment, beside(moment)).items()),
        )

    def _sentences(self, moment: Moment, places: Iterable[Place]) -> dict[str, list[Citation]]:
        """Passages of a moment by their words."""
        out: dict[str, list[Citation]] = {}
        for place in places:
            # evidence without words of its own (an account made by hand) says what the line says
            citation = self._sources.cite(place, self._sources.rule(moment.rule))
            out.setdefault(self._sources.shown(place.text or moment.text), []).append(citation)
        return out

    def most_told(self) -> tuple[DayRank, ...]:
        """The days that most independent reports tell of; where several tell of any, not those that one alone tells of."""
        several = [d for d in self._account.days if d.reports > 1]
        there = {_group(m) for m in self._account.timeline}
        return tuple(
            DayRank(
                self._wording.day(d.date),
                f"#{_anchor(d.date)}" if d.date in there else "",
                self._wording("support.short", reports=d.reports, independent=d.independent),
            )
            for d in (several or self._account.days)[:DAYS_RANKED]
        )

    def happenings(self, first: int = 0, last: int | None = None) -> tuple[Told, ...]:
        """The events that several reports tell, those that most tell first; of these the `first` to the `last`."""
        told = sorted(self._account.happenings, key=lambda h: (-h.independent, -h.reports, h.date or "9", h.id))
        return tuple(map(self._happening, told[first:last]))

    def _happening(self, happening: Happening) -> Told:
        w = self._wording
        events = [self._events[i] for i in happening.events if i in self._events]
        figures = [self._figures[i] for i in happening.figures if i in self._figures]
        values = {w.bounds(f.low, f.high, f.approx, f.measure): w.label("measure", f.measure) for f in figures}
        day, place = w.day(happening.date), self._sources.called(happening.place)
        who = _who(self._sources.called(happening.actor), self._sources.called(happening.recipient))
        return Told(
            day=day,
            text=self._sources.shown(events[0].text) if events else "",
            type=w.label("event", happening.type),
            who=who,
            place=place,
            support=self._sources.support((e.article for e in events), happening.reports, happening.independent),
            standings=tuple(
                Standing(
                    s.status,
                    tuple(self._cite(self._events[i]) for i in s.events if i in self._events),
                )
                for s in happening.standings
            )
            or (Standing("happened", tuple(map(self._cite, events))),),
            wordings=tuple((self._sources.shown(e.text), self._cite(e)) for e in events[1:]),
            about=tuple(filter(None, (day, place, who, *(f"{measure} {value}" for value, measure in values.items())))),
            why=showable(w.either(happening.why, happening.english)),
            rule=happening.rule,
            signs=self._sources.judged.signs(happening.events),
            ids=happening.events,
        )

    def events(self) -> tuple[Told, ...]:
        """The events that no happening joins, by day, those without one last."""
        told = sorted(self._alone(), key=lambda e: (e.date is None, e.date or "", e.article, e.start))
        return tuple(map(self._event, told))

    def count_events(self) -> int:
        """How many those are."""
        return len(self._alone())

    def _alone(self) -> list[Event]:
        elsewhere = {i for h in self._account.happenings for i in h.events} | set(self._sources.judged.rejected)
        return [e for e in self._account.events if e.article not in self._sources.off and e.id not in elsewhere]

    def _event(self, event: Event) -> Told:
        return Told(
            day=self._wording.day(event.date),
            text=self._sources.shown(event.text),
            type=self._wording.label("event", event.type),
            who=_who(_words(event.actor), _words(event.recipient)),
            place=showable(event.place or ""),
            support="",
            standings=(Standing(event.status, (self._cite(event),)),),
            wordings=(),
            about=(),
            why="",
            rule=event.rule,
            signs=self._sources.judged.signs([event.id]),
            ids=(event.id,),
        )

    def _cite(self, event: Event) -> Citation:
        return self._sources.cite(event, self._sources.rule(event.rule))


def _group(moment: Moment) -> str:
    """What a moment stands under: its day, or the whole of a period."""
    return moment.date if "/" in moment.date else moment.date[:10]


def _anchor(day: str) -> str:
    """The id of a day in the page."""
    return f"d-{day.replace('/', '-')}"


def _words(party: Party | None) -> str:
    return readable(party.text) if party else ""


def _who(actor: str, recipient: str) -> str:
    """Who does it to whom, as far as is told."""
    return f"{actor} → {recipient}".strip() if recipient else actor
