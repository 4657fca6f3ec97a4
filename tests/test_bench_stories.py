"""The bench of stories: its score is right by hand, and the work of a stream grows with the stream and no faster."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests" / "comparing" / "stories")]

import bench_stories  # noqa: E402
from sketched import event, tell  # noqa: E402

from runut.comparing import stories  # noqa: E402
from runut.comparing.stories import flowing  # noqa: E402
from runut.model import Sketch  # noqa: E402


def base() -> list[Sketch]:
    """A hundred reports of twenty events."""
    return [s for k in range(20) for s in event(f"e{k:02}", 5, prints=20)]


def test_b_cubed_is_what_it_is_by_hand() -> None:
    rows = [*event("banjir", 3), *event("mogok", 2), tell("lain", 0, [f"mogok-{n}" for n in range(12)])]
    told = stories.group(rows)
    events = {"a": ["banjir000", "banjir001"], "b": ["banjir002", "mogok000", "mogok001"]}
    made = bench_stories.score(told, events, {s.article: s.article for s in rows})
    # Of the story of three, two are of a and one of b; of the story with the stray, two are of b.
    assert made.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert made.recall == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert made.strays == pytest.approx((0 + 1 / 3) / 2)


def test_twice_the_reports_are_no_more_than_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    held = flowing.hold
    count = 0

    def counted(a: object, b: object) -> object:
        nonlocal count
        count += 1
        return held(a, b)  # type: ignore[arg-type]

    monkeypatch.setattr(flowing, "hold", counted)
    work = []
    for size in (1_000, 2_000, 4_000):
        count = 0
        made = bench_stories.run_stream(base(), size, a_day=50)
        assert made["stories"] < size
        work.append(count)
    assert work[1] <= 2.3 * work[0]
    assert work[2] <= 2.3 * work[1]


def test_a_stream_lets_go_of_the_days_behind_it() -> None:
    rows = bench_stories.perturbed(base(), 3_000, a_day=50)
    taken = 0

    def watched() -> Iterator[Sketch]:
        nonlocal taken
        for row in rows:
            taken += 1
            yield row

    behind = 0
    for told, part in enumerate(stories.flow(watched()), 1):
        reports = sum(len(s.articles) for s in part.stories)
        behind += reports
        if told % 50 == 0 and taken < 3_000:
            assert taken - behind <= 50 * 30  # the days within reach, not the stream
    assert behind == 3_000
