"""Reports that tell of something else than the others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from runut.comparing.storywords import Words
from runut.lang import Language
from runut.model import Entity, OffStory, Reading

PLACES = ("GPE", "LOC")
# Below this many reports "the others" is no measure of anything.
FEWEST_REPORTS = 4
# Words of a headline that tell what it is about; shorter ones are mostly grammar, as are those of four letters (`yang`, `soal`) that so
# much of the news has (the step in word_spread). Into each of 60 small real stories one report of another was planted: by words of five
# letters alone 43 of the 60 are found and five others taken for strays (they share `Iran`, `obat`, `sapi`, `sabu`), so 44 and one.
_TELLING_WORD = re.compile(r"[^\W\d_]{4,}")
SHORT, TOO_COMMON = 4, 3

# A report whose headline shares no word with another is of the story all the same (a funeral, an apology, a survivor) where its text has so
# many words that so many of the other headlines share; or one, and a count of more than a few people hurt that as many others tell.
KEPT_BY, FEWEST_TOLD, FEW = 2, 2, 3
# The words of a story stand in so many of its headlines and bodies, and there so much more often than in news at large (log odds).
KEY_HEADLINES, KEY_BODIES, KEY_LIFT = 0.2, 0.5, 1.0
# The share of news reports that have a word, by its step in word_spread, from the words of no step on.
SPREAD = (0.002, 0.012, 0.035, 0.1, 0.35)
# A report has next to none of them with so much of their weight at most, in its headline and in its body each.
MOST_KEYS = 0.25
# Where more of the reports have next to none, these are not the story's words.
MOST_WITHOUT = 1 / 6
# Such a report is a stray when it is so near to the others, by the median report. Of 256 reports of nine real stories five are such by
# their key words: four strays (at most .51) and one that belongs (.54). Of 96 reports planted in them from one another 85 are found, and
# none of 1,560 others is taken for one.
STRAY = 0.53
# Shorter words do not count for how near reports are.
SHORTEST = 4

# A report of a like event elsewhere (another fire, another ferry) shares the words of the story, so its names are asked. The names of a
# story of harm stand in so many of its reports, and its place in the leads of as many; a stray tells them in one sentence at most and not
# in its lead (a funeral elsewhere begins with whose it is), begins at a place of its own and has so many names, and so great a share, that
# no other report has. Of twelve written stories (90 reports) six have such a stray: five are found and no other (that they share no counts
# does not help: a stray shares some by chance); in 60 stories of real news of four reports or more, and in 200 drawn at random, none.
# Without harm, or without asking for the leads, a rule about places takes reports of a dispute or of a policy for strays.
NAMES_OF_STORY, PASSING = 0.6, 1
FEWEST_OWN, SHARE_OWN = 5, 0.6
HARM = frozenset(["killed", "injured", "missing", "affected", "rescued"])
# The sentences in which a report says where it is.
LEAD = 3

SHARES_NOTHING = (
    "shares-nothing",
    "tidak berbagi nama dengan laporan lain, dan judulnya tidak berbagi kata dengan judul lain",
    "it shares no name with another report, and its headline shares no word with another headline",
)
LACKS_WORDS = (
    "lacks-key-words",
    "hampir tidak memuat kata pokok peristiwa ini ({words}), dan isinya jauh dari laporan lain",
    "it has next to none of the key words of this event ({words}), and its text is far from the other reports",
)

ELSEWHERE = (
    "elsewhere",
    "bermula di tempat lain ({words}), dan nama-nama peristiwa ini hampir tidak disebutnya",
    "it begins at another place ({words}), and next to none of the names of this event stand in it",
)


def find(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language, *, words: Words | None = None
) -> tuple[OffStory, ...]:
    """The reports of another event, each by the first rule that says so; none among fewer than `FEWEST_REPORTS`.

    1. `shares-nothing`: with no other report a name (countries and media aside), nor a telling word of the headline.
    2. `lacks-key-words`: next to none of the words that most of the others have in headline and text, and a text far from theirs.
    3. `elsewhere`: begins at a place of its own, and hardly a name that most of the others have, but many of its own.
    A report without headline is never off story. `words` are those of the readings, where they are taken apart already.
    """
    if len(readings) < FEWEST_REPORTS:
        return ()
    alone = _find_alone(readings, entities, language)
    strays, key_words = _find_strays(readings, language, words or Words(readings, language))
    elsewhere = _find_elsewhere(readings, entities, _find_everywhere(language)) if _is_of_harm(readings) else {}
    out = []
    for reading in readings:
        key = reading.article.id
        listed = ", ".join(key_words)
        if key in alone:
            rule, why, english = SHARES_NOTHING
        elif key in strays:
            rule, why, english = LACKS_WORDS
        elif key in elsewhere:
            rule, why, english = ELSEWHERE
            listed = elsewhere[key]
        else:
            continue
        out.append(OffStory(article=key, rule=rule, why=why.format(words=listed), english=english.format(words=listed)))
    return tuple(out)


def _headline(reading: Reading) -> str:
    return reading.article.title or reading.credits.title or ""


def _find_everywhere(language: Language) -> set[str]:
    """Names that stand in reports of any event: countries and agencies."""
    everywhere = {row["name"].casefold() for row in language.table("countries")}
    return everywhere | {row["name"].casefold() for row in language.table("agencies") if "name" in row}


def _find_elsewhere(readings: Sequence[Reading], entities: Sequence[Entity], everywhere: set[str]) -> dict[str, str]:
    """The reports of a like event at another place, each with the place where it begins."""
    holders = {e.id: {m.article for m in e.mentions} for e in entities if e.name.casefold() not in everywhere}
    named = [e for e in entities if e.id in holders]
    leads = {r.article.id: _end_of_lead(r) for r in readings}
    core = [e for e in named if len(holders[e.id]) >= max(NAMES_OF_STORY * len(readings), FEWEST_REPORTS - 1)]
    scenes = [{m.article for m in e.mentions if m.start < leads.get(m.article, 0)} for e in core if e.type in PLACES]
    if not any(len(at) >= NAMES_OF_STORY * len(readings) for at in scenes):
        return {}
    begins = {r.article.id: [s.start for s in r.sentences] for r in readings}
    told: dict[str, set[int]] = {key: set() for key in begins}
    forms: set[str] = set()
    for mention in (m for e in core for m in e.mentions):
        forms.add(mention.text.casefold())
        if mention.article in told:
            told[mention.article].add(bisect_right(begins[mention.article], mention.start))
    out = {}
    for reading in readings:
        key = reading.article.id
        mine = [e for e in named if key in holders[e.id]]
        own = [e for e in mine if len(holders[e.id]) == 1]
        if len(told[key]) > PASSING or any(n <= LEAD for n in told[key]) or not _counts_harm(reading):
            continue
        if len(own) < max(FEWEST_OWN, SHARE_OWN * len(mine)):
            continue
        headline = _headline(reading).casefold()
        if headline and not any(form in headline for form in forms) and (place := _begins_at(reading, own, entities)):
            out[key] = place
    return out


def _is_of_harm(readings: Sequence[Reading]) -> bool:
    return sum(map(_counts_harm, readings)) >= NAMES_OF_STORY * len(readings)


def _counts_harm(reading: Reading) -> bool:
    """Whether a report counts people who came to harm: a dispute or a policy has many places, an accident one."""
    return any(figure.measure in HARM for figure in reading.figures)


def _end_of_lead(reading: Reading) -> int:
    return reading.sentences[:LEAD][-1].end if reading.sentences else 0


def _begins_at(reading: Reading, own: Sequence[Entity], entities: Sequence[Entity]) -> str | None:
    """The first place that the lead names and no other report does, by no word of it (`Taiwan tenggara` is no place beside `Taiwan`)."""
    key = reading.article.id
    until = _end_of_lead(reading)
    places = [m for e in own if e.type in PLACES for m in e.mentions if m.start < until]
    if not places:
        return None
    elsewhere = {
        word
        for e in entities
        if e.type in PLACES
        for m in e.mentions
        if m.article != key
        for word in m.text.casefold().split()
    }
    return next(
        (
            m.text
            for m in sorted(places, key=lambda m: (m.start, m.end))
            if elsewhere.isdisjoint(m.text.casefold().split())
        ),
        None,
    )


def _find_alone(readings: Sequence[Reading], entities: Sequence[Entity], language: Language) -> set[str]:
    everywhere = _find_everywhere(language)
    named: dict[str, set[str]] = {r.article.id: set() for r in readings}
    for entity in entities:
        if entity.name.casefold() not in everywhere:
            for article, _ in entity.members:
                named.setdefault(article, set()).add(entity.id)
    grammar = {
        r["word"] for r in language.table("word_spread") if len(r["word"]) == SHORT and int(r["spread"]) >= TOO_COMMON
    }
    words = {r.article.id: {w.casefold() for w in _TELLING_WORD.findall(_headline(r))} - grammar for r in readings}
    common = {r["word"] for r in language.table("word_spread") if int(r["spread"]) >= TOO_COMMON}
    name_counts = Counter(e for names in named.values() for e in names)
    word_counts = Counter(w for ws in words.values() for w in ws)
    matter = {w for w, n in word_counts.items() if n >= FEWEST_TOLD and w not in common}
    held = {
        r.article.id: len(matter.intersection(map(str.casefold, _TELLING_WORD.findall(r.article.text))))
        for r in readings
    }
    tolls = {
        r.article.id: {(f.measure, f.low) for f in r.figures if f.measure in HARM and (f.low or 0) > FEW}
        for r in readings
    }
    shared = Counter(toll for told in tolls.values() for toll in told)
    return {
        key
        for key in words
        if named[key]
        and words[key]
        and all(name_counts[e] == 1 for e in named[key])
        and all(word_counts[w] == 1 for w in words[key])
        and held[key] < KEPT_BY
        and not (held[key] and any(shared[toll] > FEWEST_TOLD for toll in tolls[key]))
    }


def _find_strays(readings: Sequence[Reading], language: Language, words: Words) -> tuple[set[str], tuple[str, ...]]:
    """The reports without the words of the story that are far from the others; and these words, the most telling first."""
    spread = {row["word"]: int(row["spread"]) for row in language.table("word_spread")}
    common: dict[str, float] = {}
    for form, lemma in words.forms():
        common[lemma] = max(common.get(lemma, 0.0), SPREAD[spread.get(form, 0)])
    bodies = [
        Counter(words.lemma(low) for line in lines for low in line.low if low.isalpha() and len(low) >= SHORTEST)
        for lines in words.lines
    ]
    headlines = [words.lemmas_of(_headline(reading)) for reading in readings]
    carried = Counter(lemma for body in bodies for lemma in body)
    titled = Counter(lemma for headline in headlines for lemma in headline)
    lift = {
        lemma: log(carried[lemma] / len(readings) / common[lemma])
        for lemma, count in titled.items()
        if count >= KEY_HEADLINES * len(readings) and carried[lemma] >= KEY_BODIES * len(readings)
    }
    keys = {lemma: value for lemma, value in sorted(lift.items()) if value >= KEY_LIFT}
    most = MOST_KEYS * sum(keys.values())
    without = [
        n
        for n, (body, headline) in enumerate(zip(bodies, headlines, strict=True))
        if headline and all(sum(keys[k] for k in keys if k in held) <= most for held in (body, headline))
    ]
    if not keys or not without or len(without) > MOST_WITHOUT * len(readings):
        return set(), ()
    near = _find_nearness(bodies, common)
    median = sorted(near)[len(near) // 2]
    strays = {readings[n].article.id for n in without if near[n] < STRAY * median}
    return strays, tuple(sorted(keys, key=lambda lemma: (-lift[lemma], lemma)))


def _find_nearness(bodies: Sequence[Mapping[str, int]], common: Mapping[str, float]) -> list[float]:
    """How near each report is to all others together: the cosine of their words, the rarer in news the heavier (tf-idf)."""
    vectors = []
    total: Counter[str] = Counter()
    for body in bodies:
        vector = {lemma: (1 + log(n)) * -log(common[lemma]) for lemma, n in sorted(body.items())}
        size = sqrt(sum(x * x for x in vector.values())) or 1.0
        vectors.append({lemma: x / size for lemma, x in vector.items()})
        for lemma, x in vectors[-1].items():
            total[lemma] += x  # type: ignore[assignment]
    square = sum(x * x for _, x in sorted(total.items()))
    out = []
    for vector in vectors:
        # All others are the total less the report itself, whose own length is one.
        with_total = sum(x * total[lemma] for lemma, x in vector.items())
        others = sqrt(max(square - 2 * with_total + 1.0, 0.0))
        out.append((with_total - 1.0) / others if others else 0.0)
    return out
