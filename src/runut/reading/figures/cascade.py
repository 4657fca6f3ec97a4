"""What a number measures: a cascade of named rules over the clause in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from runut.lang import Language
from runut.reading.figures import (
    aboard,
    amounts,
    articles,
    by_name,
    carried,
    corrected,
    denied,
    feared,
    grown,
    numerals,
    portions,
    rows,
    shares,
    sickness,
    together,
)
from runut.reading.figures.bare import bare_count, bare_fortune, bare_noun, is_fortune, on_the_way
from runut.reading.figures.beside import (
    FAMILY,
    HARMED,
    another_quake,
    former,
    is_seized,
    joined,
    of_built,
    risen,
    shared_out,
    summed,
    they_are,
    with_named,
    with_whom,
)
from runut.reading.figures.clause import (
    BUILT,
    MAX_SUBJECT,
    PERSONAL,
    TELLING_NOUNS,
    WEAK,
    Clause,
    Hit,
    Sentence,
    clause_of,
    fits,
    look_through,
    measure_of,
)
from runut.reading.figures.gathered import alike_in_report, pilgrims_told
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import Lexicon, make
from runut.reading.figures.lists import (
    CAPITALISED,
    by_place,
    harmed_before,
    listed,
    placed,
    placed_bare,
    units_of_subject,
)
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.retold import told_bare, updated
from runut.reading.figures.said_of import are_kin, state_after, subject_before, victims_before
from runut.reading.figures.together import OF_PERSONS
from runut.reading.figures.wholes import part_of_whole
from runut.text import View

# So many ages at most stand between a count and what is said of those counted.
MAX_AGES = 4
# The places of those counted are counted within so many characters behind them.
MAX_TO_PLACES = 50
# A ship's name has so many characters at most.
MAX_SHIP = 60
# The noun that an ordinal numbers.
_NUMBERED = re.compile(r"(\w{3,20}) ke-?$")
_LAST_WORD = re.compile(r"(\w{1,24}) $")
# A noun and `yang` behind a number have so many characters.
NOUN = 24
# Fewer who come to someone are no crowd.
LEAST_CROWD = 10
_NUMBERED_PLACE = re.compile(r"[A-Z]\w{1,10} ?\d")
# What is not done where it is only meant, tried or possible.
_DEEDS = frozenset({"killed", "injured", "arrested", "hostages", "affected"})
# A list of those counted follows: `tujuh mahasiswa: Rato (21) meninggal, …`.
_OPENS_LIST = re.compile(r"[:;–—]")


def judge(
    view: View, plain: Sequence[Numeral], language: Language, in_names: Sequence[Numeral] = ()
) -> list[tuple[Numeral, Judgement]]:
    """Each number of the view with what it measures; numbers that count nothing are left out.

    Those at the end of a name (`in_names`) count where a list of names makes it plain.
    """
    lex, text = language.derive(make), view.text
    plain = articles.with_articles(view, plain, lex)
    within = Sentence(0, 0, (), ())
    out: list[tuple[Numeral, Judgement]] = []
    waiting = 0
    part: Numeral | None = None
    bare: list[tuple[Numeral, Counted]] = []
    named: list[tuple[Numeral, Counted]] = []
    for i, n in enumerate(plain):
        if n is part:  # `dan 6 bulan` of `5 tahun dan 6 bulan`
            continue
        start, end = view.sentence_at(n.start)
        if within.end != end:
            within = look_through(view, start, end, lex)
        following = plain[i + 1] if i + 1 < len(plain) else None
        unit = amounts.find_unit(text, n, lex)
        judgement = _by_ordinal(text, n, within, lex) if n.ordinal else None
        if judgement is None and unit is not None and not n.ordinal:
            whole = amounts.join_parts(text, n, unit, following, lex)
            judgement = amounts.by_unit(text, whole or n, unit, start, lex, language)
            if whole is not None and following is not None:
                n, part = whole, following
        if judgement is None and unit is None:
            judgement = amounts.by_age(text, n, lex) or amounts.by_index(text, n, start, lex)
        if judgement is None and unit is None and not n.ordinal:
            clause = clause_of(
                view, n, _past_ages(text, n, plain[i + 1 : i + 1 + MAX_AGES], within.states, lex), within, out, lex
            )
            judgement = next((j for rule in RULES if (j := rule(clause)) is not None), None)
            if judgement is not None and not articles.is_told(clause, judgement):
                judgement = None
            if judgement is None and n.low == n.high and (clause.counted.kind == "none" or n.low == 1):
                bare.append((n, clause.counted))
            elif judgement is not None and judgement.measure == "never" and clause.counted.kind in ("none", "unknown"):
                named.append((n, _counted_by_name(text, n, lex)))
        if judgement is None or judgement.measure == "never":
            waiting = 0
            continue
        if (
            waiting
            and judgement.measure in OF_PERSONS | HARMED
            and judgement.part != "part"  # `tiga orang, dua di antaranya ditangkap` says nothing of the three
            and judgement.rule.startswith("measure:state")
        ):
            shared = _sharing(waiting, judgement, [j for _, j in out[-waiting:]])
            for k in range(len(out) - shared, len(out)):
                first, before = out[k]
                measure = _shared(judgement, before, lex)
                if measure is not None:
                    out[k] = first, replace(before, measure=measure, rule=f"{judgement.rule}+shared")
        waiting = waiting + 1 if _waits(text, judgement, following, end, lex) else 0
        if judgement.reach is not None:
            n = numerals.bound(n, text, judgement.reach, language)
        if n.low == n.high and judgement.counted is not None and lex.more.match(text, judgement.counted.end):
            n = replace(n, high=None)  # `3.000 orang lebih`
        out.append((n, judgement))
    out = feared.tell(out, view, lex)
    joined_up = alike_in_report(together.join(by_place(out, view, lex), bare, view, lex), view, lex)
    told = carried.carry(aboard.tell(sickness.tell(joined_up, view, lex), view, lex), bare, view, lex)
    told = grown.tell(pilgrims_told(told, view, lex), view, lex)
    told = rows.tell(told, view, lex)
    named += [(n, _counted_by_name(text, n, lex)) for n in in_names]
    told = by_name.tell(told, [*named, *bare], view, lex)
    told = shares.make_up(corrected.tell(told, bare, view, lex), view, lex)
    told = portions.tell(shares.alike_in_kind(shares.by_cause(told, view, lex), view, lex), bare, view, lex)
    return denied.tell(told, view, lex)


def _counted_by_name(text: str, n: Numeral, lex: Lexicon) -> Counted:
    """What a number at the end of a name may count: those of a noun right behind it, else nothing named."""
    noun = lex.noun.match(text, n.stop + 1) if text.startswith(" ", n.stop) else None
    row = lex.nouns[noun[1].lower()] if noun is not None else None
    if noun is None or row is None or row["kind"] not in ("person", "people-classifier"):
        return Counted(n.stop, n.stop, "none", "", "")
    return Counted(n.stop + 1, noun.end(1), row["kind"].removesuffix("-classifier"), row["measure"], noun[1].lower())


def _sharing(waiting: int, told: Judgement, before: Sequence[Judgement]) -> int:
    """How many of the counts before share the state of the last; witnesses are told beside those arrested."""
    if told.measure != "arrested":
        return waiting
    people = all(j.counted is not None and j.counted.kind in ("people", "person") for j in before)
    return waiting if people else min(waiting, 1)


def _shared(told: Judgement, before: Judgement, lex: Lexicon) -> str | None:
    """The measure of a count told together with the next, whose state it shares: `tiga sekolah dan dua rumah rusak`."""
    if before.counted is None:
        return None
    state = lex.states.get(told.rule.removeprefix("measure:state:"), "")
    measure = state if told.measure in HARMED else told.measure
    return measure_of(measure, before.counted.kind) if fits(measure, before.counted.kind) else None


def _past_ages(text: str, n: Numeral, coming: Sequence[Numeral], states: Sequence[Hit], lex: Lexicon) -> Numeral | None:
    """The next number that is no age of those counted and no count of the places where they are; a list of names has its own.

    `dua pria berusia 26 tahun dan 28 tahun meninggal`, `12 warga di tiga desa terluka`.
    """
    for k, m in enumerate(coming):
        if not (amounts.is_age(text, m, lex) or (k == 0 and _are_their_places(text, n, m, states, lex))):
            return m
        if k == 0 and _OPENS_LIST.search(text, n.stop, m.start):
            return m
    return None


def _are_their_places(text: str, n: Numeral, m: Numeral, states: Sequence[Hit], lex: Lexicon) -> bool:
    """Whether the next number counts the places of those counted, right behind them, before anything is said of them."""
    k = bisect_left(states, n.stop, key=lambda h: h.start)
    if k < len(states) and states[k].start < m.begin:  # `lima warga terluka di dua desa dan seorang polisi tewas`
        return False
    if m.start - n.stop > MAX_TO_PLACES or not lex.in_places.fullmatch(text, n.stop, m.begin):
        return False
    noun = lex.noun.match(text, m.end + 1)
    return noun is not None and lex.nouns[noun[1].lower()]["kind"] == "place"


def _by_ordinal(text: str, n: Numeral, sentence: Sentence, lex: Lexicon) -> Judgement | None:
    """`petugas ke-70 yang terbunuh` counts seventy, `jenazah ke-10` ten."""
    states = sentence.states
    numbered = _NUMBERED.search(text, max(0, n.start - 40), n.start)
    row = lex.nouns.get(numbered[1].lower()) if numbered is not None else None
    if numbered is not None and row is not None and row["measure"] in ("killed", "affected"):
        (begin, end), noun = numbered.span(1), numbered[1].lower()
        counted = Counted(begin, end, "person", row["measure"], noun)
        return Judgement(row["measure"], f"measure:ordinal:{noun}", begin, n.stop, counted)
    relative = lex.relative.match(text, n.end, sentence.end)
    at = max(0, n.start - 40)
    before = re.search(r"(?:\w+ ){1,2}\w+-?$", text[at : n.start])
    k = bisect_left(states, n.end, key=lambda h: h.start)
    if relative is None or before is None or k == len(states) or states[k].start > relative.end():
        return None
    state = states[k]
    if state.measure not in TELLING_NOUNS:
        return None
    words = before[0].split()[:-1]
    counted = Counted(
        at + before.start(), at + before.start() + len(" ".join(words)), "person", "", " ".join(words).lower()
    )
    return Judgement(state.measure, f"measure:ordinal:{state.words}", at + before.start(), state.end, counted)


# --- the rules, the first that decides --------------------------------------------------------------------------------


def _nothing_counted(c: Clause) -> Judgement | None:
    """1. A noun that no story tracks, or a number right after a capitalised word: part of a name."""
    named = CAPITALISED.search(c.text[max(0, c.n.begin - 24) : c.n.begin])
    of_name = named and c.n.form == "digits" and not c.lex.state.match(named[1]) and not c.lex.noun.match(named[1])
    acronym = of_name and named and named[1].isupper() and len(named[1]) > 1
    bare = c.n.form == "digits" and c.n.begin == c.n.start  # `paket 9`
    unsaid = c.counted.kind == "none"
    if unsaid and _are_wounds(c):
        return Judgement("other", "measure:wounds", c.n.begin, c.n.stop)
    if unsaid and is_fortune(c):
        return None
    shouted = c.counted.kind == "unknown" and c.text[c.counted.start : c.counted.end].split(" ")[0].isupper()
    if (
        unsaid and bare and c.lex.ship.search(c.text, max(0, c.n.begin - MAX_SHIP), c.n.begin)
    ):  # `KRI Randu – 402 hilang kontak`
        return Judgement("never", "", c.n.begin, c.n.stop)
    if (
        c.counted.kind == "never"
        or c.lex.days_too.search(c.text, max(0, c.n.begin - 30), c.n.begin)  # `tanggal 4, 5, dan 6 kita latihan`
        or (c.n.form == "words" and c.n.low == 1 and c.lex.not_one.match(c.text, c.n.stop))  # `tidak satu pun pejabat`
        or (
            c.counted.kind in ("none", "unknown")
            and c.lex.numbered_too.search(c.text, max(0, c.n.begin - 30), c.n.begin)  # `Pasal 160 dan 161`
        )
        or ((unsaid or shouted) and (of_name or (bare and _follows_noun(c))))
        or (of_name and c.counted.kind == "unknown" and c.text[c.n.stop : c.n.stop + 2] == " (")  # `Lontar 3 (harga)`
        or (of_name and _NUMBERED_PLACE.match(c.text, c.counted.start))  # `Klaster Melati 1 RT 007`
        or (acronym and c.counted.kind == "unknown")
    ):
        return Judgement("never", "", c.n.begin, c.n.stop)
    return None


def _are_wounds(c: Clause) -> bool:
    """Whether the wounds of one body are counted (`empat luka tusuk`, `luka tembaknya ada tujuh`), and nobody beside them."""
    if c.last is not None and c.last[0].start >= c.sentence.start and c.last[1].measure in TELLING_NOUNS:
        return False
    return bool(
        c.lex.wounds.match(c.text, c.n.stop + 1)
        or (c.lex.wounds.search(c.text, c.floor, c.n.begin) and c.lex.link.search(c.text[c.floor : c.n.begin]))
    )


def _follows_noun(c: Clause) -> bool:
    """Whether the word right before the number is a thing that is counted, so that the number is its name."""
    word = _LAST_WORD.search(c.text[max(0, c.n.begin - 24) : c.n.begin])
    row = c.lex.nouns.get(word[1].lower()) if word else None
    return row is not None and row["kind"] in ("thing", "vehicle", "aircraft", "building", "place")


def _act_before(c: Clause) -> Judgement | None:
    """3. The verb or noun whose object the number is, right before it: `menewaskan 14 orang`."""
    match = c.lex.act.search(c.text, max(c.floor, c.n.begin - 60), c.n.begin)
    measure = c.lex.acts[match[1].lower()] if match else ""
    if match is None or not fits(measure, c.counted.kind) or (measure == "arrested" and is_seized(match[1], c)):
        return None
    if measure in _DEEDS and c.lex.by_whom.search(c.text, match.end(1), c.n.begin):  # `pembunuhan oleh dua pria`
        return None
    # `tidak sampai menewaskan 12 orang`, but not `tidak hanya menewaskan 12 orang`
    if c.lex.denied_act.search(c.text, max(c.floor, match.start() - 30), match.start()):
        return c.judge("other", f"denied:{match[1].lower()}")
    if match[1].lower().endswith(c.lex.in_company) and (own := with_whom(c, match[1].lower(), measure)):
        return own
    # `berniat membunuh dua hakim`, `percobaan pembunuhan terhadap 12 orang`
    if measure in _DEEDS and _is_not_done(c, measure, match.start()):
        return c.judge("other", f"meant:{match[1].lower()}")
    if c.lex.family.match(c.text, c.n.stop):  # `menewaskan satu keluarga yang terdiri dari empat orang` counts the four
        return c.judge("other", f"{FAMILY}{match[1].lower()}")
    dead = c.state is not None and c.state.measure == "killed"
    if measure == "evacuated" and c.counted.measure == "hostages":
        return None
    telling = c.counted.measure in TELLING_NOUNS and c.counted.head not in c.lex.lives  # `menyelamatkan ribuan nyawa`
    if measure in WEAK and c.counted.kind not in BUILT and (telling or dead):
        return None
    if measure in ("other", "participants") and (c.counted.kind == "force" or c.counted.measure in c.lex.forces):
        return None
    if measure == "other" and c.state is not None and c.state.measure in TELLING_NOUNS:
        return None  # `memeriksa enam pegawai yang lalu dibui`
    if (
        measure == "participants"
        and match[1].lower() in c.lex.besetting
        and max(c.n.low or 0, c.n.high or 0) < LEAST_CROWD
    ):
        return None  # `korban didatangi tiga pria`
    if measure == "participants" and c.lex.mishap.search(
        c.text, max(c.sentence.start, match.start() - MAX_SUBJECT), match.start()
    ):
        measure = "affected"  # `kecelakaan itu melibatkan 12 orang` has no crowd
        if not fits(measure, c.counted.kind):
            return None
    return c.judge(measure, f"act:{match[1].lower()}", governed=True)


def _is_not_done(c: Clause, measure: str, at: int) -> bool:
    """Whether a deed is only meant or tried, or a death or wound only possible; police who `dapat menangkap` someone have done so."""
    begin = max(c.floor, at - 30)
    possible = measure in ("killed", "injured") and c.lex.able.search(c.text, begin, at)
    return bool(possible or c.lex.meant.search(c.text, begin, at))


RULES: tuple[Callable[[Clause], Judgement | None], ...] = (
    _nothing_counted,
    part_of_whole,
    _act_before,
    victims_before,
    state_after,
    harmed_before,
    subject_before,
    units_of_subject,
    joined,
    with_named,
    another_quake,
    listed,
    placed,
    placed_bare,
    former,
    they_are,
    risen,
    summed,
    updated,
    of_built,
    shared_out,
    bare_noun,
    bare_fortune,
    on_the_way,
    told_bare,
    bare_count,
)


# Words that name a source begin so near before the count of those who say it.
SAYS_SO = 80


def _waits(text: str, j: Judgement, following: Numeral | None, end: int, lex: Lexicon) -> bool:
    """Whether a number stands bare beside the next, which may say what happened to both: `18 polisi dan 3 tentara tewas`."""
    if following is None or following.start > end or j.counted is None or j.counted.kind not in PERSONAL | BUILT:
        return False
    if lex.sent_home.match(text, j.end):
        return False  # `54 orang sudah dipulangkan dan 10 orang masih dirawat`
    if not j.rule.startswith("measure:noun") or j.measure in TELLING_NOUNS or lex.out_of.search(text[: j.start][-24:]):
        return False
    if are_kin(text, j.start, j.counted, lex):
        return False
    if text.startswith(",", j.end) and lex.says_so.search(text, max(0, j.start - SAYS_SO), j.start):
        return False  # `Menurut dua saksi, tiga orang tewas`
    # `10 sandera yang masih hidup dan tiga sandera yang meninggal`; but `18 polisi yang bertugas dan 3 tentara tewas`
    if lex.that.search(text, j.end, following.begin) and lex.that.search(text, following.stop, following.stop + NOUN):
        return False
    return bool(lex.beside.fullmatch(text, j.end, following.begin))
