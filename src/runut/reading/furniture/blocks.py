"""Furniture that is known by where it stands: blocks that come a second time, and what follows the report's last line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from runut.lang import Language
from runut.reading.furniture import headlines, lines
from runut.reading.furniture.lines import Found

# A sentence or line shorter than this (letters and figures) that comes again may be chance, unless its neighbours come again too.
# Copies of a sentence begin with so many words alike, which stand in so many characters.
OPENING_WORDS = 3
OPENING = 70
SHORTEST_REPEAT = 60
SHORTEST_IN_RUN = 12
# Between two copies so many sentences may be cut otherwise than in the first copy, if so many of their words stood there too.
WIDEST_GAP = 3
SAME_WORDS = 0.8
# After the writers' initials, a line no longer than this (characters) that closes no sentence is page.
LONGEST_TAIL_LINE = 130
# A line longer than this that closes a sentence is body.
SHORTEST_SENTENCE = 40
# A run of at least so many lines below the report is links, where so many of them are known furniture or bare days.
SHORTEST_LINK_TAIL = 8
FEWEST_MARKS = 3
# … and no more lines are items of a list (recipes and schedules end in long runs of short lines too).
MOST_LISTED = 1

# A signature stands in the last part of the text.
SIGNED_FROM = 0.3
# At most so many openings of other reports stand above a copyright line.
MOST_TEASERS = 6
OWN_PAGE = frozenset({"furniture:copyright", "furniture:all-rights-reserved"})

# The first lines may be a headline printed twice; below them a line that comes twice in a row is a link …
FIRST_LINES = 6
# … where it is longer than this (characters).
SHORTEST_DOUBLE = 24
# Headlines printed twice without a break are together no shorter and no longer than this (characters).
SHORTEST_GLUED, LONGEST_GLUED = 60, 400
# No more places are looked at, however hostile the text.
MOST_GLUED = 2000
_GLUED_COPY = re.compile(r"[A-Z](?<=[a-z\d?!].)(?=[a-z])")

_LETTERS = re.compile(r"[^\W_]+")
# The same where no `_` stands, in half the time.
_LETTERS_PLAIN = re.compile(r"\w++")
_OPENING = re.compile(r"[\W_]{0,70}([^\W_]+)" + r"(?:[\W_]+([^\W_]+))?" * (OPENING_WORDS - 1))
_ITEM = re.compile(r"\d{1,3}[.)]\s|[•*-]\s\w|[a-z][.)]\s")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
# What begins so is an ingredient, a match or an item, no link.
_LISTED = re.compile(r"[\d*•½¼¾-]")
_DAY_LINE = re.compile(r"\d{1,2} [A-Z][a-z]{2,9} 20\d\d")
_BULLET = re.compile(r"[•*]")
_CAPITAL_LEAD = re.compile(r"([A-Z]{2,16})(?:-[A-Za-z]{2,12})? (?![A-Z]{2})")
_CODE = r"\s?[a-z]{2,4}\d?\s?"
_SIGNATURE = re.compile(
    r"(?:(?<=[.!?”\"\]*]) ?|^ ?)\((?:(?P<page>(?:[A-Za-z ]{2,30}/)?[A-Z]{1,3}-\d{1,2})"
    rf"|(?P<pair>{_CODE}/{_CODE}(?:/{_CODE})?)"
    r"|(?P<name>[\w .'-]{1,40}(?:/[\w .'-]{1,40}){0,3})(?=\)\s*(?:[\r\n\u2028]|$)))\)",
    re.M,
)


def find_repeats(text: str, low: str, found: Iterable[Found]) -> list[Found]:
    """Second copies of long sentences, with the copies of their neighbours; the first copy counts.

    `low` is the text in small letters, place by place.
    """
    if not _may_repeat(text, low):
        return []
    hidden = sorted((a, b) for a, b, _, _ in found)
    units = [(a, b, key) for a, b, key in _units(text) if not _covered(a, b, hidden)]
    first: dict[str, int] = {}
    copy_of: list[int | None] = []
    for n, (_, _, key) in enumerate(units):
        copy_of.append(first.get(key))
        first.setdefault(key, n)
    runs: list[tuple[int, int]] = []
    n = 0
    while n < len(units):
        source = copy_of[n]
        if source is None or len(units[n][2]) < SHORTEST_REPEAT:
            n += 1
            continue
        begin = n
        while begin > 0 and source - (n - begin) > 0 and _same(units, begin - 1, source - (n - begin) - 1):
            begin -= 1
        end = n
        while end + 1 < len(units) and source + (end + 1 - n) < begin and _same(units, end + 1, source + (end + 1 - n)):
            end += 1
        if begin < end or lines.ends_sentence(text, units[n][1]):  # a headline printed again is no furniture
            runs.append((begin, end))
        n = end + 1
    return [(units[a][0], units[b][1], "repeat", "repeat") for a, b in _joined(runs, units, copy_of)]


def _may_repeat(text: str, low: str) -> bool:
    """Whether two sentences begin with the same words; most reports have none, and need no closer look."""
    seen: set[tuple[str, ...] | None] = set()
    for start, end in lines.sentences(text):
        if end - start >= SHORTEST_REPEAT:
            match = _OPENING.match(low, start, min(end, start + OPENING))
            opening = match.groups() if match else None
            if opening in seen:
                return True
            seen.add(opening)
    return False


def _joined(
    runs: list[tuple[int, int]], units: list[tuple[int, int, str]], copy_of: list[int | None]
) -> list[tuple[int, int]]:
    """Runs of copies as one where what lies between them was said between their sources too, only cut otherwise."""
    out: list[tuple[int, int]] = []
    for begin, end in runs:
        before, after = (copy_of[out[-1][1]] if out else None), copy_of[begin]
        if before is not None and after is not None and 0 < begin - out[-1][1] - 1 <= WIDEST_GAP:
            first = {w for u in units[before + 1 : after] for w in u[2].split()}
            again = [w for u in units[out[-1][1] + 1 : begin] for w in u[2].split()]
            if sum(w in first for w in again) >= SAME_WORDS * len(again):
                out[-1] = (out[-1][0], end)
                continue
        out.append((begin, end))
    return out


def _units(text: str) -> Iterable[tuple[int, int, str]]:
    for start, end in lines.sentences(text):
        words = (_LETTERS if "_" in text else _LETTERS_PLAIN).findall(text[start:end])
        if words:
            yield start, end, " ".join(words).casefold()


def _covered(start: int, end: int, hidden: list[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b for a, b in hidden)


def _same(units: list[tuple[int, int, str]], a: int, b: int) -> bool:
    return b < a and units[a][2] == units[b][2] and len(units[a][2]) >= SHORTEST_IN_RUN


def find_doubles(text: str, spans: list[tuple[int, int]], found: Iterable[Found]) -> list[Found]:
    """Lines printed twice in a row: links whose words stand in the page twice, and teasers of other reports under a rubric."""
    rubrics = {b for _, b, kind, _ in found if kind == "rubric"}
    out: list[Found] = []
    for n, ((a, b), (c, d)) in enumerate(pairwise(spans)):
        if b - a <= SHORTEST_DOUBLE or text[a:b] != text[c:d]:
            continue
        teaser = 0 < n < FIRST_LINES and spans[n - 1][1] in rubrics
        if teaser or (n >= FIRST_LINES and not lines.ends_sentence(text, b)):
            out.append((a, d, "link", "line-twice"))
    return out


def find_glued_doubles(text: str, language: Language) -> list[Found]:
    """Headlines printed twice in a row without a break, as related links are in texts that lost all of them."""
    out: list[Found] = []
    for match in islice(_GLUED_COPY.finditer(text), MOST_GLUED):
        second = match.start()
        first = text.rfind(text[second : second + SHORTEST_GLUED], max(0, second - LONGEST_GLUED), second)
        if first < 0 or second - first < SHORTEST_GLUED or text[first:second] != text[second : 2 * second - first]:
            continue
        if not out or first >= out[-1][1]:
            begin = first + len(text[first:second]) - len(text[first:second].lstrip())
            if headlines.is_title_case(text[begin:second], language):
                out.append((begin, 2 * second - first, "link", "printed-twice"))
    return out


def find_tail(text: str, spans: list[tuple[int, int]], found: Iterable[Found], language: Language) -> list[Found]:
    """What stands below the report: all after the writers' signature, teasers above a copyright line, long runs of links and days."""
    last = _last_body_line(text, spans, language)
    signed = _signature_end(text, spans, spans[last][0] if spans else 0)
    if signed is not None:
        label = language.derive(_byline_label)
        below = [(max(a, signed), b) for a, b in spans if b > signed]
        return [(a, b, "other", "after-initials") for a, b in below if label.match(text, a, b) is None]
    teasers = _teasers(text, spans, {a for a, _, _, rule in found if rule in OWN_PAGE}, language)
    tail = spans[last + 1 :]
    hidden = {a for a, _, kind, _ in found if kind != "advert"}
    marks = [n for n, (a, b) in enumerate(tail) if a in hidden or _DAY_LINE.fullmatch(text, a, b)]
    listed = sum(_LISTED.match(text, a, b) is not None and _DAY_LINE.fullmatch(text, a, b) is None for a, b in tail)
    if len(tail) < SHORTEST_LINK_TAIL or len(marks) < FEWEST_MARKS or listed > MOST_LISTED:
        return teasers
    return teasers + [(a, b, "other", "tail-of-links") for a, b in tail]


def _byline_label(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(row["label"]) for row in language.table("byline_labels")) or "(?!)"
    return re.compile(rf"(?:{words})\s?:", re.I)


def _signature_end(text: str, spans: list[tuple[int, int]], last: int) -> int | None:
    """Where the signature that closes the report ends: initials or a page code; from the last body line (at `last`) on, any name."""
    for match in _signatures(text, int(len(text) * SIGNED_FROM)):
        line, line_end = next(((a, b) for a, b in spans if a <= match.start() < b), (match.start(), len(text)))
        if match["name"] is not None and _NUMBERED.match(text, line):
            continue  # `5. Sari Hulu W. (bayi)`
        rest = text[match.end() : line_end].strip()
        strict = match["page"] is not None or match["pair"] is not None
        if (not rest or (strict and rest.islower() and rest[-1].isalpha())) and (strict or match.start() >= last):
            return match.end()
    return None


def _signatures(text: str, start: int) -> Iterator[re.Match[str]]:
    """Whatever may be a signature, from `start` on; it is looked for at brackets alone, with the blank before them."""
    at = text.find("(", start)
    while at >= 0:
        spaced = at > start and text[at - 1] == " "
        match = (_SIGNATURE.match(text, at - 1) if spaced else None) or _SIGNATURE.match(text, at)
        if match is not None:
            yield match
        at = text.find("(", match.end() if match is not None else at + 1)


def _capital_words(language: Language) -> frozenset[str]:
    forms = {row["form"].split()[0].lower() for table in ("titles", "org_heads") for row in language.table(table)}
    return frozenset(forms | {row["word"].lower() for row in language.table("ordinary")})


def _teasers(text: str, spans: list[tuple[int, int]], own_page: set[int], language: Language) -> list[Found]:
    """Openings of other reports between the last line of the report and the copyright line.

    They begin where a line comes again among them, or opens with a word in capitals (`HUJAN deras …`) as the report itself did.
    """
    foot = next((n for n, (a, _) in enumerate(spans) if a in own_page), 0)
    words = language.derive(_capital_words)
    leads = [n for n, (a, b) in enumerate(spans[:foot]) if _opens_in_capitals(text[a:b], words)]
    first = max(foot - MOST_TEASERS, 0)
    window = [text[a:b] for a, b in spans[first:foot]]
    signs = [n for n in leads[1:] if n >= first]
    signs += [first + n for n, line in enumerate(window) if window.count(line) > 1]
    begin = min(signs, default=foot)
    return [(a, b, "link", "teaser") for a, b in spans[begin:foot]]


def _opens_in_capitals(line: str, words: frozenset[str]) -> bool:
    match = _CAPITAL_LEAD.match(line)
    return match is not None and match[1].lower() in words


def _last_body_line(text: str, spans: list[tuple[int, int]], language: Language) -> int:
    """The last line that reads as a sentence or as an item of a list."""
    for n in range(len(spans) - 1, 0, -1):
        start, end = spans[n]
        line = text[start:end]
        teaser = line.endswith(("[…]", "...", "…")) or (
            line.endswith(("?", "!")) and headlines.is_headline(line, language)
        )
        if _BULLET.match(line) and headlines.is_headline(line[1:].strip(), language):
            continue
        if _ITEM.match(text, start) or (
            end - start > SHORTEST_SENTENCE and lines.ends_sentence(text, end) and not teaser
        ):
            return n
        if end - start > LONGEST_TAIL_LINE and not teaser:
            return n
    return 0
