"""The records of judgements: that findings belong together, or apart, or are wrong; by a rule or a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a judgement is about: a finding by its content id, or a report.

    `layer`: names, figures, statements, events, dates, reports. `article`, `start`, `end` and `text` say where it stood and what it
    said when it was judged, `sha256` is of the article's text: so it is found again when a rule has changed its id, or its file has moved.
    """

    layer: str
    id: str
    article: str | None = None
    sha256: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A ruling over findings; it rewrites none of them.

    `act`: merge (`subjects`, names, are one), split (the `subjects` are not one with `others`), join (figures, statements, events or
    reports belong side by side), part (the `subjects` do not belong with `others`), reject (the `subjects` are wrong), set (the `field`
    of the `subjects` is `value`; an empty one: not known), note (a remark, without force), undo (takes back judgement `undoes`). `by` is
    `rule:NAME` or `person:NAME`; `when` is ISO 8601, None for a rule.
    """

    id: str
    act: str
    subjects: tuple[Subject, ...]
    by: str
    why: str
    others: tuple[Subject, ...] = ()
    when: str | None = None
    undoes: str | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A judgement as it was replayed, about findings and reports under their ids in this account; `note` says in words what came of it
    where that is not plain, `english` the same in English.

    `state`: applied, undone, overruled (a later one says otherwise), no-finding (what it is about is no more), elsewhere (its reports are
    not in this story).
    """

    judgement: Judgement
    state: str
    note: str = ""
    english: str = ""
