"""Reports read as they are, for the tests of what comparing makes of their sentences."""

from __future__ import annotations

from runut import pipeline
from runut.comparing import anchors
from runut.intake import take_in
from runut.lang import load
from runut.model import Article, Place, Reading

INDONESIAN = load("id")
DAY = "2031-06-20"


def read(*bodies: str, day: str = DAY) -> tuple[Reading, ...]:
    """The readings of some reports of one day."""
    records = [
        {"text": body, "title": "Kabar Kalimas", "published": day, "outlet": f"Warta {n}"}
        for n, body in enumerate(bodies)
    ]
    only = {"id": INDONESIAN}
    firsts = [pipeline.glance(a, only) for a in take_in(records) if isinstance(a, Article)]
    settled = anchors.settle(firsts)
    return tuple(pipeline.read(first, settled[first.article.id], only) for first in firsts)


def words(readings: tuple[Reading, ...], places: tuple[Place, ...]) -> list[str]:
    """What stands at some places of the reports."""
    texts = {r.article.id: r.article.text for r in readings}
    return [texts[p.article][p.start : p.end] for p in places]
