"""Fit the weights by which two figures are held to count the same thing, and write their table.

    python training/train_series.py [--out src/runut/lang/id/series_weights.tsv] [--shared ../shared] [--also FOLDER] [--quick]

A logistic regression (Newton's method, ridge penalty) on the pairs of figures that the reading finds and a reader annotated, in the cases
of the groups `seen`, `tune`, `light` and `ledger` that have series: did the reader set the two side by side? Prints the judge's pairs
twice: each case by weights fitted on all other cases, and all by the weights that are written. No library is needed.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
sys.path.insert(0, str(ROOT / "training"))

import score_gold  # noqa: E402 (a tool, no package)
from train_events import _odds, _solve  # noqa: E402

from runut import pipeline  # noqa: E402
from runut.comparing import anchors, entities, families, grouping, likeness, off_story, series_words, tolls  # noqa: E402
from runut.comparing import points as points_  # noqa: E402
from runut.comparing.ages import by_age  # noqa: E402
from runut.comparing.points import Point  # noqa: E402
from runut.comparing.verdicts import settle  # noqa: E402
from runut.intake import take_in  # noqa: E402
from runut.model import Article  # noqa: E402

OUT = ROOT / "src" / "runut" / "lang" / "id" / "series_weights.tsv"
GROUPS = ("seen", "tune", "light", "ledger")
# A feature seen less often has no weight; the ridge penalty, chosen by the log loss over the cases left out (4: .211, 8: .203, 20: .178).
LEAST_SEEN, PENALTY, ROUNDS = 8, 20.0, 6
# The overlap of numbers at which the judge takes a figure as found.
OVERLAP = 0.5
HEADER = """\
# What speaks for and against two figures counting the same thing: log odds, made by training/train_series.py from {cases} annotated cases
# ({pairs} pairs of figures, {same} of them side by side). `seen`: how many of these pairs have the feature.
feature\tweight\tseen
"""

Weights = dict[str, float]
Row = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)
class Story:
    """A case that was read: its points, the gold's number of each, the gold's series as sets of numbers, and what is seen at each pair."""

    case: str
    points: list[Point]
    gold_of: dict[str, int]
    series: list[set[int]]
    rows: Counter[Row]


def read_case(case: str, folder: Path, judge: Any) -> Story | None:
    """A case as comparing sees it; None where no reader annotated its series."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    if "series" not in gold.get("layers", ["series"]):
        return None
    languages = score_gold.tables()
    articles = [a for a in take_in([str(folder / x["file"]) for x in gold["articles"]]) if isinstance(a, Article)]
    glances = sorted((pipeline.glance(a, languages) for a in articles), key=lambda g: g.article.id)
    settled = anchors.settle(glances, None, languages)
    readings = by_age(tuple(pipeline.read(g, settled[g.article.id], languages) for g in glances))
    language = languages["id"]
    ents, fams = entities.join(readings, language), families.group(readings, language)
    away = {s.article for s in off_story.find(readings, ents, language)}
    points = points_.find(
        tuple(r for r in readings if r.article.id not in away),
        {a: f.id for f in fams for a in f.articles},
        {member: e.id for e in ents for member in e.members},
        language.derive(series_words.words_of),
    )
    names = {Path(r.article.source.split("#")[0]).name: r.article for r in readings}
    of = {x["id"]: names[x["file"]] for x in gold["articles"]}
    told = []
    for f in gold["figures"]:
        text = of[f["a"]].text
        at = judge.find(text, f["text"], f.get("nth", 1))[0] + f["text"].find(f["number"])
        told.append((of[f["a"]].id, (at, at + len(f["number"])), f))
    mine = [(p.report, (p.figure.number.start, p.figure.number.end), p.figure.id) for p in points]
    pairs = judge.greedy(told, mine, lambda a, b: judge.iou(a[1], b[1]), OVERLAP)
    gold_of = {mine[j][2]: i for i, j in pairs}
    series = [_members(s, gold["figures"]) for s in gold["series"]]
    return Story(case, points, gold_of, [s for s in series if len(s) > 1], _rows(points, gold_of, series))


def _members(series: dict[str, Any], figures: Sequence[dict[str, Any]]) -> set[int]:
    """The gold's figures in one of its series, as the judge finds them."""
    return {
        i
        for point in series["points"]
        for i, f in enumerate(figures)
        if f["a"] == point["a"]
        and f["number"] == point["number"]
        and f["measure"] == series["measure"]
        and (not point.get("text") or point["text"] in f["text"] or f["text"] in point["text"])
    }


def _rows(points: Sequence[Point], gold_of: dict[str, int], series: Sequence[set[int]]) -> Counter[Row]:
    """What is seen at each pair of figures that the reader annotated, and whether the two are in one series, each kind of pair counted."""
    setting = likeness.set_up(points)
    homes: dict[int, set[int]] = defaultdict(set)
    for n, members in enumerate(series):
        for i in members:
            homes[i].add(n)
    known = [p for p in points if p.figure.id in gold_of]
    return Counter(
        (
            tuple(sorted(likeness.find_features(a, b, setting))),
            bool(homes[gold_of[a.figure.id]] & homes[gold_of[b.figure.id]]),
        )
        for a, b in combinations(known, 2)
        if likeness.comparable(a, b)
    )


def fit(stories: Iterable[Story]) -> Weights:
    """The weights of the features that are seen often enough."""
    rows: Counter[Row] = Counter()
    for story in stories:
        rows.update(story.rows)
    seen = Counter({f: 0 for (features, _) in rows for f in features})
    for (features, _), n in rows.items():
        for f in features:
            seen[f] += n
    names = sorted(f for f, n in seen.items() if n >= LEAST_SEEN)
    index = {f: i for i, f in enumerate(names)}
    data = [([index[f] for f in features if f in index], float(y), n) for (features, y), n in sorted(rows.items())]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-PENALTY * w for w in weights]
        bend = [[PENALTY * (i == j) for j in range(len(names))] for i in range(len(names))]
        for on, y, n in data:
            p = _odds(sum(weights[i] for i in on))
            for i in on:
                slope[i] += n * (y - p)
                row = bend[i]
                for j in on:
                    row[j] += n * p * (1 - p)
        weights = [w + step for w, step in zip(weights, _solve(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def score(story: Story, weights: Weights) -> Counter[str]:
    """The judge's counts of pairs, told and right, and the log loss of a story by some weights."""
    groups = grouping.group(story.points, tolls.find(story.points), weights)
    known = set().union(*story.series) if story.series else set()
    told = [
        {story.gold_of[p.figure.id] for p in g if p.figure.id in story.gold_of} & known for g in groups if settle(g)
    ]

    def pairs(sets: Iterable[set[int]]) -> set[tuple[int, int]]:
        return {(x, y) for s in sets for x in s for y in s if x < y}

    gold, mine = pairs(story.series), pairs(told)
    out = Counter(gold=len(gold), told=len(mine), right=len(gold & mine), pairs=story.rows.total())
    for (features, y), n in story.rows.items():
        z = likeness.weigh_pair(features, weights)
        out["loss"] += n * math.log1p(math.exp(-z if y else z))  # type: ignore[assignment]
    return out


def show(name: str, n: Counter[str]) -> str:
    """A line of figures."""
    f1 = 2 * n["right"] / (n["told"] + n["gold"]) if n["told"] + n["gold"] else 1.0
    right = n["right"] / n["told"] if n["told"] else 1.0
    return f"{name:24} f1 {f1:.3f}  right {right:.3f} (of {n['told']})  gold {n['gold']}  log loss {n['loss'] / max(1, n['pairs']):.4f}"


def write(stories: Sequence[Story], weights: Weights) -> str:
    """The table of weights."""
    seen: Counter[str] = Counter()
    same = 0
    for story in stories:
        for (features, y), n in story.rows.items():
            same += n * y
            for f in features:
                seen[f] += n
    header = HEADER.format(cases=len(stories), pairs=sum(s.rows.total() for s in stories), same=same)
    return header + "".join(f"{f}\t{w:.2f}\t{seen[f]}\n" for f, w in sorted(weights.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--quick", action="store_true", help="write the table only, no case left out")
    parser.add_argument("--also", default=None, metavar="FOLDER", help="a folder of more case folders")
    options = parser.parse_args()
    judge = score_gold.judge(options.shared)
    with tempfile.TemporaryDirectory() as tmp:
        folders = {}
        for group in (*GROUPS, *([options.also] if options.also else [])):
            folders.update(score_gold.folders(options.shared, group, Path(tmp)))
        found = [read_case(case, folder, judge) for case, folder in sorted(folders.items())]
    stories = [s for s in found if s is not None]
    out: Counter[str] = Counter()
    for story in [] if options.quick else stories:
        counts = score(story, fit(s for s in stories if s is not story))
        print(show(story.case, counts), flush=True)
        out.update(counts)
    weights = fit(stories)
    every: Counter[str] = Counter()
    for story in stories:
        every.update(score(story, weights))
    print(show("case left out", out), show("all", every), sep="\n")
    options.out.write_text(write(stories, weights), "utf-8")
    print(f"{options.out}: {len(weights)} features")


if __name__ == "__main__":
    main()
