"""Counts that are portions of a whole told before: those beside the rest, those that a bound is made up of, those out of a whole.

`Ditangkap 43 orang. Sebanyak 14 orang diamankan di Randu, sedangkan sisanya dilepas`; `lebih dari 100 orang tewas, yakni 95 warga dan 13
tentara`; `dari 547 korban luka, 481 luka ringan, 43 luka sedang, dan 23 luka berat`; `132 orang tewas, 91 akibat gempa, 41 tanah longsor`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from runut.reading.figures.clause import MAX_JOINED, PERSONAL
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES, MAX_PARTS
from runut.reading.figures.untold import FORCES, MAX_CARRIED, MAX_LOOKED, MAX_SUM, UNTRACKED, is_untold
from runut.text import View

Told = tuple[Numeral, Judgement]
# The parts of a bound come to no less than it by so much, and to no more (`lebih dari 100 orang`: 95 and 13).
LEAST_OF_BOUND, MOST_OF_BOUND = 0.9, 1.5
# Words for the rest stand so near behind a count, in its sentence.
MAX_TO_REST = 90
# How the rule of a count ends that makes up a total with the one beside it, which its report tells elsewhere.
SUMMED = "+summed"
# From one cause of death or injury to the next are at most so many characters.
MAX_CAUSE = 110
_PEOPLE = PERSONAL - {"none", "unknown"}
_RULE = "measure:carried:portions"


def tell(told: list[Told], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those that are portions told as parts; a `bare` number, of no noun, is one only where it makes up its whole."""
    if not any(j.measure in FATES for _, j in told) or len(told) + len(bare) < 2:
        return told
    out = list(told)
    _beside_rest(out, view, lex)
    _of_bound(out, view, lex)
    _of_the_dead(out, view, lex)
    _out_of(out, view, lex)
    _of_a_sum(out, view, lex)
    return _by_cause(out, bare, view, lex)


def _beside_rest(out: list[Told], view: View, lex: Lexicon) -> None:
    """A total beside whose number the rest is told is some of a larger one told before."""
    if not view.words.hold(lex.sets.rest_words):
        return
    for k, (n, j) in enumerate(out):
        if j.measure not in FATES or j.part != "total" or n.low is None:
            continue
        _, end = view.sentence_at(n.start)
        reach = min(end, j.end + MAX_TO_REST, out[k + 1][0].begin if k + 1 < len(out) else end)
        if lex.sets.rest_told.search(view.text, j.end, reach) is None:
            continue
        before = (m for m, i in out[max(0, k - MAX_LOOKED) : k] if i.measure == j.measure and i.part == "total")
        if any((m.low or 0) > n.low and n.start - m.stop <= MAX_CARRIED for m in before):
            out[k] = n, replace(j, part="part")


def _of_bound(out: list[Told], view: View, lex: Lexicon) -> None:
    """People of several kinds that make up a count told as a bound, which they need not come to: each is told as it is."""
    for k, (whole, told) in enumerate(out):
        if told.measure not in FATES or whole.low is None or not (whole.high is None or whole.approx):
            continue
        at = told.end
        parts: list[int] = []
        _, end = view.sentence_at(whole.start)
        for i in range(k + 1, min(k + 1 + MAX_PARTS, len(out))):
            n, j = out[i]
            if n.start >= end or n.begin - at > MAX_JOINED or n.low is None or not _may_be(n, j, told):
                break
            lead = lex.made_up if not parts else lex.joined
            if lead.search(view.text, at, n.begin) is None or lex.active.search(view.text, at, n.begin):
                break
            parts.append(i)
            at = j.end
        reached = sum(out[i][0].low or 0 for i in parts)
        if len(parts) > 1 and LEAST_OF_BOUND * whole.low <= reached <= MOST_OF_BOUND * whole.low:
            for i in parts:
                out[i] = out[i][0], replace(out[i][1], measure=told.measure, rule=_RULE, part="part")


def _may_be(n: Numeral, j: Judgement, whole: Judgement) -> bool:
    """Whether people are counted of whom nothing else is said than of the whole."""
    if j.counted is None or j.counted.kind not in _PEOPLE:
        return False
    unsaid = is_untold(n, j) and not j.rule.startswith(UNTRACKED)
    return unsaid or j.measure in (whole.measure, *FORCES)


def _out_of(out: list[Told], view: View, lex: Lexicon) -> None:
    """The counts of a sentence that opens with a whole, one after the other, the first of which is some of it: so are the next."""
    for k, (whole, told) in enumerate(out):
        if told.measure not in FATES or whole.low is None or k + 2 >= len(out) or out[k + 1][1].part != "part":
            continue
        start, end = view.sentence_at(whole.start)
        if not lex.out_of.search(view.text, max(start, whole.begin - MAX_SUM), whole.begin):
            continue
        reached = out[k + 1][0].low or 0
        for i in range(k + 2, min(k + 1 + MAX_PARTS, len(out))):
            n, j = out[i]
            at = max(out[i - 1][0].stop, out[i - 1][1].end)
            if n.start >= end or n.low is None or j.measure not in FATES or j.part != "total":
                break
            reached += n.low
            if reached > whole.low or lex.next_of.fullmatch(view.text, at, n.begin) is None:
                break
            out[i] = n, replace(j, part="part")


def _of_the_dead(out: list[Told], view: View, lex: Lexicon) -> None:
    """Some of the dead whom a sentence opens with are no wounded, wherever they are taken: `Dari 149 korban meninggal, 101 dibawa ke rumah
    sakit`.
    """
    for k, (whole, told) in enumerate(out[:-1]):
        n, j = out[k + 1]
        if told.measure != "killed" or j.measure != "injured" or j.part != "part" or (n.high or 0) > (whole.high or 0):
            continue
        start, end = view.sentence_at(whole.start)
        opened = n.start < end and lex.out_of.search(view.text, max(start, whole.begin - MAX_SUM), whole.begin)
        if opened and lex.sets.in_care.search(j.rule, len("measure:")) is not None:
            out[k + 1] = n, replace(j, measure="killed", rule=_RULE)


def _of_a_sum(out: list[Told], view: View, lex: Lexicon) -> None:
    """Two groups of people who share a fate, where the report tells elsewhere how many they are together: `11 penumpang dan seorang
    pengendara tewas` of 12 dead.
    """
    for k in range(1, len(out)):
        (n, j), (m, i) = out[k - 1], out[k]
        a, b = j.counted, i.counted
        if (
            j.measure != i.measure
            or j.measure not in FATES
            or not j.part == i.part == "total"
            or a is None
            or b is None
        ):
            continue
        if a.head == b.head or not {a.head, b.head}.isdisjoint(lex.anyone) or not {a.kind, b.kind} <= _PEOPLE:
            continue
        if n.low is None or n.low != n.high or m.low is None or m.low != m.high:
            continue
        if lex.joins.fullmatch(view.text, j.end, m.begin) is None:
            continue
        total = n.low + m.low
        if any(w.low == w.high == total and whole.measure == j.measure and whole.part == "total" for w, whole in out):
            for at, (number, told) in ((k - 1, out[k - 1]), (k, out[k])):
                out[at] = number, replace(told, part="part", rule=told.rule + SUMMED)


def _by_cause(out: list[Told], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those that a toll is made up of, cause by cause, where the word for it stands behind the first only."""
    if not view.words.hold(lex.cause_openers):
        return out
    told = {n.start: j for n, j in out}
    numbers = sorted([n for n, _ in out] + [n for n, _ in bare if n.start not in told], key=lambda n: n.start)
    made: dict[int, Told] = {}
    for k, whole in enumerate(numbers):
        of_whole = told.get(whole.start)
        if of_whole is None or of_whole.measure not in ("killed", "injured") or whole.low != whole.high:
            continue
        parts = _causes(numbers[k + 1 : k + 1 + MAX_PARTS], whole, of_whole.measure, told, view, lex)
        for n in parts:
            kind = of_whole.counted.kind if of_whole.counted is not None else "people"
            counted = Counted(n.stop, n.stop, kind, "", of_whole.counted.head if of_whole.counted is not None else "")
            made[n.start] = n, Judgement(of_whole.measure, _RULE, n.begin, n.stop, counted, "part")
    if not made:
        return out
    return sorted([*(t for t in out if t[0].start not in made), *made.values()], key=lambda t: t[0].start)


def _causes(
    numbers: Sequence[Numeral], whole: Numeral, measure: str, told: Mapping[int, Judgement], view: View, lex: Lexicon
) -> list[Numeral]:
    """The numbers right behind a toll that come to just as many, the first of which a cause follows."""
    _, end = view.sentence_at(whole.start)
    reached, at, parts = 0.0, whole.stop, list[Numeral]()
    for n in numbers:
        j = told.get(n.start)
        if n.start >= end or n.low is None or n.low != n.high or n.begin - at > MAX_CAUSE:
            break
        if (j is not None and j.measure not in (measure, "other")) or (
            not parts and not lex.because.match(view.text, n.stop)
        ):
            break
        parts.append(n)
        reached, at = reached + n.low, n.stop
        if reached >= (whole.low or 0):
            break
    return parts if len(parts) > 1 and reached == whole.low else []
