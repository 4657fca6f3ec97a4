"""What a number measures of which nothing is said: by its noun, its size, or the count before it."""

from __future__ import annotations

import re

from runut.reading.figures import articles
from runut.reading.figures.clause import MAX_SUBJECT, Clause, read_counted, right_end
from runut.reading.figures.gathered import is_pilgrimage, on_guard
from runut.reading.figures.judgement import Counted, Judgement
from runut.reading.figures.lists import are_hit
from runut.reading.figures.said_of import LEAST_EARNED, died
from runut.reading.figures.together import FATES

# A number without a noun counts something where it is as large as this, though nothing was counted before it.
LEAST_BARE = 100
# A bounded number without a noun counts something from this on.
LEAST_BOUNDED = 20
# A word for money stands so many characters at most before a sum without a currency.
MAX_TO_SUM = 40
# A word for the room of a place stands so many characters at most before how many it holds.
MAX_ROOM = 70
# Whose forces are counted stands so many characters at most behind them.
MAX_BODY = 60
_ENDS = re.compile(r"[,;.:()]")
_JOINED_TO = re.compile(r"(?: \w+)?(?:,| dan| serta|, dan|, serta) ")


def bare_noun(c: Clause) -> Judgement | None:
    """16. What a bare number of that noun measures; personnel are police or troops as the sentence names them."""
    counted = c.counted
    if counted.kind == "none" or (counted.kind == "unknown" and c.n.form == "vague"):
        return None
    if counted.head in c.lex.lives and c.n.low == 1:  # `keselamatan satu nyawa` is anybody's
        return None
    measure = counted.measure or "other"
    if counted.kind == "force":
        named = [m for m, words in c.lex.forces.items() if words.search(c.text, c.sentence.start, c.sentence.end)]
        phrase = c.text[counted.start : counted.end]
        own = any(words.search(phrase) for words in c.lex.forces.values())
        of_others = not own and len(phrase.split()) > len(
            counted.head.split()
        )  # `lima anggota band` near a police station
        paid = c.lex.payroll.search(c.text, c.sentence.start, c.n.begin)  # `gaji ke-13 bagi 12 personel Polri`
        if (
            len(named) > 1 and len(near := _of_their_own(c)) == 1
        ):  # `12 personel dari Polda Randu, delapan personel Kodim`
            named, of_others = near, False
        measure = named[0] if len(named) == 1 and not of_others and not paid else "other"
        if measure == "other" and not paid and on_guard(c):
            return c.judge("police", f"guard:{counted.head}")
    if measure == "affected" and died(c):
        measure = "killed"
    if measure == "participants" and c.lex.amounts.room.search(c.text, max(c.floor, c.n.begin - MAX_ROOM), c.n.begin):
        return c.judge("other", f"room:{counted.head}")
    if counted.kind == "house" and not are_hit(c):
        measure = "other"
    if measure == "other" and is_pilgrimage(c):
        return c.judge("participants", f"setting-out:{counted.head}")
    one = measure == "other" and c.n.form in ("words", articles.ARTICLE) and c.n.low == 1
    if (
        one and (c.n.begin == c.n.start or counted.kind == "unknown") and not (_is_one_piece(c) or _is_set_apart(c))
    ):  # `satu` is as good as an article
        return None
    return c.judge(measure, f"noun:{counted.head}")


def _of_their_own(c: Clause) -> list[str]:
    """Which forces are named right behind those counted, before the next mark or count."""
    end = min(c.limit, c.counted.end + MAX_BODY)
    mark = _ENDS.search(c.text, c.counted.end, end)
    end = mark.start() if mark is not None else end
    return [m for m, words in c.lex.forces.items() if words.search(c.text, c.counted.start, end)]


def _is_set_apart(c: Clause) -> bool:
    """Whether one is counted with or against others: `lima pria dan satu anak`, `satu tersangka lainnya`, `hanya satu orang`."""
    if c.counted.kind == "none":
        return False
    beside = c.last is not None and c.last[1].counted is not None and c.last[1].end >= c.sentence.start
    if beside and c.last is not None and _JOINED_TO.fullmatch(c.text, c.last[1].end, c.n.begin):
        return True
    if c.counted.kind == "unknown":
        return False
    if c.following is not None and c.lex.beside.fullmatch(c.text, c.counted.end, c.following.begin):
        return True
    only = c.lex.only.search(c.text, max(c.floor, c.n.begin - 24), c.n.begin)
    return only is not None or c.lex.rest.match(c.text, c.counted.end) is not None


def _is_one_piece(c: Clause) -> bool:
    """Whether one thing is counted as a piece: `satu unit ponsel`, `satu kantong jenazah`."""
    written = c.text[c.n.stop : c.n.stop + 24].lower().split(" ")
    kinds = {c.lex.nouns[w]["kind"] for w in written[1:2] if w in c.lex.nouns}
    return "unit-classifier" in kinds or c.counted.head in c.lex.pieces


def bare_fortune(c: Clause) -> Judgement | None:
    """17. Trillions and billions of nothing named are money: `jumlahnya kurang lebih 11 triliun`; so are millions that are earned."""
    if c.counted.kind in ("none", "unknown") and is_fortune(c):
        return Judgement("money", "measure:fortune", c.n.begin, c.n.stop)
    large = c.counted.kind == "none" and max(c.n.low or 0, c.n.high or 0) >= LEAST_EARNED
    near = max(c.floor, c.n.begin - MAX_TO_SUM)
    if large and any(c.lex.sum_of.search(c.text, near, end) for end in (c.n.begin, c.n.start)):  # `upah puluhan juta`
        return Judgement("money", "measure:sum", c.n.begin, c.n.stop)
    rated = large and c.lex.rated.match(c.text, c.n.stop)
    if rated and c.lex.earning.search(c.text, c.floor, c.n.begin):  # `bisa dapat dua sampai tiga juta per pekan`
        return Judgement("money", "measure:earned", c.n.begin, c.n.stop)
    return None


def on_the_way(c: Clause) -> Judgement | None:
    """18. The first of two counts of which the second names what is counted: `dari 366 menjadi 398 perjalanan`."""
    to = c.following
    if c.counted.kind != "none" or c.n.form != "digits" or to is None or to.form != "digits":
        return None
    if not c.lex.out_of.search(c.text[max(0, c.n.begin - 24) : c.n.begin]) or not c.lex.risen.fullmatch(
        c.text, c.n.stop, to.begin
    ):
        return None
    counted = read_counted(c.text, to.stop, right_end(c.text, to.stop, c.sentence), c.sentence.end, c.lex)
    if counted.kind in ("none", "never"):
        return None
    return Judgement(counted.measure or "other", f"measure:noun:{counted.head}", c.n.begin, c.n.stop, counted)


def bare_count(c: Clause) -> Judgement | None:
    """19. A count of whatever was counted last, right after a word that leads to a number: `yang kita dapat sekarang ada sembilan`."""
    if c.counted.kind != "none":
        return None
    if not c.lex.link.search(c.text[max(c.floor, c.n.begin - 24) : c.n.begin]):
        return _bounded(c)
    if c.n.low is None or c.n.low == 0 or not c.lex.ended.match(c.text, c.n.stop):
        return None
    last = c.last[1] if c.last is not None else None
    whole = last.counted if last is not None and not last.rule.endswith("kali") else None
    if last is None or whole is None:
        return Judgement("other", "measure:bare", c.n.begin, c.n.stop) if c.n.low >= LEAST_BARE else None
    if c.last is not None and c.last[0].start < c.sentence.start and last.measure in FATES and not _carries_on(c):
        return None
    some = Counted(c.n.stop, c.n.stop, whole.kind, whole.measure, whole.head)
    return Judgement(last.measure, "measure:bare", c.n.begin, c.n.stop, some, c.part)


def _carries_on(c: Clause) -> bool:
    """Whether a sentence goes on with the count before it: `Jumlah itu naik menjadi 18`; `Harga beras naik menjadi 12 ribu` does not."""
    begin = max(c.sentence.start, c.n.begin - MAX_SUBJECT)
    if c.lex.intro.search(c.text, begin, c.n.begin) or c.lex.there_is.search(
        c.text, max(begin, c.n.begin - 24), c.n.begin
    ):
        return True
    return c.lex.carrying_on.match(c.text, c.sentence.start, c.n.begin) is not None


def _bounded(c: Clause) -> Judgement | None:
    """A number of nothing named that bounds stand beside counts something: `kurang lebih hampir 100, gitu`."""
    bounded = c.n.begin < c.n.start or (c.n.low != c.n.high and c.n.form != "vague")
    if c.n.form != "digits" or not bounded or max(c.n.low or 0, c.n.high or 0) < LEAST_BOUNDED:
        return None
    return Judgement("other", "measure:bounded", c.n.begin, c.n.stop) if c.lex.ended.match(c.text, c.n.stop) else None


def is_fortune(c: Clause) -> bool:
    return c.lex.fortune.search(c.text, c.n.start, c.n.end) is not None
