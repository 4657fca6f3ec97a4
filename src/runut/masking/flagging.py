"""Flagging: which names of an account are those of minors, of victims of sexual offences, or lead to one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runut.lang import Language
from runut.masking import signs as reading
from runut.masking.signs import ADULT, REACH, Signs
from runut.model import Account, Entity, Place, Report

MINOR_BY_AGE, MINOR_BY_WORD, SEXUAL = "minor-by-age", "minor-by-word", "sexual-offence-victim"
MINOR_IN_ACCIDENT, RELATIVE, SCHOOL, ADDRESS = "minor-in-accident", "relative", "school", "address"
RULES: Mapping[str, tuple[str, str]] = {
    MINOR_BY_AGE: (
        "usia di bawah 18 tahun di dekat nama, dalam berita kejahatan",
        "an age below 18 beside the name, in a report of an offence",
    ),
    MINOR_BY_WORD: (
        "disebut anak atau siswa, dalam berita kejahatan",
        "called a child or pupil, in a report of an offence",
    ),
    SEXUAL: ("korban kejahatan seksual", "victim of a sexual offence"),
    MINOR_IN_ACCIDENT: (
        "anak dalam kecelakaan atau bencana: tidak disamarkan, periksa",
        "a child in an accident or disaster: not covered, look at it",
    ),
    RELATIVE: (
        "kerabat yang mengarah ke nama yang disamarkan: periksa",
        "a relative who leads to a covered name: look at it",
    ),
    SCHOOL: (
        "sekolah dalam berita yang namanya disamarkan: periksa",
        "a school in a report with a covered name: look at it",
    ),
    ADDRESS: (
        "alamat dalam berita yang namanya disamarkan: periksa",
        "an address in a report with a covered name: look at it",
    ),
}
"""Every rule, in Indonesian and English; the first three cover, the others ask somebody to look."""
COVERING = (MINOR_BY_AGE, MINOR_BY_WORD, SEXUAL)
NEAR = 2
"""An offence is near where it is told in the same sentence, so many sentences away, or in the headline."""

_CAPITALS = r"[A-Z][a-z'’.-]+(?:\s(?:bin|binti|[A-Z][\w'’.-]*)){0,4}"
_AGED = re.compile(rf"(?<![\w(])(?P<name>{_CAPITALS})(?=\s?,?\s?\((?:\d|1[0-7])(?:\s?(?:tahun|thn|th|bulan))?\))")
_TITLE, _ACT = frozenset(["title"]), ("pasal", "ayat", "huruf", "butir", "angka")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A name (or address) that may not be told: `forms` are the ways it is written, `masked` whether `mask` covers it.

    `rule` is one of `RULES`, `why` and `english` say what of it holds here; `evidence` are the names with the words that tell it.
    """

    rule: str
    masked: bool
    name: str
    forms: tuple[str, ...]
    why: str
    english: str
    evidence: tuple[Place, ...]
    entity: str | None = None


@dataclass(slots=True)
class _Person:
    """One who is named, with what was found of them by rule, and how often they are told to be `young` or `adult`."""

    name: str
    forms: tuple[str, ...]
    entity: str | None
    office: bool
    young: int = 0
    adult: int = 0
    accused: bool = False
    invented: bool = False
    found: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))


def flag(account: Account, language: Language) -> tuple[Flag, ...]:
    """The names of an account that the press does not tell, and what else leads to them, those that are covered first.

    A minor is flagged where an age below 18 or a word for a child stands beside the name: covered where an offence is told near it,
    for a look where an accident is. A person of any age is covered as the victim of a sexual offence. Initials and pseudonyms are no
    names. Whoever is told to be of age anywhere, holds an office or signs a report is no minor. `relative`, `school` and `address` are
    looked for in the reports that tell a covered name.
    """
    signs = reading.of(language)
    people = _People(account, signs).judged()
    told = [f for person in people for f in _flags(person)]
    covered = {p.article for f in told if f.masked for p in f.evidence} | {
        m.article for e in account.entities if any(f.masked and f.entity == e.id for f in told) for m in e.mentions
    }
    masked = {f.entity for f in told if f.masked} - {None}
    told += _leads(account, signs, covered, masked)
    return tuple(sorted(told, key=lambda f: (not f.masked, list(RULES).index(f.rule), f.name)))


def _flags(person: _Person) -> Iterator[Flag]:
    """The one flag of a person, by the first rule that holds."""
    if person.invented:
        return
    minor = () if person.adult > person.young else (MINOR_BY_AGE, MINOR_BY_WORD, MINOR_IN_ACCIDENT)
    harmed = () if person.accused else (SEXUAL,)
    rule = next((r for r in (*harmed, *minor) if person.found[r]), None)
    if rule is not None:
        yield _flagged(rule, person.name, person.forms, person.found[rule], person.entity)


def _flagged(rule: str, name: str, forms: Sequence[str], places: Sequence[Place], entity: str | None = None) -> Flag:
    why, english = RULES[rule]
    once = {(p.article, p.start, p.end): p for p in places}
    return Flag(
        rule=rule,
        masked=rule in COVERING,
        name=name,
        forms=tuple(forms),
        why=why,
        english=english,
        evidence=tuple(once.values()),
        entity=entity,
    )


def is_initials(name: str) -> bool:
    """Whether a name tells no more than letters: `MS`, `A.R.`, `Putu ER` does."""
    parts = re.findall(r"[^\W\d_]+", name)
    return all(len(p) <= 1 or (p.isupper() and len(p) <= 4) for p in parts)


class _People:
    """The persons of an account, told by the words around each of their mentions."""

    def __init__(self, account: Account, signs: Signs) -> None:
        self._account, self._signs = account, signs
        self._reports: Mapping[str, Report] = {r.id: r for r in account.articles}
        self._starts = {r.id: [s.start for s in r.sentences] for r in account.articles}
        authors = {w.casefold() for r in account.articles for w in (*r.reporters, *r.editors)}
        self._persons: list[_Person] = []
        self._mentions: list[tuple[_Person, str, int, int]] = []
        for entity in account.entities:
            if entity.type == "PER" and not is_initials(entity.name) and entity.name.casefold() not in authors:
                self._add(entity)
        for report in account.articles:
            self._add_unread(report)

    def _add(self, entity: Entity) -> None:
        person = _Person(entity.name, (entity.name, *entity.aliases), entity.id, office=self._holds_office(entity))
        self._persons.append(person)
        self._mentions += ((person, m.article, m.start, m.end) for m in entity.mentions)

    def _holds_office(self, entity: Entity) -> bool:
        """Whether a role is one of an office; what a child is called, or a form of address, is none."""
        plain = (self._signs.child_after, self._signs.adult_after)
        return any(
            not any(p.match(f", {role}") for p in plain) and not _ADDRESS.fullmatch(role) for role in entity.roles
        )

    def _add_unread(self, report: Report) -> None:
        """Names with an age behind them that no rule took for names."""
        known = [(m.start, m.end) for e in self._account.entities for m in e.mentions if m.article == report.id]
        fresh: dict[str, _Person] = {}
        for match in _AGED.finditer(report.text):
            start, end = match.span("name")
            name = match["name"]
            if is_initials(name) or name.split()[-1].lower() in _ACT or any(s < end and start < e for s, e in known):
                continue
            if name not in fresh:
                fresh[name] = _Person(name, (name,), None, office=False)
                self._persons.append(fresh[name])
            self._mentions.append((fresh[name], report.id, start, end))

    def judged(self) -> list[_Person]:
        """All persons with what was found of them."""
        for person, article, start, end in self._mentions:
            self._judge(person, article, start, end)
        return self._persons

    def _judge(self, person: _Person, article: str, start: int, end: int) -> None:
        signs, text = self._signs, self._reports[article].text
        first, last = self._sentence(article, start)
        before = text[max(first, start - REACH, text.rfind("\n", 0, start) + 1) : start]
        after = text[end : min(max(last, end + 1), end + REACH)]
        if signs.pseudonym.search(before) or signs.pseudonym.search(after) or signs.fiction.search(before):
            person.invented = True
            return
        place = Place(article=article, start=start, end=end, text=text[start:end])
        age = signs.age(before, after)
        of_age = signs.adult_before.search(before) or signs.adult_after.match(after)
        person.adult += bool(of_age)
        told = ""
        if age is not None:
            years, plain = age
            person.adult += years >= ADULT
            if years < ADULT and (plain or (not person.office and self._is_of_child(person, text[first:last]))):
                person.young += 1
                told = MINOR_BY_AGE
        elif not of_age and not person.office and (signs.child_before.search(before) or signs.child_after.match(after)):
            told = MINOR_BY_WORD
        near = self._near(article, start)
        if told and signs.offence.search(near):
            person.found[told].append(self._whole(person, place, before))
        elif told and signs.harm.search(near):
            person.found[MINOR_IN_ACCIDENT].append(self._whole(person, place, before))
        if signs.accused_before.search(before) or signs.accused_after.match(after):
            person.accused = True
        elif not person.office and signs.sexual.search(near) and self._is_victim(before, after):
            person.found[SEXUAL].append(self._whole(person, place, before))

    def _whole(self, person: _Person, place: Place, before: str) -> Place:
        """A mention with a given name right before it that was not taken for one (`Mawar Santana`), or was taken for another's."""
        first = self._signs.first_name.search(before)
        begins = [s for _, a, s, e in self._mentions if a == place.article and e == place.start - 1]
        if begins and before.endswith(" "):
            given = self._reports[place.article].text[max(begins) : place.start - 1]
        elif first is not None:
            given = first[0]
        else:
            return place
        text = f"{given} {place.text}"
        person.name, person.forms = text, tuple(dict.fromkeys((text, *person.forms)))
        return replace(place, start=place.start - len(given) - 1, text=text)

    def _is_victim(self, before: str, after: str) -> bool:
        """Whether the words around a name tell that its bearer was harmed, and not a relative (`dua adik Raka dicabuli`)."""
        signs = self._signs
        if signs.done_before.search(before) or signs.victim_before.search(before):
            return True
        suffers = signs.suffers_after.match(after) or signs.victim_after.match(after)
        return suffers is not None and not signs.kin_before.search(before)

    def _is_of_child(self, person: _Person, sentence: str) -> bool:
        """Whether a bare number in brackets is an age: behind a known person's name it is; behind other words where a child is told of."""
        return person.entity is not None or self._signs.young.search(sentence) is not None

    def _sentence(self, article: str, at: int) -> tuple[int, int]:
        report = self._reports[article]
        k = bisect_right(self._starts[article], at) - 1
        if k < 0 or at >= report.sentences[k].end:
            return 0, len(report.text)
        return report.sentences[k].start, report.sentences[k].end

    def _near(self, article: str, at: int) -> str:
        """The sentences around a place, and the headline."""
        report = self._reports[article]
        k = max(0, bisect_right(self._starts[article], at) - 1)
        around = report.sentences[max(0, k - NEAR) : k + NEAR + 1]
        passage = report.text[around[0].start : around[-1].end] if around else report.text[max(0, at - 300) : at + 300]
        return f"{report.title or ''}\n{passage}"


_ADDRESS = re.compile(
    r"(?:bapak|ibu|pak|bu|saudara|saudari|sdr|sdri|kakak|kak|adik|almarhum|almarhumah|haji|hajah|habib|korban|saksi)\.?",
    re.I,
)


def _leads(account: Account, signs: Signs, covered: Iterable[str], masked: Iterable[str | None]) -> Iterator[Flag]:
    """Relatives, schools and addresses in the reports that tell a covered name."""
    reports = {r.id: r for r in account.articles if r.id in set(covered)}
    done = set(masked)
    for entity in account.entities:
        if entity.id in done:
            continue
        places = [
            Place(article=m.article, start=m.start, end=m.end, text=m.text)
            for m in entity.mentions
            if m.article in reports
        ]
        if entity.type == "PER" and not is_initials(entity.name):
            kin = [
                p for p in places if signs.kin_before.search(reports[p.article].text[max(0, p.start - REACH) : p.start])
            ]
            if kin:
                yield _flagged(RELATIVE, entity.name, (entity.name, *entity.aliases), kin, entity.id)
        elif entity.type == "ORG" and places and " " in entity.name and signs.school.match(entity.name):
            yield _flagged(SCHOOL, entity.name, (entity.name, *entity.aliases), places, entity.id)
    for report in reports.values():
        for match in signs.address.finditer(report.text):
            place = Place(article=report.id, start=match.start(), end=match.end(), text=match[0])
            yield _flagged(ADDRESS, match[0], (match[0],), [place])
