"""Reports added to stories that stand: the same stories as by grouping all of them at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sketched import event, tell

from runut import intake
from runut import sketches as drawing
from runut.comparing import stories
from runut.comparing.stories import Added, Standing
from runut.model import Sketch


class Memory:
    """An archive in memory, and what was asked of it."""

    def __init__(self) -> None:
        self.rows: dict[str, Standing] = {}
        self.held: dict[str, Sketch] = {}
        self.members: dict[str, tuple[str, ...]] = {}
        self.asked = 0

    def of_days(self, first: int, last: int) -> Iterable[Standing]:
        found = [r for r in self.rows.values() if r.day and first <= r.day <= last]
        return sorted(found, key=lambda r: (r.day, r.article))

    def undated(self) -> Iterable[Standing]:
        return [r for r in self.rows.values() if not r.day]

    def of_stories(self, stories: Iterable[str]) -> Iterable[Standing]:
        wanted = set(stories)
        return [r for r in self.rows.values() if r.story in wanted]

    def sketches(self, articles: Iterable[str]) -> Mapping[str, Sketch]:
        found = {a: self.held[a] for a in articles}
        self.asked += len(found)
        return found

    def story_of(self, article: str) -> str | None:
        return self.rows[article].story

    def keep(self, added: Added, fresh: Iterable[Sketch]) -> None:
        """As a store does: stories replaced, those that went taken away, standings renewed."""
        self.held.update((s.article, s) for s in fresh)
        for row in added.standings:
            known = self.rows.get(row.article)
            self.rows[row.article] = replace(row, story=known.story if known else None)
        for gone in added.gone:
            self.members.pop(gone, None)
        for story in added.stories:
            self.members[story.id] = tuple(a.id for a in story.articles)
            for a in story.articles:
                self.rows[a.id] = replace(self.rows[a.id], story=story.id)


def in_parts(parts: Iterable[Sequence[Sketch]]) -> tuple[Memory, list[Added]]:
    memory = Memory()
    done = []
    for part in parts:
        done.append(stories.add(part, memory))
        memory.keep(done[-1], part)
    return memory, done


def at_once(sketches: Iterable[Sketch]) -> dict[str, tuple[str, ...]]:
    return {s.id: tuple(a.id for a in s.articles) for s in stories.group(sketches).stories}


def a_stream(seed: int) -> list[Sketch]:
    """Reports of events that lean on one another, some without a day."""
    chance = random.Random(seed)
    out: list[Sketch] = []
    for n in range(12):
        rows = event(f"e{n}x", chance.randint(1, 9), chance.randint(0, 30), shared=chance.randint(3, 12), own=6)
        if n and chance.random() < 0.5:
            near = chance.choice(out)
            rows = [replace(s, words=tuple(sorted({*s.words, *chance.sample(near.words, 4)}))) for s in rows]
        out += [replace(s, day=None, days=()) if chance.random() < 0.08 else s for s in rows]
    return out


def a_drift(seed: int) -> list[Sketch]:
    """Reports each of which shares most words with the one before it and none with those far behind: no clear border between stories."""
    chance = random.Random(seed)
    step = chance.choice((1, 2, 3))
    return [
        tell(f"d{n:03}", n // chance.choice((1, 2)), [f"w{n * step + k}" for k in range(chance.randint(6, 14))])
        for n in range(40)
    ]


def a_crowd_without_days(seed: int) -> list[Sketch]:
    """Few events, and of their reports so many without a day that a band cannot hold them all."""
    chance = random.Random(seed)
    rows = [s for n in range(3) for s in event(f"c{n}x", 14, 2 * n, shared=chance.randint(4, 9), own=5)]
    return [replace(s, day=None, days=()) if chance.random() < 0.5 else s for s in rows]


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 7), st.sampled_from((a_stream, a_drift, a_crowd_without_days)))
def test_added_in_parts_in_any_order_the_stories_are_those_of_all_at_once(
    seed: int, size: int, made: Callable[[int], list[Sketch]]
) -> None:
    sketches = made(seed)
    random.Random(seed).shuffle(sketches)
    memory, _ = in_parts(sketches[n : n + size] for n in range(0, len(sketches), size))
    assert memory.members == at_once(sketches)
    assert {a for ids in memory.members.values() for a in ids} == {s.article for s in sketches}


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from((a_stream, a_crowd_without_days)))
def test_what_stands_is_what_grouping_all_at_once_keeps(seed: int, made: Callable[[int], list[Sketch]]) -> None:
    sketches = made(seed)
    random.Random(seed).shuffle(sketches)
    memory, _ = in_parts(sketches[n : n + 3] for n in range(0, len(sketches), 3))
    whole = {r.article: r for r in stories.add_all(sketches, {}).standings}
    for row in memory.rows.values():
        assert replace(row, story=None, links=()) == replace(whole[row.article], links=())
        assert set(row.links) == set(whole[row.article].links)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_changes_are_those_that_grouping_tells(seed: int) -> None:
    sketches = a_stream(seed)
    random.Random(seed).shuffle(sketches)
    half = len(sketches) // 2
    memory = Memory()
    memory.keep(stories.add_all(sketches[:half], {}), sketches[:half])
    before = {a: r.story or "" for a, r in memory.rows.items()}
    added = stories.add(sketches[half:], memory)
    want = stories.group(sketches, before).changes
    assert sorted(added.changes, key=lambda c: c.story) == sorted(want, key=lambda c: c.story)
    assert set(added.gone) == set(before.values()) - set(at_once(sketches))


def test_real_reports_added_one_by_one_make_the_stories_of_all_at_once(shared: Path) -> None:
    items = intake.take_in([str(shared / "data" / "news" / "articles.jsonl.gz")])
    real = [s for s in drawing.draw(islice(items, 120)) if isinstance(s, Sketch)]
    random.Random(3).shuffle(real)
    memory = Memory()
    memory.keep(stories.add_all(real[:40], {}), real[:40])
    for one in real[40:]:
        memory.keep(stories.add([one], memory), [one])
    assert memory.members == at_once(real)


def test_nothing_added_changes_nothing() -> None:
    memory, _ = in_parts([a_stream(1)])
    assert stories.add([], memory) == Added()


def test_a_report_of_another_matter_looks_at_few_others() -> None:
    sketches = [s for n in range(40) for s in event(f"m{n}x", 10, n * 10)]
    memory = Memory()
    memory.keep(stories.add_all(sketches, {}), sketches)
    memory.asked = 0
    added = stories.add([tell("lone", 200, [f"w{n}" for n in range(12)])], memory)
    assert [c.kind for c in added.changes] == ["new"]
    assert memory.asked == 0


def test_a_late_report_joins_its_story_and_leaves_the_rest() -> None:
    sketches = [s for n in range(40) for s in event(f"m{n}x", 10, n * 10)]
    memory = Memory()
    memory.keep(stories.add_all(sketches, {}), sketches)
    memory.asked = 0
    (late,) = event("m7x", 11, 70)[10:]
    added = stories.add([late], memory)
    assert [(c.kind, c.articles) for c in added.changes] == [("grown", (late.article,))]
    assert len(added.stories[0].articles) == 11
    assert memory.asked <= 30
