"""What is said in the outlet's own words: where a reported clause begins and ends, and whether it is one."""

from __future__ import annotations

import re

from runut.reading.statements.lexicon import Cue, Lexicon
from runut.reading.statements.said import Said, Stretch
from runut.reading.statements.scene import Scene, Word, trim

# A reported clause has at least this many words (the shortest of 87 annotated ones has 3).
MIN_CLAUSE_WORDS = 3
# A number makes a clause without a verb (`menyebut jumlah korban tiga orang`) when it stands within so many characters.
NUMBER_WITHIN = 60


def content_after(scene: Scene, lexicon: Lexicon, verb: Cue, at: int, limit: int) -> Stretch | None:
    """The content after a cue verb; None where what follows is no such thing."""
    text = scene.text
    start = trim(text, at, limit, " ")[0]
    degree = lexicon.patterns["degree"].match(text, start, limit) if "feeling" in verb.takes else None
    start = degree.end() if degree else start
    comma = text.startswith(",", start)
    colon = text[start : start + 1] in (",", ":")
    start = trim(text, start, limit, " ,:")[0]
    bahwa = False
    match = lexicon.patterns["that"].match(text, start, limit)
    if match and (match[0].startswith("bahwa") or "request" not in verb.takes):
        start, bahwa = match.end(), match[0].startswith("bahwa")
    elif verb.takes & {"agar", "request"} and (wish := lexicon.patterns["so-that"].match(text, start, limit)):
        a, b = content(scene, lexicon, wish.end(), limit)
        return (a, b) if scene.count(a, b) >= MIN_CLAUSE_WORDS else None
    elif _may_be_told(scene, verb, start) and (that := _that_behind(scene, lexicon, start, limit)):
        if that["that"] == "bahwa" and not _is_told(scene, lexicon, start, that.start("that")):
            return None  # `memperingatkan hoaks bahwa …`: the hoax says so
        if that["that"] == "bahwa" or "agar" in verb.takes:
            start, bahwa = that.end(), True
    elif "whom" in verb.takes and _is_asked(scene, lexicon, start, limit):
        return content(scene, lexicon, start, limit)
    elif "request" in verb.takes and text.startswith("kepada ", start):
        start += len("kepada ")  # who is asked belongs to what is asked
    elif not colon and lexicon.patterns["adjunct"].match(text, start, limit):
        match = lexicon.patterns["adjunct-that"].match(text, start, limit)
        if match:
            start, bahwa = match.end(), True
        else:
            after = _past_adjunct(scene, lexicon, start, limit)
            if after is None:
                return None
            start = after
    again = lexicon.patterns["again"].match(text, start, limit)
    start = again.end() if again and not bahwa else start
    if not bahwa and lexicon.patterns["about"].match(text, start, limit):
        return None
    if "handed" in verb.takes and not bahwa and lexicon.patterns["handed"].match(text, start, limit):
        return None
    if "scored" in verb.takes and lexicon.patterns["scored"].match(text, start, limit):
        return None
    thing = None if bahwa else lexicon.patterns["object-only"].match(text, start, limit)
    if thing:
        following = scene.first_word(thing.end(), min(limit, thing.end() + 2))
        if following is None or not lexicon.is_predicate(following.low):
            return None
    if comma and not bahwa and lexicon.patterns["and"].match(text, start, limit):
        return None  # `berpikir positif, optimis, dan …`: one of a row
    a, b = content(scene, lexicon, start, limit)
    words = scene.count(a, b)
    short = bahwa or "clause" in verb.takes or verb.negated  # `membantah menerima setoran`
    if words < (MIN_CLAUSE_WORDS - 1 if short else MIN_CLAUSE_WORDS):
        return None
    if "clause" in verb.takes and words < MIN_CLAUSE_WORDS and not has_predicate(scene, lexicon, a, b, frozenset()):
        return None
    if bahwa or "clause" in verb.takes:
        return a, b
    if "name" in verb.takes and " sebagai " in text[a:b] and text[a : a + 1] != "“":
        return a, b
    if "bahwa" in verb.takes and not colon:
        return None
    if colon and (words > MIN_CLAUSE_WORDS or has_predicate(scene, lexicon, a, b, frozenset())):
        return a, b
    if "request" in verb.takes:
        asked = has_predicate(scene, lexicon, a, b, lexicon.words["purpose"])
        return (a, b) if asked and scene.words_in(a, b, 1)[0].low not in lexicon.words["gift"] else None
    if "predicate" in verb.takes and has_predicate(scene, lexicon, a, b, frozenset()):
        return a, b
    if "number" in verb.takes and _tells_a_number(scene, lexicon, a, min(b, a + NUMBER_WITHIN)):
        return a, b
    return None


def _may_be_told(scene: Scene, verb: Cue, start: int) -> bool:
    """Whether who is told it may stand before what is told: always, or only behind `kepada`."""
    return "told" in verb.takes or (
        {"agar", "request"} & verb.takes == {"agar"} and scene.text.startswith("kepada ", start)
    )


def _that_behind(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> re.Match[str] | None:
    """The `bahwa` or `agar` behind what may be who is told it: `memberi tahu warga bahwa …`, `mengingatkan warga agar …`."""
    match = lexicon.patterns["whom-that"].match(scene.text, start, limit)
    if match is None or any(map(lexicon.is_predicate, scene.lows_in(start, match.start("that")))):
        return None
    return match


def _is_told(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether nothing but who is told it stands before `bahwa`, and no rumour or promise that says it (`warga soal kabar bahwa …`)."""
    if lexicon.patterns["hearsay"].search(scene.text, start, end):
        return False
    return scene.text.startswith("kepada ", start) or _is_someone(scene, lexicon, start)


def _is_someone(scene: Scene, lexicon: Lexicon, start: int) -> bool:
    """Whether people or a body stand here, or behind `seluruh`; a paper is none."""
    text = scene.text
    lead = lexicon.patterns["whom-lead"].match(text, start)
    at = lead.end() if lead else start
    spot = scene.spot_at(at)
    if spot is not None:
        return spot.name.type in ("PER", "ORG", "GPE")
    low = scene.low_at(at)
    if low in lexicon.pronouns or lexicon.patterns["people"].match(text, at):
        return True
    return low not in lexicon.words["document"] and lexicon.heads.has(text, at)


def _is_asked(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> bool:
    """Whether people or a body stand here who are to do something: `mendorong warga untuk …`, but not `mendorong kaki untuk …`."""
    return (
        _is_someone(scene, lexicon, start) and lexicon.patterns["whom-to"].match(scene.text, start, limit) is not None
    )


def _tells_a_number(scene: Scene, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a number other than a day's stands here, in figures or in words."""
    if any(scene.text[k].isdigit() and not scene.in_day(k) for k in range(start, end)):
        return True
    return scene.has(lexicon.words["count"], start, end)


def bound_content(scene: Scene, lexicon: Lexicon, verb: Cue, at: int, limit: int) -> Stretch | None:
    """The content after a cue with `-nya`, who is asked or accused (`memintanya untuk pulang`, `menuduhnya berbohong`)."""
    words = scene.words_in(at, min(limit, at + 2))
    opens = words and (words[0].low in lexicon.words["purpose"] or lexicon.is_predicate(words[0].low))
    if not opens:
        return None
    a, b = content(scene, lexicon, at, limit)
    return (a, b) if scene.count(a, b) >= MIN_CLAUSE_WORDS else None


def _past_adjunct(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> int | None:
    """Where the clause begins after `kepada wartawan`, `pada Kamis (5/1)`, `dalam konferensi pers`: past a comma or the name."""
    text = scene.text
    match = lexicon.patterns["to-press"].match(text, start, limit)
    at = match.end() if match else start
    for _ in range(3):
        day = scene.day_at(at) or scene.day_at(next((w.end + 1 for w in scene.words_in(at, at + 1)), at))
        if day is None or day.end >= limit:
            break
        at = trim(text, day.end, limit, " ,)")[0]
        match = match or re.match("", "")
    if match:
        that = lexicon.patterns["that"].match(text, at)
        return that.end() if that else at
    told = lexicon.patterns["to-whom"].match(text, start)
    if told:
        for spot in scene.spots_from(told.end(), told.end() + 31):
            if spot.end < limit:
                return trim(text, spot.end, limit, " ,")[0]
        comma = text.find(",", start, min(limit, start + 110))
        return trim(text, comma + 1, limit)[0] if 0 <= comma < limit - 12 else None
    occasion = lexicon.patterns["occasion"].match(text, start, limit)
    if occasion and text[occasion.end() : occasion.end() + 1] == ",":
        return trim(text, occasion.end() + 1, limit)[0]
    return start


def content(scene: Scene, lexicon: Lexicon, start: int, limit: int) -> Stretch:
    """A reported clause without full stop and without the attribution that may close its sentence."""
    text = scene.text
    end = limit
    tail = _search(scene, lexicon, "attribution", start, limit)
    while tail and scene.quoted[tail.start()]:
        tail = _search(scene, lexicon, "attribution", tail.end(), limit)
    if tail:
        end = tail.start()
    rest = lexicon.patterns["going-on"].search(text, start, end)
    if rest and scene.quoted[rest.start()]:
        end = rest.start() + len(",”")
    closing = _search(scene, lexicon, "closing", max(start, end - 120), end)
    if closing and not scene.quoted[closing.start()] and closing.start() > start + 12:
        end = closing.start()
    remark = _search(scene, lexicon, "remark", start, end)
    if remark and not scene.quoted[remark.start()] and scene.count(start, remark.start()) >= MIN_CLAUSE_WORDS:
        end = remark.start()  # the report goes on in its own words: `lima orang tewas, tanpa merinci siapa mereka`
    a, b = trim(text, start, end, " ,;:")
    odd = text.count('"', a, b) % 2 == 1
    while b > a and (text[b - 1] in ".!? " or (odd and text[b - 1] == '"')) and not scene.quoted[b - 1]:
        b -= 1
    return trim(text, a, b, " ,;:")


def _search(scene: Scene, lexicon: Lexicon, pattern: str, start: int, end: int) -> re.Match[str] | None:
    """The first that a pattern finds in a stretch, where one of its words stands there."""
    if not scene.has(lexicon.keywords[pattern], start, end):
        return None
    return lexicon.patterns[pattern].search(scene.text, start, end)


def _attributive(lexicon: Lexicon, low: str, following: Word | None) -> bool:
    """Whether a word that looks like a predicate is none: `kabar mengejutkan ini`, `harapan akan damai`."""
    if following is None or not lexicon.is_predicate(low):
        return False
    if low == "akan":
        return not lexicon.is_predicate(following.low)
    return following.low in lexicon.words["pointing"]


def _chains(lexicon: Lexicon, low: str, following: str) -> bool:
    """Whether a predicate and the next word are one: `akan pulang`, `dinyatakan tewas`, but not `yang dicabut beroperasi di …`."""
    if not lexicon.is_predicate(following):
        return False
    if lexicon.is_verb(low) and following in lexicon.words["auxiliary"]:
        return low in lexicon.words["reported"]  # `yang ditemukan sudah dibawa`: another predicate begins
    return not lexicon.is_verb(low) or not lexicon.is_verb(following) or low in lexicon.words["chaining"]


def has_predicate(scene: Scene, lexicon: Lexicon, start: int, end: int, opening: frozenset[str]) -> bool:
    """Whether a stretch has a predicate of its own: outside relative clauses, purposes and adjuncts.

    After a word of `opening` (`untuk`, `agar`) a predicate counts all the same.
    """
    held = carried = False  # carried: a list may go on from a predicate that did not count
    words = scene.words_in(start, end)
    for k, word in enumerate(words):
        low = word.low
        following = words[k + 1] if k + 1 < len(words) else None
        if low in opening:
            held = carried = False
            continue
        if low in lexicon.words["holding-next"]:
            if following and following.low in lexicon.words["before-verb"]:
                following = words[k + 2] if k + 2 < len(words) else None  # `untuk lebih melindungi …`
            held = following is not None and lexicon.is_predicate(following.low)
            continue
        if low in lexicon.words["holding"] and not (following and f"{low} {following.low}" in lexicon.words["now"]):
            held = True
            continue
        listed = low in lexicon.words["listing"]
        if k and "," in scene.text[words[k - 1].end : word.start] and not listed:
            held = carried = False
        if listed and carried:
            held = True
            continue
        if low in lexicon.words["pointing"] and not held and k and following:
            if following.low not in lexicon.words["after-noun"] and scene.text[word.end : following.start] == " ":
                return True  # a nominal clause: `serangan itu bukti …`
        elif _attributive(lexicon, low, following):
            continue
        elif lexicon.is_predicate(low) and scene.text[word.start].islower():
            if k and words[k - 1].low in lexicon.words["going-on"]:
                held = True  # it goes on from the cue: `mengungkap dua kasus dan menahan …`
            if not held:
                return True
            held = following is not None and _chains(lexicon, low, following.low)
            carried = True
        elif carried and not listed and held and k and words[k - 1].low in lexicon.words["listing"]:
            held = carried = False  # another subject: `warga yang sakit dan pemerintah akan …`
    return False


def is_clause(scene: Scene, lexicon: Lexicon, said: Said, end: int) -> bool:
    """Whether a content still holds a clause when it ends here."""
    if scene.count(said.start, end) < MIN_CLAUSE_WORDS:
        return False
    return has_predicate(scene, lexicon, said.start, end, lexicon.words["purpose"])
