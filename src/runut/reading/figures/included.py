"""Whom `termasuk`, `terdiri atas` and `di antaranya` are said of: the set counted before, or other people named nearer."""

from __future__ import annotations

import re
from bisect import bisect_left

from runut.reading.figures.clause import MAX_SUBJECT, PERSONAL, Clause
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES

_PEOPLE = PERSONAL - {"none", "unknown"}
# A verb by its shape: `memeriksa`, `dihadiri`, `bertugas`.
_VERB = re.compile(r"\b(?:di[a-z]{4,}|me(?:m|n|ng|ny|l|r)[a-z]{3,}|ber[a-z]{4,})\b")
# Between people and what they are made up of or who is among them stand few words: `tim yang terdiri atas`, `perampok, dua di antaranya`.
_ATTACHED = re.compile(r"(?: \w+){0,2},? $")
# Words before a noun that make it many, or say whose kin it is, have so many characters at most.
MAX_MARK = 24


def of_others(c: Clause, whole: Numeral, told: Judgement) -> str | None:
    """What those counted are told as where they are part of others than the set counted last; none where they are the set's.

    The whole is the nearest people or body named before the words that include: in `Lima orang hilang. Tim pencari terdiri atas dua
    penyelam` the divers are the team's. Those of the set's own noun, those told as the set is, and
    `korban`, `mereka`, `jumlah itu` are the set.
    """
    if told.measure == "other" or told.counted is None or told.counted.kind not in PERSONAL:
        return None
    here = whole.start >= c.sentence.start
    begin = max(told.end, told.counted.end) if here else c.sentence.start
    if here and (c.n.low or 0) > (whole.high or 0) and _is_second(c, whole, told):
        return "other"
    at, among = _including(c, begin)
    if at <= begin:
        return None
    name, back = _nearest(c, begin, at, among and not here), _back(c, begin, at)
    if back is not None and (name is None or back >= name[1]):
        return None if here or (c.n.low or 0) <= (whole.high or 0) else "other"
    if name is None:  # `Pemakaman dihadiri bupati, termasuk dua …`; but `Menurut data, di antaranya dua …`
        return None if here or among or _VERB.search(c.text, begin, at) is None else "other"
    start, _, noun = name
    if noun and _is_alike(c, start, noun, at, told):
        return None
    if here and not _are_nearer(c, name, at, among, told):
        return None
    measure = c.lex.nouns[noun]["measure"] if noun else ""
    return measure if measure in FATES else "other"


def _is_second(c: Clause, whole: Numeral, told: Judgement) -> bool:
    """Whether others are told of before the set in its sentence: `20 orang tewas dan dua hilang, termasuk tiga anak`."""
    return any(h.measure in FATES - {told.measure} for h in c.sentence.states if h.end <= whole.begin)


def _including(c: Clause, begin: int) -> tuple[int, bool]:
    """Where the words that include begin, and whether they stand behind the number: `termasuk`, `terdiri atas`; `tiga di antaranya`."""
    if c.lex.among.match(c.text, c.n.stop) or c.lex.among_those.match(c.text, c.counted.end):
        return c.n.begin, True
    near = max(begin, c.n.begin - MAX_SUBJECT)
    found = [m.start() for words in (c.lex.including, c.lex.made_of) for m in words.finditer(c.text, near, c.n.begin)]
    return max(found, default=begin), False


def _nearest(c: Clause, begin: int, at: int, but_tellers: bool) -> tuple[int, int, str] | None:
    """The last people or body named in a stretch, with the noun; without those who only tell of it where these are left out."""
    lex = c.lex
    *_, named = (None, *lex.sets.bodies.finditer(c.text, begin, at))
    body = None if but_tellers else named  # `kelompok itu menyatakan, tiga di antaranya perwira`
    found = (body.start(), body.end(), "") if body is not None else None
    for noun in lex.noun.finditer(c.text, body.end() if body is not None else begin, at):
        head = noun[1].lower()
        row = lex.nouns[head]
        if row["kind"] not in _PEOPLE or (found is not None and c.text[found[1] : noun.start()].isspace()):
            continue  # `tim penyelam`
        teller = head in lex.tellers or row["kind"] == "force" or row["measure"] in lex.forces
        if but_tellers and row["kind"] != "suspect" and teller:
            continue  # `Polisi menyebutkan, dua di antaranya anak-anak`
        found = noun.start(), noun.end(), head
    return found


def _back(c: Clause, begin: int, at: int) -> int | None:
    """Where `korban`, `mereka`, `jumlah itu` end that point back to the set, which are no `keluarga korban`."""
    *_, back = (None, *c.lex.sets.the_set.finditer(c.text, begin, at))
    if back is None or c.lex.sets.of_victims.search(c.text, max(begin, back.start() - MAX_MARK), back.start()):
        return None
    return back.end()


def _is_alike(c: Clause, start: int, noun: str, at: int, told: Judgement) -> bool:
    """Whether people named before words that include are the set: by what they are, by what is said of them, or as those told of."""
    row = c.lex.nouns[noun]
    k = bisect_left(c.sentence.states, start, key=lambda h: h.start)
    said = {h.measure for h in c.sentence.states[k:] if h.end <= at}
    if row["measure"] == told.measure or told.measure in said or (told.measure == "arrested" and noun in c.lex.caught):
        return True
    if told.counted is not None and noun in c.text[told.counted.start : told.counted.end].lower():
        return True
    return row["kind"] == "person" and c.lex.pointing.match(c.text, start + len(noun)) is not None


def _are_nearer(c: Clause, name: tuple[int, int, str], at: int, among: bool, told: Judgement) -> bool:
    """Whether people named in the set's own sentence are the whole instead of it: `ditangkap petugas yang terdiri atas dua polisi`.

    Where they are only named, and many, men and women of any kind are the set's: `dievakuasi tim SAR, termasuk tiga penyelam`, but no
    `…, termasuk tiga anak`.
    """
    start, end, noun = name
    attached = _ATTACHED.fullmatch(c.text, end, at) is not None or not noun
    made = c.lex.made_of.match(c.text, at) is not None
    if attached and made:
        return True
    if attached and among and noun and c.lex.nouns[noun]["kind"] == "suspect" and told.measure != "arrested":
        return True  # `diserang perampok, dua di antaranya mengenakan topeng`
    if told.measure == "arrested" and c.counted.kind != "force" and c.counted.measure not in c.lex.forces:
        return False  # `ditahan tim gabungan, termasuk tiga mahasiswa`
    many = not noun or c.lex.sets.many.search(c.text, max(0, start - MAX_MARK), start) is not None
    return attached and many and not among and c.counted.head not in c.lex.sets.anybody
