"""What happened, in the words that reports open with: the opening sentences that tell most of what all headlines and openings tell, then
what they leave out.

A sentence chosen shares little with those chosen before (Carbonell and Goldstein 1998, MMR). No word of a line is ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from runut.brief.desk import Desk, day_of, outlet_of
from runut.brief.openings import OPENING, Opening, Openings, holds, is_fact_check, is_rejected, weigh_all
from runut.brief.words import PASSING, local_day, shortened
from runut.comparing.sources import places_of
from runut.comparing.wording import find_stems
from runut.model import BriefLine, Event, Figure, Place, Reading, Statement

# Lines told: one, and others while they tell other matters that much of the story is about …
MOST_LEADS = 3
# … then one for each matter that they leave out, up to so many lines of what is current: what an editor reads in two minutes.
MOST_LINES = 8
MOST_CHARACTERS = 260
# A further line is as central as so much of the first, and shares at most so much of its words with those told.
CENTRAL, NEW = 0.6, 0.4
# … one of another matter, by its headline, so much: all matters of one minister share his name and office.
NEW_MATTER = 0.5
# … and of those and the headlines over them at most so much.
KNOWN = 0.55
# A report's matter is told where so much of its headline's words stands in the opening of a report that has a line.
TOLD = 0.5
# So many matters left out make a story one of several.
MANY_MATTERS = 2
# Words of someone are not told where so much of what they share with any opening stands in one that has a line.
SAID = 0.6
# Of a matter left out the sentence is told that has most of its report's headline, and at least so much of it, less what speaks against
# it and this for each sentence before it; and so many words.
LEAST_OWN, BEHIND_FIRST, LEAST_UNTOLD = 0.15, 0.1, 8
# An opening tells a happening mostly where the event takes so much of it.
MOSTLY = 0.5
# The youngest report's opening is told as the latest where it is as central as so much of the first line.
OF_STORY = 0.6
# … and shares a person or body with the first line's report, or so much of its headline with that line and the headline over it.
OF_MATTER = 0.2
# What is asked for in one report stands no more beside its outcome in a later one where they share so much of their words.
SAME_STEP = 0.25
# Two openings that tell mostly one happening and share so much of their words tell it twice.
SAME_FACT = 0.2
# A clause of another report tells what an opening tells where so much of the lighter one's words stands in both.
RETELLS = 0.35
# A sentence without a number is told with the one behind it that has some, where both are no longer than this.
WITH_NEXT = 320

LED, MOST_LED, LATEST, UNTOLD = RULES = ("led", "most-led", "latest-lead", "untold-matter")


class Leads:
    """The openings of a story, and which of them have a line."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._openings = weigh_all(desk)
        self._told: list[Opening] = []
        self._happening_of = {i: h.id for h in desk.story.happenings for i in h.events if i in desk.events}
        self._behind: dict[Place, Place | None] = {}  # of each that is told the sentence told with it
        stems: dict[str, set[str]] = {id_: set(head) for id_, head in self._openings.heads.items()}
        for opening in self._openings.all:
            stems[opening.reading.article.id] |= opening.stems
        # the stems of each report's headline and opening
        self._matter = {id_: frozenset(of_report) for id_, of_report in stems.items()}

    def central(self) -> Iterator[BriefLine]:
        """The opening sentence that tells most of the story, others that tell other matters of it, and what the youngest report opens with.

        Rules: `most-led` (openings of several independent reports tell it), `led` (one report's), `latest-lead` (the youngest report's,
        where it tells something else that happened or was said on a later day than those told).
        """
        told = self._told
        standing = [o for o in self._openings.all if not o.stale and o.worth > 0]
        for opening in sorted(standing or self._openings.all, key=lambda o: -o.worth):
            if len(told) == MOST_LEADS or opening.worth <= 0 or (told and opening.worth < CENTRAL * told[0].worth):
                break
            if self._is_new(opening):
                self._tell(opening)
        latest = _latest(self._desk, self._openings, told)
        if latest is not None and latest not in told and latest.place not in self._behind.values():
            self._tell(latest)
        for opening in told:
            yield self._line(opening, LATEST if opening is latest else "")

    def untold(self, lines: int) -> Iterator[BriefLine]:
        """What reports open with whose matter no line tells, the youngest first, while there are fewer than MOST_LINES `lines`."""
        best: dict[str, Opening] = {}
        for opening in self._openings.all:
            id_ = opening.reading.article.id
            if (
                len(opening.words.split()) >= LEAST_UNTOLD
                and self._own(opening) >= LEAST_OWN
                and not opening.stale
                and (id_ not in best or self._own(opening) > self._own(best[id_]))
            ):
                best[id_] = opening
        for opening in sorted(best.values(), key=lambda o: day_of(o.reading), reverse=True):
            if lines >= MOST_LINES:
                return
            if not self._is_told(opening.reading) and self._is_new(opening, NEW_MATTER):
                self._tell(opening)
                lines += 1
                yield self._line(opening, UNTOLD)

    def is_of_many(self) -> bool:
        """Whether several matters of the story have no line yet."""
        family = self._desk.family
        left = {family.get(r.article.id, r.article.id) for r in self._desk.readings if not self._is_told(r)}
        return len(left) >= MANY_MATTERS

    def is_said(self, words: str) -> bool:
        """Whether a line tells much of what someone's words say."""
        stems = find_stems(words)
        return any(self._openings.held(stems, o.stems) >= SAID for o in self._told)

    def _tell(self, opening: Opening) -> None:
        """Chooses an opening, with the sentence behind it where that is told nowhere else."""
        behind = _next(self._desk, self._openings, opening)
        self._behind[opening.place] = None if behind in self._behind else behind
        self._told.append(opening)

    def _line(self, opening: Opening, rule: str) -> BriefLine:
        return _line(self._desk, self._openings, opening, self._behind[opening.place], rule)

    def _own(self, opening: Opening) -> float:
        """How much an opening tells of its own report's headline, less what speaks against telling it."""
        id_ = opening.reading.article.id
        head = self._openings.heads[id_] or self._matter[id_]
        return (
            self._openings.held(head, opening.stems)
            - (opening.central - opening.worth)
            - BEHIND_FIRST * min(opening.n, OPENING)
        )

    def _is_new(self, opening: Opening, most: float = NEW) -> bool:
        """Whether an opening tells something else than those told, and no step that they tell the outcome of."""
        if opening.place in self._behind.values() or self._is_retold(opening):
            return False
        known = frozenset[str]().union(*(o.stems | self._openings.heads[o.reading.article.id] for o in self._told))
        return self._openings.held(opening.stems, known) <= KNOWN and all(
            self._openings.shared(opening, other) <= most and not self._is_overtaken(opening, other)
            for other in self._told
        )

    def _mains(self, opening: Opening) -> frozenset[str]:
        """The happenings that an opening tells mostly."""
        place, least = opening.place, MOSTLY * len(opening.words)
        return frozenset(
            self._happening_of[e.id]
            for e in opening.reading.events
            if e.id in self._happening_of and place.start <= e.start < place.end and len(e.text) >= least
        )

    def _is_retold(self, opening: Opening) -> bool:
        """Whether an opening tells mostly a happening that one that has a line tells mostly."""
        return any(
            self._openings.shared(opening, other) >= SAME_FACT
            and not self._mains(opening).isdisjoint(self._mains(other))
            for other in self._told
        )

    def _is_overtaken(self, opening: Opening, other: Opening) -> bool:
        return (
            day_of(opening.reading) <= day_of(other.reading)
            and self._desk.lexicon.asks.search(opening.words) is not None
            and self._desk.lexicon.grants.search(other.words) is not None
            and self._openings.shared(opening, other) >= SAME_STEP
        )

    def _is_told(self, reading: Reading) -> bool:
        """Whether a report, one of its family, or one that opens with its headline's matter has a line."""
        id_ = reading.article.id
        family = self._desk.family.get(id_, id_)
        if any(self._desk.family.get(o.reading.article.id, o.reading.article.id) == family for o in self._told):
            return True
        matter = self._openings.heads[id_] or self._matter[id_]
        return any(self._openings.held(matter, self._matter[o.reading.article.id]) >= TOLD for o in self._told)


def _latest(desk: Desk, openings: Openings, told: Sequence[Opening]) -> Opening | None:
    """What the youngest report opens with, where it is news of a later day than the first line and tells something else of the story."""
    days = [day for o in openings.all if (day := day_of(o.reading))]
    if not told or not days or day_of(told[0].reading) >= max(days):
        return None
    young = [
        o
        for o in openings.all
        if day_of(o.reading) == max(days)
        and o.worth > 0
        and not o.stale
        and _is_news(desk, o, told[0])
        and _is_of_matter(desk, openings, o, told[0])
    ]
    for opening in told:
        if opening in young:
            return opening
    best = max(young, key=lambda o: o.worth, default=None)
    if best is None or best.central < OF_STORY * told[0].central or any(openings.shared(best, o) > NEW for o in told):
        return None
    return best


def _is_of_matter(desk: Desk, openings: Openings, opening: Opening, first: Opening) -> bool:
    """Whether an opening names a person or body of the first line's report, or is headed with much that the first line tells."""
    head = openings.heads[opening.reading.article.id] or opening.stems
    if openings.held(head, first.stems | openings.heads[first.reading.article.id]) >= OF_MATTER:
        return True
    place = opening.place
    return any(
        any(m.article == place.article and place.start <= m.start < place.end for m in e.mentions)
        and any(m.article == first.place.article for m in e.mentions)
        for e in desk.story.entities
        if e.type in ("PER", "ORG")
    )


def _is_news(desk: Desk, opening: Opening, first: Opening) -> bool:
    """Whether an opening tells what happened or was said, on no day before the story's and in a report of a later day than the first."""
    reading, place = opening.reading, opening.place
    if _day_told(reading) <= _day_told(first.reading):
        return False
    days = [
        d.value[:10]
        for d in reading.dates
        if d.value and place.start <= d.start < place.end and len(d.value) >= len("2031-04-03")
    ]
    if days and max(days) < desk.opened:
        return False
    found: tuple[Statement | Event | Figure, ...] = (
        *reading.statements,
        *(e for e in reading.events if e.status == "happened"),
        *reading.figures,
    )
    return bool(days) or any(f.start < place.end and place.start < f.end for f in found)


def _day_told(reading: Reading) -> str:
    """The last day that a report tells of, up to that on which it came out; else that day."""
    out = day_of(reading)
    days = [
        d.value[:10] for d in reading.dates if d.value and len(d.value) >= len("2031-04-03") and d.value[:10] <= out
    ]
    return max(days, default=out)


def _retold(desk: Desk, openings: Openings, opening: Opening) -> Iterator[Place]:
    """Where other reports tell the happening that the opening tells mostly, once a report, with its counts, no others, and enough of its
    words.

    That two openings share most words tells nothing by itself: `menahan` in one may be `membebaskan` in the other.
    """
    place = opening.place
    known = {place.article}
    for happening in desk.story.happenings:
        events = [desk.events[i] for i in happening.events if i in desk.events]
        mine = [e for e in events if e.article == place.article and place.start <= e.start < place.end]
        if any(e.status == "happened" and len(e.text) >= MOSTLY * len(opening.words) for e in mine):
            for event in events:
                if (
                    event.article not in known
                    and event.status == "happened"
                    and _retells(desk, openings, opening, event)
                ):
                    known.add(event.article)
                    yield from places_of([event])


def _retells(desk: Desk, openings: Openings, opening: Opening, event: Event) -> bool:
    """Whether the sentence of an event counts nothing otherwise than an opening, and has its count of several, or enough of its words."""
    if desk.lexicon.guesses(opening.words) and not desk.lexicon.guesses(desk.words(event)):
        return False
    theirs, ours = _counts(desk, event), _counts(desk, opening.place)
    if any(theirs[m].isdisjoint(counts) for m, counts in ours.items() if m in theirs):
        return False
    several = {m for m, counts in ours.items() if m not in PASSING and any(low is None or low > 1 for low, _ in counts)}
    if several:
        return not several.isdisjoint(theirs)
    return openings.alike(opening.stems, find_stems(event.text)) >= RETELLS


def _counts(desk: Desk, found: Event | Place) -> Mapping[str, set[tuple[float | None, float | None]]]:
    """What is counted in the sentence of a finding, by measure."""
    out: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    sentence = desk.sentence(found)
    for figure in desk.by_article[found.article].figures:
        if desk.sentence(figure) == sentence:
            out[figure.measure].add((figure.low, figure.high))
    return dict(out)


def _next(desk: Desk, openings: Openings, opening: Opening) -> Place | None:
    """The sentence behind an opening without a number that has one, where both are short, it leans on nothing else, and nothing in it was
    rejected or overtaken."""
    following = opening.reading.sentences[opening.n + 1 : opening.n + 2]
    if not following or opening.n + 1 >= OPENING or desk.lexicon.number.search(opening.words):
        return None
    place = Place(article=opening.place.article, start=following[0].start, end=following[0].end)
    words = desk.passage(place)
    plain = not any(q in words for q in '"“”?') and not desk.lexicon.only_said.match(words)
    if not plain or not desk.lexicon.number.search(words) or len(opening.words) + len(words) >= WITH_NEXT:
        return None
    stands = not is_rejected(desk, opening.reading, place) and not holds(openings.stale, opening.reading, place)
    return place if stands and not is_fact_check(desk, opening.reading) else None


def _line(desk: Desk, openings: Openings, opening: Opening, following: Place | None, rule: str) -> BriefLine:
    retold = tuple(_retold(desk, openings, opening))
    evidence = (opening.place, *([following] if following else []), *retold)
    reports, independent = desk.counted((opening.place, *retold))
    words = shortened(opening.words, MOST_CHARACTERS)
    if following:
        words = f"{words} {shortened(desk.passage(following), WITH_NEXT)}"
    outlet, day = outlet_of(opening.reading), day_of(opening.reading)
    dated, dated_en = (f", {local_day(day)}", f", {local_day(day, english=True)}") if day else ("", "")
    new, new_en = ("Terbaru: ", "Latest: ") if rule == LATEST else ("", "")
    return BriefLine(
        kind="current",
        text=f"{new}{words} ({outlet}{dated})",
        english=f"{new_en}{words} ({outlet}{dated_en})",
        refs=(),
        evidence=evidence,
        rule=rule or (MOST_LED if independent > 1 else LED),
        reports=reports,
        independent=independent,
    )
