"""The home team under the name by which sports reports call it: `Timnas Indonesia` and `Garuda`."""

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


def _has(keys: tuple[str, ...], use: str, links: Links) -> bool:
    return any(links.words.is_word(key, use) for key in keys)
