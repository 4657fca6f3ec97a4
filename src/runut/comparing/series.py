"""Figures set side by side: like with like, and what their bounds say of one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from runut.codec import content_id
from runut.comparing import contradictions, grouping, likeness, profiles, purposes, series_words, sites, tolls, verdicts
from runut.comparing import points as points_
from runut.comparing.ages import by_age
from runut.comparing.points import Point
from runut.comparing.rulings import NONE, Rulings
from runut.comparing.series_words import Words
from runut.comparing.sources import Sources, places_of
from runut.comparing.verdicts import INCOMPARABLE, Verdict, relate, settle, take_steps
from runut.lang import Language
from runut.model import Entity, Family, Reading, Series

JUDGED = "judgement"


def align(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    families: tuple[Family, ...],
    language: Language,
    rulings: Rulings = NONE,
    *,
    sources: Sources | None = None,
) -> tuple[Series, ...]:
    """The series of a story's figures, the most carried first; every figure is in at most one.

    `rulings` have the last word on which figures stand together: a group that they made is told as they ask.
    """
    words = language.derive(series_words.words_of)
    officials = language.derive(profiles.find_officials)
    ordered = by_age(readings)
    family_of = {a: f.id for f in families for a in f.articles}
    entity_of = {member: e.id for e in entities for member in e.members}
    points = sites.mark(points_.find(ordered, family_of, entity_of, words))
    rows = tolls.find(points)
    groups = [
        part
        for whole in grouping.group(points, rows, language.derive(likeness.read_weights))
        for part in _parted(whole, rows)
    ]
    names = {e.id: e.name for e in entities}
    violent = profiles.is_violence(ordered)
    sources = sources or Sources(readings, families)
    told = [
        (settled, judged)
        for group, judged in _ruled(groups, points, rulings)
        if (settled := _as_asked(group) if judged else settle(group)) is not None
    ]
    labels = _labels([settled[0] for settled, _ in told], words)
    made = [
        _tell(settled, label, officials, names, sources, violent=violent, judged=judged)
        for (settled, judged), label in zip(told, labels, strict=True)
    ]
    return tuple(sorted(made, key=lambda s: (-s.independent, -len(s.figures), s.measure, s.id)))


def _parted(group: list[Point], rows: Sequence[Sequence[Point]]) -> list[list[Point]]:
    """A group that comes to nothing comparable as the parts that do; the group itself where it has none.

    Either the rows that rules made within it, and the rest by value, or all by value: whichever leaves more figures side by side. Where
    one report has two counts by two sources, none of them is left out: the other would seem to be in its place. Nor is a report's only
    toll where others tell another.
    """
    if _is_comparable(group) or any(
        contradictions.rivals(a, b) or contradictions.tell_otherwise(a, b) for a, b in combinations(group, 2)
    ):
        return [group]
    ids = {p.figure.id for p in group}
    within = [list(row) for row in rows if ids >= {p.figure.id for p in row} and _is_comparable(row)]
    taken = {p.figure.id for row in within for p in row}
    by_rule = [*within, *_by_value([p for p in group if p.figure.id not in taken])]
    return max(by_rule, _by_value(group), key=lambda parts: sum(len(p) * (len(p) - 1) for p in parts)) or [group]


def _by_value(points: Sequence[Point]) -> list[list[Point]]:
    """Those of one value, where they make a series."""
    same: dict[tuple[object, object], list[Point]] = defaultdict(list)
    for p in points:
        same[p.figure.low, p.figure.high].append(p)
    return [part for part in same.values() if len(part) > 1 and settle(part)]


def _is_comparable(points: Sequence[Point]) -> bool:
    settled = settle(points)
    return settled is not None and settled[1].relation != INCOMPARABLE


def _ruled(
    groups: Sequence[Sequence[Point]], points: Sequence[Point], rulings: Rulings
) -> list[tuple[list[Point], bool]]:
    """The groups as the rulings will have them, and whether a ruling made each, or asked for what stood together already."""
    of = {p.figure.id: p for p in points}
    before = [[p.figure.id for p in group] for group in groups]
    known = {frozenset(ids) for ids in before}
    joined = [order.ids for order in rulings.orders if order.layer == "figures" and not order.others]
    return [
        ([of[i] for i in ids if i in of], frozenset(ids) not in known or any(order <= {*ids} for order in joined))
        for ids in rulings.regroup("figures", before)
        if sum(i in of for i in ids) > 1
    ]


def _as_asked(points: Sequence[Point]) -> tuple[list[Point], Verdict]:
    """A group that a ruling made, told whatever it comes to: that its counts are of one thing is no longer unclear."""
    ordered = sorted(points, key=lambda p: (p.day, p.published))
    told, verdict = settle(points) or (ordered, relate(ordered))
    return verdicts.by_hand(told) if verdict is verdicts.UNCLEAR else (told, verdict)


def _tell(
    settled: tuple[list[Point], Verdict],
    label: str,
    officials: re.Pattern[str],
    names: dict[str, str],
    sources: Sources,
    *,
    violent: bool,
    judged: bool,
) -> Series:
    ordered, verdict = settled
    measure = _measure(ordered)
    values = profiles.value(ordered, verdict.relation, officials, violent=violent and measure == "killed")
    now = next(v for v in values if v.profile == profiles.LATEST)
    ids = tuple(sorted(p.figure.id for p in ordered))
    return Series(
        id=content_id("series", measure, *ids),
        measure=measure,
        what=label,
        relation=verdict.relation,
        figures=tuple(p.figure.id for p in ordered),
        why=verdict.why,
        rule=JUDGED if judged else verdict.rule,
        english=verdict.english,
        low=now.low,
        best=now.best,
        high=now.high,
        steps=take_steps(ordered, verdict),
        values=values,
        independent=sources.count(places_of(p.figure for p in ordered)),
        reports=len({p.report for p in ordered}),
        sources=_sources(ordered, names),
        overtaken=tuple(p.figure.id for p in ordered if any(verdicts.overtakes(q, p) for q in ordered)),
    )


def _measure(points: Sequence[Point]) -> str:
    """The measure of most; of as many, the one that tells more than `other`, then the first."""
    told = Counter(p.figure.measure for p in points)
    return min(told, key=lambda m: (-told[m], m == "other", m))


def _sources(points: Sequence[Point], names: dict[str, str]) -> tuple[str, ...]:
    """Those whom the reports name for a series, an entity once, by its name."""
    named = {p.source: names.get(p.source, p.figure.speaker or "") for p in reversed(points) if p.source}
    return tuple(sorted(set(named.values())))


def _labels(groups: Sequence[Sequence[Point]], words: Words) -> list[str]:
    """What each series counts, in words; those that would be called alike, with what parts them."""
    plain = [_label(points, _measure(points), words) for points in groups]
    told = Counter(plain)
    return [
        ", ".join((label, *_apart(points, words))) if told[label] > 1 else label
        for label, points in zip(plain, groups, strict=True)
    ]


def _apart(points: Sequence[Point], words: Words) -> list[str]:
    """What all points of a series have in common beside their measure: the country of most, what was done to those counted."""
    scopes = [country for country, n in Counter(p.scope for p in points).items() if country and n * 2 > len(points)]
    topics = {p.topic[0] for p in points}
    done = next(
        (w for (role, w), value in words.values.items() if role == "handled" and value and {value} == topics), ""
    )
    return [*scopes, *([done] if done else [])]


def _label(points: Sequence[Point], measure: str, words: Words) -> str:
    """What a series counts, in words."""
    own = [p for p in points if p.figure.measure == measure]
    heads = sorted({p.head for p in own if p.head and not p.general})
    label = words.labels.get(measure, measure)
    topic = own[0].topic[0]
    if measure == "other":
        counted = Counter(p.head if p.topic[0] == "animals" else p.topic[0] for p in own)
        told = min(counted, key=lambda head: (head == "ekor", head not in words.nouns, -counted[head], head))
        return told or label
    if measure == "age":
        called = max((" ".join(p.called) for p in own), key=lambda name: (len(name), name))
        return f"{label}: {called}".rstrip(": ")
    if topic in words.prices:
        return f"{words.prices[topic]} {own[0].topic[1]}"
    if measure in purposes.ROLES and (told := purposes.shared([p.purpose for p in own])):
        return f"{label}: {told}"
    if measure == "vehicles" and topic:
        return f"{label}: {topic}"
    if len(heads) == 1 and all(not p.general for p in own):
        return f"{label}: {heads[0]}"
    return label
