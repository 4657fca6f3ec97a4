"""What a number measures: a cascade of named rules over the clause in which it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from runut.lang import Language
from runut.reading.figures import amounts, numerals
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import CLASSIFIERS, Lexicon, make
from runut.reading.figures.numerals import Numeral
from runut.text import View

# A predicate belongs to a number when it stands within this many characters after it (longest seen in real clauses: 84).
MAX_REACH = 100
# A subject begins within this many characters before the number that it is given.
MAX_SUBJECT = 160
# A noun phrase has at most this many words after its head.
MAX_MODIFIERS = 4
# Numbers joined by a conjunction stand this near to one another.
MAX_JOINED = 70
# A number further back than this is no longer the one that `di antaranya` speaks of.
MAX_BACK = 300
# So many ages may stand between a count and the one that it goes on from: `12 kru, di antaranya Rato (51) dan Keli (40), serta 3 …`.
AGES_BETWEEN = 4
# The next sentences that may tell that those counted as `korban` died.
SENTENCES_AFTER = 2

PEOPLE = frozenset(
    [
        "killed",
        "injured",
        "missing",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "affected",
        "hostages",
        "participants",
        "other",
    ]
)
_PERSONAL = frozenset({"person", "suspect", "force", "people", "unknown", "none"})
_BUILT = frozenset({"building", "house"})
# Acts that the noun or the death of those counted overrules: `mengevakuasi 5 jenazah` counts the dead.
_WEAK = frozenset({"evacuated", "other", "affected", "participants", "missing", "rescued"})
# Nouns that say by themselves what happened to those counted.
_TELLING_NOUNS = frozenset({"killed", "injured", "missing", "rescued", "arrested"})
_VICTIMS = frozenset({"killed", "injured", "affected", "evacuated"})
# What is said of the others is not what the noun before them tells.
_OF_OTHERS = frozenset({"missing", "rescued", "injured", "affected"})
_NOT_OF_SUSPECTS = frozenset({"missing", "affected", "participants"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A state or act where it stands."""

    start: int
    end: int
    words: str
    measure: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A number in its clause: what it counts, what is said of it before and after, and the number judged before it."""

    text: str
    n: Numeral
    start: int
    end: int
    """The sentence."""
    limit: int
    """Where the clause that runs on from the number ends, at the next number at the latest."""
    comma: int
    """The first comma of that clause, else its limit."""
    floor: int
    """Where the clause that leads to the number begins."""
    counted: Counted
    following: Numeral | None
    last: tuple[Numeral, Judgement] | None
    states: Sequence[Hit]
    state: Hit | None
    part: str
    lex: Lexicon
    later: tuple[int, int]
    """The next sentences."""

    def judge(self, measure: str, rule: str, end: int | None = None, *, governed: bool = False) -> Judgement:
        """A judgement on this clause's number, of the measure's name for that kind of thing."""
        measure = _measure_of(measure, self.counted.kind)
        stop = max(end or 0, self.counted.end, self.n.stop)
        return Judgement(measure, f"measure:{rule}", self.n.begin, stop, self.counted, self.part, governed=governed)


def judge(view: View, plain: Sequence[Numeral], language: Language) -> list[tuple[Numeral, Judgement]]:
    """Each number of the view with what it measures; numbers that count nothing are left out."""
    lex, text = language.derive(make), view.text
    states = _find_states(text, lex)
    out: list[tuple[Numeral, Judgement]] = []
    waiting = False
    for i, n in enumerate(plain):
        sentence = view.sentence_at(n.start)
        following = plain[i + 1] if i + 1 < len(plain) else None
        judgement = (
            _by_ordinal(text, n, sentence, states, lex)
            if n.ordinal
            else amounts.by_unit(text, n, sentence[0], lex, language)
        )
        judgement = judgement or amounts.by_age(text, n, lex)
        if judgement is None and not n.ordinal and not amounts.has_unit(text, n, lex):
            clause = _clause(view, n, following, sentence, states, out, lex)
            judgement = next((j for rule in RULES if (j := rule(clause)) is not None), None)
        if judgement is None or judgement.measure == "never":
            waiting = False
            continue
        if (
            waiting
            and judgement.measure in PEOPLE
            and judgement.part != "part"  # `tiga orang, dua di antaranya ditangkap` says nothing of the three
            and judgement.rule.startswith("measure:state")
        ):
            first, before = out[-1]
            out[-1] = first, replace(before, measure=judgement.measure, rule=f"{judgement.rule}+shared")
        waiting = _waits(text, judgement, following, sentence, lex)
        if judgement.reach is not None:
            n = numerals.bound(n, text, judgement.reach, language)
        out.append((n, judgement))
    return _same_victims(out)


def _same_victims(judged: list[tuple[Numeral, Judgement]]) -> list[tuple[Numeral, Judgement]]:
    """`korban` as many as the article counts dead elsewhere are those dead: `5 jenazah …; evakuasi 5 korban tersebut`."""
    dead = {n.low for n, j in judged if j.measure == "killed" and n.low == n.high}
    out = []
    for n, j in judged:
        victims = j.counted is not None and j.counted.measure == "affected" and j.measure in ("affected", "evacuated")
        if victims and n.low == n.high and n.low in dead - {1}:
            j = replace(j, measure="killed", rule=f"{j.rule}+same-count")
        out.append((n, j))
    return out


def _by_ordinal(
    text: str, n: Numeral, sentence: tuple[int, int], states: Sequence[Hit], lex: Lexicon
) -> Judgement | None:
    """`petugas ke-70 yang terbunuh` counts seventy."""
    relative = lex.relative.match(text, n.end, sentence[1])
    at = max(0, n.start - 40)
    noun = re.search(r"(?:\w+ ){1,2}\w+-?$", text[at : n.start])
    k = bisect_left(states, n.end, key=lambda h: h.start)
    if relative is None or noun is None or k == len(states) or states[k].start > relative.end():
        return None
    state = states[k]
    if state.measure not in _TELLING_NOUNS:
        return None
    words = noun[0].split()[:-1]
    counted = Counted(
        at + noun.start(), at + noun.start() + len(" ".join(words)), "person", "", " ".join(words).lower()
    )
    return Judgement(state.measure, f"measure:ordinal:{state.words}", at + noun.start(), state.end, counted)


# --- the clause of a number -------------------------------------------------------------------------------------------


_OPENING = re.compile(r"[\s“\"]*")
# A word of a noun phrase; the letter of a model's name (`jet J-15`) is none.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-.]?\d)(?!(?<=[A-Z])-)")
_VERB = re.compile(r"\b(?:di[a-z]{4,30}|me(?:m|n|ng|ny|l|r)[a-z]{3,30}|ber[a-z]{4,30}|ter[a-z]{4,30})$")
# A capitalised word right before a number that counts nothing: the number belongs to a name.
_CAPITALISED = re.compile(r"(?<![.!?”\"] )\b([A-Z][\w/-]{0,30}) $")


def _find_states(text: str, lex: Lexicon) -> list[Hit]:
    """All states of a text in order, denied ones left out."""
    out = []
    for match in lex.state.finditer(text):
        words = match[1].lower()
        if lex.denying.match(words) or not lex.denied.search(text[max(0, match.start() - 30) : match.start()]):
            out.append(Hit(match.start(), match.end(), words, lex.states[words]))
    return out


def _clause(
    view: View,
    n: Numeral,
    following: Numeral | None,
    sentence: tuple[int, int],
    states: Sequence[Hit],
    judged: Sequence[tuple[Numeral, Judgement]],
    lex: Lexicon,
) -> Clause:
    text, (start, end) = view.text, sentence
    limit = _right_end(text, n.stop, end, lex)
    if following is not None and following.begin < limit:
        limit = max(n.stop, following.begin)
    comma = text.find(",", n.stop, limit)
    comma = comma if comma >= 0 else limit
    last = next((pair for pair in reversed(judged[-AGES_BETWEEN:]) if pair[1].measure != "age"), None)
    last = last if last is not None and last[0].start >= start - MAX_BACK else None
    counted = _read_counted(text, n.stop, comma, _next_state(states, n.stop, end), lex)
    among = lex.among.match(text, n.stop, comma)
    rest = lex.rest.match(text, n.stop, comma)
    counted = _inherited(counted, among or rest, last)
    before = max((j.end for m, j in judged[-6:] if j.counted is not None and m.stop <= n.begin), default=0)
    floor = max(start, _left_start(text, n.begin, start, lex), min(before, n.begin))
    state = _first_state(text, n.stop, comma, states, counted.kind, lex) or _state_after_aside(
        text, counted, end, states, lex
    )
    if state is not None and state.measure in _WEAK:
        state = _state_after_turn(text, state, end, counted.kind, states, lex) or state
    if rest and state is not None and state.measure in _OF_OTHERS:  # `14 korban tewas, 11 lainnya belum ditemukan`
        counted = replace(counted, measure="")
    included = not rest and lex.included.search(text[max(0, n.begin - 30) : n.begin])
    part = "part" if among or included else "total"
    if part == "total" and last is not None and last[0].start >= start and _of_some(text, n, last, lex):
        part = "part"
    if part == "total" and _adds(text, n, max(counted.end, n.stop), state, lex):
        part = "increment"
    k = bisect_left(view.sentence_ends, end)
    ends = view.sentence_ends[k : k + 1 + SENTENCES_AFTER]
    later = (end, ends[-1] if ends else end)
    return Clause(text, n, start, end, limit, comma, floor, counted, following, last, states, state, part, lex, later)


def _of_some(text: str, n: Numeral, last: tuple[Numeral, Judgement], lex: Lexicon) -> bool:
    """Whether a count is out of some of the victims only: `dari enam korban yang dirawat di rumah sakit itu, tiga tewas`."""
    whole, told = last
    return (
        told.measure in _VICTIMS
        and lex.out_of.search(text[max(0, whole.begin - 24) : whole.begin]) is not None
        and lex.of_some.fullmatch(text, whole.stop, n.begin) is not None
    )


def _adds(text: str, n: Numeral, end: int, state: Hit | None, lex: Lexicon) -> bool:
    """Whether a count is on top of another: `satu korban lagi`, `bertambah 3`, `6 jenazah lainnya` with nothing else said."""
    if lex.again_after.match(text, end) or lex.again_before.search(text[max(0, n.begin - 40) : n.begin]):
        return True
    return state is None and lex.rest.match(text, end) is not None


def _right_end(text: str, at: int, limit: int, lex: Lexicon) -> int:
    """Where the clause that runs on from `at` ends; a word in quotation marks ends none."""
    for match in lex.breaks.finditer(text, at, min(limit, at + 3 * MAX_REACH)):
        if match[0][0] not in '”"' or "“" not in text[at : match.start()]:
            return match.start()
    return limit


def _left_start(text: str, at: int, limit: int, lex: Lexicon) -> int:
    """Where the clause that leads to `at` begins, no further left than `limit`."""
    start = max(limit, at - MAX_SUBJECT)
    for match in lex.breaks.finditer(text, start, at):
        start = match.end()
    return start


def _next_state(states: Sequence[Hit], at: int, end: int) -> int:
    k = bisect_left(states, at, key=lambda h: h.start)
    return states[k].start if k < len(states) else end


def _read_counted(text: str, at: int, limit: int, stop_at: int, lex: Lexicon) -> Counted:
    """The noun phrase that begins at `at`, no further than `limit` or the state at `stop_at`."""
    opening = _OPENING.match(text, at, limit)
    start = opening.end() if opening else at
    noun = lex.noun.match(text, start, limit)
    classifier = lex.classifier.match(text, start, limit)
    inner = lex.noun.match(text, classifier.end(), limit) if classifier else None
    if inner and lex.nouns[inner[1].lower()]["kind"] != "never":
        noun = inner
    if noun:
        row = lex.nouns[noun[1].lower()]
        kind, measure, head, end = row["kind"], row["measure"], noun[1].lower(), noun.end()
        if kind == "never":
            return Counted(start, at, kind, "", head)
        if kind in CLASSIFIERS:
            kind = kind.removesuffix("-classifier")
            word = _WORD.match(text, end + 1, limit)
            if kind == "unit" and word and word.start() < stop_at and _may_be_noun(word[0], lex):  # `47 unit komputer`
                kind, head, end = "thing", word[0].lower(), word.end()
    else:
        word = _WORD.match(text, start, limit)
        if word is None or word.start() >= stop_at or not _may_be_noun(word[0], lex):
            return Counted(start, at, "none", "", "")
        kind, measure, head, end = "unknown", "", word[0].lower(), word.end()
    for _ in range(MAX_MODIFIERS):
        word = _WORD.match(text, end + 1, limit) if text[end : end + 1] == " " else None
        if word is None or word.start() >= stop_at or word[0].lower() in lex.stops or _VERB.match(word[0].lower()):
            break
        end = word.end()
    return Counted(start, end, kind, measure, head)


def _may_be_noun(word: str, lex: Lexicon) -> bool:
    if word.isupper():  # `empat IUP`, `tiga TKP`
        return len(word) > 1
    return len(word) > 2 and word[0].islower() and word not in lex.stops and not _VERB.match(word)


def _inherited(counted: Counted, reference: re.Match[str] | None, last: tuple[Numeral, Judgement] | None) -> Counted:
    """`empat di antaranya`, `12 lainnya`, `tiga unit` count what the number before them counts."""
    if (
        last is None
        or last[1].counted is None
        or not (counted.kind == "unit" or (counted.kind == "none" and reference))
    ):
        return counted
    whole = last[1].counted
    measure = whole.measure or (last[1].measure if whole.kind not in _PERSONAL else "")
    end = max(counted.end, reference.end() if reference else 0)
    return Counted(counted.start, end, whole.kind, measure, whole.head)


def _first_state(text: str, at: int, end: int, states: Sequence[Hit], kind: str, lex: Lexicon) -> Hit | None:
    """The state said of what is counted between `at` and `end`: death before all else, then the first that is not weak.

    A death that is only presumed gives way to what is known of them: `11 orang diperkirakan meninggal dan belum ditemukan`.
    """
    k = bisect_left(states, at, key=lambda h: h.start)
    fitting = []
    while k < len(states) and states[k].end <= end and states[k].start - at <= MAX_REACH:
        hit = states[k]
        of_another = hit.measure == "missing" and _names_property(text, at, hit.start, lex)
        if _fits(hit.measure, kind) and not of_another and not lex.active.search(text, at, hit.start):
            fitting.append(hit)
        k += 1
    sure = [h for h in fitting if h.measure != "killed" or not lex.presumed.search(text, at, h.start)]
    fitting = sure or fitting
    strong = [h for h in fitting if h.measure not in _WEAK]
    dead = [h for h in fitting if h.measure == "killed"]
    return next(iter(dead or strong or fitting), None)


def _names_property(text: str, at: int, end: int, lex: Lexicon) -> bool:
    """Whether a building or thing is named in a stretch, which may be what is lost: `20 keluarga dengan rumah rusak atau hilang`."""
    found = lex.noun.finditer(text, at, end)
    return any(lex.nouns[m[1].lower()]["kind"] in ("building", "house", "thing", "vehicle") for m in found)


def _state_after_aside(text: str, counted: Counted, end: int, states: Sequence[Hit], lex: Lexicon) -> Hit | None:
    """What is said of those counted right after an aside: `lima staf, yang semuanya warga setempat, tewas`."""
    if counted.kind not in _PERSONAL or counted.kind == "none":
        return None
    others = lex.rest.match(text, counted.end)  # `dua orang lainnya, yaitu …, terluka`
    begin = others.end() if others else counted.end
    if lex.relative.match(text, begin):  # `12 kru yang berada di kapal, termasuk …, ditangkap`
        begin = text.find(",", begin, min(end, begin + MAX_JOINED))
    if begin < 0:
        return None
    k = bisect_left(states, begin, key=lambda h: h.start)
    for hit in states[k : k + 3]:
        if hit.end <= end and hit.start - begin <= MAX_REACH and lex.aside.fullmatch(text, begin, hit.start):
            return hit if _fits(hit.measure, counted.kind) else None
    return None


def _state_after_turn(text: str, weak: Hit, end: int, kind: str, states: Sequence[Hit], lex: Lexicon) -> Hit | None:
    """What a second verb says more plainly: `11 orang diduga menjadi korban namun belum ditemukan`."""
    k = bisect_left(states, weak.end, key=lambda h: h.start)
    if k == len(states) or states[k].end > end or not lex.turn.fullmatch(text, weak.end, states[k].start):
        return None
    return states[k] if states[k].measure == "missing" and _fits("missing", kind) else None


def _fits(measure: str, kind: str) -> bool:
    """Whether a state or act can be said of that kind of thing."""
    if kind in _BUILT:
        return measure in ("damaged", "burned", "affected")
    if measure in ("damaged", "burned") or (measure in _NOT_OF_SUSPECTS and kind in ("suspect", "force")):
        return False
    return kind in _PERSONAL and not (measure in _NOT_OF_SUSPECTS and kind == "unknown")


def _measure_of(measure: str, kind: str) -> str:
    """The measure's name for that kind of thing: harm to homes counts houses, to other buildings damaged or burned ones."""
    if measure in ("damaged", "burned", "affected") and kind in _BUILT:
        return "houses" if kind == "house" else "buildings_burned" if measure == "burned" else "buildings_damaged"
    return measure


# --- the rules, the first that decides --------------------------------------------------------------------------------


def _nothing_counted(c: Clause) -> Judgement | None:
    """1. A noun that no story tracks, or a number right after a capitalised word: part of a name."""
    named = _CAPITALISED.search(c.text[max(0, c.n.begin - 24) : c.n.begin])
    of_name = named and c.n.form == "digits" and not c.lex.state.match(named[1]) and not c.lex.noun.match(named[1])
    acronym = of_name and named and named[1].isupper() and len(named[1]) > 1
    numbered = c.n.form == "digits" and c.n.begin == c.n.start and _follows_noun(c)  # `paket 9`
    unsaid = c.counted.kind == "none"
    if unsaid and _are_wounds(c):
        return Judgement("other", "measure:wounds", c.n.begin, c.n.stop)
    shouted = c.counted.kind == "unknown" and c.text[c.counted.start : c.counted.end].split(" ")[0].isupper()
    if (
        c.counted.kind == "never"
        or ((unsaid or shouted) and (of_name or numbered))
        or (acronym and c.counted.kind == "unknown")
    ):
        return Judgement("never", "", c.n.begin, c.n.stop)
    return None


def _are_wounds(c: Clause) -> bool:
    """Whether the wounds of one body are counted (`empat luka tusuk`, `luka tembaknya ada tujuh`), and nobody beside them."""
    if c.last is not None and c.last[0].start >= c.start and c.last[1].measure in _TELLING_NOUNS:
        return False
    return bool(
        c.lex.wounds.match(c.text, c.n.stop + 1)
        or (c.lex.wounds.search(c.text, c.floor, c.n.begin) and c.lex.link.search(c.text[c.floor : c.n.begin]))
    )


def _follows_noun(c: Clause) -> bool:
    """Whether the word right before the number is a thing that is counted, so that the number is its name."""
    word = re.search(r"(\w+) $", c.text[max(0, c.n.begin - 24) : c.n.begin])
    row = c.lex.nouns.get(word[1].lower()) if word else None
    return row is not None and row["kind"] in ("thing", "vehicle", "aircraft", "building", "place")


def _part_of_whole(c: Clause) -> Judgement | None:
    """2. `13 dari 14 korban tewas`: both are of what the whole is; `160 orang dari 16 keluarga` is no part."""
    whole = c.following
    if whole is None or whole.begin != c.limit or not c.lex.of_whole.match(c.text, c.n.stop, c.limit):
        return None
    limit = _right_end(c.text, whole.stop, c.end, c.lex)
    counted = _read_counted(c.text, whole.stop, limit, _next_state(c.states, whole.stop, c.end), c.lex)
    if c.n.low is None or whole.high is None or c.n.low > whole.high or c.lex.household.match(counted.head):
        return None
    state = _first_state(c.text, whole.stop, limit, c.states, counted.kind, c.lex)
    measure = counted.measure if counted.measure in _TELLING_NOUNS else state.measure if state else None
    if measure is None:
        return None
    words, end = (
        (counted.head, counted.end) if counted.measure in _TELLING_NOUNS or not state else (state.words, state.end)
    )
    some = Counted(counted.start, counted.end, counted.kind, counted.measure, counted.head)
    return Judgement(_measure_of(measure, counted.kind), f"measure:part-of:{words}", c.n.begin, end, some, "part")


def _act_before(c: Clause) -> Judgement | None:
    """3. The verb or noun whose object the number is, right before it: `menewaskan 14 orang`."""
    match = c.lex.act.search(c.text, max(c.floor, c.n.begin - 60), c.n.begin)
    measure = c.lex.acts[match[1].lower()] if match else ""
    if match is None or not _fits(measure, c.counted.kind):
        return None
    dead = c.state is not None and c.state.measure == "killed"
    if measure in _WEAK and c.counted.kind not in _BUILT and (c.counted.measure in _TELLING_NOUNS or dead):
        return None
    if measure in ("other", "participants") and c.counted.kind == "force":
        return None
    return c.judge(measure, f"act:{match[1].lower()}", governed=True)


def _state_after(c: Clause) -> Judgement | None:
    """4. What is said of those counted: `14 orang … meninggal dunia`; a noun that tells as much is overruled by death only."""
    if c.lex.kin.search(c.text[max(0, c.n.begin - 24) : c.n.begin]):  # `ayah dari lima anak` died, not the five
        return None
    if c.state is None or (_is_whole(c) and c.text[c.counted.end : c.state.start].strip()):
        return None
    noun = c.counted.measure
    if c.state.measure == "killed":
        presumed = noun == "missing" and c.lex.presumed.search(c.text, c.n.stop, c.state.start)
        decides = noun != "arrested" and not presumed
    else:
        weak = c.state.measure in ("other", "participants")
        told = noun in _TELLING_NOUNS or (noun == "hostages" and c.state.measure == "arrested")
        decides = not told and not (weak and noun not in ("", "affected"))
    measure = c.state.measure
    if measure == "affected" and noun == "affected" and c.lex.found.fullmatch(c.state.words) and _died(c):
        measure = "killed"
    return c.judge(measure, f"state:{c.state.words}", c.state.end) if decides else None


def _is_whole(c: Clause) -> bool:
    """Whether a part was counted right before: in `18 dari 22 awak telah diselamatkan` the 22 were not."""
    part = c.last[0] if c.last else None
    if c.lex.one_of.search(c.text[max(0, c.n.begin - 24) : c.n.begin]):  # `salah satu dari empat napi itu ditangkap`
        return True
    return part is not None and c.lex.of_whole.fullmatch(c.text, part.stop, c.n.begin) is not None


def _subject_before(c: Clause) -> Judgement | None:
    """5. What the subject before the number says: `korban meninggal … mencapai 14 orang`, `meninggal dunia 14 jiwa`."""
    if c.counted.kind not in _PERSONAL or c.counted.measure in _TELLING_NOUNS:
        return None
    found = _label(c) or _subject(c)
    if found is None or not _fits(found[0], c.counted.kind):
        return None
    measure, words = found
    if measure == "affected" and _died(c):
        measure = "killed"
    return c.judge(measure, f"subject:{words}", governed=True)


def _died(c: Clause) -> bool:
    """Whether `korban` died, by what the sentence says before them or the next sentences say, where no other count does."""
    some = c.lex.some_died.search(c.text, c.n.end, c.later[1])
    if (
        some
        and some[1].lower() != c.text[c.n.start : c.n.end].lower()
        and not c.lex.found.search(c.text, c.n.end, c.limit)
    ):
        return False
    return bool(c.lex.died.search(c.text, c.start, c.n.begin) or c.lex.died.search(c.text, *c.later))


def _label(c: Clause) -> tuple[str, str] | None:
    """A state that stands right before the number like the label of a table."""
    k = bisect_left(c.states, c.n.begin, key=lambda h: h.start) - 1
    if k < 0 or c.states[k].start < c.floor or not re.fullmatch(r"[\s:(]*", c.text[c.states[k].end : c.n.begin]):
        return None
    state = c.states[k]
    return None if state.measure in ("damaged", "burned", "other") else (state.measure, state.words)


def _subject(c: Clause) -> tuple[str, str] | None:
    """The state in a subject that a linking word joins to the number, else the first noun in it that tells a measure."""
    text, begin, lex = c.text, c.n.begin, c.lex
    if not (lex.link.search(text[c.floor : begin]) or lex.linked.search(text[begin : c.n.start])):
        return None
    intros = [m for m in lex.intro.finditer(text, c.floor, begin) if text[m.end() : begin].strip()]
    start = intros[-1].start() if intros else max(c.floor, text.rfind(",", c.floor, begin) + 1)
    if len(intros) > 1 and intros[-1].start() - intros[-2].end() < 8:  # `jumlah korban`
        start = intros[-2].start()
    k = bisect_left(c.states, start, key=lambda h: h.start)
    inside = [h for h in c.states[k : k + 8] if h.end <= begin and h.measure not in ("damaged", "burned")]
    if inside and (intros or begin - start < MAX_REACH):
        hit = next((h for h in inside if h.measure == "killed"), inside[0])
        return hit.measure, hit.words
    at = start
    while at < begin:
        noun = lex.noun.match(text, at, begin)
        row = lex.nouns[noun[1].lower()] if noun else None
        people = c.counted.kind not in ("none", "unit")
        if noun and row and row["measure"] not in ("", "other") and (row["kind"] in _PERSONAL or not people):
            return row["measure"], noun[1].lower()
        space = text.find(" ", noun.end() if noun else at, begin)
        at = space + 1 if space >= 0 else begin
    return None


def _joined(c: Clause) -> Judgement | None:
    """6. Joined to a number whose measure a verb or subject gave: `menewaskan 3 pria dan 2 wanita`.

    `demikian pula` joins to any count: `tujuh rumah sakit rusak, demikian pula enam klinik`.
    """
    if c.last is None or c.last[0].start < c.start:
        return None
    last = c.last[1]
    between = c.text[last.end : c.n.begin]
    likewise = c.lex.likewise.search(between)
    if not (last.governed or likewise):
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
    if c.counted.kind in _BUILT and last.measure in ("houses", "buildings_damaged", "buildings_burned"):
        return c.judge("burned" if last.measure == "buildings_burned" else "damaged", rule, governed=True)
    if c.counted.kind in _PERSONAL and last.measure in PEOPLE:
        return c.judge(last.measure, rule, governed=True)
    return None


def _former(c: Clause) -> Judgement | None:
    """7. The count that another replaces (`… 12 orang dari sebelumnya 9`), or one that is said to be among it."""
    if c.last is None or c.counted.kind not in _PERSONAL or c.last[1].measure not in PEOPLE:
        return None
    if c.lex.former.search(c.text[max(0, c.n.begin - 40) : c.n.begin]):
        return c.judge(c.last[1].measure, "former")
    if c.last[1].measure == "participants" and c.lex.rest.match(c.text, c.counted.end):
        return c.judge("participants", "others")
    return c.judge(c.last[1].measure, "included") if c.part == "part" else None


def _risen(c: Clause) -> Judgement | None:
    """8. What a count has come to, right after what was added to it: `korban tewas bertambah tiga orang menjadi 17 orang`."""
    if (
        c.last is None
        or c.last[1].measure not in PEOPLE
        or c.counted.kind not in _PERSONAL
        or c.last[0].start < c.start
    ):
        return None
    if c.counted.measure and c.counted.measure != c.last[1].measure:
        return None
    if c.lex.risen.fullmatch(c.text, max(c.last[0].stop, c.last[1].end), c.n.begin):
        return replace(c.judge(c.last[1].measure, "risen", governed=True), part="total")
    return None


def _of_built(c: Clause) -> Judgement | None:
    """9. Some of the homes or buildings counted right before: `230 rumah: 50 rusak berat, 80 rusak sedang`."""
    whole = c.last[1].counted if c.last and c.last[0].start >= c.start else None
    if c.last is None or whole is None or whole.kind not in _BUILT or c.counted.kind != "none":
        return None
    k = bisect_left(c.states, c.n.stop, key=lambda h: h.start)
    if (
        k == len(c.states)
        or not c.text[c.n.stop : c.states[k].start].isspace()
        or not _fits(c.states[k].measure, whole.kind)
    ):
        return None
    hit = c.states[k]
    counted = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    measure = _measure_of(hit.measure, whole.kind)
    return Judgement(measure, f"measure:state:{hit.words}", c.n.begin, hit.end, counted, "part")


def _bare_noun(c: Clause) -> Judgement | None:
    """10. What a bare number of that noun measures; personnel are police or troops as the sentence names them."""
    counted = c.counted
    if counted.kind == "none" or (counted.kind == "unknown" and c.n.form == "vague"):
        return None
    measure = counted.measure or "other"
    if counted.kind == "force":
        named = [m for m, words in c.lex.forces.items() if words.search(c.text, c.start, c.end)]
        measure = named[0] if len(named) == 1 else "other"
    if measure == "affected" and _died(c):
        measure = "killed"
    if measure == "other" and c.n.form == "words" and c.n.low == 1:  # `satu` is as good as an article
        return None
    return c.judge(measure, f"noun:{counted.head}")


RULES: tuple[Callable[[Clause], Judgement | None], ...] = (
    _nothing_counted,
    _part_of_whole,
    _act_before,
    _state_after,
    _subject_before,
    _joined,
    _former,
    _risen,
    _of_built,
    _bare_noun,
)


def _waits(text: str, j: Judgement, following: Numeral | None, sentence: tuple[int, int], lex: Lexicon) -> bool:
    """Whether a number stands bare beside the next, which may say what happened to both: `18 polisi dan 3 tentara tewas`."""
    if following is None or following.start > sentence[1] or j.counted is None or j.counted.kind not in _PERSONAL:
        return False
    if not j.rule.startswith("measure:noun") or j.measure in _TELLING_NOUNS or lex.out_of.search(text[: j.start][-24:]):
        return False
    return bool(lex.beside.fullmatch(text, j.end, following.begin))
