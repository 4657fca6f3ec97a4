"""Bare heads: which of several bodies of one kind is meant (`BPBD` after `BPBD Garut` and `BPBD Bogor`), and those that are no name alone.

`Kejaksaan` after `Kejari Garut`, `Lapas` after `Lapas Bogor`: ordinary words, but where a report names one, with a capital they mean it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from runut.reading.names.bodies import is_local
from runut.reading.names.keys import expand, key_of
from runut.reading.names.links import Links, Node
from runut.reading.names.scan import Scan
from runut.reading.names.spots import Spot

# What stands for no name by itself.
_NO_WEIGHT = 0.01


def find_again(scan: Scan) -> None:
    """Note the heads that stand alone with a capital where a name of the text opens with them."""
    again = scan.lex.uses["again"]
    words = scan.words
    told = [k for k in scan.openings if words[k].low in again and words[k].capital]
    if not told:
        return
    spots = scan.found.spots
    fulls = {expand(key_of(spot.core), scan.lex): spot.type for spot in spots if spot.type in ("ORG", "LOC")}
    covered = {k for spot in spots for k in range(spot.first, spot.last)}
    covered |= {k for office in scan.found.offices for k in range(office.first, office.last)}
    for k in told:
        word = scan.words[k]
        if word.opens or scan.headline[k] or (scan.joined(k + 1) and scan.words[k + 1].capital):
            continue  # `Komisi Kejaksaan`, `Kejaksaan Garut` are other names
        if scan.joined(k) and scan.words[k - 1].capital:
            continue
        if k in covered:
            continue
        full = expand(word.low, scan.lex)
        types = {type_ for name, type_ in fulls.items() if name.startswith(f"{full} ")}
        if len(types) == 1:
            scan.add(k, k + 1, types.pop(), "head-again", _NO_WEIGHT)


def nearest_bodies(spots: Sequence[Spot], links: Links) -> dict[tuple[int, int], int]:
    """By where a bare head stands: the root of the body of its kind that is named last before it, or around it.

    Only where the article names two or more of that kind; one alone is joined by its name, if it has any, and before the first the head
    is left open.
    """
    at_key = {node.keys[0]: i for i, node in enumerate(links.nodes)}
    heads = [i for i, node in enumerate(links.nodes) if node.type in ("ORG", "LOC") and _is_bare(node.keys[0], links)]
    if not heads:
        return {}
    places: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        places[at_key[spot.key]].append(spot)
    out: dict[tuple[int, int], int] = {}
    for i in heads:
        again = links.lexicon.is_word(links.nodes[i].keys[0], "again")
        named = _of_kind(links.nodes[i], again, links)
        roots = {links.root(j) for j in named}
        if len(roots) < (1 if again else 2):
            continue
        told = sorted((spot.end, spot.start, links.root(j)) for j in named for spot in places[j])
        ends = [end for end, _, _ in told]
        around = _around(places[i], told)
        for spot in places[i]:
            k = bisect_left(ends, spot.start)
            meant = around.get((spot.start, spot.end))
            if meant is None:
                meant = told[k - 1][2] if k else min(roots) if len(roots) == 1 else None
            if meant is not None:
                out[spot.start, spot.end] = meant
    return out


def _around(heads: Sequence[Spot], told: Sequence[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    """By where a head stands: the root of the name (end, start, root) that it stands in, the one that ends first."""
    out: dict[tuple[int, int], int] = {}
    by_start = sorted(told, key=lambda at: at[1])
    begun: list[tuple[int, int, int]] = []
    k = 0
    for head in sorted(heads, key=lambda spot: (spot.start, spot.end)):
        while k < len(by_start) and by_start[k][1] <= head.start:
            begun.append(by_start[k])
            k += 1
        begun = [at for at in begun if at[0] >= head.start]
        within = [at for at in begun if at[0] >= head.end]
        if within:
            out[head.start, head.end] = min(within)[2]
    return out


def _is_bare(key: str, links: Links) -> bool:
    """Whether a key is what each place has one of, and no body of the whole country."""
    full = links.full(key)
    if " " in key or full in links.words.bodies:
        return False
    head = links.lexicon.org_heads.get(key)
    of_place = any(links.lexicon.is_word(key, use) for use in ("mission", "again")) or is_local(full, links)
    return of_place or (head is not None and head.kind == "hospital")


def _of_kind(head: Node, matters: bool, links: Links) -> list[int]:
    """The bodies, or seats, whose names open with this head and go on with a place, a body or, if `matters`, what they deal with."""
    out = []
    full = f"{links.full(head.keys[0])} "
    for j, node in enumerate(links.nodes):
        for key in node.keys if node.type == head.type else ():
            name = links.full(key)
            if not name.startswith(full):
                continue
            first = name[len(full) :].split(" ", 1)[0]
            matter = links.lexicon.ordinary.get(first) == "portfolio" and not links.lexicon.is_word(first, "governed")
            if matters or not matter:
                out.append(j)
                break
    return out
