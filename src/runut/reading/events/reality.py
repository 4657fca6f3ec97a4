"""Whether a clause tells a deed at all, or only names, forbids, supposes or denies one: by the words around the one that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from runut.reading.events.clauses import Clause, governor
from runut.reading.events.kinds import HARMS
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.triggers import Token, Trigger, has_comma
from runut.reading.events.unlisted import looks_like_verb
from runut.text import View

# The least or most that a law sets stands so many words behind the penalty (`denda paling banyak …`).
LIMIT_REACH = 2
# What stands right before one more deed, and denies none (`belum lagi longsor di hulu`).
LET_ALONE = ["belum", "lagi"]
# The number of that limit stands so many words behind it (`paling banyak sebesar Rp 1 miliar`).
NUMBER_REACH = 3
# What a law is about stands so many words behind its `tentang`, and its number or name so many words before that.
LAW_REACH = 8
# What defines a crime stands so many words behind it (`pencurian yang diatur dalam …`).
DEFINED_REACH = 3
# What a law or an office is against stands so many words before the crime (`pemberantasan praktik korupsi`).
TOPIC_REACH = 3
# From a deed back to the word that denies it, over words that only carry it (`belum pernah lagi terjadi laporan terjadinya …`).
CARRIED_REACH = 8
# From the `yang` of a description back to the `tidak ada` before its noun.
NOBODY_REACH = 6
# What a rumour tells is called untrue within so many words behind it.
UNTRUE_REACH = 12
# From the `bahwa` of a rumour back to the word for it (`kabar yang beredar di grup percakapan warga bahwa …`).
RUMOUR_REACH = 8
# From a clause back to the verb that denies it, over `bahwa` and what it was told by (`membantah tudingan bahwa`).
REJECTED_REACH = 3
# From `bahwa` back to the word that denies that it was confirmed.
CONFIRMED_REACH = 4
# What is rehearsed stands so many words behind the exercise (`latihan rutin penembakan`).
EXERCISE_REACH = 3
# The penalties that a law sets.
PENALTIES = ("SANCTION", "COERCE")
# What nobody does to anybody yet where it is rehearsed or a law speaks of it.
VICTIMS = (*HARMS, "CRIME")


def is_real(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether a clause tells a deed: nothing that a law is about or sets, no crime that someone is against, nothing not confirmed."""
    return not (
        _is_provision(tokens, clause, lexicon)
        or _is_law(tokens, clause, view, lexicon)
        or _is_defined(tokens, clause, lexicon)
        or _is_way(tokens, clause, view, lexicon)
        or _is_topic(tokens, clause, view, lexicon)
        or _is_unconfirmed(tokens, clause, lexicon)
        or _is_exercise(tokens, clause, view, lexicon)
        or _is_ruled(tokens, clause, lexicon)
    )


def _is_exercise(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether harm is only rehearsed (`latihan penembakan torpedo`)."""
    noun = clause.trigger
    if noun.row.frame != "noun" or clause.type not in VICTIMS:
        return False
    return _back_to("exercise", tokens, noun.first, view, lexicon, EXERCISE_REACH) is not None


def _is_ruled(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a law says what is done to someone (`dalam UU Nomor 2 disebut X ditembak`), or a penalty how (`dengan cara ditembak`)."""
    trigger, marks = clause.trigger, lexicon.markers
    if clause.type not in VICTIMS or trigger.row.frame != "passive":
        return False
    before = [t.word for t in tokens[: trigger.first]]
    if not marks["statute"].isdisjoint(before) and not marks["ruling"].isdisjoint(before):
        law = max(i for i, word in enumerate(before) if word in marks["statute"])
        return any(word in marks["ruling"] for word in before[law:])
    penalty = before[:-2] if before and before[-1] in marks["way"] else ()
    return any(word in marks["penalty"] for word in penalty)


def _is_provision(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a noun of a penalty is followed by its limit in a law, in numbers (`denda paling banyak satu juta`)."""
    noun = clause.trigger
    if clause.type not in PENALTIES or noun.row.frame != "noun":
        return False
    limits, kinds, counting = (lexicon.markers[kind] for kind in ("limit", "limited", "counting"))
    for at in range(noun.last, min(noun.last + LIMIT_REACH, len(tokens) - 1)):
        if tokens[at].word in limits and tokens[at + 1].word in kinds:
            behind = (t.word for t in tokens[at + 2 : at + 2 + NUMBER_REACH])
            return any(word in counting or any(map(str.isdigit, word)) for word in behind)
    return False


def _is_law(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether a noun stands in the name of a law (`Peraturan Nomor 3 Tahun 2031 tentang Penghentian Izin`), up to a comma or verb."""
    noun = clause.trigger
    if noun.row.frame != "noun":
        return False
    about = _back_to("about", tokens, noun.first, view, lexicon)
    if about is None or _back_to("statute", tokens, about, view, lexicon) is not None:
        return about is not None
    number = _back_to("numbered", tokens, about, view, lexicon)  # a decree without one is told as a deed
    return number is not None and _back_to("decree", tokens, number, view, lexicon) is not None


def _back_to(
    kind: str, tokens: Sequence[Token], last: int, view: View, lexicon: Lexicon, reach: int = LAW_REACH
) -> int | None:
    """Where a marker of a kind stands before a word, at most `reach` words off, with no comma or verb between."""
    for at in range(last - 1, max(-1, last - reach - 1), -1):
        if has_comma(tokens, at + 1, view):
            return None
        if tokens[at].word in lexicon.markers[kind]:
            return at
        if looks_like_verb(tokens[at].word, lexicon):
            return None
    return None


def _is_defined(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a noun of a crime is only what a law speaks of (`tindak pidana pencurian yang diatur dalam …`)."""
    noun = clause.trigger
    if noun.row.type != "CRIME" or noun.row.frame != "noun":
        return False
    defining = lexicon.markers["defining"]
    return any(t.word in defining for t in tokens[noun.last : noun.last + DEFINED_REACH])


def _is_way(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether a verb is only a way or an example of doing it (`cara merawat ikan`; not `dengan cara memukul`)."""
    at, marks = clause.trigger.first - 1, lexicon.markers
    if at < 0 or clause.trigger.row.frame != "active":
        return False
    if tokens[at].word in marks["way"]:
        return not at or tokens[at - 1].word not in marks["by-way"]
    return tokens[at].word in marks["example"] and _is_example(tokens, at, view, lexicon)


def _is_example(tokens: Sequence[Token], at: int, view: View, lexicon: Lexicon) -> bool:
    """Whether a word gives an example of what the stretch before its comma tells (`bertindak, misalnya menutup pasar`).

    Behind the subject of its own verb it does not (`bupati misalnya menutup pasar`, `bupati, misalnya, menutup pasar`).
    """
    if not at or not has_comma(tokens, at, view) or has_comma(tokens, at + 1, view):
        return False
    for i in range(at - 1, -1, -1):
        if looks_like_verb(tokens[i].word, lexicon):
            return True
        if i and has_comma(tokens, i, view):
            return False
    return False


def _is_topic(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether a noun of a crime is what someone is against (`pemberantasan korupsi`, `terhindar dari praktik korupsi`)."""
    noun = clause.trigger
    if noun.row.type != "CRIME" or noun.row.frame != "noun":
        return False
    marks = lexicon.markers
    for i in range(noun.first - 1, max(-1, noun.first - TOPIC_REACH - 1), -1):
        if has_comma(tokens, i + 1, view):
            return False
        if tokens[i].word in marks["against"]:
            return True
        if tokens[i].word in marks["preposition"] and not (
            i and tokens[i - 1].word in marks["against"] and tokens[i].word == "dari"
        ):
            return False
    return False


def _is_unconfirmed(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is what someone has not confirmed (`belum memastikan bahwa …`)."""
    at = clause.first
    confirming, denied = lexicon.markers["confirming"], lexicon.markers["denied"]
    if not at or (tokens[at - 1].word not in confirming and tokens[at - 1].word not in lexicon.markers["complement"]):
        return False
    before = [t.word for t in tokens[max(0, at - CONFIRMED_REACH) : at]]
    return any(word in denied and not confirming.isdisjoint(before[n + 1 :]) for n, word in enumerate(before))


def is_denied(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> bool:
    """Whether a deed is denied from further off than its verb: that it took place at all, or that anybody did it."""
    trigger = clause.trigger
    marks = lexicon.markers
    if trigger.row.frame in ("noun", "state") and _is_absent(tokens, trigger, view, lexicon):
        return True
    if _is_untrue(tokens, clause, lexicon) or is_rejected(tokens, clause, lexicon):
        return True
    at = governor(tokens, trigger, 0, lexicon)
    auxiliary = marks["auxiliary"]
    if at is None or any(t.word not in auxiliary for t in tokens[at + 1 : trigger.first]):
        return False  # `tidak ada yang menyangka Rendra membunuh`
    for i in range(at - 1, max(0, at - NOBODY_REACH - 1), -1):
        word = tokens[i].word
        if word == "ada" and tokens[i - 1].word in marks["denied"]:
            return True  # `tidak ada warga yang mengeluh`
        if word in marks["preposition"] or has_comma(tokens, i + 1, view) or looks_like_verb(word, lexicon):
            return False
    return False


def _is_untrue(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is what a rumour tells that its sentence calls untrue (`kabar Rendra ditangkap ternyata tidak benar`)."""
    marks = lexicon.markers
    front = range(max(0, clause.first - 1), clause.trigger.first)
    if not any(tokens[at].word in marks["rumour"] for at in front) and not _is_rumour(tokens, clause, lexicon):
        return False
    for at in range(clause.trigger.last, min(len(tokens), clause.trigger.last + UNTRUE_REACH)):
        if tokens[at].word in marks["false"] or (
            tokens[at].word in marks["true"] and tokens[at - 1].word in marks["denied"]
        ):
            return True
    return False


def _is_rumour(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is what a rumour or charge before its `bahwa` tells (`kabar yang beredar bahwa dua orang terluka`)."""
    marks, at = lexicon.markers, clause.first - 1
    if at < 1 or tokens[at].word not in marks["complement"]:
        return False
    return any(t.word in marks["rumour"] or t.word in marks["charge"] for t in tokens[max(0, at - RUMOUR_REACH) : at])


def is_rejected(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is what someone denies to have done, or that it is so (`membantah menyerang`, `membantah kabar bahwa …`)."""
    marks = lexicon.markers
    for at in range(clause.first - 1, max(-1, clause.first - REJECTED_REACH - 1), -1):
        word = tokens[at].word
        if word in marks["denying"]:
            return True
        if not any(word in marks[kind] for kind in ("that", "complement", "rumour", "charge")):
            return False
    return False


def _is_absent(tokens: Sequence[Token], trigger: Trigger, view: View, lexicon: Lexicon) -> bool:
    """Whether the words before a deed deny that it took place (`tanpa melalui rapat`, `belum pernah terjadi gempa`)."""
    marks = lexicon.markers
    for i in range(trigger.first - 1, max(-1, trigger.first - CARRIED_REACH - 1), -1):
        word = tokens[i].word
        if has_comma(tokens, i + 1, view):
            return False
        if word in marks["denied"]:
            if [t.word for t in tokens[i : trigger.first]] == LET_ALONE:
                return False
            return i < trigger.first - 1 or trigger.row.frame != "noun"
        if word not in marks["carrying"]:
            return False
    return False
