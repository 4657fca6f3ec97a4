"""Events across reports: which clauses tell one happening, who tells it, and how sure each is of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from runut import codec
from runut.comparing import acts
from runut.comparing.acts import Act
from runut.comparing.lemmas import Lemmas
from runut.comparing.rulings import NONE, Rulings
from runut.comparing.sources import Sources, places_of
from runut.comparing.wording import weigh
from runut.lang import Language
from runut.model import Entity, Family, Figure, Happening, Party, Reading, Standing

# Word for word: of the three-word runs of the shorter, at least so many words long, this share stands in the longer.
VERBATIM, VERBATIM_WORDS = 0.75, 5
# Two clauses are close in content when the lighter has this share of its weight in common with the other, and both together this share
# of theirs, with so many words in common that few events of the story have.
CLOSE, CLOSE_BOTH, CLOSE_TELLING = 0.6, 0.45, 3
# Where the deed is the same, less will do beside what else ties them.
LIKE, LIKE_TELLING = 0.4, 2
# All wordings of one happening have at least this share of the lighter's weight in common with the fullest.
FLOOR = 0.2
# Two events are looked at where they have the deed or so many telling words in common.
LEAST_MET = 2
# A word is telling that stands in no more than this share of a story's events, or in so many of them.
COMMON_SHARE, COMMON_LEAST = 0.15, 3
# So few are equal by accident.
FEW = 3
# Of the members of a group, this share tells the same by a rule as one who comes in.
LINKED = 0.34
# A place is told of a happening where this share of the reports that name one names part of it.
AGREED = 0.67
# A party is told of a happening where so much of its clauses names it.
ENOUGH = 0.34
# Two groups are one where this share of the pairs of their fullest members is linked, so many of each.
UNITED, MOST_COMPARED = 0.5, 4
# A report is mostly of one of these; of others many may be told.
SINGLE = frozenset(["DISASTER", "ACCIDENT"])
# Of verbs in these frames someone is the doer, told or not understood.
TOLD_BY = ("active", "open", "plain")
# Many take the same stand: whose it is must be told.
STANCES = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "CONCEDE", "AGREE"])
# Whoever comes to harm is counted anew from report to report; of other deeds another count is another deed.
HARMS = frozenset(["ASSAULT", "DISASTER", "ACCIDENT"])
# Of these, other people may be killed or hurt elsewhere in one story, in like words.
VIOLENT = HARMS | {"CRIME"}
# Those who met once meet again: where a report tells no day, its meeting is of the last so many days.
RECURRING, RECENT = frozenset(["CONSULT"]), 7
# Tolls of one happening grow: told without a place or a name in common, this share of the greater is still one.
NEARLY = 0.8
# Ages that reports tell of one person differ by no more; an age stands so many letters behind its person at most.
AGES_APART, BEHIND = 5, 12
# One deed may be told as either of these.
NEAR = frozenset(
    frozenset(pair)
    for pair in (
        *combinations(sorted(HARMS), 2),
        ("ASSAULT", "CRIME"),
        ("ASSAULT", "COERCE"),
        ("ACCUSE", "COERCE"),
        ("COERCE", "SANCTION"),
        ("CONSULT", "COOPERATE"),
        ("AGREE", "SUPPORT"),
        ("AID", "MOBILIZE"),
        ("CONCEDE", "RETREAT"),
        ("PROTEST", "REQUEST"),
        ("ACCUSE", "REQUEST"),
    )
)

# From the surest to the loosest.
RULES = {
    "same-words": ("kata-katanya sama", "word for word"),
    "same-deed-and-parties": ("perbuatan, pelaku, dan sasaran sama", "same deed, same doer, same target"),
    "same-deed-and-day": (
        "perbuatan dan hari sama, pihak atau tempatnya cocok",
        "same deed and day, parties or place agree",
    ),
    "same-deed-and-figure": ("perbuatan dan angkanya sama", "same deed and count"),
    "same-deed-and-place": ("perbuatan dan tempat sama", "same deed and place"),
    "same-deed-like-words": ("perbuatan sama, isinya dekat", "same deed, close content"),
    "same-parties-and-day": ("jenis, pihak, dan hari sama", "same kind, parties and day"),
    "close-content": (
        "jenis, pihak, dan hari atau angka sama, isinya dekat",
        "same kind, party, and day or count, close content",
    ),
    "judgement": ("diputuskan oleh manusia", "a person's judgement"),
}


_PLACE = {rule: n for n, rule in enumerate(RULES)}


@dataclass(slots=True)
class _Group:
    members: list[Act]
    rules: list[str] = field(default_factory=list)


def join(
    readings: tuple[Reading, ...],
    entities: tuple[Entity, ...],
    families: tuple[Family, ...],
    language: Language,
    rulings: Rulings = NONE,
    lemmas: Lemmas | None = None,
    *,
    sources: Sources | None = None,
) -> tuple[Happening, ...]:
    """The happenings that several reports tell, those that most independent reports tell first.

    Two clauses are of one happening by the first of `RULES` that holds; never where their days, their parties or (but for those who come
    to harm) their counts differ, nor where one denies what the other tells of nobody in particular. `rulings` of the layer `events`
    group and part them; rule `judgement`.
    """
    told = acts.gather(readings, entities, families, language, lemmas)
    sources = sources or Sources(readings, families)
    groups = _groups(told)
    by_id = {a.event.id: a for a in told}
    rule_of = {frozenset(a.event.id for a in g.members): _rule(g) for g in groups}
    named = rulings.named("events")
    out = []
    for ids in rulings.regroup("events", [[a.event.id for a in g.members] for g in groups]):
        members = [by_id[i] for i in ids if i in by_id]
        if len(members) > 1 and (len({a.report for a in members}) > 1 or not named.isdisjoint(ids)):
            out.append(_happening(members, rule_of.get(frozenset(ids), "judgement"), sources))
    first = {a.event.id: (a.report, a.event.start) for a in told}
    return tuple(
        sorted(out, key=lambda h: (-h.independent, -h.reports, h.date or "9", min(first[i] for i in h.events), h.id))
    )


def _rule(group: _Group) -> str:
    """The loosest of the rules by which a group was joined."""
    return max(group.rules, key=list(RULES).index, default="same-words")


def _happening(members: Sequence[Act], rule: str, sources: Sources) -> Happening:
    ordered = sorted(members, key=_by_fullness)
    ids = tuple(a.event.id for a in ordered)
    statuses: dict[str, list[str]] = defaultdict(list)
    for act in ordered:
        statuses[act.event.status].append(act.event.id)
    why, english = RULES[rule]
    return Happening(
        id=codec.content_id("happening", *sorted(ids)),
        type=Counter(a.event.type for a in ordered).most_common(1)[0][0],
        events=ids,
        standings=tuple(Standing(status=s, events=tuple(of)) for s, of in sorted(statuses.items())),
        reports=len({a.report for a in ordered}),
        independent=sources.count(places_of(a.event for a in ordered)),
        rule=rule,
        why=why,
        english=english,
        date=_only_day(ordered),
        place=_only_place(ordered),
        actor=_only_party(ordered, "actor"),
        recipient=_only_party(ordered, "recipient"),
        figures=tuple(f.id for a in ordered for f in a.figures),
    )


def _by_fullness(act: Act) -> tuple[int, int, int, str]:
    return -len(act.stems), act.report, act.event.start, act.event.id


def _only_day(members: Iterable[Act]) -> str | None:
    """The one day that the reports tell, as finely as any tells it; None where they tell several."""
    days = sorted({a.event.date for a in members if a.event.date}, key=lambda d: (-len(d), d))
    return days[0] if days and all(days[0].startswith(d[: len(days[0])]) for d in days) else None


def _only_place(members: Iterable[Act]) -> str | None:
    """The place that most reports tell, where nearly all tell the same or part of it."""
    told = [(a.event.place, a.place) for a in members if a.event.place]
    if not told:
        return None
    agree = [(sum(not place.isdisjoint(other) for _, other in told), text) for text, place in told]
    count = Counter(text for text, _ in told)
    most, text = min(agree, key=lambda pair: (-pair[0], -count[pair[1]], -len(pair[1]), pair[1]))
    return text if most >= AGREED * len(told) else None


def _only_party(members: Sequence[Act], role: str) -> str | None:
    """The entity that half of the reports' words for a role name, and enough of all; else the words of most where two share some.

    None where they name several entities.
    """
    told: list[tuple[Party, frozenset[str]]] = []
    owners: Counter[str] = Counter()
    for act in members:
        party, words, entity = (
            (act.event.actor, act.actor, act.actor_entity)
            if role == "actor"
            else (act.event.recipient, act.recipient, act.recipient_entity)
        )
        if entity:
            owners[entity] += 1
        if party is not None and words:
            told.append((party, words))
    if owners:
        entity, times = owners.most_common(1)[0]
        plain = len(owners) == 1 and 2 * times >= len(told) and times >= ENOUGH * len(members)
        return entity if plain else None
    shared = [party.text for party, words in told if sum(not words.isdisjoint(other) for _, other in told) > 1]
    count = Counter(shared)
    return min(count, key=lambda text: (-count[text], len(text), text), default=None)


def _groups(told: Sequence[Act]) -> list[_Group]:
    """Events grouped around the fullest of each; most groups hold one."""
    pairs = _Pairs(told)
    groups: list[_Group] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for act in sorted(told, key=_by_fullness):
        keys = pairs.keys(act)
        met = Counter(n for key in keys for n in by_key.get(key, ()))
        met.update(n for word in act.deed for n in by_key.get(f"deed:{word}", ()))
        near = sorted(n for n, count in met.items() if count >= LEAST_MET)
        best: tuple[int, float, int, str] | None = None
        for n in near:
            found = pairs.judge(groups[n].members, act)
            if found and (best is None or found > best[:2]):
                best = (*found, n, list(RULES)[-found[0]])
        if best is None:
            groups.append(_Group([act]))
            home = len(groups) - 1
        else:
            home = best[2]
            groups[home].members.append(act)
            groups[home].rules.append(best[3])
        for key in keys:
            if home not in by_key[key]:
                by_key[key].append(home)
    return _united(groups, pairs)


def _united(groups: Sequence[_Group], pairs: _Pairs) -> list[_Group]:
    """Groups that tell one happening made one: the first that come, being the fullest, gather few of those that come late."""
    out: list[_Group] = []
    by_deed: dict[str, list[int]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: (-len(g.members), _by_fullness(g.members[0]))):
        deeds = sorted({word for act in group.members for word in act.deed})
        for n in sorted({n for word in deeds for n in by_deed.get(word, ())}):
            if rule := pairs.link(out[n].members, group.members):
                out[n].members += group.members
                out[n].rules += [*group.rules, rule]
                break
        else:
            n = len(out)
            out.append(group)
        for word in deeds:
            if n not in by_deed[word]:
                by_deed[word].append(n)
    return out


class _Pairs:
    """Whether an event is of the happening that a group tells, by the weights of the story's words."""

    def __init__(self, told: Sequence[Act]) -> None:
        self._weight = weigh([a.stems for a in told])
        self._weighs = {a.event.id: sum(map(self._weight.__getitem__, a.stems)) for a in told}
        count = Counter(stem for a in told for stem in a.stems)
        most = max(COMMON_LEAST, COMMON_SHARE * len(told))
        self._common = frozenset(stem for stem, n in count.items() if n > most)

    def keys(self, act: Act) -> frozenset[str]:
        """What two events of one happening have in common at least one of: the deed, or a telling word."""
        return frozenset(f"deed:{word}" for word in act.deed) | (act.stems - self._common)

    def judge(self, group: Sequence[Act], act: Act) -> tuple[int, float] | None:
        """How surely an event belongs to a group (minus the place of the rule among `RULES`) and how like it is; None where it does not."""
        found = []
        for member in group:
            if _apart(member, act) or (member is group[0] and self._shares(member, act)[0] < FLOOR):
                return None
            if rule := self._same(member, act):
                found.append((-rule[0], rule[1]))
        return max(found) if found and len(found) >= LINKED * len(group) else None

    def link(self, group: Sequence[Act], other: Sequence[Act]) -> str | None:
        """The loosest rule by which two groups tell one happening: half of the pairs of their fullest do, and nothing keeps any apart."""
        across = [(a, b) for a in group[:MOST_COMPARED] for b in other[:MOST_COMPARED]]
        if any(_apart(a, b) for a in group for b in other[:MOST_COMPARED]):
            return None
        found = [rule[0] for a, b in across if (rule := self._same(a, b))]
        return list(RULES)[max(found)] if len(found) >= UNITED * len(across) else None

    def _same(self, a: Act, b: Act) -> tuple[int, float] | None:
        lighter, both = self._shares(a, b)
        rule = self._rule(a, b, lighter, both)
        return (_PLACE[rule], lighter) if rule else None

    def _rule(self, a: Act, b: Act, lighter: float, both: float) -> str | None:
        """The first of `RULES` that holds for two events that nothing keeps apart."""
        if _is_verbatim(a, b):
            return "same-words"
        shared = (a.stems & b.stems) - self._common
        parties = _tied(a.actor, b.actor) + _tied(a.recipient, b.recipient)
        if parties and _other_toll(
            a, b, NEARLY
        ):  # `sedikitnya 21 orang` and `sedikitnya 35 orang` have no one in common
            named = _names(a.recipient & b.recipient)
            shared -= (a.recipient | b.recipient) - named
            parties -= bool(_tied(a.recipient, b.recipient) and not named)
        telling, beside = len(shared), len(shared - (a.deed & b.deed))
        day = bool(a.day and a.day == b.day)
        place = bool(a.place & b.place)
        figure = any(_equal(f, g) for f in a.figures for g in b.figures)
        alike = a.event.type == b.event.type
        if a.event.type in STANCES and not (_tied(a.actor, b.actor) or self._one_target(a, b)):
            return None
        if a.event.type == "PROTEST" and not (day or _tied(a.actor, b.actor) or _is_silent(a) or _is_silent(b)):
            return None
        single = alike and a.event.type in SINGLE
        if a.deed & b.deed:
            if parties == 2 and (a.event.type != "REQUEST" or _one_matter(a, b)):
                return "same-deed-and-parties"
            if day and (parties or place or figure or beside >= LIKE_TELLING):
                return "same-deed-and-day"
            if figure and (parties or place or a.event.type in HARMS or lighter >= LIKE):
                return "same-deed-and-figure"
            if place and ((parties and beside) or single or (lighter >= LIKE and not _other_victim(a, b))):
                return "same-deed-and-place"
            if lighter >= LIKE and beside >= LIKE_TELLING - bool(parties or place) and not _may_be_others(a, b):
                return "same-deed-like-words"
        if alike and day and parties == 2:
            return "same-parties-and-day"
        tied = parties and (day or figure)
        if alike and tied and lighter >= CLOSE and both >= CLOSE_BOTH and telling >= CLOSE_TELLING:
            return "close-content"
        return None

    def _one_target(self, a: Act, b: Act) -> bool:
        """Whether two deeds, of which one does not tell by whom, are done to one named target."""
        return (
            (_is_silent(a) or _is_silent(b)) and bool(a.recipient_entity) and a.recipient_entity == b.recipient_entity
        )

    def _shares(self, a: Act, b: Act) -> tuple[float, float]:
        """The weight of what two events share, as a share of the lighter one and of both."""
        weight_of: Mapping[str, float] = self._weight
        first, second = self._weighs[a.event.id], self._weighs[b.event.id]
        shared = sum(map(weight_of.__getitem__, a.stems & b.stems))
        return (shared / min(first, second), 2 * shared / (first + second)) if first and second else (0.0, 0.0)


def _apart(a: Act, b: Act) -> bool:
    """Whether two events differ in what must be equal.

    1. The kind, unless one deed may be told as either. 2. Whether it happened, unless it is plain that both speak of one target. Unless
    one is told in the other's words, and with its numbers: 3. the day or month, for which a meeting without one has that of its report;
    4. an entity that acts or undergoes; 5. whoever or whatever else undergoes it; 6. a count, but of those who come to harm;
    7. the age of who does, and their toll where nothing else ties the two; 8. a day after the report in which the other had happened.
    """
    f, g = a.event, b.event
    if f.type != g.type and frozenset((f.type, g.type)) not in NEAR:
        return True
    one_target = a.recipient_entity is not None and a.recipient_entity == b.recipient_entity
    if (f.status == "denied") != (g.status == "denied") and not one_target:
        return True
    if (
        _other_day(a, b)
        or _is_after(a, b)
        or _is_after(b, a)
        or _other_occasion(a, b)
        or _other_parties(a, b)
        or _other_count(a, b)
        or _is_other_age(a, b)
        or _is_other_time(a, b)
    ):
        return not _is_verbatim(a, b) or _other_number(a, b)
    return False


def _other_day(a: Act, b: Act) -> bool:
    f, g = a.event.date, b.event.date
    return bool(f and g) and not (f or "").startswith((g or "")[:10]) and not (g or "").startswith((f or "")[:10])


def _is_after(act: Act, other: Act) -> bool:
    """Whether an event is of a day after the report in which the other happened, told without its day."""
    day, told = act.event.date, other.reported
    if not (day and told) or other.event.date or other.event.status != "happened":
        return False
    return len(day) >= len(told) and day[: len(told)] > told


def _other_occasion(a: Act, b: Act) -> bool:
    """Whether two meetings, of which one is told without a day, are too far apart by the days told and those of their reports."""
    return a.event.type in RECURRING and not (a.event.date and b.event.date) and _is_far(a, b)


def _is_far(a: Act, b: Act) -> bool:
    """Whether two events are too far apart by the days told and those of their reports."""
    first, second = _about(a), _about(b)
    if first is None or second is None:
        return False
    return max((first[0] - second[1]).days, (second[0] - first[1]).days) > RECENT


def _about(act: Act) -> tuple[date, date] | None:
    """The first and last day that an event tells, else that of its report; None for a month, a year, or a day that no calendar has."""
    first, _, last = (act.event.date or act.reported or "").partition("/")
    try:
        days = [date.fromisoformat(day.partition("T")[0]) for day in (first, last or first)]
    except ValueError:
        return None
    return days[0], max(days)


def _other_parties(a: Act, b: Act) -> bool:
    doer, doer2, target, target2 = a.actor_entity, b.actor_entity, a.recipient_entity, b.recipient_entity
    if (doer and doer2 and doer != doer2) or (target and target2 and target != target2):
        return not (
            doer and target and doer == target2 and target == doer2
        )  # those who meet may be told either way round
    return not (target or target2) and bool(a.recipient and b.recipient) and a.recipient.isdisjoint(b.recipient)


def _other_count(a: Act, b: Act) -> bool:
    """Whether two deeds are done to another number of the same, by their counts or number words (`dua izin`, `empat izin`)."""
    if a.event.type in HARMS:
        return False
    if any(a.counted[noun] != b.counted[noun] for noun in a.counted.keys() & b.counted.keys()):
        return True
    return any(_excludes(x, y) for x in a.figures for y in b.figures)


def _other_toll(a: Act, b: Act, nearly: float = 1.0) -> bool:
    """Whether two harms tell counts of one measure, the largest of the one less than so much of the other's."""
    if a.event.type not in HARMS:
        return False
    first, second = _tolls(a), _tolls(b)
    both = ((first[measure], second[measure]) for measure in first.keys() & second.keys())
    return any(min(x, y) < nearly * max(x, y) for x, y in both)


def _tolls(act: Act) -> dict[str, float]:
    """The largest count of each measure, by the number that is told: `sedikitnya 21` is 21."""
    out: dict[str, float] = {}
    for figure in act.figures:
        told = figure.low if figure.low is not None else figure.high
        if told is not None:
            out[figure.measure] = max(out.get(figure.measure, 0.0), told)
    return out


def _names(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.startswith(acts.NAME))


def _is_tied_by_name(a: Act, b: Act) -> bool:
    """Whether two events share a place or a party by its name."""
    return bool(a.place & b.place or _names(a.actor & b.actor) or _names(a.recipient & b.recipient))


def _is_other_time(a: Act, b: Act) -> bool:
    """Whether two harms, of which one has no day and nothing ties them by name, have other tolls in reports too far apart."""
    if (a.event.date and b.event.date) or _is_tied_by_name(a, b):
        return False
    return _other_toll(a, b) and _is_far(a, b)


def _is_other_age(a: Act, b: Act) -> bool:
    """Whether the ages told of those who come to harm cannot be one person's."""
    ages = [[f.low for f in act.figures if f.measure == "age" and _is_of_recipient(f, act)] for act in (a, b)]
    return all(len(told) == 1 and told[0] for told in ages) and abs((ages[0][0] or 0) - (ages[1][0] or 0)) > AGES_APART


def _is_of_recipient(figure: Figure, act: Act) -> bool:
    """Whether a figure stands in the words for who undergoes an event, or right behind them (`Sari, 19 tahun`)."""
    who = act.event.recipient
    return who is not None and who.start is not None and who.start <= figure.start <= who.start + len(who.text) + BEHIND


def _other_number(a: Act, b: Act) -> bool:
    """Whether two deeds told in the same words tell other numbers: no count of a measure of the one may be one of the other's."""
    if a.event.type in HARMS:
        return False
    measures = {f.measure for f in a.figures} & {f.measure for f in b.figures}
    return any(
        all(_excludes(x, y) for x in a.figures if x.measure == measure for y in b.figures if y.measure == measure)
        for measure in measures
    )


def _one_matter(a: Act, b: Act) -> bool:
    """Whether two demands of the same party on the same share a word of what is demanded."""
    return not (a.stems & b.stems) <= a.deed | b.deed | a.actor | b.actor | a.recipient | b.recipient


def _may_be_others(a: Act, b: Act) -> bool:
    """Whether of two deeds by which people come to harm another toll, place or victim is told, which like words do not make up for."""
    if a.event.type not in VIOLENT or b.event.type not in VIOLENT:
        return False
    if _other_victim(a, b) or (a.place and b.place and not _tied(a.place, b.place)):
        return True
    return _other_toll(a, b, NEARLY)


def _other_victim(a: Act, b: Act) -> bool:
    """Whether two deeds by which people come to harm tell whom, and in no common word."""
    harm = a.event.type in VIOLENT and b.event.type in VIOLENT
    return harm and bool(a.recipient and b.recipient) and not _tied(a.recipient, b.recipient)


def _is_silent(act: Act) -> bool:
    """Whether an event tells no doer, and its words need none."""
    return act.event.actor is None and not act.event.rule.startswith(TOLD_BY)


def _tied(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a.isdisjoint(b)


def _equal(a: Figure, b: Figure) -> bool:
    """Whether two figures are one by no accident."""
    return (a.measure, a.low, a.high) == (b.measure, b.low, b.high) and (a.low or 0) > FEW


def _excludes(a: Figure, b: Figure) -> bool:
    """Whether two counts of one measure cannot both be right."""
    if a.measure != b.measure:
        return False
    above = a.low is not None and b.high is not None and a.low > b.high
    return above or (b.low is not None and a.high is not None and b.low > a.high)


def _is_verbatim(a: Act, b: Act) -> bool:
    """Whether one text has nearly all runs of words of the other."""
    shorter, longer = (a, b) if len(a.forms) <= len(b.forms) else (b, a)
    if len(shorter.forms) < VERBATIM_WORDS or shorter.runs.isdisjoint(longer.runs):
        return False
    return len(shorter.runs & longer.runs) >= VERBATIM * len(shorter.runs)
