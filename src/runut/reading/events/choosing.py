"""The main events among all that an article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from runut.model import Event
from runut.reading.events.clauses import Clause

# The rule book asks for the main happenings, six to ten at most.
MOST = 10
# What an event loses each time its word was told before, and the least that is told.
AGAIN = 0.3
LEAST_WEIGHT = -1.0
# What matters less by its kind, when there are too many: words and meetings before deeds.
MINOR = frozenset({"REQUEST", "CONSULT", "SUPPORT", "AGREE", "REJECT", "CONCEDE", "CRIME"})
# The first sentences weigh so much; a later one less, the further down.
TOP = (4.0, 3.0, 2.5, 2.0)
LATER, DOWNWARD, LEAST_LATER = 1.5, 0.05, 0.3
# What an event loses by how it is told and how sure it is.
FORMS = {"verb": 0.0, "noun": 0.0, "relative": 1.0, "mention": 1.0}
STATUSES = {"happened": 0.0, "planned": 0.5, "alleged": 1.5, "denied": 2.0}


def weigh(clause: Clause, event: Event, told: bool) -> float:
    """How likely an event is one of the main ones: the nearer the top, the plainer told, the harder the deed."""
    n = clause.sentence
    weight = TOP[n] if n < len(TOP) else max(LEAST_LATER, LATER - DOWNWARD * n)
    weight -= FORMS[clause.form] + STATUSES[event.status]
    weight -= 1.0 if clause.type in MINOR else 0.0
    weight += 0.7 if event.date else 0.0
    weight += 0.3 if event.place else 0.0
    weight += 0.6 if event.actor and event.actor.entity else 0.0
    weight -= 0.5 if told else 0.0
    weight -= 0.5 if clause.trigger.first == clause.first and clause.trigger.row.frame != "noun" else 0.0
    return weight


def choose(scored: Sequence[tuple[float, Event]]) -> list[Event]:
    """The weightiest events that do not overlap, at most `MOST`; a word told before counts less each time."""
    told: Counter[str] = Counter()
    left = sorted(scored, key=lambda pair: (-pair[0], pair[1].start, pair[1].end))
    kept: list[Event] = []
    while left and len(kept) < MOST:
        weight, event = max(left, key=lambda pair: (pair[0] - AGAIN * told[pair[1].rule], -pair[1].start))
        left.remove((weight, event))
        if weight - AGAIN * told[event.rule] < LEAST_WEIGHT:
            break
        if not any(_overlap(event, k) for k in kept):
            kept.append(event)
            told[event.rule] += 1
    return kept


def _overlap(a: Event, b: Event) -> bool:
    """Whether two clauses share half of the shorter one and tell the same kind of event: a deed may be the object of a word."""
    if a.type != b.type:
        return (a.start, a.end) == (b.start, b.end)
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= min(a.end - a.start, b.end - b.start)
