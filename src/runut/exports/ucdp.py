"""UCDP GED: an account's deadly violence as rows in GED's columns, for a coder to complete.

Source of columns, order and precisions: the UCDP GED Codebook. Ids of conflicts, dyads and sides, the type of violence and coordinates
are UCDP's to give, and empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from runut.exports.cited import Cited, Sheet
from runut.exports.coding import Coder, Count
from runut.exports.deeds import VIOLENCE
from runut.exports.gazetteer import CITY, DISTRICT, PROVINCE, REGENCY, SPOT, TOWN, VILLAGE
from runut.exports.gazetteer import COUNTRY as ABROAD
from runut.exports.incidents import Incident
from runut.lang import Language
from runut.model import Account
from runut.model.periods import WEEK, Period

NAME = "ucdp"
TYPES = ("ASSAULT",)
_COLUMNS = """
id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id
dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article
source_office source_date source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude
longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b
deaths_civilians deaths_unknown best high low gwnoa gwnob
"""
COLUMNS = tuple(_COLUMNS.split())
COUNTRY, COUNTRY_ID, REGION = "Indonesia", 850, "Asia"
WHERE = {SPOT: 1, VILLAGE: 1, DISTRICT: 3, REGENCY: 3, CITY: 3, TOWN: 3, PROVINCE: 4, ABROAD: 6}
MOST_OF_A_MONTH = 31
COUNTED = ("killed",)
RIOTS = "Riots"


def lay_out(account: Account, language: Language) -> Sheet:
    """The rows, the spans behind each cell, and what makes no row."""
    coder = Coder(account, language, TYPES)
    rows: list[Mapping[str, Cited]] = []
    kept = []
    for incident in coder.incidents:
        count = coder.count(incident, "killed", NAME)
        if VIOLENCE not in incident.kinds:
            coder.drop(incident, "no violence")
        elif RIOTS in coder.deed(incident, "acled"):
            coder.drop(incident, "a riot or a mob is no organised actor")
        elif not any((count.low, count.best, count.high)) and not count.places:
            coder.drop(incident, "no death is counted in it")
        else:
            rows.append(_row(coder, incident, count))
            kept.append(incident)
    coder.leave_figures("injured", "injured is not recorded by this form", kept)
    return Sheet(NAME, COLUMNS, tuple(rows), coder.left(rows))


def date_precision(period: Period) -> int:
    """1 for a day, 2 for two to six, 3 for a week, 4 for a month or part of one, 5 for more."""
    days = (period.last - period.first).days + 1
    if days == 1:
        return 1
    if days < WEEK:
        return 2
    return 3 if days == WEEK else 4 if days <= MOST_OF_A_MONTH else 5


def _row(coder: Coder, i: Incident, count: Count) -> dict[str, Cited]:
    location = coder.location(i)
    one, other = coder.sides(i)
    articles = coder.articles(i, COUNTED)
    reports = coder.reports(articles)
    originals = coder.originals(i)
    here = location.indonesian

    def sourced(value: str | int, rule: str) -> Cited:
        return coder.sourced(i, value, rule, articles, COUNTED)

    cells: dict[str, Cited | None] = {
        "year": coder.day(i, i.period.first.year, "first day told"),
        "side_a": Cited(one.name, "as told", one.places) if one else None,
        "side_b": Cited(other.name, "as told", other.places) if other else None,
        "number_of_sources": sourced(coder.independent(articles), "independent reports"),
        "source_article": sourced(
            ";".join(f'"{",".join(map(_plain, r))}"' for r in reports), "the reports that tell it"
        ),
        "source_office": sourced(";".join(_plain(r[0]) for r in reports), "the outlets of these reports"),
        "source_date": sourced(";".join(r[1] for r in reports), "the days of these reports"),
        "source_headline": sourced(";".join(_plain(r[2]) for r in reports), "the headlines of these reports"),
        "source_original": Cited(
            "; ".join(map(_plain, originals)),
            "whom the reports name for the counts",
            tuple(p for at in originals.values() for p in at),
        )
        if originals
        else None,
        "where_prec": coder.place(i, _where(location.finest, location.near), "by what the place told is"),
        "where_description": coder.place(i, " ".join((i.place or "").split()) or None, "place as told"),
        "adm_1": coder.place(i, f"{location.province} province" if location.province else None, "province told"),
        "adm_2": coder.place(i, _second(location.regency, location.city), "regency or city told"),
        "country": coder.place(i, COUNTRY, "a place of Indonesia") if here else None,
        "country_id": coder.place(i, COUNTRY_ID, "a place of Indonesia") if here else None,
        "region": coder.place(i, REGION, "a place of Indonesia") if here else None,
        "date_prec": coder.day(i, date_precision(i.period), f"{i.period.unit} told"),
        "date_start": coder.day(i, f"{i.period.first} 00:00:00.000", "first day told"),
        "date_end": coder.day(i, f"{i.period.last} 00:00:00.000", "last day told"),
        **_deaths(count),
    }
    return coder.signed(cells)


def _deaths(count: Count) -> dict[str, Cited]:
    """The estimates; all of the dead stand under unknown, for which side they were of is the coder's to judge."""
    low, best, high = (None if v is None else int(v) for v in (count.low, count.best, count.high))
    cells = {
        name: Cited(value, count.rule, count.places) for name, value in (("low", low), ("best", best), ("high", high))
    }
    if best is not None:
        nobody = "which side the dead were of is not decided here"
        cells |= {f"deaths_{side}": Cited(0, nobody) for side in ("a", "b", "civilians")}
        cells["deaths_unknown"] = Cited(best, nobody, count.places)
    return cells


def _where(finest: str | None, near: bool) -> int | None:
    return 2 if finest and near else WHERE.get(finest or "")


def _second(regency: str | None, city: str | None) -> str | None:
    return f"{regency} regency" if regency else f"Kota {city}" if city else None


def _plain(text: str) -> str:
    """A text without the signs by which a cell of several is told apart."""
    return text.replace('"', "'").replace(";", ",")
