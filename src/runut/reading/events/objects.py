"""Whoever stands behind a verb or noun: its object, its doer, whoever it is done with or belongs to."""

from __future__ import annotations

from runut.model import Party
from runut.reading.events.clauses import Clause
from runut.reading.events.naming import make_party
from runut.reading.events.told import VICTIMS, Told, cut_party, is_verb, looks_passive, without_auxiliaries
from runut.reading.events.triggers import has_comma

# A deed stands so many words before the place that it was done to; of one of these types it may kill.
DEED_REACH, DEEDS = 6, ("ASSAULT", "BLAST", "DISASTER", "ACCIDENT")


def deed_before(told: Told, head: int) -> int | None:
    """The deed that a description tells of whose head is only where it was done (`serangan Sagara ke balai yang menewaskan`); else None."""
    tokens, marks = told.tokens, told.lexicon.markers
    if head < 2 or tokens[head - 1].word not in marks["placing"]:
        return None
    for at in range(head - 2, max(-1, head - DEED_REACH - 1), -1):
        if has_comma(tokens, at + 1, told.view) or is_verb(told, at):
            return None
        if any(r.frame == "noun" and r.type in DEEDS for r in told.lexicon.rows.get(tokens[at].word, ())):
            return at
    return None


def object_end(told: Told, start: int, last: int) -> int:
    """Where an object that begins at `start` ends: before a preposition, a comma or a verb of its own."""
    tokens, marks = told.tokens, told.lexicon.markers
    end = start
    while end < last:
        if tokens[end].word in marks["more"] and end + 2 < last and tokens[end + 1].word in marks["than"]:
            end += 2  # `lebih dari 40 warga`
        if tokens[end].word in marks["clock"]:
            break
        if tokens[end].word in marks["preposition"] and not _in_office(told, start, end, last):
            break
        if end > start and tokens[end].word in marks["to"]:
            break  # `bantuan kepada korban`
        if end > start and has_comma(tokens, end, told.view):
            break
        end += 1
    return without_auxiliaries(told, start, cut_party(told, start, end))


def _in_office(told: Told, start: int, at: int, last: int) -> bool:
    """Whether a word joins two parts of the name of one office (`Menteri Kelautan dan Perikanan`)."""
    tokens, marks, text = told.tokens, told.lexicon.markers, told.view.text
    if tokens[at].word not in marks["pairing"] or at + 1 >= last or at == start:
        return False
    capital = text[tokens[at - 1].start].isupper() and text[tokens[at + 1].start].isupper()
    return (
        capital
        and any(t.word in marks["paired"] for t in tokens[start : at - 1])
        and (tokens[at + 1].word not in marks["paired"])
    )


def party_after(told: Told, first: int, last: int, *kinds: str) -> Party | None:
    """The party after the first preposition of one or two marker kinds in the rest of a clause (`oleh warga`, `dengan bupati`)."""
    sets = [told.lexicon.markers[kind] for kind in kinds]
    for at in range(first, last):
        word = told.tokens[at].word
        if word in sets[0] or word in sets[-1]:
            return make_party(told, at + 1, object_end(told, at + 1, last))
    return None


def behind_victim(told: Told, first: int, last: int) -> int:
    """Where a clause goes on behind the `terhadap` of a harm that it names, whose victim follows (`mengusut penganiayaan terhadap X`)."""
    harmed = False
    for at in range(first, last):
        word = told.tokens[at].word
        if harmed and word in told.lexicon.markers["against-whom"]:
            return at + 1
        harmed = harmed or any(r.frame == "noun" and r.type in VICTIMS for r in told.lexicon.rows.get(word, ()))
    return first


def behind_court(told: Told, first: int, last: int, *, light: bool) -> int:
    """Where a clause goes on behind the office with which a charge is filed (`melaporkan Rendra ke Polda Sagara`), which is not charged."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(first, last - 1):
        word = tokens[at].word
        if word in marks["to"] or word in marks["addressed"]:
            mere = at == first or light  # `melapor ke polisi`, `membuat laporan resmi ke polisi`: them
            courts = marks["court"] if mere else marks["court"] | marks["filed-with"]
            filed = word not in marks["against-whom"] and any(t.word in courts for t in tokens[at + 1 : at + 3])
            return object_end(told, at + 1, last) if filed else first
    return first


def agent_of(told: Told, first: int, last: int, borne: frozenset[str]) -> Party | None:
    """The party after `oleh`, unless another verb or noun before it has that doer; the verbs that are `borne` have none of their own."""
    marks, tokens = told.lexicon.markers, told.tokens
    while first < last and not borne and (tokens[first].word in marks["pairing"] or _is_listed(told, first)):
        first += 1  # `diperiksa dan diadili oleh …`
    for at in range(first, last):
        word = tokens[at].word
        if word in marks["by"]:
            return make_party(told, at + 1, object_end(told, at + 1, last))
        if borne and word in marks["light-passive"] and at + 1 < last and is_doer(told, at + 1):
            return make_party(told, at + 1, object_end(told, at + 1, last))  # `serangan dilakukan pasukan Sagara`
        if word in marks["no-by"] or (looks_passive(told, at) and word not in borne):
            return None
    return None


def _is_listed(told: Told, at: int) -> bool:
    """Whether a word is one more passive of a list (`diperiksa, dihukum, dan diadili`), and not another verb behind one."""
    before = told.tokens[at - 1].word in told.lexicon.markers["pairing"] or has_comma(told.tokens, at, told.view)
    return before and looks_passive(told, at)


def owner_of(told: Told, first: int, last: int, but: tuple[str, ...] = ()) -> Party | None:
    """The name that stands right after a noun, at most one word off (`serangan udara X`), of no type that is left out."""
    for at in range(first, min(last, first + 2)):
        start, end = told.view.span(told.tokens[at].start, told.tokens[at].end)
        for name, m in told.named:
            if m.start <= start and end <= m.end and name.type in ("PER", "ORG", "GPE") and name.type not in but:
                if at > first and name.type != "PER" and told.tokens[first].word in told.lexicon.markers["member"]:
                    start, _ = told.view.span(told.tokens[first].start, told.tokens[first].end)
                    return Party(text=told.article.text[start : m.end], start=start, end=m.end, entity=None)
                return Party(text=m.text, start=m.start, end=m.end, entity=name.id)
        if told.tokens[at].word in told.lexicon.markers["no-owner"]:
            return None
    return None


def attacker_of(told: Told, clause: Clause, last: int) -> Party | None:
    """Whose attack it was by which a clause tells that people came to harm (`tewas dalam serangan X`)."""
    if clause.type != "ASSAULT":
        return None
    for at in range(clause.trigger.last, last):
        if told.tokens[at].word in told.lexicon.markers["attack"]:
            return owner_of(told, at + 1, last)
    return None


def is_undergone(told: Told, first: int, last: int) -> bool:
    """Whether a passive follows at a place, behind the words that may stand before a verb (`… segera diadili`)."""
    auxiliary = told.lexicon.markers["auxiliary"]
    while first < last and told.tokens[first].word in auxiliary:
        first += 1
    return first < last and looks_passive(told, first)


def is_doer(told: Told, at: int) -> bool:
    """Whether the word right after a passive, at `at`, says who did it: a name, or one of those who act (`ditangkap polisi`)."""
    token, marks = told.tokens[at], told.lexicon.markers
    capital = told.view.text[token.start].isupper()
    priced = token.word in marks["money"] or token.word[-1].isdigit()  # `ditetapkan Rp 5 triliun`, `didenda Rp5`
    return (capital and not priced and token.word not in marks["law"]) or token.word in marks["agent"]
