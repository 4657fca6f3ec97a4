"""Two figures of people side by side: whose ages they are, and in whose company people are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Levenshtein

from runut.comparing import company
from runut.comparing.overlaps import equal
from runut.comparing.points import Point

# Shorter words of names are other names when they differ by a letter.
LONG_NAME = 5
# Initials of a name have so many letters at most.
LONGEST_INITIALS = 3
# The last of the years of an age told in tens comes so long after the first.
TEN_YEARS = 9


def same_company(a: Point, b: Point) -> bool:
    """Whether two reports count as many people whom they name, or as many others beside one person; the dead are no suspects."""
    f, g = a.figure, b.figure
    if a.report == b.report or not equal(a, b) or not company.same(a.company, b.company):
        return False
    return f.measure == g.measure or "other" in (f.measure, g.measure)


def same_person(a: Point, b: Point) -> bool:
    """Whether two ages are of one person: named alike, or equal where one report names none beside it and knows the other's."""
    if a.person and a.person == b.person:
        return True
    if a.called and b.called:  # one name of two may be that of a family
        if equal(a, b) and (_is_short_for(a.called, b.called) or _is_short_for(b.called, a.called)):
            return True
        spelt = sum(any(_is_spelt(x, y) for y in b.called) for x in a.called)
        alike = equal(a, b) or not {*a.called}.isdisjoint(b.called)  # `Sudarno (50)` and `Sudarna (51)` are two
        return alike and spelt >= min(2, len(a.called), len(b.called))
    named, bare = (a, b) if a.person else (b, a)
    return bool(named.person) and not bare.called and equal(a, b) and named.person in bare.known


def nobody_else(points: Sequence[Point]) -> Callable[[Point, Point], bool]:
    """Whether two ages of different reports are equal, one of them at least of nobody named, and no two named people have that age.

    One told in tens (`60-an`) is the only age of those years that the story tells.
    """
    owners: dict[object, set[object]] = defaultdict(set)
    exact = {p.figure.low for p in points if p.figure.low is not None and p.figure.low == p.figure.high}
    for p in points:
        if p.called or p.person:
            owners[p.figure.low, p.figure.high].add(p.person or p.called)

    def alike(a: Point, b: Point) -> bool:
        bare = not (a.called or a.person) or not (b.called or b.person)
        if not bare or a.report == b.report:
            return False
        f, g = a.figure, b.figure
        same = equal(a, b) or (f.low is g.low is None and f.high == g.high)  # `di bawah delapan tahun`
        return (same and len(owners[f.low, f.high]) < 2) or in_tens(a, b) or in_tens(b, a)

    def in_tens(tens: Point, one: Point) -> bool:
        low, high, age = tens.figure.low, tens.figure.high, one.figure.low
        if tens.called or tens.person or low is None or high != low + TEN_YEARS or low % 10 or age != one.figure.high:
            return False
        return {x for x in exact if low <= x <= high} == {age}

    return alike


def _is_short_for(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name is told by its initials: `SJ` of Surya Jati, `W` of Wira."""
    initials = "".join(w[0].upper() for w in name)
    if len(short) != 1 or not short[0].isupper() or initials == name[0].upper():
        return False
    if len(short[0]) > LONGEST_INITIALS:  # the last names of a long one may be left out
        return initials.startswith(short[0])
    return short[0] == initials


def _is_spelt(a: str, b: str) -> bool:
    """Whether two words of names are one, or differ by one letter: `Laila` and `Lailla`."""
    return a == b or (min(len(a), len(b)) >= LONG_NAME and Levenshtein.distance(a, b) <= 1)
