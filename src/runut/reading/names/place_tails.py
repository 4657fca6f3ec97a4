"""What ends the name of a place behind its head: a number or letter, an ordinary word, the town that it lies in."""

from __future__ import annotations

from runut.reading.names.scan import Scan

# The number of a street, estate or hamlet has this many digits at most, or it has one of these letters.
_HOUSE, _LETTERS = 2, frozenset("ABCDEFG")
# A day in a name has so many digits; a year from this one on is a report's.
_DAY, _RECENT = 2, "1980"
# The number of a house or kilometre has this many signs at most, and what may stand before it.
_NUMBER, _GAPS = 6, (" ", ". ", ".")
# A village's or district's name has so many words at most.
_CLOSED = 4
# A village's name of two words stands so often where an officer's is not its second word.
_TWICE = 2


def town_behind(scan: Scan, at: int) -> int | None:
    """The end of the known place right behind a feature or building, where it lies: `Bandara Kalimas Lontar Malang`."""
    known = scan.known[at] if scan.joined(at) and not scan.headline[at] else None
    if known is None or (known[1].also and (known[1].type != "GPE" or not scan.words[at].capital)):
        return None
    last = known[0]
    surname = known[1].also and (
        scan.words[at].low in scan.lex.given or (scan.joined(last) and scan.words[last].capital)
    )
    return None if surname else last


def past_number(scan: Scan, first: int, last: int, type_: str) -> int:
    """The end of a street's, estate's or hamlet's name with its number or letter, no count of what follows: `Jalan Kalimas 4`."""
    words = scan.words
    small = type_ == "LOC" or scan.lex.is_word(words[first - 1].low, "small-territory")
    if (
        small
        and scan.joined(last)
        and words[last].text in _LETTERS
        and not (scan.joined(last + 1) and words[last + 1].capital)
    ):
        return last + 1
    if not small or not scan.joined(last) or not words[last].text.isdigit() or len(words[last].text) > _HOUSE:
        return last
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.gap[0] in ",)" or after.gap == " (":  # behind a full stop it may be the number of a list
        return last + 1
    if not scan.joined(last + 1) or (after.capital and (scan.places[last + 1] or scan.heads[last + 1])):
        return last + scan.joined(last + 1)
    joins = scan.lex.is_word(after.low, "and") or scan.lex.is_word(after.low, "toward")
    return last + 1 if joins else last


def past_house(scan: Scan, at: int) -> int:
    """The end of the number of a house or kilometre behind a road: `Jalan Kalimas No. 12`, `Tol Kalimas Km 92+400`; `at` at none."""
    words, after = scan.words, at + 1
    if not scan.joined(at):
        return at
    label, _, number = words[at].low.partition(".")
    if not scan.lex.is_word(label, "house-number"):
        return at
    if number:
        return after if number[0].isdigit() else at
    if after >= len(words) or words[after].gap not in _GAPS or not words[after].text[0].isdigit():
        return at
    if len(words[after].text) > _NUMBER:
        return at
    plus = after + 1 < len(words) and words[after + 1].gap == "+" and words[after + 1].text.isdigit()
    return after + 1 + plus


def past_day(scan: Scan, at: int) -> int:
    """The end of a day of two digits and its month, with its year where that is long past, after which something is called: `Stadion 10
    November`; `at` where there is none, or the day may be a report's.
    """
    words, month = scan.words, at + 1
    if not words[at].text.isdigit() or len(words[at].text) != _DAY or not scan.joined(month):
        return at
    if not words[month].capital or words[month].low not in scan.lex.month_names or scan.headline[at]:
        return at
    year = words[month + 1].text if scan.joined(month + 1) else ""
    if year.isdigit():
        return month + 2 if len(year) == len(_RECENT) and year < _RECENT else at
    return month + 1


def past_quality(scan: Scan, at: int) -> int:
    """The end of a village named by its age or size alone, where the place that it lies in follows: `Kampung Baru, Kabupaten Kalimas`."""
    after = at + 1
    if not scan.lex.is_word(scan.words[at].low, "part-of-place") or scan.headline[at] or after >= len(scan.words):
        return at
    if not scan.lex.is_word(scan.words[at - 1].low, "small-territory"):
        return at
    known, headed = scan.known[after], scan.places[after]
    placed = (known and known[1].type == "GPE") or (headed and headed[1] == "GPE")
    return after if placed and scan.words[after].gap == ", " and scan.words[after].capital else at


def past_closed(scan: Scan, at: int) -> int:
    """The end of a village's or district's name of any words with capitals, closed by the region that it lies in: `Kelurahan Kali Lontar
    Tengah, Kalimas Utara`; `at` where none closes it, or something else begins inside.
    """
    words, k = scan.words, at
    if not scan.lex.is_word(words[at - 1].low, "small-territory"):
        return at
    while k < len(words) and k - at <= _CLOSED and (k == at or scan.joined(k)) and words[k].capital:
        title = scan.titles[k]
        office = title is not None and title[1].kind not in ("honorific", "suffix")
        placed, known = scan.places[k], scan.known[k]
        other = (placed is not None and placed[1] == "GPE") or (known is not None and known[1].type == "ORG")
        somebody = words[k].low in scan.speaking or (k > at and words[k].low in scan.lex.given)
        if other or office or somebody or words[k].upper or scan.headline[k]:
            return at
        k += 1
    if not 1 < k - at <= _CLOSED or k >= len(words) or words[k].gap not in (", ", " - ") or not words[k].capital:
        return at
    known, headed = scan.known[k], scan.places[k]
    lies = (known is not None and known[1].type == "GPE") or (headed is not None and headed[1] == "GPE")
    return k if lies else at


def is_part(scan: Scan, at: int) -> bool:
    """Whether a word with a capital that is no name by itself ends the name of a village or district: `Kecamatan Kalimas Panjang`."""
    word = scan.words[at] if scan.joined(at) else None
    if word is None or not word.capital or word.upper or scan.headline[at]:
        return False
    if scan.joined(at + 1) and scan.words[at + 1].capital:
        return False
    if any(scan.lex.is_word(word.low, use) for use in ("also-name", "territory-tail")):  # `Kecamatan Kalimas Ratu`
        return True
    feature, known = scan.places[at - 1], scan.known[at]
    if feature and known and feature == (at, "LOC") and known[0] == at + 1:  # `Desa Tanjung Medan`
        return known[1].type == "GPE" and known[1].table == "places"
    return not scan.stops(at) and scan.kind(at) in ("common", "portfolio", "derived")


def runs_on(scan: Scan, first: int, last: int) -> bool:
    """Whether the second word behind a territory's head is the first of somebody's name, which goes on: `Petugas Distrik Kalimas Rini Wahyu
    Wijayanti`, where the text has `Kalimas` without it.
    """
    goes_on = scan.joined(last) and scan.is_name_word(last, inside=True) and not scan.stops(last)
    if (
        not goes_on
        or scan.lex.is_word(scan.words[last].low, "part-of-place")
        or scan.lex.is_word(scan.words[last].low, "direction")
    ):
        return False
    headed = scan.raw(first - 1, first + 1)
    return scan.count(scan.raw(first, last)) < _TWICE <= scan.count(headed)


def directed(scan: Scan, end: int) -> int:
    """The end of a place's name with the capitalised words of direction or size after it: `Kalimas Barat Daya`, `Kalimas Hulu`."""
    words = scan.words
    while end < len(words) and scan.joined(end) and words[end].capital and not scan.headline[end]:
        if not (is_direction(scan, end) or scan.lex.is_word(words[end].low, "part-of-place")):
            break
        if heads_next(scan, end):
            break
        end += 1
    return end


def heads_next(scan: Scan, at: int) -> bool:
    """Whether a word that may end a place's name heads the next one's: `Kecamatan Lontar Kota Garut`."""
    after = at + 1
    known = scan.known[after] if scan.joined(after) and scan.lex.is_word(scan.words[at].low, "governed") else None
    return known is not None and known[1].type == "GPE" and scan.words[after].capital


def is_direction(scan: Scan, at: int) -> bool:
    """Whether a word of direction stands at word `at`."""
    return scan.lex.is_word(scan.words[at].low, "direction")
