"""Names of one article: what is found, what is left alone, and what is one. All events and people are invented."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits, CreditSpan, Name
from runut.reading import names

INDONESIAN = lang.load("id")


def article_of(body: str, source: str = "a.txt") -> Article:
    return Article(id=codec.article_id(source, body), source=source, text=body, sha256=codec.sha256(body))


def read(body: str, credits: Credits | None = None) -> tuple[Name, ...]:
    """The names of a text."""
    given = credits or Credits()
    hide = [(s.start, s.end) for s in given.spans]
    return names.find(article_of(body), text.view(body, INDONESIAN, hide), given, INDONESIAN)


def forms(body: str) -> dict[str, tuple[str, str]]:
    """Every form in a text: its type and the name that it belongs to."""
    return {m.text: (n.type, n.name) for n in read(body) for m in n.mentions}


def one(body: str, *same: str) -> bool:
    """Whether the forms all belong to one name."""
    of = forms(body)
    return all(form in of for form in same) and len({of[form] for form in same}) == 1


# --- titles, offices and persons


@pytest.mark.parametrize(
    "body",
    [
        "Kepala Kantor SAR Muara Kelua Bagas Prawira mengatakan itu.",
        "Kepala Kantor SAR Kelua Lintang Bagas Prawira mengatakan itu.",
        "Hal itu dikatakan Bagas Prawira. “Ya,” ujar Kepala Kantor SAR Bagas.",
    ],
)
def test_an_officer_stands_apart_from_the_office_and_its_seat(body: str) -> None:
    assert [n.name for n in read(body) if n.type == "PER"] == ["Bagas Prawira"]


def test_title_country_and_name_nest() -> None:
    of = forms("Presiden Rusia Oleg Barkov menolak usul itu. Barkov lalu pergi.")
    assert of["Presiden Rusia Oleg Barkov"] == of["Oleg Barkov"] == of["Barkov"] == ("PER", "Oleg Barkov")
    assert of["Rusia"] == ("GPE", "Rusia")
    assert not any("Rusia Oleg" in form and not form.startswith("Presiden") for form in of)


def test_the_role_is_told_with_name_and_mention() -> None:
    (barkov,) = (n for n in read("Presiden Rusia Oleg Barkov menolak usul itu.") if n.type == "PER")
    assert barkov.roles == ("Presiden Rusia",)
    assert {m.role for m in barkov.mentions} == {"Presiden Rusia"}


@pytest.mark.parametrize(
    ("body", "person", "role"),
    [
        ("Kabid Humas Polda Jatim Kombes Pol. Rini Wijayanti hadir.", "Rini Wijayanti", "Kabid Humas Polda Jatim"),
        ("Kepala Dinas Kesehatan Kota Blitar dr. Rini Wijayanti hadir.", "Rini Wijayanti", "Kepala Dinas Kesehatan Kota Blitar"),
        ("Wakil Menteri Kehutanan Sultan Wiraguna hadir.", "Sultan Wiraguna", "Wakil Menteri Kehutanan"),
        ("Ketua Umum Partai Mentari Raya Rini Wijayanti hadir. Rini Wijayanti pergi.", "Rini Wijayanti", "Ketua Umum Partai Mentari Raya"),
        ("Wakil Gubernur (Wagub) Jambi Rini Wijayanti hadir.", "Rini Wijayanti", "Wakil Gubernur (Wagub) Jambi"),
        ("Presiden Amerika Serikat (AS) Walter Brook hadir.", "Walter Brook", "Presiden Amerika Serikat"),
        ("Kapolsek Kalimas AKP Rini Wijayanti hadir.", "Rini Wijayanti", "Kapolsek Kalimas"),
        ("Bupati Kalimas Rudi Hartawan hadir.", "Rudi Hartawan", "Bupati Kalimas"),
        ("Menurut juru bicara Kremlin Oleg Barkov, tidak.", "Oleg Barkov", "juru bicara Kremlin"),
        ("Direktur RS Harapan di Lombok Samir al-Hadad pensiun. Samir al-Hadad dokter.", "Samir al-Hadad", "Direktur RS Harapan di Lombok"),
        ("Direktur Kalimas Watch Indonesia (KWI) Rini Wijayanti hadir.", "Rini Wijayanti", "Direktur Kalimas Watch Indonesia (KWI)"),
        ("Menkeu Rini Wijayanti hadir dalam rapat.", "Rini Wijayanti", "Menkeu"),
        ("Letjen (Purn) Rini Wijayanti hadir.", "Rini Wijayanti", "Letjen (Purn)"),
    ],
)  # fmt: skip
def test_what_an_office_is_of_ends_where_the_name_begins(body: str, person: str, role: str) -> None:
    found = {n.name: n.roles for n in read(body) if n.type == "PER"}
    assert found == {person: (role,)}


def test_a_role_after_a_comma_is_a_role_and_no_form() -> None:
    (aydan,) = (
        n for n in read("Menurut juru bicara Kementerian Pertahanan Turki, Kemal Aydan, tidak.") if n.type == "PER"
    )
    assert aydan.name == "Kemal Aydan"
    assert "juru bicara Kementerian Pertahanan Turki" in aydan.roles
    assert "Kementerian Pertahanan Turki, Kemal Aydan" not in aydan.aliases


def test_an_office_with_one_holder_is_a_mention_of_the_holder() -> None:
    body = "Presiden Uzbekistan Timur Asanov berpidato. Menurut presiden Uzbek, pasukan akan datang."
    assert one(body, "Timur Asanov", "presiden Uzbek")


def test_an_office_with_two_holders_is_of_neither() -> None:
    body = "Bupati Garut Rini Wijayanti dan Bupati Garut Budi Kuncoro hadir. Menurut Bupati Garut, usul ditolak."
    assert "Bupati Garut" not in forms(body)


def test_a_former_holder_does_not_hold_the_office() -> None:
    body = "Bupati Garut Rini Wijayanti dan mantan Bupati Garut Budi Kuncoro hadir. Menurut Bupati Garut, usul ditolak."
    assert one(body, "Rini Wijayanti", "Bupati Garut")


def test_marks_on_letters_do_not_matter() -> None:
    assert one("Usul itu ditolak José Quintén. Kata Jose Quinten, tidak.", "José Quintén", "Jose Quinten")


def test_an_office_without_a_holder_stands_for_whoever_holds_it() -> None:
    assert forms("Ia menelepon Perdana Menteri Armenia kemarin.")["Perdana Menteri Armenia"][0] == "PER"


def test_many_holders_are_no_person() -> None:
    assert not [n for n in read("Sebanyak 27 pemimpin Uni Eropa bertemu para gubernur Sumatera.") if n.type == "PER"]


@pytest.mark.parametrize(
    "body",
    [
        "Korban luka adalah Darsan (51 tahun) dan Lukitan (28).",
        "Korban luka adalah Darsan (51), Lukitan, dan Nalu.",
        "Seorang warga bernama Lukitan melihatnya, kata Darsan.",
    ],
)
def test_single_names_by_age_list_and_word(body: str) -> None:
    of = forms(body)
    assert of["Darsan"][0] == of["Lukitan"][0] == "PER"


def test_initials_of_suspects() -> None:
    of = forms("Polisi menangkap MS (34) dan pria berinisial RW.")
    assert of["MS"][0] == of["RW"][0] == "PER"


@pytest.mark.parametrize(
    "name", ["Rahmat bin Saleh", "Hilde von der Brink", "Samir al-Hadad", "I Made Suteja", "H.M. Yusuf Wiraguna"]
)
def test_a_name_keeps_its_small_words(name: str) -> None:
    assert any(name.removeprefix("I ") in form for form in forms(f"Usul itu ditolak {name} kemarin."))


# --- parts, spellings, slips


def test_first_and_last_names_go_to_the_full_name() -> None:
    body = "Dewi Kusumatika dan Oleg Barkov bertemu. Dewi menolak, Barkov setuju."
    assert one(body, "Dewi Kusumatika", "Dewi")
    assert one(body, "Oleg Barkov", "Barkov")


def test_two_of_one_family_stay_apart() -> None:
    body = (
        "Rektor Universitas Harapan Samir Al Hadad pensiun, kata putrinya, Lina Al Hadad. "
        "Lina melihat upacara itu. Al Hadad dikenal sebagai guru."
    )
    assert one(body, "Samir Al Hadad", "Al Hadad")
    assert one(body, "Lina Al Hadad", "Lina")
    assert not one(body, "Samir Al Hadad", "Lina Al Hadad")


def test_another_name_in_brackets_or_told() -> None:
    assert one("Rini Wijayanti (Riwi) hadir. Kata Riwi, tidak.", "Rini Wijayanti", "Riwi")
    assert one("Budi Kuncoro (Gus Ocol) hadir. Kata Gus Ocol, tidak.", "Budi Kuncoro", "Ocol")
    assert one("Rini Wijayanti alias Kuti hadir.", "Rini Wijayanti", "Kuti")
    assert not one("Rini Wijayanti (PDIP) hadir.", "Rini Wijayanti", "PDIP")


def test_case_and_hyphens_do_not_matter() -> None:
    body = "Samir Al-Hadad pergi. Kata Samir al-Hadad, tidak. Lalu Samir Al Hadad pulang."
    assert one(body, "Samir Al-Hadad", "Samir al-Hadad", "Samir Al Hadad")


def test_a_slip_in_a_long_name_is_the_same_name() -> None:
    assert one("Kasim Asanovski berpidato. Menurut Kasim Asanovskin, tidak.", "Kasim Asanovski", "Kasim Asanovskin")


def test_near_names_in_a_list_of_victims_are_two() -> None:
    body = "Korban hilang: Marsogo (51 tahun), Marsugo (22 tahun), dan Lukitan."
    assert not one(body, "Marsogo", "Marsugo")


def test_near_villages_are_two() -> None:
    assert not one("Hujan turun di Desa Sukamaju dan Desa Sukamaja.", "Desa Sukamaju", "Desa Sukamaja")


# --- organisations


def test_a_ministry_with_its_short_form_and_country() -> None:
    body = "Kementerian Kesehatan (Kemenkes) Palestina menolak. Menurut Kemenkes, tidak. Kemenkes Palestina diam."
    assert one(
        body, "Kementerian Kesehatan (Kemenkes) Palestina", "Kementerian Kesehatan", "Kemenkes", "Kemenkes Palestina"
    )


def test_a_body_of_a_province_in_every_rendering() -> None:
    body = (
        "Badan Penanggulangan Bencana Daerah (BPBD) Jawa Timur hadir. BPBD Provinsi Jawa Timur dan BPBD Jatim menolak."
    )
    assert one(
        body, "Badan Penanggulangan Bencana Daerah (BPBD) Jawa Timur", "BPBD", "BPBD Provinsi Jawa Timur", "BPBD Jatim"
    )


def test_matters_with_commas_and_dan() -> None:
    assert "Badan Meteorologi, Klimatologi, dan Geofisika" in forms(
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) menolak."
    )


def test_an_unknown_body_and_its_short_form_either_way() -> None:
    assert one("Serikat Nelayan Kalimas (SNK) menolak. SNK pergi.", "Serikat Nelayan Kalimas", "SNK")
    assert one("Menurut SNK (Serikat Nelayan Kalimas), tidak.", "Serikat Nelayan Kalimas", "SNK")
    assert one("Coral Reef Watch (CRW) menolak. Kata CRW, tidak.", "Coral Reef Watch", "CRW")


def test_a_hospital_with_and_without_its_place() -> None:
    body = "Mereka dirawat di RSUD Harapan, kata Rumah Sakit Umum Daerah (RSUD) Harapan Blitar."
    assert one(body, "RSUD Harapan", "Rumah Sakit Umum Daerah (RSUD) Harapan Blitar")


def test_small_heads() -> None:
    of = forms("Mereka dibawa ke rumah sakit Harapan dan puskesmas Kalimas. Kementerian dalam negeri diam.")
    assert of["rumah sakit Harapan"][0] == of["puskesmas Kalimas"][0] == of["Kementerian dalam negeri"][0] == "ORG"


def test_forces_are_bodies_and_governments_are_countries() -> None:
    body = "Pasukan Israel mundur, kata tentara Israel. Menurut pemerintah Israel, tidak. Militer Israel diam."
    assert one(body, "Pasukan Israel", "tentara Israel", "Militer Israel")
    assert one(body, "pemerintah Israel", "Israel")
    assert not one(body, "Pasukan Israel", "Israel")


def test_two_ministries_of_one_name_stay_apart() -> None:
    body = "Kementerian Luar Negeri Rusia menolak. Kementerian Luar Negeri Turki setuju."
    assert not one(body, "Kementerian Luar Negeri Rusia", "Kementerian Luar Negeri Turki")


def test_two_ministries_in_a_list_are_two() -> None:
    of = forms("Hadir Kementerian Dalam Negeri, Kementerian Kelautan dan Perikanan, dan Polri.")
    assert {"Kementerian Dalam Negeri", "Kementerian Kelautan dan Perikanan"} <= set(of)
    assert not one("Hadir Kementerian Dalam Negeri, Kementerian Kelautan dan Perikanan.", *list(of)[:2])


def test_a_council_and_the_regional_one_are_two() -> None:
    assert not one("DPR menolak dan DPRD setuju.", "DPR", "DPRD")


# --- places


def test_a_place_and_its_head_word_are_one() -> None:
    assert one("Hujan turun di Kabupaten Garut. Warga Garut pergi.", "Kabupaten Garut", "Garut")


def test_city_and_regency_of_one_name_do_not_meet() -> None:
    assert not one("Hujan di Kota Bogor dan Kabupaten Bogor. Warga Bogor pergi.", "Kota Bogor", "Kabupaten Bogor")


def test_short_and_long_country_and_province() -> None:
    body = "Jawa Timur banjir. Gubernur Jatim Rini Wijayanti ke Amerika Serikat; AS menolak."
    assert one(body, "Jawa Timur", "Jatim")
    assert one(body, "Amerika Serikat", "AS")


def test_a_capital_acts_or_lies_there() -> None:
    body = "Moskow mengatakan tidak. Rusia mundur. Hujan turun di Moskow."
    by_start = {m.start: n.name for n in read(body) for m in n.mentions if m.text == "Moskow"}
    assert list(by_start.values()) == ["Rusia", "Moskow"]


def test_a_mountain_with_where_it_lies() -> None:
    assert one("Longsor di Gunung Kalam. Warga Gunung Kalam Garut pergi.", "Gunung Kalam", "Gunung Kalam Garut")


def test_two_countries_with_a_hyphen() -> None:
    of = forms("Pembicaraan Rusia-AS gagal.")
    assert of["Rusia"] == ("GPE", "Rusia")
    assert of["AS"] == ("GPE", "Amerika Serikat")


# --- what is left alone


@pytest.mark.parametrize(
    "body",
    [
        "Pada Jumat (7/1) pagi, hujan turun. Menurutnya, banjir surut. Sementara itu, warga pulang.",
        "Warga menunggu bantuan. Bantuan belum datang. Izin tambang dicabut.",
        "Perundingan itu gagal. Membaca itu penting. Rekan-rekan menunggu.",
        "Ia membayar dengan KTP dan ATM pada Desember, pukul 10.00 WIB.",
        "Presiden itu pergi. Sang menteri menolak. Kementerian tersebut diam.",
    ],
)
def test_ordinary_words_are_no_names(body: str) -> None:
    assert not read(body)


def test_a_headlines_capitals_show_nothing() -> None:
    assert not [n for n in read("Harga Beras Naik Tajam Sejak Kemarin\n\nWarga menunggu bantuan.") if n.type == "PER"]


# --- records


def test_glued_words_come_apart_in_the_offsets() -> None:
    body = "Kalimas Raya menolak. Warga menunggu KalimasRayamenerima surat, dilansirReuters kemarin."
    assert "Reuters" in forms(body)


def test_a_headline_mentions_the_names_of_the_body() -> None:
    body = "Presiden Uzbekistan Panggil Menteri\n\nPresiden Uzbekistan Timur Asanov memanggil para menteri."
    span = CreditSpan(start=0, end=35, text=body[:35], kind="title", rule="title")
    (asanov,) = (n for n in read(body, Credits(spans=(span,))) if n.type == "PER")
    assert (asanov.mentions[0].text, asanov.mentions[0].start) == ("Presiden Uzbekistan", 0)


def test_ids_are_of_article_type_and_name() -> None:
    body = "Presiden Rusia Oleg Barkov menolak usul Polda Jatim."
    found = read(body)
    assert len({n.id for n in found}) == len(found)
    assert found == read(body)


def articles(shared: Path) -> Iterator[Article]:
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for record in random.Random(7).sample(records, 150):
        yield article_of(record["text"], record["id"])


@pytest.mark.shared
def test_on_real_articles_every_mention_is_its_text_and_no_id_is_twice(shared: Path) -> None:
    for article in articles(shared):
        found = names.find(article, text.view(article.text, INDONESIAN), Credits(), INDONESIAN)
        assert len({n.id for n in found}) == len(found), article.source
        for name in found:
            assert name.mentions and name.name
            assert all(article.text[m.start : m.end] == m.text for m in name.mentions)


def test_a_command_with_its_number_and_name() -> None:
    assert "Kodam XX/Lontar" in forms("Ia datang ke Kodam XX/Lontar kemarin.")


def test_a_name_may_have_the_shape_of_a_derived_noun() -> None:
    words = "Presiden Iran Ratna Pezaliman tiba. Massa menyambut Pezaliman."
    assert {"Ratna Pezaliman", "Pezaliman"} <= set(forms(words))


def test_a_name_that_ends_in_a_small_word_stays_whole() -> None:
    assert "Rato Baliya" in forms("Petugas menemukan Rato Baliya (24) di rumah sakit.")


def test_a_head_of_several_words_is_a_name_of_its_own() -> None:
    assert "Garda Nasional" in forms("Mereka melihat Garda Nasional di jalan.")


def test_a_body_named_by_its_matter_ends_before_an_officer_of_two_names() -> None:
    assert {"Dewan Pers", "Ninik Rahayu"} <= set(forms("Ketua Dewan Pers Ninik Rahayu hadir."))
    assert {"Garda Revolusi", "Hosen Salimi"} <= set(forms("Komandan Garda Revolusi Hosen Salimi tewas."))


def test_a_wife_called_after_an_officeholder_is_another() -> None:
    body = "Menteri bicara soal Ratna Rato Keli. Presiden Rato Keli pergi. Massa menolak Presiden Rato Keli."
    assert not one(body, "Ratna Rato Keli", "Rato Keli")


def test_who_speaks_by_one_name_begins_there_behind_an_office_and_a_body() -> None:
    text = "Manajer Pondok Kalimas Rini Wijayanti datang. “Kami pulang,” kata Rini."
    assert "Rini Wijayanti" in {n.name for n in read(text) if n.type == "PER"}


def test_a_wife_called_after_a_nickname_is_another() -> None:
    body = "Menteri bertemu Iriana Jokowi. Presiden Joko Widodo pergi. Massa menolak Jokowi."
    assert one(body, "Joko Widodo", "Jokowi")
    assert not one(body, "Iriana Jokowi", "Jokowi")


# --- what is a name and what is none: must and must not


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Ia ditahan di Polsek Kalimas Barat Daya sejak kemarin.", {"Polsek Kalimas Barat Daya": "ORG"}),
        ("Hal itu ditangani Subdit Renata Ditreskrimum Polda Jatim.", {"Subdit Renata Ditreskrimum Polda Jatim": "ORG"}),
        ("Ia ditahan Seksi Profesi (Propam) Polres Garut.", {"Seksi Profesi (Propam) Polres Garut": "ORG", "Polres Garut": "ORG"}),
        ("Mereka berlatih di Kodim 0899/Kalimas dan Yonif 999/Wiraga kemarin.", {"Kodim 0899/Kalimas": "ORG", "Yonif 999/Wiraga": "ORG"}),
        ("Ia dipindahkan ke Lapas Kelas IIB Kalimas, kata petugas.", {"Lapas Kelas IIB Kalimas": "ORG"}),
        ("Siswa SMPN 3 Kalimas pulang lebih awal.", {"SMPN 3 Kalimas": "ORG"}),
        ("Usul itu ditolak Koalisi Warga untuk Udara Bersih kemarin.", {"Koalisi Warga untuk Udara Bersih": "ORG"}),
        ("Massa menuju Gedung Sinar Putih KPK di selatan kota.", {"Gedung Sinar Putih KPK": "LOC", "KPK": "ORG"}),
        ("Mereka menunggu di gedung KPK sejak pagi.", {"gedung KPK": "LOC", "KPK": "ORG"}),
        ("Truk melintas di Jalan Raya Desa Kalimas tadi malam.", {"Jalan Raya Desa Kalimas": "LOC"}),
        ("Usul itu ditolak Kepala Desa Kalimas Rini Wijayanti.", {"Desa Kalimas": "GPE", "Rini Wijayanti": "PER"}),
        ("Warga berkumpul di Bandang Square kemarin.", {"Bandang Square": "LOC"}),
        ("Hujan turun di Garut Kota dan Sukabumi Hilir.", {"Garut Kota": "GPE", "Sukabumi Hilir": "GPE"}),
        ("Ia tiba di Pulau Kalimas Besar dan Pulau Wiraga kemarin.", {"Pulau Kalimas Besar": "LOC", "Pulau Wiraga": "LOC"}),
        ("Presiden ke-9 RI Rini Wijayanti datang.", {"Presiden ke-9 RI Rini Wijayanti": "PER", "Rini Wijayanti": "PER"}),
        ("Kapolres Garut, Ajun Komisaris Besar Polisi (AKBP) Rini Wijayanti, hadir di sana.", {"Rini Wijayanti": "PER"}),
        ("Menteri Koordinator Bidang Hukum, HAM, dan Imigrasi Rini Wijayanti hadir.", {"Rini Wijayanti": "PER"}),
        ("Bupati Garut Rini Hakim pulang, kata Haru Kuswanda kemarin.", {"Rini Hakim": "PER", "Haru Kuswanda": "PER"}),
        ("Menteri Perikanan Sakti Wijayanti hadir.", {"Sakti Wijayanti": "PER"}),
        ("Polisi menangkap MT, berinisial ZR, QS, dan NB.", {"ZR": "PER", "QS": "PER", "NB": "PER"}),
        ("Hadir I Nyoman Wiraga dan A. Wijayanti di sana.", {"I Nyoman Wiraga": "PER", "A. Wijayanti": "PER"}),
        ("Amrul (AMR) datang. AMR lalu pulang. Menurut AMR, tidak.", {"AMR": "PER"}),
        ("Usul itu ditolak PT Kalimas Multi Tbk kemarin.", {"PT Kalimas Multi Tbk": "ORG"}),
        ("Usul itu ditolak PT Wiraga Sakti (Persero) kemarin.", {"PT Wiraga Sakti (Persero)": "ORG"}),
        ("Direktur PT Kalimas Tunggal Raya, Rini Wijayanti, hadir.", {"PT Kalimas Tunggal Raya": "ORG", "Rini Wijayanti": "PER"}),
        ("Ketua Asosiasi Guru Indonesia Rini Wijayanti hadir.", {"Asosiasi Guru Indonesia": "ORG", "Rini Wijayanti": "PER"}),
        ("Ketua KPU Wiraga Kusnanda hadir.", {"KPU": "ORG", "Wiraga Kusnanda": "PER"}),
        ("Mantan Ketua Mahkamah Konstitusi Rini Wijayanti hadir.", {"Mahkamah Konstitusi": "ORG", "Rini Wijayanti": "PER"}),
        ("Usul itu dibahas United Force of the Hills kemarin.", {"United Force of the Hills": "ORG"}),
        ("Peserta se-Jateng hadir di KabupatenGarut kemarin.", {"Jateng": "GPE", "Garut": "GPE"}),
        ("Hal itu dikatakan Menkominfo Rudiantara dan Rini Rahmadi.", {"Rudiantara": "PER", "Rini Rahmadi": "PER"}),
        ("Kata Perkumpulan Aksi Kebun dan Warga (AKW), itu benar.", {"Perkumpulan Aksi Kebun dan Warga": "ORG", "AKW": "ORG"}),
        ("Balai Taman Nasional Kalimas Wiraga (TNKW) ditutup.", {"Balai Taman Nasional Kalimas Wiraga": "ORG", "TNKW": "LOC"}),
        ("Mereka mendaki di Taman Nasional Kalimas Lontar (TNKL) kemarin.", {"Taman Nasional Kalimas Lontar": "LOC", "TNKL": "LOC"}),
        ("Kata Kepala Seksi Logistik Badan Pangan Raya (BPR) Kota Garut, itu benar.", {"Badan Pangan Raya (BPR) Kota Garut": "ORG"}),
        ("Anggota Komisi IIIDPRRatna Wiraguna hadir. DPR rapat.", {"Komisi III": "ORG", "Ratna Wiraguna": "PER"}),
        ("Tambang itu milik PTKalimas Raya kemarin.", {"PTKalimas Raya": "ORG"}),
        ("Warga Kecamatan Wiragutang pulang kemarin sore.", {"Kecamatan Wiragutang": "GPE"}),
        ("Prajurit Yonif 799 Kalimas Kodam XX Wiraguna tiba di sana.", {"Yonif 799 Kalimas": "ORG", "Kodam XX Wiraguna": "ORG"}),
        ("Menurut tim SAR gabungan, tim DVI Polda Jambi tiba kemarin.", {"tim SAR gabungan": "ORG", "tim DVI Polda Jambi": "ORG"}),
        ("Ia dirawat di RSUD dr. Rahmat Wiraguna sejak kemarin.", {"RSUD dr. Rahmat Wiraguna": "ORG"}),
        ("Serangan itu disusun militer Moskow kemarin sore.", {"militer Moskow": "ORG"}),
        ("Menurut laporan detik.com, banjir itu surut.", {"detik.com": "ORG"}),
        ("Kata Presiden Rusia Oleg Perkovian, itu benar.", {"Oleg Perkovian": "PER"}),
        ("Wakil Menteri Kehutanan Yulion Tanjung hadir di sana.", {"Yulion Tanjung": "PER"}),
        ("Ia ditahan Detasemen Polisi Militer (Denpom) sejak kemarin.", {"Detasemen Polisi Militer (Denpom)": "ORG", "Denpom": "ORG"}),
        ("Kepala Divisi Kredit PT Bank Wiraga Raya (BWR) hadir.", {"PT Bank Wiraga Raya (BWR)": "ORG", "PT Bank Wiraga Raya": "ORG"}),
        ("Usul itu ditolak Ketua XYZ Kabupaten Garut Rini Wijayanti kemarin.", {"XYZ Kabupaten Garut": "ORG", "Rini Wijayanti": "PER"}),
        ("Ratna Wiraguna alias dr Tirta pulang. Menurut Tirta, tidak.", {"dr Tirta": "PER", "Tirta": "PER"}),
        ("Kata Damai Hari Kuncoro (DHK), itu benar. Lalu Damai Hari Kuncoro pulang.", {"Damai Hari Kuncoro": "PER"}),
    ],
)  # fmt: skip
def test_names_that_must_be_found(body: str, wanted: dict[str, str]) -> None:
    of = {form: type_ for form, (type_, _) in forms(body).items()}
    assert wanted.items() <= of.items()


@pytest.mark.parametrize(
    ("body", "unwanted"),
    [
        ("Ia belum memperoleh Surat Keterangan Lulus (SKL). Tanpa SKL ia tidak bisa masuk.", {"SKL"}),
        ("Putusan Nomor 55/PUU-XVII/2019 berlaku sejak lama.", {"PUU-XVII", "PUU"}),
        ("Mereka naik KMP Wiraga Jaya kemarin.", {"Wiraga Jaya", "KMP"}),
        ("Batu bara diangkut ke pelabuhan.", {"Batu bara", "Batu"}),
        ("APBD Perubahan dibahas kemarin.", {"Peru"}),
        ("Rini Wijayanti, S.H., M.Si. dan Budi Kuncoro, Ph.D. hadir.", {"S.H", "M.Si", "Ph.D"}),
        ("Polri berada di bawah kementerian khusus itu.", {"kementerian khusus"}),
        ("Menurut pengacara Wiraga, Rini Wijayanti, usul itu ditolak.", {"pengacara Wiraga"}),
        ("Warga Dusun II Desa Kalimas pulang kemarin sore.", {"II"}),
        ("Kepala Dinas Sosial, Kepala Dinas Kesehatan, dan warga hadir.", {"Dinas Sosial, Kepala Dinas Kesehatan"}),
        ("Jampidsus Kejaksaan Agung RI Rini Wijayanti hadir.", {"Kejaksaan Agung RI Rini Wijayanti", "Agung"}),
        ("Ia dirawat di RS Arab Saudi sejak lama.", {"RS Arab"}),
        ("Izin PT Kalimas Multi dan PT Wiraga Sakti dicabut.", {"PT Kalimas Multi dan"}),
        ("Ia ikut turnamen U-14 dan finis di P13 kemarin.", {"U-14", "P13"}),
        ("Sesuai Peraturan Menteri Keuangan itu, uang itu cair.", {"Menteri Keuangan"}),
        ("Usul itu ditolak PT Wiraga Sakti Tbk. Kemarin warga pulang.", {"PT Wiraga Sakti Tbk. Kemarin"}),
        ("Petugas Polsek Wiragabaja di Wiraga Baja pulang.", {"Polsek Wiraga"}),
    ],
)  # fmt: skip
def test_words_that_must_be_no_names(body: str, unwanted: set[str]) -> None:
    assert not unwanted & set(forms(body))


def test_a_capital_that_acts_once_is_its_country_wherever_it_is_no_place() -> None:
    body = "Moskow mengecam usul itu. Diplomat tinggi Moskow pulang. Hujan turun di Moskow."
    assert [m.text for n in read(body) if n.name == "Rusia" for m in n.mentions] == ["Moskow", "Moskow"]


def test_an_office_and_its_short_form_in_brackets_are_its_holder() -> None:
    body = "Hal itu dikatakan Kepala Bidang Humas (Kabid Humas) Polda Jambi, Rini Wijayanti. Kata Kabid Humas Polda Jambi, tidak."
    assert one(body, "Rini Wijayanti", "Kepala Bidang Humas (Kabid Humas) Polda Jambi", "Kabid Humas Polda Jambi")


def test_an_office_told_without_its_body_means_the_only_one_who_holds_it() -> None:
    one_holder = "Wakil Gubernur Jambi Rini Wijayanti hadir. Menurut warga, kata Wakil Gubernur itu benar."
    two_holders = "Wakil Gubernur Jambi Rini Wijayanti dan Wakil Gubernur Riau Budi Kuncoro hadir. Usul datang dari Wakil Gubernur kemarin."
    assert one(one_holder, "Rini Wijayanti", "Wakil Gubernur")
    assert "Wakil Gubernur" not in forms(two_holders)


def test_letters_before_a_bodys_name_in_brackets_are_its_own() -> None:
    assert one("Kata LKW (Organisasi Pangan Kalimas), itu benar.", "LKW", "Organisasi Pangan Kalimas")


def test_a_bodys_name_ends_before_its_officer_who_speaks() -> None:
    body = "Usul itu datang dari Lontarlink. Saham Lontarlink tumbuh. Menurut insinyur Lontarlink Oleg Barkov, ya. Kata Barkov, tidak."
    assert {"Lontarlink", "Oleg Barkov"} <= {n.name for n in read(body)}


def test_two_spellings_of_one_single_name_are_one() -> None:
    assert one("Tersangka Syamsuddir ditahan. Syamsudir lalu diperiksa polisi.", "Syamsuddir", "Syamsudir")


def test_one_stretch_names_one_thing() -> None:
    body = "Kata Kepala Dinas Pangan (Dispang) Rini Wijayanti itu benar. Menteri Energi dan Pangan (EDP) hadir."
    spans = [(m.start, m.end) for n in read(body) for m in n.mentions]
    assert len(spans) == len(set(spans))


def test_where_a_company_works_is_not_the_company() -> None:
    body = "Izin PT Wiraga Raya Sakti (Pulau Wiraga) dan PT Kalimas Multi (Pemkab Garut) dicabut. Hujan turun di Pulau Wiraga."
    assert not one(body, "PT Wiraga Raya Sakti", "Pulau Wiraga") and not one(body, "PT Kalimas Multi", "Pemkab Garut")


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("Kapolsek Padang Wiratama AKP Rini Kuswara menolak usul itu.", "Padang Wiratama"),
        ("Kapolsek Padang Wiratama, AKP Rini Kuswara, menolak usul itu.", "Padang Wiratama"),
        ("Petugas Polsek Padang Wiratama menolak usul itu.", "Polsek Padang Wiratama"),
        ("Kepala Kepolisian Resor Padang Wiratama AKBP Rini Kuswara menolak.", "Kepolisian Resor Padang Wiratama"),
        ("Warga Kelurahan Padang Wiratama menolak usul itu.", "Kelurahan Padang Wiratama"),
    ],
)
def test_a_place_may_begin_with_the_name_of_another(body: str, whole: str) -> None:
    found = forms(body)
    assert whole in found and "Padang" not in found


def test_an_officer_is_no_part_of_the_place_before_him() -> None:
    found = forms("Kapolsek Padang Rini Kuswara menolak usul itu.")
    assert found["Padang"][0] == "GPE" and found["Rini Kuswara"][0] == "PER"
    found = forms("Kepala Pos Pantau Gunung Wiratama Rini Kuswara menolak. Gunung Wiratama meletus.")
    assert found["Gunung Wiratama"][0] == "LOC" and found["Rini Kuswara"][0] == "PER"


def test_a_company_in_brackets_behind_its_officer_is_told_whole() -> None:
    assert "PT Kalimas Alam Mulia" in forms("Rini Kuswara (Komisaris PT Kalimas Alam Mulia) menolak usul itu.")


def test_a_short_form_of_openings_shows_the_whole_name_of_a_body() -> None:
    found = forms("Badan Pengelola Investasi Daya Wira Nusakala (Dawinus) menolak. Dawinus diam.")
    whole = "Badan Pengelola Investasi Daya Wira Nusakala"
    assert {found[f][1] for f in (whole, f"{whole} (Dawinus)", "Dawinus")} == {whole}


def test_a_short_form_stands_before_the_town_of_a_body() -> None:
    found = forms("Petugas Dinas Pemadam dan Penyelamatan (Damlamat) Garut menolak usul itu.")
    assert found["Dinas Pemadam dan Penyelamatan (Damlamat) Garut"][0] == "ORG"
    found = forms("Mereka dirawat di Rumah Perlindungan Lontara Center (RPLC) Wira Kuswari kemarin.")
    assert found["Rumah Perlindungan Lontara Center (RPLC) Wira Kuswari"][0] == "ORG"


def test_a_body_is_told_with_the_one_that_it_is_of() -> None:
    found = forms("Badan Geologi Kementerian Energi dan Sumber Daya Mineral (ESDM) menolak usul itu.")
    for form in (
        "Badan Geologi",
        "Badan Geologi Kementerian Energi dan Sumber Daya Mineral",
        "Badan Geologi Kementerian Energi dan Sumber Daya Mineral (ESDM)",
    ):
        assert found[form][1] == "Badan Geologi"


def test_spaces_inside_brackets_change_nothing() -> None:
    spaced = forms("Usul itu ditolak oleh warga dan Badan Lontara Wiraguna ( BLW ) kemarin.")
    assert spaced["BLW"][1] == "Badan Lontara Wiraguna"
    assert spaced["Badan Lontara Wiraguna ( BLW )"][1] == "Badan Lontara Wiraguna"


def test_letters_before_the_word_for_another_name_need_a_name_behind_it() -> None:
    assert forms("Harganya 900 dolar AS alias sekitar Rp14 juta.")["AS"][1] == "Amerika Serikat"
    assert forms("Usul itu ditolak AS alias Wiraguna kemarin.")["AS"][0] == "PER"


def test_a_country_glued_to_a_name_with_a_hyphen_comes_apart() -> None:
    found = forms("Usul itu ditolak Presiden KazakhstanKassym-Lomart Barkov kemarin.")
    assert found["Kassym-Lomart Barkov"][0] == "PER" and found["Kazakhstan"][0] == "GPE"


def test_a_listed_company_is_told_with_its_form_and_its_code() -> None:
    found = forms("Saham PT Bank Wiraguna (Persero) Tbk (BWRG) naik.")
    whole = "PT Bank Wiraguna"
    for form in (f"{whole} (Persero)", f"{whole} (Persero) Tbk", f"{whole} (Persero) Tbk (BWRG)", "BWRG"):
        assert found[form][1] == whole


def test_a_class_of_age_belongs_to_a_team() -> None:
    found = forms("Pemain Timnas Indonesia U-23 datang ke Piala Asia U-17 kemarin.")
    assert {"Timnas Indonesia U-23", "Piala Asia U-17"} <= set(found)


def test_a_village_may_end_in_an_ordinary_word() -> None:
    assert "Kecamatan Parung Panjang" in forms("Warga Kecamatan Parung Panjang, Kecamatan Garut, datang.")
    assert "Kecamatan Wira Ratu" in forms("Warga Kampung Garut, Kecamatan Wira Ratu, datang.")
    assert "Kecamatan Lima Puluh" in forms("Warga Kecamatan Lima Puluh, Kabupaten Garut, datang.")
    assert "Kecamatan Wira Ratu" not in forms("Di Kecamatan Wira Ratu Wijayanti datang.")


def test_a_town_told_after_another_is_no_government() -> None:
    found = forms("Petugas KBRI di Yangon dan Bangkok memulangkan warga.")
    assert found["Bangkok"][1] == "Bangkok" and "KBRI di" not in found


def test_a_river_is_another_than_the_district_of_its_name() -> None:
    found = forms("Warga Kecamatan Batang Wira turun ke sungai Batang Wira. Batang Wira sepi.")
    assert found["sungai Batang Wira"][1] != found["Batang Wira"][1] == found["Kecamatan Batang Wira"][1]


def test_a_head_with_its_short_form_goes_on_with_what_the_body_deals_with() -> None:
    found = forms("Hal itu ditolak Satuan Tugas (Satgas) Penertiban Kawasan Hutan (SPKH) kemarin.")
    whole = "Satuan Tugas Penertiban Kawasan Hutan"
    assert found["Satuan Tugas (Satgas) Penertiban Kawasan Hutan"][1] == whole
    assert not any(form.count(")") > form.count("(") for form in found)


def test_letters_of_more_than_a_bank_are_not_the_banks() -> None:
    found = forms("Dana Darurat Likuiditas Bank Indonesia (DDLBI) dibahas. Bank Indonesia diam.")
    assert found.get("DDLBI", ("", ""))[1] != found["Bank Indonesia"][1]


def test_one_word_in_brackets_that_begins_alike_is_a_bodys_short_form() -> None:
    found = forms("Usul itu ditolak Center of Wiraguna Policy Studies (Cerilo) kemarin. Cerilo diam.")
    assert found["Cerilo"][1] == "Center of Wiraguna Policy Studies"


def test_a_second_word_of_satpol_pp_heads_no_body() -> None:
    assert "PP Kabupaten Bogor" not in forms("Petugas Satpol PP Kabupaten Bogor datang.")


def test_a_village_of_two_words_that_stands_again_has_no_officer_in_it() -> None:
    found = forms("Kepala Desa Lengau Wiratama, Rini Kuswara, datang ke Desa Lengau Wiratama.")
    assert "Wiratama" not in found and found["Desa Lengau Wiratama"][0] == "GPE"


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("Mobil dengan nomor polisi BX 8041 LK itu dicuri.", []),
        ("Mobil itu dicuri orang tak dikenal (OTD) pagi tadi.", []),
        ("Pada pagi itu warga berkumpul. Mohon doa dari semua. Kaliber peluru itu besar.", []),
        ("Hadir pula Rini Lestari (Wiraswasta).", ["Rini Lestari"]),
        ("Pembunuhan itu terjadi di Babakan Kalimas pagi tadi.", ["Babakan Kalimas"]),
        ("Ia dilaporkan ke Polsek Babakan Kalimas.", ["Polsek Babakan Kalimas"]),
        ("Polisi menahan tersangka UA dan ZI pagi tadi.", ["UA", "ZI"]),
        ("Pendaki hilang di Jabal Kalimas pagi tadi.", ["Jabal Kalimas"]),
    ],
)
def test_what_is_a_name_and_where_it_begins(words: str, want: list[str]) -> None:
    assert sorted(n.name for n in read(words)) == want


@pytest.mark.parametrize(
    "body",
    [
        "Ketegangan antara Moskow dan Kyiv naik lagi.",
        "Perang dengan Moskow berlanjut.",
        "Sanksi terhadap Moskow diperpanjang.",
        "Hubungan antara Kyiv dan Moskow membaik.",
        "Upaya memperbaiki hubungan antara Kyiv dan Moskow berlanjut.",
        "Dialog antara Beijing, Moskow dan Kyiv.",
        "Dialog antara Beijing, Tokyo, Kyiv dan Moskow.",
    ],
)
def test_a_capital_with_ties_to_another_is_its_government(body: str) -> None:
    assert "Rusia" in {n.name for n in read(body)}


@pytest.mark.parametrize(
    "body",
    [
        "Kereta antara Moskow dan Kyiv berhenti.",
        "Jarak Garut dengan Moskow jauh.",
        "Persaingan antara Moskow dan Madrid sebagai tujuan wisata ketat.",
        "Jalur hubungan antara Moskow dan Madrid ramai.",
        "Perang dengan Kyiv, Moskow dan Madrid ramai wisatawan.",
        "Pelatih klub itu bangga. Madrid menolak kalah di laga kandang itu dan mencetak gol.",
    ],
)
def test_a_town_of_a_journey_or_a_match_is_no_government(body: str) -> None:
    assert not {"Rusia", "Spanyol"} & {n.name for n in read(body)}
