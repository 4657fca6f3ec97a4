"""The course of a toll over days: what reports told on the way is no conflict once it is outgrown or put right."""

from __future__ import annotations

from told import INDONESIAN, read

from runut.comparing import entities, families, series
from runut.model import Reading, Series

SATURDAY, SUNDAY, MONDAY, THURSDAY = "2031-03-01", "2031-03-02", "2031-03-03", "2031-03-06"


def toll(*told: tuple[str, str]) -> list[Series]:
    readings: list[Reading] = [reading for day, body in told for reading in read(body, day=day)]
    known = tuple(readings)
    rows = series.align(known, entities.join(known, INDONESIAN), families.group(known, INDONESIAN), INDONESIAN)
    return [r for r in rows if r.measure == "killed"]


EKO = (
    SATURDAY,
    'Kerusuhan melanda Kalimas. "Kami catat 16 orang meninggal," kata Kepala Penerangan Randu Surya Wibawa.',
)
BAGUS = (SATURDAY, 'Pasar Kalimas dibakar. "Yang tewas 17 orang," kata Komandan Kodim Lontar Bagus Pranata.')


def test_two_at_odds_that_a_later_toll_exceeds_are_its_steps() -> None:
    (row,) = toll(
        EKO,
        BAGUS,
        (SUNDAY, 'Korban kerusuhan Kalimas bertambah. "Kini 23 orang meninggal," kata Kepala Humas Polda Adi Laksana.'),
        (THURSDAY, '"Sudah 33 orang tewas," kata Komandan Kodim Lontar Bagus Pranata.'),
    )
    assert (row.relation, row.best) == ("evolve", 33)
    assert any(step.relation == "conflict" for step in row.steps)


def test_two_at_odds_that_nobody_outgrows_stay_so() -> None:
    (row,) = toll(EKO, BAGUS)
    assert row.relation == "conflict"


def test_two_at_odds_on_the_last_day_stay_so() -> None:
    (row,) = toll((SATURDAY, "Kerusuhan di Kalimas menewaskan 12 orang."), (SUNDAY, EKO[1]), (SUNDAY, BAGUS[1]))
    assert row.relation == "conflict"


def test_the_toll_of_one_source_rises_however_fast() -> None:
    (row,) = toll(
        (SATURDAY, "Gempa mengguncang Kalimas. Badan Penanggulangan Bencana Randu (BPBR) mencatat 48 orang tewas."),
        (
            SATURDAY,
            "Sampai siang ini Badan Penanggulangan Bencana Randu (BPBR) mencatat 384 orang tewas akibat gempa di Kalimas.",
        ),
        (MONDAY, "Badan Penanggulangan Bencana Randu (BPBR) mencatat 844 orang tewas akibat gempa di Kalimas."),
    )
    assert (row.relation, row.best, len(row.figures)) == ("evolve", 844, 3)


def test_the_tolls_of_two_sources_far_apart_are_no_course() -> None:
    rows = toll(
        (SATURDAY, "Gempa mengguncang Kalimas. Rumah Sakit Lontar mencatat 48 orang tewas."),
        (SATURDAY, "Badan Penanggulangan Bencana Randu (BPBR) mencatat 384 orang tewas akibat gempa di Kalimas."),
    )
    assert not any(r.relation == "evolve" for r in rows)


WITHDRAWN = (
    "Korban tewas kebakaran depo Kalimas diralat. Semula dicatat ada 17 orang, kini catatan itu dikoreksi. "
    '"Jumlah yang benar 13 orang meninggal," kata Wakil Gubernur Randu Heru Budiarto.'
)


def test_a_toll_that_a_report_withdraws_gives_way() -> None:
    (row,) = toll(
        (SATURDAY, "Kebakaran depo Kalimas menewaskan 17 orang, kata Kapolda Randu Fajar Imanda."),
        (SATURDAY, "Sebanyak 14 orang tewas dalam kebakaran depo Kalimas, kata Kepala Dinas Pemadam Satria Gunadi."),
        (SUNDAY, WITHDRAWN),
    )
    assert (row.relation, row.best) == ("evolve", 13)


def test_without_a_correction_a_lower_toll_takes_no_place() -> None:
    rows = toll(
        (SATURDAY, "Kebakaran depo Kalimas menewaskan 17 orang, kata Kapolda Randu Fajar Imanda."),
        (SUNDAY, 'Kebakaran depo Kalimas. "Ada 13 orang meninggal," kata Wakil Gubernur Randu Heru Budiarto.'),
    )
    assert not any(r.relation == "evolve" for r in rows)
