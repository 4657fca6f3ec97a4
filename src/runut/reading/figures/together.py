"""What the numbers of an article tell of one another, once each is judged in its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from runut.reading.figures.clause import (
    MAX_JOINED,
    OPENING,
    PERSONAL,
    TELLING_NOUNS,
    first_state,
    look_through,
    right_end,
)
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View

# What befalls people; so many and more that are pointed back to are those whom it befell.
FATES = frozenset(["killed", "injured", "missing", "arrested", "rescued", "hostages", "displaced", "evacuated"])
# What a whole hands on to parts of which nothing is told.
_HARMED = frozenset({"buildings_damaged", "buildings_burned"})
PASSED_ON = FATES - {"evacuated"} | {"affected"}
# Measures that a count of persons may have; `other` says that nothing tracked befell them.
OF_PERSONS = FATES | {"affected", "participants", "other"}
LEAST_POINTED = 4
# They are pointed back to as all of so many within this many characters.
MAX_TO_ALL = 220
# A whole of parts is as large as this, has at most so many parts, and each stands within this many characters after the one before it.
LEAST_WHOLE, MAX_PARTS, MAX_TO_PART = 2, 6, 120
# What may stand among the parts of a count and is none.
_BESIDE_COUNTS = frozenset(
    ["age", "duration", "money", "percent", "distance_km", "weight", "area", "height_m", "speed"]
)
# The rules by which people are told as victims, of whom it may be told elsewhere that they died.
_AS_VICTIMS = ("measure:subject", "measure:bare", "measure:state:menjadi korban", "measure:state:jadi korban")
# Victims are found or carried away within this many characters of their count.
RECOVERED_NEAR = 40
# A sentence that opens with the victims may stand so many sentences from the one that tells them hurt.
SENTENCES_TO_LABEL = 2
# So many ages and amounts at most stand among the parts of a whole.
MAX_AMONG = 4


def join(
    judged: list[tuple[Numeral, Judgement]], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon
) -> list[tuple[Numeral, Judgement]]:
    """The numbers judged, with the `bare` ones that are parts of another, as the others make them plain."""
    out = _all_of_them(_add_up(judged, bare, view, lex), view, lex)
    return _same_people(_same_victims(out, view, lex), view.text, lex)


def _add_up(
    judged: list[tuple[Numeral, Judgement]], bare: Sequence[tuple[Numeral, Counted]], view: View, lex: Lexicon
) -> list[tuple[Numeral, Judgement]]:
    """Numbers right behind a count that come to it are its parts: `sembilan gempa, enam di laut dan tiga di darat`."""
    text = view.text
    told = {n.start: j for n, j in judged}
    untold = {n.start: counted for n, counted in bare}
    numbers = sorted([n for n, _ in judged] + [n for n, _ in bare], key=lambda n: n.start)
    for i, whole in enumerate(numbers):
        of_whole = told.get(whole.start)
        if of_whole is None or of_whole.counted is None or whole.low != whole.high or (whole.low or 0) < LEAST_WHOLE:
            continue
        reached: float = 0
        parts: list[Numeral] = []
        opened = False
        for n in numbers[i + 1 : i + 1 + MAX_PARTS + MAX_AMONG]:
            j = told.get(n.start)
            if j is not None and (j.measure in _BESIDE_COUNTS or _are_places_of(j, parts, of_whole.counted)):
                continue
            if n.low is None or n.low != n.high or n.start - (parts[-1] if parts else whole).stop > MAX_TO_PART:
                break
            counted = j.counted if j is not None else untold[n.start]
            if counted is None or not _may_be_part(counted, j, of_whole):
                break
            if j is not None and of_whole.measure in FATES and j.measure not in ("other", of_whole.measure):
                break  # `dua orang tewas; satu pelaku ditangkap, satu buron`
            last = parts[-1] if parts else whole
            opened = opened or (not parts and _opens_parts(text, whole, of_whole, n, lex))
            if (
                _is_told_by_whole(j, of_whole)
                and not (opened and n.start < view.sentence_at(whole.start)[1])
                and not (parts and _is_beside_part(view, n, counted, told.get(last.start), of_whole, lex))
                and not _is_plain(view, n, counted, whole, of_whole.counted, last, lex)
            ):
                break
            if not parts and lex.rest.match(
                text, max(n.stop, counted.end)
            ):  # `selain tiga tersangka, dua tersangka lain`
                break
            parts.append(n)
            reached += n.low
            if reached >= (whole.low or 0):
                break
        if len(parts) < 2 or reached != whole.low:
            continue
        for n in parts:
            j = told.get(n.start)
            if j is None:
                counted = untold[n.start]
                some = replace(of_whole.counted, start=counted.start, end=counted.end)
                end = max(n.stop, counted.end)
                told[n.start] = Judgement(of_whole.measure, f"{of_whole.rule}+part", n.begin, end, some, "part")
            elif (j.measure == "other" and of_whole.measure in PASSED_ON) or (
                j.rule.startswith("measure:noun") and of_whole.measure in _HARMED
            ):
                told[n.start] = replace(j, measure=of_whole.measure, rule=f"{j.rule}+part", part="part")
    return [(n, told[n.start]) for n in numbers if n.start in told]


def _opens_parts(text: str, whole: Numeral, of_whole: Judgement, n: Numeral, lex: Lexicon) -> bool:
    """Whether what a whole is made of is told from a count on, behind words that say so or in brackets: `13 orang tewas (10 pria dan …`."""
    return lex.made_up.search(text, whole.stop, n.begin) is not None or text[of_whole.end : n.begin] == " ("


def _are_places_of(j: Judgement, parts: Sequence[Numeral], whole: Counted) -> bool:
    """Whether the places of a whole are counted before its parts: `sembilan rumah di tiga desa: empat di Randu, lima di Kalimas`."""
    return not parts and j.counted is not None and j.counted.kind == "place" != whole.kind


def _may_be_part(counted: Counted, j: Judgement | None, told: Judgement) -> bool:
    """Whether a count may be of some of those, or of that, which another counts; whom something befell are people."""
    whole = told.counted
    if (
        whole is None
        or whole.kind in PERSONAL - {"none", "unknown"}
        or (whole.kind == "none" and told.measure in FATES)
    ):
        return counted.kind in PERSONAL - {"unknown"} and (j is None or j.measure in OF_PERSONS)
    return counted.kind == "none" or counted.head == whole.head


def _is_told_by_whole(j: Judgement | None, whole: Judgement) -> bool:
    """Whether what befell a part of those counted would be known by the whole alone."""
    return whole.measure in OF_PERSONS - {"other"} and (j is None or j.measure == "other")


def _is_beside_part(
    view: View, n: Numeral, counted: Counted, last: Judgement | None, whole: Judgement, lex: Lexicon
) -> bool:
    """Whether the count before it in its sentence is told as a part: `Dari jumlah itu, 389 orang di antaranya pria, 108 orang wanita`.

    Nothing may be done by those counted, or set against the part before (`sedangkan 108 orang menonton`), but that they are the rest.
    """
    if last is None or last.part != "part" or last.measure != whole.measure:
        return False
    text, end = view.text, max(n.stop, counted.end)
    if view.sentence_at(last.start)[0] != view.sentence_at(n.start)[0]:
        return False
    if lex.breaks.search(text, last.end, n.begin) is not None:
        return lex.rest.match(text, end) is not None
    return lex.part_ends.match(text, end) is not None or lex.also_are.match(text, end) is not None


def _is_plain(
    view: View, n: Numeral, counted: Counted, whole: Numeral, of_whole: Counted, last: Numeral, lex: Lexicon
) -> bool:
    """Whether a part names nobody else than the whole does, in its sentence or as the rest of it, and no verb is said of it.

    `Tiga orang tewas, kata dua saksi dan satu petugas` and `lima warga terluka; dua orang datang` have no parts.
    """
    end = max(n.stop, counted.end)
    if counted.kind != "none" and counted.head != of_whole.head and counted.head not in lex.persons:
        return False
    if n.start >= view.sentence_at(whole.start)[1] and not lex.rest.match(view.text, end):
        return False
    return lex.part_ends.match(view.text, end) is not None and lex.active.search(view.text, last.stop, n.begin) is None


def _are_people_befallen(j: Judgement) -> bool:
    """Whether people are counted of whom what befell them may be told yet."""
    if j.counted is None or j.counted.kind not in PERSONAL - {"none", "unknown"}:
        return False
    return j.measure in ("other", "affected", "evacuated", "participants") and j.counted.measure not in TELLING_NOUNS


def _all_of_them(judged: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """What is said of all of those counted, pointed back to in one word: `mobil itu menabrak dua orang, dan keduanya tewas`."""
    text, out = view.text, list(judged)
    if not any(n.low == n.high and _are_people_befallen(j) for n, j in judged):
        return out
    starts = [n.start for n, _ in out]
    for at, word in view.words.find(lex.all_of):
        value = lex.all_of.get(word)
        if value is None:
            continue
        near = [
            k
            for k in range(bisect_left(starts, at - 2 * MAX_TO_ALL), bisect_left(starts, at))
            if _are_so_many(out[k], value, at)
        ]
        if len(near) != 1:  # `Polisi menembak dua perampok saat dua saksi melihat; keduanya …`
            continue
        k = near[0]
        n, j = out[k]
        kind = j.counted.kind if j.counted is not None else ""
        if not _are_people_befallen(j):
            continue
        _, end = view.sentence_at(at)
        sentence = look_through(view, at, end, lex)
        behind = at + len(word)
        limit = min(right_end(text, behind, sentence), behind + MAX_JOINED)
        hit = first_state(text, behind, limit, sentence.states, kind, lex)
        if hit is not None and hit.measure in FATES:
            out[k] = (n, replace(j, measure=hit.measure, rule=f"{j.rule}+all"))
    return out


def _are_so_many(one: tuple[Numeral, Judgement], value: int, at: int) -> bool:
    """Whether just so many people are counted shortly before `at`."""
    n, j = one
    people = j.counted is not None and j.counted.kind in PERSONAL - {"none", "unknown"}
    return people and n.low == n.high == value and 0 <= at - n.stop <= MAX_TO_ALL


def _same_people(judged: list[tuple[Numeral, Judgement]], text: str, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """Those pointed back to by their count are what the article says of as many: `67 orang tewas …; dari 67 orang itu, 11 perempuan`."""
    told: dict[float | None, set[str]] = {}
    heads: dict[float | None, set[str]] = {}
    for n, j in judged:
        if j.measure in FATES and n.low == n.high and (n.low or 0) >= LEAST_POINTED:
            told.setdefault(n.low, set()).add(j.measure)
            heads.setdefault(n.low, set()).add(j.counted.head if j.counted is not None else "")
    out = []
    for n, j in judged:
        fates = told.get(n.low, set()) if n.low == n.high else set()
        counted = j.counted
        people = counted is not None and counted.kind in PERSONAL - {"none", "unknown"}
        if people and counted is not None and not (counted.kind == "suspect" and fates == {"arrested"}):
            named = heads.get(n.low, set())  # `Lima warga tewas. Lima saksi itu tetangga korban`
            people = counted.head in lex.anyone | named or (
                counted.kind != "suspect" and not lex.anyone.isdisjoint(named)
            )
        if len(fates) == 1 and people and j.measure in ("other", "participants") and lex.pointing.match(text, j.end):
            j = replace(j, measure=next(iter(fates)), rule=f"{j.rule}+same-people")
        out.append((n, j))
    return out


def _same_victims(judged: list[tuple[Numeral, Judgement]], view: View, lex: Lexicon) -> list[tuple[Numeral, Judgement]]:
    """`korban` as many as the article counts dead are those dead (`5 jenazah …; evakuasi 5 korban tersebut`), as many as are hurt in
    a sentence near by those hurt, with the parts of them told next; and those found or carried away are dead in an article that
    tells of bodies and of no survivor.
    """
    if not any(_are_harmed(j) or _are_found(j) for _, j in judged):
        return judged
    text = view.text
    dead = _as_many(judged, "killed")
    hurt = [
        (n.low, n.start)
        for n, j in judged
        if j.measure == "injured" and n.low == n.high and (n.low or 0) >= LEAST_POINTED
    ]
    within = ""
    only_bodies = lex.body.search(text) and not lex.survived.search(text)
    out = []
    for n, j in judged:
        if _are_harmed(j):
            window = text[max(0, j.start - RECOVERED_NEAR) : j.end + RECOVERED_NEAR]
            within = ""
            if n.low == n.high and (n.low in dead or _are_hurt(n, j, hurt, view, lex)):
                within = "killed" if n.low in dead else "injured"
                j = replace(j, measure=within, rule=f"{j.rule}+same-count")
            elif only_bodies and not lex.out_of.search(window[:RECOVERED_NEAR]) and lex.recovered.search(window):
                j = replace(j, measure="killed", rule=f"{j.rule}+bodies")
        elif only_bodies and _are_found(j):
            j = replace(j, measure="killed", rule=f"{j.rule}+bodies")
        elif within and j.part == "part" and j.measure == "affected" and j.rule.startswith("measure:included"):
            j = replace(
                j, measure=within, rule=f"{j.rule}+same-count"
            )  # `korban 12 orang, terdiri dari dua siswa dan 10 siswi`
        else:
            within = ""
        out.append((n, j))
    dead = _as_many(out, "killed")
    return [
        (n, replace(j, measure="killed", rule=f"{j.rule}+same-count"))
        if j.rule == "measure:bare" and j.measure == "affected" and n.low == n.high and n.low in dead
        else (n, j)
        for n, j in out
    ]


def _as_many(judged: Sequence[tuple[Numeral, Judgement]], measure: str) -> set[int | float | None]:
    """The counts of a measure that are exact and more than one, or at least so many (`menewaskan sedikitnya 34 orang`)."""
    return {
        n.low
        for n, j in judged
        if j.measure == measure and (n.low == n.high or (n.high is None and (n.low or 0) >= LEAST_POINTED))
    } - {1}


def _are_hurt(n: Numeral, j: Judgement, hurt: Sequence[tuple[float | None, int]], view: View, lex: Lexicon) -> bool:
    """Whether victims are as many as are told hurt near them, and not victims of something of its own (`menjadi korban penipuan`)."""
    near = [at for count, at in hurt if count == n.low]
    if not near or not (lex.part_ends.match(view.text, j.end) or lex.mishap.match(view.text, j.end + 1)):
        return False
    start, _ = view.sentence_at(n.start)
    opens = OPENING.match(view.text, start, n.start)
    labelled = opens is not None and lex.intro.match(
        view.text, opens.end(), n.start
    )  # `“Korban berjumlah 12 orang,” katanya`
    k = bisect_right(view.sentence_starts, n.start)
    reach = SENTENCES_TO_LABEL if labelled else 1
    return any(abs(bisect_right(view.sentence_starts, at) - k) <= reach for at in near)


def _are_harmed(j: Judgement) -> bool:
    """Whether `korban` are counted of whom nothing plainer is said."""
    # `korbannya ada enam orang`, `tiga warga yang menjadi korban`
    if j.measure == "affected" and j.rule.startswith(_AS_VICTIMS):
        return True
    return j.counted is not None and j.counted.measure == "affected" and j.measure in ("affected", "evacuated")


def _are_found(j: Judgement) -> bool:
    """Whether nobody named is counted as found or carried away: `satu berhasil dievakuasi`."""
    unnamed = j.counted is not None and j.counted.kind == "none"
    return unnamed and j.measure in ("affected", "evacuated") and j.rule.startswith("measure:state")
