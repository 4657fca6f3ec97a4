"""The language of an article: its own word for it, else the share of small words, else a trained identifier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from runut.lang import Language
from runut.model import Article
from runut.text.words import lower

# The first characters decide.
WINDOW = 600
# A text in a language of ours has at least this share of the language's small words; 300 Indonesian reports have .17 to .48 …
OWN_SHARE = 0.12
# … and the runner-up no more than this share of that.
RUNNER_UP = 0.75
# With fewer words than this nothing is decided, and Indonesian taken.
FEWEST_WORDS = 5
FIRST = "id"

_WORD = re.compile(r"[^\W\d_]+")
# What holds one or more of these, or none; found in half the time, and most are words of letters alone.
_RUN = re.compile(r"\w++")
_CODE = re.compile(r"[a-z]{2}")


def find(article: Article, languages: Mapping[str, Language] | None = None) -> str:
    """The ISO 639-1 code of the article's language; Indonesian where nothing tells.

    Cascade: `given` (the article's metadata), `small-words` (table `small_words` of each language; a row of kind `other` is a word of
    a near language and counts against), `identifier` (py3langid).
    """
    given = (article.language or "")[:2].lower()
    if _CODE.fullmatch(given):
        return given
    words = _words(lower(article.text[:WINDOW]))
    if len(words) < FEWEST_WORDS:
        return FIRST
    shares = sorted(((_share(words, language), code) for code, language in (languages or {}).items()), reverse=True)
    if shares and shares[0][0] >= OWN_SHARE and all(s <= RUNNER_UP * shares[0][0] for s, _ in shares[1:]):
        return shares[0][1]
    return _identify(article.text[:WINDOW])


def _words(text: str) -> list[str]:
    """The words of letters of a text."""
    runs: list[str] = _RUN.findall(text)
    if "".join(runs).isalpha():
        return runs
    return [word for run in runs for word in ((run,) if run.isalpha() else _WORD.findall(run))]


def _small_words(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    rows = language.table("small_words")
    return (
        frozenset(r["word"] for r in rows if r["kind"] == "own"),
        frozenset(r["word"] for r in rows if r["kind"] == "other"),
    )


def _share(words: list[str], language: Language) -> float:
    own, other = language.derive(_small_words)
    return (len([w for w in words if w in own]) - 3 * len([w for w in words if w in other])) / len(words)


def _identify(text: str) -> str:
    """The identifier's answer; it is loaded only when small words do not decide (0.3 s, once)."""
    identify: Any = __import__("py3langid").classify
    code = str(identify(text)[0])
    return code if _CODE.fullmatch(code) else FIRST
