"""The day that metadata name, in every shape in which outlets and scrapers write it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.intake.published import MAX_STAMP, read_stamp

STAMPS = {
    # as outlets' pages show it
    "Selasa, 4 Feb 2031 07:30 WIB": "2031-02-04T07:30+07:00",
    "Diperbarui 04 Feb 2031, 14:05 WIB": "2031-02-04T14:05+07:00",
    "Tayang: Selasa, 4 Februari 2031 10:48 WIB": "2031-02-04T10:48+07:00",
    "Tayang: Selasa, 4 Februari 2031 10:48 WITA": "2031-02-04T10:48+08:00",
    "Tayang: Selasa, 4 Februari 2031 10:48 WIT": "2031-02-04T10:48+09:00",
    "Kabar.example- 04/02/2031, 21:35 WIB": "2031-02-04T21:35+07:00",
    "Kabar.example - 04/02/2031, 21:23 WIB 21:23": "2031-02-04T21:23+07:00",
    "Kabar.example- Diperbarui 04/02/2031, 10:25 WIB": "2031-02-04T10:25+07:00",
    "4 Februari 2031 |04:01 WIB": "2031-02-04T04:01+07:00",
    "4 Februari 2031 | 20.04 WIB": "2031-02-04T20:04+07:00",
    "Selasa, 4 Februari 2031 - 07:00 WIB": "2031-02-04T07:00+07:00",
    "Selasa, 4 Februari 2031-  13:35 WIB": "2031-02-04T13:35+07:00",
    "Selasa, 4 Feb 2031 - 21:48 WIB_x0000_": "2031-02-04T21:48+07:00",
    ",\xa0Jurnalis-Jum'at, 7 Februari 2031 |19:04 WIB": "2031-02-07T19:04+07:00",
    "Jum'at, 07 Februari 2031 - 20:25 WIB": "2031-02-07T20:25+07:00",
    "Sabtu, 24 Mei  2031 16:40 WIB 16:40": "2031-05-24T16:40+07:00",
    "Rabu   18 Jun 2031  22:02 WIB": "2031-06-18T22:02+07:00",
    "06 Jun 2031 21:02": "2031-06-06T21:02",
    "Senin, 17 Agt 2031, pukul 10.00": "2031-08-17T10:00",
    "17 Agustus 2031": "2031-08-17",
    "09.15 WIB, Jumat, 7 Februari 2031": "2031-02-07T09:15+07:00",
    "10:00 07/02/2031": "2031-02-07T10:00",
    "7.2.2031 10.30": "2031-02-07T10:30",
    "7-2-2031": "2031-02-07",
    # as machines write it
    "2031/02/04": "2031-02-04",
    "2031/02/04 13:08:21": "2031-02-04T13:08",
    "2031-02-04 01:00:55": "2031-02-04T01:00",
    "2031-02-04 10:00:05.000000": "2031-02-04T10:00",
    "2031-02-04T07:23:57+07:00": "2031-02-04T07:23+07:00",
    "2031-02-04T07:23:57.123+0700": "2031-02-04T07:23+07:00",
    "2031-02-04 10:00:00 +0800": "2031-02-04T10:00+08:00",
    "2031-02-04T23:10:00-05:00": "2031-02-04T23:10-05:00",
    "20310204": "2031-02-04",
    "20310204T2210": "2031-02-04T22:10",
    "Tue, 4 Feb 2031 10:00:00 +0700": "2031-02-04T10:00+07:00",
    "Tue Feb 4 2031 10:00:00 GMT+0700 (Western Indonesia Time)": "2031-02-04T10:00+07:00",
    "February 4th, 2031 9:05 PM": "2031-02-04T21:05",
    "Feb 4, 2031 12:05 am": "2031-02-04T00:05",
    "04-Feb-2031": "2031-02-04",
    # UTC is told in the time of Jakarta
    "2031-02-04T07:23:57+00:00": "2031-02-04T14:23+07:00",
    "2031-02-04T23:10:00Z": "2031-02-05T06:10+07:00",
    "2031-02-04 09:47:05.894000+00:00": "2031-02-04T16:47+07:00",
    "Tue, 04 Feb 2031 19:04:05 GMT": "2031-02-05T02:04+07:00",
    "Tue Feb 4 22:00:00 +0000 2031": "2031-02-05T05:00+07:00",
    "1928000000": "2031-02-05T02:33+07:00",
}

NO_STAMPS = (
    "",
    "Tanggal tidak ditemukan",
    "Tidak Ditemukan",
    "Gulir ke bawah untuk membaca",
    "None",
    "null",
    "2 jam lalu",
    "31/02/2031",
    "02/18/2031",
    "31 Juni 2031",
    "0001-01-01",
    "1970-01-01T00:00:00",
    "99 Februari 2031",
    "4/2/31",
    "12345",
    "Telepon 081234567890123",
    "4 Februari 2031 " + "dan seterusnya " * 20,
)


@pytest.mark.parametrize(("stamp", "told"), STAMPS.items())
def test_a_stamp_tells_its_day_and_clock(stamp: str, told: str) -> None:
    assert read_stamp(stamp) == told


@pytest.mark.parametrize("stamp", NO_STAMPS)
def test_what_tells_no_day_is_none(stamp: str) -> None:
    assert read_stamp(stamp) is None


def test_an_impossible_clock_leaves_the_day() -> None:
    assert read_stamp("4 Februari 2031 25:61 WIB") == "2031-02-04"
    assert read_stamp("4 Februari 2031 13:00 pm") == "2031-02-04"
    assert read_stamp("2031-02-04T10:00:00+99:00") == "2031-02-04"


def test_a_span_of_hours_is_no_offset() -> None:
    assert read_stamp("Selasa, 4 Februari 2031 12:00 - 13:00") == "2031-02-04T12:00"


def test_values_that_are_no_words() -> None:
    assert read_stamp(date(2031, 2, 4)) == "2031-02-04"
    assert read_stamp(datetime(2031, 2, 4, 10, 5)) == "2031-02-04T10:05"
    assert read_stamp(datetime(2031, 2, 4, 20, 5, tzinfo=UTC)) == "2031-02-05T03:05+07:00"
    assert read_stamp(1928000000) == read_stamp(1928000000.5) == read_stamp(1928000000000) == "2031-02-05T02:33+07:00"
    for value in (None, True, 0, -5, 1e300, float("nan"), float("inf"), [], {}, ["2031-02-04"], b"2031-02-04"):
        assert read_stamp(value) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_day_or_none(stamp: str) -> None:
    told = read_stamp(stamp)
    assert told is None or date.fromisoformat(told[:10])


@settings(deadline=None)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_the_shapes_agree(moment: datetime) -> None:
    shapes = (
        "%Y-%m-%dT%H:%M:%S",
        "%Y/%m/%d %H:%M:%S",
        "%d/%m/%Y, %H:%M",
        "%d %B %Y | %H.%M",
        "%b %d, %Y %I:%M %p",
        "%c",
    )
    assert {read_stamp(moment.strftime(shape)) for shape in shapes} == {moment.strftime("%Y-%m-%dT%H:%M")}


def test_long_text_is_not_searched() -> None:
    assert read_stamp("4 Februari 2031".rjust(MAX_STAMP, ".")) == "2031-02-04"
    assert read_stamp("4 Februari 2031".rjust(MAX_STAMP + 1, ".")) is None
    assert read_stamp("1" * 10_000_000) is None
