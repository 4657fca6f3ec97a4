"""The dead of two groups told in one sentence: neither count is the toll."""

from __future__ import annotations

import pytest

import runut


def dead(*texts: str) -> list[str]:
    reports = [{"text": f"LONTAR - {words}", "outlet": f"Warta {n}"} for n, words in enumerate(texts, 1)]
    return [line.text for line in runut.account(reports).brief if line.text.startswith("Korban tewas")]


@pytest.mark.parametrize("one", ["seorang", "satu"])
def test_the_dead_of_two_groups_are_told_together(one: str) -> None:
    words = f"Dua petani dan {one} guru tewas dalam longsor di Desa Sirih, Minggu (1/6/2025)."
    (line,) = dead(words)
    assert line.startswith("Korban tewas: 2 petani dan 1 guru, per 1/6/2025")
    (line,) = dead(words, "Tiga orang tewas dalam longsor di Desa Sirih, Minggu (1/6/2025).")
    assert line.startswith("Korban tewas: 3 orang")


def test_all_groups_of_a_sentence_are_told() -> None:
    (line,) = dead("Longsor menewaskan tiga petani, dua guru, dan seorang polisi di Desa Sirih, Minggu (1/6/2025).")
    assert line.startswith("Korban tewas: 3 petani, 2 guru dan 1 polisi, per 1/6/2025")
    (line,) = dead("Kami sebut delapan orang tewas, yang betul 12 orang, Minggu (1/6/2025).")
    assert line.startswith("Korban tewas: 12 orang")


def test_the_hurt_beside_the_dead_are_no_group_of_them() -> None:
    (line,) = dead("Enam warga luka-luka dan seorang guru tewas dalam longsor di Desa Sirih, Minggu (1/6/2025).")
    assert line.startswith("Korban tewas: 1 guru")
    (line,) = dead(
        "Dua petani tewas pada pagi itu setelah hujan semalam, lalu lima guru tewas di Desa Sirih, Minggu (1/6/2025)."
    )
    assert line.startswith("Korban tewas: 5 guru")
