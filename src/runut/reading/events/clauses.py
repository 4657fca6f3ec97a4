"""Sentences cut into clauses, and the clauses that tell an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from runut.reading.events.kinds import BLAST, HARMS, Harm, Said, marked, type_of
from runut.reading.events.lexicon import BRIBE, Lexicon
from runut.reading.events.triggers import Token, Trigger, has_comma
from runut.reading.events.unlisted import MOST_UNLISTED, find_unlisted, looks_like_verb
from runut.text import View

# What is looked into stands between a result and the word that tells what it shows (`hasil pemeriksaan darah menunjukkan`).
RESULT_REACH = 5
# How far before `yang` the noun of a relative clause may stand, and how far a noun's own verb.
HEAD_REACH = 6
HAPPENING_REACH = 18
# The verb of a second clause after `dan` stands within so many words.
CONJOINED_REACH = 5
# `di antaranya` ends within so many words behind the number of whom it tells (`tiga orang di antaranya`).
PART_REACH = 5
# Whoever is asked for several things is asked within so many words before the conjunction.
ASKED_REACH = 30
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
# What follows a conjunction in no more words is no clause by itself.
SHORTEST_TAIL = 2
# The time that has passed before a conjunction (`tidak lama setelah`) is told in so many words at most.
LONGEST_LAPSE = 4
# A quotation of fewer words is a name or a scare quote, and no clause of its own.
SHORTEST_QUOTATION = 5

# What a word with a row tells is settled with so many others before it and after it in its segment, so that a list of a thousand takes its
# own time; none of the 8,488 segments of 1,258 real reports has more than 7.
AROUND = 40


# The forms of a clause whose verb no row has.
UNLISTED = ("subject", "open", "plain")

# A verb that no row has tells of the harm that an article is about only beside whoever or what does such harm, or suffers it. Of 149
# guesses in 1,000 random reports some ten were right without that, of the annotated cases' 91 these were 28; with it of 22 there 16.
HARMFUL = ("nature", "fire", "robber", "culprit", "animal")

_SOURCES = frozenset({"source", "teller"})
# Nouns of help and inquiry are described by what they are for: a `yang` after them, unless right after, belongs to another noun.
_DESCRIBABLE = frozenset({BLAST, "ASSAULT", "DISASTER", "ACCIDENT", "CRIME", "PROTEST", "COERCE", "THREATEN"})


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
    settled = {t.first: kind for t, kind in zip(found, harm.kinds[n], strict=True)}
    found = [t for t in found if t.row.type != BRIBE or settled[t.first] != "NONE"]
    out: list[Clause] = []
    harm = harm._replace(said=Said(tokens))
    for first, last in _segments(tokens, found, view, lexicon):
        inside = [t for t in found if first <= t.first and t.last <= last]
        told = _by_rows(n, tokens, inside, settled, (first, last), view, lexicon, harm) if inside else []
        if (
            not told
            and n < MOST_UNLISTED
            and (clause := _by_unlisted(n, tokens, inside, settled, (first, last), view, lexicon, harm))
        ):
            told = [clause]
        out += told
    return out


def _by_rows(
    n: int,
    tokens: Sequence[Token],
    inside: Sequence[Trigger],
    settled: Mapping[int, str],
    segment: tuple[int, int],
    view: View,
    lexicon: Lexicon,
    harm: Harm,
) -> list[Clause]:
    """The clauses of a segment that the triggers inside it tell."""
    first, last = segment
    out = []
    verbs = [t for t in inside if t.row.frame != "noun" and not _purpose(tokens, t, first, lexicon)]
    demanded = _demanded(tokens, verbs, lexicon)
    own = [t for t in verbs if t not in demanded and governor(tokens, t, first, lexicon) is None]
    main = _undergone(tokens, own, inside, lexicon) if own else None
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
            stopped = marked(tokens[max(first, trigger.first - 2) : trigger.first], lexicon, "stop")
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


def _undergone(tokens: Sequence[Token], own: Sequence[Trigger], inside: Sequence[Trigger], lexicon: Lexicon) -> Trigger:
    """The verb of a segment: its first, but where that only says what a protest is about, the passive behind it.

    `peserta unjuk rasa menolak kenaikan tarif ditangkap`.
    """
    first = own[0]
    about = first.row.frame == "active" and any(t.last == first.first and t.row.type == "PROTEST" for t in inside)
    if about and first.row.type in ("REJECT", "REQUEST", "ACCUSE"):
        return next((t for t in own[1:] if t.row.frame == "passive" and not _joined(tokens, t, lexicon)), first)
    return first


def _joined(tokens: Sequence[Token], verb: Trigger, lexicon: Lexicon) -> bool:
    return tokens[verb.first - 1].word in lexicon.markers["pairing"]


def _around(inside: Sequence[Trigger], at: int) -> Sequence[Trigger]:
    return inside[max(0, at - AROUND) : at + AROUND + 1] if len(inside) > AROUND else inside


def _by_unlisted(
    n: int,
    tokens: Sequence[Token],
    inside: Sequence[Trigger],
    settled: Mapping[int, str],
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
    about = harm.guess
    suffered = about and any(marked(tokens[first:last], lexicon, kind) for kind in ("suffering", *HARMFUL))
    return Clause(n, first, last, verb, about, "plain") if about and suffered else None


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
    at_verbs = sorted(verbs)
    last_verb = at_verbs[-1] if at_verbs else -1
    held = {i for t in found for i in range(t.first, t.last)}
    pieces = [_Piece(0, "clause")]
    edges, edge = _edges(tokens, lexicon), lexicon.markers["edge"]
    for i, following in zip(edges, (*edges[1:], len(tokens)), strict=True):
        token = tokens[i]
        gap = view.text[tokens[i - 1].end : token.start] if i else ","
        bare = gap == " "  # no mark
        comma = not bare and i > 0 and "," in gap and not (gap == "," and token.word[0].isdigit())
        stopped = not bare and (";" in gap or ": " in gap or ("." in gap and view.text[token.start].isupper()))
        kind = _boundary(tokens, i, gap, lexicon) if token.word in edge and i not in held else None
        aimed = kind == "speech" and i > 0 and tokens[i - 1].word in lexicon.markers["aim"]
        if aimed and bisect_left(at_verbs, following) == bisect_left(at_verbs, i + 1):
            kind = None  # no verb of its own: `guna memastikan penyebab kebakaran`
        if kind:
            fronted = "," in gap or _has_passed(tokens[pieces[-1].first : i], lexicon)
            pieces.append(_Piece(i, "conjunction" if kind == "tail" else "cue"))
            pieces.append(_Piece(i + 1, kind, fronted))
        elif stopped or (not bare and ("“" in gap or "”" in gap) and _quotes_clause(view, tokens[i - 1], token)):
            pieces.append(_Piece(i, "clause"))
        elif comma and pieces[-1].kind in _SOURCES and i - pieces[-1].first <= SOURCE_REACH:
            if not _names_on(tokens, i, view):
                pieces.append(_Piece(i, "clause"))
        elif (comma and pieces[-1].fronted and i <= last_verb) or (
            bisect_left(at_verbs, i)
            > bisect_left(at_verbs, pieces[-1].first)  # a verb stands in the last piece, before this word
            and _begins_second(tokens, i, gap, verbs, lexicon, pieces[-1].first)
        ):
            pieces.append(_Piece(i, "clause"))
    averted = lexicon.markers["averted"]
    telling = {t.first for t in found if not t.first or tokens[t.first - 1].word not in averted}
    return _whole(pieces, telling, len(tokens))


def _edges(tokens: Sequence[Token], lexicon: Lexicon) -> list[int]:
    """The words before which a clause may end: the first, those with more than a space before them, and those of the table."""
    cutting = lexicon.cutting
    starts, ends, words = zip(*tokens, strict=True)
    # before the first word stands more than a space
    told = enumerate(zip(starts, (-2, *ends), words, strict=False))
    return [i for i, (start, before, word) in told if start - before > 1 or word in cutting]


def _whole(pieces: Sequence[_Piece], triggers: Set[int], length: int) -> list[tuple[int, int]]:
    """The clauses among the pieces, each with the tails after it that tell no event: none of the triggers begins there."""
    out: list[tuple[int, int]] = []
    open_ = False  # whether the last clause may take a tail
    telling = False  # whether it tells an event for certain
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
    if word in marks["showing"]:  # `hasil pemeriksaan menunjukkan rem truk blong`
        return "speech" if marked(tokens[max(0, at - RESULT_REACH) : at], lexicon, "result") else None
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


def _begins_second(
    tokens: Sequence[Token], at: int, gap: str, verbs: Mapping[int, Trigger], lexicon: Lexicon, first: int
) -> bool:
    """Whether a second clause begins: a verb after a comma, or a conjunction with a subject and verb of its own."""
    word = tokens[at].word
    if "," in gap and (at in verbs or (word in lexicon.markers["next"] and (at + 1 in verbs or at + 2 in verbs))):
        return True
    if ", " in gap and _tells_part(tokens, at, verbs, lexicon):
        return True
    if word not in lexicon.markers["joining"]:
        return False
    before = next(v for v in range(at - 1, -1, -1) if v in verbs)
    if marked(tokens[verbs[before].last : at], lexicon, "asked"):  # `mendesak agar camat dan lurah menutup pasar`
        return False
    if _is_asked_too(tokens, first, at, verbs, lexicon):
        return False
    if at + 1 in verbs:
        object_told = at > verbs[before].last or verbs[before].row.light or _acts_next(verbs[before], verbs[at + 1])
        return object_told and verbs[before].row.type != verbs[at + 1].row.type
    marks = lexicon.markers
    start = at + 2
    if marked(tokens[at + 1 : at + CONJOINED_REACH], lexicon, "relative"):  # its verb is none of the clause's own
        described = next((v for v in range(start, at + CONJOINED_REACH + 1) if v in verbs), None)
        if described is None:
            return False
        start = verbs[described].last
    # not `pasukan dan tentara untuk menembak`
    second = next(
        (
            v
            for v in range(start, start + CONJOINED_REACH - 1)
            if v in verbs and tokens[v - 1].word not in marks["purpose"]
        ),
        None,
    )
    # `merusak tiga kios dan satu truk, melukai dua orang`: one more verb of the first subject
    return second is not None and not (
        tokens[second].start - tokens[second - 1].end > 1 and tokens[second].word[:2] == "me"
    )


def _tells_part(tokens: Sequence[Token], at: int, verbs: Mapping[int, Trigger], lexicon: Lexicon) -> bool:
    """Whether a clause tells what befell some of those before it (`mengevakuasi 19 orang, tiga di antaranya tewas`)."""
    marks = lexicon.markers
    if not (tokens[at].word[0].isdigit() or tokens[at].word in marks["counting"]):
        return False
    among = next(
        (i for i in range(at + 2, min(len(tokens), at + PART_REACH)) if tokens[i].word in marks["among"]), None
    )
    return among is not None and any(v in verbs for v in range(among + 1, among + PART_REACH))


def _is_asked_too(tokens: Sequence[Token], first: int, at: int, verbs: Mapping[int, Trigger], lexicon: Lexicon) -> bool:
    """Whether a verb behind a conjunction is one more that someone is asked for (`mendesak bupati menutup pasar dan mencopot camat`)."""
    promising = lexicon.markers["promising"]  # `bersumpah mengusut dan menghukum`
    asking = next(
        (
            v
            for v in range(max(first, at - ASKED_REACH), at)
            if v in verbs and (verbs[v].row.type == "REQUEST" or tokens[v].word in promising)
        ),
        None,
    )
    if asking is None or verbs[asking].row.frame not in ("active", "state") or at + 1 >= len(tokens):
        return False
    between = tokens[verbs[asking].last : at]
    if not tokens[at + 1].word.startswith("me") or marked(between, lexicon, "relative"):
        return False
    return any(t.word.startswith("me") and looks_like_verb(t.word, lexicon) for t in between)


def _acts_next(state: Trigger, deed: Trigger) -> bool:
    """Whether a state without an object ends before a deed of the same subject that is no harm (`menyerah dan memperingatkan …`)."""
    return state.row.frame == "state" and deed.row.frame == "active" and deed.row.type not in (*HARMS, "LOSS")


def _quotes_clause(view: View, before: Token, after: Token) -> bool:
    """Whether the quotation mark between two words is the edge of a quotation long enough to be a clause."""
    inside = view.quotation_at(after.start) or view.quotation_at(before.start)
    return inside is None or len(view.text[inside[0] : inside[1]].split()) >= SHORTEST_QUOTATION


def _purpose(tokens: Sequence[Token], trigger: Trigger, first: int, lexicon: Lexicon) -> bool:
    """Whether a verb only says what something is for (`untuk menolong`), so that nothing has happened yet."""
    return trigger.first > first and tokens[trigger.first - 1].word in lexicon.markers["purpose"]


def _demanded(tokens: Sequence[Token], verbs: Sequence[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """The verbs that only say what is asked for by one before them (`surat yang meminta agar camat mendata dan menutup pasar`)."""
    asked = lexicon.markers["asked"]
    for n, verb in enumerate(verbs[1:], 1):
        if any(t.word in asked for t in tokens[verbs[n - 1].last : verb.first]):
            return list(verbs[n:])
    return []


def governor(tokens: Sequence[Token], trigger: Trigger, first: int, lexicon: Lexicon) -> int | None:
    """The `yang` that makes a verb part of a description, or None."""
    for at in range(trigger.first - 1, max(first, trigger.first - MARKER_REACH) - 1, -1):
        same = (
            at + 1 < len(tokens) and tokens[at + 1].word in lexicon.markers["same"]
        )  # `hari yang sama Rendra ditahan`
        if tokens[at].word in lexicon.markers["relative"] and not same:
            # `dalam kesempatan yang sama, bupati …`: its description ended at the comma
            ended = any(tokens[i].start - tokens[i - 1].end > 1 for i in range(at + 2, trigger.first + 1))
            ended = ended and not any(looks_like_verb(t.word, lexicon) for t in tokens[first:at])
            return None if ended else at
    return None


def _head(tokens: Sequence[Token], at: int, first: int, view: View, lexicon: Lexicon) -> int:
    """Where the noun begins that a `yang` describes: after a copula, a preposition, a verb or a comma, at most `HEAD_REACH` before."""
    start = at
    while start > max(first, at - HEAD_REACH):
        if start < at and (tokens[start - 1].word in lexicon.markers["before-head"] or has_comma(tokens, start, view)):
            break
        if (
            start < at
            and looks_like_verb(tokens[start - 1].word, lexicon)
            and not view.text[tokens[start - 1].start].isupper()
        ):
            break  # `polisi mengantongi alamat sopir yang kabur`
        start -= 1
    return start


def _described(tokens: Sequence[Token], inside: Sequence[Trigger], lexicon: Lexicon) -> Trigger | None:
    """A noun of happening that a `yang` follows (`the attack on the harbour that killed two`), where that is real."""
    for noun in inside:
        if noun.row.frame == "noun":
            reach = HEAD_REACH if noun.row.type in _DESCRIBABLE else 1
            for at in range(noun.last, min(len(tokens), noun.last + reach)):
                if tokens[at].word in lexicon.markers["relative"]:
                    if marked(tokens[at + 1 : at + MARKER_REACH], lexicon, "unreal"):
                        break
                    # `dalam kerusuhan yang pecah itu` was told before
                    if marked(tokens[at + 2 : at + 3], lexicon, "pointer"):
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
    if noun.first > first and len(noun.row.words) > 1 and noun.row.words[-1] in lexicon.verbs:
        counted = tokens[noun.first - 1].word
        if counted in lexicon.markers["counting"] or counted.isdigit():  # `sebuah kapal tenggelam di muara`
            described = marked(tokens[noun.last : noun.last + 1], lexicon, "described")
            if not described and not any(looks_like_verb(t.word, lexicon) for t in tokens[first : noun.first]):
                return True
    before = tokens[max(first, noun.first - 2) : noun.first]
    if noun.made or any(t.word in words or t.word.removesuffix("nya") in words for t in before):
        return True
    for at in range(noun.last, min(last, noun.last + HAPPENING_REACH)):
        if tokens[at].word in words:
            return not marked(tokens[max(noun.last, at - MARKER_REACH) : at], lexicon, "unreal")
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
