"""Furniture that no lexicon knows: lines and sentences that stand in many reports of one outlet, of different days and stories.

What a batch teaches is kept as a `FurnitureProfile`, which holds hashes only. A line must never be taken that tells the story, so
one is learned only if no figure, quotation or lead-in stands in it, and counts only where the headlines above it share no word.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from runut.lang import Language
from runut.model import Article, FurnitureProfile, LineWitness, OnceLines, OutletLines, RecurringLine
from runut.reading.furniture import lines
from runut.reading.furniture.lines import Found

Known = Mapping[str, frozenset[str]]
"""By outlet, the hashes of the lines that are furniture."""

# A line is no shorter and no longer than this (words, characters): what is shorter is a tag or a piece of a broken line.
FEWEST_WORDS, SHORTEST, LONGEST = 3, 14, 240
# An outlet is learned from at least so many reports.
FEWEST_REPORTS = 20
# A line counts from so many reports on; one that closes a sentence from so many, and from so large a share of the outlet's reports.
# (With three reports, 11 of 22 sentences found in 12,575 reports were background that told a story; with six, none of 9.)
FEWEST_LINES, FEWEST_SENTENCES, SENTENCE_SHARE = 4, 6, 0.005
FEWEST_DAYS = 2
# No word of the headlines may stand above more than this share of the copies, else they tell one story.
SAME_STORY = 0.5
# So many reports are remembered for a line (those of the smallest hashes, so that the order does not matter).
MOST_WITNESSES = 12
# Of so many reports of an outlet, the latest, the lines that stand in no other are kept too. A line that returns less often is not added
# up: in 1,601 reports of one outlet, fifty at a time, 151 of 157 lines are found, and all that count.
MOST_ONCE = 500
HASH_LENGTH = 16

_DIGIT_OR_QUOTE = re.compile(r"[\d“”\"„«»]|&[lr]dquo;|&quot;")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_TITLE_WORD = 4


def learn(articles: Iterable[Article], language: Language) -> FurnitureProfile:
    """What a batch of reports tells of its outlets' furniture; the same for any order of the reports."""
    tally = _Tally()
    for article in articles:
        tally.count(article, language)
    return tally.profile()


def teach(articles: Iterable[Article], language: Language, earlier: FurnitureProfile | None = None) -> FurnitureProfile:
    """What reports tell on top of an earlier profile, to be added to again: a text of an outlet counts once, whenever it comes."""
    tally = _Tally()
    if earlier is not None:
        tally.add(earlier)
    for article in articles:
        if tally.is_new(article):
            tally.count(article, language)
    return tally.profile(once=True)


def merge(profiles: Iterable[FurnitureProfile]) -> FurnitureProfile:
    """Several profiles as one, in any order."""
    tally = _Tally()
    for profile in profiles:
        tally.add(profile)
    return tally.profile(once=True)


class _Tally:
    """By outlet: how many reports there are, in how many each line stands and in which, and hashes of the texts."""

    def __init__(self) -> None:
        self._reports: Counter[str] = Counter()
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._in: dict[str, dict[str, set[LineWitness]]] = defaultdict(lambda: defaultdict(set))
        self._seen: dict[str, set[str]] = defaultdict(set)

    def count(self, article: Article, language: Language) -> None:
        """One more report; one of no known outlet is passed over."""
        outlet = outlet_of(article)
        if outlet is None:
            return
        self._reports[outlet] += 1
        witness = _witness(article, outlet)
        for key in {hash_of(article.text[a:b]) for a, b in _units(article.text, language.derive(_barred))}:
            self._counts[outlet][key] += 1
            self._in[outlet][key].add(witness)

    def is_new(self, article: Article) -> bool:
        """Whether its outlet has not told this text before; it has after this."""
        seen, text = self._seen[outlet_of(article) or ""], _hash(article.sha256)
        known = text in seen
        seen.add(text)
        return not known

    def add(self, profile: FurnitureProfile) -> None:
        """All that a profile holds; reports that another one holds too are counted once."""
        for o in profile.outlets:
            counts, witnesses, seen = self._counts[o.outlet], self._in[o.outlet], self._seen[o.outlet]
            self._reports[o.outlet] += o.reports - len(seen.intersection(o.seen))
            seen.update(o.seen)
            for line in o.lines:
                counts[line.line] += line.reports
                witnesses[line.line].update(line.witnesses)
            for report in o.once:
                for key in report.lines:
                    counts[key] += 1
                    witnesses[key].add(report.witness)

    def profile(self, *, once: bool = False) -> FurnitureProfile:
        """The profile of all this; with `once` it can be added to."""
        return _profile(
            OutletLines(
                outlet=outlet,
                reports=self._reports[outlet],
                lines=_lines((key, n, self._in[outlet][key]) for key, n in self._counts[outlet].items() if n > 1),
                once=self._once(outlet) if once else (),
                seen=tuple(sorted(self._seen[outlet])),
            )
            for outlet in self._reports
        )

    def _once(self, outlet: str) -> tuple[OnceLines, ...]:
        """The lines that stand in one report, of the latest reports that have any."""
        alone: dict[LineWitness, list[str]] = defaultdict(list)
        for key, count in self._counts[outlet].items():
            if count == 1:
                alone[next(iter(self._in[outlet][key]))].append(key)
        latest = nlargest(MOST_ONCE, alone, key=lambda w: (w.day or "", w.report, w.title))
        return tuple(OnceLines(witness=w, lines=tuple(sorted(alone[w]))) for w in latest)


def is_enough(articles: Iterable[Article]) -> bool:
    """Whether a batch has enough reports of any outlet to learn from."""
    return max(Counter(filter(None, map(outlet_of, articles))).values(), default=0) >= FEWEST_REPORTS


def settle(profile: FurnitureProfile | None) -> Known:
    """Which lines of a profile are furniture."""
    if profile is None:
        return {}
    return {
        outlet.outlet: frozenset(line.line for line in outlet.lines if _recurs(line, outlet.reports))
        for outlet in profile.outlets
        if outlet.reports >= FEWEST_REPORTS
    }


def find(article: Article, known: Known, language: Language) -> list[Found]:
    """The lines of an article that are known to recur in its outlet."""
    outlet = outlet_of(article)
    hashes = known.get(outlet or "", frozenset())
    if not hashes:
        return []
    text = article.text
    units = _units(text, language.derive(_barred))
    return [(a, b, "other", "recurs") for a, b in units if hash_of(text[a:b]) in hashes]


def outlet_of(article: Article) -> str | None:
    """The name under which an article's outlet is kept: its domain, else its name in small letters, without signs."""
    for source in (article.url, article.outlet):
        match = _HOST.match(source or "")
        if match is not None and match["domain"].lower() not in _NOT_AN_OUTLET:
            return match["domain"].lower()
    return " ".join(_WORD.findall(article.outlet.casefold())) or None if article.outlet else None


_HOST = re.compile(
    r"^(?:https?://)?(?:[\w-]+\.){0,4}?(?P<domain>[\w-]+\.(?:(?:co|go|or|ac|web|my)\.)?[a-z]{2,10})(?:[/:?]|$)", re.I
)
_NOT_AN_OUTLET = frozenset({"google.com", "medium.com", "blogspot.com", "wordpress.com", "archive.org"})


def _recurs(line: RecurringLine, reports: int) -> bool:
    stands_in = (
        line.reports if len(line.witnesses) == MOST_WITNESSES else len(line.witnesses)
    )  # merged twice, counted once
    if stands_in < FEWEST_LINES:
        return False
    if line.line.endswith(".") and (stands_in < FEWEST_SENTENCES or stands_in < SENTENCE_SHARE * reports):
        return False
    days = {w.day for w in line.witnesses if w.day}
    titled = [w for w in line.witnesses if w.title]
    if len(days) < FEWEST_DAYS or len(titled) < FEWEST_LINES:
        return False
    words = Counter(word for w in titled for word in w.title)
    return max(words.values()) <= SAME_STORY * len(titled)


def _units(text: str, barred: _Barred) -> list[tuple[int, int]]:
    """The lines of a text that may be furniture; of a line too long for one, its sentences."""
    parts = [p for a, b in lines.split(text) for p in ([(a, b)] if b - a <= LONGEST else lines.sentences(text, a, b))]
    return [(a, b) for a, b in parts if _may_recur(text[a:b], barred)]


def _may_recur(line: str, barred: _Barred) -> bool:
    if not SHORTEST <= len(line) <= LONGEST or line.endswith(":") or _DIGIT_OR_QUOTE.search(line):
        return False
    words = _WORD.findall(line.casefold())
    return len(words) >= FEWEST_WORDS and barred.numbers.isdisjoint(words) and barred.credits.search(line) is None


@dataclass(frozen=True, slots=True)
class _Barred:
    """What a line of furniture has not: words for numbers, and the looks of a credit (writers recur too)."""

    numbers: frozenset[str]
    credits: re.Pattern[str]


def _barred(language: Language) -> _Barred:
    labels = "|".join(re.escape(row["label"]) for row in language.table("byline_labels")) or "(?!)"
    return _Barred(
        frozenset(row["word"] for row in language.table("numbers") if " " not in row["word"]),
        re.compile(rf"(?:{labels})\s?:|^(?:Laporan|Oleh)\b|^\(|\([^()]{{1,60}}\)$|[-–—]$", re.I),
    )


def _witness(article: Article, outlet: str) -> LineWitness:
    title = article.title or next((article.text[a:b] for a, b in lines.split(article.text)), "")
    own = set(_WORD.findall(outlet))
    words = {w for w in _WORD.findall(title.split("|")[0].casefold()) if len(w) >= _SHORTEST_TITLE_WORD} - own
    return LineWitness(
        report=_hash(article.id), day=(article.published or "")[:10] or None, title=tuple(sorted(map(_hash, words)))
    )


def _lines(found: Iterable[tuple[str, int, set[LineWitness]]]) -> tuple[RecurringLine, ...]:
    return tuple(
        RecurringLine(
            line=key,
            reports=count,
            witnesses=tuple(nsmallest(MOST_WITNESSES, witnesses, key=lambda w: (w.report, w.day or "", w.title))),
        )
        for key, count, witnesses in sorted(found, key=lambda f: f[0])
    )


def _profile(outlets: Iterable[OutletLines]) -> FurnitureProfile:
    return FurnitureProfile(outlets=tuple(sorted(outlets, key=lambda o: o.outlet)))


def hash_of(line: str) -> str:
    """The hash under which a line is kept; a stop at its end tells one that closes a sentence."""
    return _hash(re.sub(r"[\s\u00a0]+", " ", line)) + ("." if lines.ends_sentence(line, len(line)) else "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]
