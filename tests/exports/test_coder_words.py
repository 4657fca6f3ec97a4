"""Each word of `coder_words.tsv` does in its example what its role is for, and nothing does once another word stands in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from runut import lang
from runut.exports.coder_words import words_of

INDONESIAN = lang.load("id")
WORDS = INDONESIAN.derive(words_of)
ROWS = INDONESIAN.table("coder_words")

Does = Callable[[str], bool]


def finds(name: str) -> Does:
    pattern: re.Pattern[str] = getattr(WORDS, name)
    return lambda sentence: pattern.search(sentence) is not None


def holds(sentence: str) -> bool:
    """Whether what stands before the second count holds it."""
    return WORDS.holding.fullmatch(sentence.partition("seorang")[0]) is not None


# What the words of a role are for, by what must be so of a sentence that holds one.
DOES: Mapping[str, Does] = {
    "killed": lambda s: WORDS.hints(s, "killed") and not WORDS.hints(s, "injured"),
    "injured": lambda s: WORDS.hints(s, "injured") and not WORDS.hints(s, "killed"),
    "unreal": lambda s: not WORDS.hints(s, "killed"),
    "if": finds("guessed"),
    "and": lambda s: all(finds(name)(s) for name in ("joined", "beside", "more")) and holds(s),
    "with": lambda s: finds("beside")(s) and finds("more")(s) and not finds("joined")(s),
    "after-another": lambda s: finds("more")(s) and not finds("beside")(s),
    "victim": finds("apposed"),
    "someone": lambda s: finds("apposed")(s) and WORDS.someone.match(s) is not None,
    "too": finds("too"),
    "too-behind": finds("too_behind"),
    **dict.fromkeys(("definite-opens", "definite-ends", "definite"), finds("definite")),
    **dict.fromkeys(("grown", "grown-to"), lambda s: finds("grown")(s.removesuffix("dua orang."))),
    "until": finds("until"),
    "whom": holds,
    "no-party": lambda s: not holds(s),
    **dict.fromkeys(("of-it", "its", "pointing"), finds("of_it")),
}


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['word']} {r['role']}")
def test_a_word_does_what_its_role_is_for_and_another_does_not(row: Mapping[str, str]) -> None:
    word, example, does = row["word"], row["example"], DOES[row["role"]]
    assert does(example)
    whole = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", example, re.IGNORECASE)
    at = whole.start() if whole else example.lower().index(word)
    assert not does(f"{example[:at]}hulu{example[at + len(word) :]}")


def test_every_role_has_its_test_and_no_word_stands_twice() -> None:
    assert {row["role"] for row in ROWS} == set(DOES)
    assert len({(row["word"], row["role"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("grade", ["berat", "ringan", "parah", "serius"])
def test_the_grades_of_wounds_are_those_of_figures(grade: str) -> None:
    assert WORDS.hints(f"Penjaga dermaga luka {grade}.", "injured")
    assert not WORDS.hints(f"Gudang rusak {grade}.", "injured")


def test_another_language_has_no_words() -> None:
    nothing = lang.Language("xx", {}).derive(words_of)
    assert not any(nothing.hints(row["example"], measure) for row in ROWS for measure in nothing.harm)
