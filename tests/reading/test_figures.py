"""Counts and amounts: the numeral, its bounds, what it measures and who says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut import text
from runut.lang import Language, load
from runut.model import Anchor, Article, Credits, Date, Figure, Mention, Name, Speaker, Statement
from runut.reading import figures
from runut.reading.figures import numerals

INDONESIAN = load("id")


def find(
    words: str,
    names: tuple[Name, ...] = (),
    dates: tuple[Date, ...] = (),
    statements: tuple[Statement, ...] = (),
    language: Language = INDONESIAN,
) -> tuple[Figure, ...]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    view = text.view(words, language)
    found = figures.find(article, view, Credits(), names, dates, statements, language)
    for f in found:
        assert words[f.start : f.end] == f.text
        assert words[f.number.start : f.number.end] == f.number.text
        assert f.start <= f.number.start < f.number.end <= f.end
        assert f.rule.startswith("measure:")
    return found


def told(words: str) -> list[tuple[str, str, float | None, float | None]]:
    return [(f.number.text, f.measure, f.low, f.high) for f in find(words)]


def named(words: str, name: str, type_: str = "ORG", nth: int = 0) -> Name:
    at = -1
    for _ in range(nth + 1):
        at = words.index(name, at + 1)
    return Name(
        id=f"n-{name}-{at}",
        type=type_,
        name=name,
        mentions=(Mention(start=at, end=at + len(name), text=name, rule="test"),),
    )


def stated(words: str, content: str, speaker: str | None, name: Name | None = None, cue: str = "kata") -> Statement:
    at = words.index(content)
    where = words.find(speaker) if speaker else -1
    return Statement(
        id=f"s-{at}",
        article="a",
        start=at,
        end=at + len(content),
        text=content,
        form="indirect",
        rule="test",
        cue=cue,
        speaker=Speaker(
            text=speaker,
            start=where if where >= 0 else None,
            end=where + len(speaker or "") if where >= 0 else None,
            entity=name.id if name else None,
            name=name.name if name else speaker,
        ),
        said_on="2031-04-02",
    )


# --- every row of every table -----------------------------------------------------------------------------------------


def numbers(words: str) -> list[numerals.Numeral]:
    """The numerals of a few words, with their bounds."""
    view = text.view(words, INDONESIAN)
    return [numerals.bound(n, words, n.start, INDONESIAN) for n in numerals.find(words, view.words, INDONESIAN)]


def rows(table: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table(table)]


def ids(row: dict[str, str]) -> str:
    return " ".join(list(row.values())[:2])


@pytest.mark.parametrize("row", rows("numbers"), ids=ids)
def test_number_words(row: dict[str, str]) -> None:
    (n,) = numbers(row["example"])
    assert (n.low, n.high) == (int(row["low"]), int(row["high"]) if row["high"] else None)
    assert (n.form == "vague") == (row["kind"] == "vague")


@pytest.mark.parametrize("row", [r for r in rows("multipliers") if r["how"] != "money"], ids=ids)
def test_multipliers(row: dict[str, str]) -> None:
    (n,) = numbers(row["example"])
    count = 2 if row["example"].startswith("dua") else 5
    assert n.low == (count + int(row["factor"]) if row["how"] == "add" else count * int(row["factor"]))


@pytest.mark.parametrize("row", [r for r in rows("multipliers") if r["how"] == "money"], ids=ids)
def test_letters_that_scale_money_only(row: dict[str, str]) -> None:
    assert told(f"{row['example']}.")[0][2] == 5 * int(row["factor"])
    assert not told(f"Ruas 5 {row['word']} dibuka.")


@pytest.mark.parametrize("row", rows("bounds"), ids=ids)
def test_bounds(row: dict[str, str]) -> None:
    example = row["example"] if row["side"] != "ceiling" else f"Gedung itu {row['example']}"
    found = numbers(example)
    if row["side"] == "glued":
        assert [n.low for n in found] == [40 * 10**12]
        return
    if row["effect"] == "range":
        assert [(n.low, n.high) for n in found] in ([(30, 40)], [(2, 3)])
        return
    (n,) = found
    if row["side"] == "spread":
        assert (n.low, n.high, n.approx) == (1.5, 3.5, False)
        return
    low = None if row["effect"] == "high" else 40
    high = None if row["effect"] == "low" else 40
    assert (n.low, n.high, n.approx) == (low, high, row["effect"] == "approx")
    if row["counter"]:
        assert len(numbers(row["counter"])) == 2


@pytest.mark.parametrize("row", rows("units"), ids=ids)
def test_units(row: dict[str, str]) -> None:
    found = [f for f in find(f"Tercatat {row['example']}.") if f.rule == f"measure:unit:{row['unit']}"]
    expected = {"length": "distance_km", "times": "other", "points": "other", "roman": "other"}.get(
        row["measure"], row["measure"]
    )
    assert [f.measure for f in found] == ([] if row["measure"] == "skip" else [expected])
    if row["counter"]:
        assert expected not in {f.measure for f in find(row["counter"])}


@pytest.mark.parametrize("row", rows("measures"), ids=ids)
def test_states_and_acts(row: dict[str, str]) -> None:
    expected = {"damaged": "buildings_damaged", "burned": "buildings_burned"}.get(row["measure"], row["measure"])
    (figure,) = find(f"Kemarin {row['example']}.")
    assert (figure.measure, figure.number.text) == (expected, "12")
    assert figure.rule.split(":")[1] == row["frame"]


@pytest.mark.parametrize("row", rows("count_nouns"), ids=ids)
def test_counted_nouns(row: dict[str, str]) -> None:
    found = find(f"Di desa itu {row['example']}.")
    if row["kind"] == "never":
        assert not found
        return
    (figure,) = found
    assert figure.counted
    assert figure.counted.lower().startswith(row["noun"].lower())
    if row["kind"] not in ("force", "unit-classifier"):
        pilgrims = {r["word"] for r in rows("figure_words") if r["role"] == "pilgrim"}
        assert figure.measure == ("participants" if row["noun"] in pilgrims else row["measure"] or "other")


@pytest.mark.parametrize("row", rows("number_names"), ids=ids)
def test_numbers_in_names(row: dict[str, str]) -> None:
    assert not find(f"Kemarin {row['example']} warga.")


@pytest.mark.parametrize("row", rows("figure_words"), ids=ids)
def test_small_words_stand_in_their_examples(row: dict[str, str]) -> None:
    assert row["word"].lower() in row["example"].lower()


# --- numerals ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3.700 orang", (3700, 3700)),
        ("11,8 triliun rupiah", (11_800_000_000_000, 11_800_000_000_000)),
        ("56,000 orang", (56000, 56000)),
        ("1.234,5 ton", (1234.5, 1234.5)),
        ("tiga puluh lima orang", (35, 35)),
        ("dua ratus tiga puluh ribu orang", (230_000, 230_000)),
        ("seratus dua puluh orang", (120, 120)),
        ("seribu lima ratus orang", (1500, 1500)),
        ("puluhan ribu orang", (10_000, 99_999)),
        ("ratusan ribu orang", (100_000, 999_999)),
        ("jutaan orang", (1_000_000, None)),
        ("100-200 orang", (100, 200)),
        ("3-10 ribu pohon", (3000, 10_000)),
        ("puluhan hingga ratusan orang", (10, 999)),
        ("32 ribu triliun rupiah", (32_000_000_000_000_000, 32_000_000_000_000_000)),
        ("sekitar lebih dari 3 ribu orang", (3000, None)),
        ("200-an orang", (200, 200)),
    ],
)
def test_numerals(words: str, expected: tuple[float, float | None]) -> None:
    (n,) = numbers(words)
    assert (n.low, n.high) == expected


def test_a_reached_total_is_exact_and_a_ceiling_is_not() -> None:
    assert told("Korban tewas hingga 40 orang.") == [("40", "killed", 40, 40)]
    assert told("Aula itu dapat menampung hingga 40 orang.")[0][2:] == (None, 40)


def test_a_unit_does_not_part_a_number_from_its_bounds() -> None:
    assert told("Kerugian lebih dari Rp 5 miliar.") == [("5 miliar", "money", 5_000_000_000, None)]
    (figure,) = find("Kerugian sekitar US$ 3 juta.")
    assert (figure.text, figure.approx) == ("sekitar US$ 3 juta", True)


# --- measures ---------------------------------------------------------------------------------------------------------

MUST = [
    ("“Korban berjumlah 12 orang,” kata camat.", [("affected", 12, 12)]),
    ("Tabrakan bus itu melibatkan 48 orang.", [("affected", 48, 48)]),
    ("Badai itu merenggut dua korban jiwa dan satu korban luka.", [("killed", 2, 2), ("injured", 1, 1)]),
    ("Peluru kaliber 9 x 19 mm itu ada 575 butir.", [("other", 575, 575)]),
    ("Tamu wajib lapor dalam 2 x 24 jam.", [("duration", 24, 24)]),
    ("Ia tergabung dalam Kelompok Terbang (Kloter) 19 embarkasi Kalimas.", []),
    ("Sebanyak 67 warga tewas. Dari 67 orang itu, 11 orang perempuan.", [("killed", 67, 67), ("killed", 67, 67), ("other", 11, 11)]),
    ("Polisi menangkap 21 orang. Kini 21 pendukung tersebut sudah pulang.", [("arrested", 21, 21), ("arrested", 21, 21)]),
    ("Sekitar 290 orang, sebagian besar nelayan, telah tewas.", [("killed", 290, 290)]),
    ("Usia mereka yang terluka berkisar antara dua hingga 59 tahun.", [("age", 2, 59)]),
    (
        "Ada 27 orang menjadi korban kebakaran dengan rincian, dewasa 24 orang dan tiga anak-anak.",
        [("affected", 27, 27), ("affected", 24, 24), ("affected", 3, 3)],
    ),
    ("Pawai obor itu melibatkan 48 orang.", [("participants", 48, 48)]),
    (
        "Tim menemukan enam korban lagi, dua di antaranya luka parah. Jenazah korban lain sudah dibawa pulang.",
        [("affected", 6, 6), ("injured", 2, 2)],
    ),
    ("Dari 12 korban luka itu, rinciannya: dua siswa dan 10 siswi.", [("injured", 12, 12), ("injured", 2, 2), ("injured", 10, 10)]),
    ("Kebakaran itu menewaskan sedikitnya 14 orang dan melukai 5 warga.", [("killed", 14, None), ("injured", 5, 5)]),
    ("Sebanyak 18 polisi dan 3 tentara tewas.", [("killed", 18, 18), ("killed", 3, 3)]),
    ("Ada 31 “perampok” telah “dilikuidasi,” sementara 17 petugas gugur.", [("killed", 31, 31), ("killed", 17, 17)]),
    ("Televisi setempat menyiarkan lebih dari 4.200 penangkapan.", [("arrested", 4200, None)]),
    ("Ribuan orang telah ditahan dan balai desa dibakar.", [("arrested", 1000, 9999)]),
    ("Korban meninggal akibat banjir itu mencapai 14 orang.", [("killed", 14, 14)]),
    ("Meninggal Dunia 14 Jiwa.", [("killed", 14, 14)]),
    ("Jumlah korban tewas naik menjadi 12 orang dari sebelumnya 9 orang.", [("killed", 12, 12), ("killed", 9, 9)]),
    ("Angka warga yang ditahan dalam kericuhan itu diperkirakan ada lebih dari 3 ribu.", [("arrested", 3000, None)]),
    ("Sebanyak 13 dari 14 korban tewas dibawa pulang.", [("killed", 13, 13), ("killed", 14, 14)]),
    ("Sebanyak 18 dari 22 awak telah diselamatkan.", [("rescued", 18, 18), ("other", 22, 22)]),
    ("Polisi mengamankan 5 (lima) orang.", [("arrested", 5, 5)]),
    ("Polisi mengamankan 31 laki-laki dan 7 perempuan dengan 82 ponsel dan 47 unit komputer.",
     [("arrested", 31, 31), ("arrested", 7, 7), ("other", 82, 82), ("other", 47, 47)]),
    ("Kapal itu membawa total 346 penumpang.", [("other", 346, 346)]),
    ("Jumlah korban tewas bisa melampaui angka 250 jiwa.", [("other", 250, None)]),
    ("Ada 11 korban diperkirakan meninggal dan belum ditemukan.", [("missing", 11, 11)]),
    ("Ia menyebut 11 orang hilang itu diperkirakan meninggal.", [("missing", 11, 11)]),
    ("Sebanyak 11 orang diduga tewas.", [("killed", 11, 11)]),
    ("Meninggal dunia 14 dan empat orang menjalani rawat jalan.", [("killed", 14, 14), ("injured", 4, 4)]),
    ("Sebanyak 49 sandera masih ditahan.", [("hostages", 49, 49)]),
    ("Ayah dari lima anak itu tewas.", [("other", 5, 5)]),
    ("Seluruh keluarga meninggal dunia, korban ada empat orang.", [("killed", 4, 4)]),
    ("Ia perawat ke-40 yang terbunuh di kota itu.", [("killed", 40, 40)]),
    ("Terdata 11 orang yang belum ditemukan, tujuh truk, dan empat ekskavator.",
     [("missing", 11, 11), ("vehicles", 7, 7), ("vehicles", 4, 4)]),
    ("Dari tujuh unit truk, empat di antaranya dievakuasi dan tersisa tiga unit.",
     [("vehicles", 7, 7), ("vehicles", 4, 4), ("vehicles", 3, 3)]),
    ("Dua orang tewas, 3 lainnya luka-luka, dan satu hilang.", [("killed", 2, 2), ("injured", 3, 3), ("missing", 1, 1)]),
    ("Korban tewas terdiri dari 3 polisi dan 2 warga sipil.", [("killed", 3, 3), ("killed", 2, 2)]),
    ("Sedikitnya lima staf, yang semuanya warga setempat, tewas.", [("killed", 5, None)]),
    ("KPK menangkap delapan orang, termasuk dua pejabat.", [("arrested", 8, 8), ("arrested", 2, 2)]),
    ("Sebanyak 160 orang dari 16 keluarga mengungsi.", [("displaced", 160, 160), ("displaced", 16, 16)]),
    ("Polisi memanggil enam orang untuk dimintai keterangan.", [("other", 6, 6)]),
    ("Sekitar 300-400 “pemuda” mulai melemparkan batu.", [("participants", 300, 400)]),
    ("Pasukan itu secara keseluruhan akan berjumlah sekitar 1.800 orang.", [("troops", 1800, 1800)]),
    ("Polda mengerahkan 1.200 personel gabungan.", [("police", 1200, 1200)]),
    ("Banjir merusak 218 unit rumah warga, 27 kantor, dan 64 tempat ibadah.",
     [("houses", 218, 218), ("buildings_damaged", 27, 27), ("buildings_damaged", 64, 64)]),
    ("Massa membakar tiga kios dan dua mobil.", [("buildings_burned", 3, 3), ("vehicles", 2, 2)]),
    ("Ratusan ribu rumah hancur dan ratusan sekolah porak-poranda.",
     [("houses", 100_000, 999_999), ("buildings_damaged", 100, 999)]),
    ("Tim mengevakuasi 5 jenazah.", [("killed", 5, 5)]),
    ("Gempa magnitudo 5,6 terjadi pada kedalaman 10 kilometer, 70 kilometer dari kota.",
     [("magnitude", 5.6, 5.6), ("depth_km", 10, 10), ("distance_km", 70, 70)]),
    ("Gempa M5,6 mengguncang.", [("magnitude", 5.6, 5.6)]),
    ("Korban tertimbun pada kedalaman kurang lebih 10 meter.", [("depth_km", 0.01, 0.01)]),
    ("Kolom abu setinggi 1.200 meter.", [("height_m", 1200, 1200)]),
    ("Ia divonis 5 tahun penjara dan denda Rp200 juta.", [("duration", 5, 5), ("money", 200_000_000, 200_000_000)]),
    ("Peluangnya 80 persennya.", [("percent", 80, 80)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), MUST, ids=[w[:40] for w, _ in MUST])
def test_measures(words: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    assert [(m, low, high) for _, m, low, high in told(words)] == expected


MUST_NOT = [
    "Jet F-16 dan pesawat ATR 42-500 terbang.",
    "Pasal 18 dan UU Nomor 5 berlaku.",
    "Saluran Rengas 24 menyiarkan rapat.",
    "Beberapa warga, sejumlah pejabat dan banyak anak datang.",
    "Keenamnya diperiksa, keduanya pulang.",
    "Seorang warga datang.",
    "Truk itu ditemukan satu per satu dan satu persatu.",
    "Salah satu warga datang.",
    "Mereka menang 2-0 pada menit ke-40.",
    "Mobil bernomor polisi N 8528 EC melintas.",
    "Rapat pukul 10.30 WIB.",
    "Hubungi 081234567890.",
    "1. Siapkan air\n2. Rebus air",
    "Yang dicari: 1. Wira. 2. Sari.",
    "Tiga tahun lalu ia pindah.",
    "Solusi Dua Negara dibahas.",
    "Pada 2024 jalan itu dibangun.",
]


@pytest.mark.parametrize("words", MUST_NOT, ids=[w[:30] for w in MUST_NOT])
def test_no_figures(words: str) -> None:
    assert not find(words)


def test_a_state_of_others_is_not_said_of_those_counted() -> None:
    assert told("Sebanyak 10 petugas mencari korban hilang.") == [("10", "other", 10, 10)]
    assert told("Ada 50 paket untuk korban tewas.") == [("50", "other", 50, 50)]
    assert told("Sebanyak 12 orang tidak terluka.") == [("12", "other", 12, 12)]


def test_victims_died_when_the_next_sentence_says_so() -> None:
    assert told("Jumlah korban bertambah menjadi 14 orang. Semua jenazah dibawa pulang.")[0][1] == "killed"
    assert told("Jumlah korban bertambah menjadi 14 orang. Semua dirawat.")[0][1] == "affected"


def test_parts_and_increments() -> None:
    assert [f.part for f in find("Tercatat 12 orang tewas, tiga di antaranya anak-anak.")] == ["total", "part"]
    assert [f.part for f in find("Tim kembali menemukan dua jenazah.")] == ["increment"]
    assert [f.part for f in find("Korban tewas bertambah menjadi 14 orang.")] == ["total"]


def test_what_a_toll_has_come_to() -> None:
    assert told("Korban tewas bertambah tiga orang menjadi 17 orang.") == [
        ("tiga", "killed", 3, 3),
        ("17", "killed", 17, 17),
    ]
    assert told("Korban tewas naik dari 14 menjadi 17 orang.") == [("14", "killed", 14, 14), ("17", "killed", 17, 17)]
    assert [f.part for f in find("Korban luka bertambah dua orang sehingga totalnya menjadi 21 orang.")] == [
        "increment",
        "total",
    ]


def test_one_of_several_is_not_all_of_them() -> None:
    assert told("Salah satu dari empat narapidana yang kabur berhasil ditangkap.") == [("empat", "other", 4, 4)]
    assert told("Dari 90 orang pendatang di kota itu, sebanyak 38 orang ditangkap.")[0][1] == "other"


def test_homes_by_how_badly_they_were_hit() -> None:
    words = "Gempa merusak 230 rumah: 50 rusak berat dan 180 rusak ringan."
    assert [(f.measure, f.low, f.part) for f in find(words)] == [
        ("houses", 230, "total"),
        ("houses", 50, "part"),
        ("houses", 180, "part"),
    ]


def test_victims_found_are_dead_where_the_text_goes_on_to_tell_of_their_bodies() -> None:
    words = "Sebanyak 8 korban telah ditemukan."
    assert told(f"{words} Jenazah dibawa ke rumah sakit.")[0][1] == "killed"
    assert told(f"{words} Tim beristirahat.")[0][1] == "affected"


def test_victims_are_not_all_dead_where_the_dead_are_counted_apart() -> None:
    assert told("Ada delapan korban dalam kecelakaan itu. Enam luka-luka dan dua orang meninggal.")[0][1] == "affected"
    assert told("Korban bertambah menjadi 14 orang. Sebanyak 14 korban meninggal dibawa pulang.")[0][1] == "killed"


def test_what_is_said_of_the_others_is_theirs() -> None:
    words = "Sebanyak 14 korban meninggal ditemukan, sementara 11 lainnya diduga menjadi korban namun belum ditemukan."
    assert [(f.measure, f.low, f.counted) for f in find(words)] == [
        ("killed", 14, "korban meninggal"),
        ("missing", 11, None),
    ]


def test_some_of_the_victims_at_one_place_are_a_part() -> None:
    words = "Dari enam korban yang dirawat di rumah sakit itu, tiga orang meninggal dunia."
    assert [(f.low, f.part) for f in find(words) if f.measure == "killed"] == [(3, "part")]
    words = "Dari 146 orang di dalam bus itu, 101 meninggal dunia."
    assert [(f.low, f.part) for f in find(words) if f.measure == "killed"] == [(101, "total")]


def test_nobody_was_hurt() -> None:
    assert told("Bus yang membawa 83 penumpang itu berhenti dan tidak ada yang terluka.") == [("83", "other", 83, 83)]


def test_wounds_are_not_the_wounded() -> None:
    assert told("Ada empat luka tusuk di tubuhnya.") == [("empat", "other", 4, 4)]
    assert told("Luka tembaknya ada 7 di tubuh korban.") == [("7", "other", 7, 7)]
    assert ("dua", "injured", 2, 2) in told("Tiga orang tewas dan dua luka tembak.")


def test_a_lost_home_is_no_missing_person() -> None:
    assert told("Bantuan untuk 20 keluarga dengan rumah rusak atau hilang.") == [("20", "other", 20, 20)]
    assert told("Sebanyak 20 warga desa itu hilang.") == [("20", "missing", 20, 20)]


def test_some_of_those_counted_do_not_speak_for_all() -> None:
    assert told("Pelaku berjumlah tiga orang, dua di antaranya ditangkap, satu lainnya buron.") == [
        ("tiga", "other", 3, 3),
        ("dua", "arrested", 2, 2),
        ("satu", "other", 1, 1),
    ]


def test_those_named_beside_the_others_do_not_part_them_from_what_befell_them() -> None:
    words = "Dua orang lainnya, yaitu anak korban Rato Keli (51) dan cucunya Nira (17), mengalami luka-luka."
    assert ("Dua", "injured", 2, 2) in told(words)


def test_the_count_that_another_is_beside_keeps_its_measure() -> None:
    assert told("Selain 2 orang meninggal dunia, lima orang luka-luka.") == [
        ("2", "killed", 2, 2),
        ("lima", "injured", 5, 5),
    ]


def test_years_right_after_a_person_are_an_age() -> None:
    assert told("Pemuda 20 tahun itu selamat.") == [("20", "age", 20, 20)]
    assert told("Perempuan itu menunggu 20 tahun.") == [("20", "duration", 20, 20)]


def test_an_aside_may_follow_a_relative_clause() -> None:
    words = "Sebanyak 12 kru yang berada di kapal, termasuk juru mudi dan juru masak telah ditangkap."
    assert told(words) == [("12", "arrested", 12, 12)]


def test_the_name_of_a_model_is_no_number_and_not_counted() -> None:
    words = "Pesawat ARN 42-500 dan Lentera 737-800 mendarat. Dua jet tempur K-15 menyusul kapal Tipe 052D."
    assert [(f.number.text, f.counted) for f in find(words)] == [("Dua", "jet tempur")]


def test_ages_with_their_owner() -> None:
    words = "Korban ialah Wira Atmaja (45), Sari, 30 tahun, dan Bima yang berusia 12 tahun. Mantan bupati, Darto Pura, 81, hadir."
    assert [(f.counted, f.low, f.measure) for f in find(words)] == [
        ("Wira Atmaja", 45, "age"),
        ("Sari", 30, "age"),
        ("Bima", 12, "age"),
        ("Darto Pura", 81, "age"),
    ]


def test_numbers_in_dates_and_names_are_no_figures() -> None:
    words = "Pada 12 orang Mei, Grup 5 orang hadir."
    date = Date(article="a", start=5, end=17, text=words[5:17], value="2031-05-12", rule="test")
    assert not find(words, (named(words, "Grup 5 orang"),), (date,))


# --- sources ----------------------------------------------------------------------------------------------------------


def test_the_speaker_of_the_statement_that_holds_it() -> None:
    words = "Kepala Dinas Ratna mengatakan 12 orang tewas."
    ratna = named(words, "Ratna", "PER")
    (figure,) = find(words, (ratna,), (), (stated(words, "12 orang tewas", "Kepala Dinas Ratna", ratna),))
    assert figure.speaker == "Kepala Dinas Ratna"
    assert figure.statement is not None
    assert words[figure.speaker_start : figure.speaker_end] == figure.speaker
    assert figure.as_of == "2031-04-02"


def test_a_pronoun_gives_way_to_the_name_it_stands_for() -> None:
    words = "Ratna datang. Dia mengatakan 12 orang tewas."
    ratna = named(words, "Ratna", "PER")
    (figure,) = find(words, (ratna,), (), (stated(words, "12 orang tewas", "Dia", ratna),))
    assert (figure.speaker, figure.speaker_start) == ("Ratna", 0)


def test_an_unattributed_figure_is_in_the_outlets_own_voice() -> None:
    words = "Ratna mengatakan jalan ditutup. Sebanyak 12 orang tewas. Hujan turun."
    ratna = named(words, "Ratna", "PER")
    (figure,) = find(words, (ratna,), (), (stated(words, "jalan ditutup", "Ratna", ratna),))
    assert (figure.speaker, figure.statement) == (None, None)


@pytest.mark.parametrize("row", [r for r in rows("figure_words") if r["role"] == "updates"], ids=ids)
def test_whoever_brings_a_count_up_to_date(row: dict[str, str]) -> None:
    (figure,) = find(row["example"], (named(row["example"], "Dinas Kesehatan Lontar"),))
    assert figure.speaker == "Dinas Kesehatan Lontar"
    words = f"Dinas Kesehatan Lontar rapat. Kepala desa {row['word']} 12 orang tewas"
    (figure,) = find(words, (named(words, "Dinas Kesehatan Lontar"),))
    assert figure.speaker is None


def test_a_sentence_between_two_statements_of_one_speaker_is_the_outlets_own() -> None:
    words = "Ratna mengatakan jalan ditutup. Sebanyak 12 orang tewas. “Kami berduka,” katanya."
    ratna = named(words, "Ratna", "PER")
    said = (stated(words, "jalan ditutup", "Ratna", ratna), stated(words, "“Kami berduka,”", None, ratna))
    (figure,) = find(words, (ratna,), (), said)
    assert figure.speaker is None


def test_indirect_speech_with_figures_is_told_on_in_the_next_sentence_only() -> None:
    words = "Rato mengatakan tiga orang tewas. Empat rumah rusak. Lima warga hilang."
    told = stated(words, "tiga orang tewas", "Rato", named(words, "Rato", "PER"), "mengatakan")
    told = replace(told, form="indirect")
    found = {f.number.text: f.speaker for f in find(words, (named(words, "Rato", "PER"),), (), (told,))}
    assert found == {"tiga": "Rato", "Empat": "Rato", "Lima": None}


@pytest.mark.parametrize(("turn", "whose"), [("Sementara itu", None), ("Selain itu", "Rato")])
def test_a_turn_elsewhere_is_the_outlets_own_and_one_that_only_adds_is_not(turn: str, whose: str | None) -> None:
    words = f"Rato mengatakan tiga orang tewas. {turn}, empat rumah rusak."
    told = stated(words, "tiga orang tewas", "Rato", named(words, "Rato", "PER"), "mengatakan")
    told = replace(told, form="indirect")
    found = {f.number.text: f.speaker for f in find(words, (named(words, "Rato", "PER"),), (), (told,))}
    assert found["empat"] == whose


def test_all_of_a_list_of_some_of_them_is_told_on() -> None:
    words = "Rato mengatakan api sudah padam. Pihaknya mengirim 10 unit mobil, di antaranya dari Kalimas 2 unit, Lontar 3 unit."
    told = replace(stated(words, "api sudah padam", "Rato", named(words, "Rato", "PER"), "mengatakan"), form="indirect")
    found = {f.number.text: f.speaker for f in find(words, (named(words, "Rato", "PER"),), (), (told,))}
    assert found == {"10": "Rato", "2": "Rato", "3": "Rato"}


@pytest.mark.parametrize("row", [r for r in rows("figure_words") if r["role"] == "vouches"], ids=ids)
def test_whoever_vouches_for_a_count(row: dict[str, str]) -> None:
    (figure,) = find(row["example"], (named(row["example"], "Dinas Sosial"),))
    assert figure.speaker == "Dinas Sosial"
    words = f"Dinas Sosial rapat. Kepala desa {row['word']} adanya 12 orang tewas"
    (figure,) = find(words, (named(words, "Dinas Sosial"),))
    assert figure.speaker is None
    words = f"Dinas Sosial {row['word']} hal itu, 12 orang tewas"
    (figure,) = find(words, (named(words, "Dinas Sosial"),))
    assert figure.speaker is None


@pytest.mark.parametrize("row", [r for r in rows("figure_words") if r["role"] in ("admits", "admitter")], ids=ids)
def test_who_is_told_by_another_to_admit(row: dict[str, str]) -> None:
    words = f"“{row['example']},” kata Rato. “Korban luka. Ada 3 rumah rusak.”"
    rato = named(words, "Rato", "PER")
    said = (
        stated(words, f"“{row['example']},”", "Rato", rato),
        stated(words, "“Korban luka. Ada 3 rumah rusak.”", "Rato", rato),
    )
    found = {f.number.text: f.speaker for f in find(words, (rato,), (), said)}
    assert found == {"12": row["example"].partition(" meng")[0].replace(" diakui", ""), "3": "Rato"}


def test_a_named_person_is_told_by_another_to_admit() -> None:
    words = "“Wira juga mengaku memukul 12 orang,” kata Rato."
    rato, wira = named(words, "Rato", "PER"), named(words, "Wira", "PER")
    (figure,) = find(words, (rato, wira), (), (stated(words, words[:38], "Rato", rato),))
    assert figure.speaker == "Wira"


def test_some_of_those_counted_are_parts() -> None:
    def parts(words: str) -> list[tuple[str, str]]:
        return [(f.number.text, f.part) for f in find(words)]

    assert parts("Bencana itu merusak 12 rumah. Tiga rumah di antaranya roboh.") == [("12", "total"), ("Tiga", "part")]
    assert parts("Enam orang di antara rombongan itu ditangkap.") == [("Enam", "part")]
    assert parts("Bus itu melayani 11 rute kota di antaranya: Kalimas dan Lontar.") == [("11", "total")]
    listed = "Ratusan orang ditahan, termasuk 38 anak dan 132 perempuan."
    assert parts(listed) == [("Ratusan", "total"), ("38", "part"), ("132", "part")]
    beside = "Sebanyak 657 orang tewas, termasuk 263 warga, dan 2.000 orang terluka."
    assert parts(beside) == [("657", "total"), ("263", "part"), ("2.000", "total")]
    units = "Ada 10 unit mobil, di antaranya dari Lontar 2 unit, Kalimas 3 unit."
    assert parts(units) == [("10", "total"), ("2", "part"), ("3", "part")]
    out_of = "Dari 20 korban di Kalimas, sebanyak 8 orang ditangkap."
    assert parts(out_of) == [("20", "total"), ("8", "part")]


def test_counts_place_by_place_are_of_what_the_sentence_tells() -> None:
    listed = "Para pengungsi tersebar di Kabupaten Kalimas (592 jiwa), Lontar (779 jiwa), dan Randu (86 jiwa)."
    assert told(listed) == [("592", "displaced", 592, 592), ("779", "displaced", 779, 779), ("86", "displaced", 86, 86)]
    joined = "Pengungsi di Kalimas sebanyak 22 jiwa dan Kabupaten Lontar sebanyak 54 jiwa."
    assert told(joined) == [("22", "displaced", 22, 22), ("54", "displaced", 54, 54)]
    assert told("Pengungsi di Kalimas sebanyak 22 jiwa dan tiap posko menampung 54 jiwa.")[1][1] == "other"


def test_units_are_of_what_the_subject_names() -> None:
    assert told("Rumah yang rusak sebanyak 12 unit.") == [("12", "houses", 12, 12)]
    assert told("Kendaraan yang terlibat kecelakaan berjumlah delapan unit.") == [("delapan", "vehicles", 8, 8)]
    assert told("Bantuan yang dikirim sebanyak 12 unit.") == [("12", "other", 12, 12)]


def test_what_became_of_them_is_what_is_told_last() -> None:
    assert told("Sebanyak 23 warga yang terdampak gempa dievakuasi ke Kalimas.") == [("23", "evacuated", 23, 23)]
    assert told("Tiga orang sempat hilang dan ditemukan selamat.") == [("Tiga", "rescued", 3, 3)]
    assert told("Tiga orang sempat hilang sebelum ditemukan tewas.") == [("Tiga", "missing", 3, 3)]


def test_what_is_denied_averaged_seized_or_numbered_is_no_toll() -> None:
    assert told("Gempa itu tidak menewaskan 12 orang.") == [("12", "other", 12, 12)]
    assert told("Ledakan itu tidak sampai merusak tiga rumah.") == [("tiga", "other", 3, 3)]
    assert told("Rata-rata 18 orang tewas di jalan.") == [("18", "other", 18, 18)]
    assert told("Polisi mengamankan enam sekop dan 12 orang.") == [("enam", "other", 6, 6), ("12", "other", 12, 12)]
    assert told("Polisi mengamankan 12 orang.") == [("12", "arrested", 12, 12)]
    assert told("Mereka dijerat Pasal 160 dan 161 undang-undang itu.") == []
    assert [m for _, m, *_ in told("Longsor menewaskan satu keluarga yang terdiri dari empat orang.")] == [
        "other",
        "killed",
    ]
    assert told("Polisi menangkap dua dari tiga tersangka.")[0] == ("dua", "arrested", 2, 2)
    assert told("Banjir merendam rumah sedalam 30 sampai 35 sentimeter.") == [("30 sampai 35", "height_m", 0.3, 0.35)]
    assert told("Pengamanan melibatkan 2.000 personel TNI.") == [("2.000", "troops", 2000, 2000)]


LABELS = [
    r
    for r in rows("figure_words")
    if r["role"] in ("label", "average", "once", "family", "having", "seizing", "among-those")
]


@pytest.mark.parametrize("row", LABELS, ids=ids)
def test_words_that_tell_how_a_count_is_meant(row: dict[str, str]) -> None:
    found = find(row["example"])
    twelve = [f for f in found if f.number.text in ("12", "3")]
    if row["role"] == "label":
        assert not twelve
    elif row["role"] in ("average", "seizing"):
        assert twelve[0].measure == "other"
    elif row["role"] == "once":
        assert twelve[0].measure == "rescued"
    elif row["role"] == "among-those":
        assert twelve[-1].part == "part"
    else:
        assert found[0].measure == "other"


@pytest.mark.parametrize("row", [r for r in rows("figure_words") if r["role"] == "only-so-many"], ids=ids)
def test_how_many_of_the_victims(row: dict[str, str]) -> None:
    assert find(row["example"])[1].part == "part"


@pytest.mark.parametrize("row", [r for r in rows("figure_words") if r["role"] == "obtained"], ids=ids)
def test_whom_data_were_obtained_from(row: dict[str, str]) -> None:
    (figure,) = find(row["example"], (named(row["example"], "Dinas Sosial"),))
    assert figure.speaker == "Dinas Sosial"


def test_victims_found_where_only_bodies_are_told_of_are_dead() -> None:
    bodies = "Tim menemukan lagi satu korban. Jenazah itu dibawa turun."
    assert [m for _, m, *_ in told(bodies)] == ["killed"]
    mixed = "Tim mengevakuasi empat korban. Dua di antaranya selamat. Hujan turun lama. Jalan tertutup. Jenazah lain dibawa."
    assert ("empat", "killed", 4, 4) not in told(mixed)


def test_a_source_at_the_end_of_the_sentence() -> None:
    words = "Sedikitnya 12 orang tewas, menurut angka terbaru dari Dinas Kesehatan. Tiga rumah rusak."
    found = {f.number.text: f.speaker for f in find(words, (named(words, "Dinas Kesehatan"),))}
    assert found == {"12": "Dinas Kesehatan", "Tiga": None}


def test_survivors_who_are_carried_away_are_rescued() -> None:
    words = "Korban selamat berjumlah sepuluh orang telah dievakuasi ke rumah sakit."
    assert told(words) == [("sepuluh", "rescued", 10, 10)]
    assert told("Sebanyak 12 warga telah dievakuasi.") == [("12", "evacuated", 12, 12)]


def test_data_go_on_with_the_same_measure() -> None:
    words = "Menurut data Bank Kalimas, utang naik menjadi Rp 40 miliar. Bank swasta memegang Rp 30 miliar."
    found = {f.number.text: f.speaker for f in find(words, (named(words, "Bank Kalimas"),))}
    assert found == {"40 miliar": "Bank Kalimas", "30 miliar": "Bank Kalimas"}


def test_acronyms_are_counted_and_levels_with_a_unit_are_figures() -> None:
    assert told("Pemerintah mencabut empat IUP.") == [("empat", "other", 4, 4)]
    assert told("Rupiah dibuka di posisi 14.065 per dolar AS.") == [("14.065", "money", 14065, 14065)]
    assert told("Timnya di posisi 14 klasemen.") == []


def test_what_befell_one_is_said_of_others_likewise() -> None:
    words = "Tujuh rumah sakit rusak, demikian pula enam klinik."
    assert told(words) == [("Tujuh", "buildings_damaged", 7, 7), ("enam", "buildings_damaged", 6, 6)]


def test_victims_as_many_as_the_dead_are_those_dead() -> None:
    words = "Tim menemukan lima jenazah. Evakuasi lima korban tersebut dilanjutkan besok."
    assert [measure for _, measure, *_ in told(words)] == ["killed", "killed"]


def test_the_next_sentence_may_tell_the_source() -> None:
    words = "Sebanyak 12 orang tewas. Hal ini disampaikan oleh Dinas Sosial Kalimas."
    (figure,) = find(words, (named(words, "Dinas Sosial Kalimas"),))
    assert figure.speaker == "Dinas Sosial Kalimas"


def test_a_source_phrase_is_nearer_than_the_statement_around_it() -> None:
    words = "Ratna menambahkan keadaan memburuk, sebagaimana laporan RS Kalimas, yakni 12 orang tewas."
    ratna, hospital = named(words, "Ratna", "PER"), named(words, "RS Kalimas")
    content = words[words.index("keadaan") : -1]
    (figure,) = find(words, (ratna, hospital), (), (stated(words, content, "Ratna", ratna),))
    assert figure.speaker == "RS Kalimas"


def test_the_source_is_named_without_its_papers_and_its_relayers() -> None:
    for phrase in ("data terbaru RS Kalimas", "data RS Kalimas yang dikutip harian lain"):
        words = f"Menurut {phrase}, sebanyak 12 orang tewas."
        (figure,) = find(words, (named(words, "RS Kalimas"),))
        assert figure.speaker == "RS Kalimas"
        assert words[figure.speaker_start : figure.speaker_end] == "RS Kalimas"


def test_a_place_stands_after_a_word_of_place_and_a_first_day_is_no_day_of_the_count() -> None:
    words = "Serangan Barata ke Selata menewaskan 12 orang di Selata sejak 2 Mei."
    places = (named(words, "Barata", "GPE"), named(words, "Selata", "GPE", 1))
    at = words.index("2 Mei")
    date = Date(article="a", start=at, end=at + 5, text="2 Mei", value="2031-05-02", rule="test")
    (figure,) = find(words, places, (date,))
    assert (figure.place, figure.as_of) == ("Selata", None)


@pytest.mark.parametrize(
    ("words", "values", "day"),
    [
        ("Bulan lalu 15 mahasiswa tewas di jalan itu.", {"Bulan lalu": "2031-03"}, "2031-03"),
        ("Tahun lalu gempa menewaskan 12 orang.", {"Tahun lalu": "2030"}, "2030"),
        ("Bus buatan 2018 itu menewaskan 12 orang.", {"2018": "2018"}, None),
        ("Sejak Maret, 15 mahasiswa tewas di jalan itu.", {"Maret": "2031-03"}, None),
        ("Bulan lalu, 3 Maret, 15 mahasiswa tewas.", {"Bulan lalu": "2031-03", "3 Maret": "2031-03-03"}, "2031-03-03"),
    ],
)
def test_without_a_day_a_count_holds_for_the_month_or_year_beside_it(
    words: str, values: dict[str, str], day: str | None
) -> None:
    dates = tuple(
        Date(article="a", start=(at := words.index(text)), end=at + len(text), text=text, value=value, rule="test")
        for text, value in values.items()
    )
    assert [f.as_of for f in find(words, (), dates)] == [day]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Dari data RS Kalimas 12 orang tewas akibat banjir.", "RS Kalimas"),
        ("Hasil pendataan RS Kalimas menunjukkan ada 12 orang tewas.", "RS Kalimas"),
        ("Hasil pendataan RS Kalimas dibawa 12 orang ke balai.", None),  # nobody's data show anything
        ("Orang itu mencuri data RS Kalimas menunjukkan 12 orang tewas.", None),
        ("Data RS Kalimas hilang, 12 orang tewas.", None),
        ("Warga datang dari RS Kalimas, 12 orang tewas.", None),
    ],
)
def test_whose_data_tell_a_count_without_a_comma_between(words: str, speaker: str | None) -> None:
    assert [f.speaker for f in find(words, (named(words, "RS Kalimas"),))] == [speaker]


@pytest.mark.parametrize(
    ("after", "his"),
    [
        ("Dua orang di antaranya tewas.", True),
        ("Sementara itu, dua orang juga tewas.", False),
        ("Dua orang tewas.", False),  # what he told holds no figure, and nothing ties this to it
    ],
)
def test_a_word_that_ties_a_sentence_to_the_one_before_carries_its_source_on(after: str, his: bool) -> None:
    words = f"Bupati Ratna mengatakan longsor terjadi malam. {after}"
    ratna = named(words, "Ratna", "PER")
    told = stated(words, "longsor terjadi malam", "Bupati Ratna", ratna, "mengatakan")
    assert [f.speaker for f in find(words, (ratna,), (), (told,))] == ["Bupati Ratna" if his else None]


def test_a_list_carries_on_the_source_of_the_record() -> None:
    words = "Berdasarkan data posko, 12 orang hilang. Dalam daftar tercatat 12 nama."
    said = (stated(words, "12 orang hilang", "posko", None),)
    assert [f.speaker for f in find(words, (), (), said)] == ["posko", "posko"]


# --- whatever comes ---------------------------------------------------------------------------------------------------

PIECES = ["12", " orang", " tewas", " dan ", ", ", ". ", "“", "”", "lebih dari ", "Rp", " juta", "dua", " ke-", "(", ")", "\n",
          "Budi ", "&nbsp;", " ribu", "-", "3,5", " persen", "di antaranya", " meter", "korban "]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_spans_are_exact(words: str) -> None:
    found = find(words)
    assert [f.number.start for f in found] == sorted(f.number.start for f in found)
    assert len({f.id for f in found}) == len(found)
    for f in found:
        assert f.low is None or f.high is None or f.low <= f.high


def test_a_language_without_tables_has_no_word_figures() -> None:
    assert not [f for f in find("Dua belas orang tewas.", language=Language("xx", {})) if f.measure != "other"]


# --- counts by place, in a list, and of nothing named -------------------------------------------------------------------


def test_counts_by_place_are_parts_of_what_their_sentence_began_with() -> None:
    assert told("Korban meninggal tercatat di Kabupaten Randu satu orang, Kota Sirih tiga orang, dan Lontar dua orang.") == [
        ("satu", "killed", 1, 1), ("tiga", "killed", 3, 3), ("dua", "killed", 2, 2),
    ]  # fmt: skip
    assert told("Sebanyak 12 orang terluka, yakni 8 orang di Kalimas dan 4 di Lontar.") == [
        ("12", "injured", 12, 12), ("8", "injured", 8, 8), ("4", "injured", 4, 4),
    ]  # fmt: skip


def test_counts_by_place_of_nothing_that_befell_them_stay_plain() -> None:
    assert [f[1] for f in told("Peserta lomba tercatat 8 orang di Kalimas dan 4 orang di Lontar.")] != ["killed"] * 2
    assert told("Sebanyak 3 orang tewas. Panitia mencatat 8 orang di Kalimas.")[1][1] == "other"


def test_three_in_a_row_share_what_befell_them() -> None:
    assert [f[1] for f in told("Sebanyak 158 anak-anak, 14 lansia dan 30 ibu hamil mengungsi.")] == ["displaced"] * 3
    assert told("Ada 12 saksi, 3 ahli dan 2 tersangka ditahan.")[0][1] == "other"


def test_a_body_s_ordinal_is_a_count_of_the_dead() -> None:
    assert told("Jenazah ke-12 ditemukan.") == [("12", "killed", 12, 12)]
    assert not told("Pertandingan ke-12 dimainkan.")


def test_those_found_in_a_report_of_bodies_are_dead() -> None:
    assert told("Tim menemukan enam jenazah korban. Satu berhasil dievakuasi.")[1] == ("Satu", "killed", 1, 1)
    assert told("Tim mencari korban. Satu berhasil dievakuasi dengan selamat.")[0][1] != "killed"


def test_trillions_of_nothing_named_are_money() -> None:
    assert told("Jumlahnya kurang lebih 11 triliun, kata dia.") == [("11 triliun", "money", 11 * 10**12, 11 * 10**12)]
    assert told("Ada 2 miliar orang di sana.")[0][1] != "money"
    assert told("Modalnya SGD100.000.") == [("100.000", "money", 100_000, 100_000)]


def test_part_of_victims_found_and_their_whole() -> None:
    found = find("Tim SAR menemukan jenazah. Tim menemukan 9 dari 10 korban.")
    assert [(f.number.text, f.measure, f.part) for f in found] == [("9", "killed", "part"), ("10", "affected", "total")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Perumahan itu terendam dengan ketinggian 90cm.", ("height_m", 0.9)),
        ("Ketinggian air -+5cm.", ("height_m", 0.05)),
        ("Ketinggian air beragam, mulai 5 hingga 90 sentimeter.", ("height_m", 0.05)),
        ("Tinggi banjir beragam. Jarak ke kota 4 Km.", ("distance_km", 4)),
        ("Tinggi tebing itu terlihat dari jarak 12 meter.", ("distance_km", 0.012)),
        ("Gempa Mag:4.5 terjadi di Lontar.", ("magnitude", 4.5)),
        ("Gempa Mag 3.2 terjadi di Lontar.", ("magnitude", 3.2)),
    ],
)
def test_units_written_close_and_heights_told_before(words: str, expected: tuple[str, float]) -> None:
    ((_, measure, low, _),) = told(words)
    assert (measure, low) == (expected[0], pytest.approx(expected[1]))


def test_people_or_families_share_what_befell_them() -> None:
    assert [f[1] for f in told("Ada 1.200 jiwa atau 300 KK terdampak.")] == ["affected", "affected"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Meninggal:5, luka:3 orang.", [("5", "killed"), ("3", "injured")]),
        ("Gempa di laut, Kedlmn:5 Km.", [("5", "depth_km")]),
        ("Pertandingan berakhir 3:1 pukul 10:20.", []),
        ("Tim SAR menemukan jenazah. Korban ke-10 ditemukan.", [("10", "killed")]),
    ],
)
def test_numbers_behind_a_colon_and_victims_in_order(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(text, measure) for text, measure, _, _ in told(words)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gunung itu mengalami tujuh kali erupsi.", [("tujuh", "other", 7)]),
        ("Gunung itu meletus sebanyak 28 kali.", [("28", "other", 28)]),
        ("Warga menerobos dua kali gerbang itu.", []),
        ("Harga beras naik dua kali lipat.", []),
        (
            "Kolom abu mencapai 1 kilometer atau 900 meter di atas puncak.",
            [("1", "height_m", 1000), ("900", "height_m", 900)],
        ),
        ("Gempa itu di kedalaman 40 kilometer.", [("40", "depth_km", 40)]),
        ("Banjir menggenangi jalan sepanjang 300 meter.", [("300", "distance_km", 0.3)]),
        ("IHSG ditutup turun 50,5 poin ke level 6.918.", [("50,5", "other", 50.5), ("6.918", "other", 6918)]),
        ("Ia naik ke level 6.918.", []),
        ("Ia dihukum 5 tahun dan 6 bulan penjara.", [("5", "duration", 5.5)]),
        ("Ia pergi 5 tahun dan kembali 6 bulan lagi.", [("5", "duration", 5), ("6", "duration", 6)]),
        ("Pelaku melanggar Pasal 2 Ayat (1) undang-undang itu.", []),
        ("Izin itu terbit lewat SK Bupati No. 290 Tahun 2013.", []),
        ("Izin itu terbit menurut Permenlon 12 Tahun 2013.", []),
        ("Izin itu terbit menurut Permenlon 12 tahun 2013.", []),
        ("Perdalon 12 Tahun 2013 dicabut.", []),
        ("Sekitar 500 dari 2000 warga mengungsi.", [("500", "displaced", 500), ("2000", "displaced", 2000)]),
        ("Sebanyak 15 bus 2023 lalu terbakar.", [("15", "vehicles", 15)]),
        ("Polisi menyita satu unit ponsel.", [("satu", "other", 1)]),
        ("Polisi mendatangi satu perusahaan.", []),
        ("Jadwal bertambah dari 366 menjadi 398 perjalanan.", [("366", "other", 366), ("398", "other", 398)]),
        ("Kedutaan memulangkan 90 warga negara Indonesia yang terjebak.", [("90", "evacuated", 90)]),
        ("Serangan itu bertujuan memulangkan 49 sandera.", [("49", "hostages", 49)]),
        ("Sebanyak 20bus terbakar.", [("20", "vehicles", 20)]),
        ("Uang itu bagian dari totalRp11 triliunyang disita.", [("11 triliun", "money", 11 * 10**12)]),
        ("Di antara korban luka, empat di antaranya anak-anak.", [("empat", "injured", 4)]),
    ],
)
def test_times_heights_levels_and_pieces(words: str, expected: list[tuple[str, str, float]]) -> None:
    assert [(text, measure, low) for text, measure, low, _ in told(words)] == expected


def test_a_bare_count_goes_on_from_the_one_before() -> None:
    found = told("Sebanyak 11 orang hilang. Informasi awal itu ada delapan gitu ya.")
    assert [(text, measure) for text, measure, _, _ in found] == [("11", "missing"), ("delapan", "missing")]
    assert not told("Kabar itu sudah ada dua yang membantah.")


def test_a_range_of_digits_behind_between() -> None:
    assert [(n.low, n.high) for n in numbers("antara 97 atau 98 pertanyaan")] == [(97, 98)]
    assert [(n.low, n.high) for n in numbers("maksimal 400-750 meter")] == [(400, 750)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sebanyak 8 orang hilang. Katanya ada tiga lagi. Jadi 11 orang.", ["missing", "missing", "missing"]),
        ("Belum jelas apakah 11 orang hilang itu meninggal dunia.", ["missing"]),
        ("Sebanyak 3 orang hilang ditemukan tewas.", ["killed"]),
        ("Korban meninggal menjadi 7 orang. Korban banjir semula ada 7 orang.", ["killed", "killed"]),
    ],
)
def test_who_was_counted_before_is_meant(words: str, expected: list[str]) -> None:
    assert [measure for _, measure, _, _ in told(words)] == expected


def test_counts_that_a_whole_is_made_of_are_parts() -> None:
    found = find("Korban yang terdiri dari 23 perempuan dan 55 pria itu dideportasi.")
    assert [(f.number.text, f.part) for f in found] == [("23", "part"), ("55", "part")]
    found = find("Polisi menyita lima mobil yang terdiri dari Sedan Lontar 2 unit dan Randu 3 unit.")
    assert [(f.number.text, f.part) for f in found] == [("lima", "total"), ("2", "part"), ("3", "part")]
    assert [f.part for f in find("Rombongan itu terdiri dari 12 orang.")] == ["total"]


def test_an_age_is_of_whoever_stands_beside_it() -> None:
    (age,) = find("Wira Sasmita membawa anak berusia 6 tahun.")
    assert (age.measure, age.counted) == ("age", "anak")


def test_an_age_in_tens_ends_before_the_next_ten() -> None:
    for words in ("Ia berumuran sekitar 60-an dan tinggal sendiri.", "Pria 60-an tahun itu ditahan."):
        (age,) = find(words)
        assert (age.measure, age.low, age.high, age.number.text) == ("age", 60, 69, "60-an")
    (crowd,) = find("Ada 60-an orang di sana.")
    assert (crowd.low, crowd.high, crowd.number.text) == (60, 60, "60")


def test_members_of_others_are_no_police() -> None:
    assert [f.measure for f in find("Keluarga melaporkan hilangnya lima anggota band Randu ke polisi.")] == ["missing"]
    assert [f.measure for f in find("Polisi mengerahkan 20 anggota ke lokasi.")] == ["police"]


def test_people_of_the_households_counted_before() -> None:
    found = find("Keluarga yang terdampak mencapai 2.800 kepala keluarga atau 17.062 jiwa.")
    assert [f.measure for f in found] == ["affected", "affected"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dilaporkan 60.948 jiwa terdampak dari 26.263 kepala keluarga.", ["affected", "affected"]),
        ("Sebanyak 84 jiwa (26 KK) masih mengungsi di desa itu.", ["displaced", "displaced"]),
        ("Penyanyi 14 tahun itu hadir.", ["age"]),
        ("Air menggenangi rumah setinggi 20 CM.", ["height_m"]),
    ],
)
def test_people_in_brackets_and_ages_behind_a_calling(words: str, expected: list[str]) -> None:
    assert [measure for _, measure, _, _ in told(words)] == expected


def test_numbers_that_come_to_the_count_before_them_are_its_parts() -> None:
    assert told("Alat itu mencatat sembilan gempa, enam di laut dan tiga di darat.") == [
        ("sembilan", "other", 9, 9),
        ("enam", "other", 6, 6),
        ("tiga", "other", 3, 3),
    ]
    words = "Ada delapan korban dalam kecelakaan itu, enam orang di Kalimas dan dua orang lainnya di Randu."
    assert [measure for _, measure, _, _ in told(words)] == ["affected"] * 3


@pytest.mark.parametrize(
    ("words", "measure", "value"),
    [
        ("Tujuh orang tewas dalam kebakaran itu, kata empat saksi dan tiga petugas.", "killed", 7),
        ("Delapan warga terluka. Tiga dokter dan lima perawat datang dari kota.", "injured", 8),
        ("Polisi menangkap lima orang. Tiga warga dan dua satpam melaporkan mereka.", "arrested", 5),
        ("Kebakaran itu melukai sembilan orang. Polisi memeriksa lima saksi dan empat ahli.", "injured", 9),
        ("Tujuh warga terluka. Empat orang datang dan tiga orang pulang.", "injured", 7),
    ],
)
def test_others_who_come_to_a_toll_are_no_parts_of_it(words: str, measure: str, value: int) -> None:
    assert [f.low for f in find(words) if f.measure == measure] == [value]


def test_numbers_that_come_to_no_count_or_count_others_are_no_parts() -> None:
    assert told("Alat itu mencatat sembilan gempa, enam di laut.")[0] == ("sembilan", "other", 9, 9)
    words = "Tiga orang tewas. Dua penumpang lainnya menunggu dan satu sopir lainnya pulang."
    assert [measure for _, measure, _, _ in told(words)] == ["killed", "other", "other"]


def test_what_is_said_of_all_in_one_word_is_said_of_those_counted() -> None:
    words = "Mobil itu menabrak dua orang di tepi jalan, dan dua-duanya meninggal dunia."
    assert told(words) == [("dua", "killed", 2, 2)]
    assert told("Truk itu menabrak tiga warga. Ketiganya terluka.") == [("tiga", "injured", 3, 3)]
    assert told("Truk itu menabrak tiga warga. Keduanya terluka.") == [("tiga", "affected", 3, 3)]
    words = "Satpam mengejar dua pencuri saat dua pedagang melihat; keduanya ditangkap."
    assert [measure for _, measure, _, _ in told(words)] == ["other", "other"]


def test_ages_do_not_part_a_count_from_what_is_said_of_it() -> None:
    words = "Dua perempuan berusia 41 tahun dan 53 tahun terluka di Kalimas."
    assert told(words) == [("Dua", "injured", 2, 2), ("41", "age", 41, 41), ("53", "age", 53, 53)]
    words = "Berikut tujuh mahasiswa: Rato (21) meninggal dunia, Keli (22) selamat."
    assert told(words)[0] == ("tujuh", "other", 7, 7)


@pytest.mark.parametrize(
    "words",
    [
        "Pembalap asal Kalimas itu, 28 tahun, menang.",
        "Rato, laki-laki, 28 tahun, ditangkap.",
        "Ibu korban RW (28) melapor.",
        "Kasus itu dialami Mbah Rato(28), seorang petani.",
        "Rato dan WAF (28 ) selamat.",
        "Mereka berusia di atas 28 tahun.",
    ],
)
def test_ages_set_off_behind_someone(words: str) -> None:
    assert [(f.number.text, f.measure) for f in find(words)] == [("28", "age")]


def test_years_set_off_behind_a_thing_are_a_time() -> None:
    assert told("Masa sewa itu, 28 tahun, sudah habis.") == [("28", "duration", 28, 28)]
    assert told("Ia bekerja sebagai guru, 12 tahun, di desa itu.") == [("12", "duration", 12, 12)]
    assert told("Warga 15 tahun menunggu jembatan.") == [("15", "duration", 15, 15)]
    assert told("Warga 15 tahun itu menang.") == [("15", "age", 15, 15)]
    assert told("Warga RT 05 RW (05) mengungsi.") == []


def test_two_numbers_near_one_another_are_a_guess() -> None:
    assert told("Tarif naik 30 atau 35 persen.") == [("30 atau 35", "percent", 30, 35)]
    assert len(told("Warga itu 2.800 keluarga atau 17.062 jiwa.")) == 2


def test_a_noun_in_brackets_is_counted() -> None:
    assert told("Panitia menerima hampir 250 (lukisan).") == [("250", "other", None, 250)]
    assert told("Mobil Lontar 3 (harga) dijual.") == []


def test_water_stands_as_high_as_it_is_told() -> None:
    assert told("Jalan tergenang air antara 60-80 cm.") == [("60-80", "height_m", 0.6, 0.8)]
    assert told("Banjir merusak jalan sepanjang 80 cm.")[0][1] == "distance_km"


def test_one_beside_other_counts_is_counted() -> None:
    assert told("Helikopter itu membawa lima penumpang dan satu awak.") == [
        ("lima", "other", 5, 5),
        ("satu", "other", 1, 1),
    ]
    assert told("Ada satu orang yang datang.") == []
    assert told("Ada satu orang lain yang datang.") == [("satu", "other", 1, 1)]
    assert told("Hanya satu orang yang datang.") == [("satu", "other", 1, 1)]
    assert told("Bukan hanya satu orang yang datang.") == []


def test_those_told_as_survivors_are_survivors() -> None:
    assert told("Tujuh orang yang selamat kini mengungsi.") == [("Tujuh", "rescued", 7, 7)]
    assert told("Satu orang hanyut, tapi selamat.") == [("Satu", "rescued", 1, 1)]
    assert told("Tujuh orang mengungsi.") == [("Tujuh", "displaced", 7, 7)]


def test_a_number_glued_to_the_word_before_it() -> None:
    assert told("Petani menurunkan harga beras17 persen.") == [("17", "percent", 17, 17)]
    assert told("Ia memakai mesin tipe17 itu.") == []


def test_what_is_earned_is_money() -> None:
    assert told("Penjahit bisa dapat dua sampai tiga juta per pekan.") == [
        ("dua sampai tiga juta", "money", 2_000_000, 3_000_000)
    ]
    assert told("Situs itu dibuka tiga juta per pekan.") == []


def test_how_often_someone_was_struck() -> None:
    assert told("Ia ditembak dua kali.") == [("dua", "other", 2, 2)]
    assert told("Kota itu memanas empat kali lebih cepat.") == []


def test_places_gone_to_are_counted() -> None:
    assert told("Mereka dibawa ke empat rumah sakit.") == [("empat", "other", 4, 4)]
    assert told("Juara ke empat pulang.") == []


@pytest.mark.parametrize(
    "words",
    [
        "Dua nelayan asal Muara Randu, Kalimas ditemukan tewas.",
        "Dua warga di Kota Randu, timur laut Kalimas, juga dilaporkan tewas.",
        "Dua penumpang lainnya, Rato Keli (7) tewas.",
    ],
)
def test_a_place_or_name_between_does_not_part_those_counted_from_what_befell_them(words: str) -> None:
    assert ("Dua", "killed", 2, 2) in told(words)


def test_what_is_said_of_another_after_a_comma_is_not_said_of_those_counted() -> None:
    assert told("Dua nelayan melihat sampan itu, Rato ditemukan tewas.") == [("Dua", "other", 2, 2)]


def test_those_aboard_are_lost_with_the_plane() -> None:
    words = "Kapal dengan sembilan awak di atasnya, termasuk tiga koki, hilang di Kalimas."
    assert told(words) == [("sembilan", "missing", 9, 9), ("tiga", "missing", 3, 3)]


def test_the_pay_of_personnel_counts_no_force_in_the_field() -> None:
    assert told("Pembayaran gaji polisi itu untuk 488 personel.") == [("488", "other", 488, 488)]
    assert told("Polisi mengerahkan 488 personel.") == [("488", "police", 488, 488)]


def test_suspects_who_are_held_are_arrested() -> None:
    assert told("Penyidik menetapkan enam tersangka yang kemudian dibui.") == [("enam", "arrested", 6, 6)]
    assert told("Penyidik menetapkan enam tersangka.") == [("enam", "other", 6, 6)]


def test_a_list_of_those_included_goes_on() -> None:
    assert told("Sebanyak 64 penumpang terluka, termasuk 7 pelajar dan 21 pedagang.") == [
        ("64", "injured", 64, 64),
        ("7", "injured", 7, 7),
        ("21", "injured", 21, 21),
    ]


def test_an_amount_has_no_dust_of_binary_fractions() -> None:
    assert told("Anggaran itu Rp 8,05 miliar.") == [("8,05 miliar", "money", 8_050_000_000, 8_050_000_000)]


def test_a_name_with_numbers_counts_nothing() -> None:
    assert told("Ia tinggal di Klaster Melati 1 RT 007.") == []
    assert told("Tamu itu menginap di Wisma 3 Blok 8.") == []


def test_parts_of_whom_something_else_is_told_are_none() -> None:
    words = "Dua orang tewas. Satu pelaku ditangkap dan satu pelaku lain buron."
    assert [measure for _, measure, _, _ in told(words)] == ["killed", "arrested", "other"]


@pytest.mark.parametrize(
    "words",
    [
        "RANDU- Sebanyak sembilan remaja yang terlibat tawuran di Desa Muara, Kecamatan Randu, Kabupaten Kalimas, berhasil diamankan.",
        "Sebanyak sembilan pemuda yang membawa senjata tajam diamankan.",
        "Sebanyak sembilan pelaku berinisial Y, A, dan E ditangkap di Kalimas.",
    ],
)
def test_a_sentence_that_opens_with_people_tells_what_befell_them(words: str) -> None:
    assert told(words) == [("sembilan", "arrested", 9, 9)]


@pytest.mark.parametrize(
    "words",
    [
        "Sebanyak sembilan remaja yang melihat pelaku ditangkap di Kalimas pulang.",
        "Sebanyak sembilan remaja datang ke Desa Muara, Kecamatan Randu, setelah Rato diamankan.",
    ],
)
def test_the_arrest_of_another_is_not_of_those_a_sentence_opens_with(words: str) -> None:
    assert told(words) == [("sembilan", "other", 9, 9)]


def test_ages_in_an_aside_do_not_part_those_counted_from_what_befell_them() -> None:
    words = "Sebanyak 31 penari desa, yang berusia antara 18 hingga 40 tahun, terluka di Kalimas."
    assert told(words)[0] == ("31", "injured", 31, 31)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Kerugian itu Rp1,027 miliar.", 1_027_000_000, 1_027_000_000),  # a decimal comma before a word that scales
        ("Ada 1,096 juta penumpang.", 1_096_000, 1_096_000),
        ("Uang itu Rp 1,250-1,500 miliar.", 1_250_000_000, 1_500_000_000),
        ("Uang itu Rp 1,000 miliar.", 1_000_000_000_000, 1_000_000_000_000),
        ("Uang itu Rp 1,234,567 juta.", 1_234_567_000_000, 1_234_567_000_000),
        ("Aset itu Rp 16,8 kuadriliun.", 16_800_000_000_000_000, 16_800_000_000_000_000),
        ("Harga naik 3 persen-4 persen tahun ini.", 3, 4),
        ("Bunga itu 4,25%-4,5% setahun.", 4.25, 4.5),
        ("Bunga itu 4,7 persen hingga 5 persen.", 4.7, 5),
        ("Perbaikan itu satu minggu-dua minggu.", 1, 2),
        ("Masa itu paling lama dua tahun enam bulan.", None, 2.5),
        ("Masa itu paling lama 2 (dua) tahun 6 (enam) bulan.", None, 2.5),
    ],
)
def test_a_number_with_its_scale_its_range_or_its_smaller_part_is_one_value(
    words: str, low: float | None, high: float
) -> None:
    (figure,) = find(words)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Penguasaan bola 65 % - 35 %.", [65, 35]),
        ("Bunga turun dari 5 persen hingga 3 persen.", [5, 3]),
        ("Rapat itu 3 jam, lalu 4 menit.", [3, 4]),
        ("Keduanya 12 hari dan enam bulan di sana.", [12, 6]),
    ],
)
def test_numbers_that_fall_or_have_two_units_are_no_range(words: str, values: list[float]) -> None:
    assert [f.low for f in find(words)] == values


def test_the_number_and_year_of_a_decree_are_no_time() -> None:
    assert find("Kepmenlontar 527 tahun 2004 mengatur izin itu.") == ()
    assert [f.low for f in find("Ia dipenjara 12 tahun pada 2004.")] == [12]


def test_a_unit_is_told_twice_only_as_a_whole_word() -> None:
    assert [(f.low, f.high) for f in find("Pencarian 5 hari hingga 10 harimau ditemukan.")] == [(5, 5), (10, 10)]


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("Sebanyak 2\u2009300 warga mengungsi.", 2_300),
        ("Sebanyak 12\u202f300 warga mengungsi.", 12_300),
        ("Sebanyak 1\u00a0250\u00a0000 warga mengungsi.", 1_250_000),
        ("Kerugian Rp2\u00a0500\u00a0000 per rumah.", 2_500_000),
    ],
)
def test_a_blank_that_breaks_no_line_parts_thousands(words: str, low: int) -> None:
    (figure,) = find(words)
    assert (figure.low, figure.high) == (low, low)
    assert figure.text in words


@pytest.mark.parametrize(
    "words",
    [
        "Pada 2024\u00a0300 warga mengungsi.",  # a year
        "Sebanyak 2 300 warga mengungsi.",  # a plain blank tells nothing
        "Di RT 02\u00a0300 warga mengungsi.",
        "Pukul 10.15\u00a0300 warga mengungsi.",
        "Telepon 555\u00a0300\u00a01234, lalu 300 warga mengungsi.",
    ],
)
def test_other_numbers_side_by_side_are_not_one(words: str) -> None:
    assert 300 in [f.low for f in find(words) if f.measure == "displaced"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("16,9 triliun", 16_900_000_000_000),
        ("70,29 triliun", 70_290_000_000_000),
        ("17,1 triliun", 17_100_000_000_000),
        ("1,005 juta", 1_005_000),
    ],
)
def test_a_scaled_numeral_has_no_dust_of_binary_fractions(written: str, value: int) -> None:
    assert told(f"Nilainya Rp {written}, kata dia.") == [(written, "money", value, value)]


@pytest.mark.parametrize(
    ("words", "as_of"),
    [
        ("Sebanyak 37 orang tewas, 12 orang pada Senin dan 25 orang pada Selasa.", [None, "2031-03-03", "2031-03-04"]),
        ("Sebanyak 12 orang pada Senin dan 25 orang pada Selasa tewas.", ["2031-03-03", "2031-03-04"]),
        ("Pada Senin 12 orang tewas, Selasa 13 orang tewas.", ["2031-03-03", "2031-03-04"]),
        ("Sebanyak 37 orang tewas pada Senin, dan Selasa itu jenazah dipulangkan.", ["2031-03-03"]),
    ],
)
def test_counts_of_two_days_have_each_its_own(words: str, as_of: list[str | None]) -> None:
    dates = tuple(
        Date(article="a", start=(at := words.index(t)), end=at + len(t), text=t, value=value, rule="weekday")
        for t, value in (("Senin", "2031-03-03"), ("Selasa", "2031-03-04"))
    )
    article, view = Article(id="a", source="a.txt", text=words, sha256=""), text.view(words, INDONESIAN)
    found = figures.find(article, view, Credits(), (), dates, (), INDONESIAN, Anchor(day="2031-03-05"))
    assert [f.as_of for f in found] == as_of


@pytest.mark.parametrize(
    ("words", "days", "as_of"),
    [
        (
            "Korban tewas kerusuhan di Randu, Senin (3/3), bertambah menjadi 23 orang.",
            {"Senin (3/3)": "2031-03-03"},
            None,
        ),
        ("Badai yang terjadi Senin (3/3) menyebabkan 13 warga tewas.", {"Senin (3/3)": "2031-03-03"}, None),
        (
            "Dinas itu, Selasa (4/3), mendata 13 warga tewas akibat banjir pada Senin (3/3).",
            {"Selasa (4/3)": "2031-03-04", "Senin (3/3)": "2031-03-03"},
            "2031-03-04",
        ),
        ("Sebanyak 13 warga tewas akibat banjir per Senin (3/3).", {"Senin (3/3)": "2031-03-03"}, "2031-03-03"),
        ("Sebanyak 13 warga dievakuasi pada Senin (3/3).", {"Senin (3/3)": "2031-03-03"}, "2031-03-03"),
        ("Sebanyak 13 warga tewas akibat banjir pada 3 Januari.", {"3 Januari": "2031-01-03"}, "2031-01-03"),
    ],
)
def test_the_day_of_a_mishap_is_not_that_of_the_count_of_its_victims(
    words: str, days: dict[str, str], as_of: str | None
) -> None:
    dates = tuple(
        Date(article="a", start=(at := words.index(t)), end=at + len(t), text=t, value=value, rule="weekday")
        for t, value in days.items()
    )
    article, view = Article(id="a", source="a.txt", text=words, sha256=""), text.view(words, INDONESIAN)
    found = figures.find(article, view, Credits(), (), dates, (), INDONESIAN, Anchor(day="2031-03-04"))
    assert [f.as_of for f in found] == [as_of]
