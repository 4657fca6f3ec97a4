"""Correcting over a store: all or nothing, told when somebody else was quicker, and the same after a file has carried it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut.desk import Asked, Desk, NoSuchStory, correcting
from runut.lang import Language
from runut.model import Judgement
from runut.store import Conflict, open_store

DAY = "2031-04-02"
REPORTS = [
    {
        "source": "a.txt",
        "title": "Jembatan Lontar di Kalimas runtuh, 14 tewas",
        "published": DAY,
        "outlet": "Kabar Randu",
        "text": "Jembatan Lontar di Kalimas runtuh pada Selasa (1/4). Sebanyak 14 orang tewas, kata Rini Wijaya, juru bicara Dinas Sosial. "
        "Rini Wijaya mengatakan korban jembatan Lontar dibawa ke rumah sakit Kalimas.",
    },
    {
        "source": "b.txt",
        "title": "Jembatan Lontar di Kalimas runtuh, 17 tewas",
        "published": DAY,
        "outlet": "Suara Rawa",
        "text": "Sebanyak 17 orang tewas ketika jembatan Lontar di Kalimas runtuh Selasa (1/4), kata Kapolres Kalimas Bagas Prakoso. "
        "Bagas Prakoso mengatakan jembatan Lontar sudah tua.",
    },
]


@pytest.fixture
def bridge(desk: Desk) -> str:
    """The story of two reports in the desk's store."""
    desk.take_in([dict(r) for r in REPORTS])
    desk.catch_up()
    (story,) = desk.stories()
    return story.id


def killed(desk: Desk, story: str, text: str = "14") -> str:
    return next(f.id for f in desk.account(story).figures if f.number.text == text)


def states(desk: Desk, story: str | None = None) -> list[str]:
    return [s.state for s in desk.judgements(story)]


def test_a_correction_is_in_the_next_account_and_an_undo_takes_it_out(desk: Desk, bridge: str) -> None:
    row = desk.judge(bridge, "set", [killed(desk, bridge)], field="number", value="17", by="Sari", why="dicek")
    assert states(desk, bridge) == ["waiting"]
    assert desk.state(bridge).stale
    assert {f.low for f in desk.account(bridge).figures if f.measure == "killed"} == {17}
    assert states(desk, bridge) == ["applied"]
    back = desk.undo(row.judgement.id, by="Tio", why="keliru")
    assert {f.low for f in desk.account(bridge).figures if f.measure == "killed"} == {14, 17}
    assert [(s.state, s.undoes) for s in desk.judgements(bridge)] == [("applied", row.judgement), ("undone", None)]
    assert back.seq > row.seq


def test_who_judges_what_another_judged_meanwhile_is_told_and_can_send_again(desk: Desk, bridge: str) -> None:
    figure, seen = killed(desk, bridge), desk.store.read(lambda view: view.last_judgement())
    first = desk.judge(bridge, "set", [figure], field="number", value="15", by="Sari", why="dicek", sees=seen)
    with pytest.raises(Conflict) as told:
        desk.judge(bridge, "reject", [figure], by="Tio", why="angka lama", sees=seen)
    assert (told.value.seq, told.value.judgement) == (first.seq, first.judgement)
    assert len(desk.judgements()) == 1
    desk.judge(bridge, "reject", [figure], by="Tio", why="angka lama", sees=told.value.seq)
    other = killed(desk, bridge, "17")
    desk.judge(bridge, "note", [other], by="Tio", why="tanyakan", sees=seen)
    desk.judge(bridge, "note", [figure], by="Tio", why="tanyakan lagi", sees=first.seq)
    assert len(desk.judgements()) == 4


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the clock by which judgements are made."""

    def set_to(time: str) -> None:
        monkeypatch.setattr(correcting, "_now", lambda: f"2031-04-03T{time}+07:00")

    set_to("09:00:00")
    return set_to


def test_a_judgement_sent_again_is_one_however_long_after(desk: Desk, bridge: str, at: Callable[[str], None]) -> None:
    figure, other = killed(desk, bridge), killed(desk, bridge, "17")
    asked = {"by": "Sari", "why": "dicek"}
    sent: list[tuple[str, list[str], dict[str, str]]] = [
        ("reject", [figure], {}),
        ("set", [other], {"field": "number", "value": "18"}),
        ("join", [figure, other], {}),
        ("note", [figure], {}),
    ]
    kept = [desk.judge(bridge, act, ids, **more, **asked) for act, ids, more in sent]
    at("17:30:00")
    desk.account(bridge)
    assert [desk.judge(bridge, act, ids, **more, **asked) for act, ids, more in sent] == kept
    back = desk.undo(kept[0].judgement.id, by="Sari", why="keliru")
    at("21:00:00")
    assert desk.undo(kept[0].judgement.id, by="Sari", why="keliru") == back
    assert len(desk.judgements()) == 5


def test_what_is_not_the_same_is_another(desk: Desk, bridge: str, at: Callable[[str], None]) -> None:
    figure, other = killed(desk, bridge), killed(desk, bridge, "17")
    desk.judge(bridge, "reject", [figure], by="Sari", why="dicek")
    desk.judge(bridge, "note", [figure], by="Sari", why="dicek")
    at("10:00:00")
    desk.judge(bridge, "reject", [other], by="Sari", why="dicek")
    desk.judge(bridge, "reject", [figure], by="Tio", why="dicek")
    desk.judge(bridge, "note", [figure], by="Sari", why="dicek lagi")
    assert len(desk.judgements()) == 5


@pytest.mark.parametrize("later", ["09:00:00", "09:00:07"])
def test_after_its_undo_a_judgement_is_a_new_one(
    desk: Desk, bridge: str, at: Callable[[str], None], later: str
) -> None:
    figure = killed(desk, bridge)
    seen = []
    for _ in range(3):
        row = desk.judge(bridge, "reject", [figure], by="Sari", why="dicek")
        assert desk.judge(bridge, "reject", [figure], by="Sari", why="dicek") == row
        desk.account(bridge)
        assert states(desk)[0] == "applied"
        back = desk.undo(row.judgement.id, by="Sari", why="keliru")
        assert desk.undo(row.judgement.id, by="Sari", why="keliru") == back
        desk.account(bridge)
        assert states(desk)[:2] == ["applied", "undone"]
        seen += [row.seq, back.seq]
        at(later)
    assert seen == sorted(set(seen))
    first = desk.judgements()[-1].row.judgement.id
    again = desk.undo(
        desk.judgements()[-2].row.judgement.id, by="Sari", why="benar tadi"
    )  # which brings the first back
    desk.undo(first, by="Sari", why="keliru")
    assert desk.judgements()[0].row.seq == again.seq + 1
    desk.account(bridge)
    assert set(states(desk)) == {"applied", "undone"}
    lines = desk.export_judgements()
    assert len({j.id for j in runut.judgements_from_lines(lines)}) == len(lines) == 8


def test_what_another_word_overruled_can_be_said_again(desk: Desk, bridge: str, at: Callable[[str], None]) -> None:
    figure, other = killed(desk, bridge), killed(desk, bridge, "17")
    for value in ("15", "16", "15"):
        desk.judge(bridge, "set", [figure], field="number", value=value, by="Sari", why="dicek")
    desk.judge(bridge, "set", [figure], field="place", value="Kalimas", by="Sari", why="dicek")
    desk.judge(bridge, "set", [figure], field="number", value="15", by="Sari", why="dicek")
    assert 15 in {f.low for f in desk.account(bridge).figures if f.measure == "killed"}
    assert len(desk.judgements()) == 4
    desk.judge(bridge, "join", [figure, other], by="Sari", why="dicek")
    desk.judge(bridge, "part", [figure], others=[other], by="Tio", why="dicek")
    desk.judge(bridge, "join", [figure, other], by="Sari", why="dicek")
    assert len(desk.judgements()) == 7


def test_several_are_kept_together_or_not_at_all(desk: Desk, bridge: str) -> None:
    figure = killed(desk, bridge)
    good = Asked(act="set", subjects=(figure,), field="number", value="15")
    place = Asked(act="set", subjects=(figure,), field="place", value="Randu")
    assert len(desk.judge_all(bridge, [good, place], by="Sari", why="dicek")) == 2
    with pytest.raises(ValueError, match="is no measure"):
        bad = Asked(act="set", subjects=(figure,), field="measure", value="mati")
        desk.judge_all(bridge, [Asked(act="reject", subjects=(figure,)), bad], by="Sari", why="dicek")
    assert len(desk.judgements()) == 2
    ids = [s.row.judgement.id for s in desk.judgements()]
    with pytest.raises(KeyError):
        desk.undo_all([ids[0], "nothing"], by="Sari", why="keliru")
    assert len(desk.judgements()) == 2
    desk.undo_all(ids, by="Sari", why="keliru")
    assert states(desk, bridge) == ["waiting", "waiting", "undone", "undone"]


@pytest.mark.parametrize(
    ("act", "subject", "by", "why", "says"),
    [
        ("reject", "Entah Siapa", "Sari", "uji", "nothing in the account"),
        ("merge", "Rini Wijaya", "Sari", "uji", "two subjects"),
        ("reject", "Rini Wijaya", " ", "uji", "who judges"),
        ("reject", "Rini Wijaya", "Sari", "", "a reason"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    desk: Desk, bridge: str, act: str, subject: str, by: str, why: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        desk.judge(bridge, act, [subject], by=by, why=why)
    assert desk.judgements() == []


def test_a_text_where_a_list_is_wanted_is_refused(desk: Desk, bridge: str) -> None:
    with pytest.raises(ValueError, match="subjects are a list of words"):
        desk.judge(bridge, "note", killed(desk, bridge), by="Sari", why="tanyakan")
    with pytest.raises(ValueError, match="outlets are a list of words"):
        desk.search("tewas", outlets="kabar")
    assert desk.judgements() == []


def test_what_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(NoSuchStory):
        desk.judge("nothing", "reject", ["x"], by="Sari", why="uji")
    with pytest.raises(NoSuchStory):
        desk.judgements("nothing")
    with pytest.raises(KeyError):
        desk.undo("nothing", by="Sari", why="uji")


def test_judgements_are_listed_by_story_and_by_person(desk: Desk, bridge: str) -> None:
    desk.judge(bridge, "note", ["Rini Wijaya"], by="Sari", why="satu")
    desk.judge(bridge, "note", ["Bagas Prakoso"], by="Tio", why="dua")
    assert [s.row.judgement.why for s in desk.judgements()] == ["dua", "satu"]
    assert [s.row.judgement.why for s in desk.judgements(by="sari")] == ["satu"]
    assert {s.story for s in desk.judgements(bridge)} == {bridge}
    assert all(s.title for s in desk.judgements())
    (last,) = desk.judgements(limit=1)
    assert last.row.judgement.why == "dua"
    assert [s.row.judgement.why for s in desk.judgements(before=last.row.seq, limit=5)] == ["satu"]
    assert desk.judgements(by="sari", before=last.row.seq - 1) == []
    assert desk.judges() == desk.judges(bridge) == ["Sari", "Tio"]


def test_a_file_with_bad_lines_is_refused_whole_with_each_of_them_named(desk: Desk, bridge: str) -> None:
    good = runut.judge(desk.account(bridge), "note", ["Rini Wijaya"], by="Sari", why="satu")
    lines = [runut.to_json(good), "{", '{"id": "x", "act": "blame", "subjects": [], "by": "person:X", "why": "y"}', ""]
    with pytest.raises(ValueError, match=r"line 2: .*line 3: "):
        desk.import_judgements(lines)
    assert desk.judgements() == []
    assert desk.import_judgements([lines[0], lines[0]]) == (1, 0)
    assert desk.import_judgements(lines[:1]) == (0, 1)


def test_two_judgements_under_one_id_are_refused(desk: Desk, bridge: str) -> None:
    one = runut.judge(desk.account(bridge), "note", ["Rini Wijaya"], by="Sari", why="satu")
    two = replace(one, why="dua")
    with pytest.raises(ValueError, match="line 3: another judgement has the id"):
        desk.import_judgements([runut.to_json(one), "", runut.to_json(two)])
    assert desk.judgements() == []
    desk.import_judgements([runut.to_json(one)])
    with pytest.raises(ValueError, match="line 1: another judgement has the id"):
        desk.import_judgements([runut.to_json(two)])


def test_a_judgement_of_reports_that_are_not_here_is_kept_and_said_to_be_elsewhere(desk: Desk, bridge: str) -> None:
    told = runut.account([{"text": "Bupati Suryo Laksana meresmikan pasar di Randu."}], using=desk.using)
    away = runut.judge(told, "note", ["Suryo Laksana"], by="Sari", why="satu")
    desk.import_judgements([runut.to_json(away)])
    (found,) = desk.judgements()
    assert (found.state, found.story) == ("waiting", None)
    assert desk.export_judgements() == [runut.to_json(away)]
    assert desk.export_judgements(bridge) == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("stores")


TOLD = runut.account([dict(r) for r in REPORTS])
IDS = [*(f.id for f in TOLD.figures), *(s.id for s in TOLD.statements), *(e.id for e in TOLD.entities)]


def one(n: int, subject: str, act: str, who: str) -> Judgement:
    when = f"2031-04-03T10:{n:02}:00+07:00"
    return runut.judge(TOLD, act, [subject], by=who, why=f"alasan {n}", when=when)


judged = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(["reject", "note"]), st.sampled_from(["Sari", "Tio"])), max_size=6
).map(lambda rows: [one(n, *row) for n, row in enumerate(rows)])


@settings(max_examples=15, deadline=None)
@given(judged, st.data())
def test_what_is_exported_and_imported_elsewhere_is_exported_alike(
    empty: Path, languages: Mapping[str, Language], made: list[Judgement], data: st.DataObject
) -> None:
    lines = [runut.to_json(j) for j in made]
    out = []
    for _ in range(2):
        with open_store(empty / f"{len(list(empty.iterdir()))}.db") as store:
            desk = Desk(store, using=languages)
            desk.import_judgements(lines)
            again = data.draw(st.permutations(lines)) if lines else []
            assert desk.import_judgements(again) == (0, len(set(lines)))
            lines = desk.export_judgements()
            out.append(lines)
    assert out[0] == out[1] == list(dict.fromkeys(runut.to_json(j) for j in made))


def test_of_a_file_the_rules_lines_are_passed_over_but_those_that_a_person_took_back(desk: Desk, bridge: str) -> None:
    told = desk.account(bridge)
    rules = runut.judgements_of(told)
    assert len(rules) > 1
    joined = next(r for r in rules if r.act == "join")
    mine = runut.judge(told, "note", ["Suara Rawa"], by="Sari", why="tanyakan")
    undo = runut.judge(told, "undo", [joined.id], by="Sari", why="dua hal")
    lines = runut.judgements_to_lines([*rules, mine, undo])
    assert desk.import_judgements(lines) == (3, 0)
    assert desk.import_judgements(lines) == (0, 3)
    assert desk.judges() == ["Sari"]
    assert [s.row.judgement.id for s in desk.judgements()] == [undo.id, mine.id]
    assert desk.judgements()[0].undoes == joined
    desk.account(bridge)
    assert states(desk, bridge) == ["applied", "applied"]
    assert desk.export_judgements() == runut.judgements_to_lines([joined, mine, undo])


def test_rules_lines_that_an_earlier_version_kept_are_not_listed_among_persons(desk: Desk, bridge: str) -> None:
    rules = runut.judgements_of(desk.account(bridge))
    desk.store.write(lambda writer: [writer.add_judgement(rule) for rule in rules])
    mine = desk.judge(bridge, "note", ["Suara Rawa"], by="Sari", why="tanyakan")
    assert desk.judges() == ["Sari"]
    assert [s.row for s in desk.judgements()] == [mine]
    with desk.store.reading() as view:
        assert view.judgements(persons=True) == [mine]
        assert view.judgements(persons=True, articles=view.members(bridge), limit=1) == [mine]
    assert desk.export_judgements() == runut.judgements_to_lines([mine.judgement])
