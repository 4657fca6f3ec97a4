"""A clause told as an event: its words without what opens and closes them, its status, day, place and parties."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from runut.codec import finding_id
from runut.model import Date, Event, Mention, Name, Party
from runut.reading.events.clauses import HAPPENING_REACH, MARKER_REACH, SHORTEST_QUOTATION, UNLISTED, Clause
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.parties import Told, find_parties
from runut.reading.events.places import find_place
from runut.reading.events.reality import is_denied, is_real
from runut.reading.events.triggers import Token, has_comma
from runut.reading.events.unlisted import looks_like_verb
from runut.text import View

# Why an event has no day or no place.
NONE_TOLD, SEVERAL_TOLD = "none told", "several told"
_YEARS = re.compile(r"\d{4}/\d{4}")
_YEAR = re.compile(r"\d{4}")
_WORDS = re.compile(r"\w+")
# A word with a capital inside a sentence, right before a year: both are one name.
_AFTER_NAME = re.compile(r"[\w,)] [A-Z]\w+ \Z")
# Before a year, the words of a title stand within so many characters, the number of a law within so many words.
TITLE_REACH, NUMBER_REACH = 40, 3
# What must be done to someone is endured (`korban harus dirawat`); of these types it is only demanded (`pejabat itu harus dicopot`).
DEMANDED = ("ACCUSE", "AGREE", "COERCE", "REQUEST", "SANCTION", "SUPPORT")
# A clause of more words than this is cut at its last comma before it.
LONGEST_CLAUSE = 24
# What is still awaited (`baru bisa … besok jika …`) is said within so many words of the verb.
AWAITED = 12
# The verb that says that a noun named in passing happened stands within so many words of it.
MENTION_REACH = 5
# One word alone tells no one what happened.
SHORTEST_CLAUSE = 2
# An adverb before a subject, set off by a comma, has at most so many words; so has the subject of the cue that follows a clause.
OPENING_WORDS = 9
CLOSING_WORDS = 8


def tell(told: Told, clause: Clause, dates: Sequence[Date], before: Party | None) -> Event | None:
    """The finding of a clause; None when the clause only supposes, wishes or commands it.

    `before` is the subject of the clause before in the same sentence.
    """
    article, view, tokens, lexicon = told.article, told.view, told.tokens, told.lexicon
    status = _status(_around(tokens, clause, lexicon), tokens, view, clause, lexicon)
    if status != "happened" and clause.form == "mention":
        return None
    if status is None or not is_real(tokens, clause, view, lexicon):
        return None
    first, last = _trim(tokens, clause, view, lexicon)
    if last - first < SHORTEST_CLAUSE:
        return None
    start, end = view.span(tokens[first].start, tokens[last - 1].end)
    if article.text[end : end + 1] == ")" and article.text.count("(", start, end) > article.text.count(")", start, end):
        end += 1
    noun = clause.trigger
    if noun.row.frame == "noun" and _in_name(
        *view.span(tokens[noun.first].start, tokens[noun.last - 1].end), told.named
    ):
        return None
    opening = view.origin.start(tokens[clause.first].start)
    actor, recipient = find_parties(told, clause, first, last, before)
    alone = clause.form == "verb" and not any(t.word in lexicon.markers["edge-of-speech"] for t in tokens)
    stretch = view.span(tokens[0].start, tokens[-1].end) if alone else (opening, end)
    day, why_no_day = _day((opening, end), stretch, dates, article.text, lexicon) if dates else (None, NONE_TOLD)
    place = find_place(told, clause, last)
    return Event(
        id=finding_id(article.id, "event", start, end),
        article=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        type=clause.type,
        status=status,
        rule=f"{_kind_of_rule(clause)}:{clause.trigger.row.word}",
        actor=actor,
        recipient=recipient,
        date=day,
        place=place,
        why_no_date=why_no_day,
        why_no_place=None if place else NONE_TOLD,
    )


def _kind_of_rule(clause: Clause) -> str:
    """How the word of a clause tells it: by the frame of its row, or without a row."""
    return clause.form if clause.form in UNLISTED else clause.trigger.row.frame


def _day(
    clause: tuple[int, int], around: tuple[int, int], dates: Sequence[Date], text: str, lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """The day of an event: told in its clause, else the only one told in the stretch around it; or why there is none."""
    begin, stop = (bisect_left(dates, at, key=attrgetter("start")) for at in around)
    told = [d for d in dates[begin:stop] if d.value and _is_day(d.value) and not _in_a_title(d, text, lexicon)]
    inside = [d.value for d in told if clause[0] <= d.start < clause[1]]
    if inside:
        return inside[0], None
    days = {d.value for d in told}
    if len(days) == 1:
        return days.pop(), None
    return None, SEVERAL_TOLD if days else NONE_TOLD


def _is_day(value: str) -> bool:
    """Whether a value is when something may have happened: no time without a day, no span of years."""
    return not value.endswith("_REF") and not _YEARS.fullmatch(value)


def _in_a_title(date: Date, text: str, lexicon: Lexicon) -> bool:
    """Whether a year belongs to a law, a budget or a name (`Peraturan Nomor 3 Tahun 2019`, `tahun anggaran 2019`, `Operasi Patuh 2019`)."""
    if not date.value or not _YEAR.fullmatch(date.value):
        return False
    words = _WORDS.findall(text[max(0, date.start - TITLE_REACH) : date.end])[:-1]
    if words and words[-1] in lexicon.markers["year-word"]:
        words.pop()
    elif _AFTER_NAME.search(text, max(0, date.start - TITLE_REACH), date.start) and text[date.start].isdigit():
        return True
    near = [word.lower() for word in words[-NUMBER_REACH:]]
    return bool(near) and (
        near[-1] in lexicon.markers["year-of"] or not lexicon.markers["numbered"].isdisjoint(near[:-1])
    )


def _trim(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> tuple[int, int]:
    """A clause without its opening adverbs and the subject of a cue after it, and no longer than `LONGEST_CLAUSE`."""
    first, last = clause.first, clause.last
    while first < clause.trigger.first:
        word = tokens[first].word
        if word in lexicon.markers["opening"]:
            first += 1
        elif (
            word in lexicon.markers["pointed"]
            and tokens[first + 1].word in lexicon.markers["pointer"]
            and first + 1 < clause.trigger.first
        ):
            first += 2
        elif word in lexicon.markers["adverb"] or word[0].isdigit() or word.endswith("nya"):
            reach = min(first + (2 if word.endswith("nya") else OPENING_WORDS), clause.trigger.first + 1)
            comma = next((i for i in range(first + 1, reach) if has_comma(tokens, i, view)), None)
            if comma is None:
                break
            first = comma
        else:
            break
    if last < len(tokens) and tokens[last].word in lexicon.markers["speech"]:
        last = next(
            (
                i
                for i in range(last - 1, max(clause.trigger.last, last - CLOSING_WORDS) - 1, -1)
                if has_comma(tokens, i, view)
            ),
            last,
        )
    if last - first > LONGEST_CLAUSE:
        first = max(first, clause.trigger.first - LONGEST_CLAUSE // 2)
        limit = max(clause.trigger.last + 1, first + LONGEST_CLAUSE)
        if limit < last:
            commas = [i for i in range(clause.trigger.last, limit) if has_comma(tokens, i, view)]
            prepositions = [
                i for i in range(clause.trigger.last + 2, limit) if tokens[i].word in lexicon.markers["preposition"]
            ]
            last = (commas or prepositions or [limit])[-1]
    return first, max(last, clause.trigger.last)


def _in_name(start: int, end: int, named: Sequence[tuple[Name, Mention]]) -> bool:
    """Whether a stretch is part of the name of an organisation (`Komisi Pemberantasan Korupsi`)."""
    return any(
        name.type == "ORG" and m.start <= start and end <= m.end and (m.start, m.end) != (start, end)
        for name, m in named
    )


def _around(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> list[str]:
    """The words that may say that an event is not real or not yet: before its verb; for a noun, up to what makes it happen."""
    trigger = clause.trigger
    if clause.form == "mention":
        words = [t.word for t in tokens[max(0, trigger.first - MARKER_REACH) : trigger.first]]
        return words + _before_happening(tokens, trigger.last, min(len(tokens), trigger.last + MENTION_REACH), lexicon)
    start = clause.first
    supposed = start > 0 and tokens[start - 1].word in lexicon.markers["boundary"] & lexicon.markers["unreal"]
    if supposed and (start < 2 or tokens[start - 2].word not in lexicon.markers["that"]):  # not `mengatakan jika …`
        start -= 1  # `alih-alih membayar, …`
    words = [t.word for t in tokens[start : trigger.first + trigger.row.light]]  # a light verb may be a plan
    if trigger.row.frame == "noun":
        words += _before_happening(tokens, trigger.last, min(clause.last, trigger.last + HAPPENING_REACH), lexicon)
    return words


def _before_happening(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The words right before the verb that says that a noun happened (`berpotensi kembali terjadi`)."""
    for at in range(first, last):
        if tokens[at].word in lexicon.markers["happening"]:
            return [t.word for t in tokens[max(first, at - MARKER_REACH) : at]]
    return []


def _status(before: Sequence[str], tokens: Sequence[Token], view: View, clause: Clause, lexicon: Lexicon) -> str | None:
    marks = lexicon.markers
    at = tokens[clause.trigger.first]
    near = _without_achieved(before[-MARKER_REACH:], tokens, clause, lexicon)
    row = clause.trigger.row
    demanded = clause.type in DEMANDED and (row.frame == "passive" or row.light)
    if row.frame in ("passive", "state") and not demanded and not view.quotation_at(at.start):  # `harus dirawat`
        near = [w for w in near if w not in marks["endured"]]
        before = [w for w in before if w not in marks["endured"]]
    if not marks["unreal"].isdisjoint(near) or (before and before[0] in marks["unreal"]):
        return None
    if _denied(near, lexicon) or is_denied(tokens, clause, view, lexicon):
        return "denied"
    inside = view.quotation_at(at.start)
    if (
        not marks["alleged"].isdisjoint(before)
        or _is_charged(near, lexicon)
        or (inside and len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION)
    ):
        return "alleged"
    first = clause.trigger.first
    mere = row.frame == "noun" and first > 0 and tokens[first - 1].word in marks["mere"]  # `rencana pertemuan`
    if mere or not marks["planned"].isdisjoint(near):
        return "planned"
    return "happened"


def _is_charged(near: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb only says what its subject is charged with (`disebut menyetujui`, `dituding telah menjual`)."""
    charged, auxiliary = lexicon.markers["charged"], lexicon.markers["auxiliary"]
    return next((w in charged for w in reversed(near) if w in charged or w not in auxiliary), False)


def _without_achieved(near: Sequence[str], tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> list[str]:
    """The words before a verb without a `can` that was achieved (`baru bisa dipadamkan`), unless it is awaited (`… besok jika …`)."""
    able, achieved = lexicon.markers["able"], lexicon.markers["achieved"]
    left = [word for at, word in enumerate(near) if not (word in able and at and near[at - 1] in achieved)]
    if len(left) < len(near):
        trigger = clause.trigger
        if _is_awaited(tokens[max(0, trigger.first - AWAITED) : trigger.last + AWAITED], lexicon):
            return list(near)
    return left


def _is_awaited(around: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether what could be done at last has not been done yet: on a condition, or on a day to come (`pekan depan`; not `di depan`)."""
    marks = lexicon.markers
    return any(
        t.word in marks["awaited"] or (t.word in marks["ahead"] and at > 0 and around[at - 1].word in marks["time"])
        for at, t in enumerate(around)
    )


def _denied(near: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a negation among the words before a verb is the verb's own, since no other verb follows it.

    In `yang belum pasti menunjukkan polisi tiba` it is another's.
    """
    marks = lexicon.markers
    for at, word in enumerate(near):
        if word in marks["denied"]:
            between = near[at + 1 :]
            if between and between[0] in marks["no-denial"]:
                continue
            if between and (between[-1] in marks["light"] or between[-1] in marks["light-passive"]):
                between = between[:-1]  # the deed's own: `belum dilakukan penahanan`
            if not any(looks_like_verb(w, lexicon) and w not in marks["auxiliary"] for w in between):
                return True
    return False
