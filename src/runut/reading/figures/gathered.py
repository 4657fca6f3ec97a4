"""Who is on duty, on a pilgrimage or in custody by what the sentence or the report tells besides the count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from runut.reading.figures.clause import MAX_SUBJECT, Clause
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View

# As many suspects as are caught are those caught from this count on: one suspect may be another one.
LEAST_CAUGHT = 2
# A label of suspects and the word that leads to their count have so many characters: `tersangka berjumlah`.
MAX_LABEL = 40
_LABEL = re.compile(r"(\w{4,20}) (?:\w{3,20}) ?$")
# A quota stands so many characters at most before those for whom it is, what ails them behind them.
MAX_QUOTA = 60
_UNSAID = ("measure:noun:", "measure:part-of:")
_GUARD = "measure:guard:"


def on_guard(c: Clause) -> bool:
    """Whether forces of no body of their own guard something: `1.200 personel gabungan dikerahkan untuk mengamankan aksi`.

    Those who search, rescue or put out a fire are none, though they guard the place too.
    """
    if c.counted.head not in c.lex.gatherings.on_duty or not _is_unnamed(c):
        return False
    if c.lex.gatherings.guarding.search(c.text, c.sentence.start, c.sentence.end) is None:
        return False
    return c.lex.gatherings.rescuing.search(c.text, c.sentence.start, c.sentence.end) is None


def _is_unnamed(c: Clause) -> bool:
    """Whether no body but police and soldiers is named right behind those counted: none are `12 personel Gulkarmat`."""
    phrase = c.text[c.counted.start : c.counted.end]
    if len(phrase.split()) == len(c.counted.head.split()):
        return True
    behind = phrase[len(c.counted.head) :]
    return (
        any(words.search(behind) for words in c.lex.forces.values())
        or c.lex.gatherings.guarding.search(behind) is not None
    )


def is_pilgrimage(c: Clause) -> bool:
    """Whether pilgrims are counted who set out or come home: `memberangkatkan 393 jemaah`, `jemaah yang tiba 376 orang`."""
    if c.n.form == "words" and c.n.low == 1:
        return False
    if c.lex.gatherings.pilgrims.fullmatch(c.counted.head):
        begin, end = c.floor, min(c.limit, c.counted.end + MAX_SUBJECT)
        return c.lex.gatherings.setting_out.search(c.text, begin, end) is not None
    if c.counted.head not in c.lex.persons:
        return False
    label = c.lex.gatherings.pilgrims.search(c.text, c.floor, c.n.begin)
    return label is not None and c.lex.gatherings.setting_out.search(c.text, label.end(), c.n.begin) is not None


def pilgrims_told(judged: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """Pilgrims of whom nothing else is told take part: `melayani 1.200 jemaah haji`; a quota or room for them is none, nor are hopefuls."""
    out = []
    for n, j in judged:
        if (
            j.measure == "other"
            and j.counted is not None
            and j.rule.startswith(_UNSAID)
            and _are_pilgrims(n, j, view, lex)
        ):
            j = replace(j, measure="participants", rule=f"{j.rule}+pilgrims")
        out.append((n, j))
    return out


def _are_pilgrims(n: Numeral, j: Judgement, view: View, lex: Lexicon) -> bool:
    """Whether more than one pilgrim is counted, by the noun of the count."""
    if j.counted is None or (n.form != "digits" and n.low == 1):
        return False
    begin = max(view.sentence_at(n.start)[0], n.begin - MAX_QUOTA)
    if j.counted.head not in lex.amounts.pilgrims:  # `jumlah jemaah mencapai 1.200 orang`
        label = _LABEL.search(view.text[max(begin, n.start - MAX_LABEL) : n.start])
        linked = label is not None and label[1].lower() in lex.amounts.pilgrims and j.counted.head in lex.persons
        if not linked or not lex.link.search(view.text, begin, n.start):
            return False
    words = lex.amounts
    if words.ailing.search(view.text, n.stop, n.stop + MAX_QUOTA):  # `32 jemaah haji yang positif flu`
        return False
    return not any(w.search(view.text, begin, n.begin) for w in (words.quota, words.room))


def alike_in_report(
    judged: Sequence[tuple[Numeral, Judgement]], view: View, lex: Lexicon
) -> list[tuple[Numeral, Judgement]]:
    """Forces counted in a report that tells of them as on guard are those; suspects as many as are caught are those caught."""
    guards = any(j.rule.startswith(_GUARD) for _, j in judged)
    caught = {n.low for n, j in judged if _are_caught(n, j, lex)}
    if not (guards or caught):
        return list(judged)
    out = []
    for n, j in judged:
        if j.measure == "other" and j.counted is not None:
            if guards and _are_they(j, view.text, lex):
                j = replace(j, measure="police", rule=f"{j.rule}+guard")
            elif n.low == n.high and n.low in caught and _are_those_caught(n, j, view, lex):
                j = replace(j, measure="arrested", rule=f"{j.rule}+same-count")
        out.append((n, j))
    return out


def _are_they(j: Judgement, text: str, lex: Lexicon) -> bool:
    """Whether plain forces are counted, of whom nothing else is said than where they are."""
    if (
        j.counted is None
        or j.counted.head not in lex.gatherings.on_duty
        or not j.rule.startswith(("measure:noun:", "measure:included"))
    ):
        return False
    return lex.part_ends.match(text, j.counted.end) is not None or lex.pointing.match(text, j.counted.end) is not None


def _are_caught(n: Numeral, j: Judgement, lex: Lexicon) -> bool:
    """Whether just so many suspects, or people of no name, are told as arrested."""
    if j.measure != "arrested" or n.low is None or n.low != n.high or n.low < LEAST_CAUGHT or j.counted is None:
        return False
    return j.counted.head in lex.caught | lex.anyone


def _are_those_caught(n: Numeral, j: Judgement, view: View, lex: Lexicon) -> bool:
    """Whether suspects are counted of whom nothing else is said, none who are at large or the others."""
    if j.counted is None or not j.rule.startswith("measure:noun:"):
        return False
    if j.counted.head not in lex.caught:
        label = _LABEL.search(view.text[max(0, n.start - MAX_LABEL) : n.start])
        linked = lex.link.search(view.text, max(0, n.start - MAX_LABEL), n.start) is not None
        if j.counted.head not in lex.persons or label is None or not linked or label[1].lower() not in lex.caught:
            return False
    if (
        j.part != "total"
        or lex.rest.match(view.text, j.counted.end)
        or lex.denied.search(view.text, max(0, n.begin - 30), n.begin)
    ):
        return False
    return lex.gatherings.at_large.search(view.text, *view.sentence_at(n.start)) is None
