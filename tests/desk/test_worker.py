"""The process that does jobs: it starts, is started again when it dies, and never outlives its server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from outlets import Outlet, answer, page
from runut.desk import jobs
from runut.desk.worker import Worker
from runut.store import Store, open_store

REPORT = page("Jembatan Rawi Ambrol", "Jembatan di Desa Rawi ambrol Senin (4/5/2026) pagi, kata Kepala Desa Darmin.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "desk.db") as opened:
        yield opened


def until(found: Callable[[], object], seconds: float = 90.0) -> None:
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.05)


def runs(pid: int) -> bool:
    """Whether a process is there, and no mere entry in the table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_link_is_read_into_a_story_by_a_worker_that_was_killed_before(store: Store, outlet: Outlet) -> None:
    outlet.pages["/a"] = answer(REPORT)
    worker = Worker(store.url, allow_private_links=True)
    try:
        first = worker.pid
        os.kill(first, signal.SIGKILL)
        id = jobs.ask_links(store, [f"{outlet.url}/a"])
        until(lambda: (told := jobs.progress_of(store, id)) and told.ended)
        assert worker.pid != first
    finally:
        last = worker.pid
        worker.stop()
    assert not runs(last)
    told = jobs.progress_of(store, id)
    assert told is not None
    assert told.now.state == "done"
    with store.reading() as view:
        (story,) = view.stories()
        assert view.members(story.id) == list(told.now.outcome.new)


def test_a_worker_ends_with_the_process_that_started_it(store: Store) -> None:
    code = "import sys, time\nfrom runut.desk.worker import Worker\nprint(Worker(sys.argv[1]).pid, flush=True)\ntime.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, store.url], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        pid = int(server.stdout.readline())
        assert runs(pid)
        server.kill()
    until(lambda: not runs(pid))


def test_nothing_is_run_out_of_the_folder_that_it_was_started_in(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ours = tmp_path / "downloads"
    ours.mkdir()
    (ours / "json.py").write_text("raise SystemExit('run out of the folder')")
    monkeypatch.chdir(ours)
    worker = Worker(store.url)
    try:
        id = jobs.ask_catch_up(store)
        until(lambda: (told := jobs.progress_of(store, id)) and told.ended)
    finally:
        worker.stop()
    assert "run out of the folder" not in capfd.readouterr().err


def test_a_worker_without_a_store_is_not_started_over_and_over(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "desk.db").write_text("bukan gudang" * 100)
    worker = Worker(str(tmp_path / "desk.db"))
    first = worker.pid
    until(lambda: worker.pid != first)
    worker.stop()
    told = capfd.readouterr().err
    assert "Traceback" not in told
    assert "desk.db" in told
    assert "Fatal" not in told


def test_a_worker_that_gives_up_while_its_server_lives_ends_by_itself(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_text("bukan gudang" * 100)
    told = json.dumps({"store": str(tmp_path / "desk.db"), "allow_private_links": False}).encode() + b"\n"
    command = [sys.executable, "-c", "from runut.desk.worker import serve; serve()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        assert worker.stderr is not None
        worker.stdin.write(told)
        worker.stdin.flush()  # and it stays open, as a server's does
        assert worker.wait(60) == 1
        assert b"Fatal" not in worker.stderr.read()
