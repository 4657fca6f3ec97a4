"""Furniture that is known by where it stands: blocks that come a second time, and what follows the report's last line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from runut.reading.furniture import lines

Found = tuple[int, int, str, str]

# A sentence or line shorter than this (letters and figures) that comes again may be chance, unless its neighbours come again too.
SHORTEST_REPEAT = 60
SHORTEST_IN_RUN = 12
# After the writers' initials, a line no longer than this (characters) that closes no sentence is page.
LONGEST_TAIL_LINE = 130
# A line longer than this that closes a sentence is body.
SHORTEST_SENTENCE = 40
# A run of at least so many lines below the report is links, where so many of them are known furniture or bare days.
SHORTEST_LINK_TAIL = 8
FEWEST_MARKS = 3

# The first lines may be a headline printed twice; below them a line that comes twice in a row is a link …
FIRST_LINES = 6
# … where it is longer than this (characters).
SHORTEST_DOUBLE = 24

_UNIT = re.compile(r"(?:[^.!?\r\n\u2028]|[.!?](?![\"”’)]*(?:\s|&nbsp;|$)))+(?:[.!?][\"”’)]*)?")
_LETTERS = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"\d{1,3}[.)]\s|[•*-]\s\w|[a-z][.)]\s")
_DAY_LINE = re.compile(r"(?:[A-Z][a-z]{2,8},? )?\d{1,2} [A-Z][a-z]{2,9} 20\d\d")
_INITIALS = re.compile(r"\([\w .'-]{1,40}(?:/[\w .'-]{1,40}){0,3}\)\s*$")


def find_repeats(text: str, found: Iterable[Found]) -> list[Found]:
    """Second copies of long sentences, with the copies of their neighbours; the first copy counts."""
    hidden = sorted((a, b) for a, b, _, _ in found)
    units = [(a, b, key) for a, b, key in _units(text) if not _covered(a, b, hidden)]
    first: dict[str, int] = {}
    copy_of: list[int | None] = []
    for n, (_, _, key) in enumerate(units):
        copy_of.append(first.get(key))
        first.setdefault(key, n)
    out: list[Found] = []
    n = 0
    while n < len(units):
        source = copy_of[n]
        if source is None or len(units[n][2]) < SHORTEST_REPEAT:
            n += 1
            continue
        begin = n
        while begin > 0 and source - (n - begin) > 0 and _same(units, begin - 1, source - (n - begin) - 1):
            begin -= 1
        end = n
        while end + 1 < len(units) and source + (end + 1 - n) < begin and _same(units, end + 1, source + (end + 1 - n)):
            end += 1
        if begin < end or lines.ends_sentence(text, units[n][1]):  # a headline printed again is no furniture
            out.append((units[begin][0], units[end][1], "repeat", "repeat"))
        n = end + 1
    return out


def _units(text: str) -> Iterable[tuple[int, int, str]]:
    for match in _UNIT.finditer(text):
        words = _LETTERS.findall(match[0])
        if words:
            yield match.start(), match.end(), " ".join(words).casefold()


def _covered(start: int, end: int, hidden: list[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in hidden)


def _same(units: list[tuple[int, int, str]], a: int, b: int) -> bool:
    return b < a and units[a][2] == units[b][2] and len(units[a][2]) >= SHORTEST_IN_RUN


def find_doubles(text: str, found: Iterable[Found]) -> list[Found]:
    """Lines printed twice in a row: links whose words stand in the page twice, and teasers of other reports under a rubric."""
    spans = lines.split(text)
    rubrics = {b for _, b, kind, _ in found if kind == "rubric"}
    out: list[Found] = []
    for n, ((a, b), (c, d)) in enumerate(pairwise(spans)):
        if b - a <= SHORTEST_DOUBLE or text[a:b] != text[c:d]:
            continue
        teaser = 0 < n < FIRST_LINES and spans[n - 1][1] in rubrics
        if teaser or (n >= FIRST_LINES and not lines.ends_sentence(text, b)):
            out.append((a, d, "link", "line-twice"))
    return out


def find_tail(text: str, found: Iterable[Found]) -> list[Found]:
    """What stands below the report: short lines after the writers' initials, and long runs of links and days."""
    spans = lines.split(text)
    last = _last_body_line(text, spans)
    tail = spans[last + 1 :]
    signed = next((n for n, (a, b) in enumerate(spans[last:]) if _INITIALS.search(text, max(a, b - 90), b)), None)
    if signed is not None:
        return [(a, b, "other", "after-initials") for a, b in spans[last + signed + 1 :]]
    hidden = {a for a, _, _, _ in found}
    marks = [n for n, (a, b) in enumerate(tail) if a in hidden or _DAY_LINE.fullmatch(text, a, b)]
    if len(tail) < SHORTEST_LINK_TAIL or len(marks) < FEWEST_MARKS:
        return []
    return [(a, b, "other", "tail-of-links") for a, b in tail[marks[0] :]]


def _last_body_line(text: str, spans: list[tuple[int, int]]) -> int:
    """The last line that reads as a sentence or as an item of a list."""
    for n in range(len(spans) - 1, 0, -1):
        start, end = spans[n]
        teaser = text[start:end].endswith(("[…]", "...", "…"))
        if _ITEM.match(text, start) or (
            end - start > SHORTEST_SENTENCE and lines.ends_sentence(text, end) and not teaser
        ):
            return n
        if end - start > LONGEST_TAIL_LINE and not teaser:
            return n
    return 0
