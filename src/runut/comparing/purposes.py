"""What a sum of money or a share in percent is the value of: the noun phrase that it stands behind, in the words of its report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.lang import Language
from runut.model import Figure, Reading
from runut.text.alternatives import any_of

# The noun of a sum stands so many characters before it at most, and so many words (those that only lead to the sum not counted).
REACH, MOST_WORDS = 110, 9
# The words of a phrase behind its noun: `kerugian keuangan negara`; a phrase of more is told in short.
COMPLEMENT = 3
# The other of two nouns of one sum stands so near before it: `impor dan investasi senilai …`.
NEAR = 24
# Another figure for a sum stands so near behind it: `2 miliar dollar AS atau setara Rp 33 triliun`.
SAME_REACH = 40
# The kind of a sum by which another changed, and that of a noun which tells nothing alone (`uang`, `nilai`).
CHANGE, PLAIN = "change", "plain"
# That of what was lost, which is also the topic of such a sum.
LOSS = "loss"
# The roles of the nouns of each measure.
ROLES = {"money": ("noun", "verb"), "percent": ("share",)}
# Of nouns in a row so many tell the kind: `nilai kerugian aset` is of a loss.
HEAD = 2


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a sum is the value of: its `phrase`, and the `kind`, by which two sums are told apart (empty where it tells too little)."""

    phrase: str
    kind: str


@dataclass(frozen=True, slots=True)
class SumWords:
    """The table of sum nouns as patterns."""

    nouns: Mapping[str, re.Pattern[str]]
    """Those of each measure."""
    kinds: Mapping[tuple[str, str], tuple[str, str]]
    link: re.Pattern[str]
    tail: frozenset[str]
    changes: frozenset[str]
    changing: frozenset[str]
    level: re.Pattern[str]
    until: frozenset[str]
    negations: frozenset[str]
    changed: re.Pattern[str]
    same: re.Pattern[str]
    beside: frozenset[str]
    """Those of `tail` behind which another thing is told of."""
    cut: re.Pattern[str]
    in_name: re.Pattern[str]
    """Before a noun: it is part of a name (`Badan Pengelola Investasi`)."""
    unit_end: re.Pattern[str]


def sum_words(language: Language) -> SumWords:
    """The words by which sums tell what they are of; for `Language.derive`."""
    rows = language.table("sum_nouns")
    of = {
        role: [r["word"] for r in rows if r["role"] == role]
        for role in ("noun", "link", "tail", "change", "changing", "level", "until", "same", "clause", "now", "with")
    }
    named = {m: [r for r in rows if r["role"] in roles] for m, roles in ROLES.items()}
    currency = any_of(
        {r["unit"] for r in language.table("units") if r["side"] == "before" and r["measure"] == "money"},
        either_case=True,
    )
    either = {role: any_of(words, either_case=True) for role, words in of.items()}
    leading = any_of(r["word"].capitalize() for r in rows if r["role"] == "leading")
    return SumWords(
        nouns={
            m: re.compile(rf"\b(?P<noun>{any_of((r['word'] for r in own), either_case=True)})(?:nya)?\b(?!-)")
            for m, own in named.items()
        },
        kinds={(m, r["word"].lower()): (r["kind"], r["label"]) for m, own in named.items() for r in own},
        link=re.compile(rf"(?:{either['link']})(?:nya)?(?= |$)"),
        tail=frozenset((*of["tail"], *of["change"])),
        changes=frozenset(of["change"]),
        changing=frozenset(of["changing"]),
        level=re.compile(rf"\b(?:{either['level']})(?: (?:{either['link']})){{0,3}}$"),
        until=frozenset(of["until"]),
        negations=frozenset(r["word"] for r in language.table("clash_words") if r["role"] == "negation"),
        changed=re.compile(
            rf"\b(?:{either['change']})(?: (?!(?:{either['level']}) )(?:{either['link']})){{0,3}} (?:{currency}\.? ?)?$"
        ),
        same=re.compile(rf" ?(?:AS|Amerika Serikat)? ?[(,]? ?(?:(?:{either['same']}) ){{0,3}}"),
        beside=frozenset(of["tail"]).difference(of["with"]),
        cut=re.compile(rf"[.;:!?”\"]\s|, |\n| {any_of(of['clause'])} (?!{any_of(of['now'])})"),
        in_name=re.compile(rf"\b(?!{leading})[A-Z]\w{{1,30}} $"),
        unit_end=re.compile(rf"{currency}\.? ?$"),
    )


def find(reading: Reading, words: SumWords) -> Mapping[str, Purpose]:
    """What each sum of a report is of, by the id of its figure, where its words tell."""
    out: dict[str, Purpose] = {}
    text, begin, end = reading.article.text, 0, 0
    last: Figure | None = None
    sentences = iter(reading.sentences)
    for figure in sorted(reading.figures, key=lambda f: f.number.start):
        at = figure.number.start
        while at >= end and (sentence := next(sentences, None)) is not None:
            begin, end = sentence.start, sentence.end
        if figure.measure in ROLES:
            purpose = read(text, max(begin, last.number.end if last else 0), figure, words)
            if purpose is None and last is not None and last.id in out and is_same(text, figure, last, words):
                purpose = out[last.id]
            if purpose is not None:
                out[figure.id] = purpose
        last = figure
    return out


def read(text: str, begin: int, figure: Figure, words: SumWords) -> Purpose | None:
    """What a sum is of: the last sum noun before it in its clause, from `begin` on, that nothing but its own words and those that lead to
    the sum part from it.

    1. A sum by which another changed (`naik Rp 500`, `kenaikan tarif sebesar Rp 500`) is a change, and of a share behind `naik` nothing
    is told. 2. A verb may hold the noun: `merugikan negara Rp 5 miliar`. 3. Of two nouns beside one another the first is the head; the
    other tells the kind where the head does not (`nilai kerugian`). 4. Of two with `dari` or `untuk` between, either may be meant, and
    neither is told; nor is one of two with `dan` between, for the sum is of both.
    """
    start = max(begin, figure.number.start - REACH)
    before = words.cut.split(text[start : figure.number.start])
    clause = _ASIDE.sub(" ", before[-1])
    if figure.measure == "money" and words.changed.search(clause):
        return Purpose("", CHANGE)
    found = [
        m
        for m in words.nouns[figure.measure].finditer(clause)
        if not (m[0][0].isupper() and words.in_name.search(clause, 0, m.start()))
    ]
    if not found or words.changed.search(clause, found[-1].end()):
        return None
    first = len(found) - 1
    while first and clause[found[first - 1].end() : found[first].start()] == " ":
        first -= 1
    if first and _is_beside(clause[: found[first].start()], words):
        return None
    behind = clause[found[-1].end() :]
    bounds = figure.number.start - figure.start  # `tidak lebih dari Rp`, with which the figure begins
    led = behind[: len(behind) - bounds] if bounds <= len(behind) else behind
    if (
        len(before) > 1
        and not clause[: found[first].start()].strip()
        and words.nouns[figure.measure].search(before[-2][-NEAR:])
    ):
        return None
    limit = words.unit_end.sub("", behind[len(led) :]).strip()
    led = words.unit_end.sub("", led).strip()
    own = _own_words(led, words, bounded=limit != "")
    if own is None:
        return None
    ahead = clause[: found[first].start()].lower().split()
    if ahead and ahead[-1] in words.changing:
        if not words.until.isdisjoint(limit.lower().split()):
            return None
        if not words.level.search(led):
            return Purpose("", CHANGE)
    nouns = [_lowered(m["noun"]) for m in found[first:]]
    kinds = [words.kinds[figure.measure, noun.lower()] for noun in nouns]
    if len(kinds) == 1 and kinds[0][0] == PLAIN and not own:
        return None
    kind = next((kind for kind, _ in kinds[:HEAD] if kind != PLAIN), "")
    return Purpose(" ".join((*(label or noun for noun, (_, label) in zip(nouns, kinds, strict=True)), *own)), kind)


def is_same(text: str, figure: Figure, before: Figure, words: SumWords) -> bool:
    """Whether a sum is the one right before it in another currency, or the other end of it: `2 miliar dollar atau Rp 33 triliun`."""
    between = text[before.end : max(before.end, figure.start)]
    return 0 < len(between) <= SAME_REACH and words.same.fullmatch(between) is not None


_ASIDE = re.compile(r" ?\([^()]{0,60}\) ?")
_WORD = re.compile(r"[^\W\d_][\w-]*|\S")
_VERB = re.compile(r"(?:me[mnl]|meny|di(?!a\b)|ber|ter)[a-z]{4,}")


def _lowered(noun: str) -> str:
    return noun if noun.isupper() else noun.lower()


def _is_beside(before: str, words: SumWords) -> bool:
    """Whether the noun stands in what is said beside an earlier one: behind `dari`, `dalam`, `untuk`."""
    last = before.split()[-1:]
    return bool(last) and last[0].lower() in words.beside


def _own_words(rest: str, words: SumWords, *, bounded: bool) -> list[str] | None:
    """The words of its own behind a noun, where only such and words that lead to the sum stand before it; None where others do.

    What is said beside it (`dalam kasus itu`, `yang timbul`) must come to an end in a word that leads to the sum, or in its bounds.
    """
    own: list[str] = []
    linked = beside = False
    at = told = 0
    written = ""
    while at < len(rest):
        link = words.link.match(rest, at)
        if link is not None:
            linked, at = True, link.end() + 1
            continue
        word = _WORD.match(rest, at)
        if word is None:
            at += 1
            continue
        written, at, told = word[0], word.end(), told + 1
        if told > MOST_WORDS or not written[0].isalpha() or (written.startswith("me") and _VERB.fullmatch(written)):
            return None
        if written.lower() in words.negations:
            return None
        beside = beside or linked or written.lower() in words.tail or _VERB.fullmatch(written) is not None
        linked = False
        if not beside and len(own) < COMPLEMENT:
            own.append(written.removesuffix("-nya"))
    bounded = bounded and written.lower() not in words.changes  # `saham turun lebih dari 10 persen`
    return None if beside and not (linked or bounded) else own


def shared(purposes: Sequence[Purpose | None]) -> str:
    """The phrase that tells what all of some sums are of: that of most; empty where no more than half tell one, they tell two kinds, or
    one is told as of something else.
    """
    told = [p for p in purposes if p is not None and p.phrase]
    if 2 * len(told) <= len(purposes) or len({p.kind for p in purposes if p is not None and p.kind}) > 1:
        return ""
    counted = Counter(p.phrase for p in told)
    chosen = min(told, key=lambda p: (-counted[p.phrase], len(p.phrase), p.phrase))
    return "" if any(differ(chosen, p) for p in told) else chosen.phrase


def apart(a: Purpose | None, b: Purpose | None) -> bool:
    """Whether two sums are of two kinds."""
    return a is not None and b is not None and bool(a.kind and b.kind) and a.kind != b.kind


def differ(a: Purpose | None, b: Purpose | None) -> bool:
    """Whether two sums are told as of two things: of two kinds, or in words of which neither holds the other's."""
    if a is None or b is None:
        return False
    return apart(a, b) or (a.kind == CHANGE) != (b.kind == CHANGE) or not _is_within(a, b)


def alike(a: Purpose | None, b: Purpose | None) -> bool:
    """Whether two sums are told as one thing: of one kind, one phrase in the words of the other."""
    if a is None or b is None or not a.kind or a.kind != b.kind or a.kind == CHANGE:
        return False
    return _is_within(a, b)


def _is_within(a: Purpose, b: Purpose) -> bool:
    """Whether the words of one phrase are all among the other's."""
    first, second = (frozenset(p.phrase.lower().split()) for p in (a, b))
    return first <= second or second <= first


def named_alike(a: Purpose | None, b: Purpose | None) -> bool:
    """Whether two sums are told as one thing in words of its own: `kerugian negara`, where `harga` alone may be of anything."""
    return alike(a, b) and a is not None and b is not None and min(len(a.phrase.split()), len(b.phrase.split())) > 1
