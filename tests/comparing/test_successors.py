"""Values that a later report brings up to date, and equal values that are one under whatever name."""

from __future__ import annotations

import pytest
import told as reports
from test_series import align, of, read

FIRST, NEXT = "2031-04-03", "2031-04-04"
MANY = "Total frekuensi perdagangan bursa Kalimas hari itu mencapai {} kali."
PAID = "Penyaluran dana oleh PT Asaka sebesar Rp {} untuk {} petani ({} persen) sudah selesai."


def series(*told: tuple[str, str]) -> list[tuple[str, list[str]]]:
    readings = [read(words, day) for words, day in told]
    return [(row.relation, of(row, *readings)) for row in align(*readings)]


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (PAID.format("10,21 miliar", "3.085", "97,6"), PAID.format("10,38 miliar", "3.112", "97,8"), 3),
        (MANY.format("1.337.598"), MANY.format("1.521.560"), 1),
        ("Indeks saham Kalimas ditutup pada level 7.117,59 sore ini.", "Indeks saham Kalimas ditutup pada level 7.230,74 sore ini.", 1),
        # another name, another word behind, as large as a thing is, many times as much, by how much it rose
        (PAID.format("10,21 miliar", "3.085", "97,6"), PAID.replace("Asaka", "Birawa").format("10,38 miliar", "3.112", "97,8"), 0),
        ("Pada penutupan ada 314 saham turun di bursa Kalimas.", "Pada penutupan ada 359 saham naik di bursa Kalimas.", 0),
        ("Mobil Asaka memiliki jarak sumbu roda 2.880 mm.", "Mobil Asaka memiliki jarak sumbu roda 3.045 mm.", 0),
        (MANY.format("1.337.598"), MANY.format("4.521.560"), 0),
        ("Indeks saham Kalimas naik 0,32 persen sore ini.", "Indeks saham Kalimas naik 0,45 persen sore ini.", 0),
    ],
)  # fmt: skip
def test_a_later_value_of_the_same_thing_follows(first: str, then: str, told: int) -> None:
    rows = series((first, FIRST), (then, NEXT))
    assert [relation for relation, _ in rows] == ["evolve"] * told
    assert all(len(values) == 2 for _, values in rows)


def test_values_of_one_day_do_not_follow_one_another() -> None:
    assert series((MANY.format("1.337.598"), FIRST), (MANY.format("1.521.560"), FIRST)) == []


def test_three_days_make_one_series() -> None:
    days = (("1.337.598", FIRST), ("1.421.560", NEXT), ("1.398.211", "2031-04-07"))
    assert series(*((MANY.format(value), day) for value, day in days)) == [("evolve", [value for value, _ in days])]


def test_the_equal_count_comes_before_one_that_follows() -> None:
    rows = series(
        ("Tunjangan prajurit di Kalimas sudah dibayar untuk 515.619 pegawai sejak pagi.", FIRST),
        ("Tunjangan prajurit di Kalimas untuk 515.619 personel atau pegawai sudah dibayar.", FIRST),
        ("Tunjangan polisi di Kalimas untuk 489.278 personel atau pegawai sudah dibayar.", NEXT),
    )
    assert ("agree", ["515.619", "515.619"]) in rows or ("evolve", ["515.619", "515.619", "489.278"]) in rows


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Bantuan beras itu dibagikan kepada 48.273 pegawai dan 12 personel.", "Semua 48.273 personel sudah menerimanya.", True),
        ("Bantuan beras itu dibagikan kepada 60 pegawai, bukan personel.", "Warga menata 60 kursi di balai desa.", False),
        ("Harga cabai rawit naik menjadi Rp 56.400 per kilogram.", "Di pasar Kalimas cabai dijual Rp56.400 per kilogram.", True),
        ("Harga cabai rawit naik menjadi Rp 50.000 per kilogram.", "Di pasar Lontar ikan asin dijual Rp50.000 per kilogram.", False),
    ],
)  # fmt: skip
def test_a_value_to_the_last_digit_is_one_under_whatever_name(first: str, second: str, joined: bool) -> None:
    assert len(series((first, FIRST), (second, FIRST))) == joined


@pytest.mark.parametrize(
    ("words", "rise", "told"),
    [
        ("Rata-rata 91.087 penumpang naik kereta Kalimas tiap pekan.", "Rata-rata 95.350 penumpang naik kereta Kalimas tiap pekan.", False),
        ("Rata-rata 91 ribu orang naik kereta Kalimas.", "Rata-rata 95 ribu orang naik kereta Kalimas.", True),
    ],
)  # fmt: skip
def test_a_number_to_the_last_digit_is_not_about_so_much(words: str, rise: str, told: bool) -> None:
    assert (("agree") in [relation for relation, _ in series((words, FIRST), (rise, FIRST))]) is told


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        (
            "Pengelola pelabuhan memberi diskon 50 persen bagi siapa saja yang berangkat. Tiket dijual mulai Senin.",
            True,
        ),
        (
            "Pengelola pelabuhan memberi tempat 50 persen bagi siapa saja yang berangkat. Tiket dijual mulai Senin.",
            False,
        ),
    ],
)
def test_a_round_share_is_one_where_it_is_called_alike(second: str, joined: bool) -> None:
    first = "Pelajar Kalimas cukup menunjukkan kartu untuk diskon 50 persen. Tiket pelabuhan dijual mulai Senin. Pajak 11 persen."
    assert len(series((first, FIRST), (second, FIRST))) == joined


def test_an_age_below_a_limit_is_one_in_two_reports() -> None:
    words = "Sembilan anak yang belajar di sanggar itu berusia di bawah {} tahun."
    assert [
        r for r, v in series((words.format("delapan"), FIRST), (words.format("8"), FIRST)) if v[0] in "delapan8"
    ] == ["agree"]
    assert not [v for _, v in series((words.format("delapan"), FIRST), (words.format("6"), FIRST)) if "6" in v]


@pytest.mark.parametrize(
    ("whole", "joined"),
    [
        ("Jumlah korban tewas akibat banjir bertambah menjadi sembilan orang.", False),
        ("Di Kabupaten Karanganyar korban tewas akibat banjir sembilan orang.", True),
    ],
)
def test_a_count_of_one_place_is_no_whole(whole: str, joined: bool) -> None:
    listed = "BPBD merinci sembilan orang tewas di Kabupaten Karanganyar dan empat orang tewas di Kabupaten Blora."
    readings = [*reports.read(whole, day=FIRST), *reports.read(listed, day=NEXT)]
    rows = [of(row, *readings) for row in align(*readings)]
    assert (sorted(["sembilan", "sembilan"]) in rows) is joined
