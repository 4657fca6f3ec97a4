"""What has the capitals of a name and is none: terms of law, medicine, budgets and documents, and makes and models of goods."""

from __future__ import annotations

from collections import defaultdict

from runut.reading.names.explaining import explains
from runut.reading.names.scan import Scan
from runut.reading.names.spots import Spot

# A matter that its letters spell has so many words at least: those of two fit a person's too easily.
_SPELT = 3
# A model's name behind its make has this many words at most.
_MODEL = 4
# Names that these rules alone have found stand on their shape: a word for a thing before one shows that it is a thing's.
SHAPED = frozenset(
    (
        "capital",
        "capital-of-small-word",
        "capitals-and-digits",
        "capitals-in-headline",
        "capitals-only",
        "foreign-joiner",
        "name-shape",
        "name-with-acronym",
    )
)
# Of these, such that nothing but capitals tells what they are: a word of English in one shows that it is nobody's. Of 200 such names in
# 1,500 reports three are persons' with a word of another name glued on.
_UNPLACED = frozenset(("capital", "capital-of-small-word", "capitals-in-headline", "name-shape"))
_NONE: frozenset[str] = frozenset()
# One place in so many behind a word for a thing is enough.
_THINGS = 4
# A sign of this weight beside a name, anywhere in the report, speaks for it.
_SPEAKS = 1.5


def term(scan: Scan, at: int) -> int | None:
    """The word after a term that is no name, with its short form in brackets: `Visum Et Repertum (VER)`, `Dana Alokasi Khusus (DAK)`."""
    word = scan.words[at]
    if word.upper and (_shortens_words(scan, at) or _is_of_law(scan, at)):
        scan.found.terms.add(word.text)
        return at + 1
    if not word.capital:
        return None
    whole = scan.lex.terms.match(scan.words, at)
    if whole is not None and whole[1] == "letters":
        heads = (scan.heads[at] or scan.places[at]) and scan.joined(at + 1)
        heads = heads and (scan.words[at + 1].capital or _is_honoured(scan, at + 1))
        return whole[0] if word.upper and not heads else None  # `TPU Kalimas`
    if whole is not None and whole[1] != "term":
        end = _goods(scan, at, *whole)
        return end if end > at else None
    end = whole[0] if whole is not None else _headed(scan, at)
    if end == at:
        return None
    short = scan.bracketed(end)
    if short is not None and explains(scan, scan.core(at, end), scan.core(*short)):
        scan.found.terms.add(scan.core(*short))
        return short[1]
    return end


def _is_honoured(scan: Scan, at: int) -> bool:
    """Whether a form of address in small letters and a name follow, as in the name of a hospital: `RS dr Wiraguna`."""
    title = scan.titles[at]
    named = title is not None and title[1].kind == "honorific" and scan.joined(title[0])
    return title is not None and named and scan.words[title[0]].capital


def _is_of_law(scan: Scan, at: int) -> bool:
    """Whether letters that no table has stand right behind those for a law: `UU LTR`."""
    if not at or scan.words[at].gap != " " or scan.words[at].text in scan.defined:
        return False
    listed = scan.known[at] or scan.heads[at] or scan.titles[at] or scan.places[at]
    return not listed and scan.lex.is_word(scan.words[at - 1].low, "law") and scan.words[at - 1].capital


def _headed(scan: Scan, at: int) -> int:
    """The end of a term that its first word shows, of ordinary words or with its letters behind it: `Dana Alokasi Khusus`."""
    words = scan.words
    if not scan.lex.is_word(words[at].low, "term-head") or scan.heads[at] or scan.titles[at] or scan.known[at]:
        return at
    if scan.joined(at) and words[at - 1].capital and not words[at - 1].opens:  # `Reksa Dana Kalimas`
        return at
    end = at + 1
    spelt = scan.spelt.get(at, at)
    while scan.joined(end) and words[end].capital and not (scan.stops(end) or scan.known[end]):
        if end >= spelt and scan.kind(end) is None and words[end].low not in scan.lex.roots:
            break
        end += 1
    return max(end, spelt) if end - at > 1 or spelt > at else at


def spells_matter(scan: Scan, at: int, end: int) -> bool:
    """Whether a run of capitalised words is a matter's and nobody's: its first letters stand in brackets behind it somewhere in the text,
    and all its words but one are ordinary or one is English, with no word for somebody beside it or its letters: `Keluarga Penerima
    Bantuan (KPB)`, `Lontar Management System (LMS)`.
    """
    if scan.spelt_again.get(at) != end or end - at < _SPELT:
        return False
    if any(_is_no_matter(scan, k, k == end - 1) for k in range(at, end)):
        return False
    words = scan.words[at:end]
    if at and scan.joined(at) and "PER" in scan.lex.before.get(scan.words[at - 1].low, ()):
        return False  # `kata Damai Hari Kuncoro (DHK)`
    if any(word.low in scan.lex.given or word.low in scan.speaking for word in words):
        return False
    odd = sum(
        not (word.low in scan.lex.ordinary or word.low in scan.lex.roots or scan.is_derived(word.low)) for word in words
    )
    english = any(scan.lex.is_word(word.low, "english") for word in words)
    return (odd <= 1 or english) and not _is_somebodys(scan, at, end, odd > 0 and not english)


def _is_no_matter(scan: Scan, k: int, last: bool) -> bool:
    """Whether word `k` is of a name, a body or a place, and neither a word of the language besides nor our country at the end:
    `Neraca Kalimas Indonesia (NKI)`.
    """
    if not (scan.known[k] or scan.places[k] or scan.heads[k]):
        return False
    low = scan.words[k].low
    return not (low in scan.lex.ordinary or low in scan.lex.roots or (last and scan.lex.is_word(low, "home")))


def _is_somebodys(scan: Scan, at: int, end: int, odd: bool) -> bool:
    """Whether a word for somebody stands beside a name or its letters anywhere; before one of an unknown word also `adalah` and `yakni`."""
    words, lex = scan.words, scan.lex
    lows = [word.low for word in words[at:end]]
    letters = "".join(word.text[0] for word in words[at:end])
    for k, word in enumerate(words):
        whole = word.low == lows[0] and [other.low for other in words[k : k + len(lows)]] == lows
        if not whole and word.text != letters:
            continue
        last = k + len(lows) if whole else k + 1
        after = words[last].low if scan.joined(last) else ""
        if any(lex.is_word(after, use) for use in ("person-done", "person-fate")):
            return True
        before = words[k - 1].low if scan.joined(k) else ""
        if any(lex.is_word(before, use) for use in ("suspect", "arrest")) or (odd and lex.is_word(before, "that-is")):
            return True
    return False


def past_matter(scan: Scan, end: int) -> int:
    """The word after a matter's name and its letters in brackets, which are noted as no name's."""
    short = scan.bracketed(end)
    if short is None:
        return end
    scan.found.terms.add(scan.core(*short))
    return short[1]


def _goods(scan: Scan, at: int, end: int, kind: str) -> int:
    """The end of a model's name, or of a make's behind a word for goods or before a model: `motor Honda Lontara 150`; else `at`."""
    words = scan.words
    before = words[at - 1].low if at and words[at].gap == " " else ""
    after = scan.lex.terms.match(words, end) if scan.joined(end) and words[end].capital else None
    modelled = after is not None and after[1] == "model"
    coded = scan.joined(end) and any(c.isdigit() for c in words[end].text) and words[end].capital
    counted = scan.joined(end + 1) and words[end].text.isdigit() and scan.lex.is_word(words[end + 1].low, "goods")
    led = counted or scan.lex.is_word(before, "goods")  # `Honda 2 unit`, `mobil Honda`
    if kind == "make" and not (led or modelled or coded):
        return at
    last = end
    while last - end < _MODEL and scan.joined(last) and not scan.headline[last]:
        word, model = words[last], scan.lex.terms.match(words, last)
        if word.capital and model is not None and model[1] == "model":
            last = model[0]
            continue
        named = word.capital and not scan.stops(last) and scan.kind(last) is None and word.low not in scan.lex.given
        if not (named or (word.text[0].isdigit() and last > end)):
            break
        last += 1
    while last > end and words[last - 1].text.isdigit():
        last -= 1
    return last


def _shortens_words(scan: Scan, at: int) -> bool:
    """Whether an acronym stands in brackets for words in small letters, none of them a body's: `orang tak dikenal (OTD)`."""
    words, word = scan.words, scan.words[at]
    if not at or word.gap != " (" or scan.text[word.end : word.end + 1] != ")":
        return False
    left = word.low
    k = at
    while left and k:
        k -= 1
        if words[k].capital or (k < at - 1 and words[k + 1].gap != " "):
            return False
        if words[k].low[0] == left[-1]:
            left = left[:-1]
        elif not scan.lex.is_word(words[k].low, "and"):
            return False
    known = scan.known[at]
    told = known is not None and known[1].name.lower() == " ".join([w.low for w in words[k:at]])
    return not left and scan.heads[k] is None and not told


def drop_things(scan: Scan) -> None:
    """Take the weight of names that stand on their shape behind a word for a thing, or hold one of English: `siklon tropis Lontara`,
    `gim Lontara Raya`, `Lontara Early Warning`.
    """
    otherwise = {spot.key for spot in scan.found.spots if spot.rule not in SHAPED or spot.role}
    named: dict[str, list[Spot]] = defaultdict(list)
    for spot in scan.found.spots:
        if spot.key not in otherwise:
            named[spot.key].append(spot)
    for spots in named.values():
        things = sum(_is_thing(scan, spot) or _is_english(scan, spot) for spot in spots)
        if things and _THINGS * things >= len(spots) and not any(map(_speaks, spots)):
            for spot in spots:
                spot.weight, spot.signs = 0.0, []


def drop_vessels(scan: Scan) -> None:
    """Leave out where a ship's name stands without `KM` before it, one of one word only behind a word for a thing: it is nobody's, and
    nobody's part (`kapal Rini Jaya`, beside a Rini).
    """
    if scan.vessels:
        scan.found.spots = [
            spot
            for spot in scan.found.spots
            if spot.core.lower() not in scan.vessels
            or spot.type not in ("PER", None)
            or spot.role
            or (" " not in spot.core and not _is_thing(scan, spot))
            or any(weight >= _SPEAKS and rule != "speaks" for _, rule, weight in spot.signs)  # of another of its words
        ]


def _is_thing(scan: Scan, spot: Spot) -> bool:
    """Whether a word for a thing stands right before a name, and no comma between."""
    words, at = scan.words, spot.first
    if spot.last - at > 1 and _is_storm(scan, at + 1) and spot.type in ("PER", None):
        return True  # `Siklon Lontara`
    if not at or words[at].opens or words[at].gap not in (" ", ' "', " '", " “"):
        return False
    before = words[at - 1]
    if before.capital and not before.opens and not _is_storm(scan, at):
        return False
    return scan.lex.is_word(before.low, "thing") or (
        at > 1 and scan.lex.is_word(f"{words[at - 2].low} {before.low}", "thing")
    )


def _is_storm(scan: Scan, at: int) -> bool:
    """Whether a word for a storm stands with a capital before word `at`: `Siklon Lontara`, `Siklon Tropis Lontara`."""
    words = scan.words
    pair = f"{words[at - 2].low} {words[at - 1].low}" if at > 1 else ""
    return scan.lex.is_word(words[at - 1].low, "storm") or scan.lex.is_word(pair, "storm")


def _is_english(scan: Scan, spot: Spot) -> bool:
    """Whether a name that stands on its capitals holds a word of English that is in no person's, and none that persons are called."""
    if spot.rule not in _UNPLACED or spot.type not in ("PER", None):
        return False
    lows = [word.low for word in scan.words[spot.first : spot.last]]
    return not scan.lex.uses.get("english", _NONE).isdisjoint(lows) and scan.lex.given.isdisjoint(lows)


def _speaks(spot: Spot) -> bool:
    return any(weight >= _SPEAKS for _, _, weight in spot.signs)
