"""The type of what a clause tells: by its word, by who does it, and by what harm the article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from runut.reading.events.lexicon import BRIBE, OF_OTHERS, Lexicon
from runut.reading.events.triggers import NEAR, Sentence, Token, Trigger
from runut.text import Words

HARMS = ("ASSAULT", "DISASTER", "ACCIDENT")
# Whoever is missing was in one of these.
LOSING = ("DISASTER", "ACCIDENT")
# What `the incident` that a report tells of may be.
INCIDENTS = (*HARMS, "CRIME", "THREATEN", "PROTEST")
# The harm that an article is about is named in so many sentences at the top, or so often.
TOP_HARM = 4
OFTEN = 3
# Where an article has so many words of arms, whoever kills fights; else it is a crime.
ARMED = 2
# What explodes or burns is attacked where an article tells of fighting more than of other harm (`ledakan terdengar di ibu kota`), with
# arms or by a crowd that sets fires (`gudang hangus` beside `massa membakar kios`).
BLAST = "BLAST"
# So does whatever explodes where so many words of bombs stand beside one of terror, or beside attacks.
BOMBS = 2
# Where an article has so many words of bribery, money that changes hands is a crime.
BRIBERY = 3
# So many words of deeds against one of disasters: the rain fell while someone was attacked.
IN_PASSING = 3
# An article with so many words of animals tells what they did, if its attacks are no fighting.
ANIMALS = 3
# What the attack of an animal is, among the types that an article settles.
BY_ANIMAL = "ANIMAL"
# An animal stands so close (`gajah liar menyerang`).
ANIMAL_REACH = 2
# Who or what does a deed of force settles its type, by the marker kind of its doer: fire and floods do no violence, an illness that strikes
# tells no event; whatever robbers do is a crime, and what culprits do where CULPRIT is settled.
FORCED = ("ASSAULT", "COERCE", "SANCTION")
CULPRIT, RAMMING = "CULPRIT", "RAMMING"
DOERS = (
    ("nature", "DISASTER"),
    ("fire", "ACCIDENT"),
    ("tree", "FALL"),
    ("pest", "NONE"),
    ("robber", "CRIME"),
    ("culprit", CULPRIT),
)
# Whoever does something stands within so many words of its verb.
DOER_REACH = 3
# What a verb that no row has tells may only be harm that the article is about, for whoever is robbed or flooded tells of little else. Of
# 72 guesses of other types that the annotated cases tell, 6 are right; of 112 of these 31 are, and 15 of those in the gold have another.
GUESSED = ("DISASTER", "ACCIDENT", "CRIME")
# An article with so many words of matches and markets fights in figures of speech.
GAME = 6
# What is decided stands within so many words (`memutuskan untuk menutup …`); further off stands what it is about.
DECIDED_REACH = 3
# What tells no type by itself.
UNTYPED = (*OF_OTHERS, "NONE")
# What is done is told by what is ordered or decided; else these are the types.
_BY_OBJECT = {"ORDER": "REQUEST", "DECIDE": "AGREE"}
# Whoever orders an attack attacks no one yet, nor helps whoever orders help.
_ORDERED = {"ASSAULT": "COERCE", "AID": "REQUEST"}
# The second of two verbs joined by `dan` that says what both do.
_STRONGER = ("ASSAULT", "SANCTION", "COERCE")


class Harm(NamedTuple):
    """The kind of harm that an article names most, the one that it is about (named at its top, or often), what its incident is.

    `losing`: in what people went missing.
    `of`: what types that the article settles stand for: whoever kills, what falls, what is found.
    `guess`: what a verb that no row has may tell.
    `ill`: whether it names an illness; `taken`: whether something or someone was carried off, `sought`: or went missing.
    `body`: what a body tells that is found where no harm is named.
    `kinds`: what the triggers of each sentence are by what the article settles; `said`: the words of the sentence that is looked at.
    """

    named: str | None
    main: str | None
    incident: str | None
    losing: str | None
    of: Mapping[str, str]
    guess: str | None
    ill: bool
    taken: bool
    sought: bool
    body: str
    kinds: Sequence[Sequence[str]]
    said: Said | None = None


class Said:
    """The words of one sentence, gathered once where they are asked for: a sentence may have thousands, and as many triggers."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    @cached_property
    def words(self) -> frozenset[str]:
        """Each of them."""
        return frozenset(t.word for t in self._tokens)

    @cached_property
    def bare(self) -> frozenset[str]:
        """Each of them, and without its `-nya` too."""
        return self.words.union(word.removesuffix("nya") for word in self.words)


def find_harm(sentences: Sequence[Sentence], words: Words, lexicon: Lexicon) -> Harm:
    """What an article with these words tells of harm: the kind that it names most (the first of equals), and so on."""
    marks = lexicon.markers
    listed = Counter(t.row.type for sentence in sentences for t in sentence.triggers)
    low, at = words.low, words.at
    pairs = {f"{word} {low[k + 1]}" for word in at if word in lexicon.pairing for k in at[word] if k + 1 < len(low)}
    seen = pairs | at.keys()
    ill, taken = (not marks[kind].isdisjoint(seen) for kind in ("illness", "taken"))
    arms = marks["weapon"] if taken else frozenset()  # what a robber carries makes no war
    armed = _times(at, marks["armed"] - arms)
    blasts = listed.pop(BLAST, 0)
    public = _public(low, seen - arms, lexicon)
    attacks = listed["ASSAULT"] > sum(listed[kind] for kind in LOSING)
    lit = public and not marks["arson"].isdisjoint(seen)
    bombed = _bombs(low, at, lexicon) >= BOMBS and (attacks or not marks["terror"].isdisjoint(seen))
    public = public or bombed
    blast = "ASSAULT" if (attacks and (armed >= ARMED or lit)) or bombed else "ACCIDENT"
    listed[blast] += blasts
    crime = listed["KILLING"] + listed["CRIME"]
    foul = not marks["foul"].isdisjoint(seen)
    hurt = sum(listed[kind] for kind in (*LOSING, "FALL", "LOSS", "LOST", "MISSING")) > crime
    of = {
        BLAST: blast,
        "CAMPAIGN": "ASSAULT" if blast == "ASSAULT" else "COERCE",
        BRIBE: "CRIME" if listed[BRIBE] and _times(at, marks["bribery"]) >= BRIBERY else "NONE",
        "KILLING": "ASSAULT" if listed["KILLING"] and armed >= ARMED else "CRIME",
        "FALL": "DISASTER" if listed["DISASTER"] > listed["ACCIDENT"] else "ACCIDENT",
        "FIND": "CRIME" if crime + foul > sum(listed[kind] for kind in LOSING) else "AID",
        "LOST": "ACCIDENT",
        "NOTICE": "AID" if hurt else "ACCUSE",
        "SCENE": "AID" if hurt else "ACCUSE" if crime else "CONSULT",
        "BODY": "AID" if listed["MISSING"] or listed["LOST"] or not marks["search"].isdisjoint(seen) else "HARM",
    }
    storm = listed["DISASTER"] * IN_PASSING > listed["ASSAULT"] + crime
    if listed["ASSAULT"] and not (armed or public or storm):
        of["ASSAULT"] = "CRIME"  # a quarrel in a house or a robbery is no fighting; a storm too may strike
    if listed["ASSAULT"] and not armed and _times(at, marks["animal"]) >= ANIMALS:
        of[BY_ANIMAL] = "DISASTER" if listed["LOSS"] else "ACCIDENT"
    games, markets = (_times(at, marks[kind]) for kind in ("match", "market"))
    if games >= GAME and not armed and marks["force"].isdisjoint(seen):
        of["ASSAULT"] = "NONE"  # a striker attacks
    if taken or not (armed or public):
        of[CULPRIT] = "CRIME"
    if taken:
        of[RAMMING] = "CRIME"  # a robber who flees hits whoever stands in his way
    kinds = [[settle(t, tokens, lexicon, of) for t in found] for tokens, found, *_ in sentences]
    every = [kind for found in kinds for kind in found]
    harms = {*HARMS, *(of[kind] for kind in ("KILLING", "ASSAULT") if listed[kind] and kind in of)} - {"NONE"}
    count = Counter(kind for kind in every if kind in harms)
    top = {kind for found in kinds[:TOP_HARM] for kind in found}
    about = [kind for kind in count if kind in top or count[kind] >= OFTEN]
    opening = Counter(kind for found in kinds[:TOP_HARM] for kind in found if kind in INCIDENTS)
    losing = [kind for kind in count if kind in LOSING]
    named, main, lost = (
        max(those, key=lambda kind: count[kind], default=None) for those in (list(count), about, losing)
    )
    incident = max(opening, key=lambda kind: opening[kind], default=named)
    guess = main if main in GUESSED else None
    if games + markets >= GAME and guess not in LOSING:
        guess = None
    body = "CRIME" if foul or crime else "ACCIDENT"
    sought = taken or bool(listed["MISSING"] or listed["LOST"])
    return Harm(named, main, incident, lost, of, guess, ill, taken, sought, body, kinds)


def _times(at: Mapping[str, Sequence[int]], marks: Set[str]) -> int:
    """How often words of a kind stand among words, by where each stands."""
    return sum([len(at[word]) for word in at.keys() & marks])


def _bombs(words: Sequence[str], at: Mapping[str, Sequence[int]], lexicon: Lexicon) -> int:
    """How often an article names bombs, those aside that a brawler or fisherman makes (`bom molotov`)."""
    marks = lexicon.markers
    places = [k for word in at.keys() & marks["bomb"] for k in at[word]]
    return sum(k + 1 == len(words) or words[k + 1] not in marks["homemade"] for k in places)


def _public(words: Sequence[str], seen: Set[str], lexicon: Lexicon) -> bool:
    """Whether an article tells of crowds, politics or terror; a word for it may be another's (`serangan jantung`, `media massa`)."""
    public, private = lexicon.markers["public"], lexicon.markers["private"]
    told = public & seen
    if any(" " in word for word in told):
        return True
    if not told:
        return False
    others = private & seen
    if not others:
        return True
    of_others = {i + own for i, pair in enumerate(map(" ".join, pairwise(words))) if pair in others for own in (0, 1)}
    return any(word in told and i not in of_others for i, word in enumerate(words))


def settle(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon, of: Mapping[str, str]) -> str:
    """The type of a trigger by what the article settles; of an attack also by who stands beside it as the doer."""
    kind = trigger.row.type
    rams = kind == "ACCIDENT" and RAMMING in of and trigger.row.frame == "active"
    if kind not in FORCED and not rams:
        return of.get(kind, kind)
    near, marks = _beside(trigger, tokens, lexicon), lexicon.markers
    if rams:
        return of[RAMMING] if any(not marks[doer].isdisjoint(near) for doer in ("robber", "culprit")) else kind
    if kind == "ASSAULT":
        if BY_ANIMAL in of and not marks["animal"].isdisjoint(near[:ANIMAL_REACH]):
            return of[BY_ANIMAL]
        if trigger.row.frame != "noun" and not marks["force"].isdisjoint(near):
            return kind
    acts = trigger.row.frame == "active" and not trigger.row.bare
    if acts or _has_by(trigger, tokens, lexicon):
        for doer, told in DOERS:
            if (told != CULPRIT or CULPRIT in of) and not marks[doer].isdisjoint(near):
                return of.get(told, told)
    return of.get(kind, kind)


def _has_by(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a passive names its doer right behind it (`diserang oleh …`)."""
    at = trigger.last
    return trigger.row.frame == "passive" and at < len(tokens) and tokens[at].word in lexicon.markers["by"]


def _beside(trigger: Trigger, tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """The words that may name the doer, the nearest first: those before an active verb, those behind a passive or a noun."""
    active = trigger.row.frame in ("active", "state")
    marks = lexicon.markers
    before = trigger.first - 1
    if before > 0 and tokens[before].word in marks["pairing"] and tokens[before - 1].word in lexicon.verbs:
        before -= 2  # `mencegat dan menyerang`
    elif active and before > 0 and tokens[before].word in marks["pairing"]:
        return []  # `menetapkan tiga tersangka dan menahan`: who does it stands further off
    found: list[str] = []
    for i in range(before, -1, -1) if active else range(trigger.last, len(tokens)):
        word = tokens[i].word
        if word in marks["by"] or word in marks["pointer"] or word in marks["auxiliary"]:
            continue
        found.append(word)
        if len(found) == DOER_REACH or (active and word in marks["agent"]):
            break  # `di dekat kandang babi pria itu menikam`
        if word in marks["edge"] or word in marks["placing"] or word in lexicon.verbs:
            break
    return found


def _for_lives(trigger: Trigger, words: Set[str], lexicon: Lexicon) -> bool:
    """Whether help is for people in need by its own words or its sentence's: whoever looks for a job needs no rescue."""
    row = trigger.row
    if row.near or row.frame == "noun" or " " in row.word:
        return True
    return not words.isdisjoint(lexicon.markers["rescue"])


def type_of(
    trigger: Trigger,
    inside: Sequence[Trigger],
    kinds: Mapping[int, str],
    tokens: Sequence[Token],
    lexicon: Lexicon,
    harm: Harm,
) -> str | None:
    """The type of an event: of harm, orders and decisions by what stands around them; of help by what it is for.

    `kinds`: what the words inside the clause are by what the article settles, by where they begin.
    """
    kind = kinds[trigger.first]
    said = harm.said or Said(tokens)
    after = trigger.last
    joined = after < len(tokens) and tokens[after].word in lexicon.markers["pairing"]
    for pair in [t for t in inside if t.first == after + 1] if joined else ():
        if pair.row.type in _STRONGER and "noun" not in (pair.row.frame, trigger.row.frame):
            return pair.row.type  # `mengepung dan menyerang`, `didakwa dan dinyatakan bersalah`
    others = (kinds[t.first] for t in inside if t is not trigger)
    if kind == "NONE":
        return None
    if kind == "SANCTION" and trigger.row.frame == "noun" and _is_lifted(trigger, tokens, lexicon):
        return "CONCEDE"
    if kind == "COERCE" and _is_cleared(trigger, tokens, lexicon):
        return "CONCEDE"
    if trigger.row.type == "FIND" and kind == "CRIME" and lexicon.markers["corpse"].isdisjoint(said.words):
        if harm.sought:
            return "AID"  # whoever or what was taken is found again
        if lexicon.markers["evidence"].isdisjoint(said.words):
            return "AID" if _for_lives(trigger, said.bare, lexicon) else None
    if kind in ("HARM", "LOSS"):
        told = next((other for other in others if other in HARMS), harm.named if kind == "HARM" else harm.main)
        word = trigger.row.words[0]
        sudden = trigger.row.type == "BODY" or word in lexicon.markers["sudden"]
        dead = word in lexicon.markers["death"] or (sudden and harm.ill)
        if (
            told is None
            and dead
            and not (trigger.first and tokens[trigger.first - 1].word in lexicon.markers["relative"])
        ):
            return "ACCIDENT"  # nobody did it: whoever dies of an illness
        return harm.body if told is None and trigger.row.type == "BODY" else told
    if kind == "MISSING":
        return next((other for other in others if other in LOSING), harm.losing)
    if kind == "INCIDENT":
        return next((other for other in others if other in INCIDENTS), harm.incident)
    if kind in _BY_OBJECT:
        reach = trigger.last + (DECIDED_REACH if kind == "DECIDE" else len(tokens))
        done = next((t for t in inside if trigger.last <= t.first < reach and kinds[t.first] not in UNTYPED), None)
        if done is None:
            return _BY_OBJECT[kind]
        told = kinds[done.first]
        if kind == "ORDER" and (told == "ASSAULT" or done.first > trigger.last):  # not `memerintahkan evakuasi`
            return _ORDERED.get(told, told)
        return told
    rescue = any(t.row.type == "AID" and (kind == "MOBILIZE" or t.row.frame == "noun") for t in inside)
    if kind in ("MOBILIZE", "SANCTION") and rescue:  # that is manned, or called off
        return "AID"
    if (
        kind == "MOBILIZE"
        and harm.main in ("DISASTER", "ACCIDENT")
        and not lexicon.markers["rescue"].isdisjoint(said.words)
    ):
        return "AID"
    if kind == "SANCTION" and trigger.row.words[0] in lexicon.markers["stop"] and "ASSAULT" in others:
        return "RETREAT"
    if trigger.row.type == "LOST":
        return harm.losing
    if kind == "AID" and harm.main not in ("DISASTER", "ACCIDENT") and not _for_lives(trigger, said.bare, lexicon):
        return "AID" if trigger.row.type == "FIND" and harm.sought else None
    return kind


def _is_lifted(penalty: Trigger, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a penalty or charge is taken away from those who bear it (`penghapusan sanksi`, `keringanan atas denda`)."""
    at, marks = penalty.first - 1, lexicon.markers
    if at > 0 and tokens[at].word in marks["off"] and tokens[at].end + 1 == tokens[at + 1].start:
        at -= 1
    return at >= 0 and tokens[at].word in marks["relief"] and tokens[at].end + 1 == tokens[at + 1].start  # no comma


def _is_cleared(verdict: Trigger, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a verdict on someone's guilt says that there is none (`menyatakan terdakwa tidak bersalah`)."""
    guilt = lexicon.markers["guilt"]
    if verdict.row.near.isdisjoint(guilt):
        return False
    at = next((i for i in range(verdict.last, min(len(tokens), verdict.last + NEAR)) if tokens[i].word in guilt), None)
    return at is not None and tokens[at - 1].word in lexicon.markers["denied"]


def marked(tokens: Sequence[Token], lexicon: Lexicon, kind: str) -> bool:
    """Whether a word of a marker kind stands among some words."""
    words = lexicon.markers[kind]
    return any(t.word in words for t in tokens)
