"""A count told anew: what a first count has become, and a bare number of which somebody says that so many they are."""

from __future__ import annotations

import re

from runut.reading.figures.beside import HARMED
from runut.reading.figures.clause import NAMED_NEXT, Clause
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.phrases import TOLD_BARE, VOUCHED_REACH
from runut.reading.figures.together import FATES, OF_PERSONS

# Between a first count and the one that it has become stand so many characters at most.
MAX_TO_UPDATE = 110
# The words that tell a count as the first (`informasi awal ada`) stand so near before it.
MAX_TO_FIRST = 60
# A quake's strength is written to the tenth.
_STRENGTH = re.compile(r"\d[,.]\d")
_ANOTHER, _ENDS = re.compile(r"[.;] |\d"), re.compile(r"[.,;”\"]|$")
# The last word of who tells something, and what points at him.
_TELLER = re.compile(r"(?P<word>[\w’'-]{2,30})\)?(?P<pointing> [a-z]{3,9})?$")
_NAMED = re.compile(r" [A-Z]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_RETOLD = FATES | HARMED | {"affected", "participants", "magnitude"}


def updated(c: Clause) -> Judgement | None:
    """14b. What a count that is told as the first has become: `informasi awal ada delapan korban tewas, lalu jadi 11 orang`."""
    if c.last is None or c.part != "total":
        return None
    first, told = c.last
    held = told.measure == "arrested" and c.counted.head in c.lex.caught  # `kini menjadi 11 tersangka`
    if c.counted.kind not in ("people", "none") and not held:
        return None
    if told.measure not in OF_PERSONS - {"other"} or first.start < c.sentence.start or first.low == c.n.low:
        return None
    since, stop = max(first.stop, told.end), max(c.counted.end, c.n.stop)
    if c.n.begin - since > MAX_TO_UPDATE or _ANOTHER.search(c.text, since, c.n.begin):
        return None
    if _is_righted(c, first, since):
        return c.judge(told.measure, "updated") if _ENDS.match(c.text, stop) else None
    if not c.lex.retold.now_are.search(c.text, since, c.n.begin) or not c.lex.ended.match(c.text, stop):
        return None
    if not c.lex.retold.initially.search(c.text, max(c.sentence.start, first.begin - MAX_TO_FIRST), first.begin):
        return None
    return c.judge(told.measure, "updated") if _has_become(c, since, told) else None


def _is_righted(c: Clause, first: Numeral, since: int) -> bool:
    """Whether a number is what is right instead of a count that was told: `kami sebut delapan orang tewas, yang betul 12 orang`."""
    if c.lex.retold.righted.fullmatch(c.text, since, c.n.begin) is None:
        return False
    return (
        c.lex.retold.told_wrong.search(c.text, max(c.sentence.start, first.begin - MAX_TO_FIRST), first.begin)
        is not None
    )


def _has_become(c: Clause, since: int, told: Judgement) -> bool:
    """Whether no other subject stands between a first count and what it has become: no `delapan orang tewas, personel kini 12 orang`."""
    comma = c.text.rfind(",", since, c.n.begin)
    at = comma if comma >= 0 else since
    between = at
    words = ""
    for state in c.sentence.states:
        if state.start < at or state.end > c.n.begin:
            continue
        if state.measure != told.measure:
            return False
        words += c.text[between : max(between, state.start - 1)]
        between = state.end
    return c.lex.retold.became.fullmatch(words + c.text[between : c.n.begin]) is not None


def told_bare(c: Clause) -> Judgement | None:
    """18b. A number of nothing named that somebody says there are, or are not: `12 orang tewas. Dinas itu mencatat sepuluh`."""
    if c.last is None or c.counted.kind != "none" or c.n.form == "vague" or c.n.low == 1:
        return None
    if c.last[0].start < c.earlier:
        return None
    measure = c.last[1].measure
    if measure not in _RETOLD or (c.last[1].counted is None and measure != "magnitude"):
        return None
    if not c.lex.retold.ends_told.match(c.text, c.n.stop) or NAMED_NEXT.match(c.text, c.n.stop):
        return None
    in_one = c.last[0].start >= c.sentence.start
    since = max(c.last[0].stop, c.last[1].end) if in_one else c.sentence.start
    if not (_is_told_by_somebody(c, since, measure) or (in_one and _is_righted(c, c.last[0], since))):
        return None
    if measure == "magnitude":
        strong = c.n.form == "digits" and _STRENGTH.fullmatch(c.text, c.n.start, c.n.end)
        return Judgement(measure, TOLD_BARE, c.n.begin, c.n.stop) if strong else None
    whole = c.last[1].counted
    if whole is None:
        return None
    some = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    return Judgement(measure, TOLD_BARE, c.n.begin, c.n.stop, some)


def _is_told_by_somebody(c: Clause, since: int, measure: str) -> bool:
    """Whether somebody stands right before the verb that tells a number, and nothing else of which it may be the number: `polisi mencatat
    sepuluh`, but no `jumlah korban luka menurut polisi` and no `soal suhu, Dinas Pasar menyebut 12`.
    """
    verb = c.lex.retold.told_by.search(c.text, max(since, c.n.begin - VOUCHED_REACH), c.n.begin)
    teller = _TELLER.search(c.text, since, verb.start()) if verb is not None else None
    if teller is None:
        return False
    if teller["pointing"] and teller["pointing"].strip() not in c.lex.retold.of_teller:
        teller = _TELLER.search(c.text, teller.start("pointing") + 1, teller.end())
    if teller is None or c.lex.retold.about.search(c.text, since, teller.start()):
        return False
    if c.lex.past.search(c.text, since, c.n.begin) or _YEAR.search(c.text, since, c.n.begin):
        return False  # `Tahun lalu polisi mencatat 20`
    comma = c.text.rfind(",", since, teller.start()) + 1 if since > c.sentence.start else 0
    if not leads_to_teller(c.text, max(since, comma), teller.start(), c.lex):
        return False
    word = teller["word"].lower()
    who = c.lex.tellers | c.lex.body_nouns | c.lex.any_bodies | c.lex.pronouns
    if word not in who and (not teller["word"][0].isupper() or word in c.lex.nouns):
        return False
    if any(h.measure != measure for h in c.sentence.states if since <= h.start < c.n.begin):
        return False
    others = (m for m in c.lex.noun.finditer(c.text, since, teller.start()) if m[1].lower() not in who | c.lex.persons)
    return all(
        c.lex.nouns[m[1].lower()]["measure"] == measure or (m[1][0].isupper() and _NAMED.match(c.text, m.end()))
        for m in others
    )


def leads_to_teller(text: str, begin: int, end: int, lex: Lexicon) -> bool:
    """Whether nothing of which a number may be stands before whoever tells it: `Namun, Dinas Pasar mencatat sepuluh`, but no `Untuk
    penyebabnya, polisi menyebut dua`.

    What may stand there are names, words that turn, say when or by whose count, and the bodies that tell.
    """
    bodies = (
        m for m in lex.noun.finditer(text, begin, end) if lex.nouns[m[1].lower()]["kind"] in ("building", "force")
    )
    left, at = "", begin
    for body in bodies:
        left += text[at : body.start()]
        at = body.end()
    words = _WORDS.findall(left + text[at:end])
    compared = [k for k, w in enumerate(words) if w.lower() in lex.sets.compares]
    words = (
        words[compared[-1] + 1 :] if compared else words
    )  # `lebih banyak daripada versi polisi yang menyebut sembilan`
    leads = lex.sets.leads_to_teller | lex.tellers | lex.body_nouns | lex.any_bodies
    if words and words[0].lower() not in leads and words[1:2] != [] and words[1][0].islower():
        return False  # `Sebagai dalang, polisi menyebut dua`
    if words and words[0].endswith("nya") and words[0].lower() not in leads:
        return False  # `Penyebabnya, polisi menyebut dua`
    return all(w.lower() in leads or (w[0].isupper() and w.lower() not in lex.nouns) for w in words)
