"""Where those counted are, by the places that the figure's sentence names."""

from __future__ import annotations

import re
from bisect import bisect_left

from runut.model import Figure, Statement
from runut.reading.figures.report import Report
from runut.reading.figures.together import FATES

# The nearest place of a sentence is among so many before a figure and after it.
NEAR = 12
# Words that lead to a place have so many characters at most, those for a talk to the press before them a few more.
MAX_LED, MAX_MEETING = 40, 90
# A place that its sentence opens with begins so many characters behind its start.
OPENS = 24
# A figure's own place stands so many characters behind it at most.
MAX_OWN = 60
# An item of a list has so many characters at most, and the list stands so far behind the line above it.
MAX_ITEM, MAX_HEADING = 80, 400
_ITEM, _HEADING = re.compile(r"\s?[-–•*] ?"), re.compile(r"(?m)^(?![-–•*])[^\n]{8,240}:$")
_LEADS = re.compile(r" ?[:(]? ?")


def place_of(report: Report, figure: Figure, sentence: tuple[int, int], own: Statement | None) -> str | None:
    """The place that the figure's sentence says it is of: its own right behind it, else the nearest after a word such as `di`.

    In `11 orang tewas di Randu, 17 orang di Kalimas` the 17 are of Kalimas, though Randu stands nearer. Where somebody spoke is no place
    of those whom he counts: `“12 orang tewas,” kata Rato di Lontar`, `dalam jumpa pers di Lontar`.
    """
    start, end = sentence
    before = _right_before(report, figure, start)
    if before is not None:
        return before
    first, at, last = (bisect_left(report.places, (k,)) for k in (start, figure.start, end))
    inside = [
        (0 if figure.start <= a and b <= figure.end else min(abs(a - figure.end), abs(figure.start - b)), a, b, name)
        for a, b, name in report.places[max(first, at - NEAR) : min(last, at + NEAR)]
        if report.lex.sources.placed.search(report.text, max(start, a - MAX_LED), a)
        and not report.lex.sources.currency.match(name)
        and not _is_of_speech(report, a, start, own)
    ]
    if not inside:
        return _of_heading(report, figure)
    nearest = min(inside)
    opens = nearest[1] - start < OPENS  # `Di Randu, ratusan mahasiswa menolak tambang di Kalimas`
    if (
        nearest[2] <= figure.start
        and not opens
        and report.lex.sources.place_parted.search(report.text, nearest[2], figure.start)
    ):
        behind = min((p for p in inside if p[1] >= figure.end), default=None)
        if behind is not None and _is_own(report, figure, behind[1]):
            return behind[3]
    return nearest[3]


def _right_before(report: Report, figure: Figure, start: int) -> str | None:
    """The place that a count of people is told of by its name right before the number, where a clause begins with it: `Randu enam orang
    tewas, sedangkan Kabupaten Kalimas tiga orang`.
    """
    if figure.measure not in FATES:
        return None
    k = bisect_left(report.places, (figure.start,))
    led = [
        (a, name)
        for a, b, name in report.places[max(0, k - 2) : k]  # `Kabupaten Randu` and, in it, `Randu`
        if start <= a and b <= figure.start and _LEADS.fullmatch(report.text, b, figure.start)
    ]
    if not led:
        return None
    a, name = min(led)
    opens = report.lex.sources.place_opens.search(report.text, max(0, a - MAX_LED), a)
    return name if opens is not None else None


def _of_heading(report: Report, figure: Figure) -> str | None:
    """The last place that the line above a list names, where a count is an item of it: `Korban di Desa Randu:` / `- 35 warga tewas`."""
    text = report.text
    line = text.rfind("\n", max(0, figure.start - MAX_ITEM), figure.start) + 1
    if not line or figure.measure not in FATES or _ITEM.match(text, line) is None:
        return None
    above = text[max(0, line - MAX_HEADING) : line]
    items = [m.start() for m in _HEADING.finditer(above)]
    if not items:
        return None
    begin = max(0, line - MAX_HEADING) + items[-1]
    end = text.find(":\n", begin, line)
    if any(not _ITEM.match(between) for between in text[end + 2 : line].split("\n") if between.strip()):
        return None
    lo, hi = bisect_left(report.places, (begin,)), bisect_left(report.places, (end,))
    named = [
        p for p in report.places[lo:hi] if report.lex.sources.placed.search(text, max(begin, p[0] - MAX_LED), p[0])
    ]
    return named[0][2] if named else None


def _is_own(report: Report, figure: Figure, at: int) -> bool:
    """Whether nothing but plain words stands between a figure and a place behind it: `1.136 jiwa di enam titik Kecamatan Randu`."""
    return (
        at - figure.end <= MAX_OWN and report.lex.sources.place_led.fullmatch(report.text, figure.end, at) is not None
    )


def _is_of_speech(report: Report, at: int, start: int, own: Statement | None) -> bool:
    """Whether a place is where somebody spoke: behind the verb that tells it outside of what he said, or of a talk to the press."""
    if own is not None and own.cue_start is not None and own.cue_start < at and own.end <= at:
        return True
    return report.lex.sources.meeting_at.search(report.text, max(start, at - MAX_MEETING), at) is not None
