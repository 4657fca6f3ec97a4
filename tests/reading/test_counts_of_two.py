"""Counts that one sentence has by two sources: each is given to its own, and none to somebody else."""

from __future__ import annotations

import pytest

import runut
from runut.model import Reading


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        (
            "Data polisi mencatat lima orang tewas, sedangkan BPBD Lontar mencatat tujuh orang tewas.",
            ["polisi", "BPBD Lontar"],
        ),
        (
            "Menurut data polisi, lima orang tewas, sementara BPBD Lontar mencatat tujuh orang tewas.",
            ["polisi", "BPBD Lontar"],
        ),
        (
            "Polisi menyebut lima orang tewas, sedangkan menurut BPBD Lontar, tujuh orang tewas.",
            ["Polisi", "BPBD Lontar"],
        ),
        # one source for both, and another's count whose source has no name
        ("Menurut data polisi, lima orang tewas, sementara tujuh orang luka-luka.", ["polisi", "polisi"]),
        (
            "Kepala BPBD Lontar Sinta Marbun mengatakan tujuh orang tewas. "
            "Angka itu berbeda dengan data kepolisian yang menyebut lima orang tewas.",
            ["Kepala BPBD Lontar Sinta Marbun", None],
        ),
    ],
)
def test_each_count_has_its_own_source(words: str, sources: list[str | None]) -> None:
    reading = runut.read({"text": f"LONTAR - Longsor melanda Desa Sirih pada Kamis. {words} Hujan masih turun."})
    assert isinstance(reading, Reading)
    assert [f.speaker for f in reading.figures] == sources
