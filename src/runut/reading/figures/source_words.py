"""The words by which a figure's source is named or carried on, compiled for the lexicon of figures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.lang import Language
from runut.text.alternatives import any_of
from runut.text.late import late


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Rows of `figure_words` and of the tables of speech as patterns; those that end in `$` are searched in what stands before a figure."""

    relaying: frozenset[str]
    passed_on: re.Pattern[str]
    cited: re.Pattern[str]
    turn_away: re.Pattern[str]
    thus: re.Pattern[str]
    record: re.Pattern[str]
    updates: re.Pattern[str]
    by_now: re.Pattern[str]
    links: frozenset[str]
    source_phrase: re.Pattern[str]
    source_after: re.Pattern[str]
    claims_deed: re.Pattern[str]
    blames: re.Pattern[str]
    rate: re.Pattern[str]
    in_detail: re.Pattern[str]
    concludes: re.Pattern[str]
    announces: re.Pattern[str]
    noted_by: re.Pattern[str]
    counting: frozenset[str]
    names_source: re.Pattern[str]
    issued: re.Pattern[str]
    tied: re.Pattern[str]
    phrase_cues: frozenset[str]
    that_body: re.Pattern[str]
    companies: frozenset[str]
    company_nouns: frozenset[str]
    records: re.Pattern[str]
    recorded: re.Pattern[str]
    """The same of `records`."""
    we: re.Pattern[str]
    same_ones: re.Pattern[str]
    here: re.Pattern[str]
    counts_next: re.Pattern[str]
    next_item: re.Pattern[str]
    even: re.Pattern[str]
    got: re.Pattern[str]
    from_whom: re.Pattern[str]
    papers_of: re.Pattern[str]
    papers_show: re.Pattern[str]
    vouches: re.Pattern[str]
    admits: re.Pattern[str]
    admitted: re.Pattern[str]
    """The words of `admits` without who does so, which are looked for in a fifth of the time."""
    turns: re.Pattern[str]
    since: re.Pattern[str]
    placed: re.Pattern[str]
    place_opens: re.Pattern[str]
    place_led: re.Pattern[str]
    """From a figure to a place of its own, past no mark, no number and no word that joins or parts clauses."""
    place_parted: re.Pattern[str]
    """What parts a figure from a place before it."""
    meeting_at: re.Pattern[str]
    """A talk to the press, told with its place."""
    source_lead: re.Pattern[str]
    source_end: re.Pattern[str]
    source_tail: re.Pattern[str]
    """A time at the end of who told something: `warga pekan lalu`, `Rato pada April lalu`."""
    says_count: re.Pattern[str]
    """A verb of telling that ends right before a count."""
    source_breaks: frozenset[str]
    """Words that belong to nobody who tells something."""
    out_of_papers: re.Pattern[str]
    currency: re.Pattern[str]


def make(
    language: Language, either: Mapping[str, str], exact: Mapping[str, str], words: Mapping[str, Sequence[str]]
) -> SourceWords:
    """The words of sources: `either` any word of a role in either case, `exact` as it is written, `words` the words by role."""
    ignore, that = re.IGNORECASE, exact["that"]
    units = language.table("units")
    months = any_of(r["form"] for r in language.table("months"))
    adverbs = any_of(r["word"] for r in language.table("speech_words") if r["use"] == "adverb")
    admitted, recorded, updated = (
        rf" (?:(?:{adverbs}) )?(?:{either[use]})\b" for use in ("admits", "records", "updates")
    )
    return SourceWords(
        relaying=frozenset(words["relaying"]),
        passed_on=late(rf"(?:{either['passed-on']})\b", ignore),
        cited=late(
            rf"\b(?:{either['citing']}) (?:(?:{either['document']}) )?(?P<source>[^,;:.“”\"]{{2,70}}?)(?=[.,]| (?:{either['when']})\b)"
        ),
        turn_away=late(rf"(?:{either['turn-away']})\b", ignore),
        thus=late(rf"(?:{either['thus']}) (?:\w+ )?(?:{either['told']})\b", ignore),
        record=late(rf"\b(?:{either['record']})\b", ignore),
        updates=late(updated, ignore),
        by_now=late(
            rf"\b(?:{either['now-are']}|{either['link']}|{either['intro']}|{either['up-to']}|{either['latest']})\b",
            ignore,
        ),
        links=frozenset(words["link"]),
        source_phrase=late(
            rf"\b(?:{either['following']}|(?P<quoted>{either['quoted-from']}))\s"
            rf"(?:(?:{either['document']})\s(?:(?:{either['out-of']})\s)?){{1,3}}"
            rf"(?:(?:{either['presented']})\s)?(?P<source>[^,;:“”\"]{{2,70}}),",
            ignore,
        ),
        source_after=late(
            rf",? (?:{either['following']})\s(?!{that} )(?:(?:{either['document']})\s(?:(?:{either['out-of']})\s)?){{0,3}}"
            rf"(?P<source>[^,;:.“”\"]{{2,70}})[.,]",
            ignore,
        ),
        blames=late(rf"\b(?:{either['blames']})\b", ignore),
        claims_deed=late(rf"(?:{either['claims-deed']})", ignore),
        rate=late(rf"\((?:[a-z]+ ){{0,3}}(?:{either['rate']})\b[^()\d]*$"),
        in_detail=late(rf"(?:{either['in-detail']})(?: ?[,:]|(?<=nya) )"),
        concludes=late(rf"(?:{either['concludes']})\b", ignore),
        announces=late(rf"(?:{either['announces']})\b"),
        noted_by=late(rf"\b(?:(?:{either['noted-by']})|(?:{either['papers-from']})\s(?:{either['papers-of']}))\s$"),
        counting=frozenset(words["counting"]),
        names_source=late(rf"\b(?:{either['names-source']})\s$"),
        issued=late(rf"(?:{either['document']}\s)?(?:[a-z][\w-]{{0,30}}\s){{0,5}}?(?:{either['issued']})\s(?=[A-Z])"),
        tied=late(rf"\b(?:{either['tied']})\b", ignore),
        phrase_cues=frozenset(words["following"]),
        that_body=late(
            rf"(?:{either['their-body']})|(?:{either['body-noun']}|{either['any-body']}) (?:{either['pointing']})",
            ignore,
        ),
        companies=frozenset(r["form"] for r in language.table("org_heads") if r["kind"] == "company"),
        company_nouns=frozenset(words["company-noun"]),
        records=late(
            rf"(?P<source>(?:\b(?:{either['recorder']}))?){recorded}(?: (?:{either['there-is']})\b)?",
            ignore,
        ),
        recorded=late(recorded, ignore),
        we=late(rf"\b(?:{either['pronoun']})\b", ignore),
        same_ones=late(rf"(?:{either['pronoun']}) ", ignore),
        here=late(rf"(?:{either['placed']}) (?=[A-Z])"),
        counts_next=late(
            rf"(?:(?:[A-Z0-9][\w/.-]{{0,30}}|{either['placed']}|{either['there-is']}|{either['link']}),? ){{0,9}}",
        ),
        next_item=late(
            rf"(?:{either['next-in-list']}|{either['next-beside']})(?: (?:{either['pointing']}))?,? ", ignore
        ),
        even=late(rf"(?:{either['even']})\b"),
        got=late(rf"\b{that} (?:{either['obtained']})\b", ignore),
        from_whom=late(rf"\b(?:{either['papers-from']}) $", ignore),
        papers_of=late(
            rf"(?:\b(?P<from>{either['papers-from']})\s(?:{either['papers-of']})(?:\s(?:{either['presented']}))?"
            rf"|\b(?:{either['papers-of']})(?:\s(?:{either['latest']}))?(?:\s(?:{either['presented']}))?"
            rf"|\b(?:{either['papers-of']}) {that} (?:{either['obtained']})\b[^,;.]{{0,40}}\s(?:{either['papers-from']})(?:\s\w+)?)\s$",
            ignore,
        ),
        papers_show=late(rf"(?: (?:{either['up-to']}) [^,:;.]{{2,40}})?[,:]|\s(?:{either['papers-show']})\b", ignore),
        vouches=late(rf",?[ ](?:{either['vouches']})\b", ignore),
        admits=late(rf"(?P<source>(?:\b(?:{either['admitter']}))?){admitted}", ignore),
        admitted=late(admitted, ignore),
        turns=late(rf", (?:{any_of(r['word'] for r in language.table('speech_words') if r['use'] == 'turn')})\b"),
        since=late(rf"\b(?:{either['since']}) (?:\w+,? )?$", ignore),
        place_opens=late(
            rf"(?:(?:^|[\n“\"]|[.,;:)] |[-–•*] ?)|\b(?:{either['join']}|{either['break']}|{either['next-in-list']}"
            rf"|{either['row-joins']}),? )(?:(?:{either['in']}) )?$",
            ignore,
        ),
        placed=late(rf"\b(?:{either['placed']}) (?:\w+ ){{0,2}}$", ignore),
        place_led=late(
            rf"(?: (?!(?:{either['join']}|{either['break']}|{either['turn']})\b)[\w’'-]+){{0,5}}"
            rf" (?:{either['placed']}) (?:[\w’'-]+ ){{0,2}}",
            ignore,
        ),
        place_parted=late(rf"[,;]|\b(?:{either['join']}|{either['break']})\b", ignore),
        meeting_at=late(
            rf"\b(?:{either['meeting']})\b[^.,;:\d“”\"]{{0,40}} (?:{either['placed']}) (?:[^.;:“”\"]{{1,40}}, )?(?:\w+ ){{0,2}}$",
            ignore,
        ),
        source_lead=late(rf"(?:(?:{either['document']})\b (?:(?:{either['out-of']})\b )?){{1,2}}(?=\S)", ignore),
        source_end=late(rf"[,;]? ?\b(?:{exact['source-end']})\b|(?:{exact['source-glue']})"),
        source_tail=late(
            rf"(?: (?:{exact['time-lead']}))?(?: (?:{exact['time-tail']}|{months})\b(?: \d{{4}}\b)?)"
            rf"(?: (?:{exact['pointing']}|{exact['ago']}))?$"
        ),
        says_count=late(rf" (?:(?:{adverbs}) )?(?P<verb>{exact['says-count']})(?: (?:{exact['claimed-that']}))? $"),
        source_breaks=frozenset((*words["that"], *words["join"], *words["placed"], *words["when"])),
        out_of_papers=late(rf"(?:{either['out-of']}|{either['document']})", ignore),
        currency=late(
            rf"(?:{any_of(r['unit'] for r in units if r['side'] == 'before' and r['measure'] == 'money')})[. ]?\d"
        ),
    )
