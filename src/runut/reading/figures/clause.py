"""A number in its clause: what it counts, and what is said of it before and after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lexicon import CLASSIFIERS, UNITS_OF, Lexicon
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
# A noun that names units, and what befell them, stand within so many characters before their number.
MAX_UNITS = 60
# A number further back than this is no longer the one that `di antaranya` speaks of.
MAX_BACK = 300
# So many ages may stand between a count and the one that it goes on from: `12 kru, di antaranya Rato (51) dan Keli (40), serta 3 …`.
AGES_BETWEEN = 4
# What the next sentence begins with within this many characters may be said of the last number of this one (`50\nRusak berat`).
MAX_NEXT = 8
# The main verb of a sentence that opens with a count stands within this many characters, and is one of so many states at most.
MAX_OPENED, MAX_STATES = 260, 6
# The next sentences that may tell that those counted as `korban` died.
SENTENCES_AFTER = 2

PERSONAL = frozenset({"person", "suspect", "force", "people", "unknown", "none"})
BUILT = frozenset({"building", "house"})
# What befalls buildings and homes only.
HARM = frozenset({"damaged", "burned"})
# Acts that the noun or the death of those counted overrules: `mengevakuasi 5 jenazah` counts the dead.
WEAK = frozenset({"evacuated", "other", "affected", "participants", "missing", "rescued"})
# Nouns that say by themselves what happened to those counted.
TELLING_NOUNS = frozenset({"killed", "injured", "missing", "rescued", "arrested"})
_VICTIMS = frozenset({"killed", "injured", "affected", "evacuated"})
# What is said of the others is not what the noun before them tells.
_OF_OTHERS = frozenset({"missing", "rescued", "injured", "affected"})
# What may become of those who are told as affected or missing first.
_OUTCOMES = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "rescued"})
_NOT_OF_SUSPECTS = frozenset({"missing", "affected", "participants"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A state or act where it stands."""

    start: int
    end: int
    words: str
    measure: str


@dataclass(slots=True)
class Sentence:
    """A sentence with numbers: its states (and those that begin the next), and where its clauses part."""

    start: int
    end: int
    states: Sequence[Hit]
    breaks: Sequence[tuple[int, int]]


@dataclass(slots=True)
class Clause:
    """A number in its clause: what it counts, what is said of it before and after, and the number judged before it."""

    text: str
    n: Numeral
    sentence: Sentence
    limit: int
    """Where the clause that runs on from the number ends, at the next number at the latest."""
    comma: int
    """The first comma of that clause, else its limit."""
    floor: int
    """Where the clause that leads to the number begins."""
    counted: Counted
    following: Numeral | None
    last: tuple[Numeral, Judgement] | None
    state: Hit | None
    part: str
    shared_out: bool
    """Whether it is one of several counts that a whole is made of."""
    lex: Lexicon
    later: tuple[int, int]
    """The next sentences."""
    earlier: int
    """Where the sentence before begins."""

    def judge(self, measure: str, rule: str, end: int | None = None, *, governed: bool = False) -> Judgement:
        """A judgement on this clause's number, of the measure's name for that kind of thing."""
        measure = measure_of(measure, self.counted.kind)
        stop = max(end or 0, self.counted.end, self.n.stop)
        # `12 orang: 7 pelajar dan 5 guru` tells of all the pupils
        part = "total" if self.shared_out and measure == "other" else self.part
        return Judgement(measure, f"measure:{rule}", self.n.begin, stop, self.counted, part, governed=governed)


# Who or what it is follows: `Polisi menyebut dua, yakni Rato dan Budi, sebagai tersangka`.
NAMED_NEXT = re.compile(r",? (?:yakni|yaitu)\b|, [A-Z]\w+(?: [A-Z]\w+)*(?:,| dan )|:")
# What may stand before the count that a sentence opens with: a dateline, a quotation mark.
_OPENS = re.compile(r"(?:[A-Z][\w., ]{0,40} ?[-–—] ?)?[\s“\"]*")
# Who is told of stands so near before a word.
LONGEST_WHO = 30
_WHO = re.compile(r"\byang (?:\w+ )?$")
_WHO_DID = re.compile(r"\byang (?:\w+ ){0,4}$")  # `yang lapar dan mengantre`
OPENING = re.compile(r"[\s“\"]*")
# What may stand before the first of several counts: the name of what it counts (`terdiri dari Randu 2 unit`).
_NAMED = re.compile(r"[,:]?\s(?:[a-z][a-z-]{2,12} |(?:[A-Z][\w-]{0,20} ){0,3})")
# A word of a noun phrase; the letter of a model's name (`jet J-15`) is none.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-.]?\d)(?!(?<=[A-Z])-)")
# What befalls those counted though they themselves did something before; and a name, of whom it may be said.
_PASSIVE, _NAMED_IN = frozenset({"arrested", "killed"}), re.compile(r"[A-Z\d]")
# Who may be arrested or dead instead of them, and what befalls none who died.
_OTHERS = {"arrested": PERSONAL | {"people-classifier"}, "killed": PERSONAL | {"people-classifier", "animal"}}
_OF_LIVING = frozenset({"arrested", "rescued", "participants", "other"})
# What may stand between a label and its number.
_LABELS = re.compile(r"[\s:(]*")
# What makes a noun of a state: `meninggalnya Rato`.
_NOUN_END = "nya"
_VERB = re.compile(r"\b(?:di[a-z]{4,30}|me(?:m|n|ng|ny|l|r)[a-z]{3,30}|ber[a-z]{4,30}|ter[a-z]{4,30})$")


def look_through(view: View, start: int, end: int, lex: Lexicon) -> Sentence:
    """What the rules look at in a sentence."""
    return Sentence(start, end, _find_states(view, start, end + MAX_NEXT, lex), _find_breaks(view, start, end, lex))


def _find_breaks(view: View, start: int, end: int, lex: Lexicon) -> list[tuple[int, int]]:
    """What parts the clauses of a stretch: all that `lex.breaks` finds there, its marks and its words by themselves, in half the time."""
    text = view.text
    breaks = [match.span() for match in lex.break_marks.finditer(text, start, end)]
    done = 0
    for at, word in view.words.find(lex.break_openers, start, end):
        match = lex.break_words.match(text, at, end) if at >= done and not word.isdecimal() else None
        if match is not None:
            breaks.append(match.span())
            done = match.end()
    breaks.sort()
    return breaks


def _find_states(view: View, start: int, end: int, lex: Lexicon) -> list[Hit]:
    """The states in a stretch in order, denied ones left out."""
    text, out = view.text, []
    done = 0
    for at, word in view.words.find(lex.state_openers, start, end):
        match = lex.state.match(text, at) if at >= done and not word.isdecimal() else None
        if match is None:
            continue
        done = match.end()
        said = match[1].lower()
        if lex.states[said] == "injured" and (graded := lex.grade.match(text, done)):  # `mengalami luka` / `berat`
            done = graded.end()
        if said in lex.last_words and not lex.ended.match(text, done):  # `ditemukan hidup di bawah garis kemiskinan`
            continue
        if lex.states[said] == "injured" and lex.for_check.match(text, done):  # `dibawa ke RSUD Randu untuk diperiksa`
            continue
        if lex.denying.match(said) or not lex.denied.search(text[max(0, at - 30) : at]):
            out.append(Hit(at, done, said, lex.states[said]))
    return out


def clause_of(
    view: View,
    n: Numeral,
    following: Numeral | None,
    sentence: Sentence,
    judged: Sequence[tuple[Numeral, Judgement]],
    lex: Lexicon,
) -> Clause:
    text, start, end, states = view.text, sentence.start, sentence.end, sentence.states
    limit = right_end(text, n.stop, sentence)
    if following is not None and following.begin < limit:
        limit = max(n.stop, following.begin)
    comma = text.find(",", n.stop, limit)
    comma = comma if comma >= 0 else limit
    last = next((pair for pair in reversed(judged[-AGES_BETWEEN:]) if pair[1].measure != "age"), None)
    last = last if last is not None and last[0].start >= start - MAX_BACK else None
    counted = read_counted(text, n.stop, comma, next_state(states, n.stop, end), lex)
    among = lex.among.match(text, n.stop, comma) or lex.among_those.match(text, counted.end, comma)
    rest = lex.rest.match(text, n.stop, comma)
    if last is not None and (among or rest) and counted.kind == "none" and _befalls_people(text, n, last, states, lex):
        last = next((pair for pair in reversed(judged[-AGES_BETWEEN:]) if _are_people(pair[1])), last)
    own = counted.kind == "unit" and lex.label_units.search(text, max(start, n.begin - MAX_UNITS), n.begin)
    before_it = _last_in_units(judged, start) or last if counted.kind == "unit" else last
    counted = counted if own else _inherited(counted, among or rest, before_it)  # `tiga mobil, lalu motor 12 unit`
    before = max(
        (
            j.end
            for m, j in judged[-6:]
            if j.counted is not None
            and m.stop <= n.begin
            and not (n.begin - j.end <= 1 and tells_where(text, m, j, lex))
        ),
        default=0,
    )
    floor = max(start, _left_start(n.begin, sentence), min(before, n.begin))
    reach = _before_label(text, n.stop, comma, following, states, lex)
    state = first_state(text, n.stop, reach, states, counted.kind, lex) or _state_after_aside(
        text, counted, _OPENS.fullmatch(text, start, n.begin) is not None, end, states, lex
    )
    if state is not None and state.measure in WEAK:
        state = (
            _outcome(text, state, end if following is None else min(end, following.begin), counted, states, lex)
            or _state_after_turn(text, state, end if following is None else following.begin, counted.kind, states, lex)
            or state
        )
    if rest and state is not None and state.measure in _OF_OTHERS:  # `14 korban tewas, 11 lainnya belum ditemukan`
        counted = replace(counted, measure="")
    included = not rest and lex.included.search(text[max(0, n.begin - 40) : n.begin])
    part = "part" if among or included else "total"
    if part == "total" and last is not None and last[0].start >= start and _of_some(text, n, last, lex):
        part = "part"
    if part == "total" and not rest and _goes_on(text, n, last, counted, state, sentence, lex):
        part = "part"
    since = (
        max(start, last[0].stop) if last is not None else start
    )  # `tewas sembilan orang dan enam orang hilang`: nobody alone
    if part == "total" and state is not None and _is_with_one(text, n, since, counted, state, lex):
        part = "part"
    shared_out = part == "total" and _shares_out(text, n, following, last, sentence, lex)
    part = "part" if shared_out else part
    if part == "total" and _adds(text, n, max(counted.end, n.stop), state, lex):
        part = "increment"
    k = bisect_left(view.sentence_ends, end)
    ends = view.sentence_ends[k : k + 1 + SENTENCES_AFTER]
    later = (end, ends[-1] if ends else end)
    earlier = view.sentence_starts[max(0, k - 1)] if ends else 0
    return Clause(
        text, n, sentence, limit, comma, floor, counted, following, last, state, part, shared_out, lex, later, earlier
    )


def tells_where(text: str, n: Numeral, j: Judgement, lex: Lexicon) -> bool:
    """Whether places are counted that say where those of a label are: `jumlah pengungsi di 19 titik 2.004 jiwa`."""
    if j.counted is None or j.counted.kind != "place" or j.measure != "other":
        return False
    begin = max(0, n.begin - 12)
    return lex.placed_before.search(text, begin, n.begin) is not None and not lex.out_of.search(text, begin, n.begin)


def _before_label(text: str, at: int, end: int, following: Numeral | None, states: Sequence[Hit], lex: Lexicon) -> int:
    """Where what is said of those counted ends at `end`, without a state that labels the next number.

    In `meninggal 10 orang dan luka-luka 25 orang` the ten are not wounded.
    """
    if following is None or following.begin != end:
        return end
    k = bisect_left(states, end, key=lambda h: h.start) - 1
    if k < 0 or states[k].start < at or not _LABELS.fullmatch(text, states[k].end, end):
        return end
    joined = lex.joins.search(text, at, states[k].start)
    return joined.start() if joined is not None else end


def _last_in_units(judged: Sequence[tuple[Numeral, Judgement]], start: int) -> tuple[Numeral, Judgement] | None:
    """The last count in the sentence of what comes in units, past shares: `1.199 unit motor, naik 31 persen dari 913 unit`."""
    near = (pair for pair in reversed(judged[-AGES_BETWEEN:]) if pair[0].start >= start)
    return next((p for p in near if p[1].counted is not None and p[1].counted.kind in UNITS_OF), None)


def _are_people(j: Judgement) -> bool:
    return j.counted is not None and j.counted.kind in PERSONAL - {"none", "unknown"}


def _befalls_people(
    text: str, n: Numeral, last: tuple[Numeral, Judgement], states: Sequence[Hit], lex: Lexicon
) -> bool:
    """Whether what is said can be said of no place counted last: `dibawa ke empat rumah sakit, 20 lainnya dirawat di tempat`."""
    counted = last[1].counted
    if counted is None or counted.kind not in BUILT | {"place"}:
        return False
    k = bisect_left(states, n.stop, key=lambda h: h.start)
    return k < len(states) and states[k].start - n.stop < MAX_JOINED and not fits(states[k].measure, "building")


def _of_some(text: str, n: Numeral, last: tuple[Numeral, Judgement], lex: Lexicon) -> bool:
    """Whether a count is out of some of the victims only: `dari enam korban yang dirawat di rumah sakit itu, tiga tewas`."""
    whole, told = last
    return (
        told.measure in _VICTIMS
        and (n.high or 0) < (whole.low or 0)
        and lex.out_of.search(text[max(0, whole.begin - 24) : whole.begin]) is not None
        and lex.of_some.fullmatch(text, whole.stop, n.begin) is not None
    )


# The longest words for what a whole is made of, in characters.
_MADE_OF = 40


def _goes_on(
    text: str,
    n: Numeral,
    last: tuple[Numeral, Judgement] | None,
    counted: Counted,
    state: Hit | None,
    sentence: Sentence,
    lex: Lexicon,
) -> bool:
    """Whether a count goes on with those that a whole includes: `termasuk 38 anak dan 132 perempuan`, of whom nothing else is said."""
    if last is None or last[0].start < sentence.start or last[1].part != "part" or last[1].counted is None:
        return False
    if state is not None and state.measure != last[1].measure:  # `tewas, termasuk 38 anak, dan 132 orang terluka`
        return False
    alike = last[1].counted.head == counted.head or {last[1].counted.kind, counted.kind} <= PERSONAL - {
        "none",
        "unknown",
    }
    opened = lex.including.search(text, max(sentence.start, last[0].begin - MAX_JOINED), last[0].begin)
    return bool(alike and opened and lex.next_of.fullmatch(text, last[1].end, n.begin))


def _outcome(text: str, weak: Hit, end: int, counted: Counted, states: Sequence[Hit], lex: Lexicon) -> Hit | None:
    """What the main verb says of those whom a description tells as affected, or what became of those who once were missing.

    `23 warga yang terdampak gempa dievakuasi`, `satu korban sempat tertimbun dan berhasil dievakuasi`.
    """
    described = weak.measure == "affected" and _WHO.search(text, counted.end, weak.start)
    once = lex.once.search(text, max(counted.end, weak.start - 12), weak.start)
    if once and not lex.goes_on.match(text, weak.end):  # `sempat hilang sebelum ditemukan` counts the missing
        return None
    if not (described or once) or counted.kind not in PERSONAL:
        return None
    k = bisect_left(states, weak.end, key=lambda h: h.start)
    for hit in states[k : k + 3]:
        if (
            hit.end > end
            or hit.start - weak.end > MAX_REACH
            or re.search(r"[.;:“”\d]|\byang\b", text[weak.end : hit.start])
            or lex.active.search(text, weak.end, hit.start)  # `warga yang terdampak melihat jenazah dievakuasi`
        ):
            return None
        if hit.measure in _OUTCOMES and fits(hit.measure, counted.kind):
            return hit
    return None


def _shares_out(
    text: str,
    n: Numeral,
    following: Numeral | None,
    last: tuple[Numeral, Judgement] | None,
    sentence: Sentence,
    lex: Lexicon,
) -> bool:
    """Whether a count is one of several that a whole is made of: `korban yang terdiri dari 23 perempuan dan 55 pria`."""
    made = lex.made_of.search(text, max(sentence.start, n.begin - MAX_JOINED - _MADE_OF), n.begin)
    if made is None or n.begin - made.end() > MAX_JOINED:
        return False
    if _NAMED.fullmatch(text, made.end(), n.begin):
        return following is not None and following.start < sentence.end and following.begin - n.stop < MAX_JOINED
    return last is not None and last[1].part == "part" and last[0].begin >= made.end()


def _adds(text: str, n: Numeral, end: int, state: Hit | None, lex: Lexicon) -> bool:
    """Whether a count is on top of another: `satu korban lagi`, `bertambah 3`, `6 jenazah lainnya` with nothing else said."""
    if lex.again_after.match(text, end) or lex.again_before.search(text[max(0, n.begin - 40) : n.begin]):
        return True
    return state is None and lex.rest.match(text, end) is not None


# Whom those counted share what is said of them with is named within so many characters before them.
_BESIDE_ONE = 120


def _is_with_one(text: str, n: Numeral, start: int, counted: Counted, state: Hit, lex: Lexicon) -> bool:
    """Whether what befalls those counted befell one more that no number counts: `sopir berinisial DI dan 2 penumpangnya tewas`."""
    if (
        counted.kind not in PERSONAL
        or state.start < n.stop
        or not lex.joins.search(text, max(start, n.begin - 20), n.begin)
    ):
        return False
    return lex.with_one.search(text, max(start, n.begin - _BESIDE_ONE), n.begin) is not None


def right_end(text: str, at: int, sentence: Sentence) -> int:
    """Where the clause that runs on from `at` ends; a word in quotation marks ends none."""
    breaks = sentence.breaks
    for start, end in breaks[bisect_left(breaks, (at,)) :]:
        if end > at + 3 * MAX_REACH:
            break
        if text[start] not in '”"' or "“" not in text[at:start]:
            return start
    return sentence.end


def _left_start(at: int, sentence: Sentence) -> int:
    """Where the clause that leads to `at` begins, at most MAX_SUBJECT before it."""
    start = max(sentence.start, at - MAX_SUBJECT)
    return max((end for begin, end in sentence.breaks if start <= begin and end <= at), default=start)


def next_state(states: Sequence[Hit], at: int, end: int) -> int:
    k = bisect_left(states, at, key=lambda h: h.start)
    return states[k].start if k < len(states) else end


def read_counted(text: str, at: int, limit: int, stop_at: int, lex: Lexicon) -> Counted:
    """The noun phrase that begins at `at`, no further than `limit` or the state at `stop_at`."""
    opening = lex.noun_in_brackets.match(text, at, limit) or OPENING.match(text, at, limit)  # `hampir 250 (lukisan)`
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
    """`empat di antaranya`, `12 lainnya`, `tiga unit` count what the number before them counts; people come in no units."""
    if (
        last is None
        or last[1].counted is None
        or not (counted.kind == "unit" or (counted.kind == "none" and reference))
    ):
        return counted
    whole = last[1].counted
    if counted.kind == "unit" and whole.kind in PERSONAL - {"unknown", "none"}:
        return counted
    measure = whole.measure or (last[1].measure if whole.kind not in PERSONAL else "")
    end = max(counted.end, reference.end() if reference else 0)
    return Counted(counted.start, end, whole.kind, measure, whole.head)


def first_state(text: str, at: int, end: int, states: Sequence[Hit], kind: str, lex: Lexicon) -> Hit | None:
    """The state said of what is counted between `at` and `end`: death before all else, then the first that is not weak.

    A death that is only presumed gives way to what is known of them: `11 orang diperkirakan meninggal dan belum ditemukan`. What is told as
    a noun is another's: `enam saksi diperiksa terkait meninggalnya Rato`.
    """
    k = bisect_left(states, at, key=lambda h: h.start)
    fitting = []
    while k < len(states) and states[k].end <= end and states[k].start - at <= MAX_REACH:
        hit = states[k]
        of_another = (hit.measure == "missing" and _names_property(text, at, hit.start, lex)) or (
            kind == "unknown" and hit.words in lex.of_things  # `15 danau kritis`
        )
        after = states[k + 1] if k + 1 < len(states) and states[k + 1].end <= end else None
        named = " " not in hit.words and text.endswith(_NOUN_END, hit.start + len(hit.words), hit.end)
        named = named and not _WHO.search(text, max(0, hit.start - LONGEST_WHO), hit.start)  # `yang diculiknya`
        if fits(hit.measure, kind) and not named and not of_another and not _acts(text, at, hit, after, lex):
            fitting.append(hit)
        k += 1
    sure = [h for h in fitting if h.measure != "killed" or not lex.presumed.search(text, at, h.start)]
    fitting = sure or fitting
    strong = [h for h in fitting if h.measure not in WEAK or _is_survival(text, at, h)]
    dead = [h for h in fitting if h.measure == "killed"]
    return next(iter(dead or strong or fitting), None)


def _is_survival(text: str, at: int, hit: Hit) -> bool:
    """Whether those counted are told by it: `tujuh orang yang selamat kini mengungsi`."""
    return hit.measure == "rescued" and _WHO.search(text, at, hit.start) is not None


def _acts(text: str, at: int, hit: Hit, after: Hit | None, lex: Lexicon) -> bool:
    """Whether those counted do something to others, of whom the state is said: `yang menyebabkan warga tewas`.

    An arrest is of those counted where no one else is named: `tujuh pemuda yang membawa senjata diamankan`; a death, where no animal
    is either, and nothing else became of them.
    """
    active = lex.active.search(text, at, hit.start)
    if active is None or hit.measure not in _PASSIVE or not _WHO_DID.search(text, at, active.start()):
        return active is not None
    if hit.measure != "arrested" and (
        text[active.end() : hit.start].isspace()  # `yang menembak mati`
        or lex.outcome.search(text, active.start(), hit.start)  # `yang mengeroyok Rato hingga tewas`
        or _NAMED_IN.search(text, active.end(), hit.start)
        or hit.words in lex.of_animals  # `yang menjual ayam mati`
        or _lives_on(text, hit, after, lex)
    ):
        return True
    found = lex.noun.finditer(text, active.end(), hit.start)
    return any(lex.nouns[m[1].lower()]["kind"] in _OTHERS[hit.measure] for m in found)


def _lives_on(text: str, dead: Hit, after: Hit | None, lex: Lexicon) -> bool:
    """Whether what is said next is said of the living, so that others died: `yang mengusut kasus tewas di sel diperiksa`."""
    return after is not None and after.measure in _OF_LIVING and lex.joins.search(text, dead.end, after.start) is None


def _names_property(text: str, at: int, end: int, lex: Lexicon) -> bool:
    """Whether a building or thing is named in a stretch, which may be what is lost: `20 keluarga dengan rumah rusak atau hilang`."""
    found = lex.noun.finditer(text, at, end)
    return any(lex.nouns[m[1].lower()]["kind"] in ("building", "house", "thing", "vehicle") for m in found)


def _state_after_aside(
    text: str, counted: Counted, opens: bool, end: int, states: Sequence[Hit], lex: Lexicon
) -> Hit | None:
    """What is said of those counted right after an aside: `lima staf, yang semuanya warga setempat, tewas`."""
    if counted.kind not in PERSONAL | BUILT or counted.kind == "none":
        return None
    others = lex.rest.match(text, counted.end)  # `dua orang lainnya, yaitu …, terluka`
    begin = others.end() if others else counted.end
    aboard = lex.aboard.match(text, begin)  # `sembilan awak di atasnya, termasuk seorang koki, hilang`
    begin = aboard.end() if aboard else begin
    if lex.relative.match(text, begin):  # `12 kru yang berada di kapal, termasuk …, ditangkap`
        begin = text.find(",", begin, min(end, begin + MAX_JOINED))
    if begin < 0:
        return None
    k = bisect_left(states, begin, key=lambda h: h.start)
    if opens and not others:
        for hit in states[k : k + MAX_STATES]:  # `Sembilan remaja yang …, Kabupaten Randu, berhasil diamankan`
            if hit.end > end or hit.start - begin > MAX_OPENED:
                break
            told = hit.measure in TELLING_NOUNS and fits(hit.measure, counted.kind)
            if told and lex.main.search(text, begin, hit.start) and not re.search(r"\d", text[begin : hit.start]):
                return hit
    for hit in states[k : k + 3]:
        if hit.end <= end and hit.start - begin <= MAX_REACH and lex.aside.fullmatch(text, begin, hit.start):
            return hit if fits(hit.measure, counted.kind) else None
    return None


def _state_after_turn(text: str, weak: Hit, end: int, kind: str, states: Sequence[Hit], lex: Lexicon) -> Hit | None:
    """What a second verb says more plainly: `11 orang diduga menjadi korban namun belum ditemukan`."""
    k = bisect_left(states, weak.end, key=lambda h: h.start)
    if k == len(states) or states[k].end > end or not lex.turn.fullmatch(text, weak.end, states[k].start):
        return None
    told = "rescued" if weak.measure == "missing" else "missing"  # `hanyut, tapi selamat`
    return states[k] if states[k].measure == told and fits(told, kind) else None


def fits(measure: str, kind: str) -> bool:
    """Whether a state or act can be said of that kind of thing."""
    if kind in BUILT:
        return measure in HARM or measure == "affected"
    if measure in HARM or (measure in _NOT_OF_SUSPECTS and kind in ("suspect", "force")):
        return False
    return kind in PERSONAL and not (measure in _NOT_OF_SUSPECTS and kind == "unknown")


def measure_of(measure: str, kind: str) -> str:
    """The measure's name for that kind of thing: what burns are buildings, homes among them; other harm to homes counts houses."""
    if kind not in BUILT or not (measure in HARM or measure == "affected"):
        return measure
    if measure == "burned":
        return "buildings_burned"
    return "houses" if kind == "house" else "buildings_damaged"
