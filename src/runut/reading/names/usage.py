"""What an article's own use of its words shows, found once before any rule looks: headlines, words that are names here, short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import compress, pairwise

from runut.reading.names.bodies import SYLLABLES, is_syllabic
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.scan import BRACKET, OPENING_GAPS, Scan, is_rank
from runut.reading.names.words import Word

# A short form of this many letters that are the first of the words before it shows by itself where the name begins.
_LETTERS = range(3, 9)
# One that is made of the openings of the words before it has so many of them at most.
_MADE = 8
# A short form in brackets has this many words at most.
_PARTS = 3
# The uses of small words that stand inside a name and give it no letter.
_INSIDE = ("and", "purpose", "serving", "foreign", "inside-name")
# The first word of a short form of several words stands for so many words of the name at most.
_OPENING = 4
# A sentence of five words or more with this share of capitals, whose other words are among the small ones of headlines,
# is a headline, where a capital shows nothing.
_HEADLINE_SHARE, _HEADLINE_WORDS = 0.6, 5
# A word like a derived noun ends a name whose given name stands this many words before it at most.
_SHAPED = 4


def scanned(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Scan:
    """The words of an article with what the tables have of them, and what their use in it shows."""
    scan = Scan(text, words, lexicon)
    sentences = [0, *(k for k in compress(range(len(words)), scan.opens) if k), len(words)]
    for start, end in pairwise(sentences):
        if _is_headline(scan, start, end):
            scan.headline[start:end] = [True] * (end - start)
    scan.shaped = _shaped_names(scan)
    scan.speaking = _speaking(scan)
    scan.odd = _odd_names(scan)
    scan.runs = _runs(scan)
    lows, gaps, opens = scan.lows, scan.gaps, scan.opens
    scan.inner = {lows[k] for k in scan.capitals if not (opens[k] or scan.headline[k] or gaps[k] in OPENING_GAPS)}
    signs = lexicon.uses.get("place-sign", frozenset())
    scan.after_place_word = {lows[k] for k in scan.capitals if k and lows[k - 1] in signs and not _ends_title(scan, k)}
    made: dict[int, int] = {}
    for k in scan.capitals:
        if "(" in gaps[k] and k and not is_rank(scan, k):  # `Polda Kalimas Komisaris Besar (Kombes)`
            first = _spelt_from(scan, k) if words[k].upper else _made_from(scan, k)
            if first is not None:
                (scan.spelt if words[k].upper else made)[first] = k
            elif not words[k].upper and (first := _parts_from(scan, k)) is not None:
                made[first] = k
                scan.parted.add(k)
    scan.spelt_again = _again(scan, scan.spelt)
    scan.made = _again(scan, made)
    scan.shorts = frozenset(words[k].text for k in made.values())
    if scan.parted:
        closed = {k: bracket[1] for k in scan.parted if (bracket := scan.bracketed(k)) is not None}
        scan.parted_again = {k: end for k, end in _again(scan, closed).items() if "(" not in words[k].gap}
    return scan


def _is_headline(scan: Scan, start: int, end: int) -> bool:
    """Whether the sentence of these words is a headline, which no stop ends."""
    if start == end or scan.text[scan.words[end - 1].end : scan.words[end - 1].end + 1] == ".":
        return False
    if end < len(scan.words) and scan.words[end].gap == ". ":  # behind a word without the number glued to it
        return False
    small = scan.lex.uses.get("headline", ())
    told = capitals = 0
    for word in scan.words[start:end]:
        if word.text[0].isalpha():
            if not word.capital and word.low not in small:
                return False
            told += 1
            capitals += word.capital
    return told >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * told


def _shaped_names(scan: Scan) -> frozenset[str]:
    """Words of a derived noun's shape that end a name with a given name: `Ratna Perwijaman`."""
    out = set()
    lows, uppers, ordinary, small = scan.lows, scan.uppers, scan.lex.ordinary, scan.small
    for k in scan.capitals:
        low = lows[k]
        if not k or uppers[k] or low in ordinary or low in small or not scan.joined(k) or not scan.is_derived(low):
            continue
        doing = scan.lex.acts.fullmatch(low)  # `Ratna Mengatakan` is a headline's
        if not doing and (_is_named(scan, k) or _is_held(scan, k - 1)):
            out.add(low)
    return frozenset(out)


def _is_named(scan: Scan, k: int) -> bool:
    """Whether the words before word `k` are a person's name that a given name opens."""
    for at in range(k - 1, max(k - _SHAPED, -1), -1):
        word = scan.words[at]
        if not word.capital or word.low in scan.lex.ordinary:
            return False
        if word.low in scan.lex.given:
            return True
        if not scan.joined(at) or scan.heads[at] or scan.places[at]:
            return False
    return False


def _is_held(scan: Scan, k: int) -> bool:
    """Whether word `k` is the first after an office, with its country or not, and no ordinary one: `Presiden Rusia Oleg …`."""
    low = scan.words[k].low
    if not scan.words[k].capital or low in scan.lex.ordinary:
        return False
    known = next((scan.known[j] for j in range(max(k - 3, 0), k) if (scan.known[j] or (0,))[0] == k), None)
    ends = {k}
    if known and known[1].table == "countries":
        ends.add(k - 1 - known[1].form.count(" "))
    if not any((scan.titles[j] or (0,))[0] in ends for j in range(max(k - 6, 0), k)):
        return False
    return not (scan.titles[k] or scan.heads[k] or scan.places[k] or scan.known[k] or scan.is_derived(low))


def _speaking(scan: Scan) -> frozenset[str]:
    """Single capitalised words that somebody is called by where he speaks (`kata Ratna.`, `Ratna mengatakan`): a name begins or
    ends with them.
    """
    out = set()
    words = scan.words
    speech_signs, after_signs = scan.lex.uses.get("speech-sign", frozenset()), scan.lex.after
    lows, gaps = scan.lows, scan.gaps
    for k in scan.capitals:
        if scan.opens[k]:
            tells = k + 1 < len(lows) and gaps[k + 1] == " " and "PER" in after_signs.get(lows[k + 1], ())
        else:
            tells = k > 0 and gaps[k] == " " and lows[k - 1] in speech_signs
        if not tells or not k or scan.uppers[k] or len(scan.texts[k]) < 3:
            continue
        word = words[k]
        after = words[k + 1] if k + 1 < len(words) else None
        known = scan.known[k]
        if scan.titles[k] or scan.heads[k] or scan.places[k] or (known and known[1].table != "places"):
            continue
        if word.opens:
            called = not known and not scan.headline[k] and scan.kind(k) is None
        else:
            called = after is None or not scan.joined(k + 1) or not (after.capital or after.text[0].isdigit())
        if called:
            out.add(word.low)
    return frozenset(out)


def _odd_names(scan: Scan) -> frozenset[str]:
    """Ordinary words that are the first of a name inside a sentence (`kata Haru Kuswara`) of a text that has them as no words."""
    out = set()
    lows, uppers, ordinary = scan.lows, scan.uppers, scan.lex.ordinary
    for k, following in pairwise(scan.capitals):
        low = lows[k]
        if following != k + 1 or scan.opens[k] or uppers[k] or uppers[following] or low in scan.small:
            continue
        if scan.headline[k] or scan.known[following] or not scan.joined(following):
            continue
        if ordinary.get(low) != "common" and not scan.lex.acts.fullmatch(low):  # `Bernardus Lontar`
            continue
        if scan.stops(k) or scan.lex.is_word(low, "direction") or scan.stops(following):
            continue
        if scan.is_name_word(following):
            out.add(low)
    return frozenset(out)


def _runs(scan: Scan) -> Counter[str]:
    """How often each maximal run of capitalised words stands in the text, in small letters."""
    runs: Counter[str] = Counter()
    lows, capital = scan.lows, scan.is_capital
    end, n = 0, len(lows)
    for k in scan.capitals:
        if k < end or scan.headline[k] or (scan.opens[k] and scan.kind(k)):
            continue
        end = k + 1
        while end < n and capital[end] and (scan.gaps[end] == " " or scan.joined(end)):
            end += 1
        runs[" ".join(lows[k:end])] += 1
    return runs


def _ends_title(scan: Scan, k: int) -> bool:
    """Whether a title ends before word `k` with a word that shows a place by itself: `Wali Kota Rini`."""
    title = scan.titles[k - 2] if k > 1 else None
    return title is not None and title[0] == k


def _spelt_from(scan: Scan, k: int) -> int | None:
    """The first of the words before the bracket at word `k` whose first letters are the short form in it."""
    short = scan.bracketed(k)
    text = scan.words[k].low
    if short is None or short[1] != k + 1 or len(text) not in _LETTERS or not text.isalpha():
        return None
    at, left = k, len(text)
    while at > 0 and left:
        at -= 1
        word = scan.words[at]
        parts = "".join([part[:1] for part in word.low.split("-")]) if "-" in word.low else word.low[0]
        fits = len(parts) if word.capital and text[:left].endswith(parts) else 0  # `Timur-Barat (TB)` gives two
        if not fits and not (word.low in scan.lex.joiners or any(scan.lex.is_word(word.low, use) for use in _INSIDE)):
            return None
        left -= fits
        if left and not (word.gap in (" ", ", ") and not word.opens):
            return None
    return None if left else at


def _made_from(scan: Scan, k: int) -> int | None:
    """The first of the words before the bracket at word `k` whose openings make the short form in it: `(Lonkara)`."""
    short = scan.bracketed(k)
    if short is None or short[1] != k + 1 or len(scan.words[k].low) < SYLLABLES or scan.known[k]:
        return None
    own: list[str] = []
    for at in range(k - 1, max(k - 1 - _MADE, -1), -1):
        word = scan.words[at]
        if word.capital:
            own[:0] = word.low.split("-")
            if len(own) > 1 and own[0][0] == scan.words[k].low[0] and is_syllabic(scan.words[k].low, own):
                return at
        elif not any(scan.lex.is_word(word.low, use) for use in _INSIDE):
            return None
        if word.opens or word.gap not in (" ", ", "):
            return None
    return None


def _parts_from(scan: Scan, k: int) -> int | None:
    """The head of the body before the bracket at word `k` whose name makes the short form of several words in it: `Komisi Nasional Kerja
    terhadap Lontar (Komnas Lontar)`, `Satuan Tugas Pangan Kalimas Raya (Satgas PKR)`.
    """
    bracket = BRACKET.match(scan.text, scan.words[k - 1].end)
    parts = bracket[1].split(" ") if bracket is not None else []
    if not 1 < len(parts) <= _PARTS or not all(part.isalpha() and part[0].isupper() for part in parts):
        return None
    for at in range(k - 1, max(k - 1 - _MADE - _OPENING, -1), -1):
        word, head = scan.words[at], scan.heads[at]
        heads = head is not None and word.capital and head[1].kind in ("office", "seat", "body")
        if heads and _make_parts(scan, at, k, parts):
            return at
        if not word.capital and not any(scan.lex.is_word(word.low, use) for use in _INSIDE):
            return None
        if word.opens or word.gap not in (" ", ", "):
            return None
    return None


def _make_parts(scan: Scan, at: int, end: int, parts: list[str]) -> bool:
    """Whether the words from `at` up to `end` make these parts in order, the first by its openings or the tables, up to their last word."""
    low = [w.low for w in scan.words[at:end]]
    first = parts[0].lower()
    listed = scan.lex.parts.get(first)
    sizes = (
        n
        for n in range(1, min(_OPENING, len(low) - 1) + 1)
        if (listed is not None and listed == " ".join(low[:n]))
        or (n > 1 and len(first) >= SYLLABLES and is_syllabic(first, low[:n]))
    )
    at = next(sizes, 0)
    if not at or scan.lex.is_word(parts[-1].lower(), "home"):  # `Kementerian Pangan Republik Indonesia (Kemenpan RI)`
        return False
    for part in parts[1:]:
        if part.lower() in low[at:]:
            at = low.index(part.lower(), at) + 1
            continue
        made = part is parts[-1] and len(part) >= SYLLABLES and scan.lex.known.get(part) is None
        if made and is_syllabic(part.lower(), low[at:]):
            at = len(low)  # `Direktorat Jenderal Lontar Kenanga (Ditjen Lonken)`
            continue
        for letter in part.lower() if part.isupper() else "?":
            at = next((j + 1 for j in range(at, len(low)) if low[j][0] == letter), 0)
            if not at:
                return False
    return at == len(low)


def _again(scan: Scan, spelt: dict[int, int]) -> dict[int, int]:
    """By its first word, the word after each stretch of an article that has the words of one of these."""
    words, out = scan.words, {}
    told = [tuple(w.low for w in words[first:last]) for first, last in spelt.items()]
    at_word: dict[str, list[int]] = defaultdict(list)
    for k in scan.capitals if told else ():
        at_word[words[k].low].append(k)
    for lows in reversed(dict.fromkeys(reversed(told))):  # each once, as it is spelt last
        for k in at_word[lows[0]]:
            if tuple(w.low for w in words[k : k + len(lows)]) == lows:
                out[k] = k + len(lows)
    return out
