"""Annotated cases as stand-off records: ids, hashes, offsets and values, no text of any article.

    python tools/gold_cases.py pack CASE_DIR tests/gold/NAME.json     a case folder (gold.json, articles) into a stand-off record
    python tools/gold_cases.py unpack tests/gold/NAME.json CASE_DIR   and back, with the texts of the corpus beside the checkout
    python tools/gold_cases.py show tests/gold/NAME.json              what the record holds

A string that stands in an article is kept as {"in": article, "at": [start, end]}; a value of ours (a name in full, a gist) as
it is; remarks are left out, since they quote. The articles are found in the corpus by their id, and must have the hash that was
annotated.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "data" / "news" / "articles.jsonl.gz"
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


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def corpus(path: Path = CORPUS) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def pack(folder: Path, path: Path = CORPUS) -> dict[str, Any]:
    """The stand-off record of a case folder; raises ValueError for an article that the corpus does not have."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    texts = {a["id"]: json.loads((folder / a["file"]).read_text("utf-8"))["text"] for a in gold["articles"]}
    wanted = {digest(text): key for key, text in texts.items()}
    ids = {wanted[d]: r["id"] for r in corpus(path) if (d := digest(r["text"])) in wanted}
    if missing := sorted(set(texts) - set(ids)):
        raise ValueError(f"not in the corpus: {', '.join(missing)}")

    def place(words: str, article: str | None, nth: int = 1) -> dict[str, Any] | str:
        for key in [article] if article in texts else texts:
            at = -1
            for _ in range(nth):
                at = texts[key].find(words, at + 1)
            if at >= 0:
                return {"in": key, "at": [at, at + len(words)]}
        return words

    def walk(node: Any, article: str | None) -> Any:
        if isinstance(node, list):
            return [walk(item, article) for item in node]
        if not isinstance(node, dict):
            return node
        article = node["a"] if isinstance(node.get("a"), str) else node["id"] if node.get("id") in texts else article
        out = {}
        for key, value in node.items():
            if key in QUOTED and isinstance(value, str):
                out[key] = place(value, article, node.get("nth", 1) if key in ("text", "content") else 1)
            elif key in QUOTED_LISTS or key == "forms":
                out[key] = [place(v, None if key == "forms" else article) for v in value or []]
            elif key in ("title", "decisions", "note"):  # the record's own headline; and remarks, which quote
                continue
            else:
                out[key] = walk(value, article)
        return out

    record = walk(gold, None)
    record["corpus"] = {key: {"id": ids[key], "sha256": digest(text)} for key, text in texts.items()}
    return record


def unpack(record: dict[str, Any], folder: Path, path: Path = CORPUS) -> None:
    """Write the case folder of a stand-off record; raises ValueError where the corpus has not the text that was annotated."""
    wanted = {entry["id"]: key for key, entry in record["corpus"].items()}
    found = {wanted[r["id"]]: r for r in corpus(path) if r["id"] in wanted}
    for key, entry in record["corpus"].items():
        if key not in found or digest(found[key]["text"]) != entry["sha256"]:
            raise ValueError(f"{key}: the corpus has no article {entry['id']} with the text that was annotated")

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(item) for item in node]
        if isinstance(node, dict) and node.keys() == {"in", "at"}:
            return found[node["in"]]["text"][slice(*node["at"])]
        return {k: walk(v) for k, v in node.items()} if isinstance(node, dict) else node

    folder.mkdir(parents=True, exist_ok=True)
    gold = walk({k: v for k, v in record.items() if k != "corpus"})
    for article in gold["articles"]:
        source = found[article["id"]]
        article["title"] = source["title"]
        fields = {k: source.get(k) for k in ("title", "outlet", "url", "published", "text")}
        (folder / article["file"]).write_text(json.dumps(fields, ensure_ascii=False), "utf-8")
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("do", choices=["pack", "unpack", "show"])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path, nargs="?")
    options = parser.parse_args()
    if options.do == "show":
        record = json.loads(options.source.read_text("utf-8"))
        print(record["case"], "–", record["event"])
        print({k: len(v) for k, v in record.items() if isinstance(v, list)})
        return 0
    if options.target is None:
        parser.error(f"{options.do} needs a target")
    if options.do == "pack":
        options.target.write_text(json.dumps(pack(options.source), ensure_ascii=False, separators=(",", ":")), "utf-8")
    else:
        unpack(json.loads(options.source.read_text("utf-8")), options.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
