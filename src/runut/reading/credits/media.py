"""The agencies and other media that a report says it takes text from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language

_NAME_WORD = r"(?:[a-z]{1,6})?[A-Z][\w.&'’-]{0,30}"
_PHRASE = re.compile(rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|of|de|der|el|al)){{0,4}}")
_JOIN = re.compile(r"(?:,\s?|\s?/\s?|,?\s?(?:dan|serta|&|maupun|hingga)\s?)(?:dari\s|kantor berita\s)?")
_DOMAIN = re.compile(r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,40}\.){1,4}(?:com|co\.id|id|co|net|org|news|tv|example)\b")
_EDGE = ".,;:’'"
# A name that only looks like a medium is no longer than this (words).
LONGEST_NAME = 5
# A name in brackets by itself, no longer than this (characters), may be someone's initials.
SHORTEST_ALONE = 2
# Closing initials in small letters up to this length are a person's.
LONGEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class _Media:
    cue: re.Pattern[str]
    filler: re.Pattern[str]
    nouns: re.Pattern[str]
    known: re.Pattern[str]
    strong: re.Pattern[str]
    subject: re.Pattern[str]
    alone: re.Pattern[str]
    nameless: re.Pattern[str]
    words: frozenset[str]
    prefixes: tuple[str, ...]
    names: frozenset[str]
    exact: frozenset[str]
    needs: tuple[str, ...]


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(names, key=lambda n: (-len(n), n))) or "(?!)"


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
    return _Media(
        cue=re.compile(rf"(?<![^\W_])(?i:{cues})(?=[\sA-Z])"),
        filler=re.compile(rf"(?:\s?(?i:{filler})(?=[\sA-Z]))?"),
        nouns=re.compile(rf"(?i:{_alternatives([r['noun'] for r in nouns if r['medium']])})"),
        known=re.compile(rf"(?:{known})(?:{edge})"),
        strong=re.compile(rf"(?:{strong})(?:{edge})"),
        subject=re.compile(rf"(?<![^\W_])(?<!@)(?:{strong})(?:{edge})\s?(?:pada\s\w+\s)?(?=(?:{verbs})(?![^\W_]))"),
        alone=re.compile(rf"\((?:{strong})\)"),
        nameless=re.compile(rf"(?<![^\W_])(?i:kantor berita)\s(?:{countries})(?=,?\s(?:{verbs})(?![^\W_]))"),
        words=frozenset(r["word"] for r in language.table("media_words") if r["place"] == "word"),
        prefixes=tuple(r["word"] for r in language.table("media_words") if r["place"] == "prefix"),
        names=frozenset(r["name"].lower() for r in rows),
        exact=frozenset(r["name"] for r in rows if not r["weak"]),
        needs=tuple(r["needs"] for r in relays),
    )


def find(text: str, hidden: list[tuple[int, int]], own: frozenset[str], language: Language) -> list[str]:
    """The media named by a relay phrase or as the subject of a relay verb, as written, in the order of the text.

    `hidden` are stretches not looked at (furniture); `own` are the report's own outlet's names, in small letters.
    """
    media = language.derive(_media)
    found: list[tuple[int, str]] = []
    for match in media.cue.finditer(text):
        found += _after_cue(text, match.end(), media.needs[int((match.lastgroup or "c0")[1:])], media)
    for match in media.subject.finditer(text):
        name = match[0].rstrip()
        found.append((match.start(), re.sub(r"\s(?:pada\s\w+)$", "", name)))
    found += [(m.start(), m[0][1:-1]) for m in media.alone.finditer(text) if len(m[0]) > SHORTEST_ALONE + 2]
    found += [(m.start(), m[0]) for m in media.nameless.finditer(text)]
    out: dict[str, str] = {}
    for at, name in sorted(found):
        if any(a <= at < b for a, b in hidden) or is_own(name, own):
            continue
        out.setdefault(name.lower(), name)
    return list(out.values())


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a medium's name is that of the report's own outlet, be it with a word like `News` after it."""
    bare = plain(name)
    return bare in own or re.sub(r"(?:news|online|indonesia)$", "", bare) in own


def plain(name: str) -> str:
    """A medium's name without web endings and signs, in small letters, to compare."""
    bare = re.sub(r"^(?:https?://)?(?:www\.|m\.)?", "", name.strip().lower())
    bare = re.sub(r"\.(?:com|co\.id|co|id|net|news|tv|org|example)$", "", bare.replace(" ", ""))
    return re.sub(r"\W", "", bare)


def is_known(name: str, language: Language) -> bool:
    """Whether a name stands in the table of media."""
    return name.strip().lower() in language.derive(_media).names


def signs_for_medium(part: str, language: Language) -> bool:
    """Whether a part of closing initials is a medium: its name as it is written, or a longer one in small letters."""
    media = language.derive(_media)
    return part in media.exact or (len(part) > LONGEST_INITIALS and part.lower() in media.names)


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
    noun = False
    for _ in range(4):
        match = media.filler.match(text, at)
        if match is None or match.end() == at:
            break
        noun = noun or media.nouns.search(match[0]) is not None
        at = match.end()
    while at < len(text) and text[at] in " \u00a0\n":
        at += 1
    out: list[tuple[int, str]] = []
    while True:
        name = _name_at(text, at, needs, noun, media)
        if name is None:
            return out
        out.append((at, name))
        join = _JOIN.match(text, at + len(name))
        if join is None:
            return out
        at = join.end()
        needs = "known"


def _name_at(text: str, at: int, needs: str, noun: bool, media: _Media) -> str | None:
    domain = _DOMAIN.match(text, at) if needs == "medium" else None
    if domain is not None:
        return domain[0]
    known = (media.known if needs == "medium" else media.strong).match(text, at)
    phrase = _PHRASE.match(text, at)
    if needs == "medium" and phrase is not None and (known is None or phrase.end() > known.end()):
        name = phrase[0].rstrip(_EDGE)
        if len(name.split()) <= LONGEST_NAME and (_reads_as_medium(name, media) or (noun and known is None)):
            return name
    return known[0] if known is not None else None
