"""Where a person's name begins and ends, by what else he is called, and who is another. All events and people are invented."""

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


def persons(body: str) -> list[set[str]]:
    """The forms of each person of a text."""
    return [{m.text for m in name.mentions} for name in read(body) if name.type == "PER"]


def one(body: str, *forms: str) -> bool:
    """Whether one person of a text is mentioned by all these forms."""
    return any({*forms} <= told for told in persons(body))


def told(body: str) -> set[str]:
    """All forms of persons of a text."""
    return set().union(*persons(body))


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        (
            "Menteri Luar Negeri (Menlu) RI Rini Wijayanti hadir di Bogor. Usul itu lama, kata Menlu RI.",
            ("Rini Wijayanti", "Menlu RI"),
        ),
        (
            "Direktur Jenderal Mineral dan Batubara Kementerian ESDM Rini Wijayanti hadir. Ia meminta Dirjen Minerba.",
            ("Rini Wijayanti", "Dirjen Minerba"),
        ),
        (
            "Kepala Dinas (Kadis) Peternakan Provinsi NTT, Yohanes Wiraguna, menolak.",
            ("Yohanes Wiraguna", "Kepala Dinas (Kadis) Peternakan Provinsi NTT"),
        ),
        (
            "Hal itu disampaikan Presiden Ketujuh RI, Rini Wijayanti, di Bogor.",
            ("Rini Wijayanti", "Presiden Ketujuh RI"),
        ),
    ],
)
def test_an_office_in_other_words_is_its_holders(body: str, forms: tuple[str, ...]) -> None:
    assert one(body, *forms)


def test_an_ordinal_or_matter_of_an_office_is_nobody() -> None:
    assert "Ketujuh" not in told("Hal itu disampaikan Presiden Ketujuh RI, Rini Wijayanti, di Bogor.")
    assert "Peternakan" not in told("Kepala Dinas (Kadis) Peternakan Provinsi NTT, Yohanes Wiraguna, menolak.")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Hadir Anggota Komisi I DPR Oleh Wiraguna dan warga.", "Oleh Wiraguna"),
        ("Hadir juga Menteri Perhubungan Raja Mei Wiraguna dan warga.", "Raja Mei Wiraguna"),
        ("Usul itu ditolak Rini Juli Wijayanti pekan lalu.", "Rini Juli Wijayanti"),
        ("Kepala Dinas Sosial Garut, Lalu Rahmat Wiraguna, menolak. Lalu warga pulang.", "Lalu Rahmat Wiraguna"),
        ("Usul itu ditolak Mega Perwira Donowati pekan lalu.", "Mega Perwira Donowati"),
    ],
)
def test_a_word_of_another_use_may_be_in_a_name(body: str, name: str) -> None:
    assert name in told(body)


@pytest.mark.parametrize(
    ("body", "never"),
    [
        ("Rapat itu memuat penjelasan Kepala Daerah Terhadap Ranperda Kalimas.", "Terhadap Ranperda"),
        ("Raja Juli 2025 berganti.", "Raja Juli"),
        ("Usul Rini Juli 2025 ditolak.", "Rini Juli"),
        ("Rapat itu digelar Senin Juli lalu. Lalu Rahmat Wiraguna pulang, kata warga.", "Senin Juli"),
    ],
)
def test_other_words_are_in_none(body: str, never: str) -> None:
    assert never not in told(body)


def test_a_couple_joined_by_a_hyphen_is_two() -> None:
    body = "Suara untuk Ratna Wijayanti-Hasan Wiraguna naik. Ratna Wijayanti menolak. Hasan Wiraguna diam."
    assert {"Ratna Wijayanti", "Hasan Wiraguna"} <= told(body)
    assert not one(body, "Ratna Wijayanti", "Hasan Wiraguna")
    assert {"Joko Wijaya", "Ma'ruf Wiraguna"} <= told("Suara untuk Ir Joko Wijaya-KH Ma'ruf Wiraguna naik.")


def test_a_double_name_stays_one() -> None:
    assert "Rini Wijaya-Wiraguna Kuswara" in told("Usul itu ditolak Rini Wijaya-Wiraguna Kuswara pekan lalu.")
    assert not told("Jalan Wijaya-Kalimas Raya ditutup. Jalan Kalimas Raya dibuka.") & {"Kalimas Raya", "Wijaya"}


def test_what_is_glued_behind_the_matter_of_an_office_is_the_holders_name() -> None:
    assert one("Usul itu ditolak Menteri AgamaWiraguna Lontar. Menurut Wiraguna, usul itu lama.", "Wiraguna Lontar")


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        (
            "Menteri Sosial Rahmat Kuswara menolak. Usul itu lama, kata Gus Riku, begitu Rahmat kerap disapa, di Bogor.",
            ("Rahmat Kuswara", "Gus Riku"),
        ),
        ("Polisi menangkap Rini Wijayanti alias Riwi atau Wijik. Wijik ditahan.", ("Rini Wijayanti", "Riwi", "Wijik")),
        ("Gubernur Kalimas, Kang Rini Wijayanti (KRW), menolak.", ("Rini Wijayanti", "KRW")),
        ("Perkara pak RZ lama. Rini Zulaikha menolak usul itu. Komjen Rini Zulaikha hadir.", ("Rini Zulaikha", "RZ")),
        ("Polisi memeriksa tersangka RNI (Rini Wijayanti, kepala kantor). RNI menolak.", ("Rini Wijayanti", "RNI")),
        ("Perkara Lula Kuswara lama. Menurut polisi, Lula diperiksa di rumah sakit.", ("Lula Kuswara", "Lula")),
    ],
)
def test_what_somebody_is_called_by_is_his(body: str, forms: tuple[str, ...]) -> None:
    assert one(body, *forms)


@pytest.mark.parametrize(
    ("body", "a", "b"),
    [
        ("Rahmat Kuswara menolak. Usul itu lama, kata Gus Riku, begitu pula Rini, di Bogor.", "Rini", "Riku"),
        ("Polisi memeriksa tersangka RNI (Hasan Kuswara, kepala kantor). RNI menolak.", "Hasan Kuswara", "RNI"),
        ("Rini Zulaikha menolak. Perkara RZ lama.", "Rini Zulaikha", "RZ"),
        ("Luiz Inacio Lula da Silva menolak. Lula pergi. Lula Kuswara diam.", "Lula Kuswara", "Lula"),
        (
            "Keli ditahan di Bogor. Menurut polisi, Keli mengatakan hal itu. Keli menemui istrinya, Ratna Keli. Keli diam.",
            "Ratna Keli",
            "Keli",
        ),
    ],
)
def test_another_is_called_so(body: str, a: str, b: str) -> None:
    assert not one(body, a, b)


def test_a_relative_named_first_may_be_called_by_the_surname() -> None:
    assert one("Rini Wijayanti ditemani suaminya, Hasan Kuswara. Kuswara mengatakan itu.", "Hasan Kuswara", "Kuswara")


def test_the_place_or_club_behind_an_office_is_no_part_of_the_holder() -> None:
    body = "Usul itu ditolak Imam Besar Masjid Kalibaru Rini Wijayanti. Menurut imam besar Masjid Kalibaru, tidak."
    assert one(body, "Rini Wijayanti", "Imam Besar Masjid Kalibaru Rini Wijayanti")
    assert "Kalibaru" not in told(body)
    club = "Usul itu ditolak Pelatih Arema Zoro, Rini Wijayanti. Menurut Rini, usul itu lama."
    assert one(club, "Rini Wijayanti", "Rini")
    assert "Zoro" not in told(club)
    assert "Rini" in told("Usul itu ditolak Pelatih Arema Rini, Budi Wijaya, dan warga.")


def test_who_acts_is_no_mountain_beside_which_he_is_named() -> None:
    body = "Petani Gunung Kalibaru, Wiratno, dipanggil polisi. Wiratno menolak. Wiratno menduga itu lama."
    assert "Wiratno" in told(body)
    assert "Wiratno" not in told("Mereka mendaki Gunung Kalibaru, Wiratno, dan Gunung Kalisari.")


def test_a_place_or_a_list_behind_letters_offices_and_titles_is_nobody() -> None:
    assert "Sumatera Barat" not in told("Terdakwa SB (Sumatera Barat) ditahan.")
    assert "Presiden Kedua" not in told("Usai pertemuan, Presiden Kedua Negara menandatangani perjanjian.")
    listed = "Direktur Bank Mandiri Riduan, Rini Wijayanti, dan Budi Kuncoro hadir."
    assert one(listed, "Riduan", "Direktur Bank Mandiri Riduan")
    victims = "Berikut daftar korban di Kabupaten Garut: Wirasena, Kuswandara, dan Lontarwa."
    assert told(victims) == {"Wirasena", "Kuswandara", "Lontarwa"}
