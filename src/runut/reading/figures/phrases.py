"""Sources that are named in a figure's own clause: `menurut data X`, `X memperbarui jumlah korban`, `dikutip dari X`."""

from __future__ import annotations

import re

from runut.model import Figure, Statement
from runut.reading.figures.report import Report, Words, between

# A source phrase (`menurut data X, …`) stands within this many characters before the number.
MAX_PHRASE = 160
# The word for somebody's data (`menurut hasil pendataan`, `data yang diperoleh harian ini dari`) takes at most so many characters.
PAPERS_REACH = 60
# A word that names a source (`dikutip dari`) takes at most so many characters.
SOURCE_WORD = 18
# Between a verb that vouches for a count (`membenarkan adanya`) and the count stand at most so many characters.
VOUCHED_REACH = 70
# Who tells a count, and the verb, take at most so many characters right before it.
SAID_REACH = 70
_WORD = re.compile(r"[\w-]{1,30}")
# The rule by which a number of nothing named is read.
TOLD_BARE = "measure:told-bare"
# The rule of a count set against another.
AGAINST = "measure:carried:against"
# Words for who speaks for somebody stand so near before whom they speak for.
MAX_BEHALF = 40
_ENDS_CLAUSE, _ENDS_SENTENCE = re.compile(r"[,;:.]"), re.compile(r"[;.]")
# What else of a name stands before the comma that ends its phrase.
_NAME_ENDS = re.compile(r"(?:[ ]\(?[A-Z][\w-]{0,30}\)?){0,6},")


def naming(report: Report, figure: Figure, sentence: tuple[int, int], own: Statement | None = None) -> Words | None:
    """The source that a phrase names in the figure's clause, right before it or at the sentence's end: `14 …, menurut data X.`

    Who only passes on what someone says is none (`kata Rato sebagaimana dikutip X`), but whom such a one cites.
    """
    cited = _cited(report, figure, sentence, own) if own is not None else None
    if cited is not None:
        return cited
    at = max(sentence[0], figure.start - MAX_PHRASE)
    *_, before = (None, *report.lex.sources.source_phrase.finditer(report.text, at, figure.start))
    turn = report.turns.find(figure.end, sentence[1])
    after = report.sources.find(figure.end, turn.start() + 1 if turn else sentence[1])
    for match in (before, after):
        if match is None:
            continue
        start, end = match.span("source")
        start = min((m[0] for m in between(report.bodies, match.start(), start) if m[1] > start), default=start)
        if own is not None and own.speaker is not None and report.lex.sources.passed_on.match(report.text, start):
            continue
        got = report.lex.sources.got.search(report.text, start, end)
        if got is not None and (giver := _handed_over(report, got.end(), figure.start)) is not None:
            return giver
        named = [(a, b) for a, b, _ in between(report.mentions, start, end)]
        quoted = match is before and match["quoted"] is not None
        if named and not (quoted and named[-1][1] < end):  # `dikutip dari laman Pemkab Kalimas mengatakan, …`
            end = max(end, *(b for _, b in named))
            return report.text[start:end], start, end
    return _whose_papers(report, at, figure.start)


def _cited(report: Report, figure: Figure, sentence: tuple[int, int], own: Statement) -> Words | None:
    """Whom a medium cites for what it tells, behind the figure: `tulis Harian Lontar, Kamis, mengutip pejabat setempat`."""
    if (own.cue or "").lower() not in report.lex.sources.relaying:
        return None
    match = report.cited.find(figure.end, sentence[1])
    if match is None:
        return None
    start, end = match.span("source")
    named = [(a, b) for a, b, _ in between(report.mentions, start, end)]
    if not named and match["source"].partition(" ")[0].lower() not in report.lex.tellers:
        return None
    end = max([end, *(b for _, b in named)])
    return report.text[start:end], start, end


def telling(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who is said to tell a bare number right before it: `versi polisi yang hanya menyebut 23`, `Kantor X mencatat sepuluh`."""
    if figure.rule not in (TOLD_BARE, AGAINST):
        return None
    verb = report.lex.retold.told_by.search(report.text, max(sentence[0], figure.start - VOUCHED_REACH), figure.start)
    if verb is None:
        return None
    named = [
        m
        for m in between(report.owners, max(sentence[0], verb.start() - MAX_PHRASE), verb.start())
        if m[1] == verb.start()
    ]
    if named:
        start, end, _ = min(named)
        start = _of_whom(report, start, sentence[0])
        return report.text[start:end], start, end
    start = max(report.text.rfind(mark, sentence[0], verb.start()) for mark in ' “"/\n') + 1
    start = max(start, sentence[0])
    if report.text[start : verb.start()].lower() not in report.lex.tellers:
        return None
    start = _of_whom(report, start, sentence[0])
    return report.text[start : verb.start()], start, verb.start()


def saying(report: Report, figure: Figure, sentence: tuple[int, int], own: Statement | None) -> Words | None:
    """Who is said right before a count to tell it, in another's words or where no statement was read.

    `Rato membantahnya, sementara petugas medis mengatakan enam orang tewas`.
    """
    begin = max(sentence[0], figure.start - SAID_REACH)
    verb = report.lex.sources.says_count.search(report.text, begin, figure.start)
    if verb is None or (own is not None and (own.form != "indirect" or own.start >= verb.start())):
        return None  # its own verb, or somebody's very words
    named = [m for m in between(report.owners, begin - MAX_PHRASE, verb.start()) if m[1] == verb.start()]
    if named and not report.text[min(named)[0] - 1].isalnum():
        return min(named)[2], *min(named)[:2]
    heads = []
    for word in reversed(list(_WORD.finditer(report.text, begin, verb.start()))):
        if word[0] in report.lex.sources.source_breaks or not word[0].islower():
            break
        heads.append(word)
    at = [word.start() for word in heads if word[0] in report.lex.tellers]
    if not at or _ENDS_CLAUSE.search(report.text, min(at), verb.start()):
        return None
    return report.text[min(at) : verb.start()], min(at), verb.start()


def _of_whom(report: Report, start: int, begin: int) -> int:
    """Where the words for who tells begin, with those before a name that say who speaks for it: `kuasa hukum Rato`."""
    behalf = report.lex.sets.on_behalf.search(report.text, max(begin, start - MAX_BEHALF), start)
    return behalf.start() if behalf is not None else start


def _handed_over(report: Report, start: int, end: int) -> Words | None:
    """Whose data a newsroom has got: `data yang diperoleh Harian Lontar, Sabtu (7/6), dari BPBD Kalimas, tiga rumah rusak`."""
    for first, last, words in between(report.owners, start, end):
        whom = report.lex.sources.from_whom.search(report.text, max(start, first - SOURCE_WORD), first)
        if whom is None or _NAME_ENDS.match(report.text, last, end) is None:
            continue
        behind = report.text[start : whom.start()].split()[-1:]
        if not behind or not behind[0].isalpha() or behind[0][0].isupper():  # else `korban dari BPBD Kalimas, …`
            return words, first, last
    return None


def _whose_papers(report: Report, start: int, end: int) -> Words | None:
    """Whose data tell a figure without a comma between (`dari data BMKG gempa berkekuatan 4,9`, `hasil pendataan X menunjukkan …`)."""
    for first, last, words in reversed(between(report.owners, start, end)):
        papers = report.lex.sources.papers_of.search(report.text, max(start, first - PAPERS_REACH), first)
        if papers is None:
            continue
        opens = report.text[start : papers.start()].rstrip()[-1:] in ("", *',;:“"(')
        if papers["from"] or (opens and report.lex.sources.papers_show.match(report.text, last)):
            return words, first, last
    return None


def vouching(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who is told to bring the count up to date, or to vouch for it, or is named by a source word without a comma."""
    return (
        _updating(report, figure, sentence)
        or _vouched(report, figure, sentence)
        or _named_without_comma(report, figure, sentence)
    )


def _updating(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who stands right before what brings a count up to date: `Dinas X memperbarui jumlah korban dari 9 menjadi 11`."""
    at = max(sentence[0], figure.start - MAX_PHRASE)
    *_, match = (None, *report.lex.sources.updates.finditer(report.text, at, figure.start))
    named = between(report.mentions, sentence[0], match.start()) if match else ()
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and match and last[1] == match.start() else None


def _vouched(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Who stands right before a verb that vouches for what the number counts: `Camat Kalimas, Rato, membenarkan adanya 4 korban`."""
    at = max(sentence[0], figure.start - VOUCHED_REACH)
    *_, match = (None, *report.lex.sources.vouches.finditer(report.text, at, figure.start))
    if match is None or _ENDS_CLAUSE.search(report.text, match.end(), figure.start):
        return None
    named = between(report.owners, sentence[0], match.start())
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and last[1] == match.start() else None


def _named_without_comma(report: Report, figure: Figure, sentence: tuple[int, int]) -> Words | None:
    """Whom a source word names in the figure's clause: `desa yang menurut Rato dihuni 12 orang`, `Dikutip dari Harian Lontar dua bus …`."""
    at = max(sentence[0], figure.start - MAX_PHRASE)
    for start, end, words in reversed(between(report.owners, at, figure.start)):
        named = report.lex.sources.names_source.search(report.text, max(at, start - SOURCE_WORD), start)
        if named and report.text[end : end + 1] == " " and not _ENDS_CLAUSE.search(report.text, end, figure.start):
            return words, start, end
    return None


def admitting(report: Report, figure: Figure, own: Statement) -> Words | None:
    """Who is told by another to admit what the number counts: `“Pelaku mengaku mengambil 4 motor,” kata Rato`."""
    at = max(own.start, figure.start - MAX_PHRASE)
    recorded = _recording(report, figure, at)
    if recorded is not None:
        return recorded
    if report.lex.sources.admitted.search(report.text, at, figure.start) is None:  # most
        return None
    *_, match = (None, *report.lex.sources.admits.finditer(report.text, at, figure.start))
    if match is None or _ENDS_SENTENCE.search(report.text, match.end(), figure.start):
        return None
    start, end = match.span("source")
    if end > start:
        return match["source"], start, end
    named = between(report.owners, at, match.start())
    last = max(named, key=lambda m: (m[1], -m[0]), default=None)
    return (last[2], last[0], last[1]) if last and last[1] == match.start() else None


def _recording(report: Report, figure: Figure, at: int) -> Words | None:
    """Who is told by another to have recorded the count that stands right behind: `“Dinas Pasar mencatat 12 korban,” kata Rato`.

    What a body records as its own is no such count (`mencatat laba Rp 12 miliar`), and who speaks as one of it tells it himself.
    """
    if report.lex.sources.recorded.search(report.text, at, figure.start) is None:  # most
        return None
    *_, match = (None, *report.lex.sources.records.finditer(report.text, at, figure.start))
    if match is None or report.text[match.end() : figure.start].strip():
        return None
    start, end = match.span("source")
    if end > start:
        return match["source"], start, end
    named = [m for m in between(report.bodies, at, match.start()) if m[1] == match.start()]
    if not named or report.lex.sources.we.search(report.text, max(at, named[0][0] - SOURCE_WORD), named[0][0]):
        return None
    return named[0][2], named[0][0], named[0][1]
