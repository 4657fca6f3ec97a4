"""Persons whom one report calls by letters and another by name: `RW (34)` here, `Ratna Wiraguna` there.

A cascade of named rules, each only where the letters fit one person of the story and that person one set of letters. Letters that another
report itself gives somebody, and those of all words of a name, do by themselves; those that open a word of it, stand in one, or leave a
word out do only beside the same age or office. Whoever holds an office is told by name: initials are of suspects, victims and witnesses.
Letters that no report shows to be a person's may be a body's: three or more of them do where they are those of all words of a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from runut.model import Mention, Name
from runut.reading.names.keys import LinkWords, key_of, office_of, stand_in
from runut.reading.names.lexicon import Lexicon
from runut.reading.names.links import Links
from runut.reading.names.spelling import SENTENCE_END

# Letters that somebody is called by are this many at most (the longest of 151 in 3,471 reports has 4).
MOST_LETTERS = 4
# Letters that fit in another order than the name has its words are this many at least: a surname told first.
MOVED = 3
# Two reports give one person's age a year apart at most (the birthday, or a slip); further apart they are two.
AGE_APART = 1
# Three letters say more than a slip in an age, and less than ages further apart than this.
SLIP_APART = 5

_OTHER = frozenset({"initials", "nickname"})
_BESIDE = frozenset({"nickname", "office-of-one-holder"})
_CAPITALS = frozenset({"capitals-only", "acronym-after-office"})
_SIDES = ("culprit", "victim")
_TRADES = ("master", "driver", "engine-driver", "pilot", "copilot")
_AFTER, _BEFORE = 40, 64
_WORD = re.compile(r"[a-z-]+")
# Whether somebody is told as suspect or victim stands in this many words right before his name (`korban bernama Rini`), in as many
# as these where it is said that they are initials: `pelaku pencurian sepeda motor berinisial RW`.
_SIDE_WORDS, _INITIAL_WORDS = 3, 6
# A word for who serves somebody has so many words at most: `kuasa hukum`.
_SERVANT = 2
# Letters told among so many others that two of them fit a stranger too easily: `TMC, ARP, RN, dan AH`.
_AMONG = re.compile(r"(?:\b[A-Z]{2,5}, (?:dan )?){3}$")
_LIST = 40
_TO_BRACKET = re.compile(r"^[^()]{1,80} \((\w{2,20})\)")


@dataclass(frozen=True, slots=True)
class _Person:
    """What the names that are one so far tell of somebody: letters or words, ages, offices, and who reports it."""

    root: int
    called: frozenset[str]
    """The letters that a report calls somebody by alone, a nickname aside."""
    letters: frozenset[str]
    """All letters that the reports give somebody."""
    words: tuple[tuple[str, ...], ...]
    ages: frozenset[int]
    offices: frozenset[str]
    sources: frozenset[str]
    """The reports that tell of somebody; by letters, only those that say whose they are."""
    private: bool
    """Whether no report gives somebody an office."""
    trades: frozenset[str]
    """What he is told as who drives or sails (`master`, of a `nakhoda`), where no report gives him an office beside it."""
    shown: bool
    """Whether a report shows that this is a person, be he called by letters."""
    sides: frozenset[str]
    """What the reports tell somebody as: `culprit`, `victim`."""
    listed: bool
    """Whether a report tells somebody among many who are called by letters."""


_Fits = Callable[[str, Sequence[str]], bool]


def join_letters(members: Sequence[tuple[str, Name]], links: Links, texts: Mapping[str, str]) -> None:
    """Join persons who are called by letters alone with the one whose letters they are; `texts` are the reports, by article."""
    persons = _persons(members, links, texts)
    short = [p for p in persons if p.called and not any(_is_of_all(c, words) for c in p.called for words in p.words)]
    for rule, fits, sure in _RULES if short else ():
        open_to = _Shelves(rule, fits, sure, persons)
        pairs = [
            (one, other)
            for one in short
            for other in open_to.of(one)
            if one is not other and _is_told(one, other, rule, fits, sure) and not _are_two(one, other, sure)
        ]
        of_short: dict[int, set[int]] = defaultdict(set)
        of_full: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            of_short[one.root].add(other.root)
            of_full[other.root].add(one.root)
        for one, other in pairs:
            if len(of_short[one.root]) == len(of_full[other.root]) == 1:
                links.join(other.root, one.root, f"{rule}: {min(one.called)}")
        joined = {one.root for one, _ in pairs}  # what fits by a stronger rule, be it several, is open to no weaker one
        short = [one for one in short if one.root not in joined]


class _Shelves:
    """The persons with a name, by what a rule needs to be the same: each is compared with few others, however many a story has."""

    def __init__(self, rule: str, fits: _Fits, sure: bool, persons: Sequence[_Person]) -> None:
        self._rule, self._fits, self._sure = rule, fits, sure
        self._persons = persons
        self._at: dict[object, list[int]] = defaultdict(list)
        for k, person in enumerate(persons):
            for key in self._keys_of(person) if person.words else ():
                self._at[key].append(k)

    def of(self, one: _Person) -> list[_Person]:
        """The persons whom somebody's letters may fit, in order."""
        return [self._persons[k] for k in sorted({k for key in self._wanted(one) for k in self._at.get(key, ())})]

    def _wanted(self, one: _Person) -> Collection[object]:
        if self._rule == _TOLD:
            return one.called
        if not self._sure:
            return {(beside, letters[0]) for beside in _beside(one) for letters in one.called}
        return {self._as_told(letters) for letters in one.called}

    def _keys_of(self, other: _Person) -> Collection[object]:
        if self._rule == _TOLD:
            return other.letters
        if not self._sure:
            opened = {word[0] for words in other.words for word in words}
            return {(beside, letter) for beside in _beside(other) for letter in opened}
        return {self._as_told("".join(word[0] for word in words)) for words in other.words}

    def _as_told(self, letters: str) -> str:
        return "".join(sorted(letters)) if self._fits is _is_of_all_moved else letters


def _beside(person: _Person) -> set[int | str]:
    """The ages and offices that a rule of few letters needs to be the same."""
    return {*person.ages, *person.offices}


def _is_told(one: _Person, other: _Person, rule: str, fits: _Fits, sure: bool) -> bool:
    """Whether the letters of one are the other's, by a rule that needs the same age or office beside it, or none."""
    called = one.called if one.shown else {letters for letters in one.called if len(letters) >= MOVED}
    if not one.shown and not (sure and fits is _is_of_all):
        return False
    if rule == _TOLD:
        return any(len(letters) > (1 if other.shown else 2) for letters in called & other.letters)
    if not any(fits(letters, words) for letters in called for words in other.words):
        return False
    beside = bool(one.ages & other.ages) or bool(one.sides & other.sides)
    if one.listed and len(min(called)) < MOVED and not beside:
        return False
    open_to = other.private or bool(one.trades & other.trades)
    return bool(one.offices & other.offices) or (open_to and (sure or bool(one.ages & other.ages)))


def _are_two(one: _Person, other: _Person, sure: bool) -> bool:
    """Whether a report that says whose letters they are tells of both, their ages are too far apart, or one is the other's victim.

    A `sure` rule goes by the letters of all words, which a report may well use beside the name; three of them say more than a slip in an
    age, or than who is told as victim.
    """
    if not sure and one.sources & other.sources:
        return True
    many = sure and len(min(one.called)) >= MOVED
    if not many and len(one.sides) == len(other.sides) == 1 and one.sides != other.sides:
        return True
    apart = SLIP_APART if many else AGE_APART
    return bool(one.ages and other.ages) and all(abs(a - b) > apart for a in one.ages for b in other.ages)


def _is_of_all(letters: str, words: Sequence[str]) -> bool:
    return len(words) > 1 and letters == "".join(word[0] for word in words)


def _is_of_all_moved(letters: str, words: Sequence[str]) -> bool:
    return len(letters) >= MOVED and sorted(letters) == sorted(word[0] for word in words)


def _opens_word(letters: str, words: Sequence[str]) -> bool:
    return any(word.startswith(letters) for word in words)


def _is_of_some(letters: str, words: Sequence[str]) -> bool:
    return (
        len(words) > len(letters) > 1 and words[0][0] == letters[0] and stand_in(letters, "".join(w[0] for w in words))
    )


def _stands_in_word(letters: str, words: Sequence[str]) -> bool:
    return len(letters) > 1 and any(word[0] == letters[0] and stand_in(letters, word) for word in words)


_TOLD = "letters that another report gives"
_RULES: tuple[tuple[str, _Fits, bool], ...] = (
    (_TOLD, _is_of_all, True),
    ("letters of the name", _is_of_all, True),
    ("letters of the name, moved", _is_of_all_moved, True),
    ("letters of some words, same age or office", _is_of_some, False),
    ("letters that open a word, same age or office", _opens_word, False),
    ("letters in a word, same age or office", _stands_in_word, False),
)
"""Name, whether letters fit the words of a name, and whether they do so without the same age or office."""


def _persons(members: Sequence[tuple[str, Name]], links: Links, texts: Mapping[str, str]) -> list[_Person]:
    """The persons of a story as far as they are one, in order; nobody who is but an office."""
    lexicon = links.lexicon
    groups: dict[int, list[tuple[str, Name]]] = defaultdict(list)
    for i, (article, name) in enumerate(members):
        vacant = any(m.rule == "office-without-holder" for m in name.mentions)
        if (name.type == "PER" and not vacant) or (name.type == "ORG" and _is_open(name, lexicon)):
            groups[links.root(i)].append((article, name))
    out = []
    for root, group in groups.items():
        letters = frozenset(o for _, name in group for m in name.mentions if (o := letters_of(m)))
        words = {tuple(key_of(name.name).split()) for _, name in group if not _is_letters(name)}
        out.append(
            _Person(
                root,
                frozenset(o for _, name in group if _is_letters(name) for m in name.mentions if (o := letters_of(m))),
                letters,
                tuple(sorted(words)),
                frozenset(age for article, name in group for age in _ages(name, texts.get(article, ""), lexicon)),
                frozenset(o for _, name in group for o in _offices(name, lexicon)),
                frozenset(article for article, name in group if words or _is_somebody(name)),
                not any(_offices(name, lexicon) for _, name in group),
                _trades(group, texts, links.words),
                any(name.type == "PER" and _is_somebody(name) for _, name in group),
                frozenset(
                    side for article, name in group for side in _sides(name, texts.get(article, ""), links.words)
                ),
                any(_is_listed(name, texts.get(article, "")) for article, name in group),
            )
        )
    return out


def _is_letters(name: Name) -> bool:
    """Whether a name is but letters, beside a nickname: shown to be somebody's, or what may be a body's short form."""
    alone = all(m.text.isupper() or letters_of(m) or m.rule in _BESIDE for m in name.mentions)
    return alone and any(map(letters_of, name.mentions)) and (name.type != "PER" or _is_somebody(name))


def _is_somebody(name: Name) -> bool:
    """Whether letters are somebody's: the report says that they are initials, gives an age, or who he is."""
    return bool(name.roles) or any(m.rule in _OTHER for m in name.mentions)


def _is_open(name: Name, lexicon: Lexicon) -> bool:
    """Whether what looks like a body's short form has but its capitals to go by, and stands in no table."""
    return lexicon.known.get(name.name) is None and all(letters_of(m) and m.rule in _CAPITALS for m in name.mentions)


def letters_of(mention: Mention) -> str:
    """The letters that a mention is, without the title before them and in small letters; empty where it is a name."""
    told = mention.text.removeprefix(mention.role or "").strip()
    bare = told.replace(".", "").replace(" ", "")
    if not (bare.isalpha() and len(bare) <= MOST_LETTERS):
        return ""
    return bare.lower() if bare.isupper() or mention.rule == "initials" else ""


def _is_suspect(role: str, lexicon: Lexicon) -> bool:
    return lexicon.is_word(role.split(" ", 1)[0].lower(), "suspect")


def _offices(name: Name, lexicon: Lexicon) -> list[str]:
    """The offices and ranks of somebody, in their normal form; a suspect, victim or client holds none by that."""
    out = []
    for role in name.roles:
        title = lexicon.titles.get(role.split(" ", 1)[0])
        personal = (title is not None and title.kind == "honorific") or _is_servant(role, lexicon)
        if not personal and not _is_suspect(role, lexicon):
            out += [office_of(told, lexicon) for told in {role, _TO_BRACKET.sub(r"\1", role)}]
    return out


def _is_servant(role: str, lexicon: Lexicon) -> bool:
    """Whether a role is that of who serves somebody, told with the name or without: `kuasa hukum Rini`, `sopir`."""
    words = role.lower().split()
    return any(lexicon.is_word(" ".join(words[:k]), "of-person") for k in range(1, min(len(words), _SERVANT) + 1))


def _sides(name: Name, text: str, words: LinkWords) -> set[str]:
    """Whether a name is told as a suspect's or a victim's, by the last word for one in the title or right before it."""
    out = set()
    for m in name.mentions:
        before = text[max(m.start - _BEFORE, 0) : m.start]
        before = before[max((end.end() for end in SENTENCE_END.finditer(before)), default=0) :]
        near = _WORD.findall(before.lower())[-_INITIAL_WORDS:]
        said = near and words.lexicon.is_word(near[-1], "initials")
        told = [*(near if said else near[-_SIDE_WORDS:]), *(m.role or "").lower().split()[:1]]
        sides = [side for word in told for side in _SIDES if words.is_word(word, side)]
        out |= set(sides[-1:])
    return out


def _trades(group: Sequence[tuple[str, Name]], texts: Mapping[str, str], words: LinkWords) -> frozenset[str]:
    """The trades that somebody's title or the words before his initials tell; none where a report gives him an office, too."""
    offices = {office for _, name in group for office in _offices(name, words.lexicon)}
    if not all(any(words.is_word(office, trade) for trade in _TRADES) for office in offices):
        return frozenset()
    said = {
        word for article, name in group for m in name.mentions for word in _before_initials(m, texts, article, words)
    }
    return frozenset(trade for trade in _TRADES if any(words.is_word(word, trade) for word in offices | said))


def _before_initials(mention: Mention, texts: Mapping[str, str], article: str, words: LinkWords) -> list[str]:
    """The words that somebody's initials are told of: `nakhoda kapal berinisial RW`."""
    before = texts.get(article, "")[max(mention.start - _BEFORE, 0) : mention.start]
    before = before[max((end.end() for end in SENTENCE_END.finditer(before)), default=0) :]
    near = _WORD.findall(before.lower())[-_INITIAL_WORDS:]
    return near[:-1] if near and words.lexicon.is_word(near[-1], "initials") else []


def _is_listed(name: Name, text: str) -> bool:
    """Whether three or more other letters stand in a list right before a name."""
    return any(_AMONG.search(text[max(m.start - _LIST, 0) : m.start]) for m in name.mentions)


def _ages(name: Name, text: str, lexicon: Lexicon) -> list[int]:
    """The ages that stand right behind a name."""
    behind = (text[m.end : m.end + _AFTER].replace("\xa0", " ") for m in name.mentions)
    return [int(found[1] or found[2]) for found in map(lexicon.age.match, behind) if found]
