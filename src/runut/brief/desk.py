"""The desk: a story as the lines at the top are told from it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from runut.brief.lexicon import NO_LANGUAGE, words_of
from runut.brief.seams import Seams
from runut.brief.words import local_day
from runut.comparing import count_days, series_words
from runut.comparing.measures import PEOPLE
from runut.comparing.points import MEMORY
from runut.comparing.sources import Sources
from runut.lang import Language
from runut.model import Event, Figure, Place, Reading, Statement, Story
from runut.text.excerpts import around

# A figure is told with so many characters of its sentence before it and behind it: what it is for stands on either side.
BEFORE, BEHIND = 90, 90
# Where the day comes from that a report counts from, if it is its own.
OWN_DAY = ("metadata", "text", "user")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the report that carries it, the day that it holds for, and who says so by name."""

    figure: Figure
    reading: Reading
    day: str
    who: str | None
    turn: int
    """Its place among the figures of the story."""

    @property
    def place(self) -> Place:
        return Place(article=self.figure.article, start=self.figure.start, end=self.figure.end)


class Desk:
    """A story as the lines are told from it: without reports of another event and findings that a person has rejected."""

    def __init__(self, story: Story, language: Language | None = None) -> None:
        off = {o.article for o in story.off_story}
        self.story = story
        self.readings = tuple(r for r in story.readings if r.article.id not in off)
        self.by_article = {r.article.id: r for r in story.readings}
        texts = {r.article.id: r.article.text for r in self.readings if language and r.language == language.code}
        self.lexicon = (language or NO_LANGUAGE).derive(words_of)
        self._seams = Seams(texts, language) if language else None
        self.told = frozenset(r.article.id for r in self.readings)
        self.family = {a: f.id for f in story.families for a in f.articles}
        self._sources = Sources(self.readings, story.families)
        self.gone = {
            s.id
            for r in story.judgements
            if r.state == "applied" and r.judgement.act == "reject"
            for s in r.judgement.subjects
        }
        self.statements = {s.id: s for r in self.readings for s in r.statements if s.id not in self.gone}
        self.events = {e.id: e for r in self.readings for e in r.events if e.id not in self.gone}
        days = [r.anchor.day[:10] for r in self.readings if r.anchor.day]
        self.opened = min(days, default="")
        # the place of a finding in the story, from the oldest report to the youngest: of equals the first is told
        self.turn = {id_: n for n, id_ in enumerate((*self.statements, *self.events))}
        self.figures: dict[str, Told] = {}
        for r in self.readings:
            names = {s.id: s.speaker.name for s in r.statements if s.speaker}
            acting = {s.id for s in r.statements if s.cue and self.lexicon.acts(s.cue)}
            for f in r.figures:
                # the fuller of the words in the report ("Bagas") and the name that they stand for ("Bagas Prakoso")
                who = max(f.speaker, names.get(f.statement or "") or "", key=len) if f.speaker else None
                # who promises or demands something counts nobody that is counted beside it
                who = self.lexicon.without_time(who) if who and f.statement not in acting else None
                who = None if who and self.lexicon.names_nobody(who) else who
                if f.id not in self.gone:
                    self.figures[f.id] = Told(f, r, f.as_of or (r.anchor.day or ""), who, len(self.figures))
        self._former = self._of_long_ago(language) if language and self.opened else frozenset[str]()

    def is_past(self, told: Told) -> bool:
        """Whether a figure holds for a month or year that ended before the story's first report, or its sentence dates those counted long
        before it (`Pada 2017, delapan pendaki tewas`): another time's count, told beside.
        """
        if told.figure.id in self._former:
            return True
        return len(told.day) < len("2031-04-03") and told.day < self.opened[: len(told.day)]

    def _of_long_ago(self, language: Language) -> frozenset[str]:
        """The figures that their sentences date long before the story; none where all counts of people are so, as in reports that look
        back.
        """
        first, words = date.fromisoformat(self.opened) - timedelta(days=MEMORY), language.derive(series_words.words_of)
        former = {t.figure.id for t in self.figures.values() if count_days.is_former(t.reading, t.figure, first, words)}
        people = {t.figure.id for t in self.figures.values() if t.figure.measure in PEOPLE}
        return frozenset() if people and people <= former else frozenset(former)

    def sentence(self, found: Event | Figure | Place | Statement) -> int:
        """The number of the sentence in which a finding begins; past the last where it stands in none."""
        sentences = self.by_article[found.article].sentences
        k = bisect_right([s.start for s in sentences], found.start) - 1
        return k if k >= 0 and found.start < sentences[k].end else len(sentences) + 1

    def words(self, found: Event | Statement) -> str:
        """The sentence of an event or statement, its own words where it stands in none."""
        reading, k = self.by_article[found.article], self.sentence(found)
        if k >= len(reading.sentences):
            return found.text
        return self.shown(found.article, reading.sentences[k].start, reading.sentences[k].end)

    def around(self, figure: Figure) -> tuple[str, str]:
        """What stands in its sentence before a figure and behind it."""
        reading, k = self.by_article[figure.article], self.sentence(figure)
        if k >= len(reading.sentences):
            return "", ""
        text, sentence = reading.article.text, reading.sentences[k]
        return text[sentence.start : figure.start], text[figure.end : max(sentence.end, figure.end)]

    def setting(self, figure: Figure) -> str:
        """A figure in the words of its sentence, a few before it and behind it: what a sum is for stands there."""
        reading, k = self.by_article[figure.article], self.sentence(figure)
        if k >= len(reading.sentences):
            return " ".join(figure.text.split())
        edges = (reading.sentences[k].start, figure.start, figure.end, max(reading.sentences[k].end, figure.end))
        parts = [self.shown(figure.article, a, b) for a, b in pairwise(edges)]
        head, tail = len(parts[0]), len(parts[0]) + len(parts[1])
        whole = "".join(parts)
        return "".join(around(whole, (0, len(whole)), head, tail, BEFORE, BEHIND)).strip()

    def passage(self, place: Place) -> str:
        """The words of a passage as they are shown."""
        return self.shown(place.article, place.start, place.end)

    def shown(self, article: str, start: int, end: int) -> str:
        """A stretch of a report with a blank where a scraper has glued two words."""
        if self._seams is None or article not in self._seams:
            return self.by_article[article].article.text[start:end]
        return self._seams.apart(article, start, end)

    def counted(self, places: Iterable[Place], reports: int = 0, independent: int = 0) -> tuple[int, int]:
        """How many reports carry a line and on how many independent ones it rests, counted where it is not told."""
        told = tuple(places)
        return reports or len({p.article for p in told}), independent or self._sources.count(told)

    def outlets(self, articles: Iterable[str]) -> str:
        """The outlets of reports, each once, with how many reports it has where several."""
        told = Counter(outlet_of(self.by_article[a]) for a in articles if a in self.by_article)
        return " & ".join(f"{name} ({n})" if n > 1 else name for name, n in told.items())


def outlet_of(reading: Reading) -> str:
    """The outlet of a report, else the name of the file or page that it came in."""
    return reading.credits.outlet or reading.article.outlet or reading.article.source.rstrip("/").rsplit("/", 1)[-1]


def day_of(reading: Reading) -> str:
    """The day on which a report came out, else the one that its own words or a person tell; "" where only other reports tell one."""
    told = reading.anchor.day if reading.anchor.origin in OWN_DAY else None
    return (reading.article.published or reading.credits.published or told or "")[:10]


def recency(told: Told) -> tuple[str, str, bool, bool, int]:
    figure, reading = told.figure, told.reading
    published = reading.article.published or reading.credits.published or reading.anchor.day or ""
    return told.day[:10], published, figure.speaker is not None, figure.low == figure.high, told.turn


def source_of(told: Told, *, english: bool = False) -> str:
    if told.who:
        return f", {'according to' if english else 'menurut'} {told.who} ({outlet_of(told.reading)})"
    return (", in the voice of" if english else ", menurut") + f" {outlet_of(told.reading)}"


def as_of(told: Told, *, english: bool = False) -> str:
    """The day that a figure holds for; where none is told the day on which it was reported, and said so."""
    if told.figure.as_of:
        return f"{'as of' if english else 'per'} {local_day(told.figure.as_of, english=english)}"
    if day := day_of(told.reading):
        return f"{'reported' if english else 'diberitakan'} {local_day(day, english=english)}"
    return "undated" if english else "tanpa tanggal"


def in_numbers(figure: Figure) -> bool:
    """Whether a figure is a count: `belasan` and `puluhan` bound one and are none."""
    return figure.low == figure.high or None in (figure.low, figure.high) or any(map(str.isdigit, figure.text))
