"""What a sum of money or a share in percent is the value of, in the words of its report."""

from __future__ import annotations

import re

import pytest
from test_series import align, read

from runut.comparing import purposes
from runut.comparing.purposes import Purpose
from runut.lang import load

INDONESIAN = load("id")
WORDS = INDONESIAN.derive(purposes.sum_words)


def told(words: str) -> list[tuple[str, str] | None]:
    """The kind and phrase of each sum and share of a text."""
    reading = read(words)
    found = purposes.find(reading, WORDS)
    kept = [found.get(f.id) for f in reading.figures if f.measure in purposes.ROLES]
    return [(p.kind, p.phrase) if p is not None else None for p in kept]


@pytest.mark.parametrize(
    "row",
    [r for r in INDONESIAN.table("sum_nouns") if r["role"] in ("noun", "verb", "share")],
    ids=lambda r: f"{r['word']} {r['role']}",
)
def test_every_noun_tells_what_the_sum_of_its_example_is_of(row: dict[str, str]) -> None:
    (found,) = told(f"{row['example'][:1].upper()}{row['example'][1:]}.")
    kind = "" if row["kind"] == purposes.PLAIN else row["kind"]
    assert found is not None
    assert found[0] == kind
    assert found[1].startswith(row["label"] or row["word"])


@pytest.mark.parametrize("row", INDONESIAN.table("sum_nouns"), ids=lambda r: f"{r['word']} {r['role']}")
def test_every_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert row["word"].lower() in row["example"].lower()


@pytest.mark.parametrize(
    ("words", "kind", "phrase"),
    [
        ("Jaksa menaksir kerugian keuangan negara sebesar Rp 12 miliar.", "loss", "kerugian keuangan negara"),
        ("Kerugiannya mencapai Rp 12 miliar.", "loss", "kerugian"),
        ("Proyek itu merugikan negara hingga Rp 12 miliar.", "loss", "kerugian negara"),
        ("Kerugian warga dalam kebakaran di Kalimas itu mencapai Rp 12 miliar.", "loss", "kerugian warga"),
        ("Nilai kerugian koperasi itu Rp 12 miliar.", "loss", "nilai kerugian koperasi"),
        ("Nilai akuisisi PT Lontar oleh PT Kalimas sebesar Rp 12 miliar.", "price", "nilai akuisisi PT Lontar"),
        ("Anggaran untuk pengadaan perahu ini mencapai Rp 12 miliar.", "budget", "anggaran"),
        ("Harga pokok kopi (HPK) di Kalimas berada di level Rp 12.000.", "price", "harga pokok kopi"),
        ("Tas itu dibeli seharga Rp 12 juta.", "price", "harga"),
        ("Hakim menghukum Wira membayar denda Rp 12 juta.", "fine", "denda"),
        ("Penghasilan nelayan tidak lebih dari Rp 12 juta.", "wage", "penghasilan nelayan"),
        ("Inflasi Kalimas tercatat 3,4 persen.", "inflation", "inflasi Kalimas"),
        ("Pertumbuhan ekonomi Kalimas pada semester itu mencapai 4,7 persen.", "growth", "pertumbuhan ekonomi Kalimas"),
    ],
)
def test_a_sum_is_of_the_noun_that_leads_to_it(words: str, kind: str, phrase: str) -> None:
    assert told(words) == [(kind, phrase)]


def test_the_same_sum_in_another_currency_is_of_the_same() -> None:
    assert (
        told("Nilai investasi itu mencapai 2 miliar dollar AS atau sekitar Rp 33 triliun.")
        == [("investment", "nilai investasi")] * 2
    )
    assert told("Ia punya utang US$ 30 juta (Rp 492 miliar).") == [("debt", "utang")] * 2


@pytest.mark.parametrize(
    "words",
    [
        "Warga yang menuntut harga turun membayar Rp 12 juta.",  # a verb of its own stands between
        "Kerugian dari anggaran sekolah sebesar Rp 12 miliar.",  # of the one or of the other
        "Bupati menawarkan impor dan investasi senilai Rp 12 miliar.",  # of both
        "Denda itu berat. Ia menyetor Rp 12 juta.",  # in another sentence
        "Badan Pengelola Investasi Lontar menerima Rp 12 miliar.",  # in a name
        "Polisi menyita uang Rp 12 juta.",  # says nothing
        "Saham Lontar turun lebih dari 12 persen.",  # by how much it changed
        "Pajak kendaraan di Kalimas naik sebesar 12,5 persen.",
        "Kenaikan gaji guru hingga Rp 12 juta.",  # by how much, or up to what
        "Rugi warga bukan Rp 12 juta.",  # what it is not
    ],
)
def test_other_words_tell_nothing(words: str) -> None:
    assert told(words) == [None]


def test_by_how_much_a_price_changed_is_no_price() -> None:
    assert told("Harga telur naik Rp 500 menjadi Rp 12.000.")[0] == (purposes.CHANGE, "")
    assert told("Harga telur naik menjadi Rp 12.000.") != [(purposes.CHANGE, "")]


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("sum_nouns") if r["role"] == "changing"], ids=lambda r: r["word"]
)
def test_behind_every_noun_or_verb_of_change_a_sum_is_a_change(row: dict[str, str]) -> None:
    assert told(f"{row['example']}.") == [(purposes.CHANGE, "")]


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("sum_nouns") if r["role"] == "until"], ids=lambda r: r["word"]
)
def test_up_to_what_or_by_how_much_is_not_told(row: dict[str, str]) -> None:
    assert told(f"{row['example']}.") == [None]


@pytest.mark.parametrize(
    "row",
    [r for r in INDONESIAN.table("sum_nouns") if r["role"] in ("clause", "now", "leading", "with")],
    ids=lambda r: f"{r['word']} {r['role']}",
)
def test_where_the_words_of_a_noun_begin_and_end(row: dict[str, str]) -> None:
    other = {"clause": "hulu", "now": "hulu", "leading": "Badan", "with": "dari"}[row["role"]]
    (found,) = told(f"{row['example']}.")
    (changed,) = told(f"{re.sub(row['word'], other, row['example'], flags=re.IGNORECASE)}.")
    assert (found is None) is (row["role"] == "clause")
    assert (changed is None) is (row["role"] != "clause")


@pytest.mark.parametrize(
    "words",
    [
        "Penurunan kemiskinan di Kalimas mencapai 2,25 persen.",
        "Kenaikan tarif kopi sebesar 12,5 persen.",
        "Pemerintah memotong gaji guru lebih dari Rp 500 ribu.",
        "Selisih harga beras itu mencapai Rp 2.000.",
    ],
)
def test_by_how_much_a_thing_changed_is_not_the_thing(words: str) -> None:
    assert told(words) == [(purposes.CHANGE, "")]


def test_what_a_thing_came_to_is_the_thing() -> None:
    assert told("Kenaikan gaji guru menjadi sekitar Rp 12 juta.") == [("wage", "gaji guru")]
    assert told("Potongan harga tiket sebesar 12 persen.") == [("discount", "potongan harga tiket")]
    assert told("Bonus itu dipotong pajak sebesar 12 persen.") == [("duty", "pajak")]
    assert told("Pendapatan toko tidak kurang dari Rp 12 juta.") == [("income", "pendapatan toko")]


def test_two_sums_of_one_report_each_have_their_own() -> None:
    assert told("Gaji guru itu Rp 5 juta dan tunjangan Rp 3 juta.") == [("wage", "gaji guru"), ("wage", "tunjangan")]


def test_what_sums_are_of_is_told_where_they_share_it() -> None:
    loss, short, price = Purpose("kerugian negara", "loss"), Purpose("kerugian", "loss"), Purpose("harga", "price")
    assert purposes.shared([loss, short, loss]) == "kerugian negara"
    assert purposes.shared([loss, price]) == ""
    assert purposes.shared([loss, None, None]) == ""
    assert purposes.shared([loss, None]) == ""
    assert purposes.shared([loss, loss, Purpose("kerugian warga", "loss")]) == ""
    assert purposes.apart(loss, price)
    assert not purposes.apart(loss, None)
    assert purposes.alike(loss, short)
    assert purposes.named_alike(loss, loss)
    assert not purposes.named_alike(loss, short)
    assert not purposes.alike(loss, price)
    assert purposes.differ(loss, Purpose("kerugian warga", "loss"))
    claim, change = Purpose("klaim warga", ""), Purpose("", purposes.CHANGE)
    assert not purposes.differ(claim, claim)
    assert not purposes.differ(change, change)
    assert purposes.differ(claim, change)
    assert purposes.differ(claim, Purpose("hadiah", ""))


def test_a_series_of_sums_is_called_by_what_they_are_of() -> None:
    one = read("Jaksa menaksir kerugian negara sebesar Rp 12,34 miliar dalam perkara itu.")
    other = read("Menurut jaksa, perkara itu merugikan negara Rp 12,34 miliar.")
    (row,) = align(one, other)
    assert row.what == "jumlah uang: kerugian negara"


@pytest.mark.parametrize("noun", ["Klaim asuransi gempa Kalimas", "Hadiah lomba perahu Kalimas"])
def test_a_sum_without_a_kind_that_grew_is_one_series(noun: str) -> None:
    one = read(f"{noun} mencapai Rp 12,5 miliar.", day="2031-06-08")
    (row,) = align(one, read(f"{noun} bertambah menjadi Rp 15,5 miliar.", day="2031-06-09"))
    assert len(row.figures) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Pajak kendaraan di Kalimas naik sebesar 12,5 persen.",
            "Saham Lontar dikuasai keluarga Wira sebesar 12,5 persen.",
        ),
        ("Pertumbuhan ekonomi Kalimas 4,75 persen.", "Pertumbuhan penduduk Kalimas 4,75 persen."),
        ("Rugi warga bukan Rp 12,35 miliar.", "Kabarnya rugi warga bukan Rp 12,35 miliar."),
    ],
)
def test_a_series_is_not_called_by_what_only_some_of_it_tell(one: str, other: str) -> None:
    assert all(":" not in row.what for row in align(read(one), read(other)))


def test_sums_of_two_purposes_are_not_set_side_by_side() -> None:
    price = "Nilai akuisisi PT Lontar oleh PT Kalimas sebesar Rp 1,2 triliun."
    loss = "Jaksa di sidang menyebut nilai kerugian negara di perkara itu mencapai Rp 1,2 triliun."
    assert not align(read(price), read(loss))
    assert align(read(price), read("Nilai akuisisi dalam proyek itu mencapai Rp1,2 triliun."))


def test_a_round_loss_goes_with_the_exact_one_of_its_sentence() -> None:
    words = "Perkara itu menimbulkan kerugian keuangan negara hampir Rp 900 miliar atau sekurang-kurangnya Rp 893.160.000.000."
    (row,) = align(read(words), read("Kerugian negara akibat perkara itu mencapai Rp 893 miliar."))
    assert len(row.figures) == 3
