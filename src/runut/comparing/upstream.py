"""Where a family's text comes from: the sources that its reports name, and the one report that the others were made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from runut.model import Reading

# Endings of addresses, and what outlets put behind their name.
_ENDING = re.compile(r"\.(?:com|co\.id|co|id|net|tv|org|go\.id|or\.id)$")
# What stands before the country in an address that many own.
_SECOND_LEVEL = frozenset({"ac", "co", "com", "go", "gov", "my", "net", "or", "org", "web"})
_HOST = re.compile(r"https?://(?P<host>[^/:?#\s]{1,253})")
_VOWEL = re.compile(r"[aeiou]")
_TAIL = re.compile(r"[^a-z0-9]|news$")


@dataclass(frozen=True, slots=True)
class Original:
    """The article that the others were made from, and by what that is plain, in words of two languages."""

    article: str
    why: str
    english: str


def outlet_of(reading: Reading) -> str:
    """The outlet by the metadata, else by the text; empty when neither names one."""
    return reading.article.outlet or reading.credits.outlet or ""


def plain(name: str) -> str:
    """An outlet's name without its domain and `news`, so that `antaranews.com` is `Antara`."""
    return _TAIL.sub("", _ENDING.sub("", name.lower()))


def find_upstream(members: Sequence[Reading]) -> tuple[str, ...]:
    """The agencies that all members name; in a family, also a member's outlet that another member credits."""
    named = [{plain(a): a for a in reversed(r.credits.agencies)} for r in members]
    shared = [name for key, name in sorted(named[0].items()) if all(key in other for other in named[1:])]
    for reading in members:
        outlet = outlet_of(reading)
        credited = any(
            plain(outlet) in other for other, r in zip(named, members, strict=True) if outlet_of(r) != outlet
        )
        if outlet and credited and plain(outlet) not in {plain(s) for s in shared}:
            shared.append(outlet)
    return tuple(sorted(shared))


def find_original(members: Sequence[Reading]) -> Original | None:
    """The member that all others were made from, by the first sign that is plain for each: credited, quoted by its address, the body
    that issued the text, or the same house's earlier report. None when no member is, or two are.

    That one report holds all of another and more, and came earlier, is no sign: three of the four labelled pairs of which it is true have a
    common source outside.
    """
    found = []
    for one in members:
        signs = [(other, _sign(one, other)) for other in members if other is not one]
        told = [(other, sign) for other, sign in signs if sign is not None]
        if told and len(told) == len(signs):
            found.append(
                Original(
                    one.article.id,
                    "; ".join(dict.fromkeys(sign[0] for _, sign in told)),
                    "; ".join(dict.fromkeys(sign[1] for _, sign in told)),
                )
            )
    return found[0] if len(found) == 1 else None


def _sign(one: Reading, other: Reading) -> tuple[str, str] | None:
    """Why `other` was made from `one`, in two languages; None where nothing shows it."""
    for sign in _SIGNS:
        words = sign(one, other)
        if words is not None:
            return words
    return None


def _credited(one: Reading, other: Reading) -> tuple[str, str] | None:
    """The other report credits the outlet, by name or by initials that are its consonants (`(dtk)`)."""
    outlet, copy = outlet_of(one), outlet_of(other)
    house = house_of(one)
    if not house or house == house_of(other):
        return None
    named = {plain(a) for a in other.credits.agencies}
    initials = {r.lower() for r in (*other.credits.reporters, *other.credits.editors)}
    if named.isdisjoint((plain(outlet), house)) and _VOWEL.sub("", house) not in initials:
        return None
    return f"{copy} menyebut {outlet} sebagai sumber", f"{copy} names {outlet} as its source"


def _addressed(one: Reading, other: Reading) -> tuple[str, str] | None:
    """The other report's body names the outlet by its address (`saat dihubungi Kabar.com`): words that came over with the text."""
    name, copy = plain(outlet_of(one)), outlet_of(other)
    if not name or house_of(one) == house_of(other):
        return None
    address = re.compile(rf"(?<!\w){re.escape(name)}(?:news)?\.?com\b")
    if not any(address.search(other.article.text[s.start : s.end].lower()) for s in other.sentences):
        return None
    return f"isi laporan {copy} menyebut {outlet_of(one)}", f"the body of {copy}'s report names {outlet_of(one)}"


def _issued(one: Reading, other: Reading) -> tuple[str, str] | None:
    """The outlet is no newspaper but the body that the other report tells of: what it gave out itself, and not later."""
    outlet, copy = outlet_of(one), outlet_of(other)
    bodies = {plain(form) for n in other.names if n.type == "ORG" for form in (n.name, *n.aliases)}
    if (
        not plain(outlet)
        or plain(outlet) not in bodies
        or house_of(one) == house_of(other)
        or not _not_later(one, other)
    ):
        return None
    return (
        f"{outlet} sendiri yang mengeluarkan keterangan yang dimuat {copy}",
        f"{outlet} itself issued what {copy} carries",
    )


def _earlier(one: Reading, other: Reading) -> tuple[str, str] | None:
    house = house_of(one)
    if not house or house != house_of(other):
        return None
    a, b = one.article.published or "", other.article.published or ""
    if (
        not a
        or not b
        or (a[:10] == b[:10] and min(len(a), len(b)) == len("2022-01-05"))
        or not _not_later(one, other, True)
    ):
        return None
    copy = outlet_of(other)
    return f"{copy} sudah memuatnya lebih dahulu ({a})", f"{copy} had it earlier ({a})"


_Sign = Callable[[Reading, Reading], tuple[str, str] | None]
_SIGNS: tuple[_Sign, ...] = (_credited, _addressed, _issued, _earlier)


def house_of(reading: Reading) -> str:
    """The house that publishes a report; empty where neither its metadata nor its text names an outlet."""
    return house(outlet_of(reading), reading.article.url)


def count_houses(outlets: Iterable[tuple[str | None, str | None]]) -> int:
    """How many houses publish reports of these outlets and addresses; a report without an outlet is of none that is known."""
    return len({named for outlet, url in outlets if (named := house(outlet or "", url))})


def house(outlet: str, url: str | None) -> str:
    """The house of an outlet's name: `finance.detik.com` is of `detik`, `detikNews` too where the report's address says so.

    An address that has nothing of the outlet's name is a collector's.
    """
    outlet = outlet.lower()
    address = _HOST.match((url or "").lower())
    host = _own_label(address["host"]) if address else ""
    if host and plain(host) in plain(outlet):
        return plain(host)
    return plain(outlet if " " in outlet else _own_label(outlet))


def _own_label(host: str) -> str:
    """What an address is called by those who own it: `kabar` of `laut.kabar.co.id` and of `kabar.press`."""
    labels = host.split(".")
    for taken in range(2):
        if len(labels) > 1 and (not taken or labels[-1] in _SECOND_LEVEL):
            labels.pop()
    return labels[-1]


def _not_later(one: Reading, other: Reading, strictly: bool = False) -> bool:
    """Whether one report was published no later than the other; by the day, where one of them has no clock time."""
    a, b = one.article.published, other.article.published
    if not a or not b:
        return False
    if min(len(a), len(b)) == len("2022-01-05"):
        return a[:10] < b[:10] or (a[:10] == b[:10] and not strictly)
    try:
        x, y = datetime.fromisoformat(a), datetime.fromisoformat(b)
    except ValueError:
        return False
    if (x.tzinfo is None) != (y.tzinfo is None):
        x, y = x.replace(tzinfo=None), y.replace(tzinfo=None)
    return x < y or (x == y and not strictly)
