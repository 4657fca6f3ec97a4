"""UCDP GED: its columns, its precisions, its estimates; what is not known stays empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from read_back import hold, read_csv

from runut.exports import ucdp
from runut.lang import Language
from runut.model import Account
from runut.model.periods import read

UNKNOWABLE = (
    *("id", "relid", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_b_dset_id"),
    *("side_b_new_id", "where_coordinates", "latitude", "longitude", "geom_wkt", "priogrid_gid", "event_clarity"),
    *("gwnoa", "gwnob"),
)


def rows(account: Account, language: Language) -> list[dict[str, str]]:
    files = ucdp.lay_out(account, language).render(account)
    hold(account, files["ucdp.spans.csv"])
    made = read_csv(files["ucdp.csv"])
    for row in made:
        check(row)
    return made


def check(row: Mapping[str, str]) -> None:
    """A row against GED's published form."""
    assert tuple(row) == ucdp.COLUMNS
    assert len(row) == 49
    for column in ("date_start", "date_end"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d 00:00:00\.000", row[column])
    assert row["date_start"] <= row["date_end"]
    assert row["year"] == row["date_start"][:4]
    assert row["date_prec"] in "12345"
    assert row["where_prec"] in ("", *"1234567")
    assert (row["country"], row["country_id"], row["region"]) in (("", "", ""), ("Indonesia", "850", "Asia"))
    low, best, high = (int(row[c]) if row[c] else None for c in ("low", "best", "high"))
    known = [n for n in (low, best, high) if n is not None]
    assert known == sorted(known)
    if best is not None:
        assert best == sum(int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown"))
    parallel = [row[c].split(";") for c in ("source_office", "source_date", "source_headline")]
    assert len({len(p) for p in parallel}) == 1
    assert len(re.findall(r'"[^"]*"', row["source_article"])) == len(parallel[0])
    assert not any(row[column] for column in UNKNOWABLE)


def test_disputed_deaths_have_low_and_high_and_no_best(unrest: Account, indonesian: Language) -> None:
    (row,) = rows(unrest, indonesian)
    assert (row["low"], row["best"], row["high"]) == ("2", "", "3")
    assert (row["side_a"], row["side_b"]) == ("polisi", "kelompok bersenjata")
    assert (row["adm_1"], row["adm_2"], row["where_prec"]) == ("Papua province", "Kalimas regency", "1")
    assert (row["date_prec"], row["date_start"]) == ("1", "2031-03-05 00:00:00.000")
    assert "Kapolres Kalimas Damar Wulung" in row["source_original"]
    assert "juru bicara kelompok itu" in row["source_original"]


def test_a_name_with_a_semicolon_stays_one_source(unrest: Account, indonesian: Language) -> None:
    (row,) = rows(unrest, indonesian)
    assert row["source_office"].split(";") == ["Harian Muara", "Warta Lontar", "Kabar, Serunai"]
    assert row["number_of_sources"] == "3"


def test_agreed_deaths_have_a_best_that_is_the_sum_of_its_sides(
    tell: Callable[..., Account], indonesian: Language
) -> None:
    text = "Dua orang tewas dalam serangan kelompok bersenjata di Distrik Randu, Papua, Rabu (5/3/2031)."
    (row,) = rows(tell(text), indonesian)
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("2", "2", "2", "2")


RAID = "Kelompok bersenjata menyerang pos jaga di Distrik Randu, Kabupaten Kalimas, Papua, Rabu (5/3/2031)."


@pytest.mark.parametrize(
    "toll, estimates",
    [
        ("Sedikitnya tujuh penambang tewas.", ("7", "7", "")),
        ("Belasan penambang tewas.", ("11", "", "19")),
        ("Seorang warga tewas.", ("1", "1", "1")),
        ("Serangan itu menewaskan seorang ayah dan anaknya.", ("", "", "")),
    ],
)
def test_what_no_report_disputes_has_a_best_where_a_number_is_told(
    toll: str, estimates: tuple[str, str, str], tell: Callable[..., Account], indonesian: Language
) -> None:
    (row,) = rows(tell(f"{RAID} {toll}"), indonesian)
    assert (row["low"], row["best"], row["high"]) == estimates


def test_a_report_that_gives_the_count_is_a_source(tell: Callable[..., Account], indonesian: Language) -> None:
    account = tell(
        f"{RAID} Lima penambang tewas.",
        {
            "text": "Lima penambang tewas di Distrik Randu, Kabupaten Kalimas. Polisi memburu kelompok itu.",
            "outlet": "Warta Jauh",
        },
    )
    (series,) = (s for s in account.series if s.measure == "killed")
    assert len(series.figures) == 2
    files = ucdp.lay_out(account, indonesian).render(account)
    (row,) = read_csv(files["ucdp.csv"])
    assert (row["source_office"].split(";"), row["number_of_sources"]) == (["Warta 1", "Warta Jauh"], "2")
    cited = {r["article"] for r in hold(account, files["ucdp.spans.csv"]) if r["column"] == "source_office"}
    assert cited == {r.id for r in account.articles}


def test_a_toll_in_no_clause_stands_with_its_sentence(tell: Callable[..., Account], indonesian: Language) -> None:
    account = tell(f"{RAID} Korban tewas tiga orang.")
    files = ucdp.lay_out(account, indonesian).render(account)
    assert "Korban tewas tiga orang." in {
        r["text"] for r in hold(account, files["ucdp.spans.csv"]) if r["column"] == "best"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kontak tembak antara polisi dan kelompok bersenjata terjadi di Distrik Randu, Papua, Rabu (5/3/2031).",
        "Tawuran pelajar di Kota Kalimas, Rabu (5/3/2031), menewaskan dua orang.",
        "Ratusan buruh berunjuk rasa di Kota Kalimas, Rabu (5/3/2031).",
    ],
)
def test_what_killed_nobody_or_is_no_organised_violence_makes_no_row(
    text: str, tell: Callable[..., Account], indonesian: Language
) -> None:
    assert not ucdp.lay_out(tell(text), indonesian).rows


@pytest.mark.parametrize(
    "value, precision",
    [
        ("2031-03-05", 1),
        ("2031-03-05/2031-03-07", 2),
        ("2031-W10", 3),
        ("2031-03", 4),
        ("2031", 5),
    ],
)
def test_date_precision(value: str, precision: int) -> None:
    period = read(value)
    assert period is not None
    assert ucdp.date_precision(period) == precision


def test_the_same_account_gives_the_same_bytes(unrest: Account, indonesian: Language) -> None:
    assert ucdp.lay_out(unrest, indonesian).render(unrest) == ucdp.lay_out(unrest, indonesian).render(unrest)
