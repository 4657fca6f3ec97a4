"""Counts told name by name behind a whole: `Sebanyak 136 siswa sakit. SMP Randu 72 siswa, SD Kalimas 41, dan MTs Lontar 23`.

Two or more that come to just as many are its parts; so are those that a word for the rest opens (`Sisanya dari SD Kalimas 41 orang, …`),
whatever they come to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runut.reading.figures.clause import PERSONAL
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.untold import SETS, Told
from runut.text import View

# A whole of so many and more is told name by name, in so many counts at most.
LEAST_WHOLE, MOST_NAMES = 4, 20
_UNREAD = "measure:by-name:unread"
_PEOPLE = PERSONAL - {"unknown"}
_NOUN = "measure:noun:"


def tell(told: list[Told], named: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those of a list of names told as their whole is; a `named` number, of no noun, counts only there."""
    if not any(j.measure in SETS for _, j in told):
        return told
    known = {n.start for n, _ in told}
    unread = [
        (n, Judgement("other", _UNREAD, n.begin, max(n.stop, c.end), c)) for n, c in named if n.start not in known
    ]
    out = sorted([*told, *unread], key=lambda t: t[0].start)
    for k, (n, whole) in enumerate(out):
        if whole.measure not in SETS or n.low is None or n.low != n.high or whole.part == "increment":
            continue
        begin = _list_after(n, whole, view, lex)
        rest = lex.sets.rest_opens.match(view.text, begin)
        if rest is None and (n.low < LEAST_WHOLE or whole.part == "part"):
            continue
        parts = _items(out, k + 1, rest.end() if rest is not None else begin, whole, view, lex)
        if rest is None:
            parts = _that_come_to(out, parts, n.low)
        for at in parts:
            m, j = out[at]
            if j.measure != whole.measure:
                out[at] = m, _as_part(j, whole)
    return [t for t in out if t[1].rule != _UNREAD]


def _list_after(n: Numeral, whole: Judgement, view: View, lex: Lexicon) -> int:
    """Where a list of names begins: in the sentence behind a whole's, else right behind what opens it in its own."""
    _, end = view.sentence_at(n.start)
    opener = lex.sets.list_opens.match(view.text, max(whole.end, n.stop), end)
    return opener.end() if opener is not None else end + (view.text[end : end + 1] in " \n")


def _items(out: Sequence[Told], k: int, begin: int, whole: Judgement, view: View, lex: Lexicon) -> list[int]:
    """The counts from the `k`-th on that stand each behind a name, one right after the other."""
    parts: list[int] = []
    _, end = view.sentence_at(min(begin, max(0, len(view.text) - 1)))
    at = begin
    for i in range(k, min(k + MOST_NAMES, len(out))):
        n, j = out[i]
        if n.start < begin:
            continue
        if n.start >= end:
            break
        lead = lex.sets.next_name if parts else lex.sets.first_name
        if lead.fullmatch(view.text, at, n.begin) is None:
            if j.rule == _UNREAD and lex.sets.name_goes_on.match(view.text, n.stop):  # `SMP 2 Randu 72 siswa`
                continue
            break
        if not _may_be_part(j, whole, lex) or (j.rule == _UNREAD and lex.sets.name_goes_on.match(view.text, n.stop)):
            if j.rule == _UNREAD:
                continue
            break
        parts.append(i)
        at = max(n.stop, j.end)
    return parts


def _may_be_part(j: Judgement, whole: Judgement, lex: Lexicon) -> bool:
    """Whether people are counted of whom nothing else is said, by the whole's noun, by one for anybody or by none."""
    if j.rule == _UNREAD or j.measure == whole.measure:
        return True
    if j.measure != "other" or j.counted is None or j.counted.kind not in _PEOPLE or not j.rule.startswith(_NOUN):
        return False
    return j.counted.head in lex.anyone or (whole.counted is not None and j.counted.head == whole.counted.head)


def _that_come_to(out: Sequence[Told], parts: Sequence[int], total: float) -> list[int]:
    """The first of the parts that come to just as many as the whole; none where they never do, or one alone does."""
    reached: float = 0
    for k, at in enumerate(parts):
        n = out[at][0]
        if n.low is None or n.low != n.high:
            return []
        reached += n.low
        if reached == total:
            return list(parts[: k + 1]) if k else []
    return []


def _as_part(j: Judgement, whole: Judgement) -> Judgement:
    """A count told as a part of the whole; one of no noun counts what the whole does."""
    counted = j.counted
    if counted is not None and counted.kind == "none" and whole.counted is not None:
        counted = replace(whole.counted, start=counted.start, end=counted.end)
    return replace(j, measure=whole.measure, rule="measure:by-name", part="part", counted=counted)
