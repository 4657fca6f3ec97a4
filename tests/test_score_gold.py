"""The rows that are ours beside the judge's, and cases of which some layers are annotated."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import score_gold  # noqa: E402 - the tools are no package

TEXTS = {
    "a1": "Bank Sentral Kalimas (BSK) menutup kantornya, kata Rini Prawira, Senin. “BSK akan pindah,” kata Rini.",
    "a2": "BSK membuka kantor baru di Kalimas, kata Rini Prawira.",
}
FORMS = (["Bank Sentral Kalimas", "BSK"], ["Rini Prawira", "Rini"])


def case(folder: Path, **more: Any) -> Path:
    """A case of two reports in our own words; entities as FORMS, no other finding."""
    articles = []
    for key, text in TEXTS.items():
        (folder / f"{key}.json").write_text(json.dumps({"title": "Kantor baru", "text": text}), "utf-8")
        lists = dict.fromkeys(("reporters", "editors", "agencies", "furniture", "captions", "repeats"), ())
        articles.append({"id": key, "file": f"{key}.json", "published": None, **lists})
    gold = {
        "case": "bank",
        "articles": articles,
        "entities": [{"id": f[0], "name": f[0], "type": "ORG", "forms": f} for f in FORMS],
        "families": [[key] for key in TEXTS],
        **dict.fromkeys(("dates", "figures", "statements", "events", "series", "timeline", "framing"), ()),
    }
    (folder / "gold.json").write_text(json.dumps({**gold, **more}), "utf-8")
    return folder


def test_a_form_stands_alone_outside_the_longer_ones() -> None:
    assert score_gold.stands_alone("rini", FORMS[1], TEXTS["a1"])
    assert not score_gold.stands_alone("rini", FORMS[1], TEXTS["a2"])
    assert not score_gold.stands_alone("bsk", FORMS[0], "Kapal BSKA karam.")


def test_forms_of_one_entity_make_pairs() -> None:
    assert score_gold.pairs({"b": "1", "a": "1", "c": "2"}) == {("a", "b")}


@pytest.mark.shared
def test_pairs_are_counted_an_article_at_a_time(shared: Path, tmp_path: Path) -> None:
    result, notes = score_gold.score_case(shared, case(tmp_path), "entities.linked_within")
    row = result["layers"]["entities.linked_within"]
    assert (row["right"], row["pred"], row["gold"]) == (2, 2, 2)
    assert notes == []


@pytest.mark.shared
def test_names_kept_apart_are_listed_with_their_article(shared: Path, tmp_path: Path) -> None:
    entities = [{"id": "e", "name": "Rini", "type": "PER", "forms": ["Rini Prawira", "BSK"]}]
    result, notes = score_gold.score_case(shared, case(tmp_path, entities=entities), "entities.linked_within")
    assert result["layers"]["entities.linked_within"]["f1"] == 0
    assert notes == ["apart   a1 'bsk' 'rini prawira'", "apart   a2 'bsk' 'rini prawira'"]


@pytest.mark.shared
def test_a_case_is_scored_on_its_own_layers(shared: Path, tmp_path: Path) -> None:
    whole = score_gold.score_case(shared, case(tmp_path))[0]
    light = score_gold.score_case(shared, case(tmp_path, layers=["entities", "events"]))[0]
    assert {layer.split(".")[0] for layer in light["layers"]} == {"entities", "events"}
    assert score_gold.layers_of([light, whole]) == list(whole["layers"])


def test_a_folder_of_cases_is_a_group(tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    case(tmp_path / "bank")
    assert score_gold.folders(tmp_path, str(tmp_path), tmp_path) == {"bank": tmp_path / "bank"}
    with pytest.raises(ValueError, match="no folder of cases"):
        score_gold.folders(tmp_path, "nowhere", tmp_path)
