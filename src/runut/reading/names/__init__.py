"""Persons, organisations and places, linked within one article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from runut.codec import content_id
from runut.lang import Language
from runut.model import Article, Credits, Mention, Name
from runut.reading.names import lexicon as lexicon_
from runut.reading.names import words as words_
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.linking import Links, Node, key_of, link, office_of, parts_of
from runut.reading.names.spotting import Found, Spot, Spotter
from runut.text import View

# A name needs this much evidence to be told; a capital at the opening of a sentence alone has 0.4, inside one 1.
ENOUGH = 1.0
# What is less sure than this takes the type of the longer name that it is a part of, or of its neighbours in a list.
SURE = 3.0
_LISTED = re.compile(r"(?: ?\([^()\n]{1,40}\))?(?:,|,? dan|,? serta)(?: dan| serta)? ?")


def find(article: Article, view: View, credits: Credits, language: Language) -> tuple[Name, ...]:
    """The names of one article, each with all its mentions, in the order of their first mention."""
    lexicon = language.derive(lexicon_.compile_tables)
    words = words_.split(view)
    found = Spotter(view.text, words, lexicon).read()
    types = _decide(found, view.text)
    nodes, at_key = _nodes(found, types)
    links = link(nodes, lexicon)
    _join_told(found, nodes, at_key, links)
    _join_parts(nodes, links)
    return _names(article, view, found, nodes, at_key, links, lexicon)


def _decide(found: Found, text: str) -> dict[str, tuple[str, float]]:
    """The type of each key and the weight of the evidence for it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    loose: Counter[str] = Counter()
    for spot in found.spots:
        key = key_of(spot.core)
        if spot.type is None:
            loose[key] += spot.weight  # type: ignore[assignment]
        else:
            votes[key][spot.type] += spot.weight  # type: ignore[assignment]
        for type_, _, weight in spot.signs:
            votes[key][type_] += weight  # type: ignore[assignment]

    def best(key: str) -> tuple[str, float]:
        counted = votes.get(key)
        if not counted:
            return "", 0.0
        return max(((t, float(w)) for t, w in counted.items()), key=lambda x: (x[1], x[0]))

    ordered = sorted((s for s in found.spots), key=lambda s: (s.start, -s.end))
    outer: list[Spot] = []
    for spot in ordered:
        if not outer or spot.start >= outer[-1].end:
            outer.append(spot)
    gain: list[tuple[str, str]] = []
    for a, b in zip(outer, outer[1:], strict=False):
        if b.start - a.end < 50 and _LISTED.fullmatch(text, a.end, b.start):
            for one, other in ((a, b), (b, a)):
                type_, weight = best(key_of(other.core))
                if weight >= SURE:
                    gain.append((key_of(one.core), type_))
    for key, type_ in gain:
        votes[key][type_] += 2  # type: ignore[assignment]
    out: dict[str, tuple[str, float]] = {}
    for key in {**votes, **loose}:
        type_, weight = best(key)
        out[key] = (type_ or "PER", weight + loose[key])
    return out


def _nodes(found: Found, types: dict[str, tuple[str, float]]) -> tuple[list[Node], dict[str, int]]:
    nodes: list[Node] = []
    at_key: dict[str, int] = {}
    orders: dict[str, list[int]] = defaultdict(list)
    canons: dict[str, str] = {}
    roles: dict[str, list[str]] = defaultdict(list)
    for spot in sorted(found.spots, key=lambda s: (s.start, -s.end)):
        key = key_of(spot.core)
        orders[key].append(spot.start)
        if spot.known:
            canons.setdefault(key, spot.known.name)
        if spot.role:
            roles[key].append(spot.role)
    for key, order in orders.items():
        type_, weight = types[key]
        at_key[key] = len(nodes)
        nodes.append(Node(type_, (key,), weight, canons.get(key), tuple(roles[key]), tuple(order)))
    return nodes, at_key


def _join_told(found: Found, nodes: list[Node], at_key: dict[str, int], links: Links) -> None:
    """What the text itself says is one: long and short form, name and place head."""
    heads: dict[str, set[str]] = defaultdict(set)
    for a, b, reason in found.same:
        if reason.startswith("the place"):
            heads[key_of(b)].add(key_of(a))
    whole: dict[str, set[str]] = defaultdict(set)
    for a, b, reason in found.same:
        if reason.startswith("its name"):
            whole[key_of(b)].add(key_of(a))
    for a, b, reason in found.same:
        x, y = key_of(a), key_of(b)
        if x not in at_key or y not in at_key or len(heads.get(y, ())) > 1 or len(whole.get(y, ())) > 1:
            continue
        links.join(at_key[x], at_key[y], f"{reason}: {a} / {b}")


def _join_parts(nodes: list[Node], links: Links) -> None:
    """A shorter name goes to the one longer name that it is a part of; among several, to the one mentioned last before it."""
    persons = [i for i, n in enumerate(nodes) if n.type == "PER"]
    for i, node in enumerate(nodes):
        if node.type != "PER" and node.weight >= SURE:
            continue
        groups = parts_of(node.keys, nodes, (j for j in persons if j != i), links)
        groups.pop(links.root(i), None)
        if not groups:
            continue
        if len(groups) > 1:
            before = [
                (max((p for p in nodes[j].order if p < node.order[0]), default=-1), j)
                for js in groups.values()
                for j in js
            ]
            last = max(before)
            if last[0] < 0:
                continue
            target = last[1]
        else:
            target = min(next(iter(groups.values())))
        node.type = "PER"
        node.weight = max(node.weight, nodes[target].weight)
        links.join(i, target, f"part of the name: {node.keys[0]} / {nodes[target].keys[0]}")
    orgs = [i for i, n in enumerate(nodes) if n.type in ("ORG", "LOC")]
    for i in orgs:
        key = nodes[i].keys[0]
        if " " not in key:
            continue
        longer = {
            links.root(j)
            for j in orgs
            if j != i and nodes[j].type == nodes[i].type and nodes[j].keys[0].startswith(key + " ")
        }
        longer.discard(links.root(i))
        if len(longer) == 1:
            links.join(i, longer.pop(), f"the name without what follows: {key}")


def _apposed(found: Found, text: str) -> dict[int, list[str]]:
    """Offices set beside a name by commas, by the start of the name: `Bupati Kalimas, Rini, …` and `Rini, Bupati Kalimas, …`."""
    persons = [s for s in found.spots if s.type == "PER"]
    starts = {s.outer if s.outer is not None else s.start: s for s in persons}
    ends = {s.end: s for s in persons}
    out: dict[int, list[str]] = defaultdict(list)
    for office in found.offices:
        follows = text[office.end : office.end + 2] == ", " and starts.get(office.end + 2)
        leads = text[office.start - 2 : office.start] == ", " and ends.get(office.start - 2)
        for spot in (follows, leads):
            if spot:
                out[spot.start].append(text[office.start : office.end])
                break
    return out


def _names(
    article: Article,
    view: View,
    found: Found,
    nodes: list[Node],
    at_key: dict[str, int],
    links: Links,
    lexicon: Lexicon,
) -> tuple[Name, ...]:
    """The groups that have enough evidence, as records."""
    apposed = _apposed(found, view.text)
    mentions: dict[int, dict[tuple[int, int], Mention]] = defaultdict(dict)
    roles: dict[int, list[str]] = defaultdict(list)
    holders: dict[str, set[int]] = defaultdict(set)

    def put(root: int, start: int, end: int, rule: str, role: str | None) -> None:
        a, b = view.span(start, end)
        mentions[root].setdefault((a, b), Mention(start=a, end=b, text=article.text[a:b], rule=rule, role=role))

    for spot in sorted(found.spots, key=lambda s: (s.start, -s.end)):
        root = links.root(at_key[key_of(spot.core)])
        given = [*([spot.role] if spot.role else []), *apposed.get(spot.start, ())]
        for role in given:
            if role not in roles[root]:
                roles[root].append(role)
            holders[office_of(role, lexicon)].add(root)
        role = given[0] if given else None
        if spot.outer is not None:
            put(root, spot.outer, spot.end, spot.rule, role)
        put(root, spot.start, spot.end, spot.rule, role)
    for office in found.offices:
        held = holders.get(office_of(view.text[office.start : office.end], lexicon), set())
        if len(held) == 1:
            put(min(held), office.start, office.end, "office-of-one-holder", None)

    groups: dict[int, list[Node]] = defaultdict(list)
    for i, node in enumerate(nodes):
        groups[links.root(i)].append(node)
    shown: dict[str, str] = {}
    for spot in sorted(found.spots, key=lambda s: (s.start, -s.end)):
        shown.setdefault(key_of(spot.core), spot.core)
    out: list[Name] = []
    for root, group in groups.items():
        best = max(group, key=lambda n: (n.weight, n.keys))
        if best.weight < ENOUGH:
            continue
        canon = next((n.canon for n in group if n.canon and n.type == "GPE"), None)
        fullest = max(group, key=lambda n: (n.keys[0].count(" "), len(n.order), n.keys))
        name = canon if canon and lexicon.is_country(canon) else shown[fullest.keys[0]]
        told = tuple(sorted(mentions[root].values(), key=lambda m: (m.start, -m.end)))
        out.append(
            Name(
                id=content_id("name", article.id, best.type, name.lower()),
                type=best.type,
                name=name,
                mentions=told,
                roles=tuple(roles[root]),
                aliases=tuple(dict.fromkeys(m.text for m in told)),
            )
        )
    return tuple(sorted(out, key=lambda n: (n.mentions[0].start, -n.mentions[0].end, n.name)))
