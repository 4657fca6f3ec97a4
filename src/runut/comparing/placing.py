"""Sentences on their days: which day each sentence of a report stands on, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from runut.comparing import misdated
from runut.comparing.days import DAY, MONTH, YEAR, days_between, find_begin, find_day, is_placed, is_within, is_year
from runut.comparing.openings import Openings, find_openings
from runut.comparing.sentences import Occasion, Placed, Report, Told
from runut.lang import Language
from runut.model import Date, Entity, Event, Family, Figure, Reading, Statement

# Days further from the report than this are background (a career, a law).
STORY_YEARS = 2
# A day printed with a weekday that it is not is meant to be the one of its number that is, so many days around the report.
MISPRINTED = 10
# A report opens with what its sentences up to this one tell; it is fresh when it tells of a day so many days before its own.
LEAD, FRESH = 2, 4
# What a person says in a report without a day was said on the one day on which other reports have them speak, so many days before it.
RETOLD = 1
# What a report says of one occasion was said on its day, so many days before its own.
OCCASION = 2
# A report that opens only with what happened so many days before it retells it (an anniversary).
RETOLD_YEAR = 300
# Words that point back to an occasion have it told so many sentences before at most, and its day by one of these rules.
THERE_REACH, OF_ITS_OWN = 6, frozenset({"own-day", "day-mended", "said-there"})
# Between a comma behind a source and the day of that source stand so many words at most (`dikutip dari …, pada Senin`).
SOURCE_WORDS = 2
# A record is measured against a day more than so many before the report: since a nearer one something goes on.
RECORD_AGE = 7
# The rule of what is background: it stands on no day by itself.
NO_DAY = "no-day"
# The rule of a day to come that is only the last one (`berlaku hingga 31 Mei`): what it is told of stands on the day of the telling too.
LAST = "last-day"
# The rules by which a verb that no row of the lexicon has tells an event: its type is guessed, and no line is made of it.
GUESSED = ("plain:", "open:", "subject:")
# The rules by which a verb tells an event.
VERBS = frozenset({"active", "passive", "state"})
# The people that are counted on from day to day.
SUMMED = frozenset({"killed", "injured", "missing", "arrested", "displaced"})
# The rule of a week, month or year told from the day of the report.
MOVED = "period"
# A sentence opens with what stands no more letters behind its begin (a quotation mark).
OPENING = 2
# A date before the report that its text does not tell, and the rules of what counts from one told before.
PAST, COUNTED = "PAST_REF", frozenset({"back-reference", "counted"})
# How the rules of clock times begin.
CLOCK = "clock"
# Days that only name a season of the year, not when something happened.
_PASSING = frozenset({"holiday"})

Finding = TypeVar("Finding", Statement, Date, Event, Figure)


def find_reports(
    readings: Sequence[Reading], entities: Sequence[Entity], families: Iterable[Family], language: Language
) -> list[Report]:
    """The readings, sentence by sentence."""
    openings = language.derive(find_openings)
    family_of = {article: family.id for family in families for article in family.articles}
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    reports = []
    for number, reading in enumerate(readings):
        meant = _meant(reading, openings)
        report = Report(
            number=number,
            family=family_of.get(reading.article.id, reading.article.id),
            anchor=reading.anchor.day,
            openings=openings,
            told=_told(reading, entity_of),
            spoke_on=_spoke_on(reading, entity_of, meant),
            last=_last_day(reading, openings),
            meant=meant,
            doubted=_doubted(reading, meant, language),
        )
        day, kinds = _only_day(report)
        reports.append(
            replace(report, only_day=day, only_kinds=kinds, occasion=_occasion(report), retold=_is_retold(report))
        )
    once = _spoke_once(reports, {e.id for e in entities if e.type == "PER"})
    return [replace(report, spoke_once=once) for report in reports]


def _told(reading: Reading, entity_of: Mapping[tuple[str, str], str]) -> tuple[Told, ...]:
    starts = [s.start for s in reading.sentences]
    ends = [s.end for s in reading.sentences]
    said = _shared_out(reading.statements, starts, ends)
    dates = _shared_out(reading.dates, starts, ends)
    told = [e for e in reading.events if not e.rule.startswith(GUESSED)]
    happened = _shared_out((e for e in told if e.status == "happened"), starts, ends)
    alleged = _shared_out((e for e in told if e.status == "alleged"), starts, ends)
    figures = _shared_out(reading.figures, starts, ends)
    return tuple(
        Told(
            start=start,
            end=end,
            text=reading.article.text[start:end],
            said=tuple(said[n]),
            dates=tuple(dates[n]),
            happened=tuple(happened[n]),
            figures=tuple(figures[n]),
            speaker=_speaker(reading, said[n], entity_of),
            alleged=bool(alleged[n]),
        )
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _shared_out(
    findings: Iterable[Finding], starts: Sequence[int], ends: Sequence[int]
) -> defaultdict[int, list[Finding]]:
    """Findings by the sentence in which they begin."""
    out: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        n = bisect_right(starts, finding.start) - 1
        if n >= 0 and finding.start < ends[n]:
            out[n].append(finding)
    return out


def _last_day(reading: Reading, openings: Openings) -> str | None:
    """The last whole day that a report tells, which stands for its own where that is not known; none where it tells of `bulan lalu`: it may
    be a month after all days that it tells.
    """
    if any(d.value is None and d.rule == MOVED and openings.past.search(d.text) for d in reading.dates):
        return None
    days = [find_day(d.value) for d in reading.dates if d.value and not d.value.endswith("_REF")]
    return max((d for d in days if len(d) == DAY and "/" not in d), default=None)


def _only_day(report: Report) -> tuple[str | None, frozenset[str]]:
    """The one day on which anything happens in a report, shortly before the report itself, told in its own voice.

    It holds for all that happens where the report opens with it; where a later sentence tells it, for the kinds of happening that this
    sentence and an opening without a day have in common.
    """
    days: dict[str, int] = {}
    for position, told in enumerate(report.told):
        for placed in _own_days(report, told, told.said):
            if placed.kind == "event" and placed.rule != LAST and is_near(placed.day, report.anchor):
                days.setdefault(placed.day, -1 if told.said else position)
    day, position = next(iter(days.items()), ("", -1))
    if len(days) != 1 or len(day) != DAY or position < 0 or report.doubted:
        return None, frozenset()
    if report.anchor is not None and not 0 < days_between(day, report.anchor) <= FRESH:
        return None, frozenset()
    if position <= LEAD:
        return day, frozenset()
    opening = [told for told in report.told[: LEAD + 1] if not told.said and not told.dates]
    led = {event.type for told in opening for event in told.happened}
    kinds = frozenset(event.type for event in report.told[position].happened if event.type in led)
    return (day, kinds) if kinds else (None, frozenset())


def _is_retold(report: Report) -> bool:
    """Whether a report only tells again what happened years ago: it opens with such a day, and with none of its own time."""
    if report.anchor is None:
        return False
    lead = [find_day(d.value or "") for told in report.told[: LEAD + 1] for d in told.dates]
    days = [day for day in lead if len(day) == DAY and "/" not in day]
    ages = [days_between(day, report.anchor) for day in days]
    return bool(ages) and min(ages) > RETOLD_YEAR


def _occasion(report: Report) -> Occasion | None:
    """The one occasion at which all is said in a report (`Hal itu terungkap dalam sidang, Senin …`), on a whole day shortly before it."""
    pointed: set[str] = set()
    said: set[str] = set()
    speakers: set[str] = set()
    gathering = False
    before: Told | None = None
    for told in report.told:
        points = report.openings.point.match(told.text) is not None
        days = {p.day for p in _own_days(report, told, () if points else told.said) if points or p.kind == "said"}
        said |= days
        if points and days:
            pointed |= days
            gathering = gathering or report.openings.gathering.match(told.text) is not None
            speakers |= {who for t in (before, told) if t and (who := t.speaker)}
        before = told
    day = next(iter(pointed), "")
    known = len(pointed) == 1 and said == pointed and len(day) == DAY and report.anchor is not None
    near = known and 0 < days_between(day, report.anchor or day) <= OCCASION
    return Occasion(day, frozenset(speakers), gathering) if near else None


def _meant(reading: Reading, openings: Openings) -> dict[str, str]:
    """The misprinted days of a report, each with the one that was meant."""
    days = ((find_day(d.value), d.text) for d in reading.dates if d.value and not d.value.endswith("_REF"))
    mended = {day: _mended(day, text, reading.anchor.day, openings) for day, text in days}
    return {day: meant for day, (meant, rule) in mended.items() if rule == "day-mended"}


def _doubted(reading: Reading, meant: Mapping[str, str], language: Language) -> frozenset[str]:
    """The days that a report tells only with a weekday that they are not, with none near it that was meant."""
    slips = {(d.start, d.end) for d in misdated.find_slips(reading, language)}
    if not slips:
        return frozenset()
    told = [(find_day(d.value), (d.start, d.end) in slips) for d in reading.dates if d.value]
    right = {day for day, slip in told if not slip}
    return frozenset(day for day, slip in told if slip and day not in right and day not in meant)


def _spoke_on(
    reading: Reading, entity_of: Mapping[tuple[str, str], str], meant: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """The days on which each speaker is said to have spoken."""
    out: dict[str, set[str]] = defaultdict(set)
    for statement in reading.statements:
        who = _speaker(reading, [statement], entity_of) if statement.said_on else None
        if who and statement.said_on:
            day = find_day(statement.said_on)
            out[who].add(meant.get(day, day))
    return {who: frozenset(days) for who, days in out.items()}


def _spoke_once(reports: Sequence[Report], persons: set[str]) -> dict[str, str]:
    """The whole day on which each person speaks who is said to have spoken on one day only in the whole story."""
    days: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for who, told in report.spoke_on.items():
            if who in persons:
                days[who] |= told - report.doubted
    only = ((who, next(iter(told))) for who, told in days.items() if len(told) == 1)
    return {who: day for who, day in only if len(day) == DAY}


def _speaker(reading: Reading, said: Sequence[Statement], entity_of: Mapping[tuple[str, str], str]) -> str | None:
    for statement in said:
        who = statement.speaker
        if who and who.entity:
            return entity_of.get((reading.article.id, who.entity), who.entity)
        if who and who.name:
            return who.name.lower()
    return None


def place(report: Report) -> list[list[Placed]]:
    """The days of each sentence of a report: those it names, else one that its neighbours, its speaker or its report gives it."""
    out: list[list[Placed]] = []
    for position, told in enumerate(report.told):
        placed = _own_days(report, told, told.said)
        if report.openings.point.match(
            told.text
        ):  # `Hal itu disampaikan X, Selasa …`: when the sentence before was said
            placed = [replace(p, kind="said") for p in placed]
        elif not placed:
            placed = _pointed_at(report, position) or _said_there(report, told, out[-THERE_REACH:])
        elif all(p.rule == LAST for p in placed):
            placed = placed + _undated(report, told)
        if not placed and out and report.openings.carry.match(told.text):
            going_on = [p for p in out[-1] if p.kind == "event" and p.rule not in ("day-of-report", LAST)]
            placed = [Placed(p.day, "event", "day-carried-on") for p in going_on]
        out.append(placed or _undated(report, told))
    return out


def _pointed_at(report: Report, position: int) -> list[Placed]:
    """The day that the next sentence says this one was said on."""
    for told in report.told[position + 1 : position + 2]:
        if report.openings.point.match(told.text):
            return [Placed(p.day, "said", "day-pointed-back") for p in _own_days(report, told, ())[:1]]
    return []


def _said_there(report: Report, told: Told, before: Sequence[Sequence[Placed]]) -> list[Placed]:
    """The day of the occasion at which something without a day was said (`dalam sambutannya`): shortly before the report, and the only one
    up to its own that the sentences before tell.
    """
    if not told.said or any(s.said_on for s in told.said) or not report.openings.there.search(told.text):
        return []
    anchor = (report.anchor or "")[:DAY]
    days = {
        p.day for placed in before for p in placed if p.rule in OF_ITS_OWN and len(p.day) == DAY and p.day <= anchor
    }
    day = next(iter(days), "")
    return [Placed(day, "said", "said-there")] if len(days) == 1 and 0 < days_between(day, anchor) <= OCCASION else []


def _own_days(report: Report, told: Told, said: Sequence[Statement]) -> list[Placed]:
    """The days that a sentence names: beside what is said they are the day it was said, else the day it happened."""
    if not told.dates:
        return []
    openings, anchor = report.openings, report.anchor
    out: dict[tuple[str, str], str] = {}
    told_on = next((find_day(s.said_on) for s in said if s.said_on), None)
    for found in told.dates:
        if not found.value or found.rule in _PASSING:
            continue
        day = _counted_from(found, said, anchor)
        if not is_placed(day, anchor) and not (len(day) == MONTH and openings.part.match(found.text)):
            continue
        before = told.text[: found.start - told.start]
        if _is_aside(found, day, before, told, said, report):
            continue
        day, rule = _mended(find_day(day), found.text, anchor, openings)
        if day in report.doubted:
            continue
        if _is_last(before, openings):
            if _is_to_come(day, anchor):
                out.setdefault((day, "event"), LAST)
                continue
            if len(day) <= MONTH or _ends_stretch(before, told, openings):
                continue
        if _is_only_spoken(found, day, told, report):
            out.setdefault((day, "said"), rule)
        elif not said or any(s.start <= found.start < s.end for s in said) or _is_of_event(found, told):
            out.setdefault((day, "event"), rule)
        elif (told_on is None or told_on in (day, find_day(found.value))) and _is_when_said(day, before, openings):
            out.setdefault((day, "said"), rule)
    days = [day for day, _ in out]
    return [
        Placed(day, kind, rule)
        for (day, kind), rule in out.items()
        if not any(is_within(d, day) for d in days if d != day)
    ]


def _is_aside(found: Date, day: str, before: str, told: Told, said: Sequence[Statement], report: Report) -> bool:
    """Whether a day is not that of what its sentence tells: of a source, a clock time's, what something is held against, a year by itself,
    or of a deed since which something is so (`kunjungan pertama sejak dilantik pada Maret`).
    """
    openings, anchor = report.openings, report.anchor
    if openings.cited.search(before) and (
        not said or (len(find_day(day)) == DAY and _is_of_source(found, told, openings))
    ):
        return True
    if _is_of_clock_alone(found, told) or openings.compared.search(before) or openings.fallen.search(before):
        return True
    if is_year(day):
        return openings.dated.search(before) is None or (openings.record.search(before) is not None)
    if _is_recent(day, anchor):
        return False
    if openings.record.search(before) or openings.since_deed.search(before):
        return True
    return _is_sum_since(before, told, openings)


def _is_sum_since(before: str, told: Told, openings: Openings) -> bool:
    """Whether people are counted from a day on (`423 orang tewas sejak 1 Februari`): the sum is not of its first day."""
    return openings.since.search(before) is not None and any(figure.measure in SUMMED for figure in told.figures)


def _is_when_said(day: str, before: str, openings: Openings) -> bool:
    """Whether a value outside of what is said may be when it was said: no stretch of days (a term), no beginning (`sejak`)."""
    return day[DAY : DAY + 1] != "/" and not openings.since.search(before)


def _is_only_spoken(found: Date, day: str, told: Told, report: Report) -> bool:
    """Whether a `hari ini` of quoted words in which nothing happens only tells when they were said."""
    if found.rule != "relative-day" or told.happened or told.alleged:
        return False
    spoken = next((s for s in told.said if s.form == "direct" and s.start <= found.start < s.end), None)
    return spoken is not None and day == find_day(spoken.said_on or report.anchor or "")


def _is_last(before: str, openings: Openings) -> bool:
    """Whether a day is only the last one of what goes on or may be done (`berlaku hingga 31 Mei`, `paling lambat Senin`)."""
    return bool(openings.until.search(before) or openings.deadline.search(before))


def _ends_stretch(before: str, told: Told, openings: Openings) -> bool:
    """Whether a day stands right before the word for the last one (`Senin (3/3) hingga Rabu (5/3)`), and no count (`12 orang hingga`)."""
    until = openings.until.search(before)
    if until is None:
        return False
    return any(
        not before[found.end - told.start : until.start()].strip()
        for found in told.dates
        if found.end - told.start <= until.start()
    )


def _is_to_come(day: str, anchor: str | None) -> bool:
    """Whether a day or period begins after the day of the report."""
    begin = find_begin(day)[:DAY]
    return anchor is not None and begin > anchor[: len(begin)]


def _is_of_clock_alone(found: Date, told: Told) -> bool:
    """Whether a clock time has its day from elsewhere and the sentence names a stretch of whole days that it is of."""
    return found.rule.startswith(CLOCK) and any(_is_stretch(d.value) for d in told.dates if d.value)


def _is_stretch(value: str) -> bool:
    """Whether a value is a stretch of whole days, not of hours or months."""
    begin, slash, end = value.partition("/")
    return bool(slash) and len(begin) == len(end) == DAY


def _is_recent(day: str, anchor: str | None) -> bool:
    """Whether a value is of a day too near before the report for a record since then."""
    begin = find_day(day).partition("/")[0]
    return anchor is not None and len(begin) == DAY and days_between(begin, anchor) <= RECORD_AGE


def _is_of_event(found: Date, told: Told) -> bool:
    """Whether a day stands in the clause of something that happened, all of it before anything is said."""
    cues = [s.cue_start for s in told.said if s.cue_start is not None]
    return bool(cues) and any(e.start <= found.start < e.end <= min(cues) for e in told.happened)


def _mended(day: str, written: str, anchor: str | None, openings: Openings) -> tuple[str, str]:
    """A day as it was meant, and the rule: one whose weekday does not fit gives way to the one of its number near the report that does."""
    named = openings.weekday.search(written)
    if named is None or anchor is None or len(day) != DAY:
        return day, "own-day"
    number, told = openings.weekdays[named[0]], date.fromisoformat(day)
    if told.isoweekday() == number:
        return day, "own-day"
    first = date.fromisoformat(anchor[:DAY])
    meant = (first + timedelta(days=n) for n in sorted(range(-MISPRINTED, MISPRINTED + 1), key=lambda n: (abs(n), n)))
    fits = next((d for d in meant if d.day == told.day and d.isoweekday() == number), None)
    return (day, "own-day") if fits is None else (fits.isoformat(), "day-mended")


def _counted_from(found: Date, said: Sequence[Statement], anchor: str | None) -> str:
    """The value of a date; `hari ini` in words quoted from an earlier day is that day."""
    value = found.value or ""
    for statement in said:
        inside = statement.start <= found.start < statement.end
        if inside and statement.form == "direct" and statement.said_on and anchor and found.rule == "relative-day":
            spoken = statement.said_on[:DAY]
            if len(spoken) == DAY and spoken < anchor[:DAY] and value[:DAY] == anchor[:DAY]:
                return spoken + value[DAY:]
    return value


def _undated(report: Report, told: Told) -> list[Placed]:
    """The day of what names none: the day it was said; the only day its speaker is said to have spoken, in this report, else in the
    others, else that of the source that is cited, else that of the one occasion at which all is said; for a happening, the only day on
    which anything happens in the report; the day of the report, where that is not known the last that it tells.
    """
    said_on = next((s.said_on for s in told.said if s.said_on), None)
    if said_on is not None and find_day(said_on) not in report.doubted:
        day = find_day(said_on)
        return [Placed(report.meant.get(day, day), "said", "said-on")]
    if _is_of_before(told, report.openings):
        return [] if told.said or report.anchor is None else [Placed(report.anchor, "reported", NO_DAY)]
    who, anchor = told.speaker or "", report.anchor
    days = report.spoke_on.get(who, frozenset()) - report.doubted
    if len(days) == 1:
        return [Placed(next(iter(days)), "said", "speaker-said-on")]
    once = (report.spoke_once or {}).get(who) if not days else None
    if once and anchor and 0 <= days_between(once, anchor) <= RETOLD:
        return [Placed(once, "said", "speaker-said-elsewhere")]
    cited = _source_day(report, told)
    if cited is not None:
        return [Placed(cited, "said", "day-of-source")]
    if report.occasion and _is_of_occasion(told, report.occasion, report.openings):
        return [Placed(report.occasion.day, "said", "report-said-on")]
    background = _is_background(told, report.openings)
    if report.only_day and not told.said and not background and _is_of_only_day(report, told):
        return [Placed(report.only_day, "event", "only-day")]
    day_of = anchor or report.last
    rule = "day-of-report" if anchor else "last-day-told"
    if day_of is None:
        return []
    if told.said:
        return [] if report.retold or report.openings.before.match(told.text) else [Placed(day_of, "said", rule)]
    if report.retold:
        return [Placed(day_of, "reported", NO_DAY)]
    return [Placed(day_of, "reported", NO_DAY if background else rule)]


def _is_of_before(told: Told, openings: Openings) -> bool:
    """Whether something was said before what the report tells (`X semula menyebut`), or on a day counted from one that it does not tell
    (`Sehari sebelumnya, …`).
    """
    counted = any(d.value == PAST and d.rule in COUNTED and d.start - told.start <= OPENING for d in told.dates)
    if not told.said:
        return counted
    cues = [s.cue_start - told.start if s.cue_start is not None and s.cue_start < s.start else 0 for s in told.said]
    if min(cues) <= 0:
        return False
    return (
        counted
        or openings.at_first.match(told.text) is not None
        or all(_is_earlier(told.text[:cue], openings) for cue in cues)
    )


def _is_earlier(before: str, openings: Openings) -> bool:
    """Whether a verb of saying behind these words tells what was said before, and not only beside what is said now (`X, yang semula
    menyebut …, kini menyebut`).
    """
    found = openings.earlier.search(before)
    return found is not None and openings.relative.search(before[: found.start()]) is None


def _is_of_occasion(told: Told, occasion: Occasion, openings: Openings) -> bool:
    """Whether something was said at an occasion: at a gathering by anyone, else by those it tells of or by nobody who is named."""
    if not told.said or openings.before.match(told.text) or openings.apart.search(told.text):
        return False
    return occasion.gathering or told.speaker is None or told.speaker in occasion.speakers


def _is_background(told: Told, openings: Openings) -> bool:
    """Whether a sentence without a day tells what was before, or a rule of law and nothing that was done before the rule is named."""
    if openings.before.match(told.text):
        return True
    rule = openings.provision.search(told.text)
    if rule is None:
        return False
    if openings.anyone.search(told.text, 0, rule.start()):
        return True
    return not any(_is_done_before(event, told, rule.start(), openings) for event in told.happened)


def _is_done_before(event: Event, told: Told, end: int, openings: Openings) -> bool:
    """Whether a verb behind its subject tells, before `end`, what somebody did: no verb of a penalty, none right before `end`."""
    kind, _, word = event.rule.partition(":")
    begin = event.start - told.start
    at = told.text.lower().find(word, begin + 1, end) if kind in VERBS else -1
    if at < 0 or openings.penal.fullmatch(word) or openings.relative.search(told.text[:at]):
        return False
    return bool(told.text[at + len(word) : end].strip())


def _source_day(report: Report, told: Told) -> str | None:
    """The whole day on which a source was cited for what is said, up to that of the report: it was said by then."""
    for found in told.dates if told.said else ():
        day = find_day(found.value or "")
        day = report.meant.get(day, day)
        if len(day) == DAY and day not in report.doubted and _is_of_source(found, told, report.openings):
            return day if report.anchor is None or day <= report.anchor[:DAY] else None
    return None


def _is_of_source(found: Date, told: Told, openings: Openings) -> bool:
    """Whether a day of a sentence with speech is that of the source it cites: nothing is said or happens between the two."""
    source = openings.cited.search(told.text[: found.start - told.start])
    if source is None:
        return False
    _, comma, behind = source[0].rpartition(",")
    if comma and len(behind.split()) > SOURCE_WORDS:
        return False
    begins = [*(s.start for s in told.said), *(s.cue_start for s in told.said), *(e.start for e in told.happened)]
    return not any(told.start + source.start() < begin < found.start for begin in begins if begin is not None)


def _is_of_only_day(report: Report, told: Told) -> bool:
    kinds = report.only_kinds
    happened = any(not kinds or event.type in kinds for event in told.happened)
    openings = report.openings
    return happened and not (openings.now.search(told.text) or openings.counted_from.search(told.text))


def is_near(value: str, anchor: str | None) -> bool:
    """Whether a day is near enough to the report to be part of its story, and not of somebody's life."""
    return anchor is None or abs(int(anchor[:YEAR]) - int(value[:YEAR])) <= STORY_YEARS
