"""Counts and amounts, with bounds, measure, what is counted and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date

from runut.codec import finding_id
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Date, Figure, Name, Span, Statement
from runut.reading.dates import befallen
from runut.reading.figures import amounts, cascade, numerals, sources
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import MARKS_BEFORE, Lexicon, make
from runut.reading.figures.numerals import Numeral
from runut.text import View

# The one whose age is told is named within so many characters before it.
MAX_TO_NAME = 80
UNDATED = Anchor(day=None, origin=None)


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
    anchor: Anchor = UNDATED,
) -> tuple[Figure, ...]:
    """The figures of one article in the order of the text.

    A number in a name, a date, an order, a score or a list's mark is none; of the others `cascade` tells the measure, then
    `sources` who said so.
    """
    lex = language.derive(make)
    hidden = _hidden(names, dates, article.text, lex)
    name_ends = {x.end for name in names for x in name.mentions}
    plain: list[Numeral] = []
    in_names: list[Numeral] = []
    for n in numerals.find(view.text, view.words, language):
        if not (_is_hidden(view, n, hidden) or _is_name(view.text, n, lex)):
            plain.append(n if n.ordinal else numerals.bound(n, view.text, n.start, language))
        elif n.form in ("digits", "words") and view.span(n.start, n.end)[1] in name_ends:
            in_names.append(n)
    made = [_figure(article, view, n, j, lex) for n, j in cascade.judge(view, plain, language, in_names)]
    if not made:
        return ()
    if any(figure.measure == "age" for figure in made):
        people = sorted((x.start, x.end, x.text) for name in names if name.type == "PER" for x in name.mentions)
        made = [_owned(figure, people, article.text, lex) if figure.measure == "age" else figure for figure in made]
    sentences = [view.span(a, b) for a, b in view.sentences()]
    day = date.fromisoformat(anchor.day[:10]) if anchor.day else None
    return sources.attribute(
        article, sentences, made, names, dates, statements, lex, language.derive(befallen.make), day
    )


def _hidden(names: Iterable[Name], dates: Iterable[Date], text: str, lex: Lexicon) -> list[tuple[int, int]]:
    """Stretches of the article whose numbers are no figures: dates and names, joined where they overlap.

    A name that is a number before those whom it counts is none: `Lontar - Lima orang tewas` is not of the capital of Peru.
    """
    spans = [(d.start, d.end) for d in dates]
    spans += [
        (x.start, x.end)
        for name in names
        for x in name.mentions
        if not (x.text in lex.numbers and lex.noun.match(text, x.end + 1) and text[x.end : x.end + 1] == " ")
    ]
    spans.sort()
    out: list[tuple[int, int]] = []
    last = 0
    for start, end in spans:
        if start < last:
            last = max(end, last)
            out[-1] = (out[-1][0], last)
        else:
            last = end
            out.append((start, end))
    return out


def _is_hidden(view: View, n: Numeral, hidden: Sequence[tuple[int, int]]) -> bool:
    """Whether a numeral lies in one of the hidden stretches."""
    start, end = view.span(n.start, n.end)
    k = bisect_right(hidden, (start, len(view.original) + 1)) - 1
    return k >= 0 and end <= hidden[k][1]


_TENS = re.compile(r"-?an\b")
_LIST_MARK = re.compile(r"(?:^|\n) ?\(?$")
_INLINE_MARK = re.compile(r"[:.;,] $|:$")
_PLATE = re.compile(r"\b[A-Z]{1,2} $")
_PLATE_END = re.compile(r" [A-Z]{1,3}\b|[,. ]")
_BRACKETED_NAME = re.compile(r"[A-Z]\w{1,9}\) $")
_OF_YEAR = re.compile(r" \w{1,6} (?:19|20)\d\d\b")  # `No. 12 Tahun 2013`
_YEAR_OF_LAW, _AFTER_CAPITAL = re.compile(r" [Tt]ahun (?:19|20)\d\d\b"), re.compile(r"(?<!\w)[A-Z]\w{2,30} $")
_BRACKET = re.compile(r" ?[()] ?$")
_CAPITAL = re.compile(r" [A-Z]")
_LETTER_BEFORE = re.compile(r"[A-Za-z] $")
_GOES_ON = re.compile(r"[-–:]\d")
_INITIALS, _AGE_IN_BRACKETS = re.compile(r"(?<!\d )(?<!/)\b[A-Z]{1,3} \($"), re.compile(r"[1-9]\d? ?\)")
_TIMES, _TIMES_AFTER = re.compile(r"\d ?[x×] ?$"), re.compile(r" ?[x×] ?\d")
_ENDS = re.compile(r"[.)] [A-Z]")
_SCORE = re.compile(r"\d[-–:/]$|[A-Za-z]\d*-$")
_TIMES_SIGNS, _SCORE_SIGNS, _DASHES = frozenset("x×"), frozenset("-–:/"), ("-", "–", ":")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TELEPHONE = re.compile(r"0\d{3,}|\d{8,}")


def _is_name(text: str, n: Numeral, lex: Lexicon) -> bool:
    """Whether a numeral is part of a name, a place in an order, a score, a year or the mark of a list's item."""
    if n.ordinal:
        return False
    before = text[max(0, n.start - 14) : n.start]
    if _ends_as(before, lex.name_ends) and not _opens_sentence(n, before):
        if lex.level.search(before) and lex.index.search(text, max(0, n.start - amounts.MAX_TO_INDEX), n.start):
            return False
        named = _BRACKET.sub(" ", before) if before[-1:] in "( )" else before
        names = lex.name_before.search(named) or lex.not_a_count.search(before)
        if names and not (
            _is_measured(text, n, before, lex)
            or _is_of_initials(text, n, before)
            or _are_buildings(text, n, before, lex)
        ):
            return True
    written = text[n.start : n.end]
    if n.form == "words":
        in_title = written[0].isupper() and _LETTER_BEFORE.search(before) and _CAPITAL.match(text, n.end)
        return bool(in_title or ((n.low or 0) < numerals.LEAST_SCALE and lex.each.match(text, n.end)))
    if n.form == "vague":
        return False
    # a pattern is tried only where the characters beside the numeral allow it (before them a line break may stand)
    last, after = before[-3:], text[n.end : n.end + 2]
    times = not _TIMES_SIGNS.isdisjoint(after) and _TIMES_AFTER.match(text, n.end)
    if times or (not _TIMES_SIGNS.isdisjoint(last) and _TIMES.search(before) and not lex.hours.match(text, n.end)):
        return True  # `9 x 19 mm`
    goes_on = after[:1] in _DASHES and _GOES_ON.match(text, n.end)
    if goes_on or (not _SCORE_SIGNS.isdisjoint(last) and _SCORE.search(before)) or lex.clock.match(text, n.end):
        return True
    ends = after[:1] in (".", ")")
    if ends and _LIST_MARK.search(before):
        return True
    if ends and len(written) < 3 and _INLINE_MARK.search(before) and _ENDS.match(text, n.end):  # `1. Rato; 2) Keli`
        return True
    if (
        len(written) == 4
        and _YEAR.fullmatch(written)
        and not lex.units_before.search(before)
        and not _counts_as_year(text, n, before, lex)
    ):
        return True
    if n.form == "digits" and _is_law(text, n):
        return True
    if (len(written) > 3 and _TELEPHONE.fullmatch(written)) or lex.month.match(text, n.end):
        return True
    if ")" in last and _BRACKETED_NAME.search(before) and _CAPITAL.match(text, n.end):  # `SMAN) 5 Kota Kalimas`
        return True
    if last == last.lower():
        return False
    return bool(_PLATE.search(before) and _PLATE_END.match(text, n.end) and not lex.units_before.search(before))


def _ends_as(before: str, endings: Set[str]) -> bool:
    """Whether what stands before a number ends, marks aside, as a phrase does whose last letters are among the `endings`."""
    end = before.rstrip(MARKS_BEFORE)[-2:].lower()
    return end in endings or (end[1:] in endings and not end[0].isalnum())


def _counts_as_year(text: str, n: Numeral, before: str, lex: Lexicon) -> bool:
    """Whether a number written like a year counts: `2000 orang`, but no `pada 1997 pasar itu` and no `2026 Pasar Randu`."""
    return (
        lex.noun.match(text, n.end + 1) is not None
        and not text[n.end + 1].isupper()
        and lex.sets.in_year.search(before) is None
    )


def _opens_sentence(n: Numeral, before: str) -> bool:
    """Whether a numeral in words begins the sentence after what stands before it: `lewat telepon. Empat orang selamat`, but no `No. 4`."""
    return n.form == "words" and "." in before[len(before.rstrip(MARKS_BEFORE)) :]


def _is_law(text: str, n: Numeral) -> bool:
    """Whether a numeral is the number of a law behind its short name, no bound: `Permenlon 12 Tahun 2013`."""
    if n.begin < n.start or not _YEAR_OF_LAW.match(text, n.end):
        return False
    return _AFTER_CAPITAL.search(text[max(0, n.start - 32) : n.start]) is not None


def _is_of_initials(text: str, n: Numeral, before: str) -> bool:
    """Whether a numeral is the age of someone told by initials: `RW (33)`, which is no `RW (05)`."""
    return (
        "(" in before[-2:]
        and _INITIALS.search(before) is not None
        and _AGE_IN_BRACKETS.match(text, n.start) is not None
    )


def _are_buildings(text: str, n: Numeral, before: str, lex: Lexicon) -> bool:
    """Whether someone goes to so many places: `dibawa ke tiga rumah sakit`, where `ke tiga` alone is an order."""
    noun = lex.noun.match(text, n.end + 1) if n.form == "words" and before.endswith(" ke ") else None
    return noun is not None and lex.nouns[noun[1].lower()]["kind"] in ("building", "place")


def _is_measured(text: str, n: Numeral, before: str, lex: Lexicon) -> bool:
    """Whether a unit stands behind a numeral in digits (`di posisi 14.050 per dolar`), or it is the smaller part of a time told before it
    in any form (`dua tahun enam bulan`); `UU 13 Tahun 2003` is none.
    """
    whole = lex.parts.get(before[:-1].rpartition(" ")[2].lower()) if before.endswith(" ") else None
    unit = lex.units_after.match(text, n.end) if whole or n.form == "digits" else None
    if unit is None and whole and n.stop != n.end:  # `2 (dua) tahun 6 (enam) bulan`
        unit = lex.units_after.match(text, n.stop)
    if unit is None or _OF_YEAR.match(text, n.end) is not None:
        return False
    return n.form == "digits" or (whole is not None and unit[1].lower() == whole[0])


def _figure(article: Article, view: View, n: Numeral, j: Judgement, lex: Lexicon) -> Figure:
    tens = _TENS.match(view.text, n.end) if j.measure == "age" else None  # `60-an`
    last = tens.end() if tens is not None else n.end
    start, end = view.span(j.start, max(j.end, last))
    a, b = view.span(n.start, last)
    text = article.text
    counted = None
    if j.counted is not None and j.counted.end > j.counted.start:
        c, d = view.span(j.counted.start, j.counted.end)
        counted = None if lex.reference.fullmatch(text[c:d].strip()) else text[c:d]
    return Figure(
        id=finding_id(article.id, "figure", start, end),
        article=article.id,
        start=start,
        end=end,
        text=text[start:end],
        number=Span(start=a, end=b, text=text[a:b]),
        low=numerals.times(n.low, j.factor),
        high=numerals.times(n.high if tens is None else _to_the_next_ten(n), j.factor),
        approx=n.approx,
        measure=j.measure,
        rule=j.rule,
        counted=counted,
        part=j.part,
    )


def _to_the_next_ten(n: Numeral) -> int | float | None:
    """The last year of an age told in tens: 69 of `60-an`."""
    return n.low + 9 if n.low is not None and n.low == n.high and n.low % 10 == 0 else n.high


def _owned(figure: Figure, people: Sequence[tuple[int, int, str]], text: str, lex: Lexicon) -> Figure:
    """An age with the name of whose it is: written right before it, else the nearest person named before it."""
    begin = max(0, figure.number.start - MAX_TO_NAME)
    written = lex.ages.owner.search(text, begin, figure.number.start)
    if written:
        words = written[1].split()
        # `Korban Wira`, `Termasuk Wira`
        while len(words) > 1 and (words[0].lower() in lex.nouns or lex.including.fullmatch(words[0])):
            words.pop(0)
        return replace(figure, counted=written[1][written[1].index(words[0]) :])
    someone = lex.ages.someone.search(text, begin, figure.number.start)
    if someone and lex.nouns.get(someone[1].lower(), {}).get("kind") in (
        "person",
        "suspect",
    ):  # `Wira membawa anak berusia 6 tahun`
        return replace(figure, counted=someone[1])
    near = [(b, name) for a, b, name in people if begin <= a and b <= figure.number.start]
    return replace(figure, counted=max(near)[1]) if near else figure
