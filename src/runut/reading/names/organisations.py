"""Organisations by their head words: `Kementerian Kesehatan Kalimas`, `Polda Kalimas`, `RSUD Kalimas`, `pasukan Kalimas`."""

from __future__ import annotations

from runut.reading.names.places import WITH_PLACE, directed, explains, known_name, place
from runut.reading.names.scan import BRACKET, ROMAN, Scan, Spot

_MAX_LISTED = 6
_MAX_NAME = 9


def organisation(scan: Scan, at: int, in_title: bool = False) -> int | None:
    """The end of an organisation that is named with its head word; `in_title`: a person's name may follow."""
    match = scan.heads[at]
    if not match:
        return None
    end, head = match
    words = scan.words
    word = words[at]
    if not word.capital and not head.small and not scan.lex.is_word(word.low, "ministry"):
        return None
    if end >= len(words):
        return None
    of = scan.known[end]
    if head.kind == "school" and not word.capital and of and of[1].type == "ORG":  # `sekolah Pemprov Kalimas`
        return None
    end = _past_class(scan, end)
    if head.kind in ("government", "force"):
        return _of_country(scan, at, end, head.kind)
    known, inner = scan.known[at], scan.heads[end]
    if (known and known[0] > end) or (
        scan.lex.is_word(head.form.lower(), "seat-of")
        and inner
        and scan.joined(end)
        and inner[1].kind in ("office", "seat")
    ):
        return None
    body = _up_to_bracket(scan, at, end)
    if body == end and head.kind in ("office", "body", "school"):
        body = portfolio(scan, end, small=scan.lex.is_word(word.low, "ministry"))
    name_end = body
    short = _short_of(scan, at, body)
    after = short[1] if short else body
    if short and body == end and head.kind == "office":
        parted = _parted(scan, at, end, short[1], in_title)
        if parted is not None:
            return parted
    whole_head = head.kind in ("body", "force") and end - at > 1  # `Garda Revolusi` needs nothing after it to be a name
    national = _is_national(scan, at, end)  # `Ketua KPU Rini Wijayanti`
    last = _tail(scan, after, head.kind, body > end or whole_head or national, in_title, bool(short))
    if head.kind == "body" and (last > end or whole_head):
        last = _for_what(scan, last, in_title)
    if short is None and last > body:
        short = _short_of(scan, at, last)
        name_end = last
        if short:
            after = short[1]
            last = _tail(scan, after, "seat", True, in_title, True)
    if last == end and body == end and (short is None or after == end):
        return _head_alone(scan, at, end, head.kind)
    stop = scan.past_class(max(after, last))
    if stop == after and short and name_end == end:
        return _head_in_brackets(scan, at, end, short[1]) if head.kind in ("office", "seat") else None
    if not word.capital and not any(w.capital for w in words[end:stop]) and body == end:
        return None
    if head.kind == "media" and not word.capital and _only_known_place(scan, end, stop):
        return None
    finish = stop
    whole = scan.add(at, stop, "ORG", f"org-head:{head.form.lower()}", 6)
    whole.end = scan.closed_end(at, stop)
    if (head.kind == "body" and not word.capital) or (head.kind == "media" and not words[end - 1].capital):
        # `partai Kalimas`, `Kantor berita Kalimas`
        scan.same("head with a small letter", whole, scan.add(end, stop, "ORG", f"org-head:{head.form.lower()}", 2))
    if (
        head.kind == "company"
        and stop < len(words)
        and words[stop].gap == " ("
        and words[stop].low in scan.lex.org_words
    ):
        named = scan.add(at, stop + 1, "ORG", "firm-in-brackets", 2)  # `PT Kalimas (Persero)`
        named.core, named.end = whole.core, scan.closed_end(at, stop + 1)
        listed = words[stop + 1] if stop + 1 < len(words) else None
        if listed is not None and listed.gap == ") " and listed.low in scan.lex.org_words:  # `PT Kalimas (Persero) Tbk`
            finish = _listed_firm(scan, at, stop + 2, whole)
    within = scan.heads[end - 1] if end - at > 1 else None
    own = within and not words[end - 1].upper  # `Satpol PP` is no part of a `PP`
    if within and own and within[0] == end and within[1].kind == "seat" and not short:  # `Satlantas Polres Kalimas`
        scan.add(end - 1, stop, "ORG", f"org-head:{within[1].form.lower()}", 5)
    if short:
        place_part = scan.core(after, stop) if stop > after else ""
        whole.core = f"{scan.core(at, name_end)} {place_part}".strip()
        if stop == after:
            bracket = BRACKET.match(scan.text, words[name_end - 1].end)
            whole.end = bracket.end() if bracket else whole.end
        if stop > after:  # `Badan Lontar (BL) Kalimas` has `Badan Lontar (BL)` in it
            nested = scan.add(at, after, "ORG", "acronym-defined", 2)
            bracket = BRACKET.match(scan.text, words[name_end - 1].end)
            nested.core, nested.end = scan.core(at, name_end), bracket.end() if bracket else nested.end
        if name_end > end:
            base = scan.add(at, name_end, "ORG", "org-without-place" if place_part else "acronym-defined", 5)
            scan.same(WITH_PLACE, whole, base)
            scan.same("acronym given in brackets", whole, scan.add(*short, "ORG", "acronym-defined", 5))
        else:
            words_of_short = scan.core(*short)
            scan.found.same.append(("head given in brackets", whole.core, f"{words_of_short} {place_part}"))
            _without_tail(scan, at, after, stop, whole.core, scan.core(at, name_end))
    elif end < body < stop:
        scan.same(WITH_PLACE, whole, scan.add(at, body, "ORG", "org-without-place", 1))
    else:
        _without_tail(scan, at, end, stop, whole.core, scan.core(at, end))
        if known and _is_national(scan, at, end) and not known[1].also:  # `Lontarnas RI` has `Lontarnas`
            nested = scan.add(at, end, "ORG", f"known:{known[1].table}", 3)
            nested.canon = known[1].name
            of = scan.known[end]
            if of and of[1].table == "countries":  # `Lontarnas Kalimas`, of a town, is a part of it
                scan.same(WITH_PLACE, whole, nested)
    return finish


def _listed_firm(scan: Scan, at: int, end: int, firm: Spot) -> int:
    """The end of a listed company's name with `Tbk` behind `(Persero)`, and its code in brackets, if any."""
    scan.add(at, end, "ORG", "firm-in-brackets", 2).core = firm.core
    code = scan.bracketed(end)
    if code is None or not scan.core(*code).isupper():
        return end
    scan.same("acronym given in brackets", firm, scan.add(*code, "ORG", "acronym-defined", 5))
    return code[1]


def _parted(scan: Scan, at: int, end: int, after: int, in_title: bool) -> int | None:
    """The end of a body whose head has its short form in brackets before what it deals with: `Satuan Tugas (Satgas) Pangan Kalimas`."""
    words = scan.words
    if after >= len(words) or words[after].gap != ") " or not words[after].capital or scan.known[after]:
        return None
    spelt = scan.spelt_again.get(after)
    body = spelt if spelt else portfolio(scan, after, opened=True)
    if body == after:
        return None
    short = _short_of(scan, after, body) if spelt else None
    whole = scan.add(at, body, "ORG", f"org-head:{words[at].low}", 6)
    whole.core = f"{scan.core(at, end)} {scan.core(after, body)}"
    if short:
        scan.same("acronym given in brackets", whole, scan.add(*short, "ORG", "acronym-defined", 5))
        both = scan.add(at, short[1], "ORG", "acronym-defined", 3)
        both.core, both.end = whole.core, scan.closed_end(at, short[1])
    last = _tail(scan, short[1] if short else body, "office", True, in_title, bool(short))
    if last <= (short[1] if short else body):
        return short[1] if short else body
    placed = scan.add(at, last, "ORG", f"org-head:{words[at].low}", 5)
    placed.core = f"{whole.core} {scan.core(short[1] if short else body, last)}"
    scan.same(WITH_PLACE, placed, whole)
    return last


def _is_national(scan: Scan, at: int, end: int) -> bool:
    """Whether a head is the name of one body by itself (`Lontarnas`), and not what each region has (`Polda`)."""
    known = scan.known[at]
    listed = known is not None and known[0] == end and known[1].type == "ORG"
    return listed and not scan.lex.is_word(scan.words[at].low, "local")


def _past_class(scan: Scan, end: int) -> int:
    """The end of a head with the class of the office: `Lapas Kelas IIA`, `Stasiun Geofisika Kelas 1`."""
    words = scan.words
    if end + 1 < len(words) and scan.joined(end) and scan.lex.is_word(words[end].low, "class"):
        number = words[end + 1]
        if words[end].capital and scan.joined(end + 1) and (number.text.isdigit() or ROMAN.fullmatch(number.text)):
            return end + 2
    return end


def _head_alone(scan: Scan, at: int, end: int, kind: str) -> int | None:
    """`Garda Revolusi`: a head of several words, all with capitals, is a name of its own."""
    least = 2 if kind in ("body", "hospital", "force") else _SHOWN if kind in ("office", "seat") else end - at + 1
    proper = end - at >= least and all(w.capital for w in scan.words[at:end])
    if not proper or scan.headline[at]:
        return None
    scan.add(at, end, "ORG", "org-head-alone", 3)
    return end


def _head_in_brackets(scan: Scan, at: int, end: int, last: int) -> int | None:
    """`Detasemen Polisi Militer (Denpom)`: a head of several words with its short form, and no place."""
    if end - at < _SHOWN or not all(w.capital for w in scan.words[at:end]) or scan.headline[at]:
        return None
    spot = scan.add(at, end, "ORG", "org-head-alone", 3)
    scan.same("acronym given in brackets", spot, scan.add(end, last, "ORG", "acronym-defined", 5))
    whole = scan.add(at, last, "ORG", "acronym-defined", 3)
    whole.core, whole.end = spot.core, scan.closed_end(at, last)
    return last


def _up_to_bracket(scan: Scan, at: int, end: int) -> int:
    """The end of a name of any capitalised words whose letters make the short form in brackets after it."""
    words, k = scan.words, end
    spelt = next((scan.spelt_again[first] for first in range(at, end + 1) if first in scan.spelt_again), None)
    if spelt is not None and spelt > end:
        return spelt
    while k < len(words) and k - end < _MAX_NAME and (scan.joined(k) or words[k].gap == ", "):
        if not words[k].capital and not scan.lex.is_word(words[k].low, "and"):
            return end
        if words[k].gap == ", " and scan.heads[k]:  # `Partai Kalimas, Partai Lontar (PL)` are two
            return end
        if k in scan.made and not scan.heads[k]:  # `Badan Pangan Lontar Kalimas Raya (Lonkara)`
            return scan.made[k]
        k += 1
    short = scan.bracketed(k) if k > end else None
    if short is None:
        return end
    told = scan.core(*short)
    head = scan.heads[at]
    company = head is not None and head[1].kind == "company"  # `PT Bank Kalimas (BK)`
    return k if explains(scan, scan.core(at, k), told) or (company and explains(scan, scan.core(end, k), told)) else end


def _short_of(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The words of a short form in brackets that may stand for the organisation: by its letters, capitals or the tables."""
    short = scan.bracketed(end)
    if short is None:
        return None
    text = scan.core(*short)
    listed = scan.lex.known.get(text)
    if listed and listed.type != "ORG":  # `Polda Kalimas Utara (Kalut)`
        return None
    if any(first < at and last == end for first, last in scan.spelt.items()):  # `Dana Darurat Bank Kalimas (DDBK)`
        return None
    known = (
        listed is not None
        or text.isupper()
        or text.split()[0].lower() in scan.lex.parts
        or scan.lex.org_heads.get(text) is not None
        or any(at <= first and last == end for first, last in (*scan.spelt.items(), *scan.made.items()))
        or _is_before_place(scan, short[1])
    )
    head = scan.heads[at]
    names = [scan.core(first, end) for first in (at, head[0] if head else at) if first < end]
    return short if known or any(explains(scan, name, text) for name in names) else None


def _is_before_place(scan: Scan, at: int) -> bool:
    """Whether a bracket ends before word `at` and a place follows it: `Dinas Pemadam (Damka) Kalimas`."""
    if at >= len(scan.words) or scan.words[at].gap != ") " or not scan.words[at].capital:
        return False
    known, headed = scan.known[at], scan.places[at]
    return (known is not None and known[1].type == "GPE") or (headed is not None and headed[1] == "GPE")


def _without_tail(scan: Scan, at: int, end: int, stop: int, core: str, head: str) -> None:
    """`RSUD Kalimas Garut`, `RS Kalimas di Garut`: the name without the known place at its end."""
    first = end + (end - at == 1)  # a head of several words is a name without anything after it
    whole = scan.known[first - 1] if first > end else None
    if whole and whole[0] == stop:  # `RS Arab Saudi`
        return
    for k in range(first, stop):
        known = scan.known[k]
        tail = known is not None and known[0] == stop and known[1].type == "GPE" and not known[1].also
        if tail or scan.lex.is_word(scan.words[k].low, "at"):
            at_place = scan.lex.is_word(scan.words[k - 1].low, "at")  # `KBRI di Kalimas`
            if (
                at_place or scan.places[k - 1] or scan.heads[k - 1]
            ):  # `DPRD Kota Kalimas`, `RS Bhayangkara Polda Kalimas`
                if k - 1 <= end:
                    return
                k -= 1
            base = scan.add(at, k, "ORG", "org-without-place", 3)
            base.core = f"{head} {scan.core(end, k)}".strip()
            scan.found.same.append((WITH_PLACE, core, base.core))
            return


def _only_known_place(scan: Scan, first: int, last: int) -> bool:
    known = scan.known[first]
    return bool(known and known[0] == last and known[1].type != "ORG")


def portfolio(scan: Scan, pos: int, small: bool = False, opened: bool = False) -> int:
    """The end of a run of words that name what an office deals with: `Energi dan Sumber Daya Mineral`; `opened`: after a bracket."""
    words, n, end = scan.words, len(scan.words), pos
    small = small and pos < n and not words[pos].capital
    while end < n and (scan.joined(end) or (opened and end == pos) or (end > pos and words[end].gap == ", ")):
        word = words[end]
        if end > pos and end in scan.spelt and scan.heads[end]:  # `Seksi Logistik Badan Pangan Kalimas (BPK)`
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


def _opens(scan: Scan, k: int) -> bool:
    """Whether another office or body begins at word `k`: `Kepala Dinas Kesehatan, Kepala Dinas Sosial`."""
    head = scan.heads[k]
    matter = scan.lex.ordinary.get(scan.words[k].low) == "portfolio"  # `Hukum, HAM, Imigrasi, dan …`
    headed = head is not None and head[1].kind != "media" and not (matter and head[1].kind == "seat")
    return scan.words[k].capital and (scan.titles[k] is not None or headed)


def _listed(scan: Scan, at: int, small: bool) -> bool:
    """Whether a comma inside an office's name goes on to a `dan`: `Meteorologi, Klimatologi, dan Geofisika`."""
    for k in range(at + 1, min(at + _MAX_LISTED, len(scan.words) - 1)):
        if scan.lex.is_word(scan.words[k].low, "and"):
            return scan.words[k + 1].capital and _is_portfolio(scan, k + 1, small)
        if not _is_portfolio(scan, k, small):
            return False
    return False


def _is_portfolio(scan: Scan, k: int, small: bool) -> bool:
    word = scan.words[k]
    listed = scan.lex.ordinary.get(word.low)
    if not word.capital:
        return (
            small
            and listed == "portfolio"
            and not (scan.lex.is_word(word.low, "home") or scan.lex.is_word(word.low, "vague"))
        )
    if word.upper and len(word.text) > 2 and listed == "portfolio":  # `Menteri Hukum dan HAM`
        return True
    if scan.lex.is_word(word.low, "home") or (word.low in scan.lex.given and listed != "portfolio"):
        return False
    if ROMAN.fullmatch(word.text):
        return True
    head = scan.heads[k]
    if head and head[1].kind == "office" and not head[0] - k > 1 and scan.kind(k) == "derived":
        return False
    if head and listed != "portfolio":  # `Dewan Pertimbangan Partai Kalimas`
        return False
    if word.upper and listed == "common" and len(word.text) > 2:  # `Kementerian Koperasi dan UKM`
        return scan.lex.is_word(scan.words[k - 1].low, "and")
    return not word.upper and scan.kind(k) in ("portfolio", "derived", "common")


def _tail(scan: Scan, at: int, kind: str, has_body: bool, in_title: bool, after_bracket: bool) -> int:
    """The end of the name or place that follows an organisation's head."""
    words = scan.words
    if at >= len(words) or not (scan.joined(at) or (after_bracket and words[at].gap == ") ")):
        return at
    word = words[at]
    if has_body and word.low in scan.speaking:  # `Badan Pasar Kalimas (BPK) Ratna`
        return at
    if word.gap.strip() == "/":  # `Kodam XX/Kalimas`
        return at + 1
    title, headed = scan.titles[at], scan.heads[at]
    if title and title[1].kind == "rank":
        return at
    if headed and headed[1].kind == "company" and word.upper and kind != "company":  # `Divisi Kredit PT Kalimas`
        return at
    if kind == "hospital" and title and title[1].kind == "honorific":
        return _after_person(scan, at)
    if word.text.isdigit() and kind == "school":  # `SMPN 3 Kalimas`
        if not scan.joined(at + 1):
            return at + 1
        return _known_place(scan, at + 1) or (scan.run(at + 1, 2) if in_title else scan.loose_run(at + 1, 3))
    numeral = ROMAN.fullmatch(word.text) and scan.lex.is_word(words[at - 1].low, "command")
    if (word.text.isdigit() or numeral) and kind in ("seat", "body"):
        return _numbered(scan, at, in_title)
    if not word.capital:
        lies = (kind == "hospital" and has_body) or scan.lex.is_word(words[at - 1].low, "mission")
        return (_where(scan, at + 1) or at) if lies and scan.lex.is_word(word.low, "at") else at
    if scan.headline[at] and kind in ("office", "seat", "body") and not scan.known[at]:
        return at
    body = scan.known[at]
    if body and body[1].type == "ORG" and kind in ("body", "school", "company"):
        after = scan.loose_run(body[0]) if scan.joined(body[0]) and words[body[0]].capital else body[0]
        firm = any(w.low in scan.lex.org_words for w in words[body[0] : after])
        if kind != "company" or after == body[0] or (in_title and not firm):  # else `PT Kalimas Multi Tbk`
            known_name(scan, at, in_title=True)
            return body[0]
    if kind in ("office", "seat", "school"):
        over = _parent(scan, at, in_title, kind)
        if over:
            return over
    placed = place(scan, at, in_title=True)
    if placed is None and kind in ("office", "seat"):
        placed = longer_place(scan, at, in_title)
    placed = placed or _known_place(scan, at)
    if after_bracket and kind in ("school", "body", "company"):
        return placed or (at if in_title else _unknown_place(scan, at))
    if kind in ("office", "seat"):
        return placed or _seat(scan, at, has_body, in_title)
    if (
        placed and in_title and has_body and kind in ("body", "school")
    ):  # `Ketua Asosiasi Guru Indonesia Rini Wijayanti`
        return placed
    if placed and kind in ("hospital", "company", "media"):
        end = placed
        if not in_title and scan.joined(end) and not scan.headline[end]:
            end = scan.run(end, 3)
        return _at_place(scan, end) if kind == "hospital" else end
    end = _own(scan, at, scan.loose_run(at), kind)
    if in_title or (kind == "school" and end - at == _OFFICER and _speaks(scan, end)):
        end = _split(scan, at, end, has_body)
    return _at_place(scan, end) if kind == "hospital" else end


def _speaks(scan: Scan, end: int) -> bool:
    """Whether a word of speaking follows a run: `Universitas Kalimas Rini Wijayanti mengatakan`."""
    words = scan.words
    follows = end < len(words) and words[end].gap in (" ", ", ")
    return follows and "PER" in scan.lex.after.get(words[end].low, ())


def _own(scan: Scan, at: int, end: int, kind: str) -> int:
    """A run after a head without what is no part of the name: where a hospital or company lies, somebody of the body."""
    words = scan.words
    low = [w.low for w in words[at:end]]
    for k in range(at + 1, end):
        placed, head = scan.places[k], scan.heads[k]
        other = (placed and placed[1] == "GPE") or (head and head[1].kind == "company")
        somebody = end - k > 1 and scan.runs[" ".join(low[k - at :])] and not (scan.known[k] or head or placed)
        officer = low[k - at] in scan.lex.given and words[k - 1].upper and len(words[k - 1].text) > 2
        company = other and head and scan.words[k].upper  # `Divisi Korporasi PT Bank Kalimas`
        if (other and kind in ("hospital", "company", "school")) or company or somebody or officer:
            return k - (not words[k - 1].capital)
    return end


# A head of this many words with its short form is a name without a place: `Pemerintah Daerah (Pemda)` is none.
_SHOWN = 3
# A school of one word and somebody of it have this many.
_OFFICER = 3
# An officer of two names may stand behind a purpose of this many words, `untuk` among them.
_PURPOSE = 3


def _for_what(scan: Scan, end: int, in_title: bool) -> int:
    """The end of a body's name with what it is for: `Koalisi Warga untuk Udara Bersih`."""
    if not scan.joined(end) or not scan.joined(end + 1) or not scan.words[end + 1].capital or scan.headline[end]:
        return end
    if not scan.lex.is_word(scan.words[end].low, "purpose"):
        return end
    last = scan.loose_run(end + 1)
    return _split(scan, end + 1, last, has_body=False) if in_title and last - end > _PURPOSE else last


# The number of a command has two digits or more: `Kodim 0812/Kalimas`.
_NUMBER = 2


def _numbered(scan: Scan, at: int, in_title: bool) -> int:
    """The end of a command's number and what follows it: `Kodim 0812/Kalimas`, `Kodam XX Kalimas`, `Yonif 700 Lontar Kodam XX Kalimas`."""
    words, after = scan.words, at + 1
    command = scan.lex.is_word(words[at - 1].low, "command")
    if not command and len(words[at].text) < _NUMBER:
        return at
    if after >= len(words) or not words[after].capital or words[after].gap.strip() not in ("/", ""):
        return after if command else at
    if words[after].gap.strip() == "/":
        end = scan.run(after, 3)
        end = end if end > after and not in_title else after + 1
    elif placed := _known_place(scan, after):
        end = placed
    elif command and not scan.stops(after):
        end = scan.run(after, 1 if in_title else 2)
        end = end if end > after else after
    else:
        return after if command else at
    return (_parent(scan, end, in_title, "seat") or end) if command else end


def _seat(scan: Scan, at: int, has_body: bool, in_title: bool) -> int:
    """What an office or seat is of, when that is no known place: a body, an acronym, an unknown place."""
    word = scan.words[at]
    known = scan.known[at]
    if known and known[1].type == "ORG":
        known_name(scan, at, in_title=True)
        return _tail(scan, known[0], "seat", True, in_title, False)
    if word.upper and len(word.text) < 9:
        return _tail(scan, at + 1, "seat", True, in_title, False)
    end = scan.run(at, 4 if in_title else 3)  # before an officer's name of two words a place has two at most
    if not in_title and (word.low in scan.lex.given or (end - at > 1 and scan.runs[word.low])):
        return at
    end = directed(scan, _split(scan, at, end, has_body) if in_title else end)
    return (_parent(scan, end, in_title, "seat") or end) if end > at else end


def _parent(scan: Scan, at: int, in_title: bool, kind: str) -> int | None:
    """The end of the body right after a unit of it: `Seksi Humas Polres Kalimas`, `Subdit Kalimas Polda Lontar`."""
    head = scan.heads[at] if at < len(scan.words) and scan.words[at].capital else None
    over = ("school",) if kind == "school" else ("office", "seat", "body")
    if head is None or head[1].kind not in over or scan.headline[at] or scan.lex.is_word(scan.words[at].low, "beside"):
        return None
    if not (scan.joined(at) or scan.words[at].gap == ") "):
        return None
    known = scan.known[at]
    if known and known[0] > head[0] and known[1].type == "ORG":
        return known_name(scan, at, in_title=True)
    return organisation(scan, at, in_title)


def _after_person(scan: Scan, at: int) -> int:
    """The end of the name of whom a hospital is called after: `RSUD dr. H. Rahmat Wiraguna`."""
    k = at
    while (title := scan.titles[k]) and title[1].kind == "honorific" and scan.joined(title[0]):
        k = title[0]
    end = scan.run(k, 4) if k > at and scan.words[k].capital else k
    return _at_place(scan, end) if end > k else at


def _at_place(scan: Scan, end: int) -> int:
    if end < len(scan.words) and scan.lex.is_word(scan.words[end].low, "at") and scan.joined(end):
        return _where(scan, end + 1) or end
    return end


def _where(scan: Scan, at: int) -> int | None:
    """`di Kalimas` after a hospital: the end of the place, if it is known."""
    if at >= len(scan.words) or not scan.joined(at):
        return None
    end = place(scan, at, in_title=True) or _known_place(scan, at)
    if end and end < len(scan.words) and scan.lex.is_word(scan.words[end].text, "direction") and scan.joined(end):
        end += 1
    return end


def longer_place(scan: Scan, at: int, in_title: bool) -> int | None:
    """The end of a place whose first word alone is another: `Polsek Padang Lontar`; before an officer his rank must follow."""
    known, after = scan.known[at], at + 1
    if known is None or known[0] != after or known[1].table != "places" or known[1].type != "GPE":
        return None
    if not scan.joined(after) or scan.known[after] or scan.headline[after] or not scan.is_name_word(after, inside=True):
        return None
    if scan.heads[after] or scan.places[after] or directed(scan, after) > after:
        return None
    told = after + 1 < len(scan.words) and (scan.joined(after + 1) or scan.words[after + 1].gap == ", ")
    beyond = scan.titles[after + 1] if told else None
    ranked = beyond is not None and beyond[1].kind == "rank" and scan.words[after + 1].capital
    alone = not in_title and not (scan.joined(after + 1) and scan.words[after + 1].capital)
    title = scan.titles[after]
    ranks = title is not None and title[1].kind == "rank"
    if ranks or not (ranked or (alone and scan.words[after].low not in scan.lex.given)):
        return None
    scan.add(at, after + 1, "GPE", "place-of-seat", 3)
    return after + 1


def _unknown_place(scan: Scan, at: int) -> int:
    """The end of an unknown place of two words at most, behind a body's short form in brackets; `at` where somebody may be meant."""
    end = scan.run(at, 2)
    somebody = any(w.low in scan.lex.given or w.low in scan.speaking for w in scan.words[at:end])
    return at if somebody or (scan.joined(end) and scan.words[end].capital) else end


def _known_place(scan: Scan, at: int) -> int | None:
    match = scan.known[at]
    if match and match[1].type != "ORG" and scan.words[at].capital:
        return known_name(scan, at, in_title=True)
    return None


def _split(scan: Scan, at: int, end: int, has_body: bool) -> int:
    """Where the organisation ends and its officer's name begins, in a run of capitalised words that may hold both."""
    low = [w.low for w in scan.words[at:end]]
    closed = next((k + 1 for k in range(len(low) - 1, 0, -1) if low[k] in scan.lex.org_words), 0)
    if closed:  # `PT Kalimas Raya Tbk Rini`
        return at + closed
    if _comes_after_comma(scan, end):  # `Direktur PT Kalimas Tunggal Raya, Rini Wijayanti`
        return end
    if end < len(scan.words) and scan.words[end].gap.startswith(")"):  # `Rini Wijayanti (Direktur PT Kalimas Alam)`
        return end
    least = 0 if has_body else 1
    for k in range(least, len(low)):
        rest = " ".join(low[k:])
        elsewhere = scan.runs[rest] or (scan.runs[low[k]] and low[k] not in scan.small)
        if elsewhere and (k or low[0] not in scan.after_place_word):
            return at + k
        title = scan.titles[at + k]
        if k + 1 < len(low) and low[k + 1] in scan.lex.joiners:
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


def _comes_after_comma(scan: Scan, end: int) -> bool:
    """Whether somebody is named right after a comma, so that he is not named before it."""
    words = scan.words
    if end >= len(words) or words[end].gap != ", " or not scan.joined(end + 1) or scan.titles[end] or scan.heads[end]:
        return False
    return scan.is_name_word(end) and scan.known[end] is None and words[end + 1].capital


def _of_person(scan: Scan, at: int, end: int) -> int | None:
    """`pemerintahan Ratna`, `rezim Barkov`: a government called after who heads it; the word where the name begins."""
    last = scan.run(end, 2)
    if scan.known[end] or scan.places[end] or scan.heads[end] or scan.titles[end]:  # `Pemerintahan Provinsi Kalimas`
        return None
    if last == end or not scan.lex.is_word(scan.words[at].low, "government-of-person") or scan.headline[end]:
        return None
    scan.add(at, last, "ORG", "government-of-person", 2)
    return end


def _of_country(scan: Scan, at: int, end: int, kind: str) -> int | None:
    """`pasukan Kalimas`, `pemerintah Kalimas`: with a known country or people."""
    if not scan.joined(end) or not scan.words[end].capital:
        return None
    known, people = scan.known[end], scan.lex.peoples.match(scan.words, end)
    capital = scan.lex.capitals.get(scan.core(end, known[0]).lower()) if known else None
    if known and known[1].table == "countries":
        last, country = known[0], known[1].name
        known_name(scan, end, in_title=True)
    elif known and capital:  # `militer Moskow`
        last, country = known[0], capital
    elif people:
        last, country = people
    else:
        return _of_person(scan, at, end)
    if kind == "government":
        spot = scan.add(at, last, "GPE", "government-of", 5)
        spot.core = spot.canon = country
    else:
        force = scan.add(at, last, "ORG", "force-of", 5)
        force.core = f"{scan.core(at, end)} {country}" if capital else force.core
    return last
