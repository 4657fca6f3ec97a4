"""Whether two reports go together."""

from __future__ import annotations

from datetime import date
from math import sqrt

from runut.comparing.stories.terms import step, what
from runut.model import Link, Sketch

COPIED, SAME_STORY = "copied", "same-story"
# Of the shorter report's fingerprints so many stand in the other.
MOSTLY = 0.5
LEAST_SHARED = 3
# How near two reports of one story are.
NEAR = 0.3
REACH = 7


def link(a: Sketch, b: Sketch) -> Link | None:
    """How two reports go together, None where they do not; the same whichever comes first."""
    if b.article < a.article:
        a, b = b, a
    shared = len(set(a.fingerprints) & set(b.fingerprints))
    least = min(len(a.fingerprints), len(b.fingerprints)) or 1
    if shared >= min(LEAST_SHARED, least) and shared >= MOSTLY * least:
        return Link(a=a.article, b=b.article, kind=COPIED, weight=round(shared / least, 4), rule="fingerprints")
    if a.day and b.day and abs(date.fromisoformat(a.day).toordinal() - date.fromisoformat(b.day).toordinal()) > REACH:
        return None
    near = likeness(a, b)
    if near < NEAR:
        return None
    return Link(a=a.article, b=b.article, kind=SAME_STORY, weight=round(near, 4), rule="likeness")


def likeness(a: Sketch, b: Sketch) -> float:
    """The cosine of the words of two reports."""
    x, y = ({what(t): step(t) + 1 for t in s.words} for s in (a, b))
    shared = sum(w * y[t] for t, w in x.items() if t in y)
    size = sqrt(sum(w * w for w in x.values()) * sum(w * w for w in y.values()))
    return shared / size if size else 0.0
