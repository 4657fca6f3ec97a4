"""Where names stand: titles, heads, known names and runs of capitalised words, read left to right, once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from runut.reading.names.lexicon import Known, Lexicon
from runut.reading.names.words import Word

_AGE = re.compile(r" ?\((\d{1,3})(?:[ -]?(?:tahun|thn|th))?\s?[),]|, (?:usia )?(\d{2})(?: tahun)?,")
_BRACKET = re.compile(r" ?\(([^()\n]{2,60})\)")
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z0-9/&-]{1,14}(?: [A-Z]{2,12}| 88)?")
_INITIALS = re.compile(r"[A-Z]{1,3}")
_DEGREES = re.compile(
    r"(?:,? (?:S|M|A|Sp|SE|SH|MH|MM|MT|ST|Ph)\.[A-Za-z.]{1,8}| ?, ?(?:SH|MH|SE|ST|MM|MT|MSi|SIK|S\.?IK|PhD)\b\.?){1,5}"
)
_ROMAN = re.compile(r"[IVX]{1,5}")
# Shapes of Indonesian derived nouns and verbs; no personal name in the measured 300 articles has one of five letters or more.
_DERIVED = re.compile(
    r"(?:ke|pe[mnlr]?|peng|peny|per)\w{3,}an|(?:me[mnlr]?|meng|meny|di|ber|ter|memper|diper)\w{3,}(?:kan|i|nya)"
    r"|(?:meng|meny|mem|men|ber|ter)[a-z]{4,}|\w{3,}(?:nya|lah|kah|isasi|itas|ologi)|di[a-z]{5,}"
)
_MAX_RUN = 8
_ENGLISH_JOINERS = frozenset({"of", "for", "on", "and", "the"})


@dataclass(slots=True)
class Spot:
    """A stretch of words that names something; `core` is the name without titles and brackets, `key` its normal form."""

    first: int
    last: int
    start: int
    end: int
    core: str
    type: str | None
    rule: str
    weight: float
    role: str | None = None
    outer: int | None = None
    signs: list[tuple[str, str, float]] = field(default_factory=list)
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A title with what it is of, without its holder: `Presiden Kalimas`."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Found:
    spots: list[Spot] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    same: list[tuple[str, str, str]] = field(default_factory=list)
    """Pairs of cores that the text itself says are one, with the reason."""


class Spotter:
    """One reading of the words of a view."""

    def __init__(self, text: str, words: tuple[Word, ...], lexicon: Lexicon) -> None:
        self.text, self.words, self.lex = text, words, lexicon
        self.found = Found()
        self.small = {w.low for w in words if not w.capital}
        self.runs = self._plain_runs()
        self.after_place_word = {
            words[k].low
            for k in range(1, len(words))
            if words[k].capital and words[k - 1].low in {"di", "ke", "kabupaten", "kota", "kecamatan", "desa", "warga"}
        }

    def read(self) -> Found:
        """All spots of the words."""
        at = 0
        while at < len(self.words):
            at = self._step(at)
        return self.found

    def _step(self, at: int) -> int:
        for rule in (self._initials, self._title, self._org, self._place, self._known, self._plain):
            end = rule(at)
            if end is not None and end > at:
                return end
        return at + 1

    # --- helpers

    def _joined(self, k: int) -> bool:
        """Whether word `k` goes on without a break after word `k - 1`: a space, or the stop of an abbreviation or initial."""
        if k <= 0 or k >= len(self.words):
            return False
        word, before = self.words[k], self.words[k - 1]
        if word.opens:
            return False
        if word.gap == " ":
            return True
        return word.gap in (". ", ".") and (
            before.low in self.lex.abbreviations
            or (len(before.text) <= 2 and before.text[0].isupper())
            or "." in before.text
        )

    def _ordinary(self, word: Word) -> bool:
        """Whether the word, capitalised or not, is no name by itself."""
        if word.upper and len(word.text) < 6:
            return self.lex.ordinary.get(word.low) in ("calendar",) or word.low in ("dan", "di", "ke", "yang")
        return word.low in self.lex.ordinary or _DERIVED.fullmatch(word.low) is not None

    def _name_word(self, k: int) -> bool:
        """Whether word `k` can be inside a personal or plain name."""
        word = self.words[k]
        if not word.capital or word.text[0].isdigit():
            return False
        kind = self.lex.ordinary.get(word.low)
        if kind in ("function", "calendar") and word.low not in self.lex.given:
            return False
        return not (
            _DERIVED.fullmatch(word.low)
            and word.low not in self.lex.given
            and (word.low in self.small or len(word.low) > 8)
        )

    def _plain_runs(self) -> Counter[str]:
        """How often each maximal run of capitalised words stands in the text, in small letters."""
        runs: Counter[str] = Counter()
        k, n = 0, len(self.words)
        while k < n:
            if not self.words[k].capital or (self.words[k].opens and self._ordinary(self.words[k])):
                k += 1
                continue
            end = k + 1
            while end < n and self._joined(end) and self.words[end].capital:
                end += 1
            runs[" ".join(w.low for w in self.words[k:end])] += 1
            k = end
        return runs

    def _stops(self, k: int) -> bool:
        """Whether another name or title starts at word `k`, so that a plain run ends before it."""
        word = self.words[k]
        known = self.lex.known.match(self.words, k)
        if known and not known[1].also and (known[1].table in ("countries", "acronyms") or known[0] - k > 1):
            return True
        if word.upper:
            return False
        title = self.lex.titles.match(self.words, k)
        if title and title[1].kind not in ("honorific", "suffix") and word.low not in self.lex.given:
            return True
        return bool(self.lex.org_heads.match(self.words, k) or (self.lex.place_heads.match(self.words, k)))

    def _run(self, at: int, most: int = _MAX_RUN, loose: bool = False) -> int:
        """The end of the run of name words from `at` on (`at` itself when there is none)."""
        n = len(self.words)
        if at >= n or not self._name_word(at):
            return at
        k = at + 1
        while k < n and k - at < most and self._joined(k):
            word = self.words[k]
            if self._name_word(k) and (loose or not self._stops(k)):
                k += 1
            elif (
                (word.low in self.lex.joiners or (word.low in _ENGLISH_JOINERS and not word.capital))
                and k + 1 < n
                and self._joined(k + 1)
                and self._name_word(k + 1)
                and not self._stops(k + 1)
            ):
                k += 2
            elif word.capital and word.low in _ENGLISH_JOINERS:
                k += 1
            else:
                break
        return k

    def _core(self, first: int, last: int) -> str:
        return " ".join(w.text for w in self.words[first:last])

    def _add(self, first: int, last: int, type_: str | None, rule: str, weight: float, **more: object) -> Spot:
        start, end = self.words[first].start, self.words[last - 1].end
        spot = Spot(first, last, start, end, self._core(first, last), type_, rule, weight)
        for name, value in more.items():
            setattr(spot, name, value)
        self.found.spots.append(spot)
        return spot

    # --- rules

    def _initials(self, at: int) -> int | None:
        """`MS (34)`: a suspect's initials."""
        word = self.words[at]
        if _INITIALS.fullmatch(word.text) and (
            _AGE.match(self.text, word.end) or (at and self.words[at - 1].low in ("berinisial", "inisial"))
        ):
            self._add(at, at + 1, "PER", "initials", 5)
            return at + 1
        return None

    def _title(self, at: int) -> int | None:
        """Offices, ranks and forms of address, what they are of, and the name that follows."""
        match = self.lex.titles.match(self.words, at)
        if not match:
            return None
        word = self.words[at]
        if match[1].kind == "suffix" or (
            not word.capital and not match[1].small and word.low not in ("dr", "drg", "dokter", "apt")
        ):
            return None
        if (
            word.upper
            and match[1].form.isupper() is False
            and len(word.text) < 4
            and match[1].kind == "honorific"
            and word.text not in ("KH", "RM")
        ):
            return None
        pos, of, office, strong = at, False, False, False
        while pos < len(self.words) and (pos == at or self._joined(pos) or self._bracketed_suffix(pos)):
            match = self.lex.titles.match(self.words, pos)
            if (
                match
                and (self.words[pos].capital or match[1].small or self.words[pos].low in ("dr", "drg"))
                and not (match[1].kind == "suffix" and pos == at)
            ):
                kind = match[1].kind
                strong = strong or kind in ("rank", "honorific")
                office = office or kind not in ("rank", "honorific", "suffix")
                pos = match[0]
                if kind in ("rank", "honorific", "suffix"):
                    continue
                after = self._complement(pos, kind)
                of = of or after > pos
                pos = after
                continue
            break
        end = self._person(pos) if pos < len(self.words) and self._joined_after_title(pos) else pos
        if end > pos:
            self._add(
                pos, end, "PER", "titled", 5 if strong or of else 3, role=self._raw(at, pos), outer=self.words[at].start
            )
            return end
        if of and office:
            self.found.offices.append(Office(at, pos, self.words[at].start, self.words[pos - 1].end))
        return pos if pos > at else None

    def _raw(self, first: int, last: int) -> str:
        """The text of the words, with a stop that belongs to the last."""
        end = self.words[last - 1].end
        return self.text[self.words[first].start : end + (self.text[end : end + 2] == ". ")].strip(" .")

    def _bracketed_suffix(self, pos: int) -> bool:
        match = self.lex.titles.match(self.words, pos)
        return self.words[pos].gap in (" (", ". (") and match is not None and match[1].kind == "suffix"

    def _joined_after_title(self, pos: int) -> bool:
        return self._joined(pos) or (self.words[pos].gap in (") ", ".) ", ". ") and not self.words[pos].opens)

    def _complement(self, pos: int, kind: str) -> int:
        """The end of what an office is of: portfolio words, an organisation, places."""
        at = pos
        while pos < len(self.words) and self._joined(pos):
            if kind in ("portfolio", "body", "territory"):
                portfolio = self._portfolio(
                    pos, small=kind == "portfolio" and not self.words[pos - 1].capital or kind == "portfolio"
                )
                if portfolio > pos:
                    pos = portfolio
                    continue
            end = self._org(pos, in_title=True) or self._place(pos, in_title=True) or self._known(pos, in_title=True)
            if end is None:
                people = self.lex.peoples.match(self.words, pos)
                end = people[0] if people and self.words[pos].capital else None
            if end is None and self.words[pos].low == "di" and pos + 1 < len(self.words) and self._joined(pos + 1):
                place = self._place(pos + 1, in_title=True) or self._known(pos + 1, in_title=True)
                if place and place < len(self.words) and self._joined(place) and self.words[place].capital:
                    end = place
            if end is None and kind == "territory" and pos == at:
                end = self._territory(pos)
            if end is None:
                break
            pos = end
        return pos

    def _portfolio(self, pos: int, small: bool = False) -> int:
        """The end of a run of words that name what an office deals with: `Energi dan Sumber Daya Mineral`."""
        n, end = len(self.words), pos
        while end < n and (end == pos or self._joined(end) or self.words[end].gap == ", "):
            word = self.words[end]
            listed = self.words[end].gap == ", " and end > pos
            proper = word.capital or small
            if (
                word.low in ("dan", "serta", "bagi", "untuk")
                and end > pos
                and end + 1 < n
                and self._is_portfolio(end + 1, small)
            ):
                end += 2
            elif proper and self._is_portfolio(end, small) and (not listed or self._listed(end, small)):
                end += 1
            else:
                break
        return end

    def _listed(self, at: int, small: bool) -> bool:
        """Whether a comma inside an office's name goes on to an `dan` (`Meteorologi, Klimatologi, dan Geofisika`)."""
        for k in range(at + 1, min(at + 6, len(self.words) - 1)):
            if self.words[k].low == "dan":
                return self._is_portfolio(k + 1, small) and self.words[k + 1].capital
            if not self._is_portfolio(k, small):
                return False
        return False

    def _is_portfolio(self, k: int, small: bool) -> bool:
        word = self.words[k]
        if not (word.capital or small):
            return False
        if word.low in self.lex.given and word.low not in self.small and self.lex.ordinary.get(word.low) != "portfolio":
            return False
        if self.lex.ordinary.get(word.low) == "portfolio" or _ROMAN.fullmatch(word.text):
            return not (word.low == "indonesia" and not word.capital)
        return word.capital and bool(_DERIVED.fullmatch(word.low)) and not word.upper

    def _territory(self, pos: int) -> int | None:
        """An unknown word after an office of a territory is its place, unless it looks like the holder's name."""
        end = self._run(pos)
        count = end - pos
        if not count:
            return None
        low = [w.low for w in self.words[pos:end]]
        for split in range(1, min(count, 3)):
            rest = " ".join(low[split:])
            place, person = " ".join(low[:split]), low[split]
            if low[0] in self.lex.given and low[0] not in self.after_place_word:
                break
            if (
                person in self.lex.given
                or self.runs[rest]
                or self.runs[person]
                or (low[0] in self.after_place_word and not self.runs[" ".join(low)])
            ):
                self._place_spot(pos, pos + split, "GPE", "office-place", 3)
                return pos + split
            if self.runs[place]:
                self._place_spot(pos, pos + split, "GPE", "office-place", 2)
                return pos + split
        if low[0] in self.after_place_word and low[0] not in self.lex.given:
            self._place_spot(pos, pos + 1, "GPE", "office-place", 3)
            return pos + 1
        after = self.words[end] if end < len(self.words) else None
        if (
            after is not None
            and after.gap == ", "
            and (self.lex.titles.match(self.words, end) or after.capital)
            and count <= 2
            and low[0] not in self.lex.given
        ):
            self._place_spot(pos, end, "GPE", "office-place", 3)
            return end
        return None

    def _place_spot(self, first: int, last: int, type_: str, rule: str, weight: float) -> None:
        self._add(first, last, type_, rule, weight)

    def _person(self, pos: int) -> int:
        """The end of a personal name at `pos`, with the known places after it left out; `pos` when there is none."""
        word = self.words[pos]
        if not word.capital or (word.upper and len(word.text) > 3 and not self._all_caps_name(pos)):
            return pos
        known = self.lex.known.match(self.words, pos)
        if known and not known[1].also and known[1].table != "places":
            return pos
        if self.lex.org_heads.match(self.words, pos) or (
            self.lex.place_heads.match(self.words, pos) and word.low not in self.lex.given
        ):
            return pos
        return self._run(pos)

    def _all_caps_name(self, pos: int) -> bool:
        """A name printed in capitals throughout, as in `Kapolres RINI WIJAYANTI`."""
        return (
            pos + 1 < len(self.words)
            and self._joined(pos + 1)
            and self.words[pos + 1].upper
            and len(self.words[pos + 1].text) > 3
        )

    def _org(self, at: int, in_title: bool = False) -> int | None:
        """An organisation by its head word."""
        match = self.lex.org_heads.match(self.words, at)
        if not match:
            return None
        end, head = match
        word = self.words[at]
        if (
            not word.capital
            and not head.small
            and not (head.kind == "office" and word.low in ("kementerian", "departemen", "dinas", "badan"))
        ):
            return None
        if end >= len(self.words):
            return None
        if head.kind in ("government", "force"):
            return self._of_country(at, end, head.kind)
        known = self.lex.known.match(self.words, at)
        if known and known[0] > end and known[1].table == "acronyms":
            return None
        body = (
            self._portfolio(end, small=not word.capital or head.form in ("Kementerian", "Departemen"))
            if head.kind in ("office", "body", "seat", "school")
            else end
        )
        if body > end and not self._joined(end):
            body = end
        short, body_end, after = None, body, body
        if body > end:
            short, after = self._bracketed(body)
        else:
            short, after = self._bracketed(end)
        tail = self._tail(after, head.kind, body > end, in_title)
        last = max(tail, body)
        if short is None and last > body:
            short, after2 = self._bracketed(last)
            if short:
                body_end, after = last, after2
                tail = last
        bare = last == end and body == end
        if bare and short is None:
            return None
        if (
            not word.capital
            and not (last > end and self.words[last - 1].capital)
            and self.lex.ordinary.get(self.words[last - 1].low) != "portfolio"
        ):
            return None
        stop = max(after if short else 0, last)
        whole = self._add(at, stop, "ORG", f"org-head:{head.form}", 6)
        name = self._core(at, body_end) if short else self._core(at, last)
        suffix = self._core(after, last) if short and last > after else ""
        whole.core = f"{name} {suffix}".strip()
        if short:
            whole.end = max(whole.end, self._bracket_end(body_end)) if stop == after else whole.end
            self._add(at, body_end, "ORG", "acronym-defined", 5)
            self.found.same.append((whole.core, self._core(at, body_end), "its name without the place"))
            first, past = short
            self._add(first, past, "ORG", "acronym-defined", 5)
            self.found.same.append((whole.core, self._core(first, past), "acronym given in brackets"))
        elif body > end and last > body:
            self._add(at, body, "ORG", "org-without-place", 0)
        return stop

    def _bracketed(self, at: int) -> tuple[tuple[int, int] | None, int]:
        """A short form in brackets before word `at`: its words and the word after it."""
        if at >= len(self.words) or not self.words[at].gap.endswith(" ("):
            return None, at
        match = _BRACKET.match(self.text, self.words[at - 1].end)
        if not match or not _SHORT_FORM.fullmatch(match[1]):
            return None, at
        end = at
        while end < len(self.words) and self.words[end].end <= match.end():
            end += 1
        return (at, end), end

    def _bracket_end(self, at: int) -> int:
        match = _BRACKET.match(self.text, self.words[at - 1].end)
        return match.end() if match else 0

    def _tail(self, at: int, kind: str, has_body: bool, in_title: bool) -> int:
        """The end of the name or place that follows an organisation's head."""
        if at >= len(self.words) or not (self._joined(at) or self.words[at].gap == ") "):
            return at
        word = self.words[at]
        if not word.capital:
            if word.low == "di" and kind == "hospital" and has_body:
                return self._where(at + 1) or at
            return at
        place = self._place(at, in_title=True) or self._known_place(at)
        if kind in ("office", "seat"):
            if place:
                return place
            known = self.lex.known.match(self.words, at)
            if known and known[1].type == "ORG":
                self._known(at, in_title=True)
                end = known[0]
                return self._tail(end, "seat", True, in_title) if end < len(self.words) else end
            if word.upper and not in_title and len(word.text) < 8:
                end = at + 1
                return self._tail(end, kind, True, in_title) if end < len(self.words) else end
            if word.upper and len(word.text) < 8:
                return self._tail(at + 1, kind, True, in_title)
            end = self._run(at, 3)
            if in_title:
                return self._split_org(at, end)
            return end
        if place and kind in ("hospital", "company", "media"):
            end = place
            more = self._run(end, 3) if end < len(self.words) and self._joined(end) and not in_title else end
            if kind == "hospital" and more < len(self.words) and self.words[more].low == "di" and self._joined(more):
                return self._where(more + 1) or more
            return more
        end = self._run(at, loose=True)
        if in_title:
            end = self._split_org(at, end)
        if kind == "hospital" and end < len(self.words) and self.words[end].low == "di" and self._joined(end):
            return self._where(end + 1) or end
        return end

    def _where(self, at: int) -> int | None:
        """`di Kalimas` after a hospital: the place, if known."""
        if at >= len(self.words) or not self._joined(at):
            return None
        end = self._place(at, in_title=True) or self._known_place(at)
        if (
            end
            and end < len(self.words)
            and self.words[end].low in ("utara", "selatan", "timur", "barat")
            and self._joined(end)
        ):
            end += 1
        return end

    def _known_place(self, at: int) -> int | None:
        match = self.lex.known.match(self.words, at)
        if match and match[1].type != "ORG" and self.words[at].capital:
            return self._known(at, in_title=True)
        return None

    def _split_org(self, at: int, end: int) -> int:
        """Where the organisation ends and its officer's name begins, in a run that may hold both."""
        low = [w.low for w in self.words[at:end]]
        for k in range(len(low)):
            rest = " ".join(low[k:])
            if k and (self.runs[rest] or self.runs[low[k]] and low[k] not in self.small):
                return at + k
            if low[k] in self.lex.given and not (k == 0 and self.runs[low[0]] == 0 and len(low) > 3):
                return at + k
        if self.runs[" ".join(low)] > 0 or len(low) < 3:
            return end if low and low[0] in self.after_place_word else (at if len(low) == 2 else end)
        return end - 2

    def _of_country(self, at: int, end: int, kind: str) -> int | None:
        """`pasukan Kalimas`, `pemerintah Kalimas`: with a known country or people."""
        if not self._joined(end) or not self.words[end].capital:
            return None
        pos = end
        match = self.lex.known.match(self.words, pos)
        people = self.lex.peoples.match(self.words, pos)
        if match and match[1].table == "countries":
            last, country = match[0], match[1].name
            self._known(pos, in_title=True)
        elif people:
            last, country = people
        else:
            return None
        if kind == "government":
            spot = self._add(at, last, "GPE", "government-of", 5)
            spot.core = country
        else:
            spot = self._add(at, last, "ORG", "force-of", 5)
        return last

    def _place(self, at: int, in_title: bool = False) -> int | None:
        """A place by its head word: `Kabupaten Kalimas`, `Gunung Kalimas`."""
        match = self.lex.place_heads.match(self.words, at)
        if not match:
            return None
        end, type_ = match
        if end >= len(self.words) or not self._joined(end) or not self.words[end].capital:
            return None
        if self.lex.known.match(self.words, at) and (self.lex.known.match(self.words, at) or (0,))[0] > end:
            return None
        known = self.lex.known.match(self.words, end)
        if known and known[1].type != "ORG":
            last = known[0]
        elif self._ordinary(self.words[end]) and self.lex.ordinary.get(self.words[end].low) != "portfolio":
            return None
        else:
            last = self._run(end, 2 if in_title and type_ == "GPE" else 4)
            if in_title and last - end == 2 and self.words[end + 1].low in self.lex.given:
                last = end + 1
            if type_ == "GPE" and last - end > 2:
                last = end + 2
        if last == end:
            return None
        if not self.words[at].capital:
            self._add(end, last, type_, f"place-head:{self.words[at].low}", 4)
            return last
        self._add(at, last, type_, f"place-head:{self.words[at].low}", 6)
        if type_ == "GPE":
            self._add(end, last, type_, "place-in-head", 1)
            self.found.same.append((self._core(at, last), self._core(end, last), "the place without its head word"))
        return last

    def _known(self, at: int, in_title: bool = False) -> int | None:
        """A place, country or organisation that the tables know."""
        word = self.words[at]
        match = self.lex.known.match(self.words, at)
        if not match or not word.text[0].isupper() and not match[1].form[0].islower():
            return None
        end, known = match
        if known.form.isupper() and len(known.form) < 7 and not word.upper:
            return None
        if not known.form.isupper() and word.upper and len(word.text) < 4:
            return None
        follows = end < len(self.words) and self._joined(end) and self._name_word(end) and not self._stops(end)
        if follows and not in_title:
            run = self._run(at, loose=True) if known.table == "countries" else self._run(end)
            if run > end and any(w.low in self.lex.org_words for w in self.words[end:run]):
                self._add(at, run, "ORG", "org-word", 4)
                return run
            if (
                known.also
                or known.table == "places"
                and known.type == "GPE"
                and end - at == 1
                and not self._place_evidence(at)
            ):
                return None
        if known.also and not in_title and not self._place_evidence(at) and at and word.opens:
            return None
        self._add(at, end, known.type, f"known:{known.table}", 2.5 if known.also else 5, known=known)
        if known.type == "ORG":
            short, after = self._bracketed(end)
            if short:
                self._add(*short, "ORG", "acronym-defined", 5)
                self.found.same.append((self._core(at, end), self._core(*short), "acronym given in brackets"))
                return after
        return end

    def _place_evidence(self, at: int) -> bool:
        return at > 0 and self.words[at - 1].low in {"di", "ke", "dari", "warga", "asal"} and not self.words[at].opens

    def _plain(self, at: int) -> int | None:
        """A run of capitalised words that no table knows."""
        word = self.words[at]
        if not self._name_word(at):
            return None
        given = word.low in self.lex.given
        if not given and self._ordinary(word) and not word.upper:
            return None
        end = self._run(at)
        if end == at:
            return None
        if word.opens and not given and word.low in self.small:
            if end - at == 1:
                return None
            at += 1
        low = [w.low for w in self.words[at:end]]
        short, after = self._bracketed(end)
        signs: list[tuple[str, str, float]] = []
        type_, rule, weight = None, "capitals", 1.0
        if any(w in self.lex.org_words for w in low) and end - at > 1:
            type_, rule, weight = "ORG", "org-word", 4
        elif low[0] in self.lex.given:
            type_, rule, weight = "PER", "given-name", 3
        elif any(w in self.lex.joiners for w in low):
            type_, rule, weight = "PER", "name-joiner", 3
        elif end - at == 1 and word.upper and len(word.text) > 1:
            type_, rule, weight = "ORG", "capitals-only", 1.5
        elif end - at > 1:
            type_, rule, weight = "PER", "name-shape", 1.5
        if word.opens and end - at == 1 and weight < 2:
            weight = 0.4
        if _AGE.match(self.text, self.words[end - 1].end):
            signs.append(("PER", "age", 5))
        if short and self._spells(low, self._core(*short)):
            signs.append(("ORG", "acronym-defined", 5))
            self._add(*short, "ORG", "acronym-defined", 5)
            self.found.same.append((self._core(at, end), self._core(*short), "acronym given in brackets"))
        spot = self._add(at, end, type_, rule, weight)
        spot.signs += signs
        if short and len(signs) and signs[-1][1] == "acronym-defined":
            whole = self._add(at, after, "ORG", "acronym-defined", 5)
            whole.core, whole.end = spot.core, self._bracket_end(end)
        elif end - at == 1 and word.upper and self._explained(end):
            return self._explained(end)
        self._look_around(spot)
        return max(end, after if short and signs and signs[-1][1] == "acronym-defined" else end)

    def _explained(self, end: int) -> int | None:
        """`XYZ (Xa Yb Zc)`: the long form in brackets after the short one."""
        match = _BRACKET.match(self.text, self.words[end - 1].end)
        if not match or end >= len(self.words):
            return None
        last = end
        while last < len(self.words) and self.words[last].end <= match.end():
            last += 1
        low = [w.low for w in self.words[end:last]]
        if last - end > 1 and self._spells(low, self.words[end - 1].text):
            self._add(end, last, "ORG", "acronym-defined", 5)
            self.found.same.append((self._core(end - 1, end), self._core(end, last), "explained in brackets"))
            return last
        return None

    def _spells(self, low: list[str], short: str) -> bool:
        """Whether the letters of the short form stand in the words, in order, the first one first."""
        letters = re.sub(r"[^a-z]", "", short.lower())
        text = " ".join(low)
        if not letters or not text.startswith(letters[0]):
            return False
        at = -1
        for letter in letters:
            at = text.find(letter, at + 1)
            if at < 0:
                return False
        return True

    def _look_around(self, spot: Spot) -> None:
        """The words beside an unknown name that show what it is."""
        before = self.words[spot.first - 1] if spot.first and not self.words[spot.first].opens else None
        if before is not None and self.words[spot.first].gap in (" ", ' "', " '"):
            for type_ in self.lex.before.get(before.low, ()):
                spot.signs.append((type_, f"after:{before.low}", 2))
        if spot.last < len(self.words) and self.words[spot.last].gap == " ":
            for type_ in self.lex.after.get(self.words[spot.last].low, ()):
                spot.signs.append((type_, f"before:{self.words[spot.last].low}", 1.5))
