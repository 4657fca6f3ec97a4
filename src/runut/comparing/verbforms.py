"""The central deed of a story in its forms: who acts, what is acted on, or neither (`mencabut`, `dicabut`, `pencabutan`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut.comparing.storywords import Words
from runut.comparing.terms import Use
from runut.comparing.wordlines import WordLine, find_end, find_function_words
from runut.lang import Language
from runut.model import Reading

TARGET = "bentuk kata {}"

# A deed is central when its root stands in a headline, in this many reports, in this many uses, and in so many forms; in so many uses
# the form must tell who acts or what is acted on.
LEAST_REPORTS = 2
LEAST_USES = 4
LEAST_FORMS = 2
LEAST_VOICED = 2
VOICED = frozenset(("meN", "di", "ter"))
# Shorter words are mostly grammar.
MIN_WORD = 5
# A denial stands so many words before the form at most (`tidak ikut dicabut`).
DENIAL_REACH = 2


@dataclass(frozen=True, slots=True)
class _Form:
    root: str
    word: str
    report: int
    use: Use


def find_verb_forms(readings: Sequence[Reading], words: Words, language: Language) -> tuple[tuple[Use, ...], ...]:
    """For each report, the uses of every form of the deeds that are central to the story, a denied form with its denial."""
    of_root: dict[str, list[_Form]] = defaultdict(list)
    for n, reading in enumerate(readings):
        for form in _forms(n, reading, words, language):
            of_root[form.root].append(form)
    out: list[list[Use]] = [[] for _ in readings]
    for root in sorted(of_root):
        if _is_central(of_root[root], words):
            for form in of_root[root]:
                out[form.report].append(form.use)
    return tuple(map(tuple, out))


def _is_central(forms: list[_Form], words: Words) -> bool:
    different = {form.word for form in forms}
    return (
        len(forms) >= LEAST_USES
        and len({form.report for form in forms}) >= LEAST_REPORTS
        and len(different) >= LEAST_FORMS
        and sum(bool(VOICED & set(words.analyse(f.word).prefixes[:1])) for f in forms) >= LEAST_VOICED
    )


def _forms(n: int, reading: Reading, words: Words, language: Language) -> Iterator[_Form]:
    lexicon = language.derive(_lexicon)
    inside = frozenset(at for name in reading.names for m in name.mentions for at in range(m.start, m.end))
    for line in words.lines[n]:
        for at, low in enumerate(line.low):
            if len(low) < MIN_WORD or low in lexicon["quiet"] or "-" in low or line.spans[at][0] in inside:
                continue
            root = words.lemma(low)
            if root not in words.headlined or root in lexicon["quiet"]:
                continue
            first = _denied_from(line, at, lexicon)
            start, end = line.spans[first][0], find_end(line, at)
            yield _Form(
                root, low, n, Use(TARGET.format(root), line.text[start:end].lower(), start, end, f"form:{root}")
            )


def _denied_from(line: WordLine, at: int, lexicon: Mapping[str, frozenset[str]]) -> int:
    """The word from which on the form is denied; the form itself where it is not."""
    for first in range(at - 1, max(-1, at - DENIAL_REACH - 1), -1):
        if not line.joins(first + 1):
            break
        if line.low[first] in lexicon["denials"]:
            return first
        if line.low[first] not in lexicon["between"]:
            break
    return at


def _lexicon(language: Language) -> Mapping[str, frozenset[str]]:
    rows = language.table("framing_light")
    light = {
        kind: frozenset(row["word"] for row in rows if row["kind"] == kind) for kind in ("light", "denial", "between")
    }
    return {
        "quiet": find_function_words(language) | light["light"],
        "denials": light["denial"],
        "between": light["between"],
    }
