"""One happening of which two reports tell another hour."""

from __future__ import annotations

import pytest
from told import DAY, INDONESIAN

import runut
from runut.model import Account

FIRST = "Gudang pupuk di Lontar meledak pukul 05.30 WITA."
SECOND = "Ledakan itu terjadi sekitar pukul 06.15 WITA."
LEAD = "LONTAR - Warga Desa Sirih di Lontar resah sejak kemarin. "
TAIL = " Warga menunggu kabar di balai desa."


def account(*sentences: str) -> Account:
    return runut.account(
        [
            {"text": f"{LEAD}{sentence}{TAIL}{' Camat pulang.' * n}", "outlet": f"Warta {n}", "published": DAY}
            for n, sentence in enumerate(sentences)
        ]
    )


def told(*sentences: str) -> list[list[str | None]]:
    return [[p.text for p in c.evidence] for c in account(*sentences).checks if c.kind == "hour-differs"]


def test_two_hours_of_one_happening() -> None:
    whole = account(FIRST, SECOND)
    (check,) = whole.checks
    assert (check.kind, check.rule, check.figures) == ("hour-differs", "check:hour-differs", ())
    assert check.why == "pukul 05.30 atau 06.15 untuk kejadian yang sama"
    assert [p.text for p in check.evidence] == [FIRST, SECOND]
    (line,) = (line.text for line in whole.brief if line.rule == "check-hour-differs")
    assert line.startswith("Jam berbeda, pukul 05.30 atau 06.15 untuk kejadian yang sama: ")
    assert FIRST in line
    assert SECOND in line
    assert runut.verify(whole, reread=False) == ()
    assert told(SECOND, FIRST) == [[FIRST, SECOND]]


@pytest.mark.parametrize(
    "other",
    [
        "Ledakan itu terjadi pukul 05.35 WITA.",  # roughly the same
        "Ledakan itu terjadi pukul 04.30 WIB.",  # by another clock
        "Ledakan itu terjadi pukul 06.30.",  # by another clock, perhaps
        "Ledakan itu terjadi pukul 14.15 WITA.",  # another one
        "Kebakaran toko terjadi pukul 06.15 WITA.",  # another deed
        "Ledakan itu tidak terjadi pukul 06.15 WITA.",  # denied
        "Ledakan terjadi pukul 06.15 WITA. Ledakan terjadi pukul 07.15 WITA.",  # of several
        "Petugas datang pukul 06.15 WITA.",
    ],
)
def test_no_other_hour(other: str) -> None:
    assert not told(FIRST, other)


def test_a_zone_makes_hours_comparable() -> None:
    assert told(FIRST, "Ledakan itu terjadi pukul 05.15 WIB.")


@pytest.mark.parametrize("row", INDONESIAN.table("hour_words"), ids=lambda r: r["word"])
def test_a_row_keeps_an_hour_from_being_that_of_the_beginning(row: dict[str, str]) -> None:
    assert row["word"] in row["example"].lower()
    assert not told(FIRST.replace("WITA", "WIB"), row["example"])
    bare = "Ledakan terjadi pukul 09.10 WIB."
    assert not told(FIRST.replace("WITA", "WIB"), bare)  # too far
    near = row["example"].replace("09.10", "06.10")
    assert not told(FIRST.replace("WITA", "WIB"), near)
    assert told(FIRST.replace("WITA", "WIB"), bare.replace("09.10", "06.10"))
