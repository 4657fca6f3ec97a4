"""The command line: exit codes, files, pipes, help."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from runut.cli import cli

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "kmp-lintang-samudra"


def run(*args: object, stdin: str | bytes | None = None):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(cli, [str(a) for a in args], input=stdin)


def test_account_writes_json_and_page_and_tells_in_short(tmp_path: Path) -> None:
    done = run("account", EXAMPLE, "--json", tmp_path / "a.json", "--html", tmp_path / "a.html")
    assert done.exit_code == 0, done.output
    assert str(tmp_path / "a.json") in done.stdout
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["schema"] == "runut/account/1"
    assert "<html" in (tmp_path / "a.html").read_text("utf-8")
    assert run("verify", tmp_path / "a.json").exit_code == 0


@pytest.mark.parametrize(
    ("lang", "several", "one"),
    [
        ("id", "dibawa 6 laporan, bertumpu pada 5 sumber", "hanya 1 laporan"),
        ("en", "carried by 6 reports, rests on 5 sources", "1 report only"),
    ],
)
def test_the_summary_and_the_page_tell_in_the_same_words_who_carries_a_line(
    lang: str, several: str, one: str, tmp_path: Path
) -> None:
    told = run("account", EXAMPLE, "--lang", lang, "--html", tmp_path / "a.html").stdout
    page = (tmp_path / "a.html").read_text("utf-8")
    assert all(f"[{words}]" in told and words in page for words in (several, one))


def test_json_goes_to_standard_output_alone() -> None:
    done = run("account", EXAMPLE, "--json", "-")
    assert json.loads(done.stdout)["story"]["reports"] == 7


def test_nothing_read_is_exit_1_with_reasons(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    done = run("account", tmp_path / "kosong.txt", tmp_path / "tidak-ada.txt")
    assert done.exit_code == 1
    assert "kosong.txt" in done.stderr
    assert "tidak-ada.txt" in done.stderr


def test_one_bad_file_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "rusak.json").write_text("{", "utf-8")
    (tmp_path / "baik.txt").write_text("Kapal tenggelam di Selat Sirih.", "utf-8")
    done = run("account", tmp_path, "--json", tmp_path / "out" / "a.json")
    assert done.exit_code == 0
    assert "rusak.json" in done.stderr
    told = json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))
    assert len(told["articles"]) == 1
    assert [Path(s["source"]).name for s in told["skipped"]] == ["rusak.json"]


@pytest.mark.parametrize(
    "args",
    [
        ["account"],
        ["account", "x", "--lang", "xx"],
        ["account", "x", "--excerpts"],
        ["nonsense"],
        ["account", "x", "--anchor", "kemarin"],
        ["read", "x", "--layers", "figure"],
    ],
)
def test_wrong_usage_is_exit_2(args: list[str]) -> None:
    assert run(*args).exit_code == 2


def test_read_streams_one_line_an_article(tmp_path: Path) -> None:
    done = run("read", EXAMPLE / "04-scrape.jsonl", "--layers", "figures,dates")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(x["source"]).name for x in lines] == ["04-scrape.jsonl#1", "04-scrape.jsonl#2"]
    assert all("figures" in x and "dates" in x and "statements" not in x for x in lines)


def test_read_takes_standard_input_and_names_what_it_skips() -> None:
    done = run("read", "-", stdin='{"text": "Kapal tenggelam."}\n{"text": ""}\n')
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first["source"].startswith("-")
    assert second["skipped"]
    assert done.exit_code == 0


def test_gzip_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Kapal tenggelam di Selat Sirih."))
    assert run("account", tmp_path / "a.txt.gz").exit_code == 0


def test_verify_names_the_line_and_fails(tmp_path: Path) -> None:
    run("account", EXAMPLE, "--json", tmp_path / "a.json")
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    told["figures"][0]["start"] += 1
    (tmp_path / "a.json").write_text(json.dumps(told), "utf-8")
    done = run("verify", tmp_path / "a.json")
    assert done.exit_code == 1
    assert "figures[0]" in done.stderr
    (tmp_path / "b.json").write_text("[]", "utf-8")
    assert run("verify", tmp_path / "b.json").exit_code == 1


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", "utf-8")
    done = run("account", EXAMPLE, "--json", tmp_path / "berkas" / "a.json")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_version_and_help_have_examples() -> None:
    assert run("--version").stdout.startswith("runut, version ")
    for name in cli.commands:
        assert f"runut {name}" in run(name, "--help").stdout


def test_a_closed_pipe_is_no_traceback() -> None:
    code = f"{sys.executable} -m runut.cli read {EXAMPLE} | head -c 10"
    done = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_a_profile_is_learned_saved_added_to_and_used(tmp_path: Path) -> None:
    page = "Mari jaga lereng bersama Warta Kalimas setiap hari"
    stories = ["Longsor", "Cabai", "Nelayan", "Gamelan", "Sekolah", "Muara", "Pencuri", "Listrik", "Panen", "Jembatan"]
    for half in (0, 1):
        lines = []
        for n in range(half * 14, half * 14 + 14):
            given = {"title": stories[n % 10], "outlet": "Warta", "published": f"2031-03-{n + 1:02d}"}
            lines.append(given | {"text": f"Warga mencatat hal {n}.\n{page}"})
        (tmp_path / f"{half}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    profile = tmp_path / "p.json"
    assert "0 lines" in run("profile", tmp_path / "0.jsonl", "--out", profile).stdout
    assert "1 lines" in run("profile", tmp_path / "1.jsonl", "--with", profile, "--out", profile).stdout
    done = run("read", tmp_path / "0.jsonl", "--layers", "furniture", "--furniture-profile", profile)
    assert all(page == json.loads(line)["furniture"][0]["text"] for line in done.stdout.splitlines())
    assert run("account", tmp_path / "0.jsonl", "--furniture-profile", profile, "-q").exit_code == 0
    assert run("account", tmp_path / "0.jsonl", "--furniture-profile", tmp_path / "0.jsonl").exit_code == 2
    assert run("profile", tmp_path / "nothing.jsonl", "--out", profile).exit_code == 1


def test_stories_of_today_are_added_to_those_of_yesterday(tmp_path: Path) -> None:
    files = sorted(EXAMPLE.iterdir())
    state = tmp_path / "stream.state"
    assert run("stories", *files[:3], "--state", state, "--workers", 1).exit_code == 0
    done = run("stories", *files[3:], "--state", state, "--json", tmp_path / "added.json", "--workers", 1)
    assert done.exit_code == 0, done.output
    assert run("stories", *files, "--json", tmp_path / "all.json", "--workers", 1).exit_code == 0
    added, at_once = (json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("added", "all"))
    assert added["schema"] == "runut/stories/1"
    assert added["stories"] == at_once["stories"]
    assert added["changes"] and not at_once["changes"]


def given(path: Path, numbers: range, **told: str) -> Path:
    rows = [
        {
            "text": f"Banjir merendam Desa {'ABCD'[n % 4]}ana, kata Camat Edi Wanda. Sungai Rawa {n} meluap.",
            "url": f"https://randu.example/{n}",
            "published": f"2031-04-{n % 28 + 1:02}",
            **told,
        }
        for n in numbers
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_reports_that_a_state_has_are_not_counted_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monday, tuesday = given(Path("a.jsonl"), range(20)), given(Path("b.jsonl"), range(12, 30))
    for sources in (
        (monday,),
        ("./a.jsonl",),
        (monday,),
        (tuesday,),
        (given(Path("c.jsonl"), range(5), outlet="Suara Rawa"),),
    ):
        done = run("stories", *sources, "--state", "S", "--json", "added.json", "--workers", 1)
        assert done.exit_code == 0, done.output
    assert run("stories", "a.jsonl", "b.jsonl", "c.jsonl", "--json", "all.json", "--workers", 1).exit_code == 0
    added, at_once = (json.loads(Path(f"{name}.json").read_text("utf-8")) for name in ("added", "all"))
    assert added["stories"] == at_once["stories"]
    assert sum(len(s["articles"]) for s in added["stories"]) == 35


def test_two_that_add_to_one_state_at_once_keep_both(tmp_path: Path) -> None:
    state = tmp_path / "new" / "S"
    code = "from runut.cli import cli; cli()"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, "stories", path, "--state", state, "--workers", "1", "-q"],
            stderr=subprocess.PIPE,
        )
        for path in (given(tmp_path / "a.jsonl", range(20)), given(tmp_path / "b.jsonl", range(20, 45)))
    ]
    told = [process.communicate(timeout=120)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0], told
    assert any("another runut is adding" in words for words in told)
    done = run("stories", tmp_path / "a.jsonl", "--state", state, "--workers", 1)
    assert "reports: 45," in done.stdout
    assert [p.name for p in state.parent.iterdir()] == ["S"]


def test_a_profile_given_the_same_reports_again_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given(Path("a.jsonl"), range(12), outlet="Kabar Randu")
    assert "12 reports, 0 lines" in run("profile", "a.jsonl", "--out", "F.json").stdout
    once = Path("F.json").read_bytes()
    for path in ("a.jsonl", "./a.jsonl"):
        done = run("profile", path, "tidak-ada.jsonl", "--with", "F.json", "--out", "F.json")
        assert (done.exit_code, "12 reports" in done.stdout, "skipped tidak-ada.jsonl" in done.stderr) == (
            0,
            True,
            True,
        )
        assert Path("F.json").read_bytes() == once
    assert run("profile", "tidak-ada.jsonl", "--with", "F.json", "--out", "F.json").exit_code == 1


def test_read_tells_authors(tmp_path: Path) -> None:
    line = json.loads(
        run("read", given(tmp_path / "a.jsonl", range(1), authors="Tari; Wira"), "--layers", "dates").stdout
    )
    assert (line["authors"], line["page_sha256"]) == (["Tari", "Wira"], None)


def test_a_state_that_is_none_stops_stories_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"{}")
    done = run("stories", EXAMPLE, "--state", tmp_path / "state")
    assert done.exit_code == 2
    assert "state" in done.stderr
    assert (tmp_path / "state").read_bytes() == b"{}"


def test_stories_of_nothing_is_exit_1(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    done = run("stories", tmp_path / "kosong.txt", "--state", tmp_path / "state", "--workers", 1)
    assert done.exit_code == 1
    assert "kosong.txt" in done.stderr
    assert not (tmp_path / "state").exists()


def in_folder(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with reports, an account of them, judgements, a state and a profile."""
    monkeypatch.chdir(tmp_path)
    rows = [
        {
            "text": f"Banjir merendam Desa Melur, Rabu (2/4/2031). {n} rumah rusak, kata Edi Wanda.",
            "outlet": "Kabar Randu",
        }
        for n in (3, 4)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "w.jsonl").write_text(lines, "utf-8")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "a.jsonl").write_text(lines, "utf-8")
    (tmp_path / "lain.jsonl").symlink_to("w.jsonl")
    for args in (
        ["account", "w.jsonl", "--json", "akun.json", "--judgements", "putusan.jsonl", "-q"],
        ["stories", "w.jsonl", "--state", "s.state", "--workers", "1", "-q"],
        ["profile", "w.jsonl", "--out", "profil.json"],
        ["add", "w.jsonl", "--store", "n.db", "--workers", "1", "-q"],
    ):
        assert run(*args).exit_code == 0, args
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        "account w.jsonl --json w.jsonl",
        "account w.jsonl --html ./map/../w.jsonl",
        "account w.jsonl --json lain.jsonl",
        "account map --json map/a.jsonl",
        "account *.jsonl --json w.jsonl",
        "account w.jsonl --json putusan.jsonl --judgements putusan.jsonl",
        "account w.jsonl --html baru.jsonl --judgements baru.jsonl",
        "account w.jsonl --json profil.json --furniture-profile profil.json",
        "account w.jsonl --json satu --html ./satu",
        "stories w.jsonl --json w.jsonl",
        "stories w.jsonl --json s.state --state s.state",
        "stories w.jsonl --json baru --state baru",
        "stories --store n.db --json n.db",
        "profile w.jsonl --out w.jsonl",
        "export markdown akun.json -o akun.json",
        "export annotation --store n.db --story 0 -o n.db",
        "add w.jsonl --store n.db --json w.jsonl",
        "add w.jsonl --store n.db --json n.db",
        "show --store n.db --json n.db",
    ],
)
def test_what_is_read_is_not_written_over(desk_folder: Path, command: str) -> None:
    before = in_folder(desk_folder)
    done = run(*command.split())
    assert done.exit_code == 2, done.output
    assert "is a file that is read; write somewhere else" in done.stderr or "are one file" in done.stderr
    assert in_folder(desk_folder) == before


@pytest.mark.parametrize(
    "command",
    [
        "account . --json akun.json",  # Runut's own account is no report, and is told anew
        "account w.jsonl --json /dev/null --html /dev/null",
        "account map --json map/akun.json --html map/akun.html",
        "account w.jsonl --json akun.json --judgements putusan.jsonl",
        "stories w.jsonl --json cerita.json --state s.state",
        "profile w.jsonl --with profil.json --out profil.json",
    ],
)
def test_an_output_may_be_written_again(desk_folder: Path, command: str) -> None:
    for _ in range(2):
        assert run(*command.split()).exit_code == 0
    assert len((desk_folder / "w.jsonl").read_text("utf-8").splitlines()) == 2


def shell(line: str) -> subprocess.CompletedProcess[str]:
    code = line.replace("runut", f"{sys.executable} -m runut.cli")
    return subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [f"read {EXAMPLE}", f"account {EXAMPLE} --json -", f"account {EXAMPLE}", "--help"])
def test_a_full_disk_under_standard_output_is_told_in_a_line(command: str) -> None:
    done = shell(f"runut {command} > /dev/full")
    assert done.returncode == 2
    assert "No space left" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


@pytest.mark.parametrize("command", [f"read {EXAMPLE}", f"account {EXAMPLE} --json -"])
def test_a_closed_standard_output_is_told_before_the_work(command: str) -> None:
    done = shell(f"runut {command} >&-")
    assert done.returncode == 2
    assert "standard output is closed" in done.stderr


def test_a_summary_that_nobody_hears_stops_nothing(tmp_path: Path) -> None:
    assert shell(f"runut account {EXAMPLE} --json {tmp_path}/a.json >&-").returncode == 0
    assert (tmp_path / "a.json").exists()


def test_ctrl_c_ends_stories_and_their_processes_at_once() -> None:
    """Sent to the whole group, as a terminal does, while both processes read and more is waited for."""
    command = [sys.executable, "-m", "runut.cli", "stories", "-", "--workers", "2"]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert running.stdin is not None and running.stderr is not None
    words = " ".join(
        f"Sebanyak {n} rumah di Desa Melur {n} rusak, kata Edi Wanda pada Rabu (2/4/2031)." for n in range(40)
    )
    try:
        for n in range(600):  # far more than a pipe and a buffer hold: the command has handed on what came first
            running.stdin.write(f"{json.dumps({'text': f'Banjir {n} melanda Kalimas. {words}'})}\n".encode())
            running.stdin.flush()
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait(timeout=30) == 130
        assert running.stderr.read().decode() == "runut: stopped\n"
        with pytest.raises(ProcessLookupError):
            os.killpg(running.pid, 0)
    finally:
        running.stdin.close()
        running.stderr.close()
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
