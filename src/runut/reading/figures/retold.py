"""A count told anew: what a first count has become, and a bare number of which somebody says that so many they are."""

from __future__ import annotations

import re

from runut.reading.figures.beside import HARMED
from runut.reading.figures.clause import Clause
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.phrases import TOLD_BARE
from runut.reading.figures.together import FATES, OF_PERSONS

# Between a first count and the one that it has become stand so many characters at most.
MAX_TO_UPDATE = 110
# The words that tell a count as the first (`informasi awal ada`) stand so near before it, those that tell one (`kini menyebut`) too.
MAX_TO_FIRST, MAX_TO_TELLING = 60, 30
# A quake's strength is written to the tenth.
_STRENGTH = re.compile(r"\d[,.]\d")
_ANOTHER = re.compile(r"[.;] |\d")
_RETOLD = FATES | HARMED | {"affected", "participants", "magnitude"}


def updated(c: Clause) -> Judgement | None:
    """14b. What a count that is told as the first has become: `informasi awal ada delapan korban tewas, lalu jadi 11 orang`."""
    if c.last is None or c.counted.kind not in ("people", "none") or c.part != "total":
        return None
    first, told = c.last
    if told.measure not in OF_PERSONS - {"other"} or first.start < c.sentence.start or first.low == c.n.low:
        return None
    since = max(first.stop, told.end)
    if c.n.begin - since > MAX_TO_UPDATE or _ANOTHER.search(c.text, since, c.n.begin):
        return None
    if not c.lex.now_are.search(c.text, since, c.n.begin) or not c.lex.ended.match(
        c.text, max(c.counted.end, c.n.stop)
    ):
        return None
    if not c.lex.initially.search(c.text, max(c.sentence.start, first.begin - MAX_TO_FIRST), first.begin):
        return None
    return c.judge(told.measure, "updated")


def told_bare(c: Clause) -> Judgement | None:
    """18b. A number of nothing named that somebody says there are, or are not: `12 orang tewas. Dinas itu mencatat sepuluh`."""
    if c.last is None or c.counted.kind != "none" or c.n.form == "vague" or c.n.low == 1:
        return None
    if c.last[0].start < c.earlier:
        return None
    measure = c.last[1].measure
    if measure not in _RETOLD or (c.last[1].counted is None and measure != "magnitude"):
        return None
    if not c.lex.tells.search(c.text, max(c.sentence.start, c.n.begin - MAX_TO_TELLING), c.n.begin):
        return None
    if not c.lex.ends_told.match(c.text, c.n.stop):
        return None
    if measure == "magnitude":
        strong = c.n.form == "digits" and _STRENGTH.fullmatch(c.text, c.n.start, c.n.end)
        return Judgement(measure, TOLD_BARE, c.n.begin, c.n.stop) if strong else None
    whole = c.last[1].counted
    if whole is None:
        return None
    some = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    return Judgement(measure, TOLD_BARE, c.n.begin, c.n.stop, some)
