"""The three things that an editor with two minutes must know, each with its passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runut.model import BriefLine, Check, Family, Figure, Happening, Place, Reading, Series, Statement, Story

# What an editor asks first; at most MOST_CURRENT of them are told.
ASKED_FIRST = {
    "killed": ("korban tewas", "killed"),
    "missing": ("hilang", "missing"),
    "injured": ("luka-luka", "injured"),
    "displaced": ("mengungsi", "displaced"),
    "evacuated": ("dievakuasi", "evacuated"),
    "rescued": ("diselamatkan", "rescued"),
    "hostages": ("disandera", "hostages"),
    "arrested": ("ditangkap/ditahan", "arrested"),
    "affected": ("terdampak", "affected"),
    "houses": ("rumah", "houses"),
    "buildings_damaged": ("bangunan rusak", "buildings damaged"),
    "buildings_burned": ("bangunan terbakar", "buildings burned"),
    "troops": ("pasukan", "troops"),
    "participants": ("peserta", "participants"),
    "vehicles": ("kendaraan", "vehicles"),
    "aircraft": ("pesawat", "aircraft"),
    "magnitude": ("magnitudo", "magnitude"),
    "money": ("nilai uang", "money"),
}
MOST_CURRENT = 3
MOST_DIFFERENCES = 3
MOST_PLACES = 2
MOST_POINTS = 5
MOST_FAMILIES = 3
MOST_WORDS = 160
# Counts of people harmed, held or moved are told from any series; others where so large a part of the independent reports carries them: of
# nine such counts in eight real stories the three above it were the matter itself, five of the six below it a side matter.
OF_PEOPLE = ("killed", "missing", "injured", "displaced", "evacuated", "rescued", "hostages", "arrested")
GROWING = ("killed", "injured", "evacuated", "rescued", "arrested")
LEAST_SHARE = 0.2
# What fewer independent reports tell is not called the main thing.
MOST_TOLD_BY = 2
# With fewer lines of figures what most reports carry of what is said is told as well.
FEW_FIGURES = 2
# A figure that stands in no series is told only from the first sentences of its report: of 36 such figures in eight real stories 35 stand
# further down, and 27 of those are a part, background or of another event.
LEAD_SENTENCES = 3
RELATIONS = {
    "conflict": ("bertentangan", "in conflict"),
    "evolve": ("diperbarui", "updated"),
}
STATUSES = {
    "happened": ("terjadi", "happened"),
    "planned": ("direncanakan", "planned"),
    "alleged": ("diduga", "alleged"),
    "denied": ("dibantah", "denied"),
}


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with the report that carries it, the day that it holds for, and who says so by name."""

    figure: Figure
    reading: Reading
    day: str
    who: str | None
    turn: int
    """Its place among the figures of the story."""

    @property
    def place(self) -> Place:
        return Place(article=self.figure.article, start=self.figure.start, end=self.figure.end)


class _Desk:
    """A story as the lines are told from it: without reports of another event and findings that a person has rejected."""

    def __init__(self, story: Story) -> None:
        off = {o.article for o in story.off_story}
        self.story = story
        self.readings = tuple(r for r in story.readings if r.article.id not in off)
        self.by_article = {r.article.id: r for r in story.readings}
        self.family = {a: f.id for f in story.families for a in f.articles}
        gone = {
            s.id
            for r in story.judgements
            if r.state == "applied" and r.judgement.act == "reject"
            for s in r.judgement.subjects
        }
        self.statements = {s.id: s for r in self.readings for s in r.statements if s.id not in gone}
        self.events = {e.id: e for r in self.readings for e in r.events if e.id not in gone}
        self.figures: dict[str, _Told] = {}
        for r in self.readings:
            names = {s.id: s.speaker.name for s in r.statements if s.speaker}
            for f in r.figures:
                # the fuller of the words in the report ("Bagas") and the name that they stand for ("Bagas Prakoso")
                who = max(f.speaker, names.get(f.statement or "") or "", key=len) if f.speaker else None
                if f.id not in gone:
                    self.figures[f.id] = _Told(f, r, f.as_of or (r.anchor.day or ""), who, len(self.figures))

    def counted(self, places: Iterable[Place], reports: int = 0, independent: int = 0) -> tuple[int, int]:
        """How many reports carry a line and on how many independent ones it rests, counted where it is not told."""
        articles = {p.article for p in places}
        return reports or len(articles), independent or len({self.family.get(a, a) for a in articles})

    def outlets(self, articles: Iterable[str]) -> str:
        """The outlets of reports, each once, with how many reports it has where several."""
        told = Counter(_outlet(self.by_article[a]) for a in articles if a in self.by_article)
        return " & ".join(f"{name} ({n})" if n > 1 else name for name, n in told.items())


def write(story: Story) -> tuple[BriefLine, ...]:
    """The lines, in the order to be read: what is current, what differs, how many reports are independent."""
    desk = _Desk(story)
    return (*_current(desk), *_differs(desk), *_independence(desk))


def _current(desk: _Desk) -> Iterator[BriefLine]:
    """What happened, by most reports; then of each measure asked for first, the latest total; where few figures are, what is said.

    Rules: `most-told` (the happening that most independent reports tell), `most-said` (the saying that most carry), `latest-of-series`
    (the series that most families carry), `latest` (no series: a figure of a report's lead). Among figures of one day the later
    published, then the attributed, then the exact one.
    """
    yield from _most_told(desk)
    lines = 0
    for measure, names in ASKED_FIRST.items():
        for line in _latest(desk, measure, names):
            if lines < MOST_CURRENT:
                lines += 1
                yield line
    if lines < FEW_FIGURES:
        yield from _most_said(desk)


def _most_said(desk: _Desk) -> Iterator[BriefLine]:
    """The saying that most independent reports carry, where at least two do; of several the last said."""
    options = []
    for saying in desk.story.sayings:
        told = [desk.statements[i] for i in saying.statements if i in desk.statements]
        if told and saying.independent >= MOST_TOLD_BY:
            options.append((saying.independent, saying.reports, saying.day or "", saying.id, saying, told))
    if not options:
        return
    *_, saying, told = max(options, key=lambda o: o[:4])
    first = told[0]
    day, day_en = (f", {local_day(saying.day)}", f", {local_day(saying.day, english=True)}") if saying.day else ("", "")
    words = f"“{shortened(first.text, MOST_WORDS)}” ({_outlet(desk.by_article[first.article])}"
    yield BriefLine(
        kind="current",
        text=f"{_capital(saying.speaker)}: {words}{day})",
        english=f"{_capital(saying.speaker)}: {words}{day_en})",
        refs=(saying.id,),
        evidence=tuple(Place(article=s.article, start=s.start, end=s.end) for s in told),
        rule="most-said",
        reports=saying.reports,
        independent=saying.independent,
    )


def _most_told(desk: _Desk) -> Iterator[BriefLine]:
    """The happening that most independent reports tell, where at least two do."""
    options: list[tuple[int, int, str, tuple[Place, ...], str]] = []
    for happening in desk.story.happenings:
        events = [desk.events[i] for i in happening.events if i in desk.events]
        if events and any(s.status == "happened" for s in happening.standings):
            places = tuple(Place(article=e.article, start=e.start, end=e.end) for e in events)
            reports, independent = desk.counted(places, happening.reports, happening.independent)
            options.append((independent, reports, happening.date or "", places, happening.id))
    best = max(options, key=lambda o: (*o[:3], o[4]), default=None)
    if best is None or best[0] < MOST_TOLD_BY:
        return
    independent, reports, day, evidence, id_ = best
    first = evidence[0]
    reading = desk.by_article[first.article]
    words = shortened(reading.article.text[first.start : first.end], MOST_WORDS)
    dated, dated_en = (f"{local_day(day)}: ", f"{local_day(day, english=True)}: ") if day else ("", "")
    yield BriefLine(
        kind="current",
        text=f"{dated}{words} ({_outlet(reading)})",
        english=f"{dated_en}{words} ({_outlet(reading)})",
        refs=(id_,),
        evidence=evidence,
        rule="most-told",
        reports=reports,
        independent=independent,
    )


def _latest(desk: _Desk, measure: str, names: tuple[str, str]) -> Iterator[BriefLine]:
    """The latest totals of a measure: one, or one a place where the ledger counts them by place."""
    pools = []
    for row in desk.story.series:
        if row.measure == measure and row.relation != "incomparable":
            told = _countable(desk.figures[i] for i in row.figures if i in desk.figures)
            if told:
                pools.append((row, told))
    if not pools:
        lone = [t for t in _countable(t for t in desk.figures.values() if _leads(t)) if t.figure.measure == measure]
        if lone:
            yield _latest_line(desk, names, None, lone)
        return
    for row, told in _chosen(desk, measure, pools):
        if measure in OF_PEOPLE or row.independent >= max(2, LEAST_SHARE * len(desk.story.families)):
            yield _latest_line(desk, names, row, told)


def _latest_line(desk: _Desk, names: tuple[str, str], widest: Series | None, pool: list[_Told]) -> BriefLine:
    best = _best(widest, pool)
    same = [t for t in pool if (t.figure.low, t.figure.high) == (best.figure.low, best.figure.high)]
    told = [t for t in same if t.day == best.day]
    reports, independent = desk.counted([t.place for t in same])
    disputed = widest is not None and widest.relation == "conflict"
    doubt, doubt_en = (", laporan lain berbeda", ", other reports differ") if disputed else ("", "")
    return BriefLine(
        kind="current",
        text=f"{_capital(names[0])}{_scope(widest)}: {_amount(best.figure)}, {_as_of(best.day)}{_source(best)}{doubt}",
        english=f"{_capital(names[1])}{_scope(widest)}: {_amount(best.figure, english=True)}, "
        f"{_as_of(best.day, english=True)}"
        f"{_source(best, english=True)}{doubt_en}",
        refs=tuple(x for x in (best.figure.id, widest.id if widest else "") if x),
        evidence=tuple(t.place for t in sorted(same, key=lambda t: (t is not best, t not in told, t.turn))),
        rule="latest-of-series" if widest else "latest",
        reports=reports,
        independent=independent,
    )


def _scope(row: Series | None) -> str:
    """What parts a series from the others of its measure: `, Kota Lontar`; "" where nothing does."""
    _, comma, scope = row.what.partition(", ") if row else ("", "", "")
    return comma + scope


def _chosen(desk: _Desk, measure: str, pools: list[tuple[Series, list[_Told]]]) -> list[tuple[Series, list[_Told]]]:
    """The series to be told of a measure, one a place: among those that many carry the last, of a growing toll the highest.

    Counts of one harm that the ledger keeps apart ("six more found", "ten in all") differ in height; support alone would tell the part.
    A scope in small letters ("identified") is a part and gives way to the whole.
    """

    def support(told: list[_Told]) -> int:
        return desk.counted([t.place for t in told])[1]

    def key(pair: tuple[Series, list[_Told]]) -> tuple[str, float, int, str]:
        row, told = pair
        best = _best(row, told).figure
        height = (best.low if best.low is not None else best.high) or 0
        return max(t.day[:10] for t in told), height if measure in GROWING else 0, support(told), row.id

    whole = [(row, told) for row, told in pools if not _scope(row)[2:3].islower()] or pools
    most = max(support(told) for _, told in whole)
    by_place: dict[str, list[tuple[Series, list[_Told]]]] = {}
    for row, told in whole:
        if support(told) * 2 >= most:
            by_place.setdefault(_scope(row), []).append((row, told))
    chosen = [max(group, key=key) for group in by_place.values()]
    return sorted(chosen, key=lambda pair: (-support(pair[1]), pair[0].id))[:MOST_PLACES]


def _countable(told: Iterable[_Told]) -> list[_Told]:
    """The totals among figures that are told in numbers."""
    return [t for t in told if t.figure.part == "total" and _in_numbers(t.figure)]


def _in_numbers(figure: Figure) -> bool:
    """Whether a figure is a count: `belasan` and `puluhan` bound one and are none."""
    return figure.low == figure.high or None in (figure.low, figure.high) or any(map(str.isdigit, figure.text))


def _leads(told: _Told) -> bool:
    """Whether a figure stands in the first sentences of its report."""
    sentences = told.reading.sentences[:LEAD_SENTENCES]
    return bool(sentences) and told.figure.start < sentences[-1].end


def _best(row: Series | None, pool: list[_Told]) -> _Told:
    """The figure to be told: of those with the series' own value where it has one, the most recent."""
    if row is not None and row.best is not None:
        valued = [t for t in pool if t.figure.low == t.figure.high == row.best]
        pool = valued or pool
    # what agrees is one count: it is told as exactly as anyone tells it
    exact = row is not None and row.relation == "agree"
    return max(pool, key=lambda t: (not (exact and t.figure.approx), _recency(t)))


def _amount(figure: Figure, *, english: bool = False) -> str:
    """The value with what is counted: `14 orang`; money as it is written, with its currency."""
    if figure.measure == "money":
        return shortened(figure.text, 60)
    counted = figure.counted or ""
    if counted[1:2].islower():  # a sentence began with it; "WNI" stays
        counted = counted[0].lower() + counted[1:]
    return f"{bounds(figure, english=english)} {counted}".strip()


def _recency(told: _Told) -> tuple[str, str, bool, bool, int]:
    figure, reading = told.figure, told.reading
    published = reading.article.published or reading.credits.published or reading.anchor.day or ""
    return told.day[:10], published, figure.speaker is not None, figure.low == figure.high, told.turn


def _source(told: _Told, *, english: bool = False) -> str:
    if told.who:
        return f", {'said' if english else 'menurut'} {told.who} ({_outlet(told.reading)})"
    return (", in the voice of" if english else ", menurut") + f" {_outlet(told.reading)}"


def _outlet(reading: Reading) -> str:
    """The outlet of a report, else the name of the file or page that it came in."""
    return reading.credits.outlet or reading.article.outlet or reading.article.source.rstrip("/").rsplit("/", 1)[-1]


def _as_of(day: str, *, english: bool = False) -> str:
    if not day:
        return "undated" if english else "tanpa tanggal"
    return f"{'as of' if english else 'per'} {local_day(day, english=english)}"


def local_day(day: str, *, english: bool = False) -> str:
    """A day as it is written in digits: `9/1/2022`, in English `9 Jan 2022`; other values as they are."""
    year, _, rest = day[:10].partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and number.isdigit()):
        return day
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if english else f"{int(number)}/{int(month)}/{year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def bounds(figure: Figure, *, english: bool = False) -> str:
    """The value with its bounds: `164`, `≥ 3.700`, `100–200`, `± 2.500`; with the separators of the language."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.number.text
    if low is None:
        return f"≤ {digits(high, english=english)}"
    if high is None:
        return f"≥ {digits(low, english=english)}"
    if low != high:
        return f"{digits(low, english=english)}–{digits(high, english=english)}"
    return f"± {digits(low, english=english)}" if figure.approx else digits(low, english=english)


def digits(value: float | int | None, *, english: bool = False) -> str:
    """A number with its separators: `3.700` and `5,6`, in English `3,700` and `5.6`."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    return text if english else text.translate(str.maketrans(",.", ".,"))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


# The place of revisions among what differs: last.
REVISED = 5


def _differs(desk: _Desk) -> Iterator[BriefLine]:
    """Conflicts of figures first, then what does not add up, clashes of statements, what only some say happened, then revisions."""
    story = desk.story
    asked = list(ASKED_FIRST)
    lines: list[tuple[tuple[int, int, int, str], BriefLine]] = []
    for row in story.series:
        if row.relation in RELATIONS:
            points = _points(desk, row)
            place = asked.index(row.measure) if row.measure in asked else len(asked)
            rank = 0 if row.relation == "conflict" else REVISED
            if len(points) > 1 and (row.relation == "conflict" or row.independent > 1):
                lines.append(((rank, place, -row.independent, row.id), _series_line(desk, row, points)))
    for check in story.checks:
        figures = [desk.figures[i] for i in check.figures if i in desk.figures]
        if figures:
            lines.append(((1, min(t.turn for t in figures), 0, check.id), _check_line(desk, check, figures)))
    turn = {id_: n for n, id_ in enumerate(desk.statements)}
    for clash in story.clashes:
        if clash.a in turn and clash.b in turn:
            pair = sorted((clash.a, clash.b), key=turn.__getitem__)
            line = _pair_line(desk, [desk.statements[i] for i in pair], " ≠ ", f"clash-{clash.kind}")
            lines.append(((2, turn[pair[0]], turn[pair[1]], ""), line))
    for n, happening in enumerate(story.happenings):
        if len({s.status for s in happening.standings} & {"happened", "denied", "alleged"}) > 1:
            disputed = _happening_line(desk, happening)
            if disputed is not None:
                lines.append(((3, -happening.independent, n, ""), disputed))
    for n, position in enumerate(story.positions):
        told = [desk.statements[i] for i in position.statements if i in desk.statements]
        if len(told) > 1 and not _in_a_series(desk, told):
            lines.append(((4, n, 0, ""), _pair_line(desk, [told[0], told[-1]], " → ", "position")))
    told_of: set[tuple[int, int]] = set()
    shown = []
    for (rank, place, *_), line in sorted(lines, key=lambda pair: pair[0]):
        if rank != REVISED or (rank, place) not in told_of:  # one revision of a measure is enough here
            shown.append(line)
        told_of.add((rank, place))
    yield from shown[:MOST_DIFFERENCES]


def _in_a_series(desk: _Desk, told: list[Statement]) -> bool:
    """Whether one series tells the change of all these statements already."""
    ids = {s.id for s in told}
    return any(
        ids <= {desk.figures[i].figure.statement for i in row.figures if i in desk.figures} for row in desk.story.series
    )


def _points(desk: _Desk, row: Series) -> list[_Told]:
    """The figures that carry the relation of a series: those of the steps that have it, else all, by their days."""
    bearing = {i for step in row.steps if step.relation == row.relation for i in (step.a, step.b)}
    ids = [
        i
        for i in row.figures
        if i in desk.figures
        and _in_numbers(desk.figures[i].figure)
        and (not bearing or i in bearing or (row.best is not None and desk.figures[i].figure.low == row.best))
    ]
    points = sorted((desk.figures[i] for i in ids), key=lambda t: (t.day, _recency(t)))
    shown: list[_Told] = []
    for t in points:  # one of each value: the first who tells it
        if all(_bounds_of(t) != _bounds_of(u) for u in shown):
            shown.append(t)
    if row.relation == "evolve" and shown and _bounds_of(points[-1]) != _bounds_of(shown[-1]):
        shown.append(points[-1])  # it came back to an earlier value
    return shown[-MOST_POINTS:]


def _bounds_of(told: _Told) -> tuple[float | None, float | None]:
    return told.figure.low, told.figure.high


def _series_line(desk: _Desk, row: Series, shown: list[_Told]) -> BriefLine:
    relation, english = RELATIONS[row.relation]
    what = row.what.partition(", ")[0]
    name, name_en = ASKED_FIRST.get(row.measure, (what, what))
    arrow = " → " if row.relation == "evolve" else " ≠ "
    figures = [desk.figures[i].place for i in row.figures if i in desk.figures]
    reports, independent = desk.counted(figures, row.reports, row.independent)

    def tell(t: _Told, in_english: bool) -> str:
        day = f", {local_day(t.day, english=in_english)}" if t.day else ""
        return f"{_amount(t.figure, english=in_english)} ({t.who or _outlet(t.reading)}{day})"

    return BriefLine(
        kind="differs",
        text=f"{_capital(name)}{_scope(row)}, {relation}: {arrow.join(tell(t, False) for t in shown)}",
        english=f"{_capital(name_en)}{_scope(row)}, {english}: {arrow.join(tell(t, True) for t in shown)}",
        refs=(row.id,),
        evidence=tuple(t.place for t in shown),
        rule=f"series-{row.relation}",
        reports=reports,
        independent=independent,
    )


def _check_line(desk: _Desk, check: Check, figures: list[_Told]) -> BriefLine:
    reports, independent = desk.counted([t.place for t in figures])
    amounts = ", ".join(f"{_amount(t.figure)} ({_outlet(t.reading)})" for t in figures[:MOST_POINTS])
    amounts_en = ", ".join(f"{_amount(t.figure, english=True)} ({_outlet(t.reading)})" for t in figures[:MOST_POINTS])
    return BriefLine(
        kind="differs",
        text=f"Angka tidak cocok, {check.why}: {amounts}",
        english=f"Figures do not add up, {check.english or check.why}: {amounts_en}",
        refs=(check.id, *check.figures),
        evidence=tuple(t.place for t in figures),
        rule=f"check-{check.kind}",
        reports=reports,
        independent=independent,
    )


def _pair_line(desk: _Desk, pair: list[Statement], sign: str, rule: str) -> BriefLine:
    def said(s: Statement, nobody: str) -> str:
        who = (s.speaker.name or s.speaker.text) if s.speaker else None
        return f"{who or nobody} ({_outlet(desk.by_article[s.article])}): “{shortened(s.text)}”"

    return BriefLine(
        kind="differs",
        text=sign.join(said(s, "Tanpa nama") for s in pair),
        english=sign.join(said(s, "Unnamed") for s in pair),
        refs=tuple(s.id for s in pair),
        evidence=tuple(Place(article=s.article, start=s.start, end=s.end) for s in pair),
        rule=rule,
    )


def _happening_line(desk: _Desk, happening: Happening) -> BriefLine | None:
    """A happening that some reports tell as a fact and others do not."""
    local, english, evidence = [], [], []
    for standing in happening.standings:
        events = [desk.events[i] for i in standing.events if i in desk.events]
        if events and standing.status in STATUSES:
            outlets = desk.outlets(e.article for e in events)
            local.append(f"{STATUSES[standing.status][0]} ({outlets})")
            english.append(f"{STATUSES[standing.status][1]} ({outlets})")
            evidence += events
    if len(local) < 2:
        return None
    first = next(desk.events[i] for i in happening.events if i in desk.events)
    return BriefLine(
        kind="differs",
        text=f"“{shortened(first.text)}”: {' ≠ '.join(local)}",
        english=f"“{shortened(first.text)}”: {' ≠ '.join(english)}",
        refs=(happening.id,),
        evidence=tuple(Place(article=e.article, start=e.start, end=e.end) for e in evidence),
        rule="happening-status",
        reports=happening.reports,
        independent=happening.independent,
    )


def shortened(text: str, most: int = 120) -> str:
    """A text on one line, cut at a word with `…` when it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _independence(desk: _Desk) -> Iterator[BriefLine]:
    """How many reports there are and how many rest on nothing that another of them rests on."""
    story = desk.story
    if not story.readings:
        return
    copies = sorted((f for f in story.families if len(f.articles) > 1), key=lambda f: (-len(f.articles), f.id))
    words = [_family_words(desk, f) for f in copies[:MOST_FAMILIES]]
    more = len(copies) - len(words)
    local = "; ".join([w for w, _ in words] + ([f"{more} kelompok lain"] if more else []))
    english = "; ".join([w for _, w in words] + ([f"{more} more groups"] if more else []))
    reports, independent = len(story.readings), len(story.families)
    leads = [
        Place(article=r.article.id, start=r.sentences[0].start, end=r.sentences[0].end)
        for r in story.readings
        if r.sentences
    ]
    yield BriefLine(
        kind="independence",
        text=f"{reports} laporan, {independent} berdiri sendiri" + (f"; {local}" if local else ""),
        english=f"{reports} reports, {independent} independent" + (f"; {english}" if english else ""),
        refs=tuple(f.id for f in (copies or story.families)),
        evidence=tuple(p for f in copies for passage in f.passages[:1] for p in (passage.a, passage.b)) or tuple(leads),
        rule="families",
    )


def _family_words(desk: _Desk, family: Family) -> tuple[str, str]:
    """Which outlets' reports rest on which, or on one item that nobody of them wrote."""
    upstream = f" ({', '.join(family.upstream)})" if family.upstream else ""
    members = [a for a in desk.by_article if a in family.articles]
    if family.original in members:
        copies = desk.outlets(a for a in members if a != family.original)
        original = f"{desk.outlets([family.original or ''])}{upstream}"
        return f"{copies} bersumber dari {original}", f"{copies} made from {original}"
    outlets = desk.outlets(members)
    return f"{outlets} satu sumber{upstream}", f"{outlets} rest on one item{upstream}"
