"""`seorang` beside a count, counts told anew, wholes and their parts: what each numeral of such a sentence is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut import lang
from runut.model import Figure, Reading

INDONESIAN = lang.load("id")


def find(words: str) -> tuple[Figure, ...]:
    reading = runut.read({"text": words})
    assert isinstance(reading, Reading)
    return reading.figures


def told(words: str) -> list[tuple[str, str, float | None, float | None]]:
    return [(f.number.text, f.measure, f.low, f.high) for f in find(words)]


def counts(words: str) -> list[tuple[str, str]]:
    return [(f.number.text, f.measure) for f in find(words)]


def rows(*roles: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in roles]


def ids(row: Mapping[str, str]) -> str:
    return row["word"]


# --- an article beside a count ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Delapan orang luka-luka dan seorang penjaga tewas.", [("Delapan", "injured"), ("seorang", "killed")]),
        ("Sebanyak 15 orang ditangkap serta seorang warga tewas.", [("15", "arrested"), ("seorang", "killed")]),
        ("Empat nelayan dan seorang guru tewas.", [("Empat", "killed"), ("seorang", "killed")]),
        ("Seorang guru dan empat murid tewas.", [("Seorang", "killed"), ("empat", "killed")]),
        ("Ledakan itu menewaskan empat murid dan seorang guru.", [("empat", "killed"), ("seorang", "killed")]),
        (
            "Enam orang dibawa ke rumah sakit. Seorang di antaranya luka berat.",
            [("Enam", "injured")],
        ),
        ("Enam orang tewas dan seorang lagi hilang.", [("Enam", "killed"), ("seorang", "missing")]),
        (
            "Enam orang tewas: tiga pria, dua wanita, dan seorang balita.",
            [("Enam", "killed"), ("tiga", "killed"), ("dua", "killed"), ("seorang", "killed")],
        ),
    ],
)
def test_an_article_set_beside_a_count_counts_one(words: str, wanted: list[tuple[str, str]]) -> None:
    assert counts(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Seorang penjaga tewas.",
        "Enam orang luka-luka setelah ditabrak seorang penjaga.",
        "Enam orang tewas, termasuk seorang balita.",
        "Enam orang ditangkap dan seorang saksi berkata gudang itu sudah lama kosong.",
        "Enam rumah rusak dan seorang warga berkata air datang malam hari.",
        "Seorang warga dan dua rumah hanyut.",
        "Seorang pria dan 3 kilogram sabu diamankan.",
        "Dia adalah seorang guru dan dua kali juara.",
        "Warga dirampok seorang pria dan dua wanita.",
        "Ia ditembak oleh seorang polisi dan dua tentara.",
        "Dua korban tewas, dan seorang saksi mengatakan hal itu.",
    ],
)
def test_an_article_alone_counts_nobody(words: str) -> None:
    assert "seorang" not in [number.lower() for number, _ in counts(words)]


@pytest.mark.parametrize("row", rows("and", "meanwhile"), ids=ids)
def test_words_that_set_an_article_beside_a_count(row: dict[str, str]) -> None:
    assert ("seorang", "killed") in counts(f"{row['example'].capitalize()}.")


def test_children_of_those_counted_share_no_fate() -> None:
    assert counts("Ayah dua anak dan seorang guru itu tewas di Kalimas.")[0] == ("dua", "other")
    assert counts("Ibu dua anak dan tiga guru tewas di Kalimas.")[0] == ("dua", "other")
    assert counts("Dua anak dan seorang guru itu tewas di Kalimas.")[0] == ("Dua", "killed")


# --- counts told anew -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("now-are", "initially"), ids=ids)
def test_what_a_first_count_has_become(row: dict[str, str]) -> None:
    assert counts(row["example"]) == [("delapan", "killed"), ("12", "killed")]


def test_those_among_a_first_count_are_not_what_it_has_become() -> None:
    assert find("Awalnya 12 orang ditangkap, dua di antaranya kini menjadi saksi.")[1].part == "part"
    assert counts("Delapan orang tewas, lalu warga yang berkumpul menjadi 12 orang.")[1] != ("12", "killed")


@pytest.mark.parametrize(
    "words",
    [
        "Awalnya delapan orang tewas, lalu pada Kamis sore menjadi 12 orang.",
        "Informasi awal ada delapan korban tewas di desa itu, lalu jadi 12 orang.",
    ],
)
def test_words_on_the_way_to_what_a_first_count_has_become(words: str) -> None:
    assert counts(words) == [("delapan", "killed"), ("12", "killed")]


@pytest.mark.parametrize(
    "words",
    [
        "Awalnya delapan orang tewas, personel yang dikerahkan kini 12 orang.",
        "Awalnya delapan orang ditangkap, penjaga di sana kini 12 orang.",
        "Awalnya delapan orang tewas, korban luka kini 12 orang.",
        "Kami sebut delapan orang tewas, seharusnya 12 orang yang berangkat.",
        "Delapan orang ditangkap, seharusnya 12 orang.",
        "Longsor itu menewaskan delapan orang, bukan 12 seperti diberitakan.",
    ],
)
def test_what_a_first_count_has_not_become(words: str) -> None:
    first, *others = counts(words)
    assert first[1] not in [measure for _, measure in others]


@pytest.mark.parametrize("row", rows("righted", "told-wrong"), ids=ids)
def test_what_is_right_instead_of_a_count_that_was_told(row: dict[str, str]) -> None:
    assert counts(row["example"]) == [("delapan", "killed"), ("12", "killed")]
    assert counts(row["example"].replace("12 orang", "12")) == [("delapan", "killed"), ("12", "killed")]


@pytest.mark.parametrize("row", rows("tells", "of-teller"), ids=ids)
def test_a_bare_number_somebody_tells(row: dict[str, str]) -> None:
    assert counts(row["example"]) == [("Sembilan", "killed"), ("delapan", "killed")]


@pytest.mark.parametrize("row", rows("contrast"), ids=ids)
def test_words_behind_a_bare_number(row: dict[str, str]) -> None:
    assert counts(row["example"]) == [("Dua belas", "killed"), ("sembilan", "killed")]


@pytest.mark.parametrize(
    "words",
    [
        "Sembilan orang tewas. Dinas itu menyebut delapan desa terendam.",  # another count
        "Sembilan orang tewas. Jalan itu ditutup. Dinas itu menyebut delapan.",  # too far back
        "Harga beras naik 9 persen. Dinas itu menyebut delapan.",  # nothing that is told again so
        "Sembilan orang tewas. Dinas itu menyebut satu.",
        "Sembilan orang tewas. Jumlah korban luka disebut 12.",
        "Sembilan orang tewas. Rumah yang rusak disebut 30.",
        "Sembilan orang tewas. Jumlah penembaknya disebut tiga.",
        "Sembilan orang tewas. Polisi menyebut usia pelaku bukan 17.",
        "Sembilan orang tewas. Kapasitas kapal seharusnya 12.",
        "Sembilan orang tewas. Suhu disebut 12.",
        "Sembilan orang tewas. Korban luka yang polisi menyebut 12.",
        *(row["example"] for row in rows("about")),
    ],
)
def test_a_bare_number_that_counts_none_of_those(words: str) -> None:
    assert "killed" not in [f.measure for f in find(words) if f.rule == "measure:told-bare"]


def test_the_strength_of_a_quake_told_anew() -> None:
    words = "Gempa itu bermagnitudo 7,0, sementara lembaga lain menyebut angkanya"
    assert told(f"{words} 6,8.")[1] == ("6,8", "magnitude", 6.8, 6.8)
    assert len(told(f"{words} 12.")) == 1
    assert len(told("Gempa magnitudo 6,5 mengguncang Lontar. Kedalaman disebut 6,1.")) == 1


# --- counts by place --------------------------------------------------------------------------------------------------


def test_a_bare_count_of_another_place() -> None:
    words = "Sembilan warga tewas di Kalimas"
    assert counts(f"{words} dan empat di Randu.") == [("Sembilan", "killed"), ("empat", "killed")]
    assert counts(f"{words}, empat di Randu, dan dua di Sirih Barat.")[1:] == [("empat", "killed"), ("dua", "killed")]


@pytest.mark.parametrize(
    "words",
    [
        "Dua orang tewas di Kalimas dan tiga di Randu dibebaskan.",
        "Dua orang tewas di Kalimas dan tiga di Randu menunggu bantuan.",
        "Dua orang ditangkap di Kalimas dan tiga di Randu masih diburu.",
    ],
)
def test_a_bare_count_with_a_verb_of_its_own(words: str) -> None:
    assert len(counts(words)) == 1


# --- found alive ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("last-words"), ids=ids)
def test_words_that_tell_a_fate_only_where_nothing_follows(row: dict[str, str]) -> None:
    assert counts(row["example"]) == [("Dua", "other")]
    assert counts(f"Dua penambang {row['word']}, tiga tewas.") == [("Dua", "rescued"), ("tiga", "killed")]
    assert counts(f"Dua penambang {row['word']} dan tiga tewas.") == [("Dua", "rescued"), ("tiga", "killed")]


# --- a whole and its parts, bounds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Polisi melepas 31 dari 40 pemuda yang ditangkap di alun-alun.", [("31", "arrested"), ("40", "arrested")]),
        ("Dua dari lima penyelam yang hilang ditemukan selamat.", [("Dua", "rescued"), ("lima", "missing")]),
        ("Sebanyak 18 dari 22 awak telah diselamatkan.", [("18", "rescued"), ("22", "other")]),
        (
            "Delapan meninggal dunia, sembilan selamat, dan 11 belum ditemukan.",
            [("Delapan", "killed"), ("sembilan", "rescued"), ("11", "missing")],
        ),
        ("Sebanyak 17 penumpang perahu yang tenggelam di teluk itu masih dalam pencarian.", [("17", "missing")]),
    ],
)
def test_what_a_whole_and_its_parts_are(words: str, wanted: list[tuple[str, str]]) -> None:
    assert counts(words) == wanted


@pytest.mark.parametrize("row", rows("more"), ids=ids)
def test_more_than_so_many(row: dict[str, str]) -> None:
    assert told(row["example"]) == [("12", "participants", 12, None)]
    assert told("Aksi diikuti 12 orang lebih memilih pulang.") == [("12", "participants", 12, 12)]


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Sebanyak 54 orang sudah dipulangkan dan 10 orang masih dirawat.", ["other", "injured"]),
        ("Sebanyak 54 orang telah pulang dan 10 lainnya masih dirawat.", ["other", "injured"]),
        ("Sebanyak 18 polisi dan 3 tentara masih dirawat.", ["injured", "injured"]),
    ],
)
def test_who_went_home_is_not_among_those_treated(words: str, measures: list[str]) -> None:
    assert [f.measure for f in find(words)] == measures


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Akibat kecelakaan itu, sopir berinisial DI dan 2 penumpangnya meninggal dunia.", ["part"]),
        ("Ibu dan dua anak tewas terbakar.", ["part"]),
        ("Polisi menyebut bahwa pengemudi serta tiga penumpang terluka.", ["part"]),
        ("Tiga polisi dan dua warga terluka.", ["total", "total"]),
        ("Di rumah sopir dan dua orang tewas.", ["total"]),
        ("Dengan itu, korban tewas menjadi sembilan orang dan enam orang masih hilang.", ["total", "total"]),
        ("Pengemudi dan kernet selamat, sedangkan dua penumpang tewas.", ["total"]),
    ],
)
def test_those_told_beside_one_that_no_number_counts_are_some_of_them(words: str, parts: list[str]) -> None:
    assert [f.part for f in find(words)] == parts


@pytest.mark.parametrize(
    ("words", "measures"),
    [
        ("Menurut dua saksi, tiga orang tewas.", ["other", "killed"]),
        ("Menurut sopir dan dua saksi mata, tiga orang tewas.", ["other", "killed"]),
        ("Kata dua warga, tiga orang tewas.", ["other", "killed"]),
        ("Menurut polisi, dua warga, tiga tentara, dan lima polisi tewas.", ["killed", "killed", "killed"]),
        ("Kata Rini, 18 polisi dan 3 tentara tewas.", ["killed", "killed"]),
    ],
)
def test_who_tells_of_a_toll_is_not_in_it(words: str, measures: list[str]) -> None:
    assert [f.measure for f in find(words)] == measures
