"""Deeds of violence and force: which form tells them, in which voice, and whether it is said who did it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import lang, pipeline
from runut.comparing import deeds
from runut.lang import Language
from runut.model import Anchor, Article, Deed

ID = lang.load("id")
Gather = Callable[..., tuple[Deed, ...]]


@pytest.fixture(scope="module")
def gather(languages: Mapping[str, Language], indonesian: Language) -> Gather:
    def gathered(*texts: str) -> tuple[Deed, ...]:
        readings = []
        for n, text in enumerate(texts):
            article = Article(id=f"a{n}", source=f"a{n}", text=text, sha256="", published="2031-03-06")
            readings.append(pipeline.read(pipeline.glance(article, languages), Anchor(), languages))
        found = deeds.gather(readings, indonesian)
        for deed in found:
            for use in deed.uses:
                text = texts[int(use.place.article[1:])]
                assert text[use.place.start : use.place.end].lower() == use.form
        return found

    return gathered


def told(found: tuple[Deed, ...], *texts: str) -> list[tuple[str, str, str, str | None]]:
    """Deed, form, voice and who did it, for each use."""
    out = []
    for deed in found:
        for use in deed.uses:
            doer = use.doer and texts[int(use.doer.article[1:])][use.doer.start : use.doer.end]
            out.append((deed.lemma, use.form, use.voice, doer))
    return out


@pytest.mark.parametrize("row", ID.table("deed_words"), ids=lambda row: row["words"])
def test_every_row_tells_its_deed(row: Mapping[str, str], gather: Gather) -> None:
    rule = f"{row['kind']}:{row['words']}"
    assert (row["deed"], rule) in [(deed.lemma, use.rule) for deed in gather(row["example"]) for use in deed.uses]


@pytest.mark.parametrize("row", [r for r in ID.table("deed_words") if r["counter"]], ids=lambda row: row["words"])
def test_words_that_only_look_like_a_deed(row: Mapping[str, str], gather: Gather) -> None:
    rule = f"{row['kind']}:{row['words']}"
    assert rule not in [use.rule for deed in gather(row["counter"]) for use in deed.uses]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Dua nelayan ditembak aparat di dermaga.", ("tembak", "ditembak", "passive", "aparat")),
        ("Dua nelayan ditembak mati polisi di dermaga.", ("tembak", "ditembak", "passive", "polisi")),
        ("Dua nelayan ditembak di dermaga.", ("tembak", "ditembak", "passive", None)),
        ("Dua nelayan ditembak oleh penjaga gudang di dermaga.", ("tembak", "ditembak", "passive", "penjaga gudang")),
        ("Dua nelayan tertembak di dermaga.", ("tembak", "tertembak", "accidental", None)),
        ("Polisi menembak dua nelayan di dermaga.", ("tembak", "menembak", "active", "Polisi")),
        ("Polisi kemudian menembak dua nelayan.", ("tembak", "menembak", "active", "Polisi")),
        ("Peluru menembak dinding gudang.", ("tembak", "menembak", "active", None)),
        ("Penembakan itu terjadi pada malam hari.", ("tembak", "penembakan", "noun", None)),
        ("Penembakan oleh polisi itu terjadi pada malam hari.", ("tembak", "penembakan", "noun", "polisi")),
        ("Perompak itu dilumpuhkan petugas di dermaga.", ("tembak", "dilumpuhkan", "euphemism", "petugas")),
        (
            "Perompak itu diberi tindakan tegas terukur di dermaga.",
            ("tembak", "tindakan tegas terukur", "euphemism", None),
        ),
        ("Para pengunjuk rasa menjarah gudang itu.", ("jarah", "menjarah", "active", "pengunjuk rasa")),
        ("Gudang itu dibakar pada malam hari.", ("bakar", "dibakar", "passive", None)),
    ],
)
def test_voice_and_doer(text: str, use: tuple[str, str, str, str | None], gather: Gather) -> None:
    assert told(gather(text), text) == [use]


@pytest.mark.parametrize(
    "text",
    [
        "Warga berkumpul pukul 10.00 di lapangan tembak.",
        "Tembak! teriak anak itu.",
        "Kapal itu kehabisan bahan bakar.",
        "Pagar itu rusak sejak lama.",
        "Tangkapan ikan melimpah.",
        "Rombongan itu membubarkan diri sore hari.",
    ],
)
def test_no_deed(text: str, gather: Gather) -> None:
    assert gather(text) == ()


def test_a_place_is_nobody(gather: Gather) -> None:
    text = "Ledakan di Kota Warukali menewaskan dua nelayan."
    assert told(gather(text), text) == [("tewas", "menewaskan", "active", None)]


def test_quoted_words_are_a_speakers(gather: Gather) -> None:
    (deed,) = gather("“Dua nelayan ditembak aparat,” kata Rendra Wijaya. Dua nelayan itu tertembak di dermaga.")
    assert [(use.form, use.quoted) for use in deed.uses] == [("ditembak", True), ("tertembak", False)]


def test_outlets_stand_side_by_side(gather: Gather) -> None:
    found = gather("Dua nelayan ditembak aparat.", "Dua nelayan tertembak. Gudang dibakar.", "Dua nelayan dilumpuhkan.")
    assert [(deed.lemma, [use.place.article for use in deed.uses]) for deed in found] == [
        ("tembak", ["a0", "a1", "a2"]),
        ("bakar", ["a1"]),
    ]


def test_a_language_without_the_table_tells_no_deeds(gather: Gather) -> None:
    assert deeds.gather([], Language("xx", {})) == ()
