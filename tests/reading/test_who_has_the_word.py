"""Who a pronoun behind a sentence is: its subject who takes the word, not who spoke before; and who is no one's namesake."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from runut import codec, pipeline
from runut.lang import Language
from runut.model import Anchor, Article

KEPT = "“Gudang aman,” kata Kapolres Budi Kuncoro."


def speakers(text: str, languages: Mapping[str, Language]) -> list[str | None]:
    """Who each statement is by."""
    article = Article(id=codec.article_id("test", text), source="test", text=text, sha256=codec.sha256(text))
    first = pipeline.glance(article, languages)
    found = pipeline.read(first, Anchor(day="2031-03-05", origin="user"), languages, only=("statements",)).statements
    return [s.speaker.name if s.speaker else None for s in found]


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
