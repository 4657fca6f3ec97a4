"""Score the command's accounts on annotated cases, by the judge beside the checkout.

    python tools/score_gold.py [GROUP] [--show CASE LAYER] [--shared ../shared]

Groups: `seen` (the default), the three cases beside the checkout; `tune`, `light`, `ledger`, `fresh`, `wide`, `large`, `held`, `unread` and
`closed`, the cases of tests/gold that rules may be made on (the last three were kept unread until they were opened), and `written`,
stories of our own writing; `sealed`, `apart` and `kept` (written as well), those that are scored at the end of a piece of work and whose
texts and misses nobody reads; `single`, `drawn`, `mixed` and `aside`, reports to make rules on, one a case, with `lone` and `spare` for
their closed parts; or a folder of case folders. Prints
one row a layer: each case, and all pooled (counts added up before the score is made). A case whose gold.json names its `layers` is scored,
and pooled, on these only. Two rows are ours, `entities.linked_within` and `statements.invented`; --show takes them by these names.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import gold_cases

import runut
from runut import face
from runut.lang import Language
from runut.model import Account

CASES = ("kazakhstan-2022", "gunungkuda-2025", "gaza-direktur-2025")
GROUPS = ("seen", *(group for group in gold_cases.GROUPS if group != "second"), *gold_cases.WRITTEN)
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
    """The case folders of a group by name; those of tests/gold are unpacked into `work`. Raises ValueError where there are none."""
    if group not in GROUPS:
        found = {path.parent.name: path.parent for path in sorted(Path(group).glob("*/gold.json"))}
        if not found:
            raise ValueError(f"{group}: no group ({', '.join(GROUPS)}), and no folder of cases")
        return found
    if group == "seen":
        return {case: shared / "gold" / case for case in CASES}
    if group in gold_cases.WRITTEN:
        return {path.parent.name: path.parent for path in sorted((gold_cases.GOLD / group).glob("*/gold.json"))}
    out = {}
    for name, record in gold_cases.records(group).items():
        out[name] = work / name
        gold_cases.unpack(record, out[name], shared)
    return out


def score_case(shared: Path, folder: Path, show: str | None = None) -> tuple[dict[str, Any], list[str]]:
    """The judge's result for one case (broken spans, missing articles, a row a layer that is annotated), and its listing of `show`.

    Two rows are ours. `entities.linked_within`: pairs of forms linked, counted as `entities.linked` is, an article at a time.
    `statements.invented`: of the statements matched, those that we give a source where the gold has none, or another's.
    """
    account = json.loads(runut.to_json(runut.account(case_files(folder), using=tables())))
    case = judge(shared).Case(folder, account)
    layers, notes = judge(shared).score(case, show)
    rows: dict[str, dict[str, Any]] = {}
    for layer, row in layers.items():
        rows[layer] = row
        if layer == "entities.linked":
            rows["entities.linked_within"], apart = linked_within(shared, folder, case.gold)
    rows["statements.invented"], wrong = invented(shared, case)
    annotated = case.gold.get("layers")
    if annotated is not None:
        rows = {layer: row for layer, row in rows.items() if layer.split(".")[0] in annotated}
    missing = sorted({a["id"] for a in case.gold["articles"]} - set(case.id.values()))
    result = {"case": case.gold["case"], "missing_articles": missing, "broken": case.broken, "layers": rows}
    ours = {"entities.linked_within": apart, "statements.invented": wrong}
    return result, notes + ours.get(show or "", [])


@cache
def tables() -> Mapping[str, Language]:
    """The tables of all languages, loaded once."""
    return face.languages()


def linked_within(shared: Path, folder: Path, gold: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Pairs of forms linked in an account of each article alone: the judge's row, and a line for each pair apart or joined.

    The forms that the judge counts, as far as they stand in the article's headline or text by themselves, not only within a longer
    form of the same name: what stands nowhere else cannot be told twice.
    """
    counted: dict[str, tuple[str, list[str]]] = {}
    for entity in gold["entities"]:
        low = [form.lower() for form in entity["forms"]]
        for form in low:
            if not any(form.endswith(f" {other}") for other in low if other != form):
                counted[form] = (entity["id"], entity["forms"])
    right = told = wanted = 0
    notes = []
    for article in gold["articles"]:
        path = folder / article["file"]
        fields = json.loads(path.read_text("utf-8")) if path.suffix == ".json" else {"text": path.read_text("utf-8")}
        words = f"{fields.get('title') or ''}\n{fields['text']}"
        here = {form: key for form, (key, forms) in counted.items() if stands_alone(form, forms, words)}
        ours = entities_of(runut.account([str(path)], using=tables()))
        want, have = pairs(here), pairs({form: ours[form] for form in here if form in ours})
        right, told, wanted = right + len(want & have), told + len(have), wanted + len(want)
        notes += [f"apart   {article['id']} {x!r} {y!r}" for x, y in sorted(want - have)]
        notes += [f"joined  {article['id']} {x!r} {y!r}" for x, y in sorted(have - want)]
    return judge(shared).row(right, told, wanted), notes


def stands_alone(form: str, forms: Iterable[str], text: str) -> bool:
    """Whether a form (in small letters) stands in a text as words, outside the longer ones of `forms`, which has it as it is written."""
    longer = sorted((f for f in forms if len(f) > len(form) and form in f.lower()), key=len, reverse=True)
    for other in longer:
        text = text.replace(other, "\0")
    return any(re.search(rf"(?<!\w){re.escape(f)}(?!\w)", text) for f in forms if f.lower() == form)


def entities_of(account: Account) -> dict[str, str]:
    """The entity of each form of an account, in small letters: the one that it stands for most often."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in account.entities:
        for mention in entity.mentions:
            votes[mention.text.lower()][entity.id] += 1
    return {form: counts.most_common(1)[0][0] for form, counts in votes.items()}


def pairs(entity_of: Mapping[str, str]) -> set[tuple[str, str]]:
    """The pairs of forms that have one entity."""
    return {(x, y) for x in entity_of for y in entity_of if x < y and entity_of[x] == entity_of[y]}


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


def layers_of(results: Iterable[dict[str, Any]]) -> list[str]:
    """The rows of some results in their order, each once; those of a case with every layer first."""
    rows = sorted(([*result["layers"]] for result in results), key=len, reverse=True)
    return list(dict.fromkeys(layer for layers in rows for layer in layers))


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
    parser.add_argument("group", nargs="?", default="seen")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--show", nargs=2, metavar=("CASE", "LAYER"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        try:
            cases = folders(options.shared, options.group, Path(tmp))
        except ValueError as error:
            parser.error(str(error))
        if options.show:
            chosen = [case for case in cases if case.startswith(options.show[0])]
            if not chosen:
                parser.error(f"no case {options.show[0]} in {options.group}: {', '.join(cases)}")
            print(*score_case(options.shared, cases[chosen[0]], options.show[1])[1], sep="\n")
            return
        results = {case: score_case(options.shared, folder)[0] for case, folder in cases.items()}
    print(f"{'':22}" + "".join(f"{c[:12]:>14}" for c in results) + f"{'pooled':>10}")
    for layer in layers_of(results.values()):
        rows = [result["layers"].get(layer) for result in results.values()]
        cells = "".join(f"{pool([r]):14.3f}" if r else f"{'–':>14}" for r in rows)
        print(f"{layer:22}{cells}{pool([r for r in rows if r]):10.3f}")
    for case, result in results.items():
        if result["broken"] or result["missing_articles"]:
            print(
                f"{case}: {len(result['broken'])} broken, missing {result['missing_articles']}",
                *result["broken"][:5],
                sep="\n  ",
            )


if __name__ == "__main__":
    main()
