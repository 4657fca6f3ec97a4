"""Measure accuracy and speed and write the figures into the documents: `./dev bench [accuracy|speed]`.

Accuracy, into docs/accuracy.md: the annotated cases by their own judge, the public test splits, the day of reports without metadata.
Speed, into docs/performance.md: a fixed sample of real articles, one process. Only what stands between a document's markers is rewritten.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import bench_dates
import bench_lemmas
import bench_published
import bench_quotes
import gold_cases
import score_gold

from runut import comparing, face, lang, pipeline, telling
from runut.comparing import anchors
from runut.exports import html
from runut.intake import take_in
from runut.model import Article

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = 1000
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
    agreement = gold_cases.agree(shared)
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
    return "\n".join([*rows, "", f"{broken} broken spans. Command: `./dev bench accuracy`."])


def sample(shared: Path) -> list[Article]:
    """Every twelfth article of the corpus, at most SAMPLE."""
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for n, line in enumerate(lines) if n % 12 == 0][:SAMPLE]
    return [a for a in take_in(records) if isinstance(a, Article)]


def measure_speed(shared: Path) -> str:
    """Reading speed by step, the command's start, and an account of many reports."""
    using = face.languages()
    articles = sample(shared)
    words = sum(len(a.text.split()) for a in articles)
    spent: Counter[str] = Counter()

    def timed(step: pipeline.Step) -> pipeline.Step:
        def find(*needs: object) -> object:
            began = time.perf_counter()
            found = step.find(*needs)
            spent[step.gives] += time.perf_counter() - began
            return found

        return replace(step, find=find)

    first, second = pipeline.FIRST, pipeline.SECOND
    pipeline.FIRST, pipeline.SECOND = tuple(map(timed, first)), tuple(map(timed, second))  # type: ignore[misc]
    began = time.perf_counter()
    readings = []
    for article in articles:
        glance = pipeline.glance(article, using)
        readings.append(pipeline.read(glance, anchors.settle([glance])[article.id], using))
    elapsed = time.perf_counter() - began
    pipeline.FIRST, pipeline.SECOND = first, second  # type: ignore[misc]
    spent["language, view and the rest"] = elapsed - sum(spent.values())
    rows = ["| step | share of the time |", "|---|---|"]
    rows += [f"| {name} | {seconds / elapsed:.0%} |" for name, seconds in spent.most_common()]
    hundred = readings[:100]
    began = time.perf_counter()
    told = telling.tell(comparing.compare(hundred, using["id"]))
    compared = time.perf_counter() - began
    began = time.perf_counter()
    html.render(told)
    drawn = time.perf_counter() - began
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "runut.cli", "--version"], check=True, capture_output=True)
    started = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    loaded = time.perf_counter()
    lang.load("id")
    loaded = time.perf_counter() - loaded
    return "\n".join(
        [
            f"{len(articles)} real articles, {words} words, Python {platform.python_version()}, one process:",
            f"**{words / elapsed:,.0f} words a second** ({len(articles) / elapsed:.0f} articles), all layers; peak memory {peak:.0f} MiB",
            "with all readings kept.",
            "",
            *rows,
            "",
            f"Start of the command {started:.2f} s, tables of Indonesian {loaded * 1000:.0f} ms.",
            f"An account of 100 unrelated reports beyond reading: {compared:.2f} s; its page: {drawn:.2f} s.",
            "Command: `./dev bench speed`. Figures depend on the load of the machine; compare only within one run.",
        ]
    )


def measure_published(shared: Path) -> str:
    """The day of reports whose metadata were taken away."""
    return bench_published.table(shared)[0]


MEASURES = (
    ("accuracy", "accuracy.md", "cases", measure_accuracy),
    ("accuracy", "accuracy.md", "dates", bench_dates.measure_dates),
    ("accuracy", "accuracy.md", "quotations", bench_quotes.measure_quotes),
    ("accuracy", "accuracy.md", "published", measure_published),
    ("accuracy", "accuracy.md", "lemmas", bench_lemmas.measure_lemmas),
    ("speed", "performance.md", "speed", measure_speed),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["accuracy", "speed"])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        print(f"bench: no {options.shared}; the cases and corpora are not part of the project", file=sys.stderr)
        return 2
    for what, document, name, measure in MEASURES:
        if options.what in (None, what):
            content = measure(options.shared)
            write_between(ROOT / "docs" / document, name, content)
            print(content, end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
