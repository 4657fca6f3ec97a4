"""Where the subject of a verb begins and ends, by what stands before it."""

from __future__ import annotations

import re

from runut.model import Party
from runut.reading.events.naming import make_party
from runut.reading.events.told import VERB_SHAPE, Told, cut_party, is_time, is_verb, without_auxiliaries
from runut.reading.events.triggers import has_comma

# Before `di antaranya` behind a comma stands how many of those named before (`tiga orang di antaranya`).
MANY_AMONG = 3

# What begins with words of these kinds is set in front of a subject, where a comma ends it.
FRONTING = ("preposition", "fronting", "adverb", "boundary", "auxiliary", "aside", "clock")

# What is someone's ends in `-nya` behind their `yang` within so many words, and has so many letters; words of these kinds do so as adverbs.
OWNED_REACH, SHORTEST_OWNED = 3, 6
UNOWNED = ("aside", "auxiliary", "adverb", "opening", "alleged")

_YEAR = re.compile(r"\d{4}")


def what_is_owned(told: Told, first: int, last: int) -> int | None:
    """Where a description of someone has a subject of its own, what is theirs (`warga yang rumah dinasnya rusak`); else None."""
    tokens, marks = told.tokens, told.lexicon.markers
    last = without_auxiliaries(told, first, last)
    if first < last and any(tokens[first].word in marks[kind] for kind in UNOWNED):
        return None
    for at in range(first, min(last, first + OWNED_REACH)):
        word = tokens[at].word
        if word in marks["preposition"] or word in marks["relative"] or is_verb(told, at):
            return None
        if word.endswith("nya"):
            unowned = len(word) < SHORTEST_OWNED or any(word in marks[kind] for kind in UNOWNED)
            return None if unowned or word.startswith("se") else first
    return None


def subject_before(told: Told, first: int, last: int, before: Party | None) -> Party | None:
    """The party that stands before a verb: behind what is set in front of it, without the words between it and the verb; else `before`."""
    marks = told.lexicon.markers
    last = without_auxiliaries(told, first, last)
    first = _behind_front(told, first, last)
    if first >= last:
        return before
    if (
        last - first > 1
        and told.tokens[last - 1].word in marks["doer"]
        and told.tokens[last - 2].word in marks["aside"]
    ):
        first = last - 1  # `kami sedang makan, tiba-tiba dia menodong`
    if told.tokens[last - 1].word in marks["pairing"] and _predicate(told, first, last) == last:
        if before is None and told.tokens[first].word in marks["doer"]:
            return make_party(told, first, first + 1)  # `dia tidak cemas soal unjuk rasa dan`
        if before is None and (end := _behind_name(told, first, last)) > first:
            return make_party(told, first, end)  # `Rendra marah dan memukul`
        acts = told.tokens[first].word in marks["agent"] or cut_party(told, first, last) < last
        if before or not acts:
            return before  # `menahan dua pria dan satu wanita – serta menyita`
    if (word := told.tokens[first].word) in marks["preposition"] or word in marks["fronting"]:
        begun = _behind_phrase(told, first, last)
        return make_party(told, begun, last) if begun < last else None
    last = min(cut_party(told, first, last), _predicate(told, first, last))
    return make_party(told, first, without_auxiliaries(told, first, last))


def undergoer_start(told: Told, first: int, last: int) -> int:
    """Where the subject of a state or passive begins: behind whoever tells or causes it (`camat menaksir ribuan rumah rusak`).

    So too behind what sets it against the clause before (`tetapi komunikasi`). Where nothing that comes to harm stands between that verb
    and its own, it is that of both (`warga melapor ditipu`, `warga menderita luka dirawat`), and so behind a description.
    """
    tokens, marks = told.tokens, told.lexicon.markers
    stop = without_auxiliaries(told, first, last)
    if stop - first > MANY_AMONG and tokens[stop - 1].word in marks["among"]:
        comma = next(
            (at for at in range(stop - 3, stop - 5, -1) if at > first and has_comma(tokens, at, told.view)), None
        )
        if comma is not None:
            return comma  # `menemukan 19 orang, satu di antaranya tewas`
    if any(tokens[at].word in marks["relative"] for at in range(first, stop)):
        return first
    for at in range(stop - 1, first - 1, -1):
        word = tokens[at].word
        if word in marks["setting"]:
            return at + 1 if at + 1 < stop else first
        listed = word in marks["besides"] and at > first and has_comma(tokens, at, told.view) and at + 1 < stop
        if listed and (tokens[at + 1].word[0].isdigit() or tokens[at + 1].word in marks["counting"]):
            return at + 1  # `23 wanita, anak-anak dan lansia, serta 249 orang luka-luka`
        if word in marks["preposition"]:
            return first
        if at < stop - 1 and has_comma(tokens, at + 1, told.view):
            return at + 1 if word.startswith("me") and is_verb(told, at) else first  # `camat mengakui, Rendra ditahan`
        if word.startswith("me") and is_verb(told, at):
            own = at + 1 == stop or word in marks["enduring"]
            return first if own else at + 1
    return first


def subject_start(told: Told, first: int, last: int) -> int:
    """Where the subject of a verb begins behind the time that it tells (`warga diam sejak polisi menahan …`), or what shows it."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(last - 2, first, -1):
        if has_comma(tokens, at + 1, told.view):
            return first
        acts = tokens[at + 1].word in marks["agent"] or tokens[at + 1].word in marks["doer"]
        if acts and (tokens[at].word in marks["since"] or tokens[at].word in marks["showing"]):
            return at + 1
    return first


def _predicate(told: Told, first: int, last: int) -> int:
    """Where a party ends before a predicate of its own (`truk terus melaju dan`, `bupati pun tak puas dan`, `bupati pada Senin`)."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(first + 1, last):
        word = tokens[at].word
        dated = word in marks["on"] and at + 1 < last and tokens[at + 1].word in marks["day"]
        if dated or (word in marks["predicating"] and not told.view.text[tokens[at].start].isupper()):
            return last if _begins_anew(told, at + 1, last) else at
    return last


def _behind_phrase(told: Told, first: int, last: int) -> int:
    """Where a subject, a name or one of those who act, begins behind a phrase that points (`Dalam rapat itu Rendra …`); else `last`."""
    tokens, marks = told.tokens, told.lexicon.markers
    for at in range(first + 2, last):
        if not any(tokens[at - 1].word in marks[kind] for kind in ("pointer", "no-clause", "same")):
            continue
        start, _ = told.view.span(tokens[at].start, tokens[at].end)
        acts = tokens[at].word in marks["agent"] or tokens[at].word in marks["doer"]
        if acts or any(m.start == start and name.type in ("PER", "ORG") for name, m in told.named):
            return at
    return last


def _behind_name(told: Told, first: int, last: int) -> int:
    """Where a subject ends that begins with a name, which is not what somebody only speaks of (`menyebut Sagara … dan`); else `first`."""
    tokens = told.tokens
    if first and tokens[first - 1].word in told.lexicon.markers["speech"]:
        return first
    start, _ = told.view.span(tokens[first].start, tokens[first].end)
    end = next((m.end for name, m in told.named if m.start == start and name.type in ("PER", "ORG", "GPE")), start)
    return next((at for at in range(first, last) if told.view.origin.start(tokens[at].start) >= end), last)


def _begins_anew(told: Told, first: int, last: int) -> bool:
    """Whether another subject stands behind a comma (`harga makin naik, bupati menutup pasar`): a name, or one of those who act."""
    tokens, marks = told.tokens, told.lexicon.markers
    return any(
        has_comma(tokens, at, told.view)
        and (told.view.text[tokens[at].start].isupper() or tokens[at].word in marks["agent"])
        for at in range(first, last)
    )


def _behind_front(told: Told, first: int, last: int) -> int:
    """Where a subject begins behind what is set in front of it by commas (`Menanggapi hal itu, X`), and behind a day (`Kamis (2/1) X`)."""
    tokens, at = told.tokens, first
    while at < last:
        comma = next((i for i in range(at + 1, last) if has_comma(tokens, i, told.view)), None)
        if comma is None or not (
            _fronts(told, at, comma)
            or is_time(told, at, comma)
            or (tokens[at].word[0].isdigit() and tokens[comma - 1].word in told.lexicon.markers["clock"])
            or (at > first and _YEAR.fullmatch(tokens[comma - 1].word))
            or (_is_place(told, at, comma) and _is_behind_place(told, at))
        ):
            break
        at = comma
    marks = told.lexicon.markers
    if at + 2 < last and tokens[at].word in marks["time"] and tokens[at + 2].word in marks["same"]:
        at += 3  # `hari yang sama Rendra …`
    clock, day = told.lexicon.markers["clock"], told.lexicon.markers["day"]
    begin = at
    while at < last and (tokens[at].word in clock or (at > begin and tokens[at].word in day)):  # `Kamis pagi`
        at += 1
        while at < last and tokens[at].word[0].isdigit() and _of_clock(told, at):
            at += 1
    return at


def _is_place(told: Told, first: int, last: int) -> bool:
    """Whether some words begin with the name of a place."""
    start, _ = told.view.span(told.tokens[first].start, told.tokens[last - 1].end)
    return any(name.type in ("GPE", "LOC") and m.start == start for name, m in told.named)


def _is_behind_place(told: Told, at: int) -> bool:
    """Whether a place is set in front of a word by a comma, which may be part of a larger one (`Di Wamila, Sagara tengah, …`)."""
    tokens = told.tokens
    if not at or not has_comma(tokens, at, told.view):
        return False
    while at and tokens[at - 1].word not in told.lexicon.markers["inside"]:
        at -= 1
        if has_comma(tokens, at, told.view) or not told.view.text[tokens[at].start].isupper():
            return False
    return at > 0


def _of_clock(told: Told, at: int) -> bool:
    """Whether a number belongs to the day or hour before it (`Kamis (2/1/2031)`, `pukul 03.00`)."""
    tokens, marks, text = told.tokens, told.lexicon.markers, told.view.text
    if text[tokens[at].start - 1] in "(/.":
        return True
    if tokens[at - 1].word not in marks["hour"]:
        return False
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return (
        text[tokens[at].end : tokens[at].end + 1] in (".", ":") or after in marks["clock"] or after in marks["pointed"]
    )


def _fronts(told: Told, at: int, comma: int) -> bool:
    """Whether what ends at a comma is set in front of a subject: it begins with a preposition, an adverb, or a verb and its object."""
    token, marks = told.tokens[at], told.lexicon.markers
    word = token.word
    if any(word in marks[kind] for kind in FRONTING):
        return True
    if comma == at + 1 and word in marks["listing"]:
        return True
    if comma == at + 1 or not VERB_SHAPE.match(word) or word in marks["unlike-verb"]:
        return False
    if not (word.startswith("me") or told.view.text[token.start].isupper()):
        return False
    start, _ = told.view.span(token.start, token.end)
    return not any(m.start <= start < m.end for _, m in told.named)
