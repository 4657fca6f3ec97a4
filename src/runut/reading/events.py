"""The main happenings of an article: clauses told by a verb or noun of a lexicon, typed after PLOVER and three types of harm.

Types and their borders follow the PLOVER manual (Open Event Data Alliance); DISASTER, ACCIDENT and CRIME stand beside them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from runut.codec import finding_id
from runut.lang import Language
from runut.model import Article, Credits, Date, Event, Name, Party, Statement
from runut.text import WORD, View

# The rule book asks for the main happenings, six to ten at most.
MOST = 8
# A clause of more words than this is cut at its last comma before it.
LONGEST_CLAUSE = 36
# A subject or object of more words is no plain party.
LONGEST_PARTY = 14
# An adverb before a subject, set off by a comma, has at most so many words.
OPENING_WORDS = 5
# How far before `yang` the noun of a relative clause may stand, and how far a noun's own verb.
HEAD_REACH = 6
HAPPENING_REACH = 14
# The verb of a second clause after `dan` stands within so many words.
CONJOINED_REACH = 5
# A modal or negation works on a verb that follows within so many words.
MARKER_REACH = 4
# What an event loses each time its word was told before, and the least that is told.
AGAIN = 0.3
LEAST_WEIGHT = 0.0

HARMS = ("ASSAULT", "DISASTER", "ACCIDENT")
# What matters less by its kind, when there are too many: words and meetings before deeds.
MINOR = frozenset({"REQUEST", "CONSULT", "SUPPORT", "AGREE", "REJECT", "CONCEDE", "CRIME"})
_STOPS = frozenset(";:")
_CONJUNCTIONS = frozenset({"dan", "serta", "lalu", "kemudian", "namun", "tetapi"})
_OPENINGS = frozenset(
    {"dan", "serta", "lalu", "kemudian", "yang", "adapun", "namun", "tetapi"}
    | {"sebelumnya", "diketahui", "sementara", "itu", "selain"}
)
_AUXILIARIES = frozenset(
    {"akhirnya", "tidak", "tak", "belum", "pernah", "mulai", "mencoba", "berupaya", "ingin", "dapat", "bisa", "harus"}
    | {"selalu", "kerap", "sering", "baru", "makin", "semakin", "lalu", "justru", "malah", "hanya"}
    | {
        "telah",
        "sudah",
        "akan",
        "sedang",
        "tengah",
        "juga",
        "masih",
        "kembali",
        "berhasil",
        "langsung",
        "sempat",
        "pun",
    }
    | {"hendak", "bakal", "segera", "resmi", "diduga", "turut", "terus", "tampaknya", "dilaporkan", "ikut"}
)
_ADVERBS = frozenset(
    {"saat", "pada", "di", "akibat", "akibatnya", "kini", "hari", "pagi", "siang", "sore", "malam", "ketika", "selain"}
    | {"sebelumnya", "kemudian", "sementara", "namun", "sekitar", "pukul", "tak", "setelah", "usai", "dari", "dalam"}
    | {"hingga", "sampai"}
)
_PREPOSITIONS = frozenset(
    {
        "di",
        "ke",
        "dari",
        "pada",
        "dalam",
        "untuk",
        "dengan",
        "yang",
        "karena",
        "atas",
        "terkait",
        "oleh",
        "saat",
        "setelah",
    }
    | {"hingga", "sebagai", "agar", "bahwa", "sejak", "soal", "melalui"}
)
_PLACED = re.compile(r"\b(?:di|ke|dari|kawasan|wilayah|kota|dekat) $", re.I)
# `saat ini`, `hingga kini`: no clause begins there.
_NO_CLAUSE_AFTER = frozenset(
    {"ini", "itu", "kini", "sekarang", "pukul", "nanti", "saat", "akhir", "tengah", "hari", "tersebut", "dengan"}
)
# Nouns of help and inquiry are described by what they are for: a `yang` after them belongs to another noun.
_DESCRIBABLE = frozenset({"ASSAULT", "DISASTER", "ACCIDENT", "CRIME", "PROTEST", "COERCE", "THREATEN"})
# A quotation of fewer words is a name or a scare quote, and no clause of its own.
SHORTEST_QUOTATION = 5


@dataclass(frozen=True, slots=True)
class _Row:
    word: str
    words: tuple[str, ...]
    type: str
    frame: str
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    rows: Mapping[str, tuple[_Row, ...]]
    markers: Mapping[str, frozenset[str]]


class _Token(NamedTuple):
    """A word of the view, lower-cased."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A row at tokens `first` to `last` (half-open) of its sentence."""

    row: _Row
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Clause:
    """A happening: tokens `first` to `last` of a sentence; `relative` where a description tells it."""

    sentence: int
    first: int
    last: int
    trigger: _Trigger
    type: str
    relative: bool


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The main events of one article in the order of the text, at most `MOST`; an event inside a quotation is alleged."""
    lexicon = language.derive(_lexicon)
    sentences = [_tokens(view, a, b) for a, b in view.sentences()]
    triggers = [_triggers(tokens, lexicon) for tokens in sentences]
    harm = _main_harm(triggers)
    scored = []
    for n, (tokens, found) in enumerate(zip(sentences, triggers, strict=True)):
        for clause in _clauses(n, tokens, found, view, lexicon, harm):
            event = _event(article, view, tokens, clause, names, dates, lexicon)
            if event:
                told = any(s.start <= event.start and event.end <= s.end for s in statements)
                scored.append((_weight(clause, event, told), event))
    return tuple(sorted(_best(scored), key=lambda e: (e.start, e.end)))


def _lexicon(language: Language) -> _Lexicon:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in language.table("event_words"):
        words = tuple(row["word"].lower().split())
        not_after, not_before = frozenset(row["after"].split(";")) - {""}, frozenset(row["before"].split(";")) - {""}
        rows[words[0]].append(_Row(row["word"], words, row["type"], row["frame"], not_after, not_before))
    markers: dict[str, set[str]] = defaultdict(set)
    for row in language.table("event_markers"):
        markers[row["kind"]].add(row["word"])
    return _Lexicon(
        {first: tuple(sorted(of, key=lambda r: -len(r.words))) for first, of in rows.items()},
        {kind: frozenset(words) for kind, words in markers.items()},
    )


def _tokens(view: View, start: int, end: int) -> list[_Token]:
    return [_Token(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(view.text, start, end)]


def _triggers(tokens: Sequence[_Token], lexicon: _Lexicon) -> list[_Trigger]:
    """The rows that stand in a sentence, the longest at each place."""
    out = []
    at = 0
    while at < len(tokens):
        row = next((r for r in lexicon.rows.get(tokens[at].word, ()) if _stands(r, tokens, at)), None)
        if row:
            out.append(_Trigger(row, at, at + len(row.words)))
        at += len(row.words) if row else 1
    return out


def _stands(row: _Row, tokens: Sequence[_Token], at: int) -> bool:
    if at + len(row.words) > len(tokens) or any(tokens[at + k].word != w for k, w in enumerate(row.words)):
        return False
    after = tokens[at + len(row.words)].word if at + len(row.words) < len(tokens) else ""
    before = tokens[at - 1].word if at else ""
    return after not in row.not_before and before not in row.not_after


def _main_harm(triggers: Sequence[Sequence[_Trigger]]) -> str | None:
    """The kind of harm that an article is about: the one it names most, the first of equals."""
    count = Counter(t.row.type for found in triggers for t in found if t.row.type in HARMS)
    return max(count, key=lambda kind: count[kind], default=None)


def _segments(
    tokens: Sequence[_Token], found: Sequence[_Trigger], view: View, lexicon: _Lexicon
) -> list[tuple[int, int]]:
    """A sentence cut into clauses: at conjunctions, cues of speech and quotations, and where another verb is set beside one."""
    verbs = [t.first for t in found if t.row.frame != "noun"]
    held = {i for t in found for i in range(t.first, t.last)}
    cuts = [0]
    for i in range(1, len(tokens)):
        word, gap = tokens[i].word, view.text[tokens[i - 1].end : tokens[i].start]
        after = tokens[i + 1].word if i + 1 < len(tokens) else ""
        told = any(cuts[-1] <= v < i for v in verbs)
        quoting = "“" in gap or "”" in gap
        begins = any(i + 1 < v <= i + CONJOINED_REACH for v in verbs)
        stopped = any(mark in gap for mark in _STOPS) or ("." in gap and view.text[tokens[i].start].isupper())
        if stopped or (quoting and _quotes_clause(view, tokens[i - 1], tokens[i])):
            cuts.append(i)
        elif i not in held and _opens_clause(word, after, gap, lexicon):
            cuts += [i, i + 1]
        elif told and (
            ("," in gap and (i in verbs or (word in _CONJUNCTIONS and any(i < v <= i + 2 for v in verbs))))
            or (word in ("dan", "serta") and i + 1 not in verbs and begins)
        ):
            cuts.append(i)
    if len(tokens) > 1 and 0 not in held and _opens_clause(tokens[0].word, tokens[1].word, ",", lexicon):
        cuts.append(1)
    cuts = sorted({c for c in cuts if c < len(tokens)})
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(tokens)], strict=True) if b > a]


def _opens_clause(word: str, after: str, gap: str, lexicon: _Lexicon) -> bool:
    """Whether a word begins a clause, and not a time (`hingga kini`, `saat itu`) or an adjective (`rumah sementara`)."""
    if after in _NO_CLAUSE_AFTER or after.isdigit():
        return False
    return word in lexicon.markers["boundary"] or ("," in gap and word in lexicon.markers["boundary-after-comma"])


def _quotes_clause(view: View, before: _Token, after: _Token) -> bool:
    """Whether the quotation mark between two words is the edge of a quotation long enough to be a clause."""
    inside = view.quotation_at(after.start) or view.quotation_at(before.start)
    return inside is None or len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION


def _clauses(
    n: int, tokens: Sequence[_Token], found: Sequence[_Trigger], view: View, lexicon: _Lexicon, harm: str | None
) -> list[_Clause]:
    """The clauses of a sentence that tell an event: one for each segment, and one for a happening that `yang` describes."""
    out = []
    for first, last in _segments(tokens, found, view, lexicon) if found else ():
        inside = [t for t in found if first <= t.first and t.last <= last]
        verbs = [t for t in inside if t.row.frame != "noun" and not _purpose(tokens, t, first, lexicon)]
        main = next((t for t in verbs if _governor(tokens, t, first) is None), None)
        head = _described(tokens, inside, lexicon)
        if head:
            start = head[0].first
            kind = _type(head[0], inside, harm)
            if kind:
                out.append(_Clause(n, start, last, head[0], kind, relative=True))
        if main and (head is None or main.first < head[0].first):
            kind = _type(main, inside, harm)
            if kind:
                out.append(_Clause(n, first, last, main, kind, relative=False))
            out += _relatives(n, tokens, verbs, inside, first, last, harm)
        elif main is None and head is None:
            noun = next(
                (t for t in inside if t.row.frame == "noun" and _happens(tokens, t, first, last, lexicon)), None
            )
            described = noun or next(iter(verbs), None)
            kind = _type(described, inside, harm) if described else None
            if described and kind:
                begin = first if noun else max(first, described.first - HEAD_REACH)
                out.append(_Clause(n, begin, last, described, kind, relative=noun is None))
    return out


def _purpose(tokens: Sequence[_Token], trigger: _Trigger, first: int, lexicon: _Lexicon) -> bool:
    """Whether a verb only says what something is for (`untuk menolong`), so that nothing has happened yet."""
    return trigger.first > first and tokens[trigger.first - 1].word in lexicon.markers["purpose"]


def _relatives(
    n: int,
    tokens: Sequence[_Token],
    verbs: Sequence[_Trigger],
    inside: Sequence[_Trigger],
    first: int,
    last: int,
    harm: str | None,
) -> list[_Clause]:
    """The harm that a clause about something else tells in a description: `… met the family of X, who died in the flood`."""
    out = []
    for verb in verbs:
        governor = _governor(tokens, verb, first)
        kind = _type(verb, inside, harm)
        if governor is not None and kind in HARMS:
            out.append(_Clause(n, max(first, governor - HEAD_REACH), last, verb, kind, relative=True))
    return out


def _governor(tokens: Sequence[_Token], trigger: _Trigger, first: int) -> int | None:
    """The `yang` that makes a verb part of a description, or None."""
    for at in range(trigger.first - 1, max(first, trigger.first - MARKER_REACH) - 1, -1):
        if tokens[at].word == "yang":
            return at
    return None


def _described(tokens: Sequence[_Token], inside: Sequence[_Trigger], lexicon: _Lexicon) -> tuple[_Trigger, int] | None:
    """A noun of happening with the `yang` that follows it (`the attack on the harbour that killed two`), where that is real."""
    for noun in inside:
        if noun.row.frame == "noun" and noun.row.type in _DESCRIBABLE:
            for at in range(noun.last, min(len(tokens), noun.last + HEAD_REACH)):
                if tokens[at].word == "yang":
                    if _marked(tokens[at + 1 : at + MARKER_REACH], lexicon, "unreal"):
                        break
                    return noun, at
    return None


def _happens(tokens: Sequence[_Token], noun: _Trigger, first: int, last: int, lexicon: _Lexicon) -> bool:
    """Whether a verb of happening that is real stands near a noun: `terjadi`, `dilakukan`, or just before it."""
    if _marked(tokens[max(first, noun.first - 2) : noun.first], lexicon, "happening"):
        return True
    for at in range(noun.last, min(last, noun.last + HAPPENING_REACH)):
        if tokens[at].word in lexicon.markers["happening"]:
            return not _marked(tokens[max(noun.last, at - MARKER_REACH) : at], lexicon, "unreal")
    return False


def _marked(tokens: Sequence[_Token], lexicon: _Lexicon, kind: str) -> bool:
    return any(t.word in lexicon.markers[kind] for t in tokens)


def _type(trigger: _Trigger, inside: Sequence[_Trigger], harm: str | None) -> str | None:
    """The type of an event: HARM and ORDER by what stands around them; help and relief by what they are for."""
    others = [t.row.type for t in inside if t is not trigger]
    if trigger.row.type == "HARM":
        return next((kind for kind in others if kind in HARMS), harm)
    if trigger.row.type == "ORDER":
        ordered = next(
            (t.row.type for t in inside if t.first >= trigger.last and t.row.type not in ("ORDER", "HARM")), None
        )
        return "COERCE" if ordered == "ASSAULT" else ordered or "REQUEST"
    if trigger.row.type == "MOBILIZE" and "AID" in others:
        return "AID"
    if trigger.row.type == "AID" and harm is None:  # whoever looks for a job needs no rescue
        return None
    return trigger.row.type


def _event(
    article: Article,
    view: View,
    tokens: Sequence[_Token],
    clause: _Clause,
    names: Sequence[Name],
    dates: Sequence[Date],
    lexicon: _Lexicon,
) -> Event | None:
    """The finding of a clause; None when the clause only supposes, wishes or commands it."""
    first, last = _trim(tokens, clause, view)
    before = [t.word for t in tokens[first : clause.trigger.first]]
    status = _status(before, view, tokens[clause.trigger.first], lexicon)
    if status is None:
        return None
    start, end = view.span(tokens[first].start, tokens[last - 1].end)
    actor, recipient = _parties(article, view, tokens, clause, first, last, names)
    day = next((d.value for d in dates if d.value and start <= d.start < end and not d.value.endswith("_REF")), None)
    place = next(
        (
            m.text
            for name in names
            if name.type in ("GPE", "LOC")
            for m in name.mentions
            if start <= m.start < end and _PLACED.search(article.text[max(0, m.start - 12) : m.start])
        ),
        None,
    )
    return Event(
        id=finding_id(article.id, "event", start, end),
        article=article.id,
        start=start,
        end=end,
        text=article.text[start:end],
        type=clause.type,
        status=status,
        rule=f"{clause.trigger.row.frame}:{clause.trigger.row.word}",
        actor=actor,
        recipient=recipient,
        date=day,
        place=place,
    )


def _trim(tokens: Sequence[_Token], clause: _Clause, view: View) -> tuple[int, int]:
    """A clause without its opening conjunction, and no longer than `LONGEST_CLAUSE`."""
    first, last = clause.first, clause.last
    while first < clause.trigger.first and tokens[first].word in _OPENINGS:
        first += 1
    if last - first > LONGEST_CLAUSE:
        first = max(first, clause.trigger.first - LONGEST_CLAUSE // 2)
        limit = max(clause.trigger.last + 1, first + LONGEST_CLAUSE)
        if limit < last:
            commas = [
                i for i in range(clause.trigger.last, limit) if "," in view.text[tokens[i - 1].end : tokens[i].start]
            ]
            last = commas[-1] if commas else limit
    return first, max(last, clause.trigger.last)


def _status(before: Sequence[str], view: View, at: _Token, lexicon: _Lexicon) -> str | None:
    near = before[-MARKER_REACH:]
    marks = lexicon.markers
    if any(w in marks["unreal"] for w in near) or (before and before[0] in marks["unreal"]):
        return None
    if any(w in marks["denied"] for w in near):
        return "denied"
    inside = view.quotation_at(at.start)
    if any(w in marks["alleged"] for w in before) or (
        inside and len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION
    ):
        return "alleged"
    if any(w in marks["planned"] for w in near):
        return "planned"
    return "happened"


def _parties(
    article: Article,
    view: View,
    tokens: Sequence[_Token],
    clause: _Clause,
    first: int,
    last: int,
    names: Sequence[Name],
) -> tuple[Party | None, Party | None]:
    """Who does it and who undergoes it, by the frame of the verb; None where the words do not make it plain."""
    trigger = clause.trigger
    if trigger.row.frame == "noun":
        return None, None
    begin, subject_end = first, trigger.first
    adverbial = tokens[first].word in _ADVERBS  # `Saat itu, sebuah truk …`
    for at in range(first + 1, min(first + OPENING_WORDS, trigger.first)):
        if adverbial and "," in view.text[tokens[at - 1].end : tokens[at].start]:
            begin = at
            break
    while subject_end > begin and tokens[subject_end - 1].word in _AUXILIARIES:
        subject_end -= 1
    governor = _governor(tokens, trigger, first)
    if governor is not None:
        subject_end = min(subject_end, governor)
    subject = _party(article, view, tokens, begin, subject_end, names)
    after = trigger.last
    by = after < last and tokens[after].word == "oleh"
    object_start = after + by
    object_end = object_start
    while object_end < last and tokens[object_end].word not in _PREPOSITIONS:
        if object_end > object_start and "," in view.text[tokens[object_end - 1].end : tokens[object_end].start]:
            break
        object_end += 1
    other = _party(article, view, tokens, object_start, object_end, names)
    if trigger.row.frame == "active":
        return subject, other
    if trigger.row.frame == "passive":
        if subject is None:
            return None, other
        return (other if by or (other and other.entity) else None), subject
    return (None, subject) if clause.type in (*HARMS, "CRIME") else (subject, None)


def _party(
    article: Article, view: View, tokens: Sequence[_Token], first: int, last: int, names: Sequence[Name]
) -> Party | None:
    if not 0 < last - first <= LONGEST_PARTY:
        return None
    start, end = view.span(tokens[first].start, tokens[last - 1].end)
    named = {n.id: n.type for n in names for m in n.mentions if start <= m.start and m.end <= end}
    people = [id_ for id_, kind in named.items() if kind == "PER"]
    inside = people or list(named)  # `the chair of the party, X`: X
    return Party(text=article.text[start:end], start=start, end=end, entity=inside[0] if len(inside) == 1 else None)


def _weight(clause: _Clause, event: Event, told: bool) -> float:
    """How likely an event is one of the main ones: the nearer the top, the plainer told, the harder the deed."""
    top = (4.0, 3.0, 2.5, 2.0)
    weight = top[clause.sentence] if clause.sentence < len(top) else max(0.3, 1.5 - 0.05 * clause.sentence)
    weight -= 1.0 if clause.relative and clause.trigger.row.frame != "noun" else 0.0
    weight -= 1.0 if clause.type in MINOR else 0.0
    weight -= {"happened": 0.0, "planned": 0.5, "alleged": 1.5, "denied": 2.0}[event.status]
    weight += 0.7 if event.date else 0.0
    weight += 0.3 if event.place else 0.0
    weight += 0.6 if event.actor and event.actor.entity else 0.0
    weight -= 0.5 if told else 0.0
    weight -= 0.5 if clause.trigger.first == clause.first and clause.trigger.row.frame != "noun" else 0.0
    return weight


def _best(scored: Sequence[tuple[float, Event]]) -> list[Event]:
    """The weightiest events that do not overlap; a word told before counts less each time."""
    told: Counter[str] = Counter()
    left = sorted(scored, key=lambda pair: (-pair[0], pair[1].start, pair[1].end))
    kept: list[Event] = []
    while left and len(kept) < MOST:
        weight, event = max(left, key=lambda pair: (pair[0] - AGAIN * told[pair[1].rule], -pair[1].start))
        left.remove((weight, event))
        if weight - AGAIN * told[event.rule] < LEAST_WEIGHT:
            break
        if not any(_overlap(event, k) for k in kept):
            kept.append(event)
            told[event.rule] += 1
    return kept


def _overlap(a: Event, b: Event) -> bool:
    """Whether two clauses share half of the shorter one and tell the same kind of event: a deed may be the object of a word."""
    if a.type != b.type:
        return (a.start, a.end) == (b.start, b.end)
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= min(a.end - a.start, b.end - b.start)
