"""Jobs: asked for, done beside the server, looked at, stopped, repeated, and carried on whatever dies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from outlets import Outlet, answer, page, redirect
from runut import codec
from runut.desk import jobs, working
from runut.desk.records import CaughtUp, Occupied, Taken
from runut.intake.web import Limits
from runut.model import Article
from runut.store import Full, Store, open_store

QUICK = Limits(connect=2, silence=2, total=3, robots=2, delay=0)
REPORT = page("Jembatan Rawi Ambrol", "Jembatan di Desa Rawi ambrol Senin (4/5/2026) pagi, kata Kepala Desa Darmin.")


@dataclass
class StandIn:
    """A desk that keeps articles and reads none; `catching` is what catching up does."""

    store: Store
    catching: Callable[..., CaughtUp] = lambda **_: CaughtUp()
    caught: list[dict[str, Any]] = field(default_factory=list)

    def take_in(self, sources: Iterable[Article], *, origin: str) -> Taken:
        with self.store.writing() as writer:
            added = writer.add_articles(sources, origin=origin)
        return Taken(new=tuple(i for i, new in added if new), known=tuple(i for i, new in added if not new))

    def catch_up(self, **given: Any) -> CaughtUp:
        self.caught.append(given)
        return self.catching(**given)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[StandIn]:
    with open_store(tmp_path / "desk.db") as store:
        yield StandIn(store)


@contextmanager
def working_on(desk: StandIn, *, stale: float = 60.0) -> Iterator[threading.Event]:
    """A worker in a thread; the event stops it."""
    stopped = threading.Event()
    given = {"allow_private_links": True, "limits": QUICK, "stale": stale}
    thread = threading.Thread(target=working.work, args=(desk, stopped.is_set), kwargs=given)
    thread.start()
    try:
        yield stopped
    finally:
        stopped.set()
        thread.join()


def until(found: Callable[[], Any], seconds: float = 40.0) -> Any:
    """What `found` gives once it gives anything."""
    end = time.monotonic() + seconds
    while not (got := found()):
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.02)
    return got


def ended(store: Store, id: str) -> jobs.Progress:
    return until(lambda: (told := jobs.progress_of(store, id)) and told.ended and told)  # type: ignore[no-any-return]


def test_links_are_fetched_kept_and_then_read(store: Store, outlet: Outlet) -> None:
    desk = StandIn(store)
    outlet.pages |= {"/a": answer(REPORT), "/b": answer(REPORT), "/c": answer(b"<html></html>")}
    links = [f"{outlet.url}/{path}" for path in ("a", "b", "c", "hilang")]
    id = jobs.ask_links(desk.store, [*links, f"  {links[0]} ", "", "kabar"], story="s1")
    waiting = jobs.progress_of(desk.store, id)
    assert waiting is not None
    assert (waiting.state, waiting.ended, waiting.then) == ("queued", False, None)
    with working_on(desk):
        told = ended(desk.store, id)
    assert (told.state, told.kind, told.done, told.of) == ("done", "links", 5, 5)
    assert told.then is not None
    assert (told.then.kind, told.now.state) == ("catch-up", "done")
    outcome = told.now.outcome
    assert len(outcome.new) == 2
    assert {(left.source, left.key) for left in outcome.left} == {
        (links[2], "no_article"),
        (links[3], "gone"),
        ("kabar", "no_link"),
    }
    assert outcome.left[0].reason
    assert [given["tell"] for given in desk.caught] == [["s1"]]
    with desk.store.reading() as view:
        assert {row.source for row in view.article_rows()} == set(links[:2])
        assert {row.origin for row in view.article_rows()} == {"link"}
        assert {row.source for row in view.skipped(job=id)} == {links[2], links[3], "kabar"}
    assert [job.id for job in jobs.recent(desk.store)] == [id]


def test_links_given_again_are_known(desk: StandIn, outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    with working_on(desk):
        first = ended(desk.store, jobs.ask_links(desk.store, [f"{outlet.url}/a"])).now.outcome
        again = ended(desk.store, jobs.ask_links(desk.store, [f"{outlet.url}/a"])).now.outcome
    assert (len(first.new), again.new, again.known) == (1, (), first.new)


def test_links_to_places_of_one_page_are_one(desk: StandIn, outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    id = jobs.ask_links(desk.store, [f"{outlet.url}/a#atas", f"{outlet.url}/a", f"{outlet.url}/a#bawah"])
    with working_on(desk):
        told = ended(desk.store, id)
    assert (told.done, told.of) == (1, 1)
    assert len(told.now.outcome.new) == 1
    assert told.now.outcome.left == ()


def test_links_that_lead_to_one_page_are_all_accounted_for(desk: StandIn, outlet: Outlet) -> None:
    outlet.pages |= {"/a": answer(REPORT), "/b": redirect(f"{outlet.url}/a"), "/c": answer(REPORT)}
    links = [f"{outlet.url}/{name}" for name in "abc"]
    id = jobs.ask_links(desk.store, links)
    with working_on(desk):
        told = ended(desk.store, id)
    outcome = told.now.outcome
    assert (len(outcome.new), outcome.known) == (2, ())  # the same text at another address is another report
    assert [(left.source, left.reason) for left in outcome.left] == [
        (links[1], "given twice: the page of a link before")
    ]


def test_no_links_and_too_many_are_refused(desk: StandIn) -> None:
    with pytest.raises(ValueError, match="no links"):
        jobs.ask_links(desk.store, [" ", ""])
    with pytest.raises(ValueError, match="runut add"):
        jobs.ask_links(desk.store, (f"https://kabar.example/{n}" for n in range(jobs.MAX_LINKS + 1)))


def test_asking_twice_to_catch_up_is_one_job_and_all_that_wait_are_one_pass(desk: StandIn) -> None:
    first = jobs.ask_catch_up(desk.store)
    assert jobs.ask_catch_up(desk.store) == first
    told = jobs.ask_catch_up(desk.store, ["s2"])
    assert told != first
    outcome = jobs.Outcome(new=("a1",), left=(jobs.Left(source="x.txt", reason="the file is empty"),))
    added = jobs.ask_catch_up(desk.store, story="s1", outcome=outcome)
    with working_on(desk):
        assert ended(desk.store, added).outcome == outcome
        assert [ended(desk.store, id).state for id in (first, told)] == ["done", "done"]
        assert [given["tell"] for given in desk.caught] == [["s1", "s2"]]
        assert jobs.ask_catch_up(desk.store) != first


def test_progress_is_seen_while_it_is_made(desk: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "BEAT", 0.05)
    go_on = threading.Event()

    def catching(*, progress: Callable[[str, int, int | None], None], **_: Any) -> CaughtUp:
        progress("read", 3, 7)
        go_on.wait(10)
        return CaughtUp(read=7)

    desk.catching = catching
    id = jobs.ask_catch_up(desk.store)
    with working_on(desk):
        told = until(lambda: (p := jobs.progress_of(desk.store, id)) and p.stage and p)
        assert (told.state, told.stage, told.done, told.of) == ("running", "read", 3, 7)
        go_on.set()
        assert ended(desk.store, id).state == "done"


def test_links_are_cancelled_between_two_articles(
    desk: StandIn, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BEAT", 0.05)
    outlet.pages["/a"] = answer(REPORT)
    outlet.pages["/b"] = lambda connection: outlet.wait(20) and None  # type: ignore[assignment,return-value]
    links = [f"{outlet.url}/{path}" for path in ("a", "b", "c")]
    id = jobs.ask_links(desk.store, links)
    with working_on(desk):
        until(lambda: "/b" in outlet.paths)
        began = time.monotonic()
        assert jobs.cancel(desk.store, id)
        told = until(lambda: (p := jobs.progress_of(desk.store, id)) and p.outcome.new and p)
        assert time.monotonic() - began < 15
        until(lambda: desk.caught)  # what was taken in is read all the same
    assert (told.state, told.ended) == ("cancelled", True)
    assert [(left.source, left.key) for left in told.outcome.left] == [(links[1], "stopped"), (links[2], "stopped")]
    assert not jobs.cancel(desk.store, id)
    assert not jobs.cancel(desk.store, "nirwana")
    outlet.pages |= {"/b": answer(REPORT), "/c": answer(REPORT)}
    with working_on(desk):
        again = ended(desk.store, jobs.repeat(desk.store, id))
    assert len(again.now.outcome.new) == 2
    assert outlet.paths.count("/a") == 1
    with pytest.raises(KeyError):
        jobs.repeat(desk.store, "nirwana")


def test_a_job_that_waits_is_cancelled_at_once(desk: StandIn) -> None:
    id = jobs.ask_catch_up(desk.store)
    assert jobs.cancel(desk.store, id)
    told = jobs.progress_of(desk.store, id)
    assert told is not None
    assert (told.state, told.ended) == ("cancelled", True)
    with working_on(desk):
        time.sleep(0.5)
    assert desk.caught == []
    assert jobs.repeat(desk.store, id) != id


def test_a_worker_that_stops_leaves_the_rest_to_a_job_that_carries_on(desk: StandIn, outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    outlet.pages["/b"] = lambda connection: outlet.wait(20) and None  # type: ignore[assignment,return-value]
    id = jobs.ask_links(desk.store, [f"{outlet.url}/a", f"{outlet.url}/b"])
    began = time.monotonic()
    with working_on(desk) as stopped:
        until(lambda: "/b" in outlet.paths)
        stopped.set()
    assert time.monotonic() - began < 15
    told = jobs.progress_of(desk.store, id)
    assert told is not None
    assert told.then is not None
    assert (told.state, told.then.kind, told.then.state, told.ended) == ("done", "links", "queued", False)
    outlet.pages["/b"] = answer(REPORT)
    with working_on(desk):
        told = ended(desk.store, id)
    assert len(told.now.outcome.new) == 2
    assert outlet.paths.count("/a") == 1


def test_reading_that_was_left_is_carried_on(desk: StandIn) -> None:
    begun = threading.Event()

    def catching(*, cancelled: Callable[[], bool], **_: Any) -> CaughtUp:
        begun.set()
        until(cancelled)
        return CaughtUp()

    desk.catching = catching
    id = jobs.ask_catch_up(desk.store, ["s1"])
    with working_on(desk) as stopped:
        begun.wait(10)
        stopped.set()
    told = jobs.progress_of(desk.store, id)
    assert told is not None
    assert (told.state, told.now.state, told.ended) == ("done", "queued", False)
    desk.catching = lambda **_: CaughtUp()
    with working_on(desk):
        ended(desk.store, id)
    assert [given["tell"] for given in desk.caught] == [["s1"], ["s1"]]


def test_a_job_whose_worker_died_is_begun_anew_but_not_for_ever(desk: StandIn) -> None:
    id = jobs.ask_catch_up(desk.store)
    for _ in range(working.MOST_TRIES):
        time.sleep(0.01)
        with desk.store.writing() as writer:
            taken = writer.take_job(jobs.KINDS, stale_after=0)
        assert taken is not None
        assert taken.id == id
    with working_on(desk, stale=0.2):
        told = ended(desk.store, id)
    assert told.state == "failed"
    assert "3 times" in told.problem
    fresh = jobs.repeat(desk.store, id)
    with desk.store.writing() as writer:
        writer.take_job(jobs.KINDS, stale_after=60)
    with working_on(desk, stale=0.2):
        assert ended(desk.store, fresh).state == "done"


def test_what_was_left_unread_is_read_when_a_worker_starts_but_not_where_reading_failed(desk: StandIn) -> None:
    text = "Jembatan ambrol."
    article = Article(id=codec.article_id("a", text), source="a", text=text, sha256=codec.sha256(text))
    desk.take_in([article], origin="cli")
    with working_on(desk):
        until(lambda: desk.caught)
        (job,) = jobs.recent(desk.store)
        ended(desk.store, job.id)
    with desk.store.writing() as writer:
        writer.end_job(job.id, "failed", "its process died")
    with working_on(desk):
        time.sleep(0.5)
    assert len(desk.caught) == 1


def test_a_failure_is_told_and_ends_nothing_else(desk: StandIn) -> None:
    def failing(**_: Any) -> CaughtUp:
        raise OSError("no room on the disk")

    desk.catching = failing
    with working_on(desk):
        told = ended(desk.store, jobs.ask_catch_up(desk.store))
        assert (told.state, told.problem) == ("failed", "no room on the disk")
        desk.catching = lambda **_: CaughtUp()
        assert ended(desk.store, jobs.ask_catch_up(desk.store)).state == "done"


def test_a_store_that_is_away_for_a_while_is_waited_for(
    desk: StandIn, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(working, "AWAY", 0.05)
    away = threading.Event()
    away.set()
    look = desk.store.read

    def read(ask: Callable[[Any], Any]) -> Any:
        if away.is_set() and threading.current_thread() is not threading.main_thread():
            raise Full("no room")
        return look(ask)

    monkeypatch.setattr(desk.store, "read", read)
    id = jobs.ask_catch_up(desk.store)
    with working_on(desk):
        until(lambda: caplog.records)
        assert (told := jobs.progress_of(desk.store, id)) and told.state == "queued"
        away.clear()
        assert ended(desk.store, id).state == "done"
    assert [record.getMessage() for record in caplog.records] == ["jobs wait: no room"]


def test_how_a_job_ended_is_kept_once(desk: StandIn) -> None:
    jobs.ask_catch_up(desk.store)
    with desk.store.writing() as writer:
        row = writer.take_job(jobs.KINDS, stale_after=60)
    assert row is not None
    run = working.Run(row, lambda: False)
    run.end(desk.store, "done", read=3)
    run.end(desk.store, "failed", "the connection broke")
    told = jobs.progress_of(desk.store, row.id)
    assert told is not None
    assert (told.state, told.problem) == ("done", "")


def test_another_process_that_reads_is_waited_for(desk: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "AWAY", 0.05)
    asked = []

    def occupied(**_: Any) -> CaughtUp:
        asked.append(1)
        if len(asked) < 3:
            raise Occupied
        return CaughtUp()

    desk.catching = occupied
    with working_on(desk):
        assert ended(desk.store, jobs.ask_catch_up(desk.store)).state == "done"
    assert len(asked) == 3


def test_a_page_that_breaks_the_reader_is_one_that_gave_nothing(
    desk: StandIn, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(page: object) -> Article:
        raise RuntimeError("oh")

    monkeypatch.setattr(working, "read_fetched", broken)
    outlet.pages["/a"] = answer(REPORT)
    with working_on(desk):
        told = ended(desk.store, jobs.ask_links(desk.store, [f"{outlet.url}/a"]))
    assert [left.reason for left in told.now.outcome.left] == ["could not be read: RuntimeError: oh"]


def test_what_is_no_payload_of_ours_has_no_outcome(desk: StandIn) -> None:
    store = desk.store
    with store.writing() as writer:
        rows = [writer.add_job("catch-up", data) for data in (b"", b"[]", b"\xff", b'{"outcome": 1}')]
    for row in rows:
        told = jobs.progress_of(store, row.id)
        assert told is not None
        assert told.outcome == jobs.Outcome()
    assert jobs.progress_of(store, "nirwana") is None
    assert len(jobs.recent(store)) == 4
