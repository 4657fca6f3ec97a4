"""What is kept of one report to find its story: hashed words, names, places, figures, days, and fingerprints of its wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from runut.comparing.stories.terms import STEPS, hashed, term
from runut.lang import Language, morphology
from runut.model import Reading, Sketch

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# The words kept of one report, the most telling first.
MOST_WORDS = 80
# A word of the headline counts as so many of the body, one of the first sentences as so many.
HEADLINE, LEAD = 4, 2
LEAD_SENTENCES = 3
# Runs of so many words are hashed, and of so many runs in a row the smallest hash is kept (winnowing).
RUN, WINDOW = 5, 6
MOST_FINGERPRINTS = 128
SIGNATURE = 8
PLACED = ("GPE", "LOC")


class Common:
    """How common each word is in news (0 rare … 5 everywhere), and what lemma it has; kept for a language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._spread = {row["word"]: int(row["spread"]) + 1 for row in language.table("word_spread")}
        self._known: dict[str, tuple[str, int]] = {}

    def look_up(self, low: str) -> tuple[str, int]:
        """The lemma of a word in small letters, and how common it is."""
        known = self._known.get(low)
        if known is None:
            if len(self._known) >= 200_000:
                self._known.clear()
            lemma = morphology.lemma(low, self._language).lower()
            known = self._known[low] = lemma, max(self._spread.get(low, 0), self._spread.get(lemma, 0))
        return known


def sketch(reading: Reading, language: Language) -> Sketch:
    """What grouping keeps of a report."""
    article = reading.article
    text = article.text
    lines = [[m[0].lower() for m in _WORD.finditer(text, s.start, s.end)] for s in reading.sentences]
    title = article.title or reading.credits.title or ""
    words = _words([w[0].lower() for w in _WORD.finditer(title)], lines, language)
    prints = tuple(sorted(_fingerprints([w for line in lines for w in line])))[:MOST_FINGERPRINTS]
    return Sketch(
        article=article.id,
        source=article.source,
        url=article.url,
        outlet=article.outlet,
        title=title or None,
        published=article.published,
        day=reading.anchor.day,
        day_from=reading.anchor.origin if reading.anchor.day else None,
        words=words,
        names=_names(reading, ("PER", "ORG")),
        places=_names(reading, PLACED),
        figures=_figures(reading),
        events=tuple(sorted({e.type for e in reading.events})),
        days=_days(reading),
        signature=prints[:SIGNATURE],
        fingerprints=prints,
    )


def _words(headline: Sequence[str], lines: Sequence[Sequence[str]], language: Language) -> tuple[int, ...]:
    counts: Counter[str] = Counter()
    for w in headline:
        counts[w] += HEADLINE
    for n, line in enumerate(lines):
        for w in line:
            counts[w] += LEAD if n < LEAD_SENTENCES else 1
    common = language.derive(Common)
    weights: dict[str, float] = {}
    for w, n in counts.items():
        if len(w) < 3 or w[0].isdigit():
            continue
        lemma, spread = common.look_up(w)
        if spread < 5:
            weights[lemma] = weights.get(lemma, 0.0) + n * (5 - spread)
    kept = sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:MOST_WORDS]
    return tuple(sorted(term(lemma, _step(w)) for lemma, w in kept))


def _step(weight: float) -> int:
    return next((n for n, end in enumerate(STEPS) if weight <= end), len(STEPS))


def _names(reading: Reading, types: Sequence[str]) -> tuple[int, ...]:
    counts: Mapping[str, int] = {n.name.casefold(): len(n.mentions) for n in reading.names if n.type in types}
    return tuple(sorted(term(name, min(15, n)) for name, n in counts.items()))


def _figures(reading: Reading) -> tuple[int, ...]:
    return tuple(sorted({term(f"{f.measure} {f.low} {f.high}", 0) for f in reading.figures if f.low is not None}))


def _days(reading: Reading) -> tuple[int, ...]:
    out = set()
    for d in reading.dates:
        if d.value and len(d.value) >= 10 and "/" not in d.value:
            try:
                out.add(date.fromisoformat(d.value[:10]).toordinal())
            except ValueError:
                continue
    return tuple(sorted(out))


def _fingerprints(words: Sequence[str]) -> Iterator[int]:
    hashes = [hashed(" ".join(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1))]
    return iter({min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1))})
