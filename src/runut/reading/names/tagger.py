"""What a name is by a trained model: person, organisation, place or none, from its words, their neighbours and the tables.

A conditional random field (Lafferty, McCallum and Pereira 2001) over words, trained by `training/train_names.py`, kept as the table
`name_weights`. Here it is asked one thing only: of a stretch that the rules found but cannot place, how likely each type is when
the words on both sides of it are taken to be outside. That is the exact distribution of the field over these four paths, at a
fraction of the cost of tagging the sentence. What it says is evidence beside that of the rules, for all places of a name together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from runut.lang import Language
from runut.reading.names.records import ENOUGH
from runut.reading.names.scan import ROMAN, Scan
from runut.reading.names.spots import Spot
from runut.reading.names.words import Word

FAMILIES = ("word", "shape", "affix", "pair", "gap", "lexicon", "phrase")
"""The families of features, as the model card sets them side by side."""
_EVERY = frozenset(FAMILIES)

TYPES, NONE = ("PER", "ORG", "LOC"), "O"
LABELS = (NONE, *(f"{prefix}-{type_}" for type_ in TYPES for prefix in "BI"))
# The labels of the first word and of those after it, for each type and for none.
_OUT = LABELS.index(NONE)
_PATHS = (*((LABELS.index(f"B-{type_}"), LABELS.index(f"I-{type_}")) for type_ in TYPES), (_OUT, _OUT))
# Words this near are seen, on both sides; longer affixes and lengths than these tell no more.
_REACH, _AFFIX, _LENGTH = 2, 4, 7
# A feature that is seen near by has the distance before it.
_NEAR = re.compile(rf"-?[0-{_REACH}]")
# A phrase of the tables that covers a word begins this many words before it at most.
_PHRASE = 5
_EDGE, _NO_WORD = "edge", "-"

# Names that these rules alone have found stand on their shape: the model is asked about them. Those of capitals or with an acronym are
# not among them: of 18 that it calls no name in 90 articles three are one, twice as many as of the others.
ASKED = frozenset(("capital", "capital-of-small-word", "capitals-in-headline", "foreign-joiner", "name-shape"))
# No name from this share on, a person from that. Of 180 articles of the corpus, with 2,594 names told by the rules, 126 fall away at .98,
# 11 of them wrongly (at .97 twenty of the 3,692 names in a part of NER-UI fewer are found); three places become persons, two of
# them rightly.
NO_NAME, PERSON = 0.98, 0.8
# A person by the model weighs more than being in a list with places; a sign beside the name of this weight settles it without.
PERSON_WEIGHT, SETTLED = 2.5, 1.5
# A name that stands at more places than this is told without asking: half of those that the model calls none are names.
_PLACES = 3

Features = list[str]
Weights = tuple[float, ...]
"""What is added to each path, in the order of _PATHS."""
_NO_WEIGHTS = (0.0,) * len(_PATHS)


@dataclass(frozen=True, slots=True)
class States:
    """What each feature adds for a word to each path: `own` of what the word shows by itself, `near` of what is seen at a word, by the
    distance to it from -_REACH to _REACH.
    """

    own: Mapping[str, Weights]
    near: Mapping[str, Sequence[Weights]]

    def add(self, seen: Neighbourhood, k: int) -> list[float]:
        """What the features of word `k` add up to for each path."""
        own, near = self.own.get, self.near.get
        weights = [found for feature in seen.affixes(k) if (found := own(feature))]
        for distance in range(2 * _REACH + 1):
            weights += [beside[distance] for atom in seen.atoms(k - _REACH + distance) if (beside := near(atom))]
        weights += [found for feature in seen.pairs(k) if (found := own(feature))]
        return list(map(sum, zip(_NO_WEIGHTS, *weights, strict=True)))


@dataclass(frozen=True, slots=True)
class Tagger:
    """The weights of the field along the four paths, for the first word of a stretch and for those after it, and of each step from
    label to label, labels by their place in LABELS.
    """

    first: States
    later: States
    steps: Mapping[tuple[int, int], float]

    def weigh(self, scan: Scan, first: int, last: int) -> dict[str, float]:
        """How likely the words from `first` up to `last` are each type, or "O" for no name; the four add up to 1."""
        seen = neighbourhood(scan, first, last)
        words = [self.first.add(seen, first), *[self.later.add(seen, k) for k in range(first + 1, last)]]
        states = [sum(path) for path in zip(*words, strict=True)]
        totals = [state + self._walk(path, last - first) for state, path in zip(states, _PATHS, strict=True)]
        top = max(totals)
        shares = [exp(total - top) for total in totals]
        whole = sum(shares)
        return {type_: share / whole for type_, share in zip((*TYPES, NONE), shares, strict=True)}

    def _walk(self, path: tuple[int, int], count: int) -> float:
        """What the steps of a path of so many words add up to, from outside and out again."""
        begin, inside = path
        step = self.steps.get
        total = step((_OUT, begin), 0.0)
        for k in range(count - 1):
            total += step((inside if k else begin, inside), 0.0)
        return total + step((inside if count > 1 else begin, _OUT), 0.0)


def settle(scan: Scan, tagger: Tagger) -> None:
    """Let the model weigh the names that stand on their shape alone: those that are none lose their weight, persons gain a sign."""
    named: dict[str, list[Spot]] = {}
    for spot in scan.found.spots:
        named.setdefault(spot.key, []).append(spot)
    for spots in named.values():
        if len(spots) > _PLACES or not all(spot.rule in ASKED and not spot.role for spot in spots):
            continue
        signs = [weight for spot in spots for _, _, weight in spot.signs]
        untold = sum(spot.weight for spot in spots) + sum(signs) < ENOUGH
        if untold or max(signs, default=0.0) >= SETTLED:
            continue
        weighed = [tagger.weigh(scan, s.first, s.last) for s in spots]
        none, person = (sum(shares[type_] for shares in weighed) / len(weighed) for type_ in (NONE, "PER"))
        for spot in spots:
            if none >= NO_NAME:
                spot.weight *= 1 - none
            elif person >= PERSON:
                spot.signs.append(("PER", "model", PERSON_WEIGHT))


def compile_tagger(language: Language) -> Tagger | None:
    """The model of a language, None when it has none."""
    states: dict[str, dict[str, float]] = {}
    steps: dict[tuple[str, str], float] = {}
    for row in language.table("name_weights"):
        cells = [cell.split(":") for cell in row["weights"].split(" ")]
        weights = {label: float(weight) for label, weight in cells}
        if row["feature"].startswith(">"):
            steps.update({(row["feature"][1:], label): weight for label, weight in weights.items()})
        else:
            states[row["feature"]] = weights
    return field_of(states, steps) if states else None


def field_of(states: Mapping[str, Mapping[str, float]], steps: Mapping[tuple[str, str], float]) -> Tagger:
    """A field by what each feature, as `Neighbourhood.features` names them, weighs for each label, and each step between labels."""
    places = {label: k for k, label in enumerate(LABELS)}
    first, later = (
        _states({f: tuple(map(weights.get, labels, _NO_WEIGHTS)) for f, weights in states.items()})
        for labels in zip(*[[LABELS[place] for place in path] for path in _PATHS], strict=True)
    )
    return Tagger(first, later, {(places[a], places[b]): weight for (a, b), weight in steps.items()})


def _states(features: Mapping[str, Weights]) -> States:
    own: dict[str, Weights] = {}
    near: dict[str, list[Weights]] = {}
    for feature, weights in features.items():
        distance = _NEAR.match(feature)
        if not any(weights):
            continue
        if distance:
            at = near.setdefault(feature[distance.end() :], [_NO_WEIGHTS] * (2 * _REACH + 1))
            at[_REACH + int(distance[0])] = weights
        else:
            own[feature] = weights
    return States(own, near)


class Neighbourhood:
    """The features of the words of one sentence, or of a part of it: words from `first` up to `last`, seen from inside."""

    def __init__(self, scan: Scan, first: int, last: int, families: Iterable[str] = _EVERY) -> None:
        self._words, self._first, self._last = scan.words, first, last
        self._families = frozenset(families)
        phrases = _phrases(scan, first, last) if "phrase" in self._families else {}
        self._shapes = [shape(text) for text in scan.texts[first:last]]
        self._atoms = [self._see(scan, k, phrases.get(k, ())) for k in range(first, last)]

    def features(self, k: int) -> Features:
        """What word `k` shows: its own affixes, each thing seen at it and its neighbours with the distance before it, and pairs."""
        near = [f"{distance}{atom}" for distance in range(-_REACH, _REACH + 1) for atom in self.atoms(k + distance)]
        return [*self.affixes(k), *near, *self.pairs(k)]

    def affixes(self, k: int) -> Features:
        """How word `k` opens and ends."""
        out = ["bias"]
        if "affix" in self._families:
            low = self._words[k].low
            for size in range(1, min(_AFFIX, len(low) - 1) + 1):
                out += (f"ends={low[-size:]}", f"opens={low[:size]}")
        return out

    def atoms(self, k: int) -> Features:
        """What is seen at word `k` from near by."""
        return self._atoms[k - self._first] if self._first <= k < self._last else [_EDGE]

    def _see(self, scan: Scan, k: int, phrases: Sequence[str]) -> Features:
        word, lex, families = scan.words[k], scan.lex, self._families
        low = scan.lows[k]
        out = [*phrases]
        if "word" in families:
            out.append(f"w={low}")
        if "shape" in families:
            out.append(f"s={self._shapes[k - self._first]}")
            if word.upper:
                out.append(f"capitals={min(len(low), _LENGTH)}")
            if word.capital and scan.texts[k].isupper() and ROMAN.fullmatch(scan.texts[k]):
                out.append("roman")
        if "affix" in families:
            out.append(f"x={low[-3:]}")
        if "gap" in families:
            out.append(f"g={_gap(word)}")
            if word.opens:
                out.append("first")
        if "lexicon" in families:
            kind = lex.ordinary.get(low) or ("derived" if scan.is_derived(low) else None)
            if kind:
                out.append(f"o={kind}")
            if low in lex.given:
                out.append("given")
            if low in lex.org_words:
                out.append("org")
            if low in lex.joiners:
                out.append("join")
            if low in lex.name_words:
                out.append("known")
            if low in lex.before:
                out += [f"before={type_}" for type_ in lex.before[low]]
            if low in lex.after:
                out += [f"after={type_}" for type_ in lex.after[low]]
            if lex.bodies.fullmatch(low) or lex.seats.fullmatch(low):
                out.append("body")
        return out

    def pairs(self, k: int) -> Features:
        """The words and shapes of word `k` and its neighbours taken together."""
        if "pair" not in self._families:
            return []
        at = k - self._first
        low, form = self._words[k].low, self._shapes[at]
        left, left_form, left2 = _NO_WORD, _NO_WORD, _NO_WORD
        right, right_form, right_gap = _NO_WORD, _NO_WORD, _NO_WORD
        if at:
            left, left_form = self._words[k - 1].low, self._shapes[at - 1]
        if at > 1:
            left2 = self._words[k - 2].low
        if at + 1 < len(self._shapes):
            right, right_form, right_gap = self._words[k + 1].low, self._shapes[at + 1], _gap(self._words[k + 1])
        return [
            f"lw|{left}|{low}",
            f"wr|{low}|{right}",
            f"sss|{left_form}|{form}|{right_form}",
            f"ls|{left}|{form}",
            f"sr|{form}|{right}",
            f"lls|{left2}|{left}|{form}",
            f"gsgs|{_gap(self._words[k])}|{form}|{right_gap}|{right_form}",
        ]


def neighbourhood(scan: Scan, first: int, last: int) -> Neighbourhood:
    """The words of a stretch with those of its sentence that are near enough to be seen."""
    start, end = first, last
    while start > max(0, first - _REACH) and not _breaks(scan.words[start]):
        start -= 1
    while end < min(len(scan.words), last + _REACH) and not _breaks(scan.words[end]):
        end += 1
    return Neighbourhood(scan, start, end)


def shape(text: str) -> str:
    """The run of kinds of characters in a word: `Xx`, `X`, `x`, `Xx-Xx`, `d.d`; six of them at most."""
    if text.isascii() and text.isalpha():  # most words, in short
        if text.islower():
            return "x"
        if text.isupper():
            return "X"
        if text[0].isupper() and text[1:].islower():
            return "Xx"
    out: list[str] = []
    for c in text:
        kind = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out[:6])


def _breaks(word: Word) -> bool:
    """Whether a sentence begins at a word (a quotation inside one does not count)."""
    return word.opens and any(c in "\n.!?" for c in word.gap)


def _gap(word: Word) -> str:
    """What stands before a word, spaces left out: its first mark and its last."""
    marks = word.gap.strip()
    return marks if len(marks) < 2 else marks[0] + marks[-1]


def _phrases(scan: Scan, first: int, last: int) -> dict[int, Features]:
    """Which titles, heads, places and names of the tables cover each word, and whether it begins one."""
    out: dict[int, Features] = {}
    for at in range(max(0, first - _PHRASE), last):
        title, head, place, known = scan.titles[at], scan.heads[at], scan.places[at], scan.known[at]
        if title:
            _cover(out, f"title={title[1].kind}", at, title[0], first, last)
        if head:
            _cover(out, f"head={head[1].kind}", at, head[0], first, last)
        if place and scan.words[at].capital:
            _cover(out, f"place={place[1]}", at, place[0], first, last)
        if known:
            value = known[1]
            _cover(out, f"name={value.table}{value.type}{'~' if value.also else ''}", at, known[0], first, last)
    return out


def _cover(out: dict[int, Features], feature: str, at: int, end: int, first: int, last: int) -> None:
    """Note a phrase at the words from `at` up to `end` that are among those from `first` up to `last`."""
    for k in range(max(at, first), min(end, last)):
        out.setdefault(k, []).append(feature if k == at else f"{feature}+")
