"""Score the command's accounts on the annotated cases beside the checkout.

    python tools/score_gold.py [--shared ../shared] [--unseen] [--show CASE LAYER]

Prints one row a layer: each case, and all pooled (counts added up before the score is made). --unseen takes the cases of tests/gold,
which the rules were not made on, instead.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import gold_cases

import runut

CASES = ("kazakhstan-2022", "gunungkuda-2025", "gaza-direktur-2025")
ROOT = Path(__file__).resolve().parent.parent


def case_files(folder: Path) -> list[str]:
    """The articles of a case, as its gold.json lists them."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return [str(folder / a["file"]) for a in gold["articles"]]


def folders(shared: Path, unseen: bool, work: Path) -> dict[str, Path]:
    """The case folders by name; those of tests/gold are unpacked into `work`."""
    if not unseen:
        return {case: shared / "gold" / case for case in CASES}
    out = {}
    for record in sorted((ROOT / "tests" / "gold").glob("*.json")):
        out[record.stem] = work / record.stem
        corpus = shared / "data" / "news" / "articles.jsonl.gz"
        gold_cases.unpack(json.loads(record.read_text("utf-8")), out[record.stem], corpus)
    return out


def score_case(shared: Path, folder: Path, show: str | None = None) -> tuple[dict, str]:
    """The judge's result for one case as JSON, and its listing of `show` as text."""
    with tempfile.TemporaryDirectory() as tmp:
        out = Path(tmp) / "account.json"
        out.write_text(runut.to_json(runut.account(case_files(folder))), "utf-8")
        judge = [sys.executable, str(shared / "gold" / "score.py"), str(folder), str(out)]
        result = json.loads(subprocess.run([*judge, "--json"], capture_output=True, text=True, check=False).stdout)
        listing = (
            subprocess.run([*judge, "--show", show], capture_output=True, text=True, check=False).stdout if show else ""
        )
    return result, listing


def pool(layers: list[dict]) -> float:
    """One layer over several cases: f1, accuracy or recall of the added counts."""
    right, gold = sum(x["right"] for x in layers), sum(x["gold"] for x in layers)
    if "f1" in layers[0]:
        both = sum(x["pred"] for x in layers) + gold
        return 2 * right / both if both else 1.0
    return right / gold if gold else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", nargs=2, metavar=("CASE", "LAYER"))
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        cases = folders(options.shared, options.unseen, Path(tmp))
        if options.show:
            case = next(c for c in cases if c.startswith(options.show[0]))
            print(score_case(options.shared, cases[case], options.show[1])[1])
            return
        results = {case: score_case(options.shared, folder)[0] for case, folder in cases.items()}
    print(f"{'':18}" + "".join(f"{c[:12]:>14}" for c in results) + f"{'pooled':>10}")
    for layer in next(iter(results.values()))["layers"]:
        rows = [result["layers"][layer] for result in results.values()]
        print(f"{layer:18}" + "".join(f"{pool([r]):14.3f}" for r in rows) + f"{pool(rows):10.3f}")
    for case, result in results.items():
        if result["broken"] or result["missing_articles"]:
            print(
                f"{case}: {len(result['broken'])} broken, missing {result['missing_articles']}",
                *result["broken"][:5],
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
