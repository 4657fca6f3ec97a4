"""Where the name of a body, or of a matter, ends and that of somebody of it begins: `Dewan Kopi Kalimas Rini Wijayanti`."""

from __future__ import annotations

import re

from runut.reading.names.scan import Scan

# An officer of two names may stand behind a purpose of this many words, `untuk` among them.
_PURPOSE = 3
# A body's own name before its country has this many words or more.
_OWN = 2
# A body behind the office of somebody who is told between commas has this many words at most, his name two to so many.
_BODY, _FULL, _HOLDER = 3, 2, 4
# What rules a place or a matter of the country is of no body: `Kepala Menteri Kalimas, Rini Wijayanti, …`.
_OF_PLACE = ("country", "portfolio", "territory")
# How English says whose something is, as no personal name does.
_POSSESSIVE = ("'s", "’s")
# A name of one word stands this often by itself where the name of somebody follows it: fewer times may be a surname.
_ALONE = 2


def parted_from_officer(scan: Scan, at: int, end: int, has_body: bool) -> int:
    """Where the organisation ends and its officer's name begins, in a run of capitalised words that may hold both."""
    parted = _parted(scan, at, end, has_body)
    while parted < end and parted - at > 0 and _is_initial(scan, parted - 1):  # `Kejaksaan Tinggi Garut A. A. Rini`
        parted -= 1
    return parted


def _is_initial(scan: Scan, k: int) -> bool:
    word, after = scan.words[k], scan.words[k + 1]
    return len(word.text) == 1 and word.capital and after.gap == ". " and after.capital


def _parted(scan: Scan, at: int, end: int, has_body: bool) -> int:
    low = [w.low for w in scan.words[at:end]]
    closed = next((k + 1 for k in range(len(low) - 1, 0, -1) if low[k] in scan.lex.org_words), 0)
    if closed:  # `PT Kalimas Raya Tbk Rini`
        return at + closed
    if comes_after_comma(scan, end):  # `Direktur PT Kalimas Tunggal Raya, Rini Wijayanti`
        return end
    if len(low) > 1 and scan.lex.is_word(low[-1], "home"):  # `Direktur PT Kalimas Raya Indonesia`
        return end
    if end < len(scan.words) and scan.words[end].gap == " (" and scan.words[end].low in scan.lex.org_words:
        return end  # `Direktur PT Kalimas Tunggal Raya (Persero)`
    if end < len(scan.words) and scan.words[end].gap.startswith(")"):  # `Rini Wijayanti (Direktur PT Kalimas Alam)`
        return end
    least = 0 if has_body else 1
    for k in range(least, len(low)):
        rest = " ".join(low[k:])
        if k and scan.places[at + k] == (at + k + 1, "GPE") and at + k + 1 < end:  # `Liga Kalimas Distrik Lontar`
            region = scan.known[at + k + 1]
            return min(region[0] if region else at + k + 2, end)
        elsewhere = scan.runs[rest] or (scan.runs[low[k]] and low[k] not in scan.small)
        if elsewhere and (k or low[0] not in scan.after_place_word):
            return at + k
        title = scan.titles[at + k]
        if k + 1 < len(low) and low[k + 1] in scan.lex.joiners:
            return at + k
        if _is_behind_place(scan, at, at + k, end):
            return at + k
        last_name = has_body and 0 < k == len(low) - 1 and low[k - 1] not in scan.after_place_word
        if last_name and low[k] in scan.lex.given and not scan.known[at + k - 1]:  # `Dewan Kopi Ninik Rahayu`
            return at + k - 1
        if low[k] in scan.lex.given or (k and title and title[1].kind in ("rank", "honorific")):
            return at + k
    if len(low) <= 1:
        if low and low[0] in scan.lex.given and low[0] not in scan.after_place_word:
            return at
        return end if low and (low[0] in scan.after_place_word or not has_body) else at
    if has_body:
        return at if len(low) == 2 else at + 1
    return end if len(low) == 2 else end - 2


def _is_behind_place(scan: Scan, at: int, k: int, end: int) -> bool:
    """Whether a name of two words closes a run, the second a known given name, right behind the town that closes the body's: `LBH Garut
    Wiragun Agus`.
    """
    if end - k != _FULL or k == at or scan.words[end - 1].low not in scan.lex.given:
        return False
    town, word = scan.known[k - 1], scan.words[k]
    if town is None or town[0] != k or town[1].type != "GPE":
        return False
    listed = scan.known[k] or scan.heads[k] or scan.places[k] or scan.kind(k) or word.low in scan.lex.org_words
    return not (listed or word.upper or scan.lex.is_word(word.low, "direction"))


def comes_after_comma(scan: Scan, end: int) -> bool:
    """Whether somebody is named right after a comma, so that he is not named before it."""
    words = scan.words
    if end >= len(words) or words[end].gap != ", " or not scan.joined(end + 1) or scan.titles[end] or scan.heads[end]:
        return False
    return scan.is_name_word(end) and scan.known[end] is None and words[end + 1].capital


def is_before_holder(scan: Scan, at: int, pos: int, end: int) -> bool:
    """Whether the run right behind an office at word `at` is the body that it is of, as its holder is told between commas, or speaks:
    `Pendiri Kalimas Jaya, Rini Wijayanti, menolak`.

    Not so where the run may be somebody's name: a word of it is a known given name, or a coach's or founder's, of whose full name it
    may be a part.
    """
    titles = [title for k in range(at, pos) if (title := scan.titles[k]) is not None]
    if end - pos > _BODY or any(spot.last == pos for spot in scan.found.spots[-4:]) or not titles:
        return False
    forms, words = [title[1].form.lower() for title in titles], scan.words
    heads = any(title[1].kind == "body" for title in titles)
    if any(title[1].kind in _OF_PLACE for title in titles):
        return False
    plays = any(scan.lex.is_word(form, "player") for form in forms)
    held = heads or plays or any(scan.lex.is_word(form, "of-body") for form in forms)
    last_role = next(
        (t[1] for t in titles if t[0] == pos and t[1].kind == "role"), None
    )  # `manajer penyanyi Rini`: she is nobody's body
    if last_role is not None:
        held = any(scan.lex.is_word(last_role.form.lower(), use) for use in ("player", "of-body"))
    if not held or any(scan.lex.is_word(form, "of-person") for form in forms):
        return False
    if not comes_after_comma(scan, end) or scan.headline[pos]:
        return False
    last = scan.run(end, _HOLDER)
    if last - end < _FULL or any(w.low in scan.lex.joiners or w.low in scan.speaking for w in words[pos:end]):
        return False
    if not (_closes(scan, last) or speaks_after(scan, last)) or any(w.low in scan.lex.given for w in words[pos:end]):
        return False
    own = scan.core(pos, end).lower()  # a coach may be told by his name alone: `pelatih Wiraguna`
    return heads or plays or not any(own != run and f" {own} " in f" {run} " for run in scan.runs)


def _closes(scan: Scan, at: int) -> bool:
    """Whether a comma or stop at word `at` closes what stands before it, and no list goes on: `, Rini Wijayanti, yang …`."""
    words = scan.words
    if at >= len(words):
        return True
    if words[at].gap != ", ":
        return words[at].opens and words[at].gap[:1] == "."
    return not words[at].capital and not scan.lex.is_word(words[at].low, "and")


def speaks_after(scan: Scan, end: int) -> bool:
    """Whether a word of speaking follows a run: `Universitas Kalimas Rini Wijayanti mengatakan`."""
    words = scan.words
    follows = end < len(words) and words[end].gap in (" ", ", ")
    return follows and "PER" in scan.lex.after.get(words[end].low, ())


# A scholar's school has so many words before it, back to what she is and to the word of speaking.
_SCHOLAR = 8


def before_scholar(scan: Scan, at: int, end: int) -> int:
    """Where a school's name ends before that of a scholar of it who speaks: `kata pakar dari Universitas Kalimas Rini Wijayanti.`

    What she is must stand before the school, `di` or `dari` between; a school's name of more than one word is left only where a known
    given name begins hers.
    """
    words, k = scan.words, at - 1
    while k > 0 and words[k].capital and scan.joined(k):
        k -= 1
    if not any(scan.lex.is_word(words[k].low, use) for use in ("at", "mere-place")):
        return end
    back = range(k - 1, max(k - _SCHOLAR, 0) - 1, -1)
    told = next((j for j in back if scan.titles[j] is not None or not scan.joined(j + 1)), -1)
    if told < 0 or scan.titles[told] is None:
        return end
    said = told > 0 and scan.joined(told) and scan.lex.is_word(words[told - 1].low, "speech-sign")
    if not (said or speaks_after(scan, end)):
        return end
    given = next((j for j in range(at + 1, end - 1) if words[j].low in scan.lex.given), 0)
    return given or (end - _FULL if end - at == _FULL + 1 and said else end)


def own_words(scan: Scan, at: int, end: int, kind: str) -> int:
    """A run after a head without what is no part of the name: where a hospital or company lies, somebody of the body."""
    words = scan.words
    low = [w.low for w in words[at:end]]
    for k in range(at + 1, end):
        placed, head = scan.places[k], scan.heads[k]
        other = (placed and placed[1] == "GPE") or (head and head[1].kind == "company")
        somebody = end - k > 1 and scan.runs[" ".join(low[k - at :])] and not (scan.known[k] or head or placed)
        officer = low[k - at] in scan.lex.given and words[k - 1].upper and len(words[k - 1].text) > 2
        company = other and head and scan.words[k].upper  # `Divisi Korporasi PT Bank Kalimas`
        known = scan.known[k] if kind == "company" else None
        lies = known is not None and known[0] == end > k + 1 and known[1].type == "GPE"  # `PT Lontar Jaya Raja Ampat`
        if lies or (other and kind in ("hospital", "company", "school")) or company or somebody or officer:
            return k - (not words[k - 1].capital)
    return end


def past_purpose(scan: Scan, end: int, in_title: bool) -> int:
    """The end of a body's name with what it is for: `Koalisi Warga untuk Udara Bersih`."""
    if not scan.joined(end) or not scan.joined(end + 1) or not scan.words[end + 1].capital or scan.headline[end]:
        return end
    if not scan.lex.is_word(scan.words[end].low, "purpose"):
        return end
    last = scan.loose_run(end + 1)
    return parted_from_officer(scan, end + 1, last, has_body=False) if in_title and last - end > _PURPOSE else last


def is_of_home(scan: Scan, at: int, end: int, least: int = _OWN) -> bool:
    """Whether a run of `least` words or more is a body's name with our country behind it: `Kalimas Rescue Indonesia`.

    A word alone (`Diaspora Indonesia`) and ordinary ones (`Kamus Besar Bahasa Indonesia`) show no body.
    """
    if end - at < least or not scan.joined(end) or not scan.lex.is_word(scan.words[end].low, "home"):
        return False
    if not scan.words[end].capital or scan.headline[at] or scan.headline[end]:
        return False
    return not any(
        w.low in scan.lex.given or w.low in scan.speaking or scan.kind(k) for k, w in enumerate(scan.words[at:end], at)
    )


def ends_after_home(scan: Scan, at: int, end: int) -> bool:
    """Whether nothing of the same name stands behind the country at word `end`, and no list of what is of it.

    Without a word of bodies in it a name closes its phrase there: in `bersama Rini Kalimas Indonesia menang` the country does something.
    """
    after = scan.words[end + 1] if end + 1 < len(scan.words) else None
    if after is None or not scan.joined(end + 1):
        return after is None or not after.gap.startswith(":")
    if after.capital or _has_body_word(scan, at, end):
        return not after.capital
    # `bersama Kalimas Rescue Indonesia serta warga`; but `… Indonesia dan Jepang menang`
    return scan.lex.is_word(after.low, "and") and scan.joined(end + 2) and scan.known[end + 2] is None


def _has_body_word(scan: Scan, at: int, end: int) -> bool:
    """Whether a word of the run is one of bodies' names, or an English possessive: `Kalimas Watch`, `Kalima's Gym`."""
    return any(word.low in scan.lex.org_words or word.low.endswith(_POSSESSIVE) for word in scan.words[at:end])


def before_called(scan: Scan, pos: int, end: int) -> int:
    """The word of a run after an office by which somebody is called where he speaks, when what stands before it is no given name.

    After an office with the body or place that it is of, a single word that stands nowhere else is the first of the name.
    """
    for k in range(pos + 1, end - 1):
        if scan.words[k].low in scan.speaking:
            before = scan.words[pos:k]
            own = any(w.low in scan.lex.given or len(w.text) < 3 or w.low in scan.speaking for w in before)
            own = own or (k == pos + 1 and _is_first_of_name(scan, pos))
            officer = before_officer(scan, pos, end) if own and k > pos + 1 else end
            return officer if officer < end else pos if own else k
    officer = before_officer(scan, pos, end)
    return officer if officer < end else pos


def _is_first_of_name(scan: Scan, at: int) -> bool:
    """Whether a word behind a body or place stands nowhere else and is in no table: `Juru Bicara Kemlu Vahr Ratna Wijayanti`."""
    word = scan.words[at]
    listed = scan.known[at] or scan.heads[at] or scan.places[at] or word.low in scan.lex.org_words
    if word.upper or listed or scan.kind(at) or scan.text.count(word.text) > 1:
        return False
    return any(spot.last == at and spot.type in ("ORG", "GPE") for spot in scan.found.spots[-4:])


# A given name of two syllables with a hyphen, as Korean and Chinese ones are spelt.
_HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")


def is_hyphened_name(scan: Scan, k: int) -> bool:
    """Whether word `k` is spelt as Korean and Chinese given names are, behind the family name: `Lon Tae-rim`; no word said twice."""
    if k >= len(scan.words) or "-" not in scan.texts[k] or not scan.joined(k):
        return False
    text, low = scan.texts[k], scan.lows[k]
    left, _, right = low.partition("-")
    ordinary = low in scan.lex.ordinary or (left in scan.lex.roots and right in scan.lex.roots)
    return _HYPHENED.fullmatch(text) is not None and left != right and not ordinary and scan.kind(k) is None


def before_officer(scan: Scan, at: int, end: int) -> int:
    """The end of a name before that of somebody of it, else `end`: both stand alone elsewhere, and the second is a person's."""
    low = [w.low for w in scan.words[at:end]]
    if len(low) > _FULL and is_hyphened_name(scan, end - 1):  # `Kalimas Air Lon Tae-rim`
        return end - _FULL
    for k in range(2, len(low) - 1):
        if low[k - 1] in scan.lex.org_words and _is_body_then_name(scan, at, at + k, end):
            return at + k
    if low[0] in scan.lex.given:
        return end
    for k in range(1, len(low) - 1):
        alone = scan.runs[" ".join(low[:k])] >= (_ALONE if k == 1 else 1)
        person = low[k] in scan.lex.given and any(scan.runs[w] for w in low[k:])
        speaks = low[0] not in scan.speaking and any(w in scan.speaking for w in low[k:])
        if alone and (person or speaks):
            return at + k
    return end


def _is_body_then_name(scan: Scan, at: int, first: int, end: int) -> bool:
    """Whether the words before word `first` stand alone elsewhere, and those from it on look like nothing but somebody's name."""
    if not scan.runs[" ".join(w.low for w in scan.words[at:first])]:
        return False
    return not any(
        w.upper or w.low in scan.lex.org_words or scan.known[k] or scan.heads[k] or scan.places[k] or scan.kind(k)
        for k, w in enumerate(scan.words[first:end], first)
    )


def opens_with_month(scan: Scan, pos: int) -> bool:
    """Whether a title behind an office is the first word of a name that a month goes on with: `Menteri Perhubungan Raja Mei Wijayanti`."""
    month = scan.words[pos + 1] if scan.joined(pos + 1) else None
    if month is None or not month.capital or month.low not in scan.lex.months:
        return False
    return scan.lex.is_word(scan.words[pos].low, "also-name") and scan.run(pos, titled=True) > pos + 2
