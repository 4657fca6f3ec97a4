"""Annotated cases, scored by the judge beside the checkout; floors only go up."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))
sys.path.insert(0, str(ROOT / "tools"))

import score_gold  # noqa: E402 - the tools are no package

Results = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def results(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    """The judge's results by group of cases: those that the rules were made on, and the unseen ones of tests/gold."""
    work = tmp_path_factory.mktemp("cases")
    return {
        group: {
            case: score_gold.score_case(shared, folder)[0]
            for case, folder in score_gold.folders(shared, group == "unseen", work).items()
        }
        for group in FLOORS
    }


@pytest.mark.shared
@pytest.mark.parametrize("group", FLOORS)
def test_no_span_is_broken_and_no_article_is_missing(group: str, results: dict[str, Results]) -> None:
    told = {case: (r["broken"], r["missing_articles"]) for case, r in results[group].items()}
    assert told == dict.fromkeys(results[group], ([], []))


@pytest.mark.shared
@pytest.mark.parametrize(("group", "layer"), [(g, layer) for g, layers in FLOORS.items() for layer in layers])
def test_a_layer_keeps_its_floor(group: str, layer: str, results: dict[str, Results]) -> None:
    reached = score_gold.pool([r["layers"][layer] for r in results[group].values()])
    assert reached >= FLOORS[group][layer], f"{layer}: {reached:.4f}"
