"""Who says it: not whom somebody harmed, nor a stretch of time; who confirms goes on; what passes it on is no part of the words."""

from __future__ import annotations

import pytest

import runut
from runut.model import Statement


def said(text: str) -> list[tuple[str | None, str]]:
    """Who says what in a text."""
    return [(s.speaker.name if s.speaker else None, s.text) for s in found(text)]


def found(text: str) -> tuple[Statement, ...]:
    return runut.read({"text": text, "outlet": "Kabar Randu", "published": "2031-05-07"}).statements


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pria yang menembak Rini Wijaya mengaku gudang itu kosong.", "pria yang menembak Rini Wijaya"),
        ("Pria yang merupakan Rini Wijaya mengaku gudang itu kosong.", "Rini Wijaya"),
        ("Dokter yang menangani korban, Rini Wijaya, mengatakan gudang itu kosong.", "Rini Wijaya"),
        ("Beberapa jam sesudah kebakaran, Rini Wijaya mengatakan gudang itu kosong.", "Rini Wijaya"),
        ("Sekitar 14 jam usai kebakaran, Badan Pangan mengatakan gudang itu kosong.", "Badan Pangan"),
        ("Dari pantauan Kalimas.id, gudang itu sudah kosong.", "Kalimas.id"),
    ],
)
def test_who_says_it(text: str, who: str) -> None:
    assert [speaker for speaker, _ in said(text)] == [who]


def test_a_medium_is_not_what_its_page_is_called_behind_a_comma() -> None:
    text = "Dilansir dari Kalimas.com, Camat Lontar, Rini Wijaya, hadir di gudang itu."
    assert [speaker for speaker, _ in said(text)] == ["Kalimas.com"]


def test_who_confirms_goes_on() -> None:
    text = (
        "“Mudah-mudahan mereka sembuh,” kata Rini Wijaya.\nTambahan korban itu dibenarkan Camat Lontar Budi Kuncoro.\n"
        "“Betul, ada tambahan enam orang,” ucapnya."
    )
    assert [speaker for speaker, _ in said(text)] == ["Rini Wijaya", "Budi Kuncoro"]


def test_a_cue_before_a_short_predicate_cuts_the_clause() -> None:
    assert said("Pelaku itu, kata Rini Wijaya, berinisial RK.") == [
        ("Rini Wijaya", "Pelaku itu, kata Rini Wijaya, berinisial RK")
    ]


def test_degrees_are_no_part_of_what_is_said() -> None:
    told = said("Menurut Camat Lontar, Dr. Rini Wijaya, S.I.K., S.H., M.H., rapat itu selesai kemarin.")
    assert told == [("Rini Wijaya", "rapat itu selesai kemarin")]


def test_a_source_that_goes_on_opens_a_sentence() -> None:
    text = "“Gudang itu tidak rusak,” kata Rini Wijaya. Lanjut Rini Wijaya, sampai kini pintunya masih tertutup."
    assert said(text)[-1] == ("Rini Wijaya", "sampai kini pintunya masih tertutup")


def test_a_passive_cue_stands_inside() -> None:
    text = "Dikatakan Rini Wijaya, gudang itu kosong. Penjagaan gudang, diakuinya, belum berjalan baik."
    assert said(text)[-1] == ("Rini Wijaya", "Penjagaan gudang, diakuinya, belum berjalan baik")


def test_who_passes_it_on_at_the_end_is_no_part_of_the_words() -> None:
    (one,) = found("Rini Wijaya mengaku membakar gudang karena marah, kata polisi.")
    assert (one.text, one.via) == ("membakar gudang karena marah", ("polisi",))


def test_how_a_statement_came_is_no_part_of_its_source() -> None:
    text = "“Belum diketahui ada warga yang menjadi korban,” demikian pernyataan tertulis Badan Pangan yang diterima di Jambi."
    assert [speaker for speaker, _ in said(text)] == ["Badan Pangan"]


def test_a_day_behind_a_clause_is_that_of_what_is_told() -> None:
    assert [s.said_on for s in found("Rini Wijaya mengatakan operasi itu dilakukan Kamis (1/5).")] == [None]
    assert [s.said_on for s in found("Rini Wijaya mengatakan gudang itu kosong, Kamis (1/5).")] == ["2031-05-01"]


def test_where_a_source_stands_is_no_part_of_the_words() -> None:
    assert said("Menurut Rini Wijaya di lokasi, terdengar suara seperti tembakan.") == [
        ("Rini Wijaya", "terdengar suara seperti tembakan")
    ]
