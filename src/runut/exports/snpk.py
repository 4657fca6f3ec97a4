"""SNPK: an account's violence and demonstrations as rows in the columns of Indonesia's violence monitoring, for a coder to complete.

Source of columns, codes and derived flags: the public SNPK tables and their definitions. Codes of places, ids and issues, and the
outcome of interventions, are SNPK's to give, and empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from runut.exports.cited import Cited, Sheet
from runut.exports.coding import LATEST, Coder, Count, Number, Side
from runut.exports.incidents import Incident
from runut.lang import Language
from runut.model import Account

NAME = "snpk"
TYPES = ("ASSAULT", "PROTEST", "CRIME")
_COLUMNS = """
area tanggal_kejadian tahun bulan quarter idkejadian kodebpsprop provinsi kodebpskab kabupaten kodebpskec1 kecamatan1
kodebpskec2 kecamatan2 desa1 desa2 desa3 actor_s1_tp actor_s1_tp_o actor_s1_tot actor_s2_tp actor_s2_tp_o actor_s2_tot int1 int2
int1_res int2_res int1_o int2_o int1_res_o int2_res_o kil_total kil_f inj_total inj_f kidnap_tot kid_f sex_as_tot sex_f
build_dmg_total bdg_des oth_impact weapon_1 weapon_2 weapon_oth jenis_kek isu_indv tp_kek1_new tp_kek1_o ben_kek1 ben_kek1_o
ben_kek2 ben_kek2_o meta_tp_kek1_new insd_desc create last_update full_coverage s1 s2 s3 s4 s5 s6 s7 s8 weapon wpnfarm
wpnfarmman wpnfarmhmde wpnexpl wpnshrp wpnblunt wpnfire intervention intvnrsecforfrml intvnrtni intvnrpol intvnrbrimob intvnrcvln
intvntnressucces intvntnviolup actcountrelormas actcountparpol actcountseprtst actcountgov actcountstudents secvssec
onewayformconf twowayformconf death1 death3 death5 death10 largeinc evperiod pevperiod preevperiod ev2period pev2period
"""
COLUMNS = tuple(_COLUMNS.split())
ACTOR = {
    "residents": 4,
    "civilians": 4,
    "government": 5,
    "ngo": 8,
    "company": 9,
    "party": 10,
    "religious": 11,
    "workers": 12,
    "mass-organisation": 13,
    "army": 14,
    "police": 15,
    "mobile-brigade": 16,
    "separatist": 17,
    "students": 18,
    "forces": 19,
}
SECURITY = frozenset([14, 15, 16, 19])
FLAGS = {
    "actcountrelormas": frozenset([11, 13]),
    "actcountparpol": frozenset([10]),
    "actcountseprtst": frozenset([17]),
    "actcountgov": frozenset([5, 6]),
    "actcountstudents": frozenset([18]),
}
EXPLOSIVE, SHARP, BLUNT, FIRE = 6, 4, 3, 8
WEAPONS = {"wpnexpl": EXPLOSIVE, "wpnshrp": SHARP, "wpnblunt": BLUNT, "wpnfire": FIRE}
# Forms of violence that one side does to another, and that two sides do to each other.
ONE_WAY, TWO_WAY = frozenset([4, 5, *range(8, 15)]), frozenset([6, 7])
DEATHS = {"death1": 1, "death3": 3, "death5": 5, "death10": 10}
LONGEST = 244
SOURCES = 8


def lay_out(account: Account, language: Language) -> Sheet:
    """The rows, the spans behind each cell, and what makes no row."""
    coder = Coder(account, language, TYPES)
    rows: list[Mapping[str, Cited]] = []
    for incident in coder.incidents:
        if coder.location(incident).abroad:
            coder.drop(incident, "its place is not in Indonesia")
        elif incident.period.unit == "day":
            rows.append(_row(coder, incident))
        else:
            coder.drop(incident, "no single day is told")
    return Sheet(NAME, COLUMNS, tuple(rows), coder.left(rows))


def _row(coder: Coder, i: Incident) -> dict[str, Cited]:
    day = i.period.first
    location = coder.location(i)
    sides = coder.sides(i)
    killed, injured = coder.count(i, "killed", LATEST), coder.count(i, "injured", LATEST)
    regency = f"KOTA {location.city}" if location.city else location.regency
    cells: dict[str, Cited | None] = {
        "tanggal_kejadian": coder.day(i, f"{day:%d/%m/%Y}", "day told"),
        "tahun": coder.day(i, day.year, "day told"),
        "bulan": coder.day(i, day.month, "day told"),
        "quarter": coder.day(i, (day.month + 2) // 3, "day told"),
        "provinsi": coder.place(i, _upper(location.province), "province told"),
        "kabupaten": coder.place(i, _upper(regency), "regency or city told"),
        "kecamatan1": coder.place(i, _upper(location.district), "district told"),
        "desa1": coder.place(i, location.village, "village told"),
        **_actors(sides),
        "kil_total": _total(killed),
        "inj_total": _total(injured),
        **_forms(coder, i),
        **_weapons(coder, i),
        "insd_desc": coder.written(i, _description(coder, i)),
        **{
            f"s{n}": coder.sourced(i, outlet, "outlet that tells it", articles)
            for n, (outlet, articles) in enumerate(list(coder.outlets(coder.articles(i)).items())[:SOURCES], 1)
        },
    }
    total = cells["kil_total"]
    if total and isinstance(total.value, int):
        for flag, least in DEATHS.items():
            cells[flag] = Cited(int(total.value >= least), f"kil_total of {least} or more", total.places)
    return coder.signed(cells)


def _actors(sides: tuple[Side | None, Side | None]) -> dict[str, Cited | None]:
    cells: dict[str, Cited | None] = {}
    codes: list[tuple[int, Side]] = []
    for number, side in enumerate(sides, 1):
        code = ACTOR.get(side.kind) if side else None
        if side and code:
            cells[f"actor_s{number}_tp"] = Cited(code, f"the table of actors: {side.kind}", side.places)
            codes.append((code, side))
    for flag, wanted in FLAGS.items():
        for code, side in codes:
            if code in wanted:
                cells[flag] = Cited(1, f"an actor of type {code}", side.places)
    if len(codes) == 2:
        both = all(code in SECURITY for code, _ in codes)
        cells["secvssec"] = Cited(
            int(both), "the types of the two actors", tuple(p for _, side in codes for p in side.places)
        )
    return cells


def _forms(coder: Coder, i: Incident) -> dict[str, Cited | None]:
    """The forms of violence that most clauses tell, two at most, and which ways they go."""
    told = coder.deed(i, "snpk")
    ordered = sorted(told.items(), key=lambda kv: (-len(kv[1]), int(kv[0])))[:2]
    cells: dict[str, Cited | None] = {
        f"ben_kek{n}": Cited(int(form), "the deed's words", events) for n, (form, events) in enumerate(ordered, 1)
    }
    for flag, ways in (("onewayformconf", ONE_WAY), ("twowayformconf", TWO_WAY)):
        events = [e for form, told_by in ordered if int(form) in ways for e in told_by]
        if ordered:
            cells[flag] = Cited(int(bool(events)), "the forms of violence", tuple(events))
    return cells


def _weapons(coder: Coder, i: Incident) -> dict[str, Cited | None]:
    told = sorted(coder.deed(i, "weapon").items(), key=lambda kv: int(kv[0]))[:2]
    cells: dict[str, Cited | None] = {
        f"weapon_{n}": Cited(int(weapon), "the deed's words", events) for n, (weapon, events) in enumerate(told, 1)
    }
    for weapon, events in told:
        cells["weapon"] = Cited(1, "a weapon is told", events)
        for flag, code in WEAPONS.items():
            if code == int(weapon):
                cells[flag] = Cited(1, f"weapon {code}", events)
    return cells


def _total(count: Count) -> Cited:
    """One number: the best, else the least; where no report of it counts any, 0 as SNPK has it."""
    if count.none_told:
        return Cited(0, "SNPK: not stated is 0")
    value: Number = count.low if count.best is None and count.low == count.high else count.best
    if value is None and count.low is not None and count.high is None:
        value = count.low
    return Cited(None if value is None else int(value), count.rule, count.places)


def _description(coder: Coder, i: Incident) -> str:
    day = i.period.first
    text = f"{day.day}/{day.month}. {coder.deed_words(i)}" + (f" di {' '.join(i.place.split())}" if i.place else "")
    told = [words for measure in ("killed", "injured") for words, _ in coder.counts_in_words(i, measure)]
    return _cut(". ".join([text, *told]) + ".", LONGEST)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0] + "…"


def _upper(text: str | None) -> str | None:
    return text.upper() if text else None
