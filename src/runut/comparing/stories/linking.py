"""Whether two reports go together."""

from __future__ import annotations

from runut.comparing.stories.banding import REACH
from runut.comparing.stories.sides import Side, mean, side
from runut.model import Link, Sketch

COPIED, SAME_STORY = "copied", "same-story"
# Of the shorter report's fingerprints so many stand in the other.
MOSTLY = 0.5
LEAST_SHARED = 3
# How near two reports of one story are, and a report without a day and one of its story. For the first .20 gives F1 .903 and strays .43
# on the events of the corpus, .26 .899 and .36, .28 .884 and .32.
NEAR, NEAR_UNDATED = 0.26, 0.28


def link(a: Sketch, b: Sketch) -> Link | None:
    """How two reports go together, None where they do not; the same whichever comes first."""
    return hold(side(a), side(b))


def hold(a: Side, b: Side) -> Link | None:
    """How two reports that were made ready go together."""
    if a.day and b.day and abs(a.day - b.day) > REACH:
        return None
    one, other = sorted((a.sketch.article, b.sketch.article))
    shared = len(a.prints & b.prints)
    least = min(len(a.prints), len(b.prints)) or 1
    if shared >= min(LEAST_SHARED, least) and shared >= MOSTLY * least:
        return Link(a=one, b=other, kind=COPIED, weight=round(shared / least, 4), rule="fingerprints")
    near = round(mean(a.vector, b.vector), 4)
    if near < (NEAR if bool(a.day) == bool(b.day) else NEAR_UNDATED):
        return None
    return Link(a=one, b=other, kind=SAME_STORY, weight=near, rule="likeness")
