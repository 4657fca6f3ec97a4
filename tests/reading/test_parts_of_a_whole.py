"""What the counts of a whole hand on to its parts, and what befell those counted beside somebody or something else."""

from __future__ import annotations

import pytest

from runut import text
from runut.lang import load
from runut.model import Article, Credits, Figure
from runut.reading import figures

INDONESIAN = load("id")
Measures = list[str]


def find(words: str) -> list[Figure]:
    article = Article(id="a", source="a.txt", text=words, sha256="")
    found = figures.find(article, text.view(words, INDONESIAN), Credits(), (), (), (), INDONESIAN)
    assert all(words[f.number.start : f.number.end] == f.number.text for f in found)
    return list(found)


def measures(words: str) -> Measures:
    return [f.measure for f in find(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # homes that burn are burned buildings, however it is told
        ("Api menghanguskan 12 rumah.", ["buildings_burned"]),
        ("Dua rumah dilahap si jago merah.", ["buildings_burned"]),
        ("Kebakaran melanda 12 rumah di Randu.", ["buildings_burned"]),
        ("Ia datang saat terjadi kebakaran 12 rumah di Randu.", ["buildings_burned"]),
        ("Angin merusak 12 rumah.", ["houses"]),
        ("Ada 12 rumah di dekat lokasi kebakaran.", ["houses"]),
        ("Mobil pemadam kebakaran dua unit tiba.", ["vehicles"]),
        ("Kasus kebakaran 12 rumah itu diusut.", ["buildings_burned"]),
        # no fire is told of
        ("Risiko kebakaran 12 gedung dihitung.", ["other"]),
        ("Latihan menghadapi kebakaran 12 gedung diadakan.", ["other"]),
        ("Alarm kebakaran 12 gedung rusak.", ["buildings_damaged"]),
    ],
)
def test_homes_that_burn(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Jumlah pengungsi mencapai 71 jiwa di 12 titik. Sebanyak 42 jiwa di Kabupaten Randu, 19 jiwa di Kabupaten Kalimas. "
            "Kemudian, sebanyak 10 jiwa ada di Kota Melati.",
            ["displaced", "other", "displaced", "displaced", "displaced"],
        ),
        # one alone, what is done there, other people, and more than the whole
        ("Jumlah pengungsi mencapai 71 jiwa. Sebanyak 42 jiwa di Kabupaten Randu.", ["displaced", "other"]),
        (
            "Jumlah pengungsi mencapai 71 jiwa. Sebanyak 42 orang di Randu melihat, 19 orang di Kalimas pulang.",
            ["displaced", "other", "other"],
        ),
        (
            "Jumlah pengungsi mencapai 71 jiwa. Sebanyak 42 relawan di Randu, 19 relawan di Kalimas.",
            ["displaced", "other", "other"],
        ),
        (
            "Jumlah pengungsi mencapai 71 jiwa. Sebanyak 42 jiwa di Randu, 49 jiwa di Kalimas.",
            ["displaced", "other", "other"],
        ),
        # those of whom a verb tells are others, unless they come to just the whole
        (
            "Korban tewas mencapai 71 orang. Camat melatih 42 orang di Randu, 19 orang di Kalimas.",
            ["killed", "other", "other"],
        ),
        (
            "Korban tewas mencapai 71 orang. Uang diberikan kepada 42 orang di Randu, 19 orang di Kalimas.",
            ["killed", "other", "other"],
        ),
        (
            "Korban tewas mencapai 71 orang. Camat mencatat 42 orang di Randu, 29 orang di Kalimas.",
            ["killed", "killed", "killed"],
        ),
        (
            "Korban tewas mencapai 71 orang. Sebanyak 42 orang di Randu. Camat melatih 20 orang di Kalimas.",
            ["killed", "other", "other"],
        ),
    ],
)
def test_a_whole_place_by_place(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Tujuh orang ditangkap. Mereka adalah empat pria dan tiga wanita.", ["arrested"] * 3),
        ("Gempa menewaskan 60 orang. Mereka termasuk kepala desa, enam guru dan empat perawat.", ["killed"] * 3),
        ("Polisi menangkap lima orang. Mereka adalah Rato, Keli, dan tiga pria lain.", ["arrested"] * 2),
        ("Polisi menangkap lima orang. Mereka adalah tersangka pencurian dari dua siswa.", ["arrested", "other"]),
        ("Polisi menangkap lima orang. Mereka membawa tiga pria.", ["arrested", "other"]),
        ("Lima warga datang. Mereka adalah tiga pria dan dua wanita.", ["other"] * 3),
        ("Tujuh orang tewas. Mereka adalah empat pria yang bekerja di Randu dan tiga wanita.", ["killed"] * 3),
        # their kin, who sees or does something himself, and those told of in between
        ("Tujuh orang tewas. Mereka adalah Rato yang meninggalkan suami dan dua bayi.", ["killed", "other"]),
        ("Tujuh orang tewas. Mereka adalah Rato, dan tiga tetangga melihat itu.", ["killed", "other"]),
        (
            "Polisi menangkap 12 orang. Mereka merupakan warga Randu, dan tiga orang masih diintai.",
            ["arrested", "other"],
        ),
        (
            "Sepuluh orang tewas. Polisi memeriksa saksi. Mereka adalah dua pria dan satu wanita.",
            ["killed", "other", "other"],
        ),
        # of some it is said that they are a part, the rest comes to the whole
        (
            "Polisi menangkap 97 tersangka. Dari jumlah itu, 80 orang di antaranya pria, dan 17 orang merupakan wanita.",
            ["arrested"] * 3,
        ),
        (
            "Polisi menangkap 97 tersangka. Dari jumlah itu, 80 orang di antaranya pria, dan 12 orang merupakan saksi.",
            ["arrested", "arrested", "other"],
        ),
        # what is set against a part is the rest of it only where it says so
        (
            "Polisi menangkap 97 tersangka. Dari jumlah itu, 80 orang di antaranya pria, sedangkan 17 orang lainnya wanita.",
            ["arrested"] * 3,
        ),
        (
            "Polisi menangkap 97 tersangka. Dari jumlah itu, 80 orang di antaranya pria, sedangkan 17 orang melihat.",
            ["arrested", "arrested", "other"],
        ),
    ],
)
def test_those_of_whom_was_told_before(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Sebanyak 12 siswa mengalami luka. “Korban berjumlah 12 orang, terdiri dari dua siswa dan 10 siswi,” katanya.",
            ["injured"] * 4,
        ),
        ("Sebanyak 12 siswa mengalami luka. “Korban berjumlah 14 orang,” katanya.", ["injured", "affected"]),
        ("Sebanyak 12 siswa mengalami luka. Hujan turun. “Korban berjumlah 12 orang,” katanya.", ["injured"] * 2),
        # far from them, of another matter, or of a crime
        (
            "Sebanyak 12 siswa mengalami luka. Hujan turun. Angin bertiup. Malam tiba. “Korban berjumlah 12 orang,” katanya.",
            ["injured", "affected"],
        ),
        (
            "Sebanyak 12 siswa mengalami luka. Hujan turun. Di Randu, korban berjumlah 12 orang.",
            ["injured", "affected"],
        ),
        ("Sebanyak 12 siswa mengalami luka. Kasus lain, 12 siswa menjadi korban pemerasan.", ["injured", "affected"]),
        # so few are as many by chance
        ("Sebanyak dua polisi mengalami luka. Selain itu, dua warga menjadi korban.", ["injured", "affected"]),
    ],
)
def test_as_many_victims_as_are_hurt(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sebanyak 12 warga yang kelaparan dan mengantre bantuan tewas.", ["killed"]),
        ("Tujuh pemuda yang membawa senjata tewas.", ["killed"]),
        ("Tujuh pemuda yang membawa senjata tewas dan dimakamkan.", ["killed"]),
        # an animal died, or others did and they live
        ("Dua pria yang memotong kerbau mati ditangkap.", ["arrested"]),
        ("Dua nelayan yang mengangkut bangkai penyu mati itu pulang.", ["other"]),
        ("Tujuh pemuda yang menembak gajah tewas.", ["other"]),
        ("Dua penyidik yang menangani kasus tewas di penjara diperiksa.", ["other"]),
        ("Dua pria yang menembak mati polisi kabur.", ["other"]),
        ("Dua pria yang mengeroyok Rato hingga tewas kabur.", ["other"]),
        ("Dua pria yang melihat warga tewas kabur.", ["other"]),
        ("Dua nelayan, Rato (45) dan Keli (38), harus kehilangan nyawa.", ["killed", "age", "age"]),
        ("Ibu dua anak itu tewas.", ["other"]),
        ("Dua anak itu tewas.", ["killed"]),
        ("Ibu dan dua anak itu tewas.", ["killed"]),
        ("Satu tentara, atau tentara ketujuh, yang tewas belum dikenali.", ["killed"]),
        ("Keselamatan satu nyawa itu penting.", []),
        ("Banjir itu merenggut satu nyawa.", ["killed"]),
        ("Sebanyak 12 terdakwa menghadapi hukuman mati.", ["other"]),
        ("Tim menemukan jasad 34 pekerja.", ["killed"]),
        ("Korban luka parah baru 4 orang.", ["injured"]),
        ("Korban luka parah baru 4 orang di Randu.", ["injured"]),
        ("Korban luka parah baru 4 orang yang mau bicara.", ["other"]),
        ("Pencarian korban tewas baru lima orang relawan yang bekerja.", ["other"]),
        ("Rato meninggal dunia bersama enam peziarah.", ["killed"]),
        ("Rato datang bersama enam peziarah.", ["other"]),
        ("Rato tewas bersama enam peziarah, lima orang terluka.", ["killed", "injured"]),
        # something else is told of those with the dead, or need not be the same
        ("Rato ditemukan tewas bersama enam peziarah yang selamat.", ["rescued"]),
        ("Rato tewas bersama enam peziarah, satu selamat.", ["other", "rescued"]),
        ("Rato meninggal bersama enam peziarah lainnya yang dirawat.", ["injured"]),
        ("Rato tewas bersama enam saksi di pasar.", ["other"]),
        ("Rato ditangkap bersama enam bocah yang diculiknya.", ["hostages"]),
        ("Rato ditangkap bersama enam korban yang dikurung.", ["affected"]),
        ("Rato ditangkap bersama enam tersangka lain.", ["arrested"]),
    ],
)
def test_who_died(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kasus penembakan dua warga itu diusut.", ["affected"]),
        ("Kasus pengeroyokan oleh tiga pria itu diusut.", ["other"]),
        ("Pembunuhan oleh dua pria itu diusut.", ["other"]),
        ("Pembunuhan dua pria itu diusut.", ["killed"]),
        ("Peneliti menangkap 500 nyamuk.", ["other"]),
        ("Rato menyapa satu per satu anak-anak yang hadir.", []),
        ("Pembangunan 6 unit rumah pompa dimulai.", ["other"]),
    ],
)
def test_who_is_struck_and_who_strikes(words: str, expected: Measures) -> None:
    assert measures(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Gempa itu berkekuatan magnitudo 4,4 dan gempa bumi kedua 4,5.", ["magnitude", "magnitude"]),
        ("Gempa magnitudo 4,4 dan 4,5 terjadi.", ["magnitude", "magnitude"]),
        ("Gempa magnitudo 4,4 dan gempa susulan 4,5.", ["magnitude", "magnitude"]),
        ("Gempa magnitudo 4,4 dan gempa berkedalaman 8,5.", ["magnitude"]),
        ("Gempa magnitudo 4,4 pada 8,2 LS.", ["magnitude", "other"]),
        ("Gempa magnitudo 4,4 dan 4,5 ton beras.", ["magnitude", "weight"]),
        ("Gempa magnitudo 4,4. Kurs naik dan 4,5.", ["magnitude"]),
    ],
)
def test_the_strength_of_another_quake(words: str, expected: Measures) -> None:
    assert measures(words) == expected
