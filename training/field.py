"""A conditional random field over the features of `runut.reading.names.tagger`, trained and applied by CRFsuite."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import pycrfsuite
import sets

from runut import lang
from runut.reading.names.lexicon import Lexicon, compile_tables
from runut.reading.names.scan import Scan
from runut.reading.names.tagger import FAMILIES, Neighbourhood
from runut.reading.names.words import Word

More = Callable[[Word], list[str]]
"""Further things seen at a word and near it, for a benchmark."""

# L-BFGS with both penalties; the figures were chosen on development parts (docs/models/names.md).
PENALTY_1, PENALTY_2, ROUNDS = 0.1, 0.1, 100


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
        return sets.token_chunks(labels, at, sentence)

    def weights(self) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
        """The weights by feature and label, and by label and next label."""
        info = self._tagger.info()
        return dict(info.state_features), dict(info.transitions)


def train(
    sentences: Iterable[sets.Sentence],
    families: Sequence[str] = FAMILIES,
    more: More | None = None,
    penalties: tuple[float, float] = (PENALTY_1, PENALTY_2),
    rounds: int = ROUNDS,
) -> Field:
    """A field trained on annotated sentences; the same sentences in the same order give the same weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {"c1": penalties[0], "c2": penalties[1], "max_iterations": rounds, "feature.possible_transitions": True}
    )
    for sentence in sentences:
        words, at = sets.words(sentence)
        if words:
            trainer.append(features(words, families, more), sets.word_labels(sentence, at))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crfsuite"
        trainer.train(str(path))
        return Field(path, families, more)


def features(words: tuple[Word, ...], families: Sequence[str] = FAMILIES, more: More | None = None) -> list[list[str]]:
    """What each word of a sentence shows; `more` adds to it, near by."""
    seen = Neighbourhood(Scan(" ".join(w.text for w in words), words, lexicon()), 0, len(words), families)
    out = [seen.features(k) for k in range(len(words))]
    if more:
        told = [more(w) for w in words]
        for k, row in enumerate(out):
            for distance in range(max(-2, -k), min(3, len(words) - k)):
                row += [f"{distance}{atom}" for atom in told[k + distance]]
    return out


def measure(field: Field, sentences: Sequence[sets.Sentence]) -> sets.Score:
    """The strict score of a field on annotated sentences."""
    gold = [sets.chunks(label for _, label in sentence) for sentence in sentences]
    return sets.score(gold, [field.find(sentence) for sentence in sentences])


@cache
def lexicon() -> Lexicon:
    """The tables of Indonesian, compiled once."""
    return compile_tables(lang.load("id"))
