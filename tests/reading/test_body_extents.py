"""How far names of bodies go: titles that end with a head, units, lists, brackets in the middle, foreign firms. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, types

TOLD = [
    # the head of the body is the last word of its officer's title
    ("Wakil Ketua Dewan Ekonomi Nasional Rini Wijayanti hadir.", "Dewan Ekonomi Nasional"),
    ("Wakil Ketua Dewan Pers Rini Wijayanti hadir.", "Dewan Pers"),
    ("Kepala Divisi Humas Polri Irjen Rini Wijayanti hadir.", "Divisi Humas Polri"),
    ("Kepala Unit Reskrim Polsek Garut Iptu Rini Wijayanti hadir.", "Unit Reskrim Polsek Garut"),
    ("Ketua Satgas Pangan Polri Rini Wijayanti hadir.", "Satgas Pangan Polri"),
    ("Kepala Kantor Kemenag Kabupaten Garut, Rini Wijayanti, hadir.", "Kantor Kemenag Kabupaten Garut"),
    # the body above a unit, be it one that the tables have, or one with a head of several words
    ("Hal itu dibantah Badan Supervisi Bank Indonesia kemarin.", "Badan Supervisi Bank Indonesia"),
    (
        "Keterangan dari Biro Pers, Media, dan Informasi Sekretariat Presiden tiba.",
        "Biro Pers, Media, dan Informasi Sekretariat Presiden",
    ),
    (
        "Kepala Pusat Data Informasi dan Humas Badan Nasional Penanggulangan Bencana Rini Wijayanti hadir.",
        "Badan Nasional Penanggulangan Bencana",
    ),
    ("Kepala Pusat Data dan Informasi BPBD Garut Rini Wijayanti hadir.", "Pusat Data dan Informasi"),
    ("Kasubdit Lonta Ditgakkum Korlantas Polri, Kombes Rini Wijayanti, hadir.", "Ditgakkum Korlantas Polri"),
    (
        "Ia dosen Fakultas Teknologi Maju dan Multidisiplin Universitas Suwita.",
        "Fakultas Teknologi Maju dan Multidisiplin Universitas Suwita",
    ),
    # selection panels
    ("Anggota Pansel Capim KPK menanyainya.", "Pansel Capim KPK"),
    ("Pansel KPK belum cukup kerja.", "Pansel KPK"),
    ("Rapat digelar di kantor Kemenko Kemaritiman dan Investasi kemarin.", "Kemenko Kemaritiman dan Investasi"),
    # short forms in the middle
    (
        "Aksi itu digelar Gerakan Rakyat Kenanga Bersatu (GRKB) Suwita kemarin. GRKB Suwita menolak.",
        "Gerakan Rakyat Kenanga Bersatu (GRKB) Suwita",
    ),
    (
        "Kepala Unit Pelaksana Teknis Daerah (UPTD) Kebakaran Hutan dan Lahan Jawa Barat, Rini Wijayanti, hadir.",
        "Unit Pelaksana Teknis Daerah (UPTD) Kebakaran Hutan dan Lahan Jawa Barat",
    ),
    (
        "Kepala Balai Pengendalian Kebakaran Hutan (Dalkarhut) Wilayah Sumatera Rini Wijayanti hadir.",
        "Balai Pengendalian Kebakaran Hutan (Dalkarhut) Wilayah Sumatera",
    ),
    # foreign firms and English bodies
    ("Saham itu milik Kenanga Suwita Nickel Pty. Ltd sebesar 75 persen.", "Kenanga Suwita Nickel Pty. Ltd"),
    ("Mobil itu buatan Suwita Automobile Co., Ltd di sana.", "Suwita Automobile Co., Ltd"),
    ("Menurut kantor hukum Kenanga Suwita & Partners, izin itu sah.", "Kenanga Suwita & Partners"),
    ("Menurut Farmers Bank of Kanada, kantor itu pindah kemarin.", "Farmers Bank of Kanada"),
    ("Hal itu, menurut Times of India, belum selesai dibahas oleh para menteri.", "Times of India"),
    # authorities and forces of what they do
    ("Otoritas Penerbangan Sipil Thailand menutup bandara itu kemarin.", "Otoritas Penerbangan Sipil Thailand"),
    ("Rencana Pasukan Stabilisasi Internasional dibahas kemarin.", "Pasukan Stabilisasi Internasional"),
    ("Kepala Kepolisian Nasional Peru, Rendra Barkov, hadir.", "Kepolisian Nasional Peru"),
]


@pytest.mark.parametrize(("body", "form"), TOLD)
def test_a_bodys_name_goes_to_its_end(body: str, form: str) -> None:
    assert types(body).get(form) == "ORG", types(body)


NOT_TOLD = [
    ("Wakil Ketua Dewan Rini Wijayanti hadir.", "Dewan Rini Wijayanti"),
    ("Mereka datang ke Kantor Kementerian Agama Garut kemarin.", "ORG Kantor Kementerian Agama Garut"),
    ("Bantuan untuk Pondok Pesantren dan Gereja Lontar tiba.", "Pondok Pesantren dan Gereja Lontar"),
    (
        "Ketua Komisi Pangan Kalimas (KPK) Setyo Wiraguna hadir. KPK Setyo itu lama.",
        "Komisi Pangan Kalimas (KPK) Setyo",
    ),
    ("Desk Pelaksanaan Instruksi Presiden (Inpres) No. 2 hadir. Inpres No. 2 sah.", "Inpres No"),
    ("Kabar itu dimuat Suwita News. Limited edition dijual kemarin.", "Suwita News. Limited"),
    ("Rini & Rahmat hadir kemarin.", "Rini & Rahmat"),
    ("Kementerian Hukum, Media Kenanga, dan Polri hadir.", "Kementerian Hukum, Media Kenanga"),
    ("Hal itu dibantah Badan Supervisi Bank Indonesia kemarin.", "Badan Super"),
]


@pytest.mark.parametrize(("body", "form"), NOT_TOLD)
def test_what_is_no_bodys_name_is_not_told(body: str, form: str) -> None:
    kind, _, rest = form.partition(" ")
    told = types(body)
    assert told.get(rest) != "ORG" if kind == "ORG" else form not in told


ONE = [
    (
        "Pansel KPK menolak. Usul Panitia Seleksi Calon Pimpinan KPK diterima.",
        "Pansel KPK",
        "Panitia Seleksi Calon Pimpinan KPK",
    ),
    ("Kepolisian Nasional Haiti hadir. Kepolisian Haiti menolak.", "Kepolisian Nasional Haiti", "Kepolisian Haiti"),
    ("Kecelakaan terjadi di Jalan Raya Timur-Barat (JRTB). JRTB ditutup.", "Jalan Raya Timur-Barat", "JRTB"),
    ("Api muncul di Ogan Komering Ilir (OKI) kemarin. OKI paling parah.", "Ogan Komering Ilir", "OKI"),
    ("Ia hadir di Stadion Utama Gelora Bung Karno (SU GBK) kemarin.", "Stadion Utama Gelora Bung Karno", "SU GBK"),
]


@pytest.mark.parametrize(("body", "one", "other"), ONE)
def test_two_forms_of_one_are_one(body: str, one: str, other: str) -> None:
    told = owners(body)
    assert one in told and told[one] == told.get(other), told


TWO = [
    # a unit of a body in brackets is not the body
    (
        "Ketua Panitia Seleksi Calon Pimpinan Komisi Pemberantasan Korupsi (Pansel KPK) Rini Wijayanti hadir.",
        "Pansel KPK",
        "Komisi Pemberantasan Korupsi",
    ),
    ("Komite Eksekutif (KE) KOI menolak. Komite Olimpiade Indonesia (KOI) setuju.", "KE", "Komite Olimpiade Indonesia"),
    ("Ia hadir di Stadion Lontar (PKX) kemarin. PKX menolak.", "Stadion Lontar", "PKX"),
]


@pytest.mark.parametrize(("body", "one", "other"), TWO)
def test_two_bodies_are_two(body: str, one: str, other: str) -> None:
    told = owners(body)
    assert other in told and told.get(one) != told[other], told


LIST = (
    "Berikut daftarnya. 3. Wakil Menteri Kebudayaan Rahmat Wiraguna - Komisaris PT Kenanga Suwita Tbk4. Wakil Menteri Sosial Rini "
    "Wijayanti - Komisaris PT Kenari5. Wakil Menteri Agama Budi Kuncoro - Komisaris PT Telkom Indonesia (Persero) Tbk6. Wakil Menteri "
    "Desa Ratna Suwita - Komisaris PT Suwita Raya."
)


def test_the_number_of_a_lists_next_item_is_no_part_of_a_name() -> None:
    told = types(LIST)
    assert {"PT Kenanga Suwita Tbk", "PT Kenari", "PT Telkom Indonesia (Persero) Tbk"} <= set(told)
    assert not any("Kenari5" in form or "Tbk4" in form for form in told)


def test_a_number_that_no_list_goes_on_with_stays() -> None:
    assert "Lontaradar24" in types("Ia mengutip Lontaradar24. Menurut dia, pesawat itu naik.")
