"""Ages: a number beside a person's name, or of years that someone has lived."""

from __future__ import annotations

import re

from runut.reading.figures.measures import Judgement
from runut.reading.figures.numerals import Numeral

OLDEST = 115

_BRACKET = re.compile(r"[A-Z][\w.’'-]*[”\"]? \((?:usia |umur )?$")
_COMMAS = re.compile(r"[A-Z][\w’'-]+, $")
_AGED = re.compile(r"\b(?:berusia|usia|usianya|berumur|umur|umurnya|seusia|menginjak usia|ulang tahun)(?: ke-?| yang)?(?: \w+){0,1} ?$", re.IGNORECASE)
_TERM = re.compile(r"[ ](?:penjara|kurungan|bui|kemerdekaan\w*|terakhir|berdiri|bekerja|menjabat|menikah|pernikahan|perjalanan)\b")


def judge(text: str, n: Numeral) -> Judgement | None:
    """The age that a bare number is, in brackets or between commas after a name."""
    if n.form != "digits" or n.low is None or not 0 < n.low <= OLDEST or n.low != n.high:
        return None
    before = text[max(0, n.start - 40) : n.start]
    after = text[n.end : n.end + 2]
    if after[:1] == ")" and (match := _BRACKET.search(before)):
        start = max(0, n.start - 40) + match.start()
        return Judgement("age", "measure:age:bracket", None, start, n.end + 1)
    if after[:1] in (",", ".") and after[1:2] in (" ", "", "\n") and _COMMAS.search(before):
        return Judgement("age", "measure:age:commas", None, n.start - 2, n.end + 1)
    if _AGED.search(before):
        return Judgement("age", "measure:age:cue", None, n.start, n.end)
    return None


def is_age(text: str, n: Numeral, unit: str) -> bool:
    """Whether a number of years or months is an age: after `berusia`, in brackets or between commas after a name."""
    if unit not in ("tahun", "bulan") or _TERM.match(text, n.end + 1 + len(unit)) or n.high is None or n.high > OLDEST:
        return False
    before = text[max(0, n.start - 40) : n.start]
    if _AGED.search(text[max(0, n.begin - 40) : n.begin]) or _AGED.search(before):
        return True
    return bool((_BRACKET.search(before) or _COMMAS.search(before)) and re.match(r"[ ]\w+[),.]", text[n.end :]))
