"""Places: by their head words (`Kabupaten Kalimas`, `Gunung Kalimas`) and by the tables; and other names that the tables know."""

from __future__ import annotations

import re

from runut.reading.names.directions import directed_place, directions
from runut.reading.names.explaining import explains
from runut.reading.names.features import (
    LONGEST_FEATURE,
    before_officer,
    is_listed,
    is_route,
    with_ordinary,
    without_second,
)
from runut.reading.names.governing import AS_GOVERNMENT, acts
from runut.reading.names.officers import is_hyphened_name
from runut.reading.names.pairs import hyphenated
from runut.reading.names.place_shorts import called_short, with_short_form
from runut.reading.names.place_tails import (
    directed,
    is_direction,
    is_part,
    past_closed,
    past_day,
    past_house,
    past_number,
    past_quality,
    runs_on,
    town_behind,
)
from runut.reading.names.scan import ROMAN, Scan
from runut.reading.names.small_heads import small_head
from runut.reading.names.spots import NUMBERED, Spot

# A Korean or Chinese name: the family's and the given one.
_PAIR = 2
# The letters of a body in another language are three or more.
_FOREIGN = 3

WITH_PLACE = "the organisation without its place"
WITHOUT_HEAD = "the place without its head word"


# Places named with a head inside one another: `Stasiun Jalan Raya Kalimas` is two; no text but one made for it has more than this.
_DEEPEST = 4


def _lies_there(scan: Scan, at: int) -> bool:
    """Whether what stands before word `at` shows that it is a place: `di pemakaman Kalimas`, `kompleks pemakaman Kalimas`."""
    before = scan.words[at - 1].low if scan.joined(at) else ""
    placed = any(scan.lex.is_word(before, use) for use in ("toward", "mere-place", "place-sign", "burial"))
    return bool(before) and (placed or scan.places[at - 1] is not None)


def place(scan: Scan, at: int, in_title: bool = False, inside: int = 0) -> int | None:
    """The end of a place that is named with its head word, and stands `inside` so many others."""
    if inside > _DEEPEST:
        return None
    match = scan.places[at]
    if not match:
        return None
    end, type_ = match
    words = scan.words
    if not words[at].capital and scan.lex.is_word(words[at].low, "funeral") and not _lies_there(scan, at):
        return None  # `menghadiri pemakaman Rini`
    pair = f"{words[at - 1].low} {words[at].low}" if scan.joined(at) else ""
    if scan.lex.is_word(pair, "direction-pair") or scan.lex.is_word(pair, "no-head"):  # `warga negara Kalimas`
        return None
    if end >= len(words):
        return None
    if pair in scan.lex.before and not words[at].capital:  # `perusahaan tambang Kalimas`
        return None
    if words[end].gap == " (" and words[at].capital:
        return _with_bracket(scan, at, end, type_)
    if not scan.joined(end):
        return None
    if words[end].text[0].isdigit():
        return _called_after_day(scan, at, end) if type_ == "LOC" else None
    if not words[end].capital:
        return None
    if scan.lex.is_word(words[end].low, "hamlet") and scan.stops(end):
        return None  # `Ring Road RT 08`
    if words[end - 1].capital and not words[at].capital and scan.lex.is_word(words[at].low, "stretch"):
        return None  # `ruas Jalan Kalimas`
    if end - at > 1 and words[at].capital and scan.places[at + 1] and scan.lex.is_word(words[at].low, "stretch"):
        return _stretch(scan, at, in_title, inside)
    route = end - at == 1 and scan.lex.is_word(words[at].low, "route")
    if route and not (words[at].capital and is_route(scan, end)):
        return None
    whole, ranked = scan.known[at], scan.titles[end]
    officer = ranked is not None and ranked[1].kind == "rank" and type_ == "GPE"  # `Polsek Lontar Ipda Rini`
    if (whole and whole[0] > end) or officer:
        return None
    inner = scan.places[end]
    known = scan.known[end]
    if not words[at].capital and (inner or scan.heads[end] or (known and known[1].type == "ORG")):
        return None
    headed = scan.heads[end]
    if headed and headed[1].kind == "company":  # `Tambang PT Kalimas`
        return None
    if not words[at].capital and words[end].upper and words[end].low in scan.lex.ordinary:  # `izin tambang IUP`
        return None
    tail: int | None = None
    closed = past_closed(scan, end) if type_ == "GPE" and words[at].capital and not in_title else end
    if closed > end:  # `Kecamatan Kalimas Lontar Kenanga, Kabupaten Garut`
        last = closed
    elif inner and type_ == "LOC" and not (known and known[0] >= inner[0] and is_listed(scan, known[0], inner[0])):
        last = place(scan, end, inside=inside + 1) or (
            inner[0] if all(w.capital for w in words[end : inner[0]]) and inner[0] - end > 1 else end
        )
        if last == end:
            return None
    elif known and known[1].type != "ORG":
        last = directed(scan, known[0])
        wider = known[1].also or (scan.lex.is_word(words[end - 1].low, "small-territory") and known[0] == end + 1)
        if wider and type_ == "GPE" and not in_title and last == known[0]:  # `Kelurahan Duri Kosambi`
            last = scan.run(last, 1) if scan.joined(last) and not scan.stops(last) else last
        if scan.lex.is_word(words[end - 1].low, "small-territory") and last == end + 1 == known[0]:
            last += is_part(scan, last)
        if (
            type_ == "LOC"
            and scan.joined(last)
            and words[last].capital
            and not scan.known[last]
            and not scan.places[last]
            and not scan.headline[last]
        ):
            last = without_second(scan, last, scan.loose_run(last, 3))
    elif type_ == "LOC" and end - at > 1 and words[end - 1].capital and is_direction(scan, end) and not in_title:
        last = directed(scan, end)  # `Jalan Lingkar Utara`
    elif (scan.kind(end) in ("function", "calendar") and not words[end].upper) or (
        scan.headline[end] and scan.kind(end)
    ):
        by_itself = _past_purpose if type_ == "LOC" else past_quality
        last = end if in_title else by_itself(scan, end)
        if last == end:
            return None
    else:
        most = 4 if type_ == "LOC" else 3 if inner and not in_title else 2  # `Desa Kota Kalimas Mudik`
        last = end + 1
        most += scan.joined(last) and words[last].low == words[end].low  # `Desa Lontar Lontar Kalimas`
        while last < len(words) and last - end < most and scan.joined(last):
            if not scan.is_name_word(last, inside=True):
                after = scan.joins(last) if type_ == "LOC" and not in_title else 0
                if not after:
                    break
                last = after  # `Bandara Kalimas bin Lontar`
                continue
            if past_house(scan, last) > last:  # `Jalan Kalimas No.12`
                break
            if (
                scan.stops(last)
                or (scan.known[last] and not in_title)
                or (in_title and words[last].low in scan.lex.given)
            ):
                break
            last += 1
        if type_ == "LOC" and not in_title and words[at].capital:
            last = with_ordinary(scan, end, last)
        elif type_ == "GPE" and scan.lex.is_word(words[end - 1].low, "small-territory") and last == end + 1:
            last += is_part(scan, last)
        if in_title and type_ == "GPE" and last - end == 2 and scan.text.count(scan.raw(end, last)) < _TWICE:
            last -= 1
        if type_ == "GPE" and not in_title and last - end == 2 and runs_on(scan, end, last):
            last -= 1
        if in_title and type_ == "LOC":
            last = before_officer(scan, end, last)
        last = directed(scan, last)
    if words[at].capital and not in_title and last > end:
        last = past_number(scan, end, last, type_)
    if type_ == "LOC" and not in_title:
        tail = town_behind(scan, last)
    rule = f"place-head:{words[at].low}"
    area = end - at == 1 and scan.lex.is_word(words[at].low, "area")
    if not words[at].capital or (area and words[at].opens):
        small_head(scan, at, end, last, type_)
        return last
    spelt = scan.spelt.get(at, scan.spelt.get(end))
    spelt = spelt if spelt is not None else scan.made.get(at, scan.made.get(end))
    spelt = spelt if spelt is not None and scan.bracketed(spelt) else None
    if spelt is not None and spelt >= last:  # `Taman Nasional Kalimas Lontar (TNKL)`
        last = spelt
    whole_spot = scan.add(at, last, type_, rule, 6)
    if spelt == last:
        return _spelt(scan, whole_spot)
    by_age = scan.kind(end) == "function" and not scan.known[end]  # `Kampung Baru` is no `Baru`, `Dusun II` no `II`
    if type_ == "GPE" and not (by_age or ROMAN.fullmatch(words[last - 1].text)):
        scan.same(WITHOUT_HEAD, whole_spot, scan.add(end, last, type_, "place-in-head", 1))
        return called_short(scan, whole_spot, end)
    if type_ == "LOC" and not (in_title or inside) and (house := past_house(scan, last)) > last:
        scan.add(at, house, type_, f"{rule}{NUMBERED}", 2).core = whole_spot.core
        return house
    if tail is not None:
        scan.same("the place with where it lies", scan.add(at, tail, type_, f"{rule}+place", 4), whole_spot)
        known_name(scan, last, in_title=True)
        return tail
    return last


def _stretch(scan: Scan, at: int, in_title: bool, inside: int) -> int | None:
    """The end of the stretch of a road, which is noted with the road: `Ruas Jalan Kalimas`."""
    end = place(scan, at + 1, in_title, inside)
    road = next((s for s in reversed(scan.found.spots[-4:]) if s.first == at + 1 and s.type == "LOC"), None)
    if end is None or road is None:
        return end
    scan.same("the road and its stretch", scan.add(at, road.last, "LOC", f"place-head:{scan.words[at].low}", 5), road)
    return end


def _called_after_day(scan: Scan, at: int, end: int) -> int | None:
    """The end of a place that is called after a day: `Stadion 10 November`."""
    last = past_day(scan, end) if scan.words[at].capital else end
    if last == end:
        return None
    scan.add(at, last, "LOC", f"place-head:{scan.words[at].low}", 6)
    return last


def _past_purpose(scan: Scan, at: int) -> int:
    """The end of a place named by what it is for, and a name: `Terminal Mobil Barang Kalimas`; `at` when there is none."""
    words, k = scan.words, at
    while k - at < LONGEST_FEATURE and scan.joined(k) and words[k].capital and not scan.headline[k]:
        known = scan.known[k]
        if known and known[1].type == "GPE" and not known[1].also:
            return known[0]
        if k > at and scan.places[k]:
            return place(scan, k, inside=1) or at
        if scan.stops(k) or scan.kind(k) == "calendar" or words[k].low in scan.lex.given:
            return at
        if scan.kind(k) is None:
            end = scan.run(k, 2)
            return at if scan.joined(end) and words[end].capital else end
        k += 1
    return at


def _with_bracket(scan: Scan, at: int, end: int, type_: str) -> int | None:
    """The end of a place whose head word has its short form in brackets: `Tempat Pemakaman Umum (TPU) Kalimas`."""
    words = scan.words
    short = scan.bracketed(end)
    if short is None or short[1] - end > 1 or not scan.joined_after_bracket(short[1]):
        return None
    letters = "".join(w.low[0] for w in words[at:end])
    inner = scan.places[end]
    if words[end].low != letters and (inner is None or inner != (short[1], type_)):
        return None
    first = short[1]
    known = scan.known[first]
    if scan.heads[first] or scan.titles[first] or (known and known[1].type == "ORG"):
        return None
    if scan.kind(first) in ("function", "calendar"):
        return None
    last = known[0] if known else with_ordinary(scan, first, max(scan.run(first, 3), first + 1))
    rest = scan.core(first, last)
    whole = scan.add(at, last, type_, f"place-head:{words[at].low}", 6)
    whole.core = f"{scan.core(at, end)} {rest}"
    scan.found.same.append(("head given in brackets", whole.core, f"{words[end].text} {rest}"))
    if known:
        known_name(scan, first, in_title=True)
    return last


# A village's name of two words stands so often where an officer's is not its second word.
_TWICE = 2


def _spelt(scan: Scan, spot: Spot) -> int:
    """The end of a place's name with its letters in brackets."""
    short = scan.add(spot.last, spot.last + 1, spot.type, "acronym-defined", 5)
    scan.same("acronym given in brackets", spot, short)
    whole = scan.add(spot.first, short.last, spot.type, "acronym-defined", 2)
    whole.core, whole.end = spot.core, scan.closed_end(spot.first, short.last)
    known = scan.known[short.last] if scan.joined_after_bracket(short.last) else None
    if known is None or known[1].type != "GPE" or spot.type != "LOC":
        return short.last
    placed = scan.add(
        spot.first, known[0], "LOC", f"{spot.rule}+place", 4
    )  # `Taman Nasional Kalimas Lontar (TNKL) Garut`
    placed.core = f"{spot.core} {scan.core(short.last, known[0])}"
    scan.same("the place with where it lies", placed, spot)
    known_name(scan, short.last, in_title=True)
    return known[0]


def _nested(scan: Scan, at: int, end: int) -> None:
    """The body that a known one is of: `Bareskrim Lontarnas` has `Lontarnas`."""
    inner = scan.known[end - 1] if end - at > 1 else None
    if inner and inner[0] == end and inner[1].type == "ORG" and inner[1].table == "acronyms" and not inner[1].also:
        scan.add(end - 1, end, "ORG", "known:acronyms", 3).canon = inner[1].name


def known_name(scan: Scan, at: int, in_title: bool = False) -> int | None:
    """The end of a place, country or organisation that the tables know."""
    match = scan.known[at]
    word = scan.words[at]
    if not match:
        return hyphenated(scan, at)
    end, known = match
    if not in_title and (village := _village_of_two(scan, at)) > end:
        scan.add(at, village, "GPE", "place-of-two-words", 3)
        return village
    spelt = scan.spelt_again.get(at, end)
    if spelt > end and known.type != "ORG" and not in_title and scan.words[spelt - 1].low in scan.lex.org_words:
        return close_organisation(
            scan, scan.add(at, spelt, "ORG", "acronym-defined", 4)
        )  # `Rusia Pangan dan Bank Group (RPBG)`
    lettered = scan.lettered.get(word.text)
    if lettered is not None and end == at + 1:  # `Ogan Kalimas Ilir (OKI)`, no organisation of states
        scan.same("acronym given in brackets", lettered, scan.add(at, end, lettered.type, "acronym-defined", 5))
        return end
    if end - at > 1 and known.table == "places" and scan.words[end - 1].text == known.form.split()[-1].lower():
        return None  # `Batu bara` is no town
    small = scan.lex.is_word(word.low, "building")  # `kompleks Parlemen`
    if not (word.text[0].isupper() or small or known.form[0].islower()):
        return None
    if known.form.isupper() and len(known.form) < 7 and not word.upper:
        return None
    if word.upper and len(word.text) < 4 and not known.form.startswith(word.text):
        return None
    if known.type == "ORG" and not in_title and scan.joined(end) and scan.words[end].capital:
        last = scan.loose_run(end)
        if last > end and scan.words[last - 1].low in scan.lex.org_words and not scan.headline[end]:
            return close_organisation(scan, scan.add(at, last, "ORG", "org-word", 4))
    if known.type == "ORG" and not in_title and _is_section(scan, at, end):  # `dikutip Kalimas Business, Kamis`
        scan.add(at, end + 1, "ORG", "section-of-media", 4)
        return end + 1
    if known.type == "ORG" and in_title and _ends_with_org_word(scan, end):  # `Direktur Kalimas Foundation Rini`
        scan.add(at, end + 1, "ORG", "org-word", 4)
        return end + 1
    goes_on = scan.joined(end) and scan.is_name_word(end, inside=True) and not scan.stops(end)
    goes_on = goes_on and word.gap != "-"  # `kelompok pro-Kalimas Lontar Coalition`
    if goes_on and not in_title:
        run = end
        while scan.joined(run) and scan.words[run].capital and not scan.headline[run]:
            run += 1
        if any(w.low in scan.lex.org_words for w in scan.words[end:run]):
            last = end + 1
            while last < run and not scan.stops(last):
                last += 1
            last -= _PAIR if last - end >= _PAIR and is_hyphened_name(scan, last - 1) else 0  # `Garut Air Lon Tae-rim`
            return close_organisation(scan, scan.add(at, last, "ORG", "org-word", 4))
        if known.also or (
            known.table == "places" and known.type == "GPE" and end - at == 1 and not scan.is_after_place_word(at)
        ):
            return None
    placed = known.type == "GPE" or (known.type == "LOC" and known.table == "places" and end - at == 1)
    if placed and not (in_title and known.table == "countries") and directed_place(scan, at, end):
        return directed(scan, end)
    country = scan.lex.capitals.get(scan.core(at, end).lower())
    if country and acts(scan, at, end):
        spot = scan.add(at, end, "GPE", AS_GOVERNMENT, 5)
        spot.core = spot.canon = country
        return end
    if known.also and not in_title and not scan.is_after_place_word(at) and word.opens:
        return None
    classed = scan.past_class(end) if known.type == "ORG" else end
    spot = scan.add(at, classed, known.type, f"known:{known.table}", 2.5 if known.also else 5)
    if classed > end:  # `Piala Kalimas U-17`
        return classed
    spot.canon = known.name
    if known.type == "ORG":
        _nested(scan, at, end)
        return close_organisation(scan, spot) if not in_title else _with_region(scan, spot)
    if known.type == "LOC" and end - at > 1 and scan.places[at] and not in_title:
        town = town_behind(scan, end)
        if town:  # `Istana Kepresidenan Bogor`
            scan.same("the place with where it lies", scan.add(at, town, "LOC", f"known:{known.table}+place", 4), spot)
            return known_name(scan, end, in_title=True) or town
    if known.type != "ORG":
        directions(scan, at, end)
    if known.type == "GPE":
        with_short_form(scan, spot)
    return end


def _is_section(scan: Scan, at: int, end: int) -> bool:
    """Whether a word of English goes on with the name of a body behind a word for taking from media: `dikutip Kalimas Business`."""
    if not at or not scan.joined(at) or not scan.joined(end) or not scan.words[end].capital or scan.headline[end]:
        return False
    if not (
        scan.lex.is_word(scan.words[at - 1].low, "taken-from") and scan.lex.is_word(scan.words[end].low, "english")
    ):
        return False
    return not (scan.joined(end + 1) and scan.words[end + 1].capital)


def _ends_with_org_word(scan: Scan, at: int) -> bool:
    """Whether word `at` goes on with a body's name and closes it: a word of bodies' names that heads none."""
    if not scan.joined(at) or not scan.words[at].capital or scan.headline[at] or scan.heads[at] or scan.titles[at]:
        return False
    return scan.words[at].low in scan.lex.org_words and not scan.lex.is_word(scan.words[at].low, "also-name")


def _village_of_two(scan: Scan, at: int) -> int:
    """The end of a place that opens with a town called by an ordinary word, behind a word that shows a place: `lewat Batu Lontara`; 0
    where there is none.
    """
    known, after = scan.known[at], at + 1
    if known is None or known[0] != after or known[1].type != "GPE" or not scan.joined(at) or not scan.joined(after):
        return 0
    signs = ("toward", "place-sign", "mere-place", "by-way-of")
    if scan.lex.ordinary.get(scan.lows[at]) is None or not any(scan.lex.is_word(scan.lows[at - 1], s) for s in signs):
        return 0
    second = scan.words[after]
    listed = scan.known[after] or scan.heads[after] or scan.places[after] or scan.titles[after] or scan.kind(after)
    if listed or not second.capital or second.upper or second.low in scan.lex.given or scan.headline[at]:
        return 0
    alone = not (scan.joined(after + 1) and scan.words[after + 1].capital)
    return after + 1 if alone and not scan.lex.is_word(second.low, "direction") else 0


def _is_foreign(scan: Scan, spot: Spot, short: tuple[int, int]) -> bool:
    """Whether letters that no table has stand right behind a body of the tables of two words or more: those of its name in another
    language, `Palang Merah Rusia (RRC)`.
    """
    letters, first = scan.words[short[0]], short[0]
    listed = scan.known[first] or scan.heads[first] or scan.titles[first] or scan.places[first]
    if not spot.rule.startswith("known:") or spot.last - spot.first < _PAIR or short[1] != first + 1 or listed:
        return False
    if scan.joined(spot.first) and scan.words[spot.first - 1].capital:  # `Konvensi Partai Lontar (KPL)`
        return False
    spelt = letters.upper and letters.text.isalpha() and len(letters.text) >= _FOREIGN
    return spelt and not scan.headline[spot.first] and scan.lex.terms.get(letters.low) is None


def close_organisation(scan: Scan, spot: Spot) -> int:
    """What follows an organisation's name: its short form in brackets, and the place or body that it belongs to."""
    end = spot.last
    short = scan.bracketed(end)
    if short and (
        explains(scan, spot.core, scan.core(*short))
        or _begins_alike(scan, spot, short)
        or _is_foreign(scan, spot, short)
    ):
        inner = scan.add(*short, "ORG", "acronym-defined", 5)
        scan.same("acronym given in brackets", spot, inner)
        end = short[1]
        whole = scan.add(spot.first, end, "ORG", "acronym-defined", 5)
        whole.core, whole.end = spot.core, scan.closed_end(spot.first, end)
        if not (end < len(scan.words) and scan.words[end].gap == ") "):
            return end
        if _YEAR.fullmatch(scan.words[end].text):  # `Kalimas Economic Forum (KEF) 2026`
            dated = scan.add(spot.first, end + 1, "ORG", "acronym-defined", 3)
            dated.core = spot.core
            return end + 1
    elif not scan.joined(end):
        return end
    following = scan.known[end]
    headed = scan.places[end]
    section = past_section(scan, end, in_title=True)
    if section > end:  # `BXKL (Badan Lontar) Wilayah III Kalimas`
        last, headed = section, (section, "GPE")
    elif (
        following
        and (following[1].type == "GPE" or (following[1].type == "ORG" and spot.core in scan.defined))
        and scan.words[end].capital
        and not scan.headline[end]
    ):
        last = following[0]
    elif headed and headed[1] == "GPE" and scan.words[end].capital:
        last = place(scan, end, in_title=True) or end
    else:
        return end
    if last == end:
        return end
    if not headed:
        known_name(scan, end, in_title=True)
    whole = scan.add(spot.first, last, "ORG", "organisation-of-place", 3)
    if short:
        whole.core = f"{spot.core} {scan.core(end, last)}"
    scan.same(WITH_PLACE, whole, spot)
    return last


def _with_region(scan: Scan, spot: Spot) -> int:
    """The end of a body behind an office with its section for a known place: `Kepala BXKL Perwakilan Kalimas Rini Wijayanti`."""
    at = spot.last
    opens = scan.joined(at) and scan.words[at].capital and scan.lex.is_word(scan.words[at].low, "section")
    last = _past_region(scan, at, at + 1) if opens and scan.joined(at + 1) else at
    if last > at:
        scan.same(WITH_PLACE, scan.add(spot.first, last, "ORG", "organisation-of-place", 3), spot)
    return last


# The year of a forum, cup or plan behind its short form in brackets.
_YEAR = re.compile(r"(?:19|20)\d\d")
# The number of a section or class, with the letter behind it: `III`, `IIB`, `3A`.
_SECTION = re.compile(r"(?:[IVX]{1,5}|\d{1,2})[A-C]?")


def past_section(scan: Scan, at: int, in_title: bool) -> int:
    """The end of a body's numbered section or class with its place: `Wilayah III Kalimas`, `Kelas IIB Garut`; `at` when there is none."""
    words, end = scan.words, at + 1
    numbers = any(scan.lex.is_word(words[at].low, use) for use in ("class", "section"))
    if not numbers or not words[at].capital or not scan.joined(end):
        return at
    if not _SECTION.fullmatch(words[end].text):
        return _past_region(scan, at, end)
    end += 1
    if not scan.joined(end) or not words[end].capital or scan.headline[end]:
        return end
    known = scan.known[end]
    if known and known[1].type == "ORG":
        return end
    placed = place(scan, end, in_title=True) or (known_name(scan, end, in_title=True) if known else None)
    if placed or words[end].low in scan.lex.given:
        return placed or end
    last = scan.run(end, 2)
    if in_title and not (last < len(words) and words[last].gap == ", " and words[last].capital):
        return end
    return last if not (scan.joined(last) and words[last].capital) else end


def _past_region(scan: Scan, at: int, end: int) -> int:
    """The end of the known place behind a body's section that has no number: `Balai Pangan Wilayah Sumatera`; `at` when there is none."""
    known = scan.known[end]
    if known is None or known[1].type == "ORG" or not scan.words[end].capital or scan.headline[at]:
        return at
    region = scan.lex.is_word(scan.words[at].low, "section") and not scan.places[at]
    return (known_name(scan, end, in_title=True) or at) if region else at


def _begins_alike(scan: Scan, spot: Spot, short: tuple[int, int]) -> bool:
    """Whether one word in brackets that no table has begins as a body's name of several words does: `Kalimas Law Studies (Kalost)`."""
    first, last = short
    low = scan.words[first].low
    alone = last - first == 1 and " " in spot.core and spot.type == "ORG" and spot.weight >= _SURE_BODY
    return alone and low[0] == spot.core[0].lower() and low not in scan.lex.given and scan.known[first] is None


# A body's name shows itself by a word of its own with this weight.
_SURE_BODY = 4
