"""Wording: what the page says of itself, and how it writes numbers, bounds and days, in Indonesian or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

LANGUAGES = ("id", "en")

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(?:(\d\d):(\d\d)|([A-Z]{2})))?)?|-W(\d\d))?")
_EITHER = re.compile(r"\{(?P<part>\w+)#(?P<one>[^|{}]*)\|(?P<more>[^|{}]*)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one interface language by key."""

    lang: str
    words: Mapping[str, str]

    def __call__(self, key: str, **parts: object) -> str:
        """The words for a key, with `{named}` parts filled in; raises KeyError for an unknown key.

        Of `{named#report|reports}` the first stands where that part is one, else the second.
        """
        words = self.words[key]
        if "#" in words:
            words = _EITHER.sub(lambda m: m["one"] if str(parts.get(m["part"])) == "1" else m["more"], words)
        return words.format(**parts) if parts else words

    def label(self, field: str, value: str) -> str:
        """The words for a value of a field (`measure`, `killed`); the value itself where there are none."""
        return self.words.get(f"{field}.{value}", value)

    def either(self, indonesian: str, english: str) -> str:
        """Words of an account that it has in both languages; the Indonesian ones where the English are missing."""
        return english if self.lang == "en" and english else indonesian

    def support(self, reports: int, independent: int, names: Sequence[str] = ()) -> str:
        """How many reports carry a line and on how many sources it rests; `names` say these by name."""
        told = f"{len(names)}: {', '.join(names)}" if names else str(independent)
        if reports < 2:
            return self("support.one") + (f", {self('support.named', told=told)}" if names else "")
        key = "support.by_name" if names else "support"
        return self(key, reports=reports, independent=independent, told=told)

    def values(self, field: str) -> tuple[str, ...]:
        """The values of a field that there are words for, in the order of the table."""
        return tuple(key.removeprefix(f"{field}.") for key in self.words if key.startswith(f"{field}."))

    def digits(self, value: float) -> str:
        """A number with the separators of the language: `3.700` and `5,6`, or `3,700` and `5.6`; a very large one as `11,88 triliun`."""
        for power in (12, 9):
            if abs(value) >= 10**power:
                return f"{self._separated(round(value / 10**power, 2))} {self(f'number.{power}')}"
        return self._separated(value)

    def _separated(self, value: float) -> str:
        text = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
        if "e" in text:  # a very small one, which nobody reads as a power
            text = f"{value:,.12f}".rstrip("0").rstrip(".")
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "id" else text

    def bounds(self, low: float | None, high: float | None, approx: bool = False, measure: str = "") -> str:
        """A value with its bounds: `164`, `≥ 3.700`, `≤ 20`, `100–200`, `± 2.500`; "" where both are open."""
        if low is None and high is None:
            return ""
        unit = self.words.get(f"unit.{measure}", "")
        tail = unit if unit == "%" else f" {unit}" if unit else ""
        if low is None or high is None:
            sign, value = ("≤", high) if low is None else ("≥", low)
            return f"{sign} {self.digits(value or 0)}{tail}"
        if low != high:
            return f"{self.digits(low)}–{self.digits(high)}{tail}"
        return f"{'± ' if approx else ''}{self.digits(low)}{tail}"

    def day(self, value: str | None, *, weekday: bool = True, year: bool = True) -> str:
        """A date value of the account in words: `Kamis 6/1/2022`, `Januari 2022`, `6/1/2022 14.05`, `A – B`; "" for None."""
        if not value:
            return ""
        return " – ".join(self._point(point, weekday, year) for point in value.split("/"))

    def _point(self, value: str, weekday: bool, year: bool) -> str:
        match = _POINT.match(value)
        if match is None:
            return self.label("date", value)
        yyyy, mm, dd, hour, minute, part, week = match.groups()
        if week:
            return self._week(int(yyyy), int(week), year) or value
        if not mm:
            return yyyy
        if not dd:
            return f"{self.label('month', mm)} {yyyy}"
        if self.lang == "id":
            text = f"{int(dd)}/{int(mm)}" + (f"/{yyyy}" if year else "")
        else:
            text = f"{int(dd)} {self.label('month', mm)[:3]}" + (f" {yyyy}" if year else "")
        if weekday and (named := _weekday(yyyy, mm, dd)) is not None:
            text = f"{self.label('weekday', str(named))} {text}"
        if hour:
            return f"{text} {hour}{'.' if self.lang == 'id' else ':'}{minute}"
        return f"{text} {self.label('part', part)}" if part else text

    def _week(self, number: int, week: int, year: bool) -> str:
        """A week by its first and last day: nobody knows weeks by their numbers."""
        try:
            days = [date.fromisocalendar(number, week, weekday).isoformat() for weekday in (1, 7)]
        except ValueError:
            return ""
        first, last = (self._point(day, False, year) for day in days)
        return self("date.week", first=first, last=last)


def _weekday(year: str, month: str, day: str) -> int | None:
    try:
        return date(int(year), int(month), int(day)).weekday()
    except ValueError:
        return None


@cache
def load(lang: str = "id") -> Wording:
    """The wording in a language, `id` or `en`; raises ValueError for another."""
    if lang not in LANGUAGES:
        raise ValueError(f"the page has no language {lang!r}; there are: {', '.join(LANGUAGES)}")
    return Wording(lang, rows(resources.files(__package__).joinpath("words.tsv").read_text("utf-8"), lang))


def rows(table: str, lang: str) -> dict[str, str]:
    """The words of a table in one of its languages by key."""
    lines = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    column = lines[0].index(lang)
    return {row[0]: row[column] for row in lines[1:]}
