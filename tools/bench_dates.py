"""Measure the dates against IndoTimex's annotated test part, which is never read to make rules: `python tools/bench_dates.py`.

Only TIMEX3 of type DATE and TIME count (durations and recurring times are no dates here), counted from the day each document names.
Prints recognition, lenient (any overlap) and strict (the same span), and values, equal as strings; `*_REF` with and without.
"""

from __future__ import annotations

import argparse
import html
import re
from pathlib import Path

from runut import lang, text
from runut.model import Anchor, Article, Credits
from runut.reading import dates

ROOT = Path(__file__).resolve().parent.parent
TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.S)
KINDS = ("DATE", "TIME")

Span = tuple[int, int, str]


def read_document(raw: str) -> tuple[str, str, list[Span], list[Span]]:
    """(day, text, annotated dates and times, everything annotated) of one TimeML document."""
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', raw, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    assert day and body
    plain, wanted, every, at = "", [], [], 0
    for match in TIMEX.finditer(body[1]):
        plain += strip(body[1][at : match.start()])
        start = len(plain)
        plain += strip(match[2])
        kind, value = (re.search(rf'{name}="([^"]*)"', match[1]) for name in ("type", "value"))
        span = (start, len(plain), value[1] if value else "")
        every.append(span)
        if kind and kind[1] in KINDS:
            wanted.append(span)
        at = match.end()
    return day[1], plain + strip(body[1][at:]), wanted, every


def strip(piece: str) -> str:
    """The text of a piece of markup."""
    return html.unescape(re.sub(r"<[^>]*>", "", piece))


def f1(right: int, found: int, wanted: int) -> str:
    return f"P {right / max(1, found):.3f}  R {right / max(1, wanted):.3f}  F1 {2 * right / max(1, found + wanted):.3f}"


def overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def pair_up(gold: list[Span], mine: list[Span]) -> dict[Span, Span]:
    """One to one, the largest overlap first."""
    pairs: dict[Span, Span] = {}
    for _, g, m in sorted((-overlap(g, m), g, m) for g in gold for m in mine if overlap(g, m)):
        if g not in pairs and m not in pairs.values():
            pairs[g] = m
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    folder = parser.parse_args().shared / "data" / "dates" / "indotimex" / "Kompas_test_gold"
    indonesian = lang.load("id")
    for refs in (True, False):
        lenient = strict = valued = found = wanted = 0
        for path in sorted(folder.glob("*.tml")):
            raw = path.read_bytes()
            try:
                markup = raw.decode("utf-8")
            except UnicodeDecodeError:
                markup = raw.decode("windows-1252")
            day, plain, gold, every = read_document(markup)
            article = Article(id=path.stem, source=path.name, text=plain, sha256="")
            ours = dates.find(article, text.view(plain, indonesian), Credits(), Anchor(day=day), indonesian)
            mine = [(d.start, d.end, d.value or "") for d in ours]
            if not refs:
                gold, mine = ([s for s in spans if not s[2].endswith("_REF")] for spans in (gold, mine))
            pairs = pair_up(gold, mine)
            apart = {m for m in mine if m not in pairs.values() and any(overlap(m, e) for e in every)}
            lenient += len(pairs)
            strict += sum(g[:2] == m[:2] for g, m in pairs.items())
            valued += sum(g[2] == m[2] for g, m in pairs.items())
            found += len(mine) - len(apart)  # what is annotated as another kind is neither right nor wrong
            wanted += len(gold)
        print(f"{'with' if refs else 'without'} *_REF: {wanted} annotated, {found} found")
        for name, right in (("lenient", lenient), ("strict", strict), ("value", valued)):
            print(f"  {name:8} {f1(right, found, wanted)}")


if __name__ == "__main__":
    main()
