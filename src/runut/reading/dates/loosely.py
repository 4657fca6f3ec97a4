"""A `kemarin` of loose speech: in quoted words it often means some day not long ago (`waktu rapat kemarin`), and is then no day.

Of 29 bare ones in the quotations of 1,500 reports 22 were loose. One keeps its day where something tells that it is one:

1. it opens its sentence or clause (`Kemarin air naik`) and no particle of talk follows (`Kemarin tuh …`);
2. its clause (behind a `yang` the relative one) tells before it what happened (`dua orang tewas di jembatan kemarin`), or a word of time
   or likeness stands right before it (`sejak kemarin`, `seperti kemarin`);
3. another expression of the report, no day of a saying and no such word itself, is of the same day (a clock time of it counts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runut.reading.dates import calendar
from runut.reading.dates.grammar import Grammar
from runut.reading.dates.setting import LEFT_CONTEXT, Found, Placed
from runut.text import View

LOOSE = "loose speech"
# A clause is looked back over for so many characters at most.
CLAUSE = 120
_OPENS = re.compile(r"(?:^|[^\w\s)-])\s?$")
_SEAM = re.compile(r"[^\w\s()-]")
_WORD = re.compile(r"\w{1,30}")


def leave(found: Sequence[Found], view: View, grammar: Grammar) -> Iterator[Found]:
    """The expressions, those of loose speech without a value."""
    loose = {n for n, here in enumerate(found) if _is_loose(here, view, grammar)}
    known = {
        calendar.read_day(here.placed.value)
        for n, here in enumerate(found if loose else ())
        if n not in loose and not here.saying
    }
    for n, here in enumerate(found):
        if n in loose and calendar.read_day(here.placed.value) not in known:
            here = replace(here, placed=Placed(why_null=LOOSE))
        yield here


def _is_loose(here: Found, view: View, grammar: Grammar) -> bool:
    """Whether a word that is also used loosely stands by itself in a quotation, and nothing beside it makes it a day."""
    if here.placed.offset is None or view.text[here.start : here.end].lower() not in grammar.loose:
        return False
    quotation = view.quotation_at(here.start)
    if quotation is None:
        return False
    begin = max(view.sentence_at(here.start)[0], here.start - LEFT_CONTEXT)
    before = view.text[begin : here.start]
    if _OPENS.search(before):
        return grammar.within["talk"].match(view.text, here.end + 1) is not None
    if grammar.before["strict"].search(before):
        return False
    begin = max(view.sentence_at(here.start)[0], quotation[0], here.start - CLAUSE)
    clause = _SEAM.split(view.text[begin : here.start])[-1]
    for word in reversed(_WORD.findall(clause.lower())):
        if word in grammar.happening:
            return False
        if word in grammar.relative_clause:
            break
    return True
