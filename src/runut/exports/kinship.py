"""Kinship: who rests on whom as a drawing, a row a report, or a row a family where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

WIDTH = 440
# The widest mean of a character of a label at its size of 11 (measured on system sans fonts: 5.3 to 6.1): nothing may run over the edge.
CHARACTER = 6.1
ROW, GAP = 21, 9
# Where the dots of an item outside the story, of an original, and of what rests on it stand (SVG units).
LEVELS = (9, 27, 45)
# Above so many reports a family takes one row with its reports as dots beside one another, of which at most DOTS are drawn.
MOST_ROWS = 30
DOT, DOTS = 13, 14
COLUMN = WIDTH // 2


@dataclass(frozen=True, slots=True)
class Node:
    """A report: `kind` of the passages that it shares with what it rests on, `words` the same for the reader."""

    label: str
    title: str
    hint: str
    href: str
    kind: str
    words: str
    original: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """A family to draw: its reports, an original first, and what they rest on outside the story ("" where nobody tells)."""

    upstream: str
    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing says of itself: `more` has a `{count}`, `unknown` names an item that nobody names."""

    original: str
    unknown: str
    more: str
    alone: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A node in place; `form` is original, copy, alone or outside; `href` is empty where the label beside it leads to the report."""

    x: float
    y: float
    form: str
    hint: str
    href: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A path from what is rested on to who rests on it, `kind` as of its passages."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Note:
    """Words in place; `href` where they lead to a report."""

    x: float
    y: float
    align: str
    text: str
    href: str
    dim: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything of a drawing in SVG units, ready for the template."""

    spots: tuple[Spot, ...]
    edges: tuple[Edge, ...]
    notes: tuple[Note, ...]
    height: int
    width: int = WIDTH


@dataclass(slots=True)
class _Sheet:
    """A drawing in the making; `y` is where the next row stands."""

    spots: list[Spot]
    edges: list[Edge]
    notes: list[Note]
    y: int = ROW // 2 + 2


def lay_out(families: Sequence[Kin], words: Words) -> Drawing:
    """Place the families one below another, those of one report at the end in two columns."""
    sheet = _Sheet([], [], [])
    dense = sum(len(k.members) for k in families) > MOST_ROWS
    for kin in families:
        if len(kin.members) > 1:
            (_row if dense else _tree)(sheet, kin, words)
            sheet.y += 0 if dense else GAP
    lone = [k for k in families if len(k.members) == 1]
    if lone and len(lone) < len(families):
        sheet.y += GAP if dense else 0
        sheet.notes.append(Note(0, sheet.y + 4, "start", words.alone, "", dim=True))
        sheet.y += ROW
    for kin in (k for k in lone if k.upstream):
        (node,) = kin.members
        sheet.spots.append(Spot(LEVELS[0], sheet.y, "alone", node.hint, ""))
        _label(sheet, LEVELS[0], node, f"← {kin.upstream}")
        sheet.y += ROW
    _columns(sheet, [k.members[0] for k in lone if not k.upstream])
    return Drawing(tuple(sheet.spots), tuple(sheet.edges), tuple(sheet.notes), sheet.y - ROW // 2 + 2)


def _tree(sheet: _Sheet, kin: Kin, words: Words) -> None:
    """A family as a tree: the item outside the story, under it the original, under that the copies."""
    members = list(kin.members)
    outside = kin.upstream or ("" if members[0].original else words.unknown)
    level, root = 0, None
    if outside:
        sheet.spots.append(Spot(LEVELS[0], sheet.y, "outside", outside, ""))
        sheet.notes.append(
            Note(
                LEVELS[0] + 10,
                sheet.y + 4,
                "start",
                _clipped(outside, WIDTH - LEVELS[0] - 10),
                "",
                dim=not kin.upstream,
            )
        )
        root, level = sheet.y, 1
        sheet.y += ROW
    if members[0].original:
        first = members.pop(0)
        sheet.spots.append(Spot(LEVELS[level], sheet.y, "original", first.hint, ""))
        _label(sheet, LEVELS[level], first, words.original)
        if root is not None:
            sheet.edges.append(_elbow(LEVELS[level - 1], root, LEVELS[level], sheet.y, "outside"))
        root, level = sheet.y, level + 1
        sheet.y += ROW
    for node in members:
        sheet.spots.append(Spot(LEVELS[level], sheet.y, "copy", node.hint, ""))
        _label(sheet, LEVELS[level], node, node.words)
        if root is not None:
            sheet.edges.append(_elbow(LEVELS[level - 1], root, LEVELS[level], sheet.y, node.kind))
        sheet.y += ROW


def _row(sheet: _Sheet, kin: Kin, words: Words) -> None:
    """A family as one row of dots behind what they rest on, with the first report's name and how many more there are."""
    members = list(kin.members)
    x, y = LEVELS[0], sheet.y
    if members[0].original:
        first = members.pop(0)
        sheet.spots.append(Spot(x, y, "original", first.hint, first.href))
    else:
        first = members[0]
        sheet.spots.append(Spot(x, y, "outside", kin.upstream or words.unknown, ""))
    for n, node in enumerate(members[:DOTS]):
        at = x + 6 + DOT * (n + 1)
        sheet.spots.append(Spot(at, y, "copy", node.hint, node.href))
        sheet.edges.append(Edge(f"M{at - DOT + (0 if n else -2)} {y}H{at - 4}", node.kind))
    end = x + 6 + DOT * min(len(members), DOTS)
    more = words.more.format(count=len(kin.members) - 1)
    _label(sheet, end, replace(first, label=f"{first.label} {more}"), f"← {kin.upstream}" if kin.upstream else "")
    sheet.y += ROW


def _columns(sheet: _Sheet, nodes: list[Node]) -> None:
    """Reports that rest on nothing known, two beside one another."""
    half = (len(nodes) + 1) // 2
    for n, node in enumerate(nodes):
        left, y = (COLUMN if n >= half else 0) + LEVELS[0], sheet.y + ROW * (n % half)
        sheet.spots.append(Spot(left, y, "alone", node.hint, ""))
        sheet.notes.append(
            Note(left + 10, y + 4, "start", _clipped(_titled(node), COLUMN - LEVELS[0] - 18), node.href, dim=False)
        )
    sheet.y += ROW * half


def _label(sheet: _Sheet, x: int, node: Node, told: str) -> None:
    """The label right of a dot, and what is told of it at the right edge; the label gives way."""
    told = _clipped(told, WIDTH * 0.5)
    if told:
        sheet.notes.append(Note(WIDTH - 2, sheet.y + 4, "end", told, "", dim=True))
    room = WIDTH - x - 10 - (len(told) + 3) * CHARACTER
    sheet.notes.append(Note(x + 10, sheet.y + 4, "start", _clipped(_titled(node), room), node.href, dim=False))


def _titled(node: Node) -> str:
    return f"{node.label}: {node.title}" if node.title else node.label


def _elbow(x: int, y: int, to_x: int, to_y: int, kind: str) -> Edge:
    """Down from one dot and right to another, with a head."""
    end = to_x - 6
    return Edge(f"M{x} {y + 5}V{to_y}H{end}M{end - 4} {to_y - 3}L{end} {to_y}L{end - 4} {to_y + 3}", kind)


def _clipped(text: str, room: float) -> str:
    most = int(room / CHARACTER)
    return text if len(text) <= most else text[: max(most - 1, 1)].rstrip(" ,") + "…"
