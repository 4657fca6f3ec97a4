"""People aboard what came to harm: those whom a bus that crashed carried, a ship that sank, an aircraft that was lost, are affected.

A count of whom nothing plainer is said is of those aboard where its sentence names what carries them, and where that sentence, the one
before or the first ones of the report tell that this came to harm. What only brings people (a rescuer's boat, another bus) came to none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from runut.lang import Language
from runut.reading.figures.carried import is_untold
from runut.reading.figures.clause import fits
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View
from runut.text.alternatives import any_of
from runut.text.late import late

Told = tuple[Numeral, Judgement]

# What carries people, by the roles of its words: what is of one sort may be meant by another word of it (`kapal`, `feri`).
SORTS = ("by-sea", "by-air", "by-bus", "by-car", "by-truck", "by-rail", "by-cable")
# What an accident befalls where none of them is named, and what may be stuck.
ON_LAND, CABLE = frozenset({"by_bus", "by_car", "by_truck"}), "by_cable"
# What carries those counted is named within so many characters before them.
MAX_TO_CARRIER = 180
# It is said to come to harm within so many characters behind it, or before it (`tenggelamnya kapal`).
MAX_TO_HARM, MAX_AFTER_HARM = 140, 40
# Words that take harm back (`jika`, `mencegah`) stand within so many characters before it.
MAX_FEARED = 40
# Harm is told so many sentences before those aboard at most, or in so many that open the report.
BACK, OPENING = 2, 4
# `penumpang kapal Lontar`: what they are aboard is named within so many characters behind them.
MAX_TO_OWN = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Rows of `carrier_words` as patterns; those that end in `$` are searched in what stands before a number."""

    carrier: re.Pattern[str]
    carries: re.Pattern[str]
    there: re.Pattern[str]
    listed: re.Pattern[str]
    on_board: re.Pattern[str]
    on_it: re.Pattern[str]
    wrecked: re.Pattern[str]
    collides: re.Pattern[str]
    accident: re.Pattern[str]
    stuck: re.Pattern[str]
    driven: re.Pattern[str]
    feared: re.Pattern[str]
    other: re.Pattern[str]
    room_for: re.Pattern[str]
    each_time: re.Pattern[str]
    ashore: re.Pattern[str]
    next_aboard: re.Pattern[str]
    riders: frozenset[str]
    does: re.Pattern[str]
    people: re.Pattern[str]


def make(language: Language) -> Words:
    """The words of those aboard of a language; for `Language.derive`."""
    words: dict[str, list[str]] = {}
    for table in ("figure_words", "carrier_words"):
        for row in language.table(table):
            words.setdefault(row["role"], []).append(row["word"])
    either: Mapping[str, str] = {role: any_of(of, either_case=True) for role, of in words.items()}
    named = {sort: _named(words.get(sort, ())) for sort in SORTS}
    any_named = "|".join(named.values())
    groups = "|".join(f"(?P<{sort.replace('-', '_')}>{of})" for sort, of in named.items())
    nouns = (r["noun"] for r in language.table("count_nouns") if r["kind"] in ("person", "force", "suspect"))
    drivers = any_of((*words["driver"], *words["rider"]), either_case=True)
    leading = f"{either['link']}|{either['intro']}|{either['only']}|{either['between']}|{either['carried']}"
    told = "|".join(w[2:] for role in ("counts-too", "link", "carries", "passing") for w in words[role] if w.startswith("me"))
    return Words(
        carrier=late(rf"(?<![\w-])(?:{groups})(?:nya)?(?![\w-])"),
        carries=late(
            rf"\b(?:{either['carries']})(?: (?:{leading})){{0,3}}:? $"
            rf"|\b(?:{either['carries']}) [^.,;:“”\d]{{3,60}} (?:{either['in-company']}|{either['beside-them']}) $"
        ),
        there=late(
            rf"\b(?:{either['on-board']}) (?:{any_named})(?: [\w’-]+){{0,5}} $"
        ),
        listed=late(rf"\b(?:{either['aboard-list']})\b[^.;“”\d]{{0,140}}$"),
        on_board=late(rf"(?: [\w-]+){{0,4}}? (?:{either['on-board']}) (?={any_named})"),
        on_it=late(rf"(?: [\w-]+){{0,3}}? (?:{either['aboard']})\b"),
        wrecked=late(rf"\b(?:{either['wrecked']})(?![\w-])"),
        collides=late(rf"\b(?:{either['collides']})(?![\w-])"),
        accident=late(rf"\b(?:{either['accident']})(?![\w-])"),
        stuck=late(rf"\b(?:{either['stuck']})(?![\w-])"),
        driven=late(rf"\b(?:{either['driven']})\b"),
        feared=late(rf"\b(?:{either['feared']})\b[^.;]*$"),
        other=late(rf"(?: [\w-]+){{0,1}}? (?:{either['rescuing']}|{either['another-one']})(?![\w-])"),
        room_for=late(rf"\b(?:{either['room-for']})(?:nya)?\b"),
        each_time=late(rf"(?: [\w-]+){{0,2}}? (?:{either['each-time']})\b"),
        ashore=late(rf"(?: [\w-]+){{0,4}}? (?:{either['in']}|ke) (?:{either['ashore']})\b"),
        next_aboard=late(rf",? (?:(?:{either['join']}|{either['beside-them']}) )?"),
        riders=frozenset(w.lower() for w in words["rider"]),
        does=late(rf"\bme(?!(?:{told})\b)[a-z]{{4,}}(?: (?:{leading}))? $"),
        people=late(rf"(?<![\w-])(?!(?:{drivers})(?![\w-]))(?:{any_of(nouns, either_case=True)})(?![\w-])"),
    )


def _named(words: Sequence[str]) -> str:
    """Words for what carries people; those in capitals stand before a name (`KM Lontar`, but no `KM 92` of a road)."""
    capital = [w for w in words if w.isupper()]
    plain = any_of((w for w in words if not w.isupper()), either_case=True)
    return plain + (rf"|{any_of(capital)}(?=\.? [A-Z])" if capital else "")


@dataclass(frozen=True, slots=True)
class Carrier:
    """What carries people where it is named: its sort, and whether it is some other that only brings them."""

    start: int
    end: int
    sort: str
    other: bool


@dataclass(slots=True)
class Report:
    """A report with what is named in its sentences as carrying people, and which sorts of it came to harm, found when they are asked for."""

    view: View
    words: Words
    carriers: dict[int, list[Carrier]] = field(default_factory=dict)
    harmed: dict[int, frozenset[str]] = field(default_factory=dict)

    def sentence(self, s: int) -> tuple[int, int]:
        return self.view.sentence_starts[s], self.view.sentence_ends[s]

    def carriers_of(self, s: int) -> list[Carrier]:
        """What is named in a sentence as carrying people."""
        if s not in self.carriers:
            start, end = self.sentence(s)
            text, words = self.view.text, self.words
            self.carriers[s] = [
                Carrier(m.start(), m.end(), str(m.lastgroup), words.other.match(text, m.end(), end) is not None)
                for m in words.carrier.finditer(text, start, end)
            ]
        return self.carriers[s]

    def harmed_in(self, s: int) -> frozenset[str]:
        """The sorts of what a sentence tells to have come to harm."""
        if s not in self.harmed:
            self.harmed[s] = self._harmed_in(s)
        return self.harmed[s]

    def _harmed_in(self, s: int) -> frozenset[str]:
        named = [c for c in self.carriers_of(s) if not c.other]
        text, words = self.view.text, self.words
        start, end = self.sentence(s)
        found: set[str] = set()
        if not self.carriers_of(s):  # `kecelakaan di Jalan Lontar` is of what the next sentence names
            accident = words.accident.search(text, start, end)
            plain = accident is not None and not self._is_feared(start, accident.start())
            return ON_LAND if plain else frozenset()
        if any(c.sort == CABLE for c in named) and words.stuck.search(text, start, end):
            found.add(CABLE)
        for m in words.wrecked.finditer(text, start, end):
            if self._is_feared(start, m.start()):
                continue
            before = [c for c in named if c.end <= m.start() and m.start() - c.end <= MAX_TO_HARM]
            after = [c for c in named if m.end() <= c.start <= m.end() + MAX_AFTER_HARM]
            if words.collides.match(text, m.start()):
                found |= {c.sort for c in named}
            found |= {c.sort for c in (*before[-1:], *after[:1])}
        return frozenset(found)

    def _is_feared(self, start: int, at: int) -> bool:
        return self.words.feared.search(self.view.text, max(start, at - MAX_FEARED), at) is not None

    def came_to_harm(self, sort: str, s: int, *, anywhere: bool = False) -> bool:
        """Whether what is of that sort came to harm, as sentences near or the first ones of the report tell, or any before."""
        return any(sort in self.harmed_in(k) for k in (range(s, -1, -1) if anywhere else self._near(s)))

    def near_harm(self, s: int) -> bool:
        """Whether anything that carries people came to harm there."""
        return any(self.harmed_in(k) for k in self._near(s))

    def _near(self, s: int) -> Sequence[int]:
        """A sentence, those right before and the first ones of the report."""
        opening = range(min(OPENING, len(self.view.sentence_starts)))
        return list(dict.fromkeys((*range(s, max(-1, s - BACK - 1), -1), *opening)))


def tell(told: list[Told], view: View, language: Language, lex: Lexicon) -> list[Told]:
    """The counts of a report, those of people aboard what came to harm as affected."""
    if not any(is_untold(n, j) for n, j in told):
        return told
    words = language.derive(make)
    if words.carrier.search(view.text) is None or not (words.wrecked.search(view.text) or words.stuck.search(view.text)):
        return told
    report = Report(view, words)
    out: list[Told] = []
    for n, j in told:
        how = _how(n, j, out, report, lex) if is_untold(n, j) and _may_be_aboard(j) else None
        out.append((n, j if how is None else replace(j, measure="affected", rule=f"measure:aboard:{how}")))
    return out


def _may_be_aboard(j: Judgement) -> bool:
    return j.counted is not None and fits("affected", j.counted.kind)


def _how(n: Numeral, j: Judgement, before: Sequence[Told], report: Report, lex: Lexicon) -> str | None:
    """How those counted are told to be aboard what came to harm; none where they are not."""
    text, words = report.view.text, report.words
    s = max(0, bisect_right(report.view.sentence_starts, n.start) - 1)
    start, end = report.sentence(s)
    behind = max(n.stop, j.counted.end if j.counted is not None else n.stop)
    if words.each_time.match(text, behind, end) or words.ashore.match(text, behind, end):
        return None
    last = before[-1] if before else None
    aboard = last is not None and last[1].rule.startswith("measure:aboard:")
    if not aboard and lex.they_are.match(text, start, n.begin):  # `Mereka adalah dua penumpang` is of those told before
        return None
    if (
        last is not None
        and aboard
        and last[0].start >= start
        and words.next_aboard.fullmatch(text, last[1].end, n.begin)
    ):
        return "next"
    named = report.carriers_of(s)
    leading = [c for c in named if c.end <= n.begin and n.begin - c.end <= MAX_TO_CARRIER]
    floor = max(start, n.begin - MAX_TO_CARRIER)
    carried = words.carries.search(text, floor, n.begin)
    rider = j.counted is not None and j.counted.head in words.riders
    if carried is not None:
        by = [c for c in leading if c.end <= carried.start()]
        if by and not _is_of_someone(by[-1].end, carried.start(), report):
            return _aboard("carried", by[-1], s, n, report)
        if by or not rider:
            return None
    there = words.there.search(text, floor, n.begin)
    if there is not None:
        on = [c for c in leading if c.start >= there.start()]
        return _aboard("there", on[0], s, n, report) if on else None
    on_board = words.on_board.match(text, behind, end)
    if on_board is not None:
        on = [c for c in named if c.start == on_board.end()]
        return _aboard("on-board", on[0], s, n, report) if on else None
    if words.on_it.match(text, behind, end):
        on = leading or (report.carriers_of(s - 1) if s else [])  # `Kapal itu tenggelam. Ada 12 penumpang di dalamnya`
        return _aboard("on-it", on[-1], s, n, report) if on else None
    listed = words.listed.search(text, floor, n.begin) is not None
    if not (rider or listed) or words.does.search(text, floor, n.begin):
        return None
    own = [c for c in named if n.stop <= c.start <= behind + MAX_TO_OWN]
    if own and rider:
        return _aboard("rider", own[0], s, n, report)
    if leading:
        return _aboard("rider" if rider else "listed", leading[-1], s, n, report, listed=listed)
    if words.room_for.search(text, floor, n.begin):
        return None
    return ("rider" if rider else "listed") if report.near_harm(s) else None


def _is_of_someone(start: int, end: int, report: Report) -> bool:
    """Whether someone is named between what carries people and the verb, who may do the carrying; not one who drives it."""
    someone = report.words.people.search(report.view.text, start, end)
    return someone is not None and not report.words.driven.search(report.view.text, start, someone.start())


def _aboard(
    how: str, carrier: Carrier, s: int, n: Numeral, report: Report, *, listed: bool = False
) -> str | None:
    """The way of telling, where what carries those counted came to harm and its room is not what is counted."""
    if carrier.other or report.words.room_for.search(
        report.view.text, min(max(carrier.start, report.sentence(s)[0]), n.begin), n.begin
    ):
        return None
    return how if report.came_to_harm(carrier.sort, s, anywhere=listed) else None
