"""Names as the text has them, whole: what goes on behind brackets and heads, what is two, and what is one under two names."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def read(body: str) -> tuple[Name, ...]:
    """The names of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    return names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)


def owners(body: str) -> dict[str, str]:
    """Every form of a text, with the name that it is of."""
    return {m.text: n.name for n in read(body) for m in n.mentions}


FORMS = [
    ("Ia hadir di Kalimas Economic Forum (KEF) 2026 di Garut.", "Kalimas Economic Forum (KEF) 2026"),
    ("Balai Lontar Kenanga (BLK) Wilayah III Denpasar menolak.", "Balai Lontar Kenanga (BLK) Wilayah III Denpasar"),
    ("Kepala Satuan Kerja Lontar (SKL) Wilayah 1 Sumut hadir.", "Satuan Kerja Lontar (SKL) Wilayah 1 Sumut"),
    ("Gubernur Bali I Made Wiraguna hadir.", "Gubernur Bali I Made Wiraguna"),
    ("Gubernur Bali I Made Wiraguna hadir.", "I Made Wiraguna"),
    ("Hal itu dikatakan Kepala Dinas Pariwisata Bali Ni Wayan Wiraguna.", "Ni Wayan Wiraguna"),
    ("BMKG Wilayah III Denpasar mencatat gempa.", "BMKG Wilayah III Denpasar"),
    ("Kebakaran melanda Jalan Lontar Jaya 3, Kelurahan Wiraguna.", "Jalan Lontar Jaya 3"),
    ("Perumahan Graha Lontar 2 dan pasar terendam.", "Perumahan Graha Lontar 2"),
    ("Warga Dusun Wiraguna 2, Garut, mengungsi.", "Dusun Wiraguna 2"),
    ("Komando Cadangan Lontar Angkatan Darat menolak.", "Komando Cadangan Lontar Angkatan Darat"),
    ("Jadwal ada di SIPP PN Bogor.", "PN Bogor"),
    ("Wakil Menteri ATR/BPN Rini Wijayanti hadir.", "Wakil Menteri ATR/BPN Rini Wijayanti"),
    ("Menteri Agraria/Kepala BPN Rini Wijayanti hadir.", "Menteri Agraria/Kepala BPN Rini Wijayanti"),
    ("Kementerian ATR/BPN menolak.", "Kementerian ATR/BPN"),
    ("Pangdam I/Bukit Lontar Mayjen Rini Wijayanti hadir.", "Pangdam I/Bukit Lontar Mayjen Rini Wijayanti"),
    ("Dandim 0812 Lontar Letkol Inf Rini Wijayanti hadir.", "Dandim 0812 Lontar Letkol Inf Rini Wijayanti"),
    ("Tim Satuan Tugas (Satgas) Pangan Lontar pergi.", "Satuan Tugas (Satgas) Pangan Lontar"),
    ("Gempa melanda Sumatra Utara (Sumut).", "Sumatra Utara (Sumut)"),
    ("Warga Kecamatan Wiraguna Kota Garut mengungsi.", "Kecamatan Wiraguna"),
    ("Warga Kecamatan Wiraguna Kota Garut mengungsi.", "Kota Garut"),
    ("Warga Kecamatan Wiraguna Kota mengungsi.", "Kecamatan Wiraguna Kota"),
]
NO_FORMS = [
    ("Api melanda Pasar Wiraguna 5 orang tewas.", "Pasar Wiraguna 5"),
    ("Truk datang dari Pos Wiraguna 2 unit.", "Pos Wiraguna 2"),
    ("Akademi Militer (Akmil) Magelang menolak.", "Akademi Militer (Akmil"),
    ("Pangdam IV/Diponegoro Mayjen Rini Wijayanti hadir.", "Diponegoro"),
    ("Seorang warga negara Rusia tiba di sana.", "negara Rusia"),
    ("Rombongan tiba di ibu kota Rusia kemarin.", "kota Rusia"),
    ("Warga Kecamatan Wiraguna Kota Garut mengungsi.", "Kecamatan Wiraguna Kota"),
    ("Balai Lontar Kenanga (BLK) Wilayah III Denpasar menolak.", "III Denpasar"),
]
ONE = [
    ("Unit Reskrim Polsek Bogor Timur hadir.", ["Unit Reskrim Polsek Bogor Timur", "Reskrim Polsek Bogor Timur"]),
    ("Menteri Agraria/Kepala BPN Rini Wijayanti hadir. Kepala BPN diam.", ["Rini Wijayanti", "Kepala BPN"]),
    ("Warga Kel. Wiraguna pergi. Kelurahan Wiraguna sepi.", ["Kel. Wiraguna", "Kelurahan Wiraguna", "Wiraguna"]),
    ("BNNP Sumut menolak. BNN Provinsi Sumatera Utara diam.", ["BNNP Sumut", "BNN Provinsi Sumatera Utara"]),
    (
        "Tim Satgas PKH pergi. Satuan Tugas Penertiban Kawasan Hutan diam. Satgas PKH diam.",
        ["Tim Satgas PKH", "Satgas PKH"],
    ),
    ("Gempa melanda Sumatra Utara. Warga Sumut pergi.", ["Sumatra Utara", "Sumut"]),
    ("Rini Kuswara hadir. “Tidak,” kata perempuan yang akrab disapa Upik itu.", ["Rini Kuswara", "Upik"]),
    ("Polisi menahan RW (31) alias Bowi. Bowi mengaku.", ["RW", "Bowi"]),
    ("Polisi menahan Rini Wijayanti (31), yang akrab disapa Wiji. Wiji mengaku.", ["Rini Wijayanti", "Wiji"]),
    ("Rini Wijayakusuma hadir. “Tidak,” kata perempuan yang akrab disapa Wiji itu.", ["Rini Wijayakusuma", "Wiji"]),
    ("Rini Kuswara atau yang akrab disapa Upik menolak.", ["Rini Kuswara", "Upik"]),
    ("Rini Kuswara hadir. Kabar itu ditolak Upik, sapaan akrab Rini.", ["Rini Kuswara", "Upik"]),
    ("Rini Wijayakusuma hadir. “Tidak,” kata Wiji, sapaan akrabnya.", ["Rini Wijayakusuma", "Wiji"]),
    ("Banjir melanda kawasan Bogor. Warga Bogor mengungsi.", ["kawasan Bogor", "Bogor"]),
    ("Banjir melanda kawasan Wiraguna, Kecamatan Wiraguna.", ["kawasan Wiraguna", "Kecamatan Wiraguna"]),
]
TWO = [
    ("Rini Kuswara datang bersama pengusaha yang akrab disapa Upik itu.", ["Rini Kuswara", "Upik"]),
    ("Rini Kuswara hadir. Bima Wiraguna hadir. Kata pria yang akrab disapa Upik, tidak.", ["Bima Wiraguna", "Upik"]),
    ("Rini Kuswara hadir. Ia lalu dipanggil Budi Kuncoro.", ["Rini Kuswara", "Budi Kuncoro"]),
    ("Polisi menahan Rini Wijayanti (31) yang Kamis lalu dicari Budi Kuncoro.", ["Rini Wijayanti", "Budi Kuncoro"]),
    ("BMKG mencatat gempa. BMKG Wilayah III Denpasar mencatat gempa.", ["BMKG", "BMKG Wilayah III Denpasar"]),
    ("Banjir melanda Kawasan Industri Bogor. Warga Bogor mengungsi.", ["Kawasan Industri Bogor", "Bogor"]),
]


@pytest.mark.parametrize(("body", "form"), FORMS)
def test_a_name_is_told_whole(body: str, form: str) -> None:
    assert form in owners(body)


@pytest.mark.parametrize(("body", "form"), NO_FORMS)
def test_what_is_no_name_is_not_told(body: str, form: str) -> None:
    assert form not in owners(body)


@pytest.mark.parametrize(("body", "forms"), ONE)
def test_forms_of_one_are_one(body: str, forms: list[str]) -> None:
    told = owners(body)
    assert len({told.get(form, form) for form in forms}) == 1


@pytest.mark.parametrize(("body", "forms"), TWO)
def test_forms_of_two_are_two(body: str, forms: list[str]) -> None:
    told = owners(body)
    assert len({told[form] for form in forms}) == len(forms)
