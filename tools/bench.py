"""Measure accuracy and speed and write the figures into the documents: `./dev bench [accuracy|speed|scale|BLOCK]`.

Accuracy, into docs/accuracy.md: the annotated cases by their own judge, the public test splits, the day of reports without metadata; into
the card of the name model what each family of its features adds. Speed, into docs/performance.md: a fixed sample of real articles beside
other programs. Scale, there too and into docs/scale.md: batch, pages, stories in a stream, the desk, the engine. Only
what stands between a document's markers is rewritten; a block's name measures that block alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import bench_batch
import bench_brief
import bench_comparing
import bench_dates
import bench_desk
import bench_engine
import bench_lemmas
import bench_names
import bench_pages
import bench_published
import bench_quotes
import bench_speed
import bench_stories
import gold_cases
import score_gold

ROOT = Path(__file__).resolve().parent.parent
# What the plan asks of cases that nobody here has seen.
GOALS = {
    "furniture": "≥ .95",
    "metadata": "≥ .93",
    "dates.value": "≥ .95",
    "figures.tracked": "≥ .93",
    "figures.speaker": "≥ .93",
    "statements.span": "≥ .93",
    "statements.whole": "≥ .88",
    "statements.via": "≥ .85",
    "statements.invented": "≤ .03",
    "entities.found": "≥ .95",
    "entities.linked_within": "≥ .93",
    "events.found": "≥ .80",
    "events.type": "≥ .85",
    "entities.linked": "≥ .93",
    "families": "≥ .90",
    "series.pairs": "≥ .88",
    "series.relation": "≥ .90",
    "timeline": "≥ .93",
    "framing": "≥ .85",
}


def write_between(document: Path, name: str, content: str) -> None:
    """Put `content` between the markers of a document's block; raises ValueError where it has none of that name."""
    begin, end = (f"<!-- written by ./dev bench, {name}: {edge} -->" for edge in ("begin", "end"))
    text = document.read_text("utf-8")
    before, begun, rest = text.partition(begin)
    _, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"{document}: no block {name}")
    document.write_text(f"{before}{begin}\n{content}\n{end}{after}", "utf-8")


def measure_accuracy(shared: Path) -> str:
    """The table of every layer, by group of cases, beside the goal and the agreement of two readers."""
    results: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as tmp:
        for group in score_gold.GROUPS:
            cases = score_gold.folders(shared, group, Path(tmp)).values()
            results[group] = [score_gold.score_case(shared, folder)[0] for folder in cases]
    across = {layer: value for layer, value in gold_cases.agree_across(shared).items() if "figures" not in layer}
    agreement = gold_cases.agree(shared) | across
    heads = [f"{group} ({len(found)} cases)" for group, found in results.items()]
    rows = [f"| layer | goal | {' | '.join(heads)} | two readers |", "|---" * (len(heads) + 3) + "|"]
    broken = sum(len(r["broken"]) for found in results.values() for r in found)
    for layer in score_gold.layers_of(r for found in results.values() for r in found):
        scored = [[r["layers"][layer] for r in found if layer in r["layers"]] for found in results.values()]
        shape = next(row for rows_ in scored for row in rows_)
        pooled = [score_gold.pool(rows_) if rows_ else None for rows_ in scored]
        cells = ["–" if value is None else f"{value:.3f}" for value in pooled]
        rows.append(
            f"| {layer} ({score_gold.kind(shape)}) | {GOALS.get(layer, '')} | {' | '.join(cells)} | "
            f"{f'{agreement[layer]:.3f}' if layer in agreement else ''} |"
        )
    whole = max(len(r["layers"]) for found in results.values() for r in found)
    light = [f"{sum(len(r['layers']) < whole for r in found)} of {group}" for group, found in results.items()]
    told = f"Not every layer is annotated in {', '.join(light)}. {broken} broken spans. Command: `./dev bench cases`."
    return "\n".join([*rows, "", told])


def measure_published(shared: Path) -> str:
    """The day of reports whose metadata were taken away."""
    return bench_published.table(shared)[0]


MEASURES = (
    ("accuracy", "accuracy.md", "cases", measure_accuracy),
    ("accuracy", "accuracy.md", "dates", bench_dates.measure_dates),
    ("accuracy", "accuracy.md", "quotations", bench_quotes.measure_quotes),
    ("accuracy", "accuracy.md", "published", measure_published),
    ("accuracy", "accuracy.md", "lemmas", bench_lemmas.measure_lemmas),
    ("accuracy", "accuracy.md", "names", bench_names.measure_names),
    ("accuracy", "models/names.md", "families", bench_names.measure_families),
    ("accuracy", "accuracy.md", "independence", bench_comparing.measure_families),
    ("accuracy", "accuracy.md", "brief", bench_brief.measure_brief),
    ("accuracy", "comparing.md", "rules", bench_comparing.measure_rules),
    ("accuracy", "accuracy.md", "stream", bench_stories.measure_accuracy),
    ("speed", "performance.md", "speed", bench_speed.measure_speed),
    ("speed", "performance.md", "stories", bench_comparing.measure_stories),
    ("scale", "performance.md", "batch", bench_batch.measure_batch),
    ("scale", "performance.md", "pages", bench_pages.measure_pages),
    ("scale", "performance.md", "flow", bench_stories.measure_stream),
    ("scale", "performance.md", "desk", bench_desk.measure_desk),
    ("scale", "scale.md", "engine", bench_engine.measure_engine),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    choices = ["accuracy", "speed", "scale", *(name for _, _, name, _ in MEASURES if name != "speed")]
    parser.add_argument("what", nargs="?", choices=choices)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        print(f"bench: no {options.shared}; the cases and corpora are not part of the project", file=sys.stderr)
        return 2
    for what, document, name, measure in MEASURES:
        if options.what in (None, what, name):
            content = measure(options.shared)
            write_between(ROOT / "docs" / document, name, content)
            print(content, end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
