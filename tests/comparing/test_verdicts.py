"""What two figures of one thing say of one another, step by step, and who carries a series."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_series import INDONESIAN, align, only, read

import runut
from runut.comparing import series
from runut.comparing.rulings import Order, Rulings
from runut.model import Reading

FIRST, NEXT = "2031-04-02", "2031-04-03"
POLISI, WARGA = "Polres Kalimas", "Sera Wulandari"


def at(reading: Reading, when: str) -> Reading:
    return replace(reading, article=replace(reading.article, published=when))


@pytest.mark.parametrize(
    ("first", "second", "relation", "rule"),
    [
        (read("Sebanyak 14 orang tewas."), read("Belasan orang tewas."), "agree", "bounds-meet"),
        (read("Sebanyak 9 orang tewas."), read("Sebanyak 14 orang tewas.", NEXT), "evolve", "later-count"),
        (read("Sebanyak 6 orang tewas."), read("Korban tewas bertambah menjadi 8 orang."), "evolve", "corrected"),
        (
            read("Serangan itu menewaskan lebih dari 48.000 warga."),
            read("Sebanyak 52 warga tewas dalam 24 jam terakhir."),
            "incomparable",
            "period-differs",
        ),
        (
            read("Sebanyak 14 orang tewas.", speakers={"14": POLISI}),
            read("Ada 20 korban jiwa.", speakers={"20": WARGA}),
            "conflict",
            "bounds-exclude",
        ),
        (read("Korban Wira (45) hilang."), read("Wira (54) belum pulang."), "conflict", "age-differs"),
    ],
)
def test_a_step_has_its_verdict_and_its_reason(first: Reading, second: Reading, relation: str, rule: str) -> None:
    row = only(first, second)
    (step,) = row.steps
    assert (step.relation, step.rule) == (relation, f"series:{rule}") == (row.relation, row.rule)
    assert step.why and step.english and row.english
    assert {step.a, step.b} == set(row.figures)


def test_steps_lead_from_figure_to_figure() -> None:
    row = only(
        read("Sebanyak 9 orang tewas.", FIRST),
        read("Ada 9 korban jiwa.", FIRST),
        read("Sebanyak 14 orang tewas.", NEXT),
    )
    assert [(s.a, s.b) for s in row.steps] == list(zip(row.figures, row.figures[1:], strict=False))
    assert [s.relation for s in row.steps] == ["agree", "evolve"]


def test_a_larger_count_that_stands_plainly_later_in_the_day_is_a_later_one() -> None:
    early = at(read("Sebanyak 14 orang tewas.", FIRST, {"14": POLISI}), "2031-04-02T09:00")
    late = at(read("Sebanyak 20 orang tewas.", FIRST, {"20": WARGA}), "2031-04-02T17:30")
    assert only(early, late).relation == "evolve"
    assert only(at(early, "2031-04-02T17:00"), late).relation == "conflict"


def test_a_count_stands_on_the_day_up_to_which_it_is_told() -> None:
    stale = read("Hingga Rabu malam, 9 orang tewas.", NEXT, dates={"Rabu malam": f"{FIRST}TEV"})
    row = only(read("Sebanyak 14 orang tewas.", NEXT), stale)
    assert (row.relation, row.best) == ("evolve", 14)
    # a day of the event is none up to which is counted
    harm = read("Pada Rabu malam, 9 orang tewas.", NEXT, dates={"Rabu malam": f"{FIRST}TEV"})
    assert only(read("Sebanyak 14 orang tewas.", NEXT), harm).rule != "series:later-count"


def test_what_is_told_to_have_risen_evolves_whatever_is_counted() -> None:
    first = read("Banjir tersebar di 230 titik.", FIRST)
    row = only(first, read("Jumlahnya kini menjadi 258 titik.", NEXT))
    assert (row.relation, row.best) == ("evolve", 258)
    assert not align(first, read("Jumlahnya 258 titik.", NEXT))


def test_equal_numbers_of_different_things_are_no_series() -> None:
    assert not align(read("Lebih dari 30 tanker berlayar."), read("Upacara itu dihadiri 30 komandan."))
    assert not align(read("Tiga gudang diserang."), read("Menurut tiga pejabat, rapat ditunda."))
    assert not align(read("Ada satu hari tanpa hujan."), read("Rapat berlangsung satu jam."))
    assert not align(read("Denda itu Rp 1 miliar."), read("Setiap bungkus berisi uang Rp 1 miliar."))


def test_counts_place_by_place_are_no_toll() -> None:
    one = read("Sebanyak satu orang di Garut dan satu orang di Cianjur tewas.")
    assert not [row for row in align(one, read("Longsor menewaskan enam orang.")) if len(row.figures) > 2]


def test_a_series_tells_who_carries_it_and_whom_they_name() -> None:
    row = only(
        read("Sebanyak 14 orang tewas.", speakers={"14": POLISI}),
        read("Longsor menewaskan 14 orang.", speakers={"14": POLISI}),
        read("Ada 14 korban jiwa."),
    )
    assert (row.reports, row.independent, row.sources) == (3, 3, (POLISI,))


def test_series_of_one_measure_are_called_by_what_parts_them() -> None:
    rows = align(
        read("Di Kanada, 24 orang tewas."),
        read("Sebanyak 24 orang tewas di Kanada."),
        read("Sebanyak 224 orang tewas di Ghana."),
        read("Di Ghana, 224 orang tewas."),
    )
    assert {row.what for row in rows} == {"korban tewas, Kanada", "korban tewas, Ghana"}


def test_a_ruling_has_the_last_word() -> None:
    readings = (read("Sebanyak 14 orang tewas."), read("Sebanyak 30 rumah rusak."), read("Ada 14 korban jiwa."))
    dead, houses, also = (r.figures[0].id for r in readings)
    joined = Rulings(orders=(Order("figures", frozenset([dead, houses])),))
    (row,) = series.align(readings, (), (), INDONESIAN, joined)
    assert set(row.figures) == {dead, houses, also} and row.rule == "judgement"
    apart = Rulings(orders=(Order("figures", frozenset([dead]), frozenset([also])),))
    assert not series.align(readings, (), (), INDONESIAN, apart)


def test_a_vague_number_goes_with_the_only_exact_one_that_it_can_mean() -> None:
    exact = (
        read("Jaksa menyita uang Rp 11,7 triliun milik koperasi itu.", FIRST),
        read("Uang Rp 11,7 triliun milik koperasi disita jaksa.", FIRST),
    )
    vague = read("Uang belasan triliun rupiah milik koperasi disita jaksa.", NEXT)
    row = only(*exact, vague)
    assert (len(row.figures), row.relation) == (3, "agree")
    hall = read("Aula itu memuat belasan triliun rupiah uang mainan.", NEXT)
    assert len(only(*exact, hall).figures) == 2


def test_a_toll_is_carried_on_by_the_next_larger_one() -> None:
    def found(number: str, day: str, when: str) -> Reading:
        words = f"Tim gabungan telah menemukan {number} korban tewas kecelakaan kapal Lintang, pukul {when}."
        return at(read(words, day), f"{day}T{when}")

    reports = [
        found("delapan", FIRST, "09:00"),
        found("delapan", FIRST, "10:00"),
        found("sembilan", NEXT, "09:00"),
        found("sembilan", NEXT, "11:00"),
    ]
    row = only(*reports)
    assert (row.relation, row.best, len(row.figures)) == ("evolve", 9, 4)


@pytest.mark.parametrize(
    ("second", "differs"),
    [
        ("Gempa magnitudo 4,9 mengguncang Kabupaten Kalimas, Rabu (2/4/2031) pukul 15.24 WIB.", True),
        ("Gempa magnitudo 4,9 mengguncang Kabupaten Kalimas, Rabu (2/4/2031) pukul 19.02 WIB.", False),
        ("Gempa magnitudo 4,9 mengguncang Kalimas, Rabu (2/4/2031). Gempa magnitudo 4,7 menyusul.", False),
        ("Di Lontar tercatat magnitudo 4,9.", False),
        ("Gempa magnitudo 4,9 kembali mengguncang Kabupaten Kalimas, Rabu (2/4/2031).", False),
        ("Gempa magnitudo 4,9 mengguncang Kabupaten Kalimas, Selasa (1/4/2031).", False),
    ],
)
def test_another_quake_contradicts_no_magnitude(second: str, differs: bool) -> None:
    texts = ("Gempa magnitudo 4,8 mengguncang Kabupaten Kalimas, Rabu (2/4/2031) pukul 15.24 WIB.", second)
    reports = [{"text": t, "outlet": f"Warta {n}", "published": FIRST} for n, t in enumerate(texts)]
    made = runut.account(reports)
    assert any(row.relation == "conflict" for row in made.series if row.measure == "magnitude") is differs


@pytest.mark.parametrize(
    ("first", "second", "relations"),
    [
        ("Truk itu menabrak satu mobil di tikungan.", "Petugas menderek dua mobil ke bengkel.", []),
        ("Satu mobil terbakar di tikungan.", "Dua mobil terbakar di tikungan.", ["evolve"]),
        ("Truk itu menabrak satu mobil di tikungan.", "Truk itu menabrak dua mobil di tikungan.", ["evolve"]),
    ],
)
def test_a_few_vehicles_told_otherwise_next_day_are_others(first: str, second: str, relations: list[str]) -> None:
    assert [row.relation for row in align(read(first), read(second, NEXT)) if row.measure == "vehicles"] == relations


BLASTS = (
    "SEKOCI – Ledakan kapal tunda Anoa mengguncang Dermaga Sekoci, Senin (1/6/2026). {who} mengatakan {n} orang tewas.",
    "Kapal tunda Anoa meledak saat bersandar di Dermaga Sekoci, Senin (1/6/2026). Menurut {who}, {n} orang tewas dalam ledakan itu.",
    "SEKOCI – Warga Sekoci dikagetkan ledakan di dermaga, Senin (1/6/2026). Ada {n} orang tewas, ujar {who} kepada pers.",
)


def blasts(*told: tuple[str, str]) -> list[dict[str, str]]:
    """Reports of one blast: a toll and an hour each."""
    who = "Kapolres Sekoci Adi Putra"
    return [
        {"text": text.format(who=who, n=n), "outlet": f"Warta {k}", "published": f"2026-06-01T{hour}+07:00"}
        for k, (text, (n, hour)) in enumerate(zip(BLASTS, told, strict=False))
    ]


def test_a_toll_that_two_reports_share_does_not_hide_that_of_a_third() -> None:
    made = runut.account(blasts(("dua", "08:00"), ("dua", "08:00"), ("lima", "08:00")))
    (row,) = (row for row in made.series if row.measure == "killed")
    assert (row.relation, len(row.figures)) == ("incomparable", 3)
    assert sum("laporan lain berbeda" in line.text or "berbeda, tidak jelas" in line.text for line in made.brief) == 2


def test_one_source_that_tells_more_hours_later_brings_its_count_up_to_date() -> None:
    made = runut.account(blasts(("dua", "08:00"), ("lima", "14:00")))
    assert [(row.relation, row.best) for row in made.series if row.measure == "killed"] == [("evolve", 5)]
