"""What a count without a word of its own is of, carried from the set that the text tells it to belong to.

A cascade, the strongest evidence first; each rule looks no further back than the sentence before, but for the same number with a word
that points back to it. Where two sets could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from runut.reading.figures import shares
from runut.reading.figures.clause import MAX_SUBJECT, NAMED_NEXT, TELLING_NOUNS, look_through
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.retold import leads_to_teller
from runut.reading.figures.together import LEAST_POINTED
from runut.reading.figures.untold import (
    FORCES,
    MAX_CARRIED,
    MAX_LOOKED,
    MAX_SUM,
    SETS,
    UNREAD,
    Count,
    Made,
    Told,
    are_found,
    are_victims,
    carry_from,
    count_at,
    is_plain,
    is_pointed,
    is_unsaid,
    is_untold,
)
from runut.text import View

# Words that set a count against another (`melainkan`, `catatan X yang hanya`) begin within so many characters before it.
MAX_AGAINST = 60
# What is said of those counted stands so many characters behind them at most.
MAX_SAID = 40
# A count told again without a word that points to it is as large as this (small ones agree by chance).
LEAST_AGAIN = 20
# What another counts of a toll is no more than so many times as much.
WIDEST = 2
TOLLS = frozenset({"killed", "injured", "missing"})
# Kinds of nouns that may stand for whoever tells a count.
_TELLERS = frozenset({"force", "building", "place", "thing", "never"})


def carry(told: list[Told], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts of people of whom nothing is said with what is said of the set that they belong to.

    A `bare` number, of no noun, is a count only where a rule finds its set.
    """
    if not any(j.measure in FORCES or is_untold(n, j) or are_victims(j) or are_found(j) for n, j in told) and not (
        bare and any(j.measure in SETS for _, j in told)
    ):
        return told
    known = {n.start for n, _ in told}
    unread = [(n, Judgement("other", UNREAD, n.begin, n.stop, c)) for n, c in bare if n.start not in known]
    out = sorted([*told, *unread], key=lambda t: t[0].start) if unread else list(told)
    for k in range(len(out)):
        n, j = out[k]
        told_by = j.measure in FORCES and j.rule.startswith("measure:subject:")  # `versi polisi yang hanya 23 orang`
        unsaid = j.measure in FORCES and is_unsaid(j)
        if not (is_untold(n, j) or told_by or unsaid or are_victims(j) or are_found(j)):
            continue
        count = count_at(out, k, view, lex)
        rules = RULES if j.measure == "other" else (_against,) if told_by else (shares.parts,)
        found = next((made for rule in rules if (made := rule(count))), ())
        for at, carried in found:
            out[at] = out[at][0], carried
    return [t for t in out if t[1].rule != UNREAD]


# --- the rules, the first that decides --------------------------------------------------------------------------------


_ENDS_CLAUSE = re.compile(r"\s?[^\w\s]|\s?$")


def _label(c: Count) -> Made:
    """1. What the words before a count tell, past a place or time: `Total yang kami amankan semalam 58 orang`."""
    if c.j.part == "part" or c.j.counted is None or c.j.counted.head not in c.lex.anyone:
        return None
    text = c.view.text
    begin = max(c.sentence[0], c.n.begin - MAX_SUBJECT)
    for n, j in c.told[max(0, c.k - MAX_LOOKED) : c.k]:
        if n.start >= begin and j.rule != UNREAD and not _is_of_them(c, n, j):
            begin = max(j.end, begin)
    states = [h for h in look_through(c.view, begin, c.n.begin, c.lex).states if h.end <= c.n.begin]
    told = {h.measure for h in states} & TELLING_NOUNS
    if len(told) != 1 or states[-1].measure not in told:
        return None
    hit = states[-1]
    past = (
        c.lex.sets.past_label.fullmatch(text, hit.end, c.n.begin)
        if c.lex.sets.labels.search(text, begin, hit.start)
        else None
    )
    if (
        past is None
        # `yang ditangkap dalam kasus perdagangan 10 orang itu`
        or not (_ENDS_CLAUSE.match(text, c.j.end) or _goes_on_elsewhere(c) or _has_come_to(c))
        or c.lex.active.search(text, *past.span("said"))
        or c.lex.sets.other_list.search(text, begin, c.n.begin)
    ):
        return None
    return c.told_as(replace(c.j, measure=hit.measure), "label")


def _is_of_them(c: Count, n: Numeral, j: Judgement) -> bool:
    """Whether a count before another only tells where those counted are, or what befell them: `korban tewas dari dua ledakan itu`."""
    if j.counted is None or j.counted.kind not in ("place", "thing", "unknown"):
        return False
    text, begin = c.view.text, max(c.sentence[0], n.begin - MAX_SUM)
    return j.counted.kind == "place" or bool(
        c.lex.out_of.search(text, begin, n.begin) or c.lex.because.search(text, begin, n.begin)
    )


def _goes_on_elsewhere(c: Count) -> bool:
    """Whether the next count is that of another place: `korban tewas di Randu 11 orang dan di Kalimas lima`."""
    following = c.next()
    return following is not None and c.lex.next_of.fullmatch(c.view.text, c.j.end, following.begin) is not None


def _has_come_to(c: Count) -> bool:
    """Whether a word that leads to a total stands right before the count: `bertambah menjadi sembilan orang hingga petang`."""
    return c.lex.sets.comes_to.search(c.view.text, max(c.sentence[0], c.n.begin - MAX_SUM), c.n.begin) is not None


def _comes_to(c: Count) -> Made:
    """4. What counts of a set come to: `sembilan korban tewas di Randu dan empat di Kalimas, sehingga totalnya 13 orang`."""
    last = c.nearest()
    if last is None or c.n.low != c.n.high or not is_plain(c, c.j, last[1]):
        return None
    text, begin = c.view.text, max(c.sentence[0], last[1].end)
    comes = c.lex.sets.comes_to.search(text, max(begin, c.n.begin - MAX_SUM), c.n.begin)
    if comes is None or _tells_of_others(c, begin) or c.lex.sets.bodies.search(text, begin, c.n.begin):
        return None  # `Jumlah saksi menjadi lima orang`
    if last[0].start < c.sentence[0] and not c.lex.intro.search(text, begin, c.n.begin):
        return None  # `Hingga kini lima orang`
    reached: float = 0
    for k, (n, j) in enumerate(c.before):
        if j.measure != last[1].measure or n.low is None or n.low != n.high:
            break
        reached += n.low
        if k and reached == c.n.low:
            return c.told_as(j, "sum", "total")
    return None


def _against(c: Count) -> Made:
    """9. What another counts of the same, or what was told before: `lebih banyak daripada catatan X yang hanya 16 orang`."""
    last = c.only()
    if last is None or not is_plain(c, c.j, last[1]):
        return None
    begin = max(c.sentence[0], last[1].end)
    cue = _contrast(c, begin)
    # `… 240 siswa sakit. “Kami biayai,” ujar Rato. Adapun dinas menyebut angka 218 orang.`
    if c.nearest() is None and not (cue == "counts" and c.lex.sets.names_count.search(c.view.text, begin, c.n.begin)):
        return None
    if cue is None or (cue == "counts" and c.lex.sets.opens_place.match(c.view.text, begin)):
        return None  # `Di Randu saja, dinas mencatat 12 orang`
    larger = (c.n.high or c.n.low or 0) > (last[0].high or last[0].low or 0)
    if larger and cue == "counts":
        return c.told_as(last[1], "against", "total") if _is_rival(c, *last) else None
    of_count = c.lex.sets.of_count.search(c.view.text, begin, c.n.begin)
    if larger and cue != "compared" and not of_count and not (cue == "former" and _is_told_before(c)):
        return None
    return c.told_as(last[1], "against", "total")


def _is_told_before(c: Count) -> bool:
    """Whether a count is one that was told and is given up: `Semula dicatat ada 19 orang`."""
    told = c.lex.sets.told_before.search(c.view.text, max(c.sentence[0], c.n.begin - MAX_AGAINST), c.n.begin)
    return told is not None and bool(told["told"])


def _is_rival(c: Count, whole: Numeral, told: Judgement) -> bool:
    """Whether another counts more of a toll in the next sentence, by a word for any person: `Polisi menyebut 12 orang tewas. Komnas HAM
    mencatat 15 orang.`
    """
    if whole.low is None or whole.low != whole.high or c.n.low is None or c.n.low > WIDEST * whole.low:
        return False
    plain = c.j.counted is not None and c.j.counted.head in c.lex.anyone
    return plain and told.measure in TOLLS and told.part == "total" and whole.start < c.sentence[0]


def _sought(c: Count) -> Made:
    """14. Those who are looked for beside the dead or saved: `tujuh orang tewas, 47 selamat, sehingga tersisa 17 orang yang dicari`."""
    last = c.nearest()
    if (
        last is None
        or last[1].measure not in TOLLS | {"rescued"}
        or c.j.counted is None
        or c.j.counted.kind == "suspect"
    ):
        return None
    if c.lex.sets.sought.match(c.view.text, c.j.end) is None or any(j.measure == "arrested" for _, j in c.told):
        return None
    return c.told_as(replace(c.j, measure="missing"), "sought")


def _contrast(c: Count, begin: int) -> str | None:
    """How a count is set against another from `begin` on: as compared with it, told before, put right, or counted by another."""
    text = c.view.text
    if c.j.part != "part" and c.lex.sets.far_from.search(text, max(begin, c.n.start - MAX_AGAINST), c.n.start):
        return None if _tells_of_others(c, begin) else "compared"
    if c.j.part == "part" or not c.lex.sets.bare_end.match(text, c.j.end) or NAMED_NEXT.match(text, c.j.end):
        return None  # `Polisi menyebut tiga: sopir mengantuk, rem blong, dan jalan licin`
    if c.lex.past.search(text, begin, c.n.begin) or _tells_of_others(c, begin):
        return None
    near = max(begin, c.n.begin - MAX_AGAINST)
    for kind, pattern in (
        ("compared", c.lex.compared),
        ("former", c.lex.sets.told_before),
        ("rather", c.lex.sets.put_right),
        ("counts", c.lex.sets.counts_too),
    ):
        cue = pattern.search(text, near, c.n.begin)
        if cue is None or (kind != "compared" and c.lex.active.search(text, begin, cue.start())):
            continue
        verb = kind == "counts" and begin <= c.sentence[0] and not c.lex.sets.of_count.match(text, cue.start())
        if verb and not leads_to_teller(text, c.sentence[0], cue.start(), c.lex):
            continue  # `Jumlah titik longsor berbeda: BPBD mencatat tujuh`
        if kind != "former" or c.lex.sets.of_count.search(text, begin, cue.start()):
            return kind
        if cue["told"] and not text[begin : cue.start()].strip(' ,;(“"'):
            return kind  # `Sebelumnya disebut 12 orang`
    return None


def _tells_of_others(c: Count, begin: int) -> bool:
    """Whether the words before a count are of others than those of a set: people of another kind, a vehicle, a list of those present."""
    text = c.view.text
    if c.lex.sets.other_list.search(text, begin, c.n.begin):
        return True
    nouns = {m[1].lower() for m in c.lex.noun.finditer(text, begin, c.n.begin)} - c.lex.anyone
    rows = [c.lex.nouns[noun] for noun in nouns if not c.lex.intro.fullmatch(noun)]
    return any(row["kind"] not in _TELLERS and row["measure"] not in FORCES for row in rows)


def _pointed(c: Count) -> Made:
    """10. As many as were told before, pointed back to: `tersisa 17 orang. Dari 17 orang itu, 12 guru`, `“Dua puluh itu di darat”`."""
    if c.n.low is None or c.n.low != c.n.high or c.n.low < LEAST_POINTED or not is_pointed(c, c.n, c.j):
        return None
    same = [j for n, j in c.told[: c.k] if n.low == n.high == c.n.low and j.measure in SETS]
    if len({j.measure for j in same}) != 1 or not is_plain(c, c.j, same[-1]):
        return None
    return c.told_as(same[-1], "pointed", "total")


def _in_care(c: Count) -> Made:
    """11. Patients, or some of those hurt who are home again: `Tiga orang terluka. Dua orang sudah diperbolehkan pulang.`"""
    last = c.only()
    if last is None or last[1].measure not in ("injured", "affected") or c.j.counted is None:
        return None
    if (c.n.high or 0) > (last[0].high or 0):
        return None
    home = c.lex.sent_home.match(c.view.text, c.j.end, c.j.end + MAX_SAID)
    if c.j.counted.head in c.lex.sets.patients:
        if c.j.part == "increment":  # `empat pasien baru`
            return None
        if c.view.text[c.j.counted.start : c.j.counted.end].lower() != c.j.counted.head:  # `dua pasien DBD`
            return None
        if c.lex.sets.usually.search(c.view.text, c.sentence[0], c.n.begin):
            return None
        treated = c.lex.sets.treats.search(c.view.text, max(c.sentence[0], c.n.begin - MAX_SUM), c.n.begin)
        return c.told_as(last[1], "patients") if treated or home else None
    if not is_plain(c, c.j, last[1]):
        return None
    if home and c.lex.sets.questioned.search(
        c.view.text, c.n.stop, home.end()
    ):  # `dua orang yang diperiksa sudah dipulangkan`
        return None
    return c.told_as(last[1], "sent-home", "part") if home else None


def _same_number(c: Count) -> Made:
    """12. Just as many right before, and nothing said of them: `136 siswa keracunan. “Data pagi ini 136 orang”`."""
    if c.n.low != c.n.high or (c.n.low or 0) < LEAST_AGAIN or not c.lex.sets.bare_end.match(c.view.text, c.j.end):
        return None
    same = [j for n, j in c.before if n.low == n.high == c.n.low and n.start >= c.earlier]
    if len({j.measure for j in same}) != 1 or same[0].measure not in SETS or not is_plain(c, c.j, same[0]):
        return None
    begin = max(c.sentence[0], c.n.begin - MAX_CARRIED)
    of_count = c.lex.sets.of_count.search(c.view.text, begin, c.n.start)
    if of_count is None or _tells_of_others(c, begin):
        return None
    between = c.view.text[of_count.end() : c.n.start]
    if c.lex.sets.not_the_same.search(between) or _DOES.search(between):  # `Jumlah yang dilepas juga 25 orang`
        return None
    nouns = c.lex.noun.finditer(c.view.text, of_count.end(), c.n.start)
    if any(c.lex.nouns[m[1].lower()]["kind"] == "force" for m in nouns):  # `Jumlah personel 25 orang`
        return None
    return c.told_as(same[0], "same-number", same[0].part)


_NEXT = re.compile(r"\d")
# A verb by its shape that tells something of those counted, and no telling: `dikerahkan`, `selamat`.
_DOES = re.compile(r"\byang [a-z]{3,}")


def _is_corrected(c: Count) -> bool:
    """Whether words that put a count right stand right before the next number, which is then told too: `12 orang dikoreksi menjadi 11`."""
    following = _NEXT.search(c.view.text, c.j.end, c.sentence[1])
    return following is not None and c.lex.sets.put_right.search(c.view.text, c.j.end, following.start()) is not None


def _is_its_number(c: Count) -> bool:
    """Whether a sentence tells the number of what the one before announces: `Jumlah korban tewas disampaikan Rato. Ia menyebut data
    terakhir adalah 125 orang.`
    """
    text = c.view.text
    if (c.n.low or 0) < LEAST_AGAIN or _tells_of_others(c, c.sentence[0]):
        return False
    *_, told = (None, *c.lex.sets.of_count.finditer(text, c.sentence[0], c.n.begin))
    if told is None or not c.lex.link.search(text[told.end() : c.n.begin]):
        return False
    if c.lex.sets.not_the_same.search(text, told.end(), c.n.begin):
        return False
    label = c.lex.intro.search(text, c.earlier, c.sentence[0])
    states = [h for h in look_through(c.view, c.earlier, c.sentence[0], c.lex).states if h.measure in SETS]
    return label is not None and len(states) == 1 and 0 <= states[0].start - label.start() <= MAX_SUM


def _topic(c: Count) -> Made:
    """13. What the sentence before says that the number is of: `Rato meralat jumlah korban tewas. Sebelumnya disebut 12 orang`."""
    text = c.view.text
    if c.j.rule == UNREAD or c.j.counted is None or c.j.counted.head not in c.lex.anyone or c.nearest() is not None:
        return None
    if c.n.begin - c.sentence[0] > MAX_CARRIED:
        return None
    near = max(c.sentence[0], c.n.begin - MAX_AGAINST)
    left = c.lex.sets.left_over.search(text, near, c.n.begin)
    if left is not None:
        of_count = c.lex.sets.of_count.search(text, c.sentence[0], left.start())
        whole = c.told[c.k - 1][0] if c.k else c.n
        opened = whole.start >= c.sentence[0] and c.lex.out_of.search(text, c.sentence[0], whole.begin)
        if not (of_count or opened) or _tells_of_others(c, c.sentence[0]):
            return None
    elif _contrast(c, c.sentence[0]) not in ("former", "rather") and not _is_its_number(c):
        return None
    if not c.lex.sets.bare_end.match(text, c.j.end) or c.earlier == c.sentence[0]:
        return None
    if any(c.earlier <= n.start < c.sentence[0] for n, _ in c.before):
        return None
    if c.said(c.sentence[0], c.n.begin):
        return None
    if left is None and _NEXT.search(text, c.j.end, c.sentence[1]) and not _is_corrected(c):
        return None  # `Sebelumnya disebut 15 orang, yang benar 12 orang`: the first alone would stand as the count
    told = c.said(max(c.earlier, c.sentence[0] - MAX_CARRIED), c.sentence[0])
    if len(told) != 1 or not c.lex.intro.search(text, c.earlier, c.sentence[0]):
        return None
    topic = replace(c.j, measure=told.pop())
    made, (n, j) = c.told_as(topic, "topic"), c.told[c.k - 1]
    if c.k and n.start >= c.sentence[0] and is_untold(n, j) and c.lex.out_of.search(text, c.sentence[0], n.begin):
        made.append((c.k - 1, carry_from(j, topic, "topic", "total")))  # `Dari 2.140 jiwa, kini tersisa 1.730 jiwa`
    return made


RULES: tuple[Callable[[Count], Made], ...] = (
    _label,
    shares.parts,
    shares.members,
    _comes_to,
    shares.left_over,
    shares.of_set,
    shares.next_place,
    _against,
    _pointed,
    _in_care,
    _same_number,
    _topic,
    _sought,
)
