"""What each rule of the grammar means: a function a rule, from a match to a value.

A function gives None where the words are no date after all; the next rule is then tried. `Placed.value` None with a reason is a date
that cannot be placed. Days that hang on another date of the report get their value at the end, when all others have theirs.
"""

from __future__ import annotations

from collections.abc import Mapping

from runut.reading.dates.moments import (
    read_around_part,
    read_back_reference,
    read_bare_clock,
    read_clock,
    read_lone_part,
    read_ordinal_day,
    read_reference,
)
from runut.reading.dates.periods import (
    read_century,
    read_counted,
    read_month,
    read_months_joined,
    read_new_year,
    read_period,
    read_period_part,
    read_short_year,
    read_weekend,
    read_year,
    read_year_part,
    read_years,
)
from runut.reading.dates.printed import (
    read_day_month,
    read_day_of_moved_month,
    read_days_of_month,
    read_days_of_months,
    read_feast,
    read_holiday,
    read_iso_date,
    read_numeric_date,
)
from runut.reading.dates.setting import Place
from runut.reading.dates.weekdays import read_eve_of_weekday, read_relative_day, read_weekday, read_weekdays_joined

MEANINGS: Mapping[str, Place] = {
    "feast": read_feast,
    "weekdays-joined": read_weekdays_joined,
    "weekday": read_weekday,
    "eve-of-weekday": read_eve_of_weekday,
    "days-of-months": read_days_of_months,
    "days-of-month": read_days_of_month,
    "day-month": read_day_month,
    "day-of-moved-month": read_day_of_moved_month,
    "iso-date": read_iso_date,
    "numeric-date": read_numeric_date,
    "holiday": read_holiday,
    "months-joined": read_months_joined,
    "month": read_month,
    "year-part": read_year_part,
    "years": read_years,
    "century": read_century,
    "year": read_year,
    "short-year": read_short_year,
    "new-year": read_new_year,
    "relative-day": read_relative_day,
    "back-reference": read_back_reference,
    "counted": read_counted,
    "weekend": read_weekend,
    "period": read_period,
    "period-part": read_period_part,
    "clock": read_clock,
    "clock-zoned": read_clock,
    "clock-bare": read_bare_clock,
    "around-part": read_around_part,
    "lone-part": read_lone_part,
    "ordinal-day": read_ordinal_day,
    "reference": read_reference,
}
