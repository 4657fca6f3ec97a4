"""Classes of words that stand in like company, from unlabelled reports: for benchmarks only, nothing of it ships.

Neighbours one and two words away, counted on either side, weighed by positive pointwise mutual information (context counts smoothed by
the power .75: Levy, Goldberg and Dagan 2015), brought to a hundred dimensions and clustered by k-means.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
from field import More
from scipy.sparse import coo_matrix, csr_matrix, hstack
from scipy.sparse.linalg import svds
from sklearn.cluster import MiniBatchKMeans

from runut.reading.names.words import Word

SIZES = (64, 256, 1000)
_WORDS, _CONTEXTS, _RARE, _DIMENSIONS, _SMOOTHED = 40_000, 3_000, 5, 100, 0.75
# How much being written with a capital counts beside the company, and in how many steps.
_CAPITAL, _STEPS = 0.7, 5
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*|[^\w\s]")


def more_of(articles: Path) -> More:
    """What the classes show at a word: its class of each size, and how often it has a capital; of a JSON-lines file of reports."""
    classes = learn(articles)

    def more(word: Word) -> list[str]:
        known = classes.get(word.low)
        if known is None:
            return ["class?"]
        *groups, capital = known
        return [f"class{size}={group}" for size, group in zip(SIZES, groups, strict=True)] + [
            f"cap={capital}|{word.capital}"
        ]

    return more


def learn(articles: Path) -> dict[str, tuple[int, ...]]:
    """The class of each size of each word in small letters, and the share of capitals in steps."""
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        reports = [_TOKEN.findall(json.loads(line)["text"]) for line in lines]
    counts = Counter(word.lower() for report in reports for word in report)
    words = [word for word, n in counts.most_common(_WORDS) if n >= _RARE]
    place = {word: k for k, word in enumerate(words)}
    ids = np.array([k for report in reports for k in (*(place.get(w.lower(), -1) for w in report), -1, -1)])
    upper = np.array([c for report in reports for c in (*(w[0].isupper() for w in report), False, False)])
    known = ids >= 0
    capitals = np.bincount(ids[known], weights=upper[known], minlength=len(words)) / np.bincount(
        ids[known], minlength=len(words)
    )
    company = hstack([_beside(ids, away, len(words), turned) for away in (1, 2) for turned in (False, True)])
    left, strength, _ = svds(_weighed(company.tocoo()), k=_DIMENSIONS, random_state=0)
    vectors = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    vectors = np.hstack([vectors, capitals[:, None] * _CAPITAL])
    groups = [
        MiniBatchKMeans(size, random_state=0, n_init=1, batch_size=4096, max_iter=30).fit_predict(vectors)
        for size in SIZES
    ]
    return {word: (*(int(g[k]) for g in groups), int(capitals[k] * _STEPS)) for word, k in place.items()}


def _beside(ids: np.ndarray, away: int, words: int, turned: bool) -> csr_matrix:
    """How often each word has each frequent one so many words after it, or before it when `turned`."""
    one, other = ids[:-away], ids[away:]
    if turned:
        one, other = other, one
    counted = (one >= 0) & (other >= 0) & (other < _CONTEXTS)
    return coo_matrix((np.ones(counted.sum()), (one[counted], other[counted])), shape=(words, _CONTEXTS)).tocsr()


def _weighed(counts: coo_matrix) -> csr_matrix:
    """Counts as positive pointwise mutual information."""
    counts = counts.tocsr().tocoo()
    by_word = np.asarray(counts.sum(1)).ravel()
    by_context = np.asarray(counts.sum(0)).ravel() ** _SMOOTHED
    by_context /= by_context.sum()
    told = np.log(counts.data / (by_word[counts.row] * by_context[counts.col]))
    return coo_matrix((np.maximum(told, 0).astype(np.float32), (counts.row, counts.col)), shape=counts.shape).tocsr()
