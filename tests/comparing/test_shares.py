"""Some of those counted and all of them: equal or larger numbers are no one count for that."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import INDONESIAN, read

from runut.comparing import entities, families, series
from runut.model import Reading, Series

MONDAY, TUESDAY, THURSDAY = "2031-03-03", "2031-03-04", "2031-03-06"


def tell(*told: tuple[str, str]) -> tuple[Series, ...]:
    """The series of some reports, each with its day."""
    readings: list[Reading] = [reading for day, body in told for reading in read(body, day=day)]
    known = tuple(readings)
    return series.align(known, entities.join(known, INDONESIAN), families.group(known, INDONESIAN), INDONESIAN)


def of(rows: Sequence[Series], measure: str) -> list[tuple[str, float | None, int]]:
    return sorted((r.relation, r.best, len(r.figures)) for r in rows if r.measure == measure)


def test_three_persons_of_a_toll_are_not_one() -> None:
    rows = tell(
        (
            TUESDAY,
            "Sebanyak 23 orang tewas dalam kerusuhan di Kalimas. Satu yang tewas anggota garda, kata Adi Laksana.",
        ),
        (
            THURSDAY,
            "Hingga kini 33 orang tewas di Kalimas. Satu korban tewas yang ditemukan kemarin belum terdata, kata Bagus.",
        ),
        (
            THURSDAY,
            "Kerusuhan itu menewaskan 33 orang. Satu meninggal karena serangan jantung, kata dokter rumah sakit.",
        ),
    )
    assert [row for row in of(rows, "killed") if row[1] == 1] == []


def test_few_told_alike_are_one() -> None:
    rows = tell(
        (
            TUESDAY,
            "Sebanyak 23 orang tewas di Kalimas. Dua polisi tewas terkena panah saat menjaga pasar, kata Adi Laksana.",
        ),
        (TUESDAY, "Kerusuhan Kalimas menewaskan 23 orang. Dua polisi tewas terkena panah ketika menjaga pasar itu."),
    )
    assert ("agree", 2, 2) in of(rows, "killed")


def test_the_only_toll_of_two_reports_is_one_however_few() -> None:
    rows = tell(
        (TUESDAY, "Dua orang tewas ketika bus menabrak truk di Kalimas."),
        (TUESDAY, "Kecelakaan di jalan tol Lontar merenggut nyawa. Dua orang tewas."),
    )
    assert ("agree", 2, 2) in of(rows, "killed")


def test_officers_hurt_do_not_become_all_who_are_hurt() -> None:
    rows = tell(
        (MONDAY, "Sebanyak 66 aparat luka-luka dalam kerusuhan Kalimas, kata Bagus Pranata."),
        (TUESDAY, "Kerusuhan Kalimas menyebabkan 72 orang luka, kata Adi Laksana."),
        (THURSDAY, "Korban luka kerusuhan Kalimas mencapai 76 orang."),
    )
    assert of(rows, "injured") == [("evolve", 76, 2)]


def test_those_of_one_kind_may_grow_where_the_later_report_tells_of_them() -> None:
    rows = tell(
        (MONDAY, "Sebanyak 66 siswa luka-luka akibat gempa Kalimas, kata Bagus Pranata."),
        (TUESDAY, "Korban gempa di sekolah Kalimas bertambah. Sebanyak 72 orang luka, semuanya siswa."),
    )
    assert of(rows, "injured") == [("evolve", 72, 2)]


@pytest.mark.parametrize(
    "later",
    [
        "Sebanyak 632 orang luka berat akibat gempa Kalimas.",
        "Korban luka berat gempa Kalimas saat ini sebanyak 632 orang.",
    ],
)
def test_all_who_are_hurt_do_not_become_the_badly_hurt(later: str) -> None:
    assert of(tell((MONDAY, "Gempa Kalimas menyebabkan 356 orang luka-luka."), (TUESDAY, later)), "injured") == []


def test_the_badly_hurt_of_two_days_are_one_course() -> None:
    rows = tell(
        (MONDAY, "Sebanyak 540 orang luka berat akibat gempa Kalimas."),
        (TUESDAY, "Korban luka berat akibat gempa Kalimas sejauh ini sebanyak 632 orang."),
    )
    assert of(rows, "injured") == [("evolve", 632, 2)]


def test_hurt_in_two_ways_is_no_grade() -> None:
    rows = tell(
        (MONDAY, "Kerusuhan Kalimas menyebabkan 65 orang luka-luka."),
        (TUESDAY, "Kerusuhan Kalimas menyebabkan 72 orang luka ringan hingga berat."),
    )
    assert of(rows, "injured") == [("evolve", 72, 2)]


def test_houses_damaged_badly_and_a_little_are_two_counts() -> None:
    rows = tell(
        (MONDAY, "Gempa merusak permukiman Kalimas. Sebanyak 6.570 rumah rusak berat."),
        (THURSDAY, "Sebanyak 22.208 rumah rusak ringan akibat gempa Kalimas."),
    )
    assert of(rows, "houses") == []
    rows = tell(
        (MONDAY, "Gempa merusak permukiman Kalimas. Sebanyak 6.570 rumah rusak berat."),
        (THURSDAY, "Sebanyak 12.208 rumah rusak berat akibat gempa Kalimas."),
    )
    assert of(rows, "houses") == [("evolve", 12208, 2)]


def test_a_part_is_not_the_vague_whole() -> None:
    rows = tell(
        (MONDAY, "Puluhan narapidana tewas dalam kebakaran lapas Kalimas."),
        (
            MONDAY,
            "Korban tewas kebakaran lapas Kalimas 41 orang, terdiri atas 40 narapidana narkotika dan satu narapidana lain.",
        ),
    )
    assert not any(r.best == 40 for r in rows)


def test_what_opens_a_course_is_no_part_of_a_larger_toll() -> None:
    rows = tell(
        (
            MONDAY,
            "Serangan di Kalimas menewaskan 31 orang. Tujuh di antaranya dibunuh di rumah kepala desa, kata Rudi.",
        ),
        (
            THURSDAY,
            "Sebanyak 16 jenazah korban serangan Kalimas ditemukan, kata Bagus Pranata. Sebanyak 16 orang tewas.",
        ),
    )
    assert not any(r.relation == "evolve" and r.best == 16 for r in rows)


def test_the_saved_are_not_the_dead() -> None:
    rows = tell(
        (MONDAY, "Sebanyak delapan orang tukang bangunan di Distrik Lontar diselamatkan oleh keluarga Rudi."),
        (TUESDAY, "Sebanyak delapan orang tukang bangunan di Distrik Lontar dibunuh di rumah Rudi."),
    )
    assert of(rows, "killed") == of(rows, "rescued") == []
