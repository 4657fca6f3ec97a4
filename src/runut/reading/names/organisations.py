"""Organisations by their head words: `Kementerian Kesehatan Kalimas`, `Polda Kalimas`, `RSUD Kalimas`, `pasukan Kalimas`."""

from __future__ import annotations

from runut.reading.names.body_ends import (
    known_whole,
    listed_firm,
    names_inside,
    only_known_place,
    past_ampersand,
    past_letters_of_place,
    past_number,
    past_slashed,
    past_unit_number,
    without_tail,
)
from runut.reading.names.body_heads import (
    head_alone,
    head_in_brackets,
    is_before_officer,
    is_before_speaker,
    is_national,
    is_of_each_place,
    is_of_ruler,
    past_class,
)
from runut.reading.names.governments import of_country
from runut.reading.names.officers import before_scholar, own_words, parted_from_officer, past_purpose, speaks_after
from runut.reading.names.place_tails import directed, past_day
from runut.reading.names.places import WITH_PLACE, known_name, past_section, place
from runut.reading.names.portfolios import after_head, past_slash, portfolio
from runut.reading.names.scan import BRACKET, ROMAN, Scan
from runut.reading.names.seats import known_place, longer_place, past_at_place, past_honoured, past_place, unknown_place
from runut.reading.names.short_forms import as_again, of_inner, short_of, up_to_bracket
from runut.reading.names.spots import LETTERS_OF_MATTER
from runut.reading.names.twofold import ministry_and_body


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
    end = past_class(scan, end)
    if scan.lex.is_word(word.low, "office-building") and is_of_ruler(
        scan, end
    ):  # `Kantor Perdana Menteri Rini Wijayanti`
        return None
    if scan.joined(at) and scan.lex.is_word(f"{words[at - 1].low} {word.low}", "no-head"):  # `warga negara Kalimas`
        return None
    if scan.lex.is_word(head.form.lower(), "spoken-for") and is_before_speaker(scan, end):
        scan.add(at, end + 1, "ORG", f"org-head:{head.form.lower()}", 3)
        return end + 1
    if head.kind in ("government", "force"):
        ruled = of_country(scan, at, end, head.kind)
        return head_alone(scan, at, end, head.kind) if ruled is None and in_title and word.capital else ruled
    known, inner, placed = scan.known[at], scan.heads[end], scan.places[at]
    if (known and known[0] > end) or (placed and placed[0] > end and head.kind == "company"):
        return None
    if (
        scan.lex.is_word(head.form.lower(), "seat-of")
        and inner
        and scan.joined(end)
        and inner[1].kind in ("office", "seat")
    ):
        return _office_of(scan, at, end) if in_title else None
    body = up_to_bracket(scan, at, end)
    if body == end and head.kind in ("office", "body", "school"):
        body = portfolio(scan, end, small=scan.lex.is_word(word.low, "ministry"))
        body = after_head(scan, at, end) if body == end and head.kind == "office" else body
    name_end = body
    if body in scan.parted:
        names_inside(scan, end, body)
    short = short_of(scan, at, body)
    after = short[1] if short else body
    if short and head.kind == "office":
        parted = _parted(scan, at, body, short[1], in_title, goes_on=body > end)
        if parted is not None:
            return parted
    whole_head = head.kind in ("body", "force") and end - at > 1  # `Garda Revolusi` needs nothing after it to be a name
    national = is_national(scan, at, end)  # `Ketua KPU Rini Wijayanti`
    last = _tail(scan, after, head.kind, body > end or whole_head or national, in_title, bool(short))
    if scan.lex.is_word(words[end - 1].low, "mission") and scan.lex.is_word(words[last - 1].low, "home"):
        last = past_at_place(scan, last)  # `Kedutaan Besar RI di Kalimas`
    if last > end and scan.lex.is_word(head.form.lower(), "one-of-several"):
        last = past_unit_number(scan, last)
    if last > end and head.kind in ("body", "seat"):
        last = past_slashed(scan, last)
    if head.kind == "body" and (last > end or whole_head):
        last = past_purpose(scan, last, in_title)
    if head.kind == "school" and short is None:
        last = past_number(scan, end, known_whole(scan, at, end, last))
    if short is None and last > body:
        short = short_of(scan, at, last)
        name_end = last
        if short:
            after = short[1]
            last = _tail(scan, after, "seat", True, in_title, True)
    if last == end and body == end and (short is None or after == end):
        return head_alone(scan, at, end, head.kind)
    stop = past_slash(scan, at, scan.past_class(max(after, last)))
    if short is None and (both := ministry_and_body(scan, at, stop)) > stop:
        return both
    if head.kind == "company" and stop > end:
        stop = past_ampersand(scan, stop, in_title)
    if stop == after and short and name_end == end:
        return head_in_brackets(scan, at, end, short[1]) if head.kind in ("office", "seat") else None
    if not word.capital and not any(w.capital for w in words[end:stop]) and body == end:
        return None
    if head.kind == "media" and not word.capital and only_known_place(scan, end, stop):
        return None
    finish = stop
    whole = scan.add(at, stop, "ORG", f"org-head:{head.form.lower()}", 6)
    whole.end = scan.closed_end(at, stop)
    if short is None:
        finish = past_letters_of_place(scan, whole)
    if head.kind == "company" and any(w.gap == " & " for w in words[end:stop]):
        whole.core = scan.raw(at, stop)
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
            finish = listed_firm(scan, at, stop + 2, whole)
    if stop > end and word.capital and not short:  # `Pos Pengamatan Gunung Api Kalimas` has the mountain
        for k in range(at + 1, end):
            inside = scan.places[k]
            numbered = scan.lex.is_word(words[end].low, "section")  # `Kantor Otoritas Bandar Udara Wilayah II`
            if inside == (end, "LOC") and words[k].capital and not numbered:
                scan.add(k, stop, "LOC", f"place-head:{words[k].low}", 4)
                break
    within = scan.heads[end - 1] if end - at > 1 else None
    own = within and not words[end - 1].upper  # `Satpol PP` is no part of a `PP`
    if within and own and within[0] == end and within[1].kind == "seat" and not short:  # `Satlantas Polres Kalimas`
        unit = scan.add(end - 1, stop, "ORG", f"org-head:{within[1].form.lower()}", 5)
        if scan.lex.is_word(word.low, "unit"):  # `Sat Samapta Polres Kalimas`
            scan.same("the unit without its kind", whole, unit)
    if short:
        place_part = scan.core(after, stop) if stop > after else ""
        whole.core = f"{scan.core(at, name_end)} {place_part}".strip()
        if stop == after:
            bracket = BRACKET.match(scan.text, words[name_end - 1].end)
            whole.end = bracket.end() if bracket else whole.end
        if stop > after:  # `Badan Lontar (BL) Kalimas` has `Badan Lontar (BL)` in it
            scan.tails.setdefault(scan.core(*short), []).append((after, stop, whole.core))
            nested = scan.add(at, after, "ORG", "acronym-defined", 2)
            bracket = BRACKET.match(scan.text, words[name_end - 1].end)
            nested.core, nested.end = scan.core(at, name_end), bracket.end() if bracket else nested.end
        if name_end > end:
            base = scan.add(at, name_end, "ORG", "org-without-place" if place_part else "acronym-defined", 5)
            scan.same(WITH_PLACE, whole, base)
            begin = of_inner(scan, at, name_end, short)
            if begin > at:  # `Fraksi Partai Lontar (PL)`
                feature = scan.places[begin]
                type_ = "ORG" if feature is None or scan.heads[begin] else feature[1]
                letters = scan.add(*short, type_, "acronym-defined", 5)
                scan.same("acronym given in brackets", scan.add(begin, name_end, type_, "body-of-unit", 4), letters)
                if type_ == "LOC":
                    lettered = scan.add(begin, short[1], type_, "acronym-defined", 3)
                    lettered.core = scan.core(begin, name_end)
                    lettered.end = scan.closed_end(begin, short[1])
                return finish
            scan.same("acronym given in brackets", whole, scan.add(*short, "ORG", "acronym-defined", 5))
            if end - at == 1:  # `Tim Lontar Kalimas Kenari (Lonkan)`, then `Tim Lonkan`
                scan.found.same.append(("head with its short form", whole.core, f"{word.text} {scan.core(*short)}"))
            if _is_matter(scan, end, name_end, scan.core(*short)):
                told = f"{scan.core(at, end)} {scan.core(*short)}"
                scan.found.same.append((LETTERS_OF_MATTER, base.core, told))
                if place_part:
                    scan.found.same.append((LETTERS_OF_MATTER, whole.core, f"{told} {place_part}"))
        else:
            words_of_short = scan.core(*short)
            scan.found.same.append(("head given in brackets", whole.core, f"{words_of_short} {place_part}"))
            behind = scan.known[after] if after < stop else None
            if (
                behind is None or behind[1].type != "ORG"
            ):  # not `Sekretariat (Setjen) DPR`: there is one of another body
                scan.found.same.append((WITH_PLACE, whole.core, scan.core(at, name_end)))
            without_tail(scan, at, after, stop, whole.core, scan.core(at, name_end))
    elif end < body < stop:
        scan.same(WITH_PLACE, whole, scan.add(at, body, "ORG", "org-without-place", 1))
    else:
        without_tail(scan, at, end, stop, whole.core, scan.core(at, end))
        if known and is_national(scan, at, end) and not known[1].also and not is_of_each_place(scan, known[1]):
            # `Lontarnas RI` has `Lontarnas`
            nested = scan.add(at, end, "ORG", f"known:{known[1].table}", 3)
            nested.canon = known[1].name
            of = scan.known[end]
            if of and of[1].table == "countries":  # `Lontarnas Kalimas`, of a town, is a part of it
                scan.same(WITH_PLACE, whole, nested)
    return finish


def _is_matter(scan: Scan, first: int, last: int, letters: str) -> bool:
    """Whether letters in brackets are those of a body's matter alone: `Dinas Pekerjaan Umum dan Penataan Ruang (PUPR)`."""
    told = [w.low[0] for w in scan.words[first:last] if w.capital]
    return len(letters) > 1 and letters.lower() == "".join(told)


def _office_of(scan: Scan, at: int, end: int) -> int | None:
    """The end of a body's office behind the title of its head: `Kepala Kantor Kemenag Kabupaten Kalimas`."""
    word, first = scan.words[at], len(scan.found.spots)
    if not word.capital or not scan.lex.is_word(word.low, "office-building"):
        return None
    stop = organisation(scan, end, in_title=True)
    inner = [s for s in scan.found.spots[first:] if s.first == end and "(" not in scan.raw(end, s.last)]
    if stop and inner:
        whole = max(inner, key=lambda s: s.last)
        scan.same("the body by its office", scan.add(at, whole.last, "ORG", f"org-head:{word.low}", 4), whole)
    return stop


def _parted(scan: Scan, at: int, end: int, after: int, in_title: bool, goes_on: bool) -> int | None:
    """The end of a body whose head has its short form in brackets before what it deals with: `Satuan Tugas (Satgas) Pangan Kalimas`.

    `goes_on`: before the bracket there is more than a head: `Unit Pelaksana Teknis Daerah (UPTD) Pangan Kalimas`.
    """
    words = scan.words
    if after >= len(words) or words[after].gap != ") " or not words[after].capital or scan.known[after]:
        return None
    other = scan.titles[after] or scan.places[after] or scan.heads[after] or ROMAN.fullmatch(words[after].text)
    numbered = scan.lex.is_word(words[after].low, "section") or scan.lex.is_word(words[after].low, "class")
    if goes_on and (other or numbered or scan.headline[after]):
        return None
    spelt = scan.spelt_again.get(after)
    body = spelt if spelt else portfolio(scan, after, opened=True)
    if body == after:
        return None
    short = short_of(scan, after, body) if spelt else None
    if goes_on:
        base = scan.add(at, end, "ORG", "acronym-defined", 5)
        scan.same("acronym given in brackets", base, scan.add(end, after, "ORG", "acronym-defined", 5))
        both = scan.add(at, after, "ORG", "acronym-defined", 3)
        both.core, both.end = base.core, scan.closed_end(at, after)
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


# A school of one word and somebody of it have this many.
_OFFICER = 3


def _tail(scan: Scan, at: int, kind: str, has_body: bool, in_title: bool, after_bracket: bool) -> int:
    """The end of the name or place that follows an organisation's head."""
    words = scan.words
    if at >= len(words) or not (scan.joined(at) or (after_bracket and words[at].gap == ") ")):
        return at
    word = words[at]
    if has_body and word.low in scan.speaking:  # `Badan Pasar Kalimas (BPK) Ratna`
        return at
    if after_bracket and kind in ("office", "body") and (again := as_again(scan, at, in_title)) > at:
        return again
    if word.gap.strip() == "/":  # `Kodam XX/Kalimas`
        return at + 1
    sections = kind in ("office", "body") or (
        kind == "seat" and after_bracket
    )  # `Lembaga Pemasyarakatan (Lapas) Kelas IIA`
    section = past_section(scan, at, in_title) if sections else at
    if section > at:
        return section
    title, headed = scan.titles[at], scan.heads[at]
    if title and title[1].kind == "rank":
        of = scan.known[title[0]] if kind == "body" and scan.joined(title[0]) else None
        force = of is not None and of[1].type == "ORG" and word.capital  # `Forum Purnawirawan Prajurit XYZ`
        return (known_name(scan, title[0], in_title=True) or at) if force else at
    if headed and headed[1].kind == "company" and word.upper and kind != "company":  # `Divisi Kredit PT Kalimas`
        return at
    if kind == "hospital" and title and title[1].kind == "honorific":
        return past_honoured(scan, at)
    if kind == "school" and not words[at - 1].upper and (dated := past_day(scan, at)) > at:
        return known_place(scan, dated) or dated  # `Universitas 17 Agustus 1945 Kalimas`
    if word.text.isdigit() and kind == "school":  # `SMPN 3 Kalimas`
        if not scan.joined(at + 1):
            return at + 1
        return known_place(scan, at + 1) or (_of_school(scan, at + 1) if in_title else scan.loose_run(at + 1, 3))
    numbered = scan.lex.is_word(words[at - 1].low, "command") or scan.lex.is_word(words[at - 1].low, "numbered")
    numeral = numbered and ROMAN.fullmatch(word.text)
    if (word.text.isdigit() or numeral) and kind in ("seat", "body"):
        return _numbered(scan, at, in_title)
    if word.low in scan.lex.uses["foreign"] and scan.joined(at + 1) and words[at + 1].capital:
        return scan.run(at + 1, titled=True)  # `Bank of Kalimas`
    if not word.capital:
        lies = (kind == "hospital" and has_body) or scan.lex.is_word(words[at - 1].low, "mission")
        return (past_place(scan, at + 1) or at) if lies and scan.lex.is_word(word.low, "at") else at
    if scan.headline[at] and kind in ("office", "seat", "body") and not scan.known[at]:
        return at
    body = scan.known[at]
    if body and body[1].type == "ORG" and kind in ("body", "school", "company"):
        after = scan.loose_run(body[0]) if scan.joined(body[0]) and words[body[0]].capital else body[0]
        firm = any(w.low in scan.lex.org_words or scan.lex.is_word(w.low, "home") for w in words[body[0] : after])
        if kind != "company" or after == body[0] or (in_title and not firm):  # else `PT Kalimas Multi Tbk`
            known_name(scan, at, in_title=True)
            return body[0]
    if kind in ("office", "seat", "school"):
        over = _parent(scan, at, in_title, kind)
        if over:
            return over
    if kind in ("office", "body"):
        over = _with_parent(scan, at, in_title)
        if over:
            return over
    placed = place(scan, at, in_title=True)
    if placed is None and kind in ("office", "seat"):
        placed = longer_place(scan, at, in_title)
    placed = placed or known_place(scan, at)
    of = scan.known[at - 1] if kind == "hospital" and in_title else None
    if of is not None and of[0] == at and of[1].type == "ORG":  # `Kepala RS Polri Rini Wijayanti`
        return placed or at
    if after_bracket and kind in ("school", "body", "company"):
        return placed or (at if in_title else unknown_place(scan, at))
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
        while kind == "company" and scan.joined(end) and scan.lex.is_word(words[end].low, "legal-form"):
            end += 1
        return past_at_place(scan, end) if kind == "hospital" else end
    end = own_words(scan, at, scan.loose_run(at), kind)
    if in_title or (kind == "school" and end - at == _OFFICER and speaks_after(scan, end)):
        end = parted_from_officer(scan, at, end, has_body)
    elif kind == "school" and end - at >= _OFFICER:
        end = before_scholar(scan, at, end)
    return past_at_place(scan, end) if kind == "hospital" else end


def _of_school(scan: Scan, at: int) -> int:
    """Where a numbered school lies, in two words at most: `Kepala SMPN 2 Kalimas Rini Wijayanti`, who is called by a name of hers, not
    `Kepala SDN 5 Karang Indah Rini Wijayanti`.
    """
    end = scan.run(at, 2)
    named = [w.low in scan.lex.given or w.low in scan.speaking for w in scan.words[at + 1 : scan.run(at, 3)]]
    return end - (end - at > 1 and named[0] and not any(named[1:]))


# The number of a command has two digits or more: `Kodim 0812/Kalimas`.
_NUMBER = 2


def _numbered(scan: Scan, at: int, in_title: bool) -> int:
    """The end of a command's number and what follows it: `Kodim 0812/Kalimas`, `Kodam XX Kalimas`, `Yonif 700 Lontar Kodam XX Kalimas`."""
    words, after = scan.words, at + 1
    command = scan.lex.is_word(words[at - 1].low, "command") or scan.lex.is_word(words[at - 1].low, "numbered")
    if not command and len(words[at].text) < _NUMBER:
        return at
    if after >= len(words) or not words[after].capital or words[after].gap.strip() not in ("/", ""):
        return after if command else at
    if words[after].gap.strip() == "/":
        end = scan.run(after, 3)
        end = end if end > after and not in_title else after + 1
    elif placed := known_place(scan, after):
        end = placed
    elif command and not scan.stops(after):
        end = scan.run(after, 1 if in_title else 2)
        end = end if end > after else after
    else:
        return after if command else at
    # a bracket that closes here opened before the unit: `Direktorat Pangan (Ditpang Kalimas) Kementerian Lontar`
    return (_parent(scan, end, in_title, "seat") or end) if command and scan.joined(end) else end


def _seat(scan: Scan, at: int, has_body: bool, in_title: bool) -> int:
    """What an office or seat is of, when that is no known place: a body, an acronym, an unknown place."""
    word = scan.words[at]
    known = scan.known[at]
    if scan.lex.is_word(word.low, "beside"):  # `Komisi I DPR Fraksi Kalimas`
        return at
    if known and known[1].type == "ORG":
        known_name(scan, at, in_title=True)
        last = known[0]
        whole = last - at > 1 and scan.known[last] is None and scan.places[last] is None and scan.heads[last] is None
        if in_title and (whole or is_before_officer(scan, at, known)):  # `Komisi Uni Ekonomi Eurasia Andrey Lontar`
            return known[0]
        return _tail(scan, known[0], "seat", True, in_title, False)
    if word.upper and len(word.text) < 9:
        return _tail(scan, at + 1, "seat", True, in_title, False)
    unit = scan.heads[at - 2] if in_title and at > 1 else None  # `Kepala Laboratorium Forensik Rini Wijayanti`
    if unit is not None and unit[0] == at and word.low in scan.lex.given and word.low not in scan.after_place_word:
        return at
    end = scan.run(at, 4 if in_title else 3)  # before an officer's name of two words a place has two at most
    if not in_title and (word.low in scan.lex.given or (end - at > 1 and scan.runs[word.low])):
        return at
    end = directed(scan, parted_from_officer(scan, at, end, has_body) if in_title else end)
    return (_parent(scan, end, in_title, "seat") or end) if end > at and scan.joined(end) else end


# What a unit deals with has so many words at most before the body that it is of.
_MATTER = 5


def _with_parent(scan: Scan, at: int, in_title: bool) -> int | None:
    """The end of what a unit deals with, in any capitalised words, and of the body that it is of: `Pansus Tata Singkong DPRD Kalimas`.

    One of the words is an ordinary one, and none may be somebody's name.
    """
    words, k, ordinary = scan.words, at, False
    while k < len(words) and k - at < _MATTER and (scan.joined(k) or (k == at and words[k].gap == ") ")):
        word = words[k]
        joins = scan.lex.is_word(word.low, "and") and k > at
        after_joint = k > at and scan.lex.is_word(words[k - 1].low, "and")  # `Unit Kalimas dan Unit Lontar` are two
        if (
            ordinary
            and not after_joint
            and (end := _parent(scan, k, in_title, "office") or _known_parent(scan, k, in_title))
        ):
            return end
        placed = scan.places[k]
        if not (joins or word.capital) or word.upper or scan.headline[k] or scan.known[k] or scan.heads[k]:
            return None
        if placed is not None and placed[1] == "GPE":
            return None
        faith = scan.titles[k] is not None and word.low not in scan.lex.name_words  # `Timwas Haji DPR`
        if (scan.titles[k] and not faith) or word.low in scan.lex.given or word.low in scan.speaking:
            return None
        ordinary = ordinary or scan.kind(k) is not None or word.low in scan.small
        k += 1
    return None


def _known_parent(scan: Scan, at: int, in_title: bool) -> int | None:
    """The end of a body of the tables by its letters at word `at`, no make of goods, and of the country behind it; both are noted."""
    known = scan.known[at] if scan.words[at].upper else None
    if known is None or known[1].type != "ORG" or scan.lex.terms.get(scan.words[at].low) is not None:
        return None
    known_name(scan, at, in_title=True)
    return _tail(scan, known[0], "seat", True, in_title, False)


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
