"""Counts that are portions of a whole told before: those beside the rest, those that a bound is made up of, those out of a whole.

`Ditangkap 43 orang. Sebanyak 14 orang diamankan di Randu, sedangkan sisanya dilepas`; `lebih dari 100 orang tewas, yakni 95 warga dan 13
tentara`; `dari 547 korban luka, 481 luka ringan, 43 luka sedang, dan 23 luka berat`.
"""

from __future__ import annotations

from dataclasses import replace

from runut.reading.figures.clause import MAX_JOINED, PERSONAL
from runut.reading.figures.judgement import Judgement
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
_PEOPLE = PERSONAL - {"none", "unknown"}
_RULE = "measure:carried:portions"


def tell(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those that are portions told as parts."""
    if sum(j.measure in FATES for _, j in told) == 0 or len(told) < 2:
        return told
    out = list(told)
    _beside_rest(out, view, lex)
    _of_bound(out, view, lex)
    _out_of(out, view, lex)
    return out


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
