"""What the reader of figures compiles out of the tables of a language, once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.lang import Language, Row
from runut.text.alternatives import NEVER, any_of

# Units of so few characters are symbols.
SHORT_SYMBOL = 3
# What nouns tell that may label a count (`pengungsi 40 jiwa`).
LABELLING = frozenset({"affected", "participants", "displaced", "injured", "missing", "rescued", "hostages"})
# What units may be of.
UNITS_OF = frozenset({"house", "building", "vehicle", "aircraft"})
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
    name_before: re.Pattern[str]
    breaks: re.Pattern[str]
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
    rest: re.Pattern[str]
    part_ends: re.Pattern[str]
    persons: frozenset[str]
    included: re.Pattern[str]
    changed: re.Pattern[str]
    in_places: re.Pattern[str]
    made_up: re.Pattern[str]
    leads_on: re.Pattern[str]
    also_are: re.Pattern[str]
    one_more: re.Pattern[str]
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
    joins: re.Pattern[str]
    likewise: re.Pattern[str]
    turn_away: re.Pattern[str]
    beside: re.Pattern[str]
    intro: re.Pattern[str]
    link: re.Pattern[str]
    linked: re.Pattern[str]
    depth: re.Pattern[str]
    height: re.Pattern[str]
    away: re.Pattern[str]
    above: re.Pattern[str]
    or_else: re.Pattern[str]
    sum_up: re.Pattern[str]
    someone: re.Pattern[str]
    made_of: re.Pattern[str]
    they_are: re.Pattern[str]
    summit: re.Pattern[str]
    parts: Mapping[str, tuple[str, int]]
    and_part: re.Pattern[str]
    ended: re.Pattern[str]
    pieces: frozenset[str]
    happening: re.Pattern[str]
    rated: re.Pattern[str]
    index: re.Pattern[str]
    level: re.Pattern[str]
    died: re.Pattern[str]
    not_a_count: re.Pattern[str]
    each: re.Pattern[str]
    clock: re.Pattern[str]
    month: re.Pattern[str]
    ago: re.Pattern[str]
    forces: Mapping[str, re.Pattern[str]]
    aged: re.Pattern[str]
    being: re.Pattern[str]
    calling: re.Pattern[str]
    serving: frozenset[str]
    wounds: re.Pattern[str]
    owner: re.Pattern[str]
    term: re.Pattern[str]
    household: re.Pattern[str]
    aside: re.Pattern[str]
    relative: re.Pattern[str]
    denied: re.Pattern[str]
    denied_act: re.Pattern[str]
    able: re.Pattern[str]
    meant: re.Pattern[str]
    denying: re.Pattern[str]
    done_by: frozenset[str]
    besetting: frozenset[str]
    lives: frozenset[str]
    of_things: frozenset[str]
    of_animals: frozenset[str]
    in_company: tuple[str, ...]
    pronouns: frozenset[str]
    thus: re.Pattern[str]
    record: re.Pattern[str]
    updates: re.Pattern[str]
    presumed: re.Pattern[str]
    kin: re.Pattern[str]
    offspring: frozenset[str]
    again_before: re.Pattern[str]
    again_after: re.Pattern[str]
    source_phrase: re.Pattern[str]
    source_after: re.Pattern[str]
    rate: re.Pattern[str]
    in_detail: re.Pattern[str]
    announces: re.Pattern[str]
    noted_by: re.Pattern[str]
    counting: frozenset[str]
    names_source: re.Pattern[str]
    issued: re.Pattern[str]
    tied: re.Pattern[str]
    phrase_cues: frozenset[str]
    not_one: re.Pattern[str]
    that_body: re.Pattern[str]
    body_nouns: frozenset[str]
    any_bodies: frozenset[str]
    records: re.Pattern[str]
    we: re.Pattern[str]
    same_ones: re.Pattern[str]
    here: re.Pattern[str]
    counts_next: re.Pattern[str]
    next_item: re.Pattern[str]
    even: re.Pattern[str]
    got: re.Pattern[str]
    from_whom: re.Pattern[str]
    past: re.Pattern[str]
    papers_of: re.Pattern[str]
    papers_show: re.Pattern[str]
    vouches: re.Pattern[str]
    admits: re.Pattern[str]
    turns: re.Pattern[str]
    one_of: re.Pattern[str]
    out_of: re.Pattern[str]
    risen: re.Pattern[str]
    found: re.Pattern[str]
    body: re.Pattern[str]
    survived: re.Pattern[str]
    mishap: re.Pattern[str]
    pointing: re.Pattern[str]
    ages: re.Pattern[str]
    hours: re.Pattern[str]
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
    listing: re.Pattern[str]
    fortune: re.Pattern[str]
    currency: re.Pattern[str]
    aged_too: re.Pattern[str]
    all_of: Mapping[str, int]
    only: re.Pattern[str]
    main: re.Pattern[str]
    payroll: re.Pattern[str]
    aboard: re.Pattern[str]
    faster: re.Pattern[str]
    flood: re.Pattern[str]
    earning: re.Pattern[str]
    struck: re.Pattern[str]
    noun_in_brackets: re.Pattern[str]
    hit: re.Pattern[str]
    unharmed: re.Pattern[str]
    against: re.Pattern[str]
    left_over: re.Pattern[str]
    comes_to: re.Pattern[str]
    sent_home: re.Pattern[str]
    bare_end: re.Pattern[str]
    of_those: re.Pattern[str]
    labels: re.Pattern[str]
    past_label: re.Pattern[str]
    in_place: re.Pattern[str]
    place_ends: re.Pattern[str]
    rest_opens: re.Pattern[str]
    patients: frozenset[str]
    anyone: frozenset[str]
    sickness: re.Pattern[str]
    falls_ill: re.Pattern[str]
    in_care: re.Pattern[str]

    def unit(self, side: str, written: str) -> Row:
        """The row of a unit as it is written."""
        return self.units[side, written.lower() if len(written) > SHORT_SYMBOL else written]


def make(language: Language) -> Lexicon:
    """The lexicon of a language; for `Language.derive`."""
    units, nouns, measures = language.table("units"), language.table("count_nouns"), language.table("measures")
    scales = {r["word"]: int(r["factor"]) for r in language.table("multipliers") if r["how"] == "money"}
    states = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "state"}
    acts = {r["words"].lower(): r["measure"] for r in measures if r["frame"] == "act"}
    openers = [re.match(r"[^\W\d_]+", words) for words in states]
    words: dict[str, list[str]] = defaultdict(list)
    for row in language.table("figure_words"):
        words[row["role"]].append(row["word"])
    either = defaultdict(lambda: NEVER, {role: any_of(of, either_case=True) for role, of in words.items()})
    exact = defaultdict(lambda: NEVER, {role: any_of(of) for role, of in words.items()})
    aged, that = exact["aged"], exact["that"]
    ignore = re.IGNORECASE
    passing = "|".join(w[2:] for w in words["passing"] if w.startswith("me")) or "(?!)"
    named = any_of(r["word"] for r in language.table("number_names"))
    years = any_of(r["unit"] for r in units if r["side"] == "after" and r["measure"] == "duration")
    adverbs = any_of(r["word"] for r in language.table("speech_words") if r["use"] == "adverb")
    telling = any_of((r["noun"].lower() for r in nouns if r["measure"] in LABELLING), either_case=True)
    heads = any_of((r["form"] for r in language.table("place_heads")), either_case=True)
    leading = f"{either['link']}|{either['intro']}|{either['only']}"
    auxiliaries = rf"(?: (?:{either['aux']}|{either['main']})){{0,3}}"
    few = {
        r["word"]: int(r["low"])
        for r in language.table("numbers")
        if r["kind"] != "vague" and 1 < int(r["low"]) <= MOST_POINTED
    }
    return Lexicon(
        units_before=re.compile(
            rf"(?:^|(?<=[\s(“\",.:;/-])|(?<=[a-z])(?=[A-Z]))({_unit_of([r['unit'] for r in units if r['side'] == 'before'])})\s?$"
        ),
        unit_ends=frozenset(
            case(r["unit"][-1]) for r in units if r["side"] == "before" for case in (str.lower, str.upper)
        ),
        units_after=re.compile(rf"[ -]?({_unit_of([r['unit'] for r in units if r['side'] == 'after'])})(?![\w/²])"),
        hours=re.compile(
            rf"[ -]?(?:{any_of(r['unit'] for r in units if r['side'] == 'after' and r['measure'] == 'duration')})\b"
        ),
        units={(r["side"], r["unit"].lower() if len(r["unit"]) > SHORT_SYMBOL else r["unit"]): r for r in units},
        money_scale=re.compile(rf"[ ]?({any_of(scales)})\b"),
        money_factors=scales,
        noun=re.compile(
            rf"(?<![^\W\d])({any_of((r['noun'].lower() for r in nouns), either_case=True)})(?:nya)?(?![\w-])", ignore
        ),
        nouns={r["noun"].lower(): r for r in nouns},
        classifier=re.compile(
            rf"(?<!\w)(?:{any_of((r['noun'] for r in nouns if r['kind'] in CLASSIFIERS), either_case=True)})\s+", ignore
        ),
        state=re.compile(rf"\b({any_of(states, either_case=True)})(?:nya)?(?!\w)", ignore),
        state_openers=frozenset(f"{opener[0]}{end}" for opener in openers if opener for end in ("", "nya")),
        states=states,
        act=re.compile(
            rf"\b({any_of(acts, either_case=True)})(?: (?:{either['between']})){{0,3}}\s*[“\"(]?\s*$", ignore
        ),
        acts=acts,
        name_before=re.compile(rf"(?:^|(?<=[\s(“\"/-]))(?:{named})[ .:]?$"),
        breaks=re.compile(rf";|[.!?][”\"]?\s|[”\"],?\s|\b(?:{either['break']})\b", ignore),
        active=re.compile(
            rf"\bme(?!(?:{passing})\b)[a-z]{{4,}}\b|\b(?:{exact['object']})\b|\b(?:{exact['purpose']})\s+\S"
        ),
        stops=frozenset(words["stop"]),
        of_whole=re.compile(rf"\s(?:(?:{either['person']}) )?(?:{either['of']})\s$", ignore),
        among=re.compile(rf"\s(?:{either['among']})\b", ignore),
        among_those=re.compile(rf"(?: \([^()]{{1,20}}\))? (?:{either['among-those']})\b(?! \d|:)", ignore),
        including=re.compile(rf"\b(?:{either['including']})\b", ignore),
        goes_on=re.compile(rf",? (?:{either['join']}|{either['turn']})\b", ignore),
        # From one count to the next: ` dan Kabupaten Randu sebanyak `, `), Randu (`; `, dari Randu `.
        next_place=re.compile(
            rf"\)?,?(?: (?:{either['join']}|{either['turn']}|{either['break']}))?(?: (?:{either['placed']}))?(?: (?:{heads}))?"
            r"(?: [A-Z][\w’'-]*){1,4}"
        ),
        next_of=re.compile(rf"(?:,|,? (?:{either['join']}))(?: (?:{either['placed']}))?(?: [A-Z][\w’'-]*){{0,3}} "),
        next_quake=re.compile(
            rf",?(?: (?:{either['join']}))?(?: (?:{either['quake']})(?: (?:{either['other-quake']})){{0,3}})? ", ignore
        ),
        once=re.compile(rf"\b(?:{either['once']}) $", ignore),
        seizing=frozenset(words["seizing"]),
        family=re.compile(rf" (?:{either['family']})(?: {that})? (?:{either['made-of']}|{either['having']})\b", ignore),
        average=re.compile(rf"\b(?:{either['average']})\b", ignore),
        numbered_too=re.compile(
            rf"\b(?:{either['label']}) \d{{1,4}}(?:, \d{{1,4}})*,? (?:{either['join']}|{either['or']}) $", ignore
        ),
        rest=re.compile(rf"\s(?:{either['rest']})\b", ignore),
        part_ends=re.compile(rf"(?: (?:{either['rest']})\b)?(?:\s?[^\w\s]|\s?$| (?:{either['part-ends']})\b)", ignore),
        persons=frozenset(words["person"]),
        done_by=frozenset(words["done-by"]),
        besetting=frozenset(words["besetting"]),
        lives=frozenset(words["life"]),
        of_things=frozenset(words["of-things"]),
        of_animals=frozenset(words["of-animals"]),
        in_company=tuple(f" {word}" for word in words["in-company"]),
        included=re.compile(rf"\b(?:{either['including']})(?: \w+){{0,2}},?\s$", ignore),
        changed=re.compile(rf",? (?:{either['changed']}) (?:{either['of']}) $", ignore),
        in_places=re.compile(
            rf"(?: (?!(?:{either['break']})\b)[a-z-]{{2,20}}){{1,3}}? (?:{either['in']}|{either['of']}) "
        ),
        made_up=re.compile(rf"\b(?:{either['made-of']}|{either['listing']}) $|: ?$", ignore),
        leads_on=re.compile(
            rf"[\s“\"]{{0,4}}(?:(?:{either['next-in-list']}|{either['listing']}|{either['link']})[,:]? ){{0,3}}", ignore
        ),
        also_are=re.compile(rf" (?:{either['being-these']})\b", ignore),
        one_more=re.compile(rf",? (?:{either['join']}) (?:{either['one-more']})\b", ignore),
        carrying_on=re.compile(
            rf"[\s“\"]{{0,4}}(?:(?:{either['turn']}|{either['break']}|{either['join']}),? )?(?:{either['link']}|{that})\b",
            ignore,
        ),
        there_is=re.compile(rf"\b(?:{either['there-is']}) $", ignore),
        sum_of=re.compile(
            rf"\b(?:{either['earning']}|{either['sum']})(?:nya)?(?: {that} \w+)?(?: (?:{either['link']}))?[\s:]*$",
            ignore,
        ),
        outcome=re.compile(rf"\b(?:{either['outcome']})\b"),
        by_whom=re.compile(rf" (?:{either['by']}) ", ignore),
        by_them=re.compile(rf"(?: (?:{either['by']}))?\s", ignore),
        former=re.compile(rf"\b(?:{either['of']}) (?:(?:{either['that']}) )?(?:{either['former']})(?: \w+)? $", ignore),
        joined=re.compile(rf"(?:,|\b(?:{either['join']}))\s*$", ignore),
        label_noun=re.compile(
            rf"(?:^|[.,;:(“\"–-]\s?|\b(?:{either['intro']}|{either['join']}|{either['break']}) )"
            rf"({telling}|(?:{either['victim']})nya)[\s:]*$",
            ignore,
        ),
        label_units=re.compile(
            rf"(?<!\w)({any_of((r['noun'].lower() for r in nouns if r['kind'] in UNITS_OF), either_case=True)})(?: {that})?"
            rf"(?: ({any_of(states, either_case=True)}))?[\s:(]*$",
            ignore,
        ),
        placed_before=re.compile(rf"\b(?:{either['in']}|{either['of']}) $", ignore),
        and_there=re.compile(
            rf"\b(?:{either['join']})(?: (?:{either['placed']}) [^,.;]{{2,40}})? (?:{either['there-is']}) $", ignore
        ),
        that=re.compile(rf" (?:{either['that']}) ", ignore),
        joins=re.compile(rf" (?:{either['join']}) ", ignore),
        likewise=re.compile(rf",? (?:{either['likewise']})\s*$", ignore),
        turn_away=re.compile(rf"(?:{either['turn-away']})\b", ignore),
        beside=re.compile(
            rf"(?: \w+){{0,3}}[”\"]?(?:,\s| (?:{either['of']}|{either['or']})\s|,? (?:{either['join']})\s| \()", ignore
        ),
        intro=re.compile(rf"\b(?:{either['intro']})\b", ignore),
        link=re.compile(rf"\b(?:{either['link']})\b(?: (?:{either['of']}))?[\s:]*$|:\s*$", ignore),
        linked=re.compile(rf"\b(?:{either['link']})\b", ignore),
        depth=re.compile(rf"\b(?:{either['depth']})\b[^.,\d]*(?:\d[^.,]*\()?$", ignore),
        height=re.compile(
            rf"\b(?:{either['height']})\b(?:(?!\b(?:{either['long']})\b)[^.\d]){{0,60}}"
            rf"(?:\d[\d.,]{{0,6}} ?(?:{any_of(r['unit'] for r in units if r['measure'] == 'length')})?[^.,\d]{{0,20}})?$",
            ignore,
        ),
        ended=re.compile(rf"[.,;”\"]|$| (?:{either['ended']})\b", ignore),
        pieces=frozenset(words["piece"]),
        parts={r["unit"]: (r["part"], int(r["per"])) for r in language.table("duration_parts")},
        and_part=re.compile(rf",? (?:(?:{either['join']}) )?", ignore),
        summit=re.compile(rf" (?:{either['summit']})\b", ignore),
        made_of=re.compile(rf"\b(?:{either['made-of']})\b", ignore),
        they_are=re.compile(
            rf"[\s“\"]{{0,3}}(?:{either['they']}) (?:{either['made-of']}|{either['including']}|{either['being-these']})\b",
            ignore,
        ),
        someone=re.compile(rf"(?<!\w)([a-z]\w{{2,20}}) (?:{that} )?{aged} $"),
        sum_up=re.compile(rf"(?:[.!?”\"]\s+[“\"]?)(?:{either['outcome']}) $", ignore),
        or_else=re.compile(rf"\b(?:{either['or']})\s*$", ignore),
        above=re.compile(rf"(?: (?:{either['or']}) \d[\d.,]{{0,8}} ?\w{{1,10}})? (?:(?:{either['above']})\b)", ignore),
        happening=re.compile(rf" (?:{either['happening']})\b", ignore),
        rated=re.compile(rf" (?:{either['rated']})\b", ignore),
        index=re.compile(rf"\b(?:{either['index']})\b", ignore),
        level=re.compile(rf"\b(?:{either['level']}) $", ignore),
        away=re.compile(rf" (?:(?:{either['toward']}) )?(?:{either['away']})\b", ignore),
        died=re.compile(rf"\b(?:{either['died']})\b", ignore),
        not_a_count=re.compile(rf"\b(?:{either['not-a-count']}) ?$", ignore),
        each=re.compile(rf"[ -](?:{either['each']})\b|-", ignore),
        clock=re.compile(rf"[ ]?(?:{exact['clock']})\b"),
        month=re.compile(rf"[ ](?:{exact['month']})\b"),
        ago=re.compile(rf"[ ](?:\w+[ ])?(?:{either['ago']})\b", ignore),
        forces={role: re.compile(rf"\b(?:{either[role]})\b", ignore) for role in ("troops", "police")},
        aged=re.compile(rf"\b(?:{either['aged']})(?: (?:{either['that']}))?(?: \w+)? ?$", ignore),
        being=re.compile(rf"\b(?:{either['being']}) ?$", ignore),
        calling=re.compile(rf"\b(?:{either['calling']}) ?$", ignore),
        serving=frozenset(words["serving"]),
        wounds=re.compile(rf"\b(?:{either['wound']})(?:nya)?\b", ignore),
        owner=re.compile(
            rf"(?<!\w)((?:[A-Z][\w’'.-]{{0,25}}[ ]){{0,3}}[A-Z][\w’'-]{{0,25}})[”\"]?"
            rf"(?: ?\((?:{aged} )?|, (?:{that} )?(?:{aged} )?| (?:{that} )?{aged} )$"
        ),
        term=re.compile(rf"[ ](?:{either['term']})\b", ignore),
        household=re.compile(rf"(?:{either['household']})\b", ignore),
        denied=re.compile(rf"\b(?:(?:{either['denied']})\s(?:\w+\s){{0,2}}|(?:{either['except']})\s)$", ignore),
        denied_act=re.compile(rf"\b(?:{either['denied']})\s(?:(?:{either['still-denied']})\s)?$", ignore),
        able=re.compile(rf"\b(?:{either['able']}) $", ignore),
        meant=re.compile(rf"\b(?:{either['meant']})(?: {either['purpose']})? $", ignore),
        denying=re.compile(rf"(?:{either['denied']})\b", ignore),
        pronouns=frozenset(words["pronoun"]),
        thus=re.compile(rf"(?:{either['thus']}) (?:\w+ )?(?:{either['told']})\b", ignore),
        again_before=re.compile(rf"\b(?:{either['again-before']}) (?:(?!(?:{either['link']})\b)\w+ )?$", ignore),
        again_after=re.compile(rf"[ ](?:{either['again-after']})\b", ignore),
        kin=re.compile(rf"\b(?:{either['kin']})(?: (?P<of>{either['of']}))? $", ignore),
        offspring=frozenset(words["offspring"]),
        presumed=re.compile(rf"\b(?:{either['presumed']})\b", ignore),
        record=re.compile(rf"\b(?:{either['record']})\b", ignore),
        updates=re.compile(rf"[ ](?:{either['updates']})\b", ignore),
        source_phrase=re.compile(
            rf"\b(?:{either['following']})\s(?:(?:{either['document']})\s(?:(?:{either['out-of']})\s)?){{1,3}}"
            rf"(?P<source>[^,;:“”\"]{{2,70}}),",
            ignore,
        ),
        past=re.compile(rf"\b(?:{either['past']})\b", ignore),
        phrase_cues=frozenset(words["following"]),
        not_one=re.compile(rf" ?(?:{either['not-one']})\b", ignore),
        that_body=re.compile(
            rf"(?:{either['their-body']})|(?:{either['body-noun']}|{either['any-body']}) (?:{either['pointing']})",
            ignore,
        ),
        body_nouns=frozenset(words["body-noun"]),
        any_bodies=frozenset(words["any-body"]),
        records=re.compile(
            rf"(?P<source>(?:\b(?:{either['recorder']}))?)(?: (?:{adverbs}))?[ ](?:{either['records']})\b"
            rf"(?: (?:{either['there-is']})\b)?",
            ignore,
        ),
        we=re.compile(rf"\b(?:{either['pronoun']})\b", ignore),
        same_ones=re.compile(rf"(?:{either['pronoun']}) ", ignore),
        here=re.compile(rf"(?:{either['placed']}) (?=[A-Z])"),
        counts_next=re.compile(
            rf"(?:(?:[A-Z0-9][\w/.-]{{0,30}}|{either['placed']}|{either['there-is']}|{either['link']}),? ){{0,9}}",
        ),
        next_item=re.compile(
            rf"(?:{either['next-in-list']}|{either['next-beside']})(?: (?:{either['pointing']}))?,? ", ignore
        ),
        even=re.compile(rf"(?:{either['even']})\b"),
        got=re.compile(rf"\b{that} (?:{either['obtained']})\b", ignore),
        from_whom=re.compile(rf"\b(?:{either['papers-from']}) $", ignore),
        tied=re.compile(rf"\b(?:{either['tied']})\b", ignore),
        papers_of=re.compile(
            rf"(?:\b(?P<from>{either['papers-from']})\s(?:{either['papers-of']})|\b(?:{either['papers-of']})"
            rf"|\b(?:{either['papers-of']}) {that} (?:{either['obtained']})\b[^,;.]{{0,40}}\s(?:{either['papers-from']})(?:\s\w+)?)\s$",
            ignore,
        ),
        papers_show=re.compile(rf",|\s(?:{either['papers-show']})\b", ignore),
        vouches=re.compile(rf",?[ ](?:{either['vouches']})\b", ignore),
        admits=re.compile(
            rf"(?P<source>(?:\b(?:{either['admitter']}))?)(?: (?:{adverbs}))?[ ](?:{either['admits']})\b",
            ignore,
        ),
        source_after=re.compile(
            rf",? (?:{either['following']})\s(?:(?:{either['document']})\s(?:(?:{either['out-of']})\s)?){{0,3}}"
            rf"(?P<source>[^,;:.“”\"]{{2,70}})[.,]",
            ignore,
        ),
        counting=frozenset(words["counting"]),
        announces=re.compile(rf"(?:{either['announces']})\b"),
        noted_by=re.compile(
            rf"\b(?:(?:{either['noted-by']})|(?:{either['papers-from']})\s(?:{either['papers-of']}))\s$"
        ),
        in_detail=re.compile(rf"(?:{either['in-detail']})(?: ?[,:]|(?<=nya) )"),
        rate=re.compile(rf"\((?:[a-z]+ ){{0,3}}(?:{either['rate']})\b[^()\d]*$"),
        names_source=re.compile(rf"\b(?:{either['names-source']})\s$"),
        issued=re.compile(
            rf"(?:{either['document']}\s)?(?:[a-z][\w-]{{0,30}}\s){{0,5}}?(?:{either['issued']})\s(?=[A-Z])"
        ),
        turns=re.compile(rf", (?:{any_of(r['word'] for r in language.table('speech_words') if r['use'] == 'turn')})\b"),
        one_of=re.compile(rf"\b(?:{either['one']}) (?:{either['of']}) $", ignore),
        out_of=re.compile(rf"\b(?:{either['of']}) $", ignore),
        risen=re.compile(
            rf"[”\"]?(?: (?:{either['person']}|{either['again-after']})){{0,2}},?(?: (?:{either['outcome']})){{1,3}} ",
            ignore,
        ),
        found=re.compile(rf"\b(?:{either['found']})\b", ignore),
        body=re.compile(rf"\b(?:{either['body']})\b", ignore),
        pointing=re.compile(rf" ?(?:{either['pointing']})\b", ignore),
        ages=re.compile(rf"\b(?:{either['aged']})\b[^.,;\d]{{1,50}}$", ignore),
        mishap=re.compile(rf"\b(?:{either['mishap']})\b", ignore),
        survived=re.compile(rf"\b(?:{either['survived']})\b", ignore),
        recovered=re.compile(rf"\b(?:{either['recovered']})\b", ignore),
        reference=re.compile(rf"{either['rest']}|{either['among']}", ignore),
        some_died=re.compile(
            rf"\b(\d+|{any_of((r['word'] for r in language.table('numbers')), either_case=True)}) (?:\w+ ){{0,4}}"
            rf"(?:{any_of((words for words, measure in states.items() if measure == 'killed'), either_case=True)})\b",
            ignore,
        ),
        of_some=re.compile(rf" [^,.;\d]{{3,90}}, (?:(?:{either['only-so-many']}) )?", ignore),
        turn=re.compile(rf",? ?(?:{exact['turn']})\s+(?:\w+\s)?"),
        since=re.compile(rf"\b(?:{either['since']}) (?:\w+,? )?$", ignore),
        placed=re.compile(rf"\b(?:{either['placed']}) (?:\w+ ){{0,2}}$", ignore),
        source_lead=re.compile(rf"(?:(?:{either['document']})\b (?:(?:{either['out-of']})\b )?){{1,2}}(?=\S)", ignore),
        out_of_papers=re.compile(rf"(?:{either['out-of']}|{either['document']})", ignore),
        listing=re.compile(rf"\b(?:{either['listing']})\b", ignore),
        fortune=re.compile(rf"[ ]?(?:{either['fortune']})$", ignore),
        source_end=re.compile(rf"[,;]? ?\b(?:{exact['source-end']})\b|(?:{exact['source-glue']})"),
        currency=re.compile(
            rf"(?:{any_of(r['unit'] for r in units if r['side'] == 'before' and r['measure'] == 'money')})[. ]?\d"
        ),
        aged_too=re.compile(
            rf"\b(?:{either['aged']}) (?:\d{{1,3}}(?: {years})?,? )+(?:(?:{either['join']}) )?(?:(?:{either['aged']}) )?$",
            ignore,
        ),
        all_of={
            form: value
            for word, value in few.items()
            for form in (*(f"{o}{word}nya" for o in words["ordinal"]), f"{word}-{word}nya")
        },
        only=re.compile(rf"(?:^|(?<=\s)(?<!tak )(?<!bukan )(?<!tidak ))(?:{either['only']}) $", ignore),
        struck=re.compile(rf"\b(?:{either['struck']})(?: (?:{either['link']}))? $", ignore),
        hit=re.compile(rf"\b(?:{either['hit']}|{either['flood']}|{either['mishap']})(?:nya)?\b", ignore),
        unharmed=re.compile(rf"\b(?:{either['unharmed']})\b", ignore),
        against=re.compile(
            rf"(?P<cue>\b(?:{either['against']}|{either['former']})\b(?:[,:]? [^\W\d][\w’/.-]{{0,20}}){{0,6}}"
            rf"|\b(?:{either['rather']})(?: \w+)?"
            rf"|\b(?:{either['counts-too']})(?:nya)?\b(?:,? (?:{leading}|{either['former']})){{0,3}})[,:]? $",
            ignore,
        ),
        left_over=re.compile(
            rf"\b(?:{either['left']})(?: (?:{either['only-so-many']}|{either['intro']}))?[\s:]*$", ignore
        ),
        comes_to=re.compile(rf"\b(?:{either['outcome']})(?: (?:{either['link']}|{either['intro']}))?[\s:]*$", ignore),
        sent_home=re.compile(
            rf"(?: (?:{either['among']}|{either['rest']}))?{auxiliaries} (?:{either['sent-home']})\b", ignore
        ),
        bare_end=re.compile(
            rf"(?: (?:{either['pointing']}))?(?:\s?[^\w\s]|\s?$"
            rf"| (?:{either['break']}|{either['against']}|{either['as-said']}|{either['rather']})\b)",
            ignore,
        ),
        of_those=re.compile(
            rf"[\s“\"]{{0,4}}(?:(?:{either['of']}) (?:{either['intro']})(?: (?:{either['pointing']}))?,? )?"
            rf"(?:(?:{either['next-in-list']}|{either['listing']}|{either['link']})[,:]? ){{0,3}}",
            ignore,
        ),
        labels=re.compile(rf"\b(?:{either['intro']}|{that})(?: \w+){{0,2}} $", ignore),
        past_label=re.compile(
            rf"(?P<said> (?:{either['beyond']})\b(?: (?!(?:{that}|{either['in-company']})\b)[\w’/()-]+){{0,16}})"
            rf"(?:, (?:{either['rather']}))? ",
            ignore,
        ),
        in_place=re.compile(rf"(?: di [^,.;:\d“”\"]{{3,50}})?,?(?: (?:{either['join']}|{either['break']}))? "),
        place_ends=re.compile(rf" (?:{either['in']}|{either['of']}) [^,.;\d“”\"]{{3,50}}[.,;”\"]", ignore),
        rest_opens=re.compile(rf"[\s“\"]{{0,4}}(?:{either['left']})\b", ignore),
        patients=frozenset(words["patients"]),
        anyone=frozenset((*words["person"], *words["anyone"])),
        sickness=re.compile(rf"\b(?:{either['sickness']})\b", ignore),
        falls_ill=re.compile(
            rf"(?: (?:{either['of']}) [^,.;:\d“”\"]{{3,40}})?{auxiliaries} (?:{either['falls-ill']}|{either['sent-home']})\b",
            ignore,
        ),
        in_care=re.compile(rf"\b(?:{either['care']})\b", ignore),
        noun_in_brackets=re.compile(r" \((?=[a-z][a-z-]{2,20}\))"),
        flood=re.compile(rf"\b(?:{either['flood']})\b(?:(?!\b(?:{either['long']})\b)[^.])*$", ignore),
        earning=re.compile(rf"\b(?:{either['earning']})(?:nya)?\b", ignore),
        main=re.compile(rf", (?:(?:{either['main']}) ){{0,3}}$"),
        faster=re.compile(rf" (?:{either['comparison']})\b", ignore),
        payroll=re.compile(rf"\b(?:{either['payroll']})\b", ignore),
        aboard=re.compile(rf" (?:{either['aboard']})\b", ignore),
        relative=re.compile(rf"\s(?:\w+\s){{0,2}}(?:{either['that']})\s(?:\w+\s){{0,2}}", ignore),
        aside=re.compile(
            rf"(?:, (?=(?:{exact['aside']})\b)| [-–—]+ | \()[^.;]{{1,100}}?"
            rf"(?:,| [-–—]+|\)|(?= (?:{exact['done']}) )) (?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|, (?:[A-Z][\w.’'-]*(?: ?\(\d{{1,3}}\))?(?: (?:{exact['join']}))?,? ){{1,8}}(?<=[,)] )(?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|(?: (?:{exact['from']}))?(?: (?!(?:{exact['join']})\b)[A-Z][\w.’'-]*){{1,5}} ?,(?: [^,.;\d]{{2,60}},)?"
            rf"(?: (?:(?:{exact['join']}) )?[A-Z][\w.’'-]*,?){{0,6}} (?:(?:{exact['aux']}) ){{0,2}}$"
            rf"|,? (?:{exact['join']}) (?:{exact['one-more']}) (?:[a-z]+ ){{1,3}}$"
            rf"|(?: (?:{exact['from']}) [^,.;\d]{{2,60}}), (?:{exact['aside']}|{exact['from']}|[A-Z])[^,.;\d]{{2,60}},"
            rf" (?:(?:{exact['aux']}) ){{0,2}}$"
        ),
    )


CLASSIFIERS = frozenset({"people-classifier", "animal-classifier", "unit-classifier"})
