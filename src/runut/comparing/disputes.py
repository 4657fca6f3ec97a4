"""What reports themselves tell as denied, rejected, or at odds with what someone said: `Dinas menepis anggapan bahwa jembatan retak`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice, pairwise

from runut.codec import content_id
from runut.comparing.sources import Sources
from runut.lang import Language
from runut.model import Clash, Dispute, Place, Reading, Sentence
from runut.text.alternatives import any_of

# Of 71 told of 535 stories (read one by one) all were denied, at odds or opposed, with the verbs that also ward off a blow held to a claim.
# What is waved aside is a claim where a word for one stands so many words behind the verb, or before a passive one.
OBJECT_REACH = 4
# Of a verb that is one of hands and feet too, so many (`menepis semua tudingan`; not `menepis tangan Budi saat laporan dibacakan`).
CLOSE_REACH = 2
# What is rejected is a plan or demand where a word for one stands so many words behind the verb.
PROPOSAL_REACH = 2
# A negation turns the denial round where it stands so many words before it.
NEGATION_REACH = 3
# A question mark ends its sentence, or stands before the quotation mark that does.
ENDING = 2
# Two sentences tell one denial when they have this share of the shorter's telling words in common, and so many: all but the verb, words
# for claims and plans, and shorter ones, which are grammar.
SAME, LEAST_SAME = 0.6, 3
LONG = 4
# Of the denials that share a word no more than so many are held against another: a word that more have tells nothing.
MOST_OF_WORD = 40
# So much of a sentence is shown, and so much of it looked at on either side of a verb.
SHOWN, LOOKED_AT = 200, 80
# A rumour stands so far before the words that it is not true at most, so near where it is only pointed to.
RUMOUR, CLOSE_RUMOUR = 200, 40
# The claim that a sentence only points to (`membantah kabar itu`) ends no further before it.
NEAR = 20
# No report has so many denials but one that is none.
MOST_OF_REPORT = 40
_CLAUSE = re.compile(r"[,;:]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    denial: re.Pattern[str]
    passive: frozenset[str]
    alone: frozenset[str]
    close: frozenset[str]
    openings: frozenset[str]
    pointing: frozenset[str]
    claims: frozenset[str]
    negations: frozenset[str]
    unsaid: frozenset[str]
    adverbs: frozenset[str]
    conditions: frozenset[str]
    openers: frozenset[str]
    disobeying: re.Pattern[str]
    noun: re.Pattern[str]
    odds: re.Pattern[str]
    rejection: re.Pattern[str]
    proposals: frozenset[str]
    untelling: frozenset[str]
    untrue: re.Pattern[str]
    rumour: re.Pattern[str]
    that: frozenset[str]
    bare: frozenset[str]
    equating: frozenset[str]
    describing: frozenset[str]


def _lexicon(language: Language) -> _Lexicon:
    roles: dict[str, set[str]] = {}
    for row in language.table("clash_words"):
        roles.setdefault(row["role"], set()).add(row["word"])

    copulas = {r["words"].split()[0] for r in language.table("framing_copulas") if r["kind"] == "subject"}

    def of(role: str) -> str:
        return any_of(roles[role], either_case=True)

    return _Lexicon(
        denial=re.compile(rf"(?<![\w-]){any_of(roles['denial'] | roles['denied'], either_case=True)}(?![\w-])"),
        passive=frozenset(roles["denied"]),
        alone=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "alone"),
        openings=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "opening"),
        close=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "close"),
        pointing=frozenset(roles["pointing"]),
        claims=frozenset(roles["claim"]),
        negations=frozenset(roles["negation"]),
        unsaid=frozenset(roles["unsaid"]),
        adverbs=frozenset(roles["adverb"]),
        conditions=frozenset(roles["condition"]),
        openers=frozenset(roles["claim"]).union(r["cue"] for r in language.table("cues")),
        disobeying=re.compile(
            rf"\s(?:{of('elder')}(?:nya|ku|mu)?|{of('order')}(?:nya)?(?:\s\w{{1,30}})?)(?=\s{of('joint')}\b|[.,;!…)]|\Z)"
        ),
        noun=re.compile(rf"(?:\s\w{{1,30}}){{0,{OBJECT_REACH - 1}}}\s{any_of(copulas)}\b"),
        odds=re.compile(rf"(?<![\w-]){of('at-odds')}\s(?:(?:[^\W\d_]+)\s){{0,2}}{of('account')}(?![\w-])"),
        rejection=re.compile(rf"(?<![\w-]){of('rejection')}(?![\w-])"),
        proposals=frozenset(roles["proposal"]),
        untelling=frozenset(roles["claim"] | roles["proposal"] | roles["rumour"]),
        untrue=re.compile(rf"(?<![\w-]){any_of(roles['untrue'], either_case=True)}(?![\w-])"),
        rumour=re.compile(rf"(?<![\w-]){of('rumour')}(?:nya)?(?![\w-])"),
        that=frozenset(roles["that"]),
        bare=frozenset(r["word"] for r in language.table("clash_words") if r["other"] == "bare"),
        equating=frozenset(roles["equating"]),
        describing=frozenset(roles["relative"]),
    )


@dataclass(slots=True)
class _Told:
    """What one or several sentences tell as denied, opposed or at odds."""

    kind: str
    words: AbstractSet[str]
    shown: str
    statement: str | None
    places: list[Place]


def find(
    readings: Sequence[Reading], clashes: Iterable[Clash], sources: Sources, language: Language
) -> tuple[Dispute, ...]:
    """What the reports' own sentences tell as denied, opposed or at odds, once each, that of most independent reports first.

    Rules: `told-denial` (a verb that denies, outside of quoted words, with the claim behind it or that needs none), `told-at-odds`
    (something is said to differ from what someone said), `told-untrue` (a rumour, or what follows, is said not to be so, in a speaker's own
    words too) and `told-rejection` (a verb that rejects, with a plan or demand behind it).
    A denial that stands against its claim among the `clashes` is told there.
    """
    lexicon = language.derive(_lexicon)
    known = {c.a for c in clashes if c.kind == "denial"}
    told: list[_Told] = []
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for reading in readings:
        for one in islice(_of_report(reading, lexicon), MOST_OF_REPORT):
            near = {n for word in one.words for n in by_word[one.kind, word]}
            same = next((told[n] for n in sorted(near) if _is_same(told[n].words, one.words)), None)
            if same is None:
                for word in one.words:
                    if len(by_word[one.kind, word]) < MOST_OF_WORD:
                        by_word[one.kind, word].append(len(told))
                told.append(one)
            else:
                if same.places[-1].article != one.places[0].article:  # one passage of each report
                    same.places += one.places
                same.statement = same.statement or one.statement
    disputes = [_dispute(one, sources) for one in told if one.statement not in known]
    return tuple(sorted(disputes, key=lambda d: (-d.independent, -d.reports)))


# Of each way of telling: the kind, the rule, and what it is called.
RULES = {
    "denial": ("denial", "told-denial", "dibantah", "denied"),
    "untrue": ("denial", "told-untrue", "disebut tidak benar", "told as untrue"),
    "at-odds": ("at-odds", "told-at-odds", "dikatakan berbeda", "told as at odds"),
    "opposition": ("opposition", "told-rejection", "ditentang", "opposed"),
}


def _dispute(one: _Told, sources: Sources) -> Dispute:
    kind, rule, called, english = RULES[one.kind]
    first = one.places[0]
    return Dispute(
        id=content_id("dispute", kind, first.article, first.start, first.end),
        kind=kind,
        statement=one.statement,
        evidence=tuple(one.places),
        reports=len(one.places),
        independent=sources.count(one.places),
        rule=rule,
        why=f"{called}: “{one.shown}”",
        english=f"{english}: “{one.shown}”",
    )


def _of_report(reading: Reading, lexicon: _Lexicon) -> Iterator[_Told]:
    text = reading.article.text
    by_cue = {s.cue_start: s.id for s in reading.statements if s.cue_start is not None}
    for before, sentence in pairwise([None, *reading.sentences]):
        assert sentence is not None
        kind, found = next(_in_sentence(sentence, lexicon, reading), ("", None))
        if found is None:
            continue
        points = before is not None and sentence.start - before.end <= NEAR and _points(found, sentence, lexicon)
        first = before.start if before is not None and points else sentence.start
        words = map(str.lower, _WORD.findall(text[first : found.start()] + text[found.end() : sentence.end]))
        yield _Told(
            kind=kind,
            words=frozenset(w for w in words if len(w) >= LONG) - lexicon.untelling,
            shown=_cut(text[first : sentence.end], found.start() - first),
            statement=by_cue.get(found.start()),
            places=[Place(article=reading.article.id, start=first, end=sentence.end)],
        )


def _in_sentence(sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> Iterator[tuple[str, re.Match[str]]]:
    """What a sentence tells that does not ask, the surest kind first."""
    if "?" in reading.article.text[sentence.end - ENDING : sentence.end]:
        return
    yield from (("denial", m) for m in _denials(sentence, lexicon, reading))
    yield from (("untrue", m) for m in _untrue(sentence, lexicon, reading))
    yield from (("at-odds", m) for m in _at_odds(sentence, lexicon, reading))
    yield from (("opposition", m) for m in _rejections(sentence, lexicon, reading))


def _denials(sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The verbs of a sentence by which someone denies a claim."""
    for match in lexicon.denial.finditer(reading.article.text, sentence.start, sentence.end):
        ahead, behind = _around(match, sentence)
        verb = match[0].lower()
        reach = CLOSE_REACH if verb in lexicon.close else OBJECT_REACH
        beside = ahead[-OBJECT_REACH:] if verb in lexicon.passive else behind[:reach]
        claim = verb in lexicon.alone or not lexicon.claims.isdisjoint(beside)
        denies = claim and beside and not _is_no_denial(match, sentence, lexicon)
        if denies and _is_said(match, sentence, lexicon, reading):
            yield match


def _untrue(sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The words of a sentence by which a rumour or claim before them is not true, or what is told behind them; also of quoted words."""
    for match in lexicon.untrue.finditer(reading.article.text, sentence.start, sentence.end):
        ahead, behind = _around(match, sentence)
        before, after = ahead[-1:], behind[:1]
        if not lexicon.describing.isdisjoint(before):  # `informasi yang tidak benar`: nothing is told of one
            continue
        bare = match[0].lower() in lexicon.bare
        if bare and lexicon.equating.isdisjoint(before):  # `kabar bohong`
            continue
        # `kabar itu bohong`, not `topik itu bohong`
        reach = CLOSE_RUMOUR if bare and not lexicon.pointing.isdisjoint(before) else RUMOUR
        of_claim = lexicon.rumour.search(
            reading.article.text, max(sentence.start, match.start() - reach), match.start()
        )
        if (of_claim or not lexicon.that.isdisjoint(after)) and _is_meant(match, sentence, lexicon):
            yield match


def _at_odds(sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The words of a sentence that set something against what someone said."""
    for match in lexicon.odds.finditer(reading.article.text, sentence.start, sentence.end):
        if _is_said(match, sentence, lexicon, reading):
            yield match


def _rejections(sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The verbs of a sentence by which someone rejects a plan or demand."""
    for match in lexicon.rejection.finditer(reading.article.text, sentence.start, sentence.end):
        behind = _around(match, sentence)[1]
        if not lexicon.proposals.isdisjoint(behind[:PROPOSAL_REACH]) and _is_said(match, sentence, lexicon, reading):
            yield match


def _around(match: re.Match[str], sentence: Sentence) -> tuple[list[str], list[str]]:
    """The words of a sentence shortly before a match and behind it, in small letters."""
    first, last = max(sentence.start, match.start() - LOOKED_AT), min(sentence.end, match.end() + LOOKED_AT)
    ahead, behind = match.string[first : match.start()], match.string[match.end() : last]
    return [w.lower() for w in _WORD.findall(ahead)], [w.lower() for w in _WORD.findall(behind)]


def _points(match: re.Match[str], sentence: Sentence, lexicon: _Lexicon) -> bool:
    """Whether what is denied is only pointed to: `membantah kabar itu`, `Klaim ini kemudian dibantah`, `Temuan itu berbeda dengan`."""
    ahead, behind = _around(match, sentence)
    verb = match[0].lower()
    active = verb not in lexicon.passive and (lexicon.denial.fullmatch(verb) or lexicon.rejection.fullmatch(verb))
    return not lexicon.pointing.isdisjoint(behind[1 : 1 + PROPOSAL_REACH] if active else ahead[:2])


def _is_no_denial(match: re.Match[str], sentence: Sentence, lexicon: _Lexicon) -> bool:
    """Whether a verb is that of disobedience (`membantah ibunya`), or opens its sentence as a noun (`Membantah adalah hak terdakwa`)."""
    text, start, end = match.string, match.end(), sentence.end
    opens = not _WORD.search(text, sentence.start, match.start())
    return bool(lexicon.disobeying.match(text, start, end) or (opens and lexicon.noun.match(text, start, end)))


def _is_said(match: re.Match[str], sentence: Sentence, lexicon: _Lexicon, reading: Reading) -> bool:
    """Whether a verb stands outside of quoted words, and those before it make no negation, wish, failure or condition of it."""
    return _is_meant(match, sentence, lexicon) and not _is_quoted(reading, match)


def _is_meant(match: re.Match[str], sentence: Sentence, lexicon: _Lexicon) -> bool:
    """Whether the words before a verb make no negation, wish, failure or condition of it."""
    words = _around(match, sentence)[0]
    if not lexicon.negations.isdisjoint(words[-NEGATION_REACH:]):
        return False
    clause = _CLAUSE.split(match.string[max(sentence.start, match.start() - LOOKED_AT) : match.start()])[-1]
    opening = _WORD.search(clause)
    if opening and opening[0].lower() in lexicon.openings:  # `Awalnya Rato membantah tudingan itu, kini ia mengaku.`
        return False
    before = pairwise(["", *map(str.lower, _WORD.findall(clause))])
    # `kabar jika`, `menyebut jika`: that
    if any(word in lexicon.conditions and opener not in lexicon.openers for opener, word in before):
        return False
    near = next((w for w in reversed(words) if w not in lexicon.adverbs), "")
    return near not in lexicon.unsaid


def _is_quoted(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a match lies in quoted words; quotations stand in the order of the text."""
    n = bisect_right(reading.quotations, match.start(), key=lambda q: q.start) - 1
    return n >= 0 and match.start() < reading.quotations[n].end


def _is_same(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Whether two sentences, as their telling words, tell one denial."""
    return len(a & b) >= max(LEAST_SAME, SAME * min(len(a), len(b)))


def _cut(sentence: str, at: int) -> str:
    """A sentence in single spaces, around its verb where it is long, with `…` where it goes on."""
    first, last = 0, -1
    if len(sentence) > SHOWN:
        first = sentence.rfind(" ", 0, max(0, at - SHOWN // 2)) + 1
        last = sentence.find(" ", first + SHOWN)
    shown = " ".join((sentence if last < 0 else sentence[:last])[first:].split()).rstrip(" .")
    return f"{'… ' if first else ''}{shown}{' …' if last >= 0 else ''}"
