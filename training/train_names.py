"""Train the name model that ships, and write its table of weights.

    python training/train_names.py DATA [--out src/runut/lang/id/name_weights.tsv] [--ablate] [--slice N]

DATA is a folder with the parts of IDNer-News-2k (MIT licence), `train.txt` and `dev.txt`: token, part of speech and label a line. The
model is trained on both; --ablate trains on `train.txt` and prints what each family of features adds on `dev.txt`; --slice takes the
first N sentences only, to see that a rebuild gives the same bytes. Needs requirements.txt beside this file.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import field
import sets

from runut.reading.names.tagger import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "runut" / "lang" / "id" / "name_weights.tsv"
# Weights are kept to two decimals, smaller ones dropped: on the development part the score stays as it is.
DECIMALS = 2
HEADER = """\
# Weights of the name model: made by training/train_names.py from IDNer-News-2k (MIT licence); see docs/models/names.md.
# `>X` holds the steps from label X to the next; all other rows are features, a label and its weight each.
feature\tweights
"""


def table(model: field.Field) -> str:
    """The weights as a table, in the order of the features."""
    rows: dict[str, list[tuple[str, float]]] = defaultdict(list)
    states, steps = model.weights()
    for (feature, label), weight in states.items():
        rows[feature].append((label, weight))
    for (label, after), weight in steps.items():
        rows[f">{label}"].append((after, weight))
    lines = []
    for feature in sorted(rows):
        cells = [f"{label}:{weight:.{DECIMALS}f}" for label, weight in sorted(rows[feature]) if round(weight, DECIMALS)]
        if cells:
            lines.append(f"{feature}\t{' '.join(cells)}\n")
    return HEADER + "".join(lines)


def ablate(data: Path) -> str:
    """What each family adds, as a table: all families, each left out, and each added to those before it."""
    train, dev = sets.read(data / "train.txt"), sets.read(data / "dev.txt")
    lines = ["| features | found | right | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    runs = [("all", FAMILIES)]
    runs += [(f"without {family}", tuple(f for f in FAMILIES if f != family)) for family in FAMILIES]
    runs += [(f"only {', '.join(FAMILIES[:n])}", FAMILIES[:n]) for n in range(1, len(FAMILIES))]
    for name, families in runs:
        got = field.measure(field.train(train, families), dev)
        figures = " | ".join(f"{x:.3f}" for x in (got.precision, got.recall, got.f1))
        lines.append(f"| {name} | {got.found} | {got.right} | {figures} |")
    return "\n".join([*lines, "", f"{len(train)} sentences of training, {len(dev)} measured, with {got.gold} names."])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--slice", type=int)
    options = parser.parse_args()
    if options.ablate:
        print(ablate(options.data))
        return
    sentences = sets.read(options.data / "train.txt") + sets.read(options.data / "dev.txt")
    written = table(field.train(sentences[: options.slice]))
    options.out.write_text(written, "utf-8")
    print(f"{options.out}: {len(written.encode())} bytes, {written.count(chr(10))} rows")


if __name__ == "__main__":
    main()
