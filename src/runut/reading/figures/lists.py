"""Counts set in a list: place by place, in brackets, or in units of what the subject names."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from runut.reading.figures.clause import BUILT, HARM, MAX_JOINED, TELLING_NOUNS, Clause, measure_of
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import UNITS_OF, Lexicon
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import FATES, OF_PERSONS
from runut.text import View

# A noun that labels a count is so long at most, with the words that lead to it.
MAX_LABEL = 40
# ` yang ` has so many characters.
THAT = 6
# Kinds of what is counted in a list by place.
LISTED = frozenset({"people-classifier", "people", "person", "none"})
# What opens a list of counts by place (`tersebar di`, `rinciannya`) stands so many characters before the first of them.
LISTING_REACH = 400
# A place right after what is counted: `tiga orang di Kabupaten Randu`.
_IN_PLACE = re.compile(r" di (?:\w{2,20} ){0,2}[A-Z]")
# A whole of so many and more is told place by place; so many counts at most follow it, each so near to the one before.
LEAST_SPREAD, MOST_PLACES, MAX_TO_PLACE = 4, 40, 160
# A capitalised word right before a number that counts nothing: the number belongs to a name.
CAPITALISED = re.compile(r"(?<![.!?”\"] )\b([A-Z][\w/-]{0,30}) $")
# A place by its name (` di Kabupaten Randu`, ` ada di desa Kalimas`), and what ends what is said of those counted there.
_LISTED_PLACE = re.compile(r"(?: [a-z]{3,8})? di (?:[a-z]{2,12} ){0,2}[A-Z][\w’'-]{0,20}(?: [A-Z][\w’'-]{0,20}){0,3}")
ENDS = frozenset([",", ".", ";", ""])
_IN_BRACKETS = re.compile(r"\b[A-Z][\w/-]{0,30} \($")


def listed(c: Clause) -> Judgement | None:
    """9. One of the counts by place of what the sentence began with: `korban meninggal tercatat di Kalimas satu orang, Randu tiga orang`.

    `Enam korban jiwa tersebut, yakni tiga orang di Kalimas, …` alike: each is a part.
    """
    if c.counted.kind not in LISTED or c.counted.measure in TELLING_NOUNS:
        return None
    before = c.text[max(0, c.n.begin - 34) : c.n.begin]
    if not (CAPITALISED.search(before) or _IN_BRACKETS.search(before) or _are_in_place(c)):
        return None
    measure = None
    last = c.last if c.last is not None and c.last[0].start >= c.sentence.start else None
    if last is not None and last[1].rule.endswith("+listed"):
        between = c.text[last[1].end : c.n.begin]
        measure = last[1].measure if len(between) <= MAX_JOINED and not re.search("[.;]", between) else None
    elif opener := c.lex.listing.search(c.text, max(c.sentence.start, c.n.begin - LISTING_REACH), c.n.begin):
        k = bisect_left(c.sentence.states, opener.start(), key=lambda h: h.start)
        told = {h.measure for h in c.sentence.states[:k] if h.start >= c.sentence.start} & OF_PERSONS - {"other"}
        if last is not None and last[1].end <= opener.start() and last[1].measure in OF_PERSONS - {"other"}:
            since = {h.measure for h in c.sentence.states[:k] if h.start >= last[1].end} & OF_PERSONS - {"other"}
            told = since if len(since) == 1 else {last[1].measure}
        if not told:  # `para pengungsi tersebar di Kalimas (12 jiwa), Randu (9 jiwa)`
            told = _named(c, opener.start()) or _named(c, c.n.begin)  # `Rinciannya, pengungsi di Kalimas (12 jiwa), …`
        measure = told.pop() if len(told) == 1 else None
    return None if measure is None else replace(c.judge(measure, "place+listed"), part="part")


def _are_in_place(c: Clause) -> bool:
    """Whether a place is told right behind those counted, by its name or as what it is: `tiga orang di balai desa`."""
    if _IN_PLACE.match(c.text, c.counted.end):
        return True
    noun = c.lex.noun.match(c.text, c.counted.end + 4) if c.text.startswith(" di ", c.counted.end) else None
    return noun is not None and c.lex.nouns[noun[1].lower()]["kind"] in ("building", "house", "place")


# Words of what befell homes, or of what else is told of them, stand so many characters before their count or behind it.
UNHARMED_BEFORE, UNHARMED_BEHIND = 90, 30


def are_hit(c: Clause) -> bool:
    """Whether homes are counted that something may have befallen: none that are built, sold or searched."""
    begin = max(c.sentence.start, c.n.begin - UNHARMED_BEFORE)
    *_, last = (None, *c.lex.unharmed.finditer(c.text, begin, c.n.begin))
    if last is not None and c.lex.hit.search(c.text, last.end(), c.n.begin) is None:
        return False  # else `longsor di proyek jalan itu melanda 12 rumah`
    return c.lex.unharmed.search(c.text, c.counted.end, min(c.sentence.end, c.counted.end + UNHARMED_BEHIND)) is None


def by_place(judged: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """Counts by place in the sentences after a whole are what it tells: `Pengungsi ada 71. Sebanyak 42 jiwa di Randu, 29 jiwa di Kalimas`.

    Two or more of them must follow one another, and come to no more than the whole; those of whom a verb tells (`BPBD melatih 42 orang
    di Randu`) must come to just as much.
    """
    out = list(judged)
    for i, (n, whole) in enumerate(judged):
        if (
            whole.measure not in OF_PERSONS - {"other", "participants"}
            or n.low is None
            or n.low != n.high
            or n.low < LEAST_SPREAD
            or whole.part == "part"
        ):
            continue
        parts: list[int] = []
        reached: float = 0
        led = True
        at, _ = view.sentence_at(n.start)
        for k in range(i + 1, min(i + 1 + MOST_PLACES, len(judged))):
            m, j = judged[k]
            if j.counted is None or j.counted.kind == "place":  # `71 jiwa di 239 titik`
                continue
            begin, _ = view.sentence_at(m.start)
            near = m.start - (judged[parts[-1]][0] if parts else n).stop <= MAX_TO_PLACE
            if not near or m.low is None or m.low != m.high or not _is_part_in_place(j, whole, view.text, lex):
                break
            if begin == at and not parts:  # in its own sentence other rules tell
                break
            if reached + m.low > n.low:
                break
            last = judged[parts[-1]][0].stop if parts else begin
            leads = (
                lex.active.search(view.text, last, m.begin) is None
                if last > begin
                else _is_led(view.text, begin, m, lex)
            )
            if parts and not leads:
                break
            led = led and leads
            reached += m.low
            parts.append(k)
        if len(parts) > 1 and (led or reached == n.low):
            for k in parts:
                m, j = out[k]
                out[k] = m, replace(j, measure=whole.measure, rule="measure:place+next", part="part")
    return out


def _is_led(text: str, begin: int, n: Numeral, lex: Lexicon) -> bool:
    """Whether nothing stands before a count in its sentence but words that lead to the next of a list: `Kemudian, sebanyak 10 jiwa`."""
    return n.begin <= begin or lex.leads_on.fullmatch(text, begin, n.begin) is not None


def _is_part_in_place(j: Judgement, whole: Judgement, text: str, lex: Lexicon) -> bool:
    """Whether people of whom nothing else is said are counted in a place, which ends what is said of them."""
    if j.measure != "other" or j.counted is None or whole.counted is None or not j.rule.startswith("measure:noun"):
        return False
    if j.counted.kind not in ("people", "person") or j.counted.head not in lex.persons | {whole.counted.head}:
        return False
    place = _LISTED_PLACE.match(text, j.counted.end)
    return place is not None and (
        text[place.end() : place.end() + 1] in ENDS or lex.joins.match(text, place.end()) is not None
    )


def _named(c: Clause, end: int) -> set[str]:
    """The one fate that the nouns of the sentence up to `end` tell, if they tell one."""
    nouns = (c.lex.nouns[m[1].lower()]["measure"] for m in c.lex.noun.finditer(c.text, c.sentence.start, end))
    return {measure for measure in nouns if measure in FATES}


def placed(c: Clause) -> Judgement | None:
    """10. The count of another place, joined to one of as much: `pengungsi di Kalimas 12 jiwa dan Randu sebanyak 9 jiwa`."""
    of_last = c.last[1].counted if c.last is not None and c.last[0].start >= c.sentence.start else None
    if c.last is None or of_last is None or c.counted.measure:
        return None
    last = c.last[1]
    if (
        last.measure not in OF_PERSONS - {"other"}
        or c.counted.kind not in ("people", "person")
        or of_last.head != c.counted.head
    ):
        return None
    between = c.text[last.end : c.n.begin]
    return (
        c.judge(last.measure, "place+joined")
        if len(between) <= MAX_JOINED and c.lex.next_place.fullmatch(between.rstrip(" ("))
        else None
    )


def placed_bare(c: Clause) -> Judgement | None:
    """10b. As many more at another place, nothing named: `sembilan warga tewas di Kalimas dan empat di Randu`."""
    if c.last is None or c.last[1].counted is None or c.last[0].start < c.sentence.start or c.counted.kind != "none":
        return None
    last, whole = c.last[1], c.last[1].counted
    if last.measure not in FATES | {"affected"} or not _is_all_in_place(c):
        return None
    if c.n.begin - last.end > MAX_JOINED or not c.lex.from_place.fullmatch(c.text, last.end, c.n.begin):
        return None
    some = replace(whole, start=c.n.stop, end=c.n.stop)
    return Judgement(last.measure, "measure:place+bare", c.n.begin, c.n.stop, some, last.part)


def _is_all_in_place(c: Clause) -> bool:
    """Whether a place is all that is told of a number, or of the next that is joined to it: no `tiga di Randu dibebaskan`."""
    place = c.lex.all_in_place.match(c.text, c.n.stop, c.sentence.end)
    if place is None or not place["and"]:
        return place is not None
    following = c.following
    if following is None or following.begin != place.end():
        return False
    too = c.lex.all_in_place.match(c.text, following.stop, c.sentence.end)
    return too is not None and not too["and"]


def labelled(c: Clause) -> tuple[str, str] | None:
    """What the noun right before the number tells of those counted, where it begins its clause: `(korban 40 orang)`."""
    if c.counted.kind not in ("people", "person"):
        return None
    label = c.lex.label_noun.search(c.text, max(c.floor, c.n.begin - MAX_LABEL), c.n.begin)
    if label is None:
        return None
    words = label[1].lower()
    return c.lex.nouns[words.removesuffix("nya")]["measure"], words


def label(c: Clause) -> tuple[str, str] | None:
    """A state that stands right before the number like the label of a table; `korban luka baru 4 orang` ends with its number."""
    k = bisect_left(c.sentence.states, c.n.begin, key=lambda h: h.start) - 1
    if k < 0 or c.sentence.states[k].start < c.floor:
        return None
    state = c.sentence.states[k]
    only = c.lex.only.search(c.text, state.end, c.n.begin)
    if not re.fullmatch(r"[\s:(]*", c.text[state.end : only.start() if only else c.n.begin]):
        return None
    if only and not c.lex.part_ends.match(c.text, max(c.n.stop, c.counted.end)):  # `baru dua orang yang melihat`
        return None
    by_them = state.words in c.lex.done_by and not c.lex.that.fullmatch(c.text, state.start - THAT, state.start)
    # `benda itu ditemukan dua petani`; but `ditemukan dua korban`
    finders = c.counted.kind == "person" and not c.counted.measure and c.lex.found.fullmatch(state.words)
    if state.measure in HARM or state.measure == "other" or by_them or finders:  # `ditusuk dua pria`: those who did it
        return None
    return state.measure, state.words


def harmed_before(c: Clause) -> Judgement | None:
    """5. What befell buildings by the subject before their count: `bangunan yang terbakar adalah tujuh kios`."""
    if c.counted.kind not in BUILT:
        return None
    k = bisect_left(c.sentence.states, c.n.begin, key=lambda h: h.start) - 1
    hit = c.sentence.states[k] if k >= 0 else None
    if hit is None or hit.start < c.floor or hit.measure not in HARM or c.n.begin - hit.end > MAX_LABEL:
        return None
    # `mengklaim yang terbakar 750 lapak`
    those = c.text[hit.end : c.n.begin].isspace() and c.lex.that.fullmatch(c.text, hit.start - THAT, hit.start)
    if not those and not c.lex.link.search(c.text[max(c.floor, c.n.begin - MAX_LABEL) : c.n.begin]):
        return None
    return c.judge(hit.measure, f"subject:{hit.words}")


def units_of_subject(c: Clause) -> Judgement | None:
    """6. Units of what the subject names, and what befell it: `rumah yang rusak sebanyak 12 unit`, `mobil yang disita berjumlah 3 unit`."""
    if c.counted.kind != "unit" and not (c.counted.kind == "none" and c.lex.ended.match(c.text, c.n.stop)):
        return None
    start = max(c.floor, c.text.rfind(",", c.floor, c.n.begin) + 1)
    if c.counted.kind == "unit" and (
        c.lex.link.search(c.text[c.floor : c.n.begin])
        or c.lex.linked.search(c.text[c.n.begin : c.n.start])
        or c.lex.rise_from.search(c.text, c.floor, c.n.begin)
    ):
        nouns = c.lex.noun.finditer(c.text, start, c.n.begin)
        named = next((m for m in nouns if c.lex.nouns[m[1].lower()]["kind"] in UNITS_OF), None)
    else:  # a label right before the number: `mobil 5 unit`, `rumah rusak berat 12`
        named = c.lex.label_units.search(c.text, start, c.n.begin)
        if named and c.lex.placed_before.search(c.text, start, named.start(1)):  # `menyita dari rumah 12 unit`
            return None
        start = named.start(1) if named is not None else start
    if named is None or (c.counted.kind == "none" and not named.group(2)):
        return None
    row = c.lex.nouns[named[1].lower()]
    counted = replace(c.counted, kind=row["kind"], measure=row["measure"], head=row["noun"].lower())
    k = bisect_left(c.sentence.states, start, key=lambda h: h.start)
    inside = [h.measure for h in c.sentence.states[k : k + 4] if h.end <= c.n.begin]
    harm = next((m for m in inside if m in HARM or m == "affected"), "")
    measure = measure_of(harm, row["kind"]) if harm and row["kind"] in BUILT else row["measure"] or "other"
    measure = "other" if not harm and row["kind"] == "house" and not are_hit(c) else measure
    return Judgement(measure, f"measure:units:{counted.head}", c.n.begin, c.counted.end, counted, c.part)
