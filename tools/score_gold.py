"""Score the command's accounts on annotated cases, by the judge beside the checkout.

    python tools/score_gold.py [GROUP] [--show CASE LAYER] [--shared ../shared]

Groups: `seen` (the default), the three cases beside the checkout; `tune`, the cases of tests/gold that rules may be made on; `held`,
those that are scored at the end of a piece of work and whose texts and misses nobody reads. Prints one row a layer: each case, and all
pooled (counts added up before the score is made).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import gold_cases

import runut

CASES = ("kazakhstan-2022", "gunungkuda-2025", "gaza-direktur-2025")
GROUPS = ("seen", "tune", "held")
ROOT = Path(__file__).resolve().parent.parent


@cache
def judge(shared: Path) -> ModuleType:
    """The judge, score.py beside the cases, as a module."""
    spec = importlib.util.spec_from_file_location("judge", shared / "gold" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def case_files(folder: Path) -> list[str]:
    """The articles of a case, as its gold.json lists them."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return [str(folder / a["file"]) for a in gold["articles"]]


def folders(shared: Path, group: str, work: Path) -> dict[str, Path]:
    """The case folders of a group by name; those of tests/gold are unpacked into `work`."""
    if group == "seen":
        return {case: shared / "gold" / case for case in CASES}
    out = {}
    for name, record in gold_cases.records(group).items():
        out[name] = work / name
        gold_cases.unpack(record, out[name], shared)
    return out


def score_case(shared: Path, folder: Path, show: str | None = None) -> tuple[dict[str, Any], list[str]]:
    """The judge's result for one case (broken spans, missing articles, a row a layer), and its listing of `show`.

    One row is ours: `statements.invented`, of the statements matched those that we give a source where the gold has none, or another's.
    """
    account = json.loads(runut.to_json(runut.account(case_files(folder))))
    case = judge(shared).Case(folder, account)
    layers, notes = judge(shared).score(case, show)
    layers["statements.invented"], ours = invented(shared, case)
    missing = sorted({a["id"] for a in case.gold["articles"]} - set(case.id.values()))
    result = {"case": case.gold["case"], "missing_articles": missing, "broken": case.broken, "layers": layers}
    return result, notes + (ours if show == "invented" else [])


def invented(shared: Path, case: Any) -> tuple[dict[str, Any], list[str]]:
    """Statements matched as the judge matches them whose source is told and is not the gold's: counts, and a line for each."""
    by = judge(shared)
    gold, told = [case.where(s, "content") for s in case.gold["statements"]], case.spans("statements")
    matched = by.greedy(gold, told, lambda x, y: by.iou(x[1], y[1]), 0.5)
    wrong = []
    for i, j in matched:
        speaker = told[j][2].get("speaker") or {}
        names = [n for n in (speaker.get("name"), speaker.get("text")) if by.name_words(n)]
        wants = [gold[i][2].get("speaker_is"), gold[i][2].get("speaker")]
        if names and not case.same_source(wants, names):
            wrong.append(f"invented {gold[i][0]} {gold[i][2]['content'][:60]!r} gold {wants} got {names}")
    share = len(wrong) / len(matched) if matched else 0.0
    return {"share": round(share, 3), "right": len(wrong), "gold": len(matched)}, wrong


def kind(layer: dict[str, Any]) -> str:
    """What a row's figure is: f1, accuracy, recall or share."""
    return next(
        name for key, name in (("f1", "f1"), ("acc", "accuracy"), ("share", "share"), ("r", "recall")) if key in layer
    )


def pool(layers: list[dict[str, Any]]) -> float:
    """One layer over several cases: f1, accuracy, recall or share of the added counts."""
    right, gold = sum(x["right"] for x in layers), sum(x["gold"] for x in layers)
    if "f1" in layers[0]:
        both = sum(x["pred"] for x in layers) + gold
        return 2 * right / both if both else 1.0
    return right / gold if gold else float("share" not in layers[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", nargs="?", choices=GROUPS, default="seen")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", nargs=2, metavar=("CASE", "LAYER"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        cases = folders(options.shared, options.group, Path(tmp))
        if options.show:
            chosen = [case for case in cases if case.startswith(options.show[0])]
            if not chosen:
                parser.error(f"no case {options.show[0]} in {options.group}: {', '.join(cases)}")
            print(*score_case(options.shared, cases[chosen[0]], options.show[1])[1], sep="\n")
            return
        results = {case: score_case(options.shared, folder)[0] for case, folder in cases.items()}
    print(f"{'':20}" + "".join(f"{c[:12]:>14}" for c in results) + f"{'pooled':>10}")
    for layer in next(iter(results.values()))["layers"]:
        rows = [result["layers"][layer] for result in results.values()]
        print(f"{layer:20}" + "".join(f"{pool([r]):14.3f}" for r in rows) + f"{pool(rows):10.3f}")
    for case, result in results.items():
        if result["broken"] or result["missing_articles"]:
            print(
                f"{case}: {len(result['broken'])} broken, missing {result['missing_articles']}",
                *result["broken"][:5],
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
