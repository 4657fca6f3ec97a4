"""The latest totals: of each measure that an editor asks first, and of what most reports count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from runut.brief import leads
from runut.brief.desk import Desk, Told, as_of, day_of, in_numbers, recency, source_of
from runut.brief.words import ASKED_FIRST, GROWING, MEASURED, PASSING, amount, capital, relation_of, scope
from runut.model import BriefLine, Figure, Series

# Of people so many, of other things while there are no more than so few.
MOST_OF_PEOPLE, MOST_CURRENT = 5, 3
MOST_PLACES = 2
# Counts of people harmed, held or moved are told from any series or lead; others where so large a part of the independent reports has
# them: of nine such counts in eight real stories the three above it were the matter itself, five of the six below it a side matter.
OF_PEOPLE = ("killed", "missing", "injured", "displaced", "evacuated", "rescued", "hostages", "arrested")
LEAST_SHARE = 0.2
# A count of what no editor asks first is told where so large a part of the independent reports has it; ages and lengths of time never.
LARGE_SHARE = 0.4
# Of a few of something so many reports and so large a part of them: in forty real stories three of the four such counts above it were the
# matter itself, none of the four below it.
A_FEW, MANY_TELL, HALF = 10, 3, 0.5
# In a story of so many independent reports what one lead alone counts is a side matter, but for the dead.
MANY_FAMILIES = 3
# In a story of several matters a count of people beside the first is told where so many independent reports have it.
MOST_TELL = 2
# A toll more than so many times another is of something larger (a war for one of its strikes): 45 and 36,096 in one of 14 stories read; the
# steepest growth of one toll in them is from 6 to 174.
MOST_GROWN = 50
# What is told from anywhere in a report that counts the dead.
BESIDE_DEAD = ("missing",)
# What became of all who were there: a sentence that shares them out by so many of these tells the total of each.
FATES, LEAST_FATES = frozenset(["killed", "missing", "rescued", "injured"]), 3
# In English how badly people are hurt, by the grade of the word.
DEGREES = {"heavy": "badly injured", "light": "slightly injured"}
# Opens what is told in the words of a sentence.
QUOTED = "“"
# The lead of a report. A figure that stands in no series is told from a lead alone: of 36 such figures in eight real stories 35 stand
# further down, and 27 of those are a part, background or of another event.
LEAD_SENTENCES = 3
# What joins the counts of two groups (`dua petani dan seorang guru tewas`) has so many characters at most.
JOINER = 8
# They stand so near to each other.
GROUPED = 80


def lines(desk: Desk, before: Sequence[BriefLine] = (), *, of_many: bool = False) -> Iterator[BriefLine]:
    """Of each measure asked for first the latest total, at most MOST_OF_PEOPLE and MOST_CURRENT of them; `before`: the lines above, whose
    words are not told again; `of_many`: the story has several matters, and one report's count of people would be
    taken for the first line's.

    Rules: `latest-of-series` (the series that most families carry), `latest` (no series: a figure of a report's lead), `most-carried`
    (a count of something else in much of the independent reports). Among figures of one day the later published, then the attributed,
    then the exact one.
    """
    found = [
        _as_above(desk, line, names, before)
        for measure, names in ASKED_FIRST.items()
        for line in _latest(desk, measure, names)
    ]
    if of_many and len(desk.story.families) >= MANY_FAMILIES:
        found = [line for line in found if not _is_beside(desk, line, before)]
    told = list(before)
    for line in [*found, *_most_carried(desk)]:
        people = desk.figures[line.refs[0]].figure.measure in OF_PEOPLE
        if len(told) >= len(before) + (MOST_OF_PEOPLE if people else MOST_CURRENT):
            continue
        if not _is_told(desk, line, told):
            told.append(line)
    yield from told[len(before) :]


def _as_above(desk: Desk, line: BriefLine, names: tuple[str, str], before: Sequence[BriefLine]) -> BriefLine:
    """The line of a toll, or one of the more dead that a line above counts on no earlier day, lest the two gainsay one another."""
    best = desk.figures[line.refs[0]]
    row = next((r for r in desk.story.series if r.id in line.refs), None)
    if best.figure.measure != "killed" or row is None or scope(row):
        return line
    gone = {i for row in desk.story.series for i in row.overtaken}
    above = [p for other in before if other.rule in leads.RULES for p in other.evidence[:1]]
    more = [
        t
        for t in _countable(desk, desk.figures.values())
        if t.figure.measure == "killed"
        and t.figure.id not in gone
        and t.figure.id not in row.figures
        and not any(scope(other) for other in desk.story.series if t.figure.id in other.figures)
        and _grows_to(best, t)
        and not (t.day and t.day[:10] < best.day[:10])
        and not desk.is_past(t)
        and any(p.article == t.figure.article and p.start <= t.figure.start < p.end for p in above)
    ]
    return _latest_line(desk, names, None, more) if more else line


def _is_beside(desk: Desk, line: BriefLine, before: Sequence[BriefLine]) -> bool:
    """Whether a count of people is one report's, and the first line another's."""
    if desk.figures[line.refs[0]].figure.measure not in OF_PEOPLE:
        return False
    carried = max([line.independent, *(row.independent for row in desk.story.series if row.id in line.refs)])
    told = {p.article for p in line.evidence}
    return carried < MOST_TELL and not any(p.article in told for other in before[:1] for p in other.evidence)


def _is_told(desk: Desk, line: BriefLine, before: Sequence[BriefLine]) -> bool:
    """Whether a line in the words of a sentence tells what one before it tells in the same sentence."""
    if QUOTED not in line.text:
        return False
    sentence = line.evidence[0].article, desk.sentence(line.evidence[0])
    return any(
        (place.article, desk.sentence(place)) == sentence
        for other in before
        if other.rule in leads.RULES or QUOTED in other.text
        for place in other.evidence
    )


def _most_carried(desk: Desk) -> Iterator[BriefLine]:
    """The counts of other things that much of the independent reports carry: `empat izin usaha pertambangan`."""
    told: set[str] = set()
    for row in desk.story.series:
        if row.measure in (*ASKED_FIRST, *PASSING, *told) or row.relation == "incomparable":
            continue
        few = (row.best or A_FEW) < A_FEW
        least = (
            max(MANY_TELL, HALF * len(desk.story.families)) if few else max(2, LARGE_SHARE * len(desk.story.families))
        )
        pool = _standing(row, _countable(desk, (desk.figures[i] for i in row.figures if i in desk.figures)))
        if pool and row.independent >= least:
            names = MEASURED.get(row.measure, ("angka", "figure"))
            yield replace(_latest_line(desk, names, row, pool), rule="most-carried")
            told |= {row.measure} - {"other"}


def _latest(desk: Desk, measure: str, names: tuple[str, str]) -> Iterator[BriefLine]:
    """The latest totals of a measure: one, or one a place where the ledger counts them by place."""
    pools = []
    for row in desk.story.series:
        if row.measure == measure and row.relation != "incomparable":
            told = _standing(row, _countable(desk, (desk.figures[i] for i in row.figures if i in desk.figures)))
            if told and not all(map(desk.is_past, told)):
                pools.append((row, told))
    if not pools:
        lone = [
            t
            for t in _countable(desk, (t for t in desk.figures.values() if desk.sentence(t.figure) < LEAD_SENTENCES))
            if t.figure.measure == measure and not desk.is_past(t)
        ]
        few = len(desk.story.families) < MANY_FAMILIES
        if lone and ((measure in OF_PEOPLE and (few or measure == "killed")) or _is_widely_told(desk, lone)):
            groups = _groups(lone)
            whole = [t for t in lone if len(groups[t.figure.id]) == 1]
            yield _latest_line(desk, names, None, whole or lone)
        elif measure in BESIDE_DEAD and (beside := _beside_the_dead(desk, measure)):
            yield _latest_line(desk, names, None, beside)
        return
    chosen = _chosen(desk, measure, pools)
    if measure in BESIDE_DEAD and _are_all_found(desk, max(day_of(t.reading) for _, told in chosen for t in told)):
        return
    if len(chosen) == 1 and measure in OF_PEOPLE:
        best = _best(*chosen[0])
        if higher := _younger(desk, measure, best) or _exceeding(desk, measure, best, chosen[0][0]):
            line = _latest_line(desk, names, None, higher)
            if any(_is_by_fate(desk, t) for t in higher):  # it carries the series on, which is no side matter
                line = replace(line, refs=(*line.refs, chosen[0][0].id))
            yield line
            return
    for row, told in chosen:
        if measure in OF_PEOPLE or row.independent >= max(2, LEAST_SHARE * len(desk.story.families)):
            yield _latest_line(desk, names, row, told)


def _are_all_found(desk: Desk, day: str) -> bool:
    """Whether a report of a later day tells that all who were missing are found."""
    return any(
        day_of(r) > day != ""
        and desk.lexicon.all_found(f"{r.article.title or r.credits.title or ''}. {r.article.text}")
        for r in desk.readings
    )


def _beside_the_dead(desk: Desk, measure: str) -> list[Told]:
    """Counts of the missing that stand anywhere in a report that counts the dead too: what an editor asks next."""
    dead = {
        t.figure.article for t in desk.figures.values() if t.figure.measure == "killed" and t.figure.part == "total"
    }
    return [
        t
        for t in _countable(desk, desk.figures.values())
        if t.figure.measure == measure and t.figure.article in dead and not desk.is_past(t)
    ]


def _younger(desk: Desk, measure: str, best: Told) -> list[Told]:
    """Higher counts that a named source tells in a report of a later day than the best of a series, and that stand in none; of the missing
    lower ones too where their sentence tells what became of all.
    """
    rows = {i for row in desk.story.series for i in row.figures}
    return [
        t
        for t in _countable(desk, desk.figures.values())
        if t.figure.measure == measure
        and t.figure.id not in rows
        and t.who
        and day_of(t.reading) > day_of(best.reading) != ""
        and t.day[:10] > best.day[:10]
        and (_grows_to(best, t) or (measure in BESIDE_DEAD and _is_by_fate(desk, t)))
        and not desk.is_past(t)
    ]


def _exceeding(desk: Desk, measure: str, best: Told, row: Series) -> list[Told]:
    """The highest counts of the dead that open or head reports of the same or a later day, outside the series whose best would be told:
    that is a part of theirs. None of 103 real stories changes by it; of eleven of other years one did, to the toll of its headlines.
    """
    if measure != "killed":
        return []
    higher = [
        t
        for t in _countable(desk, desk.figures.values())
        if t.figure.measure == measure
        and (desk.sentence(t.figure) < LEAD_SENTENCES or _is_in_headline(t))
        and t.day[:10] >= best.day[:10]
        and _grows_to(best, t)
        and not desk.is_past(t)
        and t.figure.id not in row.figures
        and not any(t.figure.id in other.overtaken for other in desk.story.series)
    ]
    return [t for t in higher if _height(t) == max(map(_height, higher))]


def _grows_to(best: Told, other: Told) -> bool:
    """Whether a count is higher than another and may be what it grew to."""
    return _height(best) < _height(other) <= MOST_GROWN * _height(best)


def _is_in_headline(told: Told) -> bool:
    """Whether the headline of its report tells a count, written alike."""
    title = told.reading.article.title or told.reading.credits.title or ""
    return told.figure.number.text in title.split()


def _is_widely_told(desk: Desk, pool: list[Told]) -> bool:
    """Whether the figure that would be told of these stands in two independent reports, or in the only one that there is."""
    best = _best(None, pool).figure
    same = [t.place for t in pool if (t.figure.low, t.figure.high) == (best.low, best.high)]
    return desk.counted(same)[1] >= min(2, len(desk.story.families))


def _latest_line(desk: Desk, names: tuple[str, str], widest: Series | None, pool: list[Told]) -> BriefLine:
    best = _best(widest, pool)
    same = [t for t in pool if (t.figure.low, t.figure.high) == (best.figure.low, best.figure.high)]
    groups = _groups(pool)[best.figure.id] if widest is None else [best]
    told_too = {t.figure.id for t in same}
    same += [t for t in groups if t.figure.id not in told_too]
    told = [t for t in same if t.day == best.day]
    reports, independent = desk.counted([t.place for t in same])
    doubt, doubt_en = _doubt(desk, widest, best)
    names = _degree(desk, widest, same) or names
    counted, counted_en = (_amounts(desk, groups, english=english) for english in (False, True))
    return BriefLine(
        kind="current",
        text=f"{capital(names[0])}{scope(widest)}: {counted}, {as_of(best)}{source_of(best)}{doubt}",
        english=f"{capital(names[1])}{scope(widest)}: {counted_en}, "
        f"{as_of(best, english=True)}"
        f"{source_of(best, english=True)}{doubt_en}",
        refs=tuple(x for x in (best.figure.id, widest.id if widest else "") if x),
        evidence=tuple(t.place for t in sorted(same, key=lambda t: (t is not best, t not in told, t.turn))),
        rule="latest-of-series" if widest else "latest",
        reports=reports,
        independent=independent,
    )


def _doubt(desk: Desk, widest: Series | None, best: Told) -> tuple[str, str]:
    """That others count otherwise: other reports, or other sources of the only one."""
    rows = [row for row in desk.story.series if _is_unclear(row, best)]
    if widest is not None and widest.relation == "conflict":
        rows.append(widest)
    if not rows:
        return "", ""
    if any(row.reports > 1 for row in rows):
        return ", laporan lain berbeda", ", other reports differ"
    return ", sumber lain berbeda", ", another source differs"


def _groups(pool: Iterable[Told]) -> dict[str, list[Told]]:
    """By each figure those of the groups that it is told with, none of which is the total: `dua petani dan seorang guru tewas`."""
    out: dict[str, list[Told]] = {}
    before: Told | None = None
    for told in sorted(pool, key=lambda t: (t.figure.article, t.figure.number.start)):
        group = out[before.figure.id] if before is not None and _are_joined(before.figure, told.figure) else []
        group.append(told)
        out[told.figure.id] = group
        before = told
    return out


def _are_joined(a: Figure, b: Figure) -> bool:
    """Whether a count stands right behind another of something else."""
    joined = a.article == b.article and b.start - a.end <= JOINER and b.number.start - a.number.start <= GROUPED
    return bool(joined and a.counted and b.counted and a.counted != b.counted)


def _amounts(desk: Desk, told: Sequence[Told], *, english: bool = False) -> str:
    *first, last = (_amount(desk, t, english=english) for t in sorted(told, key=lambda t: t.figure.number.start))
    return f"{', '.join(first)}{' and ' if english else ' dan '}{last}" if first else last


def _is_unclear(row: Series, told: Told) -> bool:
    """Whether a series holds a count beside others that differ, and it is not clear whether they count the same."""
    return relation_of(row) == "unclear" and told.figure.id in row.figures


def _amount(desk: Desk, told: Told, *, english: bool = False) -> str:
    """A count of people as `14 orang`; of anything else in the words of its sentence, which tell what it is the value of, and alone where
    the value by itself would be a bare number.
    """
    if told.figure.measure in (*OF_PEOPLE, "magnitude"):
        return amount(told.figure, english=english)
    sentence = f"{QUOTED}{desk.setting(told.figure)}”"
    value = amount(told.figure, english=english)
    if told.figure.measure == "money" or not _has_more(desk, told) or not any(c.isalpha() or c == "%" for c in value):
        return sentence
    return f"{value} ({sentence})"  # the others of its sentence are not told by as many


def _has_more(desk: Desk, told: Told) -> bool:
    """Whether the sentence of a figure counts something else as well."""
    sentence = desk.sentence(told.figure)
    return any(f.id != told.figure.id and desk.sentence(f) == sentence for f in told.reading.figures)


def _chosen(desk: Desk, measure: str, pools: list[tuple[Series, list[Told]]]) -> list[tuple[Series, list[Told]]]:
    """The series to be told of a measure, one a place: among those that many carry the last, of a growing toll the highest.

    Counts of one harm that the ledger keeps apart ("six more found", "ten in all") differ in height; support alone would tell the part.
    A scope in small letters ("identified") is a part and gives way to the whole.
    """

    def support(told: list[Told]) -> int:
        return desk.counted([t.place for t in told])[1]

    def key(pair: tuple[Series, list[Told]]) -> tuple[str, float, int, int]:
        row, told = pair
        height = _height(_best(row, told))
        # a count without a day of its own is no later than those that have one; of the dead it is a part where it is no higher
        dated = max((_height(_best(r, of)) for r, of in pools if any(t.figure.as_of for t in of)), default=0)
        published = "" if measure == "killed" and height <= dated else max(t.day[:10] for t in told)
        day = max((t.figure.as_of[:10] for t in told if t.figure.as_of), default=published)
        return day, height if measure in GROWING else 0, support(told), -_first(told)

    whole = [(row, told) for row, told in pools if not scope(row)[2:3].islower()] or pools
    most = max(support(told) for _, told in whole)
    by_place: dict[str, list[tuple[Series, list[Told]]]] = {}
    for row, told in whole:
        if support(told) * 2 >= most:
            by_place.setdefault(scope(row), []).append((row, told))
    degrees = [names[1] if (names := _degree(desk, row, told)) else None for row, told in whole]
    if measure == "injured" and len(set(degrees)) > 1:
        by_place = {}
        for (row, told), degree in zip(whole, degrees, strict=True):
            by_place.setdefault(f"{scope(row)}|{degree}", []).append((row, told))
        if f"{scope(whole[0][0])}|None" in by_place:  # the whole is told before its parts
            by_place = {key: group for key, group in by_place.items() if key.endswith("|None")}
    chosen = [max(_tolls(group, support) if measure in GROWING else group, key=key) for group in by_place.values()]
    if measure in GROWING:  # no whole is below what one place of it counts: it is of some
        placed = max((_height(_best(row, told)) for row, told in chosen if scope(row)), default=0)
        chosen = [(row, told) for row, told in chosen if scope(row) or _height(_best(row, told)) >= placed]
    return sorted(chosen, key=lambda pair: (-support(pair[1]), _first(pair[1])))[:MOST_PLACES]


def _tolls(
    group: list[tuple[Series, list[Told]]], support: Callable[[list[Told]], int]
) -> list[tuple[Series, list[Told]]]:
    """The counts of a growing toll without those below all that one brought up to date has told, which are finds in between, and those
    below one that more carry: however late they are told, they are of some of the harmed.
    """
    floor = max((min(map(_height, told)) for row, told in group if row.relation == "evolve"), default=0)
    held = [
        (_height(_best(row, told)), support(told), any(t.figure.as_of for t in told)) for row, told in group
    ]  # of as many only one that is told for a day of its own may stand below a higher one
    whole = [
        pair
        for pair, (height, carried, dated) in zip(group, held, strict=True)
        if height >= floor and not any(higher > height and more >= carried + dated for higher, more, _ in held)
    ]
    return whole or group


def _height(told: Told) -> float:
    figure = told.figure
    return (figure.low if figure.low is not None else figure.high) or 0


def _first(told: list[Told]) -> int:
    return min(t.turn for t in told)


def _countable(desk: Desk, told: Iterable[Told]) -> list[Told]:
    """The totals among figures that are told in numbers, of the dead none that someone only thinks likely (`30 orang itu kemungkinan
    meninggal`).
    """
    return [
        t
        for t in told
        if (t.figure.part == "total" or _is_by_fate(desk, t)) and in_numbers(t.figure) and not _is_guess(desk, t.figure)
    ]


def _is_by_fate(desk: Desk, told: Told) -> bool:
    """Whether a part is one of those into which its sentence shares out all by what became of them, each the total of its fate: `27
    meninggal, 284 selamat, dan 14 hilang`.
    """
    if told.figure.part != "part" or told.figure.measure not in FATES:
        return False
    sentence = desk.sentence(told.figure)
    beside = [f for f in told.reading.figures if f.part == "part" and desk.sentence(f) == sentence]
    fates = [f.measure for f in beside if f.measure in FATES]
    return len(fates) == len(beside) == len(set(fates)) >= LEAST_FATES


def _is_guess(desk: Desk, figure: Figure) -> bool:
    return figure.measure == "killed" and desk.lexicon.guesses(figure.text)


def _degree(desk: Desk, row: Series | None, told: Iterable[Told]) -> tuple[str, str] | None:
    """How badly those are hurt whom figures count, or others of a series that agrees, where one tells it: `luka berat`, `luka ringan`."""
    agreeing = row is not None and row.relation == "agree"
    for t in (desk.figures[i] for i in row.figures if i in desk.figures) if row and agreeing else told:
        if t.figure.measure == "injured" and (match := desk.lexicon.degree.search(f"{t.figure.text} {t.figure.rule}")):
            how = match["how"].lower()
            return f"{match['noun'].lower()} {how}", DEGREES[desk.lexicon.degrees[how]]
    return None


def _standing(row: Series, told: list[Told]) -> list[Told]:
    """The figures that their reports stand by; all, where none is."""
    return [t for t in told if t.figure.id not in row.overtaken] or told


def _best(row: Series | None, pool: list[Told]) -> Told:
    """The figure to be told: of those with the series' own value where it has one, the most recent."""
    if row is not None and row.best is not None:
        valued = [t for t in pool if t.figure.low == t.figure.high == row.best]
        pool = valued or pool
    if row is not None and row.best is None and row.relation == "evolve" and row.measure in GROWING:
        last = max(t.day[:10] for t in pool)  # of what grows, without an end, the most of its last day
        pool = [t for t in pool if t.day[:10] == last]
        pool = [t for t in pool if _height(t) == max(map(_height, pool))]
    # what agrees is one count: it is told as exactly as anyone tells it
    exact = row is not None and row.relation == "agree"
    return max(pool, key=lambda t: (not (exact and t.figure.approx), recency(t)))
