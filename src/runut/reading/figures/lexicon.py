"""What the reader of figures compiles out of the tables of a language, once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.lang import Language, Row

# Shorter lists are tried one by one.
FEW = 40


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; one that never matches for none.

    Words of one first letter stand behind a look at that letter, so that a long list costs little where none begins.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups[word[0].lower()].append(word)
    if not groups:
        return "(?!)"
    if sum(map(len, groups.values())) < FEW:
        return "|".join(
            re.escape(w) for w in sorted((w for g in groups.values() for w in g), key=lambda w: (-len(w), w))
        )
    looks = ((f"[{re.escape(c)}{re.escape(c.upper())}]", groups[c]) for c in sorted(groups))
    return "|".join(f"(?={look})(?:{'|'.join(map(re.escape, group))})" for look, group in looks)


def _either_case(words: Sequence[str]) -> str:
    """An alternation that ignores case for whole words and minds it for short symbols (`m` is no `M`)."""
    return f"(?i:{alternation(w for w in words if len(w) > 3)})|{alternation(w for w in words if len(w) <= 3)}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables as patterns; those that end in `$` are searched in what stands before a number."""

    units_before: re.Pattern[str]
    units_after: re.Pattern[str]
    units: Mapping[tuple[str, str], Row]
    money_scale: re.Pattern[str]
    money_factors: Mapping[str, int]
    noun: re.Pattern[str]
    nouns: Mapping[str, Row]
    classifier: re.Pattern[str]
    state: re.Pattern[str]
    states: Mapping[str, str]
    act: re.Pattern[str]
    acts: Mapping[str, str]
    name_before: re.Pattern[str]
    breaks: re.Pattern[str]
    active: re.Pattern[str]
    stops: frozenset[str]
    of_whole: re.Pattern[str]
    among: re.Pattern[str]
    rest: re.Pattern[str]
    included: re.Pattern[str]
    former: re.Pattern[str]
    joined: re.Pattern[str]
    likewise: re.Pattern[str]
    turn_away: re.Pattern[str]
    beside: re.Pattern[str]
    intro: re.Pattern[str]
    link: re.Pattern[str]
    linked: re.Pattern[str]
    depth: re.Pattern[str]
    height: re.Pattern[str]
    away: re.Pattern[str]
    died: re.Pattern[str]
    not_a_count: re.Pattern[str]
    each: re.Pattern[str]
    clock: re.Pattern[str]
    month: re.Pattern[str]
    ago: re.Pattern[str]
    forces: Mapping[str, re.Pattern[str]]
    aged: re.Pattern[str]
    being: re.Pattern[str]
    wounds: re.Pattern[str]
    owner: re.Pattern[str]
    term: re.Pattern[str]
    household: re.Pattern[str]
    aside: re.Pattern[str]
    relative: re.Pattern[str]
    denied: re.Pattern[str]
    denying: re.Pattern[str]
    pronouns: frozenset[str]
    thus: re.Pattern[str]
    record: re.Pattern[str]
    presumed: re.Pattern[str]
    kin: re.Pattern[str]
    again_before: re.Pattern[str]
    again_after: re.Pattern[str]
    source_phrase: re.Pattern[str]
    source_after: re.Pattern[str]
    one_of: re.Pattern[str]
    out_of: re.Pattern[str]
    risen: re.Pattern[str]
    found: re.Pattern[str]
    body: re.Pattern[str]
    survived: re.Pattern[str]
    recovered: re.Pattern[str]
    turn: re.Pattern[str]
    of_some: re.Pattern[str]
    some_died: re.Pattern[str]
    reference: re.Pattern[str]
    since: re.Pattern[str]
    placed: re.Pattern[str]
    source_lead: re.Pattern[str]
    source_end: re.Pattern[str]
    out_of_papers: re.Pattern[str]
    currency: re.Pattern[str]

    def unit(self, side: str, written: str) -> Row:
        """The row of a unit as it is written."""
        return self.units[side, written.lower() if len(written) > 3 else written]


def make(language: Language) -> Lexicon:
    """The lexicon of a language; for `Language.derive`."""
    units, nouns, measures = language.table("units"), language.table("count_nouns"), language.table("measures")
    scales = {r["word"]: int(r["factor"]) for r in language.table("multipliers") if r["how"] == "money"}
    states = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "state"}
    acts = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "act"}
    words: dict[str, list[str]] = defaultdict(list)
    for row in language.table("figure_words"):
        words[row["role"]].append(row["word"])
    any_of = defaultdict(lambda: alternation(()), {role: alternation(of) for role, of in words.items()})
    ignore = re.IGNORECASE
    passing = "|".join(w[2:] for w in words["passing"] if w.startswith("me")) or "(?!)"
    named = alternation(r["word"] for r in language.table("number_names"))
    aged, that = any_of["aged"], any_of["that"]
    return Lexicon(
        units_before=re.compile(
            rf"(?:^|(?<=[\s(“\",.:;/-]))({_either_case([r['unit'] for r in units if r['side'] == 'before'])})\s?$"
        ),
        units_after=re.compile(rf"[ -]?({_either_case([r['unit'] for r in units if r['side'] == 'after'])})(?![\w/²])"),
        units={(r["side"], r["unit"].lower() if len(r["unit"]) > 3 else r["unit"]): r for r in units},
        money_scale=re.compile(rf"[ ]?({alternation(scales)})\b"),
        money_factors=scales,
        noun=re.compile(rf"(?<!\w)({alternation(r['noun'].lower() for r in nouns)})(?:nya)?(?![\w-])", ignore),
        nouns={r["noun"].lower(): r for r in nouns},
        classifier=re.compile(
            rf"(?<!\w)(?:{alternation(r['noun'] for r in nouns if r['kind'] in CLASSIFIERS)})\s+", ignore
        ),
        state=re.compile(rf"\b({alternation(states)})(?:nya)?(?!\w)", ignore),
        states=states,
        act=re.compile(rf"\b({alternation(acts)})(?: (?:{any_of['between']})){{0,3}}\s*[“\"(]?\s*$", ignore),
        acts=acts,
        name_before=re.compile(rf"(?:^|(?<=[\s(“\"/-]))(?:{named})[ .:]?$"),
        breaks=re.compile(rf";|[.!?][”\"]?\s|[”\"],?\s|\b(?:{any_of['break']})\b", ignore),
        active=re.compile(
            rf"\bme(?!(?:{passing})\b)[a-z]{{4,}}\b|\b(?:{any_of['object']})\b|\b(?:{any_of['purpose']})\s+\S"
        ),
        stops=frozenset(words["stop"]),
        of_whole=re.compile(rf"\s(?:(?:{any_of['person']}) )?(?:{any_of['of']})\s$", ignore),
        among=re.compile(rf"\s(?:{any_of['among']})\b", ignore),
        rest=re.compile(rf"\s(?:{any_of['rest']})\b", ignore),
        included=re.compile(rf"\b(?:{any_of['including']})(?: \w+)?,?\s$", ignore),
        former=re.compile(rf"\b(?:{any_of['of']}) (?:(?:{that}) )?(?:{any_of['former']})(?: \w+)? $", ignore),
        joined=re.compile(rf"(?:,|\b(?:{any_of['join']}))\s*$", ignore),
        likewise=re.compile(rf",? (?:{any_of['likewise']})\s*$", ignore),
        turn_away=re.compile(rf"(?:{any_of['turn-away']})\b", ignore),
        beside=re.compile(rf"(?: \w+){{0,3}}[”\"]?(?:,| (?:{any_of['of']})|,? (?:{any_of['join']}))\s", ignore),
        intro=re.compile(rf"\b(?:{any_of['intro']})\b", ignore),
        link=re.compile(rf"\b(?:{any_of['link']})\b(?: (?:{any_of['of']}))?[\s:]*$|:\s*$", ignore),
        linked=re.compile(rf"\b(?:{any_of['link']})\b", ignore),
        depth=re.compile(rf"\b(?:{any_of['depth']})\b[^.,\d]*(?:\d[^.,]*\()?$", ignore),
        height=re.compile(rf"\b(?:{any_of['height']})\b[^.,\d]*$", ignore),
        away=re.compile(rf" (?:(?:{any_of['toward']}) )?(?:{any_of['away']})\b", ignore),
        died=re.compile(rf"\b(?:{any_of['died']})\b", ignore),
        not_a_count=re.compile(rf"\b(?:{any_of['not-a-count']}) ?$", ignore),
        each=re.compile(rf"[ -](?:{any_of['each']})\b|-", ignore),
        clock=re.compile(rf"[ ]?(?:{any_of['clock']})\b"),
        month=re.compile(rf"[ ](?:{any_of['month']})\b"),
        ago=re.compile(rf"[ ](?:\w+[ ])?(?:{any_of['ago']})\b", ignore),
        forces={role: re.compile(rf"\b(?:{any_of[role]})\b", ignore) for role in ("troops", "police")},
        aged=re.compile(rf"\b(?:{aged})(?: (?:{that}))?(?: \w+)? ?$", ignore),
        being=re.compile(rf"\b(?:{any_of['being']}) ?$", ignore),
        wounds=re.compile(rf"\b(?:{any_of['wound']})(?:nya)?\b", ignore),
        owner=re.compile(
            rf"(?<!\w)((?:[A-Z][\w’'.-]{{0,25}}[ ]){{0,3}}[A-Z][\w’'-]{{0,25}})[”\"]?"
            rf"(?: ?\((?:(?:{aged}) )?|, (?:(?:{that}) )?(?:(?:{aged}) )?| (?:(?:{that}) )?(?:{aged}) )$"
        ),
        term=re.compile(rf"[ ](?:{any_of['term']})\b", ignore),
        household=re.compile(rf"(?:{any_of['household']})\b", ignore),
        denied=re.compile(rf"\b(?:(?:{any_of['denied']})\s(?:\w+\s){{0,2}}|(?:{any_of['except']})\s)$", ignore),
        denying=re.compile(rf"(?:{any_of['denied']})\b", ignore),
        pronouns=frozenset(words["pronoun"]),
        thus=re.compile(rf"(?:{any_of['thus']}) (?:\w+ )?(?:{any_of['told']})\b", ignore),
        again_before=re.compile(rf"\b(?:{any_of['again-before']}) (?:(?!(?:{any_of['link']})\b)\w+ )?$", ignore),
        again_after=re.compile(rf"[ ](?:{any_of['again-after']})\b", ignore),
        kin=re.compile(rf"\b(?:{any_of['kin']}) (?:{any_of['of']}) $", ignore),
        presumed=re.compile(rf"\b(?:{any_of['presumed']})\b", ignore),
        record=re.compile(rf"\b(?:{any_of['record']})\b", ignore),
        source_phrase=re.compile(
            rf"\b(?:{any_of['following']})\s(?:(?:{any_of['document']})\s(?:(?:{any_of['out-of']})\s)?){{1,3}}"
            rf"(?P<source>[^,;:“”\"]{{2,70}}),",
            ignore,
        ),
        source_after=re.compile(
            rf",? (?:{any_of['following']})\s(?:(?:{any_of['document']})\s(?:(?:{any_of['out-of']})\s)?){{0,3}}"
            rf"(?P<source>[^,;:.“”\"]{{2,70}})[.,]",
            ignore,
        ),
        one_of=re.compile(rf"\b(?:{any_of['one']}) (?:{any_of['of']}) $", ignore),
        out_of=re.compile(rf"\b(?:{any_of['of']}) $", ignore),
        risen=re.compile(
            rf"[”\"]?(?: (?:{any_of['person']}|{any_of['again-after']})){{0,2}},?(?: (?:{any_of['outcome']})){{1,3}} ",
            ignore,
        ),
        found=re.compile(rf"\b(?:{any_of['found']})\b", ignore),
        body=re.compile(rf"\b(?:{any_of['body']})\b", ignore),
        survived=re.compile(rf"\b(?:{any_of['survived']})\b", ignore),
        recovered=re.compile(rf"\b(?:{any_of['recovered']})\b", ignore),
        reference=re.compile(rf"{any_of['rest']}|{any_of['among']}", ignore),
        some_died=re.compile(
            rf"\b(\d+|{alternation(r['word'] for r in language.table('numbers'))}) (?:\w+ ){{0,4}}"
            rf"(?:{alternation(words for words, measure in states.items() if measure == 'killed')})\b",
            ignore,
        ),
        of_some=re.compile(rf" [^,.;\d]{{0,60}}\b(?:{that}) [^,.;\d]{{3,80}}, "),
        turn=re.compile(rf",? ?(?:{any_of['turn']})\s+(?:\w+\s)?"),
        since=re.compile(rf"\b(?:{any_of['since']}) (?:\w+,? )?$", ignore),
        placed=re.compile(rf"\b(?:{any_of['placed']}) (?:\w+ ){{0,2}}$", ignore),
        source_lead=re.compile(rf"(?:(?:{any_of['document']})\b (?:(?:{any_of['out-of']})\b )?){{1,2}}(?=\S)", ignore),
        out_of_papers=re.compile(rf"(?:{any_of['out-of']}|{any_of['document']})", ignore),
        source_end=re.compile(rf"[,;]? ?\b(?:{any_of['source-end']})\b|(?:{any_of['source-glue']})"),
        currency=re.compile(
            rf"(?:{alternation(r['unit'] for r in units if r['side'] == 'before' and r['measure'] == 'money')})[. ]?\d"
        ),
        relative=re.compile(rf"\s(?:\w+\s){{0,2}}(?:{that})\s(?:\w+\s){{0,2}}", ignore),
        aside=re.compile(
            rf"(?:, (?=(?:{any_of['aside']})\b)| [-–—]+ | \()[^.;]{{1,100}}?"
            rf"(?:,| [-–—]+|\)|(?= (?:{any_of['done']}) )) (?:(?:{any_of['aux']}) ){{0,2}}$"
        ),
    )


CLASSIFIERS = frozenset({"people-classifier", "animal-classifier", "unit-classifier"})
