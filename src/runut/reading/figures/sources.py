"""Who a figure comes from, which day or period it is of, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from runut.model import Article, Date, Figure, Name, Statement
from runut.reading.figures.alike import are_alike
from runut.reading.figures.lexicon import Lexicon
from runut.text.near import Ahead, Near

# A source phrase (`menurut data X, …`) stands within this many characters before the number.
MAX_PHRASE = 160
# The word for somebody's data (`menurut hasil pendataan`, `data yang diperoleh harian ini dari`) takes at most so many characters.
PAPERS_REACH = 60
# From the bracket of a rate of exchange to its amount (`(dengan asumsi kurs Rp 16.000`) are at most so many characters.
RATE_REACH = 40
# A word that names a source (`dikutip dari`) takes at most so many characters.
SOURCE_WORD = 18
# Between a verb that vouches for a count (`membenarkan adanya`) and the count stand at most so many characters.
VOUCHED_REACH = 70
# `di antaranya` stands within so many characters behind the number.
TIED_REACH = 40
# Sentences on which a source of data is carried: 2 in the list that goes on longest among the tuning cases.
CARRIED = 2
# A name within this many characters of a sentence's start is its subject (`Dolfi juga menyoroti …`).
OPENING = 3
# The body that a sentence is about begins so many characters behind its start, or behind what says that it was told, at most.
SUBJECT = 8
# An acronym has so many letters at least; `PT` is none.
ACRONYM = 3
# Words that part two paragraphs (`BACA JUGA BERITA`) stand within so many characters of a sentence's start.
BLOCK = 30
# The rule by which a whole is told place by place.
BY_PLACE = "measure:place+next"
# What a list of data goes on with from sentence to sentence.
DATA = frozenset({"money", "percent"})
# The nearest day or place of a sentence is among so many before a figure and after it.
NEIGHBOURS = 12
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_PERIOD = re.compile(r"\d{4}(?:-\d\d)?$")

_ITEM, _ITEM_AT_END = re.compile(r"\(?\d{1,3}[.)] |[-•–*] "), re.compile(r"(?<!\S)\d{1,3}\.$")
_ENDS_CLAUSE, _ENDS_SENTENCE = re.compile(r"[,;:.]"), re.compile(r"[;.]")

# What else of a name stands before the comma that ends its phrase.
_NAME_ENDS = re.compile(r"(?:[ ]\(?[A-Z][\w-]{0,30}\)?){0,6},")

# What parts two paragraphs that a scraper ran together: a line's end before the next, words that shout.
_PARTS = re.compile(r"\n|[A-Z]{6,30} [A-Z]{2,30} ")

Words = tuple[str, int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Report:
    """What the rules look at, in offsets of the article's text."""

    text: str
    sentences: Sequence[tuple[int, int]]
    starts: Sequence[int]
    names: Sequence[Name]
    by_id: Mapping[str, Name]
    mentions: Sequence[tuple[int, int, str]]
    """Whoever may be a source: start, end and words, in the order of the text."""
    owners: Sequence[tuple[int, int, str]]
    """Of these the persons and bodies."""
    bodies: Sequence[tuple[int, int, str]]
    places: Sequence[tuple[int, int, str]]
    """Places with their names, in the order of the text."""
    days: Sequence[Date]
    periods: Sequence[Date]
    """Months and years told as past (`bulan lalu`), in the order of the text: another may be the year of a law or a model."""
    statements: Near[Statement]
    lex: Lexicon
    turns: Ahead
    """The next word that turns to another source."""
    sources: Ahead
    """The next phrase that names a source behind what it is of."""
    updates: Ahead
    """The next verb that brings a count up to date."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What every figure of a sentence without a source of its own may take one from."""

    after: Words | None
    """Who told it, as the next sentence says."""
    record: Words | None
    """Whose list or record the sentence before quotes."""
    next_item: Words | None
    """Who told the sentence before in his own words, where this one goes on to the next of a list."""
    listed: tuple[Figure, ...]
    """What he counted there."""
    details: Words | None
    """Whose telling it goes through in detail."""
    turned: bool
    """Whether it is somebody's own, or turns elsewhere."""
    indirect: tuple[Statement, ...]
    """The indirect statements that end in the sentence before."""
    counting: tuple[Statement, ...]
    """Of these the ones with figures."""


def attribute(
    article: Article,
    sentences: Sequence[tuple[int, int]],
    figures: Sequence[Figure],
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    lex: Lexicon,
) -> tuple[Figure, ...]:
    """The figures with statement, speaker, day or else period, and place; one for each span, in the order of the text.

    A rate of exchange in brackets is the outlet's own. Else the source is, in this order: a source phrase before the number in its
    clause, or who is told by another to admit it; the speaker of the statement that holds it; whoever is said to bring the count up to
    date, or to vouch for it, or is named by a source word without a comma; whoever the next sentence says told it; the record that the
    sentence before quotes; who told the sentence before, where this one goes through the details; the data that the sentence before was
    read from, where the same measure goes on, CARRIED sentences at most; who told the sentence before in indirect speech with figures;
    whom the line over a list names; whoever told of the place before in a list of places.
    A sentence between two statements of one speaker is the outlet's own: of 80 tracked figures so placed 21 are his by the cases.
    """
    report = _Report(
        text=article.text,
        sentences=sentences,
        starts=[s for s, _ in sentences],
        names=names,
        by_id={n.id: n for n in names},
        mentions=sorted((m.start, m.end, m.text) for n in names if n.type != "LOC" for m in n.mentions),
        owners=sorted((m.start, m.end, m.text) for n in names if n.type in ("PER", "ORG") for m in n.mentions),
        bodies=sorted((m.start, m.end, m.text) for n in names if n.type == "ORG" for m in n.mentions),
        places=sorted((m.start, m.end, n.name) for n in names if n.type in ("GPE", "LOC") for m in n.mentions),
        days=[d for d in dates if d.value and _DAY.match(d.value)],
        periods=[d for d in dates if d.value and _PERIOD.match(d.value) and lex.past.search(d.text)],
        statements=Near([(s.start, s.end, s) for s in statements]),
        lex=lex,
        turns=Ahead(lex.turns, article.text),
        sources=Ahead(lex.source_after, article.text),
        updates=Ahead(lex.updates, article.text),
    )
    seen: set[str] = set()
    phrased: tuple[tuple[tuple[int, int], str | None], Words] | None = None
    carried: dict[tuple[int, str], tuple[Words, int]] = {}
    told_in: dict[int, list[Figure]] = {}
    lines: dict[int, _Sentence] = {}
    lists: dict[int, Words | None] = {}
    last = 0
    before: tuple[Figure, Words | None] | None = None
    for figure in sorted(figures, key=lambda f: (f.number.start, f.start)):
        if figure.id in seen:
            continue
        seen.add(figure.id)
        k = max(0, bisect_right(report.starts, figure.number.start) - 1)
        sentence = sentences[k] if sentences else (0, len(article.text))
        own = _statement_of(report, figure)
        phrase = _phrase(report, figure, sentence) or (_admitting(report, figure, own) if own else None)
        if phrase is None and phrased and phrased[0] == (sentence, own.id if own else None):
            turned = own is None and lex.turns.search(article.text, last, figure.start) is not None
            phrase = None if turned else phrased[1]
        if phrase and own and _turned_from(report, phrase, own):
            phrase = None
        phrased, last = ((sentence, own.id if own else None), phrase) if phrase else None, figure.end
        told = phrase or (_naming(report, own) if own and own.form == "indirect" else None)
        if told and (own is None or figure.measure in DATA):
            carried[k, figure.measure] = told, 0
        if figure.measure == "money" and lex.rate.search(
            article.text, max(0, figure.number.start - RATE_REACH), figure.number.start
        ):
            source = None  # the outlet's own sum
        elif phrase or own:
            source = phrase or told or (_naming(report, own) if own else None)
        else:
            line = lines.get(k) or lines.setdefault(k, _read_line(report, told_in.get(k - 1, ()), k, figure))
            update = report.updates.find(*sentence)
            going_on = None
            if update is None or update.end() > figure.start:  # else another's count, who is unnamed
                going_on = _going_on(report, carried, k, figure.measure, line) or _told_on(
                    report, figure, sentence, line
                )
            known = _updating(report, figure, sentence) or _vouching(report, figure, sentence)
            known = known or _named_without_comma(report, figure, sentence)
            if line.details and not known:  # what was just told, part by part
                carried.setdefault((k, figure.measure), (line.details, 0))
                going_on = line.details
            source = known or line.after or line.record or going_on or _listed(report, k, lists)
            source = source or _of_its_list(figure, before)
            if source is None and line.next_item and any(are_alike(figure, f, lex) for f in line.listed):
                source = line.next_item
        before = figure, source
        speaker, start, end = _clean(source, lex) if source else (None, None, None)
        day = (
            _nearest(report, report.days, figure, sentence)
            or _nearest(report, report.periods, figure, sentence)
            or (own.said_on[:10] if own and own.said_on else None)
        )
        told_in.setdefault(k, []).append(
            Figure(
                id=figure.id,
                article=figure.article,
                start=figure.start,
                end=figure.end,
                text=figure.text,
                number=figure.number,
                low=figure.low,
                high=figure.high,
                approx=figure.approx,
                measure=figure.measure,
                rule=figure.rule,
                counted=figure.counted,
                part=figure.part,
                speaker=speaker,
                speaker_start=start,
                speaker_end=end,
                as_of=day,
                place=_place(report, figure, sentence),
                statement=own.id if own else None,
            )
        )
    return tuple(figure for told in told_in.values() for figure in told)


def _read_line(report: _Report, before: Sequence[Figure], k: int, first: Figure) -> _Sentence:
    """What a sentence's figures may take a source from, with the figures of the sentence before it and the first one that may need it."""
    after = _told_after(report, k)
    if k == 0:
        return _Sentence(after, None, None, (), None, True, (), ())
    (start, end), (earlier, _) = report.sentences[k], report.sentences[k - 1]
    indirect = [
        s
        for s in report.statements.within(earlier, start)
        if s.form == "indirect" and earlier < s.end <= start and not _is_place_that_counts(report, s)
    ]
    ids = {f.statement for f in before if f.measure != "age"}  # an age is no count to go on with
    next_item, listed = _next_item(report, before, k, first) or (None, ())
    return _Sentence(
        after,
        _record(report, before, k),
        next_item,
        listed,
        _detailed(report, before, earlier, start),
        _turns_away(report, start, end, first) or _moves_on(report, earlier, start),
        tuple(indirect),
        tuple(s for s in indirect if s.id in ids or _opens_paragraph_on(report, s, earlier, start)),
    )


def _opens_paragraph_on(report: _Report, statement: Statement, earlier: int, start: int) -> bool:
    """Whether a source phrase opens the sentence before, and the line goes on about the same ones: `Menurut Rato, dua warga itu sudah lama
    menabung. Mereka membayar Rp 12 juta`; nobody goes on with `Menurut dia` and `Menurut laporan`.
    """
    at, speaker = statement.cue_start, statement.speaker
    return (
        at is not None
        and at - earlier <= OPENING
        and speaker is not None
        and speaker.entity is not None
        and (speaker.text or "").lower() not in report.lex.pronouns
        and (statement.cue or "").lower() in report.lex.phrase_cues
        and report.lex.same_ones.match(report.text, start) is not None
        and _PARTS.search(report.text, statement.end, start + BLOCK) is None
    )


def _is_place_that_counts(report: _Report, statement: Statement) -> bool:
    """Whether nobody speaks: `Kabupaten Kalimas mencatat 12 kejadian` only tells where they were."""
    speaker = statement.speaker
    if speaker is None or speaker.start is None or (statement.cue or "").lower() not in report.lex.counting:
        return False
    named = _between(report.places, speaker.start, speaker.end or 0)
    return bool(named) and not _between(report.owners, speaker.start, speaker.end or 0)


def _is_described(report: _Report, statement: Statement) -> bool:
    """Whether no one says it, but who is counted is described so: `Warga yang melaporkan menjadi korban sebanyak empat orang`."""
    speaker, cue = statement.speaker, statement.cue_start
    if statement.form != "indirect" or speaker is None or speaker.end is None or cue is None or speaker.end > cue:
        return False
    if speaker.entity is not None or _between(report.owners, speaker.start or 0, speaker.end):
        return False
    return report.lex.that.fullmatch(report.text, speaker.end, cue) is not None


def _statement_of(report: _Report, figure: Figure) -> Statement | None:
    """The innermost statement that holds the number."""
    around = report.statements.within(figure.number.start, figure.number.end)
    holding = [
        s
        for s in around
        if s.start <= figure.number.start and figure.number.end <= s.end and not _is_described(report, s)
    ]
    return min(holding, key=lambda s: (s.end - s.start, s.start)) if holding else None


def _turned_from(report: _Report, phrase: Words, own: Statement) -> bool:
    """Whether another's statement begins after a phrase and a turn: `Menurut data X, lima tewas, sedangkan Y mencatat tujuh`."""
    end, cue = phrase[2], own.cue_start
    return (
        end is not None and cue is not None and end < cue and report.lex.turns.search(report.text, end, cue) is not None
    )


def _naming(report: _Report, statement: Statement) -> Words | None:
    """The words that name a statement's source: its mention, or for a pronoun the nearest mention of who it is."""
    speaker = statement.speaker
    if speaker is None:
        return None
    name = report.by_id.get(speaker.entity or "")
    if name is None and speaker.start is not None and report.lex.that_body.fullmatch(speaker.text or ""):
        body = _only_body_before(report, speaker.start, speaker.text or "")
        if body is not None:
            return body
    if speaker.text and speaker.start is not None and speaker.text.lower() not in report.lex.pronouns:
        return _last_named(report, speaker.text, speaker.start, speaker.name or "")
    if name is not None:
        naming = [
            m for m in name.mentions if not any(m.text in role for role in name.roles)
        ]  # the office alone names nobody
        nearest = min(naming or name.mentions, key=lambda m: (abs(m.start - statement.start), m.start))
        return nearest.text, nearest.start, nearest.end
    return (speaker.name, None, None) if speaker.name else None


def _only_body_before(report: _Report, at: int, words: str) -> Words | None:
    """The body that `pihaknya` or `lembaga itu` stands for: the only owner that the sentence before names, and names as its subject or as
    who told that; one that is called a Dinas is no `komisi itu`.
    """
    k = bisect_right(report.starts, at) - 1
    if k < 1:
        return None
    start = report.sentences[k - 1][0]
    owners = _between(report.owners, start, report.sentences[k][0])
    named = [m for m in owners if not any(o[0] <= m[0] and m[1] <= o[1] and o != m for o in owners)]
    if len({m[2] for m in named}) != 1 or named[0] not in _between(report.bodies, start, report.sentences[k][0]):
        return None
    first, last, body = named[0]
    told = report.lex.thus.match(report.text, start, first)
    if first - max(start, told.end() if told else 0) > SUBJECT:
        return None
    lex, noun, head = report.lex, words.lower().split()[0], body.split()[0]
    own = head.lower() in lex.body_nouns
    short = head.isupper() and len(head) >= ACRONYM
    if len(words.split()) > 1 and noun != head.lower() and (own or not (noun in lex.any_bodies or short)):
        return None
    return body, first, last


def _last_named(report: _Report, words: str, start: int, name: str) -> Words:
    """The words for a source; the name alone where it stands at their end, behind what is told of it (`kelompok yang kuat, Rato`) or
    glued to it (`Kepala Dinas PasarRato`).
    """
    end = start + len(words)
    for first, last, named in _between(report.owners, start + 1, end):
        glued = report.text[max(start, report.text.rfind(" ", start, first) + 1) : first]
        if last == end and glued.isalpha() and glued[0].isupper():
            return named, first, last
    cut = report.lex.source_end.search(words, 2) if name and words.endswith(name) else None
    if cut and cut.end() <= len(words) - len(name):
        return name, end - len(name), end
    return words, start, end


def _phrase(report: _Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """The source that a phrase names in the figure's clause, right before it or at the sentence's end: `14 …, menurut data X.`"""
    at = max(sentence[0], figure.start - MAX_PHRASE)
    *_, before = (None, *report.lex.source_phrase.finditer(report.text, at, figure.start))
    turn = report.turns.find(figure.end, sentence[1])
    after = report.sources.find(figure.end, turn.start() + 1 if turn else sentence[1])
    for match in (before, after):
        if match is None:
            continue
        start, end = match.span("source")
        got = report.lex.got.search(report.text, start, end)
        if got is not None and (giver := _handed_over(report, got.end(), figure.start)) is not None:
            return giver
        named = [(a, b) for a, b, _ in _between(report.mentions, start, end)]
        if named:
            end = max(end, *(b for _, b in named))
            return report.text[start:end], start, end
    return _whose_papers(report, at, figure.start)


def _handed_over(report: _Report, start: int, end: int) -> Words | None:
    """Whose data a newsroom has got: `data yang diperoleh Harian Lontar, Sabtu (7/6), dari BPBD Kalimas, tiga rumah rusak`."""
    for first, last, words in _between(report.owners, start, end):
        whom = report.lex.from_whom.search(report.text, max(start, first - SOURCE_WORD), first)
        if whom is None or _NAME_ENDS.match(report.text, last, end) is None:
            continue
        behind = report.text[start : whom.start()].split()[-1:]
        if not behind or not behind[0].isalpha() or behind[0][0].isupper():  # else `korban dari BPBD Kalimas, …`
            return words, first, last
    return None


def _whose_papers(report: _Report, start: int, end: int) -> Words | None:
    """Whose data tell a figure without a comma between (`dari data BMKG gempa berkekuatan 4,9`, `hasil pendataan X menunjukkan …`)."""
    for first, last, words in reversed(_between(report.owners, start, end)):
        papers = report.lex.papers_of.search(report.text, max(start, first - PAPERS_REACH), first)
        if papers is None:
            continue
        opens = report.text[start : papers.start()].rstrip()[-1:] in ("", *',;:“"(')
        if papers["from"] or (opens and report.lex.papers_show.match(report.text, last)):
            return words, first, last
    return None


def _updating(report: _Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who stands right before what brings a count up to date: `Dinas X memperbarui jumlah korban dari 9 menjadi 11`."""
    at = max(sentence[0], figure.start - MAX_PHRASE)
    *_, match = (None, *report.lex.updates.finditer(report.text, at, figure.start))
    named = _between(report.mentions, sentence[0], match.start()) if match else ()
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and match and last[1] == match.start() else None


def _vouching(report: _Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who stands right before a verb that vouches for what the number counts: `Camat Kalimas, Rato, membenarkan adanya 4 korban`."""
    at = max(sentence[0], figure.start - VOUCHED_REACH)
    *_, match = (None, *report.lex.vouches.finditer(report.text, at, figure.start))
    if match is None or _ENDS_CLAUSE.search(report.text, match.end(), figure.start):
        return None
    named = _between(report.owners, sentence[0], match.start())
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and last[1] == match.start() else None


def _named_without_comma(report: _Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Whom a source word names in the figure's clause: `desa yang menurut Rato dihuni 12 orang`, `Dikutip dari Harian Lontar dua bus …`."""
    at = max(sentence[0], figure.start - MAX_PHRASE)
    for start, end, words in reversed(_between(report.owners, at, figure.start)):
        named = report.lex.names_source.search(report.text, max(at, start - SOURCE_WORD), start)
        if named and report.text[end : end + 1] == " " and not _ENDS_CLAUSE.search(report.text, end, figure.start):
            return words, start, end
    return None


def _admitting(report: _Report, figure: Figure, own: Statement) -> Words | None:
    """Who is told by another to admit what the number counts: `“Pelaku mengaku mengambil 4 motor,” kata Rato`."""
    at = max(own.start, figure.start - MAX_PHRASE)
    recorded = _recording(report, figure, at)
    if recorded is not None:
        return recorded
    *_, match = (None, *report.lex.admits.finditer(report.text, at, figure.start))
    if match is None or _ENDS_SENTENCE.search(report.text, match.end(), figure.start):
        return None
    start, end = match.span("source")
    if end > start:
        return match["source"], start, end
    named = _between(report.owners, at, match.start())
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and last[1] == match.start() else None


def _recording(report: _Report, figure: Figure, at: int) -> Words | None:
    """Who is told by another to have recorded the count that stands right behind: `“Dinas Pasar mencatat 12 korban,” kata Rato`.

    What a body records as its own is no such count (`mencatat laba Rp 12 miliar`), and who speaks as one of it tells it himself.
    """
    *_, match = (None, *report.lex.records.finditer(report.text, at, figure.start))
    if match is None or report.text[match.end() : figure.start].strip():
        return None
    start, end = match.span("source")
    if end > start:
        return match["source"], start, end
    named = [m for m in _between(report.bodies, at, match.start()) if m[1] == match.start()]
    if not named or report.lex.we.search(report.text, max(at, named[0][0] - SOURCE_WORD), named[0][0]):
        return None
    return named[0][2], named[0][0], named[0][1]


def _told_after(report: _Report, k: int) -> Words | None:
    """`Hal itu disampaikan oleh X.` after the figure's sentence."""
    if k + 1 >= len(report.sentences):
        return None
    start, end = report.sentences[k + 1]
    match = report.lex.thus.match(report.text, start, end)
    named = _between(report.mentions, match.end(), end) if match else ()
    return (named[0][2], named[0][0], named[0][1]) if named else None


def _record(report: _Report, before: Sequence[Figure], k: int) -> Words | None:
    """A sentence that goes through a list or record carries on the source of the figures in the sentence before it."""
    sourced = next((f for f in reversed(before) if f.speaker), None)
    if sourced is None or not report.lex.record.search(report.text, *report.sentences[k]):
        return None
    return sourced.speaker or "", sourced.speaker_start, sourced.speaker_end


def _next_item(
    report: _Report, before: Sequence[Figure], k: int, first: Figure
) -> tuple[Words, tuple[Figure, ...]] | None:
    """The source of the figures of the sentence before, and these, where this one only goes on to the next: `Kemudian, 9 unit bus`.

    One that names somebody turns to another (`Sementara itu, kurs jual di Bank Lontar 14 ribu`), and one of which the count is not the
    first that is told tells something else (`Kemudian polisi menangkap 9 orang`); a place is next only to a place, and
    `sementara itu` turns elsewhere but from place to place.
    """
    (start, end), (earlier, _) = report.sentences[k], report.sentences[k - 1]
    opening = report.lex.next_item.match(report.text, start)
    if opening is None or report.statements.within(start, end) or _between(report.owners, start, end):
        return None
    if not _opens_with(report, opening.end(), first):
        return None
    if report.lex.turn_away.match(report.text, start) and not _is_placed(report, opening.end()):
        return None
    if _moves_on(report, earlier, start):
        return None
    sourced = next((f for f in reversed(before) if f.speaker), None)
    if sourced is None or any(s.form == "direct" for s in report.statements.within(sourced.start, sourced.end)):
        return None
    listed = tuple(f for f in before if f.speaker == sourced.speaker)
    return (sourced.speaker or "", sourced.speaker_start, sourced.speaker_end), listed


def _opens_with(report: _Report, start: int, figure: Figure) -> bool:
    """Whether nothing but a place and words such as `sebanyak` stand before a count: `di Kampung Randu RT 3, tercatat 12 keluarga`."""
    lead = report.lex.counts_next.match(report.text, start)
    return lead is not None and lead.end() >= figure.start


def _moves_on(report: _Report, earlier: int, start: int) -> bool:
    """Whether a sentence goes on to a place from one that began with none: `Sementara di Kalimas, …`."""
    opening, too = (report.lex.next_item.match(report.text, at) for at in (start, earlier))
    if opening is None or not _is_placed(report, opening.end()):
        return False
    return not _is_placed(report, too.end() if too else earlier)


def _is_placed(report: _Report, start: int) -> bool:
    """Whether a place stands first in a sentence, or behind the word that opens it."""
    if report.lex.here.match(report.text, start) is not None:
        return True
    return any(at == start for at, *_ in _between(report.places, start, start + 1))


def _of_its_list(figure: Figure, before: tuple[Figure, Words | None] | None) -> Words | None:
    """The source of the count of the place before, where a list of places goes on in another sentence."""
    if before is None or figure.rule != BY_PLACE or before[0].rule != BY_PLACE:
        return None
    return before[1]


def _listed(report: _Report, k: int, lists: dict[int, Words | None]) -> Words | None:
    """Whom the line over a list names, for a figure of one of its items; `lists` keeps what was found."""
    first = k
    while first not in lists and _is_item(report, first):
        first -= 1
    source = lists[first] if first in lists else _heading(report, first) if first < k else None
    for item in range(first + 1, k + 1):
        lists[item] = source
    return source


def _is_item(report: _Report, k: int) -> bool:
    """Whether a sentence begins with a list's mark; or the one before ends with it, where the mark was taken for its end."""
    if k == 0:
        return False
    start, end = report.sentences[k - 1]
    return bool(
        _ITEM.match(report.text, report.sentences[k][0]) or _ITEM_AT_END.search(report.text, max(start, end - 6), end)
    )


def _heading(report: _Report, k: int) -> Words | None:
    """The source in a line that announces a list: `Berikut daftar gempa yang dicatat Dinas X`, `Rato merinci bantuan itu:`."""
    start, end = report.sentences[k]
    if report.text[end - 1] != ":" and not report.lex.announces.match(report.text, start):
        return None
    for first, last, words in _between(report.owners, start, end):
        if report.lex.noted_by.search(report.text, max(start, first - PAPERS_REACH), first):
            return words, first, last
    told = [s for s in report.statements.within(start, end) if s.form == "indirect"]
    return _naming(report, told[-1]) if told else None


def _going_on(
    report: _Report, carried: dict[tuple[int, str], tuple[Words, int]], k: int, measure: str, line: _Sentence
) -> Words | None:
    """The source of data in the sentence before, where this one goes on with the same measure and names nobody itself."""
    if (k, measure) in carried:
        return carried[k, measure][0]
    before = carried.get((k - 1, measure))
    if before is None or before[1] >= CARRIED or line.turned:
        return None
    if report.text.startswith(before[0][0], report.sentences[k][0]):  # what it does, not what it tells
        return None
    carried[k, measure] = before[0], before[1] + 1
    return before[0]


def _detailed(report: _Report, before: Sequence[Figure], earlier: int, start: int) -> Words | None:
    """Who told the sentence before, where this one opens with that it gives the details: `“Ada 12 korban,” kata Rato. Rinciannya, …`."""
    if report.lex.in_detail.match(report.text, start) is None:
        return None
    last = before[-1] if before else None
    if last is not None and last.speaker:
        return last.speaker, last.speaker_start, last.speaker_end
    told = [s for s in report.statements.within(earlier, start) if s.start >= earlier and s.end <= start]
    return _naming(report, told[-1]) if told else None


def _turns_away(report: _Report, start: int, end: int, first: Figure) -> bool:
    """Whether a sentence is somebody's own, opens with a word that turns elsewhere, or with another's name.

    Where a place is told first and then what is counted there, it goes on: `Di Kalimas 12 rumah rusak`.
    """
    if report.statements.within(start, end) or report.lex.turn_away.match(report.text, start) is not None:
        return True
    named = _between(report.mentions, start, start + OPENING + 1)
    if not named:
        return False
    placed = report.lex.placed.search(report.text, start, named[0][0]) is not None
    owned = _between(report.owners, start, start + OPENING + 1)
    return not placed or bool(owned) or not _opens_with(report, start, first)


def _told_on(report: _Report, figure: Figure, sentence: tuple[int, int], line: _Sentence) -> Words | None:
    """Whoever the sentence before is told by, in indirect speech with figures, where this one only tells on.

    Of 37 such figures of ten annotated cases 29 were given to him; after a quotation, or a sentence without figures, 2 of 24. Where the
    count is some of those just told of (`dua di antaranya`), what is told there needs no figures. After `selain itu` the same:
    of 10 such figures of random reports all were his; `sementara itu` turns elsewhere, but for the next place.
    """
    if line.turned or not line.indirect:
        return None
    reach = min(sentence[1], figure.number.end + TIED_REACH)
    tied = report.lex.even.match(report.text, sentence[0]) or report.lex.tied.search(report.text, sentence[0], reach)
    told = line.indirect if tied else line.counting
    source = _naming(report, told[-1]) if told else None
    return None if source and report.text.startswith(source[0], sentence[0]) else source


def _clean(source: Words, lex: Lexicon) -> Words:
    """The words that name a source: without the document that it is known from and without what is told of it after."""
    words, start, end = source
    issued = lex.issued.match(words)
    if issued:  # `laporan keuangan yang dirilis Dinas Pasar`
        words = words[issued.end() :]
        start = None if start is None else start + issued.end()
    cut = lex.source_end.search(words, 2)
    if cut:
        words = words[: cut.start()].rstrip(" ,;")
        end = None if start is None else start + len(words)
    lead = lex.source_lead.match(words)
    names = lead is not None and not (
        lex.out_of_papers.fullmatch(words, lead.end()) or lex.pointing.fullmatch(words, lead.end())
    )
    if lead and names:  # `data awal` and `pernyataan itu` name nobody
        words = words[lead.end() :]
        start = None if start is None else start + lead.end()
    return words, start, end


def _nearest(report: _Report, dates: Sequence[Date], figure: Figure, sentence: tuple[int, int]) -> str | None:
    """The date in the figure's sentence that stands nearest to it; one since which is counted is none."""
    start, end = sentence
    first, own, last = (bisect_left(dates, at, key=attrgetter("start")) for at in (start, figure.start, end))
    near = dates[max(first, own - NEIGHBOURS) : min(last, own + NEIGHBOURS)]
    inside = [d for d in near if not report.lex.since.search(report.text, max(start, d.start - 30), d.start)]
    if not inside:
        return None
    nearest = min(inside, key=lambda d: (min(abs(d.start - figure.end), abs(figure.start - d.end)), d.start))
    return (nearest.value or "")[:10]


def _place(report: _Report, figure: Figure, sentence: tuple[int, int]) -> str | None:
    """The place that the figure's sentence says it is of: the nearest after a word such as `di`."""
    start, end = sentence
    first, own, last = (bisect_left(report.places, (at,)) for at in (start, figure.start, end))
    inside = [
        (min(abs(a - figure.end), abs(figure.start - b)), a, name)
        for a, b, name in report.places[max(first, own - NEIGHBOURS) : min(last, own + NEIGHBOURS)]
        if report.lex.placed.search(report.text, max(start, a - 40), a) and not report.lex.currency.match(name)
    ]
    return min(inside)[2] if inside else None


def _between(spans: Sequence[tuple[int, int, str]], start: int, end: int) -> Sequence[tuple[int, int, str]]:
    """Those of the spans, which are in order, that begin in a stretch."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]
