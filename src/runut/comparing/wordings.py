"""The wordings of a story, weighed: every short run of words in one voice, with what speaks for its being a telling choice of words.

Which runs an editor lists was learned from annotated stories (`training/train_framing.py` makes the table `framing_weights`). What is seen
of a wording is a row of atoms; each atom stands for some named features, whose log odds add up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from runut.comparing.storywords import Words
from runut.comparing.terms import Use
from runut.comparing.voices import OUTLET, SPEAKER, Voices
from runut.comparing.wordlines import WordLine
from runut.lang import Language, morphology
from runut.model import Reading

# A wording has so many words and characters at most: with its marks it fits a use of 80.
MOST_WORDS = 6
MOST_CHARACTERS = 78
# Shorter words say nothing alone.
SHORTEST_ALONE = 4
# Counts beyond these tell no more.
MOST_USES, MOST_REPORTS, MOST_HEADLINED = 4, 4, 2
# How far into a report (a share of its text) a wording stands first; how often its words stand in the story, whatever their affixes.
DEPTHS = (0.1, 0.25, 0.5)
OFTEN = (2, 4, 8)
# In a story of more words than this, what stands once and no other step has found is not weighed: it would not be told.
MANY_WORDS = 12_000

Key = tuple[str, str]
"""A wording in small letters, and its voice."""
Atom = tuple[str | int, ...]
"""What is seen of a wording: a slot (`first`, `right`, `uses`) and what fills it."""

# The neighbour of a run at the edge of its clause.
EDGE = ""
_NAMES = {(False, False): "none", (True, False): "first", (False, True): "last", (True, True): "both"}


Standing = tuple[int, int, int, str, str, str]
"""A use: the number of its report, its start and end, the words left and right of it, and which of its ends belong to a name."""


@dataclass(slots=True)
class Wording:
    """A run of words in one voice: its uses, and those that other steps have found, with the number of their report."""

    uses: list[Standing] = field(default_factory=list)
    found: list[tuple[int, Use]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables made ready: `classes` of words, `happenings` of lemmas.

    `grammar`: words at which no wording ends, True where one may begin.
    """

    grammar: Mapping[str, bool]
    spread: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    happenings: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, float]


def find_wordings(
    readings: Sequence[Reading], found: Sequence[Iterable[Use]], words: Words, language: Language
) -> dict[Key, Wording]:
    """All wordings of a story; `found` are, for each report, the uses that other steps have found."""
    grammar = language.derive(make_lexicon).grammar
    uses: dict[Key, list[Standing]] = defaultdict(list)
    by_step: dict[Key, list[tuple[int, Use]]] = defaultdict(list)
    for n, reading in enumerate(readings):
        voices = Voices(reading)
        _gather_runs(n, reading, words.lines[n], voices, grammar, uses)
        for use in found[n]:
            by_step[use.term.lower(), voices.of(use.start, use.end)].append((n, use))
    least = 1 + (sum(words.uses.values()) > MANY_WORDS)
    out = {key: Wording(standing, by_step.get(key, [])) for key, standing in uses.items() if len(standing) >= least}
    for key, steps in by_step.items():
        out.setdefault(key, Wording(uses.get(key, []), steps))
    return out


def _gather_runs(
    n: int,
    reading: Reading,
    lines: Iterable[WordLine],
    voices: Voices,
    grammar: Mapping[str, bool],
    out: dict[Key, list[Standing]],
) -> None:
    text = reading.article.text
    cues = {s.cue_start for s in reading.statements}
    mentions = {m.start: m.end for name in reading.names for m in name.mentions}
    for line in lines:
        low, spans = line.low, line.spans
        kinds = [grammar.get(word) for word in low]
        named = _find_named(line, mentions)
        joined = [line.joins(at) for at in range(len(low) + 1)]
        for first, (start, _) in enumerate(spans):
            if kinds[first] is False or start in cues or low[first][0].isdigit():
                continue
            spoken = voices.until(start)
            left = low[first - 1] if joined[first] else EDGE
            for last in range(first, min(first + MOST_WORDS, len(low))):
                end = spans[last][1]
                if (last > first and not joined[last]) or end - start > MOST_CHARACTERS:
                    break
                if kinds[last] is not None or low[last].isdigit():
                    continue
                if last == first and not _stands_alone(text[start:end], named[first]):
                    continue
                whole = named[first] and named[first] == named[last]
                names = "all" if whole else _NAMES[named[first] > 0, named[last] > 0]
                right = low[last + 1] if joined[last + 1] else EDGE
                key = text[start:end].lower(), SPEAKER if spoken >= end else OUTLET
                out[key].append((n, start, end, left, right, names))


def _find_named(line: WordLine, mentions: Mapping[int, int]) -> list[int]:
    """For each word the end of the name that it belongs to, 0 where it belongs to none."""
    out, until = [], 0
    for start, end in line.spans:
        until = max(until, mentions.get(start, 0))
        out.append(until if end <= until else 0)
    return out


def _stands_alone(word: str, named: int) -> bool:
    """Whether a single word may be a wording: no short one, and of names only abbreviations."""
    return len(word) >= SHORTEST_ALONE and (not named or word.isupper())


class _Sums(dict[Atom, float]):
    """The weight of each atom, added up when it is first asked for."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        super().__init__()
        self._words, self._lexicon = words, lexicon

    def __missing__(self, atom: Atom) -> float:
        weights = self._lexicon.weights
        self[atom] = total = sum(weights.get(name, 0.0) for name in find_features(atom, self._words, self._lexicon))
        return total


def weigh(
    wordings: Mapping[Key, Wording], readings: Sequence[Reading], words: Words, language: Language
) -> dict[Key, float]:
    """The log odds of each wording."""
    lexicon = language.derive(make_lexicon)
    weight_of = _Sums(words, lexicon).__getitem__
    sizes = [len(reading.article.text) for reading in readings]
    out: dict[Key, float] = {}
    for key in wordings:
        once, around = find_atoms(key, wordings, sizes, words)
        total = sum(map(weight_of, once))
        if around:
            total += sum(map(weight_of, around)) / (len(around) // 3)
        out[key] = total
    return out


def find_atoms(
    key: Key, wordings: Mapping[Key, Wording], sizes: Sequence[int], words: Words
) -> tuple[list[Atom], list[Atom]]:
    """What is seen of a wording; and what is seen around each of its uses, three atoms a use. `sizes` of the reports, in characters."""
    term, voice = key
    wording, other = wordings[key], wordings.get((term, OUTLET if voice == SPEAKER else SPEAKER))
    run = term.split()
    size = "one" if len(run) == 1 else "more"
    lemmas = [words.lemma(word) for word in run]
    out: list[Atom] = [("bias",), ("size", voice, min(len(run), MOST_WORDS))]
    if len(run) == 1:
        out.append(("one", run[0]))
    else:
        out += (("first", run[0]), ("last", run[-1]), ("pair", run[0], run[-1]))
        out += [("middle", word) for word in run[1:-1]]
    if not term.isalpha() and any(map(str.isdigit, term)):
        out.append(("digits",))
    if other is not None:
        out.append(("voices", "both"))
    hits = sum(lemma in words.headlined for lemma in lemmas)
    out += (
        ("headline", size, min(hits, MOST_HEADLINED), "all" if hits == len(run) else "some"),
        ("often", size, bisect_right(OFTEN, max(map(words.uses.__getitem__, lemmas)))),
        ("carried", size, min(max(map(words.reports.__getitem__, lemmas)), MOST_REPORTS)),
    )
    places = [(n, start) for n, start, *_ in wording.uses] or [(n, use.start) for n, use in wording.found]
    out += (
        ("uses", voice, min(len(places), MOST_USES)),
        ("reports", min(len({n for n, _ in places}), MOST_REPORTS)),
        ("depth", bisect_right(DEPTHS, min(start / sizes[n] for n, start in places))),
    )
    if wording.found:
        out.append(("listed", "here"))
        for kind, target in sorted({(use.rule.partition(":")[0], use.target) for _, use in wording.found}):
            out.append(("step", kind, size))
            if kind in ("term", "kind"):
                out.append(("target", kind, target))
    elif other is not None and other.found:
        out.append(("listed", "in the other voice"))
    around: list[Atom] = []
    for _, _, _, left, right, names in wording.uses:
        around += (("left", left), ("right", right), ("names", names))
    if len(wording.uses) > 1:
        out += [
            ("bound", side) for n, side in ((0, "left"), (1, "right")) if len(set(around[n::3])) == 1 and around[n][1]
        ]
    return out, around


def find_features(atom: Atom, words: Words, lexicon: Lexicon) -> tuple[str, ...]:
    """The features that an atom stands for."""
    slot, *fillers = map(str, atom)
    if slot in ("one", "first", "last", "middle"):
        (word,) = fillers
        own = (f"word: {word}",) if word in lexicon.spread else ()
        return (*(f"{slot}: {kind}" for kind in _classify(word, words, lexicon)), *own)
    if slot in ("left", "right"):
        (word,) = fillers
        if word == EDGE:
            return (f"{slot}: edge",)
        if word in lexicon.grammar:
            return f"{slot}: grammar", f"{slot}: {word}"
        spread = lexicon.spread.get(word, "0")
        return f"{slot}: word", f"{slot}: {_shape(words.analyse(word))}", f"{slot}: spread {spread}"
    if slot == "pair":
        first, last = (words.analyse(word).prefixes[:1] for word in fillers)
        return (f"pair: {''.join(first) or '–'} {''.join(last) or '–'}",)
    return (f"{slot}: {' '.join(fillers)}" if fillers else slot,)


def _classify(word: str, words: Words, lexicon: Lexicon) -> Iterator[str]:
    analysis = words.analyse(word)
    yield _shape(analysis)
    yield f"spread {lexicon.spread.get(word, '0')}"
    yield from lexicon.classes.get(word, ())
    yield from lexicon.happenings.get(analysis.lemma, ())
    if analysis.clitics:
        yield "clitic"
    if "-" in word:
        yield "doubled"
    if word in lexicon.grammar:
        yield f"grammar {word}"


def _shape(analysis: morphology.Analysis) -> str:
    if analysis.form.isdigit():
        return "numeral"
    return f"{''.join(analysis.prefixes[:1]) or '–'} {'+'.join(analysis.suffixes) or '–'}"


def make_lexicon(language: Language) -> Lexicon:
    """The tables that wordings are seen by."""
    classes: dict[str, set[str]] = defaultdict(set)
    for row in language.table("framing_terms"):
        for word in row["term"].lower().split():
            classes[word] |= {"term", f"term of {row['target']}"}
    for table, column, name in (
        ("framing_values", "word", "value"),
        ("framing_degrees", "word", "degree"),
        ("cues", "cue", "cue"),
        ("speaker_heads", "head", "person"),
    ):
        for row in language.table(table):
            classes[row[column].lower()].add(name)
    happenings: dict[str, set[str]] = defaultdict(set)
    for row in language.table("event_words"):
        if " " not in row["word"]:
            happenings[morphology.lemma(row["word"].lower(), language)] |= {"event", f"event {row['type']}"}
    return Lexicon(
        {row["word"]: bool(row["opens"]) for row in language.table("framing_grammar")},
        {row["word"]: row["spread"] for row in language.table("word_spread")},
        {word: tuple(sorted(names)) for word, names in classes.items()},
        {lemma: tuple(sorted(names)) for lemma, names in happenings.items()},
        {row["feature"]: float(row["weight"]) for row in language.table("framing_weights")},
    )
