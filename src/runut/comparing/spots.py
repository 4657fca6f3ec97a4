"""The places of a report in words: those that a stretch names, that stand beside a number, that its first sentences name."""

from __future__ import annotations

import re

from runut.comparing.series_words import Words
from runut.model import Figure, Mention, Reading

# So many first sentences tell where a report's event is.
LEAD = 4
# The place of a count stands so near behind its number, or right before it.
SPOT_AFTER, SPOT_BEFORE = 30, 2
# Schools and hospitals are places too; a name that begins so far off is not beside a number.
PLACES, FAR = frozenset(["GPE", "LOC", "ORG"]), 100


def find_words(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The words of the places that a stretch names."""
    named = (m.text for n in reading.names if n.type in ("GPE", "LOC") for m in n.mentions if start <= m.start < end)
    return frozenset(word.lower() for text in named for word in re.findall(r"[^\W\d_]{4,}", text))


def find_beside(reading: Reading, figure: Figure, end: int, words: Words) -> frozenset[str]:
    """The words of the place right beside a count (`satu orang di Kalimas`, `RSUD Kalimas satu orang`) but for its head word; empty where
    none stands so near. Whoever counts is no place: `menurut Komnas HAM, tujuh orang`.
    """
    text, at = reading.article.text, figure.number
    named = [
        (m, n.type) for n in reading.names if n.type in PLACES for m in n.mentions if abs(m.start - at.start) < FAR
    ]
    places = [m for m, _ in named]
    for m in sorted(places, key=lambda m: m.start):
        if at.end < m.start < min(end, at.end + SPOT_AFTER) and words.says("inside", text[at.end : m.start]):
            return frozenset(m.text.lower().split()) - words.place_heads
    before = [
        m.text
        for m, kind in named
        if 0 <= at.start - m.end <= SPOT_BEFORE
        and not (kind == "ORG" and ("," in text[m.end : at.start] or _is_of_source(figure, m)))
    ]
    return frozenset(w for name in before for w in name.lower().split()) - words.place_heads


def _is_of_source(figure: Figure, m: Mention) -> bool:
    """Whether a name stands in the naming of a figure's source."""
    start, end = figure.speaker_start, figure.speaker_end
    return start is not None and end is not None and start <= m.start and m.end <= end


def find_lead(reading: Reading) -> frozenset[str]:
    """The words of the places that a report's first sentences name."""
    return find_words(reading, 0, reading.sentences[:LEAD][-1].end if reading.sentences else 0)
