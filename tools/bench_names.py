"""Measure the field of the name model on public sets of names, trained on their own training parts: for these figures only.

    python tools/bench_names.py DATA [--articles FILE] [--regions FILE] [--sets idner nergrit nerui nerugm]

DATA is the folder of the sets (`idner-news-2k`, `nergrit`, `indolem/nerui`, `indolem/nerugm`). What is measured is a committee of six
fields (training/field.py); where a set has one test part, the field of the model that ships, too. With --articles, a JSON-lines file of
reports, packed by gzip, the committee sees classes of words learned from it (training/word_classes.py); with --regions, the SQL dump of
the ministry's codes, the names of regions down to the third level. A name is right when its tokens and its type are (conlleval); the sets
of IndoLEM are scored over five folds. No misses are printed. Needs training/requirements.txt.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

import field  # noqa: E402 - the scripts of training/ are no package
import sets  # noqa: E402
import train_names  # noqa: E402

FOLDS = range(1, 6)
SETS = ("idner", "nergrit", "nerugm", "nerui")
# What a set is called, the goal of our F1, and what others have published.
TITLES = {
    "idner": ("IDNer-News-2k test; train and dev, so alone this is the model that ships", None, ""),
    "nergrit": ("NERGrit test", 0.74, "CRF prototype .695; IndoBERT-base about .70, large about .78"),
    "nerugm": ("NER-UGM, five folds", 0.74, "BiLSTM .709; IndoBERT .749"),
    "nerui": ("NER-UI, five folds", 0.87, "BiLSTM .822; IndoBERT .901"),
}
_REGION = re.compile(r"\('([\d.]{2,13})','([^']{1,100})'\)")
_KIND = re.compile(r"^(?:Kabupaten|Kota|Provinsi) ")
_LEVELS = 3


def runs(data: Path, name: str) -> list[tuple[list[Path], Path]]:
    """The training files and the test file of each run on a set."""
    if name == "idner":
        folder = data / "idner-news-2k"
        return [([folder / "train.txt", folder / "dev.txt"], folder / "test.txt")]
    if name == "nergrit":
        return [([data / name / "train.txt"], data / name / "test.txt")]
    folder = data / "indolem" / name
    return [([folder / f"train.0{k}.tsv"], folder / f"test.0{k}.tsv") for k in FOLDS]


def measure(
    data: Path, names: Sequence[str], more: field.More
) -> dict[str, tuple[sets.Score | None, list[sets.Score]]]:
    """By set the score of the field alone, where the set has one run, and of the committee that sees `more` on each run; in processes."""
    tasks = [(name, train, test) for name in names for train, test in runs(data, name)]
    with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_let_see, initargs=(more,)) as pool:
        together = [pool.submit(_score, train, test, True) for _, train, test in tasks]
        alone = {name: pool.submit(_score, *parts[0], False) for name in names if len(parts := runs(data, name)) == 1}
        scores: dict[str, list[sets.Score]] = {name: [] for name in names}
        for (name, _, _), score in zip(tasks, together, strict=True):
            scores[name].append(score.result())
        return {name: (alone[name].result() if name in alone else None, scores[name]) for name in names}


_seen: list[field.More] = []


def _let_see(more: field.More) -> None:
    _seen.append(more)


def _score(train: list[Path], test: Path, committee: bool) -> sets.Score:
    """The score on a test file of what is trained on some files, in a process that was let see more."""
    sentences = [sentence for path in train for sentence in sets.read(path)]
    trained = field.train_committee(sentences, _seen[0]) if committee else field.train(sentences)
    return field.measure(trained, sets.read(test))


def regions(path: Path) -> field.More:
    """Whether a word by itself is the name of a province, regency, town or district, and on which level first."""
    levels: dict[str, int] = {}
    for code, name in _REGION.findall(path.read_text("utf-8")):
        if code.count(".") < _LEVELS:
            levels.setdefault(_KIND.sub("", name).lower(), code.count("."))
    return lambda word: [f"region={levels[word.low]}"] if word.low in levels else []


def measure_names(shared: Path) -> str:
    """The table of the public sets: the field of the model that ships where a set has one run, and the committee."""
    more = tellers(shared / "data" / "news" / "articles.jsonl.gz", shared / "data" / "places" / "wilayah.sql")
    return table(shared / "data" / "ner", SETS, more)


def table(data: Path, names: Sequence[str], more: field.More) -> str:
    """The scores of some sets, with counts, goals and what others have published."""
    rows = [
        "| set (names tested, sentences of training) | field alone, F1 | committee, P | R | **F1** | goal | published |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, (alone, scores) in measure(data, names, more).items():
        title, goal, published = TITLES[name]
        sentences = round(mean(sum(len(sets.read(path)) for path in train) for train, _ in runs(data, name)))
        p, r, f = (mean(getattr(s, what) for s in scores) for what in ("precision", "recall", "f1"))
        reached = "" if goal is None else f"{goal:.2f}, {'met' if f >= goal else '**missed**'}"
        rows.append(
            f"| {title} ({sum(s.gold for s in scores):,}, {sentences:,}) | {f'{alone.f1:.3f}' if alone else '–'} "
            f"| {p:.3f} | {r:.3f} | **{f:.3f}** | {reached} | {published} |"
        )
    return "\n".join([*rows, "", "Command: `./dev bench names`."])


def measure_families(shared: Path) -> str:
    """What each family of features adds on the development part of the set that the shipped model is trained on."""
    return f"{train_names.ablate(shared / 'data' / 'ner' / 'idner-news-2k')}\n\nCommand: `./dev bench families`."


def tellers(articles: Path | None, dump: Path | None) -> field.More:
    """What is seen at a word beyond the model's own features: classes learned from reports, names of regions; each where it is given."""
    told: list[field.More] = []
    if articles:
        import word_classes

        told.append(word_classes.more_of(articles))
    if dump:
        told.append(regions(dump))
    return lambda word: [atom for tell in told for atom in tell(word)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--regions", type=Path)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    options = parser.parse_args()
    print(table(options.data, options.sets, tellers(options.articles, options.regions)))


if __name__ == "__main__":
    main()
