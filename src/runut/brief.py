"""The three things that an editor with two minutes must know, each with its passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runut.model import BriefLine, Clash, Family, Figure, Place, Reading, Series, Statement, Story

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
    "money": ("rupiah/uang", "money"),
}
MOST_CURRENT = 3
MOST_DIFFERENCES = 3
MOST_POINTS = 5
RELATIONS = {
    "conflict": ("bertentangan", "in conflict"),
    "evolve": ("diperbarui", "updated"),
    "incomparable": ("beda cakupan", "of different scope"),
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


def write(story: Story) -> tuple[BriefLine, ...]:
    """The lines, in the order to be read: what is current, what differs, how many reports are independent."""
    told: dict[str, _Told] = {}
    for r in story.readings:
        names = {s.id: s.speaker.name for s in r.statements if s.speaker}
        for f in r.figures:
            # the fuller of the words in the report ("Bagas") and the name that they stand for ("Bagas Prakoso")
            who = max(f.speaker, names.get(f.statement or "") or "", key=len) if f.speaker else None
            told[f.id] = _Told(f, r, f.as_of or (r.anchor.day or ""), who, len(told))
    return (*_current(story, told), *_differs(story, told), *_independence(story))


def _current(story: Story, told: Mapping[str, _Told]) -> Iterator[BriefLine]:
    """Of each measure asked for first, the latest total: of its widest series, else of any report.

    Rules: `latest-of-series` (the series that most families carry), `latest` (no series). Among figures of one day the later
    published, then the attributed, then the exact one.
    """
    lines = 0
    for measure, (name, english) in ASKED_FIRST.items():
        rows = [s for s in story.series if s.measure == measure and s.relation != "incomparable"]
        widest = max(rows, key=lambda s: (s.independent, len(s.figures), s.id), default=None)
        pool = [told[i] for i in widest.figures if i in told] if widest else list(told.values())
        pool = [t for t in pool if t.figure.measure == measure and t.figure.part == "total"]
        if not pool or lines == MOST_CURRENT:
            continue
        rounded = (
            widest is not None and widest.relation == "agree"
        )  # what agrees is one count: tell it as exactly as anyone
        best = max(pool, key=lambda t: (not (rounded and t.figure.approx), _recency(t)))
        same_day = [
            t
            for t in pool
            if t.day == best.day and (t.figure.low, t.figure.high) == (best.figure.low, best.figure.high)
        ]
        others = {t.reading.article.id for t in same_day}
        counted = f" ({best.figure.counted})" if best.figure.counted else ""
        who, by = _source(best, english=False), _source(best, english=True)
        more, more_en = (f"; {len(others)} laporan", f"; {len(others)} reports") if len(others) > 1 else ("", "")
        lines += 1
        yield BriefLine(
            kind="current",
            text=f"{_capital(name)}: {bounds(best.figure)}{counted}, {_as_of(best.day, english=False)}{who}{more}",
            english=f"{_capital(english)}: {bounds(best.figure, english=True)}{counted}, {_as_of(best.day, english=True)}{by}{more_en}",
            refs=tuple(x for x in (best.figure.id, widest.id if widest else "") if x),
            evidence=tuple(t.place for t in sorted(same_day, key=lambda t: (t is not best, t.turn))),
            rule="latest-of-series" if widest else "latest",
        )


def _recency(told: _Told) -> tuple[str, str, bool, bool, int]:
    figure, reading = told.figure, told.reading
    published = reading.article.published or reading.credits.published or reading.anchor.day or ""
    return told.day[:10], published, figure.speaker is not None, figure.low == figure.high, told.turn


def _source(told: _Told, *, english: bool) -> str:
    if told.who:
        return f", {'said' if english else 'menurut'} {told.who} ({_outlet(told.reading)})"
    return (", in the voice of" if english else ", menurut") + f" {_outlet(told.reading)}"


def _outlet(reading: Reading) -> str:
    """The outlet of a report, else the name of the file or page that it came in."""
    return reading.credits.outlet or reading.article.outlet or reading.article.source.rstrip("/").rsplit("/", 1)[-1]


def _as_of(day: str, *, english: bool) -> str:
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


def _differs(story: Story, told: Mapping[str, _Told]) -> Iterator[BriefLine]:
    """Conflicts first, then clashes of statements, then revisions, then what cannot be set side by side."""
    rank = {"conflict": 0, "evolve": 2, "incomparable": 3}
    asked = list(ASKED_FIRST)
    lines: list[tuple[tuple[int, int, int, str], BriefLine]] = []
    for row in story.series:
        if row.relation not in rank:
            continue
        points = sorted((told[i] for i in row.figures if i in told), key=lambda t: (t.day, _recency(t)))
        place = asked.index(row.measure) if row.measure in asked else len(asked)
        lines.append(((rank[row.relation], place, -len(points), row.id), _series_line(row, points)))
    statements = {s.id: s for r in story.readings for s in r.statements}
    turn = {id_: n for n, id_ in enumerate(statements)}
    for clash in story.clashes:
        if clash.a in statements and clash.b in statements:
            first, second = sorted((clash.a, clash.b), key=turn.__getitem__)
            line = _clash_line(clash, statements[first], statements[second])
            lines.append(((1, turn[first], turn[second], ""), line))
    for _, line in sorted(lines, key=lambda pair: pair[0])[:MOST_DIFFERENCES]:
        yield line


def _series_line(row: Series, points: list[_Told]) -> BriefLine:
    relation, english = RELATIONS[row.relation]
    name, name_en = ASKED_FIRST.get(row.measure, (row.what, row.what))
    shown: list[_Told] = []
    for t in points:  # one of each value: the first who tells it, and in a revision each time that it changes
        before = shown[-1:] if row.relation == "evolve" else shown
        if all((bounds(t.figure), t.figure.counted) != (bounds(u.figure), u.figure.counted) for u in before):
            shown.append(t)
    shown = shown[-MOST_POINTS:]
    arrow = " → " if row.relation == "evolve" else " ≠ " if row.relation == "conflict" else " | "

    def tell(t: _Told, in_english: bool) -> str:
        counted = f" {t.figure.counted}" if t.figure.counted else ""
        day = f", {local_day(t.day, english=in_english)}" if t.day else ""
        return f"{bounds(t.figure, english=in_english)}{counted} ({t.who or _outlet(t.reading)}{day})"

    return BriefLine(
        kind="differs",
        text=f"{_capital(name)}, {relation}: {arrow.join(tell(t, False) for t in shown)}",
        english=f"{_capital(name_en)}, {english}: {arrow.join(tell(t, True) for t in shown)}",
        refs=(row.id,),
        evidence=tuple(t.place for t in shown),
        rule=f"series-{row.relation}",
    )


def _clash_line(clash: Clash, a: Statement, b: Statement) -> BriefLine:
    def said(s: Statement, nobody: str) -> str:
        who = (s.speaker.name or s.speaker.text) if s.speaker else None
        return f"{who or nobody}: “{shortened(s.text)}”"

    return BriefLine(
        kind="differs",
        text=f"{said(a, 'Tanpa nama')} ≠ {said(b, 'Tanpa nama')}",
        english=f"{said(a, 'Unnamed')} ≠ {said(b, 'Unnamed')}",
        refs=(a.id, b.id),
        evidence=(
            Place(article=a.article, start=a.start, end=a.end),
            Place(article=b.article, start=b.start, end=b.end),
        ),
        rule=f"clash-{clash.kind}",
    )


def shortened(text: str, most: int = 120) -> str:
    """A text on one line, cut at a word with `…` when it is longer than `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _independence(story: Story) -> Iterator[BriefLine]:
    """How many reports there are and how many rest on nothing that another of them rests on."""
    if not story.readings:
        return
    reports, independent = len(story.readings), len(story.families)
    copies = [f for f in story.families if len(f.articles) > 1]
    by_id = {r.article.id: r for r in story.readings}
    told = _family_words(copies, by_id)
    leads = [
        Place(article=r.article.id, start=r.sentences[0].start, end=r.sentences[0].end)
        for r in story.readings
        if r.sentences
    ]
    yield BriefLine(
        kind="independence",
        text=f"{reports} laporan, {independent} berdiri sendiri" + (f"; {told[0]}" if told else ""),
        english=f"{reports} reports, {independent} independent" + (f"; {told[1]}" if told else ""),
        refs=tuple(f.id for f in (copies or story.families)),
        evidence=tuple(p for f in copies for passage in f.passages[:1] for p in (passage.a, passage.b)) or tuple(leads),
        rule="families",
    )


def _family_words(copies: list[Family], by_id: Mapping[str, Reading]) -> tuple[str, str] | None:
    if not copies:
        return None
    local, english = [], []
    for family in copies:
        members = set(family.articles)
        outlets = [_outlet(reading) for article, reading in by_id.items() if article in members]
        upstream = f" ({', '.join(family.upstream)})" if family.upstream else ""
        local.append(f"{' & '.join(outlets)} satu sumber{upstream}")
        english.append(f"{' & '.join(outlets)} rest on one item{upstream}")
    return "; ".join(local), "; ".join(english)
