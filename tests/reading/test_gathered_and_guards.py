"""Who is on duty, on a pilgrimage, in custody or on the road, by what stands beside their count."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits, Figure
from runut.reading import figures

INDONESIAN = load("id")


def find(words: str) -> tuple[Figure, ...]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    return figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)


def measures(words: str) -> list[str]:
    return [f.measure for f in find(words)]


def rows(*roles: str) -> list[dict[str, str]]:
    return [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in roles]


def ids(row: dict[str, str]) -> str:
    return f"{row['role']}-{row['word']}"


EXPECTED = {
    "guarding": "police",
    "on-duty": "police",
    "rescuing": "other",
    "at-large": "other",
    "caught": "arrested",
    "pilgrims": "participants",
    "setting-out": "participants",
}


@pytest.mark.parametrize("row", rows(*EXPECTED), ids=ids)
def test_words_beside_a_count(row: dict[str, str]) -> None:
    assert measures(row["example"])[-1] == EXPECTED[row["role"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Sebanyak 1.200 personel gabungan TNI dan Polri dikerahkan untuk mengamankan pawai di Kalimas. "
            "Ribuan personel itu terdiri dari 700 personel di alun-alun dan 500 personel di balai kota.",
            ["police", "police", "police", "police"],
        ),
        ("Sebanyak 73 personel Gulkarmat berjaga di lokasi.", ["other"]),
        ("Sebanyak 120 personel gabungan berjaga selama pencarian korban.", ["other"]),
        ("Sebanyak 120 personel gabungan ikut lomba di Kalimas.", ["other"]),
        ("Konser itu dijaga lima anggota band untuk pengamanan.", ["other"]),
    ],
)
def test_forces_on_guard(words: str, expected: list[str]) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Sebanyak 163 personel dikerahkan. Mereka terdiri atas 48 prajurit TNI, 27 polisi, dan selebihnya relawan.",
            ["other", "troops", "police"],
        ),
        ("Kami turunkan 450 personel gabungan, 380 di antaranya polisi, sisanya TNI.", ["other", "police"]),
        ("Kami turunkan 450 personel gabungan, 380 di antaranya relawan.", ["other", "other"]),
        ("Sebanyak 12 orang tewas, tiga di antaranya polisi.", ["killed", "killed"]),
    ],
)
def test_forces_among_others(words: str, expected: list[str]) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Embarkasi Randu memberangkatkan 393 jemaah.", ["participants"]),
        ("Jemaah haji yang tiba di Randu ada 376 orang.", ["participants"]),
        ("Kuota tahun ini 221.000 jemaah.", ["other"]),
        ("Sebanyak tiga jemaah yang tiba kemarin meninggal.", ["killed"]),
        ("Bus itu memberangkatkan 40 penumpang.", ["other"]),
    ],
)
def test_pilgrims_who_set_out(words: str, expected: list[str]) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Polisi menangkap dua orang. Dua pelaku dihadirkan kemarin.", ["arrested", "arrested"]),
        ("Polisi menangkap 12 orang di Randu. Tersangka berjumlah 12 orang.", ["arrested", "arrested"]),
        ("Polisi menangkap dua orang. Dua pelaku lainnya masih buron.", ["arrested", "other"]),
        ("Polisi menangkap dua orang. Dua saksi dimintai keterangan.", ["arrested", "other"]),
        ("Polisi menangkap dua orang. Tiga pelaku dihadirkan kemarin.", ["arrested", "other"]),
        ("Dua tersangka menunggu sidang.", ["other"]),
    ],
)
def test_suspects_as_many_as_are_caught(words: str, expected: list[str]) -> None:
    assert measures(words) == expected


def test_what_befell_buildings_is_told_behind_their_place() -> None:
    assert measures("Sebanyak 120 kios kain di Pasar Lontar, Kota Randu, Kalimas Barat, hangus terbakar.") == [
        "buildings_burned"
    ]
    assert measures("Sebanyak 120 kios kain di Pasar Lontar, Kota Randu, Kalimas Barat, dibuka kembali.") == ["other"]
    assert measures("Sebanyak 12 los hangus terbakar.") == ["buildings_burned"]


def test_units_of_vehicles_counted_before() -> None:
    words = "Jumlah kendaraan roda empat campuran mencapai 77.500 dibandingkan tahun lalu sebanyak 67.800 unit."
    assert measures(words) == ["vehicles", "vehicles"]
    assert measures("Kendaraan roda empat naik 17 persen dari 5.300 unit di tahun lalu.") == ["percent", "vehicles"]
    assert measures("Penjualan ponsel naik dari 5.300 unit di tahun lalu.") == ["other"]
    assert measures("Tarif roda dua dan roda empat tetap.") == []
    assert measures("Warga menuntut ganti rugi RP 6.000 per liter.") == ["money"]
