"""Who did a deed, as far as its clause names them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass

from runut.comparing.wordlines import WordLine, is_noun
from runut.lang import Language
from runut.model import Reading

BEFORE, AFTER, OWNING, ONLY_BY = "before", "after", "owning", "only by"
"""Where a clause has who did it: before the verb, right after it, as the one whose deed it is, or only after `oleh`."""

BY, WHICH = "oleh", "yang"
# `oleh` stands so many words after the verb at most; who did it has so many words at most.
BY_REACH = 4
LONGEST = 4
LONGEST_AGENT = 3
# Between a passive and who did it (`ditembak mati polisi`).
BETWEEN = frozenset(("mati", "tewas", "habis-habisan", "ramai-ramai", "beramai-ramai", "langsung"))
# What may stand between who acts and the verb; and what makes a name before the verb no actor (`warga di Lontar menjarah`).
AUXILIARY = ("auxiliary", "planned", "alleged", "denied")
POINTERS = ("itu", "ini", "tersebut")
PLACING = frozenset(("di", "ke", "dari", "kepada", "terhadap", "pada", "untuk", "dengan", "tentang", "bagi"))
# Targets of the terms of the lexicon that call people who act.
PEOPLE = ("massa dan pelaku di lapangan", "pasukan dan aparat")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    agents: Set[str]
    auxiliaries: Set[str]
    countries: Set[str]


class Doers:
    """Finds who did the deeds of one report."""

    def __init__(self, reading: Reading, language: Language) -> None:
        self._language = language
        self._lexicon = language.derive(_lexicon)
        self._events = reading.events
        self._mentions: list[tuple[int, int, str]] = []
        for start, end, kind in sorted(
            ((m.start, m.end, name.type) for name in reading.names for m in name.mentions), key=lambda m: (m[0], -m[1])
        ):
            if not self._mentions or end > self._mentions[-1][1]:  # of names within names the longest
                self._mentions.append((start, end, kind))
        self._starts = [start for start, _, _ in self._mentions]

    def is_name(self, start: int) -> bool:
        """Whether a name begins or goes on at `start`."""
        return self._name(start) is not None

    def find(self, line: WordLine, first: int, last: int, place: str) -> tuple[int, int] | None:
        """Where they stand who did the deed told by the words `first` to `last`; None where the clause does not say."""
        by = next((at for at in range(last + 1, min(last + 1 + BY_REACH, len(line))) if line.low[at] == BY), None)
        if by is not None and all(line.joins(at) for at in range(last + 1, by + 1)):
            return self._phrase(line, by + 1)
        if place == BEFORE:
            return self._subject(line, first)
        at = last + 1
        if place == OWNING:
            return self._body(line, at)
        if place == ONLY_BY:
            return None
        while line.joins(at) and line.low[at] in BETWEEN:
            at += 1
        if line.joins(at) and (line.low[at] in self._lexicon.agents or self._may_act(line, at)):
            return self._phrase(line, at)
        return None

    def _name(self, start: int) -> tuple[int, int, str] | None:
        at = bisect_right(self._starts, start) - 1
        return self._mentions[at] if at >= 0 and start < self._mentions[at][1] else None

    def _may_act(self, line: WordLine, at: int) -> bool:
        """Whether word `at` belongs to the name of someone who can act: no mere place."""
        name = self._name(line.spans[at][0])
        if name is None:
            return False
        return name[2] in ("PER", "ORG") or line.text[name[0] : name[1]].lower() in self._lexicon.countries

    def _body(self, line: WordLine, at: int) -> tuple[int, int] | None:
        """A state or body right after a noun (`serangan Kalimantara`)."""
        if not line.joins(at) or not self._may_act(line, at):
            return None
        name = self._name(line.spans[at][0])
        return None if name is None else name[:2]

    def _phrase(self, line: WordLine, at: int) -> tuple[int, int] | None:
        """The words that name someone from word `at` on: nouns up to a mark, or up to the end of a name."""
        start, end = line.spans[at][0] if at < len(line) else 0, 0
        for here in range(at, min(at + LONGEST, len(line))):
            if not line.joins(here):
                break
            name = self._name(line.spans[here][0])
            if name is not None:
                return start, name[1]
            if line.low[here] not in self._lexicon.agents and not is_noun(line, here, self._language):
                break
            end = line.spans[here][1]
        return (start, end) if end else None

    def _subject(self, line: WordLine, verb: int) -> tuple[int, int] | None:
        """Who acts: a name or an agent right before the verb and its auxiliaries; else the short actor of the event told there."""
        at = verb - 1
        while at >= 0 and line.joins(at + 1) and line.low[at] in self._lexicon.auxiliaries:
            at -= 1
        if at < 0 or not line.joins(at + 1):
            return None
        start, end = line.spans[at]
        if (name := self._name(start)) is not None:
            head = bisect_right(line.spans, (name[0], len(line.text))) - 1
            placed = line.joins(head) and line.low[head - 1] in PLACING
            return name[:2] if self._may_act(line, at) and not placed else None
        for size in range(min(LONGEST_AGENT, at + 1), 0, -1):
            if " ".join(line.low[at - size + 1 : at + 1]) in self._lexicon.agents:
                return line.spans[at - size + 1][0], end
        for event in self._events:
            actor = event.actor
            if (
                actor is None
                or actor.entity is None
                or actor.start is None
                or actor.end != end
                or actor.start < line.spans[0][0]
            ):
                continue
            if event.start <= line.spans[verb][0] < event.end and len(actor.text.split()) <= LONGEST:
                return actor.start, actor.end
        return None


def _lexicon(language: Language) -> _Lexicon:
    markers = language.table("event_markers")
    terms = [row["term"] for row in language.table("framing_terms") if row["target"] in PEOPLE]
    return _Lexicon(
        {row["word"] for row in markers if row["kind"] == "agent"} | set(terms),
        {row["word"] for row in markers if row["kind"] in AUXILIARY} | {WHICH, *POINTERS},
        {row["name"].lower() for row in language.table("countries")},
    )
