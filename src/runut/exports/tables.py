"""Tables: every layer of an account as rows, for CSV, Parquet and data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from runut.exports import cells
from runut.exports.cells import Cell
from runut.exports.passages import Stretch, clipped, showable
from runut.model import Account, Entity, Figure, Happening, Report, Speaker, Statement

Row = tuple[Cell, ...]
Place = tuple[str | None, int | None, int | None, str | None]

KINDS = ("text", "integer", "number", "flag", "texts")
NOWHERE: Place = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Table:
    """One layer: `kinds` are text, integer, number, flag or texts (several of them), one a column; what is not known is None.

    Anything that takes Arrow takes a table: `pyarrow.table(t)`, `polars.DataFrame(t)`, `pandas.DataFrame.from_arrow(t)`.
    """

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[Row, ...]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; raises ValueError where pyarrow is not installed."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """The table as a pyarrow.Table; raises ValueError where pyarrow is not installed."""
        try:
            import pyarrow as pa
        except ImportError:
            raise ValueError("pyarrow is not installed: pip install 'runut[batch]'") from None
        types = {
            "text": pa.string(),
            "integer": pa.int64(),
            "number": pa.float64(),
            "flag": pa.bool_(),
            "texts": pa.list_(pa.string()),
        }
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return pa.table(
            {
                name: pa.array(map(float, values) if kind == "number" and None not in values else values, types[kind])
                for name, kind, values in zip(self.columns, self.kinds, columns, strict=True)
            }
        )

    def to_csv(self) -> str:
        """The table as CSV; `cells.render` says how."""
        return cells.render(self.columns, self.rows)


def tables(account: Account, *, excerpts: bool = False) -> Mapping[str, Table]:
    """Every layer of an account as a table, by its name; `docs/exports.md` tells of each column.

    `article`, `start` and `end` of a row are where its words stand; of what several findings make together, where the first of them
    stands, and a table of its own has them all. `excerpts` leaves the reports' texts out and cuts passages at 300 characters.
    """
    desk = _Desk(account, excerpts)
    return {name: _make(name, spec, make(desk), excerpts) for name, (spec, make) in _TABLES.items()}


def _make(name: str, spec: str, rows: Iterable[Sequence[Any]], excerpts: bool) -> Table:
    columns, kinds = zip(*((c, k or "text") for c, _, k in (part.partition(":") for part in spec.split())), strict=True)
    cut = {n for n, column in enumerate(columns) if column == "text" or column.endswith("_text")} if excerpts else set()
    made = tuple(tuple(_cell(cell, n in cut) for n, cell in enumerate(row)) for row in rows)
    if any(len(row) != len(columns) for row in made):
        raise ValueError(f"table {name}: a row has not as many cells as there are columns")
    return Table(name, columns, kinds, made)


def _cell(cell: Any, cut: bool) -> Cell:
    """A value as a cell: no text is not known, and what UTF-8 cannot hold becomes U+FFFD."""
    if isinstance(cell, str):
        return showable(clipped(cell) if cut else cell) or None
    if isinstance(cell, tuple | list):
        return tuple(map(showable, cell))
    return cell  # type: ignore[no-any-return]


class _Desk:
    """An account with what its rows refer to at hand."""

    def __init__(self, account: Account, excerpts: bool) -> None:
        self.account, self.excerpts = account, excerpts
        self.reports: Mapping[str, Report] = {r.id: r for r in account.articles}
        self.entities: Mapping[str, Entity] = {e.id: e for e in account.entities}
        self.figures: Mapping[str, Figure] = {f.id: f for f in account.figures}
        self.statements: Mapping[str, Statement] = {s.id: s for s in account.statements}
        self.events = {e.id: e for e in account.events}
        self.families = {a: f.id for f in account.families for a in f.articles}

    def at(self, stretch: Stretch | None) -> Place:
        """Where a stretch stands, with its words."""
        if stretch is None or stretch.article not in self.reports:
            return NOWHERE
        text = self.reports[stretch.article].text[stretch.start : stretch.end]
        return stretch.article, stretch.start, stretch.end, text

    def cite(self, stretch: Stretch) -> Row:
        """Where a stretch stands, with its words, and the outlet and day of its report."""
        report = self.reports.get(stretch.article)
        return (*self.at(stretch), report.outlet if report else None, report.published if report else None)

    def first(self, found: Mapping[str, Stretch], ids: Sequence[str]) -> Place:
        """Where the first of some findings stands."""
        return self.at(next((found[i] for i in ids if i in found), None))

    def whole(self, article: str) -> Place:
        """A whole report, without its words."""
        report = self.reports.get(article)
        return (article, 0, len(report.text), None) if report else (article, None, None, None)

    def named(self, entity: str | None) -> str | None:
        """The name of an entity by its id; words that are no id as they are."""
        known = self.entities.get(entity or "")
        return known.name if known else entity


def _articles(d: _Desk) -> Iterator[Row]:
    off = {o.article for o in d.account.off_story}
    for r in d.account.articles:
        source = r.source.replace("\\", "/").rsplit("/", 1)[-1] if d.excerpts else r.source
        yield (
            *d.whole(r.id)[:3], None if d.excerpts else r.text, source, r.sha256, r.url, r.outlet, r.title, r.published, r.published_from,
            r.published_or_later, r.anchor, r.anchor_from, r.language, r.dateline, r.reporters, r.editors, r.agencies,
            d.families.get(r.id), r.id in off,
        )  # fmt: skip


def _brief(d: _Desk) -> Iterator[Row]:
    for n, line in enumerate(d.account.brief, 1):
        place = d.at(line.evidence[0] if line.evidence else None)
        yield n, line.kind, line.text, line.english, *place[:3], line.reports, line.independent, line.refs, line.rule


def _brief_evidence(d: _Desk) -> Iterator[Row]:
    for n, line in enumerate(d.account.brief, 1):
        for k, place in enumerate(line.evidence, 1):
            yield n, k, *d.at(place)


def _statements(d: _Desk) -> Iterator[Row]:
    saying = {i: s.id for s in d.account.sayings for i in s.statements}
    for s in d.account.statements:
        who = s.speaker or Speaker()
        yield (
            s.id, *d.cite(s), s.form, s.cue, s.cue_start, s.cue_end, who.name, who.entity, who.text, who.start, who.end, s.via, s.said_on,
            s.hedged, s.negated, saying.get(s.id), s.rule,
        )  # fmt: skip


def _figures(d: _Desk) -> Iterator[Row]:
    series: dict[str, str] = {}
    for told in d.account.series:
        for i in told.figures:
            series.setdefault(i, told.id)
    for f in d.account.figures:
        yield (
            f.id, *d.cite(f), f.number.text, f.number.start, f.number.end, f.low, f.high, f.approx, f.measure, f.counted, f.part,
            f.speaker, f.speaker_start, f.speaker_end, f.as_of, f.place, f.statement, series.get(f.id), f.rule,
        )  # fmt: skip


def _dates(d: _Desk) -> Iterator[Row]:
    for x in d.account.dates:
        yield *d.at(x), x.value, x.why_null, x.rule


def _entities(d: _Desk) -> Iterator[Row]:
    for e in d.account.entities:
        first = d.at(e.mentions[0] if e.mentions else None)
        yield e.id, e.type, e.name, e.aliases, e.roles, len({m.article for m in e.mentions}), *first, e.why


def _mentions(d: _Desk) -> Iterator[Row]:
    for e in d.account.entities:
        for m in e.mentions:
            yield e.id, e.name, *d.at(m)


def _roles(d: _Desk) -> Iterator[Row]:
    for e in d.account.entities:
        for held in e.held:
            for place in held.evidence:
                yield e.id, e.name, held.role, held.first, held.last, held.former, *d.at(place)


def _events(d: _Desk) -> Iterator[Row]:
    happening = {i: h.id for h in d.account.happenings for i in h.events}
    for e in d.account.events:
        parties: list[Cell] = []
        for party in (e.actor, e.recipient):
            parties += (None,) * 5 if party is None else (
                party.text, party.start, party.end, party.entity, d.named(party.entity)
            )  # fmt: skip
        yield (
            e.id, *d.cite(e), e.type, e.status, *parties, e.date, e.place, e.why_no_date, e.why_no_place, happening.get(e.id), e.rule
        )  # fmt: skip


def _series(d: _Desk) -> Iterator[Row]:
    for s in d.account.series:
        yield (
            s.id, s.measure, s.what, s.relation, s.profile, s.low, s.best, s.high, s.reports, s.independent, s.sources, s.why, s.english,
            s.rule, *d.first(d.figures, s.figures),
        )  # fmt: skip


def _series_points(d: _Desk) -> Iterator[Row]:
    for s in d.account.series:
        for n, i in enumerate(s.figures, 1):
            if f := d.figures.get(i):
                yield s.id, n, f.id, *d.cite(f), f.low, f.high, f.approx, f.part, f.speaker, f.as_of, f.place


def _series_steps(d: _Desk) -> Iterator[Row]:
    for s in d.account.series:
        for step in s.steps:
            a, b = d.first(d.figures, [step.a]), d.first(d.figures, [step.b])
            yield s.id, step.a, step.b, step.relation, step.why, step.english, step.rule, *a[:3], *b[:3]


def _series_values(d: _Desk) -> Iterator[Row]:
    for s in d.account.series:
        for v in s.values:
            place = d.first(d.figures, v.figures)[:3]
            yield s.id, v.profile, v.low, v.best, v.high, v.figures, v.why, v.english, v.rule, *place


def _checks(d: _Desk) -> Iterator[Row]:
    for c in d.account.checks:
        for n, i in enumerate(c.figures, 1):
            yield c.id, c.kind, c.why, c.english, c.rule, n, i, *d.first(d.figures, [i])
        for n, place in enumerate(c.evidence, len(c.figures) + 1):
            yield c.id, c.kind, c.why, c.english, c.rule, n, None, *d.at(place)


def _families(d: _Desk) -> Iterator[Row]:
    for f in d.account.families:
        for article in f.articles:
            yield (
                f.id, *d.whole(article)[:3], len(f.articles), article == f.original, f.upstream, f.why, f.english, f.original_why,
                f.original_english, f.rule,
            )  # fmt: skip


def _passages(d: _Desk) -> Iterator[Row]:
    for f in d.account.families:
        for p in f.passages:
            yield f.id, p.kind, *d.at(p.a), *d.at(p.b)


def _timeline(d: _Desk) -> Iterator[Row]:
    for n, m in enumerate(d.account.timeline, 1):
        place = d.at(m.evidence[0] if m.evidence else None)
        yield n, m.date, m.kind, *place, m.happened, m.said, m.published, m.reports, m.independent, m.rule


def _timeline_evidence(d: _Desk) -> Iterator[Row]:
    for n, m in enumerate(d.account.timeline, 1):
        for k, place in enumerate(m.evidence, 1):
            yield n, k, *d.at(place), k <= (m.telling or k)


def _days(d: _Desk) -> Iterator[Row]:
    for day in d.account.days:
        yield day.date, day.reports, day.independent


def _sayings(d: _Desk) -> Iterator[Row]:
    for s in d.account.sayings:
        for n, i in enumerate(s.statements, 1):
            yield (
                s.id, d.named(s.entity) or s.speaker, s.entity, s.day, s.reports, s.independent, n, i, *d.first(d.statements, [i]), s.why,
                s.english, s.rule,
            )  # fmt: skip


def _positions(d: _Desk) -> Iterator[Row]:
    for p in d.account.positions:
        for n, i in enumerate(p.statements, 1):
            said_on = d.statements[i].said_on if i in d.statements else None
            who = d.named(p.entity) or p.speaker
            yield p.id, who, p.entity, n, i, said_on, *d.first(d.statements, [i]), p.why, p.english, p.rule


def _clashes(d: _Desk) -> Iterator[Row]:
    for n, c in enumerate(d.account.clashes, 1):
        a, b = d.first(d.statements, [c.a]), d.first(d.statements, [c.b])
        yield n, c.kind, c.a, *a, c.b, *b, c.why, c.english, c.rule


def _disputes(d: _Desk) -> Iterator[Row]:
    for x in d.account.disputes:
        for n, place in enumerate(x.evidence, 1):
            yield x.id, x.kind, x.statement, x.reports, x.independent, n, *d.cite(place), x.why, x.english, x.rule


def _happenings(d: _Desk) -> Iterator[Row]:
    for h in d.account.happenings:
        actor, recipient = _party(d, h.actor), _party(d, h.recipient)
        statuses = tuple(s.status for s in h.standings)
        yield (
            h.id, h.type, statuses, h.date, h.place, *actor, *recipient, h.reports, h.independent, h.figures, h.why, h.english, h.rule,
            *d.first(d.events, h.events),
        )  # fmt: skip


def _party(d: _Desk, party: str | None) -> tuple[str | None, str | None]:
    """The words or name of a party, and its id where it is an entity."""
    return d.named(party), party if party in d.entities else None


def _happening_events(d: _Desk) -> Iterator[Row]:
    for h in d.account.happenings:
        status = _statuses(h)
        for n, i in enumerate(h.events, 1):
            yield h.id, n, i, status.get(i), *d.first(d.events, [i])


def _statuses(happening: Happening) -> dict[str, str]:
    return {i: s.status for s in happening.standings for i in s.events}


def _framing(d: _Desk) -> Iterator[Row]:
    for f in d.account.framing:
        for term in f.terms:
            for use in term.uses:
                yield f.target, d.named(f.target), term.term, term.voice, *d.at(use), term.rule


def _deeds(d: _Desk) -> Iterator[Row]:
    for deed in d.account.deeds:
        for use in deed.uses:
            doer = d.at(use.doer)
            yield deed.lemma, use.form, use.voice, use.quoted, *d.at(use.place), doer[3], doer[1], doer[2], use.rule


def _off_story(d: _Desk) -> Iterator[Row]:
    for o in d.account.off_story:
        yield *d.whole(o.article)[:3], o.why, o.english, o.rule


def _skipped(d: _Desk) -> Iterator[Row]:
    for s in d.account.skipped:
        yield s.source.replace("\\", "/").rsplit("/", 1)[-1] if d.excerpts else s.source, s.reason


def _judgements(d: _Desk) -> Iterator[Row]:
    for r in d.account.judgements:
        j = r.judgement
        for side, subjects in (("subject", j.subjects), ("other", j.others)):
            for s in subjects:
                place = (s.article, s.start, s.end, s.text)
                ruled = (j.id, j.act, j.by, j.when, j.why, j.undoes, j.field, j.value, r.state, r.note)
                yield *ruled, side, s.layer, s.id, *place


_SPAN = "article start:integer end:integer text"
_CITED = f"{_SPAN} outlet published"
_PLACE = "article start:integer end:integer"
_SUPPORT = "reports:integer independent:integer"
_WHY = "why english rule"
_TABLES: Mapping[str, tuple[str, Callable[[_Desk], Iterator[Row]]]] = {
    "articles": (
        f"{_SPAN} source sha256 url outlet title published published_from published_or_later:flag anchor anchor_from language dateline "
        "reporters:texts editors:texts agencies:texts family off_story:flag",
        _articles,
    ),
    "brief": (f"line:integer kind line_id line_en {_PLACE} {_SUPPORT} refs:texts rule", _brief),
    "brief_evidence": (f"line:integer n:integer {_SPAN}", _brief_evidence),
    "statements": (
        f"id {_CITED} form cue cue_start:integer cue_end:integer speaker speaker_entity speaker_text speaker_start:integer "
        "speaker_end:integer via:texts said_on hedged:flag negated:flag saying rule",
        _statements,
    ),
    "figures": (
        f"id {_CITED} number_text number_start:integer number_end:integer low:number high:number approx:flag measure counted part "
        "speaker_text speaker_start:integer speaker_end:integer as_of place statement series rule",
        _figures,
    ),
    "dates": (f"{_SPAN} value why_null rule", _dates),
    "entities": (f"id type name aliases:texts roles:texts reports:integer {_SPAN} why:texts", _entities),
    "mentions": (f"entity name {_SPAN}", _mentions),
    "roles": (f"entity name role first last former:flag {_SPAN}", _roles),
    "events": (
        f"id {_CITED} type status actor_text actor_start:integer actor_end:integer actor_entity actor recipient_text "
        "recipient_start:integer recipient_end:integer recipient_entity recipient date place why_no_date why_no_place happening rule",
        _events,
    ),
    "series": (
        f"id measure what relation profile low:number best:number high:number {_SUPPORT} sources:texts {_WHY} {_SPAN}",
        _series,
    ),
    "series_points": (
        f"series n:integer figure {_CITED} low:number high:number approx:flag part speaker_text as_of place",
        _series_points,
    ),
    "series_steps": (
        "series a b relation why english rule a_article a_start:integer a_end:integer b_article b_start:integer b_end:integer",
        _series_steps,
    ),
    "series_values": (
        f"series profile low:number best:number high:number figures:texts {_WHY} {_PLACE}",
        _series_values,
    ),
    "checks": (f"id kind {_WHY} n:integer figure {_SPAN}", _checks),
    "families": (
        f"id {_PLACE} reports:integer original:flag upstream:texts why english original_why original_english rule",
        _families,
    ),
    "passages": (
        "family kind a_article a_start:integer a_end:integer a_text b_article b_start:integer b_end:integer b_text",
        _passages,
    ),
    "timeline": (f"line:integer date kind {_SPAN} happened said published {_SUPPORT} rule", _timeline),
    "timeline_evidence": (f"line:integer n:integer {_SPAN} tells:flag", _timeline_evidence),
    "days": (f"date {_SUPPORT}", _days),
    "sayings": (f"id speaker entity day {_SUPPORT} n:integer statement {_SPAN} {_WHY}", _sayings),
    "positions": (f"id speaker entity n:integer statement said_on {_SPAN} {_WHY}", _positions),
    "clashes": (
        "n:integer kind a a_article a_start:integer a_end:integer a_text b b_article b_start:integer b_end:integer b_text "
        f"{_WHY}",
        _clashes,
    ),
    "disputes": (f"id kind statement {_SUPPORT} n:integer {_CITED} {_WHY}", _disputes),
    "happenings": (
        f"id type statuses:texts date place actor actor_entity recipient recipient_entity {_SUPPORT} figures:texts {_WHY} {_SPAN}",
        _happenings,
    ),
    "happening_events": (f"happening n:integer event status {_SPAN}", _happening_events),
    "framing": (f"target name term voice {_SPAN} rule", _framing),
    "deeds": (
        f"lemma form voice quoted:flag {_SPAN} doer_text doer_start:integer doer_end:integer rule",
        _deeds,
    ),
    "off_story": (f"{_PLACE} {_WHY}", _off_story),
    "skipped": ("source reason", _skipped),
    "judgements": (f"id act by when why undoes field value state note side layer subject {_SPAN}", _judgements),
}
"""Columns (text where no kind is named) and maker of each table by its name."""
