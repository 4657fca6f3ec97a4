"""Charts: figures side by side as a small drawing, time from left to right, values upward.

Drawn here rather than by a library: docs/performance.md, section "Charts", has the measurements that decided it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

WIDTH, HEIGHT = 440, 190
LEFT, RIGHT, TOP, BOTTOM = 52, 14, 20, 30
# Room that one figure needs beside another of the same day, and the most a day's figures spread (SVG units).
STEP = 64
LABEL_HEIGHT = 13
# Width of a character of the label at its size of 11, on the safe side (labels measured on system sans fonts: 5.3 to 6.1 in the mean).
CHARACTER = 6.2
LONGEST_LABEL = 26

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A value to draw: `value` and `source` label it, `hint` says it in words, `href` leads to its passage.

    `overtaken` is one that those who tell it do not stand by.
    """

    day: str
    day_label: str
    low: float | None
    high: float | None
    value: str
    source: str
    named: bool
    hint: str
    href: str
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A point in place: the bounds' line runs from `y_low` to `y_high`; `open` is "up" or "down" where a bound is missing."""

    point: Point
    x: float
    y: float
    y_low: float
    y_high: float
    open: str


@dataclass(frozen=True, slots=True)
class Link:
    """A verdict from one point to another, by their place among the points."""

    a: int
    b: int
    relation: str
    hint: str


@dataclass(frozen=True, slots=True)
class Line:
    """A link in place."""

    x1: float
    y1: float
    x2: float
    y2: float
    relation: str
    hint: str


@dataclass(frozen=True, slots=True)
class Label:
    """Value and source, or the value alone, beside a dot."""

    x: float
    y: float
    align: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of a drawing in SVG units, ready for the template."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    ticks: tuple[tuple[float, float], ...]
    days: tuple[tuple[float, str], ...]
    walls: tuple[float, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def lay_out(points: Sequence[Point], links: Iterable[Link] = ()) -> Chart | None:
    """Place the points and what links them; None when fewer than two of them have a value, which needs no drawing.

    Days stand in their order, each as wide as it has figures (not in proportion to the calendar); points without a day come last.
    """
    order = [n for n, p in enumerate(points) if p.low is not None or p.high is not None]
    if len(order) < 2:
        return None
    order.sort(key=lambda n: (points[n].day == "", points[n].day))
    valued = [points[n] for n in order]
    ticks = _ticks([v for p in valued for v in (p.low, p.high) if v is not None])
    bottom, top = ticks[0], ticks[-1]

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - bottom) / (top - bottom) * (HEIGHT - BOTTOM - TOP), 1)

    slot = (WIDTH - RIGHT - LEFT) / len(valued)
    dots: list[Dot] = []
    days: list[tuple[float, str]] = []
    walls: list[float] = []
    for _, group in groupby(valued, key=lambda p: p.day):
        same_day = list(group)
        left = LEFT + slot * len(dots)
        if dots:
            walls.append(round(left, 1))
        middle = left + slot * len(same_day) / 2
        days.append((round(middle, 1), same_day[0].day_label))
        spread = min(slot, STEP)
        for n, p in enumerate(same_day):
            x = round(middle + spread * (n - (len(same_day) - 1) / 2), 1)
            dots.append(_dot(p, x, y))
    at = dict(zip(order, dots, strict=True))
    return Chart(
        dots=tuple(dots),
        lines=tuple(
            Line(at[k.a].x, at[k.a].y, at[k.b].x, at[k.b].y, k.relation, k.hint)
            for k in links
            if k.a in at and k.b in at
        ),
        labels=tuple(_labels(dots)),
        ticks=tuple((y(t), t) for t in ticks),
        days=tuple(_thinned(days)),
        walls=tuple(walls),
    )


def _dot(p: Point, x: float, y: Callable[[float], float]) -> Dot:
    low = p.low if p.low is not None else p.high
    high = p.high if p.high is not None else p.low
    assert low is not None
    assert high is not None
    if p.high is None:
        return Dot(p, x, y(low), y(low), TOP - 8, "up")
    if p.low is None:
        return Dot(p, x, y(high), HEIGHT - BOTTOM, y(high), "down")
    return Dot(p, x, y((low + high) / 2), y(low), y(high), "")


def _ticks(values: list[float]) -> list[float]:
    """Three to six round values that hold all of `values`, whole numbers where those are."""
    low, high = min(values), max(values)
    if low == high:
        low, high = (low - 1, high + 1) if low else (low, high + 1)
        low = max(low, 0) if min(values) >= 0 else low
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * k for k in (1, 2, 5, 10) if power * k >= rough)
    if all(isinstance(v, int) for v in values):
        step = max(1, round(step))
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(k * step, 6) for k in range(first, last + 1)]


def _labels(dots: list[Dot]) -> list[Label]:
    """A label for each dot where one fits, with the source or without it; none rather than one over another."""
    taken = [(d.x - 6, min(d.y, d.y_high) - 5, d.x + 6, max(d.y, d.y_low) + 5) for d in dots]
    labels = []
    for dot in dots:
        full = f"{dot.point.value} {dot.point.source}".strip()
        if len(full) > LONGEST_LABEL:
            full = full[: LONGEST_LABEL - 1].rstrip() + "…"
        for text in (full, dot.point.value):
            found = _place(dot, text, taken)
            if found is not None:
                labels.append(found)
                break
    return labels


def _place(dot: Dot, text: str, taken: list[Box]) -> Label | None:
    """The label above, right, left or below the dot, whichever is free first; its room is then taken."""
    width = len(text) * CHARACTER
    for x, y, align in (
        (dot.x, dot.y - 10, "middle"),
        (dot.x + 9, dot.y + 4, "start"),
        (dot.x - 9, dot.y + 4, "end"),
        (dot.x, dot.y + 18, "middle"),
    ):
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[align]
        box = (left, y - LABEL_HEIGHT + 3, left + width, y + 2)
        inside = box[0] >= LEFT and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT - BOTTOM + 7
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return Label(round(x, 1), round(y, 1), align, text)
    return None


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _thinned(days: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """The days that fit beside one another under the axis, from the left."""
    shown: list[tuple[float, str]] = []
    free_from = 0.0
    for x, text in days:
        half = len(text) * CHARACTER / 2
        if x - half >= free_from:
            shown.append((min(x, WIDTH - half), text))
            free_from = x + half + 6
    return shown
