"""A batch under fire: killed, starved of memory and of disk, stopped, given broken files; nothing is lost and nothing stands twice."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from reports_for_batch import digests, report, write_reports
from several_chunks import no_file_is_small  # noqa: F401 - used by itself

from runut import batching
from runut.batching import Options, workers, working
from runut.batching.journal import Entry, Journal
from runut.intake import pieces
from runut.lang import Language
from runut.model import Article, Reading

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and limits")
CHUNK = 6
REPORTS = 40

RUN = f"""
import sys
from runut import batching
from runut.intake import pieces
pieces.SMALL_BYTES = 0
{{more}}
made = batching.batch([sys.argv[1]], sys.argv[2], batching.Options(chunk={CHUNK}), workers=1)
assert not made.faults, made.faults
"""
# Ends the process by SIGKILL at the Nth time that it syncs, renames, makes or removes anything under OUT.
KILLED = """
import os, signal
left = [int(sys.argv[3])]
def count(name):
    plain = getattr(os, name)
    def counted(*given, **named):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(*given, **named)
    setattr(os, name, counted)
for name in ("fsync", "replace", "mkdir", "rmdir", "unlink"):
    count(name)
"""
# After so many files of a process that is started so, nothing more can be written to the disk.
FULL = """
import errno, os, sys
left = [{after}]
plain = os.fsync
def fsync(handle):
    left[0] -= 1
    if left[0] < 0:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    plain(handle)
if sys.argv[0] == {where!r}:
    os.fsync = fsync
"""
SMALL_CHUNKS = """
from functools import partial
from runut import batching, cli
from runut.intake import pieces
pieces.SMALL_BYTES = 0
batching.Options = partial(batching.Options, chunk=10)
{more}
cli.main()
"""
# After the second line of the journal it only waits: however slow the machine, the signal finds the batch at work. It sleeps by turns: a
# signal that comes right before `signal.pause` would wake nobody.
WAITING = """
import time
from runut.batching.journal import Journal
plain, left = Journal.add, [2]
def add(*given):
    plain(*given)
    left[0] -= 1
    while left[0] == 0:
        time.sleep(0.01)
Journal.add = add
"""
DEADLY = """
import os, signal
from runut import pipeline
plain = pipeline.glance
def glance(article, *given):
    if any(f"laporan ke-{{n}}." in article.text for n in {which}):
        {what}
    return plain(article, *given)
pipeline.glance = glance
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("masuk") / "a.jsonl", range(REPORTS))


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The tables of a run that nothing disturbs."""
    out = tmp_path_factory.mktemp("utuh") / "out"
    batching.batch([str(source)], str(out), Options(chunk=CHUNK), workers=1)
    return digests(out)


def started(source: Path, out: Path, *more: str, code: str = RUN.format(more="")) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(source), str(out), *more], stderr=subprocess.PIPE, text=True
    )


def ends_well(source: Path, out: Path) -> None:
    with started(source, out) as running:
        assert running.wait() == 0, running.stderr and running.stderr.read()


def lines(out: Path) -> int:
    journal = out / "journal.jsonl"
    return len(journal.read_bytes().splitlines()) if journal.exists() else 0


@pytest.mark.parametrize("at", [(2, 9, 31, 75), (8, 110, 60, 95)])
def test_killed_at_any_step_and_begun_again_it_writes_what_an_undisturbed_run_does(
    at: tuple[int, ...], source: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    stood = 0
    for steps in at:
        with started(source, out, str(steps), code=RUN.format(more=KILLED)) as running:
            assert running.wait() in (-signal.SIGKILL, 0)
        assert lines(out) >= stood
        stood = lines(out)
    assert stood
    ends_well(source, out)
    assert digests(out) == expected
    assert {path.name for path in out.iterdir() if not path.is_dir()} == {"manifest.json", "journal.jsonl"}
    assert not list(out.glob(".staged-*"))


def test_a_worker_of_a_killed_run_ends_by_itself(source: Path, tmp_path: Path) -> None:
    with started(source, tmp_path / "out", "12", code=RUN.format(more=KILLED)) as running:
        running.wait()
    until = time.monotonic() + 20
    while (left := workers_of(tmp_path / "out")) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def workers_of(out: Path) -> list[str]:
    """Processes that have a file open under a folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*/fd"):
        with contextlib.suppress(OSError):
            found += [str(fd) for fd in folder.iterdir() if os.readlink(fd).startswith(str(out))]
    return found


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "its process was killed by SIGKILL, perhaps for want of memory"),
        ("raise MemoryError", "could not be read"),
    ],
)
def test_an_article_that_ends_its_worker_is_skipped_and_the_rest_is_read(
    what: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(DEADLY.format(what=what, which=(17,)), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    few = write_reports(tmp_path / "a.jsonl", range(14, 20))
    made = batching.batch([str(few)], str(tmp_path / "out"), Options(chunk=4, stories=False), workers=1)
    assert made.faults == ()
    assert (made.read, dict(made.skipped)) == (5, {kind: 1})


def test_of_a_small_file_only_the_deadly_record_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "SMALL_BYTES", 1 << 16)
    few = write_reports(tmp_path / "a.jsonl", range(16, 18))
    (tmp_path / "sitecustomize.py").write_text(DEADLY.format(what="os._exit(7)", which=(17,)), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    made = batching.batch([str(few)], str(tmp_path / "out"), Options(stories=False), workers=1)
    assert (made.read, dict(made.skipped)) == (1, {"its process ended with exit code N": 1})


def test_workers_that_always_die_stop_the_batch(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import os\nos._exit(9)\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(batching.Stopped, match="cannot be started: its process ended with exit code"):
        batching.batch([str(source)], str(tmp_path / "out"), Options(chunk=CHUNK), workers=1)


def test_so_many_lost_in_a_row_stop_the_batch(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_LOST", 0)
    (tmp_path / "sitecustomize.py").write_text(DEADLY.format(what="os._exit(7)", which=(0,)), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(batching.Stopped, match="in a row could not be read"):
        batching.batch([str(source)], str(tmp_path / "out"), Options(chunk=1), workers=1)


@pytest.mark.parametrize(("where", "after"), [("-c", 4), ("-m", 12)], ids=["worker", "parent"])
def test_a_full_disk_is_one_clear_line_and_the_batch_goes_on_when_there_is_room(
    where: str, after: int, source: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(FULL.format(where=where, after=after), "utf-8")
    out = tmp_path / "out"
    command = [
        sys.executable,
        "-m",
        "runut.cli",
        "batch",
        str(source.parent),
        str(out),
        "--workers",
        "1",
        "--no-stories",
    ]
    full = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    done = subprocess.run(command, env=full, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    (told,) = done.stderr.splitlines()
    assert told == (
        f"runut: {out} cannot be written: No space left on device; make room, then run the same command again: "
        "it goes on where it stood"
    )
    assert not list(out.glob(".staged-*"))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{REPORTS}  read" in done.stdout


def test_a_limit_on_the_size_of_files_is_told_and_the_batch_goes_on_without_it(
    source: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3500, 3500))"
    with started(source, tmp_path / "out", code=RUN.format(more=limit)) as running:
        assert running.wait() == 1
        assert "File too large; make room" in (running.stderr.read() if running.stderr else "")
    ends_well(source, tmp_path / "out")
    assert digests(tmp_path / "out") == expected


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_a_batch_that_goes_on(number: signal.Signals, tmp_path: Path) -> None:
    many = write_reports(tmp_path / "banyak.jsonl", range(150))
    out = tmp_path / "out"
    given = ["batch", str(many), str(out), "--workers", "1", "--no-stories"]
    first = [sys.executable, "-c", SMALL_CHUNKS.format(more=WAITING), *given]
    with subprocess.Popen(first, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        while not lines(out) and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(number)
        _, told = running.communicate(timeout=60)
        assert running.returncode == 128 + number
    assert told == f"runut: stopped; the same command goes on where {out} stands\n"
    assert 0 < lines(out) < 3
    assert not list(out.glob(".staged-*"))
    if number == signal.SIGTERM:
        again = [sys.executable, "-c", SMALL_CHUNKS.format(more=""), *given]
        done = subprocess.run(again, capture_output=True, text=True, check=True)
        assert "150  read" in done.stdout


def test_broken_and_cut_files_cost_what_is_broken_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    whole = gzip.compress("".join(json.dumps(report(n)) + "\n" for n in range(400)).encode())
    (folder / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "b.jsonl.gz").write_bytes(whole[:3000] + b"\0" * 200 + whole[3200:])
    (folder / "c.parquet").write_bytes(b"PAR1" + b"\7" * 300)
    (folder / "d.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n")[:-9])
    write_reports(folder / "e.jsonl", range(400, 410))
    made = batching.batch([str(folder)], str(tmp_path / "out"), Options(chunk=50, stories=False), workers=1)
    assert made.faults == ()
    assert made.read > 100
    assert sum(made.skipped.values()) >= 4
    assert made.taken == made.read + sum(made.skipped.values())


def test_a_torn_line_of_the_journal_is_cut_off(tmp_path: Path) -> None:
    entry = Entry(chunk=0, taken=3, octets=9, rows={"articles": 3}, skipped={})
    with Journal(tmp_path) as log:
        log.add(entry)
    whole = (tmp_path / "journal.jsonl").read_bytes()
    for torn in (b'{"chunk": 1, "tak', b"\0" * 30, b'{"chunk": 1}\n', whole, b"\xff\n"):
        (tmp_path / "journal.jsonl").write_bytes(whole + torn)
        with Journal(tmp_path) as log:
            assert (log.chunks, log.taken, dict(log.rows)) == (1, 3, {"articles": 3})
        assert (tmp_path / "journal.jsonl").read_bytes() == whole


def test_an_article_that_takes_too_long_is_given_up(
    languages: Mapping[str, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_without_end(article: Article) -> Reading:
        while True:
            pass

    monkeypatch.setattr(working, "PATIENCE", 0.05)
    before = signal.getsignal(signal.SIGVTALRM)
    working.be_patient()
    try:
        article = Article(id="0" * 16, source="lama.txt", text="Gudang terbakar.", sha256="0" * 64)
        worked = working.gather([article], Options(), read_without_end, languages["id"])
    finally:
        signal.signal(signal.SIGVTALRM, before)
    (row,) = worked.tables["skipped"].to_pylist()
    assert row["reason"] == "could not be read: TimeoutError: it took more than 0.05 s of the processor"


def test_a_part_that_was_spoiled_since_is_told(source: Path, tmp_path: Path) -> None:
    batching.manifest.begin(tmp_path, batching.plan.make([str(source)], Options(chunk=CHUNK)))
    with Journal(tmp_path) as log:
        log.add(Entry(chunk=0, taken=3, octets=9, rows={"articles": 3}, skipped={}))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "part-000000.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(batching.Stopped, match=r"cannot be read: .*; begin again in another folder"):
        batching.batch([str(source)], str(tmp_path), Options(chunk=CHUNK), workers=1)


def test_room_is_no_advice_where_nothing_can_be_written(source: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", "utf-8")
    command = [sys.executable, "-m", "runut.cli", "batch", str(source.parent), str(tmp_path / "berkas" / "out")]
    done = subprocess.run([*command, "--workers", "1"], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr and "see to it that it can be" in done.stderr
    assert "make room" not in done.stderr
