"""The process beside a server that does the jobs of its store: started, watched, started again where it dies, and stopped."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

# Seconds: how soon a process that died is started again, at first and at most, and how long it may take to leave its work.
FIRST_PAUSE, LONGEST_PAUSE, GRACE = 0.5, 30.0, 15.0
# One that lived for so long had not died of its start.
SETTLED = 60.0

_COMMAND = "from runut.desk.worker import serve; serve()"

log = logging.getLogger("runut.desk")


class Worker:
    """One process that does jobs. It ends with `stop`, or by itself where the process that made it is gone."""

    def __init__(self, store_url: str, *, allow_private_links: bool = False) -> None:
        self._told = json.dumps({"store": store_url, "allow_private_links": allow_private_links}).encode() + b"\n"
        self._stopping = threading.Event()
        self._process = self._started()
        self._watching = threading.Thread(target=self._watch, name="runut-worker", daemon=True)
        self._watching.start()

    @property
    def pid(self) -> int:
        """The id of the process that is at it now."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Let the process leave its work at the next article, and wait until it is gone; ended at once where it takes too long."""
        self._stopping.set()
        self._watching.join()
        process = self._process
        _hang_up(process)
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _COMMAND],  # nothing is taken out of the folder that it was started in
            stdin=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            start_new_session=True,  # Ctrl-C is for the server, which then lets the worker end
        )
        assert process.stdin is not None
        # The address may hold a password, which no list of processes should show.
        with suppress(OSError):
            process.stdin.write(self._told)
            process.stdin.flush()
        return process

    def _watch(self) -> None:
        pause = FIRST_PAUSE
        began = time.monotonic()
        while not self._stopping.wait(0.25):
            if self.is_alive:
                continue
            log.warning("the worker ended (%s) and is started again", self._process.returncode)
            _hang_up(self._process)
            pause = FIRST_PAUSE if time.monotonic() - began > SETTLED else pause
            if self._stopping.wait(pause):
                return
            pause = min(2 * pause, LONGEST_PAUSE)
            self._process = self._started()
            began = time.monotonic()


def serve() -> None:
    """Do the jobs of the store that standard input names, until it ends or SIGTERM comes."""
    from runut.desk.jobs import work

    logging.basicConfig(level=logging.WARNING, format="runut worker: %(levelname)s %(message)s")
    stopping = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    told = json.loads(sys.stdin.buffer.readline() or b"null")
    if told is None:
        return
    if hasattr(os, "nice"):
        os.nice(5)  # pages that somebody waits for come first
    threading.Thread(target=_listen, args=(stopping,), daemon=True).start()
    try:
        work(told["store"], stopping.is_set, allow_private_links=told["allow_private_links"])
    except (OSError, ValueError) as error:
        log.error("%s", error)
        sys.exit(1)


def _listen(stopping: threading.Event) -> None:
    """Standard input ends where the server hangs up, or is gone."""
    # Not through sys.stdin: whoever waits in it holds its lock, and a process that ends meanwhile dies of that.
    while os.read(sys.stdin.fileno(), 1):
        pass
    stopping.set()


def _hang_up(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.close()
