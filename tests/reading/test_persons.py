"""Persons of one article: slips of spelling, other names, forms of address. All events and people are invented."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def persons(body: str) -> list[Name]:
    """The persons of a text."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    found = names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN)
    return [name for name in found if name.type == "PER"]


def one(body: str, *forms: str) -> bool:
    """Whether one person of a text is mentioned by all these forms."""
    return any({*forms} <= {m.text for m in name.mentions} for name in persons(body))


@pytest.mark.parametrize(
    ("body", "full", "slip"),
    [
        ("Warga bernama Wiragana (50) hadir. Menurut warga, Wirgana pulang dini hari.", "Wiragana", "Wirgana"),
        ("Warga bernama Lasmadi (40) hadir. Warga lain mengatakan, Lasmad pulang.", "Lasmadi", "Lasmad"),
        ("Usul itu ditolak Donny Lontar. Menurut Doni, usul itu lama.", "Donny Lontar", "Doni"),
        ("Usul itu ditolak Syafii Lontar. Menurut Safii, usul itu lama.", "Syafii Lontar", "Safii"),
        ("Usul itu ditolak Hafiz Lontar. Menurut Hafis, usul itu lama.", "Hafiz Lontar", "Hafis"),
        ("Usul itu ditolak Rini Kalingga. Kalinga juga menolak usul lain.", "Rini Kalingga", "Kalinga"),
    ],
)
def test_a_single_name_that_nobody_has_is_a_slip_of_the_only_one_named_before(body: str, full: str, slip: str) -> None:
    assert one(body, full, slip)


@pytest.mark.parametrize(
    ("body", "a", "b"),
    [
        ("Korban adalah Wiragana (50) dan Wirgana (45). Keduanya selamat.", "Wiragana", "Wirgana"),  # side by side
        ("Usul itu ditolak Sartono Lontar. Menurut Sartini, usul itu lama.", "Sartono Lontar", "Sartini"),  # both given
        (
            "Usul itu ditolak Rini Kalingga. Menurut Malingga, usul itu lama.",
            "Rini Kalingga",
            "Malingga",
        ),  # first letter
        ("Wiragana hadir. Wiragata hadir juga. Menurut warga, Wiragaka pulang.", "Wiragana", "Wiragaka"),  # of two
    ],
)
def test_another_name_a_letter_away_is_no_slip(body: str, a: str, b: str) -> None:
    assert not one(body, a, b)


def test_somebody_may_have_several_other_names() -> None:
    assert one(
        "Polisi menangkap Rini Wijayanti alias Riwi alias Wijik. Wijik ditahan.", "Rini Wijayanti", "Riwi", "Wijik"
    )


def test_who_is_summoned_is_not_called_as_the_body_that_summons() -> None:
    found = persons("Rini Wijayanti dipanggil KPK terkait kasus itu. KPK memeriksa Rini.")
    assert not any(m.text == "KPK" for name in found for m in name.mentions)
    assert one("Hal itu disampaikan Rini Wijayanti yang akrab dipanggil Riwi.", "Rini Wijayanti", "Riwi")


def test_forms_of_address_of_kin_are_no_part_of_a_name() -> None:
    assert one("Warga bernama Suparti hadir. Bu Le Suparti pulang, kata warga.", "Suparti", "Bu Le Suparti")
    assert one("Kepala Desa Kalimas Karno Wiragana hadir. Pakde Karno pulang.", "Karno Wiragana", "Pakde Karno")


def test_an_independent_commissioner_is_one() -> None:
    assert one("Uang itu diterima mantan Komisaris Independen Rini Wijayanti. Rini pulang.", "Rini Wijayanti", "Rini")


def test_a_name_behind_a_body_begins_with_a_word_that_stands_nowhere_else() -> None:
    text_ = "Hal itu dikatakan Juru Bicara Kemlu RI Vahr Nabil Mulawarsa. Di Kalimas, Nabil mengatakan hal lain."
    assert one(text_, "Vahr Nabil Mulawarsa", "Nabil")


@pytest.mark.parametrize(
    ("body", "full"),
    [
        ("Usul itu ditolak Rini Wiraganadi Kalimas. Rini Wiragana pulang.", "Rini Wiragana"),
        ("Usul itu ditolak Rini Wiraganatak lama. Rini Wiragana pulang.", "Rini Wiragana"),
    ],
)
def test_a_small_word_glued_to_a_name_that_the_text_has_is_none_of_it(body: str, full: str) -> None:
    assert [name.name for name in persons(body)] == [full]


@pytest.mark.parametrize("name", ["Rini Supardi", "Rini Wiraganadi"])
def test_a_name_that_ends_like_a_small_word_stays_whole(name: str) -> None:
    assert [n.name for n in persons(f"Usul itu ditolak {name}. Mbah Supar pulang.") if "Rini" in n.name] == [name]


def test_a_full_name_with_a_slip_in_it_is_the_longer_one_where_no_sentence_has_both() -> None:
    full = "Rini Jaya Wiraguna"
    assert one(f"Usul itu ditolak {full}. Usul itu diterima Rini Wirguna.", full, "Rini Wirguna")
    assert not one("Usul itu ditolak Rini Wiraguna dan Rini Wirguna.", "Rini Wiraguna", "Rini Wirguna")
    assert not one(f"Usul itu ditolak {full}. Usul itu diterima Rini Lontar.", full, "Rini Lontar")


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        ("Kapolda Banten Rini Wijayanti hadir. Kapolda menjelaskan hal itu.", ["Rini Wijayanti", "Kapolda"]),
        (
            "Gubernur Jambi Rini Wijayanti hadir. “Saya lapor Pak Gubernur,” kata warga.",
            ["Rini Wijayanti", "Pak Gubernur"],
        ),
        ("Wali Kota Jambi Rini Wijayanti hadir. Kata warga, Bu Wali Kota pulang.", ["Rini Wijayanti", "Bu Wali Kota"]),
    ],
)
def test_an_office_alone_is_the_only_one_whom_the_report_names_with_it(body: str, forms: list[str]) -> None:
    assert one(body, *forms)


@pytest.mark.parametrize(
    "body",
    [
        "Presiden Rusia Oleg Barkov hadir. Menteri Pangan mengatakan Presiden menolak usul itu.",
        "Presiden Amerika Serikat Walter Brook hadir. Warga menunggu, kata Bapak Presiden.",
        "Perdana Menteri Armenia Oleg Barkov hadir. Usul itu ditolak, kata Perdana Menteri.",
        "Wakil Presiden AS Walter Brook hadir. Usul itu ditolak, kata Wakil Presiden.",
    ],
)
def test_an_office_alone_is_of_no_other_country(body: str) -> None:
    alone = {"Presiden", "Bapak Presiden", "Perdana Menteri", "Wakil Presiden"}
    assert not alone & {m.text for name in persons(body) for m in name.mentions}
    home = (
        body.replace("Rusia ", "Indonesia ")
        .replace("Amerika Serikat ", "RI ")
        .replace("Armenia ", "")
        .replace("AS ", "RI ")
    )
    assert alone & {m.text for name in persons(home) for m in name.mentions}


@pytest.mark.parametrize(
    "body",
    [
        "Gubernur Jambi Rini Wijayanti hadir. Gubernur Banten Budi Kuncoro hadir. Gubernur pulang.",  # of two
        "Gubernur Jambi Rini Wijayanti hadir. Gubernur Banten menolak. Gubernur pulang.",  # of one without a name
        "Gubernur Jambi Rini Wijayanti hadir. Tim itu memenangi Piala Gubernur.",  # a thing's name
        "Gubernur Jambi Rini Wijayanti hadir. Para Gubernur pulang.",
    ],
)
def test_an_office_alone_that_may_be_anothers_is_nobody(body: str) -> None:
    assert not any(m.text == "Gubernur" for name in persons(body) for m in name.mentions)


@pytest.mark.parametrize(
    ("body", "forms"),
    [
        ("KPK memeriksa Rini Wijayanti. KPK menahan Rini 'Idola' kemarin.", ["Rini Wijayanti", "Rini 'Idola'"]),
        ("Usul itu ditolak Rini “Riwi” Wijayanti. Rini pulang.", ["Rini “Riwi” Wijayanti", "Rini"]),
        ("KPK memeriksa Rini Wiraga (RW) atau Rini Idola. Rini Idola pulang.", ["Rini Wiraga", "RW", "Rini Idola"]),
    ],
)
def test_other_names_in_quotation_marks_and_after_a_bracket_are_of_the_person(body: str, forms: list[str]) -> None:
    assert one(body, *forms)


def test_a_quoted_verb_or_title_is_no_name() -> None:
    assert not any("Menyala" in m.text for name in persons("Kata Rini 'Menyala' itu kata baru.") for m in name.mentions)


def test_initials_may_have_a_small_letter_where_the_report_says_that_they_are() -> None:
    found = persons(
        "Usul itu ditolak warga berinisial QV (37) dan Zp (29), kata warga berinisial Xo (41). Di Xo tidak."
    )
    assert {name.name for name in found} == {"QV", "Zp", "Xo"}
    assert not persons("Hal itu terjadi di rumah. Tk A di Kalimas tutup.")


def test_letters_that_the_report_calls_initials_are_a_person_wherever_they_stand() -> None:
    often = "Polisi menangkap pria berinisial QV. Usul QV ditolak, lalu QV pulang ke Garut bersama istri QV."
    assert [len(n.mentions) for n in persons(often)] == [4]
    assert not persons("Usul itu ditolak Balai Qanun Vahr (BQV). Kata BQV (25) usul itu buruk.")


def test_three_letters_behind_the_accused_are_a_person() -> None:
    assert one("Polisi memeriksa tersangka QVZ kemarin.", "QVZ", "tersangka QVZ")
    assert not persons("Polisi memeriksa tersangka KPK kemarin.")
    for word in ["PSK", "ABK", "ABG", "IRT", "SPG", "PMH", "CPO", "CSR", "APD", "ASN", "PNS", "TKI", "WNI", "WNA"]:
        assert not persons(f"Polisi memeriksa tersangka {word} kemarin."), word
    assert not persons("Polisi memeriksa saudara QVZ kemarin.")


def test_an_office_behind_the_name_of_a_relative_is_told_of_nobody() -> None:
    office = "yang juga Bupati Garut hadir kemarin. Kata Bupati Garut, tidak."
    for word in ("Istri", "Suami", "Hal itu disaksikan menantu"):
        assert not one(f"{word} Rini Wijayanti {office}", "Rini Wijayanti", "Bupati Garut"), word
    for word in ("Hal itu disaksikan", "Hal itu disaksikan Ibu"):
        assert one(f"{word} Rini Wijayanti {office}", "Rini Wijayanti", "Bupati Garut"), word


def test_initials_behind_a_body_are_of_its_officer() -> None:
    text_ = "Kepala Seksi Kejaksaan Tinggi Jambi A. A. Rini Wijayanti hadir. Rini Wijayanti pulang."
    assert one(text_, "A. A. Rini Wijayanti")


def test_parties_of_a_suit_are_no_names() -> None:
    found = persons("Wali Kota Kalimas sebagai Tergugat I, Kepala Dinas Pangan Kalimas sebagai Tergugat II.")
    assert not any("Tergugat" in name.name for name in found)


@pytest.mark.parametrize(
    ("body", "letters"),
    [
        ("Mereka yang dibawa terdiri dari ZK, W, QV, dan XP.", {"ZK", "W", "QV", "XP"}),
        ("Polisi membawa QV, AS, dan ZK dari rumah itu.", {"QV", "AS", "ZK"}),
        ("Adiknya yang dirawat, ZK, sudah pulang.", {"ZK"}),
        ("Tersangka AP menolak. AP lalu diam.", {"AP"}),
        ("Uang itu disetor oleh ZK (bendahara desa) kemarin.", {"ZK"}),
        ("Di sana duduk Melimani (23) sendiri.", {"Melimani"}),
    ],
)
def test_letters_of_a_list_or_behind_a_word_for_somebody_are_initials(body: str, letters: set[str]) -> None:
    assert letters == {m.text for n in persons(body) for m in n.mentions}


@pytest.mark.parametrize(
    "body",
    [
        "Sayur itu kaya vitamin A, B, dan C.",
        "Ponsel itu ada tiga, yakni iPhone XR, XS, dan SE.",
        "Kabar itu ditulis AP. AP menyebutnya penting.",
    ],
)
def test_other_letters_in_a_row_are_no_initials(body: str) -> None:
    assert not persons(body)
