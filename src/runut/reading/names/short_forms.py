"""Short forms in brackets, and the names whose letters they are: `Badan Pangan Lontar (BPL)`."""

from __future__ import annotations

from runut.reading.names.explaining import explains
from runut.reading.names.places import WITH_PLACE, known_name
from runut.reading.names.scan import Scan, is_rank

# A name before its short form has this many words behind its head at most, and more than so many only if nobody is named in it.
_MAX_NAME, _LONG = 12, 9
# Letters in brackets that a name does not spell are this many at least.
_LETTERS = 3


def up_to_bracket(scan: Scan, at: int, end: int) -> int:
    """The end of a name of any capitalised words whose letters make the short form in brackets after it."""
    words, k = scan.words, end
    if scan.parted and scan.made.get(at, end) > end and scan.made[at] in scan.parted:
        return scan.made[at]
    spelt = next((scan.spelt_again[first] for first in range(at, end + 1) if first in scan.spelt_again), None)
    if spelt is not None and spelt > end:
        return spelt
    while k < len(words) and k - end < _MAX_NAME and (scan.joined(k) or words[k].gap == ", "):
        if not words[k].capital and not scan.lex.is_word(words[k].low, "and"):
            return _past_purpose(scan, end, k)
        if words[k].gap == ", " and scan.heads[k]:  # `Partai Kalimas, Partai Lontar (PL)` are two
            return end
        if k in scan.made and not scan.heads[k]:  # `Badan Pangan Lontar Kalimas Raya (Lonkara)`
            return scan.made[k]
        k += 1
    if k - end > _LONG and any(scan.heads[j] or words[j].low in scan.lex.given for j in range(end, k)):
        return end
    short = scan.bracketed(k) if k > end else None
    if short is None:
        return k if k > end and _opens_bracket(scan, at, end, k) else end
    told = scan.core(*short)
    head = scan.heads[at]
    company = head is not None and head[1].kind == "company"  # `PT Bank Kalimas (BK)`
    if explains(scan, scan.core(at, k), told) or (company and explains(scan, scan.core(end, k), told)):
        return k
    # `Biro Investigasi Kecelakaan Pesawat (XYZB)`: the letters are of its name in another tongue
    foreign = told.isupper() and told.isalpha() and len(told) >= _LETTERS and not scan.headline[at]
    own = k - (k - end > 1 and _is_country(scan, k))  # `Serikat Guru Seluruh Indonesia (LANTANG)`
    plain = foreign and not any(_is_of_person(scan, j, own < k) for j in range(end, own))
    others = any(_is_headed(scan, j, own < k) or scan.titles[j] or scan.known[j] for j in range(end, own))
    return k if plain and not others else end


def _is_country(scan: Scan, end: int) -> bool:
    """Whether the word before word `end` is our country, or another by itself: `Dinas Keamanan Federal Rusia (XYZB)`."""
    known = scan.known[end - 1]
    other = known is not None and known[0] == end and known[1].table == "countries"
    return other or scan.lex.is_word(scan.words[end - 1].low, "home")


def _past_purpose(scan: Scan, end: int, k: int) -> int:
    """The end of what a body of the whole world is for, where letters in brackets close it: `Kantor PBB untuk Urusan Pangan (XYZB)`; word
    `k` is the first small one behind the head. `end` where there is none.
    """
    words = scan.words
    if k == end or k + 1 >= len(words) or not scan.joined(k) or not scan.lex.is_word(words[k].low, "purpose"):
        return end
    known = scan.known[end]
    if known is None or known[0] != k or known[1].type != "ORG" or not scan.joined(k + 1) or not words[k + 1].capital:
        return end
    last = scan.loose_run(k + 1)
    short = scan.bracketed(last)
    told = scan.core(*short) if short else ""
    if not (told.isupper() and told.isalpha() and len(told) >= _LETTERS):
        return end
    known_name(scan, end, in_title=True)
    return last


def _is_of_person(scan: Scan, k: int, of_home: bool) -> bool:
    """Whether word `k` may be of somebody's name, not of a body's; before our country only one that names persons may."""
    if of_home:
        return scan.words[k].low in scan.lex.given or scan.words[k].low in scan.speaking
    return scan.kind(k) in (None, "calendar")


def _is_headed(scan: Scan, k: int, of_home: bool) -> bool:
    """Whether another body may begin at word `k`; in one that closes with our country others are at home: `Asosiasi Serikat Guru …`."""
    head = scan.heads[k]
    return head is not None and not (of_home and head[1].kind == "body")


def _opens_bracket(scan: Scan, at: int, first: int, end: int) -> bool:
    """Whether the bracket after word `end - 1` opens with the first letters of the words from `at` on, and goes on: `(BL Kenari)`.

    None of the words from `first` on, behind the head, is a place or body by itself.
    """
    words = scan.words
    if any(scan.heads[k] or scan.known[k] or (scan.places[k] or (0, "LOC"))[1] == "GPE" for k in range(first, end)):
        return False
    if end + 1 >= len(words) or words[end].gap.lstrip() != "(" or not words[end].upper or words[end + 1].gap != " ":
        return False
    own = [w.low[0] for w in words[at:end] if not scan.lex.is_word(w.low, "and")]
    letters = words[end].low
    return 1 < len(letters) < len(own) and letters == "".join(own[: len(letters)])


def short_of(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The words of a short form in brackets that may stand for the organisation: by its letters, capitals or the tables."""
    short = scan.bracketed(end)
    if short is None or is_rank(scan, short[0]):
        return None
    text = scan.core(*short)
    listed = scan.lex.known.get(text)
    if listed and listed.type != "ORG":  # `Polda Kalimas Utara (Kalut)`
        return None
    if _is_of_unit(scan, at, end, text):
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
        or _is_used_again(scan, at, end, short)
    )
    head = scan.heads[at]
    names = [scan.core(first, end) for first in (at, head[0] if head else at) if first < end]
    return short if known or any(explains(scan, name, text) for name in names) else None


def _is_used_again(scan: Scan, at: int, end: int, short: tuple[int, int]) -> bool:
    """Whether one word in brackets that no table has, and nobody is called by, stands behind a body's name of several words, has the first
    letters of one of them, and stands again elsewhere: `Institut Gempa Kalimas (Gemkali)`, then `Gemkali`.
    """
    first, last = short
    word, head = scan.words[first], scan.heads[at]
    if head is not None and head[1].kind == "company":  # two of them may be of one group
        return False
    if (
        last - first > 1
        or end - at < _LETTERS
        or len(word.text) <= _LETTERS
        or not word.capital
        or not word.text.isalpha()
    ):
        return False
    listed = scan.known[first] or scan.places[first] or scan.titles[first] or word.low in scan.lex.given
    if listed or word.low in scan.speaking or word.low in scan.aged or scan.kind(first) is not None:
        return False
    like = any(len(w.low) >= _LETTERS and w.low[:_LETTERS] in word.low for w in scan.words[at:end])
    closes = scan.words[end - 1].low[-_LETTERS:] == word.low[-_LETTERS:]  # `Tim Jaga Kota Lingkungan (Jagatangan)`
    return (like or closes) and scan.count(word.text) > 1


def of_inner(scan: Scan, at: int, end: int, short: tuple[int, int]) -> int:
    """Where the body begins that a short form in brackets is for, inside the name of a unit of it: `Fraksi Partai Lontar (PL)`; `at` when
    it is for the whole.
    """
    letters = scan.core(*short)
    known = scan.lex.known.get(letters)
    name = known.name.lower() if known is not None and known.type == "ORG" else ""
    head = scan.heads[at]
    spelt = letters.isalpha() and letters.isupper() and len(letters) >= _LETTERS
    spelt = spelt and not (head is not None and head[1].kind == "company")  # `PT Terminal Lontar Raya (TLR)`
    for k in range(at + 1, end - 1):
        inner = scan.core(k, end)
        if inner.lower() == name:
            return k
        placed = scan.places[k]
        if (
            spelt
            and placed is not None
            and placed[1] == "LOC"
            and letters.lower() == "".join(w.low[0] for w in scan.words[k:end])
        ):
            return k  # `Balai Taman Nasional Lontar Raya (TNLR)`
    return at


def _is_of_unit(scan: Scan, at: int, end: int, text: str) -> bool:
    """Whether a short form is that of a unit of the body, with its own: `Panitia Lontar Komisi Pangan (Panlon KP)`."""
    unit, _, own = text.partition(" ")
    known = scan.lex.known.get(own) if own else None
    named = known is not None and known.name.lower() == scan.core(at, end).lower()
    return named and (unit.lower() in scan.lex.parts or scan.lex.org_heads.get(unit) is not None)


def with_tail(scan: Scan, at: int) -> int | None:
    """The end of a short form with what follows it in the body's own name: `KSP Kalimas`, of `Koperasi Simpan Pinjam (KSP) Kalimas`."""
    words = scan.words
    if at in scan.parted_again and not (
        scan.heads[at] or scan.known[at]
    ):  # `Fornas PP Kalimas`, of `Forum Nasional … (Fornas PP Kalimas)`
        scan.add(at, scan.parted_again[at], "ORG", "acronym-defined", 5)
        return scan.parted_again[at]
    told = scan.tails.get(words[at].text)
    if not told or scan.heads[at] or scan.places[at] or "(" in words[at].gap:
        return None
    for first, stop, name in told:
        end = at + 1
        while end - at <= stop - first and scan.joined(end) and words[end].low == words[first + end - at - 1].low:
            end += 1
        if end - at > stop - first:
            known = scan.known[at + 1]
            if known and known[0] <= end:
                known_name(scan, at + 1, in_title=True)
            scan.add(at, end, "ORG", "acronym-with-tail", 4)
            scan.found.same.append(("head given in brackets", name, scan.core(at, end)))
            return end
    return None


def as_again(scan: Scan, at: int, in_title: bool) -> int:
    """The end of the words behind a bracket that stand behind its short form elsewhere, too: `Gerakan Lontar (GL) Randu`, `GL Randu`.

    `at` when there are none; before an officer's name they must be in the tables, and nobody's name is among them.
    """
    words, short, end = scan.words, scan.words[at - 1].text, at
    if words[at].gap != ") " or scan.heads[at] or scan.places[at] or scan.known[at]:
        return at
    if scan.lex.org_heads.get(f"{short} {words[at].text}") is not None:  # `Panitia Seleksi (Pansel) pimpinan KPK`
        known = scan.known[at + 1] if scan.joined(at + 1) else None
        return (known_name(scan, at + 1, in_title=True) or at) if known and known[1].type == "ORG" else at
    listed = scan.lex.known.get(f"{short} {words[at].text}")
    if listed is not None and listed.type == "ORG" and listed.table == "acronyms":  # `Badan Lontar (BL) Haji`
        return at + 1
    if _ends_again(scan, at):  # `Ketua Gerakan Lontar (Gelon) Haji, Rini`, then `Gelon Haji`
        return at + 1
    if in_title or scan.titles[at] or words[at].low in scan.lex.abbreviations:  # `(Inpres) No. 4`
        return at
    told = 0
    while (end == at or scan.joined(end)) and words[end].capital and words[end].low not in scan.lex.given:
        again = scan.count(f"{short} {scan.core(at, end + 1)}")
        if not again or (end > at and again < told):
            break
        told, end = again, end + 1
    return end


def _ends_again(scan: Scan, at: int) -> bool:
    """Whether a capitalised word that is no person's ends a body's name behind the bracket, and stands so behind the short form, too."""
    word, after = scan.words[at], at + 1
    if (
        not word.capital
        or word.low in scan.speaking
        or word.low in scan.lex.abbreviations
        or (word.low in scan.lex.given and scan.titles[at] is None)
    ):
        return False
    if after < len(scan.words) and scan.joined(after) and scan.words[after].capital:
        return False
    return scan.count(f"{scan.words[at - 1].text} {word.text}") > 0


def find_tails(scan: Scan) -> None:
    """Note the short forms with what follows them where another name has them inside: `Kepala KSP Kalimas Rini Wijayanti`."""
    taken = {(spot.first, spot.last) for spot in scan.found.spots}
    for at in scan.openings if scan.tails else ():
        for first, stop, name in scan.tails.get(scan.words[at].text, ()):
            end = at + 1 + stop - first
            if (at, end) in taken or "(" in scan.words[at].gap or end > len(scan.words):
                continue
            if scan.joined(end) and scan.words[end].capital and not scan.titles[end]:
                continue
            if all(
                scan.joined(k) and scan.words[k].low == scan.words[first + k - at - 1].low for k in range(at + 1, end)
            ):
                scan.add(at, end, "ORG", "acronym-with-tail", 4)
                scan.found.same.append(("head given in brackets", name, scan.core(at, end)))


def find_alone(scan: Scan) -> None:
    """Note a body's short form that it has in brackets inside its only name, where it stands alone: `Lembaga Lontar (Lelon) Garut`, then
    `petugas Lelon`.
    """
    names = {short: told[0][2] for short, told in scan.tails.items() if len({name for _, _, name in told}) == 1}
    taken = {k for spot in scan.found.spots for k in range(spot.first, spot.last)} if names else set()
    for at in scan.openings if names else ():
        name = names.get(scan.words[at].text)
        alone = name is not None and at not in taken and scan.words[at].gap == " " and not scan.headline[at]
        alone = alone and not scan.lex.is_word(scan.words[at - 1].low, "law")
        if alone and name is not None and not (scan.joined(at + 1) and scan.words[at + 1].capital):
            short = scan.add(at, at + 1, "ORG", "acronym-defined", 3)
            scan.found.same.append(("acronym given in brackets", name, short.core))


def find_small(scan: Scan) -> None:
    """Note the names in small letters before their known short forms in brackets (`badan musyawarah (Bamus) DPR`), and others that no
    rule has found: `Komisi untuk Orang Lontar (KOL)`.
    """
    words = scan.words
    taken: set[int] | None = None
    for spot in [s for s in scan.found.spots if s.rule == "known:acronyms" and s.type == "ORG" and s.canon]:
        long = (spot.canon or "").lower().split()
        first = spot.first - len(long)
        if words[spot.first].gap != " (" or first < 0:
            continue
        if [w.low for w in words[first : spot.first]] != long or scan.text[spot.end : spot.end + 1] != ")":
            continue
        if words[first].capital:
            if taken is None:
                taken = {k for s in scan.found.spots for k in range(s.first, s.last)}
            if not taken.isdisjoint(range(first, spot.first)):
                continue
        whole = scan.add(first, spot.last, "ORG", "acronym-defined", 3)
        whole.core, whole.canon, whole.end = spot.core, spot.canon, spot.end + 1
        parent = scan.known[spot.last] if scan.joined_after_bracket(spot.last) else None
        if parent is not None and parent[1].type == "ORG":
            of = scan.add(first, parent[0], "ORG", "acronym-defined", 3)
            of.core = f"{spot.core} {scan.core(spot.last, parent[0])}"
            scan.same(WITH_PLACE, of, whole)


def _is_before_place(scan: Scan, at: int) -> bool:
    """Whether a bracket ends before word `at` and a place follows it: `Dinas Pemadam (Damka) Kalimas`."""
    if at >= len(scan.words) or scan.words[at].gap != ") " or not scan.words[at].capital:
        return False
    known, headed = scan.known[at], scan.places[at]
    if scan.lex.is_word(scan.words[at].low, "section"):  # `Balai Pangan (Bapa) Wilayah Kalimas`
        known = scan.known[at + 1] if scan.joined(at + 1) else None
    return (known is not None and known[1].type in ("GPE", "LOC")) or (headed is not None and headed[1] == "GPE")
