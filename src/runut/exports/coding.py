"""Coding: what the forms of conflict coders have in common, each cell with the passages behind it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runut.comparing.corrections import FIELDS, date_id, found_as
from runut.exports import gazetteer, incidents
from runut.exports.cited import Cited, Left
from runut.exports.coder_words import words_of
from runut.exports.deeds import DEEDS, DEMONSTRATION, Deeds
from runut.exports.gazetteer import COUNTRY, Location
from runut.exports.incidents import HURT, Incident
from runut.exports.judged import Judged, ruled
from runut.exports.judged import who as who_judged
from runut.exports.passages import Sources, Stretch, readable, stretch_of
from runut.exports.tolls import Toll, side_by_side, within
from runut.exports.wording import load
from runut.lang import Language
from runut.model import Account, Entity, Event, Figure, Judgement, Party, Place, Valuation

Number = int | float | None
# Words for a party longer than this are more than a name (characters).
LONGEST_PARTY = 60
# Of two kinds that words for a party name, these give way to what follows.
_VAGUE = frozenset(["crowd", "residents", "forces"])
# They are of a body and not that body, whose name stands behind theirs.
_OF_A_BODY = frozenset(["students", "workers", "crowd", "residents", "religious"])
STATE = frozenset(["police", "mobile-brigade", "army", "forces", "government"])
_LEAD, _ONE = "lead", "one"
_WORD = re.compile(r"[\w'-]{1,40}")
# Both sides stand in the clause of a deed of these forms of violence.
_CLASH = "6"
# Who is coded is a body or a state; a person is coded for what he or she belongs to, and victims are not named.
ENTITY_TYPES = frozenset(["ORG", "GPE"])
LATEST = "latest-official"
PAGE_WORDS = "en"


@dataclass(frozen=True, slots=True)
class Side:
    """A party to an incident: how it is called, what kind of actor the table of actors has it for ("" for none), and where that stands."""

    name: str
    kind: str
    places: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many came to harm: low, best and high, None where not known, the rule that gave them, and where that stands."""

    low: Number
    best: Number
    high: Number
    rule: str
    places: tuple[Stretch, ...] = ()
    none_told: bool = False


class Coder:
    """An account's incidents, with what forms ask of each."""

    def __init__(self, account: Account, language: Language, types: Iterable[str]) -> None:
        self.account, self.language = account, language
        self._sources = Sources(account, load(PAGE_WORDS))
        found = incidents.find(account, language, types)
        self.incidents, self._left = found.found, list(found.left)
        self._deeds = Deeds(language)
        self._actors = Actors(language)
        self._words = language.derive(words_of)
        self._figures = {f.id: f for f in account.figures}
        self._happening = {i: h.id for h in account.happenings for i in h.events}
        self._judged = Judged(account, load(PAGE_WORDS))
        self._family = {a: f.id for f in account.families for a in f.articles}
        self._texts = {r.id: r.text for r in account.articles}
        self._clauses: dict[str, list[Event]] = defaultdict(list)
        for event in account.events:
            self._clauses[event.article].append(event)

    def drop(self, incident: Incident, reason: str) -> None:
        """Note that an incident makes no row of a form, and why."""
        self._left += [Left("events", e.id, reason, e, self._happening.get(e.id)) for e in incident.events]
        for toll in incident.tolls.values():
            self._left += [Left("figures", f.id, reason, f) for f in self._counted(toll)]

    def leave_figures(self, measure: str, reason: str, kept: Iterable[Incident]) -> None:
        """Note that a form has no column for a measure."""
        for incident in kept:
            self._left += [Left("figures", f.id, reason, f) for f in self._counted(incident.tolls[measure])]

    def left(self, rows: Iterable[Mapping[str, Cited]]) -> tuple[Left, ...]:
        """All that no cell of these rows is told from, each finding once."""
        cited = {(p.article, p.start, p.end) for row in rows for cell in row.values() for p in cell.places}
        out = {(x.layer, x.id): x for x in self._left}
        for f in self.account.figures:
            if ("figures", f.id) not in out and (f.article, f.start, f.end) not in cited:
                out["figures", f.id] = Left("figures", f.id, "other counts of its series give the value", f)
        return tuple(out.values())

    def _counted(self, toll: Toll) -> list[Figure]:
        ids = [f.id for f in toll.figures] + list(toll.series.figures if toll.series else ())
        return [self._figures[i] for i in dict.fromkeys(ids) if i in self._figures]

    def day(self, incident: Incident, value: str | int, rule: str) -> Cited:
        """A cell told from an incident's day."""
        dates = {(d.article, (d.value or "")[:10]): d for d in reversed(self.account.dates)}
        places: list[Stretch] = []
        rulings: list[Judgement] = []
        for event in incident.dated:
            rulings += self._judged.setting(event.id, "date")
            near = [d for d in self.account.dates if d.article == event.article and d.value == event.date]
            at = min(near, key=lambda d: (abs(d.start - event.start), d.start), default=None)
            at = at or dates.get((event.article, (event.date or "")[:10]))
            rulings += self._judged.setting(date_id(at), "value") if at else ()
            places.append(at or event)
        return Cited(value, _with(rule, rulings), tuple(places))

    def place(self, incident: Incident, value: str | int | None, rule: str) -> Cited | None:
        """A cell told from an incident's place; None where there is nothing to tell."""
        if value is None or not incident.place:
            return None
        rulings = [j for e in incident.placed for j in self._judged.setting(e.id, "place")]
        return Cited(value, _with(rule, rulings), self._places(incident))

    def _places(self, incident: Incident) -> tuple[Stretch, ...]:
        return tuple(stretch_of(self.account, e, incident.place) for e in incident.placed)

    def location(self, incident: Incident) -> Location:
        """The parts of an incident's place."""
        return gazetteer.locate(incident.place, self.language)

    def told(self, incident: Incident, value: str | int | None, rule: str) -> Cited:
        """A cell told from all clauses of an incident."""
        return Cited(value, rule, incident.events)

    def written(self, incident: Incident, value: str) -> Cited:
        """A cell that tells an incident in words of ours, with the clauses and counts that it is told from."""
        counted = [f for measure in HURT for _, f in self.counts_in_words(incident, measure)]
        rulings = [j for e in incident.events for j in self._judged.setting(e.id, "date", "place")]
        rulings += [j for f in counted for j in self._judged.setting(f.id, *FIELDS["figures"])]
        return Cited(value, _with("written from the other cells", rulings), (*incident.events, *counted))

    def demonstrations(self, incident: Incident) -> tuple[Event, ...]:
        """The clauses of an incident that name a demonstration."""
        return tuple(
            e
            for e, row in incident.deeds
            if any(r["kind"] == DEMONSTRATION for r in (row, *self._deeds.find_all(e.text)))
        )

    def deed(self, incident: Incident, column: str) -> dict[str, tuple[Event, ...]]:
        """What the deeds of an incident say in a column of the table of deeds, with the clauses that say it.

        A clause of a demonstration says too what it turned into (`berujung ricuh`).
        """
        out: dict[str, list[Event]] = {}
        for event, row in incident.deeds:
            rows = [row]
            if row["kind"] == "demonstration":
                rows += self._deeds.find_all(event.text)
            for value in dict.fromkeys(r[column] for r in rows if r[column]):
                out.setdefault(value, []).append(event)
        return {value: tuple(events) for value, events in out.items()}

    def sides(self, incident: Incident) -> tuple[Side | None, Side | None]:
        """Who did it and to whom.

        1. For a clash, the two kinds of actors that one clause names. 2. Both as one clause tells them. 3. The one whom most clauses tell,
        the doer first; never one from here and the other from there.
        """
        both = self._both(incident)
        if both:
            return both
        told: dict[tuple[str, str], list[tuple[Side | None, Side | None, Event]]] = {}
        for event, row in incident.deeds:
            actor = self._known(event, event.actor, plain=row["kind"] in DEEDS)
            recipient = self._known(event, event.recipient, plain=row["kind"] in DEEDS)
            if recipient and not recipient.kind and self._is_site(event):
                recipient = None  # `menyerang Kampung Kalimas`
            if (
                actor
                and recipient
                and (actor.name.casefold() == recipient.name.casefold() or _one_camp(actor, recipient))
            ):
                recipient = None
            if actor or recipient:
                key = (actor.name.casefold() if actor else "", recipient.name.casefold() if recipient else "")
                told.setdefault(key, []).append((actor, recipient, event))
        if not told:
            return None, None
        (first, second), most = max(
            told.items(),
            key=lambda kv: (all(kv[0]), bool(kv[0][0]), len({e.article for *_, e in kv[1]}), len(kv[1])),
        )
        return (
            _merged([actor for actor, _, _ in most if actor]) if first else None,
            _merged([recipient for _, recipient, _ in most if recipient]) if second else None,
        )

    def _known(self, event: Event, party: Party | None, *, plain: bool) -> Side | None:
        """A party that is somebody: the table of actors has its words, or it is an entity and the clause tells a deed, not only harm."""
        if party is None:
            return None
        words = " ".join(readable(party.text).split())
        kind, bare = self._actors.read(words)
        entity = self._sources.entities.get(party.entity or "")
        if not kind and not (plain and entity and entity.type in ENTITY_TYPES and _is_called(entity, words)):
            return None
        name = entity.name if entity and entity.type in ENTITY_TYPES and (entity.type == "ORG" or not kind) else bare
        if kind in _OF_A_BODY:
            name = bare  # `mahasiswa Universitas Kalimas` are not the university
        if len(name) > LONGEST_PARTY:
            return None
        at: Stretch = event
        if party.start is not None and party.end is not None:
            at = Place(article=event.article, start=party.start, end=party.end)
        return Side(name, kind, (at,))

    def _is_site(self, event: Event) -> bool:
        """Whether what a deed was done to is a place that is no state."""
        entity = self._sources.entities.get((event.recipient.entity if event.recipient else None) or "")
        place = entity is not None and entity.type == "GPE"
        return place and gazetteer.locate(entity.name if entity else None, self.language).finest != COUNTRY

    def _both(self, incident: Incident) -> tuple[Side, Side] | None:
        """The two sides of a clash where one clause names exactly two kinds of actors that are not one camp."""
        for event, row in incident.deeds:
            if row["snpk"] == _CLASH:
                named = self._actors.find(event.text)
                sides = [
                    Side(
                        event.text[a:b],
                        kind,
                        (Place(article=event.article, start=event.start + a, end=event.start + b),),
                    )
                    for kind, (a, b) in sorted(named.items(), key=lambda kv: kv[1])
                ]
                if len(sides) == 2 and not _one_camp(*sides):
                    return sides[0], sides[1]
        return None

    def count(self, incident: Incident, measure: str, profile: str) -> Count:
        """How many came to harm, by the rules of a profile of coders.

        Of a series the profile's value; of a single count its bounds; of several that no series sets side by side nothing. `none_told`
        where no report of the incident counts any.
        """
        toll = incident.tolls[measure]
        count = self._count(toll, profile)
        told = [f for f in count.places if isinstance(f, Figure)]
        rulings = [j for f in told for j in self._judged.setting(f.id, *FIELDS["figures"])]
        sentences = [self._sentence(f) for f in told if not any(within(f, e) for e in self._clauses[f.article])]
        return replace(count, rule=_with(count.rule, rulings), places=(*count.places, *sentences))

    def _sentence(self, figure: Figure) -> Stretch:
        """The sentence of a figure, where no clause of an event says what it counts (`Korban tewas tiga orang.`)."""
        told = self._sources.reports[figure.article].sentences
        found = next((s for s in told if s.start <= figure.start < s.end), None)
        return Place(article=figure.article, start=found.start, end=max(found.end, figure.end)) if found else figure

    def _count(self, toll: Toll, profile: str) -> Count:
        if toll.series is not None:
            by_name = {v.profile: v for v in toll.series.values}
            value = by_name.get(profile) or by_name.get(LATEST)
            if value is not None:
                return self._valued(value, toll.figures)
        if toll.why:
            return Count(None, None, None, toll.why)
        if not toll.figures and (one := self._one(toll)):
            return Count(1, 1, 1, "one person told of, without a number", one)
        if not toll.figures and (taken := self._rejected(toll)):
            return Count(None, None, None, _with("told of without a number that stands", taken), toll.clauses)
        if not toll.figures and toll.clauses:
            return Count(None, None, None, "told of without a number", toll.clauses)
        if not toll.figures and toll.hinted:
            return Count(None, None, None, "told of without a number that is read", toll.hinted)
        if not toll.figures:
            rule = "its reports count some, but not in its clauses" if toll.told else "no report of it counts any"
            return Count(None, None, None, rule, none_told=not toll.told)
        if len({(f.low, f.high) for f in toll.figures}) > 1:
            if (total := side_by_side(toll.figures, self._texts, self._words)) is not None:
                return self._summed(total, toll)
            return Count(None, None, None, "several counts that no series sets side by side", toll.figures)
        figure = toll.figures[0]
        if figure.part == "increment":
            return Count(None, None, None, "a rise without the whole", toll.figures)
        exact = figure.low if figure.low == figure.high and not figure.approx else None
        return _least(Count(figure.low, exact, figure.high, "the only count", toll.figures))

    def _summed(self, total: float, toll: Toll) -> Count:
        """What those come to whom one clause names; where a report counts more, so many at most, or just so many if they grew to that."""
        rule = "the sum of those whom one clause names one after another"
        if not toll.more:
            return Count(total, total, total, rule, toll.figures)
        most = max(v for f in toll.more for v in (f.low, f.high) if v is not None)
        exact = all(f.low == f.high == most and not f.approx for f in toll.more)
        if exact and all(self._words.grown.search(self._texts[f.article], 0, f.start) for f in toll.more):
            return Count(most, most, most, "the total that those named one after another grew to", toll.more)
        if exact and {f.article for f in toll.figures} == {f.article for f in toll.more}:
            return Count(most, most, most, "the total of the victims, beside some that are named", toll.more)
        return Count(total, None, most, f"{rule}; a report counts more", (*toll.figures, *toll.more))

    def _one(self, toll: Toll) -> tuple[Stretch, ...]:
        """The clauses that tell of one person who came to harm (`seorang penjaga tewas`, `Rato Saleh tewas`), where none adds another.

        Of two words or names for whoever came to harm in one report, of two kinds of people in two, and of words for more than one nobody
        can say that it is one person.
        """
        told, heads, names = list[Event](), defaultdict[str, set[str]](set), set[str]()
        for event in () if toll.many else toll.clauses:
            for victim in self._victims(event):
                if self._adds(event, victim):
                    return ()
                name = self._sources.entities.get(victim.entity or "")
                if self._actors.is_one(victim.text):
                    heads[event.article].add(self._actors.head(victim.text))
                elif name is not None and name.type == "PER":
                    names.add(name.id)
                elif not self._words.definite.search(victim.text):
                    return ()
                else:
                    continue
                told.append(event)
        kinds = {kind for words in heads.values() for w in words if (kind := self._actors.read(w)[0])}
        alike = len(names) <= 1 and len(kinds) <= 1 and all(len(words) == 1 for words in heads.values())
        return tuple(told) if alike else ()

    def _adds(self, event: Event, victim: Party) -> bool:
        """Whether a clause tells of more than whom it names: one more, one after another, or one too."""
        text = self._texts[event.article]
        beside = victim.end is not None and self._words.beside.match(text, victim.end)
        return bool(
            beside
            or self._words.more.search(self._words.apposed.sub("", victim.text))
            or self._words.too.search(event.text)
            or self._words.too_behind.match(text, event.end)
        )

    def _victims(self, event: Event) -> tuple[Party, ...]:
        """Whom a clause tells of: where it goes on from a deed (`menembak seorang warga hingga tewas`), whom that was done to."""
        text = self._texts[event.article]
        for deed in self._clauses[event.article]:
            done_to = deed.recipient
            if (
                done_to
                and deed.rule.startswith("active:")
                and deed.status == event.status
                and done_to.end == deed.end <= event.start
                and self._words.until.fullmatch(text, deed.end, event.start)
            ):
                return (done_to,)
        return (event.recipient,) if event.recipient else ()

    def _valued(self, value: Valuation, own: Sequence[Figure]) -> Count:
        told = tuple(self._figures[i] for i in value.figures if i in self._figures) or tuple(own)
        count = Count(value.low, value.best, value.high, value.rule, told)
        return count if value.rule.endswith(":disputed") else _least(count)

    def _rejected(self, toll: Toll) -> list[Judgement]:
        """The judgements by which persons have rejected the counts that the clauses of a toll tell."""
        found = (
            self._judged.rejecting(f.id)
            for f in self.account.figures
            if any(f.article == e.article and within(f, e) for e in toll.clauses)
        )
        return [j for j in found if j]

    def articles(self, incident: Incident, measures: Sequence[str] = HURT) -> tuple[str, ...]:
        """The reports that tell an incident or give its counts, those first that came first."""
        counted = (f.article for m in measures for f in self._counted(incident.tolls[m]))
        told = dict.fromkeys((*incident.articles, *counted))
        return tuple(sorted(told, key=lambda a: (self._sources.reports[a].published or "9", a)))

    def independent(self, articles: Iterable[str]) -> int:
        """How many of these reports are independent."""
        return len({self._family.get(a, a) for a in articles})

    def signed(self, cells: Mapping[str, Cited | None]) -> dict[str, Cited]:
        """The cells that there are; where a person has said of what kind or status an event is, the cells told from it say so."""
        out: dict[str, Cited] = {}
        for column, cell in cells.items():
            if cell is not None:
                events = (p for p in cell.places if isinstance(p, Event))
                rulings = [j for e in events for j in self._judged.setting(e.id, "type", "status")]
                out[column] = replace(cell, rule=_with(cell.rule, rulings)) if rulings else cell
        return out

    def outlets(self, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The names of the outlets of reports, each with its reports."""
        out: dict[str, list[str]] = {}
        for article in articles:
            out.setdefault(self._sources.outlet(article), []).append(article)
        return {name: tuple(of) for name, of in out.items()}

    def reports(self, articles: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
        """Outlet, day and headline of each report."""
        return tuple(
            (
                self._sources.outlet(a),
                (self._sources.reports[a].published or "")[:10],
                " ".join(readable(self._sources.reports[a].title or "").split()),
            )
            for a in articles
        )

    def sourced(
        self, incident: Incident, value: str | int, rule: str, articles: Sequence[str], measures: Sequence[str] = HURT
    ) -> Cited:
        """A cell told of these reports, with the clauses of each that tell the incident, or the counts that it gives where none does."""
        clauses = [e for e in incident.events if e.article in articles]
        own = {e.article for e in clauses}
        counted = (f for m in measures for f in self._counted(incident.tolls[m]))
        return Cited(value, rule, (*clauses, *(f for f in counted if f.article in articles and f.article not in own)))

    def originals(self, incident: Incident) -> dict[str, tuple[Stretch, ...]]:
        """Whom the reports name for the counts of an incident, with where they do."""
        out: dict[str, list[Stretch]] = {}
        for measure in HURT:
            for f in self._counted(incident.tolls[measure]):
                if f.speaker and f.speaker_start is not None and f.speaker_end is not None:
                    at = Place(article=f.article, start=f.speaker_start, end=f.speaker_end)
                    out.setdefault(" ".join(readable(f.speaker).split()), []).append(at)
        return {name: tuple(places) for name, places in out.items()}

    def counts_in_words(self, incident: Incident, measure: str) -> Iterator[tuple[str, Figure]]:
        """The counts of an incident as reports word them, each once, with who gives it."""
        seen: set[tuple[str, str]] = set()
        for f in self._counted(incident.tolls[measure]):
            who = " ".join(readable(f.speaker).split()) if f.speaker else self._sources.outlet(f.article)
            words = " ".join(readable(f.text).split())
            for judgement in self._judged.setting(f.id, "number"):
                words = f"{found_as(f, 'number')}, set by {who_judged(judgement)}; in the report {words}"
            if (words.casefold(), who.casefold()) not in seen:
                seen.add((words.casefold(), who.casefold()))
                yield f"{words} ({who})", f

    def deed_words(self, incident: Incident) -> str:
        """The deeds of an incident as reports word them, those of most clauses first, what is only harm left out."""
        count: Counter[str] = Counter()
        for event, row in incident.deeds:
            if row["kind"] in DEEDS:
                trigger = event.rule.partition(":")[2]
                count[trigger if self._deeds.find(trigger) is row else self._deeds.words(row, event.text)] += 1
        return ", ".join(word for word, _ in sorted(count.items(), key=lambda kv: (-kv[1], kv[0])))


class Actors:
    """The table of actors as a thing to look words up in."""

    def __init__(self, language: Language) -> None:
        rows = language.table("coder_actors")
        self._kinds = {tuple(r["word"].split()): r["kind"] for r in rows}
        self._longest = max((len(words) for words in self._kinds), default=0)
        self._numerals = {r["word"] for r in language.table("numbers")} | {
            next(iter(r.values())) for r in language.table("multipliers")
        }

    def read(self, words: str) -> tuple[str, str]:
        """The kind of actor that words for a party begin with, and its name; "" and all the words where it is none.

        The name leaves out what leads up to it, and ends with the last capitalised word behind it (`lima anggota TNI AL yang …`: `TNI AL`).
        """
        tokens = _tokens(words)
        n, kind, begin, end = 0, "", 0, 0
        while n < len(tokens):
            length, found = self._at(tokens, n)
            if not kind and (found in (_LEAD, _ONE) or tokens[n][0] in self._numerals or tokens[n][0][0].isdigit()):
                n += length or 1
                continue
            if not found or found in (_LEAD, _ONE):
                break
            if not kind:
                begin = tokens[n][1]
            kind = found
            n += length
            end = tokens[n - 1][1] + len(tokens[n - 1][0])
            if kind not in _VAGUE:
                break
        while n < len(tokens) and words[tokens[n][1]].isupper() and words[end : tokens[n][1]] == " ":
            end = tokens[n][1] + len(tokens[n][0])
            n += 1
        return (kind, words[begin:end]) if kind else ("", words)

    def find(self, text: str) -> dict[str, tuple[int, int]]:
        """The kinds of actors that a text names, each with where it first does."""
        tokens = _tokens(text)
        found: dict[str, tuple[int, int]] = {}
        n = 0
        while n < len(tokens):
            length, kind = self._at(tokens, n)
            if kind and kind not in (_LEAD, _ONE):
                last, start = tokens[n + length - 1]
                found.setdefault(kind, (tokens[n][1], start + len(last)))
            n += length or 1
        return found

    def head(self, words: str) -> str:
        """The word behind the one that tells of one person (`seorang penjaga kebun`: `penjaga`)."""
        tokens = _tokens(words)
        length, _ = self._at(tokens[: self._longest], 0)
        return tokens[length][0] if length < len(tokens) else ""

    def is_one(self, words: str) -> bool:
        """Whether words for a party begin by telling of one person."""
        return self._at(_tokens(words)[: self._longest], 0)[1] == _ONE

    def _at(self, tokens: Sequence[tuple[str, int]], n: int) -> tuple[int, str]:
        """How many words from here the longest row of the table has, and its kind."""
        for length in range(min(self._longest, len(tokens) - n), 0, -1):
            kind = self._kinds.get(tuple(word for word, _ in tokens[n : n + length]))
            if kind:
                return length, kind
        return 0, ""


def _least(count: Count) -> Count:
    """A count told as at least so many, with that number as the best there is; how many at most stays open."""
    if count.best is not None or count.low is None or count.high is not None:
        return count
    return replace(count, best=count.low, rule=f"{count.rule}; told as at least so many")


def _with(rule: str, rulings: Iterable[Judgement]) -> str:
    """A rule with what persons ruled over the findings that it went by."""
    return "; ".join(dict.fromkeys([rule, *map(ruled, rulings)]))


def _tokens(text: str) -> list[tuple[str, int]]:
    """The words of a text in small letters, each with where it begins."""
    return [(m[0].lower(), m.start()) for m in _WORD.finditer(text)]


def _is_called(entity: Entity, words: str) -> bool:
    """Whether words are a name of an entity, and not of somebody who is described by it (`tiga pria Australia`)."""
    return words.casefold() in {name.casefold() for name in (entity.name, *entity.aliases)}


def _one_camp(a: Side, b: Side) -> bool:
    """Whether two parties are both of the state, or of one kind."""
    return bool(a.kind) and (a.kind == b.kind or (a.kind in STATE and b.kind in STATE))


def _merged(sides: Sequence[Side]) -> Side:
    """One party of all its mentions."""
    return Side(sides[0].name, sides[0].kind, tuple(p for side in sides for p in side.places))
