"""Jobs are asked for, taken once, watched and cancelled; a lock is one holder's until its time is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rows_for_store import Clock

from runut.store import Store, open_store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(store_url: str, clock: Clock) -> Iterator[Store]:
    with open_store(store_url, clock=clock) as opened:
        yield opened


def test_jobs_are_taken_in_turn_and_once(store: Store, clock: Clock) -> None:
    with store.writing() as writer:
        one = writer.add_job("links", b"1\x00")
        two = writer.add_job("catch_up", b"2")
        assert (one.state, one.done, one.of, one.message, one.payload, one.tries) == (
            "queued",
            0,
            None,
            "",
            b"1\x00",
            0,
        )
        clock.on(1)
        taken = writer.take_job(["links", "catch_up"], stale_after=30)
        assert taken is not None
        assert (taken.id, taken.state, taken.tries) == (one.id, "running", 1)
        assert taken.changed_at > taken.asked_at
        assert writer.take_job(["links"], stale_after=30) is None
        assert writer.take_job([], stale_after=30) is None
        other = writer.take_job(["catch_up"], stale_after=30)
        assert other is not None
        assert other.id == two.id
        assert [j.id for j in writer.jobs()] == [two.id, one.id]
        assert writer.jobs(states=["queued"]) == []
        assert len(writer.jobs(states=["running"], limit=1)) == 1
        assert writer.job("none") is None


def test_a_job_that_is_not_heard_of_waits_again(store: Store, clock: Clock) -> None:
    with store.writing() as writer:
        id = writer.add_job("links", b"").id
        writer.take_job(["links"], stale_after=30)
        clock.on(29)
        assert writer.beat_job(id, 3, 10, "3 dari 10")
        clock.on(29)
        assert writer.take_job(["links"], stale_after=30) is None
        clock.on(2)
        taken = writer.take_job(["links"], stale_after=30)
        assert taken is not None
        assert (taken.done, taken.of, taken.message, taken.tries) == (3, 10, "3 dari 10", 2)


def test_a_job_ends_with_its_result(store: Store) -> None:
    with store.writing() as writer:
        id = writer.add_job("links", b"").id
        writer.take_job(["links"], stale_after=30)
        writer.end_job(id, "done", "selesai", b"hasil")
        job = writer.job(id)
        assert job is not None
        assert (job.state, job.message, job.result) == ("done", "selesai", b"hasil")
        assert not writer.beat_job(id, 1, 1, "")
        assert not writer.ask_cancel(id)
        with pytest.raises(ValueError, match="running"):
            writer.end_job(id, "running", "")


def test_a_cancelled_job_hears_of_it(store: Store) -> None:
    with store.writing() as writer:
        waits, runs = writer.add_job("a", b"").id, writer.add_job("b", b"").id
        writer.take_job(["b"], stale_after=30)
        assert writer.ask_cancel(waits)
        assert writer.ask_cancel(runs)
        assert not writer.ask_cancel("none")
        assert not writer.beat_job(runs, 1, 2, "")
        assert writer.take_job(["a", "b"], stale_after=0) is None
        assert {j.state for j in writer.jobs()} == {"cancelled"}


def test_a_lock_is_one_holders_until_its_time_is_over(store: Store, clock: Clock) -> None:
    with store.writing() as writer:
        assert writer.take_lock("catch_up", "a", 10)
        assert not writer.take_lock("catch_up", "b", 10)
        assert writer.take_lock("other", "b", 10)
        clock.on(9)
        assert writer.take_lock("catch_up", "a", 10)
        clock.on(9)
        assert not writer.take_lock("catch_up", "b", 10)
        clock.on(2)
        assert writer.take_lock("catch_up", "b", 10)
        assert not writer.free_lock("catch_up", "a")
        assert writer.free_lock("catch_up", "b")
        assert writer.take_lock("catch_up", "a", 10)
