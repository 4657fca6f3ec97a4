"""The page's sections: what of an account stands where, already worded, with a citation to each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from runut.exports import charts, marking
from runut.exports.charts import Chart, Point
from runut.exports.marking import Marks, Token
from runut.exports.passages import Citation, Sources, clipped, readable, showable, web_address
from runut.exports.wording import Wording
from runut.model import (
    Account,
    Entity,
    Event,
    Family,
    Figure,
    Party,
    Place,
    Report,
    Series,
    Skipped,
    Speaker,
    Statement,
)

# Speakers whose statements are unfolded at first, those in most reports; and the most roles that are shown beside a name.
SPEAKERS_OPEN = 5
ROLES_SHOWN = 3
RELATION_ORDER = ("conflict", "evolve", "agree", "incomparable")
BRIEF_KINDS = ("current", "differs", "independence")


@dataclass(frozen=True, slots=True)
class Brief:
    """One of the three things to know first, with its lines."""

    kind: str
    lines: tuple[tuple[str, tuple[Citation, ...]], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words, once for all places that tell it of the same source and day."""

    value: str
    words: str
    counted: str
    part: str
    source: str
    named: bool
    day: str
    place: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A series: its relation, the value now, its drawing and its rows."""

    id: str
    measure: str
    what: str
    relation: str
    now: str
    bounds: str
    counts: str
    why: str
    rule: str
    rows: tuple[Row, ...]
    chart: Chart | None
    chart_label: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, once for all places that carry the same words."""

    text: str
    form: str
    signs: tuple[str, ...]
    via: str
    day: str
    who: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what is reported to have been said."""

    name: str
    entity: str
    roles: str
    counts: str
    said: tuple[Said, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """An event told in one clause."""

    day: str
    text: str
    type: str
    status: str
    who: str
    place: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """A term for a target, where a newsroom uses it itself and where it stands in what someone says."""

    term: str
    outlet: tuple[Citation, ...]
    speaker: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its metadata and its marked text."""

    report: Report
    facts: tuple[tuple[str, str], ...]
    url: str
    tags: tuple[str, ...]
    citation: Citation
    tokens: tuple[Token, ...]


class Page:
    """An account set out for reading in one language; `excerpts` leaves the full texts out.

    Each method gives one section. Findings of reports that are off the story are told in the texts only.
    """

    def __init__(self, account: Account, wording: Wording, *, excerpts: bool = False) -> None:
        self.account = account
        self.wording = wording
        self.excerpts = excerpts
        self.sources = Sources(account, wording, excerpts=excerpts)
        self._off = {o.article for o in account.off_story}
        self._figures = {f.id: f for f in account.figures}
        self._statements = {s.id: s for s in account.statements}

    # --- in two minutes ---

    def brief(self) -> tuple[Brief, ...]:
        """The lines of the brief by kind."""
        return tuple(
            Brief(
                kind,
                tuple(
                    (
                        showable(line.text if self.wording.lang == "id" else line.english),
                        self._cite_all(line.evidence, line.rule),
                    )
                    for line in self.account.brief
                    if line.kind == kind
                ),
            )
            for kind in BRIEF_KINDS
        )

    # --- figures ---

    def comparisons(self) -> tuple[tuple[str, tuple[Comparison, ...]], ...]:
        """The series by measure, what is asked first first; within a measure those in conflict first."""
        rank = {relation: n for n, relation in enumerate(RELATION_ORDER)}
        measures = self.wording.values("measure")
        by_measure: dict[str, list[Series]] = {measure: [] for measure in measures}
        for series in self.account.series:
            by_measure.setdefault(series.measure, []).append(series)
        return tuple(
            (
                self.wording.label("measure", measure),
                tuple(
                    self._comparison(series)
                    for series in sorted(told, key=lambda s: (rank.get(s.relation, len(rank)), -len(s.figures), s.id))
                ),
            )
            for measure, told in by_measure.items()
            if told
        )

    def _comparison(self, series: Series) -> Comparison:
        w = self.wording
        figures = [self._figures[i] for i in series.figures if i in self._figures]
        figures.sort(key=lambda f: (self._day(f) == "", self._day(f), self.sources.reports[f.article].published or ""))
        measure = w.label("measure", series.measure)
        points = self._points(figures)
        value = w.bounds(series.best, series.best, measure=series.measure)
        bounds = w.bounds(series.low, series.high, measure=series.measure)
        return Comparison(
            id=series.id,
            measure=measure,
            what=showable(series.what),
            relation=series.relation,
            now=value or bounds,
            bounds=bounds if value and bounds != value else "",
            counts=w("series.counts", figures=len(figures), independent=series.independent),
            why=w.words.get(f"why.{series.rule}") or showable(series.why),
            rule=series.rule,
            rows=tuple(self._rows(figures)),
            chart=charts.lay_out(points),
            chart_label=w("chart.label", measure=measure, points="; ".join(p.hint for p in points)),
        )

    def _points(self, figures: Iterable[Figure]) -> list[Point]:
        """One point for each value of a day, labelled by the first that tells it and how many more do."""
        w = self.wording
        figures = list(figures)
        years = {day[:4] for f in figures if (day := self._day(f))}
        groups: dict[tuple[str, float | None, float | None], list[Figure]] = {}
        for figure in figures:
            groups.setdefault((self._day(figure), figure.low, figure.high), []).append(figure)
        points = []
        for (day, low, high), told in groups.items():
            first = next((f for f in told if f.speaker), told[0])
            sources = list(dict.fromkeys(f.speaker or self.sources.outlet(f.article) for f in told))
            source = showable(first.speaker or self.sources.outlet(first.article))
            value = w.bounds(low, high, first.approx, first.measure)
            points.append(
                Point(
                    day=day,
                    day_label=w.day(day, weekday=False, year=len(years) > 1) or w("figures.undated"),
                    low=low,
                    high=high,
                    value=value,
                    source=source + (f" +{len(sources) - 1}" if len(sources) > 1 else ""),
                    named=first.speaker is not None,
                    hint=w("chart.point", value=value, source=source, day=w.day(day) or w("figures.undated")),
                    href=self.sources.cite(first).href,
                )
            )
        return points

    def _rows(self, figures: Iterable[Figure]) -> Iterator[Row]:
        w = self.wording
        groups: dict[tuple[object, ...], list[Figure]] = {}
        for f in figures:
            source = (f.speaker or self.sources.outlet(f.article)).casefold()
            groups.setdefault((self._day(f), f.low, f.high, f.approx, f.part, source), []).append(f)
        for told in groups.values():
            f = told[0]
            yield Row(
                value=w.bounds(f.low, f.high, f.approx, f.measure) or showable(f.number.text),
                words=readable(f.text),
                counted=showable(f.counted or ""),
                part=w(f"figures.part.{f.part}") if f.part in ("part", "increment") else "",
                source=showable(f.speaker) if f.speaker else w("figures.voice", outlet=self.sources.outlet(f.article)),
                named=f.speaker is not None,
                day=w.day(self._day(f)) or w("figures.undated"),
                place=showable(f.place or ""),
                citations=tuple(self.sources.cite(x, self._rule(x.rule)) for x in told),
            )

    def _day(self, figure: Figure) -> str:
        """The day that a figure holds for: its own, else that of its report."""
        report = self.sources.reports[figure.article]
        return figure.as_of or (report.published or "")[:10] or report.anchor or ""

    def single_figures(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The figures that stand in no series, by measure."""
        grouped = {i for s in self.account.series for i in s.figures}
        rest = [f for f in self.account.figures if f.id not in grouped and f.article not in self._off]
        order = {measure: n for n, measure in enumerate(self.wording.values("measure"))}
        rest.sort(key=lambda f: (order.get(f.measure, len(order)), f.measure))
        return tuple(
            (self.wording.label("measure", measure), tuple(self._rows(told)))
            for measure, told in groupby(rest, key=lambda f: f.measure)
        )

    # --- statements ---

    def clashes(self) -> tuple[tuple[str, str, Said, Said], ...]:
        """Pairs of statements that do not go together: kind, why, and the two."""
        return tuple(
            (
                clash.kind,
                showable(clash.why),
                self._said([self._statements[clash.a]]),
                self._said([self._statements[clash.b]]),
            )
            for clash in self.account.clashes
            if clash.a in self._statements and clash.b in self._statements
        )

    def voices(self) -> tuple[Voice, ...]:
        """The speakers, those in most reports first and the unnamed last."""
        by_speaker: dict[str, list[Statement]] = {}
        for s in self.account.statements:
            if s.article not in self._off:
                by_speaker.setdefault(self._speaker_key(s.speaker), []).append(s)
        ordered = sorted(
            by_speaker.items(), key=lambda kv: (kv[0] == "", -len({s.article for s in kv[1]}), -len(kv[1]), kv[0])
        )
        return tuple(self._voice(key, told, n < SPEAKERS_OPEN) for n, (key, told) in enumerate(ordered))

    def _speaker_key(self, speaker: Speaker | None) -> str:
        if speaker is None:
            return ""
        if speaker.entity in self.sources.entities:
            return f"entity {speaker.entity}"
        return (speaker.name or speaker.text or "").casefold()

    def _voice(self, key: str, told: list[Statement], unfolded: bool) -> Voice:
        speaker = told[0].speaker
        entity = self.sources.entities.get(speaker.entity or "") if speaker else None
        groups: dict[str, list[Statement]] = {}
        for s in told:
            groups.setdefault(" ".join(s.text.casefold().split()).strip(" .,;:\"'“”‘’"), []).append(s)
        rows = sorted(
            groups.values(), key=lambda g: (g[0].said_on or self._published(g[0].article), g[0].article, g[0].start)
        )
        return Voice(
            name=self.sources.speaker(speaker) or self.wording("speaker.unknown"),
            entity=entity.id if entity else "",
            roles=showable(", ".join(entity.roles[:ROLES_SHOWN])) if entity else "",
            counts=self.wording("speaker.counts", statements=len(told), reports=len({s.article for s in told})),
            said=tuple(map(self._said, rows)),
            open=unfolded and key != "",
        )

    def _published(self, article: str) -> str:
        report = self.sources.reports[article]
        return report.published or report.anchor or ""

    def _said(self, told: list[Statement]) -> Said:
        w = self.wording
        s = told[0]
        signs = [w("statement.hedged")] if s.hedged else []
        signs += [w("statement.negated")] if s.negated else []
        return Said(
            text=self._shown(s.text),
            form=s.form,
            signs=tuple(signs),
            via=w("statement.via", via=showable(", ".join(s.via))) if s.via else "",
            day=w("statement.said_on", day=w.day(s.said_on)) if s.said_on else "",
            who=self.sources.speaker(s.speaker) or w("speaker.nobody"),
            citations=tuple(self.sources.cite(x, self._rule(x.rule)) for x in told),
        )

    # --- timeline ---

    def timeline(self) -> tuple[tuple[str, tuple[Happening, ...]], ...]:
        """The moments by day."""
        moments = sorted(self.account.timeline, key=lambda m: m.date[:10])
        return tuple(
            (
                self.wording.day(day),
                tuple(
                    Happening(
                        day=self.wording.day(m.date) if m.date != day else "",
                        text=self._shown(m.text),
                        type=m.kind,
                        status="",
                        who="",
                        place="",
                        citations=self._cite_all(m.evidence, m.rule),
                    )
                    for m in told
                ),
            )
            for day, told in groupby(moments, key=lambda m: m.date if "/" in m.date else m.date[:10])
        )

    def events(self) -> tuple[Happening, ...]:
        """All events by day, those without one last."""
        told = [e for e in self.account.events if e.article not in self._off]
        told.sort(key=lambda e: (e.date is None, e.date or "", e.article, e.start))
        return tuple(map(self._event, told))

    def _event(self, event: Event) -> Happening:
        def party(p: Party | None) -> str:
            return showable(p.text) if p else ""

        who = " → ".join(filter(None, (party(event.actor), party(event.recipient))))
        return Happening(
            day=self.wording.day(event.date),
            text=self._shown(event.text),
            type=self.wording.label("event", event.type),
            status=event.status,
            who=f"→ {who}" if who and event.actor is None else who,
            place=showable(event.place or ""),
            citations=(self.sources.cite(event, self._rule(event.rule)),),
        )

    # --- families, wording, names ---

    def copies(self) -> tuple[tuple[Family, tuple[Report, ...], tuple[tuple[Citation, Citation], ...]], ...]:
        """The families of several reports, with the citations of their shared passages."""
        return tuple(
            (
                family,
                tuple(self.sources.reports[a] for a in family.articles),
                tuple((self.sources.cite(p.a), self.sources.cite(p.b)) for p in family.passages),
            )
            for family in sorted(self.account.families, key=lambda f: (-len(f.articles), f.id))
            if len(family.articles) > 1
        )

    def alone(self) -> tuple[tuple[Family, Report], ...]:
        """The reports that are a family of their own."""
        return tuple((f, self.sources.reports[f.articles[0]]) for f in self.account.families if len(f.articles) == 1)

    def framing(self) -> tuple[tuple[str, tuple[Wordings, ...]], ...]:
        """The targets with the terms for them, those that the newsrooms themselves use most first."""
        out = []
        for framing in self.account.framing:
            uses: dict[str, dict[str, tuple[Place, ...]]] = {}
            for term in framing.terms:
                voices = uses.setdefault(term.term, {})
                voices[term.voice] = voices.get(term.voice, ()) + term.uses
            rows = [
                Wordings(
                    term=showable(term),
                    outlet=self._cite_all(voices.get("outlet", ())),
                    speaker=self._cite_all(voices.get("speaker", ())),
                )
                for term, voices in uses.items()
            ]
            rows.sort(key=lambda row: (-len(row.outlet), -len(row.speaker), row.term))
            out.append((self.sources.target(framing), tuple(rows)))
        return tuple(out)

    def names(self) -> tuple[tuple[Entity, tuple[str, ...], tuple[Citation, ...]], ...]:
        """The entities, those in most reports first: entity, forms, and the first mention of each report."""
        out = []
        for entity in self.account.entities:
            first: dict[str, Place] = {}
            for m in sorted(entity.mentions, key=lambda m: (m.article, m.start)):
                first.setdefault(m.article, Place(article=m.article, start=m.start, end=m.end))
            forms = tuple(dict.fromkeys(showable(m.text) for m in entity.mentions))
            out.append((entity, forms, self._cite_all(first.values())))
        return tuple(sorted(out, key=lambda row: (-len(row[2]), -len(row[0].mentions), row[0].name)))

    # --- notes ---

    def skipped(self) -> tuple[Skipped, ...]:
        """What gave no article."""
        return self.account.skipped

    def off_story(self) -> tuple[tuple[Report, str], ...]:
        """Reports of something else, and why they are held to be."""
        return tuple((self.sources.reports[o.article], o.why) for o in self.account.off_story)

    def undated(self) -> tuple[Report, ...]:
        """Reports of which nothing tells the day."""
        return tuple(r for r in self.account.articles if not r.published)

    def unplaced(self) -> tuple[tuple[str, str, tuple[Citation, ...]], ...]:
        """Dates without a value, by expression and reason."""
        groups: dict[tuple[str, str], list[Place]] = {}
        for d in self.account.dates:
            if d.value is None:
                place = Place(article=d.article, start=d.start, end=d.end)
                why = self.wording.label("unplaced", d.why_null or "")
                groups.setdefault((showable(d.text), showable(why)), []).append(place)
        return tuple((text, why, self._cite_all(places)) for (text, why), places in groups.items())

    # --- the texts ---

    def texts(self) -> tuple[Text, ...]:
        """The reports as they were published, undated ones and those off the story last; no pieces of text with `excerpts`."""
        marks = {} if self.excerpts else marking.mark(self.account, self.sources, self.wording)
        outlets = {r.id: self.sources.outlet(r.id) for r in self.account.articles}
        family = {a: [outlets[b] for b in f.articles if b != a] for f in self.account.families for a in f.articles}
        in_order = sorted(
            self.account.articles,
            key=lambda r: (r.id in self._off, r.published is None, r.published or "", r.source, r.id),
        )
        return tuple(self._text_of(r, marks.get(r.id), family.get(r.id, [])) for r in in_order)

    def _text_of(self, report: Report, marks: Marks | None, kin: list[str]) -> Text:
        w = self.wording
        tags = [w("report.family", outlets=", ".join(kin))] if kin else []
        tags += [w("report.off_story")] if report.id in self._off else []
        source = "later" if report.published_or_later else report.published_from
        origin = f" ({w.label('report.from', source)})" if source else ""
        anchor_from = f" ({w.label('report.from', report.anchor_from)})" if report.anchor_from else ""
        facts = (
            ("report.published", (w.day(report.published) or w("report.unpublished")) + origin),
            ("report.anchor", (w.day(report.anchor) or w("report.anchor.none")) + anchor_from),
            ("report.dateline", report.dateline or ""),
            ("report.reporters", ", ".join(report.reporters)),
            ("report.editors", ", ".join(report.editors)),
            ("report.agencies", ", ".join(report.agencies)),
            ("report.language", report.language if report.language != "id" else ""),
            ("report.source", report.source),
        )
        return Text(
            report=report,
            facts=tuple((key, showable(value)) for key, value in facts if value),
            url=web_address(report.url),
            tags=tuple(tags),
            citation=self.sources.cite_report(report.id),
            tokens=tuple(marks.cut(report.text)) if marks else (),
        )

    def _rule(self, rule: str) -> str:
        return f"{self.wording('rule')} {rule}" if rule else ""

    def _cite_all(self, places: Iterable[Place], rule: str = "") -> tuple[Citation, ...]:
        hint = self._rule(rule)
        return tuple(self.sources.cite(p, hint) for p in dict.fromkeys(places))

    def _shown(self, text: str) -> str:
        return readable(clipped(text) if self.excerpts else text)
