"""Marking: all that was found in a text, laid over it in layers."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from markupsafe import Markup, escape

from runut.exports.passages import Sources, Stretch, showable
from runut.exports.wording import Wording
from runut.model import Account

S = TypeVar("S", bound=Stretch)

# Layers in the order of the switches; the two letters are the class of the mark in the page.
LAYERS = {
    "figures": "fi",
    "statements": "st",
    "dates": "da",
    "names": "na",
    "events": "ev",
    "framing": "fr",
    "passages": "pa",
    "credits": "cr",
    "furniture": "fu",
}
# Shown whatever layers are: what a person has rejected is struck through, what was asked for is lit up.
_CLASSES = LAYERS | {"rejected": "rj", "asked": "at"}
SHOWN_AT_FIRST = frozenset({"figures", "statements", "dates", "furniture"})


@dataclass(slots=True)
class Mark:
    """A stretch of one text with all that was found on exactly it."""

    start: int
    end: int
    layers: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


class Token(NamedTuple):
    """A piece of a marked text: `open` (with id, classes and hint), `text`, or `close`; `part_of` where a mark goes on."""

    kind: str
    text: str = ""
    id: str = ""
    part_of: str = ""
    classes: str = ""
    hint: str = ""


class Marks:
    """All marks of one text, those on the same stretch together."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._marks: dict[tuple[int, int], Mark] = {}

    def add(self, start: int, end: int, layer: str = "", hint: str = "") -> None:
        """Mark a stretch; without a layer it is only a place that can be led to."""
        if end <= start:
            return
        mark = self._marks.setdefault((start, end), Mark(start, end))
        if layer and layer not in mark.layers:
            mark.layers.append(layer)
        if hint and hint not in mark.hints:
            mark.hints.append(hint)

    def cut(self, text: str) -> Iterator[Token]:
        """The text as pieces, each mark opened and closed around what it covers.

        Marks that cross are cut at the boundary: the first piece carries the mark's id, the others `part_of`.
        """
        text = showable(text)
        queue = [(m.start, -m.end, n, m) for n, m in enumerate(self._in_order())]
        heapq.heapify(queue)
        begun: set[int] = set()
        ends: list[int] = []
        at = 0
        while queue:
            start, minus_end, n, mark = heapq.heappop(queue)
            while ends and ends[-1] <= start:
                yield from _text(text[at : ends[-1]])
                at = max(at, ends.pop())
                yield Token("close")
            end = -minus_end
            if ends and ends[-1] < end:
                heapq.heappush(queue, (ends[-1], -end, n, mark))
                end = ends[-1]
            yield from _text(text[at:start])
            at = max(at, start)
            yield self._open(mark, first=n not in begun)
            begun.add(n)
            ends.append(end)
        while ends:
            yield from _text(text[at : ends[-1]])
            at = max(at, ends.pop())
            yield Token("close")
        yield from _text(text[at:])

    def _in_order(self) -> Iterable[Mark]:
        return sorted(self._marks.values(), key=lambda m: (m.start, -m.end))

    def _open(self, mark: Mark, *, first: bool) -> Token:
        name = f"p-{self._article}-{mark.start}-{mark.end}"
        classes = " ".join(short for layer, short in _CLASSES.items() if layer in mark.layers)
        hint = showable("\n".join(mark.hints))
        return Token("open", id=name if first else "", part_of="" if first else name, classes=classes, hint=hint)


def written(tokens: Iterable[Token]) -> Markup:
    """The pieces of a marked text as a page holds them, all escaped."""
    parts: list[str] = []
    for token in tokens:
        if token.kind == "text":
            parts.append(escape(token.text))
        elif token.kind == "close":
            parts.append("</span>")
        else:
            name = f'id="{escape(token.id)}"' if token.id else f'data-of="{escape(token.part_of)}"'
            classes = f' class="{token.classes}"' if token.classes else ""
            hint = f' title="{escape(token.hint)}"' if token.hint else ""
            parts.append(f"<span {name}{classes}{hint}>")
    return Markup("".join(parts))


def _text(text: str) -> Iterator[Token]:
    if text:
        yield Token("text", text)


def mark(
    account: Account, sources: Sources, wording: Wording, only: Collection[str] | None = None
) -> Mapping[str, Marks]:
    """All that was found in the reports (in those of `only` where it is given), as marks of their texts by article."""
    w = wording

    def hinted(key: str, *parts: str | None, rule: str = "") -> str:
        told = (*parts, f"{w('rule')} {rule}" if rule else "")
        return f"{w(key)}: {' · '.join(part for part in told if part)}"

    marks = {r.id: Marks(r.id) for r in account.articles if only is None or r.id in only}
    for f in _within(marks, account.figures):
        value = w.bounds(f.low, f.high, f.approx, f.measure)
        hint = hinted("layer.figures", w.label("measure", f.measure), value, f.speaker, rule=f.rule)
        marks[f.article].add(f.start, f.end, "figures", hint)
    for s in _within(marks, account.statements):
        hint = hinted("layer.statements", w.label("form", s.form), sources.speaker(s.speaker), rule=s.rule)
        marks[s.article].add(s.start, s.end, "statements", hint)
    for d in _within(marks, account.dates):
        value = w.day(d.value) or w("date.none")
        marks[d.article].add(
            d.start, d.end, "dates", hinted("layer.dates", value, w.label("unplaced", d.why_null or ""), rule=d.rule)
        )
    for e in _within(marks, account.events):
        labels = (w.label("event", e.type), w.label("status", e.status))
        marks[e.article].add(e.start, e.end, "events", hinted("layer.events", *labels, rule=e.rule))
    for entity in account.entities:
        hint = hinted("layer.names", entity.name, w.label("entity", entity.type))
        for m in _within(marks, entity.mentions):
            marks[m.article].add(m.start, m.end, "names", hint)
    for framing in account.framing:
        for term in framing.terms:
            hint = hinted("layer.framing", sources.called(framing.target), w.label("voice", term.voice))
            for use in _within(marks, term.uses):
                marks[use.article].add(use.start, use.end, "framing", hint)
    for family in account.families:
        for passage in family.passages:
            for side, other in ((passage.a, passage.b), (passage.b, passage.a)):
                if side.article not in marks:
                    continue
                hint = hinted("layer.passages", w.label("passage", passage.kind), sources.outlet(other.article))
                marks[side.article].add(side.start, side.end, "passages", hint)
    for report in account.articles:
        if report.id not in marks:
            continue
        for c in report.credits:
            hint = hinted("layer.credits", w.label("credit", c.kind), rule=c.rule)
            marks[report.id].add(c.start, c.end, "credits", hint)
        for start, end, kind in report.furniture:
            marks[report.id].add(start, end, "furniture", hinted("layer.furniture", w.label("furniture", kind)))
    for article, start, end, sign in sources.judged.struck():
        if article in marks:
            marks[article].add(start, end, "rejected", sign.hint)
    evidence = [p for line in account.brief for p in line.evidence]
    evidence += [p for moment in account.timeline for p in moment.evidence]
    evidence += [use.place for deed in account.deeds for use in deed.uses]
    for place in _within(marks, evidence):
        marks[place.article].add(place.start, place.end)
    return marks


def _within(marks: Mapping[str, Marks], places: Iterable[S]) -> Iterator[S]:
    """The places that stand in a text that is marked."""
    return (place for place in places if place.article in marks)
