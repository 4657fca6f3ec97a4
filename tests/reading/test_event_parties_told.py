"""Whom a deed befell and who did it, where something else stands in their place; what is denied, promised or asked for is not done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from runut.model import Event

Read = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="module")
def read(read_events: Read) -> Read:
    return read_events


def _recipient(event: Event) -> str | None:
    return event.recipient.text if event.recipient else None


def _actor(event: Event) -> str | None:
    return event.actor.text if event.actor else None


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Bupati menemui warga yang rumahnya dibakar massa bersenjata.", "rumahnya"),
        ("Bupati menemui warga yang toko rotinya dibakar massa bersenjata.", "toko rotinya"),
        ("Bupati menemui warga yang sebelumnya diserang massa bersenjata.", "warga"),
        ("Bupati menemui warga yang akhirnya diserang massa bersenjata.", "warga"),
    ],
)
def test_what_is_owned_is_harmed_and_not_its_owner(text: str, recipient: str, read: Read) -> None:
    assert _recipient(read(text)[-1]) == recipient


def test_a_licence_is_taken_from_its_owner(read: Read) -> None:
    [event] = read("Empat perusahaan yang izinnya dicabut adalah milik Rendra.")
    assert _recipient(event) == "Empat perusahaan"


def test_whoever_is_visited_was_attacked(read: Read) -> None:
    visit, attack = read("Bupati mendatangi Balai Kalimas setelah diserang massa bersenjata.")
    assert (_actor(visit), _recipient(visit), _recipient(attack)) == ("Bupati", "Balai Kalimas", "Balai Kalimas")
    _, attack = read("Polisi menangkap pencuri setelah diserang massa bersenjata.")
    assert _recipient(attack) == "Polisi"


def test_whoever_is_caught_for_an_attack_did_it(read: Read) -> None:
    arrest, attack = read("Polisi menangkap 43 orang karena diduga menyerang massa bersenjata.")
    assert (_actor(arrest), _actor(attack)) == ("Polisi", "43 orang")


def test_some_of_those_found_died(read: Read) -> None:
    event = read("Tim gabungan menjumpai 19 penumpang kapal, tiga di antaranya sudah meninggal dunia.")[-1]
    assert _recipient(event) == "tiga di antaranya"


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Rendra ditangkap Januari lalu.", None, "Rendra"),
        ("Begitu mendengar kabar itu, polisi menangkap dua pencuri.", "polisi", "dua pencuri"),
        ("Seusai rapat, polisi menangkap dua pencuri.", "polisi", "dua pencuri"),
        ("Para korban sekarang dirawat di balai desa.", None, "Para korban"),
        ("Diduga mereka ditangkap polisi.", "polisi", "mereka"),
        ("Beberapa jam kemudian pedagang tua itu ditangkap polisi.", "polisi", "pedagang tua itu"),
        ("Senin 30 Juni 2031 pukul 05.00 pagi sebanyak 149 orang ditangkap.", None, "sebanyak 149 orang"),
        ("Bupati mengecam keras serangan itu.", "Bupati", None),
        ("Rendra dirawat tim medis sejak pagi.", "tim medis", "Rendra"),
    ],
)
def test_times_and_small_words_are_no_parties(text: str, actor: str | None, recipient: str | None, read: Read) -> None:
    event = read(text)[0]
    assert (_actor(event), _recipient(event)) == (actor, recipient)


def test_parties_are_read_from_the_whole_clause(read: Read) -> None:
    text = (
        "Direktur Rumah Sakit Umum Kalimas Rendra Sasmita bersama dua puluh dokter dan perawat dari tiga kecamatan di hulu sungai "
        "pada Senin pagi yang hujan lebat itu akhirnya mengevakuasi seluruh pasien."
    )
    [event] = [e for e in read(text) if e.type == "AID"]
    assert event.actor is None or event.actor.text.startswith("Direktur")


def test_an_attack_on_a_place_is_not_done_by_it(read: Read) -> None:
    events = read(
        "Serangan Sagara ke Balai Kalimas yang menewaskan ratusan warga sipil dikecam bupati. Perang berlanjut."
    )
    assert all(_actor(e) != "Balai Kalimas" for e in events)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Kabar Rendra ditangkap polisi ternyata tidak benar.", {"denied"}),
        ("Kabar Rendra ditangkap polisi ternyata benar.", {"happened"}),
        ("Pasukan Sagara membantah menyerang balai desa.", {"denied"}),
        ("Pasukan Sagara membantah tudingan bahwa mereka menyerang balai desa.", {"denied"}),
        ("Sedikitnya, paling tidak lima pria bersenjata menyerbu balai desa.", {"happened"}),
        ("Mobil itu hendak masuk, sempat ditahan polisi.", {"happened"}),
        ("Mobil itu hendak ditahan polisi.", {"planned"}),
        ("“Kami akan menangkap semua pencuri di pasar itu,” kata Rendra.", {"planned"}),
        ("“Kami menangkap semua pencuri di pasar itu,” kata Rendra.", {"alleged"}),
    ],
)
def test_what_is_denied_planned_or_done(text: str, statuses: set[str], read: Read) -> None:
    assert {e.status for e in read(text) if e.type != "REJECT"} == statuses


def test_what_is_asked_for_or_promised_is_not_done(read: Read) -> None:
    assert [e.type for e in read("Warga meminta bupati membatalkan proyek itu dan mencopot Camat Rendra.")] == [
        "REQUEST"
    ]
    assert [e.type for e in read("Bupati bersumpah mengusut perkara itu dan menghukum semua pencuri.")] == ["AGREE"]
    assert [e.type for e in read("Polisi memburu Rendra dan menahan Sari.")][-1] == "COERCE"


def test_blaming_an_attack_on_someone_does_not_tell_it(read: Read) -> None:
    assert [e.type for e in read("Bupati menyalahkan serangan udara Sagara di Wamila.")] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Kapal itu bertolak dari Dermaga Lontar pagi itu.", []),
        ("Para pendukung turun ke lapangan desa.", []),
        ("Menteri itu bertolak dari Dermaga Lontar pagi itu.", ["CONSULT"]),
        ("Warga mengamankan diri di balai desa.", []),
        ("Para pekerja diperiksa kesehatannya di balai desa.", ["AID"]),
        ("Para pekerja diperiksa polisi di balai desa.", ["ACCUSE"]),
        ("Hari ini juga kita sudah amankan empat pelaku.", ["COERCE"]),
    ],
)
def test_whoever_only_travels_consults_nobody(text: str, types: list[str], read: Read) -> None:
    assert [e.type for e in read(text)] == types
