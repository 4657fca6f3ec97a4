"""Words of different weight for one group, one happening, one deed or one person: what an editor wants to see side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from runut.comparing.storywords import Words
from runut.comparing.voices import Voices
from runut.comparing.wordlines import WordLine, is_noun
from runut.lang import Language
from runut.model import Reading

ONE_PERSON = "orang yang sama"
RULE = "contrast:{}"
# A set is told of with so many uses, in so many reports, of so many weights; the one person needs less, whose words stand beside the name.
LEAST_USES, LEAST_REPORTS, LEAST_WEIGHTS = 3, 2, 2
# A set that no headline names stands in this share of the reports at least.
LEAST_SHARE = 0.6
# A word that anchors a set stands so often in the story.
LEAST_ANCHOR = 2
# What a word that is denied (`bukan teroris`) weighs: it is told with its denial.
DENIED = "disangkal"


@dataclass(frozen=True, slots=True)
class Use:
    """A word of a set in a report, for the `target` that it tells of: the set, or a person."""

    target: str
    term: str
    weight: str
    report: int
    start: int
    end: int
    voice: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A target with the uses of all its words."""

    target: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    term: str
    words: tuple[str, ...]
    capitals: bool
    is_name: bool
    set: str
    weight: str
    not_after: Set[str]
    not_before: Set[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Rows by their first word, the longest first; of each set the lemmas of which one anchors it (none: it needs none).

    `denials`, `others`: what denies a word behind it, or makes it something else; `clitics`: what one may end with.
    """

    rows: Mapping[str, tuple[_Row, ...]]
    anchors: Mapping[str, tuple[str, ...]]
    denials: Set[str]
    others: Set[str]
    clitics: Set[str]


def find_contrasts(
    readings: Sequence[Reading], words: Words, entity_of: Mapping[tuple[str, str], str], language: Language
) -> tuple[Contrast, ...]:
    """The contrasts of a story, those that most headlines name first.

    1. anchored: the story has a word without which the set's words are of something else (`gempuran` in a match).
    2. told of: enough uses, in enough reports.
    3. central: a headline has a word of the set, or most of the reports do.
    4. contrast: words of different weight. What a set before it has told counts for no other.
    """
    lexicon = language.derive(_lexicon)
    by_target: dict[str, list[Use]] = defaultdict(list)
    headed: dict[str, int] = defaultdict(int)
    for n, reading in enumerate(readings):
        for use in find_uses(n, reading, words.lines[n], entity_of, language):
            by_target[use.target].append(use)
        for target in _find_headed(reading.article.title or "", lexicon):
            headed[target] += 1
    people = by_target.keys() - lexicon.anchors.keys()
    ranked = sorted(
        (target for target in by_target if target in people or _is_anchored(lexicon.anchors[target], words)),
        key=lambda target: (target not in people, -headed[target], -len(by_target[target]), target),
    )
    out: list[Contrast] = []
    told: set[str] = set()
    for target in ranked:
        uses = tuple(use for use in by_target[target] if target in people or use.term not in told)
        least = (1, 1) if target in people else (LEAST_USES, LEAST_REPORTS)
        reports = len({use.report for use in uses})
        central = target in people or headed[target] > 0 or reports >= LEAST_SHARE * len(readings)
        if (
            central
            and len(uses) >= least[0]
            and reports >= least[1]
            and len({use.weight for use in uses} - {DENIED}) >= LEAST_WEIGHTS
        ):
            out.append(Contrast(target, uses))
            told |= {use.term for use in uses if target not in people}
    return tuple(out)


def find_uses(
    n: int, reading: Reading, lines: Iterable[WordLine], entity_of: Mapping[tuple[str, str], str], language: Language
) -> Iterator[Use]:
    """The words of all sets in report number `n`: of each set the longest at each place, none that is denied or part of a name."""
    lexicon = language.derive(_lexicon)
    voices = Voices(reading)
    mentions = {m.start: m.end for name in reading.names for m in name.mentions}
    persons = {m.start: name.id for name in reading.names if name.type == "PER" for m in name.mentions}
    inside = frozenset(at for start, end in mentions.items() for at in range(start + 1, end))
    for line in lines:
        until: dict[str, int] = {}
        for at, low in enumerate(line.low):
            for row in lexicon.rows.get(low) or lexicon.rows.get(_bare(low, lexicon), ()):
                end = at + len(row.words)
                if until.get(row.set, 0) > at or not _fits(row, line, at, lexicon):
                    continue
                start, stop = line.spans[at][0], line.spans[end - 1][1]
                stop -= len(line.low[end - 1]) - len(row.words[-1])
                if not row.is_name and (start in inside or (len(row.words) == 1 and mentions.get(start, 0) > stop)):
                    continue
                target = row.set
                if row.set == ONE_PERSON:
                    person = _find_person(line, end, persons, language)
                    if person is None:
                        continue
                    target = entity_of.get((reading.article.id, person), person)
                until[row.set] = end
                before = line.low[at - 1] if line.joins(at) else ""
                if before in lexicon.denials:
                    start = line.spans[at - 1][0]
                    yield Use(target, f"{before} {row.term}", DENIED, n, start, stop, voices.of(start, stop))
                elif before not in lexicon.others:
                    yield Use(target, row.term, row.weight, n, start, stop, voices.of(start, stop))


def _bare(word: str, lexicon: _Lexicon) -> str:
    """A word without the clitic at its end."""
    return next((word.removesuffix(clitic) for clitic in lexicon.clitics if word.endswith(clitic)), word)


def _fits(row: _Row, line: WordLine, at: int, lexicon: _Lexicon) -> bool:
    end = at + len(row.words)
    if end > len(line) or (row.capitals and not line.word(at).isupper()):
        return False
    last = line.low[end - 1]
    same = tuple(line.low[at : end - 1]) == row.words[:-1] and row.words[-1] in (last, _bare(last, lexicon))
    return (
        same
        and all(line.joins(k) for k in range(at + 1, end))
        and not (at > 0 and line.low[at - 1] in row.not_after)
        and not (line.joins(end) and line.low[end] in row.not_before)
    )


def _find_person(line: WordLine, at: int, persons: Mapping[int, str], language: Language) -> str | None:
    """The person whose name begins with word `at`, or behind one noun (`aktivis lingkungan Rendra`)."""
    for here in (at, at + 1):
        if not line.joins(here):
            return None
        if (person := persons.get(line.spans[here][0])) is not None:
            return person
        if not is_noun(line, here, language):
            return None
    return None


def _find_headed(title: str, lexicon: _Lexicon) -> Set[str]:
    """The sets of which a headline has a word."""
    low = "".join(c if c.isalnum() or c == "-" else " " for c in title.lower()).split()
    return {
        row.set
        for at, word in enumerate(low)
        for row in lexicon.rows.get(word, ())
        if tuple(low[at : at + len(row.words)]) == row.words
    }


def _is_anchored(anchors: Sequence[str], words: Words) -> bool:
    return not anchors or any(words.uses[anchor] >= LEAST_ANCHOR for anchor in anchors)


def _lexicon(language: Language) -> _Lexicon:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in language.table("contrast_words"):
        words = tuple(row["words"].lower().split())
        not_after, not_before = (frozenset(row[column].split(";")) - {""} for column in ("after", "before"))
        is_name, capitals = row["words"][0].isupper(), row["words"].split()[0].isupper()
        rows[words[0]].append(
            _Row(row["words"], words, capitals, is_name, row["set"], row["weight"], not_after, not_before)
        )
    small = language.derive(small_words)
    return _Lexicon(
        {first: tuple(sorted(of, key=lambda row: (-len(row.words), row.set))) for first, of in rows.items()},
        {
            row["set"]: tuple(row["anchors"].split(";")) if row["anchors"] else ()
            for row in language.table("contrast_sets")
        },
        small["denial"],
        small["otherwise"],
        small["clitic"],
    )


def small_words(language: Language) -> Mapping[str, frozenset[str]]:
    """The small words and affixes around wordings, by what they do; for `Language.derive`."""
    out: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in language.table("wording_grammar"):
        out[row["kind"]] |= {row["word"]}
    return out
