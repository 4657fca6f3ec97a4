"""A count of people of whom nothing is told, where it stands among the others, and what it may be told as."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.reading.figures.clause import MAX_SUBJECT, PERSONAL, fits, look_through
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES
from runut.text import View

Told = tuple[Numeral, Judgement]
# Counts by their place, as they are told now.
Made = list[tuple[int, Judgement]] | None

# What those counted are carried from: a set of people of whom something tracked is told.
SETS = FATES | {"affected"}
# What forces are counted as of whom nothing is said.
FORCES = frozenset({"police", "troops"})
# So many counts before one are looked through at most.
MAX_LOOKED = 12
# What is told from a set to the count that it is carried to has so many characters at most.
MAX_CARRIED = 500
# Words that tell what is left or comes to (`jadi tersisa`, `totalnya`) begin within so many characters before a count.
MAX_SUM = 40
# The rules of judging that say nothing of those counted, and the ones that say something untracked.
UNREAD = "measure:unread"
_UNTOLD = (
    "measure:noun:",
    "measure:included",
    "measure:part-of:",
    "measure:bare",
    "measure:bounded",
    "measure:former",
    "measure:they-are",
    UNREAD,
)
UNTRACKED, FOUND = "measure:state:", "measure:state:ditemukan"
_VICTIMS = ("measure:subject:korban", "measure:subject:para korban")
# A full stop inside a quotation.
_STOP = re.compile(r"(?<=[a-z)\d])[.!?] (?=[A-Z])")
_PEOPLE = PERSONAL - {"none", "unknown"}


@dataclass(slots=True)
class Count:
    """A count whose measure is not told, where it stands among the others."""

    view: View
    told: Sequence[Told]
    k: int
    n: Numeral
    j: Judgement
    sentence: tuple[int, int]
    earlier: int
    """Where the sentence before begins."""
    before: list[Told]
    """The counts of people in this sentence and the two before, the nearest first."""
    lex: Lexicon

    def told_as(self, whole: Judgement, rule: str, part: str | None = None) -> list[tuple[int, Judgement]]:
        """This count told as what a set is told as, where that may befall those counted."""
        kind = self.j.counted.kind if self.j.counted is not None else "never"
        return [(self.k, carry_from(self.j, whole, rule, part))] if fits(whole.measure, kind) else []

    def next(self) -> Numeral | None:
        """The next count in the sentence."""
        following = self.told[self.k + 1][0] if self.k + 1 < len(self.told) else None
        return following if following is not None and following.start < self.sentence[1] else None

    def nearest(self) -> Told | None:
        """The count of people right before this one, in its sentence or the one before, where it is a set."""
        last = self.before[0] if self.before else None
        return last if last is not None and last[1].measure in SETS and last[0].start >= self.earlier else None

    def only(self) -> Told | None:
        """The nearest set, where no other of another measure is told beside it, in numbers or in words."""
        last = self.before[0] if self.before else None
        if (
            last is None
            or last[1].measure not in SETS
            or {j.measure for _, j in self.before} - {last[1].measure, "other"}
        ):
            return None
        near = self.n.begin - last[1].end <= MAX_CARRIED
        return last if near and self.said(last[1].end, self.n.begin) <= {last[1].measure} else None

    def said(self, begin: int, end: int) -> set[str]:
        """What is said to befall people in a stretch."""
        states = look_through(self.view, begin, end, self.lex).states
        nouns = self.lex.noun.finditer(self.view.text, begin, end)
        said = {h.measure for h in states if h.end <= end} | {self.lex.nouns[m[1].lower()]["measure"] for m in nouns}
        return said & SETS - {"affected"}


def is_untold(n: Numeral, j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told."""
    if j.measure != "other" or j.counted is None or (n.low is None and n.high is None):
        return False
    nameless = j.counted.kind == "none" and (j.part == "part" or j.rule == UNREAD)
    told = j.rule.startswith(UNTRACKED) and n.low == n.high
    return (j.counted.kind in _PEOPLE or nameless) and (told or j.rule.startswith(_UNTOLD))


def is_unsaid(j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told but what they are: `tujuh buruh, dua polisi`."""
    force = j.measure in FORCES and j.rule.startswith("measure:noun:")
    return (
        force or are_victims(j) or are_found(j) or (j.measure == "other" and j.rule.startswith((*_UNTOLD, UNTRACKED)))
    )


def are_victims(j: Judgement) -> bool:
    """Whether some are told only as those of whom `korban` are made up: `para korban terdiri atas delapan siswa dan empat guru`."""
    return j.measure == "affected" and j.part == "part" and j.rule.startswith(_VICTIMS)


def are_found(j: Judgement) -> bool:
    """Whether some are told only as found, dead or alive: `dari 844 korban tewas itu, 821 orang ditemukan di Kalimas`."""
    return j.measure == "affected" and j.rule == FOUND


def count_at(told: Sequence[Told], k: int, view: View, lex: Lexicon) -> Count:
    """A count with the sentence it stands in and the counts of people before it."""
    n, j = told[k]
    s = max(0, bisect_right(view.sentence_starts, n.start) - 1)
    earlier, begin = (view.sentence_starts[max(0, s - back)] if view.sentence_starts else 0 for back in (1, 2))
    before = [t for t in reversed(told[max(0, k - MAX_LOOKED) : k]) if t[0].start >= begin and are_people(t[1])]
    start, end = view.sentence_at(n.start)
    *_, stop = (None, *_STOP.finditer(view.text, max(start, n.begin - MAX_SUBJECT), n.begin + 1))
    if stop is not None:  # sentences of one quotation
        start, earlier = stop.end(), start
    return Count(view, told, k, n, j, (start, end), earlier, before, lex)


def are_people(j: Judgement) -> bool:
    """Whether people are counted, by their noun or by what befell them."""
    return j.measure in SETS or (j.counted is not None and j.counted.kind in _PEOPLE and j.rule != UNREAD)


def carry_from(j: Judgement, whole: Judgement, rule: str, part: str | None) -> Judgement:
    """A count told as what its set is told as; one of no noun counts what the set does."""
    counted = j.counted
    if counted is not None and counted.kind == "none" and whole.counted is not None:
        counted = replace(whole.counted, start=counted.start, end=counted.end)
    return replace(j, measure=whole.measure, rule=f"measure:carried:{rule}", part=part or j.part, counted=counted)


def is_plain(c: Count, j: Judgement, whole: Judgement) -> bool:
    """Whether a count names nobody else than its set does: by the same noun, by one for any person, or by none."""
    if j.counted is None:
        return False
    heads = {whole.counted.head} if whole.counted is not None else set()
    return j.counted.kind == "none" or j.counted.head in c.lex.anyone or j.counted.head in heads


def is_pointed(c: Count, n: Numeral, j: Judgement) -> bool:
    """Whether those counted are pointed back to: `17 orang itu`, `Dari delapan yang di bus itu`."""
    text, end = c.view.text, max(j.end, n.stop)
    if c.lex.pointing.match(text, end):
        return True
    opened = c.lex.out_of.search(text, max(c.sentence[0], n.begin - MAX_SUM), n.begin)
    return opened is not None and c.lex.sets.those.match(text, n.stop) is not None
