"""Days, periods and clock times are found where they stand and placed on the calendar."""

from __future__ import annotations

import gzip
import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import text
from runut.lang import Language, load
from runut.model import Anchor, Article, Credits, CreditSpan, Date
from runut.reading import dates
from runut.reading.credits import days as credit_days
from runut.reading.dates import befallen, calendar

TUESDAY = "2025-06-10"  # the day of every report below unless it says otherwise
INDONESIAN = load("id")


def find(words: str, anchor: str | None = TUESDAY, credits: Credits | None = None) -> tuple[Date, ...]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    hide = [(c.start, c.end) for c in credits.spans] if credits else []
    view = text.view(words, INDONESIAN, hide)
    found = dates.find(article, view, credits or Credits(), Anchor(day=anchor), INDONESIAN)
    for date in found:
        assert words[date.start : date.end] == date.text
        assert date.value is None or calendar.VALUE.fullmatch(date.value), date
        assert (date.value is None) == (date.why_null is not None), date
        assert date.rule
    return found


def values(words: str, anchor: str | None = TUESDAY) -> list[tuple[str, str | None]]:
    """What was found, without the moments that no calendar can tell."""
    return [(d.text, d.value) for d in find(words, anchor) if not (d.value or "").endswith("_REF")]


# (sentence, expression, value); an empty expression: nothing may be found
WEEKDAYS = [
    ("Banjir melanda desa itu pada Kamis (5/6/2025).", "Kamis (5/6/2025)", "2025-06-05"),
    ("Banjir melanda desa itu pada Kamis (5/6).", "Kamis (5/6)", "2025-06-05"),
    ("Banjir melanda desa itu Kamis (05/06/2025) malam.", "Kamis (05/06/2025) malam", "2025-06-05TEV"),
    ("Banjir melanda desa itu, Kamis, 5 Juni 2025.", "Kamis, 5 Juni 2025", "2025-06-05"),
    ("Banjir melanda desa itu, Kamis 5 Juni 2025.", "Kamis 5 Juni 2025", "2025-06-05"),
    ("Banjir melanda desa itu, Kamis (5 Juni 2025).", "Kamis (5 Juni 2025)", "2025-06-05"),
    ("Banjir melanda desa itu, Kamis (5-6-2025).", "Kamis (5-6-2025)", "2025-06-05"),
    ("Banjir melanda desa itu, Kamis (5/6/25).", "Kamis (5/6/25)", "2025-06-05"),
    ("Banjir melanda desa itu pada hari Kamis.", "hari Kamis", "2025-06-05"),
    ("Banjir melanda desa itu pada Rabu malam.", "Rabu malam", "2025-06-04TEV"),
    ("Banjir melanda desa itu pada Minggu malam.", "Minggu malam", "2025-06-08TEV"),
    ("Banjir melanda desa itu pada malam Minggu.", "malam Minggu", "2025-06-07TEV"),
    ("Banjir melanda desa itu, Minggu kemarin.", "Minggu kemarin", "2025-06-08"),
    ("Banjir melanda desa itu pada Minggu lalu.", "Minggu lalu", "2025-06-08"),
    ("Banjir melanda desa itu, Selasa.", "Selasa", "2025-06-10"),
    ("Banjir melanda desa itu, Selasa lalu.", "Selasa lalu", "2025-06-03"),
    ("Banjir melanda desa itu Kamis pekan lalu.", "Kamis pekan lalu", "2025-06-05"),
    ("Sidang akan digelar pada Kamis.", "Kamis", "2025-06-12"),
    ("Sidang digelar Kamis mendatang.", "Kamis mendatang", "2025-06-12"),
    ("Sidang digelar Kamis pekan depan.", "Kamis pekan depan", "2025-06-19"),
    ("Sidang akan digelar lagi, kata jaksa, Kamis.", "Kamis", "2025-06-05"),
    ("Pawai berlangsung Kamis dan Jumat.", "Kamis dan Jumat", "2025-06-05/2025-06-06"),
    ("Pawai berlangsung Sabtu-Minggu (7-8/6/2025).", "Sabtu-Minggu (7-8/6/2025)", "2025-06-07/2025-06-08"),
    ("Pawai berlangsung Sabtu-Minggu (31/5-1/6).", "Sabtu-Minggu (31/5-1/6)", "2025-05-31/2025-06-01"),
    (
        "Pawai berlangsung Rabu hingga Jumat, 4-6 Juni 2025.",
        "Rabu hingga Jumat, 4-6 Juni 2025",
        "2025-06-04/2025-06-06",
    ),
    ("Pawai berlangsung Sabtu-Minggu pekan ini.", "Sabtu-Minggu pekan ini", "2025-06-14/2025-06-15"),
    ("Hakim membacakan putusan, Selasa (28/4/3025).", "Selasa (28/4/3025)", "3025-04-28"),  # valued as printed
    ("Hakim membacakan putusan, Senin (5/6).", "Senin (5/6)", "2025-06-05"),
    ("Hakim membacakan putusan, Sabtu (28/12).", "Sabtu (28/12)", "2024-12-28"),
    ("Hakim membacakan putusan, Jum'at (6/6).", "Jum'at (6/6)", "2025-06-06"),
    ("Orang yang lahir Rabu Pon diyakini tekun.", "", None),
    ("Laga digelar Selasa hari ini.", "Selasa hari ini", "2025-06-10"),
    ("Laga digelar Selasa (10/6) dini hari WIB.", "Selasa (10/6) dini hari WIB", "2025-06-10TNI"),
    ("Saya balik sabtu malam ke kota.", "sabtu malam", "2025-06-07TEV"),
    ("“Biasanya air surut siang hari,” kata Salim, Senin.", "Senin", "2025-06-09"),
    ("Rapat umum luar biasa digelar pada Senin.", "Senin", "2025-06-09"),
    ("Toko itu buka setiap Senin.", "", None),
    ("Toko itu buka setiap Senin hingga Kamis.", "", None),
    ("Toko itu buka Senin sampai Jumat.", "", None),
    ("Ia biasa berjualan di sana pada Senin dan Kamis.", "", None),
    ("Ia berjualan dua kali seminggu, yaitu Senin dan Kamis atau Sabtu.", "", None),
    ("Sel itu sempit dan pengap.", "", None),
]
DAYS = [
    ("Jembatan itu ambruk pada 7 Mei 2025.", "7 Mei 2025", "2025-05-07"),
    ("Jembatan itu ambruk tanggal 7 Mei 2025.", "tanggal 7 Mei 2025", "2025-05-07"),
    ("Jembatan itu ambruk pada 7 mei 2025.", "7 mei 2025", "2025-05-07"),
    ("Jembatan itu ambruk pada 7 Mei.", "7 Mei", "2025-05-07"),
    ("Jembatan itu ambruk pada malam 7 Mei 2025.", "malam 7 Mei 2025", "2025-05-07TEV"),
    ("Jembatan itu ambruk pada 7 Mei lalu.", "7 Mei lalu", "2025-05-07"),
    ("Jembatan itu ambruk pada 26 November lalu.", "26 November lalu", "2024-11-26"),
    ("Jembatan itu ambruk pada 20 Juni tahun lalu.", "20 Juni tahun lalu", "2024-06-20"),
    ("Jembatan itu akan dibuka lagi, kata pengelola; dana terkumpul per 7 Juni cukup.", "7 Juni", "2025-06-07"),
    ("Jembatan itu dibuka pada 20 Juni.", "20 Juni", "2025-06-20"),
    ("Jembatan itu ditutup 7-9 Mei 2025.", "7-9 Mei 2025", "2025-05-07/2025-05-09"),
    ("Jembatan itu ditutup 7 hingga 9 Mei 2025.", "7 hingga 9 Mei 2025", "2025-05-07/2025-05-09"),
    ("Jembatan itu ditutup 7, 8, dan 9 Mei 2025.", "7, 8, dan 9 Mei 2025", "2025-05-07/2025-05-09"),
    ("Jembatan itu ditutup 30 April hingga 2 Mei 2025.", "30 April hingga 2 Mei 2025", "2025-04-30/2025-05-02"),
    ("Jembatan itu ditutup 30 Desember-2 Januari 2025.", "30 Desember-2 Januari 2025", "2024-12-30/2025-01-02"),
    ("Izin terbit pada 07/05/2025.", "07/05/2025", "2025-05-07"),
    ("Izin terbit pada 7-5-2025.", "7-5-2025", "2025-05-07"),
    ("Berkas itu bertanggal 2025-05-07.", "2025-05-07", "2025-05-07"),
    ("Izin terbit pada tanggal 7/5.", "tanggal 7/5", "2025-05-07"),
    ("Gaji cair pada tanggal 5 bulan ini.", "tanggal 5 bulan ini", "2025-06-05"),
    ("Kapal tiba Jumat, 30 Mei 2025 pukul 10.00 WIB.", "Jumat, 30 Mei 2025 pukul 10.00 WIB", "2025-05-30T10:00"),
    ("Kapal tiba pukul 10.00 WIB, Jumat (30/5).", "pukul 10.00 WIB, Jumat (30/5)", "2025-05-30T10:00"),
    ("Arus mudik memuncak pada H-3 Lebaran.", "H-3 Lebaran", "2025-03-28"),
    ("Jalan lengang pada hari kedua Lebaran.", "hari kedua Lebaran", "2025-04-01"),
    ("Jalan lengang pada Hari Raya Idul Adha.", "Hari Raya Idul Adha", "2025-06-06"),
    ("Jalan lengang pada Hari Raya Nyepi mendatang.", "Hari Raya Nyepi mendatang", "2026-03-19"),
    ("Salat Idulfitri 1444 H berlangsung tenang.", "Idulfitri 1444 H", "2023-04-22"),
    ("Libur Jumat Agung 2024 berlangsung tenang.", "Jumat Agung 2024", "2024-03-29"),
    ("Warga belanja untuk Lebaran, Nyepi, dan Jumat Agung.", "", None),
    ("Peserta mendaftar paling lambat H-1.", "", None),
    ("Berita itu ada di halaman (H-3).", "", None),
    ("Lomba menyambut HUT RI ke-80 ramai.", "HUT RI ke-80", "2025-08-17"),
    ("Lomba menyambut HUT ke-79 Kemerdekaan RI ramai.", "HUT ke-79 Kemerdekaan RI", "2024-08-17"),
    ("Jembatan itu ambruk pada 31 Juni 2025.", "", None),
    ("Timnya menang 17/8 dalam gim kedua.", "", None),
    ("Warga berkumpul di Jalan 17 Agustus.", "", None),
    ("Ia kuliah di Universitas 17 Agustus 1945.", "", None),
    ("Berkas bernomor 106/KUM.1/12/2018 hilang.", "", None),
    ("Upacara digelar setiap 17 Agustus.", "", None),
    ("Upacara digelar pada 8 Juni setiap tahun.", "", None),
    ("Panen raya jatuh pada Maret setiap tahun.", "", None),
]
PERIODS = [
    ("Harga turun pada Oktober 2023.", "Oktober 2023", "2023-10"),
    ("Harga turun pada bulan Mei lalu.", "bulan Mei lalu", "2025-05"),
    ("Harga turun pada awal Juni lalu.", "awal Juni lalu", "2025-06"),
    ("Harga turun pada akhir Mei lalu.", "akhir Mei lalu", "2025-05"),
    ("Harga turun sejak Maret.", "Maret", "2025-03"),
    ("Harga turun di dua pasar (April).", "April", "2025-04"),
    ("Dividen tahun buku 2024 dibagikan.", "tahun buku 2024", "2024"),
    ("Murid tahun ajaran 2024/2025 lulus.", "tahun ajaran 2024/2025", "2024/2025"),
    ("Harga turun sejak Agustus.", "Agustus", "2024-08"),
    ("Lomba digelar pada bulan Agustus.", "bulan Agustus", "2025-08"),
    ("Harga turun pada November.", "November", "2024-11"),
    ("Harga akan turun pada Desember.", "Desember", "2025-12"),
    ("Harga diperkirakan turun dari angka bulan April.", "bulan April", "2025-04"),
    ("Harga turun pada Maret tahun lalu.", "Maret tahun lalu", "2024-03"),
    ("Harga turun Januari hingga Mei tahun ini.", "Januari hingga Mei tahun ini", "2025-01/2025-05"),
    ("Harga turun sepanjang Januari hingga Mei 2025.", "sepanjang Januari hingga Mei 2025", "2025-01/2025-05"),
    ("Harga untuk pengiriman Januari turun.", "Januari", "2026-01"),
    ("Harga turun antara Januari dan Maret 2025.", "Januari dan Maret 2025", "2025-01/2025-03"),
    ("Harga turun selama November-Februari 2025.", "November-Februari 2025", "2024-11/2025-02"),
    ("Harga turun pada kuartal II 2024.", "kuartal II 2024", "2024-04/2024-06"),
    ("Harga turun di semester II.", "semester II", "2025-07/2025-12"),
    ("Harga turun hingga akhir kuartal pertama.", "akhir kuartal pertama", "2025-03"),
    ("Tim itu kalah di paruh kedua pertandingan.", "", None),
    ("Harga turun pada semester kedua tahun lalu.", "semester kedua tahun lalu", "2024-07/2024-12"),
    ("Harga turun pada awal 2025.", "awal 2025", "2025"),
    ("Harga turun pada tahun 1949.", "tahun 1949", "1949"),
    ("Harga turun sejak 2019.", "2019", "2019"),
    ("Harga turun pada 1990-an.", "1990-an", "1990/1999"),
    ("Harga turun selama 2019-2024.", "2019-2024", "2019/2024"),
    ("Harga turun pada musim 2023/24.", "musim 2023/24", "2023/2024"),
    ("Benteng itu dibangun pada abad ke-17.", "abad ke-17", "1601/1700"),
    ("Harga turun sejak awal tahun baru.", "awal tahun baru", "2025-01"),
    ("Harga turun tahun lalu.", "tahun lalu", "2024"),
    ("Harga turun bulan ini.", "bulan ini", "2025-06"),
    ("Harga turun hingga akhir tahun sebanyak lima persen.", "akhir tahun", "2025"),
    ("Harga turun pada awal pekan ini.", "awal pekan ini", "2025-W24"),
    ("Harga turun minggu lalu.", "minggu lalu", "2025-W23"),
    ("Bulan kemarin harga turun.", "Bulan kemarin", "2025-05"),
    ("Minggu kemarin harga turun.", "Minggu kemarin", "2025-06-08"),
    ("Minggu lalu harga turun.", "Minggu lalu", "2025-W23"),
    ("Harga turun akhir pekan lalu.", "akhir pekan lalu", "2025-06-07/2025-06-08"),
    ("Harga turun selama akhir pekan.", "akhir pekan", "2025-06-07/2025-06-08"),
    ("Harga turun dua hari lalu.", "dua hari lalu", "2025-06-08"),
    ("Harga turun dua belas hari yang lalu.", "dua belas hari yang lalu", "2025-05-29"),
    ("Harga turun dua pekan lalu.", "dua pekan lalu", "2025-W22"),
    ("Harga turun tiga tahun lalu.", "tiga tahun lalu", "2022"),
    ("Harga turun sebulan lalu.", "sebulan lalu", "2025-05"),
    ("Harga turun dalam 24 jam terakhir.", "24 jam terakhir", "2025-06-09/2025-06-10"),
    ("Harga turun dalam seminggu terakhir.", "seminggu terakhir", "2025-06-04/2025-06-10"),
    ("Harga akan turun tiga hari lagi.", "tiga hari lagi", "2025-06-13"),
    ("Harga turun dalam empat bulan terakhir.", "empat bulan terakhir", "2025-02/2025-06"),
    ("Harga turun dibandingkan 2023.", "2023", "2023"),
    ("Kami mulai dari tahun 72 di sini.", "tahun 72", "1972"),
    ("Kami mulai dari tahun '98 di sini.", "tahun '98", "1998"),
    ("Kami mulai dari tahun '05 di sini.", "tahun '05", "2005"),
    ("Lagu tahun 80-an diputar.", "tahun 80-an", "1980/1989"),
    ("Tiap tahun 20 orang datang.", "", None),
    ("Ia berumur 45 tahun 93 hari.", "", None),
    ("Tiap-tiap tahun 60 kapal tiba.", "", None),
    ("Dalam satu tahun 60 orang datang.", "", None),
    ("Hal itu melanggar Konvensi Kalimas Raya 1949.", "1949", "1949"),
    ("Konvensi itu dihadiri perwakilan dari Piala Dunia 2026.", "", None),
    ("Ia menunggu dua minggu ini.", "", None),
    ("Ia bekerja di sana lima sampai enam tahun ini.", "", None),
    ("Tren itu, kata agen dari MEI-Wisata, mereda.", "", None),
    ("Tanah itu kosong hingga 2000 orang datang.", "", None),
    ("Ia dirawat selama seminggu.", "", None),
    ("Ia berusia 20 tahun.", "", None),
    ("Bulan depan rumah itu tampak bulat.", "Bulan depan", "2025-07"),
    ("Menteri Juli Hartono datang bersama Mei Lestari.", "", None),
    ("Manusia tiba di sana 13.700 tahun lalu.", "", None),
    ("Perda Nomor 8 Tahun 2015 dicabut.", "Tahun 2015", "2015"),
]
RELATIVE = [
    ("Sidang digelar hari ini.", "hari ini", "2025-06-10"),
    ("Sidang digelar hari ini, Selasa (10/6/2025).", "hari ini, Selasa (10/6/2025)", "2025-06-10"),
    ("Sidang digelar kemarin.", "kemarin", "2025-06-09"),
    ("Sidang digelar kemarin (8/6).", "kemarin (8/6)", "2025-06-08"),
    ("Sidang digelar kemarin lusa.", "kemarin lusa", "2025-06-08"),
    ("Sidang digelar besok Rabu.", "besok Rabu", "2025-06-11"),
    ("Sidang digelar lusa.", "lusa", "2025-06-12"),
    ("Gempa terasa semalam.", "semalam", "2025-06-09TEV"),
    ("Gempa terasa sejak pagi ini.", "pagi ini", "2025-06-10TMO"),
    ("Gempa terasa pada dini hari tadi.", "dini hari tadi", "2025-06-10TNI"),
    ("Gempa terasa sekitar pukul 05.11 WIB pagi tadi.", "sekitar pukul 05.11 WIB pagi tadi", "2025-06-10T05:11"),
    ("Kota itu tidak dibangun dalam semalam.", "", None),
]


@pytest.mark.parametrize(("words", "expression", "value"), [*WEEKDAYS, *DAYS, *PERIODS, *RELATIVE])
def test_expression_is_placed(words: str, expression: str, value: str | None) -> None:
    assert values(words) == ([(expression, value)] if expression else [])


def test_week_that_ends_with_the_report_is_the_calendar_week() -> None:
    assert values("Harga turun dalam seminggu terakhir.", "2025-06-08") == [("seminggu terakhir", "2025-W23")]


def test_year_of_a_far_day_follows_its_weekday_and_of_a_near_one_the_calendar() -> None:
    assert values("Ia ditangkap Kamis (18/7).", "2025-03-20") == [("Kamis (18/7)", "2024-07-18")]
    assert values("Ia ditangkap Jumat (24/1).", "2026-01-26") == [("Jumat (24/1)", "2026-01-24")]


def test_day_without_year_in_a_tale_of_an_earlier_year() -> None:
    words = "Kerusuhan pecah pada 13 Mei 1998 dan reda pada 15 Mei. Rapat pertama digelar pada Juli."
    assert [v for _, v in values(words)] == ["1998-05-13", "1998-05-15", "1998-07"]
    words = "Ia jatuh pada 19 Agustus 2022. Korban ditemukan Senin (22/8) dan dimakamkan Rabu (20/8)."
    assert [v for _, v in values(words)] == ["2022-08-19", "2022-08-22", "2025-08-20"]


def test_years_of_a_list_are_years_apart_and_a_stretch_of_years_is_one() -> None:
    assert values("Izin terbit pada 2006 dan 2014.") == [("2006", "2006"), ("2014", "2014")]
    words = "Izin terbit pada tahun 2006, 2010, dan tahun 2014."
    assert [v for _, v in values(words)] == ["2006", "2010", "2014"]
    assert values("Izin terbit pada 2006 hingga 2014.") == [("2006 hingga 2014", "2006/2014")]
    assert values("Izin terbit sejak 2006 dan 2014 orang datang.") == [("2006", "2006")]


DAY_BY_DAY = [
    ("Banjir datang pada Sabtu (7/6). Ia sakit hingga hari keempat.", "hari keempat", "2025-06-10"),
    (
        "Banjir datang pada Sabtu (7/6). Pada hari ke-3 air surut dan pada hari ke-4 jalan dibuka.",
        "hari ke-3",
        "2025-06-09",
    ),
    ("Hingga hari ketiga atau Selasa (10/6), air belum surut.", "hari ketiga", "2025-06-10"),
    ("Air naik sejak Kamis (5/6) dan kini memasuki hari keenam.", "hari keenam", "2025-06-10"),
    ("Pencarian itu telah memasuki hari ketujuh.", "hari ketujuh", "2025-06-10"),
    ("Kapal itu berangkat pada Maret 2019. Ia sakit pada hari keempat.", "hari keempat", None),
]


@pytest.mark.parametrize(("words", "expression", "value"), DAY_BY_DAY)
def test_day_of_a_row_counts_from_its_first_day(words: str, expression: str, value: str | None) -> None:
    assert (expression, value) in values(words)


def test_weekday_said_again_follows_one_that_was_told_by_name() -> None:
    words = "Pendaftaran dibuka sampai tanggal 23 Juni, tuturnya saat dihubungi Senin."
    assert values(words)[-1] == ("Senin", "2025-06-09")
    assert values("Ia datang Rabu (4/6) dan Senin lalu.")[-1] == ("Senin lalu", "2025-06-09")


def test_year_to_measure_by_is_not_the_year_of_the_tale() -> None:
    assert values("Harga itu tertinggi sejak 1983 dan naik pada Mei.")[-1] == ("Mei", "2025-05")
    assert values("Lagu era 1980-an diputar pada Mei.")[-1] == ("Mei", "2025-05")


def test_weekday_after_a_dated_one_follows_it() -> None:
    assert values("Laga digelar Sabtu (14/6/2025) atau Minggu dini hari.")[1] == ("Minggu dini hari", "2025-06-15TNI")
    assert values("Rapat digelar Senin (16/6). Untuk Senin ada dua calon.")[1] == ("Senin", "2025-06-16")


CLOCKS = [
    ("Longsor terjadi pada Jumat, 30 Mei 2025. Warga lari sekitar pukul 10.00 WIB.", "2025-05-30T10:00"),
    ("Longsor terjadi pukul 10.00 WIB di lereng itu, kata Salim, Jumat (30/5).", "2025-05-30T10:00"),
    ("Longsor terjadi pada Jumat (30/5). Pukul 3 sore hujan turun.", "2025-05-30T15:00"),
    ("Longsor terjadi pada Jumat (30/5). Pukul 9 malam hujan turun.", "2025-05-30T21:00"),
    ("Longsor terjadi pada Jumat (30/5). Hujan turun pukul 08.00-10.30 WITA.", "2025-05-30T08:00/2025-05-30T10:30"),
    ("Longsor terjadi pada Jumat (30/5). Pukul 05:03:12 WIB hujan turun.", "2025-05-30T05:03"),
    ("Longsor terjadi pada Jumat (30/5). Pada dini hari pukul 02.00 WIB hujan turun.", "2025-05-30T02:00"),
    ("Longsor terjadi pada Jumat (30/5). Usai subuh warga pulang.", "2025-05-30TMO"),
    ("Longsor terjadi pada Jumat (30/5). Keesokan harinya warga pulang.", "2025-05-31"),
    ("Longsor terjadi pada Jumat (30/5). Dua hari kemudian warga pulang.", "2025-06-01"),
    ("Sungai meluap kemarin sore, mulai jam 3 sampai gelap.", "2025-06-09T15:00"),
    ("Longsor terjadi pada Maret 2021. Sejak saat itu warga cemas.", "2021-03"),
    ("Pabrik dibuka pada 2017. Pada tahun yang sama jalan dibangun.", "2017"),
    ("Pabrik dibuka pada Mei 2017. Pada bulan itu jalan dibangun.", "2017-05"),
    ("Pada 2017 laba naik dibandingkan tahun sebelumnya.", "2016"),
    ("Laga dimulai Senin (9/6) pukul 13.00 WIB. Satu jam kemudian hujan turun.", "2025-06-09T14:00"),
    ("Indeks turun hari ini dibandingkan hari sebelumnya. Pukul 16.00 pasar tutup.", "2025-06-10T16:00"),
    (
        "Gunung itu meletus Kamis malam (5/6). “Letusan terjadi pukul 20.11 WIB,” kata Salim, Jumat (6/6).",
        "2025-06-05T20:11",
    ),
    ("Ia minta maaf Kamis (5/6) malam karena absen dari sidang pukul 10.00 WIB.", "2025-06-05T10:00"),
    ("Tarif itu berlaku hari ini hingga pukul 24.00 WIB.", "2025-06-10T24:00"),
    (
        "Harga naik Selasa (10/6) pagi. Data pukul 08.30 WIB menunjukkan harga di atas penutupan kemarin.",
        "2025-06-10T08:30",
    ),
    ("Pabrik dibuka pada 2017. Pabrik itu tutup dua tahun kemudian.", "2019"),
]


@pytest.mark.parametrize(("words", "value"), CLOCKS)
def test_moment_takes_the_day_that_was_told(words: str, value: str) -> None:
    assert value in [v for _, v in values(words)]


def test_clock_times_told_apart_are_two() -> None:
    words = "Aksi digelar Jumat (6/6) sejak pukul 16.00 WIB hingga pukul 21.00 WIB."
    assert [v for _, v in values(words)] == ["2025-06-06", "2025-06-06T16:00", "2025-06-06T21:00"]


FILLER = "Warga datang berkelompok. Mereka membawa tikar. Balai itu penuh. Anak-anak duduk di depan."
TODAY = [
    ("“Hari ini pintu air dibuka,” kata Salim, Minggu (8/6/2025).", "Hari ini", "2025-06-08"),
    (
        "“Pintu air dibuka,” kata Salim, Minggu (8/6/2025).\n“Tadi pagi air naik,” katanya.",
        "Tadi pagi",
        "2025-06-08TMO",
    ),
    ("“Pintu air dibuka,” kata Salim, Selasa (10/6).\n“Kemarin air naik,” katanya.", "Kemarin", "2025-06-09"),
    ("Kemarin pintu air dibuka, kata Salim, Minggu (8/6/2025).", "Kemarin", "2025-06-09"),
    ("Rupiah ditutup melemah sore ini, Senin. Pagi tadi rupiah menguat.", "Pagi tadi", "2025-06-09TMO"),
    ("Rupiah ditutup melemah hari ini, Senin (9/6). Kemarin rupiah menguat.", "Kemarin", "2025-06-08"),
    ("Laga digelar hari ini, Selasa (10/6). Kemarin lapangan disiram.", "Kemarin", "2025-06-09"),
    ("Rapat digelar Minggu (8/6). “Hari ini kita berkumpul,” kata Salim.", "Hari ini", "2025-06-08"),
    ("“Hari ini pintu air dibuka,” kata Salim, Selasa (6/5/2025).", "Hari ini", "2025-06-10"),
    ("Rapat digelar Minggu (8/6). “Besok kita ke hulu,” kata Salim.", "Besok", "2025-06-09"),
    (f"Salim bertemu warga, Minggu (8/6). {FILLER} “Hari ini kita berkumpul,” katanya.", "Hari ini", "2025-06-08"),
    (f"Salim bertemu warga, Minggu (8/6). {FILLER} “Lusa kita ke hulu,” katanya.", "Lusa", "2025-06-10"),
    (f"Salim bertemu warga, Minggu (8/6). {FILLER} Hari ini warga ke hulu.", "Hari ini", "2025-06-10"),
    (f"Salim bertemu warga, Kamis (5/6). {FILLER} “Hari ini kita berkumpul,” katanya.", "Hari ini", "2025-06-10"),
    (
        f"Salim bertemu warga, Minggu (8/6). {FILLER} Sari datang Senin (9/6). {FILLER} “Hari ini ramai,” katanya.",
        "Hari ini",
        "2025-06-10",
    ),
    (f"{FILLER} Salim bertemu warga, Minggu (8/6). {FILLER} “Hari ini ramai,” katanya.", "Hari ini", "2025-06-10"),
    ("Salim pulang Minggu (8/6) lalu. “Hari ini saya terkejut,” katanya.", "Hari ini", "2025-06-10"),
    (f"“Air naik,” kata Salim, Minggu (8/6). {FILLER} “Hari ini kita berkumpul,” katanya.", "Hari ini", "2025-06-08"),
    (f"Jembatan roboh pada Minggu (8/6). {FILLER} “Hari ini jalan ditutup,” kata Salim.", "Hari ini", "2025-06-10"),
    (f"Jembatan roboh pada Minggu (8/6). {FILLER} “Besok alat berat datang,” kata Salim.", "Besok", "2025-06-11"),
    ("Jembatan roboh pada Minggu (8/6). “Besok alat berat datang,” kata Salim.", "Besok", "2025-06-11"),
    (f"Salim bertemu warga, Minggu (8/6). {FILLER} “Besok kita ke hulu,” katanya.", "Besok", "2025-06-11"),
    (f"Salim bertemu warga, Senin (9/6). {FILLER} “Besok kita ke hulu,” katanya.", "Besok", "2025-06-10"),
    (
        f"Salim bertemu warga, Minggu (8/6). {FILLER} “Kemarin air naik dan hari ini surut,” katanya.",
        "hari ini",
        "2025-06-10",
    ),
]


@pytest.mark.parametrize(("words", "expression", "value"), TODAY)
def test_today_is_that_of_the_speaker_or_the_one_that_the_report_prints(
    words: str, expression: str, value: str
) -> None:
    assert (expression, value) in values(words)


LOOSE = [
    ("“Waktu rapat kemarin warga setuju,” kata Salim.", None),
    ("“Panen kuartal terakhir kemarin naik,” kata Salim.", None),
    ("“Kenapa kemarin muncul isu itu,” kata Salim.", None),
    ("“Kami kan kemarin mengirim tim ke hulu,” kata Salim.", None),
    ("“Kemarin tuh airnya tenang,” kata Salim.", None),
    ("“Kemarin yang melapor dua belas orang,” kata Salim.", None),
    ("“Kemarin warga yang melapor ada dua belas orang,” kata Salim.", "2025-06-09"),
    ("“Dua orang tewas di jembatan itu kemarin,” kata Salim.", "2025-06-09"),
    ("“Api membakar dua rumah warga kemarin,” kata Salim.", "2025-06-09"),
    ("“Kami sudah menutup jalan itu kemarin,” kata Salim.", "2025-06-09"),
    ("“Dua orang tewas, jadi di rapat kemarin warga setuju,” kata Salim.", None),
    ("“Warga ditangkap karena rapat yang alhamdulillah kemarin ramai,” kata Salim.", None),
    ("“Kami menolong warga yang ditangkap polisi kemarin,” kata Salim.", "2025-06-09"),
    ("“Kemarin ada tuh warga ke hulu,” kata Salim.", None),
    ("Dua orang tewas. “Di rapat kemarin warga setuju,” kata Salim.", None),
    ("“Kemarin air naik,” kata Salim.", "2025-06-09"),
    ("“Iya, kemarin air naik,” kata Salim.", "2025-06-09"),
    ("“Pintu air ditutup sejak kemarin,” kata Salim.", "2025-06-09"),
    ("“Satu perahu ditemukan kemarin,” kata Salim.", "2025-06-09"),
    ("“Warga takut karena gempa kemarin,” kata Salim.", "2025-06-09"),
    ("Rapat digelar Senin (9/6). “Waktu rapat kemarin warga setuju,” kata Salim.", "2025-06-09"),
    ("Rapat kemarin dihadiri warga.", "2025-06-09"),
    ("Salim mengatakan rapat kemarin dihadiri warga.", "2025-06-09"),
]


@pytest.mark.parametrize(("words", "value"), LOOSE)
def test_yesterday_in_loose_speech_is_no_day(words: str, value: str | None) -> None:
    (told,) = [d for d in find(words) if "kemarin" in d.text.lower()]
    assert (told.value, told.why_null) == (value, None if value else "loose speech")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("“Rapat kemarin (8/6) ramai,” kata Salim.", "2025-06-08"),
        ("“Rapat Minggu kemarin ramai,” kata Salim.", "2025-06-08"),
        ("“Rapat kemarin sore ramai,” kata Salim.", "2025-06-09TAF"),
        ("“Rapat kemarin pukul 14.00 ramai,” kata Salim.", "2025-06-09T14:00"),
    ],
)
def test_yesterday_with_its_date_or_hour_is_a_day_in_speech_too(words: str, value: str) -> None:
    assert value in [v for _, v in values(words)]


def test_a_day_to_come_is_not_of_an_earlier_year_told_before_it() -> None:
    words = "Salim, lulusan akademi tahun 1989, akan berusia 58 tahun pada 4 Juni."
    assert values(words)[-1] == ("4 Juni", "2025-06-04")
    words = "Salim lulus dari akademi pada 1989. Ia dilantik pada 4 Juni."
    assert values(words)[-1] == ("4 Juni", "1989-06-04")


def test_back_reference_beside_its_day_is_no_date_of_its_own() -> None:
    assert [v for _, v in values("Malam itu, 1 Maret 2015, api menyala.")] == ["2015-03-01TEV", "2015-03-01"]
    words = "Aksi itu disesalkan. Saat itu, Jumat (6/6), warga berkumpul."
    assert values(words) == [("Jumat (6/6)", "2025-06-06")]


def test_clock_time_without_a_day_has_no_value() -> None:
    (date,) = find("Air mulai naik sekitar pukul 10.00 WIB.")
    assert (date.text, date.value, date.why_null) == ("sekitar pukul 10.00 WIB", None, "no day told before")


def test_clock_time_beside_a_day_that_cannot_be_placed_has_no_value() -> None:
    words = "Gudang terbakar pada 25 Mei 2025. Rapat digelar Sabtu dan dimulai pukul 08.00 WIB."
    assert [d.value for d in find(words, None)] == ["2025-05-25", None, None]


def test_opening_hours_are_no_date() -> None:
    assert find("Jam operasional museum pukul 08.00-16.00 WIB.") == ()
    assert find("Layanan tersedia setiap hari pukul 08.00 WIB.") == ()
    assert find("Museum dibuka 08.00-16.00 WIB.") == ()
    assert len(find("Promo dimulai Senin (9/6). Gratis pukul 17.00-23.00 WIB setiap hari.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        *(w for w, e, _ in [*WEEKDAYS, *RELATIVE] if e and "25)" not in w and "025" not in w),
        "Harga turun sejak Maret.",
        "Harga turun dua hari lalu.",
        "Harga turun akhir pekan lalu.",
        "Jembatan itu ambruk pada 7 Mei.",
        "Perayaan malam tahun baru berlangsung tenang.",
    ],
)
def test_nothing_is_guessed_without_an_anchor(words: str) -> None:
    found = find(words, None)
    assert found
    assert [(d.value, d.why_null) for d in found if d.value is None or d.value[:1].isdigit()] == [
        (None, "no anchor") if "pukul" not in d.text else (None, d.why_null) for d in found
    ]


def test_full_dates_need_no_anchor() -> None:
    words = "Kapal tiba Jumat (30/5/2025). Kapal berlayar Kamis. Kapal dibuat pada Mei 2019 dan dijual 3 Juni 2020 pukul 09.00."
    article = Article(id="a", source="a.txt", text=words, sha256="")
    full = dates.find_full(article, text.view(words, INDONESIAN), Credits(), INDONESIAN)
    assert [(d.text, d.value) for d in full] == [
        ("Jumat (30/5/2025)", "2025-05-30"),
        ("3 Juni 2020 pukul 09.00", "2020-06-03T09:00"),
    ]


def test_stamp_that_tells_when_a_report_was_published() -> None:
    words = "Gempa Guncang Pesisir\nSabtu, 07 Juni 2025 - 05:06 WIB\nGempa terasa di pesisir pada Jumat."
    start = words.index("Sabtu")
    stamp = CreditSpan(start=start, end=words.index("\nGempa terasa"), text="", kind="published", rule="stamp")
    title = CreditSpan(start=0, end=start - 1, text="", kind="title", rule="title")
    found = find(words, "2025-06-07", Credits(spans=(title, stamp)))
    assert [(d.text, d.value) for d in found] == [
        ("Sabtu, 07 Juni 2025 - 05:06 WIB", "2025-06-07T05:06"),
        ("Jumat", "2025-06-06"),
    ]


def test_spans_survive_what_scraping_leaves() -> None:
    words = "Banjir melanda desa itu pada&nbsp;Kamis\n (5/6/2025).&nbsp;Listrik padamsejak7 Juni 2025."
    assert [(d.text, d.value) for d in find(words)] == [
        ("Kamis\n (5/6/2025)", "2025-06-05"),
        ("7 Juni 2025", "2025-06-07"),
    ]


# --- the tables -------------------------------------------------------------------------------------------------------

TABLES = [
    "months",
    "weekdays",
    "day_parts",
    "relative_days",
    "day_references",
    "time_units",
    "time_shifts",
    "period_parts",
    "year_parts",
    "time_references",
    "holidays",
    "feasts",
    "time_zones",
    "date_words",
    "market_days",
]


def rows(column: str) -> list[tuple[str, str]]:
    """(form, sentence) of every row of the tables of dates that has one in this column."""
    all_rows = [row for table in TABLES for row in INDONESIAN.table(table)]
    return [(row["form"], row[column]) for row in all_rows if row.get(column)]


@pytest.mark.parametrize(("form", "example"), rows("example"))
def test_example_of_a_row_fires(form: str, example: str) -> None:
    found = find(example)
    assert any(d.value for d in found), found
    assert form.lower() in example.lower()


@pytest.mark.parametrize(("form", "counter"), rows("counter"))
def test_counterexample_of_a_row_does_not_fire(form: str, counter: str) -> None:
    at = counter.lower().index(form.lower())
    assert not [d for d in find(counter) if d.start < at + len(form) and at < d.end]


def test_days_of_the_feasts_are_found_by_their_year() -> None:
    for row in INDONESIAN.table("feast_days"):
        assert (f"{row['feast']} {row['date'][:4]}", row["date"]) in values(row["example"], row["date"]), row
        if row["islamic"]:
            assert values(f"Warga merayakan {row['feast']} {row['islamic']} H.", None)[0][1] == row["date"]


def _is_of_mishap(words: str) -> bool:
    """Whether the first date of a sentence is that of a mishap told before it."""
    return befallen.is_of_mishap(words, 0, find(words)[0].start, INDONESIAN.derive(befallen.make))


@pytest.mark.parametrize("row", INDONESIAN.table("date_contexts"), ids=lambda row: f"{row['role']}:{row['form']}")
def test_word_before_an_expression_changes_its_reading(row: dict[str, str]) -> None:
    if row["role"] in ("caused", "befell", "spanning"):
        bare = re.sub(rf" {row['form']}\b", "", row["example"], count=1)
        told = [_is_of_mishap(words) for words in (row["example"], bare)]
        assert told == [row["role"] != "spanning", row["role"] == "spanning"]
        return
    if row["role"] == "limit":  # Hingga Jumat (6/6), banjir belum surut
        bare = re.sub(rf"\b{row['form']} ", "Pada ", row["example"], count=1, flags=re.I)
        told = [credit_days.find_later_day(words, "2025-06-05", INDONESIAN) for words in (row["example"], bare)]
        assert told == ["2025-06-06", None]
        return
    found = find(row["example"])
    with_it = [d.value for d in found]
    without = [d.value for d in find(re.sub(rf"[ -]{row['form']}\b", "", row["example"], count=1))]
    if row["role"] in ("recurring", "name", "lasting", "generic", "habit", "kind"):
        assert not with_it and without
    elif row["role"] == "talk":
        assert with_it == [None] and all(without)
    elif row["role"] == "strict":
        assert all(with_it) and without == [None]
    elif row["role"] == "no-habit":
        assert with_it and not find(row["example"].replace("luar ", "", 1))
    else:
        assert any(with_it) and (with_it != without or row["role"] == "placing")


@pytest.mark.parametrize(
    ("words", "anchor", "told"),
    [
        ("Api padam pukul 22.37 WIB (5/6).", TUESDAY, ("pukul 22.37 WIB", "2025-06-05T22:37")),
        ("Banjir (5/6) surut pukul 02.10 (9/6).", TUESDAY, ("pukul 02.10", "2025-06-09T02:10")),
        ("“Besok pagi (Kamis,-Red) kami berangkat,” kata Sari.", TUESDAY, ("Besok pagi (Kamis", "2025-06-12TMO")),
        ("Besok pagi (Kamis) kami berangkat.", "2025-06-12", ("Besok pagi (Kamis", "2025-06-12TMO")),
        ("Hari ini empat tahun lalu, gempa melanda.", TUESDAY, ("Hari ini empat tahun lalu", "2021-06-10")),
        ("Api muncul Senin (3/3). Data itu dari 4 Maret 2031.", None, ("Senin (3/3)", "2031-03-03")),
        ("Pasar dibuka 2 Maret. Data itu dari 4 Maret 2031.", None, ("2 Maret", "2031-03-02")),
        (
            "Kapal hilang pukul 06.33 WIB. Kapal berangkat Senin (9/6).",
            TUESDAY,
            ("pukul 06.33 WIB", "2025-06-09T06:33"),
        ),
        (
            "Kebakaran di pasar pada Minggu (8/6) diusut, kata Sari, Senin (9/6). Kebakaran itu terjadi pukul 01.50 WIB.",
            TUESDAY,
            ("pukul 01.50 WIB", "2025-06-08T01:50"),
        ),
    ],
)
def test_a_day_told_beside_or_elsewhere(words: str, anchor: str | None, told: tuple[str, str]) -> None:
    assert told in values(words, anchor)


@pytest.mark.parametrize(
    ("words", "anchor", "word"),
    [
        ("Skor akhir 2.10 (5/6) imbang.", TUESDAY, "5/6"),
        ("Api muncul Selasa (3/3). Data itu dari 4 Maret 2031.", None, "Selasa (3/3)"),  # 3 March 2031 is a Monday
        ("Api muncul Senin (3/3). Gedung itu dibangun 4 Maret 1931, dibuka 4 Maret 2031.", None, "Senin (3/3)"),
        (
            "Api muncul pukul 20.20 WIB. Warga pulang Minggu (8/6), polisi datang Senin (9/6).",
            TUESDAY,
            "pukul 20.20 WIB",
        ),
    ],
)
def test_no_day_is_better_than_a_wrong_one(words: str, anchor: str | None, word: str) -> None:
    assert not [d for d in find(words, anchor) if d.text == word and d.value]


# --- properties -------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [w for words, *_ in [*WEEKDAYS, *DAYS, *PERIODS, *RELATIVE, *CLOCKS] for w in words.split()]
    + ["\n", "“", "(", "/", "-", "31"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30), st.dates().map(str), st.sampled_from([" ", "", "\n", "&nbsp;"]))
def test_any_text_gives_exact_spans_and_proper_values(pieces: list[str], anchor: str, glue: str) -> None:
    found = find(glue.join(pieces), anchor)
    assert all(a.end <= b.start for a, b in pairwise(found))


# A century is a stretch of printed years: `abad 10`; and so is a year cut short, `'98`.
YEARLESS = PIECES.filter(lambda piece: not re.search(r"\d{4}|/25|ke-|\d-an|H$|^abad$|['’]\d\d", piece))


@settings(max_examples=150, deadline=None)
@given(st.lists(YEARLESS, max_size=30), st.sampled_from([" ", "\n"]))
def test_without_an_anchor_and_a_printed_year_no_day_has_a_value(pieces: list[str], glue: str) -> None:
    found = find(glue.join(pieces), None)
    assert not [d for d in found if d.value and not d.value.endswith("_REF")]


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30), st.dates().map(str))
def test_day_printed_in_full_is_the_same_from_any_anchor(pieces: list[str], anchor: str) -> None:
    words = " ".join(pieces)
    article = Article(id="a", source="a.txt", text=words, sha256="")
    full = dates.find_full(article, text.view(words, INDONESIAN), Credits(), INDONESIAN)
    told = [(d.start, d.value) for d in find(words, anchor)]
    assert [(d.start, d.value) for d in full if (d.start, d.value) not in told] == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PIECES, st.booleans()), max_size=30), st.sampled_from([" ", "\n"]))
def test_no_expression_touches_or_crosses_what_is_hidden(pieces: list[tuple[str, bool]], glue: str) -> None:
    words, hidden = "", []
    for piece, hide in pieces:
        if hide:
            hidden.append((len(words), len(words) + len(piece)))
        words += piece + glue
    article = Article(id="a", source="a.txt", text=words, sha256="")
    view = text.view(words, INDONESIAN, hidden)
    anchor = Anchor(day=TUESDAY)
    found = [*dates.find(article, view, Credits(), anchor, INDONESIAN)]
    found += dates.find_timexes(article, view, Credits(), anchor, INDONESIAN)
    for date in found:
        assert 0 <= date.start < date.end <= len(words)
        assert not [h for h in hidden if h[0] < date.end and date.start < h[1]], (words, hidden, date)


@settings(max_examples=60, deadline=None)
@given(st.dates())
def test_weekday_is_within_the_last_six_days(day: calendar.date) -> None:
    for name, number in (("Senin", 1), ("Kamis", 4), ("Minggu", 7)):
        (date,) = find(f"Air surut pada {name}.", day.isoformat())
        placed = calendar.read_day(date.value)
        if placed is not None:
            assert placed.isoweekday() == number and 0 <= (day - placed).days <= 6


@pytest.mark.timing
@pytest.mark.parametrize(
    "seed",
    [
        "12 ",
        "Senin ",
        "7, ",
        "2019-",
        "pukul 10.00 ",
        "Senin (5/6) dan ",
        "Mei-",
        "sekitar ",
        "akhir tahun ",
        "saat itu ",
    ],
)
def test_time_grows_with_the_text(seed: str) -> None:
    def spent(size: int) -> float:
        words = seed * (size // len(seed))
        article = Article(id="a", source="a", text=words, sha256="")
        view = text.view(words, INDONESIAN)
        began = time.process_time()
        dates.find(article, view, Credits(), Anchor(day=TUESDAY), INDONESIAN)
        return time.process_time() - began

    spent(1000)
    assert min(spent(16_000) for _ in range(3)) < 3.2 * min(spent(8_000) for _ in range(3)) + 0.02


@pytest.mark.shared
def test_real_reports_keep_their_spans(shared: Path, indonesian: Language) -> None:
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        sample = [json.loads(line)["text"] for n, line in enumerate(lines) if n % 120 == 0]
    assert sum(len(find(words)) for words in sample) > 300


def test_day_of_a_saying_is_not_what_a_tale_points_back_to() -> None:
    words = (
        'Kebakaran itu cepat padam," ujar Salim, Jumat (30/5/2025). Saat itu warga tidur. Api menyala pukul 02.00 WIB.'
    )
    assert values(words) == [("Jumat (30/5/2025)", "2025-05-30"), ("pukul 02.00 WIB", "2025-05-30T02:00")]
    words = "Gudang terbakar pada Rabu (28/5/2025). Polisi datang, ujar Salim, Jumat (30/5/2025). Api menyala pukul 02.00 WIB."
    assert values(words)[-1] == ("pukul 02.00 WIB", "2025-05-28T02:00")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Rapat dimajukan dari Selasa menjadi Senin (9/6).", "2025-06-10"),
        ("Rapat diundur dari Selasa ke Kamis (12/6).", "2025-06-10"),
        ("Rapat diundur dari Senin (2/6) ke Kamis (12/6).", "2025-06-02"),
        ("Warga pulang dari Pasar Rebo Selasa. Senin (9/6) hujan.", "2025-06-03"),
    ],
)
def test_a_weekday_from_which_something_is_moved_counts_from_the_new_day(words: str, first: str) -> None:
    assert values(words, "2025-06-09")[0][1] == first


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Warga mengungsi sejak 9 Oktober.", "2024-10-09"),
        ("Warga mengungsi sejak 9 Juni.", "2025-06-09"),
        ("Pasar akan dibuka sejak 9 Oktober.", "2025-10-09"),
        ("Pasar itu dibuka pada 9 Oktober.", "2025-10-09"),
        ("Serangan ke Kalimas pada 9 Oktober melukai lima warga.", "2024-10-09"),
        ("Latihan menangkal serangan akan digelar pada 9 Oktober.", "2025-10-09"),
    ],
)
def test_what_is_so_since_a_day_and_an_attack_are_past(words: str, told: str) -> None:
    assert values(words, "2025-06-07")[0][1] == told


def test_a_whole_short_weekday_is_a_day_with_its_part_or_behind_pada() -> None:
    assert values("Gudang dibakar pada Ahad dini hari.", "2025-06-10") == [("Ahad dini hari", "2025-06-08TNI")]
    assert values("Gudang dibakar pada Ahad.", "2025-06-10") == [("Ahad", "2025-06-08")]
    assert not values("Gudang itu milik Sari Ahad Dorina.", "2025-06-10")


def test_a_day_far_off_is_of_the_year_with_which_the_report_tells_it_elsewhere() -> None:
    told = "Kalimas diserang pada 7 Oktober. Warga pulang pada 9 Juni. Serangan 7 Oktober 2022 itu dan rapat 9 Juni 2020 diingat."
    assert [value for _, value, *_ in values(told, "2025-06-07")[:2]] == ["2022-10-07", "2025-06-09"]
    moved = "Izin itu keluar pada 7 Januari tahun lalu dan berlaku hingga 7 Januari 2034."
    assert values(moved, "2025-06-07")[0][1] == "2024-01-07"
    twice = "Kalimas diserang pada 7 Oktober. Mereka diserang pada 7 Oktober 2022 dan 7 Oktober 2021."
    assert values(twice, "2025-06-07")[0][1] == "2025-10-07"
