"""Places: buildings of bodies, lists, villages with a number or letter, roads and buildings with their town. All are invented."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits
from runut.reading import names

INDONESIAN = lang.load("id")


def of(body: str) -> dict[str, str]:
    """Every form of a text with the type and name of what it stands for."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    found = names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)
    return {m.text: f"{name.type} {name.id}" for name in found for m in name.mentions}


TOLD = [
    ("Rapat digelar di Kantor Kementerian Kesehatan, Jakarta.", "Kantor Kementerian Kesehatan", "LOC"),
    ("Rapat digelar di Kantor Kementerian Kesehatan, Jakarta.", "Kementerian Kesehatan", "ORG"),
    ("Rapat digelar di Gedung DPRD Kabupaten Garut, Jumat.", "Gedung DPRD Kabupaten Garut", "LOC"),
    ("Rapat digelar di Gedung DPRD Kabupaten Garut, Jumat.", "DPRD Kabupaten Garut", "ORG"),
    ("Rapat digelar di Kantor PT Sukalonta Jaya, Jumat.", "Kantor PT Sukalonta Jaya", "LOC"),
    ("Menurut Rini, Kantor BPBD Garut menolak usul itu.", "Kantor BPBD Garut", "ORG"),
    ("Kepala Kantor Kemenag Kabupaten Garut, Rini Wijayanti, hadir.", "Kantor Kemenag Kabupaten Garut", "ORG"),
    ("Ia diperiksa di Gedung KPK Lontar Ungu, Jakarta.", "Gedung KPK Lontar Ungu", "LOC"),
    ("Sidang dibuka di Gedung PBB Jenewa.", "Gedung PBB Jenewa", "LOC"),
    ("Sidang dibuka di Gedung PBB Jenewa.", "Gedung PBB", "LOC"),
    ("Kabupaten Garut: Air Dingin, Keliling Rawa, Batang Lintar, dan Kenangara Ulu.", "Keliling Rawa", "GPE"),
    ("Kabupaten Garut: Jangkara, Wirati Tengah, dan Batin XXIV.", "Batin XXIV", "GPE"),
    ("Hujan.\nKabupaten Garut: Wirati dan Kenangara.\nKabupaten Bogor: Lempasari.\nReda.", "Lempasari", "GPE"),
    ("Banjir melanda Bandung, Lubang Ular, dan Garut.", "Lubang Ular", "GPE"),
    ("Banjir melanda Bandung, Garut, dan Penggilingan.", "Penggilingan", "GPE"),
    ("Ia tiba di Pantai Kenangara, Pasir Berbunyi, Pantai Wirati.", "Pasir Berbunyi", "LOC"),
    ("Ia warga Desa Suwalir Lima, Kecamatan Kalimas.", "Desa Suwalir Lima", "GPE"),
    ("Ia warga Kelurahan Sukawan Sari C, Kecamatan Kalimas.", "Kelurahan Sukawan Sari C", "GPE"),
    ("Ia warga Desa Tanjung Medan, Kecamatan Kalimas.", "Desa Tanjung Medan", "GPE"),
    ("Ia dari Kampung Baru, Kabupaten Garut.", "Kampung Baru", "GPE"),
    ("Ia tinggal di Sukawali Utara, Jakarta.", "Sukawali Utara", "GPE"),
    ("Warga dari Lintarwa Barat dan Wirajati Timur pergi.", "Lintarwa Barat", "GPE"),
    ("Ia tinggal di Senayan Selatan, Jakarta.", "Senayan Selatan", "LOC"),
    ("Ia ditangkap di Jalan Budi Sukawan Medan.", "Jalan Budi Sukawan Medan", "LOC"),
    ("Ia ditangkap di Jalan Budi Sukawan Medan.", "Jalan Budi Sukawan", "LOC"),
    ("Rapat digelar di Istana Kepresidenan Bogor, Jumat.", "Istana Kepresidenan Bogor", "LOC"),
    ("Ia menginap di Hotel Istana dan pergi.", "Hotel Istana", "LOC"),
    ("Tiba di Jalan Raya Utara-Selatan (JRUS) dekat pasar.", "JRUS", "LOC"),
    ("Kebakaran di Ogan Komering Ilir (OKI). Warga OKI pergi.", "OKI", "GPE"),
    ("Sidang OKI dibuka. Kebakaran di Garut (OKI).", "OKI", "ORG"),
    ("Kabupaten Garut: Rini Wijayanti, Budi Santoso, dan Ahmad Fauzi.", "Budi Santoso", "PER"),
]
UNTOLD = [
    ("Ia mendatangi kantor KPK kemarin.", "kantor KPK"),
    ("Kota Surabaya: Cerah Berawan, Hujan Ringan, dan Petir.", "Hujan Ringan"),
    ("Kabupaten Garut: Pelampung.", "Pelampung"),
    ("Rapat di Jakarta, Sabtu, Bandung sepi.", "Sabtu"),
    ("Warga dari negara seperti Filipina dan Barat, Bandung, datang.", "Barat"),
    ("Ia ke Bandung, Menteri Rini Wijayanti, dan Garut.", "Menteri"),
    ("Ia ke Kampung Baru itu kemarin.", "Kampung Baru"),
    ("Ia dari Kampung Baru, Kabupaten Garut.", "Baru"),
    ("Menurut Rudi Selatan, itu benar.", "Rudi Selatan"),
    ("Ia ditangkap di Jalan Sukawan, Medan.", "Jalan Sukawan, Medan"),
]


@pytest.mark.parametrize(("body", "form", "type_"), TOLD)
def test_a_place_is_told_whole(body: str, form: str, type_: str) -> None:
    assert of(body).get(form, "none").split()[0] == type_


@pytest.mark.parametrize(("body", "form"), UNTOLD)
def test_what_is_no_place_is_not_told(body: str, form: str) -> None:
    assert form not in of(body)


@pytest.mark.parametrize(
    ("body", "a", "b", "one"),
    [
        ("Ia di Kompleks GBK. Kompleks Gelora Bung Karno ramai.", "Kompleks GBK", "Kompleks Gelora Bung Karno", True),
        ("Ia ke Jalan Budi Sukawan Medan.", "Jalan Budi Sukawan Medan", "Jalan Budi Sukawan", True),
        ("Ia ke Jalan Budi Sukawan Medan.", "Jalan Budi Sukawan Medan", "Medan", False),
        ("Ia ke Kantor DPRD Garut, Jumat.", "Kantor DPRD Garut", "DPRD Garut", False),
        ("Ia bertemu Kepala Kantor BPBD Garut, Rini Wijayanti.", "Kantor BPBD Garut", "BPBD Garut", True),
        ("Kabupaten Garut: Wirati, Wirati Barat, dan Kenangara.", "Wirati", "Wirati Barat", False),
        ("Kebakaran di Ogan Komering Ilir (OKI). OKI sepi.", "OKI", "Ogan Komering Ilir", True),
    ],
)
def test_which_forms_are_one(body: str, a: str, b: str, one: bool) -> None:
    found = of(body)
    assert (found[a] == found[b]) is one
