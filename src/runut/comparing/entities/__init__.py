"""Persons, organisations and places across reports: which names of which reports are one.

Single names of persons are never joined by being alike alone: `Rini` here and `Rini` there go to the one fuller name of
the story that has them as a part, or stay apart when there are two. `joining` finds what is one, `dismissals` who lost an office, `records`
tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from runut.comparing.entities.dismissals import dismissals
from runut.comparing.entities.joining import Member, link_names
from runut.comparing.entities.records import Edge, entity_of, relate
from runut.comparing.rulings import NONE, Rulings
from runut.lang import Language
from runut.model import Entity, Reading
from runut.reading.names.keys import compile_links

Group = tuple[list[Member], list[str]]
"""Names that are one, and the reasons."""


def join(readings: tuple[Reading, ...], language: Language, rulings: Rulings = NONE) -> tuple[Entity, ...]:
    """The entities of a story, in the order of their names; the same for any order of the readings."""
    words = language.derive(compile_links)
    members = sorted(
        ((reading.article.id, name) for reading in readings for name in reading.names),
        key=lambda m: (m[1].type, m[1].name, m[1].id),
    )
    links = link_names(members, words, {r.article.id: r.article.text for r in readings})
    groups: dict[int, list[Member]] = defaultdict(list)
    for i, member in enumerate(members):
        groups[links.root(i)].append(member)
    edges: dict[int, list[Edge]] = defaultdict(list)
    for a, b, why in links.edges:
        edges[links.root(a)].append((members[a], members[b], why))
    told = [(groups[root], links.reasons.get(root, [])) for root in groups]
    joined = {name.id: edges[root] for root, group in groups.items() for _, name in group}
    days = {r.article.id: _day(r) for r in readings}
    losses = dismissals(readings, words)
    entities = [
        entity_of(group, reasons, _edges_of(group, joined), days, words, losses)
        for group, reasons in _ruled(told, rulings)
    ]
    return tuple(sorted(relate(entities, words, language), key=lambda e: (e.type, e.name, e.id)))


def _day(reading: Reading) -> str | None:
    """The day on which a report says what it says."""
    return (reading.article.published or reading.anchor.day or "")[:10] or None


def _edges_of(group: Sequence[Member], joined: Mapping[str, Sequence[Edge]]) -> list[Edge]:
    """The joins both of whose names are in a group, judged or not."""
    ids = {name.id for _, name in group}
    edges = [edge for id_ in sorted(ids) for edge in joined[id_]]
    unique = {(a[1].id, b[1].id, why): (a, b, why) for a, b, why in edges if a[1].id in ids and b[1].id in ids}
    return [unique[key] for key in sorted(unique)]


def _ruled(groups: Sequence[Group], rulings: Rulings) -> list[Group]:
    """The groups of names with the reasons for their joins, as the judgements will have them."""
    if not rulings.named("names"):
        return list(groups)
    member = {name.id: (article, name) for group, _ in groups for article, name in group}
    why = {name.id: reasons for group, reasons in groups for _, name in group}
    out = []
    for ids in rulings.regroup("names", [[name.id for _, name in group] for group, _ in groups]):
        held = [i for i in ids if i in member]
        reasons = list(dict.fromkeys(reason for i in held for reason in why[i]))
        out.append(
            ([member[i] for i in held], [*reasons, "judgement"] if rulings.named("names") & {*held} else reasons)
        )
    return out
