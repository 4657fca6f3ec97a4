"""What happened, was said or reported, day by day: the moments that a reader must know, with all who tell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from runut.comparing.ages import by_age
from runut.comparing.days import DAY, find_begin, is_within, is_year
from runut.comparing.lines import TRACKED, Line, find_lines
from runut.comparing.placing import NO_DAY
from runut.comparing.sources import Sources
from runut.comparing.wording import likeness, weigh
from runut.lang import Language
from runut.model import DayTold, Entity, Family, Moment, Place, Reading

# So many moments for a story, so many more with each report, and no more than this: an editor reads 19 lines. Of the 96 things to know
# of the ten annotated stories, 18 moments tell 83 and 26 tell 88; 18 with others folded under them tell 88. In stories dense with counts
# (`written`) one more tells 84 of 96 for 80.
FIRST_MOMENTS, PER_REPORT, MOST = 10, 3, 19
# Two sentences of one day tell the same thing when they share this much of the lighter one's content words …
ALIKE = 0.38
# … or this much and an equal figure.
ALIKE_WITH_FIGURE = 0.25
# … or this much and an event told by the same word.
ALIKE_WITH_DEED = 0.18
# What a report tells without a day, another of an earlier day told already when they share this much; as does the report itself.
REPEATED = 0.6
# A group this much like a chosen one of its day tells little that is new.
MUCH_ALIKE = 0.35
# A group that is not chosen is folded under the chosen one of its day that it is most like, when it is this much like it.
FOLDED = 0.12
# Of one day and one kind of event, so many groups come first; the others wait.
MOST_OF_A_KIND = 3
# A group is worth so much less for each that was chosen of its day: every day of the story has its line before one has many.
# Between .25 and .75 the cases that rules are made on are told alike (209 of their 223 entries; without it 207).
PER_DAY = 0.75
# What happened long before the story: so many moments at most.
MOST_BACKGROUND = 2
# A bare year is told where so many independent reports tell it.
YEARS_TOLD = 2
# What stands on a day that its text does not name.
UNDATED = ("day-of-report", "last-day-told", NO_DAY)
# Kinds of moments that tell what happened, not what was said of it.
HAPPENING = frozenset(["event", "planned"])
# A group worth less is one plain sentence of one report.
LEAST_WORTH = 2.0
# The line shown is of those that weigh so much less than the weightiest at most, the one most like the others, where full likeness is
# worth so much weight; so many of a group are looked at.
NEARLY, CENTRAL, COMPARED = 2.0, 4.0, 16
# A line longer than this many letters is hard to read, each so many more cost a weight of one; one that tells of two days misleads.
HANDY, PER_LETTER, OTHER_DAY = 220, 150, 1.5
# The judge and the page show no more than this of one passage.
LONGEST = 400
# Reports named as evidence of one moment; so many sentences of a report tell it, more of what one speaker says. With one sentence of a
# report 208 of the 223 things to know of the 24 annotated stories are told, with two 212.
MOST_REPORTS, MOST_TOLD, MOST_SAID = 8, 2, 3
# And so many of those folded under it: with two instead of one 5 more of 435 annotated moments are told, none is lost, and there are 7 %
# more passages.
MOST_FOLDED = 2
# What a moment gains with each independent report.
PER_FAMILY = 1.0
# A sentence tells what a line tells where so much of the line's words stands in it, and so much of the shorter one's in the other; less
# of the line's where it has the line's count or deed.
COVERED, COVERED_WITH_MORE = 0.35, 0.25


def order(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Moment, ...]:
    """The moments of a story, the earliest first; their number grows with the reports, up to `MOST`."""
    return tell(readings, entities, families, language)[0]


def tell(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    families: tuple[Family, ...],
    language: Language,
    sources: Sources | None = None,
) -> tuple[tuple[Moment, ...], tuple[DayTold, ...]]:
    """The moments of a story, the earliest first, and its days, those that most independent reports speak of first."""
    sources = sources or Sources(readings, families)
    lines = find_lines(readings, entities, families, language)
    weight = weigh(line.stems for line in lines)
    groups = _settle(_cluster(lines, weight), weight)
    most = min(MOST, FIRST_MOMENTS + PER_REPORT * len(readings))
    chosen = _choose(groups, most, weight)
    moments = [
        _moment(g, more, readings, weight, sources)
        for g, more in zip(chosen, _fold(chosen, groups, weight), strict=True)
    ]
    return _in_order(moments, readings, lines), _rank_days(lines)


def _in_order(moments: Sequence[Moment], readings: Sequence[Reading], lines: Sequence[Line]) -> tuple[Moment, ...]:
    """The moments day by day, as the reports come; no day opens with a saying where several independent reports tell what happened on it,
    and those of which the hour is told stand by it, in the places that they have among the others of their day.
    """
    place = {r.article.id: n for n, r in enumerate(by_age(readings))}
    hours = {(readings[line.reading].article.id, line.start, line.day): line.hour for line in lines if line.hour}

    def hour(moment: Moment) -> str:
        first = moment.evidence[0]
        return hours.get((first.article, first.start, moment.date), "") if moment.kind in HAPPENING else ""

    by_day: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    for moment in moments:
        by_day[find_begin(moment.date), moment.date].append(moment)
    out: list[Moment] = []
    for day in sorted(by_day):
        of_day = sorted(by_day[day], key=lambda m: (place[m.evidence[0].article], m.evidence[0].start))
        main = max((m for m in of_day if m.kind in HAPPENING), key=lambda m: m.independent, default=None)
        if main is not None and main.independent > 1 and of_day[0].kind not in HAPPENING:
            of_day.sort(key=lambda m: m is not main)
        by_hour = iter(sorted((m for m in of_day if hour(m)), key=hour))
        out += [next(by_hour) if hour(m) else m for m in of_day]
    return tuple(out)


def _rank_days(lines: Sequence[Line]) -> tuple[DayTold, ...]:
    """The days on which something happened or was said, as reports themselves date it."""
    reports: dict[str, set[int]] = defaultdict(set)
    families: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.near and line.rule not in UNDATED and len(line.day) == DAY:
            reports[line.day].add(line.reading)
            families[line.day].add(line.family)
    days = [DayTold(date=d, reports=len(reports[d]), independent=len(families[d])) for d in reports]
    return tuple(sorted(days, key=lambda d: (-d.independent, -d.reports, d.date)))


class _Heads:
    """Groups by the first lines that lead them: which of them are how alike a line, without holding each against it."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._groups: list[list[Line]] = []
        self._totals: list[float] = []
        self._of_stem: dict[str, list[int]] = defaultdict(list)
        self._of_speaker: dict[str, list[int]] = defaultdict(list)

    def add(self, group: list[Line]) -> None:
        """One more group."""
        first, number = group[0], len(self._groups)
        self._groups.append(group)
        self._totals.append(self._total(first))
        for stem in first.stems:
            self._of_stem[stem].append(number)
        if first.speaker is not None:
            self._of_speaker[first.speaker].append(number)

    def near(self, line: Line, least: float) -> Iterator[tuple[list[Line], float]]:
        """The groups that are at least so much alike a line (`likeness`), and those of its speaker, in the order in which they came."""
        shared = [0.0] * len(self._groups)
        for stem in line.stems & self._of_stem.keys():
            weight = self._weight[stem]
            for number in self._of_stem[stem]:
                shared[number] += weight
        own, total = set(self._of_speaker.get(line.speaker or "", ())), self._total(line)
        for number, weight in enumerate(shared):
            alike = weight / min(total, self._totals[number]) if weight else 0.0
            if alike >= least or number in own:
                yield self._groups[number], alike

    def _total(self, line: Line) -> float:
        return sum(map(self._weight.__getitem__, line.stems))


def _cluster(lines: Sequence[Line], weight: Mapping[str, float]) -> list[list[Line]]:
    """Lines of one day that tell the same thing, each led by its weightiest; what one speaker says on a day is one thing."""
    by_day: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_day[line.day].append(line)
    out: list[list[Line]] = []
    for day in sorted(by_day):
        heads = _Heads(weight)
        for line in sorted(by_day[day], key=_rank):
            home = next((g for g, alike in heads.near(line, ALIKE_WITH_DEED) if _same(g, line, alike)), None)
            if home is None:
                out.append([line])
                heads.add(out[-1])
            else:
                home.append(line)
    return out


def _rank(line: Line) -> tuple[bool, float, int, int]:
    return line.rule == NO_DAY, -line.weight, line.reading, line.start


def _same(group: Sequence[Line], line: Line, alike: float) -> bool:
    first = group[0]
    return (line.speaker is not None and line.speaker == first.speaker) or _tells_the_same(first, line, alike)


def _tells_the_same(first: Line, line: Line, alike: float) -> bool:
    """Whether two lines of a day, so much alike, share much, or some and a figure or a deed."""
    return (
        alike >= ALIKE
        or (alike >= ALIKE_WITH_FIGURE and bool(first.figures & line.figures))
        or (alike >= ALIKE_WITH_DEED and (bool(first.deeds & line.deeds) or is_year(line.day)))
    )


def _settle(groups: Sequence[list[Line]], weight: Mapping[str, float]) -> list[list[Line]]:
    """Groups of a month or week that tell what another tells of a day inside it go to that day, and what a report tells again
    without a day to the day on which it happened.
    """
    out = [g for g in groups if len(g[0].day) == DAY and not _is_undated(g)]
    heads = _Heads(weight)
    for group in out:
        heads.add(group)
    apart = []
    for group in (g for g in groups if len(g[0].day) != DAY):
        first = group[0]
        near = heads.near(first, ALIKE_WITH_DEED)
        apart += _join(group, [(g, a) for g, a in near if is_within(g[0].day, first.day) and _same(g, first, a)])
    undated = sorted((g for g in groups if _is_undated(g)), key=_head)
    for group in apart:
        heads.add(group)
    out += apart
    for group in undated:
        first = group[0]
        near = heads.near(first, ALIKE_WITH_FIGURE)
        alone = _join(
            group, [(g, a) for g, a in near if g[0].day < first.day and g[0].near and _is_retold(g[0], first, a)]
        )
        if first.rule == NO_DAY:  # background that tells nothing of this story again
            continue
        for g in alone:
            heads.add(g)
        out += alone
    return out


def _is_retold(told: Line, again: Line, alike: float) -> bool:
    """Whether a line without a day, so much alike, tells again what one of an earlier day tells: a deed that happened, or almost word
    for word.
    """
    if told.kind == "reported":
        return alike >= REPEATED
    if told.kind != "event" or not told.deeds & again.deeds:
        return False
    return alike >= ALIKE or (alike >= ALIKE_WITH_FIGURE and bool(told.figures & again.figures))


def _is_undated(group: Sequence[Line]) -> bool:
    return group[0].kind == "reported" and group[0].rule in ("day-of-report", NO_DAY) and len(group[0].day) == DAY


def _join(group: list[Line], homes: Sequence[tuple[list[Line], float]]) -> list[list[Line]]:
    """The group joined to the home that it is most alike; itself where there is none."""
    if not homes:
        return [group]
    home, _ = max(homes, key=lambda pair: pair[1])
    home.extend(group)
    return []


def _choose(groups: Sequence[list[Line]], most: int, weight: Mapping[str, float]) -> list[list[Line]]:
    """The worthiest groups, worth less for each that its day has already; what is much like a chosen one of its day, one more of its
    kind that day, or told of two days by one sentence waits behind something else.
    """
    queues: dict[str, list[tuple[float, list[Line]]]] = defaultdict(list)  # of each day the worthiest last
    for group in sorted((g for g in groups if _is_worthy(g)), key=_by_worth, reverse=True):
        queues[group[0].day].append((_worth(group), group))
    chosen: list[list[Line]] = []
    waiting: list[list[Line]] = []
    kinds: Counter[tuple[str, str]] = Counter()
    days: Counter[str] = Counter()
    background = 0
    while queues and len(chosen) < most:
        day = min(queues, key=lambda d: (PER_DAY * days[d] - queues[d][-1][0], d))
        _, group = queues[day].pop()
        if not queues[day]:
            del queues[day]
        first = group[0]
        if not first.near:
            background += 1
            if background > MOST_BACKGROUND:
                continue
        like = any(g[0].day == first.day and likeness(g[0].stems, first.stems, weight) >= MUCH_ALIKE for g in chosen)
        crowded = any(kinds[first.day, kind] >= MOST_OF_A_KIND for kind in first.types)
        again = any((g[0].reading, g[0].start) == (first.reading, first.start) for g in chosen)
        if like or crowded or again:
            waiting.append(group)
        else:
            chosen.append(group)
            days[first.day] += 1
            kinds.update((first.day, kind) for kind in first.types)
    return (chosen + waiting)[:most]


def _is_worthy(group: Sequence[Line]) -> bool:
    """Whether a group tells anything by itself: more than one plain sentence of one report, a bare year in more than one."""
    told = len({line.family for line in group}) >= YEARS_TOLD or not is_year(group[0].day)
    return told and _worth(group) >= LEAST_WORTH


def _by_worth(group: Sequence[Line]) -> tuple[float, str, int, int]:
    return -_worth(group), *_head(group)


def _fold(chosen: Sequence[list[Line]], groups: Sequence[list[Line]], weight: Mapping[str, float]) -> list[list[Line]]:
    """For each chosen group the lines of those of its day that were not chosen and are most like it, the worthiest first."""
    heads = {_head(group) for group in chosen}
    out: list[list[Line]] = [[] for _ in chosen]
    for group in sorted(groups, key=lambda g: (-_worth(g), _head(g))):
        if _head(group) in heads or _worth(group) < LEAST_WORTH:
            continue
        first = group[0]
        homes = (n for n, home in enumerate(chosen) if home[0].day == first.day)
        alike = [(likeness(chosen[n][0].stems, first.stems, weight), -n) for n in homes]
        best, minus = max(alike, default=(0.0, 0))
        if best >= FOLDED:
            out[-minus] += group
    return out


def _head(group: Sequence[Line]) -> tuple[str, int, int]:
    return group[0].day, group[0].reading, group[0].start


def _worth(group: Sequence[Line]) -> float:
    """The more independent reports tell it, and the more its best line matters, the more a moment is worth."""
    return PER_FAMILY * len({line.family for line in group}) + max(line.weight for line in group)


def _moment(
    group: Sequence[Line],
    folded: Sequence[Line],
    readings: Sequence[Reading],
    weight: Mapping[str, float],
    sources: Sources,
) -> Moment:
    first = _shown(group, weight)
    group = [first, *(line for line in group if line is not first)]
    lines = _best(group, MOST_SAID if first.speaker is not None else MOST_TOLD, weight)
    lines += [
        line
        for line in _best(folded, MOST_FOLDED, weight)
        if all(_head([line])[1:] != _head([told])[1:] for told in lines)
    ]
    carrying = [line for line in lines if line is first or _carries(first, line, weight)]
    told = [place for line in carrying for place in _places(line, readings)]
    telling = len(told)
    told += [place for line in lines if line not in carrying for place in _places(line, readings)]
    text = readings[first.reading].article.text[told[0].start : told[0].end]
    same = [line for line in group if line is first or _carries(first, line, weight)]
    return Moment(
        date=first.day,
        kind=first.kind,
        text=text,
        evidence=tuple(told),
        telling=telling,
        rule=first.rule,
        happened=first.day if first.kind == "event" else None,
        said=first.day if first.kind == "said" and first.rule != "day-of-source" else first.said_on,
        published=min((day for line in same if (day := _published(readings[line.reading]))), default=None),
        reports=len({line.reading for line in same}),
        independent=sources.count(
            Place(article=readings[line.reading].article.id, start=line.start, end=line.end) for line in same
        ),
    )


def _carries(first: Line, line: Line, weight: Mapping[str, float]) -> bool:
    """Whether a sentence tells what another tells, and not only of the same: other counts of one measure tell something else, and a
    sentence without the other's counts does not bear them out; nor does what is denied bear out the denial.
    """
    if first.denies != line.denies:
        return False
    counts, theirs = _tracked(first), _tracked(line)
    if any(counts[measure].isdisjoint(theirs[measure]) for measure in counts.keys() & theirs.keys()):
        return False
    shared = sum(map(weight.__getitem__, first.matter & line.matter))
    own, other = (sum(map(weight.__getitem__, held.matter)) for held in (first, line))
    if not shared:
        return False
    covered, alike = shared / own, shared / min(own, other)
    if counts:
        return bool(counts.keys() & theirs.keys()) and alike >= ALIKE_WITH_FIGURE
    more = bool(first.figures & line.figures or first.deeds & line.deeds)
    return alike >= ALIKE and covered >= (COVERED_WITH_MORE if more else COVERED)


def _tracked(line: Line) -> dict[str, set[tuple[object, object]]]:
    """The counts of a sentence that a reader follows through a story, by measure."""
    out: dict[str, set[tuple[object, object]]] = defaultdict(set)
    for measure, low, high in line.figures:
        if measure in TRACKED:
            out[measure].add((low, high))
    return out


def _places(line: Line, readings: Sequence[Reading]) -> list[Place]:
    article = readings[line.reading].article
    return [Place(article=article.id, start=a, end=b) for a, b in _pieces(article.text, line.start, line.end)]


def _shown(group: Sequence[Line], weight: Mapping[str, float]) -> Line:
    """The line that stands for a group: of its weightiest the one that has most in common with the others; what happened before what
    was then still to come.
    """
    first = group[0]
    if first.kind == "planned":
        done = (n for n in group if n.kind == "event" and n.day == first.day and n.speaker == first.speaker)
        alike = (n for n in done if _tells_the_same(first, n, likeness(first.stems, n.stems, weight)))
        return next(alike, first)
    able = [
        n
        for n in group
        if n.day == first.day and n.weight >= first.weight - NEARLY and n.speaker == first.speaker and n.rule != NO_DAY
    ]
    if len(group) < 3:
        return first
    others = group[:COMPARED]

    def common(line: Line) -> float:
        alike = [likeness(line.stems, other.stems, weight) for other in others if other is not line]
        burden = max(0, line.end - line.start - HANDY) / PER_LETTER + OTHER_DAY * (line.days - 1)
        return line.weight + CENTRAL * sum(alike) / len(alike) - burden

    return max(able[:COMPARED], key=common)


def _published(reading: Reading) -> str | None:
    """The day of a report where it or its metadata tells it."""
    return reading.anchor.day if reading.anchor.origin in ("metadata", "text") else None


def _best(group: Sequence[Line], a_report: int, weight: Mapping[str, float]) -> list[Line]:
    """The best lines of a group, the first of all first: so many of each report, none that repeats another of its report."""
    told: dict[int, list[Line]] = {}
    out = []
    for line in group:
        before = told.get(line.reading)
        if before is None and len(told) < MOST_REPORTS:
            told[line.reading] = [line]
            out.append(line)
        elif before is not None and len(before) < a_report and not _repeats(before, line, weight):
            before.append(line)
            out.append(line)
    return out


def _repeats(told: Sequence[Line], line: Line, weight: Mapping[str, float]) -> bool:
    return any(likeness(known.stems, line.stems, weight) >= REPEATED for known in told)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence whole, or cut at white space into stretches of at most `LONGEST`."""
    out = []
    while end - start > LONGEST:
        cut = max(text.rfind(", ", start + LONGEST // 2, start + LONGEST) + 1, 0) or text.rfind(
            " ", start, start + LONGEST
        )
        if cut <= start:
            cut = start + LONGEST
        out.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    out.append((start, end))
    return out
