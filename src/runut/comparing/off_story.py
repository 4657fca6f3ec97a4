"""Reports that tell of something else than the others."""

from __future__ import annotations

import re
from collections import Counter

from runut.lang import Language
from runut.model import Entity, OffStory, Reading

# Below this many reports "the others" is no measure of anything.
FEWEST_REPORTS = 4
# Words of a headline that tell what it is about; shorter ones are mostly grammar.
_TELLING_WORD = re.compile(r"[^\W\d_]{5,}")


def find(readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language) -> tuple[OffStory, ...]:
    """Reports that share with no other a name (countries and media aside) or a telling word of the headline.

    Rule `shares-nothing`: both must be missing; a report without names or without headline is never off story.
    """
    if len(readings) < FEWEST_REPORTS:
        return ()
    everywhere = {row["name"].casefold() for row in language.table("countries")}
    everywhere |= {row["name"].casefold() for row in language.table("agencies") if "name" in row}
    named: dict[str, set[str]] = {r.article.id: set() for r in readings}
    for entity in entities:
        if entity.name.casefold() not in everywhere:
            for article, _ in entity.members:
                named.setdefault(article, set()).add(entity.id)
    words = {
        r.article.id: {w.casefold() for w in _TELLING_WORD.findall(r.article.title or r.credits.title or "")}
        for r in readings
    }
    name_counts = Counter(e for names in named.values() for e in names)
    word_counts = Counter(w for ws in words.values() for w in ws)
    return tuple(
        OffStory(
            article=r.article.id,
            why="tidak berbagi nama dengan laporan lain, dan judulnya tidak berbagi kata dengan judul lain",
        )
        for r in readings
        if named[r.article.id]
        and words[r.article.id]
        and all(name_counts[e] == 1 for e in named[r.article.id])
        and all(word_counts[w] == 1 for w in words[r.article.id])
    )
