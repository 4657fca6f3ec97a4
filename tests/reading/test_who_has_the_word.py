"""Who a pronoun behind a sentence is: its subject who takes the word, not who spoke before; and who is no one's namesake."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from runut import codec, pipeline
from runut.lang import Language
from runut.model import Anchor, Article, Statement

KEPT = "“Gudang aman,” kata Kapolres Budi Kuncoro."


def _found(text: str, languages: Mapping[str, Language], outlet: str | None = None) -> tuple[Statement, ...]:
    article = Article(
        id=codec.article_id("test", text), source="test", text=text, sha256=codec.sha256(text), outlet=outlet
    )
    first = pipeline.glance(article, languages)
    return pipeline.read(first, Anchor(day="2031-03-05", origin="user"), languages, only=("statements",)).statements


def speakers(text: str, languages: Mapping[str, Language]) -> list[str | None]:
    """Who each statement is by."""
    return [s.speaker.name if s.speaker else None for s in _found(text, languages)]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        # who says something or takes a stand, though the report tells of him only here
        ("Pengacara warga, Sari Lestari, membantah keterangan itu.", "Sari Lestari"),
        ("Pengacara warga, Sari Lestari, tidak membantah.", "Sari Lestari"),
        ("Sari Lestari, salah satu koordinator warga, menolak tuduhan itu.", "Sari Lestari"),
        # who does something, where the report names him first
        ("Namun, Sari Lestari, salah satu koordinator warga, memajukan jadwal unjuk rasa.", "Sari Lestari"),
        # who does what a passive verb tells
        ("Penutupan gudang diumumkan Sari Lestari.", "Sari Lestari"),
        ("Menerima laporan pagi tadi, Sari Lestari menerima permintaan warga.", "Sari Lestari"),
        # whose relative is told of says nothing
        ("Nenek Budi Kuncoro, Sari, menyerukan warga tenang.", "Sari"),
        # not who is acted upon, is something, or was told of before
        ("Seorang penjaga, Sari Lestari, dibawa ke rumah sakit.", "Budi Kuncoro"),
        ("Sari Lestari merupakan penjaga di sana.", "Budi Kuncoro"),
        ("Lalu Sari mengunci pintu.", "Budi Kuncoro"),
        # nor whoever has not spoken yet
        ("Sari Lestari belum menanggapi hal itu.", "Budi Kuncoro"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_the_subject_right_before_a_quotation_has_the_word(
    between: str, name: str, gap: str, languages: Mapping[str, Language]
) -> None:
    text = f"Sari Lestari tinggal di Kalimas. {KEPT}" if between.startswith("Lalu") else KEPT
    assert speakers(f"{text}\n{between}{gap}“Kami punya bukti lain,” ujarnya.", languages)[-1] == name


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("kata ayah Ratna Prawira", "ayah Ratna Prawira"),
        ("kata orang tua Ratna Prawira", "orang tua Ratna Prawira"),
        ("kata ayah korban, Ratna Prawira", "Ratna Prawira"),
        ("kata seorang penumpang di mobil Ratna Prawira", "penumpang di mobil Ratna Prawira"),
        ("kata pedagang Pasar Randu", "pedagang Pasar Randu"),
        ("kata Ratna Prawira", "Ratna Prawira"),
    ],
)
def test_who_is_told_by_whose_he_is(who: str, name: str, languages: Mapping[str, Language]) -> None:
    assert speakers(f"Ratna Prawira tinggal di Kalimas. “Gudang itu sudah kosong,” {who}.", languages) == [name]


@pytest.mark.parametrize(
    ("who", "name"),
    [
        # one who stands by is not the official who spoke
        ("petugas itu", "petugas itu"),
        ("dua saksi itu", "dua saksi itu"),
        ("ayah tiga anak itu", "Budi Kuncoro"),
        ("pria itu", "Budi Kuncoro"),
    ],
)
def test_who_is_pointed_to(who: str, name: str, languages: Mapping[str, Language]) -> None:
    assert speakers(f"{KEPT}\n“Pintunya sudah rusak,” kata {who}.", languages)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kementerian Kesehatan Ruritania mencatat 20 orang tewas. Semula, kementerian menyebut 14 orang tewas.",
         "Kementerian Kesehatan Ruritania"),
        ("Kementerian Kesehatan Ruritania dan Kementerian Keuangan Ruritania rapat. “Sudah selesai semua,” kata kementerian.",
         "kementerian"),
        ("Data yang dihimpun di Kalimas, Kamis, menyebutkan gudang itu sudah kosong.", "data yang dihimpun di Kalimas"),
    ],
)  # fmt: skip
def test_bodies_and_papers(text: str, name: str, languages: Mapping[str, Language]) -> None:
    assert speakers(text, languages)[-1] == name


def contents(text: str, languages: Mapping[str, Language]) -> list[tuple[str, str | None]]:
    """What each statement says, and who says it."""
    return [(s.text, s.speaker.name if s.speaker else None) for s in _found(text, languages)]


GONE = "gudang itu sudah kosong"


@pytest.mark.parametrize(
    "rest",
    [
        ", tetapi tidak menyebut sejak kapan",
        ", tanpa merinci isinya",
        ", berbeda dengan keterangan polisi",
        ", jauh di bawah klaim warga",
        " dan menyampaikan terima kasih kepada warga",
    ],
)
def test_a_clause_ends_where_the_report_remarks_on_it(rest: str, languages: Mapping[str, Language]) -> None:
    assert contents(f"Sari Lestari mengatakan {GONE}{rest}.", languages) == [(GONE, "Sari Lestari")]


def test_a_clause_goes_on_with_what_it_says_itself(languages: Mapping[str, Language]) -> None:
    told = f"{GONE}, tetapi tidak rusak"
    assert contents(f"Sari Lestari mengatakan {told}.", languages) == [(told, "Sari Lestari")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Ini berbeda dengan keterangan awal Polda Lontara yang menyatakan {GONE}.", [(GONE, "Polda Lontara")]),
        (f"Warga terdampak mengatakan {GONE}.", [(GONE, "warga terdampak")]),
        ("Sari Lestari membantah menerima setoran.", [("menerima setoran", "Sari Lestari")]),
        (f"Analisis Dinas Pasar Lontara atas foto menunjukkan {GONE}.", [(GONE, "Dinas Pasar Lontara")]),
        (f"“{GONE.capitalize()},” kata sumber yang dekat dengan camat.", [(f"{GONE.capitalize()},", "sumber yang dekat dengan camat")]),
        # nobody's words, and no statement
        ("Banjir surut dan warga selamat.", []),
        ("Sari Lestari membantah tuduhan itu.", []),
    ],
)  # fmt: skip
def test_what_is_found_and_whose_it_is(
    text: str, found: list[tuple[str, str | None]], languages: Mapping[str, Language]
) -> None:
    assert contents(text, languages) == found


@pytest.mark.parametrize(("outlet", "via"), [("detikKalimas", ()), ("Suara Kalimas", ("detikcom",))])
def test_the_house_of_the_outlet_relays_nothing(
    outlet: str, via: tuple[str, ...], languages: Mapping[str, Language]
) -> None:
    text = "“Gudang itu sudah kosong,” kata Sari Lestari kepada detikcom."
    assert [s.via for s in _found(text, languages, outlet)] == [via]


def test_whose_paper_is_cited_does_not_go_on(languages: Mapping[str, Language]) -> None:
    cited = "Itu berbeda dengan pernyataan Sari Lestari yang menyebut pintunya sudah rusak."
    assert speakers(f"{KEPT} {cited} “Sudah kami ganti,” ujarnya.", languages) == [
        "Budi Kuncoro",
        "Sari Lestari",
        "Budi Kuncoro",
    ]


def test_an_admission_alone_is_a_second_statement(languages: Mapping[str, Language]) -> None:
    text = "Sari Lestari menyebut angka itu dilebih-lebihkan dan hanya mengakui 164 orang tewas."
    found = [("angka itu dilebih-lebihkan", "Sari Lestari"), ("164 orang tewas", "Sari Lestari")]
    assert contents(text, languages) == found
