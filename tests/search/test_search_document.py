"""docs/search.md tells what is so: its command prints what it shows, its program runs, its filters exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from runut.cli import cli
from runut.desk import Desk, queries
from runut.desk.indexing import MOST_CHARACTERS
from runut.desk.searching import LONGEST_SNIPPET
from runut.lang import Language
from runut.store import open_store

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "search.md").read_text("utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> Path:
    """A folder with a store of the example."""
    folder = tmp_path_factory.mktemp("docs")
    with open_store(str(folder / "news.db")) as store:
        desk = Desk(store, using=languages)
        desk.take_in([str(ROOT / "examples" / "kmp-lintang-samudra")])
        desk.catch_up()
    return folder


def test_the_command_prints_what_is_shown(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    (shown,) = re.findall(r"```console\n\$ runut (.*?)\n(.*?)```", TEXT, re.S)
    told = CliRunner().invoke(cli, shown[0].split()).output
    lines = shown[1].strip().splitlines()
    assert told.splitlines()[: len(lines) - 1] == lines[:-1]
    assert told.splitlines()[len(lines) - 1].startswith(lines[-1].removesuffix(" …"))


def test_the_program_runs(place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(place)
    (program,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    exec(compile(program, "search.md", "exec"), {})
    assert "tewas" in capsys.readouterr().out


def test_every_filter_is_told_of_and_every_example_is_understood(languages: Mapping[str, Language]) -> None:
    told = set(re.findall(r"`(\w+):", TEXT))
    assert told >= {"outlet", "from", "to", "speaker", "measure", "story", "kind"}
    assert told >= {"media", "dari", "sampai", "penutur", "ukuran", "cerita", "jenis"}
    assert told <= queries.FILTERS.keys()
    first = TEXT.split("| in the query | finds |")[1].split("\n\n")[0]
    for query in re.findall(r"`([^`]+)`", " ".join(row.split("|")[1] for row in first.splitlines() if "|" in row)):
        if query != "---":
            assert queries.parse(query, languages).wanted.all_of


def test_the_limits_are_those_of_the_program() -> None:
    assert f"at most {LONGEST_SNIPPET} characters" in TEXT
    assert f"at most {queries.MOST_PARTS} words and filters, a phrase {queries.MOST_WORDS} words" in TEXT
    assert queries.SHORTEST_PREFIX == 2
    assert MOST_CHARACTERS / 6.5 > 60_000
