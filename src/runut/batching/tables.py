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

_TEXTS = pa.list_(pa.string())
_SPAN = (("article", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string()))
_MENTION = pa.struct(
    [
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("text", pa.string()),
        ("role", pa.string()),
        ("rule", pa.string()),
    ]
)


def _party(name: str) -> tuple[tuple[str, pa.DataType], ...]:
    return (
        (f"{name}_text", pa.string()),
        (f"{name}_start", pa.int32()),
        (f"{name}_end", pa.int32()),
        (f"{name}_name_id", pa.string()),
    )


def _day(name: str) -> tuple[tuple[str, pa.DataType], ...]:
    return ((name, pa.string()), (f"{name}_low", pa.date32()), (f"{name}_high", pa.date32()))


_OF_FIELD = {
    str: pa.string(),
    str | None: pa.string(),
    tuple[str, ...]: _TEXTS,
    tuple[int, ...]: pa.list_(pa.int64()),
}
SKETCH_FIELDS = tuple(field.name for field in dataclasses.fields(Sketch))

SCHEMAS: Mapping[str, pa.Schema] = {
    "articles": pa.schema(
        [
            ("id", pa.string()),
            ("source", pa.string()),
            ("url", pa.string()),
            ("outlet", pa.string()),
            ("title", pa.string()),
            *_day("published"),
            ("authors", _TEXTS),
            ("language", pa.string()),
            ("anchor", pa.date32()),
            ("anchor_from", pa.string()),
            ("told_title", pa.string()),
            ("told_outlet", pa.string()),
            ("told_published", pa.string()),
            ("told_published_from", pa.string()),
            ("told_published_or_later", pa.bool_()),
            ("dateline", pa.string()),
            ("reporters", _TEXTS),
            ("editors", _TEXTS),
            ("agencies", _TEXTS),
            ("body_start", pa.int32()),
            ("characters", pa.int32()),
            ("sha256", pa.string()),
            ("page_sha256", pa.string()),
            ("text", pa.string()),
        ]
    ),
    "furniture": pa.schema([*_SPAN, ("kind", pa.string()), ("rule", pa.string())]),
    "credits": pa.schema([*_SPAN, ("kind", pa.string()), ("rule", pa.string())]),
    "names": pa.schema(
        [
            ("article", pa.string()),
            ("id", pa.string()),
            ("type", pa.string()),
            ("name", pa.string()),
            ("roles", _TEXTS),
            ("aliases", _TEXTS),
            ("mentions", pa.list_(_MENTION)),
        ]
    ),
    "dates": pa.schema([*_SPAN, *_day("value"), ("why_null", pa.string()), ("rule", pa.string())]),
    "statements": pa.schema(
        [
            ("id", pa.string()),
            *_SPAN,
            ("form", pa.string()),
            ("cue", pa.string()),
            ("cue_start", pa.int32()),
            ("cue_end", pa.int32()),
            ("speaker", pa.string()),
            *_party("speaker"),
            ("speaker_rule", pa.string()),
            ("via", _TEXTS),
            *_day("said_on"),
            ("hedged", pa.bool_()),
            ("negated", pa.bool_()),
            ("rule", pa.string()),
        ]
    ),
    "figures": pa.schema(
        [
            ("id", pa.string()),
            *_SPAN,
            ("number_text", pa.string()),
            ("number_start", pa.int32()),
            ("number_end", pa.int32()),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("approx", pa.bool_()),
            ("measure", pa.string()),
            ("counted", pa.string()),
            ("part", pa.string()),
            ("speaker_text", pa.string()),
            ("speaker_start", pa.int32()),
            ("speaker_end", pa.int32()),
            *_day("as_of"),
            ("place", pa.string()),
            ("statement_id", pa.string()),
            ("rule", pa.string()),
        ]
    ),
    "events": pa.schema(
        [
            ("id", pa.string()),
            *_SPAN,
            ("type", pa.string()),
            ("status", pa.string()),
            *_party("actor"),
            *_party("recipient"),
            *_day("date"),
            ("place", pa.string()),
            ("why_no_date", pa.string()),
            ("why_no_place", pa.string()),
            ("rule", pa.string()),
        ]
    ),
    "sketches": pa.schema(
        [*((n, _OF_FIELD[t]) for n, t in typing.get_type_hints(Sketch).items()), ("place", pa.int32())]
    ),
    "skipped": pa.schema([("source", pa.string()), ("kind", pa.string()), ("reason", pa.string())]),
    "stories": pa.schema(
        [
            ("id", pa.string()),
            ("title", pa.string()),
            ("first", pa.date32()),
            ("last", pa.date32()),
            ("articles", _TEXTS),
        ]
    ),
    "families": pa.schema([("id", pa.string()), ("articles", _TEXTS), ("rule", pa.string())]),
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
