"""Figures set side by side: like with like, and what their bounds say of one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from runut.codec import content_id
from runut.lang import Language
from runut.model import Entity, Family, Figure, Reading, Series

# A count that is more than this many times another of the same days covers something else.
WIDEST_RATIO = 4.0
# A part of a toll grows into its whole by at most this factor over the days of one event.
WIDEST_GROWTH = 20.0
# Numbers given as about so much meet within a tenth.
ABOUT = 0.1
# Words after a figure that may still tell what it covers.
REACH = 110
# Two figures of a measure without people or things in common are of one thing when their sentences share so many words.
SHARED_WORDS = 0.34
# More values than this of different scope are no comparison that helps an editor.
MOST_INCOMPARABLE = 3
# Magnitudes of one quake by several agencies differ by no more.
MAGNITUDES_APART = 0.4
# Reports of one quake come within so many days of one another.
QUAKE_DAYS = 2

PEOPLE = frozenset(
    (
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "affected",
        "hostages",
        "participants",
        "troops",
        "police",
    )
)
THINGS = frozenset(["vehicles", "aircraft", "houses", "buildings_damaged", "buildings_burned"])
GROWING = frozenset(
    [
        "killed",
        "injured",
        "arrested",
        "houses",
        "buildings_damaged",
        "buildings_burned",
        "affected",
        "displaced",
        "evacuated",
        "rescued",
    ]
)


@dataclass(frozen=True, slots=True)
class _Words:
    roles: Mapping[str, re.Pattern[str]]
    values: Mapping[tuple[str, str], str]
    general: Mapping[str, frozenset[str]]
    labels: Mapping[str, str]
    animals: frozenset[str]
    referring: frozenset[str]
    aliases: Mapping[str, str]
    turn: re.Pattern[str]
    whole: re.Pattern[str]


def _words_of(language: Language) -> _Words:
    rows = language.table("series_words")
    by_role: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_role[row["role"]].append(row["word"])
    patterns = {
        role: re.compile(
            rf"\b({'|'.join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))})\b", re.IGNORECASE
        )
        for role, words in by_role.items()
    }
    return _Words(
        patterns,
        {(r["role"], r["word"]): r["value"] for r in rows},
        {r["word"]: frozenset(r["value"].split()) for r in rows if r["role"] == "general"},
        {r["measure"]: r["label"] for r in language.table("measure_labels")},
        frozenset(r["noun"] for r in language.table("count_nouns") if r["kind"] == "animal"),
        frozenset(by_role["referring"]),
        {r["word"]: r["value"] for r in rows if r["role"] == "alias"},
        re.compile(rf"[.;]\s|, (?:{'|'.join(map(re.escape, by_role['turn'])) or '(?!)'})\b"),
        re.compile(rf"\w (?:{'|'.join(map(re.escape, by_role['whole'])) or '(?!)'}) $"),
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A figure with what it covers: `topic` must be equal for two to be one series; `head` is who or what is counted."""

    figure: Figure
    report: str
    family: str
    day: str
    published: str
    topic: tuple[str, ...]
    head: str
    sort: str
    general: bool
    period: str
    after: bool
    follows: bool
    former: bool
    context: frozenset[str]

    @property
    def source(self) -> tuple[str, str]:
        return self.report, self.figure.speaker or ""


def align(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], families: tuple[Family, ...], language: Language
) -> tuple[Series, ...]:
    """The series of a story's figures, the most carried first; every figure is in at most one."""
    words = language.derive(_words_of)
    family_of = {a: f.id for f in families for a in f.articles}
    points = [p for r in readings for p in _points(r, family_of.get(r.article.id, r.article.id), words)]
    groups: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in points:
        groups[(point.figure.measure, *point.topic)].append(point)
    out = []
    for key in sorted(groups):
        for members in _clusters(groups[key]):
            for settled in _settled(members):
                made = _series(settled, words)
                if made is not None:
                    out.append(made)
    return tuple(sorted(out, key=lambda s: (-s.independent, -len(s.figures), s.measure, s.id)))


def _points(reading: Reading, family: str, words: _Words) -> Iterable[Point]:
    """What each figure of a report covers, by the words around it."""
    text = reading.article.text
    starts = [f.number.start for f in reading.figures if f.measure in PEOPLE or f.measure in THINGS]
    for figure in reading.figures:
        sentence = next(
            ((s.start, s.end) for s in reading.sentences if s.start <= figure.number.start < s.end),
            (figure.start, figure.end),
        )
        following = next((s for s in starts if s >= figure.end), sentence[1])
        after = text[figure.number.end : min(sentence[1], max(figure.end, following), figure.number.end + REACH)]
        clause = words.turn.split(after)[0]
        before = text[max(sentence[0], figure.number.start - 60) : figure.number.start]
        before = re.split(r"[.;,]\s", before)[-1]
        if words.whole.search(before):  # the whole of a part: what follows is said of the part
            clause = ""
        head = _head(figure, words)
        yield Point(
            figure=figure,
            report=reading.article.id,
            family=family,
            day=(reading.anchor.day or figure.as_of or "")[:10],
            published=reading.article.published or "",
            topic=_topic(figure, head, before, clause, words),
            head=head,
            sort=_sort(figure, head),
            general=not head
            or _is_general(head, figure.measure, words)
            or _is_general(head.split()[0], figure.measure, words),
            period=_value(words, "period", f"{before} {clause}"),
            after=_says(words, "aftershock", text[sentence[0] : sentence[1]]),
            follows=_says(words, "remaining", before) or _says(words, "update", before),
            former=_says(words, "correction", before),
            context=_content(text[sentence[0] : sentence[1]]),
        )


def _head(figure: Figure, words: _Words) -> str:
    """The head of what is counted: as the reading rule found it, else the first word."""
    if figure.rule.startswith("measure:noun:"):
        return figure.rule.removeprefix("measure:noun:")
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", (figure.counted or "").lower())
    head = " ".join(found[:2])
    return "" if head in words.referring else head


def _is_general(head: str, measure: str, words: _Words) -> bool:
    measures = words.general.get(head)
    return measures is not None and (not measures or measure in measures)


def _says(words: _Words, role: str, text: str) -> bool:
    return role in words.roles and words.roles[role].search(text) is not None


def _sort(figure: Figure, head: str) -> str:
    """The word after the head of what is counted."""
    after = (figure.counted or "").lower().partition(head)[2].split() if head else []
    return after[0] if after and after[0].isalpha() else ""


def _value(words: _Words, role: str, text: str) -> str:
    match = words.roles[role].search(text) if role in words.roles else None
    return words.values[role, match[1].lower()] if match else ""


def _topic(figure: Figure, head: str, before: str, clause: str, words: _Words) -> tuple[str, ...]:
    """What two figures of one measure must share to stand in one series."""
    measure = figure.measure
    if measure == "age":
        return (" ".join((figure.counted or "").lower().split()[-2:]),)
    if measure in THINGS:
        handled = _value(words, "handled", clause) if measure == "vehicles" else ""
        return (words.aliases.get(head) or (head.split()[0] if head else ""), handled)
    if measure in PEOPLE:
        handled = "" if measure in ("evacuated", "rescued", "injured") else _value(words, "handled", clause)
        return ("handled" if handled else "", _value(words, "aid", f"{before} {clause}"))
    if measure == "other" and (head in words.animals or head == "ekor"):
        return ("animals",)
    if measure == "other":
        topic = _value(words, "topic", figure.rule) or _value(words, "topic", clause)
        return (topic or head,)
    if measure == "money":
        return (_value(words, "loss", before),)
    return ("",)


def _content(sentence: str) -> frozenset[str]:
    """The words of a sentence that are long enough to mean something."""
    return frozenset(re.findall(r"[^\W\d_]{5,}", sentence.lower()))


def _clusters(points: list[Point]) -> Iterable[list[Point]]:
    """Split the points of one topic into those that an editor would set side by side."""
    measure = points[0].figure.measure
    if measure in ("vehicles", "aircraft"):
        for group in _by_sort(points):
            yield from _by_head(group)
    elif measure in PEOPLE or measure in THINGS:
        yield from _by_head(points)
    elif measure == "magnitude":
        yield from _linked(points, _same_quake)
    elif measure == "age":
        yield points if points[0].topic[0] else []
    elif measure == "other":
        yield from _linked(points, lambda a, b: a.topic[0] != "" and meets(a.figure, b.figure) and _same_kind(a, b))
    else:
        yield from _linked(points, lambda a, b: meets(a.figure, b.figure) and _shared(a, b) >= SHARED_WORDS)


def _by_sort(points: list[Point]) -> Iterable[list[Point]]:
    """`kapal nelayan` apart from `kapal patroli`; a bare `kapal` goes with the only sort there is, else by itself."""
    sorts = {p.sort for p in points if p.sort}
    if len(sorts) < 2:
        return [points]
    return [group for sort in sorted({p.sort for p in points}) if (group := [p for p in points if p.sort == sort])]


def _by_head(points: list[Point]) -> Iterable[list[Point]]:
    """All counts with a general head together, each group named more narrowly by itself.

    A narrow group joins the general one when it is a part that a later whole contains: counted earlier, and smaller.
    """
    if any(points[0].topic) and points[0].figure.measure in PEOPLE:  # the topic itself says which part
        yield points
        return
    general = [p for p in points if p.general and p.figure.part == "total"]
    narrow: dict[str, list[Point]] = defaultdict(list)
    for p in points:
        if p not in general:
            narrow[p.head if p.figure.part == "total" else f"part:{p.head}"].append(p)
    for head in sorted(narrow):
        group = narrow[head]
        fits = general and not head.startswith("part:") and all(any(_contained(p, g) for g in general) for p in group)
        if fits:
            general = general + group
        else:
            yield group
    yield general


def _settled(points: list[Point]) -> Iterable[list[Point]]:
    """The points without those that go with none of the others, and those by themselves.

    Where most go together (their bounds meet, or one follows the other in time), a count that does not is of something
    else: the figure with the most such pairs leaves first. Few values that do not go together stay, to be told apart.
    """
    left, out = list(points), []
    while len(left) > 2:
        bad = [(sum(_astray(p, q) for q in left if q is not p), p.figure.id, k) for k, p in enumerate(left)]
        most, _, worst = max(bad)
        if not most:
            break
        out.append(left.pop(worst))
    if len(left) * 2 <= len(points) and len({(p.figure.low, p.figure.high) for p in points}) <= MOST_INCOMPARABLE:
        return [points]
    return [left, *_settled(out)] if out else [left]


def _astray(a: Point, b: Point) -> bool:
    """Whether two counts can be neither the same, nor one later than the other, nor plainly in conflict."""
    if _disjoint(a, b) or _excludes(a, b):
        return False
    if meets(a.figure, b.figure):
        return None in (a.figure.low, a.figure.high, b.figure.low, b.figure.high) and _ratio(a, b) > WIDEST_RATIO
    earlier, later = (a, b) if (a.day, a.published) <= (b.day, b.published) else (b, a)
    return not _evolves(earlier, later) or (earlier.general and later.general and _ratio(a, b) > WIDEST_RATIO)


def _contained(part: Point, whole: Point) -> bool:
    """Whether a later general count is large enough to hold a part counted earlier, or says the same."""
    same = (part.figure.low, part.figure.high) == (whole.figure.low, whole.figure.high)
    if same and part.report != whole.report:
        return True
    low, high = part.figure.low, whole.figure.high
    if part.report == whole.report or low is None or high is None or not low < high:
        return False
    return bool(part.day and whole.day and part.day < whole.day) and high / low <= WIDEST_GROWTH


def _linked(points: list[Point], alike: Callable[[Point, Point], bool]) -> Iterable[list[Point]]:
    """Groups of points chained by a likeness of pairs."""
    parent = list(range(len(points)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in combinations(range(len(points)), 2):
        if alike(points[i], points[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Point]] = defaultdict(list)
    for i, point in enumerate(points):
        groups[root(i)].append(point)
    return groups.values()


def _same_quake(a: Point, b: Point) -> bool:
    """Whether two magnitudes are of one quake: near in value and day, or told alike where a day is not known."""
    if a.figure.low is None or b.figure.low is None or a.after != b.after:
        return False
    if abs(a.figure.low - b.figure.low) > MAGNITUDES_APART:
        return False
    if not a.day or not b.day:
        return _shared(a, b) >= SHARED_WORDS
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) <= QUAKE_DAYS


def _same_kind(a: Point, b: Point) -> bool:
    """Whether two counts of animals name the same animal (or one only counts heads), and two of people are told alike."""
    if a.general and b.general and a.topic[0] == a.head:
        return _shared(a, b) >= SHARED_WORDS
    return a.topic[0] != "animals" or a.head == b.head or "ekor" in (a.head, b.head)


def _shared(a: Point, b: Point) -> float:
    union = a.context | b.context
    return len(a.context & b.context) / len(union) if union else 0.0


def meets(a: Figure, b: Figure) -> bool:
    """Whether the bounds of two figures leave a value that suits both; a number given as about so much is widened."""
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def _low(f: Figure) -> float:
    return float("-inf") if f.low is None else f.low * (1 - ABOUT) if f.approx and f.low == f.high else f.low


def _high(f: Figure) -> float:
    return float("inf") if f.high is None else f.high * (1 + ABOUT) if f.approx and f.low == f.high else f.high


def _series(points: list[Point], words: _Words) -> Series | None:
    """The series of some points; None where it would hold no two reports or sources."""
    if len(points) < 2 or len({p.source for p in points}) < 2:
        return None
    ordered = sorted(points, key=lambda p: (p.day, p.published, p.figure.article, p.figure.start))
    relation, why, rule = _relate(ordered)
    if relation == "incomparable" and len({(p.figure.low, p.figure.high) for p in ordered}) > MOST_INCOMPARABLE:
        return None
    low, best, high = _current(ordered, relation)
    measure = ordered[0].figure.measure
    ids = tuple(sorted(p.figure.id for p in ordered))
    heads = sorted({p.head for p in ordered if p.head and not p.general})
    label = words.labels.get(measure, measure)
    topic = ordered[0].topic[0]
    if measure == "other":
        label = topic if topic != "animals" else min((p.head for p in ordered), key=lambda h: (h == "ekor", h))
    elif measure in ("age", "vehicles") and topic:
        label = f"{label}: {topic}"
    elif len(heads) == 1 and all(not p.general for p in ordered):
        label = f"{label}: {heads[0]}"
    return Series(
        id=content_id("series", measure, *ids),
        measure=measure,
        what=label,
        relation=relation,
        figures=tuple(p.figure.id for p in ordered),
        why=why,
        rule=rule,
        low=low,
        best=best,
        high=high,
        independent=len({p.family for p in ordered}),
    )


def _relate(points: list[Point]) -> tuple[str, str, str]:
    """Relation, why in words, and the rule that decided; points in the order of time."""
    apart = [(a, b) for a, b in combinations(points, 2) if not meets(a.figure, b.figure) and not _disjoint(a, b)]
    if not apart:
        return "agree", "batas nilainya bertemu", "series:bounds-meet"
    if points[0].figure.measure == "age":
        return "conflict", "umur orang yang sama disebut berbeda", "series:age-differs"
    if any(a.period != b.period for a, b in apart):
        return "incomparable", "kurun waktunya berbeda", "series:period-differs"
    if all(_evolves(a, b) for a, b in apart):
        return "evolve", "angka yang kemudian memperbarui yang terdahulu", "series:later-count"
    if any(_ratio(a, b) > WIDEST_RATIO for a, b in apart):
        return "incomparable", "cakupannya berbeda", "series:too-far-apart"
    if any(a.general != b.general or a.figure.part != b.figure.part for a, b in apart):
        return "incomparable", "yang dihitung berbeda: sebagian dan seluruhnya", "series:part-and-whole"
    plain = [(a, b) for a, b in apart if _excludes(a, b)]
    if plain and all(_evolves(a, b) or (a, b) in plain for a, b in apart):
        return (
            "conflict",
            "cakupan dan waktunya sama, tetapi nilainya tidak dapat sama-sama benar",
            "series:bounds-exclude",
        )
    return "incomparable", "tidak jelas apakah yang dihitung sama", "series:unclear"


def _disjoint(a: Point, b: Point) -> bool:
    """Whether two figures count different groups, which need not agree: the dead of one side and of the other."""
    return not a.general and not b.general and a.head != b.head


def _evolves(a: Point, b: Point) -> bool:
    """Whether the later figure of two carries the earlier on: larger on a later day, or said to follow another."""
    if a.report == b.report and (a.former or b.former):
        return True
    if (b.follows and b.day >= a.day) or (a.follows and a.day == b.day):
        return True
    if not a.day or not b.day or a.day >= b.day:
        return False
    growing = a.figure.measure in GROWING
    return not growing or (
        a.figure.low is not None and _high(b.figure) > a.figure.low and _ratio(a, b) <= WIDEST_GROWTH
    )


def _excludes(a: Point, b: Point) -> bool:
    """Whether two exact totals of one day, by two named sources of two reports, cannot both be right."""
    exact = all(p.figure.low == p.figure.high and not p.figure.approx and p.figure.part == "total" for p in (a, b))
    named = a.figure.speaker is not None and b.figure.speaker is not None and a.figure.speaker != b.figure.speaker
    apart = a.report != b.report and a.family != b.family
    alike = a.general and b.general and a.day == b.day != "" and a.period == b.period
    tracked = a.figure.measure in GROWING and a.figure.measure not in ("affected", "evacuated", "rescued")
    return exact and named and apart and alike and tracked and _ratio(a, b) <= WIDEST_RATIO


def _ratio(a: Point, b: Point) -> float:
    values = [v for p in (a, b) for v in (p.figure.low if p.figure.low is not None else p.figure.high,) if v]
    return max(values) / min(values) if len(values) == 2 else 1.0


def _current(points: list[Point], relation: str) -> tuple[int | float | None, int | float | None, int | float | None]:
    """Bounds and best value now: where counts differ those of the latest day, an attributed and exact one before others."""
    if relation in ("incomparable", "conflict"):
        known = [v for p in points for v in (p.figure.low, p.figure.high) if v is not None]
        return (min(known), None, max(known)) if relation == "conflict" and known else (None, None, None)
    latest = points if relation == "agree" else [p for p in points if p.day == points[-1].day]
    best = max(
        latest,
        key=lambda p: (
            relation == "evolve" and p.follows,
            p.figure.low == p.figure.high,
            p.figure.speaker is not None,
            p.published,
            p.figure.id,
        ),
    )
    if relation == "evolve":
        return best.figure.low, best.figure.low if best.figure.low == best.figure.high else None, best.figure.high
    lows = [p.figure.low for p in latest if p.figure.low is not None]
    highs = [p.figure.high for p in latest if p.figure.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    exact = best.figure.low == best.figure.high and best.figure.low is not None
    if low is not None and high is not None and low > high:  # numbers given as about so much meet only when widened
        low, high = high, low
    return low, best.figure.low if exact else None, high
