"""What the lines at the top are worded with, in Indonesian and English."""

from __future__ import annotations

import html
import re

from runut.model import Figure, Series
from runut.text.excerpts import without_open_amount

# What an editor asks first; at most MOST_CURRENT of them are told.
ASKED_FIRST = {
    "killed": ("korban tewas", "killed"),
    "missing": ("hilang", "missing"),
    "injured": ("luka-luka", "injured"),
    "displaced": ("mengungsi", "displaced"),
    "evacuated": ("dievakuasi", "evacuated"),
    "rescued": ("diselamatkan", "rescued"),
    "hostages": ("disandera", "hostages"),
    "arrested": ("ditangkap/ditahan", "arrested"),
    "affected": ("terdampak", "affected"),
    "houses": ("rumah", "houses"),
    "buildings_damaged": ("bangunan rusak", "buildings damaged"),
    "buildings_burned": ("bangunan terbakar", "buildings burned"),
    "troops": ("pasukan", "troops"),
    "participants": ("peserta", "participants"),
    "vehicles": ("kendaraan", "vehicles"),
    "aircraft": ("pesawat", "aircraft"),
    "magnitude": ("magnitudo", "magnitude"),
    "money": ("nilai uang", "money"),
}
# Of these the last and highest count that many carry is the total; a lower one of the same day is a part of it.
GROWING = ("killed", "injured", "evacuated", "rescued", "arrested")
# What is measured, by what it is called where no editor asks for it first, and the units that its value stands in.
MEASURED = {
    "depth_km": ("kedalaman", "depth"),
    "distance_km": ("jarak", "distance"),
    "height_m": ("ketinggian", "height"),
    "area": ("luas", "area"),
    "speed": ("kecepatan", "speed"),
    "weight": ("berat", "weight"),
}
UNITS = {"depth_km": " km", "distance_km": " km", "height_m": " m", "percent": "%"}
# What is told as it is written: its value may stand in several units.
AS_WRITTEN = ("money", "area", "speed", "weight", "duration")
# What nobody looks for as a count.
PASSING = ("age", "duration", "distance_km", "percent")
RELATIONS = {
    "conflict": ("bertentangan", "in conflict"),
    "evolve": ("diperbarui", "updated"),
    "unclear": (
        "berbeda, tidak jelas apakah yang dihitung sama",
        "differing; it is not clear whether they count the same",
    ),
}
# Between the values of a series, by what it comes to.
BETWEEN = {"conflict": " ≠ ", "evolve": " → ", "unclear": " / "}


def amount(figure: Figure, *, english: bool = False) -> str:
    """The value with what is counted or its unit: `14 orang`, `13 km`; money and the like as they are written; an age in years, whose it is
    stands before.
    """
    if figure.measure in AS_WRITTEN:
        return shortened(figure.text, 60)
    if figure.measure in UNITS:
        return f"{bounds(figure, english=english)}{UNITS[figure.measure]}"
    if figure.measure == "age":
        return f"{bounds(figure, english=english)} {'years' if english else 'tahun'}"
    counted = " ".join((figure.counted or "").split())
    if counted[1:2].islower():  # a sentence began with it; "WNI" stays
        counted = counted[0].lower() + counted[1:]
    return f"{bounds(figure, english=english)} {counted}".strip()


def relation_of(row: Series) -> str:
    """What a series comes to; `unclear` where its counts differ and nothing tells whether they count the same."""
    return "unclear" if row.rule == "series:unclear" else row.relation


def scope(row: Series | None) -> str:
    """What parts a series from the others of its measure: `, Kota Lontar`; "" where nothing does."""
    _, comma, scope = row.what.partition(", ") if row else ("", "", "")
    return comma + scope


def local_day(day: str, *, english: bool = False) -> str:
    """A day as it is written in digits: `9/1/2022`, in English `9 Jan 2022`; a month `1/2022`; other values as they are."""
    year, _, rest = day[:10].partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and (number or "0").isdigit()):
        return day
    if not number:
        return f"{_MONTHS[int(month) - 1]} {year}" if english else f"{int(month)}/{year}"
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if english else f"{int(number)}/{int(month)}/{year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def bounds(figure: Figure, *, english: bool = False) -> str:
    """The value with its bounds: `164`, `≥ 3.700`, `100–200`, `± 2.500`; with the separators of the language."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return figure.number.text
    if low is None:
        return f"≤ {digits(high, english=english)}"
    if high is None:
        return f"≥ {digits(low, english=english)}"
    if low != high:
        return f"{digits(low, english=english)}–{digits(high, english=english)}"
    return f"± {digits(low, english=english)}" if figure.approx else digits(low, english=english)


def digits(value: float | int | None, *, english: bool = False) -> str:
    """A number with its separators: `3.700` and `5,6`, in English `3,700` and `5.6`."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
    return text if english else text.translate(str.maketrans(",.", ".,"))


# A blank that a link on a line of its own has left inside a bracket or before a mark.
_LOOSE = re.compile(r"(?<=\() | (?=[),;.](?: |$))")


def shortened(text: str, most: int = 120) -> str:
    """A text on one line, the entities decoded that a scraper left, cut at a word with `…` when it is longer than `most` characters."""
    line = _LOOSE.sub("", " ".join(html.unescape(text).split()))
    return line if len(line) <= most else without_open_amount(line[:most].rsplit(" ", 1)[0]).rstrip(" ,;:") + " …"


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]
