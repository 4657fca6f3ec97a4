"""Who a figure comes from, which day or period it is of, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from runut.model import Article, Date, Figure, Name, Statement
from runut.reading.dates.befallen import Befalling
from runut.reading.figures import phrases
from runut.reading.figures.count_days import CountDays
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.neighbours import Neighbours
from runut.reading.figures.places import place_of
from runut.reading.figures.report import Report, Words, between, lay_out, teller_of
from runut.reading.figures.together import FATES

# From the bracket of a rate of exchange to its amount (`(dengan asumsi kurs Rp 16.000`) are at most so many characters.
RATE_REACH = 40
# What a list of data goes on with from sentence to sentence.
DATA = frozenset({"money", "percent"})
# The count that another is set against is named within so many characters before it.
MAX_COMPARED = 100
# Figures told by a verb, and what they are told of, so far before them.
_ACT, MAX_DEED = "measure:act:", 110
_OF_DEED = re.compile(r"\w yang (?:\w+ )?(?:$|me\w+ [^.;“”]{1,60} dan $)")
# A whole and two of its parts.
LEAST_SHARED = 3
# The nearest day of a sentence is among so many before a figure and after it.
NEAR = 12


def attribute(
    article: Article,
    sentences: Sequence[tuple[int, int]],
    figures: Sequence[Figure],
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    lex: Lexicon,
    befalling: Befalling,
    anchor: date | None = None,
) -> tuple[Figure, ...]:
    """The figures with statement, speaker, day or else period, and place; one for each span, in the order of the text.

    A rate of exchange in brackets is the outlet's own. Else the source is, in this order: whoever tells a bare number right before it;
    whom a medium cites, a source phrase before the number in its clause, or who is told by another to admit it; the speaker of the
    statement that holds it; whoever is said to bring the count up to date, or to vouch for it, or is named by a source word without a
    comma; whoever the next sentence says told it; the record that the sentence before quotes; who told the sentence before, where this one
    goes through the details; the data that the sentence before was read from, where the same measure goes on, CARRIED sentences at most;
    who told the sentence before in indirect speech with figures; whom the line over a list names; whoever told of the place before in a
    list of places; whoever the sentence before says brings a count up to date that it does not tell.
    A sentence between two statements of one speaker is the outlet's own: of 80 tracked figures so placed 21 are his by the cases.
    """
    sentences = sentences or ((0, len(article.text)),)
    report = lay_out(article, sentences, names, dates, statements, lex)
    neighbours = Neighbours(report)
    days = CountDays(report, anchor, befalling)
    seen: set[str] = set()
    phrased: tuple[tuple[tuple[int, int], str | None], Words] | None = None
    told_in: dict[int, list[Figure]] = {}
    last = 0
    before: tuple[Figure, Words | None] | None = None
    parts = sorted((f.number.start, f.measure) for f in figures if f.part == "part")
    for figure in sorted(figures, key=lambda f: (f.number.start, f.start)):
        if figure.id in seen:
            continue
        seen.add(figure.id)
        k = max(0, bisect_right(report.starts, figure.number.start) - 1)
        sentence = sentences[k]
        own = _statement_of(report, figure)
        phrase = (
            phrases.telling(report, figure, sentence)
            or phrases.saying(report, figure, sentence, own)
            or phrases.naming(report, figure, sentence, own)
        )
        phrase = phrase or (phrases.admitting(report, figure, own) if own else None)
        if phrase is None and phrased and phrased[0] == (sentence, own.id if own else None):
            turned = own is None and lex.sources.turns.search(article.text, last, figure.start) is not None
            phrase = None if turned else phrased[1]
        if phrase and own and _turned_from(report, phrase, own):
            phrase = None
        phrased, last = ((sentence, own.id if own else None), phrase) if phrase else None, figure.end
        told = phrase or (teller_of(report, own) if own and own.form == "indirect" else None)
        if told and (own is None or figure.measure in DATA):
            neighbours.carry(k, figure.measure, told)
        counter = _counter(report, figure, sentence) if figure.rule == phrases.AGAINST else None
        background = own is not None and phrase is None and _is_background(report, figure, own)
        if background:
            source = None
        elif counter is not None:
            source = counter if counter[0] else None
        elif figure.measure == "money" and lex.sources.rate.search(
            article.text, max(0, figure.number.start - RATE_REACH), figure.number.start
        ):
            source = None  # the outlet's own sum
        elif phrase or own:
            source = phrase or told or (teller_of(report, own) if own else None)
        else:
            known = phrases.vouching(report, figure, sentence)
            source = neighbours.source(k, figure, known, told_in.get(k - 1, ()), before)
        before = figure, source
        speaker, start, end = _clean(source, report) if source else (None, None, None)
        within = _without_days_of_parts(figure, sentence, parts) if parts and figure.part == "total" else sentence
        day = (
            _nearest(report, days.of_counts(figure, sentence), figure, within)
            or _nearest(report, report.periods, figure, within)
            or (own.said_on[:10] if own and own.said_on else None)
        )
        told_in.setdefault(k, []).append(
            Figure(
                id=figure.id,
                article=figure.article,
                start=figure.start,
                end=figure.end,
                text=figure.text,
                number=figure.number,
                low=figure.low,
                high=figure.high,
                approx=figure.approx,
                measure=figure.measure,
                rule=figure.rule,
                counted=figure.counted,
                part=figure.part,
                speaker=speaker,
                speaker_start=start,
                speaker_end=end,
                as_of=day,
                place=place_of(report, figure, sentence, own),
                statement=own.id if own else None,
            )
        )
    return tuple(figure for told in told_in.values() for figure in _apart_from_parts(told))


def _apart_from_parts(told: list[Figure]) -> list[Figure]:
    """The figures of a sentence, a whole without the place of one of its parts: `68 orang tewas, yaitu 44 di Randu dan 24 di Kalimas`."""
    if len(told) < LEAST_SHARED:
        return told
    out = []
    for figure in told:
        places = {f.place for f in told if f.part == "part" and f.measure == figure.measure and f.place}
        whole = figure.part == "total" and len(places) > 1 and figure.place in places
        out.append(replace(figure, place=None) if whole else figure)
    return out


def _counter(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Whose count another is compared with, no words where nobody is named: `lebih banyak daripada catatan X yang hanya 16 orang`."""
    compared = report.lex.compared.search(report.text, max(sentence[0], figure.start - MAX_COMPARED), figure.start)
    if compared is None or compared["source"] is None:
        return None
    words = compared["source"].strip()
    return words, compared.end("source") - len(words), compared.end("source")


def _is_background(report: Report, figure: Figure, own: Statement) -> bool:
    """Whether a toll is told of the deed that somebody claims or blames on another, so that he is not its source: `mengaku melakukan
    serangan yang menewaskan 12 orang`, `menyebut Randu bertanggung jawab atas serangan yang menewaskan 12 orang itu`.
    """
    if own.form != "indirect" or figure.measure not in FATES or not figure.rule.startswith(_ACT):
        return False
    near = max(own.start, figure.start - MAX_DEED)
    act = report.lex.act.search(report.text, near, figure.start)
    if act is None or not _OF_DEED.search(report.text, near, act.start(1)):
        return False
    claimed = own.cue is not None and report.lex.sources.claims_deed.fullmatch(own.cue) is not None
    return claimed or report.lex.sources.blames.search(report.text, near, act.start(1)) is not None


def _is_described(report: Report, statement: Statement) -> bool:
    """Whether no one says it, but who is counted is described so: `Warga yang melaporkan menjadi korban sebanyak empat orang`."""
    speaker, cue = statement.speaker, statement.cue_start
    if statement.form != "indirect" or speaker is None or speaker.end is None or cue is None or speaker.end > cue:
        return False
    if speaker.entity is not None or between(report.owners, speaker.start or 0, speaker.end):
        return False
    return report.lex.that.fullmatch(report.text, speaker.end, cue) is not None


def _statement_of(report: Report, figure: Figure) -> Statement | None:
    """The innermost statement that holds the number."""
    around = report.statements.within(figure.number.start, figure.number.end)
    holding = [
        s
        for s in around
        if s.start <= figure.number.start and figure.number.end <= s.end and not _is_described(report, s)
    ]
    return min(holding, key=lambda s: (s.end - s.start, s.start)) if holding else None


def _turned_from(report: Report, phrase: Words, own: Statement) -> bool:
    """Whether another's statement begins after a phrase and a turn: `Menurut data X, lima tewas, sedangkan Y mencatat tujuh`."""
    end, cue = phrase[2], own.cue_start
    return (
        end is not None
        and cue is not None
        and end < cue
        and report.lex.sources.turns.search(report.text, end, cue) is not None
    )


def _clean(source: Words, report: Report) -> Words:
    """The words that name a source: without the document that it is known from and without what is told of it after."""
    words, start, end = source
    lex = report.lex
    issued = lex.sources.issued.match(words)
    if issued:  # `laporan keuangan yang dirilis Dinas Pasar`
        words = words[issued.end() :]
        start = None if start is None else start + issued.end()
    cut = lex.sources.source_end.search(words, 2)
    if cut:
        words = words[: cut.start()].rstrip(" ,;")
        end = None if start is None else start + len(words)
    tail = lex.sources.source_tail.search(words, 2)
    if tail:  # `warga pekan lalu`
        words = words[: tail.start()]
        end = None if start is None else start + len(words)
    lead = lex.sources.source_lead.match(words)
    names = lead is not None and not (
        lex.sources.out_of_papers.fullmatch(words, lead.end()) or lex.pointing.fullmatch(words, lead.end())
    )
    if lead and start is not None:  # `Survei Geologi Rusia` is its name
        names = names and not any(m[0] == start for m in between(report.owners, start, start + lead.end() + 1))
    if lead and names:  # `data awal` and `pernyataan itu` name nobody
        words = words[lead.end() :]
        start = None if start is None else start + lead.end()
    return words, start, end


def _without_days_of_parts(
    figure: Figure, sentence: tuple[int, int], parts: Sequence[tuple[int, str]]
) -> tuple[int, int]:
    """The stretch of a sentence in which a whole has its day: up to its parts, where several are told behind it, each of its own day."""
    own = slice(bisect_left(parts, (figure.number.end, "")), bisect_left(parts, (sentence[1], "")))
    behind = [start for start, measure in parts[own] if measure == figure.measure]
    return (sentence[0], behind[0]) if len(behind) > 1 else sentence


def _nearest(report: Report, dates: Sequence[Date], figure: Figure, sentence: tuple[int, int]) -> str | None:
    """The date in the figure's sentence in it or right behind it (`12 orang pada Selasa`), else nearest to it; one since which is counted
    is none.
    """
    if not dates:
        return None
    start, end = sentence
    first, own, last = (bisect_left(dates, at, key=attrgetter("start")) for at in (start, figure.start, end))
    near = dates[max(first, own - NEAR) : min(last, own + NEAR)]
    inside = [d for d in near if not report.lex.sources.since.search(report.text, max(start, d.start - 30), d.start)]
    if not inside:
        return None
    led = report.lex.part_ends.match(report.text, figure.end)
    joined = led is not None and (
        led[0][-1:].isalpha() or led[0][-1:] == "("
    )  # a comma leads on to another count's day
    own_day = next(
        (
            d
            for d in inside
            if figure.start <= d.start < figure.end or (led and joined and 0 <= d.start - led.end() <= 1)
        ),
        None,
    )
    if own_day is not None:
        return (own_day.value or "")[:10]
    nearest = min(inside, key=lambda d: (min(abs(d.start - figure.end), abs(figure.start - d.end)), d.start))
    return (nearest.value or "")[:10]
