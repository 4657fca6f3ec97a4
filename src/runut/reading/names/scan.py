"""One reading of an article's words: what was found so far, and the questions that all name rules ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import compress, repeat
from typing import Any

from runut.reading.names.lexicon import Head, Known, Lexicon, Title
from runut.reading.names.spots import Found, Spot
from runut.reading.names.words import Word

_BRACKETED = re.compile(r"\([ \n]?([^()\s][^()\n]{0,58}[^()\s])[ \n]?\)")
BRACKET = re.compile(f" ?{_BRACKETED.pattern}")
_CLOSING = re.compile(r"[ \n]?\)")
DOMAIN = re.compile(r"[\w-]{2,40}\.(?:com|co|id|net|org|tv|news|go)(?:\.id)?", re.I)
_AGE_CLASS = re.compile(r"[UKP]-?\d{2}")
ROMAN = re.compile(r"[IVX]{1,5}[A-D]?")
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z0-9/&-]{1,14}(?:\.? [A-Z]{2,12}| 88)?")
# What stands before a word that has its capital from the place: a sentence in a quotation is none of its own.
OPENING_GAPS = frozenset([" (", ". ", "! ", "? "])
# What may stand inside a firm's name before the word that closes it.
_FIRM_GAPS = frozenset([" & ", ", ", ". ", "., "])
_MAX_RUN = 8
# What is written together with a word that it stresses or asks of, of more letters than a name like `Makkah` has.
_PARTICLES, _STEM = ("lah", "kah"), 8
# A shorter word that opens a sentence is no name: `Nah`, `Wah`.
_NAME = 4
# No name has so many words (19 is the most in 12,575 articles); a text that is made to have one would cost its square.
_MOST_WORDS = 40


class Scan:
    """The words of an article, what stands in the tables at each, and what has been found; `usage.scanned` makes it."""

    def __init__(self, text: str, words: tuple[Word, ...], lexicon: Lexicon) -> None:
        self.text, self.words, self.lex = text, words, lexicon
        self.found = Found()
        behind = len(words) + 1  # behind the last word stands nothing, and a rule may look there
        self.titles: list[tuple[int, Title] | None] = [None] * behind
        self.heads: list[tuple[int, Head] | None] = [None] * behind
        self.places: list[tuple[int, str] | None] = [None] * behind
        self.known: list[tuple[int, Known] | None] = [None] * behind
        # the words side by side, since what one of many shows is found sooner so than in the word
        columns: Iterable[tuple[Any, ...]] = zip(*words, strict=True) if words else repeat((), len(Word._fields))
        self.texts: tuple[str, ...]
        self.lows: tuple[str, ...]
        self.gaps: tuple[str, ...]
        self.opens: tuple[bool, ...]
        self.is_capital: tuple[bool, ...]
        self.uppers: tuple[bool, ...]
        self.texts, self.lows, _, _, self.gaps, self.opens, self.is_capital, self.uppers = columns
        self.capitals = list(compress(range(len(words)), self.is_capital))
        self.small = {low for low, capital in zip(self.lows, self.is_capital, strict=True) if not capital}
        openers = lexicon.openers
        listed = [k for k, low in enumerate(self.lows) if low in openers and self._look_up(k, openers[low])]
        dotted = [k for k, low in enumerate(self.lows) if "." in low and DOMAIN.fullmatch(low)]
        self.openings = sorted({*self.capitals, *listed, *dotted})
        """The words at which a name or title may begin: those with a capital or in a table."""
        self._derived: dict[str, bool] = {}
        self._counts: dict[str, int] = {}
        self._shape_heads()
        self.defined = {m[1] for m in _BRACKETED.finditer(text) if _SHORT_FORM.fullmatch(m[1]) and m[1][-1].isupper()}
        # what the use of the words shows, once it is looked at
        self.headline = [False] * len(words)
        self.shaped: frozenset[str] = frozenset()
        self.speaking: frozenset[str] = frozenset()
        self.odd: frozenset[str] = frozenset()
        self.runs: Counter[str] = Counter()
        self.inner: set[str] = set()
        """The words that stand with a capital inside a sentence."""
        self.after_place_word: set[str] = set()
        self.spelt: dict[int, int] = {}
        """By the first word of a name whose letters a short form in brackets after it gives: the word after the name."""
        self.spelt_again: dict[int, int] = {}
        """The same where the name stands again."""
        self.made: dict[int, int] = {}
        """The same where the short form is made of the openings of the name's words."""
        self.parted: set[int] = set()
        """The first words of short forms of several words in brackets that a body's name makes."""
        self.parted_again: dict[int, int] = {}
        """By its first word, the word after each such short form outside brackets."""
        self.shorts: frozenset[str] = frozenset()
        """These short forms."""
        # what the rules note as they go
        self.vessels: set[str] = set()
        """The names of ships and trains, in small letters."""
        self.lettered: dict[str, Spot] = {}
        """By the letters in brackets behind a place of the tables: the place, whatever else the tables have for them."""
        self.tails: dict[str, list[tuple[int, int, str]]] = {}
        """By the short form in brackets inside a body's name: the words that follow it there, and the name."""

    # --- questions

    @cached_property
    def run_openers(self) -> frozenset[str]:
        """The first words of the runs of capitalised words."""
        return frozenset(run.split(" ", 1)[0] for run in self.runs)

    @cached_property
    def aged(self) -> frozenset[str]:
        """The words with a capital that an age follows."""
        return frozenset(
            self.words[k].low for k in self.capitals if self.lex.age.match(self.text, self.words[k].end) is not None
        )

    @cached_property
    def spelt_before(self) -> dict[int, int]:
        """By the word that a bracket with letters opens with: the first word of the name that they spell."""
        return {last: first for first, last in self.spelt.items()}

    def joined(self, k: int) -> bool:
        """Whether word `k` goes on without a break after the word before: a space, or the stop of an abbreviation or initial."""
        if not 0 < k < len(self.gaps):
            return False
        if self.gaps[k] == " " and not self.opens[k]:  # most
            return True
        before, word = self.words[k - 1], self.words[k]
        if word.capital and word.gap in _FIRM_GAPS and word.low in self.lex.org_words and before.capital:
            # `Kalimas Motor Co., Ltd.`, `Kalimas Pty. Ltd.`, `Wiraguna & Partners`
            led = before.low in self.lex.org_words if word.gap == ", " else self.lex.is_word(before.low, "legal-form")
            if self.lex.is_word(word.low, "partners" if word.gap == " & " else "legal-form") and (
                led or word.gap == " & "
            ):
                return True
        if word.opens:
            return False
        if word.gap.strip() == "/" and ROMAN.fullmatch(before.text):  # `Kodam XX/Kalimas`
            return True
        if before.low in self.lex.org_words and word.gap == ". " and word.low not in self.lex.org_words:
            return False  # `PT Kalimas Tbk. Kemarin …`
        abbreviated = before.low in self.lex.abbreviations or "." in before.text
        lettered = len(before.text) <= 2 and before.capital
        return word.gap in (". ", ".") and (abbreviated or (lettered and not self._ends_with_letter(k)))

    def _ends_with_letter(self, k: int) -> bool:
        """Whether the letter before word `k` is all that somebody is called by, and ends a sentence: `istri R. Warga …`."""
        if k < 2 or self.gaps[k - 1] != " " or not self.is_capital[k] or not self.is_opener(k):
            return False
        if self.lows[k] in self.lex.given:
            return False
        low = self.lows[k - 2]
        return not self.is_capital[k - 2] and any(self.lex.is_word(low, use) for use in ("suspect", "initials"))

    def joined_after_bracket(self, k: int) -> bool:
        """Whether word `k` has a capital and goes on right after a bracket that closes before it."""
        return k < len(self.words) and self.words[k].gap == ") " and self.words[k].capital

    def kind(self, k: int) -> str | None:
        """What ordinary word word `k` is: function, calendar, portfolio, common, derived, or None for what may be a name."""
        low = self.lows[k]
        if low in self.lex.given:
            return None
        listed = self.lex.ordinary.get(low)
        if listed:
            return None if listed == "portfolio" and self.uppers[k] and not self.headline[k] else listed
        if low.endswith(_PARTICLES) and len(low) > _STEM and not self.uppers[k]:  # `Pemerintahlah`
            stem = self.lex.ordinary.get(low[:-3])
            if stem:
                return stem
        if self.uppers[k] and len(self.texts[k]) < 6:
            return None
        if "-" in low:
            left, _, right = low.partition("-")
            if right.startswith(left):
                return "derived"
            if self.lex.ordinary.get(left) == self.lex.ordinary.get(right) == "calendar":  # `Januari-Mei`
                return "calendar"
        return "derived" if low not in self.shaped and self.is_derived(low) else None

    def is_derived(self, low: str) -> bool:
        """Whether a word has the shape of a derived noun or verb; an article asks it of a word many times."""
        derived = self._derived.get(low)
        if derived is None:
            derived = self._derived[low] = self.lex.is_derived(low)
        return derived

    def count(self, told: str) -> int:
        """How often these words stand in the text as they are."""
        count = self._counts.get(told)
        if count is None:
            count = self._counts[told] = self.text.count(told)
        return count

    def is_name_word(self, k: int, inside: bool = False) -> bool:
        """Whether word `k` can open a plain name, or, `inside`, go on with one."""
        if not self.is_capital[k] or self.texts[k][0].isdigit():
            return False
        low = self.lows[k]
        if len(low) == 1 and self.joined(k + 1) and self.words[k + 1].gap == ". ":  # `A. Kalimas`
            return self.words[k + 1].capital
        kind = None if low in self.speaking or low in self.odd else self.kind(k)
        if kind == "derived" and not inside and self._opens_place(k):
            return True
        roman = inside and self.texts[k].isupper() and ROMAN.fullmatch(self.texts[k])
        if roman and self.joined(k + 1):
            return not self.lex.is_word(self.lows[k + 1], "scale")  # `Kalimas III MMI`
        if kind is None or (inside and (low in self.lex.org_words or roman)):
            return True
        if not inside or kind in ("function", "calendar", "derived"):
            return False
        return low not in self.small and not self.headline[k]

    def is_opener(self, k: int) -> bool:
        """Whether word `k` may have its capital from the opening of a sentence: a word of the language, or one that the text has small."""
        low = self.words[k].low
        return low in self.small or low in self.lex.roots or self.lex.is_ordinary(low) or len(low) < _NAME

    def _opens_place(self, k: int) -> bool:
        """Whether a word of a derived noun's shape opens the name of a place: `di Babakan Lontar`, `Polsek Babakan Lontar`."""
        if not k or self.words[k].opens or self.headline[k] or not self.joined(k + 1):
            return False
        before, after = self.words[k - 1], self.words[k + 1]
        signed = self.lex.is_word(before.low, "toward") or self.lex.is_word(before.low, "place-sign")
        known = self.known[k - 1]
        led = signed or (known is not None and known[0] == k and known[1].table == "acronyms" and not before.upper)
        return led and after.capital and not after.upper and self.kind(k + 1) is None and not self.stops(k + 1)

    def stops(self, k: int) -> bool:
        """Whether another name or title starts at word `k`, so that a plain run ends before it."""
        known = self.known[k]
        if known and not known[1].also and (known[1].table in ("countries", "acronyms") or known[0] - k > 1):
            return True
        title = self.titles[k]
        if self.uppers[k]:
            if self.lex.is_word(self.lows[k], "hamlet") and self.joined(k + 1) and self.words[k + 1].text[0].isdigit():
                return True  # `Jalan Kalimas RT 03`
            return (title is not None and title[1].kind == "rank") or self._seats(k)
        if title and title[1].kind not in ("honorific", "suffix") and self.lows[k] not in self.lex.given:
            return True
        placed = self.places[k]
        ends = placed is not None and not (self.joined(placed[0]) and self.words[placed[0]].capital)
        head = self.heads[k]
        return (head is not None and self._heads(k, head)) or (
            placed is not None and not (ends and k and self.words[k - 1].capital)
        )

    def _heads(self, k: int, head: tuple[int, Head]) -> bool:
        """Whether a body may begin at word `k`: a force has its country behind it (`Museum Militer` is none)."""
        if head[1].kind != "force" or not k or not self.words[k - 1].capital:
            return True
        return self.joined(head[0]) and self.known[head[0]] is not None

    def _seats(self, k: int) -> bool:
        """Whether the short form of an office with its place behind begins at word `k`: `SIPP PN Kalimas`."""
        head = self.heads[k]
        if head is None or head[1].kind != "seat" or not self.joined(head[0]):
            return False
        known = self.known[head[0]]
        return known is not None and known[1].type == "GPE" and self.words[head[0]].capital

    def run(self, at: int, most: int = _MAX_RUN, titled: bool = False) -> int:
        """The end of the plain run of name words from `at` on (`at` itself when there is none); `titled`: after a title."""
        lows = self.lows
        if at >= len(lows) or not self.is_name_word(at, inside=titled):
            return at
        k, end = at + 1, min(at + most, len(lows))
        while k < end and self.joined(k):
            if (lows[k] in self.speaking and self.begins_name(at, k)) or self.is_degree(k):
                break
            if self.is_name_word(k, inside=True) and (not self.stops(k) or self._ends_english_name(k)):
                k += 1
            elif after := self.joins(k):
                k = after
            elif self._is_also_name(k) or self._is_month_name(k) or (k == at + 1 and self._is_surname(k)):
                k += 1
            elif self._is_initial(k):
                k += 2
            else:
                break
        return k

    def is_degree(self, k: int) -> bool:
        """Whether word `k` is a degree without its stops behind a name, another behind it or none: `Rini Wijayanti SPd MPd`."""
        text = self.texts[k]
        if not self.lex.is_word(self.lows[k], "degree") or (text[1:].islower() and len(text) < _NAME):
            return False
        return not self.joined(k + 1) or not self.is_capital[k + 1] or self.is_degree(k + 1)

    def _is_initial(self, k: int) -> bool:
        """Whether word `k` is an initial between two words of a name, or two: `Rini A Wijayanti`, `Rini DW Wijayanti`."""
        word = self.words[k]
        initial = word.capital and (
            len(word.text) == 1 or (word.upper and len(word.text) < 3 and self._is_given(k - 1))
        )
        return initial and self.joined(k + 1) and self.is_name_word(k + 1, inside=True) and not self.stops(k + 1)

    def _is_also_name(self, k: int) -> bool:
        """Whether word `k`, the word for a role, a month or a feast by itself, goes on with a person's name: `Rahmat Hakim`."""
        word, title = self.words[k], self.titles[k]
        if not word.capital or word.upper or self.headline[k]:
            return False
        if self.lex.is_word(word.low, "also-name"):
            return True
        if title is None or title[0] != k + 1 or word.low in self.small:
            return False
        short = title[1].kind == "body" and self._is_given(k - 1)  # `Rini Karo`, whatever short form of an office it is
        return (title[1].kind == "role" or short) and (not self.joined(k + 1) or not self.words[k + 1].capital)

    def _is_month_name(self, k: int) -> bool:
        """Whether a month that names persons, too, or a small word, stands between two words of a name: `Ratna Juli Wijayanti`."""
        word, before = self.words[k], self.words[k - 1]
        small = self.lex.is_word(word.low, "small-name") and not word.upper  # `Ratna Hari Wijayanti`
        if not word.capital or self.headline[k] or not (small or word.low in self.lex.months):
            return False
        named = before.low in self.lex.given or self.lex.is_word(before.low, "also-name")
        return (
            named
            and not self.known[k + 1]
            and self.joined(k + 1)
            and self.is_name_word(k + 1)
            and not self.stops(k + 1)
        )

    def _is_surname(self, k: int) -> bool:
        """Whether the name of a country is the last of a person's, after a given name or a word behind a rank that is no part of one:
        `Hasan Turki`, `Jenderal Wiragun Turki`; not `Jenderal Senior Turki`.
        """
        known = self.known[k]
        alone = not self.joined(k + 1) or not self.words[k + 1].capital
        if known is None or known[0] != k + 1 or known[1].table != "countries" or not alone:
            return False
        low = self.words[k - 1].low
        rank = self.titles[k - 2] if k > 1 else None
        if low in self.lex.given:
            return True
        if rank is None or rank[0] != k - 1 or rank[1].kind != "rank":
            return False
        return not (self.lex.is_ordinary(low) or low in self.lex.roots or self.lex.is_word(low, "english"))

    def _is_given(self, k: int) -> bool:
        return self.words[k].low in self.lex.given

    def opens_name(self, k: int) -> bool:
        """Whether what looks like a numeral opens a name: `I Made Rini`."""
        opener = self.lex.is_word(self.words[k].low, "name-opener") and self.joined(k + 1)
        return opener and self.words[k + 1].low in self.lex.given

    def opens_called(self, k: int) -> bool:
        """Whether two words that open names together stand at word `k`, though each is another alone: `Anak Agung Rini`."""
        if self.words[k].low not in self.lex.pair_openers or not self.words[k].capital:
            return False
        if not self.joined(k + 1) or not self.joined(k + 2):
            return False
        pair = f"{self.words[k].low} {self.words[k + 1].low}"
        return self.lex.is_word(pair, "name-pair") and self.words[k + 1].capital and self.words[k + 2].capital

    def past_common(self, at: int) -> int:
        """The end of the ordinary words with capitals that go on with a name by the order of birth: `I Wayan Dana`."""
        while self.joined(at) and self.words[at].capital and not self.words[at].upper and not self.headline[at]:
            head, title = self.heads[at] or self.places[at], self.titles[at]
            goes_on = head is not None and self.joined(head[0]) and self.words[head[0]].capital
            office = title is not None and title[1].kind not in ("honorific", "suffix", "role")
            small = self.lex.is_word(self.words[at].low, "headline") or self.kind(at) == "calendar"
            if small or self.known[at] or goes_on or office:
                break
            at += 1
        return at

    def begins_name(self, at: int, k: int) -> bool:
        """Whether a person's name begins at word `k` of a run from `at`, behind the name of a body: `XYZ Ratna Prawira`."""
        if self.words[k].low not in self.speaking:
            return False
        return any(
            (w.upper and len(w.text) > 2) or w.low in self.lex.org_words or self.lex.is_word(w.low, "foreign")
            for w in self.words[at:k]
        )

    def _ends_english_name(self, k: int) -> bool:
        """Whether word `k` is the last of a run and one that ends English names, though it heads Indonesian ones (`Bank`)."""
        last = not self.joined(k + 1) or not self.words[k + 1].capital
        return last and self.words[k].low in self.lex.org_words

    def joins(self, k: int) -> int:
        """The end of `bin Kalimas`, `von der Kalimas` at word `k`, 0 when it is none."""
        word = self.words[k]
        if word.low not in self.lex.joiners and (word.capital or not self.lex.is_word(word.low, "foreign")):
            return 0
        after = k + 1
        second = self.words[after] if self.joined(after) else None
        if second and not second.capital:
            after += second.low in self.lex.joiners or self.lex.is_word(second.low, "foreign")
        if self.joined(after) and self.is_name_word(after, inside=True) and not self.stops(after):
            return after + 1
        return self._past_country(k) if after == k + 1 else 0

    def _past_country(self, k: int) -> int:
        """The end of the country behind a small word and the word of an English body: `Times of India`; 0 when there is none."""
        known = self.known[k + 1]
        country = known is not None and known[1].table == "countries" and self.words[k + 1].capital
        return known[0] if known and country and self.words[k - 1].low in self.lex.org_words else 0

    def loose_run(self, at: int, most: int = _MAX_RUN) -> int:
        """The end of the run of capitalised words after an organisation's head, where ordinary words are at home."""
        n, k = len(self.words), at
        while k < n and k - at < most and (k == at or self.joined(k)):
            low = self.lows[k]
            if k > at and low in self.speaking:
                break
            if self.is_capital[k] and not self.lex.is_word(low, "outside") and self.lex.ordinary.get(low) != "calendar":
                title = self.titles[k]
                ruled = title is not None and title[1].kind in ("country", "portfolio", "territory")
                if title and ruled and not self.uppers[k] and not self._names_place(k, title[0]):
                    break
                k += 1
            elif k > at and (after := self._joins_loosely(k)):
                k = after
            else:
                break
        return k

    def _names_place(self, k: int, end: int) -> bool:
        """Whether a place of the tables goes on behind the office that it opens with: `Raja Ampat`."""
        known = self.known[k]
        return known is not None and known[0] > end

    def _joins_loosely(self, k: int) -> int:
        """The end of the capitalised word after a small one, or two (`of the`), inside an organisation's name; 0 when it is none."""
        low, after = self.words[k].low, k + 1
        foreign = self.lex.is_word(low, "foreign")
        if foreign and self.joined(after) and self.lex.is_word(self.words[after].low, "foreign"):
            after += 1
        if not self.joined(after) or not self.words[after].capital:
            return 0
        joint = self.lex.is_word(low, "and") and self.kind(after) is not None and not self._heads_another(after)
        return after + 1 if joint or foreign or low in self.lex.joiners else 0

    def _heads_another(self, k: int) -> bool:
        """Whether another body begins at word `k`: `Rumah Sakit Kalimas dan Rumah Sakit Lontar`."""
        head = self.heads[k]
        if head is None or not self.joined(head[0]) or not self.words[head[0]].capital:
            return False
        if self.lex.is_word(self.lows[k], "ministry"):  # `Dewan Lontar dan Kementerian Kalimas`
            return True
        return head[0] - k > 1 or head[1].kind in ("seat", "hospital", "company")

    def bracketed(self, at: int) -> tuple[int, int] | None:
        """The words of a short form in brackets right after word `at - 1`."""
        if at >= len(self.gaps) or "(" not in self.gaps[at] or self.gaps[at].lstrip() != "(":
            return None
        match = BRACKET.match(self.text, self.words[at - 1].end)
        if not match or not (at in self.parted or _SHORT_FORM.fullmatch(match[1])):
            return None
        return at, self.within(at, match.end())

    def past_class(self, end: int) -> int:
        """The word after the class of age of a team or cup at word `end`: `Timnas Kalimas U-23`."""
        return end + 1 if self.joined(end) and _AGE_CLASS.fullmatch(self.words[end].text) else end

    def within(self, at: int, end: int) -> int:
        """The first word from `at` on that ends after character `end`."""
        while at < len(self.words) and self.words[at].end <= end:
            at += 1
        return at

    def is_after_place_word(self, at: int) -> bool:
        """Whether `di`, `ke` and the like stand before word `at`."""
        return at > 0 and not self.opens[at] and self.lex.is_word(self.lows[at - 1], "toward")

    def core(self, first: int, last: int) -> str:
        """The words with single spaces."""
        return " ".join(self.texts[first:last])

    def raw(self, first: int, last: int) -> str:
        """The text of the words as the view has it."""
        return self.text[self.words[first].start : self.closed_end(first, last)]

    def closed_end(self, first: int, last: int) -> int:
        """Where the text of the words ends, with the bracket that closes after one opened inside."""
        start, end = self.words[first].start, self.words[last - 1].end
        inside = self.text[start:end]
        if inside.count("(") == inside.count(")"):
            return end
        closing = _CLOSING.match(self.text, end)
        return closing.end() if closing else end

    # --- findings

    def add(self, first: int, last: int, type_: str | None, rule: str, weight: float) -> Spot:
        """Note a spot of the words from `first` up to `last`, or of the first of them where no name has so many."""
        if last - first > _MOST_WORDS:
            last = first + _MOST_WORDS
        start, end = self.words[first].start, self.words[last - 1].end
        if rule == "org-word" and self.lex.is_word(self.words[last - 1].low, "venue"):
            type_, rule = "LOC", "place-word"
        spot = Spot(first, last, start, end, self.core(first, last), type_, rule, weight)
        self.found.spots.append(spot)
        return spot

    def same(self, how: str, a: Spot, b: Spot) -> None:
        """Note that two spots are one."""
        self.found.same.append((how, a.core, b.core))

    # --- once an article

    def _look_up(self, k: int, tables: frozenset[str]) -> bool:
        """Note what these tables have of a phrase that begins at word `k`; whether there is any."""
        words, lex, word = self.words, self.lex, self.words[k]
        if "titles" in tables:
            self.titles[k] = lex.titles.match(words, k)
        if "org_heads" in tables:
            head = lex.org_heads.match(words, k)
            if head and not (word.low in lex.given and not word.upper and head[1].form.isupper()):  # `Aji` is not AJI
                self.heads[k] = head
        if "place_heads" in tables:
            self.places[k] = lex.place_heads.match(words, k)
        known = lex.known.match(words, k) if "known" in tables else None
        if known:
            shouted = known[1].form.isupper() and not word.upper
            small = not word.capital and self._is_small_building(k, known)  # `kompleks Parlemen`
            if not shouted and (word.capital or small or known[1].form.startswith(word.text)):
                self.known[k] = known
        return (self.titles[k] or self.heads[k] or self.places[k] or self.known[k]) is not None

    def _is_small_building(self, k: int, known: tuple[int, Known]) -> bool:
        """Whether a known place has only the word for its building in small letters here."""
        own = self.words[k + 1 : known[0]]
        return (
            known[1].type == "LOC" and self.lex.is_word(self.words[k].low, "building") and all(w.capital for w in own)
        )

    def _shape_heads(self) -> None:
        """Words that no table has but that are made as the short names of offices are head a name: `Satresnarko Kalimas`."""
        words, ordinary, seats = self.words, self.lex.ordinary, self.lex.seats
        told = set(compress(self.lows, self.is_capital))
        shaped = {low for low in told if low not in ordinary and seats.fullmatch(low)}
        for k in self.capitals if shaped else ():
            if words[k].low in shaped and not (self.heads[k] or self.known[k] or self.titles[k]):
                self.heads[k] = k + 1, Head(words[k].text, "seat", False)


# The words of a rank before its short form in brackets are so many at most.
_RANK = 5


def is_rank(scan: Scan, at: int) -> bool:
    """Whether a rank's short form opens a bracket at word `at`, right behind the rank itself: `Komisaris Besar (Kombes)`."""
    title = scan.titles[at]
    if title is None or title[1].kind != "rank":
        return False
    before = (scan.titles[k] for k in range(max(at - _RANK, 0), at))
    return any(long is not None and long[0] == at and long[1].kind == "rank" for long in before)
