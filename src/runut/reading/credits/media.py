"""The agencies and other media that a report says it takes text from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.text.gates import Gate, Places, gate
from runut.text.late import late
from runut.text.near import Near

Hidden = Near[tuple[int, int]]
"""Stretches that are not looked at (furniture)."""

_NAME_WORD = r"(?:[a-z]{1,6})?[A-Z][\w.&'’-]{0,30}"
_PHRASE = re.compile(rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|of|de|der|el|al)){{0,4}}")
_JOIN = re.compile(r"(?:,\s?|\s?/\s?|,?\s?(?:dan|serta|&|maupun|hingga)\s?)(?:dari\s|kantor berita\s)?")
_NO_PRESS = re.compile(r"\.(?:go|ac|or|sch|mil|desa)\.id$", re.I)
_GLUED_ON = re.compile(r"^(?:dari|oleh|laman|situs)(?=[a-z0-9])")
_DOMAIN = re.compile(r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|co\.id|id|co|net|org|news|tv|example)\b")
_OPENING = re.compile(r"^(?:https?://)?(?:www\.|m\.)?")
_ENDING = re.compile(r"\.(?:com|co\.id|co|id|net|news|tv|org|example)$")
_SIGN = re.compile(r"\W")
_GENERAL = re.compile(r"(?:news|online|indonesia)$")
_ON_DAY = re.compile(r"\s(?:pada\s\w+)$")
_EDGE = ".,;:’'"
_CAPITALS = re.compile(r"[A-Z0-9&.]{1,6}")
# A name that only looks like a medium is no longer than this (words).
LONGEST_NAME = 5
# A name of no table is a medium by its place alone only with at most so many words.
LONGEST_UNKNOWN = 4
# A name in brackets by itself, no longer than this (characters), may be someone's initials.
SHORTEST_ALONE = 2
# Closing initials in small letters up to this length are a person's.
LONGEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class _Media:
    cue: Gate
    filler: re.Pattern[str]
    nouns: re.Pattern[str]
    known: re.Pattern[str]
    strong: re.Pattern[str]
    subject: Gate
    alone: Gate
    nameless: Gate
    country: re.Pattern[str]
    tail: re.Pattern[str]
    closes: re.Pattern[str]
    words: frozenset[str]
    prefixes: tuple[str, ...]
    names: frozenset[str]
    exact: frozenset[str]
    agencies: frozenset[str]
    needs: tuple[str, ...]
    fillers: frozenset[str]
    not_media: frozenset[str]


def _alternatives(names: list[str]) -> str:
    """Any of the names, the longest first; those of one first letter behind a look at it, so that a long list costs little."""
    groups: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        groups.setdefault(name[0].lower(), []).append(re.escape(name).replace(r"\ ", r"\s"))
    looks = (f"(?=[{re.escape(c)}{re.escape(c.upper())}])(?:{'|'.join(group)})" for c, group in sorted(groups.items()))
    return "|".join(looks) or "(?!)"


def _media(language: Language) -> _Media:
    rows = language.table("agencies")
    tails = "|".join(re.escape(r["word"]) for r in language.table("glue") if r["side"] == "tail") or "(?!)"
    verbs = "|".join(r["word"] for r in language.table("relay_verbs")) or "(?!)"
    edge = rf"(?![a-z\d])(?!(?<=[A-Z])[A-Z])(?!\s[IVX]+\b)|(?=(?:{tails}|{verbs}))"
    known = _alternatives([r["name"] for r in rows])
    strong = _alternatives([r["name"] for r in rows if not r["weak"]])
    relays = language.table("relays")
    cues = "|".join(f"(?P<c{n}>{r['phrase'].replace(' ', chr(92) + 's')})" for n, r in enumerate(relays)) or "(?!)"
    nouns = language.table("media_nouns")
    filler = _alternatives([r["noun"] for r in nouns])
    countries = _alternatives([r["form"] for r in language.table("countries")])
    medium = _alternatives([r["noun"] for r in nouns if r["kind"] == "medium"])
    weekdays = _alternatives([r["form"] for r in language.table("weekdays")])
    return _Media(
        cue=gate(rf"(?<!\w)(?i:{cues})(?=[\sA-Z])"),
        filler=late(rf"(?:\s?(?i:{filler})(?=[\sA-Z]))?"),
        nouns=late(rf"(?i:{medium})"),
        known=late(rf"(?:{known})(?:{edge})"),
        strong=late(rf"(?:{strong})(?:{edge})"),
        subject=gate(
            rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))(?<!@)(?:{strong})(?:{edge})\s?(?:pada\s\w+\s)?(?=(?:{verbs})(?![^\W_]))"
        ),
        alone=gate(rf"\((?:{strong})\)"),
        nameless=gate(rf"(?<!\w)(?i:kantor berita)\s(?:{countries})(?=,?\s(?:{verbs})(?![^\W_]))"),
        country=late(rf"\s?(?:{countries}),?(?=\s|[A-Z])"),
        tail=late(rf"(?<=\w)(?:dan(?=[A-Z])|(?:pada)?\s?(?:{weekdays})(?![^\W_])|pada$)|(?<=\w\w\w)\.(?:\s|&)"),
        closes=late(rf"\s?(?:[,.;:)\n”\"]|$|dan(?=[A-Z\s])|(?:pada |di |hari )?(?:{weekdays})(?![^\W_])|\(\d)"),
        words=frozenset(r["word"] for r in language.table("media_words") if r["place"] == "word"),
        prefixes=tuple(r["word"] for r in language.table("media_words") if r["place"] == "prefix"),
        names=frozenset(r["name"].lower() for r in rows),
        exact=frozenset(
            r["name"] for r in rows if not r["weak"] or (r["name"].isupper() and len(r["name"]) > SHORTEST_ALONE)
        ),
        agencies=frozenset(r["name"].lower() for r in rows if r["kind"] == "agency"),
        needs=tuple(r["needs"] for r in relays),
        fillers=frozenset(r["noun"] for r in nouns if r["kind"] == "bare"),
        not_media=_not_media(language),
    )


def _not_media(language: Language) -> frozenset[str]:
    """First words, in small letters, of a name after a relay verb that is no medium: offices, bodies, people, places, days."""
    forms = {row["word"] for row in language.table("media_stops")}
    for table in (
        "titles",
        "org_heads",
        "acronyms",
        "given_names",
        "weekdays",
        "months",
        "countries",
        "places",
        "capitals",
    ):
        forms.update(row["form"] for row in language.table(table))
    return frozenset(form.split()[0].lower() for form in forms)


def find(text: str, places: Places, hidden: Hidden, own: frozenset[str], language: Language) -> list[str]:
    """The media named by a relay phrase or as the subject of a relay verb, as written, in the order of the text.

    `own` are the report's own outlet's names, in small letters.
    """
    media = language.derive(_media)
    found: list[tuple[int, str]] = []
    for match in media.cue.finditer(text, places):
        found += _after_cue(text, match.end(), media.needs[int((match.lastgroup or "c0")[1:])], media)
    for match in media.subject.finditer(text, places):
        name = match[0].rstrip()
        found.append((match.start(), _ON_DAY.sub("", name)))
    found += [(m.start(), m[0][1:-1]) for m in media.alone.finditer(text, places) if len(m[0]) > SHORTEST_ALONE + 2]
    found += [(m.start(), m[0]) for m in media.nameless.finditer(text, places)]
    out: dict[str, str] = {}
    for at, name in sorted(found):
        if hidden.within(at, at + 1) or is_own(name, own):
            continue
        out.setdefault(name.lower(), name)
    return list(out.values())


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a medium's name is that of the report's own outlet, be it with a word like `News` after it."""
    bare = plain(name)
    return bare in own or (" " in name and _GENERAL.sub("", bare) in own)


def plain(name: str) -> str:
    """A medium's name without web endings and signs, in small letters, to compare."""
    bare = name.strip().lower()
    if bare.isalnum():  # most: nothing to take away
        return bare
    bare = _ENDING.sub("", _OPENING.sub("", bare).replace(" ", ""))
    return _SIGN.sub("", bare)


def is_known(name: str, language: Language) -> bool:
    """Whether a name stands in the table of media."""
    return name.strip().lower() in language.derive(_media).names


def is_agency(name: str, language: Language) -> bool:
    """Whether a name stands in the table of media as a news agency's."""
    return name.lower() in language.derive(_media).agencies


def find_on_page(lines: list[str], language: Language) -> str | None:
    """The outlet that a page names as its own in one of `lines` (a copyright line, say): a medium of the table, or an address."""
    media = language.derive(_media)
    for line in lines:
        found = media.strong.search(line) or _DOMAIN.search(line)
        if found is not None:
            return found[0]
    return None


def signs_for_medium(part: str, language: Language) -> bool:
    """Whether a part of closing initials is a medium: its name as it is written, or a longer one in small letters."""
    media = language.derive(_media)
    return part in media.exact or (len(part) > LONGEST_INITIALS and part.lower() in media.names)


def is_spelt_as_medium(name: str, language: Language) -> bool:
    """Whether a name is a web address, begins as only media's names do, or has a word that media have."""
    return _reads_as_medium(name, language.derive(_media))


def looks_like_medium(name: str, language: Language) -> bool:
    """Whether a name stands in the table of media, is a web address, or has a word that media have."""
    media = language.derive(_media)
    return name.lower() in media.names or _reads_as_medium(name, media)


def _reads_as_medium(name: str, media: _Media) -> bool:
    return (
        bool(_DOMAIN.fullmatch(name))
        or name.startswith(media.prefixes)
        or (" " in name and any(w in media.words for w in name.split()))
    )


def _after_cue(text: str, at: int, needs: str, media: _Media) -> list[tuple[int, str]]:
    """The media that follow a relay phrase: one, or several joined by commas and `dan`."""
    noun, bare = False, True
    for _ in range(4):
        match = media.filler.match(text, at)
        if match is None or match.end() == at or media.known.match(text, at + text[at : at + 1].isspace()):
            break
        noun = noun or media.nouns.search(match[0]) is not None
        bare = bare and match[0].strip().lower() in media.fillers
        at = match.end()
    country = media.country.match(text, at) if noun else None
    if country is not None and media.strong.match(text, country.end() + text[country.end()].isspace()):
        at = country.end()
    while at < len(text) and text[at] in " \u00a0\n":
        at += 1
    out: list[tuple[int, str]] = []
    while True:
        name = _name_at(text, at, needs, noun, media)
        if name is None and bare and needs == "named":
            name = _unknown_at(text, at, media)
        if name is None:
            return out
        at = text.index(name, at)  # behind a word that is glued on
        out.append((at, name))
        join = _JOIN.match(text, at + len(name))
        if join is None:
            return out
        at = join.end()
        needs = "known"


def _unknown_at(text: str, at: int, media: _Media) -> str | None:
    """A name of no table right after a relay verb: a medium, where nothing says that it is a body, a person, a place or a page."""
    name = _phrase_at(text, at, media)
    words = name.split()
    if not words or len(words) > LONGEST_UNKNOWN or media.closes.match(text, at + len(name)) is None:
        return None
    if any(_CAPITALS.fullmatch(word) for word in words) or any(word.lower() in media.not_media for word in words):
        return None
    return name


def _phrase_at(text: str, at: int, media: _Media) -> str:
    """The capitalised words at `at`, without a day, a joiner or a sentence that hangs on them; "" where there are none."""
    phrase = _PHRASE.match(text, at)
    if phrase is None:
        return ""
    tail = media.tail.search(phrase[0])
    return phrase[0][: tail.start() if tail else None].rstrip(_EDGE)


def _name_at(text: str, at: int, needs: str, noun: bool, media: _Media) -> str | None:
    known = (media.known if needs != "known" else media.strong).match(text, at)
    if needs == "known":
        return known[0] if known is not None else None
    domain = _DOMAIN.match(text, at)
    if domain is not None:
        return None if _NO_PRESS.search(domain[0]) else _GLUED_ON.sub("", domain[0], count=1)
    name = _phrase_at(text, at, media)
    if name and (known is None or len(name) > len(known[0])) and len(name.split()) <= LONGEST_NAME:
        body = all(word.lower() in media.not_media for word in name.split())
        if _reads_as_medium(name, media) or (noun and known is None and not body):
            return name
    return known[0] if known is not None else None
