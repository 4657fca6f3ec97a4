"""What is kept of one report to find its story: hashed words, names, places, figures, days, and fingerprints of its wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import log

from runut.comparing.stories.terms import STEPS, hash_bytes, term
from runut.lang import Language, morphology
from runut.model import Reading, Sketch

_WORD = re.compile(r"\d{1,12}(?:[.,]\d{1,3}){0,4}|[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*")
# Four digits that begin so are a year; fewer digits than three are days, hours and counts of everything.
CENTURIES, DIGITS = ("19", "20"), 3
# The words kept of one report, the most telling first.
MOST_WORDS = 80
# A word of the headline counts as so many of the body, one of the first sentences as so many.
HEADLINE, LEAD = 3.0, 1.5
LEAD_SENTENCES = 3
# Shorter words, and words that weigh less, are not kept.
SHORTEST, LEAST_WEIGHT = 2, 2.0
# A word of a name tells so much more: 1 leaves one of our measured events in pieces, 1.6 the wide events of the corpus (F1 −.03).
NAMED = 1.25
# So telling is a number in digits (`11,8`, `442`), which no year, day or clock is.
NUMBER = 4.4
# Runs of so many words are hashed, and one in so many hashes is kept.
RUN, SAMPLE = 5, 8
MOST_FINGERPRINTS = 64
SIGNATURE = 8
# How telling a word is by its step in word_spread and in name_spread: minus the logarithm of the share of reports that have it.
SPREAD = (6.2, 4.4, 3.35, 2.3, 1.05)
NAME_SPREAD = (6.2, 5.0, 4.2, 3.2, 2.0, 0.7)
ORDINARY = (4.4,)
# Forms whose lemma is kept at a time.
MOST_KNOWN = 100_000


class Common:
    """How telling each word is in news, and its lemma; kept for a language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._weights: dict[str, float] = {}
        tables = (("ordinary", ORDINARY), ("word_spread", SPREAD), ("name_spread", NAME_SPREAD))
        for table, weights in tables:
            for row in language.table(table):
                self._weights[row["word"]] = weights[int(row.get("spread") or 0)]
        self._weights |= {row["word"]: 0.0 for row in language.table("ordinary") if row["kind"] != "common"}
        self._roots = frozenset(row["root"] for row in language.table("roots"))
        self._known: dict[str, tuple[str, float]] = {}

    def look_up(self, low: str) -> tuple[str, float]:
        """The lemma of a word in small letters, and how telling it is."""
        known = self._known.get(low)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[low] = self._weigh(low)
        return known

    def _weigh(self, low: str) -> tuple[str, float]:
        lemma = morphology.lemma(low, self._language).lower()
        unknown = SPREAD[1] if lemma in self._roots else SPREAD[0]
        return lemma, min(self._weights.get(low, unknown), self._weights.get(lemma, unknown))


def sketch(reading: Reading, language: Language) -> Sketch:
    """What grouping keeps of a report."""
    article = reading.article
    text = article.text
    lines = [[m[0].lower() for m in _WORD.finditer(text, s.start, s.end)] for s in reading.sentences]
    title = article.title or reading.credits.title or ""
    named = {w[0].lower() for n in reading.names for m in n.mentions for w in _WORD.finditer(m.text)}
    words = _words([w[0].lower() for w in _WORD.finditer(title)], lines, named, language)
    prints = tuple(sorted(_fingerprints([w for line in lines for w in line])))[:MOST_FINGERPRINTS]
    return Sketch(
        article=article.id,
        source=article.source,
        url=article.url,
        outlet=reading.credits.outlet or article.outlet,
        title=title or None,
        published=article.published or reading.credits.published,
        day=reading.anchor.day,
        day_from=reading.anchor.origin if reading.anchor.day else None,
        words=words,
        days=_days(reading),
        signature=prints[:SIGNATURE],
        fingerprints=prints,
    )


def _words(
    headline: Sequence[str], lines: Sequence[Sequence[str]], named: set[str], language: Language
) -> tuple[int, ...]:
    """The most telling lemmas, names and numbers: how often each stands, headline and first sentences before the rest, times how rare it is
    in news at large (tf-idf; Salton and Buckley, 1988, with a fixed table for the frequencies).
    """
    counts: dict[str, float] = defaultdict(float)
    for w in headline:
        counts[w] += HEADLINE
    for at, line in enumerate(lines):
        for w in line:
            counts[w] += LEAD if at < LEAD_SENTENCES else 1.0
    common = language.derive(Common)
    uses: dict[str, float] = {}
    telling: dict[str, float] = {}
    for w, n in counts.items():
        if w[0].isdigit():
            if len(w) < DIGITS or (w[:2] in CENTURIES and len(w) == 4):
                continue
            lemma, weight = w, NUMBER
        elif len(w) < SHORTEST:
            continue
        else:
            lemma, weight = common.look_up(w)
            weight *= NAMED if w in named else 1.0
        uses[lemma] = uses.get(lemma, 0.0) + n
        telling[lemma] = min(telling.get(lemma, weight), weight)
    weights = {lemma: telling[lemma] * (1 + log(n)) for lemma, n in uses.items()}
    kept = sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:MOST_WORDS]
    return tuple(sorted(term(lemma, bisect_left(STEPS, w)) for lemma, w in kept if w >= LEAST_WEIGHT))


def _days(reading: Reading) -> tuple[int, ...]:
    out = set()
    for d in reading.dates:
        if d.value and len(d.value) >= 10 and "/" not in d.value:
            try:
                out.add(date.fromisoformat(d.value[:10]).toordinal())
            except ValueError:
                continue
    return tuple(sorted(out))


def _fingerprints(words: Sequence[str]) -> set[int]:
    """Hashes of the runs of words, of which about one in `SAMPLE` is kept: the same of the same run in any text."""
    data, starts, ends, at = " ".join(words).encode("utf-8", "surrogatepass"), [], [], 0
    for word in words:
        starts.append(at)
        at += len(word) if word.isascii() else len(word.encode("utf-8", "surrogatepass"))
        ends.append(at)
        at += 1
    runs = {hash_bytes(data[a:b]) for a, b in zip(starts, ends[RUN - 1 :], strict=False)}
    return {h for h in runs if h % SAMPLE == 0}
