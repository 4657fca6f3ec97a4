"""Teams under the names by which sports reports call them: `Timnas Indonesia` and `Garuda`, `Lontar City` and `City`."""

from __future__ import annotations

import re

from runut.reading.names.links import Links

_WORD = re.compile(r"[a-z]+")


def join_home_team(links: Links) -> None:
    """Join what the home team is called by with the team, where the text has both and no word of what else is called so."""
    called = [i for i, node in enumerate(links.nodes) if node.type == "ORG" and _has(node.keys, "team-called", links)]
    if not called or not links.text:
        return
    teams = [i for i, node in enumerate(links.nodes) if node.type == "ORG" and _has(node.keys, "home-team", links)]
    if not teams or any(links.words.is_word(word, "not-team") for word in set(_WORD.findall(links.text.lower()))):
        return
    for i in called:
        links.join(teams[0], i, f"called so: {links.nodes[i].keys[0]}")


def join_club_tails(links: Links) -> None:
    """Join the last word of a club's name that many have (`City`) with the only club of the text that ends with it."""
    nodes = links.nodes
    for i, node in enumerate(nodes):
        key = node.keys[0]
        if not links.words.is_word(key, "club-tail") or not links.text:
            continue
        clubs = [
            (j, k) for j, other in enumerate(nodes) if other.type == "ORG" for k in other.keys if k.endswith(f" {key}")
        ]
        if len({links.root(j) for j, _ in clubs}) == 1 and len({k for _, k in clubs}) == 1:
            node.type = "ORG"
            links.join(clubs[0][0], i, f"the last word of the club: {key}")


def _has(keys: tuple[str, ...], use: str, links: Links) -> bool:
    return any(links.words.is_word(key, use) for key in keys)
