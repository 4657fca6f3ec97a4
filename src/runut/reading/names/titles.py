"""Persons by the offices, ranks and forms of address before their names, and offices without a holder."""

from __future__ import annotations

from dataclasses import replace

from runut.reading.names.nicknames import nickname
from runut.reading.names.officers import (
    before_called,
    comes_after_comma,
    ends_after_home,
    is_before_holder,
    is_of_home,
    opens_with_month,
)
from runut.reading.names.organisations import organisation
from runut.reading.names.places import WITH_PLACE, WITHOUT_HEAD, close_organisation, known_name
from runut.reading.names.portfolios import past_slash
from runut.reading.names.remits import HEADED, remit
from runut.reading.names.scan import BRACKET, ROMAN, Scan
from runut.reading.names.seats import past_command
from runut.reading.names.serving import is_set_off, kin_of, served_officer, serves
from runut.reading.names.spots import FIRST_WORD, MOST_INITIALS, Office

_PERSONAL = ("rank", "honorific", "suffix")
# The holder's name behind a comma has this many words at most.
_NAMED = 4
# A region that an office is of and its holder's name have this many words or more.
_HOLDER = 3
# The kinds of offices that a region may follow.
_RULING = ("territory", "country", "portfolio", "body")


def titled(scan: Scan, at: int) -> int | None:
    """The end of titles, what they are of, and the name that follows them."""
    if not _may_open(scan, at):
        return None
    words = scan.words
    if words[at].capital and (whose := kin_of(scan, at)):  # `Nenek Rini, Ratna, menolak`
        scan.add(at + 1, whose, "PER", "kin-of", 3)
        return whose
    pos, office_end, of, strong, single = at, at, False, False, False
    bracketed = 0  # the bracket inside an office that goes on behind it
    found_before = len(scan.found.spots)
    while pos < len(words) and (
        pos == at or _goes_on(scan, pos) or _is_bracketed_suffix(scan, pos) or _is_second_office(scan, pos)
    ):
        match = scan.titles[pos]
        if not match or not (words[pos].capital or match[1].small):
            break
        if pos > at and match[0] == pos + 1 and opens_with_month(scan, pos):
            break
        if match[1].kind in _PERSONAL:
            if match[1].kind != "suffix" and _is_name_itself(scan, match[0]):
                break
            strong = True
            pos = match[0]
            continue
        ordinal = _past_ordinal(scan, match[0])
        pos = past_command(scan, ordinal)
        of, single = of or pos > ordinal, single or pos > ordinal
        pos = _past_own_body(scan, pos, match[1].kind) if pos == match[0] else pos
        of = of or pos > match[0]
        after = past_slash(scan, pos - 1, _past_headed(scan, pos) or remit(scan, pos, match[1].kind))
        _head_of_village(scan, pos, after)
        of = of or after > pos
        named = match[1].kind == "portfolio" or len(scan.found.spots) > found_before or match[1].kind == "country"
        single = single or (match[1].kind != "role" and named)
        pos = office_end = after
        pos = _past_bracket(scan, pos, match[1].kind)
        if pos > after and _goes_past(scan, after, pos):
            bracketed = after
            office_end = pos  # `Kepala Bidang (Kabid) Humas Polda Kalimas`
        pos = _past_state(scan, pos)
        of = of or (pos > after and scan.titles[after] is not None)  # `Kepala Bidang (Kabid) Humas`
        single = single or (match[1].kind != "role" and len(scan.found.spots) > found_before)
    if pos == at:
        return None
    end = _person(scan, pos) if pos < len(words) and _goes_on(scan, pos) else pos
    if end > pos and (body := _of_home(scan, at, pos, end)) > end:
        pos = office_end = body
        end = _person(scan, pos) if pos < len(words) and _goes_on(scan, pos) else pos
        of = True
    elif end > pos and not strong and _is_before_rank(scan, at, pos, end):
        opening = scan.titles[at]
        type_ = "GPE" if opening is not None and opening[1].kind == "territory" else "ORG"
        scan.add(pos, end, type_, "seat-before-rank", 3)
        office_end, pos, of, strong = end, _past_ranks(scan, end), True, True
        end = _person(scan, pos) if pos < len(words) and _goes_on(scan, pos) else pos
    elif end > pos and not strong:
        if (placed := _place_of_office(scan, at, pos, end)) > pos:
            scan.add(pos, placed, "GPE", "place-of-office", 3)
            pos = office_end = placed
            of = single = True
        called = before_called(scan, pos, end)
        if called > pos:  # `Manajer Pondok Kalimas Rini Wijayanti`, where `kata Rini` follows
            scan.add(pos, called, "ORG", "body-before-name", 3)
            pos = office_end = called
        elif _ends_club(scan, at, pos, end):
            pos = office_end = end
        elif is_before_holder(scan, at, pos, end):
            scan.add(pos, end, "ORG", "body-before-comma", 4)
            if end - pos > 1 and scan.runs[words[pos].low] and scan.kind(pos) is None and scan.known[pos] is None:
                scan.found.same.append((FIRST_WORD, scan.core(pos, end), scan.core(pos, pos + 1)))
            pos = office_end = end
            of = True
    if end > pos:
        spot = scan.add(pos, end, "PER", "titled", 5 if strong or of else 3)
        if _is_of_body_part(scan, at, pos):
            return end
        if serves(scan, at, pos, end):
            if is_set_off(scan, end):  # the role of who is named behind: `kuasa hukum Rini, Budi Kuncoro, menolak`
                scan.found.offices.append(Office(at, end, words[at].start, words[end - 1].end, single=False))
            return end
        if (own := served_officer(scan, at, end)) > 0:
            scan.found.offices.append(Office(at, end, words[at].start, words[end - 1].end, single=False))
            at = own
        spot.outer = words[at].start
        first = _past_address(scan, at, office_end)  # `Pak Kapolri Rini` is the Kapolri
        spot.role = scan.raw(first, office_end) if office_end > first else scan.raw(at, pos)
        if office_end > at and scan.joined(at) and scan.lex.is_word(words[at - 1].low, "candidate"):
            spot.outer, spot.role = words[at - 1].start, scan.raw(at - 1, office_end)  # `calon Ketua KPK Rini`
        if scan.lex.age.match(scan.text, spot.end):
            spot.signs.append(("PER", "age", 5))
        return nickname(scan, spot)
    first = _past_address(scan, at, office_end)
    title = scan.titles[first]
    sole = (
        title is not None
        and title[0] == office_end
        and words[first].capital
        and scan.lex.is_word(title[1].form.lower(), "sole-office")
    )
    if (of or sole) and office_end > first:
        single = (single or sole) and not _is_many(scan, at)
        office = Office(first, office_end, words[first].start, scan.closed_end(first, office_end), single)
        scan.found.offices.append(office)
        if first > at:  # `Pak Menteri Pangan`
            told = scan.text[office.start : office.end]
            scan.found.offices.append(replace(office, first=at, start=words[at].start, told=told))
        if bracketed > first:
            inner = Office(first, bracketed, words[first].start, words[bracketed - 1].end, single)
            scan.found.offices.append(inner)
            _in_brackets(scan, inner, pos)
        _in_brackets(scan, office, pos)
        if (
            of and title is not None and scan.lex.is_word(title[1].form.lower(), "sole-office")
        ):  # in `Jampidsus Kejagung`
            scan.found.offices.append(Office(first, title[0], words[first].start, words[title[0] - 1].end, single))
        return max(pos, office_end)
    title = scan.titles[at]
    if title is not None and _is_bare(scan, at, title[0], title[1].kind) and pos == title[0]:
        scan.found.offices.append(Office(at, pos, words[at].start, words[pos - 1].end, bare=True))
    elif office_end == pos:
        _note_alone(scan, at, pos)
    return None if scan.heads[at] or scan.known[at] else pos


def _is_of_body_part(scan: Scan, at: int, pos: int) -> bool:
    """Whether a title is a part of somebody's body here: `mengenai kepala Rini`, `di kepala Rini`."""
    word = scan.words[at]
    if word.capital or not at or not scan.joined(at) or not scan.lex.is_word(word.low, "body-part"):
        return False
    title, before = scan.titles[at], scan.words[at - 1].low
    alone = title is not None and title[0] == pos
    return alone and any(scan.lex.is_word(before, use) for use in ("toward", "mere-place", "onto"))


def _is_before_rank(scan: Scan, at: int, pos: int, end: int) -> bool:
    """Whether a run behind a territory's office or a commander's is what it is of, as the rank of its holder follows, and it stands alone
    nowhere: `Panglima Kalimas Lontar Mayor Jenderal Rini`.
    """
    title = scan.titles[at]
    if title is None or any(spot.last == pos for spot in scan.found.spots[-4:]):  # what it is of is told
        return False
    commands = title[1].kind == "body" and any(
        scan.lex.is_word(w.low, use) for w in scan.words[at:pos] for use in ("commanding", "operation")
    )
    if title[1].kind != "territory" and not commands:
        return False
    if scan.runs[" ".join(w.low for w in scan.words[pos:end])]:
        return False
    rank = scan.titles[end] if end < len(scan.words) and scan.joined(end) and scan.words[end].capital else None
    if rank is None or rank[1].kind != "rank" or not scan.joined(rank[0]) or not scan.words[rank[0]].capital:
        return False
    return not any(w.low in scan.lex.given or w.low in scan.speaking for w in scan.words[pos:end])


def _place_of_office(scan: Scan, at: int, pos: int, end: int) -> int:
    """The end of the unknown region that an office is of, before its holder's name of two words or more: `Menteri Besar Lontara Rini
    Wijayanti`, where the text has `di Lontara`; `pos` where there is none.
    """
    word = scan.words[pos]
    titles = (scan.titles[k] for k in range(at, pos))
    ruled = any(
        title is not None
        and title[0] == pos
        and (title[1].kind in _RULING or scan.lex.is_word(title[1].form.lower(), "of-town"))
        for title in titles
    )
    if not ruled or end - pos < _HOLDER or word.low in scan.lex.given or word.low in scan.speaking:
        return pos
    return pos + 1 if word.low in scan.after_place_word and scan.runs[word.low] else pos


def _past_ranks(scan: Scan, at: int) -> int:
    """The word after the ranks and forms of address from word `at` on."""
    while at < len(scan.words) and (title := scan.titles[at]) is not None and title[1].kind in _PERSONAL:
        at = title[0]
    return at


def _past_address(scan: Scan, at: int, end: int) -> int:
    """The word after the forms of address before an office: `Pak Menteri Pangan`; `at` when nothing is behind them."""
    k = at
    while (title := scan.titles[k]) is not None and title[1].kind == "honorific" and title[0] < end:
        k = title[0]
    return k


def _past_own_body(scan: Scan, pos: int, kind: str) -> int:
    """The end of a body whose head ends its officer's title: `Kepala Divisi Humas Polda Kalimas`; `pos` when there is none."""
    head, words = scan.heads[pos - 1], scan.words
    if kind != "body" or head is None or head[1].kind not in HEADED or head[0] < pos or not words[pos - 1].capital:
        return pos
    if not scan.joined(pos) or not words[pos].capital or scan.titles[pos]:
        return pos
    if head[0] == pos and not (scan.kind(pos) or scan.heads[pos] or scan.known[pos]):  # `Wakil Ketua Dewan Rini`
        return pos
    return organisation(scan, pos - 1, in_title=True) or known_name(scan, pos - 1, in_title=True) or pos


def _is_bare(scan: Scan, at: int, end: int, kind: str) -> bool:
    """Whether an office of several words stands alone with capitals inside a sentence: `kata Wakil Gubernur`."""
    words = scan.words[at:end]
    plain = kind in ("country", "portfolio", "territory", "body") and not scan.headline[at] and not _is_many(scan, at)
    return plain and len(words) > 1 and all(w.capital for w in words) and not words[0].opens


def _note_alone(scan: Scan, at: int, pos: int) -> None:
    """Note an office of one territory that stands alone with a capital, a form of address before it or not: `kata Pak Gubernur`."""
    first, title = at, scan.titles[at]
    if title is not None and title[1].kind == "honorific" and title[0] < pos:
        first, title = title[0], scan.titles[title[0]]
    if title is None or title[0] != pos or not scan.lex.is_word(title[1].form.lower(), "alone-office"):
        return
    words = scan.words
    goes_on = scan.joined(pos) and (words[pos].capital or _past_ordinal(scan, pos) > pos)
    before = words[at - 1] if at and not words[at].opens else None
    led = before is not None and ((before.capital and not before.opens) or scan.lex.is_word(before.low, "not-office"))
    if (
        words[first].capital
        and not words[first].upper
        and not (goes_on or led or scan.headline[first] or _is_many(scan, at))
    ):
        told = scan.text[words[first].start : words[pos - 1].end]
        scan.found.offices.append(Office(at, pos, words[at].start, words[pos - 1].end, bare=True, told=told))


def _of_home(scan: Scan, at: int, pos: int, end: int) -> int:
    """The end of a body with our country behind it after an office, and its short form: `Direktur Kalimas Rescue Indonesia (KRI)`.

    A word alone, or one that may be somebody's name before the sentence's country, is a body before its holder: `CEO Kalimas Indonesia,
    Rini Wijayanti`.
    """
    title = scan.titles[at]
    if title is None or title[1].kind not in ("role", "body", "country") or not is_of_home(scan, pos, end, least=1):
        return pos
    after = scan.words[end + 1] if end + 1 < len(scan.words) else None
    held = after is not None and after.capital and (scan.joined(end + 1) or after.gap == ", ")
    told = end - pos > 1 and ends_after_home(scan, pos, end)
    if not told and (not held or title[1].kind == "country"):  # `Direktur Rini Wijayanti Indonesia menolak`
        return pos
    body = scan.add(pos, end + 1, "ORG", "body-of-home", 4)
    scan.same(WITH_PLACE, body, scan.add(pos, end, "ORG", "org-without-place", 3))
    return close_organisation(scan, body)


def _in_brackets(scan: Scan, office: Office, pos: int) -> None:
    """The office by its short form in brackets, with it, and with what follows: `Kepala Bidang Humas (Kabid Humas) Polda Kalimas`."""
    words, end = scan.words, office.last
    bracket = BRACKET.match(scan.text, words[end - 1].end)
    if bracket is None or bracket.start(1) < office.end or end == len(words) or not words[end].capital:
        return
    last = scan.within(end, bracket.end())
    told = scan.text[office.start : office.end]
    body = any(spot.first <= end < spot.last for spot in scan.found.spots[-8:])  # `Kepala Dinas Pangan (Dispang)`
    if last == end or bracket[1].count(" ") > 2 or body:
        return
    scan.found.offices.append(replace(office, last=last, end=bracket.end(), told=told))
    if scan.titles[end] or (
        last - end == 1 and not words[end].upper
    ):  # `Menteri Energi dan Sumber Daya Mineral (ESDM)` is none
        short = replace(office, first=end, last=last, start=words[end].start, end=words[last - 1].end, told=told)
        scan.found.offices.append(short)
    if pos > last:
        scan.found.offices.append(replace(office, last=pos, end=scan.closed_end(office.first, pos)))


def _ends_club(scan: Scan, at: int, pos: int, end: int) -> bool:
    """Whether a single word behind a club of one word is of its name, and the holder's follows between commas:
    `Pelatih Kalimas Utd, Rini Wijayanti.`; a title that bodies have, too (`Direktur Bank Kalimas Rini, Budi …`), shows nothing.
    """
    title, word = scan.titles[at], scan.words[pos]
    if (
        title is None
        or title[1].kind != "role"
        or title[0] != pos - 1
        or end - pos > 1
        or not comes_after_comma(scan, end)
    ):
        return False
    body = next(
        (s for s in reversed(scan.found.spots[-4:]) if (s.first, s.last, s.type) == (pos - 1, pos, "ORG")), None
    )
    if body is None or word.low in scan.lex.given or word.low in scan.speaking or scan.runs[word.low]:
        return False
    last = scan.run(end, _NAMED)
    if last < len(scan.words) and scan.words[last].gap == " ":
        return False
    scan.same(WITH_PLACE, scan.add(body.first, end, "ORG", "body-before-comma", 4), body)
    return True


def _head_of_village(scan: Scan, pos: int, after: int) -> None:
    """`Kepala Desa Kalimas` has `Desa Kalimas` in it."""
    head = scan.places[pos - 1]
    if head is None or head[0] != pos or not scan.lex.is_word(scan.words[pos - 1].low, "village"):
        return
    inner = next((s for s in reversed(scan.found.spots) if s.first == pos), None)
    if inner is not None and inner.type == "GPE" and inner.last <= after and scan.words[pos - 1].capital:
        whole = scan.add(pos - 1, inner.last, "GPE", f"place-head:{scan.words[pos - 1].low}", 4)
        scan.same(WITHOUT_HEAD, whole, inner)


def _past_ordinal(scan: Scan, pos: int) -> int:
    """The word after the number of a holder: `Presiden ke-7 RI`."""
    if pos >= len(scan.words) or not scan.joined(pos):
        return pos
    if scan.lex.is_word(scan.words[pos].low, "nth") and scan.joined(pos + 1) and scan.known[pos + 1]:
        return pos + 1  # `Presiden Ketujuh RI`
    joint, hyphen, number = scan.words[pos].low.partition("-")
    if not hyphen and scan.joined(pos + 1) and scan.words[pos + 1].text.isdigit():  # `Presiden ke 7 RI`
        return pos + 2 if scan.lex.is_word(joint, "ordinal") else pos
    return pos + 1 if hyphen and scan.lex.is_word(joint, "ordinal") and number.isalnum() else pos


def _past_state(scan: Scan, pos: int) -> int:
    """The word after what says whether an office is held, and when: `Bupati Kalimas nonaktif …`, `… periode 2025-2030 …`."""
    if not scan.joined(pos):
        return pos
    if scan.joined(pos + 1) and scan.lex.is_word(f"{scan.words[pos].low} {scan.words[pos + 1].low}", "office-state"):
        return pos + 2  # `Menteri Pangan Ad Interim Rini Wijayanti`
    if scan.words[pos].capital:
        return pos
    if scan.lex.is_word(scan.words[pos].low, "office-state") and scan.joined(pos + 1):
        return pos + 1 if scan.words[pos + 1].capital else pos
    term = scan.lex.is_word(scan.words[pos].low, "term") and scan.joined(pos + 1) and scan.joined(pos + 2)
    return pos + 2 if term and scan.words[pos + 1].text[0].isdigit() and scan.words[pos + 2].capital else pos


def _past_bracket(scan: Scan, pos: int, kind: str) -> int:
    """The word after a short form in brackets that follows an office: `Presiden Amerika Serikat (AS) …`, `… (Menko) …`."""
    if pos >= len(scan.words) or scan.words[pos].gap != " (":
        return pos
    match = BRACKET.match(scan.text, scan.words[pos - 1].end)
    if not match or match[1].count(" ") > 2 or match[1][0].isdigit():
        return pos
    if _is_bracketed_suffix(scan, pos):
        return pos
    end = scan.within(pos, match.end())
    if end >= len(scan.words) or scan.words[end].gap != ") " or not scan.words[end].capital:
        return pos
    known_name(scan, pos, in_title=True)
    named = scan.known[pos]  # `Gubernur Kalimas Utara (Kalut) Rini Wijayanti`: what it is of is told
    placed = named is not None and named[0] == end and named[1].type == "GPE"
    return end if placed or scan.titles[end] else remit(scan, end, kind, opened=True)


def _goes_past(scan: Scan, at: int, end: int) -> bool:
    """Whether more of an office stands behind the bracket that opens at word `at`."""
    bracket = BRACKET.match(scan.text, scan.words[at - 1].end)
    return bracket is not None and end > scan.within(at, bracket.end())


def _past_headed(scan: Scan, pos: int) -> int:
    """The word after the head of a body that the office's short form parts from its matter: `Kepala Dinas (Kadis) Pangan`; 0 at none."""
    head = scan.heads[pos] if scan.joined(pos) and scan.words[pos].capital else None
    if head is None or head[0] >= len(scan.words) or scan.words[head[0]].gap != " (":
        return 0
    short = scan.titles[head[0]]
    return (
        head[0] if short is not None and short[1].kind not in _PERSONAL and scan.joined_after_bracket(short[0]) else 0
    )


def _is_many(scan: Scan, at: int) -> bool:
    """Whether a number or `para` before an office shows that not one holder is meant."""
    if not at or scan.words[at].opens:
        return False
    low = scan.words[at - 1].low
    return scan.lex.is_word(low, "many") or (low[0].isdigit() and not scan.words[at].gap.startswith(")"))


def _goes_on(scan: Scan, pos: int) -> bool:
    return scan.joined(pos) or (scan.words[pos].gap in (") ", ".) ") and not scan.words[pos].opens)


def _may_open(scan: Scan, at: int) -> bool:
    word, match = scan.words[at], scan.titles[at]
    if match is None or match[1].kind == "suffix":
        return False
    known = scan.known[at]
    if (not word.capital and not match[1].small) or (known and known[0] > match[0] and known[1].type == "GPE"):
        return False
    if word.upper and match[1].kind == "honorific" and not match[1].form.isupper():
        return False
    return not (match[1].kind == "honorific" and _is_name_itself(scan, match[0]))


def _is_name_itself(scan: Scan, end: int) -> bool:
    """A form of address that nothing capitalised follows is a name or nothing."""
    return (
        end >= len(scan.words)
        or not (scan.joined(end) or scan.words[end].gap in (". ", " (", ") "))
        or not scan.words[end].capital
    )


def _is_bracketed_suffix(scan: Scan, pos: int) -> bool:
    """`(Purn)`, and the short form of a rank after its long one: `Ajun Komisaris (AKP)`."""
    match = scan.titles[pos]
    return scan.words[pos].gap in (" (", ". (") and match is not None and match[1].kind in ("suffix", "rank")


def _is_second_office(scan: Scan, pos: int) -> bool:
    """Whether another office of the same holder begins behind a slash: `Menteri Agraria/Kepala BPN Rini`."""
    match = scan.titles[pos]
    return scan.words[pos].gap == "/" and match is not None and match[1].kind not in _PERSONAL


def _person(scan: Scan, pos: int) -> int:
    """The end of a personal name at `pos`; `pos` when there is none."""
    word = scan.words[pos]
    if word.low in scan.lex.org_words:  # `Direktur PT Kalimas, Tbk`
        return pos
    if not word.capital or (word.upper and len(word.text) > 3 and not _is_all_capitals(scan, pos)):
        return pos
    term = scan.lex.terms.match(scan.words, pos)
    if term is not None and term[1] == "term":  # `Menteri Pangan Ad Interim`
        return pos
    if scan.opens_called(pos):
        return max(scan.run(pos + 2), pos + 2)
    if scan.lex.is_word(word.low, "birth-opener") and (end := scan.run(pos, titled=True)) > pos + 1:
        return scan.past_common(end)
    if _is_letters_behind_rank(scan, pos):
        return pos + 1
    known = scan.known[pos]
    if known and not known[1].also and (known[1].table != "places" or known[0] - pos > 1):
        return pos
    if (scan.heads[pos] or scan.places[pos]) and word.low not in scan.lex.given:
        return pos
    opens = _is_small_word(scan, pos) or _is_behind_rank(scan, pos)
    return scan.run(pos + 1) if opens else scan.run(pos, titled=True)


def _follows_rank(scan: Scan, pos: int) -> bool:
    """Whether a rank of one word or two ends right before word `pos`."""
    ranks = (scan.titles[k] for k in range(max(pos - 2, 0), pos))
    return any(title is not None and title[0] == pos and title[1].kind == "rank" for title in ranks)


def _is_letters_behind_rank(scan: Scan, pos: int) -> bool:
    """Whether two letters or three that no table has are all that somebody is called by behind a rank: `AKP DI ditetapkan`."""
    word, after = scan.words[pos], pos + 1
    if not (word.upper and word.text.isalpha() and 1 < len(word.text) < MOST_INITIALS + 1) or scan.headline[pos]:
        return False
    if scan.known[pos] or scan.heads[pos] or scan.titles[pos] or ROMAN.fullmatch(word.text):
        return False
    alone = not (scan.joined(after) and scan.words[after].capital)
    return alone and _follows_rank(scan, pos)


def _is_behind_rank(scan: Scan, pos: int) -> bool:
    """Whether an ordinary word is the first of a name of two or more right behind a rank: `Mayjen Untung Wijayanti`."""
    word, after = scan.words[pos], pos + 1
    if not _follows_rank(scan, pos):
        return False
    if word.upper or scan.headline[pos] or scan.titles[pos] or scan.kind(pos) not in ("common", "function"):
        return False
    if not scan.joined(after) or scan.kind(after) or scan.words[after].upper:
        return False
    if scan.joined(after + 1) and scan.words[after + 1].capital:  # `Laksamana Dua Rini Sekar Wijayanti`
        return False
    return scan.is_name_word(after) and not (scan.stops(after) or scan.known[after])


def _is_small_word(scan: Scan, pos: int) -> bool:
    """Whether a small word that is a given name too is the first of a name behind an office: `Ketua DPR Mari Wijayanti`."""
    word, after = scan.words[pos], pos + 1
    if not scan.lex.is_word(word.low, "small-name") or word.upper or word.opens or scan.headline[pos]:
        return False
    if not scan.joined(pos) or not scan.joined(after):
        return False
    return scan.is_name_word(after) and not (scan.stops(after) or scan.known[after] or scan.words[after].upper)


def _is_all_capitals(scan: Scan, pos: int) -> bool:
    """A name printed in capitals throughout: `Kapolres RINI WIJAYANTI`."""
    after = scan.words[pos + 1] if scan.joined(pos + 1) else None
    return after is not None and after.upper and len(after.text) > 3
