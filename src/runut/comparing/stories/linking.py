"""Whether two reports go together."""

from __future__ import annotations

from runut.comparing.stories.banding import REACH, place
from runut.comparing.stories.growing import mean, unit
from runut.model import Link, Sketch

COPIED, SAME_STORY = "copied", "same-story"
# Of the shorter report's fingerprints so many stand in the other.
MOSTLY = 0.5
LEAST_SHARED = 3
# How near two reports of one story are, and a report without a day and one of its story.
NEAR, NEAR_UNDATED = 0.2, 0.25


def link(a: Sketch, b: Sketch) -> Link | None:
    """How two reports go together, None where they do not; the same whichever comes first."""
    if b.article < a.article:
        a, b = b, a
    days = place(a), place(b)
    if all(days) and abs(days[0] - days[1]) > REACH:
        return None
    shared = len(set(a.fingerprints) & set(b.fingerprints))
    least = min(len(a.fingerprints), len(b.fingerprints)) or 1
    if shared >= min(LEAST_SHARED, least) and shared >= MOSTLY * least:
        return Link(a=a.article, b=b.article, kind=COPIED, weight=round(shared / least, 4), rule="fingerprints")
    near = mean(unit(a), unit(b))
    if near < (NEAR if bool(days[0]) == bool(days[1]) else NEAR_UNDATED):
        return None
    return Link(a=a.article, b=b.article, kind=SAME_STORY, weight=round(near, 4), rule="likeness")
