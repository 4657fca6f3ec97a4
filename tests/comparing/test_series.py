"""Figures set side by side: like with like, and what their bounds say of one another."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import bare
import pytest

import runut
from runut import text
from runut.codec import article_id, sha256
from runut.comparing import series
from runut.lang import load
from runut.model import Article, Credits, Date, Family, Figure, Mention, Name, Reading, Series
from runut.reading import figures

INDONESIAN = load("id")


def read(
    words: str,
    day: str | None = "2031-04-02",
    speakers: dict[str, str] | None = None,
    dates: dict[str, str] | None = None,
) -> Reading:
    """A report of one text; `speakers` and `dates` give words the source and day that the reading would have found."""
    article = Article(id=article_id(words, words), source=words[:12], text=words, sha256=sha256(words))
    view = text.view(words, INDONESIAN)
    found = figures.find(article, view, Credits(), (), (), (), INDONESIAN)
    given = speakers or {}
    found = tuple(replace(f, speaker=given.get(f.number.text)) for f in found)
    return bare.reading(
        article,
        day,
        sentences=view.find_sentences(),
        dates=tuple(
            Date(article=article.id, start=words.index(w), end=words.index(w) + len(w), text=w, value=v, rule="test")
            for w, v in (dates or {}).items()
        ),
        figures=found,
    )


def align(*readings: Reading, families: tuple[Family, ...] = ()) -> tuple[Series, ...]:
    rows = series.align(readings, (), families, INDONESIAN)
    held = [f for row in rows for f in row.figures]
    assert len(held) == len(set(held))
    return rows


def only(*readings: Reading) -> Series:
    (row,) = align(*readings)
    return row


def of(row: Series, *readings: Reading) -> list[str]:
    by_id: dict[str, Figure] = {f.id: f for r in readings for f in r.figures}
    return [by_id[i].number.text for i in row.figures]


# --- relation ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sebanyak 14 orang tewas.", "Longsor menewaskan belasan orang."),
        ("Sebanyak 14 orang tewas.", "Korban meninggal mencapai 14 orang."),
        ("Polisi menahan lebih dari 2 ribu orang.", "Ada 2.600 penangkapan."),
        ("Sekitar 2.500 orang mengungsi.", "Sebanyak 2.540 orang mengungsi."),
    ],
)
def test_bounds_that_meet_agree(first: str, second: str) -> None:
    row = only(read(first), read(second))
    assert (row.relation, row.rule) == ("agree", "series:bounds-meet")
    assert row.independent == 2


def test_the_exact_value_is_the_best_of_those_that_agree() -> None:
    row = only(read("Sebanyak 14 orang tewas."), read("Longsor menewaskan belasan orang."))
    assert (row.low, row.best, row.high) == (14, 14, 14)


def test_a_later_larger_count_carries_an_earlier_one_on() -> None:
    row = only(read("Sebanyak 9 orang tewas.", "2031-04-02"), read("Sebanyak 14 orang tewas.", "2031-04-03"))
    assert (row.relation, row.low, row.best, row.high) == ("evolve", 14, 14, 14)


def test_parts_up_to_one_day_grow_into_the_later_whole() -> None:
    early = read("Sebanyak 21 perampok dan 12 polisi tewas.", "2031-04-02")
    late = read("Bentrokan itu menewaskan 140 orang.", "2031-04-05")
    row = only(early, late)
    assert (row.relation, of(row, early, late)) == ("evolve", ["21", "12", "140"])


def test_what_is_left_of_a_count_follows_it() -> None:
    first = read("Sebanyak tujuh truk tertimbun.")
    second = read("Sebanyak tujuh truk tertimbun. Kini tersisa tiga truk.")
    assert only(first, second).relation == "evolve"


def test_two_named_sources_of_one_day_that_exclude_one_another_conflict() -> None:
    a = read("Sebanyak 14 orang tewas, menurut polisi.", speakers={"14": "polisi"})
    b = read("Sebanyak 20 orang tewas, menurut dinas sosial.", speakers={"20": "dinas sosial"})
    row = only(a, b)
    assert (row.relation, row.low, row.best, row.high) == ("conflict", 14, None, 20)


def test_no_conflict_without_named_sources_or_within_a_family() -> None:
    plain = (read("Sebanyak 14 orang tewas."), read("Sebanyak 20 orang tewas saat itu."))
    assert only(*plain).relation == "incomparable"
    a = read("Sebanyak 14 orang tewas, menurut polisi.", speakers={"14": "polisi"})
    b = read("Sebanyak 20 orang tewas, menurut dinas sosial.", speakers={"20": "dinas sosial"})
    family = Family(id="f", articles=(a.article.id, b.article.id), why="test")
    assert [s.relation for s in align(a, b, families=(family,))] == ["incomparable"]


def test_counts_of_different_periods_are_incomparable() -> None:
    a = read("Serangan itu menewaskan lebih dari 48.000 warga.")
    b = read("Sebanyak 52 warga tewas dalam 24 jam terakhir.")
    row = only(a, b)
    assert (row.relation, row.rule) == ("incomparable", "series:period-differs")
    assert (row.low, row.best, row.high) == (None, None, None)


def test_ages_of_one_person_conflict_when_they_differ() -> None:
    assert only(read("Korban Wira (45) hilang."), read("Wira (45) belum pulang.")).relation == "agree"
    assert only(read("Korban Wira (45) hilang."), read("Wira (54) belum pulang.")).relation == "conflict"
    assert not align(read("Korban Wira (45) hilang."), read("Sari (45) belum pulang."))


# --- what goes with what ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sebanyak 14 orang tewas.", "Sebanyak 14 orang terluka."),
        ("Sebanyak tujuh truk terguling.", "Sebanyak tujuh ekskavator terguling."),
        ("Sebanyak enam kapal nelayan datang.", "Sebanyak dua kapal patroli datang."),
        ("Polisi memeriksa enam orang.", "Polisi mengerahkan enam anjing pelacak."),
        ("Kerugian mencapai Rp 5 miliar.", "Gaji pegawai baru dinaikkan menjadi Rp 5 miliar."),
    ],
)
def test_unlike_figures_are_not_set_side_by_side(first: str, second: str) -> None:
    assert not align(read(first), read(second))


def test_one_figure_of_one_report_is_no_series() -> None:
    assert not align(read("Sebanyak 14 orang tewas."))
    assert not align(read("Sebanyak 14 orang tewas. Korban meninggal mencapai 14 orang."))


def test_two_sources_within_one_report_are_a_series() -> None:
    words = "Polisi menyebut 14 orang tewas. Dinas sosial menyebut 15 warga tewas."
    assert only(read(words, speakers={"14": "Polisi", "15": "Dinas sosial"})).measure == "killed"


def test_people_questioned_are_one_thing_however_it_is_put() -> None:
    row = only(
        read("Sebanyak enam orang telah diperiksa."), read("Polisi memanggil enam orang untuk dimintai keterangan.")
    )
    assert (row.relation, row.what) == ("agree", "orang yang diperiksa")


def test_victims_identified_are_not_all_victims() -> None:
    a = read("Sebanyak 14 orang tewas. Sebanyak 9 korban tewas sudah teridentifikasi.", "2031-04-02")
    b = read("Korban tewas 14 orang. Semuanya, 14 korban tewas, sudah teridentifikasi.", "2031-04-03")
    rows = align(a, b)
    assert sorted((s.relation, len(s.figures)) for s in rows) == [("agree", 2), ("evolve", 2)]


def test_a_toll_of_something_else_leaves() -> None:
    reports = [
        read("Gempa itu menewaskan 610 orang.", "2031-04-02"),
        read("Gempa itu menewaskan 627 orang.", "2031-04-03"),
        read("Sebanyak 627 orang tewas.", "2031-04-03"),
        read("Kecelakaan bus menewaskan 3 orang.", "2031-04-03"),
    ]
    row = only(*reports)
    assert (row.relation, of(row, *reports)) == ("evolve", ["610", "627", "627"])


def test_the_dead_of_two_countries_are_two_series() -> None:
    here = "Di Kanada, 24 orang tewas."
    there = "Sebanyak 224 orang tewas di Ghana."
    rows = align(*(read(f"{w}{d}", f"2031-04-0{d}") for w in (here, there) for d in (2, 3)))
    assert sorted((r.relation, r.best) for r in rows) == [("agree", 24), ("agree", 224)]


def test_a_country_that_all_but_all_name_is_meant_where_none_is_named() -> None:
    texts = [
        "Di Ghana, 9 orang tewas.",
        "Ada 9 warga Ghana tewas.",
        "Di Ghana ada 9 orang tewas.",
        "Ada 9 orang tewas.",
    ]
    texts.append("Di Kanada, 2 orang tewas.")
    assert len(only(*map(read, texts)).figures) == 4


def test_what_the_health_ministry_counts_is_of_its_country() -> None:
    ours = read("Sebanyak 90 orang tewas.", speakers={"90": "Kementerian Kesehatan Ghana"})
    theirs = read("Di Kanada, 80 orang tewas.", "2031-04-01")
    assert not align(ours, theirs)


def test_counts_of_long_ago_are_of_another_event() -> None:
    now = [read("Kapal itu tenggelam dan 12 orang tewas."), read("Sebanyak 12 orang tewas dalam musibah itu.")]
    old = read(
        "Pada Agustus 2029, 13 awak kapal tewas di tempat lain.", "2031-04-03", dates={"Agustus 2029": "2029-08"}
    )
    said = read("Kapal lain karam pada 2029. Saat itu 13 orang tewas.", "2031-04-03", dates={"2029": "2029"})
    row = only(*now, old, said)
    assert of(row, *now) == ["12", "12"]


def test_reports_that_all_look_back_keep_their_counts() -> None:
    told = [read(f"Pada Mei 2029, 12 orang tewas{x}.", dates={"Mei 2029": "2029-05"}) for x in ("", " di sana")]
    assert len(only(*told).figures) == 2


def test_a_total_since_a_day_long_ago_is_no_former_event() -> None:
    told = [read(f"Sejak Mei 2029, 12 orang tewas{x}.", dates={"Mei 2029": "2029-05"}) for x in ("", " di sana")]
    assert only(*told, read("Ada 12 orang tewas.")).independent == 3


def test_a_total_since_what_happened_on_a_day_long_ago_is_no_former_event() -> None:
    since = "Sejak {}pertempuran pecah di pegunungan itu pada Mei 2029, sudah 2.317 orang tewas."
    now = [read("Lebih dari 2.300 orang tewas di pegunungan itu."), read("Korban tewas di sana 2.317 orang.")]
    total = read(since.format(""), dates={"Mei 2029": "2029-05"})
    assert {len(row.figures) for row in align(*now, total)} == {3}
    once = read("Sejak lama, desa itu rawan; pada Mei 2029, 2.317 orang tewas.", dates={"Mei 2029": "2029-05"})
    assert {len(row.figures) for row in align(*now, once)} == {2}


def test_bodies_found_on_different_days_are_no_toll() -> None:
    first, later = "Tim menemukan dua jenazah di sungai.", "Tim menemukan lima jenazah di sungai."
    assert not align(read(first, "2031-04-02"), read(later, "2031-04-03"))
    toll = only(
        read("Kini sudah ditemukan dua jenazah.", "2031-04-02"), read("Total lima jenazah ditemukan.", "2031-04-03")
    )
    assert toll.relation == "evolve"
    assert not align(read("Tim kembali menemukan dua jenazah."), read("Longsor itu menewaskan dua orang."))


def test_a_toll_grows_within_a_day_when_no_two_named_sources_dispute_it() -> None:
    row = only(
        read("Sebanyak 6 orang tewas."), read("Sebanyak 8 orang tewas."), read("Ada 10 orang tewas.", "2031-04-03")
    )
    assert (row.relation, row.best, len(row.figures)) == ("evolve", 10, 3)


def test_what_is_left_stands_after_the_count_it_is_left_of() -> None:
    first = read("Sebanyak tujuh truk tertimbun. Kini tersisa tiga truk. Tadi tujuh truk tertimbun.")
    other = read("Ada tujuh truk tertimbun di sana.")
    row = only(first, other)
    assert (row.relation, of(row, first, other), row.best) == ("evolve", ["tujuh", "tujuh", "tujuh", "tiga"], 3)


def test_two_sources_may_dispute_how_many_were_on_board() -> None:
    owner = read("Kapal itu membawa 214 penumpang, kata pemilik kapal.", speakers={"214": "Pemilik Kapal"})
    harbour = read("Kapal itu membawa 231 penumpang, kata syahbandar.", speakers={"231": "Syahbandar Kalimas"})
    assert only(owner, harbour).relation == "conflict"
    assert not align(owner, read("Kapal itu membawa 231 penumpang, kata syahbandar."))


def test_the_dead_of_one_spot_stand_apart_from_the_toll_of_the_same_report() -> None:
    whole = read("Kecelakaan itu menewaskan lima orang. Di warung itu dua orang meninggal dunia.")
    other = read("Sebanyak lima orang tewas.")
    row = only(whole, other)
    assert (row.relation, of(row, whole, other)) == ("agree", ["lima", "lima"])


def test_counts_that_lead_from_one_to_another_are_one_toll() -> None:
    told = [(2, "2031-04-01"), (6, "2031-04-03"), (8, "2031-04-03"), (10, "2031-04-04")]
    row = only(*(read(f"Hingga kini {n} orang tewas.", day) for n, day in told))
    assert (row.relation, row.best, len(row.figures)) == ("evolve", 10, 4)


def test_a_later_floor_outgrows_an_earlier_one() -> None:
    row = only(
        read("Sedikitnya 224 orang tewas.", "2031-04-01"), read("Sedikitnya 639 orang tewas di sana.", "2031-04-03")
    )
    assert (row.relation, row.low) == ("evolve", 639)


def test_the_harm_of_different_days_is_no_one_toll() -> None:
    first = read("Pada 2 April serangan menewaskan 17 orang.", "2031-04-03", dates={"2 April": "2031-04-02"})
    first = replace(first, figures=tuple(replace(f, as_of="2031-04-02") for f in first.figures))
    later = read("Pada 12 April serangan menewaskan 22 orang.", "2031-04-12", dates={"12 April": "2031-04-12"})
    later = replace(later, figures=tuple(replace(f, as_of="2031-04-12") for f in later.figures))
    assert not align(first, later)


def test_prices_are_no_sums() -> None:
    assert not align(read("Minyak dijual US$ 80 per barel."), read("Kerugian mencapai US$ 80 per barel."))


def test_what_each_person_pays_is_no_price_of_goods() -> None:
    one, other = "Iuran desa menjadi Rp 82.500 per {}.", "Warga keberatan, sebab iuran desa menjadi Rp 82.500."
    for who in ("orang", "kapita", "kepala", "warga"):
        assert only(read(one.format(who)), read(other)).relation == "agree"
    assert not align(read("Beras dijual Rp 15.000 per kilogram."), read("Iuran desa Rp 15.000 per orang."))


def test_a_toll_that_is_only_feared_is_none() -> None:
    row = only(read("Sebanyak 14 orang tewas."), read("Korban tewas diperkirakan 25 orang. Ada 14 orang tewas."))
    assert (row.relation, row.best) == ("agree", 14)


def test_households_are_no_persons() -> None:
    assert not align(
        read("Sebanyak 462 kepala keluarga mengungsi.", speakers={"462": "Camat Kalimas"}),
        read("Sebanyak 160 orang mengungsi.", speakers={"160": "Kapolsek Kalimas"}),
    )


def test_reports_that_begin_at_other_places_tell_of_other_events() -> None:
    here, there = (
        read("Banjir di Kalimas: 90 orang mengungsi."),
        read("Banjir di Tirtasari: 140 orang mengungsi.", "2031-04-03"),
    )
    assert not align(bare.naming(here, "GPE", "Kalimas"), bare.naming(there, "GPE", "Tirtasari"))
    assert align(bare.naming(here, "GPE", "Kalimas"), there)


def test_forms_of_one_name_are_one_source() -> None:
    words = "Kata menteri, 68 perusahaan diawasi. Ada 68 perusahaan, katanya."
    one = read(words)
    again = tuple(replace(f, speaker=s) for f, s in zip(one.figures, ("Menteri Ratna Dewi", "Ratna"), strict=True))
    assert not align(replace(one, figures=again))


def test_magnitudes_of_one_quake() -> None:
    quake = "Gempa magnitudo 5,6 mengguncang Kalimas."
    assert only(read(quake), read("Gempa magnitudo 5,7 mengguncang Kalimas.")).measure == "magnitude"
    assert not align(read(quake), read("Gempa magnitudo 6,9 mengguncang Kalimas."))
    assert not align(read(quake), read("Gempa susulan magnitudo 5,5 terasa di Kalimas."))
    assert not align(read(quake), read("Gempa magnitudo 5,6 mengguncang Rengas.", "2031-05-20"))


# --- one thing under two nouns, and what is not ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kapal itu membawa 312 peziarah.", "Ada 312 penumpang di atas feri."),
        ("Bupati mencabut empat izin milik koperasi.", "Bupati mencabut izin empat koperasi."),
        (
            "Perahu itu memuat tujuh pelajar dan dua nelayan setempat.",
            "Rombongan tujuh pelajar bersama dua nelayan berangkat.",
        ),
    ],
)
def test_an_equal_count_is_of_one_thing_under_two_nouns(first: str, second: str) -> None:
    rows = align(read(first), read(second))
    assert rows
    assert {r.relation for r in rows} == {"agree"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bupati mencabut empat izin di pulau itu.", "Kawasan itu mencakup empat pulau."),
        ("Batas baru melewati tiga desa di lembah itu.", "Batas baru melewati tiga titik di lembah itu."),
        ("Bupati mencabut dua izin koperasi.", "Bupati mencabut izin dua pengusaha."),
        ("Dinas mengirim empat perahu karet.", "Empat guru mengajar di tenda."),
        ("Ada tiga pembina dan tiga perawat di posko.", "Ada tiga perawat di posko kami."),
    ],
)
def test_equal_counts_of_other_things_stay_apart(first: str, second: str) -> None:
    rows = align(read(first), read(second))
    assert all(len(r.figures) == 2 for r in rows)
    assert not [r for r in rows if r.what in ("izin", "pulau", "guru", "pembina")]


def test_amounts_equal_to_the_last_digit_are_of_one_thing() -> None:
    one = "Kebun koperasi di lereng timur luasnya 1.273 hektare."
    other = "Menurut catatan dinas, lahan itu 1.273 ha dan belum bersertifikat."
    assert only(read(one), read(other)).relation == "agree"
    assert not align(read(one.replace("1.273", "3.000")), read(other.replace("1.273", "3.000")))


def test_one_round_amount_behind_one_name_is_of_its_owner() -> None:
    one = "Menteri menyebut PT Randu 3.000 hektare."
    other = "Aktivis mendatangi tambang milik PT Randu seluas 3.000 hektare kemarin."
    assert only(read(one), read(other)).relation == "agree"
    assert not align(read(one), read(other.replace("Randu", "Waru")))


def test_an_amount_cut_short_agrees_with_the_whole() -> None:
    row = only(read("Jaksa menyita uang Rp 11,7 triliun."), read("Uang Rp 11.742.300.450.000 disita jaksa."))
    assert (row.relation, row.measure) == ("agree", "money")
    assert not align(read("Jaksa menyita uang Rp 11,7 triliun."), read("Uang Rp 11.942.300.450.000 disita jaksa."))


def test_a_count_cut_short_agrees_with_the_whole() -> None:
    row = only(read("Ada 23,6 juta nelayan di sana."), read("Di sana tercatat 23,64 juta nelayan."))
    assert (row.relation, row.measure) == ("agree", "other")
    assert not align(read("Ada 23,6 juta nelayan di sana."), read("Di sana tercatat 23,84 juta nelayan."))
    assert not align(read("Ada 23,6 juta nelayan di sana."), read("Di sana tercatat 23,64 juta perahu."))


def test_sums_of_two_currencies_are_no_one_sum() -> None:
    assert not align(read("Pinjaman itu bernilai Rp 1.237 juta."), read("Pinjaman itu bernilai US$ 1.237 juta."))


def test_a_rate_moves_from_day_to_day() -> None:
    first = read("Rupiah ditutup di posisi Rp 9.310 per dolar AS.", "2031-04-02")
    second = read("Pagi ini rupiah menembus level Rp 9.355.", "2031-04-03")
    row = only(first, second)
    assert (row.relation, row.rule, row.what, row.best) == ("evolve", "series:rate-moves", "kurs dolar AS", 9355)


def test_a_rate_of_other_years_or_only_feared_is_not_of_the_row() -> None:
    told = [read(f"Rupiah di level Rp {n} per dolar AS{x}.") for n, x in (("9.310", ""), ("9.310", " pagi ini"))]
    far = [read(f"Rupiah di posisi Rp {n} per dolar AS.", "2031-04-03") for n in ("8.700", "9.950")]
    row = only(*told, *far, read("Rupiah di posisi Rp 9.402 per dolar AS.", "2031-04-03"))
    assert (row.relation, row.low, len(row.figures)) == ("evolve", 9402, 3)


def test_prices_of_one_currency_are_told_apart_by_their_kind() -> None:
    market = read("Pada penutupan perdagangan rupiah di posisi Rp 9.310 per dolar AS.")
    bank = read("Kurs jual bank itu dipatok Rp 9.350 per dolar AS.")
    assert not align(market, bank)
    assert not align(market, read("Upah sopir naik menjadi Rp 9.300 sekali jalan di terminal."))


# --- ages -----------------------------------------------------------------------------------------------------------------


def named(reading: Reading, *names: str) -> Reading:
    found = []
    for name in names:
        at = reading.article.text.index(name)
        mention = Mention(start=at, end=at + len(name), text=name, rule="test")
        found.append(Name(id=f"p-{name.split()[0]}", type="PER", name=name, mentions=(mention,)))
    return replace(reading, names=tuple(found))


def test_an_age_beside_no_name_is_that_of_a_person_the_report_names() -> None:
    one = named(read("Wira Hasta, 47 tahun, hilang di laut."), "Wira Hasta")
    bare = named(read("Wira Hasta belum pulang. Nelayan berusia 47 tahun itu melaut sendiri."), "Wira Hasta")
    assert only(one, bare).relation == "agree"
    other = named(read("Wira Hasta belum pulang. Nelayan berusia 58 tahun itu melaut sendiri."), "Wira Hasta")
    assert not align(one, other)


def test_relatives_of_one_name_have_ages_of_their_own() -> None:
    son = named(read("Wira Hasta, 47 tahun, hilang di laut."), "Wira Hasta")
    mother = named(read("Sari Hasta, 71 tahun, menunggu di dermaga."), "Sari Hasta")
    assert not align(son, mother)
    young = named(read("Wira Hasta melaut sejak usia 14 tahun."), "Wira Hasta")
    assert not align(son, young)


def test_one_name_in_two_spellings_is_one_person() -> None:
    one = named(read("Laila Hasta (47) hilang di laut."), "Laila Hasta")
    other = named(read("Nelayan bernama Sitti Lailla Hasta (49) hilang."), "Sitti Lailla Hasta")
    assert only(one, other).relation == "conflict"


def test_names_that_differ_by_a_letter_and_by_their_age_are_two() -> None:
    assert not align(read("Korban Sudarno (50) hilang."), read("Sudarna (51) belum pulang."))
    assert only(read("Korban Sudarno (50) hilang."), read("Sudarna (50) belum pulang.")).relation == "agree"


def test_a_long_name_is_told_by_the_initials_of_its_first_parts() -> None:
    whole = named(read("Wira Hasta Utama Laksana Randu (47) hilang di laut."), "Wira Hasta Utama Laksana Randu")
    assert only(whole, named(read("WHUL (47) belum pulang."), "WHUL")).relation == "agree"
    assert not align(whole, named(read("WHUL (52) belum pulang."), "WHUL"))
    assert not align(whole, named(read("WHLR (47) belum pulang."), "WHLR"))


def test_three_reports_may_differ_on_one_age() -> None:
    ages = [
        named(read(f"Wira Hasta, {n} tahun, hilang{x}."), "Wira Hasta") for n, x in ((47, ""), (47, " lagi"), (48, ""))
    ]
    assert (only(*ages).relation, len(only(*ages).figures)) == ("conflict", 3)


# --- crowds, sides, floors, parts -----------------------------------------------------------------------------------------


def crowd(words: str) -> Reading:
    reading = bare.naming(read(words), "GPE", "Kalimas")
    return replace(reading, figures=tuple(replace(f, as_of="2031-04-02") for f in reading.figures))


def test_reports_that_count_one_crowd_otherwise_conflict() -> None:
    row = only(crowd("Ratusan pengunjuk rasa berkumpul di Kalimas."), crowd("Ribuan pengunjuk rasa turun di Kalimas."))
    assert (row.relation, row.rule) == ("conflict", "series:bounds-exclude")


def test_crowds_at_two_places_are_two_crowds() -> None:
    here = crowd("Ratusan pengunjuk rasa berkumpul di Kalimas.")
    there = bare.naming(read("Ribuan pengunjuk rasa turun di Tirtasari."), "GPE", "Tirtasari")
    assert not align(here, there)


def test_those_that_one_side_counts_after_the_attack_of_another_are_its_own() -> None:
    ours = read("Ghana menyebut sedikitnya 90 orang tewas dalam serangan Kanada.", speakers={"90": "Ghana"})
    theirs = read("Serangan balasan terhadap Kanada menewaskan 24 orang.")
    again = read("Di Kanada, 24 orang tewas. Serangan udara Kanada menewaskan sedikitnya 90 orang.")
    rows = align(ours, theirs, again)
    assert sorted((r.low, len(r.figures)) for r in rows) == [(24, 2), (90, 2)]


def test_a_later_floor_above_an_earlier_one_is_a_later_count() -> None:
    row = only(read("Sedikitnya 610 orang tewas.", "2031-04-01"), read("Sedikitnya 627 orang tewas.", "2031-04-04"))
    assert (row.relation, row.low) == ("evolve", 627)


def test_a_count_that_has_grown_carries_on_none_that_is_larger() -> None:
    grown = read("Jumlah korban tewas telah meningkat menjadi 6 orang.", "2031-04-06")
    (row,) = align(read("Sebanyak 4 orang tewas.", "2031-04-02"), grown)
    assert (row.relation, row.low) == ("evolve", 6)
    assert only(read("Sebanyak 7 orang tewas.", "2031-04-02"), grown).relation == "incomparable"


def test_a_part_is_not_in_the_whole_of_what_came_after_it() -> None:
    early = read("Tiga pekerja tewas di gudang.", "2031-04-02")
    late = read("Pada 5 April serangan menewaskan 16 orang.", "2031-04-06", dates={"5 April": "2031-04-05"})
    late = replace(late, figures=tuple(replace(f, as_of="2031-04-05") for f in late.figures))
    assert not align(early, late)


def test_counts_that_share_out_a_whole_are_no_totals() -> None:
    parts = read("Lima pelajar dan lima warga berhasil diselamatkan.")
    assert not align(parts, read("Sebanyak 10 orang berhasil diselamatkan."))


def test_a_part_of_the_victims_is_all_of_the_dead() -> None:
    part = read("Kecelakaan itu melibatkan delapan korban, lima di antaranya tewas.")
    row = only(part, read("Sebanyak lima orang tewas."))
    assert (row.relation, row.best) == ("agree", 5)


def test_other_groups_without_a_whole_are_no_series() -> None:
    assert not align(read("Sebanyak 21 perampok tewas."), read("Sebanyak 12 polisi tewas."))


def test_a_much_later_report_of_the_day_does_not_count_fewer() -> None:
    def at(words: str, time: str) -> Reading:
        reading = read(words)
        return replace(reading, article=replace(reading.article, published=f"2031-04-02T{time}"))

    noon = [at(f"Sebanyak 8 orang tewas{x}.", "12:00") for x in ("", " di sana")]
    row = only(*noon, at("Sebanyak 6 orang tewas di lereng itu.", "23:10"), read("Ada 10 orang tewas.", "2031-04-03"))
    assert (row.relation, len(row.figures), row.best) == ("evolve", 3, 10)


def test_families_count_once() -> None:
    a, b = read("Sebanyak 14 orang tewas."), read("Sebanyak 14 orang tewas di sana.")
    family = Family(id="f", articles=(a.article.id, b.article.id), why="test")
    assert [s.independent for s in align(a, b, families=(family,))] == [1]


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = [
        read("Sebanyak 9 orang tewas dan 4 terluka.", "2031-04-02"),
        read("Sebanyak 14 orang tewas dan 4 orang terluka.", "2031-04-03"),
        read("Korban tewas 14 orang, 30 rumah rusak.", "2031-04-03"),
        read("Sebanyak 30 rumah hancur.", None),
    ]
    first = align(*reports)
    assert first
    assert all(align(*order) == first for order in permutations(reports))


def test_nothing_comes_of_nothing() -> None:
    assert not align()
    assert not align(read("Hujan turun di desa itu."))


@pytest.mark.parametrize("row", INDONESIAN.table("series_words"), ids=lambda r: f"{r['word']} {r['role']}")
def test_every_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"].lower() in row["example"].lower()


def test_every_measure_of_the_tables_has_a_label() -> None:
    labels = {r["measure"] for r in INDONESIAN.table("measure_labels")}
    used = {r["measure"] for r in INDONESIAN.table("measures")} | {r["measure"] for r in INDONESIAN.table("units")}
    assert used - labels <= {"damaged", "burned", "skip", "length", "times", "points"}


def test_a_count_beside_the_toll_goes_with_its_equal_elsewhere() -> None:
    one = read("Sebanyak 14 orang tewas. Sementara itu, enam jenazah lainnya masih berada di lereng gunung itu.")
    other = read("Ada 14 orang tewas. Masih ada enam jenazah lainnya di lereng gunung yang belum diangkut.")
    rows = align(one, other)
    assert sorted((r.relation, r.best, len(r.figures)) for r in rows) == [("agree", 6, 2), ("agree", 14, 2)]


def test_a_count_beside_the_toll_is_no_toll() -> None:
    one = read("Sebanyak 14 orang tewas dan enam jenazah lainnya masih dicari di lereng.")
    assert only(one, read("Ada 14 orang tewas.")).best == 14


def test_a_range_chains_no_two_counts_of_things() -> None:
    reports = [
        read("Ada 40 perusahaan di sana."),
        read("Ada puluhan perusahaan."),
        read("Ada 60 perusahaan.", "2031-04-03"),
    ]
    assert [sorted(of(r, *reports)) for r in align(*reports)] == [["40", "puluhan"]]
    assert not align(read("Lebih dari 700 spesies siput."), read("Tercatat 1.511 spesies ikan."))


def test_few_things_that_differ_are_other_things() -> None:
    words = ("Bupati mencabut empat izin tambang.", "Bupati mencabut lima izin tambang.")
    sources = ({"empat": "Bupati Sari"}, {"lima": "Camat Wira"})
    assert not align(*(read(w, speakers=s) for w, s in zip(words, sources, strict=True)))


def test_what_was_carried_before_a_toll_says_nothing_of_the_dead() -> None:
    toll = read("Korban tewas dari perahu yang membawa rombongan itu bertambah menjadi 12 orang.")
    assert only(toll, read("Sebanyak 12 orang tewas.")).relation == "agree"
    assert not align(read("Tim membawa 12 jenazah ke rumah sakit."), read("Sebanyak 12 warga luka."))


def test_a_count_without_a_country_is_of_the_main_one_that_did_not_attack() -> None:
    named = [read(f"Di Kanada, sedikitnya 24 orang tewas{x}.") for x in ("", " lagi", " di sana")]
    other = read("Di Kenya, 300 orang tewas.")
    bare = read("Serangan Ghana menewaskan sedikitnya 24 orang.")
    attacker = read("Di Ghana, 90 orang tewas.")
    rows = align(*named, other, bare, attacker)
    assert [len(r.figures) for r in rows if r.low == 24] == [4]


def test_a_count_that_comes_back_is_no_update() -> None:
    def at(words: str, time: str) -> Reading:
        reading = read(words, time[:10])
        return replace(reading, article=replace(reading.article, published=time))

    told = [
        at("Kedutaan memulangkan 90 warga negara itu.", "2031-04-02T20:00"),
        at("Kedutaan memulangkan 78 warga negara itu ke rumah.", "2031-04-03T08:00"),
        at("Kedutaan memulangkan 90 warga negara itu kemarin.", "2031-04-03T12:00"),
    ]
    assert [r.relation for r in align(*told)] == ["conflict"]


def test_people_carried_away_and_people_who_fled_may_be_the_same() -> None:
    one = read("Sebanyak 300 warga Desa Randu dievakuasi sebelum longsor itu.")
    other = read("Sebanyak 300 warga Desa Randu meninggalkan rumah mereka sebelum longsor itu.")
    assert len(only(one, other).figures) == 2


def test_an_age_of_nobody_named_goes_with_the_only_one_of_its_value() -> None:
    bare = [read(f"Polisi menangkap pria berusia 53 tahun{x}.") for x in ("", " di Randu")]
    assert len(only(*bare).figures) == 2


def test_an_event_long_ago_is_told_by_itself() -> None:
    old = [
        read(f"Pada Agustus 2029, delapan pendaki tewas tertimbun longsor{x}.", dates={"Agustus 2029": "2029-08"})
        for x in ("", " salju")
    ]
    now = [read("Longsor itu menewaskan 30 orang."), read("Sebanyak 30 orang tewas.")]
    assert sorted(len(r.figures) for r in align(*old, *now)) == [2, 2]


def test_a_sum_a_year_is_a_sum_and_no_price() -> None:
    a = read("Kebocoran pipa itu merugikan kas kota hingga Rp 48,35 miliar per tahun.")
    b = read("Menurut hitungan auditor, kerugian akibat pipa bocor mencapai Rp 48,35 miliar per tahun.")
    row = only(a, b)
    assert row.what == "jumlah uang: kerugian"
    assert of(row, a, b) == ["48,35 miliar", "48,35 miliar"]


def test_a_sum_cut_to_two_digits_or_given_as_a_bound_is_the_same_sum() -> None:
    a = read("Potensi kerugian warga akibat pipa bocor mencapai Rp 48 miliar.")
    b = read("Potensi kerugian warga akibat pipa bocor sekurang-kurangnya Rp 48,35 miliar.")
    c = read("Potensi kerugian warga akibat pipa bocor itu hampir Rp 49 miliar.")
    row = only(a, b, c)
    assert row.relation == "agree"
    assert len(row.figures) == 3
    assert not align(a, read("Pembangunan pasar baru di tepi kota memakan dana Rp 48,35 miliar."))


def test_a_round_sum_is_no_cut_of_one_near_it() -> None:
    a = read("Setoran dividen perusahaan daerah itu mencapai Rp 150 miliar.")
    b = read("Setoran dividen perusahaan daerah itu hilang Rp 151 miliar.")
    assert not align(a, b)


def test_one_of_each_of_several_things_is_told_by_its_name() -> None:
    a = read("Penyidik menyita lima kendaraan, yaitu Bintang 2 unit, Kirana 1 unit, Gelora 1 unit, dan Samudra 1 unit.")
    b = read("Yang disita lima kendaraan: Bintang 2 unit, Kirana 1 unit, Gelora 1 unit, dan Samudra 1 unit.")
    ones = [row for row in align(a, b) if set(of(row, a, b)) == {"1"}]
    assert all(len(row.figures) == 2 for row in ones)


def test_vehicles_under_the_general_noun_are_those_under_their_own() -> None:
    a = read("Penyidik menyita 25 kendaraan mewah dari rumah pengusaha itu.")
    b = read("Sebanyak 25 mobil mewah disita penyidik dari rumah pengusaha itu.")
    assert of(only(a, b), a, b) == ["25", "25"]


def test_a_noun_that_lost_its_space_counts_as_itself() -> None:
    a = read("Sebanyak 12 orang naik perahu itu, termasuk tujuh mahasiswaUKL.")
    b = read("Tujuh mahasiswa UKL naik perahu itu.")
    assert [row.what for row in align(a, b)] == ["mahasiswa"]


def test_by_how_much_two_things_rose_is_no_series() -> None:
    one = read("Ekuitas perusahaan Randu turun 17 persen. Aset perusahaan Randu naik 11 persen menjadi Rp1,04 miliar.")
    other = read("Perusahaan Randu mencatat penurunan ekuitas 17 persen, dan asetnya naik 11 persen.", "2031-04-03")
    assert all({"17", "11"} - {*of(row, one, other)} for row in align(one, other))


RECOUNTED = "Jumlah korban tewas mencapai sembilan orang. Sebelumnya, pelabuhan, dikutip sebuah kantor berita, menyebut 11 orang tewas."


def test_a_count_that_its_report_only_recounts_is_overtaken_and_not_the_value_now() -> None:
    reports = [read(RECOUNTED), read("Kapal itu terbakar dan 11 orang tewas.", "2031-04-01")]
    row = only(*reports)
    assert (row.relation, row.best) == ("evolve", 9)
    numbers = {f.id: (r.article.id, f.number.text) for r in reports for f in r.figures}
    assert [numbers[i] for i in row.overtaken] == [(reports[0].article.id, "11")]


@pytest.mark.parametrize(
    "words",
    [
        # a look back that tells of no count told before, a count with none in its place, and one that is not another
        "Jumlah korban tewas mencapai sembilan orang. "
        "Sebelumnya hujan lebat turun di seluruh pulau itu sejak pagi hingga petang dan 11 orang tewas di kapal lain.",
        "Sebelumnya, pelabuhan menyebut 11 orang tewas.",
        "Sebelumnya, pelabuhan menyebut 11 orang tewas. Kini pun 11 orang tewas.",
    ],
)
def test_a_count_that_nothing_takes_the_place_of_is_not_overtaken(words: str) -> None:
    assert not [r.overtaken for r in align(read(words), read("Kapal itu terbakar dan 11 orang tewas.")) if r.overtaken]


def test_a_report_of_two_counts_overtakes_the_one_that_the_other_has_followed() -> None:
    one = read("Sejauh ini enam orang tewas. Korban tewas bertambah menjadi tujuh orang.")
    row = only(one, read("Enam orang tewas di desa itu.", "2031-04-01"))
    numbers = {f.id: f.number.text for f in one.figures}
    assert [numbers.get(i) for i in row.overtaken] == ["enam"]


def said(words: str, **speakers: str) -> Reading:
    """A report whose figures have these speakers, each by a statement of its own."""
    found = read(words, speakers=speakers)
    return replace(found, figures=tuple(replace(f, statement=f.speaker) for f in found.figures))


SET_AGAINST = "Polisi mencatat lima orang tewas di desa itu, sedangkan BPBD Lontar mencatat tujuh orang tewas."


@pytest.mark.parametrize(
    "words",
    [
        SET_AGAINST,
        "Polisi mencatat lima orang tewas di desa itu. Angka itu berbeda dengan data BPBD Lontar, tujuh orang tewas.",
    ],
)
def test_two_counts_that_one_report_sets_against_one_another_conflict(words: str) -> None:
    row = only(said(words, lima="Polisi", tujuh="BPBD Lontar"), read("Lima orang tewas di desa itu."))
    assert (row.relation, row.rule, row.low, row.high) == ("conflict", "series:bounds-exclude", 5, 7)


@pytest.mark.parametrize(
    "speakers",
    [
        ("RSUD Lontar", "Polisi"),  # counts those whom it has taken in
        ("Gubernur Aceh", "Gubernur Riau"),  # each its own
        ("Kapolres Lontar", "BPBD Sirih"),
        ("Polisi", "Polisi"),
    ],
)
def test_two_sources_who_count_each_their_own_do_not_conflict(speakers: tuple[str, str]) -> None:
    report = said(SET_AGAINST, lima=speakers[0], tujuh=speakers[1])
    assert all(r.relation != "conflict" for r in align(report, read("Lima orang tewas di desa itu.")))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        # each report gives one time, one count of that noun: equal by no accident where some of the same is told around them
        (
            "Perahu Mekar hanyut selama enam jam. Nelayan Randu menariknya ke muara.",
            "Nelayan menarik perahu Mekar ke muara Randu. Mesinnya mati sesudah hanyut enam jam.",
            True,
        ),
        ("Di perahu Mekar ada dua kompas dari Randu.", "Nelayan Randu memasang dua buah kompas di perahu Mekar.", True),
        # a second value of its kind, or nothing alike around them
        (
            "Perahu Mekar hanyut selama enam jam. Nelayan Randu menariknya ke muara. Lelang ikan berlangsung tiga jam.",
            "Nelayan menarik perahu Mekar ke muara Randu. Mesinnya mati sesudah hanyut enam jam.",
            False,
        ),
        ("Perahu Mekar hanyut selama enam jam.", "Rapat itu berlangsung enam jam.", False),
    ],
)
def test_the_only_values_of_their_kind_are_of_one_thing(one: str, other: str, joined: bool) -> None:
    assert bool(align(read(one), read(other))) is joined


def test_the_day_on_which_somebody_says_it_is_not_the_day_of_the_harm() -> None:
    first = read('"Dua korban mengalami luka," kata Rendra Sasmita di Randu, Jumat (4/4/2031).', "2031-04-04")
    then = read('"Empat korban mengalami luka," kata Rendra Sasmita di Randu, Minggu (6/4/2031).', "2031-04-06")
    assert only(first, then).relation == "evolve"


@pytest.mark.parametrize(
    ("then", "joined"),
    [
        ("Buku telah dibagikan kepada 41.902 guru di sekolah negeri dan madrasah.", True),
        # another noun, too much more, words unlike, a round number
        ("Buku telah dibagikan kepada 41.902 murid di sekolah negeri dan madrasah.", False),
        ("Buku telah dibagikan kepada 91.902 guru di sekolah negeri dan madrasah.", False),
        ("Sebanyak 41.902 guru mengikuti jalan sehat.", False),
        ("Buku telah dibagikan kepada 42.000 guru di sekolah negeri dan madrasah.", False),
    ],
)
def test_a_count_to_the_last_digit_is_brought_up_to_date_in_its_own_words(then: str, joined: bool) -> None:
    first = read("Buku telah dibagikan kepada 41.377 guru di sekolah negeri dan madrasah.", "2031-04-03")
    rows = align(first, read(then, "2031-04-04"))
    assert [(r.relation, len(r.figures)) for r in rows] == ([("evolve", 2)] if joined else [])


def test_as_many_people_to_the_last_digit_are_the_same_people_whatever_they_are_counted_as() -> None:
    one = read("Seragam dibagikan kepada 38.274 pegawai kepolisian.", "2031-04-03")
    other = read("Sebanyak 38.274 personel polisi telah menerima seragam.", "2031-04-03")
    assert {f.measure for r in (one, other) for f in r.figures} == {"other", "police"}
    assert only(one, other).relation == "agree"
    few = read("Sebanyak 12 personel polisi telah menerima seragam.", "2031-04-03")
    assert not align(read("Seragam dibagikan kepada 12 pegawai kepolisian.", "2031-04-03"), few)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the dead are none of those who plant trees, and two districts count each its own
        ("Sebanyak 25 warga tewas akibat banjir di Randu.", "Sebanyak 25 warga menanam pohon di Randu."),
        (
            "Dinas mencatat 12.345 guru di Kabupaten Garut telah menerima buku sejak Senin.",
            "Dinas mencatat 13.001 guru di Kabupaten Jember telah menerima buku sejak Senin.",
        ),
    ],
)
def test_counts_of_others_make_no_series(one: str, other: str) -> None:
    reports = [
        {"title": "Kabar", "outlet": f"Warta {n}", "published": f"2031-04-0{n + 3}", "text": text}
        for n, text in enumerate((one, other))
    ]
    assert not runut.account(reports).series


def test_counts_that_make_up_the_toll_of_their_report_are_no_earlier_toll() -> None:
    first = read(
        "Korban tewas bertambah menjadi sembilan orang. Delapan korban meninggal di lokasi. Satu korban lainnya meninggal di klinik.",
        "2031-04-03",
    )
    then = read("Sebanyak sembilan orang tewas dalam kecelakaan itu.", "2031-04-04")
    row = next(r for r in align(first, then) if r.best == 9)
    assert (row.relation, {f.low for f in (*first.figures, *then.figures) if f.id in row.figures}) == ("agree", {9})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pelaku berjumlah tujuh orang, semuanya bertopeng.", "Tujuh pelaku itu bertopeng."),
        ("Total petugas 16 orang dikirim ke gudang.", "Ke gudang itu dikirim 16 petugas."),
        ("Bupati mencabut tujuh IUP di pulau itu.", "Tujuh izin usaha pertambangan di pulau itu dicabut bupati."),
        ("Penyidik menyita empat buku rekening milik Wira.", "Penyidik menyita empat rekening Wira."),
    ],
)
def test_one_noun_is_told_in_several_ways(one: str, other: str) -> None:
    assert only(read(one), read(other)).relation == "agree"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pelaku menyandera tujuh orang di toko itu.", "Tujuh pelaku itu bertopeng."),
        ("Ada tujuh ibu yang mengantre di pasar.", "Tujuh izin bangunan usaha dicabut bupati."),
    ],
)
def test_a_noun_beside_another_is_not_what_is_counted(one: str, other: str) -> None:
    assert not align(read(one), read(other))


def test_a_report_without_a_day_of_its_own_is_compared() -> None:
    told = [read(f"Kini 14 orang {x}.", None) for x in ("mengungsi", "mengungsi di balai")]
    told = [replace(r, figures=tuple(replace(f, as_of="PRESENT_REF") for f in r.figures)) for r in told]
    assert only(*told).relation == "agree"
    until = [
        read(f"Hingga kini, 14 orang {x}.", None, dates={"kini": "PRESENT_REF"}) for x in ("hilang", "hilang di laut")
    ]
    assert only(*until).relation == "agree"


def test_an_age_in_tens_is_the_only_age_of_those_years() -> None:
    tens = read("Pelaku berusia sekitar 60-an, tinggal sendiri.")
    row = only(tens, named(read("Sudarno (63) ditahan."), "Sudarno"))
    assert (row.relation, row.measure) == ("agree", "age")
    assert not align(tens, read("Sudarno (63) dan Hasta (67) ditahan."))
    assert not align(tens, read("Sudarno (59) ditahan."))
    assert not align(read("Turis yang berusia 26 hingga 77 tahun ditahan."), read("Sudarno (63) ditahan."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dua orang luka berat dalam tabrakan itu.", "Dua orang luka ringan dalam tabrakan itu."),
        ("Dua orang luka parah dan dua orang lecet.", "Empat orang luka ringan."),
        ("Korban luka berat 30 orang, dan luka ringan 39 orang.", "Korban luka ringan sebanyak 30 orang."),
        (
            "Dari tujuh turis, empat di antaranya punya izin tinggal.",
            "Petugas memeriksa empat turis lainnya yang punya izin tinggal.",
        ),
    ],
)
def test_heavily_and_lightly_hurt_and_the_others_are_no_one_count(one: str, other: str) -> None:
    reports = (read(one), read(other))
    rows = align(*reports)
    assert not [
        row for row in rows if set(row.figures) & {f.id for f in reports[0].figures[:2]} and row.relation == "agree"
    ], rows


def test_those_badly_hurt_may_be_all_who_are_hurt() -> None:
    one = read("Empat orang mengalami luka serius akibat tabrakan truk itu.")
    assert only(one, read("Tabrakan truk itu membuat empat orang luka-luka.")).relation == "agree"


def test_an_amount_told_to_its_tenths_is_not_cut() -> None:
    exact = read("Dana yang dibayarkan kepada petani Rp 10.202,8 miliar.")
    assert only(exact, read("Dana yang dibayarkan kepada petani Rp 10,20 triliun.")).relation == "agree"
    assert not align(
        read("Dana yang dibayarkan kepada petani Rp 10,22 triliun."),
        read("Dana yang dibayarkan kepada petani Rp 10,20 triliun."),
    )


def test_those_told_of_before_are_no_event_long_ago() -> None:
    bodies = [
        read(
            f"Longsor menewaskan 30 orang. Dua jenazah tersebut dikubur pada Agustus 2029{x}.",
            dates={"Agustus 2029": "2029-08"},
        )
        for x in ("", " di hutan")
    ]
    other = read("Sebanyak 30 orang tewas. Dua jenazah dikubur di hutan.")
    assert any(row.best == 2 and len(row.figures) > 1 for row in align(*bodies, other))


def test_a_round_sum_told_by_two_reports_around_much_of_the_same_is_one() -> None:
    """`Rp 30 triliun` twice, in unlike sentences; not where all around is of another matter."""
    plan = read(
        "Kredit petani segera dibuka. Penyalurannya sebesar Rp 30 triliun. Bank daerah Randu dan Kalimas menyalurkan kredit itu."
    )
    told = read(
        "Menteri pertanian memutuskan, empat bank daerah di Randu membuka kredit petani. Nilainya Rp 30 triliun."
    )
    (row,) = align(plan, told)
    assert (row.relation, of(row, plan, told)) == ("agree", ["30 triliun", "30 triliun"])
    assert not align(
        plan, read("Jembatan gantung di Lontara roboh. Biayanya Rp 30 triliun. Warga memutar lewat hutan.")
    )


def test_a_narrow_count_is_no_part_of_a_wider_one_told_in_other_words() -> None:
    """Seventeen of a gang held, a week later ninety at a protest: not one count that grew."""
    gang = read("Polisi Randu menangkap 17 anggota geng pasar.", day="2031-04-02")
    crowd = read("Sebanyak 93 orang diamankan aparat usai unjuk rasa di balai kota.", day="2031-04-09")
    assert not align(gang, crowd)
    assert align(gang, read("Polisi Randu kini sudah menangkap 93 orang.", day="2031-04-09"))
