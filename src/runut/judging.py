"""Judgements in a file that is diffed and kept: read, made, and written with what the rules judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from runut import codec
from runut.comparing import corrections, rulings
from runut.comparing.rulings import ACTS, APART, JOIN, LAYERS, MERGE, NOTE, PART, REJECT, SET, SPLIT, TOGETHER, UNDO
from runut.model import Account, Entity, Event, Figure, Judgement, Report, Statement, Subject

_NAMES, _GROUPED = ("names",), ("figures", "statements", "events", "reports")
OF_ACT = {
    MERGE: _NAMES,
    SPLIT: _NAMES,
    JOIN: _GROUPED,
    PART: _GROUPED,
    REJECT: (*_NAMES, *_GROUPED),
    SET: tuple(corrections.FIELDS),
    NOTE: LAYERS,
}
"""The layers of what each act is about."""
_KINDS = {"PER": "a person", "ORG": "an organisation", "GPE": "a place", "LOC": "a place"}
_ID = re.compile(rf"[0-9a-f]{{{codec.ID_LENGTH}}}")
_LONGEST_NAME, _LONGEST_REASON = 200, 4_000


class _Found(NamedTuple):
    """What a word of a person stands for: a finding or several of one thing."""

    layer: str
    subjects: tuple[Subject, ...]


def lines_of(text: str) -> list[str]:
    """The lines of a file of judgements; only line ends part them, not what else Unicode has to end lines in the words of a report."""
    *lines, last = re.split(r"\r\n|\r|\n", text)
    return [*lines, last] if last else lines


def judgements_from_lines(lines: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements of a file, a JSON object a line; blank lines are passed over.

    Raises ValueError that names every line that is none, with what is wrong in it.
    """
    out: list[Judgement] = []
    wrong: list[str] = []
    for number, line in enumerate(lines, 1):
        if number == 1:  # Windows editors put a mark of the encoding (BOM) there
            line = line.removeprefix("\ufeff")
        if not line.strip():
            continue
        try:
            judgement = codec.judgement_from_json(line)
            _check(judgement)
        except ValueError as error:
            wrong.append(f"line {number}: {error}")
        else:
            out.append(judgement)
    if wrong:
        raise ValueError("; ".join(wrong))
    return tuple(out)


def _check(judgement: Judgement) -> None:
    """Raise ValueError for a judgement that says nothing that can be done."""
    if judgement.act not in ACTS:
        raise ValueError(f"no act {judgement.act!r}; there are: {', '.join(ACTS)}")
    kind, _, name = judgement.by.partition(":")
    if kind not in ("person", "rule"):
        raise ValueError(f"`by` is person:NAME or rule:NAME, not {judgement.by[:_LONGEST_NAME]!r}")
    if kind == "person":
        _signed(name, judgement.why)
    if judgement.act == UNDO:
        if not judgement.undoes:
            raise ValueError("an undo names no judgement: it wants `undoes`")
        return
    layers = {s.layer for s in (*judgement.subjects, *judgement.others)}
    if len(layers) != 1:
        raise ValueError(f"its subjects are of {'one layer and another' if layers else 'no layer'}: {sorted(layers)}")
    (layer,) = layers
    if layer not in OF_ACT[judgement.act]:
        raise ValueError(f"{judgement.act} is for {', '.join(OF_ACT[judgement.act])}, not for {layer}")
    if judgement.act in TOGETHER and len(judgement.subjects) < 2:
        raise ValueError(f"{judgement.act} wants two subjects or more")
    if judgement.act in APART and not (judgement.subjects and judgement.others):
        raise ValueError(f"{judgement.act} wants `subjects` that leave and `others` whom they leave")
    if judgement.act == SET:
        corrections.check(layer, judgement.field, judgement.value)
    elif judgement.field is not None or judgement.value is not None:
        raise ValueError(f"{judgement.act} takes no field and no value: set does")


def judge(
    account: Account,
    act: str,
    subjects: Sequence[str],
    *,
    by: str,
    why: str,
    others: Sequence[str] = (),
    field: str | None = None,
    value: str | None = None,
    when: str | None = None,
) -> Judgement:
    """A person's judgement over things of an account.

    `subjects` and `others` are ids (of findings, entities, reports, or of a judgement to undo), names of entities, or outlets and file
    names of reports; an entity stands for its names in all reports, a date is named as `ARTICLE:START`. `field` and `value` are for `set`:
    see `corrections.FIELDS`. `by` is the person's name. Raises ValueError for a word that stands for nothing or for several things, for an
    act that does not suit what is named, and for a value that the field cannot have. An account does not know the judgements that are made
    over it: whether there is one of the id to undo is seen when it is replayed.
    """
    listed(subjects=subjects, others=others)
    if act == UNDO:
        if len(subjects) != 1:
            raise ValueError("undo takes the id of one judgement")
        if not _ID.fullmatch(subjects[0]):
            raise ValueError(f"undo takes the id of a judgement, which {subjects[0][:_LONGEST_NAME]!r} is not")
        return undo(subjects[0], by=by, why=why, when=when)
    _signed(by, why)
    known = _known(account)
    told = [_find(word, known) for word in subjects]
    if act in TOGETHER and len(set(told)) < 2:
        raise ValueError(f"{act} wants two subjects or more" + ("; these are one already" if len(told) > 1 else ""))
    left = [_find(word, known) for word in others]
    if act == MERGE:
        _one_kind(account, told)
    if act in APART:
        _apart(account, act, told, left)
    judgement = Judgement(
        id="",
        act=act,
        subjects=tuple(s for found in told for s in found.subjects),
        others=tuple(s for found in left for s in found.subjects),
        by=f"person:{by}",
        why=why,
        when=when,
        field=field,
        value=value.strip() if value is not None else None,
    )
    _check(judgement)
    return _finished(judgement)


def _one_kind(account: Account, told: Iterable[_Found]) -> None:
    """Raise ValueError where a person would be one with what is none."""
    ids = {s.id for found in told for s in found.subjects}
    merged = [e for e in account.entities if any(name in ids for _, name in e.members)]
    if rulings.are_apart(e.type for e in merged):
        named = ", ".join(f"{e.name!r} is {_KINDS.get(e.type, e.type)}" for e in merged)
        raise ValueError(f"{MERGE} is for names of one kind: {named}")


def _apart(account: Account, act: str, told: Iterable[_Found], left: Iterable[_Found]) -> None:
    """Raise ValueError where what is to leave and whom it is to leave are named by words for one and the same."""
    gone = {(s.layer, s.id) for found in told for s in found.subjects}
    both = gone & {(s.layer, s.id) for found in left for s in found.subjects}
    if not both:
        return
    together = [
        r.judgement.id
        for r in account.judgements
        if r.state == "applied"
        and r.judgement.act in TOGETHER
        and both & {(s.layer, s.id) for s in r.judgement.subjects}
    ]
    ways = [f"undo {' or '.join(together)}, which put them together"] if together else []
    raise ValueError(
        f"{act} cannot part what is one under both words: {'; or '.join([*ways, 'give the ids of the names or findings that leave'])}"
    )


def listed(**given: object) -> None:
    """Raise ValueError for an argument that is a single text where several words are wanted: its letters would each be one."""
    for name, words in given.items():
        if isinstance(words, str):
            raise ValueError(f"{name} are a list of words: [{words!r}]")


def undo(judgement: str, *, by: str, why: str, when: str | None = None) -> Judgement:
    """A person's judgement that takes back the one with this id; raises ValueError without a name or a reason."""
    _signed(by, why)
    return _finished(Judgement(id="", act=UNDO, subjects=(), by=f"person:{by}", why=why, when=when, undoes=judgement))


def made_at(judgement: Judgement, when: str) -> Judgement:
    """The same judgement made at another time, with the id that it has then."""
    return _finished(replace(judgement, when=when))


def said_before(judgement: Judgement, kept: Sequence[Judgement]) -> Judgement | None:
    """Of judgements in their order the one that says the same and still holds: of the same person, act and subjects, not taken back, and
    without a later one that says otherwise of them."""
    back = rulings.taken_back(kept)
    holding = [j for j in kept if j.id not in back]
    for n in range(len(holding) - 1, -1, -1):
        if _ruled(holding[n]) == _ruled(judgement):
            return None if any(_crosses(later, judgement) for later in holding[n + 1 :]) else holding[n]
    return None


def _crosses(later: Judgement, earlier: Judgement) -> bool:
    """Whether a judgement over some of the same may say otherwise than an earlier one."""
    if earlier.act == SET:
        return later.act == SET and later.field == earlier.field and _about(later, earlier)
    against = APART if earlier.act in TOGETHER else TOGETHER if earlier.act in APART else ()
    return later.act in against and _about(later, earlier)


def _about(one: Judgement, other: Judgement) -> bool:
    named = {(s.layer, s.id) for s in (*one.subjects, *one.others)}
    return not named.isdisjoint((s.layer, s.id) for s in (*other.subjects, *other.others))


def _signed(by: str, why: str) -> None:
    if not by.strip():
        raise ValueError("a judgement wants the name of who judges")
    if not why.strip():
        raise ValueError("a judgement wants a reason")
    if len(by) > _LONGEST_NAME or not by.isprintable():
        raise ValueError(f"the name of who judges is one line of at most {_LONGEST_NAME} characters")
    if len(why) > _LONGEST_REASON:
        raise ValueError(f"a reason is a text of at most {_LONGEST_REASON} characters")
    if "\0" in why:
        raise ValueError("a reason has no character 0 (NUL), which no text is written with")


def _finished(judgement: Judgement) -> Judgement:
    """The judgement with its id: of what it rules, who, and when, so that the same line twice is one."""
    head, tail = _ruled(judgement)
    return replace(judgement, id=codec.content_id("judgement", *head, judgement.when, *tail))


def _ruled(judgement: Judgement) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """Who rules what, whenever and for whatever reason: what stands before the time in an id, and what after it."""
    ids = sorted(f"{s.layer}/{s.id}" for s in judgement.subjects)
    left = sorted(f"{s.layer}/{s.id}" for s in judgement.others)
    tail: tuple[object, ...] = (judgement.undoes,)
    if judgement.act == SET:
        tail += (judgement.field, judgement.value)
    elif judgement.act == NOTE:  # two remarks on one thing are two
        tail += (judgement.why,)
    return (judgement.act, *ids, "|", *left, judgement.by), tail


def _find(word: str, known: Mapping[str, Sequence[_Found]]) -> _Found:
    found = known.get(word) or known.get(word.casefold()) or ()
    if not found:
        raise ValueError(f"{word!r} is nothing in the account: give the id of a finding, entity or report, or its name")
    if len(found) > 1:
        ids = ", ".join(s.id for f in found for s in f.subjects[:1])
        raise ValueError(f"{word!r} stands for {len(found)} things; give an id: {ids}")
    return found[0]


def _known(account: Account) -> Mapping[str, Sequence[_Found]]:
    """What can be named in an account: by id, and by name in small letters."""
    out: dict[str, list[_Found]] = {}

    def add(word: str | None, found: _Found) -> None:
        if word and found not in out.setdefault(word, []):
            out[word].append(found)

    sha = {report.id: report.sha256 for report in account.articles}
    for entity in account.entities:
        found = _Found("names", _names(entity, sha))
        for word in (entity.id, entity.name.casefold(), *(a.casefold() for a in entity.aliases)):
            add(word, found)
        for subject in found.subjects:
            add(subject.id, _Found("names", (subject,)))
    for subject in _subjects(account):
        add(subject.id, _Found(subject.layer, (subject,)))
        if subject.layer == "dates":
            add(f"{subject.article}:{subject.start}", _Found(subject.layer, (subject,)))
    for report in account.articles:
        found = _Found("reports", (_report(report),))
        file = report.source.replace("\\", "/").rsplit("/", 1)[-1]
        for word in (report.id, report.source, file, (report.outlet or "").casefold()):
            add(word, found)
    return out


def _report(report: Report) -> Subject:
    return Subject(layer="reports", id=report.id, article=report.id, sha256=report.sha256, text=report.source)


def _subjects(account: Account) -> Iterator[Subject]:
    """The figures, statements, events and dates of an account as subjects."""
    sha = {report.id: report.sha256 for report in account.articles}
    layers: tuple[tuple[str, Sequence[Figure | Statement | Event]], ...] = (
        ("figures", account.figures),
        ("statements", account.statements),
        ("events", account.events),
    )
    for layer, findings in layers:
        for f in findings:
            yield Subject(
                layer=layer, id=f.id, article=f.article, sha256=sha[f.article], start=f.start, end=f.end, text=f.text
            )
    for d in account.dates:
        id_ = corrections.date_id(d)
        yield Subject(
            layer="dates", id=id_, article=d.article, sha256=sha[d.article], start=d.start, end=d.end, text=d.text
        )


def _names(entity: Entity, sha: Mapping[str, str]) -> tuple[Subject, ...]:
    """An entity's names of single reports, each with its first mention."""
    first = {m.article: m for m in reversed(entity.mentions)}
    return tuple(
        Subject(
            layer="names",
            id=name,
            article=article,
            sha256=sha[article],
            start=first[article].start if article in first else None,
            end=first[article].end if article in first else None,
            text=first[article].text if article in first else None,
        )
        for article, name in entity.members
    )


def judgements_of(account: Account) -> tuple[Judgement, ...]:
    """What the rules judged in an account, each with its reason: joins of names, families, series, sayings, happenings, strays."""
    return tuple(_finished(judgement) for judgement in _of_rules(account))


def _of_rules(account: Account) -> Iterator[Judgement]:
    def ruled(act: str, subjects: Iterable[Subject], rule: str, why: str) -> Judgement:
        return Judgement(id="", act=act, subjects=tuple(subjects), by=f"rule:{rule}", why=why)

    sha = {report.id: report.sha256 for report in account.articles}
    for entity in account.entities:
        by_id = {s.id: s for s in _names(entity, sha)}
        for join in entity.joins:
            if join.a[1] in by_id and join.b[1] in by_id and join.rule != "judgement":
                yield ruled(MERGE, (by_id[join.a[1]], by_id[join.b[1]]), join.rule, join.why)
    reports = {r.id: _report(r) for r in account.articles}
    for family in account.families:
        if len(family.articles) > 1 and family.rule != "judgement":
            yield ruled(JOIN, (reports[a] for a in family.articles), family.rule or "families", family.why)
    for stray in account.off_story:
        if stray.rule != "judgement":
            yield ruled(REJECT, (reports[stray.article],), stray.rule or "off-story", stray.why)
    findings = {(s.layer, s.id): s for s in _subjects(account)}
    groups = [("figures", s.figures, s.rule, s.why) for s in account.series]
    groups += [("statements", s.statements, s.rule, s.why) for s in account.sayings]
    groups += [("events", h.events, h.rule, h.why) for h in account.happenings]
    for layer, ids, rule, why in groups:
        if len(ids) > 1 and rule != "judgement":
            yield ruled(JOIN, (findings[layer, i] for i in ids), rule, why)


def judgements_to_lines(made: Iterable[Judgement], lines: Sequence[str] = ()) -> list[str]:
    """The `lines` of a file as they are, and a line for each judgement that it does not have yet.

    Raises ValueError as `judgements_from_lines` does.
    """
    have = {judgement.id for judgement in judgements_from_lines(lines)}
    return [*lines, *(codec.to_json(j) for j in made if j.id not in have)]
