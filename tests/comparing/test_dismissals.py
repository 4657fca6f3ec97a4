"""Who lost an office: what reports tell of dismissals, and what they do not. All people are invented."""

from __future__ import annotations

import pytest
import told

from runut import lang
from runut.comparing import entities

INDONESIAN = lang.load("id")
USES = ("dismisses", "out-of", "post", "own-post", "once")
STANDS = ("out-of", "once")  # the example tells of no office that is lost


def former(*bodies: str) -> set[str]:
    """The offices that Rini Wijayanti has no more."""
    found = entities.join(told.read(*bodies), INDONESIAN)
    return {h.role for e in found if e.name == "Rini Wijayanti" for h in e.held if h.former}


@pytest.mark.parametrize(
    "row", [r for r in INDONESIAN.table("link_words") if r["use"] in USES], ids=lambda r: r["word"]
)
def test_rows_of_dismissals_do_what_their_examples_say(row: dict[str, str]) -> None:
    assert former(row["example"]) == (set() if row["use"] in STANDS else {"Bupati Garut"})


@pytest.mark.parametrize(
    "text",
    [
        "Warga meminta Gubernur mencopot Bupati Garut Rini Wijayanti.",
        "Bupati Garut Rini Wijayanti tidak dicopot dari jabatannya.",
        "Bupati Garut Rini Wijayanti dipecat dari Partai Lontar kemarin.",
        "Bupati Garut Rini Wijayanti mencopot kepala dinas itu kemarin.",
        "Bupati Garut Rini Wijayanti dicopot dari jabatan Ketua Komisi Pangan kemarin.",
        "Ajudan Rini Wijayanti dipecat kemarin. Bupati Garut Rini Wijayanti hadir.",
    ],
)
def test_who_is_not_dismissed_keeps_the_office(text: str) -> None:
    assert "Bupati Garut" not in former(text)
