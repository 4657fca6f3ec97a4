"""The places of a report in words: those that a stretch names, that stand beside a number, that its first sentences name."""

from __future__ import annotations

import re

from runut.comparing.series_words import Words
from runut.model import Figure, Reading

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
    none stands so near.
    """
    text, at = reading.article.text, figure.number
    places = [m for n in reading.names if n.type in PLACES for m in n.mentions if abs(m.start - at.start) < FAR]
    for m in sorted(places, key=lambda m: m.start):
        if at.end < m.start < min(end, at.end + SPOT_AFTER) and words.says("inside", text[at.end : m.start]):
            return frozenset(m.text.lower().split()) - words.place_heads
    before = (m for m in places if 0 <= at.start - m.end <= SPOT_BEFORE)
    return frozenset(w for m in before for w in m.text.lower().split()) - words.place_heads


def find_lead(reading: Reading) -> frozenset[str]:
    """The words of the places that a report's first sentences name."""
    return find_words(reading, 0, reading.sentences[:LEAD][-1].end if reading.sentences else 0)
