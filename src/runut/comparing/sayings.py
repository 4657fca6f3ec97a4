"""The same statement in several wordings: cut, translated otherwise, or told in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from runut import codec
from runut.comparing import remarks
from runut.comparing.remarks import REPRINTED, Remark
from runut.comparing.rulings import NONE, Rulings
from runut.comparing.sources import Sources, places_of
from runut.lang import Language
from runut.model import Entity, Family, Reading, Saying

# Word for word: of the three-word runs of the shorter, at least `VERBATIM_WORDS` words long, this share stands in the longer; of one
# speaker's quotations the shorter, three words or more with a telling one, stands whole in the longer.
VERBATIM, VERBATIM_WORDS = REPRINTED, 7
# So long, with the same numbers, it is one saying though the reports tell two speakers: a spokesman and an office, or a slip of one of
# them. Of 45 such pairs in 535 stories 43 were one saying, all from ten words on that were no formula of a court.
TWO_SPEAKERS = 12
# Two statements of one speaker make the same point when the lighter has this share of its weight in common with the other, both together
# this share of theirs, and so many telling words: more of both, less of the lighter. With the last two 24 of 24 further pairs were one.
POINTS = ((0.62, 0.45, 3), (0.5, 0.5, 3), (0.6, 0.5, 2))
# Two quotations are one, translated or taken down otherwise, from here on; as are two statements with the same number of two digits.
TRANSLATED, COUNTED = (0.45, 0.45, 3), (0.45, 0.4, 4)
# The shorter a part is of the other, the more of it must be in the other.
PARTS = ((0.8, 0.3, 3), (0.75, 0.25, 5), (0.65, 0.38, 5))
# So much of one speaker's words in the other is told on from there, so many days later too.
LASTING, WEEK = (0.8, 0.4, 5), 7
LEAST_TELLING = 2
# What two negations turn is one thing when all of the one stands behind the other too, so many words.
DENIED_ALIKE = 2
# All wordings of one statement have at least this share of the lighter's weight in common.
FLOOR = 0.3
# A statement without a day was said no more than so many days before the day of its report.
DAYS = 3
# What is word for word the same, one report may give a day late; at length in quotation marks it is one saying though a report misdates it.
LATE = 1

RULES = {
    "same-words": ("kata-katanya sama", "word for word"),
    "same-words-two-speakers": (
        "kata-katanya sama, penuturnya disebut lain",
        "word for word, its speaker told otherwise",
    ),
    "same-point": ("pembicara sama, isinya dekat", "same speaker, close content"),
    "same-quotation": (
        "kutipan pembicara yang sama, kata-katanya lain",
        "a quotation of one speaker, worded otherwise",
    ),
    "same-number": ("pembicara sama, angka dan isinya sama", "same speaker, the same number and content"),
    "part-of-point": ("pembicara sama, yang satu bagian dari yang lain", "same speaker, one is part of the other"),
    "judgement": ("diputuskan oleh manusia", "a person's judgement"),
}


# Joined by the words alone, whoever said them.
BY_WORDS = frozenset(["same-words", "same-words-two-speakers"])
# What two speakers are told to have said alike is less sure than what one did.
OF_TWO = (1.5, "same-words-two-speakers")


@dataclass(slots=True)
class _Group:
    members: list[Remark]
    rules: list[str] = field(default_factory=list)


def join(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    families: tuple[Family, ...],
    language: Language,
    rulings: Rulings = NONE,
    told: Sequence[Remark] | None = None,
    sources: Sources | None = None,
) -> tuple[Saying, ...]:
    """The statements that several reports give, each with its wordings, those that most independent reports give first.

    Cascade: `same-words` (word for word, though one report does not tell who said it); `same-words-two-speakers` (at length, though two
    speakers are told); of one speaker `same-point` (close content), `same-quotation` (quoted otherwise), `same-number` (a number and
    what is counted), `part-of-point` (one holds the other). Statements of different numbers or persons stay apart, as do those of
    different days but for what is word for word the same, those of which one negates what the other says but for one denial told in two
    ways, and what is asked for from what is so. `rulings` of the layer `statements` group and part them; rule `judgement`.
    `told` are the readings' remarks where they were gathered already.
    """
    told = remarks.gather(readings, entities, families, language) if told is None else told
    sources = sources or Sources(readings, families)
    groups = _groups(told, language)
    by_id = {r.statement.id: r for r in told}
    rule_of = {frozenset(r.statement.id for r in g.members): _rule(g) for g in groups}
    ruled = rulings.regroup("statements", [[r.statement.id for r in g.members] for g in groups])
    named = rulings.named("statements")
    often = Counter(r.who for r in told)
    out = []
    for ids in ruled:
        members = [by_id[i] for i in ids if i in by_id]
        if len(members) < 2:
            continue
        rule = rule_of.get(frozenset(ids), "judgement")
        if len({r.report for r in members}) > 1 or not named.isdisjoint(ids):
            out.append(_saying(members, rule, often, sources))
    return tuple(sorted(out, key=lambda s: (-s.independent, -s.reports, s.day or "9", s.id)))


def _rule(group: _Group) -> str:
    """The loosest of the rules by which a group was joined."""
    return max(group.rules, key=list(RULES).index, default="same-words")


def _saying(members: Sequence[Remark], rule: str, often: Mapping[str | None, int], sources: Sources) -> Saying:
    """The saying of a group; of two speakers who are told that of more of its reports, else whoever says more in the story."""
    ordered = sorted(members, key=_by_fullness)
    known = [r for r in ordered if r.who is not None]
    here = Counter(r.who for r in known)
    first = max(known, key=lambda r: (here[r.who], often[r.who])) if known else ordered[0]
    days = Counter(r.day for r in ordered if r.day)
    ids = tuple(r.statement.id for r in ordered)
    why, english = RULES[rule]
    return Saying(
        id=codec.content_id("saying", *sorted(ids)),
        speaker=first.speaker,
        entity=first.entity,
        day=min(days, key=lambda d: (-days[d], d), default=None),
        statements=ids,
        reports=len({r.report for r in ordered}),
        independent=sources.count(places_of(r.statement for r in ordered)),
        rule=rule,
        why=why,
        english=english,
    )


def _by_fullness(remark: Remark) -> tuple[int, int, int, int]:
    return -len(remark.words), -len(remark.forms), remark.report, remark.statement.start


def _groups(told: Sequence[Remark], language: Language) -> list[_Group]:
    """Statements grouped around the fullest of each; most groups hold one."""
    weight, common = remarks.weigh(told)
    runs_of = {r.statement.id: remarks.find_runs(r) for r in told}
    formula = frozenset(r["word"] for r in language.table("clash_words") if r["role"] == "formula")
    pairs = _Pairs(weight, common, runs_of, formula)
    groups: list[_Group] = []
    by_stem: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for remark in sorted(told, key=_by_fullness):
        near: Counter[int] = Counter()
        if remark.who is not None:
            near.update(n for stem in remark.stems - common for n in by_stem.get((remark.who, stem), ()))
        alike = {n for n, shared in near.items() if shared >= LEAST_TELLING}
        runs = runs_of[remark.statement.id]
        for run in runs:
            alike.update(by_run.get(run, ()))
        best: tuple[float, int, str] | None = None
        for n in sorted(alike):
            found = pairs.judge(groups[n].members, remark)
            if found and (best is None or found[0] > best[0]):
                best = (found[0], n, found[1])
        if best is None:
            home = len(groups)
            groups.append(_Group([remark]))
        else:
            home = best[1]
            groups[home].members.append(remark)
            groups[home].rules.append(best[2])
            continue
        if remark.who is not None:
            for stem in remark.stems - common:
                by_stem[remark.who, stem].append(home)
        for run in runs:
            by_run[run].append(home)
    return groups


class _Pairs:
    """Whether a statement belongs to a group, by the weights of the story's words."""

    def __init__(
        self,
        weight: Mapping[str, float],
        common: frozenset[str],
        runs_of: Mapping[str, frozenset[tuple[str, ...]]],
        formula: frozenset[str],
    ) -> None:
        self._weight, self._common, self._runs_of, self._formula = weight, common, runs_of, formula

    def judge(self, group: Sequence[Remark], remark: Remark) -> tuple[float, str] | None:
        """How like the group's fullest a statement is, and the rule; None where it is not the same."""
        first = group[0]
        found = self._same(first, remark)
        if found is None:
            return None
        verbatim = found[1] in BY_WORDS
        for other in group[1:]:
            if self._apart(other, remark, verbatim) or (not verbatim and self._shares(other, remark)[0] < FLOOR):
                return None
            if self._names_others(other, remark, verbatim):
                return None
            if _of_two(other, remark):
                if not (self._is_verbatim(other, remark) and self._is_long(other, remark)):
                    return None
                found = OF_TWO
        return found

    def _same(self, a: Remark, b: Remark) -> tuple[float, str] | None:
        verbatim = self._is_verbatim(a, b)
        if self._apart(a, b, verbatim) or self._names_others(a, b, verbatim):
            return None
        if _of_two(a, b):
            return OF_TWO if verbatim and self._is_long(a, b) else None
        if verbatim:
            return 2.0, "same-words"
        if a.who is None or a.who != b.who or _asks_alone(a, b):
            return None
        lighter, both = self._shares(a, b)
        telling = len((a.stems & b.stems) - self._common)
        if not _same_time(a, b, WEEK if _reaches((lighter, both, telling), LASTING) else DAYS):
            return None
        if any(_reaches((lighter, both, telling), least) for least in POINTS):
            return lighter, "same-point"
        if a.quoted and b.quoted and _reaches((lighter, both, telling), TRANSLATED):
            return lighter, "same-quotation"
        if any(len(n) > 1 for n in a.numbers & b.numbers) and _reaches((lighter, both, telling), COUNTED):
            return lighter, "same-number"
        if any(_reaches((lighter, both, telling), least) for least in PARTS):
            return lighter, "part-of-point"
        return None

    def _apart(self, a: Remark, b: Remark, verbatim: bool) -> bool:
        """Whether two statements differ in what must be equal: day, number, what is negated or turned round; who says it, but for words."""
        if _of_two(a, b) and not verbatim:
            return True
        if a.day and b.day and a.day != b.day and _days_between(a.day, b.day) > self._late(a, b, verbatim):
            return True
        if a.numbers and b.numbers and a.numbers - b.numbers and b.numbers - a.numbers:
            return True
        if a.denies != b.denies or _are_opposed(a, b):
            return True
        at_odds = (a.denied & b.stems) - b.negated or (b.denied & a.stems) - a.negated
        return bool(at_odds) and not _deny_one_thing(a, b)

    def _late(self, a: Remark, b: Remark, verbatim: bool) -> int:
        """How many days apart two reports may give one saying."""
        if verbatim and a.quoted and b.quoted and not _of_two(a, b) and self._is_long(a, b):
            return WEEK
        return LATE if verbatim else 0

    def _names_others(self, a: Remark, b: Remark, verbatim: bool) -> bool:
        """Whether two statements are of other people, and not word for word the same without a formula of a court."""
        return _of_two_persons(a, b) and not (verbatim and self._formula.isdisjoint(a.forms))

    def _is_verbatim(self, a: Remark, b: Remark) -> bool:
        shorter, longer = sorted((a, b), key=lambda r: len(r.forms))
        if len(shorter.forms) < VERBATIM_WORDS:
            return self._is_held(shorter, longer)
        runs = self._runs_of[shorter.statement.id]
        return len(runs & self._runs_of[longer.statement.id]) >= VERBATIM * len(runs)

    def _is_held(self, shorter: Remark, longer: Remark) -> bool:
        """Whether a short quotation stands whole in another of its speaker."""
        if shorter.who is None or shorter.who != longer.who or not (shorter.quoted and longer.quoted):
            return False
        runs = self._runs_of[shorter.statement.id]
        return bool(runs and shorter.stems - self._common) and runs <= self._runs_of[longer.statement.id]

    def _is_long(self, a: Remark, b: Remark) -> bool:
        """Whether what two speakers are told to have said alike is too long for that, and no formula."""
        least = min(len(a.forms), len(b.forms))
        return least >= TWO_SPEAKERS and a.numbers == b.numbers and self._formula.isdisjoint(a.forms + b.forms)

    def _shares(self, a: Remark, b: Remark) -> tuple[float, float]:
        """The weight of what two statements share, as a share of the lighter one and of both."""
        weight_of = self._weight.__getitem__
        first, second = sum(map(weight_of, a.stems)), sum(map(weight_of, b.stems))
        shared = sum(map(weight_of, a.stems & b.stems))
        return (shared / min(first, second), 2 * shared / (first + second)) if first and second else (0.0, 0.0)


def _deny_one_thing(a: Remark, b: Remark) -> bool:
    """Whether two reports tell one denial in two ways (`bukan uang negara`, `tidak memakai uang negara`), and deny nothing else."""
    if a.report == b.report or len(a.scopes) != len(b.scopes):
        return False
    alike = all(
        any(len(one & two) >= DENIED_ALIKE and (one <= two or two <= one) for two in b.scopes) for one in a.scopes
    )
    return alike and all(any(len(one & two) >= DENIED_ALIKE for one in a.scopes) for two in b.scopes)


def _are_opposed(a: Remark, b: Remark) -> bool:
    """Whether a statement has a word whose opposite the other has, and not that word itself, but beside all that both say."""
    mine, theirs = (a.opposites & b.turns) - a.turns, (b.opposites & a.turns) - b.turns
    if mine and theirs:
        return True
    return not _are_beside(b, a, mine) if mine else bool(theirs) and not _are_beside(a, b, theirs)


def _are_beside(longer: Remark, other: Remark, turns: AbstractSet[str]) -> bool:
    """Whether some words of a statement stand all before or all behind what it has in common with another."""
    at = [n for n, word in enumerate(longer.words) if word.form in turns]
    shared = longer.stems & other.stems
    ahead, behind = longer.words[: min(at, default=0)], longer.words[max(at, default=0) + 1 :]
    return any(shared <= {word.lemma for word in part} for part in (ahead, behind))


def _of_two_persons(a: Remark, b: Remark) -> bool:
    """Whether two statements name other people: not one is the same, or each begins with one whom the other does not name."""
    if not a.persons or not b.persons:
        return False
    one, two = a.words[0].lemma, b.words[0].lemma
    return a.persons.isdisjoint(b.persons) or (one in a.persons - b.persons and two in b.persons - a.persons)


def _of_two(a: Remark, b: Remark) -> bool:
    """Whether two statements are told to be of two speakers."""
    return a.who is not None and b.who is not None and a.who != b.who


def _reaches(shares: tuple[float, float, int], least: tuple[float, float, int]) -> bool:
    return all(have >= want for have, want in zip(shares, least, strict=True))


def _asks_alone(a: Remark, b: Remark) -> bool:
    """Whether one of two statements asks for what the other tells as so."""
    return (a.asks and not (b.asks or b.may_ask)) or (b.asks and not (a.asks or a.may_ask))


def _same_time(a: Remark, b: Remark, days: int) -> bool:
    """Whether two statements can have been made on one day: a report tells of the last few; of two days it was asked before."""
    if a.day and b.day:
        return True
    first, second = a.day or a.reported, b.day or b.reported
    return first is None or second is None or _days_between(first, second) <= days


def _days_between(a: str, b: str) -> int:
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)
