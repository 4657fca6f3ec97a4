"""Who did a deed where somebody else stands nearer: a crowd behind `karena`, an office where a charge is filed, a speaker, a pronoun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from runut.model import Event

Read = Callable[[str], tuple[Event, ...]]


def _told(events: tuple[Event, ...], word: str) -> Event:
    [event] = [e for e in events if e.rule.partition(":")[2] == word]
    return event


def _parties(event: Event) -> tuple[str | None, str | None]:
    return (event.actor and event.actor.text, event.recipient and event.recipient.text)


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        # whoever has a subject of its own does it
        ("Aparat menangkap dua orang karena massa kian beringas dan membakar gudang.", "membakar", "massa", "gudang"),
        ("Aparat menangkap dua orang dan membakar gudang.", "membakar", "Aparat", "gudang"),
        ("Rendra Sasmita geram dan memukul Bagas Wirya.", "memukul", "Rendra Sasmita", "Bagas Wirya"),
        ("Kondisi jalan makin parah, warga menutup balai.", "menutup", "warga", "balai"),
        # whoever was shot at had attacked
        ("Pasukan menembak jatuh pesawat tempur karena menyerang konvoi.", "menyerang", "pesawat tempur", "konvoi"),
        # one more verb of the first subject
        ("Milisi merusak tiga kios dan satu truk, melukai dua orang.", "melukai", "Milisi", "dua orang"),
        # whoever speaks did it
        ("Milisi Wanara mengaku menyerang pos tentara di Sagara.", "menyerang", "Milisi Wanara", "pos tentara"),
        ("Milisi Wanara menyatakan telah menyerang pos tentara.", "menyerang", "Milisi Wanara", "pos tentara"),
        ("Bupati mengakui polisi menembak dua orang.", "menembak", "polisi", "dua orang"),
        ("“Kami sedang makan, tiba-tiba dia menodong,” kata Rendra Sasmita.", "menodong", "dia", None),
        # not what is only spoken of, nor where it was done
        ("Bupati menyebut Sagara sebagai daerah aman dan mengundang warga.", "mengundang", None, "warga"),
        ("Di Warukali, Jawa Barat, warga menyerbu balai.", "menyerbu", "warga", "balai"),
        ("Dalam rapat itu Rendra Sasmita menegur camat.", "menegur", "Rendra Sasmita", "camat"),
        ("Pada hari yang sama polisi menangkap dua orang.", "menangkap", "polisi", "dua orang"),
        (
            "Orang tak dikenal (OTK), Rabu (5/3), menyerang pos tentara.",
            "menyerang",
            "Orang tak dikenal (OTK)",
            "pos tentara",
        ),
        ("Pihak berwenang menahan dua orang.", "menahan", "Pihak berwenang", "dua orang"),
        ("Pelaku kabur dengan mobil dinas.", "kabur", "Pelaku", None),
        # a fine is nobody
        ("Rendra Sasmita didenda Rp200 juta.", "didenda", None, "Rendra Sasmita"),
    ],
)
def test_who_did_it(text: str, word: str, actor: str | None, recipient: str | None, read_events: Read) -> None:
    assert _parties(_told(read_events(text), word)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Keluarga Rendra Sasmita melaporkan Bagas Wirya ke Polda Sagara.", "Bagas Wirya"),
        ("Keluarga Rendra Sasmita menggugat PT Wanara Jaya ke Pengadilan Negeri Sagara.", "PT Wanara Jaya"),
        ("Keluarga Rendra Sasmita mengajukan gugatan ke Pengadilan Negeri Sagara.", None),
        ("Keluarga Rendra Sasmita mengajukan gugatan terhadap Pengadilan Negeri Sagara.", "Pengadilan Negeri Sagara"),
        ("Keluarga Rendra Sasmita melapor ke Polda Sagara.", "Polda Sagara"),
    ],
)
def test_where_a_charge_is_filed_is_not_charged(text: str, recipient: str | None, read_events: Read) -> None:
    assert _parties(read_events(text)[0])[1] == recipient


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Bupati mendesak pelaku diadili.", None),
        ("Bupati menuntut agar jam malam segera dicabut.", None),
        ("Bupati mendesak polisi mengadili pelaku.", "polisi"),
    ],
)
def test_whoever_is_to_undergo_it_is_not_asked(text: str, recipient: str | None, read_events: Read) -> None:
    assert _parties(read_events(text)[0])[1] == recipient


def test_a_school_is_not_shot(read_events: Read) -> None:
    [event] = [
        e for e in read_events("Bupati mengecam penembakan siswa SMA Negeri 2 Sagara di pasar.") if e.type != "ACCUSE"
    ]
    assert event.recipient and (event.recipient.text, event.recipient.entity) == ("siswa SMA Negeri 2 Sagara", None)


@pytest.mark.parametrize("whose", ["teroris", "gerombolan"])
def test_whoever_may_have_done_it_did_not_undergo_it(whose: str, read_events: Read) -> None:
    told = read_events(f"Ia selamat dari pembantaian {whose} Jamaah Wanara di Sagara.")
    assert [_parties(e) for e in told if e.rule == "noun:pembantaian"] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Bupati mengatakan kepada Harian Sagara bahwa 20 warga tewas dalam serangan.", "20 warga"),
        ("Bupati mengatakan kepada Reuters 20 warga tewas dalam serangan.", "20 warga"),
    ],
)
def test_whoever_is_told_does_not_undergo_it(text: str, recipient: str, read_events: Read) -> None:
    assert _parties(_told(read_events(text), "tewas"))[1] == recipient


def test_one_of_many_does_not_name_them(read_events: Read) -> None:
    [event] = read_events("Sebanyak 24 orang, termasuk seorang warga Indonesia, tewas dalam serangan udara.")
    assert event.recipient and event.recipient.entity is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Polisi menahan Rendra Sasmita sebagai tersangka penembakan yang menewaskan Bagas Wirya.", None),
        ("Serangan Wanara yang menewaskan dua orang itu dikecam.", "Wanara"),
    ],
)
def test_a_deed_kills_and_not_whoever_stands_before_it(text: str, actor: str | None, read_events: Read) -> None:
    assert all(
        _parties(e)[0] in (actor, None) for e in read_events(text) if "menewaskan" in e.text and e.type == "ASSAULT"
    )


def test_accounts_that_contradict_each_other_are_no_journey(read_events: Read) -> None:
    assert [
        e
        for e in read_events("Pernyataan camat bertolak belakang dengan keterangan Rendra Sasmita.")
        if e.type == "CONSULT"
    ] == []
