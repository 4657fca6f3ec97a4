"""What an office deals with, as its name tells it: `Energi dan Sumber Daya Mineral`."""

from __future__ import annotations

from runut.reading.names.place_tails import heads_next
from runut.reading.names.scan import ROMAN, Scan

_MAX_LISTED = 6


def portfolio(scan: Scan, pos: int, small: bool = False, opened: bool = False) -> int:
    """The end of a run of words that name what an office deals with: `Energi dan Sumber Daya Mineral`; `opened`: after a bracket."""
    words, n, end = scan.words, len(scan.words), pos
    small = small and pos < n and not words[pos].capital
    while end < n and (scan.joined(end) or (opened and end == pos) or (end > pos and words[end].gap == ", ")):
        word = words[end]
        if end > pos and scan.heads[end] and (end in scan.spelt or _is_body(scan, end)):
            break  # `Seksi Logistik Badan Pangan Kalimas (BPK)`, `Biro Informasi Sekretariat Presiden`
        arranged = end > pos and scan.lex.is_word(words[end - 1].low, "arranging")  # `Dinas Tata Kota Bandung`
        if end > pos and word.capital and not arranged and heads_next(scan, end):  # `Dinas Pangan Kota Bandung`
            break
        joins = scan.lex.is_word(word.low, "and") or scan.lex.is_word(word.low, "serving")
        if joins and end > pos and end + 1 < n and not _opens(scan, end + 1) and _is_portfolio(scan, end + 1, small):
            end += 2
        elif _is_portfolio(scan, end, small) and (
            words[end].gap != ", " or (not _opens(scan, end) and _listed(scan, end, small))
        ):
            end += 1
        else:
            break
    alone = (
        not words[pos].capital and all(scan.lex.is_word(w.low, "headline") for w in words[pos:end])
        if end > pos
        else False
    )
    return pos if alone else end


def after_head(scan: Scan, at: int, end: int) -> int:
    """The end of a `dan` and what it adds to a head of several words: `Pusat Data dan Informasi`, `Komite Pemantau dan Akuntabilitas`."""
    words, after = scan.words, end + 1
    if end - at < 2 or after >= len(words) or not (scan.joined(end) and scan.joined(after)):
        return end
    if not scan.lex.is_word(words[end].low, "and") or scan.headline[end] or _opens(scan, after) or scan.places[after]:
        return end
    last = portfolio(scan, after)
    return last if last > after else end


def past_slash(scan: Scan, at: int, end: int) -> int:
    """The end of a ministry's name, or its minister's office, with the body that it is too: `Kementerian ATR/BPN`."""
    words = scan.words
    if not at < end < len(words) or words[end].gap != "/" or scan.titles[end]:
        return end
    if not any(scan.lex.is_word(w.low, use) for w in words[at:end] for use in ("ministry", "minister")):
        return end
    known = scan.known[end]
    body = known is not None and known[1].type == "ORG" and known[0] == end + 1
    return end + 1 if words[end].capital and (words[end].upper or body) else end


def _is_body(scan: Scan, k: int) -> bool:
    """Whether a body that the tables have by several words, or an office's head of several, begins at word `k`."""
    known, head = scan.known[k], scan.heads[k]
    listed = known is not None and known[1].type == "ORG" and known[0] > k + 1
    return listed or (head is not None and head[1].kind == "office" and head[0] > k + 1 and scan.words[k].capital)


def _opens(scan: Scan, k: int) -> bool:
    """Whether another office or body begins at word `k`: `Kepala Dinas Kesehatan, Kepala Dinas Sosial`."""
    head = scan.heads[k]
    matter = scan.lex.ordinary.get(scan.words[k].low) == "portfolio"  # `Hukum, HAM, Imigrasi, dan …`
    listed = head is not None and head[0] == k + 1 and matter and _is_matter_of_list(scan, k)
    headed = head is not None and head[1].kind != "media" and not ((matter and head[1].kind == "seat") or listed)
    return scan.words[k].capital and (scan.titles[k] is not None or headed)


def _listed(scan: Scan, at: int, small: bool) -> bool:
    """Whether a comma inside an office's name goes on to a `dan`: `Meteorologi, Klimatologi, dan Geofisika`."""
    for k in range(at + 1, min(at + _MAX_LISTED, len(scan.words) - 1)):
        if scan.lex.is_word(scan.words[k].low, "and"):
            return scan.words[k + 1].capital and _is_portfolio(scan, k + 1, small)
        if not _is_portfolio(scan, k, small):
            return False
    return False


def _is_matter_of_list(scan: Scan, k: int) -> bool:
    """Whether a matter that heads bodies, too, has no name of one behind it: `Dinas Perdagangan, Koperasi, dan UKM Kota Garut`."""
    after = scan.words[k + 1] if k + 1 < len(scan.words) else None
    if after is None or _is_in_list(scan, k):
        return after is not None
    return scan.words[k].gap == " " and after.capital and scan.places[k + 1] is not None and heads_next(scan, k + 1)


def _is_in_list(scan: Scan, k: int) -> bool:
    """Whether word `k` stands between two commas, or a comma and `dan`, of a list."""
    after = scan.words[k + 1] if k + 1 < len(scan.words) else None
    listed = after is not None and (after.gap == ", " or scan.lex.is_word(after.low, "and"))
    return scan.words[k].gap == ", " and listed


def _is_portfolio(scan: Scan, k: int, small: bool) -> bool:
    word = scan.words[k]
    listed = scan.lex.ordinary.get(word.low)
    if word.low in scan.lex.pair_words and _is_pair(scan, k):
        return True
    if not word.capital:
        return (
            small
            and listed == "portfolio"
            and not (scan.lex.is_word(word.low, "home") or scan.lex.is_word(word.low, "vague"))
        )
    if word.upper and len(word.text) > 2 and (listed == "portfolio" or scan.lex.is_word(word.low, "matter-letters")):
        return True  # `Menteri Hukum dan HAM`, `Dinas Koperasi dan UKM`
    if scan.lex.is_word(word.low, "home") or (word.low in scan.lex.given and listed != "portfolio"):
        return False
    if ROMAN.fullmatch(word.text):
        return not scan.opens_name(k)  # `Gubernur Bali I Made Rini`
    head = scan.heads[k]
    if head and head[1].kind == "office" and not head[0] - k > 1 and scan.kind(k) == "derived":
        return False
    if head and listed != "portfolio":  # `Dewan Pertimbangan Partai Kalimas`; but `Biro Pers, Media, dan Informasi`
        return head[1].kind == "media" and head[0] == k + 1 and _is_in_list(scan, k)
    if word.upper and listed == "common" and len(word.text) > 2:  # `Kementerian Koperasi dan UKM`
        return scan.lex.is_word(scan.words[k - 1].low, "and")
    opener = listed != "portfolio" or scan.lex.is_word(word.low, "name-opener")
    if opener and scan.lex.is_word(word.low, "small-name") and _opens_name(scan, k):
        return False
    return not word.upper and scan.kind(k) in ("portfolio", "derived", "common")


def _is_pair(scan: Scan, k: int) -> bool:
    """Whether word `k` is one of two behind `dan` that are a matter together, whatever place is called so: `Mineral dan Batu Bara`."""
    pairs, words = scan.lex.uses.get("matter-pair", frozenset()), scan.words
    for first in (k, k - 1):
        joined = first > 0 and scan.joined(first) and scan.joined(first + 1)
        if joined and words[first].capital and f"{words[first].low} {words[first + 1].low}" in pairs:
            return scan.lex.is_word(words[first - 1].low, "and")
    return False


def _opens_name(scan: Scan, k: int) -> bool:
    """Whether a small word that opens names stands before a word of one: `jurnalis Abu Wirahata`."""
    after = k + 1
    return scan.joined(after) and scan.words[after].capital and scan.kind(after) is None and not scan.known[after]
