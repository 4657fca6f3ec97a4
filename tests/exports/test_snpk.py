"""SNPK: its columns, codes and derived flags; what is not known stays empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from read_back import hold, read_csv

from runut.exports import snpk
from runut.lang import Language
from runut.model import Account


def rows(account: Account, language: Language) -> list[dict[str, str]]:
    files = snpk.lay_out(account, language).render(account)
    hold(account, files["snpk.spans.csv"])
    made = read_csv(files["snpk.csv"])
    for row in made:
        check(row)
    return made


def check(row: Mapping[str, str]) -> None:
    """A row against the published tables and the rules of their flags."""
    assert tuple(row) == snpk.COLUMNS
    assert len(row) == 100
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", row["tanggal_kejadian"])
    assert day
    assert row["tahun"] == day[3]
    assert int(row["bulan"]) == int(day[2])
    assert int(row["quarter"]) == (int(day[2]) + 2) // 3
    for side in ("1", "2"):
        assert row[f"actor_s{side}_tp"] in ("", *map(str, range(20)))
        assert row[f"weapon_{side}"] in ("", *map(str, range(9)))
        assert row[f"ben_kek{side}"] in ("", *map(str, range(15)))
    assert len(row["insd_desc"]) <= 244
    for flag, least in (("death1", 1), ("death3", 3), ("death5", 5), ("death10", 10)):
        assert row[flag] == (str(int(int(row["kil_total"]) >= least)) if row["kil_total"] else "")
    weapons = {row["weapon_1"], row["weapon_2"]} - {""}
    for flag, code in (("wpnexpl", "6"), ("wpnshrp", "4"), ("wpnblunt", "3"), ("wpnfire", "8")):
        assert (row[flag] == "1") == (code in weapons)
    assert not row["idkejadian"] and not row["kodebpsprop"] and not row["jenis_kek"]


def test_a_clash_in_a_village(unrest: Account, indonesian: Language) -> None:
    clash, demonstration = rows(unrest, indonesian)
    assert (clash["provinsi"], clash["kabupaten"], clash["kecamatan1"], clash["desa1"]) == (
        "PAPUA",
        "KALIMAS",
        "RANDU",
        "Sukamaju",
    )
    assert (clash["ben_kek1"], clash["twowayformconf"], clash["onewayformconf"]) == ("6", "1", "0")
    assert clash["actor_s1_tp"] == "15"
    assert (clash["kil_total"], clash["death1"]) == ("", "")
    assert (demonstration["ben_kek1"], demonstration["actor_s1_tp"], demonstration["actcountstudents"]) == (
        "3",
        "18",
        "1",
    )
    assert (demonstration["onewayformconf"], demonstration["twowayformconf"]) == ("0", "0")
    assert {clash["s1"], clash["s2"]} <= {"Warta Lontar", "Harian Muara", "Kabar; Serunai"}


def test_a_stabbing_has_its_weapon_and_its_dead(tell: Callable[..., Account], indonesian: Language) -> None:
    (row,) = rows(tell("Dua pedagang tewas ditusuk di Pasar Randu, Kota Kalimas, Rabu (5/3/2031)."), indonesian)
    assert (row["weapon_1"], row["wpnshrp"], row["weapon"], row["ben_kek1"]) == ("4", "1", "1", "11")
    assert (row["kil_total"], row["death1"], row["death3"]) == ("2", "1", "0")
    assert row["kabupaten"] == "KOTA KALIMAS"


def test_a_long_description_is_cut_at_a_word(tell: Callable[..., Account], indonesian: Language) -> None:
    texts = [
        f"Bentrokan pecah di Kota Kalimas, Rabu (5/3/2031). Sebanyak {n} warga Kampung Sukamaju terluka dalam bentrokan itu."
        for n in range(11, 19)
    ]
    (row,) = rows(tell(*texts), indonesian)
    assert row["insd_desc"].endswith("…")
    assert len(row["insd_desc"]) > 200


def test_the_same_account_gives_the_same_bytes(unrest: Account, indonesian: Language) -> None:
    assert snpk.lay_out(unrest, indonesian).render(unrest) == snpk.lay_out(unrest, indonesian).render(unrest)
