"""`runut search` shows what is found, tells what is wrong with a query, and gives every span as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import shelf
from click.testing import CliRunner, Result

from runut.cli import cli
from runut.lang import Language
from runut.store import open_store

RECORD = {
    "source": "one",
    "outlet": "Kabar Serunai",
    "published": "2031-03-04",
    "title": "Banjir Kalimas Menewaskan Tiga Orang",
    "text": "Banjir melanda Kalimas pada Selasa (4/3/2031). Tiga orang tewas, kata Bupati Kalimas Harun Wijaya.",
}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> str:
    """The path of a store with one report."""
    path = str(tmp_path_factory.mktemp("search") / "news.db")
    with open_store(path) as store:
        shelf.fill(store, shelf.read([RECORD], languages), languages)
    return path


def _run(*words: str, color: bool = False) -> Result:
    return CliRunner().invoke(cli, ["search", *words], color=color)


def test_what_is_found(news: str) -> None:
    told = _run("--store", news, "tewaskan")
    assert told.exit_code == 0
    assert "articles: 1, statements: 1, figures: 1, names: 0" in told.output
    assert "2031-03-04  Kabar Serunai  Banjir Kalimas Menewaskan Tiga Orang" in told.output
    assert "Tiga orang tewas" in told.output


def test_the_words_are_set_off_on_a_terminal(news: str) -> None:
    told = _run("--store", news, "tewaskan", color=True).output
    assert "\x1b[33m\x1b[1mMenewaskan\x1b[0m" in told
    assert "\x1b[33m\x1b[1mtewas\x1b[0m" in told


def test_statements_with_their_speaker_and_figures_with_their_value(news: str) -> None:
    assert "Harun Wijaya:" in _run("--store", news, "tewas", "--kind", "statement").output
    assert "killed = 3" in _run("--store", news, "--kind", "figure", "--measure", "tewas").output
    assert "(articles: 1)" in _run("--store", news, "harun", "--kind", "name").output


def test_json_has_every_span(news: str, tmp_path: Path) -> None:
    found = json.loads(_run("--store", news, "tewas", "banjir", "--json").output)
    assert found["total"] == 1
    (hit,) = found["hits"]
    text = RECORD["text"]
    assert text[hit["start"] : hit["end"]] == hit["text"]
    assert [text[s["start"] : s["end"]] for s in hit["spans"]] == ["Banjir", "tewas"]
    assert [RECORD["title"][s["start"] : s["end"]] for s in hit["title_spans"]] == ["Banjir", "Menewaskan"]


def test_words_left_out_are_no_options(news: str) -> None:
    assert _run("--store", news, "banjir", "-hujan").exit_code == 0
    assert _run("--store", news, "banjir", "-tewas").exit_code == 1


def test_a_hyphen_and_h_alone_ask_for_help(news: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run("-h").output == _run("--help").output
    monkeypatch.setenv("RUNUT_STORE", news)
    assert "Usage" in _run("banjir", "-h").output
    assert _run("banjir", "-h2").exit_code == 0
    assert _run("banjir", "--", "-h").exit_code == 0


@pytest.mark.parametrize("option", ["--kind", "--outlet", "--speaker", "--measure", "--story", "--from", "--to"])
@pytest.mark.parametrize("value", ["", "  "])
def test_a_filter_that_is_empty_is_refused(option: str, value: str, news: str) -> None:
    done = _run("--store", news, "banjir", option, value)
    assert done.exit_code == 2
    assert f"{option} is given and empty" in done.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("banjir", "from:besok"), "is no day"),
        (("--from", "besok", "banjir"), "is no day"),
        (('banjir "kota',), 'the quotation mark has no other\n  banjir "kota\n         ^'),
        (("banjir", "--outlte", "x"), "No such option"),
        (("--story", "nowhere", "banjir"), "there is no story 'nowhere' here"),
        ((), "nothing to look for"),
    ],
)
def test_a_wrong_query_is_told_with_its_place(words: tuple[str, ...], told: str, news: str) -> None:
    result = _run("--store", news, *words)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output


def test_nothing_found_is_told(news: str) -> None:
    result = _run("--store", news, "kutukupret")
    assert result.exit_code == 1
    assert "articles: 0" in result.output


def test_no_store_is_told(tmp_path: Path) -> None:
    result = _run("--store", str(tmp_path / "none.db"), "x")
    assert result.exit_code == 2
    assert "there is no store" in result.output


def test_entities_are_decoded_and_nothing_commands_the_terminal(
    tmp_path: Path, languages: Mapping[str, Language]
) -> None:
    record = {
        "source": "x",
        "title": "Pasar &amp; Dermaga",
        "text": "Warga &ldquo;senang&rdquo; &#27;[31m di pasar.\x1b[2J",
    }
    with open_store(str(tmp_path / "s.db")) as store:
        shelf.fill(store, shelf.read([record], languages), languages)
    told = _run("--store", str(tmp_path / "s.db"), "pasar", color=False).output
    assert "Pasar & Dermaga" in told and "“senang”" in told
    assert "\x1b" not in told


def test_pages(news: str) -> None:
    told = _run("--store", news, "kind:all banjir OR tewas OR harun", "--limit", "1").output
    assert "1–1 of" in told and "--offset 1" in told
