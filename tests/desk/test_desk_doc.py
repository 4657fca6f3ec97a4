"""What docs/desk.md shows is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runut import desk
from runut.desk import catching

ROOT = Path(__file__).resolve().parent.parent.parent
DOC = (ROOT / "docs" / "desk.md").read_text("utf-8")


def test_its_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    (snippet,) = re.findall(r"```python\n(.*?)```", DOC, re.S)
    exec(snippet, {})
    shown = capsys.readouterr().out
    assert " new, 0 known" in shown
    assert "laporan" in shown


def test_a_report_that_was_changed_is_put_off_as_the_guide_to_adding_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    changed = (ROOT / "docs" / "adding.md").read_text("utf-8").partition("## Changed and withdrawn")[2]
    (snippet,) = re.findall(r"```python\n(.*?)```", changed.partition("\n## ")[0], re.S)
    exec(snippet, {})
    assert capsys.readouterr().out == "True\n1\n"


def test_every_method_of_the_desk_is_told_of() -> None:
    methods = [name for name in vars(desk.Desk) if not name.startswith("_") and name != "using"]
    assert [name for name in methods if f"desk.{name}" not in DOC and f"{name}(" not in DOC] == []


def test_every_kind_of_difference_and_the_seconds_of_the_lock_are_told() -> None:
    source = (ROOT / "src" / "runut" / "desk" / "differences.py").read_text("utf-8")
    for kind in ("reports", "gone", "figure", "conflict", "settled", "clash", "dispute", "speaker", "judgement"):
        assert f'"{kind}"' in source
        assert f"`{kind}`" in DOC
    assert f"after {catching.HELD:.0f} seconds" in DOC
