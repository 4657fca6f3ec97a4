"""The stamp of a report's day, in whatever shape an outlet or a scraper wrote it.

Shapes were counted in 12,575 scraped articles (39 distinct) and read in the manuals of six scrapers.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from operator import itemgetter

JAKARTA = timezone(timedelta(hours=7))
# The longest stamp seen has 47 characters; what is much longer is running text, and no day is read out of that.
# Before runs of white space are made single, a page may hold more.
MAX_STAMP, MAX_RAW_STAMP = 120, 1_000
# Digital news begin after the first, and no scrape is later than the second; outside lie placeholders and broken clocks.
FIRST_YEAR, LAST_YEAR = 1900, 2100
# A clock that was never set gives this day.
UNSET_CLOCK = date(1970, 1, 1)
# Epoch stamps have nine or ten digits in seconds (from 1973) and twelve or thirteen in milliseconds.
EPOCH_SECONDS, EPOCH_MILLISECONDS = (9, 10), (12, 13)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agust agu agt ags aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "z": 0, "utc": 0, "gmt": 0}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=lambda name: (-len(name), name)))})\b\.?"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?!\d)(?:\s?(?P<half>[ap]m)\b)?"
_ZONE = r"\(?(?:(?P<zone>wib|wita|wit|utc|gmt|z)\b)?\s?(?:(?P<sign>[+-])(?P<off_hour>\d{1,2})(?::?(?P<off_minute>\d{2}))?(?!\d))?"

# Numbered by trust only where two begin at the same character; otherwise the shape that begins first wins.
_SHAPES = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("year-month-day", r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"),
        (
            "compact",
            r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?:\d{2})?)?(?!\d)",
        ),
        ("day-month-year", r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"),
        ("day-name-year", rf"(?<!\d)(?P<day>\d{{1,2}})[\s/.-]{{1,2}}{_MONTH}[\s,/-]{{1,2}}(?P<year>\d{{4}})(?!\d)"),
        ("name-day-year", rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)"),
        ("name-day-clock-year", rf"\b{_MONTH}\s(?P<day>\d{{1,2}})\s{_CLOCK}\s?{_ZONE}\s?(?P<year>\d{{4}})(?!\d)"),
    )
)
_CLOCK_AFTER = re.compile(rf"[\sT,|–—-]{{0,5}}(?:(?:pukul|pkl\.?|jam|at)\s)?{_CLOCK}\s?{_ZONE}", re.I)
_CLOCK_BEFORE = re.compile(
    rf"(?<![\d:.]){_CLOCK}\s?(?P<zone>wib|wita|wit|utc|gmt)?[\s,|–—-]{{1,3}}(?:[a-z']{{3,9}},?\s)?$", re.I
)
_NOISE = re.compile(r"_x[0-9A-Fa-f]{4}_|[\u200b-\u200f\ufeff]")


def read_stamp(value: object) -> str | None:
    """The day (`2022-01-07`) or minute (`2022-01-07T17:10`, with an offset where one is given) that a stamp tells, else None.

    A stamp in UTC is written in the time of Jakarta (`+07:00`), in which the days of the news are counted; any other offset is kept.
    Numbers alone are day, month, year, as outlets here write them.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime):
        return _write(value.date(), value) if value == value else None  # the NaT of a data frame is not itself
    if isinstance(value, date):
        return _write(value, None)
    if isinstance(value, int | float):
        return _from_epoch(str(int(value))) if 0 < value < 1e15 else None
    if not isinstance(value, str) or len(value) > MAX_RAW_STAMP:
        return None
    stamp = " ".join(_NOISE.sub("", value).split())
    if not stamp or len(stamp) > MAX_STAMP:
        return None
    return _from_epoch(stamp) if stamp.isdecimal() and len(stamp) != 8 and len(stamp) != 14 else _from_words(stamp)


def _from_epoch(digits: str) -> str | None:
    if len(digits) in EPOCH_MILLISECONDS:
        seconds = int(digits) // 1000
    elif len(digits) in EPOCH_SECONDS:
        seconds = int(digits)
    else:
        return None
    moment = datetime.fromtimestamp(seconds, UTC)
    return _write(moment.date(), moment)


def _from_words(stamp: str) -> str | None:
    found = []
    for _, shape in _SHAPES:
        match = shape.search(stamp)
        if match is not None and (day := _day(match)) is not None:
            found.append((match.start(), match, day))
            if match.start() == 0:  # most: no other begins before it
                break
    if not found:
        return None
    _, match, day = min(found, key=itemgetter(0))
    return _write(day, _moment(day, stamp, match))


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    try:
        return date(int(match["year"]), int(month) if month.isdecimal() else _MONTHS[month.lower()], int(match["day"]))
    except ValueError:
        return None


def _moment(day: date, stamp: str, match: re.Match[str]) -> datetime | None:
    """The clock inside, after or before the day that `match` found."""
    clock: re.Match[str] | None = match
    if match.groupdict().get("hour") is None:
        clock = _CLOCK_AFTER.match(stamp, match.end()) or _CLOCK_BEFORE.search(stamp[: match.start()])
    if clock is None:
        return None
    parts = clock.groupdict()
    hour, minute = int(parts["hour"]), int(parts["minute"])
    if parts.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts["half"].lower() == "pm" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone(parts))
    except ValueError:
        return None


def _zone(parts: dict[str, str | None]) -> timezone | None:
    name, sign = parts.get("zone"), parts.get("sign")
    if sign:
        shift = timedelta(hours=int(parts["off_hour"] or 0), minutes=int(parts.get("off_minute") or 0))
        return timezone(-shift if sign == "-" else shift)
    return timezone(timedelta(hours=_ZONES[name.lower()])) if name else None


def _write(day: date, moment: datetime | None) -> str | None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR or day == UNSET_CLOCK:
        return None
    if moment is None:
        return day.isoformat()
    if moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(JAKARTA)
    return moment.isoformat(timespec="minutes")
