"""Accounts of an earlier build in a store are told anew and hold until they are; a store is a source to hold accounts against."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from invented import FLOOD

import runut
from runut import codec
from runut.cli import cli
from runut.desk import Desk, accounts
from runut.store import open_store


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


def test_an_account_of_an_earlier_build_is_told_anew_and_holds_until_then(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take_in(FLOOD)
    desk.catch_up()
    (story,) = (row.id for row in desk.stories())
    older = json.loads(runut.to_json(desk.account(story)))
    del older["disputes"]
    older["sha256"] = hashlib.sha256(msgspec.json.encode(older | {"sha256": ""})).hexdigest()
    with monkeypatch.context() as before:
        before.setattr(codec, "account_shape", lambda: "of that build")
        before.setattr(accounts, "_file", lambda told: msgspec.json.encode(older))
        desk.account(story)
    assert desk.state(story).stale
    assert "disputes" not in json.loads(desk.account_json(story, fresh=False))
    assert runut.verify(desk.account(story, fresh=False), reread=False) == ()
    assert "disputes" in json.loads(desk.account_json(story))
    assert not desk.state(story).stale
    told = desk.account_json(story)
    assert desk.account_json(story) == told  # and once


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """The file of an account whose reports came by the API: they lie in the store news.db beside it alone."""
    with open_store(tmp_path / "news.db") as store:
        desk = Desk(store)
        desk.take_in(FLOOD, origin="api")
        desk.catch_up()
        (story,) = (row.id for row in desk.stories())
        (tmp_path / "a.json").write_bytes(desk.account_json(story))
    return tmp_path / "a.json"


def test_an_account_is_held_against_the_store_that_has_its_reports(account: Path) -> None:
    store = account.parent / "news.db"
    held = run("verify", account, "--store", store)
    assert (held.exit_code, "all hold" in held.stdout) == (0, True), held.output
    told = json.loads(account.read_bytes())
    told["articles"][0]["text"] += "!"
    account.write_text(json.dumps(told), "utf-8")
    assert run("verify", account, "--store", store).exit_code == 1


def test_reports_that_are_in_no_file_are_said_to_lie_in_a_store(account: Path) -> None:
    bare = run("verify", account)
    assert bare.exit_code == 1
    assert "--store news.db" in bare.stderr
    assert "--spans-only" in bare.stderr
    assert run("verify", account, "--spans-only").exit_code == 0
    assert run("verify", account, "--store", account.parent / "none.db").exit_code == 2


def test_what_the_store_lacks_is_looked_for_in_its_file(account: Path, tmp_path: Path) -> None:
    report = tmp_path / "surat.txt"
    report.write_text("RANDU – Gudang beras Randu terbakar, Senin (3/2/2031). Tidak ada korban.", "utf-8")
    assert run("account", report, "--json", tmp_path / "b.json").exit_code == 0
    assert run("verify", tmp_path / "b.json", "--store", account.parent / "news.db").exit_code == 0
