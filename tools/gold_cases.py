"""Annotated cases as stand-off records: ids, hashes, offsets and values, no text of any article.

    python tools/gold_cases.py show RECORD [ARTICLE]     what a record holds; with an article, each finding beside its words
    python tools/gold_cases.py check                     every record of tests/gold against the corpus and the rule book's checker
    python tools/gold_cases.py unpack RECORD CASE_DIR    the form that the judge reads (gold.json and articles)
    python tools/gold_cases.py pack CASE_DIR RECORD      and back
    python tools/gold_cases.py agree                     how far two independent readings of the same articles agree, a row a layer

A string that stands in an article is kept as {"in": article, "at": [start, end]}; a value of ours (a name in full, a gist) as
it is; remarks are left out, since they quote. The articles are found in the corpus by their id, and must have the hash that was
annotated.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import io
import json
import runpy
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
CORPUS = Path("data") / "news" / "articles.jsonl.gz"
# Fields of a record that hold words of one article, and fields that hold a list of them.
QUOTED = {
    "text",
    "content",
    "speaker",
    "number",
    "cue",
    "term",
    "counted",
    "actor",
    "recipient",
    "place",
    "dateline",
    "speaker_is",
}
QUOTED_LISTS = {"via", "furniture", "captions", "repeats", "agencies", "reporters", "editors"}
# The folders of tests/gold; the last holds the second readings of reports that stand in the others.
GROUPS = (
    "tune",
    "light",
    "ledger",
    "fresh",
    "wide",
    "large",
    "held",
    "unread",
    "sealed",
    "closed",
    "apart",
    "single",
    "lone",
    "drawn",
    "spare",
    "mixed",
    "aside",
    "second",
)
# Stories that we wrote ourselves: their reports lie beside their annotation, and beside it a second reading of some.
WRITTEN, SECOND = ("written", "kept"), "second.json"
# Layers that stand within one article: what a second reader annotates, and what the judge says of it.
LISTS_WITHIN = ("dates", "figures", "statements", "events")
LAYERS_ACROSS = (
    "figures.tracked",
    "entities.linked",
    "families",
    "series.pairs",
    "series.relation",
    "timeline",
    "framing",
)
LAYERS_WITHIN = (
    "furniture",
    "metadata",
    "dates.span",
    "dates.value",
    "figures.tracked",
    "figures.speaker",
    "statements.span",
    "statements.whole",
    "statements.via",
    "entities.found",
    "entities.linked",
    "events.found",
    "events.type",
)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def corpus(shared: Path) -> Mapping[str, dict[str, Any]]:
    """The corpus's articles by id, read once."""
    with gzip.open(shared / CORPUS, "rt", encoding="utf-8") as lines:
        return {r["id"]: r for r in map(json.loads, lines)}


def records(group: str) -> dict[str, dict[str, Any]]:
    """The records of a group of cases (see GROUPS), by name: a file each, or many to a file, a line each."""
    folder = GOLD / group
    found = {p.stem: json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))}
    for path in sorted(folder.glob("*.jsonl")):
        found |= {r["case"]: r for r in map(json.loads, path.read_text("utf-8").splitlines())}
    return found


def pack(folder: Path, shared: Path) -> dict[str, Any]:
    """The stand-off record of a case folder; raises ValueError for an article that the corpus does not have."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    texts = {a["id"]: json.loads((folder / a["file"]).read_text("utf-8"))["text"] for a in gold["articles"]}
    wanted = {digest(text): key for key, text in texts.items()}
    ids = {wanted[d]: r["id"] for r in corpus(shared).values() if (d := digest(r["text"])) in wanted}
    if missing := sorted(set(texts) - set(ids)):
        raise ValueError(f"not in the corpus: {', '.join(missing)}")

    def occurrences(words: str, text: str) -> list[int]:
        at, out = text.find(words), []
        while at >= 0 and words:
            out.append(at)
            at = text.find(words, at + 1)
        return out

    def place(words: str, article: str | None, near: int | None = None, nth: int = 1) -> dict[str, Any] | str:
        """Where the words stand: the nth time, or (a speaker, a numeral) the time nearest to what they belong to."""
        for key in [article] if article in texts else texts:
            found = occurrences(words, texts[key])
            if near is not None:
                found.sort(key=lambda at: (abs(at - near), at))
                nth = 1
            if len(found) >= nth:
                return {"in": key, "at": [found[nth - 1], found[nth - 1] + len(words)]}
        return words

    def walk(node: Any, article: str | None) -> Any:
        if isinstance(node, list):
            return [walk(item, article) for item in node]
        if not isinstance(node, dict):
            return node
        article = node["a"] if isinstance(node.get("a"), str) else node["id"] if node.get("id") in texts else article
        main = next((key for key in ("content", "text") if isinstance(node.get(key), str)), None)
        whole = place(node[main], article, nth=node.get("nth") or 1) if main else None
        near = whole["at"][0] if isinstance(whole, dict) else None
        out: dict[str, Any] = {}
        for key, value in node.items():
            if key == main:
                out[key] = whole
            elif key in QUOTED and isinstance(value, str):
                out[key] = place(value, article, near)
            elif key in QUOTED_LISTS or key == "forms":
                out[key] = [place(v, None if key == "forms" else article, near) for v in value or []]
            elif key in ("title", "decisions", "note"):  # the record's own headline; and remarks, which quote
                continue
            else:
                out[key] = walk(value, article)
        return out

    record: dict[str, Any] = walk(gold, None)
    record["corpus"] = {key: {"id": ids[key], "sha256": digest(text)} for key, text in texts.items()}
    return record


def texts_of(record: dict[str, Any], shared: Path) -> dict[str, dict[str, Any]]:
    """The corpus's articles by the record's own names; raises ValueError where the corpus has not the text that was annotated."""
    articles = corpus(shared)
    found = {key: articles[e["id"]] for key, e in record["corpus"].items() if e["id"] in articles}
    for key, entry in record["corpus"].items():
        if key not in found or digest(found[key]["text"]) != entry["sha256"]:
            raise ValueError(f"{key}: the corpus has no article {entry['id']} with the text that was annotated")
    return found


def spell(node: Any, found: dict[str, dict[str, Any]]) -> Any:
    """A record with every {"in", "at"} turned into the words that stand there."""
    if isinstance(node, list):
        return [spell(item, found) for item in node]
    if isinstance(node, dict) and node.keys() == {"in", "at"}:
        return found[node["in"]]["text"][slice(*node["at"])]
    return {k: spell(v, found) for k, v in node.items()} if isinstance(node, dict) else node


def unpack(record: dict[str, Any], folder: Path, shared: Path) -> None:
    """Write the case folder of a stand-off record; raises ValueError where the corpus has not the text that was annotated."""
    found = texts_of(record, shared)
    folder.mkdir(parents=True, exist_ok=True)
    gold = spell({k: v for k, v in record.items() if k != "corpus"}, found)
    for article in gold["articles"]:
        source = found[article["id"]]
        article["title"] = source["title"]
        fields = {k: source.get(k) for k in ("title", "outlet", "url", "published", "text")}
        (folder / article["file"]).write_text(json.dumps(fields, ensure_ascii=False), "utf-8")
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")


def show(record: dict[str, Any], article: str | None, shared: Path) -> Iterator[str]:
    """Lines that say what a record holds; with an article, its findings in the order of the text, each beside its words."""
    yield f"{record['case']} – {record['event']}"
    yield ", ".join(f"{len(v)} {k}" for k, v in record.items() if isinstance(v, list))
    if article is None:
        return
    found = texts_of(record, shared)
    if article not in found:
        raise ValueError(f"no article {article}; the record has {', '.join(found)}")
    lines = []
    for layer in ("dates", "figures", "statements", "events"):
        for item in record.get(layer, []):
            span = item.get("content") or item["text"]
            if item["a"] == article and isinstance(span, dict):
                rest = {k: spell(v, found) for k, v in item.items() if k not in ("a", "nth", "text", "content")}
                lines.append((span["at"], layer, found[article]["text"][slice(*span["at"])], rest))
    for (start, end), layer, words, rest in sorted(lines, key=lambda line: (line[0], line[1])):
        yield f"{start:>5}–{end:<5} {layer[:-1]:9} {words!r}  " + ", ".join(f"{k} {v!r}" for k, v in rest.items())


def check(shared: Path) -> list[str]:
    """What is wrong with the records under tests/gold: texts that are not the corpus's, quoted strings that do not stand there."""
    wrong = []
    checker = shared / "gold" / "check_gold.py"
    for group in GROUPS:
        for name, record in records(group).items():
            with tempfile.TemporaryDirectory() as tmp:
                try:
                    unpack(record, Path(tmp), shared)
                except ValueError as error:
                    wrong.append(f"{group}/{name}: {error}")
                    continue
                said = _checked(checker, tmp)
                if "families" not in record.get("layers", ["families"]):  # the checker wants every report in one
                    said = [line for line in said if not line.startswith("families:")]
                wrong += [f"{group}/{name}: {line}" for line in said]
                loose = [w for w in _loose(record) if w.strip()]
                wrong += [f"{group}/{name}: not tied to any article: {w!r}" for w in loose]
    return wrong


def _checked(checker: Path, folder: str) -> list[str]:
    """What the checker, a script, prints of a folder but for its last line; run in this process, for a thousand folders."""
    told, given = io.StringIO(), sys.argv
    sys.argv = [str(checker), folder]
    try:
        with contextlib.redirect_stdout(told):
            runpy.run_path(str(checker), run_name="__main__")
    except SystemExit:
        pass
    finally:
        sys.argv = given
    return [line for line in told.getvalue().splitlines()[:-1] if line]


def _loose(record: dict[str, Any]) -> Iterator[str]:
    """Main spans that are kept as words because no article has them: a record must not carry such."""
    for layer in ("dates", "figures", "statements", "events"):
        for item in record.get(layer, []):
            span = item.get("content") or item["text"]
            if isinstance(span, str):
                yield span


def as_account(gold: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """A reader's annotation in the form of an account, so that the judge can hold it against another reader's.

    `gold` is a case's gold.json as unpacked, `texts` the articles' texts by id.
    """

    def span(article: str, words: str, nth: int = 1, near: int = 0) -> dict[str, Any]:
        at = near - 1
        for _ in range(nth):
            at = texts[article].find(words, at + 1)
        return {"article": article, "start": at, "end": at + len(words), "text": words}

    articles, mentions = [], []
    for a in gold["articles"]:
        text = texts[a["id"]]
        marks = [(text.find(s), text.find(s) + len(s)) for s in a.get("furniture", [])]
        for s in a.get("repeats", []):
            second = text.find(s, text.find(s) + 1)
            marks.append((second, second + len(s)))
        kept = {k: a.get(k) for k in ("id", "published", "agencies", "reporters", "editors")}
        articles.append({**kept, "source": a["file"], "text": text, "furniture": [list(m) for m in marks]})
    for n, e in enumerate(gold["entities"]):
        spots = [span(key, form) for form in e["forms"] for key in texts if form in texts[key]]
        mentions.append({"id": str(n), "name": e["name"], "mentions": spots})
    figures, statements = [], []
    for n, f in enumerate(gold["figures"]):
        where = span(f["a"], f["text"], f.get("nth") or 1)
        figures.append({**f, **where, "id": str(n), "number": span(f["a"], f["number"], near=where["start"])})
    for s in gold["statements"]:
        named = {"name": s.get("speaker_is"), "text": s.get("speaker"), "start": None}
        statements.append({**s, **span(s["a"], s["content"], s.get("nth") or 1), "speaker": named})
    return {
        "articles": articles,
        "families": [{"articles": family} for family in gold["families"]],
        "series": [{**s, "figures": sorted(points(s, figures))} for s in gold["series"]],
        "timeline": [{**t, "evidence": [span(e["a"], e["text"]) for e in t["evidence"]]} for t in gold["timeline"]],
        "framing": [
            {
                **f,
                "terms": [
                    {**t, "uses": [span(a, written) for a, written in uses(t["term"], texts)]} for t in f["terms"]
                ],
            }
            for f in gold["framing"]
        ],
        "entities": mentions,
        "figures": figures,
        "statements": statements,
        "dates": [{**d, **span(d["a"], d["text"], d.get("nth") or 1)} for d in gold["dates"]],
        "events": [{**e, **span(e["a"], e["text"], e.get("nth") or 1)} for e in gold.get("events", [])],
    }


def points(series: dict[str, Any], figures: Iterable[dict[str, Any]]) -> set[str]:
    """The ids of the figures that a series of an annotation names."""
    return {
        f["id"]
        for p in series["points"]
        for f in figures
        if (f["article"], f["number"]["text"], f["measure"]) == (p["a"], p["number"], series["measure"])
        and (not p.get("text") or p["text"] in f["text"] or f["text"] in p["text"])
    }


def uses(term: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The articles in which a wording stands, with how it is written there first."""
    for article, text in texts.items():
        at = text.lower().find(term.lower())
        if at >= 0:
            yield article, text[at : at + len(term)]


def agree(shared: Path) -> dict[str, float]:
    """The judge's rows for the second readings against the first ones, pooled over the articles that were read twice."""
    import score_gold  # which imports this module

    judge = score_gold.judge(shared)
    firsts = [record for group in GROUPS[:-1] for record in records(group).values()]
    rows: dict[str, list[dict[str, Any]]] = {}
    for second in records("second").values():
        layers_of = second.get("layers", [])
        if "series" in layers_of and "events" not in layers_of:  # layers of comparing alone: see agree_across
            continue
        for key, entry in second["corpus"].items():
            first, name = next((r, k) for r in firsts for k, e in r["corpus"].items() if e["id"] == entry["id"])
            with tempfile.TemporaryDirectory() as tmp:
                here = Path(tmp) / "one"
                one, two = cut(first, name, here, shared), cut(second, key, Path(tmp) / "two", shared)
                (here / "gold.json").write_text(json.dumps(one), "utf-8")
                file = one["articles"][0]["file"]
                text = json.loads((here / file).read_text("utf-8"))["text"]
                two = renamed(two, key, name)
                two["articles"][0]["file"] = file
                layers, _ = judge.score(judge.Case(here, as_account(two, {name: text})))
                annotated = second.get("layers") or sorted({layer.split(".")[0] for layer in LAYERS_WITHIN})
                for layer in LAYERS_WITHIN:
                    if layer.split(".")[0] in annotated:
                        rows.setdefault(layer, []).append(layers[layer])
    return {layer: score_gold.pool(many) for layer, many in rows.items()}


def agree_across(shared: Path) -> dict[str, float]:
    """The judge's rows of the layers across reports, for second readings of whole events against the first ones, pooled."""
    import score_gold

    judge = score_gold.judge(shared)
    firsts = {name: record for group in GROUPS[:-1] for name, record in records(group).items()}
    rows: dict[str, list[dict[str, Any]]] = {}

    def add(first: Path, second: Path, read: str) -> None:
        gold = json.loads((second / read).read_text("utf-8"))
        texts = {a["id"]: json.loads((second / a["file"]).read_text("utf-8"))["text"] for a in gold["articles"]}
        layers, _ = judge.score(judge.Case(first, as_account(gold, texts)))
        for layer in LAYERS_ACROSS:
            if layer.split(".")[0] in gold.get("layers", [layer.split(".")[0]]):
                rows.setdefault(layer, []).append(layers[layer])

    for name, second in records("second").items():
        first = firsts.get(name.removesuffix("-second"))
        if first is None or "series" not in second.get("layers", []):
            continue
        with tempfile.TemporaryDirectory() as tmp:
            one, two = Path(tmp) / "one", Path(tmp) / "two"
            unpack(first, one, shared)
            unpack(second, two, shared)
            add(one, two, "gold.json")
    for read in sorted(path for group in WRITTEN for path in (GOLD / group).glob(f"*/{SECOND}")):
        add(read.parent, read.parent, SECOND)
    return {layer: score_gold.pool(many) for layer, many in rows.items()}


def renamed(gold: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """The gold of one article under another name for that article."""
    within = {layer: [{**x, "a": new} for x in gold[layer]] for layer in LISTS_WITHIN}
    return {**gold, **within, "articles": [{**a, "id": new} for a in gold["articles"] if a["id"] == old]}


def cut(record: dict[str, Any], article: str, folder: Path, shared: Path) -> dict[str, Any]:
    """The gold of one article of a record, whose text is written into `folder`: layers within it, names with the forms that stand in it."""
    unpack(record, folder, shared)
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    kept = [a for a in gold["articles"] if a["id"] == article]
    text = json.loads((folder / kept[0]["file"]).read_text("utf-8"))["text"]
    entities = [{**e, "forms": [f for f in e["forms"] if f in text]} for e in gold["entities"]]
    within = {layer: [x for x in gold.get(layer, []) if x["a"] == article] for layer in LISTS_WITHIN}
    between: dict[str, list[Any]] = {"families": [[article]], "series": [], "timeline": [], "framing": []}
    return {**gold, "articles": kept, "entities": [e for e in entities if e["forms"]], **within, **between}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["show", "check", "unpack", "pack", "agree"])
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("target", nargs="?")
    parser.add_argument("--shared", type=Path, default=SHARED)
    options = parser.parse_args()
    if options.do in ("show", "unpack", "pack") and options.source is None:
        parser.error(f"{options.do} needs a source")
    if options.do in ("unpack", "pack") and options.target is None:
        parser.error(f"{options.do} needs a target")
    try:
        if options.do == "check":
            wrong = check(options.shared)
            print(*wrong, f"{len(wrong)} problems", sep="\n")
            return bool(wrong)
        if options.do == "agree":
            for layer, value in agree(options.shared).items():
                print(f"{layer:18} {value:.3f}")
            print("across reports")
            for layer, value in agree_across(options.shared).items():
                print(f"{layer:18} {value:.3f}")
        elif options.do == "pack":
            packed = json.dumps(pack(options.source, options.shared), ensure_ascii=False, separators=(",", ":"))
            Path(options.target).write_text(packed, "utf-8")
        else:
            record = json.loads(options.source.read_text("utf-8"))
            if options.do == "show":
                print(*show(record, options.target, options.shared), sep="\n")
            else:
                unpack(record, Path(options.target), options.shared)
    except (OSError, ValueError) as error:
        print(f"gold_cases: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
