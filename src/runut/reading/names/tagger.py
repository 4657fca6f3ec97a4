"""What a name is by a trained model: person, organisation, place or none, from its words, their neighbours and the tables.

A conditional random field (Lafferty, McCallum and Pereira 2001) over words, trained by `training/train_names.py`, kept as the table
`name_weights`. Here it is asked one thing only: of a stretch that the rules found but cannot place, how likely each type is when
the words on both sides of it are taken to be outside. That is the exact distribution of the field over these four paths, at a
fraction of the cost of tagging the sentence. What it says is evidence beside that of the rules, for all places of a name together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from runut.lang import Language
from runut.reading.names.linking import key_of
from runut.reading.names.records import ENOUGH
from runut.reading.names.scan import ROMAN, Scan, Spot
from runut.reading.names.words import Word

FAMILIES = ("word", "shape", "affix", "pair", "gap", "lexicon", "phrase")
"""The families of features, as the model card sets them side by side."""

TYPES, NONE = ("PER", "ORG", "LOC"), "O"
LABELS = (NONE, *(f"{prefix}-{type_}" for type_ in TYPES for prefix in "BI"))
# The labels of the first word and of those after it, for each type and for none.
_OUT = LABELS.index(NONE)
_PATHS = (*((LABELS.index(f"B-{type_}"), LABELS.index(f"I-{type_}")) for type_ in TYPES), (_OUT, _OUT))
# Words this near are seen, on both sides; longer affixes and lengths than these tell no more.
_REACH, _AFFIX, _LENGTH = 2, 4, 7
# A phrase of the tables that covers a word begins this many words before it at most.
_PHRASE = 5
_EDGE, _NO_WORD = "edge", "-"

# Names that these rules alone have found stand on their shape: the model is asked about them. Those of capitals or with an acronym are
# not among them: of 18 that it calls no name in 90 articles three are one, twice as many as of the others.
ASKED = frozenset(("capital", "capital-of-small-word", "capitals-in-headline", "foreign-joiner", "name-shape"))
# No name from this share on, a person from that. Of 180 articles of the corpus, with 2,974 names told by the rules, 186 fall away at .97,
# 18 of them wrongly; two places become persons, both rightly.
NO_NAME, PERSON = 0.97, 0.8
# A person by the model weighs more than being in a list with places; a sign beside the name of this weight settles it without.
PERSON_WEIGHT, SETTLED = 2.5, 1.5
# A name that stands at more places than this is told without asking: half of those that the model calls none are names.
_PLACES = 3

Features = list[str]


@dataclass(frozen=True, slots=True)
class Tagger:
    """The weights of the field: of each feature by label, and of the steps from label to label; labels by their place in LABELS."""

    states: Mapping[str, tuple[tuple[int, float], ...]]
    steps: Mapping[tuple[int, int], float]

    def weigh(self, scan: Scan, first: int, last: int) -> dict[str, float]:
        """How likely the words from `first` up to `last` are each type, or "O" for no name; the four add up to 1."""
        near = neighbourhood(scan, first, last)
        totals = []
        scores = [self._scores(near.features(k)) for k in range(first, last)]
        for begin, inside in _PATHS:
            path = [begin] + [inside] * (last - first - 1)
            steps = zip([_OUT, *path], [*path, _OUT], strict=True)
            states = sum(words[label] for words, label in zip(scores, path, strict=True))
            totals.append(states + sum(self.steps.get(step, 0.0) for step in steps))
        top = max(totals)
        shares = [exp(total - top) for total in totals]
        whole = sum(shares)
        return {type_: share / whole for type_, share in zip((*TYPES, NONE), shares, strict=True)}

    def _scores(self, features: Features) -> list[float]:
        """What the features of one word add up to, by label."""
        scores = [0.0] * len(LABELS)
        get = self.states.get
        for feature in features:
            for label, weight in get(feature, ()):
                scores[label] += weight
        return scores


def settle(scan: Scan, tagger: Tagger) -> None:
    """Let the model weigh the names that stand on their shape alone: those that are none lose their weight, persons gain a sign."""
    named: dict[str, list[Spot]] = defaultdict(list)
    for spot in scan.found.spots:
        named[key_of(spot.core)].append(spot)
    for spots in named.values():
        signs = [weight for spot in spots for _, _, weight in spot.signs]
        untold = sum(spot.weight for spot in spots) + sum(signs) < ENOUGH
        if untold or len(spots) > _PLACES or any(weight >= SETTLED for weight in signs):
            continue
        if any(spot.rule not in ASKED or spot.role for spot in spots):
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
    places = {label: k for k, label in enumerate(LABELS)}
    states: dict[str, tuple[tuple[int, float], ...]] = {}
    steps: dict[tuple[int, int], float] = {}
    for row in language.table("name_weights"):
        cells = [cell.split(":") for cell in row["weights"].split(" ")]
        weights = tuple((places[label], float(weight)) for label, weight in cells)
        if row["feature"].startswith(">"):
            steps.update({(places[row["feature"][1:]], label): weight for label, weight in weights})
        else:
            states[row["feature"]] = weights
    return Tagger(states, steps) if states else None


class Neighbourhood:
    """The features of the words of one sentence, or of a part of it: words from `first` up to `last`, seen from inside."""

    def __init__(self, scan: Scan, first: int, last: int, families: Iterable[str] = FAMILIES) -> None:
        self._words, self._first, self._last = scan.words, first, last
        self._families = frozenset(families)
        phrases = _phrases(scan, first, last) if "phrase" in self._families else {}
        self._shapes = [shape(w.text) for w in scan.words[first:last]]
        self._near = [self._atoms(scan, k, phrases.get(k, ())) for k in range(first, last)]

    def features(self, k: int) -> Features:
        """What word `k` shows: its own affixes, and each thing seen at it and its neighbours with the distance before it."""
        word = self._words[k]
        out = ["bias"]
        if "affix" in self._families:
            low = word.low
            for size in range(1, min(_AFFIX, len(low) - 1) + 1):
                out.append(f"ends={low[-size:]}")
                out.append(f"opens={low[:size]}")
        for distance in range(-_REACH, _REACH + 1):
            at = k + distance - self._first
            if 0 <= at < len(self._near):
                out += [f"{distance}{atom}" for atom in self._near[at]]
            else:
                out.append(f"{distance}{_EDGE}")
        if "pair" in self._families:
            out += self._pairs(k)
        return out

    def _atoms(self, scan: Scan, k: int, phrases: Sequence[str]) -> Features:
        """What is seen at one word from near by."""
        word, lex, families = scan.words[k], scan.lex, self._families
        low = word.low
        out = [*phrases]
        if "word" in families:
            out.append(f"w={low}")
        if "shape" in families:
            out.append(f"s={self._shapes[k - self._first]}")
            if word.upper:
                out.append(f"capitals={min(len(low), _LENGTH)}")
            if ROMAN.fullmatch(word.text):
                out.append("roman")
        if "affix" in families:
            out.append(f"x={low[-3:]}")
        if "gap" in families:
            out.append(f"g={_gap(word)}")
            if word.opens:
                out.append("first")
        if "lexicon" in families:
            kind = lex.ordinary.get(low) or ("derived" if lex.is_derived(low) else None)
            if kind:
                out.append(f"o={kind}")
            out += [
                name
                for name, words in (("given", lex.given), ("org", lex.org_words), ("join", lex.joiners))
                if low in words
            ]
            if low in lex.name_words:
                out.append("known")
            out += [f"before={type_}" for type_ in lex.before.get(low, ())]
            out += [f"after={type_}" for type_ in lex.after.get(low, ())]
            if lex.bodies.fullmatch(low) or lex.seats.fullmatch(low):
                out.append("body")
        return out

    def _pairs(self, k: int) -> Features:
        """Words and shapes of neighbours taken together."""
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
        capital = scan.words[at].capital
        title, head, place, known = scan.titles[at], scan.heads[at], scan.places[at], scan.known[at]
        found = []
        if title:
            found.append(("title", title[1].kind, title[0]))
        if head:
            found.append(("head", head[1].kind, head[0]))
        if place and capital:
            found.append(("place", place[1], place[0]))
        if known:
            value = known[1]
            found.append(("name", f"{value.table}{value.type}{'~' if value.also else ''}", known[0]))
        for what, kind, end in found:
            for k in range(max(at, first), min(end, last)):
                out.setdefault(k, []).append(f"{what}={kind}{'' if k == at else '+'}")
    return out
