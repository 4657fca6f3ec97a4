"""Who passes a statement on: the media behind `dilansir`, `kepada`, `dikutip dari`."""

from __future__ import annotations

import re
from collections.abc import Set

from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.said import Said
from runut.reading.statements.scene import WEEKDAY, Scene

# A name by which a house and its local parts are known has so many letters at least.
LEAST_OF_HOUSE = 5
# So many media are named in a row as passing something on (`dilansir A dan B`).
MOST_MEDIA = 3

_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]*|24|7)(?: (?:[A-Z][\w.’'-]*|\d+(?= [A-Z]))){0,4}")
_DOMAIN = re.compile(r"[a-z][\w-]{1,30}\.(?:com|co|id|net|org|tv|news)(?:\.id)?\b")


def find(scene: Scene, lexicon: Lexicon, said: Said, own: Set[str]) -> list[str]:
    """The relayers that the sentences of a statement name, in order; not the report's outlet, whose `letters` are in `own`."""
    text = scene.text
    first, last = said.sentence[0], scene.sentence_at(max(said.end - 1, (said.cue or (0, 0))[0]))[1]
    out: list[tuple[int, str]] = []
    speaker = said.speaker or (0, 0)
    pattern, keywords = lexicon.patterns["passed-on"], lexicon.keywords["passed-on"]
    done = first
    for word in scene.find(keywords, first, last):
        match = pattern.match(text, word.start, last) if word.start >= done else None
        if match is None:
            continue
        done = at = match.end()
        if scene.quoted[match.start()] or said.start <= match.start() < said.end or speaker[0] <= at < speaker[1]:
            continue
        told = match["to"] is not None or match["channel"] is not None
        for _ in range(MOST_MEDIA):
            names, at = _media_at(scene, lexicon, at, last, told=told)
            out += [(match.start() + len(out), name) for name in names]
            if not names or not text.startswith(" dan ", at):
                break
            at += len(" dan ")
    platforms = lexicon.words["platform"]
    return [name for _, name in sorted(out) if not _is_own(letters(name), own) and name.lower() not in platforms]


def _is_own(name: str, own: Set[str]) -> bool:
    """Whether a medium is the report's outlet, or that of which the outlet is a local part (`detik` for `detikkalimas`); a foreign one of
    which the outlet is the Indonesian part is another (`CNN` for CNN Indonesia).
    """
    parts = (outlet.removeprefix(name) for outlet in own if len(name) >= LEAST_OF_HOUSE and outlet.startswith(name))
    return name in own or any(part and part != "indonesia" for part in parts)


def _media_at(scene: Scene, lexicon: Lexicon, at: int, limit: int, *, told: bool) -> tuple[list[str], int]:
    """The medium named at a place, and where its name ends; after `kepada` only what is known as one."""
    text = scene.text
    known = lexicon.relays.match(text, at, limit)
    head = lexicon.relay_heads.match(text, at, limit)
    spot = scene.spot_at(at) or (scene.spot_at(head.end() + 1) if head else None)
    if known and (spot is None or spot.end <= known.end()):
        return [spot.name.name if spot and spot.end == known.end() else known[0]], known.end()
    if head and not spot:
        run = _CAPITALS.match(text, head.end() + 1, limit)
        return ([text[at : run.end()]], run.end()) if run else ([], at)
    if (
        spot
        and spot.name.type != "PER"
        and (not told or head or known or _looks_like_media(lexicon, text[spot.start : spot.end]))
    ):
        return [spot.name.name], spot.end
    domain = _DOMAIN.match(text, at, limit)
    if domain:
        return [domain[0]], domain.end()
    run = _CAPITALS.match(text, at, limit)
    if run and not WEEKDAY.match(text, at) and (not told or known or _looks_like_media(lexicon, run[0])):
        return [run[0].rstrip(".,")], run.end()
    return [], at


def letters(name: str) -> str:
    """A medium's name as its letters alone: `Suara Kalimas.com` and `suarakalimas` are one."""
    return re.sub(r"\.(?:com|co|id|net|org|tv|news)\b|(?<=\w)com$|[^a-z0-9]", "", name.lower())


def _looks_like_media(lexicon: Lexicon, name: str) -> bool:
    return lexicon.patterns["media-name"].search(name) is not None
