"""What a report itself tells as corrected, withdrawn, first told otherwise, or counted otherwise: `Camat meralat keterangannya`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runut.comparing import dispute_words
from runut.comparing.bounds import meets
from runut.comparing.dispute_words import CLAUSE, WORD, around, is_meant, is_said
from runut.lang import Language
from runut.model import Figure, Reading, Sentence
from runut.text.alternatives import any_of

# A sentence stands so near behind the one before it at most to be told with it, and nothing but blanks between them.
NEAR = 20
# Where a sentence opens: what turns round what was told before it, or points back to it, is one of so many words.
OPENING, POINTING = 4, 3
# What was told stands so many words before or behind what tells of it.
BESIDE = 4
# Behind a verb so few words tell nothing of what holds now; shorter words with a capital letter are no names.
BARE, SHORT = 5, 3
# Two who count one thing are no further apart than so many times; so many words tell who it is that counts.
WIDEST = 10.0
MOST_OF_COUNTER = 9
# Counts of these are of several things or times wherever two tell them.
NEVER_RIVALS = frozenset(["percent", "money", "duration", "age", "votes", "speed", "distance_km"])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by which what was told does not stand, and the ones by which a verb among them is meant."""

    words: dispute_words.Lexicon
    gates: Mapping[re.Pattern[str], tuple[str, ...]]
    """Of each pattern words of which one stands, in small letters, wherever it matches: cheaper to ask for."""
    amends: re.Pattern[str]
    own: re.Pattern[str]
    first: re.Pattern[str]
    not_as: re.Pattern[str]
    otherwise: re.Pattern[str]
    beyond: re.Pattern[str]
    against: re.Pattern[str]
    verb: re.Pattern[str]
    asked: frozenset[str]
    content: re.Pattern[str]
    turn: frozenset[str]
    grown: frozenset[str]
    told: frozenset[str]
    before: frozenset[str]
    records: frozenset[str]
    leading: frozenset[str]
    fate: frozenset[str]
    number: frozenset[str]
    period: frozenset[str]
    only: frozenset[str]
    found: frozenset[str]
    missing: frozenset[str]
    alike: frozenset[frozenset[str]]
    cues: re.Pattern[str]


def words_of(language: Language) -> Lexicon:
    """The words of a language; for `Language.derive`."""
    roles: dict[str, set[str]] = {}
    for row in language.table("amend_words"):
        roles.setdefault(row["role"], set()).add(row["word"])

    def of(role: str) -> str:
        return any_of(roles.get(role, {"\0"}), either_case=True)

    def gate(role: str) -> tuple[str, ...]:
        return tuple(sorted(roles.get(role, ())))

    some = r"[^\s.;:,“”\"]{1,40}"
    amends = re.compile(rf"(?<![\w-]){of('amends')}(?:nya)?(?![\w-])")
    own = re.compile(rf"(?<![\w-]){of('own')}(?![\w-])")
    first = re.compile(
        rf"(?<![\w-]){of('at-first')},?\s(?:{some}\s){{0,3}}?(?P<verb>{of('first-told')})(?![\w-])(?!\ske\s)"
    )
    not_as = re.compile(
        rf"(?<![\w-]){of('not')}\s(?P<what>{some}\s(?:{some}\s){{0,6}}?){of('as')}(?:\syang)?(?:\s{some}){{0,2}}?\s"
        rf"{of('reported')}(?![\w-])"
    )
    otherwise = re.compile(rf"(?<![\w-]){of('told')}\s(?:yang\s)?{of('other')}\s(?:{some}\s)?{of('given')}(?![\w-])")
    beyond = re.compile(rf"(?<![\w-]){of('beyond')}\s(?P<of>{of('count-of')})(?![\w-])")
    against = re.compile(
        rf"(?<=[,.\s])\s?{of('against')}(?:\situ)?,?\s(?P<who>(?:[^\s.;:,]{{1,40}}\s){{1,{MOST_OF_COUNTER}}}?)"
        rf"(?P<verb>{of('counts')})(?=\s)"
    )
    gated = {
        amends: "amends",
        own: "own",
        first: "at-first",
        not_as: "not",
        otherwise: "other",
        beyond: "beyond",
        against: "against",
    }
    return Lexicon(
        words=language.derive(dispute_words.words_of),
        gates={pattern: gate(role) for pattern, role in gated.items()},
        amends=amends,
        own=own,
        first=first,
        not_as=not_as,
        otherwise=otherwise,
        beyond=beyond,
        against=against,
        verb=re.compile(rf"(?<![\w-]){of('counts')}(?![\w-])"),
        asked=frozenset(roles.get("asked", ())),
        content=re.compile(rf"(?<![\w-]){of('content')}(?![\w-])"),
        turn=frozenset(roles.get("turn", ())),
        grown=frozenset(roles.get("grown", ())),
        told=frozenset(roles.get("first-told", ())),
        before=frozenset(roles.get("before", ())),
        records=frozenset(r["word"] for r in language.table("amend_words") if r["other"] == "record"),
        leading=frozenset(w for phrase in roles.get("leading", ()) for w in phrase.split()),
        fate=frozenset(w for phrase in roles.get("fate", ()) for w in phrase.split()),
        number=frozenset(roles.get("number", ())),
        period=frozenset(roles.get("period", ())),
        only=frozenset(roles.get("only", ())),
        found=frozenset(roles.get("found", ())),
        missing=frozenset(roles.get("missing", ())),
        alike=frozenset(
            frozenset({r["word"], r["other"]}) for r in language.table("amend_words") if r["role"] == "alike"
        ),
        cues=re.compile(rf"(?<![\w-]){of('says')}(?![\w-])"),
    )


@dataclass(frozen=True, slots=True)
class Amended:
    """What a sentence tells as corrected or counted otherwise: how, by which words, and the first and last sentence that tell it."""

    kind: str
    found: re.Match[str]
    sentence: int
    first: int
    last: int


def find(reading: Reading, lexicon: Lexicon) -> list[Amended]:
    """What the sentences of a report tell so, one of each sentence, in their order; two in a row are one."""
    text, out = _Text(reading), list[Amended]()
    found = (
        *_amended(text, lexicon),
        *_own(text, lexicon),
        *_at_first(text, lexicon),
        *_not_as_told(text, lexicon),
        *_told_otherwise(text, lexicon),
        *_beyond(text, lexicon),
        *_two_counts(text, lexicon),
    )
    for one in sorted(found, key=lambda a: a.sentence):
        last = out[-1] if out else None
        if last is not None and one.sentence <= last.last:
            continue
        if last is not None and last.kind == one.kind == "correction" and one.first <= last.last + 1:
            out[-1] = replace(last, last=one.last)
        else:
            out.append(one)
    return out


class _Text:
    """A report, asked for the sentences of a match."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.sentences: Sequence[Sentence] = reading.sentences
        self._small = reading.article.text.lower()
        self._starts = [s.start for s in reading.sentences]

    def matches(self, pattern: re.Pattern[str], lexicon: Lexicon) -> Iterator[tuple[int, Sentence, re.Match[str]]]:
        """The matches of a pattern that lie in a sentence that does not ask."""
        if not any(word in self._small for word in lexicon.gates[pattern]):
            return
        for match in pattern.finditer(self.text):
            n = bisect_right(self._starts, match.start()) - 1
            if n >= 0 and match.end() <= self.sentences[n].end and "?" not in self.of(n)[-2:]:
                yield n, self.sentences[n], match

    def of(self, n: int) -> str:
        return self.text[self.sentences[n].start : self.sentences[n].end]

    def are_joined(self, n: int) -> bool:
        """Whether a sentence and the next follow one another with nothing but blanks between them."""
        if not 0 <= n < len(self.sentences) - 1:
            return False
        between = self.text[self.sentences[n].end : self.sentences[n + 1].start]
        return len(between) <= NEAR and not between.strip()

    def before(self, n: int) -> int:
        """The sentence before one, where they are joined, else itself."""
        return n - 1 if self.are_joined(n - 1) else n

    def behind(self, n: int) -> int:
        return n + 1 if self.are_joined(n) else n


def _amended(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """Someone corrects or withdraws what was said; what stands before is told with it where it is pointed to, what follows where no words
    behind the verb tell what holds now.
    """
    for n, sentence, match in text.matches(lexicon.amends, lexicon):
        behind = around(match, sentence)[1]
        clause = WORD.findall(CLAUSE.split(text.text[sentence.start : match.start()])[-1].lower())
        if not lexicon.asked.isdisjoint(clause) or not is_said(match, sentence, lexicon.words, text.reading):
            continue
        opening = WORD.findall(text.of(n)[:80].lower())[:POINTING]
        points = not lexicon.words.pointing.isdisjoint((*behind[:2], *opening))
        told_now = any(w[0].isdigit() for w in behind)
        bare = (
            len(behind) <= BARE
            and not told_now
            and lexicon.content.search(text.text, match.end(), sentence.end) is None
        )
        leans = (
            points
            or not lexicon.turn.isdisjoint(opening[:1])
            or (" " not in match[0] and match[0].endswith("nya"))
            or (bare and _are_of_one(text, n, match))
        )
        first = text.before(n) if leans else n
        if first == n - 1 and not lexicon.number.isdisjoint(opening) and _counts(text, n):
            first = text.before(first)  # `Angka itu merevisi …`: the number may stand one sentence further on
        yield Amended("correction", match, n, first, text.behind(n) if bare else n)


def _are_of_one(text: _Text, n: int, match: re.Match[str]) -> bool:
    """Whether the sentence before names whom the words before a verb name."""
    return n > 0 and not _capitals(text.text, text.sentences[n].start, match.start()).isdisjoint(
        _capitals(text.text, text.sentences[n - 1].start, text.sentences[n - 1].end)
    )


def _capitals(text: str, start: int, end: int) -> frozenset[str]:
    """The words of a stretch with a capital letter that may be of a name."""
    return frozenset(w for w in WORD.findall(text[start:end]) if w[0].isupper() and len(w) > SHORT)


def _counts(text: _Text, n: int) -> bool:
    sentence = text.sentences[n]
    return any(sentence.start <= f.start < sentence.end for f in text.reading.figures)


def _own(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """Someone says himself that he corrects what he said: `Kami ralat, …`."""
    for n, sentence, match in text.matches(lexicon.own, lexicon):
        if is_meant(match, sentence, lexicon.words):
            yield Amended("correction", match, n, text.before(n), n)


def _at_first(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """Something was told at first that its sentence or the next turns round, and that has not merely grown."""
    for n, sentence, match in text.matches(lexicon.first, lexicon):
        if not is_said(match, sentence, lexicon.words, text.reading):
            continue
        rest = [w.lower() for w in WORD.findall(text.text[match.end() : sentence.end])]
        turns = [k for k, w in enumerate(rest) if w in lexicon.turn]
        last = n
        if not turns and text.are_joined(n):
            rest = [w.lower() for w in WORD.findall(text.of(n + 1))]
            turns = [k for k, w in enumerate(rest[:OPENING]) if w in lexicon.turn]
            last = n + 1
            # `Camat kemudian menyatakan …`; what only came to pass then is no other telling
            if turns and turns[0] and lexicon.told.isdisjoint(rest[turns[0] : turns[0] + 3]):
                continue
        if not turns or not lexicon.grown.isdisjoint(rest[turns[0] : turns[0] + BESIDE]):
            continue
        lost = not lexicon.missing.isdisjoint(WORD.findall(text.of(n).lower()))
        if lost and rest[turns[0]] not in lexicon.found:  # who was missing is found
            continue
        yield Amended("first", match, n, n, last)


def _not_as_told(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """Something is so, not as was told: `bukan tujuh seperti yang dilaporkan sebelumnya`."""
    for n, sentence, match in text.matches(lexicon.not_as, lexicon):
        behind = around(match, sentence)[1][:BESIDE]
        if WORD.findall(match["what"].lower())[0] in lexicon.only or not is_meant(match, sentence, lexicon.words):
            continue
        yield Amended("at-odds" if lexicon.before.isdisjoint(behind) else "first", match, n, n, n)


def _told_otherwise(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """What is told otherwise by someone is told with what stands before it and behind it."""
    for n, sentence, match in text.matches(lexicon.otherwise, lexicon):
        if is_said(match, sentence, lexicon.words, text.reading):
            yield Amended("at-odds", match, n, text.before(n), text.behind(n))


def _beyond(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """A number lies above or below another's of one time: `Angka itu lebih tinggi dari catatan dinas`."""
    for n, sentence, match in text.matches(lexicon.beyond, lexicon):
        behind = around(match, sentence)[1][:BESIDE]
        opening = WORD.findall(text.of(n)[:80].lower())[:POINTING]
        points = not lexicon.number.isdisjoint(opening) and not lexicon.words.pointing.isdisjoint(opening)
        if not lexicon.period.isdisjoint(behind) or not is_said(match, sentence, lexicon.words, text.reading):
            continue
        if points or any(w[0].isdigit() for w in behind[:BESIDE]):
            yield Amended("at-odds", match, n, text.before(n) if points else n, n)


def _two_counts(text: _Text, lexicon: Lexicon) -> Iterator[Amended]:
    """One sentence has two who count one thing: `Polisi menyebut 12 tiang retak, sedangkan dinas menyebut hanya delapan`."""
    for n, sentence, match in text.matches(lexicon.against, lexicon):
        figures = sorted(
            (f for f in text.reading.figures if sentence.start <= f.number.start < sentence.end),
            key=lambda f: f.number.start,
        )
        ahead = [f for f in figures if f.number.end <= match.start()]
        then = next((f for f in figures if f.number.start >= match.end()), None)
        if not ahead or then is None or not is_said(match, sentence, lexicon.words, text.reading):
            continue
        before = text.text[sentence.start : match.start()]
        whole = set(map(str.lower, WORD.findall(text.of(n))))
        head = WORD.findall(match["who"].lower())[:1]
        if (
            lexicon.period.isdisjoint(whole)
            and _is_same_count(text, match, ahead[-1], then, sentence, lexicon)
            and (lexicon.verb.search(before) or lexicon.cues.search(before))
            and head
            and head[0] not in map(str.lower, WORD.findall(before))
            and not _is_place(text.reading, match)
            and not (
                match["verb"].lower() in lexicon.records
                and all(v[0].lower() in lexicon.records for v in lexicon.verb.finditer(before))
            )
        ):
            yield Amended("counts", match, n, n, n)


def _is_same_count(
    text: _Text, match: re.Match[str], first: Figure, then: Figure, sentence: Sentence, lexicon: Lexicon
) -> bool:
    """Whether a second count stands right behind its verb, ends what is said, and counts what the first does, with another number."""
    between = WORD.findall(text.text[match.end() : then.number.start].lower())
    if not lexicon.leading.issuperset(between) or first.measure in NEVER_RIVALS or then.measure in NEVER_RIVALS:
        return False
    rest = CLAUSE.split(text.text[then.number.end : sentence.end])[0].lower()
    noun, *others = WORD.findall(rest) or [""]
    if not lexicon.fate.issuperset(others) or first.low is None or then.low is None:
        return False
    ours = WORD.findall(text.text[first.number.end : match.start()].lower())[:1]
    alike = not noun or noun in ours or frozenset({noun, *ours}) in lexicon.alike
    unlike = first.low != then.low or not meets(first, then)
    days = {f.as_of for f in (first, then) if f.as_of}
    return alike and unlike and len(days) < 2 and max(first.low, then.low) <= WIDEST * min(first.low, then.low)


def _is_place(reading: Reading, match: re.Match[str]) -> bool:
    """Whether who counts is only a country or place: each counts its own."""
    start, end = match.span("who")
    return any(
        m.start <= start and m.end >= end - 1
        for name in reading.names
        if name.type not in ("PER", "ORG")
        for m in name.mentions
    )
