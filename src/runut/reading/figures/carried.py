"""What a count without a word of its own is of, carried from the set that the text tells it to belong to.

A cascade, the strongest evidence first; each rule looks no further back than the sentence before, but for the same number with a word
that points back to it. Where two sets could be meant, none is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from runut.reading.figures.clause import (
    MAX_JOINED,
    MAX_SUBJECT,
    NAMED_NEXT,
    PERSONAL,
    TELLING_NOUNS,
    fits,
    look_through,
)
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.retold import leads_to_teller
from runut.reading.figures.together import FATES, MAX_AMONG, MAX_PARTS, MAX_TO_PART
from runut.text import View

Told = tuple[Numeral, Judgement]
# Counts by their place, as they are told now.
Made = list[tuple[int, Judgement]] | None

# What those counted are carried from: a set of people of whom something tracked is told.
SETS = FATES | {"affected"}
# What forces are counted as of whom nothing is said.
FORCES = frozenset({"police", "troops"})
# So many counts before one are looked through at most.
MAX_LOOKED = 12
# What is told from a set to the count that it is carried to has so many characters at most.
MAX_CARRIED = 500
# Words that set a count against another (`melainkan`, `catatan X yang hanya`) begin within so many characters before it.
MAX_AGAINST = 60
# Words that tell what is left or comes to (`jadi tersisa`, `totalnya`) begin within so many characters before a count.
MAX_SUM = 40
# What is said of those counted stands so many characters behind them at most.
MAX_SAID = 40
# Words that say where those counted are cared for stand within so many characters behind them.
MAX_IN_CARE = 60
# A count told again without a word that points to it is as large as this (small ones agree by chance).
LEAST_AGAIN = 20
# The rules of judging that say nothing of those counted, and the ones that say something untracked.
_UNREAD = "measure:unread"
_UNTOLD = (
    "measure:noun:",
    "measure:included",
    "measure:part-of:",
    "measure:bare",
    "measure:bounded",
    "measure:former",
    "measure:they-are",
    _UNREAD,
)
_UNTRACKED = "measure:state:"
# A full stop inside a quotation.
_STOP = re.compile(r"(?<=[a-z)\d])[.!?] (?=[A-Z])")
_PEOPLE = PERSONAL - {"none", "unknown"}
# Kinds of nouns that may stand for whoever tells a count.
_TELLERS = frozenset({"force", "building", "place", "thing", "never"})


@dataclass(slots=True)
class Count:
    """A count whose measure is not told, where it stands among the others."""

    view: View
    told: Sequence[Told]
    k: int
    n: Numeral
    j: Judgement
    sentence: tuple[int, int]
    earlier: int
    """Where the sentence before begins."""
    before: list[Told]
    """The counts of people in this sentence and the two before, the nearest first."""
    lex: Lexicon

    def told_as(self, whole: Judgement, rule: str, part: str | None = None) -> list[tuple[int, Judgement]]:
        """This count told as what a set is told as, where that may befall those counted."""
        kind = self.j.counted.kind if self.j.counted is not None else "never"
        return [(self.k, _carried(self.j, whole, rule, part))] if fits(whole.measure, kind) else []

    def nearest(self) -> Told | None:
        """The count of people right before this one, in its sentence or the one before, where it is a set."""
        last = self.before[0] if self.before else None
        return last if last is not None and last[1].measure in SETS and last[0].start >= self.earlier else None

    def only(self) -> Told | None:
        """The nearest set, where no other of another measure is told beside it, in numbers or in words."""
        last = self.before[0] if self.before else None
        if (
            last is None
            or last[1].measure not in SETS
            or {j.measure for _, j in self.before} - {last[1].measure, "other"}
        ):
            return None
        near = self.n.begin - last[1].end <= MAX_CARRIED
        return last if near and self.said(last[1].end, self.n.begin) <= {last[1].measure} else None

    def said(self, begin: int, end: int) -> set[str]:
        """What is said to befall people in a stretch."""
        states = look_through(self.view, begin, end, self.lex).states
        nouns = self.lex.noun.finditer(self.view.text, begin, end)
        said = {h.measure for h in states if h.end <= end} | {self.lex.nouns[m[1].lower()]["measure"] for m in nouns}
        return said & SETS - {"affected"}


def carry(told: list[Told], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon) -> list[Told]:
    """The counts of people of whom nothing is said with what is said of the set that they belong to.

    A `bare` number, of no noun, is a count only where a rule finds its set.
    """
    if not any(j.measure in FORCES or is_untold(n, j) for n, j in told) and not (
        bare and any(j.measure in SETS for _, j in told)
    ):
        return told
    known = {n.start for n, _ in told}
    unread = [(n, Judgement("other", _UNREAD, n.begin, n.stop, c)) for n, c in bare if n.start not in known]
    out = sorted([*told, *unread], key=lambda t: t[0].start) if unread else list(told)
    for k in range(len(out)):
        n, j = out[k]
        told_by = j.measure in FORCES and j.rule.startswith("measure:subject:")  # `versi polisi yang hanya 23 orang`
        if not (is_untold(n, j) or told_by or (j.measure in FORCES and _is_unsaid(j))):
            continue
        count = _count(out, k, view, lex)
        rules = RULES if j.measure == "other" else (_against,) if told_by else (_parts,)
        found = next((made for rule in rules if (made := rule(count))), ())
        for at, carried in found:
            out[at] = out[at][0], carried
    return [t for t in out if t[1].rule != _UNREAD]


def is_untold(n: Numeral, j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told."""
    if j.measure != "other" or j.counted is None or (n.low is None and n.high is None):
        return False
    nameless = j.counted.kind == "none" and (j.part == "part" or j.rule == _UNREAD)
    told = j.rule.startswith(_UNTRACKED) and n.low == n.high
    return (j.counted.kind in _PEOPLE or nameless) and (told or j.rule.startswith(_UNTOLD))


def _is_unsaid(j: Judgement) -> bool:
    """Whether people are counted of whom nothing tracked is told but what they are: `tujuh buruh, dua polisi`."""
    force = j.measure in FORCES and j.rule.startswith("measure:noun:")
    return force or (j.measure == "other" and j.rule.startswith((*_UNTOLD, _UNTRACKED)))


def _count(told: Sequence[Told], k: int, view: View, lex: Lexicon) -> Count:
    """A count with the sentence it stands in and the counts of people before it."""
    n, j = told[k]
    s = max(0, bisect_right(view.sentence_starts, n.start) - 1)
    earlier, begin = (view.sentence_starts[max(0, s - back)] if view.sentence_starts else 0 for back in (1, 2))
    before = [t for t in reversed(told[max(0, k - MAX_LOOKED) : k]) if t[0].start >= begin and _are_people(t[1])]
    start, end = view.sentence_at(n.start)
    *_, stop = (None, *_STOP.finditer(view.text, max(start, n.begin - MAX_SUBJECT), n.begin + 1))
    if stop is not None:  # sentences of one quotation
        start, earlier = stop.end(), start
    return Count(view, told, k, n, j, (start, end), earlier, before, lex)


def _are_people(j: Judgement) -> bool:
    """Whether people are counted, by their noun or by what befell them."""
    return j.measure in SETS or (j.counted is not None and j.counted.kind in _PEOPLE and j.rule != _UNREAD)


def _carried(j: Judgement, whole: Judgement, rule: str, part: str | None) -> Judgement:
    """A count told as what its set is told as; one of no noun counts what the set does."""
    counted = j.counted
    if counted is not None and counted.kind == "none" and whole.counted is not None:
        counted = replace(whole.counted, start=counted.start, end=counted.end)
    return replace(j, measure=whole.measure, rule=f"measure:carried:{rule}", part=part or j.part, counted=counted)


def _is_plain(c: Count, j: Judgement, whole: Judgement) -> bool:
    """Whether a count names nobody else than its set does: by the same noun, by one for any person, or by none."""
    if j.counted is None:
        return False
    heads = {whole.counted.head} if whole.counted is not None else set()
    return j.counted.kind == "none" or j.counted.head in c.lex.anyone or j.counted.head in heads


# --- the rules, the first that decides --------------------------------------------------------------------------------


_ENDS_CLAUSE = re.compile(r"\s?[^\w\s]|\s?$")


def _label(c: Count) -> Made:
    """1. What the words before a count tell, past a place or time: `Total yang kami amankan semalam 58 orang`."""
    if c.j.part == "part" or c.j.counted is None or c.j.counted.head not in c.lex.anyone:
        return None
    text = c.view.text
    begin = max(c.sentence[0], c.n.begin - MAX_SUBJECT)
    for n, j in c.told[max(0, c.k - MAX_LOOKED) : c.k]:
        if n.start >= begin and j.rule != _UNREAD and not (j.counted is not None and j.counted.kind == "place"):
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
        or not _ENDS_CLAUSE.match(text, c.j.end)  # `yang ditangkap dalam kasus perdagangan 10 orang itu`
        or c.lex.active.search(text, *past.span("said"))
        or c.lex.sets.other_list.search(text, begin, c.n.begin)
    ):
        return None
    return c.told_as(replace(c.j, measure=hit.measure), "label")


def _parts(c: Count) -> Made:
    """2. Counts right behind a set that come to just as many: `Sembilan orang terluka. Tujuh buruh, dua polisi.`"""
    whole = c.nearest()
    size = whole[0].low if whole is not None else None
    if whole is None or size is None or whole[0].high not in (size, None) or not _opens(c, whole):
        return None
    reached: float = 0
    parts: list[int] = []
    last = whole[0]
    for k in range(c.k, min(c.k + MAX_PARTS + MAX_AMONG, len(c.told))):
        n, j = c.told[k]
        if not (_are_people(j) or is_untold(n, j)):
            continue
        if n.low is None or n.low != n.high or n.start >= c.sentence[1] or not _may_be_part(c, n, j, last, whole[1]):
            break
        parts.append(k)
        reached += n.low
        last = n
        if reached >= size:
            break
    if reached != size or len(parts) < 2:
        return None
    return [(k, _carried(j, whole[1], "parts", "part")) for k in parts if _is_unsaid(j := c.told[k][1])]


def _opens(c: Count, whole: Told) -> bool:
    """Whether a count is the first of those that make up a set: it opens the next sentence, or stands behind `terdiri atas` or a colon."""
    text = c.view.text
    if whole[0].start < c.sentence[0]:
        return c.lex.sets.of_those.fullmatch(text, c.sentence[0], c.n.begin) is not None
    begin = whole[1].end
    if c.lex.out_of.search(
        text, max(c.sentence[0], whole[0].begin - MAX_SUM), whole[0].begin
    ):  # `Dari 17 orang itu, 12 guru`
        near = c.n.begin - begin <= MAX_TO_PART
        return (
            near
            and c.lex.pointing.match(text, begin) is not None
            and c.lex.active.search(text, begin, c.n.begin) is None
        )
    return c.lex.made_up.search(text, max(whole[0].stop, c.n.begin - MAX_SUBJECT), c.n.begin) is not None


def _may_be_part(c: Count, n: Numeral, j: Judgement, last: Numeral, whole: Judgement) -> bool:
    """Whether a count may be the next part: nobody does anything between it and the part before; other nouns stand without a verb."""
    text = c.view.text
    if not (j.measure == whole.measure or _is_unsaid(j)) or n.start - last.stop > MAX_TO_PART:
        return False
    if n is not c.n and c.lex.active.search(text, last.stop, n.begin):
        return False
    held = c.lex.caught if whole.measure == "arrested" else frozenset()
    if j.counted is not None and j.counted.kind == "suspect" and j.counted.head not in held:
        return False  # `Sebanyak 12 orang tewas. Tujuh saksi dan lima polisi.`
    said = j.part == "part" or j.rule.startswith(_UNTRACKED)  # else `Tujuh warga terluka. Empat orang datang`
    return (said and _is_plain(c, j, whole)) or c.lex.part_ends.match(text, j.end) is not None


def _members(c: Count) -> Made:
    """3. Some of those whom a set is said to be: `tujuh orang itu ialah bupati, dua pegawai, serta tiga pengusaha`."""
    text = c.view.text
    inside = [t for t in c.before if t[0].start >= c.sentence[0]]
    whole = next((t for t in inside if not t[1].rule.endswith(":members")), None)
    if whole is None or whole[1].measure not in SETS or whole[1].part == "part" or c.n.low is None:
        return None
    if c.n.begin - whole[0].stop > MAX_CARRIED:
        return None
    point = c.lex.pointing.match(text, whole[1].end)
    these = c.lex.also_are.match(text, point.end()) if point is not None else None
    if (
        these is None
        or not c.lex.part_ends.match(text, c.j.end)
        or re.search(r"[.;:“”]", text[these.end() : c.n.begin])
    ):
        return None
    if c.lex.active.search(text, these.end(), c.n.begin) or c.lex.breaks.search(text, these.end(), c.n.begin):
        return None
    between = text[these.end() : c.n.begin]
    if between.strip() and not c.lex.joined.search(between):  # `adalah pembunuh dua petani`
        return None
    others = sum(n.low or 0 for n, j in inside if j.rule.endswith(":members"))
    return c.told_as(whole[1], "members", "part") if others + c.n.low <= (whole[0].low or 0) else None


def _comes_to(c: Count) -> Made:
    """4. What counts of a set come to: `sembilan korban tewas di Randu dan empat di Kalimas, sehingga totalnya 13 orang`."""
    last = c.nearest()
    if last is None or c.n.low != c.n.high or not _is_plain(c, c.j, last[1]):
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


def _left_over(c: Count) -> Made:
    """5. Those who are left of a set: `58 orang diamankan. 41 orang dipulangkan, jadi tersisa 17 orang`."""
    text = c.view.text
    left = c.lex.sets.left_over.search(text, max(c.sentence[0], c.n.begin - MAX_SUM), c.n.begin)
    if c.n.low is None or c.n.low != c.n.high or not (left or c.lex.rest.match(text, c.j.end)):
        return None
    reached = c.n.low
    between: list[tuple[int, Judgement]] = []
    for k in range(c.k - 1, max(-1, c.k - 1 - MAX_PARTS), -1):
        n, j = c.told[k]
        if n.start < c.earlier or n.low is None or n.low != n.high:
            return None
        if not _are_people(j):
            continue
        if between and c.lex.rest.match(
            text, between[-1][1].end
        ):  # `tiga ditahan; dua tersangka lain dipanggil, satu lainnya belum`
            return None
        if j.measure in FATES and n.low == reached and between:
            if not _is_plain(c, c.j, j) or not all(_has_left(c, at, j) for at, _ in between):
                return None
            return c.told_as(j, "left", "part") + [
                (at, _carried(b, j, "parts", "part")) for at, b in between if _is_unsaid(b)
            ]
        between.append((k, j))
        reached += n.low
    return None


def _has_left(c: Count, k: int, whole: Judgement) -> bool:
    """Whether those counted between a set and who is left of it are of the set and have left it: `41 orang dipulangkan, tersisa 17 orang`,
    but no `tiga saksi diperiksa, tersisa dua orang`. Nobody leaves the dead.
    """
    n, j = c.told[k]
    if whole.measure == "killed" or j.measure == whole.measure:
        return j.measure == whole.measure
    if not _is_plain(c, j, whole):
        return False
    if j.measure in FATES:
        return True
    begin = max(c.told[k - 1][1].end if k else 0, n.begin - MAX_SUM)
    end = min(j.end + MAX_SUM, c.told[k + 1][0].begin if k + 1 < len(c.told) else j.end + MAX_SUM)
    return c.lex.sets.leaves.search(c.view.text, begin, end) is not None


def _of_set(c: Count) -> Made:
    """6. Some of a set, by the words that say so: `dua di antaranya guru`, `termasuk tiga sopir`."""
    last = c.nearest()
    if last is None or c.j.part != "part" or not c.j.rule.startswith("measure:included") or c.n.high is None:
        return None
    return c.told_as(last[1], "of-set") if c.n.high <= (last[0].high or 0) else None


def _next_place(c: Count) -> Made:
    """7. The same at the next place: `korban tewas di Randu 11 orang dan di Kalimas lima`, `11 ditahan di kantor, lima orang di hotel`."""
    last = c.nearest()
    text = c.view.text
    if last is None or last[0].start < c.sentence[0] or not _is_plain(c, c.j, last[1]):
        return None
    between = text[max(last[0].stop, last[1].end) : c.n.begin]
    if len(between) > MAX_JOINED:
        return None
    if last[1].measure not in ("injured", "affected") and c.lex.sets.in_care.search(
        text, c.j.end, min(c.j.end + MAX_IN_CARE, c.sentence[1])
    ):  # `sepuluh orang tewas, lima orang di rumah sakit`
        return None
    led = c.lex.next_place.fullmatch(between.rstrip(" (")) is not None and c.j.rule != _UNREAD
    gap = c.lex.sets.in_place.fullmatch(between) is not None and c.lex.sets.place_ends.match(text, c.j.end) is not None
    return c.told_as(last[1], "place", last[1].part) if led or gap else None


def _against(c: Count) -> Made:
    """9. What another counts of the same, or what was told before: `lebih banyak daripada catatan X yang hanya 16 orang`."""
    last = c.only() if c.nearest() is not None else None
    if last is None or not _is_plain(c, c.j, last[1]):
        return None
    begin = max(c.sentence[0], last[1].end)
    cue = _contrast(c, begin)
    if cue is None or (cue == "counts" and c.lex.sets.opens_place.match(c.view.text, begin)):
        return None  # `Di Randu saja, dinas mencatat 12 orang`
    larger = (c.n.high or 0) > (last[0].high or 0)
    if larger and cue != "compared" and not c.lex.sets.of_count.search(c.view.text, begin, c.n.begin):
        return None
    if larger and cue == "counts":
        return None
    return c.told_as(last[1], "against", "total")


def _contrast(c: Count, begin: int) -> str | None:
    """How a count is set against another from `begin` on: as compared with it, told before, put right, or counted by another."""
    text = c.view.text
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


def _in_care(c: Count) -> Made:
    """10. Patients, or some of those hurt who are home again: `Tiga orang terluka. Dua orang sudah diperbolehkan pulang.`"""
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
    if not _is_plain(c, c.j, last[1]):
        return None
    if home and c.lex.sets.questioned.search(
        c.view.text, c.n.stop, home.end()
    ):  # `dua orang yang diperiksa sudah dipulangkan`
        return None
    return c.told_as(last[1], "sent-home", "part") if home else None


def _same_number(c: Count) -> Made:
    """11. Just as many right before, and nothing said of them: `136 siswa keracunan. “Data pagi ini 136 orang”`."""
    if c.n.low != c.n.high or (c.n.low or 0) < LEAST_AGAIN or not c.lex.sets.bare_end.match(c.view.text, c.j.end):
        return None
    same = [j for n, j in c.before if n.low == n.high == c.n.low and n.start >= c.earlier]
    if len({j.measure for j in same}) != 1 or same[0].measure not in SETS or not _is_plain(c, c.j, same[0]):
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


def _topic(c: Count) -> Made:
    """12. What the sentence before says that the number is of: `Rato meralat jumlah korban tewas. Sebelumnya disebut 12 orang`."""
    text = c.view.text
    if c.j.rule == _UNREAD or c.j.counted is None or c.j.counted.head not in c.lex.anyone or c.nearest() is not None:
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
    elif _contrast(c, c.sentence[0]) not in ("former", "rather"):
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
        made.append((c.k - 1, _carried(j, topic, "topic", "total")))  # `Dari 2.140 jiwa, kini tersisa 1.730 jiwa`
    return made


RULES: tuple[Callable[[Count], Made], ...] = (
    _label,
    _parts,
    _members,
    _comes_to,
    _left_over,
    _of_set,
    _next_place,
    _against,
    _in_care,
    _same_number,
    _topic,
)
