"""What the reader of figures compiles out of the tables of a language, once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.lang import Language, Row
from runut.reading.figures import (
    aboard_words,
    age_words,
    amount_words,
    denial_words,
    fear_words,
    gathering_words,
    retold_words,
    set_words,
    source_words,
)
from runut.reading.figures.aboard_words import AboardWords
from runut.reading.figures.age_words import AgeWords
from runut.reading.figures.amount_words import AmountWords
from runut.reading.figures.denial_words import DenialWords
from runut.reading.figures.fear_words import FearWords
from runut.reading.figures.gathering_words import GatheringWords
from runut.reading.figures.retold_words import RetoldWords
from runut.reading.figures.set_words import SetWords
from runut.reading.figures.source_words import SourceWords
from runut.text.alternatives import NEVER, any_of
from runut.text.late import late
from runut.text.words import openers

# Units of so few characters are symbols.
SHORT_SYMBOL = 3
# What nouns tell that may label a count (`pengungsi 40 jiwa`).
LABELLING = frozenset({"affected", "participants", "displaced", "injured", "missing", "rescued", "hostages"})
# What units may be of.
UNITS_OF = frozenset({"house", "building", "vehicle", "aircraft"})
# What may stand between a number and the phrase before it.
MARKS_BEFORE = " .:()\n"
# So many people at most are pointed back to in one word (`kesepuluhnya`).
MOST_POINTED = 10


def _unit_of(words: Sequence[str]) -> str:
    """Any of the units, in either case for whole words, as it is written for short symbols (`m` is no `M`)."""
    long = any_of((w for w in words if len(w) > SHORT_SYMBOL), either_case=True)
    return f"{long}|{any_of(w for w in words if len(w) <= SHORT_SYMBOL)}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables as patterns; those that end in `$` are searched in what stands before a number.

    `unit_ends` are the characters with which a unit before a number ends, `state_openers` the words with which a state may begin.
    """

    units_before: re.Pattern[str]
    unit_ends: frozenset[str]
    units_after: re.Pattern[str]
    units: Mapping[tuple[str, str], Row]
    money_scale: re.Pattern[str]
    money_factors: Mapping[str, int]
    noun: re.Pattern[str]
    nouns: Mapping[str, Row]
    classifier: re.Pattern[str]
    state: re.Pattern[str]
    state_openers: frozenset[str]
    states: Mapping[str, str]
    act: re.Pattern[str]
    acts: Mapping[str, str]
    numbers: frozenset[str]
    name_before: re.Pattern[str]
    breaks: re.Pattern[str]
    """What parts two clauses: `break_marks`, and `break_words`, which begin with `break_openers`."""
    break_marks: re.Pattern[str]
    break_words: re.Pattern[str]
    break_openers: frozenset[str]
    active: re.Pattern[str]
    stops: frozenset[str]
    of_whole: re.Pattern[str]
    among: re.Pattern[str]
    among_those: re.Pattern[str]
    including: re.Pattern[str]
    goes_on: re.Pattern[str]
    next_place: re.Pattern[str]
    next_of: re.Pattern[str]
    next_quake: re.Pattern[str]
    once: re.Pattern[str]
    seizing: frozenset[str]
    family: re.Pattern[str]
    average: re.Pattern[str]
    numbered_too: re.Pattern[str]
    days_too: re.Pattern[str]
    for_check: re.Pattern[str]
    rest: re.Pattern[str]
    part_ends: re.Pattern[str]
    persons: frozenset[str]
    included: re.Pattern[str]
    changed: re.Pattern[str]
    in_places: re.Pattern[str]
    made_up: re.Pattern[str]
    leads_on: re.Pattern[str]
    also_are: re.Pattern[str]
    articles: frozenset[str]
    tellers: frozenset[str]
    beside_before: re.Pattern[str]
    beside_after: re.Pattern[str]
    of_doer: re.Pattern[str]
    carrying_on: re.Pattern[str]
    there_is: re.Pattern[str]
    sum_of: re.Pattern[str]
    by_them: re.Pattern[str]
    by_whom: re.Pattern[str]
    outcome: re.Pattern[str]
    former: re.Pattern[str]
    joined: re.Pattern[str]
    label_noun: re.Pattern[str]
    label_units: re.Pattern[str]
    placed_before: re.Pattern[str]
    and_there: re.Pattern[str]
    that: re.Pattern[str]
    thats: frozenset[str]
    more: re.Pattern[str]
    joins: re.Pattern[str]
    with_one: re.Pattern[str]
    with_named: re.Pattern[str]
    beside_words: tuple[str, ...]
    likewise: re.Pattern[str]
    beside: re.Pattern[str]
    intro: re.Pattern[str]
    link: re.Pattern[str]
    linked: re.Pattern[str]
    grade: re.Pattern[str]
    """How badly those counted are hurt, behind `luka`."""
    because: re.Pattern[str]
    cause_openers: frozenset[str]
    ship: re.Pattern[str]
    """A ship's name right before its number."""
    or_else: re.Pattern[str]
    sum_up: re.Pattern[str]
    made_of: re.Pattern[str]
    they_are: re.Pattern[str]
    parts: Mapping[str, tuple[str, int]]
    and_part: re.Pattern[str]
    ended: re.Pattern[str]
    pieces: frozenset[str]
    rated: re.Pattern[str]
    index: re.Pattern[str]
    level: re.Pattern[str]
    name_ends: frozenset[str]
    """The last two letters of what `level`, `name_before` and `not_a_count` find, or the only one."""
    died: re.Pattern[str]
    not_a_count: re.Pattern[str]
    each: re.Pattern[str]
    clock: re.Pattern[str]
    month: re.Pattern[str]
    forces: Mapping[str, re.Pattern[str]]
    wounds: re.Pattern[str]
    household: re.Pattern[str]
    aside: re.Pattern[str]
    relative: re.Pattern[str]
    denied: re.Pattern[str]
    denied_act: re.Pattern[str]
    able: re.Pattern[str]
    meant: re.Pattern[str]
    denying: re.Pattern[str]
    done_by: frozenset[str]
    last_words: frozenset[str]
    besetting: frozenset[str]
    lives: frozenset[str]
    of_things: frozenset[str]
    of_animals: frozenset[str]
    in_company: tuple[str, ...]
    pronouns: frozenset[str]
    presumed: re.Pattern[str]
    kin: re.Pattern[str]
    offspring: frozenset[str]
    again_before: re.Pattern[str]
    again_after: re.Pattern[str]
    says_so: re.Pattern[str]
    not_one: re.Pattern[str]
    body_nouns: frozenset[str]
    any_bodies: frozenset[str]
    from_place: re.Pattern[str]
    all_in_place: re.Pattern[str]
    past: re.Pattern[str]
    one_of: re.Pattern[str]
    out_of: re.Pattern[str]
    risen: re.Pattern[str]
    found: re.Pattern[str]
    body: re.Pattern[str]
    survived: re.Pattern[str]
    mishap: re.Pattern[str]
    pointing: re.Pattern[str]
    hours: re.Pattern[str]
    recovered: re.Pattern[str]
    turn: re.Pattern[str]
    of_some: re.Pattern[str]
    some_died: re.Pattern[str]
    reference: re.Pattern[str]
    listing: re.Pattern[str]
    fortune: re.Pattern[str]
    all_of: Mapping[str, int]
    only: re.Pattern[str]
    main: re.Pattern[str]
    payroll: re.Pattern[str]
    aboard: re.Pattern[str]
    earning: re.Pattern[str]
    noun_in_brackets: re.Pattern[str]
    hit: re.Pattern[str]
    unharmed: re.Pattern[str]
    compared: re.Pattern[str]
    sent_home: re.Pattern[str]
    anyone: frozenset[str]
    caught: frozenset[str]
    rise_from: re.Pattern[str]
    sets: SetWords
    sources: SourceWords
    denials: DenialWords
    carriers: AboardWords
    fears: FearWords
    amounts: AmountWords
    ages: AgeWords
    gatherings: GatheringWords
    retold: RetoldWords

    def unit(self, side: str, written: str) -> Row:
        """The row of a unit as it is written."""
        return self.units[side, written.lower() if len(written) > SHORT_SYMBOL else written]


def _endings(phrases: Iterable[str]) -> frozenset[str]:
    """The last two letters of phrases, or the only one, without the marks behind them."""
    return frozenset(phrase.rstrip(MARKS_BEFORE)[-2:].lower() for phrase in phrases)


def make(language: Language) -> Lexicon:
    """The lexicon of a language; for `Language.derive`."""
    units, nouns, measures = language.table("units"), language.table("count_nouns"), language.table("measures")
    scales = {r["word"]: int(r["factor"]) for r in language.table("multipliers") if r["how"] == "money"}
    states = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "state"}
    acts = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "act"}
    first_words = [m[0].lower() for words in states if (m := re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", words))]  # `di-PHK`
    words: dict[str, list[str]] = defaultdict(list)
    for row in language.table("figure_words"):
        words[row["role"]].append(row["word"])
    either = defaultdict(lambda: NEVER, {role: any_of(of, either_case=True) for role, of in words.items()})
    exact = defaultdict(lambda: NEVER, {role: any_of(of) for role, of in words.items()})
    aged, that = exact["aged"], exact["that"]
    ignore = re.IGNORECASE
    passing = "|".join(w[2:] for w in words["passing"] if w.startswith("me")) or "(?!)"
    names = [r["word"] for r in language.table("number_names")]
    named = any_of(names)
    years = any_of(r["unit"] for r in units if r["side"] == "after" and r["measure"] == "duration")
    adverbs = any_of(r["word"] for r in language.table("speech_words") if r["use"] == "adverb")
    roots = any_of(r["cue"] for r in language.table("cues") if r["kind"] == "root")
    # the mark first, and below the blank: the engine passes over all other characters by it
    break_marks, break_words = r"[;.!?”\"](?:(?<=;)|(?<=[.!?])[”\"]?\s|(?<=[”\"]),?\s)", rf"\b(?:{either['break']})\b"
    telling = any_of((r["noun"].lower() for r in nouns if r["measure"] in LABELLING), either_case=True)
    hours = any_of(r["form"] for r in language.table("day_parts"))
    heads = any_of((r["form"] for r in language.table("place_heads")), either_case=True)
    own_count = f"{either['own-count']}|{either['papers-of']}"
    leading = f"{either['link']}|{either['intro']}|{either['only']}"
    auxiliaries = rf"(?: (?:{either['aux']}|{either['main']})){{0,3}}"
    one_name = rf" (?!(?-i:{that}|{exact['join']}|{exact['of']}|{exact['placed']})\b)[\w./'’()-]{{1,20}}"
    graded = rf"(?: (?:{exact['grade-joins']})(?: {exact['hurt']})? (?:{exact['grade']}))"
    few = {
        r["word"]: int(r["low"])
        for r in language.table("numbers")
        if r["kind"] != "vague" and 1 < int(r["low"]) <= MOST_POINTED
    }
    return Lexicon(
        units_before=late(
            rf"(?:^|(?<=[\s(“\",.:;/-])|(?<=[a-z])(?=[A-Z]))({_unit_of([r['unit'] for r in units if r['side'] == 'before'])})\s?$"
        ),
        unit_ends=frozenset(
            case(r["unit"][-1]) for r in units if r["side"] == "before" for case in (str.lower, str.upper)
        ),
        units_after=late(rf"[ -]?({_unit_of([r['unit'] for r in units if r['side'] == 'after'])})(?![\w/²])"),
        hours=late(
            rf"[ -]?(?:{any_of(r['unit'] for r in units if r['side'] == 'after' and r['measure'] == 'duration')})\b"
        ),
        units={(r["side"], r["unit"].lower() if len(r["unit"]) > SHORT_SYMBOL else r["unit"]): r for r in units},
        money_scale=late(rf"[ ]?({any_of(scales)})\b"),
        money_factors=scales,
        noun=late(
            rf"(?<![^\W\d])({any_of((r['noun'].lower() for r in nouns), either_case=True)})(?:nya)?(?![\w-])", ignore
        ),
        nouns={r["noun"].lower(): r for r in nouns},
        classifier=late(
            rf"(?<!\w)(?:{any_of((r['noun'] for r in nouns if r['kind'] in CLASSIFIERS), either_case=True)})\s+", ignore
        ),
        state=late(rf"\b({any_of(states, either_case=True)})(?:nya)?(?!\w)", ignore),
        state_openers=frozenset(f"{word}{end}" for word in first_words for end in ("", "nya")),
        states=states,
        act=late(rf"\b({any_of(acts, either_case=True)})(?: (?:{either['between']})){{0,3}}\s*[“\"(]?\s*$", ignore),
        acts=acts,
        numbers=frozenset(r["word"].capitalize() for r in language.table("numbers")),
        name_before=late(rf"(?:^|(?<=[\s(“\"/-]))(?:{named})[ .:]?$"),
        breaks=late(f"{break_marks}|{break_words}", ignore),
        break_marks=late(break_marks),
        break_words=late(break_words, ignore),
        break_openers=openers(words["break"]),
        active=late(rf"\bme(?!(?:{passing})\b)[a-z]{{4,}}\b|\b(?:{exact['object']})\b|\b(?:{exact['purpose']})\s+\S"),
        stops=frozenset(words["stop"]),
        of_whole=late(rf"\s(?:(?:{either['person']}) )?(?:{either['of']})\s$", ignore),
        among=late(rf"\s(?:{either['among']})\b", ignore),
        among_those=late(rf"(?: \([^()]{{1,20}}\))? (?:{either['among-those']})\b(?! \d|:)", ignore),
        including=late(rf"\b(?:{either['including']})\b", ignore),
        goes_on=late(rf",? (?:{either['join']}|{either['turn']})\b", ignore),
        # From one count to the next: ` dan Kabupaten Randu sebanyak `, `), Randu (`; `, dari Randu `.
        next_place=late(
            rf"\)?,?(?: (?:{either['join']}|{either['turn']}|{either['break']}))?(?: (?:{either['placed']}))?(?: (?:{heads}))?"
            r"(?: [A-Z][\w’'-]*){1,4}"
        ),
        next_of=late(rf"(?:,|,? (?:{either['join']}))(?: (?:{either['placed']}))?(?: [A-Z][\w’'-]*){{0,3}} "),
        next_quake=late(
            rf",?(?: (?:{either['join']}))?(?: (?:{either['quake']})(?: (?:{either['other-quake']})){{0,3}})? ", ignore
        ),
        once=late(rf"\b(?:{either['once']}) $", ignore),
        seizing=frozenset(words["seizing"]),
        family=late(rf" (?:{either['family']})(?: {that})? (?:{either['made-of']}|{either['having']})\b", ignore),
        average=late(rf"\b(?:{either['average']})\b", ignore),
        numbered_too=late(
            rf"\b(?:{either['label']}) \d{{1,4}}(?:, \d{{1,4}})*,? (?:{either['join']}|{either['or']}) $", ignore
        ),
        days_too=late(
            rf"\b(?:{either['day-label']}) \d{{1,2}}(?:, \d{{1,2}})*,? (?:{either['join']}|{either['or']}) $", ignore
        ),
        for_check=late(
            rf"(?: [A-Z][\w.’'-]{{0,20}}| [a-z]{{3,12}}){{0,4}}? (?:{exact['purpose']}) (?:{exact['for-check']})\b"
        ),
        rest=late(rf"\s(?:{either['rest']})\b", ignore),
        part_ends=late(rf"(?: (?:{either['rest']})\b)?(?:\s?[^\w\s]|\s?$| (?:{either['part-ends']})\b)", ignore),
        persons=frozenset(words["person"]),
        done_by=frozenset(words["done-by"]),
        last_words=frozenset(words["last-words"]),
        besetting=frozenset(words["besetting"]),
        lives=frozenset(words["life"]),
        of_things=frozenset(words["of-things"]),
        of_animals=frozenset(words["of-animals"]),
        in_company=tuple(f" {word}" for word in words["in-company"]),
        included=late(rf"\b(?:{either['including']})(?: \w+){{0,2}},?\s$", ignore),
        changed=late(rf",? (?:{either['changed']}) (?:{either['of']}) $", ignore),
        in_places=late(rf"(?: (?!(?:{either['break']})\b)[a-z-]{{2,20}}){{1,3}}? (?:{either['in']}|{either['of']}) "),
        made_up=late(rf"\b(?:{either['made-of']}|{either['listing']}) $|: ?$", ignore),
        leads_on=late(
            rf"[\s“\"]{{0,4}}(?:(?:{either['next-in-list']}|{either['listing']}|{either['link']})[,:]? ){{0,3}}", ignore
        ),
        also_are=late(rf" (?:{either['being-these']})\b", ignore),
        articles=frozenset(words["one-more"]),
        tellers=frozenset(r["head"] for r in language.table("speaker_heads")),
        beside_before=late(rf"\b(?:{either['and']}|{either['meanwhile']}) $", ignore),
        beside_after=late(rf"(?: [a-z][a-z-]{{1,20}}){{1,3}},? (?:{either['and']}) "),
        of_doer=late(rf"\b(?:{either['by']}|{either['serving']}|di[a-z]{{4,}}) $", ignore),
        carrying_on=late(
            rf"[\s“\"]{{0,4}}(?:(?:{either['turn']}|{either['break']}|{either['join']}),? )?(?:{either['link']}|{that})\b",
            ignore,
        ),
        there_is=late(rf"\b(?:{either['there-is']}) $", ignore),
        sum_of=late(
            rf"\b(?:{either['earning']}|{either['sum']})(?:nya)?(?: {that} \w+)?(?: (?:{either['link']}))?[\s:]*$",
            ignore,
        ),
        outcome=late(rf"\b(?:{either['outcome']})\b"),
        by_whom=late(rf" (?:{either['by']}) ", ignore),
        by_them=late(rf"(?: (?:{either['by']}))?\s", ignore),
        former=late(rf"\b(?:{either['of']}) (?:(?:{either['that']}) )?(?:{either['former']})(?: \w+)? $", ignore),
        joined=late(rf"(?:,|\b(?:{either['join']}))\s*$", ignore),
        label_noun=late(
            rf"(?:^|[.,;:(“\"–-]\s?|\b(?:{either['intro']}|{either['join']}|{either['break']}) )"
            rf"({telling}|(?:{either['victim']})nya)[\s:]*$",
            ignore,
        ),
        label_units=late(
            rf"(?<!\w)({any_of((r['noun'].lower() for r in nouns if r['kind'] in UNITS_OF), either_case=True)})(?: {that})?"
            rf"(?: ({any_of(states, either_case=True)}))?[\s:(]*$",
            ignore,
        ),
        placed_before=late(rf"\b(?:{either['in']}|{either['of']}) $", ignore),
        and_there=late(
            rf"\b(?:{either['join']})(?: (?:{either['placed']}) [^,.;]{{2,40}})? (?:{either['there-is']}) $", ignore
        ),
        that=late(rf" (?:{either['that']}) ", ignore),
        more=late(rf" (?:{either['more']})(?=[.,;:”\")]|$| (?:{either['after-more']})\b)", ignore),
        thats=frozenset(words["that"]),
        joins=late(rf" (?:{either['join']}) ", ignore),
        with_one=late(
            rf"(?:^|[.,;:(“\"–-]\s?|\b(?:{either['break']}) )"
            rf"(?:{any_of(r['noun'].lower() for r in nouns if r['kind'] == 'person')})(?:nya)?(?:{one_name}){{0,4}}"
            rf" (?:{either['and']}|{either['in-company']})(?: (?:{either['link']}))? $",
            ignore,
        ),
        beside_words=tuple(f" {w} " for role in ("and", "in-company") for w in words[role]),
        with_named=late(
            rf"(?:[A-Z][\w.’'-]{{0,20}},? ){{1,5}}(?:\(\d{{1,3}}(?: {years})?\),? )?(?:{either['and']}|{either['in-company']}) $"
        ),
        likewise=late(rf",? (?:{either['likewise']})\s*$", ignore),
        beside=late(
            rf"(?: \w+){{0,3}}(?: \([a-z]{{2,20}}\))?[”\"]?(?:,\s| (?:{either['of']}|{either['or']})\s|,? (?:{either['join']})\s| \()",
            ignore,
        ),
        intro=late(rf"\b(?:{either['intro']})\b", ignore),
        link=late(rf"\b(?:{either['link']})\b(?: (?:{either['of']}))?[\s:]*$|:\s*$", ignore),
        linked=late(rf"\b(?:{either['link']})\b", ignore),
        grade=late(rf"(?: (?:{exact['grade']}){graded}?|{graded})(?![\w-])"),
        cause_openers=openers(words["because"]),
        because=late(rf" (?:{exact['because']})\b"),
        ship=late(rf"\b(?:{exact['vehicle-name']}) (?:[A-Z][\w.'’]{{0,20}} ){{0,3}}(?:[-–—] ?)?$"),
        ended=late(rf"[.,;”\"]|$| (?:{either['ended']})\b", ignore),
        pieces=frozenset(words["piece"]),
        parts={r["unit"]: (r["part"], int(r["per"])) for r in language.table("duration_parts")},
        and_part=late(rf",? (?:(?:{either['join']}) )?", ignore),
        made_of=late(rf"\b(?:{either['made-of']})\b", ignore),
        they_are=late(
            rf"[\s“\"]{{0,3}}(?:{either['they']}) (?:{either['made-of']}|{either['including']}|{either['being-these']})\b",
            ignore,
        ),
        sum_up=late(rf"(?:[.!?”\"]\s+[“\"]?)(?:{either['outcome']}) $", ignore),
        or_else=late(rf"\b(?:{either['or']})\s*$", ignore),
        rated=late(rf" (?:{either['rated']})\b", ignore),
        index=late(rf"\b(?:{either['index']})\b", ignore),
        level=late(rf"\b(?:{either['level']}) $", ignore),
        name_ends=_endings([*names, *words["level"], *words["not-a-count"]]),
        died=late(rf"\b(?:{either['died']})\b", ignore),
        not_a_count=late(rf"\b(?:{either['not-a-count']}) ?$", ignore),
        each=late(rf"[ -](?:{either['each']})\b|-", ignore),
        clock=late(rf"[ ]?(?:{exact['clock']})\b"),
        month=late(rf"[ ](?:{exact['month']})\b"),
        forces={role: late(rf"\b(?:{either[role]})\b", ignore) for role in ("troops", "police")},
        wounds=late(rf"\b(?:{either['wound']})(?:nya)?\b", ignore),
        household=late(rf"(?:{either['household']})\b", ignore),
        denied=late(rf"\b(?:(?:{either['denied']})\s(?:\w+\s){{0,2}}|(?:{either['except']})\s)$", ignore),
        denied_act=late(rf"\b(?:{either['denied']})\s(?:(?:{either['still-denied']})\s)?$", ignore),
        able=late(rf"\b(?:{either['able']}) $", ignore),
        meant=late(rf"\b(?:{either['meant']})(?: {either['purpose']})? $", ignore),
        denying=late(rf"(?:{either['denied']})\b", ignore),
        pronouns=frozenset(words["pronoun"]),
        again_before=late(
            rf"\b(?:{either['again-before']}) (?:(?!(?:{either['link']}|{either['of']})\b)\w+ )?$", ignore
        ),
        again_after=late(rf"[ ](?:{either['again-after']})\b", ignore),
        kin=late(rf"\b(?:{either['kin']})(?: (?P<of>{either['of']}))? $", ignore),
        offspring=frozenset(words["offspring"]),
        presumed=late(rf"\b(?:{either['presumed']})\b", ignore),
        past=late(rf"\b(?:{either['past']})\b", ignore),
        not_one=late(rf" ?(?:{either['not-one']})\b", ignore),
        body_nouns=frozenset(words["body-noun"]),
        any_bodies=frozenset(words["any-body"]),
        from_place=late(rf" (?:{either['placed']})(?: [A-Z][\w’'-]*){{1,4}}(?:,|,? (?:{either['and']})) "),
        all_in_place=late(
            rf"(?: (?:{either['rest']}))? (?:{either['placed']})(?: [A-Z][\w’'-]*){{1,4}}"
            rf"(?:[.;”\"]|$|,? (?P<and>{either['and']}) |,(?! (?:{either['and']})\b))"
        ),
        says_so=late(rf"\b(?:{either['names-source']}|{roots})(?: [\w./-]{{1,20}}){{0,4}} $", ignore),
        one_of=late(rf"\b(?:{either['one']}) (?:{either['of']}) $", ignore),
        out_of=late(rf"\b(?:{either['of']}) $", ignore),
        risen=late(
            rf"[”\"]?(?: (?:{either['person']}|{either['again-after']})){{0,2}},?(?: (?:{either['outcome']})){{1,3}} ",
            ignore,
        ),
        found=late(rf"\b(?:{either['found']})\b", ignore),
        body=late(rf"\b(?:{either['body']})\b", ignore),
        pointing=late(rf" ?(?:{either['pointing']})\b", ignore),
        mishap=late(rf"\b(?:{either['mishap']})\b", ignore),
        survived=late(rf"\b(?:{either['survived']})\b", ignore),
        recovered=late(rf"\b(?:{either['recovered']})\b", ignore),
        reference=late(rf"{either['rest']}|{either['among']}", ignore),
        some_died=late(
            rf"\b(\d+|{any_of((r['word'] for r in language.table('numbers')), either_case=True)}) (?:\w+ ){{0,4}}"
            rf"(?:{any_of((words for words, measure in states.items() if measure == 'killed'), either_case=True)})\b",
            ignore,
        ),
        of_some=late(rf" [^,.;\d]{{3,90}}, (?:(?:{either['only-so-many']}) )?", ignore),
        turn=late(rf",? ?(?:{exact['turn']})\s+(?:\w+\s)?"),
        listing=late(rf"\b(?:{either['listing']})\b", ignore),
        fortune=late(rf"[ ]?(?:{either['fortune']})$", ignore),
        all_of={
            form: value
            for word, value in few.items()
            for form in (*(f"{o}{word}nya" for o in words["ordinal"]), f"{word}-{word}nya")
        },
        only=late(rf"(?:^|(?<=\s)(?<!tak )(?<!bukan )(?<!tidak ))(?:{either['only']}) $", ignore),
        hit=late(rf"\b(?:{either['hit']}|{either['flood']}|{either['mishap']})(?:nya)?\b", ignore),
        unharmed=late(rf"\b(?:{either['unharmed']})\b", ignore),
        compared=late(
            rf"\b(?:(?:(?:{either['against']}) (?:{own_count})|{either['version']})"
            rf"(?P<source>(?: (?!(?:{that}|{leading}|{either['former']})\b)[a-z][\w-]{{0,20}}){{0,2}}(?: [A-Z][\w.’'/-]{{0,20}}){{0,5}})"
            rf"|(?:{either['against']}|{own_count}|{either['intro']}) (?:{either['former']}))"
            rf"(?:,? (?:{that}|{leading}|{either['former']}|{either['former-told']})){{0,4}}[,:]? $",
        ),
        sent_home=late(
            rf"(?: (?:{either['among']}|{either['rest']}))?{auxiliaries} (?:{either['sent-home']})\b", ignore
        ),
        anyone=frozenset((*words["person"], *words["anyone"])),
        rise_from=late(rf"\b(?:{either['changed']}) (?:\d[\d,.]{{0,6}} ?(?:%|persen) )?(?:{either['of']}) $", ignore),
        caught=frozenset(words["caught"]),
        sources=source_words.make(language, either, exact, words),
        sets=set_words.make(either, words, leading=leading, own_count=own_count, auxiliaries=auxiliaries),
        denials=denial_words.make(either, words),
        amounts=amount_words.make(either, words, any_of(r["unit"] for r in units if r["measure"] == "length")),
        ages=age_words.make(either, words, aged=aged, that=that, years=years),
        gatherings=gathering_words.make(either, words),
        retold=retold_words.make(either, words, that=that, adverbs=adverbs, leading=leading, hours=hours),
        fears=fear_words.make(either, words),
        carriers=aboard_words.make(
            either, words, leading=leading, vehicles=(r["noun"] for r in nouns if r["kind"] in ("vehicle", "aircraft"))
        ),
        noun_in_brackets=late(r" \((?=[a-z][a-z-]{2,20}\))"),
        earning=late(rf"\b(?:{either['earning']})(?:nya)?\b", ignore),
        main=late(rf", (?:(?:{either['main']}) ){{0,3}}$"),
        payroll=late(rf"\b(?:{either['payroll']})\b", ignore),
        aboard=late(rf" (?:{either['aboard']})\b", ignore),
        relative=late(rf"\s(?:\w+\s){{0,2}}(?:{either['that']})\s(?:\w+\s){{0,2}}", ignore),
        aside=late(
            rf"(?:, (?=(?:{exact['aside']})\b)| [-–—]+ | \()[^.;]{{1,100}}?"
            rf"(?:,| [-–—]+|\)|(?= (?:{exact['done']}) )) (?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|, (?:[A-Z][\w.’'-]*(?: ?\(\d{{1,3}}\))?(?: (?:{exact['join']}))?,? ){{1,8}}(?<=[,)] )(?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|(?: (?:{exact['from']}))?(?: (?!(?:{exact['join']})\b)[A-Z][\w.’'-]*){{1,5}} ?,(?: [^,.;\d]{{2,60}},)?"
            rf"(?: (?:(?:{exact['join']}) )?[A-Z][\w.’'-]*,?){{0,6}} (?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|,? (?:{exact['join']}) (?:{exact['one-more']}) (?:[a-z]+ ){{1,3}}$"
            rf"|, (?:[A-Z][\w.’'-]*,? ){{1,5}}\(?\d{{1,3}} {years}\)?,(?: [^,.;\d]{{2,60}},)? (?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|(?: (?:{exact['from']}) [^,.;\d]{{2,60}}), (?:{exact['aside']}|{exact['from']}|[A-Z])[^,.;\d]{{2,60}},"
            rf" (?:(?:{exact['aux']}) ){{0,2}}$"
        ),
    )


CLASSIFIERS = frozenset({"people-classifier", "animal-classifier", "unit-classifier"})
