"""Comparing: the readings of one event's reports, side by side; pure."""

from __future__ import annotations

from collections.abc import Iterable

from runut.comparing import clashes, entities, families, framing, off_story, series, timeline
from runut.comparing.ages import by_age
from runut.lang import Language
from runut.model import Reading, Story


def compare(readings: Iterable[Reading], language: Language) -> Story:
    """Make one story of the readings; the same for any order in which they come.

    They are taken from the oldest to the youngest.
    """
    ordered = by_age(readings)
    ents = entities.join(ordered, language)
    fams = families.group(ordered, language)
    strays = off_story.find(ordered, ents, language)
    away = {s.article for s in strays}
    rows = series.align(tuple(r for r in ordered if r.article.id not in away), ents, fams, language)
    return Story(
        readings=ordered,
        entities=ents,
        families=fams,
        series=rows,
        clashes=clashes.find(ordered, ents, rows, language),
        timeline=timeline.order(ordered, ents, fams, language),
        framing=framing.gather(ordered, ents, language),
        off_story=strays,
    )
