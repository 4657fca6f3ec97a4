"""The weights of two figures counting the same thing: what they say, and that their table is what the training makes."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from test_series import INDONESIAN, read

from runut.comparing import likeness, series_words
from runut.comparing import points as points_
from runut.comparing.points import Point

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "training"))

TABLE = INDONESIAN.table("series_weights")
WEIGHTS = likeness.read_weights(INDONESIAN)


def points_of(*words: str) -> list[Point]:
    return points_.find(tuple(read(w) for w in words), {}, {}, INDONESIAN.derive(series_words.words_of))


def weight(first: str, second: str) -> float:
    a, b = points_of(first, second)
    return likeness.weigh_pair(likeness.find_features(a, b, likeness.set_up([a, b])), WEIGHTS)


def test_each_feature_has_one_weight_and_was_seen_often() -> None:
    assert len({row["feature"] for row in TABLE}) == len(TABLE)
    assert min(int(row["seen"]) for row in TABLE) >= 8


def test_an_equal_value_weighs_more_than_an_unlike_one() -> None:
    equal = weight("Banjir itu merendam 340 rumah di Kalimas.", "Sebanyak 340 rumah di Kalimas terendam banjir.")
    unlike = weight("Banjir itu merendam 340 rumah di Kalimas.", "Sebanyak 12 rumah contoh dibagikan.")
    assert equal > 0 > unlike


def test_what_is_seen_does_not_hang_on_which_figure_comes_first() -> None:
    points = points_of(
        "Sebanyak 14 orang tewas dan 9 terluka di Kalimas.",
        "Korban tewas bertambah menjadi 20 orang.",
        "Kerugian Rp 5 miliar; ada 14 rumah rusak.",
        "Sebanyak 14 korban dibawa ke rumah sakit.",
    )
    points[0] = replace(points[0], day="2031-04-01")
    setting = likeness.set_up(points)
    assert len(points) > 5
    for a, b in combinations(points, 2):
        assert Counter(likeness.find_features(a, b, setting)) == Counter(likeness.find_features(b, a, setting))


def test_only_measures_that_may_count_the_same_are_compared() -> None:
    dead, houses, people = points_of("Sebanyak 14 orang tewas.", "Sebanyak 9 rumah rusak.", "Ada 12 penumpang di sana.")
    assert likeness.comparable(dead, people)
    assert not likeness.comparable(dead, houses)


def test_fitting_again_on_stories_of_ours_gives_the_same_weights() -> None:
    training = pytest.importorskip("train_series")
    words = [f"Banjir di desa {n} merendam {100 + n % 3} rumah." for n in range(9)]
    points = points_of(*words)
    gold_of = {p.figure.id: n for n, p in enumerate(points)}
    series = [{n for n in range(9) if n % 3 == k} for k in range(3)]
    rows = training._rows(points, gold_of, series)
    stories = [training.Story(case, points, gold_of, series, rows) for case in ("a", "b")]
    weights = training.fit(stories)
    assert weights == training.fit(reversed(stories))
    assert weights["things:equal"] > 0 > weights["things:apart"]
    assert training.score(stories[0], weights)["right"] == 9


@pytest.mark.shared
def test_training_again_gives_the_same_bytes(shared: Path) -> None:
    training = pytest.importorskip("train_series")
    judge = training.score_gold.judge(shared)
    tables = []
    for cases in (("kazakhstan-2022", "gaza-direktur-2025"), ("gaza-direktur-2025", "kazakhstan-2022")):
        stories = [training.read_case(case, shared / "gold" / case, judge) for case in cases]
        tables.append(training.write(stories, training.fit(stories)))
    assert tables[0] == tables[1]
    assert tables[0].count("\n") > 20
