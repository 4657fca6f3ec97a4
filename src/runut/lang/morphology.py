"""The lemma of an Indonesian word, with the analysis that gave it: prefixes, suffixes, clitics, and the rule.

from runut import lang
from runut.lang import morphology

morphology.lemma("menewaskan", lang.load("id"))  # tewas
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from runut.lang import Language
from runut.text import WORD

# A word has at most this many prefixes: ketidakseimbangan has three, and a fourth costs nothing.
MOST_PREFIXES = 4
# Nothing shorter is a root by itself, and beneath two affixes none of two letters.
SHORTEST_ROOT, SHORTEST_UNDER_TWO = 2, 3
# Under -i alone, and under a bound pronoun before the word, three letters are chance (koli, soli, tangi: all 5 of a sample of 700 derived
# forms; kulot, kusen, kuasi: all 5 in 12,575 real reports).
SHORTEST_UNDER_BARE_I = SHORTEST_UNDER_PROCLITIC = 4
# Bound pronouns before a verb, among the prefixes.
PROCLITICS = ("ku", "kau")
# An unlisted root must be this long to be laid bare. With half of the roots hidden, such words of the two training parts come out
# right in .815 with 3, .822 with 4, .747 with 5.
SHORTEST_UNKNOWN = 4
# Each half of a compound (sebarluaskan) has this many letters; of the 64 forms first found so 57 were compounds.
SHORTEST_HALF = 4
# No word is longer: the 24 longer forms of 12,575 real reports are words run together.
LONGEST = 48
# Prefixes that are set before foreign words with a hyphen.
HYPHENED = ("di", "meN", "ter", "ber", "se")
# What the doubled first sound is called among the prefixes.
COPY = "Ce"
# A line is a headline, its capitals telling nothing, when so much of its longer words is capitalised (97 % of 12,529 titles).
HEADLINE_SHARE = 0.6

_ONSET = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]|[bfgkp][lr]|dr|tr|sw|dw|s[klmnpty]|str|kh|ny|ng|sy)?[aeiou]")
_FOREIGN_END = re.compile(r"(?:ing|ion|ive|ship|ce|ct|ss|sh|th|[rt]y|[dt]er|[ct]or|[dr]s|[^aeiou](?!g)[^aeiou])$")
_ENDINGS = ("suffix", "slip")
_OPENS = re.compile(r"[.!?…:;“”\"‘\n(\[–—•]")
_STOP = re.compile(r"\.\s|\.$")
_ACRONYM = re.compile(r"\d|[^\W\d_][^\W\d_a-zà-ÿ]")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word taken apart; `text[start:end] == form`, `prefixes` from the outside in, `suffixes` and `clitics` from the inside out.

    `lemma` is in small letters, but a name stands as it is written. `root` goes further down where a derived word is its own lemma
    (*akhirnya*: root *akhir*). `rule`: `root`, `exception:<kind>`, `affixes:<which>`, `copy:<which>` (the first sound doubled),
    `slip:<which>` (a suffix misspelt or colloquial), `compound:<which>`, `reduplication`, `shape:<which>` (the root is not listed),
    `whole` (nothing to take off), `name`, `number`.
    """

    form: str
    lemma: str
    root: str
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    clitics: tuple[str, ...]
    rule: str
    start: int
    end: int


class _Parse(NamedTuple):
    lemma: str
    root: str = ""
    """Empty where it is the lemma, until the parse is settled."""
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    rule: str = "whole"


Seen = dict[str, _Parse]
"""The parses of small-letter forms, kept by who reads many texts."""


class _Affix(NamedTuple):
    surface: str
    name: str
    rule: str
    before: re.Pattern[str] | None
    restores: str
    inside: frozenset[str]
    needs: frozenset[str]
    bars: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Grammar:
    """The tables made ready."""

    prefixes: dict[str, tuple[_Affix, ...]]
    suffixes: tuple[_Affix, ...]
    pronouns: tuple[str, ...]
    particles: tuple[str, ...]
    roots: frozenset[str]
    names: frozenset[str]
    rivals: frozenset[tuple[str, str]]
    exceptions: dict[str, _Parse]


def lemma(word: str, language: Language) -> str:
    """The lemma of a word."""
    return analyse(word, language).lemma


def analyse(word: str, language: Language, *, opens: bool = True) -> Analysis:
    """Take one word apart.

    `opens`: it stands alone, at the start of a sentence or in a headline, where a capital tells nothing; elsewhere a capital tells a name.
    """
    return _analysis(word, 0, opens, language.derive(_grammar), {})


def find(text: str, language: Language, seen: Seen | None = None) -> tuple[Analysis, ...]:
    """Take all words of a text apart, in order, each with its offsets.

    A capital inside a sentence tells a name, which stays whole; at the start of a sentence and in headlines only known roots are laid bare.
    `seen`, at first empty, keeps the forms that were taken apart, for who reads many texts.
    """
    grammar = language.derive(_grammar)
    seen = {} if seen is None else seen
    out: list[Analysis] = []
    loose: dict[int, bool] = {}
    last = 0
    for match in WORD.finditer(text):
        form = match[0]
        start, end = match.span()
        parse = seen.get(form)
        if parse is not None:
            out.append(Analysis(form, *parse, start, end))
        else:
            opens = not out or not form[0].isupper()
            opens = opens or _OPENS.search(text, last, start) is not None or _is_headline(text, start, loose)
            out.append(_analysis(form, start, opens, grammar, seen))
        last = end
    return tuple(out)


def _is_headline(text: str, at: int, seen: dict[int, bool]) -> bool:
    """Whether the line around `at` has no sentence in it and most of its longer words are capitalised; `seen` keeps answers by line."""
    begin = text.rfind("\n", 0, at) + 1
    if begin not in seen:
        end = text.find("\n", at)
        line = text[begin : len(text) if end < 0 else end]
        words = [w[0] for w in WORD.finditer(line) if len(w[0]) > 3]
        capitals = sum(w[0].isupper() for w in words)
        seen[begin] = not _STOP.search(line) and capitals >= max(2, HEADLINE_SHARE * len(words))
    return seen[begin]


def _analysis(form: str, start: int, opens: bool, grammar: _Grammar, seen: Seen) -> Analysis:
    end = start + len(form)
    low, plain = form, form.islower()
    if not plain:
        if not form[0].isalpha() and not any(c.isalpha() for c in form):
            return Analysis(form, form, form, (), (), (), "number", start, end)
        head, hyphen, tail = form.rpartition("-")
        if hyphen and tail in grammar.pronouns and not head.islower():
            return replace(_analysis(head, start, opens, grammar, seen), form=form, clitics=(tail,), end=end)
        low = form.lower()
        if not opens or (_ACRONYM.search(form) and not form.isupper()) or low in grammar.names:
            return Analysis(form, form, form, (), (), (), "name", start, end)
    parse = seen.get(low)
    if parse is None:
        parse = _parse(low, grammar)
        if low.islower():
            seen[low] = parse
    if not plain and _is_guess(parse):
        return Analysis(form, form, form, (), (), (), "name", start, end)
    return Analysis(form, *parse, start, end)


def _is_guess(parse: _Parse) -> bool:
    return parse.rule == "whole" or parse.rule.startswith(("shape", "compound"))


def _parse(word: str, grammar: _Grammar) -> _Parse:
    parse = _parse_hyphened(word, grammar) if "-" in word else _parse_plain(word, grammar)
    return parse._replace(root=parse.root or parse.lemma)


def _parse_plain(word: str, grammar: _Grammar) -> _Parse:
    """Exceptions, roots, listed roots under affixes, compounds under affixes, unlisted roots by their shape, in this order."""
    if word in grammar.exceptions:
        return grammar.exceptions[word]
    if word in grammar.roots:
        return _Parse(word, rule="root")
    if len(word) > LONGEST or not word.isalpha():
        return _Parse(word)
    cuts = list(_cuts(word, grammar))
    best = _best([c for c in cuts if _has_known_root(c, grammar)], grammar)
    if best is not None:
        return best if best.rule.startswith("exception") else best._replace(rule=_name(best.rule or "affixes", best))
    return _compound(cuts, grammar) or _by_shape(word, cuts) or _Parse(word)


def _name(rule: str, parse: _Parse) -> str:
    return f"{rule}:{'-'.join((*parse.prefixes, *parse.suffixes, *parse.clitics))}"


def _cuts(word: str, grammar: _Grammar) -> Iterator[_Parse]:
    """Every way to take affixes and clitics off a word, whatever is left; exceptions under clitics come out named."""
    for rest, clitics in _without_clitics(word, grammar):
        if clitics and rest in grammar.exceptions:
            yield grammar.exceptions[rest]._replace(clitics=clitics)
        yield from _without_copy(rest, clitics)
        yield from _without_prefixes(_Parse(rest, clitics=clitics, rule=""), grammar)
        for affix in grammar.suffixes:
            stem = rest.removesuffix(affix.surface)
            if len(stem) == len(rest) or len(stem) < SHORTEST_ROOT:
                continue
            if affix.before is None or affix.before.search(stem):
                yield from _without_prefixes(
                    _Parse(stem, suffixes=(affix.name,), clitics=clitics, rule=affix.rule), grammar
                )


def _without_copy(rest: str, clitics: tuple[str, ...]) -> Iterator[_Parse]:
    """The copy of the first sound before the root (pepohonan, reruntuhan, jejaring)."""
    if rest[1:2] == "e" and rest[:1] == rest[2:3]:
        yield _Parse(rest[2:], prefixes=(COPY,), clitics=clitics, rule="copy")
        if rest.endswith("an"):
            yield _Parse(rest[2:-2], prefixes=(COPY,), suffixes=("an",), clitics=clitics, rule="copy")


def _without_clitics(word: str, grammar: _Grammar) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield word, ()
    ends = [(word, ())] + [
        (word.removesuffix(p), (p,))
        for p in grammar.particles
        if word.endswith(p) and len(word) - len(p) >= SHORTEST_ROOT
    ]
    for rest, particle in ends:
        if particle:
            yield rest, particle
        for p in grammar.pronouns:
            if rest.endswith(p) and len(rest) - len(p) >= SHORTEST_ROOT:
                yield rest.removesuffix(p), (p, *particle)


def _without_prefixes(cut: _Parse, grammar: _Grammar) -> Iterator[_Parse]:
    yield cut
    rest, prefixes, suffixes = cut.lemma, cut.prefixes, cut.suffixes
    if len(prefixes) == MOST_PREFIXES:
        return
    outer = prefixes[-1] if prefixes else "out"
    for affix in grammar.prefixes.get(rest[:1], ()):
        if not rest.startswith(affix.surface) or outer not in affix.inside:
            continue
        left = rest[len(affix.surface) :]
        if len(left) < SHORTEST_ROOT or (affix.before is not None and not affix.before.match(left)):
            continue
        if not prefixes and (affix.bars.intersection(suffixes) or (affix.needs and affix.needs.isdisjoint(suffixes))):
            continue
        yield from _without_prefixes(
            cut._replace(lemma=affix.restores + left, prefixes=(*prefixes, affix.name)), grammar
        )


def _has_known_root(cut: _Parse, grammar: _Grammar) -> bool:
    if cut.rule.startswith("exception"):
        return True
    affixes = len(cut.prefixes) + len(cut.suffixes)
    shortest = SHORTEST_ROOT if affixes < 2 else SHORTEST_UNDER_TWO
    if cut.suffixes == ("i",) and not cut.prefixes:
        shortest = SHORTEST_UNDER_BARE_I
    if cut.prefixes[:1] and cut.prefixes[0] in PROCLITICS:
        shortest = SHORTEST_UNDER_PROCLITIC
    return cut.lemma in grammar.roots and len(cut.lemma) >= shortest


def _best(parses: list[_Parse], grammar: _Grammar) -> _Parse | None:
    """The parse that takes least off, rivals among roots settled first."""
    roots = {p.lemma for p in parses}
    losers = {loser for loser in roots for winner in roots if (loser, winner) in grammar.rivals}
    return min((p for p in parses if p.lemma not in losers), key=_cost, default=None)


def _cost(parse: _Parse) -> tuple[int, float, bool, int, int]:
    """An exception under clitics first, slips, a bare -i (penggali is no penggal) and copies last, then long roots first; ber- beats be-
    before r (berapi is no rapi).
    """
    last = {"slip": 1, "copy": 2}.get(parse.rule, int(parse.suffixes == ("i",) and not parse.prefixes))
    if parse.rule.startswith("exception"):
        last = -1
    be_r = parse.prefixes[-1:] == ("ber",) and parse.lemma.startswith("r")
    return (
        last,
        1.5 * be_r - len(parse.lemma),
        parse.clitics[:1] in (("ku",), ("mu",)),
        len(parse.prefixes),
        len(parse.suffixes) + len(parse.clitics),
    )


def _compound(cuts: list[_Parse], grammar: _Grammar) -> _Parse | None:
    """Two roots written as one under a prefix: disebarluaskan, ketatanegaraan, mengambilalih."""
    for cut in sorted(cuts, key=lambda c: (-len(c.prefixes), len(c.lemma))):
        if not cut.prefixes or not (cut.suffixes or cut.prefixes[0] in ("meN", "di", "ber")):
            continue
        for at in range(SHORTEST_HALF, len(cut.lemma) - SHORTEST_HALF + 1):
            if cut.lemma[:at] in grammar.roots and cut.lemma[at:] in grammar.roots:
                return cut._replace(rule=_name("compound", cut))
    return None


# Which affixes are taken off an unlisted root: prefix and suffix ("" for none).
_SHAPES = (
    *((p, s) for p in ("meN", "di") for s in ("kan", "i", "")),
    ("peN", "an"),
    ("per", "an"),
    ("ke", "an"),
    ("ber", ""),
    ("ter", ""),
)


def _by_shape(word: str, cuts: list[_Parse]) -> _Parse | None:
    """An unlisted root that could be one by its sounds, under affixes that seldom deceive; else a word under -nya."""
    cuts = sorted(cuts, key=lambda cut: -len(cut.clitics))
    for prefix, suffix in _SHAPES:
        for cut in cuts:
            if cut.prefixes == (prefix,) and cut.suffixes == ((suffix,) if suffix else ()) and _is_likely(cut, word):
                return cut._replace(rule=_name("shape", cut))
    for cut in cuts:
        if cut.clitics == ("nya",) and not cut.prefixes and not cut.suffixes and len(cut.lemma) >= SHORTEST_UNKNOWN:
            return cut._replace(rule=_name("shape", cut))
    return None


def _is_likely(cut: _Parse, word: str) -> bool:
    root = cut.lemma
    if len(root) < SHORTEST_UNKNOWN or not _ONSET.match(root) or cut.clitics not in ((), ("nya",)):
        return False
    if not cut.suffixes and _FOREIGN_END.search(root):
        return False
    # a nasal that a vowel follows took the place of a sound: mem- of p, men- of t; after meng- a vowel is likelier than a lost k
    bare = word.startswith(("me", "pe")) and root[0] in "mn" and word[2:].startswith(root[:2])
    return not bare and not (root[0] == "k" and word.startswith(("menga", "menge", "mengi", "mengo", "mengu")))


def _parse_hyphened(word: str, grammar: _Grammar) -> _Parse:
    """Reduplication, clitics behind a hyphen, prefixes before one; other hyphened words stay whole."""
    if word in grammar.exceptions:
        return grammar.exceptions[word]
    left, _, right = word.rpartition("-")
    if left and not right:  # `pra-`, what a line or a pair has cut off
        return _parse(left, grammar)
    if left and (right in grammar.pronouns or right in grammar.particles):
        parse = _parse(left, grammar)
        return parse._replace(clitics=(*parse.clitics, right))
    if "-" not in left and left and right:
        doubled = _reduplicated(left, right, grammar)
        if doubled is not None:
            return doubled
    for rest, clitics in _without_clitics(word, grammar):
        if clitics and rest in grammar.exceptions:
            return grammar.exceptions[rest]._replace(clitics=clitics)
    return _prefixed(word, grammar) or _Parse(word)


def _prefixed(word: str, grammar: _Grammar) -> _Parse | None:
    """A prefix that a hyphen parts from a word of another language (di-posting, men-support, se-dovish)."""
    left, _, right = word.partition("-")
    names = {affix.name for affix in grammar.prefixes.get(left[:1], ()) if affix.surface == left}
    name = next((name for name in HYPHENED if name in names), None)
    if name is None or len(right) < SHORTEST_UNKNOWN:
        return None
    parse = _parse(right, grammar)
    cut = parse._replace(prefixes=(name, *parse.prefixes))
    return cut._replace(rule=_name("shape" if _is_guess(parse) else "affixes", cut))


def _reduplicated(left: str, right: str, grammar: _Grammar) -> _Parse | None:
    """The same word twice (rumah-rumah), affixes around both or at one (berlari-lari, kehitam-hitaman, pukul-memukul, menari-nari)."""
    first, second = _parse(left, grammar), _parse(right, grammar)
    if left == right:
        return first._replace(rule="reduplication")
    for rest, clitics in _without_clitics(right, grammar):
        if rest == left:
            return first._replace(clitics=clitics, rule="reduplication")
        # what both halves have in common, the longest first: menari-nari is menari, kehitam-hitaman is kehitaman
        for end in range(len(rest), SHORTEST_ROOT, -1):
            if left.endswith(rest[:end]):
                whole = _parse(left + rest[end:], grammar)
                if not _is_guess(whole) and not whole.rule.startswith("exception"):
                    return whole._replace(clitics=whole.clitics + clitics, rule="reduplication")
    if first.root == second.root:
        affixed = max(first, second, key=lambda p: len(p.prefixes) + len(p.suffixes))
        return affixed._replace(
            lemma=first.root,
            root=first.root,
            suffixes=second.suffixes or first.suffixes,
            clitics=second.clitics,
            rule="reduplication",
        )
    return None


def _grammar(language: Language) -> _Grammar:
    rows = language.table("affixes")
    prefixes: dict[str, list[_Affix]] = {}
    suffixes = []
    for row in rows:
        affix = _Affix(
            row["surface"],
            row["affix"],
            "slip" if row["kind"] == "slip" else "",
            re.compile(row["before"] + ("$" if row["kind"] in _ENDINGS else "")) if row["before"] else None,
            row["restores"],
            frozenset(row["inside"].split()),
            frozenset(row["needs"].split()),
            frozenset(row["bars"].split()),
        )
        if row["kind"] in ("prefix", "proclitic"):
            prefixes.setdefault(affix.surface[0], []).append(affix)
        elif row["kind"] in _ENDINGS:
            suffixes.append(affix)
    return _Grammar(
        {letter: tuple(affixes) for letter, affixes in prefixes.items()},
        tuple(suffixes),
        tuple(r["surface"] for r in rows if r["kind"] == "pronoun"),
        tuple(r["surface"] for r in rows if r["kind"] == "particle"),
        frozenset(r["root"] for r in language.table("roots")),
        frozenset(r["root"] for r in language.table("roots") if r["kind"] == "name"),
        frozenset((r["loser"], r["winner"]) for r in language.table("root_rivals")),
        {
            r["form"]: _Parse(r["lemma"], rule=f"exception:{r['kind']}", root=r["root"])
            for r in language.table("lemma_exceptions")
        },
    )
