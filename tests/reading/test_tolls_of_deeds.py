"""Who claims a deed, or blames another for it, is no source of its toll; whoever tells of a mishap is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import runut
from runut.lang import Language, load

INDONESIAN = load("id")


def speakers(words: str, languages: Mapping[str, Language]) -> set[str | None]:
    found = runut.read({"text": words, "title": "Laporan", "outlet": "Warta Tabayo"}, using=languages).figures
    return {f.speaker for f in found}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Kelompok Randu mengaku berada di balik serangan yang menewaskan 60 orang dan melukai 145 lainnya.", None),
        ("Kementerian Randu menyebut Lontar bertanggung jawab atas serangan yang membunuh 500 orang itu.", None),
        ("Polisi mengatakan ledakan yang menewaskan 12 orang itu terjadi pada pagi hari.", "Polisi"),
        ("Kelompok Randu mengaku menewaskan 60 tentara.", "Kelompok Randu"),
    ],
)
def test_the_toll_of_a_deed(words: str, source: str | None, languages: Mapping[str, Language]) -> None:
    assert speakers(words, languages) == {source}


@pytest.mark.parametrize(
    "row",
    [dict(r) for r in INDONESIAN.table("figure_words") if r["role"] in ("claims-deed", "blames")],
    ids=lambda r: r["word"],
)
def test_each_row_tells_a_deed(row: dict[str, str], languages: Mapping[str, Language]) -> None:
    assert speakers(row["example"], languages) == {None}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Menurut penelusuran kabar-randu.com, di Posko Kalimas sudah ada 37 korban hilang.", "kabar-randu.com"),
        ("Mengutip website Dinas Sosial Randu, sebanyak 41 warga meninggal.", "Dinas Sosial Randu"),
        ("Menurut data sementara BPBD Randu sampai Minggu sore, 41 warga meninggal.", "BPBD Randu"),
    ],
)
def test_a_source_without_its_paper_and_day(words: str, source: str, languages: Mapping[str, Language]) -> None:
    assert speakers(words, languages) == {source}
