"""A whole and a part of it that is counted right before: `13 dari 14 korban tewas`."""

from __future__ import annotations

from bisect import bisect_left

from runut.reading.figures.clause import (
    PERSONAL,
    TELLING_NOUNS,
    Clause,
    first_state,
    fits,
    measure_of,
    next_state,
    read_counted,
    right_end,
)
from runut.reading.figures.judgement import Counted, Judgement


def part_of_whole(c: Clause) -> Judgement | None:
    """2. `13 dari 14 korban tewas`: both are of what the whole is; `160 orang dari 16 keluarga` is no part."""
    whole = c.following
    if whole is None or whole.begin != c.limit or not c.lex.of_whole.match(c.text, c.n.stop, c.limit):
        return None
    limit = right_end(c.text, whole.stop, c.sentence)
    counted = read_counted(c.text, whole.stop, limit, next_state(c.sentence.states, whole.stop, c.sentence.end), c.lex)
    if c.n.low is None or whole.high is None or c.n.low > whole.high or c.lex.household.match(counted.head):
        return None
    state = first_state(c.text, whole.stop, limit, c.sentence.states, counted.kind, c.lex)
    measure = counted.measure if counted.measure in TELLING_NOUNS else state.measure if state else None
    act = c.lex.act.search(c.text, max(c.floor, c.n.begin - 60), c.n.begin)
    done = c.lex.acts[act[1].lower()] if act else ""
    if act and measure in (None, "other") and done in TELLING_NOUNS and counted.kind in PERSONAL - {"none", "unknown"}:
        return Judgement(done, f"measure:act:{act[1].lower()}", c.n.begin, counted.end, counted, "part")
    if measure is None and counted.measure == "affected":  # `9 dari 10 korban`: what befell them is told elsewhere
        measure = "affected"
    if measure is None and counted.kind not in ("none", "never") and not (c.n.form == "words" and c.n.low == 1):
        measure = counted.measure or "other"  # `empat dari lima izin`
    if measure is None:
        return None
    words, end = (
        (counted.head, counted.end)
        if counted.measure in TELLING_NOUNS or not state or state.measure != measure
        else (state.words, state.end)
    )
    some = Counted(counted.start, counted.end, counted.kind, counted.measure, counted.head)
    return Judgement(measure_of(measure, counted.kind), f"measure:part-of:{words}", c.n.begin, end, some, "part")


def is_whole(c: Clause) -> bool:
    """Whether a part was counted right before: in `18 dari 22 awak telah diselamatkan` the 22 were not."""
    part = c.last[0] if c.last else None
    if c.lex.one_of.search(c.text[max(0, c.n.begin - 24) : c.n.begin]):  # `salah satu dari empat napi itu ditangkap`
        return True
    return part is not None and c.lex.of_whole.fullmatch(c.text, part.stop, c.n.begin) is not None


def of_the_whole(c: Clause) -> Judgement | None:
    """What is said of a whole right behind it, or by its relative clause: `41 dari 58 peserta yang ditangkap telah dilepas`."""
    k = bisect_left(c.sentence.states, c.counted.end, key=lambda h: h.start)
    hit = c.sentence.states[k] if k < len(c.sentence.states) else None
    if hit is None or not fits(hit.measure, c.counted.kind):
        return None
    between = c.text[c.counted.end : hit.start].strip().lower()
    return c.judge(hit.measure, f"state:{hit.words}", hit.end) if between in ("", *c.lex.thats) else None
