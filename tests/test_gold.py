"""Annotated cases, scored by the judge beside the checkout; floors only go up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))
# An accuracy is a share of what was matched: it may fall where more is matched and no fewer are right than stands here.
RIGHT: dict[str, Any] = FLOORS.pop("right", {})
# Fewer events may be found where no fewer are found with their type: one of a wrong type is no event told.
TYPED: dict[str, Any] = FLOORS.pop("typed", {})
# A sha256 has 64 characters, the longest description of an unnamed speaker 69; and the fields that hold words of the annotator.
LONGEST_VALUE = 80
# Another process scores a case for so long at most (seconds).
LONGEST_WAIT = 120
OURS = {"event", "name", "what", "gist", "target", "counted"}
sys.path.insert(0, str(ROOT / "tools"))

import gold_cases  # noqa: E402 - the tools are no package
import score_gold  # noqa: E402

Results = dict[str, dict[str, Any]]


class Scored(dict[str, Results]):
    """The judge's results by group of cases, each scored when it is first asked for.

    Processes of one run share the work: a case is scored by whoever claims it first, a file of the run's folder tells the others.
    """

    def __init__(self, shared: Path, work: Path, common: Path) -> None:
        super().__init__()
        self._shared, self._work, self._common = shared, work, common

    def __missing__(self, group: str) -> Results:
        cases = score_gold.folders(self._shared, group, self._work)
        told = {case: self._common / f"{group}-{case}.json" for case in cases}
        for case, folder in cases.items():
            if not told[case].exists():
                self._score(folder, told[case])
        self[group] = {case: self._wait(cases[case], file) for case, file in told.items()}
        return self[group]

    def _score(self, folder: Path, file: Path) -> None:
        claim = file.with_suffix(".claim")
        try:
            claim.touch(exist_ok=False)
        except FileExistsError:
            return
        try:
            made = file.with_suffix(".made")
            made.write_text(json.dumps(score_gold.score_case(self._shared, folder)[0]), "utf-8")
            made.replace(file)
        except BaseException:
            claim.unlink()
            raise

    def _wait(self, folder: Path, file: Path) -> dict[str, Any]:
        until = time.monotonic() + LONGEST_WAIT
        while not file.exists() and time.monotonic() < until:
            self._score(folder, file)  # where whoever had claimed it failed
            time.sleep(0.02)
        told: dict[str, Any] = json.loads(file.read_text("utf-8"))
        return told


@pytest.fixture(scope="module")
def results(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Scored:
    base = tmp_path_factory.getbasetemp()
    common = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "scored"
    common.mkdir(exist_ok=True)
    return Scored(shared, tmp_path_factory.mktemp("cases"), common)


@pytest.mark.shared
@pytest.mark.parametrize("group", FLOORS)
def test_no_span_is_broken_and_no_article_is_missing(group: str, results: Scored) -> None:
    told = {case: (r["broken"], r["missing_articles"]) for case, r in results[group].items()}
    assert told == dict.fromkeys(results[group], ([], []))


@pytest.mark.shared
@pytest.mark.parametrize(("group", "layer"), [(g, layer) for g, layers in FLOORS.items() for layer in layers])
def test_a_layer_keeps_its_floor(group: str, layer: str, results: Scored) -> None:
    rows = [r["layers"][layer] for r in results[group].values() if layer in r["layers"]]
    reached = score_gold.pool(rows)
    if score_gold.kind(rows[0]) == "share":  # of mistakes: the row says the most that there may be
        assert reached <= FLOORS[group][layer], f"{layer}: {reached:.4f}"
    elif (right := RIGHT.get(group, {}).get(layer)) is not None and reached < FLOORS[group][layer]:
        assert sum(row["right"] for row in rows) >= right, f"{layer}: {reached:.4f}"
    elif layer == "events.found" and group in TYPED and reached < FLOORS[group][layer]:
        typed = [r["layers"]["events.type"] for r in results[group].values() if "events.type" in r["layers"]]
        assert sum(row["right"] for row in typed) >= TYPED[group], f"{layer}: {reached:.4f}"
    else:
        assert reached >= FLOORS[group][layer], f"{layer}: {reached:.4f}"


# One account a line: its hash and the folder.
_HASHES = """
import hashlib, sys, runut
for folder in sys.argv[1:]:
    print(hashlib.sha256(runut.to_json(runut.account(folder)).encode()).hexdigest(), folder)
"""


@pytest.mark.shared
def test_accounts_are_the_same_under_another_hash_seed(shared: Path, tmp_path: Path) -> None:
    folders = [
        str(folder) for group in ("light", "tune") for folder in score_gold.folders(shared, group, tmp_path).values()
    ]
    one, two = (
        subprocess.run(
            [sys.executable, "-c", _HASHES, *folders],
            capture_output=True,
            check=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.splitlines()
        for seed in ("1", "2")
    )
    assert one == two
    assert len(one) == len(folders) > 25


@pytest.mark.shared
def test_the_records_hold_what_the_corpus_holds(shared: Path) -> None:
    assert gold_cases.check(shared) == []


@pytest.mark.shared
@pytest.mark.parametrize("group", gold_cases.WRITTEN)
def test_what_a_written_story_quotes_stands_in_it(group: str, shared: Path, tmp_path: Path) -> None:
    stories = score_gold.folders(shared, group, tmp_path)
    assert len(stories) >= 6
    for folder in stories.values():
        told = subprocess.run(
            [sys.executable, str(shared / "gold" / "check_gold.py"), str(folder)], capture_output=True, text=True
        )
        assert told.returncode == 0, told.stdout


def test_the_records_hold_no_text() -> None:
    """Strings of a record are ids, values and words of ours (a name in full, a gist): nothing as long as a sentence."""

    def strings(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from strings(value) if key not in OURS else ()
        elif isinstance(node, list):
            for value in node:
                yield from strings(value)
        elif isinstance(node, str):
            yield node

    long = {
        f"{group}/{name}": text
        for group in gold_cases.GROUPS
        for name, record in gold_cases.records(group).items()
        for text in strings(record)
        if len(text) > LONGEST_VALUE
    }
    assert long == {}
