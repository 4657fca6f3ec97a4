"""What a host asks of programs in its robots.txt (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

# More than this of a robots.txt is not read; the RFC asks for at least 500 KiB.
MAX_BYTES = 512 << 10
# Nobody waits longer than this between two pages of one host, whatever its Crawl-delay says.
MAX_DELAY = 10.0

_NAME = re.compile(r"[A-Za-z-]+")
_PRODUCT = re.compile(r"[A-Za-z_-]+|\*")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one program: what they match, and whether it is allowed; and the seconds between two pages asked for."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that matches decides, and of two as long the one that allows."""
        path = _normal(target)
        if path == "/robots.txt":
            return True
        matching = [(len(pattern), allowed) for pattern, allowed in self.rules if _matches(pattern, path)]
        return max(matching, default=(0, True))[1]


def read(data: bytes, product: str) -> Robots:
    """The rules of a robots.txt for a program; those for all (`*`) where none name it. Lines that are no rule are passed over."""
    text = data[:MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    named, general = _Group(), _Group()
    groups: list[_Group] = []
    agents_go_on = False
    for field, value in _fields(text):
        if field == "user-agent":
            if not agents_go_on:
                groups = []
            agents_go_on = True
            token = _PRODUCT.match(value)
            if token and token[0] == "*":
                groups.append(general)
            elif token and token[0].lower() == product.lower():
                named.seen = True
                groups.append(named)
            continue
        if field in ("allow", "disallow", "crawl-delay"):
            agents_go_on = False
            for group in groups:
                group.take(field, value)
    group = named if named.seen else general
    return Robots(tuple(group.rules), group.delay)


class _Group:
    """The rules for one program, gathered from wherever it is named."""

    def __init__(self) -> None:
        self.rules: list[tuple[str, bool]] = []
        self.delay = 0.0
        self.seen = False

    def take(self, field: str, value: str) -> None:
        if field == "crawl-delay":
            if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value):
                self.delay = min(float(value), MAX_DELAY)
        elif value:  # an empty rule matches nothing
            self.rules.append((_normal(value), field == "allow"))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"\r\n|\r|\n", text):
        name, colon, value = line.partition("#")[0].partition(":")
        if colon and _NAME.fullmatch(name := name.strip()):
            yield name.lower(), value.strip()


def _normal(path: str) -> str:
    """A path with every byte escaped that needs it and no other, so that two ways to write one path are equal."""
    pieces = re.split(r"(%2[Ff]|%2[Aa]|%24)", path)  # an escaped slash, star or dollar means no slash, star or dollar
    return "".join(
        piece.upper() if n % 2 else quote(unquote_to_bytes(piece), safe="/*$?=&:@!'(),;~+[]")
        for n, piece in enumerate(pieces)
    )


def _matches(pattern: str, path: str) -> bool:
    """Whether a rule matches the beginning of a path; `*` stands for anything, `$` at its end for the end of the path.

    Its pieces are looked for one after the other, so that no pattern takes longer than its length times the path's.
    """
    to_the_end = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return path == first if to_the_end else True
    at = len(first)
    *middle, last = rest
    for piece in middle:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if to_the_end:
        return len(path) - len(last) >= at and path.endswith(last)
    return path.find(last, at) >= 0
