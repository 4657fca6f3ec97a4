"""What is current: the main happening, the latest totals, what most reports carry of what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from runut.brief.desk import Desk, Told, in_numbers, outlet_of, recency, source_of
from runut.brief.words import ASKED_FIRST, amount, as_of, capital, is_unreal, local_day, points_back, scope, shortened
from runut.model import BriefLine, Event, Happening, Place, Series

MOST_CURRENT = 3
MOST_PLACES = 2
MOST_WORDS = 140
# Counts of people harmed, held or moved are told from any series or lead; others where so large a part of the independent reports has
# them: of nine such counts in eight real stories the three above it were the matter itself, five of the six below it a side matter.
OF_PEOPLE = ("killed", "missing", "injured", "displaced", "evacuated", "rescued", "hostages", "arrested")
LEAST_SHARE = 0.2
# Of these the last and highest count that many carry is the total; a lower one of the same day is a part of it.
GROWING = ("killed", "injured", "evacuated", "rescued", "arrested")
# What fewer independent reports tell is not called the main thing.
MOST_TOLD_BY = 2
MOSTLY_ABOUT_IT = 5
# With fewer lines of figures what most reports carry of what is said is told as well.
FEW_FIGURES = 2
# The lead of a report. A figure that stands in no series is told from a lead alone: of 36 such figures in eight real stories 35 stand
# further down, and 27 of those are a part, background or of another event.
LEAD_SENTENCES = 3
# What one report alone tells must share so many words of so many letters with its headline.
LEAST_OF_HEADLINE, SHORTEST_WORD = 3, 4


def lines(desk: Desk) -> Iterator[BriefLine]:
    """What happened, by most reports; then of each measure asked for first, the latest total; where few figures are, what is said.

    Rules: `most-told` (the happening that most independent reports tell), else `most-reported` (the line of the timeline that most have),
    `most-said` (the saying that most carry), `latest-of-series` (the series that most families carry), `latest` (no series: a figure of
    a report's lead); where none of these tells anything `only-told` (the happening of one report's headline and lead). Among figures
    of one day the later published, then the attributed, then the exact one.
    """
    told = list(_most_told(desk)) or list(_most_reported(desk))
    figures = [line for measure, names in ASKED_FIRST.items() for line in _latest(desk, measure, names)][:MOST_CURRENT]
    said = list(_most_said(desk)) if len(figures) < FEW_FIGURES else []
    yield from [*told, *figures, *said] or _only_told(desk)


def _most_said(desk: Desk) -> Iterator[BriefLine]:
    """The saying that most independent reports carry, where at least two do; of several the last said."""
    options = []
    for saying in desk.story.sayings:
        told = [desk.statements[i] for i in saying.statements if i in desk.statements]
        if told and saying.independent >= MOST_TOLD_BY:
            options.append((saying.independent, saying.reports, saying.day or "", -desk.turn[told[0].id], saying, told))
    if not options:
        return
    *_, saying, told = max(options, key=lambda o: o[:4])
    first = told[0]
    day, day_en = (f", {local_day(saying.day)}", f", {local_day(saying.day, english=True)}") if saying.day else ("", "")
    words = f"“{shortened(first.text, MOST_WORDS)}” ({outlet_of(desk.by_article[first.article])}"
    yield BriefLine(
        kind="current",
        text=f"{capital(saying.speaker)}: {words}{day})",
        english=f"{capital(saying.speaker)}: {words}{day_en})",
        refs=(saying.id,),
        evidence=tuple(Place(article=s.article, start=s.start, end=s.end) for s in told),
        rule="most-said",
        reports=saying.reports,
        independent=saying.independent,
    )


def _most_told(desk: Desk) -> Iterator[BriefLine]:
    """The happening that the leads of most independent reports tell, where at least two do; in the sentence that tells least besides it,
    one that needs the sentence before it only where there is no other.

    What many mention further down is background: the blockade behind a voyage, the accident behind a find.
    """
    options: list[tuple[int, int, str, int, Happening]] = []
    for happening in desk.story.happenings:
        events = [desk.events[i] for i in happening.events if i in desk.events]
        leads = [e for e in events if desk.sentence(e) < LEAD_SENTENCES and e.status == "happened"]
        led = desk.counted([_place(e) for e in leads])[1]
        if led >= MOST_TOLD_BY:
            turn = min(desk.turn[e.id] for e in events)
            options.append((led, happening.independent, happening.date or "", -turn, happening))
    for *_, happening in sorted(options, key=lambda o: o[:4], reverse=True):
        events = [desk.events[i] for i in happening.events if i in desk.events]
        first = min(
            events,
            key=lambda e: (
                _aside(desk, e),
                points_back(desk.words(e)),
                e.date is None,
                -_share(desk, e),
                desk.sentence(e),
                desk.turn[e.id],
            ),
        )
        if not _aside(desk, first):
            yield _told(desk, happening, first, events)
            return


def _only_told(desk: Desk) -> Iterator[BriefLine]:
    """What the lead of one report alone tells: the happening that shares most words with that report's headline, at least some.

    Of several the one that stands first, then the oldest report's.
    """
    options = []
    for event in desk.events.values():
        words = desk.words(event)
        if desk.sentence(event) < LEAD_SENTENCES and not (
            _aside(desk, event) or points_back(words) or is_unreal(words) or "?" in words
        ):
            shared = len(_long_words(desk.by_article[event.article].article.title or "") & _long_words(event.text))
            if shared >= LEAST_OF_HEADLINE:
                options.append((shared, -desk.sentence(event), -desk.turn[event.id], event))
    if options:
        *_, event = max(options, key=lambda o: o[:3])
        retold = next((h for h in desk.story.happenings if event.id in h.events), None)
        others = [desk.events[i] for i in retold.events if i in desk.events and i != event.id] if retold else []
        yield _happening_line(desk, event, others, event.date, (retold.id,) if retold else (), "only-told")


def _long_words(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) >= SHORTEST_WORD}


def _most_reported(desk: Desk) -> Iterator[BriefLine]:
    """The line of the timeline that the leads of most independent reports tell in their own voice, where at least two do; of several the
    last. One that a passage denies or puts in the future is none: sentences may be alike but for a `tidak`.
    """
    options = []
    for n, m in enumerate(desk.story.timeline):
        led = desk.counted(p for p in m.evidence if desk.sentence(p) < LEAD_SENTENCES)[1] if m.kind != "said" else 0
        own = desk.sentence(m.evidence[0]) < LEAD_SENTENCES and not points_back(m.text)
        plain = own and not any(mark in m.text for mark in '"“”')
        if (
            plain
            and min(led, m.independent) >= MOST_TOLD_BY
            and not any(is_unreal(desk.passage(p)) for p in m.evidence)
        ):
            options.append((led, m.independent, m.date, -n, m))
    if not options:
        return
    *_, moment = max(options, key=lambda o: o[:4])
    words = shortened(moment.text, MOST_WORDS)
    outlet = outlet_of(desk.by_article[moment.evidence[0].article])
    dated, dated_en = "", ""
    if (day := moment.happened) and len(day) >= len("2031-04-03") and "/" not in day:
        dated, dated_en = f"{local_day(day)}: ", f"{local_day(day, english=True)}: "
    yield BriefLine(
        kind="current",
        text=f"{dated}{words} ({outlet})",
        english=f"{dated_en}{words} ({outlet})",
        refs=(),
        evidence=moment.evidence,
        rule="most-reported",
        reports=moment.reports,
        independent=moment.independent,
    )


def _told(desk: Desk, happening: Happening, first: Event, events: list[Event]) -> BriefLine:
    others = [e for e in events if e is not first]
    line = _happening_line(desk, first, others, happening.date or first.date, (happening.id,), "most-told")
    reports, independent = desk.counted(line.evidence, happening.reports, happening.independent)
    return replace(line, reports=reports, independent=independent)


def _happening_line(
    desk: Desk, first: Event, others: list[Event], day: str | None, refs: tuple[str, ...], rule: str
) -> BriefLine:
    evidence = tuple(_place(e) for e in (first, *others))
    reports, independent = desk.counted(evidence)
    reading = desk.by_article[first.article]
    words = shortened(desk.words(first), MOST_WORDS)
    dated, dated_en = "", ""
    if day and len(day) >= len("2031-04-03") and "/" not in day:
        dated, dated_en = f"{local_day(day)}: ", f"{local_day(day, english=True)}: "
    return BriefLine(
        kind="current",
        text=f"{dated}{words} ({outlet_of(reading)})",
        english=f"{dated_en}{words} ({outlet_of(reading)})",
        refs=refs,
        evidence=evidence,
        rule=rule,
        reports=reports,
        independent=independent,
    )


def _aside(desk: Desk, event: Event) -> bool:
    """Whether the sentence of an event is somebody's words, or mostly about something else."""
    return (
        event.status != "happened"
        or any(mark in desk.words(event) for mark in '"“”')
        or _share(desk, event) < MOSTLY_ABOUT_IT
    )


def _share(desk: Desk, event: Event) -> int:
    """How much of its sentence an event takes, in tenths."""
    return 10 * len(event.text) // max(len(desk.words(event)), 1)


def _place(event: Event) -> Place:
    return Place(article=event.article, start=event.start, end=event.end)


def _latest(desk: Desk, measure: str, names: tuple[str, str]) -> Iterator[BriefLine]:
    """The latest totals of a measure: one, or one a place where the ledger counts them by place."""
    pools = []
    for row in desk.story.series:
        if row.measure == measure and row.relation != "incomparable":
            told = _standing(row, _countable(desk.figures[i] for i in row.figures if i in desk.figures))
            if told and not all(map(desk.is_past, told)):
                pools.append((row, told))
    if not pools:
        lone = [
            t
            for t in _countable(t for t in desk.figures.values() if desk.sentence(t.figure) < LEAD_SENTENCES)
            if t.figure.measure == measure and not desk.is_past(t)
        ]
        if lone and (measure in OF_PEOPLE or _is_widely_told(desk, lone)):
            yield _latest_line(desk, names, None, lone)
        return
    for row, told in _chosen(desk, measure, pools):
        if measure in OF_PEOPLE or row.independent >= max(2, LEAST_SHARE * len(desk.story.families)):
            yield _latest_line(desk, names, row, told)


def _is_widely_told(desk: Desk, pool: list[Told]) -> bool:
    """Whether the figure that would be told of these stands in two independent reports, or in the only one that there is."""
    best = _best(None, pool).figure
    same = [t.place for t in pool if (t.figure.low, t.figure.high) == (best.low, best.high)]
    return desk.counted(same)[1] >= min(2, len(desk.story.families))


def _latest_line(desk: Desk, names: tuple[str, str], widest: Series | None, pool: list[Told]) -> BriefLine:
    best = _best(widest, pool)
    same = [t for t in pool if (t.figure.low, t.figure.high) == (best.figure.low, best.figure.high)]
    told = [t for t in same if t.day == best.day]
    reports, independent = desk.counted([t.place for t in same])
    disputed = widest is not None and widest.relation == "conflict"
    doubt, doubt_en = (", laporan lain berbeda", ", other reports differ") if disputed else ("", "")
    return BriefLine(
        kind="current",
        text=f"{capital(names[0])}{scope(widest)}: {amount(best.figure)}, {as_of(best.day)}{source_of(best)}{doubt}",
        english=f"{capital(names[1])}{scope(widest)}: {amount(best.figure, english=True)}, "
        f"{as_of(best.day, english=True)}"
        f"{source_of(best, english=True)}{doubt_en}",
        refs=tuple(x for x in (best.figure.id, widest.id if widest else "") if x),
        evidence=tuple(t.place for t in sorted(same, key=lambda t: (t is not best, t not in told, t.turn))),
        rule="latest-of-series" if widest else "latest",
        reports=reports,
        independent=independent,
    )


def _chosen(desk: Desk, measure: str, pools: list[tuple[Series, list[Told]]]) -> list[tuple[Series, list[Told]]]:
    """The series to be told of a measure, one a place: among those that many carry the last, of a growing toll the highest.

    Counts of one harm that the ledger keeps apart ("six more found", "ten in all") differ in height; support alone would tell the part.
    A scope in small letters ("identified") is a part and gives way to the whole.
    """

    def support(told: list[Told]) -> int:
        return desk.counted([t.place for t in told])[1]

    def key(pair: tuple[Series, list[Told]]) -> tuple[str, float, int, int]:
        row, told = pair
        best = _best(row, told).figure
        height = (best.low if best.low is not None else best.high) or 0
        return max(t.day[:10] for t in told), height if measure in GROWING else 0, support(told), -_first(told)

    whole = [(row, told) for row, told in pools if not scope(row)[2:3].islower()] or pools
    most = max(support(told) for _, told in whole)
    by_place: dict[str, list[tuple[Series, list[Told]]]] = {}
    for row, told in whole:
        if support(told) * 2 >= most:
            by_place.setdefault(scope(row), []).append((row, told))
    chosen = [max(group, key=key) for group in by_place.values()]
    return sorted(chosen, key=lambda pair: (-support(pair[1]), _first(pair[1])))[:MOST_PLACES]


def _first(told: list[Told]) -> int:
    return min(t.turn for t in told)


def _countable(told: Iterable[Told]) -> list[Told]:
    """The totals among figures that are told in numbers."""
    return [t for t in told if t.figure.part == "total" and in_numbers(t.figure)]


def _standing(row: Series, told: list[Told]) -> list[Told]:
    """The figures that their reports stand by; all, where none is."""
    return [t for t in told if t.figure.id not in row.overtaken] or told


def _best(row: Series | None, pool: list[Told]) -> Told:
    """The figure to be told: of those with the series' own value where it has one, the most recent."""
    if row is not None and row.best is not None:
        valued = [t for t in pool if t.figure.low == t.figure.high == row.best]
        pool = valued or pool
    # what agrees is one count: it is told as exactly as anyone tells it
    exact = row is not None and row.relation == "agree"
    return max(pool, key=lambda t: (not (exact and t.figure.approx), recency(t)))
