"""Reading speed and memory beside other programs, on a fixed 2,000 real articles in one run: `./dev bench speed`.

Each program runs in a process and a thread of its own, one after another, on the same file; a second is one of the processor, so that
other work on the machine counts little. A word is what white space parts. spaCy's pipeline does less (tokens, parts of speech, names): see
tools/bench_spacy.py. Lemmas are of every word of letters and hyphens, as it comes, each program with its own memory, empty at first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import bench_lemmas
import bench_spacy

from runut import comparing, face, lang, pipeline, telling
from runut.comparing import anchors
from runut.exports import html
from runut.intake import take_in
from runut.lang import morphology
from runut.memory import measure_peak
from runut.model import Article, Reading

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path("data") / "news" / "articles.jsonl.gz"
NAMES = Path("data") / "ner" / "idner-news-2k"
SAMPLE, EVERY = 2000, 6
GOAL, TIMES, MEMORY, FIRST, THIRD = 40_000, 4, 400, 1.0, 1 / 3
# The first result is timed so often.
STARTS = 5
# spaCy takes a thousand texts at a time unless told; whole reports then need 6 GB.
BATCH = 64
# What the libraries of numbers ask how many threads they may use: one, as ours.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Figures = dict[str, Any]


def write_sample(shared: Path, target: Path) -> int:
    """Every sixth article of the corpus, 2,000, as JSON lines; how many words they have."""
    words = 0
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in islice(lines, 0, SAMPLE * EVERY, EVERY):
            words += len(json.loads(line)["text"].split())
            out.write(line)
    return words


def texts(sample: Path) -> Iterator[str]:
    with sample.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def read_on(sample: Path) -> Figures:
    """Read a file of articles one after another, keeping nothing."""
    using = face.languages()

    def work() -> None:
        for item in face.read_all(sample, using=using):
            if not isinstance(item, Reading):
                raise RuntimeError(f"{item.source}: {item.reason}")

    return {"seconds": spent(work)}


def read_and_keep(sample: Path) -> Figures:
    """Read all, each step timed, and keep all readings; and what an account of a hundred of them costs beyond."""
    using = face.languages()
    articles = [item for item in take_in([sample]) if isinstance(item, Article)]
    steps: Counter[str] = Counter()

    def timed(step: pipeline.Step) -> pipeline.Step:
        def find(*needs: object) -> object:
            began = time.process_time()
            found = step.find(*needs)
            steps[step.gives] += time.process_time() - began
            return found

        return replace(step, find=find)

    first, second = pipeline.FIRST, pipeline.SECOND
    pipeline.FIRST, pipeline.SECOND = tuple(map(timed, first)), tuple(map(timed, second))  # type: ignore[misc]
    began = time.process_time()
    readings = []
    for article in articles:
        glance = pipeline.glance(article, using)
        readings.append(pipeline.read(glance, anchors.settle([glance])[article.id], using))
    elapsed = time.process_time() - began
    peak = measure_peak()
    pipeline.FIRST, pipeline.SECOND = first, second  # type: ignore[misc]
    steps["language and the rest"] = elapsed - sum(steps.values())
    told: list[Any] = []
    compared = spent(lambda: told.append(telling.tell(comparing.compare(readings[:100], using["id"]))))
    drawn = spent(lambda: html.render(told[0]))
    return {"seconds": elapsed, "peak": peak, "steps": steps.most_common(), "compared": compared, "drawn": drawn}


def read_by_spacy(sample: Path, shared: Path) -> Figures:
    """The pipeline over the same texts, in one process, keeping nothing; and the score of its names."""
    nlp = bench_spacy.pipeline(shared / NAMES)
    all_texts = list(texts(sample))

    def work() -> None:
        for _ in nlp.pipe(all_texts, batch_size=BATCH):
            pass

    seconds = spent(work)
    return {"seconds": seconds, "names": bench_spacy.measure(nlp, shared / NAMES / "test.txt").f1}


def lemmatise(sample: Path, program: str) -> Figures:
    """The lemmas of every word of the texts by one program."""
    words = [word for text in texts(sample) for word in _WORD.findall(text)]
    if program == "runut":
        language = lang.load("id")
        find: Callable[[str], object] = lambda word: morphology.analyse(word, language)  # noqa: E731
    else:
        find = bench_lemmas.peers()[program]

    def work() -> None:
        for word in words:
            find(word)

    return {"seconds": spent(work), "words": len(words)}


def first_result(sample: Path) -> tuple[float, float]:
    """Seconds by the clock from the start of `runut read` on a file to its first line, the least of some tries; and processor seconds."""
    tries = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "runut.cli", "read", str(sample)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None
            if not process.stdout.readline():
                raise RuntimeError("runut read told nothing")
            elapsed = time.perf_counter() - began
            process.kill()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        tries.append((elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return min(tries)


def measured(what: str, sample: Path, shared: Path) -> Figures:
    """One measurement in a process of its own, with the peak of its memory (MiB)."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(sample), "--shared", str(shared)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | dict.fromkeys(THREADS, "1"),
    )
    figures: Figures = json.loads(done.stdout)
    return figures | {"peak": figures["peak"] / 1024}


def measure_speed(shared: Path) -> str:
    """The tables of speed and memory."""
    bench_spacy.pipeline(shared / NAMES)  # made before the clock runs
    with tempfile.TemporaryDirectory() as tmp:
        sample = Path(tmp) / "sample.jsonl"
        words = write_sample(shared, sample)
        ours, kept, spacy = (measured(what, sample, shared) for what in ("stream", "keep", "spacy"))
        lemmas = {p: measured(f"lemmas:{p}", sample, shared) for p in ("runut", *bench_lemmas.peers())}
        first, processor = first_result(sample)
    speed, theirs = words / ours["seconds"], words / spacy["seconds"]
    field = bench_spacy.field_score(shared / NAMES).f1
    loaded = spent(lambda: lang.load("id"))
    large = [f"{name} ({s / kept['seconds']:.0%})" for name, s in kept["steps"] if s > THIRD * kept["seconds"]]
    return "\n".join(
        [
            f"{SAMPLE} real articles (every {EVERY}th of the corpus), {words:,} words, Python {platform.python_version()}; each program",
            "in one process of its own, one after another, in one run:",
            "",
            "| | goal | measured |",
            "|---|---|---|",
            f"| full reading, all layers, words a second | ≥ {GOAL:,} | **{speed:,.0f}** ({SAMPLE / ours['seconds']:.0f} articles) |",
            f"| small spaCy pipeline (tokens, parts of speech, names), words a second | | {theirs:,.0f} |",
            f"| full reading beside it | ≥ {TIMES} times | **{speed / theirs:.1f} times** |",
            f"| peak memory of a reading that keeps nothing | < {MEMORY} MB | **{ours['peak'] * 1.048576:.0f} MB** |",
            f"| peak memory with all {SAMPLE} readings kept | | {kept['peak'] * 1.048576:.0f} MB |",
            f"| peak memory of the spaCy pipeline | | {spacy['peak'] * 1.048576:.0f} MB |",
            f"| from the start of `runut read` to its first result | < {FIRST:.0f} s | **{first:.2f} s** |",
            f"| … of the processor; of that, tables of Indonesian | | {processor:.2f} s; {loaded * 1000:.0f} ms |",
            "",
            f"The pipeline of spaCy {version('spacy')} is its own default for Indonesian on a processor, trained on what our name model is",
            "trained on (`tools/bench_spacy.py`).",
            f"That it is no straw man: names of the IDNer-News-2k test part, strict F1, spaCy {spacy['names']:.3f}, our field {field:.3f}.",
            "",
            "| lemmas of the same words | words a second |",
            "|---|---|",
            *(f"| {name_of(p)} | {f['words'] / f['seconds']:,.0f} |" for p, f in lemmas.items()),
            "",
            f"{lemmas['runut']['words']:,} words in running order; every program remembers forms that it has had, or has them in a list.",
            "",
            "| step | share of the time | words a second by itself |",
            "|---|---|---|",
            *(f"| {name} | {s / kept['seconds']:.0%} | {words / s:,.0f} |" for name, s in kept["steps"]),
            "",
            f"More than a third of the time: {', '.join(large) or 'no step'}.",
            f"An account of 100 unrelated reports beyond reading: {kept['compared']:.2f} s; its page: {kept['drawn']:.2f} s.",
            "Command: `./dev bench speed`; seconds are the processor's, except to the first result (least of five). Compare only within",
            "one run.",
        ]
    )


def name_of(program: str) -> str:
    return "**runut**" if program == "runut" else f"{program} {version(program)}"


def version(program: str) -> str:
    from importlib.metadata import version as find

    return find(program.lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", help="stream, keep, spacy or lemmas:PROGRAM: one measurement, as JSON")
    parser.add_argument("sample", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options = parser.parse_args()
    what, _, program = options.what.partition(":")
    figures = {
        "stream": lambda: read_on(options.sample),
        "keep": lambda: read_and_keep(options.sample),
        "spacy": lambda: read_by_spacy(options.sample, options.shared),
        "lemmas": lambda: lemmatise(options.sample, program),
    }[what]()
    print(json.dumps({"peak": measure_peak()} | figures))


if __name__ == "__main__":
    main()
