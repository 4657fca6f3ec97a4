"""People aboard a vehicle that met with a mishap: they are affected, as all whom it befell, whatever became of each.

`Kapal yang mengangkut 38 penumpang dan enam awak tenggelam`, `total orang di atas kapal 71 orang`. Of a vehicle to which nothing
happens nobody is affected, nor those whom it may carry (`hanya laik mengangkut 40 orang`). A few who are only said to be carried (`mobil
yang membawa tiga penumpang`) are described, not counted: readers take them for no toll, but a crowd, and those of a manifest, for one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from runut.reading.figures.clause import MAX_JOINED, MAX_SUBJECT, PERSONAL
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.untold import is_untold
from runut.text import View

# What befell the vehicle is told in so many sentences at the report's beginning, in that of the count, or in one of so many before it.
FIRST, BACK = 2, 2
# Words that say that those counted are carried, or only may be, stand so many characters before their count at most.
MAX_CARRIES, MAX_LISTED = 40, 110
# So many who are only said to be carried are a crowd.
LEAST_CARRIED = 10
_RULE = "measure:aboard:"
_PEOPLE = PERSONAL - {"none", "unknown", "suspect"}


def tell(told: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """The counts with those of people aboard told as affected."""
    if not view.words.hold(lex.carriers.openers) or not any(is_untold(n, j) for n, j in told):  # most
        return told
    struck: dict[int, bool] = {}
    out: list[tuple[Numeral, Judgement]] = []
    for n, j in told:
        if is_untold(n, j) and j.counted is not None and j.counted.kind in _PEOPLE:
            how = _aboard(n, j, view, lex) or _beside(out[-1] if out else None, n, j, view, lex)
            if how and _is_struck(n, view, lex, struck):
                j = replace(j, measure="affected", rule=f"{_RULE}{how}")
        out.append((n, j))
    return out


def _aboard(n: Numeral, j: Judgement, view: View, lex: Lexicon) -> str | None:
    """How those counted are said to be aboard: in a list, by a label (`penumpangnya 140 orang`), or by the verb before them."""
    text, words = view.text, lex.carriers
    start, _ = view.sentence_at(n.start)
    if words.listed.search(text, max(start, n.begin - MAX_LISTED), n.begin):
        return "listed"
    label = words.summed.search(text, max(start, n.begin - MAX_LISTED), n.begin)
    if label is not None:  # no `kapasitas penumpangnya 140 orang`
        return None if words.capacity.search(text, max(start, label.start() - MAX_CARRIES), label.start()) else "summed"
    if max(n.low or 0, n.high or 0) < LEAST_CARRIED:
        return None
    verb = words.carries.search(text, max(start, n.begin - MAX_CARRIES), n.begin)
    if verb is None or words.capacity.search(text, max(start, verb.start() - MAX_CARRIES), verb.start()):
        return None
    by = words.vehicle.search(text, max(start, verb.start() - MAX_SUBJECT), verb.start())
    return "carries" if by is not None or (j.counted is not None and j.counted.head in words.crew) else None


def _beside(last: tuple[Numeral, Judgement] | None, n: Numeral, j: Judgement, view: View, lex: Lexicon) -> str | None:
    """Whether those counted are joined to some aboard: `38 penumpang dan enam awak`, and nothing else is said of them."""
    if last is None or not last[1].rule.startswith(_RULE) or n.begin - last[1].end > MAX_JOINED:
        return None
    if lex.carriers.joined.fullmatch(view.text, last[1].end, n.begin) is None:
        return None
    return "beside" if lex.part_ends.match(view.text, j.end) or lex.pointing.match(view.text, j.end) else None


def _is_struck(n: Numeral, view: View, lex: Lexicon, struck: dict[int, bool]) -> bool:
    """Whether a vehicle's mishap is told at the report's beginning, or in the sentence of a count or just before it."""
    k = bisect_right(view.sentence_starts, n.start) - 1
    return any(_tells_mishap(s, view, lex, struck) for s in (*range(FIRST), *range(max(0, k - BACK), k + 1)))


def _tells_mishap(s: int, view: View, lex: Lexicon, struck: dict[int, bool]) -> bool:
    """Whether a sentence, by its order, tells of a vehicle and of what befell one."""
    if s not in struck:
        found = s < len(view.sentence_starts)
        start, end = view.sentence_at(view.sentence_starts[s]) if found else (0, 0)
        struck[s] = (
            found
            and lex.carriers.mishap.search(view.text, start, end) is not None
            and lex.carriers.vehicle.search(view.text, start, end) is not None
        )
    return struck[s]
