"""Offsets: a readable view of a messy text, its quotations, sentences and words, all of which map back.

The text taken in is never altered. `view()` makes a second string beside it in which HTML entities are decoded, white space
is single, quotation marks are paired (`“` and `”`), glued words are apart and furniture is gone, and which knows for
each of its characters the stretch of the original that it stands for.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.lang import Language
from runut.model import Quotation, Sentence

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

# A quotation may run over this many paragraphs before its opening mark counts as stray (longest seen in real reports: 4).
MAX_QUOTED_PARAGRAPHS = 5
# No word is longer; what is, is no text to be taken apart (the longest in 12,575 real reports is a piece of an address, 84).
LONGEST_WORD = 80
# Ordinary words of so many letters and more tell where glued words come apart (shorter ones are parts of names).
SHORTEST_ORDINARY = 5
# A scare quote in single marks is short; beyond this an apostrophe has been mistaken for a mark.
MAX_SINGLE_QUOTED = 160

# So many commas with white space before them, and half of all, tell a text printed token by token (42 of 12,575 real reports).
SPACED = 4

# So many breaks before a small letter or comma tell a page that breaks the line around its links …
FEWEST_BROKEN = 2
# … where a line longer than this that closes nothing is no heading, and a link's words are no longer than that (characters).
LONGEST_HEADING = 60
LONGEST_LINK = 60
# In a heading, of the words longer than this (characters) so many have a capital (41 of 45 breaks softened so were rightly softened).
SMALL_WORD = 3
HEADING_CAPITALS = 0.7

# Where furniture was taken out: a break that no rule about lines may soften, `\n` in the finished view.
_WALL = "\f"
_BREAKS = f" \n{_WALL}"
_OPEN, _CLOSE, _EITHER = "open", "close", "either"
_REWRITE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<invisible>[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+)"
    r"|(?P<space>[\s\u00a0\u2000-\u200a\u202f\u3000]+)"
)
_SPACED = re.compile(r"(?<=\S) +(?=[.,;:!?)]|nya\b)|(?<=\() +| (?=/ ?\d)|(?<=\d /) +(?=\d)|(?<=[.!?]\") +")
_DOUBLE = {"“": _OPEN, "„": _OPEN, "«": _OPEN, "”": _CLOSE, "»": _CLOSE, '"': _EITHER, "‟": _OPEN, "″": _EITHER}
_DOUBLE_MARKS = re.compile('[“„«”»"‟″]')
_SINGLE_MARKS = re.compile("[‘’']")
_BOUNDARY = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[”\")'\]]*)(?P<gap> )(?=[\"“'(\[]?[^\W_a-zà-ÿ])|\n")
_ITEM = re.compile(r"^[-•*\d(]| - |:$")
_WORD_BEHIND = re.compile(r"([^\W\d_]+) [A-Z]$")
_WORD_AHEAD = re.compile(r"[“\"(]?([^\W\d_]+)")
_CAMEL = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_TIGHT_STOP = re.compile(
    r"(?<=[^\W\d_A-Z][^\W\d_A-Z])[.!?](?=[A-Z][a-z]|(?!(?:COM|CO|ID|NET|TV|ORG)\b)[A-Z]{2,12}\b)|(?<=[)”\"])[.!?](?=[A-Z][a-z])"
    r"|(?<=[.!?])(?=[“])|(?<=[a-z],)(?=[A-Za-z])|(?<=[a-z]\))(?=[A-Za-z])"
)
# … and after a capital or a figure, where no abbreviation and no initial stands before it.
_TIGHT_CAPITAL = re.compile(r"(?<=[A-Z\d])[.!?](?=[A-Z][a-z]{2})")
_LAST_WORD = re.compile(r"[\w.]{1,24}$")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A clean string beside the original; `starts[i]`/`ends[i]` is the stretch of the original behind character i."""

    original: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    quoted: tuple[tuple[int, int], ...]
    """Quotations as stretches of `text`, marks included (the closing one may be missing at a paragraph's end)."""
    sentence_starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original behind `text[start:end]`, which must not be empty; white space at its edges is left out."""
        while start < end - 1 and self.text[start].isspace():
            start += 1
        while end - 1 > start and self.text[end - 1].isspace():
            end -= 1
        return self.starts[start], self.ends[end - 1]

    def at(self, offset: int) -> int:
        """The character of the view that stands for the original's `offset` (the next one, where none does)."""
        return min(bisect_right(self.starts, offset - 1), len(self.text)) if offset > 0 else 0

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as stretches of `text`."""
        return tuple(zip(self.sentence_starts, self.sentence_ends, strict=True))

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The sentence that holds character `index` of the view (the nearest before it, where none does)."""
        k = max(0, bisect_right(self.sentence_starts, index) - 1)
        return (self.sentence_starts[k], self.sentence_ends[k]) if self.sentence_starts else (0, len(self.text))

    def quotation_at(self, index: int) -> tuple[int, int] | None:
        """The quotation that holds character `index` of the view."""
        k = bisect_right(self.quoted, (index, len(self.text) + 1)) - 1
        if k >= 0 and self.quoted[k][0] <= index < self.quoted[k][1]:
            return self.quoted[k]
        return None

    def find_sentences(self) -> tuple[Sentence, ...]:
        """The sentences as records in offsets of the original."""
        out, paragraph = [], 0
        for i, (start, end) in enumerate(self.sentences()):
            if i and "\n" in self.text[self.sentence_ends[i - 1] : start]:
                paragraph += 1
            a, b = self.span(start, end)
            out.append(Sentence(start=a, end=b, paragraph=paragraph))
        return tuple(out)

    def find_quotations(self) -> tuple[Quotation, ...]:
        """The quotations as records in offsets of the original."""
        out = []
        for start, end in self.quoted:
            inner_end = end - 1 if self.text[end - 1] == "”" else end
            if not self.text[start + 1 : inner_end].strip():
                continue
            a, b = self.span(start, end)
            c, d = self.span(start + 1, inner_end)
            out.append(Quotation(start=a, end=b, inner_start=c, inner_end=d))
        return tuple(out)


def view(text: str, language: Language, furniture: Iterable[tuple[int, int]] = (), known: Iterable[str] = ()) -> View:
    """Make the view of `text` without the `furniture` stretches (offsets of `text`).

    `known` are words (of the headline, say) that help to see where glued words come apart.
    """
    chars, starts, ends = _close_up(*_rewrite(text, sorted(furniture)))
    chars, starts, ends = _soften_line_breaks("".join(chars), starts, ends, language)
    chars, starts, ends = _unglue("".join(chars), starts, ends, language, known)
    marked, quoted = _pair_quotations("".join(chars))
    marked, starts, ends, quoted = _free_quotations(marked, starts, ends, quoted)
    bounds = _split_sentences(marked, quoted, language)
    return View(text, marked, starts, ends, quoted, tuple(a for a, _ in bounds), tuple(b for _, b in bounds))


def _rewrite(text: str, furniture: list[tuple[int, int]]) -> tuple[list[str], list[int], list[int]]:
    """Entities decoded, invisible characters dropped, white space single (`\\n` where it broke a line), furniture to `\\n`."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(char: str, start: int, end: int) -> None:
        if char in _BREAKS and chars and chars[-1] in _BREAKS:  # one white space for a run of them: the strongest
            chars[-1] = max(char, chars[-1], key=_BREAKS.index)
            ends[-1] = max(ends[-1], end)
            return
        chars.append(char)
        starts.append(start)
        ends.append(end)

    def copy(start: int, end: int) -> None:
        at = start
        for match in _REWRITE.finditer(text, start, end):
            chars.extend(text[at : match.start()])
            starts.extend(range(at, match.start()))
            ends.extend(range(at + 1, match.start() + 1))
            a, b = match.span()
            if match["space"]:
                put("\n" if "\n" in match[0] or "\r" in match[0] or "\u2028" in match[0] else " ", a, b)
            elif match["entity"]:
                decoded = html.unescape(match[0])
                if len(decoded) == 1:
                    put(" " if decoded.isspace() else decoded, a, b)
                else:
                    chars.extend(text[a:b])
                    starts.extend(range(a, b))
                    ends.extend(range(a + 1, b + 1))
            at = b
        chars.extend(text[at:end])
        starts.extend(range(at, end))
        ends.extend(range(at + 1, end + 1))

    at = 0
    for a, b in furniture:
        if b <= at:
            continue
        copy(at, max(at, a))
        put(_WALL, max(at, a), b)
        at = b
    copy(at, len(text))
    return chars, starts, ends


def _close_up(chars: list[str], starts: list[int], ends: list[int]) -> tuple[list[str], list[int], list[int]]:
    """In a text printed token by token (`kata Ida , Senin ( 3 / 2 ) .`) the white space before a mark or `-nya` is dropped."""
    text = "".join(chars)
    spaced = text.count(" , ")
    if spaced < SPACED or 2 * spaced < text.count(", "):
        return chars, starts, ends
    kept = sorted(set(range(len(text))) - {at for m in _SPACED.finditer(text) for at in range(*m.span())})
    return [chars[k] for k in kept], [starts[k] for k in kept], [ends[k] for k in kept]


def _soft_breaks(language: Language) -> re.Pattern[str]:
    """A line break that is no paragraph break: before a small letter or a comma, or after a word that cannot end a line."""
    words = "|".join(re.escape(row["word"]) for row in language.table("line_joiners")) or "(?!)"
    return re.compile(rf"\n(?=[a-z,;:.)]\W?)|(?<=,)\n|(?:(?<=\s)|(?<=^))(?:{words})(?P<after>\n)", re.M)


def _soften_line_breaks(
    text: str, starts: list[int], ends: list[int], language: Language
) -> tuple[list[str], list[int], list[int]]:
    """Line breaks inside a sentence become blanks, walls become line breaks.

    Some pages break the line around every link; where plain signs show that (`FEWEST_BROKEN`), a line goes on in the next one also if it
    is too long for a heading and closes nothing, or if the next is a link's words and goes on itself.
    """
    soft: set[int] = set()
    for match in language.derive(_soft_breaks).finditer(text):
        at = match.start("after") if match["after"] else match.start()
        line_end = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
        if match["after"] or line_end[-1:] not in '.!?”"':
            soft.add(at)
    if len(soft) >= FEWEST_BROKEN:
        soft |= _broken_around_links(text, soft)
    chars = list(text.replace(_WALL, "\n"))
    for at in soft:
        chars[at] = " "
    return chars, starts, ends


def _broken_around_links(text: str, soft: set[int]) -> set[int]:
    """More breaks inside sentences, in a text that is known to be broken around its links."""
    found: set[int] = set()
    breaks = [m.start() for m in re.finditer(f"[\n{_WALL}]", text)]
    begin = 0
    for n, at in enumerate(breaks):
        line = text[begin:at].strip()
        if text[at] == _WALL:
            begin = at + 1
        elif at in soft:
            continue
        elif line[-1:].isalnum() or line[-1:] == ")":
            after = breaks[n + 1] if n + 1 < len(breaks) else len(text)
            link = text[at + 1 : after].strip()
            goes_on = after in soft or link.endswith(",") or (len(line) > LONGEST_HEADING and not _is_heading(line))
            if goes_on and len(link) <= LONGEST_LINK and not _ITEM.search(link):
                found.add(at)
            else:
                begin = at + 1
        else:
            begin = at + 1
    return found


def _is_heading(line: str) -> bool:
    words = [word for word in line.split() if len(word) > SMALL_WORD]
    return sum(word[0].isupper() for word in words) >= HEADING_CAPITALS * len(words)


@dataclass(frozen=True, slots=True)
class _Glue:
    heads: frozenset[str]
    tails: frozenset[str]
    whole: frozenset[str]
    prefixes: tuple[str, ...]
    ordinary: frozenset[str]
    endings: frozenset[str]
    months: frozenset[str]
    formatives: frozenset[str]
    names: frozenset[str]


def _glue_of(language: Language) -> _Glue:
    rows, ordinary = language.table("glue"), language.table("ordinary")
    return _Glue(
        frozenset(r["word"] for r in rows if r["side"] == "head"),
        frozenset(r["word"] for r in rows if r["side"] == "tail"),
        frozenset(r["word"].lower() for r in language.table("camel_names")),
        tuple(r["word"] for r in language.table("media_words") if r["place"] == "prefix" and r["word"].islower()),
        frozenset(r["word"].lower() for r in ordinary if len(r["word"]) >= SHORTEST_ORDINARY),
        frozenset(r["word"] for r in rows if r["side"] == "ending"),
        frozenset(r["form"].lower() for r in language.table("months")),
        frozenset(r["word"] for r in rows if r["side"] == "formative"),
        frozenset(r["form"].lower() for t in ("countries", "places", "given_names") for r in language.table(t)),
    )


def _comes_apart(word: str, cut: int, words: set[str], glue: _Glue, alone: bool) -> bool:
    """Whether a capital inside a word starts another word.

    It does after a small word, where the report has either part alone, or where either is an ordinary word and the whole stands but once.
    """
    left, right = word[:cut], word[cut:]
    last = left.rsplit("-", 1)[-1]
    return (
        (last.islower() and len(last) > 3)
        or last.lower() in glue.heads
        or (len(last) > 3 and left in words)
        or (len(right) > 3 and right in words and len(last) > 2)
        or (alone and len(last) > 2 and (last.lower() in glue.ordinary or right.lower() in glue.ordinary))
    )


def _small_i(word: str, cut: int, words: set[str], glue: _Glue) -> int:
    """Where the name that has its capital at `cut` begins: a place earlier where it is one of those with a small i (`iOS`)."""
    left, name = word[:cut], word[cut - 1 :].lower()
    plain = not left.islower() or left in words or left in glue.heads or left in glue.ordinary
    return cut if plain or not any(name.startswith(w) for w in glue.whole if w[0] == "i") else cut - 1


# A verb by its shape; so long a tail is no part of a name that happens to end alike.
_VERB_TAIL = re.compile(r"^(?:me|ber|di|ter)[a-z]{4,}$")
# … and so long a one no part of any word (`Implementasi`, `Multidimensi`), be it a verb that the report has nowhere else.
_LONG_VERB_TAIL = re.compile(
    r"^(?:(?:meng|meny|mem|men)(?!tasi|tal|tati)[a-z]{5,}|ber[a-z]{5,}|di(?!di|me|ber|ter)[a-z]{5,}(?:kan|i))$"
)

_DERIVED = re.compile(r"(?:Pe|Ke)[a-z]{4,}an(?:nya)?$")


def _seams(counts: Counter[str], known: Iterable[str], glue: _Glue) -> dict[str, list[int]]:
    """Where the words of a text (with how often each stands in it) come apart, first at capitals, then at small tails."""
    words = {*counts, *known}
    humps: dict[str, list[int]] = {}
    for word in counts:
        if (
            word.islower()
            or len(word) > LONGEST_WORD
            or any(w in glue.whole for w in (word.lower(), *word.lower().split("-")))
            or (word.lower().startswith(glue.prefixes) and len(_HUMP.findall(word)) == 1)
        ):
            continue
        cuts = [h.start() for h in _HUMP.finditer(word)]
        cuts = [cut for cut in cuts if _comes_apart(word, cut, words, glue, counts[word] == 1)]
        humps[word] = [_small_i(word, cut, words, glue) for cut in cuts]
    pieces = {word: list(pairwise([0, *cuts, len(word)])) for word, cuts in humps.items()}
    spread = Counter[str]()
    for word, stretches in pieces.items():
        for a, b in stretches:
            spread[word[a:b]] += counts[word]
    words.update(spread)
    seams: dict[str, list[int]] = {}
    for word, stretches in pieces.items():
        tails = [
            a + cut for a, b in stretches if (cut := _tail(word[a:b], words, glue, spread[word[a:b]] == 1)) is not None
        ]
        if humps[word] or tails:
            seams[word] = sorted({*humps[word], *tails})
    return seams


def _tail(piece: str, words: set[str], glue: _Glue, alone: bool) -> int | None:
    """Where a capitalised piece falls into a name and a small word.

    Rules: `listed` (a tail of the table, the name stands apart too); `seen` (both stand apart, and the piece only once); `verb` (as `seen`,
    but a verb by its shape may leave a name of four letters or more that stands nowhere else); `long` (as `verb`, for endings of the table
    and longer verbs, which need not stand elsewhere either).
    """
    if piece.islower() or piece.isupper():
        return None
    whole = piece.lower() in glue.names or _DERIVED.match(piece.rsplit("-", 1)[-1]) is not None
    seen = None
    for cut in range(len(piece) - 2, 1, -1):
        name, rest = piece[:cut], piece[cut:]
        if not rest.islower() or name.islower():
            break
        if rest in glue.tails and name in words:
            return cut
        if not alone or name.lower() in glue.formatives:
            continue
        if seen is None and len(rest) > 3 and rest in words and (name in words or (cut > 3 and _VERB_TAIL.match(rest))):
            seen = cut
        elif cut > 3 and not whole and name[-1].isalpha() and not _HUMP.search(name):
            verb = _LONG_VERB_TAIL.match(rest) and f"{name}ber".lower() not in glue.months
            if verb or (seen is None and rest in glue.endings):
                seen = cut
    return seen


def _unglue(
    text: str, starts: list[int], ends: list[int], language: Language, known: Iterable[str]
) -> tuple[list[str], list[int], list[int]]:
    """Put a space where a lost link or paragraph break has glued two words; the space stands for nothing of the original."""
    points = {m.end() for m in _TIGHT_STOP.finditer(text)}
    abbreviations = language.derive(_abbreviations)
    for match in _TIGHT_CAPITAL.finditer(text):
        word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
        if word is None or (len(word[0]) > 1 and "." not in word[0] and word[0].lower() not in abbreviations):
            points.add(match.end())
    seams = _seams(Counter(_CAMEL.findall(text)), known, language.derive(_glue_of))
    if seams:
        points.update(m.start() + cut for m in _CAMEL.finditer(text) for cut in seams.get(m[0], ()))
    return _with_spaces(text, starts, ends, points)


def _with_spaces(
    text: str, starts: list[int], ends: list[int], points: Iterable[int]
) -> tuple[list[str], list[int], list[int]]:
    """A space put before each of the characters `points` that has none; it stands for nothing of the original."""
    chars: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    at = 0
    for point in sorted(points):
        if not 0 < point < len(text) or text[point - 1].isspace() or text[point].isspace():
            continue
        chars.extend(text[at:point])
        new_starts.extend(starts[at:point])
        new_ends.extend(ends[at:point])
        chars.append(" ")
        new_starts.append(ends[point - 1])
        new_ends.append(ends[point - 1])
        at = point
    chars.extend(text[at:])
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    return chars, new_starts, new_ends


def _direction(text: str, at: int) -> str:
    """Whether the mark at `at` can open, close or do either, by itself and by what stands beside it."""
    own = _DOUBLE[text[at]]
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if own is _CLOSE and before in " \n(" and after not in " \n.,;:!?)]”":  # some newspapers print ” on both sides
        return _OPEN
    if own is not _EITHER:
        return own
    if before == after == " ":
        before, after = text[max(0, at - 2)], text[at + 2 : at + 3]
        if before in (",", ".", "!", "?") and after.islower():
            return _CLOSE
        return _OPEN if before in (":", ",") and after.isupper() else _EITHER
    if before in (",", ".") and after.islower():  # "…,"ujar
        return _CLOSE
    opens = before in " \n([—–-:" and not after.isspace()
    closes = not before.isspace() and (after in " \n.,;:!?)]—–-")
    if opens and not closes:
        return _OPEN
    if closes and not opens:
        return _CLOSE
    return _EITHER


def _pair_quotations(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Pair marks, paragraph by paragraph, failing locally; paired marks become “ and ” in the text that is returned.

    An opening mark whose paragraph ends without a closing one runs on into the next paragraphs when the next mark closes,
    ends with its paragraph when the next paragraph opens anew, and is stray otherwise.
    """
    marks = [(m.start(), _direction(text, m.start())) for m in _DOUBLE_MARKS.finditer(text)]
    pairs: list[tuple[int, int]] = []
    unclosed: list[tuple[int, int]] = []
    opened: int | None = None
    opens_plainly = False
    for at, direction in marks:
        if opened is None:
            if direction is not _CLOSE:
                opened, opens_plainly = at, direction is _OPEN
            continue
        breaks = text.count("\n", opened, at)
        if breaks == 0:
            if direction is _OPEN:
                opened, opens_plainly = at, True
            else:
                pairs.append((opened, at))
                opened = None
        elif direction is _CLOSE and breaks < MAX_QUOTED_PARAGRAPHS:
            pairs.append((opened, at))
            opened = None
        else:
            paragraph_end = text.index("\n", opened)
            if opens_plainly and direction is not _CLOSE and paragraph_end == at - 1:
                unclosed.append((opened, paragraph_end))
            opened, opens_plainly = (at, direction is _OPEN) if direction is not _CLOSE else (None, False)
    chars = list(text)
    for a, b in pairs:
        chars[a], chars[b] = "“", "”"
    for a, _ in unclosed:
        chars[a] = "“"
    doubles = sorted([(a, b + 1) for a, b in pairs] + unclosed)
    singles = _pair_single("".join(chars), doubles)
    for a, b in singles:
        chars[a], chars[b - 1] = "“", "”"
    paired = {a for a, _ in doubles} | {a for a, _ in singles} | {b for _, b in pairs} | {b - 1 for _, b in singles}
    for m in re.finditer("[“”„«»‟″]", "".join(chars)):
        if m.start() not in paired:
            chars[m.start()] = '"'
    return "".join(chars), tuple(sorted(doubles + singles))


def _free_quotations(
    text: str, starts: list[int], ends: list[int], quoted: tuple[tuple[int, int], ...]
) -> tuple[str, list[int], list[int], tuple[tuple[int, int], ...]]:
    """A space between a quotation's marks and the words or stops that are glued to them from outside (`itu.“Kami`, `”ujar`)."""
    before = {a for a, _ in quoted if a and (text[a - 1].isalnum() or text[a - 1] in ".,;:!?)”")}
    after = {b for _, b in quoted if text[b - 1] == "”" and text[b : b + 1].isalnum() and not text.startswith("nya", b)}
    points = sorted(before | after)
    if not points:
        return text, starts, ends, quoted
    chars, starts, ends = _with_spaces(text, starts, ends, points)
    shifted = tuple((a + bisect_right(points, a), b + bisect_left(points, b)) for a, b in quoted)
    return "".join(chars), starts, ends, shifted


def _pair_single(text: str, doubles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Single marks outside double ones, both edges on word edges, within a line."""
    inside = [False] * (len(text) + 1)
    for a, b in doubles:
        inside[a:b] = [True] * (b - a)
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _SINGLE_MARKS.finditer(text):
        at = match.start()
        if inside[at]:
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if opened is not None and (
            at - opened > MAX_SINGLE_QUOTED or "\n" in text[opened:at] or any(inside[opened:at])
        ):
            opened = None
        if match[0] != "’" and not before.isalnum() and after.isalnum():
            opened = at
        elif opened is not None and not after.isalnum() and not before.isspace():
            out.append((opened, at + 1))
            opened = None
    return out


def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(row["abbreviation"].lower() for row in language.table("abbreviations"))


def _openers(language: Language) -> frozenset[str]:
    """Words that with a capital begin a sentence and are part of no name."""
    function = {row["word"].lower() for row in language.table("ordinary") if row["kind"] == "function"}
    return frozenset(function | {row["word"].lower() for row in language.table("sentence_openers")})


def _opens_sentence(text: str, at: int, openers: frozenset[str]) -> bool:
    word = _WORD_AHEAD.match(text, at)
    return word is not None and len(word[1]) > 1 and word[1].lower() in openers


def _letter_heads(language: Language) -> frozenset[str]:
    return frozenset(row["word"] for row in language.table("letter_heads"))


def _is_letter(text: str, at: int, heads: frozenset[str]) -> bool:
    """Whether the capital before the stop at `at` names a group, a block, a class (`Grup F.`) and is no initial."""
    word = _WORD_BEHIND.search(text, max(0, at - 24), at)
    return word is not None and word[1].lower() in heads


def _split_sentences(text: str, quoted: tuple[tuple[int, int], ...], language: Language) -> list[tuple[int, int]]:
    """Sentences outside quotations: at `.!?…` before a capital, never after an abbreviation or initial, and at line breaks."""
    abbreviations, openers = language.derive(_abbreviations), language.derive(_openers)
    cuts: list[tuple[int, int]] = []
    k = 0
    for match in _BOUNDARY.finditer(text):
        at = match.start()
        while k < len(quoted) and quoted[k][1] <= at:
            k += 1
        inside = k < len(quoted) and quoted[k][0] < at < quoted[k][1]
        if match[0] == "\n":
            cuts.append((at, at + 1))
            continue
        if inside and quoted[k][1] > match.end("close"):
            continue
        if match["stop"] == "." and not match["close"]:
            word = re.search(r"[^\s(“\"]+$", text[max(0, at - 24) : at])
            before = word[0] if word else ""
            initial = len(before) == 1 and before.isalpha() and before.isupper()
            ends = _opens_sentence(text, match.end(), openers) or (
                initial and _is_letter(text, at, language.derive(_letter_heads))
            )
            if (initial or before.lower() in abbreviations) and not ends:
                continue
            if re.fullmatch(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,3}", before):  # S.H, M.Si
                continue
            if before.isdigit() and len(before) < 3 and (at - len(before) == 0 or text[at - len(before) - 1] == "\n"):
                continue
        cuts.append((match.end("close"), match.end()))
    out: list[tuple[int, int]] = []
    start = 0
    for a, b in [*cuts, (len(text), len(text))]:
        left, right = start, a
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if right > left:
            out.append((left, right))
        start = b
    return out
