"""Stories in a stream: how well labelled events are kept together and apart, and that time and memory are those of a stream.

    python tools/bench_stories.py accuracy SHARED          # the 12,575 articles; B-cubed over labelled events
    python tools/bench_stories.py million [ARTICLES]       # so many perturbed sketches in one stream, memory by fifths

B-cubed after Bagga and Baldwin (1998) over the labelled articles; strays are the mean share of unlabelled articles in the stories that hold
labelled ones. The events are those of the corpus (chosen by pattern, not cleaned) and ours in tests/gold/stories (ids, labelled by reading
headlines and first sentences): `tune` was looked at while thresholds were set, `measure` only scored.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from runut import face
from runut.comparing import stories
from runut.memory import measure_peak
from runut.model import Sketch, Stories

ROOT = Path(__file__).resolve().parent.parent
EVENTS = ROOT / "tests" / "gold" / "stories"
SIZES = (10_000, 20_000, 40_000, 80_000, 160_000)
# Of a day in the streams that are timed (the least of them runs over ten days, longer than any two reports are held together); and of a
# day in the long one: a million a year.
A_DAY, A_DAY_LONG = 1_000, 2_740
FIRST = date(2031, 1, 1)
# Each size is run so many times, and the least time counts: what other work on the machine adds is no property of the program.
RUNS = 2


@dataclass(frozen=True)
class Score:
    """B-cubed precision and recall over `labelled` articles of `events`, in how many `told` stories, and the share of `strays`."""

    precision: float
    recall: float
    strays: float
    labelled: int
    events: int
    told: int

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def score(told: Stories, events: Mapping[str, Iterable[str]], article_of: Mapping[str, str]) -> Score:
    """Stories against events, whose members are ids of the corpus; `article_of` gives the article's id for each."""
    label = {article_of[i]: event for event, members in events.items() for i in members if i in article_of}
    home = {a.id: n for n, s in enumerate(told.stories) for a in s.articles}
    size = Counter(home[a] for a in label)
    whole = Counter(label.values())
    both = Counter((home[a], event) for a, event in label.items())
    strays = [sum(a.id not in label for a in told.stories[n].articles) / len(told.stories[n].articles) for n in size]
    return Score(
        sum(both[home[a], e] / size[home[a]] for a, e in label.items()) / len(label),
        sum(both[home[a], e] / whole[e] for a, e in label.items()) / len(label),
        sum(strays) / len(strays),
        len(label),
        len(whole),
        len(size),
    )


def load_events(shared: Path) -> dict[str, dict[str, list[str]]]:
    """The sets of labelled events by name."""
    sets = {"corpus": json.loads((shared / "data/news/events.json").read_text("utf-8"))}
    return sets | {name: json.loads((EVENTS / f"{name}.json").read_text("utf-8")) for name in ("tune", "measure")}


def measure_accuracy(shared: Path) -> str:
    """The block of docs/accuracy.md."""
    source = shared / "data/news/articles.jsonl.gz"
    began, own, kids = time.monotonic(), time.process_time(), _of_children()
    told, kept = face.stories(str(source), workers=2)
    seconds, own, kids = time.monotonic() - began, time.process_time() - own, _of_children() - kids
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        ids = [json.loads(line)["id"] for line in lines]
    number = {s.source.rpartition("#")[2]: s.article for s in kept.sketches}
    article_of = {i: number[str(n)] for n, i in enumerate(ids, 1) if str(n) in number}
    rows = [
        "| labelled events | articles | events | stories that hold them | B³ precision | B³ recall | B³ F1 | strays |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, events in load_events(shared).items():
        s = score(told, events, article_of)
        rows.append(
            f"| {name} | {s.labelled} | {s.events} | {s.told} | {s.precision:.3f} | {s.recall:.3f} | **{s.f1:.3f}** | {s.strays:.2f} |"
        )
    largest = ", ".join(str(len(s.articles)) for s in told.stories[:8])
    alone = sum(len(s.articles) == 1 for s in told.stories)
    rows += [
        "",
        f"{len(kept.sketches):,} articles in {len(told.stories):,} stories ({alone:,} of one report; the largest {largest}) and "
        f"{len(told.families):,} families of copies. Reading in two processes took {kids:.0f} s of the processor, the rest "
        f"{own:.0f} s; {seconds:.0f} s by the clock.",
    ]
    return "\n".join(rows)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def perturbed(base: Sequence[Sketch], count: int, a_day: int = A_DAY) -> Iterator[Sketch]:
    """So many sketches made from real ones, in order of their days: round by round three quarters of the words and all runs of words
    become others, the same in all reports of a round, and each report loses some of its own. So the events of a round are new, with
    part of the language in common.
    """
    chance = Random(1)
    rows = sorted(base, key=stories.order)
    for at in range(count):
        turn, n = divmod(at, len(rows))
        s = rows[n]
        day = FIRST + timedelta(at // a_day)
        words = [w if (w >> 4) % 4 == 0 else _other(w >> 4, turn) << 4 | w & 15 for w in s.words]
        prints = sorted(_other(p, turn) for p in s.fingerprints)
        yield replace(
            s,
            article=f"{day.toordinal():07}{at:09}",
            day=day.isoformat(),
            day_from="metadata",
            days=(),
            words=tuple(sorted(chance.sample(words, len(words) * 9 // 10))),
            fingerprints=tuple(prints),
            signature=tuple(prints[:8]),
        )


def _other(value: int, turn: int) -> int:
    return (value * 0x9E3779B97F4A7C15 + turn * 0xD1B54A32D192ED03) % (1 << 58)


def draw_base(shared: Path, every: int = 1) -> list[Sketch]:
    """The sketches of every so many real articles."""
    from runut import intake, sketches

    items = (
        item for n, item in enumerate(intake.take_in([str(shared / "data/news/articles.jsonl.gz")])) if not n % every
    )
    return [s for s in sketches.draw(items, workers=2) if isinstance(s, Sketch)]


def run_stream(base: Sequence[Sketch], count: int, a_day: int = A_DAY) -> dict[str, Any]:
    """One stream: seconds of the processor without making the sketches, the peak of memory after each fifth, and what was told."""
    making, fifths, told, reports = 0.0, [], 0, 0

    def watched() -> Iterator[Sketch]:
        nonlocal making
        source = perturbed(base, count, a_day)
        for n in range(count):
            began = time.process_time()
            sketch = next(source)
            making += time.process_time() - began
            yield sketch
            if (n + 1) % (count // 5) == 0:
                fifths.append(measure_peak() / 1024)

    began = time.process_time()
    for part in stories.flow(watched()):
        told += len(part.stories)
        reports += sum(len(s.articles) for s in part.stories)
    seconds = time.process_time() - began - making
    if reports != count:
        raise RuntimeError(f"{count} reports went in and {reports} came out")
    return {"count": count, "seconds": seconds, "fifths": fifths, "stories": told}


def measure_stream(shared: Path) -> str:
    """The block of docs/performance.md."""
    base = draw_base(shared)
    rows = [
        "| articles | signatures' bands, pairs, links and stories, s of the processor | times the half | stories | peak MB |"
    ]
    rows.append("|---|---|---|---|---|")
    before = None
    for count in SIZES:
        with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
            runs = [pool.apply(run_stream, (base, count)) for _ in range(RUNS)]
        made = min(runs, key=lambda run: run["seconds"])
        times = f"{made['seconds'] / before:.2f}" if before else ""
        rows.append(
            f"| {count:,} | {made['seconds']:.1f} | {times} | {made['stories']:,} | {max(made['fifths']):.0f} |"
        )
        before = made["seconds"]
    return "\n".join(rows)


def main() -> int:
    what, *rest = sys.argv[1:] or [""]
    if what == "accuracy":
        print(measure_accuracy(Path(rest[0])))
    elif what == "million":
        shared = ROOT.parent / "shared"
        made = run_stream(draw_base(shared), int(rest[0]) if rest else 1_000_000, A_DAY_LONG)
        slope = made["fifths"][-1] / made["fifths"][0] - 1
        print(json.dumps(made), f"memory after the first fifth: {slope:+.1%}", sep="\n")
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
