"""A conditional random field over the features of `runut.reading.names.tagger`, trained and applied by CRFsuite."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import log
from pathlib import Path

import pycrfsuite
import sets

from runut import lang
from runut.reading.names.lexicon import Lexicon, compile_tables
from runut.reading.names.tagger import FAMILIES, Neighbourhood
from runut.reading.names.usage import scanned
from runut.reading.names.words import Word

More = Callable[[Word], list[str]]
"""Further things seen at a word and near it, for a benchmark."""

# L-BFGS with both penalties; the figures were chosen on development parts (docs/models/names.md).
PENALTY_1, PENALTY_2, ROUNDS = 0.1, 0.1, 100

# The committee: the family that each member leaves out, and whether it tells ends. Chosen by cross-validation inside training parts.
MEMBERS = ((None, False), (None, True), ("pair", False), ("affix", True), ("word", False), ("phrase", True))
# Added to a share before its logarithm.
_LEAST = 1e-6


class Field:
    """A trained field: `path` is CRFsuite's file."""

    def __init__(self, path: Path, families: Sequence[str], more: More | None) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))
        self._families, self._more = families, more

    def find(self, sentence: sets.Sentence) -> list[sets.Chunk]:
        """The names of a sentence, as chunks of its tokens."""
        words, at = sets.words(sentence)
        labels = self._tagger.tag(features(words, self._families, self._more)) if words else []
        return sets.token_chunks([sets.without_ends(label) for label in labels], at, sentence)

    def labels(self) -> set[str]:
        """The labels that it knows, ends not told apart."""
        return {sets.without_ends(label) for label in self._tagger.labels()}

    def shares(self, words: tuple[Word, ...]) -> list[dict[str, float]]:
        """How likely each word of a sentence has each label, ends not told apart."""
        self._tagger.set(features(words, self._families, self._more))
        out: list[dict[str, float]] = []
        for k in range(len(words)):
            row: dict[str, float] = defaultdict(float)
            for label in self._tagger.labels():
                row[sets.without_ends(label)] += self._tagger.marginal(label, k)
            out.append(row)
        return out

    def weights(self) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
        """The weights by feature and label, and by label and next label."""
        info = self._tagger.info()
        return dict(info.state_features), dict(info.transitions)


class Committee:
    """Fields that differ in what they see, or tell the ends of names apart or not: the labels are the likeliest by their mean shares."""

    def __init__(self, members: Sequence[Field]) -> None:
        self._members = members
        self._labels = sorted({label for member in members for label in member.labels()})

    def find(self, sentence: sets.Sentence) -> list[sets.Chunk]:
        """The names of a sentence, as chunks of its tokens."""
        words, at = sets.words(sentence)
        if not words:
            return []
        told = [member.shares(words) for member in self._members]
        means = [
            {label: sum(row[label] for row in rows) / len(told) for label in self._labels}
            for rows in zip(*told, strict=True)
        ]
        return sets.token_chunks(_likeliest(means), at, sentence)


def _likeliest(shares: Sequence[dict[str, float]]) -> list[str]:
    """The labels with the greatest product of shares, an inside only after its own type."""
    best = {"": (0.0, [""])}
    for row in shares:
        now = {}
        for label in row:
            inside, type_ = label.startswith("I-"), label[2:]
            before = [path for last, path in best.items() if not inside or last[2:] == type_]
            if before:
                total, path = max(before, key=lambda reached: reached[0])
                now[label] = (total + log(row[label] + _LEAST), [*path, label])
        best = now
    return max(best.values(), key=lambda reached: reached[0])[1][1:]


def train_committee(sentences: Sequence[sets.Sentence], more: More | None = None) -> Committee:
    """The committee of MEMBERS, trained on annotated sentences."""
    return Committee(
        [train(sentences, tuple(f for f in FAMILIES if f != left), more, ends=ends) for left, ends in MEMBERS]
    )


def train(
    sentences: Iterable[sets.Sentence],
    families: Sequence[str] = FAMILIES,
    more: More | None = None,
    penalties: tuple[float, float] = (PENALTY_1, PENALTY_2),
    rounds: int = ROUNDS,
    ends: bool = False,
) -> Field:
    """A field trained on annotated sentences; the same sentences in the same order give the same weights.

    With `ends` the last word of a name, and a name of one word, have labels of their own (BILOU).
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {"c1": penalties[0], "c2": penalties[1], "max_iterations": rounds, "feature.possible_transitions": True}
    )
    for sentence in sentences:
        words, at = sets.words(sentence)
        if words:
            labels = sets.word_labels(sentence, at)
            trainer.append(features(words, families, more), sets.with_ends(labels) if ends else labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crfsuite"
        trainer.train(str(path))
        return Field(path, families, more)


def features(words: tuple[Word, ...], families: Sequence[str] = FAMILIES, more: More | None = None) -> list[list[str]]:
    """What each word of a sentence shows; `more` adds to it, near by."""
    seen = Neighbourhood(scanned(" ".join(w.text for w in words), words, lexicon()), 0, len(words), families)
    out = [seen.features(k) for k in range(len(words))]
    if more:
        told = [more(w) for w in words]
        for k, row in enumerate(out):
            for distance in range(max(-2, -k), min(3, len(words) - k)):
                row += [f"{distance}{atom}" for atom in told[k + distance]]
    return out


def measure(field: Field | Committee, sentences: Sequence[sets.Sentence]) -> sets.Score:
    """The strict score of a field on annotated sentences."""
    gold = [sets.chunks(label for _, label in sentence) for sentence in sentences]
    return sets.score(gold, [field.find(sentence) for sentence in sentences])


@cache
def lexicon() -> Lexicon:
    """The tables of Indonesian, compiled once."""
    return compile_tables(lang.load("id"))
