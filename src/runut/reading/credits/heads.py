"""The head of a report: its headline, standfirst, stamp and dateline, and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.lang import Language
from runut.reading.credits import days, media
from runut.reading.furniture import lines
from runut.reading.furniture.lines import Found

# The head of a report is looked for in this many first lines.
HEAD_LINES = 12
# A headline is no longer than this (characters), a standfirst neither than that, a line with a stamp neither.
LONGEST_TITLE = 200
LONGEST_STANDFIRST = 420
LONGEST_STAMP_LINE = 110

# Beside a stamp's date stand at most so many words of three letters and more; a line that names the writer is no longer than this.
MOST_STAMP_WORDS = 5
LONGEST_SIGNATURE = 60

_HUMP = re.compile(r"[a-z][A-Z]")
_SENTENCE_BREAK = re.compile(r"[a-z]\. [A-Z]")
# A row of a table: a label, a tab or colon, a number with what is counted (`Meninggal dunia: 14 orang`).
_ROW = re.compile(r"[^\t\n:\d]{2,60}(?: ?\t|:)[\t ]{0,3}\d[\d.,]{0,15}(?: [a-z]{2,12}){0,2}")
_PAGE_NAME = re.compile(r"\|[^|]{2,24}$")
_SIGNS = re.compile(r"\W+")
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_SPACE = r"(?:[\s\u00a0\u200b]|&nbsp;)"
_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_WORD = rf"{_UPPER}(?:[^\W\d_]|['’]|-(?=[^\W\d_])){{0,24}}\.?"
_PLACE = rf"(?:{_WORD})(?:[ \u00a0/](?:{_WORD})){{0,3}}"
_ENDING = r"(?i:com|co\s?\.\s?id|co|id|net|news|tv|org|me|info|asia|example)(?![A-Za-z])"
_DOMAIN = rf"(?<![A-Za-z0-9-])(?:[A-Za-z0-9-]{{2,30}}\s?\.\s?){{1,3}}{_ENDING}"
_DASH = rf"{_SPACE}{{0,3}}(?:–|—|―|-{{1,3}}|−|~){_SPACE}{{0,3}}"
_NAME_WORD = r"[A-Z](?:[a-z'’-]{1,20}|\.|(?![A-Za-z]))"
_SIGNED = re.compile(
    rf"(?P<by>[Oo]leh:? |Laporan (?:oleh:? )?)?(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,4}})"
    r"(?: [-–|] [A-Za-z][\w. ]{2,24}| \[[^\]\n]{2,30}\])?"
)
_REPORT_OF = re.compile(
    r"(?i:laporan (?:wartawan|reporter|kontributor|jurnalis|koresponden))\s[\w.-]{2,24}(?: [\w.-]{2,24}){0,3}?\s?[,:]?\s?"
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}(?: dan {_NAME_WORD}(?: {_NAME_WORD}){{0,4}})?)"
    r"\s{0,4}(?=[A-Z][A-Za-z-]{3,20}\.)"
)

# So a sentence opens, and no dateline, unless its second word is of an outlet's name.
_SENTENCE_OPENS = re.compile(r"[^\W\d_]{1,30} (?P<second>[a-z]{1,30}) (?!\.)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's stretch, and what it says."""

    start: int
    end: int
    place: str | None
    outlet: str | None
    rule: str
    published: str | None = None
    reporter: str | None = None


@dataclass(slots=True)
class Head:
    """The head of a report; `spans` as (start, end, kind, rule)."""

    title: str | None
    published: str | None
    published_rule: str | None
    dateline: Dateline | None
    body_start: int
    spans: list[Found]
    reporters: list[str]


@dataclass(frozen=True, slots=True)
class _Lines:
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    places: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]


def _shapes(language: Language) -> _Lines:
    """The shapes of datelines, in the order in which they are tried."""
    names = sorted((row["name"] for row in language.table("outlets")), key=lambda n: (-len(n), n))
    known = "|".join(re.escape(n) for n in names) or "(?!)"
    outlet = rf"(?P<outlet>{_DOMAIN}|(?:{known})(?![A-Za-z]|[.-][A-Za-z]))"
    free = rf"(?P<outlet>{_DOMAIN}|(?:{known})(?![A-Za-z]|[.-][A-Za-z])|(?:[A-Z][A-Za-z.]{{0,24}})(?: [A-Z][A-Za-z.]{{0,24}}){{0,2}})"
    place = rf"(?P<place>{_PLACE})"
    colon = rf"{_SPACE}?:{_SPACE}{{0,3}}(?=[A-Z“\"])"
    wide = rf"{_SPACE}{{2,4}}(?=[A-Z“\"])"
    glued = r"(?P<glued>[A-Z][a-z]{1,24}(?: [A-Z][a-z]{1,24})?)(?=[A-Z“\"][\w-])"
    province = rf"(?:,{_SPACE}{{0,2}}{_PLACE}){{0,2}}"
    shapes = (
        ("dateline:place-agency", rf"{place}{province}{_SPACE}?\({free}\){_DASH}"),
        ("dateline:outlet-place-brackets", rf"{outlet}{_SPACE}{{0,2}}\({place}\){_DASH}"),
        ("dateline:outlet-brackets-place", rf"\({outlet}\){_SPACE}{{0,2}}{place}{_DASH}"),
        ("dateline:outlet-place", rf"{outlet}{_SPACE}?[,|]{_SPACE}{{0,3}}{place}{province},?(?:{_DASH}|{colon}|{wide})"),
        ("dateline:outlet-place", rf"{outlet}{_SPACE}{{1,3}}{place}{_DASH}"),
        ("dateline:outlet-place", rf"{free}{_SPACE}?,{_SPACE}{{0,3}}{place}(?:{_DASH}|{colon})"),
        ("dateline:outlet-dash-place", rf"{outlet}(?:{_DASH}|\.){place}(?:{_DASH}|\.{_SPACE}{{0,3}})"),
        ("dateline:place-outlet", rf"{place}{_SPACE}?,{_SPACE}{{0,3}}{free}(?:{_DASH}|{colon})"),
        ("dateline:place-outlet", rf"{place}{_SPACE}{{1,3}}{outlet}{_DASH}"),
        ("dateline:place-outlet-line", rf"{place}{_SPACE}?,{_SPACE}{{0,3}}{outlet}[ \u00a0]*(?=[\r\n]|$)"),
        ("dateline:place-outlet-bare", rf"{place}{_SPACE}?,{_SPACE}{{0,3}}(?P<outlet>{_DOMAIN}){_SPACE}{{1,3}}(?=[A-Z“\"])"),
        ("dateline:outlet", rf"{outlet},?{_DASH}"),
        ("dateline:outlet-own", rf"(?P<outlet>[A-Z][A-Za-z0-9]{{2,20}}(?: [A-Z][a-z]{{1,24}})?){_DASH}"),
        ("dateline:outlet-glued", rf"(?P<outlet>{_DOMAIN}),{_SPACE}?{glued}"),
        ("dateline:place-day", rf"{place},{_SPACE}(?P<day>\d{{1,2}} [A-Z][A-Za-z]{{2,12}} 20\d\d)(?:{_DASH}|\.{_SPACE}{{1,3}}|(?=[\r\n]))"),
        ("dateline:place", rf"(?:,{_SPACE}?)?{place}{province},?(?P<dash>{_DASH})"),
        ("dateline:place-colon", rf"{place}{_SPACE}?:{_SPACE}{{1,3}}"),
        ("dateline:bare-dash", rf"-{_SPACE}{{1,4}}(?=[A-Z0-9“\"'‘])"),
    )  # fmt: skip
    places = {row["form"].lower() for table in ("places", "capitals", "countries") for row in language.table(table)}
    return _Lines(
        tuple((name, re.compile(shape)) for name, shape in shapes),
        frozenset(places),
        frozenset(n.lower() for n in names),
        frozenset(word for n in names for word in n.split()),
    )


def find_dateline(text: str, start: int, own: frozenset[str], language: Language) -> Dateline | None:
    """The dateline that begins at `start`, if one does; `own` are names of the report's outlet in small letters."""
    known = language.derive(_shapes)
    lead = _REPORT_OF.match(text, start)
    at = lead.end() if lead else start
    reporter = lead["name"] if lead else None
    sentence = _SENTENCE_OPENS.match(text, at)
    plain = sentence is not None and sentence["second"] not in known.outlet_words
    for rule, shape in () if plain else known.shapes:
        match = shape.match(text, at)
        if match is None:
            continue
        found = match.groupdict()
        place, outlet = found.get("place"), found.get("outlet")
        if rule == "dateline:outlet-glued":
            place = _leading_place(found["glued"], known.places)
            if place is None:
                continue
            return Dateline(start, match.start("glued") + len(place), place, outlet, rule, None, reporter)
        if not _is_plausible(rule, text, match, place, outlet, known, own):
            continue
        if place and rule == "dateline:outlet-place" and "." not in (outlet or "") and media.plain(place) in own:
            continue  # the place is the report's own outlet: `LONTAR, HARIAN MUARA -` is the other way round
        end = match.end() if match.end() > match.start() else match.start()
        published = None
        if rule == "dateline:place-day":
            stamp = days.find_stamp(text, match.start("day"), match.end("day"), language)
            published = stamp.value if stamp else None
            if published is None:
                continue
        return Dateline(start, end, place, outlet, rule, published, reporter)
    if lead:
        return Dateline(start, lead.end(), None, None, "dateline:report-of", None, reporter)
    return None


def _leading_place(words: str, places: frozenset[str]) -> str | None:
    """The longest place at the start of `words`."""
    parts = words.split()
    for n in range(len(parts), 0, -1):
        name = " ".join(parts[:n])
        if name.lower() in places:
            return name
    return None


def _is_plausible(
    rule: str,
    text: str,
    match: re.Match[str],
    place: str | None,
    outlet: str | None,
    known: _Lines,
    own: frozenset[str],
) -> bool:
    """Whether the words are a place and an outlet: by table, by their capitals, or by the web address that they are."""
    place_known = place is not None and (place.lower() in known.places or place.split()[0].lower() in known.places)
    place_big = place is not None and place.isupper() and len(place) > 2
    outlet_known = outlet is not None and (
        "." in outlet or outlet.lower() in known.outlets or media.plain(outlet) in own
    )
    if place is not None and _HUMP.search(place):
        return False
    follows = text[match.end() : match.end() + 1]
    if rule == "dateline:outlet-own":
        return outlet is not None and media.plain(outlet) in own
    if rule == "dateline:place-agency":
        return place_known or place_big or outlet_known
    if rule == "dateline:outlet-place":
        swapped = bool(outlet and place and outlet.lower() in known.places and place.lower() in known.outlets)
        return (outlet_known or place_known or place_big) and not swapped
    if rule == "dateline:place-outlet":
        return outlet_known or place_known or place_big
    if rule == "dateline:outlet-dash-place":
        return place_known or place_big
    if rule == "dateline:place":
        dash = match["dash"]
        spaced = dash[0].isspace() or dash[-1].isspace()
        return (
            place_known if not spaced and place_big else (place_known or place_big) and spaced
        ) and not follows.islower()
    if rule == "dateline:place-colon":
        return place is not None and place.lower() in known.places and not follows.islower()
    if rule == "dateline:place-day":
        return place_known or place_big
    return True


def find(
    text: str,
    title: str | None,
    spans: list[tuple[int, int]],
    own: frozenset[str],
    bylines: list[Found],
    language: Language,
) -> Head:
    """Read the first lines (`spans`, without furniture) down to the dateline or the first sentence of the body."""
    head = Head(title, None, None, None, spans[0][0] if spans else 0, [], [])
    if not spans:
        return head
    if len(spans) == 1:
        _take_dateline(text, find_dateline(text, spans[0][0], own, language), head)
        return head
    zone = spans[:HEAD_LINES]
    wanted = _plain(title) if title else None
    lined: list[str] = []  # most reports are read no further than the first lines
    stop, dateline = _dateline_line(text, zone, own, language)
    for n, (start, end) in enumerate(zone):
        head.body_start = start
        lined.append(_lined(text, start, end))
        if any(a <= start < b for a, b, _, _ in bylines):
            continue
        if n == stop:
            _take_dateline(text, dateline, head)
            return head
        if end - start <= LONGEST_TITLE and lined[n] and (lined[n] == wanted or lined[n] in lined[:n]):
            head.spans.append((start, end, "title", "title:again"))
            continue
        stamp = _stamp_line(text, start, end, language)
        if stamp is not None:
            head.spans.append((stamp.start, stamp.end, "published", "stamp"))
            for a, b in ((start, stamp.start), (stamp.end, end)):
                if text[a:b].strip():
                    head.spans.append((a, b, "outlet", "stamp-line"))
            if head.published is None:
                head.published, head.published_rule = stamp.value, "stamp"
            continue
        signed = _signed_line(text, zone, n, head, language)
        if signed is not None:
            head.reporters.append(signed)
            head.spans.append((start, end, "reporter", "byline:head"))
            continue
        if (
            _is_title_line(text, start, end, zone[n + 1 : n + 2])
            and (stop is not None or (title is None and n < 3))
            and not _body_above(text, zone[:n], head)
        ):
            head.spans.append((start, end, "title", "title:line"))
            every = [] if head.title is None else [_lined(text, a, b) for a, b in zone]
            if head.title is None or (title is None and every.count(lined[n]) > every.count(_plain(head.title))):
                head.title = text[start:end].lstrip("# ")
            continue
        if stop is not None and n < stop and end - start <= LONGEST_STANDFIRST and stop - n <= 3:
            head.spans.append((start, end, "standfirst", "standfirst:before-dateline"))
            continue
        return head
    return head


def _body_above(text: str, zone: list[tuple[int, int]], head: Head) -> bool:
    taken = {a for a, _, _, _ in head.spans}
    return any(lines.ends_sentence(text, b) and a not in taken for a, b in zone)


def _dateline_line(
    text: str, zone: list[tuple[int, int]], own: frozenset[str], language: Language
) -> tuple[int | None, Dateline | None]:
    """The first of the lines that begins with a dateline, and that."""
    for n, (start, end) in enumerate(zone):
        found = find_dateline(text, start, own, language)
        if found is None or (found.rule == "dateline:bare-dash" and n > 1):
            continue
        if found.rule == "dateline:place-day" or _stamp_line(text, start, end, language) is None:
            return n, found
    return None, None


def _take_dateline(text: str, dateline: Dateline | None, head: Head) -> None:
    if dateline is None:
        return
    head.dateline = dateline
    head.body_start = dateline.end
    end = dateline.end
    while end > dateline.start and (text[end - 1].isspace() or text[end - 1] == "\u200b"):
        end -= 1
    head.spans.append((dateline.start, end, "dateline", dateline.rule))
    if dateline.published and head.published is None:
        head.published, head.published_rule = dateline.published, "stamp:dateline"


def _lined(text: str, start: int, end: int) -> str:
    """A line of the head as it is compared with others; "" for one that is too long for a headline."""
    return _plain(text[start:end]) if end - start <= LONGEST_TITLE else ""


def _plain(line: str) -> str:
    if "|" in line:
        line = _PAGE_NAME.sub("", line)
    return _SIGNS.sub(" ", line).strip().casefold()


def _stamp_line(text: str, start: int, end: int, language: Language) -> days.Stamp | None:
    """The date of a line that is a date with little else: no sentence around it."""
    if end - start > LONGEST_STAMP_LINE:
        return None
    stamp = days.find_stamp(text, start, end, language)
    if stamp is None or lines.ends_sentence(text, end):
        return None
    rest = text[start : stamp.start] + text[stamp.end : end]
    return stamp if len(_LONG_WORD.findall(rest)) <= MOST_STAMP_WORDS else None


def _signed_line(text: str, zone: list[tuple[int, int]], n: int, head: Head, language: Language) -> str | None:
    """The writer that a line of the head names: `Oleh …`, `Name - outlet`, or a bare name beside the stamp, below the headline."""
    start, end = zone[n]
    titled = head.title is not None or any(kind == "title" for _, _, kind, _ in head.spans)
    match = _SIGNED.fullmatch(text, start, end) if end - start <= LONGEST_SIGNATURE else None
    if match is None or match["name"].isupper() or not (titled or (match["by"] or "").startswith("Laporan ")):
        return None
    beside = any(_stamp_line(text, *zone[m], language) is not None for m in (n - 1, n + 1) if 0 <= m < len(zone))
    return match["name"] if match["by"] or (beside and not media.is_known(match["name"], language)) else None


def _is_title_line(text: str, start: int, end: int, after: list[tuple[int, int]]) -> bool:
    """Whether a line has the shape of a headline: no stop, and no line below that carries it on; nor is it one of a table's rows."""
    line = text[start:end]
    carried_on = bool(after) and (text[after[0][0]].islower() or text[after[0][0]] in ",.;)")
    return (
        not carried_on
        and not (after and _ROW.fullmatch(line) and _ROW.fullmatch(text, *after[0]))
        and end - start <= LONGEST_TITLE
        and _SENTENCE_BREAK.search(line) is None
        and line[-1] not in '.,;:"”'
        and line[0] not in '"“-('
        and (line[0].isupper() or line[0].isdigit() or line[0] in "‘'#")
        and len(line.split()) >= 2
    )
