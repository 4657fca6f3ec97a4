"""What one speaker says of one matter over time, where the later statement takes back or changes the earlier."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runut import codec
from runut.comparing import remarks
from runut.comparing.propositions import Proposition, find_propositions
from runut.comparing.remarks import Remark
from runut.lang import Language
from runut.model import Entity, Family, Figure, Position, Reading, Series
from runut.text.alternatives import any_of

# A statement takes back an earlier one that shares so many of its telling words.
TAKEN_BACK = 2
# Two propositions are of one thing when their other words share this much of the lighter's weight, so many of them telling.
ALIKE, ALIKE_TELLING = 0.6, 2


@dataclass(frozen=True, slots=True)
class _Lexicon:
    modal: re.Pattern[str]
    retracting: re.Pattern[str]


def _lexicon(language: Language) -> _Lexicon:
    rows = language.table("clash_words")

    def said(role: str) -> re.Pattern[str]:
        return re.compile(rf"\b{any_of(r['word'] for r in rows if r['role'] == role)}\b", re.IGNORECASE)

    taken = any_of(r["word"] for r in rows if r["role"] == "retraction")
    return _Lexicon(said("modal"), re.compile(rf"\b{taken}(?:nya)?\b", re.IGNORECASE))


def find(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    families: tuple[Family, ...],
    series: tuple[Series, ...],
    language: Language,
    told: Sequence[Remark] | None = None,
) -> tuple[Position, ...]:
    """The changes of position in a story, the earlier statement first; few, and only plain ones.

    Cascade, each by one speaker: `took-back` (the later is said to correct or withdraw what was said of the same thing),
    `number-changed` (other figures on different days in a series that does not evolve), `negated-later` (the later says of the
    same thing that it is not so, or the earlier did). `told` are the readings' remarks where they were gathered already.
    """
    lexicon = language.derive(_lexicon)
    told = remarks.gather(readings, entities, families, language) if told is None else told
    weight, common = remarks.weigh(told)
    by_speaker: dict[str, list[Remark]] = defaultdict(list)
    for remark in told:
        if remark.who is not None:
            by_speaker[remark.who].append(remark)
    found: dict[tuple[str, ...], Position] = {}
    for who in sorted(by_speaker):
        said = sorted(by_speaker[who], key=_when)
        for position in (
            *_taken_back(said, readings, lexicon, common),
            *_negated(said, lexicon, weight, common, language),
        ):
            found.setdefault(position.statements, position)
    for position in _numbers(told, readings, series):
        found.setdefault(position.statements, position)
    return tuple(sorted(found.values(), key=lambda p: (p.speaker, p.id)))


def _when(remark: Remark) -> tuple[str, int, int]:
    return _day(remark), remark.report, remark.statement.start


def _day(remark: Remark) -> str:
    """The day on which a statement was made, else that of its report."""
    return remark.day or (remark.reported or "9")[:10]


def _is_before(a: Remark, b: Remark) -> bool:
    """Whether one remark is known to be of an earlier day: by the days on which both were said, or that the earlier was reported."""
    first, second = a.day or (a.reported or "")[:10], b.day
    return bool(first and second and first < second)


def _taken_back(
    said: Sequence[Remark], readings: Sequence[Reading], lexicon: _Lexicon, common: frozenset[str]
) -> Iterator[Position]:
    """Statements whose own sentence says that they correct or withdraw an earlier one, with the earlier one most like them."""
    for n, later in enumerate(said):
        if not lexicon.retracting.search(_sentence(readings[later.report], later)):
            continue
        shared = [
            (len((later.stems & r.stems) - common), -k)
            for k, r in enumerate(said[:n])
            if r.report != later.report and not remarks.is_reprinted(r, later)
        ]
        most, minus = max(shared, default=(0, 0))
        if most >= TAKEN_BACK:
            yield _position(
                [said[-minus], later],
                "took-back",
                "pernyataan yang belakangan meralat atau menarik yang lebih dahulu",
                "the later statement corrects or withdraws the earlier",
            )


def _sentence(reading: Reading, remark: Remark) -> str:
    """The sentence in which a statement begins, as far as it stands outside the statement's own quoted words."""
    statement = remark.statement
    for sentence in reading.sentences:
        if sentence.start <= statement.start < sentence.end:
            before = reading.article.text[sentence.start : statement.start]
            after = reading.article.text[min(statement.end, sentence.end) : sentence.end]
            return f"{before} {after}" if remark.quoted else f"{before} {statement.text} {after}"
    return ""


def _negated(
    said: Sequence[Remark],
    lexicon: _Lexicon,
    weight: Mapping[str, float],
    common: frozenset[str],
    language: Language,
) -> Iterator[Position]:
    """A predicate that the speaker negates on one day and says of the same thing on another."""
    plain = [r for r in said if not r.denies and not lexicon.modal.search(r.statement.text)]
    wanted = {stem for r in plain for stem in r.negated}
    by_lemma: dict[str, list[tuple[Remark, Proposition]]] = defaultdict(list)
    for remark in plain:
        for proposition in find_propositions(remark, wanted, language):
            by_lemma[proposition.predicate.lemma].append((remark, proposition))
    for lemma in sorted(by_lemma):
        for n, (a, one) in enumerate(by_lemma[lemma]):
            for b, two in by_lemma[lemma][n + 1 :]:
                if one.predicate.negated == two.predicate.negated or not _is_before(a, b):
                    continue
                nay, yea = (one, two) if one.predicate.negated else (two, one)
                if yea.is_plain and nay.suits(yea) and not nay.waits and _of_one_thing(one, two, weight, common):
                    yield _position(
                        [a, b],
                        "negated-later",
                        f"“{one.words}”, lalu “{two.words}”",
                        f"“{one.words}”, then “{two.words}”",
                    )


def _of_one_thing(one: Proposition, two: Proposition, weight: Mapping[str, float], common: frozenset[str]) -> bool:
    shared = one.others & two.others
    lighter = min(sum(weight[s] for s in p.others) for p in (one, two))
    enough = len(shared - common) >= ALIKE_TELLING and sum(weight[s] for s in shared) >= ALIKE * lighter
    return enough and one.same_things(two)


def _numbers(told: Sequence[Remark], readings: Sequence[Reading], series: Sequence[Series]) -> Iterator[Position]:
    """Statements of one speaker on different days behind figures of one series that differ."""
    figures = {f.id: f for r in readings for f in r.figures if f.statement}
    by_id = {r.statement.id: r for r in told}
    for row in series:
        if row.relation != "conflict":  # one that evolves tells its changes itself
            continue
        by_speaker: dict[str, list[tuple[Remark, Figure]]] = defaultdict(list)
        # what a speaker only names as the count before is no position of his: `dari 125 orang menjadi 131 orang`
        for figure in (figures[i] for i in row.figures if i in figures and i not in row.overtaken):
            remark = by_id.get(figure.statement or "")
            if remark is not None and remark.who is not None and (remark.day or remark.reported):
                by_speaker[remark.who].append((remark, figure))
        for who in sorted(by_speaker):
            steps: list[tuple[Remark, Figure]] = []
            for remark, figure in sorted(by_speaker[who], key=lambda p: _when(p[0])):
                if not steps or (_day(steps[-1][0]) < _day(remark) and _differs(steps[-1][1], figure)):
                    steps.append((remark, figure))
            if len(steps) > 1:
                values = [f.number.text for _, f in steps]
                yield _position(
                    [r for r, _ in steps],
                    "number-changed",
                    f"angkanya berubah: {', lalu '.join(values)}",
                    f"the number changed: {', then '.join(values)}",
                )


def _differs(a: Figure, b: Figure) -> bool:
    """Whether one speaker's figure is another than before: `at least 610`, then `at least 627`; vague ones differ from none."""
    return not (a.approx or b.approx) and (a.low, a.high) != (b.low, b.high)


def _position(steps: Sequence[Remark], rule: str, why: str, english: str) -> Position:
    ids = tuple(r.statement.id for r in steps)
    return Position(
        id=codec.content_id("position", *ids),
        speaker=steps[0].speaker,
        entity=steps[0].entity,
        statements=ids,
        rule=rule,
        why=why,
        english=english,
    )
