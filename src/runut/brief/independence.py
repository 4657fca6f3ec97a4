"""How many reports are independent, and who rests on whom."""

from __future__ import annotations

from collections.abc import Iterator

from runut.brief.desk import Desk, outlet_of
from runut.comparing.upstream import house_of
from runut.model import BriefLine, Family, Place

MOST_FAMILIES = 3
# So many outlets are named.
MOST_NAMED = 2


def lines(desk: Desk) -> Iterator[BriefLine]:
    """How many reports the story has and how many rest on nothing that another of them rests on; those off the story count nowhere."""
    if not desk.readings:
        return
    turn = {reading.article.id: n for n, reading in enumerate(desk.readings)}
    families = [f for f in desk.story.families if not desk.told.isdisjoint(f.articles)]
    size = {f.id: len(desk.told.intersection(f.articles)) for f in families}
    copies = sorted(
        (f for f in families if size[f.id] > 1),
        key=lambda f: (-size[f.id], min(turn[a] for a in f.articles if a in turn)),
    )
    words = [_family_words(desk, f) for f in copies[:MOST_FAMILIES]]
    more = len(copies) - len(words)
    head, head_en = _counted(desk, len(families))
    local = "; ".join([head] + [w for w, _ in words] + ([f"{more} kelompok lain"] if more else []))
    english = "; ".join(
        [head_en] + [w for _, w in words] + ([f"{more} more group{'' if more == 1 else 's'}"] if more else [])
    )
    leads = [
        Place(article=r.article.id, start=r.sentences[0].start, end=r.sentences[0].end)
        for r in desk.readings
        if r.sentences
    ]
    yield BriefLine(
        kind="independence",
        text=local,
        english=english,
        refs=tuple(f.id for f in (copies or families)),
        evidence=tuple(p for f in copies for p in _shared(desk, f)) or tuple(leads),
        rule="families",
        reports=len(desk.readings),
        independent=len(families),
    )


def _counted(desk: Desk, independent: int) -> tuple[str, str]:
    """How many reports there are, of which outlets where one house has several, and how many are no copies of another.

    Reports of one house are never called independent of each other: they are told as texts. A report that names no outlet is of no house
    that could be counted, here as at the head of the account.
    """
    reports = len(desk.readings)
    houses: dict[str, str] = {}
    nameless = 0
    for reading in desk.readings:
        if house := house_of(reading):
            houses.setdefault(house, outlet_of(reading))
        else:
            nameless += 1
    if len(houses) + nameless == reports:
        noun = "report" if reports == 1 else "reports"
        return f"{reports} laporan, {independent} berdiri sendiri", f"{reports} {noun}, {independent} independent"
    rest, rest_en = (f", {nameless} tanpa nama media", f", {nameless} of no named outlet") if nameless else ("", "")
    if independent < reports:
        rest += f"; {independent} naskah tersendiri"
        rest_en += f"; {independent} separate text{'' if independent == 1 else 's'}"
    named = list(houses.values())
    if len(named) == 1 and not nameless:
        return f"{reports} laporan, semuanya {named[0]}{rest}", f"{reports} reports, all of {named[0]}{rest_en}"
    few = len(named) <= MOST_NAMED
    of, of_en = (" & ".join(named),) * 2 if few else (f"{len(named)} media", f"{len(named)} outlets")
    return f"{reports} laporan dari {of}{rest}", f"{reports} reports of {of_en}{rest_en}"


def _shared(desk: Desk, family: Family) -> tuple[Place, ...]:
    """The first passage that two reports of the story have in common; none where only what is off the story shows it."""
    passages = (p for p in family.passages if {p.a.article, p.b.article} <= desk.told)
    return next(((p.a, p.b) for p in passages), ())


def _family_words(desk: Desk, family: Family) -> tuple[str, str]:
    """Which outlets' reports rest on which, or on one item that nobody of them wrote."""
    upstream = f" ({', '.join(family.upstream)})" if family.upstream else ""
    members = [r.article.id for r in desk.readings if r.article.id in family.articles]
    if family.original in members:
        copies = desk.outlets(a for a in members if a != family.original)
        original = desk.outlets([family.original or ""])
        if len({outlet_of(desk.by_article[a]) for a in members}) > 1:
            return f"{copies} bersumber dari {original}{upstream}", f"{copies} made from {original}{upstream}"
    outlets = desk.outlets(members)
    return f"{outlets} satu sumber{upstream}", f"{outlets} rest on one item{upstream}"
