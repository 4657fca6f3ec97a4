"""Whom an event names as its parties and place, what is demanded or cleared, and what is told as there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from runut import pipeline
from runut.lang import Language
from runut.model import Article, Event
from runut.reading.events import find_candidates

Read = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def read(read_events: Read) -> Read:
    return read_events


def _one(read: Read, text: str, word: str) -> Event:
    return next(e for e in read(text) if word in e.rule)


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Polisi menyelidiki kasus itu.", "menyelidiki", "Polisi", None),
        ("Polisi mendalami keterangan pria itu.", "mendalami", "Polisi", "pria itu"),
        ("Banjir merendam dua rumah.", "merendam", None, "dua rumah"),
        ("Serangan itu menewaskan dua petani.", "menewaskan", None, "dua petani"),
        ("Polisi mengusut penganiayaan terhadap seorang pedagang.", "mengusut", "Polisi", None),
        ("Kepala gudang itu menjalani penahanan di kota.", "menjalani", None, "Kepala gudang itu"),
        ("Kepala gudang itu menjadi tersangka pada pagi hari.", "menjadi", None, "Kepala gudang itu"),
        ("Petugas hingga kini menangkap dua pencuri.", "menangkap", "Petugas", "dua pencuri"),
        ("Pekan lalu, seorang nelayan menikam tetangganya.", "menikam", "seorang nelayan", "tetangganya"),
    ],
)
def test_a_matter_a_deed_or_a_time_is_no_party(
    read: Read, text: str, word: str, actor: str | None, recipient: str | None
) -> None:
    event = _one(read, text, word)
    assert (event.actor and event.actor.text, event.recipient and event.recipient.text) == (actor, recipient)


def test_who_is_told_by_an_office_and_behind_a_comma_by_name_is_one_party(read: Read) -> None:
    event = _one(read, "Polisi memeriksa mantan camat Warukali, Rendra Sasmita, pada pagi hari.", "memeriksa")
    assert event.recipient and event.recipient.text == "mantan camat Warukali, Rendra Sasmita"
    other = _one(read, "Polisi memeriksa mantan camat itu, kata seorang warga.", "memeriksa")
    assert other.recipient and other.recipient.text == "mantan camat itu"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Polisi menangkap dua pencuri di Garut.", "Garut"),
        ("Polisi menangkap dua pencuri yang lari dari rumah di Garut.", None),
        ("Polisi mengusut kasus pencurian di Garut.", None),
        ("Orang bertopeng menikam pedagang yang tidur di Garut.", "Garut"),
    ],
)
def test_where_an_accused_did_something_is_no_place_of_the_arrest(read: Read, text: str, place: str | None) -> None:
    assert read(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hakim menyatakan kepala gudang bersalah.", "COERCE"),
        ("Hakim menyatakan kepala gudang tidak bersalah.", "CONCEDE"),
        ("Hakim menyatakan kepala gudang tidak terbukti bersalah.", "CONCEDE"),
    ],
)
def test_a_verdict_that_denies_guilt_clears(read: Read, text: str, kind: str) -> None:
    assert [e.type for e in read(text)] == [kind]


def test_what_two_are_asked_to_do_has_not_happened(read: Read) -> None:
    assert [e.type for e in read("Massa mendesak agar camat dan lurah menghentikan proyek itu.")] == ["REQUEST"]
    told = read("Massa mendesak camat dan polisi menangkap dua orang.")
    assert [e.type for e in told] == ["REQUEST", "COERCE"]


def test_whoever_was_missing_and_is_found_is_helped(read: Read) -> None:
    lost = "Seorang pria dilaporkan hilang sejak pagi."
    found = "Pria itu ditemukan di tepi jalan dalam kondisi linglung."
    assert any("ditemukan" in e.rule and e.type == "AID" for e in read(f"{lost} {found}"))
    assert not any("ditemukan" in e.rule for e in read("Dompet itu ditemukan di tepi jalan."))


def test_a_description_ends_at_a_comma_before_another_subject(read: Read) -> None:
    event = _one(read, "Pada kesempatan yang sama, bupati mengecam serangan itu.", "mengecam")
    assert event.actor and event.actor.text == "bupati"


def test_a_description_begins_behind_the_verb_before_its_noun(read: Read) -> None:
    event = _one(read, "Polisi mengantongi alamat sopir yang menabrak seorang pedagang.", "menabrak")
    assert event.text == "alamat sopir yang menabrak seorang pedagang"
    named = _one(read, "Dua warga Merangin yang menabrak seorang pedagang pulang.", "menabrak")
    assert named.actor and named.actor.text == "Dua warga Merangin"


def test_words_that_are_no_party_are_seen_where_one_stands(languages: Mapping[str, Language]) -> None:
    """So that the clause is chosen as often as one whose object is somebody."""
    article = Article(id="a", source="a", text="Bupati mengecam kejadian itu.", sha256="")
    view = pipeline.glance(article, languages).view
    (found,) = find_candidates(article, view, (), (), (), languages["id"])
    assert found.event.recipient is None and found.idle == {"recipient"}
