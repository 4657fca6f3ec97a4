"""Every regular expression of the program runs in linear time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# STEP times the text may take this many times as long (linear is STEP, quadratic STEP squared) …
STEP = 4
MOST_GROWTH = 9.0
# … where it takes longer than this at all (seconds), below which clocks and caches decide.
WORTH_TIMING = 0.03
TOO_LONG = 2.0
SIZE = 4_000
# A shorter text, of so many characters, is timed first. What takes STEP times the text at most so many times as long has no square in it
# that the next step would tell: a tenth of the shorter time makes 5.1 here and 7.4 there.
GLANCE = SIZE // STEP
LINEAR = 5.0


COLLECT = """
import dataclasses, json, re, sys, pkgutil, importlib, pathlib
seen = {}
compile_ = re.compile
def record(pattern, flags=0):
    made = compile_(pattern, flags)
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename.endswith("functools.py"):
        frame = frame.f_back
    if isinstance(made.pattern, str) and "/runut/" in frame.f_code.co_filename.replace("\\\\", "/"):
        seen[made.pattern, made.flags & ~re.UNICODE] = f"{pathlib.Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    return made
re.compile = record
import runut, runut.text.late
runut.text.late.late = record  # what is compiled when it is first asked, at once
for module in pkgutil.walk_packages(runut.__path__, "runut."):
    importlib.import_module(module.name)
told = runut.account(sys.argv[1])
runut.mask(told, [dataclasses.replace(f, masked=True) for f in runut.flag(told)])
from runut.exports import html
html.render(told)
runut.to_timeml(next(iter(runut.read_all(sys.argv[1]))))
print(json.dumps([[p, f, at] for (p, f), at in seen.items()]))
"""


def collected() -> list[tuple[str, int, str]]:
    """Every pattern that the program compiles while it imports everything and tells the bundled example."""
    example = str(ROOT / "examples" / "kmp-lintang-samudra")
    done = subprocess.run([sys.executable, "-c", COLLECT, example], capture_output=True, text=True, check=True)
    return [(p, f, at) for p, f, at in json.loads(done.stdout)]


def literals(pattern: str, flags: int) -> list[str]:
    """The literal runs of a pattern, the longest first: what an adversary would repeat."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from re import _parser as parser  # type: ignore[attr-defined]
    out: list[str] = []

    def walk(items: object) -> str:
        run = ""
        for op, value in items:  # type: ignore[attr-defined]
            name = str(op)
            if name == "LITERAL":
                run += chr(value)
            elif name == "IN":
                run += next((chr(v) for o, v in value if str(o) == "LITERAL"), "a")
            elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                run += walk(value[2])
            elif name == "SUBPATTERN":
                run += walk(value[3])
            elif name == "BRANCH":
                parts = [walk(branch) for branch in value[1]]
                out.extend(parts[:3])
                run += parts[0] if parts else ""
        if run:
            out.append(run)
        return run

    walk(parser.parse(pattern, flags))
    return sorted(set(out), key=lambda s: (-len(s), s))


COMMON = [
    "a",
    "A",
    "1",
    " ",
    "\n",
    '"',
    "“",
    ",",
    ".",
    "a ",
    "Aa ",
    "A. ",
    "1.",
    "a, ",
    "(",
    "di ",
    "yang ",
    "Kata Kata ",
    "12 orang ",
    "-a",
    "Baca: ",
]


def time_once(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        if time.process_time() - began > TOO_LONG:
            break
    return time.process_time() - began


def growth(pattern: re.Pattern[str], seed: str) -> float:
    """How the time grows when the text grows by STEP; 0 where it is too short to time."""
    glance, *texts = ((seed * (size // len(seed) + 1))[:size] + "\x00" for size in (GLANCE, SIZE, SIZE * STEP))
    first = time_once(pattern, glance)
    if first * STEP**4 < WORTH_TIMING:  # even the square is never worth timing
        return 0.0
    short = time_once(pattern, texts[0])
    if short * STEP**2 < WORTH_TIMING or short < min(first, time_once(pattern, glance)) * LINEAR:
        return 0.0
    long = time_once(pattern, texts[1])
    if long > WORTH_TIMING and long / short > MOST_GROWTH / 2:  # timed again where it may be more than linear
        short, long = (min(time_once(pattern, text) for _ in range(3)) for text in texts)
    return long / max(short, 1e-9) if long > WORTH_TIMING else 0.0


@pytest.mark.timing
def test_every_pattern_is_linear() -> None:
    patterns = collected()
    assert len(patterns) > 30
    slow = []
    for source, flags, at in patterns:
        pattern = re.compile(source, flags)
        words = [x for x in literals(source, flags) if x]
        for seed in [*COMMON, *words[:6], *(x + " " for x in words[:4])]:
            # a busy machine is no evidence: only what grows each time that it is timed counts
            if all(growth(pattern, seed) > MOST_GROWTH for _ in range(3)):
                slow.append(f"{at}: {seed[:30]!r}: {source[:100]}")
                break
    assert not slow, "\n".join(slow)
