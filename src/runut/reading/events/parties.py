"""Who does an event and who undergoes it, by the frame of its verb."""

from __future__ import annotations

from runut.model import Event, Party
from runut.reading.events.clauses import Clause, governor
from runut.reading.events.kinds import HARMS, LOSING
from runut.reading.events.naming import is_deed, make_party
from runut.reading.events.objects import (
    agent_of,
    attacker_of,
    behind_court,
    behind_victim,
    deed_before,
    is_doer,
    is_undergone,
    object_end,
    owner_of,
    party_after,
)
from runut.reading.events.subjects import subject_before, subject_start, undergoer_start, what_is_owned
from runut.reading.events.told import VICTIMS, Told, cut_party, without_auxiliaries
from runut.reading.events.triggers import Trigger

# What is said or asked goes `ke` someone, and not to a place.
ADDRESSED = frozenset({"REQUEST", "CONCEDE", "ACCUSE", "REJECT", "THREATEN"})

# Of these types, who is in a state undergoes it (`menjalani penahanan`).
PENAL = ("ACCUSE", "COERCE")

# Where it happened, or whose it was, and not who did it, is named behind a noun of one of these.
WITHOUT_DOER = ("PROTEST", "CRIME")


def find_parties(
    told: Told, clause: Clause, first: int, last: int, before: Party | None
) -> tuple[Party | None, Party | None]:
    """Actor and recipient of a clause at tokens `first` to `last`; None where the words do not make it plain.

    `before` is the subject of the clause before in the same sentence, which a clause without one carries on.
    """
    trigger = clause.trigger
    marks = told.lexicon.markers
    if trigger.row.frame == "noun":
        actor, recipient = _of_noun(told, clause, last)
        return before or actor, recipient  # before a noun only whoever claims it is carried
    begin, subject_end = first, trigger.first
    if (
        trigger.row.bare and begin < subject_end and told.tokens[subject_end - 1].word in marks["doer"]
    ):  # `dua orang kami tangkap`
        doer = make_party(told, subject_end - 1, subject_end)
        return doer, make_party(told, begin, without_auxiliaries(told, begin, cut_party(told, begin, subject_end - 1)))
    at = governor(told.tokens, trigger, first, told.lexicon)
    owned = None if at is None or clause.type not in VICTIMS else what_is_owned(told, at + 1, subject_end)
    if owned is not None and at is not None:
        owner = make_party(told, subject_start(told, begin, at), at)
        told.owned_by = owner.entity if owner else None
        begin, at = owned, None  # `pilot yang pesawatnya dibakar`: the plane
    if at is not None:
        subject_end = min(subject_end, at)
    if at is None and owned is None:
        undergoes = trigger.row.frame == "passive" or (clause.type in HARMS and trigger.row.frame == "state")
        begin = subject_start(told, begin, subject_end)
        if undergoes and not trigger.row.light:
            begin = undergoer_start(told, begin, subject_end)
    if at is not None and trigger.row.frame == "active" and (deed := deed_before(told, clause.first)) is not None:
        return (owner_of(told, deed + 1, clause.first - 1) if clause.type in VICTIMS else None), make_party(
            told, trigger.last, object_end(told, trigger.last, last)
        )
    if (
        at is not None
        and at > begin
        and trigger.row.frame == "active"
        and clause.type in HARMS
        and is_deed(told, at - 1)
    ):
        before, begin = None, subject_end  # `ditahan dalam kasus penembakan yang menewaskan …`
    subject = subject_before(told, begin, subject_end, before) if subject_end > begin or at is not None else before
    after = trigger.last
    by = after < last and told.tokens[after].word in marks["by"]
    aimed = after < last and told.tokens[after].word in marks["aimed"]
    asked = (
        clause.type == "REQUEST" and after < last and told.tokens[after].word in marks["asked"]
    )  # `mengimbau agar warga …`
    object_start = after + (by or aimed or asked)
    paired = len(trigger.row.words) == 1 and after + 1 < last and told.tokens[after].word in marks["pairing"]
    if paired and (second := told.tokens[after + 1].word).startswith("me") and second in told.lexicon.verbs:
        object_start = after + 2  # `mengepung atau menyerang balai`
    while object_start < last and told.tokens[object_start].word in marks["manner"]:
        object_start += 1  # `mengecam keras serangan itu`
    ended = object_end(told, object_start, last)
    other = make_party(told, object_start, ended)
    if clause.type == "REQUEST" and trigger.row.frame == "active" and is_undergone(told, ended, last):
        other = None  # `mendesak pelaku diadili`: somebody else is asked
    if trigger.row.words[-1] in marks["law"]:  # `melanggar pasal`: who is said to have done it
        return None, subject
    if trigger.row.frame == "active":
        if other and trigger.row.light and not (aimed or other.entity):
            other = None
        toward = ("to", "addressed") if clause.type in ADDRESSED else ("to",)
        if clause.type not in (*VICTIMS, "ASSAULT"):
            after = behind_victim(told, after, last)
        if clause.type == "ACCUSE" and (behind := behind_court(told, after, last, light=trigger.row.light)) > after:
            return subject, party_after(told, behind, last, *toward) or other
        return subject, party_after(told, after, last, *toward) or other or party_after(told, after, last, "with")
    if trigger.row.frame == "passive":
        placed = any(word in marks["placing"] for word in trigger.row.words)  # `diperiksa di RSUD Kalimas`
        acts = by or (after < last and not placed and is_doer(told, after))
        return other if acts else agent_of(told, after, last, frozenset()), subject
    verb = told.tokens[trigger.first].word
    undergone = trigger.row.light and (verb in marks["light-passive"] or verb in marks["amid"])
    if undergone or clause.type in (*HARMS, "CRIME") or (clause.type in PENAL and verb in marks["undergoing"]):
        return attacker_of(told, clause, last), subject
    fled = clause.type == "RETREAT" and not trigger.row.light  # `kabur dengan mobil`
    return subject, None if fled else party_after(told, after, last, "with")


def find_idle(told: Told, trigger: Trigger) -> frozenset[str]:
    """The roles, `actor` and `recipient`, in which only words stood that are no party; `recipient=named` where who is named owns it."""
    subject, other = ("recipient", "actor") if trigger.row.frame == "passive" else ("actor", "recipient")
    stood = {subject if at < trigger.first else other for at in told.idle}
    return frozenset(stood | {"recipient=named"} if told.owned_by else stood)


def _of_noun(told: Told, clause: Clause, last: int) -> tuple[Party | None, Party | None]:
    """The parties of a happening told by a noun: a name right after it, `oleh` and `terhadap`.

    The name acts (`serangan X`), but undergoes what nouns in `pe-…-an` tell (`penangkapan X`).
    """
    after, marks = clause.trigger.last, told.lexicon.markers
    recipient = party_after(told, after, last, "aimed")
    if clause.type in LOSING:
        return None, recipient or owner_of(told, after, last, ("GPE", "ORG"))
    actor = agent_of(told, after, last, marks["happening"])
    owner = owner_of(told, after, last, () if clause.type not in WITHOUT_DOER else ("GPE",))
    word = told.tokens[clause.trigger.first].word
    if word.startswith("pe") and word.endswith("an"):
        if clause.type in VICTIMS and owner is not None and after < last and told.tokens[after].word in marks["outlaw"]:
            owner = None  # `pembantaian teroris`: they may have done it or undergone it
        return actor, recipient or owner
    return actor or owner, recipient


def subject_of(event: Event, clause: Clause) -> Party | None:
    """The subject of a clause that was told: whoever acts in an active one, whoever undergoes a passive or a harm."""
    return event.actor if clause.trigger.row.frame == "active" else event.recipient or event.actor
