"""Of whom a clause without a subject is told: whoever the clauses before it in its sentence make its subject."""

from __future__ import annotations

from dataclasses import dataclass

from runut.model import Event, Party
from runut.reading.events.claims import claims_at, speaker_of, speaks_of_itself
from runut.reading.events.clauses import Clause
from runut.reading.events.parties import subject_of
from runut.reading.events.told import VICTIMS, Told
from runut.reading.events.unlisted import looks_like_verb

# Whoever undergoes one of these has done the crime that is told behind it as its cause.
CAUGHT = ("ACCUSE", "COERCE", "SANCTION")

# Whoever comes to harm as the cause of one of these is visited or helped.
FOR_VICTIMS = ("AID", "CONSULT")


@dataclass(slots=True)
class Carried:
    """What the clause before tells of its sentence's parties, up to token `until`.

    `before`: its subject; `caught`: who underwent it, and may have given cause for it; `harmed`: whether that came to harm;
    `visited`: who was visited or helped; `charged`: who is charged with a deed, and with what follows it behind `dan`.
    """

    before: Party | None = None
    caught: Party | None = None
    harmed: bool = False
    visited: Party | None = None
    charged: Party | None = None
    until: int = 0

    def find(self, told: Told, clause: Clause) -> Party | None:
        """Of whom a clause is told that has no subject of its own.

        1. Whoever claims its deed, or says it of themselves. 2. Whoever is charged with it. 3. Whoever was caught for it (`polisi membekuk
        dua orang karena mencuri`). 4. Whoever was visited (`bupati mendatangi balai setelah diserang massa`). 5. The subject before.
        """
        if (claim := claims_at(told, clause)) is not None:
            return speaker_of(told, claim, self.until)
        if clause.form != "verb":
            return None
        carried = self.before if clause.first - self.until <= 1 else None
        if speaks_of_itself(told, clause):
            carried = speaker_of(told, clause.first - 1, self.until) or carried
        if carried is None or not clause.first:
            return carried
        if self.is_charge(told, clause):
            return self.charged
        marks, edge = told.lexicon.markers, told.tokens[clause.first - 1].word
        causes = marks["boundary" if clause.type == "CRIME" and not self.harmed else "because"]
        if self.caught and clause.type in ("CRIME", "ASSAULT") and edge in causes:
            return self.caught
        if self.visited and _is_undergone(told, clause) and edge in marks["boundary"]:
            return self.visited
        return carried

    def is_charge(self, told: Told, clause: Clause) -> bool:
        """Whether a clause is one more deed with which someone is charged (`menuding tentara membakar pos dan menewaskan dua orang`)."""
        paired = told.tokens[clause.first].word in told.lexicon.markers["pairing"]
        return self.charged is not None and paired and clause.type in VICTIMS and clause.first <= self.until

    def go_on(self, told: Told, clause: Clause, event: Event) -> None:
        """Takes in a clause that was told."""
        if clause.form != "verb":
            return
        active = clause.trigger.row.frame == "active"
        self.before, self.until = subject_of(event, clause), clause.last
        self.harmed = event.type in VICTIMS
        self.caught = event.recipient if event.type in CAUGHT or (active and self.harmed) else None
        self.visited = event.recipient if active and event.type in FOR_VICTIMS else None
        charges = active and told.tokens[clause.trigger.first].word in told.lexicon.markers["charging"]
        self.charged = event.recipient if charges and _has_content(told, clause) else None


def _has_content(told: Told, clause: Clause) -> bool:
    """Whether a charge says of what in a verb of its own (`menuding tentara membakar pos`)."""
    behind = (t.word for t in told.tokens[clause.trigger.last : clause.last])
    return any(word.startswith("me") and looks_like_verb(word, told.lexicon) for word in behind)


def _is_undergone(told: Told, clause: Clause) -> bool:
    """Whether a clause says that its subject came to harm."""
    row = clause.trigger.row
    return clause.type in VICTIMS and (row.frame == "passive" or row.words[0] in told.lexicon.harmed)
