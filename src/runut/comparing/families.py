"""Which reports rest on one another: families of reports that were copied or retold from the same single item.

Reuse is measured on the body alone: by runs of words that two reports share and sentences that were lightly edited (after Clough et al.,
Measuring Text Reuse, ACL 2002), by sentences told again in other words, and by facts that stand in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from runut.codec import content_id
from runut.comparing import facts as facts_
from runut.comparing import passages as passages_
from runut.comparing import retelling
from runut.comparing.facts import Order
from runut.comparing.passages import MIN_SENTENCE, Side, Words
from runut.comparing.retelling import Content
from runut.comparing.rulings import NONE, Rulings
from runut.comparing.upstream import find_original, find_upstream, outlet_of
from runut.lang import Language
from runut.model import Family, Passage, Reading

# Reports with fewer runs of five words in common are not compared further: one shared quotation has as many.
LEAST_COMMON_RUNS = 8
# Share of one report's sentences that must stand in the other. On 90 labelled pairs (75 families, 15 near misses), without the rules
# for near half and for later reports: .50 gives precision .974, recall .987; before `IN_ORDER` went from .60 to .55 recall was .960,
# and .45 gave .961 and .973, .55 .986 and .920, .60 .985 and .880.
MOSTLY = 0.5
# Where fewer sentences than this share stand in the other, half of the words must stand in shared runs too, or this share of the
# sentences be copied or told again: of 13 labelled pairs so near the half the ten families pass, and one of three that share a
# background or a hearing.
WELL_OVER = 0.6
TOLD_NEAR_HALF = 0.65
WORDS_NEAR_HALF = 0.5
# Reports so many days apart have the background of one story in common: then this share of the sentences must stand in the other, and no
# other rule holds. Of nine labelled pairs a week or more apart the one family has .80, the four that half of the sentences would admit
# .62 to .70.
LONG_AFTER = 7
MOSTLY_LATER = 0.75
# A stub of a line or two that stands in many reports is no report of its own: so many sentences must be taken.
LEAST_TAKEN = 3
# Quotations of one press conference are in everyone's hands: so many of the taken sentences must be narration.
LEAST_NARRATION = 2
# By figures and statements: so many of them at least, and at least this share of the sentences taken with them.
LEAST_ITEMS = 6
LEAST_SHARE_WITH_ITEMS = 0.25
# So many numbers at least in what was taken tell whether it was only a form; bare years are none of them.
LEAST_NUMBERS = 6
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d[\d.,]{0,30}(?<=\d)")
# Pairs of reports that the reason of a large family names.
MOST_LINKS_TOLD = 4

ALONE, JUDGED = "alone", "judgement"
SAME_TEXT, COPIED, RETOLD, ITEMS, FACTS = "same-text", "copied", "retold", "figures-and-statements", "facts-in-order"
_RANK = {SAME_TEXT: 0, COPIED: 1, RETOLD: 2, ITEMS: 3, FACTS: 4}
"""The rules, the surer evidence first."""
_WHAT = {
    SAME_TEXT: ("kalimat", "sentences"),
    COPIED: ("kalimat", "sentences"),
    RETOLD: ("kalimat (sebagian dengan kata-kata lain)", "sentences (partly in other words)"),
    ITEMS: ("angka dan pernyataan", "figures and statements"),
    FACTS: ("nama, angka, dan hari", "names, numbers and days"),
}


@dataclass(frozen=True, slots=True)
class _Report:
    reading: Reading
    words: Words
    content: Content


@dataclass(frozen=True, slots=True)
class _Link:
    """By `rule`, `taken` of `of` parts of report `inner` stand in report `outer`."""

    inner: _Report
    outer: _Report
    taken: int
    of: int
    rule: str
    order: Order | None = None

    @property
    def strength(self) -> float:
        return self.taken / self.of


def group(readings: tuple[Reading, ...], language: Language, rulings: Rulings = NONE) -> tuple[Family, ...]:
    """Every report in exactly one family, singletons included, the largest first; `why` in Indonesian and English.

    Two reports are linked when more than half of one stands in the other, by the first rule of these that holds: `same-text`, `copied`
    (sentences), `retold` (sentences copied or told again), `figures-and-statements`, `facts-in-order`. A family has the rule of its
    weakest link; `alone` for a family of one, `judgement` where rulings made it.
    """
    words = passages_.read_words(readings)
    contents = retelling.read_content(readings, words, language)
    reports = [_Report(*parts) for parts in zip(readings, words, contents, strict=True)]
    links = _find_links(reports)
    trees = _trees(len(reports), links)
    made = {frozenset(members): tree for tree, members in trees}
    number = {r.article.id: n for n, r in enumerate(readings)}
    groups = rulings.regroup("reports", ([readings[n].article.id for n in members] for _, members in trees))
    families = []
    for ids in groups:
        members = sorted(number[i] for i in ids if i in number)
        tree = made.get(frozenset(members))
        if members:
            families.append(
                _family(members, _span(members, links) if tree is None else tree, links, reports, tree is None)
            )
    return tuple(sorted(families, key=lambda f: (-len(f.articles), f.articles)))


def _find_links(reports: Sequence[_Report]) -> dict[tuple[int, int], _Link]:
    links = {}
    sides = {}
    for i, j, *pair in passages_.find_sharing([r.words for r in reports], LEAST_COMMON_RUNS):
        sides[i, j] = pair
        link = _stronger(
            link
            for inner, outer, side in ((reports[i], reports[j], pair[0]), (reports[j], reports[i], pair[1]))
            if (link := _link(inner, outer, side))
        )
        if link:
            links[i, j] = link
    orders = facts_.find_orders(facts_.read_facts([r.reading for r in reports], [r.words for r in reports]))
    for (i, j), order in orders.items():
        if (i, j) not in links and not _long_after(reports[i].reading, reports[j].reading):
            link = _by_facts(reports[i], reports[j], order, sides.get((i, j)))
            if link:
                links[i, j] = link
    return links


def _link(inner: _Report, outer: _Report, side: Side) -> _Link | None:
    """By which rule, if any, more than half of `inner` stands in `outer`; a form that two filled in with other numbers is no item."""
    link = _find_link(inner, outer, side)
    return None if link and link.rule != SAME_TEXT and _is_form(inner, outer, side) else link


def _is_form(inner: _Report, outer: _Report, side: Side) -> bool:
    """Whether most of the numbers in the sentences of `inner` that stand in `outer` are others there: two towns' accounts in one form."""
    words = inner.words
    text = inner.reading.article.text
    taken = [
        number
        for line, t in zip(words.lines, side.taken, strict=True)
        if t
        for number in _NUMBER.findall(text, words.starts[line.first], words.ends[line.last - 1])
    ]
    told = _digits(taken)
    if len(told) < LEAST_NUMBERS:
        return False
    return 2 * len(told & _digits(_NUMBER.findall(outer.reading.article.text))) < len(told)


def _digits(numbers: Iterable[str]) -> frozenset[str]:
    """The digits of numbers, without the zeros at their ends: one item has `79,87 ribu` where its other telling has 79.870."""
    return frozenset(re.sub(r"\D", "", number).strip("0") for number in numbers)


def _find_link(inner: _Report, outer: _Report, side: Side) -> _Link | None:
    if _long_after(inner.reading, outer.reading):
        return _by_sentences(inner, outer, side, MOSTLY_LATER)
    return (
        _by_sentences(inner, outer, side, WELL_OVER)
        or _by_half(inner, outer, side)
        or _by_retelling(inner, outer, side)
        or _by_items(inner, outer, side)
    )


def _stronger(links: Iterable[_Link]) -> _Link | None:
    """Of both directions the surer rule, then the larger share."""
    return max(links, key=lambda link: (-_RANK[link.rule], link.strength, link.taken), default=None)


def _long_after(a: Reading, b: Reading) -> bool:
    if not a.anchor.day or not b.anchor.day:
        return False
    return abs((date.fromisoformat(a.anchor.day) - date.fromisoformat(b.anchor.day)).days) >= LONG_AFTER


def _by_sentences(inner: _Report, outer: _Report, side: Side, mostly: float) -> _Link | None:
    words = inner.words
    if (
        words.lines and inner.reading.article.text == outer.reading.article.text
    ):  # however short: the same text is one item
        return _Link(inner, outer, len(words.lines), len(words.lines), SAME_TEXT)
    lines = [
        (line, t) for line, t in zip(words.lines, side.taken, strict=True) if line.last - line.first >= MIN_SENTENCE
    ]
    count = sum(t for _, t in lines)
    narrated = sum(t for line, t in lines if not line.quoted)
    if not lines or count < max(LEAST_TAKEN, mostly * len(lines)) or narrated < LEAST_NARRATION:
        return None
    return _Link(inner, outer, count, len(lines), COPIED)


def _by_half(inner: _Report, outer: _Report, side: Side) -> _Link | None:
    link = _by_sentences(inner, outer, side, MOSTLY)
    if link is None or side.covered >= WORDS_NEAR_HALF:
        return link
    return link if retelling.find_told(inner.content, outer.content, side.taken).share >= TOLD_NEAR_HALF else None


def _by_retelling(inner: _Report, outer: _Report, side: Side) -> _Link | None:
    told = retelling.find_retold(side, inner.content, outer.content)
    return _Link(inner, outer, told.taken, told.of, RETOLD) if told else None


def _by_items(inner: _Report, outer: _Report, side: Side) -> _Link | None:
    words = inner.words
    stretches = [
        (words.starts[line.first], words.ends[line.last - 1])
        for line, t in zip(words.lines, side.taken, strict=True)
        if t and not line.quoted
    ]
    share = sum(side.taken) / max(1, len(side.taken))
    found = inner.reading
    items = [(f.start, f.end) for f in found.figures] + [(s.start, s.end) for s in found.statements]
    count = sum(any(a < end and start < b for a, b in stretches) for start, end in items)
    if (
        len(items) < LEAST_ITEMS
        or count <= MOSTLY * len(items)
        or len(stretches) < LEAST_NARRATION
        or share < LEAST_SHARE_WITH_ITEMS
    ):
        return None
    return _Link(inner, outer, count, len(items), ITEMS)


def _by_facts(a: _Report, b: _Report, order: Order, sides: Sequence[Side] | None) -> _Link | None:
    """Facts in one order are of one item when the sentences around them are told again too."""
    taken = [side.taken for side in sides] if sides else [(False,) * len(r.words.lines) for r in (a, b)]
    told = [
        retelling.find_told(inner.content, outer.content, own)
        for inner, outer, own in ((a, b, taken[0]), (b, a, taken[1]))
    ]
    if max(t.share for t in told) < facts_.TOLD_AGAIN:
        return None
    inner, outer = (a, b) if order.poorer == 0 else (b, a)
    return _Link(inner, outer, len(order.facts), order.whole, FACTS, order)


def _trees(size: int, links: Mapping[tuple[int, int], _Link]) -> list[tuple[list[tuple[int, int]], list[int]]]:
    """Groups of reports with the links that hold each together: the strongest first, and two groups become one only when
    more than half of the pairs across them are linked, so that no chain of half-shared reports makes one family of all.
    """
    groups: dict[int, tuple[list[int], list[tuple[int, int]]]] = {n: ([n], []) for n in range(size)}
    home = list(range(size))
    for i, j in _by_strength(links):
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


def _span(members: Sequence[int], links: Mapping[tuple[int, int], _Link]) -> list[tuple[int, int]]:
    """The strongest links that tie these reports together as far as links do; for families that rulings made."""
    home = {n: n for n in members}
    tree = []
    for i, j in _by_strength(links):
        if i in home and j in home and home[i] != home[j]:
            tree.append((i, j))
            old = home[j]
            for n in home:
                if home[n] == old:
                    home[n] = home[i]
    return tree


def _by_strength(links: Mapping[tuple[int, int], _Link]) -> list[tuple[int, int]]:
    return sorted(links, key=lambda pair: (_RANK[links[pair].rule], -links[pair].strength, pair))


def _family(
    members: Sequence[int],
    tree: Sequence[tuple[int, int]],
    links: Mapping[tuple[int, int], _Link],
    reports: Sequence[_Report],
    judged: bool,
) -> Family:
    inside = [reports[n].reading for n in members]
    ids = tuple(sorted(r.article.id for r in inside))
    held = [links[pair] for pair in tree]
    weakest = max((link.rule for link in held), key=_RANK.__getitem__, default=ALONE)
    upstream = find_upstream(inside)
    original = find_original(inside) if len(inside) > 1 else None
    why, english = _why(held, upstream, judged)
    return Family(
        id=content_id("family", *ids),
        articles=ids,
        why=why,
        english=english,
        rule=JUDGED if judged else weakest,
        upstream=upstream,
        passages=tuple(p for i, j in sorted(tree) for p in _passages(reports[i], reports[j], links[i, j])),
        original=original.article if original else None,
        original_why=original.why if original else None,
        original_english=original.english if original else None,
    )


def _passages(a: _Report, b: _Report, link: _Link) -> tuple[Passage, ...]:
    """What two linked reports share, in a's order: copied and edited passages, and those of the link's own kind."""
    found = passages_.find_passages(a.words, b.words)
    if link.rule == RETOLD:
        found += retelling.find_passages(a.words, b.words, a.content, b.content, found)
    elif link.order is not None:
        found += facts_.find_passages(a.words, b.words, link.order, found)
    return tuple(sorted(found, key=lambda p: (p.a.start, p.b.start)))


def _why(links: Sequence[_Link], upstream: Sequence[str], judged: bool) -> tuple[str, str]:
    """The reason in Indonesian and in English."""
    why = ["menurut putusan"] if judged else []
    english = ["by judgement"] if judged else []
    if not links and not judged:
        return "tidak ada laporan lain yang sebagian besar isinya sama", "no other report has most of its content"
    for link in links[:MOST_LINKS_TOLD]:
        what, things = _WHAT[link.rule]
        one, other = link.inner.reading, link.outer.reading
        inner, outer = _label(one), _label(other)
        ordered = (" dalam urutan yang sama", " in the same order") if link.rule == FACTS else ("", "")
        names = (f"laporan {inner}", f"laporan {outer}", f"{inner}'s report", f"{outer}'s")
        heads = one.article.title, other.article.title
        if inner == outer and all(heads) and heads[0] != heads[1]:  # two reports of one outlet go by their headlines
            inner, outer = (f"{inner} “{head}”" for head in heads)
            names = (f"laporan {inner}", f"laporan {outer}", inner, outer)
        why.append(f"{link.taken} dari {link.of} {what} {names[0]} terdapat pula dalam {names[1]}{ordered[0]}")
        english.append(f"{link.taken} of {link.of} {things} of {names[2]} are in {names[3]} too{ordered[1]}")
    if len(links) > MOST_LINKS_TOLD:
        why.append(f"dan {len(links) - MOST_LINKS_TOLD} pasangan laporan lain")
        english.append(f"and {len(links) - MOST_LINKS_TOLD} other pairs of reports")
    if upstream and links:
        why.append(f"sumber yang disebut: {', '.join(upstream)}")
        english.append(f"sources named: {', '.join(upstream)}")
    return "; ".join(why), "; ".join(english)


def _label(reading: Reading) -> str:
    return outlet_of(reading) or reading.article.title or reading.article.source.rsplit("/", 1)[-1]
