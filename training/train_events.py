"""Fit the weights by which the main events of a report are told from the others, and write their table.

    python training/train_events.py [--out src/runut/lang/id/event_weights.tsv] [--shared ../shared] [--also FOLDER]… [--quick]

A logistic regression (Newton's method, ridge penalty) on every event that the reading finds in the annotated cases of the groups `seen`,
`tune`, `light`, `fresh` and `wide`: does it tell one of the main events that a reader annotated (overlap .3, as the judge matches)?
Prints the same figures twice: each case by weights fitted on all other cases, and all by the weights that are written. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import score_gold  # noqa: E402 (a tool, no package)

from runut import pipeline  # noqa: E402
from runut.comparing import anchors  # noqa: E402
from runut.intake import take_in  # noqa: E402
from runut.model import Article, Event  # noqa: E402
from runut.reading.events import find_candidates  # noqa: E402
from runut.reading.events.choosing import OF_WORD, choose, find_features, weigh  # noqa: E402

OUT = ROOT / "src" / "runut" / "lang" / "id" / "event_weights.tsv"
GROUPS = ("seen", "tune", "light", "fresh", "wide")
# How much an event of a group counts, by the care of its annotation: the guide's own examples, those of readers who made two passes over
# all layers, of readers who made one; the others count once. Counted alike, fewer of the first are found (.890 for .943).
COUNTS = {"seen": 4.0, "tune": 2.5, "wide": 0.7}
# The overlap at which the judge takes an event as found.
OVERLAP = 0.3
# A feature seen less often has no weight; the ridge penalty, and that of a word; chosen by the log loss over the cases left out.
LEAST_SEEN, PENALTY, PENALTY_OF_WORDS, ROUNDS = 4, 6.0, 8.0, 8
HEADER = """\
# What speaks for and against an event as one of the main ones: log odds, made by training/train_events.py from {cases} annotated cases
# ({candidates} events in {articles} reports). `seen`: how many of these events have the feature.
feature\tweight\tseen
"""

Weights = dict[str, float]


@dataclass(frozen=True)
class Report:
    """A report that was read: its events, what is seen at each, whether each is a main one, and the annotated ones."""

    case: str
    events: list[Event]
    features: list[list[str]]
    main: list[bool]
    gold: list[tuple[tuple[int, int], str]]
    count: float = 1.0


def read_case(case: str, folder: Path, judge: Any, count: float = 1.0) -> list[Report]:
    """The reports of a case, each day settled by all of them, as an account does; each of their events counts `count` times."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    languages = score_gold.tables()
    articles: dict[str, Article] = {}
    for entry in gold["articles"]:
        path = folder / entry["file"]
        fields = json.loads(path.read_text("utf-8")) if path.suffix == ".json" else {"text": path.read_text("utf-8")}
        (articles[entry["id"]],) = (a for a in take_in([fields]) if isinstance(a, Article))
    glances = {key: pipeline.glance(article, languages) for key, article in articles.items()}
    settled = anchors.settle(list(glances.values()))
    out = []
    for key, first in glances.items():
        article = first.article
        reading = pipeline.read(first, settled[article.id], languages, ["events"])
        candidates = find_candidates(
            article, first.view, reading.names, reading.dates, reading.statements, languages["id"]
        )
        events = [c.event for c in candidates]
        told = [
            (judge.find(article.text, e["text"], e.get("nth", 1)), e["type"]) for e in gold["events"] if e["a"] == key
        ]
        main = [any(judge.iou(span, (e.start, e.end)) >= OVERLAP for span, _ in told) for e in events]
        seen = find_features(candidates, article.title, first.view.words)
        out.append(Report(case, events, seen, main, told, count))
    return out


def fit(reports: Iterable[Report]) -> Weights:
    """The weights of the features that are seen often enough."""
    rows = [(f, y, r.count) for r in reports for f, y in zip(r.features, r.main, strict=True)]
    seen = Counter(f for features, _, _ in rows for f in features)
    names = sorted(f for f, n in seen.items() if n >= LEAST_SEEN)
    index = {f: i for i, f in enumerate(names)}
    seen_at = np.zeros((len(rows), len(names)))
    for at, (features, _, _) in enumerate(rows):
        seen_at[at, [index[f] for f in features if f in index]] = 1
    main = np.array([float(y) for _, y, _ in rows])
    count = np.array([n for _, _, n in rows])
    penalty = np.array([PENALTY_OF_WORDS if f.startswith(OF_WORD) else PENALTY for f in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-seen_at @ weights))
        slope = seen_at.T @ (count * (main - p)) - penalty * weights
        bend = (seen_at * (count * p * (1 - p))[:, None]).T @ seen_at + np.diag(penalty)
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, map(float, weights), strict=True))


def _odds(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations whose matrix is symmetric and positive (Gaussian elimination); for `train_series`."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, row in enumerate(rows):
        for other in rows[i + 1 :]:
            share = other[i] / row[i]
            for k in range(i, len(row)):
                other[k] -= share * row[k]
    out = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        out[i] = (rows[i][-1] - sum(rows[i][k] * out[k] for k in range(i + 1, len(rows)))) / rows[i][i]
    return out


def score(reports: Sequence[Report], weights: Weights, judge: Any) -> Counter[str]:
    """Counts over reports: gold and told events, those found, and of these the ones with the right type; and the log loss."""
    out: Counter[str] = Counter()
    for r in reports:
        weighed = [(weigh(f, weights), e) for f, e in zip(r.features, r.events, strict=True)]
        told = choose(weighed)
        gold = [("", span, kind) for span, kind in r.gold]
        mine = [("", (e.start, e.end), e.type) for e in told]
        pairs = judge.greedy(gold, mine, lambda a, b: judge.iou(a[1], b[1]), OVERLAP)
        right = sum(gold[i][2] == mine[j][2] for i, j in pairs)
        out.update(gold=len(gold), told=len(told), found=len(pairs), type=right, candidates=len(r.events))
        for (z, _), y in zip(weighed, r.main, strict=True):
            out["loss"] -= math.log(_odds(z if y else -z))  # type: ignore[assignment]
    return out


def show(name: str, n: Counter[str]) -> str:
    """A line of figures."""
    return (
        f"{name:20} found {n['found'] / n['gold']:.3f} ({n['found']}/{n['gold']})  right {n['found'] / n['told']:.3f} (of {n['told']})"
        f"  type {n['type'] / n['found']:.3f}  log loss {n['loss'] / n['candidates']:.4f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--quick", action="store_true", help="write the table only, no case left out")
    parser.add_argument("--also", action="append", default=[], metavar="FOLDER", help="a folder of more case folders")
    options = parser.parse_args()
    judge = score_gold.judge(options.shared)
    with tempfile.TemporaryDirectory() as tmp:
        folders = {}
        for group in (*GROUPS, *options.also):
            for case, folder in score_gold.folders(options.shared, group, Path(tmp)).items():
                folders[case] = folder, COUNTS.get(group, 1.0)
        reports = [r for case, (folder, n) in sorted(folders.items()) for r in read_case(case, folder, judge, n)]
    out: Counter[str] = Counter()
    for case in [] if options.quick else sorted(folders):
        weights = fit(r for r in reports if r.case != case)
        out.update(score([r for r in reports if r.case == case], weights, judge))
    weights = fit(reports)
    if out:
        print(show("case left out", out))
    print(show("all", score(reports, weights, judge)))
    seen = Counter(f for r in reports for features in r.features for f in features)
    header = HEADER.format(cases=len(folders), candidates=sum(len(r.events) for r in reports), articles=len(reports))
    rows = "".join(f"{f}\t{w:.2f}\t{seen[f]}\n" for f, w in sorted(weights.items()))
    options.out.write_text(header + rows, "utf-8")
    print(f"{options.out}: {len(weights)} features")


if __name__ == "__main__":
    main()
