"""What editors wanted at the top and whether it is told there: `./dev bench brief`, or `python tools/bench_brief.py [GROUP] [--lacks]`.

Strict editors (language models) read the reports of a story and then its account, and marked the passages that they missed among the lines
at the top (`tests/gold/brief`: ids, hashes, offsets). A passage is told where a line tells at least half of its words of four letters and
more, by stems. `read`: forty stories by which the rules were made, so its figure tells that nothing is broken, and little more.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runut import face
from runut.comparing.wording import find_stems

ROOT = Path(__file__).resolve().parent.parent
WANTED = ROOT / "tests" / "gold" / "brief"
# A passage is told where one line has so much of its stems.
TOLD = 0.5


@dataclass
class Tally:
    """How many passages were wanted, how many are told, and the words of all lines of so many stories."""

    stories: int = 0
    wanted: int = 0
    told: int = 0
    words: int = 0

    @property
    def share(self) -> float:
        return self.told / max(self.wanted, 1)


def is_told(passage: str, lines: list[str]) -> bool:
    """Whether one of the lines tells the passage."""
    stems = find_stems(passage)
    return any(len(stems & find_stems(line)) >= TOLD * len(stems) for line in lines)


def stories(shared: Path, group: str) -> Iterator[tuple[list[Mapping[str, Any]], list[str]]]:
    """The reports of each story of a group as records, and the passages wanted; raises ValueError where a text is another one."""
    rows = [json.loads(line) for line in (WANTED / f"{group}.jsonl").read_text("utf-8").splitlines()]
    ids = {i for row in rows for i in row["reports"]}
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        articles = {a["id"]: a for a in map(json.loads, lines) if a["id"] in ids}
    for row in rows:
        for i, sha256 in row["reports"].items():
            if hashlib.sha256(articles[i]["text"].encode()).hexdigest() != sha256:
                raise ValueError(f"article {i} has another text than the one that was read")
        yield (
            [articles[i] for i in row["reports"]],
            [articles[w["article"]]["text"][w["start"] : w["end"]] for w in row["wanted"]],
        )


def score(shared: Path, group: str, lacks: list[str] | None = None) -> Tally:
    """The tally of a group; into `lacks` go the passages that no line tells."""
    using = face.languages()
    tally = Tally()
    for reports, wanted in stories(shared, group):
        lines = [line.text for line in face.account(reports, using=using).brief if line.kind != "independence"]
        told = [is_told(passage, lines) for passage in wanted]
        tally.stories += 1
        tally.wanted += len(wanted)
        tally.told += sum(told)
        tally.words += sum(len(line.split()) for line in lines)
        if lacks is not None:
            lacks += [passage for passage, done in zip(wanted, told, strict=True) if not done]
    return tally


def measure_brief(shared: Path) -> str:
    """The table of docs/accuracy.md."""
    out = [
        "| stories | passages that editors wanted at the top | told by a line | words at the top, a story |",
        "|---|---|---|---|",
    ]
    for path in sorted(WANTED.glob("*.jsonl"), reverse=True):
        tally = score(shared, path.stem)
        out.append(
            f"| {path.stem} ({tally.stories}) | {tally.wanted} | {tally.told} ({tally.share:.0%}) "
            f"| {tally.words / max(tally.stories, 1):.0f} |"
        )
    return "\n".join([*out, "", "Command: `./dev bench brief`."])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", nargs="?", default="read")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--lacks", action="store_true", help="list the passages that no line tells")
    options = parser.parse_args()
    lacks: list[str] = []
    print(score(options.shared, options.group, lacks))
    if options.lacks:
        print("\n".join(f"- {' '.join(passage.split())}" for passage in lacks))


if __name__ == "__main__":
    main()
