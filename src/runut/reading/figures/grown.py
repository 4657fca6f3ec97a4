"""What a toll has grown from and to, told behind those who came to it: `bertambah enam korban, dari 125 orang menjadi 131 orang`.

Of the two counts only `orang` is said; they are of what was added, where both differ by just as many, or where words say that the total
is meant. The first of the two held before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from runut.reading.figures.clause import PERSONAL
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES
from runut.reading.figures.untold import MAX_LOOKED
from runut.text import View

Told = tuple[Numeral, Judgement]
# What was added stands so many characters before what it makes at most.
MAX_TO_SUM = 160
# Words that lead to the total stand so near before it.
MAX_LED, MAX_FROM = 60, 24
_RULE = "measure:grown:"
_STOPS = re.compile(r"[.!?] ")


def tell(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with what those added to a set make it."""
    if not any(j.part == "increment" and j.measure in FATES for _, j in told) and not _has_steps(told):
        return told
    out = list(told)
    for k, (n, j) in enumerate(out):
        if not _is_plain(n, j, lex):
            continue
        step = _step(out, k, view, lex)
        if step is not None:
            at, added = step
            out[at] = out[at][0], replace(added, part="increment")
            out[k - 1] = out[k - 1][0], replace(out[k - 1][1], measure=added.measure, rule=f"{_RULE}from", part="total")
            out[k] = n, replace(j, measure=added.measure, rule=f"{_RULE}to", part="total")
        elif (some := _summed(out, k, view, lex)) is not None:
            out[k] = n, replace(j, measure=some.measure, rule=f"{_RULE}total", part="total")
    return out


def _has_steps(told: Sequence[Told]) -> bool:
    """Whether two counts follow one another that differ by as many as a set before them has."""
    return any(
        told[k - 2][1].measure in FATES
        and (told[k][0].low or 0) > (told[k - 1][0].low or 0)
        and (told[k][0].low or 0) - (told[k - 1][0].low or 0) == told[k - 2][0].low
        for k in range(2, len(told))
    )


def _is_plain(n: Numeral, j: Judgement, lex: Lexicon) -> bool:
    """Whether people are counted by a word for any person, and nothing else is said of them."""
    if j.measure != "other" or j.part != "total" or n.low is None or n.low != n.high or j.counted is None:
        return False
    return j.counted.head in lex.anyone or (j.counted.kind == "none" and j.rule.startswith("measure:bare"))


def _step(told: Sequence[Told], k: int, view: View, lex: Lexicon) -> tuple[int, Judgement] | None:
    """Where those are counted who are the difference of a count and the one before it: `… enam, dari 125 orang menjadi 131 orang`."""
    if k < 2:
        return None
    (n, _), (m, i), (a, added) = told[k], told[k - 1], told[k - 2]
    first = i.counted is not None and i.measure == "other" and (i.counted.kind in PERSONAL or i.counted.kind == "none")
    if not first or m.low is None or m.low != m.high or (n.low or 0) - m.low != a.low or added.measure not in FATES:
        return None
    start, end = view.sentence_at(a.start)
    if not start <= a.start < m.start < n.start < end:
        return None
    text = view.text
    if not lex.out_of.search(text, max(start, m.begin - MAX_FROM), m.begin):
        return None
    return (k - 2, added) if lex.risen.fullmatch(text, max(m.stop, i.end), n.begin) else None


def _summed(told: Sequence[Told], k: int, view: View, lex: Lexicon) -> Judgement | None:
    """Those who came to a set right before its total: `bertambah enam orang. Dengan demikian, totalnya menjadi 131 orang`."""
    n, _ = told[k]
    text = view.text
    near = [t for t in told[max(0, k - MAX_LOOKED) : k] if n.begin - t[1].end <= MAX_TO_SUM]
    if not near or near[-1][1].part != "increment" or near[-1][1].measure not in FATES:
        return None
    a, added = near[-1]
    if a.low is None or (n.low or 0) <= a.low or len(_STOPS.findall(text[added.end : n.begin])) > 1:
        return None
    total = lex.sets.whole_sum.search(text, max(added.end, n.begin - MAX_LED), n.begin)
    if total is None:
        return None
    nouns = {m[1].lower() for m in lex.noun.finditer(text, added.end, n.begin)} - lex.anyone
    said = {lex.nouns[noun]["measure"] for noun in nouns} - {"", added.measure, "affected"}
    return None if said or any(lex.nouns[noun]["kind"] in ("suspect", "force") for noun in nouns) else added
