"""The file of judgements: several who add to it at once, and what is said of files and words that are none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import runut
from runut import locking
from runut.cli import cli, judgements
from runut.model import Judgement

REPORTS = [
    {
        "source": "a",
        "outlet": "Kabar Randu",
        "published": "2031-05-04",
        "text": "RANDU - Sebanyak 14 orang tewas dalam banjir di Randu, kata Kepala BPBD Randu Tono Wibowo, Minggu (4/5/2031).\n",
    },
    {
        "source": "b",
        "outlet": "Suara Rawa",
        "published": "2031-05-04",
        "text": "RAWA - Banjir di Randu menewaskan 14 orang, Minggu (4/5/2031). Warga mengungsi ke balai desa.\n",
    },
]


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, args)))


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with reports in `k`, their account in `a.json` and the judgements in `p.jsonl`."""
    (tmp_path / "k").mkdir()
    for report in REPORTS:
        (tmp_path / "k" / f"{report['source']}.json").write_text(json.dumps(report), "utf-8")
    told = run("account", tmp_path / "k", "--json", tmp_path / "a.json", "--judgements", tmp_path / "p.jsonl", "-q")
    assert told.exit_code == 0, told.stderr
    return tmp_path


def note(office: Path, by: str) -> Judgement:
    account = runut.account_from_json((office / "a.json").read_bytes())
    return runut.judge(account, "note", ["Suara Rawa"], by=by, why=f"dicek {by}")


def judged(office: Path, *words: str | Path, by: str = "Sari") -> Result:
    return run("judge", *words, "--by", by, "--why", "dicek")


def test_many_who_judge_at_once_lose_no_line(office: Path) -> None:
    before = (office / "p.jsonl").read_bytes()
    command = [sys.executable, "-m", "runut.cli", "judge", "p.jsonl", "a.json", "note", "Suara Rawa", "--why", "dicek"]
    started = [
        subprocess.Popen(
            [*command, "--by", f"Sari {n}"], cwd=office, stdout=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "200"}
        )
        for n in range(6)
    ]
    assert [process.wait(120) for process in started] == [0] * 6
    after = (office / "p.jsonl").read_bytes()
    assert after.startswith(before)
    added = runut.judgements_from_lines(after.removeprefix(before).decode().splitlines())
    assert sorted(j.by for j in added) == [f"person:Sari {n}" for n in range(6)]


def test_what_is_judged_while_an_account_is_told_stays(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account reads the file first and adds to it at its end: whoever judged in between is not written over."""
    import runut.face

    (office / "p.jsonl").unlink()
    telling = runut.face.account

    def slowly(*args: object, **given: object) -> object:
        judgements.add(str(office / "p.jsonl"), [note(office, "Tio")])
        return telling(*args, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(runut.face, "account", slowly)
    told = run("account", office / "k", "--judgements", office / "p.jsonl", "-q")
    assert told.exit_code == 0, told.stderr
    lines = (office / "p.jsonl").read_text("utf-8").splitlines()
    assert json.loads(lines[0])["by"] == "person:Tio"
    assert len(lines) > 1 and all(json.loads(line)["by"].startswith("rule:") for line in lines[1:])


def test_a_file_that_was_put_in_its_place_meanwhile_is_the_one_added_to(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Editors and git write beside a file and put that in its place: a line that went to the old one would be lost."""
    path = office / "p.jsonl"
    swapped = []
    asked = locking._is_at

    def swap(where: str, file: object) -> bool:
        if not swapped:
            swapped.append((office / "new").write_bytes(path.read_bytes()))
            (office / "new").replace(path)
        return asked(where, file)  # type: ignore[arg-type]

    monkeypatch.setattr(locking, "_is_at", swap)
    judgements.add(str(path), [note(office, "Tio")])
    assert swapped and json.loads(path.read_text("utf-8").splitlines()[-1])["by"] == "person:Tio"


def test_what_stands_in_the_file_stays_to_the_byte(office: Path) -> None:
    path = office / "p.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    before = path.read_bytes()
    judgements.add(str(path), [note(office, "Sari"), note(office, "Sari")])
    after = path.read_bytes()
    assert after.startswith(before + b"\n{")
    judgements.add(str(path), [note(office, "Sari")])
    assert path.read_bytes() == after


def test_a_write_that_fails_leaves_the_file_as_it_was(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office / "p.jsonl"
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(judgements.os, "fsync", full)
    done = judged(office, path, office / "a.json", "note", "Suara Rawa")
    assert done.exit_code == 2 and "cannot be written: No space left" in done.stderr
    assert path.read_bytes() == before


def test_a_new_file_is_told_and_a_folder_that_is_none_refused(office: Path) -> None:
    done = judged(office, office / "baru.jsonl", office / "a.json", "note", "Suara Rawa")
    assert done.exit_code == 0 and "baru.jsonl is a new file" in done.stderr
    again = judged(office, office / "baru.jsonl", office / "a.json", "note", "Suara Rawa", by="Tio")
    assert again.exit_code == 0 and again.stderr == ""
    nowhere = judged(office, office / "salah" / "p.jsonl", office / "a.json", "note", "Suara Rawa")
    assert nowhere.exit_code == 2 and "no such folder" in nowhere.stderr
    assert not (office / "salah").exists()


def test_an_error_names_the_file_that_it_is_about(office: Path) -> None:
    (office / "page.html").write_text("<p>bukan</p>", "utf-8")
    done = judged(office, office / "p.jsonl", office / "page.html", "note", "Suara Rawa")
    assert done.exit_code == 2 and "page.html: not an account that this version reads" in done.stderr


def test_of_a_file_with_many_bad_lines_the_first_are_told(office: Path) -> None:
    done = judged(office, office / "a.json", office / "a.json", "note", "Suara Rawa")
    assert done.exit_code == 2
    assert "a.json holds lines that are no judgements; nothing was done: line 1: " in done.stderr
    assert "more lines" in done.stderr and len(done.stderr) < 8_000


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("part", "Suara Rawa"), "part wants --from SUBJECT"),
        (("split", "Randu"), "split wants --from SUBJECT"),
        (("set", "Suara Rawa"), "set wants --field FIELD and --value VALUE"),
        (("set", "Suara Rawa", "--field", "number"), "set wants --field FIELD and --value VALUE"),
    ],
)
def test_an_act_without_its_options_names_them(office: Path, words: tuple[str, ...], says: str) -> None:
    done = judged(office, office / "p.jsonl", office / "a.json", *words)
    assert done.exit_code == 2 and says in done.stderr
    of_store = judged(office, "--store", office / "nosuch.db", "--story", "x", *words)
    assert of_store.exit_code == 2 and says in of_store.stderr
