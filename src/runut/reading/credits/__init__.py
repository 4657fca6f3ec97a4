"""What a report says of itself: headline, dateline, outlet, day, writers, sources."""

from __future__ import annotations

import re

from runut.lang import Language
from runut.model import Article, Credits, CreditSpan, Furniture
from runut.reading.credits import bylines, days, heads, media
from runut.reading.credits.media import Hidden
from runut.reading.furniture import lines
from runut.reading.furniture.lines import Found
from runut.text.gates import Places, find_places
from runut.text.near import Near

_HOST = re.compile(r"^(?:https?://)?((?:[\w-]+\.)+[a-z]{2,4})(?:[/:]|$)")
_ENDINGS = (".com", ".co.id", ".id", ".net", ".news")
# The capital first, then what stands before it: the engine passes over all other characters by that class.
_DOTTED = re.compile(rf"([A-Z](?<=\b.)[A-Za-z0-9]{{2,20}})(?:{'|'.join(map(re.escape, _ENDINGS))})\b")
_NOT_A_PERSON = re.compile(
    r"tidak ditemukan|\b(?:developer|author|media|mediatama|group|grup|network|news|desk|biro|humas|koran|university|https?)\b"
    r"|www\.|\w\.(?:com|co|id|net|org)\b|@|^\W*$|^dok\.|^tim\b|^(?:penulis|editor|reporter|redaksi|admin|oleh|sumber)$",
    re.I,
)
_BESIDE_AUTHOR = re.compile(r"\s[-–|]\s?[\w. ]{2,24}$|\s?\[[^\]]{2,40}\]$|^by\s", re.I)
_BETWEEN_AUTHORS = re.compile(r"\s?[,;|]\s+(?![A-Z]{1,2}\.)")
_OWN_PAGE = frozenset(
    {
        "furniture:copyright",
        "furniture:all-rights-reserved",
        "furniture:follow-elsewhere",
        "furniture:dilarang-keras-mengambil-konten",
    }
)


def find(
    article: Article,
    furniture: tuple[Furniture, ...],
    language: Language,
    places: Places | None = None,
    spans: list[tuple[int, int]] | None = None,
) -> Credits:
    """The credits of one article; where text and metadata both name something, the metadata counts.

    `places` is what `find_places` gives for the text, `spans` what `lines.split` does.
    """
    text = article.text
    hidden = Near([(f.start, f.end, (f.start, f.end)) for f in furniture])
    spans = [s for s in _clear(lines.split(text) if spans is None else spans, hidden) if s[1] > s[0]]
    own = _own_names(article)
    dotted = frozenset(media.plain(m[1]) for m in _DOTTED.finditer(text)) if _has_address(text) else frozenset()
    signed = bylines.find(text, spans, hidden, language)
    head = heads.find(text, article.title, spans, own | dotted, signed.spans, language)
    page = media.find_on_page([f.text for f in furniture if f.rule in _OWN_PAGE], language)
    outlet = article.outlet or (head.dateline.outlet if head.dateline else None) or page
    signed.add("agency", [page] if page and media.is_agency(page, language) else [])
    places = find_places(text) if places is None else places
    agencies = _agencies(text, places, head, signed, hidden, own, language)
    if head.dateline and head.dateline.reporter and not signed.reporters:
        signed.add("reporter", head.dateline.reporter.split(" dan "))
    if head.reporters and all(name.islower() for name in signed.reporters):
        signed.reporters[:] = head.reporters  # in full, not by initials
    reporters = _authors(article, own, language) or tuple(n for n in signed.reporters if not media.is_own(n, own))
    published, origin, rule = _published(article, head, language)
    return Credits(
        title=article.title or head.title,
        outlet=outlet,
        published=published,
        published_from=origin,
        published_or_later=rule in days.AT_LEAST,
        published_rule=rule,
        dateline=head.dateline.place if head.dateline else None,
        reporters=reporters,
        editors=tuple(signed.editors),
        agencies=agencies,
        body_start=head.body_start,
        spans=_spans(text, _outside([*head.spans, *signed.spans], hidden)),
    )


def _has_address(text: str) -> bool:
    return any(ending in text for ending in _ENDINGS)


def _clear(spans: list[tuple[int, int]], hidden: Hidden) -> list[tuple[int, int]]:
    """The lines without those that furniture covers; furniture at a line's edge is cut from it."""
    out = []
    for start, end in spans:
        for a, b in hidden.within(start, end):
            if a <= start < b:
                start = min(end, b)
            if a < end <= b:
                end = max(start, a)
        if end > start:
            out.append((start, end))
    return out


def _authors(article: Article, own: frozenset[str], language: Language) -> tuple[str, ...]:
    """The people whom the record names as authors: without the outlet beside them, labels, desks and addresses."""
    names = [
        _BESIDE_AUTHOR.sub("", bylines.unlabelled(part.strip(" *()"), language))
        for line in article.authors
        for part in ([line] if len(line) < 4 else _BETWEEN_AUTHORS.split(line))
    ]
    people = (n for n in names if not (_NOT_A_PERSON.search(n) or media.is_own(n, own) or media.is_known(n, language)))
    return tuple(dict.fromkeys(people))


def _own_names(article: Article) -> frozenset[str]:
    """The names in small letters by which the record and its address call the outlet."""
    hosts = [h for h in (_HOST.match(article.url or ""), _HOST.match(article.outlet or "")) if h]
    names = {media.plain(article.outlet)} if article.outlet else set()
    names.update(media.plain(word) for word in (article.outlet or "").split() if len(word) > 3)
    names.update(media.plain(part) for host in hosts for part in host[1].split(".") if len(part) > 2)
    return frozenset(form for name in names if name for form in (name, name + "com"))


def _agencies(
    text: str,
    places: Places,
    head: heads.Head,
    signed: bylines.Bylines,
    hidden: Hidden,
    own: frozenset[str],
    language: Language,
) -> tuple[str, ...]:
    """Agencies of the dateline, the relay phrases and the source lines, each once."""
    out: dict[str, str] = {}
    line = head.dateline
    if (
        line is not None
        and line.outlet
        and media.is_known(line.outlet, language)
        and line.rule == "dateline:place-agency"
    ):
        out[line.outlet.lower()] = line.outlet
    for name in [*media.find(text, places, hidden, own, language), *signed.agencies]:
        out.setdefault(name.lower(), name)
    return tuple(out.values())


def _published(article: Article, head: heads.Head, language: Language) -> tuple[str | None, str | None, str | None]:
    """The day by the text or the address where the metadata has none: stamp, address, the day of the latest saying, one
    behind it, the weekday of sayings, today."""
    if article.published:
        return None, None, None
    if head.published:
        return head.published, "text", head.published_rule
    day = days.find_url_day(article.url)
    if day:
        return day, "url", "url-date"
    day = days.find_saying_day(article.text, language)
    if day:
        later = days.find_later_day(article.text, day, language)
        return (later, "text", "later-day") if later else (day, "text", "saying-day")
    day = days.find_saying_weekday(article.text, language)
    if day:
        return day, "text", "saying-weekday"
    day = days.find_today(article.text, language)
    return (day, "text", "today-day") if day else (None, None, None)


def _outside(found: list[Found], hidden: Hidden) -> list[Found]:
    """The stretches without the furniture in their midst."""
    out = []
    for start, end, kind, rule in found:
        for a, b in sorted(hidden.within(start, end)):
            if start < b and a < end:
                out.append((start, max(start, a), kind, rule))
                start = min(end, b)
        out.append((start, end, kind, rule))
    return out


def _spans(text: str, found: list[Found]) -> tuple[CreditSpan, ...]:
    ordered = sorted(found, key=lambda s: (s[0], -s[1], s[2]))
    return tuple(
        CreditSpan(start=a, end=b, text=text[a:b], kind=kind, rule=rule)
        for a, b, kind, rule in lines.apart(text, ordered)
    )
