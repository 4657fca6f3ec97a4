"""Measure the dates against annotated sets that are never read to make rules: `python tools/bench_dates.py`.

IndoTimex's test part, by its own convention (TIMEX3): all types, as TempEval-3 counts them, from the day that each document names.
Recognition is lenient (any overlap) and strict (the same span); a value counts where the expression is recognised and the strings are
equal. Then the annotated cases (seen and tune) by their judge. dateparser's `search_dates`, when it is installed (`./dev bench` does
that), is set beside in the same run, with its speed.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import score_gold

import runut
from runut import lang, text
from runut.model import Anchor, Article, Credits
from runut.reading import dates

ROOT = Path(__file__).resolve().parent.parent
TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.S)
# What the paper reports of the same test part (Mirza 2015).
PUBLISHED = {"lenient": "92.87", "value": "85.26"}


@dataclass(frozen=True, order=True)
class Span:
    """An expression with its type and value."""

    start: int
    end: int
    type: str = ""
    value: str = ""


@dataclass(frozen=True)
class Document:
    """The day, the text and the annotated expressions of one TimeML document."""

    name: str
    day: str
    text: str
    spans: tuple[Span, ...]


def read_document(name: str, raw: bytes) -> Document:
    """One TimeML document, UTF-8 or windows-1252, without its markup."""
    try:
        markup = raw.decode("utf-8")
    except UnicodeDecodeError:
        markup = raw.decode("windows-1252")
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', markup, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", markup, re.S)
    assert day and body
    plain, spans, at = "", [], 0
    for match in TIMEX.finditer(body[1]):
        plain += strip(body[1][at : match.start()])
        start = len(plain)
        plain += strip(match[2])
        kind, value = (re.search(rf'{name}="([^"]*)"', match[1]) for name in ("type", "value"))
        spans.append(Span(start, len(plain), kind[1] if kind else "", value[1] if value else ""))
        at = match.end()
    return Document(name, day[1], plain + strip(body[1][at:]), tuple(spans))


def strip(piece: str) -> str:
    """The text of a piece of markup."""
    return html.unescape(re.sub(r"<[^>]*>", "", piece))


def read_documents(shared: Path) -> list[Document]:
    folder = shared / "data" / "dates" / "indotimex" / "Kompas_test_gold"
    return [read_document(path.stem, path.read_bytes()) for path in sorted(folder.glob("*.tml"))]


def pair_up(gold: tuple[Span, ...], mine: tuple[Span, ...]) -> dict[Span, Span]:
    """One to one, the largest overlap first."""
    pairs: dict[Span, Span] = {}
    overlaps = ((min(g.end, m.end) - max(g.start, m.start), g, m) for g in gold for m in mine)
    for _, g, m in sorted((-shared, g, m) for shared, g, m in overlaps if shared > 0):
        if g not in pairs and m not in pairs.values():
            pairs[g] = m
    return pairs


def find_ours() -> Callable[[Document], tuple[Span, ...]]:
    """Our TIMEX3 of a document."""
    indonesian = lang.load("id")

    def find(document: Document) -> tuple[Span, ...]:
        article = Article(id=document.name, source=document.name, text=document.text, sha256="")
        view = text.view(document.text, indonesian)
        found = dates.find_timexes(article, view, Credits(), Anchor(day=document.day), indonesian)
        return tuple(Span(t.start, t.end, t.type, t.value) for t in found)

    return find


def find_dateparsers() -> Callable[[Document], tuple[Span, ...]] | None:
    """What dateparser's search finds, its days as values (it has no types); None where it is not installed."""
    try:
        from datetime import datetime

        from dateparser.search import search_dates
    except ImportError:
        return None

    def find(document: Document) -> tuple[Span, ...]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(document.day), "PREFER_DATES_FROM": "past"}
        out, at = [], 0
        for words, when in search_dates(document.text, languages=["id"], settings=settings) or ():
            at = document.text.find(words, at)
            if at < 0:
                break
            clock = when.strftime("T%H:%M") if when.hour or when.minute else ""
            out.append(Span(at, at + len(words), "", when.strftime("%Y-%m-%d") + clock))
            at += len(words)
        return tuple(out)

    return find


@dataclass
class Score:
    """Counts over documents; `types` the annotated and the recognised ones by type."""

    wanted: int = 0
    found: int = 0
    lenient: int = 0
    strict: int = 0
    value: int = 0
    seconds: float = 0.0

    def f1(self, right: int) -> str:
        return f"{200 * right / max(1, self.found + self.wanted):.2f}"


def score(
    documents: list[Document], find: Callable[[Document], tuple[Span, ...]], types: Counter[tuple[str, str]]
) -> Score:
    """Score `find` over the documents; `types` counts (type, what) with what annotated, recognised, exact, valued or extra."""
    total = Score()
    for document in documents:
        began = time.perf_counter()
        mine = find(document)
        total.seconds += time.perf_counter() - began
        pairs = pair_up(document.spans, mine)
        total.wanted += len(document.spans)
        total.found += len(mine)
        total.lenient += len(pairs)
        for gold, span in pairs.items():
            exact, valued = (gold.start, gold.end) == (span.start, span.end), gold.value == span.value
            total.strict += exact
            total.value += valued
            types.update(
                [(gold.type, "recognised")] + [(gold.type, "exact")] * exact + [(gold.type, "valued")] * valued
            )
        types.update((gold.type, "annotated") for gold in document.spans)
        types.update((span.type, "extra") for span in mine if span not in pairs.values())
    return total


def score_cases(shared: Path, find: Callable[[Document], tuple[Span, ...]] | None) -> tuple[dict[str, float], float]:
    """dates.span and .value of the annotated cases by their judge, our own dates or what `find` finds, and its articles a second."""
    judge, rows, articles, seconds = score_gold.judge(shared), [], 0, 0.0
    with tempfile.TemporaryDirectory() as work:
        for group in ("seen", "tune"):
            for folder in score_gold.folders(shared, group, Path(work)).values():
                account: dict[str, Any] = json.loads(runut.to_json(runut.account(score_gold.case_files(folder))))
                if find is not None:
                    account["dates"] = []
                for article in account["articles"] if find is not None else ():
                    document = Document(article["id"], article["anchor"], article["text"], ())
                    began = time.perf_counter()
                    spans = find(document) if article["anchor"] else ()
                    seconds, articles = seconds + time.perf_counter() - began, articles + 1
                    account["dates"] += [
                        {
                            "article": article["id"],
                            "start": span.start,
                            "end": span.end,
                            "text": article["text"][span.start : span.end],
                            "value": span.value,
                        }
                        for span in spans
                    ]
                rows.append(judge.score(judge.Case(folder, account))[0])
    scores = {layer: score_gold.pool([row[layer] for row in rows]) for layer in ("dates.span", "dates.value")}
    return scores, articles / seconds if seconds else 0.0


def _case_rows(shared: Path) -> Iterator[str]:
    for name, find in (("ours", None), ("dateparser `search_dates`", find_dateparsers())):
        if name != "ours" and find is None:
            yield f"| {name}: not installed | | | |"
            continue
        scores, speed = score_cases(shared, find)
        yield f"| {name} | {scores['dates.span']:.3f} | {scores['dates.value']:.3f} | {f'{speed:,.1f}' if speed else 'see above'} |"


def measure_dates(shared: Path) -> str:
    """Markdown: IndoTimex's test part and the annotated cases, ours beside dateparser's, with articles a second; ours by type."""
    documents = read_documents(shared)
    types: Counter[tuple[str, str]] = Counter()
    rows = [
        "| IndoTimex test, 25 documents | lenient F1 | strict F1 | value F1 | articles a second |",
        "|---|---|---|---|---|",
        *(_row(documents, types)),
        f"| IndoTimex (Mirza 2015), as published | {PUBLISHED['lenient']} | – | {PUBLISHED['value']} | – |",
        "",
        "| type | annotated | recognised | same span | same value | found beside |",
        "|---|---|---|---|---|---|",
    ]
    for kind in ("DATE", "TIME", "DURATION", "SET"):
        cells = (types[kind, what] for what in ("annotated", "recognised", "exact", "valued", "extra"))
        rows.append(f"| {kind} | " + " | ".join(map(str, cells)) + " |")
    rows += [
        "",
        "| annotated cases, seen and tune | dates.span f1 | dates.value f1 | articles a second |",
        "|---|---|---|---|",
    ]
    rows += _case_rows(shared)
    return "\n".join(rows)


def _row(documents: list[Document], types: Counter[tuple[str, str]]) -> Iterator[str]:
    for name, find in (("ours", find_ours()), ("dateparser `search_dates`", find_dateparsers())):
        if find is None:
            yield f"| {name}: not installed | | | | |"
            continue
        find(documents[0])  # compiles its tables once
        total = score(documents, find, types if name == "ours" else Counter())
        figures = " | ".join(total.f1(n) for n in (total.lenient, total.strict, total.value))
        yield f"| {name} | {figures} | {len(documents) / total.seconds:,.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    print(measure_dates(parser.parse_args().shared))


if __name__ == "__main__":
    main()
