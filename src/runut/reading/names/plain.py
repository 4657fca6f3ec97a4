"""Runs of capitalised words that no title, head or table explains, and what stands beside them."""

from __future__ import annotations

import re

from runut.reading.names.explaining import explains
from runut.reading.names.nicknames import INSIDE, nickname
from runut.reading.names.officers import before_officer, ends_after_home, is_hyphened_name, is_of_home
from runut.reading.names.place_tails import directed
from runut.reading.names.places import WITH_PLACE, close_organisation
from runut.reading.names.scan import BRACKET, DOMAIN, OPENING_GAPS, ROMAN, Scan
from runut.reading.names.serving import kin_of
from runut.reading.names.spots import Spot
from runut.reading.names.terms import past_matter, spells_matter
from runut.reading.names.words import Word

# What opens and closes a word in quotation marks inside a name.
_QUOTED, _CLOSED = (" '", ' "', " “", " ‘"), ("'", '"', "”", "’")
_UNQUOTED = tuple(f"{mark} " for mark in _CLOSED)
# A unit has so many letters at most; before it stands a number that is no year.
_UNIT, _COUNTED = 3, re.compile(r"(?<![\d.,/-])(?!(?:19|20)\d\d )\d+(?:[.,]\d+)* $")
# What a word beside a name weighs: some weigh more than a given name in it.
_WEAK, _SIGN, _STRONG = 1, 2, 4
# A capital inside a word is a firm's, not a person's, save in Scottish names: `LontarPay`, `McLontar`.
_CAMEL = re.compile(r"(?!Ma?c[A-Z])([A-Z][a-z]+)([A-Z][A-Za-z]+)")
# What somebody's letters leave out of his name.
_VOWELS = re.compile(r"[AEIOU]")
_NONE: frozenset[str] = frozenset()
# A person's name of a word that no table has and the surname has so many.
_FULL = 2
# Names that may lie in one another are among so many that were found last.
_NEAR_SPOTS = 8
# A word with digits this long or shorter is a code.
_CODE = 4
# A model of goods by its letters and number.
_MODEL = re.compile(r"[A-Z]{1,3}-\d{2,4}[A-Z]?")
# A Korean or Chinese family name has so many letters at most.
_FAMILY = 5
# Somebody is called by three letters at most, save where it is said that he is.
_BODY_LETTERS = 4


def _names_vessel_alone(scan: Scan, at: int, end: int) -> bool:
    """Whether a ship's or train's name may be left out elsewhere: it opens with no name of the tables and is no given name by itself."""
    return scan.known[at] is None and (end - at > 1 or scan.words[at].low not in scan.lex.given)


# What closes a quotation before the capital of who says it.
_AFTER_SPEECH = ('"', "”", ',"', ",”", '."', ".”", '",', "”,")


def plain(scan: Scan, at: int) -> int | None:
    """The end of a run of capitalised words, noted as a name with the evidence there is."""
    words = scan.words
    word = words[at]
    if "." in word.text and DOMAIN.fullmatch(word.text) and not word.text[0].isdigit():
        scan.add(at, at + 1, "ORG", "domain", 4)
        return at + 1
    if word.upper and scan.lex.is_word(word.low, "vessel") and scan.joined(at + 1) and words[at + 1].capital:
        end = max(scan.run(at + 1), at + 1)  # a ship is no person
        if _names_vessel_alone(scan, at + 1, end):
            scan.vessels.add(scan.core(at + 1, end).lower())
        return end
    if word.capital and (whose := kin_of(scan, at)):  # `Putra Rini, Budi Kuncoro, menolak`
        scan.add(at + 1, whose, "PER", "kin-of", 3)
        return whose
    if word.low in scan.lex.plain_openers:  # few
        if _opens_name(scan, at):
            return _opened(scan, at)
        if scan.lex.peoples.match(words, at):
            return at + 1 if scan.run(at) <= at + 1 else None
    if not word.capital and not word.upper:  # nothing of the following begins so
        return None
    if scan.lex.is_word(word.low, "speech-sign") and word.gap.startswith(
        _AFTER_SPEECH
    ):  # `“Sudah aman,” Ujar Rini Wijayanti`
        return at + 1
    if at and words[at - 1].capital and word.gap in (" ", ", ") and scan.is_degree(at):  # `Rini Wijayanti SPd, MPd`
        return at + 1
    if word.upper and _is_term(scan, at):
        scan.found.terms.add(word.text)
        return at + 1
    end = scan.run(at)
    if end == at and _opens_hyphened(scan, at):
        scan.add(at, at + _FULL, "PER", "hyphened-name", 3)
        return at + _FULL
    if end == at and _is_foreign(scan, at):
        end = scan.loose_run(at)
    spelt = scan.spelt_again.get(at, at)
    if end < spelt and not all(map(scan.kind, range(at, spelt))):  # `Damai Hari Kuncoro (DHK)`
        end = spelt
    if end == at and _is_aged(scan, at):
        scan.add(at, at + 1, "PER", "age", 5)
        return at + 1
    if end - at == 1 and (_is_imperative(scan, word) or _is_kin_of_officer(scan, at)):
        return None
    if end - at == 1 and _MODEL.fullmatch(word.text):
        return at + 1
    if end == at or (end - at == 1 and (_is_too_little(word, scan) or _is_kind_of_school(scan, at))):
        return None
    end = _with_country(scan, at, _without_code(scan, at, _cut_known_tail(scan, at, end)))
    of_home = is_of_home(scan, at, end) and ends_after_home(scan, at, end)
    end = end + 1 if of_home else end
    end = before_officer(scan, at, end)
    if (part := _part_of_place(scan, at, end)) > end - 1:
        _look_around(scan, scan.add(at, part, "GPE", "place-with-direction", 4))
        return part
    if end - at == 1 and (_is_opening_root(scan, word) or scan.lex.is_word(word.low, "again")):
        return None
    low = [w.low for w in words[at:end]]
    if word.opens and word.low in scan.small and word.low not in scan.lex.given:
        return None if end - at == 1 else plain(scan, at + 1)
    led = word.opens and end - at > 1 and not _stands_whole(scan, low) and scan.runs[" ".join(low[1:])]
    if led and not _opens_full_name(scan, at, end):
        return plain(scan, at + 1)
    if (
        word.upper and word.text.isalpha() and len(word.text) > 2 and len(low) > 1 and low[1] in scan.lex.given
    ):  # a body, then its officer
        return plain(scan, at + 1)
    type_, rule, weight = _shape(scan, at, end, low)
    if rule == "name-shape" and spells_matter(scan, at, end):
        short = scan.bracketed(end)
        behind = short[1] if short else end
        if not (_speaks_behind(scan, behind) or scan.lex.is_word(low[-1], "home")):
            return past_matter(scan, end)
        type_, rule = "ORG", "name-with-acronym"
    if type_ != "ORG" and scan.joined(at) and words[at - 1].text == "The" and _is_told_as_body(scan, at - 1):
        type_, rule, weight = "ORG", "name-with-article", 1.5  # `Melansir The Kalimas`
    if of_home and type_ != "ORG":
        type_, rule, weight = "ORG", "body-of-home", 4
    if type_ == "ORG" and scan.joined(at) and words[at - 1].text == "The":
        at -= 1
    spot = scan.add(at, end, type_, rule, weight)
    if of_home:
        scan.same(WITH_PLACE, spot, scan.add(at, end - 1, "ORG", "org-without-place", 3))
    if scan.lex.age.match(scan.text, spot.end):
        spot.signs.append(("PER", "age", 5))
    if end - at > 1 and type_ == "PER" and not scan.speaking.isdisjoint(low):
        spot.signs.append(("PER", "speaks", 3))
    _look_around(scan, spot)
    if rule == "name-shape" and _is_lettered_body(scan, spot):
        spot.type, spot.rule = type_, rule = "ORG", "name-with-acronym"
    if rule == "capital" and word.opens and _acts(scan, end):
        spot.signs.append(("PER", "acts", 0.6))
    if end - at == 1 and word.upper:
        explained = _explained(scan, spot)
        if explained:
            return explained
        if rule == "acronym-defined" and at in scan.spelt_before:
            _note_spelt(scan, spot)
    if type_ == "PER" and (quoted := _in_quotes(scan, end)):
        goes_on = quoted < len(scan.words) and scan.words[quoted].gap in _UNQUOTED and scan.is_name_word(quoted)
        last = scan.run(quoted) if goes_on else quoted  # `Rini 'Idola' Wijayanti`
        whole = scan.add(at, last, "PER", "name-in-quotes", 3)
        if not goes_on:
            whole.end, whole.core = whole.end + 1, spot.core  # with the closing mark
        return last
    if type_ == "PER" or (end - at == 1 and (_has_initials(scan, spot) or _is_called_otherwise(scan, end))):
        other = nickname(scan, spot)
        if other > end:
            return other
    if type_ == "ORG" or (scan.bracketed(end) and not any(w in scan.lex.given for w in low)):
        before = len(scan.found.spots)
        closed = close_organisation(scan, spot)
        if closed > end and len(scan.found.spots) > before:
            spot.signs.append(("ORG", "acronym-defined", 5))
        return closed
    return end


def _opens_hyphened(scan: Scan, at: int) -> bool:
    """Whether a short ordinary word is the family name before a given one with a hyphen: `Bang Tae-rim`, `Sim Tae-rim`."""
    word = scan.words[at]
    if not word.capital or word.upper or len(word.text) > _FAMILY or scan.headline[at] or scan.titles[at]:
        return False
    return scan.lex.ordinary.get(word.low) != "calendar" and not _may_speak(scan, at) and is_hyphened_name(scan, at + 1)


def _may_speak(scan: Scan, at: int) -> bool:
    """Whether a word that opens a sentence may be one that stands before a name: `Kata Tae-rim`, `Dari Tae-rim`."""
    word = scan.words[at]
    return word.opens and (word.low in scan.lex.before or word.low in scan.small)


def _in_quotes(scan: Scan, at: int) -> int:
    """The word after what somebody is called by in quotation marks behind a known given name, 0 when it is none: `Rini 'Idola'`."""
    if at >= len(scan.words) or scan.words[at - 1].low not in scan.lex.given:
        return 0
    word = scan.words[at]
    closed = scan.text[word.end : word.end + 1]
    if word.gap not in _QUOTED or closed not in _CLOSED or not word.capital or scan.headline[at]:
        return 0
    return 0 if scan.titles[at] or scan.lex.acts.fullmatch(word.low) else at + 1


def _is_called_otherwise(scan: Scan, at: int) -> bool:
    """Whether `alias` stands at word `at`."""
    return at < len(scan.words) and scan.words[at].gap == " " and scan.lex.is_word(scan.words[at].low, "alias-sign")


def _acts(scan: Scan, at: int) -> bool:
    """Whether word `at` is a verb or what stands before one, so that what is before it does something: `Kalimas juga menolak`."""
    after = scan.words[at] if scan.joined(at) else None
    return after is not None and not after.capital and scan.lex.acts.fullmatch(after.low) is not None


def _is_told_as_body(scan: Scan, at: int) -> bool:
    """Whether the word before word `at` shows a body."""
    return at > 0 and scan.words[at].gap == " " and "ORG" in scan.lex.before.get(scan.words[at - 1].low, ())


def _speaks_behind(scan: Scan, at: int) -> bool:
    """Whether a word of speaking stands at word `at`, behind a name or its bracket."""
    return at < len(scan.words) and "PER" in scan.lex.after.get(scan.words[at].low, ())


def _part_of_place(scan: Scan, at: int, end: int) -> int:
    """The end of an unknown name with the capitalised word of direction at its end: `Lontarwa Utara`; 0 when it is none."""
    words = scan.words
    directions = scan.lex.uses["direction"]
    first = end - (end - at > 1 and words[end - 1].low in directions)
    if first == len(words) or words[first].low not in directions or not words[first].capital or not scan.joined(first):
        return 0
    if words[at].upper or scan.headline[at] or any(map(scan.kind, range(at, first))) or scan.known[first]:
        return 0
    if any(w.low in scan.lex.given or w.low in scan.speaking or "-" in w.text for w in words[at:first]):
        return 0
    last = directed(scan, first)
    return 0 if scan.joined(last) and words[last].capital else last


def _is_term(scan: Scan, at: int) -> bool:
    """Whether an acronym stands in brackets for ordinary words, none of them a body's: `Surat Keterangan Lulus (SKL)`."""
    words, word = scan.words, scan.words[at]
    if not at or word.gap != " (" or scan.text[word.end : word.end + 1] != ")":
        return False
    first = scan.spelt_before.get(at, at - 1)
    while (
        at not in scan.spelt_before
        and first
        and scan.joined(first)
        and (words[first - 1].capital or scan.lex.is_word(words[first - 1].low, "and"))
    ):
        first -= 1
    told = range(first, at)
    if len(told) < 2 or any(scan.heads[k] or scan.titles[k] or scan.known[k] or scan.places[k] for k in told):
        return False
    return all(map(scan.kind, told)) and explains(scan, scan.core(first, at), word.text)


def _opens_name(scan: Scan, at: int) -> bool:
    """Whether a word that is none alone opens a name before a given one: `I Nyoman Suteja`, `Hari Suteja`, no feast's day."""
    low = scan.words[at].low
    if scan.opens_called(at):
        return not scan.headline[at]
    if not scan.lex.is_word(low, "name-opener") or not scan.joined(at + 1):
        return False
    after = scan.words[at + 1].low
    return after in scan.lex.given and not scan.lex.is_word(f"{low} {after}", "feast")


def _opened(scan: Scan, at: int) -> int:
    """The end of `I Nyoman Suteja`, whose first word is another alone."""
    end = max(scan.run(at + 2), at + 2) if scan.opens_called(at) else scan.run(at + 1)
    if scan.lex.is_word(scan.words[at].low, "birth-opener"):
        end = scan.past_common(end)
    spot = scan.add(at, end, "PER", "given-name", 3)
    _look_around(scan, spot)
    return nickname(scan, spot)


def _is_opening_root(scan: Scan, word: Word) -> bool:
    """Whether a root has its capital only because it opens a sentence or stands in brackets: `Mohon doa`, `Rini (Wiraswasta)`."""
    return (
        (word.opens or word.gap in OPENING_GAPS)
        and not word.upper
        and word.low in scan.lex.roots
        and not (word.low in scan.inner or word.low in scan.speaking)
    )


def _is_imperative(scan: Scan, word: Word) -> bool:
    """Whether a word opens a sentence and is a root with `-kan`, by which somebody is asked to do something: `Doakan, ya.`"""
    asks = word.opens and not word.upper and word.low.endswith("kan") and word.low[:-3] in scan.lex.roots
    return asks and word.low not in scan.lex.given and word.low not in scan.inner and word.low not in scan.speaking


def _is_too_little(word: Word, scan: Scan) -> bool:
    """Whether a word alone is too short for a name, or a numeral."""
    if word.upper and _is_unit(scan, word):
        return True
    short = (len(word.text) < 3 and not word.upper and word.low not in scan.lex.given) or (
        scan.lex.ordinary.get(word.low) == "portfolio"
    )
    if word.upper and "-" in word.text and ROMAN.fullmatch(word.text.rpartition("-")[2]):  # `PUU-XVII`, of a ruling
        return True
    if len(word.text) <= _CODE and not word.text.isalpha() and any(c.isdigit() for c in word.text):  # `P13`, `U-14`
        return True
    return short or len(word.text) == 1 or ROMAN.fullmatch(word.text) is not None


def _is_kind_of_school(scan: Scan, at: int) -> bool:
    """Whether letters for a kind of school stand without its name: `siswa SMP`."""
    head = scan.heads[at]
    return head is not None and head[1].kind == "school" and scan.words[at].upper


def _is_kin_of_officer(scan: Scan, at: int) -> bool:
    """Whether a word for kin that is a name, too, opens a sentence before the office of whose kin is told of: `Putra anggota DPR tewas`."""
    word, after = scan.words[at], at + 1
    if not word.opens or not scan.lex.is_word(word.low, "kin-of") or not scan.joined(after):
        return False
    return scan.titles[after] is not None and not scan.words[after].capital


def _is_aged(scan: Scan, at: int) -> bool:
    """Whether an age in brackets follows a word of a verb's or noun's shape, which is a name then: `Melimani (23)`."""
    word = scan.words[at]
    if not word.capital or word.upper or word.low in scan.lex.ordinary or "-" in word.text:
        return False
    return scan.lex.age.match(scan.text, word.end) is not None and scan.kind(at) == "derived"


def _is_unit(scan: Scan, word: Word) -> bool:
    """Whether letters stand behind a number that is no year, as a unit does: `150 PK`."""
    return len(word.text) <= _UNIT and _COUNTED.search(scan.text, max(0, word.start - 12), word.start) is not None


def _stands_whole(scan: Scan, low: list[str]) -> bool:
    """Whether a run that opens a sentence stands elsewhere too, or opens with a known given name."""
    return scan.runs[" ".join(low)] > 1 or low[0] in scan.lex.given


def _is_foreign(scan: Scan, at: int) -> bool:
    """Whether capitalised words that open like ordinary ones are the English name of a body."""
    if not scan.words[at].capital or scan.words[at].low in scan.lex.function or scan.headline[at]:
        return False
    end = scan.loose_run(at)
    return end - at > 1 and scan.words[end - 1].low in scan.lex.org_words and not any(map(scan.stops, range(at, end)))


def _with_country(scan: Scan, at: int, end: int) -> int:
    """The end of a run with the country after it, where the word of a firm closes both: `Kalimas Indonesia Inc`."""
    known = scan.known[end] if scan.joined(end) else None
    if known is None or known[1].table != "countries" or not scan.words[end].capital:
        return end
    last = scan.loose_run(end)
    return last if last > known[0] and scan.words[last - 1].low in scan.lex.org_words else end


def _cut_known_tail(scan: Scan, at: int, end: int) -> int:
    """A run that ends in a known city leaves it, when the run without it is known elsewhere in the text."""
    for k in range(at + 1, end):
        known = scan.known[k]
        if known and known[0] == end and not known[1].also and scan.runs[scan.core(at, k).lower()]:
            return k
    return end


def _without_code(scan: Scan, at: int, end: int) -> int:
    """The end of an airline's name without the code of its flight: `Kalimas Airlines KA-576`, `Kalimas Airlines KA 576`."""
    words, last = scan.words, end - 1
    if last - at < 1 or not scan.lex.is_word(words[last - 1].low, "flies"):
        return end
    counted = end < len(words) and words[end].gap == " " and words[end].text.isdigit()
    letters = words[last].text.rstrip("0123456789").rstrip("-")
    coded = counted or words[last].text[-1].isdigit()
    return last if coded and letters.isupper() and len(letters) <= _UNIT else end


def _shape(scan: Scan, at: int, end: int, low: list[str]) -> tuple[str | None, str, float]:
    """What the words themselves show: type, rule and weight."""
    word = scan.words[at]
    firm = [w for w in low if w in scan.lex.org_words]
    if len(low) > 1 and firm and not (low[0] in scan.lex.given and all(scan.lex.is_word(w, "also-name") for w in firm)):
        return "ORG", "org-word", 4  # `Kalimas Abadi`, not `Rini Kuswara Abadi`
    if len(low) > 1 and scan.lex.is_word(low[-1], "place-word"):
        return "LOC", "place-word", 4
    if len(low) > 1 and not scan.lex.uses.get("foreign", _NONE).isdisjoint(low[1:]):
        return "ORG", "foreign-joiner", 2
    if len(low) == 1 and (scan.lex.bodies.fullmatch(low[0]) or scan.lex.seats.fullmatch(low[0])):
        return "ORG", "body-shape", 4
    if low[0] in scan.lex.given:
        return "PER", "given-name", 3
    if len(low) == 1 and low[0] in scan.lex.nicknames and not word.upper:
        return "PER", "known:nicknames", 3
    if not scan.lex.joiners.isdisjoint(low[1:]) or low[0].split("-")[0] in scan.lex.joiners:
        return "PER", "name-joiner", 3
    if len(low) == 1 and word.text in scan.defined:
        return "ORG", "acronym-defined", 4
    if len(low) == 1 and not word.text.isalpha() and any(c.isdigit() for c in word.text):
        return None, "capitals-and-digits", 0.3
    if len(low) == 1 and word.upper and scan.heads[at] and not scan.headline[at]:  # `RSUD`, `KBRI`
        return "ORG", "capitals-only", 3
    if len(low) == 1 and not word.opens and _is_seat_alone(scan, at):
        return "ORG", "head-alone", 1.0
    if len(low) == 1 and word.upper:
        return "ORG", "capitals-only", 1.0 if word.opens or scan.headline[at] else 1.5
    known = scan.known[end - 1]
    if len(low) > 1 and known and known[0] == end and known[1].table == "places" and not known[1].also:
        headed = word.upper and len(word.text) > 2  # `BXKL Wilayah II Kalimas`, after `di` too
        return "ORG", "name-and-city", 4 if headed else 1.5
    if scan.headline[at]:
        return None, "capitals-in-headline", 0.3
    halves = _CAMEL.fullmatch(word.text) if len(low) == 1 else None
    if halves is not None and not any(half.lower() in scan.lex.given for half in halves.groups()):
        return "ORG", "capital-inside", 1.0
    if len(low) > 1:
        acronym = any(
            w.upper and len(w.text) > 2 and scan.lex.terms.get(w.low) != "letters" for w in scan.words[at:end]
        )  # not `Nabi Lontara SAW`
        return ("ORG", "name-with-acronym", 1.0) if acronym else ("PER", "name-shape", 1.5)
    if word.low in scan.small:
        return None, "capital-of-small-word", 0.2
    return None, "capital", 0.4 if word.opens else 1.0


def _is_seat_alone(scan: Scan, at: int) -> bool:
    """Whether the short name of an office of police or state stands alone with a capital inside a sentence: `ditangani Reskrim`."""
    head = scan.heads[at]
    return head is not None and head[0] == at + 1 and head[1].kind == "seat" and not scan.headline[at]


def _opens_full_name(scan: Scan, at: int, end: int) -> bool:
    """Whether a word that opens a sentence is the first of a name of two that is set off: `Martara Rini, seorang …`."""
    if end - at > _FULL or scan.known[at + 1] or scan.is_opener(at):
        return False
    return end < len(scan.words) and scan.words[end].gap in (", ", " (")


def _explained(scan: Scan, spot: Spot) -> int | None:
    """`XYZ (Xa Yb Zc)`: the long form in brackets after the short one."""
    end = spot.last
    match = BRACKET.match(scan.text, spot.end)
    if not match or end >= len(scan.words):
        return None
    last = scan.within(end, match.end())
    headed = scan.heads[end] is not None and all(w.capital for w in scan.words[end:last])
    if last - end > 1 and (headed or explains(scan, scan.core(end, last), spot.core)):
        long = scan.add(end, last, "ORG", "acronym-defined", 5)
        spot.signs.append(("ORG", "acronym-defined", 5))
        scan.same("explained in brackets", long, spot)
        return last
    return None


def _note_spelt(scan: Scan, spot: Spot) -> None:
    """Note the body whose letters a bracket gives and which ends with our country, though it opens like common words: `Rumah Nelayan
    Kalimas Indonesia (RNKI)`.
    """
    words, first, last = scan.words, scan.spelt_before[spot.first], spot.first
    if last - first <= _FULL or words[last].gap != " (" or not scan.lex.is_word(words[last - 1].low, "home"):
        return
    if scan.headline[first] or any(not (w.capital or scan.lex.is_word(w.low, "and")) for w in words[first:last]):
        return
    if any(other.first < last - 1 and other.last > first for other in scan.found.spots[-_NEAR_SPOTS:]):
        return
    body = scan.add(first, last, "ORG", "acronym-defined", 4)
    scan.same("acronym given in brackets", body, spot)
    whole = scan.add(first, spot.last, "ORG", "acronym-defined", 3)
    whole.core, whole.end = body.core, scan.closed_end(first, spot.last)


def _has_initials(scan: Scan, spot: Spot) -> bool:
    """Whether the first letters of a single word, or its first consonants, follow it in brackets, as those of a suspect do: `Amrul (AMR)`,
    `Waluto (WLT)`.
    """
    short = scan.bracketed(spot.last)
    if short is None or spot.core.isupper():
        return False
    letters = scan.core(*short)
    inside = len(letters) >= INSIDE and letters.isupper() and letters in spot.core.upper()  # `Sukarjiwo (JIWO)`
    name = spot.core.upper()
    return inside or name.startswith(letters) or (len(letters) > 1 and _VOWELS.sub("", name).startswith(letters))


def _is_lettered_body(scan: Scan, spot: Spot) -> bool:
    """Whether three letters or more in brackets are those of a name behind a word for a body: `karyawan Lontar Timur Kalimas (LTK)`."""
    short = scan.bracketed(spot.last)
    if short is None or not any(type_ == "ORG" and weight >= _SIGN for type_, _, weight in spot.signs):
        return False
    letters = scan.core(*short)
    return len(letters) > _FULL and letters.isupper() and explains(scan, spot.core, letters)


def _is_body_of_letters(spot: Spot) -> bool:
    """Whether a name is four letters or more in capitals: a body's, which speaks as persons do."""
    return spot.rule == "capitals-only" and len(spot.core) >= _BODY_LETTERS and spot.core.isalpha()


def _look_around(scan: Scan, spot: Spot) -> None:
    """The words beside an unknown name that show what it is."""
    words = scan.words
    if spot.first and not words[spot.first].opens and words[spot.first].gap in (" ", ' "'):
        low = words[spot.first - 1].low
        pair = f"{words[spot.first - 2].low} {low}" if spot.first > 1 else low
        sign = pair if pair in scan.lex.before else low
        for type_ in scan.lex.before.get(sign, ()):
            strong = _STRONG if scan.lex.is_word(sign, "strong-sign") else _SIGN
            spot.signs.append((type_, f"after:{sign}", _WEAK if scan.lex.is_word(sign, "weak-sign") else strong))
    if spot.last < len(words) and words[spot.last].gap == " ":
        low = words[spot.last].low
        for type_ in scan.lex.after.get(low, ()) if not _is_body_of_letters(spot) else ():
            spot.signs.append((type_, f"before:{low}", 1.5))
