"""A clause told as an event: its words without what opens and closes them, its status, day, place and parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from runut.codec import finding_id
from runut.model import Date, Event, Mention, Name, Party
from runut.reading.events.clauses import HAPPENING_REACH, HEAD_REACH, MARKER_REACH, SHORTEST_QUOTATION, UNLISTED, Clause
from runut.reading.events.days import LATER, NONE_TOLD, find_day, is_later, is_soon
from runut.reading.events.kinds import HARMS, marked
from runut.reading.events.lexicon import Lexicon
from runut.reading.events.parties import find_parties
from runut.reading.events.places import find_place
from runut.reading.events.reality import is_denied, is_real
from runut.reading.events.told import Told
from runut.reading.events.triggers import Token, has_comma
from runut.reading.events.unlisted import is_passive, looks_like_verb
from runut.text import View

# What must be done to someone is endured (`korban harus dirawat`); of these types it is only demanded (`pejabat itu harus dicopot`).
DEMANDED = ("ACCUSE", "AGREE", "COERCE", "REQUEST", "SANCTION", "SUPPORT")
# Whoever does one of these at once has only said so (`pemerintah segera mencabut izin`); whoever helps or goes has done it.
DECIDED = ("AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN")
# A clause of more words than this is cut at its last comma before it.
LONGEST_CLAUSE = 24
# What is still awaited (`baru bisa … besok jika …`) is said within so many words of the verb.
AWAITED = 12
# The verb that says that a noun named in passing happened stands within so many words of it.
MENTION_REACH = 5
_YEAR, _COARSE = re.compile(r"\d{4}"), re.compile(r"\d{4}(?:-\d{2})?")
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
    if (
        status != "happened"
        and clause.form == "mention"
        and not (status == "planned" and _described(tokens, clause, lexicon))
    ):
        return None
    if status is None or not is_real(tokens, clause, view, lexicon):
        return None
    begin, first, last = _trim(tokens, clause, view, lexicon)
    if (behind := _behind_addressee(told, first, clause.trigger.first)) > first:
        begin = first = behind
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
    actor, recipient = find_parties(told, clause, begin, last, before)
    if actor is None and recipient is None and first > begin:  # what opens a long clause may be no party
        actor, recipient = find_parties(told, clause, first, last, before)
    alone = clause.form == "verb" and not any(t.word in lexicon.markers["edge-of-speech"] for t in tokens)
    if _is_days_off(tokens, clause, lexicon):
        alone = False  # `parlemen bubar pada Selasa, sehari setelah presiden mundur`: another day
    stretch = view.span(tokens[0].start, tokens[-1].end) if alone else (opening, end)
    verb = view.origin.start(tokens[clause.trigger.first].start)
    topical = (
        noun.row.frame == "noun" and clause.type == "CRIME"
    )  # `sidang kasus pencurian, Rabu (9/7)` is the hearing's day
    day, why_no_day = (
        find_day((opening, end), stretch, verb, dates, article.text, lexicon, beside=not topical)
        if dates
        else (None, NONE_TOLD)
    )
    if day and clause.form in ("verb", "relative") and _is_of_description(day, told, clause, last):
        day, why_no_day = None, NONE_TOLD
    if noun.row.frame == "state" and actor is None and recipient is None and day and _YEAR.fullmatch(day.value or ""):
        return None  # `Sepanjang 2031 korban tewas menjadi empat orang` is a sum
    if day and status == "happened" and is_later(day, told.day):
        if _is_to_come(day, told, clause, (opening, verb, end)):
            status = "planned"
        else:
            day, why_no_day = None, LATER
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
        date=day.value if day else None,
        place=place,
        why_no_date=why_no_day,
        why_no_place=None if place else NONE_TOLD,
    )


def _is_days_off(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the words before a clause say how long before or after what the sentence else tells it was (`sehari setelah …`)."""
    at, marks = clause.first - 1, lexicon.markers
    if at < 1 or not (tokens[at].word in marks["over"] or tokens[at].word in marks["ahead-of"]):
        return False
    unit = tokens[at - 1].word
    return unit in marks["time"] or unit.removeprefix("se") in marks["time"]


def _is_of_description(day: Date, told: Told, clause: Clause, last: int) -> bool:
    """Whether a year or month stands in the description of someone behind the verb (`membebaskan Rendra yang ditahan sejak 2028`).

    A day there is mostly the deed's own: without these 14 of 485 right ones were lost, and 7 wrong ones.
    """
    view, tokens = told.view, told.tokens
    verb = clause.trigger.last
    if not _COARSE.fullmatch(day.value or "") or verb >= last or day.start < view.origin.start(tokens[verb - 1].start):
        return False
    at = next((n for n in range(verb, last) if view.origin.start(tokens[n].start) >= day.start), last)
    for n in range(min(at, last - 1), verb - 1, -1):
        if tokens[n].word in told.lexicon.markers["relative"]:
            return True
        if has_comma(tokens, n, view):
            return False
    return False


def only_travels(told: Told, clause: Clause, actor: Party | None) -> bool:
    """Whether someone or something only goes somewhere and talks to nobody there: not a person named, nor beside an office (`bupati`)."""
    tokens, marks, trigger = told.tokens, told.lexicon.markers, clause.trigger
    if clause.type != "CONSULT" or actor is None or tokens[trigger.first].word not in marks["moving"]:
        return False
    start, end = actor.start or 0, actor.end or 0
    if any(name.type == "PER" and start <= m.start < end for name, m in told.named):
        return False
    return not marked(tokens[clause.first : clause.last], told.lexicon, "visitor")


def _is_to_come(day: Date, told: Told, clause: Clause, stretch: tuple[int, int, int]) -> bool:
    """Whether a day after the report's says that a deed is still to come (`mulai 9 Juli bupati menutup pasar`, `diumumkan pada 9 Juli`).

    `stretch`: where the clause begins, its verb and its end. Behind active verbs such a day is mostly that of their object (`memutuskan
    pemisahan mulai 2031`); nobody plans harm, so that there it is misprinted.
    """
    trigger = clause.trigger
    if clause.form in UNLISTED or clause.type in (*HARMS, "CRIME") or not is_soon(day, told.day):
        return False
    before = told.tokens[max(clause.first, trigger.first - MARKER_REACH) : trigger.first]
    if marked(before, told.lexicon, "done"):
        return False
    opening, verb, end = stretch
    return opening <= day.start < verb or (trigger.row.frame != "active" and verb < day.start < end)


def _kind_of_rule(clause: Clause) -> str:
    """How the word of a clause tells it: by the frame of its row, or without a row."""
    return clause.form if clause.form in UNLISTED else clause.trigger.row.frame


def _trim(tokens: Sequence[Token], clause: Clause, view: View, lexicon: Lexicon) -> tuple[int, int, int]:
    """A clause without its opening adverbs and the subject of a cue after it: where it begins, and the part of it that is told.

    That is no longer than `LONGEST_CLAUSE`.
    """
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
        elif (behind := _behind_day(tokens, first, clause.trigger.first, view, lexicon)) > first:
            first = behind
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
    begin = first
    if last - first > LONGEST_CLAUSE:
        first = max(first, clause.trigger.first - LONGEST_CLAUSE // 2)
        limit = max(clause.trigger.last + 1, first + LONGEST_CLAUSE)
        if limit < last:
            commas = [i for i in range(clause.trigger.last, limit) if has_comma(tokens, i, view)]
            prepositions = [
                i for i in range(clause.trigger.last + 2, limit) if tokens[i].word in lexicon.markers["preposition"]
            ]
            last = (commas or prepositions or [limit])[-1]
    while last > clause.trigger.last and tokens[last - 1].word in lexicon.markers["dangling"]:
        last -= 1  # `korban tewas bukan karena terbakar`
    return begin, first, max(last, clause.trigger.last)


def _behind_addressee(told: Told, first: int, last: int) -> int:
    """Where a clause begins behind whom it was told to (`mengatakan kepada harian Sagara bahwa …`, `mengatakan kepada Sagara …`)."""
    tokens, marks = told.tokens, told.lexicon.markers
    if not first or tokens[first].word not in marks["to"] or tokens[first - 1].word not in marks["speech"]:
        return first
    for at in range(first + 1, last):
        if tokens[at].word in marks["complement"]:
            return at + 1 if at + 1 < last else first
    start, _ = told.view.span(tokens[first + 1].start, tokens[first + 1].end)
    end = next((m.end for _, m in told.named if m.start == start), None)
    at = next((i for i in range(first + 1, last) if told.view.origin.start(tokens[i].start) >= (end or 0)), last)
    return at if end is not None and at < last else first


def _behind_day(tokens: Sequence[Token], first: int, last: int, view: View, lexicon: Lexicon) -> int:
    """Where a clause begins behind a day with its date in brackets (`Senin (9/6/2031) Rendra ditemukan`), else where it began."""
    at = first + 1
    if tokens[first].word not in lexicon.markers["day"]:
        return first
    while at < last and tokens[at].word[0].isdigit() and view.text[tokens[at].start - 1] in "(/":
        at += 1
    return at if first + 1 < at < last and view.text[tokens[at - 1].end] == ")" else first


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
        words += _described(tokens, clause, lexicon)
        return words + _before_happening(tokens, trigger.last, min(len(tokens), trigger.last + MENTION_REACH), lexicon)
    start = clause.first
    supposed = start > 0 and tokens[start - 1].word in lexicon.markers["boundary"] & lexicon.markers["unreal"]
    if supposed and (start < 2 or tokens[start - 2].word not in lexicon.markers["that"]):  # not `mengatakan jika …`
        start -= 1  # `alih-alih membayar, …`
    words = [t.word for t in tokens[start : trigger.first + trigger.row.light]]  # a light verb may be a plan
    if trigger.row.frame == "noun":
        words += _described(tokens, clause, lexicon)
        words += _before_happening(tokens, trigger.last, min(clause.last, trigger.last + HAPPENING_REACH), lexicon)
    return words


def _described(tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> list[str]:
    """The word by which a noun's description says that it is still to come (`rapat umum yang dijadwalkan pada 9 Juli`).

    Behind a harm it describes someone else (`pelaku pencurian yang hendak kabur`), and so behind a preposition or whoever acts, and where
    it tells no happening behind another noun (`vonis pejabat yang akan pensiun`). What is over or was done (`dibacakan`) is no plan.
    """
    noun, marks = clause.trigger, lexicon.markers
    if clause.type in (*HARMS, "CRIME") or (noun.first and tokens[noun.first - 1].word in marks["over"]):
        return []
    for at in range(noun.last, min(len(tokens) - 1, noun.last + HEAD_REACH)):
        word, after = tokens[at].word, tokens[at + 1].word
        if word in marks["relative"]:
            own = (
                at == noun.last
                or is_passive(after)
                or (at + 2 < len(tokens) and tokens[at + 2].word in marks["happening"])
            )
            return (
                [after] if own and after in marks["planned"] and not _is_done(tokens, at + 3, clause, lexicon) else []
            )
        if word in marks["preposition"] or word in marks["placing"] or word in marks["agent"]:
            return []
    return []


def _is_done(tokens: Sequence[Token], first: int, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the predicate of a noun behind its description is passive (`rapat yang akan singkat ditutup camat`)."""
    for token in tokens[first : clause.last]:
        if token.word in lexicon.markers["relative"] or token.word in lexicon.markers["boundary"]:
            return False
        if is_passive(token.word) and looks_like_verb(token.word, lexicon):
            return True
    return False


def _before_happening(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The words right before the verb that says that a noun happened (`berpotensi kembali terjadi`)."""
    for at in range(first, last):
        if tokens[at].word in lexicon.markers["happening"]:
            return [t.word for t in tokens[max(first, at - MARKER_REACH) : at]]
    return []


def _status(before: Sequence[str], tokens: Sequence[Token], view: View, clause: Clause, lexicon: Lexicon) -> str | None:
    marks = lexicon.markers
    at = tokens[clause.trigger.first]
    if "paling" in before:  # `paling tidak lima orang` denies nothing
        before = [w for n, w in enumerate(before) if not (n and w in marks["denied"] and before[n - 1] == "paling")]
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
        or _is_forecast(before, tokens, clause, lexicon)
        or _is_charged(near, lexicon)
        or (clause.form == "mention" and not marks["blaming"].isdisjoint(near))
        or (
            inside
            and marks["planned"].isdisjoint(near)
            and len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION
        )
    ):
        return "alleged"
    first = clause.trigger.first
    if demanded is False and near and near[-1] in marks["at-once"] and clause.type not in DECIDED:
        wanted = marks["unreal"] | marks["purpose"] | marks["planned"]
        if clause.form != "mention" and not (len(near) > 1 and near[-2] in wanted):
            near = near[:-1]  # `petugas segera datang`; not `akan segera datang`
    passed = next((n for n in range(len(near) - 1, -1, -1) if near[n] in marks["passed"]), -1)
    near = near[passed + 1 :]  # `hendak masuk, tetapi sempat ditahan`
    mere = row.frame == "noun" and first > 0 and tokens[first - 1].word in marks["mere"]  # `rencana pertemuan`
    if mere or not marks["planned"].isdisjoint(near):
        return "planned"
    return "happened"


def _is_forecast(before: Sequence[str], tokens: Sequence[Token], clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a harm is only thought likely (`diperkirakan tewas`, `badan itu memperkirakan semua penumpang tewas`)."""
    if clause.type not in HARMS or clause.form not in ("verb", *UNLISTED):
        return False
    forecast = lexicon.markers["forecast"]
    if not lexicon.markers["planned"].isdisjoint(before[-MARKER_REACH:]):
        return False  # of the weather of tomorrow
    told = clause.first > 0 and tokens[clause.first - 1].word in forecast
    return told or not forecast.isdisjoint(before[-MARKER_REACH:])


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
