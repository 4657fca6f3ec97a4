"""The statements that tell most of a story, where each is told by one report alone: who said what, though nobody repeats it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from runut.brief import lexicon
from runut.comparing.wording import find_stems
from runut.model import Account, Statement

# So many statements are shown, those that several reports carry among them; of one speaker so many.
MOST_SHOWN, MOST_OF_ONE = 6, 2
# Shorter ones tell little by themselves; longer ones are no better for being longer.
LEAST_STEMS, ENOUGH_STEMS = 4, 12
# A headline and so many sentences say what a report is about.
OPENING = 3
# What a statement loses that only the sentence before it explains.
LEANING = 0.5


def central(account: Account, told: Collection[str], left_out: Collection[str] = ()) -> tuple[Statement, ...]:
    """The statements of named speakers that tell most of what the reports are about, the most central first.

    `told`: the statements shown already, whose number counts towards MOST_SHOWN and whose speakers count as told once; `left_out`: the
    reports and statements that are none of the story's.
    """
    spread: Counter[str] = Counter()
    lexicons = {r.id: lexicon.load(r.language) for r in account.articles}
    reports = [r for r in account.articles if r.id not in left_out]
    for report in reports:
        opening = " ".join(report.text[s.start : s.end] for s in report.sentences[:OPENING])
        spread.update(find_stems(f"{report.title or ''} {opening}"))
    of_one = Counter(key for s in account.statements if s.id in told and (key := _key(s)))
    ranked = []
    for n, s in enumerate(account.statements):
        if s.id in told or s.id in left_out or s.article in left_out or not _key(s):
            continue
        stems = find_stems(s.text)
        if len(stems) >= LEAST_STEMS:
            shared = sum(spread[stem] for stem in stems) / max(1, len(reports))
            worth = shared / max(ENOUGH_STEMS, len(stems)) * (1 - LEANING * lexicons[s.article].points_back(s.text))
            ranked.append((-worth, n, s))
    out: list[Statement] = []
    seen: set[str] = set()
    for _, _, s in sorted(ranked, key=lambda row: row[:2]):
        words = " ".join(s.text.casefold().split())
        if len(out) < MOST_SHOWN - len(told) and of_one[_key(s)] < MOST_OF_ONE and words not in seen:
            seen.add(words)
            of_one[_key(s)] += 1
            out.append(s)
    return tuple(out)


def _key(statement: Statement) -> str:
    """The entity that says it; "" where nobody is named."""
    return (statement.speaker.entity or "") if statement.speaker else ""
