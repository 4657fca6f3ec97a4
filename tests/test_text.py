"""The view: a clean string whose every stretch leads back to the exact characters."""

from __future__ import annotations

import copy
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut import lang, text
from runut.lang import Language
from runut.text.late import late

INDONESIAN = lang.load("id")
PIECES = st.sampled_from(
    [
        "Kapal",
        " terbakar",
        ".",
        " ",
        "\n",
        "\r\n",
        '"',
        "“",
        "”",
        "‘",
        "’",
        "&ldquo;",
        "&nbsp;",
        "\u00a0",
        "\u200b",
        "\u202e",
        "dilansirKabar",
        "12.500",
        "S.H.",
        ",",
        "é",
        "🚢",
        "&bogus;",
        "\ufeff",
    ]
)


def sentences(source: str) -> list[str]:
    view = text.view(source, INDONESIAN)
    return [view.text[a:b] for a, b in view.sentences()]


def quotations(source: str) -> list[str]:
    view = text.view(source, INDONESIAN)
    return [source[q.inner_start : q.inner_end] for q in view.find_quotations()]


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_every_character_of_the_view_stands_for_a_stretch_of_the_original(source: str) -> None:
    view = text.view(source, INDONESIAN)
    stretches = [(view.origin.start(i), view.origin.end(i)) for i in range(len(view.text))]
    assert stretches == sorted(stretches)
    assert all(0 <= a <= b <= len(source) for a, b in stretches)
    assert all(view.at(start) <= i for i, (start, end) in enumerate(stretches) if start < end)
    for a, b in view.sentences():
        start, end = view.span(a, b)
        assert 0 <= start < end <= len(source)
    for q in view.find_quotations():
        assert q.start <= q.inner_start < q.inner_end <= q.end


@given(st.text(alphabet="abcde Kl.\n", max_size=120), st.integers(0, 60), st.integers(0, 60))
def test_furniture_is_not_in_the_view_and_no_sentence_crosses_it(source: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(source)), min(b, len(source))))
    view = text.view(source, INDONESIAN, [(start, end)] if end > start else [])
    for i in range(len(view.text)):
        x = view.origin.start(i)
        if view.text[i] not in " \n":
            assert not (start <= x < end) or end == start
    for s, e in view.sentences():
        x, y = view.span(s, e)
        assert end == start or y <= start or x >= end


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("“Kapal sudah tua,” kata Bagas.", ["Kapal sudah tua,"]),
        ("Kapal tua itu karam. ”Kami lari,” kata Bagas. ”Airnya naik.”", ["Kami lari,", "Airnya naik."]),
        ('"Kapal sudah tua," kata Bagas. "Api cepat sekali."', ["Kapal sudah tua,", "Api cepat sekali."]),
        ('Ia menyebut mereka "teroris” kemarin.', ["teroris"]),
        ("&ldquo;Kapal tua,&rdquo; katanya.", ["Kapal tua,"]),
        ('&ldquo;Kapal tua," katanya.', ["Kapal tua,"]),
        ('" Kapal tua," katanya.', ["Kapal tua,"]),
        ("Polisi menyebut ‘provokator’ itu pergi.", ["provokator"]),
        ("Hari Jum'at dan Ma'ruf pergi.", []),
        ('Satu tanda " saja.\n"Kalimat ini utuh," kata Ida.', ["Kalimat ini utuh,"]),
        ("“Paragraf satu.\nParagraf dua,” kata Ida.", ["Paragraf satu.\nParagraf dua,"]),
        ("“Paragraf satu.\n“Paragraf dua,” kata Ida.", ["Paragraf satu.", "Paragraf dua,"]),
        ('Layar 14" dijual.\nTidak ada kutipan di sini.', []),
    ],
)
def test_quotations_are_paired_and_fail_locally(source: str, want: list[str]) -> None:
    assert quotations(source) == want


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("Kapal terbakar. Tujuh orang tewas.", 2),
        ("Menurut dr. Salim dan Prof. Ida, api padam.", 1),
        ("Budi Santoso, S.H., M.H. hadir di Jl. Melati.", 1),
        ("Api muncul pukul 02.30 WIB. Tim tiba pukul 04.00 WIB.", 2),
        ("Kerugian Rp 18.500 dan 2.500 orang pergi.", 1),
        ("“Api cepat. Kami lari,” kata Sulastri. Ia selamat.", 2),
        ("“Kami lari.” Sulastri selamat.", 2),
        ("“Ke mana?” tanya Ida.", 1),
        ("Warga menunggu kabar.Petugas datang sore hari.", 2),
        ("di kota Lontar,\nSerunai\n, pada Senin", 1),
        ("Judul Berita\nKapal terbakar.", 2),
        ("A. Salim dan B. Rato hadir.", 1),
    ],
)
def test_sentences(source: str, want: int) -> None:
    assert len(sentences(source)) == want, sentences(source)


@pytest.mark.parametrize("row", INDONESIAN.table("glue"), ids=lambda r: r["word"])
def test_glued_words_come_apart(row: dict[str, str]) -> None:
    source = f"{row['example']} dan Kalimas"
    stays = row["side"] == "formative"
    assert (text.view(source, INDONESIAN).text.split()[0] == row["example"]) == stays


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("Reutersmelaporkan hujan reda.", "Reuters melaporkan hujan reda."),
        ("Hujan reda, Antaramewartakan pada Senin.", "Hujan reda, Antara mewartakan pada Senin."),
        ("Menurut Antaranews hujan reda.", "Menurut Antaranews hujan reda."),
    ],
)
def test_a_verb_comes_off_a_medium(source: str, want: str) -> None:
    assert text.view(source, INDONESIAN).text == want


@pytest.mark.parametrize("row", INDONESIAN.table("camel_names"), ids=lambda r: r["word"])
def test_names_with_a_capital_inside_stay_whole(row: dict[str, str]) -> None:
    assert row["word"] in text.view(row["example"], INDONESIAN).text.split()


@pytest.mark.parametrize("row", INDONESIAN.table("abbreviations"), ids=lambda r: r["abbreviation"])
def test_no_sentence_ends_after_an_abbreviation(row: dict[str, str]) -> None:
    assert len(sentences(row["example"] + " hadir di sini.")) == 1


@pytest.mark.parametrize("row", INDONESIAN.table("letter_heads"), ids=lambda r: r["word"])
def test_a_sentence_ends_behind_the_letter_of_one_of_several(row: dict[str, str]) -> None:
    assert len(sentences(row["example"])) == 2
    assert len(sentences(row["example"].replace(row["word"], "Ida"))) == 1


@pytest.mark.parametrize("row", INDONESIAN.table("line_joiners"), ids=lambda r: r["word"])
def test_a_line_break_after_a_joining_word_is_no_paragraph(row: dict[str, str]) -> None:
    assert len(sentences(row["example"].replace("⏎", "\n"))) == 1


def test_the_short_name_on_a_line_of_its_own_belongs_to_the_sentence_before() -> None:
    assert len(sentences("Warga menolak tambang\nKoperasi Nelayan Lontar\n(KNL) di pesisir Lontar.")) == 2
    assert len(sentences("Warga menolak tambang.\n(KNL) di pesisir Lontar.")) == 2
    assert len(sentences("Warga datang ke Koperasi Nelayan Lontar\n(KNL) di pesisir.")) == 1


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("Dinas Lontar pergi. Warga terkait datang. Kata Lontarterkait hal itu.", "Lontar terkait hal"),
        ("DPR RI menolak. Ia bakal pergi. Komisi DPR RIbakal meminta.", "RI bakal meminta"),
        ("Kali ini mantan pejabat itu pergi ke Kalimantan. Kalimantan luas.", "Kalimantan luas"),
        ("Medan ramai. Dan ia pergi.", "Medan ramai"),
        ("Dilaporkan PemerintahKalimasmemperingati hari itu.", "Pemerintah Kalimas memperingati hari"),
        ("Lamabelamengumumkan hasil. Lontarkemudian pergi.", "Lamabela mengumumkan hasil. Lontar kemudian pergi"),
        ("Pembaruan sistemiOS itu tiba.", "sistem iOS itu"),
        ("Kabar itu dilansir detikLontar.", "dilansir detikLontar"),
        ("Implementasi dan Dokumentasinya rapi. Novemberlalu hujan.", "Implementasi dan Dokumentasinya rapi"),
        ("Ditulis Kabarlontarmenghadapi.com pada Senin. Kabarlontar tutup.", "Kabarlontarmenghadapi.com"),
        ("Ditulis Kabarlontarmenghadapi pada Senin. Kabarlontar tutup.", "Kabarlontar menghadapi pada"),
        ("Multidimensi dan Antidiskriminasi dibahas.", "Multidimensi dan Antidiskriminasi dibahas"),
        ("Wali Kota Ida Lamabelawamenghadapi tekanan. Ia menghadapi warga.", "Ida Lamabelawa menghadapi tekanan"),
    ],
)
def test_a_name_comes_apart_only_from_a_word_that_the_report_has_alone(source: str, want: str) -> None:
    assert want in text.view(source, INDONESIAN).text


def test_offsets_survive_entities_and_invisible_characters() -> None:
    source = "Kapal&nbsp;tua \u200bdi \ufeffSelat"
    view = text.view(source, INDONESIAN)
    assert view.text == "Kapal tua di Selat"
    at = view.text.index("Selat")
    assert source[slice(*view.span(at, at + 5))] == "Selat"
    assert view.at(source.index("Selat")) == at


def test_a_language_keeps_what_is_derived_from_it() -> None:
    made: list[str] = []

    def make(language: Language) -> int:
        made.append(language.code)
        return len(language.tables)

    assert INDONESIAN.derive(make) == INDONESIAN.derive(make)
    assert made == ["id"]


def test_text_printed_token_by_token_is_closed_up() -> None:
    raw = (
        "Pasar , kata Ida , Senin ( 3 / 2 ) , tutup .Menurut Ida , warga pulang ."
        + '" Kami pulang , " ujar nya , lalu pergi .'
    )
    made = text.view(raw, INDONESIAN)
    assert made.text.startswith("Pasar, kata Ida, Senin (3/2), tutup. Menurut Ida, warga pulang.")
    assert [raw[a:b] for a, b in (made.span(q + 1, r - 1) for q, r in made.quoted)] == ["Kami pulang ,"]
    assert "ujarnya, lalu pergi." in made.text


@pytest.mark.parametrize(
    "source, parts",
    [
        ("Warga senang di Liga Lontar A. Pada Senin hujan turun.", 2),
        ("Naik dibanding triwulan I. Dengan itu warga senang.", 2),
        ("Ada beras, gula, dll. Namun warga tetap cemas.", 2),
        ("Kata M. Salim hujan reda.", 1),
        ("Ia menjual saham Lontar Pte. Ltd. (LTR) itu.", 1),
        ("Lontar menang pada 2031.Warga senang.", 2),
        ("Nilainya dua miliar dolar AS.Warga senang.", 2),
        ("Ketua PT.Lontar dan KH.Salim hadir.", 1),
        ("Warga pergi ke Lontar Daya.PT Lontar menang.", 2),
        ("Kabar itu dari Lontarnews.COM kemarin.", 1),
        ("Ia menulis “hujan”.Warga senang.", 2),
        ("Jaraknya 530 km. Warga senang.", 2),
        ("Hujan reda di hulu .Warga senang.", 2),
        ("Hujan reda di hulu.“Kami pulang,”ujar Ida.", 2),
        ('Hujan reda di hulu."Kami pulang," ujar Ida.', 2),
        ("“Kami pulang.”Ida lalu pergi.", 2),
    ],
)
def test_sentences_behind_initials_and_glued_stops(source: str, parts: int) -> None:
    assert len(sentences(source)) == parts, sentences(source)


def test_a_quotation_stands_free_of_the_words_around_it() -> None:
    view = text.view("Hujan reda.“Kami pulang,”ujar Ida.“Reda,”kata Budi. Ia disebut “raja”nya.", INDONESIAN)
    assert view.text == "Hujan reda. “Kami pulang,” ujar Ida. “Reda,” kata Budi. Ia disebut “raja”nya."
    assert [view.text[a:b] for a, b in view.quoted] == ["“Kami pulang,”", "“Reda,”", "“raja”"]
    assert [view.original[q.start : q.end] for q in view.find_quotations()] == ["“Kami pulang,”", "“Reda,”", "“raja”"]


def test_marks_with_spaces_on_both_sides_close_after_a_comma_and_before_a_small_word() -> None:
    source = 'Hujan , reda , kata warga , itu , benar . " ujar Ida . " Kami pulang , " kata Budi . " Kami tidur , " kata Sari .'
    view = text.view(source, INDONESIAN)
    assert [view.text[a:b].strip("“” ") for a, b in view.quoted] == ["Kami pulang,", "Kami tidur,"]


@pytest.mark.parametrize(
    "source, want",
    [
        ("Warga\ndi lereng Lontar\n, pada Senin, menuju\nBalai Desa\n, kata Ida.", 1),
        ("Terdakwa\nIda Lontar\n, eks pegawai kantor itu\n, hadir.\nIa menangis.", 2),
        (
            "Warga bertemu di balai\n, pagi itu\n, sebelum berangkat bersama rombongan besar dari kecamatan menuju\nHulu Lontar\nitu.",
            1,
        ),
        (
            "Warga di balai\n, pagi itu\n, pergi.\nCara Mengungsi dengan Aman dari Lereng Lontar yang Rapuh Itu\nIda pergi.",
            3,
        ),
        ("Ketua Dewan Pasar (\nDepas\n) Kota Lontar Ida Rato datang.", 1),
        ("Ketua Dewan Pasar\n(Ida Rato) datang.", 2),
        (
            "Lontar\n-\nDewan Kota Lontar meminta wali kota mengawasi penyaluran dana untuk\nsekolah. Ia datang.",
            4,
        ),
        (
            "Warga Kota Lontar meminta wali kota mengawasi pembagian bantuan beras dari pusat\nDana Warga Lontar\n(DWL) pekan ini.",
            1,
        ),
        ("Cara Mengawasi Pembagian Bantuan Beras dari Pusat untuk Warga Lontar\nDana Warga Lontar\n(DWL) dibuka.", 2),
    ],
)
def test_lines_broken_around_links_are_one_sentence(source: str, want: int) -> None:
    assert len(sentences(source)) == want, sentences(source)


BROKEN_HEAD = "Ketua\nDewan Pasar\nIda Rato, yang datang dari Kota Lontar, meninjau harga beras pagi itu bersama warga."


@pytest.mark.parametrize(
    "source, want",
    [
        (f"Lontar -\n{BROKEN_HEAD}", 1),
        (BROKEN_HEAD, 3),  # nothing is hidden before it: the lines may be headings
        ("Lontar -\nHarga Beras di Lontar\nIda Rato, yang datang dari Kota Lontar, meninjau harga beras pagi itu.", 2),
        ("Lontar -\nKetua Dewan Pasar\nmeninjau harga beras di Kota Lontar pagi itu bersama warga dari dua desa.", 1),
    ],
)
def test_short_lines_behind_a_dateline_that_go_on_are_one_sentence(source: str, want: int) -> None:
    furniture = [(0, len("Lontar -"))] if source.startswith("Lontar -") else []
    assert len(text.view(source, INDONESIAN, furniture).sentences()) == want


def test_words_stand_side_by_side_with_their_places() -> None:
    view = text.view("Kapal Jum’at, luka-luka (12,5 km).", INDONESIAN)
    words = view.words
    assert list(words.low) == ["kapal", "jum’at", "luka-luka", "12", "5", "km"]
    assert [view.text[a:b].lower() for a, b in zip(words.starts, words.ends, strict=True)] == list(words.low)
    assert not text.view("", INDONESIAN).words.low


def test_words_and_figures_are_found_also_inside_of_longer_words() -> None:
    view = text.view("İzmir dua-tiga kali, Dua Rp5 dan COVID-19.", INDONESIAN)
    assert [(view.text[at : at + len(word)], word) for at, word in view.words.find({"dua", "tiga"})] == [
        ("dua", "dua"), ("tiga", "tiga"), ("Dua", "dua"), ("5", "5"), ("19", "19"),
    ]  # fmt: skip


def test_a_thin_blank_between_thousands_stands_for_its_own_character() -> None:
    source = "Ada 2\u2009300 warga, 1\u202f250\u202f000 rupiah dan 20\u00a0orang."
    view = text.view(source, INDONESIAN)
    assert view.text == "Ada 2.300 warga, 1.250.000 rupiah dan 20 orang."
    at = view.text.index("2.300")
    assert source[slice(*view.span(at, at + 5))] == "2\u2009300"
    assert view.find_cuts() == []


def test_a_pattern_compiled_late_is_copied_and_pickled() -> None:
    pattern = late(r"long(?P<kind>sor)", re.IGNORECASE)
    for other in (copy.copy(pattern), copy.deepcopy(pattern), pickle.loads(pickle.dumps(pattern))):
        found = other.search("Longsor di Lontar")
        assert found is not None and found["kind"] == "sor"
    assert not hasattr(pattern, "__len__")
