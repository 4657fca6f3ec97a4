"""What differs: conflicts, sums, statements at odds, denials that reports tell, changes of position, revisions, misprinted days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from runut.brief import leads
from runut.brief.desk import Desk, Told, day_of, in_numbers, outlet_of, recency
from runut.brief.totals import OF_PEOPLE
from runut.brief.words import (
    ASKED_FIRST,
    BETWEEN,
    RELATIONS,
    amount,
    capital,
    local_day,
    relation_of,
    scope,
    shortened,
)
from runut.comparing.sources import places_of
from runut.comparing.wording import find_stems
from runut.model import BriefLine, Check, Dispute, Place, Series, Statement

MOST_DIFFERENCES = 3
MOST_POINTS = 5
# A dispute is told in so many characters of its report at most, else in those that stand around its verb.
MOST_OF_DISPUTE, MOST_OF_CORRECTION = 320, 420
# The kind of check of what happened at another hour.
HOUR = "hour-differs"
# The place among what differs: of what a report itself tells as corrected or counted otherwise, of a toll brought up to date, of what it
# tells as denied, of changes of position, of other revisions; slips of the pen last. One line more is told where something is corrected.
CORRECTED, TOLL, DENIED, CHANGED, REVISED, SLIP = 3, 4, 5, 6, 7, 8
CORRECTIONS = frozenset(["told-correction", "told-at-first", "told-two-counts"])
# A denial answers a line above where this part of its telling words, and so many, stand there.
ANSWERS, LEAST_ANSWER = 0.3, 3


def lines(desk: Desk, before: Sequence[BriefLine] = ()) -> Iterator[BriefLine]:
    """Conflicts of figures first, then what does not add up, clashes of statements, tolls brought up to date, what reports tell as denied
    or opposed, changes of position, then other revisions; a weekday that is not the date's last. What the lines `before` or a clash tell
    is not told again as denied.
    """
    above = {(p.article, desk.sentence(p)) for line in before for p in line.evidence}
    story = desk.story
    asked = list(ASKED_FIRST)
    found: list[tuple[tuple[int, int, int, str], BriefLine]] = []
    for row in story.series:
        relation = relation_of(row)
        if relation in RELATIONS and (relation != "unclear" or row.measure in OF_PEOPLE):
            points = _points(desk, row)
            place = asked.index(row.measure) if row.measure in asked else len(asked)
            rank = 0 if relation == "conflict" else TOLL if row.measure in OF_PEOPLE else REVISED
            if len(points) > 1 and (
                relation in ("conflict", "unclear") or (row.independent > 1 and not _are_rates(desk, points))
            ):
                found.append(((rank, place, -row.independent, row.id), _series_line(desk, row, points)))
    for check in story.checks:
        figures = [desk.figures[i] for i in check.figures if i in desk.figures]
        if figures:
            found.append(((1, min(t.turn for t in figures), 0, check.id), _check_line(desk, check, figures)))
        elif places := tuple(p for p in check.evidence if p.article in desk.told):
            if check.kind == HOUR:
                found.append(((DENIED, 0, -1, check.id), _hour_line(desk, check, places)))
            else:
                found.append(((SLIP, 0, 0, check.id), _slip_line(desk, check, places)))
    turn = {id_: n for n, id_ in enumerate(desk.statements)}
    for clash in story.clashes:
        if clash.a in turn and clash.b in turn:
            pair = sorted((clash.a, clash.b), key=turn.__getitem__)
            sides = {clash.a: clash.evidence[:1], clash.b: clash.evidence[1:2]}
            line = _pair_line(desk, [desk.statements[i] for i in pair], " ≠ ", f"clash-{clash.kind}", sides)
            above |= {(p.article, desk.sentence(p)) for p in line.evidence}
            found.append(((2, turn[pair[0]], turn[pair[1]], ""), line))
    for n, dispute in enumerate(story.disputes):
        places = tuple(p for p in dispute.evidence if p.article in desk.told)
        if (
            places
            and not desk.lexicon.recalls(desk.passage(places[0]))
            # that another report alleges it no line above tells
            and (
                dispute.rule == "denied-elsewhere"
                or not any((p.article, desk.sentence(p)) in above for p in places if not _goes_on(desk, p, dispute))
            )
        ):
            rank = CORRECTED if dispute.rule in CORRECTIONS else DENIED
            asked_back = 0 if rank == CORRECTED or _answers(desk, places, before) else 1
            found.append(((rank, asked_back, n, dispute.id), _dispute_line(desk, dispute, places)))
    for n, position in enumerate(story.positions):
        told = [desk.statements[i] for i in position.statements if i in desk.statements]
        if len(told) > 1 and not _in_a_series(desk, told):
            found.append(((CHANGED, n, 0, ""), _pair_line(desk, [told[0], told[-1]], " → ", "position")))
    told_of: set[tuple[int, int]] = set()
    shown = []
    for (rank, place, *_), line in sorted(found, key=lambda pair: pair[0]):
        # one revision of a measure is enough here, and one misprinted day
        if rank not in (TOLL, REVISED, SLIP) or (rank, place) not in told_of:
            shown.append(line)
        told_of.add((rank, place))
    corrected = any(rank == CORRECTED for (rank, *_), _ in found)
    yield from shown[: MOST_DIFFERENCES + corrected]


def _answers(desk: Desk, places: Sequence[Place], before: Sequence[BriefLine]) -> bool:
    """Whether a denial is of what a line above tells: `Walhi menduga tambang itu dibekingi`, `Dadang membantah membekingi tambang`."""
    stems = frozenset[str]().union(*(find_stems(desk.passage(p)) for p in places))
    return any(
        len(shared := stems & find_stems(desk.passage(p))) >= LEAST_ANSWER and len(shared) >= ANSWERS * len(stems)
        for line in before
        if line.rule in leads.RULES
        for p in line.evidence[:1]
    )


def _goes_on(desk: Desk, place: Place, dispute: Dispute) -> bool:
    """Whether a correction takes more than a sentence: a line above that tells its first one tells what is corrected."""
    last = Place(article=place.article, start=place.end - 1, end=place.end)
    return dispute.kind == "correction" and desk.sentence(last) != desk.sentence(place)


def _are_rates(desk: Desk, points: Sequence[Told]) -> bool:
    """Whether one of several sums is a price or rate: these move, and each of several kinds (spot, middle, selling) by itself."""
    return any(t.figure.measure == "money" and desk.lexicon.is_rate(*desk.around(t.figure)) for t in points)


def _in_a_series(desk: Desk, told: list[Statement]) -> bool:
    """Whether one series tells the change of all these statements already."""
    ids = {s.id for s in told}
    return any(
        ids <= {desk.figures[i].figure.statement for i in row.figures if i in desk.figures} for row in desk.story.series
    )


def _points(desk: Desk, row: Series) -> list[Told]:
    """The figures that carry the relation of a series: those of the steps that have it, else all, by their days."""
    bearing = {i for step in row.steps if step.relation == row.relation for i in (step.a, step.b)}
    # what a report only recounts is better told by one that stands by it
    recounted = {_bounds_of(desk.figures[i]) for i in bearing & {*row.overtaken} if i in desk.figures}
    bearing |= {i for i in row.figures if i in desk.figures and _bounds_of(desk.figures[i]) in recounted}
    ids = [
        i
        for i in row.figures
        if i in desk.figures
        and in_numbers(desk.figures[i].figure)
        and (not bearing or i in bearing or (row.best is not None and desk.figures[i].figure.low == row.best))
    ]
    turn = {i: k for k, i in enumerate(row.figures)}
    if row.relation == "evolve":  # the series knows which follows the other
        points = sorted((desk.figures[i] for i in ids), key=lambda t: turn[t.figure.id])
    else:
        points = sorted((desk.figures[i] for i in ids), key=lambda t: (t.day, recency(t)))
    stood_by = {_bounds_of(t) for t in points if t.figure.id not in row.overtaken}
    points = [t for t in points if t.figure.id not in row.overtaken or _bounds_of(t) not in stood_by]
    shown: list[Told] = []
    for t in points:  # one of each value: the first who tells it
        if all(_bounds_of(t) != _bounds_of(u) for u in shown):
            shown.append(t)
    if row.relation == "conflict" and not bearing:  # no two that stand side by side carry it: then those of one day
        shown = [t for t in shown if any(u is not t and u.day[:10] == t.day[:10] for u in shown)] or shown
    if row.relation == "evolve" and shown and _bounds_of(points[-1]) != _bounds_of(shown[-1]):
        shown.append(points[-1])  # it came back to an earlier value
    return shown[-MOST_POINTS:]


def _bounds_of(told: Told) -> tuple[float | None, float | None]:
    return told.figure.low, told.figure.high


def _series_line(desk: Desk, row: Series, shown: list[Told]) -> BriefLine:
    relation, english = RELATIONS[relation_of(row)]
    what = row.what.partition(", ")[0]
    name, name_en = ASKED_FIRST.get(row.measure, (what, what))
    if row.measure == "money" and (purpose := what.partition(": ")[2]):
        name, name_en = f"{name} ({purpose})", f"{name_en} ({purpose})"
    if row.measure == "age":
        name_en = f"age:{what.partition(':')[2]}"
    arrow = BETWEEN[relation_of(row)]
    figures = [desk.figures[i].place for i in row.figures if i in desk.figures]
    reports, independent = desk.counted(figures, row.reports, row.independent)

    def tell(t: Told, in_english: bool) -> str:
        day = f", {local_day(t.day, english=in_english)}" if t.day else ""
        return f"{amount(t.figure, english=in_english)} ({t.who or outlet_of(t.reading)}{day})"

    return BriefLine(
        kind="differs",
        text=f"{capital(name)}{scope(row)}, {relation}: {arrow.join(tell(t, False) for t in shown)}",
        english=f"{capital(name_en)}{scope(row)}, {english}: {arrow.join(tell(t, True) for t in shown)}",
        refs=(row.id,),
        evidence=tuple(t.place for t in shown),
        rule=f"series-{relation_of(row)}",
        reports=reports,
        independent=independent,
    )


def _check_line(desk: Desk, check: Check, figures: list[Told]) -> BriefLine:
    def tell(why: str, in_english: bool) -> str:
        amounts = (f"{amount(t.figure, english=in_english)} ({outlet_of(t.reading)})" for t in figures[:MOST_POINTS])
        return f"{'Figures do not add up' if in_english else 'Angka tidak cocok'}, {why}: {', '.join(amounts)}"

    return _line_of(desk, check, tuple(t.place for t in figures), tell)


def _slip_line(desk: Desk, check: Check, places: tuple[Place, ...]) -> BriefLine:
    told = f"“{shortened(desk.passage(places[0]))}” ({desk.outlets(dict.fromkeys(p.article for p in places))})"

    def tell(why: str, in_english: bool) -> str:
        return f"{'Weekday and date do not fit' if in_english else 'Hari dan tanggal tidak cocok'}: {told}; {why}"

    return _line_of(desk, check, places, tell)


def _hour_line(desk: Desk, check: Check, places: tuple[Place, ...]) -> BriefLine:
    told = _both(desk, places)

    def tell(why: str, in_english: bool) -> str:
        return f"{'Another hour, ' if in_english else 'Jam berbeda, '}{why}: {told}"

    return _line_of(desk, check, places, tell)


def _dispute_line(desk: Desk, dispute: Dispute, places: tuple[Place, ...]) -> BriefLine:
    outlets = desk.outlets(dict.fromkeys(p.article for p in places))
    # a correction may be overtaken itself: its day tells
    day = day_of(desk.by_article[places[0].article]) if dispute.kind == "correction" and len(places) == 1 else ""
    words = " ".join(desk.passage(places[0]).split()).rstrip(" .")
    if dispute.rule == "denied-elsewhere":
        return _line_of(
            desk, dispute, places, lambda why, _: f"{capital(why.partition(':')[0])}: {_both(desk, places)}"
        )
    who = _unnamed(desk, dispute, words)
    # behind the passages of the reports that tell it those of what is denied or corrected
    answered = next((p for p in dispute.evidence[dispute.reports :] if p.article in desk.told), None)
    if answered is not None:
        both = _both(desk, (places[0], answered), MOST_OF_DISPUTE)
        return _line_of(desk, dispute, places, lambda why, _: f"{capital(why.partition(':')[0])}: {both}")
    most = MOST_OF_CORRECTION if dispute.kind == "correction" else MOST_OF_DISPUTE

    def tell(why: str, in_english: bool) -> str:
        """The whole passage, apart where it is glued, in the place of a part of it, where it is short enough: both sides stand in it."""
        head, mark, part = why.partition("“")
        if mark:
            head = f"{head.rstrip(' :')} ({who}): " if who else head
            why = f"{head}“{words}”" if len(words) <= most else f"{head}“{part}"
        return f"{capital(why)} ({outlets}{f', {local_day(day, english=in_english)}' if day else ''})"

    return _line_of(desk, dispute, places, tell)


def _both(desk: Desk, places: Sequence[Place], most: int = 200) -> str:
    """A denial and the claim that it stands against, each with its outlet."""
    told = (f"“{shortened(desk.passage(p), most)}” ({outlet_of(desk.by_article[p.article])})" for p in places[:2])
    return " ≠ ".join(told)


def _unnamed(desk: Desk, dispute: Dispute, words: str) -> str | None:
    """Who denies or opposes, where the passage itself has no word of the name: `Ia membantah …`, `Pihaknya menepis …`."""
    told = desk.statements.get(dispute.statement or "")
    name = told.speaker.name if told and told.speaker else None
    there = {w.strip(".,:;()“”\"'").lower() for w in words.split()}
    return name if name and there.isdisjoint(name.lower().split()) else None


def _line_of(
    desk: Desk, found: Check | Dispute, places: tuple[Place, ...], tell: Callable[[str, bool], str]
) -> BriefLine:
    """The line of what does not fit; `tell` puts why it does not into a whole, in Indonesian or in English."""
    if isinstance(found, Check):
        rule, figures, (reports, independent) = "check", found.figures, desk.counted(places)
    else:
        rule, figures, reports, independent = "dispute", (), found.reports, found.independent
    return BriefLine(
        kind="differs",
        text=tell(found.why, False),
        english=tell(found.english or found.why, True),
        refs=(found.id, *figures),
        evidence=places,
        rule=f"{rule}-{found.kind}",
        reports=reports,
        independent=independent,
    )


def _pair_line(
    desk: Desk, pair: list[Statement], sign: str, rule: str, sides: Mapping[str, tuple[Place, ...]] | None = None
) -> BriefLine:
    """Two statements side by side; `sides`: what is shown of each by its id, from the cue on where that turns it."""

    def said(s: Statement, nobody: str) -> str:
        who = (s.speaker.name or s.speaker.text) if s.speaker else None
        shown = (sides or {}).get(s.id) or tuple(places_of([s]))
        return f"{who or nobody} ({outlet_of(desk.by_article[s.article])}): “{shortened(desk.passage(shown[0]))}”"

    places = tuple(((sides or {}).get(s.id) or tuple(places_of([s])))[0] for s in pair)
    reports, independent = desk.counted(places)
    return BriefLine(
        kind="differs",
        text=sign.join(said(s, "Tanpa nama") for s in pair),
        english=sign.join(said(s, "Unnamed") for s in pair),
        refs=tuple(s.id for s in pair),
        evidence=places,
        rule=rule,
        reports=reports,
        independent=independent,
    )
