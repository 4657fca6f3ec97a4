"""The house stands: formatted, typed, imports pointing downward, tables in order."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from runut.lang import Language, load

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]],
    ids=lambda c: " ".join(c),
)
def test_checks_pass(command: list[str]) -> None:
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_short_enough_to_walk() -> None:
    long = {p.name: n for p in (ROOT / "src").rglob("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 700}
    assert not long, f"split by noun: {long}"


def test_every_row_of_every_table_has_an_example(languages: Mapping[str, Language]) -> None:
    bare = [
        (code, table, next(iter(row.values())))
        for code, language in languages.items()
        for table, rows in language.tables.items()
        for row in rows
        if "example" in row and not row["example"]
    ]
    assert not bare


def test_a_table_with_too_many_cells_is_named() -> None:
    from runut.lang import _rows

    with pytest.raises(ValueError, match=r"x\.tsv, line 2"):
        _rows("x.tsv", "a\tb\n1\t2\t3\n")


def test_an_unknown_language_says_which_there_are() -> None:
    with pytest.raises(LookupError, match="id"):
        load("xx")


@pytest.mark.parametrize("script", sorted((ROOT / "tools").glob("make_*_table.py")), ids=lambda p: p.stem)
def test_generated_tables_are_what_their_script_makes(script: Path, tmp_path: Path) -> None:
    tables = tmp_path / "src" / "runut" / "lang" / "id"
    tables.mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    copy = tmp_path / "tools" / script.name
    copy.write_bytes(script.read_bytes())
    subprocess.run([sys.executable, str(copy)], check=True)
    made = list(tables.glob("*.tsv"))
    assert made
    for table in made:
        assert table.read_bytes() == (ROOT / "src" / "runut" / "lang" / "id" / table.name).read_bytes(), table.name
