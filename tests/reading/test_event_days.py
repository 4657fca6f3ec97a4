"""The day of an event: no limit, and none later than its report, unless the deed is still to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import face, lang
from runut.lang import Language
from runut.model import Event

ID = lang.load("id")


def read(text: str, languages: Mapping[str, Language]) -> list[Event]:
    """The events of a report of 9 June 2025."""
    record = {"text": text, "title": "Laporan dari Kalimas", "published": "2025-06-09", "outlet": "Warta Lontar"}
    return list(face.read(record, using=languages).events)


@pytest.mark.parametrize(
    "row",
    [row for row in ID.table("event_markers") if row["kind"] in ("deadline", "before-day")],
    ids=lambda row: f"{row['kind']}-{row['word']}",
)
def test_a_limit_is_no_day_of_the_deed(row: Mapping[str, str], languages: Mapping[str, Language]) -> None:
    assert [(e.status, e.date) for e in read(row["example"], languages)] == [("happened", None)]


@pytest.mark.parametrize("row", [row for row in ID.table("event_markers") if row["kind"] == "done"])
def test_what_has_been_done_is_not_to_come(row: Mapping[str, str], languages: Mapping[str, Language]) -> None:
    [event] = read(row["example"], languages)
    assert (event.status, event.date, event.why_no_date) == ("happened", None, "told later than the report")


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Hasil seleksi pegawai Kalimas diumumkan pada 23 Juli 2025.", "planned", "2025-07-23"),
        ("Rapat pleno koperasi Kalimas digelar pada 20 Juni 2025.", "planned", "2025-06-20"),
        ("Rapat pleno koperasi Kalimas digelar pada 4 Juni 2025.", "happened", "2025-06-04"),
        ("Rapat pleno koperasi Kalimas digelar hari ini.", "happened", "2025-06-09"),
        ("Bupati Kalimas menandatangani aturan pasar sehingga sewa turun pada 2029.", "happened", None),
        ("Pada Rabu (4/6/2025) polisi menangkap dua pencuri di Kalimas.", "happened", "2025-06-04"),
        ("Pabrik beras di Kalimas terbakar pada 9 Juni 2026.", "happened", None),
        ("Mulai 14 Juni 2025, bupati Kalimas menutup pasar beras.", "planned", "2025-06-14"),
        ("Mulai Juli 2025 bupati Kalimas mencabut izin tambang itu.", "planned", "2025-07"),
        ("Pada 2026 pemerintah Kalimas menutup tambang itu.", "planned", "2026"),
        ("Pada 2036 pemerintah Kalimas menutup tambang itu.", "happened", None),
        ("Pada Juli 2027 bupati Kalimas menutup tambang itu.", "happened", None),
        ("Pada Juni 2025 bupati Kalimas menutup tambang itu.", "happened", "2025-06"),
        ("Pada 2025 pemerintah Kalimas menutup tambang itu.", "happened", "2025"),
        ("Pada 11 Juni 2026 pedagang Kalimas digugat pengelola pasar.", "happened", None),
    ],
)
def test_a_day_after_the_report_is_of_a_deed_to_come_or_none(
    text: str, status: str, date: str | None, languages: Mapping[str, Language]
) -> None:
    [event] = read(text, languages)
    assert (event.status, event.date) == (status, date)


def test_a_day_in_front_with_its_date_in_brackets_is_no_part_of_the_clause(
    languages: Mapping[str, Language],
) -> None:
    [event] = read("Senin (2/6/2025) Rendra Sasmita ditangkap polisi di Kalimas.", languages)
    assert event.text == "Rendra Sasmita ditangkap polisi di Kalimas"
    assert event.date == "2025-06-02"


def test_a_day_right_behind_a_clause_is_its_day(languages: Mapping[str, Language]) -> None:
    text = "Ia berbicara usai rapat dengan camat di balai desa Kalimas, Rabu (4/6/2025), lalu pulang pada Kamis (5/6/2025)."
    [event] = read(text, languages)
    assert (event.rule, event.date) == ("noun:rapat", "2025-06-04")


def test_the_day_behind_a_crime_is_that_of_its_hearing(languages: Mapping[str, Language]) -> None:
    text = "Rendra Sasmita menjalani sidang perdana kasus penipuan beras di Pengadilan Negeri Garut, Rabu (4/6/2025), kata jaksa."
    assert all(e.date is None for e in read(text, languages) if e.type == "CRIME")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Presiden membubarkan parlemen pada Rabu (5/3/2031), sehari setelah perdana menteri mengundurkan diri.",
            ["2031-03-05", None],
        ),
        (
            "Dua hari setelah perdana menteri mengundurkan diri, presiden membubarkan parlemen pada Rabu (5/3/2031).",
            [None, "2031-03-05"],
        ),
        (
            "Presiden membubarkan parlemen pada Rabu (5/3/2031) setelah perdana menteri mengundurkan diri.",
            ["2031-03-05", "2031-03-05"],
        ),
        # how long someone described has been something
        ("Presiden membebaskan Rendra Sasmita, yang menjalani tahanan rumah sejak 2028.", [None]),
        ("Presiden membebaskan Rendra Sasmita pada 2028.", ["2028"]),
    ],
)
def test_a_day_of_another_clause_is_not_borrowed(
    text: str, days: list[str | None], read_events: Callable[[str], tuple[Event, ...]]
) -> None:
    assert [e.date for e in read_events(text)] == days


@pytest.mark.parametrize("row", [row for row in ID.table("event_markers") if row["kind"] == "ahead-of"])
def test_what_was_so_long_before_has_another_day(row: Mapping[str, str], languages: Mapping[str, Language]) -> None:
    first, second = read(row["example"], languages)
    assert (first.date, second.date) == ("2024-07-09", None)
