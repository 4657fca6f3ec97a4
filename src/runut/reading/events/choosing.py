"""The main events among all that an article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from runut.model import Event
from runut.reading.events.clauses import Clause

# The rule book asks for the main happenings, six to ten at most.
MOST = 10
# An event loses this each time its word was told before; one that weighs less than the least is not told.
AGAIN = 0.3
LEAST_WEIGHT = -2.0
# The weights are the log odds, rounded, of a logistic regression of 664 candidates in ten annotated cases (tune and seen) on
# whether they tell one of the main events: .69 of those in the first sentence do, .48 in the second, .39 below; .52 of those told
# by a verb of their own, .23 of those described or in passing; .10 of those alleged; .63 of those with a day.
TOP = (2.0, 0.7)
FORMS = {"verb": 0.4, "noun": 0.0, "relative": -1.0, "mention": -0.6}
STATUSES = {"happened": 0.0, "planned": 0.0, "alleged": -1.6, "denied": -0.2}
DATED, ACTED, SAID, BARE, SHORT = 1.0, 0.8, -0.5, -0.7, -0.5
SHORT_TEXT = 40
# What matters less by its kind, when there are too many: meetings and words of good will.
MINOR = frozenset({"CONSULT", "SUPPORT", "AGREE", "THREATEN"})
LESS = -0.6


def weigh(clause: Clause, event: Event, told: bool) -> float:
    """How likely an event is one of the main ones: the nearer the top, the plainer told, with a day and an actor."""
    weight = TOP[clause.sentence] if clause.sentence < len(TOP) else 0.0
    weight += FORMS[clause.form] + STATUSES[event.status]
    weight += LESS if clause.type in MINOR else 0.0
    weight += DATED if event.date else 0.0
    weight += ACTED if event.actor else 0.0
    weight += SAID if told else 0.0
    weight += BARE if clause.trigger.first == clause.first and clause.trigger.row.frame != "noun" else 0.0
    weight += SHORT if event.end - event.start < SHORT_TEXT else 0.0
    return weight


def choose(scored: Sequence[tuple[float, Event]]) -> list[Event]:
    """The weightiest events that neither overlap nor repeat a text, at most `MOST`; a word told before counts less each time."""
    told: Counter[str] = Counter()
    left = sorted(scored, key=lambda pair: (-pair[0], pair[1].start, pair[1].end))
    kept: list[Event] = []
    while left and len(kept) < MOST:
        weight, event = max(left, key=lambda pair: (pair[0] - AGAIN * told[pair[1].rule], -pair[1].start))
        left.remove((weight, event))
        if weight - AGAIN * told[event.rule] < LEAST_WEIGHT:
            break
        if not any(_overlap(event, k) or event.text == k.text for k in kept):
            kept.append(event)
            told[event.rule] += 1
    return kept


def _overlap(a: Event, b: Event) -> bool:
    """Whether two clauses share half of the shorter one and tell the same kind of event: a deed may be the object of a word."""
    if a.type != b.type:
        return (a.start, a.end) == (b.start, b.end)
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= min(a.end - a.start, b.end - b.start)
