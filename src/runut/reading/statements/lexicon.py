"""What the steps of this package compile from the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass

from runut.lang import Language
from runut.text.alternatives import any_of
from runut.text.late import late
from runut.text.listed import Listed

# A day so soon after a word that cites a source is the day of that source (characters).
CITED_REACH = 60
_PREFIXES = ("me", "ber", "di", "ter")
_VERBAL = re.compile(rf"(?:{'|'.join(_PREFIXES)})[a-z]{{3,}}(?:-[a-z]+)?")


_NONE: frozenset[str] = frozenset()
_USES = (
    "adverb", "blocker", "joiner", "kin", "opener", "boundary", "conditional", "occasion", "relaying", "thing", "small", "body",
    "lowered", "manner", "strong", "after-noun", "holding", "holding-next", "listing", "place", "plural",
    "relational", "document", "chaining", "attitude", "as", "purpose", "gift", "pointing", "going-on", "now", "with",
    "quoting", "met", "adding", "not-one", "not", "group", "auxiliary", "from", "reported", "giving", "aside", "turn",
    "before-verb", "motive", "platform", "institution", "agent", "being", "elder", "bystander", "says-which",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the cues: `takes` are the kinds of content that may follow."""

    word: str
    kind: str
    takes: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables in the form in which they are asked.

    `keywords` are the words of which one stands in whatever a pattern finds, by the pattern's name; `openers` and `back_openers` those
    of which one opens a sentence that names its source at its head, or that points back to the one before; `cue_words` those of all
    rules that may find something further on in a sentence.
    """

    verbs: dict[str, Cue]
    bound_verbs: dict[str, Cue]
    cue_verbs: dict[str, Cue]
    roots: dict[str, Cue]
    passives: dict[str, Cue]
    after_quotation: re.Pattern[str]
    before_quotation: re.Pattern[str]
    tail: re.Pattern[str]
    leads: re.Pattern[str]
    pronouns: dict[str, str]
    abbreviations: frozenset[str]
    heads: Listed
    offices: Listed
    office_synonyms: dict[str, str]
    other_day: re.Pattern[str]
    hedges: re.Pattern[str]
    hedge_words: frozenset[str]
    relays: re.Pattern[str]
    relay_heads: re.Pattern[str]
    predicates: frozenset[str]
    not_verbs: frozenset[str]
    words: dict[str, frozenset[str]]
    patterns: dict[str, re.Pattern[str]]
    keywords: dict[str, frozenset[str]]
    openers: frozenset[str]
    back_openers: frozenset[str]
    lead_words: frozenset[str]
    pairs: dict[str, frozenset[str]]
    cue_words: frozenset[str]
    agent_cues: frozenset[str]

    def may_find(self, pattern: str, heard: Set[str]) -> bool:
        """Whether a pattern may find something in a sentence of these words."""
        return not self.keywords.get(pattern, _NONE).isdisjoint(heard)

    def is_predicate(self, word: str) -> bool:
        """Whether a word in small letters can make a clause."""
        return word in self.predicates or self.is_verb(word)

    def is_verb(self, word: str) -> bool:
        """Whether a word in small letters has the shape of a verb, and is one."""
        return word.startswith(_PREFIXES) and _VERBAL.fullmatch(word) is not None and word not in self.not_verbs


def compile_tables(language: Language) -> Lexicon:
    """The tables of one language, compiled."""
    cues = [
        Cue(r["cue"], r["kind"], frozenset(r["takes"].split(",")), r["negated"] == "yes")
        for r in language.table("cues")
    ]
    roots = {c.word: c for c in cues if c.kind == "root"}
    nouns = [c.word for c in cues if c.kind == "noun"]
    media = [r["relay"] for r in language.table("relayers") if r["kind"] == "name"]
    media += [r["name"] for r in language.table("agencies") if not r["weak"]]
    offices = [r["form"] for r in language.table("titles") if r["kind"] not in ("honorific", "rank", "role", "suffix")]
    offices += [r["form"] for r in language.table("office_words")]
    small = language.table("speech_words")
    bodies = {r["word"] for r in small if r["use"] == "body"}
    heads = [r["head"] for r in language.table("speaker_heads")]
    heads += [f"{head}nya" for head in heads if head not in bodies]  # `ibunya`, `kuasa hukumnya`
    clause_root = any_of(c.word for c in roots.values() if "clause" in c.takes)
    any_root, any_noun = any_of(roots, either_case=True), any_of(nouns, either_case=True)
    verbs = {c.word: c for c in cues if c.kind == "verb"}
    bound = {f"{c.word}nya": c for c in verbs.values() if c.takes & {"request", "bound"}}
    bound = {word: cue for word, cue in bound.items() if word not in verbs}
    passives = {c.word: c for c in cues if c.kind == "passive"}
    given = {c.word: c for c in cues if c.kind == "given"}
    turns = language.table("speech_patterns")
    keywords = {r["name"]: frozenset(r["words"].split(",")) for r in turns if r["words"]}
    behind = {*(c.word for c in roots.values() if "clause" in c.takes), "menurut"}
    keywords["tail"] = frozenset(behind | {f"{word}nya" for word in (*behind, *passives)})
    heads_of_sentences = ("source-opens", "relayed", "in-document")
    further_on = ("tail", "source-inside", "as-said", "informed", "claim")

    def carriers(kind: str) -> list[str]:
        return [r["words"] for r in language.table("timeline_carriers") if r["kind"] == kind]

    hedges = [r["hedge"] for r in language.table("hedges")]
    leads = [r["lead"] for r in language.table("leads")]
    return Lexicon(
        verbs=verbs,
        bound_verbs=bound,
        cue_verbs=verbs | bound | given,
        roots=roots,
        passives=passives,
        after_quotation=late(
            rf"(?i)[,.]? ?(?:[-–—] ?)?(?P<cue>(?:(?:demikian|begitu|begitulah) )?(?:{any_root}|menurut)(?: ?(?P<nya>nya))?"
            rf"|(?:(?:demikian|begitulah) (?:bunyi |isi )?|bunyi |isi ){any_noun}(?: resmi| tertulis)?)\b"
        ),
        before_quotation=late(rf"{any_of([*roots, 'menurut'], either_case=True)}(?P<nya>(?i:nya))?\b"),
        tail=late(
            r"(?:, (?:demikian |begitu )?|(?<=[a-z]nya )|(?<=[Ss]ebab )|(?<=ahkan )|(?<=amun )|(?<=palagi ))"
            rf"(?P<cue>{clause_root}|menurut|{any_of(passives)}(?=nya,))(?P<nya>nya)?(?= [^\W\d_]|[,.]|$)"
        ),
        leads=late(rf"{any_of(leads, either_case=True)}\b,? "),
        abbreviations=frozenset(r["abbreviation"].lower() for r in language.table("abbreviations")),
        pronouns={r["pronoun"]: r["who"] for r in language.table("pronouns")},
        heads=Listed(heads),
        offices=Listed(offices),
        office_synonyms={r["form"].lower(): r["name"].lower() for r in language.table("office_words")}
        | {r["form"]: r["office"] for r in language.table("office_synonyms")},
        other_day=late(
            rf"\b{any_of(carriers('cited'), either_case=True)}\b[^.;!?]{{0,{CITED_REACH}}}\Z"
            rf"|\b{any_of(carriers('since'), either_case=True)} \Z"
        ),
        hedges=late(rf"{any_of(hedges, either_case=True)}\b"),
        hedge_words=frozenset(hedge.partition(" ")[0].lower() for hedge in hedges),
        relays=late(rf"{any_of(media)}\b"),
        relay_heads=late(rf"{any_of(r['relay'] for r in language.table('relayers') if r['kind'] == 'head')}\b"),
        predicates=frozenset(r["word"] for r in language.table("predicates")),
        not_verbs=frozenset(r["word"] for r in language.table("not_verbs")),
        words={u: frozenset(r["word"] for r in small if r["use"] == u) for u in _USES}
        | {"count": frozenset(r["word"] for r in language.table("numbers") if r["low"] not in ("0", "1"))},
        patterns={r["name"]: late(r["pattern"]) for r in turns},
        keywords=keywords,
        openers=frozenset().union(
            *(keywords.get(name, ()) for name in heads_of_sentences),
            passives,
            (f"{word}nya" for word in passives),
            (c.word for c in roots.values() if "opens" in c.takes),
        ),
        back_openers=frozenset().union(*(keywords.get(name, ()) for name in ("pointing-back", "so-it-goes"))),
        lead_words=frozenset(lead.partition(" ")[0].lower() for lead in leads),
        pairs=_pairs(r["word"] for r in small if r["use"] == "one-noun"),
        agent_cues=frozenset(passives) | {r["word"] for r in small if r["use"] == "agent"},
        cue_words=frozenset().union(verbs, bound, given, *(keywords.get(name, ()) for name in further_on)),
    )


def _pairs(nouns: Iterable[str]) -> dict[str, frozenset[str]]:
    """Nouns of two words: what follows, by what stands first."""
    first: dict[str, set[str]] = {}
    for noun in nouns:
        one, _, two = noun.partition(" ")
        first.setdefault(one, set()).add(two)
    return {one: frozenset(two) for one, two in first.items()}
