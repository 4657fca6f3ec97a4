"""What an office is of: its matter, the body that it is in, the place that it governs."""

from __future__ import annotations

from runut.reading.names.officers import opens_with_month
from runut.reading.names.organisations import organisation
from runut.reading.names.places import WITH_PLACE, close_organisation, known_name, place
from runut.reading.names.portfolios import portfolio
from runut.reading.names.scan import ROMAN, Scan
from runut.reading.names.seats import longer_place
from runut.reading.names.spots import MOST_INITIALS

# The kinds of bodies whose head a title may end with.
HEADED = ("office", "seat", "body")
# The letters of a suspect are two, whatever the tables have of them.
_TWO = 2
# A place of two words that stands twice is no place with its officer behind it.
_PAIR = 2
# A place before its officer's name of two words or more makes a run of so many.
_OFFICER = 3


def remit(scan: Scan, pos: int, kind: str, opened: bool = False) -> int:
    """The end of what an office is of: portfolio words, an organisation, places."""
    at, words = pos, scan.words
    while pos < len(words) and (scan.joined(pos) or (opened and pos == at) or (pos > at and words[pos].gap == ") ")):
        if (
            (pos > at and (words[pos].low in scan.speaking or _opens_name(scan, pos)))
            or _is_title(scan, pos)
            or (pos == at and _is_suspect(scan, pos))
        ):
            break
        if scan.opens_called(pos):  # `Bupati Anak Agung Rini`
            break
        if kind in ("portfolio", "body", "territory", "role"):
            head = scan.heads[pos]
            minister = pos == at and head is not None and scan.lex.is_word(words[at - 1].low, "minister")
            minister = minister and words[pos].capital and head is not None and head[1].kind != "office"
            small = kind == "portfolio" and pos == at and not minister
            # `Wali Kota Tebing Tinggi`, a town of common words
            town = (kind == "territory" and pos == at and _is_town(scan, pos)) or _is_listed_body(scan, pos)
            end = pos if town else portfolio(scan, pos, small=small, opened=opened and pos == at)
            if end > pos and scan.lex.is_word(words[end - 1].low, "also-name"):
                end -= scan.run(end) > end or opens_with_month(scan, end - 1)  # `Menteri Perikanan Sakti Wijayanti`
            # `Menteri Koperasi Rini Wijayanti`, whatever else the matter heads
            if end > pos and (minister or not ((scan.heads[pos] and words[pos].capital) or _heads_place(scan, pos))):
                pos = end
                continue
        if kind == "portfolio" and _is_called_as_town(scan, pos):
            break
        end_ = (
            (_called_in_two(scan, pos) if kind == "territory" and pos == at else None)
            or (_governed_feature(scan, pos) if kind == "territory" and pos == at else None)
            or (_club_of_town(scan, pos) if kind in ("body", "role") else None)
            or organisation(scan, pos, in_title=True)
            or place(scan, pos, in_title=True)
            or (longer_place(scan, pos, in_title=True) if kind == "territory" else None)
            or known_name(scan, pos, in_title=True)
        )
        if end_ is not None:
            _body_of_place(scan, pos, end_)
        if end_ is None and kind == "country" and pos > at:
            end_ = _accredited(scan, pos)
        if end_ is None and words[pos].capital:
            people = scan.lex.peoples.match(words, pos)
            end_ = people[0] if people else None
        if end_ is None and scan.lex.is_word(words[pos].low, "at") and pos + 1 < len(words) and scan.joined(pos + 1):
            where = (
                organisation(scan, pos + 1, in_title=True)
                or place(scan, pos + 1, in_title=True)
                or known_name(scan, pos + 1, in_title=True)
            )
            if where and where < len(words) and scan.joined(where) and words[where].capital:
                end_ = where
        if end_ is None and _is_acronym(scan, pos, kind) and (kind != "country" or _leads_on(scan, pos + 1)):
            if kind != "portfolio":
                scan.add(pos, pos + 1, "ORG", "acronym-after-office", 3)
            end_ = pos + 1
        if end_ is None and pos > at and kind in ("body", "role"):
            end_ = _place_of_acronym(scan, pos)
        if end_ is None and words[pos].capital and scan.lex.bodies.fullmatch(words[pos].low):
            scan.add(pos, pos + 1, "ORG", "body-shape", 4)
            end_ = pos + 1
        if end_ is None and kind in ("body", "role") and pos in scan.spelt:  # `Ketua Rukun Warga Kalimas (RWK)`
            end_ = close_organisation(scan, scan.add(pos, scan.spelt[pos], "ORG", "acronym-defined", 4))
        if end_ is None and kind in ("body", "role"):
            end_ = _english_body(scan, pos)
        if end_ is None and kind == "territory" and pos == at:
            end_ = _territory(scan, pos)
        if end_ is None and ROMAN.fullmatch(words[pos].text) and kind != "country" and not scan.opens_name(pos):
            end_ = pos + 1
        if end_ is None and kind in ("body", "role") and _is_of_body(scan, at, pos, kind):
            end_ = pos + 1
        if end_ is None and kind != "country":
            end_ = _unit_alone(scan, pos)
        if end_ is None:
            break
        pos = end_
    return pos


def _accredited(scan: Scan, pos: int) -> int | None:
    """The end of where an ambassador serves, where the holder's name follows: `Dubes Rusia untuk Indonesia dan ASEAN(,) Rini Wijayanti`."""
    words, k = scan.words, pos + 1
    if words[pos].capital or not scan.lex.is_word(words[pos].low, "purpose"):
        return None
    told: list[int] = []
    while scan.joined(k) and words[k].capital and (known := scan.known[k]) is not None:
        told.append(k)
        k = known[0]
        if scan.joined(k) and scan.joined(k + 1) and scan.lex.is_word(words[k].low, "and"):
            k += 1
    if not told or k >= len(words) or not words[k].capital or scan.headline[k] or not scan.is_name_word(k):
        return None
    if not scan.joined(k) and (words[k].gap != ", " or scan.known[k] is not None):
        return None
    for place_ in told:
        known_name(scan, place_, in_title=True)
    return k


def _is_called_as_town(scan: Scan, pos: int) -> bool:
    """Whether the name of a town opens that of who holds an office of the whole country: `Wamendagri Garut Wijaya`."""
    known, after = scan.known[pos], pos + 1
    if known is None or known[0] != after or known[1].table != "places" or known[1].type != "GPE":
        return False
    if not scan.joined(after) or not scan.is_name_word(after) or scan.stops(after) or scan.known[after]:
        return False
    return scan.words[after].capital and not scan.lex.is_word(scan.words[after].low, "direction")


def _is_town(scan: Scan, pos: int) -> bool:
    """Whether a town of several words that the tables have begins at word `pos`."""
    known = scan.known[pos]
    return known is not None and known[1].type == "GPE" and known[0] > pos + 1 and scan.words[pos].capital


def _is_listed_body(scan: Scan, pos: int) -> bool:
    """Whether a body of several words that the tables have begins at word `pos`, whatever matter its words are: `Gedung Putih`."""
    known = scan.known[pos]
    return known is not None and known[1].type == "ORG" and known[0] > pos + 1 and scan.words[pos].capital


def _heads_place(scan: Scan, pos: int) -> bool:
    """Whether a word that may be a matter heads the own name of a place here: `Imam Besar Masjid Kalimas`."""
    head, after = scan.places[pos], pos + 1
    if head != (after, "LOC") or not scan.words[pos].capital or not scan.joined(after):
        return False
    return scan.words[after].capital and scan.kind(after) is None and scan.words[after].low not in scan.lex.given


def _body_of_place(scan: Scan, pos: int, end: int) -> None:
    """A body's short name with the place after it: `Ketua XYZ Kabupaten Kalimas` has `XYZ Kabupaten Kalimas` in it."""
    spots = scan.found.spots
    placed = any(s.first == pos and s.last == end and s.type == "GPE" for s in spots[-4:])
    body = next((s for s in reversed(spots[-8:]) if s.last == pos and s.type == "ORG"), None) if placed else None
    if body is not None and scan.words[pos].gap == " ":
        scan.same(WITH_PLACE, scan.add(body.first, end, "ORG", "organisation-of-place", 3), body)


def _is_title(scan: Scan, pos: int) -> bool:
    """Whether the next office or rank begins: `mantan Ketua Komisi Pangan`, `Kapolri Jenderal Rini Wijayanti`."""
    title, known = scan.titles[pos], scan.known[pos]
    if title is None or not scan.words[pos].capital or title[1].kind in ("honorific", "suffix"):
        return False
    return known is None or known[0] <= title[0]  # `Bupati Raja Ampat`


def _english_body(scan: Scan, pos: int) -> int | None:
    """The end of a body with an English name after an office: `Direktur Kalimas Watch Rini Wijayanti`."""
    last = next((k + 1 for k in range(scan.run(pos) - 1, pos, -1) if scan.words[k].low in scan.lex.org_words), None)
    return close_organisation(scan, scan.add(pos, last, "ORG", "org-word", 4)) if last else None


def _club_of_town(scan: Scan, pos: int) -> int | None:
    """The end of a club or body that is called as a town with a word of bodies behind it: `Pelatih Bogor United Rini Wijayanti`."""
    known = scan.known[pos]
    if known is None or known[1].type != "GPE" or not scan.joined(known[0]) or not scan.words[pos].capital:
        return None
    word = scan.words[known[0]]
    if not word.capital or word.low not in scan.lex.org_words or word.low in scan.lex.given or scan.heads[known[0]]:
        return None
    return close_organisation(scan, scan.add(pos, known[0] + 1, "ORG", "org-word", 4))


def _is_acronym(scan: Scan, pos: int, kind: str) -> bool:
    """An unknown acronym after an office: `Direktur XYZ Rini Wijayanti`; two letters do after a minister and before a given name."""
    word = scan.words[pos]
    if len(word.text) <= MOST_INITIALS and scan.lex.is_word(scan.words[pos - 1].low, "accused"):  # `tersangka RWK`
        return False
    if word.text in scan.shorts:  # `PT Kalimas Nusakarya (Kalinus)`, then `Direktur Kalinus Rini`
        return True
    before_name = scan.joined(pos + 1) and scan.words[pos + 1].low in scan.lex.given  # `Ketua BK Rini Wijayanti`
    return (
        word.upper
        and (1 if kind == "portfolio" or before_name else 2) < len(word.text) < 8
        and (word.text.isalpha() or (kind != "portfolio" and word.text in scan.defined))
        and not scan.headline[pos]
        and scan.titles[pos] is None
    )


def _unit_alone(scan: Scan, pos: int) -> int | None:
    """The end of a unit's head of several ordinary words without its place: `Wakil Kepala Bidang Laboratorium Forensik Rini`."""
    head = scan.heads[pos]
    if head is None or head[1].kind != "seat" or head[0] - pos < _PAIR:
        return None
    ordinary = all(scan.words[k].capital and scan.kind(k) for k in range(pos, head[0]))
    return head[0] if ordinary else None


def _governed_feature(scan: Scan, pos: int) -> int | None:
    """The end of a word for a feature that is what an office governs, before its holder's name: `Bupati Puncak Rini Wijayanti`."""
    after = pos + 1
    if scan.places[pos] != (after, "LOC") or not scan.words[pos].capital or not scan.joined(after + 1):
        return None
    holder = scan.words[after]
    named = scan.joined(after) and holder.capital and (holder.low in scan.lex.given or holder.low in scan.speaking)
    if not named or holder.low in scan.after_place_word or not scan.words[after + 1].capital:
        return None
    second = scan.words[after + 1].low
    if holder.low not in scan.speaking and (second in scan.lex.given or second in scan.speaking):
        return None  # `Camat Gunung Sari Rini Wijayanti`
    scan.add(pos, after, "GPE", "office-place", 3)
    return after


def _place_of_acronym(scan: Scan, pos: int) -> int | None:
    """The end of a place, which the report has as one elsewhere, between the letters of a body and its officer's name of two words or
    more: `Kepala XYZ Kalimas Rini Wijayanti`.
    """
    spot, word = scan.found.spots[-1] if scan.found.spots else None, scan.words[pos]
    if spot is None or spot.last != pos or spot.rule != "acronym-after-office":
        return None
    behind = any(scan.words[stop - 1].low == word.low for _, stop, _ in scan.tails.get(spot.core, ()))
    if not (behind or word.low in scan.after_place_word):
        return None
    if not word.capital or word.low in scan.lex.given or word.low in scan.speaking:
        return None
    if scan.run(pos) < pos + _OFFICER and not (
        behind and scan.run(pos) == pos + 1
    ):  # `Kepala XYZ Kalimas`, of which the text tells
        return None
    scan.same(WITH_PLACE, scan.add(spot.first, pos + 1, "ORG", "organisation-of-place", 3), spot)
    return pos + 1


def _is_suspect(scan: Scan, pos: int) -> bool:
    """Whether the two letters at word `pos` are a suspect's: `tersangka AX menolak`."""
    word = scan.words[pos]
    letters = len(word.text) == _TWO and word.upper and word.text.isalpha()
    alone = not (scan.joined(pos + 1) and scan.words[pos + 1].capital)
    return letters and alone and scan.lex.is_word(scan.words[pos - 1].low, "suspect")


def _is_of_body(scan: Scan, at: int, pos: int, kind: str) -> bool:
    """An unknown word between an office and the body that it is in: `Karo Penmat Divisi Humas Rini`, `Dosen Kimia Universitas X`; before
    a firm and its officer's name only behind a matter: `Manajer Hubungan Industrial PT X Rini`.
    """
    word, head = scan.words[pos], scan.heads[pos + 1] if scan.joined(pos + 1) else None
    own = word.low in scan.lex.given or word.low in scan.speaking
    if not word.capital or head is None or own:
        return False
    if kind == "role" and head[1].kind == "company":
        behind = scan.words[head[0] : scan.run(head[0])]
        named = any(w.low in scan.lex.given or w.low in scan.speaking for w in behind[1:-1]) or len(behind) > _OFFICER
        return pos > at and scan.lex.ordinary.get(scan.words[pos - 1].low) == "portfolio" and named
    return head[1].kind in (("school",) if kind == "role" else HEADED)


def _stands_as_place(scan: Scan, pos: int) -> bool:
    """Whether the two words from word `pos` on stand elsewhere behind a word that shows a place."""
    first, second = scan.lows[pos : pos + _PAIR]
    told = (k for k in scan.capitals if k and scan.lows[k] == first and scan.joined(k) and scan.joined(k + 1))
    signs = ("place-sign", "toward", "by-way-of")
    return any(
        scan.lows[k + 1] == second and any(scan.lex.is_word(scan.lows[k - 1], use) for use in signs) for k in told
    )


def _opens_name(scan: Scan, pos: int) -> bool:
    """Whether an ordinary word opens its holder's name right behind the letters of a body: `Ketua XYZ Win Lontarein`."""
    last, end = scan.found.spots[-1] if scan.found.spots else None, pos + _PAIR
    if scan.words[pos].low not in scan.odd or last is None or last.last != pos or not last.core.isupper():
        return False
    if scan.runs[f"{last.core.lower()} {scan.words[pos].low}"]:  # `XYZ Life menolak`
        return False
    alone = scan.joined(pos + 1) and not (scan.joined(end) and scan.words[end].capital)
    return alone and scan.words[pos + 1].low not in scan.lex.org_words


def _called_in_two(scan: Scan, pos: int) -> int | None:
    """The end of a village of two words, the first a town's, which stands elsewhere by itself: `Wali Nagari Batu Lontara`, `di Batu
    Lontara`.
    """
    known, end = scan.known[pos], pos + _PAIR
    if known is None or known[0] != pos + 1 or known[1].type != "GPE" or not scan.joined(pos + 1):
        return None
    words = scan.words[pos:end]
    if not words[1].capital or (scan.joined(end) and scan.words[end].capital):
        return None
    if (
        not scan.runs[" ".join(w.low for w in words)]
        or not _stands_as_place(scan, pos)
        or words[1].low in scan.lex.given
        or words[1].low in scan.speaking
        or scan.heads[pos + 1]
    ):
        return None
    if scan.lex.is_word(words[1].low, "direction"):
        return None
    scan.add(pos, end, "GPE", "office-place", 4)
    return end


def _leads_on(scan: Scan, pos: int) -> bool:
    """Whether a capitalised word follows: `Presiden XYZ Rini`, where `Presiden XYZ` alone would be a person."""
    return scan.joined(pos) and scan.words[pos].capital


def _territory(scan: Scan, pos: int) -> int | None:
    """The end of an unknown place after an office of a territory, unless the words look like the holder's name."""
    end = scan.run(pos, 4)
    low = [w.low for w in scan.words[pos:end]]
    if not low or (low[0] in scan.lex.given and low[0] not in scan.after_place_word):
        return None
    last = end if len(low) == _PAIR and scan.text.count(scan.raw(pos, end)) >= _PAIR else None
    for split in range(1, min(len(low), 3)) if last is None else ():
        person = low[split]
        if person in scan.lex.given or scan.runs[" ".join(low[split:])] or scan.runs[person]:
            last = pos + split
            break
    if last is None and len(low) > 1 and low[0] in scan.after_place_word:
        last = pos + 1
    if last is None and len(low) <= 2:
        nxt = scan.words[end] if end < len(scan.words) else None
        personal = nxt is not None and scan.titles[end] is not None and (nxt.gap in (" ", ", "))
        if personal or low[0] in scan.after_place_word or (nxt is not None and nxt.gap == ", " and nxt.capital):
            last = end
    if last is not None:
        scan.add(pos, last, "GPE", "office-place", 3)
    return last
