"""`runut serve` as it is started and stopped: clear words for what cannot be, and nothing left behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner, Result

from runut.cli import cli, serving


def told(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["serve", *arguments])


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that something listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "meja.example"])
def test_an_address_that_others_reach_demands_a_token(tmp_path: Path, host: str) -> None:
    result = told("--store", str(tmp_path / "a.db"), "--host", host)
    assert result.exit_code == 2
    assert "give --token too" in result.output
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machines_own_addresses_do_not(host: str) -> None:
    assert serving._is_own(host)


def test_a_token_that_could_be_guessed_is_refused(tmp_path: Path) -> None:
    result = told("--store", str(tmp_path / "a.db"), "--token", "1234567")
    assert result.exit_code == 2
    assert "8 characters" in result.output


def test_a_port_that_is_taken_is_named(tmp_path: Path, taken: int) -> None:
    result = told("--store", str(tmp_path / "a.db"), "--port", str(taken))
    assert result.exit_code == 3
    assert f"port {taken} is taken" in result.output
    assert "--port" in result.output


def test_an_address_that_is_not_ours_is_named(tmp_path: Path) -> None:
    result = told(
        "--store", str(tmp_path / "a.db"), "--host", "203.0.113.9", "--token", "panjang-sekali", "--port", "0"
    )
    assert result.exit_code == 3
    assert "cannot listen on 203.0.113.9" in result.output


def test_what_is_no_store_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("bukan gudang data, hanya catatan")
    for store, words in (
        (str(tmp_path / "a.txt"), "is no store"),
        (str(tmp_path), "is a folder"),
        ("mysql://a/b", "is no store"),
        (str(tmp_path / "tidak" / "ada.db"), "there is no folder"),
    ):
        result = told("--store", store, "--port", "0", "--no-worker")
        assert result.exit_code == 2, store
        assert words in result.output
        assert "Traceback" not in result.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_stopped_and_leaves_nothing_running(tmp_path: Path, number: signal.Signals) -> None:
    worker = [] if number == signal.SIGINT else ["--no-worker"]
    command = [sys.executable, "-m", "runut.cli", "serve", "--store", "news.db", "--port", "0", *worker]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            found = re.match(r"Runut: (http://127\.0\.0\.1:\d+/)  \(Ctrl\+C stops\)\n", first)
            assert found, first
            page = httpx.get(found[1])
            assert page.status_code == 200
            assert "Belum ada laporan" in page.text
            process.send_signal(number)
            rest, _ = process.communicate(timeout=60)
            assert (process.returncode, rest) == (0, "")
            with pytest.raises(ProcessLookupError):
                os.killpg(process.pid, 0)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert (tmp_path / "news.db").exists()
    assert not (tmp_path / "news.db-wal").exists(), "the store was closed"


def test_the_names_of_this_machine() -> None:
    assert socket.gethostname().lower() in serving._names()
    assert not serving._names() & {"0.0.0.0", "*"}
