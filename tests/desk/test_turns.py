"""Of many that want one thing made, one makes it; nobody waits for who makes another."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from runut import face
from runut.desk import Desk
from runut.desk.turns import Turns
from runut.lang import Language
from runut.store import open_store

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kmp-lintang-samudra"


def crowd(
    turns: Turns,
    first: Callable[[], None],
    wait: Callable[[], None],
    waiting: int,
    began: threading.Event,
    go_on: threading.Event,
) -> None:
    """One in its turn, which goes on when so many others wait for theirs."""
    with ThreadPoolExecutor(waiting + 1) as pool:
        pool.submit(first)
        began.wait(10)
        for _ in range(waiting):
            pool.submit(wait)
        while turns._queues["same"].waiting < waiting + 1:
            pass
        go_on.set()


def test_a_turn_is_for_one_at_a_time_and_by_thing() -> None:
    turns = Turns()
    inside, most = 0, 0
    lock = threading.Lock()

    def work(n: int) -> None:
        nonlocal inside, most
        with turns.at("same"):
            with lock:
                inside += 1
                most = max(most, inside)
            with turns.at(f"other {n}"), lock:
                inside -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(200)))
    assert most == 1
    assert not turns._queues


def test_a_turn_ends_with_what_was_done_in_it() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="went wrong"), turns.at("same"):
        raise ValueError("went wrong")
    with turns.at("same"):
        assert turns._queues.keys() == {"same"}
    assert not turns._queues


def test_what_another_began_after_one_asked_is_taken() -> None:
    turns = Turns()
    seen: list[tuple[str, bool]] = []
    began, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with turns.at("same") as made:
            seen.append(("first", made))
            began.set()
            go_on.wait(10)

    def wait() -> None:
        with turns.at("same") as made:
            seen.append(("waited", made))

    crowd(turns, first, wait, 4, began, go_on)
    # The first had begun before the others asked, so one of them makes it again; that is good for the rest.
    assert seen == [("first", False), ("waited", False), ("waited", True), ("waited", True), ("waited", True)]


def test_what_went_wrong_is_not_taken() -> None:
    turns = Turns()
    seen: list[bool] = []
    began, go_on = threading.Event(), threading.Event()

    def fail() -> None:
        with turns.at("same"):
            began.set()
            go_on.wait(10)
            raise ValueError("went wrong")

    def wait() -> None:
        with turns.at("same") as made:
            seen.append(made)
            if len(seen) == 1:
                raise ValueError("went wrong")

    crowd(turns, fail, wait, 3, began, go_on)
    assert seen == [False, False, True]


def test_many_who_ask_for_a_story_have_it_told_once(
    tmp_path: Path, languages: Mapping[str, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    tell = face.tell_story
    monkeypatch.setattr(face, "tell_story", lambda *a, **k: (told.append(1), tell(*a, **k))[1])
    with open_store(tmp_path / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in([str(EXAMPLE)])
        desk.catch_up()
        (row, *_) = desk.stories()
        with ThreadPoolExecutor(6) as pool:
            accounts = list(pool.map(lambda _: desk.account(row.id), range(6)))
        assert len(told) == 1
        assert all(a == accounts[0] for a in accounts)
