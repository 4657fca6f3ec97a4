"""What reports tell in one sentence: that someone denies a claim or rejects a plan, or that something is at odds with what someone said."""

from __future__ import annotations

import pytest
from told import INDONESIAN, read, words

from runut.comparing import clashes, disputes

ROWS = INDONESIAN.table("clash_words")
LEAD = "Jembatan Rengas di Kalimas ditutup sejak kemarin. "
TAIL = " Warga memutar lewat Lontar."


def kinds(sentence: str, lead: str = LEAD) -> list[str]:
    return [c.rule for c in disputes.find(read(f"{lead}{sentence}{TAIL}"), INDONESIAN)]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Dinas Jalan menepis anggapan bahwa jembatan itu retak.", "told-denial"),
        ("Kontraktor membantah memakai semen palsu.", "told-denial"),
        ("Bupati menampik bila warganya diabaikan.", "told-denial"),
        ("Kabar jembatan runtuh itu langsung dibantah oleh camat.", "told-denial"),
        ("Isu penggusuran warga itu ditepis camat.", "told-denial"),
        ("Jumlah tiang yang retak berbeda dengan yang tercatat di dinas.", "told-at-odds"),
        ("Temuan warga bertentangan dengan keterangan kepala dinas.", "told-at-odds"),
        ("Nelayan Lontar menolak keras rencana penutupan jembatan.", "told-rejection"),
        ("Camat mengkritik keputusan bupati soal jembatan.", "told-rejection"),
    ],
)
def test_what_is_denied_or_at_odds(sentence: str, rule: str) -> None:
    readings = read(f"{LEAD}{sentence}{TAIL}")
    (clash,) = disputes.find(readings, INDONESIAN)
    assert clash.rule == rule
    assert words(readings, clash.evidence) == [sentence]
    assert sentence.rstrip(".") in clash.why
    assert (clash.b, bool(clash.english)) == ("", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati tidak membantah kabar jembatan runtuh itu.",
        "Bupati tak pernah menampik anggapan bahwa jembatan itu retak.",
        "Bupati tidak membenarkan maupun membantah kabar itu.",
        "Rapat digelar untuk membantah kabar itu.",
        "Kiper itu menepis tendangan dari jarak dekat.",
        "Tendangan keras penyerang itu ditepis kiper.",
        "“Saya membantah kabar jembatan runtuh itu,” kata bupati.",
        "Cuaca di hulu berbeda dengan cuaca di muara.",
        "Laporan itu tidak berbeda dengan keterangan dinas.",
        "Saat ditanya, bupati membantah.",
        "Nelayan tidak menolak rencana itu.",
        "Nelayan siap untuk menolak rencana itu.",
        "Nelayan menolak makan sejak kemarin.",
        "“Kami menolak rencana itu,” kata nelayan.",
    ],
)
def test_what_is_not(sentence: str) -> None:
    assert not kinds(sentence)


TOLD = {"denied": "told-denial", "at-odds": "told-at-odds", "rejection": "told-rejection"}


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] in TOLD], ids=lambda r: r["word"])
def test_a_row_tells_what_is_at_odds(row: dict[str, str]) -> None:
    assert kinds(f"{row['example']}.") == [TOLD[row["role"]]]
    assert not kinds(f"{row['example'].replace(row['word'], 'melihat')}.")


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["role"] in ("claim", "account", "proposal")], ids=lambda r: r["word"]
)
def test_a_row_names_what_is_at_odds(row: dict[str, str]) -> None:
    assert len(kinds(f"{row['example']}.")) == 1
    assert not kinds(f"{row['example'].replace(row['word'], 'tiang')}.")


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "unsaid"], ids=lambda r: r["word"])
def test_a_row_makes_it_unsaid(row: dict[str, str]) -> None:
    assert not kinds(f"{row['example']}.")
    assert kinds(f"{row['example'].replace(row['word'] + ' ', '')}.") == ["told-denial"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "pointing"], ids=lambda r: r["word"])
def test_what_is_only_pointed_to_is_shown_too(row: dict[str, str]) -> None:
    claim, denial = "Jembatan Rengas disebut runtuh.", f"{row['example']}."
    readings = read(f"{claim} {denial}{TAIL}")
    (clash,) = disputes.find(readings, INDONESIAN)
    assert words(readings, clash.evidence) == [f"{claim} {denial}"]
    other = read(f"{claim} {denial.replace(row['word'], 'jembatan runtuh')}{TAIL}")
    (clash,) = disputes.find(other, INDONESIAN)
    assert words(other, clash.evidence) == [denial.replace(row["word"], "jembatan runtuh")]


def test_one_denial_of_two_reports_is_told_once() -> None:
    readings = read(
        f"{LEAD}Kepala dinas menepis kabar bahwa jembatan Rengas itu runtuh kemarin.{TAIL}",
        f"Sore tadi kepala dinas juga menepis kabar bahwa jembatan Rengas runtuh.{TAIL}",
    )
    (clash,) = disputes.find(readings, INDONESIAN)
    assert len(clash.evidence) == 2


def test_a_denial_that_has_its_claim_is_told_with_it_alone() -> None:
    claim = "Walhi Kalimas menyebut limbah pabrik gula mencemari sungai Rengas."
    denial = "PT Gula Lontar membantah bahwa limbah pabrik gula mencemari sungai Rengas."
    found = clashes.find(read(f"{claim} Warga resah.", f"{denial} Warga resah."), (), (), INDONESIAN)
    assert [c.rule for c in found] == ["denied-claim"]


def test_hostile_repetition_is_quick() -> None:
    (reading,) = read("membantah " * 3000 + "kabar itu.")
    assert len(list(disputes.find((reading,), INDONESIAN))) <= 1
