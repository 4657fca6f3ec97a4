"""Persons, organisations and places across reports: which names of which reports are one.

Single names of persons are never joined by their spelling alone: `Rini` here and `Rini` there go to the one fuller name of
the story that has them as a part, or stay apart when there are two.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from runut.codec import content_id
from runut.lang import Language
from runut.model import Entity, EntityMention, Name, Reading
from runut.reading.names.lexicon import Lexicon, compile_tables
from runut.reading.names.linking import Links, Node, key_of, link, office_of, parts_of

# Renderings of one foreign organisation in our language have this many words or more and differ in one of them.
RENDERED_WORDS = 4


def join(readings: tuple[Reading, ...], language: Language) -> tuple[Entity, ...]:
    """The entities of a story, in the order of their names; the same for any order of the readings."""
    lexicon = language.derive(compile_tables)
    members = sorted(
        ((reading.article.id, name) for reading in readings for name in reading.names),
        key=lambda m: (m[1].type, m[1].name, m[1].id),
    )
    nodes = [_node(name) for _, name in members]
    links = link(nodes, lexicon)
    _join_short_forms(members, links)
    _join_renderings(members, links)
    _join_offices(members, nodes, links, lexicon)
    _join_parts(nodes, links)
    groups: dict[int, list[tuple[str, Name]]] = defaultdict(list)
    for i, member in enumerate(members):
        groups[links.root(i)].append(member)
    entities = [_entity(group, links.reasons.get(root, [])) for root, group in groups.items()]
    return tuple(sorted(entities, key=lambda e: (e.type, e.name, e.id)))


def _node(name: Name) -> Node:
    """A Name as a node: its own name, and those of its other forms that no other name of the kind is likely to have."""
    keys = {key_of(name.name)}
    if name.type == "PER":
        keys |= {
            key_of(m.text)
            for m in name.mentions
            if m.role is None and " " in key_of(m.text) and m.rule != "office-of-one-holder"
        }
    elif name.type == "GPE":
        keys |= {key_of(m.text) for m in name.mentions if m.rule.startswith("known:")}
    return Node(name.type, tuple(sorted(keys)), roles=name.roles)


def _acronyms(name: Name) -> set[str]:
    return {a for a in name.aliases if len(a) > 2 and a.isalnum() and sum(c.isupper() for c in a) * 2 > len(a)}


def _join_short_forms(members: list[tuple[str, Name]], links: Links) -> None:
    """Organisations with one acronym, when the story gives it no two long names."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, (_, name) in enumerate(members):
        if name.type == "ORG":
            for short in _acronyms(name):
                holders[short].append(i)
    for short, held in sorted(holders.items()):
        for i in held[1:]:
            links.join(held[0], i, f"one short form: {short}")


def _join_renderings(members: list[tuple[str, Name]], links: Links) -> None:
    """Two renderings of a foreign name that differ in one word, when one has a short form that its own words do not spell."""
    long = [
        (i, key_of(n.name).split(), n)
        for i, (_, n) in enumerate(members)
        if n.type == "ORG" and n.name.count(" ") + 1 >= RENDERED_WORDS
    ]
    for x, (i, a, one) in enumerate(long):
        for j, b, other in long[x + 1 :]:
            if (
                links.root(i) == links.root(j)
                or len(a) != len(b)
                or sum(p != q for p, q in zip(a, b, strict=True)) != 1
            ):
                continue
            shorts = _acronyms(one) | _acronyms(other)
            initials = {"".join(w[0] for w in a).upper(), "".join(w[0] for w in b).upper()}
            if shorts and not shorts & initials and a[0] == b[0] and (not _acronyms(one) or not _acronyms(other)):
                links.join(i, j, f"two renderings of {sorted(shorts)[0]}: {one.name} / {other.name}")


def _join_offices(members: list[tuple[str, Name]], nodes: list[Node], links: Links, lexicon: Lexicon) -> None:
    """A single name and a fuller one that hold one office, where the single name is a part of the fuller one."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, (_, name) in enumerate(members):
        if name.type == "PER":
            for role in name.roles:
                office = office_of(role, lexicon)
                if " " in office:
                    holders[office].append(i)
    for office, held in sorted(holders.items()):
        for i in held:
            fuller = parts_of(nodes[i].keys, nodes, (j for j in held if j != i), links)
            if len(fuller) == 1:
                links.join(i, min(fuller), f"one office: {office}")


def _join_parts(nodes: list[Node], links: Links) -> None:
    """A shorter name, and the one fuller name of the story that has it as a part."""
    persons = [i for i, n in enumerate(nodes) if n.type == "PER"]
    by_word: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        for word in {w for key in nodes[i].keys for w in key.split()}:
            by_word[word].append(i)
    for i, node in enumerate(nodes):
        key = node.keys[0]
        if node.type != "PER" or len(node.keys) > 1:
            continue
        groups = parts_of((key,), nodes, (j for j in by_word[key.split()[0]] if j != i), links)
        groups.pop(links.root(i), None)
        if len(groups) == 1:
            links.join(i, next(iter(groups)), f"part of the name: {key}")
    for type_ in ("ORG", "LOC", "GPE"):
        kind = [i for i, n in enumerate(nodes) if n.type == type_]
        for i in kind:
            key = key_of(nodes[i].keys[0])
            if type_ == "GPE":
                longer = {
                    links.root(j)
                    for j in kind
                    if any(k.split()[1:] == key.split() and k.split()[0] in _GOVERNED for k in nodes[j].keys)
                }
            elif " " in key:
                longer = {links.root(j) for j in kind if any(k.startswith(key + " ") for k in nodes[j].keys)}
            else:
                continue
            longer.discard(links.root(i))
            if len(longer) == 1:
                links.join(i, longer.pop(), f"the name without what stands beside it: {key}")


_GOVERNED = frozenset({"kabupaten", "kota", "provinsi", "kecamatan", "desa", "kelurahan"})


def _entity(group: list[tuple[str, Name]], reasons: list[str]) -> Entity:
    names = Counter(name.name for _, name in group)
    fullest = max(names, key=lambda n: (n.count(" ") + 1, names[n], n))
    types = Counter(name.type for _, name in group)
    type_ = max(types, key=lambda t: (types[t], t))
    members = tuple(sorted((article, name.id) for article, name in group))
    mentions = {
        (article, m.start, m.end): EntityMention(article=article, start=m.start, end=m.end, text=m.text)
        for article, name in group
        for m in name.mentions
    }
    roles = Counter(role for _, name in group for role in name.roles)
    return Entity(
        id=content_id("entity", type_, fullest, members[0]),
        type=type_,
        name=fullest,
        mentions=tuple(mentions[k] for k in sorted(mentions, key=lambda k: (k[0], k[1], -k[2]))),
        roles=tuple(sorted(roles, key=lambda r: (-roles[r], r))),
        members=members,
        why=tuple(sorted(set(reasons))),
    )
