"""The desk: what is taken in is read, grouped and told as from files, and grows."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from invented import FLOOD, STRIKE

import runut
from outlets import Outlet, answer, page
from runut import face, pipeline
from runut.desk import Desk, NoSuchStory, NoSuchThing, Occupied, accounts, catching, reading
from runut.desk.reading import MADE_BY
from runut.lang import Language
from runut.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "kmp-lintang-samudra"
WEEK = ROOT / "examples" / "sepekan.jsonl"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, languages: Mapping[str, Language]) -> Iterator[Desk]:
    """A desk with the example, caught up; for tests that only look."""
    with open_store(tmp_path_factory.mktemp("desk") / "news.db") as store:
        desk = Desk(store, using=languages)
        desk.take_in(EXAMPLE)
        desk.catch_up()
        yield desk


def only(desk: Desk) -> str:
    (row,) = desk.stories()
    return row.id


def test_taken_in_again_nothing_is_new(desk: Desk) -> None:
    first = desk.take_in([*FLOOD, *STRIKE], origin="paste")
    again = desk.take_in([*STRIKE, *FLOOD], origin="file")
    assert len(first.new) == 5
    assert (again.new, set(again.known)) == ((), set(first.new))
    with desk.store.reading() as view:
        assert {row.origin for row in view.article_rows()} == {"paste"}


def test_a_report_without_an_address_is_known_by_what_it_tells(desk: Desk) -> None:
    bare = {"text": "Lima orang tewas di Selat Sirih."}
    rows = [bare, bare | {"judul": "Feri Karam"}, bare | {"sumber": "Suara Rawa"}, {"text": "Dua kapal kandas."}]
    first = desk.take_in(rows)
    assert (len(first.new), first.known) == (4, ())
    again = desk.take_in(rows[::-1])
    assert (again.new, set(again.known)) == ((), set(first.new))
    assert [desk.take_in([row]).known for row in rows] == [(id,) for id in first.new]
    other = desk.take_in([bare | {"tanggal": "10 Maret 2031", "penulis": "Tari"}])
    assert len(other.new) == 1
    assert desk.article(other.new[0]).authors == ("Tari",)


def test_what_gives_no_article_is_kept_with_its_reason(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "rusak.json").write_text("{", "utf-8")
    (tmp_path / "baik.txt").write_text("Kapal tenggelam di Selat Sirih.", "utf-8")
    taken = desk.take_in([tmp_path / "rusak.json", tmp_path / "baik.txt", tmp_path / "tidak-ada.txt"])
    assert len(taken.new) == 1
    assert [Path(s.source).name for s in taken.skipped] == ["rusak.json", "tidak-ada.txt"]
    with desk.store.reading() as view:
        assert {(row.source, row.reason) for row in view.skipped()} == {(s.source, s.reason) for s in taken.skipped}


def test_a_link_that_may_not_be_fetched_is_skipped_with_its_reason(desk: Desk) -> None:
    taken = desk.take_in(["http://127.0.0.1/berita", FLOOD[0]])
    assert [s.source for s in taken.skipped] == ["http://127.0.0.1/berita"]
    assert len(taken.new) == 1


def test_links_are_fetched_and_taken_in_beside_files(desk: Desk, outlet: Outlet) -> None:
    outlet.pages["/banjir"] = answer(page(FLOOD[0]["title"], FLOOD[0]["text"]))
    links = [f"{outlet.url}/banjir", f"{outlet.url}/hilang"]
    taken = desk.take_in([FLOOD[1], *links, FLOOD[2]], allow_private_links=True)
    assert len(taken.new) == 3
    assert [s.source for s in taken.skipped] == [links[1]]
    with desk.store.reading() as view:
        assert links[0] in {row.source for row in view.article_rows()}


def test_taking_in_can_be_stopped_and_begun_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runut.desk.taking.TOGETHER", 2)
    steps: list[int] = []
    taken = desk.take_in(
        [*FLOOD, *STRIKE], progress=lambda stage, done, of: steps.append(done), cancelled=lambda: len(steps) >= 1
    )
    assert (len(taken.new), steps) == (2, [2])
    assert len(desk.take_in([*FLOOD, *STRIKE]).new) == 3


def test_the_account_out_of_a_store_is_that_of_the_files(told: Desk, languages: Mapping[str, Language]) -> None:
    assert told.account(only(told)) == runut.account(EXAMPLE, using=languages)
    assert runut.verify(told.account(only(told))) == ()


def test_an_account_is_kept_until_something_changes(told: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    story = only(told)
    first = told.account(story)
    state = told.state(story)
    assert (state.story, state.size, state.stale) == (story, 7, False)

    def no_telling(*args: object, **options: object) -> None:
        raise AssertionError("told anew")

    monkeypatch.setattr(face, "tell_story", no_telling)
    assert told.account(story) == first
    assert json.loads(told.account_json(story))["sha256"] == first.sha256
    assert told.state(story) == state


def test_readings_that_are_kept_are_not_made_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.take_in(FLOOD)
    desk.catch_up()

    def no_reading(*args: object, **options: object) -> None:
        raise AssertionError("read anew")

    monkeypatch.setattr(pipeline, "read", no_reading)
    assert len(desk.account(only(desk)).articles) == 3


def test_a_report_whose_day_its_siblings_tell_is_read_again_with_it(
    desk: Desk, languages: Mapping[str, Language]
) -> None:
    undated = {**FLOOD[1], "published": None}
    desk.take_in([FLOOD[0], undated, FLOOD[2]])
    desk.catch_up()
    account = desk.account(only(desk))
    assert {a.anchor_from for a in account.articles} == {"metadata", "reports"}
    assert account == runut.account([desk.article(a.id) for a in account.articles], using=languages)


def test_lists_can_cover_the_names_that_an_account_covers(desk: Desk) -> None:
    desk.take_in(WEEK)
    desk.catch_up()
    rows = {row.id: row for row in desk.stories()}
    assert desk.covers(rows) == {}
    accounts = {id: desk.account(id) for id in rows}
    covered = {id: runut.mask(account) for id, account in accounts.items()}
    protected = {id for id, account in covered.items() if account.masking}
    assert protected
    covers = desk.covers(rows)
    assert set(covers) == protected
    for id, cover in covers.items():
        for before, after in zip(accounts[id].entities, covered[id].entities, strict=True):
            assert cover(before.name) == after.name
        assert cover(accounts[id].story.title or "") == (covered[id].story.title or "")
        assert cover("Kapal tenggelam di Selat Sirih") == "Kapal tenggelam di Selat Sirih"


def test_an_article_and_its_reading_come_out_as_they_went_in(told: Desk, languages: Mapping[str, Language]) -> None:
    for report in told.account(only(told)).articles:
        article = told.article(report.id)
        assert (article.text, article.source, article.sha256) == (report.text, report.source, report.sha256)
        assert told.reading(report.id) == face.read(article, using=languages)
    with pytest.raises(KeyError):
        told.article("nothing")


def test_findings_stand_where_they_say(told: Desk) -> None:
    with told.store.reading() as view:
        for row in view.article_rows():
            text = told.article(row.id).text
            found = view.findings(article=row.id)
            assert {f.layer for f in found} >= {"names", "statements"}
            assert all(text[f.start : f.end] == f.text for f in found)


def test_stories_grow_and_tell_what_became_of_them(desk: Desk) -> None:
    desk.take_in([*FLOOD[:2], STRIKE[0]])
    assert {c.kind for c in desk.catch_up().changes} == {"new"}
    before = {row.size: row.id for row in desk.stories()}
    assert set(before) == {2, 1}
    since = max(row.changed_at for row in desk.stories())
    desk.take_in([FLOOD[2]])
    (change,) = desk.catch_up().changes
    assert (change.kind, change.story) == ("grown", before[2])
    changed = desk.changed_stories(since)
    assert changed[0][0].id == before[2]
    assert changed[0][1][-1].kind == "grown"
    assert desk.catch_up().changes == ()


def test_an_older_report_gives_a_story_a_new_id_and_the_old_one_leads_there(desk: Desk) -> None:
    desk.take_in(FLOOD[1:])
    desk.catch_up()
    before = only(desk)
    desk.account(before)
    desk.take_in([FLOOD[0]])
    desk.catch_up()
    now = only(desk)
    assert now != before
    assert desk.story_now(before) == desk.state(before).story == now
    assert len(desk.account(before).articles) == 3
    assert next(d.kind for d in desk.changes(before, 1)) == "reports"


def test_what_another_version_kept_in_another_shape_is_made_anew(desk: Desk) -> None:
    desk.take_in(FLOOD[:2])
    desk.catch_up()
    story = only(desk)
    account = desk.account(story)
    first = account.articles[0].id
    reading = desk.reading(first)
    with desk.store.writing() as writer:
        writer.put_account(story, key="another", data=b'{"schema": "runut/account/0"}', digest=b"\x00")
        writer.put_reading(first, made_by=MADE_BY, data=b"\x00", findings=())
    assert desk.account(story, fresh=False) == account
    assert desk.reading(first) == reading
    assert desk.changes(story, 2) == ()


def test_a_story_that_was_told_before_is_told_anew_when_it_grew(desk: Desk) -> None:
    desk.take_in([*FLOOD[:2], *STRIKE])
    desk.catch_up()
    flood = next(row.id for row in desk.stories() if "Banjir" in (row.title or ""))
    desk.account(flood)
    desk.take_in([FLOOD[2]])
    assert desk.catch_up().told == (flood,)
    state = desk.state(flood)
    assert (state.version, state.stale) == (2, False)
    strike = next(row.id for row in desk.stories() if row.id != flood)
    assert desk.state(strike).version is None
    assert desk.catch_up(tell=[strike, "no-story"]).told == (strike,)


def test_the_last_account_is_to_be_had_while_a_newer_one_is_not_told(desk: Desk) -> None:
    desk.take_in(FLOOD[:2])
    desk.catch_up()
    story = only(desk)
    first = desk.account(story, fresh=False)
    desk.judge(story, "reject", [first.figures[0].id], by="Sari", why="bukan korban")
    assert desk.state(story).stale
    assert desk.account(story, fresh=False) == first
    assert desk.account(story) != first
    assert not desk.state(story).stale


def test_lists_call_a_story_that_was_told_as_its_account_does(told: Desk) -> None:
    account = told.account(only(told))
    (row,) = told.stories()
    assert (row.title, row.independent) == (account.story.title, account.story.independent)


def test_a_story_that_never_was_is_named(desk: Desk) -> None:
    for ask in (desk.account, desk.state, desk.story_now, lambda s: desk.changes(s, 1), lambda s: desk.entity(s, "x")):
        with pytest.raises(NoSuchStory, match="no story 'nothing'"):
            ask("nothing")


def test_one_article_that_cannot_be_read_stops_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    glance = pipeline.glance
    tried: list[str] = []

    def fragile(article: runut.Article, *rest: object) -> pipeline.Glance:
        tried.append(article.id)
        if "mogok-1" in article.source:
            raise RuntimeError("boom")
        return glance(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "glance", fragile)
    desk.take_in([*FLOOD, *STRIKE])
    done = desk.catch_up()
    assert done.read == 4
    assert [("mogok-1" in s.source, "boom" in s.reason) for s in done.skipped] == [(True, True)]
    with desk.store.reading() as view:
        (row,) = [row for row in view.article_rows() if not row.read]
        assert "boom" in (row.unread_why or "")
    tried.clear()
    assert desk.catch_up().read == 0
    assert not tried


def test_one_story_that_cannot_be_told_stops_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.take_in([*FLOOD, *STRIKE])
    desk.catch_up()
    ids = [row.id for row in desk.stories()]
    tell_story = face.tell_story

    def fragile(articles: list[runut.Article], **more: object) -> runut.Account:
        if len(articles) == 3:
            raise RuntimeError("boom")
        return tell_story(articles, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(face, "tell_story", fragile)
    done = desk.catch_up(tell=ids)
    assert len(done.told) == 1
    assert [s.reason for s in done.skipped] == ["could not be told: RuntimeError: boom"]


def test_a_new_version_reads_all_again_and_the_stories_stay(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.take_in([*FLOOD, *STRIKE])
    desk.catch_up()
    stories = {row.id: row.size for row in desk.stories()}
    for module in (reading, accounts):
        monkeypatch.setattr(module, "MADE_BY", "runut 99")
    done = desk.catch_up()
    assert (done.read, done.changes) == (5, ())
    assert {row.id: row.size for row in desk.stories()} == stories


def test_reading_again_to_another_end_groups_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.take_in([*FLOOD, *STRIKE])
    desk.catch_up()
    sketch = reading.stories.sketch

    def apart(made: runut.Reading, language: Language) -> object:
        return replace(sketch(made, language), words=(), fingerprints=(), signature=())

    monkeypatch.setattr(reading.stories, "sketch", apart)
    for module in (reading, accounts):
        monkeypatch.setattr(module, "MADE_BY", "runut 99")
    done = desk.catch_up()
    assert {c.kind for c in done.changes} == {"split"}
    assert [row.size for row in desk.stories()] == [1] * 5


def state_of(store: Store) -> object:
    """All that a store holds of readings and stories."""
    with store.reading() as view:
        rows = view.article_rows(limit=None)
        return (
            {row.id: (row.read, row.story) for row in rows},
            view.readings([row.id for row in rows]),
            {row.id: view.findings(article=row.id) for row in rows},
            {row.id: (row.size, row.title, view.members(row.id)) for row in view.stories(limit=None)},
        )


@pytest.mark.parametrize("stop_after", [1, 2, 3, 5])
def test_stopped_anywhere_and_begun_again_the_outcome_is_the_same(
    tmp_path: Path, languages: Mapping[str, Language], monkeypatch: pytest.MonkeyPatch, stop_after: int
) -> None:
    monkeypatch.setattr(catching, "TOGETHER", 1)
    outcomes = []
    for n, stop in enumerate((None, stop_after)):
        with open_store(tmp_path / f"{n}.db") as store:
            desk = Desk(store, using=languages)
            desk.take_in([*FLOOD, *STRIKE])
            steps: list[str] = []

            def note(stage: str, done: int, of: int | None, steps: list[str] = steps, stop: int | None = stop) -> None:
                steps.append(stage)
                if len(steps) == stop:
                    raise KeyboardInterrupt

            if stop:
                with pytest.raises(KeyboardInterrupt):
                    desk.catch_up(progress=note)
            desk.catch_up()
            outcomes.append(state_of(store))
    assert outcomes[0] == outcomes[1]


def test_processes_of_their_own_read_what_one_does(
    tmp_path: Path, languages: Mapping[str, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching, "WORTH_WORKERS", 1)
    outcomes = []
    for workers in (1, 2):
        with open_store(tmp_path / f"{workers}.db") as store:
            desk = Desk(store, using=languages)
            desk.take_in([*FLOOD, *STRIKE])
            desk.catch_up(workers=workers)
            outcomes.append(state_of(store))
    assert outcomes[0] == outcomes[1]


def test_two_at_once_one_waits_or_gives_way(desk: Desk) -> None:
    desk.take_in([*FLOOD, *STRIKE])
    with desk.store.writing() as writer:
        assert writer.take_lock(catching.LOCK, "another", 60)
    with pytest.raises(Occupied, match="is kept and will be read"):
        desk.catch_up(wait=0)
    with pytest.raises(Occupied):
        desk.catch_up(cancelled=lambda: True)
    done: list[int] = []
    waiting = threading.Thread(target=lambda: done.append(desk.catch_up().read))
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    with desk.store.writing() as writer:
        writer.free_lock(catching.LOCK, "another")
    waiting.join(60)
    assert done == [5]


def test_who_lost_its_turn_writes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching, "HELD", -1)  # at once another may take it
    desk.take_in(FLOOD)

    def robbed(stage: str, done: int, of: int | None) -> None:
        with desk.store.writing() as writer:
            writer.take_lock(catching.LOCK, "another", 60)

    with pytest.raises(Occupied, match="taken over"):
        desk.catch_up(progress=robbed)
    assert desk.stories() == []


def test_an_entity_says_what_when_under_which_names(told: Desk) -> None:
    story = only(told)
    account = told.account(story)
    head = next(e for e in account.entities if e.name == "Bagas Prakoso")
    profile = told.entity(story, head.id)
    assert {"Bagas", "Bagas Prakoso"} <= {f.text for f in profile.names}
    assert [f.text for f in profile.roles] == ["Kepala Kantor SAR Muara Lontar"]
    days = [u.day for u in profile.said]
    assert days == sorted(days, key=str)
    assert (days[0], days[-1]) == ("2026-03-10", "2026-03-13")
    texts = {a.id: a.text for a in account.articles}
    for form in (*profile.names, *profile.roles):
        assert form.evidence
        assert all(texts[p.article][p.start : p.end] == p.text for p in form.evidence)
    with pytest.raises(NoSuchThing):
        told.entity(story, "nothing")


def test_names_are_found_over_all_stories(desk: Desk) -> None:
    elsewhere = {
        **STRIKE[1],
        "text": STRIKE[1]["text"]
        + "\n\nBupati Lembah Wangi Rusdi Kartana mengatakan pemerintah siap menengahi perundingan upah.",
    }
    desk.take_in([FLOOD[0], elsewhere])
    desk.catch_up()
    (found,) = [n for n in desk.names("rusdi kartana") if n.name == "Rusdi Kartana"]
    assert (found.type, found.reports, len(found.stories)) == ("PER", 2, 2)
    assert found.statements == len(desk.said_by("Rusdi Kartana"))
    assert {u.story for u in desk.said_by("Rusdi Kartana")} == {row.id for row in desk.stories()}
    assert desk.names("  ") == []


def test_a_judgement_is_replayed_and_taken_back(desk: Desk) -> None:
    desk.take_in(FLOOD[:2])
    desk.catch_up()
    story = only(desk)
    account = desk.account(story)
    rejected = desk.judge(story, "reject", [account.figures[0].id], by="Sari", why="bukan korban")
    (ruling,) = desk.account(story).judgements
    assert (ruling.judgement.by, ruling.state) == ("person:Sari", "applied")
    desk.undo(rejected.judgement.id, "Tari", "salah baca")
    assert [r.state for r in desk.account(story).judgements] == ["undone", "applied"]
    lines = desk.export_judgements(story)
    assert desk.import_judgements(lines) == (0, 2)
    with pytest.raises(ValueError, match="line 2"):
        desk.import_judgements([lines[0], "{"])


def test_the_store_is_the_same_on_both_engines(store: Store, languages: Mapping[str, Language]) -> None:
    desk = Desk(store, using=languages)
    desk.take_in([*FLOOD[:2], *STRIKE])
    desk.catch_up()
    flood = next(row for row in desk.stories() if "Banjir" in (row.title or ""))
    desk.account(flood.id)
    desk.take_in([FLOOD[2]])
    desk.catch_up()
    account = desk.account(flood.id)
    assert account == runut.account([desk.article(a.id) for a in account.articles], using=languages)
    assert "Korban tewas: 3 orang → 5 orang" in " ".join(d.text for d in desk.changes(flood.id, 1)) or desk.changes(
        flood.id, 1
    )
    assert desk.search("tewaskan").total
