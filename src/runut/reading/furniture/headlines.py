"""Where the headline that follows a link's words ends, also where it runs into the report without a break.

Headlines are written in title case; the report goes on with a sentence. The end is the place before the first word that no headline
writes with a small letter at which a sentence most plausibly begins: every sign has a weight, and the weights are summed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.furniture import lines

# 98 of 100 headlines of 11,844 real articles are between 37 and 103 characters long.
LONGEST = 170
COMMON_LENGTHS = (32, 112)
# A headline in title case has at least this share of words with a capital or a figure.
TITLE_CASE_SHARE = 0.55
FEWEST_WORDS = 3
# … and at most this many small words that the table does not know.
MOST_ODD = 1

# The weights; together they find 95 of 100 ends exactly on 900 real links whose line breaks were taken away.
GLUED_ON, AFTER_BREAK, OPENER, QUOTATION, HEAD, COMMON_LENGTH = 4.0, 6.0, 5.0, 5.0, 2.0, 2.0
AFTER_MARK = {"?": 4.0, "!": 4.0, "…": 4.0, ".": 2.0, ",": -6.0, ":": -6.0, ";": -6.0, "-": -6.0}
DANGLING = -6.0
NEXT_TO_ODD = {1: 1.5, 2: 1.0}
FURTHER_FROM_ODD = -0.5
NAME_CUT, NAME_BEGINS = 3.0, 3.0
SHORT = 25

_BREAK = re.compile(r"[\r\n\u2028]")
_TOKEN = re.compile(r"&nbsp;|(?P<word>(?:(?!&nbsp;)\S)+)")
_GLUED = re.compile(
    r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})|(?<=[A-Z]{3})(?=[A-Z][a-z]{3})|(?<=\w[?!+%)”’\"'])(?=[A-Z“\"]\w)|(?<=\w\w)(?=[“\"]\w)"
)
_QUOTED = re.compile(r"\s?[‘'“\"](?P<title>[^\n]{8,170}?)[’'”\"](?: di sini| berikut(?: ini)?)?(?:\s?:|(?=[\s.,\[]|$))")
_OPENING = ("“", '"', "&ldquo;", "&quot;")
_TRIM = "\"“”‘’'()[],.:;!?…"


@dataclass(frozen=True, slots=True)
class _Words:
    small: frozenset[str]
    openers: frozenset[str]
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    gap: str
    """What stands before it: "" where it is glued on, " ", or "break" for a hard space or more than one."""


def _words(language: Language) -> _Words:
    heads = {row["form"].split()[0] for table in ("titles", "org_heads") for row in language.table(table)}
    return _Words(
        frozenset(row["word"] for row in language.table("headline_words")),
        frozenset(row["word"] for row in language.table("sentence_openers")),
        frozenset(heads),
    )


def is_headline(line: str, language: Language) -> bool:
    """Whether a line reads as a headline: title case, and no full stop at its end."""
    words = language.derive(_words)
    tokens = line.split()
    if len(tokens) < FEWEST_WORDS or line.rstrip()[-1:] in (".", ",", ";", '"', "”") or line[0] in '"“(':
        return False
    big = sum(_is_big(t) for t in tokens)
    odd = sum(_is_odd(t, words) for t in tokens)
    return big >= TITLE_CASE_SHARE * len(tokens) and odd <= MOST_ODD


def is_title_case(text: str, language: Language) -> bool:
    """Whether a stretch, of one headline or several, is in title case throughout and no sentence ends in it."""
    words = language.derive(_words)
    tokens = [t for t in text.split() if t.strip(_TRIM)]
    odd = sum(_is_odd(t, words) for t in tokens)
    big = sum(_is_big(t) for t in tokens)
    return ". " not in text and big >= TITLE_CASE_SHARE * len(tokens) and odd <= MOST_ODD * (1 + len(text) // LONGEST)


def is_closed(line: str) -> bool:
    """Whether no word of a line is glued to the next sentence, as where a headline ran into the report."""
    return _GLUED.search(line) is None


def find_end(text: str, start: int, language: Language) -> int:
    """The end of the headline that begins at `start`; `start` itself where it cannot be told."""
    words = language.derive(_words)
    quoted = _QUOTED.match(text, start)
    if quoted is not None and quoted["title"][0].isupper():
        return quoted.end()
    tokens, limit = _tokens(text, start)
    if not tokens:
        return start
    odds = [n for n, token in enumerate(tokens) if n and _is_odd(token.text, words)]
    odd = odds[0] if odds else None
    whole = tokens[-1].end
    if odd is None:
        return whole if limit == "end" else start
    if (
        limit == "end"
        and len(odds) <= MOST_ODD
        and whole - start <= LONGEST
        and is_headline(text[start:whole], language)
    ):
        return whole
    if odd < FEWEST_WORDS:
        return _sentence_case_end(text, tokens, whole if limit == "end" else None, words, start)
    scored = [(_score(n, odd, tokens, words, text), n) for n in range(FEWEST_WORDS, odd)]
    best = max(scored, default=(0.0, 0))
    if limit == "end" and whole - start <= LONGEST and _is_one_line(text, start, whole) and best[0] < 4:
        return whole
    return tokens[best[1] - 1].end if best[1] else start


def is_opener(word: str, language: Language) -> bool:
    """Whether a word begins sentences and hardly any headline."""
    return word in language.derive(_words).openers


def is_head(word: str, language: Language) -> bool:
    """Whether a word begins the names of offices or bodies."""
    return word in language.derive(_words).heads


def find_break(text: str, start: int, language: Language) -> int:
    """Where title case that begins at `start` breaks off before a word that begins a sentence; `start` where it does not."""
    words = language.derive(_words)
    tokens, _ = _tokens(text, start)
    for n, token in enumerate(tokens):
        if n and (_is_odd(token.text, words) or tokens[n - 1].text[-1:] in (".", "!", "?", ";")):
            return start
        if n >= FEWEST_WORDS and token.text in words.openers and tokens[n - 1].text[-1:] not in (",", ":", "-", "–"):
            return tokens[n - 1].end
    return start


def _is_one_line(text: str, start: int, end: int) -> bool:
    return lines.sentence_end(text, start) >= end


def _tokens(text: str, start: int) -> tuple[list[_Token], str]:
    """The words after the link, at most `LONGEST` characters of them; "end" where the line or the text ended them, else "cut"."""
    out: list[_Token] = []
    line = _BREAK.search(text, start)
    stop = line.start() if line else len(text)
    window = min(stop, start + LONGEST + 80)
    at = start
    for match in _TOKEN.finditer(text, start, window):
        if match["word"] is None:
            continue
        between = text[at : match.start()]
        gap = "break" if "&nbsp;" in between or "\u00a0" in between or len(between) > 1 else " "
        if not out:
            gap = " "
        if gap == "break" and "&nbsp;" in between and len(out) >= FEWEST_WORDS:
            return out, "end"
        cut = match.start()
        for glued in _GLUED.finditer(text, match.start(), match.end()):
            out.append(_Token(cut, glued.start(), text[cut : glued.start()], gap))
            cut, gap = glued.start(), ""
        out.append(_Token(cut, match.end(), text[cut : match.end()], gap))
        at = match.end()
    return out, "end" if window == stop else "cut"


def _is_big(token: str) -> bool:
    first = token.lstrip(_TRIM)[:1]
    return first.isupper() or first.isdigit()


def _is_odd(token: str, words: _Words) -> bool:
    """Whether no headline in title case has this word: a small letter, and none of the words that are written so."""
    bare = token.strip(_TRIM)
    return len(bare) > 2 and bare.islower() and bare not in words.small and bare.isalpha()


def _sentence_case_end(text: str, tokens: list[_Token], whole: int | None, words: _Words, start: int) -> int:
    """A headline in sentence case ends where the next sentence plainly begins, or with its line."""
    for n, token in enumerate(tokens):
        if n > FEWEST_WORDS and (
            token.gap in ("", "break")
            or tokens[n - 1].text[-1] in "?!"
            or token.text in words.openers
            or token.text.startswith(_OPENING)
        ):
            return tokens[n - 1].end
    return whole if whole is not None and whole - start <= LONGEST else start


def _score(n: int, odd: int, tokens: list[_Token], words: _Words, text: str) -> float:
    """How plausibly the body begins with token `n`, `odd` being the first word that no headline has."""
    token, before = tokens[n], tokens[n - 1]
    bare = token.text.strip(_TRIM)
    if not (_is_big(token.text) or token.text.startswith(_OPENING)):
        return -99.0
    score = {"": GLUED_ON, "break": AFTER_BREAK}.get(token.gap, 0.0)
    if bare in words.openers:
        score += OPENER
    if token.text.startswith(_OPENING) and not token.text.rstrip(".,").endswith(("”", '"', "&rdquo;")):
        score += QUOTATION
    score += AFTER_MARK.get(before.text[-1], 0.0)
    if before.text in words.small:
        score += DANGLING
    if bare in words.heads:
        score += HEAD
    gap = odd - n
    score += NEXT_TO_ODD.get(gap, FURTHER_FROM_ODD * (gap - 2))
    length = before.end - tokens[0].start
    if COMMON_LENGTHS[0] <= length <= COMMON_LENGTHS[1]:
        score += COMMON_LENGTH
    elif length < SHORT or length > COMMON_LENGTHS[1]:
        score -= 3
    if _recurs(text, before, token):
        score -= NAME_CUT
    if n + 1 <= odd and _recurs(text, token, tokens[n + 1]):
        score += NAME_BEGINS
    return score


def _recurs(text: str, left: _Token, right: _Token) -> bool:
    """Whether two neighbouring words stand side by side elsewhere in the report too, as parts of a name do."""
    pair = f"{left.text} {right.text.rstrip(_TRIM)}"
    at = text.find(pair)
    return at >= 0 and (at != left.start or text.find(pair, right.end) >= 0)
