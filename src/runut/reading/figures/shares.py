"""Counts that are parts of a set: those that come to just as many, who is left of it, its members, the same at the next place."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.reading.figures.clause import MAX_JOINED, MAX_SUBJECT
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES, MAX_AMONG, MAX_PARTS, MAX_TO_PART
from runut.reading.figures.untold import (
    MAX_CARRIED,
    MAX_LOOKED,
    MAX_SUM,
    SETS,
    UNREAD,
    UNTRACKED,
    Count,
    Made,
    Told,
    are_people,
    carry_from,
    is_plain,
    is_pointed,
    is_unsaid,
    is_untold,
)
from runut.text import View

# What befalls people, of which a cause may be told, and from the first of two causes to the next at most so many characters.
_BEFALLEN, MAX_CAUSE = frozenset({"killed", "injured"}), 110
# A set of those and the others stands so near to the sentence that tells them apart.
MAX_GAP = 60
# Words that say where those counted are cared for stand within so many characters behind them.
MAX_IN_CARE = 60


def parts(c: Count) -> Made:
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
        if not (are_people(j) or is_untold(n, j)):
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
    return [(k, carry_from(j, whole[1], "parts", "part")) for k in parts if is_unsaid(j := c.told[k][1])]


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
        return near and is_pointed(c, *whole) and c.lex.active.search(text, begin, c.n.begin) is None
    return c.lex.made_up.search(text, max(whole[0].stop, c.n.begin - MAX_SUBJECT), c.n.begin) is not None


def _may_be_part(c: Count, n: Numeral, j: Judgement, last: Numeral, whole: Judgement) -> bool:
    """Whether a count may be the next part: nobody does anything between it and the part before; other nouns stand without a verb."""
    text = c.view.text
    if not (j.measure == whole.measure or is_unsaid(j)) or n.start - last.stop > MAX_TO_PART:
        return False
    if n is not c.n and c.lex.active.search(text, last.stop, n.begin):
        return False
    held = c.lex.caught if whole.measure == "arrested" else frozenset()
    if j.counted is not None and j.counted.kind == "suspect" and j.counted.head not in held:
        return False  # `Sebanyak 12 orang tewas. Tujuh saksi dan lima polisi.`
    said = j.part == "part" or j.rule.startswith(UNTRACKED)  # else `Tujuh warga terluka. Empat orang datang`
    return (said and is_plain(c, j, whole)) or c.lex.part_ends.match(text, j.end) is not None


def members(c: Count) -> Made:
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


def left_over(c: Count) -> Made:
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
        if not are_people(j):
            continue
        if between and c.lex.rest.match(
            text, between[-1][1].end
        ):  # `tiga ditahan; dua tersangka lain dipanggil, satu lainnya belum`
            return None
        if j.measure in FATES and n.low == reached and between:
            if not is_plain(c, c.j, j) or not all(_has_left(c, at, j) for at, _ in between):
                return None
            return c.told_as(j, "left", "part") + [
                (at, carry_from(b, j, "parts", "part")) for at, b in between if is_unsaid(b)
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
    if not is_plain(c, j, whole):
        return False
    if j.measure in FATES:
        return True
    begin = max(c.told[k - 1][1].end if k else 0, n.begin - MAX_SUM)
    end = min(j.end + MAX_SUM, c.told[k + 1][0].begin if k + 1 < len(c.told) else j.end + MAX_SUM)
    return c.lex.sets.leaves.search(c.view.text, begin, end) is not None


def of_set(c: Count) -> Made:
    """6. Some of a set, by the words that say so: `dua di antaranya guru`, `termasuk tiga sopir`."""
    last = c.nearest()
    if last is None or c.j.part != "part" or not c.j.rule.startswith("measure:included") or c.n.high is None:
        return None
    return c.told_as(last[1], "of-set") if c.n.high <= (last[0].high or 0) else None


def next_place(c: Count) -> Made:
    """7. The same at the next place: `korban tewas di Randu 11 orang dan di Kalimas lima`, `11 ditahan di kantor, lima orang di hotel`."""
    last = c.nearest()
    text = c.view.text
    if last is None or last[0].start < c.sentence[0] or not is_plain(c, c.j, last[1]):
        return None
    between = text[max(last[0].stop, last[1].end) : c.n.begin]
    if len(between) > MAX_JOINED:
        return None
    if last[1].measure not in ("injured", "affected") and c.lex.sets.in_care.search(
        text, c.j.end, min(c.j.end + MAX_IN_CARE, c.sentence[1])
    ):  # `sepuluh orang tewas, lima orang di rumah sakit`
        return None
    led = c.lex.next_place.fullmatch(between.rstrip(" (")) is not None and c.j.rule != UNREAD
    gap = c.lex.sets.in_place.fullmatch(between) is not None and c.lex.sets.place_ends.match(text, c.j.end) is not None
    return c.told_as(last[1], "place", last[1].part) if led or gap else None


def by_cause(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those told cause by cause as parts: `31 orang meninggal akibat luka bakar, dan dua orang karena sakit`."""
    text, out = view.text, list(told)
    for k in range(1, len(out)):
        (n, j), (m, i) = out[k - 1], out[k]
        if (
            j.measure not in _BEFALLEN
            or i.measure != "other"
            or i.counted is None
            or not i.rule.startswith("measure:noun:")
        ):
            continue
        if i.counted.head not in lex.anyone or j.part == "increment" or m.begin - j.end > MAX_CAUSE:
            continue
        if lex.because.match(text, i.end) is None or lex.because.match(text, j.end) is None:
            continue
        if lex.joined.search(text, j.end, m.begin) and not lex.active.search(text, j.end, m.begin):
            out[k - 1] = n, replace(j, part="part")
            out[k] = m, replace(i, measure=j.measure, part="part", rule="measure:carried:cause")
    return out


def alike_in_kind(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with those of two kinds of the same people that share a fate as parts: `41 napi kasus narkotika dan satu napi kasus
    terorisme tewas`.
    """
    text, out = view.text, list(told)
    for k in range(1, len(out)):
        (n, j), (m, i) = out[k - 1], out[k]
        a, b = j.counted, i.counted
        if j.measure != i.measure or j.measure not in _BEFALLEN or a is None or b is None or a.head != b.head:
            continue
        kinds = text[a.start : a.end], text[b.start : b.end]
        if kinds[0] == kinds[1] or not all(len(kind) > len(a.head) for kind in kinds):
            continue
        if "part" not in (j.part, i.part) and lex.joins.fullmatch(text, a.end, m.begin):
            out[k - 1], out[k] = (n, replace(j, part="part")), (m, replace(i, part="part"))
    return out


def make_up(told: list[Told], view: View, lex: Lexicon) -> list[Told]:
    """The counts with two of one sentence told as parts that come to a total told shortly before, where the second is of the others.

    `Korban tewas sembilan orang. Delapan korban tewas di dalam bus dan satu lainnya adalah pengemudi mobil`.
    """
    out = list(told)
    for k in range(1, len(out)):
        (n, j), (m, i) = out[k - 1], out[k]
        unsaid = j.measure == "other" and is_unsaid(j) and is_unsaid(i)
        if (
            not (j.measure in SETS or unsaid)
            or i.measure not in (j.measure, "other")
            or not lex.rest.match(view.text, m.stop)
        ):
            continue
        if n.low is None or n.low != n.high or m.low is None or m.low != m.high or j.part != "total":
            continue
        start, _ = view.sentence_at(m.start)
        if n.start < start:
            continue
        total = n.low + m.low
        if unsaid:  # `Sebanyak 17 orang tewas. Tujuh orang penduduk asli, sedangkan 10 lainnya pendatang`
            w, whole = out[k - 2] if k > 1 else out[k - 1]
            if whole.measure in FATES and w.low == w.high == total and 0 < start - whole.end <= MAX_GAP:
                out[k - 1] = n, carry_from(j, whole, "others", "part")
                out[k] = m, carry_from(i, whole, "others", "part")
            continue
        before = (w for w, whole in reversed(out[max(0, k - MAX_LOOKED) : k - 1]) if whole.measure == j.measure)
        nearest = next((w for w in before if w.low != n.low), None)
        if nearest is None or not nearest.low == nearest.high == total or m.start - nearest.stop > MAX_CARRIED:
            continue
        out[k - 1] = n, replace(j, part="part")
        out[k] = (
            m,
            replace(
                i, measure=j.measure, part="part", rule=i.rule if i.measure == j.measure else "measure:carried:others"
            ),
        )
    return out
