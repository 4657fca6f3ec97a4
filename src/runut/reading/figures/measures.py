"""What a number measures: by the unit beside it, by what is counted, and by what its clause says of those counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from runut.lang import Language, Row
from runut.reading.figures.numerals import Numeral, alternation

# A predicate belongs to a number when it stands within this many characters after it (longest seen in real clauses: 84).
MAX_REACH = 100
MAX_SUBJECT = 160
MAX_MODIFIERS = 4

PEOPLE = frozenset(
    "killed injured missing arrested displaced evacuated rescued affected hostages participants other".split()
)
_PERSONAL = frozenset({"person", "suspect", "force", "people", "unknown", "none"})
# Measures that what stands nearer to the number may overrule: `mengevakuasi 5 jenazah` counts the dead.
_WEAK = frozenset({"evacuated", "other", "affected", "participants", "missing", "rescued"})
_STRONG_NOUNS = frozenset({"killed", "injured", "missing", "rescued", "arrested"})
_NOT_OF_SUSPECTS = frozenset({"missing", "affected", "participants"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase after a number: its head's kind and own measure; `kind` none where there is no noun."""

    start: int
    end: int
    kind: str
    measure: str
    head: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a number measures and by which rule; `end` is where the figure's words end, `factor` what its unit scales by.

    `governed` numbers pass their measure on to numbers joined to them; `reach` is where bounds end that a unit parts from
    the number.
    """

    measure: str
    rule: str
    counted: Counted | None
    start: int
    end: int
    part: str = "total"
    factor: float = 1
    governed: bool = False
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    words: str
    measure: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    units_before: re.Pattern[str]
    units_after: re.Pattern[str]
    units: Mapping[tuple[str, str], Row]
    money_scale: re.Pattern[str]
    money_factors: Mapping[str, int]
    nouns: re.Pattern[str]
    noun_rows: Mapping[str, Row]
    states: re.Pattern[str]
    state_rows: Mapping[str, str]
    acts: re.Pattern[str]
    act_rows: Mapping[str, str]


def _either_case(words: list[str]) -> str:
    """An alternation that ignores case for whole words and minds it for short symbols (`m` is no `M`)."""
    long = alternation(w for w in words if len(w) > 3)
    short = alternation(w for w in words if len(w) <= 3)
    return f"(?i:{long})|{short}"


def lexicon(language: Language) -> Lexicon:
    """The compiled tables of units, counted nouns, states and acts."""
    units, nouns, measures = language.table("units"), language.table("count_nouns"), language.table("measures")
    scales = {r["word"]: int(r["factor"]) for r in language.table("multipliers") if r["how"] == "money"}
    states = {r["words"]: r["measure"] for r in measures if r["frame"] == "state"}
    acts = {r["words"]: r["measure"] for r in measures if r["frame"] == "act"}
    before = [r["unit"] for r in units if r["side"] == "before"]
    after = [r["unit"] for r in units if r["side"] == "after"]
    return Lexicon(
        units_before=re.compile(rf"(?:^|(?<=[\s(“\",.:;/-]))({_either_case(before)})\s?$"),
        units_after=re.compile(rf"(?:[ ]|-|)({_either_case(after)})(?![\w/²])"),
        units={(r["side"], r["unit"].lower() if len(r["unit"]) > 3 else r["unit"]): r for r in units},
        money_scale=re.compile(rf"[ ]?({alternation(scales)})\b"),
        money_factors=scales,
        nouns=re.compile(rf"({alternation(r['noun'].lower() for r in nouns)})(?:nya)?(?![\w-])", re.IGNORECASE),
        noun_rows={r["noun"].lower(): r for r in nouns},
        states=re.compile(rf"\b({alternation(states)})(?:nya)?(?![\w])", re.IGNORECASE),
        state_rows=states,
        acts=re.compile(
            rf"\b({alternation(acts)})(?: (?:total|kembali|lagi|pula|juga|lebih|setidaknya|terhadap|sebanyak|sejumlah|oleh))*\s*[“\"(]?\s*$",
            re.IGNORECASE,
        ),
        act_rows=acts,
    )


def find_states(text: str, lex: Lexicon) -> list[Hit]:
    """All states of a text in order, denied ones left out."""
    out = []
    for match in lex.states.finditer(text):
        words = match[1].lower()
        if not words.startswith(("tidak", "tak ", "belum")) and _DENIED.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        out.append(Hit(match.start(), match.end(), words, lex.state_rows[words]))
    return out


_DENIED = re.compile(r"\b(?:tidak|tak|tanpa|bukan|belum|selain)\s(?:\w+\s)?$", re.IGNORECASE)
_BREAK = re.compile(
    r";|[.!?][”\"]?\s|[”\"],?\s|\b(?:sementara|sedangkan|tetapi|namun|tapi|setelah|usai|sebelum|ketika|karena|lantaran|sehingga"
    r"|agar|supaya|padahal|meski|meskipun|walau|walaupun|bahwa|seusai|dimana|di mana)\b",
    re.IGNORECASE,
)
# Verbs that pass the state on to the one counted, and words that only look like verbs.
_PASSING = (
    "mengalami menjadi menderita meninggal mengaku mendapat merupakan menyusul mereka menurut media medis menit meter menteri "
    "mesin mental merah meja memang menerus menjalani meregang mengembuskan membutuhkan"
).split()
_ACTIVE = re.compile(rf"\bme(?!(?:{'|'.join(w[2:] for w in _PASSING)})\b)[a-z]{{4,}}\b|\b(?:bagi|kepada|terhadap|keluarga|kerabat|ahli waris)\b")
_FOR = re.compile(r"\buntuk\s+\S+")
_OPENING = re.compile(r"[\s“\"]*")
_CLASSIFIER = re.compile(r"(?:orang|nama|sosok|unit|buah|ekor|biji|pasang|set|keping|butir|batang|lembar)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = frozenset(
    "di ke dari pada untuk yang dan atau serta dengan oleh dalam telah sudah akan sedang masih tengah dilaporkan diduga ini itu tersebut "
    "juga lagi saja pun adalah ialah yakni yaitu antara antaranya sebagai secara karena agar hingga sampai bagi kepada per terhadap "
    "tidak belum bukan tak saat ketika setelah sebelum sejak tewas termasuk tadi lalu kemudian akibat bisa dapat harus sempat berhasil "
    "lain lainnya langsung hanya atas lewat melalui selama sekitar setiap masing-masing dinyatakan seperti jika bila maka namun tapi tetapi".split()
)
_VERB = re.compile(r"(?:di[a-z]{4,}|me(?:m|n|ng|ny|l|r)[a-z]{3,}|ber[a-z]{4,}|ter[a-z]{4,})$")


def read_counted(text: str, at: int, limit: int, lex: Lexicon, stop_at: int) -> Counted:
    """The noun phrase that begins at `at`, no further than `limit` or the state at `stop_at`."""
    start = _OPENING.match(text, at, limit).end()  # type: ignore[union-attr]
    kind, measure, head, end = "none", "", "", at
    classifier = _CLASSIFIER.match(text, start, limit)
    noun = lex.nouns.match(text, start, limit)
    if noun and noun.end() > limit:
        noun = None
    if classifier and (inner := lex.nouns.match(text, classifier.end(), limit)):
        row = lex.noun_rows[inner[1].lower()]
        if row["kind"] != "never":
            noun = inner
    if noun:
        row = lex.noun_rows[noun[1].lower()]
        kind, measure, head, end = row["kind"], row["measure"], noun[1].lower(), noun.end()
        if kind == "classifier":
            kind = "people" if head in ("orang", "nama", "sosok") else "animal" if head == "ekor" else "unit"
    elif word := _WORD.match(text, start, limit):
        lowered = word[0].lower()
        if lowered not in _STOP and not _VERB.match(lowered) and len(lowered) > 2 and word.start() < stop_at and word[0][0].islower():
            kind, head, end = "unknown", lowered, word.end()
    if kind in ("none", "never"):
        return Counted(start, max(at, end if kind == "never" else at), kind, "", head)
    for _ in range(MAX_MODIFIERS):
        gap = re.compile(r"[ ]").match(text, end, limit)
        word = _WORD.match(text, gap.end(), limit) if gap else None
        if word is None or word.start() >= stop_at or word[0].lower() in _STOP or _VERB.match(word[0].lower()):
            break
        end = word.end()
    return Counted(start, end, kind, measure, head)


def right_end(text: str, at: int, limit: int) -> int:
    """Where the clause that runs on from `at` ends."""
    for match in _BREAK.finditer(text, at, min(limit, at + 3 * MAX_REACH)):
        if match[0][0] not in "”\"" or "“" not in text[at : match.start()]:  # a word in quotation marks ends no clause
            return match.start()
    return limit


def left_start(text: str, at: int, limit: int) -> int:
    """Where the clause that leads to `at` begins, no further left than `limit`."""
    start = max(limit, at - MAX_SUBJECT)
    for match in _BREAK.finditer(text, start, at):
        start = match.end()
    return start


def unit(text: str, n: Numeral, lex: Lexicon) -> tuple[Row, int, int, int] | None:
    """The unit beside a number: its row, where it begins and ends, and a further factor (`Rp 5 M`)."""
    before = lex.units_before.search(text[max(0, n.start - 12) : n.start])
    if before:
        row = _unit_row(lex, "before", before[1])
        scale = lex.money_scale.match(text, n.end) if row["measure"] == "money" else None
        if row["unit"] != "M" or n.high is None or n.high < 11:
            begin = max(0, n.start - 12) + before.start(1)
            after = lex.units_after.match(text, n.end)
            if row["unit"] == "berkekuatan" and (after is None or _unit_row(lex, "after", after[1])["measure"] != "magnitude"):
                if n.high is None or n.high > 10 or lex.nouns.match(text, n.end + 1):
                    return None
            return row, begin, scale.end() if scale else n.end, lex.money_factors[scale[1]] if scale else 1
    after = lex.units_after.match(text, n.end) or (lex.units_after.match(text, n.stop) if n.stop != n.end else None)
    if after:
        return _unit_row(lex, "after", after[1]), n.start, after.end(), 1
    return None


def _unit_row(lex: Lexicon, side: str, written: str) -> Row:
    return lex.units[side, written.lower() if len(written) > 3 else written]


_DEPTH = re.compile(r"\b(?:kedalaman|sedalam|berkedalaman|terdalam)\b[^.,\d]*$", re.IGNORECASE)
_HEIGHT = re.compile(r"\b(?:ketinggian|setinggi|tinggi|tingginya|elevasi)\b[^.,\d]*$", re.IGNORECASE)
_AWAY = re.compile(r" (?:sebelah |arah )?(?:dari|barat|timur|utara|selatan|tenggara|barat laut|timur laut|lepas pantai)\b")


def measure_length(text: str, n: Numeral, row: Row, floor: int) -> tuple[str, float]:
    """Depth and distance in kilometres, height in metres, by the words before the number in its clause."""
    before = text[max(floor, n.start - 50) : n.start]
    factor = float(row["factor"])
    if not _AWAY.match(text, n.end + 1 + len(row["unit"])):
        if _HEIGHT.search(before):
            return "height_m", factor * 1000
        if _DEPTH.search(before) or re.search(r"\bkedalaman\b[^.,]*\($", before):
            return "depth_km", factor
    return "distance_km", factor


_ASIDE = re.compile(r"(?:, (?=yang|yakni|yaitu|termasuk|semuanya|masing-masing)| [-–—]+ | \()[^.;]{1,100}?(?:,| [-–—]+|\)) (?:yang |telah |juga |sudah |langsung ){0,2}$")


def state_after_aside(text: str, counted: Counted, n: Numeral, end: int, states: list[Hit]) -> Hit | None:
    """What is said of those counted right after an aside: `lima staf, yang semuanya warga setempat, tewas`."""
    if counted.kind not in _PERSONAL or counted.kind == "none":
        return None
    k = bisect_left(states, counted.end, key=lambda h: h.start)
    for hit in states[k : k + 3]:
        if hit.end <= end and hit.start - counted.end < 120 and _ASIDE.fullmatch(text, counted.end, hit.start):
            return hit if _fits(hit.measure, counted.kind) else None
    return None


def first_state(text: str, at: int, end: int, states: list[Hit], kind: str) -> Hit | None:
    """The state said of what is counted between `at` and `end`: death before all else, then the first that is not weak."""
    k = bisect_left(states, at, key=lambda h: h.start)
    fitting = []
    while k < len(states) and states[k].end <= end and states[k].start - at <= MAX_REACH:
        hit = states[k]
        between = text[at : hit.start]
        if _fits(hit.measure, kind) and not _ACTIVE.search(between) and not _FOR.search(between):
            fitting.append(hit)
        k += 1
    return next(
        (h for h in fitting if h.measure == "killed"),
        next((h for h in fitting if h.measure not in _WEAK), fitting[0] if fitting else None),
    )


def _fits(measure: str, kind: str) -> bool:
    """Whether a state or act can be said of that kind of thing."""
    if kind in ("building", "house"):
        return measure in ("damaged", "burned", "affected")
    if measure in ("damaged", "burned"):
        return False
    if measure in _NOT_OF_SUSPECTS and kind in ("suspect", "force"):
        return False
    if measure == "participants" and kind == "unknown":
        return False
    return kind in _PERSONAL


def as_measure(measure: str, kind: str) -> str:
    """The measure's name for that kind of thing: damage to homes counts houses."""
    if kind == "house":
        return "houses"
    if kind == "building":
        return "buildings_burned" if measure == "burned" else "buildings_damaged"
    return measure


_INTRO = re.compile(r"\b(?:korban|jumlah|jumlahnya|angka|total|data|daftar)\b", re.IGNORECASE)
_LINK_WORDS = (
    r"\b(?:terdiri dari|terdiri atas|menjadi|mencapai|sebanyak|berjumlah|adalah|yakni|yaitu|ada|terdapat|tercatat|terdata|capai|sebesar|ialah|bertambah|naik"
    r"|jadi|tembus|menembus|meningkat|melonjak|total|hingga|melampaui|melebihi)\b"
)
_LINK = re.compile(rf"{_LINK_WORDS}[\s:]*$|:\s*$", re.IGNORECASE)
_LINKED = re.compile(_LINK_WORDS, re.IGNORECASE)


def subject_state(text: str, n: Numeral, floor: int, states: list[Hit], lex: Lexicon) -> tuple[str, str] | None:
    """What the subject before a number says: `korban meninggal … mencapai N`, `meninggal dunia N jiwa`; measure and words."""
    k = bisect_left(states, n.begin, key=lambda h: h.start) - 1
    if k >= 0 and states[k].start >= floor and re.fullmatch(r"(?: dunia)?[\s:(]*", text[states[k].end : n.begin]):
        if states[k].measure not in ("damaged", "burned", "other"):
            return states[k].measure, states[k].words
    lead = text[floor : n.begin]
    if not (_LINK.search(lead) or _LINKED.search(text[n.begin : n.start])):
        return None
    intros = list(_INTRO.finditer(text, floor, n.begin))
    begin = intros[-1].start() if intros else max(floor, text.rfind(",", floor, n.begin) + 1)
    if intros and intros[-1][0].lower() == "korban" and len(intros) > 1 and intros[-1].start() - intros[-2].end() < 8:
        begin = intros[-2].start()
    inside = [h for h in states if begin <= h.start and h.end <= n.begin and h.measure not in ("damaged", "burned")]
    if inside and (intros or len(text[begin : n.begin]) < MAX_REACH):
        hit = next((h for h in inside if h.measure == "killed"), inside[0])
        return hit.measure, hit.words
    for noun in re.finditer(rf"\b{lex.nouns.pattern}", text[begin : n.begin], re.IGNORECASE):
        row = lex.noun_rows[noun[1].lower()]
        if row["measure"] and row["measure"] != "other":
            return row["measure"], noun[1].lower()
    return None


def act_before(text: str, begin: int, floor: int, lex: Lexicon) -> Hit | None:
    """The verb or noun whose object the number is, right before it."""
    match = lex.acts.search(text, max(floor, begin - 60), begin)
    return Hit(match.start(), match.end(), match[1].lower(), lex.act_rows[match[1].lower()]) if match else None


def governs(act: Hit, counted: Counted, state: Hit | None) -> bool:
    """Whether the act before a number decides, over what is counted and what is said of it."""
    if not _fits(act.measure, counted.kind):
        return False
    if act.measure in _WEAK and (counted.measure in _STRONG_NOUNS or (state is not None and state.measure == "killed")):
        return False
    return not (act.measure in ("other", "participants") and counted.kind == "force")


def state_decides(state: Hit, counted: Counted) -> bool:
    """Whether what is said of those counted decides, over the noun that names them."""
    if state.measure == "killed":
        return counted.measure != "arrested"
    return not (counted.measure in _STRONG_NOUNS or (state.measure in ("other", "participants") and counted.measure not in ("", "affected")))


_FORCES = (("troops", re.compile(r"\b(?:TNI|tentara|prajurit|militer|Kodam|Kodim|Korem|Yonif|Kostrad|marinir)\b", re.IGNORECASE)),
           ("police", re.compile(r"\b(?:polisi|Polri|Polda|Polres\w*|Polsek|kepolisian|Brimob|Satlantas|Reskrim|Densus)\b", re.IGNORECASE)))


def force_of(sentence: str) -> str:
    """Whether personnel are police or troops by what the sentence names; other where it names both or neither."""
    named = [measure for measure, words in _FORCES if words.search(sentence)]
    return named[0] if len(named) == 1 else "other"
