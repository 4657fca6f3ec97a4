"""Sentences cut into clauses, and the clauses that tell an event."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from runut.reading.events.lexicon import OF_OTHERS, Lexicon
from runut.reading.events.triggers import Sentence, Token, Trigger, has_comma
from runut.reading.events.unlisted import MOST_UNLISTED, find_unlisted
from runut.text import View

HARMS = ("ASSAULT", "DISASTER", "ACCIDENT")
# Whoever is missing was in one of these.
LOSING = ("DISASTER", "ACCIDENT")
# What `the incident` that a report tells of may be.
INCIDENTS = (*HARMS, "CRIME", "THREATEN", "PROTEST")
# How far before `yang` the noun of a relative clause may stand, and how far a noun's own verb.
HEAD_REACH = 6
HAPPENING_REACH = 18
# The verb of a second clause after `dan` stands within so many words.
CONJOINED_REACH = 5
# A modal or negation works on a verb that follows within so many words.
MARKER_REACH = 4
# A source is named within so many words of `menurut` or `kata`, up to a comma.
SOURCE_REACH = 14
# A name between commas has at most so many words.
LONGEST_NAME = 5
# A happening named in passing, with its place and day, is told in so many words at most.
LONGEST_MENTION = 14
# The harm that an article is about may be named in passing without a place in so many sentences at the top.
TOP = 2
# The harm that an article is about is named in so many sentences at the top, or so often.
TOP_HARM = 4
OFTEN = 3
# Where an article has so many words of arms, whoever kills fights; else it is a crime.
ARMED = 2
# An article with so many words of animals tells what they did, if its attacks are no fighting.
ANIMALS = 3
# What the attack of an animal is, among the types that an article settles.
BY_ANIMAL = "ANIMAL"
# Police and the like as the doer stand within so many words of the verb.
FORCE_REACH = 3
# An animal stands so close (`gajah liar menyerang`).
ANIMAL_REACH = 2
# What a verb that no row has tells is what most of the article's words of events tell, of so many at least, where this share of its
# sentences has any: a report of a match or a market has few.
FEWEST, DENSE = 3, 0.5
# What follows a conjunction in no more words is no clause by itself.
SHORTEST_TAIL = 2
# The time that has passed before a conjunction (`tidak lama setelah`) is told in so many words at most.
LONGEST_LAPSE = 4
# A quotation of fewer words is a name or a scare quote, and no clause of its own.
SHORTEST_QUOTATION = 5

# What a word with a row tells is settled with so many others before it and after it in its segment, so that a list of a thousand takes its
# own time; none of the 8,488 segments of 1,258 real reports has more than 7.
AROUND = 40

# What is decided stands within so many words (`memutuskan untuk menutup …`); further off stands what it is about.
DECIDED_REACH = 3

# The forms of a clause whose verb no row has.
UNLISTED = ("subject", "open", "plain")

# What is done is told by what is ordered or decided; else these are the types.
_BY_OBJECT = {"ORDER": "REQUEST", "DECIDE": "AGREE"}
# The second of two verbs joined by `dan` that says what both do.
_STRONGER = ("ASSAULT", "SANCTION", "COERCE")
_SOURCES = frozenset({"source", "teller"})
# Nouns of help and inquiry are described by what they are for: a `yang` after them, unless right after, belongs to another noun.
_DESCRIBABLE = frozenset({"ASSAULT", "DISASTER", "ACCIDENT", "CRIME", "PROTEST", "COERCE", "THREATEN"})


@dataclass(slots=True)
class Clause:
    """A happening: tokens `first` to `last` of a sentence; `form` how it is told.

    `form`: verb (the clause's own verb), noun (a noun that happens), relative (a description), mention (a noun in passing);
    by a verb that no row has: subject (of a noun that tells an event), open (before a word that tells one), plain (by itself).
    """

    sentence: int
    first: int
    last: int
    trigger: Trigger
    type: str
    form: str


def find_clauses(
    n: int, tokens: Sequence[Token], found: Sequence[Trigger], view: View, lexicon: Lexicon, harm: Harm
) -> list[Clause]:
    """The clauses of a sentence that tell an event: of each segment its verb, its described or happening noun, and mentions.

    What tells none of these, but has a verb that no row has, is told by that verb (see `unlisted`).
    """
    if not found and find_unlisted(tokens, 0, len(tokens), view, lexicon) is None:
        return []
    out: list[Clause] = []
    for first, last in _segments(tokens, found, view, lexicon):
        inside = [t for t in found if first <= t.first and t.last <= last]
        told = _by_rows(n, tokens, inside, (first, last), view, lexicon, harm) if inside else []
        if (
            not told
            and n < MOST_UNLISTED
            and (clause := _by_unlisted(n, tokens, inside, (first, last), view, lexicon, harm))
        ):
            told = [clause]
        out += told
    return out


def _by_rows(
    n: int,
    tokens: Sequence[Token],
    inside: Sequence[Trigger],
    segment: tuple[int, int],
    view: View,
    lexicon: Lexicon,
    harm: Harm,
) -> list[Clause]:
    """The clauses of a segment that the triggers inside it tell."""
    first, last = segment
    settled = {t.first: _settled(t, tokens, lexicon, harm.of) for t in inside}
    out = []
    verbs = [t for t in inside if t.row.frame != "noun" and not _purpose(tokens, t, first, lexicon)]
    own = [t for t in verbs if governor(tokens, t, first, lexicon) is None]
    main = own[0] if own else None
    if main and _carries_noun(main, inside, lexicon):
        main = None
    head = _described(tokens, inside, lexicon)
    used = []
    if head and (kind := type_of(head, inside, settled, tokens, lexicon, harm)):
        out.append(Clause(n, head.first, last, head, kind, "noun"))
        used.append(head)
    if main and (head is None or main.first < head.first):
        if kind := type_of(main, inside, settled, tokens, lexicon, harm):
            out.append(Clause(n, first, last, main, kind, "verb"))
        used.append(main)
    elif main is None and head is None:
        nouns = sorted((t for t in inside if t.row.frame == "noun"), key=lambda t: t.row.type == "INCIDENT")
        noun = next((t for t in nouns if _happens(tokens, t, first, last, lexicon)), None)
        if noun and (kind := type_of(noun, inside, settled, tokens, lexicon, harm)):
            out.append(Clause(n, first, last, noun, kind, "noun"))
            used.append(noun)
    verbal, ends = {t.first for t in verbs}, [t.last for t in verbs]
    for at, trigger in enumerate(inside):
        near = _around(inside, at)
        if trigger in used or (kind := type_of(trigger, near, settled, tokens, lexicon, harm)) is None:
            continue
        if trigger.row.frame == "noun":
            stopped = _marked(tokens[max(first, trigger.first - 2) : trigger.first], lexicon, "stop")
            if trigger.row.type == "INCIDENT" or stopped:
                continue
            end = _mention(tokens, trigger, near, view, last, lexicon, placed=n < TOP and kind == harm.main)
            if end:
                out.append(Clause(n, trigger.first, end, trigger, kind, "mention"))
        elif trigger.first in verbal and (relative := governor(tokens, trigger, first, lexicon)) is not None:
            before = bisect_right(ends, relative)
            start = _head(tokens, relative, max(first, ends[before - 1]) if before else first, view, lexicon)
            out.append(Clause(n, start, last, trigger, kind, "relative"))
    return out


def _around(inside: Sequence[Trigger], at: int) -> Sequence[Trigger]:
    return inside[max(0, at - AROUND) : at + AROUND + 1] if len(inside) > AROUND else inside


def _by_unlisted(
    n: int,
    tokens: Sequence[Token],
    inside: Sequence[Trigger],
    segment: tuple[int, int],
    view: View,
    lexicon: Lexicon,
    harm: Harm,
) -> Clause | None:
    """The clause of a segment whose own verb no row has, typed by what its rows tell, else by what the article is about; or None.

    A noun before the verb is what happens (`the eruption` …); else the first word of them types the verb
    (`needed hours to put out the fire`).
    """
    first, last = segment
    settled = {t.first: _settled(t, tokens, lexicon, harm.of) for t in inside}
    verb = find_unlisted(tokens, first, last, view, lexicon)
    while verb and governor(tokens, verb, first, lexicon) is not None:  # `acara yang diadakan di balai dipindah`
        verb = find_unlisted(tokens, verb.last, last, view, lexicon)
    if verb is None:
        return None
    kinds = [(t, type_of(t, _around(inside, at), settled, tokens, lexicon, harm)) for at, t in enumerate(inside)]
    for noun, kind in kinds:
        if kind and noun.row.frame == "noun" and noun.last <= verb.first:
            return Clause(n, first, last, noun, kind, "subject")
    kind = next((kind for _, kind in kinds if kind), None)
    if kind:
        return Clause(n, first, last, verb, kind, "open")
    about = harm.main or harm.most
    return Clause(n, first, last, verb, about, "plain") if about else None


class Harm(NamedTuple):
    """The kind of harm that an article names most, the one that it is about (named at its top, or often), what its incident is.

    `losing`: in what people went missing. `most`: the type that most of its words of events tell.
    `of`: what types that the article settles stand for: whoever kills, what falls, what is found.
    `ill`: whether it names an illness; `taken`: whether something or someone was carried off.
    """

    named: str | None
    main: str | None
    incident: str | None
    losing: str | None
    most: str | None
    of: Mapping[str, str]
    ill: bool
    taken: bool


@dataclass(slots=True)
class _Piece:
    """Part of a sentence from token `first`: clause, conjunction, tail (what follows one), cue, speech, source or teller.

    `fronted`: a tail before its main clause, which a comma ends.
    """

    first: int
    kind: str
    fronted: bool = False


def _segments(tokens: Sequence[Token], found: Sequence[Trigger], view: View, lexicon: Lexicon) -> list[tuple[int, int]]:
    """A sentence cut into clauses: at conjunctions, cues of speech and quotations, and where another verb is set beside one.

    Whoever is named as the source (`menurut X, …`) is left out; what follows a conjunction and tells no event of its own
    (`… saat dalam perjalanan`) stays with the clause before it.
    """
    verbs = {t.first: t for t in found if t.row.frame != "noun"}
    last_verb = max(verbs, default=-1)
    held = {i for t in found for i in range(t.first, t.last)}
    pieces = [_Piece(0, "clause")]
    told = False  # whether a verb stands in the last piece, before this word
    before = 0  # where the last word ended
    for i, token in enumerate(tokens):
        if i == 0 or token.start - before > 1 or token.word in lexicon.cutting:  # else a space alone
            gap = view.text[before : token.start] if i else ","
            count = len(pieces)
            comma = i > 0 and has_comma(tokens, i, view)
            stopped = ";" in gap or ": " in gap or ("." in gap and view.text[token.start].isupper())
            kind = _boundary(tokens, i, gap, lexicon) if i not in held else None
            if kind:
                fronted = "," in gap or _has_passed(tokens[pieces[-1].first : i], lexicon)
                pieces.append(_Piece(i, "conjunction" if kind == "tail" else "cue"))
                pieces.append(_Piece(i + 1, kind, fronted))
            elif stopped or (("“" in gap or "”" in gap) and _quotes_clause(view, tokens[i - 1], token)):
                pieces.append(_Piece(i, "clause"))
            elif comma and pieces[-1].kind in _SOURCES and i - pieces[-1].first <= SOURCE_REACH:
                if not _names_on(tokens, i, view):
                    pieces.append(_Piece(i, "clause"))
            elif (comma and pieces[-1].fronted and i <= last_verb) or (
                told and _begins_second(tokens, i, gap, verbs, lexicon)
            ):
                pieces.append(_Piece(i, "clause"))
            if len(pieces) > count:
                told = False
        told = told or (i in verbs and i >= pieces[-1].first)
        before = token.end
    return _whole(pieces, found, len(tokens))


def _whole(pieces: Sequence[_Piece], found: Sequence[Trigger], length: int) -> list[tuple[int, int]]:
    """The clauses among the pieces, each with the tails after it that tell no event."""
    out: list[tuple[int, int]] = []
    open_ = False  # whether the last clause may take a tail
    telling = False  # whether it tells an event for certain
    triggers = {t.first for t in found}
    for n, piece in enumerate(pieces):
        last = pieces[n + 1].first if n + 1 < len(pieces) else length
        if last <= piece.first:
            continue
        ended = n + 1 < len(pieces) and pieces[n + 1].kind == "clause"
        tells = not triggers.isdisjoint(range(piece.first, last))
        # `ia diganti karena cedera`: too short to be a clause, and all that the one before tells
        bare = last - piece.first <= SHORTEST_TAIL and not telling
        if piece.kind == "tail" and open_ and (not tells or bare):
            out[-1] = (out[-1][0], last)
            telling = telling or bare
        elif piece.kind in ("clause", "tail", "speech") or (piece.kind == "source" and not ended):
            out.append((piece.first, last))  # a source that no comma ends too: `menurut polisi pelaku …`
            open_, telling = True, tells
        elif piece.kind != "conjunction":
            open_ = False
    return out


def _names_on(tokens: Sequence[Token], at: int, view: View) -> bool:
    """Whether a source goes on with a name between commas (`menurut kepala desa, Rendra Sasmita, …`)."""
    for i in range(at, min(len(tokens), at + LONGEST_NAME + 1)):
        if i > at and "," in view.text[tokens[i - 1].end : tokens[i].start]:
            return True
        if not view.text[tokens[i].start].isupper():
            return False
    return False


def _boundary(tokens: Sequence[Token], at: int, gap: str, lexicon: Lexicon) -> str | None:
    """What begins after a word: a tail, a source, what was said; None where it is a time (`hingga kini`) or an adjective."""
    word = tokens[at].word
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    marks = lexicon.markers
    if word not in marks["edge"]:
        return None
    if "," in gap and word in marks["boundary-after-comma"]:
        return "tail"
    if word in marks["boundary"]:
        if after in marks["no-clause"]:  # `saat ini`, `hingga kini`
            return None
        timed = at + 2 < len(tokens) and tokens[at + 2].word in marks["time"]
        if after.isdigit() and (timed or word in marks["up-to"]):  # `setelah 3 hari`, `hingga 610 orang`
            return None
        return "tail"
    if word in marks["speech"]:
        return "speech" if at else "source"  # `Menyadari hal itu, …`
    if after in marks["likewise"]:  # `demikian pula`
        return None
    if word in marks["teller"] or ("," in gap and word in marks["teller-after-comma"]):
        return "teller"
    return "source" if word in marks["source"] else None


def _has_passed(before: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the words before a conjunction only say what time has passed, so that it opens the sentence (`sepekan setelah …`)."""
    units = lexicon.markers["time"]
    return len(before) <= LONGEST_LAPSE and any(
        t.word in units or t.word.removeprefix("se") in units or t.word in lexicon.markers["lapse"] for t in before
    )


def _begins_second(tokens: Sequence[Token], at: int, gap: str, verbs: Mapping[int, Trigger], lexicon: Lexicon) -> bool:
    """Whether a second clause begins: a verb after a comma, or a conjunction with a subject and verb of its own."""
    word = tokens[at].word
    if "," in gap and (at in verbs or (word in lexicon.markers["next"] and (at + 1 in verbs or at + 2 in verbs))):
        return True
    if word not in lexicon.markers["joining"]:
        return False
    if at + 1 in verbs:
        before = next(v for v in range(at - 1, -1, -1) if v in verbs)
        object_told = at > verbs[before].last or verbs[before].row.light
        return object_told and verbs[before].row.type != verbs[at + 1].row.type
    return any(v in verbs for v in range(at + 2, at + CONJOINED_REACH + 1))


def _quotes_clause(view: View, before: Token, after: Token) -> bool:
    """Whether the quotation mark between two words is the edge of a quotation long enough to be a clause."""
    inside = view.quotation_at(after.start) or view.quotation_at(before.start)
    return inside is None or len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION


def _purpose(tokens: Sequence[Token], trigger: Trigger, first: int, lexicon: Lexicon) -> bool:
    """Whether a verb only says what something is for (`untuk menolong`), so that nothing has happened yet."""
    return trigger.first > first and tokens[trigger.first - 1].word in lexicon.markers["purpose"]


def governor(tokens: Sequence[Token], trigger: Trigger, first: int, lexicon: Lexicon) -> int | None:
    """The `yang` that makes a verb part of a description, or None."""
    for at in range(trigger.first - 1, max(first, trigger.first - MARKER_REACH) - 1, -1):
        if tokens[at].word in lexicon.markers["relative"]:
            return at
    return None


def _head(tokens: Sequence[Token], at: int, first: int, view: View, lexicon: Lexicon) -> int:
    """Where the noun begins that a `yang` describes: after a copula, a preposition, a verb or a comma, at most `HEAD_REACH` before."""
    start = at
    while start > max(first, at - HEAD_REACH):
        if start < at and (tokens[start - 1].word in lexicon.markers["before-head"] or has_comma(tokens, start, view)):
            break
        start -= 1
    return start


def _described(tokens: Sequence[Token], inside: Sequence[Trigger], lexicon: Lexicon) -> Trigger | None:
    """A noun of happening that a `yang` follows (`the attack on the harbour that killed two`), where that is real."""
    for noun in inside:
        if noun.row.frame == "noun":
            reach = HEAD_REACH if noun.row.type in _DESCRIBABLE else 1
            for at in range(noun.last, min(len(tokens), noun.last + reach)):
                if tokens[at].word in lexicon.markers["relative"]:
                    if _marked(tokens[at + 1 : at + MARKER_REACH], lexicon, "unreal"):
                        break
                    return noun
    return None


def _carries_noun(verb: Trigger, inside: Sequence[Trigger], lexicon: Lexicon) -> bool:
    """Whether a passive only says that the noun before it happened (`gugatan diajukan`, `pencarian dihentikan`)."""
    word = verb.row.words[0]
    if verb.row.frame != "passive" or word not in lexicon.markers["happening"]:
        return False
    nouns = [t for t in inside if t.row.frame == "noun" and 0 <= verb.first - t.last <= HAPPENING_REACH]
    return bool(nouns) and not (word in lexicon.markers["stop"] and nouns[-1].row.type == "ASSAULT")


def _happens(tokens: Sequence[Token], noun: Trigger, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun is said to be real: by a verb of happening near it (`pecahnya perang`), or as made of a verb (`tewasnya`)."""
    words = lexicon.markers["happening"]
    before = tokens[max(first, noun.first - 2) : noun.first]
    if noun.made or any(t.word in words or t.word.removesuffix("nya") in words for t in before):
        return True
    for at in range(noun.last, min(last, noun.last + HAPPENING_REACH)):
        if tokens[at].word in words:
            return not _marked(tokens[max(noun.last, at - MARKER_REACH) : at], lexicon, "unreal")
    return False


def _mention(
    tokens: Sequence[Token],
    noun: Trigger,
    inside: Sequence[Trigger],
    view: View,
    last: int,
    lexicon: Lexicon,
    placed: bool,
) -> int | None:
    """Where a happening named in passing ends, when it is told where, when or against whom (or `placed` already); else None."""
    verbs = {t.first for t in inside if t.row.frame != "noun"}
    marks = lexicon.markers
    end = noun.last
    while end < min(last, noun.first + LONGEST_MENTION):
        word, gap = tokens[end].word, view.text[tokens[end - 1].end : tokens[end].start]
        decimal = gap == "," and word[0].isdigit()  # `gempa berkekuatan 4,8`
        if word in marks["ends-mention"] or end in verbs or (not decimal and any(mark in gap for mark in ",“”;:")):
            break
        placed = placed or word in marks["placing"] or word in marks["when"] or view.text[tokens[end].start].isupper()
        end += 1
    while end > noun.last and tokens[end - 1].word in marks["placing"]:
        end -= 1
    return end if placed and end > noun.last + 1 else None


def _marked(tokens: Sequence[Token], lexicon: Lexicon, kind: str) -> bool:
    return any(t.word in lexicon.markers[kind] for t in tokens)


def find_harm(sentences: Sequence[Sentence], words: Sequence[str], lexicon: Lexicon) -> Harm:
    """What an article with these words, in small letters, tells of harm: the kind that it names most (the first of equals), and so on."""
    marks = lexicon.markers
    listed = Counter(t.row.type for sentence in sentences for t in sentence.triggers)
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    armed = sum(word in marks["armed"] for word in words)
    crime = listed["KILLING"] + listed["CRIME"]
    of = {
        "KILLING": "ASSAULT" if listed["KILLING"] and armed >= ARMED else "CRIME",
        "FALL": "DISASTER" if listed["DISASTER"] > listed["ACCIDENT"] else "ACCIDENT",
        "FIND": "CRIME" if crime and not any(listed[kind] for kind in LOSING) else "AID",
        "BODY": "AID" if listed["MISSING"] or not marks["search"].isdisjoint(words) else "HARM",
    }
    if listed["ASSAULT"] and not (armed or listed["DISASTER"]) and not _public(words, pairs, lexicon):
        of["ASSAULT"] = "CRIME"  # a quarrel in a house or a robbery is no fighting; a storm too may strike
    if listed["ASSAULT"] and not armed and sum(word in marks["animal"] for word in words) >= ANIMALS:
        of[BY_ANIMAL] = "DISASTER" if listed["LOSS"] else "ACCIDENT"
    seen = {*words, *pairs}
    kinds = [[_settled(t, tokens, lexicon, of) for t in found] for tokens, found, *_ in sentences]
    every = [kind for found in kinds for kind in found]
    harms = {*HARMS, *(of[kind] for kind in ("KILLING", "ASSAULT") if listed[kind] and kind in of)}
    count = Counter(kind for kind in every if kind in harms)
    top = {kind for found in kinds[:TOP_HARM] for kind in found}
    about = [kind for kind in count if kind in top or count[kind] >= OFTEN]
    opening = Counter(kind for found in kinds[:TOP_HARM] for kind in found if kind in INCIDENTS)
    losing = [kind for kind in count if kind in LOSING]
    named, main, lost = (
        max(kinds, key=lambda kind: count[kind], default=None) for kinds in (list(count), about, losing)
    )
    told = Counter(kind for kind in every if kind not in OF_OTHERS)
    most = max(told, key=lambda kind: told[kind], default=None)
    telling = sum(1 for found in kinds if found)
    if most and (told[most] < FEWEST or telling < DENSE * len(kinds)):
        most = None
    incident = max(opening, key=lambda kind: opening[kind], default=named)
    return Harm(
        named, main, incident, lost, most, of, ill=bool(seen & marks["illness"]), taken=bool(seen & marks["taken"])
    )


def _public(words: Sequence[str], pairs: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether an article tells of crowds, politics or terror; a word for it may be another's (`serangan jantung`)."""
    public, private = lexicon.markers["public"], lexicon.markers["private"]
    if not public.isdisjoint(pairs):
        return True
    return any(word in public and pair not in private for word, pair in zip(words, [*pairs, ""], strict=False))


def _settled(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon, of: Mapping[str, str]) -> str:
    """The type of a trigger by what the article settles; of an attack also by who stands beside it as the doer."""
    kind = trigger.row.type
    if kind == "ASSAULT":
        if BY_ANIMAL in of and _done_by(trigger, tokens, lexicon, "animal", ANIMAL_REACH):
            return of[BY_ANIMAL]
        if trigger.row.frame != "noun" and _done_by(trigger, tokens, lexicon, "force", FORCE_REACH):
            return kind
    return of.get(kind, kind)


def _done_by(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon, kind: str, reach: int) -> bool:
    """Whether a word of a marker kind stands as the doer, within so many words before an active verb or behind a passive or a noun."""
    active = trigger.row.frame in ("active", "state")
    at = range(trigger.first - 1, -1, -1) if active else range(trigger.last, len(tokens))
    marks = lexicon.markers
    for i in at:
        word = tokens[i].word
        if word in marks["by"] or word in marks["pointer"]:
            continue
        if word in marks[kind]:
            return True
        reach -= 1
        if active and word in marks["agent"]:
            return False  # `di dekat kandang babi pria itu menikam`
        if not reach or word in marks["edge"] or word in marks["placing"] or word in lexicon.verbs:
            return False
    return False


def _for_lives(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether help is for people in need by its own words or its sentence: whoever looks for a job needs no rescue."""
    row = trigger.row
    if row.near or row.frame == "noun" or " " in row.word:
        return True
    lives = lexicon.markers["rescue"]
    return any(t.word in lives or t.word.removesuffix("nya") in lives for t in tokens)


def type_of(
    trigger: Trigger,
    inside: Sequence[Trigger],
    kinds: Mapping[int, str],
    tokens: Sequence[Token],
    lexicon: Lexicon,
    harm: Harm,
) -> str | None:
    """The type of an event: of harm, orders and decisions by what stands around them; of help by what it is for.

    `kinds`: what the words inside the clause are by what the article settles, by where they begin.
    """
    kind = kinds[trigger.first]
    paired = (
        t for t in inside if t.first == trigger.last + 1 and tokens[trigger.last].word in lexicon.markers["pairing"]
    )
    for pair in paired:
        if pair.row.type in _STRONGER and "noun" not in (pair.row.frame, trigger.row.frame):
            return pair.row.type  # `mengepung dan menyerang`, `didakwa dan dinyatakan bersalah`
    others = (kinds[t.first] for t in inside if t is not trigger)
    if trigger.row.type == "FIND" and kind == "CRIME" and harm.taken and not _marked(tokens, lexicon, "corpse"):
        return "AID"  # whoever or what was taken is found again
    if kind in ("HARM", "LOSS"):
        told = next((other for other in others if other in HARMS), harm.named if kind == "HARM" else harm.main)
        word = trigger.row.words[0]
        sudden = trigger.row.type == "BODY" or word in lexicon.markers["sudden"]
        dead = word in lexicon.markers["death"] or (sudden and harm.ill)
        if (
            told is None
            and dead
            and not (trigger.first and tokens[trigger.first - 1].word in lexicon.markers["relative"])
        ):
            return "ACCIDENT"  # nobody did it: whoever dies of an illness
        return told
    if kind == "MISSING":
        return next((other for other in others if other in LOSING), harm.losing)
    if kind == "INCIDENT":
        return next((other for other in others if other in INCIDENTS), harm.incident)
    if kind in _BY_OBJECT:
        reach = trigger.last + (DECIDED_REACH if kind == "DECIDE" else len(tokens))
        later = (kinds[t.first] for t in inside if trigger.last <= t.first < reach)
        done = next((t for t in later if t not in OF_OTHERS), None)
        return "COERCE" if kind == "ORDER" and done == "ASSAULT" else done or _BY_OBJECT[kind]
    rescue = any(t.row.type == "AID" and (kind == "MOBILIZE" or t.row.frame == "noun") for t in inside)
    if kind in ("MOBILIZE", "SANCTION") and rescue:  # that is manned, or called off
        return "AID"
    if kind == "MOBILIZE" and harm.main in ("DISASTER", "ACCIDENT") and _marked(tokens, lexicon, "rescue"):
        return "AID"
    if kind == "SANCTION" and trigger.row.words[0] in lexicon.markers["stop"] and "ASSAULT" in others:
        return "RETREAT"
    if kind == "AID" and harm.main not in ("DISASTER", "ACCIDENT") and not _for_lives(trigger, tokens, lexicon):
        return None
    return kind
