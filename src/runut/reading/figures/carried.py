"""What a count without a word of its own is of, carried from the set that the text tells it to belong to.

A cascade, the strongest evidence first; each rule looks no further back than the sentence before, but for the same number with a word
that points back to it. Where two sets could be meant, none is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from runut.reading.figures.clause import MAX_JOINED, MAX_SUBJECT, PERSONAL, TELLING_NOUNS, fits, look_through
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES, MAX_AMONG, MAX_PARTS, MAX_TO_PART, OF_PERSONS
from runut.text import View

Told = tuple[Numeral, Judgement]

# What those counted are carried from: a set of people of whom something tracked is told.
SETS = FATES | {"affected"}
# What forces are counted as of whom nothing is said.
FORCES = frozenset({"police", "troops"})
# So few are pointed back to within so many characters (`tiga orang itu`); more of them from anywhere in the report.
FEW, MAX_TO_FEW = 3, 400
# So many counts before one are looked through at most.
MAX_LOOKED = 12
# Words that set a count against another (`melainkan`, `catatan X yang hanya`) begin within so many characters before it.
MAX_AGAINST = 60
# Words that tell what is left or comes to (`jadi tersisa`, `totalnya`) begin within so many characters before a count.
MAX_SUM = 40
# What is said of those counted stands so many characters behind them at most.
MAX_SAID = 40
# A count told again without a word that points to it is as large as this (small ones agree by chance).
LEAST_AGAIN = 20
# The rules of judging that say nothing of those counted, and the ones that say something untracked.
_UNTOLD = ("measure:noun:", "measure:included", "measure:part-of:", "measure:bare", "measure:bounded", "measure:former")
_UNTRACKED = "measure:state:"
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
    """The counts of people in this sentence and the one before, the nearest first."""
    lex: Lexicon

    def told_as(self, measure: str, rule: str, part: str | None = None) -> list[tuple[int, Judgement]]:
        """This count told as a measure."""
        return [(self.k, _carried(self.j, measure, rule, part))]

    def nearest(self) -> Told | None:
        """The count of people right before this one, where it is a set."""
        return self.before[0] if self.before and self.before[0][1].measure in SETS else None

    def only(self) -> Told | None:
        """The nearest set, where no other of another measure is told beside it, in numbers or in words."""
        last = self.nearest()
        if last is None or {j.measure for _, j in self.before} - {last[1].measure, "other"}:
            return None
        return last if self._said(last[1].end) <= {last[1].measure} else None

    def _said(self, begin: int) -> set[str]:
        """What is said to befall people between a set and this count."""
        states = look_through(self.view, begin, self.n.begin, self.lex).states
        nouns = self.lex.noun.finditer(self.view.text, begin, self.n.begin)
        said = {h.measure for h in states} | {self.lex.nouns[m[1].lower()]["measure"] for m in nouns}
        return said & SETS - {"affected"}


def carry(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts of people of whom nothing is said with what is said of the set that they belong to."""
    if not any(_is_untold(n, j) for n, j in told):
        return told
    out = list(told)
    for k in range(len(out)):
        n, j = out[k]
        if not _is_untold(n, j):
            continue
        count = _count(out, k, view, lex)
        found = next((made for rule in RULES if (made := rule(count))), ())
        for at, carried in found:
            out[at] = out[at][0], carried
    return out


def _is_untold(n: Numeral, j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told."""
    if j.measure != "other" or j.counted is None or (n.low is None and n.high is None):
        return False
    named = j.counted.kind in _PEOPLE or (j.counted.kind == "none" and j.part == "part")
    return named and (j.rule.startswith(_UNTOLD) or (j.rule.startswith(_UNTRACKED) and n.low == n.high))


def _is_unsaid(j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told but what they are: `tujuh buruh, dua polisi`."""
    force = j.measure in FORCES and j.rule.startswith("measure:noun:")
    return force or (j.measure == "other" and j.rule.startswith((*_UNTOLD, _UNTRACKED)))


def _count(told: Sequence[Told], k: int, view: View, lex: Lexicon) -> Count:
    """A count with the sentence it stands in and the counts of people before it."""
    n, j = told[k]
    s = max(0, bisect_right(view.sentence_starts, n.start) - 1)
    earlier = view.sentence_starts[max(0, s - 1)] if view.sentence_starts else 0
    before = [t for t in reversed(told[max(0, k - MAX_LOOKED) : k]) if t[0].start >= earlier and _are_people(t[1])]
    return Count(view, told, k, n, j, view.sentence_at(n.start), earlier, before, lex)


def _are_people(j: Judgement) -> bool:
    """Whether people are counted, by their noun or by what befell them."""
    return j.measure in SETS or (j.counted is not None and j.counted.kind in _PEOPLE)


def _carried(j: Judgement, measure: str, rule: str, part: str | None) -> Judgement:
    return replace(j, measure=measure, rule=f"measure:carried:{rule}", part=part or j.part)


def _fit(c: Count, measure: str) -> bool:
    """Whether that may befall those counted."""
    return c.j.counted is not None and fits(measure, c.j.counted.kind)


def _is_plain(c: Count, j: Judgement, whole: Judgement) -> bool:
    """Whether a count names nobody else than its set does: by the same noun, by one for any person, or by none."""
    if j.counted is None:
        return False
    heads = {whole.counted.head} if whole.counted is not None else set()
    return j.counted.kind == "none" or j.counted.head in c.lex.persons or j.counted.head in heads


# --- the rules, the first that decides --------------------------------------------------------------------------------


def _again(c: Count) -> list[tuple[int, Judgement]] | None:
    """1. The same number, pointed back to: `17 orang itu`."""
    if c.n.low != c.n.high or (c.n.low or 0) < 2 or not c.lex.pointing.match(c.view.text, c.j.end):
        return None
    if c.j.rule.startswith(_UNTRACKED):
        return None
    same = [(n, j) for n, j in c.told[: c.k] if n.low == n.high == c.n.low and _are_people(j)]
    last = same[-1] if same else None
    if last is None or last[1].measure not in SETS or not _fit(c, last[1].measure):
        return None
    if (c.n.low or 0) <= FEW and (c.n.start - last[0].start > MAX_TO_FEW or last[1].measure not in FATES):
        return None
    measure = last[1].measure
    if {j.measure for _, j in same} - {measure, "other"}:
        return None
    k = c.k - 1
    made = c.told_as(measure, "again")
    if k >= 0 and c.told[k][1].measure == "other" and c.lex.of_whole.fullmatch(c.view.text, c.told[k][0].stop, c.n.begin):
        made.append((k, _carried(c.told[k][1], measure, "of-set", "part")))  # `dua dari tiga orang itu`
    return made


def _parts(c: Count) -> list[tuple[int, Judgement]] | None:
    """2. Counts right behind a set that come to just as many: `Sembilan orang terluka. Tujuh buruh, dua polisi.`"""
    whole = c.nearest()
    if whole is None or whole[0].low != whole[0].high or c.n.low is None or c.n.low >= (whole[0].low or 0):
        return None
    if not _opens(c, whole):
        return None
    reached: float = 0
    parts: list[int] = []
    last = whole[0]
    for k in range(c.k, min(c.k + MAX_PARTS + MAX_AMONG, len(c.told))):
        n, j = c.told[k]
        if not _are_people(j):
            continue
        if n.low is None or n.low != n.high or n.start >= c.sentence[1] or not _may_be_part(c, n, j, last, whole[1]):
            break
        parts.append(k)
        reached += n.low
        last = n
        if reached + 1 == whole[0].low and c.lex.one_more.match(c.view.text, max(n.stop, j.end)):
            reached += 1  # `dua pria dan seorang wanita`
        if reached >= (whole[0].low or 0):
            break
    if reached != whole[0].low or (len(parts) < 2 and c.told[parts[0]][0].low == reached):
        return None
    measure = whole[1].measure
    return [
        (k, _carried(j, measure, "parts", "part"))
        for k in parts
        if _is_unsaid(c.told[k][1]) and (j := c.told[k][1]).counted is not None and fits(measure, j.counted.kind)
    ]


def _opens(c: Count, whole: Told) -> bool:
    """Whether a count is the first of those that make up a set: it opens the next sentence, or stands behind `terdiri atas` or a colon."""
    text = c.view.text
    if whole[0].start < c.sentence[0]:
        return c.lex.of_those.fullmatch(text, c.sentence[0], c.n.begin) is not None
    if c.lex.out_of.search(text, max(c.sentence[0], whole[0].begin - MAX_SUM), whole[0].begin):  # `Dari 17 orang itu, 12 guru`
        return c.lex.pointing.match(text, whole[1].end) is not None and c.lex.active.search(text, whole[1].end, c.n.begin) is None
    return c.lex.made_up.search(text, whole[0].stop, c.n.begin) is not None


def _may_be_part(c: Count, n: Numeral, j: Judgement, last: Numeral, whole: Judgement) -> bool:
    """Whether a count may be the next part: nobody does anything between it and the part before; other nouns stand without a verb."""
    text = c.view.text
    if not (j.measure == whole.measure or _is_unsaid(j)) or n.start - last.stop > MAX_TO_PART:
        return False
    if n is not c.n and c.lex.active.search(text, last.stop, n.begin):
        return False
    return _is_plain(c, j, whole) or c.lex.part_ends.match(text, j.end) is not None


def _comes_to(c: Count) -> list[tuple[int, Judgement]] | None:
    """3. What counts of a set come to: `sembilan korban tewas di Randu dan empat di Kalimas, sehingga totalnya 13 orang`."""
    last = c.nearest()
    if last is None or c.n.low != c.n.high or not _is_plain(c, c.j, last[1]):
        return None
    if not c.lex.comes_to.search(c.view.text, max(c.sentence[0], c.n.begin - MAX_SUM), c.n.begin):
        return None
    alike = []
    for n, j in c.before:
        if j.measure != last[1].measure or n.low is None or n.low != n.high:
            break
        alike.append(n.low)
        if len(alike) > 1 and sum(alike) == c.n.low and _fit(c, j.measure):
            return c.told_as(j.measure, "sum", "total")
    return None


def _left_over(c: Count) -> list[tuple[int, Judgement]] | None:
    """4. Those who are left of a set: `58 orang diamankan. 41 orang dipulangkan, jadi tersisa 17 orang`."""
    text = c.view.text
    left = c.lex.left_over.search(text, max(c.sentence[0], c.n.begin - MAX_SUM), c.n.begin)
    if c.n.low is None or c.n.low != c.n.high or not (left or c.lex.rest.match(text, c.j.end)):
        return None
    reached = c.n.low
    between: list[tuple[int, Judgement]] = []
    for k in range(c.k - 1, max(-1, c.k - 1 - MAX_PARTS), -1):
        n, j = c.told[k]
        if n.start < c.earlier:
            return None
        if not _are_people(j):
            continue
        if n.low is None or n.low != n.high:
            return None
        if j.measure in SETS and n.low == reached and between:
            if not _is_plain(c, c.j, j):
                return None
            kept = c.told_as(j.measure, "left", "part")
            return kept + [(at, _carried(b, j.measure, "parts", "part")) for at, b in between if _is_untold(*c.told[at])]
        between.append((k, j))
        reached += n.low
    return None


def _of_set(c: Count) -> list[tuple[int, Judgement]] | None:
    """5. Some of a set, by the words that say so: `dua di antaranya guru`, `termasuk tiga sopir`, `dua dari tiga orang itu`."""
    last = c.nearest()
    if last is None or c.j.part != "part" or not c.j.rule.startswith(("measure:included", "measure:part-of")):
        return None
    whole, high = last[1], last[0].high
    if high is None or (c.n.high or 0) > high or not _fit(c, whole.measure):
        return None
    if c.j.rule.startswith("measure:included") and last[0].start >= c.earlier:
        return c.told_as(whole.measure, "of-set")
    return None


def _next_place(c: Count) -> list[tuple[int, Judgement]] | None:
    """6. The same at the next place: `korban tewas di Randu 11 orang dan di Kalimas lima orang`."""
    last = c.nearest()
    if last is None or last[0].start < c.sentence[0] or not _is_plain(c, c.j, last[1]):
        return None
    between = c.view.text[max(last[0].stop, last[1].end) : c.n.begin]
    if len(between) > MAX_JOINED or not c.lex.next_place.fullmatch(between.rstrip(" (")):
        return None
    return c.told_as(last[1].measure, "place") if _fit(c, last[1].measure) else None


def _against(c: Count) -> list[tuple[int, Judgement]] | None:
    """7. What another counts of the same, or what was told before: `lebih banyak daripada catatan X yang hanya 16 orang`."""
    text = c.view.text
    cue = c.lex.against.search(text, max(c.sentence[0], c.n.begin - MAX_AGAINST), c.n.begin)
    if cue is None or c.j.part == "part" or not c.lex.bare_end.match(text, c.j.end):
        return None
    last = c.only()
    if last is None or not _is_plain(c, c.j, last[1]) or not _fit(c, last[1].measure):
        return None
    return c.told_as(last[1].measure, "against", "total")


def _sent_home(c: Count) -> list[tuple[int, Judgement]] | None:
    """8. Some of those hurt who are home again: `Tiga orang terluka. Dua orang sudah diperbolehkan pulang.`"""
    last = c.only()
    if last is None or last[1].measure not in ("injured", "affected") or last[1].part == "part":
        return None
    if not _is_plain(c, c.j, last[1]) or (c.n.high or 0) > (last[0].high or 0):
        return None
    if not c.lex.sent_home.match(c.view.text, c.j.end, c.j.end + MAX_SAID):
        return None
    return c.told_as(last[1].measure, "sent-home", "part")


def _same_number(c: Count) -> list[tuple[int, Judgement]] | None:
    """9. Just as many in the sentence or the one before, and nothing said of them: `136 siswa keracunan. “Data pagi ini 136 orang”`."""
    if c.n.low != c.n.high or (c.n.low or 0) < LEAST_AGAIN or not c.lex.bare_end.match(c.view.text, c.j.end):
        return None
    same = [t for t in c.before if t[0].low == c.n.low and t[0].high == c.n.high]
    if len({j.measure for _, j in same}) != 1 or same[0][1].measure not in SETS:
        return None
    if not _is_plain(c, c.j, same[0][1]) or not _fit(c, same[0][1].measure):
        return None
    return c.told_as(same[0][1].measure, "same-number", same[0][1].part)


def _label(c: Count) -> list[tuple[int, Judgement]] | None:
    """10. What the words before a count tell, past a place or time: `Total yang kami amankan semalam 58 orang`."""
    if c.j.part == "part" or c.j.counted is None or c.j.counted.head not in c.lex.persons:
        return None
    text = c.view.text
    begin = max(c.sentence[0], c.n.begin - MAX_SUBJECT)
    for n, j in c.told[max(0, c.k - MAX_LOOKED) : c.k]:
        if n.start >= begin and not (j.counted is not None and j.counted.kind == "place"):
            begin = max(j.end, begin)
    states = [h for h in look_through(c.view, begin, c.n.begin, c.lex).states if h.end <= c.n.begin]
    told = {h.measure for h in states} & TELLING_NOUNS
    if len(told) != 1 or states[-1].measure not in told:
        return None
    hit = states[-1]
    past = c.lex.past_label.fullmatch(text, hit.end, c.n.begin) if c.lex.labels.search(text, begin, hit.start) else None
    if past is None or c.lex.active.search(text, *past.span("said")):
        return None
    return c.told_as(hit.measure, "label") if _fit(c, hit.measure) else None


RULES: tuple[Callable[[Count], list[tuple[int, Judgement]] | None], ...] = (
    _label,
    _again,
    _parts,
    _comes_to,
    _left_over,
    _of_set,
    _next_place,
    _against,
    _sent_home,
    _same_number,
)
