"""What a count is of by the count before it: joined to it, among it, what it has come from or to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from runut.reading.figures.clause import BUILT, MAX_JOINED, PERSONAL, TELLING_NOUNS, Clause, fits, measure_of
from runut.reading.figures.included import of_others
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.numerals import Numeral
from runut.reading.figures.together import OF_PERSONS, PASSED_ON

# What harm to homes and buildings is told as.
HARMED = frozenset({"houses", "buildings_damaged", "buildings_burned"})
# A quake's strength is written to the tenth.
_STRENGTH = re.compile(r"\d[,.]\d")
# The rule by which a family is counted whose members are told next.
FAMILY = "family:"
# That by which buildings are told as some of those counted before.
SHARED_OUT = "shared-out"


# What befalls somebody named and those told of beside him; and how far before them its verb, or what denies it, stands.
_BEFALLS = frozenset({"killed", "injured", "arrested", "hostages", "rescued"})
MAX_ACT = 40


def is_seized(act: str, c: Clause) -> bool:
    """Whether a verb for arrest and seizure alike has a thing as its object: `mengamankan enam sekop`."""
    return c.counted.kind == "unknown" and act.lower() in c.lex.seizing


def with_whom(c: Clause, act: str, measure: str) -> Judgement | None:
    """What is told of those with one whom something befell, where it need not have befallen them too.

    `tewas bersama dua anak yang selamat`, `ditangkap bersama dua korban`, `tewas bersama dua saksi`.
    """
    own = c.state.measure if c.state is not None else c.counted.measure
    if own and own != measure:
        return c.judge(own, f"with:{act}")
    if c.counted.kind == "suspect" and measure != "arrested":
        return c.judge("other", f"with:{act}")
    some = c.following  # `tewas bersama dua pengawal, satu selamat` tells neither of both
    if some is None or some.start >= c.sentence.end or (some.high or 0) > (c.n.low or 0):
        return None
    k = bisect_left(c.sentence.states, some.stop, key=lambda h: h.start)
    if k == len(c.sentence.states) or not c.text[some.stop : c.sentence.states[k].start].isspace():
        return None
    return c.judge("other", f"with:{act}") if c.sentence.states[k].measure != measure else None


def joined(c: Clause) -> Judgement | None:
    """7. Joined to a number whose measure a verb or subject gave: `menewaskan 3 pria dan 2 wanita`.

    `demikian pula` joins to any count: `tujuh rumah sakit rusak, demikian pula enam klinik`.
    """
    if c.last is None or c.last[0].start < c.sentence.start:
        return None
    last = c.last[1]
    if _outgrows(c, *c.last):
        return None
    family = last.rule.removeprefix(f"measure:{FAMILY}")
    if family != last.rule and c.lex.family.fullmatch(c.text, c.last[0].stop, c.n.begin - 1):
        return c.judge(c.lex.acts[family], f"members:{family}", governed=True)
    if is_seized(last.rule.removeprefix("measure:act:").removesuffix("+joined"), c):
        return None
    between = c.text[last.end : c.n.begin]
    likewise = c.lex.likewise.search(between) or _are_households(c, last, between)
    if not (last.governed or likewise):
        return None
    if (
        c.counted.measure in TELLING_NOUNS and c.counted.measure != last.measure
    ):  # `merenggut dua jiwa dan tiga korban luka`
        return None
    follows = re.compile(r" me[a-z]{3,30}").match(c.text, c.counted.end)  # the next has a verb of its own
    if (
        follows
        or len(between) > MAX_JOINED
        or re.search("[.;]", between)
        or not (likewise or c.lex.joined.search(between))
    ):
        return None
    rule = f"{last.rule.removeprefix('measure:').removesuffix('+joined')}+joined"
    if c.counted.kind in BUILT and last.measure in HARMED:
        words = rule.removesuffix("+joined").partition(":")[2]
        burned = "burned" in (c.lex.acts.get(words), c.lex.states.get(words))  # `menghanguskan dua rumah dan tiga kios`
        return c.judge("burned" if burned or last.measure == "buildings_burned" else "damaged", rule, governed=True)
    if c.counted.kind in PERSONAL and last.measure in OF_PERSONS:
        told = c.judge(last.measure, rule, governed=True)
        # `12 orang tewas, termasuk tiga anak dan dua guru`
        return replace(told, part="part") if last.part == "part" and told.part == "total" else told
    return None


def with_named(c: Clause) -> Judgement | None:
    """7b. Joined to somebody named as the object of a verb: `menangkap Ida Rato dan dua orang lainnya`, who do nothing themselves."""
    if not c.text.endswith(c.lex.beside_words, c.sentence.start, c.n.begin):  # most
        return None
    if (
        c.counted.kind not in PERSONAL - {"none", "unknown"}
        or c.state is not None
        or c.counted.measure in TELLING_NOUNS
    ):
        return None
    named = c.lex.with_named.search(c.text, max(c.sentence.start, c.n.begin - MAX_JOINED), c.n.begin)
    if named is None:
        return None
    begin = max(c.sentence.start, named.start() - MAX_ACT)
    act = c.lex.act.search(c.text, begin, named.start())
    measure = c.lex.acts[act[1].lower()] if act is not None else ""
    if act is None or measure not in _BEFALLS or not fits(measure, c.counted.kind):
        return None
    near = c.text[max(c.sentence.start, act.start() - MAX_ACT) : act.start()]
    if c.lex.denied_act.search(near) or c.lex.meant.search(near) or c.lex.able.search(near):
        return None
    others = c.lex.rest.match(c.text, c.counted.end)
    end = others.end() if others is not None else c.counted.end
    if not (c.lex.sets.bare_end.match(c.text, end) or c.lex.sets.place_ends.match(c.text, end)):
        return None  # `dan dua orang lainnya melarikan diri`
    return replace(c.judge(measure, f"act:{act[1].lower()}+named"), part="part")


def _are_households(c: Clause, last: Judgement, between: str) -> bool:
    """Whether the people of the households counted right before are counted, or the households of the people.

    `2.800 kepala keluarga atau 17.062 jiwa`, `17.062 jiwa terdampak dari 2.800 kepala keluarga`.
    """
    whole = last.counted
    if whole is not None and c.lex.household.match(whole.head) and c.lex.or_else.search(between):
        return True
    return c.lex.household.match(c.counted.head) is not None and c.lex.out_of.search(between) is not None


# No writer's slip makes a part so many times its whole.
FAR_MORE = 10


def _outgrows(c: Clause, whole: Numeral, told: Judgement) -> bool:
    """Whether what is said to be included is far more than what it would be part of: `tiga orang, termasuk ribuan tabung gas`.

    A little more is a count that does not add up, which is told as such.
    """
    if told.rule.endswith(("+joined", "+shared")):  # `30 warga dan lima polisi, termasuk 12 anak`
        return False
    return (
        c.part == "part" and told.part != "part" and whole.high is not None and (c.n.low or 0) > FAR_MORE * whole.high
    )


def another_quake(c: Clause) -> Judgement | None:
    """8. The strength of another quake, beside one that is named: `magnitudo 4,4 dan 4,5`, `M 5,2, gempa kedua 4,5`."""
    if c.last is None or c.last[1].measure != "magnitude" or c.counted.kind != "none" or c.n.form != "digits":
        return None
    if c.last[0].start < c.sentence.start or not _STRENGTH.fullmatch(c.text, c.n.start, c.n.end):
        return None
    if not c.lex.next_quake.fullmatch(c.text, c.last[0].stop, c.n.begin):
        return None
    return Judgement("magnitude", "measure:another-quake", c.n.begin, c.n.stop)


def they_are(c: Clause) -> Judgement | None:
    """12. Some of those told of in the sentence before: `Lima orang ditangkap. Mereka adalah tiga pria, dua wanita`."""
    if c.last is None or c.counted.kind not in PERSONAL - {"none", "unknown"} or c.counted.measure in TELLING_NOUNS:
        return None
    opened = c.lex.they_are.match(c.text, c.sentence.start, c.n.begin)
    if opened is None:
        return None
    (whole, told), begin = c.last, c.n.begin
    if whole.start >= c.sentence.start:
        if not told.rule.startswith(("measure:they-are", "measure:included")):
            return None
    elif (
        told.measure not in PASSED_ON
        or told.part == "part"
        or (c.n.high or 0) >= (whole.low or 0)
        or whole.start < c.earlier  # `Lima orang ditangkap. Polisi memeriksa saksi. Mereka adalah …`
    ):
        return None
    if not c.lex.part_ends.match(c.text, c.counted.end) and not c.lex.that.match(c.text, c.counted.end):
        return None  # `Mereka adalah warga Randu, dan tiga orang masih diburu`
    between = c.text[max(opened.end(), told.end) : begin]
    if (
        not (between.isspace() or c.lex.joined.search(between))
        or len(between) > MAX_JOINED
        or re.search("[.;]", between)
        or c.lex.that.search(between)  # `Mereka adalah Rato yang meninggalkan istri dan dua anak`
        or c.lex.active.search(between)
    ):
        return None
    own = _own_force(c, None) if told.measure == "other" or told.measure in c.lex.forces else ""
    return replace(c.judge(own or told.measure, "they-are"), part="part")


def former(c: Clause) -> Judgement | None:
    """11. The count that another replaces (`… 12 orang dari sebelumnya 9`), or one that is said to be among it.

    `Di antara korban luka, empat di antaranya anak-anak`: they are what those before them are said to be.
    """
    if c.part == "part" and c.counted.kind in PERSONAL:
        inside = [h.measure for h in c.sentence.states if c.floor <= h.start and h.end <= c.n.begin]
        telling = [m for m in inside if m in TELLING_NOUNS]
        if telling:
            return c.judge(telling[0], "included")
    if c.last is None or c.counted.kind not in PERSONAL or c.last[1].measure not in OF_PERSONS or _outgrows(c, *c.last):
        return None
    before = c.text[max(0, c.n.begin - 40) : c.n.begin]
    here = c.last[0].start >= c.sentence.start and c.counted.kind in ("people", "none")
    if c.lex.former.search(before) or (here and c.lex.changed.search(before)):
        return c.judge(c.last[1].measure, "former")
    if c.last[1].measure == "participants" and c.lex.rest.match(c.text, c.counted.end):
        return c.judge("participants", "others")
    if c.part != "part":
        return None
    among = c.lex.among.match(c.text, c.n.stop)  # `64 penumpang, termasuk 7 pelajar dan 21 pedagang` goes on
    measure = c.last[1].measure
    others = of_others(c, *c.last)
    if others is not None:
        force = c.counted.measure if others == "other" and c.counted.measure in c.lex.forces else ""
        return c.judge(force or others, "of-others", governed=not force)
    if (measure == "other" or measure in c.lex.forces) and (own := _own_force(c, among)):
        return c.judge(own, "included-force")
    return c.judge(measure, "included", governed=among is None and measure in PASSED_ON)


def _own_force(c: Clause, among: re.Match[str] | None) -> str:
    """Which force some of those of no body of their own are: `terdiri atas 48 prajurit dan 27 polisi`, `380 di antaranya polisi`."""
    if c.counted.measure in c.lex.forces:
        return c.counted.measure
    noun = c.lex.noun.match(c.text, among.end() + 1, c.limit) if among is not None else None
    measure = c.lex.nouns[noun[1].lower()]["measure"] if noun is not None else ""
    return measure if measure in c.lex.forces else ""


def risen(c: Clause) -> Judgement | None:
    """13. What a count has come to, right after what was added to it: `korban tewas bertambah tiga orang menjadi 17 orang`."""
    if (
        c.last is None
        or c.last[1].measure not in OF_PERSONS
        or c.counted.kind not in PERSONAL
        or c.last[0].start < c.sentence.start
    ):
        return None
    if c.counted.measure and c.counted.measure != c.last[1].measure:
        return None
    if c.lex.risen.fullmatch(c.text, max(c.last[0].stop, c.last[1].end), c.n.begin):
        return replace(c.judge(c.last[1].measure, "risen", governed=True), part="total")
    return None


def summed(c: Clause) -> Judgement | None:
    """14. What counts of people come to, said behind them: `ada delapan, lalu ada tiga lagi. Jadi 11 orang`."""
    if (
        c.last is None
        or c.last[1].measure not in OF_PERSONS - {"other"}
        or c.counted.kind != "people"
        or c.part != "total"
    ):
        return None
    if not c.lex.sum_up.search(c.text, max(0, c.n.begin - 24), c.n.begin) or not c.lex.ended.match(
        c.text, c.counted.end
    ):
        return None
    return c.judge(c.last[1].measure, "summed")


def of_built(c: Clause) -> Judgement | None:
    """15. Some of the homes or buildings counted right before: `230 rumah: 50 rusak berat, 80 rusak sedang`."""
    whole = c.last[1].counted if c.last and c.last[0].start >= c.sentence.start else None
    if c.last is None or whole is None or whole.kind not in BUILT or c.counted.kind != "none":
        return None
    states, k = c.sentence.states, bisect_left(c.sentence.states, c.n.stop, key=lambda h: h.start)
    if k < len(states) and c.text[c.n.stop : states[k].start].isspace() and fits(states[k].measure, whole.kind):
        hit, end = states[k], states[k].end
    elif (
        k and fits(states[k - 1].measure, whole.kind) and c.lex.ended.match(c.text, c.n.stop)
    ):  # `rusak berat 50, rusak sedang 80`
        hit, end = states[k - 1], c.n.stop
        if not c.text[hit.end : c.n.begin].isspace():
            return None
    else:
        return None
    counted = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    measure = measure_of(hit.measure, whole.kind)
    return Judgement(measure, f"measure:state:{hit.words}", c.n.begin, end, counted, "part")


def shared_out(c: Clause) -> Judgement | None:
    """15b. Kinds of buildings that a count of them is made of: `700 kios terbakar. Jumlah itu terdiri atas 486 kios dan 214 los`."""
    if c.last is None or c.last[1].counted is None or c.counted.kind not in BUILT or c.part != "part":
        return None
    whole, told = c.last
    if told.counted is None or told.counted.kind not in BUILT or told.measure not in HARMED or whole.start < c.earlier:
        return None
    if whole.low is None or c.n.low is None or (told.part == "total" and c.n.low > whole.low):
        return None
    begin = max(c.sentence.start, told.end)
    if told.rule != f"measure:{SHARED_OUT}":
        made = c.lex.sets.made_of_them.search(c.text, begin, c.n.begin)
        if made is None or (begin == c.sentence.start and not made["them"]):
            return None
    burned = told.measure == "buildings_burned"
    return replace(c.judge("burned" if burned else "damaged", SHARED_OUT), part="part")
