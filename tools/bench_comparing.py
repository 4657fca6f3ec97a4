"""Comparing measured: families against labelled pairs, and what a story of many reports costs."""

from __future__ import annotations

import gzip
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import score_gold

import runut
from runut import comparing, face, intake, pipeline, telling
from runut.comparing import anchors
from runut.lang import Language
from runut.model import Account, Article, Reading

T = TypeVar("T")
STORIES = (5, 30, 100)
EVENT = "izin-nikel-raja-ampat-2025"
# An account of this many reports is made in so many seconds beyond reading.
REPORTS, SECONDS = 100, 3.0


def corpus(shared: Path) -> dict[str, dict[str, Any]]:
    """The corpus by id."""
    with gzip.open(shared / "data" / "news" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def measure_families(shared: Path) -> str:
    """Pairs of reports that rest on one item: the labelled pairs, two reports at a time, and one story of 27 reports."""
    using, texts = face.languages(), corpus(shared)
    labels = [json.loads(line) for line in (shared / "gold" / "families" / "pairs-dev.jsonl").open(encoding="utf-8")]
    right = told = wanted = 0
    for pair in labels:
        account = runut.account([texts[pair["a"]], texts[pair["b"]]], using=using)
        got = any(len(f.articles) == 2 for f in account.families)
        right, told, wanted = right + (got and pair["same_family"]), told + got, wanted + pair["same_family"]
    rows = [_row(f"{len(labels)} labelled pairs, two reports at a time", right, told, wanted)]
    for folder in sorted(path.parent for path in (shared / "gold" / "families").glob("*/families.json")):
        gold = json.loads((folder / "families.json").read_text("utf-8"))["families"]
        files = sorted(path for path in folder.glob("*.json") if path.name != "families.json")
        account = runut.account(files, using=using)
        stem = {a.id: Path(a.source).stem for a in account.articles}
        want = _pairs(f["articles"] for f in gold)
        have = _pairs([stem[a] for a in f.articles] for f in account.families)
        rows.append(_row(f"pairs in a story of {len(files)} reports", len(want & have), len(have), len(want)))
    return "\n".join(["| | precision | recall | F1 |", "|---" * 4 + "|", *rows])


def _pairs(families: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {(x, y) for family in map(list, families) for x in family for y in family if x < y}


def _row(name: str, right: int, told: int, wanted: int) -> str:
    p, r = right / told if told else 1.0, right / wanted if wanted else 1.0
    return f"| {name} ({right} right, {told} told, {wanted} in the gold) | {p:.3f} | {r:.3f} | {2 * right / (told + wanted):.3f} |"


def measure_stories(shared: Path) -> str:
    """The cost of an account beyond reading, by the number of reports: seconds of one core, and the size of the page."""
    using, texts = face.languages(), corpus(shared)
    events = json.loads((shared / "data" / "news" / "events.json").read_text("utf-8"))
    ids = [*events[EVENT], *(i for event, of in sorted(events.items()) if event != EVENT for i in of)]
    articles = [a for a in intake.take_in(texts[i] for i in dict.fromkeys(ids)) if isinstance(a, Article)]
    rows = []
    for size in STORIES:
        readings, reading = _timed(_read, articles[:size], using)
        story, compared = _timed(comparing.compare, readings, using["id"])
        account, told = _timed(telling.tell, story)
        page, drawn = _timed(runut.to_html, account)
        rows.append(
            f"| {size} | {reading:.2f} | {compared:.2f} | {told:.2f} | {drawn:.2f} | {len(page.encode()) / 2**20:.1f} |"
        )
    head = "| reports | reading, s | comparing, s | telling, s | page, s | page, MiB |"
    return "\n".join([head, "|---" * 6 + "|", *rows, "", f"Goal: {REPORTS} reports in {SECONDS:.0f} s beyond reading."])


def _read(articles: Iterable[Article], using: Mapping[str, Language]) -> list[Reading]:
    glances = [pipeline.glance(article, using, {}) for article in articles]
    settled = anchors.settle(glances, None, using)
    return [pipeline.read(glance, settled[glance.article.id], using) for glance in glances]


# Where an account has rules of comparing: what they decide, and the records that name them.
RULED: dict[str, Callable[[Account], Iterable[tuple[str, str]]]] = {
    "Names that are one (`entities[].joins`)": lambda a: ((j.rule, "") for e in a.entities for j in e.joins),
    "Reports that rest on one item (`families`)": lambda a: (
        (f.rule, f.english) for f in a.families if len(f.articles) > 1
    ),
    "From one figure to the next (`series[].steps`)": lambda a: (
        (f"{s.rule}", f"*{s.relation}*: {s.english}") for row in a.series for s in row.steps
    ),
    "Values by profile (`series[].values`)": lambda a: ((v.rule, v.english) for row in a.series for v in row.values),
    "Figures that do not add up (`checks`)": lambda a: ((c.rule, c.english) for c in a.checks),
    "One statement in several wordings (`sayings`)": lambda a: ((s.rule, s.english) for s in a.sayings),
    "One speaker's changes (`positions`)": lambda a: ((p.rule, p.english) for p in a.positions),
    "Statements that do not go together (`clashes`)": lambda a: (
        (c.rule, f"*{c.kind}*: {c.english}") for c in a.clashes
    ),
    "What reports tell as denied, opposed or at odds (`disputes`)": lambda a: ((d.rule, d.english) for d in a.disputes),
    "One event in several reports (`happenings`)": lambda a: ((h.rule, h.english) for h in a.happenings),
    "The day of a line (`timeline`)": lambda a: ((m.rule, f"*{m.kind}*") for m in a.timeline),
    "Reports of another event (`off_story`)": lambda a: ((o.rule, o.english) for o in a.off_story),
}


def measure_rules(shared: Path) -> str:
    """The rules of comparing by what they decide: how often each did in the stories that rules may be made on, with one of its reasons."""
    using = face.languages()
    counts: dict[str, Counter[str]] = {layer: Counter() for layer in RULED}
    reasons: dict[tuple[str, str], str] = {}
    stories = 0
    with tempfile.TemporaryDirectory() as work:
        for group in ("seen", "tune", "light", "ledger"):
            for folder in score_gold.folders(shared, group, Path(work)).values():
                account = runut.account(score_gold.case_files(folder), using=using)
                stories += 1
                for layer, rules in RULED.items():
                    for rule, reason in rules(account):
                        counts[layer][rule] += 1
                        reasons.setdefault((layer, rule), _plain(reason))
    out = []
    for layer, counted in counts.items():
        if counted:
            out += [f"**{layer}**", "", "| rule | times | for example |", "|---" * 3 + "|"]
            out += [f"| `{rule}` | {times} | {reasons[layer, rule]} |" for rule, times in counted.most_common()]
            out.append("")
    return "\n".join([*out, f"Counted over {stories} stories. Command: `./dev bench rules`."])


def _plain(reason: str) -> str:
    """A reason without what it quotes of a report: no text of an article goes into a document."""
    return re.sub(r"“[^”]*”|\S+\.(?:com|net|id|tv|news)\S*|\d[\d.,]*", "…", reason).replace("|", "/")


def _timed(work: Callable[..., T], *given: Any) -> tuple[T, float]:
    began = time.process_time()
    done = work(*given)
    return done, time.process_time() - began
