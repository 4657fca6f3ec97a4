"""What tells no deed: names of laws and offices, what a law defines, ways and examples, wishes; and what a penalty lifted is."""

from __future__ import annotations

import pytest

from runut import lang
from runut.model import Article
from runut.reading import events
from runut.text import view

ID = lang.load("id")


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, rule and status of all that a text tells, main or not."""
    article = Article(id="a", source="a", text=text, sha256="")
    found = [c.event for c in events.find_candidates(article, view(text, ID), (), (), (), ID)]
    return [(e.type, e.rule, e.status) for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "Pegawai membaca Peraturan Nomor 9 Tahun 2021 tentang Pemberhentian Anggota Dewan.",
        "Perda tentang Larangan Merokok diberlakukan di Garut sejak pagi.",
        "Direktur Penindakan KPK mendapat giliran pertama.",
        "Tindak pidana pencurian yang diatur dalam kitab itu berbeda.",
        "Buku itu memuat cara merawat korban.",
        "Menteri akan mengambil langkah tegas, seperti mencabut izin tambang itu.",
        "Menteri akan mengambil langkah tegas, misalnya mencabut izin tambang itu.",
        "Pegawai membaca Keputusan Bupati Kalimas Nomor 9 Tahun 2021 tentang Pemberhentian Anggota Dewan.",
        "Selayaknya hakim mengurangi hukuman pencuri itu.",
        "Mari kita menyerang gudang.",
        "Isu reshuffle kabinet beredar di Kalimas.",
        "Petugas memeriksa kamera yang hadir dalam tiga varian.",
    ],
)
def test_it_tells_no_deed(text: str) -> None:
    assert not [t for t in told(text) if t[1] != "active:memeriksa"]


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Larangan merokok diberlakukan di Garut sejak pagi.", "SANCTION", "noun:larangan"),
        ("Penindakan dilakukan KPK pada pagi hari.", "COERCE", "noun:penindakan"),
        ("Pencurian terjadi di gudang itu.", "CRIME", "noun:pencurian"),
        ("Petugas merawat korban banjir di balai desa.", "AID", "active:merawat"),
        ("Pria itu beraksi dengan cara menusuk penjaga.", "CRIME", "active:menusuk"),
        ("Pria itu memakai cara menusuk korban.", "CRIME", "active:menusuk"),
        ("Pemkot Kalimas misalnya menutup tiga pasar.", "SANCTION", "active:menutup"),
        ("Pemkot Kalimas, misalnya, menutup tiga pasar.", "SANCTION", "active:menutup"),
        ("Setelah warga mengeluh, Pemkot Kalimas, misalnya menutup tiga pasar.", "SANCTION", "active:menutup"),
        (
            "Polisi memberi keterangan pada 8 Juni 2031 tentang penangkapan dua tersangka di Garut.",
            "COERCE",
            "noun:penangkapan",
        ),
        ("Polisi membuka kasus nomor 12 tentang pencurian motor di Garut.", "CRIME", "noun:pencurian"),
        ("Undang-undang itu dikritik, warga membaca berita tentang pembunuhan di Garut.", "CRIME", "noun:pembunuhan"),
        ("Undang-undang itu membuat warga membaca berita tentang pembunuhan di Garut.", "CRIME", "noun:pembunuhan"),
        ("Setelah pengurangan karyawan, sanksi dijatuhkan kepada pabrik itu.", "SANCTION", "noun:sanksi"),
        ("Akibat pengurangan volume, denda dijatuhkan kepada pabrik itu.", "SANCTION", "noun:denda"),
        ("Setelah pemeriksaan bebas narkoba, sanksi dijatuhkan kepada pabrik itu.", "SANCTION", "noun:sanksi"),
        ("Setelah pengurangan, sanksi dijatuhkan kepada pabrik itu.", "SANCTION", "noun:sanksi"),
        ("Vonis terhadap pejabat yang berencana maju pilkada dibacakan hakim.", "COERCE", "noun:vonis"),
        ("Vonis pejabat yang berencana maju pilkada dibacakan hakim.", "COERCE", "noun:vonis"),
        ("Vonis yang direncanakan sejak lama dibacakan hakim di Garut.", "COERCE", "noun:vonis"),
        ("Yuliana tiba di Garut usai rapat dengan camat yang akan pensiun.", "CONSULT", "noun:rapat"),
        (
            "Yuliana tiba di Garut usai rapat pleno yang dijadwalkan pada Kamis (5/6/2031) di Garut.",
            "CONSULT",
            "noun:rapat",
        ),
        ("Hakim mengurangi hukuman pencuri itu.", "CONCEDE", "active:mengurangi hukuman"),
        ("Reshuffle kabinet diumumkan pada pagi hari.", "SANCTION", "noun:reshuffle"),
        ("Bupati hadir dalam rapat pleno.", "CONSULT", "state:hadir dalam"),
        ("Kepala gudang viral di media sosial pagi itu.", "ACCUSE", "state:viral di media sosial"),
    ],
)
def test_the_deed_itself_is_told(text: str, kind: str, rule: str) -> None:
    assert (kind, rule, "happened") in told(text)


def test_a_penalty_that_is_lifted_is_no_penalty() -> None:
    assert [t[0] for t in told("Keringanan sanksi bagi pedagang diberlakukan sejak pagi.")] == ["CONCEDE"]
    assert [t[0] for t in told("Penghapusan sanksi bagi pedagang diberlakukan sejak pagi.")] == ["CONCEDE"]
    assert [t[0] for t in told("Keringanan atas sanksi bagi pedagang diberlakukan sejak pagi.")] == ["CONCEDE"]
    assert [t[0] for t in told("Sanksi bagi pedagang diberlakukan sejak pagi.")] == ["SANCTION"]


def test_a_noun_described_as_to_come_is_planned_but_whoever_stands_before_a_crime_is_not() -> None:
    assert ("CONSULT", "noun:rapat", "planned") in told("Dalam rapat pleno yang akan digelar di Garut, warga bertanya.")
    assert ("CONSULT", "noun:rapat", "planned") in told(
        "Rapat pleno koperasi yang akan berlangsung di Garut ramai dibahas warga."
    )
    found = told("Warga mengadang pelaku pencurian motor yang hendak kabur di Garut.")
    assert ("CRIME", "noun:pencurian", "planned") not in found
