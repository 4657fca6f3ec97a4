"""What reports themselves tell as denied, rejected, or at odds with what someone said: `Dinas menepis anggapan bahwa jembatan retak`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice

from runut.codec import content_id
from runut.comparing import amends
from runut.comparing.dispute_words import OBJECT_REACH, WORD, Lexicon, around, is_meant, is_said, words_of
from runut.comparing.sources import Sources
from runut.lang import Language
from runut.model import Clash, Dispute, Place, Reading, Sentence

# Of 71 told of 535 stories (read one by one) all were denied, at odds or opposed, with the verbs that also ward off a blow held to a claim.
# Of a verb that is one of hands and feet too, so many (`menepis semua tudingan`; not `menepis tangan Budi saat laporan dibacakan`).
CLOSE_REACH = 2
# What is rejected is a plan or demand where a word for one stands so many words behind the verb.
PROPOSAL_REACH = 2
# A question mark ends its sentence, or stands before the quotation mark that does.
ENDING = 2
# Two sentences tell one denial when they have this share of the shorter's telling words in common, and so many: all but the verb, words
# for claims and plans, and shorter ones, which are grammar.
SAME, LEAST_SAME = 0.6, 3
LONG = 4
# Of the denials that share a word no more than so many are held against another: a word that more have tells nothing.
MOST_OF_WORD = 40
# So much of a sentence is shown.
SHOWN = 200
# A rumour stands so far before the words that it is not true at most, so near where it is only pointed to.
RUMOUR, CLOSE_RUMOUR = 200, 40
# The claim that a sentence only points to (`membantah kabar itu`) ends no further before it; a charge is made so many sentences before.
NEAR = 20
CHARGE_REACH = 4
# Words that tell that the same one speaks stand among so many first or last ones of a sentence.
LAST = 3
# Whose telling is corrected is named no further behind the verb than this.
CLOSE_NAME = 12
# What someone corrects shares so many words with what he said before.
LEAST_SAID = 2
# Whose number may be denied.
HARMED = frozenset(["killed", "injured", "missing", "arrested"])
# No report has so many denials but one that is none.
MOST_OF_REPORT = 40


@dataclass(slots=True)
class _Told:
    """What one or several sentences tell as denied, opposed or at odds."""

    kind: str
    words: AbstractSet[str]
    shown: str
    statement: str | None
    places: list[Place]
    claims: list[Place] = field(default_factory=list)
    who: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


def find(
    readings: Sequence[Reading], clashes: Iterable[Clash], sources: Sources, language: Language
) -> tuple[Dispute, ...]:
    """What the reports' own sentences tell as denied, corrected, opposed or at odds, once each, that of most independent reports first.

    Rules: `told-denial` (a verb that denies, outside of quoted words, with the claim behind it or that needs none), `told-at-odds`
    (something is said to differ from what someone said), `told-untrue` (a rumour, or what follows, is said not to be so, in a speaker's own
    words too), `told-rejection` (a verb that rejects, with a plan or demand behind it), `told-correction` (someone corrects or withdraws
    what was said), `told-at-first` (it was told otherwise at first) and `told-two-counts` (two who count one thing in one sentence).
    A denial that stands against its claim among the `clashes` is told there.
    """
    lexicon, amending = language.derive(words_of), language.derive(amends.words_of)
    known = {c.a for c in clashes if c.kind == "denial"}
    told: list[_Told] = []
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for reading in readings:
        for one in islice(_of_report(reading, lexicon, amending), MOST_OF_REPORT):
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
                    same.claims += one.claims
                same.statement = same.statement or one.statement
    for one in told:
        if one.kind == "correction":
            one.claims += _said_before(one, readings)
    disputes = [_dispute(one, sources) for one in told if one.statement not in known]
    return tuple(sorted(disputes, key=lambda d: (-d.independent, -d.reports)))


def _said_before(one: _Told, readings: Sequence[Reading]) -> Iterator[Place]:
    """What another report, of no later day, has the one say who corrects it: with words of the correction, one of them in few reports."""
    own = next(r for r in readings if r.article.id == one.places[0].article)
    best: tuple[int, Place] | None = None
    for reading in readings if one.who else ():
        if reading is own or (reading.anchor.day or "9") > (own.anchor.day or "9"):
            continue
        for said in reading.statements:
            name = (said.speaker.name or said.speaker.text or "") if said.speaker else ""
            if one.who.isdisjoint(name.split()):
                continue
            sentence = next((s for s in reading.sentences if s.start <= said.start < s.end), None)
            shared = one.about & _telling(said.text)
            if sentence is None or len(shared) < LEAST_SAID or not any(_is_rare(w, readings) for w in shared):
                continue
            if best is None or len(shared) > best[0]:
                best = len(shared), _place(reading, sentence)
    if best is not None:
        yield best[1]


def _is_rare(word: str, readings: Sequence[Reading]) -> bool:
    """Whether no more than half of the reports have a word."""
    return 2 * sum(word in r.article.text.lower() for r in readings) <= len(readings)


# Of each way of telling: the kind, the rule, and what it is called.
RULES = {
    "denial": ("denial", "told-denial", "dibantah", "denied"),
    "untrue": ("denial", "told-untrue", "disebut tidak benar", "told as untrue"),
    "at-odds": ("at-odds", "told-at-odds", "dikatakan berbeda", "told as at odds"),
    "opposition": ("opposition", "told-rejection", "ditentang", "opposed"),
    "correction": ("correction", "told-correction", "diralat", "corrected"),
    "first": ("correction", "told-at-first", "semula diberitakan lain", "first told otherwise"),
    "counts": ("at-odds", "told-two-counts", "dihitung berbeda", "counted otherwise"),
}


def _dispute(one: _Told, sources: Sources) -> Dispute:
    kind, rule, called, english = RULES[one.kind]
    first = one.places[0]
    return Dispute(
        id=content_id("dispute", kind, first.article, first.start, first.end),
        kind=kind,
        statement=one.statement,
        evidence=(*one.places, *one.claims),
        reports=len({p.article for p in one.places}),
        independent=sources.count(one.places),
        rule=rule,
        why=f"{called}: “{one.shown}”",
        english=f"{english}: “{one.shown}”",
    )


def _of_report(reading: Reading, lexicon: Lexicon, amending: amends.Lexicon) -> Iterator[_Told]:
    text, sentences = reading.article.text, reading.sentences
    by_cue = {s.cue_start: s.id for s in reading.statements if s.cue_start is not None}
    amended = {a.sentence: a for a in amends.find(reading, amending)}
    told = -1
    for n, sentence in enumerate(sentences):
        if n in amended:
            kind, found, first, last = (a := amended[n]).kind, a.found, a.first, a.last
        elif n <= told:
            continue
        else:
            kind, matched = next(_in_sentence(sentence, lexicon, reading), ("", None))
            if matched is None:
                continue
            found, first, last = matched, _claim_of(n, matched, reading, lexicon), n
            if kind == "at-odds" and _tells_earlier(n, reading, lexicon):
                last = n + 1
        told = last
        near = max(first, n - 1)
        start, end = sentences[near if first == n - 1 or n in amended else n].start, sentences[last].end
        if n in amended:
            start = sentences[first].start
        claims = [] if first >= n - 1 or n in amended else [_place(reading, sentences[first])]
        told_in = text[claims[0].start : claims[0].end] if claims else ""
        words = map(str.lower, WORD.findall(told_in + " " + text[start : found.start()] + text[found.end() : end]))
        yield _Told(
            kind=kind,
            words=frozenset(w for w in words if len(w) >= LONG) - lexicon.untelling,
            shown=_cut(text[start:end], found.start() - start),
            statement=by_cue.get(found.start()),
            places=[Place(article=reading.article.id, start=start, end=end)],
            claims=claims,
            who=_corrected(reading, sentence, found) if kind == "correction" else frozenset(),
            about=_telling(text[found.end() : end]),
        )


def _corrected(reading: Reading, sentence: Sentence, found: re.Match[str]) -> frozenset[str]:
    """The words of the names of whose telling is corrected: right behind the verb (`meluruskan pernyataan Wira`), else who corrects it."""
    named = [m for n in reading.names if n.type in ("PER", "ORG") for m in n.mentions]
    behind = [m for m in named if found.end() <= m.start <= found.end() + CLOSE_NAME]
    before = [m for m in named if sentence.start <= m.start < found.start()]
    return frozenset(w for m in behind or before for w in WORD.findall(m.text) if len(w) >= LONG and w[0].isupper())


def _telling(words: str) -> frozenset[str]:
    return frozenset(w for w in map(str.lower, WORD.findall(words)) if len(w) >= LONG)


def _place(reading: Reading, sentence: Sentence) -> Place:
    return Place(article=reading.article.id, start=sentence.start, end=sentence.end)


def _claim_of(n: int, found: re.Match[str], reading: Reading, lexicon: Lexicon) -> int:
    """The sentence that tells what a sentence only points to: of a charge the nearest that makes one, else the one right before.

    The sentence itself where it points to nothing, or where what stands before it is nothing to be denied.
    """
    text, sentences = reading.article.text, reading.sentences
    noun = _pointed(found, sentences[n], lexicon)
    if noun is None or not _are_joined(text, sentences, n):
        return n
    if noun in lexicon.charges:
        for k in range(n - 1, max(-1, n - 1 - CHARGE_REACH), -1):
            if lexicon.accusing.search(text, sentences[k].start, sentences[k].end):
                return k
            if not _leans(text, sentences, k, lexicon):
                break
        if lexicon.warning.search(text, sentences[n - 1].start, sentences[n - 1].end):
            return n
    return n - 1


def _leans(text: str, sentences: Sequence[Sentence], n: int, lexicon: Lexicon) -> bool:
    """Whether a sentence that makes no charge itself may stand between one and its denial: who made it goes on (`Ia mengatakan`,
    `katanya`), or nobody says what it tells.
    """
    words = [w.lower() for w in WORD.findall(text[sentences[n].start : sentences[n].end])]
    goes_on = not lexicon.goes_on.isdisjoint((*words[:LAST], *words[-LAST:]))
    said = lexicon.saying.search(text, sentences[n].start, sentences[n].end) is not None
    return _are_joined(text, sentences, n) and (goes_on or not said)


def _tells_earlier(n: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the next sentence tells what was told before: `… berbeda dengan keterangan camat. Sebelumnya, camat menyebut …`."""
    text, sentences = reading.article.text, reading.sentences
    if n + 1 >= len(sentences) or not _are_joined(text, sentences, n + 1):
        return False
    opening = WORD.search(text, sentences[n + 1].start, sentences[n + 1].end)
    return opening is not None and opening[0].lower() in lexicon.earlier


def _are_joined(text: str, sentences: Sequence[Sentence], n: int) -> bool:
    """Whether a sentence stands right behind the one before it, with nothing but blanks between."""
    if n == 0:
        return False
    between = text[sentences[n - 1].end : sentences[n].start]
    return len(between) <= NEAR and not between.strip()


def _in_sentence(sentence: Sentence, lexicon: Lexicon, reading: Reading) -> Iterator[tuple[str, re.Match[str]]]:
    """What a sentence tells that does not ask, the surest kind first."""
    if "?" in reading.article.text[sentence.end - ENDING : sentence.end]:
        return
    yield from (("denial", m) for m in _denials(sentence, lexicon, reading))
    yield from (("untrue", m) for m in _untrue(sentence, lexicon, reading))
    yield from (("at-odds", m) for m in _at_odds(sentence, lexicon, reading))
    yield from (("opposition", m) for m in _rejections(sentence, lexicon, reading))


def _denials(sentence: Sentence, lexicon: Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The verbs of a sentence by which someone denies a claim."""
    for match in lexicon.denial.finditer(reading.article.text, sentence.start, sentence.end):
        ahead, behind = around(match, sentence)
        verb = match[0].lower()
        reach = CLOSE_REACH if verb in lexicon.close else OBJECT_REACH
        beside = ahead[-OBJECT_REACH:] if verb in lexicon.passive else behind[:reach]
        claim = verb in lexicon.alone or not lexicon.claims.isdisjoint(beside)
        if verb in lexicon.refusing:
            refused = not lexicon.refused.isdisjoint(behind[:2])
            claim = refused or _refuses_count(behind, sentence, lexicon, reading)
        denies = (claim and beside) or verb in lexicon.attached
        denies = denies and not _is_no_denial(match, sentence, lexicon)
        if denies and is_said(match, sentence, lexicon, reading):
            yield match


def _refuses_count(behind: Sequence[str], sentence: Sentence, lexicon: Lexicon, reading: Reading) -> bool:
    """Whether what someone refuses is the count of those harmed that stands right before: `menolak angka itu`."""
    if lexicon.refused_counts.isdisjoint(behind[:1]) or lexicon.pointing.isdisjoint(behind[1:2]):
        return False
    before = [s for s in reading.sentences if s.end <= sentence.start][-1:]
    return any(s.start <= f.start < s.end and f.measure in HARMED for s in before for f in reading.figures)


def _untrue(sentence: Sentence, lexicon: Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The words of a sentence by which a rumour or claim before them is not true, or what is told behind them; also of quoted words."""
    for match in lexicon.untrue.finditer(reading.article.text, sentence.start, sentence.end):
        ahead, behind = around(match, sentence)
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
        if (of_claim or not lexicon.that.isdisjoint(after)) and is_meant(match, sentence, lexicon):
            yield match


def _at_odds(sentence: Sentence, lexicon: Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The words of a sentence that set something against what someone said."""
    for match in lexicon.odds.finditer(reading.article.text, sentence.start, sentence.end):
        if is_said(match, sentence, lexicon, reading):
            yield match


def _rejections(sentence: Sentence, lexicon: Lexicon, reading: Reading) -> Iterator[re.Match[str]]:
    """The verbs of a sentence by which someone rejects a plan or demand."""
    for match in lexicon.rejection.finditer(reading.article.text, sentence.start, sentence.end):
        behind = around(match, sentence)[1]
        if not lexicon.proposals.isdisjoint(behind[:PROPOSAL_REACH]) and is_said(match, sentence, lexicon, reading):
            yield match


def _pointed(match: re.Match[str], sentence: Sentence, lexicon: Lexicon) -> str | None:
    """What a sentence points to, as its noun: `membantah kabar itu`, `Klaim ini kemudian dibantah`, `Temuan itu berbeda dengan`,
    `membantahnya`; None where it points to nothing, or tells itself what is denied: `membantah kamp itu ada di sana`.
    """
    ahead, behind = around(match, sentence)
    verb = match[0].lower()
    if verb in lexicon.attached:
        return verb
    if lexicon.untrue.fullmatch(verb) and ahead[-1:] and ahead[-1] in lexicon.pointing:
        return next((w for w in ahead[-2:-1] if w in lexicon.pointed), None)  # `Dinas menyebut laporan itu bohong`
    active = verb not in lexicon.passive and (lexicon.denial.fullmatch(verb) or lexicon.rejection.fullmatch(verb))
    words = behind[: 2 + PROPOSAL_REACH] if active else ahead[:2]
    at = next((k for k, w in enumerate(words) if w in lexicon.pointing and (k or not active)), None)
    if at is None or (active and at > PROPOSAL_REACH):
        return None
    if not active:
        return words[0]
    of_claim = [w for w in words[:at] if w in lexicon.pointed]
    if (
        not of_claim
        and ahead
        and WORD.findall(match.string[sentence.start : match.start()])[0].lower() in lexicon.turning
    ):
        return words[0]  # `Namun, Wira membantah tambang itu ilegal`
    return of_claim[0] if of_claim else None


def _is_no_denial(match: re.Match[str], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a verb is that of disobedience (`membantah ibunya`), or opens its sentence as a noun (`Membantah adalah hak terdakwa`)."""
    text, start, end = match.string, match.end(), sentence.end
    opens = not WORD.search(text, sentence.start, match.start())
    return bool(lexicon.disobeying.match(text, start, end) or (opens and lexicon.noun.match(text, start, end)))


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
