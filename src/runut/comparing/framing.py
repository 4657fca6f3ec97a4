"""How reports call the same thing: each wording with who uses it, the newsroom itself or someone it quotes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from runut.comparing.epithets import find_epithets
from runut.comparing.terms import Use, find_terms
from runut.comparing.valuations import JUDGED, find_valuations
from runut.comparing.verbforms import find_headlined, find_verb_forms
from runut.lang import Language, morphology
from runut.model import Entity, Framing, Place, Reading, Term
from runut.text import WORD

OUTLET, SPEAKER = "outlet", "speaker"
IN_QUOTES = "kata dalam tanda kutip"

# So many wordings at most for each report: beyond that a list is no help.
MOST_PER_REPORT = 30
MOST_IN_ALL = 200
# How telling a wording is: a point for each further report up to so many, for both voices, for the first quarter of a report, for a word
# of a headline; one less for a target of framing_faint. Of 1,180 wordings in ten annotated stories an annotator chose 22 % of those in
# one report and 42 % of those in three, 38 % and 21 % of those in both voices and in one, 35 % and 21 % of the early and the late, 34 %
# and 22 % of those with a headline's word and without, 12 % of those of a faint target and 31 % of the others.
MOST_COUNTED = 4
EARLY = 0.25
# Uses shown for one wording.
MOST_USES = 12


@dataclass(slots=True)
class _Wording:
    uses: list[Place] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    joined: bool = False
    early: bool = False
    headlined: bool = False

    def add(self, other: _Wording) -> None:
        """Take in the uses of another wording that is the same."""
        self.uses.extend(other.uses)
        self.reports |= other.reports
        self.joined |= other.joined
        self.early |= other.early
        self.headlined |= other.headlined


_Found = Mapping[tuple[str, str, str], _Wording]


def gather(readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language) -> tuple[Framing, ...]:
    """The wordings for each target with two of them or more, in words or voices; faint targets last, then by how often they are named."""
    entity_of = {member: entity.id for entity in entities for member in entity.members}
    uses = [
        (reading, find_terms(reading, language), forms)
        for reading, forms in zip(readings, find_verb_forms(readings, language), strict=True)
    ]
    home = _homes(uses)
    headlined = find_headlined(readings, language)
    found: dict[tuple[str, str, str], _Wording] = defaultdict(_Wording)
    people: set[str] = set()
    for reading, terms, forms in uses:
        epithets = tuple(_epithets(reading, entity_of, language))
        people.update(use.target for use in epithets)
        for use in _first_at_each_place((*terms, *epithets, *find_valuations(reading, language), *forms)):
            wording = found[home.get(use.target, use.target), use.term, _voice(reading, use.start, use.end)]
            wording.uses.append(Place(article=reading.article.id, start=use.start, end=use.end))
            wording.reports.add(reading.article.id)
            wording.joined |= use.joined
            wording.early |= use.start < EARLY * len(reading.article.text)
            wording.headlined |= any(
                morphology.lemma(w[0].lower(), language) in headlined for w in WORD.finditer(use.term)
            )
    most = min(MOST_PER_REPORT * len(readings), MOST_IN_ALL)
    faint = {row["target"] for row in language.table("framing_faint")}
    return _told(_with_fellows(found, people), people - {IN_QUOTES}, faint, most)


def _homes(uses: Iterable[tuple[Reading, tuple[Use, ...], tuple[Use, ...]]]) -> dict[str, str]:
    """For the forms of a verb of which one is a term of the lexicon, that term's target."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, terms, forms in uses:
        target_at = {(use.start, use.end): use.target for use in terms}
        for form in forms:
            if (form.start, form.end) in target_at:
                votes[form.target][target_at[form.start, form.end]] += 1
    return {form: min(count, key=lambda target: (-count[target], target)) for form, count in votes.items()}


def _epithets(reading: Reading, entity_of: Mapping[tuple[str, str], str], language: Language) -> Iterator[Use]:
    article = reading.article
    for epithet in find_epithets(reading, language):
        target = IN_QUOTES if epithet.of is None else entity_of.get((article.id, epithet.of), epithet.of)
        yield Use(target, article.text[epithet.start : epithet.end], epithet.start, epithet.end)


def _first_at_each_place(uses: Iterable[Use]) -> list[Use]:
    """One use for each stretch of text: that of the step that came first."""
    out: dict[tuple[int, int], Use] = {}
    for use in uses:
        out.setdefault((use.start, use.end), use)
    return list(out.values())


def _with_fellows(found: _Found, people: Set[str]) -> dict[tuple[str, str, str], _Wording]:
    """The wordings; a thing that is valued in one way only comes together with its likes."""
    ways = Counter(target for target, _, _ in found)
    out: dict[tuple[str, str, str], _Wording] = defaultdict(_Wording)
    for (target, term, voice), wording in found.items():
        alone = ways[target] == 1 and wording.joined and target not in people
        same = out[JUDGED if alone else target, term, voice]
        same.add(wording)
    return out


def _told(found: _Found, people: Set[str], faint: Set[str], most: int) -> tuple[Framing, ...]:
    """The targets that are called in two ways, and people who are called something, with so many wordings in all, the most telling."""
    ways = Counter(target for target, _, _ in found)
    voices = Counter(term for _, term, _ in found)

    def telling(key: tuple[str, str, str]) -> tuple[int, bool, int, tuple[str, str, str]]:
        wording = found[key]
        points = min(len(wording.reports), MOST_COUNTED) - 1 + (voices[key[1]] > 1) + wording.early + wording.headlined
        points -= key[0] in faint
        return -points, not wording.joined, -len(wording.uses), key

    ranked = sorted((key for key in found if ways[key[0]] > 1 or key[0] in people), key=telling)
    by_target: dict[str, list[Term]] = defaultdict(list)
    for target, term, voice in ranked[:most]:
        uses = tuple(found[target, term, voice].uses[:MOST_USES])
        by_target[target].append(Term(term=term, voice=voice, uses=uses))
    told = [
        Framing(target=target, terms=tuple(terms))
        for target, terms in by_target.items()
        if len(terms) > 1 or target in people
    ]
    return tuple(sorted(told, key=lambda f: (f.target in faint, -sum(len(t.uses) for t in f.terms), f.target)))


def _voice(reading: Reading, start: int, end: int) -> str:
    """`speaker` inside quotation marks (scare quotes included) or inside what someone is reported to have said."""
    inside = any(q.start <= start and end <= q.end for q in reading.quotations) or any(
        s.start <= start and end <= s.end for s in reading.statements
    )
    return SPEAKER if inside else OUTLET
