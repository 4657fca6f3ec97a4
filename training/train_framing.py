"""Fit the weights by which the wordings that an editor lists are told from all others, and write their table.

    python training/train_framing.py [FOLDER …] [--out src/runut/lang/id/framing_weights.tsv] [--shared ../shared]

A logistic regression (scikit-learn, ridge penalty) on every run of words of the annotated cases that have the layer framing: those of
GROUPS, each counted by the care that its readers took, and the case folders of each FOLDER. Prints the judge's figure twice: each event by
weights fitted on all other events (cases whose names begin alike are one event), and all by the weights that are written.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import score_gold  # noqa: E402 (a tool, no package)

from runut import pipeline  # noqa: E402
from runut.comparing import anchors, entities, framing  # noqa: E402
from runut.comparing.ages import by_age  # noqa: E402
from runut.comparing.wordings import Key, find_atoms, find_features, make_lexicon  # noqa: E402
from runut.intake import take_in  # noqa: E402
from runut.model import Article  # noqa: E402

OUT = ROOT / "src" / "runut" / "lang" / "id" / "framing_weights.tsv"
# How much a run of words counts by the group of its case: the given cases most, then those read in many layers or more than once, then
# those that were read once by one reader. With all alike *sealed* (in none of this) has .553 of its wordings, with these .577.
GROUPS = {"seen": 5.0, "tune": 2.5, "light": 2.5, "ledger": 2.5, "large": 1.0, "held": 1.0, "unread": 1.0}
# A feature of fewer wordings or fewer events has no weight; the inverse of the penalty. By the figures of events left out.
LEAST_SEEN, LEAST_EVENTS, LOOSENESS = 20, 3, 0.5
# The judge lets so many wordings be told for one of the gold's.
ALLOWED = 5
HEADER = """\
# What speaks for and against a run of words as a telling choice of words: log odds, made by training/train_framing.py from {cases}
# annotated cases ({wordings} runs in {reports} reports). `seen`: how many of these runs have the feature.
feature\tweight\tseen
"""

Features = dict[str, float]


@dataclass(frozen=True)
class Case:
    """A story that was read: its wordings with their features, which of them are annotated, and how many annotated ones there are."""

    event: str
    care: float
    weighed: framing.Weighed
    features: dict[Key, Features]
    wanted: frozenset[Key]
    reports: int


def read_case(name: str, folder: Path, care: float = 1.0) -> Case | None:
    """The wordings of a case, None where framing is not annotated."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    if not gold.get("framing"):
        return None
    languages = score_gold.tables()
    language = languages["id"]
    files = score_gold.case_files(folder)
    articles = [a for a in take_in(files) if isinstance(a, Article)]
    glances = [pipeline.glance(article, languages) for article in articles]
    settled = anchors.settle(glances)
    readings = by_age(pipeline.read(first, settled[first.article.id], languages) for first in glances)
    weighed = framing.find_weighed(readings, entities.join(readings, language), language)
    lexicon = language.derive(make_lexicon)
    sizes = [len(reading.article.text) for reading in readings]
    features: dict[Key, Features] = {}
    for key in weighed.wordings:
        row: defaultdict[str, float] = defaultdict(float)
        once, around = find_atoms(key, weighed.wordings, sizes, weighed.words)
        for atoms, share in ((once, 1.0), (around, 3 / max(1, len(around)))):
            for feature in (f for atom in atoms for f in find_features(atom, weighed.words, lexicon)):
                row[feature] += share
        features[key] = dict(row)
    wanted = frozenset((t["term"].lower(), t["voice"]) for f in gold["framing"] for t in f["terms"])
    return Case(name.split("-")[0].rstrip("0123456789"), care, weighed, features, wanted, len(readings))


def fit(cases: Sequence[Case]) -> Features:
    """The weights of the features that are seen often enough."""
    seen: Counter[str] = Counter()
    events: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        for row in case.features.values():
            seen.update(row.keys())
            for feature in row:
                events[feature].add(case.event)
    kept = {f for f, n in seen.items() if n >= LEAST_SEEN and len(events[f]) >= LEAST_EVENTS}
    rows = [{f: x for f, x in row.items() if f in kept} for case in cases for row in case.features.values()]
    right = [key in case.wanted for case in cases for key in case.features]
    care = [case.care for case in cases for _ in case.features]
    vectors = DictVectorizer()
    model = LogisticRegression(C=LOOSENESS, max_iter=1000, fit_intercept=False)
    model.fit(vectors.fit_transform(rows), right, sample_weight=care)
    return dict(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))


def score(cases: Iterable[Case], weights: Features) -> Counter[str]:
    """The judge's counts: annotated wordings, those told, and those told rightly, less where too many are told."""
    out: Counter[str] = Counter()
    for case in cases:
        odds = {key: sum(weights.get(f, 0.0) * x for f, x in row.items()) for key, row in case.features.items()}
        told = framing.choose(replace(case.weighed, odds=odds))
        right = len(case.wanted & set(told))
        keep = min(1.0, ALLOWED * len(case.wanted) / len(told)) if told else 1.0
        out.update(gold=len(case.wanted), told=len(told))
        out["right"] += right * keep  # type: ignore[assignment]
    return out


def show(name: str, n: Counter[str]) -> str:
    """A line of figures."""
    return f"{name:20} found {n['right'] / n['gold']:.3f} of {n['gold']}, {n['told']} told"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        found: dict[str, tuple[Path, float]] = {}
        for group, care in (*GROUPS.items(), *((folder, 1.0) for folder in options.folders)):
            for name, folder in score_gold.folders(options.shared, group, Path(tmp)).items():
                found[name] = folder, care
        cases: list[Case] = [c for name, of in sorted(found.items()) if (c := read_case(name, *of)) is not None]
    out: Counter[Any] = Counter()
    for event in sorted({case.event for case in cases}):
        weights = fit([case for case in cases if case.event != event])
        out.update(score([case for case in cases if case.event == event], weights))
    weights = fit(cases)
    print(show("event left out", out), show("all", score(cases, weights)), sep="\n")
    seen = Counter(f for case in cases for row in case.features.values() for f in row)
    header = HEADER.format(
        cases=len(cases),
        wordings=sum(len(case.features) for case in cases),
        reports=sum(case.reports for case in cases),
    )
    rows = "".join(f"{f}\t{w:.2f}\t{seen[f]}\n" for f, w in sorted(weights.items()) if f"{abs(w):.2f}" != "0.00")
    options.out.write_text(header + rows, "utf-8")
    print(f"{options.out}: {len(weights)} features")


if __name__ == "__main__":
    main()
