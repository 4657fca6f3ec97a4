"""Sources that a figure takes from the sentences around its own: `Hal itu disampaikan X.`, a list, what goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runut.model import Figure, Statement
from runut.reading.figures.alike import are_alike
from runut.reading.figures.beside import HARMED
from runut.reading.figures.phrases import PAPERS_REACH
from runut.reading.figures.report import Report, Words, between, teller_of
from runut.reading.figures.together import FATES

# `di antaranya` stands within so many characters behind the number.
TIED_REACH = 40
# Sentences on which a source of data is carried: 2 in the list that goes on longest among the tuning cases.
CARRIED = 2
# A name within this many characters of a sentence's start is its subject (`Dolfi juga menyoroti …`).
OPENING = 3
# Words that part two paragraphs (`BACA JUGA BERITA`) stand within so many characters of a sentence's start.
BLOCK = 30
# What those told of before are made up of is told so near to a sentence's start: `Ribuan personel itu terdiri dari`.
MAX_TO_MADE = 50
_UNTIED = frozenset({"other", "money", "percent"})
# The rule by which a whole is told place by place.
BY_PLACE = "measure:place+next"
# What is brought up to date.
_TOLLS = FATES - {"arrested", "hostages"} | HARMED | {"affected", "magnitude"}
_ITEM, _ITEM_AT_END = re.compile(r"\(?\d{1,3}[.)] |[-•–*] "), re.compile(r"(?<!\S)\d{1,3}\.$")
# What parts two paragraphs that a scraper ran together: a line's end before the next, words that shout.
_FIRST = re.compile(r"[\s“\"]{0,4}([\w-]{3,30})")
_SPACES = re.compile(" ")
_PARTS = re.compile(r"\n|[A-Z]{6,30} [A-Z]{2,30} ")


@dataclass(frozen=True, slots=True)
class _Line:
    """What every figure of a sentence without a source of its own may take one from."""

    after: Words | None
    """Who told it, as the next sentence says."""
    record: Words | None
    """Whose list or record the sentence before quotes."""
    next_item: Words | None
    """Who told the sentence before in his own words, where this one goes on to the next of a list."""
    listed: tuple[Figure, ...]
    """What he counted there."""
    updated: Words | None
    """Who is said there to bring a count up to date, that this one tells."""
    details: Words | None
    """Whose telling it goes through in detail."""
    summed: Words | None
    """Whose figures it sums up."""
    turned: bool
    """Whether it is somebody's own, or turns elsewhere."""
    indirect: tuple[Statement, ...]
    """The indirect statements that end in the sentence before."""
    counting: tuple[Statement, ...]
    """Of these the ones with figures."""


class Neighbours:
    """The sentences of an article, for what a figure in one may take from those around it; asked in the order of the text."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._lines: dict[int, _Line] = {}
        self._lists: dict[int, Words | None] = {}
        self._carried: dict[tuple[int, str], tuple[Words, int]] = {}

    def carry(self, k: int, measure: str, told: Words) -> None:
        """Note who told a figure of sentence `k`, for the sentences that go on with its measure."""
        self._carried[k, measure] = told, 0

    def source(
        self,
        k: int,
        figure: Figure,
        known: Words | None,
        told: Sequence[Figure],
        before: tuple[Figure, Words | None] | None,
    ) -> Words | None:
        """The source of a figure in sentence `k`: who is `known` from its own clause, else who is told around it.

        `told` are the figures of the sentence before, `before` is the figure before this one with its source.
        """
        report, sentence = self._report, self._report.sentences[k]
        line = self._lines.get(k) or self._lines.setdefault(k, _read_line(report, told, k, figure))
        update = report.updates.find(*sentence)
        going_on = None
        if update is None or update.end() > figure.start:  # else another's count, who is unnamed
            going_on = _going_on(report, self._carried, k, figure.measure, line)
            going_on = going_on or _told_on(report, figure, sentence, line)
        if line.details and not known:  # what was just told, part by part
            self._carried.setdefault((k, figure.measure), (line.details, 0))
            going_on = line.details
        going_on = going_on or line.summed
        source = known or line.after or line.record or going_on or _listed(report, k, self._lists)
        source = source or _of_its_list(figure, before)
        if source is None and line.updated and not line.turned and _is_brought_up(report, figure, sentence[0]):
            return line.updated
        if source is None and line.next_item and any(are_alike(figure, f, report.lex) for f in line.listed):
            return line.next_item
        return source


def _read_line(report: Report, before: Sequence[Figure], k: int, first: Figure) -> _Line:
    """What a sentence's figures may take a source from, with the figures of the sentence before it and the first one that may need it."""
    after = _told_after(report, k)
    if k == 0:
        return _Line(after, None, None, (), None, None, None, True, (), ())
    (start, end), (earlier, _) = report.sentences[k], report.sentences[k - 1]
    indirect = [
        s
        for s in report.statements.within(earlier, start)
        if s.form == "indirect" and earlier < s.end <= start and not _is_place_that_counts(report, s)
    ]
    ids = {f.statement for f in before if f.measure != "age"}  # an age is no count to go on with
    next_item, listed = _next_item(report, before, k, first) or (None, ())
    return _Line(
        after,
        _record(report, before, k),
        next_item,
        listed,
        None if before else _updated(report, earlier, start),
        _detailed(report, before, earlier, start, first),
        _summed_up(report, before, earlier, start),
        _turns_away(report, start, end, first) or _moves_on(report, earlier, start),
        tuple(indirect),
        tuple(s for s in indirect if s.id in ids or _opens_paragraph_on(report, s, earlier, start)),
    )


def _opens_paragraph_on(report: Report, statement: Statement, earlier: int, start: int) -> bool:
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
        and (statement.cue or "").lower() in report.lex.sources.phrase_cues
        and report.lex.sources.same_ones.match(report.text, start) is not None
        and _PARTS.search(report.text, statement.end, start + BLOCK) is None
    )


def _is_place_that_counts(report: Report, statement: Statement) -> bool:
    """Whether nobody speaks: `Kabupaten Kalimas mencatat 12 kejadian` only tells where they were."""
    speaker = statement.speaker
    if speaker is None or speaker.start is None or (statement.cue or "").lower() not in report.lex.sources.counting:
        return False
    named = between(report.places, speaker.start, speaker.end or 0)
    return bool(named) and not between(report.owners, speaker.start, speaker.end or 0)


def _told_after(report: Report, k: int) -> Words | None:
    """`Hal itu disampaikan oleh X.` after the figure's sentence."""
    if k + 1 >= len(report.sentences):
        return None
    start, end = report.sentences[k + 1]
    match = report.lex.sources.thus.match(report.text, start, end)
    named = between(report.mentions, match.end(), end) if match else ()
    return (named[0][2], named[0][0], named[0][1]) if named else None


def _record(report: Report, before: Sequence[Figure], k: int) -> Words | None:
    """A sentence that goes through a list or record carries on the source of the figures in the sentence before it."""
    sourced = next((f for f in reversed(before) if f.speaker), None)
    if sourced is None or not report.lex.sources.record.search(report.text, *report.sentences[k]):
        return None
    return sourced.speaker or "", sourced.speaker_start, sourced.speaker_end


def _next_item(
    report: Report, before: Sequence[Figure], k: int, first: Figure
) -> tuple[Words, tuple[Figure, ...]] | None:
    """The source of the figures of the sentence before, and these, where this one only goes on to the next: `Kemudian, 9 unit bus`.

    One that names somebody turns to another (`Sementara itu, kurs jual di Bank Lontar 14 ribu`), and one of which the count is not the
    first that is told tells something else (`Kemudian polisi menangkap 9 orang`); a place is next only to a place, and
    `sementara itu` turns elsewhere but from place to place.
    """
    (start, end), (earlier, _) = report.sentences[k], report.sentences[k - 1]
    opening = report.lex.sources.next_item.match(report.text, start)
    if opening is None or report.statements.within(start, end) or between(report.owners, start, end):
        return None
    if not _opens_with(report, opening.end(), first):
        return None
    if report.lex.sources.turn_away.match(report.text, start) and not _is_placed(report, opening.end()):
        return None
    if _moves_on(report, earlier, start):
        return None
    sourced = next((f for f in reversed(before) if f.speaker), None)
    if sourced is None or any(s.form == "direct" for s in report.statements.within(sourced.start, sourced.end)):
        return None
    listed = tuple(f for f in before if f.speaker == sourced.speaker)
    return (sourced.speaker or "", sourced.speaker_start, sourced.speaker_end), listed


def _opens_with(report: Report, start: int, figure: Figure) -> bool:
    """Whether nothing but a place and words such as `sebanyak` stand before a count: `di Kampung Randu RT 3, tercatat 12 keluarga`."""
    lead = report.lex.sources.counts_next.match(report.text, start)
    return lead is not None and lead.end() >= figure.start


def _moves_on(report: Report, earlier: int, start: int) -> bool:
    """Whether a sentence goes on to a place from one that began with none: `Sementara di Kalimas, …`."""
    opening, too = (report.lex.sources.next_item.match(report.text, at) for at in (start, earlier))
    if opening is None or not _is_placed(report, opening.end()):
        return False
    return not _is_placed(report, too.end() if too else earlier)


def _is_placed(report: Report, start: int) -> bool:
    """Whether a place stands first in a sentence, or behind the word that opens it."""
    if report.lex.sources.here.match(report.text, start) is not None:
        return True
    return any(at == start for at, *_ in between(report.places, start, start + 1))


def _of_its_list(figure: Figure, before: tuple[Figure, Words | None] | None) -> Words | None:
    """The source of the count of the place before, where a list of places goes on in another sentence."""
    if before is None or figure.rule != BY_PLACE or before[0].rule != BY_PLACE:
        return None
    return before[1]


def _listed(report: Report, k: int, lists: dict[int, Words | None]) -> Words | None:
    """Whom the line over a list names, for a figure of one of its items; `lists` keeps what was found."""
    first = k
    while first not in lists and _is_item(report, first):
        first -= 1
    source = lists[first] if first in lists else _heading(report, first) if first < k else None
    for item in range(first + 1, k + 1):
        lists[item] = source
    return source


def _is_item(report: Report, k: int) -> bool:
    """Whether a sentence begins with a list's mark; or the one before ends with it, where the mark was taken for its end."""
    if k == 0:
        return False
    start, end = report.sentences[k - 1]
    return bool(
        _ITEM.match(report.text, report.sentences[k][0]) or _ITEM_AT_END.search(report.text, max(start, end - 6), end)
    )


def _heading(report: Report, k: int) -> Words | None:
    """The source in a line that announces a list: `Berikut daftar gempa yang dicatat Dinas X`, `Rato merinci bantuan itu:`."""
    start, end = report.sentences[k]
    if report.text[end - 1] != ":" and not report.lex.sources.announces.match(report.text, start):
        return None
    for first, last, words in between(report.owners, start, end):
        if report.lex.sources.noted_by.search(report.text, max(start, first - PAPERS_REACH), first):
            return words, first, last
    told = [s for s in report.statements.within(start, end) if s.form == "indirect"]
    return teller_of(report, told[-1]) if told else None


def _going_on(
    report: Report, carried: dict[tuple[int, str], tuple[Words, int]], k: int, measure: str, line: _Line
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


def _updated(report: Report, earlier: int, start: int) -> Words | None:
    """Who is told to bring a count up to date that only the next sentence tells: `X memutakhirkan data korban. Kini 12 tewas`."""
    update = report.updates.find(earlier, start)
    if update is None or report.lex.that.match(f"{update[0]} "):  # `yang mencatat`
        return None
    named = [m for m in between(report.owners, earlier, update.start()) if m[1] == update.start()]
    return (min(named)[2], min(named)[0], min(named)[1]) if named else None


def _is_brought_up(report: Report, figure: Figure, start: int) -> bool:
    """Whether a figure tells how many are hurt by now: `Kini 12 orang tewas`, but no `Polisi kini mencari 12 orang`."""
    if figure.measure not in _TOLLS or not report.lex.sources.by_now.search(report.text, start, figure.end):
        return False
    active = report.lex.active.search(report.text, start, figure.start)
    return active is None or not active[0].startswith("me") or active[0] in report.lex.sources.links


def _detailed(report: Report, before: Sequence[Figure], earlier: int, start: int, first: Figure) -> Words | None:
    """Who told the sentence before, where this one opens with that it gives the details: `“Ada 12 korban,” kata Rato. Rinciannya, …`."""
    if report.lex.sources.in_detail.match(report.text, start) or _parts_of_them(report, before, start, first):
        return _told_before(report, before, earlier, start)
    return None


def _summed_up(report: Report, before: Sequence[Figure], earlier: int, start: int) -> Words | None:
    """Who told the figures of the sentence before, where this one sums them up: `“Dua lagi ditemukan,” kata Rato. Dengan demikian, …`.

    What goes on about those just counted (`Dari jumlah itu, …`) is as often the outlet's own.
    """
    if before and report.lex.sources.concludes.match(report.text, start):
        return _told_before(report, before, earlier, start)
    return None


def _told_before(report: Report, before: Sequence[Figure], earlier: int, start: int) -> Words | None:
    """Who told the last figure of the sentence before, else its last statement."""
    last = before[-1] if before else None
    if last is not None and last.speaker:
        return last.speaker, last.speaker_start, last.speaker_end
    told = [s for s in report.statements.within(earlier, start) if s.start >= earlier and s.end <= start]
    return teller_of(report, told[-1]) if told else None


def _parts_of_them(report: Report, before: Sequence[Figure], start: int, first: Figure) -> bool:
    """Whether a sentence opens with what those counted before are made up of: `Ribuan personel itu terdiri dari 300 …`."""
    if first.measure in _UNTIED or not any(f.measure == first.measure for f in before):
        return False
    made = report.lex.made_of.search(report.text, start, start + MAX_TO_MADE)
    if made is None:
        return False
    *_, point = (None, *report.lex.pointing.finditer(report.text, start, made.start()))
    return point is not None and report.text[point.end() : made.start()].isspace()


def _turns_away(report: Report, start: int, end: int, first: Figure) -> bool:
    """Whether a sentence is somebody's own, opens with a word that turns elsewhere, or with another's name.

    Where a place is told first and then what is counted there, it goes on: `Di Kalimas 12 rumah rusak`.
    """
    if report.statements.within(start, end) or report.lex.sources.turn_away.match(report.text, start) is not None:
        return True
    named = between(report.mentions, start, start + OPENING + 1)
    if not named:
        return False
    placed = report.lex.sources.placed.search(report.text, start, named[0][0]) is not None
    owned = between(report.owners, start, start + OPENING + 1)
    return not placed or bool(owned) or not _opens_with(report, start, first)


def _has_actor(report: Report, figure: Figure, start: int) -> bool:
    """Whether a paragraph begins with somebody else who acts: `Posko kampus menangani 38 orang`, not `Banjir bandang merusak 38 rumah`."""
    first = _FIRST.match(report.text, start)
    if first is None or first[1].lower() not in report.lex.tellers | report.lex.body_nouns | report.lex.any_bodies:
        return False
    active = report.lex.active.search(report.text, start, figure.start)
    if (
        active is None
        or not active[0].startswith("me")
        or report.lex.sources.we.search(report.text, start, active.start())
    ):
        return False
    if report.lex.that.search(report.text, start, active.start()) is not None:  # `aksi yang melibatkan 38 orang`
        return False
    spaces = _SPACES.finditer(report.text, start, active.start())
    return not any(report.lex.pointing.match(report.text, space.start()) for space in spaces)


def _told_on(report: Report, figure: Figure, sentence: tuple[int, int], line: _Line) -> Words | None:
    """Whoever the sentence before is told by, in indirect speech with figures, where this one only tells on.

    Of 37 such figures of ten annotated cases 29 were given to him; after a quotation, or a sentence without figures, 2 of 24. Where the
    count is some of those just told of (`dua di antaranya`), what is told there needs no figures. After `selain itu` the same:
    of 10 such figures of random reports all were his; `sementara itu` turns elsewhere, but for the next place.
    """
    if line.turned or not line.indirect:
        return None
    reach = min(sentence[1], figure.number.end + TIED_REACH)
    tied = report.lex.sources.even.match(report.text, sentence[0]) or report.lex.sources.tied.search(
        report.text, sentence[0], reach
    )
    told = line.indirect if tied else line.counting
    if (
        told
        and not tied
        and "\n" in report.text[told[-1].end : sentence[0]]
        and _has_actor(report, figure, sentence[0])
    ):
        return None
    source = teller_of(report, told[-1]) if told else None
    return None if source and report.text.startswith(source[0], sentence[0]) else source
