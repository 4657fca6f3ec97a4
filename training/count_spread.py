"""Write lang/id/word_spread.tsv: in how many stretches of news of a report's length a word stands, in four steps.

    python training/count_spread.py DATA [--out src/runut/lang/id/word_spread.tsv]

Counted over sets whose licence lets weights ship, their sentences laid end to end: the training and development parts of IDNer-News-2k
(MIT), the training part of UD_Indonesian-CSUI and the development part of UD_Indonesian-GSD (CC BY-SA 4.0). Words that stand mostly with
a capital are names and are left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "runut" / "lang" / "id" / "word_spread.tsv"
# The files of tokens, and the column of a line that holds the token.
TOKENS = (
    ("ner/idner-news-2k/train.txt", 0),
    ("ner/idner-news-2k/dev.txt", 0),
    ("ud/csui/*train*.conllu", 1),
    ("ud/gsd/*dev*.conllu", 1),
)
# A news report has so many words by the median.
REPORT = 260
# The least share of the stretches for each step; a word of a single stretch says nothing.
STEPS = (0.006, 0.02, 0.06, 0.15)
LEAST = 2
# A word is a name when less than this share of its stretches has it in small letters.
LEAST_SMALL = 0.5
WORD = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})?")
HEADER = """\
# In how many stretches of news of {words} words a word stands: of {stretches}, at least two (1), 2 % (2), 6 % (3), 15 % (4).
# Names are left out. Made by training/count_spread.py from IDNer-News-2k (MIT), UD_Indonesian-CSUI and -GSD (CC BY-SA 4.0).
word\tspread
"""


def read_tokens(data: Path) -> Iterator[str]:
    """The tokens of the sets; of what was written as one word, its parts."""
    for pattern, column in TOKENS:
        for file in sorted(data.glob(pattern)):
            for line in file.read_text("utf-8").splitlines():
                cells = line.split()
                if cells and not line.startswith("#") and (column == 0 or cells[0].isdigit()):
                    yield cells[column]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    tokens = list(read_tokens(options.folder))
    stretches = [set(tokens[at : at + REPORT]) for at in range(0, len(tokens), REPORT)]
    told: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words in stretches:
        plain = {w for w in words if WORD.fullmatch(w)}
        told.update({w.lower() for w in plain})
        small.update(w for w in plain if w.islower())
    rows = [
        f"{word}\t{sum(count >= step * len(stretches) for step in STEPS)}\n"
        for word, count in sorted(told.items())
        if count >= LEAST and small[word] >= LEAST_SMALL * count
    ]
    options.out.write_text(HEADER.format(words=REPORT, stretches=len(stretches)) + "".join(rows), "utf-8")
    print(f"{options.out}: {len(rows)} words")


if __name__ == "__main__":
    main()
