"""How likely two figures count the same thing: the weights of what is seen at the pair, added up (a logistic regression's log odds)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from runut.comparing import contradictions, growth
from runut.comparing.bounds import digits, is_cut, meets, ratio
from runut.comparing.growth import GROWING
from runut.comparing.measures import PEOPLE, THINGS
from runut.comparing.overlaps import equal, same_at_start
from runut.comparing.points import Point
from runut.comparing.wording import weigh
from runut.lang import Language

# Counts up to here are equal by accident, and up to the second often.
SMALL, MIDDLE = 3, 19
# Values of so many digits are equal by no accident.
TELLING_DIGITS = 3
# The ends of the steps in which a likeness of words, a ratio of values and a distance of days are told.
STEPS = (0.05, 0.15, 0.3, 0.5, 0.75)
RATIOS = (1.1, 1.3, 2.0, 4.0, 20.0)
DAYS = (0, 1, 3)

# What is told of the same people in unlike words: carried away, fled, rescued.
MOVED = frozenset(["evacuated", "displaced", "rescued"])

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the figures of a story are seen against: the weight of each stem, and under how many heads each value stands."""

    weight: Mapping[str, float]
    heads: Mapping[tuple[object, object], int]


def read_weights(language: Language) -> Weights:
    """What each feature says for or against a pair."""
    return {row["feature"]: float(row["weight"]) for row in language.table("series_weights")}


def set_up(points: Sequence[Point]) -> Setting:
    """The setting of a story's points."""
    sentences = {(p.report, p.at): p.stems for p in points}
    heads: dict[tuple[object, object], set[tuple[str, str]]] = defaultdict(set)
    for p in points:
        heads[p.figure.low, p.figure.high].add((p.figure.measure, p.head))
    return Setting(weigh(sentences[key] for key in sorted(sentences)), {value: len(of) for value, of in heads.items()})


def find_features(a: Point, b: Point, setting: Setting) -> list[str]:
    """What is seen at two figures, whichever comes first."""
    return list(_features(a, b, setting))


def weigh_pair(features: Sequence[str], weights: Weights) -> float:
    """The log odds that two figures count the same thing."""
    return sum(weights.get(f, 0.0) for f in features)


def comparable(a: Point, b: Point) -> bool:
    """Whether two figures may count the same thing at all: of one measure, both of people, or equal."""
    return a.figure.measure == b.figure.measure or equal(a, b) or (is_of_people(a) and is_of_people(b))


def is_of_people(p: Point) -> bool:
    """Whether those counted are people."""
    return p.figure.measure in PEOPLE or (
        p.figure.measure == "other" and p.kind in ("person", "people-classifier", "suspect", "force")
    )


def _group(p: Point) -> str:
    measure = p.figure.measure
    if measure in PEOPLE:
        return "people"
    if measure in THINGS:
        return "things"
    return measure if measure in ("age", "money", "magnitude", "other", "percent") else "amount"


def _features(a: Point, b: Point, setting: Setting) -> Iterator[str]:
    f, g = a.figure, b.figure
    yield "bias"
    kin = f.measure == g.measure or {f.measure, g.measure} <= MOVED
    group = _group(a) if kin else "mixed"
    if group == "mixed":
        yield "mixed:" + "/".join(sorted((_group(a), _group(b))))
    value = _value(a, b)
    yield f"value={value}"
    kind = "equal" if value.startswith("equal") else value if value in ("meets", "cut") else "apart"
    yield f"{group}:{value}"
    yield f"run={run(a, b)}:{kind}"
    yield f"{group}:{kind}"
    if f.measure != g.measure:
        yield "measures kin" if kin else "measures differ"
    if kind == "apart":
        yield f"{group}:ratio={_step(ratio(a, b), RATIOS)}"
        if f.measure == g.measure and f.measure in GROWING and a.day != b.day:
            early, late = sorted((a, b), key=lambda p: p.day)
            yield "grown" if (late.figure.low or 0) > (early.figure.low or 0) else "shrunk"
    if kind == "equal":
        yield f"value under {min(4, setting.heads[f.low, f.high])} heads"
    where = (
        "sentence"
        if a.report == b.report and a.at == b.at
        else "next sentence"
        if a.report == b.report and abs(a.at - b.at) == 1
        else "report"
        if a.report == b.report
        else "family"
        if a.family == b.family
        else "other"
    )
    yield f"where={where}:{kind}"
    head = _heads(a, b)
    yield f"head={head}"
    yield f"head={head}:{kind}"
    for name, x, y in (("near", a.near, b.near), ("sentence", a.stems, b.stems), ("passage", a.passage, b.passage)):
        yield f"{name}={_step(_likeness(x, y, setting.weight), STEPS)}:{kind}"
    if a.next_word and b.next_word:
        yield f"next word {'same' if a.next_word == b.next_word else 'differs'}:{kind}"
    shared = len(a.companions & b.companions) if where not in ("sentence",) else 0
    if shared:
        yield f"companions {min(2, shared)}"
    if a.source and b.source:
        yield f"source {'same' if a.source == b.source else 'differs'}:{kind}"
    if a.where and b.where:
        yield f"place {'shared' if a.where & b.where else 'differs'}:{group in ('people', 'things')}"
    if a.figure.part != b.figure.part:
        yield f"part differs:{kind}"
    scopes: tuple[tuple[str, str | tuple[str, ...], str | tuple[str, ...]], ...] = (
        ("topic", a.topic, b.topic),
        ("period", a.period, b.period),
        ("scope", a.scope, b.scope),
        ("unit", a.unit, b.unit),
        ("person", a.person, b.person),
    )
    for name, own, other in scopes:
        if own and other and own != other:
            yield f"{name} differs" if name != "topic" else f"topic differs:{group}"
        elif own and other and any(own):
            yield f"{name} same:{kind}" if name in ("topic", "person") else f"{name} same"
        elif bool(own) != bool(other):
            yield f"{name} of one"
    if a.general != b.general and group in ("people", "things"):
        yield f"general differs:{kind}"
    elif a.general and group in ("people", "things"):
        yield f"general both:{kind}"
    if f.measure in PEOPLE | THINGS and f.measure == g.measure and kind != "equal":
        yield f"toll={_toll(a, b)}:{kind}"
    if a.presumed != b.presumed:
        yield "presumed differs"
    if a.added != b.added:
        yield "added differs"
    if a.happened and b.happened:
        yield f"happened {'same' if a.happened == b.happened else 'differs'}"
    if a.figure.as_of and b.figure.as_of:
        one, other = sorted((a.figure.as_of[:10], b.figure.as_of[:10]))
        yield f"as of {'same' if other.startswith(one) else 'differs'}:{kind}"  # a day lies within its month
    if a.day and b.day:
        gap = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
        yield f"days={_step(gap, DAYS)}:{kind}"


def _toll(a: Point, b: Point) -> str:
    """What two unlike counts of people or things are to one another, if both are of one toll."""
    if a.topic != b.topic or (a.period != b.period) or (a.scope and b.scope and a.scope != b.scope):
        return "scope"
    if a.figure.part != "total" or b.figure.part != "total":
        return "part"
    alike = (a.general and b.general) or a.head == b.head
    if not alike:
        return "other"
    early, late = sorted((a, b), key=lambda p: (p.day, p.published))
    if late.follows or early.former or late.former:
        return "told"
    if contradictions.excludes(a, b):
        return "excludes"
    if early.day < late.day:
        return f"later{_step(ratio(a, b), RATIOS) if growth.evolves(early, late) else ' less'}"
    return "same report" if a.report == b.report else f"same day{_step(ratio(a, b), RATIOS)}"


def _value(a: Point, b: Point) -> str:
    """How two values stand to one another."""
    if equal(a, b):
        low = a.figure.low or 0
        if a.figure.low != a.figure.high:
            return "equal range"
        if digits(a) >= TELLING_DIGITS:
            return "equal long"
        return "equal small" if low <= SMALL else "equal middle" if low <= MIDDLE else "equal large"
    if is_cut(a.figure, b.figure) or is_cut(b.figure, a.figure):
        return "cut"
    if meets(a.figure, b.figure):
        return "meets"
    return "apart"


def run(a: Point, b: Point) -> int:
    """How many words right before and right after two numbers are the same, up to five."""
    return min(5, same_at_start(a.before, b.before) + same_at_start(a.behind, b.behind))


def _heads(a: Point, b: Point) -> str:
    if not a.head and not b.head:
        return "none"
    if not a.head or not b.head:
        return "one none"
    if a.head == b.head:
        return "same"
    first, second = a.head.split()[0], b.head.split()[0]
    if first == second:
        return "same word"
    if a.general and b.general and {a.figure.measure, b.figure.measure} & PEOPLE:
        return "general"
    if b.head in a.beside or a.head in b.beside:
        return "beside"
    if first in b.words or second in a.words:
        return "named"
    if a.kind and b.kind and a.kind != b.kind:
        return "kinds differ"
    return "differs"


def _likeness(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """The weight of the shared stems as a share of those of both."""
    shared = sum(weight.get(s, 1.0) for s in a & b)
    if not shared:
        return 0.0
    return shared / sum(weight.get(s, 1.0) for s in a | b)


def _step(value: float, ends: Sequence[float]) -> int:
    return next((n for n, end in enumerate(ends) if value <= end), len(ends))
