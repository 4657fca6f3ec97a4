"""What the steps of this package compile from the tables of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from runut.lang import Language

_VERBAL = re.compile(r"(?:me|ber|di|ter)[a-z]{3,}(?:-[a-z]+)?")


_USES = (
    "adverb", "blocker", "joiner", "kin", "opener", "boundary", "conditional", "occasion", "relaying", "title", "thing", "small", "body",
    "lowered", "manner", "strong", "after-noun", "holding", "holding-next", "listing", "place", "plural",
    "relational", "document", "chaining", "attitude", "as", "purpose", "gift", "pointing", "going-on", "now", "with",
    "quoting", "not-one", "not", "group", "auxiliary", "from", "reported", "one-noun",
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
    """The tables in the form in which they are asked."""

    verbs: dict[str, Cue]
    roots: dict[str, Cue]
    passives: dict[str, Cue]
    after_quotation: re.Pattern[str]
    tail: re.Pattern[str]
    leads: re.Pattern[str]
    pronouns: dict[str, str]
    heads: re.Pattern[str]
    offices: re.Pattern[str]
    office_synonyms: dict[str, str]
    hedges: re.Pattern[str]
    relays: re.Pattern[str]
    relay_heads: re.Pattern[str]
    predicates: frozenset[str]
    not_verbs: frozenset[str]
    words: dict[str, frozenset[str]]
    patterns: dict[str, re.Pattern[str]]

    def is_predicate(self, word: str) -> bool:
        """Whether a word in small letters can make a clause."""
        return word in self.predicates or self.is_verb(word)

    def is_verb(self, word: str) -> bool:
        """Whether a word in small letters has the shape of a verb, and is one."""
        return _VERBAL.fullmatch(word) is not None and word not in self.not_verbs


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
    any_root, clause_root = _any_of(roots), _any_of(c.word for c in roots.values() if "clause" in c.takes)
    return Lexicon(
        verbs={c.word: c for c in cues if c.kind == "verb"},
        roots=roots,
        passives={c.word: c for c in cues if c.kind == "passive"},
        after_quotation=re.compile(
            rf"(?i)[,.]? ?(?:[-–—] ?)?(?P<cue>(?:(?:demikian|begitu|begitulah) )?(?:{any_root})(?: ?(?P<nya>nya))?"
            rf"|(?:(?:demikian|begitulah) (?:bunyi |isi )?|bunyi |isi )(?:{_any_of(nouns)})(?: resmi| tertulis)?)\b"
        ),
        tail=re.compile(
            r"(?:, |(?<=[a-z]nya )|(?<=[Ss]ebab )|(?<=ahkan )|(?<=amun )|(?<=palagi ))"
            rf"(?P<cue>{clause_root}|menurut)(?P<nya>nya)?(?= [^\W\d_]|[,.]|$)"
        ),
        leads=re.compile(rf"(?i:{_any_of(r['lead'] for r in language.table('leads'))})\b,? "),
        pronouns={r["pronoun"]: r["who"] for r in language.table("pronouns")},
        heads=re.compile(rf"(?i:{_any_of(heads)})\b"),
        offices=re.compile(rf"(?i:{_any_of(offices)})\b"),
        office_synonyms={r["form"].lower(): r["name"].lower() for r in language.table("office_words")}
        | {r["form"]: r["office"] for r in language.table("office_synonyms")},
        hedges=re.compile(rf"\b(?i:{_any_of(r['hedge'] for r in language.table('hedges'))})\b"),
        relays=re.compile(rf"(?:{_any_of(media)})\b"),
        relay_heads=re.compile(
            rf"(?:{_any_of(r['relay'] for r in language.table('relayers') if r['kind'] == 'head')})\b"
        ),
        predicates=frozenset(r["word"] for r in language.table("predicates")),
        not_verbs=frozenset(r["word"] for r in language.table("not_verbs")),
        words={u: frozenset(r["word"] for r in small if r["use"] == u) for u in _USES},
        patterns={r["name"]: re.compile(r["pattern"]) for r in language.table("speech_patterns")},
    )


def _any_of(words: Iterable[str]) -> str:
    """An alternative of literals, the longest first; one that never matches where there are none."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) or "(?!)"
