"""Counts and amounts, with bounds, measure, what is counted and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from runut.codec import finding_id
from runut.lang import Language
from runut.model import Article, Credits, Date, Figure, Name, Span, Statement
from runut.reading.figures import ages, numerals, sources
from runut.reading.figures import measures as m
from runut.reading.figures.numerals import Numeral
from runut.text import View

# The next sentences that may tell that `korban` died.
SENTENCES_AFTER = 2


def find(
    article: Article,
    view: View,
    credits: Credits,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Figure, ...]:
    """The figures of one article in the order of the text.

    A cascade for each numeral: what is a name, date, order or score is none; then its unit decides; then an age; then the verb
    before it, what is said of those counted, the subject before it, a number beside it, and last the noun that is counted.
    """
    text = view.text
    lex = language.derive(m.lexicon)
    states = m.find_states(text, lex)
    hidden = _hidden(view, names, dates)
    plain = [n for n in numerals.find(text, language) if not _is_name(text, n, hidden, language)]
    judged: list[tuple[Numeral, m.Judgement]] = []
    pending: tuple[Numeral, m.Judgement] | None = None
    for i, n in enumerate(plain):
        sentence = view.sentence_at(n.start)
        following = plain[i + 1] if i + 1 < len(plain) else None
        judgement = _judge(text, n, following, sentence, states, lex, judged, language, view)
        if judgement is None:
            pending = None
            continue
        if pending is not None and judgement.measure in m.PEOPLE and judgement.rule.startswith("measure:state"):
            first, before = pending
            shared = m.Judgement(judgement.measure, f"{judgement.rule}+shared", before.counted, before.start, before.end)
            judged[-1] = (first, shared)
        pending = (n, judgement) if _waits(text, judgement, following, sentence) else None
        judged.append((n, judgement))
    people = [(x.start, x.end, x.text) for name in names if name.type == "PER" for x in name.mentions]
    judged = [(numerals.bound(n, text, j.reach, language) if j.reach is not None else n, j) for n, j in judged]
    made = [_aged(_figure(article, view, n, j), people, article.text) for n, j in judged]
    return sources.attribute(article, view, made, names, dates, statements, language)


def _hidden(view: View, names: Iterable[Name], dates: Iterable[Date]) -> list[tuple[int, int]]:
    """Stretches of the view whose numbers are no figures: dates and names."""
    spans = [(d.start, d.end) for d in dates] + [(x.start, x.end) for name in names for x in name.mentions]
    return sorted((view.at(a), view.at(b)) for a, b in spans)


def _names_before(language: Language) -> re.Pattern[str]:
    words = numerals.alternation(r["word"] for r in language.table("number_names"))
    return re.compile(rf"(?:^|(?<=[\s(“\"/-]))(?:{words})[ .:]?$")


_LIST = re.compile(r"(?:^|\n)\s*\(?$")
_CLOCK = re.compile(r"[ ]?(?:WIB|WITA|WIT|GMT)\b")
_PLATE = re.compile(r"\b[A-Z]{1,2} $")
_PLATE_END = re.compile(r" [A-Z]{1,3}\b|[,. ]")
_NO_COUNT = re.compile(r"\b(?:salah|bersatu|nomor|ke|yang ke) ?$", re.IGNORECASE)
_ONE_BY_ONE = re.compile(r"[ ](?:per|demi|sama|persatu)\b|-|-persatu")
_MONTH = re.compile(r"[ ](?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)")
_AGO = re.compile(r"[ ](?:\w+[ ])?(?:lalu|silam|yang lalu|mendatang|kemudian)\b")


def _is_name(text: str, n: Numeral, hidden: list[tuple[int, int]], language: Language) -> bool:
    """Whether a numeral is part of a name or date, a place in an order, a score, a year or the number of a list's item."""
    if any(a <= n.start and n.end <= b for a, b in hidden):
        return True
    if n.ordinal:
        return False
    before = text[max(0, n.start - 14) : n.start]
    if language.derive(_names_before).search(before):
        return True
    digits = text[n.start : n.end]
    if n.form == "digits":
        if re.search(r"\d[-–:/]$|[A-Za-z]\d*-$", before) or re.match(r"[-–:]\d", text[n.end :]):
            return True
        if _LIST.search(before) and re.match(r"[.)]", text[n.end :]):
            return True
        if re.fullmatch(r"(?:19|20)\d\d", digits) and not re.match(r"[ ](?:orang|warga|unit|rumah|jiwa|personel|kasus)\b", text[n.end :]):
            return not re.search(r"Rp\.? ?$|\$ ?$", before)
        if re.fullmatch(r"0\d{3,}|\d{8,}", digits) or _MONTH.match(text, n.end):
            return True
        if _CLOCK.match(text, n.end) or (_PLATE.search(before) and _PLATE_END.match(text, n.end)):
            return True
    elif text[n.start].isupper() and re.search(r"[A-Za-z] $", before) and re.match(r" [A-Z]", text[n.end :]):
        return True
    return bool(_NO_COUNT.search(before)) or (n.form == "words" and bool(_ONE_BY_ONE.match(text, n.end)))


def _judge(
    text: str,
    n: Numeral,
    following: Numeral | None,
    sentence: tuple[int, int],
    states: list[m.Hit],
    lex: m.Lexicon,
    judged: list[tuple[Numeral, m.Judgement]],
    language: Language,
    view: View,
) -> m.Judgement | None:
    start, end = sentence
    if n.ordinal:
        return _ordinal(text, n, sentence, states)
    found = m.unit(text, n, lex)
    if found is not None:
        return _with_unit(text, n, found, start, lex, language)
    if aged := ages.judge(text, n):
        return aged
    limit = m.right_end(text, n.stop, end)
    if following is not None and following.begin < limit:
        limit = max(n.stop, following.begin)
    comma = text.find(",", n.stop, limit)
    clause = comma if comma >= 0 else limit
    next_state = next((h.start for h in states if h.start >= n.stop), end)
    counted = m.read_counted(text, n.stop, clause, lex, next_state)
    last = judged[-1] if judged and judged[-1][0].start >= start - 300 else None
    among = re.compile(r"\s(?:orang )?(?:di ?antaranya|di antara mereka|lainnya|lain|sisanya)\b").match(text, n.stop, clause)
    near = following is not None and following.begin == limit < end
    of = re.compile(r"\s(?:orang |korban )?dari(?: total)?\s$").match(text, n.stop, limit) if near else None
    whole = m.read_counted(text, following.stop, m.right_end(text, following.stop, end), lex, end) if of and following else None
    if of and following and whole and _is_part(n, following, whole):
        counted = m.Counted(counted.start, n.stop, whole.kind, whole.measure, whole.head)
        state = m.first_state(text, following.stop, m.right_end(text, following.stop, end), states, whole.kind)
        if whole.measure in m._STRONG_NOUNS:
            return m.Judgement(whole.measure, f"measure:part-of:{whole.head}", counted, n.begin, whole.end, "part")
        if state:
            return m.Judgement(state.measure, f"measure:part-of:{state.words}", counted, n.begin, state.end, "part")
    kind = counted.kind
    if kind == "never":
        return None
    if last and (among or kind in ("unit", "none")) and last[1].counted is not None and kind in ("unit", "none"):
        if among or kind == "unit":
            kind = last[1].counted.kind
            inherited = last[1].counted.measure or (last[1].measure if kind not in ("people", "person", "none") else "")
            counted = m.Counted(counted.start, max(counted.end, among.end() if among else 0), kind, inherited, last[1].counted.head)
    if kind == "none" and n.form == "digits" and _NAMED.search(text[max(0, n.begin - 24) : n.begin]):
        return None
    part = "part" if (among and "antara" in among[0]) or _included(text, n.begin) else "total"
    state = m.first_state(text, n.stop, clause, states, kind) or m.state_after_aside(text, counted, n, end, states)
    floor = max(start, m.left_start(text, n.begin, start), _last_count(judged))
    act = m.act_before(text, n.begin, floor, lex)
    if act is not None and m.governs(act, counted, state):
        measure = m.as_measure(act.measure, kind)
        return m.Judgement(measure, f"measure:act:{act.words}", counted, n.begin, max(counted.end, n.stop), part, governed=True)
    if act is not None and act.measure in ("damaged", "burned") and kind in ("building", "house"):
        return m.Judgement(m.as_measure(act.measure, kind), f"measure:act:{act.words}", counted, n.begin, counted.end, part, governed=True)
    if state is not None and m.state_decides(state, counted):
        measure = m.as_measure(state.measure, kind)
        return m.Judgement(measure, f"measure:state:{state.words}", counted, n.begin, max(state.end, counted.end), part)
    if kind in m._PERSONAL and counted.measure not in m._STRONG_NOUNS:
        subject = m.subject_state(text, n, floor, states, lex)
        if subject is not None and m._fits(subject[0], "people") | (kind in ("people", "none")):
            measure, words = subject
            if measure == "affected" and _they_died(text, n, sentence, view):
                measure = "killed"
            return m.Judgement(measure, f"measure:subject:{words}", counted, n.begin, max(counted.end, n.stop), part, governed=True)
    if last and last[1].governed and last[0].start >= start and _passes_on(last[1], kind):
        if re.fullmatch(r"[^.;]{0,60}?(?:,|\bdan|\bserta|\bplus|\bhingga|\btermasuk)\s*", text[last[1].end : n.begin]):
            measure = m.as_measure(_burn_or_damage(last[1]) if kind in ("building", "house") else last[1].measure, kind)
            return m.Judgement(measure, f"{last[1].rule}+joined", counted, n.begin, max(counted.end, n.stop), part, governed=True)
    if last and kind in m._PERSONAL and last[1].measure in m.PEOPLE and _BEFORE.search(text[max(0, n.begin - 40) : n.begin]):
        return m.Judgement(last[1].measure, "measure:corrected", counted, n.begin, max(counted.end, n.stop), part)
    if part == "part" and last and kind in m._PERSONAL and last[1].measure in m.PEOPLE:
        return m.Judgement(last[1].measure, "measure:included", counted, n.begin, max(counted.end, n.stop), part)
    return _by_noun(text, n, counted, sentence, part, view)


def _passes_on(last: m.Judgement, kind: str) -> bool:
    """Whether a verb's object and the next one beside it are of one sort: people and people, buildings and buildings."""
    if kind in ("building", "house"):
        return last.measure in ("houses", "buildings_damaged", "buildings_burned")
    return kind in m._PERSONAL and last.measure in m.PEOPLE


def _burn_or_damage(last: m.Judgement) -> str:
    return "burned" if last.measure == "buildings_burned" else "damaged"


_BEFORE = re.compile(r"\bdari (?:yang )?(?:sebelumnya|semula|awalnya)(?: \w+)? $")
# A capitalised word right before a number that counts nothing: the number belongs to a name.
_NAMED = re.compile(r"(?<![.!?”\"] )\b(?!Tewas|Meninggal|Luka|Hilang|Sebanyak|Korban)[A-Z][\w/-]* $")


def _is_part(n: Numeral, whole_number: Numeral, whole: m.Counted) -> bool:
    """Whether `N dari M` counts some of M: people of people, and no more of them (`160 orang dari 16 keluarga` does not)."""
    fits = n.low is not None and whole_number.high is not None and n.low <= whole_number.high
    return fits and not re.match(r"(?:kepala )?keluarga|kk\b|desa|kecamatan|kelurahan|negara|kabupaten|provinsi|kota|tim\b", whole.head)


def _last_count(judged: list[tuple[Numeral, m.Judgement]]) -> int:
    """Where the last number that counts something ends: what is said before it is not said of the next."""
    return next((n.stop for n, j in reversed(judged) if j.counted is not None), 0)


def _by_noun(
    text: str, n: Numeral, counted: m.Counted, sentence: tuple[int, int], part: str, view: View
) -> m.Judgement | None:
    """What a bare number of that noun measures; a number word before an unknown noun is nothing to track."""
    if counted.kind == "none" or (counted.kind == "unknown" and n.form == "vague"):
        return None
    measure = counted.measure or "other"
    if counted.kind == "force":
        measure = m.force_of(text[sentence[0] : sentence[1]])
    if measure == "affected" and _they_died(text, n, sentence, view):
        measure = "killed"
    if measure == "other" and text[n.start : n.end].lower() == "satu":
        return None
    return m.Judgement(measure, f"measure:noun:{counted.head}", counted, n.begin, counted.end, part)


_DIED = re.compile(r"\b(?:korban (?:yang )?(?:meninggal|tewas)|jenazah|para korban tewas|tewas)\b", re.IGNORECASE)


def _they_died(text: str, n: Numeral, sentence: tuple[int, int], view: View) -> bool:
    """Whether the next sentences say that the `korban` just counted died."""
    k = next((i for i, s in enumerate(view.sentences()) if s == sentence), None)
    if k is None:
        return False
    after = view.sentences()[k + 1 : k + 1 + SENTENCES_AFTER]
    return bool(after) and bool(_DIED.search(text, after[0][0], after[-1][1]))


def _included(text: str, begin: int) -> bool:
    return bool(re.search(r"\b(?:termasuk|di ?antaranya)(?: \w+)?,?\s$", text[max(0, begin - 30) : begin]))


def _waits(text: str, j: m.Judgement, following: Numeral | None, sentence: tuple[int, int]) -> bool:
    """Whether a number stands bare beside the next, which may say what happened to both: `18 polisi dan 3 tentara tewas`."""
    if following is None or following.start > sentence[1] or j.counted is None or j.counted.kind not in m._PERSONAL:
        return False
    if not j.rule.startswith("measure:noun") or j.measure in m._STRONG_NOUNS:
        return False
    return bool(re.fullmatch(r"(?: \w+){0,3}[”\"]?(?:,| dan| serta|, dan|, serta| dari)\s", text[j.end : following.begin]))


def _ordinal(text: str, n: Numeral, sentence: tuple[int, int], states: list[m.Hit]) -> m.Judgement | None:
    """`petugas ke-70 yang terbunuh` counts seventy."""
    relative = re.compile(r"\s(?:\w+\s){0,2}yang\s(?:\w+\s){0,2}").match(text, n.end, sentence[1])
    noun = re.search(r"(?:\w+ ){1,2}ke-?$", text[max(0, n.start - 40) : n.start])
    state = next((h for h in states if h.start >= n.end), None)
    if relative is None or noun is None or state is None or state.start > relative.end():
        return None
    if state.measure not in ("killed", "injured", "arrested", "missing"):
        return None
    begin = max(0, n.start - 40) + noun.start()
    counted = m.Counted(begin, n.start - 3, "person", "", noun[0].split()[0].lower())
    return m.Judgement(state.measure, f"measure:ordinal:{state.words}", counted, begin, state.end)


def _with_unit(
    text: str,
    n: Numeral,
    found: tuple[m.Row, int, int, int],
    floor: int,
    lex: m.Lexicon,
    language: Language,
) -> m.Judgement | None:
    row, begin, end, scale = found
    measure, factor = row["measure"], float(row["factor"]) * scale
    if measure == "skip":
        return None
    if measure == "length":
        measure, factor = m.measure_length(text, n, row, floor)
    if measure == "duration":
        if _AGO.match(text, end):
            return None
        if ages.is_age(text, n, row["unit"]):
            measure = "age"
    if measure == "magnitude" and (n.high is None or n.high > 10):
        return None
    reach = begin if begin != n.start else None  # a unit between a number and its bounds: `lebih dari Rp 5 juta`
    start = n.begin if reach is None else numerals.bound(n, text, reach, language).begin
    return m.Judgement(measure, f"measure:unit:{row['unit']}", None, start, end, factor=factor, reach=reach)


def _figure(article: Article, view: View, n: Numeral, j: m.Judgement) -> Figure:
    start, end = view.span(j.start, max(j.end, n.stop))
    a, b = view.span(n.start, n.end)
    text = article.text
    low, high = (None if v is None else _scaled(v, j.factor) for v in (n.low, n.high))
    counted = None
    if j.counted is not None and j.counted.end > j.counted.start:
        c, d = view.span(j.counted.start, j.counted.end)
        counted = text[c:d]
    return Figure(
        id=finding_id(article.id, "figure", start, end),
        article=article.id,
        start=start,
        end=end,
        text=text[start:end],
        number=Span(start=a, end=b, text=text[a:b]),
        low=low,
        high=high,
        approx=n.approx,
        measure=j.measure,
        rule=j.rule,
        counted=counted,
        part=j.part,
    )


# The one whose age is told is named within so many characters before it.
MAX_TO_NAME = 80
_CALLED = re.compile(
    r"((?:[A-Z][\w’'.-]*[ ]){0,3}[A-Z][\w’'-]*)[”\"]?"
    r"(?: ?\((?:usia |umur )?|, (?:yang )?(?:berusia |usia |berumur )?| (?:yang )?(?:berusia|usia|berumur) (?:sekitar )?)$"
)


def _aged(figure: Figure, people: list[tuple[int, int, str]], text: str) -> Figure:
    """An age with the name of whose it is: written right before it, or the nearest person named before it."""
    if figure.measure != "age":
        return figure
    begin = max(0, figure.number.start - MAX_TO_NAME)
    written = _CALLED.search(text, begin, figure.number.start)
    near = [(b, t) for a, b, t in people if begin <= a and b <= figure.number.start]
    name = written[1] if written else max(near)[1] if near else None
    return replace(figure, counted=name)


def _scaled(value: int | float, factor: float) -> int | float:
    product = round(value * factor, 9)
    return int(product) if product == int(product) else product
