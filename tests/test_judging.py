"""Judgements: a file that is replayed, added to, and never loses a line."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import runut
from runut import face
from runut.cli import cli
from runut.comparing.rulings import Order, Rulings
from runut.model import Account, Entity, Judgement

DAY = "2031-04-02"
REPORTS = [
    {
        "source": "a",
        "title": "Jembatan Lontar runtuh",
        "published": DAY,
        "outlet": "Kabar Randu",
        "text": "Jembatan di Kalimas runtuh pada Rabu. Sebanyak 14 orang tewas, kata Rini Wijaya, juru bicara Dinas Sosial Kalimas. "
        "Rini Wijaya mengatakan korban dibawa ke rumah sakit.",
    },
    {
        "source": "b",
        "title": "Korban jembatan Kalimas",
        "published": DAY,
        "outlet": "Harian Meranti",
        "text": "Jembatan di Kalimas runtuh. Sebanyak 14 orang tewas, kata Rani Wijayanti dari Dinas Sosial Kalimas. "
        "Rani Wijayanti meminta warga menjauh.",
    },
    {
        "source": "c",
        "title": "Jembatan Kalimas runtuh, 17 tewas",
        "published": DAY,
        "outlet": "Suara Rawa",
        "text": "Sebanyak 17 orang tewas ketika jembatan di Kalimas runtuh, kata Kepala Polres Kalimas Bagas Prakoso.",
    },
]


TABLES = face.languages()


def tell(judgements: Any = (), reports: Any = REPORTS) -> Account:
    return runut.account([dict(r) for r in reports], judgements=judgements, using=TABLES)


def entity(told: Account, name: str) -> Entity:
    return next(e for e in told.entities if e.name == name)


def states(told: Account) -> list[str]:
    return [r.state for r in told.judgements]


def test_a_text_where_a_list_is_wanted_is_refused() -> None:
    told = tell()
    with pytest.raises(ValueError, match=r"subjects are a list of words: \['Rini Wijaya'\]"):
        runut.judge(told, "note", "Rini Wijaya", by="Sari", why="tanyakan")
    with pytest.raises(ValueError, match="others are a list of words"):
        runut.judge(told, "split", ["Rini Wijaya"], others="Rani Wijayanti", by="Sari", why="bukan satu orang")
    assert runut.judge(told, "note", ["Rini Wijaya"], by="Sari", why="tanyakan").subjects


def test_a_person_merges_two_names_and_the_findings_stay_as_they_were() -> None:
    before = tell()
    merge = runut.judge(before, "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    after = tell([merge])
    names = {e.name for e in after.entities}
    assert len({"Rini Wijaya", "Rani Wijayanti"} & names) == 1
    one = next(e for e in after.entities if e.name in ("Rini Wijaya", "Rani Wijayanti"))
    assert {m.text for m in one.mentions} >= {"Rini Wijaya", "Rani Wijayanti"}
    assert "judgement" in one.why
    assert states(after) == ["applied"]
    assert (before.figures, before.dates) == (after.figures, after.dates)
    assert not runut.verify(after, reread=False)


def test_a_split_takes_a_name_out_and_an_undo_puts_it_back() -> None:
    twins = [REPORTS[0], REPORTS[1] | {"text": REPORTS[0]["text"].replace("runtuh pada Rabu", "ambruk")}]
    before = tell(reports=twins)
    members = entity(before, "Rini Wijaya").members
    assert len(members) == 2
    split = runut.judge(before, "split", [members[0][1]], others=[members[1][1]], by="Sari", why="dua orang")
    after = tell([split], twins)
    assert sorted(len(e.members) for e in after.entities if e.name == "Rini Wijaya") == [1, 1]
    undo = runut.judge(after, "undo", [split.id], by="Tio", why="keliru")
    again = tell([split, undo], twins)
    assert len(entity(again, "Rini Wijaya").members) == 2
    assert states(again) == ["undone", "applied"]


def test_an_undone_undo_has_no_force() -> None:
    before = tell()
    merge = runut.judge(before, "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    undo = runut.judge(before, "undo", [merge.id], by="Tio", why="keliru")
    back = runut.judge(before, "undo", [undo.id], by="Sari", why="tidak keliru")
    told = tell([merge, undo, back])
    assert states(told) == ["applied", "undone", "applied"]
    assert len({"Rini Wijaya", "Rani Wijayanti"} & {e.name for e in told.entities}) == 1


def test_a_rule_s_judgement_undone_is_turned_round() -> None:
    twins = [REPORTS[0], REPORTS[0] | {"source": "b", "outlet": "Harian Meranti"}]
    before = tell(reports=twins)
    assert before.story.independent == 1
    (family,) = [j for j in runut.judgements_of(before) if j.act == "join" and j.subjects[0].layer == "reports"]
    undo = runut.judge(before, "undo", [family.id], by="Sari", why="keduanya meliput")
    after = tell([family, undo], twins)
    assert after.story.independent == 2
    assert states(after) == ["undone", "applied"]


def test_a_rejected_figure_stays_in_its_layer_and_counts_nowhere() -> None:
    before = tell()
    wrong = next(f for f in before.figures if f.low == 17)
    assert any(wrong.id in s.figures for s in before.series)
    reject = runut.judge(before, "reject", [wrong.id], by="Sari", why="angka tahun lalu")
    after = tell([reject])
    assert wrong in after.figures
    assert not any(wrong.id in s.figures for s in after.series)
    assert not any("17" in line.text for line in after.brief if line.kind == "current")


def test_a_rejected_report_is_off_the_story_with_the_reason() -> None:
    before = tell()
    reject = runut.judge(before, "reject", ["Suara Rawa"], by="Sari", why="peristiwa lain")
    after = tell([reject])
    (stray,) = after.off_story
    assert (stray.why, stray.rule) == ("peristiwa lain", "judgement")
    assert len(after.articles) == 3


def test_a_finding_is_found_again_when_its_file_has_moved() -> None:
    before = tell()
    merge = runut.judge(before, "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    moved = [r | {"source": f"arsip/{r['source']}"} for r in REPORTS]
    after = tell([merge], moved)
    assert states(after) == ["applied"]
    assert len({"Rini Wijaya", "Rani Wijayanti"} & {e.name for e in after.entities}) == 1


def counted(told: Account) -> tuple[int, int, str]:
    line = next((x.text for x in told.brief if x.kind == "independence"), "")
    return told.story.reports, told.story.independent, line


def test_a_rejected_report_is_counted_nowhere() -> None:
    twins = [*REPORTS, REPORTS[0] | {"source": "d", "outlet": "Warta Nipah", "title": "Runtuh di Nipah"}]
    before = tell(reports=twins)
    assert counted(before) == (4, 3, "4 laporan, 3 berdiri sendiri; Warta Nipah & Kabar Randu satu sumber")
    one = runut.judge(before, "reject", ["Warta Nipah"], by="Sari", why="peristiwa lain")
    after = tell([one], twins)
    assert counted(after) == (3, 3, "3 laporan, 3 berdiri sendiri")
    assert after.story.outlets == 3 and len(after.articles) == 4
    assert "3 laporan" in runut.to_html(after) and "4 laporan" not in runut.to_html(after)
    other = runut.judge(before, "reject", ["Suara Rawa"], by="Sari", why="peristiwa lain")
    assert counted(tell([other], twins)) == (
        3,
        2,
        "3 laporan, 2 berdiri sendiri; Warta Nipah & Kabar Randu satu sumber",
    )
    every = [runut.judge(before, "reject", [r.id], by="Sari", why="peristiwa lain") for r in before.articles]
    assert counted(tell(every, twins)) == (0, 0, "")


def test_a_report_that_a_rule_takes_off_the_story_is_counted_nowhere() -> None:
    told = tell(reports=ONE_MATTER)
    assert [o.rule for o in told.off_story] == ["shares-nothing"]
    reports, independent, line = counted(told)
    assert (reports, line.partition(" laporan")[0]) == (3, "3")
    assert independent == 3


def test_a_rejected_report_and_figure_stay_rejected_when_their_files_have_moved() -> None:
    before = tell()
    wrong = next(f for f in before.figures if f.low == 17)
    rejects = [
        runut.judge(before, "reject", [wrong.id], by="Sari", why="angka tahun lalu"),
        runut.judge(before, "reject", ["Harian Meranti"], by="Sari", why="peristiwa lain"),
    ]
    moved = [r | {"source": f"arsip/{r['source']}"} for r in REPORTS]
    stayed, after = tell(rejects), tell(rejects, moved)
    assert states(after) == ["applied", "applied"]
    outlets = {r.id: r.outlet for r in after.articles}
    assert [(outlets[o.article], o.why) for o in after.off_story] == [("Harian Meranti", "peristiwa lain")]
    assert [line.text for line in after.brief] == [line.text for line in stayed.brief]
    assert not any("17" in line.text for line in after.brief if line.kind == "current")
    here = {r.id for r in after.articles} | {f.id for f in after.figures}
    assert {s.id for r in after.judgements for s in r.judgement.subjects} <= here
    assert [r.judgement.id for r in after.judgements] == [j.id for j in rejects]
    assert "✎ Sari" in runut.to_html(after)


ONE_MATTER = [
    {"source": f"{n}.txt", "published": DAY, "outlet": f"Kabar {n}", "title": title, "text": text}
    for n, (title, text) in enumerate(
        [
            (
                "Gudang Beras Terbakar di Pasar Tirta",
                "Gudang beras terbakar di Pasar Tirta, kata Kapolsek Melur Edi Wanda.",
            ),
            ("Kerugian Gudang Beras Dihitung", "Kerugian dihitung di Pasar Tirta, kata Edi Wanda."),
            ("Gudang Beras di Pasar Tirta Diperiksa", "Edi Wanda memeriksa gudang di Pasar Tirta."),
            ("Panen Cengkih Melimpah", "Cengkih di Bukit Sono melimpah, kata petani Markus Tefa."),
        ]
    )
]


def test_a_rule_s_reject_stays_undone_when_the_files_have_moved() -> None:
    before = tell(reports=ONE_MATTER)
    (stray,) = [j for j in runut.judgements_of(before) if j.act == "reject"]
    undo = runut.judge(before, "undo", [stray.id], by="Sari", why="tetap peristiwa ini")
    assert not tell([stray, undo], ONE_MATTER).off_story
    moved = [r | {"source": f"arsip/{r['source']}"} for r in ONE_MATTER]
    assert tell([stray], moved).off_story
    assert not tell([stray, undo], moved).off_story


def test_what_is_no_more_is_told_and_not_dropped() -> None:
    before = tell()
    reject = runut.judge(before, "reject", [before.figures[0].id], by="Sari", why="salah")
    (gone,) = reject.subjects
    lost = Judgement(
        id="x",
        act="reject",
        by="person:Sari",
        why="salah",
        subjects=(type(gone)(layer="figures", id="0", article=gone.article, sha256=gone.sha256, text="99 ekor"),),
    )
    told = tell([lost])
    assert states(told) == ["no-finding"]
    assert "99 ekor" in told.judgements[0].note
    assert states(tell([reject], REPORTS[2:])) == ["elsewhere"]
    twice = runut.judge(before, "undo", ["0" * 16], by="Sari", why="?")
    assert states(tell([twice])) == ["no-finding"]


def test_replaying_gives_the_same_account_for_any_order_of_reports(tmp_path: Path) -> None:
    for report in REPORTS:
        (tmp_path / f"{report['source']}.json").write_text(json.dumps(report), "utf-8")
    files = sorted(str(path) for path in tmp_path.iterdir())
    merge = runut.judge(
        runut.account(files, using=TABLES), "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang"
    )
    ways = ([files[0], files[2], files[1]], files[::-1], files)
    assert len({runut.to_json(runut.account(way, judgements=[merge], using=TABLES)) for way in ways}) == 1


@pytest.mark.parametrize(
    ("act", "subjects", "others", "says"),
    [
        ("merge", ["Rini Wijaya"], [], "two subjects"),
        ("merge", ["Kabar Randu", "Suara Rawa"], [], "merge is for names"),
        ("join", ["Rini Wijaya", "Rani Wijayanti"], [], "join is for"),
        ("split", ["Rini Wijaya"], [], "others"),
        ("reject", ["Entah Siapa"], [], "nothing in the account"),
        ("undo", ["a", "b"], [], "one judgement"),
        ("undo", ["nonsense"], [], "the id of a judgement"),
        ("undo", ["0123456789ABCDEF"], [], "the id of a judgement"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(act: str, subjects: list[str], others: list[str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        runut.judge(tell(), act, subjects, others=others, by="Sari", why="uji")


def test_a_judgement_wants_a_name_and_a_reason() -> None:
    for by, why in (("", "uji"), ("Sari", " ")):
        with pytest.raises(ValueError, match="wants"):
            runut.judge(tell(), "reject", ["Suara Rawa"], by=by, why=why)


@pytest.mark.parametrize(
    ("by", "why", "says"),
    [
        ("Sari\nTio", "uji", "one line"),
        ("S" * 201, "uji", "200 characters"),
        ("Sari\0", "uji", "one line"),
        ("Sari", "u\0ji", "a reason has no character 0"),
        ("Sari", "u" * 4001, "4000 characters"),
    ],
)
def test_a_name_and_a_reason_are_what_every_store_can_hold(by: str, why: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        runut.judge(tell(), "reject", ["Suara Rawa"], by=by, why=why)
    good = runut.judge(tell(), "reject", ["Suara Rawa"], by="Sari", why="uji")
    line = runut.to_json(replace(good, by=f"person:{by}", why=why))
    with pytest.raises(ValueError, match=f"line 1: .*{says}"):
        runut.judgements_from_lines([line])


def test_a_line_says_whether_a_person_or_a_rule_judged() -> None:
    good = runut.judge(tell(), "reject", ["Suara Rawa"], by="Sari", why="uji")
    with pytest.raises(ValueError, match="line 1: `by` is person:NAME or rule:NAME"):
        runut.judgements_from_lines([runut.to_json(replace(good, by="Sari"))])


def test_every_bad_line_of_a_file_is_named() -> None:
    good = runut.judgements_to_lines(runut.judgements_of(tell()))
    with pytest.raises(ValueError, match=r"line 1: .*line 3: .*'blame'"):
        runut.judgements_from_lines(
            ["{", "", '{"id": "1", "act": "blame", "subjects": [], "by": "person:X", "why": "y"}', *good]
        )


def test_a_file_is_only_added_to() -> None:
    told = tell()
    lines = runut.judgements_to_lines(runut.judgements_of(told))
    merge = runut.judge(told, "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    more = runut.judgements_to_lines([merge, merge], ["", *lines])
    assert more[: len(lines) + 1] == ["", *lines]
    assert runut.judgements_to_lines(runut.judgements_of(told), more) == more


ids = st.sampled_from("abcdefgh")
groups_ = st.permutations("abcdefgh").flatmap(
    lambda p: st.integers(1, 8).map(lambda n: [list(p[i::n]) for i in range(n)])
)
orders_ = st.lists(
    st.builds(
        lambda these, those: Order("figures", frozenset(these), frozenset(those) - frozenset(these)),
        st.sets(ids, min_size=1, max_size=3),
        st.sets(ids, max_size=3),
    ),
    max_size=4,
)


@settings(max_examples=200)
@given(groups_, orders_)
def test_regrouping_keeps_every_id_once_and_does_as_the_last_order_says(
    groups: list[list[str]], orders: list[Order]
) -> None:
    out = Rulings(tuple(orders)).regroup("figures", groups)
    assert sorted(i for g in out for i in g) == sorted("abcdefgh")
    assert Rulings(tuple(orders)).regroup("names", groups) == [g for g in groups if g]
    if orders:
        last = orders[-1]
        if last.others:
            assert not any(last.ids & {*g} and last.others & {*g} for g in out)
        else:
            assert any(last.ids <= {*g} for g in out)


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, args)))


def test_the_editor_s_round_on_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "kliping"
    folder.mkdir()
    for report in REPORTS:
        (folder / f"{report['source']}.json").write_text(json.dumps(report), "utf-8")
    told, ledger = tmp_path / "akun.json", tmp_path / "putusan.jsonl"
    first = run("account", str(folder), "--json", str(told), "--judgements", str(ledger), "-q")
    assert first.exit_code == 0, first.output
    rules = ledger.read_text("utf-8").splitlines()
    assert all(json.loads(line)["by"].startswith("rule:") for line in rules)
    merge = ("merge", "Rini Wijaya", "Rani Wijayanti", "--by", "Sari", "--why", "satu orang")
    assert run("judge", str(ledger), str(told), *merge).exit_code == 0
    lines = ledger.read_text("utf-8").splitlines()
    assert lines[:-1] == rules
    assert json.loads(lines[-1])["by"] == "person:Sari"
    assert run("account", str(folder), "--json", str(told), "--judgements", str(ledger), "-q").exit_code == 0
    account = runut.account_from_json(told.read_bytes())
    assert [r.state for r in account.judgements] == ["applied"]
    shutil.copy(ledger, tmp_path / "copy")
    assert run("account", str(folder), "--json", str(told), "--judgements", str(ledger), "-q").exit_code == 0
    assert ledger.read_bytes() == (tmp_path / "copy").read_bytes()


def test_a_broken_file_of_judgements_stops_the_run_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(REPORTS[0]), "utf-8")
    ledger = tmp_path / "putusan.jsonl"
    ledger.write_text("not json\n", "utf-8")
    done = run("account", str(tmp_path / "a.json"), "--json", str(tmp_path / "out.json"), "--judgements", str(ledger))
    assert done.exit_code == 2
    assert "line 1" in done.output
    assert ledger.read_text("utf-8") == "not json\n"
    assert not (tmp_path / "out.json").exists()
    bad = run("judge", str(ledger), str(tmp_path / "a.json"), "reject", "x", "--by", "Sari", "--why", "uji")
    assert bad.exit_code == 2


def judged_at(folder: Path, *reports: dict[str, str]) -> None:
    for n, report in enumerate(reports or REPORTS):
        (folder / f"{n}.json").write_text(json.dumps(report), "utf-8")
    assert (
        run(
            "account", folder, "--json", folder.parent / "a.json", "--judgements", folder.parent / "p.jsonl", "-q"
        ).exit_code
        == 0
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the reports in `k`, their account in `a.json` and the judgements in `p.jsonl`."""
    (tmp_path / "k").mkdir()
    judged_at(tmp_path / "k")
    return tmp_path


def judged(office: Path, *words: str) -> Result:
    return run("judge", office / "p.jsonl", office / "a.json", *words, "--by", "Sari", "--why", "dicek")


def test_what_a_judgement_cannot_do_is_refused_and_nothing_written(office: Path) -> None:
    before = (office / "p.jsonl").read_bytes()
    for words, says in (
        (("undo", "nosuch"), "there is none 'nosuch'"),
        (("merge", "Rini Wijaya"), "two subjects or more"),
        (("merge", "Rini Wijaya", "Rini Wijaya"), "these are one already"),
        (("join", "Suara Rawa"), "two subjects or more"),
    ):
        done = judged(office, *words)
        assert done.exit_code == 2
        assert says in done.stderr
    assert (office / "p.jsonl").read_bytes() == before
    assert judged(office, "merge", "Rini Wijaya", "Rani Wijayanti").exit_code == 0
    made = json.loads((office / "p.jsonl").read_text("utf-8").splitlines()[-1])["id"]
    assert judged(office, "undo", made).exit_code == 0


def test_a_file_of_judgements_may_begin_with_a_mark_of_its_encoding(office: Path) -> None:
    assert judged(office, "note", "Suara Rawa").exit_code == 0
    lines = (office / "p.jsonl").read_text("utf-8")
    (office / "p.jsonl").write_text(lines.replace("\n", "\r\n"), "utf-8-sig", newline="")
    assert runut.judgements_from_lines(["\ufeff" + lines.splitlines()[0]])
    assert judged(office, "note", "Harian Meranti").exit_code == 0
    done = run("account", office / "k", "--judgements", office / "p.jsonl", "-q")
    assert done.exit_code == 0, done.stderr
    assert (office / "p.jsonl").read_text("utf-8").startswith("\ufeff" + lines)  # it is only added to


def test_words_of_a_report_may_hold_what_unicode_ends_lines_with(tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    first = REPORTS[0] | {"text": REPORTS[0]["text"].replace("Rini Wijaya,", "Rini\u2028Wijaya,")}
    judged_at(tmp_path / "k", first, *REPORTS[1:])
    told = runut.account_from_json((tmp_path / "a.json").read_bytes())
    for finding in (*told.statements, *told.figures):
        assert judged(tmp_path, "note", finding.id).exit_code == 0
    assert run("account", tmp_path / "k", "--judgements", tmp_path / "p.jsonl", "-q").exit_code == 0


def test_what_came_of_a_judgement_is_told_in_the_language_asked_for(office: Path) -> None:
    assert judged(office, "join", "Suara Rawa", "Kabar Randu").exit_code == 0
    assert judged(office, "part", "Suara Rawa", "--from", "Kabar Randu").exit_code == 0
    for lang, says, other in (
        ("id", "diganti oleh putusan", "replaced by"),
        ("en", "replaced by judgement", "diganti"),
    ):
        page = office / "a.html"
        done = run("account", office / "k", "--judgements", office / "p.jsonl", "--html", page, "--lang", lang, "-q")
        assert says in done.stderr and other not in done.stderr
        assert says in page.read_text("utf-8")


def test_judgements_that_cannot_be_written_name_their_own_file(office: Path) -> None:
    (office / "berkas").write_text("", "utf-8")
    done = run("account", office / "k", "--judgements", office / "berkas" / "p.jsonl", "-q")
    assert done.exit_code == 2
    assert "p.jsonl cannot be written" in done.stderr and ".new" not in done.stderr


def test_names_that_were_merged_are_not_split_by_words_for_the_same_but_by_an_undo() -> None:
    merge = runut.judge(tell(), "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    merged = tell([merge])
    for names in (["Rini Wijaya", "Rani Wijayanti"], ["Rani Wijayanti", "Rini Wijaya"]):
        with pytest.raises(ValueError, match=f"split cannot part .*undo {merge.id}"):
            runut.judge(merged, "split", names[:1], others=names[1:], by="Sari", why="dua orang")
    undo = runut.judge(merged, "undo", [merge.id], by="Sari", why="dua orang")
    assert {"Rini Wijaya", "Rani Wijayanti"} <= {e.name for e in tell([merge, undo]).entities}
    ids = [s.id for s in merge.subjects]
    split = runut.judge(merged, "split", ids[:1], others=ids[1:], by="Sari", why="dua orang")
    parted = tell([merge, split])
    assert {"Rini Wijaya", "Rani Wijayanti"} <= {e.name for e in parted.entities}
    assert split.id in parted.judgements[0].english


def test_a_split_in_a_file_that_parts_nothing_is_not_applied() -> None:
    merge = runut.judge(tell(), "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    nothing = replace(merge, id="9f2c51d0a1b2c3d4", act="split", others=merge.subjects)
    after = tell([merge, nothing])
    assert states(after) == ["applied", "no-finding"]
    assert "undo" in after.judgements[1].english


def test_a_person_is_never_one_with_a_place() -> None:
    before = tell()
    with pytest.raises(ValueError, match="'Kalimas' is a place, 'Rini Wijaya' is a person"):
        runut.judge(before, "merge", ["Rini Wijaya", "Kalimas"], by="Sari", why="salah")
    fine = runut.judge(before, "merge", ["Polres Kalimas", "Dinas Sosial Kalimas"], by="Sari", why="satu kantor")
    place = runut.judge(before, "note", ["Kalimas"], by="Sari", why="tempat")
    wrong = replace(fine, id="9f2c51d0a1b2c3d4", subjects=(fine.subjects[0], place.subjects[0]))
    merge = runut.judge(before, "merge", ["Rini Wijaya", "Rani Wijayanti"], by="Sari", why="satu orang")
    worse = replace(merge, id="8f2c51d0a1b2c3d4", subjects=(merge.subjects[0], place.subjects[0]))
    after = tell([worse])
    assert states(after) == ["no-finding"]
    assert "a person and a place" in after.judgements[0].english
    assert {"Kalimas", "Rini Wijaya"} <= {e.name for e in after.entities}
    assert states(tell([fine])) == states(tell([wrong])) == ["applied"]
