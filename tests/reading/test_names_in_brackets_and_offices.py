"""Short names in brackets, offices told without their place, and bodies that are two. All happenings and people are invented."""

from __future__ import annotations

import pytest

from naming import read, same, types


@pytest.mark.parametrize(
    ("body", "a", "b"),
    [
        (
            "Bupati Rini Wijayanti hadir. Kemudian Bupati Indramayu membuka pasar itu.",
            "Rini Wijayanti",
            "Bupati Indramayu",
        ),
        ("Kapolsek Iptu Rini Wijayanti hadir. Menurut Kapolsek Garut, jalan sepi.", "Rini Wijayanti", "Kapolsek Garut"),
        (
            "Acara itu dihadiri Wali Kota Tebing Tinggi, Rini Wijayanti. Wali Kota Tebing Tinggi berjanji membantu.",
            "Rini Wijayanti",
            "Wali Kota Tebing Tinggi",
        ),
    ],
)
def test_an_office_with_its_place_is_of_who_holds_it(body: str, a: str, b: str) -> None:
    assert same(body, a, b)


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("Bupati Rini Wijayanti bertemu Bupati Cirebon. Bupati Indramayu membuka pasar itu.", "Bupati Indramayu"),
        ("Bupati Rini Wijayanti dan Bupati Dwi Lestari hadir. Bupati Indramayu membuka pasar itu.", "Bupati Indramayu"),
        ("Bupati Garut Rini Wijayanti hadir. Bupati Indramayu membuka pasar itu.", "Bupati Indramayu"),
        ("Menteri Rini Wijayanti hadir. Menteri Pertanian membuka pasar itu.", "Menteri Pertanian"),
    ],
)
def test_an_office_of_another_place_may_be_anothers(body: str, office: str) -> None:
    assert not same(body, "Rini Wijayanti", office)


def test_who_is_made_the_holder_is_not_who_holds_it() -> None:
    body = "Bupati Rini Wijayanti hadir. Gubernur melantik Dwi Lestari sebagai Bupati Indramayu."
    assert not same(body, "Rini Wijayanti", "Bupati Indramayu")


@pytest.mark.parametrize("office", ["Gubernur Nusa Tenggara Barat", "Kapolres Puncak Jaya", "Wali Kota Tebing Tinggi"])
def test_a_town_of_common_words_behind_an_office_is_a_place(office: str) -> None:
    place = office.split(" ", 2 if office.startswith("Wali") else 1)[-1]
    assert types(f"Hal itu ditetapkan {office} pada Rabu.").get(place) == "GPE"


@pytest.mark.parametrize("address", ["Bang", "Kang", "Gus", "Mbak"])
def test_a_form_of_address_in_brackets_tells_what_somebody_is_called(address: str) -> None:
    body = f"Wiraguna Kuswara ({address} Wili) hadir. {address} Wili berterima kasih."
    assert same(body, "Wiraguna Kuswara", f"{address} Wili")


@pytest.mark.parametrize("told", ["Bupati Wili", "Dokter Wili"])
def test_an_office_in_brackets_is_another_person(told: str) -> None:
    body = f"Wiraguna Kuswara ({told}) hadir. {told} berterima kasih."
    assert not same(body, "Wiraguna Kuswara", "Wili")


@pytest.mark.parametrize(
    ("body", "a", "b"),
    [
        ("Bandara Soekarno-Hatta (Soetta) ramai. Pesawat menuju Soetta.", "Bandara Soekarno-Hatta", "Soetta"),
        ("Macet di Tol Kalimas-Lontar Besar (Kalbes), Senin. Di Kalbes macet.", "Tol Kalimas-Lontar Besar", "Kalbes"),
        (
            "Ada Pulau Lontar Kecil (Lontar Ketek) dan Pulau Kenari. Warga tinggal di Lontar Ketek.",
            "Pulau Lontar Kecil",
            "Lontar Ketek",
        ),
        (
            "Tim Penjaga Keamanan Lingkungan (Jagamungan) datang. Tim Jagamungan pulang. Menurut Jagamungan, aman.",
            "Tim Penjaga Keamanan Lingkungan",
            "Tim Jagamungan",
        ),
        (
            "Kantor PBB untuk Koordinasi Urusan Pangan (OKUP) membantah. Menurut OKUP, bantuan kurang.",
            "Kantor PBB untuk Koordinasi Urusan Pangan",
            "OKUP",
        ),
        (
            "Aksi itu dimotori Rumah Berdaya Nelayan Indonesia (RBNI). Ketua RBNI Rini Wijayanti hadir.",
            "Rumah Berdaya Nelayan Indonesia",
            "RBNI",
        ),
        (
            "Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional (ATR/BPN) mencabut izin.",
            "Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional",
            "ATR/BPN",
        ),
        (
            "Direktorat Jenderal Perhubungan Udara (Ditjen Hubdar) Kementerian Perhubungan (Kemenhub) membantah.",
            "Direktorat Jenderal Perhubungan Udara",
            "Ditjen Hubdar",
        ),
    ],
)
def test_brackets_tell_short_names(body: str, a: str, b: str) -> None:
    assert same(body, a, b)


@pytest.mark.parametrize(
    ("body", "a", "b"),
    [
        ("Bandara Kalimas Lontar (Kenari) ramai. Warga Kenari pulang.", "Bandara Kalimas Lontar", "Kenari"),
        ("Hotel Sahid Jaya (Solo) penuh. Warga Solo pulang.", "Hotel Sahid Jaya", "Solo"),
        ("Jalan Lontar Atas (Kenari Bawah) macet. Warga Kenari Bawah pulang.", "Jalan Lontar Atas", "Kenari Bawah"),
        ("Surat Tanda Nelayan Indonesia (STNI) hilang. Surat itu penting.", "Surat Tanda Nelayan Indonesia", "STNI"),
    ],
)
def test_other_brackets_tell_none(body: str, a: str, b: str) -> None:
    assert not same(body, a, b)


def test_no_name_has_but_one_mark_of_a_bracket() -> None:
    body = "Direktorat Jenderal Perhubungan Udara (Ditjen Hubdar) Kementerian Perhubungan (Kemenhub) membantah."
    assert all(m.text.count("(") == m.text.count(")") for name in read(body) for m in name.mentions)


def test_a_purpose_without_letters_ends_the_name_of_an_office() -> None:
    assert "Kantor PBB untuk Perempuan Lontar" not in types("Kantor PBB untuk Perempuan Lontar tutup pada Senin.")


@pytest.mark.parametrize(
    ("body", "told", "type_"),
    [
        ("Hujan turun di Israel bagian selatan pada Senin.", "Israel bagian selatan", "LOC"),
        ("Hujan turun di Garut bagian utara pada Senin.", "Garut bagian utara", "LOC"),
        ("Ia ditahan di Lapas Kelas II-B Garut.", "Lapas Kelas II-B Garut", "ORG"),
        ("Orang tua menunggu. Polda NTB memulangkan pendemo.", "NTB", "GPE"),
        ("Komisi I DPRRI mengundang menteri. Komisi I DPR RI menunggu.", "DPRRI", "ORG"),
    ],
)
def test_forms_that_are_found(body: str, told: str, type_: str) -> None:
    assert types(body).get(told) == type_


def test_a_part_told_with_bagian_is_the_part_without() -> None:
    assert same(
        "Israel bagian selatan lumpuh. Korban di Israel selatan banyak.", "Israel bagian selatan", "Israel selatan"
    )
    assert "Garut bagian keuangan" not in types("Pegawai Garut bagian keuangan hadir.")


def test_a_ministry_behind_dan_is_another_body() -> None:
    found = types("Hal itu dibahas Majelis Dokter Indonesia dan Kementerian Kesehatan.")
    assert {"Majelis Dokter Indonesia", "Kementerian Kesehatan"} <= found.keys()
    assert "Dinas Pangan dan Kelautan Garut" in types("Hal itu dibahas Dinas Pangan dan Kelautan Garut.")


def test_a_fraction_is_no_part_of_the_name_of_its_house() -> None:
    found = types("Anggota Komisi I DPR Fraksi PKS Wiraguna Kuswara hadir.")
    assert "Komisi I DPR" in found and "Fraksi PKS" in found
    assert not any("DPR Fraksi" in form for form, type_ in found.items() if type_ == "ORG")
    assert "Fraksi PKS DPR" in types("Menurut Fraksi PKS DPR, hal itu biasa.")


def test_an_authority_of_airports_has_no_airport_of_its_section() -> None:
    found = types("Menurut Kantor Otoritas Bandar Udara Wilayah II Medan, bandara sepi.")
    assert found.get("Kantor Otoritas Bandar Udara Wilayah II Medan") == "ORG"
    assert not any(form.startswith("Bandar Udara") for form in found)


def test_first_consonants_in_a_bracket_are_a_persons() -> None:
    body = "KPK menelusuri keterlibatan pihak lain selain Waluto (WLT) pada kasus itu. Waluto membantah."
    assert same(body, "Waluto", "WLT") and types(body)["Waluto"] == "PER"


def test_other_letters_of_one_word_are_no_persons() -> None:
    body = "Pembangkit itu menghasilkan 20 Kalowat (KW) listrik, kata Rini Wijayanti."
    assert types(body).get("Kalowat") != "PER"
