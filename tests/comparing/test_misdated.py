"""Weekdays and dates that are not of one day: told with all their places, and only where the report prints both."""

from __future__ import annotations

import re

import pytest
from told import INDONESIAN, read, words

from runut.comparing import checks, misdated

# The report is of Friday, 20 June 2031.
BODY = "Jembatan Rengas ditutup {} karena retak. Warga memutar lewat Lontar."


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Rabu (17/6/2031)", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
        ("Kamis, 18 Juni 2031", "18/6/2031 jatuh pada hari Rabu, bukan Kamis"),
        ("Jumat (20/5/2031)", "20/5/2031 jatuh pada hari Selasa, bukan Jumat"),  # the month is a slip
        ("Jumat (20/6/2013)", "20/6/2013 jatuh pada hari Kamis, bukan Jumat"),
        ("Minggu (9/6/2031)", "9/6/2031 jatuh pada hari Senin, bukan Minggu"),
        ("di desa Rabu (17/6/2031)", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
        ("di Pasar Lontar, Rabu (17/6/2031)", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
        ("Selasa malam, Rabu (17/6/2031)", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
        ("Rabu (17/6)", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
        ("Rabu (17/6/2031) pukul 08.00 WIB", "17/6/2031 jatuh pada hari Selasa, bukan Rabu"),
    ],
)
def test_a_weekday_that_is_not_that_of_its_date(told: str, day: str) -> None:
    readings = read(BODY.format(told))
    (check,) = checks.find(readings, (), INDONESIAN)
    assert (check.kind, check.rule, check.why) == ("weekday-and-date", "check:weekday-and-date", day)
    assert check.figures == ()
    assert words(readings, check.evidence) == [re.split(r"(?:Lontar|malam), |desa ", told)[-1]]


@pytest.mark.parametrize(
    "told",
    [
        "Selasa (17/6/2031)",
        "Selasa, 17 Juni 2031",
        "malam Rabu (17/6/2031)",  # the eve: the date may be of the evening
        "Sabtu dan Minggu (14/6/2031)",
        "Rabu (17/2)",  # so far off the year is not sure
        "Rabu",
        "17 Juni 2031",
        "minggu depan, 18 Juni 2031",  # the week
        "minggu ini (11/6/2031)",
        "Minggu lalu, 18 Juni 2031",
        "di Pasar Minggu (9/6/2031)",  # a name
        "di Pasar Senen (17/6/2031)",
        "di Kecamatan Senen (17/6/2031)",
        "Selasa malam Rabu (10/6/2031)",  # that of the evening
    ],
)
def test_what_fits_or_is_not_sure(told: str) -> None:
    assert not list(misdated.find(read(BODY.format(told)), INDONESIAN))


def test_one_slip_of_several_reports_is_told_once() -> None:
    readings = read(
        BODY.format("Rabu (17/6/2031)"),
        "Bupati Kalimas datang Rabu (17/6/2031), lalu pulang. Jalan dibuka Rabu, 17 Juni 2031.",
    )
    (check,) = misdated.find(readings, INDONESIAN)
    assert sorted(words(readings, check.evidence)) == ["Rabu (17/6/2031)", "Rabu (17/6/2031)", "Rabu, 17 Juni 2031"]
    assert (check.english, check.why) == (
        "2031-06-17 is a Tuesday, not a Wednesday",
        "17/6/2031 jatuh pada hari Selasa, bukan Rabu",
    )
