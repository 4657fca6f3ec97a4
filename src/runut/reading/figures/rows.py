"""Counts told place by place with each name before its number: rows of a list under a heading, or one after the other in a sentence.

`Sebaran 131 korban tewas sebagai berikut:` / `RSUD Randu 21 orang` / `RS Kalimas 53 orang`; `Korban hilang ada di Randu 22 orang, Kalimas
13 orang, dan Lontar lima orang`. What befell them is told once, above or before them; each is a part of the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runut.reading.figures.clause import look_through
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES
from runut.text import View

Told = tuple[Numeral, Judgement]
RULE = "measure:place+rows"
# So many rows at least make a list under its heading, and so many in a sentence.
LEAST_LINES, LEAST_INLINE = 2, 3
# A row has so many characters at most, its heading so many, and so many rows whose number is not read stand between two.
MAX_ROW, MAX_HEADING, MAX_GAP = 120, 240, 2
_ROW = re.compile(
    r"\s?(?:[-–•*] ?|\d{1,2}[.)] ?)?[A-Z][\w.’'/-]{0,20}(?: (?:\([\w .]{1,20}\)|[\w.’'/-]{1,20})){0,7}?(?: ?:)? ?$"
)
_ROW_ENDS = re.compile(r"[ .,;)]{0,3}(?:\n|$)")
# What may head the name of a row, though it is a noun.
_PLACES = frozenset({"place", "building"})
_BARE_ROW = re.compile(r"\s?[^\n.]{3,100}\d[^\n]{0,60}")


def tell(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those of rows told as what their heading or their sentence says, each as a part."""
    plain = [k for k, (n, j) in enumerate(told) if _is_plain(n, j, lex)]
    out = list(told)
    if len(plain) >= LEAST_LINES and "\n" in view.text:
        _under_heading(out, [k for k in plain if _is_row(view.text, *told[k])], view, lex)
    if len(plain) >= LEAST_INLINE - 1:
        _in_sentence(out, plain, view, lex)
    if "\n" in view.text:
        _with_fates(out, view)
    return out


def _is_plain(n: Numeral, j: Judgement, lex: Lexicon) -> bool:
    """Whether people are counted by a word for any person, and nothing else is said of them."""
    if j.measure != "other" or j.counted is None or n.low is None or n.low != n.high:
        return False
    return j.counted.head in lex.anyone and j.rule.startswith("measure:noun:")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - MAX_ROW), at) + 1


def _is_row(text: str, n: Numeral, j: Judgement) -> bool:
    """Whether a line is a name and its number: `RSUD Randu 21 orang`."""
    start = _line_start(text, n.begin)
    return bool(start) and _ROW.fullmatch(text, start, n.begin) is not None and _ROW_ENDS.match(text, j.end) is not None


def _under_heading(out: list[Told], rows: Sequence[int], view: View, lex: Lexicon) -> None:
    """The rows of a list told as its heading says."""
    text = view.text
    run: list[int] = []
    for k in [*rows, -1]:
        if k >= 0 and (not run or _follows(text, out[run[-1]][1].end, _line_start(text, out[k][0].begin))):
            run.append(k)
            continue
        if len(run) >= LEAST_LINES:
            measure = _of_heading(view, _line_start(text, out[run[0]][0].begin), out, lex)
            for i in run if measure else ():
                out[i] = out[i][0], replace(out[i][1], measure=measure, rule=RULE, part="part")
        run = [k]


def _follows(text: str, end: int, start: int) -> bool:
    """Whether a row begins behind another, with no more than a few rows between whose number is not read."""
    between = [line for line in text[end:start].split("\n")[1:] if line.strip()]
    return len(between) <= MAX_GAP and all(_BARE_ROW.fullmatch(line) for line in between)


def _of_heading(view: View, start: int, told: Sequence[Told], lex: Lexicon) -> str:
    """What the line above a list says of those counted in it, where it opens a list and tells of one thing only."""
    text = view.text
    lines = [line for line in text[max(0, start - MAX_HEADING) : start].split("\n") if line.strip()]
    while (
        lines and not lines[-1].rstrip().endswith(":") and _BARE_ROW.fullmatch(lines[-1]) and len(lines[-1]) < MAX_ROW
    ):
        lines.pop()
    heading = lines[-1] if lines else ""
    if not heading.rstrip().endswith(":"):
        return ""
    at = text.rfind(heading, 0, start)
    return _only_fate(view, at, at + len(heading), lex)


def _only_fate(view: View, start: int, end: int, lex: Lexicon) -> str:
    """The one thing that a stretch says to befall people, empty where it tells none or two."""
    states = {h.measure for h in look_through(view, start, end, lex).states if h.end <= end}
    nouns = {lex.nouns[m[1].lower()]["measure"] for m in lex.noun.finditer(view.text, start, end)}
    told = (states | nouns) & FATES
    return told.pop() if len(told) == 1 else ""


def _in_sentence(out: list[Told], plain: Sequence[int], view: View, lex: Lexicon) -> None:
    """Counts of one sentence, each behind a name, told as the first is, as the sentence begins or as the one before it says."""
    run: list[int] = []
    for k in [*plain, -1]:
        if k >= 0 and run and k == run[-1] + 1 and _goes_on(out, run[-1], k, view, lex):
            run.append(k)
            continue
        first = run[0] - 1 if run else -1
        told = first >= 0 and _is_first(out, first, view, lex) and _goes_on(out, first, run[0], view, lex)
        if told and len(run) >= LEAST_INLINE - 1:
            for i in (first, *run):
                out[i] = out[i][0], replace(out[i][1], measure=out[first][1].measure, rule=RULE, part="part")
        elif len(run) >= LEAST_INLINE:
            _tell_run(out, run, view, lex)
        run = [k]


def _goes_on(out: Sequence[Told], last: int, k: int, view: View, lex: Lexicon) -> bool:
    """Whether nothing but a name, and what joins it to the row before, stands between two counts."""
    (m, i), (n, _) = out[last], out[k]
    return lex.sets.next_row.fullmatch(view.text, max(m.stop, i.end), n.begin) is not None


def _is_first(out: Sequence[Told], k: int, view: View, lex: Lexicon) -> bool:
    """Whether a count is the first of a row, told as what it is, with a name right before its number: `Korban tewas di Randu 12 orang`."""
    n, j = out[k]
    if (
        j.measure not in FATES
        or n.low is None
        or n.low != n.high
        or j.counted is None
        or j.counted.head not in lex.anyone
    ):
        return False
    start, _ = view.sentence_at(n.start)
    named = lex.sets.row_name.search(view.text, max(start, n.begin - MAX_ROW), n.begin)
    return named is not None and j.end == max(n.stop, j.counted.end)


def _tell_run(out: list[Told], run: Sequence[int], view: View, lex: Lexicon) -> None:
    """Counts that follow one another name by name told as what they are of."""
    n, _ = out[run[0]]
    start, _ = view.sentence_at(n.start)
    named = lex.sets.row_name.search(view.text, max(start, n.begin - MAX_ROW), n.begin)
    head = named["name"].split()[0].lower() if named is not None else ""
    if named is None or (head in lex.nouns and lex.nouns[head]["kind"] not in _PLACES):
        return
    s = bisect_right(view.sentence_starts, n.start) - 1
    measure = _only_fate(view, start, n.begin, lex)
    if not measure and s > 0 and not view.text[start : named.start()].strip(' \n“"'):
        earlier = view.sentence_starts[s - 1]
        before = [k for k in range(run[0]) if earlier <= out[k][0].start < start and out[k][1].measure != "age"]
        fates = {out[k][1].measure for k in before} & FATES
        said = _only_fate(view, earlier, start, lex)
        if before and said and fates <= {said}:
            measure = said
            most = before[-1] if lex.sets.most.search(view.text, earlier, start) else None
            if most is not None and _is_plain(*out[most], lex):  # `Korban tewas terbanyak di Randu, 71 orang`
                run = [most, *run]
    for k in run if measure else ():
        out[k] = out[k][0], replace(out[k][1], measure=measure, rule=RULE, part="part")


def _with_fates(out: list[Told], view: View) -> None:
    """Counts of two and more lines that each begin with a name and a colon are parts: `RSUD Randu: 141 luka, 21 meninggal`."""
    text = view.text
    lines: dict[int, list[int]] = {}
    for k, (n, j) in enumerate(out):
        if j.measure in FATES and j.part == "total" and (start := _line_start(text, n.begin)):
            colon = text.find(":", start, n.begin)
            if colon > 0 and _ROW.fullmatch(text, start, colon + 1) is not None:
                lines.setdefault(start, []).append(k)
    starts = sorted(lines)
    for a, b in pairwise(starts):
        if text.count("\n", a, b) > MAX_GAP:
            continue
        same = {out[k][1].measure for k in lines[a]} & {out[k][1].measure for k in lines[b]}
        for k in (*lines[a], *lines[b]) if same else ():
            out[k] = out[k][0], replace(out[k][1], part="part")
