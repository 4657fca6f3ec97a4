"""The words by which reports tell what is denied, corrected or at odds, and whether a verb among them is meant and said."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from runut.lang import Language
from runut.model import Reading, Sentence
from runut.text.alternatives import any_of

# What is waved aside is a claim where a word for one stands so many words behind the verb, or before a passive one.
OBJECT_REACH = 4
# A negation turns the denial round where it stands so many words before it.
NEGATION_REACH = 3
# So much of a sentence is looked at on either side of a verb.
LOOKED_AT = 80
CLAUSE = re.compile(r"[,;:]")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    denial: re.Pattern[str]
    passive: frozenset[str]
    alone: frozenset[str]
    close: frozenset[str]
    openings: frozenset[str]
    pointing: frozenset[str]
    claims: frozenset[str]
    negations: frozenset[str]
    unsaid: frozenset[str]
    adverbs: frozenset[str]
    conditions: frozenset[str]
    openers: frozenset[str]
    disobeying: re.Pattern[str]
    noun: re.Pattern[str]
    odds: re.Pattern[str]
    rejection: re.Pattern[str]
    proposals: frozenset[str]
    untelling: frozenset[str]
    untrue: re.Pattern[str]
    rumour: re.Pattern[str]
    that: frozenset[str]
    bare: frozenset[str]
    equating: frozenset[str]
    describing: frozenset[str]
    attached: frozenset[str]
    refusing: frozenset[str]
    refused: frozenset[str]
    refused_counts: frozenset[str]
    charges: frozenset[str]
    pointed: frozenset[str]
    turning: frozenset[str]
    earlier: frozenset[str]
    goes_on: frozenset[str]
    saying: re.Pattern[str]
    accusing: re.Pattern[str]
    warning: re.Pattern[str]


def words_of(language: Language) -> Lexicon:
    roles: dict[str, set[str]] = {}
    for row in language.table("clash_words"):
        roles.setdefault(row["role"], set()).add(row["word"])

    told: dict[str, set[str]] = {}
    for row in language.table("amend_words"):
        told.setdefault(row["role"], set()).add(row["word"])

    denials = roles["denial"] | roles["denied"] | told["attached"] | told["refusing"]
    copulas = {r["words"].split()[0] for r in language.table("framing_copulas") if r["kind"] == "subject"}

    def of(role: str) -> str:
        return any_of(roles[role], either_case=True)

    return Lexicon(
        denial=re.compile(rf"(?<![\w-]){any_of(denials, either_case=True)}(?![\w-])"),
        passive=frozenset(roles["denied"]),
        alone=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "alone"),
        openings=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "opening"),
        close=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "close"),
        pointing=frozenset(roles["pointing"]),
        claims=frozenset(roles["claim"]),
        negations=frozenset(roles["negation"]),
        unsaid=frozenset(roles["unsaid"]),
        adverbs=frozenset(roles["adverb"]),
        conditions=frozenset(roles["condition"]),
        openers=frozenset(roles["claim"]).union(r["cue"] for r in language.table("cues")),
        disobeying=re.compile(
            rf"\s(?:{of('elder')}(?:nya|ku|mu)?|{of('order')}(?:nya)?(?:\s\w{{1,30}})?)(?=\s{of('joint')}\b|[.,;!…)]|\Z)"
        ),
        noun=re.compile(rf"(?:\s\w{{1,30}}){{0,{OBJECT_REACH - 1}}}\s{any_of(copulas)}\b"),
        odds=re.compile(rf"(?<![\w-]){of('at-odds')}\s(?:(?:[^\W\d_]+)\s){{0,2}}{of('account')}(?![\w-])"),
        rejection=re.compile(rf"(?<![\w-]){of('rejection')}(?![\w-])"),
        proposals=frozenset(roles["proposal"]),
        untelling=frozenset(roles["claim"] | roles["proposal"] | roles["rumour"]),
        untrue=re.compile(rf"(?<![\w-]){any_of(roles['untrue'], either_case=True)}(?![\w-])"),
        rumour=re.compile(rf"(?<![\w-]){of('rumour')}(?:nya)?(?![\w-])"),
        that=frozenset(roles["that"]),
        bare=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "bare"),
        equating=frozenset(roles["equating"]),
        describing=frozenset(roles["relative"]),
        attached=frozenset(told["attached"]),
        refusing=frozenset(told["refusing"]),
        refused=frozenset(told["refused"]),
        refused_counts=frozenset(told["refused-count"]),
        charges=frozenset(told["charge"]),
        pointed=frozenset(
            roles["claim"]
            | roles["rumour"]
            | roles["proposal"]
            | told["charge"]
            | told["pointed"]
            | told["refused-count"]
        ),
        turning=frozenset(told["turning"]),
        earlier=frozenset(told["earlier"]),
        goes_on=frozenset(told["goes-on"]),
        saying=re.compile(
            rf"(?<![\w-]){any_of({r['cue'] for r in language.table('cues')}, either_case=True)}(?![\w-])"
        ),
        accusing=re.compile(rf"(?<![\w-]){any_of(told['accusing'], either_case=True)}(?![\w-])"),
        warning=re.compile(rf"(?<![\w-]){any_of(told['warning'], either_case=True)}(?![\w-])"),
    )


def around(match: re.Match[str], sentence: Sentence) -> tuple[list[str], list[str]]:
    """The words of a sentence shortly before a match and behind it, in small letters."""
    first, last = max(sentence.start, match.start() - LOOKED_AT), min(sentence.end, match.end() + LOOKED_AT)
    ahead, behind = match.string[first : match.start()], match.string[match.end() : last]
    return [w.lower() for w in WORD.findall(ahead)], [w.lower() for w in WORD.findall(behind)]


def is_said(match: re.Match[str], sentence: Sentence, lexicon: Lexicon, reading: Reading) -> bool:
    """Whether a verb stands outside of quoted words, and those before it make no negation, wish, failure or condition of it."""
    return is_meant(match, sentence, lexicon) and not is_quoted(reading, match)


def is_meant(match: re.Match[str], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the words before a verb make no negation, wish, failure or condition of it."""
    words = around(match, sentence)[0]
    if not lexicon.negations.isdisjoint(words[-NEGATION_REACH:]):
        return False
    clause = CLAUSE.split(match.string[max(sentence.start, match.start() - LOOKED_AT) : match.start()])[-1]
    opening = WORD.search(clause)
    if opening and opening[0].lower() in lexicon.openings:  # `Awalnya Rato membantah tudingan itu, kini ia mengaku.`
        return False
    before = pairwise(["", *map(str.lower, WORD.findall(clause))])
    # `kabar jika`, `menyebut jika`: that
    if any(word in lexicon.conditions and opener not in lexicon.openers for opener, word in before):
        return False
    near = next((w for w in reversed(words) if w not in lexicon.adverbs), "")
    return near not in lexicon.unsaid


def is_quoted(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a match lies in quoted words; quotations stand in the order of the text."""
    n = bisect_right(reading.quotations, match.start(), key=lambda q: q.start) - 1
    return n >= 0 and match.start() < reading.quotations[n].end
