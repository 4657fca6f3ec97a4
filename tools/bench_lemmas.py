"""Lemmas measured on the Universal Dependencies test parts, beside PySastrawi and simplemma where those are installed.

python tools/bench_lemmas.py [--shared FOLDER]

Counted: words of letters and hyphens that are no proper nouns; a word is right when its lemma is the treebank's, in small letters. Every
program sees the word; ours also whether it opens a sentence or a quotation, because it leaves names alone. The treebanks disagree on words
grown together (akhirnya, kedua, sebagai): GSD and CSUI mostly keep them, which is our `lemma`, PUD goes down to our `root`. Speed: of the
processor, all words of the three parts once, nothing remembered from before; `find` reads the texts of 400 real articles twice.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib
import json
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from runut import lang
from runut.lang import morphology

ROOT = Path(__file__).resolve().parent.parent
PARTS = {"GSD": "gsd/id_gsd-ud-test.conllu", "PUD": "pud/id_pud-ud-test.conllu", "CSUI": "csui/id_csui-ud-test.conllu"}
GOALS = {"GSD": 0.95, "PUD": 0.985, "CSUI": 0.97}
# Words written down with their lemmas, and the share of them that must come out right.
LISTS = {
    "reported against Sastrawi": (ROOT / "tests" / "lang" / "reported_words.tsv", 1.0),
    "derived forms": (ROOT / "tests" / "lang" / "derived_forms.tsv", 0.95),
}
COUNTED = re.compile(r"[A-Za-z-]+")
# After these a capital tells nothing, as in `morphology.find`.
OPENERS = set('.!?…:;“”"‘([–—•') | {"``", "...", "--"}
# GSD writes a bound pronoun under the free one, the others as it stands: the second figure is with GSD's way for both.
FREE = {"nya": "dia", "ku": "aku", "mu": "kamu", "ia": "dia"}


class Word(NamedTuple):
    form: str
    lemma: str
    opens: bool


def words_of(part: Path) -> list[Word]:
    """The counted words of a treebank."""
    words: list[Word] = []
    opens = True
    for line in part.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 4:
            opens = opens or not line
            continue
        if not cells[0].isdigit():
            continue
        if COUNTED.fullmatch(cells[1]) and cells[3] != "PROPN":
            words.append(Word(cells[1], cells[2].lower(), opens))
        opens = cells[1] in OPENERS
    return words


def peers() -> Mapping[str, Callable[[str], str]]:
    """The other programs that are installed here."""
    found: dict[str, Callable[[str], str]] = {}
    with contextlib.suppress(ImportError):
        found["PySastrawi"] = (
            importlib.import_module("Sastrawi.Stemmer.StemmerFactory").StemmerFactory().create_stemmer().stem
        )
    with contextlib.suppress(ImportError):
        simplemma = importlib.import_module("simplemma")
        found["simplemma"] = lambda word: str(simplemma.lemmatize(word, "id")).lower()
    return found


def lists() -> list[str]:
    """The table of the lists written down: how many of each come out right by each program."""
    language = lang.load("id")
    programs = {"**runut**": lambda word: morphology.analyse(word, language).lemma, **peers()}
    given = {}
    for name, (path, _) in LISTS.items():
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        given[name] = [line.split("\t") for line in lines[1:]]
    rows = [
        "| program | " + " | ".join(f"{name} ({len(forms)})" for name, forms in given.items()) + " |",
        "|---" * (len(given) + 1) + "|",
        "| goal | " + " | ".join(f"{goal:.0%}" for _, goal in LISTS.values()) + " |",
    ]
    for program, find in programs.items():
        right = [sum(find(form) == lemma for form, lemma in forms) for forms in given.values()]
        cells = [f"{n} ({n / len(forms):.1%})" for n, forms in zip(right, given.values(), strict=True)]
        rows.append(f"| {program} | {' | '.join(cells)} |")
    return rows


def words_a_second(shared: Path) -> tuple[float, float]:
    """How fast running text is analysed the first time, when each form is taken apart once, and again."""
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for n, line in enumerate(lines) if n % 30 == 0][:400]
    language = lang.load("id")
    morphology.find("Siap.", language)
    speeds = []
    for _ in range(2):
        began = time.process_time()
        words = sum(len(morphology.find(text, language)) for text in texts)
        speeds.append(words / (time.process_time() - began))
    return speeds[0], speeds[1]


def measure_lemmas(shared: Path) -> str:
    """The table: accuracy by treebank, and words a second."""
    language = lang.load("id")
    parts = {name: words_of(shared / "data" / "ud" / path) for name, path in PARTS.items()}
    systems: dict[str, Callable[[Word], str]] = {
        "**runut**, lemma": lambda w: morphology.analyse(w.form, language, opens=w.opens).lemma.lower(),
        "**runut**, root": lambda w: morphology.analyse(w.form, language, opens=w.opens).root.lower(),
    }
    for name, stem in peers().items():
        systems[name] = lambda w, stem=stem: stem(w.form)  # type: ignore[misc]
    rows = [
        "| program | " + " | ".join(f"{n} ({len(w)} words)" for n, w in parts.items()) + " | words a second |",
        "|---" * (len(parts) + 2) + "|",
        "| goal | " + " | ".join(f"≥ {GOALS[n]}" for n in parts) + " | ≥ 200,000 |",
    ]
    for name, find in systems.items():
        language = lang.load("id")  # with nothing remembered
        began = time.process_time()
        given = {part: [find(w) for w in words] for part, words in parts.items()}
        elapsed = time.process_time() - began
        cells = []
        for part, words in parts.items():
            right = sum(g == w.lemma for g, w in zip(given[part], words, strict=True))
            free = sum(FREE.get(g, g) == FREE.get(w.lemma, w.lemma) for g, w in zip(given[part], words, strict=True))
            cells.append(f"{right / len(words):.4f} ({free / len(words):.4f})")
        rows.append(f"| {name} | {' | '.join(cells)} | {sum(map(len, parts.values())) / elapsed:,.0f} |")
    first, second = words_a_second(shared)
    return "\n".join(
        [
            *rows,
            "",
            f"`morphology.find` over 400 real articles, offsets and all: {first:,.0f} words a second, again {second:,.0f}.",
            "In brackets: *nya*, *ku*, *mu*, *ia* counted right as *dia*, *aku*, *kamu* too (GSD writes them so, the others do not).",
            "",
            *lists(),
            "",
            "Words that users of Sastrawi reported since 2014, with the stems that they asked for; and forms that we wrote down with their",
            "lemmas before our analyser had seen them. Command: `./dev bench lemmas`.",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    print(measure_lemmas(parser.parse_args().shared))


if __name__ == "__main__":
    main()
