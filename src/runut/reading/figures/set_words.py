"""The words that tie a count to the set it is of, and those of falling ill, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.text.late import late
from runut.text.words import openers

# Roles of words that may stand before whoever tells a number.
_LEADS = (
    "break",
    "turn",
    "turn-away",
    "pointing",
    "that",
    "next-in-list",
    "next-beside",
    "version",
    "against",
    "own-count",
    "contrast",
    "former",
    "of-teller",
    "on-behalf",
    "of-victims",
    "victim",
    "papers-of",
    "and",
    "when-told",
)


@dataclass(frozen=True, slots=True)
class SetWords:
    """Rows of `figure_words` as patterns; those that end in `$` are searched in what stands before a number."""

    told_before: re.Pattern[str]
    put_right: re.Pattern[str]
    counts_too: re.Pattern[str]
    of_count: re.Pattern[str]
    other_list: re.Pattern[str]
    opens_place: re.Pattern[str]
    treats: re.Pattern[str]
    left_over: re.Pattern[str]
    comes_to: re.Pattern[str]
    whole_sum: re.Pattern[str]
    bare_end: re.Pattern[str]
    of_those: re.Pattern[str]
    those: re.Pattern[str]
    sought: re.Pattern[str]
    in_year: re.Pattern[str]
    names_count: re.Pattern[str]
    far_from: re.Pattern[str]
    """Before what a count is set against: `jauh di bawah `."""
    made_of_them: re.Pattern[str]
    rest_opens: re.Pattern[str]
    rest_told: re.Pattern[str]
    rest_words: frozenset[str]
    list_opens: re.Pattern[str]
    first_name: re.Pattern[str]
    next_name: re.Pattern[str]
    name_goes_on: re.Pattern[str]
    labels: re.Pattern[str]
    past_label: re.Pattern[str]
    most: re.Pattern[str]
    next_row: re.Pattern[str]
    row_name: re.Pattern[str]
    past_mishap: re.Pattern[str]
    in_place: re.Pattern[str]
    place_ends: re.Pattern[str]
    patients: frozenset[str]
    sickness: re.Pattern[str]
    sickness_openers: frozenset[str]
    """The words with which one of `sickness` begins."""
    falls_ill: re.Pattern[str]
    in_care: re.Pattern[str]
    revises: re.Pattern[str]
    corrects: frozenset[str]
    leads_to_teller: frozenset[str]
    """The words that may stand before whoever tells a number."""
    compares: frozenset[str]
    on_behalf: re.Pattern[str]
    mischief: re.Pattern[str]
    leaves: re.Pattern[str]
    not_the_same: re.Pattern[str]
    usually: re.Pattern[str]
    questioned: re.Pattern[str]
    bodies: re.Pattern[str]
    the_set: re.Pattern[str]
    of_victims: re.Pattern[str]
    many: re.Pattern[str]
    anybody: frozenset[str]


def make(
    either: Mapping[str, str], words: Mapping[str, Sequence[str]], *, leading: str, own_count: str, auxiliaries: str
) -> SetWords:
    """The words of sets: `either` any word of a role in either case, `words` the words by role; the rest are rows that stand together."""
    that, ignore = either["that"], re.IGNORECASE
    # a name with its numbers, and the words that lead from it to its count: `SMP 2 Randu sebanyak `
    name = rf"(?:(?:{either['placed']}) )?[A-Z][\w.’'/-]{{0,20}}(?: [A-Z0-9][\w.’'/-]{{0,20}}){{0,6}}(?:,? (?:{either['link']}))?:? \(?"
    row_joins = f"{either['join']}|{either['break']}|{either['next-in-list']}|{either['row-joins']}"
    return SetWords(
        told_before=late(
            rf"\b(?:{either['former']})(?P<told>(?:,? (?:{either['former-told']}))?)(?:,? (?:{leading})){{0,3}}[,:]? $",
            ignore,
        ),
        put_right=late(rf"\b(?:{either['rather']})(?: \w+)?[,:]? $", ignore),
        counts_too=late(
            rf"\b(?:(?:{either['counts-too']})(?: (?:{either['own-count']}))?|{either['own-count']})(?:nya)?\b"
            rf"(?:,? (?:{leading})){{0,3}}[,:]? $",
            ignore,
        ),
        of_count=late(rf"\b(?:{own_count}|{either['intro']})\b", ignore),
        other_list=late(rf"\b(?:{either['other-list']})\b", ignore),
        opens_place=late(rf"[\s,;“\"]{{0,4}}(?:{either['in']}) (?:[A-Z]|[a-z]{{2,20}} (?:{either['pointing']})\b)"),
        treats=late(rf"\b(?:{either['treats']})(?: (?:{either['only-so-many']}))? $", ignore),
        left_over=late(rf"\b(?:{either['left']})(?: (?:{either['only-so-many']}|{either['intro']}))?[\s:]*$", ignore),
        comes_to=late(rf"\b(?:{either['outcome']})(?: (?:{either['link']}|{either['intro']}))?[\s:]*$", ignore),
        whole_sum=late(
            rf"\b(?:{either['whole-sum']})(?: (?:{either['intro']}|{either['victim']}|{either['pointing']}|{either['when-told']}"
            rf"|{either['now-are']}|{either['link']}|{either['left']})){{0,4}}[\s:]*$",
            ignore,
        ),
        bare_end=late(
            rf"(?: (?:{either['pointing']}))?(?:\s?[^\w\s]|\s?$"
            rf"| (?:{either['break']}|{either['against']}|{either['as-said']}|{either['rather']})\b)",
            ignore,
        ),
        of_those=late(
            rf"[\s“\"]{{0,4}}(?:(?:(?:{either['of']}) )?(?:{either['intro']}|{either['they']})(?: (?:{either['pointing']}))?,? )?"
            rf"(?:(?:{either['next-in-list']}|{either['listing']}|{either['link']})[,:]? ){{0,3}}",
            ignore,
        ),
        those=late(rf" (?:{that}) [^,.;:\d“”\"]{{3,40}} (?:{either['pointing']}),", ignore),
        made_of_them=late(
            rf"(?P<them>\b(?:{either['intro']})(?: (?:{either['pointing']}))? )?(?:{either['made-of']})(?: (?:{either['link']}))?[:,]? $",
            ignore,
        ),
        far_from=late(rf"\b(?:{either['far-from']}) $", ignore),
        names_count=late(rf"\b(?:{either['counts-too']}) (?:{either['own-count']}) $", ignore),
        in_year=late(rf"\b(?:{either['when']}) $", ignore),
        sought=late(rf"(?: {that}){auxiliaries} (?:{either['sought']})\b", ignore),
        rest_opens=late(rf"[“\"]?(?:{either['rest-opens']}),? (?=[A-Z]|(?:{either['placed']}) [A-Z])"),
        rest_told=late(rf"[ ,](?:{either['rest-opens']})\b", ignore),
        rest_words=frozenset(w.lower() for w in words["rest-opens"]),
        list_opens=late(rf"[:.] |(?: {that})?,? (?:{either['made-of']}|{either['listing']})[:,]? ", ignore),
        first_name=late(rf"[\s“\"]{{0,3}}(?:(?:{either['in-detail']}|{either['listing']})[,:]? )?{name}"),
        next_name=late(rf"\)?(?:[,;] |,? (?:{either['join']}|{either['break']}) ){name}"),
        name_goes_on=late(r" [A-Z]"),
        labels=late(rf"\b(?:{either['intro']}|{that})(?: \w+){{0,2}} $", ignore),
        past_label=late(
            rf"(?P<said> (?:{either['beyond']})\b"
            rf"(?: (?!(?:{that}|{either['in-company']}|{either['holding']}|(?!{either['link']}|{either['changed']})ber[a-z]+"
            rf"|{either['rather']})\b)"
            rf"[\w’/()-]+){{0,16}})"
            rf"(?:,? (?:{either['rather']}))? ",
            ignore,
        ),
        most=late(rf"\b(?:{either['most-of-all']})\b", ignore),
        next_row=late(rf"\)?(?:[,;]? (?:{row_joins}) |[,;] (?:(?:{row_joins}) )?){name}"),
        row_name=late(
            rf"(?:^|(?<=[\s“\"]))(?:(?:{either['placed']}) )?(?P<name>[A-Z][\w.’'/-]{{0,20}}(?: [A-Z0-9][\w.’'/-]{{0,20}}){{0,6}})"
            rf"(?:,? (?:{either['link']}))?:? \(?$"
        ),
        past_mishap=late(
            rf"(?P<said>(?: (?!{that}\b)[\w-]{{3,20}}){{0,4}}? (?:{either['pointing']}|{either['former']}|{either['former-told']}"
            rf"|{either['amid']})) "
            rf"(?:(?:{either['former-told']}|{either['link']}|{either['only-so-many']}|{either['amid']}) ){{0,3}}",
            ignore,
        ),
        in_place=late(
            rf"(?: (?:{either['in']}) [^,.;:\d“”\"]{{3,50}})?,?(?: (?:{either['join']}|{either['break']}))? "
        ),
        place_ends=late(rf" (?:{either['in']})(?: (?-i:[A-Z])[\w’'/-]{{1,30}}){{1,5}}[.,;”\"]", ignore),
        patients=frozenset(words["patients"]),
        sickness=late(rf"\b(?:{either['sickness']})\b", ignore),
        sickness_openers=openers(words["sickness"]),
        falls_ill=late(
            rf"(?:(?: (?-i:[A-Z])\w*| \d{{1,3}}){{1,5}}(?:, (?-i:[A-Z])[^,.;:\d“”\"]{{2,40}},)?)?"
            rf"(?: (?:{either['of']}|{either['in']}) [^,.;:\d“”\"]{{3,40}}(?:, (?-i:[A-Z])[^,.;:\d“”\"]{{2,40}},)?)?{auxiliaries} "
            rf"(?:(?:{either['falls-ill']})\b(?! (?:{either['not-ill']})\b)|(?:{either['sent-home']})\b)",
            ignore,
        ),
        revises=late(rf"\b(?:{either['revises']})(?:,? (?:{either['of']}|{either['former']})){{1,2}} $", ignore),
        corrects=frozenset(w.split()[0].lower() for role in ("revises", "righted", "changed") for w in words[role]),
        leads_to_teller=frozenset(w.lower() for role in _LEADS for phrase in words[role] for w in phrase.split()),
        compares=frozenset(w.split()[-1].lower() for role in ("version", "against", "own-count") for w in words[role]),
        on_behalf=late(rf"\b(?:{either['of-victims']}|{either['on-behalf']}) $", ignore),
        mischief=late(rf"\b(?:{either['mischief']})\b", ignore),
        leaves=late(rf"\b(?:{either['sent-home']}|{either['leaves']})\b", ignore),
        not_the_same=late(rf"\b(?:{either['not-the-same']})\b", ignore),
        usually=late(rf"\b(?:{either['usually']})\b", ignore),
        questioned=late(rf"\b(?:{either['questioned']})\b", ignore),
        bodies=late(rf"\b(?:{either['body-of-men']})\b", ignore),
        the_set=late(rf"\b(?:{either['they']}|{either['intro']}|{either['victim']})(?:nya)?\b", ignore),
        of_victims=late(rf"\b(?:{either['of-victims']})(?: (?:{either['many']}))? $", ignore),
        many=late(rf"\b(?:{either['many']}) $", ignore),
        anybody=frozenset(words["anybody"]),
        in_care=late(rf"\b(?:{either['care']})\b", ignore),
    )
