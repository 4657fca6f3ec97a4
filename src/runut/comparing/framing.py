"""How reports call the same thing: each wording with who uses it, the newsroom itself or someone it quotes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from runut.comparing.contrasts import RULE, Contrast, find_contrasts, small_words
from runut.comparing.epithets import find_epithets
from runut.comparing.storywords import Words
from runut.comparing.terms import Use, find_terms
from runut.comparing.valuations import find_valuations
from runut.comparing.verbforms import TARGET, VOICED, find_verb_forms
from runut.comparing.voices import OUTLET, SPEAKER
from runut.comparing.wordings import Key, Wording, find_wordings, make_lexicon, weigh
from runut.comparing.wordlines import WordLine
from runut.lang import Language
from runut.model import Entity, Framing, Place, Reading, Term

IN_QUOTES = "kata dalam tanda kutip"
OTHER = "pilihan kata lain"
WEIGHED = "weighed"

# So many wordings at most, and at most one for so many words of the reports: beyond that a list is no help. Of the wordings of 24
# annotated stories (10 to 68 a story), by weights of other events: 30 told found 29 %, 60 44 %, 90 54 %, 120 60 %, 150 63 %, each told
# five times too many counting less.
MOST = 120
WORDS_FOR_ONE = 5
# The rules of uses that a row of the lexicon gives.
OF_ROWS = ("term", "kind")
# With lower log odds no wording is told.
LEAST = -4.5
# A noun by its prefix heads a list from so many letters on.
SHORTEST_HEADING = 6
# Uses shown for one wording.
MOST_USES = 12


@dataclass(frozen=True, slots=True)
class Weighed:
    """The wordings of some readings with their log odds, and the people who are called something."""

    readings: tuple[Reading, ...]
    wordings: Mapping[Key, Wording]
    odds: Mapping[Key, float]
    words: Words
    people: Set[str]


def gather(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language, *, words: Words | None = None
) -> tuple[Framing, ...]:
    """The most telling wordings by target: targets and, of each, wordings with the most telling first.

    Reports in another language than that of the tables have none. `words` saves taking them apart again where they are of the same reports.
    """
    of_language = tuple(r for r in readings if r.language == language.code)
    weighed = find_weighed(of_language, entities, language, words)
    contrasts = find_contrasts(of_language, weighed.words, _entity_of(entities), language)
    by_target: dict[str, list[Term]] = defaultdict(list)
    for contrast in contrasts:
        by_target[contrast.target] += _contrasted(contrast, weighed)
    apart = {(term.term.lower(), term.voice) for terms in by_target.values() for term in terms}
    told = choose(weighed, apart)
    order = {key: n for n, key in enumerate(told)}
    clitics = language.derive(small_words)["clitic"]
    groups: dict[str, list[Key]] = defaultdict(list)
    for target, keys in _by_target(told, weighed, language).items():
        together = target in by_target or target in weighed.people or _is_more_than_one(keys, clitics)
        groups[target if together else OTHER] += keys
    for target, keys in sorted(groups.items(), key=lambda item: (item[0] == OTHER, min(order[k] for k in item[1]))):
        by_target[target] += (_term(key, weighed) for key in sorted(keys, key=order.__getitem__))
    return tuple(Framing(target=target, terms=tuple(terms)) for target, terms in by_target.items())


def _entity_of(entities: Iterable[Entity]) -> dict[tuple[str, str], str]:
    return {member: entity.id for entity in entities for member in entity.members}


def _is_more_than_one(keys: Iterable[Key], clitics: Set[str]) -> bool:
    """Whether they are different wordings: not one in two voices, nor one and what it grows to (`kekasih`, `kekasihnya`)."""

    def bare(word: str) -> str:
        return next((word.removesuffix(clitic) for clitic in clitics if word.endswith(clitic)), word)

    runs = sorted({tuple(map(bare, term.split())) for term, _ in keys}, key=len)
    return any(not set(runs[0]) <= set(run) for run in runs[1:])


def _contrasted(contrast: Contrast, weighed: Weighed) -> Iterator[Term]:
    """The words of a contrast, each in its voice, in the order in which the reports come to use them."""
    by_term: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for use in contrast.uses:
        place = Place(article=weighed.readings[use.report].article.id, start=use.start, end=use.end)
        by_term[use.weight, use.term, use.voice].append(place)
    for (weight, term, voice), places in by_term.items():
        yield Term(term=term, voice=voice, uses=tuple(places[:MOST_USES]), rule=RULE.format(weight))


def find_weighed(
    readings: tuple[Reading, ...], entities: tuple[Entity, ...], language: Language, words: Words | None = None
) -> Weighed:
    """All wordings of a story, weighed."""
    if words is None or words.articles != tuple(r.article.id for r in readings):
        words = Words(readings, language)
    found, people = _found(readings, _entity_of(entities), words, language)
    wordings = find_wordings(readings, found, words, language)
    return Weighed(readings, wordings, weigh(wordings, readings, words, language), words, people)


def choose(weighed: Weighed, apart: Set[Key] = frozenset()) -> list[Key]:
    """The wordings that are told beside those told `apart`, the most telling first; of those that are pieces of one another, one."""
    room = min(MOST, sum(weighed.words.uses.values()) // WORDS_FOR_ONE)
    out: list[Key] = []
    whole: set[tuple[str, tuple[str, ...]]] = set()
    covered: set[tuple[str, tuple[str, ...]]] = set()
    for key in sorted(weighed.odds, key=lambda key: (-weighed.odds[key], key)):
        if not room or weighed.odds[key] < LEAST:
            break
        words, voice = tuple(key[0].split()), key[1]
        pieces = {(voice, piece) for piece in _find_pieces(words)}
        if (voice, words) in covered or pieces & whole:
            continue
        if key not in apart:
            out.append(key)
        room -= 1
        whole.add((voice, words))
        covered |= pieces
    return out


def _find_pieces(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The beginnings of two words and more of a run, and its ends of three and more."""
    for size in range(2, len(words)):
        yield words[:size]
    for size in range(3, len(words)):
        yield words[-size:]


def _found(
    readings: Sequence[Reading], entity_of: Mapping[tuple[str, str], str], words: Words, language: Language
) -> tuple[list[list[Use]], Set[str]]:
    """What the steps find in each report, one use for each stretch of text; and who is called something."""
    forms = find_verb_forms(readings, words, language)
    terms = [find_terms(reading, lines, language) for reading, lines in zip(readings, words.lines, strict=True)]
    home = _homes(zip(terms, forms, strict=True))
    out, people = [], set()
    for reading, lines, of_lexicon, of_deeds in zip(readings, words.lines, terms, forms, strict=True):
        epithets = tuple(_epithets(reading, lines, entity_of, language))
        people |= {use.target for use in epithets} - {IN_QUOTES}
        at_home = tuple(Use(home.get(u.target, u.target), u.term, u.start, u.end, u.rule) for u in of_deeds)
        out.append(_first_at_each_place((*of_lexicon, *epithets, *find_valuations(lines, language), *at_home)))
    return out, people


def _homes(uses: Iterable[tuple[Sequence[Use], Sequence[Use]]]) -> dict[str, str]:
    """For the forms of a verb of which one is a term of the lexicon, that term's target."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for terms, forms in uses:
        target_at = {(use.start, use.end): use.target for use in terms}
        for form in forms:
            if (form.start, form.end) in target_at:
                votes[form.target][target_at[form.start, form.end]] += 1
    return {form: min(count, key=lambda target: (-count[target], target)) for form, count in votes.items()}


def _epithets(
    reading: Reading, lines: Iterable[WordLine], entity_of: Mapping[tuple[str, str], str], language: Language
) -> Iterator[Use]:
    article = reading.article
    for epithet in find_epithets(reading, lines, language):
        target = IN_QUOTES if epithet.of is None else entity_of.get((article.id, epithet.of), epithet.of)
        yield Use(target, article.text[epithet.start : epithet.end], epithet.start, epithet.end, epithet.rule)


def _first_at_each_place(uses: Iterable[Use]) -> list[Use]:
    """One use for each stretch of text: that of the step that came first."""
    out: dict[tuple[int, int], Use] = {}
    for use in uses:
        out.setdefault((use.start, use.end), use)
    return list(out.values())


def _by_target(told: Iterable[Key], weighed: Weighed, language: Language) -> dict[str, list[Key]]:
    """The wordings by what they are for: what the step says that found them, else the deed or the thing that their first word names.

    A word that by itself says none of what its row was learned for goes to its own heading.
    """
    rows = language.table("framing_terms")
    headings = {row["term"]: row["heading"] for row in language.table("framing_headings")}
    named = {(term := row["term"].lower()): headings.get(term, row["target"]) for row in rows}
    otherwise = {(row["term"].lower(), word) for row in rows for word in row["before"].split(";") if word}
    grammar, small = language.derive(make_lexicon).grammar, language.derive(small_words)
    out: dict[str, list[Key]] = defaultdict(list)
    by_lemma: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for key in told:
        wording = weighed.wordings[key]
        if wording.found:
            votes = Counter(_heading(use, headings) for _, use in wording.found)
            out[min(votes, key=lambda target: (-votes[target], target))].append(key)
            continue
        content = [word for word in key[0].split() if word not in grammar and not word[0].isdigit()]
        if not content:
            continue  # a run of small words and numbers calls nothing by any name
        head = weighed.words.analyse(content[0])
        if head.form in named and (head.form, "".join(content[1:2])) not in otherwise:
            out[named[head.form]].append(key)
        elif VOICED & set(head.prefixes[:1]):
            out[TARGET.format(head.lemma)].append(key)
        else:
            by_lemma[head.lemma].append((key, head.form))
    for keyed in by_lemma.values():
        keys = [key for key, _ in keyed]
        nouns = Counter(form for _, form in keyed if _is_heading(form, weighed, small))
        out[min(nouns, key=lambda form: (-nouns[form], form)) if nouns else OTHER] += keys
    return out


def _is_heading(form: str, weighed: Weighed, small: Mapping[str, Set[str]]) -> bool:
    """Whether a word can head a list: a noun by its affixes, or one that the story points at (`momen itu`, `seorang sultan`)."""
    analysis = weighed.words.analyse(form)
    if analysis.prefixes:
        return analysis.prefixes[0] in small["nominal"] and not analysis.clitics and len(form) >= SHORTEST_HEADING
    around = [use[3:5] for voice in (OUTLET, SPEAKER) if (w := weighed.wordings.get((form, voice))) for use in w.uses]
    return not analysis.clitics and any(left in small["counted"] or right in small["pointer"] for left, right in around)


def _heading(use: Use, headings: Mapping[str, str]) -> str:
    """What a use is told under: the heading of its row, where that has one."""
    kind, _, row = use.rule.partition(":")
    return headings.get(row.lower(), use.target) if kind in OF_ROWS else use.target


def _term(key: Key, weighed: Weighed) -> Term:
    """The wording as it is told, by the rule that found it first."""
    wording = weighed.wordings[key]
    spans = sorted({use[:3] for use in wording.uses} | {(n, use.start, use.end) for n, use in wording.found})
    places = tuple(Place(article=weighed.readings[n].article.id, start=a, end=b) for n, a, b in spans[:MOST_USES])
    rule = wording.found[0][1].rule if wording.found else WEIGHED
    return Term(term=key[0], voice=key[1], uses=places, rule=rule)
