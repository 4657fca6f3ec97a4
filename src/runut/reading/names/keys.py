"""What names are compared as: keys, keys with short forms in full, offices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.names.lexicon import Lexicon, compile_tables
from runut.reading.names.words import fold
from runut.text.alternatives import any_of

# What all words for the armed forces of a country are compared as.
FORCE = "*force"
# What the reader's own country is compared as, when an office is of it alone.
_HOME = "*home"

_MARKS = re.compile(r"[-'’./\s]+")
_BRACKETS = re.compile(r" ?\([^()]{1,60}\)")
_CLASS = re.compile(r"(?:\d|[ivx]{1,4})[abc]?")
_NUMERAL = re.compile(r"\d{1,4}|[ivx]{1,6}")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LinkWords:
    """What linking goes by: the tables of names, and those of its own."""

    lexicon: Lexicon
    bodies: frozenset[str]
    """The long names of bodies of a whole country that the tables know, as keys."""
    figures: frozenset[str]
    """The full names of the public figures who have a nickname, as keys."""
    openings: dict[str, list[tuple[str, str]]]
    """By their first word: openings of bodies' names and what they are compared as, the longest first."""
    spellings: dict[str, str]
    place_spellings: dict[str, str]
    """Words of persons' names that are spelt in several ways, as one of them."""
    uses: dict[str, frozenset[str]]
    touched: frozenset[str]
    """Words without which a key is compared as it is."""
    also_office: re.Pattern[str]
    """What stands between two offices of one holder: `yang juga`."""
    as_office: re.Pattern[str]
    """What stands between a name and an office of its bearer: `selaku`, `yang juga`."""

    def is_word(self, low: str, use: str) -> bool:
        """Whether a word has this use in the table of linking."""
        return low in self.uses.get(use, _NONE)


def compile_links(language: Language) -> LinkWords:
    """The tables of linking; for `Language.derive`."""
    lexicon = language.derive(compile_tables)
    uses: dict[str, set[str]] = {}
    for row in language.table("link_words"):
        uses.setdefault(row["use"], set()).add(row["word"])
    openings: dict[str, list[tuple[str, str]]] = {}
    for opening, same in sorted(
        (
            (expand(key_of(row["form"]), lexicon), expand(key_of(row["name"]), lexicon))
            for row in language.table("body_words")
        ),
        key=lambda pair: (-len(pair[0]), pair),
    ):
        openings.setdefault(opening.split(" ", 1)[0], []).append((opening, same))
    own = ("filler", "force", "ministry", "at", "home", "command")
    touched = frozenset(word for key in lexicon.parts for word in key.split()[:1])
    touched |= frozenset(word for use in own for words in lexicon.uses.get(use, ()) for word in words.split())
    touched |= frozenset(
        word for use in ("company-form", "home-letters") for words in uses.get(use, ()) for word in words.split()
    )
    return LinkWords(
        lexicon=lexicon,
        bodies=frozenset(
            full
            for form, name in lexicon.parts.items()
            if (known := lexicon.known.get(form)) and known.type == "ORG"
            if uses.get("local", set()).isdisjoint((full := expand(key_of(name), lexicon)).split())
        ),
        figures=frozenset(key_of(name) for name in lexicon.nicknames.values()),
        openings=openings,
        spellings={row["form"]: row["name"] for row in language.table("name_spellings")},
        place_spellings={row["form"]: row["name"] for row in language.table("place_spellings")},
        uses={use: frozenset(words) for use, words in uses.items()},
        touched=touched | frozenset(openings),
        also_office=_between(uses, "also-office"),
        as_office=_between(uses, "also-office", "as-office"),
    )


def _between(uses: dict[str, set[str]], *told: str) -> re.Pattern[str]:
    return re.compile(f",? {any_of(word for use in told for word in uses.get(use, ()))} ")


def key_of(name: str) -> str:
    """The normal form of a name: small letters, hyphens, dots and apostrophes as spaces, no English article."""
    low = fold(name).strip()
    if "  " in low or not low.replace(" ", "").isalnum():  # most names have but letters and spaces
        low = _MARKS.sub(" ", low).strip()
    return low.removeprefix("the ")


def stand_in(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order, whatever stands between."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def expand(key: str, lexicon: Lexicon) -> str:
    """A key with short forms in full: `polda jabar` → `kepolisian daerah jawa barat`."""
    parts = lexicon.parts
    whole = parts.get(key)
    if whole is None:
        words = key.replace(",", "").split()
        if not parts.keys().isdisjoint(words):
            words = key_of(" ".join(parts.get(w, w) for w in words).replace(",", "")).split()
            words = [w for k, w in enumerate(words) if not k or w != words[k - 1]]  # `DKI Jakarta` has its town once
    else:
        words = key_of(whole.replace(",", "")).split()
    fillers = lexicon.uses.get("filler", _NONE)
    if not fillers.isdisjoint(words):
        words = [w for k, w in enumerate(words) if w not in fillers or k in (0, len(words) - 1)]
    if len(words) > 2 and lexicon.is_word(words[0], "command") and _NUMERAL.fullmatch(words[1]):
        del words[1]  # a command's name tells it from others: reports slip in its number
    if words and lexicon.is_word(words[0], "force"):
        words[0] = FORCE
    elif words and lexicon.is_word(words[0], "ministry"):
        words = without_home(words, lexicon)
    return " ".join(words)


def without_class(key: str, lexicon: Lexicon) -> str:
    """The key of an office without its class: `lapas kelas iia garut` → `lapas garut`; as it is where there is none."""
    classes = lexicon.uses.get("class", _NONE)
    words = key.split()
    if classes.isdisjoint(words):
        return key
    k = next((k for k in range(1, len(words) - 2) if words[k] in classes), 0)
    return " ".join([*words[:k], *words[k + 2 :]]) if k and _CLASS.fullmatch(words[k + 1]) else key


def without_home(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words of a body's name without the country at their end, which is the reader's own: `Kementerian Agama RI`."""
    while len(words) > 1:
        if lexicon.is_word(" ".join(words[-2:]), "home"):
            words = words[:-2]
        elif lexicon.is_word(words[-1], "home"):
            words = words[:-1]
        else:
            break
    return words


def in_full(key: str, words: LinkWords) -> str:
    """What an organisation's or place's key is compared as: expanded, openings that mean the same made one, a known body without
    the reader's own country behind it, a company without its legal form, `RS Kalimas di Garut utara` with the bare place.
    """
    if words.touched.isdisjoint(key.split()):
        return key.replace(",", "")
    team, _, rest = key.partition(" ")
    # `Tim Satgas XYZ`, whose letters the tables have
    if " " in rest and rest in words.lexicon.parts and words.is_word(team, "team"):
        key = rest
    out = expand(key, words.lexicon)
    for opening, same in words.openings.get(out.split(" ", 1)[0], ()):
        if out.startswith(opening) and (len(out) == len(opening) or out[len(opening)] == " "):
            out = same + out[len(opening) :]
            break
    told = out.split()
    forms = words.uses.get("company-form", _NONE)
    if not forms.isdisjoint(told[1:]):
        told = [w for k, w in enumerate(told) if not k or w not in forms]
        out = " ".join(told)
    if len(told) > 1 and words.is_word(told[-1], "home-letters"):
        out = " ".join(told[:-1])
    elif len(told) > 2 and words.is_word(" ".join(told[-2:]), "home-letters"):
        out = " ".join(told[:-2])
    elif out not in words.bodies and words.lexicon.is_word(told[-1] if told else "", "home"):
        bare = " ".join(without_home(told, words.lexicon))
        out = bare if bare in words.bodies else out
    return _at_bare_place(out, words.lexicon)


def _at_bare_place(key: str, lexicon: Lexicon) -> str:
    """`rs kalimas di jalur gaza`, `rs kalimas di gaza utara` → `rs kalimas gaza`; `kbri di yangon` → `kbri yangon`."""
    words = key.split()
    at = lexicon.uses.get("at", _NONE)
    if at.isdisjoint(words):
        return key
    for k in range(1, len(words) - 1):
        if words[k] in at:
            place = words[k + 1 :]
            while len(place) > 1 and lexicon.is_word(place[-1], "direction"):
                place = place[:-1]
            known = lexicon.known.get(" ".join(place))
            return " ".join([*words[:k], key_of(known.name) if known else " ".join(place)])
    return key


def office_of(role: str, lexicon: Lexicon) -> str:
    """The normal form of an office: long words, countries for peoples, without the reader's own country when it is of something else."""
    if "(" in role:
        role = _BRACKETS.sub("", role)
    role = role.replace(",", "")
    if "-" in role:  # `PDI-P` is one word of the tables
        role = " ".join([lexicon.parts.get(word.lower(), word) for word in role.split()])
    words = key_of(role).split()
    while len(words) > 1 and lexicon.is_word(words[0], "acting"):
        words = words[1:]
    words = " ".join([lexicon.office_words.get(w, lexicon.parts.get(w, w)) for w in words]).replace(",", "").split()
    words = [
        w for k, w in enumerate(words) if not k or w != words[k - 1]
    ]  # `Ketua Partai Lontar`, where Lontar is `Partai Lontar`
    words = [w for k, w in enumerate(words) if not k or f"{words[k - 1]} {w}" not in lexicon.uses.get("matter", _NONE)]
    if lexicon.is_word(" ".join(words[:2]), "sole-of-board"):  # not `Ketua DPP`: a party has several
        words = [w for w in words if not lexicon.is_word(w, "board")]
    tails = (k for k in range(1, len(words) - 1) if " ".join(words[k:]) in lexicon.parts)
    if (k := next(tails, 0)) > 0:  # `Ketua Umum PDI Perjuangan`
        words[k:] = key_of(lexicon.parts[" ".join(words[k:])]).split()
    people = lexicon.peoples.get(words[-1]) if words else None
    if people:
        words[-1] = people.lower()
    bare = without_home(words, lexicon)
    if len(bare) < len(words):
        words = bare if len(bare) > 1 else [*bare, _HOME]
    return key_of(" ".join(words))


def is_of(office: str, longer: str, lexicon: Lexicon) -> bool:
    """Whether a longer office is this one with what it is of: `kepala seksi` of `kepala seksi garut`, not of `kepala seksi dan biro`."""
    if not longer.startswith(f"{office} "):
        return False
    return not lexicon.is_word(longer[len(office) + 1 :].split(" ", 1)[0], "and")


def is_abroad(office: str, lexicon: Lexicon) -> bool:
    """Whether an office in its normal form is of a country that is not the reader's own."""
    return bool(countries_of(office, lexicon))


def countries_of(office: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries, other than the reader's own, that an office in its normal form is of."""
    words = office.split()
    tails = (" ".join(words[k:end]) for k in range(1, len(words)) for end in range(k + 1, len(words) + 1))
    told = ((tail, lexicon.known.get(tail)) for tail in tails)
    return frozenset(
        known.name for tail, known in told if known and known.table == "countries" and not lexicon.is_word(tail, "home")
    )


def is_former(role: str, lexicon: Lexicon) -> bool:
    """Whether a role says that its holder holds the office no more."""
    return any(lexicon.is_word(word, "former") for word in key_of(role).split()[:2])
