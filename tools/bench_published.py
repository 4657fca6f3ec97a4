"""Measure the day that a report has without its metadata: `python tools/bench_published.py [--every N] [--wrong]`.

Two tables, each against the stamp that is taken away, in Jakarta's day:

- what a report tells of itself: every Nth article of the corpus beside the checkout, without stamp and address. A day told as `or later`
  holds where the report is of that day or one after it; it is also said how often it is the very day.
- the day from which it counts: each article of the corpus's events, without stamp and address, among the eight reports of the same event
  nearest in time, which keep theirs.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from runut import lang, pipeline
from runut.comparing import anchors
from runut.intake.published import read_stamp
from runut.model import Article

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path("data") / "news"
JAKARTA = timezone(timedelta(hours=7))
# Every so many-th article: 2,500 of them in a quarter of a minute.
EVERY = 5
# So many reports of the event on either side, by day: a case of eight.
NEIGHBOURS = 4


@dataclass
class Tally:
    """How often a day was told, held, and was the very day."""

    told: int = 0
    held: int = 0
    exact: int = 0

    def count(self, told: date, true: date, or_later: bool) -> bool:
        holds = told == true or (or_later and told < true)
        self.told, self.held, self.exact = self.told + 1, self.held + holds, self.exact + (told == true)
        return holds


def true_day(stamp: str) -> date:
    """The day of a stamp in Jakarta; one without a clock or zone is as it is."""
    if len(stamp) <= 10:
        return date.fromisoformat(stamp)
    instant = datetime.fromisoformat(stamp)
    return (instant.astimezone(JAKARTA) if instant.utcoffset() is not None else instant).date()


def articles(shared: Path) -> Iterator[tuple[dict[str, Any], Article]]:
    """The corpus's articles that have a stamp, each with it."""
    with gzip.open(shared / NEWS / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            stamp = read_stamp(row["published"])
            if stamp is not None:
                parts = {k: row[k] for k in ("id", "text", "title", "outlet")}
                yield row, Article(source="corpus", sha256="", published=stamp, **parts)


def measure_own_day(shared: Path, every: int = EVERY) -> tuple[dict[str, Tally], int, list[str]]:
    """By rule how the days told hold, how many articles were read, and a line for every day that does not hold."""
    languages = {"id": lang.load("id")}
    tallies: dict[str, Tally] = {}
    read, lines = 0, []
    for n, (row, article) in enumerate(articles(shared)):
        if n % every:
            continue
        glance = pipeline.glance(replace(article, published=None), languages)
        if glance.language != "id":
            continue
        read += 1
        credits = glance.credits
        if credits.published is None or credits.published_rule is None:
            continue
        told, true = date.fromisoformat(credits.published[:10]), true_day(article.published or "")
        if not tallies.setdefault(credits.published_rule, Tally()).count(told, true, credits.published_or_later):
            lines.append(f"{row['id']} {row['outlet']}: {told} by {credits.published_rule}, is {true}")
    return tallies, read, lines


def measure_anchors(shared: Path) -> dict[str, Tally]:
    """By origin how the anchors of reports among those of their event are right."""
    languages = {"id": lang.load("id")}
    events = json.loads((shared / NEWS / "events.json").read_text("utf-8"))
    of = {id_: name for name, ids in events.items() for id_ in ids}
    groups: dict[str, list[Article]] = {}
    for _, article in articles(shared):
        if article.id in of:
            groups.setdefault(of[article.id], []).append(article)
    tallies: dict[str, Tally] = {}
    for group in groups.values():
        group.sort(key=lambda a: (true_day(a.published or ""), a.id))
        full = [pipeline.glance(a, languages) for a in group]
        for n, article in enumerate(group):
            bare = pipeline.glance(replace(article, published=None), languages)
            if bare.language != "id":
                continue
            near = full[max(0, n - NEIGHBOURS) : n] + full[n + 1 : n + 1 + NEIGHBOURS]
            anchor = anchors.settle([*near, bare], None, languages)[article.id]
            tally = tallies.setdefault(anchor.origin or "none", Tally())
            if anchor.day is None:
                tally.told += 1
            else:
                tally.count(date.fromisoformat(anchor.day), true_day(article.published or ""), False)
    return tallies


def table(shared: Path, every: int = EVERY) -> tuple[str, list[str]]:
    """Both measurements as markdown, and the lines of what does not hold."""
    own, read, lines = measure_own_day(shared, every)
    told, held = sum(t.told for t in own.values()), sum(t.held for t in own.values())
    rows = ["| what the text tells of its day, by rule | told | holds | is the very day |", "|---|---|---|---|"]
    rows += [
        f"| `{name}` | {t.told} | {t.held / t.told:.1%} | {t.exact / t.told:.1%} |" for name, t in sorted(own.items())
    ]
    rows.append(
        f"\n{read} reports without stamp and address: a day told for {told / read:.1%}, wrong for {(told - held) / read:.1%}.\n"
    )
    rows += ["| the day counted from, by origin | reports | right |", "|---|---|---|"]
    found = measure_anchors(shared)
    rows += [f"| {name} | {t.told} | {t.exact / t.told:.1%} |" for name, t in sorted(found.items())]
    return "\n".join(rows), lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--every", type=int, default=EVERY, help="take every Nth article")
    parser.add_argument("--wrong", action="store_true", help="a line for every day that does not hold too")
    options = parser.parse_args()
    markdown, lines = table(options.shared, options.every)
    print(markdown)
    if options.wrong:
        print(*lines, sep="\n")


if __name__ == "__main__":
    main()
