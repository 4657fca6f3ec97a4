"""Incidents: the violence and demonstrations of an account as coders of conflict count them, one for a day and a place.

Method: clauses that tell one happening stay together; what has a day of its own makes an incident with what else happened on that day
at that place; what has none joins the only incident that its report tells of. What is left over is listed with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from runut.exports import gazetteer
from runut.exports.cited import Left
from runut.exports.coder_words import words_of
from runut.exports.deeds import CASE, DEEDS, DEMONSTRATION, VIOLENCE, Deeds
from runut.exports.judged import Judged
from runut.exports.sites import Sites
from runut.exports.surroundings import Surroundings
from runut.exports.tolls import VICTIMS, Toll, side_by_side, within
from runut.exports.wording import load
from runut.lang import Language
from runut.model import Account, Event, Figure, Happening, periods
from runut.model.periods import Period

# A day and a stretch of so many days that it lies in may be told of one thing.
SHORT_STRETCH = 7
# What happened stands in so many sentences at the head of its report; what stands further down may be of long ago.
OPENING = 3
# So many days before the first report the only deed that it tells may lie; what is older is history (of 224 stories one told of 1998).
FURTHEST_BACK = 92
# So many days a case (`Peristiwa itu terjadi …`), which may stand further down.
CASE_BACK = 14
# What begins a story is told to the month at least: `tahun lalu` is history.
LONGEST = 31
HURT = ("killed", "injured")
# The case of the table that says of anything that it happened.
HAPPENED = "terjadi"
# ACLED's type of what a demonstration turns into.
RIOTS = "Riots"
# Events of these types may be of somebody killed or injured in an incident.
HARMING = frozenset(["ASSAULT", "PROTEST", "CRIME", "COERCE", "MOBILIZE"])


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened on a day at a place: `deeds` are the rows of `coder_deeds` that its clauses name, by clause.

    `dated` and `placed` are the clauses that tell the day and the place; `joined` those that came in as told of the same thing, without a
    day. `tolls` is by measure.
    """

    period: Period
    place: str | None
    events: tuple[Event, ...]
    deeds: tuple[tuple[Event, Mapping[str, str]], ...]
    dated: tuple[Event, ...]
    placed: tuple[Event, ...]
    joined: frozenset[str]
    tolls: Mapping[str, Toll]
    articles: tuple[str, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """What its clauses tell of: violence, demonstration, harm, any case."""
        return frozenset(row["kind"] for _, row in self.deeds)

    @property
    def harms(self) -> bool:
        """Whether its reports tell of anybody killed or injured."""
        return any(toll.told for toll in self.tolls.values())


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents of an account by day and place, and what is in none."""

    found: tuple[Incident, ...]
    left: tuple[Left, ...]


@dataclass(slots=True)
class _Unit:
    """Clauses that tell one happening, or one clause alone."""

    events: list[Event]
    period: Period | None
    place: str | None
    founds: bool


@dataclass(slots=True)
class _Group:
    """An incident while it is made."""

    period: Period
    place: str | None
    units: list[_Unit] = field(default_factory=list)
    joined: set[str] = field(default_factory=set)

    def take(self, unit: _Unit, *, joined: bool = False) -> None:
        """Add a unit; the incident's place becomes the fuller of the two, its period the shorter."""
        self.units.append(unit)
        if unit.period and _length(unit.period) < _length(self.period):
            self.period = unit.period
        if unit.place and len(unit.place) > len(self.place or ""):
            self.place = unit.place
        if joined:
            self.joined.update(e.id for e in unit.events)


def find(account: Account, language: Language, types: Iterable[str]) -> Incidents:
    """The incidents that events of these types make, those first that came first."""
    return _Finder(account, language, frozenset(types)).find()


class _Finder:
    def __init__(self, account: Account, language: Language, types: frozenset[str]) -> None:
        self._account, self._types, self._language = account, types, language
        self._deeds = Deeds(language)
        self._deed_of: dict[str, Mapping[str, str]] = {}
        self._off = {o.article for o in account.off_story}
        self._judged = Judged(account, load())
        self._rejected = self._judged.rejected
        self._happening: dict[str, Happening] = {i: h for h in account.happenings for i in h.events}
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        self._sites = Sites(language)
        self._texts = {r.id: r.text for r in account.articles}
        self._opening = {r.id: max((s.end for s in r.sentences[:OPENING]), default=0) for r in account.articles}
        self._around = Surroundings(account, language)
        self._words = language.derive(words_of)
        for f in account.figures:
            fit = f.article not in self._off and f.id not in self._rejected
            if f.measure in HURT and fit and not self._around.is_untrue(f):
                self._figures[f.article].append(f)
        self._own: set[str] = set()
        self._is_long = False
        self._begin = ""  # the day with which the story begins
        self._left: dict[str, Left] = {}

    def find(self) -> Incidents:
        units = self._units()
        self._is_long = any(
            self._kind(u) == VIOLENCE
            and any(e.date and not self._around.is_day(e) and self._is_of_story(e) for e in u.events)
            for u in units
        )
        groups = self._joined(units)
        tolls = self._tolls(groups)
        found = [self._incident(g, toll) for g, toll in zip(groups, tolls, strict=True)]
        found.sort(key=lambda i: (i.period.first, i.period.last, i.place or "", i.events[0].id))
        used = {f.id for i in found for toll in i.tolls.values() for f in toll.figures}
        used |= {f for i in found for toll in i.tolls.values() if toll.series for f in toll.series.figures}
        return Incidents(tuple(found), (*self._left.values(), *self._left_figures(used)))

    def _leave(self, unit: _Unit, reason: str) -> None:
        for event in unit.events:
            happening = self._happening.get(event.id)
            self._left[event.id] = Left("events", event.id, reason, event, happening.id if happening else None)

    def _left_figures(self, used: set[str]) -> Iterator[Left]:
        for f in self._account.figures:
            if f.id in used:
                continue
            if f.measure not in HURT:
                reason = f"{f.measure} is not recorded by this form"
            elif f.id in self._rejected:
                reason = "rejected by a person"
            elif f.article in self._off:
                reason = "its report is of another event"
            elif self._around.is_untrue(f):
                reason = "told as untrue"
            elif f.id in self._own:
                reason = "it stands in a clause of a row, whose number is of another series of counts"
            else:
                reason = "it stands in no clause of a row"
            yield Left("figures", f.id, reason, f)

    def _units(self) -> list[_Unit]:
        """The clauses that may stand in a row, those of one happening together."""
        members: dict[str, list[Event]] = {}
        for event in self._account.events:
            reason = self._unfit(event)
            if reason:
                self._leave(_Unit([event], None, None, False), reason)
            else:
                happening = self._happening.get(event.id)
                members.setdefault(happening.id if happening else event.id, []).append(event)
        out = []
        for together in members.values():
            happening = self._happening.get(together[0].id)
            for events in self._by_place(together):
                dated = [e for e in events if self._around.is_day(e)]
                period = periods.read((happening or events[0]).date) if dated else None
                founds = any(self._deed_of[e.id]["kind"] in (*DEEDS, CASE) for e in dated)
                whole = happening is not None and len(events) == len(together)
                agreed = happening.place if happening and whole else None
                if self._joins(events):  # the place of what tells the day is that of what a person says is the same
                    place = self._sites.fullest((self._site(e) for e in dated or events), None)
                elif whole and agreed is None:
                    place = None
                else:
                    place = self._sites.fullest((self._site(e) for e in events), agreed)
                out.append(_Unit(events, period, place, founds))
        return self._in_time(out)

    def _joins(self, events: Iterable[Event]) -> list[frozenset[str]]:
        """The judgements of persons that join two or more of some clauses."""
        ids = {e.id for e in events}
        return [joined for joined in self._judged.joined if len(joined & ids) > 1]

    def _by_place(self, events: Sequence[Event]) -> list[list[Event]]:
        """Clauses of one happening by place, where they tell several; what tells none goes with the most.

        What a person has joined stays together.
        """
        groups: list[list[Event]] = []
        for event in sorted(events, key=lambda e: (not self._site(e), -len(self._site(e) or ""), e.id)):
            fitting = [g for g in groups if self._sites.are_one(self._site(g[0]), self._site(event))]
            if fitting:
                max(fitting, key=len).append(event)
            else:
                groups.append([event])
        for joined in self._joins(events):
            held = [g for g in groups if any(e.id in joined for e in g)]
            if len(held) > 1:
                groups = [g for g in groups if g not in held] + [[e for g in held for e in g]]
        return groups

    def _site(self, event: Event) -> str | None:
        """Where an event was: its place, or the place that it was done to (`menyerang Kalimas`)."""
        done_to = event.recipient
        if event.place or done_to is None or not self._around.is_place(done_to):
            return event.place
        return done_to.text

    def _unfit(self, event: Event) -> str:
        """Why an event can stand in no row; "" where it can."""
        if event.id in self._rejected:
            return "rejected by a person"
        if event.article in self._off:
            return "its report is of another event"
        if event.type not in self._types:
            return f"{event.type} is not recorded by this form"
        if event.status != "happened":
            return f"told as {event.status}"
        if self._around.is_untrue(event):
            return "told as untrue"
        deed = self._deeds.find(event.rule.partition(":")[2])
        if deed is None or deed["kind"] not in DEEDS:  # `tewas dalam kontak tembak`: the clause names the deed too
            kinds = (DEMONSTRATION,) if event.type == "PROTEST" else (VIOLENCE,)
            told = self._deeds.find_all(event.text)
            deed = next((row for row in told if row["kind"] in kinds), deed)
            if deed is None and self._around.is_case(event):  # `Peristiwa itu menimpa …`
                told += self._deeds.find_all(HAPPENED)
            deed = deed or next((row for row in told if row["word"] == HAPPENED), None)  # `aksi sadis itu terjadi …`
        if deed is None:
            return "its words name no deed that the codebooks record"
        self._deed_of[event.id] = deed
        return ""

    def _harms(self, event: Event, measure: str) -> bool:
        """Whether the words of an event tell of somebody killed, or injured."""
        return any(row["harm"] == measure for row in self._deeds.find_all(event.rule.partition(":")[2]))

    def _in_time(self, units: Sequence[_Unit]) -> list[_Unit]:
        """The units that lie in the days of the story; background is left out.

        A day that a person has set on a clause is the story's. Where no deed lies in those days, the last one before them begins the
        story that a report tells in its first sentences.
        """
        begin, last = (self._account.story.first or "")[:10], (self._account.story.last or "9")[:10]
        deeds = [u for u in units if u.founds and u.period]
        if begin and not any(self._lies(u, begin, last) for u in deeds):
            first = date.fromisoformat(begin)
            before = [(u.period, self._is_case(u)) for u in deeds if u.period and (self._opens(u) or self._is_case(u))]
            recent = [
                p
                for p, case in before
                if 0 < (first - p.last).days <= (CASE_BACK if case else FURTHEST_BACK) and _length(p) <= LONGEST
            ]
            if recent:
                begin = max(recent, key=lambda p: (p.last, p.first)).first.isoformat()
        self._begin = begin
        for unit in units:
            if unit.period and not self._lies(unit, begin, last):
                late = unit.period.first.isoformat() > last
                self._leave(unit, "after the last report" if late else "before the story begins: background")
        return [u for u in units if self._lies(u, begin, last)]

    def _lies(self, unit: _Unit, begin: str, last: str) -> bool:
        """Whether a unit tells no day, or one in these days, or one that a person has set and that is not after them."""
        if unit.period is None:
            return True
        soon = unit.period.first.isoformat() <= last
        return soon and (unit.period.last.isoformat() >= begin or self._is_set(unit))

    def _is_set(self, unit: _Unit) -> bool:
        """Whether a person has set the day of a clause."""
        return any(self._judged.setting(e.id, "date") for e in unit.events)

    def _opens(self, unit: _Unit) -> bool:
        """Whether a report tells a unit in its first sentences."""
        return any(self._around.is_day(e) and e.start < self._opening[e.article] for e in unit.events)

    def _is_of_story(self, event: Event) -> bool:
        """Whether what an event's day begins or ends reaches into the days of the story."""
        period, first = periods.read(event.date), self._account.story.first
        return period is not None and (not first or period.last.isoformat() >= first[:10])

    def _joined(self, units: Sequence[_Unit]) -> list[_Group]:
        """The units as incidents: first those with day and place, then those with a day, then those that tell neither."""
        groups: list[_Group] = []
        ordered = sorted(
            units, key=lambda u: (-len({e.article for e in u.events}), u.events[0].article, u.events[0].start)
        )
        dated = [u for u in ordered if u.period is not None]
        for unit in sorted(dated, key=lambda u: (not u.founds, self._is_case(u), _length(u.period), not u.place)):
            period = unit.period
            assert period is not None
            near = [g for g in groups if _same_time(g.period, period) and self._sites.are_one(g.place, unit.place)]
            if len(near) > 1 and not unit.place:
                near = [g for g in near if self._share_a_sentence(unit, g)] or near
            if len(near) == 1:
                near[0].take(unit)
            elif near:
                self._leave(unit, "several rows fit its day and place")
            elif unit.founds:
                groups.append(_Group(period, unit.place, [unit]))
            else:
                self._leave(unit, "it tells of harm and of no deed")
        homes: dict[str, set[int]] = defaultdict(set)
        for n, group in enumerate(groups):
            for article in {e.article for u in group.units for e in u.events}:
                homes[article].add(n)
        for unit in ordered:
            if unit.period is None:
                self._place_undated(unit, groups, homes)
        bare = [g for g in groups if all(self._is_case(u) for u in g.units)]
        for group in bare:
            for unit in group.units:
                self._leave(unit, "it tells of some event and of no deed")
        return [g for g in groups if g not in bare]

    def _share_a_sentence(self, unit: _Unit, group: _Group) -> bool:
        """Whether a sentence tells a clause of both."""
        told = {(e.article, s.start) for u in group.units for e in u.events if (s := self._around.sentence(e))}
        return any((e.article, s.start) in told for e in unit.events if (s := self._around.sentence(e)))

    def _is_case(self, unit: _Unit) -> bool:
        """Whether a unit names no deed itself."""
        return all(self._deed_of[e.id]["kind"] not in DEEDS for e in unit.events)

    def _place_undated(self, unit: _Unit, groups: Sequence[_Group], homes: Mapping[str, set[int]]) -> None:
        """Join what tells no day to the only incident that its reports tell of."""
        near = {n for e in unit.events for n in homes.get(e.article, ())}
        if self._is_elsewhen(unit):
            self._leave(unit, "no report tells its day, and it is told as earlier or of more than this")
        elif not near:
            self._leave(unit, "no report tells its day")
        elif (back := self._told_back(unit, near, groups)) is not None:
            alike = self._sites.are_one(groups[back].place, unit.place)
            groups[back].take(unit if alike else replace(unit, place=None), joined=True)
        elif len(near) > 1:
            self._leave(unit, "no report tells its day, and its reports tell of several rows")
        elif self._rivals(home := near.pop(), groups, self._kind(unit)):
            self._leave(unit, "no report tells its day, and another row may be of the same place")
        elif not self._is_alike(unit, groups[home]):
            self._leave(
                unit, "no report tells its day, and its report's row is of the other kind: a demonstration or violence"
            )
        elif self._sites.are_one(groups[home].place, unit.place):
            groups[home].take(unit, joined=True)
        else:
            self._leave(unit, "no report tells its day, and its place is another than its report's row has")

    def _told_back(self, unit: _Unit, near: Iterable[int], groups: Sequence[_Group]) -> int | None:
        """The only incident whose day a report tells as a case behind the deed that it opens with, and whose place may lie near.

        `Dua buruh ditembak di Randu. Peristiwa itu terjadi di Kampung Muara, Senin (9/3).`: the case tells the place closer.
        """
        if self._is_case(unit) or self._kind(unit) != VIOLENCE:
            return None
        opened = {e.article: e.start for e in unit.events if e.start < self._opening[e.article]}
        found = [
            n
            for n in near
            if self._sites.may_lie_together(groups[n].place, unit.place)
            and any(
                opened.get(e.article, e.start) < e.start
                and self._around.is_day(e)
                and (
                    self._around.is_case(e)
                    or (self._deed_of[e.id]["kind"] == CASE and e.start < self._opening[e.article])
                )
                for u in groups[n].units
                for e in u.events
            )
        ]
        return found[0] if len(found) == 1 else None

    def _is_elsewhen(self, unit: _Unit) -> bool:
        """Whether each clause of a unit tells of what was before the story, or of harm in more than one deed."""
        counts = {e.id: self._deed_of[e.id]["kind"] not in DEEDS or bool(self._counted_in(e)) for e in unit.events}
        return all(
            self._around.is_earlier(e, self._begin, back=counts[e.id]) or (counts[e.id] and self._around.is_wider(e))
            for e in unit.events
        )

    def _counted_in(self, event: Event) -> list[Figure]:
        """The counts of killed and injured that stand in a clause."""
        return [f for f in self._figures[event.article] if within(f, event)]

    def _is_alike(self, unit: _Unit, group: _Group) -> bool:
        """Whether a unit may be of an incident by its kind: what a demonstration is about is no part of it (`mengusut penembakan petani`).

        Of a demonstration is what turned violent, and what a sentence tells that names it or those in it.
        """
        kinds = {self._kind(u) for u in group.units}
        mine = self._kind(unit)
        rows = [self._deed_of[e.id] for u in (unit, *group.units) for e in u.events]
        turned = any(row["acled"] == RIOTS and not row["sub"] for row in rows)
        return mine in kinds or turned or (mine == VIOLENCE and any(map(self._around.is_of_demonstration, unit.events)))

    def _kind(self, unit: _Unit) -> str:
        """Violence where a clause of a unit tells of it or of harm, else demonstration; what names no deed is what its event is of."""
        rows = [(self._deed_of[e.id]["kind"], e.type) for e in unit.events]
        of = {kind if kind in DEEDS else DEMONSTRATION if type_ == "PROTEST" else VIOLENCE for kind, type_ in rows}
        return DEMONSTRATION if of == {DEMONSTRATION} else VIOLENCE

    def _rivals(self, n: int, groups: Sequence[_Group], kind: str = VIOLENCE) -> bool:
        """Whether another incident of a kind may be of the same place, so that what tells no day may be of either.

        So too where the violence lasts: then what tells no day may be of any.
        """
        return (kind == VIOLENCE and self._is_long) or any(
            k != n
            and any(self._kind(unit) == kind and self._is_told_close(unit) for unit in group.units)
            and self._sites.are_one(groups[n].place, group.place)
            for k, group in enumerate(groups)
        )

    def _is_told_close(self, unit: _Unit) -> bool:
        """Whether a unit is of a few days, where it only tells of some case: `tujuh kasus pada Juni` is no rival of a deed."""
        return not self._is_case(unit) or _length(unit.period) <= SHORT_STRETCH

    def _tolls(self, groups: Sequence[_Group]) -> list[dict[str, Toll]]:
        """Who came to harm in each incident; a series counts for the incident that has most of its figures, and for no other."""
        own: list[dict[str, list[Figure]]] = []
        for n, group in enumerate(groups):
            events = [e for u in group.units for e in u.events]
            if self._rivals(n, groups):  # what tells no day, or more than one, may count them all
                events = [e for e in events if self._around.is_day(e)]
            own.append(
                {
                    measure: list(
                        {f.id: f for e in events for f in self._counted_in(e) if f.measure == measure}.values()
                    )
                    for measure in HURT
                }
            )
        for n, _ in enumerate(groups):
            for measure in HURT:
                if not own[n][measure] and not self._rivals(n, groups):
                    own[n][measure] = self._beside(measure, n, groups)
        self._own = {f.id for counts in own for figures in counts.values() for f in figures}
        owner: dict[str, int | None] = {}
        for series in self._account.series:
            if series.measure in HURT:
                held = [len({f.id for f in o[series.measure]} & set(series.figures)) for o in own]
                most = max(held, default=0)
                if most:
                    owner[series.id] = held.index(most) if held.count(most) == 1 else None
        return [{m: self._toll(m, n, own[n][m], owner, groups) for m in HURT} for n in range(len(groups))]

    def _totals(self, measure: str, n: int, groups: Sequence[_Group]) -> list[Figure]:
        """The totals that may be an incident's, which its reports, and those of no other, tell in no clause."""
        others = {e.article for k, g in enumerate(groups) if k != n for u in g.units for e in u.events}
        mine = {e.article for u in groups[n].units for e in u.events} - others
        return [
            f
            for a in sorted(mine)
            for f in self._figures[a]
            if f.measure == measure and f.part == "total" and self._is_of(f, groups[n])
        ]

    def _above(self, total: float, measure: str, n: int, groups: Sequence[_Group]) -> tuple[Figure, ...]:
        """The totals of an incident's victims that are more than those whom its clauses name come to."""
        if self._rivals(n, groups):
            return ()
        return tuple(f for f in self._totals(measure, n, groups) if max(f.low or 0, f.high or 0) > total)

    def _beside(self, measure: str, n: int, groups: Sequence[_Group]) -> list[Figure]:
        """The totals that reports of an incident, and of no other, tell in no clause (`Korban tewas tiga orang.`), if they are one count.

        None may be of another day or place, nor stand in the clause of what makes no row.
        """
        found = self._totals(measure, n, groups)
        series = {next((s.id for s in self._account.series if f.id in s.figures), None) for f in found}
        alone = None not in series or len({(f.low, f.high) for f in found}) == 1
        return found if len(series) == 1 and alone else []

    def _is_of(self, figure: Figure, group: _Group) -> bool:
        """Whether a figure that stands in no clause may be the toll of an incident: it counts the victims, and of no longer time.

        A sentence that names another place, or more than one deed, may count others too.
        """
        clauses = [e for e in self._account.events if e.article == figure.article and within(figure, e)]
        quoted = any(self._is_only_quoted(e) for e in clauses)
        if not (quoted or (not clauses and figure.rule.startswith(VICTIMS))):
            return False
        if self._around.is_wider(figure) or self._around.lasts(figure):
            return False
        first, last = group.period.first.isoformat(), (self._account.story.last or "9")[:10]
        told = [periods.read(day) for day in (figure.as_of, *self._around.days(figure)) if day]
        return (
            self._may_hold(group.place, figure.place)
            and all(group.place and self._may_hold(group.place, name) for name in self._around.places(figure))
            and all(p and p.last.isoformat() >= first and p.first.isoformat() <= last for p in told)
        )

    def _may_hold(self, outer: str | None, inner: str | None) -> bool:
        """Whether two places may be one, or the second a closer one that tells nothing it lies in (`Kampung Muara` in `Distrik Randu`)."""
        return self._sites.are_one(outer, inner) or (
            self._sites.may_lie_together(outer, inner)
            and gazetteer.locate(inner, self._language).finest in (gazetteer.SPOT, gazetteer.VILLAGE)
            and gazetteer.locate(outer, self._language).finest not in (gazetteer.SPOT, gazetteer.VILLAGE, None)
        )

    def _is_only_quoted(self, event: Event) -> bool:
        """Whether nothing but a quotation makes an event an allegation (`"Tiga warga tewas," kata Kapolres`)."""
        return event.status == "alleged" and event.type in self._types and not self._around.is_guessed(event)

    def _toll(
        self,
        measure: str,
        n: int,
        figures: Sequence[Figure],
        owner: Mapping[str, int | None],
        groups: Sequence[_Group],
    ) -> Toll:
        """Of several series the one with most of the incident's figures; where another row may be of the place, what it counts itself."""
        ids = {f.id for f in figures}
        articles = {e.article for u in groups[n].units for e in u.events}
        told = any(f.measure == measure for a in articles for f in self._figures[a]) or any(
            e.article in articles and e.type in HARMING and self._harms(e, measure) and not self._around.is_untrue(e)
            for e in self._account.events
        )
        clauses = tuple(e for u in groups[n].units for e in u.events if self._harms(e, measure))
        many = any(
            f.measure == measure and max(f.low or 0, f.high or 0) > 1 for a in articles for f in self._figures[a]
        )
        if not told and (
            hinted := tuple(e for u in groups[n].units for e in u.events if self._around.hints(e, measure))
        ):
            return Toll(None, (), True, "", clauses, hinted)
        mine = [s for s in self._account.series if s.measure == measure and ids & set(s.figures)]
        kept = [s for s in mine if owner.get(s.id) == n]
        if self._rivals(n, groups):
            kept = [s for s in kept if ids.issuperset(s.figures)]
        elif mine and not kept:
            return Toll(None, (), told, "its count stands in another row, or in several alike", clauses)
        total = side_by_side(figures, self._texts, self._words) if len({(f.low, f.high) for f in figures}) > 1 else None
        if total is not None and (len(kept) > 1 or not kept):
            return Toll(None, tuple(figures), told, "", clauses, more=self._above(total, measure, n, groups))
        if kept:
            best = max(kept, key=lambda s: (len(ids & set(s.figures)), s.independent, len(s.figures), s.id))
            return Toll(best, tuple(f for f in figures if f.id in best.figures), told, "", clauses)
        return Toll(None, tuple(figures), told, "", clauses, many=many)

    def _incident(self, group: _Group, tolls: Mapping[str, Toll]) -> Incident:
        order = {r.id: n for n, r in enumerate(self._account.articles)}
        events = sorted((e for u in group.units for e in u.events), key=lambda e: (order[e.article], e.start, e.id))
        articles = tuple(dict.fromkeys(e.article for e in events))
        return Incident(
            period=group.period,
            place=group.place,
            events=tuple(events),
            deeds=tuple((e, self._deed_of[e.id]) for e in events),
            dated=tuple(e for e in events if (told := periods.read(e.date)) and _same_time(told, group.period)),
            placed=tuple(e for e in events if group.place and self._site(e) == group.place),
            joined=frozenset(group.joined),
            tolls=tolls,
            articles=articles,
        )


def _length(period: Period | None) -> int:
    """How many days a period has."""
    return (period.last - period.first).days + 1 if period else 0


def _same_time(a: Period, b: Period) -> bool:
    """Whether two periods are one, or one lies in the other and that is short."""
    inner, outer = sorted((a, b), key=_length)
    return a == b or (outer.first <= inner.first and inner.last <= outer.last and _length(outer) <= SHORT_STRETCH)
