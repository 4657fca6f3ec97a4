"""How reports call the same thing: each wording with who uses it, the newsroom itself or someone it quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from runut.comparing.epithets import find_epithets
from runut.lang import Language
from runut.model import Entity, Framing, Place, Reading, Term

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
OUTLET, SPEAKER = "outlet", "speaker"
IN_QUOTES = "kata dalam tanda kutip"

# So many wordings at most for each report, the ones that most reports use first: beyond that a list is no help.
MOST_PER_REPORT = 12
# Uses shown for one wording.
MOST_USES = 12
# A tail that names a state or body (`tentara X`) is no longer than this many words.
LONGEST_TAIL = 4


@dataclass(frozen=True, slots=True)
class _Row:
    term: str
    words: tuple[str, ...]
    target: str
    tails: frozenset[str]
    needs_tail: bool
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Rows by their first word, the longest first; manners likewise."""

    rows: Mapping[str, tuple[_Row, ...]]
    manners: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Wording:
    uses: list[Place] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)


def gather(readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language) -> tuple[Framing, ...]:
    """The wordings for each target that is called by two names or more, or in two voices; targets by how often they are named."""
    lexicon = language.derive(_lexicon)
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    found: dict[tuple[str, str, str], _Wording] = defaultdict(_Wording)
    for reading in readings:
        article = reading.article
        uses = _find(reading, lexicon)
        for epithet in find_epithets(reading, language):
            if not any(epithet.start < end and start < epithet.end for _, _, start, end in uses):
                target = IN_QUOTES if epithet.of is None else entity_of.get((article.id, epithet.of), epithet.of)
                uses.append((target, article.text[epithet.start : epithet.end], epithet.start, epithet.end))
        for target, term, start, end in uses:
            wording = found[target, term, _voice(reading, start, end)]
            wording.uses.append(Place(article=article.id, start=start, end=end))
            wording.reports.add(article.id)
    return _told(found, MOST_PER_REPORT * len(readings))


def _told(found: Mapping[tuple[str, str, str], _Wording], most: int) -> tuple[Framing, ...]:
    """The targets that are called in two ways, with at most so many wordings in all: those of most reports and uses."""
    ways = Counter(target for target, _, _ in found)
    ranked = sorted(
        (key for key in found if ways[key[0]] > 1),
        key=lambda key: (-len(found[key].reports), -len(found[key].uses), key),
    )
    by_target: dict[str, list[Term]] = defaultdict(list)
    for target, term, voice in ranked[:most]:
        uses = tuple(found[target, term, voice].uses[:MOST_USES])
        by_target[target].append(Term(term=term, voice=voice, uses=uses))
    told = [Framing(target=target, terms=tuple(terms)) for target, terms in by_target.items() if len(terms) > 1]
    return tuple(sorted(told, key=lambda f: (-sum(len(t.uses) for t in f.terms), f.target)))


def _lexicon(language: Language) -> _Lexicon:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in language.table("framing_terms"):
        words = tuple(row["term"].lower().split())
        rows[words[0]].append(
            _Row(
                row["term"],
                words,
                row["target"],
                frozenset(row["tail"].split()),
                bool(row["need"]),
                frozenset(row["after"].split(";")) - {""},
                frozenset(row["before"].split(";")) - {""},
            )
        )
    manners = [tuple(row["words"].lower().split()) for row in language.table("framing_manners")]
    return _Lexicon(
        {first: tuple(sorted(of, key=lambda r: -len(r.words))) for first, of in rows.items()},
        tuple(sorted(manners, key=lambda m: (-len(m), m))),
    )


def _find(reading: Reading, lexicon: _Lexicon) -> list[tuple[str, str, int, int]]:
    """Each use of a wording in the body as (target, wording, start, end), the longest wording at each place."""
    text = reading.article.text
    bodies = {m.start: m.end for name in reading.names if name.type == "GPE" for m in name.mentions}
    named = sorted((m.start, m.end) for name in reading.names for m in name.mentions)
    out = []
    for sentence in reading.sentences:
        spans = [m.span() for m in _WORD.finditer(text, sentence.start, sentence.end)]
        words = [_single(text[a:b].lower()) for a, b in spans]
        at = 0
        while at < len(words):
            step = 1
            for row in lexicon.rows.get(words[at], ()):
                end = at + len(row.words)
                if tuple(words[at:end]) != row.words or not _fits(row, words, at, end):
                    continue
                term, last = row.term, spans[end - 1][1]
                tail = _tail(row, words, spans, end, text, bodies, lexicon)
                if tail:
                    term, last = f"{row.term} {text[tail[0] : tail[1]]}", tail[1]
                elif row.needs_tail:
                    continue
                step = bisect_right([a for a, _ in spans], last - 1) - at
                if any(a < spans[at][0] < b for a, b in named):
                    break  # part of a name says nothing of how its bearer is called
                out.append((row.target, term, spans[at][0], last))
                break
            at += max(1, step)
    return out


def _single(word: str) -> str:
    """A doubled noun as its single: the doubling only makes it plural."""
    half, dash, other = word.partition("-")
    return half if dash and half == other else word


def _fits(row: _Row, words: list[str], at: int, end: int) -> bool:
    return not ((at > 0 and words[at - 1] in row.not_after) or (end < len(words) and words[end] in row.not_before))


def _tail(
    row: _Row,
    words: list[str],
    spans: list[tuple[int, int]],
    at: int,
    text: str,
    bodies: Mapping[int, int],
    lexicon: _Lexicon,
) -> tuple[int, int] | None:
    """The stretch after a term that says of what kind it was, or whose."""
    if at >= len(words) or text[spans[at - 1][1] : spans[at][0]].strip():
        return None
    if "manner" in row.tails:
        for manner in lexicon.manners:
            if tuple(words[at : at + len(manner)]) == manner:
                return spans[at][0], spans[at + len(manner) - 1][1]
    if "state" in row.tails:
        for start in spans[at : at + 2]:
            end = bodies.get(start[0])
            if end is not None and len(text[start[0] : end].split()) <= LONGEST_TAIL:
                return spans[at][0], end
            if not text[start[0]].isupper():
                break
    return None


def _voice(reading: Reading, start: int, end: int) -> str:
    """`speaker` inside quotation marks (scare quotes included) or inside what someone is reported to have said."""
    inside = any(q.start <= start and end <= q.end for q in reading.quotations) or any(
        s.start <= start and end <= s.end for s in reading.statements
    )
    return SPEAKER if inside else OUTLET
