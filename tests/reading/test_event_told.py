"""Who undergoes what is told of them, what is only thought, rehearsed or ruled, and where it was, in sentences of our own."""

from __future__ import annotations

import pytest

from reading.test_events import find
from runut.model import Event

FLOOD = "Banjir melanda desa."


def told(text: str, words: str) -> Event:
    """The event of a text whose own text holds some words."""
    return next(e for e in find(text) if words in e.text)


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("Camat Rendra juga menaksir ribuan rumah rusak.", "ribuan rumah"),
        ("Longsor itu mengakibatkan empat warga tewas.", "empat warga"),
        ("Data terakhir ada 17 nelayan tewas.", "17 nelayan"),
        ("Semula 14 nelayan tewas.", "14 nelayan"),
        ("Badan itu mencatat 40 korban meninggal dunia.", "40 korban"),
        ("Tiga puluh nelayan di muara tewas.", "Tiga puluh nelayan di muara"),
        ("Warga melapor tertipu lalu tewas.", "Warga"),
    ],
)
def test_the_dead_undergo_their_death_and_not_whoever_counts_them(sentence: str, recipient: str) -> None:
    events = [e for e in find(f"{FLOOD} {sentence}") if e.text != "Banjir melanda desa"]
    assert recipient in [e.recipient.text for e in events if e.recipient]
    assert all(e.actor is None for e in events)


def test_a_place_is_no_doer_of_what_happened_there() -> None:
    event = told("Banjir di Wamila, Kabupaten Sagara, Papua, menewaskan 16 warga.", "menewaskan")
    assert event.actor is None
    assert event.recipient and event.recipient.text == "16 warga"
    event = told("Menanggapi hal itu, camat menutup pasar.", "menutup")
    assert event.actor and event.actor.text == "camat"


def test_more_than_so_many_undergo_it_together() -> None:
    event = told("Banjir merendam lebih dari 40 rumah.", "merendam")
    assert event.recipient and event.recipient.text == "lebih dari 40 rumah"
    event = told("Polisi menahan Menteri Kelautan dan Perikanan.", "menahan")
    assert event.recipient and event.recipient.text == "Menteri Kelautan dan Perikanan"
    event = told("Polisi menahan Rendra dan Sasmita.", "menahan")
    assert event.recipient and event.recipient.text == "Rendra"


def test_a_party_ends_before_a_predicate_of_its_own() -> None:
    event = told("Bupati pun tak puas dan menutup pasar.", "menutup")
    assert event.actor and event.actor.text == "Bupati"
    event = told("Bupati pada Senin menutup pasar.", "menutup")
    assert event.actor and event.actor.text == "Bupati"
    event = told("Warga dan pedagang di Sagara menutup pasar.", "menutup")
    assert event.actor and event.actor.text.startswith("Warga dan pedagang")


@pytest.mark.parametrize(
    ("sentence", "words", "status"),
    [
        ("Semua nelayan diperkirakan tewas.", "tewas", "alleged"),
        ("Badan itu memperkirakan semua nelayan tewas.", "tewas", "alleged"),
        ("Badan itu memastikan semua nelayan tewas.", "tewas", "happened"),
        ("Petugas segera menolong nelayan.", "menolong", "happened"),
        ("Petugas akan segera menolong nelayan.", "menolong", "planned"),
        ("Bupati segera mencabut izin tambang.", "mencabut", "planned"),
    ],
)
def test_what_is_only_thought_likely_did_not_happen_and_what_is_done_at_once_did(
    sentence: str, words: str, status: str
) -> None:
    assert told(f"{FLOOD} {sentence}", words).status == status


def test_what_is_rehearsed_or_ruled_is_no_deed() -> None:
    assert find("Kapal itu ikut latihan penembakan torpedo di laut Sagara pada Senin pagi.") == ()
    assert find("Penembakan warga di Sagara terjadi pada Senin pagi.") != ()
    assert not [e for e in find("Dalam Peraturan Nomor 2 disebutkan terpidana ditembak.") if "ditembak" in e.text]
    assert told("Pelaku melanggar peraturan itu dan ditembak polisi.", "ditembak")


def test_fire_burns_and_nobody_sets_it() -> None:
    assert told("Si jago merah membakar gudang.", "membakar").type == "ACCIDENT"
    assert told("Massa membakar gudang.", "membakar").type == "ASSAULT"
    assert told("Demonstrasi itu rusuh. Massa membakar dua kantor. Enam kios hangus.", "hangus").type == "ASSAULT"
    assert told("Kebakaran melanda pasar. Enam kios hangus.", "hangus").type == "ACCIDENT"


def test_bombs_of_terror_are_attacks_and_gas_that_explodes_is_none() -> None:
    bombs = "Bom meledak di gereja. Bom kedua meledak di pasar. Pelaku teror itu kabur."
    assert told(bombs, "gereja").type == "ASSAULT"
    assert told("Tabung gas meledak di pasar. Enam kios rusak.", "meledak").type == "ACCIDENT"


def test_what_a_protest_is_about_is_not_what_befell_it() -> None:
    event = told("Peserta unjuk rasa menolak tarif ditangkap polisi.", "ditangkap")
    assert event.type == "COERCE"
    assert told("Peserta unjuk rasa menolak tarif.", "menolak").type in ("REJECT", "PROTEST")


def test_the_place_is_where_it_was() -> None:
    assert told("Bupati tiba di Sagara dan dibawa ke Warukali.", "tiba").place == "Sagara"
    assert (
        told("Perahu nelayan itu terbalik di antara Pulau Sagara dan Pulau Mergak.", "terbalik").place
        == "antara Pulau Sagara dan Pulau Mergak"
    )
    assert told("Banjir menewaskan tiga orang, di antaranya Rendra.", "menewaskan").place is None
