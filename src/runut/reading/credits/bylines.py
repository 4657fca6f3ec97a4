"""Who wrote and edited a report, and the source lines: labels, initials and names at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from runut.lang import Language
from runut.reading.credits import media
from runut.reading.credits.media import Hidden
from runut.reading.furniture.lines import Found

# Bylines stand among this many first or last lines, and where a text has no lines, in its last characters.
HEAD_LINES = 12
FOOT_LINES = 14
FOOT_CHARACTERS = 240
# A person's name on a byline has no more words, the value of a label no more characters than this.
LONGEST_NAME = 6
LONGEST_VALUE = 120
# Behind the last sentence a medium closes one of so many last lines.
CLOSING = 4

_PERSON = re.compile(r"[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,5}$|[a-z]{2,12}$")
_BETWEEN = re.compile(r"\s{0,3}(?:,|/|;|&|\bdan\b|\band\b)\s{0,3}")
_INITIALS = re.compile(r"\((?:\*{1,3}\s?/\s?)?(?P<all>[^()*\n]{2,60})\)\s*(?:\*{0,3}|\.)$")
_SQUARE = re.compile(r"\[(?P<name>[^\[\]\n]{2,40})\]$")
_PAIR = re.compile(r"\s?[a-z]{2,5}\d?\s?/\s?[a-z]{2,5}\d?\s?")
_PART = re.compile(r"[A-Za-z]{2,6}\d?$|[A-Z][^\W\d][\w.'’-]{0,24}(?: [A-Z][^\W\d]{0,24}\.?){0,4} ?$")
# A line of a list ends in what is said of its item: `5. Sari Hulu (bayi)`.
_ITEM = re.compile(r"\d{1,2}[.)]\s")
_SOURCE = re.compile(r"(?i:sumber)\s?:\s?")
_PAGE_CODE = re.compile(r"[A-Z]{1,2}-?\d{1,2}|\*+")
_CAPITALS = re.compile(
    r"(?<![^\s.!?\"”])(?P<name>[A-Z]{3,}(?: [A-Z]{2,}){1,3}(?:,? (?:DAN )?[A-Z]{3,}(?: [A-Z]{2,}){1,3}){0,2})$"
)
_CONTRIBUTES = ("berkontribusi", "menulis")
_CONTRIBUTED = re.compile(
    rf"(?P<names>[A-Z][^.!?\n]{{3,120}}?) (?:ikut |turut )?(?:{'|'.join(_CONTRIBUTES)}) (?:dalam|pada|untuk) "
    r"(?:penulisan )?(?:artikel|tulisan|laporan|berita) ini\.?"
)


@dataclass(slots=True)
class Bylines:
    """What the bylines say, with their stretches as (start, end, kind, rule)."""

    reporters: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    spans: list[Found] = field(default_factory=list)

    def add(self, kind: str, names: Iterable[str]) -> None:
        """Add names of a kind once, whatever their capitals."""
        known = {"reporter": self.reporters, "editor": self.editors, "agency": self.agencies}[kind]
        for name in names:
            if name.lower() not in {n.lower() for n in known}:
                known.append(name)


@dataclass(frozen=True, slots=True)
class _Labels:
    pattern: re.Pattern[str]
    alone: re.Pattern[str]
    kinds: dict[str, str]
    stops: frozenset[str]
    longest: int
    """Of a label with a blank behind it, in characters."""


def _labels(language: Language) -> _Labels:
    rows = language.table("byline_labels")
    kinds = {row["label"].lower(): row["kind"] for row in rows}
    words = "|".join(sorted((re.escape(k) for k in kinds), key=lambda k: (-len(k), k))) or "(?!)"
    people = "|".join(re.escape(k) for k, v in kinds.items() if v in ("reporter", "editor")) or "(?!)"
    return _Labels(
        re.compile(rf"(?<![A-Z])(?P<label>(?i:{words}))\s?:\s*"),
        re.compile(rf"(?P<label>{people}):?", re.I),
        kinds,
        frozenset(row["word"] for row in language.table("byline_stops")),
        max(map(len, kinds), default=0) + 1,
    )


def find(text: str, spans: list[tuple[int, int]], hidden: Hidden, language: Language) -> Bylines:
    """Labels, initials and closing names in the first and last of the lines `spans`, outside the stretches `hidden`."""
    out = Bylines()
    head, foot = spans[:HEAD_LINES], spans[max(HEAD_LINES, len(spans) - FOOT_LINES) :]
    if len(spans) <= HEAD_LINES:
        head, foot = [], spans
    starts = {a for a, _ in spans}
    for n, (start, end) in enumerate([*head, *foot]):
        in_foot = n >= len(head)
        if end - start > FOOT_CHARACTERS:
            if not in_foot:
                continue
            start = end - FOOT_CHARACTERS
        start = max([start, *(b for a, b in hidden.within(start, end) if a <= start < b or start < b <= end)])
        _read_labels(text, start, end, out, language, whole=start in starts)
    _read_label_lines(text, [*head, *foot], out, language)
    _read_contributors(text, foot, out, language)
    _read_square(text, foot, out, language)
    if not out.reporters:
        _read_close(text, foot, out, language)
    return out


def _read_labels(text: str, start: int, end: int, out: Bylines, language: Language, *, whole: bool) -> None:
    """`Label: names` at the start of a line or hanging on its end, several of them in a row."""
    labels = language.derive(_labels)
    colon = text.find(":", start, end)
    if colon < 0:
        return
    found = list(labels.pattern.finditer(text, max(start, colon - labels.longest), end))
    for n, match in enumerate(found):
        at = match.start()
        if at > start and not (n or text[at - 1] in ' \u00a0|.()"”' or text[at].islower() or text[at - 1].islower()):
            continue
        stop = found[n + 1].start() if n + 1 < len(found) else end
        value = text[match.end() : stop]
        if len(value) > LONGEST_VALUE:
            continue
        kind = labels.kinds[match["label"].lower()]
        if kind == "none":
            if at == start and len(value) <= LONGEST_VALUE // 2:
                out.spans.append(
                    (at, match.end() + len(value.rstrip()), "reporter", f"byline:{match['label'].lower()}")
                )
            continue
        names = _names(value, kind, labels, language)
        if not names and kind != "agency":
            continue
        if at > start and kind == "reporter" and n == 0 and not whole:
            continue
        out.add(kind, names)
        opened = at - (text[at - 1 : at] == "(")
        out.spans.append((opened, match.end() + len(value.rstrip()), kind, f"byline:{match['label'].lower()}"))


def _names(value: str, kind: str, labels: _Labels, language: Language) -> list[str]:
    value = re.sub(r"\([^()]{0,60}\)?|&[a-z]{2,6};", " ", value)
    value = re.split(r"\s*[|•\n]|\s{3,}", value.strip())[0]
    out: list[str] = []
    for part in _BETWEEN.split(value):
        name = part.strip(" .*-–—()\u00a0")
        low = name.lower()
        if not name or len(name.split()) > LONGEST_NAME or _is_stop(low, labels):
            continue
        if kind == "agency":
            parts = name.split("-")
            if len(parts) > 1 and all(media.is_known(p, language) or _is_acronym(p) for p in parts):  # Yonhap-OANA
                out += parts
            elif media.is_known(name, language) or media.looks_like_medium(name, language) or _is_acronym(name):
                out.append(name)
        elif _PERSON.match(name) and low.split()[0] not in labels.kinds:
            out.append(name)
    return out


def unlabelled(name: str, language: Language) -> str:
    """A name without the label before it (`Reporter: Sari Kalimas`)."""
    label = language.derive(_labels).pattern.match(name) if ":" in name else None
    return name[label.end() :] if label else name


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    if at < 0:
        return False
    after = text[at + len(word) : at + len(word) + 1]
    return (at == 0 or not text[at - 1].isalnum()) and not after.isalnum()


def _is_acronym(name: str) -> bool:
    """Whether the name is an acronym, as agencies' names are."""
    return " " not in name and name.isupper() and 1 < len(name) <= 6


def _read_label_lines(text: str, spans: list[tuple[int, int]], out: Bylines, language: Language) -> None:
    """A label alone on its line, the name on the next."""
    labels = language.derive(_labels)
    for n, (start, end) in enumerate(spans[:-1]):
        match = labels.alone.fullmatch(text, start, end)
        if match is None:
            continue
        after_start, after_end = spans[n + 1]
        names = _names(text[after_start:after_end], "reporter", labels, language)
        if names and after_end - after_start <= 60 and all(" " in name for name in names):
            kind = labels.kinds[match["label"].lower()]
            out.add(kind, names)
            out.spans.append((start, after_end, kind, f"byline-line:{match['label'].lower()}"))


def _read_square(text: str, spans: list[tuple[int, int]], out: Bylines, language: Language) -> None:
    """A medium in square brackets behind the last sentence (`… sudah padam. [Antara]`)."""
    for start, end in spans[-CLOSING:]:
        match = _SQUARE.search(text, max(start, end - 60), end) if text.endswith("]", start, end) else None
        if match is not None and _closes(text, start, match.start()) and media.is_known(match["name"], language):
            out.add("agency", [match["name"]])
            out.spans.append((*match.span(), "agency", "medium-in-brackets"))


def _read_contributors(text: str, spans: list[tuple[int, int]], out: Bylines, language: Language) -> None:
    labels = language.derive(_labels)
    for start, end in spans[-6:]:
        start = max(start, end - FOOT_CHARACTERS)
        if not any(text.find(verb, start, end) >= 0 for verb in _CONTRIBUTES):
            continue
        match = _CONTRIBUTED.search(text, start, end)
        if match is not None:
            names = _names(match["names"], "reporter", labels, language)
            if names:
                out.add("reporter", names)
                out.spans.append((*match.span(), "reporter", "byline:contributed"))


def _read_close(text: str, spans: list[tuple[int, int]], out: Bylines, language: Language) -> None:
    """Initials or names in brackets, or a name in capitals, after the last sentence; `(writer/editor)`."""
    labels = language.derive(_labels)
    for start, end in reversed(spans[-8:]):
        if _ITEM.match(text, start, end):
            continue
        if " | " in text[start:end] and _read_bars(text, start, end, out, language):
            return
        match = _INITIALS.search(text, max(start, end - 60), end)
        last = end == spans[-1][1] and match is not None and _PAIR.fullmatch(match["all"]) is not None
        if match is not None and (last or _closes(text, start, match.start())):
            parts = [_SOURCE.sub("", p.strip()) for p in match["all"].split("/")]
            people = [p for p in parts if not _PAGE_CODE.fullmatch(p) and not _is_stop(p, labels)]
            if all(_PART.match(p) or media.is_spelt_as_medium(p, language) for p in people):
                _add_initials(people, out, language)
                out.spans.append((match.start(), match.end(), "initials", "initials"))
            return
        capitals = _CAPITALS.search(text, max(start, end - 80), end)
        if capitals is not None and _closes(text, start, capitals.start("name")):
            name = capitals["name"]
            if not media.is_known(name, language) and len(name) <= 60:
                out.add("reporter", [n for n in re.split(r", (?:DAN )?| DAN ", name) if n])
                out.spans.append((capitals.start("name"), end, "reporter", "name-in-capitals"))
            return
        if end - start > 60:
            return


def _read_bars(text: str, start: int, end: int, out: Bylines, language: Language) -> bool:
    """Writers and agencies in capitals between bars on a line of their own (`SARI HULU | WARTA | REUTERS`), if one is an agency."""
    parts = [part.strip() for part in text[start:end].split("|")]
    media_of = [part for part in parts if media.is_known(part, language)]
    people = [part for part in parts if part not in media_of]
    if not media_of or not all(part.isupper() and 0 < len(part.split()) <= LONGEST_NAME for part in parts):
        return False
    out.add("agency", media_of)
    out.add("reporter", people)
    out.spans.append((start, end, "reporter" if people else "agency", "names-between-bars"))
    return True


def _is_stop(part: str, labels: _Labels) -> bool:
    return any(_has_word(part.lower(), stop) for stop in labels.stops)


def _closes(text: str, line_start: int, at: int) -> bool:
    """Whether a bracket at `at` stands alone on its line or after the end of a sentence."""
    before = text[max(line_start, at - 3) : at].rstrip()
    return not before or before[-1] in '.!?"”*]'


def _add_initials(parts: list[str], out: Bylines, language: Language) -> None:
    people, agencies = [], []
    for part in parts:
        if media.signs_for_medium(part, language):
            agencies.append(part)
        elif not media.is_spelt_as_medium(part, language):
            people.append(part)
    if people and agencies and parts[0] == agencies[0] and media.is_spelt_as_medium(parts[0], language):
        del agencies[0]  # (Warta.com/Sari Hulu): the outlet itself
    out.add("agency", agencies)
    if not people:
        return
    first_is_writer = people[0] == parts[0] or len(people) > 1 or not agencies
    if first_is_writer:
        writers = max(1, len(people) - 1) if all(" " in name for name in people) else 1
        out.add("reporter", people[:writers])
        out.add("editor", people[writers:])
    else:
        out.add("editor", people)
