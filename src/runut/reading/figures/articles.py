"""`seorang` where it counts one beside others: an article alone, a count in `dua penambang dan seorang polisi`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from runut.reading.figures.clause import MAX_BACK, PERSONAL, Clause
from runut.reading.figures.judgement import Judgement
from runut.reading.figures.lexicon import Lexicon
from runut.reading.figures.numerals import Numeral
from runut.text import View

# The kinds of nouns that people are counted by.
_PEOPLE = PERSONAL - {"none", "unknown"} | {"people-classifier"}
# How the numeral is written that such a word makes.
ARTICLE = "article"
# The count beside which it counts stands within so many characters.
MAX_BESIDE = 120
# A joiner, or a noun with its joiner, has so many characters at most.
JOINER, NOUN_JOINED = 24, 60


def with_articles(view: View, plain: Sequence[Numeral], lex: Lexicon) -> Sequence[Numeral]:
    """The numerals with the articles that are set beside one: joined to it (`… dan seorang polisi`) or joined by it (`seorang sopir dan
    delapan pelajar`). `Seorang di antaranya` counts nothing: readers take it for an article.
    """
    if not plain or not view.words.hold(lex.articles):
        return plain
    found = [(at, word) for at, word in view.words.find(lex.articles) if word in lex.articles]
    starts = [n.start for n in plain]
    ones = [
        Numeral(at, at + len(word), 1, 1, ARTICLE, at, at + len(word))
        for at, word in found
        if _is_beside(view, at, at + len(word), plain, starts, lex)
    ]
    return sorted([*plain, *ones], key=lambda n: n.start) if ones else plain


def _is_beside(view: View, at: int, end: int, plain: Sequence[Numeral], starts: Sequence[int], lex: Lexicon) -> bool:
    """Whether the words around an article set it beside a count."""
    text, k = view.text, bisect_left(starts, at)
    before = plain[k - 1].stop if k else -MAX_BACK - 1
    start, stop = view.sentence_at(at)
    if start <= before and at - before <= MAX_BESIDE and lex.beside_before.search(text, max(before, at - JOINER), at):
        return True
    after = plain[k].begin if k < len(plain) else stop
    return (
        end < after < stop and after - end <= NOUN_JOINED and lex.beside_after.fullmatch(text, end, after) is not None
    )


def is_told(c: Clause, told: Judgement) -> bool:
    """Whether an article that is set beside a number counts: those that the number counts are people, not years or houses.

    Of whom nothing is told, it counts one right beside others only: `dua saksi dan seorang ahli`, not `ditangkap, dan seorang saksi`.
    """
    if c.n.form != ARTICLE:
        return True
    if c.last is not None and c.lex.kin.search(c.text, max(0, c.last[0].begin - JOINER), c.last[0].begin):
        return False  # `ayah dua anak dan seorang petani` is one
    joins = _joins(c)
    if joins and told.measure != "other":
        return True
    whole = c.last[1].counted if c.last is not None else None
    if c.last is None or whole is None or whole.kind not in PERSONAL:
        return joins
    if c.last[0].start < c.sentence.start:
        return joins
    if c.lex.including.search(c.text, c.last[0].stop, c.n.begin):  # `20 orang, termasuk anak-anak dan seorang guru`
        return False
    return told.measure != "other" or (c.last[1].measure == "other" and c.last[1].end == whole.end)


def _joins(c: Clause) -> bool:
    """Whether an article is joined to a number of people behind it; of no houses (`seorang warga dan dua rumah hanyut`), and not told as
    what someone is or as who did it (`ditembak seorang polisi dan dua tentara`).
    """
    if c.following is None or c.lex.beside_after.fullmatch(c.text, c.n.end, c.following.begin) is None:
        return False
    noun = c.lex.noun.match(c.text, c.following.stop + 1)
    if noun is None or c.lex.nouns[noun[1].lower()]["kind"] not in _PEOPLE:
        return False
    return c.lex.of_doer.search(c.text, max(c.sentence.start, c.n.begin - JOINER), c.n.begin) is None
