"""What reports tell as corrected, withdrawn, first told otherwise, or counted otherwise, and with which passages."""

from __future__ import annotations

import pytest
from told import INDONESIAN, read, words

from runut.comparing import amends, clashes, disputes
from runut.comparing.sources import Sources
from runut.model import Dispute, Reading

ROWS = INDONESIAN.table("amend_words")
LEAD = "Jembatan Rengas di Kalimas ditutup sejak kemarin. "
TAIL = " Warga memutar lewat Lontar."
CORRECTED, FIRST, ODDS, COUNTS, DENIED = (
    "told-correction",
    "told-at-first",
    "told-at-odds",
    "told-two-counts",
    "told-denial",
)


def find(*readings: Reading) -> tuple[Dispute, ...]:
    at_odds = clashes.find(readings, (), (), INDONESIAN)
    return disputes.find(readings, at_odds, Sources(readings, ()), INDONESIAN)


def rules(sentence: str) -> list[str]:
    return [d.rule for d in find(*read(f"{LEAD}{sentence}{TAIL}"))]


def shown(text: str) -> list[list[str]]:
    readings = read(text)
    return [words(readings, d.evidence) for d in find(*readings)]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Camat Kalimas meralat keterangannya soal tiang yang retak.", CORRECTED),
        ("Bupati Sagara menarik ucapannya dan meminta maaf kepada warga.", CORRECTED),
        ("Jumlah tiang yang retak kemudian diralat oleh dinas.", CORRECTED),
        ('"Kami ralat, yang retak di Rengas, bukan di Lontar," kata camat.', CORRECTED),
        ("Camat semula menyebut tiang itu patah, ternyata hanya tergores.", FIRST),
        ("Mandor yang semula dinyatakan hilang ternyata ada di rumahnya.", FIRST),
        ("Tiang yang retak ada dua, bukan tujuh seperti dilaporkan sebelumnya.", FIRST),
        ("Yang ditutup hanya satu jalur, bukan seluruh jembatan seperti yang ramai diberitakan.", ODDS),
        ("Angka itu lebih tinggi dari catatan dinas yang menyebut dua tiang.", ODDS),
        ("Keterangan berbeda disampaikan mandor jembatan.", ODDS),
        ("Mandor mencatat 12 tiang retak, sedangkan dinas menyebut hanya delapan tiang.", COUNTS),
    ],
)
def test_what_does_not_stand(sentence: str, rule: str) -> None:
    assert rules(sentence) == [rule]


@pytest.mark.parametrize(
    "sentence",
    [
        "Warga mendesak camat meralat keterangannya.",
        "Camat tidak meralat keterangannya soal tiang yang retak.",
        "Camat menolak menarik ucapannya.",
        "Warga mencabut laporan polisi soal tiang yang retak.",
        "Korban semula dilaporkan dua orang, kemudian bertambah menjadi empat orang.",
        "Mandor semula dilaporkan hilang, kemudian ditemukan di hilir.",
        "Jembatan semula dilaporkan ke dinas, kemudian ditutup.",
        "Camat semula menyebut tiang itu retak.",
        "Ini bukan hanya soal tiang seperti yang dilaporkan sebelumnya.",
        "Angka itu lebih tinggi dari catatan tahun lalu.",
        "Harga semen jauh di bawah klaim iklan.",
        "Polda Kalimas menyebut 12 orang ditahan, sedangkan Polda Lontar menyebut hanya delapan orang.",
        "Camat menyebut 12 tiang retak, sedangkan dinas menyebut 12 tiang.",
        "Dinas menyebut 36 orang tewas, sementara camat menyebut delapan orang tewas dalam banjir di Lontar.",
        "Penjual mencatat 12 pesanan, sedangkan pabrik mencatat delapan pesanan.",
    ],
)
def test_what_stands(sentence: str) -> None:
    assert not rules(sentence)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "Camat menyebut tujuh tiang retak. Dinas kemudian meralat angka itu karena satu tiang dihitung dua kali. Jalan ditutup.",
            "Camat menyebut tujuh tiang retak. Dinas kemudian meralat angka itu karena satu tiang dihitung dua kali.",
        ),
        (
            "Jalan ditutup. Camat Bagus menarik ucapannya. Ia mengakui tiang itu masih utuh. Warga memutar.",
            "Camat Bagus menarik ucapannya. Ia mengakui tiang itu masih utuh.",
        ),
        (
            "Polisi semula menyebut truk itu menabrak tiang. Namun, rekaman menunjukkan truk itu berhenti. Jalan ditutup.",
            "Polisi semula menyebut truk itu menabrak tiang. Namun, rekaman menunjukkan truk itu berhenti.",
        ),
        (
            "Temuan warga berbeda dengan data yang dirilis dinas. Sebelumnya, dinas menyebut tiang itu utuh. Jalan ditutup.",
            "Temuan warga berbeda dengan data yang dirilis dinas. Sebelumnya, dinas menyebut tiang itu utuh.",
        ),
    ],
)
def test_both_are_shown(text: str, passage: str) -> None:
    assert shown(text) == [[passage]]


def test_what_was_said_before_in_another_report_stands_behind() -> None:
    first = 'Jalan ditutup. "Mungkin ada penambang gelap di Rengas," kata Bagus Pranata, Jumat.'
    then = "Jalan dibuka. Camat Bagus Pranata menarik ucapannya soal penambang gelap di Rengas."
    readings = read(first, then, "Warga memutar lewat Lontar.", "Dinas memeriksa tiang jembatan.")
    (dispute,) = find(*readings)
    told, before = words(readings, dispute.evidence)
    assert told.startswith("Camat Bagus Pranata menarik") and before.startswith('"Mungkin ada penambang gelap')
    assert dispute.reports == 1


def test_what_another_said_is_not_what_someone_corrects() -> None:
    first = 'Jalan ditutup. "Mungkin ada penambang gelap di Rengas," kata Bagus Pranata, Jumat.'
    for then in (
        "Jalan dibuka. Camat Wira Sasmita menarik ucapannya soal penambang gelap di Rengas.",
        "Jalan dibuka. Bagus Pranata meluruskan pernyataan Wira Sasmita soal penambang gelap di Rengas.",
        "Jalan dibuka. Bagus Pranata menarik ucapannya soal tarif perahu.",
    ):
        readings = read(first, then, "Warga memutar lewat Lontar.", "Dinas memeriksa tiang jembatan.")
        (dispute,) = find(*readings)
        assert len(dispute.evidence) == 1


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            "Camat menuding mandor memalsukan laporan. Ia juga meminta warga menjauh. Mandor membantah tudingan itu.",
            ["Mandor membantah tudingan itu.", "Camat menuding mandor memalsukan laporan."],
        ),
        (
            "Camat memperingatkan warga agar menjauh. Mandor membantah tudingan itu.",
            ["Mandor membantah tudingan itu."],
        ),
        (
            "Camat menyebut tiang itu dipalsukan. Mandor menolak tudingan itu.",
            ["Camat menyebut tiang itu dipalsukan. Mandor menolak tudingan itu."],
        ),
        (
            "Camat digantikan Bagus Pranata. Dinas membantah pergantian itu terkait jembatan.",
            ["Dinas membantah pergantian itu terkait jembatan."],
        ),
        (
            "Camat menyebut tiang itu utuh. Namun, mandor membantah tiang itu utuh.",
            ["Camat menyebut tiang itu utuh. Namun, mandor membantah tiang itu utuh."],
        ),
        (
            "Koran Lontar memberitakan tiang itu patah. Dinas menyebut laporan itu bohong.",
            ["Koran Lontar memberitakan tiang itu patah. Dinas menyebut laporan itu bohong."],
        ),
        (
            "Camat menyebut mandor memalsukan laporan. Pengacara mandor membantahnya.",
            ["Camat menyebut mandor memalsukan laporan. Pengacara mandor membantahnya."],
        ),
    ],
)
def test_a_denial_stands_with_what_it_denies(text: str, passages: list[str]) -> None:
    assert passages in shown(f"{text} Jalan ditutup.")


@pytest.mark.parametrize("sentence", ["Buruh menolak angka itu.", "Mandor menolak tawaran dinas."])
def test_what_is_refused_is_not_denied(sentence: str) -> None:
    assert DENIED not in rules(sentence)


# What the words of a role tell, and what they keep from being told.
TELLS = {
    **dict.fromkeys(("amends", "own", "content"), CORRECTED),
    **dict.fromkeys(("at-first", "first-told", "turn", "found", "not", "as", "before"), FIRST),
    **dict.fromkeys(("told", "other", "given", "beyond", "count-of", "number"), ODDS),
    **dict.fromkeys(("counts", "against", "leading", "fate", "alike", "says"), COUNTS),
}
KEEPS = {"asked", "grown", "only", "missing", "period"}


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in TELLS], ids=lambda r: f"{r['word']} {r['role']}")
def test_a_row_tells(row: dict[str, str]) -> None:
    assert rules(row["example"]) == [TELLS[row["role"]]]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in KEEPS], ids=lambda r: f"{r['word']} {r['role']}")
def test_a_row_keeps_from_telling(row: dict[str, str]) -> None:
    assert not rules(row["example"])


@pytest.mark.parametrize(
    "row",
    [r for r in ROWS if r["role"] in {*TELLS} - {"content", "leading", "fate", "alike", "says", "turn", "before"}],
    ids=lambda r: f"{r['word']} {r['role']}",
)
def test_another_word_tells_nothing(row: dict[str, str]) -> None:
    other = row["example"].replace(row["word"], "melihat").replace(row["word"].capitalize(), "Melihat")
    assert TELLS[row["role"]] not in rules(other)


DENIAL = "Mandor membantah tudingan itu."
# Of each role of denials the text in which a row stands, and how it is shown.
AROUND = {
    "accusing": ("{} Ia mengatakan jalan rusak. " + DENIAL, [DENIAL, "{}"]),
    "charge": ("Warga menuding mandor lalai. Ia meminta ganti rugi. {}", ["{}", "Warga menuding mandor lalai."]),
    "warning": ("{} " + DENIAL, [DENIAL]),
    "pointed": ("Camat menyebut tiang itu retak. {}", ["Camat menyebut tiang itu retak. {}"]),
    **dict.fromkeys(("attached", "refusing", "turning", "earlier", "refused-count"), ("{}", ["{}"])),
    "refused": ("Camat menyebut tiang itu retak. {}", ["Camat menyebut tiang itu retak. {}"]),
    "goes-on": ("{}", [DENIAL, "Warga menuding mandor merusak jembatan."]),
}


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in AROUND], ids=lambda r: f"{r['word']} {r['role']}")
def test_a_row_shows_what_is_denied(row: dict[str, str]) -> None:
    text, passages = AROUND[row["role"]]
    assert shown(text.format(row["example"])) == [[p.format(row["example"]) for p in passages]]
    other = row["example"].replace(row["word"], "melihat").replace(row["word"].capitalize(), "Melihat")
    assert shown(text.format(other)) != [[p.format(other) for p in passages]]


def test_every_role_is_known() -> None:
    assert {r["role"] for r in ROWS} == {*TELLS, *KEEPS, *AROUND, "reported"}


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "reported"], ids=lambda r: r["word"])
def test_a_row_was_reported(row: dict[str, str]) -> None:
    assert rules(row["example"]) == [FIRST]
    assert FIRST not in rules(row["example"].replace(row["word"], "tiang"))


def test_a_report_without_such_words_is_asked_for_none() -> None:
    (reading,) = read(f"{LEAD}Camat memeriksa tiang.{TAIL}")
    assert amends.find(reading, INDONESIAN.derive(amends.words_of)) == []
