"""ACLED: an account's violence and demonstrations as rows in ACLED's columns (layout since March 2023), for a coder to complete.

Source of columns, order, hierarchy and rules: the ACLED Codebook. What needs ACLED's own lists (its names of actors, event ids,
coordinates) is empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from runut.exports.cited import Cited, Sheet
from runut.exports.coding import STATE, Coder, Count, Number, Side
from runut.exports.deeds import VIOLENCE
from runut.exports.gazetteer import CITY, DISTRICT, PROVINCE, REGENCY, SPOT, VILLAGE
from runut.exports.gazetteer import COUNTRY as ABROAD
from runut.exports.incidents import Incident
from runut.lang import Language
from runut.model import Account
from runut.model.periods import WEEK, Period

NAME = "acled"
TYPES = ("ASSAULT", "PROTEST")
_COLUMNS = """
event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
geo_precision source source_scale notes fatalities tags timestamp
"""
COLUMNS = tuple(_COLUMNS.split())
BATTLES, PROTESTS, RIOTS = "Battles", "Protests", "Riots"
EXPLOSIONS, AGAINST_CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
# Of several types told of one row the first stands; a protest that turns violent is a riot.
HIERARCHY = (BATTLES, RIOTS, PROTESTS, EXPLOSIONS, AGAINST_CIVILIANS)
POLITICAL, DEMONSTRATIONS = "Political violence", "Demonstrations"
MOB, VIOLENT_DEMONSTRATION = "Mob violence", "Violent demonstration"
# The names of those in a demonstration, and their type; whose demonstration it is stands beside as associated actor.
CROWDS = {PROTESTS: "Protesters", RIOTS: "Rioters"}
INTER = {
    "police": "State forces",
    "mobile-brigade": "State forces",
    "army": "State forces",
    "forces": "State forces",
    "separatist": "Rebel group",
    "civilians": "Civilians",
}
ORDER = ("State forces", "Rebel group", "Rioters", "Protesters", "Civilians")
# The kinds of actors that fight and that do not, and the deeds (words of the table) by which one does it to another.
ARMED = frozenset(["separatist", "armed-group"])
UNARMED = frozenset(["civilians", "residents", "students", "workers", "religious"])
FOUGHT = frozenset(["serang", "serbu", "tembak", "bunuh", "bantai", "aniaya", "siksa", "panah", "bacok", "gempur"])
COUNTRY, ISO, REGION = "Indonesia", 360, "Southeast Asia"
# A stretch of more days than this is no week, of more than that no month.
MOST_DAYS, MOST_OF_A_MONTH = WEEK, 31
TIME_PRECISION = {"day": 1, "days": 2, "week": 2, "month": 3}


def lay_out(account: Account, language: Language) -> Sheet:
    """The rows, the spans behind each cell, and what makes no row."""
    coder = Coder(account, language, TYPES)
    rows: list[Mapping[str, Cited]] = []
    for incident in coder.incidents:
        if time_precision(incident.period) is None:
            coder.drop(incident, "its day is told no closer than a month")
        elif coder.location(incident).finest == ABROAD:
            coder.drop(incident, "its place is told no closer than a country")
        else:
            rows.append(_row(coder, incident))
    return Sheet(NAME, COLUMNS, tuple(rows), coder.left(rows))


def time_precision(period: Period) -> int | None:
    """1 for a day, 2 for a week or part of one, 3 for a month or part of one; None for more."""
    days = (period.last - period.first).days + 1
    if period.unit == "days" and MOST_DAYS < days <= MOST_OF_A_MONTH:
        return 3
    return TIME_PRECISION.get(period.unit) if days <= MOST_OF_A_MONTH else None


def _row(coder: Coder, i: Incident) -> dict[str, Cited]:
    day = i.period.middle
    rule = "day told" if i.period.unit == "day" else "middle of the days told"
    location = coder.location(i)
    types = coder.deed(i, "acled")
    one, other = coder.sides(i)
    kind, kind_cell = _type(i, types, one, other)
    subs = coder.deed(i, "sub")
    sub, sub_cell = _sub_type(coder, i, kind, subs)
    articles = coder.articles(i)
    cells: dict[str, Cited | None] = {
        "event_date": coder.day(i, day.isoformat(), rule),
        "year": coder.day(i, day.year, rule),
        "time_precision": coder.day(i, time_precision(i.period) or 3, f"{i.period.unit} told"),
        "disorder_type": _disorder(coder, i, kind, sub),
        "event_type": kind_cell,
        "sub_event_type": sub_cell,
        **_actors(coder, i, kind, one, other, location.indonesian),
        "iso": coder.place(i, ISO, "a place of Indonesia") if location.indonesian else None,
        "region": coder.place(i, REGION, "a place of Indonesia") if location.indonesian else None,
        "country": coder.place(i, COUNTRY, "a place of Indonesia") if location.indonesian else None,
        "admin1": coder.place(i, location.province, "province told"),
        "admin2": coder.place(i, location.regency or location.city, "regency or city told"),
        "admin3": coder.place(i, location.district, "district told"),
        "location": coder.place(
            i, " ".join((i.place or "").split(",")[0].split()) or None, "finest part of the place told"
        ),
        "geo_precision": coder.place(i, _geo_precision(location.finest, location.near), "by what the place told is"),
        "source": coder.sourced(i, "; ".join(coder.outlets(articles)), "the outlets that tell it", articles),
        "notes": coder.written(i, _notes(coder, i)),
        "fatalities": _fatalities(coder.count(i, "killed", NAME)),
    }
    return coder.signed(cells)


def _type(
    i: Incident, types: Mapping[str, tuple[object, ...]], one: Side | None, other: Side | None
) -> tuple[str, Cited | None]:
    told = [t for t in HIERARCHY if t in types]
    if not told:
        return _type_of_sides(i, one, other)
    kind = told[0]
    if kind == PROTESTS and VIOLENCE in i.kinds:
        return "", Cited(None, "a demonstration and violence: whose, the words do not tell")
    events = [e for e, row in i.deeds if e in types[kind]]
    return kind, Cited(kind, "the deed's words; of several the higher type", tuple(events))


def _type_of_sides(i: Incident, one: Side | None, other: Side | None) -> tuple[str, Cited | None]:
    """The type of violence between two sides that are told: of armed men and the state's a battle, against people violence against them."""
    if one is None or other is None:
        return "", None
    armed, state = {one.kind, other.kind} & ARMED, {one.kind, other.kind} & STATE
    events = tuple(e for e, row in i.deeds if row["word"] in FOUGHT)
    if not events or one.kind not in ARMED | STATE:
        return "", None
    kind = BATTLES if armed and state else AGAINST_CIVILIANS if other.kind in UNARMED else ""
    return (kind, Cited(kind, "by the two sides told", events)) if kind else ("", None)


def _sub_type(coder: Coder, i: Incident, kind: str, subs: Mapping[str, tuple[object, ...]]) -> tuple[str, Cited | None]:
    if kind == RIOTS and (events := coder.demonstrations(i)):
        return VIOLENT_DEMONSTRATION, Cited(VIOLENT_DEMONSTRATION, "a demonstration that turned violent", events)
    for event, row in i.deeds:
        if row["acled"] == kind and row["sub"] and row["sub"] in subs:
            return row["sub"], Cited(row["sub"], "the deed's words", (event,))
    return "", None


def _disorder(coder: Coder, i: Incident, kind: str, sub: str) -> Cited | None:
    value = {
        BATTLES: POLITICAL,
        EXPLOSIONS: POLITICAL,
        AGAINST_CIVILIANS: POLITICAL,
        PROTESTS: "" if i.harms else DEMONSTRATIONS,
        RIOTS: {MOB: POLITICAL, VIOLENT_DEMONSTRATION: DEMONSTRATIONS}.get(sub, ""),
    }.get(kind)
    return coder.told(i, value, "by the event type") if value else None


def _actors(
    coder: Coder, i: Incident, kind: str, one: Side | None, other: Side | None, indonesian: bool
) -> dict[str, Cited | None]:
    cells: dict[str, Cited | None] = {}
    inters: list[str] = []
    crowd = CROWDS.get(kind) if coder.demonstrations(i) else None
    if crowd:
        name = f"{crowd} ({COUNTRY})" if indonesian else crowd
        cells["actor1"] = coder.told(i, name, "by the event type")
        cells["inter1"] = coder.told(i, crowd, "by the event type")
        inters.append(crowd)
        if one and one.kind != "crowd" and one.kind not in STATE:
            cells["assoc_actor_1"] = Cited(one.name, "as told", one.places)
        if other and INTER.get(other.kind) == "State forces":
            cells["actor2"] = Cited(other.name, "as told", other.places)
            inters += _inter(cells, "inter2", other, indonesian)
    else:
        for number, side in ((1, one), (2, other)):
            if side:
                cells[f"actor{number}"] = Cited(side.name, "as told", side.places)
                inters += _inter(cells, f"inter{number}", side, indonesian)
    if len(inters) == 2 and "actor2" in cells:
        pair = "-".join(sorted(inters, key=ORDER.index))
        cells["interaction"] = coder.told(i, pair, "by the two types of actor")
    return cells


def _inter(cells: dict[str, Cited | None], column: str, side: Side, indonesian: bool) -> list[str]:
    """Fill in the type of an actor where its words decide it; forces are the state's only where the country is known."""
    inter = INTER.get(side.kind, "")
    if not inter or (inter != "Civilians" and not indonesian):
        return []
    cells[column] = Cited(inter, f"the table of actors: {side.kind}", side.places)
    return [inter]


def _geo_precision(finest: str | None, near: bool) -> int | None:
    if finest is None:
        return None
    if near:
        return 2
    return {SPOT: 1, VILLAGE: 1, CITY: 1, DISTRICT: 2, REGENCY: 2, PROVINCE: 3}.get(finest)


def _fatalities(count: Count) -> Cited:
    value: Number = count.low
    if count.none_told:
        return Cited(0, "ACLED: nothing reported is 0")
    if value is None:
        return Cited(None, count.rule, count.places)
    return Cited(int(value), count.rule, count.places)


def _notes(coder: Coder, i: Incident) -> str:
    first, last = i.period.first, i.period.last
    when = f"On {first.day} {first:%B} {first.year}" if first == last else f"Between {first} and {last}"
    where = f", {' '.join(i.place.split())}" if i.place else ""
    told_by = coder.articles(i)
    reports = f"{len(told_by)} report{'s' if len(told_by) > 1 else ''}, {coder.independent(told_by)} independent"
    parts = [f"{when}{where}: {coder.deed_words(i)} ({reports})."]
    for measure, word in (("killed", "Killed"), ("injured", "Injured")):
        told = [words for words, _ in coder.counts_in_words(i, measure)]
        if told:
            parts.append(f"{word}, as told: {'; '.join(told)}.")
    return " ".join(parts)
