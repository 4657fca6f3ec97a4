"""People aboard what came to harm: those whom a bus that crashed carried, a ship that sank, an aircraft that was lost, are affected.

A count of whom nothing plainer is said is of those aboard where its sentence names what carries them, and where that sentence, the one
before or the first ones of the report tell that this came to harm. What only brings people (a rescuer's boat, another bus) came to none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runut.lang import Language
from runut.reading.figures.carried import ABOARD, is_untold
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
# Nouns of these kinds name someone who may carry others.
SOMEONE = frozenset({"person", "force", "suspect"})
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
# A verb that opens a sentence stands so many characters behind its begin (`Faktanya dimuati 71 orang`).
MAX_TO_VERB = 20
# `penumpang kapal Lontar`: what they are aboard is named within so many characters behind them.
MAX_TO_OWN = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Rows of `carrier_words` as patterns; those that end in `$` are searched in what stands before a number.

    `carriers` and `harms` are the first words of what carries people and of its harm: a report without them has nobody aboard, nor has
    one with an `untrue` word, which checks a tale of harm.
    """

    carrier: re.Pattern[str]
    carries: re.Pattern[str]
    listed: re.Pattern[str]
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
    drivers: frozenset[str]
    carriers: frozenset[str]
    harms: frozenset[str]
    untrue: frozenset[str]


def make(language: Language) -> Words:
    """The words of those aboard of a language; for `Language.derive`."""
    words: dict[str, list[str]] = {}
    for table in ("figure_words", "carrier_words"):
        for row in language.table(table):
            words.setdefault(row["role"], []).append(row["word"])
    either: Mapping[str, str] = {role: any_of(of, either_case=True) for role, of in words.items()}
    named = {sort: _named(words.get(sort, ())) for sort in SORTS}
    groups = "|".join(f"(?P<{sort.replace('-', '_')}>{of})" for sort, of in named.items())
    leading = f"{either['link']}|{either['intro']}|{either['only']}|{either['between']}|{either['carried']}"
    told = "|".join(
        w[2:] for role in ("counts-too", "link", "carries", "passing") for w in words[role] if w.startswith("me")
    )
    return Words(
        carrier=late(rf"(?<![\w-])(?:{groups})(?:nya)?(?![\w-])"),
        carries=late(
            rf"\b(?:{either['carries']})(?: (?:{leading})){{0,3}}:? $"
            rf"|\b(?:{either['carries']}) [^.,;:“”\d]{{3,60}} (?:{either['in-company']}|{either['beside-them']}) $"
        ),
        listed=late(rf"\b(?:{either['aboard-list']})\b[^.;“”\d]{{0,140}}$"),
        wrecked=late(rf"\b(?:{either['wrecked']})(?![\w-])"),
        collides=late(rf"\b(?:{either['collides']})(?![\w-])"),
        accident=late(rf"\b(?:{either['accident']})(?![\w-])"),
        stuck=late(rf"\b(?:{either['stuck']})(?![\w-])"),
        driven=late(rf"\b(?:{either['driven']})\b"),
        feared=late(rf"\b(?:{either['feared']})\b[^.;]*$"),
        other=late(rf"(?: [\w-]+){{0,1}}? (?:{either['rescuing']}|{either['another-one']})(?![\w-])"),
        room_for=late(rf"\b(?:{either['room-for']})(?:nya)?\b"),
        each_time=late(rf"(?: [\w-]+){{0,2}}? (?:{either['each-time']})\b"),
        ashore=late(rf"(?: [\w-]+){{0,9}}? (?:{either['in']}|ke) (?:{either['ashore']})\b"),
        next_aboard=late(rf",? (?:(?:{either['join']}|{either['beside-them']}) )?"),
        riders=frozenset(w.lower() for w in words["rider"]),
        does=late(rf"\bme(?!(?:{told})\b)[a-z]{{4,}}(?: (?:{leading}))? $"),
        drivers=frozenset(w.lower() for w in (*words["driver"], *words["rider"])),
        carriers=openers_of([w for sort in SORTS for w in words[sort]]),
        harms=openers_of((*words["wrecked"], *words["stuck"], *words["accident"])),
        untrue=frozenset(words["untrue"]),
    )


def openers_of(words: Iterable[str]) -> frozenset[str]:
    """The first words of some phrases as they stand among the words of a view: `tenggelam`, `tenggelamnya`."""
    return frozenset(f"{w.split()[0].lower()}{end}" for w in words for end in ("", "nya"))


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
    """A report: what is named in its sentences as carrying people, and which sorts of that came to harm, found when asked for."""

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


@dataclass(slots=True)
class Count:
    """A count of people of whom nothing is told, in its sentence."""

    report: Report
    n: Numeral
    j: Judgement
    s: int
    start: int
    end: int
    behind: int
    """Where the words for those counted end."""
    last: Judgement | None
    """The count right before it in its sentence."""
    rider: bool
    lex: Lexicon

    @property
    def text(self) -> str:
        return self.report.view.text

    @property
    def floor(self) -> int:
        return max(self.start, self.n.begin - MAX_TO_CARRIER)

    def leading(self, end: int | None = None) -> list[Carrier]:
        """What is named before the count, or before `end`, as carrying people."""
        end = self.n.begin if end is None else end
        return [c for c in self.report.carriers_of(self.s) if c.start >= self.floor and c.end <= end]

    def has_room(self) -> bool:
        """Whether it is the room that is counted, or what is usual or only planned: `mampu mengangkut 12 orang`."""
        begin = self.floor if self.last is None else min(max(self.floor, self.last.end), self.n.begin)
        return self.report.words.room_for.search(self.text, begin, self.n.begin) is not None

    def aboard(self, carrier: Carrier, *, anywhere: bool = False) -> bool:
        """Whether what carries those counted came to harm."""
        if carrier.other or self.has_room():
            return False
        return self.report.came_to_harm(carrier.sort, self.s, anywhere=anywhere)


def tell(told: list[Told], view: View, language: Language, lex: Lexicon) -> list[Told]:
    """The counts of a report, those of people aboard what came to harm as affected."""
    if not any(is_untold(n, j) for n, j in told):
        return told
    words = language.derive(make)
    low = view.words.low
    if words.carriers.isdisjoint(low) or words.harms.isdisjoint(low) or not words.untrue.isdisjoint(low):
        return told
    report = Report(view, words)
    out: list[Told] = []
    for n, j in told:
        how = _how(n, j, out[-1] if out else None, report, lex) if _may_be_aboard(n, j) else None
        out.append((n, j if how is None else replace(j, measure="affected", rule=f"{ABOARD}{how}")))
    return out


def _may_be_aboard(n: Numeral, j: Judgement) -> bool:
    """Whether people are counted of whom nothing is told; some of others are what those are told as."""
    if j.rule.startswith("measure:included"):
        return False
    return is_untold(n, j) and j.counted is not None and fits("affected", j.counted.kind)


def _how(n: Numeral, j: Judgement, last: Told | None, report: Report, lex: Lexicon) -> str | None:
    """The rule by which those counted are told to be aboard what came to harm; none where they are not."""
    text, words = report.view.text, report.words
    s = max(0, bisect_right(report.view.sentence_starts, n.start) - 1)
    start, end = report.sentence(s)
    behind = max(n.stop, j.counted.end if j.counted is not None else n.stop)
    if words.each_time.match(text, behind, end) or words.ashore.match(text, behind, end):
        return None
    near = last[1] if last is not None and last[0].start >= start else None
    after_those = last is not None and last[1].rule.startswith(ABOARD)
    if not after_those and lex.they_are.match(
        text, start, n.begin
    ):  # `Mereka adalah dua penumpang` is of those told before
        return None
    rider = j.counted is not None and j.counted.head in words.riders
    count = Count(report, n, j, s, start, end, behind, near, rider, lex)
    for name, rule in RULES.items():
        found = rule(count)
        if found is not None:
            return name if found else None
    return None


# --- the rules, the first that decides: whether those counted are aboard what came to harm; none where it cannot tell -------------------


def _next(c: Count) -> bool | None:
    """1. Right behind others aboard: `membawa 12 penumpang dan tiga awak`."""
    if c.last is None or not c.last.rule.startswith(ABOARD):
        return None
    return c.report.words.next_aboard.fullmatch(c.text, c.last.end, c.n.begin) is not None or None


def _carried(c: Count) -> bool | None:
    """2. Whom it carries: `bus yang membawa sekitar 40 pelajar`, `Kapal itu karam. Membawa 12 orang, …`."""
    carries = c.report.words.carries.search(c.text, c.floor, c.n.begin)
    if carries is None:
        return None
    by = c.leading(carries.start())
    if by and not _is_of_someone(by[-1].end, carries.start(), c):
        return c.aboard(by[-1])
    if not by and c.s and carries.start() - c.start <= MAX_TO_VERB and not _is_of_someone(c.start, carries.start(), c):
        by = c.report.carriers_of(c.s - 1)
        return c.aboard(by[-1]) if by else None
    return None if c.rider and not by else False


def _rider(c: Count) -> bool | None:
    """3. By their noun, or by the list of those aboard: `12 penumpang kapal Lontar`, `sesuai manifes 12 orang`."""
    words = c.report.words
    listed = words.listed.search(c.text, c.floor, c.n.begin) is not None
    if not (c.rider or listed) or words.does.search(c.text, c.floor, c.n.begin):
        return None
    own = [k for k in c.report.carriers_of(c.s) if c.n.stop <= k.start <= c.behind + MAX_TO_OWN]
    on = own[:1] if own and c.rider else c.leading()[-1:]
    if on:
        return c.aboard(on[0], anywhere=listed)
    return not c.has_room() and c.report.near_harm(c.s)


RULES: Mapping[str, Callable[[Count], bool | None]] = {
    "next": _next,
    "carried": _carried,
    "rider": _rider,
}


def _is_of_someone(start: int, end: int, c: Count) -> bool:
    """Whether someone is named between what carries people and the verb, who may do the carrying; not one who drives it."""
    words, lex = c.report.words, c.lex
    for m in lex.noun.finditer(c.text, start, end):
        noun = m[1].lower()
        if lex.nouns[noun]["kind"] in SOMEONE and noun not in words.drivers:
            return words.driven.search(c.text, start, m.start()) is None
    return False
