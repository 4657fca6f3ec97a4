"""What the sentence says of those counted: their state behind the number, and the subject before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from runut.reading.figures.beside import is_seized
from runut.reading.figures.clause import (
    HARM,
    MAX_REACH,
    MAX_SUBJECT,
    OPENING,
    PERSONAL,
    TELLING_NOUNS,
    Clause,
    fits,
    tells_where,
)
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import UNITS_OF, Lexicon
from runut.reading.figures.lists import label, labelled
from runut.reading.figures.together import OF_PERSONS
from runut.reading.figures.wholes import is_whole, of_the_whole

# What is earned in a month or year is as much as this.
LEAST_EARNED = 100_000


def state_after(c: Clause) -> Judgement | None:
    """4. What is said of those counted: `14 orang … meninggal dunia`; a noun that tells as much is overruled by death only."""
    if are_kin(c.text, c.n.begin, c.counted, c.lex):
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
    if measure == "affected" and noun == "affected" and c.lex.found.fullmatch(c.state.words) and died(c):
        measure = "killed"
    return c.judge(measure, f"state:{c.state.words}", c.state.end) if decides else None


# `korban` right before what is said of them, and whose kin they are, stand so near.
NEAR_VICTIM, NEAR_KIN = 12, 24
_VICTIM = re.compile(r"(?<!\w)[Kk]orban (?:yang )?$|(?:^|[,;.“\"] )[Yy]ang $")


def victims_before(c: Clause) -> Judgement | None:
    """3b. A label of victims past the place or time that stands behind it, whatever is said of the others who are counted next.

    `Korban jiwa dalam kejadian itu satu orang, yakni Rato, dan 14 orang luka-luka`.
    """
    if c.counted.head not in c.lex.anyone or c.part == "part":
        return None
    k = bisect_left(c.sentence.states, c.n.begin, key=lambda h: h.start) - 1
    hit = c.sentence.states[k] if k >= 0 else None
    if hit is None or hit.start < c.floor or hit.measure not in TELLING_NOUNS or hit.end > c.n.begin:
        return None
    victim = _VICTIM.search(c.text, max(c.floor, hit.start - NEAR_VICTIM), hit.start)
    start = victim.start() if victim is not None else hit.start
    if victim is None and c.lex.noun.fullmatch(hit.words) is None:
        return None
    if c.lex.sets.of_victims.search(
        c.text, max(c.floor, start - NEAR_KIN), start
    ):  # `keluarga korban tewas di Randu dua orang`
        return None
    past = c.lex.sets.past_label.fullmatch(c.text, hit.end, c.n.begin) or c.lex.sets.past_mishap.fullmatch(
        c.text, hit.end, c.n.begin
    )
    if past is None or c.lex.active.search(c.text, *past.span("said")):
        return None
    end = c.counted.end
    if not (c.lex.sets.bare_end.match(c.text, end) or c.lex.joins.match(c.text, end)):
        return None
    return c.judge(hit.measure, f"label:{hit.words}")


def are_kin(text: str, begin: int, counted: Counted, lex: Lexicon) -> bool:
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


def subject_before(c: Clause) -> Judgement | None:
    """5. What the subject before the number says: `korban meninggal … mencapai 14 orang`, `meninggal dunia 14 jiwa`."""
    if c.counted.kind not in PERSONAL or c.counted.measure in TELLING_NOUNS:
        return None
    found = label(c) or labelled(c) or _subject(c)
    if found is None or not fits(found[0], c.counted.kind):
        return None
    measure, words = found
    if measure == "arrested" and is_seized(words, c):  # `diamankan satu koper`
        return None
    if measure == "affected" and died(c):
        measure = "killed"
    told = c.judge(measure, f"subject:{words}", governed=True)
    row = c.lex.nouns.get(words)
    if c.counted.kind == "none" and row is not None and row["kind"] in UNITS_OF:  # the next count may be in units of it
        return replace(told, counted=replace(c.counted, kind=row["kind"], measure=row["measure"], head=words))
    return told


def died(c: Clause) -> bool:
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


def _is_behind_places(c: Clause) -> bool:
    """Whether a label ends right before the count with how many places those are at: `jumlah pengungsi di 19 titik 2.004 jiwa`."""
    if c.last is None or c.last[0].begin < c.floor or c.text[c.last[1].end : c.n.begin] != " ":
        return False
    return tells_where(c.text, *c.last, c.lex) and c.lex.intro.search(c.text, c.floor, c.last[0].begin) is not None


def _subject(c: Clause) -> tuple[str, str] | None:
    """The state in a subject that a linking word joins to the number, else the first noun in it that tells a measure."""
    text, begin, lex = c.text, c.n.begin, c.lex
    if not (
        lex.link.search(text[c.floor : begin]) or lex.linked.search(text[begin : c.n.start]) or _is_behind_places(c)
    ):
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
