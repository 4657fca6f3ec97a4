"""The tables of a batch: what their columns are, and the rows that a reading gives them.

`start` and `end` are code points into the article's text, as everywhere. A date column holds what was told (`2025-05`), and `…_low` and
`…_high` beside it the first and last day that this covers. `docs/batch.md` tells of every column; a test holds it to this.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from runut import codec
from runut.comparing import stories
from runut.model import Party, Reading, Sketch
from runut.model.periods import days_of

Row = tuple[Any, ...]

# A column's kind by the word behind its name; text where there is none.
_KINDS = {
    "": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
    "texts": pa.list_(pa.string()),
    "hashes": pa.list_(pa.int64()),
    "mentions": pa.list_(
        pa.struct(
            [
                ("start", pa.int32()),
                ("end", pa.int32()),
                ("text", pa.string()),
                ("role", pa.string()),
                ("rule", pa.string()),
            ]
        )
    ),
}
_OF_FIELD = {str: "", str | None: "", tuple[str, ...]: "texts", tuple[int, ...]: "hashes"}
SKETCH_FIELDS = tuple(field.name for field in dataclasses.fields(Sketch))
_OF_SKETCH = " ".join(f"{name}:{_OF_FIELD[kind]}" for name, kind in typing.get_type_hints(Sketch).items())


def _party(name: str) -> str:
    return f"{name}_text {name}_start:integer {name}_end:integer {name}_name_id"


def _day(name: str) -> str:
    return f"{name} {name}_low:day {name}_high:day"


def _schema(columns: str) -> pa.Schema:
    parts = (column.partition(":") for column in columns.split())
    return pa.schema([(name, _KINDS[kind]) for name, _, kind in parts])


_SPAN = "article start:integer end:integer text"
SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": _schema(
        f"id source url outlet title {_day('published')} authors:texts language anchor:day anchor_from told_title told_outlet "
        "told_published told_published_from told_published_or_later:flag dateline reporters:texts editors:texts agencies:texts "
        "body_start:integer characters:integer sha256 page_sha256 text"
    ),
    "furniture": _schema(f"{_SPAN} kind rule"),
    "credits": _schema(f"{_SPAN} kind rule"),
    "names": _schema("article id type name roles:texts aliases:texts mentions:mentions"),
    "dates": _schema(f"{_SPAN} {_day('value')} why_null rule"),
    "statements": _schema(
        f"id {_SPAN} form cue cue_start:integer cue_end:integer speaker {_party('speaker')} speaker_rule via:texts "
        f"{_day('said_on')} hedged:flag negated:flag rule"
    ),
    "figures": _schema(
        f"id {_SPAN} number_text number_start:integer number_end:integer low:number high:number approx:flag measure counted part "
        f"speaker_text speaker_start:integer speaker_end:integer {_day('as_of')} place statement_id rule"
    ),
    "events": _schema(
        f"id {_SPAN} type status {_party('actor')} {_party('recipient')} {_day('date')} place why_no_date why_no_place rule"
    ),
    "sketches": _schema(f"{_OF_SKETCH} place:integer"),
    "skipped": _schema("source kind reason"),
    "stories": _schema("id title first:day last:day articles:texts"),
    "families": _schema("id articles:texts rule"),
}
"""Every table's columns by the table's name."""

GROUPED = ("stories", "families")
"""The tables that are made of all articles, after the last chunk."""


def rows_of(reading: Reading, *, text: bool = True) -> dict[str, list[Row]]:
    """The rows of one reading by table; without `text` the article's text is left out, and its hash stays."""
    return {name: make(reading, text) if name == "articles" else make(reading) for name, make in _MAKERS.items()}


def sketch_row(sketch: Sketch) -> Row:
    """The row of one sketch: its fields, and the day by which sketches are sorted."""
    return *(getattr(sketch, name) for name in SKETCH_FIELDS), stories.place(sketch)


def sketches_of(table: pa.Table) -> list[Sketch]:
    """The sketches that a table of them holds."""
    return [codec.sketch_from_jsonable(row) for row in table.select(SKETCH_FIELDS).to_pylist()]


def made(name: str, rows: Sequence[Row]) -> pa.Table:
    """The rows of a table as Arrow."""
    schema = SCHEMAS[name]
    columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema
    )


def _articles(r: Reading, text: bool) -> list[Row]:
    a, c = r.article, r.credits
    return [
        (
            a.id,
            a.source,
            a.url,
            a.outlet,
            a.title,
            a.published,
            *days_of(a.published),
            a.authors,
            r.language,
            days_of(r.anchor.day)[0],
            r.anchor.origin,
            c.title,
            c.outlet,
            c.published,
            c.published_from,
            c.published_or_later,
            c.dateline,
            c.reporters,
            c.editors,
            c.agencies,
            c.body_start,
            len(a.text),
            a.sha256,
            a.page_sha256,
            a.text if text else None,
        )
    ]


def _furniture(r: Reading) -> list[Row]:
    return [(r.article.id, f.start, f.end, f.text, f.kind, f.rule) for f in r.furniture]


def _credits(r: Reading) -> list[Row]:
    return [(r.article.id, c.start, c.end, c.text, c.kind, c.rule) for c in r.credits.spans]


def _names(r: Reading) -> list[Row]:
    return [
        (
            r.article.id,
            n.id,
            n.type,
            n.name,
            n.roles,
            n.aliases,
            [(m.start, m.end, m.text, m.role, m.rule) for m in n.mentions],
        )
        for n in r.names
    ]


def _dates(r: Reading) -> list[Row]:
    return [(d.article, d.start, d.end, d.text, d.value, *days_of(d.value), d.why_null, d.rule) for d in r.dates]


def _statements(r: Reading) -> list[Row]:
    rows = []
    for s in r.statements:
        who = s.speaker
        speaker = (None,) * 6 if who is None else (who.name, who.text, who.start, who.end, who.entity, who.rule)
        rows.append(
            (
                s.id,
                s.article,
                s.start,
                s.end,
                s.text,
                s.form,
                s.cue,
                s.cue_start,
                s.cue_end,
                *speaker,
                s.via,
                s.said_on,
                *days_of(s.said_on),
                s.hedged,
                s.negated,
                s.rule,
            )
        )
    return rows


def _figures(r: Reading) -> list[Row]:
    return [
        (
            f.id,
            f.article,
            f.start,
            f.end,
            f.text,
            f.number.text,
            f.number.start,
            f.number.end,
            *map(_number, (f.low, f.high)),
            f.approx,
            f.measure,
            f.counted,
            f.part,
            f.speaker,
            f.speaker_start,
            f.speaker_end,
            f.as_of,
            *days_of(f.as_of),
            f.place,
            f.statement,
            f.rule,
        )
        for f in r.figures
    ]


def _number(value: int | float | None) -> float | None:
    return None if value is None else float(value)


def _events(r: Reading) -> list[Row]:
    return [
        (
            e.id,
            e.article,
            e.start,
            e.end,
            e.text,
            e.type,
            e.status,
            *_whom(e.actor),
            *_whom(e.recipient),
            e.date,
            *days_of(e.date),
            e.place,
            e.why_no_date,
            e.why_no_place,
            e.rule,
        )
        for e in r.events
    ]


def _whom(party: Party | None) -> Row:
    return (None,) * 4 if party is None else (party.text, party.start, party.end, party.entity)


_MAKERS: Mapping[str, Callable[..., list[Row]]] = {
    "articles": _articles,
    "furniture": _furniture,
    "credits": _credits,
    "names": _names,
    "dates": _dates,
    "statements": _statements,
    "figures": _figures,
    "events": _events,
}
