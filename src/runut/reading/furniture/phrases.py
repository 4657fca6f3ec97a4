"""Furniture that is known by its words: the rows of the table `furniture`, and the headlines that links take along."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.furniture import headlines, lines
from runut.reading.furniture.lines import Found
from runut.text.gates import Gate, Places, gate, gate_told
from runut.text.late import late

# A line longer than this (characters) is never furniture by a rule about whole lines.
LONGEST_LINE = 200
# Rubrics stand among this many first lines; the first line that closes a sentence ends their zone.
TOP_LINES = 8
# The words of a link on a line of their own are no longer than this (characters).
LONGEST_LINK_WORDS = 40
# A line longer than this (characters) that closes a sentence is body.
BODY_LINE = 60
# What follows a line like "related posts" is furniture to the end only where most of the text lies before it …
REST_FROM = 0.4
# … and where no line as long as this (characters) that closes a sentence follows.
LONG_BODY_LINE = 200
# A link's headline that stands on a line of its own is no longer than this (characters).
LONGEST_HEADLINE = 170
# As many headlines may stand, a line each, under one link.
MOST_HEADLINES = 6
# A stop may have so many marks behind it that close a quotation or bracket.
MOST_CLOSING = 8
# How often a page was shared or spoken of stands in so many figures between its buttons.
LONGEST_COUNT = 6
_BUTTONS = ("share", "comment")
_QUOTES = "\"“'‘"
_STOPS = (".", "!", "?", "…")

# Pages without line breaks print the report's next sentence right behind `… di halaman selanjutnya`.
_BODY_FOLLOWS = re.compile(r"\s{0,3}(?:>{1,3}|»|\.{2,3}|…)?\s{1,3}(?=[A-Z“\"])")
# A sentence of the page may be broken around its links: a line that ends so goes on in the next.
MOST_BROKEN = 3
_AFTER_JOINER = re.compile(r"\s(?:di|dari|oleh|pada|dan|ke|melalui|dengan judul)$")
_NEXT_LINE = re.compile(r"[ \t\u00a0]{0,6}[\r\n]{1,4}[ \t\u00a0]{0,6}[^\s][^\r\n]{0,60}(?=[\r\n]|$)")
_TO_BRACKET = re.compile(rf"[^()\[\]\r\n]{{4,{LONGEST_HEADLINE + 20}}}[)\]]")


@dataclass(frozen=True, slots=True)
class _Rules:
    """One pattern a place; the group that matched names the row."""

    line: re.Pattern[str]
    line_told: Gate
    """The rows of `line` whose first letters can be told, and those that may begin with anything."""
    line_open: re.Pattern[str]
    top: Gate
    foot: Gate
    opens: Gate
    inline: Gate
    headline: Gate
    rest: Gate
    first: re.Pattern[str]
    rows: tuple[tuple[str, str], ...]

    def match_line(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """What the rows about whole lines say of a line; of most, its first letters say that none fits."""
        if self.line_told.may_begin(text, start) or self.line_open.fullmatch(text, start, end):
            return self.line.fullmatch(text, start, end)
        return None


def _rules(language: Language) -> _Rules:
    rows = language.table("furniture")
    named = tuple((row["kind"], "furniture:" + row["name"]) for row in rows)

    def parts_of(where: str, tail: str = "") -> list[str]:
        return [
            f"(?P<r{n}>(?:{row['phrase'].replace(' ', SPACE)}){tail})"
            for n, row in enumerate(rows)
            if row["where"] == where
        ]

    def gate_rows(where: str, tail: str = "") -> Gate:
        parts = parts_of(where, tail)
        lead = r"(?:(?<![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))" if where == "headline" else ""
        return gate(f"{lead}(?:{'|'.join(parts) or '(?!)'})", re.I)

    whole = parts_of("line", LINE_END)
    told, untold = gate_told(whole, re.I)
    return _Rules(
        line=late("|".join(whole) or "(?!)", re.I),
        line_told=told,
        line_open=late("|".join(untold) or "(?!)", re.I),
        top=gate_rows("top"),
        foot=gate_rows("foot", LINE_END),
        opens=gate_rows("opens"),
        inline=gate_rows("inline"),
        headline=gate_rows("headline"),
        rest=gate_rows("rest"),
        first=late("|".join(parts_of("first")) or "(?!)", re.I),
        rows=named,
    )


SPACE = r"(?:[\s\u00a0]{1,3})"
LINE_END = r"[\s:.!]{0,3}"


def find(text: str, spans: list[tuple[int, int]], places: Places, language: Language) -> list[Found]:
    """Everything that a row of the table knows, in the text and its lines `spans`; stretches may overlap."""
    rules = language.derive(_rules)
    found = [
        (m.start(), m.end(), *_row(rules, m))
        for m in rules.inline.finditer(text, places)
        if not _inside_word(text, m.start())
    ]
    first = rules.first.match(text, spans[0][0]) if spans else None
    found += [(first.start(), first.end(), *_row(rules, first))] if first is not None else []
    found += _whole_lines(text, spans, rules)
    found += _opened(text, places, rules)
    found += _linked(text, places, spans, rules, language)
    return found


def _row(rules: _Rules, match: re.Match[str]) -> tuple[str, str]:
    return rules.rows[int((match.lastgroup or "r0")[1:])]


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and text[at].islower() and text[at - 1].isalnum()


def _whole_lines(text: str, spans: list[tuple[int, int]], rules: _Rules) -> list[Found]:
    found: list[Found] = []
    top = True
    last = len(spans)
    for n in range(len(spans) - 1, -1, -1):
        a, b = spans[n]
        if b - a > BODY_LINE and lines.ends_sentence(text, b):
            last = n
            break
    for n, (start, end) in enumerate(spans):
        if end - start > LONGEST_LINE:
            top = False
            continue
        match = rules.match_line(text, start, end)
        if match is None and top and n < TOP_LINES and len(spans) > 1 and rules.top.may_begin(text, start):
            match = rules.top.pattern.fullmatch(text, start, end)
        if match is None and n > last and rules.foot.may_begin(text, start):
            match = rules.foot.pattern.fullmatch(text, start, end)
        if match is None and n and rules.rest.may_begin(text, start):
            match = rules.rest.pattern.match(text, start, end)
            if match is not None and not _ends_report(text, spans, n):
                match = None
            if match is not None:
                found.append((start, len(text), *_row(rules, match)))
                return found
        if match is not None and _is_mid_sentence(text, spans, n, rules) and _row(rules, match)[0] != "advert":
            match = None
        if match is not None:
            found.append((start, end, *_row(rules, match)))
        elif top and end - start > BODY_LINE and lines.ends_sentence(text, end):
            top = False
    return found + _counters(text, spans, found) + _single_letters(text, spans)


def _counters(text: str, spans: list[tuple[int, int]], found: list[Found]) -> list[Found]:
    """Bare numbers between two lines of buttons: how many have shared or commented."""
    kinds = {a: kind for a, _, kind, _ in found}
    return [
        (b, end, "share", "furniture:counter")
        for (a, _), (b, end), (c, _) in zip(spans, spans[1:], spans[2:], strict=False)
        if end - b <= LONGEST_COUNT and text[b:end].isdigit() and kinds.get(a) in _BUTTONS and kinds.get(c) in _BUTTONS
    ]


def _is_mid_sentence(text: str, spans: list[tuple[int, int]], n: int, rules: _Rules) -> bool:
    """Whether the next line carries a sentence on: pages broken around their links have `politik` or `e-mail` on lines of their own."""
    if n + 1 >= len(spans) or spans[n][1] - spans[n][0] > LONGEST_LINK_WORDS:
        return False
    start, end = spans[n + 1]
    carried = text[start] in ".,;)" or (text[start].islower() and rules.match_line(text, start, end) is None)
    return carried and not (n and lines.ends_sentence(text, spans[n - 1][1]) and text[start].islower())


def _single_letters(text: str, spans: list[tuple[int, int]]) -> list[Found]:
    """Letters to choose the size of print, a line each (A, A, A)."""
    for (a, b), (c, d), (e, f) in zip(spans, spans[1:], spans[2:], strict=False):
        if b - a == d - c == f - e == 1 and text[a] == text[c] == text[e] and text[a].isupper():
            return [(a, f, "other", "furniture:letter-lines")]
    return []


def _ends_report(text: str, spans: list[tuple[int, int]], n: int) -> bool:
    """Whether all that follows line `n` may be page: most of the report is above, and no long paragraph below."""
    return spans[n][0] >= REST_FROM * len(text) and not any(
        end - start >= LONG_BODY_LINE and lines.ends_sentence(text, end) for start, end in spans[n + 1 :]
    )


def _opened(text: str, places: Places, rules: _Rules) -> list[Found]:
    found: list[Found] = []
    for at in rules.opens.find_starts(places):
        match = rules.opens.pattern.match(text, at) if _opens_sentence(text, at) else None
        if match is not None:
            kind, rule = _row(rules, match)
            end = max(match.end(), lines.sentence_end(text, match.end()))
            if kind == "link" and (body := _BODY_FOLLOWS.match(text, match.end(), end)):
                end = match.end() + len(body[0].rstrip())
            for _ in range(MOST_BROKEN):
                line = _AFTER_JOINER.search(text, max(at, end - 24), end) and _NEXT_LINE.match(text, end)
                if not line:
                    break
                end = line.end()
            if end - at < lines.LONGEST_SENTENCE:
                found.append((at, end, kind, rule))
    return found


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a sentence may begin at a place: of the text, of a line, behind a stop with the marks that close there."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
        if text[at] in "\r\n\u2028":
            return True
    if at and text[at - 1].isalnum():
        return False
    if at == 0 or text[at - 1] in "”)" or text.endswith("&nbsp;", 0, at):
        return True
    return text[max(0, at - MOST_CLOSING) : at].rstrip('"”’)]')[-1:] in _STOPS


def _linked(text: str, places: Places, spans: list[tuple[int, int]], rules: _Rules, language: Language) -> list[Found]:
    found: list[Found] = []
    matches = list(rules.headline.finditer(text, places))
    by_start = dict(spans if matches else ())
    by_end = {end: n for n, (_, end) in enumerate(spans if matches else ())}
    for match in matches:
        start, end = match.span()
        own_line = start in by_start
        bare = text[end - 1] not in ":;\"“'‘"
        kind, rule = _row(rules, match)
        if (
            start
            and not own_line
            and (not text[start].isupper() or (text[start - 1].isalnum() and not text[start - 1].islower()))
        ):
            continue
        if text[end - 1] in "\"“'‘":
            end -= 1
        while end > start and text[end - 1].isspace():
            end -= 1
        line = by_end.get(end)
        closing = _bracket_end(text, start)
        if closing is not None:
            found.append((start - 1, closing, kind, rule))
        elif line is not None:
            if bare and not own_line:
                continue
            found.append((start, _headline_lines(text, spans, line, end, bare, language), kind, rule))
        elif own_line and (
            _is_one_headline(text, end, by_start[start]) or _is_quoting(text, end, by_start[start], language)
        ):
            found.append((start, by_start[start], kind, rule))
        elif not bare or kind == "video":
            found.append((start, headlines.find_end(text, end, language), kind, rule))
        elif own_line and headlines.is_headline(text[end : by_start[start]].lstrip(), language):
            found.append((start, by_start[start], kind, rule))
    return found


def _bracket_end(text: str, start: int) -> int | None:
    """Where the bracket ends that a link begins: `(Baca juga: …)`."""
    if start == 0 or text[start - 1] not in "([":
        return None
    match = _TO_BRACKET.match(text, start)
    return match.end() if match is not None else None


def _is_one_headline(text: str, start: int, end: int) -> bool:
    """Whether what follows a link on its own line is one headline to the line's end."""
    return (
        end - start <= LONGEST_HEADLINE
        and lines.sentence_end(text, start) >= end
        and text[end - 1] not in ".,;"
        and headlines.is_closed(text[start:end])
    )


def _is_quoting(text: str, start: int, end: int, language: Language) -> bool:
    """Whether what follows a link on its own line is one headline that begins with a quotation: `“Tangkap Dia!” Warga Kalimas Marah`."""
    line = text[start:end].strip()
    within = len(line) <= LONGEST_HEADLINE and line[:1] in _QUOTES
    return within and headlines.is_headline(line.lstrip(_QUOTES).replace("”", "").replace('"', ""), language)


def _headline_lines(
    text: str, spans: list[tuple[int, int]], line: int, end: int, bare: bool, language: Language
) -> int:
    """The end of the headlines that stand, a line each, under the link that is line `line`."""
    stop = end
    for n, (start, line_end) in enumerate(spans[line + 1 : line + 1 + MOST_HEADLINES]):
        if line_end - start > LONGEST_HEADLINE or not headlines.is_headline(text[start:line_end], language):
            break
        if n and not bare and not lines.ends_sentence(text, spans[line + n][1]):
            break
        stop = line_end
    return stop
