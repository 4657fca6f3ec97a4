"""Figures side by side: each series with its verdicts, its values under the profiles, its drawing; and what does not add up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from runut.exports import charts
from runut.exports.charts import Chart, Link, Point
from runut.exports.judged import Sign
from runut.exports.passages import Citation, Excerpt, Sources, readable, showable
from runut.model import Figure, Series, Step

# Within a measure conflicts stand first and what cannot be compared last; between them the widest carried come first.
RELATION_RANK = {"conflict": 0, "incomparable": 2}

# So many series of a measure are shown at first.
SERIES_SHOWN = 4
# Rows that a series shows at first; where nothing differs a few are enough.
ROWS_SHOWN = 8
ROWS_OF_ONE_VALUE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words, once for all places that tell it of the same source and day."""

    value: str
    words: Excerpt
    counted: str
    part: str
    source: str
    named: bool
    day: str
    place: str
    citations: tuple[Citation, ...]
    signs: tuple[Sign, ...]
    ids: tuple[str, ...]
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """From one value to the next: both as written, with the passage of each, the relation, and why."""

    before: str
    before_href: str
    after: str
    after_href: str
    relation: str
    days: str
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class Value:
    """The story's value as a profile of coders gives it, with its rule and the figures it stands on."""

    profile: str
    best: str
    bounds: str
    why: str
    rule: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A series: its relation, the value now, who carries it, its verdicts, its drawing and its rows."""

    id: str
    what: str
    relation: str
    now: str
    bounds: str
    as_of: str
    support: str
    why: str
    rule: str
    verdicts: tuple[Verdict, ...]
    values: tuple[Value, ...]
    values_differ: bool
    rows: tuple[Row, ...]
    shown: int
    chart: Chart | None
    chart_label: str
    signs: tuple[Sign, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Figures that do not add up, or days told wrongly: which, and why."""

    kind: str
    why: str
    rule: str
    figures: tuple[tuple[str, Citation], ...]
    signs: tuple[Sign, ...]


class Ledger:
    """The figures of an account, set side by side."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._wording = sources.wording
        self._account = sources.account
        self._figures = {f.id: f for f in sources.account.figures}

    def measures(self) -> tuple[tuple[str, tuple[Series, ...], tuple[Series, ...]], ...]:
        """The series by measure, what is asked first first: those shown at once, and the rest. Within a measure those in conflict stand
        first and those that hold parts alone behind those that hold a total, which are shown without them.
        """
        by_measure: dict[str, list[Series]] = {measure: [] for measure in self._wording.values("measure")}
        for series in self._account.series:
            by_measure.setdefault(series.measure, []).append(series)
        out = []
        for measure, told in by_measure.items():
            told.sort(key=lambda s: (RELATION_RANK.get(s.relation, 1), -s.independent, -len(s.figures), s.id))
            whole = [s for s in told if not self._is_of_parts(s)]
            first = (whole or told)[:SERIES_SHOWN]
            rest = [s for s in (*whole, *(s for s in told if s not in whole)) if s not in first]
            if told:
                out.append((self._wording.label("measure", measure), tuple(first), tuple(rest)))
        return tuple(out)

    def _is_of_parts(self, series: Series) -> bool:
        told = [self._figures[i] for i in series.figures if i in self._figures]
        return series.relation == "agree" and all(f.part != "total" for f in told)

    def comparison(self, series: Series) -> Comparison:
        """A series, set out."""
        w = self._wording
        told = [self._figures[i] for i in series.figures if i in self._figures]
        told.sort(key=lambda f: (self._day(f) == "", self._day(f), self._sources.reports[f.article].published or ""))
        points, ids = self._points(told, series.overtaken)
        value = w.bounds(series.best, series.best, measure=series.measure)
        bounds = w.bounds(series.low, series.high, measure=series.measure)
        values = tuple(self._values(series))
        return Comparison(
            id=series.id,
            what=showable(series.what),
            relation=series.relation,
            now=value or bounds,
            bounds=bounds if value and bounds != value else "",
            as_of=self._as_of(series, told),
            support=self._sources.support(
                (f.article for f in told), series.reports, series.independent, self._named(series, told)
            ),
            why=showable(w.either(series.why, series.english)),
            rule=series.rule,
            verdicts=tuple(self._verdicts(series)),
            values=values,
            values_differ=len({(v.best, v.bounds) for v in values}) > 1,
            rows=tuple(self._rows(told, series.overtaken)),
            shown=ROWS_SHOWN if series.relation in ("conflict", "evolve") else ROWS_OF_ONE_VALUE,
            # one value everywhere needs no drawing
            chart=charts.lay_out(points, self._links(series, ids))
            if len({(p.low, p.high) for p in points}) > 1
            else None,
            chart_label=w(
                "chart.label", measure=w.label("measure", series.measure), points="; ".join(p.hint for p in points)
            ),
            signs=self._sources.judged.signs(series.figures),
            ids=series.figures,
        )

    def _as_of(self, series: Series, told: list[Figure]) -> str:
        """The last day for which the value of a series is told."""
        days = [d for f in told if series.best in (f.low, f.high) and (d := self._day(f))] if series.best else []
        return self._wording("series.as_of", day=self._wording.day(max(days), weekday=False)) if days else ""

    def _named(self, series: Series, told: list[Figure]) -> tuple[str, ...]:
        """The sources of a series by name, where all of its figures name one: an outlet's own voice is a source without a name."""
        return series.sources if all(f.speaker for f in told) else ()

    def _points(self, figures: list[Figure], overtaken: Collection[str]) -> tuple[list[Point], dict[str, int]]:
        """One point for each value of a day, labelled by the first that tells it and how many more do; and each figure's point.

        A value that is told only as overtaken is drawn as such; where another report stands by it, it is a value like any.
        """
        w, sources = self._wording, self._sources
        years = {day[:4] for f in figures if (day := self._day(f))}
        groups: dict[tuple[str, float | None, float | None], list[Figure]] = {}
        for figure in figures:
            groups.setdefault((self._day(figure), figure.low, figure.high), []).append(figure)
        points: list[Point] = []
        ids: dict[str, int] = {}
        for (day, low, high), told in groups.items():
            ids.update((f.id, len(points)) for f in told)
            standing = [f for f in told if f.id not in overtaken]
            first = next((f for f in standing or told if f.speaker), (standing or told)[0])
            voices = list(dict.fromkeys(f.speaker or sources.outlet(f.article) for f in standing or told))
            source = showable(first.speaker or sources.outlet(first.article))
            value = w.bounds(low, high, first.approx, first.measure)
            points.append(
                Point(
                    day=day,
                    day_label=w.day(day, weekday=False, year=len(years) > 1) or w("figures.undated"),
                    low=low,
                    high=high,
                    value=value,
                    source=source + (f" +{len(voices) - 1}" if len(voices) > 1 else ""),
                    named=first.speaker is not None,
                    hint=w("chart.point", value=value, source=source, day=w.day(day) or w("figures.undated"))
                    + ("" if standing else f" ({w('figures.overtaken')})"),
                    href=sources.cite(first).href,
                    overtaken=not standing,
                )
            )
        return points, ids

    def _links(self, series: Series, ids: dict[str, int]) -> Iterator[Link]:
        """The steps of a series from point to point, each way once."""
        links: dict[tuple[int, int], Step] = {}
        for step in series.steps:
            a, b = ids.get(step.a), ids.get(step.b)
            if a is not None and b is not None and a != b:
                links.setdefault((a, b), step)
        for (a, b), step in links.items():
            told = self._verdict(step)
            yield Link(a, b, step.relation, f"{told.before} → {told.after}: {told.why}")

    def _verdicts(self, series: Series) -> Iterator[Verdict]:
        """The verdicts from value to value, each once, those that differ first; what a series that agrees says itself is left out."""
        once: dict[tuple[frozenset[str], str, str], Verdict] = {}
        for step in series.steps:
            if step.a in self._figures and step.b in self._figures:
                told = self._verdict(step)
                plain = told.relation == "agree" and (series.relation == "agree" or told.before == told.after)
                if not plain:
                    once.setdefault((frozenset((told.before, told.after)), told.relation, told.rule), told)
        yield from sorted(once.values(), key=lambda v: v.relation == "agree")

    def _verdict(self, step: Step) -> Verdict:
        w = self._wording
        a, b = self._figures[step.a], self._figures[step.b]
        days = dict.fromkeys(w.day(self._day(f), weekday=False, year=False) for f in (a, b) if self._day(f))
        return Verdict(
            before=self._value(a),
            before_href=self._sources.cite(a).href,
            after=self._value(b),
            after_href=self._sources.cite(b).href,
            relation=step.relation,
            days=" → ".join(days),
            why=showable(w.either(step.why, step.english)),
            rule=step.rule,
        )

    def _values(self, series: Series) -> Iterator[Value]:
        w = self._wording
        for v in series.values:
            best = w.bounds(v.best, v.best, measure=series.measure)
            bounds = w.bounds(v.low, v.high, measure=series.measure)
            told = [self._figures[i] for i in v.figures if i in self._figures]
            yield Value(
                profile=w.label("profile", v.profile),
                best=best,
                bounds=bounds if bounds != best else "",
                why=showable(w.either(v.why, v.english)),
                rule=v.rule,
                citations=self._sources.cite_all(told),
            )

    def _rows(self, figures: Iterable[Figure], overtaken: Collection[str] = ()) -> Iterator[Row]:
        w = self._wording
        groups: dict[tuple[object, ...], list[Figure]] = {}
        for f in figures:
            groups.setdefault((f.id in overtaken, *self._row_of(f)), []).append(f)
        for told in groups.values():
            f = told[0]
            outlet = self._sources.outlet(f.article)
            yield Row(
                value=self._value(f),
                words=self._sources.setting(f),
                counted=showable(f.counted or ""),
                part=w(f"figures.part.{f.part}") if f.part in ("part", "increment") else "",
                source=showable(f.speaker) if f.speaker else w("figures.voice", outlet=outlet),
                named=f.speaker is not None,
                day=w.day(self._day(f)) or w("figures.undated"),
                place=showable(f.place or ""),
                citations=tuple(self._sources.cite(x, self._sources.rule(x.rule)) for x in told),
                signs=self._sources.judged.signs(x.id for x in told),
                ids=tuple(x.id for x in told),
                overtaken=f.id in overtaken,
            )

    def _row_of(self, figure: Figure) -> tuple[object, ...]:
        """What figures of one row have in common."""
        source = (figure.speaker or self._sources.outlet(figure.article)).casefold()
        return (self._day(figure), figure.low, figure.high, figure.approx, figure.part, source)

    def _value(self, figure: Figure) -> str:
        return self._wording.bounds(figure.low, figure.high, figure.approx, figure.measure) or showable(
            figure.number.text
        )

    def _day(self, figure: Figure) -> str:
        """The day, month or year that a figure holds for: its own, else the day of its report."""
        report = self._sources.reports[figure.article]
        return figure.as_of or (report.published or "")[:10] or report.anchor or ""

    def misfits(self) -> tuple[Misfit, ...]:
        """What does not fit: figures that do not add up, days told wrongly."""
        w = self._wording
        out = []
        for check in self._account.checks:
            told = [self._figures[i] for i in check.figures if i in self._figures]
            if told or check.evidence:
                out.append(
                    Misfit(
                        kind=w.label("check", check.kind),
                        why=showable(w.either(check.why, check.english)),
                        rule=check.rule,
                        figures=(
                            *((readable(f.text), self._sources.cite(f, self._sources.rule(f.rule))) for f in told),
                            *((readable(p.text), self._sources.cite(p)) for p in check.evidence),
                        ),
                        signs=self._sources.judged.signs(check.figures),
                    )
                )
        return tuple(out)

    def singles(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The figures that stand in no series, by measure."""
        rest = self._alone()
        order = {measure: n for n, measure in enumerate(self._wording.values("measure"))}
        rest.sort(key=lambda f: (order.get(f.measure, len(order)), f.measure))
        return tuple(
            (self._wording.label("measure", measure), tuple(self._rows(told)))
            for measure, told in groupby(rest, key=lambda f: f.measure)
        )

    def count_singles(self) -> int:
        """How many rows those take."""
        return len({(f.measure, *self._row_of(f)) for f in self._alone()})

    def _alone(self) -> list[Figure]:
        grouped = {i for s in self._account.series for i in s.figures}
        grouped.update(self._sources.judged.rejected)
        return [f for f in self._account.figures if f.id not in grouped and f.article not in self._sources.off]
