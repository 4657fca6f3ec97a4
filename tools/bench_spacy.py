"""The small spaCy pipeline that ours is set beside: trained here, on what our name model is trained on, for the bench alone.

    python tools/bench_spacy.py DATA [FOLDER]

DATA is the folder of IDNer-News-2k; the pipeline is kept in FOLDER (out/spacy) and made only once. It is spaCy's own default for
Indonesian on a processor (`spacy init config --lang id --pipeline tagger,ner --optimize efficiency`: four convolutions, width 96, as in
its small pipelines): tokens, parts of speech and names. Prints the strict score of its names on the test part. Needs the group `bench`.
"""

from __future__ import annotations

import argparse
import random
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))

import sets  # noqa: E402 - the scripts of training/ are no package

KEPT = ROOT / "out" / "spacy"
# Rounds through the training part, chosen on the development part, trained without it: eight .800, fifteen .821, twenty-five .799.
ROUNDS, SEED, DROPOUT = 15, 0, 0.1
# The words of a batch grow from the first figure to the second, as in spaCy's default.
BATCH, LARGEST, GROWTH = 100.0, 1000.0, 1.001


def pipeline(data: Path, folder: Path = KEPT) -> Any:
    """The trained pipeline, made on `train.txt` and `dev.txt` unless `folder` has it."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if not (folder / "config.cfg").is_file():
            folder.mkdir(parents=True, exist_ok=True)
            train([data / "train.txt", data / "dev.txt"]).to_disk(folder)
        return spacy.load(folder)


def train(parts: list[Path], rounds: int = ROUNDS) -> Any:
    """A pipeline trained on annotated sentences with parts of speech; the same seed, the same sentences."""
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    from spacy.training.batchers import minibatch_by_words
    from spacy.util import fix_random_seed, load_model_from_config

    fix_random_seed(SEED)
    chance = random.Random(SEED)
    nlp = load_model_from_config(
        init_config(lang="id", pipeline=["tagger", "ner"], optimize="efficiency"), auto_fill=True
    )
    given = [sentence for path in parts for sentence in tagged(path)]
    examples = [
        Example.from_dict(doc(nlp, words), {"words": words, "tags": tags, "entities": labels})
        for words, tags, labels in given
    ]
    optimizer = nlp.initialize(lambda: examples)

    def sizes() -> Iterator[float]:
        size = BATCH
        while True:
            yield size
            size = min(LARGEST, size * GROWTH)

    growing = sizes()
    for _ in range(rounds):
        chance.shuffle(examples)
        for batch in minibatch_by_words(examples, growing):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
    return nlp


def tagged(path: Path) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Words, parts of speech and labels (BILUO) of each sentence of a part."""
    from spacy.training import iob_to_biluo

    for block in path.read_text("utf-8").split("\n\n"):
        cells = [line.split() for line in block.splitlines() if line.strip()]
        if cells:
            words, tags, _ = zip(*cells, strict=True)
            labels = ["O"] * len(words)
            for first, last, type_ in sets.chunks(label for *_, label in cells):
                labels[first:last] = [f"{'I' if k else 'B'}-{type_}" for k in range(last - first)]
            yield list(words), list(tags), iob_to_biluo(labels)


def doc(nlp: Any, words: list[str]) -> Any:
    """A document of given tokens."""
    from spacy.tokens import Doc

    return Doc(nlp.vocab, words=words)


def measure(nlp: Any, part: Path) -> sets.Score:
    """The strict score of the pipeline's names on a part, on the part's own tokens, as ours are scored."""
    sentences = sets.read(part)
    read = nlp.pipe([doc(nlp, [token for token, _ in sentence]) for sentence in sentences])
    found = [[(entity.start, entity.end, entity.label_) for entity in one.ents] for one in read]
    return sets.score([sets.chunks(label for _, label in sentence) for sentence in sentences], found)


def field_score(data: Path) -> sets.Score:
    """The strict score of our own field on the test part, trained on the same sentences."""
    import field

    sentences = [sentence for part in ("train.txt", "dev.txt") for sentence in sets.read(data / part)]
    return field.measure(field.train(sentences), sets.read(data / "test.txt"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path, nargs="?", default=KEPT)
    options = parser.parse_args()
    score = measure(pipeline(options.data, options.folder), options.data / "test.txt")
    print(f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f} of {score.gold} names")


if __name__ == "__main__":
    main()
