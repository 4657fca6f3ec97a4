"""Bodies and places under several forms: brackets in the middle, forms inside others, heads and numbers. All are invented."""

from __future__ import annotations

import pytest

from runut import codec, lang, text
from runut.model import Article, Credits
from runut.reading import names

INDONESIAN = lang.load("id")


def of(body: str) -> dict[str, set[str]]:
    """Every form of a text with the ids of the names that it stands for."""
    article = Article(id=codec.article_id("a.txt", body), source="a.txt", text=body, sha256=codec.sha256(body))
    out: dict[str, set[str]] = {}
    for name in names.find(article, text.view(body, INDONESIAN), Credits(), INDONESIAN):
        for m in name.mentions:
            out.setdefault(m.text, set()).add(name.id)
    return out


ONE = {
    "a short form inside, with what follows": (
        "Ia ditipu Koperasi Simpan Pinjam (KSP) Lontarjaya. Usul itu ditolak KSP Lontarjaya kemarin.",
        "Koperasi Simpan Pinjam (KSP) Lontarjaya",
        "KSP Lontarjaya",
    ),
    "a known short form with its body": (
        "Rapat Badan Musyawarah (Bamus) DPR digelar. Usul itu ditolak Bamus DPR.",
        "Badan Musyawarah (Bamus) DPR",
        "Bamus DPR",
        "Bamus",
    ),
    "a place's head and its letters": (
        "Ia dimakamkan di Tempat Pemakaman Umum (TPU) Lontar. Warga meninggalkan TPU Lontar siang itu.",
        "Tempat Pemakaman Umum (TPU) Lontar",
        "TPU Lontar",
    ),
    "a place with its letters and where it lies": (
        "Ia tiba di Bandara Lontar bin Kenanga Randu (LKR) Jeddah. Warga meninggalkan LKR siang itu.",
        "Bandara Lontar bin Kenanga Randu (LKR) Jeddah",
        "Bandara Lontar bin Kenanga Randu",
        "LKR",
    ),
    "a number before the place": (
        "Ia dari Kelompok Terbang (Kloter) 4 Surabaya. Usul itu ditolak Kloter 4 Surabaya.",
        "Kelompok Terbang (Kloter) 4 Surabaya",
        "Kloter 4 Surabaya",
    ),
    "a head told without its place": (
        "Pihak Pemerintah Kabupaten (Pemkab) Garut menolak. Usul itu diterima Pemerintah Kabupaten.",
        "Pemerintah Kabupaten (Pemkab) Garut",
        "Pemerintah Kabupaten",
    ),
    "a short form of several words": (
        "Usul itu ditolak Badan Pengelola Lontar Raya (BPL Lonra). Menurut BPL Lonra, tidak.",
        "Badan Pengelola Lontar Raya (BPL Lonra)",
        "Badan Pengelola Lontar Raya",
        "BPL Lonra",
    ),
    "an opening made short": (
        "Usul itu ditolak Direktorat Jenderal Penegakan Hukum (Ditjen Gakkum) kemarin.",
        "Direktorat Jenderal Penegakan Hukum (Ditjen Gakkum)",
        "Ditjen Gakkum",
    ),
    "a body in a foreign tongue": (
        "Usul itu ditolak Dewan Perdamaian (Board of Peace). Menurut Board of Peace, tidak.",
        "Dewan Perdamaian (Board of Peace)",
        "Dewan Perdamaian",
        "Board of Peace",
    ),
    "the foreign one first": (
        "Usul itu ditolak Lontar National Union (Persatuan Nasional Lontar) kemarin.",
        "Lontar National Union",
        "Persatuan Nasional Lontar",
    ),
    "or": (
        "Usul itu ditolak Dewan Perdamaian atau Board of Peace kemarin.",
        "Dewan Perdamaian",
        "Board of Peace",
    ),
    "without the reader's country": (
        "Usul itu ditolak Komisi III DPR RI. Menurut DPR RI, tidak. DPR setuju.",
        "Komisi III DPR RI",
        "Komisi III DPR",
    ),
    "a hospital's kind": (
        "Ia dirawat di RSI Wiraguna Garut. Kata dia, Rumah Sakit Wiraguna penuh.",
        "RSI Wiraguna Garut",
        "RSI Wiraguna",
        "Rumah Sakit Wiraguna",
    ),
    "a road between two places": (
        "Jalan Raya Lontar-Kenanga macet. Jalur Lontar-Kenanga rawan.",
        "Jalan Raya Lontar-Kenanga",
        "Jalur Lontar-Kenanga",
    ),
    "a building and its body in full": (
        "Ia diperiksa di Gedung Merah Putih Komisi Pemberantasan Korupsi (KPK). Di Gedung Merah Putih KPK ia menunggu.",
        "Gedung Merah Putih Komisi Pemberantasan Korupsi (KPK)",
        "Gedung Merah Putih KPK",
    ),
    "a village of three words": (
        "Warga Desa Kota Lontar Mudik menolak. Kota Lontar Mudik sepi.",
        "Desa Kota Lontar Mudik",
        "Kota Lontar Mudik",
    ),
    "letters of another tongue": (
        "Menurut Biro Investigasi Kecelakaan Pesawat (XYZB), tidak. Usul itu diterima XYZB.",
        "Biro Investigasi Kecelakaan Pesawat (XYZB)",
        "Biro Investigasi Kecelakaan Pesawat",
        "XYZB",
    ),
    "inside an office": (
        "Rapat Divisi Hubungan Lontar (Hublon) Polri digelar. Kepala Hublon Polri Brigjen Rini Wijayanti hadir.",
        "Divisi Hubungan Lontar (Hublon) Polri",
        "Hublon Polri",
    ),
    "a firm without head and legal form": (
        "Usul itu ditolak PT Wiraguna Mas Land Tbk kemarin.",
        "PT Wiraguna Mas Land Tbk",
        "Wiraguna Mas Land",
    ),
    "a club and its town that plays": (
        "Ia membela Liverpool FC. Striker Liverpool itu cedera.",
        "Liverpool FC",
        "Liverpool",
    ),
    "a hospital without its kind": (
        "Ia dirawat di RSUD Wiraguna. Menurut catatan, RS Wiraguna penuh.",
        "RSUD Wiraguna",
        "RS Wiraguna",
    ),
    "a club's form written out": (
        "Ia membela Lontar United FC. Menurut catatan, Lontar United Football Club menang.",
        "Lontar United FC",
        "Lontar United Football Club",
    ),
    "a regency's short name": (
        "Ia tinggal di Kabupaten Lontarlaut (Lola). Hujan turun di Lola.",
        "Kabupaten Lontarlaut (Lola)",
        "Lontarlaut",
        "Lola",
    ),
    "a hospital of several towns": (
        "Ia dirawat di RS Bhayangkara Kota Garut. Menurut RS Bhayangkara, tidak.",
        "RS Bhayangkara Kota Garut",
        "RS Bhayangkara",
    ),
    "a short form of its own with what it deals with": (
        "Usul itu ditolak Kwarcab Gerakan Pramuka Kota Bandung. Usul itu datang dari Kwarcab Kota Bandung.",
        "Kwarcab Gerakan Pramuka Kota Bandung",
        "Kwarcab Kota Bandung",
    ),
    "the country in full": (
        "Usul itu ditolak Komisi III DPR Republik Indonesia. Menurut Komisi III DPR, tidak.",
        "Komisi III DPR Republik Indonesia",
        "Komisi III DPR",
    ),
    "a metropolitan precinct": (
        "Usul itu ditolak Polrestro Jakarta Utara. Usul itu diterima Polres Metro Jakarta Utara.",
        "Polrestro Jakarta Utara",
        "Polres Metro Jakarta Utara",
    ),
}

TWO = {
    "a division of a firm": (
        "KAI Divre Garut menolak usul itu. Usul itu diterima KAI.",
        "KAI Divre Garut",
        "KAI",
    ),
    "a club and its town": (
        "Ia membela Liverpool FC. Warga di Liverpool sedih.",
        "Liverpool FC",
        "Liverpool",
    ),
    "hospitals of one town": (
        "Ia dirawat di RSI Garut. Kata dia, RSUD Garut penuh.",
        "RSI Garut",
        "RSUD Garut",
    ),
    "the place of a body in brackets behind it": (
        "Usul itu ditolak Kejaksaan Tinggi Jawa Barat (Kejati Jabar) kemarin.",
        "Kejaksaan Tinggi Jawa Barat (Kejati Jabar)",
        "Jawa Barat",
    ),
    "one body or the other": (
        "Usul itu ditolak Dewan Lontar atau Badan Kenanga kemarin.",
        "Dewan Lontar",
        "Badan Kenanga",
    ),
    "a body and its firm": (
        "Usul itu ditolak Dewan Kalimas (PT Lontar Jaya) kemarin.",
        "Dewan Kalimas",
        "PT Lontar Jaya",
    ),
    "two hospitals with a word between": (
        "Korban dibawa ke Rumah Sakit Lontar dan Rumah Sakit Umum Randu Sari kemarin.",
        "Rumah Sakit Lontar",
        "Rumah Sakit Umum Randu Sari",
    ),
    "hospitals of two kinds": (
        "Ia dirawat di RSUD Wiraguna. Menurut catatan, RS Islam Wiraguna penuh.",
        "RSUD Wiraguna",
        "RS Islam Wiraguna",
    ),
    "a general and a special hospital": (
        "Ia dirawat di RS Umum Wiraguna. Menurut catatan, RS Khusus Wiraguna penuh.",
        "RS Umum Wiraguna",
        "RS Khusus Wiraguna",
    ),
    "hospitals side by side": (
        "Mereka dirawat di RS Wiraguna dan RSUD Wiraguna kemarin.",
        "RS Wiraguna",
        "RSUD Wiraguna",
    ),
    "a hospital without its kind, of two": (
        "Ia dirawat di RSUD Wiraguna. Menurut catatan, RS Islam Wiraguna penuh. Warga mendatangi RS Wiraguna.",
        "RSUD Wiraguna",
        "RS Wiraguna",
    ),
    "clubs of two forms": (
        "Ia membela Lontar United FC. Menurut catatan, Lontar United SC menang.",
        "Lontar United FC",
        "Lontar United SC",
    ),
    "two numbers": (
        "Kloter 4 Surabaya berangkat. Kloter 5 Surabaya menunggu.",
        "Kloter 4 Surabaya",
        "Kloter 5 Surabaya",
    ),
    "two secretariats": (
        "Usul itu ditolak Sekretariat Jenderal (Setjen) MPR. Warga mendatangi Sekretariat Jenderal DPR.",
        "Sekretariat Jenderal (Setjen) MPR",
        "Sekretariat Jenderal DPR",
    ),
}


@pytest.mark.parametrize("case", ONE)
def test_one_name_in_several_forms(case: str) -> None:
    body, *told = ONE[case]
    found = of(body)
    assert set(told) <= set(found), set(told) - set(found)
    assert len(set.union(*(found[form] for form in told))) == 1


@pytest.mark.parametrize("case", TWO)
def test_two_names(case: str) -> None:
    body, *told = TWO[case]
    found = of(body)
    assert set(told) <= set(found), set(told) - set(found)
    assert not set.intersection(*(found[form] for form in told))


def test_a_bare_head_is_the_body_of_its_kind_that_was_named_last() -> None:
    found = of("BPBD Garut menolak. Menurut BPBD, ya. Hal itu dibenarkan RSUD Bogor. Kata RSUD, ya. BPBD Bogor hadir.")
    assert found["BPBD"] == found["BPBD Garut"]
    assert found["RSUD"] == found["RSUD Bogor"]
    article = "BPBD Garut menolak. Usul itu ditolak BPBD Bogor. Menurut BPBD, tidak."
    assert of(article)["BPBD"] == of(article)["BPBD Bogor"] != of(article)["BPBD Garut"]


def test_a_name_in_small_letters_before_its_short_form_is_a_form() -> None:
    found = of("Usul itu dibahas badan musyawarah (Bamus) DPR kemarin. Menurut Bamus, tidak.")
    assert found["badan musyawarah (Bamus)"] == found["Bamus"] == found["badan musyawarah (Bamus) DPR"] != found["DPR"]
    assert "dibahas badan (Bamus)" not in of("Usul itu dibahas badan (Bamus) kemarin.")


def test_a_bare_head_before_all_bodies_of_its_kind_is_left_open() -> None:
    found = of("Usul itu ditolak BPBD kemarin. BPBD Garut hadir. BPBD Bogor hadir.")
    assert found["BPBD"].isdisjoint(found["BPBD Garut"] | found["BPBD Bogor"])
    found = of("Usul itu ditolak KPU Garut dan KPU Bogor. Menurut KPU, tidak.")  # it may be the whole country's
    assert found["KPU"].isdisjoint(found["KPU Garut"] | found["KPU Bogor"])


def test_a_head_that_is_no_name_alone_means_what_is_named_with_it() -> None:
    found = of("Usul itu ditolak Kejari Garut. Warga melapor ke Kejaksaan kemarin. Ia dibawa dari Rutan siang itu.")
    assert found["Kejaksaan"] == found["Kejari Garut"]
    assert "Rutan" not in found
    assert "Kejaksaan" not in of("Warga melapor ke Kejaksaan kemarin. Ketua Komisi Kejaksaan hadir.")


def test_a_head_told_with_its_place_is_no_form_by_itself() -> None:
    assert "BPBD" not in of("Usul itu ditolak BPBD Garut kemarin.")
    assert "BMKG" in of("Usul itu ditolak BMKG Garut kemarin.")


def test_the_seat_of_a_body_is_another_than_the_body() -> None:
    found = of("Polres Garut menolak. Warga berkumpul di Mapolres Garut. Menurut Polres, mereka pulang dari Mapolres.")
    assert found["Mapolres"] == found["Mapolres Garut"]
    assert found["Polres"] == found["Polres Garut"] != found["Mapolres Garut"]
    found = of("Usul itu ditolak Polres Garut. Menurut warga, Mapolres Garut tidak menahan mahasiswa.")
    assert found["Mapolres Garut"] == found["Polres Garut"]


def test_a_stretch_of_road_is_the_road_and_a_way_needs_two_ends() -> None:
    assert "Jalan Lontar-Kenanga" in of("Warga melewati ruas Jalan Lontar-Kenanga kemarin.")
    assert "Jalur Lontar-Kenanga" in of("Warga melewati Jalur Lontar-Kenanga kemarin.")
    assert not any(form.startswith("Jalur") for form in of("Ia diterima lewat Jalur Prestasi kemarin."))


def test_a_country_in_a_bodys_name_is_not_what_the_bracket_calls_short() -> None:
    assert "Portugal (FSL)" not in of("Usul itu ditolak Federasi Sepak Bola Portugal (FSL) kemarin.")
    assert "Sumatera Utara (Sumut)" in of("Usul itu ditolak Polda Sumatera Utara (Sumut) kemarin.")


def test_a_ring_road_is_named_by_its_direction() -> None:
    assert "Jalan Lingkar Utara" in of("Truk itu terguling di Jalan Lingkar Utara kemarin.")
