"""Families: reports that were copied or retold from one item, and those that only share a quotation or a background."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from runut import pipeline
from runut.comparing import families, retelling, rulings
from runut.comparing.passages import find_sharing, read_words
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


def test_copies_of_one_outlet_are_told_apart_by_their_headlines(
    readings: Callable[..., tuple[Reading, ...]], indonesian: Language
) -> None:
    whole, part = readings(" ".join(NEWS), " ".join(NEWS[:4]))
    for titles, told in (
        (
            ("Jembatan Ambruk", "Pelajar Jatuh"),
            "laporan Kabar “Pelajar Jatuh” terdapat pula dalam laporan Kabar “Jembatan Ambruk”",
        ),
        (("Jembatan Ambruk", None), "laporan Kabar terdapat pula dalam laporan Kabar"),
    ):
        titled = tuple(
            replace(r, article=replace(r.article, outlet="Kabar", title=title))
            for r, title in zip((whole, part), titles, strict=True)
        )
        [family] = families.group(titled, indonesian)
        assert told in family.why


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
    assert {p.kind for p in family.passages} == {"copied"}
    assert (family.rule, family.original) == ("copied", None)
    assert "4 of 5 sentences of Kabar 1's report are in Kabar 0's too" in family.english
    told = " ".join(texts[0][p.a.start : p.a.end] for p in family.passages)
    assert "Tali baja di sisi timur jembatan" in told and "Sekolah diliburkan" not in told


def test_light_editing_is_still_a_copy(group: Group) -> None:
    edited = [
        s.replace("diketahui putus", "putus")
        .replace("semuanya berhasil", "seluruhnya berhasil")
        .replace("sudah tiga kali", "tiga kali")
        for s in NEWS
    ]
    texts = (" ".join(NEWS), " ".join(edited))
    [family] = group(*texts)
    assert "edited" in {p.kind for p in family.passages}
    for passage in family.passages:
        a, b = (texts[int(p.article[1])][p.start : p.end] for p in (passage.a, passage.b))
        assert (a == b) == (passage.kind == "copied")
        assert a.split()[0] == b.split()[0] and a.split()[-1] == b.split()[-1]


def test_a_sentence_edited_throughout_is_shown_from_its_first_shared_word_to_its_last(group: Group) -> None:
    one = "Warga memakai rakit bambu untuk mengangkut buku dan sepeda yang tertinggal di tengah sungai."
    other = "Para warga lalu memakai rakit kayu untuk bisa mengangkut meja dan sepeda tua yang basah di tengah kali."
    texts = (" ".join([*NEWS[:3], one, *NEWS[4:]]), " ".join([*NEWS[:3], other, *NEWS[4:]]))
    [family] = group(*texts)
    shown = [(texts[0][p.a.start : p.a.end], texts[1][p.b.start : p.b.end]) for p in family.passages]
    assert any("Warga memakai rakit bambu" in a and "warga lalu memakai rakit kayu" in b for a, b in shown)


def test_no_word_stands_in_two_passages(group: Group) -> None:
    twice = [*NEWS, NEWS[1], NEWS[4]]
    [family] = group(" ".join(twice), " ".join([*NEWS[:5], NEWS[0], *NEWS[5:]]))
    for side in ("a", "b"):
        spans = sorted((getattr(p, side).start, getattr(p, side).end) for p in family.passages)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


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


OURS = Path(__file__).parents[1] / "gold" / "families" / "pairs.jsonl"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("labels", "precision", "recall"),
    [("gold/families/pairs-dev.jsonl", 0.95, 0.9), (OURS, 0.92, 0.8)],
    ids=["given", "ours"],
)
def test_labelled_pairs(
    labels: str | Path,
    precision: float,
    recall: float,
    shared: Path,
    languages: Mapping[str, Language],
    indonesian: Language,
) -> None:
    rows = [json.loads(line) for line in (shared / labels).read_text("utf-8").splitlines()]
    rows = [row for row in rows if not row.get("doubtful")]
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
    assert right / told >= precision
    assert right / sum(row["same_family"] for row in rows) >= recall


PARTLY_COPIED = [*FIRST_TELLING[:4], *SECOND_TELLING[4:8]]


def test_an_item_half_copied_and_half_in_other_words_is_a_retelling(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    own = [*OTHER[:2], *OTHER[4:]]
    texts = (" ".join([*PARTLY_COPIED, OTHER[2]]), " ".join([*own, *FIRST_TELLING[:8]]))
    [family] = families.group(readings(*texts), indonesian)
    assert family.rule == "retold" and "sebagian dengan kata-kata lain" in family.why
    kinds = {p.kind: texts[0][p.a.start : p.a.end] for p in family.passages}
    assert {"copied", "retold"} <= kinds.keys()
    assert any(
        "genset" in texts[0][p.a.start : p.a.end].lower() and "genset" in texts[1][p.b.start : p.b.end].lower()
        for p in family.passages
    )


def test_the_same_content_in_other_words_alone_is_no_family(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    """Two who heard the same announcement tell the same, too."""
    one, other = readings(" ".join(FIRST_TELLING), " ".join(SECOND_TELLING))
    a, b = retelling.read_content((one, other), read_words((one, other)), indonesian)
    assert retelling.find_told(a, b, (False,) * len(a.lines)).share >= retelling.LEAST_SHARE
    assert len(families.group((one, other), indonesian)) == 2


def test_a_few_copied_sentences_in_two_reports_of_one_event_are_no_retelling(group: Group) -> None:
    assert len(group(" ".join([*FIRST_TELLING[:3], *OTHER]), " ".join([*FIRST_TELLING[:3], *NEWS]))) == 2


def test_a_later_report_with_the_same_background_is_no_copy(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    background = FIRST_TELLING[4:9]
    one, other = readings(" ".join([*NEWS[:3], *background]), " ".join([*OTHER[:3], *background]))
    days = [replace(r, anchor=Anchor(day=day)) for r, day in ((one, "2023-03-06"), (other, "2023-03-27"))]
    assert len(families.group((one, other), indonesian)) == 1
    assert len(families.group(tuple(days), indonesian)) == 2
    copies = [
        replace(r, anchor=Anchor(day=day))
        for r, day in ((one, "2023-03-06"), (readings("", "", " ".join([*NEWS[:3], *background]))[2], "2023-03-27"))
    ]
    assert len(families.group(tuple(copies), indonesian)) == 1


def test_one_agency_or_one_press_conference_makes_no_family(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    one, other = readings(" ".join(NEWS[:4] + QUOTES), " ".join(OTHER[:4] + QUOTES))
    wire = Credits(agencies=("Kantor Berita Muara",))
    assert len(families.group((replace(one, credits=wire), replace(other, credits=wire)), indonesian)) == 2


def test_rulings_have_the_last_word(readings, indonesian: Language) -> None:  # type: ignore[no-untyped-def]
    read = readings(" ".join(NEWS), " ".join(NEWS[:5]), " ".join(OTHER))
    apart = rulings.Rulings((rulings.Order("reports", frozenset({"a1"}), frozenset({"a0"})),))
    found = families.group(read, indonesian, apart)
    assert [f.articles for f in found] == [("a0",), ("a1",), ("a2",)]
    assert [f.rule for f in found] == ["judgement", "judgement", "alone"]
    together = rulings.Rulings((rulings.Order("reports", frozenset({"a0", "a2"})),))
    [family] = families.group(read, indonesian, together)
    assert family.articles == ("a0", "a1", "a2") and family.rule == "judgement"
    assert "menurut putusan" in family.why and "5 dari 5 kalimat" in family.why and "by judgement" in family.english
    assert {p.a.article for p in family.passages} | {p.b.article for p in family.passages} == {"a0", "a1"}
    assert families.group(read, indonesian, rulings.NONE) == families.group(read, indonesian)


def test_sharing_needs_more_runs_than_one_quotation_has(readings) -> None:  # type: ignore[no-untyped-def]
    words = read_words(readings(f"{NEWS[0]} {OTHER[0]}", f"{NEWS[0]} {OTHER[1]}"))
    assert not find_sharing(words, 20)
    [(i, j, a, b)] = find_sharing(words, families.LEAST_COMMON_RUNS)
    assert (i, j) == (0, 1) and a.taken == b.taken == (True, False) and 0.4 < a.covered < 0.6


FORM = [
    "Anggaran belanja Kabupaten {} sudah terpakai sebesar Rp {} miliar menurut data keuangan daerah.",
    "Ini artinya sudah {} persen dari seluruh belanja kabupaten yang dianggarkan sebesar Rp {} miliar.",
    "Gaji seluruh pegawai kabupaten menghabiskan sampai Rp {} miliar pada tengah tahun.",
    "Sementara realisasi pendapatan kabupaten yang didapat baru sebesar Rp {} miliar hingga kini.",
    "Pendapatan kabupaten sepanjang tahun diproyeksikan dapat mencapai Rp {} miliar oleh dinas keuangan.",
]
FILLED = ("Kalimas", "606,4", "16,15", "3.754", "408,9", "815,2", "3.683")
OTHERWISE = ("Kalimas", "318,7", "42,66", "2.971", "933,2", "127,5", "2.946")


def fill(values: tuple[str, ...]) -> str:
    """The form with these values in their order."""
    return " ".join(FORM).format(*values)


def test_a_form_filled_in_with_other_numbers_is_no_copy(group: Group) -> None:
    assert [len(f.articles) for f in group(fill(FILLED), fill(OTHERWISE))] == [1, 1]
    rewritten = fill(FILLED).replace("menurut data keuangan daerah", "berdasarkan data keuangan daerah")
    (family,) = group(fill(FILLED), rewritten)
    assert (len(family.articles), family.rule) == (2, "copied")
