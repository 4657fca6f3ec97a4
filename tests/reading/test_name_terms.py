"""What has the capitals of a name and is none: terms, short forms of ordinary words, makes and models of goods."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def found(body: str) -> tuple[Name, ...]:
    """The names of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    return names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)


def told(body: str) -> dict[str, str]:
    """Every form of every name of a text, with its type."""
    return {m.text: n.type for n in found(body) for m in n.mentions}


def persons(body: str) -> set[str]:
    """Every form of every person of a text."""
    return {form for form, type_ in told(body).items() if type_ == "PER"}


@pytest.mark.parametrize(
    "body",
    [
        "Gudang itu menyimpan cadangan beras pemerintah (CBP). Jumlah CBP itu cukup.",
        "Izin hutan tanaman industri (HTI) itu dicabut. Luas HTI tidak disebut.",
        "Ia masuk Daftar Pencarian Orang (DPO) sejak lama.",
        "Rapat itu membahas Rencana Penataan Ruang (RPR) kemarin.",
        "Motor Yamaha RX King 135 dan mobil Daihatsu Gran Max itu hilang.",
        "Yang disita terdiri dari Lexus 2 unit dan Maybach 1 unit.",
        "Minibus Toyota Lontara itu terguling.",
        "Laporan itu bernomor STLTP/B/1630/VI/2025 kemarin.",
        "Mesinnya bertenaga 150 LK pada putaran itu.",
        "Uang itu untuk siswa SMP dan SMA.",
    ],
)
def test_terms_and_goods_are_no_names(body: str) -> None:
    assert not told(body)


@pytest.mark.parametrize(
    ("body", "form", "type_"),
    [
        ("Keputusan Honda ditolak, kata Rini.", "Honda", "ORG"),
        ("Menurut Laporan Tempo, harga naik.", "Tempo", "ORG"),
        ("Ia membawa surat Rini Wijayanti.", "Rini Wijayanti", "PER"),
        ("Warga melapor ke badan nasional penanggulangan bencana (BNPB).", "BNPB", "ORG"),
        ("Hal itu dimuat SulungPay kemarin.", "SulungPay", "ORG"),
        ("Pada 2025 ZKLX menolak usul itu.", "ZKLX", "ORG"),
        ("Hal itu dikatakan pimpinan DPR/MPR kemarin.", "MPR", "ORG"),
        ("Rencana Rini Wijayanti ditolak.", "Rini Wijayanti", "PER"),
    ],
)
def test_what_stands_beside_terms_and_goods_is_told(body: str, form: str, type_: str) -> None:
    assert told(body).get(form) == type_


@pytest.mark.parametrize(
    "body",
    [
        "Hujan itu dipicu siklon tropis Lontara. Menurut warga, Lontara melemah.",
        "Mereka memainkan gim Lontara Raya sejak pagi.",
        "Warga suku Lontara Making hadir.",
        "Kemasan minyak goreng Lontara Emas itu bocor.",
    ],
)
def test_what_a_word_for_a_thing_stands_before_is_no_name(body: str) -> None:
    assert not told(body)


@pytest.mark.parametrize(
    ("body", "form"),
    [
        ("Bintang film Wiraguna Sastra hadir. Itu kata Wiraguna Sastra kemarin.", "Wiraguna Sastra"),
        ("Ia membahas film, Wiraguna Sastra menulisnya.", "Wiraguna Sastra"),
        ("Kapal Rini Wijayanti (34) hilang.", "Rini Wijayanti"),
    ],
)
def test_a_person_behind_a_word_for_a_thing_stays_one(body: str, form: str) -> None:
    assert told(body).get(form) == "PER"


def test_a_word_of_english_in_a_name_of_capitals_alone_shows_a_thing() -> None:
    assert not persons("Mereka membahas Wiraguna Early kemarin.")
    assert persons("Mereka membahas Wiraguna Lontara kemarin.") == {"Wiraguna Lontara"}
    assert "Wiraguna Early" in persons("“Kami pulang,” kata Wiraguna Early kemarin.")  # who speaks is somebody
    assert "Wiraguna Early" in persons("Bupati Garut Wiraguna Early pulang.")


def test_a_word_of_english_that_persons_are_called_takes_nobody_away() -> None:
    for name in ("Wiraguna Rice", "Wiraguna Light", "Liberty Wiraguna", "Rini Early"):
        assert name in persons(f"Mereka membahas {name} kemarin.")


def test_a_ship_named_again_without_its_letters_is_nobody() -> None:
    body = "Rini menolong penumpang. Mereka korban KM Rini Jaya. Penumpang kapal Rini Jaya selamat, kata Rini."
    assert persons(body) == {"Rini"}


@pytest.mark.parametrize(
    ("body", "form", "type_"),
    [
        ("Gempa mengguncang Jawa Barat. KA Garut berhenti. Warga dari Garut mengungsi.", "Garut", "GPE"),
        ("KRI Makassar tiba. Warga di Makassar senang.", "Makassar", "GPE"),
        ("KM Ambon tenggelam. Mereka pulang ke Ambon.", "Ambon", "GPE"),
        ("Truk terguling di KM Garut. Warga di Garut menolong.", "Garut", "GPE"),
        ("KA Hasan tiba kemarin. Hasan Wijayanti pulang, kata Hasan.", "Hasan", "PER"),
    ],
)
def test_a_place_or_person_called_like_a_ship_stays_one(body: str, form: str, type_: str) -> None:
    assert told(body).get(form) == type_


def test_a_word_between_a_rank_and_a_country_is_a_name_only_where_it_is_no_word() -> None:
    assert told("Jenderal Wiragun Turki tiba.").get("Wiragun Turki") == "PER"
    for word in ("Senior", "Top", "Tinggi", "Besar", "Angkatan"):
        assert f"{word} Iran" not in told(f"Jenderal {word} Iran tewas. Jenderal {word} Iran dimakamkan.")


def test_an_amount_in_brackets_is_no_age() -> None:
    assert "AS" not in persons("Harga ditutup pada 38,24 dolar AS (5,5 persen).")
    assert "QX" in persons("Tersangka QX (25) ditahan.")


def test_a_person_may_be_called_like_the_country_served() -> None:
    body = "Menteri Pangan Georgia, Georgia Wiraguna mengatakan hal itu. Wiraguna pergi dari Georgia."
    assert persons(body) >= {"Georgia Wiraguna", "Wiraguna"} and told(body)["Georgia"] == "GPE"
    assert not persons("Mereka dari Georgia, Georgia pun menang.")
    assert "Indonesia Eximlontar" not in told("Bank milik Indonesia, Indonesia Eximlontar menyalurkan kredit.")
    assert "Guinea Bissau" not in persons("Negara tetangga Guinea, Guinea Bissau menolak.")
    assert "Georgia Tech" not in persons("Hal itu dikatakan Menteri Pangan Georgia, Georgia Tech pun dibuka.")
    assert "Wiragun Haiti" in persons("Kapolri Jenderal Wiragun Haiti menolak usul itu.")
    assert "Wiragun Haiti" not in persons("Menteri Wiragun Haiti menolak usul itu.")


def test_kin_behind_a_title_are_not_whom_the_report_is_about() -> None:
    body = "Oleg Keli menang di Bogor. Keli berjanji pulang. Ayahnya, Profesor Hasan Keli, mengajar. Keli mengatakan hal itu."
    assert {n.name: {"Keli"} <= {*n.aliases} for n in found(body) if n.type == "PER"} == {
        "Oleg Keli": True,
        "Hasan Keli": False,
    }
