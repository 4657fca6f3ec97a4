"""Families: reports that were copied or retold from one item, and those that only share a quotation or a background."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from runut import pipeline
from runut.comparing import families, retelling
from runut.lang import Language
from runut.model import Anchor, Article, Credits, Family, Reading

Group = Callable[..., tuple[Family, ...]]

NEWS = [
    "Jembatan gantung di Desa Warukali ambruk ketika rombongan pelajar melintas menuju sekolah.",
    "Tali baja di sisi timur jembatan diketahui putus lebih dahulu sebelum lantai kayu terbalik.",
    "Dua belas pelajar jatuh ke sungai yang sedang surut dan semuanya berhasil ditarik ke tepi.",
    "Warga memakai rakit bambu untuk mengangkut buku dan sepeda yang tertinggal di tengah sungai.",
    "Kepala desa sudah tiga kali mengirim surat permintaan perbaikan kepada dinas pekerjaan umum.",
    "Sekolah diliburkan selama dua hari supaya tali penggantinya dapat dipasang oleh tukang.",
]
OTHER = [
    "Pelajar Warukali kembali belajar dengan menumpang perahu nelayan setelah jembatan mereka hilang.",
    "Ongkos menyeberang ditanggung kas desa sampai akhir bulan menurut bendahara setempat.",
    "Guru olahraga memimpin latihan berenang bagi kelas empat pada jam pertama.",
    "Orang tua murid bergantian menjaga dermaga kecil di belakang balai desa.",
    "Dinas pekerjaan umum menjanjikan jembatan beton yang lebih lebar tahun depan.",
    "Anak-anak menggambar jembatan impian mereka untuk dipajang di kantor kecamatan.",
]
QUOTES = [
    "“Kami sudah meminta perbaikan sejak musim hujan tahun lalu dan belum ada jawaban,” kata Sari Wulandari.",
    "“Anak-anak tetap akan bersekolah walaupun harus menyeberang dengan rakit bambu,” kata Sari Wulandari.",
    "“Saya minta dinas datang melihat sendiri tali baja yang sudah berkarat itu,” kata Sari Wulandari.",
]

# One item in two wordings, and a third report of the same day that has its own.
FIRST_TELLING = [
    "Ratusan nelayan menutup pintu masuk pelabuhan Warukali pada Senin pagi untuk menolak kenaikan retribusi perahu.",
    "Serikat nelayan menyebut kenaikan itu yang kedua dalam setahun sesudah tarif es balok naik bulan Maret.",
    "Kapal feri jurusan Tambora tertahan enam jam karena tambang besar dibentangkan di mulut dermaga.",
    "Sopir truk sayur memilih memutar lewat jalan bukit supaya dagangan tidak layu.",
    "Syahbandar Warukali menawarkan penundaan tarif selama tiga bulan dalam perundingan di kantor lelang.",
    "Perundingan sempat terhenti ketika genset kantor lelang mati dan ruangan menjadi gelap.",
    "Blokade dibubarkan menjelang petang setelah kedua pihak meneken kertas bermaterai.",
    "Feri pertama berangkat pukul tujuh malam dengan penumpang yang memenuhi geladak atas.",
    "Dewan kota akan membahas peraturan retribusi yang baru pada sidang bulan depan.",
    "Pengamat pelabuhan menilai tarif lama tidak pernah dihitung ulang sejak dermaga diperluas.",
]
SECOND_TELLING = [
    "Untuk menolak retribusi perahu yang naik, pintu masuk pelabuhan Warukali ditutup ratusan nelayan, Senin pagi.",
    "Kenaikan itu kedua kalinya setahun ini menurut serikat nelayan, sesudah bulan Maret tarif es balok dinaikkan.",
    "Tambang besar terbentang di mulut dermaga, dan enam jam lamanya feri jurusan Tambora tertahan.",
    "Lewat jalan bukit, sopir-sopir truk sayur memutar agar tidak layu dagangan mereka.",
    "Dalam perundingan di kantor lelang, tiga bulan penundaan tarif ditawarkan syahbandar Warukali.",
    "Genset kantor lelang mati, ruangan gelap, dan terhentilah perundingan itu sementara waktu.",
    "Setelah kertas bermaterai diteken pihak yang berunding, menjelang petang blokade bubar.",
    "Pukul tujuh malam berangkatlah feri pertama; geladak atas dipenuhi penumpang.",
    "Peraturan retribusi baru dibahas dewan kota bulan depan dalam sidang.",
    "Sejak dermaga diperluas, tarif lama tidak pernah dihitung ulang, demikian penilaian pengamat pelabuhan.",
]


@pytest.fixture(scope="module")
def readings(languages: Mapping[str, Language]) -> Callable[..., tuple[Reading, ...]]:
    def read(*texts: str, layers: tuple[str, ...] = ()) -> tuple[Reading, ...]:
        out = []
        for n, text in enumerate(texts):
            article = Article(id=f"a{n}", source=f"a{n}.txt", text=text, sha256="", outlet=f"Kabar {n}")
            out.append(pipeline.read(pipeline.glance(article, languages), Anchor(), languages, layers))
        return tuple(out)

    return read


@pytest.fixture(scope="module")
def group(readings, indonesian: Language) -> Group:  # type: ignore[no-untyped-def]
    def grouped(*texts: str) -> tuple[Family, ...]:
        return families.group(readings(*texts), indonesian)

    return grouped


def test_every_report_is_in_exactly_one_family(group: Group) -> None:
    found = group(" ".join(NEWS), " ".join(OTHER), "Satu kalimat saja.", "")
    assert sorted(a for f in found for a in f.articles) == ["a0", "a1", "a2", "a3"]
    assert all(len(f.articles) == 1 and f.why and not f.passages for f in found)


def test_a_reprint_and_its_passages(group: Group) -> None:
    texts = ("\n".join(NEWS), "WARUKALI - " + " ".join(NEWS[:4]) + " " + OTHER[1])
    [family] = group(*texts)
    assert family.articles == ("a0", "a1")
    assert "4 dari 5 kalimat laporan Kabar 1 terdapat pula dalam laporan Kabar 0" in family.why
    assert family.passages
    for passage in family.passages:
        a, b = (texts[int(p.article[1])][p.start : p.end].split() for p in (passage.a, passage.b))
        assert a == b
    told = " ".join(texts[0][p.a.start : p.a.end] for p in family.passages)
    assert "Tali baja di sisi timur jembatan" in told and "Sekolah diliburkan" not in told


def test_light_editing_is_still_a_copy(group: Group) -> None:
    edited = [
        s.replace("diketahui putus", "putus")
        .replace("semuanya berhasil", "seluruhnya berhasil")
        .replace("sudah tiga kali", "tiga kali")
        for s in NEWS
    ]
    assert len(group(" ".join(NEWS), " ".join(edited))) == 1


def test_shared_quotations_make_no_family(group: Group) -> None:
    assert len(group(" ".join(NEWS[:3] + QUOTES), " ".join(OTHER[:3] + QUOTES))) == 2


def test_a_shared_background_makes_no_family(group: Group) -> None:
    assert len(group(" ".join(NEWS), " ".join([*OTHER, *NEWS[:2]]))) == 2


def test_a_stub_of_two_lines_makes_no_family(group: Group) -> None:
    assert len(group(" ".join(NEWS[:2]), " ".join(NEWS))) == 2


def test_a_chain_of_half_shared_reports_is_not_one_family(group: Group) -> None:
    found = group(
        " ".join(NEWS),
        " ".join(NEWS[:4] + OTHER[:3]),
        " ".join(OTHER[:4] + NEWS[4:5]),
        " ".join(OTHER),
    )
    assert not any({"a0", "a3"} <= set(f.articles) for f in found)
    assert max(len(f.articles) for f in found) > 1


def test_figures_and_statements_of_one_block_make_a_family(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    block = (
        "Posko mencatat 17 perahu hilang, 23 rumah rusak, dan 41 warga mengungsi ke balai Desa Warukali. "
        "Data posko itu juga memuat 12 warga terluka, 5 warga hilang, dan 9 jembatan rusak di tepi sungai."
    )
    one = block + " " + " ".join(NEWS[:3])
    two = block + " " + " ".join(OTHER[:4])
    layers = ("statements", "figures")
    assert [len(f.articles) for f in families.group(readings(one, two, layers=layers), indonesian)] == [2]
    assert [len(f.articles) for f in families.group(readings(one, two), indonesian)] == [1, 1]


def test_no_passage_runs_across_furniture(group: Group) -> None:
    texts = (" ".join(NEWS), f"{' '.join(NEWS[:2])}\nBaca juga: Harga beras turun lagi\n{' '.join(NEWS[2:])}")
    [family] = group(*texts)
    assert not any("Baca juga" in texts[1][p.b.start : p.b.end] for p in family.passages)


def test_upstream_is_what_all_members_name(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    one, two = readings(" ".join(NEWS), " ".join(NEWS))
    credited = (
        replace(one, credits=Credits(agencies=("Kantor Berita Muara", "Kabar Laut"))),
        replace(two, credits=Credits(agencies=("Kantor Berita Muara", "Kabar 0"))),
    )
    [family] = families.group(credited, indonesian)
    assert family.upstream == ("Kabar 0", "Kantor Berita Muara")


def test_the_same_in_any_order(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    read = list(readings(" ".join(NEWS), " ".join(OTHER), " ".join(NEWS[:5]), " ".join(OTHER[1:]), " ".join(QUOTES)))
    told = families.group(tuple(read), indonesian)
    for seed in range(3):
        random.Random(seed).shuffle(read)
        again = families.group(tuple(sorted(read, key=lambda r: r.article.id)), indonesian)
        assert again == told


@pytest.mark.shared
def test_labelled_pairs(shared: Path, languages: Mapping[str, Language], indonesian: Language) -> None:
    labels = (shared / "gold/families/pairs-dev.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in labels.splitlines()]
    wanted = {row[side] for row in rows for side in "ab"}
    read: dict[str, Reading] = {}
    with gzip.open(shared / "data/news/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in wanted:
                article = Article(id=record["id"], source=record["id"], text=record["text"], sha256="")
                read[article.id] = pipeline.read(pipeline.glance(article, languages), Anchor(), languages, ())
    right = told = 0
    for row in rows:
        pair = tuple(sorted((read[row["a"]], read[row["b"]]), key=lambda r: r.article.id))
        got = len(families.group(pair, indonesian)) == 1
        told += got
        right += got and row["same_family"]
    assert right / told >= 0.95
    assert right / sum(row["same_family"] for row in rows) >= 0.9


def retold(one: list[str], other: list[str], readings: Callable[..., tuple[Reading, ...]], language: Language) -> bool:
    a, b = retelling.read_content(readings(" ".join(one), " ".join(other)), language)
    return bool(retelling.find_retold(a, b) or retelling.find_retold(b, a))


def test_the_same_item_in_other_words_is_a_retelling(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    assert retold(FIRST_TELLING, SECOND_TELLING, readings, indonesian)
    [a, b] = retelling.read_content(readings(" ".join(FIRST_TELLING), " ".join(SECOND_TELLING)), indonesian)
    found = retelling.find_retold(a, b)
    assert found and found.taken >= retelling.LEAST_RETOLD and found.of == len(FIRST_TELLING)


def test_a_few_facts_of_one_event_are_no_retelling(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    assert not retold(FIRST_TELLING[:5] + OTHER, SECOND_TELLING[:5] + NEWS, readings, indonesian)
    assert not retold(FIRST_TELLING[:7], SECOND_TELLING[:7], readings, indonesian)


def test_a_retelling_makes_a_family_and_says_so(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    kept = "menurut catatan harian syahbandar di pelabuhan itu"
    one = " ".join(f"{s[:-1]} {kept if n < 2 else ''}." for n, s in enumerate(FIRST_TELLING))
    other = " ".join(f"{s[:-1]} {kept if n < 2 else ''}." for n, s in enumerate(SECOND_TELLING))
    shared = "Daftar perahu yang ikut hari itu disimpan di laci meja kepala dermaga sebelah barat."
    [family] = families.group(readings(f"{one} {shared}", f"{shared} {other}"), indonesian)
    assert "dengan kata-kata lain" in family.why
