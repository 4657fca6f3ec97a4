"""Gazetteer: the parts of a place as reports write it, by the words that head them and the provinces that are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runut.lang import Language

VILLAGE, DISTRICT, REGENCY, CITY, PROVINCE = "village", "district", "regency", "city", "province"
TOWN, SPOT, COUNTRY = "town", "spot", "country"
HEADS: Mapping[str, str] = {
    **dict.fromkeys(("kampung", "desa", "kelurahan", "dusun", "nagari", "gampong", "pekon", "dukuh"), VILLAGE),
    **dict.fromkeys(("distrik", "kecamatan", "kec"), DISTRICT),
    **dict.fromkeys(("kabupaten", "kab"), REGENCY),
    **dict.fromkeys(("kota", "kotamadya"), CITY),
    "provinsi": PROVINCE,
}
_NAME = re.compile(r"[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){0,4}")
_NEAR = re.compile(r"\b(?:dekat|sekitar)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in its parts; a part that is not told is None.

    `town`: a regency or city of Indonesia named without saying which of the two, or a city abroad. `finest` is what the finest part is,
    `near` whether the place is only near it, `indonesian` whether a part of it is known to be in Indonesia, `abroad` whether one is known
    not to be.
    """

    village: str | None = None
    district: str | None = None
    regency: str | None = None
    city: str | None = None
    town: str | None = None
    province: str | None = None
    finest: str | None = None
    near: bool = False
    indonesian: bool = False
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    provinces: frozenset[str]
    towns: frozenset[str]
    spots: frozenset[str]
    countries: frozenset[str]
    abroad: frozenset[str]


def _read(language: Language) -> _Known:
    places = language.table("places")
    return _Known(
        provinces=frozenset(r["form"].lower() for r in places if r["kind"] == "province"),
        towns=frozenset(r["form"].lower() for r in places if r["kind"] == "city" and not r["also"]),
        spots=frozenset(r["form"].lower() for r in language.table("place_heads") if r["type"] == "LOC"),
        abroad=frozenset(r["form"].lower() for r in places if r["kind"] == "abroad")
        | frozenset(r["form"].lower() for r in language.table("capitals") if r["country"] != "Indonesia"),
        countries=frozenset(r["form"].lower() for r in language.table("countries") if r["kind"] == "name"),
    )


def locate(place: str | None, language: Language) -> Location:
    """The parts of a place; names without a head are taken for a province or town where the tables have them."""
    if not place:
        return Location()
    known = language.derive(_read)
    parts: dict[str, str] = {}
    kinds: list[str] = []
    abroad = False
    for head, name in _segments(place):
        # A country headed as a city (`ibu kota Mesir`) is its capital.
        away = name.lower() in known.abroad or bool(head and name.lower() in known.countries)
        abroad = abroad or away or _kind(name, known) == COUNTRY
        kind = TOWN if away else HEADS.get(head.lower()) if head else _kind(name, known)
        if kind:
            parts.setdefault(kind, name)
            kinds.append(kind)
    finest = next((k for k in (SPOT, VILLAGE, DISTRICT, REGENCY, CITY, TOWN, PROVINCE, COUNTRY) if k in parts), None)
    return Location(
        village=parts.get(VILLAGE),
        district=parts.get(DISTRICT),
        regency=parts.get(REGENCY),
        city=parts.get(CITY),
        town=parts.get(TOWN),
        province=parts.get(PROVINCE),
        finest=None if kinds.count(TOWN) > 1 or kinds.count(PROVINCE) > 1 else finest,
        near=bool(_NEAR.search(place)),
        indonesian=PROVINCE in parts or any(n.lower() in known.towns for n in parts.values()),
        abroad=abroad and PROVINCE not in parts and "indonesia" not in {n.lower() for n in parts.values()},
    )


def _segments(place: str) -> Iterator[tuple[str, str]]:
    """The named parts of a place with the word that heads each, "" where none does: `Desa Kalimas Kecamatan Lontar, Riau` has three."""
    for part in place.split(","):
        head, words = "", list[str]()
        for word in part.split():
            if word.lower().rstrip(".") in HEADS:
                if words:
                    yield head, " ".join(words)
                head, words = word.rstrip("."), []
            else:
                words.append(word)
        if words:
            found = _NAME.search(" ".join(words))
            if found:
                yield head, found[0]


def _kind(name: str, known: _Known) -> str | None:
    small = name.lower()
    if small in known.provinces:
        return PROVINCE
    if small in known.towns:
        return TOWN
    if small in known.countries:
        return COUNTRY
    return SPOT if any(small.startswith(f"{head} ") for head in known.spots) else None
