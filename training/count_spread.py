"""Write lang/id/word_spread.tsv: in how many news reports of a corpus a word stands, in four steps.

    python training/count_spread.py [--shared ../shared]

Counts of words over the articles beside the checkout; words that stand mostly with a capital are names and are left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import gold_cases  # noqa: E402 (a tool, no package)

OUT = ROOT / "src" / "runut" / "lang" / "id" / "word_spread.tsv"
# The least share of the reports for each step.
STEPS = (0.006, 0.02, 0.06, 0.15)
# A word is a name when less than this share of its reports has it in small letters.
LEAST_SMALL = 0.5
WORD = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})?")
HEADER = """\
# In how many reports a word stands: of {articles} news reports at least 0.6 % (1), 2 % (2), 6 % (3), 15 % (4). Names are left out.
# Made by training/count_spread.py.
word\tspread
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=gold_cases.SHARED)
    options = parser.parse_args()
    reports: Counter[str] = Counter()
    small: Counter[str] = Counter()
    articles = 0
    for record in gold_cases.corpus(options.shared):
        articles += 1
        words = set(WORD.findall(record["text"]))
        reports.update({w.lower() for w in words})
        small.update(w for w in words if w.islower())
    rows = [
        f"{word}\t{sum(count >= step * articles for step in STEPS)}\n"
        for word, count in sorted(reports.items())
        if count >= STEPS[0] * articles and small[word] >= LEAST_SMALL * count
    ]
    OUT.write_text(HEADER.format(articles=articles) + "".join(rows), "utf-8")
    print(f"{OUT}: {len(rows)} words")


if __name__ == "__main__":
    main()
