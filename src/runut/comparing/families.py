"""Which reports rest on one another: families of reports that were copied or retold from the same single item.

Reuse is measured on the body alone: by runs of words that two reports share, by sentences that were lightly edited
(after Clough et al., Measuring Text Reuse, ACL 2002), and by sentences told again in other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.codec import content_id
from runut.comparing.passages import MIN_SENTENCE, Sharing, Words, find_passages, find_sharing, read_words
from runut.comparing.retelling import Content, find_retold, read_content
from runut.lang import Language
from runut.model import Family, Passage, Reading

# Reports with fewer runs of five words in common are not compared further: one shared quotation has as many.
LEAST_COMMON_RUNS = 8
# Share of one report's sentences that must stand in the other. On 90 labelled pairs (75 families, 15 near misses), all rules
# below in force: .50 gives precision .974, recall .987; before `IN_ORDER` went from .60 to .55 recall was .960, and
# .45 gave .961 and .973, .55 .986 and .920, .60 .985 and .880.
MOSTLY = 0.5
# A stub of a line or two that stands in many reports is no report of its own: so many sentences must be taken.
LEAST_TAKEN = 3
# Quotations of one press conference are in everyone's hands: so many of the taken sentences must be narration.
LEAST_NARRATION = 2
# By figures and statements: so many of them at least, and at least this share of the sentences taken with them.
LEAST_ITEMS = 6
LEAST_SHARE_WITH_ITEMS = 0.25
# Pairs of reports that the reason of a large family names.
MOST_LINKS_TOLD = 4


SENTENCES, RETOLD, ITEMS = "kalimat", "kalimat (dengan kata-kata lain)", "angka dan pernyataan"
# The surer kind of evidence first.
_RANK = {SENTENCES: 0, RETOLD: 1, ITEMS: 2}


@dataclass(frozen=True, slots=True)
class _Link:
    """`taken` of `of` parts (of which kind `what` says) of report `inner` stand in report `outer`."""

    inner: Reading
    outer: Reading
    taken: int
    of: int
    what: str

    @property
    def strength(self) -> float:
        return self.taken / self.of


def group(readings: tuple[Reading, ...], language: Language) -> tuple[Family, ...]:
    """Every report in exactly one family, singletons included, the largest first; `why` in Indonesian."""
    reports = read_words(readings)
    contents = tuple(read_content(readings, language))
    links = {}
    for i, j, sharing in find_sharing(reports, LEAST_COMMON_RUNS):
        link = _link(sharing, readings[i], readings[j]) or _retelling(
            (readings[i], contents[i]), (readings[j], contents[j])
        )
        if link:
            links[i, j] = link
    families = [_family(tree, members, links, readings, reports) for tree, members in _trees(len(readings), links)]
    return tuple(sorted(families, key=lambda f: (-len(f.articles), f.articles)))


def _link(sharing: Sharing, a: Reading, b: Reading) -> _Link | None:
    """The stronger of both directions, when it makes a family."""
    found = [
        link
        for inner, outer, words, taken in ((a, b, sharing.a, sharing.taken_a), (b, a, sharing.b, sharing.taken_b))
        if (link := _by_sentences(inner, outer, words, taken) or _by_items(inner, outer, words, taken))
    ]
    return max(found, key=lambda link: (-_RANK[link.what], link.strength, link.taken), default=None)


def _retelling(a: tuple[Reading, Content], b: tuple[Reading, Content]) -> _Link | None:
    """The stronger of both directions, when one report tells the other's item in other words."""
    found = [
        _Link(inner, outer, retold.taken, retold.of, RETOLD)
        for (inner, words), (outer, others) in ((a, b), (b, a))
        if (retold := find_retold(words, others))
    ]
    return max(found, key=lambda link: (link.strength, link.taken), default=None)


def _by_sentences(inner: Reading, outer: Reading, words: Words, taken: tuple[bool, ...]) -> _Link | None:
    if words.lines and inner.article.text == outer.article.text:  # however short: the same text is one item
        return _Link(inner, outer, len(words.lines), len(words.lines), SENTENCES)
    lines = [(line, t) for line, t in zip(words.lines, taken, strict=True) if line.last - line.first >= MIN_SENTENCE]
    count = sum(t for _, t in lines)
    narrated = sum(t for line, t in lines if not line.quoted)
    if not lines or count < max(LEAST_TAKEN, MOSTLY * len(lines)) or narrated < LEAST_NARRATION:
        return None
    return _Link(inner, outer, count, len(lines), SENTENCES)


def _by_items(inner: Reading, outer: Reading, words: Words, taken: tuple[bool, ...]) -> _Link | None:
    stretches = [
        (words.starts[line.first], words.ends[line.last - 1])
        for line, t in zip(words.lines, taken, strict=True)
        if t and not line.quoted
    ]
    share = sum(taken) / max(1, len(taken))
    items = [(f.start, f.end) for f in inner.figures] + [(s.start, s.end) for s in inner.statements]
    count = sum(any(a < end and start < b for a, b in stretches) for start, end in items)
    if (
        len(items) < LEAST_ITEMS
        or count <= MOSTLY * len(items)
        or len(stretches) < LEAST_NARRATION
        or share < LEAST_SHARE_WITH_ITEMS
    ):
        return None
    return _Link(inner, outer, count, len(items), ITEMS)


def _trees(size: int, links: dict[tuple[int, int], _Link]) -> list[tuple[list[tuple[int, int]], list[int]]]:
    """Groups of reports with the links that hold each together: the strongest first, and two groups become one only when
    more than half of the pairs across them are linked, so that no chain of half-shared reports makes one family of all.
    """
    groups: dict[int, tuple[list[int], list[tuple[int, int]]]] = {n: ([n], []) for n in range(size)}
    home = list(range(size))
    for i, j in sorted(links, key=lambda pair: (_RANK[links[pair].what], -links[pair].strength, pair)):
        here, there = sorted((home[i], home[j]))
        if here == there:
            continue
        across = [(min(a, b), max(a, b)) for a in groups[here][0] for b in groups[there][0]]
        if 2 * sum(pair in links for pair in across) <= len(across):
            continue
        members, tree = groups.pop(there)
        groups[here][0].extend(members)
        groups[here][1].extend([*tree, (i, j)])
        for n in members:
            home[n] = here
    return [(tree, sorted(members)) for members, tree in groups.values()]


def _family(
    tree: list[tuple[int, int]],
    members: list[int],
    links: dict[tuple[int, int], _Link],
    readings: tuple[Reading, ...],
    reports: tuple[Words, ...],
) -> Family:
    inside = [readings[n] for n in members]
    ids = tuple(sorted(r.article.id for r in inside))
    upstream = _upstream(inside)
    passages = [Passage(a=a, b=b) for i, j in sorted(tree) for a, b in find_passages(reports[i], reports[j])]
    return Family(
        id=content_id("family", *ids),
        articles=ids,
        why=_why([links[pair] for pair in tree], upstream),
        upstream=upstream,
        passages=tuple(passages),
    )


def _why(links: list[_Link], upstream: tuple[str, ...]) -> str:
    if not links:
        return "tidak ada laporan lain yang sebagian besar isinya sama"
    told = []
    for link in links[:MOST_LINKS_TOLD]:
        told.append(
            f"{link.taken} dari {link.of} {link.what} laporan {_label(link.inner)} terdapat pula dalam laporan {_label(link.outer)}"
        )
    if len(links) > MOST_LINKS_TOLD:
        told.append(f"dan {len(links) - MOST_LINKS_TOLD} pasangan laporan lain")
    if upstream:
        told.append(f"sumber yang disebut: {', '.join(upstream)}")
    return "; ".join(told)


def _upstream(members: list[Reading]) -> tuple[str, ...]:
    """The agencies that all members name; in a family, also a member's outlet that another member credits."""
    named = [{_plain(a): a for a in reversed(r.credits.agencies)} for r in members]
    shared = [name for key, name in sorted(named[0].items()) if all(key in other for other in named[1:])]
    for reading in members:
        outlet = _outlet(reading)
        credited = any(_plain(outlet) in other for other, r in zip(named, members, strict=True) if _outlet(r) != outlet)
        if outlet and credited and _plain(outlet) not in {_plain(s) for s in shared}:
            shared.append(outlet)
    return tuple(sorted(shared))


def _outlet(reading: Reading) -> str:
    return reading.article.outlet or reading.credits.outlet or ""


def _label(reading: Reading) -> str:
    return _outlet(reading) or reading.article.title or reading.article.source.rsplit("/", 1)[-1]


def _plain(name: str) -> str:
    """An outlet's name without its domain and `news`, so that `antaranews.com` is `Antara`."""
    return re.sub(
        r"\.(?:com|co\.id|co|id|net|tv|org)$|[^a-z0-9]|news$", "", re.sub(r"\.(?:com|co\.id|co|id)$", "", name.lower())
    )
