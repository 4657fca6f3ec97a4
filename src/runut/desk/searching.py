"""What a query finds in a store, with the exact stretches of the texts that it was found by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from runut import codec
from runut.desk.indexing import BREAK, fold
from runut.desk.queries import Query, QueryError
from runut.desk.reading import MADE_BY
from runut.model import Article, Span
from runut.store import View
from runut.store.records import ArticleRow, FindingRow
from runut.store.searching import ARTICLE, FIGURE, NAME, STATEMENT, Indexed, Match, Sought, Wanted

# A snippet has so many characters at most, so many of them before what was found; it begins with a sentence that begins there.
LONGEST_SNIPPET = 240
LEAD = 90
# It ends with a sentence where that leaves so many characters.
LONG_ENOUGH = 150
# Terms further apart have something hidden between them (furniture), which no snippet runs across.
WIDEST_GAP = 24
# So many places are weighed for a snippet.
MOST_PLACES = 200

LAYERS = {STATEMENT: "statements", FIGURE: "figures", NAME: "names"}
_SENTENCE_END = re.compile(r"[.!?][^\w\s]{0,3}\s|\n")
_OPENS = frozenset("“‘\"'([«")
_CLOSES = frozenset('.,!?”"’);:…')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A thing that was found: `kind` article, statement, figure or name, `ref` its id.

    `text` is a snippet of the article, `article.text[start:end]`, and `spans` the stretches in it that were sought, in offsets of the
    article. `title` and `outlet` are those that it names itself where its metadata name none; `title_spans` stand in the title.
    `finding` is the statement, figure or name itself (`name`: its speaker, measure or name). `articles` tells in how many articles a name
    stands; the hit is in the best of them.
    """

    kind: str
    ref: str
    article: ArticleRow
    story: str | None
    day: str | None
    text: str
    start: int
    end: int
    spans: tuple[Span, ...]
    title: str | None = None
    outlet: str | None = None
    title_spans: tuple[tuple[int, int], ...] = ()
    finding: FindingRow | None = None
    articles: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found: `total` of the kinds that were sought, `by_kind` of every kind, and those of this page."""

    query: Query
    total: int
    by_kind: tuple[tuple[str, int], ...]
    hits: tuple[Hit, ...]


def search(view: View, query: Query, *, limit: int = 20, offset: int = 0) -> Hits:
    """What a query finds, from the `offset`-th hit on. Raises QueryError for a story that is not there."""
    wanted = replace(query.wanted, stories=tuple(_story_now(view, query, story) for story in query.wanted.stories))
    by_kind = view.count(replace(wanted, kinds=()))
    total = sum(by_kind[kind] for kind in wanted.kinds or by_kind)
    matches = view.search(wanted, limit=limit, offset=offset) if offset < total else []
    ids = list(dict.fromkeys(match.article for match in matches))
    rows = {row.id: row for row in view.article_rows(ids=ids, limit=None)}
    texts = view.articles(ids)
    named = _named(view, rows, texts)
    marked = {id_: _Marked(texts[id_], named[id_][0], indexed, wanted) for id_, indexed in view.indexed(ids).items()}
    found = {
        (layer, row.id): row
        for id_, layer in dict.fromkeys((m.article, LAYERS[m.kind]) for m in matches if m.kind != ARTICLE)
        for row in view.findings(article=id_, layer=layer, limit=None)
    }
    hits = (
        _hit(
            match,
            rows[match.article],
            named[match.article],
            marked[match.article],
            found.get((LAYERS.get(match.kind, ""), match.ref)),
        )
        for match in matches
    )
    return Hits(query=query, total=total, by_kind=tuple(by_kind.items()), hits=tuple(hits))


def _story_now(view: View, query: Query, story: str) -> str:
    now = view.story_now(story)
    if now is None:
        at = query.text.find(story) if story in query.text else len(query.text)
        raise QueryError(at, f"Tidak ada cerita {story!r} di sini.", f"there is no story {story!r} here")
    return now


def _named(
    view: View, rows: Mapping[str, ArticleRow], articles: Mapping[str, Article]
) -> dict[str, tuple[str | None, str | None]]:
    """Title and outlet of each article: what its metadata name, else what it names itself."""
    named = {id_: (row.title, row.outlet) for id_, row in rows.items()}
    for id_, data in view.readings([i for i, names in named.items() if None in names], made_by=MADE_BY).items():
        credits = codec.reading_from_bytes(data, articles[id_]).credits
        title, outlet = named[id_]
        named[id_] = title or credits.title, outlet or credits.outlet
    return named


def _hit(
    match: Match,
    row: ArticleRow,
    named: tuple[str | None, str | None],
    marked: _Marked,
    finding: FindingRow | None,
) -> Hit:
    if finding is None:
        start, end, spans = marked.snippet(0, len(marked.text))
    elif match.kind == STATEMENT:
        start, end, spans = marked.snippet(finding.start, finding.end)
    else:
        start, end, spans = marked.around(finding.start, finding.end)
    return Hit(
        kind=match.kind,
        ref=match.ref,
        article=row,
        story=row.story,
        day=match.day,
        text=marked.text[start:end],
        start=start,
        end=end,
        spans=tuple(Span(start=a, end=b, text=marked.text[a:b]) for a, b in spans),
        title=named[0],
        outlet=named[1],
        title_spans=marked.title_spans(),
        finding=finding,
        articles=match.articles,
    )


class _Marked:
    """An article's text, its terms with their places, and where what is sought stands in it."""

    def __init__(self, article: Article, title: str | None, indexed: Indexed, wanted: Wanted) -> None:
        self.text = article.text
        self._title = title or ""
        self._wanted = wanted
        places = codec.numbers_from_bytes(indexed.places)
        at = 1 + 2 * places[0]
        self._title_terms = _placed(indexed.title.split(), places[1:at])
        terms = _placed(indexed.terms.split(), places[at:])
        self._hits = sorted(self._found(terms, self.text))
        own = [term for term, _, _ in terms]
        body = terms[: own.index(BREAK) if BREAK in own else len(own)]
        self._body = (body[0][1], body[-1][2]) if body else (0, 0)
        self._placed = sorted((start, end) for _, start, end in terms if end)
        self._starts = [start for start, _ in self._placed]

    def title_spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the title that were sought."""
        found = {(start, end) for start, end, _ in self._found(self._title_terms, self._title)}
        return tuple(_apart(sorted(span for span in found if span[1] <= len(self._title))))

    def snippet(self, low: int, high: int) -> tuple[int, int, list[tuple[int, int]]]:
        """Of the stretch from `low` to `high` the part that shows most of what is sought: its start and end, and the spans in it."""
        hits = [hit for hit in self._hits if low <= hit[0] and hit[1] <= high]
        best = max(
            islice(hits, MOST_PLACES),
            key=lambda hit: self._weigh(hits, hit[0]),
            default=None,
        )
        if best is None:
            start = max(low, self._body[0])
            return self._cut(start, start, low, high)
        return self._cut(best[0], best[1], low, high)

    def _weigh(self, hits: Sequence[tuple[int, int, int]], start: int) -> tuple[int, bool, int, int]:
        """What a snippet that shows `start` is worth: how much of the query, whether of the report itself, how many terms; the first."""
        end = start + LONGEST_SNIPPET - LEAD
        within = hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]
        groups = {group for _, stop, group in within if stop <= end}
        return len(groups), self._body[0] <= start < self._body[1], len(within), -start

    def around(self, start: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
        """A finding in its sentence; it is itself what was sought where no word in it is."""
        a, b, spans = self._cut(start, end, 0, len(self.text))
        if not any(start <= x and y <= end for x, y in spans):
            spans = [(x, y) for x, y in spans if y <= start or x >= end]
            spans = sorted([*spans, (start, min(end, b))])
        return a, b, spans

    def _cut(self, at: int, until: int, low: int, high: int) -> tuple[int, int, list[tuple[int, int]]]:
        """A snippet that holds `at:until` and lies within `low:high`, cut at words, and the spans in it."""
        first = last = bisect_left(self._starts, at)
        if first == len(self._placed):
            end = min(max(until, at), at + LONGEST_SNIPPET, high)
            return at, end, [(a, b) for a, b in _apart(h[:2] for h in self._hits) if at <= a and b <= end]
        begin = self._begin(first, at, low)
        limit = min(begin + LONGEST_SNIPPET, high)
        end = min(max(until, self._placed[first][1]), limit)
        whole = 0  # where the last sentence ends that makes a snippet long enough
        while last + 1 < len(self._placed):
            start, stop = self._placed[last + 1]
            gap = self.text[end:start]
            if start >= high or len(gap) > WIDEST_GAP:
                break
            if end - begin > LONG_ENOUGH and _SENTENCE_END.match(gap):
                whole = end
            if stop > limit:
                end = whole or end
                break
            last += 1
            end = max(end, stop)
        while end < limit and self.text[end] in _CLOSES:
            end += 1
        return begin, end, [(a, b) for a, b in _apart(h[:2] for h in self._hits) if begin <= a and b <= end]

    def _begin(self, first: int, at: int, low: int) -> int:
        """Where a snippet begins that is to show the term `first`, at `at`: with its sentence, else some words before."""
        begin = at
        for n in range(first, -1, -1):
            start = self._placed[n][0]
            if start < low or at - start > LEAD:
                break
            begin = min(begin, start)
            before = self._placed[n - 1][1] if n else 0
            gap = self.text[before:start]
            if not n or len(gap) > WIDEST_GAP or _SENTENCE_END.search(gap):
                break
        while begin > low and self.text[begin - 1] in _OPENS:
            begin -= 1
        return begin

    def _found(self, terms: Sequence[tuple[str, int, int]], text: str) -> Iterator[tuple[int, int, int]]:
        """Start and end of each term that was sought, and the number of the group it was sought in."""
        for number, group in enumerate(self._wanted.all_of):
            for sought in group:
                for first in _rows(terms, sought, text):
                    for _, start, end in terms[first : first + len(sought.row)]:
                        yield start, end, number


def _placed(terms: Iterable[str], places: Sequence[int]) -> list[tuple[str, int, int]]:
    """Each term with its start and end in the text; a break, which stands for nothing, ends at 0."""
    out = []
    at = 0
    for n, term in enumerate(terms):
        if 2 * n + 1 >= len(places):
            break  # the forms behind the terms
        start = at + places[2 * n]
        at = start + places[2 * n + 1]
        if term == BREAK:
            at = start = 0
        out.append((term, start, at))
    return out


def _rows(terms: Sequence[tuple[str, int, int]], sought: Sought, text: str) -> Iterator[int]:
    """Where the words sought stand in a row."""
    tests = [_test(alternatives, False, text) for alternatives in sought.row]
    tests[-1] = _test(sought.row[-1], sought.prefix, text)
    first, rest = tests[0], list(enumerate(tests))[1:]
    last = len(terms) - len(rest)
    for at, term in enumerate(terms):
        if first(term) and at < last and all(test(terms[at + n]) for n, test in rest):
            yield at


def _test(alternatives: tuple[str, ...], prefix: bool, text: str) -> Callable[[tuple[str, int, int]], bool]:
    """Whether a term at its place is one of the alternatives, or it or its form begins with one."""
    known = frozenset(alternatives)
    if not prefix:
        return lambda term: term[0] in known
    return lambda term: (
        term[0].startswith(alternatives) or (term[2] > 0 and fold(text[term[1] : term[2]]).startswith(alternatives))
    )


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches, in order, without those that stand in another."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            continue
        out.append((start, end))
    return out
