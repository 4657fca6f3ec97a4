"""The annotated cases beside the checkout, scored by their own judge; floors only go up."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS: dict[str, float] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))["pooled"]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_gold", ROOT / "tools" / "score_gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def results(shared: Path) -> dict[str, Any]:
    score = tool()
    return {case: score.score_case(shared, case)[0] for case in score.CASES}


@pytest.mark.shared
def test_no_span_is_broken_and_no_article_is_missing(results: dict[str, Any]) -> None:
    assert {case: (r["broken"], r["missing_articles"]) for case, r in results.items()} == dict.fromkeys(
        results, ([], [])
    )


@pytest.mark.shared
@pytest.mark.parametrize("layer", FLOORS)
def test_a_layer_keeps_its_floor(layer: str, results: dict[str, Any]) -> None:
    reached = tool().pool([r["layers"][layer] for r in results.values()])
    assert reached >= FLOORS[layer], f"{layer}: {reached:.3f}"
