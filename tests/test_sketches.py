"""Sketches of many articles: the same from one process or several, and one bad article stops none."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from runut import codec, face, intake, sketches
from runut.model import Article, Kept, Sketch, Skipped

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "kmp-lintang-samudra"


@pytest.fixture(scope="module")
def drawn() -> list[Sketch | Skipped]:
    return list(sketches.draw(intake.take_in([str(EXAMPLE)]), using=face.languages()))


def test_two_processes_draw_what_one_does(drawn: list[Sketch | Skipped]) -> None:
    assert list(sketches.draw(intake.take_in([str(EXAMPLE)]), workers=2)) == drawn


def test_metadata_is_that_of_an_account(drawn: list[Sketch | Skipped]) -> None:
    told = face.account(str(EXAMPLE))
    reports = {a.id: (a.outlet, a.title, a.published) for a in told.articles}
    assert reports == {s.article: (s.outlet, s.title, s.published) for s in drawn if isinstance(s, Sketch)}


def test_an_article_that_cannot_be_read_is_skipped_with_its_reason() -> None:
    def items() -> Iterator[Article | Skipped]:
        for item in intake.take_in([str(EXAMPLE)]):
            yield replace(item, text=None) if isinstance(item, Article) else item  # type: ignore[arg-type]

    done = list(sketches.draw(items(), using=face.languages()))
    assert done
    assert all(isinstance(item, Skipped) and "could not be read" in item.reason for item in done)


def test_what_is_kept_survives_its_file(drawn: list[Sketch | Skipped]) -> None:
    rows = tuple(s for s in drawn if isinstance(s, Sketch))
    kept = Kept(sketches=rows, stories=tuple("x" for _ in rows))
    assert codec.kept_from_bytes(codec.kept_to_bytes(kept)) == kept
    with pytest.raises(ValueError):
        codec.kept_from_bytes(b"{}")


def test_what_is_closed_early_leaves_no_process_and_reads_no_further() -> None:
    taken = 0

    def items() -> Iterator[Article | Skipped]:
        nonlocal taken
        for n in range(100_000):
            taken += 1
            text = f"Banjir {n} melanda Kalimas, kata Edi Wanda pada Rabu (2/4/2031)."
            yield Article(id=f"{n:016x}", source=str(n), text=text, sha256=codec.sha256(text))

    made = sketches.draw(items(), workers=2)
    assert isinstance(next(made), Sketch)
    made.close()
    assert taken < 5_000
    assert not multiprocessing.active_children()
