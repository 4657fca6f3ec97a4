"""The main events among all that an article tells: each is weighed by what is seen at it (a logistic regression's weights)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from runut.lang import Language
from runut.model import Event
from runut.reading.events.clauses import UNLISTED, Clause
from runut.text import Words
from runut.text.near import Near

# The rule book asks for the main happenings, six to ten at most; the most that one reader told of an article is fourteen.
MOST = 14
# An event that weighs less is not told; where few are, one may weigh little. At -2.0 the cases of seen, tune, light, fresh, wide and drawn
# give .904, .930, .888, .863, .816 and .763 of their events; at -1.55 .910, .925, .884, .855, .806 and .754.
LEAST_WEIGHT, FEW, LEAST_OF_FEW = -2.0, 7, -2.5

# An event told by a verb that no row has, whose type is a guess, must always weigh so much.
LEAST_OF_UNLISTED = -1.5
# So must one that is denied, where there are `FEW` others: of 42 left out in the annotated cases, 5 are annotated.
LEAST_OF_DENIED = 0.0
_UNLISTED = tuple(f"{form}:" for form in UNLISTED)

# Sentences at the top are told apart; of the others, those further down are late.
TOP, LATE = 4, 12
# An event of few characters tells little: its length counts in these steps.
LENGTHS = (25, 50, 90, 140)
# A word's own weight is a feature with this before it.
OF_WORD = "word="
# So short a word of a headline says nothing about the event.
SHORTEST_TITLE_WORD = 4
# How many candidates an article has is counted in such steps, up to the last.
MANY, MOST_STEPS = 6, 4

# Words of so many letters say what a report is about; standing in it more often than so, a word says no more.
_LONG, _LONG_WORD = 4, re.compile(r"[^\W\d_]{4,}")
# What holds one or more of these, or none; found in half the time, and most are words of letters alone.
_RUN = re.compile(r"\w++")
OFTEN, MOST_CENTRAL = 6, 4
_DIGIT = re.compile(r"\d")

Weights = Mapping[str, float]


@dataclass(slots=True)
class Candidate:
    """An event that may be a main one, the clause that tells it, and the form of the statement that it stands in, if any.

    `idle`: the roles in which words stand that are no party; a clause with them tells as much as one with a party. `rejected`: someone
    denies it in so many words (`membantah menembak`), which is news. `claimed`: it is only somebody's claim or version.
    """

    event: Event
    clause: Clause
    said: str | None
    idle: frozenset[str] = frozenset()
    rejected: bool = False
    claimed: bool = False


def read_weights(language: Language) -> Weights:
    """What each feature says for or against an event."""
    return {row["feature"]: float(row["weight"]) for row in language.table("event_weights")}


def find_features(candidates: Sequence[Candidate], title: str | None, words: Words) -> list[list[str]]:
    """What is seen at each candidate of a report with these words; they come in the order of the text."""
    heading = [word for word in (title or "").lower().split() if len(word) >= SHORTEST_TITLE_WORD]
    kinds = Counter(c.event.type for c in candidates)
    main = max(kinds, key=lambda kind: kinds[kind], default=None)
    common = [f"many={min(len(candidates) // MANY, MOST_STEPS)}", "bias"]
    told: set[str] = set()
    told_in: dict[int, list[Event]] = defaultdict(list)
    for c in candidates:
        told_in[c.clause.sentence].append(c.event)
    beside = {n: Near([(e.start, e.end, e) for e in events]) for n, events in told_in.items() if len(events) > 1}
    out = []
    for c in candidates:
        place = _nesting(c.event, beside[c.clause.sentence]) if c.clause.sentence in beside else ()
        out.append([*_features(c, heading, main, told), *place, f"central={_central(c.event.text, words)}", *common])
        told.add(c.event.rule)
    return out


def _features(c: Candidate, heading: Sequence[str], main: str | None, told: Collection[str]) -> Iterator[str]:
    event, clause, row = c.event, c.clause, c.clause.trigger.row
    yield f"sentence={clause.sentence if clause.sentence < TOP else 'middle' if clause.sentence < LATE else 'late'}"
    yield f"form={clause.form}"
    yield f"type={event.type}"
    yield f"{clause.form}/{event.type}"
    yield f"{OF_WORD}{row.word}"
    yield f"{row.frame}:{event.type}"
    yield f"status={event.status}"
    if c.said:
        yield f"said={c.said}"
        yield f"{c.said}:{clause.form}"
    if event.date:
        yield "date"
    if event.place:
        yield "place"
    for role, party in (("actor", event.actor), ("recipient", event.recipient)):
        if party:
            yield f"{role}=named" if party.entity or f"{role}=named" in c.idle else role
        elif role in c.idle:
            yield role
    if _DIGIT.search(event.text):
        yield "digit"
    yield f"length={bisect_right(LENGTHS, event.end - event.start)}"
    if clause.trigger.first == clause.first and row.frame != "noun":
        yield "no subject"
    if row.light:
        yield "light verb"
    if event.type == main:
        yield "type of most"
    if event.rule in told:
        yield "told before"
    word = row.words[-1]
    if any(
        w in word or word in w or w[1:] in word for w in heading
    ):  # `tangkap` in a headline: `menangkap`, `ditangkap`
        yield "in headline"


def _nesting(event: Event, beside: Near[Event]) -> Iterator[str]:
    """Whether an event stands within another of its sentence, or has one within."""
    near = [o for o in beside.within(event.start, event.end) if o is not event]
    if any(o.start <= event.start and event.end <= o.end for o in near):
        yield "nested"
    if any(event.start <= o.start and o.end <= event.end for o in near):
        yield "has another"


def _central(text: str, report: Words) -> int:
    """How often (up to `OFTEN` times) the longer words of an event's text stand in its report, on average."""
    runs = set(_RUN.findall(text.lower() if text.isascii() else text))
    words = {run for run in runs if len(run) >= _LONG}
    if not "".join(words).isalpha():
        words = {word for run in words for word in ((run,) if run.isalpha() else _LONG_WORD.findall(run))}
    if not text.isascii():  # where a letter may become two
        words = {word.lower() for word in words}
    at = report.at
    return min(MOST_CENTRAL, sum([min(len(at[word]), OFTEN) for word in words if word in at]) // (len(words) or 1))


def weigh(features: Sequence[str], weights: Weights) -> float:
    """The log odds that an event is a main one."""
    return sum(map(weights.get, features, repeat(0.0)))


def choose(weighed: Sequence[tuple[float, Event]], rejected: Collection[str] = ()) -> list[Event]:
    """The weightiest events that neither overlap nor repeat a text, at most `MOST`; `rejected`: the ids of those that someone denies."""
    kept: list[Event] = []
    for weight, event in sorted(weighed, key=lambda pair: (-pair[0], pair[1].start, pair[1].end)):
        if len(kept) == MOST or weight < (LEAST_OF_FEW if len(kept) < FEW else LEAST_WEIGHT):
            break
        if weight < LEAST_OF_UNLISTED and event.rule.startswith(_UNLISTED):
            continue
        if weight < LEAST_OF_DENIED and event.status == "denied" and event.id not in rejected and len(weighed) > FEW:
            continue
        if not any(_overlap(event, k) or event.text == k.text for k in kept):
            kept.append(event)
    return kept


def _overlap(a: Event, b: Event) -> bool:
    """Whether two clauses share half of the shorter one and tell the same kind of event: a deed may be the object of a word."""
    if a.type != b.type:
        return (a.start, a.end) == (b.start, b.end)
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= min(a.end - a.start, b.end - b.start)
