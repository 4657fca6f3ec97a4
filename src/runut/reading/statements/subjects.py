"""Whom a sentence tells of: its subject, and who does what its passive verbs tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from runut.reading.statements.lexicon import Lexicon
from runut.reading.statements.phrases import skip_leads, speaker_after
from runut.reading.statements.scene import Scene, Spot, Word

# The subject of a sentence stands no more than this many words after its opening (with 6: 345; with 8 or 20: no other).
FAR = 12
# Behind a name with `dan` the next begins within so many characters.
MOST_TO_NAME = 30
# A name between commas behind another's ends within so many characters.
FAR_TO_NAME = 60
# What stands between commas behind a name is no longer than this (characters).
LONGEST_ASIDE = 140
# A name told for the first time by so many words is that of who has the word next; one word alone may be a thing.
NAMED_IN_FULL = 2
# How a subject takes the word for the sentence behind its own: by what it says or how it stands to it, or by being named here for the
# first time and doing something.
TAKES_THE_WORD = ("telling", "stance", "first-named")


@dataclass(slots=True)
class Who:
    """A source: `kind` is a Name's type, or `some` for a described one."""

    name: str
    kind: str
    entity: str | None
    rule: str


def subject_of(scene: Scene, lexicon: Lexicon, a: int, b: int) -> Who | None:
    """The person, body or country that a sentence begins with, as far as its first words tell."""
    text = scene.text
    start = skip_leads(scene, lexicon, a, b)
    group = _group_at(scene, lexicon, start, b)
    if group:
        return group
    for spot in scene.spots_from(start, b):
        before = scene.words_in(start, spot.start)
        if spot.end > b or len(before) > FAR or scene.quoted[spot.start]:
            return None
        if any(lexicon.is_predicate(w.low) and text[w.start].islower() for w in before):
            return None
        comma = text.rfind(",", start, spot.start)
        near = [w for w in before if w.start > comma]
        if any(w.low in lexicon.words["place"] for w in near):
            continue
        if spot.name.type == "PER":
            return _person(scene, lexicon, start, spot, near, b)
        person = next((s for s in scene.spots_from(spot.end, spot.end + 3) if s.name.type == "PER"), None)
        body = spot.name.type == "ORG" and all(w.low in lexicon.words["body"] for w in near)
        if (body or (spot.name.type == "GPE" and not near)) and person is None:  # `Kelompok Rencong`
            return Who(spot.name.name, spot.name.type, spot.name.id, "subject")
    return None


def _person(scene: Scene, lexicon: Lexicon, start: int, spot: Spot, near: list[Word], end: int) -> Who:
    """The person whom a name in a subject tells of: the named one, or whose relative or lawyer it says somebody is."""
    if two := joined_two(scene, start, min(end, spot.end + MOST_TO_NAME), spot.name.id):
        return Who(two, "many", None, "subject")
    if _is_anothers(scene, lexicon, spot, near):
        other = apposed_name(scene, spot.end, end)
        if other is None:
            return Who(
                described(scene.text[near[0].start if near else spot.start : spot.end], lexicon),
                "some",
                None,
                "subject",
            )
        name = next((s.name for s in scene.spots_from(other[0], other[0] + 1) if s.name.type == "PER"), None)
        rule = _rule(scene, lexicon, spot, other[1], end)
        if name is None:
            return Who(scene.text[slice(*other)], "PER", None, rule)
        return Who(name.name, "PER", name.id, rule)
    return Who(spot.name.name, "PER", spot.name.id, _rule(scene, lexicon, spot, spot.end, end))


def _is_anothers(scene: Scene, lexicon: Lexicon, spot: Spot, near: list[Word]) -> bool:
    """Whether somebody is told by whose he is: `kuasa hukum Ratna`; `nenek Ratna` or `Putri Ratna` only where another name follows between
    commas, for Ratna herself may be called so.
    """
    kin = lexicon.words["kin"]
    if near and (near[-1].low in kin or lexicon.patterns["served"].fullmatch(scene.text, near[0].start, spot.start)):
        return True
    opening = near[-1].low if near else scene.low_at(spot.start)
    elder = opening in lexicon.words["elder"] or (not near and opening in kin and " " in spot.name.name)
    return elder and apposed_name(scene, spot.end, spot.end + FAR_TO_NAME) is not None


def apposed_name(scene: Scene, at: int, end: int) -> tuple[int, int] | None:
    """The name between commas right behind a place: `Nenek Sugeng, Ratna Prawira, meminta …`."""
    match = _BETWEEN_COMMAS.match(scene.text, at, end)
    return match.span(1) if match else None


_BETWEEN_COMMAS = re.compile(r" ?, ((?:[A-Z][\w.’'-]{0,30} ){0,3}[A-Z][\w’'-]{0,30}),? ")


def _rule(scene: Scene, lexicon: Lexicon, spot: Spot, at: int, end: int) -> str:
    """How a person stands in a sentence: `telling` and `stance` say or judge something, the latter not known from elsewhere; `first-named`
    does something where the report names him first.
    """
    known = bool(spot.name.roles) or len({m.end for m in spot.name.mentions}) > 1
    verb = _verb(scene, lexicon, at, end)
    if verb is None:
        return "subject"
    if _is_stance(scene, lexicon, verb):
        return "telling" if known else "stance"
    if verb.low.startswith(_DOES) and verb.low not in lexicon.words["being"] and _is_first_named(scene, spot):
        return "first-named"
    return "subject"


# How the verb of who does something begins (`memajukan`, `berdiri`), not of to whom something is done.
_DOES = ("me", "ber")


def _is_first_named(scene: Scene, spot: Spot) -> bool:
    """Whether a report names a person here for the first time, and by more than a word."""
    first = min(mention.start for mention in spot.name.mentions)
    return spot.name.name.count(" ") + 1 >= NAMED_IN_FULL and scene.view.at(first) >= spot.start


def _verb(scene: Scene, lexicon: Lexicon, start: int, end: int) -> Word | None:
    """The first predicate behind a name, past what stands between commas: `Ratna, salah satu ketua, memajukan rapat`; what is not denied or
    disputed (`tidak membantah`) counts as what is.
    """
    text = scene.text
    while text.startswith(",", start):
        comma = text.find(",", start + 1, min(end, start + LONGEST_ASIDE))
        opening = scene.first_word(start, end)
        if comma < 0 or opening is None:
            break
        if lexicon.is_predicate(opening.low) and opening.low not in lexicon.words["not-one"]:
            break
        start = comma
    words = scene.words_in(start, end)
    for k, word in enumerate(words):
        if text[word.start].islower() and lexicon.is_predicate(word.low) and not scene.quoted[word.start]:
            after = words[k + 1] if word.low in lexicon.words["not"] and k + 1 < len(words) else None
            denied = after is not None and after.low in lexicon.verbs and lexicon.verbs[after.low].negated
            return after if denied else word
    return None


def _is_stance(scene: Scene, lexicon: Lexicon, verb: Word) -> bool:
    """Whether a predicate is one of saying or of taking a stand (`menyampaikan duka`, `menyambut baik`, `menerima permintaan itu`)."""
    if verb.low in lexicon.verbs or verb.low in lexicon.words["attitude"]:
        return True
    return lexicon.patterns["accepting"].match(scene.text, verb.start) is not None


def joined_two(scene: Scene, a: int, b: int, one: str | None) -> str | None:
    """The words for two persons joined by `dan`, where `one` is among them, so that no `-nya` is either: `Rato dan Wira mengaku …`."""
    text = scene.text
    people = [s for s in scene.spots_in(a, b) if s.name.type == "PER"]
    for x, y in pairwise(people):
        if text[x.end : y.start] == " dan " and one in (x.name.id, y.name.id):
            return text[x.start : y.end]
    if people and people[0].name.id == one and _CAPITALS_AND.fullmatch(text, a, people[0].start):
        return text[a : people[0].end]
    return None


_CAPITALS_AND = re.compile(r"[A-Z][\w.’'-]{0,40}(?: [A-Z][\w.’'-]{0,40})? dan ")  # a name that was not seen as one


def _group_at(scene: Scene, lexicon: Lexicon, start: int, end: int) -> Who | None:
    """The people that a sentence begins with: `Sebanyak 36 warga Kalimas`, `Para saksi`, up to the predicate."""
    first = scene.first_word(start, end)
    if first is None or not (first.low in lexicon.words["group"] or first.low.isdigit()) or scene.quoted[first.start]:
        return None
    words = scene.words_in(start, end, FAR + 1)
    told = [w for w in words[1:] if not w.low.isdigit()]
    if not told or not lexicon.heads.has(scene.text, told[0].start):
        return None
    verb = next((w for w in told if lexicon.is_predicate(w.low) and scene.text[w.start].islower()), None)
    if verb is None:
        return None
    phrase = scene.text[(words[1] if first.low == "sebanyak" else first).start : verb.start].strip(" ,")
    return Who(described(phrase, lexicon), "many", None, "subject")


def agents(scene: Scene, lexicon: Lexicon, begin: int, end: int, sentence_end: int) -> Iterator[Who]:
    """Who a passive cue of a sentence names: `Keputusan itu disampaikan oleh X`."""
    for word in scene.find(lexicon.agent_cues, begin, end):
        if not scene.quoted[word.start]:
            skip = 6 if scene.text.startswith(" oleh ", word.end) else 1
            phrase = speaker_after(scene, lexicon, word.end + skip, sentence_end)
            people = [s for s in scene.spots_in(*phrase) if s.name.type == "PER"] if phrase else []
            if people:
                yield Who(people[-1].name.name, "PER", people[-1].name.id, "agent")


def described(phrase: str, lexicon: Lexicon) -> str:
    """A description as a name: without `seorang`, in a small first letter where it is an ordinary word."""
    text = lexicon.patterns["one-of"].sub("", phrase.strip(), count=1)
    first = text.split(" ", 1)[0]
    if first[1:].islower() and first.lower() in lexicon.words["lowered"]:
        text = text[:1].lower() + text[1:]
    return text
