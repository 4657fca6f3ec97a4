"""Statements that do not go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, combinations, pairwise

from runut.comparing import remarks
from runut.comparing.propositions import Proposition, find_propositions, same_things
from runut.comparing.remarks import Remark
from runut.lang import Language
from runut.model import Clash, Entity, Family, Figure, Place, Reading, Series, Statement
from runut.text.alternatives import any_of

# A denial is of a claim that has this share of the weight of what is denied, with so many telling words of it: of a short one nearly all.
DENIED = ((0.5, 3), (0.8, 2))
# Two propositions about one predicate are of one thing when their other words share this much of the lighter's weight and this much of
# both, so many of them telling.
ALIKE, ALIKE_BOTH, ALIKE_TELLING = 0.6, 0.4, 2
# So are they when their whole statements share this much, the predicate among it.
WHOLE, WHOLE_BOTH, WHOLE_TELLING = 0.7, 0.6, 2
# What two sides say within so many days of one another can clash: things change.
DAYS = 7
# A remark on missing proof is about a claim that ends no further before it.
NEAR = 300
# What ought not to be stands so many characters before the proof that is wanting at most.
WISHED = 60
# At most so many pairs are told of one conflict of figures.
MOST_OF_SERIES = 3
DAY = 10
# Where two words of a name are run together.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    modal: re.Pattern[str]
    unproven: re.Pattern[str]
    unwished: re.Pattern[str]
    opposites: Mapping[str, frozenset[str]]
    glued: frozenset[str]

    def finds(self, text: str) -> bool:
        """Whether a statement says that proof is wanting, and not that it ought not to be: `bukan membela diri tanpa bukti`."""
        found = self.unproven.search(text)
        return found is not None and self.unwished.search(text, max(0, found.start() - WISHED), found.start()) is None


def _lexicon(language: Language) -> _Lexicon:
    rows = language.table("clash_words")

    def said(role: str) -> re.Pattern[str]:
        return re.compile(rf"\b{any_of(r['word'] for r in rows if r['role'] == role)}\b", re.IGNORECASE)

    lacking = said("no-evidence").pattern  # `tidak ada bukti bahwa …` says something of its own
    return _Lexicon(
        said("modal"),
        re.compile(rf"{lacking}(?!(?:\s\w{{1,30}}){{0,2}}\s(?:yang|bahwa)\b)", re.IGNORECASE),
        said("unwished"),
        remarks.find_opposites(language),
        frozenset(r["word"] for r in language.table("glue") if r["side"] in ("tail", "between")),
    )


def find(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    series: tuple[Series, ...],
    language: Language,
    families: tuple[Family, ...] = (),
    told: Sequence[Remark] | None = None,
) -> tuple[Clash, ...]:
    """The clashes of a story, only where a number, a negation, an opposite or a missing proof makes them plain.

    Cascade, each between two speakers: `denied-claim` (a cue that denies, and a claim that says it), `negated-predicate` (one says of
    the same thing what the other says is not so), `opposite-predicates` (a lexical pair of the same thing), `figures-in-conflict` (the
    statements behind figures that exclude one another), `no-evidence` (a remark, right after a claim, that no proof was given).
    `told` are the readings' remarks where they were gathered already.
    """
    lexicon = language.derive(_lexicon)
    told = remarks.gather(readings, entities, families, language) if told is None else told
    words = (
        _clash(f.kind, f.rule, f.a.statement.id, f.b.statement.id, f.why, f.english)
        for f in _Pairs(told, lexicon, language).find()
    )
    found: dict[tuple[str, str], Clash] = {}
    for clash in (*words, *_of_figures(readings, series), *_unproven(readings, lexicon)):
        found.setdefault((min(clash.a, clash.b), max(clash.a, clash.b)), clash)
    statements = {s.id: s for r in readings for s in r.statements}
    pairs = [replace(c, evidence=(_side(statements[c.a]), _side(statements[c.b]))) for c in found.values()]
    return tuple(sorted(pairs, key=lambda c: (c.kind, c.a, c.b)))


def _side(statement: Statement) -> Place:
    """What to show of a statement: with its cue where that denies what is said."""
    start, end = statement.start, statement.end
    if statement.negated and statement.cue_start is not None and statement.cue_end is not None:
        start, end = min(start, statement.cue_start), max(end, statement.cue_end)
    return Place(article=statement.article, start=start, end=end)


@dataclass(frozen=True, slots=True)
class _Found:
    """A pair of remarks that clash: how plainly, on what matter, and what is told of it."""

    worth: float
    matter: str
    a: Remark
    b: Remark
    kind: str
    rule: str
    why: str
    english: str


class _Pairs:
    """The pairs of remarks of a story that clash by their words."""

    def __init__(self, told: Sequence[Remark], lexicon: _Lexicon, language: Language) -> None:
        self._told = [r for r in told if r.who is not None]
        self._plain = [r for r in self._told if not lexicon.modal.search(r.statement.text)]
        self._weight, self._common = remarks.weigh(told)
        self._opposites, self._glued = lexicon.opposites, lexicon.glued
        wanted = {w.lemma for r in self._plain for w in r.words if w.negated or w.form in lexicon.opposites}
        self._of: dict[str, list[tuple[Remark, Proposition]]] = defaultdict(list)
        for remark in self._plain:
            if not remark.denies:
                for proposition in find_propositions(remark, wanted, language):
                    self._of[proposition.predicate.lemma].append((remark, proposition))

    def find(self) -> list[_Found]:
        """Of each two speakers and matter the plainest pair."""
        best: dict[tuple[frozenset[str | None], str], _Found] = {}
        found = (*self._denials(), *self._negations(), *self._opposed())
        for pair in sorted(found, key=lambda f: (-f.worth, f.a.statement.id, f.b.statement.id)):
            best.setdefault((frozenset({pair.a.who, pair.b.who}), pair.matter), pair)
        return list(best.values())

    def _denials(self) -> Iterator[_Found]:
        """Claims that another speaker denies with the cue."""
        claims: dict[str, list[Remark]] = defaultdict(list)
        for claim in self._plain:
            if not claim.denies:
                for stem in claim.stems - self._common:
                    claims[stem].append(claim)
        for denial in (r for r in self._told if r.denies):
            telling = denial.stems - self._common
            near = {c.statement.id: c for stem in sorted(telling) for c in claims[stem]}
            whole = self._sum(denial.stems)
            for key in sorted(near):
                claim = near[key]
                shared = denial.stems & claim.stems
                part = self._sum(shared) / whole
                if not any(part >= least and len(shared & telling) >= words for least, words in DENIED):
                    continue
                if claim.negated & denial.stems or not _can_clash(
                    claim, denial, self._glued
                ):  # both may say that it is not so
                    continue
                cue = denial.statement.cue
                yield _Found(
                    self._sum(shared),
                    max(sorted(shared), key=self._weight.__getitem__),
                    denial,
                    claim,
                    "denial",
                    "denied-claim",
                    f"{denial.speaker} {cue} apa yang dinyatakan {claim.speaker}",
                    f"{denial.speaker} denies ({cue}) what {claim.speaker} says",
                )

    def _negations(self) -> Iterator[_Found]:
        """Predicates that one negates and another says of the same thing."""
        for lemma in sorted(self._of):
            turned = [(r, p) for r, p in self._of[lemma] if p.predicate.negated and p.is_plain]
            said = [(r, p) for r, p in self._of[lemma] if not p.predicate.negated and p.is_plain]
            for no, nay in turned:
                for yes, yea in said:
                    if (
                        lemma in yes.negated or not nay.suits(yea) or (nay.waits and _is_later(yes, no))
                    ):  # `belum`, and then it was so
                        continue
                    worth = self._likeness(no, nay, yes, yea)
                    if worth:
                        yield _Found(
                            worth,
                            lemma,
                            no,
                            yes,
                            "denial",
                            "negated-predicate",
                            f"{no.speaker}: “{nay.words}”; {yes.speaker}: “{yea.words}”",
                            f"{no.speaker} says that it is not so, {yes.speaker} that it is: “{nay.words}”, “{yea.words}”",
                        )

    def _opposed(self) -> Iterator[_Found]:
        """Predicates that are a lexical pair, said of the same thing."""
        by_form: dict[str, list[tuple[Remark, Proposition]]] = defaultdict(list)
        for lemma in sorted(self._of):
            for remark, proposition in self._of[lemma]:
                if proposition.is_plain and not proposition.predicate.negated:
                    by_form[proposition.predicate.form].append((remark, proposition))
        for form in sorted(by_form.keys() & self._opposites.keys()):
            for other in sorted(o for o in self._opposites[form] if o > form):
                for a, one in by_form[form]:
                    for b, two in by_form.get(other, ()):
                        worth = self._likeness(a, one, b, two) if one.modality == two.modality else 0.0
                        if worth:
                            yield _Found(
                                worth,
                                f"{form}/{other}",
                                a,
                                b,
                                "position",
                                "opposite-predicates",
                                f"berlawanan: {a.speaker} “{one.words}”, {b.speaker} “{two.words}”",
                                f"opposites: {a.speaker} “{one.words}”, {b.speaker} “{two.words}”",
                            )

    def _likeness(self, a: Remark, one: Proposition, b: Remark, two: Proposition) -> float:
        """The weight of what two clauses share beside their predicates, where they are of one thing; else 0."""
        if not one.same_things(two) or not _can_clash(a, b, self._glued):
            return 0.0
        if len((one.others & two.others) - self._common) >= ALIKE_TELLING:
            lighter, both, worth = self._shares(one.others, two.others)
            if lighter >= ALIKE and both >= ALIKE_BOTH:
                return worth
        if len((a.stems & b.stems) - self._common) >= WHOLE_TELLING and same_things(a.stems, b.stems):
            lighter, both, worth = self._shares(a.stems, b.stems)
            if lighter >= WHOLE and both >= WHOLE_BOTH:
                return worth
        return 0.0

    def _shares(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float, float]:
        """The weight of what two sets of words share: as a share of the lighter, of both, and by itself."""
        first, second, shared = self._sum(a), self._sum(b), self._sum(a & b)
        return (shared / min(first, second), 2 * shared / (first + second), shared) if first and second else (0.0,) * 3

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(map(self._weight.__getitem__, stems))


def _can_clash(a: Remark, b: Remark, glued: AbstractSet[str]) -> bool:
    """Whether two remarks are of two speakers, and made near enough in time."""
    if a.who == b.who:
        return False
    one, two = set(a.speaker.lower().split()), set(b.speaker.lower().split())
    if (
        one <= two or two <= one or _is_run_together(a.speaker, b.speaker, glued)
    ):  # a name and its other form, not joined
        return False
    days = [r.day or (r.reported or "")[:DAY] for r in (a, b)]
    return not all(days) or abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= DAYS


def _is_run_together(a: str, b: str, glued: AbstractSet[str]) -> bool:
    """Whether two names are one but for a lost space: `Sari Wirya` and `SariWirya Putra`, `Sari WiryaPutra` or `Sari Wiryaatau`, not
    `Sari Wiryawan`."""
    shorter, longer = sorted((_HUMP.sub(" ", name).lower().split() for name in (a, b)), key=lambda w: len("".join(w)))
    name = "".join(shorter)
    return any(run == name or (run.startswith(name) and run[len(name) :] in glued) for run in accumulate(longer))


def _is_later(a: Remark, b: Remark) -> bool:
    """Whether one remark is known to be of a later day than the other."""
    return (a.day or a.reported or "") > (b.day or b.reported or "9")


def _of_figures(readings: Sequence[Reading], series: Sequence[Series]) -> Iterator[Clash]:
    """The statements behind figures of a series that its steps find in conflict, or whose values exclude one another."""
    figures = {f.id: f for r in readings for f in r.figures}
    for row in series:
        if row.relation != "conflict":
            continue
        stood_by = [i for i in row.figures if i not in row.overtaken]
        steps = [(s.a, s.b) for s in row.steps if s.relation == "conflict" and {s.a, s.b} <= {*stood_by}]
        pairs = steps or list(combinations(stood_by, 2))
        told = 0
        for a, b in ((figures[i], figures[j]) for i, j in pairs if i in figures and j in figures):
            if told < MOST_OF_SERIES and a.statement and b.statement and a.speaker != b.speaker and _exclude(a, b):
                told += 1
                yield _clash(
                    "figure",
                    "figures-in-conflict",
                    a.statement,
                    b.statement,
                    f"angkanya berbeda: {a.number.text} dan {b.number.text}",
                    f"their numbers differ: {a.number.text} and {b.number.text}",
                )


def _exclude(a: Figure, b: Figure) -> bool:
    """Whether two figures cannot both be right."""
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _unproven(readings: Sequence[Reading], lexicon: _Lexicon) -> Iterator[Clash]:
    """A statement that a claim was left without proof, right after the claim of another."""
    for reading in readings:
        ordered = sorted(reading.statements, key=lambda s: (s.start, s.end))
        for claim, remark in pairwise(ordered):
            speakers = {claim.speaker and claim.speaker.name, remark.speaker and remark.speaker.name}
            if len(speakers) == 2 and remark.start - claim.end <= NEAR and lexicon.finds(remark.text):
                yield _clash(
                    "none-given",
                    "no-evidence",
                    claim.id,
                    remark.id,
                    "dinyatakan tanpa bukti",
                    "said without evidence",
                )


def _clash(kind: str, rule: str, a: str, b: str, why: str, english: str) -> Clash:
    """A clash of two statements (ids), in the order in which they are told."""
    return Clash(kind=kind, a=a, b=b, why=why, rule=rule, english=english)
