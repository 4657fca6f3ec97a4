"""What the documents say is so: every command and option is told of, every snippet runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from runut.cli import cli

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.id.md")
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")


def options() -> list[tuple[str, str]]:
    return [
        (name, option)
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


@pytest.mark.parametrize("name", list(cli.commands))
def test_every_command_is_documented(name: str) -> None:
    assert f"## runut {name}" in COMMANDS


@pytest.mark.parametrize(("name", "option"), options())
def test_every_option_is_documented(name: str, option: str) -> None:
    section = COMMANDS.split(f"## runut {name}")[1].split("\n## ")[0]
    assert f"`{option}" in section


@pytest.mark.parametrize("command", re.findall(r"^  (\w+)\)$|^(\w+)\)", (ROOT / "dev").read_text("utf-8"), re.M))
def test_every_dev_command_is_in_its_help(command: tuple[str, str]) -> None:
    name = command[0] or command[1]
    shown = subprocess.run([str(ROOT / "dev"), "help"], capture_output=True, text=True, check=True).stdout
    assert f"./dev {name}" in shown


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_opens_with_the_purpose_a_picture_and_two_commands(readme: str) -> None:
    top = (ROOT / readme).read_text("utf-8")[:2500]
    assert "./dev demo" in top
    assert "./dev test" in top
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", top)
    assert (ROOT / picture).stat().st_size > 10_000


@pytest.mark.parametrize("readme", READMES)
def test_python_snippets_of_a_readme_run(readme: str, tmp_path: Path) -> None:
    snippets = re.findall(r"```python\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.S)
    assert snippets
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", snippet], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("readme", READMES)
def test_shell_snippets_of_a_readme_run(readme: str, tmp_path: Path) -> None:
    snippets = re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.S)
    lines = [line for s in snippets for line in s.splitlines() if line.startswith("runut ")]
    assert lines
    for line in lines:
        command = line.split(" #")[0].replace("out/", f"{tmp_path}/")
        script = f'PATH="{Path(sys.executable).parent}:$PATH"; {command}'
        done = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
