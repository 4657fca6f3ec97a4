"""Corrections: what a person says a finding tells, put in the place of what the rules read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from runut import codec
from runut.model import Date, Entity, Event, Figure, Mention, Name, Reading, Speaker, Statement, periods

MEASURES = (
    "killed", "injured", "missing", "arrested", "displaced", "evacuated", "rescued", "affected", "hostages", "troops", "police",
    "participants", "vehicles", "aircraft", "buildings_damaged", "buildings_burned", "houses", "money", "magnitude", "depth_km",
    "distance_km", "height_m", "area", "speed", "weight", "percent", "duration", "age", "votes", "cases", "other",
)  # fmt: skip
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISASTER", "ACCIDENT", "CRIME",
)  # fmt: skip
CHOICES: Mapping[str, tuple[str, ...]] = {
    "measure": MEASURES,
    "part": ("total", "part", "increment"),
    "type": EVENT_TYPES,
    "status": ("happened", "planned", "alleged", "denied"),
}
"""The fields that take one of a few values."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "figures": ("speaker", "number", "measure", "as_of", "place", "part"),
    "statements": ("speaker", "said_on"),
    "dates": ("value",),
    "events": ("type", "status", "date", "place"),
}
"""What can be corrected in the findings of a layer."""
DAYS = ("as_of", "said_on", "value", "date")
"""The fields that take a day or a period."""
BY_PERSON = "judgement"
"""What the rule of a corrected finding begins with, and the reason why a person has emptied a day or place."""

F = TypeVar("F", Figure, Statement, Event, Date)
Dated = TypeVar("Dated", Figure, Statement, Event)

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"(?P<sign>≥|≤|>=|<=|~|±)?\s?(?P<low>{_NUMBER})(?:\s?(?:-|–|\.\.)\s?(?P<high>{_NUMBER}))?")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Correction:
    """The `field` of the finding `id` of a layer is `value`; an empty value: it is not known, or told by nobody."""

    layer: str
    id: str
    field: str
    value: str


def check(layer: str, field: str | None, value: str | None) -> None:
    """Raise ValueError, in words for who judges, where a field of a layer cannot have a value."""
    if layer not in FIELDS:
        raise ValueError(f"set is for {', '.join(FIELDS)}, not for {layer}")
    if field is None:
        raise ValueError(f"set wants a field of {layer}: {', '.join(FIELDS[layer])}")
    if field not in FIELDS[layer]:
        raise ValueError(f"no field {field!r} of {layer}; there are: {', '.join(FIELDS[layer])}")
    if value is None:
        raise ValueError(f"set wants a value for {field}; an empty one says that it is not known")
    if len(value) > _LONGEST or not value.isprintable():
        raise ValueError(f"a value is one line of at most {_LONGEST} characters")
    if field in CHOICES:
        if value not in CHOICES[field]:
            raise ValueError(f"{value!r} is no {field}; there are: {', '.join(CHOICES[field])}")
    elif field == "number":
        read_number(value)
    elif field in DAYS and value and periods.read(value) is None:
        raise ValueError(
            f"{value!r} is no day or period; write it as 2022-01-07, 2022-01, 2022 or 2022-01-05/2022-01-07"
        )


def read_number(value: str) -> tuple[int | float | None, int | float | None, bool]:
    """The bounds of `17`, `3.700`, `5,6`, `10-12`, `≥ 100`, `<= 20`, `~ 50`, and whether it is told as about so many.

    Stops and commas before groups of three digits part thousands, else decimals. Raises ValueError for anything else.
    """
    match = _RANGE.fullmatch(value.strip())
    if match is None or (match["sign"] and match["high"] and match["sign"] not in ("~", "±")):
        raise ValueError(f"{value!r} is no number; write it as 17, 3.700, 5,6, 10-12, >=100, <=20 or ~50")
    low, high = _quantity(match["low"]), _quantity(match["high"] or match["low"])
    if high < low:
        raise ValueError(f"{value!r} is no number: the first bound is above the second")
    sign = match["sign"] or ""
    return None if sign in ("≤", "<=") else low, None if sign in ("≥", ">=") else high, sign in ("~", "±")


def _quantity(written: str) -> int | float:
    if re.fullmatch(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*", written):
        return int(re.sub(r"\D", "", written))
    value = float(written.replace(",", "."))
    return int(value) if value.is_integer() and written.isdigit() else value


def date_id(written: Date) -> str:
    """The id of a date as a finding: of its article and span."""
    return codec.finding_id(written.article, "date", written.start, written.end)


def found_as(finding: Figure | Statement | Event | Date, field: str) -> str:
    """What a finding tells in a field, as a person would write it; empty where it tells nothing."""
    if field == "number" and isinstance(finding, Figure):
        low, high = finding.low, finding.high
        if low is None or high is None:
            return f"<={high}" if high is not None else f">={low}" if low is not None else ""
        return f"{'~' if finding.approx else ''}{low}" if low == high else f"{low}-{high}"
    told = getattr(finding, field)
    if isinstance(told, Speaker):
        told = told.name or told.text
    return told or ""


def correct(readings: Iterable[Reading], corrections: Sequence[Correction]) -> tuple[Reading, ...]:
    """The readings with their findings as corrected; each keeps its id, span and rule.

    A day that is corrected is corrected too in what its sentence takes from it: the day of a figure, statement or event.
    """
    if not corrections:
        return tuple(readings)
    by_finding: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for c in corrections:
        by_finding[c.layer, c.id][c.field] = c.value
    return tuple(_Corrector(reading, by_finding).corrected() for reading in readings)


def mark(corrected: Iterable[Reading], found: Iterable[Reading]) -> tuple[Reading, ...]:
    """The corrected readings, `judgement` before the rule of every finding that is not as it was found."""
    return tuple(
        replace(
            now,
            figures=_marked(now.figures, before.figures),
            statements=_marked(now.statements, before.statements),
            events=_marked(now.events, before.events),
            dates=_marked(now.dates, before.dates),
        )
        for now, before in zip(corrected, found, strict=True)
    )


def _marked(now: tuple[F, ...], before: tuple[F, ...]) -> tuple[F, ...]:
    """What stands behind the first colon of a rule is the word it went by, which readers of the account go by too."""
    return tuple(
        a if a is b else replace(a, rule=":".join(filter(None, (BY_PERSON, b.rule.partition(":")[2]))))
        for a, b in zip(now, before, strict=True)
    )


class _Corrector:
    """One reading and what is said of its findings."""

    def __init__(self, reading: Reading, said: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        self._reading = reading
        self._said = said
        self._moved: list[tuple[int, int, str, str | None]] = []

    def corrected(self) -> Reading:
        reading = self._reading
        return replace(
            reading,
            dates=tuple(self._date(d) for d in reading.dates),  # first: what they move, the others take over
            figures=self._all("figures", reading.figures, self._figure),
            statements=self._all("statements", reading.statements, self._statement),
            events=self._all("events", reading.events, self._event),
        )

    def _date(self, written: Date) -> Date:
        value = self._said.get(("dates", date_id(written)), {}).get("value")
        if value is None:
            return written
        if written.value:
            start, end = self._sentence(written.start)
            self._moved.append((start, end, written.value, value or None))
        return replace(written, value=value or None, why_null=None if value else BY_PERSON)

    def _sentence(self, at: int) -> tuple[int, int]:
        return next(((s.start, s.end) for s in self._reading.sentences if s.start <= at < s.end), (at, at + 1))

    def _all(
        self, layer: str, findings: tuple[Dated, ...], change: Callable[[Dated, Mapping[str, str]], Dated]
    ) -> tuple[Dated, ...]:
        day = {"figures": "as_of", "statements": "said_on", "events": "date"}[layer]
        out: list[Dated] = []
        for finding in findings:
            said = self._said.get((layer, finding.id), {})
            told: str | None = getattr(finding, day)
            if self._moved and told and day not in said:
                at = finding.number.start if isinstance(finding, Figure) else finding.start
                moved = [new for start, end, old, new in self._moved if start <= at < end and told[:10] == old[:10]]
                if moved:
                    said = {**said, day: moved[0] or ""}
            out.append(change(finding, said) if said else finding)
        return tuple(out)

    def _figure(self, figure: Figure, said: Mapping[str, str]) -> Figure:
        made: dict[str, Any] = {}
        for field, value in said.items():
            if field == "number":
                made["low"], made["high"], made["approx"] = read_number(value)
            elif field == "speaker":
                mention, _ = self._named(value)
                made["speaker"] = mention.text if mention else value or None
                made["speaker_start"] = mention.start if mention else None
                made["speaker_end"] = mention.end if mention else None
            else:
                made[field] = value or None
        return replace(figure, **made)

    def _statement(self, statement: Statement, said: Mapping[str, str]) -> Statement:
        made: dict[str, Any] = {}
        for field, value in said.items():
            made[field] = value or None
            if field == "speaker" and value:
                mention, name = self._named(value)
                made[field] = Speaker(
                    text=mention.text if mention else None,
                    start=mention.start if mention else None,
                    end=mention.end if mention else None,
                    entity=name.id if name else None,
                    name=name.name if name else value,
                    rule=BY_PERSON,
                )
        return replace(statement, **made)

    def _event(self, event: Event, said: Mapping[str, str]) -> Event:
        made: dict[str, Any] = {}
        for field, value in said.items():
            made[field] = value or None
            if field in ("date", "place"):
                made[f"why_no_{field}"] = None if value else BY_PERSON
        return replace(event, **made)

    def _named(self, value: str) -> tuple[Mention | None, Name | None]:
        """The mention and name of this report that a person means: written so, else called so."""
        wanted = value.casefold()
        written = ((m, n) for n in self._reading.names for m in n.mentions if m.text.casefold() == wanted)
        called = (
            (n.mentions[0], n)
            for n in self._reading.names
            if n.mentions and wanted in (n.name.casefold(), *(a.casefold() for a in n.aliases))
        )
        return next(written, None) or next(called, None) or (None, None)


def named_so(entities: Iterable[Entity]) -> Mapping[str, Entity]:
    """The entities by the names that only one of them has, in small letters: who a person names that the report does not."""
    out: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for name in {entity.name.casefold(), *(a.casefold() for a in entity.aliases)}:
            out[name].append(entity)
    return {name: of[0] for name, of in out.items() if len(of) == 1}
