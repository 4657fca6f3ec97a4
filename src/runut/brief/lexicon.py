"""The words by which the lines at the top are chosen, compiled out of the tables of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from runut import lang
from runut.lang import Language
from runut.text.alternatives import any_of

# The tables that the words are taken from.
TABLES = (
    "brief_words",
    "check_words",
    "clash_words",
    "cues",
    "day_parts",
    "figure_words",
    "numbers",
    "pronouns",
    "relative_days",
    "series_words",
    "time_units",
    "units",
    "weekdays",
)
# A story told without the tables of a language has no words.
NO_LANGUAGE = Language("", {})
# What stands before a price or rate does so within so many characters.
PRICE_REACH = 45
# The cues of a saying that are no noun.
# Between all who were sought and that they are found stand so many words; so far before it stands what makes a wish or limit of it.
BETWEEN_FOUND, UNFOUND_REACH, LONGEST = 5, 30, 10
SAYING = ("verb", "root", "passive")


@dataclass(frozen=True, slots=True)
class BriefWords:
    """What the tables tell of the sentences that may be told."""

    found: re.Pattern[str]
    unfound: re.Pattern[str]
    none_yet: re.Pattern[str]
    """Nobody had counted the dead: overtaken where another report does."""
    shares_out: re.Pattern[str]
    """Opens the rest of a count that the sentence before told."""
    defines: re.Pattern[str]
    plans: re.Pattern[str]
    soon: re.Pattern[str]
    announces: re.Pattern[str]
    releases: re.Pattern[str]
    """What comes behind these says nothing yet (`merilis jadwal terbaru.`)."""
    nameless: re.Pattern[str]
    points: Mapping[bool, re.Pattern[str]]
    """What points to the sentence before, by whether there is none."""
    checks: re.Pattern[str]
    """The headline of a fact-check."""
    finds: re.Pattern[str]
    """What a fact-check finds."""
    caption: re.Pattern[str]
    """What stands under a picture."""
    asks: re.Pattern[str]
    grants: re.Pattern[str]
    only_said: re.Pattern[str]
    """Opens a sentence that only says where and to whom the one before was said."""
    pointed: re.Pattern[str]
    """A source that is only pointed to."""
    number: re.Pattern[str]
    """A number, a sum, a day; a year alone tells little."""
    degree: re.Pattern[str]
    """How badly people are hurt, where a count tells it."""
    degrees: Mapping[str, str]
    """The value of each: heavy or light."""
    priced: re.Pattern[str]
    per_unit: re.Pattern[str]
    leans: re.Pattern[str]
    acting: frozenset[str]
    time_behind: re.Pattern[str]
    recalled: re.Pattern[str]
    guessed: re.Pattern[str]

    def is_rate(self, before: str, behind: str) -> bool:
        """Whether a sum between two parts of its sentence is the price of one unit, or a rate of exchange.

        What it is one of stands so near before it, or what it buys right behind it (`Rp 900 per dolar`).
        """
        return bool(self.priced.search(before[-PRICE_REACH:]) or self.per_unit.match(behind))

    def points_back(self, sentence: str) -> bool:
        """Whether a sentence opens with what only the one before it explains: `Serangan udara itu …`, `Ia …`, `Akibatnya …`."""
        return self.leans.match(sentence) is not None

    def acts(self, cue: str) -> bool:
        """Whether a cue tells that its speaker promises, demands or orders something, and vouches for no count beside it."""
        return cue.lower() in self.acting

    def without_time(self, name: str) -> str:
        """A source's name without the words of time behind it."""
        return self.time_behind.sub("", name)

    def names_nobody(self, source: str) -> bool:
        """Whether a source only points to one that the report names elsewhere: `harian itu`; not `Bupati daerah ini`."""
        return self.pointed.fullmatch(source) is not None

    def recalls(self, sentence: str) -> bool:
        """Whether a sentence opens with a participle and tells what has gone on for long: background, no step of the story.

        `Menolak usul warga, dinas telah menutup jalan sejak …`; what one answers or says to have done is no background: `Menanggapi
        tudingan warga, dinas membantah sudah menutup jalan sejak …`.
        """
        return self.recalled.match(sentence) is not None

    def all_found(self, text: str) -> bool:
        """Whether a text tells that all who were sought are found: not that they are not yet, or will be."""
        return any(
            self.unfound.search(text, max(0, m.start() - UNFOUND_REACH - LONGEST), m.start()) is None
            for m in self.found.finditer(text)
        )

    def guesses(self, words: str) -> bool:
        """Whether words tell what is only thought likely: `kemungkinan meninggal`, `diperkirakan tewas`."""
        return self.guessed.search(words) is not None


@lru_cache(maxsize=8)
def load(code: str) -> BriefWords:
    """The words of a language by its code, for an account that is told again; none where there is no such language."""
    return (lang.load(code, TABLES) if code in lang.codes() else NO_LANGUAGE).derive(words_of)


class _Tables:
    """The words of a language by role and column, as parts of patterns."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.by_role: dict[str, list[str]] = defaultdict(list)
        for row in language.table("brief_words"):
            self.by_role[row["role"]].append(row["word"])

    def exact(self, *roles: str) -> str:
        """Any word of some roles, as it is written."""
        return any_of(word for role in roles for word in self.by_role[role])

    def of(self, *roles: str, more: Iterable[str] = ()) -> str:
        """Any word of some roles, or of `more`, in small or capital letters."""
        return any_of([*(word for role in roles for word in self.by_role[role]), *more], either_case=True)

    def column(self, table: str, name: str, **cells: str) -> list[str]:
        """The words of a column where the row's other cells are these."""
        return [r[name] for r in self._language.table(table) if all(r[key] == cell for key, cell in cells.items())]


def words_of(language: Language) -> BriefWords:
    """The words of the lines at the top; for `Language.derive`."""
    tables = _Tables(language)
    of, exact, column = tables.of, tables.exact, tables.column
    coming = column("relative_days", "form", days="1")
    currency = any_of(u.rstrip(".") for u in column("units", "unit", side="before", measure="money"))
    cues = [cue for kind in SAYING for cue in column("cues", "cue", kind=kind)]
    # of the grades by which series are told apart those of wounds: `luka berat`
    hurt = column("figure_words", "word", role="hurt")
    grades = {
        tuple(r["word"].partition(" ")[::2]): r["value"] for r in language.table("series_words") if r["role"] == "grade"
    }
    degrees = {how: value for (noun, how), value in grades.items() if noun in hurt}
    return BriefWords(
        found=re.compile(
            rf"\b{of('all')} {of('sought')}(?: (?!{of('which')}\b)[^\s.,;:]{{1,20}}){{0,{BETWEEN_FOUND}}} {of('found')}\b"
            rf"|\b{of('finding-last')} {of('sought')} {of('last')}\b|\b{of('sought')} {of('last')}(?: [^\s.,;:]{{1,20}})? {of('found')}\b"
        ),
        unfound=re.compile(rf"\b{of('unfound')}\b[^.;]{{0,{UNFOUND_REACH}}}$"),
        none_yet=re.compile(rf"\b{of('none-yet')}\b[^.;]{{0,60}}\b{of('the-dead')}\b"),
        shares_out=re.compile(
            rf"\b{of('besides')} (?:\w{{1,12}} ){{0,2}}{of('rest')}\b|\b{of('shared-out', 'among')}\b"
        ),
        defines=re.compile(rf" {exact('defines')}\b"),
        plans=re.compile(rf"\b(?:{exact('plan')}|{any_of(coming)})\b"),
        soon=re.compile(rf"\b{of('soon', more=coming)}\b"),
        announces=re.compile(
            rf"^\W{{0,3}}{of('announce-opens')}\b|\b{of('announce')}\b|\b{of('announce-ends')}\W*$"
            rf"|^\W{{0,3}}{of('mood')} [a-z]{{3,15}} {of('mood-verb')}\b|\b{of('respond')} {of('respond-to')}\b[^,]*$",
            re.IGNORECASE,
        ),
        releases=re.compile(rf"\b{exact('release')} [a-z]{{3,20}} {exact('newest')}\.?$"),
        nameless=re.compile(rf"^\W{{0,3}}{of('vague-count')} {of('vague-people')}\b"),
        points={
            True: re.compile(rf" {exact('refers')}\b"),
            False: re.compile(rf" {exact('refers', 'refers-later')}\b"),
        },
        checks=re.compile(
            rf"\b{of('check')}\b|[\[(]{of('hoax', 'false', 'misinforms')}[\])]|^\W*{of('hoax', 'false')}[:!,]"
            rf"|\b{of('untrue')},? {of('claim')}\b|^\W*{of('claim')}\b.{{3,100}}\b{of('hoax', 'untrue')}\W*$"
        ),
        finds=re.compile(rf"\b{of('hoax', 'misinforms', 'finding')}\b"),
        caption=re.compile(
            rf"\((?:{of('ordinal')}?{of(more=column('numbers', 'word', kind='digit'))} )?"
            rf"(?:{of('picture-from')} )?{of('picture-side')}\)"
        ),
        asks=re.compile(rf"\b(?:{exact('ask')} {exact('asked-for')}|{exact('asks')})\b"),
        grants=re.compile(rf"\b{exact('grant')}\b"),
        only_said=re.compile(rf"\W{{0,3}}(?:{of('said-noun')} {of('pointer', 'so')}|{of('so')})\b"),
        pointed=re.compile(rf"[a-z]\w{{1,30}} {exact('pointer')}"),
        number=re.compile(rf"(?<![\w-])(?!(?:19|20)\d\d\b)(?:{currency} ?)?\d"),
        degree=re.compile(
            rf"\b(?P<noun>{of(more=hurt)})(?:-{of(more=hurt)})? (?:{of('wound')} )?(?P<how>{of(more=degrees)})\b"
        ),
        degrees=degrees,
        priced=re.compile(rf"(?<!\w){of('priced')}{of('his')}?(?!\w)"),
        per_unit=re.compile(rf"\s{{0,2}}(?:/\s?\w|{of(more=column('series_words', 'word', role='rate'))}(?!\w))"),
        leans=_leans(tables),
        acting=frozenset(tables.by_role["acts"]),
        time_behind=_time_behind(tables),
        recalled=re.compile(
            rf"^\W{{0,3}}(?!{of('reply')}\b){of('active')}[a-z]{{3,15}} [^,]{{3,120}}, "
            rf"(?:(?!\b{of('says', more=cues)}\b)[^,]){{2,80}} {of('done')} .{{3,200}}\b{of('since')}\b",
            re.DOTALL | re.IGNORECASE,
        ),
        guessed=re.compile(rf"\b{of('guess')}\b"),
    )


def _leans(tables: _Tables) -> re.Pattern[str]:
    """What a sentence opens with that only the one before it explains."""
    of, column = tables.of, tables.column
    times = of("time-word", more=[*column("time_units", "form"), *column("day_parts", "form")])
    who = of("both", more=[p for p in column("pronouns", "pronoun") if p not in tables.by_role["his"]])
    negations = of(more=column("clash_words", "word", role="negation"))
    return re.compile(
        rf"\W{{0,3}}(?:(?:\w{{1,20}} ){{0,2}}(?!{times} )\w{{1,20}} {of('pointer')}\b"
        rf"|{of('back')}\b|{who}\b|{of('back-comma')}, |{of('back-noun')}{of('his')}\b"
        rf"|{of('kin')} ?(?:\w{{1,20}})?{of('his')}\b"
        rf"|{of('count-of-party')} {of('party')}\b|{of('party')} {tables.exact('passive')}[a-z]{{3}}"
        rf"|{of('says-before')} {who}\b|\w{{1,20}} {of('among')}\b|{negations} {of('not-only')}\b)"
    )


def _time_behind(tables: _Tables) -> re.Pattern[str]:
    """The words of time behind a name: `pekan lalu`, `Senin (yang) lalu`, `Senin pekan ini`, `belum lama ini`."""
    of, column = tables.of, tables.column
    days = of(more=[*column("weekdays", "form", kind="wide"), *column("weekdays", "form", kind="other")])
    spans = of("span", more=[*column("time_units", "form"), *column("day_parts", "form")])
    some = rf"(?:(?:{of('several', more=column('numbers', 'word'))}|\d{{1,2}}) )?{spans}"
    return re.compile(
        rf",? (?:{of('time-behind')}|(?:{days} )?{some} {of('now')}|{days} {of('now')}"
        rf"|(?:{days} )?(?:{some} )?{of('ago')})$"
    )
