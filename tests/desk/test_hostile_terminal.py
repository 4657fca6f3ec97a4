"""Words of reports give the terminal no orders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from runut.cli import cli

ORDER = "\x1b]0;diambil alih\x07\x1b[2J\x9b31m"
HOSTILE = {
    "title": f"Jembatan Rawi Ambrol {ORDER}",
    "outlet": f"Warta {ORDER} Hulu",
    "text": f"Jembatan di Desa Rawi ambrol, Senin (4/5/2026), kata Kepala Desa Darmin {ORDER} Suryo. Dua orang tewas.",
}


def test_words_of_reports_give_the_terminal_no_orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNUT_STORE", str(tmp_path / "news.db"))
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(map(json.dumps, (HOSTILE, {"title": ORDER}))), "utf-8")

    def told(*args: str) -> str:
        done = CliRunner().invoke(cli, list(args), color=True)
        assert done.exit_code == 0, done.output
        return done.output.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[33m", "").replace("\x1b[0m", "")

    said = told("add", str(source))
    listed = json.loads(CliRunner().invoke(cli, ["stories", "--json", "-"]).stdout)["stories"]
    found = json.loads(CliRunner().invoke(cli, ["search", "jembatan", "--json"]).stdout)["hits"]
    said += told("stories") + told("stories", str(source)) + told("show") + told("show", "--skipped")
    said += told("show", listed[0]["id"]) + told("show", found[0]["article"]["id"])
    said += told("account", str(source))
    for kind in ("article", "statement", "figure", "name"):
        said += told("search", "jembatan OR tewas OR darmin", "--kind", kind)
    assert "Jembatan Rawi Ambrol" in said
    assert not [c for c in said if c in "\x07\x1b\x9b"]
