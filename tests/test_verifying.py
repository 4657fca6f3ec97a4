"""verify() catches every shifted span and every edited text, and names the line."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
import pytest

import runut
from runut import codec

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "kmp-lintang-samudra"


@pytest.fixture(scope="module")
def told() -> runut.Account:
    return runut.account(EXAMPLE)


@pytest.fixture(scope="module")
def data(told: runut.Account) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(runut.to_json(told))
    return made


def walk(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    """Every dict of the account with its path."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from walk(value, (*path, key))
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from walk(value, (*path, i))


def some_of_each_kind(paths: list[tuple[Any, ...]], most: int = 12) -> list[tuple[Any, ...]]:
    kinds: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for path in paths:
        kinds.setdefault(tuple(p for p in path if not isinstance(p, int)), []).append(path)
    return [p for group in kinds.values() for p in group[:: max(1, len(group) // most)]]


def at(node: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        node = node[step]
    return node


def problems(data: dict[str, Any]) -> tuple[runut.Problem, ...]:
    return runut.verify(codec.account_from_json(json.dumps(data)), reread=False)


def name_of(path: tuple[Any, ...]) -> str:
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".")


def test_an_account_holds(told: runut.Account) -> None:
    assert runut.verify(told) == ()
    assert runut.verify(told, [EXAMPLE]) == ()


def test_every_span_shifted_by_one_is_caught_and_named(data: dict[str, Any]) -> None:
    texts = {a["id"]: a["text"] for a in data["articles"]}
    paths = [(*path, key) for path, node in walk(data) for key in node if key == "start" or key.endswith("_start")]
    assert len(paths) > 100
    for path in some_of_each_kind(paths):
        *where, key = path
        bad = copy.deepcopy(data)
        node = at(bad, tuple(where))
        if node[key] is None:
            continue
        end = key.removesuffix("start") + "end"
        by = 1 if node[end] < min(map(len, texts.values())) else -1
        node[key] += by
        node[end] += by
        found = problems(bad)
        assert any(p.line != "account" for p in found), path
        if path[0] != "articles":
            assert any(name_of(tuple(where)) == p.line for p in found), (path, found)


def test_furniture_shifted_by_one_is_caught(data: dict[str, Any]) -> None:
    assert any(a["furniture"] for a in data["articles"])
    for i, article in enumerate(data["articles"]):
        for j, _ in enumerate(article["furniture"]):
            bad = copy.deepcopy(data)
            bad["articles"][i]["furniture"][j][0] += 1
            assert f"articles[{i}].furniture" in {p.line for p in problems(bad)}


def test_every_text_edited_by_one_character_is_caught(data: dict[str, Any]) -> None:
    paths = [
        (*path, key) for path, node in walk(data) for key, value in node.items() if isinstance(value, str) and value
    ]
    edits = (lambda s: ("x" if s[0] != "x" else "y") + s[1:], lambda s: s[:-1], lambda s: s + " ")
    for path, edit in zip(some_of_each_kind(paths, 6), cycle(edits), strict=False):
        if path == ("sha256",):
            continue
        *where, key = path
        bad = copy.deepcopy(data)
        node = at(bad, tuple(where))
        node[key] = edit(node[key])
        assert problems(bad), path


def by_an_earlier_build(data: dict[str, Any]) -> dict[str, Any]:
    """The account as a build would have told it that knew nothing yet of some of its keys, hashed over those that it knew."""
    old = copy.deepcopy(data)
    del old["disputes"]
    for row in old["series"]:
        del row["overtaken"]
    old["sha256"] = ""
    return old | {"sha256": codec.sha256(msgspec.json.encode(old).decode())}


def test_an_account_of_an_earlier_build_holds_however_its_file_is_laid_out(data: dict[str, Any]) -> None:
    old = by_an_earlier_build(data)
    assert old["series"] and old["sha256"] != data["sha256"]
    for text in (json.dumps(old), json.dumps(old, indent=1, ensure_ascii=False)):
        told = runut.account_from_json(text)
        assert runut.verify(told) == ()
        assert (
            runut.verify(runut.account_from_json(runut.to_json(told))) == ()
        )  # written again, with the keys of this build


def test_an_account_of_a_later_build_holds(data: dict[str, Any]) -> None:
    new = copy.deepcopy(data) | {"sha256": "", "yet_to_come": []}
    new["figures"][0]["yet_to_come"] = 1.0
    new["sha256"] = codec.sha256(msgspec.json.encode(new).decode())
    assert problems(new) == ()


def test_an_account_of_an_earlier_build_that_was_changed_is_caught(data: dict[str, Any]) -> None:
    old = by_an_earlier_build(data)
    assert "account" in {p.line for p in problems(old | {"generator": "x"})}
    bad = copy.deepcopy(old)
    bad["figures"][0]["low"] = 77.0
    assert "account" in {p.line for p in problems(bad)}


def test_an_edited_article_is_named(data: dict[str, Any]) -> None:
    bad = copy.deepcopy(data)
    text = bad["articles"][0]["text"]
    bad["articles"][0]["text"] = text[:40] + ("x" if text[40] != "x" else "y") + text[41:]
    assert "articles[0].text" in {p.line for p in problems(bad)}


def test_a_changed_source_is_named_with_the_character(tmp_path: Path) -> None:
    source = tmp_path / "laporan.txt"
    source.write_text("Gudang di Kota Lontar terbakar pada Senin (9/3/2026). Dua orang tewas.\n", "utf-8")
    told = runut.account([source])
    assert runut.verify(told) == ()
    source.write_text(source.read_text("utf-8").replace("Dua", "Tiga"), "utf-8")
    (problem,) = runut.verify(told)
    assert problem.line == "articles[0].text"
    assert "character 54" in problem.what
    source.unlink()
    (problem,) = runut.verify(told)
    assert "not found" in problem.what


def test_moved_sources_are_found_where_they_are_given(tmp_path: Path) -> None:
    first, second = tmp_path / "lama", tmp_path / "baru"
    first.mkdir()
    (first / "a.txt").write_text("Gudang di Kota Lontar terbakar.\n", "utf-8")
    told = runut.account([first])
    first.rename(second)
    assert runut.verify(told)
    assert runut.verify(told, [second]) == ()


def test_identical_texts_with_their_own_titles_hold(tmp_path: Path) -> None:
    text = "Gudang di Kota Lontar terbakar."
    for name, title in (("a.json", "Gudang Terbakar"), ("b.json", "Kebakaran Gudang")):
        (tmp_path / name).write_text(json.dumps({"title": title, "text": text}), "utf-8")
    assert runut.verify(runut.account([tmp_path])) == ()


def test_what_came_by_standard_input_needs_its_files_named(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Gudang di Kota Lontar terbakar.", "utf-8")
    from click.testing import CliRunner

    from runut.cli import cli

    made = CliRunner().invoke(cli, ["account", "-", "--json", str(tmp_path / "a.json")], input=source.read_bytes())
    assert made.exit_code == 0, made.output
    told = runut.account_from_json((tmp_path / "a.json").read_bytes())
    assert "standard input" in runut.verify(told)[0].what
    assert runut.verify(told, [source]) == ()
