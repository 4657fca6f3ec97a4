"""What one report alleges and another denies."""

from __future__ import annotations

import pytest
from told import DAY, INDONESIAN

import runut
from runut.model import Account

DENIED = "Kapolres Lontar Rudi Wijaya mengatakan 12 penambang emas itu tidak pernah disandera."
ALLEGED = "Kelompok Rato Wenda diduga menyandera 12 penambang emas di Desa Sirih."
TAIL = " Warga Lontar menunggu kabar di balai desa sejak pagi."
ROWS = INDONESIAN.table("clash_words")


def account(*texts: str) -> Account:
    return runut.account(
        [{"text": f"LONTAR - {text}{TAIL}", "outlet": f"Warta {n}", "published": DAY} for n, text in enumerate(texts)]
    )


def passages(*texts: str) -> list[list[str | None]]:
    return [[p.text for p in d.evidence] for d in account(*texts).disputes if d.rule == "denied-elsewhere"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_denial_and_the_claim_of_another_report(order: int) -> None:
    told = account(*(DENIED, ALLEGED)[::order])
    (dispute,) = told.disputes
    assert (dispute.kind, dispute.rule, dispute.reports) == ("denial", "denied-elsewhere", 2)
    assert [p.text for p in dispute.evidence] == [DENIED, ALLEGED]
    (line,) = (line.text for line in told.brief if line.rule == "dispute-denial")
    assert DENIED.rstrip(".") in line
    assert ALLEGED.rstrip(".") in line
    assert runut.verify(told, reread=False) == ()


@pytest.mark.parametrize(
    "claim",
    [
        "Kelompok Rato Wenda diduga menyandera tiga guru di Desa Sirih.",  # others
        "Kelompok Rato Wenda diduga tidak menyandera 12 penambang emas.",  # denied as well
        "Sebanyak 12 penambang emas dilaporkan pulang ke Desa Sirih.",  # another deed
        "Sebanyak 12 penambang emas ditolong nelayan di Desa Sirih.",  # nothing is alleged
    ],
)
def test_no_claim_of_what_is_denied(claim: str) -> None:
    assert not passages(DENIED, claim)


def test_what_has_not_been_done_yet_is_no_denial() -> None:
    assert not passages(
        "Sampai pagi, 12 tersangka belum ditahan polisi.", "Sebanyak 12 tersangka dikabarkan ditahan polisi."
    )


@pytest.mark.parametrize("row", [r for r in ROWS if r["role"] == "alleging"], ids=lambda r: r["word"])
def test_a_row_opens_a_claim(row: dict[str, str]) -> None:
    denial = "Kapolres Lontar Rudi Wijaya mengatakan para pekerja itu tidak pernah disandera."
    assert passages(denial, row["example"])
    assert not passages(denial, row["example"].replace(f"{row['word']} ", ""))
