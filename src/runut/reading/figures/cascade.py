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
    numerals,
    shares,
    sickness,
    together,
)
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
    HARM,
    MAX_REACH,
    MAX_SUBJECT,
    OPENING,
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
    read_counted,
    right_end,
)
from runut.reading.figures.gathered import alike_in_report, is_pilgrimage, on_guard
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import UNITS_OF, Lexicon, make
from runut.reading.figures.lists import (
    CAPITALISED,
    are_hit,
    by_place,
    harmed_before,
    label,
    labelled,
    listed,
    placed,
    placed_bare,
    units_of_subject,
)
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.retold import told_bare, updated
from runut.reading.figures.together import FATES, OF_PERSONS
from runut.reading.figures.wholes import is_whole, of_the_whole, part_of_whole
from runut.text import View

# So many ages at most stand between a count and what is said of those counted.
MAX_AGES = 4
# The places of those counted are counted within so many characters behind them.
MAX_TO_PLACES = 50
# The noun that an ordinal numbers.
_NUMBERED = re.compile(r"(\w{3,20}) ke-?$")
_LAST_WORD = re.compile(r"(\w{1,24}) $")
# A number without a noun counts something where it is as large as this, though nothing was counted before it.
LEAST_BARE = 100
# A bounded number without a noun counts something from this on.
LEAST_BOUNDED = 20
# A noun and `yang` behind a number have so many characters.
NOUN = 24
# A word for money stands so many characters at most before a sum without a currency.
MAX_TO_SUM = 40
# Fewer who come to someone are no crowd.
LEAST_CROWD = 10
# What is earned in a month or year is as much as this.
LEAST_EARNED = 100_000
_NUMBERED_PLACE = re.compile(r"[A-Z]\w{1,10} ?\d")
_JOINED_TO = re.compile(r"(?: \w+)?(?:,| dan| serta|, dan|, serta) ")
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
    joined_up = alike_in_report(together.join(by_place(out, view, lex), bare, view, lex), view, lex)
    told = carried.carry(aboard.tell(sickness.tell(joined_up, view, lex), view, lex), bare, view, lex)
    named += [(n, _counted_by_name(text, n, lex)) for n in in_names]
    told = by_name.tell(told, [*named, *bare], view, lex)
    return denied.tell(shares.make_up(corrected.tell(told, bare, view, lex), view, lex), view, lex)


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
    if unsaid and _is_fortune(c):
        return None
    shouted = c.counted.kind == "unknown" and c.text[c.counted.start : c.counted.end].split(" ")[0].isupper()
    if (
        c.counted.kind == "never"
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


def _state_after(c: Clause) -> Judgement | None:
    """4. What is said of those counted: `14 orang … meninggal dunia`; a noun that tells as much is overruled by death only."""
    if _are_kin(c.text, c.n.begin, c.counted, c.lex):
        return None
    if c.state is not None and is_whole(c):
        return of_the_whole(c)
    if c.state is None:
        return None
    if c.state.measure in ("evacuated", "affected") and (subject := _subject(c)) and subject[0] in TELLING_NOUNS:
        return None  # `korban selamat berjumlah sepuluh orang telah dievakuasi`
    if c.state.measure in ("killed", "injured") and _did_it(c, c.state.start):
        return None
    noun = c.counted.measure
    if c.state.measure == "killed":
        presumed = noun == "missing" and c.lex.presumed.search(c.text, c.n.stop, c.state.start)
        found = noun != "missing" or c.lex.found.search(
            c.text, c.n.stop, c.state.end
        )  # `apakah 11 orang hilang itu meninggal`
        decides = noun != "arrested" and not presumed and found is not None
    else:
        weak = c.state.measure in ("other", "participants")
        told = (noun in TELLING_NOUNS and not _fares_otherwise(c)) or (
            noun == "hostages" and c.state.measure == "arrested"
        )
        decides = not told and not (weak and noun not in ("", "affected"))
    measure = c.state.measure
    # `rata-rata 18 orang tewas`
    if measure in OF_PERSONS and c.lex.average.search(c.text, max(0, c.n.begin - 16), c.n.start):
        return c.judge("other", f"average:{c.state.words}", c.state.end)
    if measure == "affected" and noun == "affected" and c.lex.found.fullmatch(c.state.words) and _died(c):
        measure = "killed"
    return c.judge(measure, f"state:{c.state.words}", c.state.end) if decides else None


def _are_kin(text: str, begin: int, counted: Counted, lex: Lexicon) -> bool:
    """Whether those counted say whose parent someone is: `ayah dari lima anak`, `ibu dua anak` died, not the children."""
    kin = lex.kin.search(text[max(0, begin - 24) : begin])
    return kin is not None and (kin["of"] is not None or counted.head in lex.offspring)


def _fares_otherwise(c: Clause) -> bool:
    """Whether some of those missing or saved are told as hurt or found alive: `enam korban selamat, dua di antaranya patah tulang`."""
    if c.part != "part" or c.state is None or c.lex.among.match(c.text, c.n.stop) is None:
        return False
    return (c.counted.measure, c.state.measure) in (("rescued", "injured"), ("missing", "rescued"))


def _did_it(c: Clause, at: int) -> bool:
    """Whether those counted did to someone what right before them is said: `korban ditusuk dua pria hingga tewas`."""
    k = bisect_left(c.sentence.states, c.n.begin, key=lambda h: h.start) - 1
    if k < 0 or c.sentence.states[k].words not in c.lex.done_by or c.lex.that.search(c.text, c.n.stop, at):
        return False
    if not c.lex.outcome.search(c.text, c.n.stop, at):  # `ketika bus itu ditembak 12 orang tewas`: they died
        return False
    return c.lex.by_them.fullmatch(c.text, c.sentence.states[k].end, c.n.begin) is not None


def _subject_before(c: Clause) -> Judgement | None:
    """5. What the subject before the number says: `korban meninggal … mencapai 14 orang`, `meninggal dunia 14 jiwa`."""
    if c.counted.kind not in PERSONAL or c.counted.measure in TELLING_NOUNS:
        return None
    found = label(c) or labelled(c) or _subject(c)
    if found is None or not fits(found[0], c.counted.kind):
        return None
    measure, words = found
    if measure == "affected" and _died(c):
        measure = "killed"
    told = c.judge(measure, f"subject:{words}", governed=True)
    row = c.lex.nouns.get(words)
    if c.counted.kind == "none" and row is not None and row["kind"] in UNITS_OF:  # the next count may be in units of it
        return replace(told, counted=replace(c.counted, kind=row["kind"], measure=row["measure"], head=words))
    return told


def _died(c: Clause) -> bool:
    """Whether `korban` died, by what the sentence says before them or the next sentences say, where no other count does."""
    some = c.lex.some_died.search(c.text, c.n.end, c.later[1])
    if (
        some
        and some[1].lower() != c.text[c.n.start : c.n.end].lower()
        and not c.lex.found.search(c.text, c.n.end, c.limit)
    ):
        return False
    if c.lex.survived.search(
        c.text, c.n.end, min(c.sentence.end, c.n.end + MAX_SUBJECT)
    ):  # `enam korban, dua di antaranya luka parah`
        return False
    return bool(c.lex.died.search(c.text, c.sentence.start, c.n.begin) or c.lex.died.search(c.text, *c.later))


def _subject(c: Clause) -> tuple[str, str] | None:
    """The state in a subject that a linking word joins to the number, else the first noun in it that tells a measure."""
    text, begin, lex = c.text, c.n.begin, c.lex
    if not (lex.link.search(text[c.floor : begin]) or lex.linked.search(text[begin : c.n.start])):
        return None
    intros = [m for m in lex.intro.finditer(text, c.floor, begin) if text[m.end() : begin].strip()]
    start = intros[-1].start() if intros else max(c.floor, text.rfind(",", c.floor, begin) + 1)
    if len(intros) > 1 and intros[-1].start() - intros[-2].end() < 8:  # `jumlah korban`
        start = intros[-2].start()
    if there := lex.and_there.search(text, start, begin):  # `orang berkumpul di jalan, dan di sana ada dua pria`
        start = there.start()
    k = bisect_left(c.sentence.states, start, key=lambda h: h.start)
    inside = [h for h in c.sentence.states[k : k + 8] if h.end <= begin and h.measure not in HARM]
    if c.counted.kind == "none" and (c.n.low or 0) >= LEAST_EARNED:  # `ia diperas sebesar 50 juta`
        inside = [h for h in inside if h.words not in c.lex.done_by]
    if inside and (intros or begin - start < MAX_REACH):
        hit = next((h for h in inside if h.measure == "killed"), inside[0])
        return hit.measure, hit.words
    opening = OPENING.match(text, start, begin)
    at = opening.end() if opening else start
    while at < begin:
        noun = lex.noun.match(text, at, begin)
        row = lex.nouns[noun[1].lower()] if noun else None
        people = c.counted.kind not in ("none", "unit")
        if noun and row and row["measure"] not in ("", "other") and (row["kind"] in PERSONAL or not people):
            return row["measure"], noun[1].lower()
        space = text.find(" ", noun.end() if noun else at, begin)
        at = space + 1 if space >= 0 else begin
    return None


def _bare_noun(c: Clause) -> Judgement | None:
    """16. What a bare number of that noun measures; personnel are police or troops as the sentence names them."""
    counted = c.counted
    if counted.kind == "none" or (counted.kind == "unknown" and c.n.form == "vague"):
        return None
    if counted.head in c.lex.lives and c.n.low == 1:  # `keselamatan satu nyawa` is anybody's
        return None
    measure = counted.measure or "other"
    if counted.kind == "force":
        named = [m for m, words in c.lex.forces.items() if words.search(c.text, c.sentence.start, c.sentence.end)]
        phrase = c.text[counted.start : counted.end]
        own = any(words.search(phrase) for words in c.lex.forces.values())
        of_others = not own and len(phrase.split()) > len(
            counted.head.split()
        )  # `lima anggota band` near a police station
        paid = c.lex.payroll.search(c.text, c.sentence.start, c.n.begin)  # `gaji ke-13 bagi 12 personel Polri`
        measure = named[0] if len(named) == 1 and not of_others and not paid else "other"
        if measure == "other" and not paid and on_guard(c):
            return c.judge("police", f"guard:{counted.head}")
    if measure == "affected" and _died(c):
        measure = "killed"
    if counted.kind == "house" and not are_hit(c):
        measure = "other"
    if measure == "other" and is_pilgrimage(c):
        return c.judge("participants", f"setting-out:{counted.head}")
    one = measure == "other" and c.n.form in ("words", articles.ARTICLE) and c.n.low == 1
    if (
        one and (c.n.begin == c.n.start or counted.kind == "unknown") and not (_is_one_piece(c) or _is_set_apart(c))
    ):  # `satu` is as good as an article
        return None
    return c.judge(measure, f"noun:{counted.head}")


def _is_set_apart(c: Clause) -> bool:
    """Whether one is counted with or against others: `lima pria dan satu anak`, `satu tersangka lainnya`, `hanya satu orang`."""
    if c.counted.kind == "none":
        return False
    beside = c.last is not None and c.last[1].counted is not None and c.last[1].end >= c.sentence.start
    if beside and c.last is not None and _JOINED_TO.fullmatch(c.text, c.last[1].end, c.n.begin):
        return True
    if c.counted.kind == "unknown":
        return False
    if c.following is not None and c.lex.beside.fullmatch(c.text, c.counted.end, c.following.begin):
        return True
    only = c.lex.only.search(c.text, max(c.floor, c.n.begin - 24), c.n.begin)
    return only is not None or c.lex.rest.match(c.text, c.counted.end) is not None


def _is_one_piece(c: Clause) -> bool:
    """Whether one thing is counted as a piece: `satu unit ponsel`, `satu kantong jenazah`."""
    written = c.text[c.n.stop : c.n.stop + 24].lower().split(" ")
    kinds = {c.lex.nouns[w]["kind"] for w in written[1:2] if w in c.lex.nouns}
    return "unit-classifier" in kinds or c.counted.head in c.lex.pieces


def _bare_fortune(c: Clause) -> Judgement | None:
    """17. Trillions and billions of nothing named are money: `jumlahnya kurang lebih 11 triliun`; so are millions that are earned."""
    if c.counted.kind in ("none", "unknown") and _is_fortune(c):
        return Judgement("money", "measure:fortune", c.n.begin, c.n.stop)
    large = c.counted.kind == "none" and max(c.n.low or 0, c.n.high or 0) >= LEAST_EARNED
    near = max(c.floor, c.n.begin - MAX_TO_SUM)
    if large and any(c.lex.sum_of.search(c.text, near, end) for end in (c.n.begin, c.n.start)):  # `upah puluhan juta`
        return Judgement("money", "measure:sum", c.n.begin, c.n.stop)
    rated = large and c.lex.rated.match(c.text, c.n.stop)
    if rated and c.lex.earning.search(c.text, c.floor, c.n.begin):  # `bisa dapat dua sampai tiga juta per pekan`
        return Judgement("money", "measure:earned", c.n.begin, c.n.stop)
    return None


def _on_the_way(c: Clause) -> Judgement | None:
    """18. The first of two counts of which the second names what is counted: `dari 366 menjadi 398 perjalanan`."""
    to = c.following
    if c.counted.kind != "none" or c.n.form != "digits" or to is None or to.form != "digits":
        return None
    if not c.lex.out_of.search(c.text[max(0, c.n.begin - 24) : c.n.begin]) or not c.lex.risen.fullmatch(
        c.text, c.n.stop, to.begin
    ):
        return None
    counted = read_counted(c.text, to.stop, right_end(c.text, to.stop, c.sentence), c.sentence.end, c.lex)
    if counted.kind in ("none", "never"):
        return None
    return Judgement(counted.measure or "other", f"measure:noun:{counted.head}", c.n.begin, c.n.stop, counted)


def _bare_count(c: Clause) -> Judgement | None:
    """19. A count of whatever was counted last, right after a word that leads to a number: `yang kita dapat sekarang ada sembilan`."""
    if c.counted.kind != "none":
        return None
    if not c.lex.link.search(c.text[max(c.floor, c.n.begin - 24) : c.n.begin]):
        return _bounded(c)
    if c.n.low is None or c.n.low == 0 or not c.lex.ended.match(c.text, c.n.stop):
        return None
    last = c.last[1] if c.last is not None else None
    whole = last.counted if last is not None and not last.rule.endswith("kali") else None
    if last is None or whole is None:
        return Judgement("other", "measure:bare", c.n.begin, c.n.stop) if c.n.low >= LEAST_BARE else None
    if c.last is not None and c.last[0].start < c.sentence.start and last.measure in FATES and not _carries_on(c):
        return None
    some = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    return Judgement(last.measure, "measure:bare", c.n.begin, c.n.stop, some, c.part)


def _carries_on(c: Clause) -> bool:
    """Whether a sentence goes on with the count before it: `Jumlah itu naik menjadi 18`; `Harga beras naik menjadi 12 ribu` does not."""
    begin = max(c.sentence.start, c.n.begin - MAX_SUBJECT)
    if c.lex.intro.search(c.text, begin, c.n.begin) or c.lex.there_is.search(
        c.text, max(begin, c.n.begin - 24), c.n.begin
    ):
        return True
    return c.lex.carrying_on.match(c.text, c.sentence.start, c.n.begin) is not None


def _bounded(c: Clause) -> Judgement | None:
    """A number of nothing named that bounds stand beside counts something: `kurang lebih hampir 100, gitu`."""
    bounded = c.n.begin < c.n.start or (c.n.low != c.n.high and c.n.form != "vague")
    if c.n.form != "digits" or not bounded or max(c.n.low or 0, c.n.high or 0) < LEAST_BOUNDED:
        return None
    return Judgement("other", "measure:bounded", c.n.begin, c.n.stop) if c.lex.ended.match(c.text, c.n.stop) else None


def _is_fortune(c: Clause) -> bool:
    return c.lex.fortune.search(c.text, c.n.start, c.n.end) is not None


RULES: tuple[Callable[[Clause], Judgement | None], ...] = (
    _nothing_counted,
    part_of_whole,
    _act_before,
    _state_after,
    harmed_before,
    _subject_before,
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
    _bare_noun,
    _bare_fortune,
    _on_the_way,
    told_bare,
    _bare_count,
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
    if _are_kin(text, j.start, j.counted, lex):
        return False
    if text.startswith(",", j.end) and lex.says_so.search(text, max(0, j.start - SAYS_SO), j.start):
        return False  # `Menurut dua saksi, tiga orang tewas`
    # `10 sandera yang masih hidup dan tiga sandera yang meninggal`; but `18 polisi yang bertugas dan 3 tentara tewas`
    if lex.that.search(text, j.end, following.begin) and lex.that.search(text, following.stop, following.stop + NOUN):
        return False
    return bool(lex.beside.fullmatch(text, j.end, following.begin))
