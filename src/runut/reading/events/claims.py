"""What is only somebody's claim or version: a deed that they claim or charge someone with, or tell of another."""

from __future__ import annotations

from runut.model import Event, Party, Statement
from runut.reading.events.clauses import Clause
from runut.reading.events.subjects import subject_before
from runut.reading.events.told import VICTIMS, Told

# A claim of a deed is told in so many words before it (`mengaku bertanggung jawab penuh atas`).
LONGEST_CLAIM = 6
# Whoever is told of it has so many words.
LONGEST_ADDRESSEE = 4
# Of these types, what somebody claims or is charged with is not yet done.
CLAIMED = (*VICTIMS, "COERCE", "THREATEN")
# Of these, whoever tells them of another gives a version.
VERSIONS = ("ASSAULT", "CRIME")


def is_claim(told: Told, clause: Clause, event: Event, statement: Statement | None) -> bool:
    """Whether a deed that is told as happened is only somebody's claim or version.

    1. Somebody claims it (`mengaku bertanggung jawab atas serangan`). 2. It follows a word of claim or suspicion (`menyimpulkan`).
    3. Somebody tells of another that they did violence or underwent it; how many were killed or hurt is a count, and no version.
    """
    if event.status != "happened" or event.type not in CLAIMED:
        return False
    tokens, marks = told.tokens, told.lexicon.markers
    if claims_at(told, clause) is not None:
        return True
    if any(t.word in marks["established"] for t in tokens[clause.first : clause.trigger.first]):
        return False  # `hakim menyatakan Rendra terbukti memukul`
    row = clause.trigger.row
    said_by = tokens[clause.first - 1].word if clause.first else ""
    if said_by in marks["claiming"] and not (row.frame == "state" and row.words[0] in told.lexicon.harmed):
        return True
    if said_by in marks["stating"] and event.type in VICTIMS and speaks_of_itself(told, clause):
        return True
    if statement is None or event.type not in VERSIONS or _is_own(event, statement):
        return False
    verb = clause.form == "verb" and row.frame in ("active", "passive")
    if not verb and (
        event.actor is None or clause.form not in ("relative", "noun")
    ):  # a description takes it for granted
        return False
    if (event.actor is None or row.words[0] in told.lexicon.harmed) and _is_counted(told, event.recipient):
        return False  # `40 mobil dibakar`
    cue = (statement.cue or "").lower().split()
    return tokens[clause.trigger.first].word not in marks["happening"] and marks["established"].isdisjoint(cue)


def _is_counted(told: Told, party: Party | None) -> bool:
    """Whether a party is a number of people or things."""
    at = next((n for n, t in enumerate(told.tokens) if party and told.view.origin.start(t.start) == party.start), None)
    marks = told.lexicon.markers
    near = told.tokens[at : at + 2] if at is not None else ()
    return any(t.word[0].isdigit() or t.word in marks["counting"] or t.word in marks["numbering"] for t in near)


def _is_own(event: Event, statement: Statement) -> bool:
    """Whether somebody says of themselves that they did it."""
    speaker, actor = statement.speaker, event.actor
    if speaker is None or actor is None:
        return False
    return actor.text == speaker.text or (actor.entity is not None and actor.entity == speaker.entity)


def speaks_of_itself(told: Told, clause: Clause) -> bool:
    """Whether a clause without a subject follows a word of speech, so that whoever speaks did it (`Rendra mengaku memukul tetangganya`)."""
    tokens, marks, trigger = told.tokens, told.lexicon.markers, clause.trigger
    if not clause.first or tokens[clause.first - 1].word not in marks["speech"]:
        return False
    if not tokens[trigger.first].word.startswith("me"):
        return False
    first = clause.first
    if tokens[first].word in marks["to"]:  # `mengaku kepada penyidik telah menerima uang`
        near = range(first + 1, min(trigger.first, first + LONGEST_ADDRESSEE + 2))
        first = next((at for at in near if tokens[at].word in marks["auxiliary"]), first)
    between = tokens[first : trigger.first]
    return all(t.word in marks["auxiliary"] or t.word in marks["aside"] or t.word in marks["opening"] for t in between)


def speaker_of(told: Told, at: int, first: int) -> Party | None:
    """Whoever speaks by the word of speech at `at`, from token `first` on at most."""
    tokens, edges = told.tokens, told.lexicon.markers["edge"]
    begin = next((i + 1 for i in range(at - 1, first - 1, -1) if tokens[i].word in edges), first)
    return subject_before(told, begin, at, None) if begin < at else None


def claims_at(told: Told, clause: Clause) -> int | None:
    """The word of speech by which someone claims a deed (`mengaku bertanggung jawab penuh atas 17 serangan`); None where nobody does."""
    tokens, marks = told.tokens, told.lexicon.markers
    if clause.trigger.row.frame != "noun":
        return None
    at = clause.trigger.first
    while at and (tokens[at - 1].word.isdigit() or tokens[at - 1].word in marks["counting"]):
        at -= 1
    words = [t.word for t in tokens[max(0, at - LONGEST_CLAIM) : at]]
    if not words or words[-1] not in marks["responsible-for"]:
        return None
    claiming = marks["claiming"] | marks["stating"]
    claim = next((n for n in range(len(words) - 1, -1, -1) if words[n] in claiming), None)
    if claim is None or not any(word in marks["responsible"] for word in words[claim:]):
        return None
    return at - len(words) + claim
