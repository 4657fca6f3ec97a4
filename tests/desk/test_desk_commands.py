"""The commands over a store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented import FLOOD, STRIKE

from runut import codec, face
from runut.cli import cli
from runut.cli import desk as desk_
from runut.desk import Desk, catching
from runut.store import open_store

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "kmp-lintang-samudra"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in args])


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a store with two invented events, which the environment names."""
    path = tmp_path / "news.db"
    (tmp_path / "scrape.jsonl").write_text("\n".join(json.dumps(r) for r in (*FLOOD, *STRIKE)), "utf-8")
    monkeypatch.setenv("RUNUT_STORE", str(path))
    done = run("add", tmp_path / "scrape.jsonl")
    assert done.exit_code == 0, done.output
    return path


def listed(*args: object) -> list[dict[str, object]]:
    told = json.loads(run("stories", "--json", "-", *args).stdout)
    rows: list[dict[str, object]] = told["stories"]
    return rows


def test_added_again_nothing_is_new(store: Path, tmp_path: Path) -> None:
    done = run("add", tmp_path / "scrape.jsonl", "--json", "-")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["new"], len(told["known"]), told["changes"]) == (0, [], 5, [])


def test_the_same_reports_from_another_place_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RUNUT_STORE", "news.db")
    rows = [row | {"url": f"https://randu.example/{n}"} for n, row in enumerate((*FLOOD, *STRIKE))]
    more = [*rows[1:], rows[0] | {"outlet": "Suara Rawa"}]
    for name, some in (("a", rows), ("b", rows[::-1]), ("c", more)):
        Path(f"{name}.jsonl").write_text("\n".join(json.dumps(r) for r in some), "utf-8")
    counts = []
    for path in ("a.jsonl", "./a.jsonl", "b.jsonl", "c.jsonl", "c.jsonl"):
        told = json.loads(run("add", path, "--json", "-", "--workers", "1").stdout)
        counts.append((len(told["new"]), len(told["known"])))
    n = len(rows)
    assert counts == [(n, 0), (0, n), (0, n), (1, n - 1), (0, n)]


def test_stopped_it_says_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Desk, **asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "catch_up", stop)
    (tmp_path / "a.txt").write_text("Kapal tenggelam di Selat Sirih.", "utf-8")
    done = run("add", "--store", tmp_path / "news.db", tmp_path / "a.txt")
    assert done.exit_code == 130
    assert "what was taken in and read is kept" in done.stderr


def test_where_another_process_reads_it_says_so_and_what_was_taken(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kapal tenggelam di Selat Sirih.", "utf-8")
    with pytest.MonkeyPatch.context() as patch, open_store(store) as opened:
        with opened.writing() as writer:
            writer.take_lock(catching.LOCK, "another", 60)
        patch.setattr(desk_, "WAIT", 0.0)
        done = run("add", tmp_path / "a.txt")
    assert done.exit_code == 3
    assert "another process reads and groups this store" in done.stderr
    assert "new: 1" in done.stdout


def test_what_gives_nothing_is_named_kept_and_shown(store: Path, tmp_path: Path) -> None:
    done = run("add", tmp_path / "tidak-ada.txt")
    assert done.exit_code == 1
    assert "tidak-ada.txt: no such file" in done.stderr
    assert "tidak-ada.txt: no such file" in run("show", "--skipped").stdout
    assert len(json.loads(run("show", "--skipped", "--json", "-").stdout)["skipped"]) == 1


def test_stories_are_listed_and_those_that_changed(store: Path, tmp_path: Path) -> None:
    assert sorted(row["reports"] for row in listed()) == [2, 3]
    assert "stories: 2, of more than one report: 2" in run("stories").stdout
    (row, _) = listed("--since", "2020-01-01")
    assert [c["kind"] for c in row["changes"]] == ["new"]  # type: ignore[attr-defined]
    assert run("stories", "--since", "2020-01-01").stdout.count("  new\n") == 2
    assert listed("--since", "2999-01-01") == []
    wrong = run("stories", "--since", "kemarin")
    assert wrong.exit_code == 2
    assert "write 2031-02-04" in wrong.stderr


def test_a_story_is_told_and_exported_as_from_files(store: Path, tmp_path: Path) -> None:
    story = next(row["id"] for row in listed() if row["reports"] == 3)
    assert run("account", "--story", story, "--json", tmp_path / "a.json", "--html", tmp_path / "a.html").exit_code == 0
    told = codec.account_from_json((tmp_path / "a.json").read_bytes())
    assert len(told.articles) == 3
    again = face.account(FLOOD)
    assert [b.text for b in again.brief] == [b.text for b in told.brief]
    assert run("export", "markdown", "--story", story, "-o", tmp_path / "a.md").exit_code == 0
    assert (tmp_path / "a.md").stat().st_size > 500
    every = run("export", "csv", "-o", tmp_path / "all")
    assert "2 stories" in every.stdout
    assert {p.name for p in (tmp_path / "all").iterdir()} == {row["id"] for row in listed()}
    assert {p.suffix for p in (tmp_path / "all" / str(story)).iterdir()} == {".csv"}


def test_a_story_is_judged_and_the_judgement_taken_back(store: Path) -> None:
    story = next(row["id"] for row in listed() if row["reports"] == 3)
    told = json.loads(run("account", "--story", story, "--json", "-").stdout)
    figure = told["figures"][0]["id"]
    who = ("--by", "Sari", "--why", "bukan korban")
    done = run("judge", "--story", story, "reject", figure, *who)
    assert done.exit_code == 0, done.output
    judgement = done.stdout.split()[-1]
    (ruling,) = json.loads(run("account", "--story", story, "--json", "-").stdout)["judgements"]
    assert (ruling["judgement"]["id"], ruling["state"]) == (judgement, "applied")
    assert run("judge", "undo", judgement, *who).exit_code == 0
    told = json.loads(run("account", "--story", story, "--json", "-").stdout)
    assert [r["state"] for r in told["judgements"]] == ["undone", "applied"]
    for args, word in (
        (("--story", story, "reject", "nothing"), "is nothing in the account"),
        (("--story", "x", "reject", figure), "there is no story"),
        (("undo", "nothing"), "there is none 'nothing'"),
        (("--story", story, "reject"), "of what?"),
        (("reject", figure), "--story ID"),
        (("--story", story, "hapus", figure), "ACT is one of"),
    ):
        wrong = run("judge", *args, *who)
        assert (wrong.exit_code, word in wrong.stderr) == (2, True), wrong.output


def test_all_of_it_an_article_and_a_story_are_shown(store: Path) -> None:
    assert "articles     5" in run("show").stdout
    (story, _) = listed()
    shown = json.loads(run("show", story["id"], "--json", "-").stdout)
    assert len(shown["articles"]) == story["reports"]
    article = shown["articles"][0]["id"]
    text = run("show", article).stdout
    assert "names:" in text
    assert "read" in text
    assert {f["layer"] for f in json.loads(run("show", article, "--json", "-").stdout)["findings"]} >= {"names"}
    assert "no article and no story 'x'" in run("show", "x").stderr


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["account"], "give SOURCES"),
        (["account", "--story", "x"], "give --store too"),
        (["account", str(EXAMPLE), "--store", "s.db", "--story", "x"], "give no SOURCES"),
        (["stories"], "give FILE"),
        (["stories", str(EXAMPLE), "--since", "2031-01-01"], "--since is of a store"),
        (["stories", str(EXAMPLE), "--store", "s.db"], "not both"),
        (
            ["stories", "--store", "s.db", "--state", "s", "--anchor", "2031-01-01", "--workers", "2"],
            "--state, --anchor, --workers",
        ),
        (["stories", str(EXAMPLE), "--json", "s3://ember/x.json"], "only files here are written"),
        (["stories", str(EXAMPLE), "--state", "s3://ember/x"], "only files here are written"),
        (["export", "csv", "-o", "out"], "give an ACCOUNT.json"),
        (["show", "--store", "tidak-ada.db"], "there is no store"),
        (["account", "--store", "tidak-ada.db", "--story", "x"], "there is no store"),
        (["add", "x.txt"], "Missing option '--store'"),
        (["add", "x.txt", "--store", "."], "is a folder"),
    ],
)
def test_wrong_use_is_told_in_a_clear_word(
    args: list[str], word: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RUNUT_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    done = run(*args)
    assert done.exit_code == 2
    assert word in done.stderr
    assert "Traceback" not in done.output


def test_no_store_is_made_by_looking(tmp_path: Path) -> None:
    run("stories", "--store", tmp_path / "news.db")
    assert not (tmp_path / "news.db").exists()


def test_quiet_lists_no_stories_on_the_terminal(store: Path, tmp_path: Path) -> None:
    done = run("stories", "--json", tmp_path / "s.json", "-q")
    assert (done.exit_code, done.stdout) == (0, "")
    assert json.loads((tmp_path / "s.json").read_text("utf-8"))["stories"]
    assert run("stories", "--json", tmp_path / "s.json").stdout
