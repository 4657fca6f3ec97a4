"""Bodies with our country at their end, letters for their matter, or a class in their name; the ministers of such. All are invented."""

from __future__ import annotations

import pytest

from naming import owners, types

TOLD = [
    # our country closes a body's own name
    ("Petugas bersama Kalwana Rescue Indonesia serta warga mencari korban.", "Kalwana Rescue Indonesia", "ORG"),
    ("Pemimpin Kalwana Defenders Indonesia (KDI) ditahan kemarin.", "Kalwana Defenders Indonesia", "ORG"),
    ("Hal itu dikatakan CEO Suwitex Indonesia, Rini Wijayanti, kemarin.", "Suwitex Indonesia", "ORG"),
    ("Hal itu dikatakan General Manager Suwitex Indonesia Rini Wijayanti kemarin.", "Rini Wijayanti", "PER"),
    (
        "Ketua Ikatan Serikat Penjahit Seluruh Indonesia (LANTANG), Rini Wijayanti, menolak.",
        "Ikatan Serikat Penjahit Seluruh Indonesia",
        "ORG",
    ),
    ("Ia anggota Kalwana Suwitan Indonesia, kata warga.", "Kalwana Suwitan Indonesia", "ORG"),
    ("Hal itu dikatakan Ketua Kalwana Suwitan Indonesia, Rini Wijayanti, kemarin.", "Kalwana Suwitan Indonesia", "ORG"),
    ("Hal itu dikatakan Direktur Kalwana Watch Indonesia kemarin.", "Kalwana Watch Indonesia", "ORG"),
    (
        "Petugas bersama Kalwana Rescue Indonesia serta Lontar Adventure mencari korban.",
        "Kalwana Rescue Indonesia",
        "ORG",
    ),
    ("Anggota menilai Kalwan's Gym Indonesia menutup cabang.", "Kalwan's Gym Indonesia", "ORG"),
    # somebody before the country of the sentence
    ("Pelatih Kalwana Suwitan Indonesia siap menang.", "Kalwana Suwitan", "PER"),
    ("Menurut Direktur Kalwana Suwitan Indonesia menghadapi krisis.", "Kalwana Suwitan", "PER"),
    ("Duta Besar Kalwana Suwitan Indonesia untuk Jepang hadir.", "Kalwana Suwitan", "PER"),
    ("Bersama Kalwana Suwitan Indonesia meraih emas.", "Kalwana Suwitan", "PER"),
    ("Bersama Kalwana Suwitan Indonesia dan Jepang meraih emas.", "Kalwana Suwitan", "PER"),
    # letters that stand for a matter
    (
        "Rapat digelar di Dinas Koperasi dan UKM Kabupaten Garut kemarin.",
        "Dinas Koperasi dan UKM Kabupaten Garut",
        "ORG",
    ),
    ("Menteri Koperasi dan UKM Rini Wijayanti hadir.", "Rini Wijayanti", "PER"),
    # a city behind a matter
    ("Hal itu dibantah Dinas Kesehatan Kota Bandung kemarin.", "Kota Bandung", "GPE"),
    ("Hal itu dibantah Dinas Kesehatan Kota Bandung kemarin.", "Dinas Kesehatan", "ORG"),
    ("Hal itu dibantah Dinas Tata Kota Bandung kemarin.", "Dinas Tata Kota Bandung", "ORG"),
    ("Hal itu dibantah Dinas Tata Kota Bandung kemarin.", "Dinas Tata Kota", "ORG"),
    ("Hal itu dibantah Dinas Tata Ruang Kota Bandung kemarin.", "Kota Bandung", "GPE"),
    # a class behind the bracket
    (
        "Lembaga Pemasyarakatan (Lapas) Kelas IIA Garut menolak usul itu.",
        "Lembaga Pemasyarakatan (Lapas) Kelas IIA Garut",
        "ORG",
    ),
    ("Hujan turun di Pintu Air Lontar, lalu reda.", "Pintu Air Lontar", "LOC"),
    # a long name before its letters
    (
        "Badan Kerja Khusus Pembina Kegiatan Usaha Laut, Minyak dan Garam Rakyat (BKK Luka) menolak.",
        "Badan Kerja Khusus Pembina Kegiatan Usaha Laut, Minyak dan Garam Rakyat",
        "ORG",
    ),
]


@pytest.mark.parametrize(("body", "form", "type_"), TOLD)
def test_a_name_is_told_whole(body: str, form: str, type_: str) -> None:
    told = types(body)
    assert told.get(form) == type_, told


NOT_TOLD = [
    # a word alone, ordinary words, somebody before a sentence's country, a list
    ("Bantuan itu bagi Diaspora Indonesia di Tokyo.", "Diaspora Indonesia"),
    ("Menurut Kamus Besar Bahasa Indonesia kata itu baru.", "Kamus Besar Bahasa Indonesia"),
    ("Menurut Rini Wijayanti Indonesia akan menang.", "Rini Wijayanti Indonesia"),
    ("Cadangan: Kalwana Suwitan Indonesia: Rini Wijayanti, Budi Kuncoro.", "Kalwana Suwitan Indonesia"),
    ("Hal itu dibantah Dinas Kesehatan Kota Bandung kemarin.", "Dinas Kesehatan Kota"),
    ("Hal itu dibantah Dinas Tata Kota Bandung kemarin.", "Dinas Tata"),
    ("Hal itu dibantah Dinas Tata Kota Bandung kemarin.", "Kota Bandung"),
    ("Pelatih Kalwana Suwitan Indonesia siap menang.", "Kalwana Suwitan Indonesia"),
    ("Bersama Kalwana Suwitan Indonesia meraih emas.", "Kalwana Suwitan Indonesia"),
    ("Bantuan itu bagi UKM di Garut.", "UKM"),
    (
        "Badan Kerja Khusus Pembina Kegiatan Usaha Laut Minyak Rini Wijayanti dan CEO Garam Rakyat (BKK Luka) hadir.",
        "Badan Kerja Khusus Pembina Kegiatan Usaha Laut Minyak Rini Wijayanti dan CEO Garam Rakyat",
    ),
]


@pytest.mark.parametrize(("body", "form"), NOT_TOLD)
def test_no_more_than_the_name_is_told(body: str, form: str) -> None:
    assert form not in types(body)


ONE = [
    (
        "Petugas bersama Kalwana Rescue Indonesia serta warga datang. Ia anggota Kalwana Rescue sejak lama.",
        "Kalwana Rescue Indonesia",
        "Kalwana Rescue",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut menolak. Petugas Dinas PTR datang.",
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut",
        "Dinas PTR",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut menolak. Petugas Dinas PTR Kabupaten Garut dan Dinas PTR datang.",
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut",
        "Dinas PTR",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut menolak. Petugas Dinas PTR Garut datang.",
        "Dinas Pangan dan Tata Ruang (PTR) Kabupaten Garut",
        "Dinas PTR Garut",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) Provinsi Banten menolak. Petugas Dinas PTR Provinsi datang. Itu kata Dinas PTR.",
        "Dinas Pangan dan Tata Ruang (PTR) Provinsi Banten",
        "Dinas PTR Provinsi",
    ),
    ("PT Lontar Jaya Raya (LJR) menolak. Menurut warga, izin PT LJR dicabut.", "PT Lontar Jaya Raya", "PT LJR"),
    ("Lapas Kelas IIA Garut menolak. Petugas Lapas Garut datang.", "Lapas Kelas IIA Garut", "Lapas Garut"),
    (
        "Menteri Lingkungan Hidup Rini Wijayanti hadir. Hal itu dibantah Menteri LH kemarin.",
        "Rini Wijayanti",
        "Menteri LH",
    ),
    (
        "Menko PMK Rini Wijayanti hadir. Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan menolak.",
        "Rini Wijayanti",
        "Menteri Koordinator Bidang Pembangunan Manusia dan Kebudayaan",
    ),
    (
        "Menteri UMKM Rini Wijayanti hadir. Menteri Usaha Mikro, Kecil, dan Menengah menolak.",
        "Rini Wijayanti",
        "Menteri Usaha Mikro, Kecil, dan Menengah",
    ),
    # an office behind a form of address, whole and without it
    (
        "Menteri Pangan Rini Wijayanti hadir. “Kami lapor kepada Pak Menteri Pangan.”",
        "Rini Wijayanti",
        "Pak Menteri Pangan",
    ),
    (
        "Menteri Pangan Rini Wijayanti hadir. “Kami lapor kepada Pak Menteri Pangan.”",
        "Rini Wijayanti",
        "Menteri Pangan",
    ),
    ("Menkeu Rini Wijayanti hadir. “Kami lapor kepada Bu Menkeu.”", "Rini Wijayanti", "Bu Menkeu"),
    ("Bu Kapolri Suwitan hadir. Bu Kapolri pulang.", "Suwitan", "Bu Kapolri"),
    ("Bu Kapolri Suwitan hadir. Bu Kapolri pulang.", "Suwitan", "Kapolri"),
    # the word that closes a firm's name, glued to it
    ("PT Lontar RayaTbk menolak. Saham PT Lontar Raya naik.", "PT Lontar RayaTbk", "PT Lontar Raya"),
    ("Kementerian Tenaga Kerja menolak. Usul itu diterima Kemnaker.", "Kementerian Tenaga Kerja", "Kemnaker"),
]


@pytest.mark.parametrize(("body", "one", "other"), ONE)
def test_two_forms_of_one_are_one(body: str, one: str, other: str) -> None:
    told = owners(body)
    assert one in told and told[one] == told.get(other), told


TWO = [
    # another class of school or another town; letters of another matter; another minister
    ("Lapas Kelas IIA Garut menolak. Petugas Lapas Bogor datang.", "Lapas Kelas IIA Garut", "Lapas Bogor"),
    (
        "Lapas Kelas IIA Garut menolak. Petugas Lapas Kelas I Garut datang.",
        "Lapas Kelas IIA Garut",
        "Lapas Kelas I Garut",
    ),
    (
        "Kantor Imigrasi Kelas I Bogor menolak. Petugas Kantor Imigrasi Kelas II Bogor datang.",
        "Kantor Imigrasi Kelas I Bogor",
        "Kantor Imigrasi Kelas II Bogor",
    ),
    (
        "Lapas Kelas IIA Garut menolak. Petugas Lapas Kelas I Garut datang. Petugas Lapas Garut pulang.",
        "Lapas Kelas IIA Garut",
        "Lapas Garut",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) Kota Garut menolak. Petugas Dinas PTR Kabupaten Garut datang.",
        "Dinas Pangan dan Tata Ruang (PTR) Kota Garut",
        "Dinas PTR Kabupaten Garut",
    ),
    (
        "Dinas Pangan dan Tata Ruang (PTR) menolak. Petugas Dinas PTM datang.",
        "Dinas Pangan dan Tata Ruang",
        "Dinas PTM",
    ),
    (
        "Menteri Lingkungan Hidup Rini Wijayanti hadir. Hal itu dibantah Menteri PU kemarin.",
        "Rini Wijayanti",
        "Menteri PU",
    ),
]


@pytest.mark.parametrize(("body", "one", "other"), TWO)
def test_two_are_two(body: str, one: str, other: str) -> None:
    told = owners(body)
    assert one in told and told.get(one) != told.get(other), told
