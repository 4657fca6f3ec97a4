"""People at the place of a collapse, blast or fire when it happened are affected: `saat kejadian ada empat orang di lokasi galian`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from runut.lang import Language
from runut.reading.figures.aboard import openers_of
from runut.reading.figures.carried import is_untold
from runut.reading.figures.clause import fits
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.numerals import Numeral
from runut.text import View
from runut.text.alternatives import any_of
from runut.text.late import late

# The collapse is told in the first so many sentences of a report, in that of the count or in one of so many before.
OPENING, BACK = 4, 2
RULE = "measure:at-scene"


@dataclass(frozen=True, slots=True)
class Words:
    """Rows of `carrier_words` that tell of those at a place."""

    moment: re.Pattern[str]
    collapse: re.Pattern[str]
    there: re.Pattern[str]
    there_before: re.Pattern[str]
    collapses: frozenset[str]


def make(language: Language) -> Words:
    """The words of those at a place; for `Language.derive`."""
    words: dict[str, list[str]] = {}
    for row in language.table("carrier_words"):
        words.setdefault(row["role"], []).append(row["word"])
    either = {role: any_of(of, either_case=True) for role, of in words.items()}
    moment, collapse = rf"(?:{either['at-the-time']})", either["collapse"]
    return Words(
        moment=late(rf"\b{moment} (?:{either['happening']}|(?:[a-z]{{2,12}} ){{0,3}}(?:{collapse}))\b"),
        collapse=late(rf"\b(?:{collapse})\b"),
        there=late(rf"(?: [\w-]+){{1,5}}? (?:{either['at-place']})\b"),
        there_before=late(rf"\b(?:{either['at-place']})(?: [\w-]+){{0,5}} $"),
        collapses=openers_of(words["collapse"]),
    )


def tell(told: list[tuple[Numeral, Judgement]], view: View, language: Language) -> list[tuple[Numeral, Judgement]]:
    """The counts of a report, those of people at the place of a collapse as affected."""
    if not any(is_untold(n, j) for n, j in told):
        return told
    words = language.derive(make)
    if words.collapses.isdisjoint(view.words.low) or words.moment.search(view.text) is None:
        return told
    return [(n, replace(j, measure="affected", rule=RULE) if _is_there(n, j, view, words) else j) for n, j in told]


def _is_there(n: Numeral, j: Judgement, view: View, words: Words) -> bool:
    """Whether those counted were at the place as it happened, and it was a collapse."""
    if not is_untold(n, j) or j.counted is None or not fits("affected", j.counted.kind):
        return False
    text, s = view.text, max(0, bisect_right(view.sentence_starts, n.start) - 1)
    start, end = view.sentence_starts[s], view.sentence_ends[s]
    if words.moment.search(text, start, end) is None:
        return False
    if not (words.there.match(text, n.stop, end) or words.there_before.search(text, start, n.begin)):
        return False
    near = dict.fromkeys((*range(s, max(-1, s - BACK - 1), -1), *range(min(OPENING, len(view.sentence_starts)))))
    return any(words.collapse.search(text, view.sentence_starts[k], view.sentence_ends[k]) for k in near)
