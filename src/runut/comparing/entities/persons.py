"""Persons whom two reports tell otherwise: a name that one of them misspells, letters and a full name with one age."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from runut.model import Name, Reading
from runut.reading.names.keys import key_of, office_of
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links
from runut.reading.names.persons import is_name_misspelt, is_slip_of_one

# Letters that a suspect or a child is called by are this many at most.
MOST_LETTERS = 4
# A name is a slip of another by this many letters where the age or the office is the same too; it has this many letters or more.
SLIPS, LEAST = 2, 5
# Where more names than this begin with one letter, or have one age or office, the story is a list of people, and none is compared.
MOST_NEAR = 100

Member = tuple[str, Name]
"""A name with its article's id."""
Fits = Callable[[Name, Name], bool]
"""Whether the first name is told otherwise by the second."""


def ages_of(readings: Iterable[Reading], lexicon: Lexicon) -> dict[str, int]:
    """The age that a report gives somebody, by the id of the name; nobody whom it gives two."""
    out: dict[str, int] = {}
    for reading in readings:
        text = reading.article.text
        for name in reading.names:
            if name.type == "PER":
                told = (lexicon.age.match(text, m.end) for m in name.mentions)
                years = {int(age[1] or age[2]) for age in told if age is not None}
                if len(years) == 1:
                    out[name.id] = years.pop()
    return out


def join_otherwise_told(members: Sequence[Member], links: Links, ages: Mapping[str, int]) -> None:
    """Join the persons whom no report tells as two, when only one of the others' fits: by age, by office, by a single name.

    A single name of one report that is a letter from one of another, or sounds like it, is a slip; so is, where both have one age or one
    office, a name that differs by two letters in one word. Letters are those of whoever has their age.
    """
    lexicon = links.lexicon
    persons = [i for i, (_, name) in enumerate(members) if name.type == "PER" and _is_named(name)]
    _join_shelves(_by_age(members, persons, ages), "one age", members, links, ages, _is_of_one_age)
    _join_shelves(_by_office(members, persons, lexicon), "misspelt in one office", members, links, ages, _is_misspelt)

    def misspelt(one: Name, other: Name) -> bool:
        a, b = key_of(one.name), key_of(other.name)
        if " " in a and " " in b:
            return is_name_misspelt(a, b, links)
        return " " not in a and len(a) >= LEAST and any(is_slip_of_one(a, word, links) for word in b.split())

    _join_shelves(_by_letter(members, persons), "misspelt", members, links, ages, misspelt)


def _is_named(name: Name) -> bool:
    return all(m.rule != "office-without-holder" for m in name.mentions)


def _by_age(members: Sequence[Member], persons: Iterable[int], ages: Mapping[str, int]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        age = ages.get(members[i][1].id)
        if age is not None:
            out[str(age)].append(i)
    return out


def _by_office(members: Sequence[Member], persons: Iterable[int], lexicon: Lexicon) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        for office in {office_of(role, lexicon) for role in members[i][1].roles}:
            if " " in office:
                out[office].append(i)
    return out


def _by_letter(members: Sequence[Member], persons: Iterable[int]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for i in persons:
        for letter in {word[0] for word in key_of(members[i][1].name).split()}:
            out[letter].append(i)
    return out


def _join_shelves(
    shelves: Mapping[str, Sequence[int]],
    why: str,
    members: Sequence[Member],
    links: Links,
    ages: Mapping[str, int],
    fits: Fits,
) -> None:
    """Join who fits only one other of a shelf, when no report and no age tells them apart."""
    reports, years = _told(members, links, ages)
    for _, shelf in sorted(shelves.items()):
        if len({members[i][0] for i in shelf}) < 2 or len(shelf) > MOST_NEAR:
            continue
        near: dict[int, set[int]] = defaultdict(set)
        pairs: list[tuple[int, int]] = []
        for i in shelf:
            for j in shelf:
                a, b = links.root(i), links.root(j)
                if a == b or reports[a] & reports[b] or (years[a] and years[b] and not years[a] & years[b]):
                    continue
                if fits(members[i][1], members[j][1]):
                    near[a].add(b)
                    near[b].add(a)
                    pairs.append((i, j))
        for i, j in pairs:
            a, b = links.root(i), links.root(j)
            if near[a] == {b} and near[b] == {a}:
                links.join(i, j, f"{why}: {members[i][1].name} / {members[j][1].name}")
                root = links.root(i)
                reports[root], years[root] = reports[a] | reports[b], years[a] | years[b]
                near[root] = {root}


def _told(
    members: Sequence[Member], links: Links, ages: Mapping[str, int]
) -> tuple[dict[int, set[str]], dict[int, set[int]]]:
    """By the root of a set: the reports that tell of it, and the ages that they give."""
    reports: dict[int, set[str]] = defaultdict(set)
    years: dict[int, set[int]] = defaultdict(set)
    for i, (article, name) in enumerate(members):
        root = links.root(i)
        reports[root].add(article)
        if name.id in ages:
            years[root].add(ages[name.id])
    return reports, years


def _is_of_one_age(one: Name, other: Name) -> bool:
    """Whether two persons of one age are one by letters of the name, or by a slip."""
    return _is_misspelt(one, other) or _are_letters_of(one, other)


def _are_letters_of(one: Name, other: Name) -> bool:
    """Whether somebody is told by letters that are the first of the other's name, or stand in his single name in order."""
    letters, words = key_of(one.name), key_of(other.name).split()
    if not letters.isalpha() or len(letters) > MOST_LETTERS or letters[0] != words[0][0]:
        return False
    if not _is_letters(one) or _is_letters(other):
        return False
    told = iter("".join(word[0] for word in words) if len(words) > 1 else words[0])
    return all(letter in told for letter in letters)


def _is_letters(name: Name) -> bool:
    return len(name.name) <= MOST_LETTERS and any(m.rule == "initials" for m in name.mentions)


def _is_misspelt(one: Name, other: Name) -> bool:
    """Whether two names of as many words differ in one of them, by few letters."""
    a, b = key_of(one.name).split(), key_of(other.name).split()
    differing = [(p, q) for p, q in zip(a, b, strict=True) if p != q] if len(a) == len(b) else []
    if len(differing) != 1:
        return False
    p, q = differing[0]
    if p[0] != q[0] or min(len(p), len(q)) < LEAST:
        return False
    most = SLIPS if len(a) > 1 or len(p) > LEAST + 1 else 1
    return DamerauLevenshtein.distance(p, q, score_cutoff=most) <= most
